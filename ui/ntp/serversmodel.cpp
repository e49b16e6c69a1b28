// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ntp/serversmodel.h"

#include "core/ntp/figures.h"
#include "core/ntp/outcometext.h"
#include "core/ntp/refid.h"
#include "ui/ntp/clockwords.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"

#include <QDateTime>
#include <QGuiApplication>
#include <QIcon>
#include <QLocale>
#include <QPainter>
#include <QPalette>
#include <QPixmap>

#include <algorithm>
#include <unordered_set>

namespace Portolan::Ui {

namespace {

using Ntp::ServerState;
using Ntp::Standing;

constexpr int kSwatchWidth = 22;
constexpr int kSwatchHeight = 16;

// The line that the chart draws.
QPixmap swatch(int style, const QPalette &palette)
{
    QPixmap pixmap(kSwatchWidth * 2, kSwatchHeight * 2);
    pixmap.setDevicePixelRatio(2);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor color = ClockTracks::color(style, palette);
    painter.setPen(QPen(color, 2, ClockTracks::dashes(style)));
    painter.drawLine(QPointF(1, kSwatchHeight / 2.0),
                     QPointF(kSwatchWidth - 1, kSwatchHeight / 2.0));
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(QPointF(kSwatchWidth / 2.0, kSwatchHeight / 2.0), 3, 3);
    return pixmap;
}

qint64 secondsSince(Ntp::Instant at)
{
    return std::max<qint64>(0, (QDateTime::currentMSecsSinceEpoch() -
                                static_cast<qint64>(ClockTracks::milliseconds(at))) /
                                   1000);
}

// Of what was last seen of the server.
const Ntp::Sample *sampleOf(const ServerState &server)
{
    return server.last ? &*server.last : nullptr;
}

} // namespace

ServersModel::ServersModel(const Ntp::Monitor &monitor, const ClockTracks &tracks, QObject *parent)
    : QAbstractTableModel(parent)
    , m_monitor(monitor)
    , m_tracks(tracks)
{
}

void ServersModel::reindex()
{
    m_rows.clear();
    for (std::size_t i = 0; i < m_ids.size(); ++i)
        m_rows.insert(m_ids[i], static_cast<int>(i));
}

void ServersModel::sync()
{
    const auto &servers = m_monitor.servers();
    std::unordered_set<quint64> now;
    for (const ServerState &each : servers)
        now.insert(each.id);
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (now.count(idOf(row)))
            continue;
        int first = row;
        while (first > 0 && !now.count(idOf(first - 1)))
            --first;
        beginRemoveRows({}, first, row);
        m_ids.erase(m_ids.begin() + first, m_ids.begin() + row + 1);
        m_seen.erase(m_seen.begin() + first, m_seen.begin() + row + 1);
        reindex();
        endRemoveRows();
        row = first;
    }
    // What is left is in the monitor's order; the others come in between.
    for (std::size_t i = 0; i < servers.size();) {
        if (i < m_ids.size() && m_ids[i] == servers[i].id) {
            ++i;
            continue;
        }
        std::size_t last = i;
        while (last + 1 < servers.size() && !m_rows.contains(servers[last + 1].id))
            ++last;
        beginInsertRows({}, static_cast<int>(i), static_cast<int>(last));
        for (std::size_t each = i; each <= last; ++each) {
            m_ids.insert(m_ids.begin() + static_cast<std::ptrdiff_t>(each), servers[each].id);
            m_seen.insert(m_seen.begin() + static_cast<std::ptrdiff_t>(each), 0);
        }
        reindex();
        endInsertRows();
        i = last + 1;
    }
    refresh();
}

size_t ServersModel::fingerprint(const ServerState &server)
{
    const auto &counts = server.counts;
    const qint64 seen = server.last ? server.last->at.time_since_epoch().count() : 0;
    return qHashMulti(1, seen, server.last ? secondsSince(server.last->at) : 0, counts.answered,
                      counts.silent, counts.rejected, counts.kissed, counts.refused,
                      static_cast<int>(server.choice.standing), server.choice.outvotedBy.size(),
                      static_cast<int>(server.phase), server.filter.reach(),
                      server.address.toString(), static_cast<qint64>(server.interval.count()));
}

