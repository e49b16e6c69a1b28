// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/secretstore.h"

#include <QHash>

#include <map>
#include <optional>

namespace Portolan {

// Secrets by key in the memory of this process, wiped when they are replaced, removed or at the
// end. Plain, one thread.
class SecretShelf
{
public:
    void put(const QString &key, Secret secret) { m_secrets[key] = std::move(secret); }
    void remove(const QString &key) { m_secrets.erase(key); }
    [[nodiscard]] std::optional<Secret> copyOf(const QString &key) const;

private:
    std::map<QString, Secret> m_secrets;
};

// A SecretStore that forgets everything when it goes: for tests, and where a person wants no
// keychain at all. Like every SecretStore it answers later, never within the call. It can be locked
// and unlocked as a keychain is; what is kept until the program closes is on another shelf, which
// has no lock.
class MemorySecretStore : public SecretStore
{
    Q_OBJECT

public:
    explicit MemorySecretStore(QObject *parent = nullptr)
        : SecretStore(parent)
    {
    }

    void read(const QString &key, QObject *context, Read done) override;
    void write(const QString &key, Secret secret, Keep keep, QObject *context, Done done) override;
    void remove(const QString &key, QObject *context, Done done) override;
    void probe(QObject *context, Probed done) override;
    void unlock(QObject *context, Done done) override;

    void setState(State state) { m_state = state; }
    // How the person answers unlock().
    void setUnlockAnswer(bool agreed) { m_agrees = agreed; }

private:
    [[nodiscard]] std::optional<Failure> obstacle() const;

    SecretShelf m_stored;
    SecretShelf m_untilClosed;
    State m_state = State::Open;
    bool m_agrees = true;
};

} // namespace Portolan
