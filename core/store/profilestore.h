// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/store/profile.h"

#include <QHash>
#include <QList>
#include <QObject>

#include <optional>

namespace Portolan {

// The profiles, folders and credentials of this person: a copy in memory that is read at once, over
// the table of portolan.db, which a thread of its own writes. Owned by app, used on the thread that
// made it. A change is checked and visible at once; it is durable when saved() names it or a later
// one. What cannot be written is told by failed(), and stays in memory.
class ProfileStore : public QObject
{
    Q_OBJECT

public:
    [[nodiscard]] virtual bool isLoaded() const = 0;
    [[nodiscard]] virtual const QList<Profile> &profiles() const = 0; // by folder, order, name
    [[nodiscard]] virtual const QList<Credential> &credentials() const = 0;
    [[nodiscard]] virtual QStringList folders() const = 0; // the empty ones too, with all parents
    [[nodiscard]] virtual std::optional<Profile> profile(const QString &id) const = 0;
    [[nodiscard]] virtual std::optional<Credential> credential(const QString &id) const = 0;
    // By name, or by "folder/name" where a name is not enough. Usage where none or several match.
    [[nodiscard]] virtual Result<Profile> find(const QString &nameOrPath) const = 0;

    // Adds (empty id) or replaces; gives the id. Usage with one sentence where it is not valid: a
    // name taken or empty, a `via` that leads in a circle or not to SSH.
    virtual Result<QString> put(const Profile &profile) = 0;
    virtual Result<QString> put(const Credential &credential) = 0;
    // All or nothing, as one transaction; used by imports.
    virtual Result<> putAll(const QList<Profile> &profiles) = 0;
    virtual void remove(const QStringList &profileIds) = 0;
    // Refused while a profile uses it.
    virtual Result<> removeCredential(const QString &id) = 0;
    virtual void addFolder(const QString &folder) = 0;
    // With all that is in it.
    virtual Result<> renameFolder(const QString &folder, const QString &to) = 0;
    virtual void removeFolder(const QString &folder) = 0;
    // Into `folder`, before the sibling `before` (a profile's id; empty: at the end).
    virtual Result<> move(const QStringList &profileIds, const QString &folder,
                          const QString &before = {}) = 0;

Q_SIGNALS:
    void loaded();
    void changed();
    void saved();
    void failed(const Portolan::Error &error);

protected:
    using QObject::QObject;
};

} // namespace Portolan
