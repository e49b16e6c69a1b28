// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/recordings/comparison.h"

#include "core/snmp/words.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace Portolan::Snmp {

namespace {

using Kind = CellChange::Kind;

constexpr quint64 kStep = 4096; // objects between two looks at the token
const Oid kIfLastChange{1, 3, 6, 1, 2, 1, 2, 2, 1, 9};

// What a module says of the objects below one OID: of a column, of a scalar, or of nothing known.
struct Known
{
    Oid prefix; // empty: nothing
    Oid entry;  // of a column
    std::optional<std::size_t> ifIndex = {};
    bool isIfIndexValue = false;
    bool isMoment = false; // TimeTicks that say when something was, not for how long

    [[nodiscard]] bool isColumn() const { return !entry.isEmpty(); }
};

// Neighbours are of the same column nearly always.
class Lookup
{
public:
    explicit Lookup(const Smi::Snapshot &modules)
        : m_modules(modules)
    {
    }
    const Known &of(const Oid &oid)
    {
        if (!m_known.prefix.isEmpty() && oid.startsWith(m_known.prefix))
            return m_known;
        m_known = {};
        const Smi::Definition object = m_modules.nearest(oid);
        if (!object || !object.isObject())
            return m_known;
        m_known.prefix = object.oid();
        if (const Smi::Definition row = object.row()) {
            m_known.entry = row.oid();
            m_known.ifIndex = placeOfIfIndex(object);
        }
        m_known.isIfIndexValue = isIfIndexValue(object);
        m_known.isMoment = object.type().isA("TimeStamp") || m_known.prefix == kIfLastChange;
        return m_known;
    }

private:
    const Smi::Snapshot &m_modules;
    Known m_known;
};

struct Cell
{
    Oid oid; // as it is now
    Oid former;
    Value value;
    bool isMoved = false; // former is another
    bool isGone = false;  // no number of today is its
};

// A side whose interfaces have the numbers of the other. A column at a time is put in order again.
class Renumbering
{
public:
    Renumbering(std::unique_ptr<VarbindSource> source, const Smi::Snapshot &modules,
                const InterfaceMatch &match)
        : m_source(std::move(source))
        , m_lookup(modules)
        , m_match(match)
    {
    }

    bool next(Cell &to)
    {
        if (m_at < m_column.size()) {
            to = std::move(m_column[m_at++]);
            return true;
        }
        Varbind each;
        if (!read(each))
            return false;
        const bool isIdentity = m_match.isIdentity();
        if (isIdentity || !m_lookup.of(each.oid).ifIndex) {
            to = {std::move(each.oid), {}, std::move(each.value)};
            return true;
        }
        const Known known = m_lookup.of(each.oid);
        m_column.clear();
        m_at = 0;
        do
            m_column.push_back(renumbered(std::move(each), known));
        while (readBelow(known.prefix, each));
        std::stable_sort(m_column.begin(), m_column.end(),
                         [](const Cell &a, const Cell &b) { return a.oid < b.oid; });
        return next(to);
    }
    [[nodiscard]] quint64 count() const { return m_count; }
    [[nodiscard]] RecordingDamage damage() const
    {
        const auto *const rows = dynamic_cast<const RecordingRows *>(m_source.get());
        return rows ? rows->damage() : RecordingDamage();
    }

private:
    bool read(Varbind &to)
    {
        if (m_kept) {
            to = std::move(*m_kept);
            m_kept.reset();
            return true;
        }
        if (!m_source->next(to))
            return false;
        ++m_count;
        return true;
    }
    bool readBelow(const Oid &prefix, Varbind &to)
    {
        if (!read(to))
            return false;
        if (to.oid.startsWith(prefix))
            return true;
        m_kept = std::move(to);
        return false;
    }
    [[nodiscard]] Cell renumbered(Varbind &&varbind, const Known &known) const
    {
        Cell cell{varbind.oid, {}, std::move(varbind.value)};
        const std::size_t place = known.prefix.size() + *known.ifIndex;
        if (place >= varbind.oid.size())
            return cell;
        const auto now = m_match.now(varbind.oid[place]);
        if (!now) {
            cell.isGone = true;
        } else if (*now != varbind.oid[place]) {
            Oid moved = varbind.oid.first(place);
            moved.append(*now);
            moved.append(varbind.oid.from(place + 1));
            cell.oid = std::move(moved);
            cell.former = std::move(varbind.oid);
            cell.isMoved = true;
        }
        return cell;
    }

