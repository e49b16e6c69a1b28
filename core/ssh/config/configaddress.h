// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/address.h"
#include "core/ssh/config/sshconfig.h"

#include <QList>
#include <QString>

namespace Portolan::Ssh {

// From what ssh_config says to an ssh:// address that says the same. Pure, any thread; only
// readConfigFiles() reads files.

struct ConfiguredAddress
{
    Address address;
    // What the configuration says and an address cannot: shown to the person, not applied.
    QList<ConfigNote> notes = {};
};

// What was typed, with what the configuration says besides: a typed user, port or option wins, key
// files are added, and a typed jump= replaces ProxyJump. Hops are looked up in the configuration
// too, each under its own name. Unsupported where the host is reached by a ProxyCommand that is not
// a plain `ssh -W`: connecting past it would go somewhere else.
[[nodiscard]] Result<ConfiguredAddress>
configuredAddress(const Address &typed, const SshConfig &config, const ConfigAsker &asker);

// A host of the configuration, as a profile would hold it.
struct ConfiguredHost
{
    QString name; // the alias
    QString file;
    int line = 0;
    Result<ConfiguredAddress> meaning;
};

[[nodiscard]] QList<ConfiguredHost> configuredHosts(const SshConfig &config,
                                                    const ConfigAsker &asker);

// The person and the computer that this process runs as.
[[nodiscard]] ConfigAsker thisAsker();
// The files in order of precedence (Folders::sshConfigs). Blocks for as long as the disk takes.
[[nodiscard]] SshConfig readConfigFiles(const QStringList &files);

} // namespace Portolan::Ssh
