// SPDX-License-Identifier: GPL-3.0-or-later
// The charts of the clock panel with a week of thirty servers, a poll each 16 seconds: how long a
// frame takes (laid out and painted, offset, delay and jitter together) while the charts are
// scrolled and zoomed; once with every single sample at hand, as a panel that ran all week has
// them, and once with what the panel reads of the history.
#include "core/ntp/history/clockhistory.h"
#include "core/runtime/reaper.h"
#include "ui/ntp/chartspane.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QMouseEvent>
#include <QTemporaryDir>
#include <QTimer>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <random>

using namespace Portolan;
using namespace Portolan::Ntp;
using namespace Portolan::Ui;
using namespace std::chrono_literals;

namespace {

constexpr int kServers = 30;
constexpr double kWeek = 7 * 86'400e3; // milliseconds
constexpr int kPolls = 7 * 86'400 / 16;
constexpr int kBatch = 3000;
constexpr int kColumns = 2000; // as the panel asks
constexpr double kMostMedian = 16;
constexpr double kMostWorst = 50;

struct Frame
{
    double wall; // milliseconds
    double busy; // of the processor, by this thread
};

struct Frames
{
    const char *what;
    std::vector<Frame> all = {};

    [[nodiscard]] bool report()
    {
        const auto part = [this](double Frame::*which, double share) {
            std::sort(all.begin(), all.end(),
                      [which](const Frame &a, const Frame &b) { return a.*which < b.*which; });
            return all[std::min(std::size_t(double(all.size()) * share), all.size() - 1)].*which;
        };
        const double median = part(&Frame::wall, 0.5);
        const double worst = part(&Frame::wall, 1);
        std::printf("  %-44s median %5.1f ms, 95 %% %5.1f ms, worst %5.1f ms; processor %5.1f, "
                    "worst %5.1f ms\n",
                    what, median, part(&Frame::wall, 0.95), worst, part(&Frame::busy, 0.5),
                    part(&Frame::busy, 1));
        std::fflush(stdout);
        return median <= kMostMedian && worst <= kMostWorst;
    }
};

double milliseconds(const QElapsedTimer &clock)
{
    return double(clock.nsecsElapsed()) / 1e6;
}

double processorMs()
{
#ifdef Q_OS_UNIX
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
#else
    return 0;
#endif
}

// Into a picture that stays, as the window's own does.
template<typename Change>
Frame frame(ChartsPane &pane, Change &&change)
{
    static QPixmap picture;
    if (picture.size() != pane.size())
        picture = QPixmap(pane.size());
    QElapsedTimer clock;
    clock.start();
    const double before = processorMs();
    change();
    pane.render(&picture);
    return {milliseconds(clock), processorMs() - before};
}

void wheel(ChartsPane &pane, double part, int notches)
{
    QWidget *const view = pane.offset().viewport();
    const QPointF at(view->width() * part, view->height() * 0.5);
    QWheelEvent event(at, view->mapToGlobal(at), {}, {0, 120 * notches}, Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(view, &event);
}

void hover(ChartsPane &pane, double part)
{
    QWidget *const view = pane.offset().viewport();
    const QPointF at(view->width() * part, view->height() * 0.5);
    QMouseEvent event(QEvent::MouseMove, at, view->mapToGlobal(at), Qt::NoButton, Qt::NoButton,
                      Qt::NoModifier);
    QCoreApplication::sendEvent(view, &event);
}

// As a person looks around: opens the week, zooms in and out, scrolls at several widths.
bool lookAround(ChartsPane &pane, double end)
{
    const double begin = end - kWeek;
    bool isFast = true;
    Frames open{"open the week"};
    for (int i = 0; i < 20; ++i) {
        pane.offset().setRange(end - 900e3, end);
        (void)pane.grab();
        open.all.push_back(frame(pane, [&] { pane.offset().setRange(begin, end); }));
    }
    isFast = open.report() && isFast;
    Frames zoom{"zoom by the wheel, week to minutes and back"};
    for (int round = 0; round < 3; ++round) {
        pane.offset().setRange(begin, end);
        for (int i = 0; i < 60; ++i)
            zoom.all.push_back(frame(pane, [&] { wheel(pane, 0.7, i < 30 ? 1 : -1); }));
    }
    isFast = zoom.report() && isFast;
    for (const auto &[what, width] : {std::pair{"scroll at a width of five days", 5 * 86'400e3},
                                      std::pair{"scroll at a width of one day", 86'400e3},
                                      std::pair{"scroll at a width of one hour", 3600e3}}) {
        Frames scroll{what};
        for (int i = 0; i < 100; ++i) {
            const double from = begin + (kWeek - width) * i / 100;
            scroll.all.push_back(frame(pane, [&] { pane.offset().setRange(from, from + width); }));
        }
        isFast = scroll.report() && isFast;
    }
    pane.offset().setRange(begin, end);
    Frames still{"the cursor only, nothing moved"};
    for (int i = 0; i < 50; ++i)
        still.all.push_back(frame(pane, [&] { hover(pane, 0.1 + i * 0.015); }));
    QEvent left(QEvent::Leave);
    QCoreApplication::sendEvent(&pane.offset(), &left);
    isFast = still.report() && isFast;
    return isFast;
}

ClockRecord recordOf(const ServerIdentity &server, Instant at, double offset, double delay)
{
    ClockRecord record;
    record.server = server;
    record.kind = Outcome::Kind::Measured;
    record.at = at;
    record.sample.at = at;
    record.sample.offset = Seconds(offset);
    record.sample.delay = Seconds(delay);
    record.sample.dispersion = Seconds(2e-6);
    record.sample.rootDelay = Seconds(0.004);
    record.sample.rootDispersion = Seconds(0.002);
    record.sample.stratum = 2;
    record.jitter = Seconds(std::abs(offset) * 0.1);
    return record;
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    Monitor monitor;
    PollPlan paused;
    paused.burst = 0;
    paused.interval = 0ms;
    monitor.setPlan(paused); // what is drawn is made here
    for (int i = 0; i < kServers; ++i) {
        ServerTarget target;
        target.host = QStringLiteral("127.0.1.%1").arg(i + 1);
        monitor.add(target);
    }
    QEventLoop loop;
    QTimer::singleShot(10'000, &loop, &QEventLoop::quit);
    QObject::connect(&monitor, &Monitor::serversChanged, &loop, [&] {
        if (monitor.servers().size() == kServers)
            loop.quit();
    });
    if (monitor.servers().size() != kServers)
        loop.exec();
    if (monitor.servers().size() != kServers)
        return 2;

    const Instant now =
        std::chrono::time_point_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now());
    const Instant start = now - std::chrono::days(7);
    const double end = ClockTracks::milliseconds(now);
    std::mt19937_64 random(1);
    std::normal_distribution<double> noise(0, 1e-4);
    const auto offsetOf = [&](int server, int poll) {
        const double wander = 2e-4 * std::sin(poll * 0.0006 + server);
        const double spike = random() % 2000 == 0 ? 3e-3 : 0;
        return wander + noise(random) + server * 1e-4 + spike;
    };

    ClockTracks live;
    ClockTracks read;
    live.setServers(monitor);
    read.setServers(monitor);
    std::size_t samples = 0;
    const QTemporaryDir folder;
    const QString file = folder.path() + QStringLiteral("/clocks.db");
    {
        ClockHistory history(file);
        for (int first = 0; first < kPolls; first += kBatch) {
            std::vector<ClockRecord> records;
            for (int poll = first; poll < std::min(first + kBatch, kPolls); ++poll) {
                for (int each = 0; each < kServers; ++each) {
                    auto &track = live.tracks()[std::size_t(each)];
                    const Instant at = start + poll * 16s + each * 300ms;
                    records.push_back(recordOf(identityOf(monitor.servers()[std::size_t(each)]), at,
                                               offsetOf(each, poll),
                                               0.02 + std::abs(noise(random))));
                    track.points.push_back(
                        ClockTracks::pointOf(records.back().sample, records.back().jitter));
                    ++samples;
                }
            }
            quint64 done = 0;
            QEventLoop wait;
            QObject::connect(&history, &ClockHistory::written, &wait, [&](quint64 count) {
                done = count;
                wait.quit();
            });
            history.record(std::move(records));
            history.flush();
            while (done < samples)
                wait.exec();
        }
    }
    if (Reaper::waitForAll(60s) > 0)
        return 2;
    for (ClockTracks *tracks : {&live, &read}) {
        for (auto &track : tracks->tracks())
            track.isBelieved = track.style < kServers - 5;
    }

    ClockHistory history(file);
    std::size_t points = 0;
    double readMs = 0;
    double takeMs = 0;
    HistoryRequest request{.servers = {}, .from = start, .to = now, .columns = kColumns};
    for (const ServerState &each : monitor.servers())
        request.servers.append(identityOf(each));
    QElapsedTimer clock;
    clock.start();
    QEventLoop wait;
    history.read(request, [&](const Result<HistoryPart> &part) {
        readMs = milliseconds(clock);
        for (std::size_t i = 0; part && i < part->series.size(); ++i) {
            read.setEarlier(monitor.servers()[i].id, part->series[i]);
            points += read.tracks()[i].points.size();
        }
        takeMs = milliseconds(clock) - readMs;
        wait.quit();
    });
    wait.exec();
    if (points == 0)
        return 2;

    bool isFast = true;
    for (const bool isLive : {true, false}) {
        if (isLive)
            std::printf("%zu samples of %d servers, all of them at hand\n", samples, kServers);
        else
            std::printf("the same from the history: read in %.1f ms, taken by the main thread in "
                        "%.1f ms, %zu points\n",
                        readMs, takeMs, points);
        ChartsPane pane(isLive ? live : read);
        pane.resize(1280, 500);
        pane.show();
        for (const char *scale : {"4,0,0", "4,1,0", "4,1,2", "4,2,0"}) {
            pane.setChoices(QLatin1String(scale));
            std::printf(" span, scale, bounds: %s\n", scale);
            isFast = lookAround(pane, end) && isFast;
        }
    }
    return isFast ? 0 : 1;
}
