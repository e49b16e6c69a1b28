// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ntp/config/clockconfig.h"
#include "core/store/profileimport.h"

namespace Portolan::Ntp {

// What a time daemon follows as one profile: its servers, watched together. Pure, any thread. Keys
// are not taken over into profiles: the panel asks for them once. Nothing to take over is Usage.
[[nodiscard]] Result<ImportSource> importProfiles(const ClockConfig &config, const QString &name);

} // namespace Portolan::Ntp
