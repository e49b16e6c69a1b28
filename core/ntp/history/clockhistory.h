// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ntp/history/clockrecord.h"
#include "core/ntp/monitor.h"
#include "core/store/folders.h"

#include <QHash>
#include <QObject>

#include <atomic>
#include <functional>
#include <memory>

namespace Portolan::Ntp {

class HistoryJournal;

// Days of measurements in a file of their own, clocks.db: written as they come, read thinned so
// that spikes survive. Used on the thread that made it; nothing blocks, the file is worked on by
// two threads of this (one writes, one reads). Shared by all panels that watch clocks.
//
// What was recorded is in the file some seconds later, or when this is destroyed; a kill takes the
// last two seconds with it. A damaged file is put aside and a new one begun; one of a newer version
// is left alone, and nothing is kept: failed() says either. No secret is in the file.
class ClockHistory : public QObject
{
    Q_OBJECT

public:
    [[nodiscard]] static QString fileOf(const Folders &folders); // clocks.db

    explicit ClockHistory(const QString &file, HistoryLimits limits = {},
                          QObject *parent = nullptr);
    ~ClockHistory() override;

    // Samples, and polls that gave none, of servers that the monitor knows; as happened() gives
    // them. What came besides the answer of a poll is left out.
    void record(const QList<Outcome> &outcomes, const Monitor &monitor);
    void record(const Monitor::ClockStep &step);
    void record(std::vector<ClockRecord> records);
    void flush(); // at once
    void setLimits(HistoryLimits limits);

    // Each calls `done` once, unless it is cancelled before or this is gone. The number is for
    // cancel(), which may be called at any time.
    quint64 read(const HistoryRequest &request,
                 std::function<void(const Result<HistoryPart> &)> done);
    quint64 listServers(std::function<void(const Result<QList<RecordedServer>> &)> done);
    // Single samples of a stretch as CSV, with all that was recorded until now; docs/ntp.md has the
    // columns. `progress` is told how many of them are written; nothing is left of a file that was
    // cancelled.
    quint64 exportCsv(const HistoryRequest &request, const QString &path,
                      std::function<void(const Result<QString> &)> done,
                      std::function<void(quint64 written, quint64 all)> progress = {});
    quint64 clear(std::function<void(const Result<> &)> done);
    void cancel(quint64 number);

Q_SIGNALS:
    // How many records of all that were ever given are done with.
    void written(quint64 count);
    void failed(const Portolan::Error &error);

private:
    struct Engines;
    using Cancel = std::shared_ptr<std::atomic_bool>;
    [[nodiscard]] std::pair<quint64, Cancel> begin();
    template<typename Answer>
    void finish(quint64 number, const Answer &answer,
                const std::function<void(const Answer &)> &done);

    std::shared_ptr<HistoryJournal> m_journal;
    QHash<quint64, Cancel> m_running;
    quint64 m_last = 0;
    std::unique_ptr<Engines> m_engines;
};

} // namespace Portolan::Ntp
