// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/snmp/comparisonmodel.h"

#include "core/base/tabletext.h"
#include "core/snmp/recordings/comparisontext.h"
#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"

#include <QFont>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QPalette>

#include <map>
#include <utility>

namespace Portolan::Ui {

namespace {

using Kind = Snmp::Difference::Kind;
using Sight = Snmp::ViewMap::Sight;
using Snmp::CellChange;
using Snmp::Difference;

constexpr qsizetype kMostText = 400;

unsigned bitOf(Kind kind)
{
    return 1U << static_cast<unsigned>(kind);
}

QString oneLine(QString text)
{
    text = text.left(kMostText);
    return text.replace(QLatin1Char('\n'), QLatin1Char(' '));
}

QIcon iconOf(Kind kind)
{
    const StateColors &colors = stateColors(QGuiApplication::palette());
    switch (kind) {
    case Kind::Added:
        return symbol(QLatin1String("plus"), colors.good);
    case Kind::Removed:
        return symbol(QLatin1String("minus"), colors.bad);
    case Kind::Changed:
        return symbol(QLatin1String("edit"), colors.warning);
    case Kind::Reset:
        return symbol(QLatin1String("undo"), colors.warning);
    case Kind::Advanced:
        return symbol(QLatin1String("arrow-right"), colors.quiet);
    }
    return {};
}

QIcon iconOf(Sight sight)
{
    const StateColors &colors = stateColors(QGuiApplication::palette());
    switch (sight) {
    case Sight::Both:
        return symbol(QLatin1String("check"), colors.good);
    case Sight::First:
    case Sight::Second:
        return symbol(QLatin1String("lock"), colors.warning);
    case Sight::Mixed:
        return symbol(QLatin1String("details"), colors.quiet);
    }
    return {};
}

QString countText(quint64 count)
{
    return QLocale().toString(static_cast<qulonglong>(count));
}

QString sideText(const CellChange &cell, bool isAfter, const Snmp::Smi::Snapshot &modules)
{
    if (cell.kind == (isAfter ? Kind::Removed : Kind::Added))
        return {};
    return oneLine(Snmp::valueText(modules, cell.oid, isAfter ? cell.after : cell.before));
}

} // namespace

void ComparisonModel::setOutcome(ComparisonJob::OutcomePtr outcome,
                                 std::shared_ptr<const Snmp::Smi::Snapshot> modules)
{
    beginResetModel();
    m_outcome = std::move(outcome);
    m_modules = std::move(modules);
    refill();
    endResetModel();
}

void ComparisonModel::clear()
{
    setOutcome(nullptr, nullptr);
}

void ComparisonModel::setKindShown(Kind kind, bool shown)
{
    const unsigned kinds = shown ? m_kinds | bitOf(kind) : m_kinds & ~bitOf(kind);
    if (kinds == m_kinds)
        return;
    beginResetModel();
    m_kinds = kinds;
    refill();
    endResetModel();
}

bool ComparisonModel::isKindShown(Kind kind) const
{
    return (m_kinds & bitOf(kind)) != 0;
}

void ComparisonModel::setNoiseShown(bool shown)
{
    if (shown == m_noise)
        return;
    beginResetModel();
    m_noise = shown;
    refill();
    endResetModel();
}

void ComparisonModel::setFilter(const TextFilter &filter)
{
    beginResetModel();
    m_filter = filter;
    refill();
    endResetModel();
}

bool ComparisonModel::isViews() const
{
    return m_outcome && m_outcome->kind == ComparisonJob::Kind::Views;
}

const Difference &ComparisonModel::differenceOf(const Row &row) const
{
    return m_outcome->found[row.at].difference;
}

void ComparisonModel::refill()
{
    m_rows.clear();
    if (!m_outcome)
        return;
    if (isViews()) {
        std::map<Snmp::Oid, std::size_t> places;
        const auto &entries = m_outcome->views.entries;
        for (std::size_t i = 0; i < entries.size(); ++i) {
            const Snmp::Oid branch = entries[i].prefix.parent();
            if (!m_filter.matches(Snmp::nameOf(entries[i], *m_modules) + QLatin1Char(' ') +
                                  entries[i].prefix.text() + QLatin1Char(' ') +
                                  m_modules->shortNameOf(branch)))
                continue;
            const auto [place, isNew] = places.emplace(branch, m_rows.size());
            if (isNew)
                m_rows.push_back({i, {}, branch});
            m_rows[place->second].parts.push_back(i);
        }
        return;
    }
    for (std::size_t i = 0; i < m_outcome->found.size(); ++i) {
        const auto &[difference, words] = m_outcome->found[i];
        if (!isKindShown(difference.kind) || (difference.isNoise && !m_noise) ||
            !m_filter.matches(words))
            continue;
        Row row{i, {}, {}};
        if (difference.isRow) {
            for (std::size_t cell = 0; cell < difference.cells.size(); ++cell) {
                const CellChange &each = difference.cells[cell];
                if ((each.kind == Kind::Advanced && !isKindShown(Kind::Advanced)) ||
                    (each.isNoise && !m_noise))
                    continue;
                row.parts.push_back(cell);
            }
        }
        m_rows.push_back(std::move(row));
    }
}

QModelIndex ComparisonModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    // Of a part: the number of its row, from 1.
    return createIndex(row, column,
                       parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : quintptr(0));
}

