// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mqtt/topicstore.h"

#include "core/mqtt/bytesearch.h"

#include <QHashFunctions>
#include <QRandomGenerator>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace Portolan::Mqtt {

namespace {

constexpr std::size_t kChunkBytes = std::size_t(4) << 20U;
constexpr std::size_t kTextChunkBytes = std::size_t(1) << 20U;
constexpr std::size_t kMostTopicBytes = 65535;
constexpr std::size_t kMostPropertyBytes = 65535;
constexpr double kRateSeconds = 10.0;
constexpr std::int64_t kTickMs = 16; // four bytes of them reach two years

// A position in the history, or an index of a pinned message.
constexpr std::uint64_t kNowhere = ~std::uint64_t(0);
constexpr std::uint64_t kPinned = std::uint64_t(1) << 63U;

std::size_t aligned(std::size_t size)
{
    return (size + 7U) & ~std::size_t(7);
}

// Thirty-two bits are enough for the table of Limits::nodes, and small enough to stand in it.
std::uint32_t hashOf(std::string_view bytes, std::size_t seed)
{
    const std::uint64_t hash = qHashBits(bytes.data(), bytes.size(), seed);
    return static_cast<std::uint32_t>(hash ^ hash >> 32U);
}

// Asks for memory that is read soon. With a million topics nearly every record is out of the cache,
// and to wait for several at once takes as long as for one.
void fetchSoon([[maybe_unused]] const void *address)
{
#if defined(__GNUC__)
    __builtin_prefetch(address);
#endif
}

} // namespace

struct TopicStore::NodeRecord
{
    Node parent = kNone;
    Node firstChild = kNone;
    Node lastChild = kNone;
    Node nextSibling = kNone;
    std::uint32_t text = 0; // where the text of the first topic through here begins
    std::uint16_t nameBegin = 0;
    std::uint16_t pathLength = 0;
    std::uint32_t children = 0;
    std::uint32_t topicsBelow = 0;
    std::uint64_t messagesBelow = 0;
    std::uint32_t topic = kNone;
    std::uint32_t lastBelow = 0; // ticks since the first message of all; 0: none
};

struct TopicStore::TopicRecord
{
    std::uint64_t last = kNowhere;
    std::uint64_t messages = 0;
    std::uint64_t bytes = 0;
    std::int64_t firstSeen = 0;
    std::int64_t lastSeen = 0;
    Node node = kNone;
    float rate = 0; // at lastSeen
    bool retained = false;
};

struct TopicStore::MessageRecord
{
    std::uint64_t before; // of the same topic
    std::uint64_t payloadSize;
    std::int64_t time;
    std::uint32_t topic;
    std::uint32_t payloadKept;
    std::uint16_t propertyBytes;
    std::uint8_t qos;
    bool retained;
    bool duplicate;

    [[nodiscard]] std::size_t size() const
    {
        return aligned(sizeof(MessageRecord) + payloadKept + propertyBytes);
    }
    [[nodiscard]] const char *bytes() const { return reinterpret_cast<const char *>(this + 1); }
};

// The topics as they came, each once, one behind the other: node, length, bytes.
class TopicStore::Text
{
public:
    struct Header
    {
        Node node;
        std::uint16_t length;
    };
    static constexpr std::size_t kHeader = 6; // packed: most topics are short

    // Position of the bytes.
    std::uint32_t append(std::string_view topic, Node node)
    {
        if (m_chunks.empty() || m_used + kHeader + topic.size() > kTextChunkBytes) {
            if (!m_chunks.empty())
                m_ends.push_back(m_used);
            m_chunks.push_back(std::make_unique<char[]>(kTextChunkBytes));
            m_used = 0;
        }
        char *place = m_chunks.back().get() + m_used;
        const auto length = static_cast<std::uint16_t>(topic.size());
        std::memcpy(place, &node, sizeof node);
        std::memcpy(place + sizeof node, &length, sizeof length);
        std::copy(topic.begin(), topic.end(), place + kHeader);
        const std::size_t position = (m_chunks.size() - 1) * kTextChunkBytes + m_used + kHeader;
        m_used += kHeader + topic.size();
        return static_cast<std::uint32_t>(position);
    }

