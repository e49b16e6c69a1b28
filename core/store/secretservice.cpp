// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/secretservice.h"

#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QUuid>

#include <memory>
#include <utility>

namespace Portolan {

namespace {

Q_LOGGING_CATEGORY(lcSecretService, "portolan.store.secretservice", QtWarningMsg)

constexpr QLatin1String kService("org.freedesktop.secrets");
constexpr QLatin1String kPath("/org/freedesktop/secrets");
constexpr QLatin1String kServiceInterface("org.freedesktop.Secret.Service");
constexpr QLatin1String kCollectionInterface("org.freedesktop.Secret.Collection");
constexpr QLatin1String kPromptInterface("org.freedesktop.Secret.Prompt");
// A service that starts on demand reads its files first.
constexpr int kPatience = 10'000; // ms

// Without this the D-Bus libraries would start a bus of their own, which nobody ends.
bool hasSessionBus()
{
    return !qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS") ||
           QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus"));
}

} // namespace

SecretService::SecretService(QObject *parent)
    : QObject(parent)
    , m_bus(QStringLiteral("none"))
{
    m_watcher.setWatchMode(QDBusServiceWatcher::WatchForUnregistration);
    m_watcher.addWatchedService(kService);
    connect(&m_watcher, &QDBusServiceWatcher::serviceUnregistered, this, [this] {
        endPrompt(Unlocking::Failed);
        Q_EMIT gone();
    });
}

SecretService::~SecretService()
{
    if (!m_busName.isEmpty())
        QDBusConnection::disconnectFromBus(m_busName);
}

bool SecretService::reachBus()
{
    if (m_bus.isConnected())
        return true;
    if (!m_busName.isEmpty()) {
        QDBusConnection::disconnectFromBus(std::exchange(m_busName, QString()));
        Q_EMIT gone();
    }
    if (!hasSessionBus())
        return false;
    m_busName = QStringLiteral("portolan-keychain-") + QUuid::createUuid().toString(QUuid::Id128);
    m_bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, m_busName);
    m_watcher.setConnection(m_bus);
    return m_bus.isConnected();
}

void SecretService::call(const QString &path, const QString &interface, const QString &method,
                         const QVariantList &arguments,
                         UniqueFunction<void(const QDBusMessage &)> done)
{
    QDBusMessage message = QDBusMessage::createMethodCall(kService, path, interface, method);
    message.setArguments(arguments);
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(message, kPatience), this);
    auto answer = std::make_shared<decltype(done)>(std::move(done));
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [watcher, answer] {
        watcher->deleteLater();
        const QDBusMessage reply = watcher->reply();
        if (reply.type() == QDBusMessage::ErrorMessage)
            qCDebug(lcSecretService, "%s: %s", qUtf8Printable(reply.errorName()),
                    qUtf8Printable(reply.errorMessage()));
        (*answer)(reply);
    });
}

void SecretService::defaultCollection(UniqueFunction<void(State, const QString &)> done)
{
    if (!reachBus()) {
        done(State::Unavailable, {});
        return;
    }
    call(kPath, kServiceInterface, QStringLiteral("ReadAlias"), {QStringLiteral("default")},
         [this, done = std::move(done)](const QDBusMessage &reply) mutable {
             const QDBusPendingReply<QDBusObjectPath> path(reply);
             if (path.isError() || !path.isValid()) {
                 done(State::Unavailable, {});
                 return;
             }
             const QString collection = path.value().path();
             if (collection == QLatin1String("/")) {
                 done(State::NoCollection, {});
                 return;
             }
             call(collection, QStringLiteral("org.freedesktop.DBus.Properties"),
                  QStringLiteral("Get"), {kCollectionInterface, QStringLiteral("Locked")},
                  [collection, done = std::move(done)](const QDBusMessage &answer) mutable {
                      const QDBusPendingReply<QDBusVariant> locked(answer);
                      if (locked.isError() || !locked.isValid())
                          done(State::Unavailable, {});
                      else
                          done(locked.value().variant().toBool() ? State::Locked : State::Open,
                               collection);
                  });
         });
}

void SecretService::state(UniqueFunction<void(State)> done)
{
    defaultCollection(
        [done = std::move(done)](State state, const QString &) mutable { done(state); });
}

void SecretService::unlock(UniqueFunction<void(Unlocking)> done)
{
    defaultCollection(
        [this, done = std::move(done)](State state, const QString &collection) mutable {
            if (state != State::Locked) {
                done(state == State::Unavailable ? Unlocking::Failed : Unlocking::Done);
                return;
            }
            const QList<QDBusObjectPath> wanted{QDBusObjectPath(collection)};
            call(kPath, kServiceInterface, QStringLiteral("Unlock"), {QVariant::fromValue(wanted)},
                 [this, done = std::move(done)](const QDBusMessage &reply) mutable {
                     const QDBusPendingReply<QList<QDBusObjectPath>, QDBusObjectPath> answer(reply);
                     if (answer.isError() || !answer.isValid())
                         done(Unlocking::Failed);
                     else if (const QString prompt = answer.argumentAt<1>().path();
                              prompt == QLatin1String("/"))
                         done(Unlocking::Done);
                     else
                         showPrompt(prompt, std::move(done));
                 });
        });
}

// One at a time; a person who is asked twice at once would not know for what.
void SecretService::showPrompt(const QString &path, UniqueFunction<void(Unlocking)> done)
{
    endPrompt(Unlocking::Dismissed);
    m_prompt = path;
    m_promptDone = std::move(done);
    // Before Prompt(): a service may complete at once.
    m_bus.connect(kService, path, kPromptInterface, QStringLiteral("Completed"), this,
                  SLOT(onPromptCompleted(QDBusMessage)));
    // The person may take any time; that the question could not be shown is told soon.
    call(path, kPromptInterface, QStringLiteral("Prompt"), {QString()},
         [this, path](const QDBusMessage &reply) {
             if (reply.type() == QDBusMessage::ErrorMessage && path == m_prompt)
                 endPrompt(Unlocking::Failed);
         });
}

void SecretService::onPromptCompleted(const QDBusMessage &message)
{
    if (message.path() != m_prompt || message.arguments().isEmpty())
        return;
    const bool dismissed = message.arguments().constFirst().toBool();
    endPrompt(dismissed ? Unlocking::Dismissed : Unlocking::Done);
}

void SecretService::endPrompt(Unlocking outcome)
{
    if (m_prompt.isEmpty())
        return;
    m_bus.disconnect(kService, std::exchange(m_prompt, QString()), kPromptInterface,
                     QStringLiteral("Completed"), this, SLOT(onPromptCompleted(QDBusMessage)));
    std::exchange(m_promptDone, {})(outcome);
}

} // namespace Portolan
