// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssh/sshshell.h"

#include <QTimer>

#include <mutex>
#include <utility>

namespace Portolan::Ssh {

namespace {

// What the script writes, from the engine's thread.
class Collector final : public ChannelSink
{
public:
    Flow received(std::string_view data, bool isStandardError) override
    {
        if (isStandardError)
            return Flow::More;
        const std::scoped_lock lock(m_mutex);
        const qsizetype room = Net::Shell::kMostOutput - m_output.bytes.size();
        const auto size = static_cast<qsizetype>(data.size());
        m_output.isCut = m_output.isCut || size > room;
        m_output.bytes.append(data.data(), std::min(room, size));
        m_output.ended = std::chrono::system_clock::now();
        return Flow::More;
    }
    void ended(const ExitStatus &) override {}

    [[nodiscard]] Net::ShellOutput take()
    {
        const std::scoped_lock lock(m_mutex);
        return std::move(m_output);
    }

private:
    std::mutex m_mutex;
    Net::ShellOutput m_output;
};

class SshRun final : public Net::Shell::Attempt
{
public:
    SshRun(const std::shared_ptr<Connection> &connection, QByteArray script,
           std::chrono::milliseconds timeout, Net::Shell::Done done)
        : m_done(std::move(done))
        , m_collector(std::make_shared<Collector>())
        , m_channel(connection->exec({.command = QStringLiteral("sh -s")}, m_collector))
    {
        m_timer.setSingleShot(true);
        m_timer.setInterval(timeout);
        QObject::connect(
            &m_timer, &QTimer::timeout, &m_context, [this, host = connection->target().host] {
                end(failure(Error::Kind::Timeout,
                            SshShell::tr("The commands on %1 took too long.").arg(host)));
            });
        QObject::connect(
            m_channel.get(), &Channel::opened, &m_context, [this, script = std::move(script)] {
                m_timer.start();
                m_began = std::chrono::system_clock::now();
                m_channel->write({script.constData(), static_cast<std::size_t>(script.size())});
                m_channel->sendEof();
            });
        QObject::connect(m_channel.get(), &Channel::failed, &m_context, [this](const Error &error) {
            end(tl::unexpected(m_channel->loss().value_or(error)));
        });
        QObject::connect(connection.get(), &Connection::failed, &m_context,
                         [this](const Error &error) { end(tl::unexpected(error)); });
        QObject::connect(m_channel.get(), &Channel::closed, &m_context,
                         [this, host = connection->target().host](const ExitStatus &status) {
                             if (status.lost) {
                                 end(tl::unexpected(m_channel->loss().value_or(Error{
                                     Error::Kind::Network,
                                     SshShell::tr("The connection to %1 was lost.").arg(host)})));
                                 return;
                             }
                             auto output = m_collector->take();
                             output.began = m_began;
                             end(std::move(output));
                         });
    }

private:
    void end(Result<Net::ShellOutput> result)
    {
        if (std::exchange(m_ended, true))
            return;
        m_timer.stop();
        auto done = std::move(m_done);
        done(std::move(result)); // may destroy this
    }

    Net::Shell::Done m_done;
    std::shared_ptr<Collector> m_collector;
    std::unique_ptr<Channel> m_channel;
    std::chrono::system_clock::time_point m_began;
    QTimer m_timer;
    bool m_ended = false;
    QObject m_context; // goes first, and with it what is connected to it
};

} // namespace

SshShell::SshShell(std::shared_ptr<ConnectionPool> pool, const Target &host, const Options &options,
                   SshDialer::Introduce introduce)
    : m_pool(std::move(pool))
    , m_target(host)
    , m_options(options)
    , m_introduce(std::move(introduce))
{
}

std::unique_ptr<Net::Shell::Attempt> SshShell::run(const QByteArray &script,
                                                   std::chrono::milliseconds timeout, Done done)
{
    m_connection = m_pool->acquire(m_target, m_options);
    if (m_connection->state() == Connection::State::Idle) {
        m_connection->start();
        if (m_introduce)
            m_introduce(m_connection);
    }
    return std::make_unique<SshRun>(m_connection, script, timeout, std::move(done));
}

} // namespace Portolan::Ssh
