// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssh/diagnosis/diagnosiswords.h"
#include "core/ssh/keys/knownhosts.h"
#include "core/ssh/words.h"

#include <QDir>

#include <algorithm>

namespace Portolan::Ssh {

namespace {

using Severity = Finding::Severity;
using Outcome = AttemptFacts::Outcome;

constexpr int kUsualTries = 6;                // sshd_config(5), MaxAuthTries
constexpr Milliseconds kLongEnoughToCut{900}; // a LoginGraceTime is at least a second

bool isKey(const AttemptFacts &attempt)
{
    return attempt.method == QLatin1String("publickey");
}

bool isProof(const AttemptFacts &attempt)
{
    return attempt.method != QLatin1String("none");
}

QString nameOf(const AttemptFacts &attempt)
{
    if (attempt.subject.isEmpty())
        return attempt.sha256.isEmpty() ? attempt.method : attempt.sha256;
    return attempt.fromAgent ? QStringLiteral("%1 (ssh-agent)").arg(attempt.subject)
                             : attempt.subject;
}

QString lineOf(const AttemptFacts &attempt, const char *words)
{
    QStringList parts = {nameOf(attempt)};
    if (!attempt.keyType.isEmpty())
        parts.append(attempt.keyType);
    if (!attempt.sha256.isEmpty() && !attempt.subject.isEmpty())
        parts.append(attempt.sha256);
    return QStringLiteral("%1: %2, %3 ms")
        .arg(parts.join(QLatin1Char(' ')), QLatin1String(words))
        .arg(attempt.time.count());
}

// RFC 8332: one kind of key, several algorithms for its signatures.
bool serverTakes(const LoginFacts &login, const QString &keyType)
{
    if (keyType == QLatin1String("ssh-rsa"))
        return login.signatureAlgorithms.contains(QStringLiteral("rsa-sha2-256")) ||
               login.signatureAlgorithms.contains(QStringLiteral("rsa-sha2-512"));
    return login.signatureAlgorithms.contains(keyType);
}

bool saysTooMany(const Error &error)
{
    return error.detail.contains(QLatin1String("Too many authentication failures"),
                                 Qt::CaseInsensitive) ||
           error.what.contains(QLatin1String("Too many authentication failures"),
                               Qt::CaseInsensitive);
}

QString shellQuoted(const QString &path)
{
    return path.contains(QLatin1Char(' ')) ? QStringLiteral("'%1'").arg(path) : path;
}

class LoginJudge
{
public:
    LoginJudge(const DiagnosisFacts &facts, Judgement &judgement)
        : m_facts(facts)
        , m_login(facts.login)
        , m_judgement(judgement)
    {
    }

    void judge()
    {
        pauses();
        if (m_login.done) {
            success();
            return;
        }
        if (!m_facts.error)
            return;
        if (m_facts.error->kind == Error::Kind::Timeout) {
            m_judgement.block("login.timeout", {host(), lastMethod()}, m_facts.error->what);
            return;
        }
        if (saysTooMany(*m_facts.error)) {
            tooMany();
            return;
        }
        if (const AttemptFacts *last = lastAttempt(); last && last->outcome == Outcome::Broken) {
            cutOff(*last);
            return;
        }
        if (m_facts.error->kind == Error::Kind::Network) {
            // While somebody was asked.
            m_judgement.block("login.cut", {host(), millisecondsText(m_facts.age)},
                              m_facts.error->what);
            return;
        }
        if (m_facts.error->kind == Error::Kind::Usage ||
            m_facts.error->kind == Error::Kind::Protocol) {
            m_judgement.block("login.protocol", {host(), m_facts.error->what},
                              m_facts.error->detail);
            return;
        }
        refused();
    }

private:
    [[nodiscard]] QString host() const { return m_facts.target.host; }
    [[nodiscard]] QString user() const { return m_facts.target.user; }
    [[nodiscard]] bool offers(const char *method) const
    {
        return m_login.methodsOffered.contains(QLatin1String(method)) ||
               m_login.methodsLeft.contains(QLatin1String(method));
    }
    [[nodiscard]] const AttemptFacts *lastAttempt() const
    {
        return m_login.attempts.isEmpty() ? nullptr : &m_login.attempts.last();
    }
    [[nodiscard]] QString lastMethod() const
    {
        const AttemptFacts *const last = lastAttempt();
        return last ? last->method : QString();
    }
    [[nodiscard]] QString address() const
    {
        return m_facts.target.port == 22 ? QString()
                                         : QStringLiteral("-p %1 ").arg(m_facts.target.port);
    }

