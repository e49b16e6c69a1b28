// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/foreignloop.h"
#include "core/runtime/relay.h"
#include "core/ssh/attemptrecord.h"
#include "core/ssh/connection.h"
#include "core/ssh/engine/authflow.h"
#include "core/ssh/engine/dial.h"
#include "core/ssh/engine/enginechannel.h"
#include "core/ssh/engine/handles.h"
#include "core/ssh/keys/knownhosts.h"

#include <QCoreApplication>

#include <libssh/callbacks.h>

#include <chrono>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace Portolan::Ssh {

// The worker of one Connection: one session of libssh with its event loop, on one thread, touched
// nowhere else. Every call of libssh is non-blocking and made outside of libssh's own poll. After
// the stop token fires it says goodbye to the server (SSH_MSG_DISCONNECT) and returns.
class Engine final : public ForeignLoop, private AuthSurroundings
{
    Q_DECLARE_TR_FUNCTIONS(Portolan::Ssh)
public:
    Engine(std::stop_token stop, std::shared_ptr<Net::WakeSignal> wake,
           std::shared_ptr<Relay<Connection>> relay, const Target &target, const Options &options,
           std::optional<Secret> offeredPassword);
    ~Engine() override;

    void run(std::stop_token stop, const std::function<void()> &drainCalls) override;
    void wake() override;

    void connectTo(const QList<QHostAddress> &addresses, std::chrono::milliseconds resolveTime);
    // By a stream that a host on the way opened, which took `connectTime`.
    void connectThrough(Net::OwnedSocket socket, std::chrono::milliseconds connectTime);
    void answerHostKey(quint64 id, HostKeyAnswer answer);
    void answerAuth(quint64 id, std::vector<Secret> answers);
    void addChannel(std::shared_ptr<ChannelState> state);
    // Asks the server now whether it is there; without an answer in time it counts as lost.
    void probe(std::chrono::milliseconds limit);

private:
    using Clock = std::chrono::steady_clock;
    using State = Connection::State;

    quint64 ask(AuthQuestion question) override;
    void warn(const QString &sentence) override;
    void tried(AttemptFacts attempt) override;
    std::function<void()> waker() override;

    void advance();
    void advanceDial();
    void startSession(Dial::Connected connected);
    void advanceKeyExchange();
    void checkHostKey();
    void startLogin();
    void advanceLogin();
    void becomeReady();
    void advanceReady();
    void advanceKeepalive(Clock::time_point now);
    void endKeepalive();
    [[nodiscard]] Clock::time_point keepaliveDeadline() const;
    void forwardAgent(ssh_channel channel);
    void reportMetrics(Clock::time_point now);
    void wait();
    void fail(const Error &error);
    void recordLogin();
    void publish();
    void setState(State state);
    void giveTime(std::chrono::milliseconds limit);
    void endSession();
    [[nodiscard]] bool isSessionBroken() const;
    [[nodiscard]] Result<> applyOptions();
    [[nodiscard]] QString preferredHostKeys() const;
    [[nodiscard]] QString knownHostsFile() const;
    [[nodiscard]] QString knownName() const;
    [[nodiscard]] quint16 knownPort() const;
    [[nodiscard]] QString nameOfHost() const;

    static ssh_channel onAgentRequest(ssh_session session, void *self);
    static int onMessage(ssh_session session, ssh_message message, void *self);
    static void onLog(int priority, const char *function, const char *text, void *self);
    static int onWake(socket_t socket, int events, void *self);

    const std::stop_token m_stop;
    const std::shared_ptr<Net::WakeSignal> m_wake;
    const std::shared_ptr<Relay<Connection>> m_relay;
    const Target m_target;
    const Options m_options;
    std::optional<Secret> m_offeredPassword;

    State m_state = State::Idle;
    bool m_turnAgain = false;
    Clock::time_point m_deadline = Clock::time_point::max();
    std::chrono::milliseconds m_limit{};
    Clock::time_point m_stepStarted;

    std::unique_ptr<Dial> m_dial;
    SessionHandle m_session;
    EventHandle m_event; // after the session: it must go first
    bool m_inEvent = false;
    ssh_counter_struct m_counter{};
    ssh_callbacks_struct m_callbacks{};
    std::vector<ssh_channel> m_agentRequests; // opened by the server, not yet joined
    SessionFacts m_facts;
    KnownHosts m_knownHosts;
    QByteArray m_hostKey;
    QByteArray m_hostKeyType;
    quint64 m_nextQuestion = 1;
    quint64 m_hostKeyQuestion = 0;
    std::unique_ptr<AuthFlow> m_login;
    QString m_bannerShown;
    std::vector<std::unique_ptr<EngineChannel>> m_channels;
    std::vector<std::shared_ptr<ChannelState>> m_waitingChannels;

    AttemptRecord m_record;
    Metrics m_metrics;
    Clock::time_point m_readySince;
    Clock::time_point m_nextMetrics;
    Clock::time_point m_nextKeepalive;
    Clock::time_point m_keepaliveSentAt;
    std::optional<Clock::time_point> m_probeUntil;
    bool m_keepalivePending = false;
    bool m_keepaliveAnswered = false;
    int m_newKeys = 0;
    QString m_firstWords; // see toError()
};

} // namespace Portolan::Ssh
