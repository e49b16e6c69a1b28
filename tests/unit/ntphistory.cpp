// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ntp/history/clockhistory.h"
#include "core/ntp/history/historyreader.h"
#include "core/ntp/history/historywriter.h"
#include "core/runtime/reaper.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <numeric>
#include <random>

using namespace Portolan;
using namespace Portolan::Ntp;
using namespace std::chrono_literals;

namespace {

constexpr int kDeadline = 60'000;
constexpr int kKills = 12;

ServerIdentity server(int number)
{
    return {QStringLiteral("server%1.example").arg(number),
            QStringLiteral("192.0.2.%1").arg(number), 123, Authentication::None};
}

Instant now()
{
    return std::chrono::time_point_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now());
}

ClockRecord measured(const ServerIdentity &of, Instant at, double offset, double delay = 0.01)
{
    ClockRecord record;
    record.server = of;
    record.kind = Outcome::Kind::Measured;
    record.at = at;
    record.sample.at = at;
    record.sample.offset = Seconds(offset);
    record.sample.delay = Seconds(delay);
    record.sample.dispersion = Seconds(1e-6);
    record.sample.rootDelay = Seconds(0.002);
    record.sample.rootDispersion = Seconds(0.001);
    record.sample.stratum = 2;
    record.sample.refid = 0x7F000001;
    record.sample.leap = Leap::Insert;
    record.sample.sentBy = StampSource::User;
    record.sample.receivedBy = StampSource::Kernel;
    record.sample.interleaved = true;
    record.sample.authentication = Authentication::Nts;
    record.jitter = Seconds(2e-5);
    return record;
}

ClockRecord silent(const ServerIdentity &of, Instant at)
{
    ClockRecord record;
    record.server = of;
    record.kind = Outcome::Kind::Silent;
    record.at = at;
    return record;
}

// A handle on a file, and what it said.
struct Kept
{
    explicit Kept(const QString &file, HistoryLimits limits = {})
        : history(file, limits)
        , written(&history, &ClockHistory::written)
        , failed(&history, &ClockHistory::failed)
    {
    }

    bool put(std::vector<ClockRecord> records)
    {
        wanted += records.size();
        history.record(std::move(records));
        history.flush();
        return QTest::qWaitFor(
            [this] { return !written.isEmpty() && written.last()[0].toULongLong() >= wanted; },
            kDeadline);
    }

    Result<HistoryPart> read(const HistoryRequest &request)
    {
        std::optional<Result<HistoryPart>> answer;
        history.read(request, [&](const Result<HistoryPart> &part) { answer = part; });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, kDeadline))
            return failure(Error::Kind::Timeout, QStringLiteral("no answer"));
        return *answer;
    }

    ClockHistory history;
    QSignalSpy written;
    QSignalSpy failed;
    quint64 wanted = 0;
};

double least(const std::vector<double> &of)
{
    return *std::min_element(of.begin(), of.end());
}

double greatest(const std::vector<double> &of)
{
    return *std::max_element(of.begin(), of.end());
}

} // namespace

class NtpHistoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsRecordedIsThereInTheNextSession()
    {
        const QTemporaryDir folder;
        const QString file = folder.path() + QStringLiteral("/clocks.db");
        const Instant start = now() - 10min;
        {
            Kept kept(file);
            std::vector<ClockRecord> records;
            for (int i = 0; i < 30; ++i)
                records.push_back(measured(server(1), start + i * 16s, 0.001 * i));
            ClockRecord step;
            step.at = start + 100s;
            step.step = Seconds(-1.5);
            records.push_back(step);
            step.at += 1s; // what another panel saw of it
            records.push_back(step);
            QVERIFY(kept.put(std::move(records)));
        }
        QVERIFY(Reaper::waitForAll(30s) == 0);
        QVERIFY(QFile::permissions(file) ==
                (QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser));
        Kept kept(file);
        const auto part = kept.read({.from = start, .to = now()});
        QVERIFY2(part.has_value(), part ? "" : qPrintable(part.error().what));
        QCOMPARE(part->series.size(), std::size_t(1));
        const ClockSeries &series = part->series[0];
        QVERIFY(series.server == server(1));
        QCOMPARE(series.time.size(), std::size_t(30));
        QVERIFY(series.time[3] == start + 48s);
        QCOMPARE(series.mean[3], 0.003);
        QVERIFY(std::abs(series.bound[3] - (0.006 + 1e-6 + 0.001)) < 2e-9);
        QCOMPARE(series.jitter[3], 2e-5);
        QCOMPARE(series.width.count(), 0.0);
        QCOMPARE(part->steps.size(), std::size_t(1));
        QCOMPARE(part->steps[0].by.count(), -1.5);
    }

    void theLeastAndTheGreatestOfEveryStretchAreThoseOfTheSamples()
    {
        const QTemporaryDir folder;
        Kept kept(folder.path() + QStringLiteral("/clocks.db"));
        std::mt19937_64 random(1305);
        std::normal_distribution<double> noise(0, 1e-4);
        std::uniform_real_distribution<double> chance(0, 1);
        // Whole days, a poll each 97 s, in batches that cut buckets anywhere, some twice back.
        const auto day = std::chrono::floor<std::chrono::days>(now()) - std::chrono::days(4);
        const Instant start(day);
        std::vector<ClockRecord> all;
        for (int i = 0; i < 3 * 86400 / 97; ++i) {
            const double spike = chance(random) < 0.01 ? 0.5 * (chance(random) - 0.5) : 0;
            all.push_back(measured(server(1), start + i * 97s, noise(random) + spike,
                                   0.01 + std::abs(noise(random)) + std::abs(spike)));
        }
        std::uniform_int_distribution<int> size(1, 400);
        for (std::size_t i = 0; i < all.size();) {
            const std::size_t count =
                std::min<std::size_t>(static_cast<std::size_t>(size(random)), all.size() - i);
            QVERIFY(kept.put({all.begin() + static_cast<std::ptrdiff_t>(i),
                              all.begin() + static_cast<std::ptrdiff_t>(i + count)}));
            i += count;
        }
        int widths = 0;
        for (const int width : kBucketSeconds) {
            // Any range that begins and ends with a bucket, with so many columns that it is chosen.
            std::uniform_int_distribution<int> begin(0, 86400 / width);
            for (int round = 0; round < 8; ++round) {
                const Instant from = start + std::chrono::seconds(begin(random) * width);
                const int buckets = std::min(20 + round * 11, 2 * 86400 / width);
                HistoryRequest request{.servers = {server(1)}, .from = from};
                request.to = from + std::chrono::seconds(buckets * width) - 1ns;
                request.columns = std::max(buckets, 10);
                const auto part = kept.read(request);
                QVERIFY(part.has_value());
                const ClockSeries &series = part->series[0];
                std::vector<double> raw;
                std::vector<double> delays;
                double bound = 0;
                double sum = 0;
                for (const ClockRecord &record : all) {
                    if (record.at < request.from || record.at > request.to)
                        continue;
                    raw.push_back(record.sample.offset.count());
                    delays.push_back(record.sample.delay.count());
                    bound = std::max(bound, record.sample.bound().count());
                    sum += raw.back();
                }
                QVERIFY(!raw.empty());
                const auto same = [](double a, double b) { return std::abs(a - b) < 1.1e-9; };
                QVERIFY(same(least(series.low), least(raw)));
                QVERIFY(same(greatest(series.high), greatest(raw)));
                QVERIFY(same(least(series.delayLow), least(delays)));
                QVERIFY(same(greatest(series.delayHigh), greatest(delays)));
                QVERIFY(same(greatest(series.bound), bound));
                double mean = 0;
                int count = 0;
                for (std::size_t i = 0; i < series.count.size(); ++i) {
                    count += series.count[i];
                    mean += series.mean[i] * series.count[i];
                }
                QCOMPARE(count, int(raw.size()));
                QVERIFY(same(mean / count, sum / count));
                QVERIFY(int(series.time.size()) <= 2 * request.columns);
                QVERIFY(std::is_sorted(series.time.begin(), series.time.end()));
                widths += series.width.count() == width ? 1 : 0;
            }
        }
        QVERIFY(widths > 20); // and buckets were really read
    }

    void aSpikeOfOnePollIsSeenInAMonth()
    {
        const QTemporaryDir folder;
        Kept kept(folder.path() + QStringLiteral("/clocks.db"));
        const Instant start = now() - std::chrono::days(20);
        std::vector<ClockRecord> records;
        for (int i = 0; i < 20 * 86400 / 64; ++i)
            records.push_back(measured(server(1), start + i * 64s, i == 9999 ? 0.75 : 1e-4));
        QVERIFY(kept.put(std::move(records)));
        const auto part = kept.read({.from = start, .to = now(), .columns = 300});
        QVERIFY(part.has_value());
        const ClockSeries &series = part->series[0];
        QVERIFY(series.time.size() <= 600);
        QVERIFY(series.width >= 3600s);
        QCOMPARE(greatest(series.high), 0.75);
        QCOMPARE(least(series.low), 1e-4);
    }

    void pollsThatWereNotAnsweredAreGaps()
    {
        const QTemporaryDir folder;
        Kept kept(folder.path() + QStringLiteral("/clocks.db"));
        const Instant start = now() - 30min;
        std::vector<ClockRecord> records{measured(server(1), start, 0.1)};
        for (int i = 1; i <= 5; ++i)
            records.push_back(silent(server(1), start + i * 16s));
        QVERIFY(kept.put(std::move(records)));
        QVERIFY(kept.put({silent(server(1), start + 96s), measured(server(1), start + 112s, 0.1),
                          silent(server(1), start + 128s)}));
        ClockRecord kissed = silent(server(1), start + 144s);
        kissed.kind = Outcome::Kind::Kissed;
        QVERIFY(kept.put({kissed}));
        const auto part = kept.read({.servers = {server(1)}, .from = start, .to = now()});
        QVERIFY(part.has_value());
        const auto &gaps = part->series[0].gaps;
        QCOMPARE(gaps.size(), std::size_t(3));
        QVERIFY(gaps[0].from == start + 16s && gaps[0].to == start + 96s);
        QCOMPARE(gaps[0].count, 6);
        QVERIFY(gaps[1].kind == Outcome::Kind::Silent && gaps[1].count == 1);
        QVERIFY(gaps[2].kind == Outcome::Kind::Kissed);
        QCOMPARE(part->series[0].time.size(), std::size_t(2));
    }

    void aPollIsOneGapWhateverCameOfIt()
    {
        const QTemporaryDir folder;
        Monitor monitor({.burst = 0, .interval = 0ms});
        ServerTarget target;
        target.host = QStringLiteral("127.0.0.1");
        monitor.add(target);
        const ServerState &asked = monitor.servers().front();
        const Instant start = now() - 10min;
        QList<Outcome> outcomes;
        for (int i = 0; i < 4; ++i) {
            Outcome forged{.server = asked.id, .kind = Outcome::Kind::Rejected};
            forged.at = start + i * 16s;
            forged.mac = MacState::Wrong;
            Outcome silent{.server = asked.id, .kind = Outcome::Kind::Silent};
            silent.at = start + i * 16s + 1s;
            silent.endsPoll = true;
            outcomes += {forged, forged, silent};
        }
        Kept kept(folder.path() + QStringLiteral("/clocks.db"));
        kept.history.record(outcomes, monitor);
        QVERIFY(kept.put({silent(server(2), start)}));
        const auto part =
            kept.read({.servers = {identityOf(asked)}, .from = start - 1h, .to = now()});
        QVERIFY(part.has_value());
        QCOMPARE(part->series[0].gaps.size(), std::size_t(1));
        QCOMPARE(part->series[0].gaps[0].count, 4);
    }

    void serversAreToldApartByAddressPortAndAuthentication()
    {
        const QTemporaryDir folder;
        Kept kept(folder.path() + QStringLiteral("/clocks.db"));
        ServerIdentity other = server(1);
        other.authentication = Authentication::Nts;
        ServerIdentity moved = server(1);
        moved.address = QStringLiteral("2001:db8::1");
        const Instant at = now() - 1min;
        QVERIFY(kept.put({measured(server(1), at, 1), measured(other, at, 2),
                          measured(moved, at, 3), measured(server(1), at, 4)}));
        std::optional<QList<RecordedServer>> servers;
        kept.history.listServers(
            [&](const Result<QList<RecordedServer>> &list) { servers = list.value(); });
        QVERIFY(QTest::qWaitFor([&] { return servers.has_value(); }, kDeadline));
        QCOMPARE(servers->size(), 3);
        QVERIFY((*servers)[0].first == at);
        const auto part = kept.read(
            {.servers = {moved, server(1), server(9)}, .from = at - 1min, .to = at + 1min});
        QVERIFY(part.has_value());
        QCOMPARE(part->series[0].mean, std::vector<double>({3}));
        QCOMPARE(part->series[1].mean, std::vector<double>({1, 4})); // two in one nanosecond
        QVERIFY(part->series[2].time.empty());
    }

    void wildNumbersAreKeptWithinWhatFits()
    {
        const QTemporaryDir folder;
        Kept kept(folder.path() + QStringLiteral("/clocks.db"));
        const Instant at = now() - 1h;
        std::vector<ClockRecord> records;
        for (int i = 0; i < 50; ++i)
            records.push_back(measured(server(1), at + i * 1s, i % 2 ? 4e9 : -4e9, 1e300));
        records.push_back(measured(server(1), Instant(-5s), 0.5));
        QVERIFY(kept.put(std::move(records)));
        const auto part = kept.read({.from = at - 1min, .to = now(), .columns = 20});
        QVERIFY(part.has_value());
        QCOMPARE(greatest(part->series[0].high), 4e9);
        QCOMPARE(least(part->series[0].low), -4e9);
        const auto old = kept.read({.from = Instant(-1h), .to = Instant(1h), .columns = 20});
        QVERIFY(old.has_value());
        QCOMPARE(old->series[0].count, std::vector<int>({1}));
        QVERIFY(kept.failed.isEmpty());
    }

    void aDamagedFileIsPutAsideAndANewOneIsBegun()
    {
        const QTemporaryDir folder;
        const QString path = folder.path() + QStringLiteral("/clocks.db");
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray("SQLite format 3").append('\0').append(QByteArray(9000, 'x')));
        file.close();
        Kept kept(path);
        const Instant at = now();
        QVERIFY(kept.put({measured(server(1), at, 1)}));
        QCOMPARE(kept.failed.size(), 1);
        QVERIFY(kept.failed[0][0].value<Error>().what.contains(QLatin1String(".damaged-")));
        const auto part = kept.read({.from = at - 1min, .to = at + 1min});
        QVERIFY(part.has_value());
        QCOMPARE(part->series[0].mean, std::vector<double>({1}));
    }

    void aFileOfANewerVersionIsLeftAlone()
    {
        const QTemporaryDir folder;
        const QString path = folder.path() + QStringLiteral("/clocks.db");
        Schema newer = historySchema();
        newer.formats.push_back({"CREATE TABLE future (x INTEGER)"});
        {
            QString aside;
            QVERIFY(Database::openForWriting(path, newer, &aside).has_value());
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray before = file.readAll();
        file.close();
        Kept kept(path);
        kept.history.record({measured(server(1), now(), 1)});
        kept.history.flush();
        QTRY_COMPARE_WITH_TIMEOUT(kept.failed.size(), 1, kDeadline);
        QVERIFY(kept.failed[0][0].value<Error>().kind == Error::Kind::Unsupported);
        const auto part = kept.read({.from = now() - 1h, .to = now()});
        QVERIFY(!part.has_value());
        QVERIFY(part.error().kind == Error::Kind::Unsupported);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll() == before);
    }

    void whatIsTooOldGoesAndWhatIsTooMuchLosesSingleSamplesFirst()
    {
        const QTemporaryDir folder;
        Kept kept(folder.path() + QStringLiteral("/clocks.db"),
                  {.age = std::chrono::days(10), .bytes = 200'000});
        std::vector<ClockRecord> records;
        const Instant start = now() - std::chrono::days(12);
        for (int i = 0; i < 12 * 86400 / 128; ++i)
            records.push_back(measured(server(1), start + i * 128s, i == 4000 ? 0.5 : 1e-4));
        QVERIFY(kept.put(std::move(records)));
        const auto countFrom = [&](Instant from, int columns) {
            const auto part = kept.read({.from = from, .to = now(), .columns = columns});
            return part && !part->series.empty() ? part->series[0] : ClockSeries();
        };
        // The age.
        QVERIFY(QTest::qWaitFor(
            [&] {
                const ClockSeries all = countFrom(start, 50);
                return !all.time.empty() && all.time.front() > start + std::chrono::hours(40);
            },
            kDeadline));
        // The size: single samples of long ago are gone, the spike of then is not.
        QVERIFY(QTest::qWaitFor(
            [&] { return countFrom(start + std::chrono::days(5), 100'000).width > 0s; },
            kDeadline));
        const ClockSeries all = countFrom(start + std::chrono::days(5), 200);
        QCOMPARE(greatest(all.high), 0.5);
        const ClockSeries today = countFrom(now() - 12h, 10'000);
        QCOMPARE(today.width.count(), 0.0);
        QVERIFY(today.time.size() > 300);
    }

    void aClockThatIsOffByYearsDeletesNothing()
    {
        const QTemporaryDir folder;
        const QString path = folder.path() + QStringLiteral("/clocks.db");
        Kept kept(path, {.age = std::chrono::days(1)});
        const Instant old = now() - std::chrono::days(400);
        // Every server says that we are 400 days ahead.
        QVERIFY(kept.put({measured(server(1), old, -400 * 86400.0),
                          measured(server(1), old + 10s, -400 * 86400.0)}));
        QVERIFY(kept.put({measured(server(1), old + 20s, -400 * 86400.0)}));
        const auto part = kept.read({.from = old - 1h, .to = old + 1h});
        QVERIFY(part.has_value());
        QCOMPARE(part->series[0].time.size(), std::size_t(3));
    }

    void aClockThatWasSetByYearsDeletesNothing()
    {
        const QTemporaryDir folder;
        Kept kept(folder.path() + QStringLiteral("/clocks.db"));
        const Instant old = now() - std::chrono::days(10);
        QVERIFY(kept.put({measured(server(1), old, 1e-3), measured(server(2), now(), 1e-3)}));
        // As if it had been 10 days ahead since then.
        ClockRecord step;
        step.at = now();
        step.step = Seconds(10 * 86400.0);
        QVERIFY(kept.put({step, measured(server(2), now(), -10 * 86400.0)}));
        kept.history.setLimits({.age = std::chrono::days(1)});
        const auto hasOld = [&] {
            const auto part = kept.read({.servers = {server(1)}, .from = old - 1h, .to = old + 1h});
            // Single samples go first.
            return part && !part->series[0].time.empty() && part->series[0].width == Seconds(0);
        };
        // What the writer had to do before it wrote is done.
        for (int i = 0; i < 3; ++i) {
            QVERIFY(kept.put({measured(server(2), now(), -10 * 86400.0)}));
            QVERIFY(hasOld());
        }
        QVERIFY(kept.put({measured(server(2), now(), 1e-3)}));
        kept.history.setLimits({.age = std::chrono::days(1)});
        QVERIFY(QTest::qWaitFor([&] { return !hasOld(); }, kDeadline));
    }

    void aGapThatLastsIsNotOld()
    {
        const QTemporaryDir folder;
        Kept kept(folder.path() + QStringLiteral("/clocks.db"), {.age = std::chrono::days(1)});
        const Instant old = now() - std::chrono::days(3);
        QVERIFY(kept.put({silent(server(1), old), silent(server(1), now() - 1h),
                          silent(server(2), old), measured(server(3), now(), 1e-3)}));
        const auto gapsOf = [&](int number) {
            const auto part =
                kept.read({.servers = {server(number)}, .from = old - 1h, .to = now()});
            return part ? part->series[0].gaps : std::vector<ClockSeries::Gap>();
        };
        // One that is over for longer goes, one that goes on stays; and it is told where it began.
        QVERIFY(QTest::qWaitFor([&] { return gapsOf(2).empty(); }, kDeadline));
        QVERIFY(kept.put({silent(server(1), now()), silent(server(2), now())}));
        QCOMPARE(gapsOf(1).size(), std::size_t(1));
        QVERIFY(gapsOf(1)[0].from == old);
        QCOMPARE(gapsOf(1)[0].count, 3);
        QCOMPARE(gapsOf(2).size(), std::size_t(1));
    }

    // A disk that takes nothing for so long that the oldest go, and then takes them.
    void whatWasWrittenIsNotWrittenTwice()
    {
        HistoryJournal journal;
        const auto some = [](std::size_t count, Instant from) {
            std::vector<ClockRecord> records;
            for (std::size_t i = 0; i < count; ++i)
                records.push_back(silent(server(1), from + std::chrono::nanoseconds(i)));
            return records;
        };
        const Instant start{};
        (void)journal.add(some(HistoryJournal::kMost, start));
        QCOMPARE(journal.copy(10).size(), std::size_t(10)); // and that write fails
        (void)journal.add(some(5, start + 1h));
        const auto second = journal.copy(10);
        QVERIFY(second.front().at == start + 5ns);
        journal.drop(second.size());
        QVERIFY(journal.copy(1).front().at == start + 15ns);
        QCOMPARE(journal.takeLost(), quint64(5));
        // Those that go while they are being written are in the file, and not lost.
        const auto third = journal.copy(10);
        (void)journal.add(some(13, start + 2h));
        journal.drop(third.size());
        QVERIFY(journal.copy(1).front().at == start + 25ns);
        QCOMPARE(journal.takeLost(), quint64(0));
    }

    void aCancelledReadIsNotAnswered()
    {
        const QTemporaryDir folder;
        Kept kept(folder.path() + QStringLiteral("/clocks.db"));
        QVERIFY(kept.put({measured(server(1), now(), 1)}));
        bool first = false;
        const quint64 number = kept.history.read({.from = now() - 1h, .to = now()},
                                                 [&](const auto &) { first = true; });
        kept.history.cancel(number);
        kept.history.cancel(number);
        QVERIFY(kept.read({.from = now() - 1h, .to = now()}).has_value());
        QVERIFY(!first);
    }

    void itIsClearedForGood()
    {
        const QTemporaryDir folder;
        const QString path = folder.path() + QStringLiteral("/clocks.db");
        {
            Kept kept(path);
            const Instant at = now();
            QVERIFY(kept.put({measured(server(77), at, 1)}));
            bool done = false;
            kept.history.clear([&](const Result<> &cleared) { done = cleared.has_value(); });
            QVERIFY(QTest::qWaitFor([&] { return done; }, kDeadline));
            const auto part = kept.read({.from = at - 1h, .to = at + 1h});
            QVERIFY(part.has_value() && part->series.empty());
            QVERIFY(kept.put({measured(server(1), at, 2)})); // and it goes on
        }
        QVERIFY(Reaper::waitForAll(30s) == 0);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("server77"));
    }

    void theExportHasEverySample()
    {
        const QTemporaryDir folder;
        Kept kept(folder.path() + QStringLiteral("/clocks.db"), {.age = std::chrono::days(36'500)});
        const Instant start{1'763'000'000s};
        std::vector<ClockRecord> records;
        for (int i = 0; i < 9000; ++i)
            records.push_back(measured(server(1 + i % 2), start + i * 1s, -0.5e-3));
        QVERIFY(kept.put(std::move(records)));
        const QString path = folder.path() + QStringLiteral("/clocks.csv");
        std::optional<Result<QString>> done;
        kept.history.exportCsv({.from = start, .to = start + 8999s}, path,
                               [&](const Result<QString> &result) { done = result; });
        QVERIFY(QTest::qWaitFor([&] { return done.has_value(); }, kDeadline));
        QVERIFY(done->has_value());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = file.readAll().split('\n');
        QCOMPARE(lines.size(), 9002); // a head, and nothing behind the last
        QCOMPARE(lines[0].count("\xEF\xBB\xBF"), 1);
        QCOMPARE(lines[1].trimmed(),
                 QByteArray("2025-11-13T02:13:20.000000000Z,server1.example,192.0.2.1,123,none,"
                            "-0.000500000,0.010000000,0.000001000,0.002000000,0.001000000,"
                            "0.007001000,0.000020000,2,127.0.0.1,1,user,kernel,yes"));
        QVERIFY(!lines[4501].contains("\xEF\xBB\xBF"));
    }

    void theExportHasWhatWaitsToBeWrittenAndSaysHowFarItIs()
    {
        const QTemporaryDir folder;
        Kept kept(folder.path() + QStringLiteral("/clocks.db"), {.age = std::chrono::days(36'500)});
        const Instant start{1'763'000'000s};
        std::vector<ClockRecord> records;
        for (int i = 0; i < 10'000; ++i)
            records.push_back(measured(server(1), start + i * 1s, -0.5e-3));
        kept.history.record(std::move(records)); // and nothing says when it is in the file
        const QString path = folder.path() + QStringLiteral("/clocks.csv");
        std::optional<Result<QString>> done;
        std::vector<std::pair<quint64, quint64>> steps;
        kept.history.exportCsv(
            {.from = start, .to = start + 9999s}, path,
            [&](const Result<QString> &result) { done = result; },
            [&](quint64 written, quint64 all) { steps.emplace_back(written, all); });
        QVERIFY(QTest::qWaitFor([&] { return done.has_value(); }, kDeadline));
        QVERIFY(done->has_value());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().count('\n'), 10'001);
        QVERIFY(steps.size() >= 3);
        QVERIFY(std::is_sorted(steps.begin(), steps.end()));
        QCOMPARE(steps.front(), std::pair(quint64(0), quint64(10'000)));
        QCOMPARE(steps.back(), std::pair(quint64(10'000), quint64(10'000)));
    }
    void anExportThatIsCancelledLeavesNoFile()
    {
        const QTemporaryDir folder;
        Kept kept(folder.path() + QStringLiteral("/clocks.db"), {.age = std::chrono::days(36'500)});
        const Instant start{1'763'000'000s};
        std::vector<ClockRecord> records;
        for (int i = 0; i < 30'000; ++i)
            records.push_back(measured(server(1), start + i * 1s, -0.5e-3));
        QVERIFY(kept.put(std::move(records)));
        const QString path = folder.path() + QStringLiteral("/clocks.csv");
        bool isDone = false;
        quint64 number = 0;
        bool isCancelled = false;
        number = kept.history.exportCsv(
            {.from = start, .to = start + 29'999s}, path,
            [&](const Result<QString> &) { isDone = true; },
            [&](quint64, quint64) {
                kept.history.cancel(number);
                isCancelled = true;
            });
        QVERIFY(QTest::qWaitFor([&] { return isCancelled; }, kDeadline));
        // The reader goes on with the next question once it has let go of the file.
        std::optional<Result<QList<RecordedServer>>> servers;
        kept.history.listServers([&](const Result<QList<RecordedServer>> &all) { servers = all; });
        QVERIFY(QTest::qWaitFor([&] { return servers.has_value(); }, kDeadline));
        QVERIFY(!isDone);
        if (QFile file(path); file.open(QIODevice::ReadOnly)) // it was quicker: then it is whole
            QCOMPARE(file.readAll().count('\n'), 30'001);
        QCOMPARE(QDir(folder.path()).entryList({QStringLiteral("clocks.csv.*")}).size(), 0);
    }

    void thinningKeepsWhatStandsOut()
    {
        ClockSeries series;
        for (int i = 0; i < 1000; ++i) {
            series.time.push_back(Instant(i * 1s));
            for (auto *part : {&series.low, &series.high, &series.mean, &series.bound,
                               &series.delayLow, &series.delayHigh, &series.jitter})
                part->push_back(i == 500 ? 7 : i == 700 ? -7 : 1);
            series.count.push_back(1);
        }
        const ClockSeries made = thinned(series, Instant(0s), Instant(1000s), 64);
        QVERIFY(made.time.size() <= 64);
        QCOMPARE(greatest(made.high), 7.0);
        QCOMPARE(least(made.low), -7.0);
        QCOMPARE(std::accumulate(made.count.begin(), made.count.end(), 0), 1000);
        QVERIFY(std::is_sorted(made.time.begin(), made.time.end()));
    }

    void whatWasReportedAsWrittenSurvivesKill9()
    {
        const QTemporaryDir folder;
        const QString path = folder.path() + QStringLiteral("/clocks.db");
        std::mt19937 random(9);
        int last = 0;
        for (int kill = 0; kill < kKills; ++kill) {
            QProcess child;
            child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
            child.start(QCoreApplication::applicationFilePath(),
                        {QStringLiteral("--write"), path, QString::number(last)});
            const qint64 enough = 1 + static_cast<qint64>(random() % 300);
            QByteArray said;
            while (said.size() < enough) {
                QVERIFY2(child.waitForReadyRead(kDeadline), qPrintable(child.errorString()));
                said += child.readAll();
            }
            child.kill();
            QVERIFY(child.waitForFinished(kDeadline));
            said += child.readAll();
            const QList<QByteArray> lines = said.left(said.lastIndexOf('\n')).split('\n');
            last = lines.last().toInt();
            QVERIFY(last > 0);
            HistoryReader reader(path);
            const auto none = std::make_shared<std::atomic_bool>(false);
            HistoryRequest request{.servers = {server(1)}, .from = Instant(0s)};
            request.to = Instant(10'000'000s);
            request.columns = 100'000;
            const auto part = reader.read(request, none);
            QVERIFY2(part.has_value(), part ? "" : qPrintable(part.error().what));
            // Samples and buckets were written together.
            request.columns = 10;
            const auto wide = reader.read(request, none);
            QVERIFY(wide.has_value());
            const auto total = [](const ClockSeries &series) {
                return std::accumulate(series.count.begin(), series.count.end(), 0);
            };
            const int samples = total(part->series[0]);
            QVERIFY2(samples >= last, qPrintable(QString::number(samples)));
            QCOMPARE(total(wide->series[0]), samples);
            last = samples;
        }
    }
};

// The child: records for ever, and says how much it was told to be in the file.
int writeForEver(const QString &path, int first)
{
    ClockHistory history(path);
    int next = first;
    const auto more = [&] {
        std::vector<ClockRecord> records;
        for (int i = 0; i < 50; ++i, ++next)
            records.push_back(measured(server(1), Instant(std::chrono::seconds(next)), -7200));
        history.record(std::move(records));
        history.flush();
    };
    QObject::connect(&history, &ClockHistory::written, &history, [&](quint64 count) {
        std::printf("%d\n", first + int(count));
        std::fflush(stdout);
        more();
    });
    more();
    return QCoreApplication::exec();
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (argc == 4 && qstrcmp(argv[1], "--write") == 0)
        return writeForEver(QString::fromLocal8Bit(argv[2]), QByteArray(argv[3]).toInt());
    NtpHistoryTest test;
    const int code = QTest::qExec(&test, argc, argv);
    return Reaper::waitForAll(20s) > 0 ? 1 : code;
}
#include "ntphistory.moc"
