// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/nouns.h"
#include "app/cli/ntpdiagnose.h"
#include "app/cli/ntphost.h"
#include "app/cli/ntpquery.h"
#include "app/cli/words.h"

#include <CLI/CLI.hpp>

namespace Portolan::Cli {

void addNtpCommands(CLI::App &app, CommandContext &context)
{
    CLI::App *const noun = app.add_subcommand(
        "ntp", Words::tr("NTP: which clock is right, by how much, and why").toStdString());
    noun->require_subcommand(1);
    addNtpQueryVerbs(noun, context);
    addNtpHostVerb(noun, context);
    addNtpDiagnoseVerb(noun, context);
}

} // namespace Portolan::Cli
