// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ssh/prompts.h"
#include "core/ssh/sshaddress.h"
#include "core/store/profileset.h"

#include <optional>
#include <vector>

namespace Portolan::Ssh {

// One login on the way to a host, the last one being the host itself.
struct Login
{
    Target target;
    QString profile;   // id; empty: it comes from the address alone
    QString secretKey; // in the SecretStore; empty: there is no credential
    QString keyFile;   // of the credential, without "~"; empty: its secret is a password

    // Whether a question is about this login.
    [[nodiscard]] bool asks(const AuthQuestion &question) const;
};

struct Route
{
    SshAddress address;        // with the hosts on the way and the credentials' users and keys
    std::vector<Login> logins; // in the order of the connection
};

// How an address is reached that was opened from a profile: through the profiles that it goes via,
// each with the user and the key file of its credential, where the address itself names none. An
// unknown profile, or none, is the address alone. Pure, any thread; it never sees a secret.
[[nodiscard]] Result<Route> routeTo(const Address &address, const QString &profile,
                                    const ProfileSet &profiles, const Options &defaults);

} // namespace Portolan::Ssh
