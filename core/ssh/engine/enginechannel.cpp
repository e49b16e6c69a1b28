// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssh/engine/enginechannel.h"

#include "core/base/secret.h"
#include "core/ssh/words.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace Portolan::Ssh {

namespace {

constexpr std::size_t kSlice = 32 * 1024; // handed to the sink at once
constexpr std::size_t kMostPerTurn = 256 * 1024;

} // namespace

EngineChannel::EngineChannel(ssh_session session, ssh_event event,
                             std::shared_ptr<ChannelState> state, const QString &host,
                             ssh_channel opened)
    : m_session(session)
    , m_state(std::move(state))
    , m_host(host)
    , m_channel(opened)
{
    if (m_state->kind == ChannelState::Kind::Stream)
        m_stream = std::make_unique<EngineStream>(event, *m_state, std::move(m_state->socket));
    if (m_channel) {
        setCallbacks();
        m_step = Step::Running;
    }
}

EngineChannel::~EngineChannel()
{
    if (!m_channel)
        return;
    disconnectCallbacks();
    ssh_channel_free(m_channel); // closes it too, where it is open
}

const QList<QPair<QString, QString>> &EngineChannel::environment() const
{
    return m_state->kind == ChannelState::Kind::Shell ? m_state->shell.environment
                                                      : m_state->command.environment;
}

const ShellRequest *EngineChannel::terminal() const
{
    if (m_state->kind == ChannelState::Kind::Shell)
        return &m_state->shell;
    return m_state->command.pty ? &*m_state->command.pty : nullptr;
}

ChannelSink *EngineChannel::sink() const
{
    return m_stream ? m_stream.get() : m_state->sink.get();
}

bool EngineChannel::advance()
{
    m_news = false;
    bool closeRequested = false;
    {
        const std::scoped_lock lock(m_state->mutex);
        closeRequested = m_state->closeRequested;
        if (std::exchange(m_state->resumeRequested, false))
            m_stopped = false;
    }
    // Before the server's answer there is nothing that could be closed, and a channel that it opens
    // afterwards would stay open over there.
    if (closeRequested)
        return m_step == Step::Open && m_channel && requestChannel() == SSH_AGAIN;
    if (m_step != Step::Running && m_step != Step::Ended)
        open();
    if (m_step == Step::Running)
        run();
    if (m_step == Step::Running) {
        m_traffic.window = ssh_channel_window_size(m_channel);
        const std::scoped_lock lock(m_state->mutex);
        m_state->traffic = m_traffic;
    }
    return m_step != Step::Ended;
}

void EngineChannel::open()
{
    if (!m_channel) {
        m_channel = ssh_channel_new(m_session);
        if (!m_channel) {
            fail(QString::fromUtf8(ssh_get_error(m_session)));
            return;
        }
        setCallbacks();
    }
    if (m_step == Step::Open) {
        const int reply = requestChannel();
        if (reply == SSH_AGAIN)
            return;
        if (reply != SSH_OK) {
            fail(QString::fromUtf8(ssh_get_error(m_session)));
            return;
        }
        m_step = m_state->forwardAgent ? Step::Agent : Step::Environment;
        if (m_stream) {
            m_step = Step::Running;
            m_state->relay->post([](Channel &channel) { Q_EMIT channel.opened(); });
            return;
        }
    }
    if (m_step == Step::Agent) {
        // Refused by servers that do not allow it (AllowAgentForwarding); the rest works without.
        if (ssh_channel_request_auth_agent(m_channel) == SSH_AGAIN)
            return;
        m_step = Step::Environment;
    }
    while (m_step == Step::Environment) {
        if (m_environmentAt >= environment().size()) {
            m_step = terminal() ? Step::Terminal : Step::Start;
            break;
        }
        const auto &[name, value] = environment().at(m_environmentAt);
        // Refused more often than not (AcceptEnv); a session works without.
        if (ssh_channel_request_env(m_channel, name.toUtf8().constData(),
                                    value.toUtf8().constData()) == SSH_AGAIN)
            return;
        ++m_environmentAt;
    }
    if (m_step == Step::Terminal) {
        const ShellRequest &request = *terminal();
        const int reply =
            ssh_channel_request_pty_size(m_channel, request.terminal.toUtf8().constData(),
                                         std::max(1, request.columns), std::max(1, request.rows));
        if (reply == SSH_AGAIN)
            return;
        if (reply != SSH_OK) {
            fail(tr("No terminal was given."));
            return;
        }
        m_step = Step::Start;
    }
    const bool isShell = m_state->kind == ChannelState::Kind::Shell;
    const QByteArray command = m_state->command.command.toUtf8();
    const int reply = isShell ? ssh_channel_request_shell(m_channel)
                      : m_state->command.subsystem
                          ? ssh_channel_request_subsystem(m_channel, command.constData())
                          : ssh_channel_request_exec(m_channel, command.constData());
    if (reply == SSH_AGAIN)
        return;
    if (reply != SSH_OK) {
        fail(isShell ? tr("No shell was started.") : tr("The command was not started."));
        return;
    }
    m_step = Step::Running;
    m_state->relay->post([](Channel &channel) { Q_EMIT channel.opened(); });
}

