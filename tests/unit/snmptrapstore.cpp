// SPDX-License-Identifier: GPL-3.0-or-later
// Notifications between the wire and the screen: their two forms, words, filters, rules, the store,
// clocks, and what is sent.
#include "core/snmp/smi/moduleloader.h"
#include "core/snmp/traps/listenaddress.h"
#include "core/snmp/traps/notification.h"
#include "core/snmp/traps/trapclock.h"
#include "core/snmp/traps/trapform.h"
#include "core/snmp/traps/trapstore.h"
#include "core/snmp/traps/traptext.h"
#include "core/snmp/traps/trapusers.h"

#include <QBuffer>
#include <QJsonDocument>
#include <QTest>

using namespace Portolan;
using namespace Portolan::Snmp;

namespace {

const Oid kLinkDown{1, 3, 6, 1, 6, 3, 1, 1, 5, 3};
const Oid kIfIndex{1, 3, 6, 1, 2, 1, 2, 2, 1, 1};
const Oid kIfAdminStatus{1, 3, 6, 1, 2, 1, 2, 2, 1, 7};
const Oid kIfAlias{1, 3, 6, 1, 2, 1, 31, 1, 1, 1, 18};
const Oid kHrSystemDate{1, 3, 6, 1, 2, 1, 25, 1, 2, 0};

Wire::TrapV1 first(std::int32_t generic, std::int32_t specific, const Oid &enterprise)
{
    Wire::TrapV1 trap;
    trap.enterprise = enterprise;
    trap.agent = {192, 0, 2, 7};
    trap.generic = generic;
    trap.specific = specific;
    trap.uptime = 4711;
    return trap;
}

std::shared_ptr<Trap> linkDown(const char *from = "10.1.2.3")
{
    auto trap = std::make_shared<Trap>();
    trap->from = QString::fromLatin1(from);
    trap->received = 1'800'000'000'000;
    trap->uptime = 360'000;
    trap->notification = kLinkDown;
    trap->varbinds = {{kIfIndex.child(7), Value::integer(7)},
                      {kIfAdminStatus.child(7), Value::integer(2)},
                      {kIfAlias.child(7), Value::octets("서울-회선")}};
    return trap;
}

std::shared_ptr<Trap> rejected(Rejection why)
{
    auto trap = std::make_shared<Trap>();
    trap->kind = Trap::Kind::Rejected;
    trap->rejection = why;
    trap->from = QStringLiteral("203.0.113.9");
    trap->version = Version::V3;
    trap->user = "mallory";
    return trap;
}

} // namespace

class SnmpTrapStoreTest final : public QObject
{
    Q_OBJECT

    std::shared_ptr<const Smi::Snapshot> m_modules;

    [[nodiscard]] TrapRules usual() const
    {
        return *TrapRules::compile(*m_modules, usualTrapRules());
    }
    [[nodiscard]] bool fits(const char *filter, const Trap &trap) const
    {
        const auto parsed = TrapFilter::parse(*m_modules, QString::fromUtf8(filter));
        return parsed && parsed->matches(*m_modules, trap);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_modules = Smi::loadModules({})->snapshot;
        QVERIFY(m_modules->definition(u"IF-MIB::linkDown"));
    }

    void genericTrapsOfVersion1BecomeTheStandardOnes()
    {
        for (std::int32_t generic = 0; generic < 6; ++generic) {
            const auto oid = notificationOf(first(generic, 99, {1, 3, 6, 1, 4, 1, 9}));
            QVERIFY(oid == TrapOids::standardTraps().child(std::uint32_t(generic) + 1));
        }
        QVERIFY(notificationOf(first(6, 17, {1, 3, 6, 1, 4, 1, 9})) ==
                (Oid{1, 3, 6, 1, 4, 1, 9, 0, 17}));
        // Outside of the standard, as broken agents send it.
        QVERIFY(notificationOf(first(42, 17, {1, 3, 6, 1, 4, 1, 9})) ==
                (Oid{1, 3, 6, 1, 4, 1, 9, 0, 17}));
    }

