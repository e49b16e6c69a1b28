// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/ssh/diagnosis/kexinit.h"
#include "core/ssh/keys/knownhosts.h"
#include "core/ssh/target.h"
#include "core/ssh/transcript.h"

#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QStringList>

#include <chrono>
#include <optional>

namespace Portolan::Ssh {

// What was seen of one attempt to connect and log in, and what this machine knows besides. Plain
// values, any thread, no secrets. An Engine fills in what its attempt saw (Connection::seen());
// DiagnosisProbe adds keys, agent and the checks of a session. What was not looked at stays unset
// and is never taken for good.

using Milliseconds = std::chrono::milliseconds;

struct LookupFacts
{
    bool done = false;
    QStringList addresses = {};
    QString failure = {}; // the system's words
    Milliseconds time{};

    friend bool operator==(const LookupFacts &, const LookupFacts &) = default;
};

struct AddressFacts
{
    enum class Outcome { NotTried, Connected, Refused, Unreachable, TimedOut, Failed, Abandoned };

    QString address;
    Outcome outcome = Outcome::NotTried; // Abandoned: another one was faster
    Milliseconds time{};
    QString words = {}; // the system's

    friend bool operator==(const AddressFacts &, const AddressFacts &) = default;
};

struct BannerFacts
{
    QString identification = {}; // "SSH-2.0-OpenSSH_9.2p1"; empty: none came
    QStringList linesBefore = {};
    QString fragment = {}; // what came of a line without an end
    bool closed = false;   // by the server, before it had said its name
    Milliseconds time{};   // since the TCP connection stood

    friend bool operator==(const BannerFacts &, const BannerFacts &) = default;
};

struct ExchangeFacts
{
    KexInit own = {};
    KexInit server = {};
    bool ownKnown = false;
    bool serverKnown = false;
    bool cut = false; // a list was too long to be seen whole
    bool done = false;
    Milliseconds time{};

    friend bool operator==(const ExchangeFacts &, const ExchangeFacts &) = default;
};

struct HostKeyFacts
{
    struct Known
    {
        QString keyType;
        QString sha256;
        QString file;
        int line = 0;
        friend bool operator==(const Known &, const Known &) = default;
    };

    QString keyType = {};
    int bits = 0;
    QString sha256 = {};
    std::optional<HostKeyVerdict::Status> verdict = {};
    QList<Known> known = {};
    QString authority = {}; // file:line of a @cert-authority line, which did not count
    bool accepted = false;  // the connection went on

    friend bool operator==(const HostKeyFacts &, const HostKeyFacts &) = default;
};

// One request of the login and its answer.
struct AttemptFacts
{
    enum class Outcome {
        Refused,
        KeyTaken,         // "would do": the signature comes next
        SignatureRefused, // after KeyTaken
        Partial,          // right, and something else is wanted besides
        Accepted,
        Asked,    // keyboard-interactive: the server puts questions
        Declined, // nobody answered, or there was no secret to give
        Broken,   // the connection ended instead of an answer
        NotSent,  // this program could not make the request
    };

    QString method;       // "none", "publickey", "password", "keyboard-interactive"
    QString subject = {}; // the key's file, or the agent's comment
    bool fromAgent = false;
    QString keyType = {};
    QString sha256 = {};
    Outcome outcome = Outcome::Refused;
    QStringList prompts = {};
    Milliseconds time{}; // until the answer; a person's thinking is not in it

    friend bool operator==(const AttemptFacts &, const AttemptFacts &) = default;
};

struct LoginFacts
{
    bool begun = false;
    bool done = false;               // somebody is logged in
    QStringList methodsOffered = {}; // after "none"
    QStringList methodsLeft = {};    // at the end
    QStringList succeeded = {};
    QList<AttemptFacts> attempts = {};
    QStringList signatureAlgorithms = {}; // RFC 8308, server-sig-algs
    bool signatureAlgorithmsKnown = false;
    QString banner = {};
    int agentKeysLeftOut = 0;
    bool passwordGiven = false;    // one was at hand
    bool passwordWithheld = false; // the host key was not verified
    Milliseconds time{};           // from the host key to the end of the login, without waiting

