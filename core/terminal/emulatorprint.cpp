// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/terminal/emulator.h"
#include "core/terminal/unicodewidth.h"

#include <algorithm>

namespace Portolan::Terminal {

namespace {

constexpr char32_t ZeroWidthJoiner = 0x200D;
constexpr char32_t EmojiPresentation = 0xFE0F;
constexpr char32_t FirstRegionalIndicator = 0x1F1E6;
constexpr char32_t LastRegionalIndicator = 0x1F1FF;

// Special Graphics of the VT100, 0x5F to 0x7E.
constexpr char32_t DecGraphicsTable[] = {
    0x00A0, 0x25C6, 0x2592, 0x2409, 0x240C, 0x240D, 0x240A, 0x00B0, 0x00B1, 0x2424, 0x240B,
    0x2518, 0x2510, 0x250C, 0x2514, 0x253C, 0x23BA, 0x23BB, 0x2500, 0x23BC, 0x23BD, 0x251C,
    0x2524, 0x2534, 0x252C, 0x2502, 0x2264, 0x2265, 0x03C0, 0x2260, 0x00A3, 0x00B7};

bool isRegionalIndicator(char32_t code)
{
    return code >= FirstRegionalIndicator && code <= LastRegionalIndicator;
}

bool is(char32_t code, std::uint8_t bits)
{
    return (unicodeBits(code) & bits) != 0;
}

} // namespace

void Emulator::updatePlain()
{
    m_plain = m_charsets[m_gl] == Charset::Ascii && m_singleShift == 0 && !m_modes.insert;
}

char32_t Emulator::translate(char32_t codePoint)
{
    const std::size_t set = m_singleShift != 0 ? m_singleShift : m_gl;
    if (m_singleShift != 0) {
        m_singleShift = 0;
        updatePlain();
    }
    if (codePoint > 0x7E)
        return codePoint;
    switch (m_charsets[set]) {
    case Charset::DecGraphics:
        return codePoint >= 0x5F ? DecGraphicsTable[codePoint - 0x5F] : codePoint;
    case Charset::British:
        return codePoint == '#' ? 0x00A3 : codePoint;
    case Charset::Ascii:
        break;
    }
    return codePoint;
}

void Emulator::wrap()
{
    if (rightLimit() == m_screen->columns()) {
        Row &row = m_screen->row(m_row);
        row.wrapped = true;
        m_screen->touch(row);
    }
    m_column = m_column >= leftLimit() ? leftLimit() : 0;
    lineFeed();
}

// Makes room for a character: a wrap that is due, and a wide character that would be cut in half.
// False where it cannot be shown at all.
bool Emulator::prepare(int width)
{
    if (m_pendingWrap) {
        if (m_modes.autowrap)
            wrap();
        else
            m_pendingWrap = false;
    }
    const int limit = rightLimit();
    if (m_column + width > limit) {
        if (m_modes.autowrap) {
            m_screen->erase(m_row, m_column, limit, blankStyle());
            wrap();
        } else {
            m_column = limit - width;
        }
    }
    return m_column >= 0 && m_column + width <= m_screen->columns();
}

void Emulator::putCell(Cell cell, int width)
{
    if (!prepare(width))
        return;
    const int limit = rightLimit();
    if (m_modes.insert)
        m_screen->insertCells(m_row, m_column, width, limit, blankStyle());
    Row &row = m_screen->row(m_row);
    const int end = m_column + width;
    m_screen->extend(row, m_column);
    m_screen->cut(row, m_column);
    m_screen->cut(row, end);
    row.cells[m_column] = cell;
    if (width == 2)
        row.cells[m_column + 1] = Cell(0, Cell::Width::Tail, cell.style());
    row.used = std::uint16_t(std::max<int>(row.used, end));
    row.version = m_epoch;
    m_column = end;
    if (m_column >= limit) {
        m_column = limit - 1;
        m_pendingWrap = true;
        row.wrapped = false;
    }
}

void Emulator::ascii(const std::uint8_t *bytes, std::size_t count)
{
    while (!m_plain && count > 0) {
        put(translate(*bytes));
        ++bytes;
        --count;
    }
    if (count == 0)
        return;
    m_lastPrinted = bytes[count - 1];
    const std::uint32_t style = penStyle();
    while (count > 0) {
        if (m_pendingWrap) {
            if (m_modes.autowrap) {
                wrap();
            } else { // all that is left lands on the last column
                m_pendingWrap = false;
                bytes += count - 1;
                count = 1;
            }
        }
        const int limit = rightLimit();
        const int run = int(std::min<std::size_t>(count, std::size_t(limit - m_column)));
        Row &row = m_screen->row(m_row);
        m_screen->extend(row, m_column);
        m_screen->cut(row, m_column);
        m_screen->cut(row, m_column + run);
        Cell *const cells = row.cells + m_column;
        for (int i = 0; i < run; ++i)
            cells[i] = Cell(bytes[i], Cell::Width::Narrow, style);
        m_column += run;
        row.used = std::uint16_t(std::max<int>(row.used, m_column));
        row.version = m_epoch;
        if (m_column == limit) {
            --m_column;
            m_pendingWrap = true;
            row.wrapped = false;
        }
        bytes += run;
        count -= std::size_t(run);
    }
}

void Emulator::text(const char32_t *codePoints, std::size_t count)
{
    using namespace UnicodeBits;
    const std::uint8_t special =
        Strip | Pictograph | Joins | (m_ambiguousWide ? Ambiguous : std::uint8_t(0));
    for (std::size_t i = 0; i < count;) {
        const int limit = rightLimit();
        const std::uint8_t firstBits = unicodeBits(codePoints[i]);
        if (!m_plain || m_pendingWrap || (firstBits & WidthMask) == 0 ||
            (firstBits & special) != 0 || m_column + (firstBits & WidthMask) > limit) {
            put(m_plain ? codePoints[i] : translate(codePoints[i]));
            ++i;
            continue;
        }
        // What needs no second look, up to the end of the row.
        const std::uint32_t style = penStyle();
        Row &row = m_screen->row(m_row);
        m_screen->extend(row, m_column);
        m_screen->cut(row, m_column);
        int x = m_column;
        for (; i < count; ++i) {
            const std::uint8_t bits = unicodeBits(codePoints[i]);
            const int width = bits & WidthMask;
            if (width == 0 || (bits & special) != 0 || x + width > limit)
                break;
            // The head goes over the tail where there is only one column: no branch on the width.
            row.cells[x + width - 1] = Cell(0, Cell::Width::Tail, style);
            row.cells[x] = Cell(codePoints[i], static_cast<Cell::Width>(width - 1), style);
            x += width;
        }
        m_lastPrinted = codePoints[i - 1];
        if (x < row.used && row.cells[x].width() == Cell::Width::Tail) // its head is gone
            row.cells[x] = Cell(0, Cell::Width::Narrow, row.cells[x].style());
        row.used = std::uint16_t(std::max<int>(row.used, x));
        row.version = m_epoch;
        m_column = x;
        if (x == limit) {
            --m_column;
            m_pendingWrap = true;
            row.wrapped = false;
        }
    }
}

void Emulator::put(char32_t codePoint)
{
    using namespace UnicodeBits;
    const std::uint8_t bits = unicodeBits(codePoint);
    const int width = bits & WidthMask;
    if (width == 0 || (bits & (Strip | Pictograph | Joins)) != 0 ||
        (m_ambiguousWide && (bits & Ambiguous) != 0)) {
        putSpecial(codePoint, bits);
        return;
    }
    m_lastPrinted = codePoint;
    putCell(Cell(codePoint, width == 2 ? Cell::Width::Wide : Cell::Width::Narrow, penStyle()),
            width);
}

// Marks, joiners, emoji sequences and what is never shown.
void Emulator::putSpecial(char32_t codePoint, std::uint8_t bits)
{
    using namespace UnicodeBits;
    if ((bits & Strip) != 0)
        return;
    int width = bits & WidthMask;
    if (width == 0 || (bits & (Pictograph | Joins)) != 0) {
        const Place place = previousCell();
        std::u32string before;
        if (place.found)
            before = contentOf(m_screen->row(place.row).cells[place.column]);
        if (width == 0) {
            if (place.found) {
                const bool emoji = codePoint == EmojiPresentation && before.size() == 1 &&
                                   is(before[0], EmojiStyle);
                join(place, codePoint, emoji);
            }
            return;
        }
        // UAX #29, GB11 to GB13: a pictograph after a joiner, a skin tone, the second half of a
        // flag.
        const bool pictographBefore = !before.empty() && is(before[0], Pictograph);
        const bool flag =
            isRegionalIndicator(codePoint) && before.size() == 1 && isRegionalIndicator(before[0]);
        const bool skinTone =
            (bits & Joins) != 0 && !isRegionalIndicator(codePoint) && pictographBefore;
        const bool joined =
            (bits & Pictograph) != 0 && pictographBefore && before.back() == ZeroWidthJoiner;
        if (flag || skinTone || joined) {
            join(place, codePoint, true);
            return;
        }
    }
    if (m_ambiguousWide && (bits & Ambiguous) != 0)
        width = 2;
    m_lastPrinted = codePoint;
    putCell(Cell(codePoint, width == 2 ? Cell::Width::Wide : Cell::Width::Narrow, penStyle()),
            width);
}

Emulator::Place Emulator::previousCell() const
{
    Place place{m_row, m_pendingWrap ? m_column : m_column - 1, false};
    if (place.column < 0) {
        if (m_row == 0 || !m_screen->row(m_row - 1).wrapped)
            return place;
        --place.row;
        place.column = m_screen->row(place.row).used - 1;
    }
    const Row &row = m_screen->row(place.row);
    if (place.column < 0 || place.column >= row.used)
        return place;
    if (row.cells[place.column].width() == Cell::Width::Tail)
        --place.column;
    place.found = true;
    return place;
}

std::u32string Emulator::contentOf(Cell cell) const
{
    if (cell.isCluster())
        return m_tables.clusters[cell.clusterNumber()];
    return std::u32string(1, cell.codePoint() == 0 ? U' ' : cell.codePoint());
}

void Emulator::join(Place place, char32_t codePoint, bool widen)
{
    Row &row = m_screen->row(place.row);
    const Cell cell = row.cells[place.column];
    std::u32string content = contentOf(cell);
    if (content.size() >= ClusterTable::MaxLength)
        return;
    content += codePoint;
    Cell::Width width = cell.width();
    // A character that becomes an emoji takes a second column when there is one right behind it.
    const bool grows = widen && width == Cell::Width::Narrow && place.row == m_row &&
                       !m_pendingWrap && place.column + 1 == m_column;
    if (grows) {
        const int limit = rightLimit();
        if (m_modes.insert)
            m_screen->insertCells(m_row, m_column, 1, limit, blankStyle());
        m_screen->extend(row, m_column);
        m_screen->cut(row, m_column);
        m_screen->cut(row, m_column + 1);
        row.cells[m_column] = Cell(0, Cell::Width::Tail, cell.style());
        row.used = std::uint16_t(std::max<int>(row.used, m_column + 1));
        width = Cell::Width::Wide;
        if (++m_column == limit) {
            --m_column;
            m_pendingWrap = true;
        }
    }
    row.cells[place.column] = Cell::cluster(m_tables.clusters.intern(content), width, cell.style());
    row.version = m_epoch;
}

void Emulator::repeat(int count)
{
    if (m_lastPrinted == 0)
        return;
    // Programs repeat within a row; a screenful for six bytes would be a way to keep us busy.
    count = std::min(count, m_screen->columns());
    while (count-- > 0)
        put(m_lastPrinted);
}

void Emulator::alignmentTest()
{
    m_top = 0;
    m_bottom = m_screen->rows();
    m_left = 0;
    m_right = m_screen->columns();
    moveTo(0, 0);
    for (int y = 0; y < m_screen->rows(); ++y) {
        Row &row = m_screen->row(y);
        m_screen->clear(row, 0);
        std::fill_n(row.cells, m_screen->columns(), Cell(U'E', Cell::Width::Narrow, 0));
        row.used = std::uint16_t(m_screen->columns());
    }
}

} // namespace Portolan::Terminal
