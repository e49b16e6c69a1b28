// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/traps/trapform.h"

#include "core/snmp/words.h"

#include <algorithm>

namespace Portolan::Snmp {

namespace {

constexpr std::int32_t kEnterpriseSpecific = 6;

} // namespace

namespace TrapOids {

const Oid &sysUpTime()
{
    static const Oid oid{1, 3, 6, 1, 2, 1, 1, 3, 0};
    return oid;
}

const Oid &snmpTrapOid()
{
    static const Oid oid{1, 3, 6, 1, 6, 3, 1, 1, 4, 1, 0};
    return oid;
}

const Oid &snmpTrapEnterprise()
{
    static const Oid oid{1, 3, 6, 1, 6, 3, 1, 1, 4, 3, 0};
    return oid;
}

const Oid &snmpTrapAddress()
{
    static const Oid oid{1, 3, 6, 1, 6, 3, 18, 1, 3, 0};
    return oid;
}

const Oid &standardTraps()
{
    static const Oid oid{1, 3, 6, 1, 6, 3, 1, 1, 5};
    return oid;
}

} // namespace TrapOids

Oid notificationOf(const Wire::TrapV1 &trap)
{
    // coldStart(0) is snmpTraps.1, and so on. What is none of them is taken as the enterprise's
    // own, as broken agents mean it.
    if (trap.generic >= 0 && trap.generic < kEnterpriseSpecific)
        return TrapOids::standardTraps().child(static_cast<std::uint32_t>(trap.generic) + 1);
    return trap.enterprise.child(0).child(static_cast<std::uint32_t>(trap.specific));
}

Varbinds secondForm(const Wire::TrapV1 &trap, const Varbinds &varbinds)
{
    Varbinds result;
    result.reserve(varbinds.size() + 4);
    result.push_back({TrapOids::sysUpTime(), Value::timeTicks(trap.uptime)});
    result.push_back({TrapOids::snmpTrapOid(), Value::objectIdentifier(notificationOf(trap))});
    result.insert(result.end(), varbinds.begin(), varbinds.end());
    const auto has = [&varbinds](const Oid &oid) {
        return std::any_of(varbinds.begin(), varbinds.end(),
                           [&oid](const Varbind &each) { return each.oid == oid; });
    };
    const auto *const agent = reinterpret_cast<const char *>(trap.agent.data());
    if (!has(TrapOids::snmpTrapAddress()))
        result.push_back({TrapOids::snmpTrapAddress(), Value::ipAddress(QByteArray(agent, 4))});
    if (!has(TrapOids::snmpTrapEnterprise()))
        result.push_back(
            {TrapOids::snmpTrapEnterprise(), Value::objectIdentifier(trap.enterprise)});
    return result;
}

Result<Wire::Pdu> firstForm(const Varbinds &varbinds, const QByteArray &agent)
{
    if (varbinds.size() < 2 || varbinds[0].oid != TrapOids::sysUpTime() ||
        varbinds[0].value.type() != ValueType::TimeTicks ||
        varbinds[1].oid != TrapOids::snmpTrapOid() ||
        varbinds[1].value.type() != ValueType::ObjectIdentifier)
        return failure(Error::Kind::Usage,
                       tr("A notification begins with sysUpTime.0 and snmpTrapOID.0."),
                       QStringLiteral("RFC 3416, section 4.2.6"));
    Wire::Pdu pdu;
    pdu.type = Wire::PduType::TrapV1;
    Wire::TrapV1 &trap = pdu.trap.emplace();
    trap.uptime = static_cast<std::uint32_t>(varbinds[0].value.toUint());
    QByteArray address = agent;
    Oid enterprise;
    for (std::size_t i = 2; i < varbinds.size(); ++i) {
        const auto &[oid, value] = varbinds[i];
        if (value.type() == ValueType::Counter64)
            return failure(Error::Kind::Unsupported,
                           tr("A trap of SNMPv1 cannot carry a Counter64."),
                           QStringLiteral("RFC 3584, section 3.2"));
        if (oid == TrapOids::snmpTrapAddress() && value.type() == ValueType::IpAddress)
            address = value.bytes();
        else if (oid == TrapOids::snmpTrapEnterprise() &&
                 value.type() == ValueType::ObjectIdentifier)
            enterprise = value.toOid();
        else
            pdu.varbinds.push_back(varbinds[i]);
    }
    if (address.size() == 4)
        std::copy(address.begin(), address.end(), trap.agent.begin());
    const Oid notification = varbinds[1].value.toOid();
    const Oid &standard = TrapOids::standardTraps();
    if (notification.size() == standard.size() + 1 && notification.startsWith(standard) &&
        notification.last() >= 1 && notification.last() <= 6) {
        trap.generic = static_cast<std::int32_t>(notification.last()) - 1;
        trap.enterprise = enterprise.isEmpty() ? standard : enterprise;
        return pdu;
    }
    if (notification.size() < 2)
        return failure(
            Error::Kind::Usage,
            tr("“%1” is not the OID of a notification.").arg(plainLine(notification.text(), 80)));
    trap.generic = kEnterpriseSpecific;
    trap.specific = static_cast<std::int32_t>(notification.last());
    const Oid above = notification.parent();
    trap.enterprise = above.last() == 0 ? above.parent() : above;
    return pdu;
}

} // namespace Portolan::Snmp
