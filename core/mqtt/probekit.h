// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mqtt/brokerprobe.h"

#include <QHash>
#include <QTimer>

#include <chrono>
#include <functional>
#include <mutex>
#include <vector>

// What the parts of a BrokerProbe are made of. Private to it.
namespace Portolan::Mqtt {

// Keeps what came below one prefix, with the time of its arrival, and counts the rest. Bounded.
class Catcher final : public MessageSink
{
public:
    using Clock = std::chrono::steady_clock;
    static constexpr std::size_t kMost = 200'000;
    static constexpr std::size_t kMostPayload = 256;

    struct Caught
    {
        QByteArray topic;
        QByteArray payload; // its head
        Clock::time_point at;
        int qos = 0;
        bool retained = false;
    };

    void message(const Received &message) override;
    // What came since the last call.
    [[nodiscard]] std::vector<Caught> take();
    [[nodiscard]] quint64 count() const;

private:
    mutable std::mutex m_mutex;
    std::vector<Caught> m_caught;
    quint64 m_count = 0;
};

// A client with its catcher and what it was told.
class Prober : public QObject
{
public:
    Prober(const BrokerTarget &target, std::unique_ptr<Net::Dialer> dialer, const Secret &password,
           const Secret &passphrase);

    [[nodiscard]] bool isConnected() const { return client.state() == Client::State::Connected; }
    [[nodiscard]] bool isOver() const { return client.state() == Client::State::Ended; }
    void subscribe(const QByteArray &filter, int qos);
    quint64 publish(const QByteArray &topic, const QByteArray &payload, int qos,
                    bool retain = false);

    std::shared_ptr<Catcher> catcher;
    Client client;
    QList<SubscribeOutcome> grants;
    QHash<quint64, PublishOutcome> outcomes;
    std::optional<Error> error;
};

// Numbered messages from one client to another, not more than a few at a time, and what became of
// them. Calls `done` once; destroying it ends it without.
class DeliveryRun : public QObject
{
public:
    using Done = std::function<void(const DeliveryFacts &)>;

    DeliveryRun(Prober &from, Prober &to, const QByteArray &topic, int qos, int messages, int bytes,
                Done done);
    [[nodiscard]] int sent() const { return static_cast<int>(m_sentAt.size()); }

private:
    void step();
    void read();
    void finish();

    Prober &m_from;
    Prober &m_to;
    const QByteArray m_topic;
    const int m_messages;
    const int m_bytes;
    const Done m_done;
    DeliveryFacts m_facts;
    QTimer m_timer;
    std::vector<Catcher::Clock::time_point> m_sentAt;
    std::vector<quint64> m_ids;
    std::vector<bool> m_seen;
    std::vector<double> m_latencies;
    int m_lastNumber = -1;
    Catcher::Clock::time_point m_progressAt;
    bool m_subscribed = false;
};

} // namespace Portolan::Mqtt
