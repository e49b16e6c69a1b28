// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"
#include "core/runtime/uniquefunction.h"

#include <QObject>
#include <QSet>
#include <QString>

#include <tl/expected.hpp>

namespace Portolan {

// Where passwords, passphrases and tokens rest: the keychain of the desktop, or memory. Owned by
// app, used on the thread that made it; every call returns at once and answers later, once, on the
// same thread, unless `context` is gone by then. It never writes a secret anywhere else: without a
// keychain the answer is Unavailable, and whoever asks for a secret asks the person each time.
class SecretStore : public QObject
{
    Q_OBJECT

public:
    enum class Failure {
        NotFound,    // the store is open, and has nothing below this key
        Locked,      // it may have it; nothing was written or asked, see unlock()
        Unavailable, // there is no keychain here, or it does not answer
        Denied,      // the person or a policy said no
    };
    enum class State { Open, Locked, Unavailable };
    enum class Keep {
        Stored,      // in the keychain, until it is removed
        UntilClosed, // in the memory of this process and nowhere else
    };
    using Read = UniqueFunction<void(tl::expected<Secret, Failure>)>;
    using Done = UniqueFunction<void(tl::expected<void, Failure>)>;
    using Probed = UniqueFunction<void(State)>;

    // Keys are like "credential/UUID": our own, no user's text in them. What is kept until the
    // program closes comes first.
    virtual void read(const QString &key, QObject *context, Read done) = 0;
    // Replaces what is there, in either place.
    virtual void write(const QString &key, Secret secret, Keep keep, QObject *context,
                       Done done) = 0;
    // From both places. Gone is fine: NotFound is not a failure here.
    virtual void remove(const QString &key, QObject *context, Done done) = 0;

    // Asks nobody.
    virtual void probe(QObject *context, Probed done) = 0;
    // Lets the keychain ask the person, in a window of its own; Denied when that was dismissed.
    virtual void unlock(QObject *context, Done done) = 0;

    // A server did not accept what is stored below the key: nobody tries it there again, in any
    // tab, until something else was written. Kept until the program closes, on this side.
    void markRefused(const QString &key, const QString &place) { m_refused.insert(key + place); }
    [[nodiscard]] bool wasRefused(const QString &key, const QString &place) const
    {
        return m_refused.contains(key + place);
    }

protected:
    using QObject::QObject;

    void forgetRefusals(const QString &key)
    {
        m_refused.removeIf([&](const QString &refused) { return refused.startsWith(key); });
    }

private:
    QSet<QString> m_refused; // key and place
};

} // namespace Portolan
