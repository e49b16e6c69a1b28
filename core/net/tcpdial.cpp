// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/tcpdial.h"

#include "core/net/socketaddress.h"

#ifdef Q_OS_WIN
#include <winsock2.h>
#include <ws2tcpip.h>
#else
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#endif

#include <algorithm>
#include <cerrno>

namespace Portolan::Net {

namespace {

// RFC 8305, section 4: families alternate, beginning with the one the resolver put first.
QList<QHostAddress> interleaved(const QList<QHostAddress> &addresses)
{
    QList<QHostAddress> first;
    QList<QHostAddress> second;
    for (const QHostAddress &address : addresses)
        (address.protocol() == addresses.front().protocol() ? first : second).append(address);
    QList<QHostAddress> result;
    for (int i = 0; i < std::max(first.size(), second.size()); ++i) {
        if (i < first.size())
            result.append(first.at(i));
        if (i < second.size())
            result.append(second.at(i));
    }
    return result;
}

int pendingError(NativeSocket socket)
{
    int error = 0;
    socklen_t length = sizeof(error);
    // The cast is for Windows, where the value is a char pointer.
    if (::getsockopt(socket, SOL_SOCKET, SO_ERROR, reinterpret_cast<char *>(&error), &length) != 0)
        return lastSocketError();
    return error;
}

bool mayWrite(NativeSocket socket)
{
    pollfd entry{};
    entry.fd = socket;
    entry.events = POLLOUT;
#ifdef Q_OS_WIN
    return ::WSAPoll(&entry, 1, 0) > 0;
#else
    return ::poll(&entry, 1, 0) > 0;
#endif
}

} // namespace

TcpDial::TcpDial(const QString &host, const QList<QHostAddress> &addresses, quint16 port,
                 std::chrono::milliseconds timeout, Clock::time_point now)
    : m_host(host)
    , m_port(port)
    , m_started(now)
    , m_deadline(now + timeout)
    , m_nextAt(now)
    , m_timeout(timeout)
{
    const auto inOrder = interleaved(addresses);
    for (const QHostAddress &address : inOrder)
        m_tried.push_back({address});
    startNext(now);
}

TcpDial::~TcpDial() = default;

void TcpDial::noteEnd(const Attempt &attempt, Tried::Outcome outcome, Clock::time_point now)
{
    Tried &tried = m_tried[attempt.index];
    tried.outcome = outcome;
    tried.time = std::chrono::duration_cast<std::chrono::milliseconds>(now - attempt.begun);
}

void TcpDial::noteFailure(const Attempt &attempt, int error, Clock::time_point now)
{
    m_lastError = error;
    Tried &tried = m_tried[attempt.index];
    tried.error = error;
    m_failures.append(
        QStringLiteral("%1: %2").arg(tried.address.toString(), socketErrorText(error)));
    noteEnd(attempt, Tried::Outcome::Failed, now);
}

void TcpDial::startNext(Clock::time_point now)
{
    while (m_next < m_tried.size()) {
        Attempt attempt{{}, m_next++, now};
        const QHostAddress &address = m_tried[attempt.index].address;
        m_nextAt = now + kNextAddress;
        const bool isV6 = address.protocol() == QAbstractSocket::IPv6Protocol;
        attempt.socket = OwnedSocket(::socket(isV6 ? AF_INET6 : AF_INET, SOCK_STREAM, IPPROTO_TCP));
        if (!attempt.socket.isValid()) {
            noteFailure(attempt, lastSocketError(), now);
            continue;
        }
        setNonBlocking(attempt.socket.get());
#ifndef Q_OS_WIN
        ::fcntl(attempt.socket.get(), F_SETFD, FD_CLOEXEC);
#endif
        const int on = 1;
        ::setsockopt(attempt.socket.get(), IPPROTO_TCP, TCP_NODELAY,
                     reinterpret_cast<const char *>(&on), sizeof(on));
        const SocketAddress to = toSocketAddress(address, m_port);
        if (::connect(attempt.socket.get(), to.get(), to.length) != 0 &&
            !wouldBlock(lastSocketError())) {
            noteFailure(attempt, lastSocketError(), now);
            continue;
        }
        m_attempts.push_back(std::move(attempt));
        return;
    }
}

std::vector<NativeSocket> TcpDial::sockets() const
{
    std::vector<NativeSocket> all;
    for (const Attempt &attempt : m_attempts)
        all.push_back(attempt.socket.get());
    return all;
}

TcpDial::Clock::time_point TcpDial::wakeAt() const
{
    return m_next == m_tried.size() ? m_deadline : std::min(m_deadline, m_nextAt);
}

std::optional<Result<TcpDial::Connected>> TcpDial::advance(Clock::time_point now)
{
    using Outcome = Tried::Outcome;
    for (std::size_t i = 0; i < m_attempts.size();) {
        Attempt &attempt = m_attempts[i];
        if (!mayWrite(attempt.socket.get())) {
            ++i;
            continue;
        }
        if (const int error = pendingError(attempt.socket.get()); error != 0) {
            noteFailure(attempt, error, now);
            m_attempts.erase(m_attempts.begin() + static_cast<std::ptrdiff_t>(i));
            startNext(now);
            continue;
        }
        for (const Attempt &each : m_attempts)
            noteEnd(each, &each == &attempt ? Outcome::Connected : Outcome::Abandoned, now);
        Connected connected{std::move(attempt.socket), m_tried[attempt.index].address,
                            std::chrono::duration_cast<std::chrono::milliseconds>(now - m_started)};
        m_attempts.clear();
        return Result<Connected>(std::move(connected));
    }
    if (now >= m_deadline) {
        for (const Attempt &each : m_attempts)
            noteEnd(each, Outcome::TimedOut, now);
        return Result<Connected>(timedOut());
    }
    if (m_attempts.empty() || now >= m_nextAt)
        startNext(now);
    if (m_attempts.empty() && m_next == m_tried.size())
        return Result<Connected>(allFailed());
    return std::nullopt;
}

tl::unexpected<Error> TcpDial::timedOut() const
{
    return failure(Error::Kind::Timeout,
                   tr("%1 did not answer on port %2 within %3 seconds.")
                       .arg(m_host, QString::number(m_port),
                            QString::number(static_cast<double>(m_timeout.count()) / 1000.0)),
                   m_failures.join(QStringLiteral("; ")));
}

tl::unexpected<Error> TcpDial::allFailed() const
{
    const QString detail = m_failures.join(QStringLiteral("; "));
    const QString port = QString::number(m_port);
#ifdef Q_OS_WIN
    const bool refused = m_lastError == WSAECONNREFUSED;
#else
    const bool refused = m_lastError == ECONNREFUSED;
#endif
    if (refused)
        return failure(
            Error::Kind::Network,
            tr("%1 refuses connections on port %2: no server listens there.").arg(m_host, port),
            detail, m_lastError);
    return failure(Error::Kind::Network, tr("%1 cannot be reached on port %2.").arg(m_host, port),
                   detail, m_lastError);
}

} // namespace Portolan::Net
