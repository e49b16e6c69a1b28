// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/terminal/inputencoder.h"

#include "core/terminal/utf8.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace Portolan::Terminal {

namespace {

constexpr std::uint8_t kAltLike = Modifier::Alt | Modifier::Meta;
constexpr int kArrowsPerWheelStep = 3;
// ctlseqs, "Normal tracking mode": a coordinate is one byte above 32, counted from 1.
constexpr int kLastDefaultCoordinate = 223;

bool isCharacter(char32_t c)
{
    return c <= 0x10FFFF && !(c >= 0xD800 && c <= 0xDFFF);
}

std::string utf8(std::u32string_view text)
{
    std::string out;
    for (const char32_t c : text)
        if (isCharacter(c))
            appendUtf8(out, c);
    return out;
}

// ctlseqs, "PC-Style Function Keys": 1 and one bit each for Shift, Alt, Control, Meta.
int parameter(std::uint8_t modifiers)
{
    return 1 + (modifiers & (Modifier::Shift | Modifier::Alt | Modifier::Control | Modifier::Meta));
}

std::string withEscape(std::uint8_t modifiers, std::string bytes)
{
    return (modifiers & kAltLike) != 0 ? '\x1b' + std::move(bytes) : bytes;
}

// CSI final, CSI 1 ; m final; SS3 in place of the bare CSI where `application` says so.
std::string letterKey(char final, std::uint8_t modifiers, bool application)
{
    if (modifiers != 0)
        return "\x1b[1;" + std::to_string(parameter(modifiers)) + final;
    return std::string(application ? "\x1bO" : "\x1b[") + final;
}

std::string tildeKey(int number, std::uint8_t modifiers)
{
    std::string bytes = "\x1b[" + std::to_string(number);
    if (modifiers != 0)
        bytes += ';' + std::to_string(parameter(modifiers));
    return bytes + '~';
}

// XTMODKEYS 4 in its first format: CSI 27 ; modifiers ; code ~
std::string otherKey(char32_t code, std::uint8_t modifiers)
{
    return "\x1b[27;" + std::to_string(parameter(modifiers)) + ';' +
           std::to_string(static_cast<std::uint32_t>(code)) + '~';
}

// What Control makes of a character on a VT220 keyboard; -1 where there is no control code for it.
int controlCode(char32_t c)
{
    if ((c >= U'a' && c <= U'z') || (c >= U'@' && c <= U'_'))
        return static_cast<int>(c & 0x1F);
    switch (c) {
    case U' ':
    case U'2':
    case U'`':
        return 0x00;
    case U'3':
    case U'{':
        return 0x1B;
    case U'4':
    case U'|':
        return 0x1C;
    case U'5':
    case U'}':
        return 0x1D;
    case U'6':
    case U'~':
        return 0x1E;
    case U'7':
    case U'/':
        return 0x1F;
    case U'8':
    case U'?':
        return 0x7F;
    default:
        return -1;
    }
}

std::string encodeText(const KeyPress &key, const InputModes &modes)
{
    const bool control = (key.modifiers & Modifier::Control) != 0;
    if (key.text.size() != 1)
        return withEscape(key.modifiers, utf8(key.text));
    const char32_t c = key.text.front();
    if (!isCharacter(c))
        return {};
    const int code = control ? controlCode(c) : -1;
    const bool ambiguous = control && code < 0;
    // Shift alone has already made another character of it, but for the space.
    const bool isModified = (key.modifiers & ~Modifier::Shift) != 0 || c == U' ';
    if ((modes.modifyOtherKeys == 1 && ambiguous) ||
        (modes.modifyOtherKeys >= 2 && key.modifiers != 0 && isModified))
        return otherKey(c, key.modifiers);
    if (code >= 0)
        return withEscape(key.modifiers, std::string(1, static_cast<char>(code)));
    return withEscape(key.modifiers, utf8(key.text));
}

// Enter and Tab: at level 1 Alt still goes as ESC, as all through the keyboard.
bool isOtherKey(std::uint8_t modifiers, const InputModes &modes)
{
    if (modes.modifyOtherKeys == 1)
        return (modifiers & (Modifier::Shift | Modifier::Control)) != 0;
    return modes.modifyOtherKeys >= 2 && modifiers != 0;
}

std::string encodeEnter(std::uint8_t modifiers, const InputModes &modes)
{
    if (isOtherKey(modifiers, modes))
        return otherKey(U'\r', modifiers);
    return withEscape(modifiers, modes.newLine ? "\r\n" : "\r");
}

std::string encodeTab(std::uint8_t modifiers, const InputModes &modes)
{
    const bool shift = (modifiers & Modifier::Shift) != 0;
    const bool keepsCsiZ = shift && (modifiers == Modifier::Shift || modes.modifyOtherKeys < 2);
    if (!keepsCsiZ && isOtherKey(modifiers, modes))
        return otherKey(U'\t', modifiers);
    if (shift)
        return withEscape(modifiers, "\x1b[Z");
    return withEscape(modifiers, "\t");
}

std::string encodeBackspace(std::uint8_t modifiers, const InputModes &modes)
{
    // Control turns DECBKM around for one key, as in xterm.
    const bool bs = modes.backspaceSendsBs != ((modifiers & Modifier::Control) != 0);
    if (modes.modifyOtherKeys >= 2 && (modifiers & ~Modifier::Control) != 0)
        return otherKey(bs ? U'\b' : U'\x7f', modifiers);
    return withEscape(modifiers, bs ? "\b" : "\x7f");
}

struct KeypadKey
{
    Key key;
    char plain;
    char application; // behind SS3
};

// VT100 manual, table 3-8, as far as a PC keypad has the keys.
constexpr KeypadKey kKeypad[] = {
    {Key::KeypadEnter, '\r', 'M'},   {Key::KeypadPlus, '+', 'k'},   {Key::KeypadMinus, '-', 'm'},
    {Key::KeypadMultiply, '*', 'j'}, {Key::KeypadDivide, '/', 'o'}, {Key::KeypadComma, ',', 'l'},
    {Key::KeypadPeriod, '.', 'n'},   {Key::Keypad0, '0', 'p'},      {Key::Keypad1, '1', 'q'},
    {Key::Keypad2, '2', 'r'},        {Key::Keypad3, '3', 's'},      {Key::Keypad4, '4', 't'},
    {Key::Keypad5, '5', 'u'},        {Key::Keypad6, '6', 'v'},      {Key::Keypad7, '7', 'w'},
    {Key::Keypad8, '8', 'x'},        {Key::Keypad9, '9', 'y'},
};

std::string encodeKeypad(const KeyPress &key, const InputModes &modes)
{
    const auto *const found =
        std::find_if(std::begin(kKeypad), std::end(kKeypad),
                     [&key](const KeypadKey &entry) { return entry.key == key.key; });
    if (found == std::end(kKeypad))
        return {};
    if (modes.applicationKeypad && key.modifiers == 0)
        return std::string("\x1bO") + found->application;
    if (key.key == Key::KeypadEnter)
        return encodeEnter(key.modifiers, modes);
    return withEscape(key.modifiers, std::string(1, found->plain));
}

std::string encodeFunctionKey(Key key, std::uint8_t modifiers)
{
    // ctlseqs, the gaps are the VT220's: its function keys stood in groups.
    static constexpr int kNumbers[] = {15, 17, 18, 19, 20, 21, 23, 24,
                                       25, 26, 28, 29, 31, 32, 33, 34};
    const int index = static_cast<int>(key) - static_cast<int>(Key::F1);
    if (index < 4)
        return letterKey(static_cast<char>('P' + index), modifiers, true);
    return tildeKey(kNumbers[index - 4], modifiers);
}

int buttonCode(MouseInput::Button button)
{
    switch (button) {
    case MouseInput::Button::Left:
        return 0;
    case MouseInput::Button::Middle:
        return 1;
    case MouseInput::Button::Right:
        return 2;
    case MouseInput::Button::None:
        return 3;
    case MouseInput::Button::WheelUp:
        return 64;
    case MouseInput::Button::WheelDown:
        return 65;
    case MouseInput::Button::WheelLeft:
        return 66;
    case MouseInput::Button::WheelRight:
        return 67;
    }
    return 3;
}

std::string mouseReport(int code, int column, int row, bool release, MouseEncoding encoding)
{
    if (encoding == MouseEncoding::Sgr)
        return "\x1b[<" + std::to_string(code) + ';' + std::to_string(column) + ';' +
               std::to_string(row) + (release ? 'm' : 'M');
    if (release) {
        // A release that is lost leaves the application dragging: it is told at the border.
        column = std::min(column, kLastDefaultCoordinate);
        row = std::min(row, kLastDefaultCoordinate);
    } else if (column > kLastDefaultCoordinate || row > kLastDefaultCoordinate) {
        return {};
    }
    std::string bytes = "\x1b[M";
    for (const int value : {code, column, row})
        bytes += static_cast<char>(32 + value);
    return bytes;
}

// Mode 1007: where nobody listens to the mouse, the wheel moves the cursor of a full-screen
// program.
std::string wheelAsArrows(MouseInput::Button button, const InputModes &modes)
{
    if (!modes.alternateScreen || !modes.alternateScroll)
        return {};
    char final = 0;
    if (button == MouseInput::Button::WheelUp)
        final = 'A';
    else if (button == MouseInput::Button::WheelDown)
        final = 'B';
    else
        return {};
    std::string bytes;
    for (int i = 0; i < kArrowsPerWheelStep; ++i)
        bytes += letterKey(final, 0, modes.applicationCursorKeys);
    return bytes;
}

// Length of the well-formed UTF-8 sequence at the start of `text`, 0 where there is none
// (Unicode 15, table 3-7).
std::size_t sequenceLength(std::string_view text)
{
    const auto byte = [text](std::size_t at) {
        return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
    };
    const auto continues = [&byte](std::size_t at, unsigned low = 0x80, unsigned high = 0xBF) {
        return byte(at) >= low && byte(at) <= high;
    };
    const unsigned first = byte(0);
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first <= 0xDF)
        return continues(1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF)
        return continues(1, first == 0xE0 ? 0xA0 : 0x80, first == 0xED ? 0x9F : 0xBF) &&
                       continues(2)
                   ? 3
                   : 0;
    if (first >= 0xF0 && first <= 0xF4)
        return continues(1, first == 0xF0 ? 0x90 : 0x80, first == 0xF4 ? 0x8F : 0xBF) &&
                       continues(2) && continues(3)
                   ? 4
                   : 0;
    return 0;
}

} // namespace

