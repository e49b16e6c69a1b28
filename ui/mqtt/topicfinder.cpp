// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mqtt/topicfinder.h"

#include "core/mqtt/topicfilter.h"

#include <QThreadPool>

#include <algorithm>
#include <memory>
#include <utility>

namespace Portolan::Ui {

namespace {

constexpr std::size_t kSliceBytes = 128U * 1024U;
constexpr std::size_t kManyLevels = 10'000;

bool isWildcard(const std::string &text)
{
    if (text.find_first_of("+#") == std::string::npos)
        return false;
    return Mqtt::checkTopicFilter(text).has_value();
}

} // namespace

void TopicFinder::begin(const TextFilter &filter)
{
    m_filter = filter;
    m_wanted = filter.text().toStdString();
    const bool isAscii = std::all_of(m_wanted.begin(), m_wanted.end(),
                                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    const bool folds = filter.caseSensitivity() == Qt::CaseInsensitive;
    m_literal.reset();
    if (!filter.isPlain()) {
        m_way = Way::Text;
    } else if (isWildcard(m_wanted)) {
        m_way = Way::Wildcard;
        if (const std::string literal = Mqtt::literalOfFilter(m_wanted); !literal.empty())
            m_literal.emplace(literal, false);
    } else if (isAscii || !folds) {
        m_way = Way::Bytes;
        m_literal.emplace(m_wanted, folds);
    } else {
        m_way = Way::Text;
    }
    restart();
}

void TopicFinder::restart()
{
    m_place = m_found = 0;
    m_matches.clear();
    m_marked.clear();
    // Giving back a million small pieces takes longer than a frame.
    if (m_below.size() > kManyLevels)
        QThreadPool::globalInstance()->start(
            [old = std::make_shared<decltype(m_below)>(std::exchange(m_below, {}))] {});
    m_below.clear();
}

bool TopicFinder::matches(std::string_view topic)
{
    switch (m_way) {
    case Way::Bytes:
        return true; // the search itself has found it
    case Way::Wildcard:
        return Mqtt::filterMatches(m_wanted, topic);
    case Way::Text:
        return m_filter.matches(
            QString::fromUtf8(topic.data(), static_cast<qsizetype>(topic.size())));
    }
    return false;
}

void TopicFinder::take(const Mqtt::TopicStore &store, Node node)
{
    ++m_found;
    if (m_matches.size() >= kMostListed)
        return;
    m_matches.push_back(node);
    // Up to where another match has been already.
    while (node != Mqtt::TopicStore::kRoot) {
        if (m_marked.size() <= node)
            m_marked.resize(std::max<std::size_t>(node + 1, m_marked.size() * 2));
        if (m_marked[node])
            return;
        m_marked[node] = true;
        const Node up = store.parent(node);
        m_below[up].push_back(node);
        node = up;
    }
}

bool TopicFinder::advance(const Mqtt::TopicStore &store, std::chrono::microseconds time)
{
    if (!isActive())
        return false;
    const auto end = std::chrono::steady_clock::now() + time;
    const auto look = [&] {
        if (m_literal)
            return store.searchPart(m_place, kSliceBytes, *m_literal, [&](Node node) {
                if (matches(store.path(node)))
                    take(store, node);
            });
        return store.scan(m_place, kSliceBytes, [&](std::string_view topic, Node node) {
            if (matches(topic))
                take(store, node);
        });
    };
    do {
        if (!look())
            return false;
    } while (std::chrono::steady_clock::now() < end);
    return true;
}

const std::vector<TopicFinder::Node> &TopicFinder::below(Node node) const
{
    static const std::vector<Node> none;
    const auto found = m_below.find(node);
    return found == m_below.end() ? none : found->second;
}

} // namespace Portolan::Ui
