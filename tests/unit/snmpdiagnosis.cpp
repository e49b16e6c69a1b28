// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/diagnosis/diagnosis.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Portolan;
using namespace Portolan::Snmp;
using Role = Trial::Role;

// What facts of an agent mean, without a network.
class SnmpDiagnosisUnitTest final : public QObject
{
    Q_OBJECT

private:
    static Trial trial(Role role, Fault fault, Level level = Level::AuthPriv)
    {
        Trial made;
        made.role = role;
        made.version = Version::V3;
        made.level = level;
        made.fault = fault;
        made.kind = Error::Kind::Auth;
        return made;
    }
    static DiagnosisFacts user(Fault fault)
    {
        DiagnosisFacts facts;
        facts.target.host = QStringLiteral("switch");
        facts.target.version = Version::V3;
        facts.target.user = QStringLiteral("ops");
        facts.target.level = Level::AuthPriv;
        facts.trials = {trial(Role::Asked, fault)};
        facts.visible = fault == Fault::None ? 3 : 0;
        facts.agent.peer = QStringLiteral("192.0.2.1:161");
        facts.agent.received = 1;
        return facts;
    }
    static DiagnosisFacts community(Fault fault)
    {
        DiagnosisFacts facts;
        facts.target.host = QStringLiteral("switch");
        Trial asked;
        asked.fault = fault;
        facts.trials = {asked};
        facts.visible = fault == Fault::None ? 3 : 0;
        return facts;
    }
    static const Finding *find(const QList<Finding> &all, const char *id)
    {
        const auto found = std::find_if(all.begin(), all.end(), [&](const Finding &each) {
            return each.id == QStringLiteral("snmp.") + QLatin1String(id);
        });
        return found == all.end() ? nullptr : &*found;
    }
    static bool has(const DiagnosisFacts &facts, const char *id)
    {
        return find(judge(facts), id) != nullptr;
    }
    static QString first(const DiagnosisFacts &facts)
    {
        const auto findings = judge(facts);
        return findings.isEmpty() ? QString() : findings.first().id;
    }
    static Varbind row(const char *oid, Value value)
    {
        return {*Oid::parse(QString::fromLatin1(oid)), std::move(value)};
    }
    static Vacm vacm()
    {
        // usm "ops" -> group "g" -> read "sys", write ""; v2c "rw" -> group "w" -> all.
        Vacm made;
        made.take({
            row("1.3.6.1.6.3.16.1.2.1.3.3.3.111.112.115", Value::octets("g")),
            row("1.3.6.1.6.3.16.1.2.1.3.2.2.114.119", Value::octets("w")),
            row("1.3.6.1.6.3.16.1.4.1.4.1.103.0.3.3", Value::integer(1)),
            row("1.3.6.1.6.3.16.1.4.1.5.1.103.0.3.3", Value::octets("sys")),
            row("1.3.6.1.6.3.16.1.4.1.6.1.103.0.3.3", Value::octets("")),
            row("1.3.6.1.6.3.16.1.4.1.5.1.119.0.0.1", Value::octets("all")),
            row("1.3.6.1.6.3.16.1.4.1.6.1.119.0.0.1", Value::octets("all")),
            row("1.3.6.1.6.3.16.1.5.2.1.3.3.97.108.108.1.1", Value::octets("")),
            row("1.3.6.1.6.3.16.1.5.2.1.4.3.97.108.108.1.1", Value::integer(1)),
            row("1.3.6.1.6.3.16.1.5.2.1.4.3.115.121.115.7.1.3.6.1.2.1.1", Value::integer(1)),
            row("1.3.6.1.6.3.16.1.5.2.1.4.3.115.121.115.8.1.3.6.1.2.1.1.9", Value::integer(2)),
            row("1.3.6.1.6.3.16.1.2.1.3.3.200.1", Value::octets("damaged")),
        });
        made.finish();
        return made;
    }

private Q_SLOTS:
    void everyFindingHasWords()
    {
        const QString folder = qEnvironmentVariable("PORTOLAN_SOURCE_DIR");
        const auto read = [&folder](const char *name) {
            QFile file(folder + QStringLiteral("/core/snmp/diagnosis/") + QLatin1String(name));
            return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
        };
        const QString judged = read("diagnosis.cpp");
        // What stands before the severity in a call of add(), also where it is chosen there.
        static const QRegularExpression call(QStringLiteral("\\badd\\(([^;]*?)Severity::"),
                                             QRegularExpression::DotMatchesEverythingOption);
        static const QRegularExpression literal(QStringLiteral("\"([a-z0-9_.]+)\""));
        QSet<QString> ids;
        for (auto each = call.globalMatch(judged); each.hasNext();) {
            auto inner = literal.globalMatch(each.next().captured(1));
            while (inner.hasNext())
                ids.insert(inner.next().captured(1));
        }
        ids.remove(QStringLiteral("none")); // the name of a view
        QVERIFY2(ids.size() > 85, qPrintable(QString::number(ids.size())));
        for (const QString &id : std::as_const(ids)) {
            Finding finding;
            finding.id = QStringLiteral("snmp.") + id;
            finding.arguments = {QStringLiteral("%2"), QStringLiteral("b"), QStringLiteral("c")};
            const FindingText words = textOf(finding);
            QVERIFY2(words.title != finding.id && !words.title.isEmpty(), qPrintable(id));
        }
        // And no words without a finding.
        static const QRegularExpression entry(QStringLiteral("^    \\{\"([a-z0-9_.]+)\""),
                                              QRegularExpression::MultilineOption);
        int words = 0;
        for (auto each = entry.globalMatch(read("diagnosistext.cpp")); each.hasNext(); ++words) {
            const QString id = each.next().captured(1);
            QVERIFY2(ids.contains(id), qPrintable(id));
        }
        QCOMPARE(words, int(ids.size()));
    }

