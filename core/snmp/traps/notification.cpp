// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/traps/notification.h"

#include "core/snmp/smi/valuetext.h"
#include "core/snmp/traps/trapform.h"
#include "core/snmp/words.h"

#include <chrono>

#ifdef Q_OS_LINUX
#include <ctime>
#endif

namespace Portolan::Snmp {

quint32 ownUptime()
{
#ifdef Q_OS_LINUX
    timespec time{};
    if (::clock_gettime(CLOCK_BOOTTIME, &time) == 0)
        return static_cast<quint32>(static_cast<quint64>(time.tv_sec) * 100 +
                                    static_cast<quint64>(time.tv_nsec) / 10'000'000);
#endif
    static const auto began = std::chrono::steady_clock::now();
    return static_cast<quint32>(std::chrono::duration_cast<std::chrono::milliseconds>(
                                    std::chrono::steady_clock::now() - began)
                                    .count() /
                                10);
}

Result<Varbinds> varbindsOf(const Smi::Snapshot &snapshot, const NotificationDraft &draft)
{
    const auto notification = snapshot.resolve(draft.notification);
    if (!notification)
        return tl::unexpected(notification.error());
    const Smi::Definition definition = snapshot.nearest(*notification);
    if (definition && definition.isObject())
        return failure(
            Error::Kind::Usage,
            tr("“%1” is an object, and no notification.").arg(plainLine(draft.notification, 80)));
    Varbinds varbinds;
    varbinds.push_back(
        {TrapOids::sysUpTime(), Value::timeTicks(draft.uptime.value_or(ownUptime()))});
    varbinds.push_back({TrapOids::snmpTrapOid(), Value::objectIdentifier(*notification)});
    for (const NotificationDraft::Object &each : draft.objects) {
        auto oid = snapshot.resolve(each.name);
        if (!oid)
            return tl::unexpected(oid.error());
        Result<Value> value;
        if (each.type == QLatin1Char('=')) {
            const Smi::Definition object = snapshot.nearest(*oid);
            if (!object || !object.isObject())
                return failure(Error::Kind::Usage,
                               tr("No module says which type “%1” has: name it.")
                                   .arg(plainLine(each.name, 80)));
            value = Smi::valueOf(snapshot, object, each.value);
        } else if (each.type == QLatin1Char('o')) {
            auto named = snapshot.resolve(each.value);
            if (!named)
                return tl::unexpected(named.error());
            value = Value::objectIdentifier(*named);
        } else {
            value = parseValue(each.type, each.value);
        }
        if (!value) {
            if (value.error().detail.isEmpty())
                value.error().detail = each.name;
            return tl::unexpected(std::move(value.error()));
        }
        varbinds.push_back({*oid, std::move(*value)});
    }
    return varbinds;
}

} // namespace Portolan::Snmp
