// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ntp/packet.h"

namespace Portolan::Ntp {

// One measurement of one server's clock, and where each part of it came from. Plain values, any
// thread. Source: RFC 5905, section 8 (on-wire protocol), section 10 (dispersion); RFC 9769
// (interleaved modes).

// Who read our clock, and how near to the wire.
enum class StampSource : std::uint8_t {
    User,     // this program, before it sent or after it woke up
    Kernel,   // the system, as the packet left or came in
    Hardware, // the network card
};

enum class Authentication : std::uint8_t { None, SymmetricKey, Nts };

struct Sample
{
    Instant at;     // when the reply came in, by our clock
    Seconds offset; // the server's clock minus ours
    Seconds delay;  // there and back, without the server's own time; at least the clocks' precision
    Seconds dispersion;   // what reading two clocks and their drift over the delay may add, at `at`
    Seconds serverTime{}; // between its receive and its transmit stamp

    // What the server says of its own way to the reference.
    Seconds rootDelay{};
    Seconds rootDispersion{};
    Leap leap = Leap::None;
    int stratum = 0;
    int precision = 0;
    int poll = 0;
    quint32 refid = 0;
    int version = 4;

    StampSource sentBy = StampSource::User;
    StampSource receivedBy = StampSource::User;
    bool interleaved = false; // the server's transmit stamp is the one it took on sending
    Authentication authentication = Authentication::None;

    // The four stamps, ours and the server's, near each other in one era.
    Instant t1;
    Instant t2;
    Instant t3;
    Instant t4;

    // Beyond this the offset cannot be wrong, whatever way the packets took, if the server is right
    // about itself: half the way to it and on to the reference, and what clocks add (RFC 5905,
    // section 11.1; without jitter, which bounds nothing).
    [[nodiscard]] Seconds bound() const { return ownBound() + admitted(); }
    // The same towards the server alone: how far its clock can be from ours. And what it says of
    // its own way to the reference.
    [[nodiscard]] Seconds ownBound() const { return delay / 2 + dispersion; }
    [[nodiscard]] Seconds admitted() const { return rootDelay / 2 + rootDispersion; }
};

// The measurement that four stamps make. `precision` of the local clock is log2 of seconds.
[[nodiscard]] Sample measure(Instant t1, Instant t2, Instant t3, Instant t4, const Header &reply,
                             int localPrecision);

} // namespace Portolan::Ntp
