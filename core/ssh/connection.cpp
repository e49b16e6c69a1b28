// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssh/connection.h"

#include "core/net/lookup.h"
#include "core/runtime/enginehost.h"
#include "core/ssh/channelstate.h"
#include "core/ssh/config/localuser.h"
#include "core/ssh/engine/engine.h"
#include "core/ssh/sshaddress.h"
#include "core/ssh/words.h"

#include <QElapsedTimer>
#include <QHostInfo>
#include <QTimer>

namespace Portolan::Ssh {

QString Target::display() const
{
    QString text = user.isEmpty() ? QString() : user + QLatin1Char('@');
    const bool bracketed = host.contains(QLatin1Char(':')) && port != 22;
    text += bracketed ? QLatin1Char('[') + host + QLatin1Char(']') : host;
    if (port != 22)
        text += QLatin1Char(':') + QString::number(port);
    return text;
}

struct Connection::Private
{
    std::unique_ptr<EngineHost<Engine>> host;
    std::shared_ptr<Relay<Connection>> relay;
    std::shared_ptr<Net::WakeSignal> wake;
    std::optional<Secret> offeredPassword;
    int lookup = -1;
    QTimer lookupTimeout;
    QElapsedTimer lookupTime;
    // Opened before there was an engine.
    std::vector<std::shared_ptr<ChannelState>> waiting;

    Source hops;
    std::shared_ptr<Connection> hop;  // the last one before the target
    std::unique_ptr<Channel> through; // it
    QTimer throughTimeout;
    QElapsedTimer throughTime;

