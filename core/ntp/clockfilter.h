// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ntp/sample.h"

#include <array>
#include <optional>

namespace Portolan::Ntp {

// What the last eight polls of a server come to: the sample with the least delay, since the queues
// on the way made it least wrong. Plain value, one thread. Source: RFC 5905, section 10 and
// appendix A.5.2 (clock_filter), without the popcorn suppressor: a spike is shown, not hidden.
class ClockFilter
{
public:
    static constexpr int kStages = 8;

    struct Stage
    {
        bool isEmpty = true; // no answer to that poll, or no poll yet
        Sample sample = {};
        Seconds dispersion = kMostDispersion; // grown to the last update
    };

    struct Estimate
    {
        Seconds offset{};
        Seconds delay{};
        Seconds dispersion{}; // of all stages, weighted by rank
        Seconds jitter{};     // rms of the differences from the chosen sample
        int chosen = 0;       // stage
        Sample sample = {};
        bool isNew = false; // the chosen sample was not chosen before
    };

    // A poll was answered; the stages shift.
    void add(const Sample &sample);
    // A poll was not answered; the stages shift too.
    void addMissing(Instant at);
    void clear();
    // Our clock is another one now: what was measured says nothing any more, that it was answered
    // does.
    void forgetSamples();

    // Newest first.
    [[nodiscard]] const std::array<Stage, kStages> &stages() const { return m_stages; }
    [[nodiscard]] const std::optional<Estimate> &estimate() const { return m_estimate; }
    // The last eight polls, newest in the lowest bit (RFC 5905, section 9.2).
    [[nodiscard]] quint8 reach() const { return m_reach; }

private:
    void shift(Instant at);
    void update();

    std::array<Stage, kStages> m_stages = {};
    std::optional<Estimate> m_estimate;
    std::optional<Instant> m_updated;
    quint8 m_reach = 0;
};

} // namespace Portolan::Ntp
