// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ntp/clockfilter.h"
#include "core/ntp/clockwatch.h"
#include "core/ntp/selection.h"

#include <QTest>

using namespace Portolan::Ntp;
using namespace std::chrono_literals;

namespace {

Candidate server(double offset, double distance, int stratum = 2, double jitter = 0.0001)
{
    Candidate candidate;
    candidate.hasEstimate = true;
    candidate.reach = 0xFF;
    candidate.offset = Seconds(offset);
    candidate.distance = Seconds(distance);
    candidate.jitter = Seconds(jitter);
    candidate.stratum = stratum;
    candidate.leap = Leap::None;
    return candidate;
}

Sample sample(Instant at, double offset, double delay)
{
    Sample made;
    made.at = at;
    made.offset = Seconds(offset);
    made.delay = Seconds(delay);
    made.dispersion = Seconds(1e-6);
    made.precision = -25;
    return made;
}

QString standings(const Selection &selection)
{
    QStringList names;
    for (const Choice &choice : selection.choices)
        names.append(standingName(choice.standing));
    return names.join(QLatin1Char(' '));
}

QString standing(const Selection &selection, int of)
{
    return standingName(selection.choices[of].standing);
}

} // namespace

class NtpSelectionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void threeOutvoteTheOneThatLies()
    {
        const Selection chosen = select(
            {server(0.001, 0.010), server(0.002, 0.012), server(-0.001, 0.011), server(1, 0.01)});
        QCOMPARE(standings(chosen), QStringLiteral("selected combined combined falseticker"));
        QCOMPARE(chosen.choices[3].outvotedBy, QList<int>({0, 1, 2}));
        QVERIFY(chosen.agreed);
        QVERIFY(chosen.offset);
        QVERIFY(std::abs(chosen.offset->count()) < 0.003);
        QCOMPARE(chosen.truechimers, 3);
    }
    void twoThatDisagreeBelieveNobody()
    {
        const Selection chosen = select({server(0, 0.01), server(1, 0.01)});
        QCOMPARE(standings(chosen), QStringLiteral("no_majority no_majority"));
        QVERIFY(!chosen.agreed && !chosen.offset);
        QCOMPARE(chosen.selected, -1);
    }
    void twoAgainstTwoBelieveNobody()
    {
        const Selection chosen =
            select({server(0, 0.01), server(0.001, 0.01), server(1, 0.01), server(1.001, 0.01)});
        QCOMPARE(standings(chosen),
                 QStringLiteral("no_majority no_majority no_majority no_majority"));
    }
    void oneAloneIsBelieved()
    {
        const Selection chosen = select({server(0.5, 0.01)});
        QCOMPARE(chosen.selected, 0);
        QCOMPARE(chosen.offset->count(), 0.5);
    }
    void aWideIntervalIsNoLieAndDoesNotCount()
    {
        // It holds the others' intervals, but its own middle is outside what is agreed.
        const Selection chosen = select(
            {server(0, 0.005), server(0.001, 0.005), server(-0.001, 0.005), server(0.5, 0.6)});
        QCOMPARE(standing(chosen, 3), QStringLiteral("outlier"));
        QCOMPARE(chosen.truechimers, 4);
        QVERIFY(std::abs(chosen.offset->count()) < 0.001);
        QVERIFY(std::abs(chosen.choices[3].selectionJitter.count() - 0.5) < 0.001);
    }
    void whoseIntervalEndsBeforeWhatIsAgreedIsFalse()
    {
        const Selection chosen =
            select({server(0, 0.005), server(0.001, 0.005), server(-0.001, 0.005),
                    server(0.5, 0.494)}); // from 6 ms on
        QCOMPARE(standing(chosen, 3), QStringLiteral("falseticker"));
    }
    void theClusterLeavesTheFarthestOut()
    {
        const Selection chosen =
            select({server(0, 0.05, 2, 0.0001), server(0.0001, 0.05, 2, 0.0001),
                    server(-0.0001, 0.05, 2, 0.0001), server(0.01, 0.05, 2, 0.0001)});
        QCOMPARE(standing(chosen, 3), QStringLiteral("outlier"));
        QVERIFY(chosen.choices[3].selectionJitter > chosen.choices[0].selectionJitter);
    }
    void theLowestStratumIsPreferred()
    {
        const Selection chosen =
            select({server(0, 0.01, 3), server(0.0005, 0.02, 1), server(-0.0005, 0.01, 2)});
        QCOMPARE(chosen.selected, 1);
    }
    void whoCannotVoteIsToldWhy()
    {
        Candidate silent = server(0, 0.01);
        silent.reach = 0;
        Candidate fresh = silent;
        fresh.wasAsked = false;
        Candidate lost = server(0, 0.01);
        lost.leap = Leap::Unknown;
        Candidate sixteen = server(0, 0.01, 16);
        const Candidate far = server(0, 2);
        Candidate refused = server(0, 0.01);
        refused.refused = true;
        Candidate plain = server(0, 0.01);
        plain.authenticated = false;
        const Selection chosen =
            select({silent, fresh, lost, sixteen, far, refused, plain, server(0, 0.01)});
        QCOMPARE(standings(chosen),
                 QStringLiteral("unreachable not_measured unsynchronised unsynchronised too_far "
                                "refused not_authentic selected"));
        QCOMPARE(chosen.voters, 1);
    }
    void smearedTimeIsNotMixedWithTheOther()
    {
        Candidate smears = server(0.25, 0.01);
        smears.smears = true;
        const Selection mixed = select({server(0, 0.01), smears, server(0.001, 0.01)});
        QCOMPARE(standing(mixed, 1), QStringLiteral("smearing"));
        const Selection alone = select({smears, smears});
        QCOMPARE(standings(alone), QStringLiteral("selected combined"));
    }
    void nobodyIsNoError()
    {
        const Selection none = select({});
        QVERIFY(none.choices.isEmpty() && !none.offset);
    }
    void whoAgreesHasAPointInCommon()
    {
        const Selection chosen = select({server(0, 0.49), server(0.5, 0.49)});
        QVERIFY(chosen.agreed);
        QVERIFY(std::abs(chosen.agreed->low.count() - 0.01) < 1e-9);
        QVERIFY(std::abs(chosen.agreed->high.count() - 0.49) < 1e-9);
        QCOMPARE(chosen.truechimers, 2);
        QVERIFY(!select({server(0, 0.24), server(0.5, 0.24)}).agreed);
    }
    void crookedPathsDoNotTakeTheMajorityAway()
    {
        // Two near ones, two that allow for their paths, and one that lies: the middles of a
        // majority are apart, their intervals are not.
        const Selection chosen =
            select({server(0, 0.0003), server(0.0001, 0.0003), server(-0.0004, 0.010),
                    server(-0.002, 0.025), server(0.5, 0.008)});
        QVERIFY(chosen.agreed);
        QCOMPARE(standing(chosen, 4), QStringLiteral("falseticker"));
        QCOMPARE(chosen.truechimers, 4);
        QVERIFY(std::abs(chosen.offset->count()) < 0.0003);
    }
    void theSampleWithTheLeastDelayIsChosen()
    {
        ClockFilter filter;
        Instant now{1'700'000'000s};
        const double delays[] = {0.03, 0.02, 0.05, 0.04};
        for (int i = 0; i < 4; ++i) {
            now += 2s;
            filter.add(sample(now, 0.001 * i, delays[i]));
        }
        QCOMPARE(int(filter.reach()), 0x0F);
        const auto &estimate = *filter.estimate();
        QCOMPARE(estimate.delay.count(), 0.02);
        QCOMPARE(estimate.offset.count(), 0.001);
        QCOMPARE(estimate.chosen, 2); // stages: newest first
        QVERIFY(!estimate.isNew);
        // rms of -1, 1, 2 ms about it.
        QVERIFY(std::abs(estimate.jitter.count() - std::sqrt(6e-6 / 3)) < 1e-9);
        // Four stages are empty: they weigh as much as MAXDISP allows.
        QVERIFY(std::abs(estimate.dispersion.count() -
                         16 * (1.0 / 32 + 1.0 / 64 + 1.0 / 128 + 1.0 / 256)) < 1e-3);
    }
    void whatIsNotAnsweredCountsInReach()
    {
        ClockFilter filter;
        Instant now{1'700'000'000s};
        filter.add(sample(now, 0, 0.01));
        for (int i = 0; i < 7; ++i)
            filter.addMissing(now += 2s);
        QCOMPARE(int(filter.reach()), 0x80);
        QVERIFY(filter.estimate());
        filter.addMissing(now += 2s);
        QCOMPARE(int(filter.reach()), 0);
        QVERIFY(!filter.estimate());
    }
    void anotherClockForgetsSamplesAndNotWhoAnswered()
    {
        ClockFilter filter;
        for (int i = 0; i < 4; ++i)
            filter.add(sample(Instant(1'700'000'000s + i * 2s), 0.01, 0.001));
        filter.forgetSamples();
        QVERIFY(!filter.estimate());
        QCOMPARE(filter.reach(), quint8(0x0F));
        filter.add(sample(Instant(1'700'000'020s), 0.5, 0.001));
        QCOMPARE(filter.estimate()->offset.count(), 0.5);
        QCOMPARE(filter.reach(), quint8(0x1F));
    }

    void aClockThatIsSetIsSeen()
    {
        ClockReading now{.system = Instant(1'000'000s), .steady = {}, .slept = 5s};
        ClockWatch watch(now);
        const auto later = [&](std::chrono::nanoseconds steady, std::chrono::nanoseconds system) {
            now.steady += steady;
            now.system += system;
            return watch.look(now);
        };
        QVERIFY(!later(1s, 1s).isOther);
        QVERIFY(!later(1s, 1000'400us).isOther); // 400 ppm are no step
        const auto back = later(1s, -3599s);
        QVERIFY(back.isOther && back.askNow);
        QCOMPARE(back.step->count(), -3600.0);
        QVERIFY(!later(1s, 1s).isOther);
        // Slewed by two in a thousand: each second is another clock, and nobody is asked for it.
        for (int i = 0; i < 14; ++i) {
            const auto slewed = later(1s, 1002ms);
            QVERIFY(slewed.isOther && slewed.step && !slewed.askNow);
        }
        QVERIFY(later(1s, 1002ms).askNow);
        // Sleep is no step, however long.
        now.slept += 8h;
        const auto woken = later(1s, 8h + 1s);
        QVERIFY(woken.isOther && !woken.step && woken.askNow);
    }

    void anOldSampleGrowsUncertain()
    {
        ClockFilter filter;
        Instant now{1'700'000'000s};
        filter.add(sample(now, 0, 0.01));
        filter.addMissing(now + 1000s);
        // 15 ppm of 1000 s.
        QVERIFY(std::abs(filter.stages()[1].dispersion.count() - 0.015001) < 1e-9);
    }
    void aClockThatIsSetBackDoesNotMakeItSurer()
    {
        ClockFilter filter;
        Instant now{1'700'000'000s};
        filter.add(sample(now, 0, 0.01));
        filter.addMissing(now - 3600s);
        QCOMPARE(filter.stages()[1].dispersion.count(), 1e-6);
    }
};

QTEST_GUILESS_MAIN(NtpSelectionTest)
#include "ntpselection.moc"
