// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/enginehost.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <condition_variable>
#include <mutex>
#include <semaphore>

using namespace Portolan;

namespace {

class QtEngine : public QObject
{
    Q_OBJECT
public:
    int calls = 0;
Q_SIGNALS:
    void counted(int calls);
};

class LoopEngine : public ForeignLoop
{
public:
    int calls = 0;

    void run(std::stop_token stop, const std::function<void()> &drainCalls) override
    {
        while (!stop.stop_requested()) {
            std::unique_lock lock(m_mutex);
            m_turn.wait(lock, [this] { return std::exchange(m_woken, false); });
            lock.unlock();
            drainCalls();
        }
    }
    void wake() override
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_woken = true;
        }
        m_turn.notify_one();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_turn;
    bool m_woken = false;
};

} // namespace

class EngineHostTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QCOMPARE(Reaper::waitForAll(std::chrono::seconds(20)), 0); }

    void callsRunInOrderOnTheEnginesThread()
    {
        EngineHost<QtEngine> host(QStringLiteral("qt"),
                                  [](std::stop_token) { return std::make_unique<QtEngine>(); });
        std::vector<int> order;
        QThread *thread = nullptr;
        std::binary_semaphore done(0);
        for (int i = 0; i < 100; ++i)
            QVERIFY(host.post([&, i](QtEngine &) { order.push_back(i); }));
        host.post([&](QtEngine &engine) {
            thread = QThread::currentThread();
            QCOMPARE(engine.thread(), thread);
            done.release();
        });
        QVERIFY(done.try_acquire_for(std::chrono::seconds(10)));
        QCOMPARE(order.size(), 100U);
        QVERIFY(std::is_sorted(order.begin(), order.end()));
        QVERIFY(thread != QThread::currentThread());
    }

    void aForeignLoopServesPostsToo()
    {
        EngineHost<LoopEngine> host(QStringLiteral("loop"),
                                    [](std::stop_token) { return std::make_unique<LoopEngine>(); });
        std::binary_semaphore done(0);
        for (int i = 0; i < 100; ++i)
            host.post([](LoopEngine &engine) { ++engine.calls; });
        int calls = 0;
        host.post([&](LoopEngine &engine) {
            calls = engine.calls;
            done.release();
        });
        QVERIFY(done.try_acquire_for(std::chrono::seconds(10)));
        QCOMPARE(calls, 100);
    }

    void aHostWithABlockedEngineAndThousandPendingPostsIsDestroyedWithoutBlocking()
    {
        std::binary_semaphore entered(0);
        std::binary_semaphore release(0);
        std::atomic<int> ran = 0;
        QElapsedTimer timer;
        {
            EngineHost<QtEngine> host(QStringLiteral("blocked"),
                                      [](std::stop_token) { return std::make_unique<QtEngine>(); });
            host.post([&](QtEngine &) {
                entered.release();
                release.acquire();
            });
            QVERIFY(entered.try_acquire_for(std::chrono::seconds(10)));
            for (int i = 0; i < 1000; ++i)
                host.post([&](QtEngine &) { ++ran; });
            // The engine stays blocked until after the destructor returned: were it waited for,
            // this would never end.
            timer.start();
        }
        const auto destroyed = timer.elapsed();
        QCOMPARE(Reaper::waitForAll(std::chrono::milliseconds(0)), 1);
        release.release();
        QCOMPARE(Reaper::waitForAll(std::chrono::seconds(20)), 0);
        QCOMPARE(ran.load(), 0);
        qInfo("destroyed in %lld ms", destroyed);
    }

    void aForeignLoopThatIsBlockedIsDestroyedWithoutBlockingEither()
    {
        std::binary_semaphore entered(0);
        std::binary_semaphore release(0);
        std::atomic<int> ran = 0;
        {
            EngineHost<LoopEngine> host(QStringLiteral("blocked loop"), [](std::stop_token) {
                return std::make_unique<LoopEngine>();
            });
            host.post([&](LoopEngine &) {
                entered.release();
                release.acquire();
            });
            QVERIFY(entered.try_acquire_for(std::chrono::seconds(10)));
            for (int i = 0; i < 1000; ++i)
                host.post([&](LoopEngine &) { ++ran; });
        } // were the engine waited for, this would never end
        QCOMPARE(Reaper::waitForAll(std::chrono::milliseconds(0)), 1);
        release.release();
        QCOMPARE(Reaper::waitForAll(std::chrono::seconds(20)), 0);
        QCOMPARE(ran.load(), 0);
    }

    void anIdleForeignLoopIsWokenToStop()
    {
        std::binary_semaphore running(0);
        {
            EngineHost<LoopEngine> host(QStringLiteral("idle loop"), [](std::stop_token) {
                return std::make_unique<LoopEngine>();
            });
            host.post([&](LoopEngine &) { running.release(); });
            QVERIFY(running.try_acquire_for(std::chrono::seconds(10)));
        }
        QCOMPARE(Reaper::waitForAll(std::chrono::seconds(20)), 0);
    }

    void aHundredHostsComeAndGoAndLeaveNoThread()
    {
        for (int i = 0; i < 100; ++i) {
            EngineHost<QtEngine> qt(QStringLiteral("qt"),
                                    [](std::stop_token) { return std::make_unique<QtEngine>(); });
            EngineHost<LoopEngine> loop(QStringLiteral("loop"), [](std::stop_token) {
                return std::make_unique<LoopEngine>();
            });
            qt.post([](QtEngine &engine) { ++engine.calls; });
            loop.post([](LoopEngine &engine) { ++engine.calls; });
        }
        QCOMPARE(Reaper::waitForAll(std::chrono::seconds(20)), 0);
    }

    void anEngineIsDestroyedOnItsOwnThread()
    {
        struct Engine : QtEngine
        {
            std::atomic<QThread *> &died;
            explicit Engine(std::atomic<QThread *> &where)
                : died(where)
            {
            }
            ~Engine() override { died = QThread::currentThread(); }
        };
        std::atomic<QThread *> died = nullptr;
        std::atomic<QThread *> lived = nullptr;
        {
            EngineHost<Engine> host(QStringLiteral("qt"), [&died](std::stop_token) {
                return std::make_unique<Engine>(died);
            });
            std::binary_semaphore done(0);
            host.post([&](Engine &) {
                lived = QThread::currentThread();
                done.release();
            });
            QVERIFY(done.try_acquire_for(std::chrono::seconds(10)));
        }
        QCOMPARE(Reaper::waitForAll(std::chrono::seconds(20)), 0);
        QVERIFY(lived.load() != nullptr);
        QCOMPARE(died.load(), lived.load());
    }

    void postsAfterTheEngineEndedAreRefused()
    {
        auto host =
            std::make_unique<EngineHost<LoopEngine>>(QStringLiteral("ended"), [](std::stop_token) {
                return std::make_unique<LoopEngine>();
            });
        auto secretHolder = std::make_unique<int>(7); // a call that cannot be copied
        QVERIFY(host->post([held = std::move(secretHolder)](LoopEngine &) { QCOMPARE(*held, 7); }));
        host.reset();
        QCOMPARE(Reaper::waitForAll(std::chrono::seconds(20)), 0);
    }
};

QTEST_GUILESS_MAIN(EngineHostTest)
#include "enginehost.moc"
