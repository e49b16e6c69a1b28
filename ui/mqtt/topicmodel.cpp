// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mqtt/topicmodel.h"

#include "ui/mqtt/payloadpreview.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <functional>
#include <utility>

namespace Portolan::Ui {

namespace {

using Store = Mqtt::TopicStore;
using Node = TopicRows::Node;

constexpr std::chrono::microseconds kFindTime{8'000}; // of a tick
constexpr std::size_t kMostRuns = 64;                 // insertions with a signal each
constexpr std::size_t kMostCached = 4096;
constexpr int kMostRounds = 6; // levels that a tick unfolds below one another

qint64 timeNow()
{
    return QDateTime::currentMSecsSinceEpoch();
}

QString rateText(double rate)
{
    if (rate < 0.05)
        return {};
    return QLocale().toString(rate, 'f', rate < 9.95 ? 1 : 0);
}

} // namespace

TopicModel::TopicModel(std::shared_ptr<Mqtt::Inbox> inbox, QObject *parent)
    : QAbstractTableModel(parent)
    , m_inbox(std::move(inbox))
    , m_sorter(m_inbox)
{
    m_generation = m_inbox->read([](const Store &store) { return store.generation(); });
    m_tick.setInterval(kTick);
    connect(&m_tick, &QTimer::timeout, this, &TopicModel::tick);
    m_tick.start();
}

// Nodes of before a clear() mean nothing any more; the next tick lets them go.
bool TopicModel::isOurs(const Store &store) const
{
    return store.generation() == m_generation;
}

int TopicModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.count());
}

int TopicModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

Node TopicModel::node(int row) const
{
    if (row < 0 || row >= rowCount())
        return TopicRows::kNone;
    return m_rows.at(static_cast<std::size_t>(row)).node();
}

std::vector<Node> TopicModel::pathTo(const Store &store, Node node) const
{
    std::vector<Node> path;
    if (isFlat())
        return {node};
    for (; node != Store::kRoot && node != Store::kNone; node = store.parent(node))
        path.push_back(node);
    std::reverse(path.begin(), path.end());
    return path;
}

int TopicModel::row(Node node) const
{
    if (node == TopicRows::kNone)
        return -1;
    const auto path = m_inbox->read([&](const Store &store) {
        return isOurs(store) ? pathTo(store, node) : std::vector<Node>();
    });
    const auto found = m_rows.find(path);
    return found ? static_cast<int>(*found) : -1;
}

QByteArray TopicModel::topic(Node node) const
{
    if (node == TopicRows::kNone)
        return {};
    return m_inbox->read([&](const Store &store) {
        const std::string_view path = isOurs(store) ? store.path(node) : std::string_view();
        return QByteArray(path.data(), static_cast<qsizetype>(path.size()));
    });
}

int TopicModel::parentRow(int row) const
{
    if (row < 0 || row >= rowCount())
        return -1;
    const auto place = m_rows.at(static_cast<std::size_t>(row));
    if (!place.level->parent)
        return -1;
    return static_cast<int>(m_rows.rowOf(*place.level, 0)) - 1;
}

void TopicModel::readInto(Values &values, const Store &store, Node node, qint64 now, bool flat)
{
    const std::string_view name = flat ? store.path(node) : store.name(node);
    if (values.name.isNull())
        values.name = name.empty() ? QStringLiteral("\"\"") : topicText(name);
    values.hasChildren = store.firstChild(node) != Store::kNone;
    values.topics = store.topicsBelow(node);
    values.messages = store.messagesBelow(node);
    const auto topic = store.topic(node);
    values.isTopic = topic.has_value();
    values.retained = topic && topic->retained;
    if (topic) {
        values.firstSeen = topic->firstSeen;
        if (values.lastSeen != topic->lastSeen || values.value.isNull()) {
            const auto last = store.last(node);
            values.value = last ? payloadPreview(last->payload, last->payloadSize) : QString();
        }
        values.lastSeen = topic->lastSeen;
    }
    if (!values.hasChildren) {
        values.rate = store.rate(node, now);
        values.hasRate = true;
    } else if (values.countedAt == 0) {
        values.countedAt = now;
        values.counted = values.messages;
    } else if (now - values.countedAt >= 1000) {
        const double fresh = static_cast<double>(values.messages - values.counted) * 1000.0 /
                             static_cast<double>(now - values.countedAt);
        values.rate = values.hasRate ? 0.5 * values.rate + 0.5 * fresh : fresh;
        values.hasRate = true;
        values.countedAt = now;
        values.counted = values.messages;
    }
}

const TopicModel::Values &TopicModel::values(Node node) const
{
    const auto found = m_values.find(node);
    if (found != m_values.end())
        return found->second;
    Values &made = m_values[node];
    m_inbox->read([&](const Store &store) {
        if (isOurs(store))
            readInto(made, store, node, timeNow(), isFlat());
    });
    return made;
}

