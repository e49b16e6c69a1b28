// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/commandcontext.h"
#include "core/terminal/terminal.h"

#include <QStringList>

#include <memory>
#include <string>
#include <string_view>

namespace Portolan::Cli {

// `portolanctl terminal run`: a command in a local pseudo terminal, the VT core answering it, and
// the screen that it leaves. Main thread; the program's bytes are parsed on the engine's thread.
struct RunOptions
{
    Terminal::Size size = {};
    QStringList command = {};
    std::string input = {};
    std::string script = {}; // file
    std::string record = {}; // file
    int limitSeconds = 60;
};

[[nodiscard]] std::unique_ptr<Command> makeTerminalRun(CommandContext &context, RunOptions options);

// Shared by the verbs: the final screen as --json or text, and what the terminal answered, of which
// the first 64 KiB are kept.
void printScreen(CommandContext &context, Terminal::Terminal &terminal, std::string_view replies);
void appendReplies(std::string &replies, std::string_view bytes);

} // namespace Portolan::Cli
