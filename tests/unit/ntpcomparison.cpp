// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ntp/comparison.h"
#include "core/ntp/selection.h"
#include "core/ntp/serveraddress.h"
#include "core/ntp/smear.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace Portolan;
using namespace Portolan::Ntp;
using namespace std::chrono_literals;

namespace {

constexpr Instant kThen{1'800'000'000s};

Sample sample(Seconds after, double offset, double delay)
{
    Sample made;
    made.at = kThen + std::chrono::duration_cast<std::chrono::nanoseconds>(after);
    made.offset = Seconds(offset);
    made.delay = Seconds(delay);
    made.dispersion = Seconds(1e-6);
    made.precision = -25;
    return made;
}

// Packets that wait at random: `outward` and `homeward` are the mean waits, in seconds.
std::vector<Sample> waiting(double outward, double homeward, int count = 200)
{
    std::mt19937 random(4711); // NOLINT: the same each time
    std::exponential_distribution<double> wait(1.0);
    std::vector<Sample> samples;
    for (int i = 0; i < count; ++i) {
        const double there = 0.010 + outward * wait(random);
        const double back = 0.010 + homeward * wait(random);
        samples.push_back(sample(Seconds(16 * i), 0.003 + (there - back) / 2, there + back));
    }
    return samples;
}

Result<QList<ServerTarget>> targetsOf(const QString &text)
{
    const auto parsed = parseAddress(text);
    return parsed ? serverTargets(parsed->address) : tl::unexpected(parsed.error());
}

} // namespace

class NtpComparisonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ourOwnClockCancelsBetweenTwoServers()
    {
        ClockFilter a;
        ClockFilter b;
        a.add(sample(0s, 5.25, 0.020));
        b.add(sample(1s, 5.00, 0.040));
        const auto found = difference(a, b);
        QVERIFY(found);
        QCOMPARE(found->offset.count(), 0.25);
        // Half of either delay, the stamps, and what a second may drift.
        QVERIFY(std::abs(found->bound.count() - (0.010 + 0.020 + 2e-6 + 15e-6)) < 1e-9);
        QCOMPARE(found->apart.count(), 1.0);
    }
    void theDifferenceIsOfTheSamplesThatSayMost()
    {
        ClockFilter a;
        ClockFilter b;
        a.add(sample(0s, 0.1, 0.020));
        b.add(sample(1s, 0.0, 0.020));
        a.add(sample(16s, 9.9, 0.400)); // waited
        b.add(sample(17s, 0.0, 0.020));
        const auto found = difference(a, b);
        QVERIFY(found);
        QVERIFY(std::abs(found->offset.count() - 0.1) < 1e-12);
    }
    void serversContradictEachOtherBeyondWhatTheySayOfThemselves()
    {
        ClockFilter a;
        ClockFilter b;
        Sample one = sample(0s, 0.1, 0.020);
        one.rootDelay = one.rootDispersion = Seconds(0);
        Sample other = sample(0s, 0.0, 0.020);
        other.rootDelay = Seconds(0.08);
        other.rootDispersion = Seconds(0.03);
        a.add(one);
        b.add(other);
        // 10 ms of either way, 40 and 30 ms that the second one admits: 90 ms in all.
        QVERIFY(difference(a, b)->contradicts());
        other.at += 1s;
        other.rootDispersion = Seconds(0.05);
        ClockFilter more;
        more.add(other);
        QVERIFY(!difference(a, more)->contradicts());
        QVERIFY(!difference(more, a)->contradicts());
    }
    void serversThatWereAskedFarApartAreNotCompared()
    {
        ClockFilter a;
        ClockFilter b;
        QVERIFY(!difference(a, b));
        a.add(sample(0s, 0, 0.01));
        QVERIFY(!difference(a, b));
        b.add(sample(61s, 0, 0.01));
        QVERIFY(!difference(a, b));
    }

    void aWedgeTellsWherePacketsWait_data()
    {
        QTest::addColumn<double>("outward");
        QTest::addColumn<double>("homeward");
        QTest::addColumn<int>("lean");
        QTest::newRow("there") << 0.05 << 0.0 << static_cast<int>(Wedge::Lean::Outward);
        QTest::newRow("back") << 0.0 << 0.05 << static_cast<int>(Wedge::Lean::Homeward);
        QTest::newRow("both") << 0.05 << 0.05 << static_cast<int>(Wedge::Lean::Both);
        QTest::newRow("mostly there") << 0.05 << 0.005 << static_cast<int>(Wedge::Lean::Outward);
        QTest::newRow("nowhere") << 0.0 << 0.0 << static_cast<int>(Wedge::Lean::TooFew);
    }
    void aWedgeTellsWherePacketsWait()
    {
        QFETCH(double, outward);
        QFETCH(double, homeward);
        const Wedge wedge = judgeWedge(waiting(outward, homeward));
        QTEST(static_cast<int>(wedge.lean), "lean");
        // The point of the wedge is the true offset, whatever waited.
        QVERIFY2(std::abs(wedge.offset.count() - 0.003) < 0.002,
                 qPrintable(QString::number(wedge.offset.count())));
    }
    void fewSamplesMakeNoVerdict()
    {
        QVERIFY(judgeWedge(waiting(0.05, 0, 15)).lean == Wedge::Lean::TooFew);
        QVERIFY(judgeWedge(waiting(0.05, 0, 16)).lean == Wedge::Lean::Outward);
        QCOMPARE(judgeWedge({}).samples, 0);
    }

