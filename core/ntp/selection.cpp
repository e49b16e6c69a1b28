// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ntp/selection.h"

#include "core/ntp/words.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace Portolan::Ntp {

namespace {

struct StandingWords
{
    Standing standing;
    const char *name;
    const char *text;
};

constexpr StandingWords kWords[] = {
    {Standing::Selected, "selected", QT_TRANSLATE_NOOP("Portolan::Ntp", "Selected")},
    {Standing::Combined, "combined", QT_TRANSLATE_NOOP("Portolan::Ntp", "Counts in the mean")},
    {Standing::Outlier, "outlier",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "Right, but farther from the others")},
    {Standing::Falseticker, "falseticker", QT_TRANSLATE_NOOP("Portolan::Ntp", "Falseticker")},
    {Standing::NoMajority, "no_majority", QT_TRANSLATE_NOOP("Portolan::Ntp", "No majority agrees")},
    {Standing::TooFar, "too_far", QT_TRANSLATE_NOOP("Portolan::Ntp", "Too uncertain")},
    {Standing::Unsynchronised, "unsynchronised",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "Not synchronised")},
    {Standing::Smearing, "smearing",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "Smears leap seconds, unlike the others")},
    {Standing::LeftOut, "left_out", QT_TRANSLATE_NOOP("Portolan::Ntp", "Left out by you")},
    {Standing::Refused, "refused", QT_TRANSLATE_NOOP("Portolan::Ntp", "Does not want to be asked")},
    {Standing::NotAuthentic, "not_authentic",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "Not authenticated")},
    {Standing::Unreachable, "unreachable", QT_TRANSLATE_NOOP("Portolan::Ntp", "Does not answer")},
    {Standing::NotMeasured, "not_measured", QT_TRANSLATE_NOOP("Portolan::Ntp", "Not measured yet")},
};

const StandingWords &wordsOf(Standing standing)
{
    return *std::find_if(
        std::begin(kWords), std::end(kWords),
        [standing](const StandingWords &each) { return each.standing == standing; });
}

// Why a server takes no part in the vote; Selected: it does.
Standing fitness(const Candidate &candidate, const SelectionRules &rules)
{
    if (candidate.leftOut)
        return Standing::LeftOut;
    if (candidate.refused)
        return Standing::Refused;
    if (!candidate.authenticated)
        return Standing::NotAuthentic;
    if (candidate.withoutTime)
        return Standing::Unsynchronised;
    if (candidate.reach == 0)
        return candidate.wasAsked ? Standing::Unreachable : Standing::NotMeasured;
    if (!candidate.hasEstimate)
        return Standing::NotMeasured;
    if (candidate.leap == Leap::Unknown || candidate.stratum < 1 || candidate.stratum > 15)
        return Standing::Unsynchronised;
    if (!(candidate.distance < rules.mostDistance))
        return Standing::TooFar;
    return Standing::Selected;
}

struct Edge
{
    Seconds at;
    int type; // -1 lower end, +1 upper end
};

// What the correctness intervals of all but a minority have in common (RFC 5905, section 11.2.1).
// The standard also wants the middles of that majority inside. We do not: servers behind crooked
// paths allow for them with wide intervals around middles that are off, and then nobody would be
// believed although a majority agrees. (ntpd has given that test up, too.)
std::optional<Interval> intersect(const std::vector<Interval> &intervals)
{
    const int count = static_cast<int>(intervals.size());
    std::vector<Edge> edges;
    edges.reserve(intervals.size() * 2);
    for (const Interval &each : intervals) {
        edges.push_back({each.low, -1});
        edges.push_back({each.high, +1});
    }
    // Of what is at one place: first what opens, then what closes, so that intervals that touch
    // have a point in common.
    std::sort(edges.begin(), edges.end(), [](const Edge &a, const Edge &b) {
        return a.at != b.at ? a.at < b.at : a.type < b.type;
    });
    for (int allowed = 0; 2 * allowed < count; ++allowed) {
        int open = 0;
        std::optional<Seconds> low;
        for (const Edge &edge : edges) {
            open -= edge.type;
            if (open >= count - allowed) {
                low = edge.at;
                break;
            }
        }
        open = 0;
        std::optional<Seconds> high;
        for (auto edge = edges.rbegin(); edge != edges.rend(); ++edge) {
            open += edge->type;
            if (open >= count - allowed) {
                high = edge->at;
                break;
            }
        }
        if (!low || !high || *low > *high)
            continue;
        return Interval{*low, *high};
    }
    return std::nullopt;
}

