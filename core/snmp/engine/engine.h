// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/sockets.h"
#include "core/runtime/foreignloop.h"
#include "core/snmp/engine/endpoint.h"
#include "core/snmp/engine/peer.h"
#include "core/snmp/engine/walker.h"
#include "core/snmp/wire/messagecodec.h"

#include <QHash>

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <queue>
#include <unordered_map>
#include <vector>

namespace Portolan::Snmp {

// The thread of SNMP: sockets, timers, and every call into net-snmp. One a process (Station). Not a
// QObject: it polls its sockets itself, so that a reply costs no event of Qt. Nothing here blocks;
// names are looked up before, by whoever opens a peer.
class Engine final : public ForeignLoop, public PeerHost
{
public:
    using Clock = std::chrono::steady_clock;

    explicit Engine(std::shared_ptr<WalkMemory> memory);
    ~Engine() override;

    void run(std::stop_token stop, const std::function<void()> &drainCalls) override;
    void wake() override { m_wake.signal(); }

    // On the engine's thread, through EngineHost::post().
    void open(quint64 peer, PeerSetup setup);
    void close(quint64 peer);
    void send(quint64 peer, RequestId id, Request request);
    void walk(quint64 peer, RequestId id, WalkRequest request, std::shared_ptr<WalkQueue> queue);
    void cancel(quint64 peer, RequestId id);
    // Beside the peers, numbered as they are.
    void attach(quint64 number, const MakeEndpoint &make);
    void detach(quint64 number);
    void setTranscript(quint64 peer, std::shared_ptr<TranscriptQueue> queue);

private:
    struct Timer
    {
        Clock::time_point when;
        quint64 peer;
        RequestId exchange;
        bool operator>(const Timer &other) const { return when > other.when; }
    };
    struct Seen // an engine id at an address
    {
        Wire::EngineClock clock;
        Clock::time_point at;
    };

    // PeerHost
    Wire::Codec &codec() override { return m_codec; }
    const LocalEngine &localEngine() const override { return m_localEngine; }
    void setTimer(quint64 peer, RequestId exchange, Clock::time_point when) override;
    void callAt(Clock::time_point when, quint64 owner, std::function<void()> call) override;
    void socketsChanged() override { m_pollStale = true; }
    SameEngine noteEngine(const QByteArray &engineId, const QString &address,
                          Wire::EngineClock clock) override;

    void poll(int milliseconds);
    void runTimers();
    [[nodiscard]] int untilNextTimer() const;

    struct Poll;

    Net::WakeSignal m_wake;
    Wire::Codec m_codec;
    const LocalEngine m_localEngine{QByteArrayView("sender")};
    std::shared_ptr<WalkMemory> m_memory;
    std::unordered_map<quint64, std::unique_ptr<Peer>> m_peers;
    std::unordered_map<quint64, std::unique_ptr<Endpoint>> m_endpoints;
    std::map<std::pair<quint64, RequestId>, std::shared_ptr<Walker>> m_walks;
    std::priority_queue<Timer, std::vector<Timer>, std::greater<>> m_timers;
    std::multimap<Clock::time_point, std::pair<quint64, std::function<void()>>> m_calls;
    std::map<QByteArray, std::map<QString, Seen>> m_engines;
    std::unique_ptr<Poll> m_poll;
    bool m_pollStale = true;
};

} // namespace Portolan::Snmp
