// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace CLI {
class App;
}

namespace Portolan::Cli {

class CommandContext;

// get, next, bulk, walk, table, set
void addSnmpAgentVerbs(CLI::App *noun, CommandContext &context);

} // namespace Portolan::Cli
