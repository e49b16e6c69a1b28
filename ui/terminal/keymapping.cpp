// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/keymapping.h"

#include <QGuiApplication>
#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace Portolan::Terminal {

namespace {

constexpr std::array<std::pair<Qt::Key, Key>, 16> kNamed = {{
    {Qt::Key_Return, Key::Enter},
    {Qt::Key_Tab, Key::Tab},
    {Qt::Key_Backtab, Key::Tab},
    {Qt::Key_Backspace, Key::Backspace},
    {Qt::Key_Escape, Key::Escape},
    {Qt::Key_Up, Key::Up},
    {Qt::Key_Down, Key::Down},
    {Qt::Key_Right, Key::Right},
    {Qt::Key_Left, Key::Left},
    {Qt::Key_Home, Key::Home},
    {Qt::Key_End, Key::End},
    {Qt::Key_PageUp, Key::PageUp},
    {Qt::Key_PageDown, Key::PageDown},
    {Qt::Key_Insert, Key::Insert},
    {Qt::Key_Delete, Key::Delete},
    {Qt::Key_Enter, Key::Enter},
}};

template<typename Table>
std::optional<Key> find(const Table &table, int key)
{
    const auto *const found =
        std::find_if(table.begin(), table.end(), [key](auto entry) { return entry.first == key; });
    return found == table.end() ? std::nullopt : std::optional(found->second);
}

Key offset(Key from, int by)
{
    return static_cast<Key>(static_cast<int>(from) + by);
}

std::optional<Key> specialKey(const QKeyEvent &event)
{
    const int key = event.key();
    if (key >= Qt::Key_F1 && key <= Qt::Key_F20) {
        return offset(Key::F1, key - Qt::Key_F1);
    }
    // NumLock decides what a key of the keypad is, as in xterm: digits and operators are text in
    // application keypad mode too, or typing them would be lost on mc, nano and less.
    return find(kNamed, key);
}

// Rows of a US keyboard by hardware code. X11 and Wayland report evdev's code plus 8.
char32_t byPlace(quint32 scanCode)
{
    constexpr std::array<std::pair<quint32, std::string_view>, 4> kRows = {{
        {10, "1234567890-="},
        {24, "qwertyuiop[]"},
        {38, "asdfghjkl;'`"},
        {51, "\\zxcvbnm,./"},
    }};
    for (const auto &[first, keys] : kRows) {
        if (scanCode >= first && scanCode < first + keys.size()) {
            return char32_t(keys[scanCode - first]);
        }
    }
    return 0;
}

std::u32string textOf(const QString &text)
{
    std::u32string made;
    for (const uint c : text.toUcs4()) {
        made.push_back(c);
    }
    return made;
}

bool isModifier(int key)
{
    return (key >= Qt::Key_Shift && key <= Qt::Key_ScrollLock) || key == Qt::Key_AltGr ||
           (key >= Qt::Key_Super_L && key <= Qt::Key_Hyper_R) ||
           (key >= Qt::Key_Multi_key && key <= Qt::Key_Mode_switch) ||
           (key >= Qt::Key_Kanji && key <= Qt::Key_Hangul_Special);
}

} // namespace

char32_t latinKey(const QKeyEvent &event)
{
    const int key = event.key();
    if (key >= Qt::Key_A && key <= Qt::Key_Z) {
        return char32_t(key - Qt::Key_A) + U'a';
    }
    if (key >= 0x20 && key < 0x7F) {
        return char32_t(key);
    }
#if defined(Q_OS_WIN)
    // A virtual key of a letter or digit is its ASCII code whatever the layout.
    const quint32 native = event.nativeVirtualKey();
    if (native >= 'A' && native <= 'Z') {
        return char32_t(native - 'A') + U'a';
    }
    return native >= '0' && native <= '9' ? char32_t(native) : 0;
#elif defined(Q_OS_MACOS)
    return 0; // Cocoa already reports the Latin key while Control is held
#else
    return byPlace(event.nativeScanCode());
#endif
}

