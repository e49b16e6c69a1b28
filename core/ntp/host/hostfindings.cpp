// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ntp/host/hostfindings.h"

#include "core/base/sentence.h"
#include "core/ntp/figures.h"
#include "core/ntp/words.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace Portolan::Ntp {

namespace {

using Severity = Finding::Severity;

constexpr double kLargeFrequency = 100;    // ppm: crystals are within 50, with their temperature
constexpr double kTooLargeFrequency = 490; // what a kernel can correct is 500 (adjtimex(2))
constexpr Seconds kLargeOffset{0.1};
constexpr int kEnoughSources = 4; // RFC 8633, section 3.2

struct Words
{
    const char *id; // behind "ntp.host."
    const char *title;
    const char *advice;
};

constexpr Words kWords[] = {
    {"fine", QT_TRANSLATE_NOOP("Portolan::Ntp", "The clock of %1 is kept well, says %2."), ""},
    {"two_daemons", QT_TRANSLATE_NOOP("Portolan::Ntp", "Several programs set this clock: %1."),
     QT_TRANSLATE_NOOP(
         "Portolan::Ntp",
         "Leave one of them running, and disable the others so that they do not come back at the "
         "next start. Each one takes the corrections of the other for errors of the clock, and "
         "the clock swings to and fro.")},
    {"two_at_start",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "Several time services are set to start: %1."),
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "Only one of them runs now. At the next start it may be another one, or "
                       "both: disable those that are not meant.")},
    {"guest_sync",
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "%1 sets the clock of this virtual machine, and so does %2."),
     QT_TRANSLATE_NOOP(
         "Portolan::Ntp",
         "Turn off the periodic synchronisation of the guest tools and leave the clock to the "
         "daemon. The host steps the clock behind the back of the daemon: the usual cause of jumps "
         "in virtual machines.")},
    {"guest_tools",
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "%1 runs here; whether it sets the clock, it does not say."),
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "Check that only one of the two keeps the clock: the guest tools or the "
                       "daemon.")},
    {"clocksource.unstable",
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "The kernel found its clock source unstable; it counts with %1 now."),
     QT_TRANSLATE_NOOP(
         "Portolan::Ntp",
         "The time stamp counter of the processor disagreed with another timer. On a virtual "
         "machine that comes from overload or a move to another host, on a real one from firmware. "
         "%1 is slower to read and less fine; restart the machine when the cause is mended.")},
    {"clocksource.slow",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "The clock source is %1, which is slow to read."),
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "Each reading of the clock takes a microsecond or more. Where the processor "
                       "has a reliable counter, use tsc, and on a virtual machine the clock of its "
                       "hypervisor.")},
    {"clocksource.not_paravirtual",
     QT_TRANSLATE_NOOP(
         "Portolan::Ntp",
         "This virtual machine reads the processor’s counter (tsc); %1 is there, too."),
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "That is right on hosts whose counters agree. If the clock jumps after the "
                       "machine moved to another host, use %1.")},
    {"nobody", QT_TRANSLATE_NOOP("Portolan::Ntp", "Nothing keeps this clock in step."),
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "Install and start chrony, or turn on systemd-timesyncd. No time daemon was "
                       "found running, and a clock that nobody corrects drifts by seconds each "
                       "week.")},
    {"nobody.container",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "This is a container: its clock is that of its host."),
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "A container cannot set it. On the host, see which time daemon runs and "
                       "whether it is synchronised (chronyc tracking, timedatectl).")},
    {"not_synchronised",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "The clock is not synchronised, says %1."),
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "The daemon runs and follows no source. See below which sources it has and "
                       "why it uses none: unreachable ones are often UDP port 123 in a firewall.")},
    {"no_source",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "None of the sources of the time daemon answers (%1)."),
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "Check the network and the names of the servers, and that UDP port 123 is "
                       "open on the way out.")},
    {"no_sources_configured", QT_TRANSLATE_NOOP("Portolan::Ntp", "%1 runs and has no sources."),
     QT_TRANSLATE_NOOP("Portolan::Ntp", "Give it servers or a pool in its configuration.")},
    {"few_sources", QT_TRANSLATE_NOOP("Portolan::Ntp", "The time daemon has %1 source(s)."),
     QT_TRANSLATE_NOOP(
         "Portolan::Ntp",
         "With fewer than four, one that is wrong cannot be told from the others once "
         "another one fails.")},
    {"follows_wrong",
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "The time daemon follows %1, which was measured to be wrong."),
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "Take this server out of its configuration, or give it more servers to "
                       "compare with.")},
    {"falsetickers",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "The time daemon takes these sources to be wrong: %1."),
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "They differ from the majority by more than they admit. That may be their "
                       "clock or an asymmetric way; where they are the majority in truth, the "
                       "others are wrong together.")},
    {"frequency",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "The oscillator of this machine is off by %1 ppm."),
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "A crystal is within some 50 ppm. More points to a virtual machine whose "
                       "timer is calibrated wrongly, to two programs that work against each other, "
                       "or to broken hardware. The daemon corrects it as long as it stays the "
                       "same.")},
    {"frequency.limit",
     QT_TRANSLATE_NOOP(
         "Portolan::Ntp",
         "The oscillator of this machine is off by %1 ppm, which can hardly be corrected."),
     QT_TRANSLATE_NOOP(
         "Portolan::Ntp",
         "The kernel corrects 500 ppm at most; beyond that the clock runs away and has "
         "to be stepped again and again. Look for another clock source, and for a "
         "second program that sets the clock.")},
    {"offset", QT_TRANSLATE_NOOP("Portolan::Ntp", "This clock is off by %1, says %2."),
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "The daemon slews it back, which takes hours for seconds. A makestep line "
                       "lets chronyd step it after a start.")},
    {"differs",
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "Its clock differs from that of this computer by %1 at least."),
     QT_TRANSLATE_NOOP("Portolan::Ntp", "One of the two is wrong; the servers above tell which.")},
    {"does_not_set",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "%1 runs, and was told not to touch the clock."),
     QT_TRANSLATE_NOOP(
         "Portolan::Ntp",
         "With the option -x chronyd measures and serves, and sets nothing. Something "
         "else has to keep the clock.")},
    {"rtc_local",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "The hardware clock keeps local time and not UTC."),
     QT_TRANSLATE_NOOP(
         "Portolan::Ntp",
         "Right after a start the clock may be wrong by hours where the time zone "
         "changed. “timedatectl set-local-rtc 0” changes it; systems that are started "
         "beside Windows want it this way.")},
    {"unknown",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "Who keeps the clock of %1 could not be found out."),
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "Neither a daemon nor the system tells. More may be seen with the rights of "
                       "an administrator.")},
    {"ptp", QT_TRANSLATE_NOOP("Portolan::Ntp", "PTP runs here: %1, grandmaster %2."), ""},
};

