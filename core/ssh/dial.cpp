// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssh/dial.h"

#include "core/ssh/words.h"

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
#include <array>
#include <cerrno>
#include <cstring>
#include <string_view>

namespace Portolan::Ssh {

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

struct SocketAddress
{
    sockaddr_storage storage{};
    socklen_t length = 0;
};

SocketAddress toSocketAddress(const QHostAddress &address, quint16 port)
{
    SocketAddress result;
    if (address.protocol() == QAbstractSocket::IPv6Protocol) {
        sockaddr_in6 v6{};
        v6.sin6_family = AF_INET6;
        v6.sin6_port = htons(port);
        v6.sin6_scope_id = address.scopeId().toUInt();
        const Q_IPV6ADDR bytes = address.toIPv6Address();
        std::memcpy(&v6.sin6_addr, &bytes, sizeof(v6.sin6_addr));
        std::memcpy(&result.storage, &v6, sizeof(v6));
        result.length = sizeof(v6);
    } else {
        sockaddr_in v4{};
        v4.sin_family = AF_INET;
        v4.sin_port = htons(port);
        v4.sin_addr.s_addr = htonl(address.toIPv4Address());
        std::memcpy(&result.storage, &v4, sizeof(v4));
        result.length = sizeof(v4);
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

AddressFacts::Outcome outcomeOf(int error)
{
    using Outcome = AddressFacts::Outcome;
    switch (error) {
#ifdef Q_OS_WIN
    case WSAECONNREFUSED:
        return Outcome::Refused;
    case WSAEHOSTUNREACH:
    case WSAENETUNREACH:
        return Outcome::Unreachable;
    case WSAETIMEDOUT:
        return Outcome::TimedOut;
#else
    case ECONNREFUSED:
        return Outcome::Refused;
    case EHOSTUNREACH:
    case ENETUNREACH:
        return Outcome::Unreachable;
    case ETIMEDOUT:
        return Outcome::TimedOut;
#endif
    default:
        return Outcome::Failed;
    }
}

pollfd polledFor(NativeSocket socket, short events)
{
    pollfd entry{};
    entry.fd = socket;
    entry.events = events;
    return entry;
}

bool readyTo(NativeSocket socket, short events)
{
    pollfd entry = polledFor(socket, events);
#ifdef Q_OS_WIN
    return ::WSAPoll(&entry, 1, 0) > 0;
#else
    return ::poll(&entry, 1, 0) > 0;
#endif
}

} // namespace

Dial::Dial(const QString &host, const QList<QHostAddress> &addresses, quint16 port,
           std::chrono::milliseconds timeout, Clock::time_point now)
    : m_host(host)
    , m_port(port)
    , m_waiting(interleaved(addresses))
    , m_started(now)
    , m_deadline(now + timeout)
    , m_nextAt(now)
    , m_timeout(timeout)
    , m_retryPeekAt(Clock::time_point::max())
{
    for (const QHostAddress &address : std::as_const(m_waiting))
        m_addresses.append({address.toString()});
    m_begun.resize(static_cast<std::size_t>(m_addresses.size()), now);
    startNext(now);
}

Dial::~Dial() = default;

void Dial::noteOutcome(qsizetype index, AddressFacts::Outcome outcome, Clock::time_point now)
{
    AddressFacts &facts = m_addresses[index];
    facts.outcome = outcome;
    facts.time = std::chrono::duration_cast<std::chrono::milliseconds>(
        now - m_begun[static_cast<std::size_t>(index)]);
}

void Dial::noteFailure(qsizetype index, int error, Clock::time_point now)
{
    m_lastError = error;
    AddressFacts &facts = m_addresses[index];
    facts.words = socketErrorText(error);
    m_failures.append(QStringLiteral("%1: %2").arg(facts.address, facts.words));
    noteOutcome(index, outcomeOf(error), now);
}

void Dial::startNext(Clock::time_point now)
{
    while (!m_waiting.isEmpty()) {
        const qsizetype index = m_addresses.size() - m_waiting.size();
        const QHostAddress address = m_waiting.takeFirst();
        m_begun[static_cast<std::size_t>(index)] = now;
        m_nextAt = now + kNextAddress;
        const bool isV6 = address.protocol() == QAbstractSocket::IPv6Protocol;
        OwnedSocket socket(::socket(isV6 ? AF_INET6 : AF_INET, SOCK_STREAM, IPPROTO_TCP));
        if (!socket.isValid()) {
            noteFailure(index, lastSocketError(), now);
            continue;
        }
        setNonBlocking(socket.get());
#ifndef Q_OS_WIN
        ::fcntl(socket.get(), F_SETFD, FD_CLOEXEC);
#endif
        const int on = 1;
        ::setsockopt(socket.get(), IPPROTO_TCP, TCP_NODELAY, reinterpret_cast<const char *>(&on),
                     sizeof(on));
        const SocketAddress to = toSocketAddress(address, m_port);
        if (::connect(socket.get(), reinterpret_cast<const sockaddr *>(&to.storage), to.length) !=
                0 &&
            !wouldBlock(lastSocketError())) {
            noteFailure(index, lastSocketError(), now);
            continue;
        }
        m_attempts.push_back({std::move(socket), address, index});
        return;
    }
}

void Dial::addTo(std::vector<pollfd> &polled) const
{
    if (m_connected.isValid()) {
        // Bytes that were looked at but left in the socket would make poll() return at once.
        if (m_retryPeekAt == Clock::time_point::max())
            polled.push_back(polledFor(m_connected.get(), POLLIN));
        return;
    }
    for (const Attempt &attempt : m_attempts)
        polled.push_back(polledFor(attempt.socket.get(), POLLOUT));
}

Dial::Clock::time_point Dial::wakeAt() const
{
    if (m_connected.isValid())
        return std::min(m_deadline, m_retryPeekAt);
    return m_waiting.isEmpty() ? m_deadline : std::min(m_deadline, m_nextAt);
}

std::optional<Result<Dial::Connected>> Dial::advance(Clock::time_point now)
{
    if (m_connected.isValid())
        return readIdentification(now);
    for (std::size_t i = 0; i < m_attempts.size();) {
        Attempt &attempt = m_attempts[i];
        if (!readyTo(attempt.socket.get(), POLLOUT)) {
            ++i;
            continue;
        }
        if (const int error = pendingError(attempt.socket.get()); error != 0) {
            noteFailure(attempt.index, error, now);
            m_attempts.erase(m_attempts.begin() + static_cast<std::ptrdiff_t>(i));
            startNext(now);
            continue;
        }
        m_connected = std::move(attempt.socket);
        m_address = attempt.address;
        m_connectedAt = now;
        for (const Attempt &each : m_attempts)
            noteOutcome(each.index,
                        &each == &attempt ? AddressFacts::Outcome::Connected
                                          : AddressFacts::Outcome::Abandoned,
                        now);
        m_attempts.clear();
        m_waiting.clear();
        m_connectTime = std::chrono::duration_cast<std::chrono::milliseconds>(now - m_started);
        return readIdentification(now);
    }
    if (now >= m_deadline) {
        for (const Attempt &each : m_attempts)
            noteOutcome(each.index, AddressFacts::Outcome::TimedOut, now);
        return Result<Connected>(timedOut());
    }
    if (!m_waiting.isEmpty() && (m_attempts.empty() || now >= m_nextAt))
        startNext(now);
    if (m_attempts.empty() && m_waiting.isEmpty())
        return Result<Connected>(allFailed());
    return std::nullopt;
}

std::optional<Result<Dial::Connected>> Dial::readIdentification(Clock::time_point now)
{
    m_retryPeekAt = Clock::time_point::max();
    m_banner.time = std::chrono::duration_cast<std::chrono::milliseconds>(now - m_connectedAt);
    std::array<char, kMostLineBytes> buffer;
    for (;;) {
        const auto got = ::recv(m_connected.get(), buffer.data(), buffer.size(), MSG_PEEK);
        if (got == 0) {
            m_banner.closed = true;
            // sshd.c of OpenSSH: MaxStartups; since 9.8 PerSourcePenalties.
            if (const QString last =
                    m_banner.linesBefore.isEmpty() ? QString() : m_banner.linesBefore.last();
                last.startsWith(QLatin1String("Exceeded MaxStartups")) ||
                last.startsWith(QLatin1String("Not allowed at this time")))
                return Result<Connected>(
                    failure(Error::Kind::Network,
                            tr("%1 takes no connections from this computer at the moment: %2")
                                .arg(m_host, last)));
            return Result<Connected>(
                m_linesSkipped == 0 && m_peeked == 0
                    ? failure(Error::Kind::Network,
                              tr("%1 closed the connection without a word. It may refuse this "
                                 "computer, or be busy.")
                                  .arg(m_host))
                    : notSsh(m_banner.linesBefore.isEmpty() ? m_banner.fragment
                                                            : m_banner.linesBefore.first()));
        }
        if (got < 0) {
            const int error = lastSocketError();
            if (wouldBlock(error)) {
                if (now >= m_deadline)
                    return Result<Connected>(timedOut());
                return std::nullopt;
            }
            m_banner.closed = true;
            return Result<Connected>(failure(Error::Kind::Network,
                                             tr("%1 broke the connection off.").arg(m_host),
                                             socketErrorText(error), error));
        }
        const std::string_view seen(buffer.data(), static_cast<std::size_t>(got));
        const auto end = seen.find('\n');
        m_peeked = static_cast<int>(seen.size());
        if (end == std::string_view::npos) {
            m_banner.fragment =
                plainLine(QString::fromUtf8(seen.data(), static_cast<int>(seen.size())), 80);
            // RFC 4253, section 4.2: 255 characters at most, of an identification.
            if (seen.size() >= buffer.size() || (seen.starts_with("SSH-") && seen.size() > 255))
                return Result<Connected>(notSsh(m_banner.fragment));
            if (now >= m_deadline)
                return Result<Connected>(timedOut());
            // The rest of the line is on its way: poll() cannot tell when, since what was looked
            // at is still readable.
            m_retryPeekAt = now + std::chrono::milliseconds(20);
            return std::nullopt;
        }
        QByteArray line(seen.data(), static_cast<int>(end));
        if (line.endsWith('\r'))
            line.chop(1);
        const QString text = plainLine(QString::fromUtf8(line), 255);
        if (seen.starts_with("SSH-")) {
            Connected connected;
            connected.socket = std::move(m_connected);
            connected.address = m_address;
            connected.identification = text;
            m_banner.identification = text;
            m_banner.fragment.clear();
            connected.linesBefore = m_banner.linesBefore;
            connected.connectTime = m_connectTime;
            return Result<Connected>(std::move(connected));
        }
        // Text is allowed before the identification, and this is none.
        if (line.contains('\0'))
            return Result<Connected>(notSsh(text.left(80)));
        if (++m_linesSkipped > kMostLines)
            return Result<Connected>(notSsh(m_banner.linesBefore.value(0)));
        m_banner.linesBefore.append(text);
        m_banner.fragment.clear();
        // Takes out the line; it was all there a moment ago.
        [[maybe_unused]] const auto taken = ::recv(m_connected.get(), buffer.data(), end + 1, 0);
    }
}

tl::unexpected<Error> Dial::timedOut() const
{
    const auto seconds = QString::number(static_cast<double>(m_timeout.count()) / 1000.0);
    if (!m_connected.isValid())
        return failure(Error::Kind::Timeout,
                       tr("%1 did not answer on port %2 within %3 seconds.")
                           .arg(m_host, QString::number(m_port), seconds),
                       m_failures.join(QStringLiteral("; ")));
    if (m_peeked > 0 || m_linesSkipped > 0)
        return notSsh(m_banner.linesBefore.value(0));
    return failure(Error::Kind::Timeout,
                   tr("%1 took the connection on port %2 but sent nothing within %3 seconds. An "
                      "SSH server speaks first.")
                       .arg(m_host, QString::number(m_port), seconds));
}

tl::unexpected<Error> Dial::allFailed() const
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

tl::unexpected<Error> Dial::notSsh(const QString &detail) const
{
    return failure(Error::Kind::Protocol,
                   tr("What answers at %1 on port %2 is not an SSH server.")
                       .arg(m_host, QString::number(m_port)),
                   detail);
}

} // namespace Portolan::Ssh
