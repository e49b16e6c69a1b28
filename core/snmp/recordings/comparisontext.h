// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/recordings/viewmap.h"

#include <QJsonObject>
#include <QStringList>

namespace Portolan::Snmp {

// Differences and views in words and as JSON, the same on the command line and in the window. Pure,
// any thread. Names and values as the modules know them; sentences in the current language.

// "ifEntry 3", "sysContact.0"; with the module in front where `qualified`.
[[nodiscard]] QString placeOf(const Difference &difference, const Smi::Snapshot &modules,
                              bool qualified = false);
[[nodiscard]] QString cellName(const CellChange &cell, const Difference &of,
                               const Smi::Snapshot &modules); // "ifOperStatus"
[[nodiscard]] QString valueText(const Smi::Snapshot &modules, const Oid &oid, const Value &value);
// "up(1) → down(2)", "+ 1,234", the value alone where it came or went.
[[nodiscard]] QString changeText(const CellChange &cell, const Smi::Snapshot &modules);
[[nodiscard]] QString kindText(Difference::Kind kind); // "added", translated
[[nodiscard]] QString sightText(ViewMap::Sight sight); // "both see it", translated
// What must be known to read the result: a restart, damage, renumbered interfaces.
[[nodiscard]] QStringList notesOf(const ComparisonSummary &summary);
// "2 changed, 1 added"; "Nothing has changed.".
[[nodiscard]] QString totalOf(const ComparisonSummary &summary);

[[nodiscard]] QJsonObject toJson(const Difference &difference, const Smi::Snapshot &modules);
[[nodiscard]] QJsonObject toJson(const ComparisonSummary &summary);
[[nodiscard]] QJsonObject toJson(const ViewMap::Entry &entry, const Smi::Snapshot &modules);
// {"syntax","value","text"} of one value, and "hex" where it is octets. Numbers that JSON readers
// would round are text.
[[nodiscard]] QJsonObject valueJson(const Smi::Snapshot &modules, const Oid &oid,
                                    const Value &value);

} // namespace Portolan::Snmp
