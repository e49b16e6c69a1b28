// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssh/engine/engine.h"

#include "core/ssh/algorithms.h"
#include "core/ssh/errors.h"
#include "core/ssh/words.h"

#include <openssl/crypto.h>

#include <libssh/server.h> // ssh_send_keepalive() is declared there

#include <QDir>
#include <QRegularExpression>

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#endif

#include <algorithm>
#include <cstring>

namespace Portolan::Ssh {

namespace {

constexpr std::chrono::seconds kMetricsInterval{1};
constexpr std::chrono::milliseconds kFirstKeepalive{1000};
constexpr std::chrono::milliseconds kLongestWait{60'000};
// libssh's log levels: at 2 it tells of new keys, at 3 of replies to global requests, and of every
// packet besides.
constexpr std::size_t kMostAgentRequests = 16; // that one turn joins
constexpr int kLegacyRsaBits = 1024;
constexpr int kLogNewKeys = 2;
constexpr int kLogReplies = 3; // also of a disconnect by the server
constexpr int kLogErrors = 4;

// What a shell at either end could take for more than a name is none (valid_ruser() of OpenSSH's
// ssh.c). libssh 0.10.6 checks so only since a security update of Debian's.
bool isUserName(const QString &name)
{
    static const QRegularExpression noName(
        QStringLiteral("^-|[\\x00-\\x1f\\x7f'`\";&<>|(){}]|\\s-|\\\\$"));
    return !noName.match(name).hasMatch();
}

template<typename Duration>
std::chrono::milliseconds toMilliseconds(Duration duration)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(duration);
}

QString fromC(const char *text)
{
    return text ? QString::fromUtf8(text) : QString();
}

std::optional<quint64> retransmitsOf([[maybe_unused]] socket_t socket)
{
#ifdef Q_OS_LINUX
    tcp_info info{};
    socklen_t length = sizeof(info);
    if (::getsockopt(socket, IPPROTO_TCP, TCP_INFO, &info, &length) == 0)
        return info.tcpi_total_retrans;
#endif
    return std::nullopt;
}

// A banner may have many lines (RFC 4252, section 5.4); everything else that could act on a
// terminal or a label is taken out.
QString plainText(const QString &text)
{
    QStringList lines;
    const auto parts = text.left(64 * 1024).split(QLatin1Char('\n'));
    for (const QString &line : parts)
        lines.append(plainLine(line, 1000));
    while (!lines.isEmpty() && lines.last().isEmpty())
        lines.removeLast();
    return lines.join(QLatin1Char('\n'));
}

} // namespace

Engine::Engine(std::stop_token stop, std::shared_ptr<Net::WakeSignal> wake,
               std::shared_ptr<Relay<Connection>> relay, const Target &target,
               const Options &options, std::optional<Secret> offeredPassword)
    : m_stop(std::move(stop))
    , m_wake(std::move(wake))
    , m_relay(std::move(relay))
    , m_target(target)
    , m_options(options)
    , m_offeredPassword(std::move(offeredPassword))
    , m_record(target, options)
{
}

Engine::~Engine()
{
    endSession();
}

void Engine::wake()
{
    m_wake->signal();
}

std::function<void()> Engine::waker()
{
    return [wake = m_wake] { wake->signal(); };
}

void Engine::run(std::stop_token stop, const std::function<void()> &drainCalls)
{
    // Thread-local in libssh, so each engine hears only its own session.
    ssh_set_log_userdata(this);
    ssh_set_log_callback(&Engine::onLog);
    // Until the login is done, to keep the first of several errors.
    ssh_set_log_level(kLogErrors);
    while (!stop.stop_requested()) {
        m_turnAgain = false;
        drainCalls();
        advance();
        publish();
        wait();
    }
    const Error ended{Error::Kind::Cancelled,
                      tr("The connection to %1 was closed.").arg(nameOfHost())};
    for (const auto &channel : m_channels)
        channel->connectionLost(ended);
    for (const auto &state : std::exchange(m_waitingChannels, {}))
        state->relay->post([ended](Channel &channel) { Q_EMIT channel.failed(ended); });
    endSession();
    // OpenSSL's state of this thread; its own clean-up runs only after others see the thread ended.
    OPENSSL_thread_stop();
}

QString Engine::nameOfHost() const
{
    return m_target.host;
}

void Engine::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    m_relay->post([state](Connection &connection) { connection.setState(state); });
}

