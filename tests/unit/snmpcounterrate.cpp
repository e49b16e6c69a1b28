// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/counterrate.h"

#include <QTest>

using namespace Portolan::Snmp;
using namespace std::chrono_literals;
using Kind = CounterStep::Kind;

namespace {

const std::chrono::steady_clock::time_point kBegin{};

CounterReading reading(std::uint64_t value, std::uint32_t upTime, double seconds, bool is64 = false,
                       std::optional<std::uint32_t> discontinuity = {})
{
    return {value, is64, upTime, discontinuity,
            kBegin + std::chrono::duration_cast<std::chrono::steady_clock::duration>(
                         std::chrono::duration<double>(seconds))};
}

} // namespace

class SnmpCounterRateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theAgentsClockCountsAndNotOurs()
    {
        CounterRate rate;
        QCOMPARE(rate.take(reading(1000, 100'000, 0)).kind, Kind::First);
        // 5 s by the agent, 6 by us: the answer was late.
        const CounterStep step = rate.take(reading(6000, 100'500, 6));
        QCOMPARE(step.kind, Kind::Rate);
        QCOMPARE(step.perSecond, 1000.0);
        QVERIFY(!step.wrapped);
    }

    void a32BitCounterWrapsOnce()
    {
        CounterRate rate;
        rate.take(reading(4'294'967'000, 1000, 0));
        const CounterStep step = rate.take(reading(704, 1500, 5));
        QCOMPARE(step.kind, Kind::Rate);
        QVERIFY(step.wrapped);
        QCOMPARE(step.perSecond, 200.0);
    }

    void a32BitCounterThatBeganAnewIsNoWrap()
    {
        CounterRate rate;
        rate.take(reading(1'000'000, 1000, 0));
        QCOMPARE(rate.take(reading(10, 1500, 5)).kind, Kind::Discontinuity);
        const CounterStep next = rate.take(reading(510, 2000, 10));
        QCOMPARE(next.kind, Kind::Rate);
        QCOMPARE(next.perSecond, 100.0);
    }

    void a64BitCounterNeverWraps()
    {
        CounterRate rate;
        rate.take(reading(~std::uint64_t(0) - 10, 1000, 0, true));
        QCOMPARE(rate.take(reading(100, 1500, 5, true)).kind, Kind::Discontinuity);
        CounterRate large;
        large.take(reading(std::uint64_t(1) << 50U, 1000, 0, true));
        const CounterStep step =
            large.take(reading((std::uint64_t(1) << 50U) + 6'250'000'000, 1500, 5, true));
        QCOMPARE(step.perSecond, 1'250'000'000.0); // 10 Gbit/s in octets
    }

    void aChangedDiscontinuityTimeGivesNoRateThoughTheCounterRose()
    {
        CounterRate rate;
        rate.take(reading(100, 1000, 0, false, 0));
        QCOMPARE(rate.take(reading(900, 1500, 5, false, 1200)).kind, Kind::Discontinuity);
        const CounterStep next = rate.take(reading(1900, 2000, 10, false, 1200));
        QCOMPARE(next.kind, Kind::Rate);
        QCOMPARE(next.perSecond, 200.0);
    }

    void aRestartOfTheAgentGivesNoRate()
    {
        CounterRate rate;
        rate.take(reading(100, 500'000, 0));
        QCOMPARE(rate.take(reading(4000, 300, 5)).kind, Kind::Restarted);
        QCOMPARE(rate.take(reading(4500, 800, 10)).perSecond, 100.0);
    }

    void sysUpTimeWrapsAfter497DaysAndThatIsNoRestart()
    {
        CounterRate rate;
        rate.take(reading(100, 4'294'967'196, 0)); // a second before
        const CounterStep step = rate.take(reading(600, 400, 5));
        QCOMPARE(step.kind, Kind::Rate);
        QCOMPARE(step.perSecond, 100.0);
    }

    void anAnswerFromACacheIsNotARateOfZeroOrInfinity()
    {
        CounterRate rate;
        rate.take(reading(100, 1000, 0));
        QCOMPARE(rate.take(reading(100, 1000, 5)).kind, Kind::TooSoon);
        const CounterStep step = rate.take(reading(1100, 2000, 10));
        QCOMPARE(step.kind, Kind::Rate);
        QCOMPARE(step.perSecond, 100.0);
    }

    void aCounterThatChangesItsWidthBeginsAnew()
    {
        CounterRate rate;
        rate.take(reading(100, 1000, 0));
        QCOMPARE(rate.take(reading(200, 1500, 5, true)).kind, Kind::First);
    }
};

QTEST_APPLESS_MAIN(SnmpCounterRateTest)
#include "snmpcounterrate.moc"