    void pauses()
    {
        for (const AttemptFacts &attempt : m_login.attempts) {
            if (!isSlow(m_facts, attempt.time) || attempt.outcome == Outcome::Broken)
                continue;
            // Of several pauses of one kind, the longest.
            if (std::any_of(m_login.attempts.cbegin(), m_login.attempts.cend(),
                            [&](const AttemptFacts &other) {
                                return other.method == attempt.method &&
                                       other.outcome == attempt.outcome &&
                                       (other.time > attempt.time ||
                                        (other.time == attempt.time && &other < &attempt));
                            }))
                continue;
            const QStringList arguments = {host(), millisecondsText(attempt.time), attempt.method};
            const QString evidence =
                QStringLiteral("%1: %2 ms").arg(nameOf(attempt)).arg(attempt.time.count());
            if (!isProof(attempt))
                m_judgement.add("slow.methods", Severity::Warning, arguments, evidence);
            else if (attempt.outcome == Outcome::Asked)
                m_judgement.add("slow.question", Severity::Warning, arguments, evidence);
            else if (attempt.outcome == Outcome::KeyTaken)
                m_judgement.add("slow.key", Severity::Warning, arguments, evidence);
            else if (attempt.outcome == Outcome::Accepted || attempt.outcome == Outcome::Partial)
                m_judgement.add("slow.proof", Severity::Warning, arguments, evidence);
        }
    }

    void success()
    {
        const QString methods = m_login.succeeded.join(QStringLiteral(", "));
        if (m_login.succeeded == QStringList{QStringLiteral("none")})
            m_judgement.add("login.none", Severity::Warning, {host(), user()});
        const auto wasted = std::count_if(
            m_login.attempts.cbegin(), m_login.attempts.cend(), [](const AttemptFacts &attempt) {
                return isKey(attempt) && attempt.outcome == Outcome::Refused;
            });
        if (wasted >= kUsualTries - 2)
            m_judgement.add("login.tries_near", Severity::Warning,
                            {QString::number(wasted), QString::number(kUsualTries)});
        QStringList lines;
        for (const AttemptFacts &attempt : m_login.attempts) {
            if (attempt.outcome == Outcome::Accepted || attempt.outcome == Outcome::Partial)
                lines.append(lineOf(attempt, "accepted"));
        }
        m_judgement.add("login.ok", Severity::Ok, {user(), methods}, lines.join(QLatin1Char('\n')));
    }

    void tooMany()
    {
        QStringList lines;
        int fromAgent = 0;
        int count = 0;
        for (const AttemptFacts &attempt : m_login.attempts) {
            if (!isProof(attempt) || (attempt.outcome == Outcome::Broken &&
                                      attempt.subject.isEmpty() && attempt.fromAgent && count > 0))
                continue;
            lines.append(nameOf(attempt));
            ++count;
            fromAgent += attempt.fromAgent ? 1 : 0;
        }
        m_judgement.block(fromAgent > 0 ? "login.too_many_agent" : "login.too_many",
                          {host(), QString::number(std::max(count, 1)),
                           QString::number(m_facts.agent.keys.size())},
                          QStringLiteral("%1\n%2")
                              .arg(m_facts.error->detail, lines.join(QLatin1Char('\n')))
                              .trimmed());
    }

