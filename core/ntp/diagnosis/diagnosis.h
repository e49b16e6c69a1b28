// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/finding.h"
#include "core/ntp/diagnosis/reachprobe.h"
#include "core/ntp/diagnosis/serverrecord.h"
#include "core/ntp/host/hostclock.h"
#include "core/ntp/monitor.h"

#include <QHostAddress>
#include <QList>
#include <QStringList>

#include <optional>
#include <vector>

namespace Portolan::Ntp {

// What was found out about servers and this machine's clock, and what that means. Plain values, any
// thread, no secrets. Nothing: it was not looked at, or could not be.

struct DiagnosedServer
{
    ServerState state;
    ServerRecord record = {};
    std::optional<ReachFacts> reach = {};
};

struct DiagnosisFacts
{
    std::vector<DiagnosedServer> servers; // as the monitor has them
    Selection selection = {};
    std::vector<Monitor::ClockStep> steps = {}; // of this machine's clock
    Seconds watched{};                          // how long
    QList<QHostAddress> ownAddresses = {};      // without loopback
    // How this computer says that its clock is kept, or why it did not say; neither: not asked.
    std::optional<HostClock> host = {};
    std::optional<Error> hostError = {};
    Instant at = {}; // by this machine's clock
    bool cancelled = false;
};

// The facts of a monitor as it stands.
[[nodiscard]] DiagnosisFacts factsOf(const Monitor &monitor, const Recorder &recorder);

// Servers that the others outvote, by name and by address: what a host had better not follow. An
// address at which another server is right is not among them.
[[nodiscard]] QStringList wrongServers(const std::vector<DiagnosedServer> &servers);

// What one click does about a finding: the values of Finding::action. Each changes whom this
// connection asks, and how; none touches a clock.
namespace Action {
inline constexpr QLatin1String kLeaveOut("ntp.leave_out"); // the first argument: a server
inline constexpr QLatin1String kAddServers("ntp.add_servers");
inline constexpr QLatin1String kUseNts("ntp.use_nts");         // the first argument: a server
inline constexpr QLatin1String kUsePort("ntp.use_port");       // 123: likewise
inline constexpr QLatin1String kUseVersion("ntp.use_version"); // 3: likewise
inline constexpr QLatin1String kUseAddress("ntp.use_address"); // the second argument for the first
inline constexpr QLatin1String kWaitLonger("ntp.wait_longer"); // likewise, seconds
inline constexpr QLatin1String kAskAgain("ntp.ask_again");     // the first argument: a server
inline constexpr QLatin1String kShowConfig("ntp.show_config"); // a recommended chrony.conf
inline constexpr QLatin1String kShowHost("ntp.show_host");     // this machine's daemons
} // namespace Action

// The findings, the gravest first; every one has its words in textOf(): "ntp.silent.filtered".
// "ntp.fine" only where servers were measured, agree, and nothing at all is amiss.
//
// What the host says of itself ("ntp.host.…") stands below what was measured from here, unless it
// explains that: then both are one finding, "ntp.clock.behind+host.nobody".
[[nodiscard]] QList<Finding> judge(const DiagnosisFacts &facts);
[[nodiscard]] FindingText textOf(const Finding &finding);
// What a command ends with: nothing where no finding is an error.
[[nodiscard]] std::optional<Error::Kind> blockingKind(const QList<Finding> &findings);

} // namespace Portolan::Ntp
