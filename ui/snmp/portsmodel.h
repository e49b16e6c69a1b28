// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/ports/portview.h"

#include <QAbstractTableModel>

#include <vector>

namespace Portolan::Ui {

// The ports of a switch as rows, in the order of the agent. GUI thread.
class PortsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        Port,
        State,
        Speed,
        Vlans,
        In,
        Out,
        Load,
        Errors,
        Discards,
        Addresses,
        Neighbor,
        Power,
        Alias,
        Changed,
        Columns
    };

    using QAbstractTableModel::QAbstractTableModel;

    // `all`: also interfaces that are no ports.
    void setView(const Snmp::PortView &view, bool all);
    [[nodiscard]] const Snmp::SwitchPort *port(int row) const;
    [[nodiscard]] int rowOf(quint32 ifIndex) const; // -1: not shown
    [[nodiscard]] int hidden() const { return m_hidden; }
    [[nodiscard]] static bool isPort(const Snmp::SwitchPort &port);
    // Several lines: what a tile and a row say of a port.
    [[nodiscard]] static QString tip(const Snmp::SwitchPort &port);
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] static QString text(const Snmp::SwitchPort &port, int column, bool full);
    [[nodiscard]] static QVariant sortValue(const Snmp::SwitchPort &port, int row, int column);

    std::vector<Snmp::SwitchPort> m_ports;
    int m_hidden = 0;
};

} // namespace Portolan::Ui