    void onlyAnAnswerToTheCredentialItselfIsFine()
    {
        DiagnosisFacts facts = user(Fault::None);
        QVERIFY(has(facts, "fine") && has(facts, "login.ok"));
        facts.cancelled = true;
        QVERIFY(!has(facts, "fine"));
        // Whatever else works, and however it fails.
        for (int number = 1; number <= 210; ++number) {
            if (number > 18 && number < 101)
                continue;
            facts = user(static_cast<Fault>(number));
            for (const Role role : {Role::LowerLevel, Role::OtherPriv, Role::OtherAuth,
                                    Role::NoContext, Role::HigherLevel, Role::DefaultCommunity})
                facts.trials += trial(role, Fault::None, Level::AuthNoPriv);
            facts.visible = 3;
            const auto findings = judge(facts);
            QVERIFY2(!find(findings, "fine") && !find(findings, "login.ok"),
                     qPrintable(QString::number(number)));
            QVERIFY2(!findings.isEmpty() && findings.first().severity == Finding::Severity::Error,
                     qPrintable(QString::number(number)));
            QVERIFY(blockingKind(facts));
            DiagnosisFacts old = community(static_cast<Fault>(number));
            old.trials += trial(Role::Discovery, Fault::UnknownUserName);
            QVERIFY(!has(old, "fine") && !has(old, "login.community"));
            QVERIFY(judge(old).first().severity == Finding::Severity::Error);
        }
    }

    void aSilentCommunityIsToldHonestly()
    {
        DiagnosisFacts facts = community(Fault::Silence);
        QCOMPARE(first(facts), QStringLiteral("snmp.silence"));
        facts.trials += trial(Role::Discovery, Fault::UnknownUserName);
        QCOMPARE(first(facts), QStringLiteral("snmp.community.wrong"));
        Trial usual;
        usual.role = Role::DefaultCommunity;
        usual.name = QStringLiteral("public");
        usual.fault = Fault::None;
        facts.trials += usual;
        QCOMPARE(first(facts), QStringLiteral("snmp.community.wrong_usual_works"));
        Trial other;
        other.role = Role::OtherVersion;
        other.version = Version::V1;
        other.fault = Fault::None;
        facts.trials += other;
        QCOMPARE(first(facts), QStringLiteral("snmp.version.other"));
        QCOMPARE(first(community(Fault::Closed)), QStringLiteral("snmp.closed"));
        QCOMPARE(first(community(Fault::Unreachable)), QStringLiteral("snmp.unreachable"));
        QCOMPARE(first(community(Fault::Elsewhere)), QStringLiteral("snmp.elsewhere"));
        QCOMPARE(first(community(Fault::Unreadable)), QStringLiteral("snmp.not_snmp"));
        QCOMPARE(first(community(Fault::GenErr)), QStringLiteral("snmp.refused"));
        QCOMPARE(first(community(Fault::AuthorizationError)), QStringLiteral("snmp.access.none"));
    }

