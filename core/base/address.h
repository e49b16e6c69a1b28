// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/secret.h"

#include <QString>
#include <QUrlQuery>

#include <optional>

namespace Portolan {

// Where a connection goes: the one form that quick connect, profiles, portolanctl and portolan's
// command line share (ssh://ops@bastion:22). Plain value, any thread. It never holds a password.
// Source: RFC 3986; user and host are kept decoded, an IPv6 host without its brackets.
struct Address
{
    QString scheme; // lower case
    QString user = {};
    QString host = {};
    quint16 port = 0; // 0: not given, the scheme's default applies
    QString path = {};
    QUrlQuery options = {};

    // The URL again, without any password; a default port that was not written stays unwritten.
    [[nodiscard]] QString toString() const;
    // "ops@bastion:2222" for titles: no scheme, no path.
    [[nodiscard]] QString display() const;

    friend bool operator==(const Address &, const Address &) = default;
};

struct ParsedAddress
{
    Address address;
    std::optional<Secret> password; // what stood behind user: in the URL, if anything
};

// Reads a URL, or a bare "user@host:port" to which `defaultScheme` is given. Surrounding white
// space is ignored; control characters, an empty host and a port out of range are Usage errors that
// name the fault, never the password.
[[nodiscard]] Result<ParsedAddress> parseAddress(const QString &text,
                                                 const QString &defaultScheme = {});

} // namespace Portolan
