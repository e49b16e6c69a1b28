// SPDX-License-Identifier: GPL-3.0-or-later
// The diagnosis against a real snmpd and the replay agent: every fault by its name, and never a
// credential called right that is wrong.
#include "core/snmp/diagnosis/agentprobe.h"
#include "tests/integration/snmpsession.h"
#include "tests/support/lab.h"
#include "tests/support/snmpagent.h"

#include <QSignalSpy>

#include <memory>

using namespace SnmpTest;
using Portolan::Test::Lab;
using Portolan::Test::LabSnmp;
using Portolan::Test::LabSnmpUser;
using Portolan::Test::ReplayAgent;

namespace {

const Oid kIfNumber{1, 3, 6, 1, 2, 1, 2, 1, 0};
const Oid kUpTime{1, 3, 6, 1, 2, 1, 1, 3};
const Oid kNowhere{1, 3, 6, 1, 2, 1, 99, 1, 0};

struct Diagnosed
{
    DiagnosisFacts facts;
    QList<Finding> findings;

    [[nodiscard]] bool has(const char *id) const
    {
        return std::any_of(findings.begin(), findings.end(), [&](const Finding &each) {
            return each.id == QStringLiteral("snmp.") + QLatin1String(id);
        });
    }
    [[nodiscard]] const Finding &first() const { return findings.first(); }
    // No word of a credential or of an agent that is in order.
    [[nodiscard]] bool saysRight() const
    {
        return has("fine") || has("login.ok") || has("login.community") || has("login.user_only");
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

} // namespace

class SnmpDiagnosisTest final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Lab> m_lab;
    std::shared_ptr<Station> m_station;

    [[nodiscard]] const LabSnmp &snmp() const { return m_lab->snmp(); }
    [[nodiscard]] std::string auth() const { return snmp().authPassword.toStdString(); }
    [[nodiscard]] std::string priv() const { return snmp().privPassword.toStdString(); }
    [[nodiscard]] Credentials right() const { return passwords(auth(), priv()); }

    [[nodiscard]] AgentTarget target() const
    {
        AgentTarget made = localTarget(snmp().port);
        made.timeout = std::chrono::milliseconds(500);
        made.retries = 1;
        return made;
    }
    [[nodiscard]] AgentTarget userTarget(const char *name) const
    {
        AgentTarget made = target();
        made.version = Version::V3;
        made.user = QLatin1String(name);
        for (const LabSnmpUser &each : snmp().users) {
            if (each.name != made.user)
                continue;
            made.level = *levelOf(each.level);
            if (!each.auth.isEmpty())
                made.authProtocol = *authProtocolOf(each.auth);
            if (!each.priv.isEmpty())
                made.privProtocol = *privProtocolOf(each.priv);
        }
        return made;
    }
    Diagnosed diagnose(const AgentTarget &to, Credentials with,
                       const AgentProbe::Request &request = {})
    {
        AgentProbe probe(m_station, to, std::move(with), request);
        QSignalSpy ended(&probe, &AgentProbe::finished);
        probe.start();
        if (ended.isEmpty() && !ended.wait(kWait))
            qFatal("a diagnosis did not end");
        Diagnosed made{probe.facts(), {}};
        made.findings = judge(made.facts);
        for (const Finding &each : std::as_const(made.findings)) {
            const FindingText text = textOf(each);
            const QString all = each.evidence + text.title + text.advice;
            for (const QString &secret : {snmp().authPassword, snmp().privPassword,
                                          snmp().writeCommunity, snmp().systemCommunity})
                if (all.contains(secret) && each.id != QLatin1String("snmp.vacm.shown") &&
                    each.id != QLatin1String("snmp.vacm.clear_writers"))
                    qFatal("a finding tells a secret");
        }
        return made;
    }
    static AgentProbe::Request quick()
    {
        AgentProbe::Request request;
        request.walk = false;
        return request;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_lab.reset(new Lab(Lab::withSnmp()));
        QCOMPARE(m_lab->error(), QString());
        m_station = std::make_shared<Station>();
    }
    void cleanupTestCase()
    {
        m_station.reset();
        m_lab.reset();
    }

