// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssh/engine/authflow.h"

#include "core/ssh/algorithms.h"
#include "core/ssh/config/localuser.h"
#include "core/ssh/errors.h"
#include "core/ssh/keys/certificate.h"
#include "core/ssh/keys/keyfile.h"
#include "core/ssh/keys/knownhosts.h"
#include "core/ssh/words.h"

#include <QDateTime>
#include <QFile>
#include <QThreadPool>

#include <openssl/crypto.h>

#include <algorithm>
#include <atomic>

namespace Portolan::Ssh {

namespace {

constexpr qint64 kMostKeyFileBytes = 1024 * 1024;
// Keys of the agent that were not named: OpenSSH's servers allow six attempts (MaxAuthTries), and
// some must be left for files and passwords.
constexpr int kMostOtherAgentKeys = 4;
constexpr int kMostRounds = 20; // of keyboard-interactive, against a server that never stops asking
constexpr int kMostPrompts = 32;
constexpr int kPassphraseTries = 3;

KeyHandle publicKeyFrom(const QByteArray &blob)
{
    ssh_key key = nullptr;
    const QByteArray name = keyTypeOfBlob(blob);
    const auto type = ssh_key_type_from_name(name.constData());
    const auto import =
        isCertificateType(name) ? &ssh_pki_import_cert_base64 : &ssh_pki_import_pubkey_base64;
    if (import(blob.toBase64().constData(), type, &key) != SSH_OK)
        return nullptr;
    return KeyHandle(key);
}

QString nameOf(const AgentLink::Key &key)
{
    return tr("agent key %1 (%2)")
        .arg(key.comment.isEmpty() ? fingerprintSha256(key.blob) : key.comment,
             QString::fromLatin1(keyTypeOfBlob(key.blob)));
}

} // namespace

// Shared with the thread pool; the key belongs to the flow once `done` is set.
struct AuthFlow::KeyLoad
{
    QByteArray text;
    Secret passphrase;
    KeyHandle key;
    std::atomic<bool> done = false;

