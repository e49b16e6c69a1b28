// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace Portolan::Terminal {

// Coverage of one or two cells, 0 to 255 a pixel, rows from the top. Plain value.
struct Mask
{
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> alpha;

    Mask(int w, int h)
        : width(w)
        , height(h)
        , alpha(std::size_t(w) * std::size_t(h), 0)
    {
    }
    [[nodiscard]] std::uint8_t at(int x, int y) const
    {
        return alpha[std::size_t(y) * std::size_t(width) + std::size_t(x)];
    }
    // Clipped to the mask.
    void fill(int x0, int y0, int x1, int y1, std::uint8_t value = 255);
};

// Characters that must meet their neighbours without a gap and so cannot come from a font: box
// drawing (U+2500-257F), block elements (U+2580-259F), braille patterns (U+2800-28FF) and the four
// Powerline separators (U+E0B0-E0B3). Pure, any thread; sizes in device pixels.
[[nodiscard]] bool isHandDrawn(char32_t codePoint);
// `thickness`: of a light line. A heavy one is at least one pixel thicker.
[[nodiscard]] Mask drawByHand(char32_t codePoint, int width, int height, int thickness);

} // namespace Portolan::Terminal
