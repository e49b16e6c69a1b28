// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/finding.h"
#include "core/snmp/smi/snapshot.h"
#include "core/snmp/traps/trap.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <utility>

namespace Portolan::Snmp {

// A message of syslog, and how a notification becomes one. Pure, any thread. Sources: RFC 5424;
// RFC 5675 for the structured data "snmp" (context, then v1, v2 ... the OIDs of the varbinds, l1
// ... their names, and the values under letters that tell their types); RFC 6587, section 3.4.1,
// and RFC 5425, section 4.3, for the octets' count before it.

enum class SyslogFraming { Datagram, OctetCounting };

struct SyslogElement
{
    QByteArray id; // "snmp", "origin"
    QList<std::pair<QByteArray, QString>> params = {};
};

struct SyslogMessage
{
    int facility = 16; // local0
    int severity = 6;  // informational
    qint64 time = 0;   // milliseconds since 1970
    QString host = {};
    QString app = QStringLiteral("portolan");
    QString process = {};
    QString id = {}; // what kind of message: the notification's name
    QList<SyslogElement> elements = {};
    QString text = {};
};

struct SyslogBytes
{
    QByteArray bytes;
    bool truncated = false;
};
// Never longer than `most` octets, without the count: what does not fit is left out from the end,
// first the text's rest, then parameters, so that it stays a message (RFC 5424, section 6.1).
[[nodiscard]] SyslogBytes encodeSyslog(const SyslogMessage &message, SyslogFraming framing,
                                       std::size_t most);

// 0 is an emergency, 7 debugging.
[[nodiscard]] int syslogSeverity(Finding::Severity severity);
// The time is that of arrival here, the host the notification's sender.
[[nodiscard]] SyslogMessage syslogOf(const Smi::Snapshot &snapshot, const Trap &trap,
                                     Finding::Severity severity, int facility);

} // namespace Portolan::Snmp
