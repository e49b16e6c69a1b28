// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssh/engine/agentlink.h"

#include "core/ssh/wire.h"
#include "core/ssh/words.h"

#include <QFile>

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#endif

#include <array>
#include <cstring>

namespace Portolan::Ssh {

namespace {

constexpr quint32 kMostMessageBytes = 256 * 1024;
constexpr quint32 kMostKeys = 256;
constexpr quint8 kFailure = 5;
constexpr quint8 kRequestIdentities = 11;
constexpr quint8 kIdentitiesAnswer = 12;
constexpr quint8 kSignRequest = 13;

} // namespace

// An agent's Unix socket. (Windows' agents listen on named pipes, which are not sockets: there is
// none to connect to there.)
Net::OwnedSocket connectAgent([[maybe_unused]] const QString &path)
{
#ifdef Q_OS_WIN
    return {};
#else
    const QByteArray name = QFile::encodeName(path);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (name.isEmpty() || static_cast<std::size_t>(name.size()) >= sizeof(address.sun_path))
        return {};
    std::memcpy(address.sun_path, name.constData(), static_cast<std::size_t>(name.size()));
    Net::OwnedSocket socket(::socket(AF_UNIX, SOCK_STREAM, 0));
    if (!socket.isValid())
        return {};
    ::fcntl(socket.get(), F_SETFD, FD_CLOEXEC);
    Net::setNonBlocking(socket.get());
    if (::connect(socket.get(), reinterpret_cast<const sockaddr *>(&address), sizeof(address)) != 0)
        return {};
    return socket;
#endif
}

AgentLink::AgentLink(const QString &socketPath, std::stop_token stop, std::function<void()> wake)
    : m_socketPath(socketPath)
    , m_wake(std::move(wake))
    , m_onStop(std::move(stop), [this] {
        m_ended = true;
        m_end.signal();
    })
{
    std::tie(m_clientEnd, m_serverEnd) = Net::socketPair();
    Net::setNonBlocking(m_serverEnd.get());
    m_thread = std::thread([this] { run(); });
}

AgentLink::~AgentLink()
{
    m_ended = true;
    m_end.signal();
    m_thread.join(); // it waits only in poll(), which the signal ends
}

std::optional<Result<QList<AgentLink::Key>>> AgentLink::keys() const
{
    const std::scoped_lock lock(m_mutex);
    return m_keys;
}

void AgentLink::present(const QList<Key> &keys)
{
    const std::scoped_lock lock(m_mutex);
    m_presented = keys;
    m_lastSigner.clear();
}

QByteArray AgentLink::lastSigner() const
{
    const std::scoped_lock lock(m_mutex);
    return m_lastSigner;
}

void AgentLink::answerKeys(Result<QList<Key>> keys)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_keys = std::move(keys);
    }
    m_wake();
}

std::optional<QList<AgentLink::Key>> AgentLink::parseIdentities(std::string_view message)
{
    WireReader reader(message);
    const auto type = reader.byte();
    const auto count = reader.uint32();
    if (!type || *type != kIdentitiesAnswer || !count || *count > kMostKeys)
        return std::nullopt;
    QList<Key> keys;
    for (quint32 i = 0; i < *count; ++i) {
        const auto blob = reader.string();
        const auto comment = reader.string();
        if (!blob || !comment)
            return std::nullopt;
        keys.append({bytesOf(*blob), plainLine(QString::fromUtf8(bytesOf(*comment)), 120)});
    }
    return keys;
}

bool AgentLink::waitFor(Net::NativeSocket socket, short events)
{
    std::array<pollfd, 2> polled{};
    polled[0].fd = socket;
    polled[0].events = events;
    polled[1].fd = m_end.readEnd();
    polled[1].events = POLLIN;
    while (!m_ended) {
#ifdef Q_OS_WIN
        const int count = ::WSAPoll(polled.data(), polled.size(), -1);
#else
        const int count = ::poll(polled.data(), polled.size(), -1);
#endif
        if (count > 0 && polled[0].revents != 0)
            return !m_ended;
    }
    return false;
}

