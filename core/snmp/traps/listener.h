// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/sockets.h"
#include "core/snmp/engine/endpoint.h"
#include "core/snmp/engine/localengine.h"
#include "core/snmp/engine/peer.h"
#include "core/snmp/traps/trap.h"
#include "core/snmp/traps/trapusers.h"

#include <QHash>
#include <QHostAddress>

#include <chrono>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <vector>

namespace Portolan::Snmp {

// How what a listener does is told; called on the engine's thread.
struct ListenerEvents
{
    std::function<void(const Listening &)> listening;
    std::function<void(const Error &)> failed;
    std::function<void(const TrapStats &)> stats; // four times a second while anything changes
};

struct ListenerSetup
{
    ListenTarget target;
    TrapKeys keys;
    QList<QHostAddress> addresses; // what target.host means; empty: all
    std::vector<std::shared_ptr<TrapQueue>> queues;
    ListenerEvents events;
};

// Receives notifications: its sockets, the checks of every message, acknowledgements, and what is
// counted. Engine's thread. The peer's part is hostile until proven otherwise: nothing here grows
// with what is received, and only messages that are complete, allowed and, where they say so,
// authentic reach a queue as a notification. What is rejected is counted always and told at most
// kMostToldASecond times a second, once a second for each sender and reason.
// Sources: RFC 3412, section 7.2; RFC 3414, sections 3.2 and 4; RFC 3416, section 4.2.6 and 4.2.7;
// RFC 3430 (TCP).
class Listener final : public Endpoint
{
public:
    using Clock = std::chrono::steady_clock;
    static constexpr int kMostToldASecond = 50;
    static constexpr int kMostReportsASecond = 1000;
    static constexpr std::size_t kMostConnections = 64;

    Listener(PeerHost &host, quint64 number, ListenerSetup setup);

    void collect(std::vector<Wish> &wishes) const override;
    void onReady(Net::NativeSocket socket, bool readable, bool writable,
                 Clock::time_point now) override;
    // A message as if it had come by a socket, without answers; for the fuzzer.
    void take(std::span<const std::uint8_t> message, Clock::time_point now);

private:
    struct Door // a socket that datagrams or connections come in by
    {
        Net::OwnedSocket socket;
        bool isStream = false;
        quint64 dropsBefore = 0;
    };
    struct Connection
    {
        Net::OwnedSocket socket;
        QHostAddress address;
        quint16 port = 0;
        std::vector<std::uint8_t> in = {};
        std::vector<std::uint8_t> out = {};
        Clock::time_point used = {};
        bool isOver = false;
    };
    // Where a message came from, and where its answer goes.
    struct Origin
    {
        Net::NativeSocket socket = Net::kNoSocket;
        Connection *connection = nullptr;
        QHostAddress address = {};
        quint16 port = 0;
        QHostAddress local = {}; // which address of ours it was sent to, where the system tells
    };
    struct Told // rejections of one sender and reason
    {
        Clock::time_point at;
        quint32 untold = 0;
    };

    [[nodiscard]] Result<> open(const ListenerSetup &setup);
    [[nodiscard]] Result<> openDoor(const QHostAddress &address, bool isStream, bool isOptional);
    void accept(Door &door, Clock::time_point now);
    void readDatagrams(Door &door, Clock::time_point now);
    void readStream(Connection &connection, Clock::time_point now);
    void write(Connection &connection);
    void dropEnded();

    void onMessage(std::span<const std::uint8_t> message, const Origin &from,
                   Clock::time_point now);
    void onCommunityMessage(std::span<const std::uint8_t> message, const Origin &from,
                            Clock::time_point now);
    void onUserMessage(std::span<const std::uint8_t> message, const Origin &from,
                       Clock::time_point now);
    [[nodiscard]] bool checkClock(const Wire::Header &header, const TrapUsers::Verdict &verdict,
                                  const Origin &from, std::size_t size, Clock::time_point now);
    void deliver(std::shared_ptr<Trap> trap, Varbinds varbinds, Clock::time_point now);
    void reject(Rejection rejection, std::span<const std::uint8_t> message, const Origin &from,
                Clock::time_point now, const Wire::Header *header = nullptr);
    void report(const Wire::Header &header, std::uint32_t counter, quint64 value,
                const Wire::User *user, std::int32_t requestId, const Origin &from,
                Clock::time_point now);
    [[nodiscard]] bool answer(const Origin &to, const QByteArray &message);
    void acknowledge(const Wire::Decoded &inform, const Result<QByteArray> &response,
                     const Origin &to);
    [[nodiscard]] std::shared_ptr<Trap> begun(std::span<const std::uint8_t> message,
                                              const Origin &from) const;
    [[nodiscard]] QString textOf(const QHostAddress &address);
    void push(const TrapPtr &trap);
    void statsChanged(Clock::time_point now);
    void tellStats();
    void readKernel();

    PeerHost &m_host;
    const quint64 m_number;
    const ListenTarget m_target;
    bool m_anyCommunity;
    std::vector<Secret> m_communities;
    const std::vector<std::shared_ptr<TrapQueue>> m_queues;
    const ListenerEvents m_events;
    LocalEngine m_engine;
    TrapUsers m_users;
    std::vector<Door> m_doors;
    std::vector<std::unique_ptr<Connection>> m_connections;
    std::vector<std::uint8_t> m_buffer;
    QHash<QHostAddress, QString> m_sources; // each address once, as text
    std::map<std::pair<QString, Rejection>, Told> m_told;
    Clock::time_point m_toldSince{};
    int m_toldNow = 0;
    Clock::time_point m_reportsSince{};
    int m_reportsNow = 0;
    quint64 m_lastNumber = 0;
    TrapStats m_stats;
    bool m_statsDue = false;
    Clock::time_point m_statsTold{};
    std::deque<std::pair<Clock::time_point, quint64>> m_rates; // when, and how many by then
};

} // namespace Portolan::Snmp
