// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mqtt/messagemodel.h"

#include "ui/mqtt/payloadpreview.h"
#include "ui/widgets/datatable.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace Portolan::Ui {

namespace {

using Store = Mqtt::TopicStore;

} // namespace

MessageModel::MessageModel(std::shared_ptr<Mqtt::Inbox> inbox, QObject *parent)
    : QAbstractTableModel(parent)
    , m_inbox(std::move(inbox))
{
}

MessageModel::Row MessageModel::rowFrom(const Store::Message &message, quint64 number)
{
    return {.number = number,
            .time = message.time,
            .size = message.payloadSize,
            .preview = payloadPreview(message.payload, message.payloadSize),
            .qos = message.qos,
            .retained = message.retained,
            .duplicate = message.duplicate};
}

void MessageModel::setNode(Node node)
{
    beginResetModel();
    m_node = node;
    m_rows.clear();
    m_received = 0;
    m_most = kPage;
    m_hasOlder = false;
    m_generation = m_inbox->read([](const Store &store) { return store.generation(); });
    endResetModel();
    refresh();
}

bool MessageModel::refresh()
{
    if (m_node == Store::kNone)
        return false;
    std::deque<Row> fresh;
    quint64 received = 0;
    bool forgotten = false;
    bool older = false;
    m_inbox->read([&](const Store &store) {
        forgotten = store.generation() != m_generation;
        const auto topic = forgotten ? std::nullopt : store.topic(m_node);
        received = topic ? topic->messages : 0;
        if (received == m_received)
            return;
        quint64 number = received;
        store.history(m_node, [&](const Store::Message &message) {
            if (number == m_received || fresh.size() >= static_cast<std::size_t>(kPage)) {
                older = number > 0;
                return false;
            }
            fresh.push_back(rowFrom(message, number--));
            return true;
        });
    });
    if (forgotten) {
        beginResetModel();
        m_node = Store::kNone;
        m_rows.clear();
        m_received = 0;
        endResetModel();
        return true;
    }
    if (fresh.empty())
        return false;
    const bool gap = m_rows.empty() || fresh.back().number != m_rows.front().number + 1;
    m_received = received;
    if (gap) {
        beginResetModel();
        m_rows = std::move(fresh);
        m_most = kPage;
        m_hasOlder = older;
        endResetModel();
        return true;
    }
    const auto count = static_cast<int>(fresh.size());
    beginInsertRows({}, 0, count - 1);
    m_rows.insert(m_rows.begin(), std::make_move_iterator(fresh.begin()),
                  std::make_move_iterator(fresh.end()));
    endInsertRows();
    const auto most = static_cast<std::size_t>(m_most);
    if (m_rows.size() > most + kPage / 4) {
        beginRemoveRows({}, m_most, static_cast<int>(m_rows.size()) - 1);
        m_rows.resize(most);
        m_hasOlder = true;
        endRemoveRows();
    }
    return true;
}

quint64 MessageModel::waiting() const
{
    if (m_node == Store::kNone)
        return 0;
    return m_inbox->read([&](const Store &store) -> quint64 {
        if (store.generation() != m_generation)
            return 0;
        const auto topic = store.topic(m_node);
        return topic ? topic->messages - m_received : 0;
    });
}

quint64 MessageModel::numberOf(int row) const
{
    return row >= 0 && row < rowCount() ? m_rows[static_cast<std::size_t>(row)].number : 0;
}

int MessageModel::rowOf(quint64 number) const
{
    const auto found =
        std::lower_bound(m_rows.begin(), m_rows.end(), number,
                         [](const Row &row, quint64 wanted) { return row.number > wanted; });
    return found != m_rows.end() && found->number == number
               ? static_cast<int>(found - m_rows.begin())
               : -1;
}

std::optional<KeptMessage> MessageModel::message(quint64 number) const
{
    if (m_node == Store::kNone || number == 0)
        return std::nullopt;
    std::optional<KeptMessage> found;
    m_inbox->read([&](const Store &store) {
        if (store.generation() != m_generation)
            return;
        const auto topic = store.topic(m_node);
        quint64 at = topic ? topic->messages : 0;
        if (number > at)
            return;
        store.history(m_node, [&](const Store::Message &message) {
            if (at-- != number)
                return true;
            found =
                KeptMessage{.number = number,
                            .payload = QByteArray(message.payload.data(),
                                                  static_cast<qsizetype>(message.payload.size())),
                            .size = message.payloadSize,
                            .properties = Mqtt::decodeProperties(message.properties),
                            .time = message.time,
                            .qos = message.qos,
                            .retained = message.retained,
                            .duplicate = message.duplicate};
            return false;
        });
    });
    return found;
}

std::optional<KeptMessage> MessageModel::newest() const
{
    return message(m_received);
}

int MessageModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int MessageModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant MessageModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    const auto time = [&] { return QDateTime::fromMSecsSinceEpoch(row.time); };
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case Time:
            return time().toString(QStringLiteral("HH:mm:ss.zzz"));
        case Preview:
            return row.preview;
        case Qos:
            return row.retained ? tr("%1 R", "QoS, retained").arg(row.qos)
                                : QString::number(row.qos);
        case Size:
            return QLocale().toString(row.size);
        default:
            return {};
        }
    case DataTable::SortRole:
        switch (index.column()) {
        case Time:
            return row.number;
        case Qos:
            return int(row.qos);
        case Size:
            return row.size;
        default:
            return {};
        }
    case Qt::ToolTipRole:
        if (index.column() == Time)
            return tr("Message %1, UTC %2")
                .arg(QLocale().toString(row.number),
                     time().toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz")));
        if (index.column() == Qos) {
            QStringList words{tr("QoS %1").arg(row.qos)};
            if (row.retained)
                words << tr("retained: it was there before the subscription");
            if (row.duplicate)
                words << tr("delivered again (DUP)");
            return words.join(QLatin1Char('\n'));
        }
        return {};
    case NumberRole:
        return row.number;
    default:
        return {};
    }
}

QVariant MessageModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time");
    case Preview:
        return tr("Payload");
    case Qos:
        return tr("QoS");
    case Size:
        return tr("Bytes");
    default:
        return {};
    }
}

bool MessageModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_hasOlder && m_node != Store::kNone && rowCount() < kMostRows;
}

void MessageModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    std::deque<Row> older;
    const quint64 below = m_rows.empty() ? m_received + 1 : m_rows.back().number;
    bool more = false;
    m_inbox->read([&](const Store &store) {
        if (store.generation() != m_generation)
            return;
        const auto topic = store.topic(m_node);
        quint64 number = topic ? topic->messages + 1 : 0;
        store.history(m_node, [&](const Store::Message &message) {
            if (--number >= below)
                return true;
            if (older.size() >= static_cast<std::size_t>(kPage)) {
                more = true;
                return false;
            }
            older.push_back(rowFrom(message, number));
            return true;
        });
    });
    m_hasOlder = more;
    if (older.empty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(older.size()) - 1);
    m_rows.insert(m_rows.end(), std::make_move_iterator(older.begin()),
                  std::make_move_iterator(older.end()));
    endInsertRows();
    m_most = std::max(m_most, std::min(rowCount(), kMostRows));
}

} // namespace Portolan::Ui
