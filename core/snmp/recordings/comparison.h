// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/recordings/interfacematch.h"
#include "core/snmp/recordings/recording.h"

#include <array>
#include <functional>

namespace Portolan::Snmp {

// What is different between two recordings, read side by side: memory does not grow with them, only
// with the differences of one table at a time. What belongs to one row of a table (by its INDEX) is
// one Difference. Counters and clocks that go on are told from what changed; so is what changes by
// itself (noise). Blocks, so not on the window's thread; stopped by its token.

struct CellChange
{
    // In the order of weight: the heaviest of its cells is a row's.
    enum class Kind : std::uint8_t {
        Advanced, // a counter or clock that goes on
        Reset,    // a counter or clock that began anew
        Changed,
        Removed,
        Added,
    };
    Kind kind = Kind::Changed;
    bool isNoise = false;
    bool wrapped = false; // of Advanced: once through zero
    Oid oid = {};         // as it is now, or would be
    Value before = {};    // meaningless where it was added
    Value after = {};
};

struct Difference
{
    using Kind = CellChange::Kind;

    Kind kind = Kind::Changed; // Added and Removed: the whole row
    bool isNoise = false;      // all of it
    bool isRow = false;        // of a table that a module knows
    Oid object = {};           // of a row: its entry (ifEntry); else the instance
    Oid index = {};            // of a row: as it is now, or would be
    Oid formerIndex = {};      // of a row that has another index now and was known by its name
    std::vector<CellChange> cells = {}; // by OID; one unless it is a row
};
inline constexpr std::size_t kKinds = 5;

struct ComparisonOptions
{
    enum class Relation { Guess, Later, Other };
    // Later: the same device at another time. Other: another device or credential, where counters
    // and clocks say nothing.
    Relation relation = Relation::Guess;
    bool matchInterfaces = true; // renumbered ones by name
    std::vector<Oid> noise = defaultNoise();
    std::size_t mostPending = 200'000; // cells of one table

    // What every agent changes by itself: processes, loads, temperatures, learned addresses.
    [[nodiscard]] static std::vector<Oid> defaultNoise();
};

struct ComparisonSide
{
    RecordingFacts facts = {};
    RecordingDamage damage = {}; // known beforehand
    // Each time from the beginning.
    std::function<Result<std::unique_ptr<VarbindSource>>()> open = {};
    [[nodiscard]] static ComparisonSide of(const Recording &recording);
};

struct ComparisonSummary
{
    quint64 before = 0; // objects
    quint64 after = 0;
    quint64 same = 0;
    std::array<quint64, kKinds> cells = {};       // by CellChange::Kind, without noise
    std::array<quint64, kKinds> differences = {}; // the same of rows and single objects
    quint64 noise = 0;                            // differences that are
    bool isLater = true;      // as it was compared: the same device at another time
    bool isBackwards = false; // the first one is the younger
    bool wasRestarted = false;
    QList<InterfaceMatch::Renumbered> renumbered = {};
    // Tables with more differences than are kept at once: some rows of them are in pieces.
    std::vector<Oid> inPieces = {};
    RecordingDamage damageBefore = {};
    RecordingDamage damageAfter = {};

    // Anything but counters, clocks and noise.
    [[nodiscard]] bool isDifferent() const;
    [[nodiscard]] quint64 of(Difference::Kind kind) const
    {
        return differences[static_cast<std::size_t>(kind)];
    }
};

// `take` is called in the order of tables and objects. `progress` (objects read of both sides) is
// called now and then.
[[nodiscard]] Result<ComparisonSummary>
compare(const ComparisonSide &before, const ComparisonSide &after, const Smi::Snapshot &modules,
        const ComparisonOptions &options, const std::function<void(Difference &&)> &take,
        std::stop_token stop = {}, const std::function<void(quint64)> &progress = {});

[[nodiscard]] QString kindName(Difference::Kind kind); // "added": for JSON, never translated

} // namespace Portolan::Snmp