    void aSilentUserIsToldByWhatIsHeardOtherwise()
    {
        DiagnosisFacts facts = user(Fault::Silence);
        QCOMPARE(first(facts), QStringLiteral("snmp.silence.v3"));
        facts.trials += trial(Role::Discovery, Fault::UnknownUserName, Level::NoAuthNoPriv);
        QCOMPARE(first(facts), QStringLiteral("snmp.silence.after_discovery"));
        facts.trials += trial(Role::LowerLevel, Fault::AuthorizationError, Level::AuthNoPriv);
        QCOMPARE(first(facts), QStringLiteral("snmp.priv.wrong"));
        facts.trials += trial(Role::SwappedPriv, Fault::None);
        QCOMPARE(first(facts), QStringLiteral("snmp.priv.same"));
        facts.trials += trial(Role::OtherPriv, Fault::None);
        QCOMPARE(first(facts), QStringLiteral("snmp.priv.protocol"));
        facts.trials += trial(Role::NoContext, Fault::None);
        QCOMPARE(first(facts), QStringLiteral("snmp.context.unknown"));
        facts.target.contextEngineId = "xyz";
        facts.trials += trial(Role::OwnContextEngine, Fault::None);
        QCOMPARE(first(facts), QStringLiteral("snmp.context.engine"));
        QCOMPARE(*blockingKind(facts), Error::Kind::Auth);
        // A user who is known without a password says nothing of the passwords.
        facts = user(Fault::Silence);
        facts.trials += trial(Role::Discovery, Fault::UnknownUserName, Level::NoAuthNoPriv);
        facts.trials += trial(Role::LowerLevel, Fault::AuthorizationError, Level::NoAuthNoPriv);
        QCOMPARE(first(facts), QStringLiteral("snmp.silence.after_discovery"));
        facts = user(Fault::NoEngineId);
        Trial usual = trial(Role::DefaultCommunity, Fault::None);
        usual.version = Version::V1;
        facts.trials += usual;
        QCOMPARE(first(facts), QStringLiteral("snmp.version.no_v3"));
    }

    void ofTwoCiphersThatAreTheSameTheUsualOneIsNamed()
    {
        DiagnosisFacts facts = user(Fault::Silence);
        facts.trials += trial(Role::LowerLevel, Fault::AuthorizationError, Level::AuthNoPriv);
        for (const PrivProtocol each : {PrivProtocol::Aes256C, PrivProtocol::Aes256}) {
            Trial other = trial(Role::OtherPriv, Fault::None);
            other.priv = each;
            facts.trials += other;
        }
        const auto findings = judge(facts);
        const Finding *named = find(findings, "priv.protocol");
        QVERIFY(named != nullptr);
        QCOMPARE(named->arguments.value(2), QStringLiteral("AES-256"));
    }

    void reportsAreNamed()
    {
        for (const auto &[fault, id] : {std::pair(Fault::UnknownUserName, "user.unknown"),
                                        {Fault::WrongDigest, "auth.wrong"},
                                        {Fault::UnsupportedSecLevel, "level.none"},
                                        {Fault::NotInTimeWindow, "engine.clock"},
                                        {Fault::UnknownContext, "context.unknown"},
                                        {Fault::UnavailableContext, "context.unknown"},
                                        {Fault::UnknownEngineId, "engine.refused"},
                                        {Fault::UnknownSecurityModel, "version.no_usm"},
                                        {Fault::DecryptionError, "priv.wrong"},
                                        {Fault::NotDecrypted, "priv.wrong"},
                                        {Fault::AuthorizationError, "access.none"},
                                        {Fault::OtherReport, "refused"}})
            QCOMPARE(first(user(fault)), QStringLiteral("snmp.") + QLatin1String(id));
        DiagnosisFacts facts = user(Fault::WrongDigest);
        facts.trials += trial(Role::SwappedAuth, Fault::None, Level::AuthNoPriv);
        QCOMPARE(first(facts), QStringLiteral("snmp.auth.swapped"));
        facts.trials += trial(Role::OtherAuth, Fault::None, Level::AuthNoPriv);
        QCOMPARE(first(facts), QStringLiteral("snmp.auth.protocol"));
        facts = user(Fault::UnsupportedSecLevel);
        facts.trials += trial(Role::LowerLevel, Fault::WrongDigest, Level::AuthNoPriv);
        QVERIFY(has(facts, "level.unsupported") && has(facts, "auth.wrong"));
        facts = user(Fault::AuthorizationError);
        facts.trials += trial(Role::NoContext, Fault::None);
        QCOMPARE(first(facts), QStringLiteral("snmp.context.access"));
        facts = user(Fault::AuthorizationError);
        facts.target.level = Level::NoAuthNoPriv;
        QCOMPARE(first(facts), QStringLiteral("snmp.level.low_or_access"));
        facts.trials += trial(Role::HigherLevel, Fault::None);
        QCOMPARE(first(facts), QStringLiteral("snmp.level.low"));
        facts = user(Fault::Unreachable);
        facts.trials.first().kind = Error::Kind::Usage;
        QCOMPARE(first(facts), QStringLiteral("snmp.usage"));
    }

