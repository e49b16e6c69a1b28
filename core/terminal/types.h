// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

// The small values that the VT core, its views and its tests share. Standard library only, plain
// values, any thread. Columns and rows count from 0; "line" is the number of a line since the
// terminal began, so it stays valid while the screen scrolls and until the line leaves the
// scrollback.
namespace Portolan::Terminal {

struct Size
{
    int columns = 80;
    int rows = 24;
    friend bool operator==(const Size &, const Size &) = default;
};

struct Position
{
    std::int64_t line = 0;
    int column = 0;
    friend auto operator<=>(const Position &, const Position &) = default;
};

// Default, one of 256 palette entries, or 24-bit RGB. What the first two look like is the view's
// theme.
class Color
{
public:
    enum class Kind : std::uint8_t { Default, Indexed, Rgb };

    constexpr Color() = default;
    static constexpr Color indexed(std::uint8_t index) { return Color(0x0100'0000U | index); }
    static constexpr Color rgb(std::uint8_t r, std::uint8_t g, std::uint8_t b)
    {
        return Color(0x0200'0000U | std::uint32_t(r) << 16 | std::uint32_t(g) << 8 | b);
    }

    [[nodiscard]] constexpr Kind kind() const { return static_cast<Kind>(m_value >> 24); }
    [[nodiscard]] constexpr std::uint8_t index() const
    {
        return static_cast<std::uint8_t>(m_value);
    }
    [[nodiscard]] constexpr std::uint8_t red() const
    {
        return static_cast<std::uint8_t>(m_value >> 16);
    }
    [[nodiscard]] constexpr std::uint8_t green() const
    {
        return static_cast<std::uint8_t>(m_value >> 8);
    }
    [[nodiscard]] constexpr std::uint8_t blue() const { return static_cast<std::uint8_t>(m_value); }
    [[nodiscard]] constexpr std::uint32_t bits() const { return m_value; }
    friend constexpr bool operator==(Color, Color) = default;

private:
    constexpr explicit Color(std::uint32_t value)
        : m_value(value)
    {
    }
    std::uint32_t m_value = 0;
};

enum class Underline : std::uint8_t { None, Single, Double, Curly, Dotted, Dashed };

namespace Attribute {
inline constexpr std::uint16_t Bold = 1 << 0;
inline constexpr std::uint16_t Dim = 1 << 1;
inline constexpr std::uint16_t Italic = 1 << 2;
inline constexpr std::uint16_t Blink = 1 << 3;
inline constexpr std::uint16_t Inverse = 1 << 4;
inline constexpr std::uint16_t Conceal = 1 << 5;
inline constexpr std::uint16_t Strike = 1 << 6;
inline constexpr std::uint16_t Overline = 1 << 7;
inline constexpr std::uint16_t Protected = 1 << 8; // DECSCA; nothing to draw
} // namespace Attribute

// How a cell is drawn. `link` numbers an OSC 8 target, 0 for none.
struct Style
{
    Color foreground;
    Color background;
    Color underlineColor; // Default: the foreground
    std::uint16_t attributes = 0;
    Underline underline = Underline::None;
    std::uint32_t link = 0;
    friend bool operator==(const Style &, const Style &) = default;
};

// One cell of the grid, 8 bytes: a code point or the number of a cluster (base character and what
// combines with it), how many columns it covers, and the number of an interned Style. The second
// column of a wide character is a Tail.
class Cell
{
public:
    enum class Width : std::uint8_t { Narrow = 0, Wide = 1, Tail = 2 };

    constexpr Cell() = default; // blank in style 0
    constexpr Cell(char32_t codePoint, Width width, std::uint32_t style)
        : m_content(std::uint32_t(codePoint) | std::uint32_t(width) << kWidthShift)
        , m_style(style)
    {
    }
    static constexpr Cell cluster(std::uint32_t number, Width width, std::uint32_t style)
    {
        Cell cell(char32_t(number), width, style);
        cell.m_content |= kCluster;
        return cell;
    }

    // 0 for a blank that was never written: it copies as nothing at a line's end, as a space
    // elsewhere.
    [[nodiscard]] constexpr char32_t codePoint() const
    {
        return char32_t(m_content & kContentMask);
    }
    [[nodiscard]] constexpr bool isCluster() const { return (m_content & kCluster) != 0; }
    [[nodiscard]] constexpr std::uint32_t clusterNumber() const { return m_content & kContentMask; }
    [[nodiscard]] constexpr Width width() const
    {
        return static_cast<Width>(m_content >> kWidthShift & 3);
    }
    [[nodiscard]] constexpr std::uint32_t style() const { return m_style; }
    // Code point, width and kind in one word; below 0x80 it is narrow ASCII or a blank.
    [[nodiscard]] constexpr std::uint32_t bits() const { return m_content; }
    friend constexpr bool operator==(Cell, Cell) = default;

private:
    static constexpr std::uint32_t kContentMask = 0x00FF'FFFF;
    static constexpr std::uint32_t kCluster = 0x8000'0000;
    static constexpr unsigned kWidthShift = 24;

    std::uint32_t m_content = 0;
    std::uint32_t m_style = 0;
};
static_assert(sizeof(Cell) == 8);

enum class CursorShape : std::uint8_t { Block, Underline, Bar };

struct Cursor
{
    int row = 0; // of the screen, not of the frame
    int column = 0;
    bool visible = true;
    bool blinking = true;
    CursorShape shape = CursorShape::Block;
    friend bool operator==(const Cursor &, const Cursor &) = default;
};

enum class MouseTracking : std::uint8_t {
    Off,
    Press /*9*/,
    Buttons /*1000*/,
    Drag /*1002*/,
    Any /*1003*/
};

} // namespace Portolan::Terminal
