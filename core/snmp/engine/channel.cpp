// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/engine/channel.h"

#include "core/net/datagram.h"
#include "core/net/socketaddress.h"
#include "core/snmp/faults.h"
#include "core/snmp/wire/messagecodec.h"
#include "core/snmp/words.h"

#ifdef Q_OS_WIN
#include <winsock2.h>
#include <ws2tcpip.h>
#else
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#endif

#include <array>
#include <cerrno>
#include <cstring>

namespace Portolan::Snmp {

namespace {

constexpr std::size_t kMostMessage = 65'536;
constexpr std::size_t kMostStreamMessage = std::size_t(1) << 20U;
constexpr std::size_t kMostQueued = std::size_t(4) << 20U;
// Replies to a whole window arrive at once; the system's default holds a hundred of them.
constexpr int kReceiveBuffer = 4 << 20;
constexpr int kMostAtOnce = 256; // messages before timers get their turn

Error unreachable(int error)
{
    return {Error::Kind::Network, tr("The agent cannot be reached from here."),
            Net::socketErrorText(error), static_cast<int>(Fault::Unreachable)};
}

// Non-blocking; not valid where the system has none.
Net::OwnedSocket openStream(bool isV6)
{
    const int family = isV6 ? AF_INET6 : AF_INET;
#ifdef Q_OS_LINUX
    Net::OwnedSocket made(::socket(family, SOCK_STREAM | SOCK_CLOEXEC, 0));
#else
    Net::OwnedSocket made(::socket(family, SOCK_STREAM, 0));
#endif
    if (made.isValid())
        Net::setNonBlocking(made.get());
    return made;
}

} // namespace

Channel::Channel(Events events)
    : m_events(std::move(events))
{
}

Result<> Channel::open(Transport transport, const QHostAddress &address, quint16 port)
{
    close();
    m_transport = transport;
    m_address = address;
    m_port = port;
    const bool isV6 = address.protocol() == QAbstractSocket::IPv6Protocol;
    const bool isUdp = transport == Transport::Udp;
    Net::OwnedSocket made = isUdp ? Net::openDatagram(isV6) : openStream(isV6);
    if (!made.isValid())
        return tl::unexpected(unreachable(Net::lastSocketError()));
    const auto option = [&made](int level, int name, int value) {
        ::setsockopt(made.get(), level, name, reinterpret_cast<const char *>(&value),
                     sizeof(value));
    };
    if (isUdp) {
        option(SOL_SOCKET, SO_RCVBUF, kReceiveBuffer);
        m_socket = std::move(made);
        return {};
    }
    option(IPPROTO_TCP, TCP_NODELAY, 1);
    const Net::SocketAddress to = Net::toSocketAddress(address, port);
    const int connected = ::connect(made.get(), to.get(), to.length);
    if (connected != 0 && !Net::wouldBlock(Net::lastSocketError()))
        return tl::unexpected(unreachable(Net::lastSocketError()));
    m_connecting = connected != 0;
    m_socket = std::move(made);
    return {};
}

void Channel::adopt(Net::Stream stream)
{
    close();
    m_transport = Transport::Tcp;
    m_socket = std::move(stream.socket);
    m_way = std::move(stream.way);
    Net::setNonBlocking(m_socket.get());
}

void Channel::close()
{
    m_socket.close();
    m_way.reset();
    m_connecting = false;
    m_in.clear();
    m_out.clear();
}

bool Channel::send(std::span<const std::uint8_t> message)
{
    if (!m_socket.isValid())
        return false;
    if (m_transport == Transport::Tcp) {
        if (m_out.size() + message.size() > kMostQueued)
            return false;
        m_out.insert(m_out.end(), message.begin(), message.end());
        if (!m_connecting)
            onWritable();
        return true;
    }
    const Net::SocketAddress to = Net::toSocketAddress(m_address, m_port);
    // An error of an earlier packet is reported once, by the next call; the packet itself was then
    // not sent.
    for (int attempt = 0; attempt < 2; ++attempt) {
        const auto sent = ::sendto(m_socket.get(), reinterpret_cast<const char *>(message.data()),
                                   message.size(), 0, to.get(), to.length);
        if (sent >= 0)
            return true;
        const int error = Net::lastSocketError();
        if (Net::wouldBlock(error))
            return true; // as good as lost on the way; it will be sent again
#ifndef Q_OS_WIN
        if (error == ECONNREFUSED)
            continue;
        m_events.refused(error);
        return false;
#endif
    }
    return true;
}

void Channel::onReadable()
{
    if (!m_socket.isValid())
        return;
    if (m_transport == Transport::Udp)
        readDatagrams();
    else
        readStream();
}

void Channel::readErrors()
{
    for (const Net::DatagramReport &each : Net::takeReports(m_socket.get()))
        m_events.refused(each.error);
}

void Channel::readDatagrams()
{
    m_buffer.resize(kMostMessage);
    for (int i = 0; i < kMostAtOnce && m_socket.isValid(); ++i) {
        Net::SocketAddress from;
        const auto got = ::recvfrom(m_socket.get(), reinterpret_cast<char *>(m_buffer.data()),
                                    m_buffer.size(), 0, from.get(), &from.length);
        if (got < 0) {
            if (!Net::wouldBlock(Net::lastSocketError())) {
                readErrors();
                continue;
            }
            break;
        }
        const auto [address, port] = Net::fromSocketAddress(from);
        m_events.message({m_buffer.data(), static_cast<std::size_t>(got)}, address, port);
    }
    readErrors();
}

void Channel::readStream()
{
    m_buffer.resize(kMostMessage);
    for (int i = 0; i < kMostAtOnce && m_socket.isValid() && !m_connecting; ++i) {
        const auto got =
            ::recv(m_socket.get(), reinterpret_cast<char *>(m_buffer.data()), m_buffer.size(), 0);
        if (got < 0) {
            if (!Net::wouldBlock(Net::lastSocketError()))
                breakDown(Net::socketErrorText(Net::lastSocketError()));
            return;
        }
        if (got == 0) {
            breakDown({});
            return;
        }
        m_in.insert(m_in.end(), m_buffer.begin(), m_buffer.begin() + got);
        std::size_t used = 0;
        while (used < m_in.size()) {
            const std::span<const std::uint8_t> left(m_in.data() + used, m_in.size() - used);
            const auto wanted = Wire::messageLength(left);
            if (!wanted || *wanted > kMostStreamMessage) {
                breakDown(tr("It sent something that is not SNMP."));
                return;
            }
            if (*wanted == 0 || *wanted > left.size())
                break;
            // The call may close or replace the socket.
            const std::vector<std::uint8_t> message(
                left.begin(), left.begin() + static_cast<std::ptrdiff_t>(*wanted));
            used += *wanted;
            m_events.message(message, m_address, m_port);
            if (!m_socket.isValid())
                return;
        }
        m_in.erase(m_in.begin(), m_in.begin() + static_cast<std::ptrdiff_t>(used));
    }
}

void Channel::onWritable()
{
    if (!m_socket.isValid())
        return;
    if (m_connecting) {
        int error = 0;
        socklen_t length = sizeof(error);
        ::getsockopt(m_socket.get(), SOL_SOCKET, SO_ERROR, reinterpret_cast<char *>(&error),
                     &length);
        if (error != 0) {
            breakDown(Net::socketErrorText(error));
            return;
        }
        m_connecting = false;
    }
    while (!m_out.empty()) {
#ifdef Q_OS_WIN
        constexpr int kFlags = 0;
#else
        constexpr int kFlags = MSG_NOSIGNAL;
#endif
        const auto sent = ::send(m_socket.get(), reinterpret_cast<const char *>(m_out.data()),
                                 m_out.size(), kFlags);
        if (sent < 0) {
            if (!Net::wouldBlock(Net::lastSocketError()))
                breakDown(Net::socketErrorText(Net::lastSocketError()));
            return;
        }
        m_out.erase(m_out.begin(), m_out.begin() + sent);
    }
}

void Channel::breakDown(const QString &why)
{
    const bool wasConnecting = m_connecting;
    Error error{Error::Kind::Network,
                wasConnecting ? tr("The agent does not take connections over TCP.")
                              : tr("The agent ended the connection."),
                why, static_cast<int>(wasConnecting ? Fault::Closed : Fault::Unreachable)};
    if (m_way) {
        if (const auto problem = m_way->problem())
            error = *problem;
    }
    close();
    m_events.broken(error);
}

} // namespace Portolan::Snmp
