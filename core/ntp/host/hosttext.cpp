// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ntp/host/hosttext.h"

#include "core/ntp/figures.h"
#include "core/ntp/words.h"

#include <QJsonArray>

#include <cmath>

namespace Portolan::Ntp {

namespace {

QString ppm(double value)
{
    return QStringLiteral("%1 ppm").arg(QLatin1String(value > 0 ? "+" : "") %
                                        QString::number(value, 'f', 3));
}

QString yesOrNo(bool yes)
{
    return yes ? Ntp::tr("yes") : Ntp::tr("no");
}

QString guestText(GuestSync::State state)
{
    switch (state) {
    case GuestSync::State::On:
        return Ntp::tr("sets the clock");
    case GuestSync::State::Off:
        return Ntp::tr("leaves the clock alone");
    case GuestSync::State::Unknown:
        break;
    }
    return Ntp::tr("does not say whether it sets the clock");
}

QString leapText(const QString &leap)
{
    if (leap == QLatin1String("Normal"))
        return Ntp::tr("none");
    if (leap == QLatin1String("Insert second"))
        return Ntp::tr("a second is inserted at the end of the month");
    if (leap == QLatin1String("Delete second"))
        return Ntp::tr("a second is left out at the end of the month");
    if (leap == QLatin1String("Not synchronised"))
        return Ntp::tr("not synchronised");
    return leap;
}

class Sheet
{
public:
    explicit Sheet(const HostClock &clock)
        : m_clock(clock)
    {
    }

    QList<HostFact> write()
    {
        writeHost();
        writeChrony();
        writeTimesync();
        writeNtpq();
        writeSources();
        writeKernel();
        writeMachine();
        writePtp();
        for (const QString &each : m_clock.problems) {
            if (&each == &m_clock.problems.front())
                section(Ntp::tr("What could not be asked"));
            fact(each.section(QLatin1Char(':'), 0, 0), each.section(QLatin1Char(':'), 1).trimmed(),
                 Ntp::tr("Some commands tell more with the rights of an administrator."));
        }
        return m_facts;
    }

private:
    void section(const QString &name, const QString &explanation = {})
    {
        m_facts.append({name, {}, explanation, true});
    }
    void fact(const QString &name, const QString &value, const QString &explanation)
    {
        if (!value.isEmpty())
            m_facts.append({name, value, explanation, false});
    }

    void writeHost()
    {
        section(Ntp::tr("Who keeps it"));
        fact(Ntp::tr("System"), m_clock.system, Ntp::tr("What the host calls itself."));
        fact(Ntp::tr("Kernel"), m_clock.kernel, Ntp::tr("The kernel, which counts the time."));
        for (const HostDaemon &each : m_clock.daemons)
            fact(
                each.name, each.command.isEmpty() ? Ntp::tr("runs") : each.command,
                each.setsClock
                    ? Ntp::tr("A running program that sets the clock. There should be one of them.")
                    : Ntp::tr("It runs, and does not set the system's clock."));
        for (const HostService &each : m_clock.services)
            fact(
                each.name,
                each.atStart.isEmpty() ? each.state
                                       : each.state % QStringLiteral(", ") % each.atStart,
                Ntp::tr("A service of the system: what it does now, and whether it starts with the "
                        "system."));
        if (m_clock.timedate) {
            const TimedateState &state = *m_clock.timedate;
            fact(Ntp::tr("Time service on"), yesOrNo(state.ntp),
                 Ntp::tr("Whether the system is told to keep its clock by the network."));
            fact(Ntp::tr("Synchronised"), yesOrNo(state.synchronised),
                 Ntp::tr("What the kernel was told by whoever keeps the clock."));
            fact(Ntp::tr("Time zone"), state.timeZone,
                 Ntp::tr("For showing the time; NTP knows no time zones."));
            fact(
                Ntp::tr("Hardware clock in local time"), yesOrNo(state.localRtc),
                Ntp::tr(
                    "The battery's clock should keep UTC: local time is ambiguous when summer time "
                    "ends."));
        }
        if (m_clock.difference) {
            const HostDifference &d = *m_clock.difference;
            const Seconds middle = (d.least + d.most) / 2;
            const Seconds half = (d.most - d.least) / 2;
            fact(
                Ntp::tr("Against this computer"), offsetText(middle, half),
                Ntp::tr("How far its clock is ahead of this computer's, from the times at which it "
                        "was asked; the way there and back makes it unsure."));
        }
    }

