// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssh/sshdialer.h"

#include <QTimer>

#include <utility>

namespace Portolan::Ssh {

namespace {

// Streams are used, and dropped, on other threads; the channel's handle lives on the pool's.
class StreamWay final : public Net::Way
{
public:
    explicit StreamWay(std::unique_ptr<Channel> channel)
        : m_channel(std::move(channel))
    {
    }
    ~StreamWay() override { m_channel.release()->deleteLater(); }
    StreamWay(const StreamWay &) = delete;
    StreamWay &operator=(const StreamWay &) = delete;

    [[nodiscard]] std::optional<Error> problem() const override { return m_channel->loss(); }

private:
    std::unique_ptr<Channel> m_channel;
};

class StreamAttempt final : public Net::Dialer::Attempt
{
    Q_DECLARE_TR_FUNCTIONS(Portolan::Ssh)
public:
    StreamAttempt(const std::shared_ptr<Connection> &connection, const StreamRequest &to,
                  std::chrono::milliseconds timeout, Net::Dialer::Done done)
        : m_peer(tr("through %1").arg(connection->target().display()))
        , m_done(std::move(done))
        , m_channel(connection->openStream(to))
    {
        m_timer.setSingleShot(true);
        m_timer.setInterval(timeout);
        QObject::connect(
            &m_timer, &QTimer::timeout, &m_context,
            [this, by = connection->target().host, to, timeout] {
                end(failure(
                    Error::Kind::Timeout,
                    tr("%1 did not reach %2 within %3 seconds.")
                        .arg(by, to.host,
                             QString::number(static_cast<double>(timeout.count()) / 1000.0))));
            });
        // A login, and who is asked for it, have all the time they need.
        if (connection->state() == Connection::State::Ready)
            m_timer.start();
        else
            QObject::connect(connection.get(), &Connection::ready, &m_context,
                             [this] { m_timer.start(); });
        QObject::connect(m_channel.get(), &Channel::failed, &m_context, [this](const Error &error) {
            const auto loss = m_channel->loss();
            end(tl::unexpected(loss.value_or(error)));
        });
        // Who cancels the login ends the engine too, which then may not come to tell the channel.
        QObject::connect(connection.get(), &Connection::failed, &m_context,
                         [this](const Error &error) { end(tl::unexpected(error)); });
        QObject::connect(m_channel.get(), &Channel::opened, &m_context, [this] { hand(); });
    }

private:
    void hand()
    {
        Net::Stream stream;
        stream.socket = m_channel->takeSocket();
        if (!stream.socket.isValid()) {
            end(failure(Error::Kind::Local, tr("There are too many open files and connections.")));
            return;
        }
        Net::setNonBlocking(stream.socket.get());
        stream.peer = m_peer;
        m_channel->disconnect(&m_context);
        stream.way = std::make_shared<StreamWay>(std::move(m_channel));
        end(std::move(stream));
    }

    void end(Result<Net::Stream> result)
    {
        if (std::exchange(m_ended, true))
            return;
        m_timer.stop();
        auto done = std::move(m_done);
        done(std::move(result)); // may destroy this
    }

    const QString m_peer;
    Net::Dialer::Done m_done;
    std::unique_ptr<Channel> m_channel;
    QTimer m_timer;
    bool m_ended = false;
    QObject m_context; // goes first, and with it what is connected to it
};

} // namespace

SshDialer::SshDialer(std::shared_ptr<ConnectionPool> pool, const Target &host,
                     const Options &options, Introduce introduce)
    : m_pool(std::move(pool))
    , m_target(host)
    , m_options(options)
    , m_introduce(std::move(introduce))
{
}

std::unique_ptr<Net::Dialer::Attempt> SshDialer::dial(const QString &host, quint16 port,
                                                      std::chrono::milliseconds timeout, Done done)
{
    m_connection = m_pool->acquire(m_target, m_options);
    if (m_connection->state() == Connection::State::Idle) {
        m_connection->start();
        if (m_introduce)
            m_introduce(m_connection);
    }
    return std::make_unique<StreamAttempt>(m_connection, StreamRequest{host, port}, timeout,
                                           std::move(done));
}

Result<> SshDialer::carries(Net::Transport transport) const
{
    if (transport == Net::Transport::Stream)
        return {};
    return failure(Error::Kind::Unsupported,
                   tr("SSH carries only streams (TCP). Datagrams (UDP) cannot go through %1.")
                       .arg(m_target.display()),
                   QStringLiteral("RFC 4254, section 7"));
}

} // namespace Portolan::Ssh
