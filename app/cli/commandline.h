// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace CLI {
class App;
}

// Reading the command line: what stands before CLI11 and what it may not see. Pure but for the
// translators that installLanguage() loads. Main thread.
namespace Portolan::Cli {

class CommandContext;

struct SplitArguments
{
    QStringList own;                     // without the program's name
    std::optional<QStringList> trailing; // behind the first "--"
};

[[nodiscard]] SplitArguments splitAtDashes(const QStringList &arguments);

// An argument that is a URL with a password in it.
[[nodiscard]] bool holdsPassword(const QString &argument);
// The text of a parser's complaint with whatever could be a password taken out.
[[nodiscard]] QString withoutPasswords(QString text);

// "en" or "ko" from --lang, which the descriptions of --help need before anything is parsed; else
// the system's language.
[[nodiscard]] QString chosenLanguage(const QStringList &arguments);
void installLanguage(const QString &language);

void addGlobalOptions(CLI::App &app, CommandContext &context);
// Parses; an exit code when there is nothing to run any more (--help, --version, a usage error,
// which has then been reported).
[[nodiscard]] std::optional<int> parseCommandLine(CLI::App &app, CommandContext &context,
                                                  const SplitArguments &arguments);

} // namespace Portolan::Cli
