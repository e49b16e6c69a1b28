// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ntp/diagnosis/serverrecord.h"

#include "core/ntp/stampedsocket.h"

#include <algorithm>

namespace Portolan::Ntp {

namespace {

constexpr std::size_t kMostKinds = 16; // of what may be any value
constexpr std::size_t kMostAnswered = 32;
// RFC 5906, section 10: Autokey's messages have the version 2 in their low byte, and a code up to 8
// with the bits of an answer and an error.
constexpr quint16 kAutokeyVersion = 2;
constexpr quint16 kAutokeyMostCode = 9;

template<typename Key>
void note(std::map<Key, ServerRecord::Seen> &among, const Key &key, const Outcome &outcome)
{
    const auto found = among.find(key);
    if (found == among.end() && among.size() >= kMostKinds)
        return;
    ServerRecord::Seen &seen = found == among.end() ? among[key] : found->second;
    if (seen.count++ == 0) {
        seen.packet = outcome.packet.left(ServerRecord::kMostKept);
        seen.header = outcome.header;
    }
    seen.last = outcome.at;
}

bool isAutokey(quint16 type)
{
    return (type & 0xFFU) == kAutokeyVersion && (type >> 8U & 0x3FU) <= kAutokeyMostCode &&
           (type & 0x8000U) != 0;
}

} // namespace

void ServerRecord::take(const Outcome &outcome, const ServerState &server)
{
    if (!outcome.packet.isEmpty() && outcome.kind != Outcome::Kind::Stray) {
        if (const auto read = decodePacket(outcome.packet)) {
            for (const ExtensionField &each : read->extensions) {
                autokey = autokey || isAutokey(each.type);
                if (extensions.size() < static_cast<qsizetype>(kMostKinds))
                    extensions.insert(each.type);
            }
        }
    }
    if (outcome.endsPoll) {
        ++polls;
        if (outcome.kind == Outcome::Kind::Silent)
            ++silent;
        if (outcome.kind == Outcome::Kind::Measured) {
            if (silent == 0)
                ++answeredAtFirst;
            silentSince = false;
        } else if (outcome.kind == Outcome::Kind::Silent) {
            silentSince = polls == static_cast<quint64>(answeredAtFirst) + silent;
        }
    }
    switch (outcome.kind) {
    case Outcome::Kind::Measured: {
        if (header) {
            leapFlips += header->leap != outcome.header.leap ? 1 : 0;
            stratumFlips += header->stratum != outcome.header.stratum ? 1 : 0;
            refidFlips += header->refid != outcome.header.refid ? 1 : 0;
        }
        header = outcome.header;
        packet = outcome.packet.left(kMostKept);
        const Sample &sample = *outcome.sample;
        referenceAge =
            outcome.header.reference.isZero()
                ? std::nullopt
                : std::optional(between(sample.t3, toInstant(outcome.header.reference, sample.t3)));
        samples.push_back(sample);
        if (samples.size() > kMostSamples)
            samples.pop_front();
        m_answered.push_back({outcome.header.origin, outcome.packet});
        if (m_answered.size() > kMostAnswered)
            m_answered.pop_front();
        break;
    }
    case Outcome::Kind::Silent:
    case Outcome::Kind::OutOfCookies:
        break;
    case Outcome::Kind::Rejected:
        if (outcome.mac != MacState::Good)
            note(macs, outcome.mac, outcome);
        else if (outcome.protection != Nts::Protection::Good)
            note(protections, outcome.protection, outcome);
        else
            note(faults, outcome.fault, outcome);
        break;
    case Outcome::Kind::Kissed:
        note(kisses, outcome.kiss, outcome);
        break;
    case Outcome::Kind::Refused:
        if (refusals.size() < kMostKinds || refusals.count(outcome.systemError) > 0)
            ++refusals[outcome.systemError];
        break;
    case Outcome::Kind::Stray: {
        if (outcome.from.isNull()) {
            // Of a flood only the first ones are told one by one.
            untold += static_cast<quint64>(outcome.times);
            return;
        }
        if (!outcome.from.isEqual(server.address) || outcome.fromPort != server.port()) {
            ++elsewhere;
            elsewhereAddress = outcome.from;
            elsewherePort = outcome.fromPort;
            break;
        }
        const auto before =
            std::find_if(m_answered.begin(), m_answered.end(), [&](const Answered &each) {
                return each.origin == outcome.header.origin && !each.origin.isZero();
            });
        if (before != m_answered.end()) {
            ++duplicates;
            if (before->packet != outcome.packet)
                ++contradictions;
        } else if (m_last == Outcome::Kind::Silent && outcome.header.mode == Mode::Server) {
            ++late;
        } else {
            if (forged++ == 0)
                forgedPacket = outcome.packet.left(kMostKept);
        }
        return; // what was before it counts for the next one, too
    }
    }
    m_last = outcome.kind;
}

Recorder::Recorder(const Monitor &monitor, QObject *parent)
    : QObject(parent)
    , m_monitor(monitor)
    , m_since(clockNow())
{
    connect(&monitor, &Monitor::happened, this, [this](const QList<Outcome> &outcomes) {
        for (const Outcome &each : outcomes) {
            if (const ServerState *const server = m_monitor.server(each.server))
                m_records[each.server].take(each, *server);
        }
    });
    connect(&monitor, &Monitor::serversChanged, this, &Recorder::forget);
    forget();
}

const ServerRecord &Recorder::record(quint64 server) const
{
    static const ServerRecord nothing;
    const auto found = m_records.constFind(server);
    return found == m_records.cend() ? nothing : *found;
}

void Recorder::forget()
{
    QHash<quint64, QHostAddress> addresses;
    for (const ServerState &each : m_monitor.servers()) {
        addresses.insert(each.id, each.address);
        if (m_addresses.contains(each.id) && m_addresses.value(each.id) != each.address &&
            !m_addresses.value(each.id).isNull())
            m_records.remove(each.id);
    }
    m_records.removeIf([&addresses](const QHash<quint64, ServerRecord>::iterator &each) {
        return !addresses.contains(each.key());
    });
    m_addresses = std::move(addresses);
}

} // namespace Portolan::Ntp
