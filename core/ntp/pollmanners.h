// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>

#include <chrono>

namespace Portolan::Ntp {

// How soon a server may be asked again, whatever was wished for: a public one every two seconds
// (RFC 8633, section 4.3; RFC 5905, section 13), one of a private network ten times a second, this
// machine at once. Pure, any thread.
[[nodiscard]] std::chrono::milliseconds leastGap(const QHostAddress &address);

} // namespace Portolan::Ntp
