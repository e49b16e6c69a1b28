// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/net/sockets.h"
#include "core/ntp/sample.h"

#include <QByteArray>
#include <QHostAddress>

#include <optional>

namespace Portolan::Ntp {

// When something happened on the wire, and who says so.
struct Stamp
{
    Instant at;
    StampSource by = StampSource::User;
};

[[nodiscard]] inline Instant clockNow()
{
    return std::chrono::time_point_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now());
}
// log2 of the seconds between two readings of this machine's clock that differ; measured once.
[[nodiscard]] int clockPrecision();

// A datagram socket that tells when packets left and came. One thread (an engine's); nothing
// blocks. It is not connected, so that an answer from another address is seen. Linux stamps in the
// kernel both ways (SO_TIMESTAMPING); macOS stamps what comes in (SO_TIMESTAMP, microseconds);
// elsewhere this program reads the clock. Written for Windows and macOS, tried on Linux.
class StampedSocket
{
public:
    struct Arrival
    {
        QByteArray bytes;
        QHostAddress from;
        quint16 port = 0;
        Stamp stamp;
    };

    // A new port of the system's choice. `isV6` decides the family.
    [[nodiscard]] static Result<StampedSocket> open(bool isV6);

    // The clock as it was read right before the packet went.
    [[nodiscard]] Result<Stamp> send(const QByteArray &bytes, const QHostAddress &address,
                                     quint16 port);
    // When the system sent the last packet, if it has said so yet.
    [[nodiscard]] std::optional<Stamp> sent();
    // Nothing when nothing has come.
    [[nodiscard]] std::optional<Arrival> receive();
    // What the network said about a packet (nothing listens there, no way): the system's error.
    [[nodiscard]] int takeRefusal();

    [[nodiscard]] Net::NativeSocket native() const { return m_socket.get(); }

private:
    explicit StampedSocket(Net::OwnedSocket socket)
        : m_socket(std::move(socket))
    {
    }
    void readReports();

    Net::OwnedSocket m_socket;
    std::optional<Stamp> m_sent;
    int m_refusal = 0;
};

} // namespace Portolan::Ntp
