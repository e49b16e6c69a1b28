// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/dialer.h"
#include "core/ssh/connectionpool.h"

#include <QCoreApplication>

#include <functional>
#include <memory>

namespace Portolan::Ssh {

// Opens streams from an SSH host onwards, over direct-tcpip channels of a connection of the pool;
// names are looked up over there. The connection is made when it is first needed and ends when its
// last stream and dialer have gone. On the pool's thread. Bounded: at most 256 KiB a stream wait
// towards the host, two windows (2.6 MB) from it.
class SshDialer final : public Net::Dialer
{
    Q_DECLARE_TR_FUNCTIONS(Portolan::Ssh)
public:
    // Called with each connection that the dialer starts, right after that: it and its hops() may
    // ask questions, which somebody has to show.
    using Introduce = std::function<void(const std::shared_ptr<Connection> &)>;

    SshDialer(std::shared_ptr<ConnectionPool> pool, const Target &host, const Options &options,
              Introduce introduce);

    [[nodiscard]] std::unique_ptr<Attempt>
    dial(const QString &host, quint16 port, std::chrono::milliseconds timeout, Done done) override;
    [[nodiscard]] Result<> carries(Net::Transport transport) const override;

private:
    const std::shared_ptr<ConnectionPool> m_pool;
    const Target m_target;
    const Options m_options;
    const Introduce m_introduce;
    std::shared_ptr<Connection> m_connection; // so that it outlives pauses between streams
};

} // namespace Portolan::Ssh