    ~KeyLoad() { wipeMemory(text.data(), static_cast<std::size_t>(text.size())); }
};

AuthFlow::AuthFlow(ssh_session session, const Target &target, const Options &options,
                   std::optional<Secret> offeredPassword, AuthSurroundings &around,
                   std::stop_token stop)
    : m_session(session)
    , m_target(target)
    , m_options(options)
    , m_around(around)
    , m_stop(std::move(stop))
    , m_offered(std::move(offeredPassword))
{
    gatherIdentities();
}

AuthFlow::~AuthFlow()
{
    for (Identity &identity : m_identities)
        wipeMemory(identity.text.data(), static_cast<std::size_t>(identity.text.size()));
}

void AuthFlow::gatherIdentities()
{
    const bool named = !m_options.identityFiles.isEmpty();
    const QStringList paths = named ? m_options.identityFiles : usualIdentityFiles();
    for (const QString &path : paths) {
        Identity identity;
        identity.path = withHome(path);
        QFile beside(identity.path + QStringLiteral(".pub"));
        if (beside.open(QIODevice::ReadOnly))
            identity.publicKey = parsePublicKeyLine(beside.read(kMostKeyFileBytes));
        QFile file(identity.path);
        if (file.open(QIODevice::ReadOnly)) {
            identity.text = file.read(kMostKeyFileBytes);
            const KeyFile facts = parseKeyFile(identity.text);
            identity.encrypted = facts.encrypted;
            identity.readable = facts.format == KeyFile::Format::OpenSsh ||
                                facts.format == KeyFile::Format::Pem ||
                                facts.format == KeyFile::Format::Pkcs8;
            // The file knows better than its neighbour, which may be of another key.
            if (!facts.publicKey.isEmpty())
                identity.publicKey = facts.publicKey;
            if (facts.format == KeyFile::Format::Putty)
                m_around.warn(tr("%1 is in PuTTY's format. PuTTYgen exports it as an OpenSSH key.")
                                  .arg(identity.path));
            else if (!identity.readable && facts.format != KeyFile::Format::PublicKey)
                m_around.warn(tr("%1 is not a private key.").arg(identity.path));
        } else if (named && identity.publicKey.isEmpty()) {
            m_around.warn(
                tr("The key file %1 cannot be read: %2").arg(identity.path, file.errorString()));
        }
        if (identity.readable || !identity.publicKey.isEmpty())
            m_identities.push_back(std::move(identity));
    }
    gatherCertificates();
    // At old gear each RSA key has a second chance.
    for (std::size_t i = 0; m_options.legacy && i < m_identities.size(); ++i) {
        if (keyTypeOfBlob(m_identities[i].publicKey) != "ssh-rsa" ||
            !m_identities[i].certificate.isEmpty())
            continue;
        Identity old = m_identities[i];
        old.sha1 = true;
        m_identities.insert(m_identities.begin() + static_cast<std::ptrdiff_t>(++i),
                            std::move(old));
    }
}

// As OpenSSH finds them: named ones, and KEY-cert.pub beside each key. Each goes before its key,
// which is then offered alone.
void AuthFlow::gatherCertificates()
{
    QStringList paths = m_options.certificateFiles;
    for (const Identity &identity : m_identities)
        paths.append(identity.path + QStringLiteral("-cert.pub"));
    for (qsizetype i = 0; i < paths.size(); ++i) {
        const bool named = i < m_options.certificateFiles.size();
        const QString path = withHome(paths.at(i));
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) {
            if (named)
                m_around.warn(
                    tr("The certificate file %1 cannot be read: %2").arg(path, file.errorString()));
            continue;
        }
        const auto certificate = parseCertificate(parsePublicKeyLine(file.read(kMostKeyFileBytes)));
        if (!certificate) {
            m_around.warn(tr("%1 is not a certificate of a key.").arg(path));
            continue;
        }
        const auto key =
            std::find_if(m_identities.begin(), m_identities.end(), [&](const Identity &identity) {
                return identity.publicKey == certificate->publicKey;
            });
        if (key == m_identities.end()) {
            // The agent may have its key; else it is of no use.
            if (named)
                m_identities.push_back({path, certificate->publicKey, certificate->blob});
            continue;
        }
        if (key->certificate == certificate->blob)
            continue; // named, and beside its key too
        Identity both = *key;
        both.path = path;
        both.certificate = certificate->blob;
        m_identities.insert(key, std::move(both));
    }
}

// What is offered is explained before the server decides, and again when it refused.
void AuthFlow::noteCertificate(const QByteArray &blob, const QString &name)
{
    const auto certificate = parseCertificate(blob);
    if (!certificate)
        return;
    const QStringList problems =
        problemsOf(*certificate, name, m_target.user, QDateTime::currentDateTimeUtc());
    for (const QString &problem : problems) {
        if (!m_certificateProblems.contains(problem)) {
            m_certificateProblems.append(problem);
            m_around.warn(problem);
        }
    }
}

bool AuthFlow::joinCertificate()
{
    const QByteArray &blob = m_identities.front().certificate;
    if (blob.isEmpty())
        return true;
    const KeyHandle certificate = publicKeyFrom(blob);
    return certificate &&
           ssh_pki_copy_cert_to_privkey(certificate.get(), m_privateKey.get()) == SSH_OK;
}

// Named keys first; then, unless forbidden, a few others.
void AuthFlow::queueAgentKeys(const QList<AgentLink::Key> &keys)
{
    const auto isNamed = [this](const AgentLink::Key &key) {
        const auto certificate = parseCertificate(key.blob);
        const QByteArray &plain = certificate ? certificate->publicKey : key.blob;
        return std::any_of(m_identities.cbegin(), m_identities.cend(),
                           [&](const Identity &i) { return i.publicKey == plain; });
    };
    // A certificate in a file, its key in the agent: the agent signs for both.
    for (const Identity &identity : m_identities) {
        const bool agentHasKey = std::any_of(keys.cbegin(), keys.cend(), [&](const auto &key) {
            return key.blob == identity.publicKey;
        });
        if (agentHasKey && !identity.certificate.isEmpty())
            m_agentKeys.append({identity.certificate, identity.path, identity.publicKey});
    }
    std::copy_if(keys.cbegin(), keys.cend(), std::back_inserter(m_agentKeys), isNamed);
    // What the agent holds needs no file and no passphrase.
    std::erase_if(m_identities, [&](const Identity &identity) {
        return !identity.publicKey.isEmpty() &&
               std::any_of(m_agentKeys.cbegin(), m_agentKeys.cend(),
                           [&](const auto &key) { return key.blob == identity.publicKey; });
    });
    if (m_options.identitiesOnly)
        return;
    int others = 0;
    for (const AgentLink::Key &key : keys) {
        if (m_agentKeys.size() > 0 &&
            std::any_of(m_agentKeys.cbegin(), m_agentKeys.cend(),
                        [&](const auto &known) { return known.blob == key.blob; }))
            continue;
        if (others++ < kMostOtherAgentKeys)
            m_agentKeys.append(key);
        else
            ++m_agentKeysLeftOut;
    }
}

