// SPDX-License-Identifier: GPL-3.0-or-later
// Notifications that a peer is sent.
#include "core/snmp/engine/peer.h"
#include "core/snmp/traps/trapform.h"
#include "core/snmp/words.h"

namespace Portolan::Snmp {

Result<Wire::Pdu> Peer::notification(const Request &request) const
{
    if (m_target.version == Version::V1) {
        if (request.kind == Request::Kind::Inform)
            return failure(Error::Kind::Usage, Snmp::tr("SNMPv1 has traps only, and no informs."));
        return firstForm(request.varbinds, QByteArray(4, '\0'));
    }
    Wire::Pdu pdu;
    pdu.type =
        request.kind == Request::Kind::Inform ? Wire::PduType::Inform : Wire::PduType::TrapV2;
    pdu.varbinds = request.varbinds;
    return pdu;
}

// RFC 3414, section 1.5.1: of a message that needs no answer its sender is the authoritative one,
// so there is nobody to be asked for an engine's id.
Result<QByteArray> Peer::encodedTrap(const Request &request, const Wire::Pdu &pdu,
                                     std::int32_t number, Clock::time_point now)
{
    const LocalEngine &local = m_host.localEngine();
    const QByteArray engine = request.sender.isEmpty() ? local.id() : request.sender;
    if (!m_sender || m_sender->engineId() != engine) {
        auto made = Wire::User::make({.name = m_target.user.toUtf8(),
                                      .level = m_target.level,
                                      .authProtocol = m_target.authProtocol,
                                      .privProtocol = m_target.privProtocol},
                                     engine, m_credentials);
        if (!made)
            return tl::unexpected(std::move(made.error()));
        m_sender = std::move(*made);
    }
    Wire::UserMessage message;
    message.messageId = number;
    message.user = m_sender.get();
    message.level = m_target.level;
    message.userName = m_target.user.toUtf8();
    message.contextName = m_target.context.toUtf8();
    message.contextEngineId = m_target.contextEngineId;
    message.clock = local.clock(now);
    auto bytes = m_host.codec().encode(message, pdu);
    if (bytes && m_transcript)
        noteMessage(TranscriptEntry::Direction::Sent, pdu, static_cast<std::size_t>(bytes->size()));
    return bytes;
}

void Peer::onTrapSent(RequestId id, Exchange &exchange, Clock::time_point now)
{
    if (m_target.transport == Transport::Udp) {
        // This thread may have slept longer than the system needed to say that nobody listens.
        const auto deadline = exchange.deadline;
        m_channel.onReadable();
        const auto found = m_exchanges.find(id);
        if (found == m_exchanges.end() || found->second.deadline != deadline)
            return; // it was sent again, to the next address
    }
    if (exchange.refused) {
        giveUp(id, exchange, now);
        return;
    }
    if (m_channel.wantsWrite() && exchange.attempts <= mostAttempts(exchange)) {
        ++exchange.attempts;
        exchange.deadline = now + m_target.timeout;
        m_host.setTimer(m_number, id, exchange.deadline);
        return;
    }
    if (m_channel.wantsWrite()) {
        giveUp(id, exchange, now);
        return;
    }
    finish(id, Response{}, now);
}

} // namespace Portolan::Snmp
