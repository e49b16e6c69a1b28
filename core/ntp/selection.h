// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ntp/times.h"

#include "core/ntp/packet.h"

#include <QList>

#include <optional>

namespace Portolan::Ntp {

// Which servers are to be believed, which are not, and why. Pure, any thread. Source: RFC 5905,
// section 11.2 and appendix A.5.5 (intersection, cluster and combine algorithms).

// What is known of a server at the moment of the choice.
struct Candidate
{
    bool leftOut = false; // by a person, to see what the others say without it
    bool wasAsked = true;
    bool hasEstimate = false;
    quint8 reach = 0;
    Seconds offset{};
    Seconds distance{}; // root distance: the correctness interval is offset +- distance
    Seconds jitter{};
    int stratum = 16;
    Leap leap = Leap::Unknown;
    bool withoutTime = false;  // its last answer said that it has no time
    bool refused = false;      // it sent a kiss code that forbids asking
    bool smears = false;       // it says so, or is known for it
    bool authenticated = true; // false: an answer was expected to be authentic and was not
};

enum class Standing : std::uint8_t {
    Selected,       // the system peer: nearest and most trusted of the survivors
    Combined,       // survivor: its offset counts in the mean
    Outlier,        // a truechimer whose middle is outside what is agreed, or far from the others
    Falseticker,    // the majority says something else
    NoMajority,     // no more than half agree: nobody can be believed
    TooFar,         // its distance is over the limit
    Unsynchronised, // says itself that it has no time
    Smearing,       // smears a leap second while others do not
    LeftOut,        // by a person
    Refused,        // does not want to be asked
    NotAuthentic,
    Unreachable, // the last eight polls were not answered
    NotMeasured, // nothing is known yet
};

struct Interval
{
    Seconds low{};
    Seconds high{};
    [[nodiscard]] bool meets(const Interval &other) const
    {
        return low <= other.high && other.low <= high;
    }
};

struct Choice
{
    Standing standing = Standing::NotMeasured;
    Interval interval = {};
    // Of a falseticker: the truechimers whose intervals have nothing in common with its own.
    QList<int> outvotedBy = {};
    Seconds selectionJitter{}; // of a survivor or an outlier, among those with it
};

struct Selection
{
    QList<Choice> choices; // as the candidates
    // What the majority has in common; nothing without a majority.
    std::optional<Interval> agreed = {};
    int selected = -1;
    // The mean of the survivors: server time minus ours.
    std::optional<Seconds> offset = {};
    Seconds jitter{};
    int voters = 0; // that took part in the intersection
    int truechimers = 0;
};

struct SelectionRules
{
    int survivors = 3; // CMIN: the cluster algorithm stops here
    Seconds mostDistance = kMostDistance;
};

[[nodiscard]] Selection select(const QList<Candidate> &candidates,
                               const SelectionRules &rules = {});

[[nodiscard]] QString standingName(Standing standing); // "falseticker", as in JSON
[[nodiscard]] QString standingText(Standing standing); // for a person, in the current language

} // namespace Portolan::Ntp
