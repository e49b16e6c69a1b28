// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commandcontext.h"
#include "app/cli/commandline.h"
#include "app/cli/nouns.h"
#include "app/cli/words.h"
#include "core/base/redact.h"
#include "core/runtime/reaper.h"

#include <CLI/CLI.hpp>

#include <QCoreApplication>

#include <chrono>
#include <cstdlib>
#include <initializer_list>

namespace {

using namespace Portolan::Cli;

// THE one place that names every noun.
using AddNoun = void (*)(CLI::App &, CommandContext &);
constexpr std::initializer_list<AddNoun> kNouns = {
    addMqttCommands, addNtpCommands, addProfileCommands,
    addSnmpCommands, addSshCommands, addTerminalCommands,
};

constexpr std::chrono::seconds kLongestFarewell{2};

} // namespace

int main(int argc, char *argv[])
{
    Portolan::redactLog();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("portolan"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PORTOLAN_VERSION));
    const SplitArguments arguments = splitAtDashes(QCoreApplication::arguments());
    CommandContext context;
    context.options.language = chosenLanguage(arguments.own);
    installLanguage(context.options.language);

    CLI::App app(Words::tr("The engines of Portolan on the command line").toStdString(),
                 "portolanctl");
    app.fallthrough();
    app.require_subcommand(1);
    addGlobalOptions(app, context);
    for (const auto addNoun : kNouns)
        addNoun(app, context);

    int code = 0;
    if (const auto done = parseCommandLine(app, context, arguments))
        code = *done;
    else
        code = context.exec();
    if (Portolan::Reaper::waitForAll(kLongestFarewell) > 0)
        std::quick_exit(code); // a thread still runs: destroying it would abort
    return code;
}
