// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace CLI {
class App;
}

namespace Portolan::Cli {

class CommandContext;

// host
void addNtpHostVerb(CLI::App *noun, CommandContext &context);

} // namespace Portolan::Cli
