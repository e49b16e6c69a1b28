// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/terminal/types.h"

#include <cstdint>
#include <string>

// Keys and mouse as a view reports them and as the terminal encodes them (xterm-256color). No Qt
// Gui: the view maps its toolkit's events to these. Plain values, any thread.
namespace Portolan::Terminal {

namespace Modifier {
inline constexpr std::uint8_t Shift = 1 << 0;
inline constexpr std::uint8_t Alt = 1 << 1;
inline constexpr std::uint8_t Control = 1 << 2;
inline constexpr std::uint8_t Meta = 1 << 3;
} // namespace Modifier

enum class Key : std::uint8_t {
    Text, // `text` holds what the layout produced, or the base letter while Control is held
    Enter,
    Tab,
    Backspace,
    Escape,
    Up,
    Down,
    Right,
    Left,
    Home,
    End,
    PageUp,
    PageDown,
    Insert,
    Delete,
    F1,
    F2,
    F3,
    F4,
    F5,
    F6,
    F7,
    F8,
    F9,
    F10,
    F11,
    F12,
    F13,
    F14,
    F15,
    F16,
    F17,
    F18,
    F19,
    F20,
    KeypadEnter,
    KeypadPlus,
    KeypadMinus,
    KeypadMultiply,
    KeypadDivide,
    KeypadComma,
    KeypadPeriod,
    Keypad0,
    Keypad1,
    Keypad2,
    Keypad3,
    Keypad4,
    Keypad5,
    Keypad6,
    Keypad7,
    Keypad8,
    Keypad9,
};

struct KeyPress
{
    Key key = Key::Text;
    std::uint8_t modifiers = 0;
    std::u32string text = {};
};

struct MouseInput
{
    enum class Kind : std::uint8_t { Press, Release, Move, Wheel };
    enum class Button : std::uint8_t {
        None,
        Left,
        Middle,
        Right,
        WheelUp,
        WheelDown,
        WheelLeft,
        WheelRight
    };

    Kind kind = Kind::Press;
    Button button = Button::None;
    std::uint8_t modifiers = 0;
    int column = 0;
    int row = 0; // of the screen
};

} // namespace Portolan::Terminal
