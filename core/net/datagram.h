// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/sockets.h"

#include <QHostAddress>

#include <chrono>
#include <optional>
#include <vector>

struct msghdr;

// Datagram sockets of engines that poll themselves, and what the system says beside the data. Any
// thread; nothing blocks. Reports come on Linux (recvmsg(2), MSG_ERRQUEUE; ip(7), IP_RECVERR);
// elsewhere an error is told by the next call alone. Written for Windows and macOS, tried on Linux.
namespace Portolan::Net {

using SystemStamp = std::chrono::sys_time<std::chrono::nanoseconds>;

// Unbound, non-blocking, with reports. Not valid where the system has none: lastSocketError().
[[nodiscard]] OwnedSocket openDatagram(bool isV6);

// What the network said about a packet that was sent, or when the system sent it.
struct DatagramReport
{
    int error = 0;        // the system's number; 0: none, `sent` says when it left
    QHostAddress to = {}; // where the packet went
    quint16 port = 0;
    std::optional<SystemStamp> sent = {};
};
// Takes those that wait.
[[nodiscard]] std::vector<DatagramReport> takeReports(NativeSocket socket);

#ifndef Q_OS_WIN
// When the system received a packet, among what came beside it (SO_TIMESTAMPING on Linux,
// SO_TIMESTAMP elsewhere).
[[nodiscard]] std::optional<SystemStamp> systemStamp(const msghdr &header);
#endif

} // namespace Portolan::Net
