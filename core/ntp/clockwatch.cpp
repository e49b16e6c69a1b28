// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ntp/clockwatch.h"

#include "core/net/wakewatch.h"
#include "core/ntp/stampedsocket.h"

#include <cmath>

namespace Portolan::Ntp {

// Both clocks at one moment: of three readings the one that was interrupted least.
ClockReading readClocks()
{
    ClockReading best{};
    auto least = std::chrono::steady_clock::duration::max();
    for (int i = 0; i < 3; ++i) {
        const auto before = std::chrono::steady_clock::now();
        const Instant system = clockNow();
        const auto took = std::chrono::steady_clock::now() - before;
        if (took < least) {
            least = took;
            best = {.system = system, .steady = before + took / 2};
        }
    }
    best.slept = Net::WakeWatch::sleptSinceBoot();
    return best;
}

ClockWatch::Seen ClockWatch::look(const ClockReading &now)
{
    const ClockReading before = std::exchange(m_last, now);
    const bool hasSlept = now.slept - before.slept >= Net::WakeWatch::kLeastSleep;
    const Seconds by = between(now.system, before.system) - Seconds(now.steady - before.steady);
    Seen seen;
    if (!hasSlept && std::abs(by.count()) >= kLeastStep.count())
        seen.step = by;
    seen.isOther = hasSlept || seen.step;
    seen.askNow = seen.isOther && (hasSlept || !m_asked || now.steady - *m_asked >= kLeastAsking);
    if (seen.askNow)
        m_asked = now.steady;
    return seen;
}

} // namespace Portolan::Ntp
