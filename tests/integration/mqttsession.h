// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mqtt/client.h"
#include "tests/support/lab.h"

#include <QSignalSpy>
#include <QTest>

#include <mutex>
#include <vector>

// A client of the MQTT engine for a test, with everything that it received and was told.
namespace MqttTest {

using namespace Portolan;

constexpr int kWait = 20'000;

struct Message
{
    QByteArray topic;
    QByteArray payload;
    Mqtt::Properties properties;
    int qos = 0;
    bool retained = false;
    bool duplicate = false;
};

class Messages final : public Mqtt::MessageSink
{
public:
    void message(const Mqtt::Received &m) override
    {
        const auto bytes = [](std::string_view v) {
            return QByteArray(v.data(), static_cast<qsizetype>(v.size()));
        };
        const std::scoped_lock lock(m_mutex);
        m_all.push_back({bytes(m.topic), bytes(m.payload), Mqtt::decodeProperties(m.properties),
                         m.qos, m.retained, m.duplicate});
    }
    [[nodiscard]] std::size_t count() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_all.size();
    }
    [[nodiscard]] std::vector<Message> all() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_all;
    }

private:
    mutable std::mutex m_mutex;
    std::vector<Message> m_all;
};

inline Mqtt::BrokerTarget targetOf(const QString &url)
{
    const auto parsed = parseAddress(url);
    if (!parsed)
        qFatal("no address: %s", qUtf8Printable(parsed.error().what));
    const auto target = Mqtt::brokerTarget(parsed->address);
    if (!target)
        qFatal("no broker: %s", qUtf8Printable(target.error().what));
    return *target;
}

class Session
{
public:
    explicit Session(const Mqtt::BrokerTarget &target,
                     std::unique_ptr<Net::Dialer> dialer = nullptr)
        : sink(std::make_shared<Messages>())
        , client(target, sink, std::move(dialer))
    {
        QObject::connect(&client, &Mqtt::Client::published, &client,
                         [this](const QList<Mqtt::PublishOutcome> &some) { outcomes += some; });
        QObject::connect(&client, &Mqtt::Client::subscribed, &client,
                         [this](const Mqtt::SubscribeOutcome &one) { grants.append(one); });
        QObject::connect(&client, &Mqtt::Client::failed, &client,
                         [this](const Error &error) { failures.append(error); });
        QObject::connect(&client, &Mqtt::Client::lost, &client,
                         [this](const Error &error) { losses.append(error); });
        QObject::connect(&client, &Mqtt::Client::takenOver, &client,
                         [this](int times) { takeovers.append(times); });
    }

    bool connectAndWait()
    {
        client.start();
        return QTest::qWaitFor([this] { return isConnected() || !failures.isEmpty(); }, kWait) &&
               isConnected();
    }
    [[nodiscard]] bool isConnected() const
    {
        return client.state() == Mqtt::Client::State::Connected;
    }
    bool waitForFailure()
    {
        return QTest::qWaitFor([this] { return !failures.isEmpty(); }, kWait);
    }
    bool subscribeAndWait(const QByteArray &filter, int qos = 0)
    {
        const auto before = grants.size();
        Mqtt::Subscription subscription;
        subscription.filter = filter;
        subscription.qos = static_cast<std::uint8_t>(qos);
        return client.subscribe(subscription) &&
               QTest::qWaitFor([&] { return grants.size() > before; }, kWait);
    }
    quint64 publish(const QByteArray &topic, const QByteArray &payload, int qos = 0,
                    bool retain = false, const Mqtt::Properties &properties = {})
    {
        Mqtt::Publication publication;
        publication.topic = topic;
        publication.payload = payload;
        publication.qos = static_cast<std::uint8_t>(qos);
        publication.retain = retain;
        publication.properties = properties;
        const auto id = client.publish(publication);
        return id.value_or(0);
    }
    bool waitForOutcomes(qsizetype count)
    {
        return QTest::qWaitFor([&] { return outcomes.size() >= count; }, kWait);
    }
    bool waitForMessages(std::size_t count)
    {
        return QTest::qWaitFor([&] { return sink->count() >= count; }, kWait);
    }
    bool stopAndWait()
    {
        client.stop();
        return QTest::qWaitFor([this] { return client.state() == Mqtt::Client::State::Ended; },
                               kWait);
    }
    // For the message of a failed check.
    [[nodiscard]] QByteArray story() const
    {
        QString text = client.transcript().toText();
        for (const Error &error : failures)
            text += QStringLiteral("failed: %1 (%2)\n").arg(error.what, error.detail);
        return text.toUtf8();
    }

    std::shared_ptr<Messages> sink;
    Mqtt::Client client;
    QList<Mqtt::PublishOutcome> outcomes;
    QList<Mqtt::SubscribeOutcome> grants;
    QList<Error> failures;
    QList<Error> losses;
    QList<int> takeovers;
};

} // namespace MqttTest
