// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/snmp/mibtreemodel.h"

#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"

#include <QGuiApplication>
#include <QIcon>
#include <QPalette>

#include <array>
#include <utility>

namespace Portolan::Ui {

namespace {

using Snmp::Smi::Kind;
using Snmp::Smi::Node;
using Snmp::Smi::Status;

constexpr std::size_t kKinds = static_cast<std::size_t>(Kind::Capabilities) + 1;

const QIcon &iconOf(Kind kind)
{
    static std::array<QIcon, kKinds> icons;
    QIcon &icon = icons[static_cast<std::size_t>(kind) % kKinds];
    if (icon.isNull())
        icon = symbol(mibSymbol(kind));
    return icon;
}

} // namespace

QLatin1String mibSymbol(Kind kind)
{
    switch (kind) {
    case Kind::Scalar:
        return QLatin1String("mib-scalar");
    case Kind::Table:
        return QLatin1String("mib-table");
    case Kind::Row:
        return QLatin1String("mib-row");
    case Kind::Column:
        return QLatin1String("mib-column");
    case Kind::Notification:
    case Kind::Trap:
        return QLatin1String("mib-notification");
    case Kind::ObjectGroup:
    case Kind::NotificationGroup:
    case Kind::Compliance:
    case Kind::Capabilities:
        return QLatin1String("mib-group");
    case Kind::ModuleIdentity:
        return QLatin1String("mib-module");
    case Kind::Unnamed:
    case Kind::ObjectIdentifier:
    case Kind::ObjectIdentity:
        break;
    }
    return QLatin1String("mib-node");
}

QString mibKindText(Kind kind)
{
    switch (kind) {
    case Kind::Scalar:
        return MibTreeModel::tr("Single value");
    case Kind::Table:
        return MibTreeModel::tr("Table");
    case Kind::Row:
        return MibTreeModel::tr("Row of a table");
    case Kind::Column:
        return MibTreeModel::tr("Column of a table");
    case Kind::Notification:
        return MibTreeModel::tr("Notification");
    case Kind::Trap:
        return MibTreeModel::tr("Trap of SNMPv1");
    case Kind::ObjectGroup:
        return MibTreeModel::tr("Group of objects");
    case Kind::NotificationGroup:
        return MibTreeModel::tr("Group of notifications");
    case Kind::Compliance:
        return MibTreeModel::tr("What agents must support");
    case Kind::Capabilities:
        return MibTreeModel::tr("What an agent supports");
    case Kind::ModuleIdentity:
        return MibTreeModel::tr("MIB module");
    case Kind::ObjectIdentity:
        return MibTreeModel::tr("Named identity");
    case Kind::Unnamed:
    case Kind::ObjectIdentifier:
        break;
    }
    return MibTreeModel::tr("Branch of the tree");
}

MibTreeModel::MibTreeModel(QObject *parent)
    : QAbstractItemModel(parent)
{
}

void MibTreeModel::setSnapshot(std::shared_ptr<const Snmp::Smi::Snapshot> snapshot)
{
    beginResetModel();
    m_snapshot = std::move(snapshot);
    endResetModel();
}

Node MibTreeModel::node(const QModelIndex &index) const
{
    if (!m_snapshot || !index.isValid())
        return {};
    return m_snapshot->node(static_cast<std::uint32_t>(index.internalId()));
}

QModelIndex MibTreeModel::indexOf(const Node &node) const
{
    return !node || node.isRoot()
               ? QModelIndex()
               : createIndex(node.rowInParent(), 0, static_cast<quintptr>(node.number()));
}

QModelIndex MibTreeModel::indexOf(const Snmp::Oid &oid) const
{
    return m_snapshot ? indexOf(m_snapshot->deepest(oid)) : QModelIndex();
}

QModelIndex MibTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!m_snapshot || column != 0 || row < 0)
        return {};
    const Node above = parent.isValid() ? node(parent) : m_snapshot->root();
    return above && row < above.childCount() ? indexOf(above.child(row)) : QModelIndex();
}

QModelIndex MibTreeModel::parent(const QModelIndex &child) const
{
    const Node found = node(child);
    return found ? indexOf(found.parent()) : QModelIndex();
}

bool MibTreeModel::hasChildren(const QModelIndex &parent) const
{
    return rowCount(parent) > 0;
}

int MibTreeModel::rowCount(const QModelIndex &parent) const
{
    if (!m_snapshot || parent.column() > 0)
        return 0;
    const Node above = parent.isValid() ? node(parent) : m_snapshot->root();
    return above ? above.childCount() : 0;
}

int MibTreeModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant MibTreeModel::data(const QModelIndex &index, int role) const
{
    const Node found = node(index);
    if (!found)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return found.name();
    case Qt::DecorationRole:
        return iconOf(found.kind());
    case Qt::ToolTipRole:
        return QString(mibKindText(found.kind()) + QLatin1Char('\n') + found.oid().text());
    case Qt::ForegroundRole: {
        const Status status = found.definition() ? found.definition().status() : Status::None;
        if (status == Status::Obsolete || status == Status::Deprecated)
            return stateColors(QGuiApplication::palette()).quiet;
        return {};
    }
    default:
        return {};
    }
}

} // namespace Portolan::Ui
