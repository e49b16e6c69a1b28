// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ssh/connection.h"
#include "core/ssh/route.h"
#include "core/store/secretstore.h"
#include "ui/panel/panelcontext.h"

#include <QObject>
#include <QPointer>

#include <optional>
#include <vector>

namespace Portolan::Ui {

// Answers the questions of a login from the secret store, and puts there what a person wants to be
// remembered, once the server has accepted it. What a server refused is not tried again, here or in
// another tab. Only what is the same at the next login is ever kept: passwords and passphrases, no
// codes. Without a credential it makes one, without a profile that as well. Owned by one panel,
// over all its connections; GUI thread.
class StoredLogin : public QObject
{
    Q_OBJECT

public:
    // What the dialog may offer besides asking.
    enum class Offer {
        None,
        Keychain,   // to be remembered there
        Locked,     // it has to be unlocked first
        NoKeychain, // to be kept until the program closes
    };
    struct Found
    {
        std::optional<Secret> secret = {}; // the answer
        Offer offer = Offer::None;
        bool refused = false;      // there is one, and the server did not accept it
        bool makesProfile = false; // remembering keeps the connection itself as well
    };
    using LookedUp = UniqueFunction<void(Found)>;

    StoredLogin(const PanelContext &context, QObject *parent);

    // A connection of the panel begins. `offered`: a password from the address, which it was given.
    void begin(const std::shared_ptr<Ssh::Connection> &connection, const Address &address,
               const QString &profile, std::vector<Ssh::Login> logins,
               std::optional<Secret> offered);
    void lookUp(const Ssh::AuthQuestion &question, LookedUp done);
    // True: it is open now.
    void unlock(UniqueFunction<void(bool)> done);
    // When the server has accepted it.
    void remember(const Ssh::AuthQuestion &question, Secret secret, SecretStore::Keep keep);
    // The password of the address, after canRememberOffered(); or wipes it.
    void rememberOffered();
    void forgetOffered() { m_offered.reset(); }

Q_SIGNALS:
    // The address's password has led in, and the keychain is open.
    void canRememberOffered();
    void remembered(Portolan::SecretStore::Keep keep);
    void notRemembered(const QString &why);
    void profileMade(const QString &id);

private:
    struct Pending
    {
        std::size_t login = 0;
        QString user;
        QString keyFile; // of a passphrase
        QString sessionKey;
        Secret secret;
        SecretStore::Keep keep = SecretStore::Keep::Stored;
    };

    [[nodiscard]] std::optional<std::size_t> loginOf(const Ssh::AuthQuestion &question) const;
    // Where the answer is or would be; empty: nowhere.
    [[nodiscard]] QString keyFor(const Ssh::AuthQuestion &question) const;
    void onReady();
    void onFailed(const Error &error);
    void write(const QString &key, Secret secret, SecretStore::Keep keep,
               UniqueFunction<void(bool)> then);
    void store(Pending pending);
    void storeAnew(Pending pending);
    void link(const Ssh::Login &login, const QString &credential);
    [[nodiscard]] Result<QString> makeCredential(const Pending &pending);

    PanelContext m_context;
    QPointer<Ssh::Connection> m_connection; // the panel holds it
    Address m_address;
    QString m_profile;
    std::vector<Ssh::Login> m_logins;
    std::optional<Secret> m_offered;
    QString m_triedKey; // answered from the store, without a verdict so far
    QString m_triedPlace;
    std::vector<Pending> m_pending;
};

} // namespace Portolan::Ui
