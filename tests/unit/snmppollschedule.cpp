// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/pollschedule.h"

#include <QTest>

#include <map>
#include <set>

using namespace Portolan::Snmp;
using namespace std::chrono_literals;
using Outcome = PollSchedule::Outcome;
using Clock = PollSchedule::Clock;

namespace {

const Clock::time_point kBegin = Clock::time_point{} + 1000h;

// Runs it with a clock of its own, a millisecond a step; a poll takes as long as `takes` says.
struct Driven
{
    PollSchedule schedule{kBegin};
    Clock::time_point now = kBegin;
    std::map<PollSchedule::PollId, Clock::time_point> running = {};
    std::map<PollSchedule::PollId, std::vector<Clock::time_point>> begun = {};
    std::chrono::milliseconds takes{20};
    Outcome outcome = Outcome::Answered;

    void run(std::chrono::milliseconds length)
    {
        for (const auto end = now + length; now < end; now += 1ms) {
            for (auto each = running.begin(); each != running.end();) {
                if (each->second > now) {
                    ++each;
                    continue;
                }
                schedule.done(each->first, outcome, now);
                each = running.erase(each);
            }
            const auto next = schedule.next();
            if (!next || *next > now)
                continue;
            for (const PollSchedule::PollId id : schedule.begin(now)) {
                begun[id].push_back(now);
                running[id] = now + takes;
            }
        }
    }
};

} // namespace

class SnmpPollScheduleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agentsAreSpreadOverTheInterval()
    {
        Driven driven;
        for (int i = 0; i < 40; ++i)
            Q_UNUSED(driven.schedule.add(QStringLiteral("10.0.0.%1:161").arg(i), 10s, driven.now))
        driven.run(10s);
        std::map<int, int> tenths;
        for (const auto &[id, times] : driven.begun) {
            QCOMPARE(times.size(), std::size_t(1));
            ++tenths[static_cast<int>((times.front() - kBegin) / 1s)];
        }
        QCOMPARE(driven.begun.size(), std::size_t(40));
        QVERIFY(tenths.size() >= 8);
        for (const auto &[tenth, count] : tenths)
            QVERIFY2(count <= 10, qPrintable(QString::number(count)));
    }

    void aPhaseIsTheSameInEveryRun()
    {
        PollSchedule one(kBegin);
        PollSchedule other(kBegin);
        Q_UNUSED(other.add(QStringLiteral("b"), 10s, kBegin))
        const auto a = one.add(QStringLiteral("a"), 10s, kBegin);
        const auto expected = *one.next();
        const auto second = other.add(QStringLiteral("a"), 10s, kBegin + 3s);
        Driven driven;
        QVERIFY(a != 0 && second != 0);
        // Modulo the interval, whenever it was added.
        other.remove(1);
        QCOMPARE((*other.next() - expected) % 10s, Clock::duration(0));
    }

    void theGridNeverDrifts()
    {
        Driven driven;
        const auto id = driven.schedule.add(QStringLiteral("a"), 1s, driven.now);
        driven.takes = 370ms;
        driven.run(60s);
        const auto &times = driven.begun[id];
        QVERIFY(times.size() >= 59 && times.size() <= 60);
        for (std::size_t i = 1; i < times.size(); ++i)
            QCOMPARE(times[i] - times[i - 1], Clock::duration(1s));
        QCOMPARE(driven.schedule.facts(id).skipped, std::uint64_t(0));
        QCOMPARE(driven.schedule.facts(id).took, std::optional(370ms));
    }

    void twoPollsOfAnAgentNeverBeginTogether()
    {
        Driven driven;
        driven.takes = 150ms;
        for (int i = 0; i < 5; ++i)
            Q_UNUSED(driven.schedule.add(QStringLiteral("a"), 1s, driven.now))
        driven.run(10s);
        std::vector<Clock::time_point> all;
        for (const auto &[id, times] : driven.begun) {
            QVERIFY(times.size() >= 9);
            all.insert(all.end(), times.begin(), times.end());
        }
        std::sort(all.begin(), all.end());
        for (std::size_t i = 1; i < all.size(); ++i)
            QVERIFY(all[i] - all[i - 1] >= 150ms);
    }

    void aSlowAgentIsSkippedAndNotQueuedFor()
    {
        Driven driven;
        const auto id = driven.schedule.add(QStringLiteral("a"), 1s, driven.now);
        const auto fast = driven.schedule.add(QStringLiteral("b"), 1s, driven.now);
        driven.takes = 2500ms;
        driven.run(30s);
        // Each takes two and a half turns: the third one begins.
        QCOMPARE(driven.begun[id].size(), std::size_t(10));
        QVERIFY(driven.schedule.facts(id).skipped >= 18);
        QCOMPARE(driven.begun[fast].size(), std::size_t(10)); // the other one goes its own way
        for (std::size_t i = 1; i < driven.begun[id].size(); ++i)
            QCOMPARE(driven.begun[id][i] - driven.begun[id][i - 1], Clock::duration(3s));
    }

    void onlyOneTurnWaitsForABusyAgent()
    {
        Driven driven;
        driven.takes = 3s;
        const auto one = driven.schedule.add(QStringLiteral("a"), 1s, driven.now);
        const auto two = driven.schedule.add(QStringLiteral("a"), 1s, driven.now);
        driven.run(30s);
        // They take turns; what was missed meanwhile is not made up for.
        QVERIFY(driven.begun[one].size() >= 4 && driven.begun[one].size() <= 5);
        QVERIFY(driven.begun[two].size() >= 4 && driven.begun[two].size() <= 5);
        QVERIFY(driven.schedule.facts(one).skipped > 10);
    }

    void timeoutsMakeItRest()
    {
        Driven driven;
        const auto id = driven.schedule.add(QStringLiteral("a"), 10s, driven.now);
        driven.outcome = Outcome::TimedOut;
        driven.takes = 1s;
        driven.run(30min);
        const auto &times = driven.begun[id];
        QVERIFY(times.size() >= 7);
        // After 20, 40, 80, 160 seconds and then five minutes, on the grid.
        QVERIFY(times[1] - times[0] >= 20s && times[1] - times[0] <= 40s);
        QVERIFY(times[2] - times[1] >= 40s && times[2] - times[1] <= 60s);
        QVERIFY(times[6] - times[5] >= 5min && times[6] - times[5] <= 6min);
        QVERIFY(driven.schedule.facts(id).rested > 100);
        QVERIFY(driven.schedule.rest(id, times.back() + 1s) > 0ms);
        // One answer ends it.
        driven.outcome = Outcome::Answered;
        driven.run(6min);
        const auto count = driven.begun[id].size();
        driven.run(60s);
        QCOMPARE(driven.begun[id].size(), count + 6);
        QCOMPARE(driven.schedule.rest(id, driven.now), 0ms);
    }

    void anotherErrorIsNoTimeout()
    {
        Driven driven;
        const auto id = driven.schedule.add(QStringLiteral("a"), 1s, driven.now);
        driven.outcome = Outcome::Failed;
        driven.run(10s);
        QVERIFY(driven.begun[id].size() >= 9);
    }

    void aPersonNeedNotWait()
    {
        PollSchedule schedule(kBegin);
        const auto id = schedule.add(QStringLiteral("a"), 10s, kBegin);
        QVERIFY(schedule.beginNow(id, kBegin));
        QVERIFY(!schedule.beginNow(id, kBegin + 1s)); // under way
        schedule.done(id, Outcome::TimedOut, kBegin + 2s);
        QVERIFY(schedule.beginNow(id, kBegin + 3s)); // whatever rests
    }

    void aMachineThatSleptAsksOnce()
    {
        Driven driven;
        const auto id = driven.schedule.add(QStringLiteral("a"), 1s, driven.now);
        driven.run(5s);
        const auto before = driven.begun[id].size();
        driven.now += 8h;
        driven.run(1s);
        QVERIFY(driven.begun[id].size() <= before + 2);
    }

    void removingOneUnderWayFreesItsAgent()
    {
        PollSchedule schedule(kBegin);
        const auto one = schedule.add(QStringLiteral("a"), 1s, kBegin);
        const auto two = schedule.add(QStringLiteral("a"), 1s, kBegin);
        QVERIFY(schedule.beginNow(one, kBegin));
        schedule.remove(one);
        const auto begun = schedule.begin(kBegin + 1s);
        QCOMPARE(begun, std::vector<PollSchedule::PollId>{two});
        schedule.remove(two);
        QVERIFY(!schedule.next());
        schedule.done(two, Outcome::Answered, kBegin + 2s); // of one that is gone
    }
};

QTEST_APPLESS_MAIN(SnmpPollScheduleTest)
#include "snmppollschedule.moc"
