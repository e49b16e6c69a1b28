// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/counterrate.h"

#include <utility>

namespace Portolan::Snmp {

namespace {

constexpr std::uint64_t kRange32 = std::uint64_t(1) << 32U;
constexpr std::uint64_t kHalf32 = kRange32 / 2;
// How far the agent's clock may be off from ours between two readings, to be taken for wrapped.
constexpr double kClockSlack = 0.5;
constexpr double kLeastSlack = 60; // seconds

// Hundredths of a second that passed on the agent's clock; nothing where it began anew.
std::optional<std::uint64_t> ticksBetween(const CounterReading &before, const CounterReading &now)
{
    if (now.upTime >= before.upTime)
        return now.upTime - before.upTime;
    const std::uint64_t wrapped = kRange32 - before.upTime + now.upTime;
    const double ours = std::chrono::duration<double>(now.at - before.at).count();
    const double theirs = static_cast<double>(wrapped) / 100;
    const double slack = ours * kClockSlack > kLeastSlack ? ours * kClockSlack : kLeastSlack;
    if (theirs <= ours + slack)
        return wrapped;
    return std::nullopt;
}

} // namespace

CounterStep CounterRate::take(const CounterReading &reading)
{
    const std::optional<CounterReading> last = std::exchange(m_last, reading);
    if (!last || last->is64 != reading.is64)
        return {};
    const auto ticks = ticksBetween(*last, reading);
    if (!ticks)
        return {CounterStep::Kind::Restarted};
    if (last->discontinuity != reading.discontinuity)
        return {CounterStep::Kind::Discontinuity};
    if (*ticks == 0) {
        m_last = last; // the next one is compared with what belongs to that time
        return {CounterStep::Kind::TooSoon};
    }
    std::uint64_t more = reading.value - last->value;
    bool wrapped = false;
    if (reading.value < last->value) {
        if (reading.is64)
            return {CounterStep::Kind::Discontinuity};
        more += kRange32;
        more %= kRange32;
        wrapped = true;
        if (more > kHalf32)
            return {CounterStep::Kind::Discontinuity};
    }
    return {CounterStep::Kind::Rate, static_cast<double>(more) * 100 / static_cast<double>(*ticks),
            wrapped};
}

} // namespace Portolan::Snmp
