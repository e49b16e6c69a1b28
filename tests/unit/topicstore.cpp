// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mqtt/topicstore.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <map>
#include <set>
#include <string>

using Portolan::Mqtt::TopicStore;

namespace {

using Node = TopicStore::Node;

std::string levelsOf(const TopicStore &store, Node node)
{
    std::string text;
    for (Node child = store.firstChild(node); child != TopicStore::kNone;
         child = store.nextSibling(child)) {
        text += store.name(child);
        text += '|';
    }
    return text;
}

std::string lastOf(const TopicStore &store, std::string_view topic)
{
    const Node node = store.find(topic);
    if (node == TopicStore::kNone)
        return "(not seen)";
    const auto message = store.last(node);
    return message ? std::string(message->payload) : "(no value)";
}

std::vector<std::string> historyOf(const TopicStore &store, Node node)
{
    std::vector<std::string> payloads;
    store.history(node, [&](const TopicStore::Message &message) {
        payloads.emplace_back(message.payload);
        return true;
    });
    return payloads;
}

std::set<std::string> foundIn(const TopicStore &store, std::string_view text, bool fold)
{
    std::set<std::string> topics;
    store.search(text, fold, [&](Node node) {
        topics.emplace(store.path(node));
        return true;
    });
    return topics;
}

class TopicStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void levelsBecomeATree();
    void emptyLevelsAreLevels();
    void aLevelMayBeATopicToo();
    void bytesThatAreNoTextAreKeptAsTheyAre();
    void countsAndRatesAreOfEachTopicAndOfAllBelow();
    void historyIsTheNewestOfAllTopicsAndTheLastOfEach();
    void aLongPayloadKeepsItsHeadAndItsSize();
    void anEmptyRetainedMessageEndsTheRetainedValue();
    void topicsBeyondTheLimitsAreCounted();
    void aTopicOfSlashesOnlyIsBounded();
    void searchFindsEveryTopicThatContainsTheText();
    void anySequenceGivesWhatAPlainMapGives();
    void afterClearingNothingIsLeft();
};

void TopicStoreTest::levelsBecomeATree()
{
    TopicStore store;
    const Node b = store.add("site/a/temp", {.payload = "1"});
    store.add("site/b/temp", {.payload = "2"});
    store.add("other", {.payload = "3"});
    store.add("site/a/humidity", {.payload = "4"});
    QCOMPARE(levelsOf(store, TopicStore::kRoot), std::string("site|other|"));
    QCOMPARE(levelsOf(store, store.find("site")), std::string("a|b|"));
    QCOMPARE(levelsOf(store, store.find("site/a")), std::string("temp|humidity|"));
    QCOMPARE(store.path(b), std::string_view("site/a/temp"));
    QCOMPARE(store.name(b), std::string_view("temp"));
    QCOMPARE(store.path(store.parent(b)), std::string_view("site/a"));
    QVERIFY(!store.topic(store.find("site")));
    QCOMPARE(lastOf(store, "site/a/temp"), std::string("1"));
    QCOMPARE(store.find("site/c"), TopicStore::kNone);
    QCOMPARE(store.topicsBelow(TopicStore::kRoot), 4U);
    QCOMPARE(store.topicsBelow(store.find("site/a")), 2U);
    QCOMPARE(store.childCount(store.find("site")), 2U);
}

void TopicStoreTest::emptyLevelsAreLevels()
{
    TopicStore store;
    for (const char *topic : {"/", "//", "a", "/a", "a/", "a//b", "/a/b", "$SYS/broker/uptime"})
        store.add(topic, {.payload = topic});
    for (const char *topic : {"/", "//", "a", "/a", "a/", "a//b", "/a/b", "$SYS/broker/uptime"}) {
        QCOMPARE(lastOf(store, topic), std::string(topic));
        QCOMPARE(store.path(store.find(topic)), std::string_view(topic));
    }
    QCOMPARE(levelsOf(store, TopicStore::kRoot), std::string("|a|$SYS|"));
    const Node empty = store.firstChild(TopicStore::kRoot);
    QVERIFY(empty != TopicStore::kRoot);
    QCOMPARE(levelsOf(store, empty), std::string("|a|"));
    QCOMPARE(levelsOf(store, store.find("a")), std::string("|"));
    QCOMPARE(store.topicsBelow(TopicStore::kRoot), 8U);
}