    void cutOff(const AttemptFacts &last)
    {
        const Error &error = *m_facts.error;
        const QString words =
            error.detail.isEmpty() || error.detail.contains(QLatin1String("Socket error"))
                ? error.what
                : error.detail;
        const QString banner = m_login.banner;
        QString evidence = QStringLiteral("%1: %2 ms, %3 ms after the TCP connection")
                               .arg(last.method)
                               .arg(last.time.count())
                               .arg(m_facts.age.count());
        if (!banner.isEmpty())
            evidence += QLatin1Char('\n') + banner;
        if (error.native > 0)
            m_judgement.block("login.disconnected", {host(), error.what}, evidence);
        else if (!isProof(last))
            m_judgement.block("login.closed_early", {host(), user()},
                              evidence + QLatin1Char('\n') + words);
        else if (last.time >= kLongEnoughToCut)
            m_judgement.block("login.cut", {host(), millisecondsText(m_facts.age)}, evidence);
        else
            m_judgement.block("login.account", {host(), user()}, evidence);
    }

    // What stands against each key that this machine has; true: the reason is found.
    bool certificates()
    {
        bool found = false;
        for (const KeyFacts &key : m_facts.keys) {
            if (!key.certificate)
                continue;
            const CertificateFacts &certificate = *key.certificate;
            const auto date = [](const QDateTime &time) {
                return time.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm 'UTC'"));
            };
            QString evidence = QStringLiteral("%1 \"%2\"").arg(certificate.file, certificate.keyId);
            if (certificate.validBefore && m_facts.now >= *certificate.validBefore)
                m_judgement.block("certificate.expired",
                                  {certificate.file, date(*certificate.validBefore)}, evidence);
            else if (certificate.validAfter && m_facts.now < *certificate.validAfter)
                m_judgement.block("certificate.not_yet",
                                  {certificate.file, date(*certificate.validAfter)}, evidence);
            else if (certificate.forHosts)
                m_judgement.block("certificate.for_hosts", {certificate.file}, evidence);
            else if (!certificate.matchesKey)
                m_judgement.block("certificate.other_key", {certificate.file, key.file}, evidence);
            else if (!certificate.principals.contains(user()))
                m_judgement.block(
                    "certificate.principal",
                    {certificate.file, user(), certificate.principals.join(QStringLiteral(", "))},
                    evidence);
            else
                continue;
            found = true;
        }
        return found;
    }

    void refused()
    {
        const QString left = m_login.methodsLeft.join(QStringLiteral(", "));
        if (!m_login.succeeded.isEmpty() && !m_login.succeeded.contains(QStringLiteral("none"))) {
            second(left);
            return;
        }
        QList<AttemptFacts> keys;
        QList<AttemptFacts> secrets;
        bool declined = false;
        for (const AttemptFacts &attempt : m_login.attempts) {
            if (attempt.outcome == Outcome::Declined)
                declined = true;
            else if (isKey(attempt) && attempt.outcome != Outcome::KeyTaken)
                keys.append(attempt);
            else if (isProof(attempt) && attempt.outcome == Outcome::Refused)
                secrets.append(attempt);
        }
        const bool takesKeys = offers("publickey");
        const bool takesSecrets = offers("password") || offers("keyboard-interactive");
        bool keyProblem = takesKeys && certificates();
        // Where everything is refused, the account comes before the key.
        if (!secrets.isEmpty())
            refusedSecrets(secrets, !keys.isEmpty());
        if (takesKeys)
            keyProblem = refusedKeys(keys, keyProblem || !secrets.isEmpty()) || keyProblem;
        if (!takesKeys && !takesSecrets) {
            m_judgement.block("login.no_method", {host(), left}, left);
            return;
        }
        if (takesKeys && keys.isEmpty() && !keyProblem)
            noKey(takesSecrets);
        if (!takesSecrets && m_login.passwordGiven)
            m_judgement.block("login.no_passwords", {host(), left}, left);
        if (takesSecrets && secrets.isEmpty())
            unasked(declined);
    }

    void second(const QString &left)
    {
        const QString done = m_login.succeeded.join(QStringLiteral(", "));
        const bool declined = std::any_of(
            m_login.attempts.cbegin(), m_login.attempts.cend(),
            [](const AttemptFacts &attempt) { return attempt.outcome == Outcome::Declined; });
        if (declined)
            m_judgement.add("unchecked.second", Severity::Info, {host(), done, left});
        else
            m_judgement.block("login.second", {host(), done, left}, left);
    }