    [[nodiscard]] std::string_view at(std::uint32_t position, std::size_t length) const
    {
        return {m_chunks[position / kTextChunkBytes].get() + position % kTextChunkBytes, length};
    }

    [[nodiscard]] std::size_t size() const { return m_chunks.size() * kTextChunkBytes; }
    [[nodiscard]] bool isEmpty() const { return m_chunks.empty(); }
    void clear()
    {
        m_chunks.clear();
        m_ends.clear();
        m_used = 0;
    }

    // One chunk or the rest of it, from the beginning of a topic on. False: `found` said so.
    bool searchChunk(std::size_t index, std::size_t from, const ByteSearch &search,
                     const std::function<bool(Node)> &found) const
    {
        const char *text = m_chunks[index].get();
        const std::size_t end = endOf(index);
        // The headers are searched like text; a hit counts where it lies inside a topic.
        const std::string_view all(text, end);
        std::size_t at = from;
        for (std::size_t hit = search.find(all, from); hit != ByteSearch::kNone;) {
            Node node = kNone;
            std::uint16_t length = 0;
            for (;; at += kHeader + length) {
                std::memcpy(&length, text + at + sizeof node, sizeof length);
                if (at + kHeader + length > hit || at + kHeader + length >= end)
                    break;
            }
            const std::size_t begin = at + kHeader;
            if (hit < begin) {
                hit = search.find(all, begin);
                continue;
            }
            if (hit + search.size() > begin + length) { // it reaches into the next header
                at = begin + length;
                if (at >= end)
                    break;
                hit = search.find(all, at + kHeader);
                continue;
            }
            std::memcpy(&node, text + at, sizeof node);
            if (!found(node))
                return false;
            at = begin + length;
            if (at >= end)
                break;
            hit = search.find(all, at + kHeader);
        }
        return true;
    }

    bool searchPart(std::uint64_t &place, std::size_t bytes, const ByteSearch &search,
                    const std::function<bool(Node)> &found) const
    {
        auto chunk = static_cast<std::size_t>(place / kTextChunkBytes);
        auto at = static_cast<std::size_t>(place % kTextChunkBytes);
        for (std::size_t seen = 0; chunk < m_chunks.size(); ++chunk, at = 0) {
            const std::size_t end = endOf(chunk);
            if (at < end && seen >= bytes) {
                place = chunk * kTextChunkBytes + at;
                return true;
            }
            if (at < end && !searchChunk(chunk, at, search, found)) {
                place = chunk * kTextChunkBytes + end;
                return false;
            }
            seen += end - at;
            place = chunk * kTextChunkBytes + end;
        }
        return false;
    }

    bool scan(std::uint64_t &place, std::size_t bytes,
              const std::function<void(std::string_view, Node)> &visit) const
    {
        auto chunk = static_cast<std::size_t>(place / kTextChunkBytes);
        auto at = static_cast<std::size_t>(place % kTextChunkBytes);
        std::size_t seen = 0;
        for (; chunk < m_chunks.size(); ++chunk, at = 0) {
            const char *text = m_chunks[chunk].get();
            const std::size_t end = endOf(chunk);
            while (at < end && seen < bytes) {
                Node node = kNone;
                std::uint16_t length = 0;
                std::memcpy(&node, text + at, sizeof node);
                std::memcpy(&length, text + at + sizeof node, sizeof length);
                visit(std::string_view(text + at + kHeader, length), node);
                at += kHeader + length;
                seen += kHeader + length;
            }
            if (at < end || chunk + 1 == m_chunks.size()) {
                place = chunk * kTextChunkBytes + at;
                return at < end;
            }
        }
        return false;
    }

private:
    [[nodiscard]] std::size_t endOf(std::size_t chunk) const
    {
        return chunk < m_ends.size() ? m_ends[chunk] : m_used;
    }

    std::vector<std::unique_ptr<char[]>> m_chunks;
    std::vector<std::size_t> m_ends; // of all chunks but the last
    std::size_t m_used = 0;
};