void EngineChannel::setCallbacks()
{
    ssh_callbacks_init(&m_callbacks);
    m_callbacks.userdata = this;
    m_callbacks.channel_data_function = &EngineChannel::onData;
    m_callbacks.channel_eof_function = &EngineChannel::onEof;
    m_callbacks.channel_close_function = &EngineChannel::onClose;
    m_callbacks.channel_exit_status_function = &EngineChannel::onExitStatus;
    m_callbacks.channel_exit_signal_function = &EngineChannel::onExitSignal;
    ssh_set_channel_callbacks(m_channel, &m_callbacks);
}

int EngineChannel::requestChannel()
{
    if (!m_stream)
        return ssh_channel_open_session(m_channel);
    // The originator is for the server's log only.
    return ssh_channel_open_forward(m_channel, m_state->stream.host.toUtf8().constData(),
                                    m_state->stream.port, "127.0.0.1", 0);
}

void EngineChannel::run()
{
    if (m_stream && m_stream->advance())
        m_stopped = false;
    if (!m_stopped)
        drain();
    const bool isDrained =
        m_streams[0].isEmpty() && m_streams[1].isEmpty() && (!m_stream || m_stream->isFlushed());
    if (m_inputEnded && isDrained && !std::exchange(m_endTold, true) && sink())
        sink()->endOfData();
    if (!m_closed)
        flush();
    if (m_closed && isDrained) {
        end(m_status);
        return;
    }
    if (!m_stream)
        return;
    if (m_stream->isAbandoned() && m_eofSent) {
        end(m_status); // which closes the channel
        return;
    }
    if (m_stream->watch())
        m_news = true;
}

