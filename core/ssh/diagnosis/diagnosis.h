// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/finding.h"
#include "core/ssh/diagnosis/diagnosisfacts.h"

#include <QList>
#include <QString>

#include <optional>

namespace Portolan::Ssh {

// Why a login does not work, or is slow: judged from facts alone. Pure, any thread.
// The findings come sorted: errors, warnings, notes, then what was found in order; inside a
// severity by the ladder (DNS, TCP, banner, key exchange, host key, login, session). So the first
// one is the answer. What could not be looked at is said as a note ("ssh.diagnose.unchecked...");
// "ssh.diagnose.fine" comes only when every step was seen to work.
// Words: textOf() of audit.h knows these ids too.
// Sources: RFC 4251-4254, 4256, 8305, 8308, 8332; sshd(8), sshd_config(5); OpenSSH's
// PROTOCOL.certkeys and its release notes for what each version refuses.

[[nodiscard]] QList<Finding> judge(const DiagnosisFacts &facts);

enum class Verdict { Fine, Limited, Incomplete, Problems };
// Fine: no error, no warning, nothing unchecked, nothing refused. Limited: the login works, and the
// server refuses something besides (forwarding, SFTP). Problems: an error or a warning.
[[nodiscard]] Verdict verdictOf(const QList<Finding> &findings);
// "fine", "limited", "incomplete", "problems"
[[nodiscard]] QString verdictName(Verdict verdict);

// The kind of the first error, which stands for the exit code; none: nothing blocks.
[[nodiscard]] std::optional<Error::Kind> blockingKind(const QList<Finding> &findings);

// One rung, for a list or a picture of the ladder.
struct Rung
{
    enum class State { Good, Slow, Bad, NotReached, NotChecked };

    DiagnosisStep step = DiagnosisStep::Lookup;
    State state = State::NotReached;
    std::optional<Milliseconds> time = {};
    QString detail = {}; // what was seen, a few words: an address, a version, algorithms
};
[[nodiscard]] QList<Rung> ladderOf(const DiagnosisFacts &facts);

// What one click can do. A finding names at most one in `action`; what it takes is
// actionArgument(finding).
namespace Action {
inline constexpr char kChmodKey[] = "ssh.chmod_key";         // a key file: restrictKeyFile()
inline constexpr char kChmodFolder[] = "ssh.chmod_folder";   // the folder of keys: restrictFolder()
inline constexpr char kAcceptLegacy[] = "ssh.accept_legacy"; // none: option legacy=yes, this host
inline constexpr char kOpenKnownHosts[] = "ssh.open_known_hosts"; // "FILE:LINE"
inline constexpr char kAddKeyToAgent[] = "ssh.add_key_to_agent";  // a key file
inline constexpr char kChooseKey[] = "ssh.choose_key";            // none: name one key file
inline constexpr char kIdentitiesOnly[] = "ssh.identities_only";  // none: only the named keys
inline constexpr char kDiagnoseAgain[] = "ssh.diagnose_again";    // none: with a password this time
} // namespace Action

// Empty where the action takes none.
[[nodiscard]] QString actionArgument(const Finding &finding);

// The remedies that need nothing but a file of this person: 0600 for a private key, 0700 for its
// folder. They refuse what is not a private key, not owned, or reached over a symbolic link.
[[nodiscard]] Result<> restrictKeyFile(const QString &file);
[[nodiscard]] Result<> restrictFolder(const QString &folder);

} // namespace Portolan::Ssh
