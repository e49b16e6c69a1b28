// SPDX-License-Identifier: GPL-3.0-or-later
// The receiver of notifications against net-snmp's snmptrap and snmpinform, and strangers.
#include "tests/integration/snmptrapsession.h"

#include "core/snmp/traps/trapform.h"

#include <QStandardPaths>
#include <QTcpSocket>

using namespace SnmpTest;

namespace {

const Oid kLinkDown{1, 3, 6, 1, 6, 3, 1, 1, 5, 3};

// What all of them send: linkDown of interface 7, with a name in Hangul.
const QString kLinkDownArguments =
    QStringLiteral("12345 1.3.6.1.6.3.1.1.5.3 1.3.6.1.2.1.2.2.1.1.7 i 7 "
                   "1.3.6.1.2.1.31.1.1.1.18.7 s 서울-회선");

struct Algorithm
{
    const char *auth;
    AuthProtocol authProtocol;
    const char *priv; // null: none
    PrivProtocol privProtocol;
};

constexpr Algorithm kAlgorithms[] = {
    {"MD5", AuthProtocol::Md5, nullptr, PrivProtocol::Des},
    {"MD5", AuthProtocol::Md5, "DES", PrivProtocol::Des},
    {"MD5", AuthProtocol::Md5, "AES-192", PrivProtocol::Aes192},
    {"MD5", AuthProtocol::Md5, "AES-192-C", PrivProtocol::Aes192C},
    {"MD5", AuthProtocol::Md5, "AES-256", PrivProtocol::Aes256},
    {"MD5", AuthProtocol::Md5, "AES-256-C", PrivProtocol::Aes256C},
    {"SHA", AuthProtocol::Sha1, "AES", PrivProtocol::Aes128},
    {"SHA", AuthProtocol::Sha1, "AES-192", PrivProtocol::Aes192},
    {"SHA", AuthProtocol::Sha1, "AES-192-C", PrivProtocol::Aes192C},
    {"SHA", AuthProtocol::Sha1, "AES-256", PrivProtocol::Aes256},
    {"SHA", AuthProtocol::Sha1, "AES-256-C", PrivProtocol::Aes256C},
    {"SHA-224", AuthProtocol::Sha224, "AES-256-C", PrivProtocol::Aes256C},
    {"SHA-256", AuthProtocol::Sha256, "AES", PrivProtocol::Aes128},
    {"SHA-384", AuthProtocol::Sha384, "AES-192", PrivProtocol::Aes192},
    {"SHA-512", AuthProtocol::Sha512, "AES-256", PrivProtocol::Aes256},
    {"SHA-512", AuthProtocol::Sha512, nullptr, PrivProtocol::Des},
};

QStringList userArguments(const QString &user, const Algorithm &algorithm)
{
    QStringList arguments{QStringLiteral("-v3"),
                          QStringLiteral("-u"),
                          user,
                          QStringLiteral("-l"),
                          algorithm.priv ? QStringLiteral("authPriv")
                                         : QStringLiteral("authNoPriv"),
                          QStringLiteral("-a"),
                          QString::fromLatin1(algorithm.auth),
                          QStringLiteral("-A"),
                          QStringLiteral("authentic1")};
    if (algorithm.priv)
        arguments += {QStringLiteral("-x"), QString::fromLatin1(algorithm.priv),
                      QStringLiteral("-X"), QStringLiteral("privatepw1")};
    return arguments;
}

TrapKeys oneUser(TrapUser user)
{
    TrapKeys keys;
    keys.anyCommunity = false;
    keys.users.push_back(std::move(user));
    return keys;
}

TrapKeys allAlgorithms()
{
    TrapKeys keys;
    int number = 0;
    for (const Algorithm &each : kAlgorithms) {
        keys.users.push_back(trapUser(qPrintable(QStringLiteral("user%1").arg(number++)),
                                      each.priv ? Level::AuthPriv : Level::AuthNoPriv,
                                      each.authProtocol, each.privProtocol));
        keys.users.back().minimum = keys.users.back().level;
    }
    return keys;
}

void verifyLinkDown(const Trap &trap)
{
    QVERIFY(trap.notification == kLinkDown);
    QCOMPARE(trap.uptime, std::optional<quint32>(12345));
    QVERIFY(trap.varbinds.size() >= 2);
    QCOMPARE(trap.varbinds[0].value, Value::integer(7));
    QCOMPARE(trap.varbinds[1].value.bytes(), QByteArray("서울-회선"));
    QCOMPARE(trap.from, QStringLiteral("127.0.0.1"));
    QVERIFY(trap.port != 0);
}

void sendDatagram(const Ear &ear, const QByteArray &bytes)
{
    QUdpSocket socket;
    socket.writeDatagram(bytes, QHostAddress(QHostAddress::LocalHost), ear.listening->port);
}

// Takes what is sent to it and gives it back: for messages to be sent again, changed.
QByteArray captured(const std::function<void(const QString &at)> &send)
{
    QUdpSocket socket;
    if (!socket.bind(QHostAddress(QHostAddress::LocalHost), 0))
        return {};
    send(QStringLiteral("127.0.0.1:") + QString::number(socket.localPort()));
    if (!QTest::qWaitFor([&] { return socket.hasPendingDatagrams(); }, kTrapWait))
        return {};
    QByteArray bytes(static_cast<qsizetype>(socket.pendingDatagramSize()), '\0');
    socket.readDatagram(bytes.data(), bytes.size());
    return bytes;
}

} // namespace

class SnmpTrapsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("snmptrap")).isEmpty())
            QSKIP("net-snmp's snmptrap is not installed.");
    }

    void aTrapOfVersion2IsReceived()
    {
        Ear ear;
        QVERIFY2(!ear.problem, ear.problem ? qPrintable(ear.problem->what) : "");
        const Ran ran =
            runNetSnmp("snmptrap", words(QStringLiteral("-v2c -c public %1 ").arg(ear.at()) +
                                         kLinkDownArguments));
        QVERIFY2(ran.exitCode == 0, ran.output.constData());
        QVERIFY(ear.waitFor(1));
        verifyLinkDown(*ear.traps[0]);
        QCOMPARE(ear.traps[0]->version, Version::V2c);
        QVERIFY(ear.traps[0]->kind == Trap::Kind::Trap);
        QVERIFY(ear.traps[0]->community.isEmpty());
    }

    void aTrapOfVersion1HasTheFormOfVersion2()
    {
        Ear ear;
        Ran ran = runNetSnmp(
            "snmptrap", words(QStringLiteral("-v1 -c public %1 1.3.6.1.4.1.8072.2.3 10.1.2.3 2 0 "
                                             "12345 1.3.6.1.2.1.2.2.1.1.7 i 7 "
                                             "1.3.6.1.2.1.31.1.1.1.18.7 s 서울-회선")
                                  .arg(ear.at())));
        QVERIFY2(ran.exitCode == 0, ran.output.constData());
        ran =
            runNetSnmp("snmptrap",
                       words(QStringLiteral("-v1 -c public %1 1.3.6.1.4.1.8072.2.3 10.1.2.3 6 17 5")
                                 .arg(ear.at())));
        QVERIFY2(ran.exitCode == 0, ran.output.constData());
        QVERIFY(ear.waitFor(2));
        verifyLinkDown(*ear.traps[0]);
        QCOMPARE(ear.traps[0]->version, Version::V1);
        QVERIFY(ear.traps[0]->first);
        QCOMPARE(ear.traps[0]->first->agent, (std::array<std::uint8_t, 4>{10, 1, 2, 3}));
        QCOMPARE(ear.traps[0]->varbinds[2].value, Value::ipAddress(QByteArray("\x0a\x01\x02\x03")));
        QVERIFY(ear.traps[1]->notification == (Oid{1, 3, 6, 1, 4, 1, 8072, 2, 3, 0, 17}));
        QCOMPARE(ear.traps[1]->uptime, std::optional<quint32>(5));
    }

    void anInformOfVersion2IsAcknowledged()
    {
        Ear ear;
        const Ran ran = runNetSnmp(
            "snmpinform", words(QStringLiteral("-v2c -c public -t 5 -r 0 %1 ").arg(ear.at()) +
                                kLinkDownArguments));
        QVERIFY2(ran.exitCode == 0, ran.output.constData());
        QVERIFY(ear.waitFor(1));
        verifyLinkDown(*ear.traps[0]);
        QVERIFY(ear.traps[0]->kind == Trap::Kind::Inform);
        QVERIFY(ear.waitForStats([](const TrapStats &s) { return s.acknowledged == 1; }));
    }

    void trapsOfVersion3AreReceivedFromAnyEngine()
    {
        Ear ear(allAlgorithms());
        QVERIFY2(!ear.problem, ear.problem ? qPrintable(ear.problem->what) : "");
        std::size_t count = 0;
        for (const Algorithm &each : kAlgorithms) {
            const QString engine = QStringLiteral("0x80001f8804%1").arg(0x10000000 + count, 0, 16);
            const Ran ran = runNetSnmp(
                "snmptrap", QStringList{QStringLiteral("-e"), engine} +
                                userArguments(QStringLiteral("user%1").arg(count), each) +
                                words(ear.at() + QLatin1Char(' ') + kLinkDownArguments));
            QVERIFY2(ran.exitCode == 0, ran.output.constData());
            QVERIFY2(ear.waitFor(++count), each.auth);
            const Trap &trap = *ear.traps.back();
            QVERIFY2(trap.kind == Trap::Kind::Trap, qPrintable(rejectionName(trap.rejection)));
            verifyLinkDown(trap);
            QCOMPARE(trap.engineId, QByteArray::fromHex(engine.mid(2).toLatin1()));
            QCOMPARE(trap.level, each.priv ? Level::AuthPriv : Level::AuthNoPriv);
        }
    }

    void informsOfVersion3AreAcknowledged()
    {
        Ear ear(allAlgorithms());
        std::size_t count = 0;
        for (const Algorithm &each : kAlgorithms) {
            const Ran ran = runNetSnmp(
                "snmpinform", QStringList{QStringLiteral("-t"), QStringLiteral("5"),
                                          QStringLiteral("-r"), QStringLiteral("1")} +
                                  userArguments(QStringLiteral("user%1").arg(count), each) +
                                  words(ear.at() + QLatin1Char(' ') + kLinkDownArguments));
            QVERIFY2(ran.exitCode == 0, ran.output.constData());
            QVERIFY(ear.waitFor(++count));
            const Trap &trap = *ear.traps.back();
            QVERIFY2(trap.kind == Trap::Kind::Inform, qPrintable(rejectionName(trap.rejection)));
            verifyLinkDown(trap);
            QCOMPARE(trap.engineId, ear.listening->engineId);
        }
        QVERIFY(ear.waitForStats([count](const TrapStats &s) {
            return s.acknowledged == count && s.allRejected() == 0;
        }));
    }

    void wrongKeysAndStrangersAreRejectedWithTheReason()
    {
        Ear ear(oneUser([] {
            TrapUser user =
                trapUser("ops", Level::AuthPriv, AuthProtocol::Sha1, PrivProtocol::Aes128);
            user.minimum = Level::AuthPriv;
            return user;
        }()));
        const auto send = [&ear](const QString &arguments) {
            return runNetSnmp("snmptrap", words(QStringLiteral("-e 0x8000000001020304 ") +
                                                arguments + QLatin1Char(' ') + ear.at() +
                                                QLatin1Char(' ') + kLinkDownArguments))
                .exitCode;
        };
        const struct
        {
            const char *arguments;
            Rejection rejection;
        } cases[] = {
            {"-v2c -c public", Rejection::VersionNotAllowed},
            {"-v3 -u nobody -l noAuthNoPriv", Rejection::UnknownUser},
            {"-v3 -u ops -l noAuthNoPriv", Rejection::LevelTooLow},
            {"-v3 -u ops -l authNoPriv -a SHA -A authentic1", Rejection::LevelTooLow},
            {"-v3 -u ops -l authPriv -a SHA -A wrongwrong -x AES -X privatepw1",
             Rejection::WrongDigest},
            {"-v3 -u ops -l authPriv -a MD5 -A authentic1 -x AES -X privatepw1",
             Rejection::WrongDigest},
            {"-v3 -u ops -l authPriv -a SHA -A authentic1 -x AES -X wrongwrong",
             Rejection::NotDecrypted},
            {"-v3 -u ops -l authPriv -a SHA -A authentic1 -x DES -X privatepw1",
             Rejection::NotDecrypted},
            {"-v3 -u ops -l authPriv -a SHA -A authentic1 -x AES -X privatepw1", Rejection::None},
        };
        for (const auto &each : cases) {
            // The same reason is told once a second only, so each may be told in its own receiver's
            // count instead.
            const quint64 before =
                ear.receiver->stats().rejected[static_cast<std::size_t>(each.rejection)];
            QCOMPARE(send(QString::fromLatin1(each.arguments)), 0);
            if (each.rejection == Rejection::None)
                continue;
            QVERIFY2(ear.waitForStats([&](const TrapStats &s) {
                return s.rejected[static_cast<std::size_t>(each.rejection)] == before + 1;
            }),
                     each.arguments);
        }
        QVERIFY(ear.waitForStats([](const TrapStats &s) { return s.traps == 1; }));
        ear.drain();
        QCOMPARE(std::count_if(ear.traps.begin(), ear.traps.end(),
                               [](const TrapPtr &t) { return t->kind == Trap::Kind::Trap; }),
                 1);
        for (const TrapPtr &each : ear.traps)
            QVERIFY(!rejectionText(each->rejection).isEmpty() || each->kind == Trap::Kind::Trap);
    }

    void aWrongKeyNeitherApprovesNorSpoilsARightOne()
    {
        const Algorithm sha{"SHA", AuthProtocol::Sha1, "AES", PrivProtocol::Aes128};
        Ear ear(oneUser(trapUser("ops", Level::AuthPriv, AuthProtocol::Sha1)));
        const QString tail = QLatin1Char(' ') + ear.at() + QLatin1Char(' ') + kLinkDownArguments;
        const auto right = userArguments(QStringLiteral("ops"), sha);
        auto wrong = right;
        wrong.replace(wrong.indexOf(QStringLiteral("authentic1")), QStringLiteral("wrongwrong"));
        const QStringList from{QStringLiteral("-e"), QStringLiteral("0x8000000001020304")};
        for (const QStringList &each : {wrong, right, wrong, right})
            QCOMPARE(runNetSnmp("snmptrap", from + each + words(tail)).exitCode, 0);
        QVERIFY(ear.waitForStats([](const TrapStats &s) {
            return s.traps == 2 &&
                   s.rejected[static_cast<std::size_t>(Rejection::WrongDigest)] == 2;
        }));
        // The same of informs: who has the wrong key gets no acknowledgement.
        const QStringList once{QStringLiteral("-t"), QStringLiteral("2"), QStringLiteral("-r"),
                               QStringLiteral("0")};
        QVERIFY(runNetSnmp("snmpinform", once + wrong + words(tail)).exitCode != 0);
        QCOMPARE(runNetSnmp("snmpinform", once + right + words(tail)).exitCode, 0);
        QVERIFY(ear.waitForStats([](const TrapStats &s) { return s.acknowledged == 1; }));
    }

    void communitiesThatAreNotAcceptedAreRejected()
    {
        TrapKeys keys;
        keys.anyCommunity = false;
        keys.communities.emplace_back("monitor");
        ListenTarget target = Ear::loopback();
        target.keepCommunity = true;
        Ear ear(std::move(keys), target);
        const QString rest = QLatin1Char(' ') + ear.at() + QLatin1Char(' ') + kLinkDownArguments;
        QCOMPARE(runNetSnmp("snmptrap", words(QStringLiteral("-v2c -c public") + rest)).exitCode,
                 0);
        QCOMPARE(runNetSnmp("snmptrap", words(QStringLiteral("-v2c -c monitor") + rest)).exitCode,
                 0);
        QVERIFY(ear.waitFor(2));
        QCOMPARE(ear.traps[0]->rejection, Rejection::WrongCommunity);
        QVERIFY(ear.traps[0]->head.isEmpty());
        QCOMPARE(ear.traps[1]->community, QByteArray("monitor"));
    }

    void aMessageThatIsSentAgainLaterIsRejected()
    {
        Ear ear(oneUser(trapUser("ops", Level::AuthPriv, AuthProtocol::Sha1)));
        const Algorithm sha{"SHA", AuthProtocol::Sha1, "AES", PrivProtocol::Aes128};
        // Boots and time of the sender's engine are said with -Z.
        const auto message = [&](const char *clock) {
            return captured([&](const QString &at) {
                runNetSnmp("snmptrap",
                           QStringList{QStringLiteral("-e"), QStringLiteral("0x8000000001020304"),
                                       QStringLiteral("-Z"), QString::fromLatin1(clock)} +
                               userArguments(QStringLiteral("ops"), sha) +
                               words(at + QLatin1Char(' ') + kLinkDownArguments));
            });
        };
        const QByteArray old = message("4,1000");
        const QByteArray later = message("4,2000");
        const QByteArray rebooted = message("5,3");
        QVERIFY(!old.isEmpty() && !later.isEmpty() && !rebooted.isEmpty());
        const auto expect = [&](const QByteArray &bytes, quint64 traps, quint64 late) {
            sendDatagram(ear, bytes);
            return ear.waitForStats([=](const TrapStats &s) {
                return s.traps == traps &&
                       s.rejected[static_cast<std::size_t>(Rejection::NotInTime)] == late;
            });
        };
        QVERIFY(expect(old, 1, 0));
        QVERIFY(expect(later, 2, 0));
        QVERIFY(expect(old, 2, 1));
        QVERIFY(expect(rebooted, 3, 1));
        QVERIFY(expect(later, 3, 2));
        // A forged clock is not learned from: the digest covers it.
        QByteArray forged = rebooted;
        const auto place = forged.indexOf(QByteArray("\x02\x01\x05\x02\x01\x03"));
        QVERIFY(place > 0);
        forged[place + 2] = 0x7f;
        sendDatagram(ear, forged);
        QVERIFY(ear.waitForStats([](const TrapStats &s) {
            return s.rejected[static_cast<std::size_t>(Rejection::WrongDigest)] == 1;
        }));
        QVERIFY(expect(rebooted, 4, 2));
    }

    void garbageIsCountedAndToldOnceASecond()
    {
        Ear ear(oneUser(trapUser("ops", Level::AuthPriv, AuthProtocol::Sha1)));
        const QByteArray whole = captured([&](const QString &at) {
            runNetSnmp("snmptrap", words(QStringLiteral("-v2c -c public ") + at + QLatin1Char(' ') +
                                         kLinkDownArguments));
        });
        QVERIFY(whole.size() > 40);
        quint64 sent = 0;
        QUdpSocket socket;
        const auto send = [&](const QByteArray &bytes) {
            socket.writeDatagram(bytes, QHostAddress(QHostAddress::LocalHost), ear.listening->port);
            ++sent;
        };
        for (qsizetype length = 0; length < whole.size(); ++length)
            send(whole.left(length));
        for (const char *each : {"hello", "GET / HTTP/1.1\r\n", "\x30\x80\x02\x01\x03\x00\x00",
                                 "\x30\x84\xff\xff\xff\xff\x02\x01\x01", "\x30\x03\x02\x01\x02"})
            send(QByteArray(each));
        send(QByteArray(60'000, '\x30'));
        QVERIFY(ear.waitForStats(
            [&](const TrapStats &s) { return s.messages == sent && s.allRejected() == sent; }));
        ear.drain();
        QVERIFY(ear.traps.size() >= 1);
        QVERIFY(ear.traps.size() <= 20);
        QCOMPARE(ear.receiver->stats().traps, quint64(0));
    }

    void informsAndTrapsComeOverTcp()
    {
        ListenTarget target = Ear::loopback();
        target.tcp = true;
        TrapKeys keys = oneUser(trapUser("user0", Level::AuthPriv, AuthProtocol::Sha1));
        keys.anyCommunity = true;
        Ear ear(std::move(keys), target);
        const Algorithm sha{"SHA", AuthProtocol::Sha1, "AES", PrivProtocol::Aes128};
        const QString tail =
            QStringLiteral(" tcp:") + ear.at() + QLatin1Char(' ') + kLinkDownArguments;
        Ran ran = runNetSnmp("snmptrap", words(QStringLiteral("-v2c -c public") + tail));
        QVERIFY2(ran.exitCode == 0, ran.output.constData());
        ran = runNetSnmp("snmpinform", words(QStringLiteral("-v2c -c public -r 0") + tail));
        QVERIFY2(ran.exitCode == 0, ran.output.constData());
        ran =
            runNetSnmp("snmpinform", QStringList{QStringLiteral("-r"), QStringLiteral("0")} +
                                         userArguments(QStringLiteral("user0"), sha) + words(tail));
        QVERIFY2(ran.exitCode == 0, ran.output.constData());
        QVERIFY(ear.waitFor(3));
        for (const TrapPtr &trap : ear.traps) {
            verifyLinkDown(*trap);
            QVERIFY(trap->overTcp);
        }
    }

    void connectionsThatMisbehaveAreEndedAndBounded()
    {
        ListenTarget target = Ear::loopback();
        target.tcp = true;
        Ear ear({}, target);
        std::vector<std::unique_ptr<QTcpSocket>> sockets;
        for (int i = 0; i < 100; ++i) {
            sockets.push_back(std::make_unique<QTcpSocket>());
            sockets.back()->connectToHost(QHostAddress(QHostAddress::LocalHost),
                                          ear.listening->port);
            QVERIFY(sockets.back()->waitForConnected(kTrapWait));
        }
        sockets.back()->write("\x30\x84\x7f\xff\xff\xff garbage without an end");
        QVERIFY(QTest::qWaitFor(
            [&] { return sockets.back()->state() == QAbstractSocket::UnconnectedState; },
            kTrapWait));
        QVERIFY(ear.waitForStats([](const TrapStats &s) {
            return s.rejected[static_cast<std::size_t>(Rejection::NotSnmp)] == 1 &&
                   s.connections <= 64;
        }));
        QVERIFY(QTest::qWaitFor(
            [&] {
                return std::count_if(sockets.begin(), sockets.end(), [](const auto &each) {
                           return each->state() == QAbstractSocket::ConnectedState;
                       }) <= 64;
            },
            kTrapWait));
    }

    void itListensOnIpv6()
    {
        ListenTarget target;
        target.port = 0;
        Ear ear({}, target);
        QVERIFY2(!ear.problem, ear.problem ? qPrintable(ear.problem->what) : "");
        if (ear.listening->addresses.size() < 2)
            QSKIP("This machine has no IPv6.");
        const Ran ran = runNetSnmp(
            "snmpinform",
            words(QStringLiteral("-v2c -c public -r 0 udp6:[::1]:%1 ").arg(ear.listening->port) +
                  kLinkDownArguments));
        QVERIFY2(ran.exitCode == 0, ran.output.constData());
        QCOMPARE(
            runNetSnmp("snmpinform", words(QStringLiteral("-v2c -c public -r 0 %1 ").arg(ear.at()) +
                                           kLinkDownArguments))
                .exitCode,
            0);
        QVERIFY(ear.waitFor(2));
        QCOMPARE(ear.traps[0]->from, QStringLiteral("::1"));
    }

    void aPortThatIsTakenIsAnError()
    {
        QUdpSocket other;
        QVERIFY(other.bind(QHostAddress(QHostAddress::LocalHost), 0,
                           QAbstractSocket::DontShareAddress));
        ListenTarget target = Ear::loopback();
        target.port = other.localPort();
        Ear ear({}, target);
        QVERIFY(ear.problem);
        QCOMPARE(ear.problem->kind, Error::Kind::Local);
        QVERIFY(ear.problem->what.contains(QString::number(target.port)));
    }

    void aFloodIsCountedToTheLastMessage()
    {
        constexpr quint64 kCount = 20'000;
        Ear ear({}, Ear::loopback(), 1000);
        const QByteArray whole = captured([&](const QString &at) {
            runNetSnmp("snmptrap", words(QStringLiteral("-v2c -c public ") + at + QLatin1Char(' ') +
                                         kLinkDownArguments));
        });
        QUdpSocket socket;
        for (quint64 i = 0; i < kCount; ++i)
            socket.writeDatagram(whole, QHostAddress(QHostAddress::LocalHost), ear.listening->port);
        // Every one is received, or counted as dropped by the system.
        QVERIFY(ear.waitForStats([](const TrapStats &s) {
            return s.traps + s.kernelDrops.value_or(kCount - s.traps) == kCount;
        }));
        // A queue that nobody reads keeps the newest, and says how many went.
        const auto batch = ear.queue->take(1'000'000);
        QCOMPARE(batch.items.size() + batch.dropped, ear.receiver->stats().traps);
        QCOMPARE(batch.items.size(), std::size_t(1000));
        QCOMPARE(batch.items.back()->number, ear.receiver->stats().traps);
    }
};

QTEST_GUILESS_MAIN(SnmpTrapsTest)
#include "snmptraps.moc"
