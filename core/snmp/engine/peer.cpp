// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/engine/peer.h"

#include "core/snmp/words.h"

#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace Portolan::Snmp {

namespace {

constexpr std::size_t kMostRecent = 4096; // numbers that a late reply is known by
constexpr auto kFactsInterval = std::chrono::milliseconds(250);
constexpr auto kAfterRefusal = std::chrono::milliseconds(250);
// Of a trap nothing comes back but, from near machines, that nobody listens.
constexpr auto kUntilRefused = std::chrono::milliseconds(30);
constexpr int kQuickAttempts = 3; // more than the caller's, because they come sooner
constexpr int kFewestSamples = 4;

const char *typeName(Wire::PduType type)
{
    switch (type) {
    case Wire::PduType::Get:
        return "GET";
    case Wire::PduType::GetNext:
        return "GETNEXT";
    case Wire::PduType::Response:
        return "RESPONSE";
    case Wire::PduType::Set:
        return "SET";
    case Wire::PduType::TrapV1:
        return "TRAP (v1)";
    case Wire::PduType::GetBulk:
        return "GETBULK";
    case Wire::PduType::Inform:
        return "INFORM";
    case Wire::PduType::TrapV2:
        return "TRAP";
    case Wire::PduType::Report:
        return "REPORT";
    }
    return "PDU";
}

} // namespace

Peer::Peer(PeerHost &host, quint64 number, PeerSetup setup)
    : m_host(host)
    , m_number(number)
    , m_target(std::move(setup.target))
    , m_credentials(std::move(setup.credentials))
    , m_events(std::move(setup.events))
    , m_transcript(std::move(setup.transcript))
    , m_addresses(std::move(setup.addresses))
    , m_channel({.message = [this](std::span<const std::uint8_t> message, const QHostAddress &from,
                                   quint16 port) { onMessage(message, from, port, Clock::now()); },
                 .refused = [this](int error) { onRefused(error, Clock::now()); },
                 .broken = [this](const Error &error) { onBroken(error, Clock::now()); }})
    , m_givenStream(setup.stream.has_value())
{
    if (setup.stream) {
        m_facts.peer = setup.stream->peer;
        m_channel.adopt(std::move(*setup.stream));
        ++m_connection;
    } else {
        m_facts.peer = peerText();
    }
}

Peer::~Peer() = default;

QString Peer::peerText() const
{
    if (m_addresses.isEmpty())
        return m_facts.peer;
    const QHostAddress &address = m_addresses.at(m_address);
    const QString host = address.protocol() == QAbstractSocket::IPv6Protocol
                             ? QString(QLatin1Char('[') + address.toString() + QLatin1Char(']'))
                             : address.toString();
    return host + QLatin1Char(':') + QString::number(m_target.port);
}

void Peer::send(RequestId id, Request request, Done done, bool quick)
{
    Exchange exchange;
    exchange.request = std::move(request);
    exchange.done = std::move(done);
    exchange.quick = quick;
    m_exchanges.emplace(id, std::move(exchange));
    m_waiting.push_back(id);
    pump(Clock::now());
}

void Peer::cancel(RequestId id)
{
    const auto found = m_exchanges.find(id);
    if (found == m_exchanges.end())
        return;
    forgetNumbers(found->second);
    if (found->second.inFlight)
        --m_inFlight;
    m_exchanges.erase(found);
    pump(Clock::now());
}

void Peer::pump(Clock::time_point now)
{
    while (m_inFlight < m_target.mostInFlight && !m_waiting.empty()) {
        const RequestId id = m_waiting.front();
        const auto found = m_exchanges.find(id);
        if (found == m_exchanges.end()) {
            m_waiting.pop_front();
            continue;
        }
        if (m_target.version == Version::V3 && m_identity != Identity::Known &&
            found->second.request.kind != Request::Kind::Trap) {
            if (m_identity == Identity::Unknown)
                startDiscovery(now);
            return;
        }
        m_waiting.pop_front();
        found->second.inFlight = true;
        ++m_inFlight;
        attempt(id, found->second, now);
    }
}

// RFC 3414, section 4: a request without an engine's id, which every engine answers with a report.
void Peer::startDiscovery(Clock::time_point now)
{
    m_identity = Identity::Asking;
    m_discovery = ownId();
    Exchange exchange;
    exchange.isDiscovery = true;
    exchange.inFlight = true;
    exchange.done = [this](Result<Response> result) {
        if (!result) {
            m_identity = Identity::Unknown;
            failAll(result.error(), Clock::now());
        }
    };
    ++m_inFlight;
    const auto made = m_exchanges.emplace(m_discovery, std::move(exchange)).first;
    attempt(m_discovery, made->second, now);
}

