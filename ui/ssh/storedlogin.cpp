// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ssh/storedlogin.h"

#include "core/store/profilestore.h"

#include <QCryptographicHash>

#include <utility>

namespace Portolan::Ui {

namespace {

using Failure = SecretStore::Failure;
using Keep = SecretStore::Keep;
using Method = Ssh::AuthQuestion::Method;

constexpr int kMostNames = 100;

QString placeOf(const Ssh::AuthQuestion &question)
{
    return question.user + QLatin1Char('@') + question.host;
}

// For what is kept until the program closes and belongs to no credential. A digest, because keys
// never hold a person's words.
QString sessionKeyFor(const Ssh::AuthQuestion &question)
{
    const QString what = question.keyFile.isEmpty() ? placeOf(question) : question.keyFile;
    const QByteArray digest =
        QCryptographicHash::hash(what.toUtf8(), QCryptographicHash::Sha256).toHex();
    return QStringLiteral("session/") + QString::fromLatin1(digest);
}

// "ops@bastion", "ops@bastion (2)", ...: the first one that `put` takes.
template<typename Put>
Result<QString> putUnderAFreeName(const QString &name, Put put)
{
    Result<QString> id = put(name);
    for (int i = 2; !id && i < kMostNames; ++i)
        id = put(QStringLiteral("%1 (%2)").arg(name).arg(i));
    return id;
}

StoredLogin::Offer offerFor(SecretStore::State state)
{
    switch (state) {
    case SecretStore::State::Open:
        return StoredLogin::Offer::Keychain;
    case SecretStore::State::Locked:
        return StoredLogin::Offer::Locked;
    case SecretStore::State::Unavailable:
        break;
    }
    return StoredLogin::Offer::NoKeychain;
}

} // namespace

StoredLogin::StoredLogin(const PanelContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
}

void StoredLogin::begin(const std::shared_ptr<Ssh::Connection> &connection, const Address &address,
                        const QString &profile, std::vector<Ssh::Login> logins,
                        std::optional<Secret> offered)
{
    if (m_connection)
        m_connection->disconnect(this);
    m_connection = connection.get();
    m_address = address;
    m_profile = profile;
    m_logins = std::move(logins);
    m_offered = std::move(offered);
    m_triedKey.clear();
    m_pending.clear();
    connect(connection.get(), &Ssh::Connection::ready, this, &StoredLogin::onReady);
    connect(connection.get(), &Ssh::Connection::failed, this, &StoredLogin::onFailed);
}

std::optional<std::size_t> StoredLogin::loginOf(const Ssh::AuthQuestion &question) const
{
    for (std::size_t i = m_logins.size(); i-- > 0;) {
        if (m_logins[i].asks(question))
            return i;
    }
    return std::nullopt;
}

QString StoredLogin::keyFor(const Ssh::AuthQuestion &question) const
{
    const bool isPassphrase = question.method == Method::Passphrase;
    if (!isPassphrase && !Ssh::asksForPassword(question))
        return {};
    const auto index = loginOf(question);
    if (!index)
        return {};
    const Ssh::Login &login = m_logins[*index];
    if (!login.secretKey.isEmpty()) {
        const bool fits =
            isPassphrase ? login.keyFile == question.keyFile : login.keyFile.isEmpty();
        return fits ? login.secretKey : QString();
    }
    // A host of `jump=` has no profile that a credential could belong to.
    if (login.profile.isEmpty() && *index + 1 != m_logins.size())
        return {};
    return sessionKeyFor(question);
}

void StoredLogin::lookUp(const Ssh::AuthQuestion &question, LookedUp done)
{
    // Who is asked although a password was given beforehand gave a wrong one.
    if (Ssh::asksForPassword(question))
        m_offered.reset();
    const QString key = keyFor(question);
    const QString place = placeOf(question);
    if (key.isEmpty()) {
        done({});
        return;
    }
    const auto index = loginOf(question);
    const QString keyFile = question.method == Method::Passphrase ? question.keyFile : QString();
    std::erase_if(m_pending, [&](const Pending &pending) {
        return pending.login == index && pending.keyFile == keyFile;
    });
    // Asked once more: that was its verdict.
    if (m_triedKey == key && m_triedPlace == place)
        m_context.secrets.markRefused(std::exchange(m_triedKey, QString()), place);
    const bool makesProfile =
        index && m_logins[*index].secretKey.isEmpty() && m_logins[*index].profile.isEmpty();
    if (m_context.secrets.wasRefused(key, place)) {
        m_context.secrets.probe(
            this, [makesProfile, done = std::move(done)](SecretStore::State state) mutable {
                done({.offer = offerFor(state), .refused = true, .makesProfile = makesProfile});
            });
        return;
    }
    m_context.secrets.read(key, this,
                           [this, key, place, makesProfile,
                            done = std::move(done)](tl::expected<Secret, Failure> answer) mutable {
                               if (answer) {
                                   m_triedKey = key;
                                   m_triedPlace = place;
                                   done({.secret = std::move(*answer)});
                                   return;
                               }
                               Found found{.makesProfile = makesProfile};
                               switch (answer.error()) {
                               case Failure::NotFound:
                                   found.offer = Offer::Keychain;
                                   break;
                               case Failure::Locked:
                                   found.offer = Offer::Locked;
                                   break;
                               case Failure::Unavailable:
                                   found.offer = Offer::NoKeychain;
                                   break;
                               case Failure::Denied:
                                   break;
                               }
                               done(std::move(found));
                           });
}

void StoredLogin::unlock(UniqueFunction<void(bool)> done)
{
    m_context.secrets.unlock(this,
                             [done = std::move(done)](tl::expected<void, Failure> answer) mutable {
                                 done(answer.has_value());
                             });
}

void StoredLogin::remember(const Ssh::AuthQuestion &question, Secret secret, Keep keep)
{
    const auto index = loginOf(question);
    if (!index)
        return;
    Pending pending;
    pending.login = *index;
    pending.user = question.user;
    pending.keyFile = question.method == Method::Passphrase ? question.keyFile : QString();
    pending.sessionKey = sessionKeyFor(question);
    pending.secret = std::move(secret);
    pending.keep = keep;
    m_pending.push_back(std::move(pending));
}

void StoredLogin::onReady()
{
    m_triedKey.clear();
    for (Pending &pending : std::exchange(m_pending, {}))
        store(std::move(pending));
    const QStringList &methods = m_connection->sessionFacts().authMethods;
    const bool wasUsed = methods.contains(QLatin1String("password")) ||
                         methods.contains(QLatin1String("keyboard-interactive"));
    if (!m_offered || !wasUsed || m_logins.size() != 1 || !m_logins.back().keyFile.isEmpty()) {
        m_offered.reset();
        return;
    }
    m_context.secrets.probe(this, [this](SecretStore::State state) {
        if (state == SecretStore::State::Open)
            Q_EMIT canRememberOffered();
        else
            m_offered.reset();
    });
}

void StoredLogin::onFailed(const Error &error)
{
    m_pending.clear();
    m_offered.reset();
    // Some servers hang up instead of asking once more.
    if (!m_triedKey.isEmpty() && error.kind == Error::Kind::Auth)
        m_context.secrets.markRefused(m_triedKey, m_triedPlace);
    m_triedKey.clear();
}

void StoredLogin::rememberOffered()
{
    if (!m_offered || m_logins.empty() || !m_connection)
        return;
    Pending pending;
    pending.login = m_logins.size() - 1;
    pending.user = m_connection->target().user;
    pending.secret = std::move(*m_offered);
    m_offered.reset();
    store(std::move(pending));
}

void StoredLogin::write(const QString &key, Secret secret, Keep keep,
                        UniqueFunction<void(bool)> then)
{
    m_context.secrets.write(
        key, std::move(secret), keep, this,
        [this, keep, then = std::move(then)](tl::expected<void, Failure> done) mutable {
            if (then)
                then(done.has_value());
            if (done) {
                Q_EMIT remembered(keep);
                return;
            }
            switch (done.error()) {
            case Failure::Locked:
                Q_EMIT notRemembered(tr("It was not remembered: the keychain is locked."));
                break;
            case Failure::Denied:
                Q_EMIT notRemembered(tr("It was not remembered: the keychain refused it."));
                break;
            case Failure::NotFound:
            case Failure::Unavailable:
                Q_EMIT notRemembered(tr("It was not remembered: the keychain does not answer."));
                break;
            }
        });
}

void StoredLogin::store(Pending pending)
{
    const QString &secretKey = m_logins[pending.login].secretKey;
    if (!secretKey.isEmpty())
        write(secretKey, std::move(pending.secret), pending.keep, {});
    else if (pending.keep == Keep::UntilClosed)
        write(pending.sessionKey, std::move(pending.secret), pending.keep, {});
    else
        storeAnew(std::move(pending));
}

// The credential first, for its id; the profile last, when the secret is where it belongs.
void StoredLogin::storeAnew(Pending pending)
{
    const auto credential = makeCredential(pending);
    if (!credential) {
        Q_EMIT notRemembered(tr("It was not remembered: %1").arg(credential.error().what));
        return;
    }
    const QString key = m_context.profiles.credential(*credential)->secretKey();
    write(key, std::move(pending.secret), Keep::Stored,
          [this, index = pending.login, id = *credential, key](bool written) {
              if (!written) {
                  (void)m_context.profiles.removeCredential(id);
                  return;
              }
              m_logins[index].secretKey = key;
              link(m_logins[index], id);
          });
}

Result<QString> StoredLogin::makeCredential(const Pending &pending)
{
    Credential credential;
    credential.user = pending.user;
    credential.keyFile = pending.keyFile;
    const QString name = pending.user + QLatin1Char('@') + m_logins[pending.login].target.host;
    return putUnderAFreeName(name, [&](const QString &free) {
        credential.name = free;
        return m_context.profiles.put(credential);
    });
}

void StoredLogin::link(const Ssh::Login &login, const QString &credential)
{
    if (!login.profile.isEmpty()) {
        if (auto profile = m_context.profiles.profile(login.profile)) {
            profile->credential = credential;
            (void)m_context.profiles.put(*profile);
        }
        return;
    }
    Profile profile;
    profile.address = m_address;
    profile.credential = credential;
    const auto made = putUnderAFreeName(m_address.display(), [&](const QString &free) {
        profile.name = free;
        return m_context.profiles.put(profile);
    });
    if (!made)
        return;
    m_profile = *made;
    m_logins.back().profile = *made;
    Q_EMIT profileMade(*made);
}

} // namespace Portolan::Ui