    // True where a reason is named.
    bool refusedKeys(const QList<AttemptFacts> &keys, bool hasReason)
    {
        QStringList mysterious;
        QStringList lines;
        QString file;
        bool found = false;
        for (const AttemptFacts &attempt : keys) {
            const QString evidence = lineOf(attempt, "refused");
            if (attempt.outcome == Outcome::SignatureRefused) {
                m_judgement.block("key.signature", {nameOf(attempt)},
                                  lineOf(attempt, "signature refused"));
                found = true;
            } else if (attempt.outcome == Outcome::NotSent) {
                m_judgement.block("key.not_sent", {nameOf(attempt), attempt.keyType},
                                  lineOf(attempt, "not sent"));
                found = true;
            } else if (m_login.signatureAlgorithmsKnown && !attempt.keyType.isEmpty() &&
                       !serverTakes(m_login, attempt.keyType)) {
                const bool onlySha1 =
                    attempt.keyType == QLatin1String("ssh-rsa") &&
                    m_login.signatureAlgorithms.contains(QStringLiteral("ssh-rsa"));
                m_judgement.block(onlySha1 ? "key.sha1" : "key.algorithm",
                                  {nameOf(attempt), attempt.keyType,
                                   m_login.signatureAlgorithms.join(QStringLiteral(", "))},
                                  evidence + QStringLiteral("\nserver-sig-algs: ") +
                                      m_login.signatureAlgorithms.join(QLatin1Char(',')));
                found = true;
            } else {
                mysterious.append(nameOf(attempt));
                lines.append(evidence);
                if (file.isEmpty() && !attempt.fromAgent)
                    file = attempt.subject;
            }
        }
        if (mysterious.isEmpty())
            return found;
        const QString copy =
            QStringLiteral("ssh-copy-id %1%2%3@%4")
                .arg(file.isEmpty() ? QString()
                                    : QStringLiteral("-i %1.pub ").arg(shellQuoted(file)),
                     address(), user(), host());
        const QStringList arguments = {mysterious.join(QStringLiteral(", ")), user(), copy};
        // A certificate that cannot be right is reason enough for its key, and so is an account.
        if (hasReason)
            m_judgement.add("key.refused", Severity::Warning, arguments,
                            lines.join(QLatin1Char('\n')));
        else
            m_judgement.block("key.refused", arguments, lines.join(QLatin1Char('\n')));
        return true;
    }

    void refusedSecrets(const QList<AttemptFacts> &secrets, bool keysToo)
    {
        QStringList lines;
        for (const AttemptFacts &attempt : secrets)
            lines.append(lineOf(attempt, "refused"));
        const char *id = "login.password_refused";
        if (user() == QLatin1String("root"))
            id = "login.root_refused";
        else if (keysToo)
            id = "login.all_refused";
        m_judgement.block(id, {user(), host()}, lines.join(QLatin1Char('\n')));
    }

    void noKey(bool takesSecrets)
    {
        QStringList looked;
        for (const KeyFacts &key : m_facts.keys)
            looked.append(key.exists ? QStringLiteral("%1: cannot be used").arg(key.file)
                                     : QStringLiteral("%1: does not exist").arg(key.file));
        if (m_facts.agent.reached)
            looked.append(QStringLiteral("ssh-agent: %1 keys").arg(m_facts.agent.keys.size()));
        else if (!m_facts.agent.problem.isEmpty())
            looked.append(m_facts.agent.problem);
        const QString evidence = looked.join(QLatin1Char('\n'));
        if (takesSecrets)
            m_judgement.add("login.no_key_here", Severity::Info, {host()}, evidence);
        else
            m_judgement.block("login.no_key", {host(), user()}, evidence);
    }

    void unasked(bool declined)
    {
        QStringList methods;
        for (const char *method : {"password", "keyboard-interactive"}) {
            if (offers(method))
                methods.append(QLatin1String(method));
        }
        const QString names = methods.join(QStringLiteral(", "));
        QStringList prompts;
        for (const AttemptFacts &attempt : m_login.attempts)
            prompts += attempt.prompts;
        const QString evidence = prompts.join(QLatin1Char('\n'));
        if (m_login.passwordWithheld)
            m_judgement.add("unchecked.withheld", Severity::Info, {host(), names}, evidence);
        else if (declined || !m_login.passwordGiven)
            m_judgement.add("unchecked.secret", Severity::Info, {host(), names}, evidence);
    }

