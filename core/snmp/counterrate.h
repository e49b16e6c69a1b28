// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

namespace Portolan::Snmp {

// What an agent said of a counter at one moment: the counter, sysUpTime and, where there is one,
// the time of its last discontinuity, all from one response. Plain value.
struct CounterReading
{
    std::uint64_t value = 0;
    bool is64 = false;                          // Counter64; else it wraps at 2^32
    std::uint32_t upTime = 0;                   // sysUpTime, hundredths of a second
    std::optional<std::uint32_t> discontinuity; // ifCounterDiscontinuityTime and the like
    std::chrono::steady_clock::time_point at{}; // by our clock, to tell a wrap from a restart
};

struct CounterStep
{
    enum class Kind {
        First,         // nothing to compare it with
        Rate,          //
        TooSoon,       // the agent's clock has not moved: it answers from a cache
        Restarted,     // the agent counts its time anew
        Discontinuity, // the counter began anew, or says so
    };

    Kind kind = Kind::First;
    double perSecond = 0; // of a Rate
    bool wrapped = false; // of a Rate: once through zero
};

// Makes rates of counters, by the agent's own clock. Pure; any thread, one owner, one for each
// counter. A 32-bit counter that became less has wrapped once (RFC 2578, section 7.1.6), unless
// that would mean more than half of its range: then it began anew without saying so. A 64-bit one
// never wraps in practice (RFC 2863, section 3.1.6), so less means anew. sysUpTime itself wraps
// after 497 days; that is no restart. What a 32-bit counter did in more time than it takes to wrap
// cannot be known: poll faster, or use the 64-bit one.
class CounterRate
{
public:
    CounterStep take(const CounterReading &reading);
    void reset() { m_last.reset(); }

private:
    std::optional<CounterReading> m_last;
};

} // namespace Portolan::Snmp
