// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/terminal/emulator.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace Portolan::Terminal {

namespace {

// What XTSAVE keeps, in the order of m_savedModes.
constexpr std::array<int, 27> SavableModes = {1,    3,    5,    6,    7,    8,    9,    12,   25,
                                              40,   45,   47,   66,   67,   69,   1000, 1002, 1003,
                                              1004, 1006, 1007, 1047, 1048, 1049, 2004, 2026, 1005};

// As DECRPM tells them.
constexpr int NotRecognized = 0;
constexpr int Set = 1;
constexpr int Reset = 2;
constexpr int PermanentlySet = 3;
constexpr int PermanentlyReset = 4;

constexpr int stateOf(bool on)
{
    return on ? Set : Reset;
}

} // namespace

void Emulator::setAnsiMode(int mode, bool on)
{
    switch (mode) {
    case 4: // IRM
        m_modes.insert = on;
        updatePlain();
        break;
    case 12: // SRM: the peer echoes whatever this says; kept to be told
        m_modes.localEcho = !on;
        break;
    case 20: // LNM
        m_input.newLine = on;
        break;
    default:
        break;
    }
}

int Emulator::stateOfAnsiMode(int mode) const
{
    switch (mode) {
    case 2: // KAM
        return PermanentlyReset;
    case 4:
        return stateOf(m_modes.insert);
    case 12:
        return stateOf(!m_modes.localEcho);
    case 20:
        return stateOf(m_input.newLine);
    default:
        return NotRecognized;
    }
}

void Emulator::setMouse(MouseTracking tracking, bool on)
{
    if (on)
        m_input.mouse = tracking;
    else if (m_input.mouse == tracking)
        m_input.mouse = MouseTracking::Off;
}

void Emulator::showAlternate(bool alternate)
{
    Screen *const screen = alternate ? &m_alternate : &m_primary;
    if (m_screen == screen)
        return;
    m_screen = screen;
    m_input.alternateScreen = alternate;
    m_pendingWrap = false;
    screen->touchAll();
}

void Emulator::setPrivateMode(int mode, bool on)
{
    switch (mode) {
    case 1: // DECCKM
        m_input.applicationCursorKeys = on;
        break;
    case 3: // DECCOLM: clears as it must; the width belongs to the view
        if (m_modes.allowColumnChange) {
            m_modes.wideColumns = on;
            m_modes.leftRightMargins = false;
            m_top = 0;
            m_bottom = m_screen->rows();
            m_left = 0;
            m_right = m_screen->columns();
            eraseInDisplay(2, false);
            moveTo(0, 0);
        }
        break;
    case 5: // DECSCNM
        m_modes.reverseVideo = on;
        break;
    case 6: // DECOM
        m_modes.origin = on;
        moveToAddressed(0, 0);
        break;
    case 7: // DECAWM
        m_modes.autowrap = on;
        if (!on)
            m_pendingWrap = false;
        break;
    case 9:
        setMouse(MouseTracking::Press, on);
        break;
    case 12:
        m_modes.cursorBlinks = on;
        break;
    case 25: // DECTCEM
        m_modes.cursorVisible = on;
        break;
    case 40:
        m_modes.allowColumnChange = on;
        break;
    case 45:
        m_modes.reverseWrap = on;
        break;
    case 47:
        showAlternate(on);
        break;
    case 66: // DECNKM
        m_input.applicationKeypad = on;
        break;
    case 67: // DECBKM
        m_input.backspaceSendsBs = on;
        break;
    case 69: // DECLRMM
        m_modes.leftRightMargins = on;
        m_left = 0;
        m_right = m_screen->columns();
        break;
    case 1000:
        setMouse(MouseTracking::Buttons, on);
        break;
    case 1002:
        setMouse(MouseTracking::Drag, on);
        break;
    case 1003:
        setMouse(MouseTracking::Any, on);
        break;
    case 1004:
        m_input.focusReporting = on;
        break;
    case 1006:
        m_input.mouseEncoding = on ? MouseEncoding::Sgr : MouseEncoding::Default;
        break;
    case 1007:
        m_input.alternateScroll = on;
        break;
    case 1047:
        if (!on && m_screen == &m_alternate)
            eraseInDisplay(2, false);
        showAlternate(on);
        break;
    case 1048:
        if (on)
            saveCursor();
        else
            restoreCursor();
        break;
    case 1049:
        if (on && m_screen != &m_alternate) {
            saveCursor();
            showAlternate(true);
            eraseInDisplay(2, false);
        } else if (!on && m_screen == &m_alternate) {
            showAlternate(false);
            restoreCursor();
        }
        break;
    case 2004:
        m_input.bracketedPaste = on;
        break;
    case 2026:
        if (on && !m_modes.synchronized)
            ++m_synchronizedUpdates;
        m_modes.synchronized = on;
        break;
    default:
        break;
    }
}

