// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mqtt/client.h"
#include "core/net/sockets.h"
#include "core/runtime/foreignloop.h"

#include <QCoreApplication>
#include <QList>

#include <chrono>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

struct mosquitto;

namespace Portolan::Mqtt {

// libmosquitto at work, on a thread of its own (EngineHost): the only place that knows the library.
// It is given a socket that is connected already, in the clear as far as MQTT is concerned (TLS and
// WebSocket are the Carrier's), and puts it in place of one that the library opened to nobody, so
// that names, timeouts, proxies and certificates never are the library's. The loop is ours: poll()
// on the socket and on a wake signal, then mosquitto_loop_read() for a few milliseconds.
//
// What comes is told by the functions in Events, on the engine's thread. Messages go to the sink,
// which may block. At most Client::kMostInFlight publications are in the library's hands, the
// others wait here, bounded by number, bytes and age.
class ClientEngine final : public ForeignLoop
{
    Q_DECLARE_TR_FUNCTIONS(Portolan::Mqtt)
public:
    using Clock = std::chrono::steady_clock;

    struct Begin
    {
        quint64 attempt = 0;
        Net::OwnedSocket socket;
        std::shared_ptr<Net::Way> way; // lives as long as the socket
        BrokerTarget target;           // with a client identifier
        bool clean = true;
        Secret password;
    };
    struct End
    {
        quint64 attempt = 0;
        Error error;
        std::optional<std::uint8_t> reason = {}; // of CONNACK or DISCONNECT
        bool afterConnack = false;
        bool hungUp = false;                // the broker closed without a word
        bool asked = false;                 // by disconnect()
        std::chrono::milliseconds lasted{}; // since CONNACK
    };
    struct Events
    {
        std::function<void(quint64 attempt, const ConnackFacts &)> connack;
        std::function<void(const End &)> ended;
        std::function<void(const SubscribeOutcome &)> subscribed;
        std::function<void(const QByteArray &filter)> unsubscribed;
        std::function<void(const QList<PublishOutcome> &)> published;
        std::function<void(const QList<TranscriptEntry> &)> noted;
        std::function<void(const ClientMetrics &)> measured;
    };

    ClientEngine(std::shared_ptr<MessageSink> sink, Events events, Clock::time_point epoch);
    ~ClientEngine() override;

    void run(std::stop_token stop, const std::function<void()> &drainCalls) override;
    void wake() override;

    void begin(Begin begin);
    // DISCONNECT and the end, or the end at once where no CONNACK came yet.
    void disconnect(bool sendWill);
    // Ends the TCP connection without a word.
    void cut();
    void subscribe(const Subscription &subscription);
    void unsubscribe(const QByteArray &filter);
    void publish(quint64 id, Publication publication, Clock::time_point called);
    // For a start() after the end: what still waits or is on the way has no hope.
    void dropAll(PublishOutcome::Kind kind);

private:
    struct Outgoing
    {
        quint64 id = 0;
        Publication publication;
        Clock::time_point called;
    };
    struct Callbacks; // from C

    void makeHandle(const Begin &begin);
    [[nodiscard]] Result<> connectHandle(Begin &begin);
    void turn();
    void readFor(std::chrono::microseconds most);
    void checkEnd();
    void finish(Error error);
    void closeHandle();
    void pump();
    [[nodiscard]] bool hand(Outgoing &outgoing);
    void expire(Clock::time_point now);
    void settle(int mid, std::uint8_t reason);
    void outcome(const Outgoing &of, PublishOutcome::Kind kind, std::uint8_t reason = 0,
                 const QString &error = {});
    void note(Step step, TranscriptEntry::Direction direction, const QString &text);
    void flush(bool now);
    void onConnack(int reason, int flags, const ConnackFacts &facts);
    void onLog(const char *line);
    void hold(const char *publish);
    void release(int mid);
    [[nodiscard]] int pollTimeout() const;

    const std::shared_ptr<MessageSink> m_sink;
    const Events m_events;
    const Clock::time_point m_epoch;
    Net::WakeSignal m_wake;

    mosquitto *m_handle = nullptr;
    bool m_keepsSession = false; // the handle outlives a connection
    std::shared_ptr<Net::Way> m_way;
    BrokerTarget m_target;
    quint64 m_attempt = 0;
    bool m_open = false;
    bool m_connected = false; // CONNACK came and was good
    bool m_asked = false;
    bool m_cut = false;
    std::optional<int> m_disconnectCode;
    std::optional<std::uint8_t> m_connackReason;
    Clock::time_point m_beganAt;
    Clock::time_point m_connectedAt;
    Clock::time_point m_nextMisc;
    int m_mostInFlight = 0;

    std::deque<Outgoing> m_waiting;
    qint64 m_waitingBytes = 0;
    Clock::time_point m_nextExpiry;
    std::unordered_map<int, Outgoing> m_inFlight; // by packet identifier
    std::optional<quint64> m_handing;             // during mosquitto_publish
    bool m_handedDone = false;
    std::unordered_map<int, std::pair<Subscription, Clock::time_point>> m_subscribing;
    std::unordered_map<int, QByteArray> m_unsubscribing;

    QList<PublishOutcome> m_outcomes;
    QList<TranscriptEntry> m_notes;
    ClientMetrics m_metrics;
    bool m_metricsChanged = false;
    Clock::time_point m_flushedAt;
    Clock::time_point m_measuredAt;
    bool m_logging = true;
    int m_logged = 0;     // in this second
    bool m_noting = true; // few enough lines came in this second
    bool m_nextIsDuplicate = false;
    // Received at QoS 2 and not released by the broker yet: in the library's memory. Bytes by
    // packet identifier, and all together.
    std::unordered_map<int, std::deque<qint64>> m_held;
    qint64 m_heldBytes = 0;
    Clock::time_point m_logSecond;
    std::optional<Clock::time_point> m_pingAt;
};

} // namespace Portolan::Mqtt