    friend bool operator==(const LoginFacts &, const LoginFacts &) = default;
};

struct CertificateFacts
{
    QString file;
    QString keyId = {};
    quint64 serial = 0;
    bool forHosts = false;                    // made to show a host, not a user
    std::optional<QDateTime> validAfter = {}; // nothing: always
    std::optional<QDateTime> validBefore = {};
    QStringList principals = {}; // none: whatever the server allows
    QStringList criticalOptions = {};
    QString authoritySha256 = {};
    bool matchesKey = true;

    friend bool operator==(const CertificateFacts &, const CertificateFacts &) = default;
};

struct KeyFacts
{
    enum class Format { Unknown, OpenSsh, Pem, Pkcs8, Putty, PublicKey };

    QString file;
    bool named = false; // by the person; else one of the usual names
    bool exists = false;
    bool readable = false;
    QString problem = {};         // the system's words
    std::optional<int> mode = {}; // 0600
    std::optional<int> folderMode = {};
    bool owned = true; // by the person at this machine
    Format format = Format::Unknown;
    bool encrypted = false;
    QString keyType = {}; // empty: only the passphrase would show it
    int bits = 0;
    QString sha256 = {};
    QString publicFileSha256 = {}; // of FILE.pub; empty: there is none
    bool inAgent = false;
    std::optional<CertificateFacts> certificate = {};

    friend bool operator==(const KeyFacts &, const KeyFacts &) = default;
};

struct AgentFacts
{
    struct Key
    {
        QString keyType;
        int bits = 0;
        QString sha256;
        QString comment;
        friend bool operator==(const Key &, const Key &) = default;
    };

    bool wanted = true; // by the options
    QString socket = {};
    bool reached = false;
    QString problem = {};
    QList<Key> keys = {};

    friend bool operator==(const AgentFacts &, const AgentFacts &) = default;
};

struct RemoteFile
{
    QString path;        // "~", "~/.ssh", "~/.ssh/authorized_keys"
    QString permissions; // "drwxrwxrwx"
    QString owner;       // its number
    friend bool operator==(const RemoteFile &, const RemoteFile &) = default;
};

struct SessionChecks
{
    enum class Answer { NotChecked, Yes, No, Unclear };

    Answer terminal = Answer::NotChecked;
    Answer shell = Answer::NotChecked; // Yes: it runs; No: it was refused or ended at once
    bool shellEnded = false;
    std::optional<int> shellCode = {};
    QString shellSignal = {};
    QString shellOutput = {};       // its first lines
    Milliseconds shellTime{};       // from the request to the grant
    Milliseconds firstOutputTime{}; // from the request to the first output
    Answer command =
        Answer::NotChecked; // Yes: our own ran; No: refused; Unclear: something else ran
    std::optional<int> commandCode = {};
    QString commandOutput = {};
    Answer forwarding = Answer::NotChecked;
    QString forwardingWords = {};
    Answer subsystem = Answer::NotChecked; // sftp
    QString remoteUser = {};               // its number
    QList<RemoteFile> files = {};
    QString problem = {}; // why the checks ended early

    friend bool operator==(const SessionChecks &, const SessionChecks &) = default;
};

struct DiagnosisFacts
{
    Target target;
    Options options;
    QDateTime now = {}; // when it was gathered; certificates are judged by it
    DiagnosisStep reached = DiagnosisStep::Lookup; // the furthest step that began
    std::optional<Error> error = {};               // how the attempt ended; none: it did not fail
    Milliseconds age{};   // from the TCP connection to the end of the attempt
    QString through = {}; // the host on the way, where there is one: it did lookup and TCP
    LookupFacts lookup = {};
    QList<AddressFacts> addresses = {};
    BannerFacts banner = {};
    ExchangeFacts exchange = {};
    HostKeyFacts hostKey = {};
    LoginFacts login = {};
    bool keysChecked = false;
    QList<KeyFacts> keys = {};
    AgentFacts agent = {};
    SessionChecks session = {};

    friend bool operator==(const DiagnosisFacts &, const DiagnosisFacts &) = default;
};

} // namespace Portolan::Ssh

Q_DECLARE_METATYPE(Portolan::Ssh::DiagnosisFacts)