void Engine::giveTime(std::chrono::milliseconds limit)
{
    m_limit = limit;
    m_stepStarted = Clock::now();
    m_deadline = m_stepStarted + limit;
}

void Engine::connectTo(const QList<QHostAddress> &addresses, std::chrono::milliseconds resolveTime)
{
    m_facts.resolveTime = resolveTime;
    m_facts.user = m_target.user;
    m_record.noteLookup(addresses, resolveTime);
    setState(State::Connecting);
    m_dial = std::make_unique<Dial>(nameOfHost(), addresses, m_target.port,
                                    m_options.connectTimeout, Clock::now());
}

void Engine::connectThrough(Net::OwnedSocket socket, std::chrono::milliseconds connectTime)
{
    m_facts.user = m_target.user;
    m_record.noteThrough(m_options.jumps.back().target.display(), connectTime);
    setState(State::Connecting);
    m_dial = std::make_unique<Dial>(nameOfHost(), m_target.port, std::move(socket), connectTime,
                                    m_options.connectTimeout, Clock::now());
    m_turnAgain = true;
}

void Engine::advance()
{
    switch (m_state) {
    case State::Connecting:
        advanceDial();
        break;
    case State::KeyExchange:
        advanceKeyExchange();
        break;
    case State::Authenticating:
        advanceLogin();
        break;
    case State::HostKey:
        if (isSessionBroken())
            fail(toError(m_session.get(), nameOfHost(), m_firstWords));
        break;
    case State::Ready:
        advanceReady();
        break;
    case State::Idle:
    case State::Jumping:
    case State::Resolving:
    case State::Closing:
    case State::Closed:
        break;
    }
    if (Clock::now() >= m_deadline) {
        const auto seconds = QString::number(static_cast<double>(m_limit.count()) / 1000.0);
        fail({Error::Kind::Timeout,
              m_state == State::KeyExchange
                  ? tr("%1 did not agree on keys within %2 seconds.").arg(nameOfHost(), seconds)
                  : tr("%1 did not answer the login within %2 seconds.")
                        .arg(nameOfHost(), seconds)});
    }
}

void Engine::advanceDial()
{
    const bool wasConnected = m_dial->isConnected();
    auto result = m_dial->advance(Clock::now());
    if (!wasConnected)
        m_record.noteAddresses(m_dial->addresses(), m_dial->isConnected());
    if (!result)
        return;
    m_record.noteBanner(m_dial->banner());
    m_dial.reset();
    if (*result)
        startSession(std::move(**result));
    else
        fail(result->error());
}

Result<> Engine::applyOptions()
{
    const ssh_session session = m_session.get();
    const auto set = [&](ssh_options_e option, const QString &value) {
        return value.isEmpty() || ssh_options_set(session, option, value.toUtf8().constData()) == 0;
    };
    const bool no = false;
    // libssh would run commands that ssh_config names, and ignore half of the rest.
    ssh_options_set(session, SSH_OPTIONS_PROCESS_CONFIG, &no);
    // Host keys are judged here (knownhosts.h); libssh's own reading of the files only confuses.
    set(SSH_OPTIONS_KNOWNHOSTS, QStringLiteral("/dev/null"));
    set(SSH_OPTIONS_GLOBAL_KNOWNHOSTS, QStringLiteral("/dev/null"));
    if (!set(SSH_OPTIONS_HOST, m_target.host.section(QLatin1Char('%'), 0, 0)))
        return failure(Error::Kind::Usage, tr("%1 is not a valid host name.").arg(m_target.host));
    if (!isUserName(m_target.user) || !set(SSH_OPTIONS_USER, m_target.user))
        return failure(Error::Kind::Usage, tr("%1 is not a valid user name.").arg(m_target.user));
    const auto choice = m_options.legacy ? withLegacy(m_options.algorithms) : m_options.algorithms;
    if (auto applied = applyAlgorithms(session, choice, preferredHostKeys()); !applied)
        return applied;
    if (m_options.legacy) {
        ssh_options_set(session, SSH_OPTIONS_RSA_MIN_SIZE, &kLegacyRsaBits);
    }
    set(SSH_OPTIONS_COMPRESSION,
        m_options.compression ? QStringLiteral("yes") : QStringLiteral("no"));
    const uint64_t rekeyBytes = m_options.rekeyBytes;
    if (rekeyBytes > 0)
        ssh_options_set(session, SSH_OPTIONS_REKEY_DATA, &rekeyBytes);
    const auto rekeySeconds = static_cast<uint32_t>(m_options.rekeyAfter.count());
    if (rekeySeconds > 0)
        ssh_options_set(session, SSH_OPTIONS_REKEY_TIME, &rekeySeconds);
    return {};
}

