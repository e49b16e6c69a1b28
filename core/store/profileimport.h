// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/store/profileset.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

namespace Portolan {

// Profiles on their way in and out: as a JSON document without secrets (docs/profiles.md has the
// format), and what an import would change. Pure functions and plain values, any thread. What comes
// in is checked like what a person types; it is never trusted to be small, sane or free of secrets.

// What an importer found, before it is compared with what there is. Ids may be empty; those that
// are not tie `via` and `credential` together.
struct ImportSource
{
    QList<Profile> profiles;
    QList<Credential> credentials;
    QStringList folders;
    QStringList notes; // whole sentences: what was left out, and why
};

enum class ImportAction {
    Skip,
    Add,     // of Kind::New, and beside another one under a free name
    Replace, // the one that it meets
};

struct ImportItem
{
    enum class Kind {
        New,      // nothing like it is here
        Same,     // it is here already
        Changed,  // the same profile (its id), with other content
        Conflict, // another one has its name
        Invalid,  // it cannot be taken; `note` says why
    };

    Kind kind = Kind::New;
    Profile profile;                         // as it would be stored
    QString existing = {};                   // id of the profile that it meets
    QString note = {};                       // one sentence, where there is something to say
    ImportAction action = ImportAction::Add; // what the preview begins with; a person may choose
};

// What a person looks at before anything is changed.
struct ImportPlan
{
    QList<ImportItem> items;       // in the order of the source
    QList<Credential> credentials; // new ones, and changed ones under their own id
    QStringList folders;           // new ones
    QStringList notes;

    [[nodiscard]] int count(ImportItem::Kind kind) const;
    // Whether an item may be given this action.
    [[nodiscard]] static bool allows(const ImportItem &item, ImportAction action);
};

// Merge rules: the same id is the same profile, and a changed one replaces what is here; a new one
// whose name is taken in its folder is a conflict, unless it says the same; it comes in under a
// free name ("bastion (2)") unless a person chooses otherwise. A credential of the same name and
// content is the same one. A link to something that is neither in the source nor here is cut, with
// a note at the item.
[[nodiscard]] ImportPlan planImport(const ImportSource &source, const ProfileSet &into);

// What putAll() gets: the chosen items with free names, and with their links led to what is really
// there afterwards.
[[nodiscard]] ImportSource chosen(const ImportPlan &plan, const ProfileSet &into);

inline constexpr qsizetype kMostImportBytes = 64 * 1024 * 1024;

// All of the set, or those profiles with the credentials, folders and hosts on the way that they
// need.
[[nodiscard]] QByteArray toJson(const ProfileSet &set, const QStringList &profileIds = {});
// Usage where it is no such document; Unsupported where a newer version wrote it. What names a
// secret is ignored, with a note; so is what this version does not know.
[[nodiscard]] Result<ImportSource> fromJson(const QByteArray &json);

} // namespace Portolan