    void theSecondFormSaysWhatTheFirstSaid()
    {
        const Varbinds own{{kIfIndex.child(1), Value::integer(1)}};
        const Varbinds all = secondForm(first(2, 0, {1, 3, 6, 1, 4, 1, 9}), own);
        QCOMPARE(all.size(), std::size_t(5));
        QVERIFY(all[0].oid == TrapOids::sysUpTime());
        QCOMPARE(all[0].value, Value::timeTicks(4711));
        QVERIFY(all[1].oid == TrapOids::snmpTrapOid());
        QCOMPARE(all[1].value, Value::objectIdentifier(kLinkDown));
        QVERIFY(all[2] == own[0]);
        QCOMPARE(all[3].value, Value::ipAddress(QByteArray("\xc0\x00\x02\x07", 4)));
        QCOMPARE(all[4].value, Value::objectIdentifier(Oid{1, 3, 6, 1, 4, 1, 9}));
        // RFC 3584, section 3.1, (4): what a proxy has said is not said again.
        const Varbinds proxied{{TrapOids::snmpTrapAddress(), Value::ipAddress("\x0a\x00\x00\x01")}};
        QCOMPARE(secondForm(first(2, 0, {1, 3}), proxied).size(), std::size_t(4));
    }

    void theFirstFormComesBackFromTheSecond()
    {
        for (const auto &[generic, specific] : {std::pair(0, 0), std::pair(3, 0), std::pair(5, 0),
                                                std::pair(6, 17), std::pair(6, 0)}) {
            const Wire::TrapV1 trap = first(generic, specific, {1, 3, 6, 1, 4, 1, 9});
            const Varbinds own{{kIfIndex.child(1), Value::integer(1)}};
            const auto back = firstForm(secondForm(trap, own), {});
            QVERIFY(back);
            QVERIFY(back->trap == trap);
            QVERIFY(back->varbinds == own);
        }
        // A notification without a zero before its last arc (RFC 3584, section 3.2, (1) b).
        const Varbinds odd{{TrapOids::sysUpTime(), Value::timeTicks(1)},
                           {TrapOids::snmpTrapOid(),
                            Value::objectIdentifier(Oid{1, 3, 6, 1, 4, 1, 9, 9, 41, 2, 1})}};
        QVERIFY(firstForm(odd, {})->trap->enterprise == (Oid{1, 3, 6, 1, 4, 1, 9, 9, 41, 2}));
        Varbinds wide = odd;
        wide.push_back({kIfIndex, Value::counter64(1)});
        QCOMPARE(firstForm(wide, {}).error().kind, Error::Kind::Unsupported);
        QCOMPARE(firstForm({}, {}).error().kind, Error::Kind::Usage);
    }