    void viewsAreReadAsTheStandardHasThem()
    {
        const Vacm v = vacm();
        QCOMPARE(v.groups.size(), 2);
        QCOMPARE(v.access.size(), 2);
        QCOMPARE(v.families.size(), 3);
        QCOMPARE(*v.groupOf(3, "ops"), QByteArray("g"));
        QVERIFY(!v.groupOf(2, "ops"));
        QVERIFY(v.accessOf("g", "", 3, Level::AuthPriv));
        QVERIFY(!v.accessOf("g", "", 3, Level::AuthNoPriv));
        QVERIFY(!v.accessOf("g", "lab", 3, Level::AuthPriv));
        QVERIFY(v.includes("sys", Oid{1, 3, 6, 1, 2, 1, 1, 1, 0}));
        QVERIFY(!v.includes("sys", Oid{1, 3, 6, 1, 2, 1, 1, 9, 1}));
        QVERIFY(!v.includes("sys", Oid{1, 3, 6, 1, 2, 1, 2, 1, 0}));
        QVERIFY(!v.includes("nothing", Oid{1, 3}));
        Vacm masked;
        masked.families = {{"one", Oid{1, 3, 6, 1, 2, 1, 2, 2, 1, 0, 3},
                            QByteArray::fromHex("ffa0"), true}}; // the column does not matter
        QVERIFY(masked.includes("one", Oid{1, 3, 6, 1, 2, 1, 2, 2, 1, 7, 3}));
        QVERIFY(!masked.includes("one", Oid{1, 3, 6, 1, 2, 1, 2, 2, 1, 7, 4}));
        QVERIFY(v.lines(10).join(QLatin1Char('\n')).contains(QStringLiteral("ops → g")));
        QCOMPARE(v.lines(1).size(), 1);
    }

    void anObjectThatIsHiddenIsToldFromOneThatIsNotThere()
    {
        DiagnosisFacts facts = user(Fault::None);
        ObjectFacts missing;
        missing.oid = Oid{1, 3, 6, 1, 2, 1, 2, 1, 0};
        missing.type = ValueType::NoSuchObject;
        facts.objects = {missing};
        QVERIFY(has(facts, "object.absent_or_hidden"));
        facts.vacm = vacm();
        QVERIFY(has(facts, "object.hidden"));
        QVERIFY(has(facts, "write.vacm_no"));
        QVERIFY(has(facts, "vacm.clear_writers"));
        facts.objects[0].oid = Oid{1, 3, 6, 1, 2, 1, 1, 77, 0};
        QVERIFY(has(facts, "object.absent"));
        facts.objects[0].below = Oid{1, 3, 6, 1, 2, 1, 1, 77, 0, 0};
        QVERIFY(has(facts, "object.instance"));
        facts.objects[0].fault = Fault::AuthorizationError;
        QVERIFY(has(facts, "object.denied"));
        facts.objects[0].fault = Fault::GenErr;
        QVERIFY(has(facts, "object.failed"));
        facts = user(Fault::None);
        facts.visible = 0;
        QVERIFY(has(facts, "view.unknown") && !has(facts, "fine"));
        facts.anything = false;
        QVERIFY(has(facts, "view.nothing") && !has(facts, "fine") && !has(facts, "login.ok"));
        facts.anything = true;
        QVERIFY(has(facts, "view.no_system") && has(facts, "login.ok"));
    }

