// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mqtt/inbox.h"
#include "core/runtime/reaper.h"
#include "tests/integration/mqttsession.h"

#include <QElapsedTimer>
#include <QFile>

using namespace MqttTest;
using namespace std::chrono_literals;

namespace {

// Memory that is in use and in no file, in bytes (proc(5), statm: resident less shared).
qint64 memoryInUse()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const auto fields = file.readAll().split(' ');
    return (fields.value(1).toLongLong() - fields.value(2).toLongLong()) * 4096;
}

} // namespace

// Brokers of tests/lab/hostilebroker.py: each ends in a clear error or is survived, soon, and
// without growing.
class MqttHostileTest : public QObject
{
    Q_OBJECT

private:
    Test::Lab m_lab = Test::Lab::withBroker(false, true);

    Mqtt::BrokerTarget target(const QString &id, Mqtt::Version version) const
    {
        auto made = targetOf(m_lab.hostileBrokers()[id].url);
        made.version = version;
        made.stepTimeout = 2s;
        return made;
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_lab.error().isEmpty(), qPrintable(m_lab.error())); }
    void cleanup() { QCOMPARE(Reaper::waitForAll(20s), 0); }

    void everyOneOfThemIsSurvived_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<bool>("five");
        QVERIFY(m_lab.hostileBrokers().size() > 30);
        for (const QString &id : m_lab.hostileBrokers().keys()) {
            QTest::addRow("%s, MQTT 5", qPrintable(id)) << id << true;
            QTest::addRow("%s, MQTT 3.1.1", qPrintable(id)) << id << false;
        }
    }
    void everyOneOfThemIsSurvived()
    {
        QFETCH(QString, id);
        QFETCH(bool, five);
        auto to = target(id, five ? Mqtt::Version::V5 : Mqtt::Version::V311);
        to.reconnect = false;
        auto inbox = std::make_shared<Mqtt::Inbox>(Mqtt::TopicStore::Limits{
            .historyBytes = 8U << 20U, .topics = 20'000, .nodes = 50'000, .textBytes = 8U << 20U});
        Mqtt::Client client(to, inbox);
        Mqtt::Subscription all;
        all.filter = "#";
        QVERIFY(client.subscribe(all));
        Mqtt::Publication publication;
        publication.topic = "x";
        publication.qos = 1;
        QVERIFY(client.publish(publication));
        QSignalSpy failed(&client, &Mqtt::Client::failed);
        const qint64 before = memoryInUse();
        QElapsedTimer clock;
        clock.start();
        client.start();
        // Either it fails with a sentence, or it stays connected and is stopped at will.
        (void)QTest::qWaitFor([&] { return !failed.isEmpty(); }, 3000);
        if (failed.isEmpty())
            QVERIFY2(client.state() == Mqtt::Client::State::Connected,
                     client.transcript().toText().toUtf8().constData());
        else
            QVERIFY(failed.first().first().value<Error>().what.endsWith(QLatin1Char('.')));
        // Those that fill what the library keeps have a test of their own.
        const bool fills = id.endsWith(QLatin1String("qos-two"));
        QVERIFY2(fills || memoryInUse() - before < 400LL << 20U,
                 QByteArray::number((memoryInUse() - before) >> 20U).constData());
        client.stop();
        QVERIFY(
            QTest::qWaitFor([&] { return client.state() == Mqtt::Client::State::Ended; }, kWait));
        QVERIFY(clock.elapsed() < 15'000);
    }

    void messagesThatAreNeverCompletedEndTheConnection_data()
    {
        QTest::addColumn<QString>("id");
        QTest::newRow("of two kilobytes") << QStringLiteral("endless-qos-two");
        QTest::newRow("small ones, then large ones") << QStringLiteral("growing-qos-two");
        QTest::newRow("with long topics") << QStringLiteral("long-topics-qos-two");
    }
    void messagesThatAreNeverCompletedEndTheConnection()
    {
        QFETCH(QString, id);
        auto to = target(id, Mqtt::Version::V311);
        to.reconnect = false;
        Session session(to);
        const qint64 before = memoryInUse();
        session.client.start();
        qint64 most = 0;
        QVERIFY2(QTest::qWaitFor(
                     [&] {
                         most = std::max(most, memoryInUse() - before);
                         return !session.failures.isEmpty();
                     },
                     kWait),
                 session.story().constData());
        QCOMPARE(session.failures.first().kind, Error::Kind::Protocol);
        QVERIFY(session.failures.first().what.contains(QLatin1String("QoS 2")));
        // 256 MiB of messages; what a sanitizer keeps of freed memory (256 MiB) and puts around
        // each piece comes on top.
        QVERIFY2(most < 900LL << 20U, QByteArray::number(most >> 20U).constData());
    }

    void codesOfConnackAreFinalOrNot_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<bool>("five");
        QTest::addColumn<int>("kind");
        QTest::newRow("311 version") << 1 << false << int(Error::Kind::Unsupported);
        QTest::newRow("311 identifier") << 2 << false << int(Error::Kind::Refused);
        QTest::newRow("311 unavailable") << 3 << false << int(Error::Kind::Network);
        QTest::newRow("311 password") << 4 << false << int(Error::Kind::Auth);
        QTest::newRow("311 not authorised") << 5 << false << int(Error::Kind::Auth);
        QTest::newRow("5 version") << 0x84 << true << int(Error::Kind::Unsupported);
        QTest::newRow("5 answered by 3.1.1") << 1 << true << int(Error::Kind::Unsupported);
        QTest::newRow("5 password") << 0x86 << true << int(Error::Kind::Auth);
        QTest::newRow("5 banned") << 0x8a << true << int(Error::Kind::Refused);
        QTest::newRow("5 busy") << 0x89 << true << int(Error::Kind::Network);
    }
    void codesOfConnackAreFinalOrNot()
    {
        QFETCH(int, code);
        QFETCH(bool, five);
        QFETCH(int, kind);
        Session session(target(QStringLiteral("refuses-%1").arg(code),
                               five ? Mqtt::Version::V5 : Mqtt::Version::V311));
        QVERIFY(!session.connectAndWait());
        QVERIFY2(int(session.failures.first().kind) == kind, session.story().constData());
        QCOMPARE(session.failures.size(), 1);
    }

    void aBrokerThatHangsUpAgainAndAgainIsGivenUp()
    {
        Session session(target(QStringLiteral("hang-up-after-connack"), Mqtt::Version::V5));
        session.client.start();
        QVERIFY(session.waitForFailure());
        QCOMPARE(session.failures.first().kind, Error::Kind::Refused);
        QCOMPARE(session.takeovers.size(), 3);
    }

    void aSilentBrokerIsATimeout()
    {
        for (const char *id : {"silence", "slow-connack"}) {
            Session session(target(QLatin1String(id), Mqtt::Version::V5));
            QElapsedTimer clock;
            clock.start();
            QVERIFY(!session.connectAndWait());
            QCOMPARE(session.failures.first().kind, Error::Kind::Timeout);
            QVERIFY(clock.elapsed() < 6000);
        }
    }

    void aFloodIsStoppedAtOnceAndCounted()
    {
        auto inbox =
            std::make_shared<Mqtt::Inbox>(Mqtt::TopicStore::Limits{.historyBytes = 16U << 20U});
        Mqtt::Client client(target(QStringLiteral("endless-messages"), Mqtt::Version::V5), inbox);
        client.start();
        const auto received = [&] {
            return inbox->read([](const Mqtt::TopicStore &s) { return s.counts().messages; });
        };
        QVERIFY(QTest::qWaitFor([&] { return received() > 100'000; }, kWait));
        QElapsedTimer clock;
        clock.start();
        client.stop();
        QVERIFY(
            QTest::qWaitFor([&] { return client.state() == Mqtt::Client::State::Ended; }, kWait));
        QVERIFY2(clock.elapsed() < 4000, QByteArray::number(clock.elapsed()).constData());
        inbox->read([](const Mqtt::TopicStore &s) {
            QCOMPARE(s.counts().kept + s.counts().dropped, s.counts().messages);
            QVERIFY(s.counts().bytes < (64U << 20U));
        });
    }

    void aMessageThatIsNeverAcknowledgedHoldsUpAHundredAndNoMore()
    {
        Session session(target(QStringLiteral("never-acknowledges"), Mqtt::Version::V5));
        QVERIFY(session.connectAndWait());
        for (int i = 0; i < 1000; ++i)
            session.publish("x", "y", 1);
        QVERIFY(QTest::qWaitFor(
            [&] {
                return session.client.metrics().inFlight == Mqtt::Client::kMostInFlight &&
                       session.client.metrics().waiting == 1000 - Mqtt::Client::kMostInFlight;
            },
            kWait));
        QVERIFY(session.stopAndWait());
        QVERIFY(session.waitForOutcomes(1000));
    }
};

PORTOLAN_LAB_TEST_MAIN(MqttHostileTest)
#include "mqtthostile.moc"
