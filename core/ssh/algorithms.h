// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ssh/kexinit.h"
#include "core/ssh/target.h"

struct ssh_session_struct; // libssh's ssh_session points to it

namespace Portolan::Ssh {

// The algorithms of our own side. Any thread; short.

// Host key algorithms in the order of our liking.
[[nodiscard]] QStringList hostKeyPreference();
// `hostKeys` is used where the choice names none.
[[nodiscard]] Result<> applyAlgorithms(ssh_session_struct *session, const AlgorithmChoice &choice,
                                       const QString &hostKeys);
// What libssh really offers with this choice: it is made to speak to a peer that only listens, over
// a socket pair inside this process.
[[nodiscard]] Result<KexInit> ownKexInit(const AlgorithmChoice &choice);

} // namespace Portolan::Ssh
