// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sentence.h"
#include "core/ntp/diagnosis/judge.h"
#include "core/ntp/figures.h"
#include "core/ntp/refid.h"

#include <QMap>

#include <algorithm>
#include <cmath>

namespace Portolan::Ntp {

namespace {

using Severity = Finding::Severity;

constexpr const char *kSelectionText = "RFC 5905, section 11.2";
constexpr const char *kSources = "RFC 8633, section 3.2";
constexpr const char *kLoops = "RFC 5905, section 7.3";
constexpr const char *kSmear = "RFC 8633, section 3.7.1";

constexpr double kStepThreshold = 0.128; // STEPT of RFC 5905, section 11.3
constexpr double kLittle = 0.001;
constexpr double kWrong = 1;
constexpr double kFar = 86'400;
constexpr Seconds kLeastSpan{20};
constexpr std::size_t kFewestOfDrift = 6;
constexpr double kDrifting = 15e-6; // PHI of RFC 5905
constexpr double kMuchDrift = 100e-6;
constexpr double kMostDrift = 500e-6; // what ntpd and the kernel correct
constexpr double kJumpTogether = 5;   // seconds

QString ppm(double slope)
{
    return QString::number(slope * 1e6, 'f', std::abs(slope) < 1e-5 ? 1 : 0) +
           QStringLiteral(" ppm");
}

bool isHere(const QHostAddress &address)
{
    return address.isLoopback();
}

class TogetherJudge
{
public:
    TogetherJudge(const DiagnosisFacts &facts, Findings &findings)
        : m_facts(facts)
        , m_findings(findings)
    {
        for (const DiagnosedServer &each : facts.servers) {
            if (isMeasured(each))
                m_measured.push_back(&each);
        }
    }

    void judge()
    {
        if (m_facts.servers.empty()) {
            m_findings.add("nothing", Severity::Warning, {}, {}, "", Action::kAddServers);
            return;
        }
        everywhere();
        steps();
        if (m_measured.empty())
            return;
        votes();
        independence();
        smear();
        leaps();
        jumps();
        drifts();
        ownClock();
        stamps();
    }

private:
    [[nodiscard]] static QString name(const DiagnosedServer &server)
    {
        return plainLine(server.state.name(), 120);
    }
    [[nodiscard]] static QString names(const std::vector<const DiagnosedServer *> &servers)
    {
        QStringList list;
        for (const DiagnosedServer *each : servers)
            list += name(*each);
        const qsizetype most = 6;
        QString text = list.mid(0, most).join(QStringLiteral(", "));
        if (list.size() > most)
            text += QStringLiteral(", … (%1)").arg(list.size());
        return text;
    }

    // None of several says anything: that is not several faults.
    void everywhere()
    {
        QStringList places;
        for (const DiagnosedServer &each : m_facts.servers) {
            const ServerRecord &record = each.record;
            if (record.polls == 0 || record.silent != record.polls || record.elsewhere > 0 ||
                record.forged > 0 || each.state.target.port != ServerTarget::kPort)
                return;
            const QString place = each.state.address.toString();
            if (!places.contains(place))
                places += place;
        }
        if (places.size() >= 2)
            m_findings.add("silent.everywhere", Severity::Error, {QString::number(places.size())},
                           places.mid(0, 8).join(QLatin1Char('\n')), "RFC 8633, section 4.2");
    }

    void steps()
    {
        if (m_facts.steps.empty())
            return;
        const auto greatest = std::max_element(
            m_facts.steps.begin(), m_facts.steps.end(), [](const auto &a, const auto &b) {
                return std::abs(a.by.count()) < std::abs(b.by.count());
            });
        m_findings.add("clock.stepped", Severity::Error,
                       {QString::number(m_facts.steps.size()), offsetText(greatest->by)},
                       QStringLiteral("%1×, %2 in %3")
                           .arg(m_facts.steps.size())
                           .arg(offsetText(greatest->by), timeText(m_facts.watched)),
                       "RFC 5905, section 11.3", Action::kShowHost);
    }