// Towards the server, as far as its window reaches and its network takes it.
void EngineChannel::flush()
{
    std::optional<std::pair<int, int>> newSize;
    std::vector<QString> signalNames;
    {
        const std::scoped_lock lock(m_state->mutex);
        newSize = std::exchange(m_state->newSize, std::nullopt);
        signalNames.swap(m_state->signalNames);
    }
    if (newSize)
        ssh_channel_change_pty_size(m_channel, newSize->first, newSize->second);
    for (const QString &name : signalNames)
        ssh_channel_request_send_signal(m_channel, name.toLatin1().constData());

    for (std::size_t written = 0; written < kMostPerTurn;) {
        // What libssh has not got rid of stays with it, in a buffer without a limit: so only one
        // slice at a time, when that buffer is empty.
        if ((ssh_get_status(m_session) & SSH_WRITE_PENDING) != 0)
            break;
        std::string slice;
        {
            const std::scoped_lock lock(m_state->mutex);
            const std::size_t window = ssh_channel_window_size(m_channel);
            const std::size_t unsent = m_state->outgoing.size() - m_state->sent;
            slice = m_state->outgoing.substr(m_state->sent, std::min({window, unsent, kSlice}));
        }
        if (slice.empty())
            break;
        const int sent =
            ssh_channel_write(m_channel, slice.data(), static_cast<uint32_t>(slice.size()));
        wipeMemory(slice.data(), slice.size()); // a password may have been typed
        if (sent <= 0)
            break;
        written += static_cast<std::size_t>(sent);
        m_traffic.sent += static_cast<quint64>(sent);
        const std::scoped_lock lock(m_state->mutex);
        m_state->sent += static_cast<std::size_t>(sent);
        if (m_state->sent == m_state->outgoing.size() || m_state->sent >= 2 * kSlice) {
            wipeMemory(m_state->outgoing.data(), m_state->sent);
            m_state->outgoing.erase(0, m_state->sent);
            m_state->sent = 0;
        }
        if (written >= kMostPerTurn)
            m_news = true;
        if (m_state->outgoing.size() - m_state->sent < m_state->roomWanted) {
            m_state->roomWanted = 0;
            m_state->relay->post([](Channel &channel) { Q_EMIT channel.writable(); });
        }
    }
    bool sendEof = false;
    {
        const std::scoped_lock lock(m_state->mutex);
        sendEof = m_state->eofRequested && m_state->outgoing.size() == m_state->sent;
    }
    if (sendEof && !std::exchange(m_eofSent, true))
        ssh_channel_send_eof(m_channel);
}

// What waited while the sink was stopped, both streams.
void EngineChannel::drain()
{
    std::size_t delivered = 0;
    for (const bool isStandardError : {false, true}) {
        Stream &stream = m_streams[isStandardError ? 1 : 0];
        while (!stream.isEmpty()) {
            if (m_stopped)
                return;
            if (delivered >= kMostPerTurn) {
                m_news = true; // the other channels come first
                return;
            }
            if (stream.given == stream.taken.size())
                takeFromLibrary(isStandardError);
            const auto slice = std::string_view(stream.taken).substr(stream.given, kSlice);
            if (slice.empty())
                break;
            stream.given += slice.size();
            delivered += slice.size();
            deliver(slice, isStandardError);
            if (stream.given == stream.taken.size()) {
                stream.taken = {};
                stream.given = 0;
            }
        }
    }
}

void EngineChannel::takeFromLibrary(bool isStandardError)
{
    Stream &stream = m_streams[isStandardError ? 1 : 0];
    stream.given = 0;
    stream.taken.resize(stream.left);
    m_taking = true; // reading polls too, and new data is reported from in there
    const int got =
        ssh_channel_read_nonblocking(m_channel, stream.taken.data(),
                                     static_cast<uint32_t>(stream.taken.size()), isStandardError);
    m_taking = false;
    const auto count = static_cast<std::size_t>(std::max(0, got));
    stream.taken.resize(count);
    stream.left = count > 0 && stream.left > count ? stream.left - count : 0;
}

bool EngineChannel::deliver(std::string_view bytes, bool isStandardError)
{
    m_traffic.received += bytes.size();
    if (sink() && sink()->received(bytes, isStandardError) == ChannelSink::Flow::Stop)
        m_stopped = true;
    return !m_stopped;
}

void EngineChannel::fail(const QString &what)
{
    m_step = Step::Ended;
    {
        const std::scoped_lock lock(m_state->mutex);
        m_state->ended = true;
    }
    m_state->relay->post(
        [error = refusal(plainLine(what))](Channel &channel) { Q_EMIT channel.failed(error); });
}

