// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/address.h"

#include <QString>

namespace Portolan::Net {

// The option `via=` of an address: through what it is reached, whatever its protocol is. Its value
// is an address (ssh://ops@gate, or only ops@gate) or "@" and the name of a profile. Whoever makes
// the connection takes it out first and prepares a Dialer; protocols do not know the option, so an
// address of which nobody took it is an error and never goes straight. Pure, any thread.
struct ViaSplit
{
    Address address; // without via=
    QString via;     // empty: straight
};

// Usage where it stands there twice or without a value.
[[nodiscard]] Result<ViaSplit> splitVia(const Address &address);

} // namespace Portolan::Net
