// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mqtt/topicstore.h"

#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace Portolan::Mqtt {

// The children of one level in an order, for a level of a million as well: collect() takes what it
// compares out of the store in slices, and window() sorts only as much as is looked at. What was
// taken is as it was then; a later order is a new TopicOrder. After collecting, the store is not
// needed any more, so the sorting can be done without its lock and on another thread. A value; one
// thread at a time.
class TopicOrder
{
public:
    using Node = TopicStore::Node;
    enum class By { Arrival, Name, Messages, Rate, LastSeen, Topics };

    explicit TopicOrder(By by = By::Arrival, bool descending = false);

    // Takes up to `most` children more; true while there are others. Also takes those that came
    // since the last time. Names are compared byte by byte, runs of digits by their value.
    bool collect(const TopicStore &store, Node level, std::int64_t now, std::size_t most);
    [[nodiscard]] std::size_t size() const { return m_entries.size(); }

    // The nodes from `from` on, at most `count`, in their order. Linear the first time somewhere,
    // less from then on; the whole, asked for at once, is one sort.
    [[nodiscard]] std::vector<Node> window(std::size_t from, std::size_t count);

private:
    struct Entry
    {
        double key = 0;         // of numbers
        std::uint64_t head = 0; // of names: their first bytes, so that few need the others
        std::uint32_t name = 0; // where it begins in m_names
        std::uint32_t length = 0;
        Node node = TopicStore::kNone;
    };

    [[nodiscard]] bool isBefore(const Entry &a, const Entry &b) const;
    [[nodiscard]] std::string_view nameOf(const Entry &entry) const;
    void prepare();
    void settle(std::size_t from, std::size_t to);

    By m_by;
    bool m_descending;
    bool m_prepared = false;
    std::size_t m_common = 0; // bytes that all names begin with
    std::vector<Entry> m_entries;
    std::string m_names;
    Node m_last = TopicStore::kNone;
    // Places with nothing behind them that belongs before, and none before that belongs behind.
    std::set<std::size_t> m_borders;
    std::set<std::size_t> m_sorted; // borders from which on to the next all is sorted
};

// Whether one name of a level comes before another: "dev2" before "dev10".
[[nodiscard]] bool isNameBefore(std::string_view a, std::string_view b);

} // namespace Portolan::Mqtt
