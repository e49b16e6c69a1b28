// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/metricsample.h"
#include "core/base/secret.h"
#include "core/mqtt/brokeraddress.h"
#include "core/mqtt/messagesink.h"
#include "core/mqtt/transcript.h"
#include "core/net/dialer.h"
#include "core/net/tlsfacts.h"

#include <QObject>

#include <array>
#include <chrono>
#include <memory>
#include <optional>

namespace Portolan::Mqtt {

// What the broker said in CONNACK. With MQTT 3.1.1 only the first two.
struct ConnackFacts
{
    std::uint8_t reason = 0; // of MQTT 5; those of 3.1.1 are turned into them
    bool sessionPresent = false;
    std::chrono::milliseconds time{}; // from CONNECT
    QString clientId = {};            // the assigned one, or ours
    std::optional<std::uint16_t> receiveMaximum = {};
    std::optional<std::uint8_t> maximumQos = {};
    std::optional<bool> retainAvailable = {};
    std::optional<std::uint32_t> maximumPacketSize = {};
    std::optional<std::uint16_t> topicAliasMaximum = {};
    std::optional<bool> wildcardAvailable = {};
    std::optional<bool> subscriptionIdsAvailable = {};
    std::optional<bool> sharedAvailable = {};
    std::optional<std::uint16_t> serverKeepalive = {};
    std::optional<std::uint32_t> sessionExpiry = {};
    QString reasonString = {};
    QString responseInformation = {};
    QString serverReference = {};
    QList<std::pair<QByteArray, QByteArray>> user = {};
};

struct Publication
{
    QByteArray topic; // UTF-8
    QByteArray payload = {};
    std::uint8_t qos = 0;
    bool retain = false;
    Properties properties = {}; // MQTT 5 only
    // How long it may wait for a connection.
    std::chrono::milliseconds offlineExpiry = std::chrono::minutes(5);
};

// What became of a publication.
struct PublishOutcome
{
    enum class Kind {
        Sent,         // QoS 0: handed to the network, nobody knows more
        Acknowledged, // PUBACK or PUBCOMP
        Refused,      // by the broker (MQTT 5), or by a limit that it named before
        Expired,      // waited too long for a connection
        Dropped,      // the queue was full, or the client was stopped before it went out
        Unknown,      // the connection ended before the answer, and the session did not survive
    };
    quint64 id = 0;
    Kind kind = Kind::Sent;
    std::uint8_t reason = 0;          // of the broker
    QString error = {};               // of this side: one sentence
    std::chrono::microseconds time{}; // from the call, waiting included
};

struct SubscribeOutcome
{
    Subscription asked;
    std::uint8_t reason = 0; // 0 to 2: the granted QoS; from 128: refused
    bool granted = false;
    std::chrono::microseconds time{};
};

struct ClientMetrics
{
    std::array<quint64, 3> received{}; // by QoS
    quint64 receivedBytes = 0;         // of payloads
    quint64 retained = 0;              // of those received
    quint64 duplicates = 0;
    std::array<quint64, 3> sent{};
    quint64 sentBytes = 0;
    quint64 acknowledged = 0;
    quint64 refused = 0;
    int inFlight = 0; // of ours, without an answer yet
    int waiting = 0;  // for a connection or a place among those
    quint64 expired = 0;
    quint64 dropped = 0;
    quint64 unknown = 0;
    quint64 reconnects = 0;
    quint64 takeovers = 0;
    quint64 packetsNotNoted = 0; // in the transcript, because they came too fast
    std::optional<double> rttMs; // of the last ping or acknowledgement
    std::chrono::seconds connectedFor{};
};

// One session at one broker: the handle of an engine (libmosquitto) on a thread of its own. Lives
// on the thread that made it, with a Qt event loop; all methods and signals are there. Messages go
// to the sink, on the engine's thread.
//
// start() -> Dialing, Securing, Greeting, Connected. A lost connection is made again by itself,
// later and later (core/net/backoff.h), unless the broker's answer is final (isFinal()), another
// client keeps taking the session over, or target.reconnect is off: then failed(). After failed()
// or stop(), start() begins anew. Subscriptions last over reconnects; those of a session that
// survived at the broker are made again too, which MQTT allows.
//
// Never: subscribes to anything by itself, keeps a password longer than the client lives, hands
// more than 100 messages to libmosquitto at a time or leaves any in its unbounded queue.
// Sources: MQTT 3.1.1 and 5.0; RFC 6455 for WebSocket.
class Client : public QObject
{
    Q_OBJECT
public:
    enum class State {
        Idle,
        Dialing,
        Securing, // TLS, WebSocket
        Greeting, // CONNECT was sent
        Connected,
        Waiting, // to try again; see nextAttempt()
        Closing,
        Ended, // by stop() or failed()
    };
    Q_ENUM(State)

