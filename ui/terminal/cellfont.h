// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QStringList>

namespace Portolan::Terminal {

// A font brought to a grid of whole device pixels: the size of one cell and where in it letters and
// lines stand. GUI thread; plain value. A family without fixed width is accepted, the grid stays.
struct CellFont
{
    CellFont() = default;
    // `font` in points (or pixels where it has no point size) at `scale` device pixels to a unit.
    CellFont(const QFont &font, qreal dpi, qreal scale);

    QFont font; // sized in device pixels, Hangul fallbacks behind the asked family
    int pixelSize = 0;
    int width = 0;
    int height = 0;
    int baseline = 0; // from the top of the cell
    int lineThickness = 1;
    int underlineTop = 0; // first pixel row of a single underline
    int strikeTop = 0;

    // Families with Hangul of two cells, best first, that are installed here.
    [[nodiscard]] static QStringList hangulFamilies();
    // Families whose symbols, Greek and Cyrillic fill one cell where a Hangul font draws them in
    // two.
    [[nodiscard]] static QStringList narrowFamilies();
    [[nodiscard]] static QFont defaultFont();
};

} // namespace Portolan::Terminal
