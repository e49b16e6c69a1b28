// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>

namespace Portolan::Snmp {

// What an agent stood well in an earlier walk; kept by its sysObjectID.
struct WalkTraits
{
    int repetitions = 25;
    int window = 4;
    bool bulk = true;
    bool isLimit = false; // it refused or cut off more rows than that

    friend bool operator==(const WalkTraits &, const WalkTraits &) = default;
};

// How many requests of a walk are in flight, and how many rows each asks for. Pure: the caller
// brings the times; any thread, one owner. It starts small and doubles while more in flight brings
// more rows a second; where replies only take longer (an agent that is busy with one thing at a
// time) it goes back to what keeps that agent busy, and no further. Lost replies take a third of
// the window, at most once a round trip. tooBig and short replies lower the rows a request, and
// they stay low. On a long way a reply is kept within one packet, 1400 bytes, until the window
// cannot grow any more: a lost fragment would lose the whole reply.
class WalkPace
{
public:
    using Time = std::chrono::steady_clock::time_point;
    using Duration = std::chrono::steady_clock::duration;

    struct Limits
    {
        int repetitions = 25; // to begin with
        int mostRepetitions = 100;
        int mostInFlight = 32;
        bool bulk = true;
    };

    explicit WalkPace(const Limits &limits);
    // What is known of agents of this kind; from the next request on.
    void recall(const WalkTraits &traits);

    void answered(Time now, Duration rtt, int rows, std::size_t bytes, int asked, bool isShort);
    void lost(Time now);
    void tooBig(int asked);
    // It does not answer GETBULK, but GETNEXT.
    void noBulk();

    [[nodiscard]] int window() const;
    [[nodiscard]] int repetitions() const; // 1: use GETNEXT
    // How many requests may go where nothing is known to be: few where the agent has no time left.
    [[nodiscard]] int guesses() const;
    // How many of those behind branches of the tree: none where the way is short, and nothing is
    // won by it.
    [[nodiscard]] int looks() const;
    [[nodiscard]] WalkTraits traits() const;

private:
    void endRound(Time now);
    void growRepetitions();
    void limit(int repetitions);

    Limits m_limits;
    double m_window = 4;
    int m_repetitions;
    int m_ceiling; // of repetitions, from tooBig and short replies
    bool m_isLimited = false;
    bool m_doubling = true;
    std::optional<Duration> m_shortest;
    double m_smoothed = 0;    // round trip, seconds
    double m_bytesPerRow = 0; // 0: not known

    // A round: as many replies as the window had at its beginning.
    Time m_roundBegan{};
    bool m_inRound = false;
    int m_roundReplies = 0;
    int m_roundRows = 0;
    int m_roundWindow = 0;
    double m_bestRate = 0; // rows a second
    Time m_lastCut{};
    bool m_wasCut = false;
};

} // namespace Portolan::Snmp
