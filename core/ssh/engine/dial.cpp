// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssh/engine/dial.h"

#include "core/ssh/words.h"

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <poll.h>
#include <sys/socket.h>
#endif

#include <algorithm>
#include <array>
#include <cerrno>
#include <string_view>

namespace Portolan::Ssh {

namespace {

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

pollfd polledFor(Net::NativeSocket socket, short events)
{
    pollfd entry{};
    entry.fd = socket;
    entry.events = events;
    return entry;
}

} // namespace

Dial::Dial(const QString &host, const QList<QHostAddress> &addresses, quint16 port,
           std::chrono::milliseconds timeout, Clock::time_point now)
    : m_host(host)
    , m_port(port)
    , m_tcp(std::in_place, host, addresses, port, timeout, now)
    , m_deadline(now + timeout)
    , m_timeout(timeout)
    , m_retryPeekAt(Clock::time_point::max())
{
}

Dial::Dial(const QString &host, quint16 port, Net::OwnedSocket socket,
           std::chrono::milliseconds connectTime, std::chrono::milliseconds timeout,
           Clock::time_point now)
    : m_host(host)
    , m_port(port)
    , m_deadline(now + timeout)
    , m_connectedAt(now)
    , m_connected(std::move(socket))
    , m_connectTime(connectTime)
    , m_timeout(timeout)
    , m_retryPeekAt(Clock::time_point::max())
{
    Net::setNonBlocking(m_connected.get());
}

Dial::~Dial() = default;

QList<AddressFacts> Dial::addresses() const
{
    using Outcome = AddressFacts::Outcome;
    using Tried = Net::TcpDial::Tried::Outcome;
    QList<AddressFacts> all;
    if (!m_tcp)
        return all;
    for (const Net::TcpDial::Tried &tried : m_tcp->tried()) {
        AddressFacts facts{tried.address.toString(), Outcome::NotTried, tried.time};
        switch (tried.outcome) {
        case Tried::NotTried:
            break;
        case Tried::Connected:
            facts.outcome = Outcome::Connected;
            break;
        case Tried::TimedOut:
            facts.outcome = Outcome::TimedOut;
            break;
        case Tried::Abandoned:
            facts.outcome = Outcome::Abandoned;
            break;
        case Tried::Failed:
            facts.outcome = outcomeOf(tried.error);
            facts.words = Net::socketErrorText(tried.error);
            break;
        }
        all.append(facts);
    }
    return all;
}

void Dial::addTo(std::vector<pollfd> &polled) const
{
    if (m_connected.isValid()) {
        // Bytes that were looked at but left in the socket would make poll() return at once.
        if (m_retryPeekAt == Clock::time_point::max())
            polled.push_back(polledFor(m_connected.get(), POLLIN));
        return;
    }
    for (const Net::NativeSocket socket : m_tcp->sockets())
        polled.push_back(polledFor(socket, POLLOUT));
}

Dial::Clock::time_point Dial::wakeAt() const
{
    return m_connected.isValid() ? std::min(m_deadline, m_retryPeekAt) : m_tcp->wakeAt();
}

std::optional<Result<Dial::Connected>> Dial::advance(Clock::time_point now)
{
    if (!m_connected.isValid()) {
        auto tcp = m_tcp->advance(now);
        if (!tcp)
            return std::nullopt;
        if (!*tcp)
            return Result<Connected>(tl::unexpected(std::move(tcp->error())));
        m_connected = std::move((*tcp)->socket);
        m_address = (*tcp)->address;
        m_connectTime = (*tcp)->connectTime;
        m_connectedAt = now;
    }
    return readIdentification(now);
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
            const int error = Net::lastSocketError();
            if (Net::wouldBlock(error)) {
                if (now >= m_deadline)
                    return Result<Connected>(timedOut());
                return std::nullopt;
            }
            m_banner.closed = true;
            return Result<Connected>(failure(Error::Kind::Network,
                                             tr("%1 broke the connection off.").arg(m_host),
                                             Net::socketErrorText(error), error));
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
        if (line.contains('\0')) {
            // Where nothing of it can be shown, its bytes.
            m_banner.fragment =
                text.isEmpty() ? QString::fromLatin1(line.left(20).toHex(' ')) : text.left(80);
            return Result<Connected>(notSsh(text.left(80)));
        }
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
    if (m_peeked > 0 || m_linesSkipped > 0)
        return notSsh(m_banner.linesBefore.value(0));
    return failure(Error::Kind::Timeout,
                   tr("%1 took the connection on port %2 but sent nothing within %3 seconds. An "
                      "SSH server speaks first.")
                       .arg(m_host, QString::number(m_port), seconds));
}

tl::unexpected<Error> Dial::notSsh(const QString &detail) const
{
    return failure(Error::Kind::Protocol,
                   tr("What answers at %1 on port %2 is not an SSH server.")
                       .arg(m_host, QString::number(m_port)),
                   detail);
}

} // namespace Portolan::Ssh