// How far each of some servers is from the others: the root of the mean square. Sums are kept, so
// that a thousand servers take a thousand steps for each that goes, not a million; offsets count
// from one of them, since squares of large ones would swallow small differences.
class SelectionJitter
{
public:
    SelectionJitter(const QList<Candidate> &candidates, const std::vector<int> &among)
        : m_candidates(candidates)
        , m_origin(candidates[among.front()].offset)
    {
        for (const int each : among)
            change(each, +1);
    }
    void leave(int candidate) { change(candidate, -1); }
    [[nodiscard]] double of(int candidate) const
    {
        if (m_count < 2)
            return 0;
        const double offset = from(candidate);
        const double squares = m_count * offset * offset - 2 * offset * m_sum + m_squares;
        return std::sqrt(std::max(squares, 0.0) / (m_count - 1));
    }

private:
    [[nodiscard]] double from(int candidate) const
    {
        return (m_candidates[candidate].offset - m_origin).count();
    }
    void change(int candidate, int by)
    {
        const double offset = from(candidate);
        m_count += by;
        m_sum += by * offset;
        m_squares += by * offset * offset;
    }

    const QList<Candidate> &m_candidates;
    const Seconds m_origin;
    double m_count = 0;
    double m_sum = 0;
    double m_squares = 0;
};

// How far one that does not count is from those that do.
double rmsFrom(Seconds offset, const QList<Candidate> &candidates, const std::vector<int> &others)
{
    double squares = 0;
    for (const int other : others)
        squares += std::pow((candidates[other].offset - offset).count(), 2);
    return std::sqrt(squares / static_cast<double>(others.size()));
}

// RFC 5905, section 11.2.2: the one that is farthest from the others goes, as long as that makes
// them agree better than each agrees with itself.
void cluster(const QList<Candidate> &candidates, std::vector<int> &survivors, int least,
             QList<Choice> &choices)
{
    SelectionJitter jitters(candidates, survivors);
    while (static_cast<int>(survivors.size()) > least) {
        double most = -1;
        std::size_t farthest = 0;
        double leastJitter = candidates[survivors.front()].jitter.count();
        for (std::size_t i = 0; i < survivors.size(); ++i) {
            const double jitter = jitters.of(survivors[i]);
            choices[survivors[i]].selectionJitter = Seconds(jitter);
            if (jitter >= most) {
                // Of equals the last goes: they are sorted with the best first.
                most = jitter;
                farthest = i;
            }
            leastJitter = std::min(leastJitter, candidates[survivors[i]].jitter.count());
        }
        if (most < leastJitter)
            break;
        choices[survivors[farthest]].standing = Standing::Outlier;
        jitters.leave(survivors[farthest]);
        survivors.erase(survivors.begin() + static_cast<std::ptrdiff_t>(farthest));
    }
    for (const int each : survivors)
        choices[each].selectionJitter = Seconds(jitters.of(each));
}

// RFC 5905, section 11.2.3: weights are the inverse of the root distances.
void combine(const QList<Candidate> &candidates, const std::vector<int> &survivors,
             Selection &selection)
{
    const Candidate &first = candidates[survivors.front()];
    double weights = 0;
    double offsets = 0;
    double squares = 0;
    for (const int each : survivors) {
        const Candidate &candidate = candidates[each];
        const double weight = 1 / std::max(candidate.distance.count(), 1e-9);
        weights += weight;
        offsets += weight * candidate.offset.count();
        squares += weight * std::pow((candidate.offset - first.offset).count(), 2);
    }
    selection.offset = Seconds(offsets / weights);
    selection.jitter = Seconds(std::sqrt(squares / weights + std::pow(first.jitter.count(), 2)));
}