QVariant TopicModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto place = m_rows.at(static_cast<std::size_t>(index.row()));
    if (role == DepthRole)
        return place.level->depth;
    if (role == OpenRole)
        return place.opened() != nullptr;
    const Values &values = this->values(place.node());
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case Name:
            return values.name;
        case Value:
            return values.isTopic ? values.value
                                  : tr("%n topic(s)", nullptr, static_cast<int>(values.topics));
        case Messages:
            return QLocale().toString(values.messages);
        case Rate:
            return rateText(values.rate);
        default:
            return {};
        }
    case HasChildrenRole:
        if (m_finder.isActive())
            return !m_flat && !m_finder.below(place.node()).empty();
        return values.hasChildren;
    case RetainedRole:
        return values.retained;
    case IsTopicRole:
        return values.isTopic;
    case Qt::TextAlignmentRole:
        if (index.column() >= Messages)
            return int(Qt::AlignRight | Qt::AlignVCenter);
        return {};
    case Qt::ToolTipRole: {
        QStringList lines{topicText(topic(place.node()).toStdString())};
        const auto time = [](qint64 ms) {
            return QDateTime::fromMSecsSinceEpoch(ms).toString(
                QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz"));
        };
        if (values.isTopic) {
            lines << tr("First message: %1").arg(time(values.firstSeen))
                  << tr("Last message: %1").arg(time(values.lastSeen));
            if (values.retained)
                lines << tr("The broker keeps a value of it (retained).");
        }
        if (values.topics > 1)
            lines << tr("%n topic(s)", nullptr, static_cast<int>(values.topics));
        return lines.join(QLatin1Char('\n'));
    }
    default:
        return {};
    }
}

QVariant TopicModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section >= Messages ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::InitialSortOrderRole)
        return int(section == Name ? Qt::AscendingOrder : Qt::DescendingOrder);
    if (role == Qt::ToolTipRole && section == Rate)
        return tr("Messages a second, over the last ten seconds");
    if (role == Qt::ToolTipRole && section == Value)
        return tr("Sorts by the time of the last message");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Topic");
    case Value:
        return tr("Last value");
    case Messages:
        return tr("Count");
    case Rate:
        return tr("/s", "messages a second, column head");
    default:
        return {};
    }
}

void TopicModel::setShown(int first, int last)
{
    m_first = first;
    m_last = last;
}

void TopicModel::setFrozen(bool frozen)
{
    m_frozen = frozen;
}

void TopicModel::setFilter(const TextFilter &filter, bool flat)
{
    m_finder.begin(filter);
    m_flat = flat;
    m_closed.clear();
    m_openFound.clear();
    rebuild();
    refresh();
}

// The open levels again, from nothing: what was open opens as its rows come.
void TopicModel::rebuild()
{
    beginResetModel();
    m_rows.clear();
    m_values.clear();
    beginSorting();
    m_unfolded = 0;
    m_foundBefore = 0;
    endResetModel();
}

bool TopicModel::wantsOpen(Node node) const
{
    if (!m_finder.isActive())
        return m_open.count(node) != 0;
    if (m_flat || m_closed.count(node) != 0)
        return false;
    return m_openFound.count(node) != 0 || m_unfolded < kMostUnfolded;
}

// What has come since the last tick, and where it goes. True where there is more.
bool TopicModel::takeNew(const Store &store, std::size_t most, std::vector<Insertion> &insertions)
{
    const bool filtered = m_finder.isActive();
    for (TopicRows::Level *level : m_rows.levels()) {
        std::vector<Node> fresh;
        if (filtered) {
            const auto &all = m_flat ? m_finder.matches() : m_finder.below(level->node);
            const std::size_t end = std::min(all.size(), level->taken + most);
            fresh.assign(all.begin() + static_cast<std::ptrdiff_t>(level->taken),
                         all.begin() + static_cast<std::ptrdiff_t>(end));
            level->taken = end;
        } else {
            Node next = level->last == Store::kNone ? store.firstChild(level->node)
                                                    : store.nextSibling(level->last);
            for (; next != Store::kNone && fresh.size() < most; next = store.nextSibling(next)) {
                fresh.push_back(next);
                level->last = next;
            }
        }
        if (fresh.empty())
            continue;
        most -= fresh.size();
        place(store, *level, std::move(fresh), insertions);
        if (most == 0)
            return true;
    }
    return false;
}

