// SPDX-License-Identifier: GPL-3.0-or-later
// Discovery of a range on the loopback interface: replay agents at many addresses, snmpd, closed
// ports, silence. Everything stays within 127.0.0.0/8.
#include "core/snmp/discovery/discovery.h"
#include "core/snmp/station.h"
#include "tests/support/lab.h"
#include "tests/support/snmpagent.h"

#include <QElapsedTimer>
#include <QTest>
#include <QUdpSocket>

#include <map>
#include <memory>
#include <optional>

using namespace Portolan;
using namespace Portolan::Snmp;
using namespace std::chrono_literals;
using Portolan::Test::Lab;
using Portolan::Test::ReplayAgent;

namespace {

constexpr int kWait = 60'000;

DiscoveryCredential community(const char *text)
{
    DiscoveryCredential made;
    made.label = QStringLiteral("community %1").arg(QLatin1String(text));
    made.secrets.community = Secret(text);
    return made;
}

struct Run
{
    explicit Run(DiscoveryRequest request)
        : discovery(std::make_shared<Station>(), std::move(request))
    {
        QObject::connect(&discovery, &Discovery::found, &discovery,
                         [this](const QList<FoundAgent> &agents) {
                             for (const FoundAgent &each : agents) {
                                 ++told;
                                 found.insert_or_assign(each.addressText(), each);
                             }
                         });
        QObject::connect(&discovery, &Discovery::finished, &discovery, [this] { ++ends; });
        QObject::connect(&discovery, &Discovery::failed, &discovery, [this](const Error &how) {
            ++ends;
            error = how;
        });
        time.start();
        discovery.start();
    }
    bool wait()
    {
        return QTest::qWaitFor([this] { return ends > 0; }, kWait);
    }
    [[nodiscard]] const DiscoveryProgress &progress() const { return discovery.progress(); }

    Discovery discovery;
    std::map<QString, FoundAgent> found;
    std::optional<Error> error;
    int told = 0;
    int ends = 0;
    QElapsedTimer time;
};

DiscoveryRequest request(const QString &range, double rate = 2000)
{
    DiscoveryRequest made;
    auto parsed = ScanRange::parse({range});
    if (parsed)
        made.range = std::move(*parsed);
    made.rate = rate;
    made.timeout = 300ms;
    return made;
}

QString at(const char *address, quint16 port)
{
    return QStringLiteral("%1:%2").arg(QLatin1String(address)).arg(port);
}

} // namespace

class SnmpScanTest final : public QObject
{
    Q_OBJECT

    std::unique_ptr<Lab> m_lab;

private Q_SLOTS:
    void initTestCase()
    {
        m_lab.reset(new Lab(Lab::withSnmp()));
        QCOMPARE(m_lab->error(), QString());
    }
    void cleanupTestCase() { m_lab.reset(); }

