// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ratemeter.h"

#include <algorithm>
#include <cmath>

namespace Portolan::Ui {

namespace {

constexpr std::chrono::milliseconds kWindow{5000};
constexpr std::chrono::milliseconds kApart{100};
constexpr std::chrono::milliseconds kLeastSeen{500};
constexpr std::chrono::seconds kMostLeft{359'999}; // 99:59:59

} // namespace

void RateMeter::restart()
{
    m_seen.clear();
}

void RateMeter::observe(quint64 done, Time now)
{
    if (!m_seen.empty() && (done < m_seen.back().done || now < m_seen.back().time))
        m_seen.clear();
    // The newest is always kept; those too close to the one before make room for it.
    if (m_seen.size() >= 2 && m_seen.back().time - m_seen[m_seen.size() - 2].time < kApart)
        m_seen.pop_back();
    m_seen.push_back({now, done});
    while (m_seen.size() > 2 && (now - m_seen[1].time >= kWindow || m_seen.size() > 64))
        m_seen.pop_front();
}

std::optional<double> RateMeter::rate() const
{
    if (m_seen.size() < 2)
        return std::nullopt;
    const auto span = m_seen.back().time - m_seen.front().time;
    if (span < kLeastSeen)
        return std::nullopt;
    return static_cast<double>(m_seen.back().done - m_seen.front().done) * 1000.0 /
           static_cast<double>(span.count());
}

std::optional<std::chrono::seconds> RateMeter::timeLeft(quint64 all) const
{
    const auto perSecond = rate();
    if (!perSecond || *perSecond <= 0)
        return std::nullopt;
    const quint64 done = m_seen.back().done;
    if (done >= all)
        return std::chrono::seconds(0);
    const double seconds = std::ceil(static_cast<double>(all - done) / *perSecond);
    const auto most = static_cast<double>(kMostLeft.count());
    return std::chrono::seconds(static_cast<qint64>(std::clamp(seconds, 1.0, most)));
}

} // namespace Portolan::Ui
