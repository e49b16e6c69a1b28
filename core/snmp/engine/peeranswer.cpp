// SPDX-License-Identifier: GPL-3.0-or-later
// What comes back to a peer.
#include "core/snmp/engine/peer.h"
#include "core/snmp/words.h"

#include <algorithm>
#include <utility>

namespace Portolan::Snmp {

namespace {

constexpr int kMostResyncs = 2;

bool isSamePlace(const QHostAddress &a, const QHostAddress &b)
{
    QHostAddress one = a;
    QHostAddress other = b;
    one.setScopeId({}); // a number here, a name there
    other.setScopeId({});
    return one == other;
}

} // namespace

void Peer::onReadable(Clock::time_point)
{
    m_channel.onReadable();
}

void Peer::onWritable(Clock::time_point)
{
    m_channel.onWritable();
}

void Peer::onMessage(std::span<const std::uint8_t> message, const QHostAddress &from, quint16 port,
                     Clock::time_point now)
{
    ++m_facts.received;
    factsChanged(now);
    if (m_target.transport == Transport::Udp &&
        (port != m_target.port || !isSamePlace(from, m_addresses.at(m_address)))) {
        onElsewhere(message, from.toString() + QLatin1Char(':') + QString::number(port));
        return;
    }
    m_heard = true;
    const int version = Wire::versionField(message);
    const int mine = m_target.version == Version::V1 ? 0 : m_target.version == Version::V2c ? 1 : 3;
    const auto header = version == 3 ? Wire::readHeader(message) : std::nullopt;
    if (version != mine || (version == 3 && !header)) {
        ++m_facts.malformed;
        for (auto &[id, exchange] : m_exchanges)
            exchange.unreadable = exchange.unreadable || exchange.inFlight;
        note(TranscriptEntry::Direction::Received, QStringLiteral("not SNMP as it was asked"),
             message.size());
        return;
    }
    if (header) {
        onUserMessage(message, *header, now);
        return;
    }
    Wire::Decoded decoded = m_host.codec().decode(message);
    if (decoded.fault != Wire::Fault::None || decoded.pdu.type != Wire::PduType::Response) {
        ++m_facts.malformed;
        for (auto &[id, exchange] : m_exchanges)
            exchange.unreadable = exchange.unreadable || exchange.inFlight;
        note(TranscriptEntry::Direction::Received, QStringLiteral("damaged"), message.size());
        return;
    }
    const auto number = m_numbers.find(decoded.pdu.requestId);
    if (number == m_numbers.end()) {
        onStranger(decoded.pdu.requestId);
        return;
    }
    onResponse(number->second, decoded, message.size(), now);
}

void Peer::onElsewhere(std::span<const std::uint8_t> message, const QString &from)
{
    ++m_facts.elsewhere;
    m_facts.elsewhereFrom = from;
    note(TranscriptEntry::Direction::Received, QStringLiteral("from another address: ") + from,
         message.size());
    const auto header = Wire::readHeader(message);
    std::int32_t number = header ? header->messageId : 0;
    if (!header) {
        const auto decoded = m_host.codec().decode(message);
        if (decoded.fault != Wire::Fault::None)
            return;
        number = decoded.pdu.requestId;
    }
    if (const auto found = m_numbers.find(number); found != m_numbers.end())
        m_exchanges.at(found->second.exchange).elsewhere = from;
}

void Peer::onStranger(std::int32_t number)
{
    const bool isLate = m_recent.contains(number);
    ++(isLate ? m_facts.late : m_facts.wrongId);
    note(TranscriptEntry::Direction::Received,
         (isLate ? QStringLiteral("late: #") : QStringLiteral("never asked: #")) +
             QString::number(number),
         0);
}

void Peer::adoptClock(Wire::EngineClock clock, Clock::time_point now)
{
    if (m_clock.boots != 0 && clock.boots > m_clock.boots)
        m_facts.engineWasRestarted = true;
    m_clock = clock;
    m_clockAt = now;
    m_facts.engineBoots = clock.boots;
    m_facts.engineTime = clock.time;
}

void Peer::onUserMessage(std::span<const std::uint8_t> message, const Wire::Header &header,
                         Clock::time_point now)
{
    const auto number = m_numbers.find(header.messageId);
    if (number == m_numbers.end()) {
        onStranger(header.messageId);
        return;
    }
    const InFlight to = number->second;
    Exchange &exchange = m_exchanges.at(to.exchange);
    const auto damaged = [&](const char *how) {
        ++m_facts.malformed;
        exchange.unreadable = true;
        note(TranscriptEntry::Direction::Received, QString::fromLatin1(how), message.size());
    };
    if (exchange.isDiscovery) {
        const Wire::Decoded decoded = m_host.codec().decode(message);
        // Whichever counter it reports, it is the engine that tells its id (RFC 3414, section 3.2).
        if (decoded.fault != Wire::Fault::None || decoded.pdu.type != Wire::PduType::Report ||
            header.engineId.isEmpty()) {
            damaged("not the answer to a discovery");
            return;
        }
        measured(now - to.sentAt);
        if (m_transcript)
            noteMessage(TranscriptEntry::Direction::Received, decoded.pdu, message.size(),
                        now - to.sentAt);
        ++m_facts.reports;
        onDiscovered(decoded, now);
        return;
    }
    Wire::Decoded decoded = m_host.codec().decode(message, m_user.get(), engineClock(now));
    // A report in clear may come from an engine that has another id by now.
    if (decoded.fault == Wire::Fault::UnknownUser && !header.isAuthenticated())
        decoded = m_host.codec().decode(message);
    switch (decoded.fault) {
    case Wire::Fault::None:
        break;
    case Wire::Fault::NotInTime:
        // Authentic, and yet the engine's clock went back: it forgot its boots.
        if (exchange.resyncs++ < kMostResyncs)
            rediscover(to.exchange, exchange, now);
        else
            finish(
                to.exchange,
                tl::unexpected(reportError(Fault::NotInTimeWindow, m_target.user, m_target.level)),
                now);
        return;
    case Wire::Fault::NotDecrypted:
        finish(to.exchange,
               failure(Error::Kind::Auth,
                       tr("The agent's answer cannot be decrypted with the privacy password and "
                          "protocol of the user “%1”.")
                           .arg(plainLine(m_target.user, 40)),
                       {}, static_cast<int>(Fault::NotDecrypted)),
               now);
        return;
    case Wire::Fault::WrongDigest:
    case Wire::Fault::UnknownUser:
    case Wire::Fault::LevelNotAllowed:
    case Wire::Fault::Malformed:
        damaged("not from the agent as it was asked, or damaged");
        return;
    }
    if (header.isAuthenticated() &&
        (header.clock.boots != m_clock.boots || header.clock.time >= m_clock.time))
        adoptClock(header.clock, now);
    if (decoded.pdu.type == Wire::PduType::Report) {
        ++m_facts.reports;
        if (m_transcript)
            noteMessage(TranscriptEntry::Direction::Received, decoded.pdu, message.size(),
                        now - to.sentAt);
        onReport(to.exchange, exchange, decoded, now);
        return;
    }
    // RFC 3412, section 7.2, step 12: an answer has the number and the level of the request.
    if (decoded.pdu.type != Wire::PduType::Response || decoded.level != m_target.level ||
        decoded.pdu.requestId != header.messageId) {
        damaged("answers with another level or number");
        return;
    }
    onResponse(to, decoded, message.size(), now);
}

void Peer::onDiscovered(const Wire::Decoded &decoded, Clock::time_point now)
{
    const Wire::Header &header = *decoded.header;
    auto user = Wire::User::make(
        {m_target.user.toUtf8(), m_target.level, m_target.authProtocol, m_target.privProtocol},
        header.engineId, m_credentials);
    const RequestId id = std::exchange(m_discovery, 0);
    if (!user) {
        finish(id, tl::unexpected(user.error()), now);
        return;
    }
    m_user = std::move(*user);
    m_identity = Identity::Known;
    m_facts.engineId = header.engineId;
    adoptClock(header.clock, now);
    const SameEngine same = m_host.noteEngine(header.engineId, m_facts.peer, header.clock);
    m_facts.sameEngineAt = same.address;
    m_facts.sameEngineIsAnother = same.isAnother;
    finish(id, Response(), now);
}

void Peer::rediscover(RequestId id, Exchange &exchange, Clock::time_point now)
{
    forgetNumbers(exchange);
    exchange.numbers.clear();
    exchange.attempts = 0;
    exchange.inFlight = false;
    exchange.connection = 0;
    --m_inFlight;
    m_waiting.push_front(id);
    if (m_identity == Identity::Known)
        m_identity = Identity::Unknown;
    pump(now);
}

void Peer::onReport(RequestId id, Exchange &exchange, const Wire::Decoded &decoded,
                    Clock::time_point now)
{
    const Fault fault = decoded.pdu.varbinds.empty()
                            ? Fault::OtherReport
                            : faultOfReport(decoded.pdu.varbinds.front().oid);
    if (fault == Fault::NotInTimeWindow && exchange.resyncs < kMostResyncs) {
        // RFC 3414, section 3.2, step 7: the report tells the right time. Agents that do not sign
        // it are believed once, because the next answer must be signed.
        ++exchange.resyncs;
        adoptClock(decoded.header->clock, now);
        --exchange.attempts;
        exchange.connection = 0;
        attempt(id, exchange, now);
        return;
    }
    if (fault == Fault::UnknownEngineId && exchange.resyncs < kMostResyncs) {
        ++exchange.resyncs;
        rediscover(id, exchange, now);
        return;
    }
    finish(id, tl::unexpected(reportError(fault, m_target.user, m_target.level)), now);
}

// RFC 6298, section 2.
void Peer::measured(Clock::duration rtt)
{
    const double seconds = std::chrono::duration<double>(rtt).count();
    if (m_rttSamples++ == 0) {
        m_rtt = seconds;
        m_rttVariation = seconds / 2;
    } else {
        m_rttVariation = 0.75 * m_rttVariation + 0.25 * std::abs(m_rtt - seconds);
        m_rtt = 0.875 * m_rtt + 0.125 * seconds;
    }
    m_facts.rttMs = m_rtt * 1000;
}

void Peer::onResponse(const InFlight &reply, Wire::Decoded &decoded, std::size_t bytes,
                      Clock::time_point now)
{
    const InFlight to = reply; // the map changes below
    Exchange &exchange = m_exchanges.at(to.exchange);
    const auto rtt = now - to.sentAt;
    measured(rtt);
    if (m_transcript)
        noteMessage(TranscriptEntry::Direction::Received, decoded.pdu, bytes, rtt);
    const Wire::Pdu &pdu = decoded.pdu;
    if (resumeWithoutMissing(to.exchange, exchange, pdu, now))
        return;
    const bool isGet = exchange.request.kind == Request::Kind::Get;
    const bool isSet = exchange.request.kind == Request::Kind::Set;
    if ((isGet || isSet) && pdu.errorStatus == 0 &&
        pdu.varbinds.size() != exchange.request.varbinds.size()) {
        finish(to.exchange,
               failure(Error::Kind::Protocol,
                       tr("The agent answers with another number of objects than it was asked "
                          "for."),
                       {}, static_cast<int>(Fault::Unreadable)),
               now);
        return;
    }
    Response response;
    response.errorStatus = pdu.errorStatus;
    response.errorIndex = pdu.errorIndex;
    response.rtt = std::chrono::duration_cast<std::chrono::microseconds>(rtt);
    response.attempts = exchange.attempts;
    response.bytes = bytes;
    if (exchange.partial.empty() || pdu.errorStatus != 0) {
        response.varbinds = std::move(decoded.pdu.varbinds);
    } else {
        response.varbinds = std::move(exchange.partial);
        for (std::size_t i = 0; i < exchange.places.size() && i < pdu.varbinds.size(); ++i)
            response.varbinds[exchange.places[i]] = pdu.varbinds[i];
    }
    finish(to.exchange, std::move(response), now);
}

// Version 1 refuses the whole request for the sake of one object that is not there (RFC 1157,
// sections 4.1.2 and 4.1.3); version 2 has an exception for each.
bool Peer::resumeWithoutMissing(RequestId id, Exchange &exchange, const Wire::Pdu &pdu,
                                Clock::time_point now)
{
    auto &left = exchange.request.varbinds;
    const bool isGet = exchange.request.kind == Request::Kind::Get;
    if (m_target.version != Version::V1 || pdu.errorStatus != static_cast<int>(Fault::NoSuchName) ||
        pdu.errorIndex < 1 || pdu.errorIndex > static_cast<int>(left.size()) ||
        (!isGet && exchange.request.kind != Request::Kind::GetNext))
        return false;
    if (exchange.partial.empty()) {
        exchange.partial = left;
        exchange.places.resize(left.size());
        for (std::size_t i = 0; i < left.size(); ++i)
            exchange.places[i] = i;
    }
    const auto missing = static_cast<std::ptrdiff_t>(pdu.errorIndex - 1);
    exchange.partial[exchange.places[static_cast<std::size_t>(missing)]].value =
        Value::exception(isGet ? ValueType::NoSuchObject : ValueType::EndOfMibView);
    left.erase(left.begin() + missing);
    exchange.places.erase(exchange.places.begin() + missing);
    if (left.empty()) {
        Response response;
        response.varbinds = std::move(exchange.partial);
        response.attempts = exchange.attempts;
        finish(id, std::move(response), now);
        return true;
    }
    forgetNumbers(exchange);
    exchange.numbers.clear();
    exchange.attempts = 0;
    exchange.connection = 0;
    attempt(id, exchange, now);
    return true;
}

} // namespace Portolan::Snmp
