// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ntp/config/clockconfig.h"
#include "core/ntp/config/configprofiles.h"
#include "core/ntp/config/presets.h"
#include "core/ntp/config/recommendation.h"
#include "core/ntp/smear.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Portolan;
using namespace Portolan::Ntp;

namespace {

ClockConfig read(const char *text)
{
    return readClockConfig(text, QStringLiteral("chrony.conf"));
}

QStringList leftOut(const ClockConfig &config)
{
    QStringList lines;
    for (const ConfigNote &note : config.notes) {
        if (note.weight == ConfigNote::Weight::LeftOut)
            lines.append(QStringLiteral("%1:%2").arg(note.file, QString::number(note.line)));
    }
    return lines;
}

void write(const QString &path, const QByteArray &text)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

WatchedServer watched(const QString &host, Standing standing = Standing::Combined)
{
    WatchedServer server;
    server.target.host = host;
    server.standing = standing;
    return server;
}

QStringList lines(const Recommendation &made)
{
    QStringList lines;
    for (const QString &line : made.text.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        if (!line.startsWith(QLatin1Char('#')))
            lines.append(line);
    }
    return lines;
}

} // namespace

class NtpConfigTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void serversOfChronyComeWithTheirOptions()
    {
        const ClockConfig config = read("# pool of nobody\n"
                                        "! server commented.example\n"
                                        "server one.example iburst minpoll 4 maxpoll 6 prefer\n"
                                        "SERVER 192.0.2.1 port 1123 version 3 key 7 offset 0.1\n"
                                        "pool kr.pool.ntp.org iburst maxsources 3\n"
                                        "pool other.example\n"
                                        "server nts.example nts ntsport 4461 certset 2\n"
                                        "server 2001:db8::1 nts xleave maxdelay 0.3\n"
                                        "ntstrustedcerts /etc/own.pem\n"
                                        "ntstrustedcerts 2 /etc/second.pem\n"
                                        "peer friend.example\n"
                                        "driftfile /var/lib/chrony/drift\n"
                                        "makestep 1.0 3\n");
        QCOMPARE(config.servers.size(), 7);
        QCOMPARE(config.servers[0].target.host, QStringLiteral("one.example"));
        QCOMPARE(config.servers[0].leastPoll, std::optional(4));
        QCOMPARE(config.servers[0].mostPoll, std::optional(6));
        QCOMPARE(config.servers[0].line, 3);
        QCOMPARE(config.servers[1].target.port, quint16(1123));
        QCOMPARE(config.servers[1].target.version, 3);
        QCOMPARE(config.servers[1].target.keyId, 7U);
        QCOMPARE(config.servers[2].target.sources, 3);
        QCOMPARE(config.servers[3].target.sources, 4); // chrony's default
        QVERIFY(config.servers[4].target.nts);
        QCOMPARE(config.servers[4].target.keyExchangePort, quint16(4461));
        QCOMPARE(config.servers[4].target.authorities, QStringLiteral("/etc/second.pem"));
        QCOMPARE(config.servers[5].target.host, QStringLiteral("2001:db8::1"));
        QCOMPARE(config.servers[5].target.authorities, QStringLiteral("/etc/own.pem"));
        QCOMPARE(config.servers[6].directive, ConfiguredServer::Directive::Peer);
        QCOMPARE(leftOut(config), QStringList());
        // A peer, and a key that nobody gave.
        QCOMPARE(config.notes.size(), 2);
    }

    void serversOfNtpdAndNtpsecComeAndOldThingsAreNamed()
    {
        const ClockConfig config =
            readClockConfig("driftfile /var/lib/ntpsec/ntp.drift\n"
                            "tos maxclock 11\n"
                            "server 127.127.20.0 mode 8 minpoll 4 # a GPS receiver\n"
                            "refclock shm unit 0 refid GPS\n"
                            "server -6 six.example iburst # by IPv6\n"
                            "server time.cloudflare.com:4461 nts\n"
                            "server old.example autokey\n"
                            "crypto pw secret\n"
                            "server keyed.example key 5 true\n"
                            "broadcastclient\n"
                            "restrict default kod nomodify\n"
                            "nts ca /etc/ca.pem\n",
                            QStringLiteral("ntp.conf"));
        QCOMPARE(config.servers.size(), 3);
        QCOMPARE(config.servers[0].target.host, QStringLiteral("six.example"));
        QVERIFY(config.servers[0].target.family == Family::V6);
        QCOMPARE(config.servers[1].target.port, ServerTarget::kPort);
        QCOMPARE(config.servers[1].target.keyExchangePort, quint16(4461));
        QCOMPARE(config.servers[1].target.authorities, QStringLiteral("/etc/ca.pem"));
        QCOMPARE(config.servers[2].target.keyId, 5U);
        QCOMPARE(leftOut(config),
                 QStringList({QStringLiteral("ntp.conf:3"), QStringLiteral("ntp.conf:4"),
                              QStringLiteral("ntp.conf:7"), QStringLiteral("ntp.conf:8"),
                              QStringLiteral("ntp.conf:10")}));
        for (const ConfigNote &note : config.notes)
            QVERIFY2(!note.text.contains(QLatin1String("secret")), qPrintable(note.text));
    }

    void serversOfTimesyncdCome()
    {
        const ClockConfig config = read("[Time]\n#NTP=\nNTP=one.example two.example\n"
                                        "FallbackNTP=three.example\nRootDistanceMaxSec=5\n");
        QCOMPARE(config.servers.size(), 3);
        QCOMPARE(config.servers[2].target.host, QStringLiteral("three.example"));
    }

    void linesThatMakeNoSenseAreNamedWithTheirNumber()
    {
        const ClockConfig config = read("server\n"
                                        "server bad.example port 0\n"
                                        "server user@host.example\n"
                                        "server http://web.example/\n"
                                        "server good.example minpoll x\n"
                                        "server again.example\n"
                                        "server AGAIN.example\n"
                                        "server \x01 \n"
                                        "server fine.example wobble 3\n");
        QCOMPARE(config.servers.size(), 2);
        QCOMPARE(leftOut(config),
                 QStringList({QStringLiteral("chrony.conf:1"), QStringLiteral("chrony.conf:2"),
                              QStringLiteral("chrony.conf:3"), QStringLiteral("chrony.conf:4"),
                              QStringLiteral("chrony.conf:5"), QStringLiteral("chrony.conf:7"),
                              QStringLiteral("chrony.conf:8")}));
    }

    void filesThatAreNotReadAreNamed()
    {
        const ClockConfig config = read("confdir /etc/chrony/conf.d\n"
                                        "sourcedir /run/chrony-dhcp\n"
                                        "include /etc/more.conf\n"
                                        "keyfile /etc/chrony/chrony.keys\n"
                                        "server keyed.example key 3\n");
        QCOMPARE(leftOut(config).size(), 3);
        QVERIFY(config.notes[1].text.contains(QLatin1String("/run/chrony-dhcp")));
        QVERIFY(config.notes[3].text.contains(QLatin1String("/etc/chrony/chrony.keys")));
    }

    void filesThatBelongToItAreReadWithTheKeys()
    {
        const QTemporaryDir folder;
        const QString top = folder.path() + QStringLiteral("/chrony.conf");
        write(top, "confdir conf.d\nsourcedir sources.d\ninclude extra/*.inc\n"
                   "include missing.conf\nkeyfile chrony.keys\n");
        write(folder.path() + QStringLiteral("/conf.d/a.conf"), "server a.example key 2\n");
        write(folder.path() + QStringLiteral("/conf.d/not.txt"), "server not.example\n");
        write(folder.path() + QStringLiteral("/sources.d/b.sources"), "server b.example key 9\n");
        write(folder.path() + QStringLiteral("/extra/c.inc"),
              "server c.example\ninclude " + folder.path().toUtf8() + "/chrony.conf\n");
        write(folder.path() + QStringLiteral("/chrony.keys"),
              "1 MD5 HEX:00112233445566778899aabbccddeeff\n"
              "2 SHA256 HEX:000102030405060708090a0b0c0d0e0f\nnonsense\n");
        const auto config = readClockConfigFile(top);
        QVERIFY(config.has_value());
        QCOMPARE(config->servers.size(), 3); // and the circle has ended
        QVERIFY(config->servers[0].target.keyAlgorithm == KeyAlgorithm::Sha256);
        QCOMPARE(config->keys.size(), std::size_t(1)); // the one that is used
        QCOMPARE(config->keys[0].id, 2U);
        bool missing = false;
        bool unknownKey = false;
        for (const ConfigNote &note : config->notes) {
            missing = missing || note.text.contains(QLatin1String("missing.conf"));
            unknownKey = unknownKey || (note.text.contains(QLatin1String("b.example")) &&
                                        note.text.contains(QLatin1Char('9')));
            QVERIFY(!note.text.contains(QLatin1String("0011")));
        }
        QVERIFY(missing);
        QVERIFY(unknownKey);
        QVERIFY(!readClockConfigFile(folder.path() + QStringLiteral("/none.conf")));
    }

    void noBytesBreakTheReader()
    {
        QRandomGenerator random(5905);
        const QByteArray words[] = {"server",  "pool",    "key",     "nts",  " ",        "\n",
                                    "include", "*",       "[Time]",  "NTP=", "\xff\xfe", "port",
                                    "65536",   "-1",      "::",      "[",    "]",        "%41",
                                    "@",       "keyfile", "certset", "ca"};
        for (int round = 0; round < 5000; ++round) {
            QByteArray text;
            const int count = random.bounded(40);
            for (int i = 0; i < count; ++i)
                text += words[random.bounded(int(std::size(words)))] +
                        (random.bounded(3) == 0 ? " " : "");
            const ClockConfig config = readClockConfig(text, QStringLiteral("x"));
            for (const ConfiguredServer &server : config.servers) {
                QVERIFY(!server.target.host.isEmpty());
                QVERIFY(serverTarget(addressOf(server.target)).has_value());
            }
        }
    }

    void manyServersAreCut()
    {
        QByteArray text;
        for (int i = 0; i < kMostConfiguredServers + 10; ++i)
            text += "server s" + QByteArray::number(i) + ".example\n";
        const ClockConfig config = read(text.constData());
        QCOMPARE(config.servers.size(), kMostConfiguredServers);
        QCOMPARE(config.notes.size(), 1);
    }

    void itBecomesOneProfile()
    {
        const auto source = importProfiles(read("server a.example\nserver b.example nts\n"
                                                "refclock PHC /dev/ptp0\n"),
                                           QStringLiteral("clocks"));
        QVERIFY(source.has_value());
        QCOMPARE(source->profiles.size(), 1);
        const auto targets = serverTargets(source->profiles[0].address);
        QVERIFY(targets.has_value());
        QCOMPARE(targets->size(), 2);
        QVERIFY((*targets)[1].nts);
        QCOMPARE(source->notes.size(), 1);
        QVERIFY(!importProfiles(read("driftfile x\n"), QStringLiteral("clocks")));
    }

    void theRecommendationForChronyHasWhatItNeeds()
    {
        WatchedServer pool = watched(QStringLiteral("kr.pool.ntp.org"));
        pool.target.sources = 4;
        WatchedServer nts = watched(QStringLiteral("nts.example"));
        nts.target.nts = true;
        nts.target.authorities = QStringLiteral("/etc/own.pem");
        nts.answersInterleaved = true;
        WatchedServer keyed = watched(QStringLiteral("192.0.2.7"));
        keyed.target.keyId = 7;
        keyed.target.port = 1123;
        const Recommendation made = recommend({pool, pool, nts, keyed}, Daemon::Chrony);
        QCOMPARE(lines(made),
                 QStringList({QStringLiteral("pool kr.pool.ntp.org iburst maxsources 4"),
                              QStringLiteral("server nts.example iburst nts certset 1 xleave"),
                              QStringLiteral("server 192.0.2.7 iburst port 1123 key 7"),
                              QStringLiteral("minsources 3"), QStringLiteral("makestep 1.0 3"),
                              QStringLiteral("driftfile /var/lib/chrony/chrony.drift"),
                              QStringLiteral("rtcsync"), QStringLiteral("leapsectz right/UTC"),
                              QStringLiteral("ntsdumpdir /var/lib/chrony"),
                              QStringLiteral("ntstrustedcerts 1 /etc/own.pem"),
                              QStringLiteral("keyfile /etc/chrony/chrony.keys")}));
        // What was written is read as the same servers.
        const ClockConfig again = read(made.text.toUtf8().constData());
        QCOMPARE(again.servers.size(), 3);
        QCOMPARE(again.servers[1].target.authorities, QStringLiteral("/etc/own.pem"));
        QCOMPARE(leftOut(again), QStringList());
    }

    void whoContradictEachOtherAreNotRecommendedWithoutAWord()
    {
        const auto of = [](Standing standing) {
            return recommend({watched(QStringLiteral("one.example"), standing),
                              watched(QStringLiteral("two.example"), standing),
                              watched(QStringLiteral("three.example"), standing),
                              watched(QStringLiteral("four.example"), standing)},
                             Daemon::Chrony);
        };
        QVERIFY(of(Standing::Combined).notes.isEmpty());
        const Recommendation torn = of(Standing::NoMajority);
        QCOMPARE(torn.servers, 4);
        QCOMPARE(torn.notes.size(), 1);
        QVERIFY(torn.text.startsWith(QLatin1String("# ") + torn.notes[0]));
    }

    void smearingServersAreNeverMixedWithOthers()
    {
        WatchedServer smearing = watched(QStringLiteral("time.google.com"));
        smearing.smears = true;
        const WatchedServer plain = watched(QStringLiteral("plain.example"));
        for (const Daemon daemon : {Daemon::Chrony, Daemon::Ntpsec, Daemon::Timesyncd}) {
            const Recommendation mixed = recommend({smearing, plain}, daemon);
            QCOMPARE(mixed.servers, 1);
            QVERIFY(!lines(mixed).join(QLatin1Char('\n')).contains(QLatin1String("google")));
            QCOMPARE(mixed.leftOut.size(), 1);
            QVERIFY(mixed.text.contains(mixed.leftOut[0]));
        }
        const Recommendation alone = recommend({smearing, smearing}, Daemon::Chrony);
        QVERIFY(alone.text.contains(QLatin1String("server time.google.com iburst")));
        // Who follows a smear must not hear of the leap second elsewhere.
        QVERIFY(!alone.text.contains(QLatin1String("leapsectz")));
    }

    void serversThatWereSeenToBeWrongAreLeftOutWithTheReason()
    {
        const Recommendation made =
            recommend({watched(QStringLiteral("good.example"), Standing::Selected),
                       watched(QStringLiteral("liar.example"), Standing::Falseticker),
                       watched(QStringLiteral("away.example"), Standing::Unreachable),
                       watched(QStringLiteral("new.example"), Standing::NotMeasured)},
                      Daemon::Chrony);
        QCOMPARE(made.servers, 2);
        QCOMPARE(made.leftOut.size(), 2);
        QVERIFY(made.leftOut[0].contains(QLatin1String("liar.example")));
        QCOMPARE(made.notes.size(), 1); // fewer than four
        QCOMPARE(recommend({}, Daemon::Chrony).servers, 0);
    }

    void whatADaemonCannotDoIsNotWeakened()
    {
        WatchedServer nts = watched(QStringLiteral("nts.example"));
        nts.target.nts = true;
        WatchedServer odd = watched(QStringLiteral("odd.example"));
        odd.target.port = 1123;
        const Recommendation small = recommend({nts, odd}, Daemon::Timesyncd);
        QCOMPARE(small.servers, 0);
        QCOMPARE(small.leftOut.size(), 2);
        const Recommendation sec = recommend({nts, odd}, Daemon::Ntpsec);
        QCOMPARE(lines(sec).first(), QStringLiteral("server nts.example iburst nts"));
        QCOMPARE(sec.leftOut.size(), 1);
    }

    void aNameCannotBringLinesOfItsOwn()
    {
        WatchedServer evil = watched(QStringLiteral("x\nallow all"));
        WatchedServer path = watched(QStringLiteral("y.example"));
        path.target.nts = true;
        path.target.authorities = QStringLiteral("/a\nuser root");
        for (const Daemon daemon : {Daemon::Chrony, Daemon::Ntpsec, Daemon::Timesyncd}) {
            const Recommendation made = recommend({evil, path}, daemon);
            QCOMPARE(made.servers, 0);
            for (const QString &line : made.text.split(QLatin1Char('\n')))
                QVERIFY2(!line.startsWith(QLatin1String("allow")) &&
                             !line.startsWith(QLatin1String("user")),
                         qPrintable(line));
        }
    }

    void presetsCanBeAskedAndTellTheTruthAboutSmearing()
    {
        QStringList hosts;
        for (const ServerPreset &preset : serverPresets()) {
            hosts.append(preset.target.host);
            QVERIFY(!preset.operatedBy.isEmpty());
            QVERIFY(serverTarget(addressOf(preset.target)).has_value());
            QCOMPARE(preset.smears, isKnownToSmear(preset.target.host));
        }
        QVERIFY(hosts.contains(QStringLiteral("time.kriss.re.kr")));
        QVERIFY(hosts.contains(QStringLiteral("kr.pool.ntp.org")));
        hosts.removeDuplicates();
        QCOMPARE(hosts.size(), serverPresets().size());
    }
};

QTEST_GUILESS_MAIN(NtpConfigTest)
#include "ntpconfig.moc"
