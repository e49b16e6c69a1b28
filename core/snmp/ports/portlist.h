// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <vector>

namespace Portolan::Snmp {

// Sets of ports as bridges write them, and numbers as people do. Pure, any thread.
// Source: RFC 4363, section 5, PortList: the top bit of the first octet is port 1.
[[nodiscard]] std::vector<std::uint32_t> portsOf(const QByteArray &portList);

// "1-4, 7, 10-12" of numbers in order.
[[nodiscard]] QString runsText(const std::vector<std::uint32_t> &numbers);

} // namespace Portolan::Snmp
