// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/ssh/config/sshconfigfile.h"
#include "core/ssh/target.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace Portolan::Ssh {

// What ssh_config says about one host. Our own reader, because libssh's of 0.10 leaves out half of
// the keywords and runs commands while it reads; this one runs nothing: `Match exec` counts as not
// matching, and says so. Plain values, any thread. Tested against `ssh -G` of OpenSSH 9.2.
// As in OpenSSH the first value of a keyword wins, and lists grow.

struct ForwardRule
{
    enum class Kind { Local, Remote, Dynamic };

    Kind kind = Kind::Local;
    QString bindAddress = {}; // empty: loopback only; "*": all
    quint16 listenPort = 0;
    QString listenPath = {}; // a Unix socket in place of address and port
    QString host = {};       // empty with Dynamic, and with a remote SOCKS forward
    quint16 port = 0;
    QString path = {};

    friend bool operator==(const ForwardRule &, const ForwardRule &) = default;
};

struct HostConfig
{
    QString alias;     // what was asked for
    QString hostName;  // where to connect to; the alias, where nothing else is said
    QString user = {}; // empty: not said
    std::optional<quint16> port = {};
    QStringList identityFiles = {}; // as written, "none" included; see expandTokens()
    QStringList certificateFiles = {};
    std::optional<bool> identitiesOnly = {};
    QString identityAgent = {}; // a socket, "none", "SSH_AUTH_SOCK" or "$NAME"
    QStringList jumps = {};     // "user@host:port", from the outermost; "none" leaves it empty
    QString proxyCommand = {};  // never run
    std::optional<std::chrono::seconds> serverAliveInterval = {};
    std::optional<int> serverAliveCountMax = {};
    std::optional<std::chrono::seconds> connectTimeout = {};
    QString forwardAgent = {}; // "yes", "no", a socket or "$NAME"
    QList<ForwardRule> forwards = {};
    QString hostKeyAlias = {};
    AlgorithmChoice algorithms = {};
    QString publicKeyAlgorithms = {};
    QStringList userKnownHostsFiles = {};
    QStringList globalKnownHostsFiles = {};
    QString strictHostKeyChecking = {}; // "yes", "no", "ask", "accept-new"
    std::optional<bool> compression = {};
    std::optional<bool> passwordAuthentication = {};
    std::optional<bool> keyboardInteractive = {};
    std::optional<bool> publicKeyAuthentication = {};

    QList<ConfigNote> notes = {};
};

// Who asks, and from where; the defaults of tokens and of `Match user` and `localuser`.
struct ConfigAsker
{
    QString localUser;
    QString home;
    QString localHost = {};
};

class SshConfig
{
public:
    SshConfig() = default;
    // In order of precedence: this person's first, the system's behind it.
    explicit SshConfig(std::vector<ConfigText> texts);

    // `user` and `port`, where given, stand for what a command line says: they win, and Match sees
    // them.
    [[nodiscard]] HostConfig resolve(const QString &host, const ConfigAsker &asker,
                                     const QString &user = {},
                                     std::optional<quint16> port = {}) const;

    struct Alias
    {
        QString name; // of a Host line, without wildcards
        QString file;
        int line = 0;
    };
    // In the order of the files, each name once.
    [[nodiscard]] QList<Alias> aliases() const;
    [[nodiscard]] const QList<ConfigNote> &notes() const { return m_notes; }

private:
    std::vector<ConfigText> m_texts;
    QList<ConfigNote> m_notes;
};

// %h, %n, %p, %r, %u, %d, %l, %L, %k, %i, %j, %C and %%, then ${NAME}, then "~"; a token or a
// variable that does not exist is an Usage error, as ssh stops there. Source: ssh_config(5),
// TOKENS.
[[nodiscard]] Result<QString> expandTokens(const QString &text, const HostConfig &host,
                                           const ConfigAsker &asker);

// "30", "1m30s", "2h": seconds; nothing where it is not one. Source: sshd_config(5), TIME FORMATS.
[[nodiscard]] std::optional<std::chrono::seconds> parseConfigTime(const QString &text);

} // namespace Portolan::Ssh