    void votes()
    {
        std::vector<const DiagnosedServer *> undecided;
        for (const DiagnosedServer &each : m_facts.servers) {
            switch (each.state.choice.standing) {
            case Standing::Falseticker:
                falseticker(each);
                break;
            case Standing::NoMajority:
                undecided.push_back(&each);
                break;
            default:
                break;
            }
        }
        if (!undecided.empty()) {
            QStringList lines;
            for (const DiagnosedServer *each : undecided)
                lines += QStringLiteral("%1: %2 … %3")
                             .arg(name(*each), offsetText(each->state.choice.interval.low),
                                  offsetText(each->state.choice.interval.high));
            m_findings.add("no_majority", Severity::Error,
                           {QString::number(undecided.size()), names(undecided)},
                           lines.mid(0, 12).join(QLatin1Char('\n')), kSelectionText,
                           Action::kAddServers);
        }
        const int voters = m_facts.selection.voters;
        if (voters == 1 && m_facts.servers.size() > 1)
            m_findings.add("one_left", Severity::Warning, {QString::number(m_facts.servers.size())},
                           {}, kSources, Action::kAddServers);
        else if (voters == 1)
            m_findings.add("one", Severity::Info, {}, {}, kSources, Action::kAddServers);
        else if (voters == 2 && undecided.empty())
            m_findings.add("two", Severity::Info, {}, {}, kSources, Action::kAddServers);
    }

    void falseticker(const DiagnosedServer &server)
    {
        QStringList others;
        QStringList lines{QStringLiteral("%1: %2 … %3")
                              .arg(name(server), offsetText(server.state.choice.interval.low),
                                   offsetText(server.state.choice.interval.high))};
        for (const int each : server.state.choice.outvotedBy) {
            if (each < 0 || static_cast<std::size_t>(each) >= m_facts.servers.size())
                continue;
            const DiagnosedServer &other = m_facts.servers[static_cast<std::size_t>(each)];
            others += name(other);
            lines += QStringLiteral("%1: %2 … %3")
                         .arg(name(other), offsetText(other.state.choice.interval.low),
                              offsetText(other.state.choice.interval.high));
        }
        const auto &estimate = server.state.filter.estimate();
        const Seconds from = estimate && m_facts.selection.offset
                                 ? estimate->offset - *m_facts.selection.offset
                                 : Seconds(0);
        m_findings.add("falseticker", Severity::Error,
                       {name(server), offsetText(from), others.mid(0, 6).join(QStringLiteral(", ")),
                        QString::number(m_facts.selection.truechimers)},
                       lines.mid(0, 12).join(QLatin1Char('\n')), kSelectionText, Action::kLeaveOut);
    }

