// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/discovery/probesocket.h"

#include "core/net/socketaddress.h"
#include "core/snmp/words.h"

#ifdef Q_OS_LINUX
#include <linux/errqueue.h>
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
#ifdef Q_OS_LINUX
    constexpr int kType = SOCK_DGRAM | SOCK_CLOEXEC;
#else
    constexpr int kType = SOCK_DGRAM;
#endif
    Net::OwnedSocket made(::socket(isV6 ? AF_INET6 : AF_INET, kType, 0));
    if (!made.isValid())
        return failure(Error::Kind::Network,
                       isV6 ? Snmp::tr("This machine cannot speak IPv6.")
                            : Snmp::tr("This machine cannot speak IPv4."),
                       Net::socketErrorText(Net::lastSocketError()));
    Net::setNonBlocking(made.get());
    const auto option = [&made](int level, int name, int value) {
        ::setsockopt(made.get(), level, name, reinterpret_cast<const char *>(&value),
                     sizeof(value));
    };
    option(SOL_SOCKET, SO_RCVBUF, kReceiveBuffer);
#ifdef Q_OS_LINUX
    option(isV6 ? IPPROTO_IPV6 : IPPROTO_IP, isV6 ? IPV6_RECVERR : IP_RECVERR, 1);
#endif
    m_socket = std::move(made);
    return {};
}

ProbeSocket::Sent ProbeSocket::send(std::span<const std::uint8_t> message, const QHostAddress &to,
                                    quint16 port)
{
    const Net::SocketAddress address = Net::toSocketAddress(to, port);
    for (int attempt = 0; attempt < kMostAttempts; ++attempt) {
        const auto sent =
            ::sendto(m_socket.get(), reinterpret_cast<const char *>(message.data()), message.size(),
                     0, Net::generic(address.storage), address.length);
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
    bool any = false;
#ifdef Q_OS_LINUX
    for (int i = 0; i < kMostAtOnce; ++i) {
        std::array<char, 512> control{};
        std::array<char, 64> payload{};
        sockaddr_storage to{};
        iovec vector{payload.data(), payload.size()};
        msghdr header{};
        header.msg_name = &to;
        header.msg_namelen = sizeof(to);
        header.msg_iov = &vector;
        header.msg_iovlen = 1;
        header.msg_control = control.data();
        header.msg_controllen = control.size();
        if (::recvmsg(m_socket.get(), &header, MSG_ERRQUEUE) < 0)
            return any;
        any = true;
        for (cmsghdr *each = CMSG_FIRSTHDR(&header); each; each = CMSG_NXTHDR(&header, each)) {
            const bool isError =
                (each->cmsg_level == IPPROTO_IP && each->cmsg_type == IP_RECVERR) ||
                (each->cmsg_level == IPPROTO_IPV6 && each->cmsg_type == IPV6_RECVERR);
            if (!isError)
                continue;
            sock_extended_err error{};
            std::memcpy(&error, CMSG_DATA(each), sizeof(error));
            const auto [address, port] = Net::fromSocketAddress(to);
            m_events.refused(address, port, static_cast<int>(error.ee_errno));
            break;
        }
    }
#endif
    return any;
}

void ProbeSocket::onReadable()
{
    m_buffer.resize(kMostMessage);
    for (int i = 0; i < kMostAtOnce; ++i) {
        sockaddr_storage from{};
        socklen_t length = sizeof(from);
        const auto got =
            ::recvfrom(m_socket.get(), reinterpret_cast<char *>(m_buffer.data()), m_buffer.size(),
                       0, reinterpret_cast<sockaddr *>(&from), &length);
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
