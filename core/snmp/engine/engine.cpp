// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/engine/engine.h"

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <poll.h>
#endif

#include <algorithm>
#include <limits>

namespace Portolan::Snmp {

namespace {

constexpr std::size_t kMostEngines = 10'000;
constexpr std::size_t kMostAddresses = 16; // of one engine id
constexpr auto kSameClock = std::chrono::seconds(5);

#ifdef Q_OS_WIN
using PollEntry = WSAPOLLFD;
int pollAll(std::vector<PollEntry> &entries, int milliseconds)
{
    return ::WSAPoll(entries.data(), static_cast<ULONG>(entries.size()), milliseconds);
}
#else
using PollEntry = pollfd;
int pollAll(std::vector<PollEntry> &entries, int milliseconds)
{
    return ::poll(entries.data(), static_cast<nfds_t>(entries.size()), milliseconds);
}
#endif

} // namespace

struct Engine::Poll
{
    std::vector<PollEntry> entries;
    std::vector<quint64> peers;     // of entries, without the first
    std::vector<quint64> endpoints; // of entries behind those of peers
    std::vector<Endpoint::Wish> wishes;
};

Engine::Engine(std::shared_ptr<WalkMemory> memory)
    : m_memory(std::move(memory))
    , m_poll(std::make_unique<Poll>())
{
}

Engine::~Engine()
{
    m_walks.clear();
    m_peers.clear();
    m_endpoints.clear();
}

void Engine::run(std::stop_token stop, const std::function<void()> &drainCalls)
{
    while (!stop.stop_requested()) {
        drainCalls();
        runTimers();
        if (stop.stop_requested())
            return;
        poll(untilNextTimer());
    }
}

int Engine::untilNextTimer() const
{
    auto next = Clock::time_point::max();
    if (!m_timers.empty())
        next = m_timers.top().when;
    if (!m_calls.empty())
        next = std::min(next, m_calls.begin()->first);
    if (next == Clock::time_point::max())
        return -1;
    const auto left =
        std::chrono::duration_cast<std::chrono::microseconds>(next - Clock::now()).count();
    // Rounded up: a timer that is not quite due would make the loop spin.
    return static_cast<int>(std::clamp<std::int64_t>((left + 999) / 1000, 0, 60'000));
}

void Engine::poll(int milliseconds)
{
    Poll &all = *m_poll;
    if (m_pollStale) {
        m_pollStale = false;
        all.entries.clear();
        all.peers.clear();
        all.entries.push_back({m_wake.readEnd(), POLLIN, 0});
        for (const auto &[number, peer] : m_peers) {
            if (peer->socket() == Net::kNoSocket)
                continue;
            all.entries.push_back({peer->socket(), POLLIN, 0});
            all.peers.push_back(number);
        }
        all.endpoints.clear();
        for (const auto &[number, endpoint] : m_endpoints) {
            all.wishes.clear();
            endpoint->collect(all.wishes);
            for (const Endpoint::Wish &wish : all.wishes) {
                all.entries.push_back(
                    {wish.socket, static_cast<short>(wish.writes ? POLLIN | POLLOUT : POLLIN), 0});
                all.endpoints.push_back(number);
            }
        }
    }
    for (std::size_t i = 0; i < all.peers.size(); ++i) {
        const auto found = m_peers.find(all.peers[i]);
        const bool writes = found != m_peers.end() && found->second->wantsWrite();
        all.entries[i + 1].events = static_cast<short>(writes ? POLLIN | POLLOUT : POLLIN);
    }
    if (pollAll(all.entries, milliseconds) <= 0)
        return;
    if (all.entries[0].revents != 0)
        m_wake.clear();
    const auto now = Clock::now();
    for (std::size_t i = 0; i < all.peers.size(); ++i) {
        const auto events = all.entries[i + 1].revents;
        if (events == 0)
            continue;
        // What one peer's messages do may close another one.
        if (const auto found = m_peers.find(all.peers[i]);
            found != m_peers.end() && (events & POLLOUT) != 0)
            found->second->onWritable(now);
        if (const auto found = m_peers.find(all.peers[i]); found != m_peers.end())
            found->second->onReadable(now);
    }
    for (std::size_t i = 0; i < all.endpoints.size(); ++i) {
        const PollEntry entry = all.entries[i + 1 + all.peers.size()];
        if (entry.revents == 0)
            continue;
        if (const auto found = m_endpoints.find(all.endpoints[i]); found != m_endpoints.end())
            found->second->onReady(entry.fd, (entry.revents & ~POLLOUT) != 0,
                                   (entry.revents & POLLOUT) != 0, now);
    }
}

void Engine::setTimer(quint64 peer, RequestId exchange, Clock::time_point when)
{
    m_timers.push({when, peer, exchange});
}

void Engine::callAt(Clock::time_point when, quint64 owner, std::function<void()> call)
{
    m_calls.emplace(when, std::pair(owner, std::move(call)));
}

void Engine::runTimers()
{
    const auto now = Clock::now();
    while (!m_timers.empty() && m_timers.top().when <= now) {
        const Timer timer = m_timers.top();
        m_timers.pop();
        if (const auto found = m_peers.find(timer.peer); found != m_peers.end())
            found->second->onTimer(timer.exchange, timer.when, now);
    }
    while (!m_calls.empty() && m_calls.begin()->first <= now) {
        const auto [owner, call] = std::move(m_calls.begin()->second);
        m_calls.erase(m_calls.begin());
        if (m_peers.contains(owner) || m_endpoints.contains(owner))
            call();
    }
}

SameEngine Engine::noteEngine(const QByteArray &engineId, const QString &address,
                              Wire::EngineClock clock)
{
    SameEngine result;
    const auto now = Clock::now();
    if (!m_engines.contains(engineId) && m_engines.size() >= kMostEngines)
        return result;
    auto &places = m_engines[engineId];
    for (const auto &[other, seen] : places) {
        if (other == address)
            continue;
        const auto passed = std::chrono::duration_cast<std::chrono::seconds>(now - seen.at);
        const auto expected = static_cast<std::int64_t>(seen.clock.time) + passed.count();
        const bool isAnother =
            seen.clock.boots != clock.boots ||
            std::abs(expected - static_cast<std::int64_t>(clock.time)) > kSameClock.count();
        // A clock that nobody has told yet proves nothing.
        const bool known = (seen.clock.boots != 0 || seen.clock.time != 0) &&
                           (clock.boots != 0 || clock.time != 0);
        if (result.address.isEmpty() || (isAnother && known))
            result = {other, isAnother && known};
    }
    if (places.size() < kMostAddresses || places.contains(address))
        places[address] = {clock, now};
    return result;
}

void Engine::open(quint64 peer, PeerSetup setup)
{
    m_peers[peer] = std::make_unique<Peer>(*this, peer, std::move(setup));
    m_pollStale = true;
}

void Engine::close(quint64 peer)
{
    for (auto walk = m_walks.begin(); walk != m_walks.end();) {
        if (walk->first.first == peer) {
            walk->second->abandon();
            walk = m_walks.erase(walk);
        } else {
            ++walk;
        }
    }
    m_peers.erase(peer);
    m_pollStale = true;
}

void Engine::attach(quint64 number, const MakeEndpoint &make)
{
    m_endpoints[number] = make(*this, number);
    m_pollStale = true;
}

void Engine::detach(quint64 number)
{
    m_endpoints.erase(number);
    m_pollStale = true;
}

void Engine::send(quint64 peer, RequestId id, Request request)
{
    const auto found = m_peers.find(peer);
    if (found == m_peers.end())
        return;
    Peer *const of = found->second.get();
    of->send(id, std::move(request),
             [of, id](Result<Response> result) { of->events().done(id, std::move(result)); });
}

void Engine::walk(quint64 peer, RequestId id, WalkRequest request, std::shared_ptr<WalkQueue> queue)
{
    const auto found = m_peers.find(peer);
    if (found == m_peers.end())
        return;
    auto walker = std::make_shared<Walker>(*this, *found->second, id, std::move(request),
                                           std::move(queue), m_memory, [this, peer, id] {
                                               m_walks.erase({peer, id});
                                           });
    m_walks[{peer, id}] = walker;
    walker->start();
}

void Engine::cancel(quint64 peer, RequestId id)
{
    if (const auto walk = m_walks.find({peer, id}); walk != m_walks.end()) {
        walk->second->abandon();
        m_walks.erase(walk);
        return;
    }
    if (const auto found = m_peers.find(peer); found != m_peers.end())
        found->second->cancel(id);
}

void Engine::setTranscript(quint64 peer, std::shared_ptr<TranscriptQueue> queue)
{
    if (const auto found = m_peers.find(peer); found != m_peers.end())
        found->second->setTranscript(std::move(queue));
}

} // namespace Portolan::Snmp
