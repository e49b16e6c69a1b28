// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ssh/diagnosis/diagnosisfacts.h"

#include <stop_token>

namespace Portolan::Ssh {

// What this machine knows of the keys that a login would use. Blocks for as long as the disk and
// the agent take (the agent at most two seconds): not on a GUI thread. Reads only; never asks for a
// passphrase, never decrypts.

[[nodiscard]] QList<KeyFacts> inspectKeys(const Options &options);
[[nodiscard]] AgentFacts inspectAgent(const Options &options, std::stop_token stop);
// Says of each key whether the agent has it.
void matchKeys(QList<KeyFacts> &keys, const AgentFacts &agent);

} // namespace Portolan::Ssh
