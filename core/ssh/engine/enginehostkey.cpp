// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Engine that judges the host key.
#include "core/ssh/algorithms.h"
#include "core/ssh/engine/engine.h"

#include <QDir>

#include <algorithm>

namespace Portolan::Ssh {

// The algorithms whose keys are known come first, so that a server with several keys shows the one
// that can be checked.
QString Engine::preferredHostKeys() const
{
    QStringList all = hostKeyPreference();
    if (m_options.legacy)
        all.append(QStringLiteral("ssh-rsa"));
    QStringList first;
    const auto types = m_knownHosts.keyTypes(knownName(), knownPort());
    for (const QByteArray &type : types) {
        const QString name = QString::fromLatin1(type);
        // RFC 8332: the key is "ssh-rsa", its signatures are named otherwise.
        const QStringList algorithms =
            type == "ssh-rsa"
                ? QStringList{QStringLiteral("rsa-sha2-512"), QStringLiteral("rsa-sha2-256"),
                              QStringLiteral("ssh-rsa")}
                : QStringList{name};
        for (const QString &algorithm : algorithms) {
            if (all.removeOne(algorithm))
                first.append(algorithm);
        }
    }
    return (first + all).join(QLatin1Char(','));
}

// ssh_config(5), HostKeyAlias: without the port.
QString Engine::knownName() const
{
    return m_options.hostKeyAlias.isEmpty() ? m_target.host : m_options.hostKeyAlias;
}

quint16 Engine::knownPort() const
{
    return m_options.hostKeyAlias.isEmpty() ? m_target.port : quint16(22);
}

QString Engine::knownHostsFile() const
{
    return m_options.knownHostsFile.isEmpty()
               ? QDir::homePath() + QStringLiteral("/.ssh/known_hosts")
               : m_options.knownHostsFile;
}

void Engine::checkHostKey()
{
    ssh_key rawKey = nullptr;
    char *base64 = nullptr;
    if (ssh_get_server_publickey(m_session.get(), &rawKey) == SSH_OK)
        ssh_pki_export_pubkey_base64(rawKey, &base64);
    const KeyHandle key(rawKey);
    m_hostKey = QByteArray::fromBase64(base64 ? QByteArray(base64) : QByteArray());
    ssh_string_free_char(base64);
    m_hostKeyType = keyTypeOfBlob(m_hostKey);
    if (m_hostKeyType.isEmpty()) {
        fail({Error::Kind::Protocol, tr("%1 showed no usable host key.").arg(nameOfHost())});
        return;
    }
    m_facts.hostKeyType = QString::fromLatin1(m_hostKeyType);
    m_facts.hostKeyBits = keyBitsOfBlob(m_hostKey);
    m_facts.hostKeySha256 = fingerprintSha256(m_hostKey);
    m_relay->post([facts = m_facts](Connection &connection) { connection.m_facts = facts; });
    setState(State::HostKey);

    const auto verdict = m_knownHosts.judge(knownName(), knownPort(), m_hostKeyType, m_hostKey);
    m_record.noteHostKey(m_facts.hostKeyType, m_facts.hostKeyBits, m_facts.hostKeySha256, verdict);
    const auto placeOf = [](const KnownHost &entry) {
        return QStringLiteral("%1:%2").arg(entry.file).arg(entry.line);
    };
    switch (verdict.status) {
    case HostKeyVerdict::Status::Known:
        startLogin();
        return;
    case HostKeyVerdict::Status::Revoked:
        fail({Error::Kind::Certificate,
              tr("The host key of %1 is marked as revoked in %2. The connection was not made.")
                  .arg(nameOfHost(), placeOf(verdict.entries.first())),
              m_facts.hostKeySha256});
        return;
    case HostKeyVerdict::Status::Changed: {
        const auto old = std::find_if(verdict.entries.cbegin(), verdict.entries.cend(),
                                      [&](const auto &e) { return e.keyType == m_hostKeyType; });
        fail({Error::Kind::Certificate,
              tr("The host key of %1 has changed. Somebody may be listening in, or the server was "
                 "set up anew. The connection was not made. Expected: %2 (%3). Shown: %4.")
                  .arg(nameOfHost(), fingerprintSha256(old->key), placeOf(*old),
                       m_facts.hostKeySha256),
              tr("If the change is expected, remove that line and connect again.")});
        return;
    }
    case HostKeyVerdict::Status::Unknown:
    case HostKeyVerdict::Status::OtherAlgorithm:
        break;
    }
    if (m_options.hostKeyPolicy == HostKeyPolicy::Strict) {
        fail({Error::Kind::Certificate,
              tr("The host key of %1 is not known: %2 %3.")
                  .arg(nameOfHost(), m_facts.hostKeyType, m_facts.hostKeySha256)});
        return;
    }
    m_hostKeyQuestion = m_nextQuestion++;
    if (m_options.hostKeyPolicy == HostKeyPolicy::AcceptNew) {
        answerHostKey(m_hostKeyQuestion, HostKeyAnswer::AcceptAlways);
        return;
    }
    HostKeyQuestion question;
    question.id = m_hostKeyQuestion;
    question.host = m_target.host;
    question.port = m_target.port;
    question.keyType = m_facts.hostKeyType;
    question.bits = m_facts.hostKeyBits;
    question.sha256 = m_facts.hostKeySha256;
    question.md5 = fingerprintMd5(m_hostKey);
    QString shortType = question.keyType.section(QLatin1Char('-'), 1, 1).toUpper();
    if (question.keyType.startsWith(QLatin1String("ecdsa")))
        shortType = QStringLiteral("ECDSA");
    question.randomart =
        randomart(m_hostKey, QStringLiteral("%1 %2").arg(shortType).arg(question.bits));
    if (verdict.status == HostKeyVerdict::Status::OtherAlgorithm)
        question.situation = HostKeyQuestion::Situation::OtherAlgorithm;
    for (const KnownHost &entry : verdict.entries)
        question.known.append({QString::fromLatin1(entry.keyType), fingerprintSha256(entry.key),
                               entry.file, entry.line});
    if (!verdict.authorities.isEmpty())
        question.certificateAuthority = placeOf(verdict.authorities.first());
    m_relay->post([question](Connection &connection) {
        connection.m_hostKeyQuestion = question;
        Q_EMIT connection.hostKeyQuestion(question);
    });
}

void Engine::answerHostKey(quint64 id, HostKeyAnswer answer)
{
    if (m_state != State::HostKey || id == 0 || id != std::exchange(m_hostKeyQuestion, 0))
        return;
    if (answer == HostKeyAnswer::Reject) {
        fail({Error::Kind::Certificate,
              tr("The host key of %1 was not accepted.").arg(nameOfHost()), m_facts.hostKeySha256});
        return;
    }
    if (answer == HostKeyAnswer::AcceptAlways) {
        const auto added =
            appendKnownHost(knownHostsFile(), knownName(), knownPort(), m_hostKeyType, m_hostKey);
        if (!added)
            warn(added.error().what + QLatin1Char(' ') + added.error().detail);
    }
    startLogin();
}

} // namespace Portolan::Ssh
