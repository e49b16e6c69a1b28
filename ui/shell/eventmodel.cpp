// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/eventmodel.h"

#include "ui/widgets/datatable.h"
#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"

#include <QDateTime>
#include <QGuiApplication>
#include <QPalette>

#include <iterator>
#include <utility>

namespace Portolan::Ui {

namespace {

QDateTime dateTime(const Event &event)
{
    return QDateTime::fromMSecsSinceEpoch(
        std::chrono::duration_cast<std::chrono::milliseconds>(event.time.time_since_epoch())
            .count());
}

QIcon severityIcon(Event::Severity severity)
{
    const StateColors &colors = stateColors(QGuiApplication::palette());
    switch (severity) {
    case Event::Severity::Info:
        return symbol(QLatin1String("info"), colors.quiet);
    case Event::Severity::Success:
        return symbol(QLatin1String("check"), colors.good);
    case Event::Severity::Warning:
        return symbol(QLatin1String("warning"), colors.warning);
    case Event::Severity::Error:
        return symbol(QLatin1String("error"), colors.bad);
    }
    return {};
}

} // namespace

EventModel::EventModel(std::shared_ptr<BatchQueue<Event>> queue, QObject *parent)
    : QAbstractTableModel(parent)
    , m_pump(std::move(queue), [this](std::vector<Event> &&events, std::uint64_t dropped) {
        take(std::move(events), dropped);
    })
{
}

int EventModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_events.size());
}

int EventModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant EventModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Event &event = m_events[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DecorationRole:
        return index.column() == Severity ? QVariant(severityIcon(event.severity)) : QVariant();
    case Qt::ToolTipRole:
        if (index.column() == Time)
            return dateTime(event).toUTC().toString(
                QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz 'UTC'"));
        return event.text.toHtmlEscaped();
    case DataTable::SortRole:
        if (index.column() == Time)
            return qlonglong(event.time.time_since_epoch().count());
        return index.column() == Severity ? QVariant(int(event.severity)) : QVariant();
    case DataTable::ExportRole:
        return index.column() == Time
                   ? dateTime(event).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz"))
                   : QVariant();
    case Qt::DisplayRole:
        break;
    default:
        return {};
    }
    switch (index.column()) {
    case Time: {
        const QDateTime time = dateTime(event);
        return time.toString(time.date() == QDate::currentDate()
                                 ? QStringLiteral("HH:mm:ss")
                                 : QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    }
    case Severity:
        return severityWord(event.severity);
    case Source:
        return event.source;
    case Text:
        return event.text;
    default:
        return {};
    }
}

QVariant EventModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    switch (section) {
    case Time:
        return tr("Time");
    case Severity:
        return tr("Severity");
    case Source:
        return tr("Source");
    case Text:
        return tr("Event");
    default:
        return {};
    }
}

const Event *EventModel::latest() const
{
    return m_events.empty() ? nullptr : &m_events.back();
}

QString EventModel::severityWord(Event::Severity severity)
{
    switch (severity) {
    case Event::Severity::Info:
        return tr("Information");
    case Event::Severity::Success:
        return tr("Success");
    case Event::Severity::Warning:
        return tr("Warning");
    case Event::Severity::Error:
        return tr("Error");
    }
    return {};
}

void EventModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_events.empty())
        Q_EMIT dataChanged(index(0, Time), index(rowCount() - 1, Severity));
}

void EventModel::setPaused(bool paused)
{
    if (paused == m_paused)
        return;
    m_paused = paused;
    append(std::exchange(m_waiting, {}));
    Q_EMIT pausedChanged(paused);
    Q_EMIT changed();
}

void EventModel::clear()
{
    beginResetModel();
    m_events.clear();
    m_waiting.clear();
    m_dropped = 0;
    endResetModel();
    Q_EMIT changed();
}

void EventModel::take(std::vector<Event> &&events, std::uint64_t dropped)
{
    m_dropped += dropped;
    for (Event &event : events) {
        event.source.truncate(kMostLength);
        event.text.truncate(kMostLength);
    }
    if (m_paused) {
        m_waiting.insert(m_waiting.end(), std::make_move_iterator(events.begin()),
                         std::make_move_iterator(events.end()));
        const auto excess = static_cast<std::ptrdiff_t>(m_waiting.size()) - kMostRows;
        if (excess > 0) {
            m_waiting.erase(m_waiting.begin(), m_waiting.begin() + excess);
            m_dropped += static_cast<quint64>(excess);
        }
    } else {
        append(std::move(events));
    }
    Q_EMIT changed();
}

void EventModel::append(std::vector<Event> &&events)
{
    if (events.empty())
        return;
    if (const auto excess = static_cast<std::ptrdiff_t>(events.size()) - kMostRows; excess > 0) {
        events.erase(events.begin(), events.begin() + excess);
        m_dropped += static_cast<quint64>(excess);
    }
    const int incoming = static_cast<int>(events.size());
    if (const int excess = rowCount() + incoming - kMostRows; excess > 0) {
        beginRemoveRows({}, 0, excess - 1);
        m_events.erase(m_events.begin(), m_events.begin() + excess);
        endRemoveRows();
        m_dropped += static_cast<quint64>(excess);
    }
    beginInsertRows({}, rowCount(), rowCount() + incoming - 1);
    for (Event &event : events)
        m_events.push_back(std::move(event));
    endInsertRows();
}

} // namespace Portolan::Ui
