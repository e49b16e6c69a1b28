// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/payload/bytereader.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace Portolan::Payload {

// The wire format of Protobuf, one field at a time (protobuf.dev/programming-guides/encoding).
// Pure, any thread.
struct WireField
{
    enum class Type : std::uint8_t { Varint = 0, Fixed64 = 1, Bytes = 2, Group = 3, Fixed32 = 5 };
    std::uint32_t number = 0;
    Type type = Type::Varint;
    std::uint64_t value = 0;     // of all but Bytes
    std::string_view bytes = {}; // of Bytes
    std::int64_t offset = 0;     // of the tag
    std::int64_t inside = 0;     // of the bytes
};

class WireReader
{
public:
    explicit WireReader(std::string_view bytes, std::int64_t offset = 0)
        : m_in(bytes)
        , m_offset(offset)
    {
    }

    // Nothing at the end, and where the bytes are wrong: then isBroken(). Groups are wrong here:
    // nothing sends them since 2008.
    [[nodiscard]] std::optional<WireField> next();
    [[nodiscard]] bool isBroken() const { return m_isBroken; }
    [[nodiscard]] std::int64_t offset() const { return m_offset + m_in.offset(); }

    [[nodiscard]] static std::optional<std::uint64_t> varint(ByteReader &in);

private:
    ByteReader m_in;
    std::int64_t m_offset;
    bool m_isBroken = false;
};

[[nodiscard]] bool isWire(std::string_view bytes); // fields to the last byte, at least one

} // namespace Portolan::Payload
