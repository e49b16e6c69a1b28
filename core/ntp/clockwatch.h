// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ntp/times.h"

#include <chrono>
#include <optional>

namespace Portolan::Ntp {

// Notices that this machine's clock was set, by holding it against the steady one, which nobody
// sets. Plain value, one thread; reads clocks only in readClocks(). A clock that is slewed fast
// looks like one that is set each time anew: servers are asked at once all the same only now and
// then, since it is not their fault.
struct ClockReading
{
    Instant system;
    std::chrono::steady_clock::time_point steady;
    std::chrono::milliseconds slept{}; // since the machine was started
};
[[nodiscard]] ClockReading readClocks();

class ClockWatch
{
public:
    static constexpr Seconds kLeastStep{1e-3};
    static constexpr std::chrono::seconds kLeastAsking{16};

    struct Seen
    {
        bool isOther = false; // what was measured before says nothing about the clock as it is now
        std::optional<Seconds> step = {};
        bool askNow = false;
    };

    explicit ClockWatch(const ClockReading &first)
        : m_last(first)
    {
    }
    [[nodiscard]] Seen look(const ClockReading &now);

private:
    ClockReading m_last;
    std::optional<std::chrono::steady_clock::time_point> m_asked;
};

} // namespace Portolan::Ntp
