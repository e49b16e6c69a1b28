// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panel/profileimporter.h"

#include <span>

namespace Portolan::Ui {

// The servers that a time daemon follows, for PanelSpec::importers.
[[nodiscard]] std::span<const ProfileImporter> ntpImporters();

} // namespace Portolan::Ui
