// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/discovery/discovery.h"
#include "core/snmp/discovery/probesocket.h"
#include "core/snmp/discovery/sendpace.h"
#include "core/snmp/engine/endpoint.h"
#include "core/snmp/engine/peer.h"

#include <QHash>

#include <deque>
#include <functional>
#include <unordered_map>
#include <vector>

namespace Portolan::Snmp {

// What a Discovery does on the engine's thread. Owned by the engine. Each packet has a number of
// its own, so that an answer is known whenever it comes; numbers count up from a random one.
class Scanner final : public Endpoint
{
public:
    using Clock = PeerHost::Clock;

    struct Events
    {
        std::function<void(const DiscoveryProgress &, const QList<FoundAgent> &)> progress;
        std::function<void(const Result<> &)> finished; // after the last progress
    };

    Scanner(PeerHost &host, quint64 number, DiscoveryRequest request, Events events);
    ~Scanner() override;

    void collect(std::vector<Wish> &wishes) const override;
    void onReady(Net::NativeSocket socket, bool readable, bool writable,
                 Clock::time_point now) override;

private:
    enum class State : std::uint8_t { Waiting, Active, Found, Refused, Unreachable, Silent };
    struct Step // of what is tried at an address
    {
        enum class Kind { Community, Engine, User };
        Kind kind;
        int credential; // -1: none
    };
    struct Sent
    {
        quint32 place;
        quint16 step;
        Clock::time_point at;
    };
    struct Place // that something is known of
    {
        int step = 0;
        int attempts = 0;   // of this step
        quint32 serial = 0; // of what is waited for
        int resyncs = 0;
        std::unique_ptr<Wire::User> user = {}; // of this step
        QByteArray engineId = {};
        Wire::EngineClock clock = {};
        Clock::time_point clockAt = {};
        double engineRttMs = 0;
        QString answeredFrom = {};
        QString refusal = {};
        bool late = false;
    };
    struct Deadline
    {
        Clock::time_point when;
        quint32 place;
        quint32 serial;
    };
    struct EngineSeen
    {
        quint32 place;
        Wire::EngineClock clock;
        Clock::time_point at;
    };

    [[nodiscard]] Result<> prepare();
    void pump(Clock::time_point now);
    void wakeAt(Clock::time_point when);
    void expire(Clock::time_point now);
    [[nodiscard]] bool sendProbe(quint32 place, Clock::time_point now);
    [[nodiscard]] Result<QByteArray> message(const Step &step, Place &place, std::int32_t number,
                                             Clock::time_point now);
    void nextStep(quint32 place, Clock::time_point now);
    void settle(quint32 place, State state);
    void end(const Result<> &result);
    void report(Clock::time_point now, bool atOnce = false);

    void onMessage(std::span<const std::uint8_t> bytes, const QHostAddress &from, quint16 port,
                   Clock::time_point now);
    void onCommunity(const Sent &sent, const Wire::Decoded &decoded, const QString &from,
                     Clock::time_point now);
    void onUserMessage(const Sent &sent, std::span<const std::uint8_t> bytes, const QString &from,
                       Clock::time_point now);
    void onEngine(const Sent &sent, const Wire::Decoded &decoded, const QString &from,
                  Clock::time_point now);
    void onRefused(const QHostAddress &address, quint16 port, int error);
    void tellFound(const Sent *sent, const Wire::Pdu *pdu, quint32 place, const QString &from,
                   Clock::time_point now);
    void noteEngine(FoundAgent &agent, Wire::EngineClock clock, Clock::time_point now);
    [[nodiscard]] ProbeSocket &socketFor(const QHostAddress &address);
    [[nodiscard]] bool isLate(const Sent &sent, Clock::time_point now) const;

    PeerHost &m_host;
    const quint64 m_number;
    const DiscoveryRequest m_request;
    const Events m_events;
    std::vector<Step> m_steps;
    std::vector<Wire::MasterKeys> m_keys; // by credential
    std::unique_ptr<ProbeSocket> m_v4;
    std::unique_ptr<ProbeSocket> m_v6;
    SendPace m_pace;

    std::vector<State> m_states;               // by place
    std::unordered_map<quint32, Place> m_live; // active, or with something that may be told yet
    QHash<std::pair<QHostAddress, quint16>, quint32> m_byAddress;
    std::vector<Sent> m_sent;
    std::int32_t m_firstNumber = 1;
    std::size_t m_next = 0; // place
    std::deque<quint32> m_again;
    std::deque<Deadline> m_deadlines; // in order, because all wait equally long
    quint32 m_serial = 0;
    int m_active = 0;
    std::unordered_map<quint32, FoundAgent> m_found;
    std::map<QByteArray, std::vector<EngineSeen>> m_engines;

    Clock::time_point m_began;
    Clock::time_point m_lingerUntil{};
    Clock::time_point m_wake = Clock::time_point::max();
    Clock::time_point m_reported{};
    DiscoveryProgress m_progress;
    QList<FoundAgent> m_fresh;
    bool m_ended = false;
};

} // namespace Portolan::Snmp
