// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/wire/berreader.h"
#include "core/snmp/wire/messagecodec.h"

namespace Portolan::Snmp::Wire {

int versionField(std::span<const std::uint8_t> message)
{
    BerReader reader(message);
    BerReader content = reader.inside(Ber::kSequence);
    const auto version = content.integer();
    return version && *version >= 0 && *version <= 3 ? static_cast<int>(*version) : -1;
}

std::optional<Header> readHeader(std::span<const std::uint8_t> message)
{
    BerReader reader(message);
    BerReader content = reader.inside(Ber::kSequence);
    const auto version = content.integer();
    if (!version || *version != 3)
        return {};
    Header header;
    BerReader global = content.inside(Ber::kSequence);
    const auto id = global.integer();
    const auto maxSize = global.integer();
    const auto flags = global.octets(Ber::kOctetString);
    const auto model = global.integer();
    const auto parameters = content.octets(Ber::kOctetString);
    if (!id || !maxSize || !flags || flags->size() != 1 || !model || !parameters)
        return {};
    BerReader outer(*parameters);
    BerReader security = outer.inside(Ber::kSequence);
    const auto engine = security.octets(Ber::kOctetString);
    const auto boots = security.integer();
    const auto time = security.integer();
    const auto user = security.octets(Ber::kOctetString);
    // RFC 3411, section 5: an engine's id has 5 to 32 octets, a name at most 32 characters, which
    // are UTF-8.
    constexpr std::size_t kMostName = 255;
    if (!engine || engine->size() > 32 || !boots || *boots < 0 || !time || *time < 0 || !user ||
        user->size() > kMostName)
        return {};
    const auto bytes = [](std::span<const std::uint8_t> from) {
        return QByteArray(reinterpret_cast<const char *>(from.data()),
                          static_cast<qsizetype>(from.size()));
    };
    header.messageId = static_cast<std::int32_t>(*id);
    header.maxSize = static_cast<std::int32_t>(*maxSize);
    header.flags = flags->front();
    header.securityModel = static_cast<std::int32_t>(*model);
    header.engineId = bytes(*engine);
    header.clock = {static_cast<std::uint32_t>(*boots), static_cast<std::uint32_t>(*time)};
    header.userName = bytes(*user);
    return header;
}

std::optional<std::size_t> messageLength(std::span<const std::uint8_t> begin)
{
    if (begin.empty())
        return 0;
    if (begin[0] != Ber::kSequence)
        return {};
    if (begin.size() < 2)
        return 0;
    if (begin[1] < 0x80)
        return std::size_t(2) + begin[1];
    const std::size_t more = begin[1] & 0x7fU;
    if (more == 0 || more > 3) // no indefinite lengths (RFC 3417, section 8), nothing over 16 MB
        return {};
    if (begin.size() < 2 + more)
        return 0;
    std::size_t length = 0;
    for (std::size_t i = 0; i < more; ++i)
        length = length << 8U | begin[2 + i];
    return 2 + more + length;
}

} // namespace Portolan::Snmp::Wire
