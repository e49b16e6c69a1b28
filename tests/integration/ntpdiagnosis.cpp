// SPDX-License-Identifier: GPL-3.0-or-later
// The diagnosis against real chronyds and servers that lie: every fault by its name, and none of
// them called fine.
#include "core/ntp/diagnosis/clockprobe.h"
#include "core/ntp/host/hostquestions.h"
#include "core/ntp/pollmanners.h"
#include "tests/support/lab.h"

#include <QFile>
#include <QScopeGuard>
#include <QSet>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QUdpSocket>

#include <memory>

using namespace Portolan;
using namespace Portolan::Ntp;
using Portolan::Test::HostileServer;
using Portolan::Test::Lab;

namespace {

struct Diagnosed
{
    DiagnosisFacts facts;
    QList<Finding> findings;

    [[nodiscard]] bool has(const QString &id) const
    {
        return std::any_of(findings.begin(), findings.end(), [&](const Finding &each) {
            return each.id == QStringLiteral("ntp.") + id;
        });
    }
    [[nodiscard]] bool isFine() const
    {
        return has(QStringLiteral("fine")) || has(QStringLiteral("fine_alone")) ||
               has(QStringLiteral("server.ok"));
    }
    [[nodiscard]] QByteArray text() const
    {
        QStringList ids;
        for (const Finding &each : findings)
            ids += each.id + QLatin1Char('[') + each.arguments.join(QLatin1Char('|')) +
                   QLatin1String("] ") + each.evidence;
        return ids.join(QLatin1Char('\n')).toUtf8();
    }
};

struct Asked
{
    QString url;
    std::optional<SymmetricKey> key = {};
};

} // namespace

