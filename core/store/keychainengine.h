// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/secretstore.h"

#include <QObject>

#include <optional>

namespace QKeychain {
class Job;
}

namespace Portolan {

class SecretService;

// The part of KeychainSecretStore that runs on its thread: jobs of QtKeychain, and before and after
// each the question whether the keychain is open, because QtKeychain 0.13 says "not found" of what
// is only locked, and its write would make the desktop ask for a password out of the blue.
class KeychainEngine : public QObject
{
    Q_OBJECT

public:
    using Failure = SecretStore::Failure;
    template<typename T>
    using Answer = UniqueFunction<void(tl::expected<T, Failure>)>;

    KeychainEngine();
    ~KeychainEngine() override;

    void read(const QString &key, Answer<Secret> done);
    void write(const QString &key, Secret secret, Answer<void> done);
    void remove(const QString &key, Answer<void> done);
    void probe(SecretStore::Probed done);
    void unlock(Answer<void> done);

private:
    struct Known
    {
        std::optional<Failure> obstacle = {}; // nothing: it is open as far as can be known
        bool empty = false;                   // the first write makes the keyring
    };
    void whenKnown(UniqueFunction<void(Known)> then);
    // Takes `job`, and calls `then` once: when it ends, or when it has not for too long.
    void run(QKeychain::Job *job, UniqueFunction<void(QKeychain::Job *)> then);
    void explain(const QKeychain::Job *job, UniqueFunction<void(Failure)> done);

    SecretService *m_service = nullptr; // where there is D-Bus
};

} // namespace Portolan