std::optional<Result<>> AuthFlow::advance()
{
    do {
        m_again = false;
        Outcome outcome;
        switch (m_step) {
        case Step::None:
            noteSent();
            outcome = afterReply(ssh_userauth_none(m_session, nullptr), QStringLiteral("none"));
            break;
        case Step::Choose:
            outcome = choose();
            break;
        case Step::AgentList:
            if (const auto keys = m_agent->keys()) {
                if (*keys)
                    queueAgentKeys(**keys);
                else if (!m_options.agentSocket.isEmpty())
                    m_around.warn(keys->error().what);
                if (!*keys || m_agentKeys.isEmpty())
                    m_agent.reset();
                else
                    ssh_set_agent_socket(m_session, m_agent->takeClientEnd());
                m_step = Step::Choose;
                m_again = true;
            }
            break;
        case Step::AgentKeys:
            outcome = tryAgentKeys();
            break;
        case Step::OfferFile: {
            noteSent();
            const int reply = ssh_userauth_try_publickey(m_session, nullptr, m_publicKey.get());
            if (reply == SSH_AUTH_SUCCESS) {
                record(AttemptFacts::Outcome::KeyTaken, QStringLiteral("publickey"));
                m_step = m_identities.front().encrypted ? Step::AskPassphrase : Step::LoadFile;
                m_again = true;
            } else {
                outcome = afterReply(reply, QStringLiteral("publickey"));
                if (reply == SSH_AUTH_DENIED)
                    m_identities.erase(m_identities.begin());
            }
            break;
        }
        case Step::LoadFile:
            if (!m_load)
                startLoading(nullptr);
            if (m_load->done) {
                m_privateKey = std::move(m_load->key);
                m_load.reset();
                m_again = true;
                if (m_privateKey && joinCertificate()) {
                    m_step = Step::SignFile;
                } else if (!m_privateKey && m_identities.front().encrypted &&
                           ++m_passphraseTries < kPassphraseTries) {
                    m_step = Step::AskPassphrase;
                } else {
                    m_around.warn(
                        m_identities.front().encrypted
                            ? tr("The passphrase does not open %1.").arg(m_identities.front().path)
                            : tr("%1 cannot be used: its format is not known.")
                                  .arg(m_identities.front().path));
                    m_identities.erase(m_identities.begin());
                    m_step = Step::Choose;
                }
            }
            break;
        case Step::AskPassphrase:
            if (!m_answers && m_questionId == 0) {
                AuthQuestion ask = question(AuthQuestion::Method::Passphrase);
                ask.keyFile = m_identities.front().path;
                ask.prompts = {{tr("Passphrase"), false}};
                ask.attempt = m_passphraseTries + 1;
                ask.attemptsLeft = kPassphraseTries - m_passphraseTries;
                m_questionId = m_around.ask(std::move(ask));
            } else if (auto answers = std::exchange(m_answers, std::nullopt)) {
                m_again = true;
                if (answers->empty()) {
                    m_declined = true;
                    record(AttemptFacts::Outcome::Declined, QStringLiteral("publickey"));
                    m_identities.erase(m_identities.begin());
                    m_step = Step::Choose;
                } else {
                    startLoading(&answers->front());
                    m_step = Step::LoadFile;
                }
            }
            break;
        case Step::SignFile: {
            noteSent();
            const int reply = ssh_userauth_publickey(m_session, nullptr, m_privateKey.get());
            outcome = afterReply(reply, QStringLiteral("publickey"));
            if (reply != SSH_AUTH_AGAIN) {
                m_privateKey.reset();
                m_identities.erase(m_identities.begin());
            }
            break;
        }
        case Step::Interactive:
            outcome = interactive();
            break;
        case Step::InteractiveAsk:
            if (auto answers = std::exchange(m_answers, std::nullopt)) {
                m_again = true;
                if (answers->empty()) {
                    m_declined = true;
                    record(AttemptFacts::Outcome::Declined, QStringLiteral("keyboard-interactive"));
                    m_interactiveDeclined = true;
                }
                // A declined round is answered with nothing, so that the server can refuse it.
                const int prompts = ssh_userauth_kbdint_getnprompts(m_session);
                for (int i = 0; i < prompts; ++i) {
                    const auto index = static_cast<std::size_t>(i);
                    ssh_userauth_kbdint_setanswer(
                        m_session, static_cast<unsigned>(i),
                        index < answers->size() ? (*answers)[index].reveal().data() : "");
                }
                m_step = Step::Interactive;
            }
            break;
        case Step::PasswordAsk:
            if (!m_answers && m_questionId == 0) {
                AuthQuestion ask = question(AuthQuestion::Method::Password);
                ask.prompts = {{tr("Password"), false}};
                ask.attempt = m_passwordTries + 1;
                ask.attemptsLeft = m_options.passwordAttempts - m_passwordTries;
                m_questionId = m_around.ask(std::move(ask));
            } else if (auto answers = std::exchange(m_answers, std::nullopt)) {
                m_again = true;
                if (answers->empty()) {
                    m_declined = true;
                    record(AttemptFacts::Outcome::Declined, QStringLiteral("password"));
                    m_passwordDeclined = true;
                    m_step = Step::Choose;
                } else {
                    m_password = std::move(answers->front());
                    m_step = Step::Password;
                }
            }
            break;
        case Step::Password: {
            noteSent();
            const int reply = ssh_userauth_password(m_session, nullptr, m_password.reveal().data());
            outcome = afterReply(reply, QStringLiteral("password"));
            if (reply != SSH_AUTH_AGAIN) {
                m_password = Secret();
                ++m_passwordTries;
            }
            break;
        }
        }
        if (outcome)
            return outcome;
    } while (m_again);
    return std::nullopt;
}