class NtpDiagnosisTest final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Lab> m_lab;

    static ServerTarget targetOf(const QString &url)
    {
        const auto parsed = parseAddress(url);
        if (!parsed)
            qFatal("%s", qPrintable(parsed.error().what));
        const auto target = serverTarget(parsed->address);
        if (!target)
            qFatal("%s", qPrintable(target.error().what));
        return *target;
    }

    static Diagnosed diagnose(std::vector<Asked> servers, int polls = 4,
                              std::chrono::milliseconds timeout = std::chrono::milliseconds(250),
                              ClockProbe::Request request = {})
    {
        PollPlan plan;
        plan.burst = polls;
        plan.burstGap = std::chrono::milliseconds(30);
        plan.interval = {};
        Monitor monitor(plan);
        const Recorder recorder(monitor);
        for (Asked &each : servers) {
            ServerTarget target = targetOf(each.url);
            target.timeout = timeout;
            if (each.key) {
                target.keyId = each.key->id;
                target.keyAlgorithm = each.key->algorithm;
            }
            monitor.add(target, std::move(each.key));
        }
        request.polls = static_cast<quint64>(polls);
        ClockProbe probe(monitor, recorder, request);
        QSignalSpy finished(&probe, &ClockProbe::finished);
        probe.start();
        if (finished.isEmpty() && !finished.wait(60'000))
            qFatal("the probe did not end");
        Diagnosed made;
        made.facts = probe.facts();
        made.findings = judge(made.facts);
        return made;
    }
    [[nodiscard]] Diagnosed diagnose(const QString &url, int polls = 4) const
    {
        std::vector<Asked> one;
        one.push_back({url});
        return diagnose(std::move(one), polls);
    }
    [[nodiscard]] QString hostile(const char *id) const
    {
        return m_lab->hostileClocks().value(QLatin1String(id)).url;
    }
    [[nodiscard]] SymmetricKey key(quint32 id, const char *otherwise = nullptr) const
    {
        for (const auto &each : m_lab->ntp().keys) {
            if (each.id != id)
                continue;
            const KeyAlgorithm algorithm = *keyAlgorithmOf(each.algorithm);
            auto bytes = keyBytes(otherwise ? QString::fromLatin1(otherwise) : each.key, algorithm);
            return {id, algorithm, std::move(*bytes)};
        }
        qFatal("no such key");
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_lab.reset(new Lab(Lab::withNtp(true, true)));
        QVERIFY2(m_lab->error().isEmpty(), qPrintable(m_lab->error()));
    }

    void everyLieIsNamedAndNoneIsCalledFine_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<int>("polls");
        const auto row = [](const char *lie, const char *id, int polls = 4) {
            QTest::newRow(lie) << QString::fromLatin1(id) << polls;
        };
        row("wrong-origin", "answers.forged_only");
        row("zero-origin", "answers.forged_only");
        row("zero-transmit", "fault.no_transmit");
        row("zero-receive", "fault.no_transmit");
        row("backwards", "fault.backwards");
        row("stratum-16", "unsynchronised");
        row("stratum-17", "fault.stratum");
        row("stratum-255", "fault.stratum");
        row("unsynchronised", "unsynchronised");
        row("leap-unknown", "unsynchronised");
        row("far-from-root", "fault.far");
        row("wide-dispersion", "fault.far");
        row("future-reference", "fault.future_reference");
        row("no-reference", "reference.none");
        row("mode-0", "fault.mode");
        row("mode-1", "fault.mode");
        row("mode-2", "fault.mode");
        row("mode-3", "fault.reflected");
        row("mode-5", "fault.mode");
        row("mode-6", "fault.mode");
        row("mode-7", "fault.mode");
        row("version-0", "fault.version");
        row("version-5", "fault.version");
        row("version-7", "fault.version");
        row("empty", "fault.unreadable");
        row("truncated", "fault.unreadable");
        row("huge-extension", "fault.malformed");
        row("short-extension", "fault.malformed");
        row("zero-extension", "fault.malformed");
        row("odd-extension", "fault.malformed");
        row("trailing", "fault.malformed");
        row("twice", "answers.contradict");
        row("late", "answers.late");
        row("other-address", "elsewhere.address");
        row("other-port", "elsewhere.port");
        row("leap-flips", "leap.flips");
        row("steps", "server.stepped_second", 12);
        row("far-ahead", "clock.off_alone");
        row("ahead", "clock.off_alone");
        row("ahead-second", "clock.off_alone");
        row("ahead-third", "clock.off_alone");
        row("behind", "clock.off_alone");
        row("era-1", "era");
        row("reflect", "fault.reflected");
        row("symmetric", "fault.mode");
        row("silent", "silent.filtered");
        row("forged-flood", "answers.flood", 2);
        row("answer-flood", "answers.flood", 2);
        row("kiss-rate", "kiss.rate");
        row("kiss-deny", "kiss.deny");
        row("kiss-rstr", "kiss.deny");
        row("kiss-init", "kiss.unsynchronised");
        row("kiss-step", "kiss.unsynchronised");
        row("kiss-ntsn", "kiss.ntsn");
        row("kiss-xqz", "kiss.other");
        row("kiss-bytes", "kiss.other");
        row("kiss-empty", "unsynchronised");
        row("rate-once", "kiss.rate");
        row("foreign-deny", "answers.forged");
        row("foreign-rate", "answers.forged");
    }
    void everyLieIsNamedAndNoneIsCalledFine()
    {
        QFETCH(QString, id);
        QFETCH(int, polls);
        const Diagnosed made = diagnose(hostile(QTest::currentDataTag()), polls);
        QVERIFY2(made.has(id), made.text().constData());
        QVERIFY2(!made.isFine(), made.text().constData());
        for (const Finding &each : made.findings)
            QVERIFY2(textOf(each).title != each.id, qPrintable(each.id));
    }

    void anHonestServerIsFineAndNobodyChecksIt()
    {
        const Diagnosed made = diagnose(hostile("honest"));
        QVERIFY2(made.has(QStringLiteral("fine_alone")), made.text().constData());
        QVERIFY2(made.has(QStringLiteral("one")), made.text().constData());
        QVERIFY2(!blockingKind(made.findings), made.text().constData());
    }

    void aDuplicateHarmsNothing()
    {
        const Diagnosed made = diagnose(hostile("duplicate"));
        QVERIFY2(made.has(QStringLiteral("answers.twice")), made.text().constData());
        QVERIFY2(!blockingKind(made.findings), made.text().constData());
    }

    void whoIsOutvotedIsNamedWithWhoOutvotesIt()
    {
        std::vector<Asked> servers;
        servers.push_back({hostile("ahead")});
        for (const char *each : {"honest", "unknown-extension", "duplicate"})
            servers.push_back({hostile(each)});
        const Diagnosed made = diagnose(std::move(servers));
        QVERIFY2(made.has(QStringLiteral("falseticker")), made.text().constData());
        const Finding &first = made.findings.first();
        QCOMPARE(first.id, QStringLiteral("ntp.falseticker"));
        QCOMPARE(first.action, QString(Action::kLeaveOut));
        QVERIFY(first.arguments[0].contains(
            QString::number(m_lab->hostileClocks().value(QStringLiteral("ahead")).port)));
        for (const char *each : {"honest", "duplicate"})
            QVERIFY2(first.arguments[2].contains(
                         QString::number(m_lab->hostileClocks().value(QLatin1String(each)).port)),
                     made.text().constData());
        QVERIFY2(!made.has(QStringLiteral("fine")), made.text().constData());
    }

    void thisComputerSaysHowItsClockIsKept()
    {
        ClockProbe::Request request;
        request.askHost = true;
        request.hostPatience = std::chrono::milliseconds(60'000);
        request.chronyc = chronycArguments({}, m_lab->ntp().commandPort);
        QTemporaryDir own;
        const QByteArray path = qgetenv("PATH");
        const auto restore = qScopeGuard([&path] { qputenv("PATH", path); });
        QVERIFY(m_lab->putChronyc(own.path()));
        qputenv("PATH", QFile::encodeName(own.path()) + ':' + path);
        std::vector<Asked> right;
        for (const char *each : {"honest", "unknown-extension", "duplicate"})
            right.push_back({hostile(each)});
        Diagnosed made = diagnose(std::move(right), 4, std::chrono::milliseconds(250), request);
        QVERIFY2(made.facts.host, made.text().constData());
        QVERIFY2(made.facts.host->chrony,
                 qPrintable(made.facts.host->problems.join(QLatin1Char('\n'))));
        QVERIFY(made.facts.host->kernel.startsWith(QLatin1String("Linux")));
        QVERIFY2(!blockingKind(made.findings), made.text().constData());
        // What the host says of a clock that is right explains nothing, and is never an error.
        for (const Finding &each : made.findings) {
            QVERIFY2(!each.id.contains(QLatin1String("+host.")), made.text().constData());
            QVERIFY2(!each.id.startsWith(QLatin1String("ntp.host.")) ||
                         each.severity != Finding::Severity::Error,
                     made.text().constData());
        }

        // Where the servers agree that this clock is off, why stands on top, in one finding.
        std::vector<Asked> ahead;
        for (const char *each : {"ahead", "ahead-second", "ahead-third"})
            ahead.push_back({hostile(each)});
        made = diagnose(std::move(ahead), 4, std::chrono::milliseconds(250), request);
        QVERIFY2(made.findings.front().id.startsWith(QLatin1String("ntp.clock.behind+host.")),
                 made.text().constData());
        QVERIFY(made.findings.front().severity >= Finding::Severity::Warning);
        QVERIFY2(!made.has(QStringLiteral("clock.behind")), made.text().constData());
    }

    void aComputerThatDoesNotSayInTimeIsNotWaitedFor()
    {
        ClockProbe::Request request;
        request.askHost = true;
        request.hostPatience = std::chrono::milliseconds(0);
        std::vector<Asked> servers;
        servers.push_back({hostile("honest")});
        const Diagnosed made =
            diagnose(std::move(servers), 4, std::chrono::milliseconds(250), request);
        QVERIFY(!made.facts.host);
        QVERIFY2(made.has(QStringLiteral("host.not_told")), made.text().constData());
        QVERIFY2(made.has(QStringLiteral("fine_alone")), made.text().constData());
    }

    void twoThatDisagreeMakeNoMajority()
    {
        std::vector<Asked> servers;
        servers.push_back({hostile("ahead")});
        servers.push_back({hostile("behind")});
        const Diagnosed made = diagnose(std::move(servers));
        QVERIFY2(made.has(QStringLiteral("no_majority")), made.text().constData());
        QVERIFY2(!made.isFine() || !made.has(QStringLiteral("fine")), made.text().constData());
    }

    void aServerThatSmearsAmongOthersIsNamed()
    {
        std::vector<Asked> servers;
        for (const char *each : {"smear", "honest", "duplicate"})
            servers.push_back({hostile(each)});
        const Diagnosed made = diagnose(std::move(servers));
        QVERIFY2(made.has(QStringLiteral("smear.mix")), made.text().constData());
    }

    void aClockThatFollowsNothingIsNotFine()
    {
        const Diagnosed made = diagnose(m_lab->ntp(QStringLiteral("ntp-plain")).address);
        QVERIFY2(made.has(QStringLiteral("stratum.local")), made.text().constData());
        QVERIFY2(!made.isFine(), made.text().constData());
    }

    void aRealServerWithoutTimeIsNamed()
    {
        const Diagnosed made = diagnose(m_lab->ntp(QStringLiteral("ntp-unsynchronised")).address);
        QVERIFY2(made.has(QStringLiteral("unsynchronised")), made.text().constData());
        QVERIFY2(!made.isFine(), made.text().constData());
        QCOMPARE(blockingKind(made.findings), std::optional(Error::Kind::Refused));
    }

    void aWrongKeyIsNamed()
    {
        const QString url =
            QStringLiteral("ntp://127.0.0.1:%1").arg(m_lab->ntp(QStringLiteral("ntp-key")).port);
        std::vector<Asked> right;
        right.push_back({url, key(3)});
        Diagnosed made = diagnose(std::move(right));
        QVERIFY2(!blockingKind(made.findings), made.text().constData());
        std::vector<Asked> wrong;
        wrong.push_back({url, key(3, "HEX:00112233445566778899aabbccddeeff")});
        made = diagnose(std::move(wrong));
        // chronyd keeps silent to a wrong key; without one it answers.
        QVERIFY2(made.has(QStringLiteral("silent.key_dropped")), made.text().constData());
        QVERIFY2(!made.isFine(), made.text().constData());
    }

    void aMacThatIsWrongMissingOrANakIsNamed()
    {
        const std::pair<const char *, const char *> rows[] = {{"crypto-nak", "mac.crypto_nak"},
                                                              {"wrong-mac", "mac.wrong"},
                                                              {"honest", "mac.missing"}};
        for (const auto &[lie, id] : rows) {
            std::vector<Asked> servers;
            SymmetricKey with = key(3);
            with.id = 1;
            servers.push_back({hostile(lie), std::move(with)});
            const Diagnosed made = diagnose(std::move(servers));
            QVERIFY2(made.has(QLatin1String(id)), made.text().constData());
            QVERIFY2(!made.isFine(), made.text().constData());
            QCOMPARE(blockingKind(made.findings), std::optional(Error::Kind::Auth));
        }
    }

    void aServerWithNtsGivesKeysAndIsAuthentic()
    {
        const Diagnosed made = diagnose(m_lab->ntp(QStringLiteral("ntp-nts")).address);
        QVERIFY2(made.has(QStringLiteral("nts.ok")), made.text().constData());
        QVERIFY2(!blockingKind(made.findings), made.text().constData());
    }

    void anExpiredCertificateIsNamed()
    {
        const Diagnosed made = diagnose(m_lab->ntp(QStringLiteral("ntp-nts-expired")).address);
        QVERIFY2(made.has(QStringLiteral("nts.certificate.expired")), made.text().constData());
        QCOMPARE(blockingKind(made.findings), std::optional(Error::Kind::Certificate));
        QVERIFY2(!made.isFine(), made.text().constData());
    }

    void anUnknownAuthorityIsNamed()
    {
        const auto &server = m_lab->ntp(QStringLiteral("ntp-nts"));
        const Diagnosed made = diagnose(QStringLiteral("ntp://127.0.0.1:%1?nts=yes&ke_port=%2")
                                            .arg(server.port)
                                            .arg(server.exchangePort));
        QVERIFY2(made.has(QStringLiteral("nts.certificate.unknown")), made.text().constData());
    }

    void aClosedPortForKeysIsNamed()
    {
        QTcpServer reserved;
        QVERIFY(reserved.listen(QHostAddress::LocalHost));
        const quint16 port = reserved.serverPort();
        reserved.close();
        const Diagnosed made = diagnose(QStringLiteral("ntp://127.0.0.1:%1?nts=yes&ke_port=%2")
                                            .arg(m_lab->ntp(QStringLiteral("ntp-plain")).port)
                                            .arg(port));
        QVERIFY2(made.has(QStringLiteral("nts.closed")), made.text().constData());
        QCOMPARE(blockingKind(made.findings), std::optional(Error::Kind::Network));
    }

    void ntsThatIsOfferedIsSeenWhereThatIsAsked()
    {
        const auto &server = m_lab->ntp(QStringLiteral("ntp-nts"));
        ClockProbe::Request request;
        request.tryExchange = true;
        std::vector<Asked> servers;
        servers.push_back({QStringLiteral("ntp://127.0.0.1:%1").arg(server.port)});
        const Diagnosed made =
            diagnose(std::move(servers), 2, std::chrono::milliseconds(250), request);
        QVERIFY(made.facts.servers[0].reach.has_value());
        QVERIFY(made.facts.servers[0].reach->exchange != ReachFacts::Port::NotTried);
    }

    void aClosedPortIsToldFromASilentOne()
    {
        QUdpSocket reserved;
        QVERIFY(reserved.bind(QHostAddress::LocalHost));
        const quint16 port = reserved.localPort();
        const QString url = QStringLiteral("ntp://127.0.0.1:%1").arg(port);
        Diagnosed made = diagnose(url, 2);
        QVERIFY2(made.has(QStringLiteral("silent.filtered")) ||
                     made.has(QStringLiteral("silent.unknown")),
                 made.text().constData());
        reserved.close();
        made = diagnose(url, 2);
#ifdef Q_OS_LINUX
        QVERIFY2(made.has(QStringLiteral("refused.port")), made.text().constData());
#endif
        QVERIFY2(!made.isFine(), made.text().constData());
    }

    void aPublicServerIsAskedOnceInTwoSecondsByTwoTabsAndADiagnosisTogether()
    {
        const PublicManners manners(QHostAddress(QHostAddress::LocalHost));
        // It keeps silent, and notes when it is asked.
        QUdpSocket server;
        QVERIFY(server.bind(QHostAddress::LocalHost));
        std::vector<std::chrono::steady_clock::time_point> asked;
        connect(&server, &QIODevice::readyRead, this, [&server, &asked] {
            char bytes[128];
            while (server.hasPendingDatagrams()) {
                server.readDatagram(bytes, sizeof(bytes));
                asked.push_back(std::chrono::steady_clock::now());
            }
        });
        ServerTarget target =
            targetOf(QStringLiteral("ntp://127.0.0.1:%1").arg(server.localPort()));
        target.timeout = std::chrono::milliseconds(250);
        PollPlan plan;
        plan.burst = 2;
        plan.burstGap = std::chrono::milliseconds(30);
        plan.interval = {};
        Monitor tab(plan);
        Monitor other(plan);
        const Recorder recorder(tab);
        tab.add(target);
        other.add(target);
        ClockProbe probe(tab, recorder, {.polls = 2});
        QSignalSpy finished(&probe, &ClockProbe::finished);
        probe.start();
        QVERIFY(!finished.isEmpty() || finished.wait(60'000));
        // Two of each tab and three of the diagnosis; the fourth of these goes to port 123.
        const DiagnosedServer state = probe.facts().servers.front();
        QVERIFY(state.reach);
        QCOMPARE(state.reach->trials.size(), 4);
        QVERIFY2(asked.size() >= 6, qPrintable(QString::number(asked.size())));
        for (std::size_t i = 1; i < asked.size(); ++i) {
            const auto gap =
                std::chrono::duration_cast<std::chrono::milliseconds>(asked[i] - asked[i - 1]);
            // This thread may note one a little late.
            QVERIFY2(gap.count() > 1900, qPrintable(QString::number(gap.count())));
        }
    }

    void twoTabsAtARealServerTakeTurns()
    {
        const PublicManners manners(QHostAddress(QHostAddress::LocalHost));
        PollPlan plan;
        plan.burst = 2;
        plan.burstGap = std::chrono::milliseconds(30);
        plan.interval = {};
        std::vector<Instant> told;
        Monitor first(plan);
        Monitor second(plan);
        for (Monitor *each : {&first, &second}) {
            connect(each, &Monitor::happened, this, [&told](const QList<Outcome> &outcomes) {
                for (const Outcome &outcome : outcomes) {
                    // Not t1, which with interleaving is of the question before.
                    if (outcome.kind == Outcome::Kind::Measured)
                        told.push_back(outcome.at);
                }
            });
            each->add(targetOf(m_lab->ntp(QStringLiteral("ntp-plain")).address));
        }
        QTRY_COMPARE_WITH_TIMEOUT(told.size(), std::size_t(4), 30'000);
        std::sort(told.begin(), told.end());
        for (std::size_t i = 1; i < told.size(); ++i)
            QVERIFY(between(told[i], told[i - 1]).count() > 1.95);
    }

    void aNameThatDoesNotExistIsNamed()
    {
        const Diagnosed made = diagnose(QStringLiteral("ntp://nowhere.invalid"), 1);
        QVERIFY2(made.has(QStringLiteral("lookup.failed")), made.text().constData());
        QCOMPARE(blockingKind(made.findings), std::optional(Error::Kind::Network));
    }

    void aProbeThatIsTakenBackEndsWithWhatItHas()
    {
        Monitor monitor(PollPlan{.burst = 100, .burstGap = std::chrono::milliseconds(500)});
        const Recorder recorder(monitor);
        monitor.add(targetOf(hostile("honest")));
        ClockProbe probe(monitor, recorder, {.polls = 100});
        QSignalSpy finished(&probe, &ClockProbe::finished);
        probe.start();
        probe.cancel();
        QVERIFY(!finished.isEmpty() || finished.wait(5000));
        QVERIFY(probe.facts().cancelled);
        QCOMPARE(finished.size(), 1);
    }
};

PORTOLAN_LAB_TEST_MAIN(NtpDiagnosisTest)
#include "ntpdiagnosis.moc"
