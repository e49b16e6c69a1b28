// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panel/profileimporter.h"

#include <span>

namespace Portolan::Ui {

// What SSH connections can be taken over from: the hosts of OpenSSH's configuration. Every host
// that is named without a wildcard becomes a profile whose address says what the configuration says
// of it. Read once: later changes of the file do not follow.
[[nodiscard]] std::span<const ProfileImporter> sshImporters();

} // namespace Portolan::Ui
