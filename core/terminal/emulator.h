// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/terminal/inputmodes.h"
#include "core/terminal/parser.h"
#include "core/terminal/screen.h"
#include "core/terminal/scrollback.h"
#include "core/terminal/tables.h"
#include "core/terminal/terminal.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace Portolan::Terminal {

// The terminal itself, without locks and clocks: what control functions do to two screens, the
// scrollback and the modes. Terminal owns one and guards it. One thread at a time.
//
// Never writes anything by itself: replies gather in `replies` until the owner takes them, at most
// MaxReplies bytes (what a peer asks beyond that in one slice goes unanswered).
class Emulator final : public ParserEvents
{
public:
    static constexpr std::size_t MaxReplies = 64 * 1024;
    static constexpr std::size_t MaxClipboardRequests = 8;
    static constexpr std::size_t MaxTitles = 8; // on the title stack

    Emulator(Size size, const Limits &limits);

    void receive(std::string_view bytes);
    void resize(Size size);
    void reset();
    void clearScrollback();

    [[nodiscard]] Screen &screen() { return *m_screen; }
    [[nodiscard]] const Screen &screen() const { return *m_screen; }
    [[nodiscard]] Size size() const { return {m_screen->columns(), m_screen->rows()}; }
    [[nodiscard]] const Scrollback &scrollback() const { return m_scrollback; }
    [[nodiscard]] std::int64_t screenLine() const { return m_scrollback.endLine(); }
    // Of every line in the scrollback; no row of a screen has such a version.
    [[nodiscard]] std::uint64_t historyVersion() const { return m_historyVersion; }
    [[nodiscard]] Tables &tables() { return m_tables; }
    [[nodiscard]] Cursor cursor() const;
    [[nodiscard]] const InputModes &inputModes() const { return m_input; }
    [[nodiscard]] bool reverseVideo() const { return m_modes.reverseVideo; }
    [[nodiscard]] bool synchronized() const { return m_modes.synchronized; }
    // How many updates were begun so far.
    [[nodiscard]] std::uint64_t synchronizedUpdates() const { return m_synchronizedUpdates; }
    void endSynchronized() { m_modes.synchronized = false; }

    // A version that nothing has yet; what changes from now on is stamped with it.
    void nextEpoch();
    // Forgets styles, clusters and links that nothing shows, when there are many.
    void collectTables();

    void setAmbiguousWide(bool wide) { m_ambiguousWide = wide; }
    void setDefaultColors(Color foreground, Color background);

    std::string title;
    std::string workingDirectory;
    std::uint64_t bells = 0;
    std::string replies;
    std::vector<Terminal::ClipboardRequest> clipboardRequests;

    [[nodiscard]] std::string inconsistency() const;

private:
    enum class Charset : std::uint8_t { Ascii, British, DecGraphics };

    struct Modes
    {
        bool autowrap = true;           // DECAWM, ?7
        bool origin = false;            // DECOM, ?6
        bool insert = false;            // IRM, 4
        bool localEcho = false;         // SRM, 12 reset; kept for DECRQM only
        bool reverseVideo = false;      // DECSCNM, ?5
        bool reverseWrap = false;       // ?45
        bool leftRightMargins = false;  // DECLRMM, ?69
        bool allowColumnChange = false; // ?40
        bool wideColumns = false;       // DECCOLM, ?3
        bool synchronized = false;      // ?2026
        bool cursorVisible = true;      // DECTCEM, ?25
        bool cursorBlinks = true;       // ?12
    };

    struct SavedCursor
    {
        int row = 0;
        int column = 0;
        bool pendingWrap = false;
        bool origin = false;
        Style pen;
        std::array<Charset, 4> charsets{};
        std::uint8_t gl = 0;
    };

    // ParserEvents
    void ascii(const std::uint8_t *bytes, std::size_t count) override;
    void text(const char32_t *codePoints, std::size_t count) override;
    void control(std::uint8_t code) override;
    void escape(const Sequence &sequence) override;
    void controlSequence(const Sequence &sequence) override;
    void operatingSystemCommand(std::string_view data) override;
    void deviceControl(const Sequence &sequence, std::string_view data) override;

    // Printing
    void put(char32_t codePoint);
    void putSpecial(char32_t codePoint, std::uint8_t bits);
    void putCell(Cell cell, int width);
    void wrap();
    bool prepare(int width);
    struct Place
    {
        int row = 0;
        int column = 0;
        bool found = false;
    };
    [[nodiscard]] Place previousCell() const;
    void join(Place place, char32_t codePoint, bool widen);
    [[nodiscard]] std::u32string contentOf(Cell cell) const;
    [[nodiscard]] char32_t translate(char32_t codePoint);
    void updatePlain();
    [[nodiscard]] std::uint32_t penStyle()
    {
        if (m_penStyle == Unknown)
            m_penStyle = m_pen == Style() ? 0 : m_tables.styles.intern(m_pen);
        return m_penStyle;
    }
    [[nodiscard]] std::uint32_t blankStyle();
    void penChanged() { m_penStyle = m_blankStyle = Unknown; }

