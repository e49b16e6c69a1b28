// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ntp/history/historyreader.h"

#include "core/base/tabletext.h"
#include "core/ntp/refid.h"
#include "core/ntp/words.h"

#include <QDateTime>
#include <QDir>
#include <QSaveFile>
#include <QSqlQuery>

#include <algorithm>
#include <cmath>
#include <limits>

namespace Portolan::Ntp {

namespace {

constexpr qint64 kSecond = 1'000'000'000;
constexpr int kLeastColumns = 10;
constexpr int kMostColumns = 100'000;
constexpr int kPage = 4096; // rows of an export at once

int columnsOf(const HistoryRequest &request)
{
    return std::clamp(request.columns, kLeastColumns, kMostColumns);
}

// The widest bucket of which a column still holds one; 0: single samples.
int widthFor(const HistoryRequest &request)
{
    // A range may end right before the next stretch begins.
    const double column = 1.001 * between(request.to, request.from).count() / columnsOf(request);
    int width = 0;
    for (const int each : kBucketSeconds)
        width = each <= column ? each : width;
    return width;
}

Error cancelledError()
{
    return {Error::Kind::Cancelled, Ntp::tr("It was cancelled.")};
}

void append(ClockSeries &series, qint64 time, qint64 low, qint64 high, double mean, qint64 bound,
            qint64 delayLow, qint64 delayHigh, qint64 jitter, int count)
{
    series.time.push_back(fromNs(time));
    series.low.push_back(nsToSeconds(low));
    series.high.push_back(nsToSeconds(high));
    series.mean.push_back(mean * 1e-9);
    series.bound.push_back(nsToSeconds(bound));
    series.delayLow.push_back(nsToSeconds(delayLow));
    series.delayHigh.push_back(nsToSeconds(delayHigh));
    series.jitter.push_back(nsToSeconds(jitter));
    series.count.push_back(count);
}

QString timeText(qint64 ns)
{
    const qint64 seconds = ns / kSecond - (ns % kSecond < 0 ? 1 : 0);
    return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC)
               .toString(QStringLiteral("yyyy-MM-ddThh:mm:ss")) +
           QStringLiteral(".%1Z").arg(ns - seconds * kSecond, 9, 10, QLatin1Char('0'));
}

QString secondsText(qint64 ns)
{
    return QString::number(nsToSeconds(ns), 'f', 9);
}

QString sourceName(StampSource source)
{
    switch (source) {
    case StampSource::User:
        return QStringLiteral("user");
    case StampSource::Kernel:
        return QStringLiteral("kernel");
    case StampSource::Hardware:
        return QStringLiteral("hardware");
    }
    return {};
}

QString authenticationName(Authentication authentication)
{
    switch (authentication) {
    case Authentication::None:
        return QStringLiteral("none");
    case Authentication::SymmetricKey:
        return QStringLiteral("key");
    case Authentication::Nts:
        return QStringLiteral("nts");
    }
    return {};
}

QStringList csvHead()
{
    QStringList names;
    for (const char *const name :
         {"time", "host", "address", "port", "authentication", "offset_s", "delay_s",
          "dispersion_s", "root_delay_s", "root_dispersion_s", "bound_s", "jitter_s", "stratum",
          "refid", "leap", "sent_by", "received_by", "interleaved"})
        names.append(QLatin1String(name));
    return names;
}

QStringList csvRow(const ServerIdentity &server, const QSqlQuery &row)
{
    const auto ns = [&row](int column) { return row.value(column).toLongLong(); };
    Sample sample;
    unpackFlags(ns(8), sample);
    const auto id = row.value(7).toUInt();
    const qint64 bound = (ns(2) + ns(4)) / 2 + ns(3) + ns(5);
    return {timeText(ns(0)),
            server.host,
            server.address,
            QString::number(server.port),
            authenticationName(server.authentication),
            secondsText(ns(1)),
            secondsText(ns(2)),
            secondsText(ns(3)),
            secondsText(ns(4)),
            secondsText(ns(5)),
            secondsText(bound),
            secondsText(ns(6)),
            QString::number(sample.stratum),
            reference(id, sample.stratum).code,
            QString::number(static_cast<int>(sample.leap)),
            sourceName(sample.sentBy),
            sourceName(sample.receivedBy),
            sample.interleaved ? QStringLiteral("yes") : QStringLiteral("no")};
}

} // namespace