    void aServerThatSmearsIsKnownByItsReferenceOrItsName()
    {
        Sample made = sample(0s, 0, 0.01);
        made.stratum = 2;
        made.refid = 0xC0000201;
        QVERIFY(smearSign(QStringLiteral("ntp.example"), made) == SmearSign::None);
        QVERIFY(smearSign(QStringLiteral("Time1.Google.com."), made) == SmearSign::Name);
        made.refid = 0xFE000000;
        QVERIFY(smearSign(QStringLiteral("ntp.example"), made) == SmearSign::Refid);
        QVERIFY(!isKnownToSmear(QStringLiteral("time.google.com.example")));
    }

    void aServerThatAPersonLeavesOutHasNoVote()
    {
        QList<Candidate> candidates;
        for (const double offset : {0.0, 0.001, 5.0}) {
            Candidate each;
            each.hasEstimate = true;
            each.reach = 1;
            each.offset = Seconds(offset);
            each.distance = Seconds(0.01);
            each.jitter = Seconds(1e-4);
            each.stratum = 2;
            each.leap = Leap::None;
            candidates.append(each);
        }
        QCOMPARE(select(candidates).truechimers, 2);
        candidates[0].leftOut = true;
        const Selection selection = select(candidates);
        QVERIFY(selection.choices[0].standing == Standing::LeftOut);
        QVERIFY(!selection.agreed); // one against one
    }
    void aThousandServersAreChosenFromByTheSameRule()
    {
        std::mt19937 random(1); // NOLINT: the same each time
        std::normal_distribution<double> spread(100.0, 1e-4);
        QList<Candidate> candidates;
        for (int i = 0; i < 1000; ++i) {
            Candidate each;
            each.hasEstimate = true;
            each.reach = 1;
            each.offset = Seconds(spread(random));
            each.distance = Seconds(0.01);
            each.jitter = Seconds(1e-9);
            each.stratum = 2;
            each.leap = Leap::None;
            candidates.append(each);
        }
        const Selection selection = select(candidates);
        QCOMPARE(selection.truechimers, 1000);
        int combined = 0;
        for (const Choice &each : selection.choices)
            combined += each.standing == Standing::Combined || each.standing == Standing::Selected;
        QCOMPARE(combined, 3);
        // What is left is together: nearer to each other than all of them are.
        for (int i = 0; i < 1000; ++i) {
            const Choice &each = selection.choices[i];
            if (each.standing != Standing::Combined)
                continue;
            const double direct = (candidates[i].offset - *selection.offset).count();
            QVERIFY(std::abs(direct) < 1e-4);
            QVERIFY(each.selectionJitter.count() < 1e-4);
        }
    }

    void oneAddressNamesSeveralServers()
    {
        const auto targets = targetsOf(QStringLiteral(
            "ntp://a.example?nts=yes&also=b.example:1123&also=ntp%3A%2F%2Fc.example%3Fkey%3D5&"
            "also=%5B2001:db8::1%5D&also=b.example:1123"));
        QVERIFY2(targets, qPrintable(targets ? QString() : targets.error().what));
        QCOMPARE(targets->size(), 4);
        QVERIFY((*targets)[0].nts);
        QCOMPARE((*targets)[1].port, quint16(1123));
        QVERIFY(!(*targets)[1].nts);
        QCOMPARE((*targets)[2].keyId, 5U);
        QCOMPARE((*targets)[3].host, QStringLiteral("2001:db8::1"));
        // And back.
        const auto again = targetsOf(addressOf(*targets).toString());
        QVERIFY2(again, qPrintable(again ? QString() : again.error().what));
        QVERIFY(*again == *targets);
    }
    void aWrongOneAmongSeveralIsNamed()
    {
        const auto targets =
            targetsOf(QStringLiteral("ntp://a.example?also=b.example&also=ssh%3A%2F%2Fc"));
        QVERIFY(!targets);
        QVERIFY(targets.error().kind == Error::Kind::Usage);
        QVERIFY(targets.error().what.contains(QLatin1String("ssh://c")));
        QVERIFY(!targetsOf(QStringLiteral("ntp://a.example?also=")));
        QVERIFY(!targetsOf(QStringLiteral("ntp://a.example?also=b%3Fnope%3D1")));
        QVERIFY(!targetsOf(QStringLiteral("ntp://a.example?sources=17")));
        QCOMPARE(targetsOf(QStringLiteral("ntp://a.example?sources=4"))->front().sources, 4);
    }
};

QTEST_GUILESS_MAIN(NtpComparisonTest)
#include "ntpcomparison.moc"
