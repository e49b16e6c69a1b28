// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ntp/stampedsocket.h"

#include "core/net/datagram.h"
#include "core/net/socketaddress.h"
#include "core/ntp/words.h"

#ifdef Q_OS_WIN
#include <winsock2.h>
#include <ws2tcpip.h>
#else
#include <netinet/in.h>
#include <sys/socket.h>
#endif
#ifdef Q_OS_LINUX
#include <linux/net_tstamp.h>
#endif

#include <algorithm>
#include <array>
#include <cerrno>
#include <cmath>
#include <cstring>

namespace Portolan::Ntp {

namespace {

constexpr std::size_t kMostDatagram = 65'536;
constexpr int kMostErrors = 64;

Error unreachable(int error)
{
    return {Error::Kind::Network,
            QCoreApplication::translate("Portolan::Ntp", "The server cannot be reached from here."),
            Net::socketErrorText(error), error};
}

} // namespace

int clockPrecision()
{
    // RFC 5905, section 7.3: the time that reading the clock takes, or its tick if that is longer.
    static const int precision = [] {
        auto least = std::chrono::nanoseconds::max();
        for (int i = 0; i < 100; ++i) {
            const Instant before = clockNow();
            Instant after = clockNow();
            while (after <= before)
                after = clockNow();
            least = std::min(least, after - before);
        }
        const double seconds = std::chrono::duration<double>(least).count();
        return std::clamp(static_cast<int>(std::ceil(std::log2(seconds))), -30, -1);
    }();
    return precision;
}

Result<StampedSocket> StampedSocket::open(bool isV6)
{
    Net::OwnedSocket made = Net::openDatagram(isV6);
    if (!made.isValid())
        return failure(Error::Kind::Local, Ntp::tr("The system gives no more sockets."),
                       Net::socketErrorText(Net::lastSocketError()), Net::lastSocketError());
    // Choosing a port takes microseconds: now, and not between reading the clock and sending.
    const Net::SocketAddress any =
        Net::toSocketAddress(QHostAddress(isV6 ? QHostAddress::AnyIPv6 : QHostAddress::AnyIPv4), 0);
    if (::bind(made.get(), any.get(), any.length) != 0)
        return failure(Error::Kind::Local, Ntp::tr("The system gives no more sockets."),
                       Net::socketErrorText(Net::lastSocketError()), Net::lastSocketError());
    [[maybe_unused]] const auto option = [&made](int level, int name, int value) {
        ::setsockopt(made.get(), level, name, reinterpret_cast<const char *>(&value),
                     sizeof(value));
    };
#ifdef Q_OS_LINUX
    option(SOL_SOCKET, SO_TIMESTAMPING,
           SOF_TIMESTAMPING_SOFTWARE | SOF_TIMESTAMPING_RX_SOFTWARE | SOF_TIMESTAMPING_TX_SOFTWARE |
               SOF_TIMESTAMPING_OPT_TSONLY);
#elif defined(SO_TIMESTAMP)
    option(SOL_SOCKET, SO_TIMESTAMP, 1);
#endif
    return StampedSocket(std::move(made));
}

Result<Stamp> StampedSocket::send(const QByteArray &bytes, const QHostAddress &address,
                                  quint16 port)
{
    const Net::SocketAddress to = Net::toSocketAddress(address, port);
    m_sent.reset();
    // An error of an earlier packet is reported once, in place of sending.
    for (int attempt = 0; attempt < 2; ++attempt) {
        const Instant before = clockNow();
        const auto size = static_cast<std::size_t>(bytes.size());
#ifdef Q_OS_WIN
        const auto sent = ::sendto(m_socket.get(), bytes.constData(), static_cast<int>(size), 0,
                                   to.get(), to.length);
#else
        const auto sent = ::sendto(m_socket.get(), bytes.constData(), size, 0, to.get(), to.length);
#endif
        if (sent >= 0)
            return Stamp{before, StampSource::User};
        const int error = Net::lastSocketError();
#ifndef Q_OS_WIN
        if (error == ECONNREFUSED)
            continue;
#endif
        return tl::unexpected(unreachable(error));
    }
    return tl::unexpected(unreachable(Net::lastSocketError()));
}

void StampedSocket::readReports()
{
    for (const Net::DatagramReport &each : Net::takeReports(m_socket.get())) {
        if (each.error != 0)
            m_refusal = each.error;
        else
            m_sent = Stamp{*each.sent, StampSource::Kernel};
    }
}

std::optional<Stamp> StampedSocket::sent()
{
    readReports();
    return m_sent;
}

int StampedSocket::takeRefusal()
{
    readReports();
    return std::exchange(m_refusal, 0);
}

std::optional<StampedSocket::Arrival> StampedSocket::receive()
{
    std::array<char, kMostDatagram> buffer; // NOLINT: filled by the system
    Net::SocketAddress from;
    for (int attempt = 0; attempt < kMostErrors; ++attempt) {
#ifdef Q_OS_WIN
        const auto got = ::recvfrom(m_socket.get(), buffer.data(), static_cast<int>(buffer.size()),
                                    0, from.get(), &from.length);
        const Stamp stamp{clockNow(), StampSource::User};
#else
        std::array<char, 256> control{};
        iovec vector{buffer.data(), buffer.size()};
        msghdr header{};
        header.msg_name = from.get();
        header.msg_namelen = from.kRoom;
        header.msg_iov = &vector;
        header.msg_iovlen = 1;
        header.msg_control = control.data();
        header.msg_controllen = control.size();
        const auto got = ::recvmsg(m_socket.get(), &header, 0);
        Stamp stamp{clockNow(), StampSource::User};
        if (got >= 0) {
            if (const auto system = Net::systemStamp(header))
                stamp = {*system, StampSource::Kernel};
        }
#endif
        if (got < 0) {
            const int error = Net::lastSocketError();
            if (Net::wouldBlock(error))
                return std::nullopt;
            // An error that is waiting takes one call.
            m_refusal = error;
            continue;
        }
        const auto [address, port] = Net::fromSocketAddress(from);
        return Arrival{QByteArray(buffer.data(), static_cast<qsizetype>(got)), address, port,
                       stamp};
    }
    return std::nullopt;
}

} // namespace Portolan::Ntp