ClockSeries thinned(const ClockSeries &series, Instant from, Instant to, int most)
{
    if (static_cast<int>(series.time.size()) <= most)
        return series;
    ClockSeries made;
    made.server = series.server;
    made.gaps = series.gaps;
    made.width = between(to, from) / most;
    std::ptrdiff_t column = -1;
    for (std::size_t i = 0; i < series.time.size(); ++i) {
        const auto at = std::clamp(static_cast<std::ptrdiff_t>(std::floor(
                                       between(series.time[i], from).count() / made.width.count())),
                                   std::ptrdiff_t(0), std::ptrdiff_t(most - 1));
        if (at != column || made.time.empty()) {
            column = at;
            made.time.push_back(series.time[i]);
            for (auto part :
                 {&ClockSeries::low, &ClockSeries::high, &ClockSeries::mean, &ClockSeries::bound,
                  &ClockSeries::delayLow, &ClockSeries::delayHigh, &ClockSeries::jitter})
                (made.*part).push_back((series.*part)[i]);
            made.count.push_back(series.count[i]);
            continue;
        }
        const auto less = [&](std::vector<double> ClockSeries::*part) {
            (made.*part).back() = std::min((made.*part).back(), (series.*part)[i]);
        };
        const auto more = [&](std::vector<double> ClockSeries::*part) {
            (made.*part).back() = std::max((made.*part).back(), (series.*part)[i]);
        };
        less(&ClockSeries::low);
        less(&ClockSeries::delayLow);
        for (auto part : {&ClockSeries::high, &ClockSeries::bound, &ClockSeries::delayHigh,
                          &ClockSeries::jitter})
            more(part);
        const double here = made.count.back();
        const double there = series.count[i];
        made.mean.back() = (made.mean.back() * here + series.mean[i] * there) / (here + there);
        made.time.back() = after(made.time.back(), between(series.time[i], made.time.back()) *
                                                       (there / (here + there)));
        made.count.back() += series.count[i];
    }
    return made;
}

Result<bool> HistoryReader::open()
{
    if (m_database)
        return true;
    auto database = Database::openForReading(m_file, historySchema());
    if (!database)
        return tl::unexpected(database.error());
    m_database = std::move(*database);
    return m_database != nullptr;
}

Result<QList<HistoryReader::Known>> HistoryReader::known()
{
    QList<Known> all;
    const auto done = m_database->read(
        QStringLiteral("SELECT id, host, address, port, authentication FROM server ORDER BY id"),
        {}, [&all](const QSqlQuery &row) {
            Known one;
            one.id = row.value(0).toLongLong();
            one.server.host = row.value(1).toString();
            one.server.address = row.value(2).toString();
            one.server.port = static_cast<quint16>(row.value(3).toUInt());
            one.server.authentication =
                static_cast<Authentication>(std::clamp(row.value(4).toInt(), 0, 2));
            all.append(one);
        });
    if (!done)
        return tl::unexpected(done.error());
    return all;
}

// Single samples and narrow buckets are deleted first: where they do not reach back as far as the
// wide ones do, those are read.
Result<int> HistoryReader::finest(qint64 server, int wanted, qint64 from)
{
    const int widest = kBucketSeconds.back();
    const auto oldestBucket = [&](int width) {
        return m_database->value(
            QStringLiteral("SELECT min(start) FROM bucket WHERE width = ? AND server = ?"),
            {width, server});
    };
    const auto all = oldestBucket(widest);
    if (!all)
        return tl::unexpected(all.error());
    if (all->isNull())
        return wanted;
    const qint64 needed = std::max(from / kSecond, all->toLongLong()) + widest;
    if (wanted == 0) {
        const auto sample = m_database->value(
            QStringLiteral("SELECT min(time) FROM sample WHERE server = ?"), {server});
        if (!sample)
            return tl::unexpected(sample.error());
        if (!sample->isNull() && sample->toLongLong() / kSecond <= needed)
            return 0;
    }
    for (const int width : kBucketSeconds) {
        if (width < wanted)
            continue;
        const auto oldest = oldestBucket(width);
        if (!oldest)
            return tl::unexpected(oldest.error());
        if (!oldest->isNull() && oldest->toLongLong() <= needed)
            return width;
    }
    return widest;
}

