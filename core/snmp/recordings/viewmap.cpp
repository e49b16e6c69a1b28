// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/recordings/viewmap.h"

#include "core/snmp/diagnosis/vacm.h"
#include "core/snmp/words.h"

namespace Portolan::Snmp {

namespace {

using Entry = ViewMap::Entry;
using Sight = ViewMap::Sight;

constexpr std::size_t kMostPieces = 400; // of one branch
constexpr std::size_t kLongRun = 24;     // neighbours that are alike become one entry
constexpr quint64 kStep = 4096;

// The path from the root to the OID that was read last; what lies beside it is judged already.
class Tree
{
public:
    void take(const Oid &oid, Sight sight)
    {
        const std::size_t common = m_path.commonArcs(oid);
        close(common + 1);
        m_path = oid;
        while (m_open.size() < oid.size() + 1)
            m_open.emplace_back();
        Entry leaf = countOf(oid);
        ++(sight == Sight::Both ? leaf.both : sight == Sight::First ? leaf.first : leaf.second);
        // An agent may have an instance that is the beginning of another; both are counted.
        add(m_open.back(), leaf);
    }
    [[nodiscard]] std::vector<Entry> finish()
    {
        if (m_open.empty())
            return {};
        // Where all is alike, what everything has in common is said instead of the root.
        close(1);
        Branch &root = m_open.front();
        return isPure(root.sum) && !root.pieces.empty() ? std::vector<Entry>{root.deepest}
                                                        : std::move(root.pieces);
    }

private:
    struct Branch // below one prefix of the path
    {
        Entry sum; // its prefix is not filled
        std::vector<Entry> pieces;
        std::size_t run = 0; // pieces at the end that are alike
        Entry deepest;       // of a pure one with one child: that child's
        std::size_t children = 0;
    };

    static Entry countOf(const Oid &prefix)
    {
        Entry entry;
        entry.prefix = prefix;
        entry.lastArc = prefix.isEmpty() ? 0 : prefix.last();
        return entry;
    }
    static bool isPure(const Entry &entry) { return entry.sight() != Sight::Mixed; }
    static void addCounts(Entry &to, const Entry &from)
    {
        to.both += from.both;
        to.first += from.first;
        to.second += from.second;
    }

    // Closes branches until `left` are open.
    void close(std::size_t left)
    {
        while (m_open.size() > std::max<std::size_t>(left, 1)) {
            Branch branch = std::move(m_open.back());
            m_open.pop_back();
            const Oid prefix = m_path.first(m_open.size());
            if (branch.pieces.empty())
                continue;
            Branch &parent = m_open.back();
            if (isPure(branch.sum) || branch.pieces.size() > kMostPieces) {
                Entry whole = countOf(prefix);
                addCounts(whole, branch.sum);
                add(parent, whole, branch.children == 1 ? branch.deepest : whole);
                continue;
            }
            ++parent.children;
            addCounts(parent.sum, branch.sum);
            parent.run = 0;
            std::move(branch.pieces.begin(), branch.pieces.end(),
                      std::back_inserter(parent.pieces));
        }
    }

    static void add(Branch &parent, const Entry &entry) { add(parent, entry, entry); }
    static void add(Branch &parent, const Entry &entry, const Entry &deepest)
    {
        addCounts(parent.sum, entry);
        ++parent.children;
        parent.deepest = parent.children == 1 ? deepest : entry;
        // While everything is alike nobody needs the pieces one by one.
        auto &pieces = parent.pieces;
        const bool isAlike = parent.run > 0 && isPure(entry) &&
                             pieces.back().sight() == entry.sight() &&
                             pieces.back().prefix.size() == entry.prefix.size();
        parent.run = isAlike ? parent.run + 1 : isPure(entry) ? 1 : 0;
        if (!isAlike || parent.run < kLongRun) {
            pieces.push_back(entry);
            return;
        }
        if (parent.run == kLongRun) {
            // Those before become one.
            const std::size_t begin = pieces.size() - (kLongRun - 1);
            for (std::size_t i = begin + 1; i < pieces.size(); ++i)
                addCounts(pieces[begin], pieces[i]);
            pieces.resize(begin + 1);
        }
        addCounts(pieces.back(), entry);
        pieces.back().lastArc = entry.lastArc;
    }