    void everyAgentOfARangeIsFound()
    {
        const ReplayAgent first({QStringLiteral("--generate"), QStringLiteral("1x1"),
                                 QStringLiteral("--address"), QStringLiteral("127.0.5.1")});
        const QString port = QString::number(first.port());
        std::vector<std::unique_ptr<ReplayAgent>> others;
        for (const char *address : {"127.0.5.9", "127.0.5.77", "127.0.5.254"})
            others.push_back(std::make_unique<ReplayAgent>(QStringList{
                QStringLiteral("--generate"), QStringLiteral("1x1"), QStringLiteral("--address"),
                QLatin1String(address), QStringLiteral("--port"), port}));
        auto asked = request(QStringLiteral("127.0.5.0/24:") + port);
        asked.credentials.push_back(community("public"));
        Run run(std::move(asked));
        QVERIFY(run.wait());
        QVERIFY(!run.error);
        QCOMPARE(run.found.size(), std::size_t(4));
        for (const char *address : {"127.0.5.1", "127.0.5.9", "127.0.5.77", "127.0.5.254"})
            QVERIFY2(run.found.contains(at(address, first.port())), address);
        const FoundAgent &agent = run.found.begin()->second;
        QCOMPARE(agent.description, QStringLiteral("Replay agent"));
        QCOMPARE(agent.vendor, QStringLiteral("enterprise 99999"));
        QCOMPARE(agent.uptime, std::optional<quint32>(123456));
        QCOMPARE(agent.credential, std::optional(0));
        QVERIFY(agent.rttMs > 0);
        // The loopback interface tells at once that nothing listens at the others.
        QCOMPARE(run.progress().refused, quint64(250));
        QCOMPARE(run.progress().done, quint64(254));
        QCOMPARE(run.progress().silent, quint64(0));
        QVERIFY(run.time.elapsed() < 10'000);
    }

    void theRateIsKept()
    {
        // A socket that never answers, so that every packet is sent.
        QUdpSocket silent;
        QVERIFY(silent.bind(QHostAddress(QStringLiteral("127.0.6.1")), 0));
        QList<qint64> times;
        QElapsedTimer time;
        time.start();
        QObject::connect(&silent, &QUdpSocket::readyRead, this, [&] {
            while (silent.hasPendingDatagrams()) {
                silent.readDatagram(nullptr, 0);
                times.append(time.elapsed());
            }
        });
        auto asked = request(QStringLiteral("127.0.6.1:%1").arg(silent.localPort()), 50);
        for (int i = 0; i < 20; ++i)
            asked.credentials.push_back(community(qPrintable(QString::number(i))));
        asked.timeout = 50ms;
        const auto longest = asked.longest();
        Run run(std::move(asked));
        QVERIFY(run.wait());
        // 20 communities and the engine, twice each; none sooner than 20 ms after the one before.
        QCOMPARE(run.progress().sent, quint64(42));
        QCOMPARE(run.progress().silent, quint64(1));
        QVERIFY(run.found.empty());
        QCOMPARE(times.size(), 42);
        QVERIFY2(times.last() - times.first() >= 41 * 20 - 40,
                 qPrintable(QString::number(times.last() - times.first())));
        QVERIFY(run.time.elapsed() <= longest.count() + 2000);
    }

    void credentialsAreTriedInOrder()
    {
        const ReplayAgent agent({QStringLiteral("--generate"), QStringLiteral("1x1"),
                                 QStringLiteral("--community"), QStringLiteral("second")});
        auto asked = request(QStringLiteral("127.0.0.1:%1").arg(agent.port()));
        asked.credentials.push_back(community("first"));
        asked.credentials.push_back(community("second"));
        asked.credentials.push_back(community("third"));
        Run run(std::move(asked));
        QVERIFY(run.wait());
        QCOMPARE(run.found.size(), std::size_t(1));
        QCOMPARE(run.found.begin()->second.credential, std::optional(1));
        QCOMPARE(run.progress().sent, quint64(3)); // the first one twice
    }

    void aLateAnswerStillCounts()
    {
        const ReplayAgent agent({QStringLiteral("--generate"), QStringLiteral("1x1"),
                                 QStringLiteral("--delay"), QStringLiteral("250")});
        auto asked = request(QStringLiteral("127.0.0.1:%1").arg(agent.port()));
        asked.credentials.push_back(community("public"));
        asked.timeout = 150ms;
        asked.retries = 0;
        asked.findEngines = false;
        Run run(std::move(asked));
        QVERIFY(run.wait());
        QCOMPARE(run.found.size(), std::size_t(1));
        QVERIFY(run.found.begin()->second.late);
        QCOMPARE(run.progress().late, quint64(1));
        QCOMPARE(run.progress().silent, quint64(0));
        QCOMPARE(run.progress().found, quint64(1));
        QCOMPARE(run.progress().done, quint64(1));
    }

    void anAnswerFromAnotherPortIsSaidToBeOne()
    {
        const ReplayAgent agent({QStringLiteral("--generate"), QStringLiteral("1x1"),
                                 QStringLiteral("--elsewhere"), QStringLiteral("1")});
        auto asked = request(QStringLiteral("127.0.0.1:%1").arg(agent.port()));
        asked.credentials.push_back(community("public"));
        Run run(std::move(asked));
        QVERIFY(run.wait());
        QCOMPARE(run.found.size(), std::size_t(1));
        QVERIFY(run.found.begin()->second.answeredFrom.startsWith(QStringLiteral("127.0.0.1:")));
    }

    void whatIsNoSnmpIsNoAgent()
    {
        const ReplayAgent agent({QStringLiteral("--generate"), QStringLiteral("1x1"),
                                 QStringLiteral("--garbage"), QStringLiteral("1")});
        auto asked = request(QStringLiteral("127.0.0.1:%1").arg(agent.port()));
        asked.credentials.push_back(community("public"));
        asked.findEngines = false;
        Run run(std::move(asked));
        QVERIFY(run.wait());
        QVERIFY(run.found.empty());
        QCOMPARE(run.progress().silent, quint64(1));
        QVERIFY(run.progress().unexpected > 0);
    }

    void aUserIsLetIn()
    {
        for (const auto &each : m_lab->snmp().users) {
            auto asked = request(QStringLiteral("127.0.0.1:%1").arg(m_lab->snmp().port));
            DiscoveryCredential wrong;
            wrong.label = QStringLiteral("nobody");
            wrong.version = Version::V3;
            wrong.user = QStringLiteral("nobody");
            asked.credentials.push_back(std::move(wrong));
            DiscoveryCredential user;
            user.label = each.name;
            user.version = Version::V3;
            user.user = each.name;
            user.level = *levelOf(each.level);
            user.authProtocol = authProtocolOf(each.auth).value_or(AuthProtocol::Sha1);
            user.privProtocol = privProtocolOf(each.priv).value_or(PrivProtocol::Aes128);
            user.secrets.authPassword = Secret(m_lab->snmp().authPassword.toUtf8().toStdString());
            user.secrets.privPassword = Secret(m_lab->snmp().privPassword.toUtf8().toStdString());
            asked.credentials.push_back(std::move(user));
            Run run(std::move(asked));
            QVERIFY(run.wait());
            QVERIFY2(!run.error, qPrintable(run.error ? run.error->what : QString()));
            QCOMPARE(run.found.size(), std::size_t(1));
            const FoundAgent &agent = run.found.begin()->second;
            QVERIFY2(agent.credential == std::optional(1), qPrintable(each.name));
            QCOMPARE(agent.vendor, QStringLiteral("Net-SNMP"));
            QVERIFY(agent.engineId.size() >= 5);
        }
    }

    void anAgentIsFoundThoughNoCredentialFits()
    {
        auto asked = request(QStringLiteral("127.0.0.1:%1").arg(m_lab->snmp().port));
        asked.credentials.push_back(community("no-such-community"));
        DiscoveryCredential wrong;
        wrong.version = Version::V3;
        wrong.user = QStringLiteral("nobody");
        asked.credentials.push_back(std::move(wrong));
        Run run(std::move(asked));
        QVERIFY(run.wait());
        QCOMPARE(run.found.size(), std::size_t(1));
        const FoundAgent &agent = run.found.begin()->second;
        QVERIFY(!agent.credential);
        QVERIFY(agent.engineId.size() >= 5);
        QVERIFY2(agent.refusal.contains(QStringLiteral("nobody")), qPrintable(agent.refusal));
        QCOMPARE(agent.vendor, QStringLiteral("Net-SNMP"));
    }

    void sameEnginesArePointedOut()
    {
        // One agent, two names of it.
        auto asked = request(m_lab->snmp().ipv6
                                 ? QStringLiteral("127.0.0.1:%1 [::1]:%1").arg(m_lab->snmp().port)
                                 : QStringLiteral("127.0.0.1:%1").arg(m_lab->snmp().port));
        asked.credentials.push_back(community("public"));
        Run run(std::move(asked));
        QVERIFY(run.wait());
        if (!m_lab->snmp().ipv6)
            QSKIP("this machine has no IPv6");
        QCOMPARE(run.found.size(), std::size_t(2));
        for (const auto &[address, agent] : run.found) {
            QCOMPARE(agent.sameEngineAt.size(), 1);
            QVERIFY(!agent.sameEngineIsAnother); // its clock is the same
        }
    }

    void cancelEndsItAtOnce()
    {
        auto asked = request(QStringLiteral("127.0.7.0/24:9"), 20);
        asked.credentials.push_back(community("public"));
        Run run(std::move(asked));
        QVERIFY(QTest::qWaitFor([&] { return run.progress().sent > 0; }, kWait));
        QElapsedTimer time;
        time.start();
        run.discovery.cancel();
        QVERIFY(run.wait());
        QVERIFY(time.elapsed() < 200);
        QVERIFY(run.error);
        QCOMPARE(run.error->kind, Error::Kind::Cancelled);
        const quint64 sent = run.progress().sent;
        // Long enough for six packets that must not come.
        QVERIFY(!QTest::qWaitFor([&] { return run.progress().sent != sent; }, 300));
        QCOMPARE(run.ends, 1);
    }

    void aPasswordThatIsTooShortIsSaidBeforeAnyPacket()
    {
        auto asked = request(QStringLiteral("127.0.0.1:%1").arg(m_lab->snmp().port));
        DiscoveryCredential user;
        user.version = Version::V3;
        user.user = QStringLiteral("ops");
        user.level = Level::AuthNoPriv;
        user.secrets.authPassword = Secret("short");
        asked.credentials.push_back(std::move(user));
        Run run(std::move(asked));
        QVERIFY(run.wait());
        QVERIFY(run.error);
        QCOMPARE(run.error->kind, Error::Kind::Usage);
        QCOMPARE(run.progress().sent, quint64(0));
    }
};

QTEST_GUILESS_MAIN(SnmpScanTest)
#include "snmpscan.moc"
