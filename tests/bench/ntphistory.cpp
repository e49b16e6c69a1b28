// SPDX-License-Identifier: GPL-3.0-or-later
// Thirty servers for a week, a poll each 16 seconds: how fast it is written, how large it becomes,
// and how long a chart waits for it.
#include "core/ntp/history/clockhistory.h"
#include "core/runtime/reaper.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <random>

using namespace Portolan;
using namespace Portolan::Ntp;
using namespace std::chrono_literals;

namespace {

constexpr int kServers = 30;
constexpr int kDays = 7;
constexpr int kPolls = kDays * 86'400 / 16;
constexpr int kBatch = 3000; // polls that are handed over at once
constexpr double kMostOpenMs = 200;

ServerIdentity server(int number)
{
    return {QStringLiteral("server%1.example").arg(number),
            QStringLiteral("192.0.2.%1").arg(number), 123, Authentication::None};
}

struct Read
{
    double ms = 0;
    std::size_t points = 0;
    double width = 0;
};

Read readOnce(ClockHistory &history, Instant from, Instant to, int columns)
{
    QEventLoop loop;
    Read read;
    QElapsedTimer clock;
    clock.start();
    history.read({.from = from, .to = to, .columns = columns},
                 [&](const Result<HistoryPart> &part) {
                     if (!part)
                         std::fprintf(stderr, "%s\n", qPrintable(part.error().what));
                     else
                         for (const ClockSeries &series : part->series) {
                             read.points += series.time.size();
                             read.width = series.width.count();
                         }
                     loop.quit();
                 });
    loop.exec();
    read.ms = double(clock.nsecsElapsed()) / 1e6;
    return read;
}

void print(const char *what, std::vector<Read> reads)
{
    std::sort(reads.begin(), reads.end(), [](const Read &a, const Read &b) { return a.ms < b.ms; });
    std::printf("%-34s median %6.1f ms, longest %6.1f ms, %zu points, stretches of %.0f s\n", what,
                reads[reads.size() / 2].ms, reads.back().ms, reads.back().points,
                reads.back().width);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QTemporaryDir folder;
    const QString file = folder.path() + QStringLiteral("/clocks.db");
    const Instant end =
        std::chrono::time_point_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now());
    const Instant start = end - std::chrono::days(kDays);
    std::mt19937_64 random(1);
    std::normal_distribution<double> noise(0, 1e-4);
    QElapsedTimer clock;
    {
        ClockHistory history(file);
        QEventLoop loop;
        quint64 written = 0;
        QObject::connect(&history, &ClockHistory::written, &loop, [&](quint64 count) {
            written = count;
            loop.quit();
        });
        double seconds = 0;
        quint64 given = 0;
        for (int first = 0; first < kPolls; first += kBatch) {
            std::vector<ClockRecord> records;
            for (int poll = first; poll < std::min(first + kBatch, kPolls); ++poll) {
                for (int each = 0; each < kServers; ++each) {
                    ClockRecord record;
                    record.server = server(each);
                    record.kind = Outcome::Kind::Measured;
                    record.at = start + poll * 16s + each * 300ms + 123'457ns;
                    record.sample.at = record.at;
                    record.sample.offset = Seconds(noise(random) + each * 1e-3);
                    record.sample.delay = Seconds(0.02 + std::abs(noise(random)));
                    record.sample.dispersion = Seconds(2e-6);
                    record.sample.rootDelay = Seconds(0.004);
                    record.sample.rootDispersion = Seconds(0.012);
                    record.sample.stratum = 2;
                    record.sample.refid = 0xC0000201 + quint32(each);
                    record.jitter = Seconds(std::abs(noise(random)));
                    records.push_back(std::move(record));
                }
            }
            given += records.size();
            clock.start();
            history.record(std::move(records));
            history.flush();
            while (written < given)
                loop.exec();
            seconds += double(clock.nsecsElapsed()) / 1e9;
        }
        std::printf("written: %llu samples in %.1f s: %.0f a second\n",
                    static_cast<unsigned long long>(written), seconds, double(written) / seconds);
    }
    if (Reaper::waitForAll(60s) > 0)
        return 2;
    const double bytes = double(QFileInfo(file).size());
    std::printf("file: %.1f MB, %.0f bytes a sample with its buckets\n", bytes / 1e6,
                bytes / (double(kServers) * kPolls));

    ClockHistory history(file);
    // As a chart of 1200 pixels asks.
    const Read first = readOnce(history, start, end, 600);
    std::printf("%-34s %6.1f ms, %zu points\n", "the whole week, first time", first.ms,
                first.points);
    std::vector<Read> week;
    std::vector<Read> scrolled;
    std::vector<Read> day;
    std::vector<Read> hour;
    for (int i = 0; i < 40; ++i) {
        week.push_back(readOnce(history, start, end, 600));
        const Instant at = start + std::chrono::minutes(i * 120);
        scrolled.push_back(readOnce(history, at, at + std::chrono::hours(72), 600));
        day.push_back(readOnce(history, at, at + std::chrono::hours(24), 600));
        hour.push_back(readOnce(history, at, at + std::chrono::hours(2), 600));
    }
    print("the whole week", week);
    print("three days, scrolled by two hours", scrolled);
    print("a day, scrolled by two hours", day);
    print("two hours", hour);
    return first.ms <= kMostOpenMs ? 0 : 1;
}
