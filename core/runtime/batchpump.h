// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/batchqueue.h"

#include <QElapsedTimer>
#include <QMetaObject>
#include <QObject>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <functional>
#include <memory>
#include <utility>

namespace Portolan {

// The consumer's end of a BatchQueue on a thread with a Qt loop: hands over what has come, at most
// once per interval and at most `mostPerDrain` items, so that an item model makes one insertion per
// frame whatever the producer does. A sink that needs longer than its share of the frame gets fewer
// items the next time: the rest waits in the queue, which is bounded and counts what it drops.
// Lives on, and calls back on, the thread that made it. Destroying it ends the calls, also from
// inside the sink.
template<typename T>
class BatchPump
{
public:
    using Sink = std::function<void(std::vector<T> &&items, std::uint64_t dropped)>;
    static constexpr std::chrono::milliseconds kInterval{33};
    static constexpr std::chrono::milliseconds kSinkShare{8}; // of an interval; painting needs more

    BatchPump(std::shared_ptr<BatchQueue<T>> queue, Sink sink, std::size_t mostPerDrain = 20'000)
        : m_state(std::make_shared<State>(std::move(queue), std::move(sink), mostPerDrain))
    {
        QTimer *const timer = &m_state->timer;
        QObject::connect(timer, &QTimer::timeout, timer,
                         [state = std::weak_ptr(m_state)] { drain(state.lock()); });
        m_state->queue->setWake([timer, state = std::weak_ptr(m_state)] {
            QMetaObject::invokeMethod(
                timer, [state] { schedule(state.lock()); }, Qt::QueuedConnection);
        });
    }
    ~BatchPump() { m_state->queue->setWake({}); }
    BatchPump(const BatchPump &) = delete;
    BatchPump &operator=(const BatchPump &) = delete;

private:
    static constexpr std::size_t kFewest = 64;

    // Outlives the pump by the rest of a call to the sink, if that call destroys the pump.
    struct State
    {
        State(std::shared_ptr<BatchQueue<T>> from, Sink to, std::size_t atMost)
            : queue(std::move(from))
            , sink(std::move(to))
            , most(std::max<std::size_t>(atMost, 1))
            , next(std::min<std::size_t>(most, 1000))
        {
            timer.setSingleShot(true);
            timer.setTimerType(Qt::PreciseTimer);
        }
        std::shared_ptr<BatchQueue<T>> queue;
        Sink sink;
        const std::size_t most;
        std::size_t next; // how many the sink gets next time
        QTimer timer;
        QElapsedTimer sinceDrain;
    };

    static void schedule(const std::shared_ptr<State> &state)
    {
        if (!state)
            return;
        const auto due =
            state->sinceDrain.isValid() ? kInterval.count() - state->sinceDrain.elapsed() : 0;
        state->timer.start(static_cast<int>(std::max<qint64>(due, 0)));
    }
    static void drain(const std::shared_ptr<State> &state)
    {
        if (!state)
            return;
        auto batch = state->queue->take(state->next);
        state->sinceDrain.restart();
        const bool more = batch.more;
        const auto count = batch.items.size();
        state->sink(std::move(batch.items), batch.dropped);
        const auto took = std::chrono::nanoseconds(state->sinceDrain.nsecsElapsed());
        if (took > kSinkShare)
            state->next = std::max(std::min(kFewest, state->most), count / 2);
        else if (more && took < kSinkShare / 2)
            state->next = std::min(state->most, state->next * 2);
        if (more && state.use_count() > 1) // else the pump is gone, and this is its last call
            schedule(state);
    }

    std::shared_ptr<State> m_state;
};

} // namespace Portolan
