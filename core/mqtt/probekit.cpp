// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mqtt/probekit.h"

#include <algorithm>
#include <utility>

namespace Portolan::Mqtt {

using namespace std::chrono_literals;

namespace {

constexpr int kOnTheWay = 20;
constexpr auto kPatience = 3s; // without any progress

} // namespace

void Catcher::message(const Received &message)
{
    const std::scoped_lock lock(m_mutex);
    ++m_count;
    if (m_caught.size() >= kMost)
        return;
    const auto head = message.payload.substr(0, kMostPayload);
    m_caught.push_back(
        {QByteArray(message.topic.data(), static_cast<qsizetype>(message.topic.size())),
         QByteArray(head.data(), static_cast<qsizetype>(head.size())), Clock::now(), message.qos,
         message.retained});
}

std::vector<Catcher::Caught> Catcher::take()
{
    const std::scoped_lock lock(m_mutex);
    return std::exchange(m_caught, {});
}

quint64 Catcher::count() const
{
    const std::scoped_lock lock(m_mutex);
    return m_count;
}

Prober::Prober(const BrokerTarget &target, std::unique_ptr<Net::Dialer> dialer,
               const Secret &password, const Secret &passphrase)
    : catcher(std::make_shared<Catcher>())
    , client(target, catcher, std::move(dialer))
{
    client.offerPassword(password.copy());
    client.offerKeyPassphrase(passphrase.copy());
    connect(&client, &Client::subscribed, this,
            [this](const SubscribeOutcome &outcome) { grants.append(outcome); });
    connect(&client, &Client::published, this, [this](const QList<PublishOutcome> &some) {
        for (const PublishOutcome &each : some)
            outcomes.insert(each.id, each);
    });
    connect(&client, &Client::failed, this, [this](const Error &e) { error = e; });
    client.start();
}

void Prober::subscribe(const QByteArray &filter, int qos)
{
    Subscription subscription;
    subscription.filter = filter;
    subscription.qos = static_cast<std::uint8_t>(qos);
    // An invalid filter is refused here as a broker would.
    if (!client.subscribe(subscription)) {
        SubscribeOutcome refused;
        refused.asked = subscription;
        refused.reason = 0x8f;
        grants.append(refused);
    }
}

quint64 Prober::publish(const QByteArray &topic, const QByteArray &payload, int qos, bool retain)
{
    Publication publication;
    publication.topic = topic;
    publication.payload = payload;
    publication.qos = static_cast<std::uint8_t>(qos);
    publication.retain = retain;
    return client.publish(publication).value_or(0);
}

DeliveryRun::DeliveryRun(Prober &from, Prober &to, const QByteArray &topic, int qos, int messages,
                         int bytes, Done done)
    : m_from(from)
    , m_to(to)
    , m_topic(topic)
    , m_messages(messages)
    , m_bytes(bytes)
    , m_done(std::move(done))
    , m_progressAt(Catcher::Clock::now())
{
    m_facts.asked = static_cast<std::uint8_t>(qos);
    m_seen.resize(static_cast<std::size_t>(messages));
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &DeliveryRun::step);
    m_timer.start(2);
    m_to.grants.clear();
    m_to.subscribe(topic, qos);
}

void DeliveryRun::step()
{
    const auto now = Catcher::Clock::now();
    if (!m_subscribed) {
        if (m_to.grants.isEmpty() && now - m_progressAt < kPatience)
            return;
        m_subscribed = true;
        m_progressAt = now;
        if (!m_to.grants.isEmpty())
            m_facts.granted = m_to.grants.last().reason;
    }
    read();
    const auto unseen =
        static_cast<qint64>(m_sentAt.size()) - static_cast<qint64>(m_facts.received);
    const bool stuck = now - m_progressAt > kPatience;
    for (qint64 room = stuck ? 1 : kOnTheWay - unseen;
         room > 0 && static_cast<int>(m_sentAt.size()) < m_messages; --room) {
        QByteArray payload = QByteArray::number(m_sentAt.size()) + ' ';
        payload.resize(std::max<qsizetype>(payload.size(), m_bytes), '.');
        m_sentAt.push_back(Catcher::Clock::now());
        m_ids.push_back(m_from.publish(m_topic, payload, m_facts.asked));
    }
    const bool all = static_cast<int>(m_sentAt.size()) == m_messages;
    // The acknowledgements may come behind the messages.
    const bool complete = m_facts.received == static_cast<quint64>(m_messages) &&
                          std::all_of(m_ids.begin(), m_ids.end(),
                                      [this](quint64 id) { return m_from.outcomes.contains(id); });
    // Nothing comes at all, or the rest does not: that is the result.
    if ((all && complete) || stuck || !m_from.isConnected() || !m_to.isConnected())
        finish();
}

void DeliveryRun::read()
{
    for (const Catcher::Caught &each : m_to.catcher->take()) {
        if (each.topic != m_topic)
            continue;
        bool valid = false;
        const int number = each.payload.left(each.payload.indexOf(' ')).toInt(&valid);
        if (!valid || number < 0 || number >= sent())
            continue;
        m_progressAt = Catcher::Clock::now();
        const auto index = static_cast<std::size_t>(number);
        if (m_seen[index]) {
            ++m_facts.duplicates;
            continue;
        }
        m_seen[index] = true;
        ++m_facts.received;
        if (number < m_lastNumber)
            ++m_facts.outOfOrder;
        m_lastNumber = std::max(m_lastNumber, number);
        m_latencies.push_back(
            std::chrono::duration<double, std::milli>(each.at - m_sentAt[index]).count());
        const auto qos = static_cast<std::uint8_t>(each.qos);
        m_facts.effectiveQos = std::min(m_facts.effectiveQos.value_or(2), qos);
    }
}

void DeliveryRun::finish()
{
    m_timer.stop();
    m_to.client.unsubscribe(m_topic);
    m_facts.sent = m_sentAt.size();
    m_facts.lost = m_facts.sent - m_facts.received;
    for (const quint64 id : m_ids)
        if (m_from.outcomes.value(id).kind == PublishOutcome::Kind::Acknowledged)
            ++m_facts.acknowledged;
    if (!m_latencies.empty()) {
        std::sort(m_latencies.begin(), m_latencies.end());
        const auto at = [this](double share) {
            return m_latencies[static_cast<std::size_t>(
                share * static_cast<double>(m_latencies.size() - 1))];
        };
        m_facts.medianMs = at(0.5);
        m_facts.p99Ms = at(0.99);
        m_facts.worstMs = m_latencies.back();
    }
    m_done(m_facts);
}

} // namespace Portolan::Mqtt
