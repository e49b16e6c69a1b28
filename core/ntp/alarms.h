// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/finding.h"
#include "core/ntp/monitor.h"

#include <QJsonArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <map>
#include <optional>
#include <utility>

namespace Portolan::Ntp {

// When watched clocks raise an alarm, and when it is over. Pure: the same rules and the same facts
// always say the same. Time is that of a steady clock, since the other one is what is in question.
// Any thread.
//
// Three things keep an alarm from flapping: it is raised at one threshold and cleared at a lower
// one, each has to hold for a while, and what would accuse this computer's clock must be confirmed
// by servers that are independent of each other and agree within their bounds.
struct AlarmRule
{
    enum class Subject : std::uint8_t {
        OurClock,     // the mean of the servers that are believed is off by so much
        NoMajority,   // they contradict each other: nobody knows the time
        ClockStepped, // this computer's clock jumped by so much against the steady one
        LeapAnnounced,
        ServerOffset,   // a server is off from that mean by so much
        Jitter,         // of a server
        Unreachable,    // three polls in a row had no answer
        Falseticker,    // a server that the majority contradicts
        StratumChanged, // of a server
    };
    static constexpr int kSubjects = 9;

    Subject subject = Subject::OurClock;
    QString server = {}; // a name or an address; empty: each. For subjects of one server.
    Seconds raise{};     // for subjects with a measure
    Seconds clear{};
    std::chrono::seconds raiseAfter{};
    std::chrono::seconds clearAfter{};
    int confirmations = 2; // of OurClock and LeapAnnounced: 1 or 2
    Finding::Severity severity = Finding::Severity::Warning;
    bool enabled = true;

    friend bool operator==(const AlarmRule &, const AlarmRule &) = default;
};

[[nodiscard]] bool hasMeasure(AlarmRule::Subject subject);
[[nodiscard]] bool isAboutServer(AlarmRule::Subject subject);
[[nodiscard]] bool isConfirmed(AlarmRule::Subject subject);    // by other servers
[[nodiscard]] QString subjectName(AlarmRule::Subject subject); // "our_clock", as in JSON
[[nodiscard]] QString subjectText(AlarmRule::Subject subject); // for a person
// "Our clock is off by 50 ms", as a list of rules has it.
[[nodiscard]] QString ruleText(const AlarmRule &rule);
// A rule with the thresholds that usually make sense.
[[nodiscard]] AlarmRule usualRule(AlarmRule::Subject subject);
[[nodiscard]] QList<AlarmRule> usualAlarmRules();
[[nodiscard]] QJsonArray toJson(const QList<AlarmRule> &rules);
// What makes no sense is left out, with a sentence for each in `problems`.
[[nodiscard]] QList<AlarmRule> alarmRulesOf(const QJsonArray &array,
                                            QStringList *problems = nullptr);

// What is known at a moment.
struct ServerFacts
{
    quint64 id = 0;
    QString name = {}; // for sentences
    QString host = {};
    QString address = {};
    quint16 port = 0;
    quint64 polls = 0;   // that came to an end, whatever it was
    bool failed = false; // it cannot be asked: no address, or no keys
    quint8 reach = 0;
    std::optional<Seconds> offset = {};
    Seconds bound{}; // the correctness interval is offset +- bound
    Seconds jitter{};
    int stratum = 0; // 0: not known
    Leap leap = Leap::Unknown;
    quint32 refid = 0;
    quint32 ownRefid = 0; // what who follows it reports
    Standing standing = Standing::NotMeasured;
};

struct ClockFacts
{
    std::chrono::milliseconds steady{};
    // Of the servers that are believed; nothing without a majority.
    std::optional<Seconds> offset = {};
    QList<ServerFacts> servers = {};
    QList<Seconds> steps = {}; // of this computer's clock, since the facts before
};
[[nodiscard]] ClockFacts clockFacts(const Monitor &monitor, std::chrono::milliseconds steady,
                                    const QList<Seconds> &steps = {});
// Whether what one of them says is worth something beside the other: neither follows the other, and
// they do not follow the same server.
[[nodiscard]] bool areIndependent(const ServerFacts &a, const ServerFacts &b);

struct AlarmEvent
{
    enum class Kind : std::uint8_t {
        Raised,
        Cleared,
        Happened, // something that does not last
    };
    Kind kind = Kind::Raised;
    AlarmRule rule;
    quint64 server = 0; // 0: of the computer's clock, or of all
    QString serverName = {};
    Seconds value{};
    int from = 0; // of StratumChanged
    int to = 0;
    Leap leap = Leap::None;
    QStringList confirmedBy = {};
    std::chrono::milliseconds steady{};
};
[[nodiscard]] QString alarmText(const AlarmEvent &event); // one sentence, in the current language

// The state of all rules. Bounded by rules times servers.
class Alarms
{
public:
    static constexpr int kMostRules = 200;

    // What a rule that stays has seen is kept; alarms of one that goes are over without a word.
    void setRules(const QList<AlarmRule> &rules);
    [[nodiscard]] const QList<AlarmRule> &rules() const { return m_rules; }
    [[nodiscard]] QList<AlarmEvent> judge(const ClockFacts &facts);
    // Raised and not yet cleared, as they were raised, in the order of the rules.
    [[nodiscard]] QList<AlarmEvent> active() const;
    // Rules whose threshold is passed, but which nobody confirms.
    [[nodiscard]] QList<AlarmEvent> unconfirmed() const;

private:
    enum class Level : std::uint8_t { Unknown, Calm, Between, Over };
    struct State
    {
        bool raised = false;
        bool unconfirmed = false;
        std::optional<std::chrono::milliseconds> since = {}; // on the way to the other state
        AlarmEvent event = {};
        int stratum = 0; // settled
        int nextStratum = 0;
    };
    using Key = std::pair<int, quint64>; // rule, server
    [[nodiscard]] Level look(const AlarmRule &rule, const ClockFacts &facts,
                             const ServerFacts *server, AlarmEvent &event, State &state) const;
    void advance(const AlarmRule &rule, State &state, Level level, const AlarmEvent &now,
                 QList<AlarmEvent> &events);
    void watchStratum(const AlarmRule &rule, State &state, const ServerFacts &server,
                      AlarmEvent now, QList<AlarmEvent> &events);

    QList<AlarmRule> m_rules;
    std::map<Key, State> m_states;
    std::chrono::milliseconds m_now{};
};

} // namespace Portolan::Ntp
