// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/varbind.h"
#include "core/snmp/wire/messagecodec.h"

#include <QByteArray>

namespace Portolan::Snmp {

// The two forms of a notification, each made from the other. Pure, any thread.
// Source: RFC 3584, section 3.

// Objects of SNMPv2-MIB and SNMP-COMMUNITY-MIB that notifications begin or end with.
namespace TrapOids {
[[nodiscard]] const Oid &sysUpTime();          // .0
[[nodiscard]] const Oid &snmpTrapOid();        // .0
[[nodiscard]] const Oid &snmpTrapEnterprise(); // .0
[[nodiscard]] const Oid &snmpTrapAddress();    // .0
[[nodiscard]] const Oid &standardTraps();      // coldStart and its kin are below it
} // namespace TrapOids

// Section 3.1, (2): the OID of a notification that a trap of version 1 stands for.
[[nodiscard]] Oid notificationOf(const Wire::TrapV1 &trap);
// Section 3.1: the whole list of varbinds; the agent's address and the enterprise stand at its end,
// the community, which is a secret, does not.
[[nodiscard]] Varbinds secondForm(const Wire::TrapV1 &trap, const Varbinds &varbinds);
// Section 3.2. The first two varbinds must be sysUpTime.0 and snmpTrapOID.0 (else Usage). `agent`
// (four octets) is used unless a varbind names another. Unsupported where a varbind is a Counter64,
// which version 1 cannot say.
[[nodiscard]] Result<Wire::Pdu> firstForm(const Varbinds &varbinds, const QByteArray &agent);

} // namespace Portolan::Snmp
