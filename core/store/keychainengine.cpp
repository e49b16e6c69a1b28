// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/keychainengine.h"

#ifdef PORTOLAN_WITH_DBUS
#include "core/store/secretservice.h"
#endif

#include <QLibrary>
#include <QLoggingCategory>
#include <QTimer>

#include <qt6keychain/keychain.h>

#include <chrono>
#include <utility>

namespace Portolan {

namespace {

Q_LOGGING_CATEGORY(lcKeychain, "portolan.store.keychain", QtWarningMsg)

// All our secrets are below this name, as a person sees it in the keychain's own program.
constexpr QLatin1String kServiceName("Portolan");
// A write may ask the person to make the first keyring.
constexpr std::chrono::seconds kPatience{30};
constexpr std::chrono::minutes kPatienceWithPerson{5};

// Also the copy that QtKeychain shares with us; what D-Bus and libsecret copied is out of reach.
void wipeShared(const QByteArray &bytes)
{
    wipeMemory(const_cast<char *>(bytes.constData()), static_cast<std::size_t>(bytes.size()));
}

#ifdef PORTOLAN_WITH_DBUS
// libsecret talks to the bus through GIO, whose shared connection ends the process when the bus
// goes. Sessions must not end with it.
void surviveTheBus()
{
    QLibrary gio(QStringLiteral("gio-2.0"), 0);
    using BusGetSync = void *(*)(int type, void *cancellable, void **error);
    using SetExitOnClose = void (*)(void *connection, int exit);
    const auto get = reinterpret_cast<BusGetSync>(gio.resolve("g_bus_get_sync"));
    const auto set =
        reinterpret_cast<SetExitOnClose>(gio.resolve("g_dbus_connection_set_exit_on_close"));
    constexpr int kSession = 2; // G_BUS_TYPE_SESSION
    // Held for good: it is the one that libsecret gets.
    if (void *const bus = get && set ? get(kSession, nullptr, nullptr) : nullptr)
        set(bus, 0);
}

// libsecret goes on using its session with a service that is no more, even when another has come.
void forgetTheService()
{
    QLibrary libsecret(QStringLiteral("secret-1"), 0);
    if (const auto disconnect = libsecret.resolve("secret_service_disconnect"))
        disconnect();
}
#endif

} // namespace

KeychainEngine::KeychainEngine()
{
#ifdef PORTOLAN_WITH_DBUS
    m_service = new SecretService(this);
    connect(m_service, &SecretService::gone, this, &forgetTheService);
#endif
}

KeychainEngine::~KeychainEngine() = default;

void KeychainEngine::whenKnown(UniqueFunction<void(Known)> then)
{
#ifdef PORTOLAN_WITH_DBUS
    using State = SecretService::State;
    m_service->state([then = std::move(then)](State state) mutable {
        switch (state) {
        case State::Unavailable:
            then({Failure::Unavailable});
            break;
        case State::Locked:
            then({Failure::Locked});
            break;
        case State::NoCollection:
        case State::Open: {
            static const bool once = (surviveTheBus(), true);
            Q_UNUSED(once)
            then({std::nullopt, state == State::NoCollection});
            break;
        }
        }
    });
#else
    then({});
#endif
}

void KeychainEngine::run(QKeychain::Job *job, UniqueFunction<void(QKeychain::Job *)> then)
{
    struct Once
    {
        UniqueFunction<void(QKeychain::Job *)> then;
        void operator()(QKeychain::Job *ended)
        {
            if (then)
                std::exchange(then, {})(ended);
        }
    };
    auto once = std::make_shared<Once>(Once{std::move(then)});
    auto *deadline = new QTimer(job);
    deadline->setSingleShot(true);
    // The job itself stays until it ends: the library would call back into freed memory.
    connect(deadline, &QTimer::timeout, this, [once] { (*once)(nullptr); });
    connect(job, &QKeychain::Job::finished, this,
            [once](QKeychain::Job *ended) { (*once)(ended); });
    job->setInsecureFallback(false);
    deadline->start(qobject_cast<QKeychain::WritePasswordJob *>(job) ? kPatienceWithPerson
                                                                     : kPatience);
    job->start();
}

// QtKeychain's errors say too little: asked again, the service tells what became of it meanwhile.
void KeychainEngine::explain(const QKeychain::Job *job, UniqueFunction<void(Failure)> done)
{
    if (!job) {
        qCWarning(lcKeychain, "the keychain does not answer");
        done(Failure::Unavailable);
        return;
    }
    const QKeychain::Error error = job->error();
    qCDebug(lcKeychain, "a job ended with error %d: %s", error, qUtf8Printable(job->errorString()));
    whenKnown([error, done = std::move(done)](Known known) mutable {
        if (known.obstacle) {
            done(*known.obstacle);
            return;
        }
        switch (error) {
        case QKeychain::EntryNotFound:
            done(Failure::NotFound);
            break;
        case QKeychain::NoBackendAvailable:
        case QKeychain::NotImplemented:
            done(Failure::Unavailable);
            break;
        case QKeychain::AccessDenied:
        case QKeychain::AccessDeniedByUser:
            done(Failure::Denied);
            break;
        default:
            done(Failure::Unavailable);
            break;
        }
    });
}

void KeychainEngine::read(const QString &key, Answer<Secret> done)
{
    whenKnown([this, key, done = std::move(done)](Known known) mutable {
        if (known.obstacle) {
            done(tl::unexpected(*known.obstacle));
            return;
        }
        auto *job = new QKeychain::ReadPasswordJob(kServiceName, this);
        job->setKey(key);
        run(job, [this, done = std::move(done)](QKeychain::Job *ended) mutable {
            if (ended && ended->error() == QKeychain::NoError) {
                const QByteArray bytes =
                    static_cast<QKeychain::ReadPasswordJob *>(ended)->binaryData();
                Secret secret(
                    std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
                wipeShared(bytes);
                done(std::move(secret));
                return;
            }
            explain(ended, [done = std::move(done)](Failure failure) mutable {
                done(tl::unexpected(failure));
            });
        });
    });
}

void KeychainEngine::write(const QString &key, Secret secret, Answer<void> done)
{
    whenKnown([this, key, secret = std::move(secret), done = std::move(done)](Known known) mutable {
        if (known.obstacle) {
            done(tl::unexpected(*known.obstacle));
            return;
        }
        auto *job = new QKeychain::WritePasswordJob(kServiceName, this);
        job->setKey(key);
        // Binary, because setTextData() wants a QString and makes a copy that nobody wipes.
        const QByteArray bytes(secret.reveal().data(),
                               static_cast<qsizetype>(secret.reveal().size()));
        job->setBinaryData(bytes);
        run(job, [this, bytes, wasEmpty = known.empty,
                  done = std::move(done)](QKeychain::Job *ended) mutable {
            if (ended)
                wipeShared(bytes);
            if (ended && wasEmpty) {
                // libsecret reports success when the person declines to make the first keyring.
                whenKnown([done = std::move(done)](Known now) mutable {
                    if (now.empty || now.obstacle)
                        done(tl::unexpected(now.obstacle.value_or(Failure::Denied)));
                    else
                        done({});
                });
                return;
            }
            if (ended && ended->error() == QKeychain::NoError) {
                done({});
                return;
            }
            explain(ended, [done = std::move(done)](Failure failure) mutable {
                done(tl::unexpected(failure));
            });
        });
    });
}

void KeychainEngine::remove(const QString &key, Answer<void> done)
{
    whenKnown([this, key, done = std::move(done)](Known known) mutable {
        if (known.obstacle) {
            done(tl::unexpected(*known.obstacle));
            return;
        }
        auto *job = new QKeychain::DeletePasswordJob(kServiceName, this);
        job->setKey(key);
        run(job, [this, done = std::move(done)](QKeychain::Job *ended) mutable {
            if (ended && (ended->error() == QKeychain::NoError ||
                          ended->error() == QKeychain::EntryNotFound)) {
                done({});
                return;
            }
            explain(ended, [done = std::move(done)](Failure failure) mutable {
                done(tl::unexpected(failure));
            });
        });
    });
}

void KeychainEngine::probe(SecretStore::Probed done)
{
    whenKnown([done = std::move(done)](Known known) mutable {
        done(!known.obstacle                      ? SecretStore::State::Open
             : *known.obstacle == Failure::Locked ? SecretStore::State::Locked
                                                  : SecretStore::State::Unavailable);
    });
}

void KeychainEngine::unlock(Answer<void> done)
{
#ifdef PORTOLAN_WITH_DBUS
    using Unlocking = SecretService::Unlocking;
    m_service->unlock([this, done = std::move(done)](Unlocking outcome) mutable {
        if (outcome == Unlocking::Dismissed) {
            done(tl::unexpected(Failure::Denied));
            return;
        }
        // A prompt can complete without having unlocked anything.
        whenKnown([outcome, done = std::move(done)](Known known) mutable {
            if (!known.obstacle)
                done({});
            else
                done(tl::unexpected(*known.obstacle == Failure::Locked && outcome == Unlocking::Done
                                        ? Failure::Denied
                                        : *known.obstacle));
        });
    });
#else
    done({});
#endif
}

} // namespace Portolan
