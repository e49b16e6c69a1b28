// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/snmp/varbindmodel.h"

#include "core/snmp/smi/valuetext.h"
#include "ui/snmp/snmpwords.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/theme.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QPalette>
#include <QThreadPool>

#include <algorithm>
#include <memory>
#include <numeric>
#include <utility>

namespace Portolan::Ui {

namespace {

using Snmp::Varbind;
using Snmp::Varbinds;
using Snmp::Smi::Definition;

constexpr int kSliceMs = 8;
constexpr quint64 kAtOnce = 256; // rows between two looks at the clock
constexpr qsizetype kMostShown = 300;

Definition objectOf(const Snmp::Smi::Snapshot &snapshot, const Snmp::Oid &oid)
{
    const Definition found = snapshot.nearest(oid);
    return found && found.isObject() ? found : Definition();
}

} // namespace

VarbindModel::VarbindModel(QObject *parent)
    : QAbstractTableModel(parent)
{
    m_scan.setInterval(0);
    connect(&m_scan, &QTimer::timeout, this, &VarbindModel::scan);
}

void VarbindModel::setSnapshot(Snapshot snapshot)
{
    m_snapshot = std::move(snapshot);
    if (m_filter.isEmpty()) {
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    } else {
        scanAgain();
    }
}

void VarbindModel::setCharset(Snmp::TextCharset charset)
{
    if (m_charset == charset)
        return;
    m_charset = charset;
    retranslate();
    if (!m_filter.isEmpty())
        scanAgain();
}

void VarbindModel::clear()
{
    beginResetModel();
    // A million rows take a third of a second to free: not on this thread.
    auto old = std::make_shared<std::vector<Piece>>(std::move(m_pieces));
    m_pieces.clear();
    m_ends.clear();
    m_total = 0;
    m_last = 0;
    m_isOrdered = true;
    m_shown.clear();
    m_scanned = 0;
    m_scan.stop();
    endResetModel();
    if (!old->empty())
        QThreadPool::globalInstance()->start([old = std::move(old)]() mutable { old.reset(); });
}

void VarbindModel::countFrom(std::size_t piece)
{
    m_ends.resize(m_pieces.size());
    quint64 sum = piece == 0 ? 0 : m_ends[piece - 1];
    for (std::size_t i = piece; i < m_pieces.size(); ++i) {
        sum += m_pieces[i]->size();
        m_ends[i] = sum;
    }
    m_total = sum;
}

void VarbindModel::append(std::vector<Varbinds> &&pieces)
{
    quint64 rows = 0;
    for (const Varbinds &piece : pieces)
        rows += piece.size();
    if (rows == 0)
        return;
    const std::size_t from = m_pieces.size();
    const bool plain = m_filter.isEmpty();
    if (plain)
        beginInsertRows({}, static_cast<int>(m_total), static_cast<int>(m_total + rows - 1));
    for (Varbinds &piece : pieces) {
        if (piece.empty())
            continue;
        if (!m_pieces.empty() && piece.front().oid < m_pieces.back()->back().oid)
            m_isOrdered = false;
        m_pieces.push_back(std::make_shared<const Varbinds>(std::move(piece)));
    }
    countFrom(from);
    if (plain)
        endInsertRows();
    else
        m_scan.start();
}

void VarbindModel::settle()
{
    if (std::exchange(m_isOrdered, true))
        return;
    std::vector<std::size_t> order(m_pieces.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) {
        return m_pieces[a]->front().oid < m_pieces[b]->front().oid;
    });
    Q_EMIT layoutAboutToBeChanged();
    const std::vector<quint64> oldEnds = m_ends;
    std::vector<std::size_t> nowAt(order.size()); // where a piece has gone
    std::vector<Piece> pieces(m_pieces.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        nowAt[order[i]] = i;
        pieces[i] = m_pieces[order[i]];
    }
    m_pieces = std::move(pieces);
    m_last = 0;
    countFrom(0);
    if (m_filter.isEmpty()) {
        const QModelIndexList held = persistentIndexList();
        QModelIndexList moved;
        for (const QModelIndex &one : held) {
            const auto row = static_cast<quint64>(one.row());
            const auto piece = static_cast<std::size_t>(
                std::upper_bound(oldEnds.begin(), oldEnds.end(), row) - oldEnds.begin());
            const quint64 begin = piece == 0 ? 0 : oldEnds[piece - 1];
            const std::size_t now = nowAt[piece];
            const quint64 nowBegin = now == 0 ? 0 : m_ends[now - 1];
            moved.append(index(static_cast<int>(nowBegin + row - begin), one.column()));
        }
        changePersistentIndexList(held, moved);
        Q_EMIT layoutChanged();
    } else {
        Q_EMIT layoutChanged();
        scanAgain();
    }
}

void VarbindModel::setFilter(const TextFilter &filter, int column)
{
    m_filter = filter;
    m_field = column;
    scanAgain();
}

void VarbindModel::scanAgain()
{
    beginResetModel();
    m_shown.clear();
    m_scanned = 0;
    endResetModel();
    if (m_filter.isEmpty()) {
        m_scan.stop();
        Q_EMIT filtered();
    } else {
        // The first slice at once, so that a short list does not flicker.
        m_scan.start();
        scan();
    }
}

