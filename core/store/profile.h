// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/address.h"

#include <QString>
#include <QStringList>

namespace Portolan {

// What a person keeps about a connection. Plain values, any thread; they never hold a secret.
// Everything is an address: how to connect (key files, keepalive, character set, ...) stands in the
// address's options, exactly as it would be typed, so a profile can do nothing that a URL cannot.

struct Profile
{
    QString id;         // a UUID, lower case, without braces; empty: not yet stored
    QString name;       // unique below one folder, not empty; "@name" in portolanctl
    QString folder;     // "Seoul/Rack 3": from the outermost; empty: the top
    QStringList tags;   // each once, sorted, without spaces around
    Address address;    // without a password, as every Address
    QString credential; // id of a Credential; empty: none, the panel asks what it needs
    QString via;        // id of the SSH profile through which it is reached; empty: directly
    int order = 0;      // among its siblings

    friend bool operator==(const Profile &, const Profile &) = default;
};

// Who a person is to one or many hosts. The password, or the passphrase of the key file, is in
// the SecretStore below secretKey(), never here.
struct Credential
{
    QString id;           // as Profile::id
    QString name;         // unique, not empty
    QString user = {};    // used where the address names no user
    QString keyFile = {}; // a private key; empty: a password

    [[nodiscard]] QString secretKey() const { return QStringLiteral("credential/") + id; }
    friend bool operator==(const Credential &, const Credential &) = default;
};

} // namespace Portolan