    void writeChrony()
    {
        if (!m_clock.chrony)
            return;
        const ChronyTracking &t = *m_clock.chrony;
        section(QStringLiteral("chronyd"), Ntp::tr("What “chronyc tracking” says."));
        fact(Ntp::tr("Follows"), t.source.isEmpty() ? t.refid : t.source,
             Ntp::tr("The source that it follows at the moment."));
        fact(Ntp::tr("Stratum"), QString::number(t.stratum),
             Ntp::tr("How many servers are between it and a reference clock, itself included."));
        fact(
            Ntp::tr("Still to correct"), offsetText(t.offset),
            Ntp::tr(
                "How far the clock is ahead of what chronyd takes for the true time. It slews this "
                "away."));
        fact(Ntp::tr("Last offset"), offsetText(t.lastOffset),
             Ntp::tr("What the last update of the clock found."));
        fact(Ntp::tr("Mean offset"), timeText(t.rmsOffset),
             Ntp::tr(
                 "The long-term mean of what updates found: how well the clock is usually kept."));
        fact(Ntp::tr("Frequency"), ppm(t.frequency),
             Ntp::tr(
                 "How fast the oscillator runs by itself: 1 ppm is 86 ms a day. chronyd takes it "
                 "into account. More than 100 ppm is unusual."));
        fact(Ntp::tr("Unsure by"), QStringLiteral("%1 ppm").arg(t.skew, 0, 'f', 3),
             Ntp::tr(
                 "How well it knows that frequency; it grows when the temperature changes or the "
                 "sources are unsteady."));
        fact(Ntp::tr("Root delay"), timeText(t.rootDelay),
             Ntp::tr("The way to the reference clock and back, over all servers between."));
        fact(Ntp::tr("Root dispersion"), timeText(t.rootDispersion),
             Ntp::tr(
                 "How unsure the time has become on that way. Half the root delay and this bound "
                 "the error."));
        fact(Ntp::tr("Update interval"), timeText(t.interval),
             Ntp::tr("Between the last two updates."));
        fact(Ntp::tr("Leap second"), leapText(t.leap), Ntp::tr("Whether one is announced."));
    }

    void writeTimesync()
    {
        if (!m_clock.timesync)
            return;
        const TimesyncState &t = *m_clock.timesync;
        section(QStringLiteral("systemd-timesyncd"),
                Ntp::tr("What “timedatectl show-timesync” says."));
        fact(Ntp::tr("Follows"),
             t.address.isEmpty() || t.address == t.server
                 ? t.server
                 : t.server % QStringLiteral(" (") % t.address % QLatin1Char(')'),
             Ntp::tr(
                 "Its one server: it follows one at a time and compares it with none, so it cannot "
                 "tell whether it is wrong."));
        fact(Ntp::tr("Stratum"), QString::number(t.stratum),
             Ntp::tr("How many servers are between it and a reference clock."));
        fact(Ntp::tr("Root delay"), timeText(t.rootDelay),
             Ntp::tr("The way to the reference clock and back, over all servers between."));
        fact(Ntp::tr("Root dispersion"), timeText(t.rootDispersion),
             Ntp::tr("How unsure the time has become on that way."));
        fact(Ntp::tr("Jitter"), timeText(t.jitter), Ntp::tr("How much its measurements differ."));
        fact(Ntp::tr("Poll interval"), timeText(t.interval), Ntp::tr("How often it asks."));
        fact(Ntp::tr("Packets"), QString::number(t.packets),
             Ntp::tr("Answers since it chose this server."));
        if (t.frequency)
            fact(Ntp::tr("Frequency"), ppm(-*t.frequency),
                 Ntp::tr("How fast the oscillator runs by itself, as far as it knows."));
    }

