// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/profileimport.h"

#include "core/store/words.h"

#include <QSet>
#include <QUuid>

#include <algorithm>
#include <functional>
#include <utility>

namespace Portolan {

namespace {

using Kind = ImportItem::Kind;

QString newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

// "bastion (2)", "bastion (3)" ...: the first that is not taken. Remembers how far it came with a
// name, since a file may hold a hundred thousand of one.
class FreeNames
{
public:
    explicit FreeNames(std::function<bool(const QString &place)> isTaken)
        : m_isTaken(std::move(isTaken))
    {
    }

    // `before` stands in front of the name where a place is more than a name.
    QString nameFor(const QString &before, const QString &name)
    {
        if (!m_isTaken(before + name))
            return name;
        int &number = m_next[before + name];
        while (true) {
            const QString end = QStringLiteral(" (%1)").arg(std::max(++number, 2));
            number = std::max(number, 2);
            const QString tried = name.left(ProfileSet::kLongestName - end.size()) + end;
            if (!m_isTaken(before + tried))
                return tried;
        }
    }

private:
    const std::function<bool(const QString &)> m_isTaken;
    QHash<QString, int> m_next;
};

QString placeOf(const Profile &profile)
{
    return profile.folder + QLatin1Char('\n') + profile.name;
}

// The credentials of the source by their ids there, as they will be here.
class Credentials
{
public:
    Credentials(const ImportSource &source, const ProfileSet &into, ImportPlan &plan)
    {
        QHash<QString, Credential> byName;
        for (const Credential &one : into.credentials())
            byName.insert(one.name, one);
        FreeNames free([&](const QString &name) { return byName.contains(name); });
        for (Credential one : source.credentials) {
            const QString id = one.id;
            if (const auto valid = ProfileSet::clean(one); !valid) {
                plan.notes.append(StoreWords::tr("The credential “%1” cannot be taken: %2")
                                      .arg(one.name.left(80), valid.error().what));
                continue;
            }
            const auto known = into.credential(id);
            const Credential namesake = byName.value(one.name);
            if (!known && !namesake.id.isEmpty() && namesake.user == one.user &&
                namesake.keyFile == one.keyFile) {
                m_ids.insert(id, namesake.id);
                continue;
            }
            if (namesake.id != id || id.isEmpty())
                one.name = free.nameFor({}, one.name);
            if (one.id.isEmpty())
                one.id = newId();
            byName.insert(one.name, one);
            m_ids.insert(id, one.id);
            if (known != one)
                plan.credentials.append(one);
        }
    }

    [[nodiscard]] QString idOf(const QString &id) const { return m_ids.value(id); }

private:
    QHash<QString, QString> m_ids;
};

// Where the profiles of a source, and those that are here, are reached through.
class Ways
{
public:
    Ways(const QList<ImportItem> &items, const ProfileSet &into)
    {
        for (const Profile &profile : into.profiles())
            m_steps.insert(profile.id, {profile.via, profile.address.scheme});
        for (const ImportItem &item : items) {
            if (item.kind != Kind::Invalid)
                m_steps.insert(item.profile.id, {item.profile.via, item.profile.address.scheme});
        }
    }

