// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ntp/host/hostprobe.h"
#include "core/runtime/reaper.h"
#include "core/ssh/sshshell.h"
#include "tests/support/lab.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Portolan;
using namespace Portolan::Ntp;
using namespace std::chrono_literals;

// A real chronyd, seen on this computer and on one behind SSH.
class NtpHostLabTest : public QObject
{
    Q_OBJECT

private:
    Test::Lab m_hosts{QStringList{QStringLiteral("publickey")}};
    Test::Lab m_clocks = Test::Lab::withNtp();
    QTemporaryDir m_own;

    struct Result
    {
        std::optional<HostClock> clock;
        std::optional<Error> error;
    };
    Result run(HostProbe &probe)
    {
        Result result;
        probe.setChronyc({QStringLiteral("-h"), QStringLiteral("127.0.0.1"), QStringLiteral("-p"),
                          QString::number(m_clocks.ntp().commandPort)});
        connect(&probe, &HostProbe::finished, this,
                [&result](const HostClock &clock) { result.clock = clock; });
        connect(&probe, &HostProbe::failed, this,
                [&result](const Error &error) { result.error = error; });
        probe.start();
        [[maybe_unused]] const bool over =
            QTest::qWaitFor([&result] { return result.clock || result.error; }, 60'000);
        return result;
    }
    Ssh::Options options(const QString &identity) const
    {
        Ssh::Options options;
        options.knownHostsFile = m_hosts.server(QStringLiteral("publickey")).knownHosts;
        options.globalKnownHostsFiles.clear();
        options.identityFiles = {identity};
        options.identitiesOnly = true;
        options.useAgent = false;
        return options;
    }
    std::unique_ptr<Net::Shell> shell(const QString &identity) const
    {
        const auto &server = m_hosts.server(QStringLiteral("publickey"));
        return std::make_unique<Ssh::SshShell>(std::make_shared<Ssh::ConnectionPool>(),
                                               Ssh::Target{server.user, server.host, server.port},
                                               options(identity), Ssh::SshDialer::Introduce());
    }
    void isOfTheLab(const HostClock &clock) const
    {
        QVERIFY2(clock.chrony, qPrintable(clock.problems.join(QLatin1Char('\n'))));
        QCOMPARE(clock.chrony->stratum, 4);
        QCOMPARE(clock.chrony->source, QStringLiteral("127.0.0.1"));
        QVERIFY(std::abs(clock.chrony->offset.count()) < 1e-3);
        QCOMPARE(clock.isSynchronised(), std::optional(true));
        QCOMPARE(clock.chronySources.size(), 1);
        QCOMPARE(clock.chronySources[0].state, HostSource::State::Selected);
        QVERIFY(clock.kernel.startsWith(QLatin1String("Linux")));
        // A container may come without /sys: then nothing is known, and nothing is made up.
        QFile source(
            QStringLiteral("/sys/devices/system/clocksource/clocksource0/current_clocksource"));
        const bool isKnown = source.open(QIODevice::ReadOnly);
        QCOMPARE(clock.clockSource.current,
                 isKnown ? QString::fromLatin1(source.readAll().trimmed()) : QString());
        const bool isSeen =
            std::any_of(clock.daemons.begin(), clock.daemons.end(), [](const HostDaemon &each) {
                return each.name == QLatin1String("chronyd") && !each.setsClock;
            });
        QVERIFY(isSeen);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_hosts.error().isEmpty(), qPrintable(m_hosts.error()));
        QVERIFY2(m_clocks.error().isEmpty(), qPrintable(m_clocks.error()));
        const QString bin = m_own.filePath(QStringLiteral("bin"));
        QVERIFY(m_clocks.putChronyc(bin));
        QVERIFY(m_clocks.putChronyc(m_hosts.homeFolder() + QStringLiteral("/bin")));
        qputenv("PATH", QFile::encodeName(bin) + ':' + qgetenv("PATH"));
    }
    void cleanupTestCase() { QCOMPARE(Reaper::waitForAll(20s), 0); }

