// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Portolan::Ssh {

// The name of the person at this computer, as ssh takes it where none is given: from the user
// database on Unix. Any thread; may ask a directory service once.
[[nodiscard]] QString localUser();

} // namespace Portolan::Ssh