    void jsonHasNamesAndValues()
    {
        const QJsonObject object = trapObject(*m_modules, *linkDown());
        QCOMPARE(object.value(QStringLiteral("type")).toString(), QStringLiteral("trap"));
        QCOMPARE(object.value(QStringLiteral("name")).toString(),
                 QStringLiteral("IF-MIB::linkDown"));
        QCOMPARE(object.value(QStringLiteral("oid")).toString(), kLinkDown.text());
        QCOMPARE(object.value(QStringLiteral("uptime")).toInt(), 360'000);
        QCOMPARE(object.value(QStringLiteral("community")).toString(), QStringLiteral("***"));
        const QJsonArray varbinds = object.value(QStringLiteral("varbinds")).toArray();
        QCOMPARE(varbinds.size(), 3);
        const QJsonObject status = varbinds[1].toObject();
        QCOMPARE(status.value(QStringLiteral("name")).toString(),
                 QStringLiteral("IF-MIB::ifAdminStatus.7"));
        QCOMPARE(status.value(QStringLiteral("value")).toInt(), 2);
        QCOMPARE(status.value(QStringLiteral("text")).toString(), QStringLiteral("down(2)"));
        QCOMPARE(varbinds[2].toObject().value(QStringLiteral("text")).toString(),
                 QStringLiteral("서울-회선"));
        QVERIFY(trapSummary(*m_modules, *linkDown())
                    .startsWith(QStringLiteral("linkDown: ifIndex.7 = 7")));

        const QJsonObject no = trapObject(*m_modules, *rejected(Rejection::WrongDigest));
        QCOMPARE(no.value(QStringLiteral("type")).toString(), QStringLiteral("rejected"));
        QCOMPARE(no.value(QStringLiteral("reason")).toString(), QStringLiteral("wrongDigest"));
        QVERIFY(!no.value(QStringLiteral("text")).toString().isEmpty());
    }

    void exportsAreWholeFiles()
    {
        std::vector<TrapPtr> traps;
        for (int i = 0; i < 1203; ++i)
            traps.push_back(linkDown());
        traps.push_back(rejected(Rejection::UnknownUser));
        QBuffer csv;
        QVERIFY(csv.open(QIODevice::WriteOnly));
        QVERIFY(writeTraps(*m_modules, traps, TrapFormat::Csv, csv));
        QVERIFY(csv.data().startsWith("\xef\xbb\xbftime,type"));
        QCOMPARE(csv.data().count("\xef\xbb\xbf"), 1);
        QCOMPARE(csv.data().count("\r\n"), 1205);
        QBuffer json;
        QVERIFY(json.open(QIODevice::WriteOnly));
        QVERIFY(writeTraps(*m_modules, traps, TrapFormat::Json, json));
        const auto lines = json.data().trimmed().split('\n');
        QCOMPARE(lines.size(), 1204);
        for (const QByteArray &line : {lines.first(), lines.last()})
            QVERIFY(QJsonDocument::fromJson(line).isObject());
        QBuffer none;
        QVERIFY(none.open(QIODevice::WriteOnly));
        const auto stopped =
            writeTraps(*m_modules, traps, TrapFormat::Csv, none, [](std::size_t) { return false; });
        QCOMPARE(stopped.error().kind, Error::Kind::Cancelled);
    }

    void filtersFindWhatTheySay_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<bool>("found");
        const auto row = [](const char *filter, bool found) {
            QTest::newRow(filter) << QString::fromUtf8(filter) << found;
        };
        row("", true);
        row("linkdown", true);
        row("linkUp", false);
        row("-linkUp", true);
        row("서울", true);
        row("부산", false);
        row("ifAdminStatus down(2)", true);
        row("\"ifAlias.7\"", true);
        row("from:10.1.2.3", true);
        row("from:10.1.0.0/16", true);
        row("from:10.2.0.0/16", false);
        row("-from:10.2.0.0/16", true);
        row("from:10.1", true);
        row("type:trap", true);
        row("type:inform", false);
        row("version:2c", true);
        row("version:3", false);
        row("oid:IF-MIB::linkDown", true);
        row("oid:1.3.6.1.6.3.1.1.5", true);
        row("oid:ifTable", true);
        row("oid:1.3.6.1.4.1", false);
        row("name:IF-MIB", true);
        row("name:ifAlias", false);
        row("IF-MIB::linkDown", true);
        row("name:", true);
        row("10.1.2.3 서울 -type:rejected", true);
    }
    void filtersFindWhatTheySay()
    {
        QFETCH(QString, filter);
        QFETCH(bool, found);
        QCOMPARE(fits(qUtf8Printable(filter), *linkDown()), found);
    }

    void filtersOfRejectedMessagesKnowTheReason()
    {
        QVERIFY(fits("type:rejected reason:digest", *rejected(Rejection::WrongDigest)));
        QVERIFY(fits("mallory", *rejected(Rejection::WrongDigest)));
        QVERIFY(!fits("reason:user", *rejected(Rejection::WrongDigest)));
        for (const char *wrong :
             {"from:10.0.0.0/99", "version:4", "type:nothing", "oid:noSuchName"})
            QCOMPARE(TrapFilter::parse(*m_modules, QString::fromLatin1(wrong)).error().kind,
                     Error::Kind::Usage);
    }

