// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QList>

class QHostInfo;

namespace Portolan::Net {

// What a finished lookup says, in the order of the system. A localhost name is the loopback also
// where the system does not know it, as in a container without /etc/hosts. Pure, any thread.
// Source: RFC 6761, section 6.3, point 3.
[[nodiscard]] QList<QHostAddress> addressesOf(const QHostInfo &info);

} // namespace Portolan::Net
