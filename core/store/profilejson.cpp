// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/profileimport.h"
#include "core/store/withoutsecrets.h"
#include "core/store/words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <cmath>

// The document of docs/profiles.md, "Export".
namespace Portolan {

namespace {

constexpr QLatin1String kFormat("portolan-profiles");
constexpr int kVersion = 1;

tl::unexpected<Error> usage(QString what, QString detail = {})
{
    return failure(Error::Kind::Usage, std::move(what), std::move(detail));
}

// The text of a field; nothing where it is something else.
QString text(const QJsonObject &object, QLatin1String name)
{
    return object.value(name).toString();
}

// What secrets a file names is told by name and place, never by value.
class SecretWatch
{
public:
    // Fields of one of our objects; those in `known` are not looked at.
    void look(const QJsonObject &object, const QString &place, const QSet<QString> &known)
    {
        for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
            if (!known.contains(it.key()) && namesSecret(it.key()))
                add(place);
        }
    }
    void add(const QString &place)
    {
        ++m_count;
        if (m_places.size() < 5 && !m_places.contains(place))
            m_places.append(place.left(80));
    }
    void report(QStringList &notes) const
    {
        if (m_count > 0)
            notes.append(
                StoreWords::tr("The file holds secrets; they were ignored: %1. Whoever has the "
                               "file can read them.")
                    .arg(m_places.join(QStringLiteral(", "))));
    }

private:
    QStringList m_places;
    int m_count = 0;
};

Profile profileOf(const QJsonObject &object, const QString &place, SecretWatch &secrets,
                  QStringList &notes)
{
    Profile profile;
    profile.id = text(object, QLatin1String("id")).toLower();
    profile.name = text(object, QLatin1String("name"));
    profile.folder = text(object, QLatin1String("folder"));
    profile.credential = text(object, QLatin1String("credential")).toLower();
    profile.via = text(object, QLatin1String("via")).toLower();
    const double order = object.value(QLatin1String("order")).toDouble();
    if (order > 0 && order < 1e9 && std::floor(order) == order)
        profile.order = static_cast<int>(order);
    const QJsonArray tags = object.value(QLatin1String("tags")).toArray();
    for (const QJsonValue &tag : tags) {
        if (tag.isString())
            profile.tags.append(tag.toString());
    }
    const QString url = text(object, QLatin1String("address"));
    const auto parsed =
        url.size() > ProfileSet::kLongestAddress
            ? Result<ParsedAddress>(usage(StoreWords::tr("The address is too long.")))
            : parseAddress(url);
    if (!parsed) {
        notes.append(StoreWords::tr("%1: %2").arg(place, parsed.error().what));
        return profile; // without a host: the plan calls it invalid
    }
    profile.address = withoutSecrets(parsed->address);
    if (parsed->password || profile.address != parsed->address)
        secrets.add(place);
    return profile;
}

} // namespace

QByteArray toJson(const ProfileSet &set, const QStringList &profileIds)
{
    QSet<QString> wanted(profileIds.cbegin(), profileIds.cend());
    for (const QString &id : profileIds) {
        auto profile = set.profile(id);
        while (profile && !profile->via.isEmpty() && !wanted.contains(profile->via)) {
            wanted.insert(profile->via);
            profile = set.profile(profile->via);
        }
    }
    const bool isAll = profileIds.isEmpty();
    QSet<QString> usedCredentials;
    QSet<QString> usedFolders;
    QJsonArray profiles;
    for (const Profile &profile : set.profiles()) {
        if (!isAll && !wanted.contains(profile.id))
            continue;
        usedCredentials.insert(profile.credential);
        for (QString path = profile.folder; !path.isEmpty();
             path = path.left(std::max<qsizetype>(path.lastIndexOf(QLatin1Char('/')), 0)))
            usedFolders.insert(path);
        QJsonObject object{{QLatin1String("id"), profile.id},
                           {QLatin1String("name"), profile.name},
                           {QLatin1String("address"), withoutSecrets(profile.address).toString()}};
        const auto add = [&](QLatin1String name, const QString &value) {
            if (!value.isEmpty())
                object.insert(name, value);
        };
        add(QLatin1String("folder"), profile.folder);
        add(QLatin1String("credential"), profile.credential);
        add(QLatin1String("via"), profile.via);
        if (profile.order != 0)
            object.insert(QLatin1String("order"), profile.order);
        if (!profile.tags.isEmpty())
            object.insert(QLatin1String("tags"), QJsonArray::fromStringList(profile.tags));
        profiles.append(object);
    }
    QJsonArray credentials;
    for (const Credential &credential : set.credentials()) {
        if (!isAll && !usedCredentials.contains(credential.id))
            continue;
        QJsonObject object{{QLatin1String("id"), credential.id},
                           {QLatin1String("name"), credential.name}};
        if (!credential.user.isEmpty())
            object.insert(QLatin1String("user"), credential.user);
        if (!credential.keyFile.isEmpty())
            object.insert(QLatin1String("key_file"), credential.keyFile);
        credentials.append(object);
    }
    QJsonArray folders;
    for (const QString &folder : set.folders()) {
        if (isAll || usedFolders.contains(folder))
            folders.append(folder);
    }
    return QJsonDocument(QJsonObject{{QLatin1String("format"), kFormat},
                                     {QLatin1String("version"), kVersion},
                                     {QLatin1String("credentials"), credentials},
                                     {QLatin1String("folders"), folders},
                                     {QLatin1String("profiles"), profiles}})
        .toJson();
}

