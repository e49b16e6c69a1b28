// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/sockets.h"

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

namespace Portolan::Snmp {

class PeerHost;

// Something beside peers that has sockets on the engine's thread: the receiver of notifications.
// Owned by the engine, made, used and destroyed on its thread; it never blocks. Whoever opens or
// closes a socket, or begins or ends to wait for writing, says so by PeerHost::socketsChanged().
class Endpoint
{
public:
    struct Wish
    {
        Net::NativeSocket socket;
        bool writes; // besides reading
    };

    virtual ~Endpoint() = default;
    virtual void collect(std::vector<Wish> &wishes) const = 0;
    virtual void onReady(Net::NativeSocket socket, bool readable, bool writable,
                         std::chrono::steady_clock::time_point now) = 0;
};

using MakeEndpoint = std::function<std::unique_ptr<Endpoint>(PeerHost &, quint64 number)>;

} // namespace Portolan::Snmp
