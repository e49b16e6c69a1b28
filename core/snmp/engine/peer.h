// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/dialer.h"
#include "core/snmp/engine/channel.h"
#include "core/snmp/engine/localengine.h"
#include "core/snmp/faults.h"
#include "core/snmp/request.h"
#include "core/snmp/snmpaddress.h"
#include "core/snmp/transcript.h"
#include "core/snmp/wire/messagecodec.h"

#include <QCoreApplication>
#include <QHostAddress>

#include <chrono>
#include <deque>
#include <functional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace Portolan::Snmp {

// Whom the same engine id was heard of, besides.
struct SameEngine
{
    QString address = {};
    bool isAnother = false; // its clock differs: another device for sure
};

// What a peer needs of the engine. Engine's thread.
class PeerHost
{
public:
    using Clock = std::chrono::steady_clock;

    virtual ~PeerHost() = default;
    virtual Wire::Codec &codec() = 0;
    virtual const LocalEngine &localEngine() const = 0;
    // Calls Peer::onTimer(exchange) then, unless the exchange has another time by then.
    virtual void setTimer(quint64 peer, RequestId exchange, Clock::time_point when) = 0;
    // Dropped when the peer `owner` is closed.
    virtual void callAt(Clock::time_point when, quint64 owner, std::function<void()> call) = 0;
    virtual void socketsChanged() = 0;
    virtual SameEngine noteEngine(const QByteArray &engineId, const QString &address,
                                  Wire::EngineClock clock) = 0;
};

// How what happens to a peer is told; called on the engine's thread.
struct PeerEvents
{
    std::function<void(RequestId, Result<Response>)> done;
    std::function<void(RequestId, WalkSummary)> walked;
    std::function<void(const AgentFacts &)> facts; // four times a second while anything changes
};

struct PeerSetup
{
    AgentTarget target;
    Credentials credentials;
    QList<QHostAddress> addresses;     // at least one, unless there is a stream
    std::optional<Net::Stream> stream; // TCP that somebody else opened
    PeerEvents events;
    std::shared_ptr<TranscriptQueue> transcript;
};

// One agent with one credential: a socket, what is in flight on it, and, with version 3, whom the
// agent says to be. Engine's thread; owned by the engine.
// A reply counts only from the address that was asked, with a number that is in flight (RFC 3416,
// section 4.2: the request-id) and, with version 3, the message's own number and level. Every
// attempt has a number of its own; a late answer to an earlier one still counts. All else is
// counted and dropped.
class Peer
{
    Q_DECLARE_TR_FUNCTIONS(Portolan::Snmp::Peer)
public:
    using Clock = PeerHost::Clock;
    using Done = std::function<void(Result<Response>)>;

    Peer(PeerHost &host, quint64 number, PeerSetup setup);
    ~Peer();

    // `quick`: lost ones are sent again after a few round trips, not after the whole time limit.
    // `done` is not called from inside send().
    void send(RequestId id, Request request, Done done, bool quick = false);
    // Nothing more is told of it.
    void cancel(RequestId id);
    void onReadable(Clock::time_point now);
    void onWritable(Clock::time_point now);
    void onTimer(RequestId id, Clock::time_point when, Clock::time_point now);

    [[nodiscard]] quint64 number() const { return m_number; }
    [[nodiscard]] const AgentTarget &target() const { return m_target; }
    [[nodiscard]] const PeerEvents &events() const { return m_events; }
    [[nodiscard]] Net::NativeSocket socket() const { return m_channel.socket(); }
    [[nodiscard]] bool wantsWrite() const { return m_channel.wantsWrite(); }
    [[nodiscard]] AgentFacts &facts() { return m_facts; }
    void factsChanged(Clock::time_point now);
    void setTranscript(std::shared_ptr<TranscriptQueue> queue) { m_transcript = std::move(queue); }
    // For requests of its own beside the caller's.
    [[nodiscard]] RequestId ownId() { return ++m_lastOwn | kOwn; }

private:
    static constexpr RequestId kOwn = RequestId(1) << 63U;
    enum class Identity { Unknown, Asking, Known };

    struct Exchange
    {
        Request request;
        Done done;
        bool quick = false;
        bool isDiscovery = false;
        bool inFlight = false;
        std::vector<std::int32_t> numbers = {}; // of its attempts
        Clock::time_point deadline{};
        int attempts = 0;
        int resyncs = 0;        // clock or engine id corrected by the agent
        quint32 connection = 0; // of a stream, that it was sent on
        bool refused = false;
        bool unreadable = false;
        QString elsewhere = {};
        std::optional<Error> failure = {}; // told with the next timer
        // Version 1: what the agent has not (its place in the caller's request), and where the
        // varbinds that are left stand there.
        Varbinds partial = {};
        std::vector<std::size_t> places = {};
    };
    struct InFlight
    {
        RequestId exchange;
        Clock::time_point sentAt;
    };

