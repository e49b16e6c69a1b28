// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/wakewatch.h"
#include "core/ssh/connection.h"

#include <memory>
#include <vector>

namespace Portolan::Ssh {

// The living connections of one program, so that a second tab to the same user, host, port and
// credentials opens a channel instead of logging in again; hosts on the way to others are shared
// likewise. One instance, owned by app, used on its thread only. It holds no connection: the panels
// do, and the last release closes.
class ConnectionPool
{
public:
    // The living connection for an equal target and options (on its way or ready), else a new one
    // in state Idle: connect the signals, then start() it if it is Idle.
    [[nodiscard]] std::shared_ptr<Connection> acquire(const Target &target, const Options &options);
    [[nodiscard]] std::vector<std::shared_ptr<Connection>> living() const;
    // Asks every server at once whether it is there. By itself after a sleep of the computer.
    void probe() const;

private:
    using Connections = std::vector<std::weak_ptr<Connection>>;
    static std::shared_ptr<Connection> acquireFrom(const std::shared_ptr<Connections> &connections,
                                                   const Target &target, const Options &options);

    // Also of the connections, which may outlive the pool.
    std::shared_ptr<Connections> m_connections = std::make_shared<Connections>();
    std::unique_ptr<Net::WakeWatch> m_wakeWatch; // from the first connection on
};

} // namespace Portolan::Ssh
