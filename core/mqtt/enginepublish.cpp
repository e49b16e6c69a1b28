// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mqtt/engine.h"
#include "core/mqtt/mosquittowords.h"
#include "core/mqtt/reasoncode.h"
#include "core/mqtt/words.h"

#include <algorithm>
#include <utility>

// What the engine sends: subscriptions and publications.
namespace Portolan::Mqtt {

namespace {

using namespace std::chrono_literals;

constexpr int kMostHandedAtOnce = 64;

} // namespace

void ClientEngine::subscribe(const Subscription &subscription)
{
    if (!m_connected)
        return; // made again after CONNACK
    int options = 0;
    if (m_target.version == Version::V5) {
        options = static_cast<int>(subscription.retainHandling) << 4;
        if (subscription.noLocal)
            options |= MQTT_SUB_OPT_NO_LOCAL;
        if (subscription.retainAsPublished)
            options |= MQTT_SUB_OPT_RETAIN_AS_PUBLISHED;
    }
    int mid = 0;
    const int result = mosquitto_subscribe_v5(m_handle, &mid, subscription.filter.constData(),
                                              subscription.qos, options, nullptr);
    if (result == MOSQ_ERR_SUCCESS) {
        m_subscribing[mid] = {subscription, Clock::now()};
    } else {
        SubscribeOutcome outcome;
        outcome.asked = subscription;
        outcome.reason = result == MOSQ_ERR_OVERSIZE_PACKET ? 0x95 : 0x8f;
        m_events.subscribed(outcome);
    }
    checkEnd();
}

void ClientEngine::unsubscribe(const QByteArray &filter)
{
    if (!m_connected)
        return;
    int mid = 0;
    if (mosquitto_unsubscribe(m_handle, &mid, filter.constData()) == MOSQ_ERR_SUCCESS)
        m_unsubscribing[mid] = filter;
    checkEnd();
}

void ClientEngine::publish(quint64 id, Publication publication, Clock::time_point called)
{
    Outgoing outgoing{id, std::move(publication), called};
    const auto size = outgoing.publication.payload.size();
    if (m_waiting.size() >= static_cast<std::size_t>(Client::kMostWaiting) ||
        m_waitingBytes + size > Client::kMostWaitingBytes) {
        // One message larger than all that may wait can still go at once.
        const bool alone = m_waiting.empty() && m_connected;
        if (!alone) {
            outcome(outgoing, PublishOutcome::Kind::Dropped, 0,
                    tr("Too many messages wait to be published."));
            return;
        }
    }
    m_waitingBytes += size;
    m_waiting.push_back(std::move(outgoing));
    if (m_connected)
        pump();
    else
        m_nextExpiry = std::min(m_nextExpiry, Clock::now() + 200ms);
}

void ClientEngine::pump()
{
    // A full socket stops it: what the library cannot write it would keep without a bound.
    for (int handed = 0; handed < kMostHandedAtOnce && m_connected && !m_waiting.empty();
         ++handed) {
        const bool answered = m_waiting.front().publication.qos > 0;
        if (mosquitto_want_write(m_handle) ||
            (answered && static_cast<int>(m_inFlight.size()) >= m_mostInFlight))
            return;
        Outgoing outgoing = std::move(m_waiting.front());
        m_waiting.pop_front();
        m_waitingBytes -= outgoing.publication.payload.size();
        if (!hand(outgoing)) {
            checkEnd();
            return;
        }
    }
    if (m_connected && !m_waiting.empty())
        m_wake.signal(); // there is more, after the others had their turn
}

bool ClientEngine::hand(Outgoing &outgoing)
{
    const Publication &publication = outgoing.publication;
    PropertyWriter properties;
    if (m_target.version == Version::V5)
        properties.message(publication.properties);
    const PropertyList list = properties.take();
    int mid = 0;
    m_handing = outgoing.id;
    m_handedDone = false;
    const int result = properties.good()
                           ? mosquitto_publish_v5(m_handle, &mid, publication.topic.constData(),
                                                  static_cast<int>(publication.payload.size()),
                                                  publication.payload.constData(), publication.qos,
                                                  publication.retain, list.get())
                           : int(MOSQ_ERR_MALFORMED_UTF8);
    m_handing.reset();
    m_metricsChanged = true;
    switch (result) {
    case MOSQ_ERR_SUCCESS:
        ++m_metrics.sent.at(publication.qos);
        m_metrics.sentBytes += static_cast<quint64>(publication.payload.size());
        if (m_handedDone)
            outcome(outgoing, PublishOutcome::Kind::Sent);
        else
            m_inFlight.insert_or_assign(mid, std::move(outgoing));
        return true;
    case MOSQ_ERR_OVERSIZE_PACKET:
        outcome(outgoing, PublishOutcome::Kind::Refused, 0x95,
                reasonSentence(Packet::Puback, 0x95));
        return true;
    case MOSQ_ERR_QOS_NOT_SUPPORTED:
        outcome(outgoing, PublishOutcome::Kind::Refused, 0x9b,
                reasonSentence(Packet::Puback, 0x9b));
        return true;
    case MOSQ_ERR_RETAIN_NOT_SUPPORTED:
        outcome(outgoing, PublishOutcome::Kind::Refused, 0x9a,
                reasonSentence(Packet::Puback, 0x9a));
        return true;
    case MOSQ_ERR_NO_CONN:
    case MOSQ_ERR_CONN_LOST:
    case MOSQ_ERR_ERRNO:
        // With an answer to wait for, the library took it in spite of that.
        if (publication.qos > 0 && m_keepsSession && mid != 0) {
            m_inFlight.insert_or_assign(mid, std::move(outgoing));
        } else {
            m_waitingBytes += publication.payload.size();
            m_waiting.push_front(std::move(outgoing));
        }
        return false;
    default:
        outcome(outgoing, PublishOutcome::Kind::Dropped, 0,
                tr("The message cannot be published: %1.")
                    .arg(QString::fromUtf8(mosquitto_strerror(result))));
        return true;
    }
}

void ClientEngine::settle(int mid, std::uint8_t reason)
{
    const auto found = m_inFlight.find(mid);
    if (found == m_inFlight.end())
        return;
    const Outgoing outgoing = std::move(found->second);
    m_inFlight.erase(found);
    m_metricsChanged = true;
    if (outgoing.publication.qos == 0) {
        outcome(outgoing, PublishOutcome::Kind::Sent);
    } else if (reason >= 0x80) {
        outcome(outgoing, PublishOutcome::Kind::Refused, reason,
                reasonSentence(Packet::Puback, reason));
    } else {
        outcome(outgoing, PublishOutcome::Kind::Acknowledged, reason);
    }
}

void ClientEngine::outcome(const Outgoing &of, PublishOutcome::Kind kind, std::uint8_t reason,
                           const QString &error)
{
    using Kind = PublishOutcome::Kind;
    const auto time =
        std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - of.called);
    switch (kind) {
    case Kind::Sent:
        break;
    case Kind::Acknowledged:
        ++m_metrics.acknowledged;
        m_metrics.rttMs = static_cast<double>(time.count()) / 1000.0;
        break;
    case Kind::Refused:
        ++m_metrics.refused;
        break;
    case Kind::Expired:
        ++m_metrics.expired;
        break;
    case Kind::Dropped:
        ++m_metrics.dropped;
        break;
    case Kind::Unknown:
        ++m_metrics.unknown;
        break;
    }
    m_metricsChanged = true;
    m_outcomes.append({of.id, kind, reason, error, time});
    if (m_outcomes.size() >= 1000)
        flush(true);
}

void ClientEngine::expire(Clock::time_point now)
{
    m_nextExpiry = now + 200ms;
    if (m_connected)
        return; // they wait for their turn only
    const auto gone = [&](const Outgoing &each) {
        return now - each.called >= each.publication.offlineExpiry;
    };
    for (const Outgoing &each : m_waiting) {
        if (!gone(each))
            continue;
        m_waitingBytes -= each.publication.payload.size();
        outcome(each, PublishOutcome::Kind::Expired, 0,
                tr("The message waited too long for a connection."));
    }
    std::erase_if(m_waiting, gone);
}

void ClientEngine::dropAll(PublishOutcome::Kind kind)
{
    for (const Outgoing &each : std::exchange(m_waiting, {}))
        outcome(each, kind);
    m_waitingBytes = 0;
    for (const auto &[mid, each] : std::exchange(m_inFlight, {}))
        outcome(each, each.publication.qos == 0 ? kind : PublishOutcome::Kind::Unknown);
    if (m_handle && !m_open) {
        mosquitto_destroy(m_handle);
        m_handle = nullptr;
        m_keepsSession = false;
    }
    flush(true);
}

} // namespace Portolan::Mqtt