    void writingAndWhatEverybodyKnowsIsJudged()
    {
        DiagnosisFacts facts = community(Fault::None);
        QVERIFY(!has(facts, "write.yes") && !has(facts, "write.no"));
        facts.set = Fault::NoAccess;
        QVERIFY(has(facts, "write.no"));
        facts.set = Fault::None;
        QVERIFY(has(facts, "write.yes"));
        facts.usualCommunity = QStringLiteral("private");
        QVERIFY(has(facts, "community.usual_writes") && has(facts, "community.usual"));
        facts.set = Fault::Silence;
        QVERIFY(has(facts, "write.unclear"));
        QVERIFY(has(facts, "clear"));
        facts.trials += trial(Role::Discovery, Fault::UnknownUserName);
        QVERIFY(has(facts, "clear_v3"));
        facts = user(Fault::None);
        facts.target.authProtocol = AuthProtocol::Md5;
        facts.target.privProtocol = PrivProtocol::Des;
        facts.trials += trial(Role::LowerLevel, Fault::None, Level::NoAuthNoPriv);
        QVERIFY(has(facts, "weak.auth") && has(facts, "weak.priv") && has(facts, "level.open"));
        facts.target.level = Level::AuthNoPriv;
        QVERIFY(has(facts, "level.no_priv") && !has(facts, "weak.priv"));
        facts.target.level = Level::NoAuthNoPriv;
        QVERIFY(has(facts, "level.no_auth") && has(facts, "login.user_only") &&
                !has(facts, "weak.auth"));
    }

    void theEngineAndItsPlaceAreJudged()
    {
        DiagnosisFacts facts = user(Fault::None);
        facts.prefixes = {QStringLiteral("192.0.2.0/24")};
        QVERIFY(!has(facts, "prefix.outside"));
        facts.prefixes = {QStringLiteral("10.0.0.0/8"), QStringLiteral("2001:db8::/32")};
        QVERIFY(has(facts, "prefix.outside"));
        facts.agent.peer = QStringLiteral("[2001:db8::1]:161");
        QVERIFY(!has(facts, "prefix.outside"));
        facts.agent.engineId = "abc";
        facts.knownEngineId = "abc";
        QVERIFY(!has(facts, "engine.changed"));
        facts.knownEngineId = "abd";
        QVERIFY(has(facts, "engine.changed"));
        facts.agent.sameEngineAt = QStringLiteral("192.0.2.9:161");
        QVERIFY(has(facts, "engine.shared"));
        facts.agent.sameEngineIsAnother = true;
        QVERIFY(has(facts, "engine.duplicate"));
        facts.agent.engineBoots = 2147483647;
        QVERIFY(has(facts, "engine.latched"));
    }

    void healthIsJudged()
    {
        DiagnosisFacts facts = community(Fault::None);
        facts.bulk = BulkFacts{Fault::Silence, 10, 0, 0, 0, true};
        QVERIFY(has(facts, "bulk.unsupported"));
        facts.bulk->nextWorks = false;
        QVERIFY(has(facts, "bulk.unclear"));
        facts.bulk = BulkFacts{Fault::None, 25, 10, 10, 25, true};
        QVERIFY(has(facts, "bulk.too_big"));
        facts.bulk = BulkFacts{Fault::None, 10, 7, 0, 0, true};
        QVERIFY(has(facts, "bulk.short"));
        facts.bulk = BulkFacts{Fault::None, 50, 50, 50, 0, true};
        facts.target.bulk = false;
        QVERIFY(has(facts, "bulk.unused") && !has(facts, "bulk.short"));
        facts.tables = {{QStringLiteral("a"), Oid{1, 3}, 10, 5},
                        {QStringLiteral("b"), Oid{1, 4}, 10, 6},
                        {QStringLiteral("c"), Oid{1, 5}, 10, 900}};
        const auto findings = judge(facts);
        const Finding *slow = find(findings, "slow.table");
        QVERIFY(slow && slow->arguments.first() == QLatin1String("c"));
        // A long way is not a slow table.
        for (TableFacts &each : facts.tables)
            each.ms = 900;
        QVERIFY(!has(facts, "slow.table"));
        facts.agent.rttMs = 900;
        QVERIFY(has(facts, "slow.agent"));
        facts.burst = 24;
        facts.burstLost = 5;
        QVERIFY(has(facts, "load.lost"));
        facts.agent.sent = 1000;
        facts.agent.lost = 5;
        QVERIFY(!has(facts, "lost"));
        facts.agent.lost = 100;
        QVERIFY(has(facts, "lost"));
        facts.agent.wrongId = facts.agent.malformed = facts.agent.elsewhere = 1;
        QVERIFY(has(facts, "wrong_id") && has(facts, "malformed") && has(facts, "elsewhere.some"));
        facts.badCommunities = facts.silentDrops = facts.wrongDigests = 3;
        QVERIFY(has(facts, "counters.communities") && has(facts, "counters.drops") &&
                has(facts, "counters.digests"));
        facts.narrow = 2;
        QVERIFY(has(facts, "counters.narrow"));
        facts.trapTargets = {QStringLiteral("192.0.2.7:162")};
        facts.authTraps = false;
        QVERIFY(has(facts, "traps.to") && has(facts, "traps.auth_off"));
        facts.target.version = Version::V1;
        Trial newer;
        newer.role = Role::OtherVersion;
        newer.fault = Fault::None;
        facts.trials += newer;
        QVERIFY(has(facts, "bulk.v2c_works"));
    }

