// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/terminal/screen.h"

#include <algorithm>
#include <numeric>

namespace Portolan::Terminal {

namespace {

constexpr Cell blank(std::uint32_t style)
{
    return Cell(0, Cell::Width::Narrow, style);
}

} // namespace

Screen::Screen(Size size)
{
    resize(size, 0, 0);
}

void Screen::fillUp(Row &row, int count)
{
    std::fill(row.cells + row.used, row.cells + count, blank(row.fill));
    row.used = std::uint16_t(count);
}

void Screen::blankHalves(Row &row, int x)
{
    row.cells[x - 1] = blank(row.cells[x - 1].style());
    row.cells[x] = blank(row.cells[x].style());
}

void Screen::erase(int y, int first, int last, std::uint32_t style)
{
    Row &row = this->row(y);
    last = std::min(last, m_columns);
    if (first >= last)
        return;
    touch(row);
    cut(row, first);
    cut(row, last);
    if (last == m_columns) {
        if (row.fill != style)
            extend(row, first);
        row.used = std::uint16_t(std::min<int>(row.used, first));
        row.fill = style;
        row.wrapped = false;
        return;
    }
    if (row.fill == style && last >= row.used) {
        row.used = std::uint16_t(std::min<int>(row.used, first));
        return;
    }
    extend(row, last);
    std::fill(row.cells + first, row.cells + last, blank(style));
}

void Screen::insertCells(int y, int x, int count, int right, std::uint32_t style)
{
    Row &row = this->row(y);
    count = std::min(count, right - x);
    if (count <= 0)
        return;
    touch(row);
    cut(row, x);
    cut(row, right);
    cut(row, right - count);
    if (right == m_columns && row.fill == style) {
        if (row.used <= x)
            return;
        const int kept = std::min<int>(row.used, right - count) - x; // cells that stay in the row
        if (kept > 0)
            std::copy_backward(row.cells + x, row.cells + x + kept, row.cells + x + kept + count);
        std::fill(row.cells + x, row.cells + x + count, blank(style));
        row.used = std::uint16_t(x + count + std::max(kept, 0));
        return;
    }
    extend(row, right);
    std::copy_backward(row.cells + x, row.cells + right - count, row.cells + right);
    std::fill(row.cells + x, row.cells + x + count, blank(style));
}

void Screen::deleteCells(int y, int x, int count, int right, std::uint32_t style)
{
    Row &row = this->row(y);
    count = std::min(count, right - x);
    if (count <= 0)
        return;
    touch(row);
    cut(row, x);
    cut(row, x + count);
    cut(row, right);
    if (right == m_columns) {
        row.wrapped = false;
        if (row.fill == style) {
            if (row.used > x + count) {
                std::copy(row.cells + x + count, row.cells + row.used, row.cells + x);
                row.used = std::uint16_t(row.used - count);
            } else {
                row.used = std::uint16_t(std::min<int>(row.used, x));
            }
            return;
        }
    }
    extend(row, right);
    std::copy(row.cells + x + count, row.cells + right, row.cells + x);
    std::fill(row.cells + right - count, row.cells + right, blank(style));
}

void Screen::scrollUp(int top, int bottom, int count, std::uint32_t style)
{
    count = std::min(count, bottom - top);
    const auto first = m_order.begin() + top;
    const auto last = m_order.begin() + bottom;
    if (count == 1) {
        const std::uint16_t moved = *first;
        std::copy(first + 1, last, first);
        *(last - 1) = moved;
    } else {
        std::rotate(first, first + count, last);
    }
    for (int y = bottom - count; y < bottom; ++y)
        clear(row(y), style);
}

void Screen::scrollDown(int top, int bottom, int count, std::uint32_t style)
{
    count = std::min(count, bottom - top);
    const auto first = m_order.begin() + top;
    const auto last = m_order.begin() + bottom;
    std::rotate(first, last - count, last);
    for (int y = top; y < top + count; ++y)
        clear(row(y), style);
}

void Screen::scrollUp(int top, int bottom, int left, int right, int count, std::uint32_t style)
{
    count = std::min(count, bottom - top);
    for (int y = top; y < bottom; ++y) {
        Row &target = row(y);
        cut(target, left);
        cut(target, right);
    }
    for (int y = top; y < bottom - count; ++y) {
        Row &target = row(y);
        Row &source = row(y + count);
        extend(target, right);
        extend(source, right);
        std::copy(source.cells + left, source.cells + right, target.cells + left);
        touch(target);
    }
    for (int y = bottom - count; y < bottom; ++y)
        erase(y, left, right, style);
}

void Screen::scrollDown(int top, int bottom, int left, int right, int count, std::uint32_t style)
{
    count = std::min(count, bottom - top);
    for (int y = top; y < bottom; ++y) {
        Row &target = row(y);
        cut(target, left);
        cut(target, right);
    }
    for (int y = bottom - 1; y >= top + count; --y) {
        Row &target = row(y);
        Row &source = row(y - count);
        extend(target, right);
        extend(source, right);
        std::copy(source.cells + left, source.cells + right, target.cells + left);
        touch(target);
    }
    for (int y = top; y < top + count; ++y)
        erase(y, left, right, style);
}

void Screen::cutAt(Row &row, int columns)
{
    cut(row, columns);
    if (row.used > columns) {
        row.used = std::uint16_t(columns);
        row.wrapped = false;
    }
}

void Screen::resize(Size size, int dropTop, int addTop)
{
    const auto columns = std::size_t(size.columns);
    const auto rows = std::size_t(size.rows);
    std::vector<Cell> cells(columns * rows);
    std::vector<Row> fresh(rows);
    for (std::size_t y = 0; y < rows; ++y) {
        Row &target = fresh[y];
        target.cells = cells.data() + y * columns;
        target.version = m_epoch;
        const auto from = std::ptrdiff_t(y) - addTop + dropTop;
        if (std::ptrdiff_t(y) < addTop || from >= std::ptrdiff_t(m_order.size()))
            continue;
        Row &source = row(int(from));
        cutAt(source, size.columns);
        std::copy_n(source.cells, source.used, target.cells);
        target.fill = source.fill;
        target.used = source.used;
        target.wrapped = source.wrapped;
    }
    m_columns = size.columns;
    m_cells = std::move(cells);
    m_rows = std::move(fresh);
    m_order.resize(rows);
    std::iota(m_order.begin(), m_order.end(), std::uint16_t(0));
    touchAll();
}

void Screen::assign(int y, const std::vector<Cell> &cells, std::uint32_t fill, bool wrapped)
{
    Row &row = this->row(y);
    clear(row, fill);
    const auto count = std::min(int(cells.size()), m_columns);
    std::copy_n(cells.begin(), count, row.cells);
    row.used = std::uint16_t(count);
    row.wrapped = wrapped && int(cells.size()) <= m_columns;
    if (count > 0 && row.cells[count - 1].width() == Cell::Width::Wide) // its tail was cut off
        row.cells[count - 1] = blank(row.cells[count - 1].style());
}

std::string Screen::inconsistency() const
{
    std::vector<bool> seen(m_rows.size(), false);
    for (int y = 0; y < rows(); ++y) {
        const std::uint16_t number = m_order[std::size_t(y)];
        const auto where = [y](const char *what) {
            return "row " + std::to_string(y) + ": " + what;
        };
        if (number >= m_rows.size() || seen[number])
            return where("its memory is not its own");
        seen[number] = true;
        const Row &row = m_rows[number];
        if (row.cells != m_cells.data() + std::size_t(number) * std::size_t(m_columns))
            return where("its cells lie elsewhere");
        if (row.used > m_columns)
            return where("longer than the screen is wide");
        for (int x = 0; x < row.used; ++x) {
            const bool tail = row.cells[x].width() == Cell::Width::Tail;
            const bool afterWide = x > 0 && row.cells[x - 1].width() == Cell::Width::Wide;
            if (tail != afterWide)
                return where(tail ? "a tail without its head" : "a wide head without its tail");
            if (tail && row.cells[x].codePoint() != 0)
                return where("a tail with content");
        }
        if (row.used > 0 && row.cells[row.used - 1].width() == Cell::Width::Wide)
            return where("a wide head without its tail");
    }
    return {};
}

} // namespace Portolan::Terminal