    std::unique_ptr<VarbindSource> m_source;
    Lookup m_lookup;
    const InterfaceMatch &m_match;
    std::vector<Cell> m_column;
    std::size_t m_at = 0;
    std::optional<Varbind> m_kept;
    quint64 m_count = 0;
};

// How much time went by between the two, in hundredths of a second, by both clocks.
struct Passed
{
    std::optional<std::uint32_t> before; // sysUpTime
    std::optional<std::uint32_t> after;
    std::optional<std::int64_t> wall; // ours
    std::int64_t walks = 0;           // how long reading took
    bool wasRestarted = false;

    void judge()
    {
        if (!before || !after)
            return;
        if (!wall) {
            wasRestarted = *after < *before;
            return;
        }
        // It wraps after 497 days (RFC 3418); that is no restart.
        const std::int64_t expected = std::int64_t(*before) + *wall;
        const std::int64_t wrapped = expected % (std::int64_t(1) << 32U);
        wasRestarted = std::int64_t(*after) + tolerance(*wall) < wrapped;
    }
    [[nodiscard]] std::int64_t tolerance(std::int64_t span) const
    {
        return 3000 + walks + std::abs(span) / 50;
    }
    [[nodiscard]] std::optional<std::int64_t> span() const
    {
        if (before && after && !wasRestarted)
            return std::uint32_t(*after - *before);
        return wall;
    }
};

class Merge
{
public:
    Merge(const Smi::Snapshot &modules, const ComparisonOptions &options,
          const std::function<void(Difference &&)> &take, ComparisonSummary &summary,
          const InterfaceMatch &match, const Passed &passed)
        : m_lookup(modules)
        , m_options(options)
        , m_take(take)
        , m_summary(summary)
        , m_match(match)
        , m_passed(passed)
    {
    }

    void both(const Cell &before, Cell &&after)
    {
        const Known &known = enter(after.oid);
        if (known.isColumn())
            note(known, after.oid, false, 3);
        if (isSame(known, before.value, after.value)) {
            ++m_summary.same;
            return;
        }
        CellChange change;
        change.oid = std::move(after.oid);
        change.isNoise = isNoise(change.oid);
        judge(known, before.value, after.value, change);
        change.before = before.value;
        change.after = std::move(after.value);
        put(known, std::move(change), before.isMoved ? before.former : Oid(), false);
    }
    void removed(Cell &&cell)
    {
        const Known &known = enter(cell.oid);
        if (known.isColumn())
            note(known, cell.oid, cell.isGone, 1);
        CellChange change;
        change.kind = Kind::Removed;
        change.oid = std::move(cell.oid);
        change.isNoise = isNoise(change.oid);
        change.before = std::move(cell.value);
        put(known, std::move(change), cell.isMoved ? std::move(cell.former) : Oid(), cell.isGone);
    }
    void added(Cell &&cell)
    {
        const Known &known = enter(cell.oid);
        if (known.isColumn())
            note(known, cell.oid, false, 2);
        CellChange change;
        change.kind = Kind::Added;
        change.oid = std::move(cell.oid);
        change.isNoise = isNoise(change.oid);
        change.after = std::move(cell.value);
        put(known, std::move(change), {}, false);
    }
    void finish() { flush(); }

private:
    struct Pending
    {
        Oid index;
        bool isGone;
        Oid former;
        CellChange change;
    };

    const Known &enter(const Oid &oid)
    {
        const Known &known = m_lookup.of(oid);
        if (!(known.entry == m_entry)) {
            flush();
            m_entry = known.entry;
        }
        return known;
    }

