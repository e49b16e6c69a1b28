// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/importmodel.h"

#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"

#include <QGuiApplication>
#include <QIcon>
#include <QPalette>

#include <algorithm>

namespace Portolan::Ui {

namespace {

// What taking an item means, if it is taken.
ImportAction takenAs(const ImportItem &item, ImportAction onConflict)
{
    switch (item.kind) {
    case ImportItem::Kind::New:
        return ImportAction::Add;
    case ImportItem::Kind::Changed:
        return ImportAction::Replace;
    case ImportItem::Kind::Conflict:
        return onConflict;
    case ImportItem::Kind::Same:
    case ImportItem::Kind::Invalid:
        break;
    }
    return ImportAction::Skip;
}

} // namespace

void ImportModel::setPlan(ImportPlan plan)
{
    beginResetModel();
    m_plan = std::move(plan);
    for (ImportItem &item : m_plan.items) {
        if (item.kind == ImportItem::Kind::Conflict && ImportPlan::allows(item, m_onConflict))
            item.action = m_onConflict;
    }
    endResetModel();
    Q_EMIT chosenChanged();
}

int ImportModel::chosenCount() const
{
    return static_cast<int>(
        std::count_if(m_plan.items.begin(), m_plan.items.end(),
                      [](const ImportItem &item) { return item.action != ImportAction::Skip; }));
}

void ImportModel::settleConflicts(ImportAction action)
{
    m_onConflict = action;
    for (ImportItem &item : m_plan.items) {
        if (item.kind == ImportItem::Kind::Conflict && ImportPlan::allows(item, action))
            item.action = action;
    }
    announce(0, rowCount() - 1);
}

void ImportModel::chooseAll(bool all)
{
    for (ImportItem &item : m_plan.items)
        item.action = all ? takenAs(item, m_onConflict) : ImportAction::Skip;
    announce(0, rowCount() - 1);
}

void ImportModel::announce(int first, int last)
{
    if (last >= first)
        Q_EMIT dataChanged(index(first, 0), index(last, ColumnCount - 1));
    Q_EMIT chosenChanged();
}

void ImportModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    announce(0, rowCount() - 1);
}

int ImportModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_plan.items.size());
}

int ImportModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ImportModel::whatHappens(const ImportItem &item) const
{
    switch (item.kind) {
    case ImportItem::Kind::New:
        return tr("New");
    case ImportItem::Kind::Same:
        return tr("Already here");
    case ImportItem::Kind::Changed:
        return tr("Changed: replaces the one here");
    case ImportItem::Kind::Invalid:
        return tr("Cannot be taken over");
    case ImportItem::Kind::Conflict:
        return item.action == ImportAction::Replace ? tr("Name taken: replaces the one here")
                                                    : tr("Name taken: added under another name");
    }
    return {};
}

QVariant ImportModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ImportItem &item = m_plan.items[index.row()];
    const int column = index.column();
    if (role == Qt::CheckStateRole && column == Name)
        return item.action == ImportAction::Skip ? Qt::Unchecked : Qt::Checked;
    if (role == Qt::DecorationRole && column == What) {
        const StateColors &colors = stateColors(QGuiApplication::palette());
        if (item.kind == ImportItem::Kind::Conflict || item.kind == ImportItem::Kind::Changed)
            return symbol(QLatin1String("warning"), colors.warning);
        if (item.kind == ImportItem::Kind::Invalid)
            return symbol(QLatin1String("error"), colors.bad);
        if (!item.note.isEmpty())
            return symbol(QLatin1String("info"), colors.quiet);
        return {};
    }
    if (role == Qt::ToolTipRole)
        return (column == What && !item.note.isEmpty() ? item.note
                                                       : item.profile.address.toString())
            .toHtmlEscaped();
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Name:
        return item.profile.name;
    case AddressColumn:
        return item.profile.address.display();
    case Folder:
        return item.profile.folder;
    case What:
        return item.note.isEmpty() ? whatHappens(item)
                                   : QString(whatHappens(item) + QStringLiteral(". ") + item.note);
    default:
        return {};
    }
}

QVariant ImportModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case AddressColumn:
        return tr("Address");
    case Folder:
        return tr("Folder");
    case What:
        return tr("What happens");
    default:
        return {};
    }
}

bool ImportModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || role != Qt::CheckStateRole)
        return false;
    ImportItem &item = m_plan.items[index.row()];
    const bool wanted = value.toInt() == Qt::Checked;
    item.action = wanted ? takenAs(item, m_onConflict == ImportAction::Skip ? ImportAction::Add
                                                                            : m_onConflict)
                         : ImportAction::Skip;
    announce(index.row(), index.row());
    return true;
}

Qt::ItemFlags ImportModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const ImportItem &item = m_plan.items[index.row()];
    const bool takable =
        item.kind != ImportItem::Kind::Same && item.kind != ImportItem::Kind::Invalid;
    Qt::ItemFlags flags = Qt::ItemNeverHasChildren;
    if (takable)
        flags |= Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (takable && index.column() == Name)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

} // namespace Portolan::Ui