    void writeNtpq()
    {
        if (!m_clock.ntpq)
            return;
        const NtpqState &t = *m_clock.ntpq;
        section(QStringLiteral("ntpd"), Ntp::tr("What “ntpq -c rv” says."));
        fact(Ntp::tr("Version"), t.version, Ntp::tr("Which ntpd it is."));
        fact(Ntp::tr("Follows"), t.source, Ntp::tr("The source that it follows at the moment."));
        fact(Ntp::tr("Stratum"), QString::number(t.stratum),
             Ntp::tr(
                 "How many servers are between it and a reference clock; 16 means that it follows "
                 "none."));
        fact(Ntp::tr("Offset"), offsetText(t.offset),
             Ntp::tr("How far the clock is ahead of what ntpd takes for the true time."));
        fact(Ntp::tr("Jitter"), timeText(t.jitter), Ntp::tr("How much its sources differ."));
        fact(Ntp::tr("Frequency"), ppm(t.frequency),
             Ntp::tr("How fast the oscillator runs by itself."));
        fact(Ntp::tr("Root delay"), timeText(t.rootDelay),
             Ntp::tr("The way to the reference clock and back, over all servers between."));
        fact(Ntp::tr("Root dispersion"), timeText(t.rootDispersion),
             Ntp::tr("How unsure the time has become on that way."));
    }

    void writeSources()
    {
        constexpr qsizetype kMost = 64;
        const auto &sources = m_clock.sources();
        if (sources.isEmpty())
            return;
        section(Ntp::tr("Its sources"), Ntp::tr("What its daemon thinks of each server."));
        for (qsizetype i = 0; i < std::min(kMost, sources.size()); ++i) {
            const HostSource &s = sources[i];
            QStringList words{sourceStateText(s.state)};
            if (s.stratum > 0)
                words.append(Ntp::tr("stratum %1").arg(s.stratum));
            if (s.offset)
                words.append(s.error ? offsetText(*s.offset, *s.error) : offsetText(*s.offset));
            words.append(Ntp::tr("reach %1").arg(s.reach, 3, 8, QLatin1Char('0')));
            if (!s.authentication.isEmpty())
                words.append(s.authentication);
            fact(s.name, words.join(QStringLiteral(", ")),
                 Ntp::tr(
                     "What the daemon makes of it; how far this clock is ahead of it; and which of "
                     "the last eight questions it answered (377: all)."));
        }
        if (sources.size() > kMost)
            fact(QStringLiteral("…"), Ntp::tr("%n more", static_cast<int>(sources.size() - kMost)),
                 {});
    }

    void writeKernel()
    {
        section(Ntp::tr("The kernel's clock"));
        const ClockSource &source = m_clock.clockSource;
        fact(Ntp::tr("Clock source"), source.current,
             Ntp::tr("What the kernel counts with. tsc, the counter of the processor, is fine and "
                     "quick; hpet and acpi_pm are slow; hypervisors offer clocks of their own."));
        fact(Ntp::tr("Others to choose from"), source.available.join(QStringLiteral(", ")),
             Ntp::tr("What the machine has besides."));
        fact(Ntp::tr("Forced at the start"), source.forced,
             Ntp::tr(
                 "The kernel's command line chose it, and keeps it from choosing a better one."));
        for (const QString &each : source.complaints)
            fact(Ntp::tr("The kernel's log"), each,
                 Ntp::tr("The kernel compared its clocks and did not like what it saw."));
        if (m_clock.kernelClock) {
            const KernelClock &k = *m_clock.kernelClock;
            fact(Ntp::tr("Marked as synchronised"), yesOrNo(k.synchronised),
                 Ntp::tr("Whether a program keeps telling the kernel that the time is right."));
            fact(Ntp::tr("Correction of the frequency"), ppm(-k.frequency),
                 Ntp::tr(
                     "By how much the kernel makes the clock faster. It can do 500 ppm at most."));
            fact(Ntp::tr("Greatest error"), timeText(k.maxError),
                 Ntp::tr(
                     "What the kernel admits; it grows by itself until somebody renews it. 16 s: "
                     "nobody does."));
        }
    }

