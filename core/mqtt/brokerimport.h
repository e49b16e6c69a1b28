// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/store/profileimport.h"

#include <QByteArray>

namespace Portolan::Mqtt {

// The connections of MQTTX and of MQTT Explorer as profiles. Pure, any thread; the bytes are
// somebody else's and may be wrong in every way. Passwords are never taken: a connection that has
// one gets a credential of its own, which asks for it once. What cannot be said as an address is
// told in a note: certificates inside the file, an unchecked certificate, messages, scripts.
// Subscriptions to everything that MQTT Explorer gives to each new connection are left out.
//
// Sources: MQTTX 1.12, "Export Data" as JSON (src/types/global.d.ts, ConnectionModel;
// src/components/ExportData.vue: one connection or a list of them); MQTT Explorer 0.4,
// settings.json (app/src/model/ConnectionOptions.ts, and ConfigMigrator for files of before
// subscriptions had a quality of service).

inline constexpr qsizetype kMostBrokerConnections = 10'000;

// Either file; Usage, with line and column where the JSON is broken, for anything else.
[[nodiscard]] Result<ImportSource> importBrokers(const QByteArray &json);

} // namespace Portolan::Mqtt