    void thisComputerTells()
    {
        // The follower needs a moment to follow.
        std::optional<HostClock> clock;
        QTRY_VERIFY_WITH_TIMEOUT(
            [&] {
                HostProbe probe;
                clock = run(probe).clock;
                return clock && clock->isSynchronised() == true;
            }(),
            60'000);
        isOfTheLab(*clock);
        QVERIFY(!clock->difference);
        QVERIFY(clock->kernelClock);
    }
    void aHostBehindSshTells()
    {
        HostProbe probe(shell(m_hosts.client().ed25519), QStringLiteral("lab@gate"));
        const auto result = run(probe);
        QVERIFY2(result.clock, qPrintable(result.error.value_or(Error{}).what));
        isOfTheLab(*result.clock);
        // It is the same clock, and the bound is that of the way.
        QVERIFY(result.clock->difference);
        QVERIFY(result.clock->difference->least.count() <= 0);
        QVERIFY(result.clock->difference->most.count() >= 0);
        QVERIFY((result.clock->difference->most - result.clock->difference->least).count() < 5);
    }
    void aHostThatLetsNobodyInIsTheReason()
    {
        HostProbe probe(shell(m_hosts.client().wrong), QStringLiteral("lab@gate"));
        const auto result = run(probe);
        QVERIFY(result.error);
        QCOMPARE(result.error->kind, Error::Kind::Auth);
    }
    void aScriptThatTakesTooLongEnds()
    {
        for (const bool isLocal : {true, false}) {
            std::unique_ptr<Net::Shell> where = std::make_unique<Net::LocalShell>();
            if (!isLocal)
                where = shell(m_hosts.client().ed25519);
            std::optional<Portolan::Result<Net::ShellOutput>> result;
            const auto attempt =
                where->run("sleep 60\n", 300ms, [&result](Portolan::Result<Net::ShellOutput> came) {
                    result.emplace(std::move(came));
                });
            QTRY_VERIFY_WITH_TIMEOUT(result.has_value(), 20'000);
            QCOMPARE(result->error().kind, Error::Kind::Timeout);
        }
    }
    void whatAScriptFloodsIsCut()
    {
        for (const bool isLocal : {true, false}) {
            std::unique_ptr<Net::Shell> where = std::make_unique<Net::LocalShell>();
            if (!isLocal)
                where = shell(m_hosts.client().ed25519);
            std::optional<Portolan::Result<Net::ShellOutput>> result;
            const auto attempt = where->run("head -c 6000000 /dev/zero\n", 30s,
                                            [&result](Portolan::Result<Net::ShellOutput> came) {
                                                result.emplace(std::move(came));
                                            });
            QTRY_VERIFY_WITH_TIMEOUT(result.has_value(), 60'000);
            QVERIFY(result->has_value());
            QVERIFY((*result)->isCut);
            QCOMPARE((*result)->bytes.size(), Net::Shell::kMostOutput);
        }
    }
    void theCommandLineTells()
    {
        const auto &server = m_hosts.server(QStringLiteral("publickey"));
        QTemporaryDir home;
        for (const bool isLocal : {true, false}) {
            QProcess process;
            auto environment = QProcessEnvironment::systemEnvironment();
            environment.insert(QStringLiteral("PORTOLAN_HOME"), home.path());
            process.setProcessEnvironment(environment);
            QStringList arguments{QStringLiteral("ntp"),
                                  QStringLiteral("host"),
                                  QStringLiteral("--json"),
                                  QStringLiteral("--chronyd-host"),
                                  QStringLiteral("127.0.0.1"),
                                  QStringLiteral("--chronyd-port"),
                                  QString::number(m_clocks.ntp().commandPort)};
            if (!isLocal)
                arguments += {QStringLiteral("--known-hosts"),
                              server.knownHosts,
                              QStringLiteral("--identity"),
                              m_hosts.client().ed25519,
                              QStringLiteral("--ssh-config"),
                              QStringLiteral("none"),
                              server.url};
            process.start(qEnvironmentVariable("PORTOLAN_BUILD_DIR") +
                              QStringLiteral("/app/cli/portolanctl"),
                          arguments);
            QVERIFY(process.waitForFinished(60'000));
            const auto first =
                QJsonDocument::fromJson(process.readAllStandardOutput().split('\n').front())
                    .object();
            QCOMPARE(first.value(QLatin1String("type")).toString(), QStringLiteral("host_clock"));
            QCOMPARE(first.value(QLatin1String("tracking"))
                         .toObject()
                         .value(QLatin1String("stratum"))
                         .toInt(),
                     4);
            QCOMPARE(first.contains(QLatin1String("difference_ms")), !isLocal);
        }
    }
};

PORTOLAN_LAB_TEST_MAIN(NtpHostLabTest)
#include "ntphost.moc"