void TopicModel::place(const Store &store, TopicRows::Level &level, std::vector<Node> fresh,
                       std::vector<Insertion> &insertions) const
{
    if (level.children.size() + fresh.size() > kMostAtOnce)
        level.large = true;
    if (m_sortColumn != Name || level.large) {
        insertions.push_back({&level, level.children.size(), std::move(fresh)});
        return;
    }
    const auto before = [&](Node a, Node b) {
        return m_sortOrder == Qt::AscendingOrder
                   ? Mqtt::isNameBefore(nameOf(store, a), nameOf(store, b))
                   : Mqtt::isNameBefore(nameOf(store, b), nameOf(store, a));
    };
    std::sort(fresh.begin(), fresh.end(), before);
    std::size_t added = 0;
    std::vector<Node> run;
    std::size_t runAt = 0;
    for (const Node node : fresh) {
        const auto found =
            std::upper_bound(level.children.begin(), level.children.end(), node, before);
        const auto at = static_cast<std::size_t>(found - level.children.begin());
        if (!run.empty() && at != runAt) {
            insertions.push_back({&level, runAt + added, run});
            added += run.size();
            run.clear();
        }
        runAt = at;
        run.push_back(node);
    }
    insertions.push_back({&level, runAt + added, std::move(run)});
}

// Opens what is to be open among the new children; true where it did.
bool TopicModel::openWanted(TopicRows::Level &level, std::size_t begin, std::size_t end)
{
    bool any = false;
    for (std::size_t child = begin; child < end; ++child) {
        if (!wantsOpen(level.children[child]) ||
            (m_finder.isActive() && m_finder.below(level.children[child]).empty()))
            continue;
        if (m_finder.isActive())
            ++m_unfolded;
        any |= m_rows.openChild(level, child) != nullptr;
    }
    return any;
}

// Insertions of one level come in the order of its children. True where levels were opened.
bool TopicModel::apply(std::vector<Insertion> insertions)
{
    bool opened = false;
    const bool whole = insertions.size() > kMostRuns;
    if (whole)
        beginResetModel();
    for (const Insertion &insertion : insertions) {
        const auto first = static_cast<int>(m_rows.rowOf(*insertion.level, insertion.at));
        const auto count = static_cast<int>(insertion.nodes.size());
        if (!whole)
            beginInsertRows({}, first, first + count - 1);
        m_rows.insert(*insertion.level, insertion.at, insertion.nodes);
        opened |= openWanted(*insertion.level, insertion.at, insertion.at + insertion.nodes.size());
        if (!whole)
            endInsertRows();
    }
    if (whole)
        endResetModel();
    return opened;
}

// A tick that would wait for the store is left out; the next one is not far.
void TopicModel::tick()
{
    const Mqtt::Inbox::Visit visit(*m_inbox, Mqtt::Inbox::kPatience);
    if (visit.isReady())
        refresh();
}

void TopicModel::refresh()
{
    if (m_frozen)
        return;
    bool forgot = false;
    std::size_t most = kMostRows;
    const std::size_t rowsBefore = m_rows.count();
    for (int round = 0; round < kMostRounds && !forgot; ++round) {
        std::vector<Insertion> insertions;
        m_inbox->read([&](const Store &store) {
            if (!isOurs(store)) {
                forgot = true;
                return;
            }
            if (round == 0)
                m_finding = m_finder.advance(store, kFindTime);
            (void)takeNew(store, most, insertions);
        });
        for (const Insertion &insertion : insertions)
            most -= insertion.nodes.size();
        if (insertions.empty() || !apply(std::move(insertions)) || most == 0)
            break;
    }
    if (forgot) {
        m_open.clear();
        m_closed.clear();
        m_openFound.clear();
        m_finder.restart();
        Q_EMIT forgotten();
        m_generation = m_inbox->read([](const Store &store) { return store.generation(); });
        rebuild();
        Q_EMIT countsChanged();
        return;
    }
    m_inbox->read([&](const Store &store) {
        if (isOurs(store))
            readShown(store);
    });
    tellShown();
    keepSorted();
    if (m_rows.count() != rowsBefore || m_finder.found() != m_foundBefore)
        Q_EMIT countsChanged();
    m_foundBefore = m_finder.found();
    // The first screen of a filter comes at once, the rest without waiting for the next tick.
    if (m_finding)
        QTimer::singleShot(0, this, [this] {
            if (m_finding)
                tick();
        });
}

void TopicModel::readShown(const Store &store)
{
    const qint64 now = timeNow();
    m_changed.clear();
    const bool flat = isFlat();
    if (m_values.size() > kMostCached)
        m_values.clear();
    const int end = std::min(m_last, rowCount() - 1);
    for (int row = std::max(m_first, 0); row <= end; ++row) {
        const Node node = this->node(row);
        Values &values = m_values[node];
        const Values before = values;
        readInto(values, store, node, now, flat);
        if (values != before)
            m_changed.push_back(static_cast<Node>(row));
    }
    // Elsewhere it is read when it comes into view.
    if (m_values.size() > static_cast<std::size_t>(std::max(end - m_first + 1, 0))) {
        std::unordered_set<Node> shown;
        for (int row = std::max(m_first, 0); row <= end; ++row)
            shown.insert(this->node(row));
        std::erase_if(m_values, [&](const auto &entry) { return shown.count(entry.first) == 0; });
    }
}

