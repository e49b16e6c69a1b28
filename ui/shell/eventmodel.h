// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/batchpump.h"
#include "ui/panel/eventlog.h"

#include <QAbstractTableModel>

#include <deque>
#include <vector>

namespace Portolan::Ui {

// The last 5,000 events, oldest first, filled from the log's queue with one insertion per drain (at
// most every 33 ms). Source and text are cut at 1,000 characters each, so the model is bounded in
// bytes too. GUI thread.
class EventModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Time, Source, Text, ColumnCount };
    static constexpr int kMostRows = 5'000;
    static constexpr int kMostLength = 1'000;

    explicit EventModel(std::shared_ptr<BatchQueue<Event>> queue, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

    [[nodiscard]] const Event *latest() const;
    // Events that came faster than they could be shown, or that had to make room for newer ones.
    [[nodiscard]] quint64 dropped() const { return m_dropped; }
    void retranslate();

Q_SIGNALS:
    void appended();

private:
    void append(std::vector<Event> &&events, std::uint64_t dropped);

    std::deque<Event> m_events;
    quint64 m_dropped = 0;
    BatchPump<Event> m_pump;
};

} // namespace Portolan::Ui