class Judge
{
public:
    Judge(const HostClock &clock, const QStringList &wrong)
        : m_clock(clock)
        , m_wrong(wrong)
        , m_keepers(clock.keepers())
    {
    }

    QList<Finding> judge()
    {
        judgeKeepers();
        judgeGuestTools();
        judgeState();
        judgeSources();
        judgeClockSource();
        judgeRest();
        const bool isBad =
            std::any_of(m_findings.begin(), m_findings.end(),
                        [](const Finding &each) { return each.severity >= Severity::Warning; });
        if (!isBad && m_clock.isSynchronised() == true)
            add("fine", Severity::Ok, {host(), keeper()}, {});
        if (m_findings.isEmpty())
            add("unknown", Severity::Info, {host()}, m_clock.problems.join(QLatin1Char('\n')));
        std::stable_sort(
            m_findings.begin(), m_findings.end(),
            [](const Finding &a, const Finding &b) { return a.severity > b.severity; });
        return m_findings;
    }

private:
    void add(const char *id, Severity severity, const QStringList &arguments,
             const QString &evidence, const char *reference = "")
    {
        m_findings.append({.id = QStringLiteral("ntp.host.") % QLatin1String(id),
                           .severity = severity,
                           .arguments = arguments,
                           .evidence = evidence,
                           .action = {},
                           .reference = QLatin1String(reference)});
    }
    [[nodiscard]] QString host() const
    {
        return m_clock.host.isEmpty() ? Ntp::tr("this computer") : m_clock.host;
    }
    [[nodiscard]] QString keeper() const
    {
        if (m_clock.chrony)
            return QStringLiteral("chronyd");
        if (m_clock.ntpq)
            return QStringLiteral("ntpd");
        if (!m_keepers.isEmpty())
            return m_keepers.front();
        return m_clock.timedate ? QStringLiteral("timedatectl") : Ntp::tr("the kernel");
    }

    [[nodiscard]] bool isContainer() const
    {
        const QString &kind = m_clock.machine.kind;
        return kind == QLatin1String("docker") || kind == QLatin1String("podman") ||
               kind.startsWith(QLatin1String("lxc")) || kind == QLatin1String("systemd-nspawn") ||
               kind == QLatin1String("openvz");
    }

