// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sentence.h"
#include "core/ntp/diagnosis/judge.h"
#include "core/ntp/host/hostfindings.h"
#include "core/ntp/host/hosttext.h"

#include <algorithm>

namespace Portolan::Ntp {

namespace {

using Severity = Finding::Severity;

// What was measured from here, and what in the host makes it so, the surest first.
struct Explained
{
    const char *result; // behind "ntp."
    std::initializer_list<const char *> causes;
};

constexpr std::initializer_list<const char *> kOfSteps = {
    "two_daemons", "guest_sync", "clocksource.unstable", "frequency.limit", "nobody.container"};
constexpr std::initializer_list<const char *> kOfOffset = {
    "follows_wrong",         "two_daemons",      "guest_sync", "no_source",
    "no_sources_configured", "not_synchronised", "nobody",     "nobody.container",
    "does_not_set",          "frequency.limit",  "correcting", "deceived"};
constexpr std::initializer_list<const char *> kOfDrift = {"nobody",
                                                          "two_daemons",
                                                          "guest_sync",
                                                          "frequency.limit",
                                                          "clocksource.unstable",
                                                          "no_source",
                                                          "no_sources_configured",
                                                          "not_synchronised",
                                                          "nobody.container",
                                                          "does_not_set"};

constexpr std::initializer_list<const char *> kOfFalseticker = {"follows_wrong"};

// In this order: each cause is said once, with the gravest that comes of it.
const Explained kExplained[] = {
    {"clock.stepped", kOfSteps},     {"clock.jumped", kOfSteps}, {"clock.far", kOfOffset},
    {"clock.behind", kOfOffset},     {"clock.ahead", kOfOffset}, {"falseticker", kOfFalseticker},
    {"clock.drifts_much", kOfDrift}, {"clock.drifts", kOfDrift},
};

QString withPrefix(const char *prefix, const char *id)
{
    return QLatin1String(prefix) + QLatin1String(id);
}

Finding *find(QList<Finding> &findings, const QString &id)
{
    const auto found = std::find_if(findings.begin(), findings.end(),
                                    [&id](const Finding &each) { return each.id == id; });
    return found == findings.end() ? nullptr : &*found;
}

void drop(QList<Finding> &findings, const char *id)
{
    findings.removeIf(
        [name = withPrefix("ntp.host.", id)](const Finding &each) { return each.id == name; });
}

class KeepingJudge
{
public:
    KeepingJudge(const DiagnosisFacts &facts, QList<Finding> &measured)
        : m_facts(facts)
        , m_measured(measured)
        , m_told(judgeHost(*facts.host, wrongServers(facts.servers)))
    {
    }

    void judge()
    {
        confirm();
        silence();
        belief();
        for (const Explained &each : kExplained)
            explain(each);
        // Who keeps it is part of a cause that was named.
        if (m_hasCause) {
            drop(m_told, "not_synchronised");
            drop(m_told, "does_not_set");
            drop(m_told, "nobody.container");
        }
        // Facts of the host are for the page of the host, unless this clock is in question.
        const bool isAmiss =
            std::any_of(m_measured.begin(), m_measured.end(), [](const Finding &each) {
                return each.severity != Severity::Ok &&
                       (each.id.startsWith(QLatin1String("ntp.clock.")) ||
                        each.id == QLatin1String("ntp.drift.alone"));
            });
        for (Finding &each : m_told) {
            if (each.severity == Severity::Info && !isAmiss)
                continue;
            // It explains nothing that was measured: it is worth a look, and keeps nothing from
            // working.
            each.severity = std::min(each.severity, Severity::Warning);
            if (each.severity != Severity::Ok)
                each.action = Action::kShowHost;
            m_measured.append(each);
        }
    }

private:
    [[nodiscard]] Finding *told(const char *id)
    {
        return find(m_told, withPrefix("ntp.host.", id));
    }
    [[nodiscard]] Finding *measured(const char *id)
    {
        return find(m_measured, withPrefix("ntp.", id));
    }

    // The daemon takes the same servers to be wrong: a second witness, not a second finding.
    void confirm()
    {
        const QStringList wrong = wrongServers(m_facts.servers);
        bool isAll = true;
        for (const HostSource &source : m_facts.host->sources()) {
            if (source.state != HostSource::State::Falseticker)
                continue;
            if (!wrong.contains(source.name)) {
                isAll = false;
                continue;
            }
            for (Finding &each : m_measured) {
                if (each.id == QLatin1String("ntp.falseticker") && isAbout(each, source.name))
                    each.evidence +=
                        QStringLiteral("\n%1: %2")
                            .arg(plainLine(source.name, 120), sourceStateName(source.state));
            }
        }
        if (isAll)
            drop(m_told, "falsetickers");
    }

