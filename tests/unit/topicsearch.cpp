// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mqtt/bytesearch.h"
#include "core/mqtt/topicfilter.h"
#include "core/mqtt/topicorder.h"
#include "core/mqtt/topicstore.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <random>
#include <set>
#include <string>

using namespace Portolan::Mqtt;

namespace {

using Node = TopicStore::Node;
using By = TopicOrder::By;

class TopicSearchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bytesAreFoundWhereAPlainLoopFindsThem();
    void slicesFindWhatLookingAtEachFinds();
    void aSearchGoesOnWithTopicsThatComeLater();
    void whatAFilterMatchesHasItsLiteral();
    void whatAnExpressionMatchesHasItsLiteral();
    void aLevelIsSortedByEachKey();
    void aLevelOfLevelsIsSortedByWhatCameSinceTheLastTime();
    void laterNamesAreMergedIntoTheOrder();
    void aLargeOrderIsWholeAndCanBeGivenUp();
    void namesWithNumbersStandInTheirOrder();
};

void TopicSearchTest::bytesAreFoundWhereAPlainLoopFindsThem()
{
    std::mt19937 random(3);
    for (int round = 0; round < 3'000; ++round) {
        std::string text(random() % 80, '\0');
        for (char &c : text)
            c = "abAB/\xff"[random() % 6];
        std::string wanted(random() % 4, '\0');
        for (char &c : wanted)
            c = "abAB/\xff"[random() % 6];
        const std::size_t from = random() % 90;
        const bool fold = random() % 2 == 1;
        std::string a = text;
        std::string b = wanted;
        if (fold) {
            const auto lower = [](char c) {
                return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
            };
            std::transform(a.begin(), a.end(), a.begin(), lower);
            std::transform(b.begin(), b.end(), b.begin(), lower);
        }
        QCOMPARE(ByteSearch(wanted, fold).find(text, from), a.find(b, from));
    }
}

std::set<std::string> inSlices(const TopicStore &store, std::string_view text, bool fold)
{
    std::set<std::string> topics;
    const ByteSearch search(text, fold);
    std::uint64_t place = 0;
    while (store.searchPart(place, 1, search, [&](Node node) {
        const bool isNew = topics.emplace(store.path(node)).second;
        if (!isNew)
            QTest::qFail("a topic was found twice", __FILE__, __LINE__);
    })) {
    }
    return topics;
}