std::string encodeKey(const KeyPress &key, const InputModes &modes)
{
    const std::uint8_t modifiers = key.modifiers;
    const bool application = modes.applicationCursorKeys;
    switch (key.key) {
    case Key::Text:
        return encodeText(key, modes);
    case Key::Enter:
        return encodeEnter(modifiers, modes);
    case Key::Tab:
        return encodeTab(modifiers, modes);
    case Key::Backspace:
        return encodeBackspace(modifiers, modes);
    case Key::Escape:
        if (modes.modifyOtherKeys >= 2 && modifiers != 0)
            return otherKey(U'\x1b', modifiers);
        return withEscape(modifiers, "\x1b");
    case Key::Up:
        return letterKey('A', modifiers, application);
    case Key::Down:
        return letterKey('B', modifiers, application);
    case Key::Right:
        return letterKey('C', modifiers, application);
    case Key::Left:
        return letterKey('D', modifiers, application);
    case Key::Home:
        return letterKey('H', modifiers, application);
    case Key::End:
        return letterKey('F', modifiers, application);
    case Key::Insert:
        return tildeKey(2, modifiers);
    case Key::Delete:
        return tildeKey(3, modifiers);
    case Key::PageUp:
        return tildeKey(5, modifiers);
    case Key::PageDown:
        return tildeKey(6, modifiers);
    default:
        if (key.key >= Key::F1 && key.key <= Key::F20)
            return encodeFunctionKey(key.key, modifiers);
        return encodeKeypad(key, modes);
    }
}

