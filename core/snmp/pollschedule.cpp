// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/pollschedule.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace Portolan::Snmp {

namespace {

// FNV-1a: the same in every run, which qHash() is not.
double fractionOf(const QString &name)
{
    std::uint64_t hash = 14'695'981'039'346'656'037ULL;
    for (const char each : name.toUtf8())
        hash = (hash ^ static_cast<std::uint8_t>(each)) * 1'099'511'628'211ULL;
    hash ^= hash >> 32U; // its upper half is poor for short names
    return static_cast<double>(hash & 0xffffffffU) / 4'294'967'296.0;
}

// Multiples of it, modulo 1, stay as far apart as they can, however many there are.
constexpr double kGolden = 0.618'033'988'749'895;

} // namespace

PollSchedule::Clock::time_point PollSchedule::slotAfter(const Poll &poll,
                                                        Clock::time_point now) const
{
    const double fraction = std::fmod(fractionOf(poll.agent) + kGolden * poll.number, 1.0);
    const auto phase = Clock::duration(
        static_cast<Clock::rep>(fraction * static_cast<double>(poll.interval.count())));
    const auto since = now - m_epoch - phase;
    const auto turn = since < Clock::duration::zero() ? Clock::rep(-1) : since / poll.interval;
    return m_epoch + phase + poll.interval * (turn + 1);
}

PollSchedule::PollId PollSchedule::add(const QString &agent, std::chrono::milliseconds interval,
                                       Clock::time_point now)
{
    // The lowest number that is free there, so that phases are the same after some went.
    std::vector<unsigned> taken;
    for (const auto &[id, poll] : m_polls) {
        if (poll.agent == agent)
            taken.push_back(poll.number);
    }
    unsigned number = 0;
    while (std::find(taken.begin(), taken.end(), number) != taken.end())
        ++number;
    Poll made;
    made.agent = agent;
    made.number = number;
    made.interval = std::max<Clock::duration>(interval, std::chrono::milliseconds(1));
    made.due = slotAfter(made, now);
    ++m_agents[agent].polls;
    m_polls.emplace(++m_last, std::move(made));
    return m_last;
}

void PollSchedule::remove(PollId id)
{
    const auto found = m_polls.find(id);
    if (found == m_polls.end())
        return;
    const auto agent = m_agents.find(found->second.agent);
    if (found->second.isRunning)
        --agent->second.running;
    if (--agent->second.polls == 0)
        m_agents.erase(agent);
    m_polls.erase(found);
}

void PollSchedule::setInterval(PollId id, std::chrono::milliseconds interval, Clock::time_point now)
{
    const auto found = m_polls.find(id);
    if (found == m_polls.end())
        return;
    Poll &poll = found->second;
    poll.interval = std::max<Clock::duration>(interval, std::chrono::milliseconds(1));
    poll.due = slotAfter(poll, now);
    poll.isWaiting = false;
}

void PollSchedule::start(Poll &poll, Agent &agent, Clock::time_point now)
{
    poll.isRunning = true;
    poll.isWaiting = false;
    poll.began = now;
    ++poll.facts.turns;
    ++agent.running;
}

std::vector<PollSchedule::PollId> PollSchedule::begin(Clock::time_point now)
{
    std::vector<PollId> begun;
    // Those that have waited longest first.
    std::vector<std::pair<Clock::time_point, PollId>> due;
    for (const auto &[id, poll] : m_polls) {
        if (poll.due <= now || poll.isWaiting)
            due.emplace_back(poll.isWaiting ? Clock::time_point::min() : poll.due, id);
    }
    std::sort(due.begin(), due.end());
    for (const auto &[when, id] : due) {
        Poll &poll = m_polls.at(id);
        Agent &agent = m_agents.at(poll.agent);
        const bool isTurn = poll.due <= now;
        if (isTurn) {
            // However many turns went by, while this machine slept, for instance.
            poll.due = slotAfter(poll, now);
            if (poll.isRunning || poll.isWaiting) {
                ++poll.facts.skipped;
                if (poll.isRunning)
                    continue;
            }
        }
        if (now < agent.restsUntil) {
            ++poll.facts.rested;
            poll.isWaiting = false;
            continue;
        }
        if (agent.running > 0) {
            poll.isWaiting = true;
            continue;
        }
        start(poll, agent, now);
        begun.push_back(id);
    }
    return begun;
}

bool PollSchedule::beginNow(PollId id, Clock::time_point now)
{
    const auto found = m_polls.find(id);
    if (found == m_polls.end() || found->second.isRunning)
        return false;
    start(found->second, m_agents.at(found->second.agent), now);
    return true;
}

void PollSchedule::done(PollId id, Outcome outcome, Clock::time_point now)
{
    const auto found = m_polls.find(id);
    if (found == m_polls.end() || !found->second.isRunning)
        return;
    Poll &poll = found->second;
    Agent &agent = m_agents.at(poll.agent);
    poll.isRunning = false;
    --agent.running;
    poll.facts.took = std::chrono::duration_cast<std::chrono::milliseconds>(now - poll.began);
    if (outcome != Outcome::TimedOut) {
        agent.timeouts = 0;
        agent.restsUntil = {};
        return;
    }
    agent.timeouts = std::min(agent.timeouts + 1, 16);
    const auto rest =
        std::min<Clock::duration>(poll.interval * (Clock::rep(1) << agent.timeouts), kLongestRest);
    agent.restsUntil = std::max(agent.restsUntil, now + rest);
}

std::optional<PollSchedule::Clock::time_point> PollSchedule::next() const
{
    std::optional<Clock::time_point> soonest;
    for (const auto &[id, poll] : m_polls) {
        // One that waits goes as soon as its agent is free.
        const bool goesNow = poll.isWaiting && m_agents.at(poll.agent).running == 0;
        const auto when = goesNow ? Clock::time_point{} : poll.due;
        if (!soonest || when < *soonest)
            soonest = when;
    }
    return soonest;
}

PollSchedule::Facts PollSchedule::facts(PollId id) const
{
    const auto found = m_polls.find(id);
    return found == m_polls.end() ? Facts() : found->second.facts;
}

std::chrono::milliseconds PollSchedule::rest(PollId id, Clock::time_point now) const
{
    const auto found = m_polls.find(id);
    if (found == m_polls.end())
        return {};
    const auto until = m_agents.at(found->second.agent).restsUntil;
    return until <= now ? std::chrono::milliseconds(0)
                        : std::chrono::duration_cast<std::chrono::milliseconds>(until - now);
}

} // namespace Portolan::Snmp
