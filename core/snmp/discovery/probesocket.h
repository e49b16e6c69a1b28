// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/net/sockets.h"

#include <QHostAddress>

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace Portolan::Snmp {

// One datagram socket for many addresses of a family. Engine's thread; it never blocks. What the
// network says of an address (a closed port, no way to it) is told with that address where the
// system knows it (Linux: the socket's error queue); elsewhere such addresses are merely silent.
class ProbeSocket
{
public:
    struct Events
    {
        std::function<void(std::span<const std::uint8_t>, const QHostAddress &, quint16)> message;
        std::function<void(const QHostAddress &, quint16, int)> refused; // the system's error
    };
    enum class Sent { Yes, NotNow, Unreachable };

    explicit ProbeSocket(Events events);

    [[nodiscard]] Result<> open(QAbstractSocket::NetworkLayerProtocol family);
    [[nodiscard]] Net::NativeSocket socket() const { return m_socket.get(); }
    [[nodiscard]] Sent send(std::span<const std::uint8_t> message, const QHostAddress &to,
                            quint16 port);
    void onReadable();

private:
    bool readErrors();

    Events m_events;
    Net::OwnedSocket m_socket;
    std::vector<std::uint8_t> m_buffer;
};

} // namespace Portolan::Snmp
