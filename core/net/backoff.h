// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <chrono>

namespace Portolan::Net {

// When to try again after a connection was lost: 1, 2, 4, 8, 16, 32 and then 60 seconds, each a
// quarter earlier or later by chance, so that many clients of one server do not come back at once.
// Pure; the chance comes from outside.
class Backoff
{
public:
    static constexpr std::chrono::milliseconds kFirst{1000};
    static constexpr std::chrono::milliseconds kMost{60'000};
    // A connection that held this long was no failed attempt.
    static constexpr std::chrono::seconds kStable{60};

    // `chance` from 0 to 1. Counts the attempt.
    [[nodiscard]] std::chrono::milliseconds next(double chance);
    [[nodiscard]] int attempt() const { return m_attempt; } // from 1, after next()
    void reset() { m_attempt = 0; }

    // Whether the same again could go otherwise. What was refused stays so, and asking again may
    // lock an account or hide an attack: logins, host keys, forbidden ways, wrong options.
    [[nodiscard]] static bool isWorthRepeating(const Error &error);

private:
    int m_attempt = 0;
};

} // namespace Portolan::Net
