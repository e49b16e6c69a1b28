// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mqtt/topicorder.h"

#include <algorithm>

namespace Portolan::Mqtt {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// A run of digits from `at` on, without the zeros in front.
std::string_view digitsAt(std::string_view text, std::size_t at)
{
    std::size_t end = at;
    while (end < text.size() && isDigit(text[end]))
        ++end;
    std::string_view digits = text.substr(at, end - at);
    while (digits.size() > 1 && digits.front() == '0')
        digits.remove_prefix(1);
    return digits;
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
            while (i < a.size() && isDigit(a[i]))
                ++i;
            while (j < b.size() && isDigit(b[j]))
                ++j;
            continue;
        }
        if (a[i] != b[j])
            return static_cast<unsigned char>(a[i]) < static_cast<unsigned char>(b[j]);
        ++i;
        ++j;
    }
    if (a.size() - i != b.size() - j)
        return a.size() - i < b.size() - j;
    return a < b; // "01" and "1"
}

TopicOrder::TopicOrder(By by, bool descending)
    : m_by(by)
    , m_descending(descending)
{
}

bool TopicOrder::collect(const TopicStore &store, Node level, std::int64_t now, std::size_t most)
{
    Node child = m_last == TopicStore::kNone ? store.firstChild(level) : store.nextSibling(m_last);
    if (m_entries.capacity() < store.childCount(level))
        m_entries.reserve(store.childCount(level));
    for (; child != TopicStore::kNone && most > 0; child = store.nextSibling(child), --most) {
        Entry entry;
        entry.node = child;
        switch (m_by) {
        case By::Arrival:
            entry.key = static_cast<double>(m_entries.size());
            break;
        case By::Name: {
            const std::string_view name = store.name(child);
            // Beyond four gigabytes of names the rest counts as without a name.
            if (m_names.size() + name.size() < 0xffffffffU) {
                entry.name = static_cast<std::uint32_t>(m_names.size());
                entry.length = static_cast<std::uint32_t>(name.size());
                m_names += name;
            }
            break;
        }
        case By::Messages:
            entry.key = static_cast<double>(store.messagesBelow(child));
            break;
        case By::Rate:
            entry.key = store.rate(child, now);
            break;
        case By::LastSeen: {
            const auto topic = store.topic(child);
            entry.key = topic ? static_cast<double>(topic->lastSeen) : 0;
            break;
        }
        case By::Topics:
            entry.key = static_cast<double>(store.topicsBelow(child));
            break;
        }
        m_entries.push_back(entry);
        m_last = child;
        m_prepared = false;
    }
    return child != TopicStore::kNone;
}

std::string_view TopicOrder::nameOf(const Entry &entry) const
{
    return std::string_view(m_names).substr(entry.name, entry.length);
}

bool TopicOrder::isBefore(const Entry &a, const Entry &b) const
{
    const Entry &first = m_descending ? b : a;
    const Entry &second = m_descending ? a : b;
    if (m_by == By::Name) {
        if (first.head != second.head)
            return first.head < second.head;
        const std::string_view left = nameOf(first);
        const std::string_view right = nameOf(second);
        if (left != right)
            return isNameBefore(left, right);
    } else if (first.key != second.key) {
        return first.key < second.key;
    }
    return a.node < b.node; // the order of arrival, either way
}

void TopicOrder::prepare()
{
    m_prepared = true;
    m_borders = {0, m_entries.size()};
    m_sorted.clear();
    if (m_by != By::Name || m_entries.empty())
        return;
    // What all names begin with tells nothing; from there on a few bytes decide most comparisons.
    std::string_view common = nameOf(m_entries.front());
    for (const Entry &entry : m_entries) {
        const std::string_view name = nameOf(entry);
        std::size_t same = 0;
        while (same < std::min(common.size(), name.size()) && common[same] == name[same])
            ++same;
        common = common.substr(0, same);
    }
    // A number is not cut in two.
    while (!common.empty() && isDigit(common.back()))
        common.remove_suffix(1);
    m_common = common.size();
    for (Entry &entry : m_entries) {
        const std::string_view rest = nameOf(entry).substr(m_common);
        // Bytes up to the first digit; a number as its count of digits and its first ones. Equal
        // heads leave the decision to the whole names.
        std::uint64_t head = 0;
        int room = 8;
        for (std::size_t i = 0; i < rest.size() && room > 0; ++i) {
            if (isDigit(rest[i])) {
                const std::string_view digits = digitsAt(rest, i);
                // Where a digit meets another byte, the digit itself decides first.
                head = head << 8U | static_cast<std::uint64_t>('0');
                if (--room == 0)
                    break;
                head = head << 8U | std::min<std::uint64_t>(digits.size(), 255);
                --room;
                for (std::size_t k = 0; k < digits.size() && room > 0; ++k, --room)
                    head = head << 8U | static_cast<unsigned char>(digits[k]);
                break;
            }
            head = head << 8U | static_cast<unsigned char>(rest[i]);
            --room;
        }
        entry.head = room < 8 ? head << 8U * static_cast<unsigned>(room) : 0;
    }
}

// Quicksort that goes only into what is asked for: borders around [from, to), and order inside.
void TopicOrder::settle(std::size_t from, std::size_t to)
{
    const auto before = [this](const Entry &a, const Entry &b) { return isBefore(a, b); };
    const auto at = [this](std::size_t place) {
        return m_entries.begin() + static_cast<std::ptrdiff_t>(place);
    };
    const auto divide = [&](std::size_t place) {
        const auto above = m_borders.upper_bound(place);
        const std::size_t begin = *std::prev(above);
        if (begin == place || place >= m_entries.size())
            return;
        if (m_sorted.contains(begin)) {
            m_sorted.insert(place);
        } else {
            std::nth_element(at(begin), at(place), at(*above), before);
        }
        m_borders.insert(place);
    };
    divide(from);
    divide(to);
    for (auto border = m_borders.find(from); border != m_borders.end() && *border < to; ++border) {
        if (m_sorted.contains(*border))
            continue;
        std::sort(at(*border), at(*std::next(border)), before);
        m_sorted.insert(*border);
    }
}

std::vector<TopicOrder::Node> TopicOrder::window(std::size_t from, std::size_t count)
{
    if (!m_prepared)
        prepare();
    from = std::min(from, m_entries.size());
    const std::size_t to = from + std::min(count, m_entries.size() - from);
    if (from < to && m_by != By::Arrival)
        settle(from, to);
    std::vector<Node> nodes;
    nodes.reserve(to - from);
    for (std::size_t i = from; i < to; ++i) {
        const bool isBackwards = m_by == By::Arrival && m_descending;
        nodes.push_back(m_entries[isBackwards ? m_entries.size() - 1 - i : i].node);
    }
    return nodes;
}

} // namespace Portolan::Mqtt
