// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ntp/host/hostparser.h"

#include "core/base/sentence.h"
#include "core/ntp/words.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace Portolan::Ntp {

namespace {

constexpr qsizetype kMostSources = 4096;
constexpr qsizetype kMostDaemons = 64;
constexpr int kMostWords = 200;

QString textOf(const QByteArray &bytes, int most = kMostWords)
{
    return plainLine(QString::fromUtf8(bytes), most);
}

double numberOf(const QByteArray &text)
{
    bool valid = false;
    const double value = text.trimmed().toDouble(&valid);
    return valid && std::isfinite(value) ? value : 0.0;
}

Seconds secondsOf(const QByteArray &text)
{
    return Seconds(numberOf(text));
}

// "20.202ms", "34min 8s", "732us", "0": spans as systemd writes them.
Seconds spanOf(const QByteArray &text)
{
    struct Unit
    {
        const char *name;
        double seconds;
    };
    constexpr Unit kUnits[] = {{"us", 1e-6}, {"ms", 1e-3},  {"s", 1},       {"min", 60},
                               {"h", 3600},  {"d", 86'400}, {"day", 86'400}};
    Seconds sum{};
    const auto words = text.split(' ');
    for (const QByteArray &word : words) {
        qsizetype digits = 0;
        while (digits < word.size() &&
               (std::isdigit(static_cast<unsigned char>(word[digits])) != 0 || word[digits] == '.'))
            ++digits;
        const QByteArray unit = word.mid(digits);
        const auto *const found =
            std::find_if(std::begin(kUnits), std::end(kUnits),
                         [&unit](const Unit &each) { return unit == each.name; });
        if (found != std::end(kUnits))
            sum += Seconds(numberOf(word.left(digits)) * found->seconds);
    }
    return sum;
}

// Lines of "Name=value".
QHash<QByteArray, QByteArray> propertiesOf(const QByteArray &text)
{
    QHash<QByteArray, QByteArray> properties;
    const auto lines = text.split('\n');
    for (const QByteArray &line : lines) {
        const qsizetype equals = line.indexOf('=');
        if (equals > 0)
            properties.insert(line.left(equals).trimmed(), line.mid(equals + 1).trimmed());
    }
    return properties;
}

bool isYes(const QByteArray &text)
{
    return text == "yes" || text == "true" || text == "1";
}

Instant instantOf(double seconds)
{
    return Instant(std::chrono::nanoseconds(static_cast<std::int64_t>(seconds * 1e9)));
}

// "1795426386.068873123". A system without %N writes the letter: whole seconds then.
struct Reading
{
    Instant at;
    Seconds coarse{}; // how much later it may be
};
std::optional<Reading> readingOf(const QByteArray &text)
{
    const auto parts = text.split('.');
    bool valid = false;
    const qint64 seconds = parts.front().toLongLong(&valid);
    if (!valid || seconds <= 0 || seconds > 253'402'300'799)
        return std::nullopt;
    const qint64 fraction = parts.size() > 1 ? parts[1].left(9).toLongLong(&valid) : 0;
    const bool isFine = parts.size() > 1 && valid && parts[1].size() == 9;
    return Reading{
        Instant(std::chrono::seconds(seconds) + std::chrono::nanoseconds(isFine ? fraction : 0)),
        isFine ? Seconds(0) : Seconds(1)};
}

HostSource::State stateOf(char letter)
{
    switch (letter) {
    case '*':
    case 'o': // ntpq: with a pulse
        return HostSource::State::Selected;
    case '+':
        return HostSource::State::Combined;
    case '-':
    case '#':
        return HostSource::State::NotCombined;
    case 'x':
        return HostSource::State::Falseticker;
    case '~':
        return HostSource::State::Variable;
    case '?':
    case ' ':
    case '.':
        return HostSource::State::Unusable;
    default:
        return HostSource::State::Other;
    }
}

class Reader
{
public:
    explicit Reader(const QList<HostAnswer> &answers)
    {
        for (const HostAnswer &each : answers)
            m_answers.insert(each.id, each);
    }

    HostClock read(const std::optional<HostTimes> &times)
    {
        m_clock.system = textOf(outputOf("system")).remove(QLatin1Char('"'));
        m_clock.kernel = textOf(outputOf("kernel"));
        readDifference(times);
        readChrony();
        readTimedate();
        readNtpq();
        readProcesses();
        readServices();
        readMachine();
        readPtp();
        return std::move(m_clock);
    }

private:
    using Asked = HostClock::Asked;

    [[nodiscard]] QByteArray outputOf(const char *id) const
    {
        const auto found = m_answers.constFind(id);
        return found != m_answers.cend() && found->code == 0 ? found->output : QByteArray();
    }
    Asked asked(const char *id, const QString &program)
    {
        const auto found = m_answers.constFind(id);
        if (found == m_answers.cend())
            return Asked::NotAsked;
        switch (found->code) {
        case 0:
            return Asked::Answered;
        case HostAnswer::kNotThere:
            return Asked::NotThere;
        case HostAnswer::kTimedOut:
            note(program, Ntp::tr("no answer within 5 seconds"));
            return Asked::TimedOut;
        default:
            note(program, textOf(found->output));
            return Asked::Failed;
        }
    }
    void note(const QString &program, const QString &words)
    {
        const QString line = program % QStringLiteral(": ") % words;
        if (!m_clock.problems.contains(line))
            m_clock.problems.append(line);
    }

    // The first reading is later than our beginning, the last one earlier than our end.
    void readDifference(const std::optional<HostTimes> &times)
    {
        const auto first = readingOf(outputOf("begin"));
        const auto last = readingOf(outputOf("end"));
        if (!times || !first || !last)
            return;
        const Seconds most = between(first->at, times->began) + first->coarse;
        const Seconds least = between(last->at, times->ended);
        if (least <= most)
            m_clock.difference = HostDifference{least, most};
    }

    void readChrony()
    {
        m_clock.chronyAsked = asked("chrony-tracking", QStringLiteral("chronyc"));
        const auto fields = outputOf("chrony-tracking").split(',');
        if (fields.size() >= 14) {
            ChronyTracking tracking;
            tracking.refid = textOf(fields[0]);
            tracking.source = textOf(fields[1]);
            tracking.stratum = fields[2].toInt();
            if (const double updated = numberOf(fields[3]); updated > 0 && updated < 2.5e11)
                tracking.updated = instantOf(std::min(updated, 9e9));
            // chronyc counts what is to be added to the clock: positive is slow.
            tracking.offset = -secondsOf(fields[4]);
            tracking.lastOffset = secondsOf(fields[5]); // but here positive is ahead
            tracking.rmsOffset = secondsOf(fields[6]);
            tracking.frequency = numberOf(fields[7]);
            tracking.residual = numberOf(fields[8]);
            tracking.skew = numberOf(fields[9]);
            tracking.rootDelay = secondsOf(fields[10]);
            tracking.rootDispersion = secondsOf(fields[11]);
            tracking.interval = secondsOf(fields[12]);
            tracking.leap = textOf(fields[13]);
            m_clock.chrony = tracking;
        }
        const auto lines = outputOf("chrony-sources").split('\n');
        for (const QByteArray &line : lines) {
            const auto cells = line.split(',');
            if (cells.size() < 10 || m_clock.chronySources.size() >= kMostSources)
                continue;
            HostSource source;
            source.kind = cells[0] == "#"   ? QStringLiteral("reference clock")
                          : cells[0] == "=" ? QStringLiteral("peer")
                                            : QStringLiteral("server");
            source.state = cells[1].isEmpty() ? HostSource::State::Other : stateOf(cells[1][0]);
            source.name = textOf(cells[2]);
            source.stratum = cells[3].toInt();
            source.poll = cells[4].toInt();
            source.reach = cells[5].toInt(nullptr, 8);
            // 2^32 - 1 where nothing was ever heard.
            if (const qint64 heard = cells[6].toLongLong(); heard < 4'000'000'000)
                source.heard = heard;
            if (source.heard) {
                source.offset = secondsOf(cells[7]);
                source.error = secondsOf(cells[9]);
            }
            m_clock.chronySources.append(source);
        }
        const auto named = [this](const QByteArray &name) -> HostSource * {
            const QString wanted = textOf(name);
            const auto found =
                std::find_if(m_clock.chronySources.begin(), m_clock.chronySources.end(),
                             [&wanted](const HostSource &each) { return each.name == wanted; });
            return found == m_clock.chronySources.end() ? nullptr : &*found;
        };
        const auto statistics = outputOf("chrony-sourcestats").split('\n');
        for (const QByteArray &line : statistics) {
            const auto cells = line.split(',');
            HostSource *const source = cells.size() >= 8 ? named(cells[0]) : nullptr;
            if (!source || cells[1].toInt() == 0)
                continue;
            source->frequency = numberOf(cells[4]);
            source->deviation = secondsOf(cells[7]);
        }
        const auto authentication = outputOf("chrony-authdata").split('\n');
        for (const QByteArray &line : authentication) {
            const auto cells = line.split(',');
            HostSource *const source = cells.size() >= 10 ? named(cells[0]) : nullptr;
            if (!source)
                continue;
            if (cells[1] == "NTS") {
                source->authentication = QStringLiteral("NTS");
                source->cookies = cells[8].toInt();
            } else if (cells[1] == "SK") {
                source->authentication = QStringLiteral("symmetric key");
            }
        }
    }

    void readTimedate()
    {
        m_clock.timedateAsked = asked("timedate", QStringLiteral("timedatectl"));
        if (const auto properties = propertiesOf(outputOf("timedate")); !properties.isEmpty())
            m_clock.timedate =
                TimedateState{.timeZone = textOf(properties.value("Timezone")),
                              .canNtp = isYes(properties.value("CanNTP")),
                              .ntp = isYes(properties.value("NTP")),
                              .synchronised = isYes(properties.value("NTPSynchronized")),
                              .localRtc = isYes(properties.value("LocalRTC"))};
        const auto properties = propertiesOf(outputOf("timesync"));
        if (properties.value("ServerName").isEmpty() && properties.value("ServerAddress").isEmpty())
            return; // it runs and asks nobody, or does not run
        TimesyncState state;
        state.server = textOf(properties.value("ServerName"));
        state.address = textOf(properties.value("ServerAddress"));
        state.interval = spanOf(properties.value("PollIntervalUSec"));
        if (properties.contains("Frequency"))
            state.frequency = numberOf(properties.value("Frequency")) / 65'536; // as adjtimex(2)
        // { Leap=0, Version=4, Stratum=2, RootDelay=20.202ms, ... }
        const auto parts = properties.value("NTPMessage").split(',');
        for (const QByteArray &part : parts) {
            const qsizetype equals = part.indexOf('=');
            QByteArray name = part.left(equals).trimmed();
            if (name.startsWith('{'))
                name = name.mid(1).trimmed();
            QByteArray value = part.mid(equals + 1).trimmed();
            if (value.endsWith('}'))
                value = value.chopped(1).trimmed();
            if (name == "Stratum")
                state.stratum = value.toInt();
            else if (name == "RootDelay")
                state.rootDelay = spanOf(value);
            else if (name == "RootDispersion")
                state.rootDispersion = spanOf(value);
            else if (name == "Jitter")
                state.jitter = spanOf(value);
            else if (name == "PacketCount")
                state.packets = value.toLongLong();
        }
        m_clock.timesync = state;
    }

    void readNtpq()
    {
        m_clock.ntpqAsked = asked("ntpq-peers", QStringLiteral("ntpq"));
        bool isTable = false;
        const auto lines = outputOf("ntpq-peers").split('\n');
        for (const QByteArray &line : lines) {
            if (line.startsWith("===")) {
                isTable = true;
                continue;
            }
            // tally, remote, refid, st, t, when, poll, reach, delay, offset, jitter
            const auto cells = line.mid(1).simplified().split(' ');
            if (!isTable || cells.size() < 10 || m_clock.ntpqSources.size() >= kMostSources)
                continue;
            HostSource source;
            source.state = line.isEmpty() ? HostSource::State::Other : stateOf(line[0]);
            source.name = textOf(cells[0]);
            source.stratum = cells[2].toInt();
            source.kind = cells[3] == "l"   ? QStringLiteral("reference clock")
                          : cells[3] == "s" ? QStringLiteral("peer")
                                            : QStringLiteral("server");
            if (cells[4] != "-")
                source.heard = agoOf(cells[4]);
            source.poll =
                static_cast<int>(std::lround(std::log2(std::max(agoOf(cells[5]), qint64(1)))));
            source.reach = cells[6].toInt(nullptr, 8);
            if (source.reach != 0) {
                // Milliseconds; ntpq shows how far the source is ahead of this host.
                source.offset = Seconds(-numberOf(cells[8]) / 1000);
                source.deviation = Seconds(numberOf(cells[9]) / 1000);
            }
            m_clock.ntpqSources.append(source);
        }
        const QByteArray text = outputOf("ntpq-system");
        if (!text.contains("stratum="))
            return;
        QHash<QByteArray, QByteArray> values;
        // "name=value, name="quoted, value", ...", over several lines.
        QByteArray name;
        QByteArray value;
        bool isQuoted = false;
        bool isValue = false;
        const QByteArray closed = text + ',';
        for (const char c : closed) {
            if (c == '"') {
                isQuoted = !isQuoted;
            } else if (!isQuoted && (c == ',' || c == '\n')) {
                if (isValue)
                    values.insert(name.trimmed(), value.trimmed());
                name.clear();
                value.clear();
                isValue = false;
            } else if (c == '=' && !isValue) {
                isValue = true;
            } else {
                (isValue ? value : name).append(c);
            }
        }
        m_clock.ntpq =
            NtpqState{.version = textOf(values.value("version")),
                      .stratum = values.value("stratum").toInt(),
                      .leap = values.value("leap").toInt(nullptr, 2),
                      .offset = Seconds(-numberOf(values.value("offset")) / 1000),
                      .jitter = Seconds(numberOf(values.value("sys_jitter")) / 1000),
                      .rootDelay = Seconds(numberOf(values.value("rootdelay")) / 1000),
                      .rootDispersion = Seconds(numberOf(values.value("rootdisp")) / 1000),
                      // How much it makes the clock faster: the oscillator is slow.
                      .frequency = -numberOf(values.value("frequency")),
                      .source = textOf(values.value("refid"))};
    }
    // "12", "3m", "2h", "4d" of ntpq; kept within what it may say.
    static qint64 agoOf(const QByteArray &text)
    {
        static constexpr std::pair<char, qint64> kUnits[] = {{'m', 60}, {'h', 3600}, {'d', 86'400}};
        const auto kept = [](const QByteArray &digits) {
            return std::clamp(digits.toLongLong(), qint64(0), qint64(1'000'000'000));
        };
        for (const auto &[letter, seconds] : kUnits) {
            if (text.endsWith(letter))
                return kept(text.chopped(1)) * seconds;
        }
        return kept(text);
    }

    void readProcesses()
    {
        const auto lines = outputOf("processes").split('\n');
        for (const QByteArray &line : lines) {
            const qsizetype tab = line.indexOf('\t');
            if (tab <= 0 || m_clock.daemons.size() >= kMostDaemons)
                continue;
            HostDaemon daemon;
            daemon.name = textOf(line.left(tab));
            daemon.command = textOf(line.mid(tab + 1).trimmed());
            if (daemon.name.startsWith(QLatin1String("systemd-timesyn")))
                daemon.name = QStringLiteral("systemd-timesyncd"); // the kernel keeps 15 letters
            const auto words = daemon.command.split(QLatin1Char(' '), Qt::SkipEmptyParts);
            const auto has = [&words](const char *word) {
                return words.contains(QLatin1String(word));
            };
            if (daemon.name == QLatin1String("chronyd"))
                daemon.setsClock = !has("-x") && !has("-Q"); // chronyd(8)
            else if (daemon.name == QLatin1String("ptp4l"))
                // With a hardware clock it sets that one alone; phc2sys carries it on (ptp4l(8)).
                daemon.setsClock = has("-S");
            else if (daemon.name == QLatin1String("ts2phc") || isGuestTool(daemon.name))
                daemon.setsClock = false;
            if (isGuestTool(daemon.name))
                addGuestTool(daemon, words);
            // Helper processes of one daemon look like it.
            const bool isKnown = std::any_of(
                m_clock.daemons.begin(), m_clock.daemons.end(), [&daemon](const HostDaemon &each) {
                    return each.name == daemon.name && each.setsClock == daemon.setsClock;
                });
            if (!isKnown && !isGuestTool(daemon.name))
                m_clock.daemons.append(daemon);
        }
        if (const QByteArray words = outputOf("vmware"); !words.isEmpty()) {
            const auto state = words.startsWith("Enabled")    ? GuestSync::State::On
                               : words.startsWith("Disabled") ? GuestSync::State::Off
                                                              : GuestSync::State::Unknown;
            setGuestTool({QStringLiteral("VMware Tools"), state, textOf(words)});
        } else if (const auto found = m_answers.constFind("vmware");
                   found != m_answers.cend() && found->output.startsWith("Disabled")) {
            // It says so with an exit code of its own.
            setGuestTool(
                {QStringLiteral("VMware Tools"), GuestSync::State::Off, textOf(found->output)});
        }
    }
    static bool isGuestTool(const QString &name)
    {
        return name == QLatin1String("vmtoolsd") || name == QLatin1String("VBoxService") ||
               name == QLatin1String("qemu-ga") || name.startsWith(QLatin1String("hv_"));
    }
    void addGuestTool(const HostDaemon &daemon, const QStringList &words)
    {
        using State = GuestSync::State;
        if (daemon.name == QLatin1String("vmtoolsd")) {
            setGuestTool({QStringLiteral("VMware Tools"), State::Unknown, daemon.command});
        } else if (daemon.name == QLatin1String("VBoxService")) {
            // It sets the clock unless it was told not to (VBoxService --help).
            const bool isOff = words.contains(QStringLiteral("--disable-timesync"));
            setGuestTool({QStringLiteral("VirtualBox Guest Additions"),
                          isOff ? State::Off : State::On, daemon.command});
        } else if (daemon.name == QLatin1String("qemu-ga")) {
            // It sets the clock when the host says so, as after a pause; never by itself.
            setGuestTool({QStringLiteral("QEMU Guest Agent"), State::Off, daemon.command});
        } else {
            // hv_utils of the kernel steps the clock after a pause alone, where chronyd is told
            // nothing else; what runs here are its helpers.
            setGuestTool({QStringLiteral("Hyper-V"), State::Unknown, daemon.command});
        }
    }
    void setGuestTool(const GuestSync &tool)
    {
        for (GuestSync &each : m_clock.guestTools) {
            if (each.name == tool.name) {
                if (tool.state != GuestSync::State::Unknown)
                    each = tool;
                return;
            }
        }
        m_clock.guestTools.append(tool);
    }

    void readServices()
    {
        HostService service;
        const auto put = [this, &service] {
            const bool isKnown = std::any_of(
                m_clock.services.begin(), m_clock.services.end(),
                [&service](const HostService &each) { return each.name == service.name; });
            // A unit that does not exist is inactive and has no file.
            const bool exists =
                !service.atStart.isEmpty() || service.state == QLatin1String("active");
            if (!service.name.isEmpty() && exists && !isKnown)
                m_clock.services.append(service);
            service = {};
        };
        const QByteArray text = outputOf("services") + "\n\n";
        const auto lines = text.split('\n');
        for (const QByteArray &line : lines) {
            if (line.trimmed().isEmpty())
                put();
            else if (line.startsWith("Id="))
                service.name = textOf(line.mid(3));
            else if (line.startsWith("ActiveState="))
                service.state = textOf(line.mid(12));
            else if (line.startsWith("UnitFileState="))
                service.atStart = textOf(line.mid(14));
        }
    }

    void readMachine()
    {
        ClockSource &source = m_clock.clockSource;
        source.current = textOf(outputOf("clocksource"));
        source.available =
            textOf(outputOf("clocksources")).split(QLatin1Char(' '), Qt::SkipEmptyParts);
        source.forced = textOf(outputOf("kernel-options"));
        const auto lines = outputOf("kernel-log").split('\n');
        for (const QByteArray &line : lines) {
            const QByteArray lower = line.toLower();
            if (lower.contains("unstable") || lower.contains("skewed") ||
                lower.contains("wobble") || lower.contains("watchdog"))
                source.complaints.append(textOf(line));
        }
        VirtualMachine &machine = m_clock.machine;
        // "none" comes with an exit code of 1.
        if (const auto found = m_answers.constFind("virtual");
            found != m_answers.cend() && (found->code == 0 || found->output == "none"))
            machine.kind = textOf(found->output);
        machine.vendor = textOf(outputOf("vendor"));
        machine.product = textOf(outputOf("product"));
        machine.hasHypervisor = outputOf("hypervisor").toInt() > 0;
        const QByteArray kernel = outputOf("adjtimex");
        QHash<QByteArray, double> values;
        const auto kernelLines = kernel.split('\n');
        for (const QByteArray &line : kernelLines) {
            const qsizetype colon = line.indexOf(':');
            if (colon > 0)
                values.insert(line.left(colon).trimmed(), numberOf(line.mid(colon + 1)));
        }
        if (values.contains("status")) {
            constexpr int kUnsync = 0x40; // STA_UNSYNC of adjtimex(2)
            constexpr int kNano = 0x2000; // STA_NANO
            const int status = static_cast<int>(std::clamp(values["status"], 0.0, 65'535.0));
            const double unit = (status & kNano) != 0 ? 1e-9 : 1e-6;
            m_clock.kernelClock = KernelClock{.synchronised = (status & kUnsync) == 0,
                                              // How much the clock is made faster.
                                              .frequency = -values["frequency"] / 65'536,
                                              .offset = Seconds(-values["offset"] * unit),
                                              .maxError = Seconds(values["maxerror"] * 1e-6),
                                              .estimatedError = Seconds(values["esterror"] * 1e-6),
                                              .status = status};
        }
    }

    void readPtp()
    {
        const auto devices = outputOf("ptp-devices").split('\n');
        for (const QByteArray &line : devices) {
            const auto cells = line.split('\t');
            if (cells.size() == 2 && m_clock.ptpDevices.size() < kMostDaemons)
                m_clock.ptpDevices.append({textOf(cells[0]), textOf(cells[1])});
        }
        m_clock.ptpAsked = asked("ptp", QStringLiteral("pmc"));
        const QByteArray text = outputOf("ptp");
        if (!text.contains("RESPONSE MANAGEMENT")) {
            // Where ptp4l does not run, pmc says nothing and ends well.
            return;
        }
        PtpState state;
        const auto lines = text.split('\n');
        for (const QByteArray &each : lines) {
            const QByteArray line = each.simplified();
            const qsizetype space = line.indexOf(' ');
            const QByteArray name = line.left(space);
            const QByteArray value = line.mid(space + 1);
            if (line.contains("RESPONSE MANAGEMENT CURRENT_DATA_SET"))
                state.clock = textOf(name.left(name.lastIndexOf('-')));
            else if (name == "stepsRemoved")
                state.stepsRemoved = value.toInt();
            else if (name == "offsetFromMaster")
                state.offset = Seconds(numberOf(value) * 1e-9);
            else if (name == "meanPathDelay")
                state.pathDelay = Seconds(numberOf(value) * 1e-9);
            else if (name == "grandmasterIdentity")
                state.grandmaster = textOf(value);
            else if (name == "portState" && state.ports.size() < kMostDaemons)
                state.ports.append(textOf(value));
        }
        m_clock.ptp = state;
    }

    QHash<QByteArray, HostAnswer> m_answers;
    HostClock m_clock;
};

} // namespace

HostClock readHostClock(const QList<HostAnswer> &answers, const std::optional<HostTimes> &times)
{
    return Reader(answers).read(times);
}

QStringList HostClock::keepers() const
{
    QStringList names;
    for (const HostDaemon &each : daemons) {
        if (each.setsClock)
            names.append(each.name);
    }
    names.removeDuplicates();
    return names;
}

const QList<HostSource> &HostClock::sources() const
{
    return chronySources.isEmpty() ? ntpqSources : chronySources;
}

std::optional<bool> HostClock::isSynchronised() const
{
    if (chrony)
        return chrony->stratum > 0 && chrony->leap != QLatin1String("Not synchronised");
    if (ntpq)
        return ntpq->stratum > 0 && ntpq->stratum < 16 && ntpq->leap != 3;
    if (timedate)
        return timedate->synchronised;
    if (kernelClock)
        return kernelClock->synchronised;
    return std::nullopt;
}

std::optional<double> HostClock::frequency() const
{
    if (chrony && chrony->stratum > 0)
        return chrony->frequency;
    if (ntpq)
        return ntpq->frequency;
    if (timesync && timesync->frequency)
        return -*timesync->frequency;
    if (kernelClock)
        return kernelClock->frequency;
    return std::nullopt;
}

QString sourceStateText(HostSource::State state)
{
    switch (state) {
    case HostSource::State::Selected:
        return Ntp::tr("followed");
    case HostSource::State::Combined:
        return Ntp::tr("averaged in");
    case HostSource::State::NotCombined:
        return Ntp::tr("good, not needed");
    case HostSource::State::Unusable:
        return Ntp::tr("not usable");
    case HostSource::State::Falseticker:
        return Ntp::tr("thought to be wrong");
    case HostSource::State::Variable:
        return Ntp::tr("too unsteady");
    case HostSource::State::Other:
        break;
    }
    return Ntp::tr("unknown");
}

} // namespace Portolan::Ntp
