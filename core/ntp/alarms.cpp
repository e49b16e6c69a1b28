// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ntp/alarms.h"

#include "core/base/sentence.h"
#include "core/ntp/figures.h"
#include "core/ntp/refid.h"
#include "core/ntp/stampedsocket.h"
#include "core/ntp/words.h"

#include <QJsonObject>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace Portolan::Ntp {

namespace {

using Subject = AlarmRule::Subject;
using Severity = Finding::Severity;

constexpr double kMostThreshold = 86'400; // seconds
constexpr int kMostHold = 86'400;
constexpr int kMostName = 253;
constexpr quint8 kThreePolls = 0x07;

struct SubjectWords
{
    Subject subject;
    const char *name;
    const char *text;
};
constexpr std::array<SubjectWords, AlarmRule::kSubjects> kSubjects{{
    {Subject::OurClock, "our_clock",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "This computer's clock is off")},
    {Subject::NoMajority, "no_majority",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "The servers contradict each other")},
    {Subject::ClockStepped, "clock_stepped",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "This computer's clock jumps")},
    {Subject::LeapAnnounced, "leap_announced",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "A leap second is announced")},
    {Subject::ServerOffset, "server_offset",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "A server differs from the others")},
    {Subject::Jitter, "jitter", QT_TRANSLATE_NOOP("Portolan::Ntp", "A server jitters")},
    {Subject::Unreachable, "unreachable",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "A server does not answer")},
    {Subject::Falseticker, "falseticker",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "A server is contradicted by the majority")},
    {Subject::StratumChanged, "stratum_changed",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "The stratum of a server changes")},
}};

const SubjectWords &wordsOf(Subject subject)
{
    return kSubjects[static_cast<std::size_t>(subject)];
}

bool fits(const AlarmRule &rule, const ServerFacts &server)
{
    return rule.server.isEmpty() || rule.server.compare(server.host, Qt::CaseInsensitive) == 0 ||
           rule.server == server.address;
}

bool meet(const ServerFacts &a, const ServerFacts &b)
{
    return std::abs((*a.offset - *b.offset).count()) <= (a.bound + b.bound).count();
}

// Names of servers that say the same and are independent of each other: as many as are wanted, or
// nothing.
template<typename Says, typename Agree>
QStringList confirmation(const ClockFacts &facts, int wanted, Says says, Agree agree)
{
    QList<const ServerFacts *> all;
    for (const ServerFacts &server : facts.servers) {
        if (says(server))
            all.append(&server);
    }
    if (wanted <= 1)
        return all.isEmpty() ? QStringList() : QStringList{all.front()->name};
    for (qsizetype i = 0; i < all.size(); ++i) {
        for (qsizetype j = i + 1; j < all.size(); ++j) {
            if (areIndependent(*all[i], *all[j]) && agree(*all[i], *all[j]))
                return {all[i]->name, all[j]->name};
        }
    }
    return {};
}

std::optional<Severity> severityOf(const QString &name)
{
    for (const Severity each : {Severity::Ok, Severity::Info, Severity::Warning, Severity::Error}) {
        if (severityName(each) == name)
            return each;
    }
    return std::nullopt;
}

QString listed(const QStringList &names)
{
    return names.size() < 2 ? names.join(QString())
                            : tr("%1 and %2").arg(names.first(), names.last());
}

} // namespace

bool hasMeasure(Subject subject)
{
    return subject == Subject::OurClock || subject == Subject::ClockStepped ||
           subject == Subject::ServerOffset || subject == Subject::Jitter;
}

bool isAboutServer(Subject subject)
{
    return subject >= Subject::ServerOffset;
}

bool isConfirmed(Subject subject)
{
    return subject == Subject::OurClock || subject == Subject::LeapAnnounced;
}

QString subjectName(Subject subject)
{
    return QLatin1String(wordsOf(subject).name);
}

QString subjectText(Subject subject)
{
    return tr(wordsOf(subject).text);
}

QString ruleText(const AlarmRule &rule)
{
    QString text = subjectText(rule.subject);
    if (hasMeasure(rule.subject))
        text += QStringLiteral(" · ") + timeText(rule.raise);
    if (isAboutServer(rule.subject) && !rule.server.isEmpty())
        text += QStringLiteral(" · ") + plainLine(rule.server, kMostName);
    return text;
}

