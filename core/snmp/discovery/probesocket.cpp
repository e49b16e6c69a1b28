// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/discovery/probesocket.h"

#include "core/net/datagram.h"
#include "core/net/socketaddress.h"
#include "core/snmp/words.h"

#ifdef Q_OS_WIN
#include <winsock2.h>
#include <ws2tcpip.h>
#else
#include <netinet/in.h>
#include <sys/socket.h>
#endif

#include <array>
#include <cerrno>

namespace Portolan::Snmp {

namespace {

constexpr std::size_t kMostMessage = 65'536;
constexpr int kReceiveBuffer = 4 << 20;
constexpr int kMostAtOnce = 256; // messages before timers get their turn
// Errors of earlier packets are told by the next calls, one each.
constexpr int kMostAttempts = 4;

} // namespace

ProbeSocket::ProbeSocket(Events events)
    : m_events(std::move(events))
{
}

Result<> ProbeSocket::open(QAbstractSocket::NetworkLayerProtocol family)
{
    const bool isV6 = family == QAbstractSocket::IPv6Protocol;
    Net::OwnedSocket made = Net::openDatagram(isV6);
    if (!made.isValid())
        return failure(Error::Kind::Network,
                       isV6 ? Snmp::tr("This machine cannot speak IPv6.")
                            : Snmp::tr("This machine cannot speak IPv4."),
                       Net::socketErrorText(Net::lastSocketError()));
    const int size = kReceiveBuffer;
    ::setsockopt(made.get(), SOL_SOCKET, SO_RCVBUF, reinterpret_cast<const char *>(&size),
                 sizeof(size));
    m_socket = std::move(made);
    return {};
}

ProbeSocket::Sent ProbeSocket::send(std::span<const std::uint8_t> message, const QHostAddress &to,
                                    quint16 port)
{
    const Net::SocketAddress address = Net::toSocketAddress(to, port);
    for (int attempt = 0; attempt < kMostAttempts; ++attempt) {
        const auto sent = ::sendto(m_socket.get(), reinterpret_cast<const char *>(message.data()),
                                   message.size(), 0, address.get(), address.length);
        if (sent >= 0)
            return Sent::Yes;
        const int error = Net::lastSocketError();
        if (Net::wouldBlock(error))
            return Sent::NotNow;
#ifndef Q_OS_WIN
        if (error == ENOBUFS)
            return Sent::NotNow;
#endif
        // Of this packet, or of one before it, which then stands in the queue of errors.
        if (!readErrors() && attempt > 0)
            return Sent::Unreachable;
    }
    return Sent::Unreachable;
}

bool ProbeSocket::readErrors()
{
    const auto reports = Net::takeReports(m_socket.get());
    for (const Net::DatagramReport &each : reports)
        m_events.refused(each.to, each.port, each.error);
    return !reports.empty();
}

void ProbeSocket::onReadable()
{
    m_buffer.resize(kMostMessage);
    for (int i = 0; i < kMostAtOnce; ++i) {
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

} // namespace Portolan::Snmp
