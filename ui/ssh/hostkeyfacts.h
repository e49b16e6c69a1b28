// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ssh/prompts.h"
#include "ui/widgets/keyview.h"

namespace Portolan::Ssh {
class Connection;
}

namespace Portolan::Ui {

// A host key as KeyView shows it: the one that a question is about, or the one that a connection
// was made with. Pure; in the language of the moment.
[[nodiscard]] HostKeyView hostKeyViewOf(const Ssh::HostKeyQuestion &question);
[[nodiscard]] HostKeyView hostKeyViewOf(const Ssh::Connection &connection);

} // namespace Portolan::Ui