AlarmRule usualRule(Subject subject)
{
    using std::chrono::seconds;
    AlarmRule rule{.subject = subject};
    switch (subject) {
    case Subject::OurClock:
        rule.raise = Seconds(0.1);
        rule.clear = Seconds(0.05);
        rule.raiseAfter = seconds(30);
        rule.clearAfter = seconds(60);
        rule.severity = Severity::Error;
        break;
    case Subject::NoMajority:
        rule.raiseAfter = rule.clearAfter = seconds(60);
        rule.severity = Severity::Error;
        break;
    case Subject::ClockStepped:
        rule.raise = rule.clear = Seconds(0.05);
        rule.clearAfter = seconds(300);
        break;
    case Subject::LeapAnnounced:
        rule.severity = Severity::Info;
        rule.raiseAfter = rule.clearAfter = seconds(60);
        break;
    case Subject::ServerOffset:
        rule.raise = Seconds(0.05);
        rule.clear = Seconds(0.025);
        rule.raiseAfter = rule.clearAfter = seconds(60);
        break;
    case Subject::Jitter:
        rule.raise = Seconds(0.05);
        rule.clear = Seconds(0.02);
        rule.raiseAfter = rule.clearAfter = seconds(120);
        break;
    case Subject::Unreachable:
        rule.clearAfter = seconds(30);
        break;
    case Subject::Falseticker:
        rule.raiseAfter = rule.clearAfter = seconds(60);
        break;
    case Subject::StratumChanged:
        rule.severity = Severity::Info;
        rule.raiseAfter = seconds(60);
        break;
    }
    return rule;
}

QList<AlarmRule> usualAlarmRules()
{
    QList<AlarmRule> rules;
    for (const SubjectWords &words : kSubjects) {
        AlarmRule rule = usualRule(words.subject);
        // Servers far away do both as a matter of course.
        rule.enabled = words.subject != Subject::ServerOffset && words.subject != Subject::Jitter;
        rules.append(rule);
    }
    return rules;
}

QJsonArray toJson(const QList<AlarmRule> &rules)
{
    QJsonArray array;
    for (const AlarmRule &rule : rules)
        array.append(QJsonObject{
            {QStringLiteral("subject"), subjectName(rule.subject)},
            {QStringLiteral("server"), rule.server},
            {QStringLiteral("raise_s"), rule.raise.count()},
            {QStringLiteral("clear_s"), rule.clear.count()},
            {QStringLiteral("raise_after_s"), static_cast<int>(rule.raiseAfter.count())},
            {QStringLiteral("clear_after_s"), static_cast<int>(rule.clearAfter.count())},
            {QStringLiteral("confirmations"), rule.confirmations},
            {QStringLiteral("severity"), severityName(rule.severity)},
            {QStringLiteral("enabled"), rule.enabled}});
    return array;
}

QList<AlarmRule> alarmRulesOf(const QJsonArray &array, QStringList *problems)
{
    QList<AlarmRule> rules;
    for (const QJsonValue &each : array) {
        const QJsonObject object = each.toObject();
        const QString name = object.value(QStringLiteral("subject")).toString();
        const auto words =
            std::find_if(kSubjects.begin(), kSubjects.end(), [&name](const SubjectWords &one) {
                return name == QLatin1String(one.name);
            });
        const auto severity = severityOf(object.value(QStringLiteral("severity")).toString());
        AlarmRule rule;
        rule.server = object.value(QStringLiteral("server")).toString();
        rule.raise = Seconds(object.value(QStringLiteral("raise_s")).toDouble());
        rule.clear = Seconds(object.value(QStringLiteral("clear_s")).toDouble());
        rule.raiseAfter =
            std::chrono::seconds(object.value(QStringLiteral("raise_after_s")).toInt());
        rule.clearAfter =
            std::chrono::seconds(object.value(QStringLiteral("clear_after_s")).toInt());
        rule.confirmations = object.value(QStringLiteral("confirmations")).toInt(2);
        rule.enabled = object.value(QStringLiteral("enabled")).toBool(true);
        const auto isHold = [](std::chrono::seconds hold) {
            return hold.count() >= 0 && hold.count() <= kMostHold;
        };
        const bool makesSense = words != kSubjects.end() && severity &&
                                rule.server.size() <= kMostName && isHold(rule.raiseAfter) &&
                                isHold(rule.clearAfter) && rule.confirmations >= 1 &&
                                rule.confirmations <= 2 &&
                                (!hasMeasure(words->subject) ||
                                 (rule.raise.count() > 0 && rule.raise.count() <= kMostThreshold &&
                                  rule.clear.count() >= 0 && rule.clear <= rule.raise));
        if (!makesSense || rules.size() >= Alarms::kMostRules) {
            if (problems)
                problems->append(
                    tr("A rule cannot be read and is left out: %1").arg(plainLine(name, 60)));
            continue;
        }
        rule.subject = words->subject;
        rule.severity = *severity;
        rules.append(rule);
    }
    return rules;
}