void TopicSearchTest::slicesFindWhatLookingAtEachFinds()
{
    // Several chunks of a megabyte, names whose bytes look like the headers between them.
    TopicStore store;
    std::mt19937 random(5);
    std::set<std::string> all;
    for (int i = 0; i < 60'000; ++i) {
        std::string topic = "p/" + std::to_string(random() % 40'000) + "/";
        for (std::size_t length = random() % 60; length > 0; --length)
            topic += "ab\x01\0X\x06"[random() % 6];
        store.add(topic, {});
        all.insert(topic);
    }
    for (const std::string &wanted :
         {std::string("a"), std::string("ab"), std::string("/1"), std::string("p/12"),
          std::string("\x06\0", 2), std::string("\0", 1), std::string("xA"), std::string("none"),
          std::string("X\x01\x01")}) {
        for (const bool fold : {false, true}) {
            std::set<std::string> expected;
            for (const std::string &topic : all) {
                if (ByteSearch(wanted, fold).find(topic) != ByteSearch::kNone)
                    expected.insert(topic);
            }
            QCOMPARE(inSlices(store, wanted, fold), expected);
        }
    }
    QCOMPARE(inSlices(store, "", false).size(), all.size());
}

void TopicSearchTest::aSearchGoesOnWithTopicsThatComeLater()
{
    TopicStore store;
    const ByteSearch search("x", false);
    std::uint64_t place = 0;
    int found = 0;
    const auto count = [&](Node) { ++found; };
    QVERIFY(!store.searchPart(place, 1'000, search, count));
    for (int i = 0; i < 30; ++i) {
        store.add("x/" + std::to_string(i) + std::string(50'000, 'y'), {});
        store.add("y/" + std::to_string(i), {});
        while (store.searchPart(place, 1, search, count)) {
        }
        QCOMPARE(found, i + 1);
    }
}

void TopicSearchTest::whatAFilterMatchesHasItsLiteral()
{
    QCOMPARE(literalOfFilter("a/b/c"), std::string("a/b/c"));
    QCOMPARE(literalOfFilter("plant/+/line7/#"), std::string("/line7"));
    QCOMPARE(literalOfFilter("+/+/state"), std::string("/state"));
    QCOMPARE(literalOfFilter("#"), std::string());
    QCOMPARE(literalOfFilter("a/#"), std::string("a"));
    std::mt19937 random(9);
    const std::string levels[] = {"a", "b", "", "+", "x1", "#"};
    for (int round = 0; round < 50'000; ++round) {
        std::string filter;
        std::string topic;
        for (std::size_t i = 0, depth = 1 + random() % 4; i < depth; ++i) {
            filter += (i ? "/" : "") + levels[random() % 6];
            topic += (i ? "/" : "") + levels[random() % 3];
        }
        if (checkTopicFilter(filter) && filterMatches(filter, topic))
            QVERIFY2(topic.find(literalOfFilter(filter)) != std::string::npos, filter.c_str());
    }
}

void TopicSearchTest::whatAnExpressionMatchesHasItsLiteral()
{
    QCOMPARE(literalOfExpression("temp"), std::string("temp"));
    QCOMPARE(literalOfExpression("^plant/.*/line[0-9]+$"), std::string("plant/"));
    QCOMPARE(literalOfExpression("colou?r"), std::string("colo"));
    QCOMPARE(literalOfExpression("온?도"), std::string("도"));
    QCOMPARE(literalOfExpression("a{0,3}bc"), std::string("bc"));
    QCOMPARE(literalOfExpression("a\\/b\\.c"), std::string("a/b.c"));
    for (const char *uncertain : {"a|b", "(abc)?", "\\x41bc", "\\Qabc\\E", "[abc]", ".*", "a*", ""})
        QCOMPARE(literalOfExpression(uncertain), std::string());
    // Whatever matches has it, for any expression that can be read.
    std::mt19937 random(13);
    const std::string pieces[] = {"a", "b", "ab", "[ab]", "[^a]",  "[]a]", ".",
                                  "*", "+", "?",  "{2}",  "{0,1}", "\\.",  "\\d",
                                  "^", "$", "/",  "\\b",  "[\\]a]"};
    for (int round = 0; round < 20'000; ++round) {
        std::string pattern;
        for (std::size_t count = 1 + random() % 5; count > 0; --count)
            pattern += pieces[random() % std::size(pieces)];
        const QRegularExpression expression(QString::fromStdString(pattern));
        if (!expression.isValid())
            continue;
        const std::string literal = literalOfExpression(pattern);
        for (int i = 0; i < 8; ++i) {
            std::string topic(random() % 8, '\0');
            for (char &c : topic)
                c = "ab/.1]"[random() % 6];
            if (expression.match(QString::fromStdString(topic)).hasMatch())
                QVERIFY2(topic.find(literal) != std::string::npos,
                         (pattern + " in " + topic + ": " + literal).c_str());
        }
    }
}

std::vector<Node> childrenOf(const TopicStore &store, Node level)
{
    std::vector<Node> nodes;
    for (Node child = store.firstChild(level); child != TopicStore::kNone;
         child = store.nextSibling(child))
        nodes.push_back(child);
    return nodes;
}

std::vector<std::string> ordered(const TopicStore &store, By by, bool descending)
{
    TopicOrder order({.by = by, .descending = descending});
    order.take(store, childrenOf(store, store.find("l")), 5000);
    if (!order.sort())
        return {};
    std::vector<std::string> names;
    for (const Node node : order.nodes())
        names.emplace_back(store.name(node));
    return names;
}

void TopicSearchTest::aLevelIsSortedByEachKey()
{
    TopicStore store;
    using Names = std::vector<std::string>;
    store.add("l/b/x", {.time = 1000});
    store.add("l/b/y", {.time = 1000});
    store.add("l/a", {.time = 3000});
    for (int i = 0; i < 5; ++i)
        store.add("l/c", {.time = 2000 + i});
    QCOMPARE(ordered(store, By::Name, false), (Names{"a", "b", "c"}));
    QCOMPARE(ordered(store, By::Name, true), (Names{"c", "b", "a"}));
    QCOMPARE(ordered(store, By::Messages, true), (Names{"c", "b", "a"}));
    QCOMPARE(ordered(store, By::Rate, true), (Names{"c", "a", "b"}));
    QCOMPARE(ordered(store, By::LastSeen, false), (Names{"b", "c", "a"}));
    // What came below a level counts for it.
    store.add("l/b/y", {.time = 9000});
    QCOMPARE(ordered(store, By::LastSeen, false), (Names{"c", "a", "b"}));
    QCOMPARE(store.lastBelow(store.find("l/a")), std::int64_t(3000));
    const std::int64_t below = store.lastBelow(store.find("l/b"));
    QVERIFY(below > 9000 - 16 && below <= 9000);
    QCOMPARE(store.lastBelow(TopicStore::kRoot), below);
    TopicOrder nothing(TopicOrder::Choice{});
    QVERIFY(nothing.sort());
    QVERIFY(nothing.nodes().empty());
}

void TopicSearchTest::aLevelOfLevelsIsSortedByWhatCameSinceTheLastTime()
{
    TopicStore store;
    for (int i = 0; i < 9; ++i)
        store.add("l/before/x", {.time = 1000});
    store.add("l/now/x", {.time = 1000});
    TopicOrder order({.by = By::Rate, .descending = true});
    std::vector<Node> nodes = childrenOf(store, store.find("l"));
    order.take(store, nodes, 1000);
    QVERIFY(order.sort());
    for (int i = 0; i < 3; ++i)
        store.add("l/now/x", {.time = 1500});
    store.add("l/later/x", {.time = 1500});
    order.restart();
    nodes = childrenOf(store, store.find("l"));
    std::reverse(nodes.begin(), nodes.end());
    order.take(store, nodes, 2000);
    QVERIFY(order.sort());
    QCOMPARE(store.name(order.nodes().front()), std::string_view("now"));
}

void TopicSearchTest::laterNamesAreMergedIntoTheOrder()
{
    std::mt19937 random(17);
    for (int round = 0; round < 60; ++round) {
        TopicStore store;
        TopicOrder order({.by = By::Name, .descending = round % 2 == 1});
        std::size_t taken = 0;
        for (int part = 0; part < 4; ++part) {
            for (std::size_t count = random() % 200; count > 0; --count) {
                // The bytes that all names begin with become fewer from part to part.
                std::string name = part < 2 ? "Device-" : part == 2 ? "dev" : "";
                for (std::size_t length = random() % 14; length > 0; --length)
                    name += "019aA-\xec"[random() % 7];
                store.add("l/" + name, {.time = 1});
            }
            if (store.find("l") == TopicStore::kNone)
                continue;
            const std::vector<Node> all = childrenOf(store, store.find("l"));
            order.take(store, std::span(all).subspan(taken), 0);
            taken = all.size();
            QVERIFY(order.sort());
            std::vector<std::string> names;
            for (const Node node : order.nodes())
                names.emplace_back(store.name(node));
            std::vector<std::string> expected = names;
            std::sort(expected.begin(), expected.end(), isNameBefore);
            if (round % 2 == 1)
                std::reverse(expected.begin(), expected.end());
            QCOMPARE(names, expected);
            QCOMPARE(std::set<std::string>(names.begin(), names.end()).size(), all.size());
        }
    }
}

void TopicSearchTest::aLargeOrderIsWholeAndCanBeGivenUp()
{
    TopicStore store;
    constexpr std::uint32_t kTopics = 150'000;
    for (std::uint32_t i = 0; i < kTopics; ++i)
        store.add("l/" + std::to_string(i * 7919 % kTopics), {.time = 1});
    const std::vector<Node> all = childrenOf(store, store.find("l"));
    TopicOrder order(TopicOrder::Choice{});
    order.take(store, all, 0);
    const std::atomic<bool> stop = true;
    QVERIFY(!order.sort(&stop));
    QVERIFY(order.sort());
    const std::vector<Node> sorted = order.nodes();
    QCOMPARE(sorted.size(), std::size_t(kTopics));
    for (std::uint32_t i = 0; i < kTopics; ++i) {
        if (store.name(sorted[i]) != std::to_string(i))
            QFAIL("a number stands in the wrong place");
    }
}

void TopicSearchTest::namesWithNumbersStandInTheirOrder()
{
    const std::vector<std::string> names{"",      "1",      "01",    "2",    "10",
                                         "a",     "dev",    "Dev1",  "dev2", "dev2a",
                                         "dev10", "dev10/", "devil", "온도"};
    for (std::size_t i = 0; i < names.size(); ++i) {
        for (std::size_t k = 0; k < names.size(); ++k) {
            // "01" and "1" are the same number; the bytes decide, so that there is one order.
            const bool areOnes = (i == 1 && k == 2) || (i == 2 && k == 1);
            if (!areOnes)
                QCOMPARE(isNameBefore(names[i], names[k]), i < k);
        }
    }
    QVERIFY(isNameBefore("01", "1") != isNameBefore("1", "01"));
}

} // namespace

QTEST_GUILESS_MAIN(TopicSearchTest)
#include "topicsearch.moc"
