// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/snmp/trapaccess.h"

#include "core/snmp/snmpaddress.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>
#include <QUuid>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace Portolan::Ui {

namespace {

using Snmp::Level;

constexpr int kMostUsers = 200;
constexpr int kMostNames = 100;
constexpr char kCommunitiesSecret[] = "snmp-traps/communities";

QJsonObject toJson(const TrapUserEntry &entry)
{
    return {{QStringLiteral("id"), entry.id},
            {QStringLiteral("name"), entry.name},
            {QStringLiteral("level"), Snmp::levelName(entry.level)},
            {QStringLiteral("minimum"), Snmp::levelName(entry.minimum)},
            {QStringLiteral("auth"), Snmp::authProtocolName(entry.auth)},
            {QStringLiteral("priv"), Snmp::privProtocolName(entry.priv)},
            {QStringLiteral("credential"), entry.credential}};
}

std::optional<TrapUserEntry> entryOf(const QJsonObject &object)
{
    const auto text = [&object](const char *key) {
        return object.value(QLatin1String(key)).toString();
    };
    TrapUserEntry entry;
    entry.id = text("id");
    entry.name = text("name");
    const auto level = Snmp::levelOf(text("level"));
    const auto minimum = Snmp::levelOf(text("minimum"));
    const auto auth = Snmp::authProtocolOf(text("auth"));
    const auto priv = Snmp::privProtocolOf(text("priv"));
    if (entry.id.isEmpty() || entry.name.isEmpty() || !level || !minimum || !auth || !priv)
        return {};
    entry.level = *level;
    entry.minimum = std::min(*minimum, *level);
    entry.auth = *auth;
    entry.priv = *priv;
    entry.credential = text("credential");
    return entry;
}

} // namespace

TrapAccess::TrapAccess(const PanelContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
    connect(&m_context.settings, &Settings::changed, this, [this](const QString &key) {
        if (key == QLatin1String(kUsersKey) || key == QLatin1String(kCommunitiesKey))
            Q_EMIT changed();
    });
}

QList<TrapUserEntry> TrapAccess::users() const
{
    QList<TrapUserEntry> users;
    const QJsonArray array =
        QJsonDocument::fromJson(m_context.settings.text(kUsersKey).toUtf8()).array();
    for (const QJsonValue &each : array) {
        if (const auto entry = entryOf(each.toObject()); entry && users.size() < kMostUsers)
            users.append(*entry);
    }
    return users;
}

void TrapAccess::write(const QList<TrapUserEntry> &users)
{
    QJsonArray array;
    for (const TrapUserEntry &each : users)
        array.append(toJson(each));
    m_context.settings.set(kUsersKey,
                           QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact)));
}

TrapAccess::Communities TrapAccess::communities() const
{
    const QString kept = m_context.settings.text(kCommunitiesKey);
    return kept == QLatin1String("listed") ? Communities::Listed
           : kept == QLatin1String("none") ? Communities::None
                                           : Communities::Any;
}

void TrapAccess::setCommunities(Communities communities)
{
    m_context.settings.set(kCommunitiesKey,
                           communities == Communities::Listed ? QStringLiteral("listed")
                           : communities == Communities::None ? QStringLiteral("none")
                                                              : QStringLiteral("any"));
}

void TrapAccess::writeCommunities(Secret listed)
{
    // Where there is no keychain it lasts until the program closes.
    m_context.secrets.probe(this, [this,
                                   secret = std::move(listed)](SecretStore::State state) mutable {
        m_context.secrets.write(
            QLatin1String(kCommunitiesSecret), std::move(secret),
            state == SecretStore::State::Open ? SecretStore::Keep::Stored
                                              : SecretStore::Keep::UntilClosed,
            this, [this](const tl::expected<void, SecretStore::Failure> &) { Q_EMIT changed(); });
    });
}

QList<TrapUserEntry> TrapAccess::fromConnections() const
{
    const QList<TrapUserEntry> known = users();
    QList<TrapUserEntry> found;
    for (const Profile &profile : m_context.profiles.profiles()) {
        if (profile.address.scheme != QLatin1String("snmp") || profile.credential.isEmpty())
            continue;
        const auto credential = m_context.profiles.credential(profile.credential);
        if (!credential || !credential->keyFile.isEmpty())
            continue;
        Address address = profile.address;
        if (address.user.isEmpty())
            address.user = credential->user;
        const auto meaning = Snmp::agentAddress(address);
        if (!meaning || meaning->target.version != Snmp::Version::V3 ||
            meaning->target.user.isEmpty())
            continue;
        TrapUserEntry entry;
        entry.name = meaning->target.user;
        entry.level = entry.minimum = meaning->target.level;
        entry.auth = meaning->target.authProtocol;
        entry.priv = meaning->target.privProtocol;
        entry.credential = credential->id;
        const auto same = [&entry](const TrapUserEntry &other) {
            return other.name == entry.name && other.credential == entry.credential &&
                   other.level == entry.level && other.auth == entry.auth &&
                   other.priv == entry.priv;
        };
        if (std::none_of(known.begin(), known.end(), same) &&
            std::none_of(found.begin(), found.end(), same))
            found.append(entry);
    }
    return found;
}

void TrapAccess::add(const QList<TrapUserEntry> &entries)
{
    QList<TrapUserEntry> all = users();
    for (TrapUserEntry entry : entries) {
        entry.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        all.append(entry);
    }
    write(all);
}