    // Movement
    [[nodiscard]] bool insideMargins() const;
    [[nodiscard]] int leftLimit() const { return m_modes.leftRightMargins ? m_left : 0; }
    [[nodiscard]] int rightLimit() const // one past the last column that is written before a wrap
    {
        return m_modes.leftRightMargins && m_column < m_right ? m_right : m_screen->columns();
    }
    void moveTo(int row, int column);          // absolute
    void moveToAddressed(int row, int column); // as origin mode counts
    void moveUp(int count);
    void moveDown(int count);
    void moveLeft(int count);
    void moveRight(int count);
    void backspace();
    void carriageReturn();
    void lineFeed();
    void reverseIndex();
    void tabForward(int count);
    void tabBackward(int count);
    void resetTabs();
    void scrollUp(int count);
    void scrollDown(int count);

    // Control functions
    void selectGraphicRendition(const Parameters &parameters);
    [[nodiscard]] static int extendedColor(const Parameters &parameters, int index, Color &color);
    void eraseInDisplay(int what, bool selective);
    void eraseInLine(int what, bool selective);
    void eraseCells(int row, int first, int last, bool selective);
    void insertLines(int count);
    void deleteLines(int count);
    void insertColumns(int count);
    void deleteColumns(int count);
    void repeat(int count);
    void alignmentTest();
    void setMargins(int top, int bottom);
    void setSideMargins(int left, int right);
    void saveCursor();
    void restoreCursor();
    void softReset();
    void windowOperation(const Parameters &parameters);
    void setCursorStyle(int style);
    void privateSequence(const Sequence &sequence);

    // Modes
    void setAnsiMode(int mode, bool on);
    void setPrivateMode(int mode, bool on);
    [[nodiscard]] int stateOfPrivateMode(int mode) const; // as DECRPM tells it
    [[nodiscard]] int stateOfAnsiMode(int mode) const;
    void setMouse(MouseTracking tracking, bool on);
    void showAlternate(bool alternate);
    void saveModes(const Parameters &parameters);
    void restoreModes(const Parameters &parameters);

    // Strings and replies
    void reply(std::string_view bytes);
    void replyControl(std::string_view body); // with CSI in front
    void reportNumbers(std::string_view prefix, int first, int second, std::string_view final);
    void reportPosition(std::string_view prefix);
    void reportMode(int mode, bool isPrivate);
    void reportSetting(std::string_view setting);
    void reportColor(int number, Color color);
    [[nodiscard]] std::string renditionReport() const;
    void setTitle(std::string_view text);
    void setLink(std::string_view data);
    void setClipboard(std::string_view data);

    static constexpr std::uint32_t Unknown = ~0U;
    static constexpr std::uint64_t HistoryVersion = std::uint64_t(1) << 63;

    const Limits m_limits;
    Parser m_parser;
    Tables m_tables;
    Scrollback m_scrollback;
    Screen m_primary;
    Screen m_alternate;
    Screen *m_screen = &m_primary;
    std::uint64_t m_epoch = 1;
    std::uint64_t m_historyVersion = HistoryVersion;
    std::size_t m_collectStylesAt;
    std::size_t m_collectClustersAt;
    std::size_t m_collectLinksAt;

    int m_row = 0;
    int m_column = 0;
    bool m_pendingWrap = false; // the last column was written; the next character wraps first
    int m_top = 0;              // margins, the last ones exclusive
    int m_bottom = 0;
    int m_left = 0;
    int m_right = 0;
    Style m_pen;
    std::uint32_t m_penStyle = 0;   // number of m_pen, or Unknown
    std::uint32_t m_blankStyle = 0; // of what erasing leaves: the pen's background
    bool m_plain = true;            // printing needs no charset and no insert mode
    bool m_ambiguousWide = false;
    std::array<Charset, 4> m_charsets{};
    std::uint8_t m_gl = 0;
    std::uint8_t m_singleShift = 0; // 2 or 3 for the next character
    char32_t m_lastPrinted = 0;     // for REP
    std::vector<bool> m_tabs;
    CursorShape m_cursorShape = CursorShape::Block;
    Modes m_modes;
    std::uint64_t m_synchronizedUpdates = 0;
    InputModes m_input;
    SavedCursor m_savedPrimary;
    SavedCursor m_savedAlternate;
    std::array<std::int8_t, 64> m_savedModes{}; // by index into the table of private modes
    std::vector<std::string> m_titles;
    Color m_defaultForeground; // as the view draws them, for OSC 10 and 11
    Color m_defaultBackground;
};

} // namespace Portolan::Terminal