    static constexpr int kMostInFlight = 100;
    static constexpr int kMostWaiting = 10'000;
    static constexpr qint64 kMostWaitingBytes = qint64(64) << 20U;

    // Without a dialer: straight into the network.
    explicit Client(const BrokerTarget &target, std::shared_ptr<MessageSink> sink,
                    std::unique_ptr<Net::Dialer> dialer = nullptr, QObject *parent = nullptr);
    ~Client() override;

    // Before start(); kept for reconnecting.
    void offerPassword(Secret password);
    void offerKeyPassphrase(Secret passphrase);

    void start();
    // DISCONNECT, then the end; with `sendWill` the broker is asked to publish the will (MQTT 5).
    void stop(bool sendWill = false);
    // Ends the connection below MQTT, as a broken cable would: the broker publishes the will.
    void cut();
    // In Waiting: now.
    void retryNow();
    // While Connected: drops the connection and makes it anew; for after a computer's sleep.
    void reconnect();
    // The certificate that failed() was about is right: only this one is accepted from now on.
    void pinCertificate(const QByteArray &sha256);

    // At once while connected, and after each reconnect; the same filter again changes its options.
    // An invalid filter is a Usage error.
    Result<> subscribe(const Subscription &subscription);
    void unsubscribe(const QByteArray &filter);
    [[nodiscard]] const QList<Subscription> &subscriptions() const;

    // The id of its outcome; an error where it cannot be sent at all (topic, QoS, size, version).
    Result<quint64> publish(const Publication &publication);

    [[nodiscard]] const BrokerTarget &target() const;
    [[nodiscard]] State state() const;
    [[nodiscard]] const std::optional<ConnackFacts> &connack() const; // of the last answer
    [[nodiscard]] const std::optional<Net::TlsFacts> &tls() const;    // of the last handshake
    [[nodiscard]] const QString &peer() const;                        // what answered
    [[nodiscard]] const std::optional<Error> &lastError() const;
    [[nodiscard]] Step lastStep() const; // where that happened; Tcp: on the way to the broker
    [[nodiscard]] std::chrono::milliseconds nextAttempt() const; // in Waiting: how long still
    [[nodiscard]] const Transcript &transcript() const;
    [[nodiscard]] const ClientMetrics &metrics() const; // as of the last metricsChanged()
    // The same by the names of docs/metrics.md.
    [[nodiscard]] QList<MetricSample> metricSamples() const;

Q_SIGNALS:
    void stateChanged(Portolan::Mqtt::Client::State state);
    void connected(const Portolan::Mqtt::ConnackFacts &facts);
    void lost(const Portolan::Error &error);   // and it is tried again
    void failed(const Portolan::Error &error); // final, until start()
    void stopped();                            // after stop()
    // Another client with the same identifier takes the session; after the third time in 30 seconds
    // it is given up with failed().
    void takenOver(int times);
    void subscribed(const Portolan::Mqtt::SubscribeOutcome &outcome);
    void unsubscribed(const QByteArray &filter);
    void published(const QList<Portolan::Mqtt::PublishOutcome> &outcomes); // in batches
    void transcriptChanged();
    void metricsChanged(); // twice a second while anything changes

private:
    struct Private;
    friend struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Portolan::Mqtt

Q_DECLARE_METATYPE(Portolan::Mqtt::ConnackFacts)
Q_DECLARE_METATYPE(Portolan::Mqtt::SubscribeOutcome)
Q_DECLARE_METATYPE(QList<Portolan::Mqtt::PublishOutcome>)
