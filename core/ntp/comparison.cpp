// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ntp/comparison.h"

#include <algorithm>
#include <cmath>

namespace Portolan::Ntp {

namespace {

constexpr Seconds kLongestApart{60};
constexpr std::size_t kFewestSamples = 16;
constexpr double kLeaning = 0.5; // of the slope, from which waiting is of one direction
// A packet waited when it took longer than the quickest by more than this part of it, and by more
// than stamps err.
constexpr double kWaitingPart = 0.05;
constexpr Seconds kLeastWaiting{10e-6};

} // namespace

std::optional<Difference> difference(const ClockFilter &a, const ClockFilter &b)
{
    std::optional<Difference> best;
    for (const ClockFilter::Stage &one : a.stages()) {
        if (one.isEmpty)
            continue;
        for (const ClockFilter::Stage &other : b.stages()) {
            if (other.isEmpty)
                continue;
            const Seconds apart =
                Seconds(std::abs(between(one.sample.at, other.sample.at).count()));
            if (apart > kLongestApart)
                continue;
            const Seconds bound =
                one.sample.ownBound() + other.sample.ownBound() + kFrequencyTolerance * apart;
            if (!best || bound < best->bound)
                best = Difference{one.sample.offset - other.sample.offset, bound, apart,
                                  one.sample.admitted() + other.sample.admitted()};
        }
    }
    return best;
}

Wedge judgeWedge(const std::vector<Sample> &samples)
{
    Wedge wedge;
    wedge.samples = static_cast<int>(samples.size());
    if (samples.empty())
        return wedge;
    const auto quickest =
        std::min_element(samples.begin(), samples.end(),
                         [](const Sample &a, const Sample &b) { return a.delay < b.delay; });
    wedge.leastDelay = quickest->delay;
    const Seconds waiting = std::max(wedge.leastDelay * kWaitingPart, kLeastWaiting);
    // The middle of the quick ones: one of them alone has its own error.
    std::vector<double> quick;
    for (const Sample &each : samples) {
        if (each.delay - wedge.leastDelay <= waiting)
            quick.push_back(each.offset.count());
        wedge.waits = std::max(wedge.waits, each.delay - wedge.leastDelay);
    }
    const auto middle = quick.begin() + static_cast<std::ptrdiff_t>(quick.size() / 2);
    std::nth_element(quick.begin(), middle, quick.end());
    wedge.offset = Seconds(*middle);

    // Least squares through the apex; long waits say most and have the least part of other errors.
    double above = 0;
    double below = 0;
    for (const Sample &each : samples) {
        const double wait = (each.delay - wedge.leastDelay).count();
        if (wait <= waiting.count())
            continue;
        above += wait * (each.offset - wedge.offset).count();
        below += wait * wait;
    }
    if (samples.size() < kFewestSamples || below <= 0)
        return wedge;
    wedge.slope = std::clamp(2 * above / below, -1.0, 1.0);
    wedge.lean = wedge.slope > kLeaning    ? Wedge::Lean::Outward
                 : wedge.slope < -kLeaning ? Wedge::Lean::Homeward
                                           : Wedge::Lean::Both;
    return wedge;
}

} // namespace Portolan::Ntp
