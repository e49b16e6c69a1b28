// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace Portolan::Mqtt {

class ByteSearch;

// Everything that was received on one broker, as a tree of topics: the last value of each, counts,
// rates, and as much history of all of them together as fits into a budget of bytes. Standard
// library and qHash only; one thread at a time, the owner locks. Topics are any bytes up to 65,535
// (MQTT 5.0, section 1.5.4, allows no more), not only UTF-8: what a broker sends is shown.
//
// What is kept, exactly: the newest messages of all topics, in the order of their arrival, as far
// as `historyBytes` reach; besides them the last message of every topic, always; of each payload
// the first `payloadBytes`. Everything that was left out is counted. Memory is bounded by Limits,
// however hostile the broker; nothing here recurses.
class TopicStore
{
public:
    struct Limits
    {
        std::size_t historyBytes = std::size_t(128) << 20U;
        std::size_t payloadBytes = std::size_t(1) << 20U;
        std::uint32_t topics = 4'000'000;
        std::uint32_t nodes = 12'000'000;
        std::size_t textBytes = std::size_t(1) << 30U; // of all topics
    };

    // A level of a topic: "a/b/c" makes three below the root. Stable until clear().
    using Node = std::uint32_t;
    static constexpr Node kRoot = 0;
    static constexpr Node kNone = 0xffffffff;

    struct Arrival
    {
        std::string_view payload = {};
        std::string_view properties = {}; // of MQTT 5, as the caller encodes them; at most 64 KiB
        std::int64_t time = 0;            // milliseconds since 1970, UTC
        std::uint8_t qos = 0;
        bool retained = false; // as delivered: it was there before the subscription
        bool duplicate = false;
    };

    struct Message
    {
        std::string_view payload; // the head of it; valid until the next change of the store
        std::string_view properties;
        std::uint64_t payloadSize = 0; // as it was sent
        std::int64_t time = 0;
        std::uint8_t qos = 0;
        bool retained = false;
        bool duplicate = false;
    };

    struct Topic
    {
        std::uint64_t messages = 0;
        std::uint64_t bytes = 0; // of payloads, as sent
        std::int64_t firstSeen = 0;
        std::int64_t lastSeen = 0;
        bool retained = false; // the broker holds a value, as far as was seen
    };

    struct Counts
    {
        std::uint32_t topics = 0;
        std::uint32_t nodes = 0;
        std::uint64_t messages = 0;
        std::uint64_t kept = 0;         // in the history, without the pinned last ones
        std::uint64_t dropped = 0;      // out of the history, for its budget
        std::uint64_t cutPayloads = 0;  // longer than payloadBytes
        std::uint64_t withoutPlace = 0; // of topics beyond Limits: counted, not stored
        std::int64_t oldestKept = 0;    // time of the oldest message in the history
        std::size_t bytes = 0;          // of memory, all together
    };

    TopicStore();
    explicit TopicStore(const Limits &limits);
    ~TopicStore();
    TopicStore(const TopicStore &) = delete;
    TopicStore &operator=(const TopicStore &) = delete;

    // The node of the topic; kNone where there was no place for a new one.
    Node add(std::string_view topic, const Arrival &arrival);
    // Forgets everything; all nodes but the root end.
    void clear();

    [[nodiscard]] Node find(std::string_view topic) const; // kNone: not seen
    [[nodiscard]] Node parent(Node node) const;
    [[nodiscard]] Node firstChild(Node node) const; // in the order of their first message
    [[nodiscard]] Node nextSibling(Node node) const;
    [[nodiscard]] std::uint32_t childCount(Node node) const;
    [[nodiscard]] std::string_view name(Node node) const;       // of the level; may be empty
    [[nodiscard]] std::string_view path(Node node) const;       // the whole topic down to here
    [[nodiscard]] std::uint32_t topicsBelow(Node node) const;   // itself included
    [[nodiscard]] std::uint64_t messagesBelow(Node node) const; // itself included
    // When the last message came at or below it, to 16 ms; 0 where none did.
    [[nodiscard]] std::int64_t lastBelow(Node node) const;
    [[nodiscard]] std::optional<Topic> topic(Node node) const; // nothing: only a level
    // Messages a second, weighed over the last ten seconds or so.
    [[nodiscard]] double rate(Node node, std::int64_t now) const;

    [[nodiscard]] std::optional<Message> last(Node node) const;
    // From the newest, as long as `visit` says true.
    void history(Node node, const std::function<bool(const Message &)> &visit) const;

    // All topics whose text contains `text` (bytes; ASCII letters of either case where
    // `foldAscii`), in no order; stops where `found` says false. Reads all text once.
    void search(std::string_view text, bool foldAscii,
                const std::function<bool(Node)> &found) const;

    // The same in slices: every topic in the order of its first message, from `place` on (0: from
    // the beginning) for about `bytes` of text. `place` moves on and stays good until clear(), so a
    // search goes on with the topics that come later. False where the end is reached for now.
    bool scan(std::uint64_t &place, std::size_t bytes,
              const std::function<void(std::string_view, Node)> &visit) const;

    // The same for those that have a text in them, many times as fast as looking at each: a million
    // topics take a few milliseconds. Slices are whole chunks of a megabyte.
    bool searchPart(std::uint64_t &place, std::size_t bytes, const ByteSearch &search,
                    const std::function<void(Node)> &found) const;

    [[nodiscard]] Counts counts() const;
    // Changes with every structural change: a new node. Views compare it.
    [[nodiscard]] std::uint64_t structure() const { return m_structure; }
    // Changes with clear(), which ends all nodes.
    [[nodiscard]] std::uint64_t generation() const { return m_generation; }

private:
    struct NodeRecord;
    struct TopicRecord;
    struct MessageRecord;
    struct Slot
    {
        Node node = kNone;
        std::uint32_t hash = 0; // so that few paths are compared, and none to grow
    };
    class Text;

    [[nodiscard]] std::size_t slotOf(std::string_view path, std::uint32_t hash) const;
    void growTable();
    [[nodiscard]] Node makeNodes(std::string_view topic, std::uint32_t hash);
    void record(std::uint32_t topicIndex, const Arrival &arrival);
    [[nodiscard]] char *room(std::size_t size, std::uint64_t &position);
    void dropOldestChunk();
    [[nodiscard]] const MessageRecord *at(std::uint64_t position) const;
    [[nodiscard]] static Message messageOf(const MessageRecord &record);

    Limits m_limits;
    std::size_t m_seed;
    std::vector<NodeRecord> m_nodes;
    std::vector<TopicRecord> m_topics;
    std::unique_ptr<Text> m_text;
    std::vector<Slot> m_table; // open addressing; a power of two
    std::size_t m_tableUsed = 0;

    std::deque<std::unique_ptr<char[]>> m_chunks;
    std::deque<std::size_t> m_chunkUsed;
    std::uint64_t m_firstPosition = 0; // of the oldest chunk
    std::vector<std::unique_ptr<char[]>> m_pinned;
    std::vector<std::uint32_t> m_pinnedFree;
    std::size_t m_pinnedBytes = 0;

    std::int64_t m_epoch = 0; // when the first message came
    std::uint64_t m_messages = 0;
    std::uint64_t m_kept = 0;
    std::uint64_t m_dropped = 0;
    std::uint64_t m_cut = 0;
    std::uint64_t m_withoutPlace = 0;
    std::uint64_t m_structure = 0;
    std::uint64_t m_generation = 0;
};

} // namespace Portolan::Mqtt