Result<> HistoryReader::readSamples(qint64 server, const HistoryRequest &request,
                                    ClockSeries &series)
{
    return m_database->read(
        QStringLiteral("SELECT time, offset, delay, dispersion, root_delay, root_dispersion, "
                       "jitter FROM sample WHERE server = ? AND time BETWEEN ? AND ?"),
        {server, toNs(request.from), toNs(request.to)}, [&series](const QSqlQuery &row) {
            const auto ns = [&row](int column) { return row.value(column).toLongLong(); };
            const qint64 offset = ns(1);
            const qint64 delay = ns(2);
            append(series, ns(0), offset, offset, static_cast<double>(offset),
                   (delay + ns(4)) / 2 + ns(3) + ns(5), delay, delay, ns(6), 1);
        });
}

Result<> HistoryReader::readBuckets(qint64 server, int width, const HistoryRequest &request,
                                    ClockSeries &series)
{
    series.width = Seconds(width);
    return m_database->read(
        QStringLiteral("SELECT first_time, last_time, low, high, sum / count, bound, delay_low, "
                       "delay_high, jitter, count FROM bucket WHERE width = ? AND server = ? AND "
                       "start BETWEEN ? AND ?"),
        {width, server, toNs(request.from) / kSecond - width + 1, toNs(request.to) / kSecond},
        [&series](const QSqlQuery &row) {
            const auto ns = [&row](int column) { return row.value(column).toLongLong(); };
            append(series, ns(0) + (ns(1) - ns(0)) / 2, ns(2), ns(3), row.value(4).toDouble(),
                   ns(5), ns(6), ns(7), ns(8), row.value(9).toInt());
        });
}

Result<> HistoryReader::readGaps(qint64 server, const HistoryRequest &request, ClockSeries &series)
{
    return m_database->read(
        QStringLiteral("SELECT start, stop, kind, count FROM gap WHERE server = ? AND start <= ? "
                       "AND stop >= ? ORDER BY start"),
        {server, toNs(request.to), toNs(request.from)}, [&series](const QSqlQuery &row) {
            series.gaps.push_back(
                {fromNs(row.value(0).toLongLong()), fromNs(row.value(1).toLongLong()),
                 static_cast<Outcome::Kind>(std::clamp(
                     row.value(2).toInt(), 0, static_cast<int>(Outcome::Kind::OutOfCookies))),
                 row.value(3).toInt()});
        });
}

Result<HistoryPart> HistoryReader::read(const HistoryRequest &request, const Cancelled &cancelled)
{
    HistoryPart part;
    for (const ServerIdentity &server : request.servers)
        part.series.emplace_back().server = server;
    const auto opened = open();
    if (!opened)
        return tl::unexpected(opened.error());
    if (!*opened || request.to <= request.from)
        return part;
    const auto servers = known();
    if (!servers)
        return tl::unexpected(servers.error());
    if (request.servers.isEmpty()) {
        for (const Known &one : *servers)
            part.series.emplace_back().server = one.server;
    }
    const int wanted = widthFor(request);
    for (ClockSeries &series : part.series) {
        if (*cancelled)
            return tl::unexpected(cancelledError());
        const auto one = std::find_if(servers->cbegin(), servers->cend(), [&](const Known &each) {
            return each.server == series.server;
        });
        if (one == servers->cend())
            continue;
        const auto width = finest(one->id, wanted, toNs(request.from));
        if (!width)
            return tl::unexpected(width.error());
        Result<> done = *width == 0 ? readSamples(one->id, request, series)
                                    : readBuckets(one->id, *width, request, series);
        if (done)
            done = readGaps(one->id, request, series);
        if (!done)
            return tl::unexpected(done.error());
        series = thinned(series, request.from, request.to, 2 * columnsOf(request));
    }
    const auto steps = m_database->read(
        QStringLiteral("SELECT time, by FROM step WHERE time BETWEEN ? AND ? ORDER BY time"),
        {toNs(request.from), toNs(request.to)}, [&part](const QSqlQuery &row) {
            part.steps.push_back({fromNs(row.value(0).toLongLong()),
                                  Seconds(nsToSeconds(row.value(1).toLongLong()))});
        });
    if (!steps)
        return tl::unexpected(steps.error());
    return part;
}

