// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/finding.h"
#include "core/ssh/diagnosis/kexinit.h"

#include <QList>
#include <QString>

#include <optional>

namespace Portolan::Ssh {

// How safe an SSH server's offers are: facts that were gathered before any login (AuditProbe), and
// their judgement. Pure, any thread.
// Sources of the grades: RFC 9142 (key exchange), RFC 8758 (RC4), RFC 8332 and RFC 9212 (SHA-1
// signatures), CVE-2023-48795 (Terrapin), CVE-2016-2183 (64-bit blocks), and what OpenSSH takes by
// default since 6.7, 7.0, 8.2, 8.8, 10.0 and 10.1.

enum class Grade {
    Strong,
    Fair,    // safe, but newer ones are preferred
    Weak,    // known weaknesses, to be turned off
    Broken,  // must not be used
    Unknown, // not in our table
};

struct AlgorithmGrade
{
    Grade grade = Grade::Unknown;
    QString reason = {}; // "sha1", "cbc", ...: part of the finding's id
};

enum class AlgorithmList { KeyExchange, HostKey, Cipher, Mac, Compression };

[[nodiscard]] AlgorithmGrade gradeOf(AlgorithmList list, const QString &name);
[[nodiscard]] QString gradeName(Grade grade);       // "strong", "fair", ... as in JSON
[[nodiscard]] QString listName(AlgorithmList list); // "kex", "host_key", "cipher", "mac", ...
[[nodiscard]] bool isQuantumSafe(const QString &keyExchange);

struct AuditFacts
{
    QString banner; // "SSH-2.0-OpenSSH_9.2p1"
    QStringList linesBefore;
    KexInit server;
    KexInit own;                // what this program offers
    std::optional<int> rsaBits; // of the RSA host key, where there is one
    QString rsaSha256 = {};
    std::optional<int> groupBits; // the smallest group that group exchange gave

    friend bool operator==(const AuditFacts &, const AuditFacts &) = default;
};

// Both directions together, each name once, without markers.
[[nodiscard]] QStringList offered(const KexInit &lists, AlgorithmList list);

[[nodiscard]] QList<Finding> judge(const AuditFacts &facts);
// In the language of the moment.
[[nodiscard]] FindingText textOf(const Finding &finding);

} // namespace Portolan::Ssh
