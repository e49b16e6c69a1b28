// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <chrono>
#include <vector>

namespace Portolan::Ssh {

// Where a connection goes and how it is made. Plain values, any thread, no secrets. Two panels that
// ask for equal Target and Options share one connection (ConnectionPool).

struct Target
{
    QString user; // empty: the name of the person at this machine
    QString host; // a name, an IPv4 or an IPv6 address without brackets
    quint16 port = 22;

    // "ops@bastion:2222"; port 22 stays unwritten.
    [[nodiscard]] QString display() const;
    friend bool operator==(const Target &, const Target &) = default;
};

enum class HostKeyPolicy {
    Ask,       // an unknown key is a question
    AcceptNew, // an unknown key is recorded; a changed one is refused
    Strict,    // an unknown key is refused
};

// Comma-separated lists in order of preference; empty means the library's. A leading '+', '-' or
// '^' adds to, takes from or puts in front of the library's list, as in ssh_config(5).
struct AlgorithmChoice
{
    QString keyExchange = {};
    QString hostKeys = {};
    QString ciphers = {};
    QString macs = {};

    friend bool operator==(const AlgorithmChoice &, const AlgorithmChoice &) = default;
};

struct Jump;

struct Options
{
    QStringList identityFiles = {};    // private keys; empty: the usual names in ~/.ssh
    QStringList certificateFiles = {}; // besides KEY-cert.pub, which is found beside its key
    bool identitiesOnly = false;       // of the agent's keys, only those of identityFiles
    bool useAgent = true;
    QString agentSocket = {};  // empty: what SSH_AUTH_SOCK says
    bool forwardAgent = false; // programs over there may use the agent's keys
    bool useKeyboardInteractive = true;
    bool usePassword = true;
    int passwordAttempts = 3;

    QString knownHostsFile = {}; // empty: ~/.ssh/known_hosts; the one that is written to
    QStringList globalKnownHostsFiles = {QStringLiteral("/etc/ssh/ssh_known_hosts"),
                                         QStringLiteral("/etc/ssh/ssh_known_hosts2")};
    HostKeyPolicy hostKeyPolicy = HostKeyPolicy::Ask;
    QString hostKeyAlias = {}; // looked up and recorded in place of the host's name and port

    // Each is for one step. The time in which a person thinks about a question does not count.
    std::chrono::milliseconds connectTimeout = std::chrono::seconds(10); // lookup, TCP, banner
    std::chrono::milliseconds loginTimeout = std::chrono::seconds(30);   // key exchange, each login

    std::chrono::milliseconds keepaliveInterval = std::chrono::seconds(15); // 0: none
    int keepaliveCountMax = 3; // unanswered in a row, then the server counts as lost

    AlgorithmChoice algorithms = {};
    bool legacy = false; // also what only old gear needs; weak, behind everything else
    bool compression = false;
    quint64 rekeyBytes = 0;            // 0: the library's limit
    std::chrono::seconds rekeyAfter{}; // 0: no limit by time

    // The hosts on the way, from the one that is reached directly.
    std::vector<Jump> jumps; // without "= {}": for clang that would need the whole Jump here

    friend bool operator==(const Options &, const Options &) = default;
};

// A host on the way to another one, with its own login. Its options have no jumps of their own: the
// hops before it are those before it in the list.
struct Jump
{
    Target target;
    Options options;

    friend bool operator==(const Jump &, const Jump &) = default;
};

} // namespace Portolan::Ssh
