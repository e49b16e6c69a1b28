// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace Portolan::Ssh {

// The name of the person at this computer, as ssh takes it where none is given: from the user
// database on Unix. Any thread; may ask a directory service once.
[[nodiscard]] QString localUser();

// "~" and "~/x" below a home folder, this person's where none is named; "~other/x" stays as it is.
[[nodiscard]] QString withHome(const QString &path, const QString &home);
[[nodiscard]] QString withHome(const QString &path);
// The private keys that are tried where none is named, the preferred one first.
[[nodiscard]] QStringList usualIdentityFiles();

} // namespace Portolan::Ssh