    void theFirstRuleThatFitsDecides()
    {
        const TrapRules rules = usual();
        QCOMPARE(rules.judge(*m_modules, *linkDown()).severity, Finding::Severity::Error);
        QCOMPARE(rules.judge(*m_modules, *rejected(Rejection::NotSnmp)).severity,
                 Finding::Severity::Warning);
        auto other = linkDown();
        other->notification = Oid{1, 3, 6, 1, 4, 1, 99};
        QCOMPARE(rules.judge(*m_modules, *other), TrapVerdict());

        QList<TrapRule> own = usualTrapRules();
        TrapRule quiet;
        quiet.filter = QStringLiteral("linkDown from:10.1.0.0/16");
        quiet.severity = Finding::Severity::Ok;
        quiet.colour = QStringLiteral("#00ff00");
        own.prepend(quiet);
        const auto compiled = TrapRules::compile(*m_modules, own);
        QCOMPARE(compiled->judge(*m_modules, *linkDown()).colour, QStringLiteral("#00ff00"));
        QCOMPARE(compiled->judge(*m_modules, *linkDown("10.9.0.1")).severity,
                 Finding::Severity::Error);
        own.first().enabled = false;
        QCOMPARE(TrapRules::compile(*m_modules, own)->judge(*m_modules, *linkDown()).severity,
                 Finding::Severity::Error);
        own.first().filter = QStringLiteral("version:9");
        QCOMPARE(TrapRules::compile(*m_modules, own).error().kind, Error::Kind::Usage);
    }

    void rulesSurviveTheirFile()
    {
        QList<TrapRule> rules = usualTrapRules();
        rules.first().colour = QStringLiteral("#123abc");
        rules.first().alarmCount = 5;
        rules.first().enabled = false;
        QCOMPARE(trapRulesOf(toJson(rules)), rules);
        QJsonArray damaged = toJson(rules);
        QJsonObject bad = damaged.at(1).toObject();
        bad.insert(QStringLiteral("colour"), QStringLiteral("red; background: url(x)"));
        damaged.replace(1, bad);
        damaged.append(QStringLiteral("no rule"));
        QStringList problems;
        QCOMPARE(trapRulesOf(damaged, &problems).size(), rules.size() - 1);
        QCOMPARE(problems.size(), 2);
    }

    void alarmsNeedTheirNumberInTheirTime()
    {
        TrapRule rule;
        rule.severity = Finding::Severity::Error;
        rule.alarm = true;
        rule.alarmCount = 3;
        rule.alarmSeconds = 10;
        const auto rules = *TrapRules::compile(*m_modules, {rule});
        TrapAlarms alarms;
        auto trap = linkDown();
        const auto at = [&](qint64 seconds) {
            trap->received = 1'800'000'000'000 + seconds * 1000;
            return alarms.note(rules, rules.judge(*m_modules, *trap), *trap);
        };
        QVERIFY(!at(0));
        QVERIFY(!at(11)); // the first is too old
        QVERIFY(!at(12));
        QVERIFY(at(13));
        QVERIFY(!at(14)); // once, until it was quiet
        QVERIFY(!at(30));
        QVERIFY(!at(31));
        QVERIFY(at(32));
        // Another sender counts for itself.
        trap = linkDown("10.7.7.7");
        QVERIFY(!at(33));
    }

    void theStoreKeepsItsLimitsAndCounts()
    {
        TrapStore store({.rows = 100, .bytes = 1 << 20});
        const TrapRules rules = usual();
        const auto many = [](std::size_t count) {
            std::vector<TrapPtr> traps;
            for (std::size_t i = 0; i < count; ++i) {
                auto trap = linkDown();
                trap->number = i;
                traps.push_back(std::move(trap));
            }
            return traps;
        };
        auto change = store.append(many(60), 0, rules, *m_modules);
        QCOMPARE(change.added, std::size_t(60));
        change = store.append(many(60), 5, rules, *m_modules);
        QCOMPARE(change.removed, std::size_t(20));
        QCOMPARE(change.added, std::size_t(60));
        QCOMPARE(store.size(), std::size_t(100));
        QCOMPARE(store.first(), std::uint64_t(20));
        QCOMPARE(store.dropped(), std::uint64_t(20));
        QCOMPARE(store.lost(), std::uint64_t(5));
        change = store.append(many(250), 0, rules, *m_modules);
        QCOMPARE(change.removed, std::size_t(100));
        QCOMPARE(change.added, std::size_t(100));
        QCOMPARE(store.at(99).trap->number, quint64(249));
        QCOMPARE(store.dropped(), std::uint64_t(270));
        QCOMPARE(store.at(0).verdict.severity, Finding::Severity::Error);
        // By bytes.
        const std::size_t each = store.bytes() / store.size();
        store.setLimits({.rows = 1000, .bytes = each * 10 + each / 2});
        QCOMPARE(store.size(), std::size_t(10));
        store.clear();
        QCOMPARE(store.bytes(), std::size_t(0));
        QCOMPARE(store.dropped(), std::uint64_t(360));
        QCOMPARE(store.first(), std::uint64_t(370));
    }

