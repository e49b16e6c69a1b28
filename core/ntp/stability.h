// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ntp/times.h"

#include <vector>

namespace Portolan::Ntp {

// How steady two clocks are against each other, over the time that one looks at them: overlapping
// Allan deviation and time deviation of a row of offsets. Pure, any thread. What is measured is our
// clock relative to that server, and the way between: neither of them alone.
//
// Polls are not evenly spaced and some are not answered. Offsets are put on an even grid; a term
// counts only where all of its points are there, and none is made up. What spans a step of the
// local clock does not count either.
//
// Sources: IEEE Std 1139-2008; W. Riley, NIST SP 1065, sections 5.2.4 (overlapping Allan), 5.2.5
// (modified Allan) and 5.2.6 (TDEV).
struct PhasePoint
{
    Instant at;
    Seconds offset;
};

struct StabilityPoint
{
    Seconds tau{};
    double allan = 0;  // s/s
    Seconds time{};    // TDEV
    int terms = 0;     // of the Allan deviation
    int timeTerms = 0; // 0: `time` says nothing
};

struct Stability
{
    Seconds spacing{};                 // of the grid
    int points = 0;                    // of the grid that hold an offset
    int missing = 0;                   // and that hold none
    std::vector<StabilityPoint> curve; // tau rising, two in an octave where they differ
};

// `points` in order of time, newest last; at most 500,000 slots of the grid, the newest. `spacing`
// 0: the median of what is between the points. `steps`: when the local clock was set.
[[nodiscard]] Stability stability(const std::vector<PhasePoint> &points, Seconds spacing = {},
                                  const std::vector<Instant> &steps = {});

} // namespace Portolan::Ntp
