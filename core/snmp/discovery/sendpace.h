// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <chrono>

namespace Portolan::Snmp {

// When the next packet may go, so that there are never more than so many a second. Pure, driven by
// whoever has the clock; any thread, one owner. A pause is not made up for: after it, at most what
// fits into 20 ms goes at once, because timers of systems are no finer than that.
class SendPace
{
public:
    using Clock = std::chrono::steady_clock;

    explicit SendPace(double perSecond)
        : m_interval(std::chrono::duration_cast<Clock::duration>(
              std::chrono::duration<double>(1.0 / std::clamp(perSecond, 0.1, 1'000'000.0))))
    {
    }

    [[nodiscard]] Clock::time_point next() const { return m_due; }
    [[nodiscard]] bool mayGo(Clock::time_point now) const { return now >= m_due; }
    void sent(Clock::time_point now) { m_due = std::max(m_due, now - kBurst) + m_interval; }

private:
    static constexpr Clock::duration kBurst = std::chrono::milliseconds(20);

    Clock::duration m_interval;
    Clock::time_point m_due{};
};

} // namespace Portolan::Snmp