    void give(const std::shared_ptr<ChannelState> &state)
    {
        {
            const std::scoped_lock lock(state->mutex);
            state->wake = [signal = wake] { signal->signal(); };
        }
        host->post([state](Engine &engine) { engine.addChannel(state); });
    }
};

std::shared_ptr<Connection> Connection::create(const Target &target, const Options &options,
                                               Source hops)
{
    Target complete = target;
    if (complete.user.isEmpty())
        complete.user = localUser();
    return std::shared_ptr<Connection>(new Connection(complete, options, std::move(hops)));
}

std::shared_ptr<Connection> Connection::createAlone(const Target &target, const Options &options)
{
    return create(target, options);
}

Connection::Connection(const Target &target, const Options &options, Source hops)
    : m_target(target)
    , m_options(options)
    , d(std::make_unique<Private>())
{
    d->hops = std::move(hops);
    d->throughTimeout.setSingleShot(true);
    connect(&d->throughTimeout, &QTimer::timeout, this, [this] {
        endWith({Error::Kind::Timeout,
                 tr("%1 did not reach %2 within %3 seconds.")
                     .arg(d->hop->target().host, m_target.host,
                          QString::number(static_cast<double>(m_options.connectTimeout.count()) /
                                          1000.0))},
                false);
    });
    d->lookupTimeout.setSingleShot(true);
    connect(&d->lookupTimeout, &QTimer::timeout, this, [this] {
        endWith(
            {Error::Kind::Timeout, tr("The name %1 was not resolved in time.").arg(m_target.host)},
            false);
    });
}

Connection::~Connection()
{
    releaseEngine();
}

void Connection::releaseEngine()
{
    if (d->lookup >= 0)
        QHostInfo::abortHostLookup(std::exchange(d->lookup, -1));
    d->lookupTimeout.stop();
    if (d->relay)
        d->relay->detach();
    d->relay.reset();
    d->host.reset();
    d->throughTimeout.stop();
    d->through.reset();
    if (d->hop)
        d->hop->disconnect(this);
    d->hop.reset(); // which ends it, where nobody else uses it
}

void Connection::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

void Connection::start()
{
    if (m_state != State::Idle && m_state != State::Closed)
        return;
    m_lastError.reset();
    m_seen = {};
    m_seen.target = m_target;
    m_seen.options = m_options;
    m_seen.now = QDateTime::currentDateTimeUtc();
    m_transcript.clear();
    m_failedHop.reset();
    m_facts = {};
    m_metrics = {};
    m_banner.clear();
    d->relay = std::make_shared<Relay<Connection>>(this);
    d->wake = std::make_shared<Net::WakeSignal>();
    std::optional<Secret> password;
    if (d->offeredPassword)
        password = std::exchange(d->offeredPassword, std::nullopt);
    d->host = std::make_unique<EngineHost<Engine>>(
        QStringLiteral("ssh"),
        [relay = d->relay, wake = d->wake, target = m_target, options = m_options,
         password = std::move(password)](std::stop_token stop) mutable {
            return std::make_unique<Engine>(std::move(stop), wake, relay, target, options,
                                            std::move(password));
        });
    for (const auto &state : std::exchange(d->waiting, {}))
        d->give(state);
    if (m_options.jumps.empty()) {
        setState(State::Resolving);
        resolve();
    } else {
        setState(State::Jumping);
        jump();
    }
}

void Connection::jump()
{
    if (const auto checked = checkChain(m_target, m_options); !checked) {
        endWith(checked.error(), false);
        return;
    }
    const auto &jumps = m_options.jumps;
    Options options = jumps.back().options;
    options.jumps.assign(jumps.cbegin(), jumps.cend() - 1);
    d->hop = d->hops(jumps.back().target, options);
    connect(d->hop.get(), &Connection::stateChanged, this, &Connection::onHopState);
    connect(d->hop.get(), &Connection::warning, this, &Connection::warning);
    if (d->hop->state() == State::Idle)
        d->hop->start();
    else
        onHopState();
}

std::vector<std::shared_ptr<Connection>> Connection::hops() const
{
    if (!d->hop)
        return {};
    auto all = d->hop->hops();
    all.push_back(d->hop);
    return all;
}

void Connection::onHopState()
{
    if (m_state != State::Jumping || d->through)
        return; // later the stream's end tells
    if (d->hop->state() == State::Ready) {
        goThroughHop();
    } else if (d->hop->state() == State::Closed) {
        const Error closed{Error::Kind::Cancelled,
                           tr("The connection to %1 was closed.").arg(d->hop->target().host)};
        const Error error = d->hop->lastError().value_or(closed);
        if (d->hop->failedHop()) { // before it, and named
            m_failedHop = d->hop->m_failedHop;
            m_hopError = d->hop->m_hopError;
            endWith(error, false);
        } else {
            failAtHop(d->hop->target(), error);
        }
    }
}

void Connection::goThroughHop()
{
    d->throughTime.start();
    d->throughTimeout.start(m_options.connectTimeout);
    d->through = d->hop->openStream({m_target.host, m_target.port});
    connect(d->through.get(), &Channel::failed, this, [this](const Error &error) {
        const auto lost = lostHop();
        failAtHop(lost ? lost->first : d->hop->target(), lost ? lost->second : error);
    });
    connect(d->through.get(), &Channel::opened, this, [this] {
        d->throughTimeout.stop();
        d->host->post(
            [socket = d->through->takeSocket(),
             took = std::chrono::milliseconds(d->throughTime.elapsed())](Engine &engine) mutable {
                engine.connectThrough(std::move(socket), took);
            });
    });
}

void Connection::failAtHop(const Target &hop, const Error &error)
{
    m_failedHop = hop;
    m_hopError = error;
    Error told = error;
    if (error.kind != Error::Kind::Cancelled)
        told.what = tr("At the jump host %1: %2").arg(hop.display(), error.what);
    endWith(told, false);
}

// The hop that took this connection with it: of several the first one that went.
std::optional<std::pair<Target, Error>> Connection::lostHop() const
{
    const auto loss = d->through ? d->through->loss() : std::nullopt;
    if (!loss)
        return std::nullopt;
    if (d->hop->m_failedHop) // it knows already
        return std::pair(*d->hop->m_failedHop, d->hop->m_hopError);
    if (auto before = d->hop->lostHop())
        return before;
    return std::pair(d->hop->target(), *loss);
}

void Connection::resolve()
{
    // RFC 4007: a zone, as in fe80::1%eth0, is part of a literal address.
    QHostAddress literal(m_target.host);
    if (!literal.isNull()) {
        d->host->post([literal](Engine &engine) { engine.connectTo({literal}, {}); });
        return;
    }
    d->lookupTime.start();
    d->lookupTimeout.start(m_options.connectTimeout);
    // As the system does it, on a thread of Qt's.
    d->lookup = QHostInfo::lookupHost(m_target.host, this, [this](const QHostInfo &info) {
        d->lookup = -1;
        d->lookupTimeout.stop();
        if (m_state != State::Resolving)
            return;
        const QList<QHostAddress> addresses = Net::addressesOf(info);
        if (addresses.isEmpty()) {
            endWith({Error::Kind::Network,
                     tr("There is no host of the name %1.").arg(m_target.host), info.errorString()},
                    false);
            return;
        }
        d->host->post([addresses, took = std::chrono::milliseconds(d->lookupTime.elapsed())](
                          Engine &engine) { engine.connectTo(addresses, took); });
    });
}

void Connection::reconnect()
{
    if (m_state != State::Closed)
        close();
    start();
}

void Connection::probe(std::chrono::milliseconds limit)
{
    if (m_state == State::Ready && d->host)
        d->host->post([limit](Engine &engine) { engine.probe(limit); });
}

void Connection::cancel()
{
    if (m_state == State::Idle || m_state == State::Ready || m_state == State::Closing ||
        m_state == State::Closed)
        return;
    endWith({Error::Kind::Cancelled, tr("The connection to %1 was cancelled.").arg(m_target.host)},
            false);
}

void Connection::close()
{
    if (m_state == State::Closed)
        return;
    const auto self = shared_from_this();
    setState(State::Closing);
    releaseEngine();
    dropWaiting(
        {Error::Kind::Cancelled, tr("The connection to %1 was closed.").arg(m_target.host)});
    settleQuestions();
    setState(State::Closed);
}

void Connection::dropWaiting(const Error &error)
{
    for (const auto &state : std::exchange(d->waiting, {}))
        state->relay->post([error](Channel &channel) { Q_EMIT channel.failed(error); });
}

void Connection::settleQuestions()
{
    if (m_hostKeyQuestion)
        Q_EMIT questionSettled(std::exchange(m_hostKeyQuestion, std::nullopt)->id);
    if (m_authQuestion)
        Q_EMIT questionSettled(std::exchange(m_authQuestion, std::nullopt)->id);
}

void Connection::endWith(const Error &reason, bool wasReady)
{
    const auto self = shared_from_this(); // the signals may release the last owner
    Error error = reason;
    if (const auto lost = m_failedHop ? std::nullopt : lostHop()) {
        m_failedHop = lost->first;
        m_hopError = lost->second;
        error = lost->second;
        error.what =
            tr("The jump host %1 was lost: %2").arg(lost->first.display(), lost->second.what);
    }
    m_lastError = error;
    if (!m_seen.error) {
        m_seen.error = error; // before there was anything for the engine to do
        m_transcript.append(
            {{},
             m_seen.reached,
             TranscriptEntry::Direction::Local,
             QStringLiteral("ended: %1 %2").arg(kindName(error.kind), error.detail)});
        if (m_seen.reached == DiagnosisStep::Lookup)
            m_seen.lookup.failure = error.detail.isEmpty() ? error.what : error.detail;
    }
    releaseEngine();
    dropWaiting(error);
    settleQuestions();
    setState(State::Closed);
    if (wasReady)
        Q_EMIT lost(error);
    else
        Q_EMIT failed(error);
}

void Connection::offerPassword(Secret password)
{
    d->offeredPassword = std::move(password);
}

void Connection::answerHostKey(quint64 id, HostKeyAnswer answer)
{
    if (!m_hostKeyQuestion || m_hostKeyQuestion->id != id || !d->host)
        return;
    m_hostKeyQuestion.reset();
    d->host->post([id, answer](Engine &engine) { engine.answerHostKey(id, answer); });
    Q_EMIT questionSettled(id);
}

void Connection::answerAuth(quint64 id, std::vector<Secret> answers)
{
    if (!m_authQuestion || m_authQuestion->id != id || !d->host)
        return;
    m_authQuestion.reset();
    d->host->post([id, answers = std::move(answers)](Engine &engine) mutable {
        engine.answerAuth(id, std::move(answers));
    });
    Q_EMIT questionSettled(id);
}

std::unique_ptr<Channel> Connection::openShell(const ShellRequest &request,
                                               std::shared_ptr<ChannelSink> sink)
{
    auto state = std::make_shared<ChannelState>();
    state->shell = request;
    state->sink = std::move(sink);
    return open(std::move(state));
}

std::unique_ptr<Channel> Connection::exec(const ExecRequest &request,
                                          std::shared_ptr<ChannelSink> sink)
{
    auto state = std::make_shared<ChannelState>();
    state->kind = ChannelState::Kind::Command;
    state->command = request;
    state->sink = std::move(sink);
    return open(std::move(state));
}

std::unique_ptr<Channel> Connection::openStream(const StreamRequest &request)
{
    auto state = std::make_shared<ChannelState>();
    state->kind = ChannelState::Kind::Stream;
    state->stream = request;
    auto [near, far] = Net::socketPair();
    state->socket = std::move(far);
    auto channel = open(std::move(state));
    channel->m_socket = std::move(near);
    return channel;
}

std::unique_ptr<Channel> Connection::open(std::shared_ptr<ChannelState> state)
{
    state->forwardAgent = m_options.forwardAgent && state->kind != ChannelState::Kind::Stream;
    std::unique_ptr<Channel> channel(new Channel(shared_from_this(), state));
    if (d->host) {
        d->give(state);
    } else if (m_state == State::Closed) {
        state->relay->post([error = m_lastError.value_or(
                                Error{Error::Kind::Cancelled,
                                      tr("The connection to %1 was closed.").arg(m_target.host)})](
                               Channel &failed) { Q_EMIT failed.failed(error); });
    } else {
        d->waiting.push_back(std::move(state));
    }
    return channel;
}

} // namespace Portolan::Ssh
