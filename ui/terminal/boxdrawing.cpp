// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/boxdrawing.h"

#include <QImage>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

namespace Portolan::Terminal {

namespace {

enum Weight : std::uint8_t { None, Light, Heavy, Double };

// What leaves the middle of a cell to the left, up, right and down.
struct Arms
{
    Weight left, up, right, down;
};

// U+2500-257F, four digits a character: left, up, right, down; 0 none, 1 light, 2 heavy, 3 double.
// Dashes stand as their whole lines, arcs and diagonals as 0000: both are drawn apart.
constexpr std::array<const char *, 128> kArms = {
    "1010", "2020", "0101", "0202", "1010", "2020", "0101", "0202", // 2500
    "1010", "2020", "0101", "0202", "0011", "0021", "0012", "0022", // 2508
    "1001", "2001", "1002", "2002", "0110", "0120", "0210", "0220", // 2510
    "1100", "2100", "1200", "2200", "0111", "0121", "0211", "0112", // 2518
    "0212", "0221", "0122", "0222", "1101", "2101", "1201", "1102", // 2520
    "1202", "2201", "2102", "2202", "1011", "2011", "1021", "2021", // 2528
    "1012", "2012", "1022", "2022", "1110", "2110", "1120", "2120", // 2530
    "1210", "2210", "1220", "2220", "1111", "2111", "1121", "2121", // 2538
    "1211", "1112", "1212", "2211", "1221", "2112", "1122", "2221", // 2540
    "2122", "2212", "1222", "2222", "1010", "2020", "0101", "0202", // 2548
    "3030", "0303", "0031", "0013", "0033", "3001", "1003", "3003", // 2550
    "0130", "0310", "0330", "3100", "1300", "3300", "0131", "0313", // 2558
    "0333", "3101", "1303", "3303", "3031", "1013", "3033", "3130", // 2560
    "1310", "3330", "3131", "1313", "3333", "0000", "0000", "0000", // 2568
    "0000", "0000", "0000", "0000", "1000", "0100", "0010", "0001", // 2570
    "2000", "0200", "0020", "0002", "1020", "0102", "2010", "0201", // 2578
};

Arms armsOf(char32_t codePoint)
{
    const char *digits = kArms[codePoint - 0x2500];
    const auto weight = [digits](int i) { return static_cast<Weight>(digits[i] - '0'); };
    return {weight(0), weight(1), weight(2), weight(3)};
}

int dashes(char32_t codePoint)
{
    if (codePoint >= 0x2504 && codePoint <= 0x2507) {
        return 3;
    }
    if (codePoint >= 0x2508 && codePoint <= 0x250B) {
        return 4;
    }
    return codePoint >= 0x254C && codePoint <= 0x254F ? 2 : 0;
}

// A stretch of pixels [from, to) on one axis.
struct Span
{
    int from, to;
};

Span centred(int length, int thickness)
{
    const int from = (length - thickness) / 2;
    return {from, from + thickness};
}

// Draws the arms of one axis; `transposed` swaps the roles of the axes, so that the vertical arms
// are drawn by the code of the horizontal ones.
class AxisPen
{
public:
    AxisPen(Mask &mask, int light, bool transposed)
        : m_mask(mask)
        , m_light(light)
        , m_transposed(transposed)
        , m_along(transposed ? mask.height : mask.width)
        , m_across(transposed ? mask.width : mask.height)
    {
    }

    // `before` and `after` are the arms that run along this axis (left and right), `low` and `high`
    // those that cross it (up and down).
    void draw(Weight before, Weight after, Weight low, Weight high)
    {
        drawArm(before, false, after != None, low, high);
        drawArm(after, true, before != None, low, high);
    }

    [[nodiscard]] int thickness(Weight weight) const
    {
        return weight == Heavy ? std::max(m_light + 1, m_light * 2) : m_light;
    }

private:
    [[nodiscard]] Span doubled(int length, bool second) const
    {
        const Span both = centred(length, 3 * m_light);
        return second ? Span{both.to - m_light, both.to} : Span{both.from, both.from + m_light};
    }

    void line(Span along, Span across)
    {
        if (m_transposed) {
            m_mask.fill(across.from, along.from, across.to, along.to);
        } else {
            m_mask.fill(along.from, across.from, along.to, across.to);
        }
    }

