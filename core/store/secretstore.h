// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"
#include "core/runtime/uniquefunction.h"

#include <QObject>
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
        Locked,      // it may have it: never write over it on this answer
        Unavailable, // there is no keychain here
        Denied,      // the person or a policy said no
    };
    using Read = UniqueFunction<void(tl::expected<Secret, Failure>)>;
    using Done = UniqueFunction<void(tl::expected<void, Failure>)>;

    // Keys are like "credential/UUID": our own, no user's text in them.
    virtual void read(const QString &key, QObject *context, Read done) = 0;
    virtual void write(const QString &key, Secret secret, QObject *context, Done done) = 0;
    // Gone is fine: NotFound is not a failure here.
    virtual void remove(const QString &key, QObject *context, Done done) = 0;

protected:
    using QObject::QObject;
};

} // namespace Portolan