void AuthFlow::noteSent()
{
    if (!m_sentAt)
        m_sentAt = std::chrono::steady_clock::now();
}

void AuthFlow::record(AttemptFacts::Outcome outcome, const QString &method,
                      const QStringList &prompts)
{
    AttemptFacts attempt;
    attempt.method = method;
    attempt.outcome = outcome;
    attempt.prompts = prompts;
    if (m_sentAt)
        attempt.time = std::chrono::duration_cast<std::chrono::milliseconds>(
            std::chrono::steady_clock::now() - *m_sentAt);
    m_sentAt.reset();
    if (m_step == Step::AgentKeys) {
        recordAgent(outcome, attempt.time);
        return;
    }
    if (method == QLatin1String("publickey") && !m_identities.empty()) {
        const Identity &identity = m_identities.front();
        attempt.subject = identity.path;
        attempt.keyType = QString::fromLatin1(keyTypeOfBlob(identity.publicKey));
        if (!identity.publicKey.isEmpty())
            attempt.sha256 = fingerprintSha256(identity.publicKey);
    }
    m_around.tried(std::move(attempt));
}

// One call of libssh tries many keys; they share its time.
void AuthFlow::recordAgent(AttemptFacts::Outcome outcome, std::chrono::milliseconds time)
{
    using Of = AttemptFacts::Outcome;
    AttemptFacts attempt;
    attempt.method = QStringLiteral("publickey");
    attempt.fromAgent = true;
    attempt.time = time;
    if (outcome != Of::Refused && outcome != Of::Partial && outcome != Of::Accepted) {
        attempt.outcome = outcome;
        m_around.tried(std::move(attempt));
        return;
    }
    const QByteArray signer = m_agent ? m_agent->lastSigner() : QByteArray();
    for (const AgentLink::Key &key : std::as_const(m_agentKeys)) {
        const bool last = outcome != Of::Refused && key.blob == signer;
        attempt.subject = key.comment;
        attempt.keyType = QString::fromLatin1(keyTypeOfBlob(key.blob));
        attempt.sha256 = fingerprintSha256(key.blob);
        attempt.outcome = last ? outcome : key.blob == signer ? Of::SignatureRefused : Of::Refused;
        m_around.tried(attempt);
        attempt.time = {};
        if (last)
            return;
    }
}

