// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/station.h"

#include "core/snmp/engine/engine.h"

#include <atomic>
#include <map>
#include <mutex>

namespace Portolan::Snmp {

namespace {

// As long as the process; bounded, because agents say what they like.
class ProcessMemory final : public WalkMemory
{
public:
    std::optional<WalkTraits> recall(const Oid &sysObjectId) override
    {
        const std::scoped_lock lock(m_mutex);
        const auto found = m_traits.find(sysObjectId);
        return found == m_traits.end() ? std::nullopt : std::optional(found->second);
    }
    void remember(const Oid &sysObjectId, const WalkTraits &traits) override
    {
        constexpr std::size_t kMost = 1000;
        const std::scoped_lock lock(m_mutex);
        if (m_traits.size() >= kMost && !m_traits.contains(sysObjectId))
            m_traits.erase(m_traits.begin());
        m_traits[sysObjectId] = traits;
    }

private:
    std::mutex m_mutex;
    std::map<Oid, WalkTraits> m_traits;
};

} // namespace

struct Station::Shared
{
    Shared()
        : host(QStringLiteral("snmp"), [](std::stop_token) {
            return std::make_unique<Engine>(std::make_shared<ProcessMemory>());
        })
    {
    }
    EngineHost<Engine> host;
    std::atomic<quint64> lastPeer = 0;
};

Station::Station()
{
    static std::mutex mutex;
    static std::weak_ptr<Shared> only;
    const std::scoped_lock lock(mutex);
    m_shared = only.lock();
    if (!m_shared) {
        m_shared = std::make_shared<Shared>();
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
