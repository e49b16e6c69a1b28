// SPDX-License-Identifier: GPL-3.0-or-later
// A million topics: how fast they come in, what they cost, and what looking at them takes.
#include "core/mqtt/topicstore.h"
#include "core/mqtt/bytesearch.h"
#include "core/mqtt/topicfilter.h"
#include "core/mqtt/topicorder.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <functional>
#include <random>
#include <string>
#include <vector>

using namespace Portolan::Mqtt;

namespace {

constexpr int kTopics = 1'000'000;
constexpr double kMostSearchMs = 50;
constexpr double kLeastUpdates = 500'000;
constexpr double kMostMegabytes = 400;

double residentMegabytes()
{
    std::ifstream file("/proc/self/statm");
    double all = 0;
    double resident = 0;
    file >> all >> resident;
    return resident * 4096 / 1e6;
}

// Of the processor, so that what else the machine does counts less; there is one thread here.
double millisecondsOf(const std::function<void()> &work)
{
    const std::clock_t begin = std::clock();
    work();
    return double(std::clock() - begin) * 1000 / CLOCKS_PER_SEC;
}

std::string topicOf(int i)
{
    static constexpr std::array kKinds{"temperature", "humidity", "voltage", "state"};
    std::string topic = "plant/site";
    topic += std::to_string(i / 50'000) + "/line" + std::to_string(i / 1'000 % 50) + "/device" +
             std::to_string(i / 4) + "/" + kKinds[std::size_t(i) % 4];
    return topic;
}

// A keystroke: slices of a megabyte until the end, the longest of them and all together.
struct Spent
{
    double whole = 0;
    double longest = 0;
    std::uint64_t found = 0;
};

Spent searched(const TopicStore &store, const ByteSearch &search,
               const std::function<bool(std::string_view)> &also)
{
    Spent spent;
    std::uint64_t place = 0;
    for (bool more = true; more;) {
        const double slice = millisecondsOf([&] {
            more = store.searchPart(place, 1, search, [&](TopicStore::Node node) {
                if (!also || also(store.path(node)))
                    ++spent.found;
            });
        });
        spent.whole += slice;
        spent.longest = std::max(spent.longest, slice);
    }
    return spent;
}

} // namespace

int main()
{
    std::vector<std::string> topics;
    topics.reserve(kTopics);
    for (int i = 0; i < kTopics; ++i)
        topics.push_back(topicOf(i));
    std::vector<std::string> payloads;
    for (int i = 0; i < 1000; ++i)
        payloads.push_back(std::to_string(i) + ".25");
    const double before = residentMegabytes();
    TopicStore store;
    bool good = true;

    double ms = millisecondsOf([&] {
        for (int i = 0; i < kTopics; ++i)
            store.add(topics[std::size_t(i)],
                      {.payload = payloads[std::size_t(i) % 1000], .time = i});
    });
    std::printf("%d new topics: %.0f ms, %.0f a second; %u nodes\n", kTopics, ms,
                kTopics / ms * 1000, store.counts().nodes);
    const double memory = residentMegabytes() - before;
    good = good && memory <= kMostMegabytes;
    std::printf(
        "memory with the last values: %.0f MB resident (aim %.0f), %.0f MB by its own count\n",
        memory, kMostMegabytes, double(store.counts().bytes) / 1e6);

    std::mt19937 random(1);
    std::vector<std::uint32_t> order(2'000'000);
    for (auto &index : order)
        index = std::uint32_t(random() % kTopics);
    ms = millisecondsOf([&] {
        for (std::size_t i = 0; i < order.size(); ++i)
            store.add(topics[order[i]], {.payload = payloads[i % 1000], .time = std::int64_t(i)});
    });
    const double updates = double(order.size()) / ms * 1000;
    good = good && updates >= kLeastUpdates;
    std::printf("updates of topics by chance: %.0f a second (aim %.0f)\n", updates, kLeastUpdates);
    ms = millisecondsOf([&] {
        for (int i = 0; i < 2'000'000; ++i)
            store.add(topics[std::size_t(i) % 10'000],
                      {.payload = payloads[std::size_t(i) % 1000], .time = i});
    });
    std::printf("updates of 10,000 topics in turn: %.0f a second\n", 2e6 / ms * 1000);
    const auto counts = store.counts();
    std::printf("history: %llu messages kept, %llu dropped, %.0f MB\n",
                static_cast<unsigned long long>(counts.kept),
                static_cast<unsigned long long>(counts.dropped), double(counts.bytes) / 1e6);

    double worst = 0;
    const auto report = [&](const char *what, const Spent &spent, bool counted = true) {
        if (counted)
            worst = std::max(worst, spent.whole);
        std::printf("  %-34s %7.1f ms, longest slice %4.2f ms, %8llu found\n", what, spent.whole,
                    spent.longest, static_cast<unsigned long long>(spent.found));
    };
    std::printf("a keystroke over all topics:\n");
    for (const char *text :
         {"t", "te", "temp", "TEMPERATURE", "device12345/", "site7", "zzzz", "/"})
        report(text, searched(store, ByteSearch(text, true), {}));
    for (const char *filter : {"plant/+/line7/#", "+/+/+/+/state", "plant/site3/line4/device1/+"}) {
        const std::string literal = literalOfFilter(filter);
        report(filter, searched(store, ByteSearch(literal, false), [&](std::string_view topic) {
                   return filterMatches(filter, topic);
               }));
    }
    for (const char *pattern : {"device12[0-9]4\\d/volt", "site1.*line3.*state$", "[0-9]{6}/hum"}) {
        QRegularExpression expression(QString::fromLatin1(pattern));
        expression.optimize();
        const std::string literal = literalOfExpression(pattern);
        report(pattern,
               searched(store, ByteSearch(literal, false),
                        [&](std::string_view topic) {
                            return expression
                                .match(QString::fromUtf8(topic.data(), qsizetype(topic.size())))
                                .hasMatch();
                        }),
               false);
    }
    good = good && worst <= kMostSearchMs;
    std::printf("worst text or wildcard keystroke: %.1f ms (aim %.0f)\n", worst, kMostSearchMs);

    TopicStore wide;
    for (int i = 0; i < kTopics; ++i)
        wide.add("flat/device" + std::to_string((i * 7919LL) % kTopics),
                 {.payload = "1", .time = i % 977});
    const TopicStore::Node level = wide.find("flat");
    std::printf("one level of %u children:\n", wide.childCount(level));
    using By = TopicOrder::By;
    std::vector<TopicStore::Node> children;
    for (auto child = wide.firstChild(level); child != TopicStore::kNone;
         child = wide.nextSibling(child))
        children.push_back(child);
    for (const auto &[what, by] :
         {std::pair("name", By::Name), std::pair("messages", By::Messages),
          std::pair("rate", By::Rate), std::pair("last seen", By::LastSeen)}) {
        TopicOrder levelOrder({.by = by});
        const std::span<const TopicStore::Node> all(children);
        const double taken = millisecondsOf([&] { levelOrder.take(wide, all, 1000); });
        const double sorted = millisecondsOf([&] { (void)levelOrder.sort(); });
        std::printf("  by %-9s taken in %.0f ms, sorted in %.0f ms\n", what, taken, sorted);
    }
    std::printf(good ? "all aims are met\n" : "an aim is missed\n");
    return good ? 0 : 1;
}
