// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/store/database.h"
#include "core/store/historyentry.h"

#include <QList>

namespace Portolan {

// The table of history.db. Functions of a Database, on its thread. Formats up to 1.

[[nodiscard]] const Schema &historySchema();
// Newest first; what makes no sense is left out.
[[nodiscard]] Result<QList<HistoryEntry>> readHistory(Database &database, int most);
// Adds or replaces, and removes what is older than the newest `most`.
[[nodiscard]] Result<> writeHistory(Database &database, const HistoryEntry &entry, int most);
[[nodiscard]] Result<> clearHistory(Database &database);

} // namespace Portolan
