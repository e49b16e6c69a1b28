// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ntp/host/hostclock.h"
#include "core/ntp/host/hostquestions.h"

namespace Portolan::Ntp {

// What answers mean. Pure, any thread. Any bytes are taken: what cannot be read is left out, and a
// command that said something else stands in HostClock::problems. At most 4,096 sources and 64
// daemons are kept. Formats: chronyc(1) of 4.x with -c, timedatectl(1), ntpq(8) of ntpsec and the
// reference implementation, pmc(8).
struct HostTimes // of this computer's clock around the script
{
    Instant began;
    Instant ended;
};
[[nodiscard]] HostClock readHostClock(const QList<HostAnswer> &answers,
                                      const std::optional<HostTimes> &times = {});

} // namespace Portolan::Ntp
