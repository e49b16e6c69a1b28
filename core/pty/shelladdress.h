// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/address.h"

#include <QString>
#include <QStringList>

namespace Portolan::Pty {

// A local program as an address, so that tabs, profiles and restored windows treat it like any
// other: shell://localhost is the person's own shell, and its options say what else.
//
//     run=htop        the program, by path or by name in PATH
//     arg=-d          one argument; as often as there are, in their order
//     cwd=/var/log    the folder it starts in; without it that of this process
//
// Plain value, any thread. Nothing is looked up on the disk.
struct ShellAddress
{
    QStringList command = {}; // empty: the own shell
    QString workingDirectory = {};

    // Usage errors for another host, a user, a port, a path and unknown options.
    [[nodiscard]] static Result<ShellAddress> read(const Address &address);
    [[nodiscard]] Address toAddress() const;

    friend bool operator==(const ShellAddress &, const ShellAddress &) = default;
};

} // namespace Portolan::Pty
