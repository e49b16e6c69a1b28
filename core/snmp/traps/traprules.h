// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/finding.h"
#include "core/snmp/traps/trapfilter.h"

#include <QJsonArray>
#include <QList>
#include <QString>

#include <deque>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace Portolan::Snmp {

// How notifications are coloured, graded and made alarms of. Pure: the same rules and the same
// notifications always say the same; time is the notifications' own. Any thread.
struct TrapRule
{
    QString name = {};
    QString filter = {}; // as TrapFilter reads it; empty: everything
    Finding::Severity severity = Finding::Severity::Info;
    QString colour = {}; // "#rrggbb"; empty: the severity's
    bool alarm = false;
    // An alarm after so many from one sender in so many seconds; once until it was quiet as long.
    int alarmCount = 1;
    int alarmSeconds = 60;
    bool enabled = true;

    friend bool operator==(const TrapRule &, const TrapRule &) = default;
};

// What fits before a person has made rules: rejected messages, links, restarts, authentication.
[[nodiscard]] QList<TrapRule> usualTrapRules();
[[nodiscard]] QJsonArray toJson(const QList<TrapRule> &rules);
// What makes no sense is left out, with a sentence for each in `problems`.
[[nodiscard]] QList<TrapRule> trapRulesOf(const QJsonArray &array, QStringList *problems = nullptr);

struct TrapVerdict
{
    Finding::Severity severity = Finding::Severity::Info;
    QString colour = {};
    int rule = -1; // which one; -1: none fits
    bool alarm = false;

    friend bool operator==(const TrapVerdict &, const TrapVerdict &) = default;
};

// Rules made ready: filters are read and names looked up once.
class TrapRules
{
public:
    // Usage, naming the rule, where a filter makes no sense.
    [[nodiscard]] static Result<TrapRules> compile(const Smi::Snapshot &snapshot,
                                                   const QList<TrapRule> &rules);

    // The first enabled rule that fits.
    [[nodiscard]] TrapVerdict judge(const Smi::Snapshot &snapshot, const Trap &trap) const;
    [[nodiscard]] const QList<TrapRule> &rules() const { return m_rules; }

private:
    QList<TrapRule> m_rules;
    std::vector<TrapFilter> m_filters;
};

// Counts towards alarms. Bounded: 10,000 pairs of rule and sender, the one that was quiet longest
// goes.
class TrapAlarms
{
public:
    // Whether this one raises an alarm; `verdict` must have one.
    [[nodiscard]] bool note(const TrapRules &rules, const TrapVerdict &verdict, const Trap &trap);

private:
    struct Counted
    {
        std::deque<qint64> times; // of the last ones, no more than the rule asks for
        qint64 last = 0;
        bool raised = false;
    };
    std::map<std::pair<int, QString>, Counted> m_counted;
};

} // namespace Portolan::Snmp
