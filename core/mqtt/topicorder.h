// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mqtt/topicstore.h"

#include <atomic>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace Portolan::Mqtt {

// Topics of one level, or of a list, in an order; a level of a million as well. take() copies what
// is compared out of the store, as many nodes at a time as one likes; sort() and nodes() do not
// need the store any more, so that they can run without its lock and on another thread. Names do
// not change: what was taken stays taken, and later ones are merged into it. Numbers do: restart()
// before they are taken again. Sixteen bytes a topic, and its name where names are compared. A
// value; one thread at a time.
class TopicOrder
{
public:
    using Node = TopicStore::Node;
    enum class By { Name, Messages, Rate, LastSeen };

    struct Choice
    {
        By by = By::Name;
        bool descending = false;
        bool wholeTopics = false; // compares "a/b" and not "b": for lists of several levels

        friend bool operator==(const Choice &, const Choice &) = default;
    };

    explicit TopicOrder(const Choice &choice);

    [[nodiscard]] const Choice &choice() const { return m_choice; }
    // Nodes that were not taken yet. `now` is the same between two restarts. For a level that has
    // others below it, the rate is what came since the last restart.
    void take(const TopicStore &store, std::span<const Node> nodes, std::int64_t now);
    void restart();
    [[nodiscard]] std::size_t size() const { return m_entries.size(); }

    // False: `stop` became true before it was done, and the order means nothing.
    bool sort(const std::atomic<bool> *stop = nullptr);
    // As sort() left them.
    [[nodiscard]] std::vector<Node> nodes() const;

private:
    struct Entry
    {
        std::uint64_t key = 0;  // the number; of names their first bytes, which mostly decide
        std::uint32_t name = 0; // where it begins in m_names, two bytes of its length first
        Node node = TopicStore::kNone;
    };

    [[nodiscard]] bool isBefore(const Entry &a, const Entry &b) const;
    [[nodiscard]] std::string_view nameAt(std::uint32_t place) const;
    [[nodiscard]] std::uint64_t rateOf(const TopicStore &store, Node node, std::int64_t now);
    void findHeads();

    Choice m_choice;
    std::vector<Entry> m_entries;
    std::size_t m_sorted = 0; // of the entries, those in order
    std::string m_names;
    std::string m_common; // what all names begin with, folded
    std::size_t m_withHead = 0;

    // Messages below each node, this time and, by node, the last.
    struct Counted
    {
        Node node;
        std::uint64_t messages;
    };
    std::vector<Counted> m_counted;
    std::vector<Counted> m_countedBefore;
    std::size_t m_hint = 0; // the next one is here mostly
    std::int64_t m_countedAt = 0;
    std::int64_t m_countedBeforeAt = 0;
};

// Whether one name of a level comes before another: "dev2" before "dev10", "Dev" beside "dev".
[[nodiscard]] bool isNameBefore(std::string_view a, std::string_view b);

} // namespace Portolan::Mqtt
