// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/walkpace.h"

#include <algorithm>
#include <cmath>

namespace Portolan::Snmp {

namespace {

constexpr double kFirstWindow = 4;
constexpr double kLeastWindow = 2; // one at work, one on the way
constexpr double kWorthwhile = 1.15;
constexpr double kPacket = 1400;   // bytes that surely travel in one piece
constexpr double kNear = 0.002;    // seconds: within a room, or the same machine
constexpr int kFewForPackets = 10; // rows a request, however large they are

double seconds(WalkPace::Duration duration)
{
    return std::chrono::duration<double>(duration).count();
}

} // namespace

WalkPace::WalkPace(const Limits &limits)
    : m_limits(limits)
    , m_window(std::min<double>(kFirstWindow, limits.mostInFlight))
    , m_repetitions(limits.bulk ? std::clamp(limits.repetitions, 1, limits.mostRepetitions) : 1)
    , m_ceiling(limits.bulk ? limits.mostRepetitions : 1)
{
}

void WalkPace::recall(const WalkTraits &traits)
{
    if (!traits.bulk) {
        noBulk();
    } else {
        if (traits.isLimit)
            limit(traits.repetitions);
        m_repetitions = std::clamp(traits.repetitions, 1, m_ceiling);
    }
    m_window = std::clamp<double>(traits.window, 1, m_limits.mostInFlight);
}

int WalkPace::window() const
{
    return std::clamp(static_cast<int>(m_window), 1, m_limits.mostInFlight);
}

int WalkPace::repetitions() const
{
    return m_repetitions;
}

int WalkPace::guesses() const
{
    const bool isBusy =
        m_shortest && m_smoothed > kNear / 2 && m_smoothed > 1.5 * seconds(*m_shortest);
    return isBusy ? 1 : m_limits.mostInFlight;
}

int WalkPace::looks() const
{
    const bool isFar = m_shortest && seconds(*m_shortest) > kNear;
    return isFar && guesses() > 1 ? m_limits.mostInFlight : 0;
}

WalkTraits WalkPace::traits() const
{
    return {m_repetitions, window(), m_ceiling > 1, m_isLimited};
}

void WalkPace::answered(Time now, Duration rtt, int rows, std::size_t bytes, int asked,
                        bool isShort)
{
    m_shortest = m_shortest ? std::min(*m_shortest, rtt) : rtt;
    const double taken = seconds(rtt);
    m_smoothed = m_smoothed == 0 ? taken : 0.875 * m_smoothed + 0.125 * taken;
    if (rows > 0) {
        const double each = static_cast<double>(bytes) / rows;
        m_bytesPerRow = m_bytesPerRow == 0 ? each : 0.8 * m_bytesPerRow + 0.2 * each;
    }
    // What an agent cuts off by itself need not be asked for.
    if (isShort && rows > 0 && rows < asked && asked >= m_repetitions) {
        limit(rows);
    }

    if (!m_inRound) {
        m_inRound = true;
        m_roundBegan = now - rtt;
        m_roundReplies = 0;
        m_roundRows = 0;
        m_roundWindow = window();
    }
    ++m_roundReplies;
    m_roundRows += rows;
    // Replies that only queue up behind one another want no more of them.
    const double shortest = seconds(*m_shortest);
    const bool isQueueing = taken > std::max(2 * shortest, shortest + kNear / 2);
    if (m_doubling && !isQueueing)
        m_window = std::min<double>(m_window + 1, m_limits.mostInFlight);
    else if (!m_doubling && taken < 1.25 * shortest)
        m_window = std::min<double>(m_window + 1 / m_window, m_limits.mostInFlight);
    else if (!m_doubling && taken > 2 * shortest && taken > kNear)
        m_window = std::max(m_window - 1 / m_window,
                            std::min<double>(kLeastWindow, m_limits.mostInFlight));
    if (m_roundReplies >= m_roundWindow)
        endRound(now);
}

void WalkPace::endRound(Time now)
{
    m_inRound = false;
    const double took = std::max(seconds(now - m_roundBegan), 1e-6);
    const double rate = m_roundRows / took;
    // The first round has nothing to be compared with.
    if (m_doubling && m_bestRate > 0 && rate < m_bestRate * kWorthwhile) {
        m_doubling = false;
        const double busy =
            m_smoothed > 0 ? m_window * seconds(*m_shortest) / m_smoothed : m_window;
        m_window = std::clamp(1.25 * busy, std::min<double>(kLeastWindow, m_limits.mostInFlight),
                              m_window);
    }
    m_bestRate = std::max(m_bestRate, rate);
    growRepetitions();
}

void WalkPace::growRepetitions()
{
    const bool isNear = m_shortest && seconds(*m_shortest) < kNear;
    double most = m_ceiling;
    if (!isNear && m_bytesPerRow > 0) {
        const bool isFull = window() >= m_limits.mostInFlight && !m_wasCut;
        most = std::min(
            most, std::max<double>(kFewForPackets, (isFull ? 3 : 1) * kPacket / m_bytesPerRow));
    }
    if (m_repetitions < most)
        m_repetitions =
            static_cast<int>(std::min(most, std::max(m_repetitions * 1.5, m_repetitions + 1.0)));
}

void WalkPace::lost(Time now)
{
    const auto trip = std::chrono::duration<double>(std::max(m_smoothed, 0.01));
    if (m_wasCut && now - m_lastCut < std::chrono::duration_cast<Duration>(trip))
        return;
    m_wasCut = true;
    m_lastCut = now;
    m_doubling = false;
    m_inRound = false;
    m_window = std::max(1.0, m_window * 0.67);
}

void WalkPace::tooBig(int asked)
{
    limit(std::min(m_ceiling, asked / 2));
}

void WalkPace::limit(int repetitions)
{
    m_isLimited = true;
    m_ceiling = std::max(1, repetitions);
    m_repetitions = std::min(m_repetitions, m_ceiling);
}

void WalkPace::noBulk()
{
    limit(1);
}

} // namespace Portolan::Snmp