    // From the cell's edge to where it meets the crossing lines.
    void drawArm(Weight weight, bool after, bool opposite, Weight low, Weight high)
    {
        if (weight == None) {
            return;
        }
        const Span first = doubled(m_along, false);
        const Span second = doubled(m_along, true);
        const auto upTo = [&](Span crossing) {
            return after ? Span{crossing.from, m_along} : Span{0, crossing.to};
        };
        const Span nearer = after ? second : first; // of a crossing double line
        const Span farther = after ? first : second;
        const Weight crossing = std::max(low == Double ? None : low, high == Double ? None : high);
        const Span single = crossing == None
                                ? Span{(m_along - m_light) / 2, (m_along - m_light) / 2 + m_light}
                                : centred(m_along, thickness(crossing));
        const bool stump = low == None && high == None && !opposite;

        if (weight == Double) {
            // Each of the two lines stops at the crossing line on its own side (ECMA has no drawing
            // rules; this is how every font draws them).
            const auto end = [&](Weight own, Weight other) {
                return own == Double ? nearer : other == Double ? farther : single;
            };
            line(upTo(end(low, high)), doubled(m_across, false));
            line(upTo(end(high, low)), doubled(m_across, true));
            return;
        }
        const Span across = centred(m_across, thickness(weight));
        if (low == Double || high == Double) {
            line(upTo(low == high && !opposite ? nearer : farther), across);
        } else if (stump) {
            line(after ? Span{m_along / 2, m_along} : Span{0, m_along / 2}, across);
        } else {
            line(upTo(single), across);
        }
    }