void Engine::startSession(Dial::Connected connected)
{
    m_facts.connectTime = connected.connectTime;
    m_facts.serverBanner = connected.identification;
    m_facts.address = connected.address.toString(); // empty behind a host on the way
    m_record.begin(DiagnosisStep::KeyExchange);
    setState(State::KeyExchange);
    giveTime(m_options.loginTimeout);

    auto known = KnownHosts::read(QStringList{knownHostsFile()} + m_options.globalKnownHostsFiles);
    if (!known) {
        fail(known.error());
        return;
    }
    m_knownHosts = std::move(*known);
    m_session.reset(ssh_new());
    if (const auto applied = applyOptions(); !applied) {
        fail(applied.error());
        return;
    }
    ssh_set_counters(m_session.get(), &m_counter, nullptr);
    // Unanswered messages of the server would pile up inside libssh without a limit.
    ssh_set_message_callback(m_session.get(), &Engine::onMessage, this);
    if (m_options.forwardAgent) {
        ssh_callbacks_init(&m_callbacks);
        m_callbacks.userdata = this;
        m_callbacks.channel_open_request_auth_agent_function = &Engine::onAgentRequest;
        ssh_set_callbacks(m_session.get(), &m_callbacks);
    }
    ssh_set_blocking(m_session.get(), 0);
    const socket_t socket = connected.socket.release(); // libssh closes it
    ssh_options_set(m_session.get(), SSH_OPTIONS_FD, &socket);
    m_event.reset(ssh_event_new());
    ssh_event_add_fd(m_event.get(), m_wake->readEnd(), POLLIN, &Engine::onWake, this);
    advanceKeyExchange();
}

void Engine::advanceKeyExchange()
{
    if (!m_session)
        return;
    const int reply = ssh_connect(m_session.get());
    // libssh makes the socket blocking when it takes it over, and a full send buffer would then
    // hold this thread. It writes only after POLLOUT, so that EAGAIN does not reach it.
    if (const socket_t socket = ssh_get_fd(m_session.get()); socket != SSH_INVALID_SOCKET)
        Net::setNonBlocking(socket);
    if (reply == SSH_AGAIN) {
        // Only after the first call is there anything to poll for.
        if (!std::exchange(m_inEvent, true))
            ssh_event_add_session(m_event.get(), m_session.get());
        return;
    }
    if (reply != SSH_OK) {
        fail(toError(m_session.get(), nameOfHost(), m_firstWords));
        return;
    }
    m_deadline = Clock::time_point::max();
    m_facts.keyExchangeTime = toMilliseconds(Clock::now() - m_stepStarted);
    m_record.noteExchange(m_facts.keyExchangeTime);
    m_facts.keyExchange = fromC(ssh_get_kex_algo(m_session.get()));
    m_facts.cipherIn = fromC(ssh_get_cipher_in(m_session.get()));
    m_facts.cipherOut = fromC(ssh_get_cipher_out(m_session.get()));
    const auto mac = [](const char *name) {
        const QString text = fromC(name);
        return text.startsWith(QLatin1String("aead")) ? QString() : text;
    };
    m_facts.macIn = mac(ssh_get_hmac_in(m_session.get()));
    m_facts.macOut = mac(ssh_get_hmac_out(m_session.get()));
    checkHostKey();
}

void Engine::tried(AttemptFacts attempt)
{
    m_record.addAttempt(std::move(attempt));
    recordLogin();
}

void Engine::recordLogin()
{
    if (!m_login)
        return;
    LoginFacts &seen = m_record.facts.login;
    seen.methodsLeft = m_login->methodsLeft();
    if (seen.methodsOffered.isEmpty())
        seen.methodsOffered = seen.methodsLeft;
    seen.succeeded = m_login->succeeded();
    seen.agentKeysLeftOut = m_login->agentKeysLeftOut();
    m_record.touch();
}

// At the end of each turn, and before the connection hears of the end.
void Engine::publish()
{
    auto entries = m_record.takeEntries();
    if (!m_record.takeChanged() && entries.isEmpty())
        return;
    m_relay->post([entries = std::move(entries), facts = m_record.facts](Connection &connection) {
        for (const TranscriptEntry &entry : entries)
            connection.m_transcript.append(entry);
        connection.m_seen = facts;
    });
}