void ServersModel::refresh()
{
    int first = -1;
    const auto flush = [&](int last) {
        if (first >= 0)
            Q_EMIT dataChanged(createIndex(first, 0), createIndex(last, Columns - 1));
        first = -1;
    };
    for (int row = 0; row < rowCount(); ++row) {
        const ServerState *const state = server(row);
        const size_t seen = state ? fingerprint(*state) : 0;
        size_t &before = m_seen[static_cast<std::size_t>(row)];
        if (before == seen) {
            flush(row - 1);
            continue;
        }
        before = seen;
        if (first < 0)
            first = row;
    }
    flush(rowCount() - 1);
}

void ServersModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, Columns - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, Columns - 1));
}

const ServerState *ServersModel::server(int row) const
{
    return row < 0 || row >= rowCount() ? nullptr : m_monitor.server(idOf(row));
}

int ServersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
}

int ServersModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(Columns);
}

QString ServersModel::text(const ServerState &server, int column) const
{
    const auto &estimate = server.filter.estimate();
    const Ntp::Sample *const last = sampleOf(server);
    const QString none = QStringLiteral("–");
    switch (column) {
    case Server:
        return server.name();
    case State:
        return ClockWords::standing(server);
    case Reason:
        return ClockWords::reason(server, m_monitor);
    case Offset:
        return estimate ? Ntp::offsetText(estimate->offset) : none;
    case Bound: {
        const auto distance = server.distance(
            Ntp::Instant(std::chrono::milliseconds(QDateTime::currentMSecsSinceEpoch())));
        return distance ? QString(QStringLiteral("± ") + Ntp::timeText(*distance)) : none;
    }
    case Delay:
        return estimate ? Ntp::timeText(estimate->delay) : none;
    case Jitter:
        return estimate ? Ntp::timeText(estimate->jitter) : none;
    case Stratum:
        return last ? QString::number(last->stratum) : none;
    case Reference:
        return last ? Ntp::reference(last->refid, last->stratum).code : none;
    case Reach:
        return server.last || server.trouble ? ClockWords::reachMarks(server.filter.reach()) : none;
    case LeapColumn:
        return last ? ClockWords::leap(last->leap) : none;
    case Last:
        return last ? tr("%1 s ago").arg(QLocale().toString(secondsSince(last->at))) : none;
    case Interval:
        return server.phase == ServerState::Phase::Refused ? none
                                                           : ClockWords::interval(server.interval);
    case Authentication:
        return last                ? ClockWords::authentication(last->authentication)
               : server.target.nts ? ClockWords::authentication(Ntp::Authentication::Nts)
               : server.target.keyId != 0
                   ? ClockWords::authentication(Ntp::Authentication::SymmetricKey)
                   : ClockWords::authentication(Ntp::Authentication::None);
    case Kiss:
        return server.kiss.isEmpty() ? none : server.kiss;
    default:
        return {};
    }
}

QString ServersModel::tip(const ServerState &server, int column) const
{
    const Ntp::Sample *const last = sampleOf(server);
    switch (column) {
    case Server:
    case State:
    case Reason:
        return QString(server.name() + QStringLiteral("\n") + ClockWords::standing(server) +
                       QStringLiteral(": ") + ClockWords::reason(server, m_monitor));
    case Offset:
        return tr("The server's clock minus this computer's: with + the server is ahead.");
    case Bound:
        return tr("Beyond it the offset cannot be wrong (root distance), if the server is right "
                  "about itself.");
    case Reference:
        if (last) {
            const Ntp::Reference meaning = Ntp::reference(last->refid, last->stratum);
            return meaning.meaning.isEmpty() ? meaning.code
                                             : tr("%1: %2").arg(meaning.code, meaning.meaning);
        }
        return {};
    case Reach:
        return ClockWords::reachText(server.filter.reach());
    case Last:
        if (last) {
            const auto time = QDateTime::fromMSecsSinceEpoch(
                static_cast<qint64>(ClockTracks::milliseconds(last->at)));
            return tr("%1 (UTC %2)")
                .arg(time.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz")),
                     time.toUTC().toString(QStringLiteral("HH:mm:ss.zzz")));
        }
        return {};
    case Kiss:
        return server.kiss.isEmpty() ? QString() : Ntp::kissText(server.kiss);
    default:
        return text(server, column);
    }
}

