// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ntp/history/historywriter.h"

#include "core/ntp/words.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

namespace Portolan::Ntp {

namespace {

// What a kill can take with it, at the most.
constexpr std::chrono::seconds kFlush{2};
constexpr std::chrono::seconds kRetry{5};
constexpr std::chrono::minutes kPrune{60};
constexpr std::chrono::milliseconds kNextSlice{20};
constexpr std::size_t kMostAtOnce = 10'000; // records in a transaction
constexpr qint64 kSlice = 3600;             // seconds of samples that are taken out at once
constexpr qint64 kKept = 24 * 3600;         // the newest, whatever the file's size
constexpr double kFull = 0.9;               // of the limit; what is written meanwhile fits, too
// Who is farther off than this does not know what is old.
constexpr Seconds kSane{3600};
constexpr qint64 kSecond = 1'000'000'000;
constexpr int kStages = 1 + static_cast<int>(kBucketSeconds.size()); // samples, buckets

// How far the clock that may be set is ahead of the one that never is. It grows by what the machine
// sleeps.
Seconds lead()
{
    return Seconds(std::chrono::system_clock::now().time_since_epoch()) -
           Seconds(std::chrono::steady_clock::now().time_since_epoch());
}

qint64 floorTo(qint64 value, qint64 width)
{
    const qint64 rest = value % width;
    return value - (rest < 0 ? rest + width : rest);
}

} // namespace

bool HistoryJournal::add(std::vector<ClockRecord> records)
{
    const std::scoped_lock lock(m_mutex);
    const bool wasEmpty = m_records.empty();
    for (ClockRecord &record : records)
        m_records.push_back(std::move(record));
    while (m_records.size() > kMost) {
        m_records.pop_front();
        ++m_done;
        ++m_lost;
        if (m_copied)
            ++m_lostOfCopy;
    }
    return wasEmpty && !m_records.empty();
}

std::vector<ClockRecord> HistoryJournal::copy(std::size_t most)
{
    const std::scoped_lock lock(m_mutex);
    m_copied = true;
    // What went of a copy before this one, which was not written, is lost.
    m_lostOfCopy = 0;
    const auto count = static_cast<std::ptrdiff_t>(std::min(most, m_records.size()));
    return {m_records.begin(), m_records.begin() + count};
}

void HistoryJournal::drop(std::size_t count)
{
    const std::scoped_lock lock(m_mutex);
    const std::size_t gone = std::min(std::exchange(m_lostOfCopy, 0), count);
    m_copied = false;
    const std::size_t here = std::min(count - gone, m_records.size());
    m_records.erase(m_records.begin(), m_records.begin() + static_cast<std::ptrdiff_t>(here));
    m_done += here;
    m_lost -= std::min<quint64>(m_lost, gone); // they are in the file after all
}

quint64 HistoryJournal::done() const
{
    const std::scoped_lock lock(m_mutex);
    return m_done;
}

quint64 HistoryJournal::takeLost()
{
    const std::scoped_lock lock(m_mutex);
    return std::exchange(m_lost, 0);
}

// What the samples of one stretch come to, before it is added to what the file has of it.
struct HistoryWriter::Bucket
{
    qint64 count = 0;
    qint64 low = 0, high = 0;
    double sum = 0;
    qint64 bound = 0, delayLow = 0, delayHigh = 0, jitter = 0;
    qint64 firstTime = 0, first = 0, lastTime = 0, last = 0;

