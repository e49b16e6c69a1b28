// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/secret.h"
#include "core/ssh/channel.h"
#include "core/ssh/diagnosis/diagnosisfacts.h"
#include "core/ssh/prompts.h"
#include "core/ssh/target.h"

#include <QHash>
#include <QObject>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace Portolan::Ssh {

class Engine;

// What was agreed with the server; valid from HostKey on.
struct SessionFacts
{
    QString serverBanner; // "SSH-2.0-OpenSSH_9.2p1 Debian-2"
    QString address;      // the IP address that answered
    QString keyExchange;
    QString cipherIn;
    QString cipherOut;
    QString macIn; // empty with an AEAD cipher
    QString macOut;
    QString hostKeyType;
    int hostKeyBits = 0;
    QString hostKeySha256;
    QString user;
    QStringList authMethods; // in the order in which they succeeded
    std::chrono::milliseconds resolveTime{};
    std::chrono::milliseconds connectTime{};
    std::chrono::milliseconds keyExchangeTime{};
    std::chrono::milliseconds loginTime{}; // with the waiting for answers
};

struct Metrics
{
    std::optional<double> rttMs; // of the last answered keepalive
    std::chrono::seconds sessionLength{};
    quint64 keepalivesSent = 0;
    quint64 keepalivesAnswered = 0;
    quint64 rekeys = 0; // without the first key exchange
    quint64 bytesIn = 0;
    quint64 bytesOut = 0;
    std::optional<quint64> retransmits; // TCP segments, where the system tells
    int channels = 0;
};

// One SSH connection: the handle of an engine that works on a thread of its own. Lives on the
// thread that made it (the GUI's, or the CLI's main thread, with a Qt event loop); all methods and
// signals are there. Shared by everything that asks ConnectionPool for equal target and options;
// the last owner's release closes it cleanly, without blocking.
//
// start() -> Resolving ... Ready; on the way hostKeyQuestion() and authQuestion() may come, and
// each failure ends in failed() with one sentence for a person. After Ready the end is lost() or
// Closed by release. After failed() or lost(), reconnect() begins again with the same options.
// Never: reads ssh_config, runs a command, keeps a password after it was used.
// Sources: RFC 4251-4254, 4256, 8308, 8332; OpenSSH's PROTOCOL and sshd(8) for known_hosts.
class Connection : public QObject, public std::enable_shared_from_this<Connection>
{
    Q_OBJECT
public:
    enum class State {
        Idle,
        Jumping, // waits for the hosts on the way; see hops()
        Resolving,
        Connecting,
        KeyExchange,
        HostKey,
        Authenticating,
        Ready,
        Closing,
        Closed,
    };
    Q_ENUM(State)

    // Where the connections to the hosts on the way come from: a pool, or made for this one.
    using Source = std::function<std::shared_ptr<Connection>(const Target &, const Options &)>;

    // Outside a pool. Call start() once.
    [[nodiscard]] static std::shared_ptr<Connection>
    create(const Target &target, const Options &options, Source hops = &Connection::createAlone);
    ~Connection() override;

    void start();
    // After failed() or lost(), or in Closed. Channels of before stay closed.
    void reconnect();
    // While Ready: asks now whether the server is there; without an answer in time it is lost().
    // For whoever knows that the network went away, as in a computer's sleep.
    void probe(std::chrono::milliseconds limit = std::chrono::seconds(3));
    // Before Ready: ends in failed() with Cancelled. Idempotent.
    void cancel();
    // Ends the connection for all who share it: Closing, then Closed.
    void close();

    void answerHostKey(quint64 id, HostKeyAnswer answer);
    // As many answers as prompts. An empty vector declines: the next method is tried.
    void answerAuth(quint64 id, std::vector<Secret> answers);
    // A password known beforehand (typed in quick connect, from the keychain): used for the first
    // password prompt instead of a question. Before start().
    void offerPassword(Secret password);