    static std::uint64_t keyOf(std::span<const std::uint32_t> index, bool isGone)
    {
        // FNV-1a over arcs, with a last stir: rows are told apart by it, so 64 bits must differ.
        std::uint64_t key = isGone ? 0x9e3779b97f4a7c15U : 0xcbf29ce484222325U;
        for (const std::uint32_t each : index) {
            key = (key ^ each) * 0x100000001b3U;
            key ^= key >> 29U;
        }
        key = (key ^ (key >> 32U)) * 0xd6e8feb86659fd93U;
        return key ^ (key >> 32U);
    }
    static std::span<const std::uint32_t> indexOf(const Known &known, const Oid &oid)
    {
        return oid.from(known.prefix.size());
    }
    void note(const Known &known, const Oid &oid, bool isGone, unsigned sides)
    {
        auto &seen = m_rows[keyOf(indexOf(known, oid), isGone)];
        seen = static_cast<std::uint8_t>(seen | sides);
    }

    [[nodiscard]] bool isSame(const Known &known, const Value &before, const Value &after) const
    {
        if (before == after)
            return true;
        if (!known.isIfIndexValue || m_match.isIdentity() ||
            before.type() != ValueType::Integer32 || after.type() != ValueType::Integer32)
            return false;
        const auto now = m_match.now(static_cast<std::uint32_t>(before.toInt()));
        return now && std::int64_t(*now) == after.toInt();
    }
    [[nodiscard]] bool isNoise(const Oid &oid) const
    {
        // Sorted, and none inside another: the last one that is not above it.
        const auto behind = std::upper_bound(m_options.noise.begin(), m_options.noise.end(), oid);
        return behind != m_options.noise.begin() && oid.startsWith(*std::prev(behind));
    }

    void judge(const Known &known, const Value &before, const Value &after,
               CellChange &change) const
    {
        if (before.type() != after.type())
            return;
        const bool is32 = after.type() == ValueType::Counter32;
        const bool isTicks = after.type() == ValueType::TimeTicks;
        if (!is32 && !isTicks && after.type() != ValueType::Counter64)
            return;
        if (!m_summary.isLater) {
            change.kind = Kind::Advanced;
            return;
        }
        const bool isBackwards = m_summary.isBackwards;
        const std::uint64_t from = isBackwards ? after.toUint() : before.toUint();
        const std::uint64_t to = isBackwards ? before.toUint() : after.toUint();
        if (isTicks) {
            judgeTicks(known, static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to),
                       change);
            return;
        }
        if (to >= from) {
            change.kind = Kind::Advanced;
            return;
        }
        // As rates do it: more than half of its range is no wrap.
        const bool isWrap =
            is32 && !m_passed.wasRestarted && static_cast<std::uint32_t>(to - from) <= 0x80000000U;
        change.kind = isWrap ? Kind::Advanced : Kind::Reset;
        change.wrapped = isWrap;
    }
    void judgeTicks(const Known &known, std::uint32_t from, std::uint32_t to,
                    CellChange &change) const
    {
        if (known.isMoment) {
            // sysUpTime at some event: after a restart it means another event.
            change.isNoise = change.isNoise || m_passed.wasRestarted;
            return;
        }
        const auto span = m_passed.span();
        const std::uint32_t step = to - from;
        const bool isClock =
            span && std::abs(std::int64_t(step) - *span) <= m_passed.tolerance(*span);
        if (isClock || (!span && to >= from)) {
            change.kind = Kind::Advanced;
            change.wrapped = to < from;
        } else if (to < from || m_passed.wasRestarted) {
            change.kind = Kind::Reset;
        }
    }

    void put(const Known &known, CellChange &&change, Oid former, bool isGone)
    {
        if (!known.isColumn()) {
            Difference one;
            one.kind = change.kind;
            one.isNoise = change.isNoise;
            one.object = change.oid;
            one.cells.push_back(std::move(change));
            give(std::move(one));
            return;
        }
        Oid formerIndex;
        if (!former.isEmpty())
            formerIndex = Oid(former.from(known.prefix.size()));
        m_pending.push_back(
            {Oid(indexOf(known, change.oid)), isGone, std::move(formerIndex), std::move(change)});
        if (m_pending.size() < m_options.mostPending)
            return;
        if (m_summary.inPieces.empty() || !(m_summary.inPieces.back() == m_entry))
            m_summary.inPieces.push_back(m_entry);
        giveRows(false);
    }

