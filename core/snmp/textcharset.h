// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace Portolan::Snmp {

// How text in octets is read. Standard text is UTF-8 (RFC 3411) or ASCII; old Korean equipment
// sends CP949 in a DisplayString all the same.
enum class TextCharset : std::uint8_t {
    Detect, // UTF-8 where it is valid, else CP949 where all of it reads as Hangul, else
            // Windows-1252
    Utf8,
    Cp949,
    Latin1, // Windows-1252
};

} // namespace Portolan::Snmp
