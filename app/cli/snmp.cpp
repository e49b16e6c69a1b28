// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/nouns.h"
#include "app/cli/snmpdiagnose.h"
#include "app/cli/snmpdiscover.h"
#include "app/cli/snmpget.h"
#include "app/cli/snmpmodules.h"
#include "app/cli/snmpports.h"
#include "app/cli/snmprecordings.h"
#include "app/cli/snmptraps.h"
#include "app/cli/words.h"

#include <CLI/CLI.hpp>

namespace Portolan::Cli {

void addSnmpCommands(CLI::App &app, CommandContext &context)
{
    CLI::App *const noun =
        app.add_subcommand("snmp", Words::tr("SNMP: agents, traps and MIB modules").toStdString());
    noun->require_subcommand(1);
    addSnmpAgentVerbs(noun, context);
    addSnmpModuleVerbs(noun, context);
    addSnmpTrapVerbs(noun, context);
    addSnmpDiagnoseVerb(noun, context);
    addSnmpRecordingVerbs(noun, context);
    addSnmpDiscoverVerb(noun, context);
    addSnmpPortsVerb(noun, context);
}

} // namespace Portolan::Cli