    void independence()
    {
        QMap<quint32, std::vector<const DiagnosedServer *>> upstreams;
        QMap<QString, std::vector<const DiagnosedServer *>> places;
        for (const DiagnosedServer *each : m_measured) {
            const Sample &last = each->record.samples.back();
            const ServerState &state = each->state;
            places[QStringLiteral("%1 %2").arg(state.address.toString()).arg(state.port())]
                .push_back(each);
            if (last.stratum < 2 || last.stratum > 15 ||
                reference(last.refid, last.stratum).kind != Reference::Kind::Server)
                continue;
            upstreams[last.refid].push_back(each);
            const auto isUs = [&last](const QHostAddress &own) {
                return refidOf(own) == last.refid;
            };
            if (std::any_of(m_facts.ownAddresses.begin(), m_facts.ownAddresses.end(), isUs))
                m_findings.add("loop.us", Severity::Error,
                               {name(*each), QHostAddress(last.refid).toString()}, {}, kLoops,
                               Action::kLeaveOut);
            for (const DiagnosedServer *other : m_measured) {
                if (other == each || isHere(other->state.address) ||
                    refidOf(other->state.address) != last.refid)
                    continue;
                const Sample &theirs = other->record.samples.back();
                const bool isMutual =
                    theirs.stratum >= 2 && refidOf(each->state.address) == theirs.refid;
                if (isMutual && each < other)
                    m_findings.add("loop.each_other", Severity::Error, {name(*each), name(*other)},
                                   {}, kLoops);
                else if (!isMutual)
                    m_findings.add("follows", Severity::Info, {name(*each), name(*other)}, {},
                                   kSources);
            }
        }
        for (const auto &[refid, servers] : upstreams.toStdMap()) {
            if (servers.size() < 2)
                continue;
            const bool isAll = servers.size() == m_measured.size();
            m_findings.add(
                isAll ? "same_upstream" : "some_upstream",
                isAll ? Severity::Warning : Severity::Info,
                {QString::number(servers.size()), QHostAddress(refid).toString(), names(servers)},
                {}, kSources, isAll ? Action::kAddServers : QLatin1String());
        }
        for (const auto &[place, servers] : places.toStdMap()) {
            if (servers.size() > 1)
                m_findings.add("same_server", Severity::Warning, {names(servers)}, place, kSources,
                               Action::kLeaveOut);
        }
    }

    void smear()
    {
        std::vector<const DiagnosedServer *> smearing;
        std::vector<const DiagnosedServer *> others;
        for (const DiagnosedServer *each : m_measured)
            (each->state.smear != SmearSign::None ? smearing : others).push_back(each);
        if (smearing.empty())
            return;
        if (others.empty())
            m_findings.add("smear.all", Severity::Info, {names(smearing)}, {}, kSmear);
        else
            m_findings.add("smear.mix", Severity::Warning,
                           {names(smearing), QString::number(others.size())}, {}, kSmear);
    }

    void leaps()
    {
        QStringList warning;
        QStringList silent;
        for (const DiagnosedServer *each : m_measured) {
            const Leap leap = each->record.samples.back().leap;
            if (leap == Leap::Insert || leap == Leap::Delete)
                warning += name(*each);
            else if (leap == Leap::None)
                silent += name(*each);
        }
        if (!warning.isEmpty() && !silent.isEmpty())
            m_findings.add("leap.disagree", Severity::Warning,
                           {warning.mid(0, 6).join(QStringLiteral(", ")),
                            silent.mid(0, 6).join(QStringLiteral(", "))},
                           {}, "RFC 5905, section 7.3");
    }

    // A jump of one server is that server's; the same jump of all is ours.
    void jumps()
    {
        struct Jumped
        {
            const DiagnosedServer *server;
            Jump jump;
        };
        std::vector<Jumped> jumped;
        for (const DiagnosedServer *each : m_measured) {
            if (const auto jump = jumpOf(each->record.samples))
                jumped.push_back({each, *jump});
        }
        const bool together = jumped.size() >= 2 && jumped.size() * 2 > m_measured.size() &&
                              std::all_of(jumped.begin(), jumped.end(), [&](const Jumped &each) {
                                  const Jump &first = jumped.front().jump;
                                  return std::abs((each.jump.by - first.by).count()) <=
                                             (each.jump.wrong + first.wrong).count() &&
                                         std::abs(between(each.jump.at, first.at).count()) <
                                             kJumpTogether + m_facts.watched.count() / 4;
                              });
        if (together) {
            // A step was seen by another clock of this machine already.
            if (m_facts.steps.empty())
                m_findings.add(
                    "clock.jumped", Severity::Error,
                    {QString::number(jumped.size()), offsetText(-jumped.front().jump.by)}, {},
                    "RFC 5905, section 11.3", Action::kShowHost);
            return;
        }
        for (const Jumped &each : jumped) {
            const bool isSecond = std::abs(std::abs(each.jump.by.count()) - 1) <
                                  std::max(0.01, each.jump.wrong.count());
            m_findings.add(
                isSecond ? "server.stepped_second" : "server.stepped", Severity::Error,
                {name(*each.server), offsetText(each.jump.by)},
                QStringLiteral("%1 ± %2").arg(offsetText(each.jump.by), timeText(each.jump.wrong)),
                "RFC 5905, section 11.3", Action::kLeaveOut);
        }
    }

