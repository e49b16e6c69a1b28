// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/varbind.h"

#include <cstdint>
#include <map>
#include <optional>
#include <unordered_map>
#include <vector>

namespace Portolan::Snmp {

// What to ask next so that some subtrees of an agent are read completely, with many requests in
// flight. Pure: no clock, no socket; one owner, any thread. It keeps disjoint stretches of the OID
// space. Each is read front to back; a stretch whose reading takes long is cut where the rows that
// come in suggest that others follow (the index of a table grows by so much a row), and what lies
// behind the cut is asked for at the same time. On a long way it is also cut behind the branches of
// the tree that it is in, the largest first: who looks there learns what comes next. A cut can be
// anywhere without losing or doubling a row; a bad one costs one request. Nobody needs to know the
// columns, it is only quicker with them. Order is checked: an OID that does not increase ends its
// stretch (RFC 3416, section 4.2.2).
class WalkPlan
{
public:
    struct Query
    {
        std::uint64_t id = 0;
        Oid from;
        int repetitions = 1;
    };
    struct Rows
    {
        std::uint32_t root = 0; // number of the subtree, as given
        Varbinds rows;
    };
    struct Disorder
    {
        Oid previous;
        Oid next; // not above it
    };
    struct Outcome
    {
        std::vector<Rows> rows = {};
        std::optional<Disorder> disorder = {};
        int used = 0;
        int surplus = 0;       // came, and belongs to nothing that was asked for
        bool cutShort = false; // fewer than asked for, and the stretch is not at its end
    };

    // Subtrees inside others of the list are left out. Without `split` each is one stretch.
    WalkPlan(const std::vector<Oid> &roots, bool split);

    // Another request worth making, if any. It counts as asked. `mostGuesses`: how many stretches
    // may be in flight of which nothing is known yet; `mostLooks`: of those, how many behind
    // branches.
    [[nodiscard]] std::optional<Query> next(int repetitions, int mostGuesses = 64,
                                            int mostLooks = 0);
    [[nodiscard]] Outcome answered(std::uint64_t query, Varbinds &&varbinds);
    // It will be asked again (lost, too big).
    void unanswered(std::uint64_t query);
    // Its stretch is given up.
    void failed(std::uint64_t query);
    // As an agent of version 1 says that there is nothing more (RFC 1157, section 4.1.3).
    void ended(std::uint64_t query);

    [[nodiscard]] bool isDone() const { return m_stretches.empty(); }
    [[nodiscard]] std::size_t asked() const { return m_asked.size(); }

private:
    // How the rows of a stretch follow one another.
    struct Trend
    {
        Oid last;
        std::size_t position = 0; // of the first arc that changed from row to row
        double rate = 0;          // of that arc, a row; 0: not known
    };
    struct Stretch
    {
        Oid cursor;             // everything up to it was read
        Oid limit;              // where it ends
        bool inclusive = false; // the limit itself still belongs to it
        std::uint32_t root = 0;
        std::uint64_t query = 0; // 0: idle
        int asked = 0;           // repetitions of that query
        bool untouched = true;
        bool guessed = false; // a cut that has not yet proved right
        bool looks = false;   // and that was made behind a branch
        Trend trend = {};
    };
    using Stretches = std::map<Oid, Stretch>;

    [[nodiscard]] static bool within(const Stretch &stretch, const Oid &oid);
    [[nodiscard]] static std::optional<Oid> ahead(const Trend &trend, double rows);
    [[nodiscard]] int wanted(const Stretch &stretch, int repetitions) const;
    [[nodiscard]] Query ask(Stretches::iterator at, int repetitions);
    [[nodiscard]] bool cut(int mostGuesses);
    [[nodiscard]] bool look(int mostLooks);
    [[nodiscard]] static std::optional<Oid> behindBranch(const Stretch &stretch);
    void learn(const Oid &column, Oid first, Oid last);
    void compare(const Oid &previous, const Oid &next);
    // Where a column has no such index, the next column.
    [[nodiscard]] Oid insideTables(Oid pivot) const;
    [[nodiscard]] std::optional<Oid> endOfColumn(const Stretch &stretch) const;
    // Takes rows from `from` on; the index of the first one that is behind the stretch.
    std::size_t take(Stretches::iterator at, Varbinds &varbinds, std::size_t from, Outcome &outcome,
                     bool &atEnd);
    void finish(Stretches::iterator at, bool sawEnd);
    void judgeGuess(Stretch &stretch, bool right);

    const bool m_split;
    std::vector<Oid> m_roots;
    Stretches m_stretches; // by where each began
    std::unordered_map<std::uint64_t, Oid> m_asked;
    // Of tables, by what their columns have in common: between which indexes they are. Seen where
    // one column ended and another one began.
    struct Table
    {
        Oid first;
        Oid last;
    };
    std::map<Oid, Table> m_tables;
    std::uint64_t m_lastQuery = 0;
    int m_guesses = 0;  // in flight
    int m_boldness = 2; // so many may be
    int m_looks = 0;    // in flight
    int m_curiosity = 8;
};

} // namespace Portolan::Snmp
