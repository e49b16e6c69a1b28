// SPDX-License-Identifier: GPL-3.0-or-later
// portolanctl ntp against real chronyds and servers that lie: JSON, exit codes, text.
#include "tests/support/lab.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <memory>

using Portolan::Test::Lab;

class NtpCommandsTest final : public QObject
{
    Q_OBJECT

private:
    struct Outcome
    {
        int code = -1;
        QByteArray out;
        QByteArray errors;

        [[nodiscard]] QList<QJsonObject> ofType(const char *type) const
        {
            QList<QJsonObject> all;
            for (const QByteArray &line : out.split('\n')) {
                const QJsonObject object = QJsonDocument::fromJson(line).object();
                if (object[QLatin1String("type")].toString() == QLatin1String(type))
                    all.append(object);
            }
            return all;
        }
        [[nodiscard]] bool hasFinding(const char *id) const
        {
            const auto all = ofType("finding");
            return std::any_of(all.begin(), all.end(), [id](const QJsonObject &each) {
                return each[QLatin1String("id")].toString() == QLatin1String(id);
            });
        }
        [[nodiscard]] QByteArray text() const
        {
            return QByteArray::number(code) + '\n' + out + errors;
        }
    };

    std::unique_ptr<Lab> m_lab;
    QTemporaryDir m_home;

