// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/eventmodel.h"

#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"

#include <QDateTime>
#include <QGuiApplication>
#include <QPalette>

#include <algorithm>

namespace Portolan::Ui {

namespace {

QDateTime dateTime(const Event &event)
{
    return QDateTime::fromMSecsSinceEpoch(
        std::chrono::duration_cast<std::chrono::milliseconds>(event.time.time_since_epoch())
            .count());
}

QString severityWord(Event::Severity severity)
{
    switch (severity) {
    case Event::Severity::Info:
        return EventModel::tr("Information");
    case Event::Severity::Success:
        return EventModel::tr("Success");
    case Event::Severity::Warning:
        return EventModel::tr("Warning");
    case Event::Severity::Error:
        return EventModel::tr("Error");
    }
    return {};
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
        append(std::move(events), dropped);
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
    if (role == Qt::DecorationRole && index.column() == Text)
        return severityIcon(event.severity);
    if (role == Qt::ToolTipRole && index.column() == Time)
        return dateTime(event).toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz 'UTC'"));
    if (role == Qt::AccessibleTextRole && index.column() == Text)
        return QString(severityWord(event.severity) + QStringLiteral(": ") + event.text);
    if (role == Qt::ToolTipRole)
        return QString(severityWord(event.severity) + QStringLiteral(": ") + event.text)
            .toHtmlEscaped();
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Time:
        return dateTime(event).toString(QStringLiteral("HH:mm:ss"));
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

void EventModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

void EventModel::append(std::vector<Event> &&events, std::uint64_t dropped)
{
    m_dropped += dropped;
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
    for (Event &event : events) {
        event.source.truncate(kMostLength);
        event.text.truncate(kMostLength);
        m_events.push_back(std::move(event));
    }
    endInsertRows();
    Q_EMIT appended();
}

} // namespace Portolan::Ui
