// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ntp/trackpyramid.h"

#include <algorithm>
#include <cmath>

namespace Portolan::Ui {

namespace {

constexpr std::size_t kLeastPoints = 4000; // fewer are read one by one
constexpr double kPointsInStretch = 8;     // of the finest level, about
constexpr double kWidest = 86'400'000;     // milliseconds

void take(ClockStretch::Span &span, const ClockStretch::Span &other)
{
    span.least = std::min(span.least, other.least);
    span.most = std::max(span.most, other.most);
    span.sum += other.sum;
}

// Columns of points or of stretches; `from` and `to` as iterators of either.
template<typename Iterator, typename TimeOf>
void collect(std::vector<TrackPyramid::Column> &columns, Iterator from, Iterator to, double width,
             TimeOf &&timeOf)
{
    while (from != to) {
        const double index = std::floor(timeOf(*from) / width);
        const double until = (index + 1) * width;
        TrackPyramid::Column &column =
            columns.emplace_back(TrackPyramid::Column{static_cast<qint64>(index), {}});
        do {
            column.stretch.add(*from);
            ++from;
        } while (from != to && timeOf(*from) < until);
    }
}

template<typename Items, typename TimeOf>
auto within(const Items &items, double begin, double end, TimeOf &&timeOf)
{
    auto from = std::lower_bound(items.begin(), items.end(), begin,
                                 [&](const auto &item, double x) { return timeOf(item) < x; });
    auto to = std::upper_bound(from, items.end(), end,
                               [&](double x, const auto &item) { return x < timeOf(item); });
    if (from != items.begin())
        --from;
    if (to != items.end())
        ++to;
    return std::pair(from, to);
}

} // namespace

void ClockStretch::add(const ClockPoint &point)
{
    const auto offset = static_cast<float>(point.offset);
    ClockStretch one;
    one.from = one.to = point.time;
    one.offsetLeast = one.offsetMost = one.offsetSum = point.offset;
    one.below = offset - point.bound;
    one.above = offset + point.bound;
    one.delay = {point.delay, point.delay, point.delay};
    one.jitter = {point.jitter, point.jitter, point.jitter};
    one.count = 1;
    add(one);
}

void ClockStretch::add(const ClockStretch &other)
{
    if (count == 0) {
        *this = other;
        return;
    }
    to = std::max(to, other.to);
    offsetLeast = std::min(offsetLeast, other.offsetLeast);
    offsetMost = std::max(offsetMost, other.offsetMost);
    offsetSum += other.offsetSum;
    below = std::min(below, other.below);
    above = std::max(above, other.above);
    take(delay, other.delay);
    take(jitter, other.jitter);
    count += other.count;
}

void TrackPyramid::add(const ClockPoint &point)
{
    for (Level &level : m_levels) {
        const double start = std::floor(point.time / level.width) * level.width;
        if (level.stretches.empty() || level.stretches.back().from < start)
            level.stretches.emplace_back();
        level.stretches.back().add(point);
    }
}

void TrackPyramid::follow(const std::vector<ClockPoint> &points)
{
    // Points that were put in between, or dropped at the front, show in these.
    const bool holds = !m_levels.empty() && points.size() >= m_count &&
                       points.front().time == m_first && points[m_count - 1].time == m_last &&
                       points.size() <= 2 * m_countThen;
    if (!holds) {
        m_levels.clear();
        m_countThen = points.size();
        const double usual =
            (points.back().time - points.front().time) / static_cast<double>(points.size());
        const double finest =
            std::exp2(std::ceil(std::log2(std::max(usual * kPointsInStretch, 1.0))));
        for (double width = finest; width <= std::max(kWidest, finest); width *= 2) {
            Level level{width, {}};
            if (m_levels.empty()) {
                for (const ClockPoint &point : points) {
                    const double start = std::floor(point.time / width) * width;
                    if (level.stretches.empty() || level.stretches.back().from < start)
                        level.stretches.emplace_back();
                    level.stretches.back().add(point);
                }
            } else {
                for (const ClockStretch &finer : m_levels.back().stretches) {
                    const double start = std::floor(finer.from / width) * width;
                    if (level.stretches.empty() || level.stretches.back().from < start)
                        level.stretches.emplace_back();
                    level.stretches.back().add(finer);
                }
            }
            m_levels.push_back(std::move(level));
        }
    } else {
        for (std::size_t i = m_count; i < points.size(); ++i)
            add(points[i]);
    }
    m_count = points.size();
    m_first = points.front().time;
    m_last = points.back().time;
}

const std::vector<TrackPyramid::Column> &
TrackPyramid::columns(const std::vector<ClockPoint> &points, double begin, double end, double width)
{
    if (points.empty() || end <= begin || width <= 0) {
        m_columns.clear();
        m_asked = {};
        return m_columns;
    }
    const std::array asked{begin,
                           end,
                           width,
                           static_cast<double>(points.size()),
                           points.front().time,
                           points.back().time};
    if (asked == m_asked)
        return m_columns;
    m_asked = asked;
    m_columns.clear();
    m_columns.reserve(static_cast<std::size_t>((end - begin) / width) + 4);
    const Level *chosen = nullptr;
    if (points.size() >= kLeastPoints) {
        follow(points);
        for (const Level &level : m_levels)
            chosen = level.width * 2 <= width ? &level : chosen;
    }
    if (chosen) {
        const auto timeOf = [](const ClockStretch &stretch) { return stretch.from; };
        const auto [from, to] = within(chosen->stretches, begin, end, timeOf);
        collect(m_columns, from, to, width, timeOf);
    } else {
        const auto timeOf = [](const ClockPoint &point) { return point.time; };
        const auto [from, to] = within(points, begin, end, timeOf);
        collect(m_columns, from, to, width, timeOf);
    }
    return m_columns;
}

} // namespace Portolan::Ui