void TopicModel::tellShown()
{
    if (m_changed.empty())
        return;
    Q_EMIT dataChanged(index(static_cast<int>(m_changed.front()), 0),
                       index(static_cast<int>(m_changed.back()), ColumnCount - 1));
}

void TopicModel::setOpen(int row, bool open)
{
    if (row < 0 || row >= rowCount())
        return;
    const auto place = m_rows.at(static_cast<std::size_t>(row));
    const Node node = place.node();
    TopicRows::Level *level = place.opened();
    if ((level != nullptr) == open)
        return;
    if (m_finder.isActive()) {
        (open ? m_closed : m_openFound).erase(node);
        (open ? m_openFound : m_closed).insert(node);
    } else if (open) {
        m_open.insert(node);
    } else {
        m_open.erase(node);
    }
    if (open) {
        if (!m_rows.openChild(*place.level, place.child))
            return;
        Q_EMIT dataChanged(index(row, 0), index(row, 0));
        const bool frozen = std::exchange(m_frozen, false);
        refresh();
        m_frozen = frozen;
        return;
    }
    const auto rows = static_cast<int>(level->rows);
    if (rows > 0)
        beginRemoveRows({}, row + 1, row + rows);
    m_rows.closeChild(*place.level, place.child);
    if (rows > 0)
        endRemoveRows();
    Q_EMIT dataChanged(index(row, 0), index(row, 0));
    Q_EMIT countsChanged();
}

int TopicModel::reveal(const QByteArray &topic)
{
    const std::string_view wanted(topic.constData(), static_cast<std::size_t>(topic.size()));
    std::vector<Node> path;
    m_inbox->read([&](const Store &store) {
        const Node node = isOurs(store) ? store.find(wanted) : Store::kNone;
        if (node != Store::kNone)
            path = pathTo(store, node);
    });
    if (path.empty())
        return -1;
    for (std::size_t depth = 1; depth < path.size(); ++depth) {
        const auto found = m_rows.find({path.begin(), path.begin() + static_cast<int>(depth)});
        if (!found)
            return -1;
        setOpen(static_cast<int>(*found), true);
    }
    const auto found = m_rows.find(path);
    return found ? static_cast<int>(*found) : -1;
}

// Keeps what views hold on to with its topic.
void TopicModel::remap(const std::function<void()> &change)
{
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    std::vector<Node> nodes;
    for (const QModelIndex &index : before)
        nodes.push_back(node(index.row()));
    change();
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i)
        after.append(index(row(nodes[static_cast<std::size_t>(i)]), before[i].column()));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
}

std::string_view TopicModel::nameOf(const Store &store, Node node) const
{
    return isFlat() ? store.path(node) : store.name(node);
}

void TopicModel::beginSorting()
{
    using By = Mqtt::TopicOrder::By;
    const By by = m_sortColumn == Messages ? By::Messages
                  : m_sortColumn == Rate   ? By::Rate
                  : m_sortColumn == Value  ? By::LastSeen
                                           : By::Name;
    m_sorter.begin(
        {.by = by, .descending = m_sortOrder == Qt::DescendingOrder, .wholeTopics = isFlat()});
}

void TopicModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0) {
        column = Name;
        order = Qt::AscendingOrder;
    }
    if (column == m_sortColumn && order == m_sortOrder)
        return;
    m_sortColumn = column;
    m_sortOrder = order;
    beginSorting();
    if (column != Name) {
        keepSorted();
        return;
    }
    // Later ones of small levels are put in their place as they come.
    std::vector<std::pair<TopicRows::Level *, std::vector<Node>>> orders;
    m_inbox->read([&](const Store &store) {
        if (!isOurs(store))
            return;
        for (TopicRows::Level *level : m_rows.levels()) {
            if (level->large || level->children.size() < 2)
                continue;
            Mqtt::TopicOrder sorted(m_sorter.choice());
            sorted.take(store, level->children, 0);
            (void)sorted.sort();
            orders.emplace_back(level, sorted.nodes());
        }
    });
    remap([&] {
        for (auto &[level, sorted] : orders)
            m_rows.reorder(*level, std::move(sorted));
    });
    keepSorted();
}

void TopicModel::keepSorted()
{
    auto sorted = m_sorter.advance(m_rows.levels(), m_generation, timeNow());
    if (sorted.empty())
        return;
    remap([&] {
        for (auto &[level, order] : sorted)
            m_rows.reorder(*level, std::move(order));
    });
}

} // namespace Portolan::Ui