void AuthFlow::noteEnd()
{
    if (!m_sentAt)
        return;
    QString method = QStringLiteral("publickey");
    if (m_step == Step::None)
        method = QStringLiteral("none");
    else if (m_step == Step::Interactive || m_step == Step::InteractiveAsk)
        method = QStringLiteral("keyboard-interactive");
    else if (m_step == Step::Password)
        method = QStringLiteral("password");
    record(AttemptFacts::Outcome::Broken, method);
}

AuthFlow::Outcome AuthFlow::afterReply(int reply, const QString &method)
{
    using Of = AttemptFacts::Outcome;
    switch (reply) {
    case SSH_AUTH_AGAIN:
        return std::nullopt;
    case SSH_AUTH_SUCCESS:
        record(Of::Accepted, method);
        m_succeeded.append(method);
        if (m_succeeded == QStringList{QStringLiteral("none")})
            m_around.warn(tr("%1 let %2 in without asking for any proof of identity.")
                              .arg(m_target.host, m_target.user));
        return Result<>();
    case SSH_AUTH_PARTIAL:
        record(Of::Partial, method);
        m_succeeded.append(method);
        // The attempts at the second proof are counted anew.
        m_interactiveTries = 0;
        m_passwordTries = 0;
        m_step = Step::Choose;
        m_again = true;
        return std::nullopt;
    case SSH_AUTH_DENIED:
        record(m_step == Step::SignFile ? Of::SignatureRefused : Of::Refused, method);
        if (m_step == Step::OfferFile || m_step == Step::SignFile)
            m_tried.append(m_identities.front().path);
        else if (m_step != Step::None && m_step != Step::AgentKeys)
            m_tried.append(method);
        m_step = Step::Choose;
        m_again = true;
        return std::nullopt;
    default:
        record(Of::Broken, method);
        return Result<>(broken());
    }
}

AuthFlow::Outcome AuthFlow::choose()
{
    m_again = true;
    const int methods = ssh_userauth_list(m_session, nullptr);
    if ((methods & SSH_AUTH_METHOD_PUBLICKEY) != 0) {
        if (!m_agentAsked) {
            m_agentAsked = true;
            const QString socket = m_options.agentSocket.isEmpty()
                                       ? qEnvironmentVariable("SSH_AUTH_SOCK")
                                       : m_options.agentSocket;
            if (m_options.useAgent && !socket.isEmpty()) {
                m_agent = std::make_unique<AgentLink>(socket, m_stop, m_around.waker());
                m_step = Step::AgentList;
                return std::nullopt;
            }
        }
        if (m_agent && !m_agentKeys.isEmpty()) {
            for (const AgentLink::Key &key : std::as_const(m_agentKeys))
                noteCertificate(key.blob, key.comment);
            m_agent->present(m_agentKeys);
            m_step = Step::AgentKeys;
            return std::nullopt;
        }
        if (!m_identities.empty())
            return nextIdentity();
    }
    if ((methods & SSH_AUTH_METHOD_INTERACTIVE) != 0 && m_options.useKeyboardInteractive &&
        !m_interactiveDeclined && m_interactiveTries < m_options.passwordAttempts) {
        ++m_interactiveTries;
        m_rounds = 0;
        m_step = Step::Interactive;
        return std::nullopt;
    }
    if ((methods & SSH_AUTH_METHOD_PASSWORD) != 0 && m_options.usePassword && !m_passwordDeclined &&
        m_passwordTries < m_options.passwordAttempts) {
        if (m_offered) {
            m_password = std::move(*m_offered);
            m_offered.reset();
            m_step = Step::Password;
        } else {
            m_step = Step::PasswordAsk;
        }
        return std::nullopt;
    }
    return Result<>(refused());
}

