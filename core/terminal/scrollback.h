// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/terminal/screen.h"
#include "core/terminal/tables.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace Portolan::Terminal {

// A line out of the scrollback, unpacked.
struct Line
{
    std::vector<Cell> cells;
    std::uint32_t fill = 0;
    bool wrapped = false;
};

// The lines that left the screen, packed: UTF-8 text, and a style wherever it changes. A packed
// line names no table, so tables can be collected without looking here; styles, clusters and links
// are interned again when a line is read. Lines are numbered from 0 and numbers are never used
// twice, except for lines that pop() gives back to the screen. Bounded in bytes and lines: the
// oldest go first. Any thread, one at a time.
//
// A line in memory:
//   flags (1 byte): wrapped, has a fill style, is all in the default style
//   number of cells (varint), fill style where there is one
//   runs, until the cells are complete: number of cells (varint) and style, left out for a line in
//   the default style; then the text of these cells: UTF-8, with the bytes 0xF8-0xFD, which UTF-8
//   never has, for what is not a code point in the width of the table (see scrollback.cpp)
class Scrollback
{
public:
    Scrollback(std::size_t maxBytes, std::size_t maxLines);

    void push(const Row &row, const Tables &tables);
    // Takes the newest line back. False when there is none.
    [[nodiscard]] bool pop(Line &line, Tables &tables);
    // False when the line is not kept.
    [[nodiscard]] bool read(std::int64_t number, Line &line, Tables &tables) const;
    void clear();

    [[nodiscard]] std::int64_t firstLine() const { return m_firstLine; }
    // One past the newest.
    [[nodiscard]] std::int64_t endLine() const { return m_endLine; }
    [[nodiscard]] std::size_t lines() const { return std::size_t(m_endLine - m_firstLine); }
    // What is held, bookkeeping included.
    [[nodiscard]] std::size_t bytes() const { return m_bytes; }

    [[nodiscard]] std::string inconsistency() const;

private:
    struct Block
    {
        std::int64_t firstLine = 0;
        std::vector<std::uint32_t> starts; // of its lines
        std::vector<std::uint8_t> data;    // `used` bytes of it are lines
        std::size_t used = 0;
        std::vector<std::string> links; // targets and ids in turns
        std::size_t linkBytes = 0;
    };

    [[nodiscard]] static std::size_t bytesOf(const Block &block);
    [[nodiscard]] Block &blockFor(std::size_t room);
    void addBlock(std::size_t room);
    void dropOldest();
    void trim();
    [[nodiscard]] std::uint32_t localLink(Block &block, std::uint32_t link, const Tables &tables);
    std::uint8_t *packStyle(std::uint8_t *out, Block &block, std::uint32_t style,
                            const Tables &tables);
    std::uint8_t *encodeStyle(std::uint8_t *out, Block &block, const Style &style,
                              const Tables &tables);
    static void unpack(const Block &block, std::size_t index, Line &line, Tables &tables);

    // A style as it is packed, remembered by its number. A link makes it a matter of the block.
    struct PackedStyle
    {
        static constexpr std::size_t Room = 15;
        std::uint8_t length = 0; // 0: not known
        std::array<std::uint8_t, Room> bytes{};
    };

    const std::size_t m_maxBytes;
    const std::size_t m_maxLines;
    const std::size_t m_blockBytes;
    std::deque<Block> m_blocks;
    Block m_spare; // memory of a dropped block, used again
    std::unordered_map<std::uint32_t, std::uint32_t> m_localLinks; // of the newest block
    std::uint64_t m_localGeneration = 0; // of the tables that these numbers belong to
    std::vector<PackedStyle> m_packedStyles;
    std::uint64_t m_packedGeneration = 0;
    std::int64_t m_firstLine = 0;
    std::int64_t m_endLine = 0;
    std::size_t m_bytes = 0;
};

} // namespace Portolan::Terminal
