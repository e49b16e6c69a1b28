// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

struct ssh_session_struct; // libssh's ssh_session points to it

namespace Portolan::Ssh {

// Why a session cannot go on, as one sentence about `host`, from what libssh remembers of it.
// `firstWords` are what it said before its closing of the socket became the last error.
[[nodiscard]] Error toError(ssh_session_struct *session, const QString &host,
                            const QString &firstWords = {});
// The same from libssh's words alone; pure, for tests.
[[nodiscard]] Error toError(const QString &librarysWords, const QString &host);

} // namespace Portolan::Ssh