    void add(qint64 time, qint64 offset, qint64 delay, qint64 newBound, qint64 newJitter)
    {
        if (count == 0) {
            low = high = first = last = offset;
            delayLow = delayHigh = delay;
            firstTime = lastTime = time;
            bound = newBound;
            jitter = newJitter;
        }
        ++count;
        low = std::min(low, offset);
        high = std::max(high, offset);
        sum += static_cast<double>(offset);
        bound = std::max(bound, newBound);
        delayLow = std::min(delayLow, delay);
        delayHigh = std::max(delayHigh, delay);
        jitter = std::max(jitter, newJitter);
        if (time < firstTime) {
            firstTime = time;
            first = offset;
        }
        if (time >= lastTime) {
            lastTime = time;
            last = offset;
        }
    }
};

HistoryWriter::HistoryWriter(const QString &file, HistoryLimits limits,
                             std::shared_ptr<HistoryJournal> journal, Report report)
    : m_file(file)
    , m_limits(limits)
    , m_journal(std::move(journal))
    , m_report(std::move(report))
{
    m_flush.setSingleShot(true);
    connect(&m_flush, &QTimer::timeout, this, &HistoryWriter::flush);
    m_prune.setSingleShot(true);
    connect(&m_prune, &QTimer::timeout, this, [this] {
        if (!m_database)
            return;
        const auto more = pruneStep();
        if (!more)
            tell(more.error());
        m_prune.start(more && *more
                          ? kNextSlice
                          : std::chrono::duration_cast<std::chrono::milliseconds>(kPrune));
    });
}

HistoryWriter::~HistoryWriter()
{
    if (!m_database && !m_journal->copy(1).empty())
        open();
    if (m_database)
        (void)writeAll(); // nobody is left to be told
}

void HistoryWriter::open()
{
    if (m_database || m_isRefused)
        return;
    QString keptAside;
    auto database = Database::openForWriting(m_file, historySchema(), &keptAside);
    if (!keptAside.isEmpty())
        m_report.failed(
            {Error::Kind::Local,
             tr("The history of clocks in “%1” is damaged. It was kept as “%2”, and a "
                "new one was begun.")
                 .arg(QDir::toNativeSeparators(m_file), QFileInfo(keptAside).fileName())});
    if (!database) {
        m_isRefused = database.error().kind == Error::Kind::Unsupported;
        tell(database.error());
        return;
    }
    m_database = std::move(*database);
    m_ids.clear();
    m_gaps.clear();
    m_lastTimes.clear();
    m_report.opened();
}

void HistoryWriter::flushSoon()
{
    if (!m_flush.isActive())
        m_flush.start(kFlush);
}

void HistoryWriter::flush()
{
    m_flush.stop();
    if (!m_database)
        open();
    if (m_isRefused)
        return;
    if (!m_database || !writeAll()) {
        m_flush.start(kRetry);
        return;
    }
    m_told = {};
    m_report.written(m_journal->done());
    pruneSoon();
}

bool HistoryWriter::writeAll()
{
    for (auto records = m_journal->copy(kMostAtOnce); !records.empty();
         records = m_journal->copy(kMostAtOnce)) {
        const auto gaps = m_gaps;
        const auto done = m_database->transaction([&] { return write(records); });
        if (!done) {
            // What was remembered of the transaction did not happen.
            m_ids.clear();
            m_gaps = gaps;
            Error error = done.error();
            error.detail = error.what + QLatin1Char(' ') + error.detail;
            error.what = tr("Measurements could not be saved; it will be tried again.");
            tell(error);
            return false;
        }
        m_journal->drop(records.size());
        if (const quint64 lost = m_journal->takeLost(); lost > 0)
            m_report.failed(
                {Error::Kind::Local,
                 tr("%1 measurements were not saved: the file could not be written for too long.")
                     .arg(lost)});
    }
    return true;
}

Result<qint64> HistoryWriter::serverId(const ServerIdentity &identity)
{
    if (const auto known = m_ids.constFind(identity); known != m_ids.cend())
        return *known;
    const QVariantList values{identity.host, identity.address, identity.port,
                              static_cast<int>(identity.authentication)};
    if (const auto made = m_database->run(
            QStringLiteral("INSERT OR IGNORE INTO server (host, address, port, authentication) "
                           "VALUES (?, ?, ?, ?)"),
            values);
        !made)
        return tl::unexpected(made.error());
    const auto id = m_database->value(
        QStringLiteral("SELECT id FROM server WHERE host = ? AND address = ? AND port = ? AND "
                       "authentication = ?"),
        values);
    if (!id)
        return tl::unexpected(id.error());
    const qint64 number = id->toLongLong();
    m_ids.insert(identity, number);
    return number;
}

Result<> HistoryWriter::writeGap(qint64 server, const ClockRecord &record)
{
    auto open = m_gaps.find(server);
    if (open == m_gaps.end() || open->kind != record.kind)
        open = m_gaps.insert(server, {toNs(record.at), record.kind});
    return m_database->run(
        QStringLiteral("INSERT INTO gap (server, start, stop, kind, count) VALUES (?, ?, ?, ?, 1) "
                       "ON CONFLICT (server, start) DO UPDATE SET stop = max(stop, excluded.stop), "
                       "kind = excluded.kind, count = count + 1"),
        {server, open->start, std::max(open->start, toNs(record.at)),
         static_cast<int>(record.kind)});
}

Result<> HistoryWriter::write(const std::vector<ClockRecord> &records)
{
    std::map<std::tuple<int, qint64, qint64>, Bucket> buckets; // width, server, start
    for (const ClockRecord &record : records) {
        if (record.step) {
            if (std::abs(record.step->count()) >= kSane.count())
                m_saneLead.reset();
            // Several monitors see the same step.
            const qint64 at = toNs(record.at);
            if (const auto done = m_database->run(
                    QStringLiteral("INSERT OR IGNORE INTO step (time, by) SELECT ?, ? WHERE NOT "
                                   "EXISTS (SELECT 1 FROM step WHERE time BETWEEN ? AND ?)"),
                    {at, toNs(*record.step), at - 2 * kSecond, at + 2 * kSecond});
                !done)
                return done;
            continue;
        }
        const auto server = serverId(record.server);
        if (!server)
            return tl::unexpected(server.error());
        if (record.kind != Outcome::Kind::Measured) {
            if (const auto done = writeGap(*server, record); !done)
                return done;
            continue;
        }
        m_gaps.remove(*server);
        const Sample &sample = record.sample;
        qint64 time = toNs(sample.at);
        if (const auto last = m_lastTimes.constFind(*server);
            last != m_lastTimes.cend() && *last == time)
            ++time; // two in one nanosecond are two
        m_lastTimes.insert(*server, time);
        const qint64 offset = toNs(sample.offset);
        const qint64 delay = toNs(sample.delay);
        const qint64 jitter = toNs(record.jitter);
        if (std::abs(sample.offset.count()) < kSane.count())
            m_saneLead = lead();
        if (const auto done = m_database->run(
                QStringLiteral("INSERT OR REPLACE INTO sample (server, time, offset, delay, "
                               "dispersion, root_delay, root_dispersion, jitter, refid, flags) "
                               "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
                {*server, time, offset, delay, toNs(sample.dispersion), toNs(sample.rootDelay),
                 toNs(sample.rootDispersion), jitter, sample.refid, packFlags(sample)});
            !done)
            return done;
        for (const int width : kBucketSeconds)
            buckets[{width, *server, floorTo(floorTo(time, kSecond) / kSecond, width)}].add(
                time, offset, delay, toNs(sample.bound()), jitter);
    }
    for (const auto &[key, bucket] : buckets) {
        const auto &[width, server, start] = key;
        const auto done = m_database->run(
            QStringLiteral(
                "INSERT INTO bucket (width, server, start, count, low, high, sum, bound, "
                "delay_low, delay_high, jitter, first_time, first, last_time, last) VALUES (?, ?, "
                "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (width, server, start) DO "
                "UPDATE SET count = count + excluded.count, low = min(low, excluded.low), high = "
                "max(high, excluded.high), sum = sum + excluded.sum, bound = max(bound, "
                "excluded.bound), delay_low = min(delay_low, excluded.delay_low), delay_high = "
                "max(delay_high, excluded.delay_high), jitter = max(jitter, excluded.jitter), "
                "first = CASE WHEN excluded.first_time < first_time THEN excluded.first ELSE first "
                "END, first_time = min(first_time, excluded.first_time), last = CASE WHEN "
                "excluded.last_time >= last_time THEN excluded.last ELSE last END, last_time = "
                "max(last_time, excluded.last_time)"),
            {width, server, start, bucket.count, bucket.low, bucket.high, bucket.sum, bucket.bound,
             bucket.delayLow, bucket.delayHigh, bucket.jitter, bucket.firstTime, bucket.first,
             bucket.lastTime, bucket.last});
        if (!done)
            return done;
    }
    return {};
}

void HistoryWriter::setLimits(HistoryLimits limits)
{
    m_limits = limits;
    if (m_database)
        m_prune.start(0);
}

void HistoryWriter::pruneSoon()
{
    if (!m_prune.isActive())
        m_prune.start(0);
}

Result<qint64> HistoryWriter::bytesUsed()
{
    qint64 pages[3] = {};
    const char *const pragmas[3] = {"PRAGMA page_size", "PRAGMA page_count",
                                    "PRAGMA freelist_count"};
    for (int i = 0; i < 3; ++i) {
        const auto read = m_database->value(QLatin1String(pragmas[i]));
        if (!read)
            return tl::unexpected(read.error());
        pages[i] = read->toLongLong();
    }
    return pages[0] * (pages[1] - pages[2]);
}

// Of the samples (stage 0) or the buckets of a width.
Result<std::optional<qint64>> HistoryWriter::oldest(int stage)
{
    const auto found =
        stage == 0
            ? m_database->value(QStringLiteral(
                  "SELECT min((SELECT min(time) FROM sample WHERE server = server.id)) / "
                  "1000000000 FROM server"))
            : m_database->value(
                  QStringLiteral("SELECT min((SELECT min(start) FROM bucket WHERE width = ? AND "
                                 "server = server.id)) FROM server"),
                  {kBucketSeconds[static_cast<std::size_t>(stage - 1)]});
    if (!found)
        return tl::unexpected(found.error());
    return found->isNull() ? std::nullopt : std::optional(found->toLongLong());
}

Result<> HistoryWriter::removeBefore(int stage, qint64 seconds)
{
    return m_database->transaction([&]() -> Result<> {
        if (stage > 0)
            return m_database->run(
                QStringLiteral("DELETE FROM bucket WHERE width = ? AND server IN (SELECT id FROM "
                               "server) AND start < ?"),
                {kBucketSeconds[static_cast<std::size_t>(stage - 1)], seconds});
        return m_database->run(
            QStringLiteral(
                "DELETE FROM sample WHERE server IN (SELECT id FROM server) AND time < ?"),
            {seconds * kSecond});
    });
}

// One slice of what is too old, or, where the file is too large, of the finest that there is.
Result<bool> HistoryWriter::pruneStep()
{
    // A clock that is off by years would make everything look old, and so would one that was set
    // by years since it was compared.
    if (!m_saneLead || std::abs((lead() - *m_saneLead).count()) >= kSane.count())
        return false;
    const qint64 now = std::chrono::duration_cast<std::chrono::seconds>(
                           std::chrono::system_clock::now().time_since_epoch())
                           .count();
    const qint64 limit =
        now - std::chrono::duration_cast<std::chrono::seconds>(m_limits.age).count();
    const auto used = bytesUsed();
    if (!used)
        return tl::unexpected(used.error());
    const bool isFull = static_cast<double>(*used) > kFull * static_cast<double>(m_limits.bytes);
    for (int stage = 0; stage < kStages; ++stage) {
        const auto first = oldest(stage);
        if (!first)
            return tl::unexpected(first.error());
        if (!*first)
            continue;
        const qint64 until = isFull ? std::max(limit, now - kKept) : limit;
        if (**first >=
            floorTo(until, stage == 0 ? 1 : kBucketSeconds[static_cast<std::size_t>(stage - 1)]))
            continue;
        if (const auto removed =
                removeBefore(stage, std::min(until, **first + (stage == 0 ? kSlice : 24 * kSlice)));
            !removed)
            return tl::unexpected(removed.error());
        return true;
    }
    for (const QLatin1String sql :
         {QLatin1String("DELETE FROM gap WHERE server IN (SELECT id FROM server) AND stop < ?"),
          QLatin1String("DELETE FROM step WHERE time < ?")}) {
        if (const auto removed = m_database->run(sql, {limit * kSecond}); !removed)
            return tl::unexpected(removed.error());
    }
    return false;
}

Result<> HistoryWriter::clear()
{
    if (!m_database)
        open();
    if (!m_database)
        return tl::unexpected(m_told);
    m_journal->drop(m_journal->copy(HistoryJournal::kMost).size());
    m_ids.clear();
    m_gaps.clear();
    m_lastTimes.clear();
    const auto cleared = m_database->transaction([this]() -> Result<> {
        for (const QLatin1String table :
             {QLatin1String("sample"), QLatin1String("bucket"), QLatin1String("gap"),
              QLatin1String("step"), QLatin1String("server")}) {
            if (const auto done = m_database->run(QLatin1String("DELETE FROM ") + table); !done)
                return done;
        }
        return {};
    });
    return cleared ? m_database->run(QStringLiteral("VACUUM")) : cleared;
}

void HistoryWriter::tell(const Error &error)
{
    if (std::exchange(m_told, error) != error)
        m_report.failed(error);
}

} // namespace Portolan::Ntp
