// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/uniquefunction.h"

#include <mutex>
#include <utility>
#include <vector>

namespace Portolan {

// Calls waiting for one thread. Any thread pushes, the owner drains. Standard library only, so that
// ThreadSanitizer can judge it. The wake function is called under the lock, once per change from
// empty to non-empty: it must only signal (write a byte to a pipe, post an event) and never call
// back into the queue.
class CallQueue
{
public:
    using Call = UniqueFunction<void()>;

    // False after close(): the call was dropped unrun.
    bool push(Call call)
    {
        const std::scoped_lock lock(m_mutex);
        if (m_closed)
            return false;
        m_calls.push_back(std::move(call));
        if (m_calls.size() == 1 && m_wake)
            m_wake();
        return true;
    }

    // Wakes at once if calls are already waiting.
    void setWake(UniqueFunction<void()> wake)
    {
        const std::scoped_lock lock(m_mutex);
        m_wake = std::move(wake);
        if (m_wake && !m_calls.empty())
            m_wake();
    }

    // Runs what was queued before the call began; what those push runs in the next drain. Stops
    // early at close().
    void drain()
    {
        std::vector<Call> calls;
        {
            const std::scoped_lock lock(m_mutex);
            calls.swap(m_calls);
        }
        for (Call &call : calls) {
            if (isClosed())
                return;
            call();
        }
    }

    void close()
    {
        std::vector<Call> dropped;
        const std::scoped_lock lock(m_mutex);
        m_closed = true;
        m_wake = {};
        dropped.swap(m_calls);
    }

    [[nodiscard]] bool isClosed() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_closed;
    }

private:
    mutable std::mutex m_mutex;
    std::vector<Call> m_calls;
    UniqueFunction<void()> m_wake;
    bool m_closed = false;
};

} // namespace Portolan