void TrapAccess::put(TrapUserEntry entry, std::optional<Snmp::Credentials> passwords, bool remember)
{
    QList<TrapUserEntry> all = users();
    if (entry.id.isEmpty())
        entry.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const bool needsPassword = entry.level != Level::NoAuthNoPriv;
    if (needsPassword && !m_context.profiles.credential(entry.credential)) {
        Credential credential;
        credential.user = entry.name;
        const QString name = tr("SNMP traps: %1").arg(entry.name);
        credential.name = name;
        auto id = m_context.profiles.put(credential);
        for (int i = 2; !id && i < kMostNames; ++i) {
            credential.name = QStringLiteral("%1 (%2)").arg(name).arg(i);
            id = m_context.profiles.put(credential);
        }
        entry.credential = id ? *id : QString();
    }
    const auto place = std::find_if(all.begin(), all.end(), [&entry](const TrapUserEntry &other) {
        return other.id == entry.id;
    });
    if (place != all.end())
        *place = entry;
    else
        all.append(entry);
    if (!needsPassword || !passwords) {
        write(all);
        return;
    }
    // The list is written when the password is there, so that nobody reads one without the other.
    m_context.secrets.write(secretKey(entry), packed(*passwords, entry.level),
                            remember ? SecretStore::Keep::Stored : SecretStore::Keep::UntilClosed,
                            this, [this, all](const tl::expected<void, SecretStore::Failure> &) {
                                const QList<TrapUserEntry> before = users();
                                write(all);
                                if (before == all)
                                    Q_EMIT changed();
                            });
}

void TrapAccess::remove(const QString &id)
{
    QList<TrapUserEntry> all = users();
    m_context.secrets.remove(QStringLiteral("snmp-trap-user/") + id, this,
                             [](const tl::expected<void, SecretStore::Failure> &) {});
    all.removeIf([&id](const TrapUserEntry &entry) { return entry.id == id; });
    write(all);
}

QString TrapAccess::secretKey(const TrapUserEntry &entry) const
{
    const auto credential = m_context.profiles.credential(entry.credential);
    return credential ? credential->secretKey() : QStringLiteral("snmp-trap-user/") + entry.id;
}

Secret TrapAccess::packed(const Snmp::Credentials &passwords, Level level)
{
    const auto auth = passwords.authPassword.reveal();
    const auto priv = passwords.privPassword.reveal();
    if (level != Level::AuthPriv || auth == priv)
        return Secret(auth);
    std::string both;
    both.reserve(auth.size() + priv.size() + 1);
    both.append(auth).append(1, '\n').append(priv);
    Secret secret(both);
    wipeMemory(both.data(), both.size());
    return secret;
}

Snmp::Credentials TrapAccess::unpacked(const Secret &stored)
{
    const std::string_view both = stored.reveal();
    const auto line = both.find('\n');
    Snmp::Credentials passwords;
    passwords.authPassword = Secret(both.substr(0, line));
    passwords.privPassword = Secret(line == std::string_view::npos ? both : both.substr(line + 1));
    return passwords;
}

void TrapAccess::passwordsOf(const TrapUserEntry &entry, QObject *context,
                             UniqueFunction<void(std::optional<Snmp::Credentials>)> done)
{
    if (entry.level == Level::NoAuthNoPriv) {
        QMetaObject::invokeMethod(
            context,
            [call = std::make_shared<decltype(done)>(std::move(done))] {
                (*call)(std::make_optional<Snmp::Credentials>());
            },
            Qt::QueuedConnection);
        return;
    }
    m_context.secrets.read(
        secretKey(entry), context,
        [done = std::move(done)](tl::expected<Secret, SecretStore::Failure> found) mutable {
            if (found && !found->isEmpty())
                done(unpacked(*found));
            else
                done(std::nullopt);
        });
}

void TrapAccess::gather(QObject *context, Gathered done)
{
    struct Work
    {
        Snmp::TrapKeys keys;
        QStringList missing;
        int left = 1;
        Gathered done;
        QPointer<QObject> context;

        void end()
        {
            if (--left == 0 && context)
                done(std::move(keys), missing);
        }
    };
    auto work = std::make_shared<Work>();
    work->done = std::move(done);
    work->context = context;
    work->keys.anyCommunity = communities() == Communities::Any;
    if (communities() == Communities::Listed) {
        ++work->left;
        m_context.secrets.read(
            QLatin1String(kCommunitiesSecret), this,
            [work](tl::expected<Secret, SecretStore::Failure> found) {
                std::string_view rest = found ? found->reveal() : std::string_view();
                while (!rest.empty()) {
                    const auto blank = rest.find(' ');
                    if (blank != 0)
                        work->keys.communities.emplace_back(rest.substr(0, blank));
                    rest = blank == std::string_view::npos ? std::string_view()
                                                           : rest.substr(blank + 1);
                }
                work->end();
            });
    }
    const QList<TrapUserEntry> all = users();
    for (const TrapUserEntry &entry : all) {
        const auto take = [work, entry](Snmp::Credentials passwords) {
            Snmp::TrapUser user;
            user.name = entry.name;
            user.level = entry.level;
            user.minimum = entry.minimum;
            user.authProtocol = entry.auth;
            user.privProtocol = entry.priv;
            user.credentials = std::move(passwords);
            work->keys.users.push_back(std::move(user));
        };
        if (entry.level == Level::NoAuthNoPriv) {
            take({});
            continue;
        }
        ++work->left;
        m_context.secrets.read(
            secretKey(entry), this,
            [work, take, id = entry.id](tl::expected<Secret, SecretStore::Failure> found) {
                if (found && !found->isEmpty())
                    take(unpacked(*found));
                else
                    work->missing << id;
                work->end();
            });
    }
    // Never from inside.
    QMetaObject::invokeMethod(
        this, [work] { work->end(); }, Qt::QueuedConnection);
}

} // namespace Portolan::Ui
