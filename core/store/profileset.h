// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/store/profile.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QStringList>

#include <optional>
#include <utility>

namespace Portolan {

// One step on the way to a host: what is connected to, as who, and where the secret rests.
struct Hop
{
    QString profile;   // id
    Address address;   // with the credential's user where it names none
    QString keyFile;   // of the credential; empty: none
    QString secretKey; // in the SecretStore; empty: no credential

    friend bool operator==(const Hop &, const Hop &) = default;
};

// Profiles, folders and credentials and the rules that hold between them. Plain value, any thread;
// copies are cheap (shared until changed). Every change is checked first: an Error of kind Usage
// with one sentence, and nothing has changed.
class ProfileSet
{
public:
    static constexpr qsizetype kLongestName = 200;     // of a profile, a credential, a tag
    static constexpr qsizetype kLongestPath = 1000;    // of a folder, a file
    static constexpr qsizetype kLongestAddress = 8000; // as a URL
    static constexpr qsizetype kMostTags = 64;
    static constexpr qsizetype kMost = 100'000; // profiles; and credentials, and folders
    static constexpr int kLongestRoute = 8;     // hosts, the last one included

    // What a stored file held, as it is; rules that its writer broke are met at the next change.
    ProfileSet() = default;
    ProfileSet(QList<Profile> profiles, const QList<Credential> &credentials,
               const QStringList &folders);

    // Reads portolan.db; no file is an empty set. Blocks for some milliseconds: for programs
    // without a window. Changes nothing; a window may be writing.
    [[nodiscard]] static Result<ProfileSet> read(const QString &databaseFile);

    [[nodiscard]] const QList<Profile> &profiles() const { return m_profiles; }
    [[nodiscard]] const QList<Credential> &credentials() const { return m_credentials; }
    [[nodiscard]] const QStringList &folders() const { return m_folders; }
    [[nodiscard]] std::optional<Profile> profile(const QString &id) const;
    [[nodiscard]] std::optional<Credential> credential(const QString &id) const;
    [[nodiscard]] Result<Profile> find(const QString &nameOrPath) const;
    // From the first host that is reached directly to the profile itself. Usage where a `via` leads
    // nowhere, in a circle or through something that is not SSH.
    [[nodiscard]] Result<QList<Hop>> route(const QString &id) const;

    // ProfileStore describes these.
    [[nodiscard]] Result<QString> put(Profile profile);
    [[nodiscard]] Result<QString> put(Credential credential);
    [[nodiscard]] Result<> putAll(const QList<Profile> &profiles,
                                  const QList<Credential> &credentials, const QStringList &folders);
    [[nodiscard]] Result<> remove(const QStringList &profileIds);
    [[nodiscard]] Result<> removeCredential(const QString &id);
    [[nodiscard]] Result<> addFolder(const QString &folder);
    [[nodiscard]] Result<> renameFolder(const QString &folder, const QString &to);
    [[nodiscard]] Result<> removeFolder(const QString &folder);
    [[nodiscard]] Result<> move(const QStringList &profileIds, const QString &folder,
                                const QString &before);

    // Which rows are no longer as they were at the last call: present ones to write, others to
    // delete.
    struct Changes
    {
        QSet<QString> profiles;    // ids
        QSet<QString> credentials; // ids
        QSet<QString> folders;     // paths

        [[nodiscard]] bool isEmpty() const
        {
            return profiles.isEmpty() && credentials.isEmpty() && folders.isEmpty();
        }
    };
    [[nodiscard]] Changes takeChanges() { return std::exchange(m_changes, {}); }

    // What of the rules concerns one alone: trims and sorts, or Usage.
    [[nodiscard]] static Result<> clean(Profile &profile);
    [[nodiscard]] static Result<> clean(Credential &credential);
    // "Seoul / Rack 3/" becomes "Seoul/Rack 3"; Usage for control characters and endless paths.
    [[nodiscard]] static Result<QString> cleanFolder(const QString &folder);

private:
    [[nodiscard]] Result<> check(Profile &profile) const;
    [[nodiscard]] Result<> checkLinks(const QSet<QString> &changed) const;
    [[nodiscard]] Result<QStringList> replace(const QList<Profile> &profiles);
    [[nodiscard]] int lastOrder(const QString &folder) const;
    [[nodiscard]] QStringList namesNear(const QString &wanted) const;
    void enter(const Profile &profile);
    void take(const QSet<QString> &ids);
    void exchange(const std::optional<Profile> &out, const std::optional<Profile> &in);
    void enterFolder(const QString &folder);

    QList<Profile> m_profiles; // sorted
    QHash<QString, Profile> m_byId;
    QHash<QString, QString> m_idByPath; // folder, '/', name
    QList<Credential> m_credentials;    // by name
    QStringList m_folders;              // sorted, with all parents
    Changes m_changes;
};

} // namespace Portolan