TopicStore::TopicStore()
    : TopicStore(Limits{})
{
}

TopicStore::TopicStore(const Limits &limits)
    : m_limits(limits)
    , m_seed(static_cast<std::size_t>(QRandomGenerator::global()->generate64()))
    , m_text(std::make_unique<Text>())
{
    m_limits.payloadBytes = std::min(m_limits.payloadBytes,
                                     kChunkBytes - sizeof(MessageRecord) - kMostPropertyBytes - 8);
    m_limits.historyBytes = std::max(m_limits.historyBytes, 2 * kChunkBytes);
    m_limits.textBytes = std::min(m_limits.textBytes, std::size_t(0xf0000000U));
    clear();
}

TopicStore::~TopicStore() = default;

void TopicStore::clear()
{
    m_nodes.clear();
    m_nodes.emplace_back();
    m_topics.clear();
    m_text->clear();
    m_table.assign(1U << 12U, Slot{});
    m_tableUsed = 0;
    m_firstPosition += m_chunks.size() * kChunkBytes;
    m_chunks.clear();
    m_chunkUsed.clear();
    m_pinned.clear();
    m_pinnedFree.clear();
    m_pinnedBytes = 0;
    m_messages = m_kept = m_dropped = m_cut = m_withoutPlace = 0;
    ++m_structure;
    ++m_generation;
}

TopicStore::Node TopicStore::add(std::string_view topic, const Arrival &arrival)
{
    const std::uint32_t hash = hashOf(topic, m_seed);
    Node node = kNone;
    if (topic.size() <= kMostTopicBytes) {
        node = m_table[slotOf(topic, hash)].node;
        if (node == kNone || m_nodes[node].topic == kNone)
            node = makeNodes(topic, hash);
    }
    ++m_messages;
    if (node == kNone) {
        ++m_withoutPlace;
        return kNone;
    }
    record(m_nodes[node].topic, arrival);
    if (m_messages == 1)
        m_epoch = arrival.time;
    const auto tick = static_cast<std::uint32_t>(
        std::clamp<std::int64_t>((arrival.time - m_epoch) / kTickMs + 1, 1, 0xffffffff));
    for (Node up = node; up != kNone; up = m_nodes[up].parent) {
        NodeRecord &level = m_nodes[up];
        ++level.messagesBelow;
        level.lastBelow = std::max(level.lastBelow, tick);
    }
    return node;
}

// Where the path stands, or the free place where it belongs.
std::size_t TopicStore::slotOf(std::string_view wanted, std::uint32_t hash) const
{
    const std::size_t mask = m_table.size() - 1;
    for (std::size_t slot = hash & mask;; slot = (slot + 1) & mask) {
        const Slot &there = m_table[slot];
        if (there.node == kNone)
            return slot;
        if (there.hash != hash)
            continue;
        const NodeRecord &node = m_nodes[there.node];
        if (node.topic != kNone)
            fetchSoon(&m_topics[node.topic]);
        if (node.parent != kNone)
            fetchSoon(&m_nodes[node.parent]);
        if (path(there.node) == wanted)
            return slot;
    }
}

void TopicStore::growTable()
{
    std::vector<Slot> old(m_table.size() * 2);
    m_table.swap(old);
    const std::size_t mask = m_table.size() - 1;
    for (const Slot &moved : old) {
        if (moved.node == kNone)
            continue;
        std::size_t slot = moved.hash & mask;
        while (m_table[slot].node != kNone)
            slot = (slot + 1) & mask;
        m_table[slot] = moved;
    }
}

