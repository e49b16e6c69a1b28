// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/secret.h"
#include "core/ssh/diagnosis/diagnosisfacts.h"
#include "core/ssh/engine/agentlink.h"
#include "core/ssh/engine/handles.h"
#include "core/ssh/prompts.h"
#include "core/ssh/target.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QStringList>

#include <chrono>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace Portolan::Ssh {

// What a login needs from around it; called on the engine's thread.
class AuthSurroundings
{
public:
    virtual ~AuthSurroundings() = default;
    [[nodiscard]] virtual quint64 ask(AuthQuestion question) = 0; // returns its id
    virtual void warn(const QString &sentence) = 0;
    // Each request and its answer, for those who ask later why.
    virtual void tried(AttemptFacts attempt) = 0;
    // From any thread: advance() has something to do.
    [[nodiscard]] virtual std::function<void()> waker() = 0;
};

// The login of one session, as steps that never block: none (to learn the methods), keys of the
// agent and of files, keyboard-interactive in as many rounds as the server likes, password; after a
// partial success again with the methods that are left (RFC 4252, section 5.1). On the engine's
// thread. Keys are decrypted on the thread pool, since their key derivation takes long on purpose.
class AuthFlow
{
    Q_DECLARE_TR_FUNCTIONS(Portolan::Ssh)
public:
    AuthFlow(ssh_session session, const Target &target, const Options &options,
             std::optional<Secret> offeredPassword, AuthSurroundings &around, std::stop_token stop);
    ~AuthFlow();

    // Nothing: waiting, for the server, a person, the agent or a key.
    [[nodiscard]] std::optional<Result<>> advance();
    void answer(quint64 questionId, std::vector<Secret> answers);
    [[nodiscard]] bool isWaitingForPerson() const { return m_questionId != 0; }
    [[nodiscard]] const QStringList &succeeded() const { return m_succeeded; }
    // What the server would still take, by its last word.
    [[nodiscard]] QStringList methodsLeft() const;
    [[nodiscard]] int agentKeysLeftOut() const { return m_agentKeysLeftOut; }
    // The connection ended: notes the request that stays without an answer.
    void noteEnd();

private:
    enum class Step {
        None,
        Choose,
        AgentList,
        AgentKeys,
        OfferFile,
        LoadFile,
        AskPassphrase,
        SignFile,
        Interactive,
        InteractiveAsk,
        Password,
        PasswordAsk,
    };
    struct Identity
    {
        QString path;
        QByteArray publicKey;        // empty: not known before decryption
        QByteArray certificate = {}; // of publicKey; empty: the key alone is offered
        QByteArray text = {};        // of the private file
        bool encrypted = false;
        bool sha1 = false; // sign as old gear wants it
        bool readable = false;
    };
    struct KeyLoad;

    using Outcome = std::optional<Result<>>;

    void noteSent();
    void record(AttemptFacts::Outcome outcome, const QString &method,
                const QStringList &prompts = {});
    void recordAgent(AttemptFacts::Outcome outcome, std::chrono::milliseconds time);
    void gatherIdentities();
    void gatherCertificates();
    [[nodiscard]] bool joinCertificate();
    void noteCertificate(const QByteArray &blob, const QString &name);
    void queueAgentKeys(const QList<AgentLink::Key> &keys);
    [[nodiscard]] Outcome choose();
    [[nodiscard]] Outcome afterReply(int reply, const QString &method);
    [[nodiscard]] Outcome nextIdentity();
    void startLoading(const Secret *passphrase);
    [[nodiscard]] Outcome tryAgentKeys();
    [[nodiscard]] Outcome interactive();
    [[nodiscard]] bool answerWithOffered();
    [[nodiscard]] tl::unexpected<Error> refused() const;
    [[nodiscard]] tl::unexpected<Error> broken() const;
    [[nodiscard]] AuthQuestion question(AuthQuestion::Method method) const;

    ssh_session m_session;
    const Target m_target;
    const Options m_options;
    AuthSurroundings &m_around;
    const std::stop_token m_stop;
    std::optional<Secret> m_offered;

    Step m_step = Step::None;
    bool m_again = false;
    std::unique_ptr<AgentLink> m_agent;
    bool m_agentAsked = false;
    QList<AgentLink::Key> m_agentKeys; // still to be tried
    int m_agentKeysLeftOut = 0;
    QStringList m_certificateProblems;  // sentences
    std::vector<Identity> m_identities; // still to be tried, the first one at work
    std::shared_ptr<KeyLoad> m_load;
    int m_passphraseTries = 0;
    KeyHandle m_publicKey;
    KeyHandle m_privateKey;
    int m_interactiveTries = 0;
    bool m_interactiveDeclined = false;
    int m_rounds = 0;
    int m_passwordTries = 0;
    bool m_passwordDeclined = false;
    Secret m_password;
    bool m_declined = false;

    std::optional<std::chrono::steady_clock::time_point> m_sentAt; // a request is out
    quint64 m_questionId = 0;
    std::optional<std::vector<Secret>> m_answers;
    QStringList m_tried;
    QStringList m_succeeded;
};

} // namespace Portolan::Ssh
