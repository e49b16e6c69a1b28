// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/batchqueue.h"

#include <QElapsedTimer>
#include <QMetaObject>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <utility>

namespace Portolan {

// The consumer's end of a BatchQueue on a thread with a Qt loop: hands over what has come, at most
// `mostPerDrain` items and at most once per interval, so that an item model makes one insertion per
// frame whatever the producer does. Lives on, and calls back on, the thread that made it.
// Destroying it ends the calls.
template<typename T>
class BatchPump
{
public:
    using Sink = std::function<void(std::vector<T> &&items, std::uint64_t dropped)>;
    static constexpr std::chrono::milliseconds kInterval{33};

    BatchPump(std::shared_ptr<BatchQueue<T>> queue, Sink sink, std::size_t mostPerDrain = 2000)
        : m_queue(std::move(queue))
        , m_sink(std::move(sink))
        , m_mostPerDrain(mostPerDrain)
    {
        m_timer.setSingleShot(true);
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { drain(); });
        m_sinceDrain.start();
        m_queue->setWake([this] {
            QMetaObject::invokeMethod(
                &m_timer, [this] { schedule(); }, Qt::QueuedConnection);
        });
    }
    ~BatchPump() { m_queue->setWake({}); }
    BatchPump(const BatchPump &) = delete;
    BatchPump &operator=(const BatchPump &) = delete;

private:
    void schedule()
    {
        const auto due = kInterval.count() - m_sinceDrain.elapsed();
        m_timer.start(m_drained && due > 0 ? static_cast<int>(due) : 0);
    }
    void drain()
    {
        m_drained = true;
        auto batch = m_queue->take(m_mostPerDrain);
        m_sinceDrain.restart();
        const bool more = batch.more;
        m_sink(std::move(batch.items), batch.dropped);
        if (more)
            schedule();
    }

    std::shared_ptr<BatchQueue<T>> m_queue;
    Sink m_sink;
    std::size_t m_mostPerDrain;
    QTimer m_timer;
    QElapsedTimer m_sinceDrain;
    bool m_drained = false;
};

} // namespace Portolan
