// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>
#include <deque>
#include <optional>

namespace Portolan::Ui {

// How fast something goes and how long the rest will take, from what was done at which time. The
// rate is that of the last five seconds, so a pause is seen and the beginning is forgotten. Pure;
// the caller gives the time. Bounded: at most 64 observations are kept.
class RateMeter
{
public:
    using Time = std::chrono::milliseconds; // since any fixed moment

    void restart();
    // `done` never falls; a smaller one restarts.
    void observe(quint64 done, Time now);

    // Per second; nothing until half a second was seen.
    [[nodiscard]] std::optional<double> rate() const;
    // Nothing while the rate is unknown or zero; at least one second until all is done.
    [[nodiscard]] std::optional<std::chrono::seconds> timeLeft(quint64 all) const;

private:
    struct Observation
    {
        Time time;
        quint64 done;
    };

    std::deque<Observation> m_seen;
};

} // namespace Portolan::Ui
