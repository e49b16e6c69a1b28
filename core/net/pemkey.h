// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Portolan::Net {

// Whether a file of this computer holds a private key in PEM form that a passphrase locks (RFC
// 7468, section 11, and the older form with a Proc-Type). Blocks for as long as the disk takes: not
// on the GUI's thread. False for what cannot be read: what is wrong with it is said when it is
// used.
[[nodiscard]] bool isLockedKey(const QString &file);

} // namespace Portolan::Net
