// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/traps/trapclock.h"

#include "core/snmp/words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <cmath>

namespace Portolan::Snmp {

namespace {

struct Words // for plurals
{
    Q_DECLARE_TR_FUNCTIONS(Portolan::Snmp)
};

constexpr std::size_t kMostSenders = 5000;
constexpr std::int64_t kWrap = std::int64_t(1) << 32U; // hundredths: 497 days
constexpr std::int64_t kReordering = 30 * 100;         // hundredths
constexpr std::int64_t kJump = 300 * 100;
constexpr double kClockOff = 60; // seconds
// Who sent this often at least is missed after so many of its usual pauses.
constexpr quint64 kRegular = 5;
constexpr qint64 kPauses = 10;
constexpr qint64 kLeastSilence = 600'000; // milliseconds
constexpr qint64 kNothingYet = 60'000;

QByteArray whoBehind(const Trap &trap)
{
    if (trap.version == Version::V3)
        return trap.contextEngineId;
    if (trap.first)
        return QByteArray(reinterpret_cast<const char *>(trap.first->agent.data()), 4);
    return {};
}

} // namespace

std::optional<DateAndTime> dateAndTimeOf(const QByteArray &octets)
{
    if (octets.size() != 8 && octets.size() != 11)
        return {};
    const auto at = [&octets](qsizetype i) { return static_cast<unsigned char>(octets[i]); };
    const QDate date(at(0) * 256 + at(1), at(2), at(3));
    // A leap second is the last one before it.
    const QTime time(at(4), at(5), std::min<int>(at(6), 59), at(7) * 100);
    if (!date.isValid() || !time.isValid() || at(6) > 60 || at(7) > 9)
        return {};
    if (octets.size() == 8)
        return DateAndTime{QDateTime(date, time, Qt::LocalTime).toMSecsSinceEpoch(), false};
    const char direction = octets[8];
    if ((direction != '+' && direction != '-') || at(9) > 14 || at(10) > 59)
        return {};
    const qint64 east = (at(9) * 60 + at(10)) * 60'000LL * (direction == '+' ? 1 : -1);
    return DateAndTime{QDateTime(date, time, Qt::UTC).toMSecsSinceEpoch() - east, true};
}

void TrapClocks::note(const Smi::Snapshot &snapshot, const Trap &trap)
{
    if (trap.kind == Trap::Kind::Rejected)
        return;
    const auto key = std::pair(trap.from, whoBehind(trap));
    if (!m_facts.contains(key) && m_facts.size() >= kMostSenders)
        m_facts.erase(
            std::min_element(m_facts.begin(), m_facts.end(), [](const auto &a, const auto &b) {
                return a.second.lastReceived < b.second.lastReceived;
            }));
    TrapClockFacts &facts = m_facts[key];
    facts.from = trap.from;
    if (++facts.notifications == 1)
        facts.firstReceived = trap.received;
    bool overtaken = false;
    if (trap.uptime && facts.uptime) {
        const std::int64_t passed = (trap.received - facts.lastReceived) / 10;
        const std::int64_t last = *facts.uptime;
        const std::int64_t now = *trap.uptime;
        const bool hasWrapped = last + passed + kJump >= kWrap;
        overtaken = now < last && last - now <= kReordering && now > passed + kReordering;
        if (overtaken) {
            ++facts.reordered;
        } else if (now < last && !hasWrapped) {
            ++facts.restarts;
            facts.restartedAt = trap.received - now * 10;
        } else if (now > last + passed + kJump) {
            ++facts.jumps;
        }
    }
    if (trap.uptime && !overtaken)
        facts.uptime = trap.uptime;
    facts.lastReceived = trap.received;
    for (const Varbind &each : trap.varbinds) {
        if (each.value.type() != ValueType::OctetString ||
            (each.value.bytes().size() != 8 && each.value.bytes().size() != 11))
            continue;
        const Smi::Definition object = snapshot.nearest(each.oid);
        if (!object || !object.isObject() || !object.type().isA("DateAndTime"))
            continue;
        if (const auto date = dateAndTimeOf(each.value.bytes())) {
            facts.offsetSeconds = static_cast<double>(date->time - trap.received) / 1000;
            facts.offsetObject = snapshot.shortNameOf(each.oid);
            facts.offsetIsLocal = !date->hasZone;
        }
    }
}

QList<TrapClockFacts> TrapClocks::facts() const
{
    QList<TrapClockFacts> all;
    for (const auto &[key, facts] : m_facts)
        all.append(facts);
    return all;
}

QList<Finding> judgeTraps(const TrapFacts &facts)
{
    using Severity = Finding::Severity;
    QList<Finding> findings;
    const auto add = [&findings](const char *id, Severity severity, const QStringList &arguments,
                                 const QString &evidence, const char *reference = "") {
        Finding finding;
        finding.id = QString::fromLatin1(id);
        finding.severity = severity;
        finding.arguments = arguments;
        finding.evidence = evidence;
        finding.reference = QString::fromLatin1(reference);
        findings.append(finding);
    };
    const TrapStats &stats = facts.stats;
    const auto number = [](quint64 value) { return QString::number(value); };
    if (stats.kernelDrops.value_or(0) > 0)
        add("snmp.trap.kernel_drops", Severity::Error, {number(*stats.kernelDrops)},
            QStringLiteral("drops %1, messages %2, buffer %3")
                .arg(*stats.kernelDrops)
                .arg(stats.messages)
                .arg(stats.receiveBuffer));
    for (std::size_t i = 1; i < kRejections; ++i) {
        if (stats.rejected[i] == 0)
            continue;
        const auto rejection = static_cast<Rejection>(i);
        add("snmp.trap.rejected", Severity::Warning,
            {number(stats.rejected[i]), rejectionName(rejection)},
            QStringLiteral("%1: %2").arg(rejectionName(rejection)).arg(stats.rejected[i]),
            i >= static_cast<std::size_t>(Rejection::UnknownUser) ? "RFC 3414, section 3.2" : "");
    }
    if (stats.notAcknowledged > 0)
        add("snmp.trap.not_acknowledged", Severity::Warning, {number(stats.notAcknowledged)},
            QStringLiteral("%1 of %2").arg(stats.notAcknowledged).arg(stats.informs),
            "RFC 3416, section 4.2.7");
    for (const TrapClockFacts &each : facts.clocks) {
        if (each.offsetSeconds && std::abs(*each.offsetSeconds) > kClockOff)
            add("snmp.trap.clock_off", each.offsetIsLocal ? Severity::Info : Severity::Warning,
                {each.from, QString::number(std::abs(*each.offsetSeconds), 'f', 0),
                 each.offsetObject,
                 *each.offsetSeconds > 0 ? QStringLiteral("ahead") : QStringLiteral("behind")},
                QStringLiteral("%1 %2 s").arg(each.offsetObject).arg(*each.offsetSeconds),
                "RFC 2579, DateAndTime");
        if (each.restarts > 0)
            add("snmp.trap.restarted", Severity::Info, {each.from, QString::number(each.restarts)},
                QDateTime::fromMSecsSinceEpoch(each.restartedAt, Qt::UTC)
                    .toString(Qt::ISODateWithMs),
                "RFC 3418, sysUpTime");
        if (each.jumps > 0)
            add("snmp.trap.uptime_jumps", Severity::Info, {each.from, QString::number(each.jumps)},
                QStringLiteral("sysUpTime %1").arg(each.uptime.value_or(0)), "RFC 3418, sysUpTime");
    }
    if (facts.lost > 0)
        add("snmp.trap.lost", Severity::Error, {number(facts.lost)},
            QStringLiteral("lost %1").arg(facts.lost));
    for (const TrapClockFacts &each : facts.clocks) {
        const qint64 silent = facts.now - each.lastReceived;
        if (facts.now == 0 || !facts.isListening || each.notifications < kRegular)
            continue;
        const qint64 pause =
            (each.lastReceived - each.firstReceived) / static_cast<qint64>(each.notifications - 1);
        if (silent > std::max(pause * kPauses, kLeastSilence))
            add("snmp.trap.silent", Severity::Info,
                {each.from, QString::number(silent / 60'000), QString::number(pause / 1000)},
                QDateTime::fromMSecsSinceEpoch(each.lastReceived, Qt::UTC)
                    .toString(Qt::ISODateWithMs));
    }
    const bool isHeard = stats.messages > 0 || stats.kernelDrops.value_or(0) > 0;
    if (facts.isListening && !isHeard && facts.now - facts.listeningSince > kNothingYet)
        add("snmp.trap.nothing", Severity::Info,
            {QString::number((facts.now - facts.listeningSince) / 60'000)}, QString());
    if (findings.isEmpty() && stats.traps + stats.informs > 0)
        add("snmp.trap.fine", Severity::Ok, {number(stats.traps + stats.informs)},
            QStringLiteral("traps %1, informs %2").arg(stats.traps).arg(stats.informs));
    // Said beside a good result, too: it is how things are, not what went wrong.
    if (facts.anyCommunity && isHeard)
        add("snmp.trap.any_community", Severity::Info, {}, QString());
    return findings;
}

FindingText trapFindingText(const Finding &finding)
{
    const auto argument = [&finding](int i) { return finding.arguments.value(i); };
    const QString &id = finding.id;
    if (id == QLatin1String("snmp.trap.kernel_drops"))
        return {Words::tr("The system threw away %n message(s) before they were read.", nullptr,
                          argument(0).toInt()),
                tr("They came faster than they were read. Let the system give a larger receive "
                   "buffer (net.core.rmem_max on Linux), or spread the senders over several "
                   "receivers.")};
    if (id == QLatin1String("snmp.trap.rejected")) {
        QString why;
        for (std::size_t i = 1; i < kRejections; ++i) {
            const auto rejection = static_cast<Rejection>(i);
            if (rejectionName(rejection) == argument(1))
                why = rejectionText(rejection);
        }
        return {Words::tr("%n message(s) were not accepted.", nullptr, argument(0).toInt()), why};
    }
    if (id == QLatin1String("snmp.trap.not_acknowledged"))
        return {Words::tr("%n acknowledgement(s) of informs could not be sent.", nullptr,
                          argument(0).toInt()),
                tr("Their senders will send them again, or count them as lost. Check whether "
                   "there is a way back to them.")};
    if (id == QLatin1String("snmp.trap.clock_off"))
        return {argument(3) == QLatin1String("ahead")
                    ? tr("The clock of %1 is %2 s ahead of ours.").arg(argument(0), argument(1))
                    : tr("The clock of %1 is %2 s behind ours.").arg(argument(0), argument(1)),
                tr("%1 says so; if that is the time of the event, it may simply have been sent "
                   "late. Have the device take its time by NTP, and check its time zone.")
                    .arg(argument(2))};
    if (id == QLatin1String("snmp.trap.restarted"))
        return {tr("%1 was restarted: its sysUpTime began anew.").arg(argument(0)),
                tr("Counters that are read from it began anew as well. If nobody restarted it, "
                   "look at its power and at its log.")};
    if (id == QLatin1String("snmp.trap.uptime_jumps"))
        return {tr("The sysUpTime of %1 jumps ahead.").arg(argument(0)),
                tr("Several devices may stand behind one address (NAT, a proxy), or its clock "
                   "is wrong.")};
    if (id == QLatin1String("snmp.trap.lost"))
        return {Words::tr("%n notification(s) were received and lost before they were kept.",
                          nullptr, argument(0).toInt()),
                tr("They came faster than this program could take them in. A filter with a field "
                   "in front (name:, from:, oid:) costs less than words alone.")};
    if (id == QLatin1String("snmp.trap.silent"))
        return {tr("%1 has sent nothing for %2 minutes.").arg(argument(0), argument(1)),
                tr("Before that it sent one every %1 s. Ask it whether it is up, and look at where "
                   "it sends its traps to.")
                    .arg(argument(2))};
    if (id == QLatin1String("snmp.trap.nothing"))
        return {tr("Nothing has come yet."),
                tr("Check that the devices send to an address of this machine and to this port, "
                   "and that no firewall keeps the packets away: tcpdump shows whether they "
                   "arrive. Where another port than 162 is listened at, port 162 must be "
                   "redirected to it.")};
    if (id == QLatin1String("snmp.trap.any_community"))
        return {tr("Traps of versions 1 and 2c are taken from anybody."),
                tr("A community can be read on the way, and a sender's address forged. Name the "
                   "communities that are accepted, or have devices send with SNMPv3.")};
    if (id == QLatin1String("snmp.trap.fine"))
        return {Words::tr("%n notification(s) were received, and nothing was lost or rejected.",
                          nullptr, argument(0).toInt()),
                {}};
    return {id, {}};
}

} // namespace Portolan::Snmp