std::int32_t Peer::newNumber()
{
    for (;;) {
        const auto number = static_cast<std::int32_t>(
            QRandomGenerator::global()->bounded(1, std::numeric_limits<int>::max()));
        if (!m_numbers.contains(number) && !m_recent.contains(number))
            return number;
    }
}

Wire::EngineClock Peer::engineClock(Clock::time_point now) const
{
    const auto passed = std::chrono::duration_cast<std::chrono::seconds>(now - m_clockAt).count();
    return {m_clock.boots,
            static_cast<std::uint32_t>(std::min<std::int64_t>(m_clock.time + passed, 0x7fffffff))};
}

Result<QByteArray> Peer::encoded(const Exchange &exchange, std::int32_t number,
                                 Clock::time_point now)
{
    Wire::Pdu pdu;
    pdu.requestId = number;
    switch (exchange.request.kind) {
    case Request::Kind::Get:
        pdu.type = Wire::PduType::Get;
        break;
    case Request::Kind::GetNext:
        pdu.type = Wire::PduType::GetNext;
        break;
    case Request::Kind::GetBulk:
        pdu.type = Wire::PduType::GetBulk;
        pdu.errorStatus = exchange.request.nonRepeaters;
        pdu.errorIndex = exchange.request.repetitions;
        break;
    case Request::Kind::Set:
        pdu.type = Wire::PduType::Set;
        break;
    case Request::Kind::Inform:
    case Request::Kind::Trap: {
        auto made = notification(exchange.request);
        if (!made)
            return tl::unexpected(std::move(made.error()));
        pdu = std::move(*made);
        pdu.requestId = number;
        break;
    }
    }
    if (exchange.request.kind == Request::Kind::Trap && m_target.version == Version::V3)
        return encodedTrap(exchange.request, pdu, number, now);
    if (pdu.varbinds.empty() && pdu.type != Wire::PduType::TrapV1)
        pdu.varbinds = exchange.request.varbinds;
    if (pdu.type == Wire::PduType::Get || pdu.type == Wire::PduType::GetNext ||
        pdu.type == Wire::PduType::GetBulk) {
        for (Varbind &each : pdu.varbinds)
            each.value = Value();
    }
    Result<QByteArray> bytes;
    if (m_target.version != Version::V3) {
        bytes = m_host.codec().encode(
            Wire::CommunityMessage{m_target.version, m_credentials.community.reveal()}, pdu);
    } else {
        Wire::UserMessage message;
        message.messageId = number;
        if (!exchange.isDiscovery) {
            message.user = m_user.get();
            message.level = m_target.level;
            message.userName = m_target.user.toUtf8();
            message.contextName = m_target.context.toUtf8();
            message.contextEngineId = m_target.contextEngineId;
            message.clock = engineClock(now);
        }
        bytes = m_host.codec().encode(message, pdu);
    }
    if (bytes && m_transcript)
        noteMessage(TranscriptEntry::Direction::Sent, pdu, static_cast<std::size_t>(bytes->size()));
    return bytes;
}

Peer::Clock::duration Peer::patience(const Exchange &exchange) const
{
    const auto limit = std::chrono::duration_cast<Clock::duration>(
        exchange.request.timeout.value_or(m_target.timeout));
    if (!exchange.quick || m_rttSamples < kFewestSamples)
        return limit;
    // As TCP does (RFC 6298), with more room: an agent may be busy with the rest of the window.
    const double seconds =
        std::max(0.2, 3 * m_rtt + 4 * m_rttVariation + 0.05) *
        static_cast<double>(1U << static_cast<unsigned>(std::min(exchange.attempts, 10)));
    return std::min(
        limit, std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds)));
}

int Peer::mostAttempts(const Exchange &exchange) const
{
    return 1 + exchange.request.retries.value_or(m_target.retries) +
           (exchange.quick && m_rttSamples >= kFewestSamples ? kQuickAttempts : 0);
}

Result<> Peer::ensureOpen()
{
    if (m_channel.isOpen())
        return {};
    if (m_givenStream || m_addresses.isEmpty())
        return failure(Error::Kind::Network, tr("The connection to the agent has ended."), {},
                       static_cast<int>(Fault::Unreachable));
    for (;;) {
        auto opened = m_channel.open(m_target.transport, m_addresses.at(m_address), m_target.port);
        m_host.socketsChanged();
        if (opened) {
            ++m_connection;
            m_facts.peer = peerText();
            return {};
        }
        // Without a way for IPv6, for example.
        if (m_heard || !tryNextAddress())
            return opened;
    }
}

void Peer::failSoon(RequestId id, Exchange &exchange, Error error, Clock::time_point now)
{
    exchange.failure = std::move(error);
    exchange.deadline = now;
    m_host.setTimer(m_number, id, now);
}