    Outcome run(const QString &words) const
    {
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("PORTOLAN_HOME"), m_home.path());
        environment.insert(QStringLiteral("LANGUAGE"), QStringLiteral("en"));
        process.setProcessEnvironment(environment);
        process.start(
            qEnvironmentVariable("PORTOLAN_BUILD_DIR") + QStringLiteral("/app/cli/portolanctl"),
            QStringList{QStringLiteral("ntp")} + words.split(QLatin1Char(' '), Qt::SkipEmptyParts));
        Outcome outcome;
        if (!process.waitForFinished(60'000))
            return outcome;
        outcome.code = process.exitCode();
        outcome.out = process.readAllStandardOutput();
        outcome.errors = process.readAllStandardError();
        return outcome;
    }
    Outcome json(const QString &words) const { return run(words + QStringLiteral(" --json")); }
    [[nodiscard]] QString server(const char *id) const
    {
        return m_lab->ntp(QString::fromLatin1(id)).address;
    }
    [[nodiscard]] QString lie(const char *id) const
    {
        return m_lab->hostileClocks().value(QString::fromLatin1(id)).url;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_lab.reset(new Lab(Lab::withNtp(true, true, {})));
        QCOMPARE(m_lab->error(), QString());
    }
    void cleanupTestCase() { m_lab.reset(); }

    void aQueryTellsEachAnswerEachServerAndWhatIsAgreed()
    {
        // The follower has no time until it has heard its own server some times.
        Outcome outcome;
        QTRY_VERIFY2_WITH_TIMEOUT(
            (outcome = json(QStringLiteral("query %1 %2 --count 3")
                                .arg(server("ntp-plain"), server("ntp-follower"))))
                    .code == 0,
            outcome.text().constData(), 60'000);
        const auto servers = outcome.ofType("server");
        QCOMPARE(servers.size(), 2);
        for (const QJsonObject &each : servers) {
            QCOMPARE(each[QLatin1String("answered")].toInt(), 3);
            QCOMPARE(each[QLatin1String("silent")].toInt(), 0);
            QVERIFY(each[QLatin1String("stratum")].toInt() > 0);
            QVERIFY(std::abs(each[QLatin1String("offset_s")].toDouble()) < 1);
            QVERIFY(each[QLatin1String("bound_s")].toDouble() > 0);
            QVERIFY(each[QLatin1String("low_s")].toDouble() <
                    each[QLatin1String("high_s")].toDouble());
        }
        const auto selections = outcome.ofType("selection");
        QCOMPARE(selections.size(), 1);
        QCOMPARE(selections.front()[QLatin1String("voters")].toInt(), 2);
        QCOMPARE(selections.front()[QLatin1String("outvoted")].toArray().size(), 0);
    }
    void aQueryOfOneThatIsSilentEndsWithTheTimeout()
    {
        const Outcome outcome =
            json(QStringLiteral("query %1?timeout=0.3 --count 2").arg(lie("silent")));
        QVERIFY2(outcome.code == 3, outcome.text().constData());
        QVERIFY(outcome.errors.contains("\"type\":\"error\""));
        const auto servers = outcome.ofType("server");
        QCOMPARE(servers.size(), 1);
        QCOMPARE(servers.front()[QLatin1String("silent")].toInt(), 2);
        QVERIFY(!servers.front().contains(QLatin1String("offset_s")));
    }
    void aServerThatRefusesIsNotTakenForOneThatIsSilent()
    {
        const Outcome outcome = json(QStringLiteral("query %1").arg(lie("kiss-deny")));
        QVERIFY2(outcome.code == 1, outcome.text().constData());
        const auto servers = outcome.ofType("server");
        QCOMPARE(servers.size(), 1);
        QVERIFY(
            servers.front()[QLatin1String("kiss")].toString().startsWith(QLatin1String("DENY")));
        QCOMPARE(servers.front()[QLatin1String("answered")].toInt(), 0);
    }
    void whatCannotBeMeantIsSaidBeforeAnythingIsAsked()
    {
        QCOMPARE(json(QStringLiteral("query ntp://127.0.0.1?nonsense=1")).code, 2);
        QCOMPARE(json(QStringLiteral("query")).code, 2);
        QCOMPARE(json(QStringLiteral("diagnose %1 --count 0").arg(lie("ahead"))).code, 2);
    }
    void aWatchEndsAfterItsCountAndTellsEveryPoll()
    {
        const Outcome outcome =
            json(QStringLiteral("watch %1 --interval 0.05 --count 4").arg(server("ntp-plain")));
        QVERIFY2(outcome.code == 0, outcome.text().constData());
        const auto servers = outcome.ofType("server");
        QCOMPARE(servers.size(), 1);
        QVERIFY(servers.front()[QLatin1String("answered")].toInt() >= 4);
        const auto samples = outcome.ofType("sample");
        QVERIFY2(samples.size() >= 4, outcome.text().constData());
        for (const QJsonObject &each : samples)
            QVERIFY(each[QLatin1String("delay_s")].toDouble() > 0);
    }
    void aDiagnosisNamesTheServerThatLiesAndFails()
    {
        const Outcome outcome =
            json(QStringLiteral("diagnose %1 %2 %3 --count 4 --interval 0.05")
                     .arg(server("ntp-plain"), server("ntp-follower"), lie("ahead")));
        QVERIFY2(outcome.hasFinding("ntp.falseticker"), outcome.text().constData());
        QVERIFY2(outcome.code != 0, outcome.text().constData());
        QVERIFY(!outcome.hasFinding("ntp.fine"));
        for (const QJsonObject &each : outcome.ofType("finding")) {
            QVERIFY(!each[QLatin1String("severity")].toString().isEmpty());
            QVERIFY(!each[QLatin1String("title")].toString().isEmpty());
        }
        const auto selections = outcome.ofType("selection");
        QCOMPARE(selections.size(), 1);
        QCOMPARE(selections.front()[QLatin1String("outvoted")].toArray().size(), 1);
    }
    void aDiagnosisTellsWhatKeepsThisClock()
    {
        const QString servers = QStringLiteral("diagnose %1 %2 %3 --count 4 --interval 0.05")
                                    .arg(lie("ahead"), lie("ahead-second"), lie("ahead-third"));
        const Outcome outcome = json(servers);
        // An error where the cause is one: that depends on this computer.
        QVERIFY2(outcome.code == 0 || outcome.code == 1, outcome.text().constData());
        const auto hosts = outcome.ofType("host_clock");
        QCOMPARE(hosts.size(), 1);
        const auto findings = outcome.ofType("finding");
        QVERIFY(!findings.isEmpty());
        QVERIFY2(findings.front()[QLatin1String("id")].toString().startsWith(
                     QLatin1String("ntp.clock.behind+host.")),
                 outcome.text().constData());
        const Outcome without = json(servers + QStringLiteral(" --no-host"));
        QVERIFY2(without.hasFinding("ntp.clock.behind"), without.text().constData());
        QVERIFY(without.ofType("host_clock").isEmpty());
    }
    void aDiagnosisOfSilenceEndsWithTheTimeout()
    {
        const Outcome outcome = json(
            QStringLiteral("diagnose %1?timeout=0.3 --count 2 --no-trials").arg(lie("silent")));
        QVERIFY2(outcome.code == 3, outcome.text().constData());
        QVERIFY(!outcome.ofType("finding").isEmpty());
        QVERIFY(!outcome.hasFinding("ntp.fine"));
    }
    void aDiagnosisInWordsEndsWithASummary()
    {
        const Outcome outcome =
            run(QStringLiteral("diagnose %1 --count 4 --interval 0.05").arg(server("ntp-plain")));
        QVERIFY2(outcome.code == 0, outcome.text().constData());
        QVERIFY(!outcome.out.contains("\"type\""));
        QVERIFY(outcome.out.split('\n').size() > 2);
    }
};

PORTOLAN_LAB_TEST_MAIN(NtpCommandsTest)
#include "ntpcommands.moc"
