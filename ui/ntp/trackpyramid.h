// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <cstdint>
#include <vector>

namespace Portolan::Ui {

// One sample of a clock as the charts keep it: time in milliseconds since 1970, values in seconds.
// 32 bytes: a week of thirty servers is a million of them.
struct ClockPoint
{
    double time = 0;
    double offset = 0;
    float bound = 0;
    float delay = 0;
    float jitter = 0;
    // How it was measured; 0 in `known`: a point that stands for several (history).
    std::uint8_t sentBy : 2 = 0;
    std::uint8_t receivedBy : 2 = 0;
    std::uint8_t authentication : 2 = 0;
    std::uint8_t interleaved : 1 = 0;
    std::uint8_t known : 1 = 0;
};

// What the points of a stretch of time come to.
struct ClockStretch
{
    struct Span
    {
        float least, most, sum;
    };

    double from = 0; // its first point
    double to = 0;   // its last
    double offsetLeast = 0, offsetMost = 0, offsetSum = 0;
    float below = 0, above = 0; // the farthest that the bounds reach
    Span delay{};
    Span jitter{};
    std::uint32_t count = 0;

    void add(const ClockPoint &point);
    void add(const ClockStretch &other);
};

// The points of a server, summed up for stretches of rising length, so that a chart of a week
// touches as many stretches as it has pixels, and not every sample. Least and greatest survive.
// Stretches are aligned to absolute time: what is scrolled does not shimmer. Follows the points by
// itself: what came at the end is added, after anything else it is built anew. Any thread, one at
// a time.
class TrackPyramid
{
public:
    struct Column
    {
        qint64 index; // time divided by the width of a column
        ClockStretch stretch;
    };

    // Of [begin, end] in columns of `width` milliseconds, with one column at each side that holds
    // points, however far away it is. A stretch at an edge counts for the column it begins in: it
    // is less than half of one. Kept until the next call: linked charts ask for the same.
    [[nodiscard]] const std::vector<Column> &columns(const std::vector<ClockPoint> &points,
                                                     double begin, double end, double width);

private:
    struct Level
    {
        double width;
        std::vector<ClockStretch> stretches;
    };

    void follow(const std::vector<ClockPoint> &points);
    void add(const ClockPoint &point);

    std::vector<Level> m_levels; // of rising width, each twice the one before
    std::size_t m_count = 0;     // of points that are in
    std::size_t m_countThen = 0; // when it was built
    double m_first = 0;
    double m_last = 0;
    std::vector<Column> m_columns;
    std::array<double, 6> m_asked{}; // what they are of
};

} // namespace Portolan::Ui
