// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ntp/stability.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace Portolan::Ntp {

namespace {

constexpr std::size_t kMostSlots = 500'000;
// Fewer terms say too little about a variance to be drawn.
constexpr int kLeastTerms = 3;
// Of the mean over m points that TDEV takes, as many must be there.
constexpr double kLeastShare = 0.5;

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

Seconds medianSpacing(const std::vector<PhasePoint> &points)
{
    std::vector<double> gaps;
    gaps.reserve(points.size());
    for (std::size_t i = 1; i < points.size(); ++i) {
        if (const double gap = between(points[i].at, points[i - 1].at).count(); gap > 0)
            gaps.push_back(gap);
    }
    if (gaps.empty())
        return {};
    const auto middle = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2);
    std::nth_element(gaps.begin(), middle, gaps.end());
    return Seconds(*middle);
}

// Offsets on the grid, and in which stretch between steps each of them is.
struct Grid
{
    std::vector<double> phase;
    std::vector<std::uint32_t> stretch;
};

Grid makeGrid(const std::vector<PhasePoint> &points, Seconds spacing,
              const std::vector<Instant> &steps)
{
    Grid grid;
    const Instant end = points.back().at;
    const double wanted = between(end, points.front().at).count() / spacing.count();
    const auto slots = static_cast<std::size_t>(std::min(std::llround(std::min(wanted, 1e9)),
                                                         static_cast<long long>(kMostSlots - 1))) +
                       1;
    grid.phase.assign(slots, kNone);
    grid.stretch.assign(slots, 0);
    std::vector<double> distance(slots, std::numeric_limits<double>::infinity());
    for (const PhasePoint &point : points) {
        const double back = between(end, point.at).count() / spacing.count();
        const double nearest = std::round(back);
        if (nearest < 0 || nearest > static_cast<double>(slots - 1))
            continue;
        const std::size_t slot = slots - 1 - static_cast<std::size_t>(nearest);
        // Of several for one slot the nearest.
        if (const double off = std::abs(back - nearest); off < distance[slot]) {
            distance[slot] = off;
            grid.phase[slot] = point.offset.count();
            grid.stretch[slot] = static_cast<std::uint32_t>(std::count_if(
                steps.begin(), steps.end(), [&point](Instant step) { return step <= point.at; }));
        }
    }
    return grid;
}

void measureAt(const Grid &grid, std::size_t m, Seconds spacing, std::vector<StabilityPoint> &curve)
{
    const std::size_t n = grid.phase.size();
    const double tau = static_cast<double>(m) * spacing.count();
    StabilityPoint point;
    point.tau = Seconds(tau);
    // Second differences, and how many there are up to each place.
    std::vector<double> sums(n - 2 * m + 1, 0);
    std::vector<int> counts(n - 2 * m + 1, 0);
    double squares = 0;
    for (std::size_t i = 0; i + 2 * m < n; ++i) {
        const double difference = grid.phase[i + 2 * m] - 2 * grid.phase[i + m] + grid.phase[i];
        // A missing point makes all of it missing.
        const bool isThere = !std::isnan(difference) && grid.stretch[i] == grid.stretch[i + 2 * m];
        sums[i + 1] = sums[i] + (isThere ? difference : 0);
        counts[i + 1] = counts[i] + (isThere ? 1 : 0);
        if (isThere)
            squares += difference * difference;
    }
    point.terms = counts.back();
    if (point.terms < kLeastTerms)
        return;
    point.allan = std::sqrt(squares / (2 * tau * tau * point.terms));
    // TDEV^2 = tau^2 / 3 * modified Allan variance: the same differences, as means over m of them.
    double means = 0;
    for (std::size_t i = 0; i + m < sums.size(); ++i) {
        const int there = counts[i + m] - counts[i];
        if (there == 0 || there < kLeastShare * static_cast<double>(m))
            continue;
        const double mean = (sums[i + m] - sums[i]) / there;
        // A mean of fewer is less quiet by the root of what is missing (white phase noise, which is
        // what the network adds).
        means += mean * mean * there / static_cast<double>(m);
        ++point.timeTerms;
    }
    if (point.timeTerms > 0)
        point.time = Seconds(std::sqrt(means / (6 * static_cast<double>(point.timeTerms))));
    curve.push_back(point);
}

} // namespace

Stability stability(const std::vector<PhasePoint> &points, Seconds spacing,
                    const std::vector<Instant> &steps)
{
    Stability result;
    result.spacing = spacing.count() > 0 ? spacing : medianSpacing(points);
    if (points.size() < 3 || result.spacing.count() <= 0)
        return result;
    const Grid grid = makeGrid(points, result.spacing, steps);
    result.missing = static_cast<int>(std::count_if(
        grid.phase.begin(), grid.phase.end(), [](double phase) { return std::isnan(phase); }));
    result.points = static_cast<int>(grid.phase.size()) - result.missing;
    std::size_t last = 0;
    // 1, 2, 3, 4, 6, 8, 12 ...: two in an octave.
    for (std::size_t octave = 1; 2 * octave < grid.phase.size(); octave *= 2) {
        for (const std::size_t m : {octave, octave + octave / 2}) {
            if (m != last && 2 * m < grid.phase.size())
                measureAt(grid, m, result.spacing, result.curve);
            last = m;
        }
    }
    return result;
}

} // namespace Portolan::Ntp
