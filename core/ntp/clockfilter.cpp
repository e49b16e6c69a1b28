// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ntp/clockfilter.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace Portolan::Ntp {

void ClockFilter::shift(Instant at)
{
    const Seconds passed = m_updated ? std::max(between(at, *m_updated), Seconds(0)) : Seconds(0);
    for (Stage &stage : m_stages) {
        if (!stage.isEmpty)
            stage.dispersion =
                std::min(stage.dispersion + kFrequencyTolerance * passed, kMostDispersion);
    }
    std::rotate(m_stages.rbegin(), m_stages.rbegin() + 1, m_stages.rend());
    m_stages.front() = {};
    m_updated = at;
    m_reach = static_cast<quint8>(m_reach << 1U);
}

void ClockFilter::add(const Sample &sample)
{
    shift(sample.at);
    m_reach |= 1U;
    m_stages.front() = {false, sample, sample.dispersion};
    update();
}

void ClockFilter::addMissing(Instant at)
{
    shift(at);
    update();
}

void ClockFilter::clear()
{
    *this = {};
}

void ClockFilter::forgetSamples()
{
    const quint8 reach = m_reach;
    clear();
    m_reach = reach;
}

void ClockFilter::update()
{
    std::array<int, kStages> order{};
    std::iota(order.begin(), order.end(), 0);
    // Empty stages and those that have grown too old go last (RFC 5905, section 10).
    const auto isLast = [this](int stage) {
        const Stage &each = m_stages[static_cast<std::size_t>(stage)];
        return each.isEmpty || each.dispersion >= kMostDispersion;
    };
    std::stable_sort(order.begin(), order.end(), [this, &isLast](int a, int b) {
        if (isLast(a) != isLast(b))
            return isLast(b);
        if (isLast(a))
            return false;
        return m_stages[static_cast<std::size_t>(a)].sample.delay <
               m_stages[static_cast<std::size_t>(b)].sample.delay;
    });
    if (isLast(order[0])) {
        m_estimate.reset();
        return;
    }
    Estimate estimate;
    estimate.chosen = order[0];
    const Stage &best = m_stages[static_cast<std::size_t>(order[0])];
    estimate.sample = best.sample;
    estimate.offset = best.sample.offset;
    estimate.delay = best.sample.delay;
    estimate.isNew = !m_estimate || m_estimate->sample.at != best.sample.at;
    double weight = 0.5;
    double squares = 0;
    int used = 0;
    for (const int each : order) {
        const Stage &stage = m_stages[static_cast<std::size_t>(each)];
        estimate.dispersion += weight * (stage.isEmpty ? kMostDispersion : stage.dispersion);
        weight /= 2;
        if (isLast(each))
            continue;
        squares += std::pow((stage.sample.offset - best.sample.offset).count(), 2);
        ++used;
    }
    const Seconds rms(used > 1 ? std::sqrt(squares / (used - 1)) : 0.0);
    estimate.jitter = std::max(rms, powerOfTwo(best.sample.precision));
    m_estimate = estimate;
}

} // namespace Portolan::Ntp
