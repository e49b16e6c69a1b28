// SPDX-License-Identifier: GPL-3.0-or-later
// ssh_config from anywhere: resolving a host never fails, aliases resolve, forwards have targets.
#include "core/ssh/config/sshconfig.h"

#include <cstdint>
#include <cstdlib>

using namespace Portolan::Ssh;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(bytes), static_cast<qsizetype>(size));
    const QString nowhere = QStringLiteral("/nonexistent");
    const SshConfig config(
        {parseConfigText(text, QStringLiteral("f"), {.home = nowhere, .includeBase = nowhere})});
    const ConfigAsker asker{QStringLiteral("me"), nowhere, QStringLiteral("here")};
    QList<SshConfig::Alias> aliases = config.aliases().mid(0, 10);
    aliases.append({QStringLiteral("web"), {}, 0});
    for (const auto &alias : std::as_const(aliases)) {
        const HostConfig host = config.resolve(alias.name, asker);
        if (host.hostName.isEmpty())
            std::abort();
        for (const ForwardRule &rule : host.forwards) {
            if (rule.kind == ForwardRule::Kind::Local && rule.host.isEmpty() && rule.path.isEmpty())
                std::abort();
        }
        for (const QString &file : host.identityFiles)
            (void)expandTokens(file, host, asker);
    }
    return 0;
}