    void flush()
    {
        giveRows(true);
        m_rows.clear();
    }

    // `isWhole`: the table was read to its end, so that it is known which rows have another side.
    void giveRows(bool isWhole)
    {
        std::stable_sort(m_pending.begin(), m_pending.end(),
                         [](const Pending &a, const Pending &b) {
                             return std::tie(a.index, a.isGone) < std::tie(b.index, b.isGone);
                         });
        for (std::size_t i = 0; i < m_pending.size();) {
            Difference row;
            row.isRow = true;
            row.object = m_entry;
            row.index = m_pending[i].index;
            row.isNoise = true;
            const bool isGone = m_pending[i].isGone;
            for (; i < m_pending.size() && m_pending[i].index == row.index &&
                   m_pending[i].isGone == isGone;
                 ++i) {
                Pending &each = m_pending[i];
                row.isNoise = row.isNoise && each.change.isNoise;
                if (row.formerIndex.isEmpty())
                    row.formerIndex = std::move(each.former);
                row.cells.push_back(std::move(each.change));
            }
            judgeRow(row, isGone, isWhole);
            give(std::move(row));
        }
        m_pending.clear();
    }
    // A cell that came or went is a change of its row.
    static Kind weightOf(Kind kind) { return std::min(kind, Kind::Changed); }
    // What counts by itself says nothing of a row that has something else beside.
    void judgeRow(Difference &row, bool isGone, bool isWhole) const
    {
        row.kind = Kind::Advanced;
        for (const CellChange &each : row.cells) {
            if (each.isNoise == row.isNoise)
                row.kind = std::max(row.kind, weightOf(each.kind));
        }
        const auto seen = m_rows.find(keyOf(row.index.arcs(), isGone));
        const unsigned sides = seen == m_rows.end() || !isWhole ? 3U : seen->second;
        if (sides == 1)
            row.kind = Kind::Removed;
        else if (sides == 2)
            row.kind = Kind::Added;
    }

    void give(Difference &&one)
    {
        if (one.isNoise)
            ++m_summary.noise;
        else
            ++m_summary.differences[static_cast<std::size_t>(one.kind)];
        for (const CellChange &each : one.cells) {
            if (!each.isNoise)
                ++m_summary.cells[static_cast<std::size_t>(each.kind)];
        }
        m_take(std::move(one));
    }

    Lookup m_lookup;
    const ComparisonOptions &m_options;
    const std::function<void(Difference &&)> &m_take;
    ComparisonSummary &m_summary;
    const InterfaceMatch &m_match;
    const Passed &m_passed;
    Oid m_entry; // of the table that is being read; empty: none
    std::vector<Pending> m_pending;
    std::unordered_map<std::uint64_t, std::uint8_t> m_rows; // on which sides a row is
};

} // namespace

