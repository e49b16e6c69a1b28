// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/store/profile.h"
#include "core/store/profileset.h"
#include "core/store/storage.h"

#include <QList>
#include <QObject>

#include <optional>

namespace Portolan {

// The profiles, folders and credentials of this person: a copy in memory that is read at once, over
// the tables of portolan.db, which Storage's thread writes. Owned by app, used on the thread that
// made it. A change is checked and visible at once; it is durable when saved() names its number
// (lastChange() right after it) or a higher one. What cannot be written is told by failed(), stays
// in memory and is tried again. Before loaded(), and where the file cannot be used, it is empty and
// changes are refused with the reason.
class ProfileStore : public QObject
{
    Q_OBJECT

public:
    explicit ProfileStore(Storage &storage, QObject *parent = nullptr);

    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }
    // All at once, a cheap copy: for a search on another thread, an export, a dialog.
    [[nodiscard]] const ProfileSet &set() const { return m_set; }
    // By folder (a folder, then what is in it), order, name.
    [[nodiscard]] const QList<Profile> &profiles() const { return m_set.profiles(); }
    [[nodiscard]] const QList<Credential> &credentials() const { return m_set.credentials(); }
    // The empty ones too, with all parents.
    [[nodiscard]] const QStringList &folders() const { return m_set.folders(); }
    [[nodiscard]] std::optional<Profile> profile(const QString &id) const;
    [[nodiscard]] std::optional<Credential> credential(const QString &id) const;
    // By name, or by "folder/name" where a name is not enough; an exact one before one in other
    // case. Usage where none or several match; the detail has what is near.
    [[nodiscard]] Result<Profile> find(const QString &nameOrPath) const;
    // How the profile is reached: see ProfileSet::route().
    [[nodiscard]] Result<QList<Hop>> route(const QString &id) const { return m_set.route(id); }

    // Adds (empty or unknown id; at the end of its folder) or replaces; gives the id. Usage with
    // one sentence where it is not valid: a name taken or empty, a `via` that leads in a circle or
    // not to SSH, a credential that is not there.
    [[nodiscard]] Result<QString> put(const Profile &profile);
    [[nodiscard]] Result<QString> put(const Credential &credential);
    // All or nothing, as one transaction; used by imports and to undo a removal. Those with an id
    // keep their order.
    [[nodiscard]] Result<> putAll(const QList<Profile> &profiles,
                                  const QList<Credential> &credentials = {},
                                  const QStringList &folders = {});
    // Refused while another profile is reached through one of them.
    [[nodiscard]] Result<> remove(const QStringList &profileIds);
    // Refused while a profile uses it.
    [[nodiscard]] Result<> removeCredential(const QString &id);
    [[nodiscard]] Result<> addFolder(const QString &folder);
    // With all that is in it; `to` is the whole new path, whose parents are made.
    [[nodiscard]] Result<> renameFolder(const QString &folder, const QString &to);
    // With all that is in it; refused as remove() is.
    [[nodiscard]] Result<> removeFolder(const QString &folder);
    // Into `folder`, before the sibling `before` (a profile's id; empty: at the end).
    [[nodiscard]] Result<> move(const QStringList &profileIds, const QString &folder,
                                const QString &before = {});

    // The number of the last change made here; 0: none.
    [[nodiscard]] quint64 lastChange() const { return m_lastChange; }

Q_SIGNALS:
    void loaded();
    void changed();
    void saved(quint64 change);
    void failed(const Portolan::Error &error);

private:
    void follow(const Stored &stored);
    [[nodiscard]] std::optional<Error> obstacle() const;
    template<typename Change>
    [[nodiscard]] auto change(Change &&make) -> decltype(make(std::declval<ProfileSet &>()));
    void write();

    Storage &m_storage;
    ProfileSet m_set;
    quint64 m_lastChange = 0;
    bool m_isLoaded = false;
};

} // namespace Portolan
