// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/address.h"

#include <QString>

namespace Portolan {

// Whether an option of an address, or a field of a file, is named as secrets are ("password",
// "api_key"). Pure, any thread.
[[nodiscard]] bool namesSecret(const QString &name);

// The address as it may be written down: without options that name a secret, and without the user
// of snmp:// (RFC 4088 puts the community there).
[[nodiscard]] Address withoutSecrets(const Address &address);

} // namespace Portolan