std::vector<Oid> ComparisonOptions::defaultNoise()
{
    // In order, none inside another.
    return {
        Oid{1, 3, 6, 1, 2, 1, 2, 2, 1, 21},            // ifOutQLen
        Oid{1, 3, 6, 1, 2, 1, 4, 22},                  // ipNetToMediaTable
        Oid{1, 3, 6, 1, 2, 1, 4, 35},                  // ipNetToPhysicalTable
        Oid{1, 3, 6, 1, 2, 1, 6, 9},                   // tcpCurrEstab
        Oid{1, 3, 6, 1, 2, 1, 6, 13},                  // tcpConnTable
        Oid{1, 3, 6, 1, 2, 1, 6, 19},                  // tcpConnectionTable
        Oid{1, 3, 6, 1, 2, 1, 17, 4, 3},               // dot1dTpFdbTable
        Oid{1, 3, 6, 1, 2, 1, 17, 7, 1, 2, 1},         // dot1qFdbTable
        Oid{1, 3, 6, 1, 2, 1, 17, 7, 1, 2, 2},         // dot1qTpFdbTable
        Oid{1, 3, 6, 1, 2, 1, 25, 1, 2},               // hrSystemDate
        Oid{1, 3, 6, 1, 2, 1, 25, 1, 6},               // hrSystemProcesses
        Oid{1, 3, 6, 1, 2, 1, 25, 2, 3, 1, 6},         // hrStorageUsed
        Oid{1, 3, 6, 1, 2, 1, 25, 3, 3, 1, 2},         // hrProcessorLoad
        Oid{1, 3, 6, 1, 2, 1, 25, 4, 2},               // hrSWRunTable
        Oid{1, 3, 6, 1, 2, 1, 25, 5, 1},               // hrSWRunPerfTable
        Oid{1, 3, 6, 1, 2, 1, 99, 1, 1, 1, 4},         // entPhySensorValue
        Oid{1, 3, 6, 1, 2, 1, 99, 1, 1, 1, 6},         // entPhySensorValueTimeStamp
        Oid{1, 3, 6, 1, 4, 1, 2021, 4},                // memory
        Oid{1, 3, 6, 1, 4, 1, 2021, 9, 1, 7},          // dskAvail
        Oid{1, 3, 6, 1, 4, 1, 2021, 9, 1, 8},          // dskUsed
        Oid{1, 3, 6, 1, 4, 1, 2021, 9, 1, 9},          // dskPercent
        Oid{1, 3, 6, 1, 4, 1, 2021, 9, 1, 10},         // dskPercentNode
        Oid{1, 3, 6, 1, 4, 1, 2021, 9, 1, 13},         // dskAvailLow
        Oid{1, 3, 6, 1, 4, 1, 2021, 9, 1, 15},         // dskUsedLow
        Oid{1, 3, 6, 1, 4, 1, 2021, 10, 1, 3},         // laLoad
        Oid{1, 3, 6, 1, 4, 1, 2021, 10, 1, 5},         // laLoadInt
        Oid{1, 3, 6, 1, 4, 1, 2021, 10, 1, 6},         // laLoadFloat
        Oid{1, 3, 6, 1, 4, 1, 2021, 11},               // systemStats
        Oid{1, 3, 6, 1, 4, 1, 2021, 13, 15, 1, 1, 9},  // diskIOLA1
        Oid{1, 3, 6, 1, 4, 1, 2021, 13, 15, 1, 1, 10}, // diskIOLA5
        Oid{1, 3, 6, 1, 4, 1, 2021, 13, 15, 1, 1, 11}, // diskIOLA15
        Oid{1, 3, 6, 1, 4, 1, 2021, 13, 16, 2, 1, 3},  // lmTempSensorsValue
        Oid{1, 3, 6, 1, 4, 1, 2021, 13, 16, 3, 1, 3},  // lmFanSensorsValue
        Oid{1, 3, 6, 1, 4, 1, 2021, 13, 16, 4, 1, 3},  // lmVoltSensorsValue
        Oid{1, 3, 6, 1, 4, 1, 2021, 100, 4},           // versionCDate
        Oid{1, 3, 6, 1, 4, 1, 8072, 1, 5, 3, 1, 3},    // nsCacheStatus
        Oid{1, 3, 6, 1, 6, 3, 10, 2, 1, 3},            // snmpEngineTime
    };
}

ComparisonSide ComparisonSide::of(const Recording &recording)
{
    return {recording.facts(), recording.damage(),
            [recording]() -> Result<std::unique_ptr<VarbindSource>> {
                auto rows = recording.rows();
                if (!rows)
                    return tl::unexpected(std::move(rows.error()));
                return std::unique_ptr<VarbindSource>(std::move(*rows));
            }};
}

bool ComparisonSummary::isDifferent() const
{
    return of(Kind::Changed) + of(Kind::Reset) + of(Kind::Added) + of(Kind::Removed) > 0;
}

QString kindName(Difference::Kind kind)
{
    switch (kind) {
    case Kind::Advanced:
        return QStringLiteral("advanced");
    case Kind::Reset:
        return QStringLiteral("reset");
    case Kind::Changed:
        return QStringLiteral("changed");
    case Kind::Removed:
        return QStringLiteral("removed");
    case Kind::Added:
        return QStringLiteral("added");
    }
    return {};
}

