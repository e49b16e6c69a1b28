// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ntp/stability.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace Portolan::Ntp;
using namespace std::chrono_literals;

namespace {

constexpr Instant kStart{1'700'000'000s};

// offset(t) at every 16 s, t in seconds.
template<typename Offset>
std::vector<PhasePoint> series(int count, Offset offset)
{
    std::vector<PhasePoint> points;
    for (int i = 0; i < count; ++i)
        points.push_back({kStart + i * 16s, Seconds(offset(i * 16.0))});
    return points;
}

// The slope of log(deviation) over log(tau).
template<typename Value>
double slope(const Stability &made, Value value, int least)
{
    double sx = 0;
    double sy = 0;
    double sxx = 0;
    double sxy = 0;
    int n = 0;
    for (const StabilityPoint &point : made.curve) {
        if (point.terms < least)
            continue;
        const double x = std::log(point.tau.count());
        const double y = std::log(value(point));
        sx += x;
        sy += y;
        sxx += x * x;
        sxy += x * y;
        ++n;
    }
    return (n * sxy - sx * sy) / (n * sxx - sx * sx);
}

} // namespace

class NtpStabilityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aConstantOffsetAndAConstantDriftAreSteady()
    {
        for (const double drift : {0.0, 20e-6}) {
            const Stability made =
                stability(series(2000, [&](double t) { return 0.5 + drift * t; }));
            QCOMPARE(made.spacing.count(), 16.0);
            QCOMPARE(made.points, 2000);
            QCOMPARE(made.missing, 0);
            QVERIFY(made.curve.size() > 15);
            for (const StabilityPoint &point : made.curve) {
                QVERIFY(point.allan < 1e-15);
                QVERIFY(point.time.count() < 1e-13);
            }
        }
    }

    void aFrequencyThatDriftsGivesItsFormula()
    {
        // x = D t^2 / 2: the Allan deviation is D tau / sqrt 2 (NIST SP 1065, table 1).
        constexpr double kD = 1e-10;
        const Stability made = stability(series(3000, [](double t) { return kD * t * t / 2; }));
        QVERIFY(!made.curve.empty());
        for (const StabilityPoint &point : made.curve)
            QVERIFY(std::abs(point.allan / (kD * point.tau.count() / std::sqrt(2)) - 1) < 1e-3);
    }

    void whiteNoiseOfTheOffsetFallsAsItMust()
    {
        std::mt19937_64 random(1588);
        std::normal_distribution<double> noise(0, 1e-4);
        const Stability made = stability(series(20'000, [&](double) { return noise(random); }));
        const auto allan = [](const StabilityPoint &p) { return p.allan; };
        const auto time = [](const StabilityPoint &p) { return p.time.count(); };
        QVERIFY(std::abs(slope(made, allan, 5000) + 1) < 0.03);
        QVERIFY(std::abs(slope(made, time, 5000) + 0.5) < 0.08);
        // sigma_y(tau0) = sqrt(3) sigma / tau0, and TDEV(tau0) = sigma.
        QVERIFY(std::abs(made.curve[0].allan / (std::sqrt(3) * 1e-4 / 16) - 1) < 0.03);
        QVERIFY(std::abs(made.curve[0].time.count() / 1e-4 - 1) < 0.03);
    }

    void aWanderingFrequencyRises()
    {
        // White noise of the frequency: its Allan deviation falls with the root of tau.
        std::mt19937_64 random(7);
        std::normal_distribution<double> noise(0, 1e-6);
        double phase = 0;
        const Stability made =
            stability(series(20'000, [&](double) { return phase += noise(random) * 16; }));
        QVERIFY(std::abs(slope(
                             made, [](const StabilityPoint &p) { return p.allan; }, 5000) +
                         0.5) < 0.08);
        QVERIFY(std::abs(made.curve[0].allan / 1e-6 - 1) < 0.05);
    }

    void gapsTakeTermsAwayAndChangeNothing()
    {
        std::mt19937_64 random(3);
        std::normal_distribution<double> noise(0, 1e-4);
        std::uniform_real_distribution<double> chance(0, 1);
        const auto whole = series(20'000, [&](double) { return noise(random); });
        std::vector<PhasePoint> holed;
        for (std::size_t i = 0; i < whole.size(); ++i) {
            const bool outage = i > 5000 && i < 7000;
            if (!outage && chance(random) > 0.1)
                holed.push_back(whole[i]);
        }
        const Stability a = stability(whole);
        const Stability b = stability(holed);
        QCOMPARE(b.points, int(holed.size()));
        QCOMPARE(b.points + b.missing, 20'000);
        QVERIFY(b.curve[0].terms < a.curve[0].terms);
        // Beyond, a few wide terms decide, and those are others.
        for (std::size_t i = 0; b.curve[i].tau < Seconds(1600); ++i) {
            QVERIFY(std::abs(b.curve[i].allan / a.curve[i].allan - 1) < 0.1);
            QVERIFY(std::abs(b.curve[i].time / a.curve[i].time - 1) < 0.25);
        }
    }

    void pollsThatAreNotQuiteEvenFallIntoTheirSlots()
    {
        std::mt19937_64 random(5);
        std::uniform_real_distribution<double> early(-3, 3);
        std::vector<PhasePoint> points;
        for (int i = 0; i < 1000; ++i)
            points.push_back({after(kStart + i * 16s, Seconds(early(random))), Seconds(0.25)});
        const Stability made = stability(points, Seconds(16));
        QVERIFY(made.missing < 5);
        for (const StabilityPoint &point : made.curve)
            QCOMPARE(point.allan, 0.0);
    }

    void aStepOfOurClockIsNotNoise()
    {
        auto points = series(2000, [](double t) { return t < 16'000 ? 0.0 : -3.0; });
        QVERIFY(stability(points).curve[0].allan > 1e-3);
        const Stability made = stability(points, {}, {kStart + 16'000s});
        for (const StabilityPoint &point : made.curve)
            QCOMPARE(point.allan, 0.0);
    }

    void nothingComesOfNothing()
    {
        QVERIFY(stability({}).curve.empty());
        QVERIFY(stability(series(2, [](double) { return 1.0; })).curve.empty());
        std::vector<PhasePoint> same(50, PhasePoint{kStart, Seconds(1)});
        QVERIFY(stability(same).curve.empty());
        // A year of nothing between two points takes no memory for itself.
        auto far = series(10, [](double) { return 1.0; });
        far.insert(far.begin(), {kStart - std::chrono::hours(24 * 365 * 20), Seconds(1)});
        QVERIFY(stability(far).points <= 11);
    }
};

QTEST_APPLESS_MAIN(NtpStabilityTest)
#include "ntpstability.moc"
