// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstdint>
#include <optional>
#include <string_view>

namespace Portolan::Payload {

// Reads numbers and pieces off the front of some bytes; nothing where they are too few. Any thread.
class ByteReader
{
public:
    explicit ByteReader(std::string_view bytes)
        : m_bytes(bytes)
    {
    }

    [[nodiscard]] std::size_t at() const { return m_at; }
    [[nodiscard]] std::int64_t offset() const { return static_cast<std::int64_t>(m_at); }
    [[nodiscard]] std::size_t left() const { return m_bytes.size() - m_at; }
    [[nodiscard]] bool isAtEnd() const { return m_at == m_bytes.size(); }

    std::optional<std::uint8_t> byte()
    {
        if (isAtEnd())
            return std::nullopt;
        return static_cast<std::uint8_t>(m_bytes[m_at++]);
    }
    // Most significant byte first; `size` is 1, 2, 4 or 8.
    std::optional<std::uint64_t> big(std::size_t size)
    {
        if (left() < size)
            return std::nullopt;
        std::uint64_t value = 0;
        for (std::size_t i = 0; i < size; ++i)
            value = value << 8U | static_cast<std::uint8_t>(m_bytes[m_at++]);
        return value;
    }
    std::optional<std::uint64_t> little(std::size_t size)
    {
        if (left() < size)
            return std::nullopt;
        std::uint64_t value = 0;
        for (std::size_t i = 0; i < size; ++i)
            value |= std::uint64_t(static_cast<std::uint8_t>(m_bytes[m_at++])) << 8U * i;
        return value;
    }
    std::optional<std::string_view> take(std::uint64_t size)
    {
        if (left() < size)
            return std::nullopt;
        const std::string_view piece = m_bytes.substr(m_at, static_cast<std::size_t>(size));
        m_at += piece.size();
        return piece;
    }
    std::string_view rest()
    {
        const std::string_view piece = m_bytes.substr(m_at);
        m_at = m_bytes.size();
        return piece;
    }

private:
    std::string_view m_bytes;
    std::size_t m_at = 0;
};

inline double asDouble(std::uint64_t bits)
{
    return std::bit_cast<double>(bits);
}
inline double asFloat(std::uint64_t bits)
{
    return static_cast<double>(std::bit_cast<float>(static_cast<std::uint32_t>(bits)));
}

} // namespace Portolan::Payload
