// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ntp/times.h"

#include <QByteArray>
#include <QList>

#include <cstdint>
#include <optional>

namespace Portolan::Ntp {

// NTP packets: bytes to structs and back. Pure, any thread; no input makes it fail other than by
// saying so. Sources: RFC 5905, section 7.3; RFC 7822 (extension fields); RFC 8573 (AES-CMAC).

enum class Leap : std::uint8_t { None = 0, Insert = 1, Delete = 2, Unknown = 3 };
enum class Mode : std::uint8_t {
    Reserved = 0,
    SymmetricActive = 1,
    SymmetricPassive = 2,
    Client = 3,
    Server = 4,
    Broadcast = 5,
    Control = 6,
    Private = 7,
};

inline constexpr int kHeaderSize = 48;
inline constexpr int kMostPacket = 65'535;

struct Header
{
    Leap leap = Leap::None;
    int version = 4;
    Mode mode = Mode::Client;
    int stratum = 0;
    int poll = 0;               // log2 of seconds
    int precision = 0;          // log2 of seconds
    quint32 rootDelay = 0;      // 16.16 s
    quint32 rootDispersion = 0; // 16.16 s
    quint32 refid = 0;
    Timestamp reference = {};
    Timestamp origin = {};
    Timestamp receive = {};
    Timestamp transmit = {};

    friend bool operator==(const Header &, const Header &) = default;
};

struct ExtensionField
{
    quint16 type = 0;
    QByteArray body = {}; // with its padding
    int offset = 0;       // of its first byte in the packet

    friend bool operator==(const ExtensionField &, const ExtensionField &) = default;
};

enum class PacketFlaw : std::uint8_t {
    None,
    TooShort,      // less than a header
    FieldTooShort, // an extension field of less than 16 bytes, or not a multiple of four
    FieldTooLong,  // one that goes beyond the packet
    TrailingBytes, // what is neither field nor MAC
};

struct Packet
{
    Header header = {};
    QList<ExtensionField> extensions = {};
    QByteArray mac = {}; // key identifier and digest; of four bytes: a crypto-NAK
    int macOffset = 0;
    // The rest is as far as it could be read; `flawOffset` is where it could not.
    PacketFlaw flaw = PacketFlaw::None;
    int flawOffset = 0;

    [[nodiscard]] const ExtensionField *extension(quint16 type) const; // the first, or null
};

// Nothing where there is not even a header.
[[nodiscard]] std::optional<Packet> decodePacket(const QByteArray &bytes);
// A header alone; extension fields and MAC are appended by who authenticates.
[[nodiscard]] QByteArray encodeHeader(const Header &header);
// Padded with zeros to a multiple of four and to `least` bytes in all (RFC 7822, section 7.5).
[[nodiscard]] QByteArray encodeExtension(quint16 type, const QByteArray &body, int least = 16);

} // namespace Portolan::Ntp
