// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/datagram.h"

#include "core/net/socketaddress.h"

#ifdef Q_OS_WIN
#include <winsock2.h>
#include <ws2tcpip.h>
#else
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#endif
#ifdef Q_OS_LINUX
#include <linux/errqueue.h>
#include <linux/net_tstamp.h>
#endif

#include <array>
#include <cstring>
#include <tuple>

namespace Portolan::Net {

namespace {

#ifdef Q_OS_LINUX
constexpr int kMostReports = 256; // before others get their turn

// Nothing where a report holds neither an error nor a stamp.
std::optional<DatagramReport> reportOf(msghdr &header, const SocketAddress &to)
{
    DatagramReport report{.sent = systemStamp(header)};
    bool isStamp = false;
    for (cmsghdr *each = CMSG_FIRSTHDR(&header); each; each = CMSG_NXTHDR(&header, each)) {
        const bool isError = (each->cmsg_level == IPPROTO_IP && each->cmsg_type == IP_RECVERR) ||
                             (each->cmsg_level == IPPROTO_IPV6 && each->cmsg_type == IPV6_RECVERR);
        if (!isError)
            continue;
        sock_extended_err error{};
        std::memcpy(&error, CMSG_DATA(each), sizeof(error));
        isStamp = error.ee_origin == SO_EE_ORIGIN_TIMESTAMPING;
        if (!isStamp)
            report.error = static_cast<int>(error.ee_errno);
    }
    if (!isStamp)
        report.sent.reset();
    if (report.error == 0 && !report.sent)
        return std::nullopt;
    if (header.msg_namelen > 0)
        std::tie(report.to, report.port) = fromSocketAddress(to);
    return report;
}
#endif

} // namespace

OwnedSocket openDatagram(bool isV6)
{
    const int family = isV6 ? AF_INET6 : AF_INET;
#ifdef Q_OS_LINUX
    OwnedSocket made(::socket(family, SOCK_DGRAM | SOCK_CLOEXEC, 0));
#else
    OwnedSocket made(::socket(family, SOCK_DGRAM, 0));
#endif
    if (!made.isValid())
        return made;
    setNonBlocking(made.get());
#ifdef Q_OS_LINUX
    const int wanted = 1;
    ::setsockopt(made.get(), isV6 ? IPPROTO_IPV6 : IPPROTO_IP, isV6 ? IPV6_RECVERR : IP_RECVERR,
                 &wanted, sizeof(wanted));
#endif
    return made;
}

std::vector<DatagramReport> takeReports([[maybe_unused]] NativeSocket socket)
{
    std::vector<DatagramReport> reports;
#ifdef Q_OS_LINUX
    for (int i = 0; i < kMostReports; ++i) {
        std::array<char, 512> control{};
        std::array<char, 64> payload{}; // of the packet's beginning; nobody looks at it
        SocketAddress to;
        iovec vector{payload.data(), payload.size()};
        msghdr header{};
        header.msg_name = to.get();
        header.msg_namelen = to.length;
        header.msg_iov = &vector;
        header.msg_iovlen = 1;
        header.msg_control = control.data();
        header.msg_controllen = control.size();
        if (::recvmsg(socket, &header, MSG_ERRQUEUE) < 0)
            break;
        if (auto report = reportOf(header, to))
            reports.push_back(std::move(*report));
    }
#endif
    return reports;
}

#ifndef Q_OS_WIN
std::optional<SystemStamp> systemStamp(const msghdr &header)
{
    std::optional<SystemStamp> stamp;
    auto *const first = CMSG_FIRSTHDR(&header);
    for (cmsghdr *each = first; each; each = CMSG_NXTHDR(const_cast<msghdr *>(&header), each)) {
        if (each->cmsg_level != SOL_SOCKET)
            continue;
#ifdef Q_OS_LINUX
        if (each->cmsg_type == SCM_TIMESTAMPING) {
            scm_timestamping stamps{};
            std::memcpy(&stamps, CMSG_DATA(each), sizeof(stamps));
            const timespec &kernel = stamps.ts[0];
            if (kernel.tv_sec != 0 || kernel.tv_nsec != 0)
                stamp = SystemStamp(std::chrono::seconds(kernel.tv_sec) +
                                    std::chrono::nanoseconds(kernel.tv_nsec));
        }
#elif defined(SCM_TIMESTAMP)
        if (each->cmsg_type == SCM_TIMESTAMP) {
            timeval kernel{};
            std::memcpy(&kernel, CMSG_DATA(each), sizeof(kernel));
            stamp = SystemStamp(std::chrono::seconds(kernel.tv_sec) +
                                std::chrono::microseconds(kernel.tv_usec));
        }
#endif
    }
    return stamp;
}
#endif

} // namespace Portolan::Net