    void pump(Clock::time_point now);
    void attempt(RequestId id, Exchange &exchange, Clock::time_point now);
    void failSoon(RequestId id, Exchange &exchange, Error error, Clock::time_point now);
    [[nodiscard]] Result<> ensureOpen();
    void startDiscovery(Clock::time_point now);
    void onDiscovered(const Wire::Decoded &decoded, Clock::time_point now);
    [[nodiscard]] Result<QByteArray> encoded(const Exchange &exchange, std::int32_t number,
                                             Clock::time_point now);
    [[nodiscard]] Result<Wire::Pdu> notification(const Request &request) const;
    [[nodiscard]] Result<QByteArray> encodedTrap(const Request &request, const Wire::Pdu &pdu,
                                                 std::int32_t number, Clock::time_point now);
    void onTrapSent(RequestId id, Exchange &exchange, Clock::time_point now);
    [[nodiscard]] Clock::duration patience(const Exchange &exchange) const;
    [[nodiscard]] int mostAttempts(const Exchange &exchange) const;
    [[nodiscard]] Wire::EngineClock engineClock(Clock::time_point now) const;
    void adoptClock(Wire::EngineClock clock, Clock::time_point now);

    void onMessage(std::span<const std::uint8_t> message, const QHostAddress &from, quint16 port,
                   Clock::time_point now);
    void onElsewhere(std::span<const std::uint8_t> message, const QString &from);
    void onStranger(std::int32_t number);
    void onUserMessage(std::span<const std::uint8_t> message, const Wire::Header &header,
                       Clock::time_point now);
    void onReport(RequestId id, Exchange &exchange, const Wire::Decoded &decoded,
                  Clock::time_point now);
    void onResponse(const InFlight &to, Wire::Decoded &decoded, std::size_t bytes,
                    Clock::time_point now);
    [[nodiscard]] bool resumeWithoutMissing(RequestId id, Exchange &exchange, const Wire::Pdu &pdu,
                                            Clock::time_point now);
    void rediscover(RequestId id, Exchange &exchange, Clock::time_point now);
    void measured(Clock::duration rtt);
    void onRefused(int error, Clock::time_point now);
    void onBroken(const Error &error, Clock::time_point now);
    [[nodiscard]] bool tryNextAddress();
    void giveUp(RequestId id, Exchange &exchange, Clock::time_point now);
    void finish(RequestId id, Result<Response> result, Clock::time_point now);
    void failAll(const Error &error, Clock::time_point now);
    void sendAllAgain(Clock::time_point now);
    [[nodiscard]] QString peerText() const;
    [[nodiscard]] std::int32_t newNumber();
    void forgetNumbers(const Exchange &exchange);
    void note(TranscriptEntry::Direction direction, const QString &text, std::size_t bytes);
    void noteMessage(TranscriptEntry::Direction direction, const Wire::Pdu &pdu, std::size_t bytes,
                     std::optional<Clock::duration> rtt = {});

    PeerHost &m_host;
    const quint64 m_number;
    const AgentTarget m_target;
    const Credentials m_credentials;
    const PeerEvents m_events;
    std::shared_ptr<TranscriptQueue> m_transcript;
    QList<QHostAddress> m_addresses;
    int m_address = 0;
    bool m_heard = false; // anything from the current address
    Channel m_channel;
    const bool m_givenStream;
    quint32 m_connection = 0;

    std::unordered_map<RequestId, Exchange> m_exchanges;
    std::deque<RequestId> m_waiting;
    std::unordered_map<std::int32_t, InFlight> m_numbers;
    std::deque<std::int32_t> m_recentOrder; // answered or given up
    std::unordered_set<std::int32_t> m_recent;
    int m_inFlight = 0;
    RequestId m_lastOwn = 0;

    Identity m_identity = Identity::Unknown;
    RequestId m_discovery = 0;
    std::unique_ptr<Wire::User> m_user;
    std::unique_ptr<Wire::User> m_sender; // of traps: at an engine of ours
    Wire::EngineClock m_clock{};
    Clock::time_point m_clockAt{};

    AgentFacts m_facts;
    double m_rtt = 0; // smoothed, seconds
    double m_rttVariation = 0;
    int m_rttSamples = 0;
    bool m_factsDue = false;
    Clock::time_point m_factsTold{};
};

} // namespace Portolan::Snmp
