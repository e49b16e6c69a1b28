// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/sockets.h"
#include "core/runtime/relay.h"
#include "core/ssh/channel.h"

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace Portolan::Ssh {

// What the handle of a channel and the engine share. Everything under `mutex` may be touched by any
// thread, shortly; the rest is fixed before the state is handed over.
struct ChannelState
{
    enum class Kind { Shell, Command, Stream };
    Kind kind = Kind::Shell;
    ShellRequest shell;
    ExecRequest command;
    StreamRequest stream;
    bool forwardAgent = false;
    Net::OwnedSocket socket; // of a stream: the end that the engine takes
    std::shared_ptr<ChannelSink> sink;
    std::shared_ptr<Relay<Channel>> relay;

    std::mutex mutex;
    std::function<void()> wake; // the engine, where there is one; only signals
    std::string outgoing;
    std::size_t sent = 0;       // of outgoing
    std::size_t roomWanted = 0; // somebody waits until less than this is unsent
    ChannelTraffic traffic;
    bool eofRequested = false;
    bool resumeRequested = false;
    bool closeRequested = false; // the handle is gone
    bool ended = false;
    std::optional<Error> loss; // why the connection went, where it was that which ended the channel
    std::optional<std::pair<int, int>> newSize;
    std::vector<QString> signalNames;

    // Appends what fits; returns how much that was.
    std::size_t write(std::string_view bytes, std::size_t limit = Channel::kWriteLimit)
    {
        const std::scoped_lock lock(mutex);
        if (ended || eofRequested)
            return 0;
        const std::size_t unsent = outgoing.size() - sent;
        const std::size_t room = unsent < limit ? limit - unsent : 0;
        const std::size_t taken = std::min(room, bytes.size());
        outgoing.append(bytes.substr(0, taken));
        if (taken < bytes.size())
            roomWanted = std::max(roomWanted, std::max<std::size_t>(limit / 2, 1));
        if (taken > 0 && wake)
            wake();
        return taken;
    }
    template<typename Change>
    void change(Change apply)
    {
        const std::scoped_lock lock(mutex);
        apply(*this);
        if (wake)
            wake();
    }
};

} // namespace Portolan::Ssh