    [[nodiscard]] bool isAbout(const Finding &finding, const QString &source) const
    {
        return std::any_of(
            m_facts.servers.begin(), m_facts.servers.end(), [&](const DiagnosedServer &each) {
                const ServerState &state = each.state;
                return plainLine(state.name(), 120) == finding.arguments.value(0) &&
                       (state.target.host == source || state.address.toString() == source);
            });
    }

    // Its daemon hears nothing either: that is the same network.
    void silence()
    {
        Finding *const silent = measured("silent.everywhere");
        const Finding *const sources = told("no_source");
        if (!silent || !sources)
            return;
        silent->evidence += QLatin1Char('\n') + sources->evidence;
        drop(m_told, "no_source");
        drop(m_told, "not_synchronised");
    }

    // What the daemon believes of an offset, where servers measured one.
    void belief()
    {
        const Finding *off = nullptr;
        for (const char *each : {"clock.far", "clock.behind", "clock.ahead"})
            off = off ? off : measured(each);
        if (!off || off->severity < Severity::Warning)
            return;
        if (Finding *const known = told("offset")) {
            known->id = QStringLiteral("ntp.host.correcting");
        } else if (Finding *const fine = told("fine")) {
            fine->id = QStringLiteral("ntp.host.deceived");
            fine->severity = Severity::Warning;
            fine->arguments = fine->arguments.mid(1);
        }
    }

    void explain(const Explained &explained)
    {
        Finding *result = measured(explained.result);
        if (!result)
            return;
        for (const char *id : explained.causes) {
            if (m_used.contains(QLatin1String(id)))
                return; // it was said already, and explains this as well
            const Finding *const cause = told(id);
            if (!cause)
                continue;
            if (qstrcmp(explained.result, "falseticker") == 0) {
                const auto about =
                    std::find_if(m_measured.begin(), m_measured.end(), [&](const Finding &each) {
                        return each.id == QLatin1String("ntp.falseticker") &&
                               isAbout(each, cause->arguments.value(0));
                    });
                if (about == m_measured.end())
                    return;
                result = &*about;
            }
            Finding both = combined(*result, *cause, id);
            m_used.append(QLatin1String(id));
            m_hasCause = true;
            drop(m_told, id);
            m_measured.removeAt(result - m_measured.data());
            // In front of all that is as grave.
            m_measured.insert(m_front++, std::move(both));
            return;
        }
    }

    static Finding combined(const Finding &result, const Finding &cause, const char *id)
    {
        Finding both = result;
        both.id += kBecause + QLatin1String(id);
        while (both.arguments.size() < kOwnArguments)
            both.arguments.append(QString());
        both.arguments.append(cause.arguments);
        // Two witnesses for one fault make it certain.
        both.severity =
            std::max(result.severity, result.severity >= Severity::Warning
                                          ? cause.severity
                                          : std::min(cause.severity, Severity::Warning));
        QStringList evidence;
        for (const QString &each : {result.evidence, cause.evidence}) {
            if (!each.isEmpty())
                evidence.append(each);
        }
        both.evidence = evidence.join(QLatin1Char('\n'));
        if (both.reference.isEmpty())
            both.reference = cause.reference;
        if (both.action.isEmpty())
            both.action = Action::kShowHost;
        return both;
    }

    const DiagnosisFacts &m_facts;
    QList<Finding> &m_measured;
    QList<Finding> m_told;
    QStringList m_used;
    qsizetype m_front = 0;
    bool m_hasCause = false;
};

} // namespace

QStringList wrongServers(const std::vector<DiagnosedServer> &servers)
{
    QStringList wrong;
    QStringList right;
    for (const DiagnosedServer &each : servers) {
        const ServerState &state = each.state;
        const bool isWrong =
            state.choice.standing == Standing::Falseticker && !state.choice.outvotedBy.isEmpty();
        (isWrong ? wrong : right) += {state.target.host, state.address.toString()};
    }
    wrong.removeIf([&right](const QString &each) { return right.contains(each); });
    wrong.removeDuplicates();
    return wrong;
}

void judgeKeeping(const DiagnosisFacts &facts, Findings &findings)
{
    if (facts.host)
        KeepingJudge(facts, findings.list()).judge();
    else if (facts.hostError)
        findings.add("host.not_told", Severity::Info, {},
                     plainLine(facts.hostError->what, 200) +
                         (facts.hostError->detail.isEmpty()
                              ? QString()
                              : QLatin1Char('\n') + plainLine(facts.hostError->detail, 200)),
                     "", Action::kShowHost);
}

} // namespace Portolan::Ntp
