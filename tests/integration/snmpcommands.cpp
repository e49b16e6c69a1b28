// SPDX-License-Identifier: GPL-3.0-or-later
// portolanctl snmp against a real agent: JSON, exit codes, text.
#include "tests/support/lab.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using Portolan::Test::Lab;

class SnmpCommandsTest final : public QObject
{
    Q_OBJECT

private:
    struct Outcome
    {
        int code = -1;
        QByteArray out;
        QByteArray errors;
        [[nodiscard]] QList<QJsonObject> lines() const
        {
            QList<QJsonObject> all;
            for (const QByteArray &line : out.split('\n')) {
                if (!line.isEmpty())
                    all.append(QJsonDocument::fromJson(line).object());
            }
            return all;
        }
    };

    std::unique_ptr<Lab> m_lab;
    QTemporaryDir m_home;

    Outcome run(const QStringList &arguments) const
    {
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("PORTOLAN_HOME"), m_home.path());
        environment.insert(QStringLiteral("AUTH"), m_lab->snmp().authPassword);
        environment.insert(QStringLiteral("PRIV"), m_lab->snmp().privPassword);
        environment.insert(QStringLiteral("WRITE"), m_lab->snmp().writeCommunity);
        process.setProcessEnvironment(environment);
        process.start(qEnvironmentVariable("PORTOLAN_BUILD_DIR") +
                          QStringLiteral("/app/cli/portolanctl"),
                      QStringList{QStringLiteral("snmp")} + arguments);
        Outcome outcome;
        if (!process.waitForFinished(60'000))
            return outcome;
        outcome.code = process.exitCode();
        outcome.out = process.readAllStandardOutput();
        outcome.errors = process.readAllStandardError();
        return outcome;
    }
    Outcome json(const QString &words) const
    {
        return run(words.split(QLatin1Char(' '), Qt::SkipEmptyParts) +
                   QStringList{QStringLiteral("--json")});
    }
    [[nodiscard]] QString url(const QString &community = QStringLiteral("public@")) const
    {
        return QStringLiteral("snmp://") + community + QStringLiteral("127.0.0.1:") +
               QString::number(m_lab->snmp().port);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_lab.reset(new Lab(Lab::withSnmp()));
        QCOMPARE(m_lab->error(), QString());
    }
    void cleanupTestCase() { m_lab.reset(); }

    void getPrintsVarbindsAndTellsWhatIsMissing()
    {
        auto outcome = json(QStringLiteral("get %1 sysDescr sysServices.0").arg(url()));
        QCOMPARE(outcome.code, 0);
        auto lines = outcome.lines();
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines[0][QLatin1String("type")].toString(), QStringLiteral("varbind"));
        QCOMPARE(lines[0][QLatin1String("oid")].toString(), QStringLiteral("1.3.6.1.2.1.1.1.0"));
        QCOMPARE(lines[0][QLatin1String("name")].toString(),
                 QStringLiteral("SNMPv2-MIB::sysDescr.0"));
        QCOMPARE(lines[0][QLatin1String("syntax")].toString(), QStringLiteral("OCTET STRING"));
        QCOMPARE(lines[0][QLatin1String("value")].toString(),
                 QStringLiteral("The lab of Portolan"));
        QCOMPARE(lines[1][QLatin1String("value")].toInt(), 72);
        QCOMPARE(lines[2][QLatin1String("type")].toString(), QStringLiteral("summary"));
        QVERIFY(!outcome.out.contains("public"));

        outcome = json(QStringLiteral("get %1 1.3.6.1.2.1.1.99.0").arg(url()));
        QCOMPARE(outcome.code, 1);
        QCOMPARE(outcome.lines()[0][QLatin1String("syntax")].toString(),
                 QStringLiteral("noSuchObject"));
        QVERIFY(outcome.lines()[0][QLatin1String("value")].isNull());
    }

    void nextAndBulkGoOn()
    {
        auto lines = json(QStringLiteral("next %1 system").arg(url())).lines();
        QCOMPARE(lines[0][QLatin1String("oid")].toString(), QStringLiteral("1.3.6.1.2.1.1.1.0"));
        lines = json(QStringLiteral("bulk %1 system --repetitions 4").arg(url())).lines();
        QCOMPARE(lines.size(), 5);
        QCOMPARE(json(QStringLiteral("bulk %1 system --v1").arg(url())).code, 2);
    }

