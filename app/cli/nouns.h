// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace CLI {
class App;
}

// The nouns of portolanctl: one function and one file each, all named in the table of main.cpp. A
// function adds its noun and verbs to the parser; a verb's callback hands a Command to the context.
// Called once, before the command line is parsed; what the callbacks hold lives as long as the
// parser.
namespace Portolan::Cli {

class CommandContext;

void addMqttCommands(CLI::App &app, CommandContext &context);
void addNtpCommands(CLI::App &app, CommandContext &context);
void addProfileCommands(CLI::App &app, CommandContext &context);
void addSnmpCommands(CLI::App &app, CommandContext &context);
void addSshCommands(CLI::App &app, CommandContext &context);
void addTerminalCommands(CLI::App &app, CommandContext &context);

} // namespace Portolan::Cli
