// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ntp/clockchart.h"
#include "core/ntp/monitor.h"
#include "ui/ntp/chartspane.h"
#include "ui/ntp/clocktracks.h"
#include "ui/ntp/columnraster.h"
#include "ui/ntp/stabilityplot.h"
#include "ui/ntp/trackpyramid.h"

#include <QDateTime>
#include <QEvent>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace Portolan;
using namespace Portolan::Ui;
using namespace std::chrono_literals;

namespace {

constexpr int kPatience = 30'000;
constexpr double kHour = 3600e3; // milliseconds

std::vector<ClockPoint> somePoints(std::size_t count, double every, std::mt19937_64 &random)
{
    std::normal_distribution<double> noise(0, 1e-3);
    std::vector<ClockPoint> points;
    double time = 1.7e12;
    for (std::size_t i = 0; i < count; ++i) {
        time += every * (0.5 + double(random() % 1000) / 1000);
        ClockPoint point;
        point.time = time;
        point.offset = noise(random);
        point.bound = 1e-3F;
        point.delay = static_cast<float>(std::abs(noise(random)));
        point.known = 1;
        points.push_back(point);
    }
    return points;
}

// Rows of the picture between two parts of its width that hold other than the grid's colours.
int colouredPixels(const QImage &picture, QRect area)
{
    int coloured = 0;
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x) {
            const QColor color = picture.pixelColor(x, y);
            coloured += color.saturation() > 60 ? 1 : 0;
        }
    }
    return coloured;
}

Ntp::Instant instant(double milliseconds)
{
    return Ntp::Instant(std::chrono::nanoseconds(static_cast<qint64>(milliseconds) * 1'000'000));
}

} // namespace

// The charts of clocks by themselves, with samples that are made here.
class ClockChartTest : public QObject
{
    Q_OBJECT

private:
    Ntp::Monitor m_monitor;
    const double m_now = 1.7e12;

    ClockTracks tracksOf(double every, double from, double to, double gapFrom = 0, double gapTo = 0)
    {
        ClockTracks tracks;
        tracks.setServers(m_monitor);
        auto &track = tracks.tracks().front();
        track.isBelieved = true;
        for (double time = from; time <= to; time += every) {
            if (time > gapFrom && time < gapTo)
                continue;
            ClockPoint point;
            point.time = time;
            point.offset = 1e-3 * std::sin(time / kHour);
            point.bound = 1e-4F;
            point.delay = 0.01F;
            point.known = 1;
            track.points.push_back(point);
        }
        return tracks;
    }
    // What stands between two parts of the time that is shown.
    static int colouredBetween(const ClockTracks &tracks, double begin, double end, double from,
                               double to)
    {
        ClockChart chart(ClockChart::Quantity::Offset, tracks);
        chart.resize(900, 300);
        chart.setVisible(true);
        chart.setRange(begin, end);
        const QImage picture = chart.grab().toImage();
        const QRectF plot = chart.plot();
        const double left = plot.left() + (from - begin) / (end - begin) * plot.width();
        const double right = plot.left() + (to - begin) / (end - begin) * plot.width();
        return colouredPixels(picture,
                              QRectF(left, plot.top(), right - left, plot.height() - 12).toRect());
    }

private Q_SLOTS:
    void initTestCase()
    {
        Ntp::PollPlan paused;
        paused.burst = 0;
        paused.interval = 0ms;
        m_monitor.setPlan(paused);
        Ntp::ServerTarget target;
        target.host = QStringLiteral("127.0.1.1");
        m_monitor.add(target);
        QTRY_COMPARE_WITH_TIMEOUT(m_monitor.servers().size(), std::size_t(1), kPatience);
    }

