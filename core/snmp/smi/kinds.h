// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace Portolan::Snmp::Smi {

// The words that parser, tables and snapshot share. Their numbers are part of the cache's format:
// new ones at the end, and kTablesVersion goes up.

enum class Kind : std::uint8_t {
    Unnamed,          // an OID that only has something below it
    ObjectIdentifier, // a name and nothing else
    ModuleIdentity,
    ObjectIdentity,
    Scalar,
    Table,
    Row,
    Column,
    Notification,
    Trap, // of SMIv1: at enterprise.0.number (RFC 3584, section 3.1)
    ObjectGroup,
    NotificationGroup,
    Compliance,
    Capabilities,
};

enum class Access : std::uint8_t {
    None,
    NotAccessible,
    AccessibleForNotify,
    ReadOnly,
    ReadWrite,
    ReadCreate,
    WriteOnly,
    NotImplemented,
};

enum class Status : std::uint8_t { None, Current, Deprecated, Obsolete, Mandatory, Optional };

// What a syntax is in the end, behind all textual conventions.
enum class Base : std::uint8_t {
    Unknown,
    Integer32, // INTEGER with names, too
    OctetString,
    ObjectIdentifier,
    Bits,
    IpAddress,
    Counter32,
    Gauge32,
    Unsigned32,
    TimeTicks,
    Opaque,
    Counter64,
    Integer64,  // of the SMIng drafts; some vendors use it
    Unsigned64, // the same
    Null,
    Sequence,   // of a row
    SequenceOf, // of a table
};

} // namespace Portolan::Snmp::Smi