void TopicStoreTest::aLevelMayBeATopicToo()
{
    TopicStore store;
    store.add("a/b/c", {.payload = "deep"});
    QCOMPARE(lastOf(store, "a/b"), std::string("(no value)"));
    const auto before = store.structure();
    store.add("a/b", {.payload = "level"});
    QVERIFY(store.structure() != before);
    QCOMPARE(lastOf(store, "a/b"), std::string("level"));
    QCOMPARE(lastOf(store, "a/b/c"), std::string("deep"));
    QCOMPARE(store.topicsBelow(store.find("a")), 2U);
    QCOMPARE(foundIn(store, "a/b", false), (std::set<std::string>{"a/b", "a/b/c"}));
}

void TopicStoreTest::bytesThatAreNoTextAreKeptAsTheyAre()
{
    TopicStore store;
    const std::string odd("\xff\xfe/\x00/\xc3(", 7);
    const std::string longest(65535, 'x');
    store.add(odd, {.payload = std::string_view("\0\xff", 2)});
    store.add(longest, {.payload = "long"});
    QCOMPARE(lastOf(store, odd), std::string("\0\xff", 2));
    QCOMPARE(lastOf(store, longest), std::string("long"));
    QCOMPARE(store.add(longest + "x", {}), TopicStore::kNone);
    QCOMPARE(store.counts().withoutPlace, std::uint64_t(1));
}