Result<QList<RecordedServer>> HistoryReader::servers()
{
    QList<RecordedServer> all;
    const auto opened = open();
    if (!opened)
        return tl::unexpected(opened.error());
    if (!*opened)
        return all;
    const auto servers = known();
    if (!servers)
        return tl::unexpected(servers.error());
    for (const Known &one : *servers) {
        const auto read = [&](const char *which) {
            return m_database->value(
                QStringLiteral("SELECT %1 FROM bucket WHERE width = ? AND server = ?")
                    .arg(QLatin1String(which)),
                {kBucketSeconds.back(), one.id});
        };
        const auto first = read("min(first_time)");
        const auto last = read("max(last_time)");
        if (!first || !last)
            return tl::unexpected(first ? last.error() : first.error());
        if (!first->isNull())
            all.append({one.server, fromNs(first->toLongLong()), fromNs(last->toLongLong())});
    }
    return all;
}

Result<QString> HistoryReader::exportCsv(const HistoryRequest &request, const QString &path,
                                         const Cancelled &cancelled, const Progress &progress)
{
    const auto opened = open();
    if (!opened)
        return tl::unexpected(opened.error());
    QSaveFile file(path);
    const auto cannotWrite = [&] {
        return failure(
            Error::Kind::Local,
            Ntp::tr("The file “%1” cannot be written.").arg(QDir::toNativeSeparators(path)),
            file.errorString());
    };
    if (!file.open(QIODevice::WriteOnly))
        return cannotWrite();
    const QByteArray head = toCsv({csvHead()});
    // The mark at the beginning of a file stands there once.
    const qsizetype mark = toCsv({}).size();
    if (file.write(head) != head.size())
        return cannotWrite();
    const auto servers = *opened ? known() : Result<QList<Known>>(QList<Known>());
    if (!servers)
        return tl::unexpected(servers.error());
    QList<Known> wanted;
    quint64 all = 0;
    for (const Known &one : *servers) {
        if (!request.servers.isEmpty() && !request.servers.contains(one.server))
            continue;
        const auto count = m_database->value(
            QStringLiteral("SELECT count(*) FROM sample WHERE server = ? AND time BETWEEN ? AND ?"),
            {one.id, toNs(request.from), toNs(request.to)});
        if (!count)
            return tl::unexpected(count.error());
        all += count->toULongLong();
        wanted.append(one);
    }
    quint64 written = 0;
    progress(0, all);
    for (const Known &one : std::as_const(wanted)) {
        qint64 from = toNs(request.from) - 1;
        for (bool more = true; more;) {
            if (*cancelled)
                return tl::unexpected(cancelledError());
            QList<QStringList> rows;
            const auto done = m_database->read(
                QStringLiteral("SELECT time, offset, delay, dispersion, root_delay, "
                               "root_dispersion, jitter, refid, flags FROM sample WHERE server = ? "
                               "AND time > ? AND time <= ? ORDER BY time LIMIT ?"),
                {one.id, from, toNs(request.to), kPage}, [&](const QSqlQuery &row) {
                    rows.append(csvRow(one.server, row));
                    from = row.value(0).toLongLong();
                });
            if (!done)
                return tl::unexpected(done.error());
            const QByteArray text = toCsv(rows).mid(mark);
            if (file.write(text) != text.size())
                return cannotWrite();
            more = rows.size() == kPage;
            written += static_cast<quint64>(rows.size());
            progress(written, all);
        }
    }
    if (!file.commit())
        return cannotWrite();
    return path;
}

} // namespace Portolan::Ntp