ClockFacts clockFacts(const Monitor &monitor, std::chrono::milliseconds steady,
                      const QList<Seconds> &steps)
{
    ClockFacts facts;
    facts.steady = steady;
    facts.steps = steps;
    const Selection &selection = monitor.selection();
    if (selection.agreed)
        facts.offset = selection.offset;
    const Instant now = clockNow();
    for (const ServerState &server : monitor.servers()) {
        ServerFacts one;
        one.id = server.id;
        one.name = server.name();
        one.host = server.target.host;
        one.address = server.address.toString();
        one.port = server.port();
        one.polls = server.counts.polls;
        one.failed = server.phase == ServerState::Phase::Failed;
        one.reach = server.filter.reach();
        if (const auto &estimate = server.filter.estimate()) {
            one.offset = estimate->offset;
            one.jitter = estimate->jitter;
            one.bound = server.distance(now).value_or(kMostDispersion);
        }
        if (server.last) {
            one.stratum = server.last->stratum;
            one.leap = server.last->leap;
            one.refid = server.last->refid;
        }
        if (!server.address.isNull())
            one.ownRefid = refidOf(server.address);
        one.standing = server.choice.standing;
        facts.servers.append(one);
    }
    return facts;
}

bool areIndependent(const ServerFacts &a, const ServerFacts &b)
{
    if (a.address == b.address && a.port == b.port)
        return false;
    // 127.0.0.0/8 is somebody's own clock, or everybody's own address: it says nothing about who
    // follows whom.
    const auto isLocal = [](quint32 refid) { return refid >> 24U == 127; };
    const auto follows = [&](const ServerFacts &one, const ServerFacts &other) {
        return one.stratum > 1 && one.refid == other.ownRefid && !isLocal(one.refid);
    };
    const bool sameSource =
        a.stratum > 1 && b.stratum > 1 && a.refid == b.refid && !isLocal(a.refid);
    return !sameSource && !follows(a, b) && !follows(b, a);
}

QString alarmText(const AlarmEvent &event)
{
    const QString name = plainLine(event.serverName, kMostName);
    const QString value = timeText(Seconds(std::abs(event.value.count())));
    const bool isOver = event.kind == AlarmEvent::Kind::Cleared;
    switch (event.rule.subject) {
    case Subject::OurClock:
        if (isOver)
            return tr("This computer's clock is right again, within %1.")
                .arg(timeText(event.rule.clear));
        // Offsets are the server's clock minus ours.
        if (event.confirmedBy.isEmpty())
            return (event.value.count() > 0 ? tr("This computer's clock is behind by %1.")
                                            : tr("This computer's clock is ahead by %1."))
                .arg(value);
        return (event.value.count() > 0
                    ? tr("This computer's clock is behind by %1. Confirmed by: %2")
                    : tr("This computer's clock is ahead by %1. Confirmed by: %2"))
            .arg(value, listed(event.confirmedBy));
    case Subject::NoMajority:
        return isOver ? tr("A majority of the servers agrees again.")
                      : tr("The servers contradict each other: none can be believed.");
    case Subject::ClockStepped:
        if (isOver)
            return tr("This computer's clock has not jumped any more.");
        return (event.value.count() > 0 ? tr("This computer's clock jumped forward by %1.")
                                        : tr("This computer's clock jumped back by %1."))
            .arg(value);
    case Subject::LeapAnnounced:
        if (isOver)
            return tr("No leap second is announced any more.");
        if (event.confirmedBy.isEmpty())
            return event.leap == Leap::Delete
                       ? tr("A second will be left out at the end of the month (UTC).")
                       : tr("A leap second will be inserted at the end of the month (UTC).");
        return (event.leap == Leap::Delete
                    ? tr("A second will be left out at the end of the month (UTC). Confirmed by: "
                         "%1")
                    : tr("A leap second will be inserted at the end of the month (UTC). Confirmed "
                         "by: %1"))
            .arg(listed(event.confirmedBy));
    case Subject::ServerOffset:
        return isOver ? tr("%1 agrees with the others again.").arg(name)
                      : tr("%1 differs from the others by %2.").arg(name, value);
    case Subject::Jitter:
        return isOver ? tr("%1: the jitter is small again.").arg(name)
                      : tr("%1: the jitter is %2.").arg(name, value);
    case Subject::Unreachable:
        return isOver ? tr("%1 answers again.").arg(name) : tr("%1 does not answer.").arg(name);
    case Subject::Falseticker:
        return isOver ? tr("%1 is not contradicted by the majority any more.").arg(name)
                      : tr("%1 is contradicted by the majority.").arg(name);
    case Subject::StratumChanged:
        return tr("%1: the stratum changed from %2 to %3.")
            .arg(name, QString::number(event.from), QString::number(event.to));
    }
    return {};
}

