// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/batchpump.h"
#include "ui/panel/eventlog.h"

#include <QAbstractTableModel>

#include <deque>
#include <vector>

namespace Portolan::Ui {

// The last 10,000 events of all panels, oldest first, filled from the log's queue with one
// insertion per drain (at most every 33 ms). Source and text are cut at 1,000 characters each, so
// the model is bounded in bytes too. While it is paused the rows stand still and the newest 10,000
// wait. GUI thread.
class EventModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Time, Severity, Source, Text, ColumnCount };
    static constexpr int kMostRows = 10'000;
    static constexpr int kMostLength = 1'000;

    explicit EventModel(std::shared_ptr<BatchQueue<Event>> queue, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

    [[nodiscard]] const Event &event(int row) const { return m_events.at(std::size_t(row)); }
    [[nodiscard]] const Event *latest() const;
    // Events that came faster than they could be shown, or that had to make room for newer ones.
    [[nodiscard]] quint64 dropped() const { return m_dropped; }
    [[nodiscard]] bool isPaused() const { return m_paused; }
    [[nodiscard]] int waiting() const { return static_cast<int>(m_waiting.size()); }
    void setPaused(bool paused);
    // The rows go; so does the count of the dropped ones.
    void clear();
    // Words and dates again.
    void retranslate();

    [[nodiscard]] static QString severityWord(Event::Severity severity);

Q_SIGNALS:
    // Rows came, went, or wait.
    void changed();
    void pausedChanged(bool paused);

private:
    void take(std::vector<Event> &&events, std::uint64_t dropped);
    void append(std::vector<Event> &&events);

    std::deque<Event> m_events;
    std::vector<Event> m_waiting;
    quint64 m_dropped = 0;
    bool m_paused = false;
    BatchPump<Event> m_pump;
};

} // namespace Portolan::Ui
