// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ntp/history/clockrecord.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <deque>
#include <functional>
#include <memory>
#include <mutex>

namespace Portolan::Ntp {

// Records on their way to the file. Any thread. Not part of an engine's queue, because that is
// dropped when its owner goes. Bounded: while the disk takes nothing the oldest go, and are
// counted.
class HistoryJournal
{
public:
    static constexpr std::size_t kMost = 500'000;

    // True where it was empty: somebody has to be told.
    bool add(std::vector<ClockRecord> records);
    [[nodiscard]] std::vector<ClockRecord> copy(std::size_t most);
    // The first `count` of what copy() gave last are in the file.
    void drop(std::size_t count);
    // The last that was dropped, counted from the first that ever came.
    [[nodiscard]] quint64 done() const;
    [[nodiscard]] quint64 takeLost();

private:
    mutable std::mutex m_mutex;
    std::deque<ClockRecord> m_records;
    quint64 m_done = 0;
    quint64 m_lost = 0;
    std::size_t m_lostOfCopy = 0; // went while a copy of them was being written
    bool m_copied = false;
};

// Puts records into the file, keeps its buckets, and takes out what is too old or too much. An
// engine of its own thread; owned by ClockHistory through EngineHost.
class HistoryWriter : public QObject
{
    Q_OBJECT

public:
    // Called on the engine's thread.
    struct Report
    {
        std::function<void(quint64 done)> written;
        std::function<void(const Error &)> failed;
        std::function<void()> opened; // also anew, after a damaged file was put aside
    };

    HistoryWriter(const QString &file, HistoryLimits limits,
                  std::shared_ptr<HistoryJournal> journal, Report report);
    ~HistoryWriter() override; // writes what is left

    void open();
    void flushSoon();
    void flush();
    void setLimits(HistoryLimits limits);
    // Everything goes from the file.
    [[nodiscard]] Result<> clear();

private:
    struct Bucket;
    [[nodiscard]] bool writeAll();
    [[nodiscard]] Result<> write(const std::vector<ClockRecord> &records);
    [[nodiscard]] Result<qint64> serverId(const ServerIdentity &identity);
    [[nodiscard]] Result<> writeGap(qint64 server, const ClockRecord &record);
    void pruneSoon();
    [[nodiscard]] Result<bool> pruneStep(); // true: there is more
    [[nodiscard]] Result<qint64> bytesUsed();
    [[nodiscard]] Result<> removeBefore(int stage, qint64 seconds);
    [[nodiscard]] Result<std::optional<qint64>> oldest(int stage); // seconds
    void tell(const Error &error);

    struct OpenGap
    {
        qint64 start = 0;
        Outcome::Kind kind = Outcome::Kind::Silent;
    };

    const QString m_file;
    HistoryLimits m_limits;
    const std::shared_ptr<HistoryJournal> m_journal;
    const Report m_report;
    std::unique_ptr<Database> m_database;
    bool m_isRefused = false;
    Error m_told;
    QHash<ServerIdentity, qint64> m_ids;
    QHash<qint64, OpenGap> m_gaps;     // by server
    QHash<qint64, qint64> m_lastTimes; // of samples, by server
    // lead() when a server last agreed with the clock within an hour.
    std::optional<Seconds> m_saneLead;
    QTimer m_flush;
    QTimer m_prune;
};

} // namespace Portolan::Ntp