void Engine::startLogin()
{
    m_record.beginLogin(m_offeredPassword.has_value());
    setState(State::Authenticating);
    giveTime(m_options.loginTimeout);
    AuthSurroundings &around = *this;
    m_login =
        std::make_unique<AuthFlow>(m_session.get(), m_target, m_options,
                                   std::exchange(m_offeredPassword, std::nullopt), around, m_stop);
    m_turnAgain = true;
}

quint64 Engine::ask(AuthQuestion question)
{
    question.id = m_nextQuestion++;
    m_deadline = Clock::time_point::max(); // a person may think
    m_relay->post([question](Connection &connection) {
        connection.m_authQuestion = question;
        Q_EMIT connection.authQuestion(question);
    });
    return question.id;
}

void Engine::warn(const QString &sentence)
{
    m_relay->post([sentence](Connection &connection) { Q_EMIT connection.warning(sentence); });
}

void Engine::answerAuth(quint64 id, std::vector<Secret> answers)
{
    if (!m_login)
        return;
    m_login->answer(id, std::move(answers));
    if (!m_login->isWaitingForPerson())
        m_deadline = Clock::now() + m_limit;
}

void Engine::advanceLogin()
{
    const auto outcome = m_login->advance();
    if (char *text = ssh_get_issue_banner(m_session.get())) {
        const QString banner = plainText(QString::fromUtf8(text));
        ssh_string_free_char(text);
        if (!banner.isEmpty() && banner != m_bannerShown) {
            m_bannerShown = banner;
            m_record.noteLoginBanner(banner);
            m_relay->post([banner](Connection &connection) {
                connection.m_banner = banner;
                Q_EMIT connection.banner(banner);
            });
        }
    }
    if (outcome && *outcome)
        becomeReady();
    else if (outcome)
        fail(outcome->error());
    else if (isSessionBroken())
        fail(toError(m_session.get(), nameOfHost(), m_firstWords));
}

void Engine::becomeReady()
{
    m_deadline = Clock::time_point::max();
    m_facts.loginTime = toMilliseconds(Clock::now() - m_stepStarted);
    m_facts.authMethods = m_login->succeeded();
    recordLogin();
    m_record.noteReady(m_facts.authMethods, m_facts.loginTime);
    m_login.reset();
    m_readySince = Clock::now();
    m_nextMetrics = m_readySince;
    // The first one soon: it is also what measures the round-trip time.
    m_nextKeepalive =
        m_readySince + std::min<Clock::duration>(m_options.keepaliveInterval, kFirstKeepalive);
    m_relay->post([facts = m_facts](Connection &connection) { connection.m_facts = facts; });
    ssh_set_log_level(kLogNewKeys);
    setState(State::Ready);
    m_relay->post([](Connection &connection) { Q_EMIT connection.ready(); });
    for (auto &state : std::exchange(m_waitingChannels, {}))
        addChannel(std::move(state));
}

void Engine::addChannel(std::shared_ptr<ChannelState> state)
{
    if (m_state == State::Ready)
        m_channels.push_back(std::make_unique<EngineChannel>(m_session.get(), m_event.get(),
                                                             std::move(state), nameOfHost()));
    else
        m_waitingChannels.push_back(std::move(state));
    m_turnAgain = true;
}

// OpenSSH's PROTOCOL.agent, section 4: a channel that the server opens leads to our agent.
ssh_channel Engine::onAgentRequest(ssh_session session, void *self)
{
    auto &engine = *static_cast<Engine *>(self);
    if (engine.m_agentRequests.size() >= kMostAgentRequests)
        return nullptr;
    const ssh_channel channel = ssh_channel_new(session);
    if (channel)
        engine.m_agentRequests.push_back(channel);
    engine.m_turnAgain = true;
    return channel;
}

void Engine::forwardAgent(ssh_channel channel)
{
    auto state = std::make_shared<ChannelState>();
    state->kind = ChannelState::Kind::Stream;
    state->relay = std::make_shared<Relay<Channel>>(nullptr); // nobody holds a handle
    state->socket =
        connectAgent(m_options.agentSocket.isEmpty() ? qEnvironmentVariable("SSH_AUTH_SOCK")
                                                     : m_options.agentSocket);
    // Without an agent the channel ends at once, as it is ended by the socket's closing.
    m_channels.push_back(std::make_unique<EngineChannel>(m_session.get(), m_event.get(),
                                                         std::move(state), nameOfHost(), channel));
}

