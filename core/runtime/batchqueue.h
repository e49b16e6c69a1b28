// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <iterator>
#include <mutex>
#include <utility>
#include <vector>

namespace Portolan {

// A bounded stream of items from producers on any thread to one consumer. Standard library only, so
// that ThreadSanitizer can judge it. The consumer is woken once per change from empty to non-empty:
// a million items cost a handful of wakes. When full, the oldest items go and are counted: that is
// for telemetry, where the newest matters, and whoever shows the stream shows the count too. Byte
// streams do not use it: they stop reading, so that TCP pushes back.
template<typename T>
class BatchQueue
{
public:
    struct Batch
    {
        std::vector<T> items;
        std::uint64_t dropped = 0; // items lost between the previous batch and this one
        bool more = false;         // there is more to take now; no wake will come for it
    };

    explicit BatchQueue(std::size_t capacity)
        : m_capacity(std::max<std::size_t>(capacity, 1))
    {
    }

    // Called under the lock, from the pushing thread: it must only signal. Wakes at once if items
    // are already waiting.
    void setWake(std::function<void()> wake)
    {
        const std::scoped_lock lock(m_mutex);
        m_wake = std::move(wake);
        if (m_wake && !m_items.empty())
            m_wake();
    }

    void push(T item)
    {
        const std::scoped_lock lock(m_mutex);
        if (m_items.size() == m_capacity) {
            m_items.pop_front();
            ++m_dropped;
        }
        m_items.push_back(std::move(item));
        if (!std::exchange(m_wakePending, true) && m_wake)
            m_wake();
    }

    [[nodiscard]] Batch take(std::size_t most)
    {
        const std::scoped_lock lock(m_mutex);
        const auto count = static_cast<std::ptrdiff_t>(std::min(most, m_items.size()));
        Batch batch;
        batch.items.assign(std::make_move_iterator(m_items.begin()),
                           std::make_move_iterator(m_items.begin() + count));
        m_items.erase(m_items.begin(), m_items.begin() + count);
        batch.dropped = std::exchange(m_dropped, 0);
        batch.more = !m_items.empty();
        m_wakePending = batch.more;
        return batch;
    }

    [[nodiscard]] std::size_t size() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_items.size();
    }

private:
    mutable std::mutex m_mutex;
    std::deque<T> m_items;
    std::function<void()> m_wake;
    const std::size_t m_capacity;
    std::uint64_t m_dropped = 0;
    bool m_wakePending = false;
};

} // namespace Portolan