void TopicStoreTest::countsAndRatesAreOfEachTopicAndOfAllBelow()
{
    TopicStore store;
    for (int i = 0; i < 1000; ++i)
        store.add("a/fast", {.payload = "12345", .time = 1000 + i * 10});
    store.add("a/slow", {.payload = "1", .time = 5000});
    const auto fast = store.topic(store.find("a/fast"));
    QVERIFY(fast);
    QCOMPARE(fast->messages, std::uint64_t(1000));
    QCOMPARE(fast->bytes, std::uint64_t(5000));
    QCOMPARE(fast->firstSeen, std::int64_t(1000));
    QCOMPARE(fast->lastSeen, std::int64_t(10990));
    QCOMPARE(store.messagesBelow(store.find("a")), std::uint64_t(1001));
    // A hundred a second for ten seconds: 1 - 1/e of it is seen by then.
    const double rate = store.rate(store.find("a/fast"), 10990);
    QVERIFY2(rate > 60 && rate < 66, qPrintable(QString::number(rate)));
    QVERIFY(store.rate(store.find("a/fast"), 100'000) < 0.1);
}

void TopicStoreTest::historyIsTheNewestOfAllTopicsAndTheLastOfEach()
{
    TopicStore::Limits limits;
    limits.historyBytes = std::size_t(8) << 20U;
    TopicStore store(limits);
    store.add("quiet", {.payload = "first", .time = 1});
    store.add("quiet", {.payload = "only value", .properties = "p", .time = 2, .qos = 1});
    const std::string block(10'000, 'b');
    for (int i = 0; i < 5000; ++i)
        store.add("busy", {.payload = block + std::to_string(i), .time = 10 + i});
    const auto counts = store.counts();
    QCOMPARE(counts.messages, std::uint64_t(5002));
    QCOMPARE(counts.kept + counts.dropped + 1, counts.messages); // one is pinned
    QVERIFY(counts.bytes < (std::size_t(12) << 20U));
    QCOMPARE(lastOf(store, "quiet"), std::string("only value"));
    QCOMPARE(historyOf(store, store.find("quiet")), std::vector<std::string>{"only value"});
    QCOMPARE(store.last(store.find("quiet"))->properties, std::string_view("p"));
    const auto busy = historyOf(store, store.find("busy"));
    QVERIFY(busy.size() > 300 && busy.size() < 900);
    for (std::size_t i = 0; i < busy.size(); ++i)
        QCOMPARE(busy[i].substr(10'000), std::to_string(4999 - i));
    store.add("quiet", {.payload = "again", .time = 6000});
    QCOMPARE(lastOf(store, "quiet"), std::string("again"));
}

void TopicStoreTest::aLongPayloadKeepsItsHeadAndItsSize()
{
    TopicStore::Limits limits;
    limits.payloadBytes = 1000;
    TopicStore store(limits);
    const std::string payload = std::string(1000, 'h') + std::string(99'000, 't');
    const Node node = store.add("firmware", {.payload = payload, .properties = "props"});
    const auto message = store.last(node);
    QCOMPARE(message->payload, std::string_view(payload).substr(0, 1000));
    QCOMPARE(message->payloadSize, std::uint64_t(100'000));
    QCOMPARE(message->properties, std::string_view("props"));
    QCOMPARE(store.counts().cutPayloads, std::uint64_t(1));
    QCOMPARE(store.topic(node)->bytes, std::uint64_t(100'000));
}

void TopicStoreTest::anEmptyRetainedMessageEndsTheRetainedValue()
{
    TopicStore store;
    const Node node = store.add("a", {.payload = "x", .retained = true});
    QVERIFY(store.topic(node)->retained);
    store.add("a", {.payload = "y"});
    QVERIFY(store.topic(node)->retained);
    store.add("a", {.retained = true});
    QVERIFY(!store.topic(node)->retained);
}

void TopicStoreTest::topicsBeyondTheLimitsAreCounted()
{
    TopicStore::Limits limits;
    limits.topics = 100;
    limits.nodes = 150;
    TopicStore store(limits);
    for (int i = 0; i < 300; ++i)
        store.add("t" + std::to_string(i), {.payload = "x"});
    QCOMPARE(store.counts().topics, 100U);
    QCOMPARE(store.counts().withoutPlace, std::uint64_t(200));
    QVERIFY(store.add("t5", {.payload = "y"}) != TopicStore::kNone);
    QCOMPARE(lastOf(store, "t5"), std::string("y"));
    QCOMPARE(store.messagesBelow(TopicStore::kRoot), std::uint64_t(101));
}

void TopicStoreTest::aTopicOfSlashesOnlyIsBounded()
{
    TopicStore::Limits limits;
    limits.nodes = 100'000;
    TopicStore store(limits);
    const std::string slashes(65535, '/');
    QVERIFY(store.add(slashes, {.payload = "x"}) != TopicStore::kNone);
    QCOMPARE(store.counts().nodes, 65537U);
    QCOMPARE(store.add("b" + slashes.substr(1), {}), TopicStore::kNone);
    QVERIFY(store.counts().nodes <= limits.nodes);
    QCOMPARE(lastOf(store, slashes), std::string("x"));
}

void TopicStoreTest::searchFindsEveryTopicThatContainsTheText()
{
    TopicStore store;
    for (const char *topic : {"site/Seoul/온도", "site/busan/temp", "SEOUL", "x/y", "온도"})
        store.add(topic, {});
    QCOMPARE(foundIn(store, "seoul", true), (std::set<std::string>{"site/Seoul/온도", "SEOUL"}));
    QCOMPARE(foundIn(store, "seoul", false), std::set<std::string>{});
    QCOMPARE(foundIn(store, "온도", true), (std::set<std::string>{"site/Seoul/온도", "온도"}));
    QCOMPARE(foundIn(store, "/", true).size(), std::size_t(3));
    QCOMPARE(foundIn(store, "", false).size(), std::size_t(5));
    int seen = 0;
    store.search("", false, [&](Node) { return ++seen < 2; });
    QCOMPARE(seen, 2);
}

void TopicStoreTest::anySequenceGivesWhatAPlainMapGives()
{
    QRandomGenerator random(42);
    TopicStore::Limits limits;
    limits.historyBytes = std::size_t(8) << 20U;
    TopicStore store(limits);
    std::map<std::string, std::vector<std::string>> plain;
    const char *levels[] = {"a", "b", "", "long-level-name", "$SYS", "\xff"};
    for (int i = 0; i < 60'000; ++i) {
        std::string topic = levels[random.bounded(6)];
        for (int depth = random.bounded(6); depth > 0; --depth)
            topic += std::string("/") + levels[random.bounded(6)];
        std::string payload = std::to_string(i) + std::string(random.bounded(600), 'p');
        store.add(topic, {.payload = payload, .time = i});
        plain[topic].push_back(std::move(payload));
    }
    QCOMPARE(std::size_t(store.counts().topics), plain.size());
    std::size_t kept = 0;
    for (const auto &[topic, payloads] : plain) {
        const Node node = store.find(topic);
        QVERIFY(node != TopicStore::kNone);
        QCOMPARE(store.topic(node)->messages, std::uint64_t(payloads.size()));
        const auto history = historyOf(store, node);
        QVERIFY(!history.empty() && history.size() <= payloads.size());
        QVERIFY(std::equal(history.begin(), history.end(), payloads.rbegin()));
        kept += history.size();
    }
    const auto counts = store.counts();
    QVERIFY(counts.dropped > 0);
    QCOMPARE(counts.messages - counts.dropped, std::uint64_t(kept));
}

void TopicStoreTest::afterClearingNothingIsLeft()
{
    TopicStore store;
    store.add("a/b", {.payload = "x"});
    store.clear();
    QCOMPARE(store.find("a/b"), TopicStore::kNone);
    QCOMPARE(store.firstChild(TopicStore::kRoot), TopicStore::kNone);
    QCOMPARE(store.counts().messages, std::uint64_t(0));
    store.add("a/b", {.payload = "y"});
    QCOMPARE(lastOf(store, "a/b"), std::string("y"));
    QCOMPARE(historyOf(store, store.find("a/b")).size(), std::size_t(1));
}

} // namespace

QTEST_GUILESS_MAIN(TopicStoreTest)
#include "topicstore.moc"
