// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <stop_token>

namespace Portolan {

// What an engine implements when its library brings an event loop of its own (ssh_event,
// mosquitto_loop, Asio). EngineHost calls run() once, on the engine's thread; the engine returns
// from it soon (100 ms) after the stop token fires. `drainCalls` runs the posted calls: call it on
// every turn of the loop. wake() is called from any thread, also before run() begins, and only
// makes the loop turn once more; it must not block and must not take a lock that run() holds while
// it calls out.
class ForeignLoop
{
public:
    virtual ~ForeignLoop() = default;
    virtual void run(std::stop_token stop, const std::function<void()> &drainCalls) = 0;
    virtual void wake() = 0;
};

} // namespace Portolan
