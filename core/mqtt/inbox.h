// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mqtt/messagesink.h"
#include "core/mqtt/topicstore.h"

#include <atomic>
#include <chrono>
#include <mutex>
#include <utility>
#include <vector>

namespace Portolan::Mqtt {

// The store of what one connection received, between the engine that fills it and the window that
// looks: the window locks it for a moment every 50 ms or so. Meanwhile the engine goes on reading
// into a buffer of its own, up to kMostWaiting bytes, and only then waits; it gives way while it
// empties that. Nothing is lost here; what the store leaves out it counts. Keep a read short: look
// up what is in view, copy, leave.
class Inbox final : public MessageSink
{
public:
    static constexpr std::size_t kMostWaiting = std::size_t(16) << 20U;
    static constexpr std::size_t kMostWaitingMessages = 100'000;
    static constexpr std::size_t kLarge = std::size_t(1) << 20U; // not buffered

    explicit Inbox(const TopicStore::Limits &limits = {});

    // Any thread. `look` is called with the store locked.
    template<typename Look>
    decltype(auto) read(Look &&look) const
    {
        const Turn turn(*this);
        return std::forward<Look>(look)(std::as_const(m_store));
    }
    // The same for work in the background that comes back often: whoever else wants the store goes
    // first, also the engine. Not on the thread of a window: it may wait for long.
    template<typename Look>
    decltype(auto) readBehind(Look &&look) const
    {
        waitForOthers();
        const std::scoped_lock lock(m_mutex);
        return std::forward<Look>(look)(std::as_const(m_store));
    }
    template<typename Change>
    decltype(auto) change(Change &&change)
    {
        const Turn turn(*this);
        return std::forward<Change>(change)(m_store);
    }
    void clear();

    // A window's tick: while it lives, the engine leaves the store alone, so that reads do not wait
    // for it one by one. Not ready where the store was not to be had so soon, because it is being
    // filled by a thread that waits for a processor, or makes room: then the tick had better wait.
    class Visit
    {
    public:
        Visit(const Inbox &inbox, std::chrono::milliseconds patience);
        ~Visit();
        Visit(const Visit &) = delete;
        Visit &operator=(const Visit &) = delete;
        [[nodiscard]] bool isReady() const { return m_ready; }

    private:
        const Inbox &m_inbox;
        bool m_ready;
    };
    static constexpr std::chrono::milliseconds kPatience{4}; // of a tick

    // On the engine's thread.
    void message(const Received &message) override;
    void endOfRound() override;

private:
    // The engine's lock would win over and over; whoever else comes says so first.
    class Turn
    {
    public:
        explicit Turn(const Inbox &inbox);
        ~Turn();
        Turn(const Turn &) = delete;
        Turn &operator=(const Turn &) = delete;

    private:
        const Inbox &m_inbox;
    };
    struct Waiting
    {
        std::size_t topic, payload, properties; // sizes, in this order in m_bytes
        std::int64_t time;
        std::uint8_t qos;
        bool retained, duplicate;
    };

    void take(bool wait);
    void waitForOthers() const;

    mutable std::timed_mutex m_mutex;
    mutable std::atomic<int> m_looking = 0; // who else waits for the store, or has it
    TopicStore m_store;

    // The engine's own.
    std::vector<char> m_bytes;
    std::vector<Waiting> m_waiting;
    std::size_t m_taken = 0; // of those, and their bytes
    std::size_t m_takenBytes = 0;
};

} // namespace Portolan::Mqtt