// The levels that are missing, and the topic at the last one.
TopicStore::Node TopicStore::makeNodes(std::string_view topic, std::uint32_t hash)
{
    Node existing = m_table[slotOf(topic, hash)].node;
    if (m_topics.size() >= m_limits.topics || m_text->size() + kTextChunkBytes > m_limits.textBytes)
        return kNone;
    // The deepest level that is there already.
    std::size_t known = topic.size();
    Node above = existing;
    while (above == kNone) {
        const std::size_t slash = known == 0 ? std::string_view::npos : topic.rfind('/', known - 1);
        if (slash == std::string_view::npos) {
            above = kRoot;
            known = std::string_view::npos; // nothing of it
            break;
        }
        known = slash;
        const std::string_view prefix = topic.substr(0, known);
        above = m_table[slotOf(prefix, hashOf(prefix, m_seed))].node;
    }
    const std::size_t rest =
        known == std::string_view::npos ? 0 : std::min(known + 1, topic.size());
    const auto missing =
        existing != kNone
            ? 0
            : 1 + std::count(topic.begin() + static_cast<std::ptrdiff_t>(rest), topic.end(), '/');
    if (m_nodes.size() + static_cast<std::size_t>(missing) > m_limits.nodes)
        return kNone;

    const auto last =
        existing != kNone
            ? existing
            : static_cast<Node>(m_nodes.size() + static_cast<std::size_t>(missing) - 1);
    const std::uint32_t text = m_text->append(topic, last);
    for (std::size_t begin = rest; existing == kNone;) {
        const std::size_t end = std::min(topic.find('/', begin), topic.size());
        const auto node = static_cast<Node>(m_nodes.size());
        NodeRecord record;
        record.parent = above;
        record.text = text;
        record.nameBegin = static_cast<std::uint16_t>(begin);
        record.pathLength = static_cast<std::uint16_t>(end);
        m_nodes.push_back(record);
        NodeRecord &parent = m_nodes[above];
        if (parent.lastChild == kNone)
            parent.firstChild = node;
        else
            m_nodes[parent.lastChild].nextSibling = node;
        parent.lastChild = node;
        ++parent.children;
        if (m_tableUsed * 2 >= m_table.size())
            growTable();
        const std::string_view prefix = topic.substr(0, end);
        const std::uint32_t prefixHash = hashOf(prefix, m_seed);
        m_table[slotOf(prefix, prefixHash)] = {.node = node, .hash = prefixHash};
        ++m_tableUsed;
        above = node;
        if (end == topic.size())
            existing = node;
        begin = end + 1;
    }
    m_nodes[existing].topic = static_cast<std::uint32_t>(m_topics.size());
    m_topics.emplace_back();
    m_topics.back().node = existing;
    for (Node up = existing; up != kNone; up = m_nodes[up].parent)
        ++m_nodes[up].topicsBelow;
    ++m_structure;
    return existing;
}

void TopicStore::record(std::uint32_t index, const Arrival &arrival)
{
    const std::size_t payload = std::min(arrival.payload.size(), m_limits.payloadBytes);
    const std::size_t properties =
        arrival.properties.size() <= kMostPropertyBytes ? arrival.properties.size() : 0;
    if (payload < arrival.payload.size())
        ++m_cut;
    std::uint64_t position = 0;
    char *place = room(sizeof(MessageRecord) + payload + properties, position);

    // room() may have pinned what was this topic's last message.
    TopicRecord &topic = m_topics[index];
    std::uint64_t before = topic.last;
    if (before != kNowhere && (before & kPinned)) {
        const auto pin = static_cast<std::uint32_t>(before & ~kPinned);
        m_pinnedBytes -= reinterpret_cast<const MessageRecord *>(m_pinned[pin].get())->size();
        m_pinned[pin].reset();
        m_pinnedFree.push_back(pin);
        ++m_dropped;
        before = kNowhere;
    }
    const MessageRecord made{.before = before,
                             .payloadSize = arrival.payload.size(),
                             .time = arrival.time,
                             .topic = index,
                             .payloadKept = static_cast<std::uint32_t>(payload),
                             .propertyBytes = static_cast<std::uint16_t>(properties),
                             .qos = arrival.qos,
                             .retained = arrival.retained,
                             .duplicate = arrival.duplicate};
    std::memcpy(place, &made, sizeof made);
    std::copy_n(arrival.payload.data(), payload, place + sizeof made);
    std::copy_n(arrival.properties.data(), properties, place + sizeof made + payload);
    ++m_kept;

    const double passed = static_cast<double>(arrival.time - topic.lastSeen) / 1000.0;
    const double faded = topic.messages == 0 || passed > 8 * kRateSeconds ? 0.0
                         : passed <= 0                                    ? 1.0
                                       : std::exp(-passed / kRateSeconds);
    topic.rate = static_cast<float>(topic.rate * faded + 1.0 / kRateSeconds);
    topic.last = position;
    if (topic.messages++ == 0)
        topic.firstSeen = arrival.time;
    topic.bytes += arrival.payload.size();
    topic.lastSeen = arrival.time;
    // An empty retained message deletes the retained value (MQTT 5.0, section 3.3.1.3). Without
    // "retain as published" it arrives unmarked, so every empty one counts as such.
    if (arrival.retained || arrival.payload.empty())
        topic.retained = !arrival.payload.empty();
}