    void columnsKeepTheLeastAndTheGreatestOfEverySample()
    {
        std::mt19937_64 random(7);
        auto points = somePoints(30'000, 16e3, random);
        points[12'345].offset = 0.5;
        points[23'456].offset = -0.5;
        TrackPyramid pyramid;
        const double first = points.front().time;
        const double last = points.back().time;
        for (int round = 0; round < 60; ++round) {
            const double width = std::exp2(double(random() % 18)) * 100;
            const double begin = first + (last - first) * double(random() % 1000) / 1500;
            const double end = std::min(begin + width * 1500, last);
            const auto &columns = pyramid.columns(points, begin, end, width);
            QVERIFY(!columns.empty());
            std::size_t count = 0;
            double least = 1;
            double most = -1;
            double sum = 0;
            for (std::size_t i = 0; i < columns.size(); ++i) {
                QVERIFY(i == 0 || columns[i].index > columns[i - 1].index);
                const ClockStretch &each = columns[i].stretch;
                // In its column, or reaching out of it by less than half of its width.
                QVERIFY(each.from >= double(columns[i].index) * width - 1e-3);
                QVERIFY(each.to < (double(columns[i].index) + 1.5) * width + 1e-3);
                count += each.count;
                least = std::min(least, each.offsetLeast);
                most = std::max(most, each.offsetMost);
                sum += each.offsetSum;
            }
            // The same, sample by sample.
            std::size_t counted = 0;
            double low = 1;
            double high = -1;
            double total = 0;
            for (const ClockPoint &point : points) {
                if (point.time < columns.front().stretch.from ||
                    point.time > columns.back().stretch.to)
                    continue;
                ++counted;
                low = std::min(low, point.offset);
                high = std::max(high, point.offset);
                total += point.offset;
            }
            QCOMPARE(count, counted);
            QCOMPARE(least, low);
            QCOMPARE(most, high);
            QVERIFY(std::abs(sum - total) < 1e-6);
        }
    }
    void columnsFollowWhatIsAddedPutInBetweenAndDropped()
    {
        std::mt19937_64 random(8);
        auto points = somePoints(20'000, 1000, random);
        TrackPyramid pyramid;
        const auto most = [&] {
            double greatest = -1;
            std::size_t count = 0;
            const auto &columns = pyramid.columns(points, points.front().time, points.back().time,
                                                  (points.back().time - points.front().time) / 50);
            for (const auto &each : columns) {
                greatest = std::max(greatest, each.stretch.offsetMost);
                count += each.stretch.count;
            }
            return std::pair(greatest, count);
        };
        QVERIFY(most().first < 0.1);
        ClockPoint spike = points.back();
        spike.time += 500;
        spike.offset = 0.25;
        points.push_back(spike);
        QCOMPARE(most(), std::pair(0.25, std::size_t(20'001)));
        // As where the clock was set back.
        spike.time = points[5000].time + 0.5;
        spike.offset = 0.5;
        points.insert(points.begin() + 5001, spike);
        QCOMPARE(most(), std::pair(0.5, std::size_t(20'002)));
        points.erase(points.begin(), points.begin() + 5100);
        QCOMPARE(most(), std::pair(0.25, std::size_t(14'902)));
        for (int i = 0; i < 30'000; ++i) {
            spike = points.back();
            spike.time += 1000;
            spike.offset = 0.75;
            points.push_back(spike);
        }
        QCOMPARE(most(), std::pair(0.75, std::size_t(44'902)));
    }
    void bandsAreMostIntenseWhereTheyOverlap()
    {
        QImage image(100, 100, QImage::Format_RGB32);
        image.fill(Qt::white);
        ColumnRaster raster(image, QRect(10, 10, 80, 80));
        const ColumnRaster::Tint tint(Qt::blue, 0.2);
        raster.band(0, 40, 10, 50, tint);
        raster.band(0, 40, 30, 70, tint);
        raster.band(-10, 500, -1e9, 1e9, ColumnRaster::Tint(Qt::red, 0));
        raster.drawBands();
        raster.finish();
        const auto blue = [&](int row) { return 255 - image.pixelColor(20, 10 + row).red(); };
        QCOMPARE(blue(5), 0);
        QVERIFY(std::abs(blue(20) - 51) <= 2); // 0.2 of 255
        QVERIFY(std::abs(blue(40) - 92) <= 3); // 1 - 0.8²
        QVERIFY(std::abs(blue(60) - 51) <= 2);
        QCOMPARE(image.pixelColor(5, 40), QColor(Qt::white));
        QCOMPARE(image.pixelColor(60, 40), QColor(Qt::white));
    }
    void whatLiesOutsideOfAPictureIsClipped()
    {
        QImage image(60, 60, QImage::Format_RGB32);
        image.fill(Qt::white);
        ColumnRaster raster(image, QRect(20, 20, 20, 20));
        const QRgb red = qRgb(255, 0, 0);
        raster.line({{-1e9, -1e9}, {5, 5}, {10, 1e9}, {1e9, -1e9}}, 1.5, red, 255);
        raster.line({{-50, 10}, {500, 10}}, 1, red, 255, {.on = 2, .off = 2});
        raster.line({}, 1, red, 255);
        raster.dot({0, 0}, 30, red, 255);
        raster.dot({1e12, 0}, 3, red, 255);
        raster.bar(0, -1e9, 1e9, 3, red, 255);
        raster.bar(19, 5, 15, 30, red, 255);
        raster.span(100, 0, 10, red, 255);
        raster.band(-5, 5, 30, 90, ColumnRaster::Tint(Qt::red, 0.5));
        raster.drawBands();
        raster.finish();
        for (int y = 0; y < 60; ++y) {
            for (int x = 0; x < 60; ++x) {
                if (!QRect(20, 20, 20, 20).contains(x, y))
                    QCOMPARE(image.pixelColor(x, y), QColor(Qt::white));
            }
        }
        QVERIFY(image.pixelColor(25, 25) != QColor(Qt::white));
    }
    void noLineCrossesHoursWithoutSamples_data()
    {
        QTest::addColumn<double>("every");
        QTest::newRow("denser than pixels") << 16e3;
        QTest::newRow("a sample each few pixels") << 600e3;
    }
    void noLineCrossesHoursWithoutSamples()
    {
        QFETCH(double, every);
        const double begin = m_now - 48 * kHour;
        const double gapFrom = m_now - 30 * kHour;
        const double gapTo = m_now - 20 * kHour;
        const ClockTracks whole = tracksOf(every, begin, m_now);
        QVERIFY(colouredBetween(whole, begin, m_now, gapFrom + kHour, gapTo - kHour) > 100);
        const ClockTracks broken = tracksOf(every, begin, m_now, gapFrom, gapTo);
        QCOMPARE(colouredBetween(broken, begin, m_now, gapFrom + kHour, gapTo - kHour), 0);
        QVERIFY(colouredBetween(broken, begin, m_now, begin + kHour, gapFrom - kHour) > 100);
    }
    void aServerThatIsAskedSeldomHasALineAllTheSame()
    {
        const double begin = m_now - 48 * kHour;
        const ClockTracks seldom = tracksOf(1.5 * kHour, begin, m_now);
        QVERIFY(colouredBetween(seldom, begin, m_now, begin + kHour, m_now - kHour) > 800);
    }
    void pollsWithoutAnAnswerBreakTheLine()
    {
        // Two in a row, of a server that is asked each quarter of an hour: too short for the rule
        // of hours.
        const double begin = m_now - 12 * kHour;
        const double gapFrom = m_now - 6 * kHour;
        const double gapTo = gapFrom + 0.7 * kHour;
        ClockTracks tracks = tracksOf(kHour / 4, begin, m_now, gapFrom, gapTo);
        const auto between = [&] {
            return colouredBetween(tracks, begin, m_now, gapFrom + kHour / 8, gapTo - kHour / 8);
        };
        QVERIFY(between() > 10);
        Ntp::ClockSeries series;
        for (const ClockPoint &point : tracks.tracks().front().points) {
            series.time.push_back(instant(point.time));
            for (auto part :
                 {&Ntp::ClockSeries::low, &Ntp::ClockSeries::high, &Ntp::ClockSeries::mean,
                  &Ntp::ClockSeries::bound, &Ntp::ClockSeries::delayLow,
                  &Ntp::ClockSeries::delayHigh, &Ntp::ClockSeries::jitter})
                (series.*part).push_back(point.offset);
            series.count.push_back(1);
        }
        series.gaps.push_back({instant(gapFrom + kHour / 4), instant(gapFrom + kHour / 2),
                               Ntp::Outcome::Kind::Silent, 2});
        tracks.tracks().front().points.clear();
        tracks.setEarlier(tracks.tracks().front().server, series);
        QCOMPARE(tracks.tracks().front().gaps.size(), std::size_t(1));
        QCOMPARE(between(), 0);
        // And the lane at the bottom says so in words.
        ClockChart chart(ClockChart::Quantity::Offset, tracks);
        chart.resize(900, 300);
        chart.setVisible(true);
        chart.setRange(begin, m_now);
        const QRectF plot = chart.plot();
        const double x =
            plot.left() + (gapFrom + kHour * 0.35 - begin) / (m_now - begin) * plot.width();
        const QString text = chart.markText({x, plot.bottom() - 5});
        QVERIFY2(text.contains(QStringLiteral("2 poll")), qPrintable(text));
        QVERIFY(chart.markText({x, plot.center().y()}).isEmpty());
        QVERIFY(chart.markText({x + 100, plot.bottom() - 5}).isEmpty());
    }
    void whatCameLiveStaysAndTheHistoryEndsBeforeIt()
    {
        ClockTracks tracks = tracksOf(60e3, m_now - kHour, m_now);
        Ntp::ClockSeries series;
        for (double time = m_now - 3 * kHour; time < m_now; time += 300e3) {
            series.time.push_back(instant(time));
            series.low.push_back(-1);
            series.high.push_back(1);
            for (auto part :
                 {&Ntp::ClockSeries::mean, &Ntp::ClockSeries::bound, &Ntp::ClockSeries::delayLow,
                  &Ntp::ClockSeries::delayHigh, &Ntp::ClockSeries::jitter})
                (series.*part).push_back(0);
            series.count.push_back(5);
        }
        const double live = m_now - kHour;
        series.gaps.push_back(
            {instant(live - 60e3), instant(live + 60e3), Ntp::Outcome::Kind::Silent, 4});
        series.gaps.push_back(
            {instant(live + 120e3), instant(live + 180e3), Ntp::Outcome::Kind::Silent, 4});
        for (int i = 0; i < 2; ++i) { // each reading takes the place of the one before
            tracks.setEarlier(tracks.tracks().front().server, series);
            const auto &track = tracks.tracks().front();
            QCOMPARE(track.points.size(), std::size_t(24 * 2 + 61));
            QVERIFY(std::is_sorted(track.points.begin(), track.points.end(),
                                   [](const auto &a, const auto &b) { return a.time < b.time; }));
            QCOMPARE(track.gaps.size(), std::size_t(1));
            QCOMPARE(track.gaps.front().to, live);
        }
    }
    void aStepOfTheClockIsMarkedOnceAndSaysSo()
    {
        ClockTracks tracks = tracksOf(60e3, m_now - kHour, m_now);
        const double when = m_now - kHour / 2;
        tracks.takeStep({.at = instant(when), .by = Ntp::Seconds(1.5)});
        // Two panels have recorded the same one, and there is another from before.
        const std::vector<Ntp::HistoryStep> recorded{
            {instant(when - kHour / 4), Ntp::Seconds(-0.25)},
            {instant(when), Ntp::Seconds(1.5)},
            {instant(when + 700), Ntp::Seconds(1.49)}};
        tracks.setEarlierSteps(recorded);
        tracks.setEarlierSteps(recorded);
        QCOMPARE(tracks.steps().size(), std::size_t(2));
        ClockChart chart(ClockChart::Quantity::Offset, tracks);
        chart.resize(900, 300);
        chart.setVisible(true);
        chart.setRange(m_now - kHour, m_now);
        const QRectF plot = chart.plot();
        const QPointF middle = plot.center();
        const QString text = chart.markText(middle);
        QVERIFY2(text.contains(QStringLiteral("stepped")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("+1.5")), qPrintable(text));
        QVERIFY(chart.markText(middle + QPointF(30, 0)).isEmpty());
        const QString before = chart.markText({plot.left() + plot.width() / 4, middle.y()});
        QVERIFY2(before.contains(QStringLiteral("250 ms")), qPrintable(before));
        tracks.setEarlierSteps({});
        QCOMPARE(tracks.steps().size(), std::size_t(1));
        QCOMPARE(tracks.steps().front().by, 1.5);
    }
    void theCurveOfStabilitySaysWhereNoiseEndsAndWanderBegins()
    {
        std::mt19937_64 random(9);
        std::normal_distribution<double> noise(0, 1e-4);
        const auto made = [&](double white, double walk) {
            std::vector<Ntp::PhasePoint> points;
            double frequency = 0;
            double phase = 0;
            for (int i = 0; i < 5000; ++i) {
                frequency += walk * noise(random);
                phase += frequency * 16;
                points.push_back(
                    {instant(m_now + i * 16e3), Ntp::Seconds(phase + white * noise(random))});
            }
            return Ntp::stability(points);
        };
        const QString way = StabilityPlot::verdict(made(1, 0));
        QVERIFY2(way.contains(QStringLiteral("only the noise")), qPrintable(way));
        const QString both = StabilityPlot::verdict(made(1, 1e-4));
        QVERIFY2(both.contains(QStringLiteral("averages out")), qPrintable(both));
        const QString clock = StabilityPlot::verdict(made(0, 1e-2));
        QVERIFY2(clock.contains(QStringLiteral("wanders already")), qPrintable(clock));
        QVERIFY(StabilityPlot::verdict({}).isEmpty());
        QCOMPARE(StabilityPlot::deviation(1.234e-5), QStringLiteral("12.3 ppm"));
        QCOMPARE(StabilityPlot::deviation(4.56e-9), QStringLiteral("4.56 ppb"));
        StabilityPlot plot;
        plot.resize(300, 170);
        plot.show(Ntp::Stability());
        QVERIFY(plot.isHidden());
        plot.show(made(1, 1e-4));
        QVERIFY(!plot.isHidden());
        QVERIFY(!plot.grab().isNull());
    }
    void thePictureOfThePlotIsPaintedOnceForARange()
    {
        const ClockTracks tracks = tracksOf(60e3, m_now - kHour, m_now);
        ClockChart chart(ClockChart::Quantity::Offset, tracks);
        chart.resize(900, 300);
        chart.setVisible(true);
        chart.setRange(m_now - kHour, m_now);
        (void)chart.grab();
        const int painted = chart.paintedLayers();
        for (int x = 200; x < 600; x += 50) {
            const QPointF at(x, 120);
            QMouseEvent move(QEvent::MouseMove, at, chart.viewport()->mapToGlobal(at), Qt::NoButton,
                             Qt::NoButton, Qt::NoModifier);
            QCoreApplication::sendEvent(chart.viewport(), &move);
            (void)chart.grab();
        }
        QCOMPARE(chart.paintedLayers(), painted);
        chart.setRange(m_now - kHour / 2, m_now);
        (void)chart.grab();
        QCOMPARE(chart.paintedLayers(), painted + 1);
    }
};

QTEST_MAIN(ClockChartTest)
#include "clockchart.moc"
