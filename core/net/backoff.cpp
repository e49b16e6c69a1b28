// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/backoff.h"

#include <algorithm>

namespace Portolan::Net {

std::chrono::milliseconds Backoff::next(double chance)
{
    const auto steps = std::min(m_attempt++, 6);
    const auto middle = std::min(kFirst * (1 << steps), kMost);
    const double factor = 0.75 + 0.5 * std::clamp(chance, 0.0, 1.0);
    return std::chrono::duration_cast<std::chrono::milliseconds>(middle * factor);
}

bool Backoff::isWorthRepeating(const Error &error)
{
    return error.kind == Error::Kind::Network || error.kind == Error::Kind::Timeout;
}

} // namespace Portolan::Net