char *TopicStore::room(std::size_t size, std::uint64_t &position)
{
    size = aligned(size);
    if (m_chunks.empty() || m_chunkUsed.back() + size > kChunkBytes) {
        if ((m_chunks.size() + 1) * kChunkBytes > m_limits.historyBytes)
            dropOldestChunk();
        m_chunks.push_back(std::make_unique<char[]>(kChunkBytes));
        m_chunkUsed.push_back(0);
    }
    const std::size_t used = m_chunkUsed.back();
    position = m_firstPosition + (m_chunks.size() - 1) * kChunkBytes + used;
    m_chunkUsed.back() += size;
    return m_chunks.back().get() + used;
}

void TopicStore::dropOldestChunk()
{
    const char *chunk = m_chunks.front().get();
    for (std::size_t at = 0; at < m_chunkUsed.front();) {
        const auto *message = reinterpret_cast<const MessageRecord *>(chunk + at);
        const std::size_t size = message->size();
        TopicRecord &topic = m_topics[message->topic];
        if (topic.last == m_firstPosition + at) {
            auto copy = std::make_unique<char[]>(size);
            std::memcpy(copy.get(), message, size);
            std::uint32_t pin = 0;
            if (m_pinnedFree.empty()) {
                pin = static_cast<std::uint32_t>(m_pinned.size());
                m_pinned.push_back(std::move(copy));
            } else {
                pin = m_pinnedFree.back();
                m_pinnedFree.pop_back();
                m_pinned[pin] = std::move(copy);
            }
            m_pinnedBytes += size;
            topic.last = kPinned | pin;
        } else {
            ++m_dropped;
        }
        --m_kept;
        at += size;
    }
    m_chunks.pop_front();
    m_chunkUsed.pop_front();
    m_firstPosition += kChunkBytes;
}

const TopicStore::MessageRecord *TopicStore::at(std::uint64_t position) const
{
    if (position == kNowhere)
        return nullptr;
    if (position & kPinned)
        return reinterpret_cast<const MessageRecord *>(m_pinned[position & ~kPinned].get());
    if (position < m_firstPosition)
        return nullptr; // out of the history
    const std::uint64_t offset = position - m_firstPosition;
    return reinterpret_cast<const MessageRecord *>(m_chunks[offset / kChunkBytes].get() +
                                                   offset % kChunkBytes);
}

TopicStore::Message TopicStore::messageOf(const MessageRecord &record)
{
    const char *bytes = record.bytes();
    return {.payload = {bytes, record.payloadKept},
            .properties = {bytes + record.payloadKept, record.propertyBytes},
            .payloadSize = record.payloadSize,
            .time = record.time,
            .qos = record.qos,
            .retained = record.retained,
            .duplicate = record.duplicate};
}

TopicStore::Node TopicStore::find(std::string_view topic) const
{
    return topic.size() <= kMostTopicBytes ? m_table[slotOf(topic, hashOf(topic, m_seed))].node
                                           : kNone;
}

TopicStore::Node TopicStore::parent(Node node) const
{
    return m_nodes[node].parent;
}

TopicStore::Node TopicStore::firstChild(Node node) const
{
    return m_nodes[node].firstChild;
}

TopicStore::Node TopicStore::nextSibling(Node node) const
{
    return m_nodes[node].nextSibling;
}

std::uint32_t TopicStore::childCount(Node node) const
{
    return m_nodes[node].children;
}

