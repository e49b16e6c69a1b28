// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

namespace Portolan::Ssh {

// What a connection asks a person, always with the host's name in it, so that a dialog can show who
// asks; never drawn into a terminal, where a server could imitate it (CVE-2021-36367). Plain
// values. An id is answered once; a second answer or an answer to a settled question is ignored.

struct HostKeyQuestion
{
    enum class Situation {
        Unknown,        // no key of this host is known
        OtherAlgorithm, // keys of other algorithms are known; this is not a changed key
    };
    struct Known
    {
        QString keyType;     // "ssh-rsa"
        QString fingerprint; // "SHA256:..."
        QString file;
        int line = 0;
    };

    quint64 id = 0;
    QString host;
    quint16 port = 22;
    QString keyType; // "ssh-ed25519"
    int bits = 0;    // 0: the type says it all
    QString sha256;  // "SHA256:" and 43 characters of base64
    QString md5;     // "MD5:16:27:..."
    QString randomart;
    Situation situation = Situation::Unknown;
    QList<Known> known = {};
    QString certificateAuthority = {}; // file:line of a matching @cert-authority; it did not count
};

enum class HostKeyAnswer { Reject, AcceptOnce, AcceptAlways };

struct AuthQuestion
{
    enum class Method { Password, Passphrase, KeyboardInteractive };
    struct Prompt
    {
        QString text; // the server's words; control characters are taken out
        bool echo = false;
    };

    quint64 id = 0;
    QString host; // "bastion" or "bastion:2222"
    QString user;
    Method method = Method::Password;
    QString name = {};        // keyboard-interactive: the server's words, may be empty
    QString instruction = {}; // the same
    QList<Prompt> prompts = {};
    int attempt = 1;
    int attemptsLeft = 0; // 0: not known
    QString keyFile = {}; // Passphrase
};

// Whether a prompt of keyboard-interactive wants the password, in English or Korean, and not
// something that is another one at the next login: that is never kept and never answered unasked.
[[nodiscard]] bool asksForPassword(const QString &prompt);
// The same of a whole question; with several prompts, or one that may be seen, it does not.
[[nodiscard]] bool asksForPassword(const AuthQuestion &question);

} // namespace Portolan::Ssh

Q_DECLARE_METATYPE(Portolan::Ssh::HostKeyQuestion)
Q_DECLARE_METATYPE(Portolan::Ssh::AuthQuestion)
