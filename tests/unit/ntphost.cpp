// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ntp/host/hostfindings.h"
#include "core/ntp/host/hostparser.h"
#include "core/ntp/host/hosttext.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Portolan;
using namespace Portolan::Ntp;
using namespace std::chrono_literals;

namespace {

HostAnswer said(const char *id, const QByteArray &output, int code = 0)
{
    return {id, code, output};
}

bool has(const QList<Finding> &findings, const char *id)
{
    return std::any_of(findings.begin(), findings.end(), [id](const Finding &each) {
        return each.id == QStringLiteral("ntp.host.") + QLatin1String(id);
    });
}

bool near(Seconds value, double wanted)
{
    return std::abs(value.count() - wanted) < 1e-12;
}

// Of chronyd 4.3: a server that follows another one.
const HostAnswer kTracking =
    said("chrony-tracking", "7F000001,127.0.0.1,4,1795426371.873673535,0.000000703,0.000000015,"
                            "0.000000310,-0.025,0.001,0.110,0.000001246,0.000002550,1.0,Normal");
const HostAnswer kChronyd = said("processes", "chronyd\t/usr/sbin/chronyd -F 1 \n"
                                              "chronyd\t/usr/sbin/chronyd -F 1 ");

} // namespace

class NtpHostTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersAreTakenApart()
    {
        const QByteArray token = "clock-1";
        const auto answers = splitAnswers("Welcome!\n\nclock-1:a\nfirst\nsecond\n\nclock-1=0\n"
                                          "\nclock-1:b\n\nclock-1=127\n"
                                          "\nclock-1:c\nhalf of",
                                          token);
        QCOMPARE(answers.size(), 3);
        QCOMPARE(answers[0].output, QByteArray("first\nsecond"));
        QCOMPARE(answers[0].code, 0);
        QCOMPARE(answers[1].code, HostAnswer::kNotThere);
        QVERIFY(answers[1].output.isEmpty());
        QCOMPARE(answers[2].code, HostAnswer::kCut);
        QCOMPARE(answers[2].output, QByteArray("half of"));
        QVERIFY(splitAnswers("anything", token).isEmpty());
    }
    void whatIsAskedOnlyReads()
    {
        for (const HostQuestion &each : hostQuestions()) {
            const QByteArray command = each.command;
            for (const char *word : {"set-", "makestep", "sudo", " -s ", "--frequency", "rm ",
                                     "date -s", "online", "burst", "SET "})
                QVERIFY2(!command.contains(word), each.command);
        }
        // What a person gives for chronyc stays one word each.
        const QByteArray script =
            hostScript("t", {QStringLiteral("-h"), QStringLiteral("a'; reboot")});
        QVERIFY(script.contains("chronyc '-h' 'a'\\''; reboot' -n -c tracking"));
    }
    void chronydIsUnderstood()
    {
        const HostClock clock = readHostClock(
            {kTracking,
             said("chrony-sources", "^,*,127.0.0.1,3,0,377,2,0.000000029,0.000000041,0.000000905\n"
                                    "^,?,192.0.2.1,0,6,0,4294967295,0.0,0.0,0.0\n"
                                    "#,x,PPS0,0,4,17,9,-0.250000000,-0.25,0.001"),
             said("chrony-sourcestats", "127.0.0.1,30,14,5,0.001,0.104,0.000000000,0.000000194"),
             said("chrony-authdata", "127.0.0.1,NTS,1,15,256,12,0,0,7,100"), kChronyd});
        QVERIFY(clock.chrony);
        QCOMPARE(clock.chronyAsked, HostClock::Asked::Answered);
        QCOMPARE(clock.chrony->source, QStringLiteral("127.0.0.1"));
        QCOMPARE(clock.chrony->stratum, 4);
        // "0.000000703 seconds slow of NTP time", says chronyc of this line, and "0.025 ppm slow".
        QVERIFY(near(clock.chrony->offset, -703e-9));
        QVERIFY(near(clock.chrony->lastOffset, 15e-9));
        QCOMPARE(clock.chrony->frequency, -0.025);
        QCOMPARE(clock.isSynchronised(), std::optional(true));
        QCOMPARE(clock.keepers(), QStringList{QStringLiteral("chronyd")});
        QCOMPARE(clock.chronySources.size(), 3);
        const HostSource &first = clock.chronySources[0];
        QCOMPARE(first.state, HostSource::State::Selected);
        QCOMPARE(first.reach, 255);
        QVERIFY(near(*first.offset, 29e-9));
        QCOMPARE(*first.cookies, 7);
        QCOMPARE(first.authentication, QStringLiteral("NTS"));
        QVERIFY(!clock.chronySources[1].heard && !clock.chronySources[1].offset);
        QCOMPARE(clock.chronySources[2].kind, QStringLiteral("reference clock"));
        const auto findings = judgeHost(clock);
        QVERIFY(has(findings, "falsetickers"));
        QVERIFY(!has(findings, "two_daemons"));
        QVERIFY(has(judgeHost(clock, {QStringLiteral("127.0.0.1")}), "follows_wrong"));
    }
    void aDaemonThatDoesNotAnswerIsSaid()
    {
        const HostClock clock =
            readHostClock({said("chrony-tracking", "506 Cannot talk to daemon", 1),
                           said("timedate", "", 127), said("ntpq-peers", "", 124)});
        QCOMPARE(clock.chronyAsked, HostClock::Asked::Failed);
        QCOMPARE(clock.timedateAsked, HostClock::Asked::NotThere);
        QCOMPARE(clock.ntpqAsked, HostClock::Asked::TimedOut);
        QVERIFY(clock.problems.contains(QStringLiteral("chronyc: 506 Cannot talk to daemon")));
        QVERIFY(!clock.isSynchronised());
        QVERIFY(has(judgeHost(clock), "unknown"));
    }
    void timesyncdIsUnderstood()
    {
        const HostClock clock = readHostClock(
            {said("timedate", "Timezone=Asia/Seoul\nLocalRTC=yes\nCanNTP=yes\nNTP=yes\n"
                              "NTPSynchronized=yes\nTimeUSec=Mon 2026-11-23 18:00:00 KST"),
             said("timesync",
                  "FallbackNTPServers=0.debian.pool.ntp.org\nServerName=time.example\n"
                  "ServerAddress=192.0.2.7\nPollIntervalUSec=34min 8s\n"
                  "NTPMessage={ Leap=0, Version=4, Mode=4, Stratum=3, Precision=-25, "
                  "RootDelay=20.202ms, RootDispersion=732us, Reference=A010804, Ignored=no, "
                  "PacketCount=35, Jitter=5.474ms }\nFrequency=-1193216"),
             said("processes", "systemd-timesyn\t/lib/systemd/systemd-timesyncd ")});
        QVERIFY(clock.timesync && clock.timedate);
        QCOMPARE(clock.timesync->stratum, 3);
        QVERIFY(near(clock.timesync->rootDelay, 0.020202));
        QVERIFY(near(clock.timesync->rootDispersion, 732e-6));
        QVERIFY(near(clock.timesync->interval, 34 * 60 + 8));
        QCOMPARE(clock.timesync->packets, 35);
        QCOMPARE(*clock.timesync->frequency, -1193216.0 / 65536);
        QCOMPARE(clock.keepers(), QStringList{QStringLiteral("systemd-timesyncd")});
        const auto findings = judgeHost(clock);
        QVERIFY(has(findings, "rtc_local"));
        QVERIFY(has(findings, "fine"));
    }
    void wildNumbersOfAHostAreKeptWithinWhatFits()
    {
        const HostClock clock = readHostClock(
            {said("ntpq-peers",
                  "     remote           refid      st t when poll reach   delay   offset  jitter\n"
                  "==============================================================================\n"
                  "*192.0.2.1 .GPS. 99999999999 u 9223372036854775807d -9223372036854775808m 377 "
                  "1e999 -1e308 nan"),
             said("adjtimex", "mode: 0\nstatus: 1e300\nfrequency: -1e308\noffset: 1e308")});
        QCOMPARE(clock.ntpqSources.size(), 1);
        QVERIFY(*clock.ntpqSources[0].heard >= 0);
        QVERIFY(clock.ntpqSources[0].poll >= 0);
        QVERIFY(clock.kernelClock && clock.kernelClock->status >= 0);
        QVERIFY(!hostFacts(clock).isEmpty());
    }
    void ntpdIsUnderstood()
    {
        const HostClock clock = readHostClock(
            {said("ntpq-peers",
                  "     remote           refid      st t when poll reach   delay   offset  jitter\n"
                  "==============================================================================\n"
                  "*192.0.2.1       .GPS.            1 u   2m   64  377    1.200    2.500   0.100\n"
                  "x192.0.2.2       192.0.2.9        2 u   12 1024  377    9.000  900.000   3.000\n"
                  " 192.0.2.3       .INIT.          16 u    -   64    0    0.000    0.000   0.000"),
             said("ntpq-system",
                  "associd=0 status=0615 leap_none, sync_ntp, 1 event, clock_sync,\n"
                  "leap=00, stratum=2, precision=-24, rootdelay=1.2, rootdisp=3.5,\n"
                  "refid=192.0.2.1, offset=2.500000, frequency=-120.5, sys_jitter=0.1,\n"
                  "version=\"ntpd ntpsec-1.2.2, built\"")});
        QVERIFY(clock.ntpq);
        QCOMPARE(clock.ntpqSources.size(), 3);
        QCOMPARE(*clock.ntpqSources[0].heard, 120);
        QCOMPARE(clock.ntpqSources[1].poll, 10);
        // The source is ahead: this host is behind.
        QVERIFY(near(*clock.ntpqSources[0].offset, -0.0025));
        QVERIFY(!clock.ntpqSources[2].heard && !clock.ntpqSources[2].offset);
        QCOMPARE(clock.ntpq->version, QStringLiteral("ntpd ntpsec-1.2.2, built"));
        QCOMPARE(clock.ntpq->frequency, 120.5);
        const auto findings = judgeHost(clock);
        QVERIFY(has(findings, "frequency"));
        QVERIFY(has(findings, "falsetickers"));
    }
    void twoThatSetTheClockAreNamed()
    {
        const HostClock both = readHostClock(
            {kTracking, said("processes", "chronyd\t/usr/sbin/chronyd \n"
                                          "systemd-timesyn\t/lib/systemd/systemd-timesyncd ")});
        QVERIFY(has(judgeHost(both), "two_daemons"));
        QCOMPARE(judgeHost(both).front().id, QStringLiteral("ntp.host.two_daemons"));
        // One that only measures is none of them.
        const HostClock one = readHostClock(
            {kTracking,
             said("processes", "chronyd\t/usr/sbin/chronyd -x \nntpd\t/usr/sbin/ntpd -g ")});
        QCOMPARE(one.keepers(), QStringList{QStringLiteral("ntpd")});
        QVERIFY(!has(judgeHost(one), "two_daemons"));
        const HostClock later = readHostClock(
            {kTracking, kChronyd,
             said("services", "Id=chrony.service\nActiveState=active\nUnitFileState=enabled\n\n"
                              "Id=systemd-timesyncd.service\nActiveState=inactive\n"
                              "UnitFileState=enabled\n\nId=ntp.service\nActiveState=inactive\n"
                              "UnitFileState=")});
        QCOMPARE(later.services.size(), 2);
        QVERIFY(has(judgeHost(later), "two_at_start"));
    }
    void guestToolsThatSetTheClockAreNamed()
    {
        const HostClock on = readHostClock({kTracking,
                                            said("processes", "chronyd\t/usr/sbin/chronyd \n"
                                                              "vmtoolsd\t/usr/bin/vmtoolsd "),
                                            said("vmware", "Enabled")});
        QVERIFY(has(judgeHost(on), "guest_sync"));
        const HostClock off = readHostClock({kTracking,
                                             said("processes", "chronyd\t/usr/sbin/chronyd \n"
                                                               "vmtoolsd\t/usr/bin/vmtoolsd "),
                                             said("vmware", "Disabled", 1)});
        QCOMPARE(off.guestTools.front().state, GuestSync::State::Off);
        QVERIFY(!has(judgeHost(off), "guest_sync"));
        const HostClock box = readHostClock(
            {kTracking,
             said("processes", "chronyd\tchronyd \nVBoxService\t/usr/sbin/VBoxService ")});
        QVERIFY(has(judgeHost(box), "guest_sync"));
    }
    void theClockSourceIsJudged()
    {
        const HostClock unstable = readHostClock(
            {said("clocksource", "hpet"), said("clocksources", "hpet acpi_pm"),
             said("kernel-log", "[  12.3] clocksource: timekeeping watchdog on CPU1: Marking "
                                "clocksource 'tsc' as unstable because the skew is too large:")});
        QVERIFY(has(judgeHost(unstable), "clocksource.unstable"));
        const HostClock slow = readHostClock({said("clocksource", "acpi_pm")});
        QVERIFY(has(judgeHost(slow), "clocksource.slow"));
        const HostClock guest =
            readHostClock({said("clocksource", "tsc"), said("clocksources", "tsc kvm-clock")});
        QVERIFY(has(judgeHost(guest), "clocksource.not_paravirtual"));
    }
    void ptpIsRead()
    {
        // pmc of linuxptp 3.1.1, with tabs as it writes them.
        const HostClock clock = readHostClock(
            {said("ptp",
                  "sending: GET CURRENT_DATA_SET\n"
                  "\t6afffd.fffe.7d24fc-0 seq 0 RESPONSE MANAGEMENT CURRENT_DATA_SET \n"
                  "\t\tstepsRemoved     1\n\t\toffsetFromMaster -12.5\n\t\tmeanPathDelay    800.0\n"
                  "\t6afffd.fffe.7d24fc-0 seq 1 RESPONSE MANAGEMENT PARENT_DATA_SET \n"
                  "\t\tgrandmasterIdentity                   0011aa.fffe.bb22cc\n"
                  "\t6afffd.fffe.7d24fc-1 seq 2 RESPONSE MANAGEMENT PORT_DATA_SET \n"
                  "\t\tportState               SLAVE")});
        QVERIFY(clock.ptp);
        QCOMPARE(clock.ptp->clock, QStringLiteral("6afffd.fffe.7d24fc"));
        QCOMPARE(clock.ptp->grandmaster, QStringLiteral("0011aa.fffe.bb22cc"));
        QCOMPARE(clock.ptp->ports, QStringList{QStringLiteral("SLAVE")});
        QVERIFY(near(clock.ptp->offset, -12.5e-9));
        // Without ptp4l pmc says what it sends, and nothing else.
        QVERIFY(!readHostClock({said("ptp", "sending: GET CURRENT_DATA_SET")}).ptp);
    }
    void theKernelIsRead()
    {
        const HostClock clock = readHostClock({said(
            "adjtimex", "         mode: 0\n       offset: 0\n    frequency: -6553600\n"
                        "     maxerror: 16000000\n     esterror: 16000000\n       status: 64")});
        QVERIFY(clock.kernelClock && !clock.kernelClock->synchronised);
        QCOMPARE(clock.kernelClock->frequency, 100.0);
    }
    void theDifferenceIsBoundedByTheWay()
    {
        const Instant began{std::chrono::seconds(1'800'000'000)};
        const auto times = HostTimes{began, began + 2s};
        const HostClock clock = readHostClock(
            {said("begin", "1800000003.100000000"), said("end", "1800000004.600000000")}, times);
        QVERIFY(clock.difference);
        QVERIFY(std::abs(clock.difference->least.count() - 2.6) < 1e-6);
        QVERIFY(std::abs(clock.difference->most.count() - 3.1) < 1e-6);
        QVERIFY(has(judgeHost(clock), "differs"));
        // A date(1) without nanoseconds.
        const HostClock coarse =
            readHostClock({said("begin", "1800000001.N"), said("end", "1800000001.N")}, times);
        QVERIFY(coarse.difference && coarse.difference->least.count() < 0);
        QVERIFY(!has(judgeHost(coarse), "differs"));
    }
    void everyFindingAndFactHasWords()
    {
        const HostClock clock = readHostClock(
            {kTracking, kChronyd, said("clocksource", "acpi_pm"), said("virtual", "kvm"),
             said("timedate", "NTP=yes\nNTPSynchronized=no\nLocalRTC=yes")});
        for (const Finding &each : judgeHost(clock)) {
            const auto text = hostFindingText(each);
            QVERIFY2(text && !text->title.isEmpty() && !text->title.contains(QLatin1Char('%')),
                     qPrintable(each.id));
        }
        Finding other;
        other.id = QStringLiteral("ntp.else");
        QVERIFY(!hostFindingText(other));
        QVERIFY(hostFacts(clock).size() > 10);
        for (const HostFact &each : hostFacts(clock))
            QVERIFY2(each.isSection || !each.explanation.isEmpty(), qPrintable(each.name));
        QCOMPARE(hostObject(clock).value(QLatin1String("type")).toString(),
                 QStringLiteral("host_clock"));
    }
    void anyBytesAreTaken()
    {
        QRandomGenerator random(20261123);
        const QByteArray letters = "0123456789,.=*^#?x\n\t {}\"-_abT\xff";
        for (int round = 0; round < 300; ++round) {
            QList<HostAnswer> answers;
            for (const HostQuestion &each : hostQuestions()) {
                QByteArray bytes;
                const int size = random.bounded(200);
                for (int i = 0; i < size; ++i)
                    bytes += letters[random.bounded(int(letters.size()))];
                answers.append(said(each.id, bytes, random.bounded(3) == 0 ? 1 : 0));
            }
            const HostClock clock =
                readHostClock(answers, HostTimes{Instant{}, Instant{std::chrono::seconds(1)}});
            QVERIFY(!judgeHost(clock).isEmpty());
            QVERIFY(!hostFacts(clock).isEmpty());
            QVERIFY(!hostObject(clock).isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(NtpHostTest)
#include "ntphost.moc"
