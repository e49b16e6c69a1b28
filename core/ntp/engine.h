// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/sockets.h"
#include "core/ntp/outcome.h"
#include "core/ntp/serveraddress.h"
#include "core/ntp/stampedsocket.h"
#include "core/runtime/foreignloop.h"

#include <QHash>
#include <QPair>

#include <chrono>
#include <functional>
#include <memory>
#include <queue>
#include <unordered_map>
#include <vector>

namespace Portolan::Ntp {

// The thread of NTP: sockets, polls and stamps of any number of servers. Not a QObject: it polls
// its sockets itself, so that no event of Qt stands between a packet and its stamp. Nothing here
// blocks; names are looked up before. It reads clocks and sets none.
//
// Every poll goes from a new port with 64 random bits for an origin (RFC 9109; the transmit stamp
// of a request tells nothing about our clock). What a server asks for is kept: RATE doubles the
// interval and stays, whatever is wished for afterwards, DENY and RSTR end it (RFC 5905,
// section 7.4), and a public server is never asked more than once in two seconds, whatever the plan
// says (RFC 8633, section 4.3; bursts included), all engines of the process together.
class Engine final : public ForeignLoop
{
public:
    using Clock = std::chrono::steady_clock;

    struct Setup
    {
        ServerTarget target;
        QHostAddress address;
        std::optional<SymmetricKey> key = {};
        std::optional<Nts::Association> association = {};
        PollPlan plan = {};
        std::shared_ptr<OutcomeQueue> outcomes;
    };

    Engine();
    ~Engine() override;

    void run(std::stop_token stop, const std::function<void()> &drainCalls) override;
    void wake() override { m_wake.signal(); }

    // On the engine's thread, through EngineHost::post().
    void open(quint64 server, Setup setup);
    void close(quint64 server);
    void setPlan(quint64 server, PollPlan plan);
    void setAssociation(quint64 server, Nts::Association association);
    void pollNow(quint64 server); // as soon as it may be asked
    // Our clock was set: stamps of before and after it make no measurement together.
    void forgetStamps();

private:
    struct Server;
    struct Timer
    {
        Clock::time_point when;
        quint64 server;
        quint64 turn; // of the server; another one has overtaken it
        bool operator>(const Timer &other) const { return when > other.when; }
    };

    void drop(Server &server);
    [[nodiscard]] bool hasRoom();
    void schedule(quint64 number, Server &server, Clock::time_point when);
    void onTimer(quint64 number, Server &server, Clock::time_point now);
    void send(quint64 number, Server &server, Clock::time_point now);
    void onReadable(quint64 number, Server &server, Clock::time_point now);
    void onArrival(quint64 number, Server &server, const StampedSocket::Arrival &arrival,
                   Clock::time_point now);
    [[nodiscard]] bool isAuthentic(Server &server, const Packet &packet, const QByteArray &bytes,
                                   Outcome &outcome);
    [[nodiscard]] Sample measured(Server &server, const Packet &packet, const Stamp &arrived,
                                  bool interleaved);
    void tell(Server &server, Outcome outcome);
    void tellUntold(quint64 number, Server &server);
    // Who sends RATE is asked that often at most, however often it is opened anew. As many as there
    // are places that were asked.
    using Place = QPair<QHostAddress, quint16>;
    struct Wish
    {
        std::chrono::milliseconds least{};
        Clock::time_point asked; // last
    };
    [[nodiscard]] static Place placeOf(const Server &server);
    [[nodiscard]] std::chrono::milliseconds intervalOf(const Server &server) const;
    void onRate(const Server &server, int poll);
    void over(quint64 number, Server &server, Clock::time_point now);
    void poll(int milliseconds);
    void runTimers();
    [[nodiscard]] int untilNextTimer() const;

    struct Poll;
    Net::WakeSignal m_wake;
    std::unordered_map<quint64, std::unique_ptr<Server>> m_servers;
    std::priority_queue<Timer, std::vector<Timer>, std::greater<>> m_timers;
    QHash<Place, Wish> m_wishes;
    int m_sockets = 0;
    const int m_mostSockets;
    std::unique_ptr<Poll> m_poll;
    bool m_pollStale = true;
    quint64 m_lastTurn = 0;
};

} // namespace Portolan::Ntp
