// SPDX-License-Identifier: GPL-3.0-or-later
// The sockets of a listener.
#include "core/net/socketaddress.h"
#include "core/snmp/traps/listener.h"
#include "core/snmp/words.h"

#ifdef Q_OS_WIN
#include <winsock2.h>
#include <ws2tcpip.h>
#else
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/uio.h>
#endif
#ifdef Q_OS_LINUX
#include <linux/sock_diag.h>
#endif

#include <QCoreApplication>

#include <array>
#include <cerrno>
#include <cstring>

namespace Portolan::Snmp {

namespace {

constexpr std::size_t kMostMessage = 65'536;
constexpr std::size_t kMostStreamMessage = std::size_t(1) << 20U;
constexpr std::size_t kMostQueued = std::size_t(1) << 20U;
constexpr int kMostAtOnce = 512; // datagrams before the rest of the engine gets its turn

#ifdef Q_OS_WIN
constexpr int kNoRights = WSAEACCES;
constexpr int kInUse = WSAEADDRINUSE;
#else
constexpr int kNoRights = EACCES;
constexpr int kInUse = EADDRINUSE;
#endif

void setOption(Net::NativeSocket socket, int level, int name, int value)
{
    ::setsockopt(socket, level, name, reinterpret_cast<const char *>(&value), sizeof(value));
}

// How a low port is got at without the rights of an administrator, as this system has it.
QString wayToLowPort(quint16 port, quint16 other)
{
#if defined(Q_OS_LINUX)
    return Snmp::tr("Listen on port %2 and have the system redirect:\n"
                    "nft add table ip snmp; nft 'add chain ip snmp in { type nat hook prerouting "
                    "priority -100; }'; nft add rule ip snmp in udp dport %1 redirect to :%2\n"
                    "iptables -t nat -A PREROUTING -p udp --dport %1 -j REDIRECT --to-ports %2\n"
                    "Or give this program the right: setcap cap_net_bind_service=+ep %3")
        .arg(QString::number(port), QString::number(other),
             QCoreApplication::applicationFilePath());
#elif defined(Q_OS_MACOS)
    return Snmp::
        tr("Listen on all addresses, which needs no rights on macOS 10.14 and later, or on port "
           "%2 and have the system redirect, in /etc/pf.conf: rdr pass proto udp from any to "
           "any port %1 -> 127.0.0.1 port %2")
            .arg(QString::number(port), QString::number(other));
#elif defined(Q_OS_WIN)
    return Snmp::tr(
               "Windows needs no rights for port %1, but its SNMP Trap service may hold it: stop "
               "that service (sc stop SNMPTRAP), or listen on port %2.")
        .arg(QString::number(port), QString::number(other));
#else
    return Snmp::tr("Listen on port %2 and have the firewall redirect port %1 there.")
        .arg(QString::number(port), QString::number(other));
#endif
}

Error notOpened(int error, const QString &where, quint16 port)
{
    if (error == kNoRights) {
        const quint16 other = port == ListenTarget::kPort ? ListenTarget::kPortWithoutRights
                                                          : static_cast<quint16>(port + 1000);
        return {
            Error::Kind::Local,
            Snmp::tr("Ports below 1024 need rights that this program does not have: %1 cannot be "
                     "opened. Port %2 can.")
                .arg(where, QString::number(other)),
            wayToLowPort(port, other), error};
    }
    if (error == kInUse)
        return {Error::Kind::Local,
                Snmp::tr("%1 is taken already: another receiver of traps runs on this machine.")
                    .arg(where),
                Net::socketErrorText(error), error};
    return {Error::Kind::Local, Snmp::tr("%1 cannot be opened for traps.").arg(where),
            Net::socketErrorText(error), error};
}

QString placeText(const QHostAddress &address, quint16 port)
{
    const QString host = address.protocol() == QAbstractSocket::IPv6Protocol
                             ? QString(QLatin1Char('[') + address.toString() + QLatin1Char(']'))
                             : address.toString();
    return host + QLatin1Char(':') + QString::number(port);
}

quint16 portOf(Net::NativeSocket socket)
{
    Net::SocketAddress own;
    if (::getsockname(socket, own.get(), &own.length) != 0)
        return 0;
    return Net::fromSocketAddress(own).second;
}

} // namespace

Result<> Listener::open(const ListenerSetup &setup)
{
    QList<QHostAddress> addresses = setup.addresses;
    const bool isAny = addresses.isEmpty();
    if (isAny)
        addresses = {QHostAddress(QHostAddress::AnyIPv4), QHostAddress(QHostAddress::AnyIPv6)};
    Listening listening;
    listening.port = m_target.port;
    for (const QHostAddress &address : addresses) {
        // Of "every address" the second kind may be missing on this machine.
        const bool isOptional = isAny && !m_doors.empty();
        for (const bool isStream : {false, true}) {
            if (isStream ? !m_target.tcp : !m_target.udp)
                continue;
            const std::size_t before = m_doors.size();
            if (auto opened = openDoor(address, isStream, isOptional); !opened)
                return opened;
            if (m_doors.size() == before)
                continue;
            listening.port = portOf(m_doors.back().socket.get());
            const QString place = placeText(address, listening.port);
            if (!listening.addresses.contains(place))
                listening.addresses.append(place);
        }
    }
    if (m_doors.empty())
        return failure(Error::Kind::Usage, Snmp::tr("There is neither UDP nor TCP to listen on."));
    listening.engineId = m_engine.id();
    listening.receiveBuffer = m_stats.receiveBuffer;
    m_host.socketsChanged();
    m_events.listening(listening);
    statsChanged(Clock::now());
    return {};
}

Result<> Listener::openDoor(const QHostAddress &address, bool isStream, bool isOptional)
{
    // A port that the system chose for the first one is the port of all.
    const quint16 port = m_target.port == 0 && !m_doors.empty()
                             ? portOf(m_doors.front().socket.get())
                             : m_target.port;
    const bool isV6 = address.protocol() == QAbstractSocket::IPv6Protocol;
    int type = isStream ? SOCK_STREAM : SOCK_DGRAM;
#ifdef Q_OS_LINUX
    type |= SOCK_CLOEXEC;
#endif
    const QString place = placeText(address, port);
    const auto failed = [&]() -> Result<> {
        const int error = Net::lastSocketError();
        if (isOptional && error != kNoRights && error != kInUse)
            return {};
        return tl::unexpected(notOpened(error, place, port));
    };
    Door door;
    door.isStream = isStream;
    door.socket = Net::OwnedSocket(::socket(isV6 ? AF_INET6 : AF_INET, type, 0));
    if (!door.socket.isValid())
        return failed();
    const Net::NativeSocket socket = door.socket.get();
    Net::setNonBlocking(socket);
    if (isV6)
        setOption(socket, IPPROTO_IPV6, IPV6_V6ONLY, 1);
    if (isStream) {
#ifndef Q_OS_WIN
        setOption(socket, SOL_SOCKET, SO_REUSEADDR, 1);
#endif
    } else {
        setOption(socket, SOL_SOCKET, SO_RCVBUF, m_target.receiveBuffer);
#ifdef Q_OS_LINUX
        // Over the limit of rmem_max, where we may.
        setOption(socket, SOL_SOCKET, SO_RCVBUFFORCE, m_target.receiveBuffer);
        if (address.isNull() || address == QHostAddress(QHostAddress::AnyIPv4) ||
            address == QHostAddress(QHostAddress::AnyIPv6))
            setOption(socket, isV6 ? IPPROTO_IPV6 : IPPROTO_IP,
                      isV6 ? IPV6_RECVPKTINFO : IP_PKTINFO, 1);
#endif
        int given = 0;
        socklen_t length = sizeof(given);
        if (::getsockopt(socket, SOL_SOCKET, SO_RCVBUF, reinterpret_cast<char *>(&given),
                         &length) == 0)
            m_stats.receiveBuffer = given;
    }
    const Net::SocketAddress at = Net::toSocketAddress(address, port);
    if (::bind(socket, at.get(), at.length) != 0)
        return failed();
    if (isStream && ::listen(socket, 32) != 0)
        return failed();
    m_doors.push_back(std::move(door));
    return {};
}

void Listener::collect(std::vector<Wish> &wishes) const
{
    for (const Door &door : m_doors)
        wishes.push_back({door.socket.get(), false});
    for (const auto &connection : m_connections)
        wishes.push_back({connection->socket.get(), !connection->out.empty()});
}

void Listener::onReady(Net::NativeSocket socket, bool readable, bool writable,
                       Clock::time_point now)
{
    for (Door &door : m_doors) {
        if (door.socket.get() != socket)
            continue;
        if (door.isStream)
            accept(door, now);
        else
            readDatagrams(door, now);
        return;
    }
    for (const auto &connection : m_connections) {
        if (connection->socket.get() != socket)
            continue;
        if (writable)
            write(*connection);
        if (readable && !connection->isOver)
            readStream(*connection, now);
        break;
    }
    dropEnded();
}

void Listener::readDatagrams(Door &door, Clock::time_point now)
{
    m_buffer.resize(kMostMessage);
    for (int i = 0; i < kMostAtOnce; ++i) {
        Origin origin{.socket = door.socket.get()};
        Net::SocketAddress from;
#ifdef Q_OS_LINUX
        std::array<char, 128> control{};
        iovec vector{m_buffer.data(), m_buffer.size()};
        msghdr header{};
        header.msg_name = from.get();
        header.msg_namelen = from.length;
        header.msg_iov = &vector;
        header.msg_iovlen = 1;
        header.msg_control = control.data();
        header.msg_controllen = control.size();
        const auto got = ::recvmsg(door.socket.get(), &header, 0);
        if (got >= 0) {
            for (cmsghdr *each = CMSG_FIRSTHDR(&header); each; each = CMSG_NXTHDR(&header, each)) {
                if (each->cmsg_level == IPPROTO_IP && each->cmsg_type == IP_PKTINFO) {
                    in_pktinfo info{};
                    std::memcpy(&info, CMSG_DATA(each), sizeof(info));
                    origin.local = QHostAddress(ntohl(info.ipi_spec_dst.s_addr));
                } else if (each->cmsg_level == IPPROTO_IPV6 && each->cmsg_type == IPV6_PKTINFO) {
                    in6_pktinfo info{};
                    std::memcpy(&info, CMSG_DATA(each), sizeof(info));
                    origin.local = QHostAddress(info.ipi6_addr.s6_addr);
                }
            }
        }
#else
        const auto got = ::recvfrom(door.socket.get(), reinterpret_cast<char *>(m_buffer.data()),
                                    static_cast<int>(m_buffer.size()), 0, from.get(), &from.length);
#endif
        if (got < 0) {
            if (Net::wouldBlock(Net::lastSocketError()))
                return;
            continue; // the news of an acknowledgement that nobody took
        }
        std::tie(origin.address, origin.port) = Net::fromSocketAddress(from);
        onMessage({m_buffer.data(), static_cast<std::size_t>(got)}, origin, now);
    }
}

void Listener::accept(Door &door, Clock::time_point now)
{
    for (std::size_t i = 0; i < kMostConnections; ++i) {
        Net::SocketAddress from;
#ifdef Q_OS_LINUX
        Net::OwnedSocket taken(
            ::accept4(door.socket.get(), from.get(), &from.length, SOCK_CLOEXEC));
#else
        Net::OwnedSocket taken(::accept(door.socket.get(), from.get(), &from.length));
#endif
        if (!taken.isValid())
            return;
        Net::setNonBlocking(taken.get());
        setOption(taken.get(), IPPROTO_TCP, TCP_NODELAY, 1);
        if (m_connections.size() >= kMostConnections) {
            // The one that has been silent longest makes room.
            const auto oldest =
                std::min_element(m_connections.begin(), m_connections.end(),
                                 [](const auto &a, const auto &b) { return a->used < b->used; });
            m_connections.erase(oldest);
        }
        auto connection = std::make_unique<Connection>();
        connection->socket = std::move(taken);
        std::tie(connection->address, connection->port) = Net::fromSocketAddress(from);
        connection->used = now;
        m_connections.push_back(std::move(connection));
        m_host.socketsChanged();
    }
}

void Listener::readStream(Connection &connection, Clock::time_point now)
{
    m_buffer.resize(kMostMessage);
    for (int i = 0; i < 64 && !connection.isOver; ++i) {
        const auto got = ::recv(connection.socket.get(), reinterpret_cast<char *>(m_buffer.data()),
                                kMostMessage, 0);
        if (got < 0) {
            connection.isOver = !Net::wouldBlock(Net::lastSocketError());
            break;
        }
        if (got == 0) {
            connection.isOver = true;
            break;
        }
        connection.used = now;
        connection.in.insert(connection.in.end(), m_buffer.begin(), m_buffer.begin() + got);
        const Origin origin{connection.socket.get(), &connection, connection.address,
                            connection.port};
        std::size_t used = 0;
        while (used < connection.in.size() && !connection.isOver) {
            const std::span<const std::uint8_t> left(connection.in.data() + used,
                                                     connection.in.size() - used);
            const auto wanted = Wire::messageLength(left);
            if (!wanted || *wanted > kMostStreamMessage) {
                // Where the next message begins is lost for good (RFC 3430, section 2.1).
                ++m_stats.messages;
                reject(Rejection::NotSnmp, left, origin, now);
                statsChanged(now);
                connection.isOver = true;
                break;
            }
            if (*wanted == 0 || *wanted > left.size())
                break;
            used += *wanted;
            onMessage(left.first(*wanted), origin, now);
        }
        connection.in.erase(connection.in.begin(),
                            connection.in.begin() + static_cast<std::ptrdiff_t>(used));
    }
}

void Listener::write(Connection &connection)
{
    while (!connection.out.empty()) {
#ifdef Q_OS_WIN
        constexpr int kFlags = 0;
#else
        constexpr int kFlags = MSG_NOSIGNAL;
#endif
        const auto sent =
            ::send(connection.socket.get(), reinterpret_cast<const char *>(connection.out.data()),
                   connection.out.size(), kFlags);
        if (sent < 0) {
            connection.isOver = !Net::wouldBlock(Net::lastSocketError());
            return;
        }
        connection.out.erase(connection.out.begin(), connection.out.begin() + sent);
    }
    m_host.socketsChanged();
}

void Listener::dropEnded()
{
    if (std::erase_if(m_connections, [](const auto &each) { return each->isOver; }) > 0)
        m_host.socketsChanged();
}

bool Listener::answer(const Origin &to, const QByteArray &message)
{
    if (to.connection) {
        if (to.connection->out.size() + static_cast<std::size_t>(message.size()) > kMostQueued) {
            to.connection->isOver = true; // who does not read has no use for it
            return false;
        }
        to.connection->out.insert(to.connection->out.end(), message.begin(), message.end());
        write(*to.connection);
        m_host.socketsChanged();
        return !to.connection->isOver;
    }
    if (to.socket == Net::kNoSocket)
        return false;
    Net::SocketAddress at = Net::toSocketAddress(to.address, to.port);
#ifdef Q_OS_LINUX
    // From the address that was written to, else the sender may not take it for the answer.
    alignas(cmsghdr) std::array<char, 64> control{};
    iovec vector{const_cast<char *>(message.constData()), static_cast<std::size_t>(message.size())};
    msghdr header{};
    header.msg_name = at.get();
    header.msg_namelen = at.length;
    header.msg_iov = &vector;
    header.msg_iovlen = 1;
    if (!to.local.isNull()) {
        const bool isV6 = to.local.protocol() == QAbstractSocket::IPv6Protocol;
        header.msg_control = control.data();
        header.msg_controllen =
            isV6 ? CMSG_SPACE(sizeof(in6_pktinfo)) : CMSG_SPACE(sizeof(in_pktinfo));
        cmsghdr *const each = CMSG_FIRSTHDR(&header);
        if (isV6) {
            in6_pktinfo info{};
            const Q_IPV6ADDR bytes = to.local.toIPv6Address();
            std::memcpy(&info.ipi6_addr, &bytes, sizeof(info.ipi6_addr));
            each->cmsg_level = IPPROTO_IPV6;
            each->cmsg_type = IPV6_PKTINFO;
            each->cmsg_len = CMSG_LEN(sizeof(info));
            std::memcpy(CMSG_DATA(each), &info, sizeof(info));
        } else {
            in_pktinfo info{};
            info.ipi_spec_dst.s_addr = htonl(to.local.toIPv4Address());
            each->cmsg_level = IPPROTO_IP;
            each->cmsg_type = IP_PKTINFO;
            each->cmsg_len = CMSG_LEN(sizeof(info));
            std::memcpy(CMSG_DATA(each), &info, sizeof(info));
        }
    }
    for (int attempt = 0; attempt < 2; ++attempt) {
        if (::sendmsg(to.socket, &header, 0) >= 0)
            return true;
        if (Net::lastSocketError() != ECONNREFUSED) // of an earlier one; this one was not sent
            return false;
    }
    return false;
#else
    return ::sendto(to.socket, message.constData(), static_cast<int>(message.size()), 0, at.get(),
                    at.length) >= 0;
#endif
}

void Listener::readKernel()
{
#ifdef Q_OS_LINUX
    quint64 drops = 0;
    bool isKnown = false;
    for (Door &door : m_doors) {
        if (door.isStream)
            continue;
        std::array<std::uint32_t, SK_MEMINFO_VARS> counters{};
        socklen_t length = sizeof(counters);
        if (::getsockopt(door.socket.get(), SOL_SOCKET, SO_MEMINFO, counters.data(), &length) !=
                0 ||
            length <= SK_MEMINFO_DROPS * sizeof(std::uint32_t))
            continue;
        isKnown = true;
        // A counter of 32 bits of this socket.
        const auto low = static_cast<std::uint32_t>(door.dropsBefore);
        door.dropsBefore += static_cast<std::uint32_t>(counters[SK_MEMINFO_DROPS] - low);
        drops += door.dropsBefore;
    }
    if (isKnown)
        m_stats.kernelDrops = drops;
#endif
}

} // namespace Portolan::Snmp
