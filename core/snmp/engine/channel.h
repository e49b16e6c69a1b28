// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/dialer.h"
#include "core/net/sockets.h"
#include "core/snmp/snmpaddress.h"

#include <QCoreApplication>
#include <QHostAddress>

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace Portolan::Snmp {

// The socket of a peer: whole messages out and in, over UDP or TCP. Engine's thread; it never
// blocks. A datagram socket is not connected: an agent that answers from another of its addresses
// is to be seen, not silently lost; what the network says about a closed port arrives through the
// socket's error queue all the same (Linux). On a stream a message ends where its outer length says
// (RFC 3430, section 2.2).
class Channel
{
    Q_DECLARE_TR_FUNCTIONS(Portolan::Snmp::Channel)
public:
    struct Events
    {
        std::function<void(std::span<const std::uint8_t>, const QHostAddress &, quint16)> message;
        std::function<void(int)> refused;          // nothing listens there; the system's error
        std::function<void(const Error &)> broken; // a stream ended, or could not begin
    };

    explicit Channel(Events events);

    // Nothing is open after an error.
    [[nodiscard]] Result<> open(Transport transport, const QHostAddress &address, quint16 port);
    void adopt(Net::Stream stream);
    void close();

    [[nodiscard]] bool isOpen() const { return m_socket.isValid(); }
    [[nodiscard]] Net::NativeSocket socket() const { return m_socket.get(); }
    [[nodiscard]] bool wantsWrite() const { return m_connecting || !m_out.empty(); }
    // False when the message could not even be queued.
    bool send(std::span<const std::uint8_t> message);
    void onReadable();
    void onWritable();

private:
    void readDatagrams();
    void readStream();
    void readErrors();
    void breakDown(const QString &why);

    Events m_events;
    Net::OwnedSocket m_socket;
    std::shared_ptr<Net::Way> m_way;
    Transport m_transport = Transport::Udp;
    QHostAddress m_address;
    quint16 m_port = 0;
    bool m_connecting = false;
    std::vector<std::uint8_t> m_in;  // of a stream
    std::vector<std::uint8_t> m_out; // of a stream
    std::vector<std::uint8_t> m_buffer;
};

} // namespace Portolan::Snmp
