// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/shell.h"
#include "core/ssh/sshdialer.h"

#include <QCoreApplication>

namespace Portolan::Ssh {

// Runs scripts on an SSH host, over a connection of the pool, which is made when it is first
// needed. On the pool's thread. At most Shell::kMostOutput of a script's output is kept.
class SshShell final : public Net::Shell
{
    Q_DECLARE_TR_FUNCTIONS(Portolan::Ssh)
public:
    SshShell(std::shared_ptr<ConnectionPool> pool, const Target &host, const Options &options,
             SshDialer::Introduce introduce);

    [[nodiscard]] std::unique_ptr<Attempt>
    run(const QByteArray &script, std::chrono::milliseconds timeout, Done done) override;

private:
    const std::shared_ptr<ConnectionPool> m_pool;
    const Target m_target;
    const Options m_options;
    const SshDialer::Introduce m_introduce;
    std::shared_ptr<Connection> m_connection; // so that it outlives pauses between scripts
};

} // namespace Portolan::Ssh