// All in one call: libssh 0.10 loses a buffer with each further call.
AuthFlow::Outcome AuthFlow::tryAgentKeys()
{
    noteSent();
    const int reply = ssh_userauth_agent(m_session, nullptr);
    const Outcome outcome = afterReply(reply, QStringLiteral("publickey"));
    if (reply == SSH_AUTH_DENIED) {
        for (const AgentLink::Key &key : std::exchange(m_agentKeys, {}))
            m_tried.append(nameOf(key));
    } else if (reply == SSH_AUTH_PARTIAL) {
        // What was refused before it need not be tried again, and itself proves nothing twice.
        const QByteArray signer = m_agent->lastSigner();
        while (!m_agentKeys.isEmpty() && m_agentKeys.takeFirst().blob != signer)
            continue;
    }
    return outcome;
}

AuthFlow::Outcome AuthFlow::nextIdentity()
{
    Identity &identity = m_identities.front();
    m_passphraseTries = 0;
    if (identity.publicKey.isEmpty()) {
        // Only the decrypted key would tell what to offer.
        m_step = identity.encrypted ? Step::AskPassphrase : Step::LoadFile;
        return std::nullopt;
    }
    if (m_options.legacy)
        allowSignatures(m_session, identity.sha1);
    m_publicKey =
        publicKeyFrom(identity.certificate.isEmpty() ? identity.publicKey : identity.certificate);
    if (!identity.certificate.isEmpty() && identity.readable)
        noteCertificate(identity.certificate, identity.path);
    if (!m_publicKey || !identity.readable) {
        m_identities.erase(m_identities.begin());
        return std::nullopt;
    }
    m_step = Step::OfferFile;
    return std::nullopt;
}

void AuthFlow::startLoading(const Secret *passphrase)
{
    m_load = std::make_shared<KeyLoad>();
    m_load->text = m_identities.front().text;
    m_load->text.detach();
    if (passphrase)
        m_load->passphrase = passphrase->copy();
    const bool encrypted = passphrase != nullptr;
    QThreadPool::globalInstance()->start([load = m_load, encrypted, wake = m_around.waker()] {
        ssh_key key = nullptr;
        if (ssh_pki_import_privkey_base64(load->text.constData(),
                                          encrypted ? load->passphrase.reveal().data() : nullptr,
                                          nullptr, nullptr, &key) == SSH_OK)
            load->key.reset(key);
        load->passphrase = Secret();
        OPENSSL_thread_stop();
        load->done = true;
        wake();
    });
}

AuthFlow::Outcome AuthFlow::interactive()
{
    noteSent();
    const int reply = ssh_userauth_kbdint(m_session, nullptr, nullptr);
    if (reply != SSH_AUTH_INFO)
        return afterReply(reply, QStringLiteral("keyboard-interactive"));
    const int prompts = ssh_userauth_kbdint_getnprompts(m_session);
    QStringList texts;
    for (int i = 0; i < std::min(prompts, kMostPrompts); ++i)
        texts.append(plainLine(QString::fromUtf8(
            ssh_userauth_kbdint_getprompt(m_session, static_cast<unsigned>(i), nullptr))));
    record(AttemptFacts::Outcome::Asked, QStringLiteral("keyboard-interactive"), texts);
    if (++m_rounds > kMostRounds || prompts > kMostPrompts)
        return Result<>(failure(
            Error::Kind::Protocol,
            tr("%1 asks without end instead of deciding on the login.").arg(m_target.host)));
    if (prompts <= 0) {
        // RFC 4256, section 3.4: a request without prompts is answered too, with no answers; the
        // next call does that.
        m_again = true;
        return std::nullopt;
    }
    if (answerWithOffered()) {
        m_again = true;
        return std::nullopt;
    }
    AuthQuestion ask = question(AuthQuestion::Method::KeyboardInteractive);
    ask.name = plainLine(QString::fromUtf8(ssh_userauth_kbdint_getname(m_session)));
    ask.instruction =
        plainLine(QString::fromUtf8(ssh_userauth_kbdint_getinstruction(m_session)), 2000);
    for (int i = 0; i < prompts; ++i) {
        char echo = 0;
        const char *text =
            ssh_userauth_kbdint_getprompt(m_session, static_cast<unsigned>(i), &echo);
        ask.prompts.append({plainLine(QString::fromUtf8(text)), echo != 0});
    }
    ask.attempt = m_interactiveTries;
    m_questionId = m_around.ask(std::move(ask));
    m_step = Step::InteractiveAsk;
    return std::nullopt;
}