void Peer::attempt(RequestId id, Exchange &exchange, Clock::time_point now)
{
    const auto patienceNow = patience(exchange);
    ++exchange.attempts;
    if (const auto open = ensureOpen(); !open) {
        failSoon(id, exchange, open.error(), now);
        return;
    }
    exchange.deadline = now + patienceNow;
    m_host.setTimer(m_number, id, exchange.deadline);
    // RFC 3430, section 2.3: a stream loses nothing, so nothing is said twice on it.
    if (m_target.transport == Transport::Tcp && exchange.connection == m_connection)
        return;
    const std::int32_t number = newNumber();
    auto bytes = encoded(exchange, number, now);
    if (!bytes) {
        failSoon(id, exchange, std::move(bytes.error()), now);
        return;
    }
    exchange.connection = m_connection;
    exchange.numbers.push_back(number);
    m_numbers[number] = {id, now};
    ++m_facts.sent;
    m_channel.send({reinterpret_cast<const std::uint8_t *>(bytes->constData()),
                    static_cast<std::size_t>(bytes->size())});
    if (exchange.request.kind == Request::Kind::Trap) {
        exchange.deadline = now + kUntilRefused;
        m_host.setTimer(m_number, id, exchange.deadline);
    }
    factsChanged(now);
}

void Peer::onTimer(RequestId id, Clock::time_point when, Clock::time_point now)
{
    const auto found = m_exchanges.find(id);
    if (found == m_exchanges.end() || found->second.deadline != when || !found->second.inFlight)
        return;
    Exchange &exchange = found->second;
    if (exchange.failure) {
        finish(id, tl::unexpected(*std::exchange(exchange.failure, std::nullopt)), now);
        return;
    }
    if (exchange.request.kind == Request::Kind::Trap) {
        onTrapSent(id, exchange, now);
        return;
    }
    ++m_facts.lost;
    if (exchange.attempts >= mostAttempts(exchange)) {
        giveUp(id, exchange, now);
        return;
    }
    if (!m_heard && m_target.transport == Transport::Udp && tryNextAddress())
        m_channel.close();
    attempt(id, exchange, now);
}

bool Peer::tryNextAddress()
{
    if (m_address + 1 >= m_addresses.size())
        return false;
    ++m_address;
    note(TranscriptEntry::Direction::Local, QStringLiteral("next address: ") + peerText(), 0);
    return true;
}

void Peer::sendAllAgain(Clock::time_point now)
{
    for (auto &[id, exchange] : m_exchanges) {
        if (!exchange.inFlight || exchange.failure)
            continue;
        --exchange.attempts;
        attempt(id, exchange, now);
    }
}

void Peer::onRefused(int error, Clock::time_point now)
{
    note(TranscriptEntry::Direction::Local,
         QStringLiteral("refused: ") + Net::socketErrorText(error), 0);
    if (!m_heard && tryNextAddress()) {
        m_channel.close();
        sendAllAgain(now);
        return;
    }
    // An agent that is being restarted refuses as well: tried again as often, only sooner.
    for (auto &[id, exchange] : m_exchanges) {
        if (!exchange.inFlight)
            continue;
        exchange.refused = true;
        const auto soon = now + kAfterRefusal;
        if (exchange.deadline > soon) {
            exchange.deadline = soon;
            m_host.setTimer(m_number, id, soon);
        }
    }
}

void Peer::onBroken(const Error &error, Clock::time_point now)
{
    m_host.socketsChanged();
    note(TranscriptEntry::Direction::Local, QStringLiteral("connection ended: ") + error.detail, 0);
    if (!m_heard && !m_givenStream && tryNextAddress()) {
        sendAllAgain(now);
        return;
    }
    for (auto &[id, exchange] : m_exchanges) {
        if (!exchange.inFlight || exchange.failure)
            continue;
        if (m_givenStream || !m_heard || exchange.attempts >= mostAttempts(exchange)) {
            failSoon(id, exchange, error, now);
        } else {
            exchange.deadline = now + kAfterRefusal;
            m_host.setTimer(m_number, id, exchange.deadline);
        }
    }
}