    void drifts()
    {
        struct Drifting
        {
            const DiagnosedServer *server;
            Drift drift;
        };
        std::vector<Drifting> drifting;
        for (const DiagnosedServer *each : m_measured) {
            if (jumpOf(each->record.samples))
                continue;
            if (const auto drift = driftOf(each->record.samples))
                drifting.push_back({each, *drift});
        }
        if (drifting.empty())
            return;
        std::vector<double> slopes;
        for (const Drifting &each : drifting)
            slopes.push_back(each.drift.slope);
        std::nth_element(slopes.begin(),
                         slopes.begin() + static_cast<std::ptrdiff_t>(slopes.size() / 2),
                         slopes.end());
        const double usual = slopes[slopes.size() / 2];
        QStringList lines;
        int agreeing = 0;
        for (const Drifting &each : drifting) {
            lines += QStringLiteral("%1: %2 ± %3, %4")
                         .arg(name(*each.server), ppm(each.drift.slope), ppm(each.drift.error),
                              timeText(each.drift.span));
            const double apart = std::abs(each.drift.slope - usual);
            if (apart <= each.drift.error + kDrifting / 3)
                ++agreeing;
            else if (drifting.size() >= 3 && apart > kDrifting + 2 * each.drift.error)
                m_findings.add("server.drifts", Severity::Warning,
                               {name(*each.server), ppm(each.drift.slope - usual)}, lines.last(),
                               "RFC 5905, section 11.3", Action::kLeaveOut);
        }
        const bool isSure = std::all_of(drifting.begin(), drifting.end(), [](const Drifting &each) {
            return std::abs(each.drift.slope) > 3 * each.drift.error;
        });
        const double size = std::abs(usual);
        if (!isSure || size < kDrifting || agreeing * 2 <= static_cast<int>(drifting.size()))
            return;
        const Severity severity = size >= kMostDrift   ? Severity::Error
                                  : size >= kMuchDrift ? Severity::Warning
                                                       : Severity::Info;
        const char *id = drifting.size() == 1 ? "drift.alone"
                         : size >= kMostDrift ? "clock.drifts_much"
                                              : "clock.drifts";
        // A positive slope of "server minus ours" is a clock of ours that runs slow.
        m_findings.add(id, severity, {ppm(-usual), QString::number(drifting.size())},
                       lines.mid(0, 12).join(QLatin1Char('\n')), "RFC 5905, section 11.3",
                       Action::kShowHost);
    }

    void ownClock()
    {
        const Selection &selection = m_facts.selection;
        if (!selection.offset || !selection.agreed)
            return;
        const Seconds offset = *selection.offset;
        const Seconds bound =
            std::max(selection.agreed->high - offset, offset - selection.agreed->low);
        const double size = std::abs(offset.count());
        const QString text = offsetText(offset, bound);
        const QString off = timeText(Seconds(size));
        const bool isAlone = selection.voters == 1;
        const bool isBehind = offset.count() > 0;
        if (size <= bound.count() && bound.count() <= kStepThreshold) {
            m_findings.add("clock.right", Severity::Ok, {text}, {}, kSelectionText);
            return;
        }
        if (size <= bound.count()) {
            m_findings.add("clock.unclear", Severity::Info, {text, timeText(bound)}, {},
                           kSelectionText, Action::kAddServers);
            return;
        }
        const Severity severity = size >= kWrong           ? Severity::Error
                                  : size >= kStepThreshold ? Severity::Warning
                                                           : Severity::Info;
        const char *id = size >= kFar ? "clock.far" : isBehind ? "clock.behind" : "clock.ahead";
        if (size < kLittle)
            m_findings.add("clock.near", Severity::Ok, {text}, {}, kSelectionText);
        else if (isAlone)
            m_findings.add(size >= kFar ? "clock.far_alone" : "clock.off_alone", severity,
                           {off, text, isBehind ? QStringLiteral("+") : QStringLiteral("-")}, {},
                           kSelectionText, Action::kAddServers);
        else
            m_findings.add(id, severity, {off, text, QString::number(selection.truechimers)}, {},
                           kSelectionText, Action::kShowHost);
    }