    void walksAreJudgedByWhatEndedThem()
    {
        DiagnosisFacts facts = community(Fault::None);
        const auto ended = [&facts](Fault fault) {
            WalkSummary walk;
            if (fault != Fault::None)
                walk.problem = Error{
                    Error::Kind::Protocol, QStringLiteral("Why."), {}, static_cast<int>(fault)};
            facts.walk = walk;
            return judge(facts);
        };
        QVERIFY(find(ended(Fault::None), "walk.ok"));
        QVERIFY(find(ended(Fault::TooMuch), "walk.ok"));
        QVERIFY(find(ended(Fault::NotIncreasing), "walk.loop"));
        QVERIFY(find(ended(Fault::NoProgress), "walk.empty"));
        QVERIFY(find(ended(Fault::GenErr), "walk.gen_err"));
        QVERIFY(find(ended(Fault::Silence), "walk.failed"));
        facts.walk = WalkSummary{};
        facts.walk->tooBig = 3;
        QVERIFY(has(facts, "walk.too_big"));
    }

    void restartsWrapsAndClocksAreToldApart()
    {
        DiagnosisFacts facts = community(Fault::None);
        facts.upTimeBefore = 1'000'000;
        facts.upTimeAfter = 1'000'500;
        facts.msBetween = 5000;
        QVERIFY(!has(facts, "restart.now") && !has(facts, "clock.stands"));
        facts.upTimeAfter = 1'000'010;
        QVERIFY(has(facts, "clock.stands"));
        facts.upTimeAfter = 200;
        QVERIFY(has(facts, "restart.now"));
        facts.upTimeBefore = 0xfffffff0U; // 497 days: it wraps
        QVERIFY(!has(facts, "restart.now"));
        facts.upTimeBefore = 5000;
        facts.upTimeAfter = 5500;
        QVERIFY(has(facts, "restart.recent"));
        const Oid counter{1, 3, 6, 1, 2, 1, 31, 1, 1, 1, 6, 1};
        facts.counters = {{counter, 4'294'967'000ULL, 100, false}};
        QVERIFY(!has(facts, "counters.reset"));
        facts.counters = {{counter, 4'294'967'000ULL, 100, true}};
        QVERIFY(has(facts, "counters.reset"));
        facts.counters = {{counter, 1000, 100, false}};
        QVERIFY(has(facts, "counters.reset"));
        facts.clockAsked = QDateTime::currentDateTimeUtc();
        facts.clock = facts.clockAsked.addSecs(30);
        QVERIFY(!has(facts, "clock.ahead") && !has(facts, "clock.behind"));
        facts.clock = facts.clockAsked.addSecs(3600);
        QVERIFY(has(facts, "clock.ahead"));
        facts.clock = facts.clockAsked.addSecs(-3600);
        QVERIFY(has(facts, "clock.behind"));
    }
};

QTEST_GUILESS_MAIN(SnmpDiagnosisUnitTest)
#include "snmpdiagnosis.moc"
