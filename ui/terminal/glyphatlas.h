// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/terminal/cellfont.h"

#include <QRgb>
#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace Portolan::Terminal {

// The pixels of one character or cluster in one style, trimmed to its ink. Either coverage (drawn
// in any colour) or, for colour emoji, premultiplied pixels.
struct Glyph
{
    const std::uint8_t *coverage = nullptr;
    const QRgb *pixels = nullptr;
    int left = 0; // from the cell's left edge; may be negative for slanted letters
    int top = 0;  // from the cell's top, never outside of the cell
    int width = 0;
    int height = 0;

    [[nodiscard]] bool isEmpty() const { return width == 0; }
};

// Every glyph drawn once, then copied: text is laid out per distinct (cluster, bold, italic, wide),
// never per frame. GUI thread (fonts); owned by one painter. Holds at most about `kBudget` bytes of
// pixels: beyond it trim() forgets them all, and glyph pointers are valid only until trim() or
// setFont(). A character that its font draws wider than its cells is made smaller, Hangul from a
// fallback font is brought to two cells, and what must join its neighbours is drawn by hand
// (boxdrawing.h).
class GlyphAtlas
{
public:
    static constexpr std::size_t kBudget = 16 * 1024 * 1024;

    struct Variant
    {
        bool bold = false;
        bool italic = false;
        bool wide = false;
    };

    void setFont(const CellFont &font);
    [[nodiscard]] const CellFont &font() const { return m_font; }
    // Call between frames.
    void trim();

    const Glyph &glyph(char32_t codePoint, Variant variant)
    {
        const auto &block = m_blocks[number(variant)][(codePoint & 0x1FFFFF) >> 8];
        if (block) [[likely]] {
            if (const Glyph *found = (*block)[codePoint & 0xFF]) [[likely]] {
                return *found;
            }
        }
        return add(codePoint, variant);
    }
    const Glyph &glyph(const std::u32string &cluster, Variant variant);

    [[nodiscard]] std::size_t bytes() const { return m_bytes; }
    [[nodiscard]] std::size_t count() const { return m_glyphs.size(); }

private:
    using Block = std::array<const Glyph *, 256>;
    static constexpr std::size_t kBlocks = 0x200000 >> 8;
    static std::size_t number(Variant variant)
    {
        return std::size_t(variant.bold) | std::size_t(variant.italic) << 1 |
               std::size_t(variant.wide) << 2;
    }

    const Glyph &add(char32_t codePoint, Variant variant);
    const Glyph &rasterise(const std::u32string &text, Variant variant);
    const Glyph &store(const class QImage &canvas, int originX);
    QFont fontFor(const std::u32string &text, Variant variant, const QString &drawn) const;
    std::uint8_t *room(std::size_t bytes);

    CellFont m_font;
    std::array<std::array<std::unique_ptr<Block>, kBlocks>, 8> m_blocks;
    std::array<std::unordered_map<std::u32string, const Glyph *>, 8> m_clusters;
    std::deque<Glyph> m_glyphs;
    std::vector<std::unique_ptr<std::uint8_t[]>> m_pages;
    std::size_t m_pageUsed = 0;
    std::size_t m_pageSize = 0;
    std::size_t m_bytes = 0;
};

} // namespace Portolan::Terminal
