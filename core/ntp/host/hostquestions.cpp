// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ntp/host/hostquestions.h"

#include <QRandomGenerator>

namespace Portolan::Ntp {

const QList<HostQuestion> &hostQuestions()
{
    // need: ends with 127 where a program is missing. ask: with a time limit.
    static const QList<HostQuestion> questions = {
        {"begin", "date -u +%s.%N"},
        {"kernel", "uname -srm"},
        {"system", "sed -n 's/^PRETTY_NAME=//p' /etc/os-release"},
        {"chrony-tracking", "need chronyc; ask chronyc $C -n -c tracking"},
        {"chrony-sources", "need chronyc; ask chronyc $C -n -c sources"},
        {"chrony-sourcestats", "need chronyc; ask chronyc $C -n -c sourcestats"},
        // chronyd tells it to root and its own user only.
        {"chrony-authdata", "need chronyc; ask chronyc $C -n -c authdata"},
        {"timedate", "need timedatectl; ask timedatectl show"},
        {"timesync", "need timedatectl; ask timedatectl show-timesync"},
        {"ntpq-peers", "need ntpq; ask ntpq -pn"},
        {"ntpq-system", "need ntpq; ask ntpq -c rv"},
        {"processes",
         R"sh(for p in /proc/[0-9]*; do
  read -r n 2>/dev/null < "$p/comm" || continue
  case "$n" in
    chronyd|ntpd|systemd-timesyn*|openntpd|ntp-daemon|ptp4l|phc2sys|timemaster|ts2phc|vmtoolsd|VBoxService|qemu-ga|hv_*)
      printf '%s\t' "$n"; tr '\0' ' ' 2>/dev/null < "$p/cmdline"; echo ;;
  esac
done)sh"},
        {"services",
         "need systemctl; ask systemctl show --property=Id,ActiveState,UnitFileState "
         "chrony.service "
         "chronyd.service systemd-timesyncd.service ntp.service ntpd.service ntpsec.service "
         "openntpd.service ntpd-rs.service ptp4l.service phc2sys.service"},
        {"clocksource", "cat /sys/devices/system/clocksource/clocksource0/current_clocksource"},
        {"clocksources", "cat /sys/devices/system/clocksource/clocksource0/available_clocksource"},
        {"kernel-options", "tr ' ' '\\n' < /proc/cmdline | grep -E '^(clocksource|tsc|notsc)'"},
        {"kernel-log",
         "{ dmesg 2>/dev/null || { need journalctl; ask journalctl -k -b -q --no-pager; }; } | "
         "grep -iE 'clocksource|tsc.*unstable' | tail -n 12"},
        {"virtual", "need systemd-detect-virt; ask systemd-detect-virt"},
        {"vendor", "cat /sys/class/dmi/id/sys_vendor"},
        {"product", "cat /sys/class/dmi/id/product_name"},
        {"hypervisor", "grep -cE '^flags.* hypervisor' /proc/cpuinfo"},
        {"vmware", "need vmware-toolbox-cmd; ask vmware-toolbox-cmd timesync status"},
        {"ptp-devices",
         R"sh(for d in /sys/class/ptp/ptp*; do
  [ -r "$d/clock_name" ] && printf '%s\t%s\n' "${d##*/}" "$(cat "$d/clock_name")"
done)sh"},
        {"adjtimex", "need adjtimex; ask adjtimex --print"},
        {"ptp", "need pmc; ask pmc -u -b 0 'GET CURRENT_DATA_SET' 'GET PARENT_DATA_SET' 'GET "
                "PORT_DATA_SET'"},
        {"end", "date -u +%s.%N"},
    };
    return questions;
}

namespace {

QByteArray shellQuoted(const QString &word)
{
    QByteArray bytes = word.toUtf8();
    bytes.replace('\'', "'\\''");
    return '\'' + bytes + '\'';
}

} // namespace

QStringList chronycArguments(const QString &host, quint16 port)
{
    // A port alone means the loopback: without -h chronyc takes the socket in the file system,
    // where a port plays no part (chronyc(1)).
    QStringList arguments;
    if (!host.isEmpty() || port != 0)
        arguments +=
            {QStringLiteral("-h"), host.isEmpty() ? QStringLiteral("127.0.0.1,::1") : host};
    if (port != 0)
        arguments += {QStringLiteral("-p"), QString::number(port)};
    return arguments;
}

QByteArray hostToken()
{
    const quint64 numbers[] = {QRandomGenerator::system()->generate64(),
                               QRandomGenerator::system()->generate64()};
    return "clock-" + QByteArray::number(numbers[0], 16) + QByteArray::number(numbers[1], 16);
}

QByteArray hostScript(const QByteArray &token, const QStringList &chronyc)
{
    // All of it is one function, which a shell reads to its end before it runs anything: the
    // commands' input is empty, and not the rest of the script. What people have installed for
    // themselves comes last.
    QByteArray script = "portolan() {\n"
                        "LC_ALL=C; export LC_ALL\n"
                        "PATH=\"$PATH:/usr/local/sbin:/usr/sbin:/sbin:$HOME/bin\"; export PATH\n"
                        "need() { command -v \"$1\" >/dev/null 2>&1 || exit 127; }\n"
                        "if command -v timeout >/dev/null 2>&1\n"
                        "then ask() { timeout 5 \"$@\"; }\n"
                        "else ask() { \"$@\"; }\n"
                        "fi\n";
    QByteArray first;
    for (const QString &each : chronyc)
        first += ' ' + shellQuoted(each);
    for (const HostQuestion &each : hostQuestions()) {
        QByteArray command = each.command;
        command.replace(" $C", first);
        script += "printf '\\n" + token + ":" + each.id + "\\n'\n( ( " + command +
                  "\n); printf '\\n" + token + "=%s\\n' \"$?\" ) 2>&1 | head -c 65536\n";
    }
    script += "}\nportolan </dev/null\n";
    return script;
}

QList<HostAnswer> splitAnswers(const QByteArray &output, const QByteArray &token)
{
    QList<HostAnswer> answers;
    const QByteArray begin = '\n' + token + ':';
    const QByteArray end = '\n' + token + '=';
    qsizetype at = output.indexOf(begin);
    while (at >= 0) {
        const qsizetype line = at + begin.size();
        const qsizetype next = output.indexOf(begin, line);
        const QByteArray part = output.mid(line, next < 0 ? -1 : next - line);
        HostAnswer answer;
        const qsizetype newline = part.indexOf('\n');
        answer.id = part.left(newline).trimmed();
        answer.output = newline < 0 ? QByteArray() : part.mid(newline + 1);
        // The newline in front of the end mark may be that behind the id.
        const QByteArray rest = newline < 0 ? QByteArray() : part.mid(newline);
        if (const qsizetype over = rest.lastIndexOf(end); over >= 0) {
            bool isNumber = false;
            const int code = rest.mid(over + end.size()).trimmed().toInt(&isNumber);
            answer.code = isNumber ? code : HostAnswer::kCut;
            answer.output = over > 1 ? rest.mid(1, over - 1) : QByteArray();
        }
        answer.output = answer.output.trimmed();
        answers.append(answer);
        at = next;
    }
    return answers;
}

} // namespace Portolan::Ntp
