// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/profiletable.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSqlQuery>

#include <algorithm>

namespace Portolan {

namespace {

// "Port" in ASCII.
constexpr std::uint32_t kApplicationId = 0x506f7274;

QString toJson(const QStringList &texts)
{
    return QString::fromUtf8(
        QJsonDocument(QJsonArray::fromStringList(texts)).toJson(QJsonDocument::Compact));
}

QStringList fromJson(const QString &json)
{
    QStringList texts;
    const QJsonArray array = QJsonDocument::fromJson(json.toUtf8()).array();
    for (const QJsonValue &value : array)
        texts.append(value.toString());
    return texts;
}

std::optional<Profile> profileOf(const QSqlQuery &row)
{
    const auto address = parseAddress(row.value(4).toString());
    Profile profile;
    profile.id = row.value(0).toString();
    profile.name = row.value(1).toString();
    if (profile.id.isEmpty() || profile.name.isEmpty() || !address)
        return std::nullopt;
    profile.folder = ProfileSet::cleanFolder(row.value(2).toString()).value_or(QString());
    profile.tags = fromJson(row.value(3).toString());
    profile.address = address->address;
    profile.credential = row.value(5).toString();
    profile.via = row.value(6).toString();
    profile.order = row.value(7).toInt();
    return profile;
}

// What a value is called in the table; empty for what no setting is.
QString kindOf(const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::QString:
        return QStringLiteral("text");
    case QMetaType::Bool:
        return QStringLiteral("flag");
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::LongLong:
        return QStringLiteral("number");
    case QMetaType::QByteArray:
        return QStringLiteral("bytes");
    case QMetaType::QStringList:
        return QStringLiteral("list");
    default:
        return {};
    }
}

QVariant valueOf(const QString &kind, const QVariant &stored)
{
    bool valid = false;
    if (kind == QLatin1String("text"))
        return stored.toString();
    if (kind == QLatin1String("flag"))
        return stored.toInt() != 0;
    if (kind == QLatin1String("bytes"))
        return stored.toByteArray();
    if (kind == QLatin1String("list"))
        return fromJson(stored.toString());
    if (kind == QLatin1String("number")) {
        if (const qlonglong number = stored.toLongLong(&valid); valid)
            return number;
    }
    return {};
}

} // namespace

const Schema &portolanSchema()
{
    static const Schema schema{
        kApplicationId,
        {{
            "CREATE TABLE profiles ("
            " id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),"
            " name TEXT NOT NULL CHECK (name <> ''),"
            " folder TEXT NOT NULL DEFAULT '',"
            " tags TEXT NOT NULL DEFAULT '[]'," // a JSON array
            " address TEXT NOT NULL,"           // a URL, never with a password
            " credential TEXT NOT NULL DEFAULT '',"
            " via TEXT NOT NULL DEFAULT '',"
            " position INTEGER NOT NULL DEFAULT 0)",
            "CREATE TABLE credentials ("
            " id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),"
            " name TEXT NOT NULL CHECK (name <> ''),"
            " user TEXT NOT NULL DEFAULT '',"
            " key_file TEXT NOT NULL DEFAULT '')",
            "CREATE TABLE folders (path TEXT PRIMARY KEY NOT NULL CHECK (path <> ''))",
            "CREATE TABLE settings ("
            " key TEXT PRIMARY KEY NOT NULL CHECK (key <> ''),"
            " kind TEXT NOT NULL CHECK (kind IN ('text', 'number', 'flag', 'bytes', 'list')),"
            " value)",
        }}};
    return schema;
}