    void judgeKeepers()
    {
        QStringList evidence;
        for (const HostDaemon &each : m_clock.daemons)
            evidence.append(each.command.isEmpty() ? each.name : each.command);
        // timemaster starts the others itself.
        QStringList rivals = m_keepers;
        if (rivals.contains(QStringLiteral("timemaster")))
            rivals = {QStringLiteral("timemaster")};
        // ptp4l and phc2sys are one chain.
        if (rivals.contains(QStringLiteral("phc2sys")))
            rivals.removeAll(QStringLiteral("ptp4l"));
        if (rivals.size() > 1)
            add("two_daemons", Severity::Error, {rivals.join(QStringLiteral(", "))},
                evidence.join(QLatin1Char('\n')));
        QStringList enabled;
        for (const HostService &each : m_clock.services) {
            const bool isPtp = each.name.startsWith(QLatin1String("ptp4l")) ||
                               each.name.startsWith(QLatin1String("phc2sys"));
            if (each.atStart == QLatin1String("enabled") && !isPtp)
                enabled.append(each.name);
        }
        if (enabled.size() > 1 && rivals.size() <= 1)
            add("two_at_start", Severity::Warning, {enabled.join(QStringLiteral(", "))},
                enabled.join(QLatin1Char('\n')));
        for (const HostDaemon &each : m_clock.daemons) {
            const bool doesNot = !each.setsClock && each.name == QLatin1String("chronyd");
            if (doesNot && m_keepers.isEmpty())
                add("does_not_set", Severity::Info, {each.name}, each.command, "chronyd(8)");
        }
        const bool isActive = std::any_of(
            m_clock.services.begin(), m_clock.services.end(),
            [](const HostService &each) { return each.state == QLatin1String("active"); });
        const bool isLinux = m_clock.kernel.startsWith(QLatin1String("Linux"));
        const bool anyGuest =
            std::any_of(m_clock.guestTools.begin(), m_clock.guestTools.end(),
                        [](const GuestSync &each) { return each.state == GuestSync::State::On; });
        if (m_keepers.isEmpty() && isLinux && isContainer())
            add("nobody.container", Severity::Info, {}, m_clock.machine.kind);
        else if (m_keepers.isEmpty() && isLinux && !isActive && !m_clock.chrony && !m_clock.ntpq &&
                 !anyGuest)
            add("nobody", Severity::Error, {}, {});
    }

    void judgeGuestTools()
    {
        for (const GuestSync &each : m_clock.guestTools) {
            if (m_keepers.isEmpty())
                continue;
            if (each.state == GuestSync::State::On)
                add("guest_sync", Severity::Error,
                    {each.name, m_keepers.join(QStringLiteral(", "))}, each.words);
            else if (each.state == GuestSync::State::Unknown)
                add("guest_tools", Severity::Info, {each.name}, each.words);
        }
    }

    void judgeState()
    {
        const auto synchronised = m_clock.isSynchronised();
        const bool hasKeeper = !m_keepers.isEmpty() || m_clock.chrony || m_clock.ntpq;
        if (synchronised == false && hasKeeper)
            add("not_synchronised", Severity::Error, {keeper()},
                m_clock.chrony     ? m_clock.chrony->leap
                : m_clock.timedate ? QStringLiteral("NTPSynchronized=no")
                                   : QString());
        if (const auto frequency = m_clock.frequency()) {
            const double size = std::abs(*frequency);
            const QString text = QString::number(*frequency, 'f', 1);
            if (size >= kTooLargeFrequency)
                add("frequency.limit", Severity::Error, {text}, text % QStringLiteral(" ppm"),
                    "adjtimex(2)");
            else if (size >= kLargeFrequency)
                add("frequency", Severity::Warning, {text}, text % QStringLiteral(" ppm"));
        }
        std::optional<Seconds> offset;
        if (m_clock.chrony && m_clock.chrony->stratum > 0)
            offset = m_clock.chrony->offset;
        else if (m_clock.ntpq)
            offset = m_clock.ntpq->offset;
        if (offset && std::abs(offset->count()) >= kLargeOffset.count())
            add("offset", Severity::Warning, {timeText(*offset), keeper()},
                QString::number(offset->count(), 'f', 6) % QStringLiteral(" s"));
        if (m_clock.difference) {
            const HostDifference &d = *m_clock.difference;
            const Seconds least = d.least.count() > 0  ? d.least
                                  : d.most.count() < 0 ? -d.most
                                                       : Seconds(0);
            if (least >= kLargeOffset)
                add("differs", Severity::Warning, {timeText(least)},
                    QStringLiteral("%1 s … %2 s")
                        .arg(d.least.count(), 0, 'f', 3)
                        .arg(d.most.count(), 0, 'f', 3));
        }
    }

