// SPDX-License-Identifier: GPL-3.0-or-later
// The monitor with real servers, liars and crooked paths: whom it believes, and that what it states
// as a bound is one.
#include "core/net/lookup.h"
#include "core/ntp/monitor.h"
#include "tests/integration/ntpsession.h"
#include "tests/support/names.h"

#include <QElapsedTimer>
#include <QHostInfo>
#include <QSignalSpy>
#include <QUdpSocket>

#include <algorithm>

using namespace NtpTest;
using Phase = ServerState::Phase;

namespace {

constexpr PollPlan kQuick{.burst = 8, .burstGap = milliseconds(20), .interval = milliseconds(100)};

const QStringList kHonest{QStringLiteral("ntp-plain"), QStringLiteral("ntp-key"),
                          QStringLiteral("ntp-nts")};

// What goes on is told when a wait was in vain.
QByteArray told(const Monitor &monitor)
{
    QStringList lines;
    for (const ServerState &each : monitor.servers())
        lines.append(QStringLiteral("%1 phase %2 %3 reach %4 answered %5")
                         .arg(each.name())
                         .arg(static_cast<int>(each.phase))
                         .arg(standingName(each.choice.standing))
                         .arg(each.filter.reach())
                         .arg(each.counts.answered));
    return lines.join(QStringLiteral("; ")).toUtf8();
}

#define WAIT_FOR(monitor, condition) \
    QVERIFY2(QTest::qWaitFor([&] { return (condition); }, kDeadline), told(monitor).constData())

} // namespace

class NtpMonitorTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_lab.error().isEmpty(), qPrintable(m_lab.error())); }

    void aNewServerIsJudgedWithinFiveSeconds()
    {
        Monitor monitor;
        QElapsedTimer clock;
        clock.start();
        monitor.add(target(m_lab.ntp(QStringLiteral("ntp-plain")).port));
        QCOMPARE(monitor.servers().size(), std::size_t(1));
        const auto standing = [&] { return monitor.servers().front().choice.standing; };
        WAIT_FOR(monitor, standing() == Standing::Selected);
        QVERIFY2(clock.elapsed() < 5000, qPrintable(QString::number(clock.elapsed())));
        QVERIFY(monitor.selection().offset);
        QVERIFY(std::abs(seconds(*monitor.selection().offset)) <
                seconds(*monitor.servers().front().distance(clockNow())));
        // And of one that does not answer.
        clock.restart();
        monitor.add(
            target(m_lab.hostileClocks().value(QStringLiteral("silent")).port, milliseconds(1000)));
        WAIT_FOR(monitor, monitor.servers().back().choice.standing == Standing::Unreachable);
        QVERIFY2(clock.elapsed() < 5000, qPrintable(QString::number(clock.elapsed())));
    }

    void liarsAreNamedAndWhoOutvotesThem()
    {
        Monitor monitor(kQuick);
        for (const QString &each : kHonest)
            monitor.add(target(m_lab.ntp(each).port));
        addHostile(monitor, "ahead");
        addHostile(monitor, "behind");
        const auto standing = [&](std::size_t i) { return monitor.servers()[i].choice.standing; };
        WAIT_FOR(monitor, monitor.selection().voters == 5 && monitor.selection().truechimers == 3);
        for (std::size_t i = 3; i < 5; ++i) {
            QCOMPARE(standing(i), Standing::Falseticker);
            QCOMPARE(monitor.servers()[i].choice.outvotedBy, (QList<int>{0, 1, 2}));
        }
        QVERIFY(monitor.selection().selected >= 0 && monitor.selection().selected < 3);
        QVERIFY(std::abs(seconds(*monitor.selection().offset)) < 0.01);
        QVERIFY(seconds(monitor.selection().agreed->low) <= 0);
        QVERIFY(seconds(monitor.selection().agreed->high) >= 0);
        // Without the honest ones nobody can be believed.
        QList<quint64> honest;
        for (std::size_t i = 0; i < 3; ++i)
            honest.append(monitor.servers()[i].id);
        monitor.setLeftOut(honest);
        QCOMPARE(standing(0), Standing::LeftOut);
        QCOMPARE(standing(3), Standing::NoMajority);
        QVERIFY(!monitor.selection().offset);
        monitor.setLeftOut({});
        QCOMPARE(standing(3), Standing::Falseticker);
    }

    void aClockBeyondTheEraIsAFalseticker()
    {
        Monitor monitor(kQuick);
        for (const QString &each : kHonest)
            monitor.add(target(m_lab.ntp(each).port));
        addHostile(monitor, "era-1");
        WAIT_FOR(monitor, monitor.selection().truechimers == 3 &&
                              monitor.servers()[3].choice.standing == Standing::Falseticker);
        QVERIFY(seconds(monitor.servers()[3].filter.estimate()->offset) > 1e6);
    }

    void whoTakesNoPartIsToldWhy()
    {
        Monitor monitor(kQuick);
        monitor.add(target(m_lab.ntp(QStringLiteral("ntp-plain")).port));
        const std::pair<const char *, Standing> others[] = {
            {"unsynchronised", Standing::Unsynchronised},
            {"kiss-init", Standing::Unsynchronised},
            {"kiss-empty", Standing::Unsynchronised},
            {"smear", Standing::Smearing},
            {"silent", Standing::Unreachable},
            {"stratum-17", Standing::Unreachable},
            {"mode-5", Standing::Unreachable},
            {"kiss-deny", Standing::Refused},
        };
        for (const auto &each : others)
            addHostile(monitor, each.first, 300);
        monitor.add(target(m_lab.ntp(QStringLiteral("ntp-unsynchronised")).port));
        ServerTarget keyed = target(hostile("wrong-mac"), milliseconds(300));
        keyed.keyId = 1;
        monitor.add(keyed, SymmetricKey{1, KeyAlgorithm::Sha1, Secret("a key of the other's")});
        const auto standing = [&](std::size_t i) { return monitor.servers()[i].choice.standing; };
        std::size_t place = 1;
        for (const auto &each : others) {
            WAIT_FOR(monitor, standing(place) == each.second);
            ++place;
        }
        WAIT_FOR(monitor, standing(place) == Standing::Unsynchronised);
        WAIT_FOR(monitor, standing(place + 1) == Standing::NotAuthentic);
        WAIT_FOR(monitor, standing(0) == Standing::Selected);
    }

    // The wait ends in silence; what it was about is the answer that could not be taken.
    void anAnswerThatIsNotAuthenticIsNoSilence()
    {
        for (const char *mode : {"crypto-nak", "wrong-mac"}) {
            Monitor monitor(kQuick);
            ServerTarget keyed = target(hostile(mode), milliseconds(100));
            keyed.keyId = 1;
            monitor.add(keyed, SymmetricKey{1, KeyAlgorithm::Sha1, Secret("a key of the other's")});
            const ServerState &server = monitor.servers().front();
            WAIT_FOR(monitor, server.choice.standing == Standing::NotAuthentic);
            QStringList others;
            connect(&monitor, &Monitor::updated, this, [&] {
                if (server.choice.standing != Standing::NotAuthentic ||
                    server.trouble->mac == MacState::Good)
                    others += QString::fromUtf8(told(monitor));
            });
            const quint64 then = server.counts.polls;
            WAIT_FOR(monitor, server.counts.polls >= then + 6);
            QVERIFY2(others.isEmpty(), qPrintable(others.join(QLatin1Char('\n'))));
            QCOMPARE(server.counts.polls, server.counts.silent);
        }
    }

    void whoRefusesIsNotAskedAgainUntilThatIsWanted()
    {
        for (const char *mode : {"kiss-deny", "kiss-rstr"}) {
            Monitor monitor(kQuick);
            const quint64 source = addHostile(monitor, mode);
            monitor.add(target(m_lab.ntp(QStringLiteral("ntp-plain")).port));
            WAIT_FOR(monitor, monitor.servers()[0].phase == Phase::Refused);
            QCOMPARE(monitor.servers()[0].choice.standing, Standing::Refused);
            QCOMPARE(monitor.servers()[0].counts.kissed, quint64(1));
            monitor.pollNow();
            const quint64 then = monitor.servers()[1].counts.answered;
            WAIT_FOR(monitor, monitor.servers()[1].counts.answered > then + 5);
            QCOMPARE(monitor.servers()[0].counts.kissed, quint64(1));
            monitor.again(source);
            QCOMPARE(monitor.servers()[0].phase, Phase::Asking);
            QCOMPARE(monitor.servers()[0].counts.kissed, quint64(0));
            WAIT_FOR(monitor, monitor.servers()[0].counts.kissed == 1);
        }
    }

    void aForgedRefusalStopsNothing()
    {
        Monitor monitor(kQuick);
        addHostile(monitor, "foreign-deny");
        WAIT_FOR(monitor, monitor.servers()[0].counts.answered > 10);
        QCOMPARE(monitor.servers()[0].phase, Phase::Asking);
        QVERIFY(monitor.servers()[0].counts.stray > 5);
        QCOMPARE(monitor.servers()[0].counts.kissed, quint64(0));
    }

    void aFloodIsCountedAndTheServerStillMeasured()
    {
        Monitor monitor(kQuick);
        addHostile(monitor, "forged-flood");
        WAIT_FOR(monitor, monitor.servers()[0].counts.answered >= 5);
        QVERIFY(monitor.servers()[0].counts.stray > 500);
        QCOMPARE(monitor.servers()[0].counts.silent, quint64(0));
    }

    void aNameMayStandForSeveralServers()
    {
        const auto addresses = Net::addressesOf(QHostInfo::fromName(QStringLiteral("localhost")));
        ServerTarget asked = target(m_lab.ntp(QStringLiteral("ntp-plain")).port);
        asked.host = QStringLiteral("localhost");
        asked.sources = 8;
        Monitor monitor(kQuick);
        QSignalSpy changed(&monitor, &Monitor::serversChanged);
        const quint64 source = monitor.add(asked);
        QCOMPARE(monitor.servers().size(), std::size_t(1));
        QCOMPARE(monitor.servers()[0].phase, Phase::LookingUp);
        const auto expected = static_cast<std::size_t>(addresses.size());
        WAIT_FOR(monitor, monitor.servers().size() == expected &&
                              monitor.servers()[0].phase == Phase::Asking);
        QVERIFY(changed.size() >= 2);
        for (std::size_t i = 0; i < expected; ++i) {
            QCOMPARE(monitor.servers()[i].source, source);
            if (monitor.servers()[i].address.protocol() == QAbstractSocket::IPv4Protocol ||
                m_lab.ntp().ipv6)
                WAIT_FOR(monitor, monitor.servers()[i].counts.answered > 0);
        }
        monitor.remove(source);
        QVERIFY(monitor.servers().empty());
    }

    void aNameGoesOnToTheNextAddressWhereTheFirstIsDead()
    {
        // 127.0.0.1 only has the server; nothing answers on the others, and the network says so at
        // one port, but not at the other.
        Test::setAddresses(QStringLiteral("two.test"),
                           {QStringLiteral("127.0.0.7"), QStringLiteral("127.0.0.8"),
                            QStringLiteral("127.0.0.1")});
        ServerTarget asked = target(hostile("honest"), milliseconds(200));
        asked.host = QStringLiteral("two.test");
        Monitor monitor(kQuick);
        QSignalSpy rows(&monitor, &Monitor::serversChanged);
        monitor.add(asked);
        const quint64 id = monitor.servers()[0].id;
        WAIT_FOR(monitor, monitor.servers()[0].counts.answered > 0);
        // The same row, and it says which address it is now.
        QCOMPARE(monitor.servers().size(), std::size_t(1));
        QCOMPARE(monitor.servers()[0].id, id);
        QCOMPARE(monitor.servers()[0].address, kLocal);
        QVERIFY(monitor.servers()[0].name().contains(QStringLiteral("(127.0.0.1)")));
        QCOMPARE(monitor.servers()[0].counts.silent + monitor.servers()[0].counts.refused,
                 quint64(0));
        // Added, looked up, moved twice.
        QCOMPARE(rows.size(), 4);
    }

    void aSilentAddressIsLeftAfterEightPolls()
    {
        Test::setAddresses(QStringLiteral("half.test"),
                           {QStringLiteral("127.0.0.9"), QStringLiteral("127.0.0.1")});
        // Whoever takes what is sent there says nothing.
        QUdpSocket mute;
        const quint16 port = hostile("honest");
        QVERIFY(mute.bind(QHostAddress(QStringLiteral("127.0.0.9")), port));
        ServerTarget asked = target(port, milliseconds(100));
        asked.host = QStringLiteral("half.test");
        Monitor monitor(kQuick);
        monitor.add(asked);
        quint64 most = 0;
        connect(&monitor, &Monitor::updated, this, [&] {
            if (monitor.servers()[0].address != kLocal)
                most = std::max(most, monitor.servers()[0].counts.silent);
        });
        WAIT_FOR(monitor, monitor.servers()[0].counts.answered > 0);
        QCOMPARE(monitor.servers()[0].address, kLocal);
        QVERIFY2(most <= 8, qPrintable(QString::number(most)));
        QVERIFY(mute.hasPendingDatagrams());
    }

    void everyAddressOfAPoolIsARowAndASpareTakesTheDeadOnesPlace()
    {
        QStringList all;
        for (int i = 1; i <= 5; ++i)
            all.append(QStringLiteral("127.0.1.%1").arg(i));
        all.append(QStringLiteral("127.0.1.3")); // told twice
        Test::setAddresses(QStringLiteral("pool.test"), all);
        // chronyd has all of 127.0.0.0/8; whoever is bound to one of them takes that one's place.
        const quint16 port = m_lab.ntp(QStringLiteral("ntp-plain")).port;
        QUdpSocket mute;
        if (!mute.bind(QHostAddress(all.at(1)), port, QAbstractSocket::ReuseAddressHint))
            QSKIP("This system lets nobody bind an address beside a server of all addresses.");
        ServerTarget asked = target(port, milliseconds(100));
        asked.host = QStringLiteral("pool.test");
        asked.sources = 4;
        Monitor monitor(kQuick);
        const quint64 source = monitor.add(asked);
        WAIT_FOR(monitor, monitor.servers().size() == 4);
        const auto addressOf = [&](std::size_t i) {
            return monitor.servers()[i].address.toString();
        };
        WAIT_FOR(monitor,
                 std::all_of(monitor.servers().begin(), monitor.servers().end(),
                             [](const ServerState &each) { return each.counts.answered > 0; }));
        QCOMPARE(addressOf(0), all.at(0));
        QCOMPARE(addressOf(1), all.at(4)); // the spare one
        QCOMPARE(addressOf(2), all.at(2));
        QCOMPARE(addressOf(3), all.at(3));
        // Each has a vote of its own.
        WAIT_FOR(monitor, monitor.selection().voters == 4);
        // Anew, with one row that is kept and an address that answers by now.
        const quint64 first = monitor.servers()[0].id;
        mute.close();
        monitor.again(source);
        QCOMPARE(monitor.servers().front().id, first);
        WAIT_FOR(monitor, monitor.servers().size() == 4 &&
                              monitor.servers()[1].address.toString() == all.at(1) &&
                              monitor.servers()[1].counts.answered > 0);
        monitor.remove(source);
        QVERIFY(monitor.servers().empty());
    }

    void manyAreAddedBegunAnewAndRemovedAsOne()
    {
        const quint16 port = m_lab.ntp(QStringLiteral("ntp-plain")).port;
        Monitor monitor(kQuick);
        QSignalSpy rows(&monitor, &Monitor::serversChanged);
        std::vector<Monitor::Wanted> wanted;
        for (int i = 1; i <= 200; ++i) {
            ServerTarget each = target(port);
            each.host = QStringLiteral("127.0.2.%1").arg(i);
            wanted.push_back({each});
        }
        const QList<quint64> sources = monitor.add(std::move(wanted));
        QCOMPARE(rows.size(), 1);
        QCOMPARE(sources.size(), 200);
        QCOMPARE(monitor.servers().size(), std::size_t(200));
        for (std::size_t i = 0; i < 200; ++i) {
            const ServerState &each = monitor.servers()[i];
            QCOMPARE(each.source, sources[static_cast<qsizetype>(i)]);
            QCOMPARE(each.target.host, QStringLiteral("127.0.2.%1").arg(i + 1));
            QCOMPARE(monitor.server(each.id), &each);
        }
        const auto allAnswered = [&] {
            return std::all_of(monitor.servers().begin(), monitor.servers().end(),
                               [](const ServerState &each) { return each.counts.answered > 0; });
        };
        WAIT_FOR(monitor, allAnswered());
        QCOMPARE(rows.size(), 1);
        monitor.again(sources.mid(50, 100));
        QCOMPARE(rows.size(), 2);
        QCOMPARE(monitor.servers()[60].counts.answered, quint64(0));
        QVERIFY(monitor.servers()[10].counts.answered > 0);
        WAIT_FOR(monitor, allAnswered());
        monitor.remove(sources.mid(1));
        QCOMPARE(rows.size(), 3);
        QCOMPARE(monitor.servers().size(), std::size_t(1));
        QCOMPARE(monitor.servers()[0].target.host, QStringLiteral("127.0.2.1"));
        QCOMPARE(monitor.selection().voters, 1);
    }

    void anAddressOfTheOtherFamilyIsAnError()
    {
        ServerTarget asked = target(m_lab.ntp(QStringLiteral("ntp-plain")).port);
        asked.family = Family::V6;
        Monitor monitor(kQuick);
        monitor.add(asked);
        WAIT_FOR(monitor, monitor.servers()[0].phase == Phase::Failed);
        QVERIFY(monitor.servers()[0].error);
    }

    void whatIsRemovedIsHeardOfNoMore()
    {
        Monitor monitor(kQuick);
        const quint64 source = monitor.add(target(m_lab.ntp(QStringLiteral("ntp-plain")).port));
        monitor.add(target(m_lab.ntp(QStringLiteral("ntp-key")).port));
        WAIT_FOR(monitor, monitor.servers()[0].counts.answered > 2);
        const quint64 removed = monitor.servers()[0].id;
        monitor.remove(source);
        QVERIFY(!monitor.server(removed));
        bool heard = false;
        connect(&monitor, &Monitor::happened, this, [&](const QList<Outcome> &outcomes) {
            for (const Outcome &each : outcomes)
                heard = heard || each.server == removed;
        });
        const quint64 then = monitor.servers()[0].counts.answered;
        WAIT_FOR(monitor, monitor.servers()[0].counts.answered > then + 10);
        QVERIFY(!heard);
        QCOMPARE(monitor.selection().selected, 0);
    }

    // The servers tell this machine's own time: whatever the path does, zero lies inside.
    void theTrueErrorLiesInsideTheBound()
    {
        Monitor monitor({.burst = 16, .burstGap = milliseconds(20), .interval = milliseconds(50)});
        for (const Test::LabPath &each : m_lab.paths())
            monitor.add(target(each.port));
        int seen = 0;
        connect(&monitor, &Monitor::happened, this, [&](const QList<Outcome> &outcomes) {
            for (const Outcome &each : outcomes) {
                if (!each.sample)
                    continue;
                ++seen;
                const Sample &sample = *each.sample;
                QVERIFY2(std::abs(seconds(sample.offset)) <= seconds(sample.ownBound()),
                         qPrintable(QString::number(seconds(sample.offset), 'g', 12)));
                QVERIFY(sample.ownBound() <= sample.bound());
            }
        });
        connect(&monitor, &Monitor::updated, this, [&] {
            for (const ServerState &each : monitor.servers()) {
                if (const auto &estimate = each.filter.estimate())
                    QVERIFY(std::abs(seconds(estimate->offset)) <=
                            seconds(*each.distance(clockNow())));
            }
            if (const auto &agreed = monitor.selection().agreed)
                QVERIFY(seconds(agreed->low) <= 0 && seconds(agreed->high) >= 0);
        });
        const auto paths = static_cast<std::size_t>(m_lab.paths().size());
        WAIT_FOR(monitor, seen > 40 * static_cast<int>(paths));
        for (std::size_t i = 0; i < paths; ++i) {
            const Test::LabPath &path = m_lab.paths()[static_cast<qsizetype>(i)];
            const auto &estimate = monitor.servers()[i].filter.estimate();
            QVERIFY(estimate);
            // That the path was as crooked as it says.
            QVERIFY(seconds(estimate->delay) * 1000 >= path.out + path.back);
            QVERIFY(std::abs(seconds(estimate->offset) * 1000 - (path.out - path.back) / 2) <
                    15 + path.jitter);
            QVERIFY(monitor.servers()[i].choice.standing != Standing::Falseticker);
        }
    }

    void aBusyMainThreadChangesNoOffset()
    {
        Monitor monitor({.burst = 1, .interval = milliseconds(10)});
        monitor.add(target(m_lab.ntp(QStringLiteral("ntp-plain")).port));
        std::vector<Sample> measured;
        connect(&monitor, &Monitor::happened, this, [&](const QList<Outcome> &outcomes) {
            for (const Outcome &each : outcomes) {
                if (each.sample)
                    measured.push_back(*each.sample);
            }
        });
        QElapsedTimer clock;
        clock.start();
        while (measured.size() < 100 && clock.elapsed() < kDeadline) {
            QElapsedTimer block;
            block.start();
            while (block.elapsed() < 50)
                ;
            QCoreApplication::processEvents();
        }
        QVERIFY(measured.size() >= 100);
        for (std::size_t i = 1; i < measured.size(); ++i) {
            // Polls went on meanwhile, and were stamped when they came.
            QVERIFY(std::abs(seconds(measured[i].offset)) <= seconds(measured[i].ownBound()));
            // The first interleaved one measures the exchange before it once more.
            QVERIFY(measured[i].at >= measured[i - 1].at);
        }
        std::vector<double> delays;
        for (const Sample &each : measured)
            delays.push_back(seconds(each.delay));
        std::nth_element(delays.begin(), delays.begin() + 50, delays.end());
        QVERIFY2(delays[50] < 0.005, qPrintable(QString::number(delays[50])));
    }

private:
    [[nodiscard]] quint16 hostile(const char *mode) const
    {
        const auto found = m_lab.hostileClocks().constFind(QString::fromLatin1(mode));
        if (found == m_lab.hostileClocks().constEnd())
            qFatal("there is no clock %s", mode);
        return found->port;
    }
    quint64 addHostile(Monitor &monitor, const char *mode, int timeout = 5000) const
    {
        return monitor.add(target(hostile(mode), milliseconds(timeout)));
    }

    Test::Lab m_lab = Test::Lab::withNtp(
        true, true,
        {QStringLiteral("0:0"), QStringLiteral("0:5"), QStringLiteral("5:0"),
         QStringLiteral("0:60"), QStringLiteral("60:0"), QStringLiteral("1:20:10"),
         QStringLiteral("20:1:10"), QStringLiteral("30:30:5"), QStringLiteral("0:200"),
         QStringLiteral("200:0"), QStringLiteral("0:0:40"), QStringLiteral("3:90:30")});
};

PORTOLAN_LAB_TEST_MAIN(NtpMonitorTest)
#include "ntpmonitor.moc"
