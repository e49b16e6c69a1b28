// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/traps/traprules.h"

#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

namespace Portolan::Snmp {

// The last notifications that were received, by arrival; at most so many and so many bytes, the
// oldest go and are counted. One thread. Every one has a serial number that rises by one and stays
// the same; the oldest that is kept is first().
class TrapStore
{
public:
    struct Limits
    {
        std::size_t rows = 200'000;
        std::size_t bytes = std::size_t(256) << 20U;
    };
    struct Row
    {
        TrapPtr trap;
        TrapVerdict verdict;
    };

    TrapStore() = default;
    explicit TrapStore(const Limits &limits)
        : m_limits(limits)
    {
    }

    struct Change
    {
        std::size_t removed = 0; // from the beginning, before the new ones were added
        std::size_t added = 0;   // at the end
    };
    // `lost` is what a queue dropped before these.
    Change append(std::vector<TrapPtr> &&traps, std::uint64_t lost, const TrapRules &rules,
                  const Smi::Snapshot &snapshot);
    // Of what is kept: a new snapshot or new rules say something else of it.
    void judgeAgain(const TrapRules &rules, const Smi::Snapshot &snapshot);
    // The same of one, so that many can be judged in slices.
    void judgeAt(std::size_t index, const TrapRules &rules, const Smi::Snapshot &snapshot);
    void clear(); // what is cleared is not counted as dropped
    Change setLimits(const Limits &limits);

    [[nodiscard]] std::size_t size() const { return m_rows.size(); }
    [[nodiscard]] const Row &at(std::size_t index) const { return m_rows[index].row; }
    [[nodiscard]] std::uint64_t first() const { return m_first; }
    [[nodiscard]] std::size_t bytes() const { return m_bytes; }
    [[nodiscard]] std::uint64_t dropped() const { return m_dropped; } // to keep the limits
    [[nodiscard]] std::uint64_t lost() const { return m_lost; }       // before they got here
    [[nodiscard]] const Limits &limits() const { return m_limits; }
    // For an export on another thread: pointers, nothing is copied.
    [[nodiscard]] std::vector<TrapPtr> all() const;

private:
    struct Kept
    {
        Row row;
        std::size_t cost;
    };
    std::size_t shrink();

    Limits m_limits;
    std::deque<Kept> m_rows;
    std::uint64_t m_first = 0;
    std::size_t m_bytes = 0;
    std::uint64_t m_dropped = 0;
    std::uint64_t m_lost = 0;
};

} // namespace Portolan::Snmp
