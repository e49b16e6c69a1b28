// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/oid.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <optional>

namespace Portolan::Snmp {

// Who made a device, by the enterprise numbers that IANA gave to those whose devices are common in
// networks. Pure, any thread. Names are as people say them, not as firms were once registered.
// Source: IANA, Private Enterprise Numbers; RFC 2578, section 4 (enterprises is 1.3.6.1.4.1).
[[nodiscard]] QString enterpriseName(std::uint32_t number); // empty where it is not known here
// Of a sysObjectID below enterprises.
[[nodiscard]] std::optional<std::uint32_t> enterpriseOf(const Oid &sysObjectId);
// Of an engine's id (RFC 3411, section 5, SnmpEngineID: the first four octets without their top
// bit).
[[nodiscard]] std::optional<std::uint32_t> enterpriseOfEngine(const QByteArray &engineId);

} // namespace Portolan::Snmp