void Peer::giveUp(RequestId id, Exchange &exchange, Clock::time_point now)
{
    const QString host = peerText();
    const auto made = [](Error::Kind kind, Fault fault, QString what) {
        return Error{kind, std::move(what), {}, static_cast<int>(fault)};
    };
    Error error;
    if (!exchange.elsewhere.isEmpty())
        error = made(Error::Kind::Network, Fault::Elsewhere,
                     tr("The agent was asked at %1 and answers from %2. Such answers are not "
                        "accepted.")
                         .arg(host, exchange.elsewhere));
    else if (exchange.unreadable)
        error = made(Error::Kind::Protocol, Fault::Unreadable,
                     tr("What %1 answers is not SNMP, or is damaged.").arg(host));
    else if (exchange.refused)
        error = made(Error::Kind::Network, Fault::Closed,
                     tr("Nothing listens for SNMP at %1.").arg(host));
    else if (exchange.isDiscovery)
        error = made(
            Error::Kind::Timeout, Fault::Silence,
            tr("%1 does not answer SNMPv3: it is not reachable, or does not speak it.").arg(host));
    else if (m_target.version != Version::V3)
        error = made(Error::Kind::Timeout, Fault::Silence,
                     m_facts.answered > 0
                         ? tr("%1 did not answer in time.").arg(host)
                         : tr("%1 did not answer. To a wrong community agents say nothing either.")
                               .arg(host));
    else
        error = made(Error::Kind::Timeout, Fault::Silence,
                     m_facts.answered > 0 ? tr("%1 did not answer in time.").arg(host)
                     : m_target.level == Level::AuthPriv
                         ? tr("%1 speaks SNMPv3 and did not answer. To a wrong privacy password or "
                              "protocol, or to an unknown context, many agents say nothing.")
                               .arg(host)
                         : tr("%1 speaks SNMPv3 and did not answer. To an unknown context many "
                              "agents say nothing.")
                               .arg(host));
    finish(id, tl::unexpected(std::move(error)), now);
}

void Peer::forgetNumbers(const Exchange &exchange)
{
    for (const std::int32_t number : exchange.numbers) {
        if (m_numbers.erase(number) == 0 || !m_recent.insert(number).second)
            continue;
        m_recentOrder.push_back(number);
        if (m_recentOrder.size() > kMostRecent) {
            m_recent.erase(m_recentOrder.front());
            m_recentOrder.pop_front();
        }
    }
}

void Peer::finish(RequestId id, Result<Response> result, Clock::time_point now)
{
    const auto found = m_exchanges.find(id);
    if (found == m_exchanges.end())
        return;
    forgetNumbers(found->second);
    if (found->second.inFlight)
        --m_inFlight;
    if (!found->second.isDiscovery)
        ++(result ? m_facts.answered : m_facts.errors);
    const Done done = std::move(found->second.done);
    m_exchanges.erase(found);
    factsChanged(now);
    done(std::move(result));
    pump(now);
}

void Peer::failAll(const Error &error, Clock::time_point now)
{
    std::vector<RequestId> ids;
    for (const auto &[id, exchange] : m_exchanges)
        ids.push_back(id);
    for (const RequestId id : ids)
        finish(id, tl::unexpected(error), now);
}

void Peer::factsChanged(Clock::time_point now)
{
    if (m_factsDue || !m_events.facts)
        return;
    m_factsDue = true;
    m_host.callAt(std::max(now, m_factsTold + kFactsInterval), m_number, [this] {
        m_factsDue = false;
        m_factsTold = Clock::now();
        m_events.facts(m_facts);
    });
}

void Peer::note(TranscriptEntry::Direction direction, const QString &text, std::size_t bytes)
{
    if (m_transcript)
        m_transcript->push(
            {std::chrono::system_clock::now(), direction, text, static_cast<int>(bytes)});
}

void Peer::noteMessage(TranscriptEntry::Direction direction, const Wire::Pdu &pdu,
                       std::size_t bytes, std::optional<Clock::duration> rtt)
{
    QString text = QLatin1Char('v') + versionName(m_target.version) + QLatin1Char(' ') +
                   QLatin1String(typeName(pdu.type)) + QStringLiteral(" #") +
                   QString::number(pdu.requestId);
    if (pdu.type == Wire::PduType::GetBulk)
        text += QStringLiteral(" non-repeaters ") + QString::number(pdu.errorStatus) +
                QStringLiteral(" max-repetitions ") + QString::number(pdu.errorIndex);
    else if (pdu.errorStatus != 0)
        text += QLatin1Char(' ') + errorStatusName(pdu.errorStatus) + QStringLiteral(" at ") +
                QString::number(pdu.errorIndex);
    if (!pdu.varbinds.empty()) {
        text += QLatin1Char(' ') + pdu.varbinds.front().oid.text();
        if (pdu.varbinds.size() > 1)
            text += QStringLiteral(" .. ") + pdu.varbinds.back().oid.text() + QStringLiteral(" (") +
                    QString::number(pdu.varbinds.size()) + QLatin1Char(')');
    }
    if (rtt)
        text += QStringLiteral(", ") +
                QString::number(std::chrono::duration<double, std::milli>(*rtt).count(), 'f', 1) +
                QStringLiteral(" ms");
    note(direction, text, bytes);
}

} // namespace Portolan::Snmp
