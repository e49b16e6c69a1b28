// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panel/profileimporter.h"

#include <span>

namespace Portolan::Ui {

// MQTTX and MQTT Explorer, for PanelSpec::importers.
[[nodiscard]] std::span<const ProfileImporter> mqttImporters();

} // namespace Portolan::Ui