    [[nodiscard]] std::unique_ptr<Channel> openShell(const ShellRequest &request,
                                                     std::shared_ptr<ChannelSink> sink);
    [[nodiscard]] std::unique_ptr<Channel> exec(const ExecRequest &request,
                                                std::shared_ptr<ChannelSink> sink);
    // A connection from the server onwards; its bytes are at Channel::takeSocket().
    [[nodiscard]] std::unique_ptr<Channel> openStream(const StreamRequest &request);

    // The connections to the hosts on the way, from the one that is reached directly; between
    // start() and the end. Each asks its own questions: answer them there. Others may use them too.
    [[nodiscard]] std::vector<std::shared_ptr<Connection>> hops() const;
    // The host on the way that was the reason for failed() or lost(), if one was.
    [[nodiscard]] const std::optional<Target> &failedHop() const { return m_failedHop; }

    [[nodiscard]] const Target &target() const { return m_target; }
    [[nodiscard]] const Options &options() const { return m_options; }
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const SessionFacts &sessionFacts() const { return m_facts; }
    [[nodiscard]] const Metrics &lastMetrics() const { return m_metrics; }
    // What the server said before the login (RFC 4252, section 5.4).
    [[nodiscard]] const QString &bannerText() const { return m_banner; }
    // For those who come to a connection that already waits for an answer.
    [[nodiscard]] const std::optional<HostKeyQuestion> &openHostKeyQuestion() const
    {
        return m_hostKeyQuestion;
    }
    [[nodiscard]] const std::optional<AuthQuestion> &openAuthQuestion() const
    {
        return m_authQuestion;
    }
    // Why it is not connected, after failed() or lost().
    [[nodiscard]] const std::optional<Error> &lastError() const { return m_lastError; }
    // What this attempt, or the last one, saw step by step: the beginning of a diagnosis
    // (DiagnosisProbe::complete()), and as text. Both grow until Ready or the end.
    [[nodiscard]] const DiagnosisFacts &seen() const { return m_seen; }
    [[nodiscard]] const Transcript &transcript() const { return m_transcript; }

Q_SIGNALS:
    void stateChanged(Portolan::Ssh::Connection::State state);
    void hostKeyQuestion(const Portolan::Ssh::HostKeyQuestion &question);
    void authQuestion(const Portolan::Ssh::AuthQuestion &question);
    // Answered (perhaps by another panel of the same connection) or no longer of use: close the
    // dialog.
    void questionSettled(quint64 id);
    void banner(const QString &text);
    // Something a person should know that stops nothing: the login needed no credential, the
    // recorded key could not be written.
    void warning(const QString &sentence);
    void ready();
    void failed(const Portolan::Error &error);           // before Ready
    void lost(const Portolan::Error &error);             // after Ready; offer reconnect()
    void metrics(const Portolan::Ssh::Metrics &metrics); // once a second while Ready

private:
    struct Private;
    friend class Engine;

    Connection(const Target &target, const Options &options, Source hops);
    [[nodiscard]] static std::shared_ptr<Connection> createAlone(const Target &target,
                                                                 const Options &options);
    void jump();
    void onHopState();
    void goThroughHop();
    void failAtHop(const Target &hop, const Error &error);
    [[nodiscard]] std::optional<std::pair<Target, Error>> lostHop() const;
    void setState(State state);
    void resolve();
    void releaseEngine();
    void endWith(const Error &reason, bool wasReady);
    void dropWaiting(const Error &error);
    void settleQuestions();
    std::unique_ptr<Channel> open(std::shared_ptr<ChannelState> state);

    Target m_target;
    Options m_options;
    State m_state = State::Idle;
    SessionFacts m_facts;
    Metrics m_metrics;
    QString m_banner;
    std::optional<HostKeyQuestion> m_hostKeyQuestion;
    std::optional<AuthQuestion> m_authQuestion;
    std::optional<Error> m_lastError;
    std::optional<Target> m_failedHop;
    Error m_hopError; // its own words, where there is one
    DiagnosisFacts m_seen;
    Transcript m_transcript;
    std::unique_ptr<Private> d;
};

} // namespace Portolan::Ssh
