// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/station.h"

#include "core/snmp/engine/engine.h"
#include "core/snmp/engine/walktraitstore.h"

#include <atomic>
#include <mutex>

namespace Portolan::Snmp {

struct Station::Shared
{
    explicit Shared(const QString &memoryFile)
        : host(QStringLiteral("snmp"), [memoryFile](std::stop_token) {
            return std::make_unique<Engine>(std::make_shared<WalkTraitStore>(memoryFile));
        })
    {
    }
    EngineHost<Engine> host;
    std::atomic<quint64> lastPeer = 0;
};

Station::Station(const QString &memoryFile)
{
    static std::mutex mutex;
    static std::weak_ptr<Shared> only;
    const std::scoped_lock lock(mutex);
    m_shared = only.lock();
    if (!m_shared) {
        m_shared = std::make_shared<Shared>(memoryFile);
        only = m_shared;
    }
}

Station::~Station() = default;

EngineHost<Engine> &Station::host()
{
    return m_shared->host;
}

quint64 Station::newPeer()
{
    return ++m_shared->lastPeer;
}

} // namespace Portolan::Snmp