    void whatCannotBeMeantIsSaid()
    {
        QCOMPARE(json(QStringLiteral("get %1 1").arg(url())).code, 2);
        QCOMPARE(json(QStringLiteral("table %1 sysDescr").arg(url())).code, 2);
        const auto nothing = json(QStringLiteral("walk %1 1.3.6.1.4.1.424242").arg(url()));
        QCOMPARE(nothing.code, 0);
        QCOMPARE(nothing.lines().size(), 1);
        QVERIFY(nothing.errors.contains("\"type\":\"warning\""));
    }

    void walkIsInOrderAndSaysHowItWent()
    {
        for (const char *extra : {"", "--v1", "--one-at-a-time"}) {
            const auto outcome =
                json(QStringLiteral("walk %1 interfaces %2").arg(url(), QLatin1String(extra)));
            QCOMPARE(outcome.code, 0);
            const auto lines = outcome.lines();
            QVERIFY(lines.size() > 20);
            const QJsonObject summary = lines.last();
            QCOMPARE(summary[QLatin1String("varbinds")].toInt(), lines.size() - 1);
            QVERIFY(summary[QLatin1String("complete")].toBool());
            QCOMPARE(lines[0][QLatin1String("name")].toString(),
                     QStringLiteral("IF-MIB::ifNumber.0"));
        }
    }

    void tableHasARowForEachIndex()
    {
        auto outcome = json(QStringLiteral("table %1 ifTable").arg(url()));
        QCOMPARE(outcome.code, 0);
        const auto row = outcome.lines()[0];
        QCOMPARE(row[QLatin1String("type")].toString(), QStringLiteral("row"));
        const auto columns = row[QLatin1String("columns")].toObject();
        QCOMPARE(QString::number(columns[QLatin1String("ifIndex")][QLatin1String("value")].toInt()),
                 row[QLatin1String("index")].toString());
        // Without a module, by numbers.
        outcome = json(QStringLiteral("table %1 1.3.6.1.4.1.2021.10").arg(url()));
        QCOMPARE(outcome.code, 0);
        outcome = run({QStringLiteral("table"), url(), QStringLiteral("ifTable")});
        QVERIFY(outcome.out.startsWith("Index\tifIndex\tifDescr"));
    }

    void discoverFindsAgentsAndTellsWhatItCosts()
    {
        const QString place = QStringLiteral("127.0.0.1:%1").arg(m_lab->snmp().port);
        auto outcome = json(QStringLiteral("discover %1 --rate 1000 --wait 0.5").arg(place));
        QCOMPARE(outcome.code, 0);
        const auto lines = outcome.lines();
        QCOMPARE(lines[0][QLatin1String("type")].toString(), QStringLiteral("plan"));
        QCOMPARE(lines[0][QLatin1String("most_packets")].toInt(), 4);
        QCOMPARE(lines[1][QLatin1String("type")].toString(), QStringLiteral("agent"));
        QCOMPARE(lines[1][QLatin1String("vendor")].toString(), QStringLiteral("Net-SNMP"));
        QCOMPARE(lines[1][QLatin1String("description")].toString(),
                 QStringLiteral("The lab of Portolan"));
        QCOMPARE(lines.last()[QLatin1String("agents")].toInt(), 1);
        // A user of version 3, whose password stands nowhere.
        outcome = run({QStringLiteral("discover"), place, QStringLiteral("--json"),
                       QStringLiteral("--v3-user"), QStringLiteral("nobody"),
                       QStringLiteral("--v3-user"), QStringLiteral("none"),
                       QStringLiteral("--level"), QStringLiteral("noAuthNoPriv")});
        QCOMPARE(outcome.code, 0);
        QCOMPARE(outcome.lines()[1][QLatin1String("credential")].toString(),
                 QStringLiteral("none"));
        outcome = json(QStringLiteral("discover 127.0.0.1:9"));
        QCOMPARE(outcome.code, 1);
        QCOMPARE(outcome.lines().last()[QLatin1String("refused")].toInt(), 1);
        QCOMPARE(json(QStringLiteral("discover 10.0.0.0/8")).code, 2);
        QCOMPARE(json(QStringLiteral("discover nonsense")).code, 2);
    }

