// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/traps/traprules.h"

#include "core/snmp/words.h"

#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace Portolan::Snmp {

namespace {

constexpr std::size_t kMostCounted = 10'000;
constexpr int kMostAlarmCount = 1000;

std::optional<Finding::Severity> severityOf(const QString &name)
{
    using Severity = Finding::Severity;
    for (const Severity each : {Severity::Ok, Severity::Info, Severity::Warning, Severity::Error}) {
        if (severityName(each) == name)
            return each;
    }
    return {};
}

} // namespace

QList<TrapRule> usualTrapRules()
{
    using Severity = Finding::Severity;
    const auto rule = [](const QString &name, const char *filter, Severity severity) {
        TrapRule made;
        made.name = name;
        made.filter = QString::fromLatin1(filter);
        made.severity = severity;
        return made;
    };
    // OIDs, so that they hold without any module.
    QList<TrapRule> rules{
        rule(tr("Rejected messages"), "type:rejected", Severity::Warning),
        rule(tr("A link went down"), "oid:1.3.6.1.6.3.1.1.5.3", Severity::Error),
        rule(tr("A link came up"), "oid:1.3.6.1.6.3.1.1.5.4", Severity::Ok),
        rule(tr("A device was restarted (cold)"), "oid:1.3.6.1.6.3.1.1.5.1", Severity::Warning),
        rule(tr("A device was restarted (warm)"), "oid:1.3.6.1.6.3.1.1.5.2", Severity::Warning),
        rule(tr("Somebody asked with a wrong community or password"), "oid:1.3.6.1.6.3.1.1.5.5",
             Severity::Warning),
        rule(tr("A device runs on battery"), "oid:1.3.6.1.2.1.33.2.0.1", Severity::Error),
    };
    for (TrapRule &each : rules)
        each.alarm = each.severity == Severity::Error;
    return rules;
}

QJsonArray toJson(const QList<TrapRule> &rules)
{
    QJsonArray array;
    for (const TrapRule &each : rules)
        array.append(QJsonObject{{QStringLiteral("name"), each.name},
                                 {QStringLiteral("filter"), each.filter},
                                 {QStringLiteral("severity"), severityName(each.severity)},
                                 {QStringLiteral("colour"), each.colour},
                                 {QStringLiteral("alarm"), each.alarm},
                                 {QStringLiteral("alarm_count"), each.alarmCount},
                                 {QStringLiteral("alarm_seconds"), each.alarmSeconds},
                                 {QStringLiteral("enabled"), each.enabled}});
    return array;
}

QList<TrapRule> trapRulesOf(const QJsonArray &array, QStringList *problems)
{
    static const QRegularExpression colour(QStringLiteral("^#[0-9a-fA-F]{6}$"));
    QList<TrapRule> rules;
    for (const QJsonValue &each : array) {
        const QJsonObject object = each.toObject();
        TrapRule rule;
        rule.name = object.value(QStringLiteral("name")).toString();
        rule.filter = object.value(QStringLiteral("filter")).toString();
        const auto severity = severityOf(object.value(QStringLiteral("severity")).toString());
        rule.colour = object.value(QStringLiteral("colour")).toString();
        rule.alarm = object.value(QStringLiteral("alarm")).toBool();
        rule.alarmCount = object.value(QStringLiteral("alarm_count")).toInt(1);
        rule.alarmSeconds = object.value(QStringLiteral("alarm_seconds")).toInt(60);
        rule.enabled = object.value(QStringLiteral("enabled")).toBool(true);
        const bool makesSense = severity &&
                                (rule.colour.isEmpty() || colour.match(rule.colour).hasMatch()) &&
                                rule.alarmCount >= 1 && rule.alarmCount <= kMostAlarmCount &&
                                rule.alarmSeconds >= 1 && rule.alarmSeconds <= 86'400;
        if (!makesSense) {
            if (problems)
                problems->append(
                    tr("A rule cannot be read and is left out: %1").arg(plainLine(rule.name, 60)));
            continue;
        }
        rule.severity = *severity;
        rules.append(rule);
    }
    return rules;
}

Result<TrapRules> TrapRules::compile(const Smi::Snapshot &snapshot, const QList<TrapRule> &rules)
{
    TrapRules compiled;
    compiled.m_rules = rules;
    for (const TrapRule &each : rules) {
        auto filter = TrapFilter::parse(snapshot, each.filter);
        if (!filter) {
            filter.error().detail = each.name;
            return tl::unexpected(std::move(filter.error()));
        }
        compiled.m_filters.push_back(std::move(*filter));
    }
    return compiled;
}

TrapVerdict TrapRules::judge(const Smi::Snapshot &snapshot, const Trap &trap) const
{
    TrapVerdict verdict;
    for (int i = 0; i < static_cast<int>(m_rules.size()); ++i) {
        const TrapRule &rule = m_rules[i];
        if (!rule.enabled || !m_filters[static_cast<std::size_t>(i)].matches(snapshot, trap))
            continue;
        verdict = {rule.severity, rule.colour, i, rule.alarm};
        break;
    }
    return verdict;
}

bool TrapAlarms::note(const TrapRules &rules, const TrapVerdict &verdict, const Trap &trap)
{
    if (!verdict.alarm || verdict.rule < 0 || verdict.rule >= rules.rules().size())
        return false;
    const TrapRule &rule = rules.rules().at(verdict.rule);
    const auto key = std::pair(verdict.rule, trap.from);
    if (!m_counted.contains(key) && m_counted.size() >= kMostCounted)
        m_counted.erase(
            std::min_element(m_counted.begin(), m_counted.end(), [](const auto &a, const auto &b) {
                return a.second.last < b.second.last;
            }));
    Counted &counted = m_counted[key];
    const qint64 span = qint64(rule.alarmSeconds) * 1000;
    if (counted.raised && trap.received - counted.last > span) {
        counted.raised = false;
        counted.times.clear();
    }
    counted.last = trap.received;
    counted.times.push_back(trap.received);
    while (counted.times.size() > static_cast<std::size_t>(rule.alarmCount))
        counted.times.pop_front();
    const bool isReached = counted.times.size() == static_cast<std::size_t>(rule.alarmCount) &&
                           trap.received - counted.times.front() <= span;
    return isReached && !std::exchange(counted.raised, true);
}

} // namespace Portolan::Snmp