std::int64_t TopicStore::lastBelow(Node node) const
{
    const NodeRecord &level = m_nodes[node];
    // A topic without others below knows it exactly.
    if (level.children == 0 && level.topic != kNone)
        return m_topics[level.topic].lastSeen;
    return level.lastBelow == 0 ? 0 : m_epoch + (level.lastBelow - 1) * kTickMs;
}

std::string_view TopicStore::name(Node node) const
{
    return path(node).substr(m_nodes[node].nameBegin);
}

std::string_view TopicStore::path(Node node) const
{
    if (node == kRoot)
        return {};
    return m_text->at(m_nodes[node].text, m_nodes[node].pathLength);
}

std::uint32_t TopicStore::topicsBelow(Node node) const
{
    return m_nodes[node].topicsBelow;
}

std::uint64_t TopicStore::messagesBelow(Node node) const
{
    return m_nodes[node].messagesBelow;
}

std::optional<TopicStore::Topic> TopicStore::topic(Node node) const
{
    if (m_nodes[node].topic == kNone)
        return std::nullopt;
    const TopicRecord &record = m_topics[m_nodes[node].topic];
    return Topic{.messages = record.messages,
                 .bytes = record.bytes,
                 .firstSeen = record.firstSeen,
                 .lastSeen = record.lastSeen,
                 .retained = record.retained};
}

double TopicStore::rate(Node node, std::int64_t now) const
{
    if (m_nodes[node].topic == kNone)
        return 0;
    const TopicRecord &record = m_topics[m_nodes[node].topic];
    const double passed =
        static_cast<double>(std::max<std::int64_t>(now - record.lastSeen, 0)) / 1000.0;
    return static_cast<double>(record.rate) * std::exp(-passed / kRateSeconds);
}

std::optional<TopicStore::Message> TopicStore::last(Node node) const
{
    if (m_nodes[node].topic == kNone)
        return std::nullopt;
    const MessageRecord *record = at(m_topics[m_nodes[node].topic].last);
    return record ? std::optional(messageOf(*record)) : std::nullopt;
}

void TopicStore::history(Node node, const std::function<bool(const Message &)> &visit) const
{
    if (m_nodes[node].topic == kNone)
        return;
    for (const MessageRecord *record = at(m_topics[m_nodes[node].topic].last); record;
         record = at(record->before)) {
        if (!visit(messageOf(*record)))
            return;
    }
}

void TopicStore::search(std::string_view text, bool foldAscii,
                        const std::function<bool(Node)> &found) const
{
    const ByteSearch search(text, foldAscii);
    std::uint64_t place = 0;
    (void)m_text->searchPart(place, ~std::size_t(0), search, found);
}

bool TopicStore::searchPart(std::uint64_t &place, std::size_t bytes, const ByteSearch &search,
                            const std::function<void(Node)> &found) const
{
    return m_text->searchPart(place, bytes, search, [&](Node node) {
        found(node);
        return true;
    });
}

bool TopicStore::scan(std::uint64_t &place, std::size_t bytes,
                      const std::function<void(std::string_view, Node)> &visit) const
{
    return m_text->scan(place, bytes, visit);
}

TopicStore::Counts TopicStore::counts() const
{
    Counts counts;
    counts.topics = static_cast<std::uint32_t>(m_topics.size());
    counts.nodes = static_cast<std::uint32_t>(m_nodes.size());
    counts.messages = m_messages;
    counts.kept = m_kept;
    counts.dropped = m_dropped;
    counts.cutPayloads = m_cut;
    counts.withoutPlace = m_withoutPlace;
    if (!m_chunks.empty())
        counts.oldestKept = reinterpret_cast<const MessageRecord *>(m_chunks.front().get())->time;
    counts.bytes = m_nodes.capacity() * sizeof(NodeRecord) +
                   m_topics.capacity() * sizeof(TopicRecord) + m_table.capacity() * sizeof(Slot) +
                   m_text->size() + m_chunks.size() * kChunkBytes + m_pinnedBytes +
                   m_pinned.capacity() * sizeof(m_pinned[0]);
    return counts;
}

} // namespace Portolan::Mqtt
