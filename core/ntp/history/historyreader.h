// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ntp/history/clockrecord.h"

#include <QString>

#include <atomic>
#include <functional>
#include <memory>

namespace Portolan::Ntp {

// Reads the file for ClockHistory, on a thread of its own, beside the writer: SQLite's log lets
// both work at once. read() looks at `cancelled` between servers, exportCsv() also between a
// few thousand rows.
class HistoryReader
{
public:
    using Cancelled = std::shared_ptr<const std::atomic_bool>;
    using Progress = std::function<void(quint64 done, quint64 all)>;

    explicit HistoryReader(const QString &file)
        : m_file(file)
    {
    }

    // The file may be another one now.
    void reopen() { m_database.reset(); }

    [[nodiscard]] Result<HistoryPart> read(const HistoryRequest &request,
                                           const Cancelled &cancelled);
    [[nodiscard]] Result<QList<RecordedServer>> servers();
    // Single samples as CSV into `path`; an older file there stays whole until all is written.
    [[nodiscard]] Result<QString> exportCsv(const HistoryRequest &request, const QString &path,
                                            const Cancelled &cancelled, const Progress &progress);

private:
    struct Known
    {
        qint64 id = 0;
        ServerIdentity server;
    };
    [[nodiscard]] Result<bool> open(); // false: there is nothing yet
    [[nodiscard]] Result<QList<Known>> known();
    [[nodiscard]] Result<int> finest(qint64 server, int wanted, qint64 from);
    [[nodiscard]] Result<> readSamples(qint64 server, const HistoryRequest &request,
                                       ClockSeries &series);
    [[nodiscard]] Result<> readBuckets(qint64 server, int width, const HistoryRequest &request,
                                       ClockSeries &series);
    [[nodiscard]] Result<> readGaps(qint64 server, const HistoryRequest &request,
                                    ClockSeries &series);

    const QString m_file;
    std::unique_ptr<Database> m_database;
};

// Points put together until there are at most `most`; the least, the greatest and the mean stay
// what they are. Pure.
[[nodiscard]] ClockSeries thinned(const ClockSeries &series, Instant from, Instant to, int most);

} // namespace Portolan::Ntp
