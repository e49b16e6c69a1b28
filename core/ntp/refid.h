// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QString>

#include <optional>

namespace Portolan::Ntp {

// What the reference identifier of a packet says. Pure, any thread. Sources: RFC 5905, section 7.3
// (figure 12) and 7.4 (kiss codes); IANA, "NTP Reference Identifier Codes" and "NTP Kiss-o'-Death
// Codes".
struct Reference
{
    enum class Kind {
        Kiss,   // stratum 0: four letters
        Clock,  // stratum 1: a reference clock, by its letters
        Local,  // a clock that follows nothing (127.127.1.x)
        Driver, // another clock driver of ntpd (127.127.t.u)
        Server, // stratum 2 and above: an IPv4 address, or a hash of an IPv6 one
        Smear,  // 254.x.x.x: how far a server that smears a leap second is off
        Unknown,
    };
    Kind kind = Kind::Unknown;
    QString code;    // letters, address or number: never empty
    QString meaning; // in words, where there is something to say; in the current language
    std::optional<double> smear; // seconds
};
[[nodiscard]] Reference reference(quint32 refid, int stratum);

// Letters of the identifier, with what is not printable as \xHH; without trailing zeros and blanks.
[[nodiscard]] QString refidLetters(quint32 refid);
// What a server reports that follows this address: the address itself, or the first four bytes of
// the MD5 digest of an IPv6 one.
[[nodiscard]] quint32 refidOf(const QHostAddress &address);

} // namespace Portolan::Ntp