bool AgentLink::readExactly(Net::NativeSocket socket, char *bytes, std::size_t count)
{
    while (count > 0) {
        const auto got = ::recv(socket, bytes, count, 0);
        if (got == 0)
            return false;
        if (got < 0) {
            if (!Net::wouldBlock(Net::lastSocketError()) || !waitFor(socket, POLLIN))
                return false;
            continue;
        }
        bytes += got;
        count -= static_cast<std::size_t>(got);
    }
    return true;
}

bool AgentLink::writeAll(Net::NativeSocket socket, std::string_view bytes)
{
#ifdef MSG_NOSIGNAL
    constexpr int kFlags = MSG_NOSIGNAL;
#else
    constexpr int kFlags = 0;
#endif
    while (!bytes.empty()) {
        const auto sent = ::send(socket, bytes.data(), bytes.size(), kFlags);
        if (sent < 0) {
            if (!Net::wouldBlock(Net::lastSocketError()) || !waitFor(socket, POLLOUT))
                return false;
            continue;
        }
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

std::optional<QByteArray> AgentLink::readMessage(Net::NativeSocket socket)
{
    std::array<char, 4> head{};
    if (!readExactly(socket, head.data(), head.size()))
        return std::nullopt;
    const auto length = qFromBigEndian<quint32>(head.data());
    if (length == 0 || length > kMostMessageBytes)
        return std::nullopt;
    QByteArray message(static_cast<qsizetype>(length), '\0');
    if (!readExactly(socket, message.data(), length))
        return std::nullopt;
    return message;
}

bool AgentLink::writeMessage(Net::NativeSocket socket, const QByteArray &message)
{
    return writeAll(socket, viewOf(WireWriter().string(viewOf(message)).bytes()));
}

void AgentLink::run()
{
    const Net::OwnedSocket agent = connectAgent(m_socketPath);
    if (!agent.isValid()) {
        answerKeys(
            failure(Error::Kind::Local, tr("The key agent cannot be reached."), m_socketPath));
        return;
    }
    std::optional<QByteArray> message;
    if (writeMessage(agent.get(), QByteArray(1, static_cast<char>(kRequestIdentities))))
        message = readMessage(agent.get());
    const auto keys = message ? parseIdentities(viewOf(*message)) : std::nullopt;
    if (!keys) {
        answerKeys(failure(Error::Kind::Protocol, tr("The key agent did not tell its keys."),
                           m_socketPath));
        return;
    }
    answerKeys(*keys);

    while (auto request = readMessage(m_serverEnd.get())) {
        QByteArray reply;
        WireReader reader(viewOf(*request));
        const quint8 type = reader.byte().value_or(0);
        if (type == kRequestIdentities) {
            const std::scoped_lock lock(m_mutex);
            WireWriter writer;
            writer.byte(kIdentitiesAnswer).uint32(static_cast<quint32>(m_presented.size()));
            for (const Key &key : m_presented)
                writer.string(viewOf(key.blob)).string(viewOf(key.comment.toUtf8()));
            reply = writer.bytes();
        } else if (type == kSignRequest) {
            const std::scoped_lock lock(m_mutex);
            m_lastSigner = bytesOf(reader.string().value_or(std::string_view()));
            for (const Key &key : m_presented) {
                if (key.blob == m_lastSigner && !key.signsWith.isEmpty())
                    *request = WireWriter()
                                   .byte(kSignRequest)
                                   .string(viewOf(key.signsWith))
                                   .raw(request->mid(static_cast<qsizetype>(reader.offset())))
                                   .bytes();
            }
        }
        if (reply.isEmpty() && writeMessage(agent.get(), *request))
            reply = readMessage(agent.get()).value_or(QByteArray());
        if (m_ended)
            break;
        if (reply.isEmpty())
            reply = QByteArray(1, static_cast<char>(kFailure));
        if (!writeMessage(m_serverEnd.get(), reply))
            break;
    }
    // libssh may be waiting for a reply on the other end; this ends it.
    m_serverEnd.close();
}

} // namespace Portolan::Ssh