std::string encodeMouse(const MouseInput &mouse, const InputModes &modes, MouseState &state)
{
    using Kind = MouseInput::Kind;
    using Button = MouseInput::Button;

    const Button heldBefore = state.held;
    if (mouse.kind == Kind::Press)
        state.held = mouse.button;
    else if (mouse.kind == Kind::Release)
        state.held = Button::None;

    if (modes.mouse == MouseTracking::Off)
        return mouse.kind == Kind::Wheel ? wheelAsArrows(mouse.button, modes) : std::string();
    const int column = std::max(mouse.column, 0);
    const int row = std::max(mouse.row, 0);
    if (modes.mouse == MouseTracking::Press) {
        // Mode 9: presses of the three buttons, no modifiers.
        if (mouse.kind != Kind::Press || mouse.button == Button::None)
            return {};
        return mouseReport(buttonCode(mouse.button), column + 1, row + 1, false,
                           modes.mouseEncoding);
    }

    const bool sameCell = column == state.column && row == state.row;
    state.column = column;
    state.row = row;
    int code = 0;
    switch (mouse.kind) {
    case Kind::Press:
    case Kind::Wheel:
        if (mouse.button == Button::None)
            return {};
        code = buttonCode(mouse.button);
        break;
    case Kind::Release:
        // Only 1006 says which button was let go.
        code = modes.mouseEncoding == MouseEncoding::Sgr
                   ? buttonCode(mouse.button != Button::None ? mouse.button : heldBefore)
                   : buttonCode(Button::None);
        break;
    case Kind::Move:
        if (sameCell || modes.mouse < MouseTracking::Drag ||
            (modes.mouse == MouseTracking::Drag && state.held == Button::None))
            return {};
        code = 32 + buttonCode(state.held);
        break;
    }
    code += ((mouse.modifiers & Modifier::Shift) != 0 ? 4 : 0) +
            ((mouse.modifiers & kAltLike) != 0 ? 8 : 0) +
            ((mouse.modifiers & Modifier::Control) != 0 ? 16 : 0);
    return mouseReport(code, column + 1, row + 1, mouse.kind == Kind::Release, modes.mouseEncoding);
}

