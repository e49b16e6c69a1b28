// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/finding.h"
#include "core/ntp/host/hostclock.h"

#include <QList>

namespace Portolan::Ntp {

// What a host's view of its own clock comes to: pure judgements of facts, any thread. Ids begin
// with "ntp.host."; the worst come first, and there is one at least.
//
// `wrong`: servers, by name or address, that were measured to be wrong from here.
[[nodiscard]] QList<Finding> judgeHost(const HostClock &clock, const QStringList &wrong = {});
// Nothing for an id of another family.
[[nodiscard]] std::optional<FindingText> hostFindingText(const Finding &finding);

} // namespace Portolan::Ntp
