// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/traps/trapstore.h"

#include <algorithm>
#include <iterator>

namespace Portolan::Snmp {

TrapStore::Change TrapStore::append(std::vector<TrapPtr> &&traps, std::uint64_t lost,
                                    const TrapRules &rules, const Smi::Snapshot &snapshot)
{
    m_lost += lost;
    Change change;
    const std::size_t before = m_rows.size();
    for (TrapPtr &trap : traps) {
        const std::size_t cost = trap->cost() + sizeof(Kept);
        m_bytes += cost;
        TrapVerdict verdict = rules.judge(snapshot, *trap);
        m_rows.push_back({{std::move(trap), std::move(verdict)}, cost});
    }
    const std::size_t gone = shrink();
    change.removed = std::min(gone, before);
    // Of more new ones than are kept, the first never appear.
    change.added = traps.size() - (gone - change.removed);
    return change;
}

std::size_t TrapStore::shrink()
{
    std::size_t gone = 0;
    while (!m_rows.empty() && (m_rows.size() > m_limits.rows || m_bytes > m_limits.bytes)) {
        m_bytes -= m_rows.front().cost;
        m_rows.pop_front();
        ++gone;
    }
    m_first += gone;
    m_dropped += gone;
    return gone;
}

void TrapStore::judgeAgain(const TrapRules &rules, const Smi::Snapshot &snapshot)
{
    for (Kept &each : m_rows)
        each.row.verdict = rules.judge(snapshot, *each.row.trap);
}

void TrapStore::judgeAt(std::size_t index, const TrapRules &rules, const Smi::Snapshot &snapshot)
{
    Row &row = m_rows[index].row;
    row.verdict = rules.judge(snapshot, *row.trap);
}

void TrapStore::clear()
{
    m_first += m_rows.size();
    m_rows.clear();
    m_bytes = 0;
}

TrapStore::Change TrapStore::setLimits(const Limits &limits)
{
    m_limits = limits;
    return {shrink(), 0};
}

std::vector<TrapPtr> TrapStore::all() const
{
    std::vector<TrapPtr> traps;
    traps.reserve(m_rows.size());
    std::transform(m_rows.begin(), m_rows.end(), std::back_inserter(traps),
                   [](const Kept &each) { return each.row.trap; });
    return traps;
}

} // namespace Portolan::Snmp
