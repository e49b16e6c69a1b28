// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/walkplan.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace Portolan::Snmp {

namespace {

constexpr int kBoldest = 64;
constexpr int kLeastCuriosity = 4;
constexpr std::size_t kFewestForTrend = 4;
constexpr std::size_t kMostTables = 10'000;

} // namespace

WalkPlan::WalkPlan(const std::vector<Oid> &roots, bool split)
    : m_split(split)
    , m_roots(roots)
{
    for (std::size_t i = 0; i < roots.size(); ++i) {
        const bool inside = std::any_of(roots.begin(), roots.end(), [&](const Oid &other) {
            return other.size() < roots[i].size() && roots[i].startsWith(other);
        });
        if (inside)
            continue;
        Stretch stretch;
        stretch.cursor = roots[i];
        stretch.limit = roots[i].behindSubtree();
        stretch.root = static_cast<std::uint32_t>(i);
        m_stretches.emplace(roots[i], std::move(stretch));
    }
}

bool WalkPlan::within(const Stretch &stretch, const Oid &oid)
{
    if (stretch.limit.isEmpty()) // nothing lies behind it
        return true;
    const auto order = oid <=> stretch.limit;
    return stretch.inclusive ? order <= 0 : order < 0;
}

std::optional<Oid> WalkPlan::ahead(const Trend &trend, double rows)
{
    if (trend.rate <= 0 || trend.position >= trend.last.size())
        return {};
    const double step = std::max(1.0, std::round(trend.rate * rows));
    const double arc = static_cast<double>(trend.last[trend.position]) + step;
    if (arc > static_cast<double>(std::numeric_limits<std::uint32_t>::max()))
        return {};
    Oid pivot = trend.last.first(trend.position);
    pivot.append(static_cast<std::uint32_t>(arc));
    return pivot;
}

// Not more than the stretch is likely to hold: what comes behind it costs the agent time.
int WalkPlan::wanted(const Stretch &stretch, int repetitions) const
{
    const Trend &trend = stretch.trend;
    if (trend.rate <= 0 || stretch.untouched)
        return repetitions;
    const auto rowsTo = [&](const Oid &end) -> std::optional<double> {
        if (end.size() <= trend.position || stretch.cursor.size() <= trend.position ||
            end.commonArcs(stretch.cursor) < trend.position)
            return {};
        const double arcs = static_cast<double>(end[trend.position]) -
                            static_cast<double>(stretch.cursor[trend.position]);
        return arcs / trend.rate;
    };
    std::optional<double> rows;
    if (stretch.inclusive)
        rows = rowsTo(stretch.limit);
    if (!rows) {
        // The other columns of the table had their end there; one more shows it.
        const auto end = endOfColumn(stretch);
        rows = end ? rowsTo(*end) : std::nullopt;
        if (rows && trend.position + 1 < end->size())
            rows = *rows + 1 / trend.rate; // the arcs below it are not counted
        if (rows)
            rows = *rows + 1;
    }
    if (!rows || *rows < 0)
        return repetitions;
    return std::clamp(static_cast<int>(std::ceil(std::min(*rows, 1e6))), 1, repetitions);
}

WalkPlan::Query WalkPlan::ask(Stretches::iterator at, int repetitions)
{
    Stretch &stretch = at->second;
    stretch.query = ++m_lastQuery;
    stretch.asked = wanted(stretch, repetitions);
    m_asked.emplace(stretch.query, at->first);
    return {stretch.query, stretch.cursor, stretch.asked};
}

std::optional<WalkPlan::Query> WalkPlan::next(int repetitions, int mostGuesses, int mostLooks)
{
    const auto idle = [this] {
        return std::find_if(m_stretches.begin(), m_stretches.end(),
                            [](const auto &each) { return each.second.query == 0; });
    };
    auto at = idle();
    if (at == m_stretches.end()) {
        if (!m_split || (!cut(mostGuesses) && !look(mostLooks)))
            return {};
        at = idle();
    }
    return ask(at, std::max(repetitions, 1));
}

void WalkPlan::learn(const Oid &column, Oid first, Oid last)
{
    const Oid entry = column.parent();
    const auto found = m_tables.find(entry);
    if (found == m_tables.end()) {
        if (m_tables.size() < kMostTables)
            m_tables.emplace(entry, Table{std::move(first), std::move(last)});
        return;
    }
    Table &table = found->second;
    if (first < table.first)
        table.first = std::move(first);
    if (table.last < last)
        table.last = std::move(last);
}

// Of two objects that follow one another: where the index begins anew, a column ended.
void WalkPlan::compare(const Oid &previous, const Oid &next)
{
    const std::size_t common = previous.commonArcs(next);
    if (common + 1 >= previous.size() || common + 1 >= next.size())
        return;
    Oid index(next.from(common + 1));
    Oid last(previous.from(common + 1));
    if (index <= last)
        learn(previous.first(common + 1), std::move(index), std::move(last));
}

