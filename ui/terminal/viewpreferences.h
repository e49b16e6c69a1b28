// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/terminal/types.h"

#include <QString>

#include <cstdint>
#include <optional>

namespace Portolan {
class Settings;
}

namespace Portolan::Terminal {

class TerminalView;

// What a person prefers about a terminal, besides font and colours. Plain value.
struct ViewPreferences
{
    enum class Blink : std::uint8_t { AsAsked, Never, Always };

    std::optional<CursorShape> cursorShape; // empty: as the program asks
    Blink cursorBlink = Blink::AsAsked;
    bool bellFlashes = true;
    bool bellSounds = false;
    // Before several lines are pasted; what would reach the program as keys is always asked about.
    bool askBeforePaste = true;
    bool copyOnSelect = false; // to the clipboard too, not only to the X selection
    QString wordCharacters;    // beside letters and digits, for the double click; empty: the usual

    friend bool operator==(const ViewPreferences &, const ViewPreferences &) = default;
};

// Font, colours and preferences as the settings say, for every panel that has a terminal; it calls
// it again for each changed setting that concernsTerminals(). GUI thread.
void applySettings(const Settings &settings, TerminalView &view);
[[nodiscard]] bool concernsTerminals(const QString &settingsKey);

} // namespace Portolan::Terminal