    void draftsAreTypedByTheModules()
    {
        NotificationDraft draft;
        draft.notification = QStringLiteral("linkDown");
        draft.uptime = 5;
        draft.objects = {{QStringLiteral("ifIndex.7"), u'=', QStringLiteral("7")},
                         {QStringLiteral("ifAdminStatus.7"), u'=', QStringLiteral("down")},
                         {QStringLiteral("ifAlias.7"), u's', QStringLiteral("서울")},
                         {QStringLiteral("sysObjectID.0"), u'o', QStringLiteral("enterprises.9")}};
        const auto made = varbindsOf(*m_modules, draft);
        QVERIFY2(made, made ? "" : qPrintable(made.error().what));
        QCOMPARE(made->size(), std::size_t(6));
        QCOMPARE((*made)[0].value, Value::timeTicks(5));
        QCOMPARE((*made)[1].value, Value::objectIdentifier(kLinkDown));
        QCOMPARE((*made)[3].value, Value::integer(2));
        QCOMPARE((*made)[4].value.bytes(), QByteArray("서울"));
        QCOMPARE((*made)[5].value, Value::objectIdentifier(Oid{1, 3, 6, 1, 4, 1, 9}));
        const auto refuses = [&](NotificationDraft changed) {
            const auto result = varbindsOf(*m_modules, changed);
            return !result && result.error().kind == Error::Kind::Usage;
        };
        NotificationDraft wrong = draft;
        wrong.notification = QStringLiteral("noSuchThing");
        QVERIFY(refuses(wrong));
        wrong.notification = QStringLiteral("ifIndex.7");
        QVERIFY(refuses(wrong));
        wrong = draft;
        wrong.objects[1].value = QStringLiteral("sideways");
        QVERIFY(refuses(wrong));
        wrong = draft;
        wrong.objects[0] = {QStringLiteral("1.3.6.1.4.1.99.1"), u'=', QStringLiteral("7")};
        QVERIFY(refuses(wrong));
        wrong.objects[0].type = u'?';
        QVERIFY(refuses(wrong));
        QVERIFY(ownUptime() > 0);
    }

    void listenAddressesAreReadAndWritten()
    {
        const auto read = [](const char *text) {
            return listenAddress(parseAddress(QString::fromLatin1(text))->address);
        };
        const auto plain = read("snmptrap://0.0.0.0");
        QVERIFY(plain);
        QVERIFY(plain->target.host.isEmpty());
        QCOMPARE(plain->target.port, quint16(162));
        const auto full =
            read("snmptrap://monitor@[::1]:1162?transport=both&engine=8000000001020304"
                 "&buffer=1024&community=keep");
        QVERIFY(full);
        QCOMPARE(full->target.host, QStringLiteral("::1"));
        QVERIFY(full->target.udp && full->target.tcp && full->target.keepCommunity);
        QCOMPARE(full->target.engineId.size(), 8);
        QCOMPARE(full->community.reveal(), std::string_view("monitor"));
        const Address again = addressOf(full->target);
        QVERIFY(!again.toString().contains(QStringLiteral("monitor")));
        QCOMPARE(addressOf(listenAddress(again)->target).toString(), again.toString());
        for (const char *wrong :
             {"ssh://x", "snmptrap://x?transport=sctp", "snmptrap://x?engine=12",
              "snmptrap://x?buffer=1", "snmptrap://x?color=red"})
            QCOMPARE(read(wrong).error().kind, Error::Kind::Usage);
    }

