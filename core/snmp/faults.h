// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/snmp/request.h"

namespace Portolan::Snmp {

// Why something with an agent went wrong, as Error::native has it: for a diagnosis, which decides
// by it. Plain values. Up to 18 they are the error-status of a response (RFC 3416, section 3), from
// 101 on the counters of reports (RFC 3414, section 5: usmStats; RFC 3412 and 3413), from 201 on
// what was seen on the way.
enum class Fault : int {
    None = 0,
    TooBig = 1,
    NoSuchName = 2,
    BadValue = 3,
    ReadOnly = 4,
    GenErr = 5,
    NoAccess = 6,
    WrongType = 7,
    WrongLength = 8,
    WrongEncoding = 9,
    WrongValue = 10,
    NoCreation = 11,
    InconsistentValue = 12,
    ResourceUnavailable = 13,
    CommitFailed = 14,
    UndoFailed = 15,
    AuthorizationError = 16,
    NotWritable = 17,
    InconsistentName = 18,

    UnsupportedSecLevel = 101,
    NotInTimeWindow = 102,
    UnknownUserName = 103,
    UnknownEngineId = 104,
    WrongDigest = 105,
    DecryptionError = 106,
    UnknownSecurityModel = 111,
    InvalidMessage = 112,
    UnknownPduHandler = 113,
    UnavailableContext = 114,
    UnknownContext = 115,
    OtherReport = 119,

    Silence = 201,       // nothing came back
    Closed = 202,        // the machine says that nothing listens there
    Elsewhere = 203,     // an answer came, from another address
    Unreadable = 204,    // an answer came, and it is not SNMP
    NoEngineId = 205,    // version 3: the agent does not say who it is
    NotDecrypted = 206,  // its answer cannot be read with our key
    NotIncreasing = 207, // a walk would go round in circles
    NoProgress = 208,    // it answers without a single row
    TooMuch = 209,       // a guard ended the walk
    Unreachable = 210,   // no route, no name, no connection
};

[[nodiscard]] inline Fault faultOf(const Error &error)
{
    return static_cast<Fault>(error.native);
}

// "noSuchName", "wrongValue": as the standard has it, never translated; "error 42" for others.
[[nodiscard]] QString errorStatusName(int errorStatus);
// Of a response whose errorStatus is not 0. The detail names the varbind that it is about.
[[nodiscard]] Error toError(const Response &response, const Request &request);
// Of a report's first varbind.
[[nodiscard]] Fault faultOfReport(const Oid &counter);
[[nodiscard]] Error reportError(Fault fault, const QString &user, Level level);

} // namespace Portolan::Snmp
