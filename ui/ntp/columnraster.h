// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>
#include <QPointF>
#include <QRect>

#include <cstdint>
#include <vector>

namespace Portolan::Ui {

// Of a line, along x, in columns; 0: none.
struct ColumnDashes
{
    int on = 0, off = 0, dot = 0;
    qint64 origin = 0; // so that they move with what is scrolled
};

// Paints a part of a picture column by column: smooth lines over time, bands, spans and dots of
// many series, tens of times faster than a painter strokes and fills their polygons. Coordinates
// are device pixels of the part, (0, 0) at its upper left; what lies outside is clipped. The image
// (RGB32) has what was painted once finish() was called; it outlives this. One thread at a time.
class ColumnRaster
{
public:
    ColumnRaster(QImage &image, const QRect &area);

    // Bands that overlap add up, in the mean of their colours: the place that most have in common
    // is the most intense one. All of them show with drawBands().
    struct Tint
    {
        // `part`: how much one band takes of what is below, 0 to 1.
        Tint(const QColor &color, double part);
        QRgb color;
        int depth;
    };
    void band(int from, int to, double top, double bottom, const Tint &tint);
    void drawBands();

    // From `top` to `bottom`, at least half a pixel; smooth at both ends.
    void span(int column, double top, double bottom, QRgb color, int alpha);
    void bar(int column, double top, double bottom, int cap, QRgb color, int alpha);
    // `points` in order of x.
    void line(const std::vector<QPointF> &points, double width, QRgb color, int alpha,
              const ColumnDashes &dashes = {});
    void dot(const QPointF &middle, double radius, QRgb color, int alpha);

    void finish();

private:
    struct Piece
    {
        int column;
        int top, bottom;
        QRgb color;
        int depth;
    };

    void blend(int column, int row, QRgb color, int alpha);

    QImage &m_image;
    QRect m_area;
    std::vector<QRgb> m_pixels; // column after column
    std::vector<Piece> m_pieces;
};

} // namespace Portolan::Ui
