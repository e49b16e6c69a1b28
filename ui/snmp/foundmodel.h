// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/discovery/discovery.h"

#include <QAbstractTableModel>
#include <QHash>

namespace Portolan::Ui {

// The agents that a discovery has found, in the order in which they answered; one that is told
// again keeps its row. GUI thread.
class FoundModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        Address,
        Name,
        Vendor,
        Version,
        Credential,
        Rtt,
        UpFor,
        Location,
        About,
        Columns
    };

    using QAbstractTableModel::QAbstractTableModel;

    void clear();
    void take(const QList<Snmp::FoundAgent> &agents);
    [[nodiscard]] const Snmp::FoundAgent &agent(int row) const { return m_agents.at(row); }
    [[nodiscard]] const QList<Snmp::FoundAgent> &agents() const { return m_agents; }
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    // What is odd about it, before what it says of itself.
    [[nodiscard]] static QStringList remarks(const Snmp::FoundAgent &agent);
    [[nodiscard]] static QString text(const Snmp::FoundAgent &agent, int column);

    QList<Snmp::FoundAgent> m_agents;
    QHash<quint32, int> m_rows; // by place
};

} // namespace Portolan::Ui
