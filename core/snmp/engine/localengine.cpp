// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/engine/localengine.h"

#include <QCryptographicHash>
#include <QSysInfo>

#include <algorithm>

namespace Portolan::Snmp {

// RFC 3411, section 5 (SnmpEngineID): the enterprise of the library that writes our messages
// (net-snmp, 8072), format 5 (octets), eight octets that differ by machine and purpose.
QByteArray LocalEngine::idFor(QByteArrayView purpose)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArrayLiteral("portolan snmp engine"));
    hash.addData(QSysInfo::machineUniqueId());
    hash.addData(QByteArray(purpose.data(), purpose.size()));
    return QByteArray::fromHex("80001f8805") + hash.result().left(8);
}

std::uint32_t LocalEngine::bootsNow()
{
    constexpr std::int64_t k2020 = 1'577'836'800;
    const auto now = std::chrono::duration_cast<std::chrono::seconds>(
                         std::chrono::system_clock::now().time_since_epoch())
                         .count();
    return static_cast<std::uint32_t>(std::clamp<std::int64_t>(now - k2020, 1, 0x7ffffffe));
}

LocalEngine::LocalEngine(QByteArrayView purpose)
    : LocalEngine(idFor(purpose), Clock::now(), bootsNow())
{
}

LocalEngine::LocalEngine(const QByteArray &id, Clock::time_point began, std::uint32_t boots)
    : m_id(id)
    , m_began(began)
    , m_boots(boots)
{
}

Wire::EngineClock LocalEngine::clock(Clock::time_point now) const
{
    const auto passed = std::chrono::duration_cast<std::chrono::seconds>(now - m_began).count();
    return {m_boots, static_cast<std::uint32_t>(std::clamp<std::int64_t>(passed, 0, 0x7fffffff))};
}

} // namespace Portolan::Snmp
