// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/address.h"
#include "core/ssh/target.h"
#include "core/store/folders.h"

namespace Portolan::Ui {

// What an ssh:// address means: where to, and how. Pure, any thread. Options of the query part:
//   identity=FILE    use this private key and no other (may be repeated)
//   known_hosts=FILE instead of this person's own
//   keepalive=N      seconds between keepalive requests, 0 for none, at most 86400
// An unknown option is a Usage error: ignoring it could connect in a way that nobody asked for.
struct SshAddress
{
    Ssh::Target target;
    Ssh::Options options;
};

[[nodiscard]] Result<SshAddress> sshAddress(const Address &address, const Folders &folders);

} // namespace Portolan::Ui
