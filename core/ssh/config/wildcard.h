// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace Portolan::Ssh {

// The patterns of known_hosts and ssh_config: `*` stands for any characters, `?` for one; the whole
// text must fit. Bytes are compared as they are. Pure, any thread; no pattern makes it slower than
// the product of both lengths. Source: ssh_config(5), PATTERNS.
[[nodiscard]] bool wildcardMatches(std::string_view pattern, std::string_view text);

} // namespace Portolan::Ssh
