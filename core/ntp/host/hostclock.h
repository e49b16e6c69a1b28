// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ntp/times.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>

namespace Portolan::Ntp {

// What the clock of one host is kept by, in the host's own words: facts, not judgements. Plain
// values, any thread. Everything in them was written by that host, and is data.
//
// Signs: an offset is how far this host's clock is ahead of the time that is meant (positive:
// ahead); a frequency is how many ppm its oscillator is fast. Whatever a tool counts the other way
// round has been turned.

struct ChronyTracking // `chronyc -c tracking`
{
    QString refid; // "7F000001"
    QString source;
    int stratum = 0; // 0: not synchronised
    std::optional<Instant> updated = {};
    Seconds offset{};     // what is still to be corrected
    Seconds lastOffset{}; // at the last update
    Seconds rmsOffset{};
    double frequency = 0; // ppm
    double residual = 0;  // ppm
    double skew = 0;      // ppm: how unsure the frequency is
    Seconds rootDelay{};
    Seconds rootDispersion{};
    Seconds interval{};
    QString leap; // "Normal", "Insert second", "Delete second", "Not synchronised"
};

struct HostSource
{
    enum class State : std::uint8_t {
        Selected,
        Combined,    // believed and averaged in
        NotCombined, // believed, and not needed
        Unusable,    // unreachable, or not yet judged
        Falseticker, // in error, says the daemon
        Variable,    // too unsteady, says the daemon
        Other,
    };
    QString name;
    QString kind; // "server", "peer", "reference clock"
    State state = State::Other;
    int stratum = 0;
    int poll = 0;                          // log2 of seconds
    int reach = 0;                         // eight bits
    std::optional<qint64> heard = {};      // seconds ago
    std::optional<Seconds> offset = {};    // positive: ahead of the source
    std::optional<Seconds> error = {};     // how unsure that is
    QString authentication = {};           // "NTS", "symmetric key"; empty: none, or not told
    std::optional<int> cookies = {};       // NTS
    std::optional<double> frequency = {};  // ppm, against this source
    std::optional<Seconds> deviation = {}; // of its samples
};

struct TimesyncState // `timedatectl show-timesync`
{
    QString server;
    QString address;
    int stratum = 0;
    Seconds rootDelay{};
    Seconds rootDispersion{};
    Seconds jitter{};
    Seconds interval{};
    qint64 packets = 0;
    std::optional<double> frequency = {}; // ppm
};

struct TimedateState // `timedatectl show`
{
    QString timeZone;
    bool canNtp = false;
    bool ntp = false;
    bool synchronised = false;
    bool localRtc = false; // the hardware clock keeps local time
};

struct NtpqState // `ntpq -c rv`
{
    QString version;
    int stratum = 0; // 16: not synchronised
    int leap = 0;
    Seconds offset{};
    Seconds jitter{};
    Seconds rootDelay{};
    Seconds rootDispersion{};
    double frequency = 0; // ppm
    QString source;
};

struct HostDaemon
{
    QString name;    // "chronyd", "systemd-timesyncd"
    QString command; // as it was started; empty where only the service is known
    bool setsClock = true;
};

struct HostService
{
    QString name;    // "chrony.service"
    QString state;   // "active", "inactive", "failed"
    QString atStart; // "enabled", "disabled"; empty: unknown
};

struct ClockSource // /sys/devices/system/clocksource
{
    QString current;
    QStringList available;
    QStringList complaints; // lines of the kernel's log about it
    QString forced;         // clocksource= or tsc= of the kernel's command line
};

struct VirtualMachine
{
    QString kind; // "kvm", "vmware", "docker"; "none": a real machine; empty: unknown
    QString vendor;
    QString product;
    bool hasHypervisor = false; // the processor says so
};

struct GuestSync // what of a virtual machine's tools sets the clock from the host
{
    enum class State : std::uint8_t { On, Off, Unknown };
    QString name; // "VMware Tools"
    State state = State::Unknown;
    QString words; // what it said
};

struct KernelClock // adjtimex(2), read only
{
    bool synchronised = false;
    double frequency = 0; // ppm
    Seconds offset{};
    Seconds maxError{};
    Seconds estimatedError{};
    int status = 0;
};

struct PtpState // `pmc GET ...`
{
    QString clock; // "6afffd.fffe.7d24fc"
    QString grandmaster;
    QStringList ports; // "SLAVE", "MASTER", in the order of the ports
    int stepsRemoved = 0;
    Seconds offset{};
    Seconds pathDelay{};
};
struct PtpDevice
{
    QString name; // "ptp0"
    QString clock;
};

// How far the host's clock is from that of this computer: it lies between both.
struct HostDifference
{
    Seconds least{};
    Seconds most{};
};

struct HostClock
{
    enum class Asked : std::uint8_t {
        NotAsked,
        NotThere, // the program is missing
        Failed,   // it said something else: `problems`
        TimedOut,
        Answered,
    };

    QString host; // as it was asked for; empty: this computer
    QDateTime at; // UTC, by this computer
    QString system;
    QString kernel;
    std::optional<HostDifference> difference = {};

    Asked chronyAsked = Asked::NotAsked;
    std::optional<ChronyTracking> chrony = {};
    QList<HostSource> chronySources = {};
    Asked timedateAsked = Asked::NotAsked;
    std::optional<TimedateState> timedate = {};
    std::optional<TimesyncState> timesync = {};
    Asked ntpqAsked = Asked::NotAsked;
    std::optional<NtpqState> ntpq = {};
    QList<HostSource> ntpqSources = {};
    QList<HostDaemon> daemons = {};
    QList<HostService> services = {};
    ClockSource clockSource = {};
    VirtualMachine machine = {};
    QList<GuestSync> guestTools = {};
    std::optional<KernelClock> kernelClock = {};
    Asked ptpAsked = Asked::NotAsked;
    std::optional<PtpState> ptp = {};
    QList<PtpDevice> ptpDevices = {};
    QStringList problems = {}; // "chronyc: 506 Cannot talk to daemon"

    // Daemons that set the clock, each once: "chronyd".
    [[nodiscard]] QStringList keepers() const;
    // Of the daemon that keeps it, as far as one tells.
    [[nodiscard]] const QList<HostSource> &sources() const;
    // What the daemons and the kernel say; nothing where none says anything.
    [[nodiscard]] std::optional<bool> isSynchronised() const;
    [[nodiscard]] std::optional<double> frequency() const; // ppm
};

[[nodiscard]] QString sourceStateText(HostSource::State state);

} // namespace Portolan::Ntp