QModelIndex ComparisonModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == 0)
        return {};
    return createIndex(static_cast<int>(index.internalId() - 1), 0, quintptr(0));
}

int ComparisonModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_rows.size());
    if (parent.internalId() != 0 || parent.column() != 0)
        return 0;
    return static_cast<int>(m_rows[static_cast<std::size_t>(parent.row())].parts.size());
}

int ComparisonModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant ComparisonModel::rowText(const Row &row, int column) const
{
    if (isViews()) {
        if (column == Object)
            return m_modules->nameOf(row.branch);
        return column == After ? QVariant(row.branch.text()) : QVariant();
    }
    const Difference &difference = differenceOf(row);
    switch (column) {
    case Object: {
        const QString place = Snmp::placeOf(difference, *m_modules);
        return difference.formerIndex.isEmpty()
                   ? place
                   : tr("%1 (was %2)").arg(place, difference.formerIndex.text());
    }
    case What:
        return difference.isNoise ? tr("%1, noise").arg(Snmp::kindText(difference.kind))
                                  : Snmp::kindText(difference.kind);
    default:
        break;
    }
    const bool isAfter = column == After;
    if (!difference.isRow)
        return sideText(difference.cells.front(), isAfter, *m_modules);
    // A row that came or went in short: its first texts.
    if (difference.kind != (isAfter ? Kind::Added : Kind::Removed))
        return {};
    QStringList some;
    for (const CellChange &each : difference.cells) {
        const QString text = sideText(each, isAfter, *m_modules);
        if (!text.isEmpty() && some.size() < 6)
            some.append(text);
    }
    return some.join(QStringLiteral(", "));
}

QVariant ComparisonModel::partText(const Row &row, std::size_t part, int column) const
{
    if (isViews()) {
        const auto &entry = m_outcome->views.entries[part];
        switch (column) {
        case Object:
            return Snmp::nameOf(entry, *m_modules);
        case What:
            return Snmp::sightText(entry.sight());
        case Before:
            return countText(entry.both + entry.first + entry.second);
        default:
            return entry.prefix.text();
        }
    }
    const Difference &difference = differenceOf(row);
    const CellChange &cell = difference.cells[part];
    switch (column) {
    case Object:
        return Snmp::cellName(cell, difference, *m_modules);
    case What:
        return cell.isNoise ? tr("%1, noise").arg(Snmp::kindText(cell.kind))
                            : Snmp::kindText(cell.kind);
    default:
        return sideText(cell, column == After, *m_modules);
    }
}