QVariant ServersModel::sortKey(const ServerState &server, int column) const
{
    const auto &estimate = server.filter.estimate();
    const Ntp::Sample *const last = sampleOf(server);
    const auto orLast = [](bool has, double value) { return has ? value : 1e18; };
    switch (column) {
    case State:
        return server.phase == ServerState::Phase::Asking ? static_cast<int>(server.choice.standing)
                                                          : 100 + static_cast<int>(server.phase);
    case Offset:
        return orLast(estimate.has_value(), estimate ? estimate->offset.count() : 0);
    case Bound: {
        const auto distance = server.distance(
            Ntp::Instant(std::chrono::milliseconds(QDateTime::currentMSecsSinceEpoch())));
        return orLast(distance.has_value(), distance ? distance->count() : 0);
    }
    case Delay:
        return orLast(estimate.has_value(), estimate ? estimate->delay.count() : 0);
    case Jitter:
        return orLast(estimate.has_value(), estimate ? estimate->jitter.count() : 0);
    case Stratum:
        return last ? last->stratum : 99;
    case Reach:
        return server.filter.reach();
    case Last:
        return orLast(last, last ? -ClockTracks::milliseconds(last->at) : 0);
    case Interval:
        return static_cast<qlonglong>(server.interval.count());
    default:
        return text(server, column);
    }
}

QVariant ServersModel::data(const QModelIndex &index, int role) const
{
    const ServerState *const state = index.isValid() ? server(index.row()) : nullptr;
    if (!state)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(*state, index.column());
    case Qt::ToolTipRole:
        return tip(*state, index.column());
    case DataTable::SortRole:
        return sortKey(*state, index.column());
    case Qt::DecorationRole:
        if (index.column() == Server) {
            const auto *const track = m_tracks.track(state->id);
            return track ? QVariant(swatch(track->style, QGuiApplication::palette())) : QVariant();
        }
        if (index.column() == State)
            return symbol(
                ClockWords::standingIcon(*state),
                ClockWords::moodColor(ClockWords::mood(*state), QGuiApplication::palette()));
        return {};
    case Qt::ForegroundRole:
        if (index.column() == State)
            return ClockWords::moodColor(ClockWords::mood(*state), QGuiApplication::palette());
        if (state->choice.standing == Standing::LeftOut)
            return stateColors(QGuiApplication::palette()).quiet;
        if (index.column() == Reason || index.column() == Reach)
            return stateColors(QGuiApplication::palette()).quiet;
        return {};
    case Qt::AccessibleTextRole:
        return index.column() == Reach ? ClockWords::reachText(state->filter.reach())
                                       : text(*state, index.column());
    default:
        return {};
    }
}

QVariant ServersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const bool isTip = role == Qt::ToolTipRole;
    switch (section) {
    case Server:
        return tr("Server");
    case State:
        return tr("State");
    case Reason:
        return tr("Reason");
    case Offset:
        return isTip ? tr("The server's clock minus this computer's") : tr("Offset");
    case Bound:
        return isTip ? tr("How far the offset can be wrong at most (root distance)")
                     : tr("Uncertainty");
    case Delay:
        return isTip ? tr("There and back, without the server's own time") : tr("Delay");
    case Jitter:
        return isTip ? tr("How much the last samples differ from the best one") : tr("Jitter");
    case Stratum:
        return isTip ? tr("How many servers stand between it and a reference clock, and itself")
                     : tr("Stratum");
    case Reference:
        return isTip ? tr("What it follows (refid)") : tr("Follows");
    case Reach:
        return isTip ? tr("The last eight polls") : tr("Reach");
    case LeapColumn:
        return isTip ? tr("Whether it announces a leap second") : tr("Leap second");
    case Last:
        return tr("Last answer");
    case Interval:
        return isTip ? tr("How often it is asked") : tr("Every");
    case Authentication:
        return tr("Authentication");
    case Kiss:
        return isTip ? tr("What it asked for by a kiss code") : tr("Kiss");
    default:
        return {};
    }
}

} // namespace Portolan::Ui
