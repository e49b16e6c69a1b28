// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/terminal/emulator.h"

#include <algorithm>

namespace Portolan::Terminal {

namespace {

// One number for prefix, intermediate and final byte, so that one switch tells all sequences.
constexpr std::uint32_t sequenceKey(std::uint8_t prefix, std::uint8_t intermediate,
                                    std::uint8_t final)
{
    return std::uint32_t(prefix) << 16 | std::uint32_t(intermediate) << 8 | final;
}

} // namespace

void Emulator::controlSequence(const Sequence &sequence)
{
    const Parameters &p = sequence.parameters;
    if (sequence.prefix != 0 || sequence.intermediate != 0) {
        privateSequence(sequence);
        return;
    }
    switch (sequence.final) {
    case '@': // ICH
        if (insideMargins()) {
            m_screen->insertCells(m_row, m_column, p.positive(0), rightLimit(), blankStyle());
            m_pendingWrap = false;
        }
        break;
    case 'A': // CUU
        moveUp(p.positive(0));
        break;
    case 'B': // CUD
    case 'e': // VPR
        moveDown(p.positive(0));
        break;
    case 'C': // CUF
    case 'a': // HPR
        moveRight(p.positive(0));
        break;
    case 'D': // CUB
        moveLeft(p.positive(0));
        break;
    case 'E': // CNL
        moveDown(p.positive(0));
        carriageReturn();
        break;
    case 'F': // CPL
        moveUp(p.positive(0));
        carriageReturn();
        break;
    case 'G': // CHA
    case '`': // HPA
        moveToAddressed(m_modes.origin ? m_row - m_top : m_row, p.positive(0) - 1);
        break;
    case 'H': // CUP
    case 'f': // HVP
        moveToAddressed(p.positive(0) - 1, p.positive(1) - 1);
        break;
    case 'I': // CHT
        tabForward(p.positive(0));
        break;
    case 'J': // ED
        eraseInDisplay(p.value(0, 0), false);
        break;
    case 'K': // EL
        eraseInLine(p.value(0, 0), false);
        break;
    case 'L': // IL
        insertLines(p.positive(0));
        break;
    case 'M': // DL
        deleteLines(p.positive(0));
        break;
    case 'P': // DCH
        if (insideMargins()) {
            m_screen->deleteCells(m_row, m_column, p.positive(0), rightLimit(), blankStyle());
            m_pendingWrap = false;
        }
        break;
    case 'S': // SU
        scrollUp(p.positive(0));
        break;
    case 'T': // SD; with more parameters it is xterm's highlight tracking, which is not done
        if (p.count() <= 1)
            scrollDown(p.positive(0));
        break;
    case '^': // SD of ECMA-48
        scrollDown(p.positive(0));
        break;
    case 'X': // ECH
        eraseCells(m_row, m_column, std::min(m_screen->columns(), m_column + p.positive(0)), false);
        m_pendingWrap = false;
        break;
    case 'Z': // CBT
        tabBackward(p.positive(0));
        break;
    case 'b': // REP
        repeat(p.positive(0));
        break;
    case 'c': // DA1: a VT420 with side margins (21) and colour (22)
        if (p.value(0, 0) == 0)
            replyControl("?64;1;6;21;22c");
        break;
    case 'd': // VPA
        moveToAddressed(p.positive(0) - 1, m_modes.origin ? m_column - leftLimit() : m_column);
        break;
    case 'g': // TBC
        if (p.value(0, 0) == 0)
            m_tabs[std::size_t(m_column)] = false;
        else if (p.value(0, 0) == 3)
            m_tabs.assign(m_tabs.size(), false);
        break;
    case 'h': // SM
    case 'l': // RM
        for (int i = 0; i < p.count(); ++i)
            setAnsiMode(p.value(i, 0), sequence.final == 'h');
        break;
    case 'm': // SGR
        selectGraphicRendition(p);
        break;
    case 'n': // DSR
        if (p.value(0, 0) == 5) {
            replyControl("0n");
        } else if (p.value(0, 0) == 6) { // CPR
            reportPosition("");
        }
        break;
    case 'r': // DECSTBM
        setMargins(p.positive(0) - 1, p.value(1, 0));
        break;
    case 's': // SCOSC, or DECSLRM while DECLRMM is on
        if (m_modes.leftRightMargins)
            setSideMargins(p.positive(0) - 1, p.value(1, 0));
        else if (p.count() == 0)
            saveCursor();
        break;
    case 't': // XTWINOPS
        windowOperation(p);
        break;
    case 'u': // SCORC
        restoreCursor();
        break;
    default:
        break;
    }
}

void Emulator::privateSequence(const Sequence &sequence)
{
    const Parameters &p = sequence.parameters;
    switch (sequenceKey(sequence.prefix, sequence.intermediate, sequence.final)) {
    case sequenceKey('?', 0, 'h'): // DECSET
    case sequenceKey('?', 0, 'l'): // DECRST
        for (int i = 0; i < p.count(); ++i)
            setPrivateMode(p.value(i, 0), sequence.final == 'h');
        break;
    case sequenceKey('?', 0, 's'): // XTSAVE
        saveModes(p);
        break;
    case sequenceKey('?', 0, 'r'): // XTRESTORE
        restoreModes(p);
        break;
    case sequenceKey('?', 0, 'J'): // DECSED
        eraseInDisplay(p.value(0, 0), true);
        break;
    case sequenceKey('?', 0, 'K'): // DECSEL
        eraseInLine(p.value(0, 0), true);
        break;
    case sequenceKey('?', 0, 'n'): // DECXCPR
        if (p.value(0, 0) == 6)
            reportPosition("?");
        break;
    case sequenceKey('?', 0, 'W'): // DECST8C
        if (p.value(0, 0) == 5)
            resetTabs();
        break;
    case sequenceKey(0, '!', 'p'): // DECSTR
        softReset();
        break;
    case sequenceKey(0, '"', 'q'): { // DECSCA
        const int what = p.value(0, 0);
        if (what == 1)
            m_pen.attributes |= Attribute::Protected;
        else if (what == 0 || what == 2)
            m_pen.attributes = std::uint16_t(m_pen.attributes & ~Attribute::Protected);
        penChanged();
        break;
    }
    case sequenceKey(0, ' ', 'q'): // DECSCUSR
        setCursorStyle(p.value(0, 0));
        break;
    case sequenceKey(0, '\'', '}'): // DECIC
        insertColumns(p.positive(0));
        break;
    case sequenceKey(0, '\'', '~'): // DECDC
        deleteColumns(p.positive(0));
        break;
    case sequenceKey(0, '$', 'p'): // DECRQM
        reportMode(p.value(0, 0), false);
        break;
    case sequenceKey('?', '$', 'p'):
        reportMode(p.value(0, 0), true);
        break;
    case sequenceKey('>', 0, 'c'): // DA2: vim asks for SGR mouse reports from xterm 277 on
        if (p.value(0, 0) == 0)
            replyControl(">1;277;0c");
        break;
    case sequenceKey('=', 0, 'c'): // DA3
        if (p.value(0, 0) == 0)
            reply("\x1bP!|50525450\x1b\\");
        break;
    case sequenceKey('>', 0, 'q'): // XTVERSION
        if (p.value(0, 0) == 0)
            reply("\x1bP>|Portolan(" PORTOLAN_VERSION ")\x1b\\");
        break;
    case sequenceKey('>', 0, 'm'): // XTMODKEYS
        if (p.count() == 0)
            m_input.modifyOtherKeys = 0;
        else if (p.value(0, 0) == 4)
            m_input.modifyOtherKeys = std::uint8_t(std::clamp(p.value(1, 0), 0, 2));
        break;
    case sequenceKey('>', 0, 'n'):
        if (p.value(0, 0) == 4)
            m_input.modifyOtherKeys = 0;
        break;
    default:
        break;
    }
}

void Emulator::eraseCells(int y, int first, int last, bool selective)
{
    if (!selective) {
        m_screen->erase(y, first, last, blankStyle());
        return;
    }
    // DECSCA: what was written as protected stays, and so does every cell's rendition.
    Row &row = m_screen->row(y);
    for (int x = first; x < last && x < row.used; ++x) {
        const Cell cell = row.cells[x];
        if ((m_tables.styles[cell.style()].attributes & Attribute::Protected) != 0)
            continue;
        m_screen->cut(row, x);
        m_screen->cut(row, x + 1);
        row.cells[x] = Cell(0, Cell::Width::Narrow, cell.style());
    }
    m_screen->touch(row);
}

void Emulator::eraseInLine(int what, bool selective)
{
    m_pendingWrap = false;
    if (what == 0)
        eraseCells(m_row, m_column, m_screen->columns(), selective);
    else if (what == 1)
        eraseCells(m_row, 0, m_column + 1, selective);
    else if (what == 2)
        eraseCells(m_row, 0, m_screen->columns(), selective);
}

void Emulator::eraseInDisplay(int what, bool selective)
{
    const int columns = m_screen->columns();
    int first = 0;
    int last = m_screen->rows();
    switch (what) {
    case 0:
        eraseInLine(0, selective);
        first = m_row + 1;
        break;
    case 1:
        eraseInLine(1, selective);
        last = m_row;
        break;
    case 2:
        m_pendingWrap = false;
        break;
    case 3: // the scrollback alone (xterm)
        if (!selective)
            clearScrollback();
        return;
    default:
        return;
    }
    for (int y = first; y < last; ++y)
        eraseCells(y, 0, columns, selective);
}

void Emulator::insertLines(int count)
{
    if (m_row < m_top || m_row >= m_bottom || !insideMargins())
        return;
    if (m_modes.leftRightMargins)
        m_screen->scrollDown(m_row, m_bottom, m_left, m_right, count, blankStyle());
    else
        m_screen->scrollDown(m_row, m_bottom, count, blankStyle());
    m_screen->touchAll();
    carriageReturn();
}

void Emulator::deleteLines(int count)
{
    if (m_row < m_top || m_row >= m_bottom || !insideMargins())
        return;
    if (m_modes.leftRightMargins)
        m_screen->scrollUp(m_row, m_bottom, m_left, m_right, count, blankStyle());
    else
        m_screen->scrollUp(m_row, m_bottom, count, blankStyle());
    m_screen->touchAll();
    carriageReturn();
}

void Emulator::insertColumns(int count)
{
    if (m_row < m_top || m_row >= m_bottom || !insideMargins())
        return;
    const int right = m_modes.leftRightMargins ? m_right : m_screen->columns();
    for (int y = m_top; y < m_bottom; ++y)
        m_screen->insertCells(y, m_column, count, right, blankStyle());
    m_pendingWrap = false;
}

void Emulator::deleteColumns(int count)
{
    if (m_row < m_top || m_row >= m_bottom || !insideMargins())
        return;
    const int right = m_modes.leftRightMargins ? m_right : m_screen->columns();
    for (int y = m_top; y < m_bottom; ++y)
        m_screen->deleteCells(y, m_column, count, right, blankStyle());
    m_pendingWrap = false;
}

void Emulator::setMargins(int top, int bottom)
{
    if (bottom == 0 || bottom > m_screen->rows())
        bottom = m_screen->rows();
    if (top + 1 >= bottom)
        return;
    m_top = top;
    m_bottom = bottom;
    moveToAddressed(0, 0);
}

void Emulator::setSideMargins(int left, int right)
{
    if (right == 0 || right > m_screen->columns())
        right = m_screen->columns();
    if (left + 1 >= right)
        return;
    m_left = left;
    m_right = right;
    moveToAddressed(0, 0);
}

void Emulator::softReset()
{
    m_modes.cursorVisible = true;
    m_modes.origin = false;
    m_modes.insert = false;
    m_modes.autowrap = true;
    m_modes.reverseWrap = false;
    m_modes.leftRightMargins = false;
    m_input.applicationCursorKeys = false;
    m_input.applicationKeypad = false;
    m_input.modifyOtherKeys = 0;
    m_top = 0;
    m_bottom = m_screen->rows();
    m_left = 0;
    m_right = m_screen->columns();
    m_pen = {};
    penChanged();
    m_charsets = {};
    m_gl = 0;
    m_singleShift = 0;
    m_pendingWrap = false;
    (m_screen == &m_primary ? m_savedPrimary : m_savedAlternate) = {};
    setCursorStyle(0);
    updatePlain();
}

void Emulator::setCursorStyle(int style)
{
    if (style < 0 || style > 6)
        return;
    constexpr CursorShape shapes[] = {CursorShape::Block, CursorShape::Underline, CursorShape::Bar};
    m_cursorShape = shapes[style == 0 ? 0 : (style - 1) / 2];
    m_modes.cursorBlinks = style == 0 || style % 2 == 1;
}

void Emulator::windowOperation(const Parameters &p)
{
    switch (p.value(0, 0)) {
    case 18: // the size of the text area; the other reports tell more than a peer needs
        reportNumbers("8;", m_screen->rows(), m_screen->columns(), "t");
        break;
    case 22: // the title goes on a stack and comes back; nothing is told
        if (p.value(1, 0) != 1 && m_titles.size() < MaxTitles)
            m_titles.push_back(title);
        break;
    case 23:
        if (p.value(1, 0) != 1 && !m_titles.empty()) {
            title = m_titles.back();
            m_titles.pop_back();
        }
        break;
    default:
        break;
    }
}

} // namespace Portolan::Terminal
