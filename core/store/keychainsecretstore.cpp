// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/keychainsecretstore.h"

#include "core/store/keychainengine.h"

#include <QPointer>

namespace Portolan {

KeychainSecretStore::KeychainSecretStore(QObject *parent)
    : SecretStore(parent)
    , m_relay(std::make_shared<Relay<KeychainSecretStore>>(this))
{
}

KeychainSecretStore::~KeychainSecretStore()
{
    m_relay->detach();
}

EngineHost<KeychainEngine> &KeychainSecretStore::engine()
{
    if (!m_host)
        m_host = std::make_unique<EngineHost<KeychainEngine>>(
            QStringLiteral("keychain"),
            [](std::stop_token) { return std::make_unique<KeychainEngine>(); });
    return *m_host;
}

// Made here, called on the engine's thread, runs here.
template<typename Outcome>
UniqueFunction<void(Outcome)> KeychainSecretStore::homeward(QObject *context,
                                                            UniqueFunction<void(Outcome)> done,
                                                            First<Outcome> first)
{
    struct Both
    {
        QPointer<QObject> context;
        UniqueFunction<void(Outcome)> done;
        First<Outcome> first;
        std::optional<Outcome> outcome;
    };
    auto both =
        std::make_shared<Both>(Both{context, std::move(done), std::move(first), std::nullopt});
    return [relay = m_relay, both = std::move(both)](Outcome outcome) {
        both->outcome.emplace(std::move(outcome));
        relay->post([both](KeychainSecretStore &store) {
            if (both->first)
                both->first(store, *both->outcome);
            if (both->context)
                both->done(std::move(*both->outcome));
        });
    };
}

void KeychainSecretStore::read(const QString &key, QObject *context, Read done)
{
    auto answer = homeward<tl::expected<Secret, Failure>>(context, std::move(done));
    if (auto secret = m_untilClosed.copyOf(key)) {
        answer(std::move(*secret));
        return;
    }
    engine().post([key, answer = std::move(answer)](KeychainEngine &engine) mutable {
        engine.read(key, std::move(answer));
    });
}

void KeychainSecretStore::write(const QString &key, Secret secret, Keep keep, QObject *context,
                                Done done)
{
    using Outcome = tl::expected<void, Failure>;
    forgetRefusals(key);
    if (keep == Keep::UntilClosed) {
        m_untilClosed.put(key, std::move(secret));
        homeward<Outcome>(context, std::move(done))({});
        return;
    }
    // Only what is stored makes the copy on this side stale.
    auto answer = homeward<Outcome>(context, std::move(done),
                                    [key](KeychainSecretStore &store, const Outcome &outcome) {
                                        if (outcome)
                                            store.m_untilClosed.remove(key);
                                    });
    engine().post([key, secret = std::move(secret),
                   answer = std::move(answer)](KeychainEngine &engine) mutable {
        engine.write(key, std::move(secret), std::move(answer));
    });
}

void KeychainSecretStore::remove(const QString &key, QObject *context, Done done)
{
    m_untilClosed.remove(key);
    auto answer = homeward<tl::expected<void, Failure>>(context, std::move(done));
    engine().post([key, answer = std::move(answer)](KeychainEngine &engine) mutable {
        engine.remove(key, std::move(answer));
    });
}

void KeychainSecretStore::probe(QObject *context, Probed done)
{
    auto answer = homeward<State>(context, std::move(done));
    engine().post([answer = std::move(answer)](KeychainEngine &engine) mutable {
        engine.probe(std::move(answer));
    });
}

void KeychainSecretStore::unlock(QObject *context, Done done)
{
    auto answer = homeward<tl::expected<void, Failure>>(context, std::move(done));
    engine().post([answer = std::move(answer)](KeychainEngine &engine) mutable {
        engine.unlock(std::move(answer));
    });
}

} // namespace Portolan
