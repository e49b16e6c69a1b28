// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/terminal/input.h"
#include "core/terminal/inputmodes.h"

#include <string>
#include <string_view>

namespace Portolan::Terminal {

// What a mouse report needs to know of the reports before it: motion is told once a cell, and
// X10-style releases and drags name no button of their own. One for each terminal; reset it when
// mouse tracking changes.
struct MouseState
{
    int column = -1; // of the last report, -1 before the first
    int row = -1;
    MouseInput::Button held = MouseInput::Button::None;
};

// Keys, mouse, focus and paste as xterm-256color puts them on the wire. Pure functions, any thread.
// An empty result means that nothing is sent. Text is UTF-8. Source: xterm's ctlseqs, "PC-Style
// Function Keys", "Mouse Tracking", "Bracketed Paste Mode".
[[nodiscard]] std::string encodeKey(const KeyPress &key, const InputModes &modes);
// One wheel step is one report; where alternate scroll applies, three arrow keys.
[[nodiscard]] std::string encodeMouse(const MouseInput &mouse, const InputModes &modes,
                                      MouseState &state);
[[nodiscard]] std::string encodeFocus(bool gained, const InputModes &modes);
// Never lets ESC through, so that pasted text cannot end the bracket (CVE-2026-26982 and its kin).
[[nodiscard]] std::string encodePaste(std::string_view text, const InputModes &modes);

} // namespace Portolan::Terminal
