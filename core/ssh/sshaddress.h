// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/address.h"
#include "core/ssh/target.h"

namespace Portolan::Ssh {

// What to do when the connection of a session goes.
enum class Reconnect {
    Ask,       // offer it
    Automatic, // try again by itself, later and later
    Never,
};

// What an ssh:// address means: where to, and how. Pure, any thread. docs/ssh.md lists the options
// of the query part; they are all that a profile, a quick connect or a command line can say. An
// unknown option or value is a Usage error: ignoring it could connect in a way that nobody asked
// for. Each hop of `jump=` is an address of its own, in which the same options count.
struct SshAddress
{
    Target target;
    Options options;
    // Of the session, not of the connection, which others may share.
    Reconnect reconnect = Reconnect::Ask;
    QString charset = {}; // of the programs over there, known to core/base/charset.h; empty: UTF-8
};

// `defaults` holds what the address does not say: time limits, the file of known hosts. Hops take
// the time limits, the known hosts and how unknown ones are judged from where they stand.
[[nodiscard]] Result<SshAddress> sshAddress(const Address &address, const Options &defaults = {});

// That no place is on the way twice, and that the way is not endless; for chains of any origin.
[[nodiscard]] Result<> checkChain(const Target &target, const Options &options);

} // namespace Portolan::Ssh