    const DiagnosisFacts &m_facts;
    const LoginFacts &m_login;
    Judgement &m_judgement;
};

QString octal(int mode)
{
    return QStringLiteral("%1").arg(mode, 4, 8, QLatin1Char('0'));
}

void judgeKey(const DiagnosisFacts &facts, const KeyFacts &key, Judgement &judgement)
{
    // A key that is not to blame is not accused where the login works.
    const bool matters = !facts.login.done;
    const auto weigh = [&](const char *id, const QStringList &arguments,
                           const QString &evidence = {}) {
        judgement.add(id, matters ? Severity::Warning : Severity::Info, arguments, evidence);
    };
    if (!key.exists) {
        if (key.named)
            weigh("key.missing", {key.file}, key.problem);
        return;
    }
    if (!key.readable) {
        weigh("key.unreadable", {key.file, key.problem}, key.problem);
        return;
    }
    switch (key.format) {
    case KeyFacts::Format::Putty:
        weigh("key.putty", {key.file});
        return;
    case KeyFacts::Format::PublicKey:
        weigh("key.public", {key.file});
        return;
    case KeyFacts::Format::Unknown:
        weigh("key.unknown_format", {key.file});
        return;
    case KeyFacts::Format::OpenSsh:
    case KeyFacts::Format::Pem:
    case KeyFacts::Format::Pkcs8:
        break;
    }
    // ssh(1) ignores a private key that others can read.
    if (key.mode && (*key.mode & 077) != 0)
        judgement.add("key.mode", Severity::Warning, {key.file, octal(*key.mode)},
                      QStringLiteral("%1 %2").arg(octal(*key.mode), key.file));
    if (key.folderMode && (*key.folderMode & 022) != 0) {
        const QString folder = key.file.section(QLatin1Char('/'), 0, -2);
        judgement.add("key.folder_mode", Severity::Warning, {folder, octal(*key.folderMode)},
                      QStringLiteral("%1 %2").arg(octal(*key.folderMode), folder));
    }
    if (!key.owned)
        weigh("key.owner", {key.file});
    if (!key.sha256.isEmpty() && !key.publicFileSha256.isEmpty() &&
        key.sha256 != key.publicFileSha256)
        weigh("key.pair", {key.file, key.file + QStringLiteral(".pub")},
              QStringLiteral("%1: %2\n%1.pub: %3").arg(key.file, key.sha256, key.publicFileSha256));
    if (key.keyType == QLatin1String("ssh-dss"))
        weigh("key.dsa", {key.file});
    else if (key.keyType == QLatin1String("ssh-rsa") && key.bits > 0 && key.bits < 2048)
        weigh("key.short", {key.file, QString::number(key.bits)});
    const bool declined = std::any_of(
        facts.login.attempts.cbegin(), facts.login.attempts.cend(), [&](const AttemptFacts &each) {
            return each.outcome == Outcome::Declined && each.subject == key.file;
        });
    if (key.encrypted && !key.inAgent && declined)
        judgement.add(facts.agent.reached ? "unchecked.passphrase_agent" : "unchecked.passphrase",
                      Severity::Info, {key.file});
}

} // namespace

void judgeLogin(const DiagnosisFacts &facts, Judgement &judgement)
{
    LoginJudge(facts, judgement).judge();
}

void judgeKeys(const DiagnosisFacts &facts, Judgement &judgement)
{
    if (!facts.keysChecked || facts.reached < DiagnosisStep::Login)
        return;
    for (const KeyFacts &key : facts.keys)
        judgeKey(facts, key, judgement);
    if (facts.agent.wanted && !facts.agent.socket.isEmpty() && !facts.agent.reached)
        judgement.add("agent.unreachable", facts.login.done ? Severity::Info : Severity::Warning,
                      {facts.agent.socket}, facts.agent.problem);
    if (!facts.login.done && facts.login.agentKeysLeftOut > 0)
        judgement.add("agent.left_out", Severity::Warning,
                      {QString::number(facts.login.agentKeysLeftOut),
                       QString::number(facts.agent.keys.size())});
}

} // namespace Portolan::Ssh
