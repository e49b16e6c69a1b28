// SPDX-License-Identifier: GPL-3.0-or-later
// The queues between threads, without Qt, so that the thread sanitizer can judge them. Each check
// ends the program with a line that says what was seen.
#include "core/runtime/batchqueue.h"
#include "core/runtime/callqueue.h"

#include <array>
#include <atomic>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

using namespace Portolan;

namespace {

constexpr int kProducers = 4;
constexpr std::uint64_t kPerProducer = 125'000;
constexpr std::uint64_t kAll = kProducers * kPerProducer;

void require(bool holds, const char *sentence, std::uint64_t seen, std::uint64_t expected)
{
    if (holds)
        return;
    std::fprintf(stderr, "%s: saw %llu, expected %llu\n", sentence,
                 static_cast<unsigned long long>(seen), static_cast<unsigned long long>(expected));
    std::exit(1);
}

// Wakes the consumer the way an event loop is woken: a flag and a condition.
class Doorbell
{
public:
    void ring()
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_rung = true;
            ++m_rings;
        }
        m_condition.notify_one();
    }
    void wait()
    {
        std::unique_lock lock(m_mutex);
        m_condition.wait(lock, [this] { return std::exchange(m_rung, false); });
    }
    std::uint64_t rings()
    {
        const std::scoped_lock lock(m_mutex);
        return m_rings;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_condition;
    bool m_rung = false;
    std::uint64_t m_rings = 0;
};

struct Item
{
    int producer;
    std::uint64_t number;
    std::unique_ptr<std::uint64_t> owned; // a freed or doubly moved item would be seen
};

std::vector<std::jthread> startProducers(const std::function<void(int)> &produce)
{
    std::vector<std::jthread> threads;
    for (int producer = 0; producer < kProducers; ++producer)
        threads.emplace_back([produce, producer] { produce(producer); });
    return threads;
}

void everyItemArrivesInOrderOrIsCountedAsDropped(std::size_t capacity)
{
    BatchQueue<Item> queue(capacity);
    Doorbell bell;
    queue.setWake([&bell] { bell.ring(); });
    auto producers = startProducers([&queue](int producer) {
        for (std::uint64_t i = 1; i <= kPerProducer; ++i)
            queue.push(Item{producer, i, std::make_unique<std::uint64_t>(i)});
    });

    std::array<std::uint64_t, kProducers> last{};
    std::uint64_t taken = 0;
    std::uint64_t dropped = 0;
    std::uint64_t emptied = 0;
    while (taken + dropped < kAll) {
        bell.wait();
        for (bool more = true; more;) {
            auto batch = queue.take(1000);
            require(batch.items.size() <= 1000, "a batch is bounded", batch.items.size(), 1000);
            for (const Item &item : batch.items) {
                const auto producer = static_cast<std::size_t>(item.producer);
                require(item.number > last[producer], "items keep their order", item.number,
                        last[producer] + 1);
                require(*item.owned == item.number, "items are whole", *item.owned, item.number);
                last[producer] = item.number;
            }
            taken += batch.items.size();
            dropped += batch.dropped;
            more = batch.more;
        }
        ++emptied;
    }
    producers.clear();
    require(taken + dropped == kAll, "no item is lost uncounted", taken + dropped, kAll);
    require(bell.rings() <= emptied + 1, "one wake for each change from empty to non-empty",
            bell.rings(), emptied);
    if (capacity >= kAll)
        require(dropped == 0, "nothing is dropped where all fits", dropped, 0);
    std::printf("capacity %zu: %llu taken, %llu dropped, %llu wakes\n", capacity,
                static_cast<unsigned long long>(taken), static_cast<unsigned long long>(dropped),
                static_cast<unsigned long long>(bell.rings()));
}

void everyCallRunsOnTheDrainingThreadOnce()
{
    CallQueue queue;
    Doorbell bell;
    queue.setWake([&bell] { bell.ring(); });
    std::uint64_t ran = 0; // touched by the draining thread only: a call elsewhere is a race
    auto producers = startProducers([&queue, &ran](int) {
        for (std::uint64_t i = 0; i < kPerProducer; ++i)
            queue.push([&ran, held = std::make_unique<int>(1)] {
                ran += static_cast<std::uint64_t>(*held);
            });
    });
    while (ran < kAll) {
        bell.wait();
        queue.drain();
    }
    producers.clear();
    queue.drain();
    require(ran == kAll, "every call ran once", ran, kAll);
}

void aQueueThatIsClosedWhileOthersPushRunsNothingMore()
{
    CallQueue queue;
    std::atomic<std::uint64_t> accepted = 0;
    std::uint64_t ran = 0;
    {
        auto producers = startProducers([&](int) {
            while (queue.push([&ran] { ++ran; }))
                accepted.fetch_add(1, std::memory_order_relaxed);
        });
        while (ran < 1000)
            queue.drain();
        queue.close();
    }
    const std::uint64_t before = ran;
    queue.drain();
    require(ran == before, "a closed queue runs nothing", ran, before);
    require(ran <= accepted.load(), "no more ran than was accepted", ran, accepted.load());
    require(!queue.push([] {}), "a closed queue refuses calls", 1, 0);
}

} // namespace

int main()
{
    everyItemArrivesInOrderOrIsCountedAsDropped(kAll);
    everyItemArrivesInOrderOrIsCountedAsDropped(500);
    everyCallRunsOnTheDrainingThreadOnce();
    aQueueThatIsClosedWhileOthersPushRunsNothingMore();
    return 0;
}