std::string encodeFocus(bool gained, const InputModes &modes)
{
    if (!modes.focusReporting)
        return {};
    return gained ? "\x1b[I" : "\x1b[O";
}

std::string encodePaste(std::string_view text, const InputModes &modes)
{
    if (text.empty())
        return {};
    std::string out;
    out.reserve(text.size() + 12);
    if (modes.bracketedPaste)
        out += "\x1b[200~";
    for (std::size_t i = 0; i < text.size();) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const std::size_t length = sequenceLength(text.substr(i));
        const bool isC1 =
            length == 2 && byte == 0xC2 && static_cast<unsigned char>(text[i + 1]) < 0xA0;
        if (length == 0) {
            out += "\xEF\xBF\xBD"; // a lone 0x9B would be CSI to an 8-bit program
        } else if (byte == '\r' || byte == '\n') {
            out += '\r';
            if (byte == '\r' && i + 1 < text.size() && text[i + 1] == '\n')
                ++i;
        } else if ((byte < 0x20 && byte != '\t') || byte == 0x7F || isC1) {
            out += ' '; // in both modes: without brackets a shell would act on it at once
        } else {
            out += text.substr(i, length);
        }
        i += std::max<std::size_t>(length, 1);
    }
    if (modes.bracketedPaste)
        out += "\x1b[201~";
    return out;
}

} // namespace Portolan::Terminal
