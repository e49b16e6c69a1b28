// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/address.h"
#include "core/snmp/traps/trap.h"

namespace Portolan::Snmp {

struct ListenAddress
{
    ListenTarget target;
    Secret community = {}; // the one that is accepted; empty: any
};

// What an address to listen at means: snmptrap://[community@]host[:port], or snmp:// where it is
// clear from the context. Host: an address of this machine, or "0.0.0.0" or "::" for all of
// them, IPv4 and IPv6. Options: transport=udp|tcp|both, engine=HEX (our engine's id), buffer=KiB
// (of the system's receive buffer), community=keep (show it). Pure, any thread. What is unknown is
// a Usage error.
[[nodiscard]] Result<ListenAddress> listenAddress(const Address &address);
[[nodiscard]] Address addressOf(const ListenTarget &target);

} // namespace Portolan::Snmp
