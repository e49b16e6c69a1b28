// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/uniquefunction.h"

#include <QDBusConnection>
#include <QDBusServiceWatcher>
#include <QObject>

class QDBusMessage;

namespace Portolan {

// What QtKeychain does not tell about the keychain of a Linux desktop: whether there is one,
// whether its default collection is locked, and how to let the person unlock it. On the thread of
// KeychainEngine; every call is asynchronous and answered once. It reads and writes no secret.
// Source: Secret Service API 0.2 (freedesktop.org).
class SecretService : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Unavailable,  // no session bus, no such service on it, or no answer
        NoCollection, // there is nothing yet to be locked; the first write makes it
        Locked,
        Open,
    };
    enum class Unlocking { Done, Dismissed, Failed };

    explicit SecretService(QObject *parent);
    ~SecretService() override;

    void state(UniqueFunction<void(State)> done);
    void unlock(UniqueFunction<void(Unlocking)> done);

Q_SIGNALS:
    // It ended, or the bus did; another may come.
    void gone();

private Q_SLOTS:
    void onPromptCompleted(const QDBusMessage &message);

private:
    [[nodiscard]] bool reachBus();
    void call(const QString &path, const QString &interface, const QString &method,
              const QVariantList &arguments, UniqueFunction<void(const QDBusMessage &)> done);
    void defaultCollection(UniqueFunction<void(State, const QString &)> done);
    void showPrompt(const QString &path, UniqueFunction<void(Unlocking)> done);
    void endPrompt(Unlocking outcome);

    QDBusConnection m_bus;
    QString m_busName;
    QDBusServiceWatcher m_watcher;
    QString m_prompt; // the one that is shown
    UniqueFunction<void(Unlocking)> m_promptDone;
};

} // namespace Portolan
