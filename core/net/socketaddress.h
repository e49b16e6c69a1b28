// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>

#include <array>
#include <utility>

struct sockaddr;

namespace Portolan::Net {

// Addresses as Qt has them and as the system's calls want them, both ways, for engines that use
// sockets themselves. Plain value, any thread. A new one has room for whatever a call writes:
//     SocketAddress from;
//     ::recvfrom(socket, buffer, size, 0, from.get(), &from.length);
struct SocketAddress
{
#ifdef Q_OS_WIN
    using Length = int; // socklen_t of either side, without its header
#else
    using Length = unsigned int;
#endif
    static constexpr std::size_t kRoom = 128; // sockaddr_storage, RFC 3493, section 3.10

    alignas(8) std::array<unsigned char, kRoom> bytes{};
    Length length = kRoom;

    [[nodiscard]] sockaddr *get()
    {
        return reinterpret_cast<sockaddr *>(bytes.data());
    }
    [[nodiscard]] const sockaddr *get() const
    {
        return reinterpret_cast<const sockaddr *>(bytes.data());
    }
};

[[nodiscard]] SocketAddress toSocketAddress(const QHostAddress &address, quint16 port);
[[nodiscard]] std::pair<QHostAddress, quint16> fromSocketAddress(const SocketAddress &address);

} // namespace Portolan::Net
