// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ntp/monitor.h"

#include <QJsonObject>
#include <QString>

namespace Portolan::Cli {

// What servers said, as JSON and as lines for people: `ntp query`, `watch` and `diagnose` print the
// same. docs/portolanctl.md names the fields.

// Of a measurement or of what came in its place; `server` is who was asked.
[[nodiscard]] QJsonObject ntpOutcomeObject(const Ntp::Outcome &outcome,
                                           const Ntp::ServerState &server);
[[nodiscard]] QString ntpOutcomeLine(const Ntp::Outcome &outcome, const Ntp::ServerState &server);

// How a server stands at the end.
[[nodiscard]] QJsonObject ntpServerObject(const Ntp::ServerState &server);
[[nodiscard]] QString ntpServerLine(const Ntp::Monitor &monitor, const Ntp::ServerState &server);

// Which servers agree, and what our clock is by them.
[[nodiscard]] QJsonObject ntpSelectionObject(const Ntp::Monitor &monitor);
[[nodiscard]] QString ntpSelectionLine(const Ntp::Monitor &monitor);

} // namespace Portolan::Cli