Oid WalkPlan::insideTables(Oid pivot) const
{
    // From the innermost "table" outwards: the index of one may be the column of another.
    for (std::size_t size = pivot.size(); size-- > 1;) {
        const auto table = m_tables.find(pivot.first(size - 1));
        if (table == m_tables.end() || pivot.size() <= size ||
            Oid(pivot.from(size)) < table->second.last)
            continue;
        const std::uint32_t column = pivot[size - 1];
        pivot.truncate(size);
        if (column < std::numeric_limits<std::uint32_t>::max())
            pivot.setLast(column + 1);
    }
    return pivot;
}

std::optional<Oid> WalkPlan::endOfColumn(const Stretch &stretch) const
{
    const Oid &cursor = stretch.cursor;
    // A column whose index holds the arc that changes from row to row.
    for (std::size_t size = std::min(cursor.size(), stretch.trend.position) + 1; size-- > 1;) {
        const auto table = m_tables.find(cursor.first(size - 1));
        if (table == m_tables.end())
            continue;
        Oid end = cursor.first(size);
        if (end.append(table->second.last.arcs()))
            return end;
    }
    return {};
}

// Cuts one stretch that is being read behind what its request will bring.
bool WalkPlan::cut(int mostGuesses)
{
    if (m_guesses >= std::min(m_boldness, mostGuesses))
        return false;
    for (auto at = m_stretches.begin(); at != m_stretches.end(); ++at) {
        Stretch &stretch = at->second;
        if (stretch.query == 0)
            continue;
        const auto guess = ahead(stretch.trend, stretch.asked);
        if (!guess)
            continue;
        Oid pivot = insideTables(*guess);
        if (pivot <= stretch.cursor || !within(stretch, pivot) ||
            (stretch.inclusive && pivot == stretch.limit))
            continue;
        Stretch behind;
        behind.cursor = pivot;
        behind.limit = stretch.limit;
        behind.inclusive = stretch.inclusive;
        behind.root = stretch.root;
        behind.guessed = true;
        behind.trend = stretch.trend;
        behind.trend.last = pivot;
        if (pivot.size() <= stretch.trend.position) {
            // It begins a column: as the others do.
            const auto table = m_tables.find(pivot.parent());
            if (table == m_tables.end() || !behind.trend.last.append(table->second.first.arcs()))
                behind.trend.rate = 0;
        }
        stretch.limit = pivot;
        stretch.inclusive = true;
        ++m_guesses;
        m_stretches.emplace(std::move(pivot), std::move(behind));
        return true;
    }
    return false;
}

// The largest branch that the cursor is in and that ends before the stretch does: what follows it.
std::optional<Oid> WalkPlan::behindBranch(const Stretch &stretch)
{
    const Oid &cursor = stretch.cursor;
    // One arc alone cannot be asked for.
    for (std::size_t at = std::max<std::size_t>(cursor.commonArcs(stretch.limit), 1);
         at + 1 < cursor.size(); ++at) {
        Oid pivot = cursor.first(at + 1).behindSubtree();
        // 4294967295 carries over into the branch above.
        if (pivot.size() == at + 1 && within(stretch, pivot) && pivot != stretch.limit)
            return pivot;
    }
    return {};
}

// Cuts the stretch that has most of the tree before it behind the branch that its reader is in.
bool WalkPlan::look(int mostLooks)
{
    if (m_looks >= std::min(m_curiosity, mostLooks))
        return false;
    auto best = m_stretches.end();
    Oid pivot;
    for (auto at = m_stretches.begin(); at != m_stretches.end(); ++at) {
        const Stretch &stretch = at->second;
        if (stretch.query == 0 || stretch.untouched)
            continue;
        auto behind = behindBranch(stretch);
        if (!behind || (best != m_stretches.end() && behind->size() >= pivot.size()))
            continue;
        best = at;
        pivot = std::move(*behind);
    }
    if (best == m_stretches.end())
        return false;
    Stretch behind;
    behind.cursor = pivot;
    behind.limit = best->second.limit;
    behind.inclusive = best->second.inclusive;
    behind.root = best->second.root;
    behind.guessed = true;
    behind.looks = true;
    best->second.limit = pivot;
    best->second.inclusive = true;
    ++m_looks;
    m_stretches.emplace(std::move(pivot), std::move(behind));
    return true;
}

void WalkPlan::judgeGuess(Stretch &stretch, bool right)
{
    if (!stretch.guessed)
        return;
    stretch.guessed = false;
    if (stretch.looks) {
        --m_looks;
        m_curiosity = right ? std::min(m_curiosity + 2, kBoldest)
                            : std::max(m_curiosity - 1, kLeastCuriosity);
        return;
    }
    --m_guesses;
    m_boldness = right ? std::min(m_boldness * 2, kBoldest) : std::max(m_boldness / 2, 1);
}

