// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ssh/channel.h"
#include "core/ssh/channelstate.h"
#include "core/ssh/engine/handles.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace Portolan::Ssh {

// Joins a direct-tcpip channel and a local socket: whoever holds the socket's other end has a
// connection to where the channel leads. On the engine's thread, driven by its EngineChannel.
//
// Backpressure both ways: a local reader who does not read stops the channel (see EngineChannel); a
// server who does not read stops the reading here, at 256 KiB, and then the local writer. A half
// close passes through. The other end's closing closes the channel, after what it wrote is sent.
class EngineStream final : public ChannelSink
{
public:
    static constexpr std::size_t kMostUnsent = 256 * 1024;

    EngineStream(ssh_event event, ChannelState &state, Net::OwnedSocket socket);
    ~EngineStream() override;
    EngineStream(const EngineStream &) = delete;
    EngineStream &operator=(const EngineStream &) = delete;

    // A turn, before the channel's own. True when what had stopped the channel is gone.
    [[nodiscard]] bool advance();
    // After the channel's turn: what to wait for. True when the next turn must not wait.
    [[nodiscard]] bool watch();
    [[nodiscard]] bool isFlushed() const { return m_pending.empty(); }
    // The other end is closed for good.
    [[nodiscard]] bool isAbandoned() const { return m_abandoned; }

    Flow received(std::string_view data, bool isStandardError) override;
    void endOfData() override;
    void ended(const ExitStatus &) override {}

private:
    void take();
    [[nodiscard]] std::size_t give(std::string_view bytes);
    [[nodiscard]] std::size_t room() const;
    void waitFor(short events);

    static int onSocket(socket_t socket, int events, void *self);

    ssh_event m_event;
    ChannelState &m_state;
    Net::OwnedSocket m_socket;
    std::string m_pending; // towards the socket
    short m_waitsFor = -1;
    bool m_readable = false;
    bool m_inputEnded = false;
    bool m_abandoned = false;
};

} // namespace Portolan::Ssh
