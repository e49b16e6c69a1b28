// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/callqueue.h"
#include "core/runtime/foreignloop.h"
#include "core/runtime/reaper.h"

#include <QEventLoop>
#include <QMetaObject>
#include <QObject>
#include <QString>
#include <QThread>

#include <functional>
#include <memory>
#include <stop_token>
#include <type_traits>
#include <utility>

namespace Portolan {

// A thread with one engine on it. The engine is made, used and destroyed on that thread; the host
// belongs to whoever created it (usually the GUI thread) and may be destroyed at any time.
//
//     EngineHost<Engine> host(QStringLiteral("ssh"), [](std::stop_token stop) { return
//     std::make_unique<Engine>(stop); }); host.post([](Engine &engine) { engine.connectTo(target);
//     });
//
// post() never blocks; calls run in order. An engine that derives from ForeignLoop runs its own
// loop, any other gets a Qt event loop. The destructor asks the engine to stop, drops what is still
// queued, hands the thread to the reaper and returns at once, whatever the engine is doing. Engines
// make no uninterruptible call longer than 100 ms.
template<typename Engine>
class EngineHost
{
public:
    using Factory = UniqueFunction<std::unique_ptr<Engine>(std::stop_token)>;

    EngineHost(const QString &name, Factory makeEngine)
        : m_shared(std::make_shared<Shared>())
    {
        m_thread.reset(
            QThread::create([shared = m_shared, makeEngine = std::move(makeEngine)]() mutable {
                const std::unique_ptr<Engine> engine = makeEngine(shared->stop.get_token());
                shared->engine = engine.get();
                if constexpr (std::is_base_of_v<ForeignLoop, Engine>)
                    runForeign(*shared, *engine);
                else
                    runQt(*shared);
                shared->calls.close();
            }));
        m_thread->setObjectName(name);
        m_thread->start();
    }

    ~EngineHost()
    {
        m_shared->stop.request_stop();
        m_shared->calls.close();
        Reaper::adopt(std::move(m_thread));
    }

    EngineHost(const EngineHost &) = delete;
    EngineHost &operator=(const EngineHost &) = delete;

    // False when the engine has already ended; the call is then dropped unrun.
    template<typename Call>
    requires std::is_invocable_v<Call &, Engine &>
    bool post(Call call)
    {
        return m_shared->calls.push(
            [shared = m_shared.get(), call = std::move(call)]() mutable { call(*shared->engine); });
    }

private:
    struct Shared
    {
        std::stop_source stop;
        CallQueue calls;
        Engine *engine = nullptr; // set and used on the engine's thread only
    };

    static void runForeign(Shared &shared, ForeignLoop &loop)
    {
        shared.calls.setWake([&loop] { loop.wake(); });
        const std::stop_callback onStop(shared.stop.get_token(), [&loop] { loop.wake(); });
        loop.run(shared.stop.get_token(), [&shared] { shared.calls.drain(); });
        shared.calls.setWake({});
    }

    static void runQt(Shared &shared)
    {
        QEventLoop loop;
        QObject context;
        shared.calls.setWake([&] {
            QMetaObject::invokeMethod(
                &context, [&shared] { shared.calls.drain(); }, Qt::QueuedConnection);
        });
        const std::stop_callback onStop(shared.stop.get_token(), [&loop] {
            QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection);
        });
        loop.exec();
        shared.calls.setWake({});
    }

    std::shared_ptr<Shared> m_shared;
    std::unique_ptr<QThread> m_thread;
};

} // namespace Portolan