int Emulator::stateOfPrivateMode(int mode) const
{
    switch (mode) {
    case 1:
        return stateOf(m_input.applicationCursorKeys);
    case 3:
        return stateOf(m_modes.wideColumns);
    case 5:
        return stateOf(m_modes.reverseVideo);
    case 6:
        return stateOf(m_modes.origin);
    case 7:
        return stateOf(m_modes.autowrap);
    case 8: // DECARM: keys repeat as the person's system says
        return PermanentlySet;
    case 9:
        return stateOf(m_input.mouse == MouseTracking::Press);
    case 12:
        return stateOf(m_modes.cursorBlinks);
    case 25:
        return stateOf(m_modes.cursorVisible);
    case 40:
        return stateOf(m_modes.allowColumnChange);
    case 45:
        return stateOf(m_modes.reverseWrap);
    case 66:
        return stateOf(m_input.applicationKeypad);
    case 67:
        return stateOf(m_input.backspaceSendsBs);
    case 69:
        return stateOf(m_modes.leftRightMargins);
    case 1000:
        return stateOf(m_input.mouse == MouseTracking::Buttons);
    case 1002:
        return stateOf(m_input.mouse == MouseTracking::Drag);
    case 1003:
        return stateOf(m_input.mouse == MouseTracking::Any);
    case 1004:
        return stateOf(m_input.focusReporting);
    case 1005: // ambiguous on the wire; programs use 1006
    case 1015:
        return PermanentlyReset;
    case 1006:
        return stateOf(m_input.mouseEncoding == MouseEncoding::Sgr);
    case 1007:
        return stateOf(m_input.alternateScroll);
    case 47:
    case 1047:
    case 1049:
        return stateOf(m_screen == &m_alternate);
    case 1048:
        return Set;
    case 2004:
        return stateOf(m_input.bracketedPaste);
    case 2026:
        return stateOf(m_modes.synchronized);
    default:
        return NotRecognized;
    }
}

void Emulator::saveModes(const Parameters &parameters)
{
    static_assert(SavableModes.size() <= std::tuple_size_v<decltype(m_savedModes)>);
    for (int i = 0; i < parameters.count(); ++i) {
        const auto place =
            std::find(SavableModes.begin(), SavableModes.end(), parameters.value(i, 0));
        if (place != SavableModes.end())
            m_savedModes[std::size_t(place - SavableModes.begin())] =
                std::int8_t(stateOfPrivateMode(*place));
    }
}

void Emulator::restoreModes(const Parameters &parameters)
{
    for (int i = 0; i < parameters.count(); ++i) {
        const int mode = parameters.value(i, 0);
        const auto place = std::find(SavableModes.begin(), SavableModes.end(), mode);
        if (place == SavableModes.end())
            continue;
        const int state = m_savedModes[std::size_t(place - SavableModes.begin())];
        if (state == Set || state == Reset)
            setPrivateMode(mode, state == Set);
    }
}

} // namespace Portolan::Terminal
