// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/commandcontext.h"
#include "core/snmp/snmpaddress.h"

#include <string>

namespace CLI {
class App;
}

namespace Portolan::Cli {

// What the verbs of `snmp` that talk to something take beside the URL: version, community and the
// user of version 3.
struct SnmpOptions
{
    std::string url;
    bool v1 = false;
    bool v2c = false;
    std::string communityVariable;
    std::string user;
    std::string level;
    std::string authProtocol;
    std::string authVariable;
    std::string privProtocol;
    std::string privVariable;
    std::string context;

    // Whether any option but the URL was given.
    [[nodiscard]] bool hasCredential() const;
};
void addSnmpOptions(CLI::App *verb, SnmpOptions &options, const QString &urlText);
// The same without the URL; `prefix` stands in front of each option's name: "second-".
void addSnmpCredentialOptions(CLI::App *verb, SnmpOptions &options, const std::string &prefix = {});

struct SnmpAccess
{
    QString url; // without a community
    Snmp::AgentTarget target;
    Snmp::Credentials credentials;
};
// Whom to talk to and with what. `defaultPort` where the URL has none; `defaultCommunity` where
// neither it nor an option names one.
[[nodiscard]] Result<SnmpAccess> snmpAccess(CommandContext &context, const SnmpOptions &options,
                                            quint16 defaultPort,
                                            const char *defaultCommunity = "public");
// The value of an environment variable, as a secret. Usage where there is none.
[[nodiscard]] Result<Secret> secretFromVariable(const std::string &name);

} // namespace Portolan::Cli
