// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ntp/times.h"

#include <algorithm>
#include <cmath>

namespace Portolan::Ntp {

namespace {

constexpr std::int64_t kNano = 1'000'000'000;

} // namespace

Timestamp toTimestamp(Instant instant)
{
    const auto since = instant.time_since_epoch().count();
    // Rounded towards the past, also before 1970.
    const std::int64_t seconds = since >= 0 ? since / kNano : -((-since + kNano - 1) / kNano);
    const auto rest = static_cast<quint64>(since - seconds * kNano);
    const quint64 fraction = ((rest << 32U) + kNano / 2) / kNano;
    // The era falls off; a fraction that was rounded up to a whole second carries.
    return {(static_cast<quint64>(seconds + kUnixEpoch) << 32U) + fraction};
}

Instant toInstant(Timestamp timestamp, Instant near)
{
    // The difference modulo one era, read as signed, is the shortest way (RFC 5905, figure 4).
    const auto difference = static_cast<std::int64_t>(timestamp.value - toTimestamp(near).value);
    const std::int64_t seconds = difference >> 32;
    const auto fraction = static_cast<quint64>(difference) & 0xFFFF'FFFFU;
    const auto nanoseconds = static_cast<std::int64_t>((fraction * kNano + (1U << 31U)) >> 32U);
    // `near` itself was rounded to 2^-32 s above; that is less than half a nanosecond.
    return near + std::chrono::nanoseconds(seconds * kNano + nanoseconds);
}

Seconds fromShort(quint32 value)
{
    return Seconds(value / 65536.0);
}

quint32 toShort(Seconds value)
{
    if (!(value.count() > 0))
        return 0;
    return static_cast<quint32>(std::min(std::ceil(value.count() * 65536.0), 4294967295.0));
}

Seconds powerOfTwo(int exponent)
{
    return Seconds(std::ldexp(1.0, std::clamp(exponent, -64, 63)));
}

} // namespace Portolan::Ntp
