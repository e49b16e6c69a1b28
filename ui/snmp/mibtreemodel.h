// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/smi/snapshot.h"

#include <QAbstractItemModel>
#include <QLatin1String>

#include <memory>

namespace Portolan::Ui {

// All nodes of a Snapshot as a tree. It holds nothing itself: an index is the number of a node, so
// 100,000 nodes cost what is in view. Another Snapshot resets it. GUI thread.
class MibTreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    explicit MibTreeModel(QObject *parent = nullptr);

    void setSnapshot(std::shared_ptr<const Snmp::Smi::Snapshot> snapshot);
    [[nodiscard]] const std::shared_ptr<const Snmp::Smi::Snapshot> &snapshot() const
    {
        return m_snapshot;
    }
    // Null for an invalid index.
    [[nodiscard]] Snmp::Smi::Node node(const QModelIndex &index) const;
    // The deepest node on the way to it; invalid where there is none.
    [[nodiscard]] QModelIndex indexOf(const Snmp::Oid &oid) const;

    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    [[nodiscard]] QModelIndex indexOf(const Snmp::Smi::Node &node) const;

    std::shared_ptr<const Snmp::Smi::Snapshot> m_snapshot;
};

// What stands for a kind of definition: a symbol, and words in the language of the moment.
[[nodiscard]] QLatin1String mibSymbol(Snmp::Smi::Kind kind);
[[nodiscard]] QString mibKindText(Snmp::Smi::Kind kind);

} // namespace Portolan::Ui
