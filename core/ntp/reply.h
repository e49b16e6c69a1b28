// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ntp/packet.h"

#include <QString>

namespace Portolan::Ntp {

// Whether a packet that came in answers a request, and what it says. Pure, any thread.
// Source: RFC 5905, section 8 and 9.2 (packet tests), section 7.4 (kiss codes); RFC 9769, section 2
// (interleaved client/server mode). Who authenticates does so between `matches` and the rest.
enum class ReplyFault : std::uint8_t {
    None,
    Unreadable, // not even a header
    Malformed,  // an extension field that breaks its rules
    WrongMode,  // not mode 4; 3: our own packet came back
    WrongVersion,
    WrongOrigin,     // answers nothing that we asked now: late, twice, or forged
    Kiss,            // stratum 0: `kiss` says why
    BadStratum,      // above 16
    NoTransmit,      // the transmit or the receive stamp is zero
    Backwards,       // it says that it answered before it was asked
    FarFromRoot,     // its own distance is 16 s or more
    FutureReference, // last set later than it answered
};

struct Verdict
{
    ReplyFault fault = ReplyFault::None;
    bool interleaved = false; // its transmit stamp is that of the answer before
    QString kiss = {};        // "RATE"; letters only, empty without kiss
};

// Whether origin, mode and version answer this request; nothing else is looked at, so that nobody
// who has not seen the request can make us act (RFC 5905, section 7.4: kiss codes likewise).
[[nodiscard]] Verdict matchReply(const Packet &reply, const Header &request);
// All tests.
[[nodiscard]] Verdict judgeReply(const Packet &reply, const Header &request);

// One sentence for a person, in the current language.
[[nodiscard]] QString faultText(ReplyFault fault);
[[nodiscard]] QString faultName(ReplyFault fault); // "wrong_origin", as in JSON

} // namespace Portolan::Ntp
