// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mqtt/inbox.h"
#include "ui/mqtt/topicfinder.h"
#include "ui/mqtt/topicrows.h"
#include "ui/mqtt/topicsorter.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <chrono>
#include <memory>
#include <unordered_map>
#include <unordered_set>

namespace Portolan::Ui {

// The topics of one broker as the rows of a tree that is opened level by level: what is closed
// costs nothing. A million topics may pour in meanwhile: every tick takes at most kMostRows new
// rows into the tree, and reads again only what is in view. The row of an open level is followed by
// those of its children; DepthRole indents them.
//
// With a filter the tree is pruned to what was found and unfolded, or a flat list of whole topics;
// finding goes on in slices, and topics that come later are found too. Sorting by a number is
// brought up to date once a second. Levels of more than kMostAtOnce rows are sorted in the
// background: what comes meanwhile stands at their end first. GUI thread; shares the Inbox, which
// it locks for a moment.
class TopicModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using Node = TopicRows::Node;
    enum Column { Name, Value, Messages, Rate, ColumnCount };
    enum Role { DepthRole = Qt::UserRole, HasChildrenRole, OpenRole, RetainedRole, IsTopicRole };

    static constexpr std::size_t kMostRows = 20'000; // a tick
    static constexpr std::size_t kMostAtOnce = TopicSorter::kMostAtOnce;
    static constexpr std::size_t kMostUnfolded = 500; // levels that a filter opens by itself
    static constexpr std::chrono::milliseconds kTick{66};

    explicit TopicModel(std::shared_ptr<Mqtt::Inbox> inbox, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    void sort(int column, Qt::SortOrder order) override;

    [[nodiscard]] Node node(int row) const; // kNone outside
    // Where it is shown; -1 where its level is closed or a filter leaves it out.
    [[nodiscard]] int row(Node node) const;
    [[nodiscard]] QByteArray topic(Node node) const;
    [[nodiscard]] int parentRow(int row) const; // -1 at the top
    void setOpen(int row, bool open);
    // Opens what leads to it; its row, -1 where a filter leaves it out.
    int reveal(const QByteArray &topic);

    void setFilter(const TextFilter &filter, bool flat);
    [[nodiscard]] bool isFiltered() const { return m_finder.isActive(); }
    [[nodiscard]] bool isFinding() const { return m_finding; }
    [[nodiscard]] bool isSorting() const { return m_sorter.isBusy(); }
    [[nodiscard]] std::uint64_t found() const { return m_finder.found(); }

    // What is in view; only this is read again.
    void setShown(int first, int last);
    // Nothing moves while it is frozen.
    void setFrozen(bool frozen);
    // A tick, now.
    void refresh();

Q_SIGNALS:
    void countsChanged(); // found(), or the number of rows
    // What the broker had sent was forgotten; all nodes ended.
    void forgotten();

private:
    struct Values
    {
        QString name;
        QString value;
        quint64 messages = 0;
        quint32 topics = 0;
        double rate = 0;
        qint64 firstSeen = 0;
        qint64 lastSeen = 0;
        bool isTopic = false;
        bool retained = false;
        bool hasChildren = false;
        bool hasRate = false;
        qint64 countedAt = 0; // since when `counted` is compared
        quint64 counted = 0;
        friend bool operator==(const Values &, const Values &) = default;
    };
    struct Insertion
    {
        TopicRows::Level *level;
        std::size_t at;
        std::vector<Node> nodes;
    };
    void tick();
    [[nodiscard]] bool isOurs(const Mqtt::TopicStore &store) const;
    [[nodiscard]] const Values &values(Node node) const;
    static void readInto(Values &values, const Mqtt::TopicStore &store, Node node, qint64 now,
                         bool flat);
    bool takeNew(const Mqtt::TopicStore &store, std::size_t most,
                 std::vector<Insertion> &insertions);
    void place(const Mqtt::TopicStore &store, TopicRows::Level &level, std::vector<Node> fresh,
               std::vector<Insertion> &insertions) const;
    bool apply(std::vector<Insertion> insertions);
    bool openWanted(TopicRows::Level &level, std::size_t begin, std::size_t end);
    [[nodiscard]] bool wantsOpen(Node node) const;
    void readShown(const Mqtt::TopicStore &store);
    void tellShown();
    void keepSorted();
    [[nodiscard]] bool isFlat() const { return m_flat && m_finder.isActive(); }
    [[nodiscard]] std::string_view nameOf(const Mqtt::TopicStore &store, Node node) const;
    void beginSorting();
    void rebuild();
    void remap(const std::function<void()> &change);
    [[nodiscard]] std::vector<Node> pathTo(const Mqtt::TopicStore &store, Node node) const;

    std::shared_ptr<Mqtt::Inbox> m_inbox;
    std::uint64_t m_generation = 0;
    TopicRows m_rows;
    TopicFinder m_finder;
    bool m_flat = false;
    bool m_finding = false;
    bool m_frozen = false;
    std::unordered_set<Node> m_open;      // by the person, without a filter
    std::unordered_set<Node> m_closed;    // by the person, with one
    std::unordered_set<Node> m_openFound; // likewise, opened
    std::size_t m_unfolded = 0;
    int m_sortColumn = Name;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    TopicSorter m_sorter;
    int m_first = 0;
    int m_last = -1;
    mutable std::unordered_map<Node, Values> m_values; // of what is in view, and a little more
    std::vector<Node> m_changed;
    quint64 m_foundBefore = 0;
    QTimer m_tick;
};

} // namespace Portolan::Ui
