// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/terminal/input.h"

#include <QKeyEvent>
#include <QKeySequence>
#include <QList>
#include <optional>

namespace Portolan::Terminal {

// Qt's key events as the terminal's. Pure, GUI thread.
// A control or Alt combination names the key by its Latin letter whatever the layout, so that
// Ctrl+C is ^C under a Korean or Cyrillic one: the event's key where it is ASCII, else the place of
// the key on the keyboard. Empty for keys that send nothing (modifiers, dead keys, media keys).
[[nodiscard]] std::optional<KeyPress> keyPressOf(const QKeyEvent &event);
[[nodiscard]] std::uint8_t modifiersOf(Qt::KeyboardModifiers modifiers);
// The ASCII character that a US keyboard has at the event's key, without Shift; 0 if none.
[[nodiscard]] char32_t latinKey(const QKeyEvent &event);
// The combinations that the key may be meant as under other layouts, its own first: Ctrl+Shift+C
// for Ctrl+Shift+ㅊ, Ctrl+Shift+0 for Ctrl+Shift+). Empty where it is not one of the application's.
[[nodiscard]] QList<QKeySequence> applicationKeys(const QKeyEvent &event);
// Whether the combination is left to the application (Ctrl+Shift and another key).
[[nodiscard]] bool isApplicationShortcut(const QKeyEvent &event);

} // namespace Portolan::Terminal
