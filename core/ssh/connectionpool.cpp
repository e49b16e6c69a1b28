// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssh/connectionpool.h"

#include <algorithm>

namespace Portolan::Ssh {

std::shared_ptr<Connection> ConnectionPool::acquire(const Target &target, const Options &options)
{
    std::erase_if(m_connections, [](const auto &connection) { return connection.expired(); });
    auto fresh = Connection::create(target, options); // with the user's name filled in
    for (const auto &weak : m_connections) {
        const auto connection = weak.lock();
        if (connection && connection->state() != Connection::State::Closing &&
            connection->state() != Connection::State::Closed &&
            connection->target() == fresh->target() && connection->options() == options)
            return connection;
    }
    m_connections.push_back(fresh);
    return fresh;
}

std::vector<std::shared_ptr<Connection>> ConnectionPool::living() const
{
    std::vector<std::shared_ptr<Connection>> all;
    for (const auto &weak : m_connections) {
        if (auto connection = weak.lock())
            all.push_back(std::move(connection));
    }
    return all;
}

} // namespace Portolan::Ssh