Result<ComparisonSummary> compare(const ComparisonSide &before, const ComparisonSide &after,
                                  const Smi::Snapshot &modules, const ComparisonOptions &options,
                                  const std::function<void(Difference &&)> &take,
                                  std::stop_token stop,
                                  const std::function<void(quint64)> &progress)
{
    ComparisonOptions chosen = options;
    std::sort(chosen.noise.begin(), chosen.noise.end());
    const auto inside = [](const Oid &outer, const Oid &oid) { return oid.startsWith(outer); };
    chosen.noise.erase(std::unique(chosen.noise.begin(), chosen.noise.end(), inside),
                       chosen.noise.end());
    std::array<std::unique_ptr<VarbindSource>, 2> sources;
    std::array<InterfaceMatch::Names, 2> names;
    for (std::size_t side = 0; side < 2; ++side) {
        const ComparisonSide &of = side == 0 ? before : after;
        auto early = of.open();
        if (!early)
            return tl::unexpected(std::move(early.error()));
        names[side] = InterfaceMatch::read(**early);
        auto source = of.open();
        if (!source)
            return tl::unexpected(std::move(source.error()));
        sources[side] = std::move(*source);
    }
    ComparisonSummary summary;
    using Relation = ComparisonOptions::Relation;
    summary.isLater = chosen.relation == Relation::Guess ? before.facts.isSameDevice(after.facts)
                                                         : chosen.relation == Relation::Later;
    Passed passed;
    if (summary.isLater) {
        const bool haveTimes = before.facts.began.isValid() && after.facts.began.isValid();
        summary.isBackwards = haveTimes && after.facts.began < before.facts.began;
        passed.before = names[summary.isBackwards ? 1 : 0].upTime;
        passed.after = names[summary.isBackwards ? 0 : 1].upTime;
        if (haveTimes)
            passed.wall = std::abs(before.facts.began.msecsTo(after.facts.began)) / 10;
        passed.walks = (before.facts.elapsed + after.facts.elapsed).count() / 10;
        passed.judge();
        summary.wasRestarted = passed.wasRestarted;
    }
    InterfaceMatch match;
    if (chosen.matchInterfaces)
        match = InterfaceMatch(names[0], names[1]);
    summary.renumbered = match.renumbered();

    const InterfaceMatch unmoved;
    Renumbering left(std::move(sources[0]), modules, match);
    Renumbering right(std::move(sources[1]), modules, unmoved);
    Merge merge(modules, chosen, take, summary, match, passed);
    Cell a;
    Cell b;
    bool hasA = left.next(a);
    bool hasB = right.next(b);
    for (quint64 turn = 1; hasA || hasB; ++turn) {
        if (turn % kStep == 0) {
            if (stop.stop_requested())
                return failure(Error::Kind::Cancelled, Snmp::tr("The comparison was cancelled."));
            if (progress)
                progress(left.count() + right.count());
        }
        // Only what is not gone can meet its like.
        const auto order = !hasB   ? std::strong_ordering::less
                           : !hasA ? std::strong_ordering::greater
                                   : a.oid <=> b.oid;
        if (hasA && (order == std::strong_ordering::less ||
                     (order == std::strong_ordering::equal && a.isGone))) {
            merge.removed(std::move(a));
            hasA = left.next(a);
        } else if (order == std::strong_ordering::greater) {
            merge.added(std::move(b));
            hasB = right.next(b);
        } else {
            merge.both(a, std::move(b));
            hasA = left.next(a);
            hasB = right.next(b);
        }
    }
    merge.finish();
    summary.before = left.count();
    summary.after = right.count();
    // What was found when a foreign file was converted, or while one of ours was read.
    summary.damageBefore = before.damage.isNone() ? left.damage() : before.damage;
    summary.damageAfter = after.damage.isNone() ? right.damage() : after.damage;
    return summary;
}

} // namespace Portolan::Snmp
