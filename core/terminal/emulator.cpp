// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/terminal/emulator.h"

#include <algorithm>
#include <utility>

namespace Portolan::Terminal {

namespace {

constexpr std::size_t CollectStyles = 16 * 1024;
constexpr std::size_t CollectClusters = 16 * 1024;
constexpr std::size_t CollectLinks = 4 * 1024;
constexpr std::size_t CollectLinkBytes = 1024 * 1024;
constexpr int TabWidth = 8;

Size bounded(Size size)
{
    return {std::clamp(size.columns, 2, Screen::MaxColumns),
            std::clamp(size.rows, 1, Screen::MaxRows)};
}

} // namespace

Emulator::Emulator(Size size, const Limits &limits)
    : m_limits(limits)
    , m_parser(*this, limits.oscBytes)
    , m_scrollback(limits.scrollbackBytes, limits.scrollbackLines)
    , m_primary(bounded(size))
    , m_alternate(bounded(size))
    , m_collectStylesAt(CollectStyles)
    , m_collectClustersAt(CollectClusters)
    , m_collectLinksAt(CollectLinks)
{
    m_bottom = m_screen->rows();
    m_right = m_screen->columns();
    resetTabs();
}

void Emulator::receive(std::string_view bytes)
{
    collectTables();
    // The bytes of a string are looked at as unsigned ones; that is what a char may be read as.
    m_parser.feed(reinterpret_cast<const std::uint8_t *>(bytes.data()), bytes.size());
}

void Emulator::nextEpoch()
{
    ++m_epoch;
    m_primary.setEpoch(m_epoch);
    m_alternate.setEpoch(m_epoch);
}

Cursor Emulator::cursor() const
{
    Cursor cursor;
    cursor.row = m_row;
    cursor.column = m_column;
    cursor.visible = m_modes.cursorVisible;
    cursor.blinking = m_modes.cursorBlinks;
    cursor.shape = m_cursorShape;
    return cursor;
}

std::uint32_t Emulator::blankStyle()
{
    // Erasing leaves the background of the moment ("bce" in terminfo) and nothing else.
    if (m_blankStyle == Unknown) {
        Style blank;
        blank.background = m_pen.background;
        m_blankStyle = blank == Style() ? 0 : m_tables.styles.intern(blank);
    }
    return m_blankStyle;
}

void Emulator::collectTables()
{
    if (m_tables.styles.size() < m_collectStylesAt &&
        m_tables.clusters.size() < m_collectClustersAt &&
        m_tables.links.size() < m_collectLinksAt && m_tables.links.bytes() < CollectLinkBytes)
        return;

    std::vector<bool> styles(m_tables.styles.size(), false);
    std::vector<bool> clusters(m_tables.clusters.size(), false);
    std::vector<bool> links(m_tables.links.size(), false);
    for (Screen *screen : {&m_primary, &m_alternate}) {
        for (int y = 0; y < screen->rows(); ++y) {
            const Row &row = screen->row(y);
            styles[row.fill] = true;
            for (int x = 0; x < row.used; ++x) {
                styles[row.cells[x].style()] = true;
                if (row.cells[x].isCluster())
                    clusters[row.cells[x].clusterNumber()] = true;
            }
        }
    }
    for (std::size_t number = 0; number < styles.size(); ++number)
        if (styles[number])
            links[m_tables.styles[std::uint32_t(number)].link] = true;
    for (const Style *pen : {&m_pen, &m_savedPrimary.pen, &m_savedAlternate.pen})
        links[pen->link] = true;

    const std::vector<std::uint32_t> newLinks = m_tables.links.collect(links);
    const std::vector<std::uint32_t> newStyles = m_tables.styles.collect(styles, newLinks);
    const std::vector<std::uint32_t> newClusters = m_tables.clusters.collect(clusters);
    for (Screen *screen : {&m_primary, &m_alternate}) {
        for (int y = 0; y < screen->rows(); ++y) {
            Row &row = screen->row(y);
            row.fill = newStyles[row.fill];
            for (int x = 0; x < row.used; ++x) {
                const Cell cell = row.cells[x];
                const std::uint32_t style = newStyles[cell.style()];
                row.cells[x] = cell.isCluster() ? Cell::cluster(newClusters[cell.clusterNumber()],
                                                                cell.width(), style)
                                                : Cell(cell.codePoint(), cell.width(), style);
            }
        }
        screen->touchAll();
    }
    for (Style *pen : {&m_pen, &m_savedPrimary.pen, &m_savedAlternate.pen})
        pen->link = newLinks[pen->link];
    penChanged();
    ++m_tables.generation;
    // Far enough away that a screen full of different styles does not collect all the time.
    m_collectStylesAt = std::max(CollectStyles, m_tables.styles.size() * 4);
    m_collectClustersAt = std::max(CollectClusters, m_tables.clusters.size() * 4);
    m_collectLinksAt = std::max(CollectLinks, m_tables.links.size() * 4);
}

void Emulator::setDefaultColors(Color foreground, Color background)
{
    m_defaultForeground = foreground;
    m_defaultBackground = background;
}

void Emulator::reset()
{
    if (m_screen == &m_alternate)
        showAlternate(false);
    m_parser.reset();
    m_modes = {};
    m_input = {};
    m_pen = {};
    penChanged();
    m_charsets = {};
    m_gl = 0;
    m_singleShift = 0;
    m_lastPrinted = 0;
    m_cursorShape = CursorShape::Block;
    m_savedPrimary = {};
    m_savedAlternate = {};
    m_savedModes = {};
    m_titles.clear();
    m_top = 0;
    m_bottom = m_screen->rows();
    m_left = 0;
    m_right = m_screen->columns();
    resetTabs();
    for (Screen *screen : {&m_primary, &m_alternate})
        for (int y = 0; y < screen->rows(); ++y)
            screen->clear(screen->row(y), 0);
    moveTo(0, 0);
    updatePlain();
}

void Emulator::clearScrollback()
{
    m_scrollback.clear();
}

void Emulator::resize(Size wanted)
{
    const Size size = bounded(wanted);
    const Size old = this->size();
    if (size == old)
        return;

    // Each screen keeps the row of its cursor: blank rows below it go first, then rows at the top;
    // those of the primary screen go to the scrollback and come back when there is room again.
    for (Screen *screen : {&m_primary, &m_alternate}) {
        const bool primary = screen == &m_primary;
        const bool shown = screen == m_screen;
        SavedCursor &saved = primary ? m_savedPrimary : m_savedAlternate;
        int &row = shown ? m_row : saved.row;
        row = std::min(row, screen->rows() - 1);
        int dropTop = 0;
        int addTop = 0;
        if (size.rows < old.rows) {
            int below = 0;
            while (below < old.rows - size.rows && old.rows - 1 - below > row &&
                   screen->row(old.rows - 1 - below).used == 0)
                ++below;
            dropTop = std::min(old.rows - size.rows - below, row);
            if (primary)
                for (int y = 0; y < dropTop; ++y)
                    m_scrollback.push(screen->row(y), m_tables);
        } else if (primary) {
            addTop =
                int(std::min<std::size_t>(std::size_t(size.rows - old.rows), m_scrollback.lines()));
        }
        screen->resize(size, dropTop, addTop);
        Line line;
        for (int y = addTop - 1; y >= 0; --y)
            if (m_scrollback.pop(line, m_tables))
                screen->assign(y, line.cells, line.fill, line.wrapped);
        if (addTop > 0)
            m_historyVersion = HistoryVersion | m_epoch;
        row = std::clamp(row - dropTop + addTop, 0, size.rows - 1);
        if (shown) {
            m_pendingWrap = m_pendingWrap && m_column == size.columns - 1;
            m_column = std::min(m_column, size.columns - 1);
            // A saved cursor moves with the text it was saved at.
            saved.row += addTop - dropTop;
        }
        saved.row = std::clamp(saved.row, 0, size.rows - 1);
        saved.column = std::min(saved.column, size.columns - 1);
        saved.pendingWrap = false;
    }
    m_top = 0;
    m_bottom = size.rows;
    m_left = 0;
    m_right = size.columns;
    const auto oldColumns = std::size_t(old.columns);
    m_tabs.resize(std::size_t(size.columns));
    for (std::size_t x = oldColumns; x < m_tabs.size(); ++x)
        m_tabs[x] = x % TabWidth == 0;
}

void Emulator::resetTabs()
{
    m_tabs.assign(std::size_t(m_screen->columns()), false);
    for (std::size_t x = 0; x < m_tabs.size(); x += TabWidth)
        m_tabs[x] = true;
}

void Emulator::control(std::uint8_t code)
{
    switch (code) {
    case 0x07:
        ++bells;
        break;
    case 0x08:
        backspace();
        break;
    case 0x09:
        tabForward(1);
        break;
    case 0x0A: // LF, VT, FF
    case 0x0B:
    case 0x0C:
        lineFeed();
        if (m_input.newLine)
            carriageReturn();
        break;
    case 0x0D:
        carriageReturn();
        break;
    case 0x0E: // SO
        m_gl = 1;
        updatePlain();
        break;
    case 0x0F: // SI
        m_gl = 0;
        updatePlain();
        break;
    default:
        break;
    }
}

void Emulator::escape(const Sequence &sequence)
{
    if (sequence.intermediate >= '(' && sequence.intermediate <= '+') {
        Charset charset = Charset::Ascii; // what is not known is ASCII
        if (sequence.final == '0')
            charset = Charset::DecGraphics;
        else if (sequence.final == 'A')
            charset = Charset::British;
        m_charsets[std::size_t(sequence.intermediate - '(')] = charset;
        updatePlain();
        return;
    }
    if (sequence.intermediate == '#') {
        if (sequence.final == '8')
            alignmentTest();
        return;
    }
    if (sequence.intermediate != 0)
        return;
    switch (sequence.final) {
    case '6': // DECBI
        if (m_column == leftLimit() && insideMargins())
            insertColumns(1);
        else
            moveLeft(1);
        break;
    case '7':
        saveCursor();
        break;
    case '8':
        restoreCursor();
        break;
    case '9': // DECFI
        if (m_column == m_right - 1 && insideMargins()) {
            const int column = std::exchange(m_column, leftLimit());
            deleteColumns(1);
            m_column = column;
        } else {
            moveRight(1);
        }
        break;
    case '=':
        m_input.applicationKeypad = true;
        break;
    case '>':
        m_input.applicationKeypad = false;
        break;
    case 'D': // IND
        lineFeed();
        break;
    case 'E': // NEL
        lineFeed();
        carriageReturn();
        break;
    case 'H': // HTS
        m_tabs[std::size_t(m_column)] = true;
        break;
    case 'M': // RI
        reverseIndex();
        break;
    case 'N': // SS2
        m_singleShift = 2;
        updatePlain();
        break;
    case 'O': // SS3
        m_singleShift = 3;
        updatePlain();
        break;
    case 'c': // RIS
        reset();
        title.clear();
        break;
    case 'n': // LS2
        m_gl = 2;
        updatePlain();
        break;
    case 'o': // LS3
        m_gl = 3;
        updatePlain();
        break;
    default:
        break;
    }
}

bool Emulator::insideMargins() const
{
    return !m_modes.leftRightMargins || (m_column >= m_left && m_column < m_right);
}

void Emulator::moveTo(int row, int column)
{
    m_row = std::clamp(row, 0, m_screen->rows() - 1);
    m_column = std::clamp(column, 0, m_screen->columns() - 1);
    m_pendingWrap = false;
}

void Emulator::moveToAddressed(int row, int column)
{
    if (m_modes.origin) {
        m_row = std::clamp(row + m_top, m_top, m_bottom - 1);
        const int left = leftLimit();
        const int right = m_modes.leftRightMargins ? m_right : m_screen->columns();
        m_column = std::clamp(column + left, left, right - 1);
        m_pendingWrap = false;
    } else {
        moveTo(row, column);
    }
}

void Emulator::moveUp(int count)
{
    const int limit = m_row >= m_top ? m_top : 0;
    m_row = std::max(limit, m_row - count);
    m_pendingWrap = false;
}

void Emulator::moveDown(int count)
{
    const int limit = m_row < m_bottom ? m_bottom - 1 : m_screen->rows() - 1;
    m_row = std::min(limit, m_row + count);
    m_pendingWrap = false;
}

void Emulator::moveLeft(int count)
{
    const int left = m_column >= leftLimit() ? leftLimit() : 0;
    m_pendingWrap = false;
    if (!m_modes.reverseWrap || !m_modes.autowrap) {
        m_column = std::max(left, m_column - count);
        return;
    }
    // Reverse wrap (?45): from the left edge to the end of the row above, within the margins.
    const int right = m_modes.leftRightMargins ? m_right : m_screen->columns();
    count = std::min(count, m_screen->rows() * m_screen->columns());
    while (count > 0) {
        if (m_column - left >= count) {
            m_column -= count;
            return;
        }
        count -= m_column - left + 1;
        m_column = left;
        const int above = m_row == m_top ? m_bottom - 1 : m_row - 1;
        if (above < 0)
            return;
        m_row = above;
        m_column = right - 1;
    }
}

void Emulator::moveRight(int count)
{
    const int limit = rightLimit() - 1;
    m_column = std::min(limit, m_column + count);
    m_pendingWrap = false;
}

void Emulator::backspace()
{
    if (m_pendingWrap && m_modes.reverseWrap && m_modes.autowrap) {
        m_pendingWrap = false; // the wrap that was due is what goes back
        return;
    }
    moveLeft(1);
}

void Emulator::carriageReturn()
{
    m_column = m_column >= leftLimit() || m_modes.origin ? leftLimit() : 0;
    m_pendingWrap = false;
}

void Emulator::lineFeed()
{
    m_pendingWrap = false;
    if (m_row == m_bottom - 1) {
        if (insideMargins())
            scrollUp(1);
    } else if (m_row < m_screen->rows() - 1) {
        ++m_row;
    }
}

void Emulator::reverseIndex()
{
    m_pendingWrap = false;
    if (m_row == m_top) {
        if (insideMargins())
            scrollDown(1);
    } else if (m_row > 0) {
        --m_row;
    }
}

void Emulator::tabForward(int count)
{
    const int limit = rightLimit() - 1;
    while (count-- > 0 && m_column < limit) {
        do
            ++m_column;
        while (m_column < limit && !m_tabs[std::size_t(m_column)]);
    }
}

void Emulator::tabBackward(int count)
{
    const int limit = m_modes.origin ? leftLimit() : 0;
    m_pendingWrap = false;
    while (count-- > 0 && m_column > limit) {
        do
            --m_column;
        while (m_column > limit && !m_tabs[std::size_t(m_column)]);
    }
}

void Emulator::scrollUp(int count)
{
    count = std::clamp(count, 0, m_bottom - m_top);
    if (count == 0)
        return;
    const std::uint32_t blank = blankStyle();
    if (m_modes.leftRightMargins && (m_left > 0 || m_right < m_screen->columns())) {
        m_screen->scrollUp(m_top, m_bottom, m_left, m_right, count, blank);
        return;
    }
    // What leaves at the top of the primary screen is history, also above a fixed last line.
    const bool kept = m_screen == &m_primary && m_top == 0;
    if (kept)
        for (int y = 0; y < count; ++y)
            m_scrollback.push(m_screen->row(y), m_tables);
    m_screen->scrollUp(m_top, m_bottom, count, blank);
    if (!kept || m_bottom != m_screen->rows())
        m_screen->touchAll(); // rows changed their line numbers, or lines their rows
}

void Emulator::scrollDown(int count)
{
    count = std::clamp(count, 0, m_bottom - m_top);
    if (count == 0)
        return;
    if (m_modes.leftRightMargins && (m_left > 0 || m_right < m_screen->columns()))
        m_screen->scrollDown(m_top, m_bottom, m_left, m_right, count, blankStyle());
    else
        m_screen->scrollDown(m_top, m_bottom, count, blankStyle());
    m_screen->touchAll();
}

void Emulator::saveCursor()
{
    SavedCursor &saved = m_screen == &m_primary ? m_savedPrimary : m_savedAlternate;
    saved = {m_row, m_column, m_pendingWrap, m_modes.origin, m_pen, m_charsets, m_gl};
}

void Emulator::restoreCursor()
{
    const SavedCursor &saved = m_screen == &m_primary ? m_savedPrimary : m_savedAlternate;
    moveTo(saved.row, saved.column);
    m_pendingWrap = saved.pendingWrap;
    m_modes.origin = saved.origin;
    m_pen = saved.pen;
    penChanged();
    m_charsets = saved.charsets;
    m_gl = saved.gl;
    updatePlain();
}

std::string Emulator::inconsistency() const
{
    for (const Screen *screen : {&m_primary, &m_alternate}) {
        if (std::string what = screen->inconsistency(); !what.empty())
            return what;
        if (screen->columns() != m_screen->columns() || screen->rows() != m_screen->rows())
            return "the screens differ in size";
        for (int y = 0; y < screen->rows(); ++y) {
            const Row &row = screen->row(y);
            if (row.fill >= m_tables.styles.size())
                return "a row is filled in a style that does not exist";
            for (int x = 0; x < row.used; ++x) {
                const Cell cell = row.cells[x];
                if (cell.style() >= m_tables.styles.size())
                    return "a cell has a style that does not exist";
                if (cell.isCluster() && cell.clusterNumber() >= m_tables.clusters.size())
                    return "a cell has a cluster that does not exist";
            }
        }
    }
    for (const Style &style : m_tables.styles.all())
        if (style.link >= m_tables.links.size())
            return "a style has a link that does not exist";
    const int columns = m_screen->columns();
    const int rows = m_screen->rows();
    if (m_row < 0 || m_row >= rows || m_column < 0 || m_column >= columns)
        return "the cursor is outside the screen";
    if (m_top < 0 || m_top >= m_bottom || m_bottom > rows)
        return "the margins are wrong";
    if (m_left < 0 || m_left >= m_right || m_right > columns)
        return "the side margins are wrong";
    if (m_tabs.size() != std::size_t(columns))
        return "the tab stops do not fit the width";
    if (title.size() > m_limits.titleBytes || workingDirectory.size() > LinkTable::MaxTarget ||
        replies.size() > MaxReplies || clipboardRequests.size() > MaxClipboardRequests ||
        m_titles.size() > MaxTitles)
        return "a bounded text is too long";
    if (m_pen.link >= m_tables.links.size() || m_savedPrimary.pen.link >= m_tables.links.size() ||
        m_savedAlternate.pen.link >= m_tables.links.size())
        return "a pen has a link that does not exist";
    return m_scrollback.inconsistency();
}

} // namespace Portolan::Terminal
