// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/snmp/snmptablemodel.h"

#include "core/snmp/smi/instance.h"
#include "core/snmp/smi/valuetext.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/theme.h"

#include <QFont>
#include <QGuiApplication>
#include <QPalette>

#include <algorithm>
#include <utility>

namespace Portolan::Ui {

namespace {

using Snmp::Oid;
using Snmp::Smi::Access;
using Snmp::Smi::Definition;

constexpr qsizetype kMostShown = 200;

bool isReadable(const Definition &column)
{
    const Access access = column.access();
    return access != Access::NotAccessible && access != Access::AccessibleForNotify &&
           access != Access::WriteOnly && access != Access::NotImplemented;
}

} // namespace

SnmpTableModel::SnmpTableModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

bool SnmpTableModel::setTable(Snapshot snapshot, const Definition &object)
{
    Definition table = object.table();
    if (!table && object.kind() == Snmp::Smi::Kind::Table)
        table = object;
    QList<Definition> columns;
    QList<Definition::Index> index;
    if (table) {
        index = table.index();
        for (const Definition &column : table.columns()) {
            const bool isIndex =
                std::any_of(index.begin(), index.end(), [&](const Definition::Index &part) {
                    return part.definition == column.number();
                });
            if (isReadable(column) && !isIndex)
                columns.append(column);
        }
        // A table of nothing but its index: then that is what shows which rows there are.
        if (columns.isEmpty()) {
            for (const Definition &column : table.columns()) {
                if (isReadable(column))
                    columns.append(column);
            }
        }
    }
    if (columns.isEmpty())
        return false;
    beginResetModel();
    m_snapshot = std::move(snapshot);
    m_table = table;
    m_index = index;
    m_columns = columns;
    m_rows.clear();
    m_places.clear();
    m_turn = 0;
    m_isTurned = false;
    endResetModel();
    return true;
}

void SnmpTableModel::setCharset(Snmp::TextCharset charset)
{
    if (m_charset == charset)
        return;
    // Indexes are read when their row comes, so they are read anew.
    beginResetModel();
    m_charset = charset;
    for (Row &row : m_rows)
        row.index = indexOf(row.suffix);
    endResetModel();
}

QStringList SnmpTableModel::indexOf(const Oid &suffix) const
{
    const auto instance = Snmp::Smi::decodeInstance(*m_snapshot, m_table, suffix.arcs(), m_charset);
    if (!instance.isComplete || instance.values.size() != m_index.size())
        return {suffix.text()};
    QStringList texts;
    for (const auto &value : instance.values)
        texts << value.text;
    return texts;
}

std::vector<Oid> SnmpTableModel::roots() const
{
    std::vector<Oid> roots;
    for (const Definition &column : m_columns)
        roots.push_back(column.oid());
    return roots;
}

void SnmpTableModel::begin()
{
    ++m_turn;
}

void SnmpTableModel::take(const std::vector<Snmp::WalkChunk> &chunks)
{
    std::vector<Oid> fresh;
    struct Found
    {
        std::size_t row;
        std::size_t column;
        const Snmp::Value *value;
    };
    std::vector<Found> found;
    for (const Snmp::WalkChunk &chunk : chunks) {
        if (chunk.root >= static_cast<quint32>(m_columns.size()))
            continue;
        const Oid root = m_columns[chunk.root].oid();
        for (const Snmp::Varbind &one : chunk.rows) {
            if (!one.oid.startsWith(root) || one.oid.size() == root.size() ||
                one.value.isException())
                continue;
            const Oid suffix(one.oid.from(root.size()));
            const auto [place, isNew] = m_places.try_emplace(suffix, m_rows.size() + fresh.size());
            if (isNew)
                fresh.push_back(suffix);
            found.push_back({place->second, chunk.root, &one.value});
        }
    }
    const bool willReset = m_isTurned && !fresh.empty();
    if (willReset)
        beginResetModel();
    else if (!fresh.empty())
        beginInsertRows({}, rows(), rows() + static_cast<int>(fresh.size()) - 1);
    for (Oid &suffix : fresh) {
        Row row;
        row.values.resize(static_cast<std::size_t>(m_columns.size()));
        row.index = indexOf(suffix);
        row.suffix = std::move(suffix);
        m_rows.push_back(std::move(row));
    }
    for (const Found &one : found) {
        Row &row = m_rows[one.row];
        Value &value = row.values[one.column];
        value.changed = value.turn != 0 && value.turn != m_turn && value.value != *one.value;
        value.value = *one.value;
        value.turn = m_turn;
        row.turn = m_turn;
    }
    if (willReset) {
        if (rows() > kMostTurned)
            m_isTurned = false;
        endResetModel();
    } else if (!fresh.empty()) {
        endInsertRows();
    }
    if (!found.empty() && rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void SnmpTableModel::sortRows()
{
    std::sort(m_rows.begin(), m_rows.end(),
              [](const Row &a, const Row &b) { return a.suffix < b.suffix; });
    m_places.clear();
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_places.emplace(m_rows[i].suffix, i);
}

void SnmpTableModel::end(bool isComplete)
{
    const bool sorted =
        std::is_sorted(m_rows.begin(), m_rows.end(),
                       [](const Row &a, const Row &b) { return a.suffix < b.suffix; });
    const bool anyGone = isComplete && std::any_of(m_rows.begin(), m_rows.end(),
                                                   [&](const Row &r) { return r.turn != m_turn; });
    if (isComplete) {
        for (Row &row : m_rows) {
            for (Value &value : row.values) {
                if (value.turn != m_turn)
                    value = {};
            }
        }
    }
    if (sorted && !anyGone) {
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    if (anyGone)
        std::erase_if(m_rows, [this](const Row &row) { return row.turn != m_turn; });
    sortRows();
    endResetModel();
}

quint64 SnmpTableModel::missing() const
{
    quint64 count = 0;
    for (const Row &row : m_rows)
        count += static_cast<quint64>(
            std::count_if(row.values.begin(), row.values.end(),
                          [this](const Value &value) { return !isHere(value); }));
    return count;
}

void SnmpTableModel::setTurned(bool turned)
{
    if (turned == m_isTurned || (turned && rows() > kMostTurned))
        return;
    beginResetModel();
    m_isTurned = turned;
    endResetModel();
}

int SnmpTableModel::fields() const
{
    return static_cast<int>(m_index.size() + m_columns.size());
}

int SnmpTableModel::rowOf(const QModelIndex &index) const
{
    if (!index.isValid())
        return -1;
    return m_isTurned ? index.column() - 1 : index.row();
}

std::optional<SnmpTableModel::Cell> SnmpTableModel::cell(const QModelIndex &index) const
{
    const int row = rowOf(index);
    const int at = m_isTurned ? index.row() : index.column();
    if (row < 0 || row >= rows() || at < 0 || at >= fields())
        return std::nullopt;
    const auto column = at - static_cast<int>(m_index.size());
    if (column < 0)
        return Cell{};
    Cell cell;
    cell.column = m_columns[column];
    cell.oid = cell.column.oid();
    if (!cell.oid.append(m_rows[static_cast<std::size_t>(row)].suffix.arcs()))
        return std::nullopt;
    const Value &value =
        m_rows[static_cast<std::size_t>(row)].values[static_cast<std::size_t>(column)];
    if (isHere(value))
        cell.value = value.value;
    return cell;
}

QString SnmpTableModel::rowName(int row) const
{
    const Row &one = m_rows[static_cast<std::size_t>(row)];
    if (one.index.size() != m_index.size())
        return one.suffix.text();
    QStringList parts;
    for (qsizetype i = 0; i < m_index.size(); ++i)
        parts << (m_index[i].name.isEmpty()
                      ? one.index[i]
                      : QString(m_index[i].name + QLatin1Char(' ') + one.index[i]));
    return parts.join(QStringLiteral(", "));
}

Definition SnmpTableModel::rowStatus() const
{
    for (const Definition &column : m_columns) {
        if (column.type().isA("RowStatus") && column.isWritable())
            return column;
    }
    return {};
}

std::optional<Snmp::Value> SnmpTableModel::value(int row, const Definition &column) const
{
    const auto at = m_columns.indexOf(column);
    if (at < 0 || row < 0 || row >= rows())
        return std::nullopt;
    const Value &value = m_rows[static_cast<std::size_t>(row)].values[static_cast<std::size_t>(at)];
    return isHere(value) ? std::optional(value.value) : std::nullopt;
}

int SnmpTableModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    return m_isTurned ? fields() : rows();
}

int SnmpTableModel::columnCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    return m_isTurned ? rows() + 1 : fields();
}

QString SnmpTableModel::fieldName(int field) const
{
    if (field < m_index.size()) {
        const auto &part = m_index[field];
        return part.name.isEmpty() ? tr("Index %1").arg(field + 1) : part.name;
    }
    return m_columns[field - m_index.size()].name();
}

QVariant SnmpTableModel::field(int row, int field, int role) const
{
    const Row &one = m_rows[static_cast<std::size_t>(row)];
    if (field < m_index.size()) {
        // One that does not fit its module stands in the first column as numbers.
        const bool fits = one.index.size() == m_index.size();
        if (role == Qt::DisplayRole)
            return fits ? one.index[field] : field == 0 ? one.index.value(0) : QString();
        if (role == Qt::ToolTipRole)
            return fits ? one.suffix.text()
                        : tr("The index does not fit the module: %1").arg(one.suffix.text());
        if (role == Qt::ForegroundRole)
            return stateColors(QGuiApplication::palette()).quiet;
        if (role == DataTable::SortRole && field == 0 && m_index.size() == 1)
            return one.suffix.size() == 1 ? QVariant(one.suffix[0]) : QVariant();
        return {};
    }
    const Definition &column = m_columns[field - m_index.size()];
    const Value &value = one.values[static_cast<std::size_t>(field - m_index.size())];
    if (!isHere(value)) {
        if (role == Qt::DisplayRole)
            return QStringLiteral("—");
        if (role == Qt::ToolTipRole)
            return tr("The agent has no value here.");
        if (role == Qt::ForegroundRole)
            return stateColors(QGuiApplication::palette()).quiet;
        if (role == DataTable::ExportRole)
            return QString(QLatin1String("")); // a cell without a value
        return {};
    }
    switch (role) {
    case Qt::DisplayRole: {
        QString text = Snmp::Smi::textOf(*m_snapshot, column, value.value, m_charset).text;
        if (text.size() > kMostShown) {
            text.truncate(kMostShown);
            text += QChar(0x2026);
        }
        return text.replace(QLatin1Char('\n'), QLatin1Char(' '));
    }
    case DataTable::ExportRole:
        return Snmp::Smi::textOf(*m_snapshot, column, value.value, m_charset).text;
    case DataTable::SortRole:
        return value.value.isNumber() ? QVariant(value.value.toDouble()) : QVariant();
    case Qt::ToolTipRole: {
        QString text =
            Snmp::Smi::textOf(*m_snapshot, column, value.value, m_charset).full.left(1000);
        if (value.changed)
            text += QLatin1Char('\n') + tr("Changed since the last refresh.");
        return text;
    }
    case Qt::TextAlignmentRole:
        if (value.value.isNumber() && !column.type().hasNames())
            return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
        return {};
    case Qt::FontRole:
        if (value.changed) {
            QFont font;
            font.setBold(true);
            return font;
        }
        return {};
    default:
        return {};
    }
}

QVariant SnmpTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !m_snapshot)
        return {};
    if (!m_isTurned)
        return index.row() < rows() ? field(index.row(), index.column(), role) : QVariant();
    if (index.column() == 0)
        return role == Qt::DisplayRole ? QVariant(fieldName(index.row())) : QVariant();
    return index.column() <= rows() ? field(index.column() - 1, index.row(), role) : QVariant();
}

QVariant SnmpTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || !m_snapshot)
        return {};
    if (m_isTurned) {
        if (role != Qt::DisplayRole)
            return {};
        return section == 0           ? tr("Column")
               : section - 1 < rows() ? rowName(section - 1)
                                      : QString();
    }
    if (section < 0 || section >= fields())
        return {};
    if (role == Qt::DisplayRole) {
        const QString name = fieldName(section);
        const QString units =
            section < m_index.size() ? QString() : m_columns[section - m_index.size()].units();
        return units.isEmpty() ? name
                               : QString(name + QStringLiteral(" (") + units + QLatin1Char(')'));
    }
    if (role == Qt::ToolTipRole && section >= m_index.size())
        return m_columns[section - m_index.size()].type().text();
    return {};
}

void SnmpTableModel::retranslate()
{
    if (columnCount() > 0)
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

} // namespace Portolan::Ui
