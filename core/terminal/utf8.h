// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

namespace Portolan::Terminal {

// Writes a Unicode scalar value as UTF-8, at most four bytes, and returns the end. Any thread.
inline std::uint8_t *putUtf8(std::uint8_t *out, char32_t code)
{
    const auto put = [&out](char32_t byte) { *out++ = static_cast<std::uint8_t>(byte); };
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xC0 | code >> 6);
        put(0x80 | (code & 0x3F));
    } else if (code < 0x1'0000) {
        put(0xE0 | code >> 12);
        put(0x80 | (code >> 6 & 0x3F));
        put(0x80 | (code & 0x3F));
    } else {
        put(0xF0 | code >> 18);
        put(0x80 | (code >> 12 & 0x3F));
        put(0x80 | (code >> 6 & 0x3F));
        put(0x80 | (code & 0x3F));
    }
    return out;
}

inline void appendUtf8(std::string &text, char32_t code)
{
    std::array<std::uint8_t, 4> bytes{};
    text.append(bytes.begin(), putUtf8(bytes.data(), code));
}

} // namespace Portolan::Terminal