    void portsAreOneRowEach()
    {
        auto outcome = json(QStringLiteral("ports %1").arg(url()));
        QCOMPARE(outcome.code, 0);
        const auto lines = outcome.lines();
        QCOMPARE(lines[0][QLatin1String("type")].toString(), QStringLiteral("switch"));
        QVERIFY(!lines[0][QLatin1String("missing")].toArray().isEmpty());
        QCOMPARE(lines[1][QLatin1String("type")].toString(), QStringLiteral("port"));
        QCOMPARE(lines[1][QLatin1String("name")].toString(), QStringLiteral("lo"));
        outcome = run({QStringLiteral("ports"), url(), QStringLiteral("--all")});
        QCOMPARE(outcome.code, 0);
        QVERIFY(outcome.out.startsWith("Port"));
        QVERIFY(outcome.out.contains("\nlo "));
        outcome = run({QStringLiteral("ports"), url(), QStringLiteral("--csv")});
        QVERIFY(outcome.out.contains("ifIndex,name"));
    }

    void setTellsWhatWasThere()
    {
        auto outcome =
            run({QStringLiteral("set"), url(QString()), QStringLiteral("--json"),
                 QStringLiteral("--community-env"), QStringLiteral("WRITE"),
                 QStringLiteral("sysContact.0"), QStringLiteral("="), QStringLiteral("첫째")});
        QCOMPARE(outcome.code, 0);
        outcome =
            run({QStringLiteral("set"), url(QString()), QStringLiteral("--json"),
                 QStringLiteral("--community-env"), QStringLiteral("WRITE"),
                 QStringLiteral("sysContact.0"), QStringLiteral("s"), QStringLiteral("둘째")});
        QCOMPARE(outcome.lines()[0][QLatin1String("value")].toString(), QStringLiteral("둘째"));
        QCOMPARE(outcome.lines()[0][QLatin1String("previous")][QLatin1String("value")].toString(),
                 QStringLiteral("첫째"));
        outcome = json(QStringLiteral("set %1 --community-env WRITE sysContact.0 s x --dry-run")
                           .arg(url(QString())));
        QCOMPARE(outcome.code, 0);
        const auto now = json(QStringLiteral("get %1 sysContact").arg(url())).lines();
        QCOMPARE(now[0][QLatin1String("value")].toString(), QStringLiteral("둘째"));

        outcome = json(QStringLiteral("set %1 sysContact.0 s x").arg(url()));
        QCOMPARE(outcome.code, 1);
        QVERIFY(outcome.errors.contains("noAccess"));
        QCOMPARE(json(QStringLiteral("set %1 sysContact.0 i").arg(url())).code, 2);
        QCOMPARE(json(QStringLiteral("set %1 sysServices.0 = many").arg(url())).code, 2);
    }

    void version3TellsWhatIsWrong()
    {
        const QString right =
            QStringLiteral("--v3-user sha256-aes256 --auth-password-env AUTH --priv-protocol "
                           "AES-256 --priv-password-env PRIV");
        QCOMPARE(json(QStringLiteral("get %1 sysDescr %2").arg(url(QString()), right)).code, 0);
        auto outcome = json(QStringLiteral("get %1 sysDescr --v3-user sha256-aes256 "
                                           "--auth-password-env WRITE")
                                .arg(url(QString())));
        QCOMPARE(outcome.code, 4);
        QVERIFY(outcome.errors.contains("usmStatsWrongDigests"));
        outcome = json(QStringLiteral("get %1 sysDescr --v3-user stranger --auth-password-env AUTH")
                           .arg(url(QString())));
        QCOMPARE(outcome.code, 4);
    }

    void whatCannotBeReachedIsSaid()
    {
        QCOMPARE(
            json(QStringLiteral("get %1 sysDescr --timeout 1").arg(url(QStringLiteral("nobody@"))))
                .code,
            3);
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(json(QStringLiteral("walk snmp://127.0.0.1:1")).code, 3);
        QVERIFY(clock.elapsed() < 6000);
        const auto outcome =
            json(QStringLiteral("get snmp://public@127.0.0.1?via=ssh://gate sysDescr"));
        QCOMPARE(outcome.code, 7);
        QCOMPARE(json(QStringLiteral("get snmp://public@127.0.0.1?colour=red sysDescr")).code, 2);
    }
};

PORTOLAN_LAB_TEST_MAIN(SnmpCommandsTest)
#include "snmpcommands.moc"
