// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>

namespace Portolan::Snmp::Wire {

namespace Ber {
constexpr std::uint8_t kInteger = 0x02;
constexpr std::uint8_t kOctetString = 0x04;
constexpr std::uint8_t kSequence = 0x30;
} // namespace Ber

// Reads the clear part of messages: definite lengths only, never beyond what it was given. After
// the first thing that is not as asked for, everything reads as nothing. Any thread.
// Source: X.690, section 8; RFC 3417, section 8.
class BerReader
{
public:
    explicit BerReader(std::span<const std::uint8_t> bytes)
        : m_left(bytes)
    {
    }

    std::optional<std::span<const std::uint8_t>> octets(std::uint8_t tag)
    {
        if (m_left.size() < 2 || m_left[0] != tag)
            return fail();
        std::size_t head = 2;
        std::size_t length = m_left[1];
        if (length >= 0x80) {
            const std::size_t more = length & 0x7fU;
            if (more == 0 || more > 4 || m_left.size() < head + more)
                return fail();
            length = 0;
            for (std::size_t i = 0; i < more; ++i)
                length = length << 8U | m_left[head + i];
            head += more;
        }
        if (m_left.size() - head < length)
            return fail();
        const auto content = m_left.subspan(head, length);
        m_left = m_left.subspan(head + length);
        return content;
    }

    BerReader inside(std::uint8_t tag)
    {
        const auto content = octets(tag);
        return BerReader(content ? *content : std::span<const std::uint8_t>());
    }

    // Of 32 bits.
    std::optional<std::int64_t> integer()
    {
        const auto content = octets(Ber::kInteger);
        if (!content || content->empty() || content->size() > 5)
            return {};
        std::int64_t value = (content->front() & 0x80U) != 0 ? -1 : 0;
        for (const std::uint8_t each : *content)
            value = static_cast<std::int64_t>(static_cast<std::uint64_t>(value) << 8U | each);
        if (value < INT32_MIN || value > INT32_MAX)
            return {};
        return value;
    }

private:
    std::optional<std::span<const std::uint8_t>> fail()
    {
        m_left = {};
        return {};
    }

    std::span<const std::uint8_t> m_left;
};

} // namespace Portolan::Snmp::Wire
