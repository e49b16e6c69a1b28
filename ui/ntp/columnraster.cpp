// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ntp/columnraster.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace Portolan::Ui {

namespace {

constexpr int kBlock = 16;          // pixels a side that are turned over at once
constexpr int kDepthUnit = 512;     // of the depth of bands: exp(-1) is left below
constexpr int kMostDepth = 4 * 512; // nothing is left
constexpr double kWild = 1e6;       // pixels

QRgb mixed(QRgb below, QRgb above, int alpha)
{
    // Two channels at once.
    const auto weight = static_cast<std::uint32_t>(alpha + (alpha >> 7));
    const std::uint32_t rest = 256 - weight;
    const std::uint32_t redBlue =
        (((above & 0xff00ffU) * weight + (below & 0xff00ffU) * rest) >> 8) & 0xff00ffU;
    const std::uint32_t green =
        (((above & 0xff00U) * weight + (below & 0xff00U) * rest) >> 8) & 0xff00U;
    return 0xff000000U | redBlue | green;
}

int alphaOfDepth(int depth)
{
    static const auto kTable = [] {
        std::array<std::uint8_t, kMostDepth + 1> table{};
        for (int i = 0; i <= kMostDepth; ++i)
            table[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(
                std::lround(255 * (1 - std::exp(-double(i) / kDepthUnit))));
        return table;
    }();
    return kTable[static_cast<std::size_t>(std::clamp(depth, 0, kMostDepth))];
}

} // namespace

ColumnRaster::ColumnRaster(QImage &image, const QRect &area)
    : m_image(image)
    , m_area(area.intersected(image.rect()))
    , m_pixels(static_cast<std::size_t>(std::max(0, m_area.width()) * std::max(0, m_area.height())))
{
    const int width = m_area.width();
    const int height = m_area.height();
    const uchar *const bits = m_image.constBits();
    const qsizetype stride = m_image.bytesPerLine();
    for (int y0 = 0; y0 < height; y0 += kBlock) {
        for (int x0 = 0; x0 < width; x0 += kBlock) {
            for (int y = y0; y < std::min(y0 + kBlock, height); ++y) {
                const auto *row =
                    reinterpret_cast<const QRgb *>(bits + stride * (m_area.top() + y)) +
                    m_area.left();
                for (int x = x0; x < std::min(x0 + kBlock, width); ++x)
                    m_pixels[static_cast<std::size_t>(x * height + y)] = row[x];
            }
        }
    }
}

void ColumnRaster::finish()
{
    const int width = m_area.width();
    const int height = m_area.height();
    uchar *const bits = m_image.bits();
    const qsizetype stride = m_image.bytesPerLine();
    for (int y0 = 0; y0 < height; y0 += kBlock) {
        for (int x0 = 0; x0 < width; x0 += kBlock) {
            for (int y = y0; y < std::min(y0 + kBlock, height); ++y) {
                auto *row =
                    reinterpret_cast<QRgb *>(bits + stride * (m_area.top() + y)) + m_area.left();
                for (int x = x0; x < std::min(x0 + kBlock, width); ++x)
                    row[x] = m_pixels[static_cast<std::size_t>(x * height + y)];
            }
        }
    }
}

void ColumnRaster::blend(int column, int row, QRgb color, int alpha)
{
    if (column < 0 || column >= m_area.width() || row < 0 || row >= m_area.height())
        return;
    QRgb &pixel = m_pixels[static_cast<std::size_t>(column * m_area.height() + row)];
    pixel = mixed(pixel, color, alpha);
}

ColumnRaster::Tint::Tint(const QColor &asked, double part)
    : color(asked.rgb())
    , depth(static_cast<int>(std::lround(-std::log(1 - std::clamp(part, 0.0, 0.95)) * kDepthUnit)))
{
}

void ColumnRaster::band(int from, int to, double top, double bottom, const Tint &tint)
{
    const int height = m_area.height();
    const auto first = static_cast<int>(std::clamp(top, 0.0, double(height)));
    const auto last = static_cast<int>(std::clamp(bottom, -1.0, height - 1.0)) + 1;
    if (first >= last || bottom < 0)
        return;
    for (int column = std::max(from, 0); column < std::min(to, m_area.width()); ++column)
        m_pieces.push_back({column, first, last, tint.color, tint.depth});
}

void ColumnRaster::drawBands()
{
    // Sorted by counting: there are tens of thousands.
    const int height = m_area.height();
    std::vector<std::size_t> starts(static_cast<std::size_t>(std::max(m_area.width(), 0)) + 1);
    for (const Piece &piece : m_pieces)
        ++starts[static_cast<std::size_t>(piece.column) + 1];
    for (std::size_t i = 1; i < starts.size(); ++i)
        starts[i] += starts[i - 1];
    std::vector<const Piece *> sorted(m_pieces.size());
    auto places = starts;
    for (const Piece &piece : m_pieces)
        sorted[places[static_cast<std::size_t>(piece.column)]++] = &piece;

    struct Sum
    {
        int red = 0, green = 0, blue = 0, depth = 0;
    };
    std::vector<Sum> changes(static_cast<std::size_t>(height) + 1);
    const auto change = [&changes](int row, const Piece &piece, int sign) {
        Sum &sum = changes[static_cast<std::size_t>(row)];
        sum.red += sign * qRed(piece.color) * piece.depth;
        sum.green += sign * qGreen(piece.color) * piece.depth;
        sum.blue += sign * qBlue(piece.color) * piece.depth;
        sum.depth += sign * piece.depth;
    };
    for (int column = 0; column < m_area.width(); ++column) {
        const std::size_t begin = starts[static_cast<std::size_t>(column)];
        const std::size_t end = starts[static_cast<std::size_t>(column) + 1];
        if (begin == end)
            continue;
        int first = height;
        int last = 0;
        for (std::size_t i = begin; i < end; ++i) {
            const Piece &piece = *sorted[i];
            change(piece.top, piece, 1);
            change(piece.bottom, piece, -1);
            first = std::min(first, piece.top);
            last = std::max(last, piece.bottom);
        }
        Sum now;
        QRgb color = 0;
        int alpha = 0;
        QRgb *const pixels = m_pixels.data() + static_cast<std::size_t>(column * height);
        for (int row = first; row < last; ++row) {
            Sum &here = changes[static_cast<std::size_t>(row)];
            if (here.depth != 0 || here.red != 0 || here.green != 0 || here.blue != 0) {
                now.red += here.red;
                now.green += here.green;
                now.blue += here.blue;
                now.depth += here.depth;
                here = {};
                alpha = alphaOfDepth(now.depth);
                if (now.depth > 0)
                    color = qRgb(now.red / now.depth, now.green / now.depth, now.blue / now.depth);
            }
            if (alpha > 0)
                pixels[row] = mixed(pixels[row], color, alpha);
        }
        changes[static_cast<std::size_t>(last)] = {};
    }
    m_pieces.clear();
}

void ColumnRaster::span(int column, double top, double bottom, QRgb color, int alpha)
{
    const int height = m_area.height();
    if (column < 0 || column >= m_area.width() || bottom < 0 || top > height)
        return;
    if (bottom - top < 0.5) {
        const double middle = (top + bottom) / 2;
        top = middle - 0.25;
        bottom = middle + 0.25;
    }
    top = std::max(top, 0.0);
    bottom = std::min(bottom, double(height));
    const int first = static_cast<int>(top);
    const int last = std::min(static_cast<int>(bottom), height - 1);
    if (first >= height || last < first)
        return;
    QRgb *const pixels = m_pixels.data() + static_cast<std::size_t>(column * height);
    if (first == last) {
        pixels[first] = mixed(pixels[first], color, int(alpha * (bottom - top)));
        return;
    }
    pixels[first] = mixed(pixels[first], color, int(alpha * (first + 1 - top)));
    for (int row = first + 1; row < last; ++row)
        pixels[row] = mixed(pixels[row], color, alpha);
    pixels[last] = mixed(pixels[last], color, int(alpha * (bottom - last)));
}

void ColumnRaster::bar(int column, double top, double bottom, int cap, QRgb color, int alpha)
{
    span(column, top, bottom, color, alpha);
    for (const double at : {top, bottom}) {
        const auto row = static_cast<int>(std::floor(std::clamp(at, -1.0, kWild)));
        for (int x = column - cap; x <= column + cap; ++x) {
            if (x != column)
                blend(x, row, color, alpha);
        }
    }
}

void ColumnRaster::line(const std::vector<QPointF> &points, double width, QRgb color, int alpha,
                        const ColumnDashes &dashes)
{
    if (points.empty())
        return;
    const int period = dashes.on + dashes.off + (dashes.dot > 0 ? dashes.dot + dashes.off : 0);
    const double half = width / 2;
    const auto emitColumn = [&](int column, double low, double high) {
        if (period > 0 && high - low < 4) {
            auto at = static_cast<int>((column + dashes.origin) % period);
            at = at < 0 ? at + period : at;
            const int dot = dashes.on + dashes.off;
            if (at >= dashes.on && (at < dot || at >= dot + dashes.dot))
                return;
        }
        span(column, low - half, high + half, color, alpha);
    };
    const auto columnOf = [](double x) {
        return static_cast<int>(std::floor(std::clamp(x, -kWild, kWild)));
    };
    int column = columnOf(points.front().x());
    double low = points.front().y();
    double high = low;
    for (std::size_t i = 1; i < points.size(); ++i) {
        const QPointF &a = points[i - 1];
        const QPointF &b = points[i];
        const int end = columnOf(b.x());
        if (end > column) {
            const double slope = (b.y() - a.y()) / std::max(b.x() - a.x(), 1e-9);
            if (column < -1) {
                // Nothing is painted before the first column.
                column = std::min(end, -1);
                low = high = a.y() + slope * (std::max<double>(column, a.x()) - a.x());
            }
            while (column < end && column < m_area.width()) {
                const double y = a.y() + slope * (column + 1 - a.x());
                emitColumn(column, std::min(low, y), std::max(high, y));
                ++column;
                low = high = y;
            }
            if (column >= m_area.width())
                return;
        }
        low = std::min(low, b.y());
        high = std::max(high, b.y());
    }
    emitColumn(column, low, high);
}

void ColumnRaster::dot(const QPointF &middle, double radius, QRgb color, int alpha)
{
    if (std::abs(middle.x()) > kWild || std::abs(middle.y()) > kWild)
        return;
    const auto left = static_cast<int>(std::floor(middle.x() - radius - 0.5));
    const auto right = static_cast<int>(std::ceil(middle.x() + radius + 0.5));
    const auto top = static_cast<int>(std::floor(middle.y() - radius - 0.5));
    const auto bottom = static_cast<int>(std::ceil(middle.y() + radius + 0.5));
    if (right < 0 || left >= m_area.width() || bottom < 0 || top >= m_area.height())
        return;
    for (int x = left; x < right; ++x) {
        for (int y = top; y < bottom; ++y) {
            const double dx = x + 0.5 - middle.x();
            const double dy = y + 0.5 - middle.y();
            const double cover = radius + 0.5 - std::sqrt(dx * dx + dy * dy);
            if (cover > 0)
                blend(x, y, color, int(alpha * std::min(cover, 1.0)));
        }
    }
}

} // namespace Portolan::Ui
