// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/store/database.h"
#include "core/store/profileset.h"

#include <QHash>
#include <QString>
#include <QVariant>

namespace Portolan {

// The tables of portolan.db and what is read from and written to them. Functions of a Database, on
// its thread. Formats up to 1; tests/unit/formats has a file of each.

[[nodiscard]] const Schema &portolanSchema();

struct ReadProfiles
{
    ProfileSet profiles;
    // Rows that make no sense to this version: they are left as they are, and not shown.
    int unreadable = 0;
};
[[nodiscard]] Result<ReadProfiles> readProfiles(Database &database);
// Rows of `rows` to write; ids and paths without a row to delete.
struct ProfileRows
{
    QList<Profile> profiles;
    QList<Credential> credentials;
    QStringList folders;
    QStringList goneProfiles;
    QStringList goneCredentials;
    QStringList goneFolders;
};
[[nodiscard]] Result<> writeProfiles(Database &database, const ProfileRows &rows);

using SettingValues = QHash<QString, QVariant>;
// Text, whole numbers, flags, bytes and lists of text come back as what they were; another kind is
// as good as absent.
[[nodiscard]] Result<SettingValues> readSettings(Database &database);
// An invalid value removes the row.
[[nodiscard]] Result<> writeSettings(Database &database, const SettingValues &values);

} // namespace Portolan
