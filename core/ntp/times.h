// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>

namespace Portolan::Ntp {

// Times of NTP and of this machine. Plain values, pure, any thread.
//
// An Instant is nanoseconds since 1970-01-01 UTC as the system's clock counts them (no leap
// seconds). Offsets, delays and bounds are Seconds, in floating point: statistics of nanoseconds
// need fractions of them. A Timestamp is what a packet carries: 2^-32 s since 1900, without its era
// (RFC 5905, section 6); it means nothing until unwrapped near a time that is known.
using Seconds = std::chrono::duration<double>;
using Instant = std::chrono::sys_time<std::chrono::nanoseconds>;

struct Timestamp
{
    quint64 value = 0; // seconds in the upper half, fraction in the lower; 0: none

    [[nodiscard]] constexpr bool isZero() const { return value == 0; }
    friend constexpr bool operator==(Timestamp, Timestamp) = default;
};

inline constexpr std::int64_t kUnixEpoch = 2'208'988'800; // 1970 in seconds since 1900
inline constexpr double kFrequencyTolerance = 15e-6;      // PHI of RFC 5905, section 11.2
inline constexpr Seconds kMostDispersion{16};             // MAXDISP
inline constexpr Seconds kMostDistance{1.5};              // MAXDIST, with its slack

// Within half an era either is before the other.
[[nodiscard]] constexpr bool isBefore(Timestamp a, Timestamp b)
{
    return static_cast<std::int64_t>(a.value - b.value) < 0;
}
[[nodiscard]] Timestamp toTimestamp(Instant instant);
// The instant within 68 years of `near` that the timestamp means (RFC 5905, section 6: eras).
[[nodiscard]] Instant toInstant(Timestamp timestamp, Instant near);
// 16.16 bits, as root delay and root dispersion are. Never negative.
[[nodiscard]] Seconds fromShort(quint32 value);
[[nodiscard]] quint32 toShort(Seconds value); // rounded up, and kept within what it can say
// 2^exponent seconds, as precision and poll are; the exponent is kept within -64..+63.
[[nodiscard]] Seconds powerOfTwo(int exponent);

[[nodiscard]] inline Seconds between(Instant later, Instant earlier)
{
    return std::chrono::duration_cast<Seconds>(later - earlier);
}
[[nodiscard]] inline Instant after(Instant from, Seconds passed)
{
    return from + std::chrono::nanoseconds(static_cast<std::int64_t>(passed.count() * 1e9));
}

} // namespace Portolan::Ntp
