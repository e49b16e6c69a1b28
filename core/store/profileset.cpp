// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/profileset.h"

#include "core/store/words.h"

#include <QUuid>

#include <algorithm>
#include <utility>
#include <vector>

namespace Portolan {

namespace {

constexpr qsizetype kMostNear = 4;

tl::unexpected<Error> usage(QString what)
{
    return failure(Error::Kind::Usage, std::move(what));
}

QString newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

bool hasControl(const QString &text)
{
    return std::any_of(text.cbegin(), text.cend(), [](QChar c) {
        return c.category() == QChar::Other_Control || c == QChar::LineSeparator ||
               c == QChar::ParagraphSeparator;
    });
}

// As people expect a list: without regard to case, what is in a folder right behind the folder.
int comparePaths(const QString &a, const QString &b)
{
    const auto rank = [](QChar c) {
        return c == QLatin1Char('/') ? 0 : int(c.toCaseFolded().unicode()) + 1;
    };
    const qsizetype shorter = std::min(a.size(), b.size());
    for (qsizetype i = 0; i < shorter; ++i) {
        const int left = rank(a.at(i));
        const int right = rank(b.at(i));
        if (left != right)
            return left - right;
    }
    return a.size() != b.size() ? (a.size() < b.size() ? -1 : 1) : a.compare(b);
}

bool isBefore(const Profile &a, const Profile &b)
{
    if (const int order = comparePaths(a.folder, b.folder); order != 0)
        return order < 0;
    if (a.order != b.order)
        return a.order < b.order;
    if (const int order = comparePaths(a.name, b.name); order != 0)
        return order < 0;
    return a.id < b.id;
}

bool isPathBefore(const QString &a, const QString &b)
{
    return comparePaths(a, b) < 0;
}

bool isNameBefore(const Credential &a, const Credential &b)
{
    const int order = comparePaths(a.name, b.name);
    return order != 0 ? order < 0 : a.id < b.id;
}

QString pathOf(const Profile &profile)
{
    return profile.folder.isEmpty() ? profile.name
                                    : QString(profile.folder + QLatin1Char('/') + profile.name);
}

// A name has no line ends, so this is another one for "a/b" at the top than for "b" in "a".
QString keyOf(const QString &folder, const QString &name)
{
    return folder + QLatin1Char('\n') + name;
}

bool isWithin(const QString &path, const QString &folder)
{
    return path.size() > folder.size()
               ? path.startsWith(folder) && path.at(folder.size()) == QLatin1Char('/')
               : path == folder;
}

Result<QString> cleanName(const QString &name)
{
    const QString trimmed = name.trimmed();
    if (trimmed.isEmpty())
        return usage(StoreWords::tr("The name is empty."));
    if (trimmed.size() > ProfileSet::kLongestName)
        return usage(
            StoreWords::tr("A name has at most %1 characters.").arg(ProfileSet::kLongestName));
    if (hasControl(trimmed))
        return usage(StoreWords::tr("A name cannot contain control characters."));
    return trimmed;
}

// Levenshtein's, given up where it exceeds `most`.
int distance(const QString &a, const QString &b, int most)
{
    if (std::abs(a.size() - b.size()) > most)
        return most + 1;
    std::vector<int> row(static_cast<std::size_t>(b.size()) + 1);
    for (std::size_t j = 0; j < row.size(); ++j)
        row[j] = static_cast<int>(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        int diagonal = std::exchange(row[0], static_cast<int>(i));
        int least = row[0];
        for (std::size_t j = 1; j < row.size(); ++j) {
            const int cost = a.at(i - 1) == b.at(static_cast<qsizetype>(j) - 1) ? 0 : 1;
            const int here = std::min({row[j] + 1, row[j - 1] + 1, diagonal + cost});
            diagonal = std::exchange(row[j], here);
            least = std::min(least, here);
        }
        if (least > most)
            return most + 1;
    }
    return row.back();
}

} // namespace

ProfileSet::ProfileSet(QList<Profile> profiles, const QList<Credential> &credentials,
                       const QStringList &folders)
    : m_profiles(std::move(profiles))
    , m_credentials(credentials)
{
    std::sort(m_profiles.begin(), m_profiles.end(), isBefore);
    std::sort(m_credentials.begin(), m_credentials.end(), isNameBefore);
    for (const Profile &profile : std::as_const(m_profiles)) {
        m_byId.insert(profile.id, profile);
        m_idByPath.insert(keyOf(profile.folder, profile.name), profile.id);
        enterFolder(profile.folder);
    }
    for (const QString &folder : folders)
        enterFolder(folder);
    m_changes = {};
}

std::optional<Profile> ProfileSet::profile(const QString &id) const
{
    const auto found = m_byId.constFind(id);
    return found == m_byId.cend() ? std::nullopt : std::optional(*found);
}

std::optional<Credential> ProfileSet::credential(const QString &id) const
{
    const auto found = std::find_if(m_credentials.cbegin(), m_credentials.cend(),
                                    [&](const Credential &one) { return one.id == id; });
    return found == m_credentials.cend() ? std::nullopt : std::optional(*found);
}

Result<Profile> ProfileSet::find(const QString &nameOrPath) const
{
    const QString wanted = nameOrPath.trimmed();
    const auto matching = [&](Qt::CaseSensitivity cs) {
        QList<Profile> found;
        for (const Profile &profile : m_profiles) {
            if (profile.name.compare(wanted, cs) == 0 || pathOf(profile).compare(wanted, cs) == 0)
                found.append(profile);
        }
        return found;
    };
    QList<Profile> found = matching(Qt::CaseSensitive);
    if (found.isEmpty())
        found = matching(Qt::CaseInsensitive);
    if (found.size() == 1)
        return found.first();
    if (found.isEmpty()) {
        const QStringList near = namesNear(wanted);
        return failure(
            Error::Kind::Usage,
            StoreWords::tr("There is no profile named “%1”.").arg(wanted.left(80)),
            near.isEmpty()
                ? QString()
                : StoreWords::tr("Similar names: %1").arg(near.join(QStringLiteral(", "))));
    }
    QStringList paths;
    for (const Profile &profile : found.first(std::min(found.size(), kMostNear)))
        paths.append(pathOf(profile));
    return failure(
        Error::Kind::Usage,
        StoreWords::tr("%n profiles are named “%1”.", nullptr, int(found.size())).arg(wanted),
        StoreWords::tr("With their folders: %1").arg(paths.join(QStringLiteral(", "))));
}

QStringList ProfileSet::namesNear(const QString &wanted) const
{
    const QString folded = wanted.toCaseFolded();
    const int most = folded.size() < 3 ? 1 : 2;
    std::vector<std::pair<int, QString>> near;
    for (const Profile &profile : m_profiles) {
        const QString name = profile.name.toCaseFolded();
        const QString path = pathOf(profile);
        const int away =
            std::min(distance(name, folded, most), distance(path.toCaseFolded(), folded, most));
        const bool isPart = folded.size() > 1 && name.contains(folded);
        if (away <= most || isPart)
            near.emplace_back(isPart ? std::min(away, most) : away, path);
    }
    std::stable_sort(near.begin(), near.end(),
                     [](const auto &a, const auto &b) { return a.first < b.first; });
    QStringList names;
    for (const auto &[away, path] : near) {
        if (names.size() == kMostNear)
            break;
        names.append(path);
    }
    return names;
}

Result<QList<Hop>> ProfileSet::route(const QString &id) const
{
    QList<Hop> hops;
    QString next = id;
    QString from; // the name of the profile that leads there
    while (!next.isEmpty()) {
        const auto here = profile(next);
        if (!here)
            return usage(from.isEmpty()
                             ? StoreWords::tr("This profile is no longer there.")
                             : StoreWords::tr("The profile through which “%1” is reached is no "
                                              "longer there.")
                                   .arg(from));
        if (!hops.isEmpty() && here->address.scheme != QLatin1String("ssh"))
            return usage(StoreWords::tr("“%1” is not an SSH host: “%2” cannot be reached through "
                                        "it.")
                             .arg(here->name, from));
        const bool isCircle = std::any_of(hops.cbegin(), hops.cend(),
                                          [&](const Hop &hop) { return hop.profile == next; });
        if (isCircle)
            return usage(StoreWords::tr("“%1” would be reached through itself.").arg(here->name));
        if (hops.size() == kLongestRoute)
            return usage(StoreWords::tr("The way to “%1” leads through more than %2 hosts.")
                             .arg(profile(id)->name)
                             .arg(kLongestRoute - 1));
        Hop hop{next, here->address, {}, {}};
        if (!here->credential.isEmpty()) {
            const auto who = credential(here->credential);
            if (!who)
                return usage(
                    StoreWords::tr("The credential of “%1” is no longer there.").arg(here->name));
            if (hop.address.user.isEmpty())
                hop.address.user = who->user;
            hop.keyFile = who->keyFile;
            hop.secretKey = who->secretKey();
        }
        hops.prepend(hop);
        from = here->name;
        next = here->via;
    }
    return hops;
}

Result<QString> ProfileSet::cleanFolder(const QString &folder)
{
    if (folder.size() > kLongestPath)
        return usage(
            StoreWords::tr("The path of a folder has at most %1 characters.").arg(kLongestPath));
    if (hasControl(folder))
        return usage(StoreWords::tr("A folder's name cannot contain control characters."));
    QStringList parts;
    for (const QString &part : folder.split(QLatin1Char('/'))) {
        if (const QString trimmed = part.trimmed(); !trimmed.isEmpty())
            parts.append(trimmed);
    }
    return parts.join(QLatin1Char('/'));
}

Result<> ProfileSet::clean(Profile &profile)
{
    auto name = cleanName(profile.name);
    if (!name)
        return tl::unexpected(std::move(name.error()));
    auto folder = cleanFolder(profile.folder);
    if (!folder)
        return tl::unexpected(std::move(folder.error()));
    profile.name = *name;
    profile.folder = *folder;
    QStringList tags;
    for (const QString &tag : std::as_const(profile.tags)) {
        if (tag.trimmed().isEmpty())
            continue;
        auto clean = cleanName(tag);
        if (!clean)
            return tl::unexpected(std::move(clean.error()));
        tags.append(*clean);
    }
    tags.removeDuplicates();
    tags.sort();
    if (tags.size() > kMostTags)
        return usage(StoreWords::tr("A profile has at most %n tags.", nullptr, int(kMostTags)));
    profile.tags = tags;

    const QString url = profile.address.toString();
    if (url.size() > kLongestAddress)
        return usage(StoreWords::tr("The address is too long."));
    const auto parsed = parseAddress(url);
    if (!parsed)
        return tl::unexpected(parsed.error());
    profile.address = parsed->address; // as it will be read again

    return {};
}

Result<> ProfileSet::check(Profile &profile) const
{
    if (const auto valid = clean(profile); !valid)
        return valid;
    const QString other = m_idByPath.value(keyOf(profile.folder, profile.name));
    if (!other.isEmpty() && other != profile.id)
        return usage(
            profile.folder.isEmpty()
                ? StoreWords::tr("There is a profile named “%1” already.").arg(profile.name)
                : StoreWords::tr("There is a profile named “%1” in “%2” already.")
                      .arg(profile.name, profile.folder));
    return {};
}

// What a change of these profiles may have broken: their own way, and that of the next behind them.
Result<> ProfileSet::checkLinks(const QSet<QString> &changed) const
{
    for (const Profile &profile : m_profiles) {
        if (!changed.contains(profile.id) &&
            (profile.via.isEmpty() || !changed.contains(profile.via)))
            continue;
        if (const auto way = route(profile.id); !way)
            return tl::unexpected(way.error());
    }
    return {};
}

int ProfileSet::lastOrder(const QString &folder) const
{
    const auto behind =
        std::partition_point(m_profiles.cbegin(), m_profiles.cend(), [&](const Profile &profile) {
            return comparePaths(profile.folder, folder) <= 0;
        });
    if (behind == m_profiles.cbegin() || std::prev(behind)->folder != folder)
        return -1;
    return std::prev(behind)->order;
}

void ProfileSet::enter(const Profile &profile)
{
    m_byId.insert(profile.id, profile);
    m_idByPath.insert(keyOf(profile.folder, profile.name), profile.id);
    m_changes.profiles.insert(profile.id);
    enterFolder(profile.folder);
}

void ProfileSet::take(const QSet<QString> &ids)
{
    m_profiles.removeIf([&](const Profile &profile) { return ids.contains(profile.id); });
    for (const QString &id : ids) {
        const auto known = m_byId.constFind(id);
        if (known == m_byId.cend())
            continue;
        if (const QString key = keyOf(known->folder, known->name); m_idByPath.value(key) == id)
            m_idByPath.remove(key);
        m_byId.erase(known);
        m_changes.profiles.insert(id);
    }
}

void ProfileSet::enterFolder(const QString &folder)
{
    for (QString path = folder; !path.isEmpty();
         path = path.left(std::max<qsizetype>(path.lastIndexOf(QLatin1Char('/')), 0))) {
        const auto at = std::lower_bound(m_folders.begin(), m_folders.end(), path, isPathBefore);
        if (at != m_folders.end() && *at == path)
            return; // and so are its parents
        m_folders.insert(at, path);
        m_changes.folders.insert(path);
    }
}

// All checks but those of the links; the ids in the same order.
Result<QStringList> ProfileSet::replace(const QList<Profile> &profiles)
{
    QSet<QString> ids;
    for (const Profile &profile : profiles) {
        if (!profile.id.isEmpty())
            ids.insert(profile.id);
    }
    if (m_profiles.size() + profiles.size() - ids.size() > kMost)
        return usage(StoreWords::tr("There are too many profiles."));
    // Those that are replaced make room first: two that change names are no conflict.
    take(ids);
    QStringList given;
    for (Profile profile : profiles) {
        if (const auto valid = check(profile); !valid)
            return tl::unexpected(valid.error());
        if (profile.id.isEmpty())
            profile.id = newId();
        if (m_byId.contains(profile.id))
            return usage(StoreWords::tr("Two profiles have the same id."));
        m_profiles.append(profile);
        enter(profile);
        given.append(profile.id);
    }
    std::sort(m_profiles.begin(), m_profiles.end(), isBefore);
    return given;
}

// One takes the other's place; where it stands among the folders is entered by the caller.
void ProfileSet::exchange(const std::optional<Profile> &out, const std::optional<Profile> &in)
{
    if (out) {
        const auto at = std::lower_bound(m_profiles.begin(), m_profiles.end(), *out, isBefore);
        if (at != m_profiles.end() && at->id == out->id)
            m_profiles.erase(at);
        if (const QString key = keyOf(out->folder, out->name); m_idByPath.value(key) == out->id)
            m_idByPath.remove(key);
        m_byId.remove(out->id);
    }
    if (in) {
        m_profiles.insert(std::lower_bound(m_profiles.begin(), m_profiles.end(), *in, isBefore),
                          *in);
        m_idByPath.insert(keyOf(in->folder, in->name), in->id);
        m_byId.insert(in->id, *in);
    }
}

// In place, since it is what a person waits for: 5,000 profiles are not copied for one.
Result<QString> ProfileSet::put(Profile profile)
{
    if (const auto valid = check(profile); !valid)
        return tl::unexpected(valid.error());
    if (profile.id.isEmpty())
        profile.id = newId();
    const auto before = this->profile(profile.id);
    if (!before && m_profiles.size() >= kMost)
        return usage(StoreWords::tr("There are too many profiles."));
    if (!before || before->folder != profile.folder)
        profile.order = lastOrder(profile.folder) + 1;
    if (before == profile)
        return profile.id;
    exchange(before, profile);
    if (const auto linked = checkLinks({profile.id}); !linked) {
        exchange(profile, before);
        return tl::unexpected(linked.error());
    }
    m_changes.profiles.insert(profile.id);
    enterFolder(profile.folder);
    return profile.id;
}

Result<> ProfileSet::clean(Credential &credential)
{
    auto name = cleanName(credential.name);
    if (!name)
        return tl::unexpected(std::move(name.error()));
    credential.name = *name;
    credential.user = credential.user.trimmed();
    if (credential.user.size() > kLongestName || hasControl(credential.user))
        return usage(StoreWords::tr("The user name is too long or contains control characters."));
    if (credential.keyFile.size() > kLongestPath || hasControl(credential.keyFile))
        return usage(
            StoreWords::tr("The path of the key file is too long or contains control characters."));
    return {};
}

Result<QString> ProfileSet::put(Credential credential)
{
    if (const auto valid = clean(credential); !valid)
        return tl::unexpected(valid.error());
    const auto taken =
        std::find_if(m_credentials.cbegin(), m_credentials.cend(), [&](const Credential &other) {
            return other.name == credential.name && other.id != credential.id;
        });
    if (taken != m_credentials.cend())
        return usage(
            StoreWords::tr("There is a credential named “%1” already.").arg(credential.name));
    if (credential.id.isEmpty())
        credential.id = newId();
    const auto at = std::find_if(m_credentials.begin(), m_credentials.end(),
                                 [&](const Credential &one) { return one.id == credential.id; });
    if (at != m_credentials.end()) {
        if (*at == credential)
            return credential.id;
        m_credentials.erase(at);
    } else if (m_credentials.size() >= kMost) {
        return usage(StoreWords::tr("There are too many credentials."));
    }
    m_credentials.insert(
        std::lower_bound(m_credentials.begin(), m_credentials.end(), credential, isNameBefore),
        credential);
    m_changes.credentials.insert(credential.id);
    return credential.id;
}

Result<> ProfileSet::putAll(const QList<Profile> &profiles, const QList<Credential> &credentials,
                            const QStringList &folders)
{
    ProfileSet after = *this;
    for (const QString &folder : folders) {
        if (const auto added = after.addFolder(folder); !added)
            return added;
    }
    for (const Credential &credential : credentials) {
        if (const auto id = after.put(credential); !id)
            return tl::unexpected(id.error());
    }
    QList<Profile> placed = profiles;
    QHash<QString, int> last;
    for (Profile &profile : placed) {
        const auto clean = cleanFolder(profile.folder);
        if (!profile.id.isEmpty() || !clean)
            continue;
        auto at = last.find(*clean);
        if (at == last.end())
            at = last.insert(*clean, lastOrder(*clean));
        profile.order = ++*at;
    }
    const auto ids = after.replace(placed);
    if (!ids)
        return tl::unexpected(ids.error());
    if (const auto linked = after.checkLinks(QSet<QString>(ids->cbegin(), ids->cend())); !linked)
        return linked;
    *this = std::move(after);
    return {};
}

Result<> ProfileSet::remove(const QStringList &profileIds)
{
    const QSet<QString> going(profileIds.cbegin(), profileIds.cend());
    for (const Profile &profile : std::as_const(m_profiles)) {
        if (going.contains(profile.via) && !going.contains(profile.id))
            return usage(
                StoreWords::tr("“%1” is reached through “%2”: change that first.")
                    .arg(profile.name, this->profile(profile.via).value_or(Profile()).name));
    }
    take(going);
    return {};
}

Result<> ProfileSet::removeCredential(const QString &id)
{
    for (const Profile &profile : std::as_const(m_profiles)) {
        if (profile.credential == id)
            return usage(
                StoreWords::tr("“%1” uses this credential: change that first.").arg(profile.name));
    }
    const auto gone = m_credentials.removeIf([&](const Credential &one) { return one.id == id; });
    if (gone > 0)
        m_changes.credentials.insert(id);
    return {};
}

Result<> ProfileSet::addFolder(const QString &folder)
{
    const auto clean = cleanFolder(folder);
    if (!clean)
        return tl::unexpected(clean.error());
    if (m_folders.size() >= kMost)
        return usage(StoreWords::tr("There are too many folders."));
    enterFolder(*clean);
    return {};
}

Result<> ProfileSet::renameFolder(const QString &folder, const QString &to)
{
    const auto clean = cleanFolder(to);
    if (!clean)
        return tl::unexpected(clean.error());
    if (clean->isEmpty())
        return usage(StoreWords::tr("The name is empty."));
    if (*clean == folder)
        return {};
    if (!m_folders.contains(folder))
        return usage(StoreWords::tr("There is no folder named “%1”.").arg(folder));
    if (isWithin(*clean, folder))
        return usage(StoreWords::tr("A folder cannot be moved into itself."));
    if (m_folders.contains(*clean))
        return usage(StoreWords::tr("There is a folder named “%1” already.").arg(*clean));
    const auto renamed = [&](const QString &path) {
        return QString(*clean + path.mid(folder.size()));
    };
    ProfileSet after = *this;
    for (const QString &path : std::as_const(m_folders)) {
        if (!isWithin(path, folder))
            continue;
        if (renamed(path).size() > kLongestPath)
            return usage(StoreWords::tr("The path of a folder has at most %1 characters.")
                             .arg(kLongestPath));
        after.m_folders.removeOne(path);
        after.m_changes.folders.insert(path);
    }
    for (const QString &path : std::as_const(m_folders)) {
        if (isWithin(path, folder))
            after.enterFolder(renamed(path));
    }
    QList<Profile> moved;
    for (const Profile &profile : std::as_const(m_profiles)) {
        if (!isWithin(profile.folder, folder))
            continue;
        moved.append(profile);
        moved.last().folder = renamed(profile.folder);
    }
    if (const auto ids = after.replace(moved); !ids)
        return tl::unexpected(ids.error());
    *this = std::move(after);
    return {};
}

Result<> ProfileSet::removeFolder(const QString &folder)
{
    if (folder.isEmpty())
        return {};
    QStringList ids;
    for (const Profile &profile : std::as_const(m_profiles)) {
        if (isWithin(profile.folder, folder))
            ids.append(profile.id);
    }
    if (const auto gone = remove(ids); !gone)
        return gone;
    const QStringList paths = m_folders;
    for (const QString &path : paths) {
        if (isWithin(path, folder)) {
            m_folders.removeOne(path);
            m_changes.folders.insert(path);
        }
    }
    return {};
}

Result<> ProfileSet::move(const QStringList &profileIds, const QString &folder,
                          const QString &before)
{
    const auto clean = cleanFolder(folder);
    if (!clean)
        return tl::unexpected(clean.error());
    const QSet<QString> moving(profileIds.cbegin(), profileIds.cend());
    QList<Profile> moved; // in the order in which they stand now
    QList<Profile> siblings;
    for (const Profile &profile : std::as_const(m_profiles)) {
        if (moving.contains(profile.id))
            moved.append(profile);
        else if (profile.folder == *clean)
            siblings.append(profile);
    }
    auto at = std::find_if(siblings.begin(), siblings.end(),
                           [&](const Profile &sibling) { return sibling.id == before; });
    for (const Profile &profile : std::as_const(moved))
        at = siblings.insert(at, profile) + 1;

    int order = 0;
    for (Profile &profile : siblings) {
        profile.folder = *clean;
        profile.order = order++;
    }
    ProfileSet after = *this;
    after.enterFolder(*clean);
    if (const auto ids = after.replace(siblings); !ids)
        return tl::unexpected(ids.error());
    *this = std::move(after);
    return {};
}

} // namespace Portolan
