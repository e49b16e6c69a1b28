// SPDX-License-Identifier: GPL-3.0-or-later
// Snapshots of a real agent and of the replay agent, and portolanctl snmp snapshot and diff.
#include "core/snmp/recordings/agentrecorder.h"
#include "core/snmp/recordings/viewmap.h"
#include "tests/integration/snmpsession.h"
#include "tests/support/lab.h"
#include "tests/support/snmpagent.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <memory>
#include <set>

using namespace SnmpTest;
using Portolan::Test::Lab;
using Portolan::Test::ReplayAgent;

class SnmpSnapshotsTest final : public QObject
{
    Q_OBJECT

private:
    struct Outcome
    {
        int code = -1;
        QByteArray out;
        QByteArray errors;
        [[nodiscard]] QList<QJsonObject> lines(const char *type) const
        {
            QList<QJsonObject> all;
            for (const QByteArray &line : out.split('\n')) {
                const QJsonObject object = QJsonDocument::fromJson(line).object();
                if (object[QLatin1String("type")].toString() == QLatin1String(type))
                    all.append(object);
            }
            return all;
        }
    };

    std::unique_ptr<Lab> m_lab;
    QTemporaryDir m_home;

    [[nodiscard]] QString path(const char *name) const
    {
        return m_home.filePath(QLatin1String(name));
    }
    void write(const char *name, const QByteArray &text) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), qint64(text.size()));
    }
    Outcome run(const QStringList &arguments) const
    {
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("PORTOLAN_HOME"), m_home.path());
        environment.insert(QStringLiteral("AUTH"), m_lab->snmp().authPassword);
        environment.insert(QStringLiteral("PRIV"), m_lab->snmp().privPassword);
        environment.insert(QStringLiteral("GUEST"), m_lab->snmp().systemCommunity);
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
    [[nodiscard]] QString url(const QString &user = QStringLiteral("public@"),
                              const QString &rest = {}) const
    {
        return QStringLiteral("snmp://") + user + QStringLiteral("127.0.0.1:") +
               QString::number(m_lab->snmp().port) + rest;
    }

    // Seen at its end.
    struct Recorded
    {
        std::optional<Result<RecordingFacts>> result;
        int times = 0;
    };
    static void listen(AgentRecorder &recorder, Recorded &to)
    {
        QObject::connect(&recorder, &AgentRecorder::finished, &recorder,
                         [&to](const Result<RecordingFacts> &result) {
                             ++to.times;
                             to.result = result;
                         });
    }
    static std::unique_ptr<Agent> agentAt(quint16 port)
    {
        return std::make_unique<Agent>(std::make_shared<Station>(), localTarget(port),
                                       community("public"));
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_lab.reset(new Lab(Lab::withSnmp()));
        QCOMPARE(m_lab->error(), QString());
    }
    void cleanupTestCase() { m_lab.reset(); }

    void aSnapshotHoldsWhatAWalkGives()
    {
        const Oid system{1, 3, 6, 1, 2, 1, 1};
        AgentRecorder recorder(agentAt(m_lab->snmp().port), path("system"),
                               QStringLiteral("before"));
        Recorded recorded;
        listen(recorder, recorded);
        WalkRequest walk;
        walk.roots = {system};
        recorder.start(walk);
        QTRY_VERIFY_WITH_TIMEOUT(recorded.result, kWait);
        QVERIFY2(*recorded.result,
                 recorded.result->has_value() ? "" : qPrintable(recorded.result->error().what));
        Session session(localTarget(m_lab->snmp().port));
        const Walked walked = session.walk({system});
        const auto recording = Recording::open(path("system"));
        QVERIFY(recording);
        QCOMPARE(recording->facts().label, QStringLiteral("before"));
        QVERIFY(!recording->facts().sysName.isEmpty());
        QVERIFY(recording->facts().isComplete);
        QVERIFY(!recording->facts().peer.isEmpty());
        QVERIFY(!recording->facts().engineId.isEmpty());
        auto rows = recording->rows();
        std::vector<Oid> oids;
        for (Varbind each; (*rows)->next(each);)
            oids.push_back(each.oid);
        QVERIFY(oids == walked.sorted());
        QVERIFY((*rows)->damage().isNone());
    }

    void noSecretIsInAFile()
    {
        Outcome outcome = run({QStringLiteral("snapshot"), url(QString()), QStringLiteral("-o"),
                               path("guest"), QStringLiteral("--community-env"),
                               QStringLiteral("GUEST"), QStringLiteral("--json")});
        QCOMPARE(outcome.code, 0);
        QFile file(path("guest"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY(text.contains("1.3.6.1.2.1.1.1.0|4|The lab of Portolan"));
        QVERIFY(!text.contains(m_lab->snmp().systemCommunity.toUtf8()));
        QVERIFY(!outcome.out.contains(m_lab->snmp().systemCommunity.toUtf8()));

        outcome = run({QStringLiteral("snapshot"),
                       url(QStringLiteral("operator@"),
                           QStringLiteral("?version=3&level=authPriv&auth=SHA-256")),
                       QStringLiteral("system"), QStringLiteral("-o"), path("v3"),
                       QStringLiteral("--auth-password-env"), QStringLiteral("AUTH"),
                       QStringLiteral("--priv-password-env"), QStringLiteral("PRIV")});
        QVERIFY2(outcome.code == 0, outcome.errors.constData());
        QFile v3(path("v3"));
        QVERIFY(v3.open(QIODevice::ReadOnly));
        const QByteArray second = v3.readAll();
        QVERIFY(second.contains("\"user\":\"operator\""));
        QVERIFY(second.contains("engine_id"));
        QVERIFY(!second.contains(m_lab->snmp().authPassword.toUtf8()));
        QVERIFY(!second.contains(m_lab->snmp().privPassword.toUtf8()));
    }

    void theSameAgentTwiceIsNotDifferent()
    {
        for (const char *name : {"one", "two"})
            QCOMPARE(run({QStringLiteral("snapshot"), url(), QStringLiteral("system"),
                          QStringLiteral("-o"), path(name)})
                         .code,
                     0);
        const Outcome outcome = run({QStringLiteral("diff"), path("one"), path("two"),
                                     QStringLiteral("--all"), QStringLiteral("--json")});
        QCOMPARE(outcome.code, 0);
        // sysUpTime went on.
        const auto differences = outcome.lines("difference");
        QCOMPARE(differences.size(), 1);
        QCOMPARE(differences[0][QLatin1String("kind")].toString(), QStringLiteral("advanced"));
        const auto summary = outcome.lines("summary").first();
        QCOMPARE(summary[QLatin1String("different")].toBool(), false);
        QCOMPARE(summary[QLatin1String("same_device")].toBool(), true);
    }

    void twoCredentialsHaveTheirViews()
    {
        const QStringList second[] = {
            {url(QString()), QStringLiteral("--second-community-env"), QStringLiteral("GUEST")},
            {url(QStringLiteral("viewer@"),
                 QStringLiteral("?version=3&level=authPriv&auth=SHA-256")),
             QStringLiteral("--second-auth-password-env"), QStringLiteral("AUTH"),
             QStringLiteral("--second-priv-password-env"), QStringLiteral("PRIV")},
        };
        for (const QStringList &each : second) {
            const Outcome outcome =
                run(QStringList{QStringLiteral("diff"), url()} + each +
                    QStringList{QStringLiteral("--views"), QStringLiteral("--json")});
            QVERIFY2(outcome.code == 1, outcome.errors.constData());
            const auto views = outcome.lines("view");
            QVERIFY(views.size() > 3);
            std::map<QString, QString> seen;
            for (const QJsonObject &view : views)
                seen[view[QLatin1String("name")].toString()] =
                    view[QLatin1String("seen")].toString();
            QCOMPARE(seen[QStringLiteral("system")], QStringLiteral("both"));
            QCOMPARE(seen[QStringLiteral("interfaces")], QStringLiteral("first"));
            QCOMPARE(seen[QStringLiteral("snmpV2")], QStringLiteral("first"));
            // snmpd lets the first one read why.
            const auto summary = outcome.lines("summary").first();
            const QJsonArray reasons = summary[QLatin1String("reasons")].toArray();
            QVERIFY2(reasons[1].toString().contains(QStringLiteral("“system”")),
                     outcome.out.constData());
            QVERIFY2(reasons[0].toString().contains(QStringLiteral("“all”")),
                     outcome.out.constData());
            QCOMPARE(summary[QLatin1String("only_second")].toInt(), 0);
        }
    }

    void twoRecordingsOfReplayAgentsAreCompared()
    {
        // Numbered anew at a restart, one link down, one port more.
        write("old.rec", "1.3.6.1.2.1.1.3.0|67|900000\n1.3.6.1.2.1.1.5.0|4|sw1\n"
                         "1.3.6.1.2.1.2.2.1.1.2|2|2\n1.3.6.1.2.1.2.2.1.1.3|2|3\n"
                         "1.3.6.1.2.1.2.2.1.2.2|4|eth0\n1.3.6.1.2.1.2.2.1.2.3|4|eth1\n"
                         "1.3.6.1.2.1.2.2.1.8.2|2|1\n1.3.6.1.2.1.2.2.1.8.3|2|1\n"
                         "1.3.6.1.2.1.2.2.1.10.2|65|5000\n1.3.6.1.2.1.2.2.1.10.3|65|6000\n");
        write("new.rec", "1.3.6.1.2.1.1.3.0|67|500\n1.3.6.1.2.1.1.5.0|4|sw1\n"
                         "1.3.6.1.2.1.2.2.1.1.12|2|12\n1.3.6.1.2.1.2.2.1.1.13|2|13\n"
                         "1.3.6.1.2.1.2.2.1.1.14|2|14\n"
                         "1.3.6.1.2.1.2.2.1.2.12|4|eth1\n1.3.6.1.2.1.2.2.1.2.13|4|eth0\n"
                         "1.3.6.1.2.1.2.2.1.2.14|4|eth2\n"
                         "1.3.6.1.2.1.2.2.1.8.12|2|2\n1.3.6.1.2.1.2.2.1.8.13|2|1\n"
                         "1.3.6.1.2.1.2.2.1.8.14|2|1\n"
                         "1.3.6.1.2.1.2.2.1.10.12|65|6100\n1.3.6.1.2.1.2.2.1.10.13|65|10\n"
                         "1.3.6.1.2.1.2.2.1.10.14|65|10\n");
        ReplayAgent before({QStringLiteral("--recording"), path("old.rec")});
        ReplayAgent after({QStringLiteral("--recording"), path("new.rec")});
        const auto at = [](const ReplayAgent &agent) {
            return QStringLiteral("snmp://127.0.0.1:%1").arg(agent.port());
        };
        const Outcome outcome = run({QStringLiteral("diff"), at(before), at(after),
                                     QStringLiteral("--same-device"), QStringLiteral("--json")});
        QVERIFY2(outcome.code == 1, outcome.errors.constData());
        std::map<QString, QJsonObject> byName;
        for (const QJsonObject &each : outcome.lines("difference"))
            byName[each[QLatin1String("name")].toString()] = each;
        QCOMPARE(byName.size(), std::size_t(4));
        const QJsonObject down = byName[QStringLiteral("IF-MIB::ifEntry 12")];
        QCOMPARE(down[QLatin1String("kind")].toString(), QStringLiteral("changed"));
        QCOMPARE(down[QLatin1String("former_index")].toString(), QStringLiteral("3"));
        const QJsonObject reset = byName[QStringLiteral("IF-MIB::ifEntry 13")];
        QCOMPARE(reset[QLatin1String("kind")].toString(), QStringLiteral("reset"));
        const QJsonObject added = byName[QStringLiteral("IF-MIB::ifEntry 14")];
        QCOMPARE(added[QLatin1String("kind")].toString(), QStringLiteral("added"));
        QCOMPARE(added[QLatin1String("cells")].toArray().size(), 4);
        const auto summary = outcome.lines("summary").first();
        QCOMPARE(summary[QLatin1String("restarted")].toBool(), true);
        QCOMPARE(summary[QLatin1String("renumbered")].toArray().size(), 2);

        // The files themselves say the same, and text does too.
        const Outcome files = run({QStringLiteral("diff"), path("old.rec"), path("new.rec")});
        QCOMPARE(files.code, 1);
        QVERIFY(files.out.contains("~ IF-MIB::ifEntry 12 (was 3, matched by name)"));
        QVERIFY(files.out.contains("ifOperStatus: up(1) → down(2)"));
        QVERIFY(files.errors.contains("restarted"));
    }

    void whatASnapshotHoldsAReplayAgentAnswers()
    {
        ReplayAgent source({QStringLiteral("--generate"), QStringLiteral("6x50")});
        QCOMPARE(run({QStringLiteral("snapshot"),
                      QStringLiteral("snmp://127.0.0.1:%1").arg(source.port()),
                      QStringLiteral("-o"), path("generated")})
                     .code,
                 0);
        ReplayAgent replay({QStringLiteral("--recording"), path("generated")});
        const Outcome outcome = run({QStringLiteral("diff"), path("generated"),
                                     QStringLiteral("snmp://127.0.0.1:%1").arg(replay.port()),
                                     QStringLiteral("--all"), QStringLiteral("--json")});
        QVERIFY2(outcome.code == 0, outcome.out.constData());
        QVERIFY(outcome.lines("difference").isEmpty());
        QVERIFY(outcome.lines("summary").first()[QLatin1String("same")].toInt() >= 300);
    }

    void aWalkThatWasCutOffIsKeptAndSaysSo()
    {
        ReplayAgent agent({QStringLiteral("--generate"), QStringLiteral("4x4000"),
                           QStringLiteral("--silent-after"), QStringLiteral("30")});
        const Outcome outcome =
            run({QStringLiteral("snapshot"),
                 QStringLiteral("snmp://127.0.0.1:%1?timeout=0.2&retries=1").arg(agent.port()),
                 QStringLiteral("-o"), path("partly")});
        QCOMPARE(outcome.code, 6);
        const auto facts = Recording::factsOf(path("partly"));
        QVERIFY(facts);
        QVERIFY(!facts->isComplete);
        QVERIFY(!facts->problem.isEmpty());
        QVERIFY(facts->varbinds.value_or(0) > 0);
    }

    void anAgentThatIsNotThereLeavesNoFile()
    {
        const Outcome outcome =
            run({QStringLiteral("snapshot"),
                 QStringLiteral("snmp://nobody@127.0.0.1:%1?timeout=0.2&retries=0")
                     .arg(m_lab->snmp().port),
                 QStringLiteral("-o"), path("nothing")});
        QCOMPARE(outcome.code, 3);
        QVERIFY(!QFileInfo::exists(path("nothing")));
    }

    void errorsOfDiffAreNeverOne()
    {
        write("foreign", "<html>\n");
        QCOMPARE(run({QStringLiteral("diff"), path("foreign"), path("foreign")}).code, 2);
        QCOMPARE(run({QStringLiteral("diff"), path("not there"), path("foreign")}).code, 8);
        QCOMPARE(run({QStringLiteral("diff"), path("foreign")}).code, 2);
        QCOMPARE(run({QStringLiteral("snapshot"), url()}).code, 2);
    }

    void aCancelledSnapshotLeavesNothing()
    {
        ReplayAgent agent({QStringLiteral("--generate"), QStringLiteral("20x5000"),
                           QStringLiteral("--delay"), QStringLiteral("20")});
        AgentRecorder recorder(agentAt(agent.port()), path("cancelled"), {});
        Recorded recorded;
        listen(recorder, recorded);
        recorder.start();
        QTRY_VERIFY_WITH_TIMEOUT(recorder.varbinds() > 0, kWait);
        recorder.cancel();
        QVERIFY(recorded.result && !*recorded.result);
        QCOMPARE(recorded.result->error().kind, Error::Kind::Cancelled);
        recorder.cancel();
        QCOMPARE(recorded.times, 1);
        QVERIFY(!QFileInfo::exists(path("cancelled")));

        // And one that goes while it works.
        auto other =
            std::make_unique<AgentRecorder>(agentAt(agent.port()), path("cancelled"), QString());
        other->start();
        QTRY_VERIFY_WITH_TIMEOUT(other->varbinds() > 0, kWait);
        other.reset();
        QVERIFY(!QFileInfo::exists(path("cancelled")));
    }
};

QTEST_GUILESS_MAIN(SnmpSnapshotsTest)
#include "snmprecordings.moc"
