// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/enginehost.h"
#include "core/runtime/relay.h"
#include "core/store/memorysecretstore.h"

#include <functional>
#include <memory>

namespace Portolan {

class KeychainEngine;

// The keychain of the desktop, through QtKeychain: the Secret Service on Linux (GNOME Keyring,
// KWallet since Plasma 5.97, KeePassXC), Keychain on macOS, the Credential Manager on Windows. All
// of it, loading libsecret and reaching D-Bus included, happens on a thread of its own that starts
// with the first call that needs it. A call that a service leaves without an answer ends with
// Unavailable.
// One in a process: QtKeychain keeps its queue of jobs on the thread that used it first.
// What is kept until the program closes stays on this side and never reaches the keychain.
class KeychainSecretStore : public SecretStore
{
    Q_OBJECT

public:
    explicit KeychainSecretStore(QObject *parent = nullptr);
    ~KeychainSecretStore() override;

    void read(const QString &key, QObject *context, Read done) override;
    void write(const QString &key, Secret secret, Keep keep, QObject *context, Done done) override;
    void remove(const QString &key, QObject *context, Done done) override;
    void probe(QObject *context, Probed done) override;
    void unlock(QObject *context, Done done) override;

private:
    // Runs here before the answer is given, and also where nobody waits for it any more.
    template<typename Outcome>
    using First = std::function<void(KeychainSecretStore &, const Outcome &)>;
    template<typename Outcome>
    [[nodiscard]] UniqueFunction<void(Outcome)>
    homeward(QObject *context, UniqueFunction<void(Outcome)> done, First<Outcome> first = {});
    EngineHost<KeychainEngine> &engine();

    SecretShelf m_untilClosed;
    std::shared_ptr<Relay<KeychainSecretStore>> m_relay;
    std::unique_ptr<EngineHost<KeychainEngine>> m_host;
};

} // namespace Portolan
