// SPDX-License-Identifier: GPL-3.0-or-later
// What a diagnosis concludes from measurements that are made up to the microsecond.
#include "core/ntp/diagnosis/diagnosis.h"
#include "core/ntp/host/hostparser.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <functional>

using namespace Portolan;
using namespace Portolan::Ntp;

namespace {

// 2026-06-20 12:00:00 UTC: a month at whose end leap seconds are.
constexpr std::int64_t kJune = 1'781'956'800;
constexpr int kPolls = 16;

Instant at(int poll, double gap)
{
    return Instant(std::chrono::nanoseconds(kJune * 1'000'000'000 +
                                            static_cast<std::int64_t>(poll * gap * 1e9)));
}

struct Script
{
    QString host;
    double gap = 16;
    std::function<double(double)> offset = [](double) { return 0.0; }; // by seconds passed
    std::function<double(int)> delay = [](int) { return 0.010; };
    int stratum = 2;
    quint32 refid = 0xC6336401; // 198.51.100.1
    Leap leap = Leap::None;
    SmearSign smear = SmearSign::None;
};

DiagnosedServer played(const Script &script, quint64 id)
{
    DiagnosedServer facts;
    ServerState &state = facts.state;
    state.id = id;
    state.source = id;
    state.target.host = script.host;
    state.address = QHostAddress(script.host);
    state.phase = ServerState::Phase::Asking;
    state.smear = script.smear;
    for (int i = 0; i < kPolls; ++i) {
        Sample sample;
        sample.at = at(i, script.gap);
        sample.delay = Seconds(script.delay(i));
        sample.offset = Seconds(script.offset(i * script.gap));
        sample.dispersion = Seconds(1e-6);
        sample.rootDelay = Seconds(0.002);
        sample.rootDispersion = Seconds(0.001);
        sample.precision = -23;
        sample.stratum = script.stratum;
        sample.refid = script.refid;
        sample.leap = script.leap;
        sample.interleaved = true;
        sample.sentBy = StampSource::Kernel;
        sample.receivedBy = StampSource::Kernel;
        sample.t1 = sample.t2 = sample.t3 = sample.t4 = sample.at;
        state.filter.add(sample);
        facts.record.samples.push_back(sample);
        state.last = sample;
    }
    state.counts.answered = kPolls;
    facts.record.polls = kPolls;
    facts.record.answeredAtFirst = kPolls;
    facts.record.referenceAge = Seconds(60);
    return facts;
}

DiagnosisFacts watched(const QList<Script> &scripts)
{
    DiagnosisFacts facts;
    quint64 id = 0;
    for (const Script &each : scripts)
        facts.servers.push_back(played(each, ++id));
    facts.at = at(kPolls - 1, scripts.front().gap);
    facts.watched = between(facts.at, at(0, 0));
    QList<Candidate> candidates;
    for (const DiagnosedServer &each : facts.servers) {
        Candidate candidate;
        candidate.reach = each.state.filter.reach();
        candidate.smears = each.state.smear != SmearSign::None;
        if (const auto &estimate = each.state.filter.estimate()) {
            candidate.hasEstimate = true;
            candidate.offset = estimate->offset;
            candidate.jitter = estimate->jitter;
            candidate.distance = *each.state.distance(facts.at);
            candidate.stratum = each.state.last->stratum;
            candidate.leap = each.state.last->leap;
        }
        candidates.append(candidate);
    }
    facts.selection = select(candidates);
    for (std::size_t i = 0; i < facts.servers.size(); ++i)
        facts.servers[i].state.choice = facts.selection.choices[static_cast<qsizetype>(i)];
    return facts;
}

// Four that follow different ones, as a set of servers should be.
QList<Script> four()
{
    QList<Script> all;
    for (quint32 i = 1; i <= 4; ++i)
        all.append({.host = QStringLiteral("192.0.2.%1").arg(i), .refid = 0xC6336400U + i});
    return all;
}

const Finding *find(const QList<Finding> &findings, const char *id)
{
    const auto found = std::find_if(findings.begin(), findings.end(), [id](const Finding &each) {
        return each.id == QLatin1String(id);
    });
    return found == findings.end() ? nullptr : &*found;
}

QByteArray told(const QList<Finding> &findings)
{
    QStringList lines;
    for (const Finding &each : findings)
        lines += each.id + QLatin1Char('[') + each.arguments.join(QLatin1Char('|')) +
                 QLatin1String("] ") + each.evidence;
    return lines.join(QLatin1Char('\n')).toUtf8();
}

// Of servers that are `seconds` ahead of this clock.
DiagnosisFacts offBy(double seconds)
{
    auto scripts = four();
    for (Script &each : scripts)
        each.offset = [seconds](double) { return seconds; };
    return watched(scripts);
}

// What programs say on a host, as they were recorded.
HostClock host(const QList<QByteArray> &parts)
{
    QByteArray processes;
    QList<HostAnswer> answers{{"kernel", 0, "Linux 6.1.0-18-amd64 x86_64"}};
    for (const QByteArray &part : parts) {
        if (part == "chronyd" || part == "two")
            processes += "chronyd\t/usr/sbin/chronyd -F 1 \n";
        if (part == "two")
            processes += "systemd-timesyn\t/lib/systemd/systemd-timesyncd \n";
        if (part == "vmware") {
            processes += "vmtoolsd\t/usr/bin/vmtoolsd \n";
            answers.append({"vmware", 0, "Enabled"});
        }
        if (part == "tracking")
            answers.append({"chrony-tracking", 0,
                            "C0000204,192.0.2.4,4,1795426371.873673535,0.000000703,0.000000015,"
                            "0.000000310,-0.025,0.001,0.110,0.000001246,0.000002550,1.0,Normal"});
        if (part == "sources")
            answers.append({"chrony-sources", 0,
                            "^,*,198.51.100.7,3,6,377,2,0.000000029,0.000000041,0.000000905\n"
                            "^,+,198.51.100.8,3,6,377,2,0.000000029,0.000000041,0.000000905\n"
                            "^,+,198.51.100.9,3,6,377,2,0.000000029,0.000000041,0.000000905\n"
                            "^,+,198.51.100.6,3,6,377,2,0.000000029,0.000000041,0.000000905"});
        if (part == "following")
            answers.append({"chrony-sources", 0,
                            "^,*,192.0.2.4,3,6,377,2,0.000000029,0.000000041,0.000000905"});
        if (part == "doubting")
            answers.append({"chrony-sources", 0,
                            "^,x,192.0.2.4,3,6,377,2,0.500000029,0.500000041,0.000000905\n"
                            "^,*,192.0.2.1,3,6,377,2,0.000000029,0.000000041,0.000000905"});
    }
    answers.append({"processes", 0, processes});
    return readHostClock(answers);
}

ServerRecord::Seen seenOnce()
{
    return {.count = 1, .last = at(0, 0), .packet = QByteArray(48, '\x24'), .header = {}};
}

} // namespace

class NtpJudgeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fourThatAgreeAreFineAndNothingElseIsSaid()
    {
        const auto findings = judge(watched(four()));
        QVERIFY2(find(findings, "ntp.fine"), told(findings).constData());
        QVERIFY2(find(findings, "ntp.clock.right"), told(findings).constData());
        for (const Finding &each : findings)
            QVERIFY2(each.severity == Finding::Severity::Ok, told(findings).constData());
        QVERIFY(!blockingKind(findings));
    }
    void everyFindingHasWordsAndNoneAPlaceholderLeft()
    {
        auto scripts = four();
        scripts[3].offset = [](double) { return 0.5; };
        scripts[2].leap = Leap::Insert;
        const auto findings = judge(watched(scripts));
        QVERIFY(findings.size() > 3);
        for (const Finding &each : findings) {
            const FindingText text = textOf(each);
            QVERIFY2(!text.title.isEmpty(), qPrintable(each.id));
            QVERIFY2(!QString(text.title + text.advice).contains(QLatin1String("%1")),
                     qPrintable(each.id));
        }
    }
    void aClockThatRunsSlowAgainstAllIsOurs()
    {
        auto scripts = four();
        for (Script &each : scripts)
            each.offset = [](double passed) { return 40e-6 * passed; };
        auto findings = judge(watched(scripts));
        const Finding *drift = find(findings, "ntp.clock.drifts");
        QVERIFY2(drift, told(findings).constData());
        QVERIFY(drift->arguments.value(0).contains(QLatin1String("40")));
        QCOMPARE(drift->arguments.value(1), QStringLiteral("4"));
        QVERIFY(!find(findings, "ntp.server.drifts"));

        for (Script &each : scripts)
            each.offset = [](double passed) { return -800e-6 * passed; };
        findings = judge(watched(scripts));
        drift = find(findings, "ntp.clock.drifts_much");
        QVERIFY2(drift && drift->severity == Finding::Severity::Error, told(findings).constData());
        QVERIFY(!find(findings, "ntp.fine"));
    }
    void oneThatRunsOffAloneIsTheOneThatDrifts()
    {
        auto scripts = four();
        scripts[1].offset = [](double passed) { return 60e-6 * (passed - 120); };
        const auto findings = judge(watched(scripts));
        const Finding *const drift = find(findings, "ntp.server.drifts");
        QVERIFY2(drift, told(findings).constData());
        QVERIFY(drift->arguments.value(0).contains(QLatin1String("192.0.2.2")));
        QCOMPARE(drift->action, QString(Action::kLeaveOut));
        QVERIFY(!find(findings, "ntp.clock.drifts"));
    }
    void aDriftIsNotSaidOfTwentySecondsOfNoise()
    {
        auto scripts = four();
        for (Script &each : scripts) {
            each.gap = 0.5;
            each.offset = [](double passed) { return 40e-6 * passed; };
        }
        QVERIFY(!find(judge(watched(scripts)), "ntp.clock.drifts"));
    }
    void packetsThatWaitOnOneWayOnlyShowTheWay_data()
    {
        QTest::addColumn<double>("side");
        QTest::addColumn<QByteArray>("id");
        QTest::newRow("out") << 0.5 << QByteArray("ntp.asymmetric.out");
        QTest::newRow("home") << -0.5 << QByteArray("ntp.asymmetric.home");
        QTest::newRow("both") << 0.0 << QByteArray();
    }
    void packetsThatWaitOnOneWayOnlyShowTheWay()
    {
        QFETCH(const double, side);
        QFETCH(const QByteArray, id);
        const auto waits = [](int poll) { return (poll % 4) * 0.010; };
        auto scripts = four();
        scripts[0].gap = 1;
        scripts[0].delay = [waits](int poll) { return 0.010 + waits(poll); };
        scripts[0].offset = [waits, side](double passed) {
            return side * waits(static_cast<int>(std::lround(passed)));
        };
        for (Script &each : scripts)
            each.gap = 1;
        const auto findings = judge(watched(scripts));
        for (const char *each : {"ntp.asymmetric.out", "ntp.asymmetric.home"})
            QVERIFY2((find(findings, each) != nullptr) == (id == each), told(findings).constData());
    }
    void aServerThatFollowsThisMachineIsALoop()
    {
        auto scripts = four();
        scripts[2].refid = QHostAddress(QStringLiteral("203.0.113.9")).toIPv4Address();
        DiagnosisFacts facts = watched(scripts);
        QVERIFY(!find(judge(facts), "ntp.loop.us"));
        facts.ownAddresses = {QHostAddress(QStringLiteral("203.0.113.9"))};
        const auto findings = judge(facts);
        const Finding *const loop = find(findings, "ntp.loop.us");
        QVERIFY2(loop && loop->severity == Finding::Severity::Error, told(findings).constData());
        QVERIFY(loop->arguments.value(0).contains(QLatin1String("192.0.2.3")));
    }
    void twoThatFollowEachOtherAreSaidOnce()
    {
        auto scripts = four();
        scripts[0].refid = QHostAddress(scripts[1].host).toIPv4Address();
        scripts[1].refid = QHostAddress(scripts[0].host).toIPv4Address();
        const auto findings = judge(watched(scripts));
        QVERIFY2(find(findings, "ntp.loop.each_other"), told(findings).constData());
        QCOMPARE(std::count_if(findings.begin(), findings.end(),
                               [](const Finding &each) {
                                   return each.id == QLatin1String("ntp.loop.each_other");
                               }),
                 1);
        QVERIFY(!find(findings, "ntp.fine"));
    }
    void fourWithOneSourceAreOneSource()
    {
        auto scripts = four();
        for (Script &each : scripts)
            each.refid = 0xC6336401;
        auto findings = judge(watched(scripts));
        QVERIFY2(find(findings, "ntp.same_upstream"), told(findings).constData());
        QVERIFY(!find(findings, "ntp.fine"));
        scripts[0].refid = 0xC6336402;
        findings = judge(watched(scripts));
        QVERIFY(!find(findings, "ntp.same_upstream"));
        QVERIFY2(find(findings, "ntp.some_upstream"), told(findings).constData());
        // What a reference clock is called is no server.
        for (Script &each : scripts) {
            each.stratum = 1;
            each.refid = 0x47505300; // "GPS"
        }
        findings = judge(watched(scripts));
        QVERIFY(!find(findings, "ntp.same_upstream"));
        QVERIFY2(find(findings, "ntp.fine"), told(findings).constData());
    }
    void aLeapSecondIsSaidWithItsDayAndWhoDoesNotKnowOfIt()
    {
        auto scripts = four();
        for (Script &each : scripts)
            each.leap = Leap::Insert;
        auto findings = judge(watched(scripts));
        const Finding *const leap = find(findings, "ntp.leap.pending");
        QVERIFY2(leap, told(findings).constData());
        QVERIFY(leap->arguments.value(2).startsWith(QLatin1String("2026-06-30 23:59:60")));
        QVERIFY(!find(findings, "ntp.leap.disagree"));
        scripts[3].leap = Leap::None;
        findings = judge(watched(scripts));
        const Finding *const apart = find(findings, "ntp.leap.disagree");
        QVERIFY2(apart, told(findings).constData());
        QVERIFY(apart->arguments.value(1).contains(QLatin1String("192.0.2.4")));
    }
    void thePortThatTheKeyServerNamedIsTheServersOwn()
    {
        ServerState state;
        state.address = QHostAddress(QStringLiteral("192.0.2.1"));
        state.usedPort = 11'123;
        ServerRecord record;
        Outcome again{.kind = Outcome::Kind::Stray, .from = state.address, .fromPort = 11'123};
        record.take(again, state);
        QCOMPARE(record.elsewhere, quint64(0));
        again.fromPort = 123;
        record.take(again, state);
        QCOMPARE(record.elsewhere, quint64(1));
    }

    void answersFromAnotherAddressAreANatAndThatAddressIsOffered()
    {
        DiagnosisFacts facts = watched(four());
        DiagnosedServer &server = facts.servers[0];
        server.record.samples.clear();
        server.state.filter.clear();
        server.record.silent = kPolls;
        server.record.elsewhere = kPolls;
        server.record.elsewhereAddress = QHostAddress(QStringLiteral("203.0.113.7"));
        server.record.elsewherePort = 123;
        auto findings = judge(facts);
        const Finding *found = find(findings, "ntp.elsewhere.address");
        QVERIFY2(found && found->severity == Finding::Severity::Error, told(findings).constData());
        QCOMPARE(found->action, QString(Action::kUseAddress));
        QCOMPARE(found->arguments.value(1), QStringLiteral("203.0.113.7"));
        server.record.elsewhereAddress = server.state.address;
        server.record.elsewherePort = 61'234;
        findings = judge(facts);
        found = find(findings, "ntp.elsewhere.port");
        QVERIFY2(found, told(findings).constData());
        QVERIFY(found->action.isEmpty());
    }
    void plainAnswersToNtsAreSaidToBeStripped()
    {
        DiagnosisFacts facts = watched(four());
        DiagnosedServer &server = facts.servers[0];
        server.state.target.nts = true;
        server.record.samples.clear();
        server.state.filter.clear();
        server.record.protections[Nts::Protection::Missing] = seenOnce();
        auto findings = judge(facts);
        QVERIFY2(find(findings, "ntp.nts.stripped"), told(findings).constData());
        QVERIFY(blockingKind(findings) == Error::Kind::Auth);
        server.record.protections = {{Nts::Protection::Wrong, seenOnce()}};
        findings = judge(facts);
        QVERIFY2(find(findings, "ntp.nts.wrong"), told(findings).constData());
        QVERIFY(!find(findings, "ntp.nts.stripped"));
    }
    void smearingServersAmongOthersAreAMix()
    {
        auto scripts = four();
        scripts[1].smear = SmearSign::Refid;
        auto findings = judge(watched(scripts));
        const Finding *const mix = find(findings, "ntp.smear.mix");
        QVERIFY2(mix, told(findings).constData());
        QVERIFY(mix->arguments.value(0).contains(QLatin1String("192.0.2.2")));
        QCOMPARE(mix->arguments.value(1), QStringLiteral("3"));
        for (Script &each : scripts)
            each.smear = SmearSign::Refid;
        findings = judge(watched(scripts));
        QVERIFY(!find(findings, "ntp.smear.mix"));
        QVERIFY2(find(findings, "ntp.smear.all"), told(findings).constData());
    }
    void twoCannotSayWhichOfThemIsWrong()
    {
        auto scripts = four().mid(0, 2);
        auto findings = judge(watched(scripts));
        const Finding *const two = find(findings, "ntp.two");
        QVERIFY2(two, told(findings).constData());
        QCOMPARE(two->action, QString(Action::kAddServers));
        scripts[1].offset = [](double) { return 0.5; };
        findings = judge(watched(scripts));
        QVERIFY2(find(findings, "ntp.no_majority"), told(findings).constData());
        QVERIFY(!find(findings, "ntp.two"));
        QVERIFY(!find(findings, "ntp.falseticker"));
        QVERIFY(!find(findings, "ntp.fine"));
    }
    void oneThatLiesAmongFourIsNamedWithThoseThatOutvoteIt()
    {
        auto scripts = four();
        scripts[3].offset = [](double) { return 0.5; };
        const auto findings = judge(watched(scripts));
        const Finding *const liar = find(findings, "ntp.falseticker");
        QVERIFY2(liar, told(findings).constData());
        QVERIFY(liar->arguments.value(0).contains(QLatin1String("192.0.2.4")));
        QVERIFY(liar->arguments.value(2).contains(QLatin1String("192.0.2.1")));
        QCOMPARE(findings.front().severity, Finding::Severity::Error);
    }
    void aStepOfAllIsOursAndAStepOfOneIsThatServers()
    {
        const auto step = [](double passed) { return passed < 100 ? 0.0 : 0.7; };
        auto scripts = four();
        scripts[2].offset = step;
        auto findings = judge(watched(scripts));
        QVERIFY2(find(findings, "ntp.server.stepped"), told(findings).constData());
        QVERIFY(!find(findings, "ntp.clock.jumped"));
        for (Script &each : scripts)
            each.offset = step;
        findings = judge(watched(scripts));
        QVERIFY2(find(findings, "ntp.clock.jumped"), told(findings).constData());
        QVERIFY(!find(findings, "ntp.server.stepped"));
    }
    void aClockThatIsOffAndThatNobodyKeepsIsOneFindingWithItsCauseFirst()
    {
        DiagnosisFacts facts = offBy(0.5);
        facts.host = host({"processes"});
        const auto findings = judge(facts);
        const Finding &first = findings.front();
        QVERIFY2(first.id == QLatin1String("ntp.clock.behind+host.nobody"),
                 told(findings).constData());
        QVERIFY(first.severity == Finding::Severity::Error);
        QCOMPARE(first.action, QString(Action::kShowHost));
        const FindingText text = textOf(first);
        QVERIFY2(text.title.startsWith(QLatin1String("Nothing keeps this clock in step. This")),
                 qPrintable(text.title));
        QVERIFY(text.title.contains(QLatin1String("500")));
        QVERIFY(text.advice.contains(QLatin1String("chrony")));
        QVERIFY(!text.advice.contains(QLatin1Char('%')));
        // Neither stands there a second time.
        QVERIFY(!find(findings, "ntp.clock.behind"));
        QVERIFY(!find(findings, "ntp.host.nobody"));
        QVERIFY(blockingKind(findings));
    }
    void whatKeepsAClockThatIsRightBadlyIsSaidBelowAndFailsNothing()
    {
        DiagnosisFacts facts = watched(four());
        facts.host = host({"two"});
        const auto findings = judge(facts);
        const Finding *const two = find(findings, "ntp.host.two_daemons");
        QVERIFY2(two && two->severity == Finding::Severity::Warning, told(findings).constData());
        QVERIFY(find(findings, "ntp.clock.right"));
        QVERIFY(!find(findings, "ntp.fine"));
        QVERIFY(!blockingKind(findings));
        QVERIFY(textOf(*two).title.contains(QLatin1String("chronyd, systemd-timesyncd")));
    }
    void twoDaemonsExplainAClockThatIsSetAgainAndAgain()
    {
        DiagnosisFacts facts = offBy(0.5);
        facts.steps = {{at(3, 16), Seconds(0.5)}, {at(9, 16), Seconds(-0.5)}};
        facts.host = host({"two"});
        const auto findings = judge(facts);
        QVERIFY2(findings.front().id == QLatin1String("ntp.clock.stepped+host.two_daemons"),
                 told(findings).constData());
        const FindingText text = textOf(findings.front());
        QVERIFY2(text.title.contains(QLatin1String("chronyd, systemd-timesyncd")) &&
                     text.title.contains(QLatin1String("2 times")),
                 qPrintable(text.title));
        // The offset comes of the same; the cause is said once.
        QVERIFY2(find(findings, "ntp.clock.behind"), told(findings).constData());
    }
    void guestToolsBesideADaemonExplainAJumpOfThisClock()
    {
        DiagnosisFacts facts = offBy(0.5);
        facts.steps = {{at(3, 16), Seconds(0.5)}};
        facts.host = host({"chronyd", "vmware"});
        const auto findings = judge(facts);
        QVERIFY2(findings.front().id == QLatin1String("ntp.clock.stepped+host.guest_sync"),
                 told(findings).constData());
        QVERIFY(textOf(findings.front()).title.startsWith(QLatin1String("VMware Tools")));
    }
    void aDaemonThatBelievesInAWrongClockIsSaidToBeDeceived()
    {
        DiagnosisFacts facts = offBy(0.5);
        facts.host = host({"chronyd", "tracking", "sources"});
        const auto findings = judge(facts);
        QVERIFY2(findings.front().id == QLatin1String("ntp.clock.behind+host.deceived"),
                 told(findings).constData());
        QVERIFY(textOf(findings.front())
                    .title.startsWith(QLatin1String("chronyd keeps this clock and believes")));
        QVERIFY(!find(findings, "ntp.host.fine"));
    }
    void aDaemonThatFollowsAServerThatIsOutvotedIsNamedWithIt()
    {
        auto scripts = four();
        scripts[3].offset = [](double) { return 0.5; };
        DiagnosisFacts facts = watched(scripts);
        facts.host = host({"chronyd", "tracking", "following"});
        QCOMPARE(wrongServers(facts.servers), QStringList{QStringLiteral("192.0.2.4")});
        const auto findings = judge(facts);
        const Finding &first = findings.front();
        QVERIFY2(first.id == QLatin1String("ntp.falseticker+host.follows_wrong"),
                 told(findings).constData());
        // Leaving it out works as of the finding alone: the server is the first argument.
        QCOMPARE(first.action, QString(Action::kLeaveOut));
        QVERIFY(first.arguments.front().contains(QLatin1String("192.0.2.4")));
        QVERIFY(!find(findings, "ntp.falseticker"));
        // What the daemon itself takes for wrong is a witness, and no finding of its own.
        facts.host = host({"chronyd", "tracking", "doubting"});
        const auto agreed = judge(facts);
        const Finding *const outvoted = find(agreed, "ntp.falseticker");
        QVERIFY2(outvoted, told(agreed).constData());
        QVERIFY2(outvoted->evidence.contains(QLatin1String("192.0.2.4: falseticker")),
                 qPrintable(outvoted->evidence));
        QVERIFY(!find(agreed, "ntp.host.falsetickers"));
        // Facts that explain nothing are for the page of the host.
        QVERIFY(!find(agreed, "ntp.host.few_sources"));
    }
    void aServerAtAnAddressWhereAnotherOneIsRightIsNotHeldAgainstTheHost()
    {
        auto scripts = four();
        scripts[3].host = scripts[0].host;
        scripts[3].offset = [](double) { return 0.5; };
        QVERIFY(wrongServers(watched(scripts).servers).isEmpty());
    }
    void whatSeveralServersLackIsSaidOnce()
    {
        DiagnosisFacts facts = watched(four());
        for (DiagnosedServer &each : facts.servers) {
            for (Sample &sample : each.record.samples)
                sample.interleaved = false;
        }
        const auto findings = judge(facts);
        QCOMPARE(std::count_if(findings.begin(), findings.end(),
                               [](const Finding &each) {
                                   return each.id == QLatin1String("ntp.interleaved.none");
                               }),
                 1);
        const QString title = textOf(*find(findings, "ntp.interleaved.none")).title;
        for (const DiagnosedServer &each : facts.servers)
            QVERIFY2(title.contains(each.state.target.host), qPrintable(title));
    }
    void aHostThatDoesNotSayIsNotMadeUp()
    {
        DiagnosisFacts facts = watched(four());
        facts.hostError = Error{Error::Kind::Timeout, QStringLiteral("No shell."), {}, 0};
        const auto findings = judge(facts);
        const Finding *const silent = find(findings, "ntp.host.not_told");
        QVERIFY2(silent && silent->severity == Finding::Severity::Info, told(findings).constData());
        QCOMPARE(silent->evidence, QStringLiteral("No shell."));
        QVERIFY(find(findings, "ntp.fine"));
    }
    void everyCauseHasWordsWithEveryMeasurement()
    {
        for (const char *result : {"clock.stepped", "clock.jumped", "clock.far", "clock.behind",
                                   "clock.ahead", "clock.drifts", "clock.drifts_much"}) {
            for (const char *cause :
                 {"two_daemons", "guest_sync", "clocksource.unstable", "frequency.limit",
                  "nobody.container", "follows_wrong", "no_source", "no_sources_configured",
                  "not_synchronised", "nobody", "does_not_set", "correcting", "deceived"}) {
                Finding both;
                both.id = QStringLiteral("ntp.%1+host.%2")
                              .arg(QLatin1String(result), QLatin1String(cause));
                for (int i = 0; i < 7; ++i)
                    both.arguments += QStringLiteral("a%1").arg(i);
                const FindingText text = textOf(both);
                QVERIFY2(!text.title.contains(QLatin1String("ntp.")), qPrintable(text.title));
                QVERIFY2(!text.title.contains(QLatin1Char('%')), qPrintable(text.title));
                QVERIFY2(!text.advice.isEmpty(), qPrintable(both.id));
            }
        }
    }
};

QTEST_GUILESS_MAIN(NtpJudgeTest)
#include "ntpjudge.moc"
