// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/socketaddress.h"

#ifdef Q_OS_WIN
#include <winsock2.h>
#include <ws2tcpip.h>
#else
#include <net/if.h>
#include <netinet/in.h>
#include <sys/socket.h>
#endif

#include <cstring>
#include <type_traits>

namespace Portolan::Net {

static_assert(sizeof(sockaddr_storage) <= SocketAddress::kRoom);
static_assert(std::is_same_v<SocketAddress::Length, socklen_t>);

SocketAddress toSocketAddress(const QHostAddress &address, quint16 port)
{
    SocketAddress result;
    if (address.protocol() == QAbstractSocket::IPv6Protocol) {
        sockaddr_in6 v6{};
        v6.sin6_family = AF_INET6;
        v6.sin6_port = htons(port);
        bool isNumber = false;
        v6.sin6_scope_id = address.scopeId().toUInt(&isNumber);
#ifndef Q_OS_WIN
        if (!isNumber && !address.scopeId().isEmpty())
            v6.sin6_scope_id = ::if_nametoindex(address.scopeId().toUtf8().constData());
#endif
        const Q_IPV6ADDR bytes = address.toIPv6Address();
        std::memcpy(&v6.sin6_addr, &bytes, sizeof(v6.sin6_addr));
        std::memcpy(result.bytes.data(), &v6, sizeof(v6));
        result.length = sizeof(v6);
    } else {
        sockaddr_in v4{};
        v4.sin_family = AF_INET;
        v4.sin_port = htons(port);
        v4.sin_addr.s_addr = htonl(address.toIPv4Address());
        std::memcpy(result.bytes.data(), &v4, sizeof(v4));
        result.length = sizeof(v4);
    }
    return result;
}

std::pair<QHostAddress, quint16> fromSocketAddress(const SocketAddress &address)
{
    sockaddr_in6 v6{};
    std::memcpy(&v6, address.bytes.data(), sizeof(v6));
    if (v6.sin6_family == AF_INET6)
        return {QHostAddress(address.get()), ntohs(v6.sin6_port)};
    sockaddr_in v4{};
    std::memcpy(&v4, address.bytes.data(), sizeof(v4));
    return {QHostAddress(ntohl(v4.sin_addr.s_addr)), ntohs(v4.sin_port)};
}

} // namespace Portolan::Net
