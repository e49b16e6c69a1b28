// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QString>

#include <string>
#include <vector>

namespace Portolan::Cli {

// What `portolanctl terminal run --script` does with the program: one step a line, "#" and empty
// lines aside. Pure, any thread.
//     expect TEXT       until TEXT stands on the screen
//     send TEXT         types it; \r \n \t \e \\ and \xHH as in C
//     settle            until nothing has come for 200 ms
//     resize COLUMNS ROWS
//     stop              the screen as it is now is the result; the program is hung up
struct ScriptStep
{
    enum class Kind { Expect, Send, Settle, Resize, Stop };

    Kind kind = Kind::Settle;
    QString text = {};      // Expect
    std::string bytes = {}; // Send
    int columns = 0;
    int rows = 0;
    friend bool operator==(const ScriptStep &, const ScriptStep &) = default;
};

// Usage errors name the line.
[[nodiscard]] Result<std::vector<ScriptStep>> parseScript(const QByteArray &source);
// The bytes of a text with escapes, in UTF-8.
[[nodiscard]] Result<std::string> unescaped(const QString &text);

} // namespace Portolan::Cli
