// SPDX-License-Identifier: GPL-3.0-or-later
// The engine against real servers: chronyd in every way that it can be asked.
#include "tests/integration/ntpsession.h"

#include <QElapsedTimer>
#include <QNetworkDatagram>
#include <QUdpSocket>

#include <cerrno>
#include <set>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#endif

using namespace NtpTest;

namespace {

// A port of the test's own. It answers when it is told to.
struct Ear
{
    Ear() { socket.bind(kLocal, 0); }
    [[nodiscard]] std::optional<QNetworkDatagram> hear()
    {
        if (!socket.hasPendingDatagrams() && !socket.waitForReadyRead(kDeadline))
            return std::nullopt;
        return socket.receiveDatagram();
    }
    QUdpSocket socket;
};

std::optional<SymmetricKey> keyOf(const Test::LabNtpKey &written)
{
    const auto algorithm = keyAlgorithmOf(written.algorithm);
    if (!algorithm)
        return std::nullopt;
    auto bytes = keyBytes(written.key, *algorithm);
    if (!bytes)
        return std::nullopt;
    return SymmetricKey{written.id, *algorithm, std::move(*bytes)};
}

// What the lab's servers say is this machine's own time.
void verifyTrue(const Sample &sample)
{
    QVERIFY2(std::abs(seconds(sample.offset)) <= seconds(sample.bound()),
             qPrintable(QStringLiteral("offset %1 s, bound %2 s")
                            .arg(seconds(sample.offset))
                            .arg(seconds(sample.bound()))));
    QVERIFY(seconds(sample.delay) > 0);
    QVERIFY(sample.t4 >= sample.t1);
}

} // namespace

class NtpEngineTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_lab.error().isEmpty(), qPrintable(m_lab.error())); }

    void everyVersionIsMeasured_data()
    {
        QTest::addColumn<int>("version");
        for (int version = 1; version <= 4; ++version)
            QTest::addRow("%d", version) << version;
    }
    void everyVersionIsMeasured()
    {
        QFETCH(const int, version);
        Session session;
        ServerTarget asked = target(m_lab.ntp(QStringLiteral("ntp-plain")).port);
        asked.version = version;
        session.open(asked, quickly(3));
        const auto outcomes = session.polls(3);
        QCOMPARE(outcomes.size(), std::size_t(3));
        for (const Outcome &each : outcomes) {
            QCOMPARE(each.kind, Kind::Measured);
            QVERIFY(each.endsPoll);
            QCOMPARE(each.from, kLocal);
            QCOMPARE(each.sample->version, version);
            QCOMPARE(each.sample->stratum, 3);
            QCOMPARE(each.sample->leap, Leap::None);
            QCOMPARE(each.sample->refid, 0x7F7F0101U);
            verifyTrue(*each.sample);
        }
    }

    void stampsSayWhoMadeThem()
    {
        Session session;
        ServerTarget asked = target(m_lab.ntp(QStringLiteral("ntp-plain")).port);
        asked.interleaved = false;
        session.open(asked, quickly(5));
        const auto measured = samples(session.polls(5));
        QCOMPARE(measured.size(), std::size_t(5));
        for (const Sample &each : measured) {
            QCOMPARE(each.sentBy, StampSource::User);
#ifdef Q_OS_LINUX
            QCOMPARE(each.receivedBy, StampSource::Kernel);
#endif
            QVERIFY(!each.interleaved);
            verifyTrue(each);
        }
    }

    void interleavedStampsComeFromBothSystems()
    {
        Session session;
        session.open(target(m_lab.ntp(QStringLiteral("ntp-plain")).port), quickly(20));
        const auto measured = samples(session.polls(20));
        QCOMPARE(measured.size(), std::size_t(20));
        // chronyd keeps its stamps from the second request on.
        QVERIFY(!measured[0].interleaved);
        for (std::size_t i = 2; i < measured.size(); ++i) {
            QVERIFY2(measured[i].interleaved, qPrintable(QString::number(i)));
#ifdef Q_OS_LINUX
            QCOMPARE(measured[i].sentBy, StampSource::Kernel);
            QCOMPARE(measured[i].receivedBy, StampSource::Kernel);
#endif
            verifyTrue(measured[i]);
            // The exchange before this one.
            QVERIFY(measured[i].t4 <= measured[i - 1].at || measured[i - 1].interleaved);
        }
    }

    // An interleaved answer completes the exchange before: not across a clock that was set.
    void stampsOfAnotherClockAreNotUsed()
    {
        Session session;
        const quint64 id =
            session.open(target(m_lab.ntp(QStringLiteral("ntp-plain")).port), quickly(6));
        QVERIFY(samples(session.polls(6)).back().interleaved);
        session.host.post([id](Engine &engine) {
            engine.forgetStamps();
            engine.pollNow(id);
        });
        auto measured = samples(session.polls(1));
        QCOMPARE(measured.size(), std::size_t(1));
        QVERIFY(!measured[0].interleaved);
        // A poll that is under way is made anew, and is counted once.
        QUdpSocket silent;
        QVERIFY(silent.bind(kLocal, 0));
        session.open(target(silent.localPort(), milliseconds(300)), quickly(2));
        for (int i = 0; i < 3; ++i)
            session.host.post([](Engine &engine) { engine.forgetStamps(); });
        const auto outcomes = session.polls(2);
        QCOMPARE(count(outcomes, Kind::Silent), 2);
    }

    void ipv6IsMeasured()
    {
        if (!m_lab.ntp().ipv6)
            QSKIP("This machine has no ::1.");
        Session session;
        session.open(target(m_lab.ntp(QStringLiteral("ntp-plain")).port), quickly(4), {},
                     QHostAddress(QHostAddress::LocalHostIPv6));
        const auto outcomes = session.polls(4);
        QCOMPARE(count(outcomes, Kind::Measured), 4);
        QCOMPARE(outcomes.front().from, QHostAddress(QHostAddress::LocalHostIPv6));
        verifyTrue(*outcomes.front().sample);
#ifdef Q_OS_LINUX
        QCOMPARE(outcomes.back().sample->receivedBy, StampSource::Kernel);
        QVERIFY(outcomes.back().sample->interleaved);
#endif
    }

    void everyKeyAuthenticates_data()
    {
        QTest::addColumn<int>("place");
        QTest::addColumn<int>("version");
        for (int place = 0; place < m_lab.ntp().keys.size(); ++place) {
            const QByteArray name = m_lab.ntp().keys[place].algorithm.toUtf8();
            QTest::addRow("%s", name.constData()) << place << 4;
            QTest::addRow("%s, version 3", name.constData()) << place << 3;
        }
    }
    void everyKeyAuthenticates()
    {
        QFETCH(const int, place);
        QFETCH(const int, version);
        const Test::LabNtpKey &written = m_lab.ntp().keys[place];
        auto key = keyOf(written);
        QVERIFY(key);
        Session session;
        ServerTarget asked = target(m_lab.ntp(QStringLiteral("ntp-key")).port);
        asked.keyId = key->id;
        asked.keyAlgorithm = key->algorithm;
        asked.version = version;
        session.open(asked, quickly(4), std::move(key));
        const auto outcomes = session.polls(4);
        QCOMPARE(count(outcomes, Kind::Measured), 4);
        for (const Outcome &each : outcomes) {
            QCOMPARE(each.mac, MacState::Good);
            QCOMPARE(each.sample->authentication, Authentication::SymmetricKey);
            verifyTrue(*each.sample);
        }
        if (version == 4)
            QVERIFY(outcomes.back().sample->interleaved);
    }

    void aWrongKeyIsNotAnsweredOrNotBelieved()
    {
        for (const quint32 id : {3U, 99U}) {
            auto key = keyOf({.id = id,
                              .algorithm = QStringLiteral("SHA256"),
                              .key = QStringLiteral("HEX:001122")});
            QVERIFY(key);
            Session session;
            ServerTarget asked =
                target(m_lab.ntp(QStringLiteral("ntp-key")).port, milliseconds(300));
            asked.keyId = id;
            session.open(asked, quickly(1), std::move(key));
            const auto outcomes = session.polls(1);
            QCOMPARE(count(outcomes, Kind::Measured), 0);
            QVERIFY(outcomes.back().endsPoll);
        }
    }

    void aServerWithoutTimeSaysSo()
    {
        Session session;
        session.open(target(m_lab.ntp(QStringLiteral("ntp-unsynchronised")).port), quickly(2));
        const auto outcomes = session.polls(2);
        QCOMPARE(outcomes.size(), std::size_t(2));
        for (const Outcome &each : outcomes) {
            QCOMPARE(each.kind, Kind::Kissed);
            QCOMPARE(each.kiss, QString());
            QCOMPARE(each.header.leap, Leap::Unknown);
            QVERIFY(!each.isLast);
        }
    }

    void aFollowerTellsOfItsWayToTheReference()
    {
        Session session;
        QVERIFY(QTest::qWaitFor(
            [&] {
                session.open(target(m_lab.ntp(QStringLiteral("ntp-follower")).port), quickly(1));
                const auto measured = samples(session.polls(1));
                if (measured.empty() || measured.front().stratum != 4)
                    return false;
                const Sample &sample = measured.front();
                // It follows 127.0.0.1, and is some microseconds away from it.
                return sample.refid == 0x7F000001U && seconds(sample.rootDelay) > 0 &&
                       seconds(sample.rootDispersion) > 0 &&
                       std::abs(seconds(sample.offset)) <= seconds(sample.bound());
            },
            kDeadline));
    }

    void burstsKeepTheirGapAndThenTheInterval()
    {
        Session session;
        session.open(target(m_lab.ntp(QStringLiteral("ntp-plain")).port),
                     {.burst = 3, .burstGap = milliseconds(150), .interval = milliseconds(400)});
        const auto outcomes = session.polls(5);
        QCOMPARE(count(outcomes, Kind::Measured), 5);
        for (std::size_t i = 1; i < 5; ++i) {
            const double gap = seconds(between(outcomes[i].at, outcomes[i - 1].at));
            // The clock of a timer and that of stamps are not the same; hence the little less.
            QVERIFY2(gap >= (i < 3 ? 0.140 : 0.390), qPrintable(QString::number(gap)));
        }
    }

    void everyPollHasAnotherPortAndTellsNothingOfOurClock()
    {
        Ear ear;
        Session session;
        ServerTarget asked = target(ear.socket.localPort(), milliseconds(50));
        const quint64 id = session.open(asked, quickly(8));
        std::set<int> ports;
        std::set<quint64> origins;
        for (int i = 0; i < 8; ++i) {
            const auto heard = ear.hear();
            QVERIFY(heard);
            ports.insert(heard->senderPort());
            const auto packet = decodePacket(heard->data());
            QVERIFY(packet);
            QCOMPARE(heard->data().size(), qsizetype(kHeaderSize));
            Header header;
            header.transmit = packet->header.transmit;
            QVERIFY(!header.transmit.isZero());
            QVERIFY(packet->header == header);
            origins.insert(header.transmit.value);
        }
        QCOMPARE(origins.size(), std::size_t(8));
        QVERIFY2(ports.size() >= 7, qPrintable(QString::number(ports.size())));
        const auto outcomes = session.polls(8);
        QCOMPARE(count(outcomes, Kind::Silent), 8);
        QCOMPARE(outcomes.front().server, id);
    }

    void aPortWhereNobodyListensIsRefusedAtOnce()
    {
        for (const QHostAddress &address : {kLocal, QHostAddress(QHostAddress::LocalHostIPv6)}) {
            if (address != kLocal && !m_lab.ntp().ipv6)
                continue;
            QUdpSocket probe;
            QVERIFY(probe.bind(address, 0));
            const quint16 port = probe.localPort();
            probe.close();
            Session session;
            QElapsedTimer clock;
            clock.start();
            session.open(target(port, milliseconds(20'000)), quickly(3), {}, address);
            const auto outcomes = session.polls(3);
            QCOMPARE(count(outcomes, Kind::Refused), 3);
            QVERIFY(clock.elapsed() < 15'000);
#ifdef Q_OS_LINUX
            QCOMPARE(outcomes.front().systemError, ECONNREFUSED);
#endif
        }
    }

    void aClosedServerIsHeardOfNoMore()
    {
        Ear ear;
        Session session;
        const quint64 closed =
            session.open(target(ear.socket.localPort(), milliseconds(100)), quickly(5));
        const auto heard = ear.hear();
        QVERIFY(heard);
        session.host.post([closed](Engine &engine) { engine.close(closed); });
        // Calls run in order: what is asked after it, is asked when it is closed.
        const quint16 port = m_lab.ntp(QStringLiteral("ntp-plain")).port;
        session.open(target(port), quickly(1));
        const auto isOther = [closed](const std::vector<Outcome> &all) {
            return !all.empty() && all.back().server != closed;
        };
        QVERIFY(isOther(session.until(isOther)));
        ear.socket.writeDatagram(heard->makeReply(heard->data()));
        session.open(target(port), quickly(3));
        for (const Outcome &each : session.polls(3))
            QVERIFY(each.server != closed);
    }

    void theHostMayGoWhileAServerIsAsked()
    {
        Ear ear;
        QElapsedTimer clock;
        {
            Session session;
            session.open(target(ear.socket.localPort(), milliseconds(60'000)), quickly(1));
            QVERIFY(ear.hear());
            clock.start();
        }
        QVERIFY(clock.elapsed() < 5000);
    }

    void aNewPlanAndAskingNowTakeEffect()
    {
        Session session;
        const quint64 id = session.open(target(m_lab.ntp(QStringLiteral("ntp-plain")).port),
                                        {.burst = 1, .interval = milliseconds(0)});
        QCOMPARE(count(session.polls(1), Kind::Measured), 1);
        session.host.post([id](Engine &engine) { engine.pollNow(id); });
        QCOMPARE(count(session.polls(1), Kind::Measured), 1);
        session.host.post([id](Engine &engine) {
            engine.setPlan(id,
                           {.burst = 2, .burstGap = milliseconds(1), .interval = milliseconds(20)});
        });
        QCOMPARE(count(session.polls(6), Kind::Measured), 6);
        session.host.post([id](Engine &engine) {
            engine.setPlan(id, {.burst = 0, .interval = milliseconds(0)});
        });
    }

    void aServerThatComesBackIsMeasuredAgain()
    {
        Session session;
        const QString name = QStringLiteral("ntp-key");
        session.open(target(m_lab.ntp(name).port, milliseconds(200)),
                     {.burst = 1, .interval = milliseconds(50)});
        QCOMPARE(session.polls(1).front().kind, Kind::Measured);
        const auto sees = [&session](Kind kind) {
            const auto outcomes = session.until(
                [kind](const std::vector<Outcome> &all) { return count(all, kind) > 0; });
            return count(outcomes, kind) > 0;
        };
        QVERIFY(m_lab.freeze(name));
        QVERIFY(sees(Kind::Silent));
        QVERIFY(m_lab.thaw(name));
        QVERIFY(sees(Kind::Measured));
        QVERIFY(m_lab.kill(name));
        QVERIFY(sees(Kind::Refused));
        QVERIFY(m_lab.start(name));
        QVERIFY(sees(Kind::Measured));
    }

#ifdef Q_OS_LINUX
    void moreServersThanFilesAreAskedOneAfterTheOther()
    {
        constexpr int kServers = 300;
        rlimit limit{};
        QCOMPARE(::getrlimit(RLIMIT_NOFILE, &limit), 0);
        rlimit few = limit;
        few.rlim_cur = 100;
        QCOMPARE(::setrlimit(RLIMIT_NOFILE, &few), 0);
        const auto restore = qScopeGuard([&limit] { ::setrlimit(RLIMIT_NOFILE, &limit); });
        Session session;
        for (int i = 0; i < kServers; ++i)
            session.open(target(m_lab.ntp(QStringLiteral("ntp-plain")).port), quickly(2), {},
                         QHostAddress(0x7F020000U + static_cast<quint32>(i + 1)));
        const auto outcomes = session.polls(2 * kServers);
        QCOMPARE(count(outcomes, Kind::Measured), 2 * kServers);
        // The rest of the process still gets files.
        QFile file(QStringLiteral("/proc/self/status"));
        QVERIFY(file.open(QIODevice::ReadOnly));
    }
#endif

    void aThousandServersAreAskedAtOnce()
    {
        // One program stands for all: what its socket cannot hold is lost, as on a network.
        constexpr int kServers = 1000;
        constexpr int kPolls = 3;
        Session session;
        QElapsedTimer clock;
        clock.start();
        for (int i = 0; i < kServers; ++i) {
            const QHostAddress address(0x7F010000U + static_cast<quint32>(i + 1));
            session.open(
                target(m_lab.ntp(QStringLiteral("ntp-plain")).port),
                {.burst = kPolls, .burstGap = milliseconds(200), .interval = milliseconds(0)}, {},
                address);
        }
        const auto outcomes = session.polls(kPolls * kServers);
        std::set<quint64> servers;
        for (const Outcome &each : outcomes) {
            QVERIFY(each.kind == Kind::Measured || each.kind == Kind::Silent);
            if (each.kind == Kind::Measured)
                servers.insert(each.server);
        }
        QCOMPARE(servers.size(), std::size_t(kServers));
        QVERIFY2(clock.elapsed() < 20'000, qPrintable(QString::number(clock.elapsed())));
    }

private:
    Test::Lab m_lab = Test::Lab::withNtp();
};

PORTOLAN_LAB_TEST_MAIN(NtpEngineTest)
#include "ntpengine.moc"