void Engine::advanceReady()
{
    for (const ssh_channel channel : std::exchange(m_agentRequests, {}))
        forwardAgent(channel);
    for (std::size_t i = 0; i < m_channels.size();) {
        if (m_channels[i]->advance())
            ++i;
        else
            m_channels.erase(m_channels.begin() + static_cast<std::ptrdiff_t>(i));
    }
    m_turnAgain = m_turnAgain || std::any_of(m_channels.cbegin(), m_channels.cend(),
                                             [](const auto &c) { return c->hasNews(); });
    if (isSessionBroken()) {
        fail(toError(m_session.get(), nameOfHost(), m_firstWords));
        return;
    }
    const auto now = Clock::now();
    advanceKeepalive(now);
    if (m_state == State::Ready && now >= m_nextMetrics)
        reportMetrics(now);
}

// RFC 4254, section 4: a global request that nobody knows is answered with a failure, which is all
// that is needed. libssh has one slot for global requests, which the call that finds the answer
// empties: the first one, where the answer comes while it is still at work, else a second one. A
// call too many would send a request whose answer nobody takes, and all later ones would not go
// out.
void Engine::advanceKeepalive(Clock::time_point now)
{
    if (m_options.keepaliveInterval.count() <= 0 && !m_probeUntil)
        return;
    if (m_keepalivePending && m_keepaliveAnswered) {
        ssh_send_keepalive(m_session.get()); // takes the answer, sends nothing
        endKeepalive();
    }
    const auto lostAt = keepaliveDeadline();
    if (m_keepalivePending && now >= lostAt) {
        fail({Error::Kind::Timeout,
              tr("%1 has not answered for %2 seconds. The connection is lost.")
                  .arg(nameOfHost(),
                       QString::number(
                           static_cast<double>(toMilliseconds(now - m_keepaliveSentAt).count()) /
                               1000.0,
                           'f', 1))});
        return;
    }
    const bool isDue = m_options.keepaliveInterval.count() > 0 && now >= m_nextKeepalive;
    if (!m_keepalivePending && (m_probeUntil || isDue)) {
        m_keepalivePending = true;
        m_keepaliveAnswered = false;
        m_keepaliveSentAt = now;
        m_nextKeepalive = now + m_options.keepaliveInterval;
        ssh_set_log_level(kLogReplies);
        ssh_send_keepalive(m_session.get());
        ++m_metrics.keepalivesSent;
        if (m_keepaliveAnswered)
            endKeepalive();
    }
}

Engine::Clock::time_point Engine::keepaliveDeadline() const
{
    auto lostAt = Clock::time_point::max();
    if (m_options.keepaliveInterval.count() > 0)
        lostAt = m_keepaliveSentAt + m_options.keepaliveInterval * m_options.keepaliveCountMax;
    return m_probeUntil ? std::min(lostAt, *m_probeUntil) : lostAt;
}

void Engine::probe(std::chrono::milliseconds limit)
{
    if (m_state != State::Ready)
        return;
    m_probeUntil = Clock::now() + limit;
    m_turnAgain = true;
}

void Engine::endKeepalive()
{
    m_probeUntil.reset();
    ssh_set_log_level(kLogNewKeys);
    m_keepalivePending = false;
    ++m_metrics.keepalivesAnswered;
}

void Engine::reportMetrics(Clock::time_point now)
{
    m_nextMetrics = now + kMetricsInterval;
    m_metrics.sessionLength = std::chrono::duration_cast<std::chrono::seconds>(now - m_readySince);
    m_metrics.rekeys = static_cast<quint64>(std::max(0, m_newKeys - 1));
    m_metrics.bytesIn = m_counter.in_bytes;
    m_metrics.bytesOut = m_counter.out_bytes;
    m_metrics.retransmits = retransmitsOf(ssh_get_fd(m_session.get()));
    m_metrics.channels = static_cast<int>(m_channels.size());
    m_relay->post([metrics = m_metrics](Connection &connection) {
        connection.m_metrics = metrics;
        Q_EMIT connection.metrics(metrics);
    });
}

bool Engine::isSessionBroken() const
{
    return m_session && ((ssh_get_status(m_session.get()) & (SSH_CLOSED | SSH_CLOSED_ERROR)) != 0 ||
                         ssh_is_connected(m_session.get()) == 0);
}

