// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mqtt/inbox.h"

#include <thread>

namespace Portolan::Mqtt {

namespace {

constexpr std::size_t kTurn = 256; // messages between two looks at who waits

} // namespace

Inbox::Turn::Turn(const Inbox &inbox)
    : m_inbox(inbox)
{
    ++m_inbox.m_looking;
    m_inbox.m_mutex.lock();
}

Inbox::Turn::~Turn()
{
    m_inbox.m_mutex.unlock();
    --m_inbox.m_looking;
}

Inbox::Visit::Visit(const Inbox &inbox, std::chrono::milliseconds patience)
    : m_inbox(inbox)
{
    ++m_inbox.m_looking;
    m_ready = m_inbox.m_mutex.try_lock_for(patience);
    if (m_ready)
        m_inbox.m_mutex.unlock();
}

Inbox::Visit::~Visit()
{
    --m_inbox.m_looking;
}

Inbox::Inbox(const TopicStore::Limits &limits)
    : m_store(limits)
{
}

// A mutex is not fair: who unlocks and locks again at once mostly has it, so there is a pause
// first.
void Inbox::waitForOthers() const
{
    constexpr std::chrono::microseconds kPause{300};
    do {
        std::this_thread::sleep_for(kPause);
    } while (m_looking.load() > 0);
}

void Inbox::clear()
{
    change([](TopicStore &store) { store.clear(); });
}

void Inbox::message(const Received &message)
{
    // The store keeps the head of a huge message: no need to copy all of it first.
    if (message.payload.size() > kLarge) {
        take(true);
        const std::scoped_lock lock(m_mutex);
        m_store.add(message.topic, {.payload = message.payload,
                                    .properties = message.properties,
                                    .time = message.time,
                                    .qos = message.qos,
                                    .retained = message.retained,
                                    .duplicate = message.duplicate});
        return;
    }
    m_bytes.insert(m_bytes.end(), message.topic.begin(), message.topic.end());
    m_bytes.insert(m_bytes.end(), message.payload.begin(), message.payload.end());
    m_bytes.insert(m_bytes.end(), message.properties.begin(), message.properties.end());
    m_waiting.push_back({message.topic.size(), message.payload.size(), message.properties.size(),
                         message.time, message.qos, message.retained, message.duplicate});
    if (m_bytes.size() > kMostWaiting || m_waiting.size() > kMostWaitingMessages)
        take(true);
}

void Inbox::endOfRound()
{
    if (!m_waiting.empty())
        take(false);
}

void Inbox::take(bool wait)
{
    std::unique_lock lock(m_mutex, std::defer_lock);
    if (wait)
        lock.lock();
    else if (m_looking.load() > 0 || !lock.try_lock())
        return; // the window goes first; the next round is milliseconds away
    for (; m_taken < m_waiting.size(); ++m_taken) {
        if (m_taken % kTurn == 0 && m_looking.load() > 0) {
            if (!wait)
                return; // the rest in the next round
            lock.unlock();
            waitForOthers();
            lock.lock();
        }
        const Waiting &each = m_waiting[m_taken];
        const char *at = m_bytes.data() + m_takenBytes;
        const std::string_view topic(at, each.topic);
        const std::string_view payload(at + each.topic, each.payload);
        const std::string_view properties(at + each.topic + each.payload, each.properties);
        m_store.add(topic, {.payload = payload,
                            .properties = properties,
                            .time = each.time,
                            .qos = each.qos,
                            .retained = each.retained,
                            .duplicate = each.duplicate});
        m_takenBytes += each.topic + each.payload + each.properties;
    }
    lock.unlock();
    m_waiting.clear();
    m_bytes.clear();
    m_taken = m_takenBytes = 0;
    // After a huge message the buffer would stay huge.
    if (m_bytes.capacity() > 2 * kMostWaiting)
        std::vector<char>().swap(m_bytes);
}

} // namespace Portolan::Mqtt
