// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/sockets.h"

#ifdef Q_OS_WIN
#include <winsock2.h>
#include <ws2tcpip.h>
#else
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>
#endif
#ifdef Q_OS_LINUX
#include <sys/eventfd.h>
#endif

#include <cerrno>
#include <cstring>
#include <system_error>

namespace Portolan::Net {

void OwnedSocket::close()
{
    if (!isValid())
        return;
#ifdef Q_OS_WIN
    ::closesocket(m_socket);
#else
    ::close(m_socket);
#endif
    m_socket = kNoSocket;
}

int lastSocketError()
{
#ifdef Q_OS_WIN
    return WSAGetLastError();
#else
    return errno;
#endif
}

bool wouldBlock(int error)
{
#ifdef Q_OS_WIN
    return error == WSAEWOULDBLOCK || error == WSAEINPROGRESS || error == WSAEINTR;
#else
    return error == EAGAIN || error == EWOULDBLOCK || error == EINPROGRESS || error == EINTR;
#endif
}

QString socketErrorText(int error)
{
    return QString::fromStdString(std::system_category().message(error));
}

void acknowledgeNow([[maybe_unused]] NativeSocket socket)
{
#ifdef TCP_QUICKACK
    const int on = 1;
    (void)::setsockopt(socket, IPPROTO_TCP, TCP_QUICKACK, &on, sizeof(on)); // of no TCP: refused
#endif
}

void setNonBlocking(NativeSocket socket)
{
#ifdef Q_OS_WIN
    u_long on = 1;
    ::ioctlsocket(socket, FIONBIO, &on);
#else
    const int flags = ::fcntl(socket, F_GETFL);
    if (flags >= 0 && (flags & O_NONBLOCK) == 0)
        ::fcntl(socket, F_SETFL, flags | O_NONBLOCK);
#endif
}

void shutDown(NativeSocket socket)
{
#ifdef Q_OS_WIN
    ::shutdown(socket, SD_BOTH);
#else
    ::shutdown(socket, SHUT_RDWR);
#endif
}

std::pair<OwnedSocket, OwnedSocket> socketPair()
{
#ifdef Q_OS_WIN
    // Windows has no socketpair: a connection over the loopback interface, to a listener that takes
    // exactly one.
    OwnedSocket listener(::socket(AF_INET, SOCK_STREAM, IPPROTO_TCP));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    int length = sizeof(address);
    if (::bind(listener.get(), reinterpret_cast<sockaddr *>(&address), length) != 0 ||
        ::listen(listener.get(), 1) != 0 ||
        ::getsockname(listener.get(), reinterpret_cast<sockaddr *>(&address), &length) != 0)
        return {};
    OwnedSocket near(::socket(AF_INET, SOCK_STREAM, IPPROTO_TCP));
    if (::connect(near.get(), reinterpret_cast<sockaddr *>(&address), length) != 0)
        return {};
    sockaddr_in mine{};
    sockaddr_in theirs{};
    int mineLength = sizeof(mine);
    int theirsLength = sizeof(theirs);
    OwnedSocket far(::accept(listener.get(), reinterpret_cast<sockaddr *>(&theirs), &theirsLength));
    ::getsockname(near.get(), reinterpret_cast<sockaddr *>(&mine), &mineLength);
    // Somebody else on this machine may have been quicker.
    if (!far.isValid() || mine.sin_port != theirs.sin_port)
        return {};
    return {std::move(near), std::move(far)};
#else
    int ends[2] = {-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0)
        return {};
    ::fcntl(ends[0], F_SETFD, FD_CLOEXEC);
    ::fcntl(ends[1], F_SETFD, FD_CLOEXEC);
    return {OwnedSocket(ends[0]), OwnedSocket(ends[1])};
#endif
}

WakeSignal::WakeSignal()
{
#ifdef Q_OS_LINUX
    m_read = OwnedSocket(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC));
#else
    std::tie(m_read, m_write) = socketPair();
    setNonBlocking(m_read.get());
    setNonBlocking(m_write.get());
#endif
}

void WakeSignal::signal()
{
#ifdef Q_OS_LINUX
    const std::uint64_t one = 1;
    // Fails only when the counter is full, and then it is awake anyway.
    [[maybe_unused]] const auto written = ::write(m_read.get(), &one, sizeof(one));
#else
    const char one = 1;
    ::send(m_write.get(), &one, 1, 0);
#endif
}

void WakeSignal::clear()
{
#ifdef Q_OS_LINUX
    std::uint64_t count = 0;
    [[maybe_unused]] const auto got = ::read(m_read.get(), &count, sizeof(count));
#else
    char bytes[256];
    while (::recv(m_read.get(), bytes, sizeof(bytes), 0) == sizeof(bytes))
        continue;
#endif
}

} // namespace Portolan::Net
