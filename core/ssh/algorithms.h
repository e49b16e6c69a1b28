// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ssh/diagnosis/kexinit.h"
#include "core/ssh/target.h"

struct ssh_session_struct; // libssh's ssh_session points to it

namespace Portolan::Ssh {

// The algorithms of our own side. Any thread; short.

// Host key algorithms in the order of our liking.
[[nodiscard]] QStringList hostKeyPreference();
// `hostKeys` is used where the choice names none.
[[nodiscard]] Result<> applyAlgorithms(ssh_session_struct *session, const AlgorithmChoice &choice,
                                       const QString &hostKeys);
// With what only old gear needs behind the rest. A list that was chosen in full stays as it is.
[[nodiscard]] AlgorithmChoice withLegacy(AlgorithmChoice choice);
// With which signatures our keys may prove themselves: the safe ones or, for RSA keys at old gear,
// SHA-1 (RFC 8332, section 3.3: such a server may not say that it knows no other).
void allowSignatures(ssh_session_struct *session, bool sha1);
// What could help where both sides have nothing in common, from the server's list: an empty text,
// or one sentence.
[[nodiscard]] QString legacyAdvice(const QString &serversList);
// What libssh really offers with this choice: it is made to speak to a peer that only listens, over
// a socket pair inside this process.
[[nodiscard]] Result<KexInit> ownKexInit(const AlgorithmChoice &choice);

} // namespace Portolan::Ssh