    void restartsShowInTheUptime()
    {
        TrapClocks clocks;
        auto trap = linkDown();
        const auto at = [&](qint64 seconds, quint32 uptime) {
            trap->received = 1'800'000'000'000 + seconds * 1000;
            trap->uptime = uptime;
            clocks.note(*m_modules, *trap);
            return clocks.facts().first();
        };
        at(0, 10'000'000);
        QCOMPARE(at(10, 10'001'000).restarts, 0);
        QCOMPARE(at(11, 10'000'900).reordered, 1);
        const auto restarted = at(600, 6'000);
        QCOMPARE(restarted.restarts, 1);
        QCOMPARE(restarted.restartedAt, qint64(1'800'000'000'000 + 540'000));
        QCOMPARE(at(660, 12'000).restarts, 1);
        QCOMPARE(at(661, 99'000'000).jumps, 1);
        // After 497 days it begins anew by itself.
        at(700, 4'294'967'000U);
        QCOMPARE(at(704, 104).restarts, 1);
        const auto findings = judgeTraps({.clocks = clocks.facts()});
        QVERIFY(std::any_of(findings.begin(), findings.end(), [](const Finding &each) {
            return each.id == QLatin1String("snmp.trap.restarted");
        }));
        for (const Finding &each : findings)
            QVERIFY(trapFindingText(each).title != each.id);
    }

    void datesOfDevicesAreComparedWithOurs()
    {
        // 2024-02-29 13:05:06.0 +9:00
        const QByteArray date("\x07\xe8\x02\x1d\x0d\x05\x06\x00+\x09\x00", 11);
        const auto read = dateAndTimeOf(date);
        QVERIFY(read && read->hasZone);
        QCOMPARE(read->time, qint64(1'709'179'506'000));
        for (const QByteArray &wrong :
             {QByteArray(), QByteArray(8, '\xff'), date.left(9), QByteArray(11, '\0')})
            QVERIFY(!dateAndTimeOf(wrong));
        TrapClocks clocks;
        auto trap = linkDown();
        trap->received = 1'709'179'506'000 - 500'000;
        trap->varbinds = {{kHrSystemDate, Value::octets(date)}};
        clocks.note(*m_modules, *trap);
        const auto facts = clocks.facts().first();
        QCOMPARE(facts.offsetSeconds, std::optional<double>(500));
        QCOMPARE(facts.offsetObject, QStringLiteral("hrSystemDate.0"));
        const auto findings = judgeTraps({.clocks = {facts}});
        QCOMPARE(findings.size(), 1);
        QCOMPARE(findings.first().id, QStringLiteral("snmp.trap.clock_off"));
    }

    void whatIsLostIsFoundFirst()
    {
        TrapStats stats;
        stats.traps = 1000;
        QCOMPARE(judgeTraps({.stats = stats}).first().severity, Finding::Severity::Ok);
        stats.kernelDrops = 12;
        stats.rejected[static_cast<std::size_t>(Rejection::WrongDigest)] = 3;
        const auto findings = judgeTraps({.stats = stats});
        QCOMPARE(findings.size(), 2);
        QCOMPARE(findings.first().severity, Finding::Severity::Error);
        QVERIFY(trapFindingText(findings.first()).title.contains(QStringLiteral("12")));
        QCOMPARE(trapFindingText(findings.at(1)).advice, rejectionText(Rejection::WrongDigest));
    }

    void clocksOfEnginesAreBoundedAndRise()
    {
        using Clock = TrapUsers::Clock;
        TrapUsers users;
        const Clock::time_point now = Clock::now();
        const QByteArray engine("\x80\x00\x00\x00\x01", 5);
        QVERIFY(users.isInTime(engine, {3, 1000}, now));
        QVERIFY(users.isInTime(engine, {3, 900}, now));
        QVERIFY(!users.isInTime(engine, {3, 800}, now));
        QVERIFY(!users.isInTime(engine, {2, 5000}, now));
        QVERIFY(!users.isInTime(engine, {3, 1000}, now + std::chrono::seconds(200)));
        QVERIFY(users.isInTime(engine, {3, 1200}, now + std::chrono::seconds(200)));
        QVERIFY(users.isInTime(engine, {4, 1}, now));
        // RFC 3414, section 2.2.2: boots at their end are never in time.
        QVERIFY(!users.isInTime("other", {0x7fffffff, 1}, now));
        for (int i = 0; i < 20'100; ++i)
            QVERIFY(users.isInTime(QByteArray::number(i), {1, 1}, now));
    }
};

QTEST_GUILESS_MAIN(SnmpTrapStoreTest)
#include "snmptrapstore.moc"
