// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/commandcontext.h"
#include "core/ntp/serveraddress.h"

#include <QStringList>

#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace Portolan::Cli {

// What the verbs of `ntp` take: servers, and how to ask them.
struct NtpOptions
{
    std::vector<std::string> urls;
    bool nts = false;
    std::vector<std::string> keys; // FILE:ID
};
void addNtpOptions(CLI::App *verb, NtpOptions &options);

// Where a chronyd listens for commands, where that is not the usual place.
struct ChronydOptions
{
    std::string host;
    int port = 0;

    [[nodiscard]] QStringList arguments() const; // for chronyc
};
void addChronydOptions(CLI::App *verb, ChronydOptions &options);

// One server to be asked. The URL is as it was given, for output.
struct NtpServer
{
    QString url;
    Ntp::ServerTarget target;
    std::optional<Ntp::SymmetricKey> key = {};
};
// An address may stand for several servers (`also`). Keys are read here.
[[nodiscard]] Result<std::vector<NtpServer>> ntpServers(CommandContext &context,
                                                        const NtpOptions &options);

} // namespace Portolan::Cli
