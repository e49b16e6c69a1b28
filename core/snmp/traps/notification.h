// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/request.h"
#include "core/snmp/smi/snapshot.h"

#include <QList>
#include <QString>

#include <optional>

namespace Portolan::Snmp {

// A notification as a person writes it, for sending. Plain value, any thread.
struct NotificationDraft
{
    struct Object
    {
        QString name; // "ifIndex.7", "1.3.6.1.2.1.2.2.1.1.7"
        QChar type;   // a letter as parseValue() knows it; '=' means what the module says
        QString value;
    };
    QString notification;               // "IF-MIB::linkDown", an OID
    std::optional<quint32> uptime = {}; // hundredths of a second; else this machine's
    QList<Object> objects = {};
};

// The varbinds of version 2's form. Usage, naming what is wrong, where a name is unknown, a value
// does not fit its object, or the notification is none.
[[nodiscard]] Result<Varbinds> varbindsOf(const Smi::Snapshot &snapshot,
                                          const NotificationDraft &draft);
// Hundredths of a second since this machine was started, where the system tells; else since this
// process was.
[[nodiscard]] quint32 ownUptime();

} // namespace Portolan::Snmp