// A password that was given beforehand answers a prompt that asks for one; never any other.
bool AuthFlow::answerWithOffered()
{
    if (!m_offered || ssh_userauth_kbdint_getnprompts(m_session) != 1)
        return false;
    char echo = 0;
    const QString prompt = QString::fromUtf8(ssh_userauth_kbdint_getprompt(m_session, 0, &echo));
    if (echo != 0 || !asksForPassword(prompt))
        return false;
    ssh_userauth_kbdint_setanswer(m_session, 0, m_offered->reveal().data());
    m_offered.reset();
    return true;
}

void AuthFlow::answer(quint64 questionId, std::vector<Secret> answers)
{
    if (questionId == 0 || questionId != m_questionId)
        return;
    m_questionId = 0;
    m_answers = std::move(answers);
}

AuthQuestion AuthFlow::question(AuthQuestion::Method method) const
{
    AuthQuestion ask;
    ask.host = m_target.port == 22
                   ? m_target.host
                   : m_target.host + QLatin1Char(':') + QString::number(m_target.port);
    ask.user = m_target.user;
    ask.method = method;
    return ask;
}

QStringList AuthFlow::methodsLeft() const
{
    const int methods = ssh_userauth_list(m_session, nullptr);
    QStringList names;
    const auto add = [&](int method, const char *name) {
        if ((methods & method) != 0)
            names.append(QLatin1String(name));
    };
    add(SSH_AUTH_METHOD_PUBLICKEY, "publickey");
    add(SSH_AUTH_METHOD_PASSWORD, "password");
    add(SSH_AUTH_METHOD_INTERACTIVE, "keyboard-interactive");
    add(SSH_AUTH_METHOD_HOSTBASED, "hostbased");
    add(SSH_AUTH_METHOD_GSSAPI_MIC, "gssapi-with-mic");
    return names;
}

tl::unexpected<Error> AuthFlow::refused() const
{
    if (m_declined)
        return failure(Error::Kind::Cancelled,
                       tr("The login to %1 was given up.").arg(m_target.host));
    QStringList detail;
    if (!m_succeeded.isEmpty())
        detail.append(tr("Accepted: %1.").arg(m_succeeded.join(QStringLiteral(", "))));
    detail.append(m_tried.isEmpty() ? tr("There was nothing to try.")
                                    : tr("Refused: %1.").arg(m_tried.join(QStringLiteral(", "))));
    if (m_agentKeysLeftOut > 0)
        detail.append(tr("%n more keys of the agent were not tried.", nullptr, m_agentKeysLeftOut));
    if (!m_certificateProblems.isEmpty())
        detail.append(m_certificateProblems.join(QLatin1Char(' ')));
    const QString left = methodsLeft().join(QStringLiteral(", "));
    return failure(Error::Kind::Auth,
                   m_succeeded.isEmpty()
                       ? tr("%1 did not accept the login of %2. It would accept: %3.")
                             .arg(m_target.host, m_target.user, left)
                       : tr("%1 accepted the first proof of %2 but wants another one: %3.")
                             .arg(m_target.host, m_target.user, left),
                   detail.join(QLatin1Char(' ')));
}

tl::unexpected<Error> AuthFlow::broken() const
{
    Error error = toError(m_session, m_target.host);
    if (!m_tried.isEmpty())
        error.detail +=
            QLatin1Char(' ') + tr("Refused: %1.").arg(m_tried.join(QStringLiteral(", ")));
    return tl::unexpected(std::move(error));
}

} // namespace Portolan::Ssh