void Engine::wait()
{
    auto until = m_deadline;
    if (m_dial)
        until = std::min(until, m_dial->wakeAt());
    if (m_state == State::Ready) {
        until = std::min(until, m_nextMetrics);
        if (m_keepalivePending)
            until = std::min(until, keepaliveDeadline());
        else if (m_options.keepaliveInterval.count() > 0)
            until = std::min(until, m_nextKeepalive);
    }
    const auto now = Clock::now();
    auto limit = kLongestWait;
    if (until < now + kLongestWait)
        limit = std::max(std::chrono::milliseconds(0),
                         std::chrono::ceil<std::chrono::milliseconds>(until - now));
    if (m_turnAgain)
        limit = std::chrono::milliseconds(0);
    const int timeout = static_cast<int>(limit.count());
    if (m_event) {
        ssh_event_dopoll(m_event.get(), timeout);
        return;
    }
    std::vector<pollfd> polled(1);
    polled[0].fd = m_wake->readEnd();
    polled[0].events = POLLIN;
    if (m_dial)
        m_dial->addTo(polled);
#ifdef Q_OS_WIN
    ::WSAPoll(polled.data(), static_cast<ULONG>(polled.size()), timeout);
#else
    ::poll(polled.data(), polled.size(), timeout);
#endif
    m_wake->clear();
}

int Engine::onWake(socket_t, int, void *self)
{
    // May run inside a call of libssh that polls for itself: the turn after that must not wait.
    auto &engine = *static_cast<Engine *>(self);
    engine.m_wake->clear();
    engine.m_turnAgain = true;
    return SSH_OK;
}

int Engine::onMessage(ssh_session, ssh_message message, void *)
{
    ssh_message_reply_default(message);
    return 0;
}

void Engine::onLog(int, const char *, const char *text, void *self)
{
    auto &engine = *static_cast<Engine *>(self);
    if (engine.m_state != State::Ready)
        engine.m_record.hear(text);
    // The text begins with the name of the function.
    if (std::strstr(text, "Received SSH_MSG_NEWKEYS")) {
        ++engine.m_newKeys;
    } else if (engine.m_firstWords.isEmpty() && (std::strstr(text, "no match for method") ||
                                                 std::strstr(text, "SSH_MSG_DISCONNECT"))) {
        engine.m_firstWords = QString::fromUtf8(text);
    } else if (engine.m_keepalivePending && !engine.m_keepaliveAnswered &&
               (std::strstr(text, "Received SSH_REQUEST_FAILURE") ||
                std::strstr(text, "Received SSH_REQUEST_SUCCESS"))) {
        engine.m_keepaliveAnswered = true;
        engine.m_turnAgain = true;
        engine.m_metrics.rttMs =
            std::chrono::duration<double, std::milli>(Clock::now() - engine.m_keepaliveSentAt)
                .count();
    }
}

void Engine::fail(const Error &error)
{
    const bool wasReady = m_state == State::Ready;
    if (m_login) {
        m_login->noteEnd();
        recordLogin();
    }
    m_record.end(error);
    publish();
    m_deadline = Clock::time_point::max();
    m_state = State::Closed;
    for (const auto &channel : m_channels)
        channel->connectionLost(error);
    for (const auto &state : std::exchange(m_waitingChannels, {}))
        state->relay->post([error](Channel &channel) { Q_EMIT channel.failed(error); });
    endSession();
    m_relay->post(
        [error, wasReady](Connection &connection) { connection.endWith(error, wasReady); });
}

void Engine::endSession()
{
    m_dial.reset();
    m_channels.clear();
    m_login.reset();
    if (m_session) {
        // libssh sends only after a poll has told it that it may: without these turns the goodbye
        // would stay in its buffer. A server that does not read gets none.
        for (int turn = 0; m_inEvent && !isSessionBroken() && turn < 4; ++turn)
            ssh_event_dopoll(m_event.get(), 0);
        if (std::exchange(m_inEvent, false))
            ssh_event_remove_session(m_event.get(), m_session.get());
        if (m_event)
            ssh_event_remove_fd(m_event.get(), m_wake->readEnd());
        // A socket that came by SSH_OPTIONS_FD is left to its giver, unless an error closed it.
        const Net::OwnedSocket socket(ssh_get_fd(m_session.get()));
        ssh_disconnect(m_session.get());
        m_session.reset();
    }
    m_event.reset();
}

} // namespace Portolan::Ssh