void Alarms::setRules(const QList<AlarmRule> &rules)
{
    std::map<Key, State> states;
    QList<int> taken;
    for (int i = 0; i < rules.size(); ++i) {
        for (int before = 0; before < m_rules.size(); ++before) {
            if (taken.contains(before) || m_rules[before] != rules[i])
                continue;
            taken.append(before);
            for (const auto &[key, state] : m_states) {
                if (key.first == before)
                    states[{i, key.second}] = state;
            }
            break;
        }
    }
    m_rules = rules.mid(0, kMostRules);
    m_states = std::move(states);
}

Alarms::Level Alarms::look(const AlarmRule &rule, const ClockFacts &facts,
                           const ServerFacts *server, AlarmEvent &event, State &state) const
{
    state.unconfirmed = false;
    const auto compare = [&rule](Seconds value) {
        const Seconds size(std::abs(value.count()));
        return size >= rule.raise ? Level::Over : size <= rule.clear ? Level::Calm : Level::Between;
    };
    switch (rule.subject) {
    case Subject::OurClock: {
        if (!facts.offset)
            return Level::Unknown;
        event.value = *facts.offset;
        const Level level = compare(*facts.offset);
        if (level != Level::Over)
            return level;
        const bool isBehind = facts.offset->count() > 0;
        event.confirmedBy = confirmation(
            facts, rule.confirmations,
            [&](const ServerFacts &one) {
                return one.offset &&
                       (one.standing == Standing::Selected || one.standing == Standing::Combined ||
                        one.standing == Standing::Outlier) &&
                       compare(*one.offset) == Level::Over && (one.offset->count() > 0) == isBehind;
            },
            meet);
        state.unconfirmed = event.confirmedBy.isEmpty();
        return state.unconfirmed ? Level::Between : Level::Over;
    }
    case Subject::NoMajority: {
        const auto measured =
            std::count_if(facts.servers.cbegin(), facts.servers.cend(), [](const auto &one) {
                return one.offset && one.standing != Standing::Unreachable;
            });
        if (facts.offset)
            return Level::Calm;
        return measured >= 2 && std::any_of(facts.servers.cbegin(), facts.servers.cend(),
                                            [](const ServerFacts &one) {
                                                return one.standing == Standing::NoMajority;
                                            })
                   ? Level::Over
                   : Level::Unknown;
    }
    case Subject::ClockStepped: {
        Seconds greatest{};
        for (const Seconds step : facts.steps) {
            if (std::abs(step.count()) > std::abs(greatest.count()))
                greatest = step;
        }
        event.value = greatest;
        return std::abs(greatest.count()) >= rule.raise.count() ? Level::Over : Level::Calm;
    }
    case Subject::LeapAnnounced: {
        for (const Leap leap : {Leap::Insert, Leap::Delete}) {
            const auto says = [leap](const ServerFacts &one) {
                return one.offset && one.leap == leap && one.standing != Standing::Falseticker &&
                       one.standing != Standing::Unreachable;
            };
            const auto any = [](const ServerFacts &, const ServerFacts &) { return true; };
            event.confirmedBy = confirmation(facts, rule.confirmations, says, any);
            if (!event.confirmedBy.isEmpty()) {
                event.leap = leap;
                state.unconfirmed = false;
                return Level::Over;
            }
            if (!state.unconfirmed &&
                std::any_of(facts.servers.cbegin(), facts.servers.cend(), says)) {
                event.leap = leap;
                state.unconfirmed = true;
            }
        }
        if (state.unconfirmed)
            return Level::Between;
        // Where nobody is heard, nobody has taken it back.
        const bool isHeard =
            std::any_of(facts.servers.cbegin(), facts.servers.cend(), [](const ServerFacts &one) {
                return one.offset && one.leap != Leap::Unknown &&
                       one.standing != Standing::Unreachable;
            });
        return isHeard ? Level::Calm : Level::Unknown;
    }
    case Subject::ServerOffset:
        if (!facts.offset || !server->offset || facts.servers.size() < 2)
            return Level::Unknown;
        event.value = *server->offset - *facts.offset;
        return compare(event.value);
    case Subject::Jitter:
        if (!server->offset)
            return Level::Unknown;
        event.value = server->jitter;
        return compare(event.value);
    case Subject::Unreachable:
        if (server->failed)
            return Level::Over;
        if ((server->reach & 1) != 0)
            return Level::Calm;
        return server->polls >= 3 && (server->reach & kThreePolls) == 0 ? Level::Over
                                                                        : Level::Between;
    case Subject::Falseticker:
        switch (server->standing) {
        case Standing::Falseticker:
            return Level::Over;
        case Standing::Selected:
        case Standing::Combined:
        case Standing::Outlier:
            return Level::Calm;
        default:
            return Level::Unknown;
        }
    case Subject::StratumChanged:
        break;
    }
    return Level::Unknown;
}