bool VarbindModel::matches(const Varbind &varbind) const
{
    const auto is = [&](int column) {
        return (m_field < 0 || m_field == column) && m_filter.matches([&] {
            switch (column) {
            case Name:
                return nameText(*m_snapshot, varbind);
            case Value:
                return valueText(*m_snapshot, varbind, m_charset);
            case Syntax:
                return syntaxText(*m_snapshot, varbind);
            default:
                return varbind.oid.text();
            }
        }());
    };
    return is(Name) || is(Value) || is(OidText) || is(Syntax);
}

void VarbindModel::scan()
{
    QElapsedTimer time;
    time.start();
    std::vector<quint32> fresh;
    while (m_scanned < m_total && time.elapsed() < kSliceMs) {
        const quint64 end = std::min(m_total, m_scanned + kAtOnce);
        for (; m_scanned < end; ++m_scanned) {
            if (matches(at(m_scanned)))
                fresh.push_back(static_cast<quint32>(m_scanned));
        }
    }
    if (!fresh.empty()) {
        const auto first = static_cast<int>(m_shown.size());
        beginInsertRows({}, first, first + static_cast<int>(fresh.size()) - 1);
        m_shown.insert(m_shown.end(), fresh.begin(), fresh.end());
        endInsertRows();
    }
    if (m_scanned == m_total)
        m_scan.stop();
    Q_EMIT filtered();
}

const Varbind &VarbindModel::at(quint64 place) const
{
    const auto begin = [this](std::size_t piece) { return piece == 0 ? 0 : m_ends[piece - 1]; };
    if (m_last >= m_pieces.size() || place < begin(m_last) || place >= m_ends[m_last])
        m_last = static_cast<std::size_t>(std::upper_bound(m_ends.begin(), m_ends.end(), place) -
                                          m_ends.begin());
    return (*m_pieces[m_last])[place - begin(m_last)];
}

const Varbind &VarbindModel::varbind(int row) const
{
    const auto place = static_cast<std::size_t>(row);
    return at(m_filter.isEmpty() ? place : m_shown[place]);
}

QString VarbindModel::nameText(const Snmp::Smi::Snapshot &snapshot, const Varbind &varbind)
{
    return snapshot.shortNameOf(varbind.oid);
}

QString VarbindModel::valueText(const Snmp::Smi::Snapshot &snapshot, const Varbind &varbind,
                                Snmp::TextCharset charset)
{
    if (varbind.value.isException())
        return SnmpWords::exception(varbind.value.type());
    return Snmp::Smi::textOf(snapshot, objectOf(snapshot, varbind.oid), varbind.value, charset)
        .full;
}

QString VarbindModel::syntaxText(const Snmp::Smi::Snapshot &snapshot, const Varbind &varbind)
{
    if (varbind.value.isException())
        return Snmp::valueTypeName(varbind.value.type());
    const Definition object = objectOf(snapshot, varbind.oid);
    const QString wire = Snmp::valueTypeName(varbind.value.type());
    if (!object)
        return wire;
    const QString name = object.type().name();
    return name.isEmpty() || name == QLatin1String("INTEGER") ? wire : name;
}

int VarbindModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    return static_cast<int>(m_filter.isEmpty() ? m_total : m_shown.size());
}

int VarbindModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant VarbindModel::data(const QModelIndex &index, int role) const
{
    if (!m_snapshot || !index.isValid() || index.row() >= rowCount())
        return {};
    const Varbind &one = varbind(index.row());
    const auto text = [&] {
        switch (index.column()) {
        case Name:
            return nameText(*m_snapshot, one);
        case Value:
            return valueText(*m_snapshot, one, m_charset);
        case Syntax:
            return syntaxText(*m_snapshot, one);
        default:
            return one.oid.text();
        }
    };
    switch (role) {
    case Qt::DisplayRole: {
        QString shown = text();
        if (shown.size() > kMostShown) {
            shown.truncate(kMostShown);
            shown += QChar(0x2026);
        }
        // A value of several lines has one line in a table.
        return shown.replace(QLatin1Char('\n'), QLatin1Char(' '));
    }
    case DataTable::ExportRole:
        return text();
    case DataTable::SortRole:
        if (index.column() == Value && one.value.isNumber())
            return one.value.toDouble();
        if (index.column() == OidText || index.column() == Name)
            return index.row(); // they come in this order
        return {};
    case Qt::ToolTipRole: {
        if (index.column() == Name)
            return m_snapshot->nameOf(one.oid);
        if (index.column() != Value || one.value.isException())
            return {};
        const auto value =
            Snmp::Smi::textOf(*m_snapshot, objectOf(*m_snapshot, one.oid), one.value, m_charset);
        QStringList lines{value.full.left(4 * kMostShown)};
        if (value.isWrongType)
            lines << tr("The agent sends %1 where the module has another type.")
                         .arg(Snmp::valueTypeName(one.value.type()));
        if (value.isOutOfRange)
            lines << tr("The module does not allow this value.");
        return lines.join(QLatin1Char('\n'));
    }
    case Qt::TextAlignmentRole:
        if (index.column() == Value && one.value.isNumber() &&
            one.value.type() != Snmp::ValueType::TimeTicks) {
            const Definition object = objectOf(*m_snapshot, one.oid);
            if (!object || !object.type().hasNames())
                return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
        }
        return {};
    case Qt::ForegroundRole:
        if (one.value.isException() || index.column() >= Syntax)
            return stateColors(QGuiApplication::palette()).quiet;
        return {};
    default:
        return {};
    }
}

QVariant VarbindModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Value:
        return tr("Value");
    case Syntax:
        return tr("Type");
    case OidText:
        return tr("OID");
    default:
        return {};
    }
}

void VarbindModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

} // namespace Portolan::Ui
