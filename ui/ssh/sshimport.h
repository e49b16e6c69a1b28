// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panel/profileimporter.h"

#include <span>

namespace Portolan::Ui {

// What SSH connections can be taken over from: the hosts of OpenSSH's configuration (every
// one that is named without a wildcard becomes a profile whose address says what the configuration
// says of it) and the sessions of PuTTY. Read once: later changes of the files do not follow.
[[nodiscard]] std::span<const ProfileImporter> sshImporters();

} // namespace Portolan::Ui
