// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mqtt/bytesearch.h"
#include "core/mqtt/topicstore.h"
#include "ui/widgets/textfilter.h"

#include <chrono>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace Portolan::Ui {

// Finds topics among a million in slices, so that a keystroke holds nothing up, and goes on with
// those that come later. Text is looked for in the bytes of the topic; text that is a topic filter
// with a wildcard in a level of its own (a/+/c, a/#) is matched as a broker would (MQTT 5.0,
// section 4.7); regular expressions and Hangul in the making by TextFilter. GUI thread; whoever
// calls holds the store.
class TopicFinder
{
public:
    using Node = Mqtt::TopicStore::Node;
    // Those beyond are counted and not listed.
    static constexpr std::size_t kMostListed = 500'000;

    // An empty filter finds nothing and is not active.
    void begin(const TextFilter &filter);
    [[nodiscard]] bool isActive() const { return !m_filter.isEmpty(); }
    // Looks on for about so long; true while there is more to look at now.
    bool advance(const Mqtt::TopicStore &store, std::chrono::microseconds time);
    // From the beginning, after the store was cleared.
    void restart();

    [[nodiscard]] std::uint64_t found() const { return m_found; }
    [[nodiscard]] const std::vector<Node> &matches() const { return m_matches; }
    // The levels that lead to a match, below a node, in the order in which they were found.
    [[nodiscard]] const std::vector<Node> &below(Node node) const;

private:
    enum class Way { Bytes, Wildcard, Text };

    [[nodiscard]] bool matches(std::string_view topic);
    void take(const Mqtt::TopicStore &store, Node node);

    TextFilter m_filter;
    Way m_way = Way::Text;
    std::string m_wanted;
    // Of text: it. Of filters and expressions: what every match has in it, if anything.
    std::optional<Mqtt::ByteSearch> m_literal;
    std::uint64_t m_place = 0;
    std::uint64_t m_found = 0;
    std::vector<Node> m_matches;
    std::vector<bool> m_marked; // by node: it is in the pruned tree
    std::unordered_map<Node, std::vector<Node>> m_below;
};

} // namespace Portolan::Ui