QVariant ComparisonModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const bool isPart = index.internalId() != 0;
    const Row &row =
        m_rows[isPart ? index.internalId() - 1 : static_cast<std::size_t>(index.row())];
    const std::size_t part = isPart ? row.parts[static_cast<std::size_t>(index.row())] : 0;
    if (role == Qt::DisplayRole)
        return isPart ? partText(row, part, index.column()) : rowText(row, index.column());
    if (role == Qt::DecorationRole && index.column() == What) {
        if (isViews())
            return isPart ? iconOf(m_outcome->views.entries[part].sight()) : QIcon();
        return iconOf(isPart ? differenceOf(row).cells[part].kind : differenceOf(row).kind);
    }
    if (role == Qt::TextAlignmentRole && isViews() && index.column() == Before)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role == OidRole) {
        if (isViews())
            return isPart ? m_outcome->views.entries[part].prefix.text() : row.branch.text();
        const Difference &difference = differenceOf(row);
        if (isPart)
            return difference.cells[part].oid.text();
        return difference.isRow ? difference.cells.front().oid.text() : difference.object.text();
    }
    if (role == Qt::ToolTipRole) {
        if (isViews() || (!isPart && differenceOf(row).isRow))
            return data(index, OidRole);
        const CellChange &cell = differenceOf(row).cells[part];
        return QString(cell.oid.text() + QLatin1Char('\n') +
                       Snmp::changeText(cell, *m_modules).left(2000));
    }
    return {};
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Object:
        return isViews() ? tr("Part of the tree") : tr("Object");
    case What:
        return isViews() ? tr("Seen by") : tr("What");
    case Before:
        return isViews() ? tr("Objects") : tr("Before");
    case After:
        return isViews() ? tr("OID") : tr("After");
    default:
        return {};
    }
}

std::function<QByteArray(const QString &)> ComparisonModel::exporter() const
{
    // All that a thread needs; what is shown may change meanwhile.
    return [outcome = m_outcome, modules = m_modules, rows = m_rows,
            views = isViews()](const QString &suffix) {
        if (!outcome)
            return QByteArray();
        if (suffix == QLatin1String("json")) {
            QByteArray text = "[";
            const auto add = [&text](const QJsonObject &object) {
                text += text.size() > 1 ? ",\n" : "\n";
                text += QJsonDocument(object).toJson(QJsonDocument::Compact);
            };
            for (const Row &row : rows) {
                if (!views)
                    add(Snmp::toJson(outcome->found[row.at].difference, *modules));
                for (const std::size_t part : views ? row.parts : std::vector<std::size_t>())
                    add(Snmp::toJson(outcome->views.entries[part], *modules));
            }
            return QByteArray(text + "\n]\n");
        }
        // Names of the columns are for programs: never translated.
        QList<QStringList> table;
        table << (views ? QStringList{QStringLiteral("name"), QStringLiteral("oid"),
                                      QStringLiteral("seen"), QStringLiteral("both"),
                                      QStringLiteral("first"), QStringLiteral("second")}
                        : QStringList{QStringLiteral("name"), QStringLiteral("object"),
                                      QStringLiteral("kind"), QStringLiteral("noise"),
                                      QStringLiteral("before"), QStringLiteral("after"),
                                      QStringLiteral("oid")});
        for (const Row &row : rows) {
            if (views) {
                for (const std::size_t part : row.parts) {
                    const auto &entry = outcome->views.entries[part];
                    table << QStringList{
                        Snmp::nameOf(entry, *modules),  entry.prefix.text(),
                        Snmp::sightName(entry.sight()), QString::number(entry.both),
                        QString::number(entry.first),   QString::number(entry.second)};
                }
                continue;
            }
            const Difference &difference = outcome->found[row.at].difference;
            const QString place = Snmp::placeOf(difference, *modules, true);
            std::vector<std::size_t> parts = row.parts;
            if (!difference.isRow)
                parts = {0};
            for (const std::size_t part : parts) {
                const CellChange &cell = difference.cells[part];
                table << QStringList{place,
                                     Snmp::cellName(cell, difference, *modules),
                                     Snmp::kindName(cell.kind),
                                     cell.isNoise ? QStringLiteral("yes") : QStringLiteral("no"),
                                     sideText(cell, false, *modules),
                                     sideText(cell, true, *modules),
                                     cell.oid.text()};
            }
        }
        return suffix == QLatin1String("tsv") ? toTsv(table).toUtf8() : toCsv(table);
    };
}

} // namespace Portolan::Ui