std::uint8_t modifiersOf(Qt::KeyboardModifiers modifiers)
{
    std::uint8_t made = 0;
    if ((modifiers & Qt::ShiftModifier) != 0) {
        made |= Modifier::Shift;
    }
    if ((modifiers & Qt::AltModifier) != 0) {
        made |= Modifier::Alt;
    }
#ifdef Q_OS_MACOS
    // Qt calls Command Control there and the Control key Meta.
    if ((modifiers & Qt::MetaModifier) != 0) {
        made |= Modifier::Control;
    }
#else
    if ((modifiers & Qt::ControlModifier) != 0) {
        made |= Modifier::Control;
    }
#endif
    return made;
}

bool isApplicationShortcut(const QKeyEvent &event)
{
    const Qt::KeyboardModifiers both = Qt::ControlModifier | Qt::ShiftModifier;
    return (event.modifiers() & both) == both && !isModifier(event.key());
}

QList<QKeySequence> applicationKeys(const QKeyEvent &event)
{
    if (!isApplicationShortcut(event)) {
        return {};
    }
    constexpr std::string_view kShifted = "~!@#$%^&*()_+{}|:\"<>?";
    constexpr std::string_view kPlain = "`1234567890-=[]\\;',./"; // of the same keys, US
    const auto with = [](int key) {
        return QKeySequence(QKeyCombination(Qt::ControlModifier | Qt::ShiftModifier, Qt::Key(key)));
    };
    QList<QKeySequence> all{with(event.key())};
    char32_t latin = latinKey(event);
    if (latin >= U'a' && latin <= U'z') {
        latin = latin - U'a' + U'A';
    }
    if (latin != 0) {
        all.append(with(int(latin)));
    }
    for (std::size_t i = 0; i < kPlain.size(); ++i) {
        if (latin == char32_t(kShifted[i])) {
            all.append(with(kPlain[i]));
        } else if (latin == char32_t(kPlain[i])) {
            all.append(with(kShifted[i]));
        }
    }
    return all;
}

std::optional<KeyPress> keyPressOf(const QKeyEvent &event)
{
    if (isModifier(event.key())) {
        return std::nullopt;
    }
    KeyPress press;
    press.modifiers = modifiersOf(event.modifiers());
    if (event.key() == Qt::Key_Backtab) {
        press.modifiers |= Modifier::Shift;
    }
    if (const auto special = specialKey(event)) {
        press.key = *special;
        return press;
    }
    press.text = textOf(event.text());
    const bool printable =
        !press.text.empty() && press.text.front() >= 0x20 && press.text.front() != 0x7F;
    const bool altGr = (event.modifiers() & Qt::GroupSwitchModifier) != 0 ||
                       (press.modifiers & (Modifier::Control | Modifier::Alt)) ==
                           (Modifier::Control | Modifier::Alt);
    if (altGr && printable) {
        // Right Alt of a European layout: it made the character, it is no Alt of the terminal's.
        press.modifiers &= std::uint8_t(~(Modifier::Control | Modifier::Alt));
        return press;
    }
    if ((press.modifiers & (Modifier::Control | Modifier::Alt)) != 0) {
        const bool foreign = !printable || press.text.front() > 0x7E;
        const char32_t latin = latinKey(event);
        if ((press.modifiers & Modifier::Control) != 0 || foreign) {
            if (latin != 0) {
                const bool upper = (press.modifiers & Modifier::Shift) != 0 && latin >= U'a' &&
                                   latin <= U'z' && (press.modifiers & Modifier::Control) == 0;
                press.text = std::u32string(1, upper ? latin - U'a' + U'A' : latin);
                return press;
            }
        }
    }
    if (press.text.empty()) {
        return std::nullopt;
    }
    return press;
}

} // namespace Portolan::Terminal