// Whether servers that smear and servers that do not are among those that vote: then the ones that
// smear do not count, since they are wrong on purpose.
void leaveOutSmearing(const QList<Candidate> &candidates, std::vector<int> &voters,
                      QList<Choice> &choices)
{
    const auto smears = [&candidates](int each) { return candidates[each].smears; };
    if (std::none_of(voters.begin(), voters.end(), smears) ||
        std::all_of(voters.begin(), voters.end(), smears))
        return;
    for (const int each : voters) {
        if (smears(each))
            choices[each].standing = Standing::Smearing;
    }
    std::erase_if(voters, smears);
}

} // namespace

Selection select(const QList<Candidate> &candidates, const SelectionRules &rules)
{
    Selection selection;
    selection.choices.resize(candidates.size());
    std::vector<int> voters;
    for (int i = 0; i < candidates.size(); ++i) {
        const Candidate &candidate = candidates[i];
        Choice &choice = selection.choices[i];
        choice.standing = fitness(candidate, rules);
        choice.interval = {candidate.offset - candidate.distance,
                           candidate.offset + candidate.distance};
        if (choice.standing == Standing::Selected)
            voters.push_back(i);
    }
    leaveOutSmearing(candidates, voters, selection.choices);
    selection.voters = static_cast<int>(voters.size());
    if (voters.empty())
        return selection;

    std::vector<Interval> intervals;
    for (const int each : voters)
        intervals.push_back(selection.choices[each].interval);
    selection.agreed = intersect(intervals);
    if (!selection.agreed) {
        for (const int each : voters)
            selection.choices[each].standing = Standing::NoMajority;
        return selection;
    }

    std::vector<int> survivors;
    std::vector<int> truechimers;
    for (const int each : voters) {
        // Section 11.2.1: a falseticker has no point in what the majority agrees on. Whose middle
        // alone lies outside (appendix A.5.5.1 looks at that) may have a crooked path that it
        // allows for: it is not false, and does not count in the mean.
        const Seconds middle = candidates[each].offset;
        Choice &choice = selection.choices[each];
        if (!choice.interval.meets(*selection.agreed)) {
            choice.standing = Standing::Falseticker;
            continue;
        }
        truechimers.push_back(each);
        if (middle >= selection.agreed->low && middle <= selection.agreed->high)
            survivors.push_back(each);
        else
            choice.standing = Standing::Outlier;
    }
    for (const int each : voters) {
        Choice &choice = selection.choices[each];
        if (choice.standing != Standing::Falseticker)
            continue;
        for (const int other : truechimers) {
            if (!choice.interval.meets(selection.choices[other].interval))
                choice.outvotedBy.append(other);
        }
    }
    selection.truechimers = static_cast<int>(truechimers.size());
    if (survivors.empty())
        survivors = truechimers; // they agree, each with the edge of its interval
    // By stratum first, then by distance.
    const auto metric = [&](int each) {
        return candidates[each].stratum * rules.mostDistance.count() +
               candidates[each].distance.count();
    };
    std::stable_sort(survivors.begin(), survivors.end(),
                     [&metric](int a, int b) { return metric(a) < metric(b); });
    cluster(candidates, survivors, rules.survivors, selection.choices);
    for (const int each : truechimers) {
        if (std::find(survivors.begin(), survivors.end(), each) == survivors.end())
            selection.choices[each].selectionJitter =
                Seconds(rmsFrom(candidates[each].offset, candidates, survivors));
    }
    for (const int each : survivors)
        selection.choices[each].standing = Standing::Combined;
    selection.selected = survivors.front();
    selection.choices[selection.selected].standing = Standing::Selected;
    combine(candidates, survivors, selection);
    return selection;
}

QString standingName(Standing standing)
{
    return QLatin1String(wordsOf(standing).name);
}

QString standingText(Standing standing)
{
    return tr(wordsOf(standing).text);
}

} // namespace Portolan::Ntp
