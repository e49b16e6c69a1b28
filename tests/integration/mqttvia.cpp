// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/reaper.h"
#include "core/ssh/sshdialer.h"
#include "tests/integration/mqttsession.h"

using namespace MqttTest;
using namespace std::chrono_literals;

// Brokers behind an SSH host: the same over all kinds of connection.
class MqttViaTest : public QObject
{
    Q_OBJECT

private:
    Test::Lab m_lab = Test::Lab::withBroker(true, false, {QStringLiteral("publickey")});

    std::unique_ptr<Net::Dialer> dialer(const QString &identity) const
    {
        const auto &server = m_lab.server(QStringLiteral("publickey"));
        Ssh::Options options;
        options.knownHostsFile = server.knownHosts;
        options.globalKnownHostsFiles.clear();
        options.identityFiles = {identity};
        options.identitiesOnly = true;
        options.useAgent = false;
        return std::make_unique<Ssh::SshDialer>(std::make_shared<Ssh::ConnectionPool>(),
                                                Ssh::Target{server.user, server.host, server.port},
                                                options,
                                                [](const std::shared_ptr<Ssh::Connection> &) {});
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_lab.error().isEmpty(), qPrintable(m_lab.error())); }
    void cleanup() { QCOMPARE(Reaper::waitForAll(20s), 0); }

    void messagesComeThroughAnSshHost_data()
    {
        QTest::addColumn<QString>("id");
        for (const char *id : {"mqtt-plain", "mqtt-tls", "mqtt-ws", "mqtt-wss"})
            QTest::newRow(id) << QString::fromLatin1(id);
    }
    void messagesComeThroughAnSshHost()
    {
        QFETCH(QString, id);
        auto to = targetOf(m_lab.broker(id).address);
        to.stepTimeout = 15s;
        Session session(to, dialer(m_lab.client().ed25519));
        QVERIFY2(session.connectAndWait(), session.story().constData());
        QVERIFY(session.client.peer().contains(QLatin1String("lab@")));
        QVERIFY(session.subscribeAndWait("via/#", 2));
        const QByteArray payload(20'000, 'x');
        for (int qos = 0; qos < 3; ++qos)
            session.publish("via/" + QByteArray::number(qos), payload, qos);
        QVERIFY2(session.waitForMessages(3), session.story().constData());
        QVERIFY(session.waitForOutcomes(3));
        for (const Message &each : session.sink->all())
            QCOMPARE(each.payload, payload);
    }

    void aHostThatDoesNotLetUsInIsTheReason()
    {
        auto to = targetOf(m_lab.broker(QStringLiteral("mqtt-plain")).address);
        Session session(to, dialer(m_lab.client().wrong));
        QVERIFY(!session.connectAndWait());
        QCOMPARE(session.failures.first().kind, Error::Kind::Auth);
    }
};

PORTOLAN_LAB_TEST_MAIN(MqttViaTest)
#include "mqttvia.moc"
