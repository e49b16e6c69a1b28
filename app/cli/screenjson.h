// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/terminal/terminal.h"

#include <QJsonObject>
#include <QString>

#include <string_view>

namespace Portolan::Cli {

// The screen of a terminal as `portolanctl terminal` prints it and tests/terminal compares it: the
// "screen" object of docs/portolanctl.md. Pure, any thread. Lines leave out the blanks of default
// style at their end; runs are stretches of cells of one style, a wide character counts two
// columns.
[[nodiscard]] QJsonObject screenToJson(const Terminal::Frame &frame, std::string_view replies);
// The same as plain text, one line a row, blanks at line ends removed.
[[nodiscard]] QString screenToText(const Terminal::Frame &frame);

} // namespace Portolan::Cli
