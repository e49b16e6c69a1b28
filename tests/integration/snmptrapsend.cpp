// SPDX-License-Identifier: GPL-3.0-or-later
// Notifications that we send, to net-snmp's snmptrapd and to our own receiver.
#include "core/snmp/agent.h"
#include "core/snmp/faults.h"
#include "core/snmp/traps/trapform.h"
#include "tests/integration/snmptrapsession.h"
#include "tests/support/lab.h"

#include <QFile>

#include <map>

using namespace SnmpTest;
using Portolan::Test::Lab;

namespace {

const Oid kLinkDown{1, 3, 6, 1, 6, 3, 1, 1, 5, 3};
const Oid kIfIndex7{1, 3, 6, 1, 2, 1, 2, 2, 1, 1, 7};

Varbinds linkDown(int index)
{
    return {{TrapOids::sysUpTime(), Value::timeTicks(12'345)},
            {TrapOids::snmpTrapOid(), Value::objectIdentifier(kLinkDown)},
            {kIfIndex7, Value::integer(index)}};
}

QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

class Sender
{
public:
    Sender(const AgentTarget &target, Credentials credentials)
        : agent(std::make_shared<Station>(), target, std::move(credentials))
    {
        QObject::connect(&agent, &Agent::done, &agent,
                         [this](RequestId id, const Result<Response> &result) {
                             results.insert_or_assign(id, result);
                         });
    }
    Result<Response> send(Request request)
    {
        const RequestId id = agent.request(std::move(request));
        if (!QTest::qWaitFor([&] { return results.contains(id); }, kTrapWait))
            qFatal("a notification did not end");
        return results.at(id);
    }

    Agent agent;
    std::map<RequestId, Result<Response>> results;
};

AgentTarget targetAt(quint16 port, Version version)
{
    AgentTarget target;
    target.host = QStringLiteral("127.0.0.1");
    target.port = port;
    target.version = version;
    target.timeout = std::chrono::milliseconds(3000);
    target.retries = 1;
    return target;
}

Credentials community(const char *text)
{
    Credentials made;
    made.community = Secret(text);
    return made;
}

} // namespace

class SnmpTrapSendTest final : public QObject
{
    Q_OBJECT

    std::unique_ptr<Lab> m_lab;

    [[nodiscard]] AgentTarget userTarget() const
    {
        AgentTarget target = targetAt(m_lab->snmp().trapPort, Version::V3);
        target.user = QStringLiteral("operator");
        target.level = Level::AuthPriv;
        target.authProtocol = AuthProtocol::Sha256;
        target.privProtocol = PrivProtocol::Aes128;
        return target;
    }
    [[nodiscard]] Credentials userPasswords() const
    {
        Credentials made;
        made.authPassword = Secret(m_lab->snmp().authPassword.toStdString());
        made.privPassword = Secret(m_lab->snmp().privPassword.toStdString());
        return made;
    }
    // snmptrapd writes what it takes to its log.
    [[nodiscard]] bool logHas(const QByteArray &text) const
    {
        return QTest::qWaitFor([&] { return contentOf(m_lab->snmp().trapLog).contains(text); },
                               kTrapWait);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_lab.reset(new Lab(Lab::withSnmp(true)));
        QVERIFY2(m_lab->error().isEmpty(), qPrintable(m_lab->error()));
    }

    void trapsOfVersions1And2ReachSnmptrapd()
    {
        int index = 1000;
        for (const Version version : {Version::V1, Version::V2c}) {
            for (const Transport transport : {Transport::Udp, Transport::Tcp}) {
                AgentTarget target = targetAt(m_lab->snmp().trapPort, version);
                target.transport = transport;
                Sender sender(target, community("public"));
                const auto sent = sender.send(Request::trap(linkDown(++index)));
                QVERIFY2(sent, sent ? "" : qPrintable(sent.error().what));
                QVERIFY(logHas("INTEGER: " + QByteArray::number(index)));
            }
        }
    }

    void informsOfVersion2AreAcknowledgedBySnmptrapd()
    {
        Sender sender(targetAt(m_lab->snmp().trapPort, Version::V2c), community("public"));
        const auto sent = sender.send(Request::inform(linkDown(2001)));
        QVERIFY2(sent, sent ? "" : qPrintable(sent.error().what));
        QVERIFY(logHas("INTEGER: 2001"));
    }

    void trapsOfVersion3ReachSnmptrapd()
    {
        Sender sender(userTarget(), userPasswords());
        QByteArray engine = m_lab->snmp().trapEngine.toLatin1();
        engine.replace("0x", "");
        const auto sent = sender.send(Request::trap(linkDown(3001), QByteArray::fromHex(engine)));
        QVERIFY2(sent, sent ? "" : qPrintable(sent.error().what));
        QVERIFY(logHas("INTEGER: 3001"));
    }

    void informsAreAcknowledgedByOurReceiverWithEveryAlgorithm()
    {
        struct Case
        {
            AuthProtocol auth;
            PrivProtocol priv;
            Level level;
        };
        std::vector<Case> cases;
        for (const AuthProtocol auth :
             {AuthProtocol::Md5, AuthProtocol::Sha1, AuthProtocol::Sha224, AuthProtocol::Sha256,
              AuthProtocol::Sha384, AuthProtocol::Sha512}) {
            cases.push_back({auth, PrivProtocol::Aes128, Level::AuthNoPriv});
            for (const PrivProtocol priv :
                 {PrivProtocol::Des, PrivProtocol::Aes128, PrivProtocol::Aes192,
                  PrivProtocol::Aes256, PrivProtocol::Aes192C, PrivProtocol::Aes256C})
                cases.push_back({auth, priv, Level::AuthPriv});
        }
        TrapKeys keys;
        for (std::size_t i = 0; i < cases.size(); ++i)
            keys.users.push_back(trapUser(qPrintable(QStringLiteral("u%1").arg(i)), cases[i].level,
                                          cases[i].auth, cases[i].priv));
        Ear ear(std::move(keys));
        for (std::size_t i = 0; i < cases.size(); ++i) {
            AgentTarget target = targetAt(ear.listening->port, Version::V3);
            target.user = QStringLiteral("u%1").arg(i);
            target.level = cases[i].level;
            target.authProtocol = cases[i].auth;
            target.privProtocol = cases[i].priv;
            target.context = QStringLiteral("vlan 7");
            Credentials credentials;
            credentials.authPassword = Secret("authentic1");
            credentials.privPassword = Secret("privatepw1");
            Sender sender(target, std::move(credentials));
            const auto inform = sender.send(Request::inform(linkDown(int(i))));
            QVERIFY2(inform, inform ? "" : qPrintable(inform.error().what));
            const auto trap = sender.send(Request::trap(linkDown(int(i))));
            QVERIFY(trap);
            QVERIFY(ear.waitFor(2 * i + 2));
            for (std::size_t j = 2 * i; j < 2 * i + 2; ++j) {
                QVERIFY(ear.traps[j]->notification == kLinkDown);
                QCOMPARE(ear.traps[j]->varbinds[0].value, Value::integer(int(i)));
                QCOMPARE(ear.traps[j]->contextName, QByteArray("vlan 7"));
            }
        }
    }

    void anInformThatNobodyTakesEndsInTime()
    {
        QUdpSocket silent;
        QVERIFY(silent.bind(QHostAddress(QHostAddress::LocalHost), 0));
        AgentTarget target = targetAt(silent.localPort(), Version::V2c);
        target.timeout = std::chrono::milliseconds(100);
        target.retries = 2;
        Sender sender(target, community("public"));
        const auto sent = sender.send(Request::inform(linkDown(1)));
        QVERIFY(!sent);
        QCOMPARE(sent.error().kind, Error::Kind::Timeout);
        int attempts = 0;
        while (silent.hasPendingDatagrams()) {
            char byte = 0;
            silent.readDatagram(&byte, 1);
            ++attempts;
        }
        QCOMPARE(attempts, 3);
    }

    void wrongUsesAreErrorsAndNotMessages()
    {
        Ear ear;
        {
            Sender first(targetAt(ear.listening->port, Version::V1), community("public"));
            QCOMPARE(first.send(Request::inform(linkDown(1))).error().kind, Error::Kind::Usage);
            Varbinds wide = linkDown(1);
            wide.push_back({kIfIndex7, Value::counter64(1)});
            QCOMPARE(first.send(Request::trap(wide)).error().kind, Error::Kind::Unsupported);
        }
        AgentTarget target = targetAt(ear.listening->port, Version::V3);
        target.user = QStringLiteral("ops");
        target.level = Level::AuthNoPriv;
        Credentials tooShort;
        tooShort.authPassword = Secret("short");
        Sender third(target, std::move(tooShort));
        QCOMPARE(third.send(Request::trap(linkDown(1))).error().kind, Error::Kind::Usage);
        QCOMPARE(ear.receiver->stats().messages, quint64(0));
    }
};

PORTOLAN_LAB_TEST_MAIN(SnmpTrapSendTest)
#include "snmptrapsend.moc"
