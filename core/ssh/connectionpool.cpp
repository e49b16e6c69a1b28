// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssh/connectionpool.h"

#include <algorithm>

namespace Portolan::Ssh {

std::shared_ptr<Connection> ConnectionPool::acquire(const Target &target, const Options &options)
{
    if (!m_wakeWatch) {
        m_wakeWatch = std::make_unique<Net::WakeWatch>();
        QObject::connect(m_wakeWatch.get(), &Net::WakeWatch::woke, m_wakeWatch.get(),
                         [this] { probe(); });
    }
    return acquireFrom(m_connections, target, options);
}

void ConnectionPool::probe() const
{
    for (const auto &connection : living())
        connection->probe();
}

std::shared_ptr<Connection>
ConnectionPool::acquireFrom(const std::shared_ptr<Connections> &connections, const Target &target,
                            const Options &options)
{
    std::erase_if(*connections, [](const auto &connection) { return connection.expired(); });
    // With the user's name filled in.
    auto fresh =
        Connection::create(target, options, [connections](const Target &hop, const Options &of) {
            return acquireFrom(connections, hop, of);
        });
    for (const auto &weak : *connections) {
        const auto connection = weak.lock();
        if (connection && connection->state() != Connection::State::Closing &&
            connection->state() != Connection::State::Closed &&
            connection->target() == fresh->target() && connection->options() == options)
            return connection;
    }
    connections->push_back(fresh);
    return fresh;
}

std::vector<std::shared_ptr<Connection>> ConnectionPool::living() const
{
    std::vector<std::shared_ptr<Connection>> all;
    for (const auto &weak : *m_connections) {
        if (auto connection = weak.lock())
            all.push_back(std::move(connection));
    }
    return all;
}

} // namespace Portolan::Ssh