Result<ReadProfiles> readProfiles(Database &database)
{
    QList<Profile> profiles;
    QList<Credential> credentials;
    QStringList folders;
    int unreadable = 0;
    auto done = database.read(
        QStringLiteral("SELECT id, name, folder, tags, address, credential, via, position "
                       "FROM profiles"),
        {}, [&](const QSqlQuery &row) {
            if (auto profile = profileOf(row))
                profiles.append(std::move(*profile));
            else
                ++unreadable;
        });
    if (done)
        done = database.read(QStringLiteral("SELECT id, name, user, key_file FROM credentials"), {},
                             [&](const QSqlQuery &row) {
                                 credentials.append(
                                     {row.value(0).toString(), row.value(1).toString(),
                                      row.value(2).toString(), row.value(3).toString()});
                             });
    if (done)
        done = database.read(
            QStringLiteral("SELECT path FROM folders"), {}, [&](const QSqlQuery &row) {
                const auto folder = ProfileSet::cleanFolder(row.value(0).toString());
                if (folder && !folder->isEmpty())
                    folders.append(*folder);
            });
    if (!done)
        return tl::unexpected(done.error());
    return ReadProfiles{ProfileSet(std::move(profiles), credentials, folders), unreadable};
}

Result<> writeProfiles(Database &database, const ProfileRows &rows)
{
    const auto each = [&](const auto &all, const QString &sql, auto &&values) -> Result<> {
        for (const auto &one : all) {
            if (const auto done = database.run(sql, values(one)); !done)
                return done;
        }
        return {};
    };
    const auto alone = [](const QString &key) { return QVariantList{key}; };
    // An empty QString would be bound as NULL.
    const auto text = [](const QString &value) {
        return value.isNull() ? QStringLiteral("") : value;
    };
    auto done = each(rows.goneProfiles, QStringLiteral("DELETE FROM profiles WHERE id = ?"), alone);
    if (done)
        done = each(rows.goneCredentials, QStringLiteral("DELETE FROM credentials WHERE id = ?"),
                    alone);
    if (done)
        done = each(rows.goneFolders, QStringLiteral("DELETE FROM folders WHERE path = ?"), alone);
    if (done)
        done = each(rows.folders, QStringLiteral("INSERT OR IGNORE INTO folders (path) VALUES (?)"),
                    alone);
    if (done)
        done = each(rows.credentials,
                    QStringLiteral("INSERT OR REPLACE INTO credentials (id, name, user, key_file) "
                                   "VALUES (?, ?, ?, ?)"),
                    [&](const Credential &one) {
                        return QVariantList{one.id, one.name, text(one.user), text(one.keyFile)};
                    });
    if (done)
        done = each(rows.profiles,
                    QStringLiteral("INSERT OR REPLACE INTO profiles (id, name, folder, tags, "
                                   "address, credential, via, position) "
                                   "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
                    [&](const Profile &one) {
                        return QVariantList{one.id,
                                            one.name,
                                            text(one.folder),
                                            toJson(one.tags),
                                            one.address.toString(),
                                            text(one.credential),
                                            text(one.via),
                                            one.order};
                    });
    return done;
}

Result<SettingValues> readSettings(Database &database)
{
    SettingValues values;
    const auto done = database.read(
        QStringLiteral("SELECT key, kind, value FROM settings"), {}, [&](const QSqlQuery &row) {
            const QVariant value = valueOf(row.value(1).toString(), row.value(2));
            if (value.isValid())
                values.insert(row.value(0).toString(), value);
        });
    if (!done)
        return tl::unexpected(done.error());
    return values;
}

Result<> writeSettings(Database &database, const SettingValues &values)
{
    for (auto it = values.cbegin(); it != values.cend(); ++it) {
        const QString kind = kindOf(it.value());
        QVariant value = it.value();
        if (kind == QLatin1String("list"))
            value = toJson(value.toStringList());
        else if (kind == QLatin1String("flag"))
            value = value.toInt();
        const auto done =
            kind.isEmpty()
                ? database.run(QStringLiteral("DELETE FROM settings WHERE key = ?"), {it.key()})
                : database.run(QStringLiteral("INSERT OR REPLACE INTO settings (key, kind, value) "
                                              "VALUES (?, ?, ?)"),
                               {it.key(), kind, value});
        if (!done)
            return done;
    }
    return {};
}

Result<ProfileSet> ProfileSet::read(const QString &databaseFile)
{
    const auto database = Database::openForReading(databaseFile, portolanSchema());
    if (!database)
        return tl::unexpected(database.error());
    if (!*database)
        return ProfileSet();
    auto stored = readProfiles(**database);
    if (!stored)
        return tl::unexpected(stored.error());
    return std::move(stored->profiles);
}

} // namespace Portolan