    Mask &m_mask;
    int m_light;
    bool m_transposed;
    int m_along;
    int m_across;
};

void drawDashes(Mask &mask, int count, Arms arms, int light)
{
    const bool horizontal = arms.left != None;
    const AxisPen pen(mask, light, !horizontal);
    const int along = horizontal ? mask.width : mask.height;
    const Span across = centred(horizontal ? mask.height : mask.width,
                                pen.thickness(horizontal ? arms.left : arms.up));
    const int gap = std::max(1, along / (count * 3));
    for (int i = 0; i < count; ++i) {
        const int from = along * i / count + gap / 2;
        const int to = along * (i + 1) / count - (gap - gap / 2);
        if (horizontal) {
            mask.fill(from, across.from, std::max(to, from + 1), across.to);
        } else {
            mask.fill(across.from, from, across.to, std::max(to, from + 1));
        }
    }
}

// Curves and slanted lines, smoothed; everything else is whole pixels.
template<typename Draw>
void drawSmooth(Mask &mask, Draw draw)
{
    QImage image(mask.width, mask.height, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    draw(painter);
    painter.end();
    for (int y = 0; y < mask.height; ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        for (int x = 0; x < mask.width; ++x) {
            mask.alpha[std::size_t(y) * std::size_t(mask.width) + std::size_t(x)] =
                static_cast<std::uint8_t>(qAlpha(line[x]));
        }
    }
}

QPen strokeOf(double thickness)
{
    return QPen(Qt::white, thickness, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin);
}

void drawArc(Mask &mask, char32_t codePoint, int light)
{
    const double x = (mask.width - light) / 2 + light / 2.0;
    const double y = (mask.height - light) / 2 + light / 2.0;
    const bool right = codePoint == 0x256D || codePoint == 0x2570;
    const bool down = codePoint == 0x256D || codePoint == 0x256E;
    const double endX = right ? mask.width : 0;
    const double endY = down ? mask.height : 0;
    const double radius = std::min(std::abs(endX - x), std::abs(endY - y));
    QPainterPath path(QPointF(endX, y));
    path.lineTo(x + (right ? radius : -radius), y);
    path.quadTo(x, y, x, y + (down ? radius : -radius));
    path.lineTo(x, endY);
    drawSmooth(mask, [&](QPainter &painter) { painter.strokePath(path, strokeOf(light)); });
}

void drawDiagonals(Mask &mask, char32_t codePoint, int light)
{
    const double w = mask.width;
    const double h = mask.height;
    drawSmooth(mask, [&](QPainter &painter) {
        painter.setPen(strokeOf(light * 1.1));
        // Past the corners, so that neighbours meet.
        const double dx = 0.5 * w / h;
        if (codePoint != 0x2572) {
            painter.drawLine(QPointF(w + dx, -0.5), QPointF(-dx, h + 0.5));
        }
        if (codePoint != 0x2571) {
            painter.drawLine(QPointF(-dx, -0.5), QPointF(w + dx, h + 0.5));
        }
    });
}

void drawBlock(Mask &mask, char32_t codePoint)
{
    const int w = mask.width;
    const int h = mask.height;
    const auto eighths = [](int length, int n) { return (length * n + 4) / 8; };
    if (codePoint == 0x2580) {
        mask.fill(0, 0, w, eighths(h, 4));
    } else if (codePoint <= 0x2588) {
        mask.fill(0, h - std::max(1, eighths(h, int(codePoint - 0x2580))), w, h);
    } else if (codePoint <= 0x258F) {
        mask.fill(0, 0, std::max(1, eighths(w, int(0x2590 - codePoint))), h);
    } else if (codePoint == 0x2590) {
        mask.fill(eighths(w, 4), 0, w, h);
    } else if (codePoint <= 0x2593) {
        mask.fill(0, 0, w, h, static_cast<std::uint8_t>(64 * (codePoint - 0x2590)));
    } else if (codePoint == 0x2594) {
        mask.fill(0, 0, w, std::max(1, eighths(h, 1)));
    } else if (codePoint == 0x2595) {
        mask.fill(w - std::max(1, eighths(w, 1)), 0, w, h);
    } else {
        // Quadrants: bits upper left, upper right, lower left, lower right.
        constexpr std::array<unsigned, 10> kQuadrants = {0b0010, 0b0001, 0b1000, 0b1011, 0b1001,
                                                         0b1110, 0b1101, 0b0100, 0b0110, 0b0111};
        const unsigned bits = kQuadrants[codePoint - 0x2596];
        const int x = eighths(w, 4);
        const int y = eighths(h, 4);
        if (bits & 0b1000) {
            mask.fill(0, 0, x, y);
        }
        if (bits & 0b0100) {
            mask.fill(x, 0, w, y);
        }
        if (bits & 0b0010) {
            mask.fill(0, y, x, h);
        }
        if (bits & 0b0001) {
            mask.fill(x, y, w, h);
        }
    }
}

void drawBraille(Mask &mask, char32_t codePoint)
{
    // Dots 1-8 in bit order, as column and row (The Unicode Standard, chapter 21.1).
    constexpr std::array<std::pair<int, int>, 8> kDots = {
        {{0, 0}, {0, 1}, {0, 2}, {1, 0}, {1, 1}, {1, 2}, {0, 3}, {1, 3}}};
    const int side = std::max(1, std::min(mask.width / 2, mask.height / 4) * 2 / 3);
    for (std::size_t bit = 0; bit < kDots.size(); ++bit) {
        if ((codePoint >> bit & 1U) == 0) {
            continue;
        }
        const auto [column, row] = kDots[bit];
        const int x = mask.width * (2 * column + 1) / 4 - side / 2;
        const int y = mask.height * (2 * row + 1) / 8 - side / 2;
        mask.fill(x, y, x + side, y + side);
    }
}

void drawPowerline(Mask &mask, char32_t codePoint, int light)
{
    const bool pointsRight = codePoint <= 0xE0B1;
    const double tip = pointsRight ? mask.width : 0;
    const double base = pointsRight ? 0 : mask.width;
    const double h = mask.height;
    QPainterPath path(QPointF(base, 0));
    path.lineTo(tip, h / 2);
    path.lineTo(base, h);
    const bool solid = codePoint == 0xE0B0 || codePoint == 0xE0B2;
    drawSmooth(mask, [&](QPainter &painter) {
        if (solid) {
            path.closeSubpath();
            painter.fillPath(path, Qt::white);
        } else {
            painter.strokePath(path, strokeOf(light));
        }
    });
}

} // namespace

void Mask::fill(int x0, int y0, int x1, int y1, std::uint8_t value)
{
    x0 = std::clamp(x0, 0, width);
    x1 = std::clamp(x1, 0, width);
    y0 = std::clamp(y0, 0, height);
    y1 = std::clamp(y1, 0, height);
    for (int y = y0; y < y1 && x0 < x1; ++y) {
        std::memset(&alpha[std::size_t(y) * std::size_t(width) + std::size_t(x0)], value,
                    std::size_t(x1 - x0));
    }
}

bool isHandDrawn(char32_t codePoint)
{
    return (codePoint >= 0x2500 && codePoint <= 0x259F) ||
           (codePoint >= 0x2800 && codePoint <= 0x28FF) ||
           (codePoint >= 0xE0B0 && codePoint <= 0xE0B3);
}

Mask drawByHand(char32_t codePoint, int width, int height, int thickness)
{
    Mask mask(width, height);
    // A double line needs room for three lines and some air.
    const int light = std::clamp(thickness, 1, std::max(1, width / 5));
    if (codePoint >= 0x2800 && codePoint <= 0x28FF) {
        drawBraille(mask, codePoint);
    } else if (codePoint >= 0xE0B0) {
        drawPowerline(mask, codePoint, light);
    } else if (codePoint >= 0x2580) {
        drawBlock(mask, codePoint);
    } else if (codePoint >= 0x256D && codePoint <= 0x2570) {
        drawArc(mask, codePoint, light);
    } else if (codePoint >= 0x2571 && codePoint <= 0x2573) {
        drawDiagonals(mask, codePoint, light);
    } else {
        const Arms arms = armsOf(codePoint);
        if (const int count = dashes(codePoint)) {
            drawDashes(mask, count, arms, light);
        } else {
            AxisPen(mask, light, false).draw(arms.left, arms.right, arms.up, arms.down);
            AxisPen(mask, light, true).draw(arms.up, arms.down, arms.left, arms.right);
        }
    }
    return mask;
}

} // namespace Portolan::Terminal
