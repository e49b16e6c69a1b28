// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/terminal/terminal.h"

#include <string>
#include <utility>

namespace Portolan::Terminal {

class Emulator;

// Text out of screen and scrollback, for Terminal, which holds the lock and documents both. `from`
// comes before `to`; of a block, in lines and in columns.
[[nodiscard]] std::string textBetween(Emulator &emulator, Position from, Position to,
                                      SelectionShape shape);
[[nodiscard]] std::pair<Position, Position> wordAround(Emulator &emulator, Position position,
                                                       std::u32string_view wordCharacters);

} // namespace Portolan::Terminal