    // Takes away a way that leads nowhere, and says so in a sentence.
    QString cut(Profile &profile)
    {
        QString fault;
        int length = 1;
        for (QString next = profile.via; !next.isEmpty() && fault.isEmpty();
             next = m_steps.value(next).via) {
            if (!m_steps.contains(next))
                fault = StoreWords::tr("The host through which it is reached is not in the file: "
                                       "it will be reached directly.");
            else if (m_steps.value(next).scheme != QLatin1String("ssh") || next == profile.id ||
                     ++length > ProfileSet::kLongestRoute)
                fault = StoreWords::tr("The way through which it is reached leads in a circle or "
                                       "not through SSH: it will be reached directly.");
        }
        if (!fault.isEmpty()) {
            profile.via.clear();
            m_steps[profile.id].via.clear();
        }
        return fault;
    }

private:
    struct Step
    {
        QString via;
        QString scheme;
    };
    QHash<QString, Step> m_steps;
};

bool saySame(const Profile &a, const Profile &b)
{
    return a.address == b.address && a.tags == b.tags && a.credential == b.credential &&
           a.via == b.via;
}

// Kind and action by what stands at the same id or at the same place.
void compare(ImportItem &item, const ProfileSet &into, const QHash<QString, QString> &idAt)
{
    const Profile &profile = item.profile;
    if (const auto known = into.profile(profile.id)) {
        item.existing = known->id;
        const bool same = *known == profile;
        item.kind = same ? Kind::Same : Kind::Changed;
        item.action = same ? ImportAction::Skip : ImportAction::Replace;
        return;
    }
    const QString other = idAt.value(placeOf(profile));
    if (other.isEmpty())
        return;
    item.existing = other;
    if (saySame(*into.profile(other), profile)) {
        item.kind = Kind::Same;
        item.action = ImportAction::Skip;
    } else {
        item.kind = Kind::Conflict;
        item.note = StoreWords::tr("Another profile has this name here.");
    }
}

} // namespace

int ImportPlan::count(ImportItem::Kind kind) const
{
    return static_cast<int>(std::count_if(
        items.cbegin(), items.cend(), [&](const ImportItem &item) { return item.kind == kind; }));
}

bool ImportPlan::allows(const ImportItem &item, ImportAction action)
{
    switch (item.kind) {
    case Kind::New:
        return action != ImportAction::Replace;
    case Kind::Same:
    case Kind::Invalid:
        return action == ImportAction::Skip;
    case Kind::Changed:
        return action != ImportAction::Add;
    case Kind::Conflict:
        return true;
    }
    return false;
}

ImportPlan planImport(const ImportSource &source, const ProfileSet &into)
{
    ImportPlan plan;
    plan.notes = source.notes;
    const Credentials credentials(source, into, plan);
    QSet<QString> folders(into.folders().cbegin(), into.folders().cend());
    for (const QString &folder : source.folders) {
        const auto clean = ProfileSet::cleanFolder(folder);
        if (!clean) {
            plan.notes.append(clean.error().what);
        } else if (!clean->isEmpty() && !folders.contains(*clean)) {
            folders.insert(*clean);
            plan.folders.append(*clean);
        }
    }
    plan.notes.removeDuplicates();
    QHash<QString, QString> idAt;
    for (const Profile &profile : into.profiles())
        idAt.insert(placeOf(profile), profile.id);

    // What the rules say of each by itself; ids that are missing are given, so that links hold.
    QSet<QString> ids;
    QHash<QString, QString> standsFor; // an id of the source: the profile here that it is
    for (const Profile &incoming : source.profiles) {
        ImportItem item{.profile = incoming};
        if (item.profile.id.isEmpty())
            item.profile.id = newId();
        Result<> valid = ProfileSet::clean(item.profile);
        if (valid && ids.contains(item.profile.id))
            valid = failure(Error::Kind::Usage, StoreWords::tr("Two profiles have the same id."));
        if (valid) {
            ids.insert(item.profile.id);
        } else {
            item.kind = Kind::Invalid;
            item.action = ImportAction::Skip;
            item.note = valid.error().what;
        }
        plan.items.append(item);
    }
    for (ImportItem &item : plan.items) {
        if (item.kind == Kind::Invalid || into.profile(item.profile.id))
            continue;
        if (const QString here = idAt.value(placeOf(item.profile)); !here.isEmpty())
            standsFor.insert(item.profile.id, here);
    }
    Ways ways(plan.items, into);
    for (ImportItem &item : plan.items) {
        if (item.kind == Kind::Invalid)
            continue;
        Profile &profile = item.profile;
        QStringList notes;
        if (!profile.credential.isEmpty()) {
            const QString id = credentials.idOf(profile.credential);
            if (id.isEmpty() && !into.credential(profile.credential)) {
                profile.credential.clear();
                notes.append(StoreWords::tr("Its credential is not in the file."));
            } else if (!id.isEmpty()) {
                profile.credential = id;
            }
        }
        if (const QString fault = ways.cut(profile); !fault.isEmpty())
            notes.append(fault);
        // As it would be after an import that takes the one here for the one in the file.
        ImportItem seen = item;
        seen.profile.via = standsFor.value(profile.via, profile.via);
        compare(seen, into, idAt);
        item.kind = seen.kind;
        item.existing = seen.existing;
        item.action = seen.action;
        if (!seen.note.isEmpty())
            notes.prepend(seen.note);
        item.note = notes.join(QLatin1Char(' '));
    }
    return plan;
}

ImportSource chosen(const ImportPlan &plan, const ProfileSet &into)
{
    ImportSource source;
    source.credentials = plan.credentials;
    source.folders = plan.folders;
    QSet<QString> places;
    for (const Profile &profile : into.profiles())
        places.insert(placeOf(profile));
    for (const ImportItem &item : plan.items) {
        if (item.action == ImportAction::Replace && !item.existing.isEmpty()) {
            places.remove(placeOf(into.profile(item.existing).value_or(Profile())));
        }
    }
    FreeNames free([&](const QString &place) { return places.contains(place); });
    // First where everything will be, then the links.
    QHash<QString, QString> idOf;
    for (const ImportItem &item : plan.items) {
        if (item.action == ImportAction::Skip || !ImportPlan::allows(item, item.action)) {
            if (!item.existing.isEmpty())
                idOf.insert(item.profile.id, item.existing);
            continue;
        }
        Profile profile = item.profile;
        profile.name = free.nameFor(profile.folder + QLatin1Char('\n'), profile.name);
        places.insert(placeOf(profile));
        if (item.action == ImportAction::Replace)
            profile.id = item.existing;
        idOf.insert(item.profile.id, profile.id);
        source.profiles.append(profile);
    }
    QSet<QString> coming;
    for (const Profile &profile : std::as_const(source.profiles))
        coming.insert(profile.id);
    for (Profile &profile : source.profiles) {
        if (profile.via.isEmpty())
            continue;
        const QString id = idOf.value(profile.via, profile.via);
        profile.via = coming.contains(id) || into.profile(id) ? id : QString();
    }
    return source;
}

} // namespace Portolan
