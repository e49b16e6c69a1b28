// SPDX-License-Identifier: GPL-3.0-or-later
// What an agent may send: every message through the codec, with and without a user.
#include "core/snmp/wire/messagecodec.h"

#include <cstdint>
#include <cstdlib>

using namespace Portolan;
using namespace Portolan::Snmp;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    static Wire::Codec codec;
    static const auto user = [] {
        Credentials credentials;
        credentials.authPassword = Secret("authentication");
        credentials.privPassword = Secret("privacy-privacy");
        auto made =
            Wire::User::make({"ops", Level::AuthPriv, AuthProtocol::Sha256, PrivProtocol::Aes128},
                             QByteArray::fromHex("80001f880504858079"), credentials);
        if (!made)
            std::abort();
        return std::move(*made);
    }();
    const std::span<const std::uint8_t> message(bytes, size);
    const auto length = Wire::messageLength(message);
    if (length && *length > (std::size_t(1) << 24U) + 8)
        std::abort();
    static_cast<void>(Wire::readHeader(message));
    static_cast<void>(codec.decode(message, user.get(), {3, 1000}));
    Wire::Decoded decoded = codec.decode(message);
    if (decoded.fault != Wire::Fault::None)
        return 0;
    std::size_t octets = 0;
    for (const Varbind &each : decoded.pdu.varbinds) {
        octets += static_cast<std::size_t>(each.value.text().size());
        if (each.oid.size() > Oid::kMostArcs)
            std::abort();
    }
    // What was understood can be said again, and means the same.
    if (decoded.version != Version::V3 && decoded.pdu.type == Wire::PduType::Response) {
        const auto again = codec.encode(Wire::CommunityMessage{decoded.version, "c"}, decoded.pdu);
        if (!again)
            return 0; // an OID of one arc, for example, that an agent may send and we do not
        const Wire::Decoded twice =
            codec.decode({reinterpret_cast<const std::uint8_t *>(again->constData()),
                          static_cast<std::size_t>(again->size())});
        if (twice.fault != Wire::Fault::None ||
            twice.pdu.varbinds.size() != decoded.pdu.varbinds.size())
            std::abort();
    }
    return octets > (std::size_t(1) << 30U) ? 1 : 0;
}
