// SPDX-License-Identifier: GPL-3.0-or-later
// What comes back to a scanner.
#include "core/snmp/discovery/enterprises.h"
#include "core/snmp/discovery/scanner.h"
#include "core/snmp/words.h"

#include <cerrno>
#include <utility>

namespace Portolan::Snmp {

namespace {

constexpr int kMostResyncs = 2;
constexpr int kMostText = 1000;        // characters of what an agent says of itself
constexpr std::int64_t kSameClock = 5; // seconds
constexpr std::size_t kMostSame = 64;  // addresses of one engine id that are told

const Oid kSystem{1, 3, 6, 1, 2, 1, 1};
const Oid kEngine{1, 3, 6, 1, 6, 3, 10, 2, 1};

bool isSame(QHostAddress a, QHostAddress b)
{
    a.setScopeId({}); // a number here, a name there
    b.setScopeId({});
    return a == b;
}

double milliseconds(std::chrono::steady_clock::duration duration)
{
    return std::chrono::duration<double, std::milli>(duration).count();
}

} // namespace

bool Scanner::isLate(const Sent &sent, Clock::time_point now) const
{
    return now - sent.at > m_request.timeout;
}

void Scanner::onMessage(std::span<const std::uint8_t> bytes, const QHostAddress &from, quint16 port,
                        Clock::time_point now)
{
    ++m_progress.received;
    const int version = Wire::versionField(bytes);
    std::optional<Wire::Decoded> decoded;
    std::int32_t number = 0;
    if (version == 3) {
        const auto header = Wire::readHeader(bytes);
        if (!header) {
            ++m_progress.unexpected;
            return;
        }
        number = header->messageId;
    } else {
        decoded = m_host.codec().decode(bytes);
        if (decoded->fault != Wire::Fault::None || decoded->pdu.type != Wire::PduType::Response) {
            ++m_progress.unexpected;
            return;
        }
        number = decoded->pdu.requestId;
    }
    const auto index = static_cast<std::int64_t>(number) - m_firstNumber;
    if (index < 0 || index >= static_cast<std::int64_t>(m_sent.size())) {
        ++m_progress.unexpected;
        return;
    }
    const Sent sent = m_sent[static_cast<std::size_t>(index)];
    const ScanPlace &asked = m_request.range.places()[sent.place];
    const QString elsewhere = port == asked.port && isSame(from, asked.address)
                                  ? QString()
                                  : ScanPlace{from, port}.text();
    if (isLate(sent, now))
        ++m_progress.late;
    if (version == 3)
        onUserMessage(sent, bytes, elsewhere, now);
    else
        onCommunity(sent, *decoded, elsewhere, now);
}

void Scanner::onCommunity(const Sent &sent, const Wire::Decoded &decoded, const QString &from,
                          Clock::time_point now)
{
    const Step &step = m_steps[sent.step];
    if (step.kind != Step::Kind::Community ||
        decoded.version !=
            m_request.credentials[static_cast<std::size_t>(step.credential)].version) {
        ++m_progress.unexpected;
        return;
    }
    tellFound(&sent, &decoded.pdu, sent.place, from, now);
}

void Scanner::onUserMessage(const Sent &sent, std::span<const std::uint8_t> bytes,
                            const QString &from, Clock::time_point now)
{
    const Step &step = m_steps[sent.step];
    if (step.kind == Step::Kind::Engine) {
        const Wire::Decoded decoded = m_host.codec().decode(bytes);
        // Whichever counter it reports, it is the engine that tells its id (RFC 3414, section 3.2).
        if (decoded.fault == Wire::Fault::None && decoded.pdu.type == Wire::PduType::Report &&
            decoded.header && !decoded.header->engineId.isEmpty())
            onEngine(sent, decoded, from, now);
        else
            ++m_progress.unexpected;
        return;
    }
    const auto live = m_live.find(sent.place);
    // The keys of an earlier step are gone.
    if (step.kind != Step::Kind::User || m_states[sent.place] != State::Active ||
        live == m_live.end() || live->second.step != static_cast<int>(sent.step) ||
        !live->second.user) {
        ++m_progress.unexpected;
        return;
    }
    Place &place = live->second;
    Wire::EngineClock clock = place.clock;
    clock.time += static_cast<std::uint32_t>(
        std::chrono::duration_cast<std::chrono::seconds>(now - place.clockAt).count());
    Wire::Decoded decoded = m_host.codec().decode(bytes, place.user.get(), clock);
    if (decoded.fault == Wire::Fault::UnknownUser && decoded.header &&
        !decoded.header->isAuthenticated())
        decoded = m_host.codec().decode(bytes); // a report in clear
    const DiscoveryCredential &credential =
        m_request.credentials[static_cast<std::size_t>(step.credential)];
    if (decoded.fault == Wire::Fault::None && decoded.pdu.type == Wire::PduType::Response &&
        decoded.level == credential.level) {
        tellFound(&sent, &decoded.pdu, sent.place, from, now);
        return;
    }
    if (decoded.fault == Wire::Fault::NotDecrypted) {
        place.refusal =
            Snmp::tr("The agent's answer cannot be decrypted: the privacy password or its "
                     "protocol is another one.");
        nextStep(sent.place, now);
        return;
    }
    if (decoded.fault != Wire::Fault::None || decoded.pdu.type != Wire::PduType::Report) {
        ++m_progress.unexpected;
        return;
    }
    const Fault fault = decoded.pdu.varbinds.empty()
                            ? Fault::OtherReport
                            : faultOfReport(decoded.pdu.varbinds.front().oid);
    if (fault == Fault::NotInTimeWindow && place.resyncs < kMostResyncs) {
        // RFC 3414, section 3.2, step 7: the report tells the right time.
        ++place.resyncs;
        place.clock = decoded.header->clock;
        place.clockAt = now;
        place.attempts = 0;
        place.serial = ++m_serial;
        m_again.push_back(sent.place);
        return;
    }
    place.refusal = reportError(fault, credential.user, credential.level).what;
    nextStep(sent.place, now);
}

void Scanner::onEngine(const Sent &sent, const Wire::Decoded &decoded, const QString &from,
                       Clock::time_point now)
{
    const quint32 number = sent.place;
    if (m_states[number] == State::Found)
        return; // an answer that came twice
    if (m_states[number] != State::Active) {
        // It was given up; its users are tried after all.
        State &state = m_states[number];
        if (state == State::Silent)
            --m_progress.silent;
        else if (state == State::Refused)
            --m_progress.refused;
        else
            --m_progress.unreachable;
        --m_progress.done;
        state = State::Active;
        ++m_active;
        m_live.insert_or_assign(number, Place());
        m_live.at(number).step = static_cast<int>(sent.step);
    }
    Place &place = m_live.at(number);
    if (!place.engineId.isEmpty())
        return;
    place.engineId = decoded.header->engineId;
    place.clock = decoded.header->clock;
    place.clockAt = now;
    place.engineRttMs = milliseconds(now - sent.at);
    place.answeredFrom = from;
    place.late = isLate(sent, now);
    if (place.step == static_cast<int>(sent.step))
        nextStep(number, now);
}

void Scanner::onRefused(const QHostAddress &address, quint16 port, int error)
{
    const auto number = [&]() -> std::optional<quint32> {
        QHostAddress plain = address;
        plain.setScopeId({});
        const auto found = m_byAddress.constFind({plain, port});
        return found == m_byAddress.constEnd() ? std::nullopt : std::optional(*found);
    }();
    if (!number || m_states[*number] != State::Active)
        return;
    // Something of it answered before; the port is not closed.
    if (!m_live.at(*number).engineId.isEmpty())
        return;
#ifdef Q_OS_WIN
    Q_UNUSED(error)
    settle(*number, State::Refused);
#else
    settle(*number, error == ECONNREFUSED ? State::Refused : State::Unreachable);
#endif
}

// With an answer of the system group, or without one: only its engine is known.
void Scanner::tellFound(const Sent *sent, const Wire::Pdu *pdu, quint32 number, const QString &from,
                        Clock::time_point now)
{
    if (const auto before = m_found.find(number);
        before != m_found.end() && (!sent || before->second.credential))
        return; // twice, or nothing new
    FoundAgent agent;
    agent.place = number;
    agent.address = m_request.range.places()[number].address;
    agent.port = m_request.range.places()[number].port;
    agent.version = Version::V3;
    agent.answeredFrom = from;
    Wire::EngineClock clock;
    if (const auto live = m_live.find(number); live != m_live.end()) {
        agent.engineId = live->second.engineId;
        clock = live->second.clock;
        clock.time +=
            agent.engineId.isEmpty()
                ? 0U
                : static_cast<std::uint32_t>(
                      std::chrono::duration_cast<std::chrono::seconds>(now - live->second.clockAt)
                          .count());
        if (!sent) {
            agent.rttMs = live->second.engineRttMs;
            agent.answeredFrom = live->second.answeredFrom;
            agent.late = live->second.late;
            agent.refusal = live->second.refusal;
        }
    }
    if (sent && pdu) {
        const Step &step = m_steps[sent->step];
        const DiscoveryCredential &credential =
            m_request.credentials[static_cast<std::size_t>(step.credential)];
        agent.credential = step.credential;
        agent.credentialLabel = credential.label;
        agent.version = credential.version;
        agent.rttMs = milliseconds(now - sent->at);
        agent.late = isLate(*sent, now);
        const auto text = [](const Value &value) {
            return value.type() == ValueType::OctetString ? plainLine(value.text(), kMostText)
                                                          : QString();
        };
        for (const Varbind &each : pdu->varbinds) {
            const bool isSystem = each.oid.startsWith(kSystem) && each.oid.size() == 9;
            const bool isEngine = each.oid.startsWith(kEngine) && each.oid.size() == 11;
            if (isSystem && each.oid[7] == 1)
                agent.description = text(each.value);
            else if (isSystem && each.oid[7] == 2)
                agent.objectId = each.value.toOid();
            else if (isSystem && each.oid[7] == 3 && each.value.type() == ValueType::TimeTicks)
                agent.uptime = static_cast<quint32>(each.value.toUint());
            else if (isSystem && each.oid[7] == 5)
                agent.name = text(each.value);
            else if (isSystem && each.oid[7] == 6)
                agent.location = text(each.value);
            else if (isEngine && each.oid[9] == 1 && each.value.bytes().size() >= 5 &&
                     each.value.bytes().size() <= 32)
                agent.engineId = each.value.bytes();
            else if (isEngine && each.oid[9] == 2 && each.value.isNumber())
                clock.boots = static_cast<std::uint32_t>(each.value.toUint());
            else if (isEngine && each.oid[9] == 3 && each.value.isNumber())
                clock.time = static_cast<std::uint32_t>(each.value.toUint());
        }
    }
    auto enterprise = enterpriseOf(agent.objectId);
    if (!enterprise)
        enterprise = enterpriseOfEngine(agent.engineId);
    if (enterprise) {
        agent.vendor = enterpriseName(*enterprise);
        if (agent.vendor.isEmpty())
            agent.vendor = Snmp::tr("enterprise %1").arg(*enterprise);
    }
    if (!agent.engineId.isEmpty())
        noteEngine(agent, clock, now);
    m_fresh.append(agent);
    m_found.insert_or_assign(number, std::move(agent));
    if (m_states[number] != State::Found)
        settle(number, State::Found);
}

void Scanner::noteEngine(FoundAgent &agent, Wire::EngineClock clock, Clock::time_point now)
{
    auto &seen = m_engines[agent.engineId];
    const auto differs = [&](const EngineSeen &other) {
        if ((other.clock.boots == 0 && other.clock.time == 0) ||
            (clock.boots == 0 && clock.time == 0))
            return false; // a clock that nobody told proves nothing
        const auto passed =
            std::chrono::duration_cast<std::chrono::seconds>(now - other.at).count();
        return other.clock.boots != clock.boots ||
               std::abs(static_cast<std::int64_t>(other.clock.time) + passed -
                        static_cast<std::int64_t>(clock.time)) > kSameClock;
    };
    for (const EngineSeen &other : seen) {
        if (other.place == agent.place)
            continue;
        agent.sameEngineIsAnother = differs(other) || agent.sameEngineIsAnother;
        agent.sameEngineAt += m_request.range.places()[other.place].text();
        // The one that came first hears of it, too.
        FoundAgent &first = m_found.at(other.place);
        if (static_cast<std::size_t>(first.sameEngineAt.size()) < kMostSame) {
            first.sameEngineAt += agent.addressText();
            first.sameEngineIsAnother = differs(other) || first.sameEngineIsAnother;
            m_fresh.append(first);
        }
    }
    std::erase_if(seen, [&](const EngineSeen &each) { return each.place == agent.place; });
    if (seen.size() < kMostSame)
        seen.push_back({agent.place, clock, now});
}

} // namespace Portolan::Snmp