    void everyWrongCredentialIsNamedAndNoneIsCalledRight()
    {
        struct Case
        {
            const char *expected;
            AgentTarget to;
            Credentials with;
        };
        std::vector<Case> cases;
        const auto add = [&cases](const char *expected, AgentTarget to, Credentials with) {
            cases.push_back({expected, std::move(to), std::move(with)});
        };
        add("community.wrong_usual_works", target(), community("nobody"));
        AgentTarget v1 = target();
        v1.version = Version::V1;
        add("community.wrong_usual_works", v1, community("nobody"));
        add("user.unknown", userTarget("stranger"), right());
        AgentTarget stranger = userTarget("stranger");
        stranger.level = Level::AuthPriv;
        add("user.unknown", stranger, right());
        for (const char *name :
             {"md5-des", "sha1-aes128", "sha256-aes128", "sha512-aes256", "sha224-aes192c"}) {
            add("auth.wrong", userTarget(name), passwords("wrong-password", priv()));
            add("priv.wrong", userTarget(name), passwords(auth(), "wrong-password"));
        }
        add("auth.wrong", userTarget("sha384"), passwords("wrong-password", ""));
        add("auth.swapped", userTarget("sha1-aes128"), passwords(priv(), auth()));
        AgentTarget otherAuth = userTarget("sha1-aes128");
        otherAuth.authProtocol = AuthProtocol::Sha256;
        add("auth.protocol", otherAuth, right());
        otherAuth = userTarget("md5");
        otherAuth.authProtocol = AuthProtocol::Sha512;
        add("auth.protocol", otherAuth, right());
        for (const auto &[name, wrong] : {std::pair("md5-aes256", PrivProtocol::Aes256C),
                                          {"sha1-aes192c", PrivProtocol::Aes192},
                                          {"sha1-aes256c", PrivProtocol::Aes256},
                                          {"sha224-aes256", PrivProtocol::Aes256C},
                                          {"sha256-aes128", PrivProtocol::Des},
                                          {"sha256-des", PrivProtocol::Aes128}}) {
            AgentTarget otherPriv = userTarget(name);
            otherPriv.privProtocol = wrong;
            add("priv.protocol", otherPriv, right());
        }
        AgentTarget level = userTarget("sha256");
        level.level = Level::AuthPriv;
        add("level.unsupported", level, right());
        level = userTarget("none");
        level.level = Level::AuthNoPriv;
        add("level.unsupported", level, right());
        level = userTarget("sha1-aes128");
        level.level = Level::NoAuthNoPriv;
        add("level.low", level, right());
        add("level.low_or_access", level, {});
        level.level = Level::AuthNoPriv;
        add("level.low", level, right());
        AgentTarget context = userTarget("sha256-aes128");
        context.context = QStringLiteral("nowhere");
        add("context.unknown", context, right());
        add("usage", userTarget("sha1"), passwords("short", ""));
        AgentTarget closed = target();
        closed.port = 1;
        add("closed", closed, community("public"));

        int named = 0;
        for (Case &each : cases) {
            const Diagnosed made = diagnose(each.to, std::move(each.with), quick());
            QVERIFY2(!made.saysRight(),
                     QByteArray(each.expected + QByteArray(": ") + made.text()).constData());
            QVERIFY2(blockingKind(made.facts).has_value(), made.text().constData());
            if (made.first().id == QStringLiteral("snmp.") + QLatin1String(each.expected))
                ++named;
            else
                qWarning("%s: %s\n%s", qPrintable(each.to.display()), each.expected,
                         made.text().constData());
        }
        qInfo("%d of %zu named first", named, cases.size());
        QCOMPARE(std::size_t(named), cases.size());
    }

    void whatWouldWorkIsNamed()
    {
        AgentTarget to = userTarget("sha1-aes256c");
        to.privProtocol = PrivProtocol::Aes256;
        Diagnosed made = diagnose(to, right(), quick());
        QCOMPARE(made.first().arguments.at(2), QStringLiteral("AES-256-C"));
        to = userTarget("sha384-aes128");
        to.authProtocol = AuthProtocol::Sha1;
        made = diagnose(to, right(), quick());
        QCOMPARE(made.first().arguments.at(2), QStringLiteral("SHA-384"));
        // Both are wrong: one does not hide the other.
        to.privProtocol = PrivProtocol::Des;
        made = diagnose(to, right(), quick());
        QVERIFY2(made.has("auth.protocol") && made.has("priv.protocol"), made.text().constData());
    }

    void rightAndWrongDoNotSpoilOneAnother()
    {
        const AgentTarget to = userTarget("sha512-aes192");
        for (int i = 0; i < 2; ++i) {
            Diagnosed made = diagnose(to, passwords("wrong-password", priv()), quick());
            QCOMPARE(made.first().id, QStringLiteral("snmp.auth.wrong"));
            made = diagnose(to, right(), quick());
            QVERIFY2(made.has("login.ok"), made.text().constData());
            made = diagnose(to, passwords(auth(), "wrong-password"), quick());
            QCOMPARE(made.first().id, QStringLiteral("snmp.priv.wrong"));
            QVERIFY(!made.saysRight());
        }
    }

    void anAgentThatAnswersIsLookedAt()
    {
        AgentProbe::Request request;
        request.prefixes = {QStringLiteral("10.0.0.0/8")};
        request.knownEngineId = QByteArray::fromHex("8000000001");
        request.objects = {kIfNumber, kUpTime, kNowhere};
        Diagnosed made = diagnose(userTarget("sha256-aes128"), right(), request);
        QVERIFY2(made.has("login.ok"), made.text().constData());
        for (const char *id : {"prefix.outside", "engine.changed", "object.there",
                               "object.instance", "object.absent", "vacm.shown", "write.vacm_no",
                               "community.usual", "vacm.clear_writers", "walk.ok"})
            QVERIFY2(made.has(id), QByteArray(made.text() + "\n\n" + id).constData());
        QVERIFY(!made.has("fine"));
        QVERIFY(made.facts.vacm->groups.size() > 40);
        QVERIFY(made.facts.bulk && made.facts.bulk->largest == 50);

        made = diagnose(userTarget("operator"), right(), quick());
        QVERIFY2(made.has("write.vacm_yes"), made.text().constData());

        made = diagnose(target(), community("public"), quick());
        QVERIFY2(made.has("login.community") && made.has("clear_v3") && made.has("community.usual"),
                 made.text().constData());
    }

