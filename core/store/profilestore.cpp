// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/profilestore.h"

#include "core/store/profiletable.h"
#include "core/store/words.h"

#include <utility>

namespace Portolan {

ProfileStore::ProfileStore(Storage &storage, QObject *parent)
    : QObject(parent)
    , m_storage(storage)
{
    connect(&storage, &Storage::loaded, this, &ProfileStore::follow);
    connect(&storage, &Storage::saved, this, &ProfileStore::saved);
    connect(&storage, &Storage::failed, this, &ProfileStore::failed);
}

std::optional<Profile> ProfileStore::profile(const QString &id) const
{
    return m_set.profile(id);
}

std::optional<Credential> ProfileStore::credential(const QString &id) const
{
    return m_set.credential(id);
}

Result<Profile> ProfileStore::find(const QString &nameOrPath) const
{
    return m_set.find(nameOrPath);
}

void ProfileStore::follow(const Stored &stored)
{
    if (stored.change < m_lastChange)
        return; // what we have is newer, and will be written over it row by row
    const bool isFirst = !std::exchange(m_isLoaded, true);
    const bool isSame = m_set.profiles() == stored.profiles.profiles() &&
                        m_set.credentials() == stored.profiles.credentials() &&
                        m_set.folders() == stored.profiles.folders();
    m_set = stored.profiles;
    if (isFirst)
        Q_EMIT loaded();
    if (!isSame)
        Q_EMIT changed();
}

std::optional<Error> ProfileStore::obstacle() const
{
    if (m_isLoaded)
        return std::nullopt;
    return m_storage.problem().value_or(
        Error{Error::Kind::Local, StoreWords::tr("The profiles are still being read.")});
}

template<typename Change>
auto ProfileStore::change(Change &&make) -> decltype(make(std::declval<ProfileSet &>()))
{
    if (auto reason = obstacle())
        return tl::unexpected(std::move(*reason));
    auto made = make(m_set);
    if (made)
        write();
    return made;
}

void ProfileStore::write()
{
    const ProfileSet::Changes changes = m_set.takeChanges();
    if (changes.isEmpty())
        return;
    ProfileRows rows;
    for (const QString &id : changes.profiles) {
        if (const auto profile = m_set.profile(id))
            rows.profiles.append(*profile);
        else
            rows.goneProfiles.append(id);
    }
    for (const QString &id : changes.credentials) {
        if (const auto credential = m_set.credential(id))
            rows.credentials.append(*credential);
        else
            rows.goneCredentials.append(id);
    }
    for (const QString &path : changes.folders) {
        if (m_set.folders().contains(path))
            rows.folders.append(path);
        else
            rows.goneFolders.append(path);
    }
    m_lastChange =
        m_storage.write([rows](Database &database) { return writeProfiles(database, rows); });
    Q_EMIT changed();
}

Result<QString> ProfileStore::put(const Profile &profile)
{
    return change([&](ProfileSet &set) { return set.put(profile); });
}

Result<QString> ProfileStore::put(const Credential &credential)
{
    return change([&](ProfileSet &set) { return set.put(credential); });
}

Result<> ProfileStore::putAll(const QList<Profile> &profiles, const QList<Credential> &credentials,
                              const QStringList &folders)
{
    return change([&](ProfileSet &set) { return set.putAll(profiles, credentials, folders); });
}

Result<> ProfileStore::remove(const QStringList &profileIds)
{
    return change([&](ProfileSet &set) { return set.remove(profileIds); });
}

Result<> ProfileStore::removeCredential(const QString &id)
{
    return change([&](ProfileSet &set) { return set.removeCredential(id); });
}

Result<> ProfileStore::addFolder(const QString &folder)
{
    return change([&](ProfileSet &set) { return set.addFolder(folder); });
}

Result<> ProfileStore::renameFolder(const QString &folder, const QString &to)
{
    return change([&](ProfileSet &set) { return set.renameFolder(folder, to); });
}

Result<> ProfileStore::removeFolder(const QString &folder)
{
    return change([&](ProfileSet &set) { return set.removeFolder(folder); });
}

Result<> ProfileStore::move(const QStringList &profileIds, const QString &folder,
                            const QString &before)
{
    return change([&](ProfileSet &set) { return set.move(profileIds, folder, before); });
}

} // namespace Portolan
