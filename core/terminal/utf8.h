// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace Portolan::Terminal {

// A Unicode scalar value as UTF-8, one to four bytes, each handed to `put`. Any thread.
template<typename Put>
inline void encodeUtf8(char32_t code, Put put)
{
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
}

inline std::uint8_t *putUtf8(std::uint8_t *out, char32_t code)
{
    encodeUtf8(code, [&out](char32_t byte) { *out++ = static_cast<std::uint8_t>(byte); });
    return out;
}

inline void appendUtf8(std::string &text, char32_t code)
{
    encodeUtf8(code, [&text](char32_t byte) { text += static_cast<char>(byte); });
}

} // namespace Portolan::Terminal
