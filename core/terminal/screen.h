// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/terminal/types.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace Portolan::Terminal {

// One row of the grid. Cells from `used` on are blank in `fill` and hold garbage in memory, so that
// a new line costs nothing for the columns it does not write.
struct Row
{
    Cell *cells = nullptr;
    std::uint64_t version = 0;
    std::uint32_t fill = 0;
    std::uint16_t used = 0;
    bool wrapped = false;
};

// The grid: rows in any order in memory, reached through row numbers, so that scrolling a region
// moves numbers and no cells. Edits keep wide characters whole: a half that loses its other half
// becomes a blank. No cursor, no modes. Any thread, one at a time; columns and rows are the
// caller's to keep in range; [first, last) ranges throughout.
class Screen
{
public:
    static constexpr int MaxColumns = 4096;
    static constexpr int MaxRows = 2048;

    explicit Screen(Size size);

    [[nodiscard]] int columns() const { return m_columns; }
    [[nodiscard]] int rows() const { return int(m_order.size()); }
    [[nodiscard]] Row &row(int y) { return m_rows[m_order[std::size_t(y)]]; }
    [[nodiscard]] const Row &row(int y) const { return m_rows[m_order[std::size_t(y)]]; }

    // Every change is stamped with the epoch of the moment; see Emulator::nextEpoch().
    void setEpoch(std::uint64_t epoch) { m_epoch = epoch; }
    void touch(Row &row) { row.version = m_epoch; }
    void touchAll() { m_allVersion = m_epoch; }
    [[nodiscard]] std::uint64_t versionOf(const Row &row) const
    {
        return row.version > m_allVersion ? row.version : m_allVersion;
    }

    // Makes the first `count` cells of a row real.
    void extend(Row &row, int count)
    {
        if (row.used < count)
            fillUp(row, count);
    }
    // Blanks both halves of a wide character that lies across the border before column x.
    void cut(Row &row, int x)
    {
        if (x > 0 && x < row.used && row.cells[x].width() == Cell::Width::Tail)
            blankHalves(row, x);
    }
    void clear(Row &row, std::uint32_t style)
    {
        row.used = 0;
        row.fill = style;
        row.wrapped = false;
        row.version = m_epoch;
    }

    void erase(int y, int first, int last, std::uint32_t style);
    void insertCells(int y, int x, int count, int right, std::uint32_t style);
    void deleteCells(int y, int x, int count, int right, std::uint32_t style);
    // Rows [top, bottom) by `count`; the rows that come free are blank in `style`.
    void scrollUp(int top, int bottom, int count, std::uint32_t style);
    void scrollDown(int top, int bottom, int count, std::uint32_t style);
    // The same within columns [left, right): cells move.
    void scrollUp(int top, int bottom, int left, int right, int count, std::uint32_t style);
    void scrollDown(int top, int bottom, int left, int right, int count, std::uint32_t style);

    // Another size: rows keep their text, what lies beyond the new width is lost. The rows
    // [0, dropTop) go, `addTop` blank rows come in above, and the bottom is filled or cut.
    void resize(Size size, int dropTop, int addTop);
    // Replaces a row's content; longer than the width is cut.
    void assign(int y, const std::vector<Cell> &cells, std::uint32_t fill, bool wrapped);

    // Empty, or what is wrong inside: for tests and the fuzzer.
    [[nodiscard]] std::string inconsistency() const;

private:
    static void fillUp(Row &row, int count);
    static void blankHalves(Row &row, int x);
    void cutAt(Row &row, int columns);

    int m_columns = 0;
    std::vector<Cell> m_cells;
    std::vector<Row> m_rows;
    std::vector<std::uint16_t> m_order;
    std::uint64_t m_epoch = 1;
    std::uint64_t m_allVersion = 1;
};

} // namespace Portolan::Terminal
