// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ntp/clockfilter.h"

#include <QList>

#include <cmath>
#include <optional>
#include <vector>

namespace Portolan::Ntp {

// Servers against each other, and the way to one of them. Pure, any thread.

// Server A minus server B. Both were asked within moments, so our own clock cancels out: what is
// left is the servers' difference, whatever our clock does.
struct Difference
{
    Seconds offset{};
    Seconds bound{}; // the difference cannot be farther from `offset` than this
    Seconds apart{}; // how long between the two samples
    // How far the two are from right by what they say themselves, together (RFC 5905, section 11.1:
    // half the root delay, and the root dispersion).
    Seconds admitted{};

    // More than both can be wrong together: one of them is not right.
    [[nodiscard]] bool contradicts() const
    {
        return std::abs(offset.count()) > (bound + admitted).count();
    }
};
// Of the two samples that say most: the bound grows with the delays and with the time between.
// Nothing where either has none, or none were within a minute of each other.
[[nodiscard]] std::optional<Difference> difference(const ClockFilter &a, const ClockFilter &b);

// Offset over delay: where packets wait in one direction only, the points fall on a line of slope
// +1/2 (on the way there) or -1/2 (on the way back) from the point of the least delay, and offsets
// of the packets that did not wait are right.
struct Wedge
{
    enum class Lean : std::uint8_t {
        TooFew,   // fewer than 16 samples, or no packet waited
        Both,     // waits on both ways
        Outward,  // on the way to the server
        Homeward, // on the way back
    };
    Lean lean = Lean::TooFew;
    double slope = 0; // from -1 to +1: twice the slope of the waiting packets
    Seconds leastDelay{};
    Seconds offset{}; // of the packets that did not wait
    Seconds waits{};  // what the delay grew by at the worst
    int samples = 0;
};
[[nodiscard]] Wedge judgeWedge(const std::vector<Sample> &samples);

} // namespace Portolan::Ntp