Error EngineChannel::refusal(const QString &words) const
{
    if (!m_stream)
        return {Error::Kind::Refused, tr("%1 refused to open the session.").arg(m_host), words};
    const QString to =
        m_state->stream.host + QLatin1Char(':') + QString::number(m_state->stream.port);
    static const QRegularExpression reason(QStringLiteral("error \\((\\d+)\\) (.*)"));
    const auto match = reason.match(words);
    // RFC 4254, section 5.1.
    switch (match.captured(1).toInt()) {
    case 1:
        return {Error::Kind::Refused,
                tr("%1 does not allow connections through it to %2. Who runs it can allow them "
                   "(AllowTcpForwarding and PermitOpen in sshd_config; no restrict or "
                   "no-port-forwarding before the key in authorized_keys).")
                    .arg(m_host, to),
                words, 1};
    case 2:
        return {Error::Kind::Network,
                tr("%1 could not reach %2: %3").arg(m_host, to, match.captured(2)), words, 2};
    default:
        return {Error::Kind::Refused,
                tr("%1 refused to open the connection to %2.").arg(m_host, to), words,
                match.captured(1).toInt()};
    }
}

void EngineChannel::end(const ExitStatus &status)
{
    m_step = Step::Ended;
    {
        const std::scoped_lock lock(m_state->mutex);
        m_state->ended = true;
    }
    if (sink())
        sink()->ended(status);
    m_state->relay->post([status](Channel &channel) { Q_EMIT channel.closed(status); });
}

void EngineChannel::connectionLost(const Error &error)
{
    if (m_step == Step::Ended)
        return;
    {
        const std::scoped_lock lock(m_state->mutex);
        m_state->loss = error;
    }
    if (m_step == Step::Running) {
        ExitStatus status = m_status;
        status.lost = !m_closed;
        end(status);
        return;
    }
    m_step = Step::Ended;
    m_state->relay->post([error](Channel &channel) { Q_EMIT channel.failed(error); });
}

void EngineChannel::disconnectCallbacks()
{
    ssh_remove_channel_callbacks(m_channel, &m_callbacks);
}

int EngineChannel::onData(ssh_session, ssh_channel, void *data, uint32_t length,
                          int isStandardError, void *self)
{
    auto &channel = *static_cast<EngineChannel *>(self);
    Stream &stream = channel.m_streams[isStandardError != 0 ? 1 : 0];
    const std::string_view bytes(static_cast<const char *>(data), length);
    std::size_t taken = 0;
    const bool inOrder = stream.taken.empty() && !channel.m_taking;
    while (inOrder && taken < bytes.size() && !channel.m_stopped &&
           channel.m_step == Step::Running) {
        const auto slice = bytes.substr(taken, kSlice);
        taken += slice.size();
        channel.deliver(slice, isStandardError != 0);
    }
    stream.left = bytes.size() - taken;
    // Output may overtake the reply to our request; the next turn takes it.
    if (stream.left > 0 && !channel.m_stopped)
        channel.m_news = true;
    return static_cast<int>(taken);
}

void EngineChannel::onEof(ssh_session, ssh_channel, void *self)
{
    auto &channel = *static_cast<EngineChannel *>(self);
    channel.m_inputEnded = true;
    channel.m_news = true;
}

void EngineChannel::onClose(ssh_session, ssh_channel, void *self)
{
    auto &channel = *static_cast<EngineChannel *>(self);
    channel.m_closed = true;
    channel.m_news = true;
}

void EngineChannel::onExitStatus(ssh_session, ssh_channel, int status, void *self)
{
    static_cast<EngineChannel *>(self)->m_status.code = status;
}

void EngineChannel::onExitSignal(ssh_session, ssh_channel, const char *signal, int,
                                 const char *message, const char *, void *self)
{
    auto &status = static_cast<EngineChannel *>(self)->m_status;
    status.signal = plainLine(QString::fromUtf8(signal), 32);
    status.message = plainLine(QString::fromUtf8(message));
}

} // namespace Portolan::Ssh