    void writeMachine()
    {
        const VirtualMachine &m = m_clock.machine;
        const bool knows = !m.kind.isEmpty() || !m.vendor.isEmpty() || m.hasHypervisor ||
                           !m_clock.guestTools.isEmpty();
        if (!knows)
            return;
        section(Ntp::tr("The machine"));
        QString kind = m.kind;
        if (kind == QLatin1String("none"))
            kind = Ntp::tr("a real one");
        else if (kind.isEmpty() && m.hasHypervisor)
            kind = Ntp::tr("a virtual one");
        fact(
            Ntp::tr("Kind"), kind,
            Ntp::tr(
                "Virtual machines and containers get their time from elsewhere: a pause, a move or "
                "a snapshot makes their clock jump, and a container has the clock of its host."));
        fact(Ntp::tr("Hardware"), QString(m.vendor % QLatin1Char(' ') % m.product).trimmed(),
             Ntp::tr("What the firmware says; hypervisors put their names here."));
        for (const GuestSync &each : m_clock.guestTools)
            fact(each.name, guestText(each.state),
                 Ntp::tr("Tools of the hypervisor in this machine. If they set the clock beside a "
                         "daemon, it jumps."));
    }

    void writePtp()
    {
        section(QStringLiteral("PTP"), Ntp::tr("Precision Time Protocol, IEEE 1588; read only."));
        for (const PtpDevice &each : m_clock.ptpDevices)
            fact(
                each.name, each.clock,
                Ntp::tr("A hardware clock that PTP could use, of a network card or a hypervisor."));
        if (m_clock.ptp) {
            const PtpState &p = *m_clock.ptp;
            fact(Ntp::tr("Clock"), p.clock, Ntp::tr("The identity of ptp4l on this host."));
            fact(Ntp::tr("Grandmaster"),
                 p.grandmaster == p.clock ? Ntp::tr("itself") : p.grandmaster,
                 Ntp::tr("The clock at the root, which all others follow."));
            fact(
                Ntp::tr("Ports"), p.ports.join(QStringLiteral(", ")),
                Ntp::tr("SLAVE: it follows. MASTER: others may follow it. Anything else: it is not "
                        "there yet."));
            fact(Ntp::tr("Steps to the grandmaster"), QString::number(p.stepsRemoved),
                 Ntp::tr("How many clocks are on the way."));
            fact(Ntp::tr("Offset"), offsetText(p.offset),
                 Ntp::tr("From its master, as ptp4l measures it."));
            fact(Ntp::tr("Path delay"), timeText(p.pathDelay), Ntp::tr("To its master, one way."));
            return;
        }
        using Asked = HostClock::Asked;
        fact(Ntp::tr("State"),
             m_clock.ptpAsked == Asked::NotThere || m_clock.ptpAsked == Asked::NotAsked
                 ? Ntp::tr("linuxptp is not installed there, so nothing about PTP can be said.")
             : m_clock.ptpAsked == Asked::Answered
                 ? Ntp::tr("ptp4l does not run, or does not talk to this user.")
                 : Ntp::tr("pmc could not ask ptp4l."),
             Ntp::tr("PTP is looked at where linuxptp runs: pmc asks ptp4l on the same host."));
    }

