// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mqtt/topicorder.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

namespace Portolan::Mqtt {

namespace {

constexpr std::size_t kRun = 32'768; // sorted between two looks at `stop`
constexpr std::size_t kHead = 8;     // bytes

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

char folded(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

// A run of digits without the zeros in front; `at` moves behind it.
std::string_view digitsAt(std::string_view text, std::size_t &at)
{
    while (at < text.size() && text[at] == '0')
        ++at;
    const std::size_t begin = at;
    while (at < text.size() && isDigit(text[at]))
        ++at;
    return text.substr(begin, at - begin);
}

// The first bytes of a name as a number, so that a smaller one is that of an earlier name: bytes
// folded; a number as the digit zero (to which digits compare alike beside any other byte), its
// count of digits, and those. Equal ones decide nothing.
std::uint64_t headOf(std::string_view name)
{
    std::uint64_t head = 0;
    std::size_t room = kHead;
    const auto put = [&](unsigned char byte) {
        if (room > 0) {
            head = head << 8U | byte;
            --room;
        }
    };
    for (std::size_t i = 0; i < name.size() && room > 0;) {
        if (!isDigit(name[i])) {
            put(static_cast<unsigned char>(folded(name[i++])));
            continue;
        }
        const std::string_view digits = digitsAt(name, i);
        put('0');
        put(static_cast<unsigned char>(std::min<std::size_t>(digits.size(), 255)));
        if (digits.size() >= 255)
            break; // those lengths are told apart by the whole names
        for (const char digit : digits)
            put(static_cast<unsigned char>(digit));
    }
    return room < kHead ? head << 8U * room : 0;
}

} // namespace

bool isNameBefore(std::string_view a, std::string_view b)
{
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < a.size() && j < b.size()) {
        if (isDigit(a[i]) && isDigit(b[j])) {
            const std::string_view left = digitsAt(a, i);
            const std::string_view right = digitsAt(b, j);
            if (left.size() != right.size())
                return left.size() < right.size();
            if (const int order = left.compare(right); order != 0)
                return order < 0;
            continue;
        }
        const auto x = static_cast<unsigned char>(folded(a[i++]));
        const auto y = static_cast<unsigned char>(folded(b[j++]));
        if (x != y)
            return x < y;
    }
    if (a.size() - i != b.size() - j)
        return a.size() - i < b.size() - j;
    return a < b; // "01" and "1"
}

TopicOrder::TopicOrder(const Choice &choice)
    : m_choice(choice)
{
}

void TopicOrder::restart()
{
    m_entries.clear();
    m_sorted = 0;
    m_names.clear();
    m_common.clear();
    m_withHead = 0;
    std::swap(m_counted, m_countedBefore);
    m_counted.clear();
    m_countedBeforeAt = m_countedAt;
    m_hint = 0;
    const auto before = [](const Counted &a, const Counted &b) { return a.node < b.node; };
    if (!std::is_sorted(m_countedBefore.begin(), m_countedBefore.end(), before))
        std::sort(m_countedBefore.begin(), m_countedBefore.end(), before);
}

std::uint64_t TopicOrder::rateOf(const TopicStore &store, Node node, std::int64_t now)
{
    m_countedAt = now;
    double rate = 0;
    if (store.childCount(node) == 0) {
        rate = store.rate(node, now);
    } else {
        const std::uint64_t messages = store.messagesBelow(node);
        m_counted.push_back({node, messages});
        if (m_hint >= m_countedBefore.size() || m_countedBefore[m_hint].node != node)
            m_hint = static_cast<std::size_t>(std::lower_bound(m_countedBefore.begin(),
                                                               m_countedBefore.end(), node,
                                                               [](const Counted &one, Node wanted) {
                                                                   return one.node < wanted;
                                                               }) -
                                              m_countedBefore.begin());
        if (m_hint < m_countedBefore.size() && m_countedBefore[m_hint].node == node &&
            now > m_countedBeforeAt) {
            const std::uint64_t before = m_countedBefore[m_hint++].messages;
            rate = static_cast<double>(messages - std::min(messages, before)) * 1000.0 /
                   static_cast<double>(now - m_countedBeforeAt);
        }
    }
    // Numbers that are not negative are in the order of their bits.
    return std::bit_cast<std::uint64_t>(std::max(rate, 0.0));
}

void TopicOrder::take(const TopicStore &store, std::span<const Node> nodes, std::int64_t now)
{
    for (const Node node : nodes) {
        Entry entry;
        entry.node = node;
        switch (m_choice.by) {
        case By::Name: {
            const std::string_view name =
                m_choice.wholeTopics ? store.path(node) : store.name(node);
            const auto length = static_cast<std::uint16_t>(name.size());
            if (m_names.empty())
                m_names.assign(sizeof length, '\0'); // the empty one, at 0
            // Beyond four gigabytes of names the rest counts as without one.
            if (m_names.size() + sizeof length + name.size() <= 0xffffffffU) {
                entry.name = static_cast<std::uint32_t>(m_names.size());
                char bytes[sizeof length];
                std::memcpy(bytes, &length, sizeof length);
                m_names.append(bytes, sizeof length).append(name);
            }
            break;
        }
        case By::Messages:
            entry.key = store.messagesBelow(node);
            break;
        case By::Rate:
            entry.key = rateOf(store, node, now);
            break;
        case By::LastSeen:
            entry.key =
                static_cast<std::uint64_t>(std::max<std::int64_t>(store.lastBelow(node), 0));
            break;
        }
        m_entries.push_back(entry);
    }
}

std::string_view TopicOrder::nameAt(std::uint32_t place) const
{
    std::uint16_t length = 0;
    std::memcpy(&length, m_names.data() + place, sizeof length);
    return {m_names.data() + place + sizeof length, length};
}

bool TopicOrder::isBefore(const Entry &a, const Entry &b) const
{
    const Entry &first = m_choice.descending ? b : a;
    const Entry &second = m_choice.descending ? a : b;
    if (first.key != second.key)
        return first.key < second.key;
    if (m_choice.by == By::Name) {
        const std::string_view left = nameAt(first.name);
        const std::string_view right = nameAt(second.name);
        if (left != right)
            return isNameBefore(left, right);
    }
    return a.node < b.node; // the order of arrival, either way
}

// What all names begin with tells nothing; from there on a few bytes decide most comparisons.
void TopicOrder::findHeads()
{
    if (m_withHead == m_entries.size())
        return;
    const bool isFirst = m_withHead == 0;
    std::size_t common = m_common.size();
    for (std::size_t i = m_withHead; i < m_entries.size(); ++i) {
        const std::string_view name = nameAt(m_entries[i].name);
        if (isFirst && i == 0) {
            m_common.assign(name);
            std::transform(m_common.begin(), m_common.end(), m_common.begin(), folded);
            common = m_common.size();
        }
        std::size_t same = 0;
        while (same < std::min(common, name.size()) && m_common[same] == folded(name[same]))
            ++same;
        common = same;
    }
    // A number is not cut in two.
    while (common > 0 && isDigit(m_common[common - 1]))
        --common;
    if (common < m_common.size()) {
        m_common.resize(common);
        m_withHead = 0; // all anew; their order stays
    }
    for (; m_withHead < m_entries.size(); ++m_withHead) {
        Entry &entry = m_entries[m_withHead];
        entry.key = headOf(nameAt(entry.name).substr(common));
    }
}

bool TopicOrder::sort(const std::atomic<bool> *stop)
{
    const auto stopped = [stop] { return stop && stop->load(std::memory_order_relaxed); };
    if (m_choice.by == By::Name)
        findHeads();
    const auto before = [this](const Entry &a, const Entry &b) { return isBefore(a, b); };
    const auto at = [this](std::size_t place) {
        return m_entries.begin() + static_cast<std::ptrdiff_t>(place);
    };
    const std::size_t begin = m_sorted;
    const std::size_t end = m_entries.size();
    for (std::size_t run = begin; run < end; run += kRun) {
        if (stopped())
            return false;
        std::sort(at(run), at(std::min(run + kRun, end)), before);
    }
    for (std::size_t run = kRun; run < end - begin; run *= 2) {
        for (std::size_t left = begin; left + run < end; left += 2 * run) {
            if (stopped())
                return false;
            std::inplace_merge(at(left), at(left + run), at(std::min(left + 2 * run, end)), before);
        }
    }
    if (stopped())
        return false;
    if (begin > 0 && begin < end)
        std::inplace_merge(at(0), at(begin), at(end), before);
    m_sorted = end;
    return true;
}

std::vector<TopicOrder::Node> TopicOrder::nodes() const
{
    std::vector<Node> nodes(m_entries.size());
    std::transform(m_entries.begin(), m_entries.end(), nodes.begin(),
                   [](const Entry &entry) { return entry.node; });
    return nodes;
}

} // namespace Portolan::Mqtt
