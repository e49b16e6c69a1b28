// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/terminal/types.h"

#include <cstdint>

namespace Portolan::Terminal {

enum class MouseEncoding : std::uint8_t { Default /* X10 bytes */, Sgr /* 1006 */ };

// The modes of a terminal that decide what its keyboard, mouse and clipboard send. The emulator
// writes them while it parses; the functions in inputencoder.h read them. Plain value, any thread.
// Modes 1005 (UTF-8 mouse) and 1015 (urxvt) are left out on purpose: both are ambiguous on the
// wire, and every program of today asks for 1006.
struct InputModes
{
    bool applicationCursorKeys = false; // DECCKM, ?1
    bool applicationKeypad = false;     // DECKPAM / DECKPNM, ?66
    bool newLine = false;               // LNM, 20: Enter sends CR LF
    bool backspaceSendsBs = false;      // DECBKM, ?67: Backspace sends BS in place of DEL
    std::uint8_t modifyOtherKeys = 0;   // XTMODKEYS 4: 0 off, 1 only where ambiguous, 2 all
    bool bracketedPaste = false;        // ?2004
    bool focusReporting = false;        // ?1004
    bool alternateScroll = true;        // ?1007, used on the alternate screen only
    bool alternateScreen = false;
    MouseTracking mouse = MouseTracking::Off; // ?9, ?1000, ?1002, ?1003
    MouseEncoding mouseEncoding = MouseEncoding::Default;
    friend bool operator==(const InputModes &, const InputModes &) = default;
};

} // namespace Portolan::Terminal