    void judgeSources()
    {
        const auto &sources = m_clock.sources();
        QStringList silent;
        QStringList falsetickers;
        int references = 0;
        int answering = 0;
        for (const HostSource &each : sources) {
            references += each.kind == QLatin1String("reference clock") ? 1 : 0;
            answering += each.reach != 0 ? 1 : 0;
            if (each.reach == 0)
                silent.append(each.name);
            if (each.state == HostSource::State::Falseticker)
                falsetickers.append(each.name);
            const bool isFollowed = each.state == HostSource::State::Selected ||
                                    each.state == HostSource::State::Combined;
            if (isFollowed && m_wrong.contains(each.name))
                add("follows_wrong", Severity::Error, {each.name}, each.name);
        }
        const bool tells = m_clock.chrony || m_clock.ntpq;
        if (tells && sources.isEmpty())
            add("no_sources_configured", Severity::Warning, {keeper()}, {});
        else if (!sources.isEmpty() && answering == 0)
            add("no_source", Severity::Error, {QString::number(sources.size())},
                silent.join(QLatin1Char('\n')));
        else if (!sources.isEmpty() && references == 0 && sources.size() < kEnoughSources)
            add("few_sources", Severity::Info, {QString::number(sources.size())}, {},
                "RFC 8633, section 3.2");
        if (!falsetickers.isEmpty())
            add("falsetickers", Severity::Warning, {falsetickers.join(QStringLiteral(", "))},
                falsetickers.join(QLatin1Char('\n')), "RFC 5905, section 11.2.1");
    }

    void judgeClockSource()
    {
        const ClockSource &source = m_clock.clockSource;
        if (source.current.isEmpty())
            return;
        const bool isSlow = source.current == QLatin1String("hpet") ||
                            source.current == QLatin1String("acpi_pm") ||
                            source.current == QLatin1String("jiffies") ||
                            source.current == QLatin1String("refined-jiffies");
        const bool isUnstable = std::any_of(
            source.complaints.begin(), source.complaints.end(), [](const QString &line) {
                return line.contains(QLatin1String("unstable"), Qt::CaseInsensitive);
            });
        if (isUnstable)
            add("clocksource.unstable", Severity::Warning, {source.current},
                source.complaints.join(QLatin1Char('\n')));
        else if (isSlow)
            add("clocksource.slow", Severity::Warning, {source.current},
                source.available.join(QLatin1Char(' ')));
        static const QStringList kOfHypervisors = {QStringLiteral("kvm-clock"),
                                                   QStringLiteral("xen"),
                                                   QStringLiteral("hyperv_clocksource_tsc_page"),
                                                   QStringLiteral("hyperv_clocksource_msr")};
        for (const QString &each : kOfHypervisors) {
            // What a container counts with is chosen on its host.
            if (!isContainer() && source.current == QLatin1String("tsc") &&
                source.available.contains(each)) {
                add("clocksource.not_paravirtual", Severity::Info, {each},
                    source.available.join(QLatin1Char(' ')));
                break;
            }
        }
    }

    void judgeRest()
    {
        if (m_clock.timedate && m_clock.timedate->localRtc)
            add("rtc_local", Severity::Info, {}, QStringLiteral("LocalRTC=yes"));
        if (m_clock.ptp)
            add("ptp", Severity::Info,
                {m_clock.ptp->ports.join(QStringLiteral(", ")), m_clock.ptp->grandmaster},
                timeText(m_clock.ptp->offset));
    }

    const HostClock &m_clock;
    const QStringList m_wrong;
    const QStringList m_keepers;
    QList<Finding> m_findings;
};

} // namespace

QList<Finding> judgeHost(const HostClock &clock, const QStringList &wrong)
{
    return Judge(clock, wrong).judge();
}

std::optional<FindingText> hostFindingText(const Finding &finding)
{
    const QString prefix = QStringLiteral("ntp.host.");
    if (!finding.id.startsWith(prefix))
        return std::nullopt;
    const QString id = finding.id.mid(prefix.size());
    const auto *const found =
        std::find_if(std::begin(kWords), std::end(kWords),
                     [&id](const Words &each) { return id == QLatin1String(each.id); });
    if (found == std::end(kWords))
        return std::nullopt;
    const auto worded = [&finding](const char *text) {
        return *text == '\0' ? QString() : fillIn(Ntp::tr(text), finding.arguments);
    };
    return FindingText{worded(found->title), worded(found->advice)};
}

} // namespace Portolan::Ntp
