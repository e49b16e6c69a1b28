// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/batchqueue.h"
#include "core/runtime/batchpump.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <numeric>
#include <thread>

using namespace Portolan;

class BatchQueueTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itemsComeOutInOrderAndInBoundedBatches()
    {
        BatchQueue<int> queue(100);
        for (int i = 0; i < 25; ++i)
            queue.push(i);
        auto first = queue.take(10);
        QCOMPARE(first.items.size(), 10U);
        QCOMPARE(first.items.front(), 0);
        QVERIFY(first.more);
        auto second = queue.take(15);
        QCOMPARE(second.items.front(), 10);
        QCOMPARE(second.items.back(), 24);
        QVERIFY(!second.more);
        QVERIFY(queue.take(10).items.empty());
        QCOMPARE(queue.size(), 0U);
    }

    void aFullQueueDropsTheOldestAndCountsThemOnce()
    {
        BatchQueue<int> queue(10);
        for (int i = 0; i < 35; ++i)
            queue.push(i);
        QCOMPARE(queue.size(), 10U);
        const auto batch = queue.take(100);
        QCOMPARE(batch.dropped, 25U);
        QCOMPARE(batch.items.front(), 25);
        QCOMPARE(batch.items.back(), 34);
        queue.push(1);
        QCOMPARE(queue.take(100).dropped, 0U);
    }

    void theConsumerIsWokenOnceUntilItHasTakenAll()
    {
        BatchQueue<int> queue(100);
        int wakes = 0;
        queue.setWake([&wakes] { ++wakes; });
        for (int i = 0; i < 20; ++i)
            queue.push(i);
        QCOMPARE(wakes, 1);
        QVERIFY(queue.take(5).more);
        queue.push(20); // `more` was said: the consumer comes back by itself
        QCOMPARE(wakes, 1);
        QVERIFY(!queue.take(100).more);
        queue.push(21);
        QCOMPARE(wakes, 2);
    }

    void aWakeThatComesLateFindsWhatWaits()
    {
        BatchQueue<int> queue(100);
        queue.push(1);
        int wakes = 0;
        queue.setWake([&wakes] { ++wakes; });
        QCOMPARE(wakes, 1);
    }

    void aPumpDrainsAtMostOnceInAnInterval()
    {
        const auto queue = std::make_shared<BatchQueue<int>>(1'000'000);
        std::vector<qint64> times;
        std::vector<int> received;
        QElapsedTimer timer;
        timer.start();
        BatchPump<int> pump(queue, [&](std::vector<int> &&items, std::uint64_t dropped) {
            times.push_back(timer.nsecsElapsed());
            received.insert(received.end(), items.begin(), items.end());
            QCOMPARE(dropped, 0U);
        });
        // Items keep coming as fast as the pump's own thread turns.
        int next = 0;
        const auto feed = [&] {
            queue->push(next++);
            return times.size() >= 8;
        };
        QVERIFY(QTest::qWaitFor(feed, 30'000));
        const auto wanted = std::size_t(next);
        QTRY_COMPARE_WITH_TIMEOUT(received.size(), wanted, 30'000);
        QVERIFY(std::is_sorted(received.begin(), received.end()));
        // A millisecond for the timer's grain; only ever more on a busy machine.
        constexpr qint64 kShortest = (BatchPump<int>::kInterval.count() - 1) * 1'000'000;
        for (std::size_t i = 1; i < times.size(); ++i)
            QVERIFY2(times[i] - times[i - 1] >= kShortest,
                     qPrintable(QString::number(double(times[i] - times[i - 1]) / 1e6)));
    }

    void aPumpBoundsTheRowsOfADrainAndComesBackForTheRest()
    {
        const auto queue = std::make_shared<BatchQueue<int>>(10'000);
        for (int i = 0; i < 2500; ++i)
            queue->push(i);
        std::vector<std::size_t> sizes;
        BatchPump<int> pump(
            queue, [&](std::vector<int> &&items, std::uint64_t) { sizes.push_back(items.size()); },
            1000);
        const auto sum = [&] {
            return std::accumulate(sizes.begin(), sizes.end(), std::size_t(0));
        };
        QTRY_COMPARE_WITH_TIMEOUT(sum(), std::size_t(2500), 30'000);
        QVERIFY(*std::max_element(sizes.begin(), sizes.end()) <= 1000);
        QVERIFY(sizes.size() >= 3);
    }

    void dropsReachTheSink()
    {
        const auto queue = std::make_shared<BatchQueue<int>>(100);
        for (int i = 0; i < 350; ++i)
            queue->push(i);
        std::uint64_t lost = 0;
        std::size_t got = 0;
        BatchPump<int> pump(queue, [&](std::vector<int> &&items, std::uint64_t dropped) {
            got += items.size();
            lost += dropped;
        });
        QTRY_COMPARE_WITH_TIMEOUT(got, std::size_t(100), 30'000);
        QCOMPARE(lost, 250U);
    }

    void aDestroyedPumpCallsNobodyWhileOthersPush()
    {
        const auto queue = std::make_shared<BatchQueue<int>>(1000);
        std::jthread producer([queue](std::stop_token stop) {
            for (int i = 0; !stop.stop_requested(); ++i)
                queue->push(i);
        });
        for (int round = 0; round < 100; ++round) {
            auto calls = std::make_unique<int>(0);
            auto pump = std::make_unique<BatchPump<int>>(
                queue, [calls = calls.get()](std::vector<int> &&, std::uint64_t) { ++*calls; });
            if (round % 10 == 0) // let some get to work
                QTRY_VERIFY_WITH_TIMEOUT(*calls > 0, 30'000);
            pump.reset();
            calls.reset(); // a call after this writes into freed memory, which the sanitizer sees
            QCoreApplication::sendPostedEvents();
        }
    }

    void aSinkMayDestroyItsPump()
    {
        const auto queue = std::make_shared<BatchQueue<int>>(100'000);
        for (int i = 0; i < 5000; ++i)
            queue->push(i);
        int calls = 0;
        std::unique_ptr<BatchPump<int>> pump;
        pump = std::make_unique<BatchPump<int>>(queue, [&](std::vector<int> &&, std::uint64_t) {
            ++calls;
            pump.reset();
        });
        QTRY_COMPARE_WITH_TIMEOUT(calls, 1, 30'000);
        queue->push(1);
        QCoreApplication::sendPostedEvents();
        QCOMPARE(calls, 1);
    }
};

QTEST_GUILESS_MAIN(BatchQueueTest)
#include "batchqueue.moc"
