// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssh/engine/enginestream.h"

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <poll.h>
#include <sys/socket.h>
#endif

#include <algorithm>
#include <array>

namespace Portolan::Ssh {

namespace {

constexpr std::size_t kSlice = 32 * 1024;
#ifdef MSG_NOSIGNAL
constexpr int kFlags = MSG_NOSIGNAL;
#else
constexpr int kFlags = 0;
#endif

} // namespace

EngineStream::EngineStream(ssh_event event, ChannelState &state, Net::OwnedSocket socket)
    : m_event(event)
    , m_state(state)
    , m_socket(std::move(socket))
{
    if (m_socket.isValid())
        Net::setNonBlocking(m_socket.get());
    else
        m_readable = true; // which finds that there is nothing
}

EngineStream::~EngineStream()
{
    if (m_waitsFor >= 0)
        ssh_event_remove_fd(m_event, m_socket.get());
}

bool EngineStream::advance()
{
    if (m_readable)
        take();
    if (m_pending.empty())
        return false;
    m_pending.erase(0, give(m_pending));
    return m_pending.empty();
}

void EngineStream::take()
{
    std::array<char, kSlice> bytes;
    while (const std::size_t most = std::min(room(), bytes.size())) {
        const auto got = ::recv(m_socket.get(), bytes.data(), most, 0);
        if (got < 0 && Net::wouldBlock(Net::lastSocketError())) {
            m_readable = false;
            return;
        }
        if (got <= 0) {
            m_readable = false;
            m_inputEnded = true;
            m_abandoned = m_abandoned || got < 0;
            const std::scoped_lock lock(m_state.mutex);
            m_state.eofRequested = true;
            return;
        }
        const std::scoped_lock lock(m_state.mutex);
        m_state.outgoing.append(bytes.data(), static_cast<std::size_t>(got));
    }
}

std::size_t EngineStream::room() const
{
    const std::scoped_lock lock(m_state.mutex);
    const std::size_t unsent = m_state.outgoing.size() - m_state.sent;
    return unsent < kMostUnsent ? kMostUnsent - unsent : 0;
}

std::size_t EngineStream::give(std::string_view bytes)
{
    const auto sent = ::send(m_socket.get(), bytes.data(), bytes.size(), kFlags);
    if (sent >= 0)
        return static_cast<std::size_t>(sent);
    if (Net::wouldBlock(Net::lastSocketError()))
        return 0;
    m_abandoned = true; // nobody will read it
    m_readable = !m_inputEnded;
    return bytes.size();
}

ChannelSink::Flow EngineStream::received(std::string_view data, bool isStandardError)
{
    if (isStandardError || m_abandoned)
        return Flow::More;
    if (m_pending.empty())
        data.remove_prefix(give(data));
    m_pending.append(data); // a slice at most: the channel stops
    return m_pending.empty() ? Flow::More : Flow::Stop;
}

void EngineStream::endOfData()
{
#ifdef Q_OS_WIN
    ::shutdown(m_socket.get(), SD_SEND);
#else
    ::shutdown(m_socket.get(), SHUT_WR);
#endif
}

bool EngineStream::watch()
{
    short events = 0; // a hang-up is told without being asked for
    if (!m_inputEnded && !m_readable)
        events |= POLLIN;
    if (!m_pending.empty())
        events |= POLLOUT;
    waitFor(events);
    return m_readable && room() > 0;
}

void EngineStream::waitFor(short events)
{
    // A hang-up that cannot be acted upon yet would make poll() return at once, again and again.
    const bool idle = m_abandoned || (events == 0 && m_readable);
    if (idle)
        events = -1;
    if (events == m_waitsFor)
        return;
    if (m_waitsFor >= 0)
        ssh_event_remove_fd(m_event, m_socket.get());
    m_waitsFor = events;
    if (idle)
        return;
    ssh_event_add_fd(m_event, m_socket.get(), events, &EngineStream::onSocket, this);
}

// Only takes notes: it may run inside a call of libssh. The turn after it moves the bytes.
int EngineStream::onSocket(socket_t, int events, void *self)
{
    auto &stream = *static_cast<EngineStream *>(self);
    if ((events & (POLLIN | POLLHUP | POLLERR)) != 0 && !stream.m_inputEnded)
        stream.m_readable = true;
    else if ((events & (POLLHUP | POLLERR)) != 0)
        stream.m_abandoned = true;
    return SSH_OK;
}

} // namespace Portolan::Ssh
