// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/terminal/frame.h"
#include "core/terminal/terminal.h"
#include "ui/terminal/cellfont.h"
#include "ui/terminal/colorscheme.h"
#include "ui/terminal/glyphatlas.h"

#include <QImage>
#include <QRegion>
#include <optional>
#include <string>
#include <vector>

namespace Portolan::Terminal {

// What is drawn over a frame's text.
struct Selection
{
    Position from; // inclusive
    Position to;   // exclusive
    SelectionShape shape = SelectionShape::Linear;

    [[nodiscard]] bool isEmpty() const { return from == to; }
    // Columns [first, second) of a line; equal where the line has no part in it.
    [[nodiscard]] std::pair<int, int> columnsOf(std::int64_t line, int columns) const;
    friend bool operator==(const Selection &, const Selection &) = default;
};

// Text of the input method that is not yet committed: it stands at the cursor and pushes the rest
// of the row aside.
struct Preedit
{
    struct Item
    {
        std::u32string text;
        int width = 1;
        bool highlighted = false; // the clause that is being converted
        friend bool operator==(const Item &, const Item &) = default;
    };
    std::vector<Item> items;
    int caret = 0; // columns from its start

    [[nodiscard]] int width() const;
    friend bool operator==(const Preedit &, const Preedit &) = default;
};

struct Overlay
{
    std::optional<Selection> selection;
    Preedit preedit;
    std::uint32_t hoveredLink = 0;
    bool focused = true;
    bool cursorShown = true;                // false in the dark phase of its blinking
    std::optional<CursorShape> cursorShape; // in place of what the program asked for
};

// Draws frames into a picture of whole device pixels, kept from one frame to the next: only rows
// whose cells, selection, cursor or preedit differ from what the picture shows are drawn again (a
// program that writes the same text again costs nothing), and lines that moved are moved.
// GUI thread; owned by a view. Never lays out text of a row: glyphs come from the atlas.
class FramePainter
{
public:
    void setFont(const CellFont &font);
    void setColors(const ColorScheme &colors);
    void setBoldIsBright(bool on);

    // Returns the device pixels that changed.
    QRegion paint(const Frame &frame, const Overlay &overlay);

    [[nodiscard]] const QImage &picture() const { return m_picture; }
    [[nodiscard]] const CellFont &font() const { return m_atlas.font(); }
    [[nodiscard]] const ColorScheme &colors() const { return m_colors; }
    // Where the cursor stands with the preedit before it, in cells of the picture; row -1 when it
    // is scrolled out of sight.
    [[nodiscard]] QPoint caretCell() const { return m_caret; }
    [[nodiscard]] int rowsPainted() const { return m_rowsPainted; } // by the last paint()
    [[nodiscard]] QRgb background() const { return m_defaultBackground; }

private:
    struct Look
    {
        QRgb foreground = 0;
        QRgb background = 0;
        QRgb line = 0;
        std::uint16_t attributes = 0;
        Underline underline = Underline::None;
        bool known = false;
    };
    struct CursorState
    {
        int column = -1;
        bool filled = true;
        CursorShape shape = CursorShape::Block;
        friend bool operator==(const CursorState &, const CursorState &) = default;
    };
    // What lies over a row's text.
    struct RowState
    {
        std::pair<int, int> selected;
        CursorState cursor;
        Preedit preedit;
        std::uint32_t hovered = 0;
        friend bool operator==(const RowState &, const RowState &) = default;
    };
    // What a row of the picture shows.
    struct Painted
    {
        bool valid = false;
        std::vector<Cell> cells;
        std::uint32_t fillStyle = 0;
        RowState state;
    };
    struct Run
    {
        int from = 0;
        int to = 0;
        Look look;
    };

    [[nodiscard]] RowState stateOf(const Frame &frame, const Overlay &overlay, int row) const;
    void forget() { m_painted.clear(); }
    void takeTables(const Frame &frame);
    void moveLines(int shift);
    void paintRow(const Frame &frame, int row, const RowState &state);
    void compose(const Frame &frame, int row, const RowState &state);
    void findRuns(const Frame &frame, const RowState &state);
    const Look &lookOf(const Frame &frame, std::uint32_t style);
    Look computeLook(const Style &style) const;
    void fill(int x0, int y0, int x1, int y1, QRgb color);
    void blend(int x, int y, QRgb color, double coverage);
    void drawGlyph(const Glyph &glyph, int x, int y, QRgb color);
    void drawLines(const Run &run, int y);
    void drawUnderline(Underline underline, int x0, int x1, int y, QRgb color);
    void drawCursor(const CursorState &cursor, int y);

    GlyphAtlas m_atlas;
    ColorScheme m_colors = ColorScheme::darkScheme();
    QRgb m_defaultForeground = 0;
    QRgb m_defaultBackground = 0;
    bool m_boldIsBright = false;
    bool m_reverse = false;

    QImage m_picture;
    QRgb *m_pixels = nullptr; // of the picture, while paint() runs
    int m_stride = 0;         // in pixels
    Size m_size{0, 0};
    std::vector<Painted> m_painted;
    std::int64_t m_paintedTop = 0;
    std::vector<Look> m_looks;
    Look m_preeditLook;
    std::uint64_t m_tables = 0;
    std::vector<Style> m_styles; // as the picture was drawn with
    std::vector<std::u32string> m_clusters;
    QPoint m_caret;
    int m_rowsPainted = 0;

    // Of the row being painted.
    std::vector<Cell> m_row;
    std::vector<std::u32string> m_ownClusters;
    std::vector<Run> m_runs;
    int m_shift = 0;
    int m_cursorColumn = -1;
};

} // namespace Portolan::Terminal