Result<ImportSource> fromJson(const QByteArray &json)
{
    if (json.size() > kMostImportBytes)
        return usage(StoreWords::tr("The file is larger than %1 MiB.")
                         .arg(kMostImportBytes / (1024 * 1024)));
    QJsonParseError fault{};
    // A byte order mark is what some editors leave.
    const QByteArray bytes = json.startsWith("\xef\xbb\xbf") ? json.mid(3) : json;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &fault);
    if (fault.error != QJsonParseError::NoError)
        return usage(StoreWords::tr("The file is not valid JSON."),
                     StoreWords::tr("Byte %1: %2").arg(fault.offset).arg(fault.errorString()));
    const QJsonObject root = document.object();
    if (text(root, QLatin1String("format")) != kFormat)
        return usage(StoreWords::tr("The file holds no profiles of Portolan."));
    const int version = root.value(QLatin1String("version")).toInt();
    if (version < 1)
        return usage(StoreWords::tr("The file does not say its version."));
    if (version > kVersion)
        return failure(Error::Kind::Unsupported,
                       StoreWords::tr("The file was written by a newer version of Portolan."),
                       StoreWords::tr("It has version %1; this one knows versions up to %2.")
                           .arg(version)
                           .arg(kVersion));
    const QJsonArray profiles = root.value(QLatin1String("profiles")).toArray();
    const QJsonArray credentials = root.value(QLatin1String("credentials")).toArray();
    const QJsonArray folders = root.value(QLatin1String("folders")).toArray();
    for (const QJsonArray *list : {&profiles, &credentials, &folders}) {
        if (list->size() > ProfileSet::kMost)
            return usage(
                StoreWords::tr("The file holds more than %1 entries.").arg(ProfileSet::kMost));
    }

    ImportSource source;
    SecretWatch secrets;
    secrets.look(root, StoreWords::tr("the file itself"), {QStringLiteral("credentials")});
    int number = 0;
    for (const QJsonValue &value : profiles) {
        ++number;
        const QJsonObject object = value.toObject();
        const QString name = text(object, QLatin1String("name"));
        const QString place =
            name.trimmed().isEmpty()
                ? StoreWords::tr("profile %1").arg(number)
                : QString(QStringLiteral("“") + name.left(60) + QStringLiteral("”"));
        secrets.look(object, place, {});
        source.profiles.append(profileOf(object, place, secrets, source.notes));
    }
    for (const QJsonValue &value : credentials) {
        const QJsonObject object = value.toObject();
        secrets.look(object, text(object, QLatin1String("name")), {});
        source.credentials.append(
            {text(object, QLatin1String("id")).toLower(), text(object, QLatin1String("name")),
             text(object, QLatin1String("user")), text(object, QLatin1String("key_file"))});
    }
    for (const QJsonValue &value : folders) {
        if (value.isString())
            source.folders.append(value.toString());
    }
    secrets.report(source.notes);
    return source;
}

} // namespace Portolan