    void aViewIsToldFromAnObjectThatIsNotThere()
    {
        AgentProbe::Request request = quick();
        request.objects = {kIfNumber};
        Diagnosed made = diagnose(userTarget("viewer"), right(), request);
        QVERIFY2(made.has("login.ok"), made.text().constData());
        // This view shows no tables of views: it cannot be known.
        QVERIFY2(made.has("object.absent_or_hidden"), made.text().constData());
        made = diagnose(target(), community(snmp().systemCommunity.toStdString()), request);
        QVERIFY2(made.has("object.absent_or_hidden"), made.text().constData());
    }

    void writingIsTriedOnlyWhenAsked()
    {
        AgentProbe::Request request = quick();
        Diagnosed made = diagnose(target(), community("public"), request);
        QVERIFY(!made.facts.set);
        request.trySet = true;
        made = diagnose(target(), community("public"), request);
        QVERIFY2(made.has("write.no"), made.text().constData());
        made = diagnose(target(), community(snmp().writeCommunity.toStdString()), request);
        QVERIFY2(made.has("write.yes"), made.text().constData());
        made = diagnose(userTarget("operator"), right(), request);
        QVERIFY2(made.has("write.yes"), made.text().constData());
    }

    void weakAlgorithmsAreNamed()
    {
        Diagnosed made = diagnose(userTarget("md5-des"), right(), quick());
        QVERIFY2(made.has("weak.auth") && made.has("weak.priv"), made.text().constData());
        made = diagnose(userTarget("none"), {}, quick());
        QVERIFY2(made.has("level.no_auth") && made.has("login.user_only") && !made.has("login.ok"),
                 made.text().constData());
    }

    void faultsOfAgentsAreNamed_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *options, const char *expected) {
            QTest::newRow(expected)
                << QString::fromLatin1(options).split(QLatin1Char(' '), Qt::SkipEmptyParts)
                << QStringLiteral("snmp.") + QLatin1String(expected);
        };
        row("--loop-at 300", "walk.loop");
        row("--gen-err-at 200", "walk.gen_err");
        row("--no-bulk 1", "bulk.unsupported");
        row("--too-big-over 20", "bulk.too_big");
        row("--most-rows 7", "bulk.short");
        row("--delay 600", "slow.agent");
        row("--loss 0.2", "lost");
        row("--wrong-id 0.2", "wrong_id");
        row("--garbage 0.2", "malformed");
        row("--elsewhere 1", "elsewhere");
        row("--community secret", "silence");
        row("--silent-after 0", "silence");
    }
    void faultsOfAgentsAreNamed()
    {
        QFETCH(const QStringList, options);
        QFETCH(const QString, expected);
        const ReplayAgent replay(
            QStringList{QStringLiteral("--generate"), QStringLiteral("10x60")} + options);
        QVERIFY(replay.port() != 0);
        AgentTarget to = localTarget(replay.port());
        to.timeout = std::chrono::milliseconds(1000);
        to.retries = 3;
        const Diagnosed made = diagnose(to, community("public"));
        QVERIFY2(std::any_of(made.findings.begin(), made.findings.end(),
                             [&](const Finding &each) { return each.id == expected; }),
                 QByteArray(made.text() + "\n\n" + expected.toUtf8()).constData());
        QVERIFY2(!made.has("fine"), made.text().constData());
    }

    void aSlowTableIsToldFromASlowWay()
    {
        const ReplayAgent replay({QStringLiteral("--generate"), QStringLiteral("10x60"),
                                  QStringLiteral("--cost"), QStringLiteral("30000")});
        AgentTarget to = localTarget(replay.port());
        AgentProbe::Request request = quick();
        request.objects = {Oid{1, 3, 6, 1, 4, 1, 99999, 1}};
        const Diagnosed made = diagnose(to, community("public"), request);
        QVERIFY2(made.has("slow.table"), made.text().constData());
    }

    void aCancelledDiagnosisEndsAtOnce()
    {
        AgentProbe probe(m_station, target(), community("nobody"), {});
        QSignalSpy ended(&probe, &AgentProbe::finished);
        probe.start();
        probe.cancel();
        QVERIFY(ended.wait(1000));
        QVERIFY(judge(probe.facts()).isEmpty());
        QCOMPARE(blockingKind(probe.facts()), std::optional(Error::Kind::Cancelled));
    }
};

PORTOLAN_LAB_TEST_MAIN(SnmpDiagnosisTest)
#include "snmpdiagnosis.moc"
