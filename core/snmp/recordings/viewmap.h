// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/recordings/comparison.h"

#include <QStringList>

namespace Portolan::Snmp {

// Which parts of an agent two credentials see: two recordings of one device, laid over each other
// by their OIDs alone. The tree is cut where all that is below is alike, so an entry is the
// shortest prefix that says the truth of everything that was seen. Blocks; memory is bounded: a
// branch that is cut into too many pieces becomes one entry that says so.
struct ViewMap
{
    enum class Sight : std::uint8_t {
        Both,
        First,  // the first credential only
        Second, // the second only
        Mixed,  // in too many pieces
    };
    struct Entry
    {
        Oid prefix;
        // Neighbours of one parent that are alike: up to the one with this arc, where it is not
        // that of `prefix`.
        std::uint32_t lastArc = 0;
        quint64 both = 0;
        quint64 first = 0;
        quint64 second = 0;

        [[nodiscard]] Sight sight() const;
        [[nodiscard]] bool isRange() const { return lastArc != prefix.last(); }
        friend bool operator==(const Entry &, const Entry &) = default;
    };
    // Why a credential sees what it sees, by the agent's own tables (RFC 3415), where one of the
    // two could read them.
    struct Reason
    {
        bool isKnown = false;
        bool isGuess = false; // a community: the tables do not hold it; by what was seen
        QByteArray group = {};
        QByteArray view = {};
        std::vector<std::pair<Oid, bool>> families = {}; // of the view; true: included
    };

    std::vector<Entry> entries = {}; // in the order of OIDs
    quint64 both = 0;
    quint64 first = 0;
    quint64 second = 0;
    bool hasVacm = false;
    std::array<Reason, 2> reasons = {};
    RecordingDamage damageFirst = {};
    RecordingDamage damageSecond = {};

    [[nodiscard]] bool isDifferent() const { return first + second > 0; }
};

[[nodiscard]] Result<ViewMap> mapViews(const ComparisonSide &first, const ComparisonSide &second,
                                       std::stop_token stop = {},
                                       const std::function<void(quint64)> &progress = {});

[[nodiscard]] QString sightName(ViewMap::Sight sight); // "both", "first", "second", "mixed"
// "private", "ifTable", "ifDescr.3 – ifDescr.9", with what the modules know.
[[nodiscard]] QString nameOf(const ViewMap::Entry &entry, const Smi::Snapshot &modules);
// "View “system” of group “guest”: includes system", in the current language; empty: not known.
[[nodiscard]] QString textOf(const ViewMap::Reason &reason, const Smi::Snapshot &modules);

} // namespace Portolan::Snmp
