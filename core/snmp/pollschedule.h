// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace Portolan::Snmp {

// When what is asked for again and again is asked for: spread over its interval, so that many
// agents are not asked at once, and one of them never for two things at a time. Pure, driven by
// whoever has the clock; any thread, one owner.
//
// A poll's times are a fixed grid: its phase comes from the name of its agent and from its number
// there, and never moves, so that late turns cause no drift. A turn that comes while the one before
// is still under way is skipped and counted, never queued. After timeouts an agent is left alone
// for two intervals, then four, up to five minutes; one answer ends that.
class PollSchedule
{
public:
    using Clock = std::chrono::steady_clock;
    using PollId = std::uint64_t;
    enum class Outcome { Answered, Failed, TimedOut };

    struct Facts
    {
        std::uint64_t turns = 0;                            // begun
        std::uint64_t skipped = 0;                          // because the agent was slow
        std::uint64_t rested = 0;                           // because it had not answered
        std::optional<std::chrono::milliseconds> took = {}; // the last one
    };

    static constexpr std::chrono::minutes kLongestRest{5};

    explicit PollSchedule(Clock::time_point epoch = {})
        : m_epoch(epoch)
    {
    }

    // The first turn is at the next time of its grid.
    [[nodiscard]] PollId add(const QString &agent, std::chrono::milliseconds interval,
                             Clock::time_point now);
    void remove(PollId poll); // also while it is under way
    void setInterval(PollId poll, std::chrono::milliseconds interval, Clock::time_point now);

    // Begins what is due; each is to be ended by done().
    [[nodiscard]] std::vector<PollId> begin(Clock::time_point now);
    // One besides, because somebody wants it now; false where it is under way already.
    [[nodiscard]] bool beginNow(PollId poll, Clock::time_point now);
    void done(PollId poll, Outcome outcome, Clock::time_point now);
    // When begin() is to be called again; nothing: not before something else happens.
    [[nodiscard]] std::optional<Clock::time_point> next() const;

    [[nodiscard]] Facts facts(PollId poll) const;
    // How long the agent of a poll is left alone.
    [[nodiscard]] std::chrono::milliseconds rest(PollId poll, Clock::time_point now) const;

private:
    struct Poll
    {
        QString agent;
        unsigned number = 0; // at its agent
        Clock::duration interval{};
        Clock::time_point due{};
        Clock::time_point began{};
        bool isRunning = false;
        bool isWaiting = false; // due, while another one of its agent was under way
        Facts facts = {};
    };
    struct Agent
    {
        int polls = 0;
        int running = 0;
        int timeouts = 0; // in a row
        Clock::time_point restsUntil{};
    };

    void start(Poll &poll, Agent &agent, Clock::time_point now);
    [[nodiscard]] Clock::time_point slotAfter(const Poll &poll, Clock::time_point now) const;

    const Clock::time_point m_epoch;
    PollId m_last = 0;
    std::map<PollId, Poll> m_polls;
    std::map<QString, Agent> m_agents;
};

} // namespace Portolan::Snmp