    Oid m_path;
    std::vector<Branch> m_open; // [n]: below the first n arcs of the path
};

ViewMap::Reason reasonOf(const Vacm &vacm, const QByteArray &group, const Vacm::Access &access,
                         bool isGuess)
{
    ViewMap::Reason reason{true, isGuess, group, access.read, {}};
    for (const Vacm::Family &each : vacm.families) {
        if (each.view == access.read)
            reason.families.emplace_back(each.subtree, each.isIncluded);
    }
    return reason;
}

// Whether a view would show what that side saw.
bool fits(const Vacm &vacm, const QByteArray &view, const ViewMap &map, bool isFirst)
{
    for (const Entry &each : map.entries) {
        const Sight sight = each.sight();
        if (sight == Sight::Mixed)
            continue;
        const bool seen = sight == Sight::Both || (sight == Sight::First) == isFirst;
        // A view may begin below the prefix; then it says nothing against it.
        bool includes = vacm.includes(view, each.prefix);
        for (const Vacm::Family &family : vacm.families) {
            if (seen && family.view == view && family.isIncluded &&
                family.subtree.startsWith(each.prefix))
                includes = true;
        }
        if (includes != seen)
            return false;
    }
    return true;
}

ViewMap::Reason explain(const Vacm &vacm, const RecordingFacts &facts, const ViewMap &map,
                        bool isFirst)
{
    const auto version = versionOf(facts.version);
    if (!version || map.entries.empty())
        return {};
    const quint32 model = securityModel(*version);
    const QByteArray context = facts.context.toUtf8();
    if (*version == Version::V3) {
        const auto group = vacm.groupOf(model, facts.user.toUtf8());
        const auto level = levelOf(facts.level);
        if (!group || !level)
            return {};
        const auto access = vacm.accessOf(*group, context, model, *level);
        return access ? reasonOf(vacm, *group, *access, false) : ViewMap::Reason();
    }
    // The name that a community stands for is in the agent's configuration, not in these tables.
    ViewMap::Reason found;
    for (const Vacm::Group &each : vacm.groups) {
        if (each.model != model)
            continue;
        const auto access = vacm.accessOf(each.group, context, model, Level::NoAuthNoPriv);
        if (!access || !fits(vacm, access->read, map, isFirst))
            continue;
        if (found.isKnown && found.view != access->read)
            return {}; // of several views nobody can say which
        if (!found.isKnown)
            found = reasonOf(vacm, each.group, *access, true);
        else if (found.group != each.group)
            found.group.clear(); // several groups have that view
    }
    return found;
}

} // namespace

Sight ViewMap::Entry::sight() const
{
    const int kinds = int(both > 0) + int(first > 0) + int(second > 0);
    return kinds != 1  ? Sight::Mixed
           : both > 0  ? Sight::Both
           : first > 0 ? Sight::First
                       : Sight::Second;
}

Result<ViewMap> mapViews(const ComparisonSide &first, const ComparisonSide &second,
                         std::stop_token stop, const std::function<void(quint64)> &progress)
{
    std::array<std::unique_ptr<VarbindSource>, 2> sources;
    std::array<Vacm, 2> vacms;
    const Oid vacmRoot = Vacm::root();
    for (std::size_t side = 0; side < 2; ++side) {
        auto source = (side == 0 ? first : second).open();
        if (!source)
            return tl::unexpected(std::move(source.error()));
        sources[side] = std::move(*source);
    }
    std::array<Varbind, 2> at;
    std::array<bool, 2> has{};
    const auto step = [&](std::size_t side) {
        has[side] = sources[side]->next(at[side]);
        if (has[side] && at[side].oid.startsWith(vacmRoot))
            vacms[side].take({at[side]});
    };
    step(0);
    step(1);
    ViewMap map;
    Tree tree;
    for (quint64 turn = 1; has[0] || has[1]; ++turn) {
        if (turn % kStep == 0) {
            if (stop.stop_requested())
                return failure(Error::Kind::Cancelled, Snmp::tr("The comparison was cancelled."));
            if (progress)
                progress(turn);
        }
        const auto order = !has[1]   ? std::strong_ordering::less
                           : !has[0] ? std::strong_ordering::greater
                                     : at[0].oid <=> at[1].oid;
        if (order == std::strong_ordering::less) {
            ++map.first;
            tree.take(at[0].oid, Sight::First);
            step(0);
        } else if (order == std::strong_ordering::greater) {
            ++map.second;
            tree.take(at[1].oid, Sight::Second);
            step(1);
        } else {
            ++map.both;
            tree.take(at[0].oid, Sight::Both);
            step(0);
            step(1);
        }
    }
    map.entries = tree.finish();
    for (Vacm &each : vacms)
        each.finish();
    // The one that sees more of them.
    const Vacm &vacm = vacms[0].groups.size() >= vacms[1].groups.size() ? vacms[0] : vacms[1];
    map.hasVacm = !vacm.isEmpty();
    if (map.hasVacm)
        map.reasons = {explain(vacm, first.facts, map, true),
                       explain(vacm, second.facts, map, false)};
    const auto damageOf = [](const ComparisonSide &side, const VarbindSource &source) {
        const auto *const rows = dynamic_cast<const RecordingRows *>(&source);
        return side.damage.isNone() && rows ? rows->damage() : side.damage;
    };
    map.damageFirst = damageOf(first, *sources[0]);
    map.damageSecond = damageOf(second, *sources[1]);
    return map;
}

QString sightName(ViewMap::Sight sight)
{
    switch (sight) {
    case Sight::Both:
        return QStringLiteral("both");
    case Sight::First:
        return QStringLiteral("first");
    case Sight::Second:
        return QStringLiteral("second");
    case Sight::Mixed:
        return QStringLiteral("mixed");
    }
    return {};
}

QString nameOf(const ViewMap::Entry &entry, const Smi::Snapshot &modules)
{
    const QString name = modules.shortNameOf(entry.prefix);
    if (!entry.isRange())
        return name;
    Oid last = entry.prefix;
    last.setLast(entry.lastArc);
    return name + QStringLiteral(" – ") + modules.shortNameOf(last);
}

QString textOf(const ViewMap::Reason &reason, const Smi::Snapshot &modules)
{
    if (!reason.isKnown)
        return {};
    QStringList included;
    QStringList excluded;
    constexpr int kMost = 12;
    for (const auto &[subtree, isIncluded] : reason.families) {
        QStringList &to = isIncluded ? included : excluded;
        if (to.size() < kMost)
            to.append(modules.shortNameOf(subtree));
        else if (to.size() == kMost)
            to.append(QStringLiteral("…"));
    }
    const QString view = plainLine(QString::fromUtf8(reason.view), 60);
    const QString group = plainLine(QString::fromUtf8(reason.group), 60);
    if (view.isEmpty())
        return Snmp::tr("The group “%1” may read nothing.").arg(group);
    QString text = reason.group.isEmpty() ? Snmp::tr("Probably the view “%1”.").arg(view)
                   : reason.isGuess
                       ? Snmp::tr("Probably the group “%1” with the view “%2”.").arg(group, view)
                       : Snmp::tr("The group “%1” with the view “%2”.").arg(group, view);
    if (!included.isEmpty())
        text += QLatin1Char(' ') +
                Snmp::tr("It includes: %1.").arg(included.join(QStringLiteral(", ")));
    if (!excluded.isEmpty())
        text += QLatin1Char(' ') +
                Snmp::tr("It leaves out: %1.").arg(excluded.join(QStringLiteral(", ")));
    return text;
}

} // namespace Portolan::Snmp