    const HostClock &m_clock;
    QList<HostFact> m_facts;
};

QString askedName(HostClock::Asked asked)
{
    switch (asked) {
    case HostClock::Asked::NotAsked:
        return QStringLiteral("not_asked");
    case HostClock::Asked::NotThere:
        return QStringLiteral("not_there");
    case HostClock::Asked::Failed:
        return QStringLiteral("failed");
    case HostClock::Asked::TimedOut:
        return QStringLiteral("timed_out");
    case HostClock::Asked::Answered:
        break;
    }
    return QStringLiteral("answered");
}

double milliseconds(Seconds time)
{
    return time.count() * 1e3;
}

QJsonObject sourceObject(const HostSource &s)
{
    QJsonObject object{{QStringLiteral("name"), s.name},
                       {QStringLiteral("kind"), s.kind},
                       {QStringLiteral("state"), sourceStateName(s.state)},
                       {QStringLiteral("stratum"), s.stratum},
                       {QStringLiteral("poll"), s.poll},
                       {QStringLiteral("reach"), s.reach}};
    if (s.heard)
        object.insert(QStringLiteral("heard_s"), *s.heard);
    if (s.offset)
        object.insert(QStringLiteral("offset_ms"), milliseconds(*s.offset));
    if (s.error)
        object.insert(QStringLiteral("error_ms"), milliseconds(*s.error));
    if (s.frequency)
        object.insert(QStringLiteral("frequency_ppm"), *s.frequency);
    if (s.deviation)
        object.insert(QStringLiteral("deviation_ms"), milliseconds(*s.deviation));
    if (!s.authentication.isEmpty())
        object.insert(QStringLiteral("authentication"), s.authentication);
    if (s.cookies)
        object.insert(QStringLiteral("cookies"), *s.cookies);
    return object;
}

} // namespace

QList<HostFact> hostFacts(const HostClock &clock)
{
    return Sheet(clock).write();
}

QString hostHeadline(const HostClock &clock)
{
    const QStringList keepers = clock.keepers();
    const auto synchronised = clock.isSynchronised();
    if (keepers.size() > 1)
        return Ntp::tr("Several programs set this clock: %1.")
            .arg(keepers.join(QStringLiteral(", ")));
    QString keeper = keepers.value(0);
    if (keeper.isEmpty() && clock.chrony)
        keeper = QStringLiteral("chronyd");
    if (keeper.isEmpty() && clock.ntpq)
        keeper = QStringLiteral("ntpd");
    if (keeper.isEmpty())
        return synchronised == true ? Ntp::tr("The clock is in step, says the system.")
                                    : Ntp::tr("Nothing was found that keeps this clock.");
    if (synchronised == true)
        return Ntp::tr("The clock is kept by %1 and in step.").arg(keeper);
    if (synchronised == false)
        return Ntp::tr("The clock is kept by %1, which is not synchronised.").arg(keeper);
    return Ntp::tr("The clock is kept by %1.").arg(keeper);
}

QString sourceStateName(HostSource::State state)
{
    switch (state) {
    case HostSource::State::Selected:
        return QStringLiteral("selected");
    case HostSource::State::Combined:
        return QStringLiteral("combined");
    case HostSource::State::NotCombined:
        return QStringLiteral("not_combined");
    case HostSource::State::Unusable:
        return QStringLiteral("unusable");
    case HostSource::State::Falseticker:
        return QStringLiteral("falseticker");
    case HostSource::State::Variable:
        return QStringLiteral("variable");
    case HostSource::State::Other:
        break;
    }
    return QStringLiteral("unknown");
}

QJsonObject hostObject(const HostClock &clock)
{
    QJsonObject object{{QStringLiteral("type"), QStringLiteral("host_clock")},
                       {QStringLiteral("host"), clock.host},
                       {QStringLiteral("time"), clock.at.toString(Qt::ISODateWithMs)},
                       {QStringLiteral("system"), clock.system},
                       {QStringLiteral("kernel"), clock.kernel},
                       {QStringLiteral("keepers"), QJsonArray::fromStringList(clock.keepers())},
                       {QStringLiteral("chronyc"), askedName(clock.chronyAsked)},
                       {QStringLiteral("timedatectl"), askedName(clock.timedateAsked)},
                       {QStringLiteral("ntpq"), askedName(clock.ntpqAsked)},
                       {QStringLiteral("pmc"), askedName(clock.ptpAsked)}};
    if (const auto synchronised = clock.isSynchronised())
        object.insert(QStringLiteral("synchronised"), *synchronised);
    if (const auto frequency = clock.frequency())
        object.insert(QStringLiteral("frequency_ppm"), *frequency);
    if (clock.difference)
        object.insert(QStringLiteral("difference_ms"),
                      QJsonArray{milliseconds(clock.difference->least),
                                 milliseconds(clock.difference->most)});
    if (clock.chrony) {
        const ChronyTracking &t = *clock.chrony;
        object.insert(
            QStringLiteral("tracking"),
            QJsonObject{{QStringLiteral("source"), t.source},
                        {QStringLiteral("stratum"), t.stratum},
                        {QStringLiteral("offset_ms"), milliseconds(t.offset)},
                        {QStringLiteral("last_offset_ms"), milliseconds(t.lastOffset)},
                        {QStringLiteral("rms_offset_ms"), milliseconds(t.rmsOffset)},
                        {QStringLiteral("frequency_ppm"), t.frequency},
                        {QStringLiteral("skew_ppm"), t.skew},
                        {QStringLiteral("root_delay_ms"), milliseconds(t.rootDelay)},
                        {QStringLiteral("root_dispersion_ms"), milliseconds(t.rootDispersion)},
                        {QStringLiteral("leap"), t.leap}});
    }
    if (clock.timesync)
        object.insert(
            QStringLiteral("timesync"),
            QJsonObject{{QStringLiteral("server"), clock.timesync->server},
                        {QStringLiteral("address"), clock.timesync->address},
                        {QStringLiteral("stratum"), clock.timesync->stratum},
                        {QStringLiteral("jitter_ms"), milliseconds(clock.timesync->jitter)}});
    if (clock.timedate)
        object.insert(QStringLiteral("timedate"),
                      QJsonObject{{QStringLiteral("ntp"), clock.timedate->ntp},
                                  {QStringLiteral("synchronised"), clock.timedate->synchronised},
                                  {QStringLiteral("time_zone"), clock.timedate->timeZone},
                                  {QStringLiteral("local_rtc"), clock.timedate->localRtc}});
    if (clock.ntpq)
        object.insert(QStringLiteral("ntpd"),
                      QJsonObject{{QStringLiteral("version"), clock.ntpq->version},
                                  {QStringLiteral("stratum"), clock.ntpq->stratum},
                                  {QStringLiteral("offset_ms"), milliseconds(clock.ntpq->offset)},
                                  {QStringLiteral("frequency_ppm"), clock.ntpq->frequency}});
    QJsonArray sources;
    for (const HostSource &each : clock.sources())
        sources.append(sourceObject(each));
    object.insert(QStringLiteral("sources"), sources);
    QJsonArray daemons;
    for (const HostDaemon &each : clock.daemons)
        daemons.append(QJsonObject{{QStringLiteral("name"), each.name},
                                   {QStringLiteral("command"), each.command},
                                   {QStringLiteral("sets_clock"), each.setsClock}});
    object.insert(QStringLiteral("daemons"), daemons);
    QJsonArray services;
    for (const HostService &each : clock.services)
        services.append(QJsonObject{{QStringLiteral("name"), each.name},
                                    {QStringLiteral("state"), each.state},
                                    {QStringLiteral("at_start"), each.atStart}});
    object.insert(QStringLiteral("services"), services);
    object.insert(QStringLiteral("clocksource"),
                  QJsonObject{{QStringLiteral("current"), clock.clockSource.current},
                              {QStringLiteral("available"),
                               QJsonArray::fromStringList(clock.clockSource.available)},
                              {QStringLiteral("complaints"),
                               QJsonArray::fromStringList(clock.clockSource.complaints)}});
    object.insert(QStringLiteral("machine"),
                  QJsonObject{{QStringLiteral("kind"), clock.machine.kind},
                              {QStringLiteral("vendor"), clock.machine.vendor},
                              {QStringLiteral("product"), clock.machine.product},
                              {QStringLiteral("hypervisor"), clock.machine.hasHypervisor}});
    QJsonArray tools;
    for (const GuestSync &each : clock.guestTools)
        tools.append(QJsonObject{
            {QStringLiteral("name"), each.name},
            {QStringLiteral("sets_clock"), each.state == GuestSync::State::Unknown
                                               ? QJsonValue()
                                               : QJsonValue(each.state == GuestSync::State::On)}});
    object.insert(QStringLiteral("guest_tools"), tools);
    if (clock.ptp)
        object.insert(
            QStringLiteral("ptp"),
            QJsonObject{{QStringLiteral("clock"), clock.ptp->clock},
                        {QStringLiteral("grandmaster"), clock.ptp->grandmaster},
                        {QStringLiteral("ports"), QJsonArray::fromStringList(clock.ptp->ports)},
                        {QStringLiteral("offset_ms"), milliseconds(clock.ptp->offset)}});
    object.insert(QStringLiteral("problems"), QJsonArray::fromStringList(clock.problems));
    return object;
}

} // namespace Portolan::Ntp