    void stamps()
    {
        const bool onlyUser =
            std::all_of(m_measured.begin(), m_measured.end(), [](const DiagnosedServer *each) {
                return each->record.samples.back().receivedBy == StampSource::User;
            });
        if (onlyUser)
            m_findings.add("stamps.user", Severity::Info, {});
    }

    const DiagnosisFacts &m_facts;
    Findings &m_findings;
    std::vector<const DiagnosedServer *> m_measured;
};

} // namespace

std::optional<Drift> driftOf(const std::deque<Sample> &samples)
{
    if (samples.size() < kFewestOfDrift)
        return std::nullopt;
    const Seconds span = between(samples.back().at, samples.front().at);
    if (span < kLeastSpan)
        return std::nullopt;
    // Least squares, where packets that waited count less.
    const auto quickest =
        std::min_element(samples.begin(), samples.end(),
                         [](const Sample &a, const Sample &b) { return a.delay < b.delay; });
    double weights = 0;
    double x = 0;
    double y = 0;
    const auto weightOf = [&](const Sample &each) {
        const double wait = (each.delay - quickest->delay).count() / 2 + 1e-6;
        return 1 / (wait * wait + each.dispersion.count() * each.dispersion.count());
    };
    const Instant from = samples.front().at;
    for (const Sample &each : samples) {
        const double weight = weightOf(each);
        weights += weight;
        x += weight * between(each.at, from).count();
        y += weight * each.offset.count();
    }
    x /= weights;
    y /= weights;
    double above = 0;
    double below = 0;
    for (const Sample &each : samples) {
        const double weight = weightOf(each);
        const double dx = between(each.at, from).count() - x;
        above += weight * dx * (each.offset.count() - y);
        below += weight * dx * dx;
    }
    if (below <= 0)
        return std::nullopt;
    Drift drift{above / below, 0, span};
    double squares = 0;
    for (const Sample &each : samples) {
        const double rest =
            each.offset.count() - y - drift.slope * (between(each.at, from).count() - x);
        squares += weightOf(each) * rest * rest;
    }
    drift.error = std::sqrt(squares / static_cast<double>(samples.size() - 2) / below);
    return drift;
}

std::optional<Jump> jumpOf(const std::deque<Sample> &samples)
{
    std::optional<Jump> greatest;
    for (std::size_t i = 1; i < samples.size(); ++i) {
        const Sample &before = samples[i - 1];
        const Sample &after = samples[i];
        const Seconds by = after.offset - before.offset;
        // A clock may run off by 500 ppm without jumping (RFC 5905, section 11.3).
        const Seconds wrong = before.ownBound() + after.ownBound() +
                              kMostDrift * Seconds(std::abs(between(after.at, before.at).count()));
        if (std::abs(by.count()) <= std::max(wrong.count(), kLittle))
            continue;
        if (!greatest || std::abs(by.count()) > std::abs(greatest->by.count()))
            greatest = Jump{after.at, by, wrong};
    }
    return greatest;
}

void judgeTogether(const DiagnosisFacts &facts, Findings &findings)
{
    TogetherJudge(facts, findings).judge();
}

} // namespace Portolan::Ntp
