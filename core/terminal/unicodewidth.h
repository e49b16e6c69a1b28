// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace Portolan::Terminal {

// How many columns a code point takes, and how it behaves in a cluster. Pure, any thread. The table
// is generated (generate_unicodewidth.py) from the Unicode version that UnicodeVersion names; the
// rules are those of glibc's wcwidth, which the programs at the other end use, with conjoining
// jamo (vowel and trailing ones take no column) and emoji clusters on top.
extern const char *const UnicodeVersion;

namespace UnicodeBits {
inline constexpr std::uint8_t WidthMask = 0x03;  // 0, 1 or 2 columns
inline constexpr std::uint8_t Ambiguous = 0x04;  // East Asian Ambiguous: 2 columns where asked for
inline constexpr std::uint8_t Pictograph = 0x08; // Extended_Pictographic: joins after a ZWJ
inline constexpr std::uint8_t Strip = 0x10;      // never stored: bidi and other format controls
inline constexpr std::uint8_t EmojiStyle = 0x20; // wide when U+FE0F follows
inline constexpr std::uint8_t Joins = 0x40;      // regional indicators and skin tones
} // namespace UnicodeBits

extern const std::uint8_t UnicodePageOf[];
extern const std::uint8_t UnicodePages[][256];

[[nodiscard]] inline std::uint8_t unicodeBits(char32_t codePoint)
{
    return codePoint < 0x11'0000 ? UnicodePages[UnicodePageOf[codePoint >> 8]][codePoint & 0xFF]
                                 : UnicodeBits::Strip;
}

[[nodiscard]] inline int unicodeWidth(char32_t codePoint, bool ambiguousWide = false)
{
    const std::uint8_t bits = unicodeBits(codePoint);
    return ambiguousWide && (bits & UnicodeBits::Ambiguous) != 0 ? 2
                                                                 : bits & UnicodeBits::WidthMask;
}

} // namespace Portolan::Terminal