std::size_t WalkPlan::take(Stretches::iterator at, Varbinds &varbinds, std::size_t from,
                           Outcome &outcome, bool &atEnd)
{
    Stretch &stretch = at->second;
    std::size_t i = from;
    const Oid *previous = &stretch.cursor;
    for (; i < varbinds.size(); ++i) {
        const Varbind &each = varbinds[i];
        if (each.value.type() == ValueType::EndOfMibView) {
            atEnd = true;
            break;
        }
        if (each.oid <= *previous) {
            outcome.disorder = Disorder{*previous, each.oid};
            break;
        }
        if (!within(stretch, each.oid)) {
            // Only what was a row shows where its column ends; a guess shows nothing.
            if (i > from || !stretch.untouched)
                compare(*previous, each.oid);
            atEnd = true;
            break;
        }
        if (i > from || !stretch.untouched)
            compare(*previous, each.oid);
        previous = &each.oid;
    }
    if (i == from)
        return i;
    const std::size_t count = i - from;
    const Oid &first = varbinds[from].oid;
    const Oid &last = varbinds[i - 1].oid;
    if (count >= kFewestForTrend) {
        const std::size_t position = first.commonArcs(last);
        if (position < first.size() && position < last.size()) {
            stretch.trend.position = position;
            stretch.trend.rate =
                (static_cast<double>(last[position]) - static_cast<double>(first[position])) /
                static_cast<double>(count - 1);
        }
    }
    stretch.trend.last = last;
    stretch.cursor = last;
    stretch.untouched = false;
    judgeGuess(stretch, true);
    if (stretch.inclusive && stretch.cursor == stretch.limit)
        atEnd = true;
    Rows rows;
    rows.root = stretch.root;
    if (from == 0 && count == varbinds.size()) {
        rows.rows = std::move(varbinds);
        varbinds.clear();
        i = 0;
    } else {
        const auto begin = varbinds.begin() + static_cast<std::ptrdiff_t>(from);
        rows.rows.assign(std::make_move_iterator(begin),
                         std::make_move_iterator(begin + static_cast<std::ptrdiff_t>(count)));
    }
    outcome.used += static_cast<int>(count);
    outcome.rows.push_back(std::move(rows));
    return i;
}

void WalkPlan::finish(Stretches::iterator at, bool sawEnd)
{
    Stretch &stretch = at->second;
    judgeGuess(stretch, false); // one that brought rows has been judged
    const Oid &root = m_roots[stretch.root];
    // The end of a column, and not that of a stretch inside it.
    if (sawEnd && !stretch.inclusive && !stretch.untouched && stretch.cursor.startsWith(root) &&
        stretch.cursor.size() > root.size()) {
        const Oid index(stretch.cursor.from(root.size()));
        learn(root, index, index);
    }
    m_stretches.erase(at);
}

WalkPlan::Outcome WalkPlan::answered(std::uint64_t query, Varbinds &&varbinds)
{
    Outcome outcome;
    const auto asked = m_asked.find(query);
    if (asked == m_asked.end())
        return outcome;
    auto at = m_stretches.find(asked->second);
    m_asked.erase(asked);
    if (at == m_stretches.end())
        return outcome;
    const int repetitions = at->second.asked;
    at->second.query = 0;
    const auto count = static_cast<int>(varbinds.size());

    bool atEnd = false;
    std::size_t taken = take(at, varbinds, 0, outcome, atEnd);
    if (outcome.disorder) {
        finish(at, false);
    } else if (atEnd) {
        // What came behind the end is the beginning of the next stretches, as far as those have not
        // begun: everything from here to the last row was seen without a gap.
        auto behind = std::next(at);
        finish(at, true);
        while (behind != m_stretches.end() && taken < varbinds.size()) {
            Stretch &next = behind->second;
            if (next.query != 0 || !next.untouched)
                break;
            while (taken < varbinds.size() && varbinds[taken].oid <= next.cursor &&
                   varbinds[taken].value.type() != ValueType::EndOfMibView)
                ++taken;
            if (taken == varbinds.size())
                break;
            bool nextAtEnd = false;
            Outcome more;
            taken = take(behind, varbinds, taken, more, nextAtEnd);
            std::move(more.rows.begin(), more.rows.end(), std::back_inserter(outcome.rows));
            outcome.used += more.used;
            if (more.disorder || !nextAtEnd)
                break;
            const auto done = behind++;
            finish(done, true);
        }
    } else {
        outcome.cutShort = count < repetitions;
    }
    outcome.surplus = std::max(count - outcome.used, 0);
    return outcome;
}

void WalkPlan::unanswered(std::uint64_t query)
{
    const auto asked = m_asked.find(query);
    if (asked == m_asked.end())
        return;
    if (const auto at = m_stretches.find(asked->second); at != m_stretches.end())
        at->second.query = 0;
    m_asked.erase(asked);
}

void WalkPlan::failed(std::uint64_t query)
{
    const auto asked = m_asked.find(query);
    if (asked == m_asked.end())
        return;
    if (const auto at = m_stretches.find(asked->second); at != m_stretches.end())
        finish(at, false);
    m_asked.erase(asked);
}

void WalkPlan::ended(std::uint64_t query)
{
    const auto asked = m_asked.find(query);
    if (asked == m_asked.end())
        return;
    if (const auto at = m_stretches.find(asked->second); at != m_stretches.end())
        finish(at, true);
    m_asked.erase(asked);
}

} // namespace Portolan::Snmp