void Alarms::advance(const AlarmRule &rule, State &state, Level level, const AlarmEvent &now,
                     QList<AlarmEvent> &events)
{
    const bool leads = state.raised ? level == Level::Calm : level == Level::Over;
    if (!leads) {
        // Between the thresholds nothing begins, and what had begun begins anew.
        state.since.reset();
        // A jump while the alarm of the last one stands is one more.
        if (state.raised && level == Level::Over && rule.subject == Subject::ClockStepped) {
            state.event = now;
            events.append(now);
        }
        return;
    }
    if (!state.since)
        state.since = m_now;
    // A jump is over at once: there is nothing that could last.
    const auto hold = state.raised                            ? rule.clearAfter
                      : rule.subject == Subject::ClockStepped ? std::chrono::seconds(0)
                                                              : rule.raiseAfter;
    if (m_now - *state.since < hold)
        return;
    state.raised = !state.raised;
    state.since.reset();
    AlarmEvent event = now;
    event.kind = state.raised ? AlarmEvent::Kind::Raised : AlarmEvent::Kind::Cleared;
    if (state.raised)
        state.event = event;
    events.append(event);
}

void Alarms::watchStratum(const AlarmRule &rule, State &state, const ServerFacts &server,
                          AlarmEvent now, QList<AlarmEvent> &events)
{
    if (server.stratum == 0 || server.stratum == state.stratum) {
        state.since.reset();
        return;
    }
    if (state.stratum == 0) {
        state.stratum = server.stratum; // the first that is known
        return;
    }
    if (!state.since || state.nextStratum != server.stratum) {
        state.since = m_now;
        state.nextStratum = server.stratum;
    }
    if (m_now - *state.since < rule.raiseAfter)
        return;
    now.kind = AlarmEvent::Kind::Happened;
    now.from = state.stratum;
    now.to = server.stratum;
    state.stratum = server.stratum;
    state.since.reset();
    events.append(now);
}

QList<AlarmEvent> Alarms::judge(const ClockFacts &facts)
{
    m_now = std::max(m_now, facts.steady);
    QList<AlarmEvent> events;
    std::set<Key> seen;
    for (int i = 0; i < m_rules.size(); ++i) {
        const AlarmRule &rule = m_rules[i];
        if (!rule.enabled)
            continue;
        const auto step = [&](const ServerFacts *server) {
            const Key key{i, server ? server->id : 0};
            seen.insert(key);
            State &state = m_states[key];
            AlarmEvent now;
            now.rule = rule;
            now.steady = m_now;
            if (server) {
                now.server = server->id;
                now.serverName = server->name;
            }
            if (rule.subject == Subject::StratumChanged) {
                watchStratum(rule, state, *server, now, events);
                return;
            }
            const Level level = look(rule, facts, server, now, state);
            if (state.unconfirmed && !state.raised)
                state.event = now;
            advance(rule, state, level, now, events);
        };
        if (!isAboutServer(rule.subject)) {
            step(nullptr);
            continue;
        }
        for (const ServerFacts &server : facts.servers) {
            if (fits(rule, server))
                step(&server);
        }
    }
    // Servers that are not asked any more have no alarms.
    std::erase_if(m_states, [&seen](const auto &entry) { return !seen.count(entry.first); });
    return events;
}

QList<AlarmEvent> Alarms::active() const
{
    QList<AlarmEvent> active;
    for (const auto &[key, state] : m_states) {
        if (state.raised)
            active.append(state.event);
    }
    return active;
}

QList<AlarmEvent> Alarms::unconfirmed() const
{
    QList<AlarmEvent> waiting;
    for (const auto &[key, state] : m_states) {
        if (state.unconfirmed && !state.raised)
            waiting.append(state.event);
    }
    return waiting;
}

} // namespace Portolan::Ntp
