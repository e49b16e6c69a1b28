// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/terminal/types.h"

#include <QRgb>
#include <array>
#include <cstdint>

namespace Portolan::Terminal {

// What the default colours and the 256 palette entries look like. Plain value, any thread.
// The sixteen named colours are chosen for each background so that everyone of them reads on it
// (contrast of 4.5 to 1 or more, except where a colour is the background's own neighbour).
// Entries 16 to 255 are xterm's cube and grey ramp.
struct ColorScheme
{
    std::array<QRgb, 256> palette{};
    QRgb foreground = 0;
    QRgb background = 0;
    QRgb cursor = 0;
    QRgb cursorText = 0;
    QRgb selection = 0;
    QRgb link = 0;
    bool dark = true;

    [[nodiscard]] static const ColorScheme &darkScheme();
    [[nodiscard]] static const ColorScheme &lightScheme();
    // The dark one on black, for the most contrast.
    [[nodiscard]] static const ColorScheme &blackScheme();

    // A cell's colour; `fallback` is the default foreground or background.
    [[nodiscard]] QRgb resolve(Color color, QRgb fallback) const;

    friend bool operator==(const ColorScheme &, const ColorScheme &) = default;
};

// WCAG 2.1 contrast of two opaque colours, 1 to 21.
[[nodiscard]] double contrast(QRgb a, QRgb b);
// `color` moved towards black or white until it stands out from `background` by `ratio`, or as far
// as that can be.
[[nodiscard]] QRgb withContrast(QRgb color, QRgb background, double ratio);

} // namespace Portolan::Terminal
