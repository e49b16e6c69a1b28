// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ntp/monitor.h"
#include "ui/ntp/clocktracks.h"

#include <QAbstractTableModel>
#include <QHash>

#include <vector>

namespace Portolan::Ui {

// The servers of a Monitor as rows, in the order in which they were added. Rows come and go one by
// one, and values change in place, so that a selection stays. What has changed is told by
// refresh(), which the panel calls a few times a second, whatever the servers send. GUI thread;
// monitor and tracks outlive it.
class ServersModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        Server,
        State,
        Reason,
        Offset,
        Bound,
        Delay,
        Jitter,
        Stratum,
        Reference,
        Reach,
        LeapColumn,
        Last,
        Interval,
        Authentication,
        Kiss,
        Columns
    };

    ServersModel(const Ntp::Monitor &monitor, const ClockTracks &tracks, QObject *parent = nullptr);

    // Rows as the monitor has them.
    void sync();
    void refresh();
    void retranslate();

    [[nodiscard]] quint64 idOf(int row) const { return m_ids.at(static_cast<std::size_t>(row)); }
    [[nodiscard]] int rowOf(quint64 id) const { return m_rows.value(id, -1); }
    [[nodiscard]] const Ntp::ServerState *server(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] QString text(const Ntp::ServerState &server, int column) const;
    [[nodiscard]] QString tip(const Ntp::ServerState &server, int column) const;
    [[nodiscard]] QVariant sortKey(const Ntp::ServerState &server, int column) const;
    [[nodiscard]] static size_t fingerprint(const Ntp::ServerState &server);
    void reindex();

    const Ntp::Monitor &m_monitor;
    const ClockTracks &m_tracks;
    std::vector<quint64> m_ids;
    std::vector<size_t> m_seen; // of each row, what it showed last
    QHash<quint64, int> m_rows;
};

} // namespace Portolan::Ui
