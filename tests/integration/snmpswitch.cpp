// SPDX-License-Identifier: GPL-3.0-or-later
// The ports of a switch, read from a replayed one and from a real agent.
#include "core/snmp/ports/portreader.h"
#include "tests/integration/snmpsession.h"
#include "tests/support/lab.h"
#include "tests/support/snmpagent.h"
#include "tests/support/switchrecording.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTimer>

using namespace SnmpTest;
using Portolan::Test::Lab;
using Portolan::Test::ReplayAgent;

namespace {

struct Reading
{
    explicit Reading(quint16 port)
        : session(localTarget(port))
        , reader(session.agent)
    {
        QObject::connect(&reader, &PortReader::finished, &reader, [this] { ++finished; });
        QObject::connect(&reader, &PortReader::failed, &reader,
                         [this](const Error &how) { error = how; });
    }
    bool wait()
    {
        const int before = finished;
        return QTest::qWaitFor([&] { return finished > before || error; }, kWait);
    }
    Session session;
    PortReader reader;
    int finished = 0;
    std::optional<Error> error;
};

} // namespace

class SnmpSwitchTest final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_file;

private Q_SLOTS:
    void initTestCase()
    {
        m_file = m_folder.filePath(QStringLiteral("switch.snmprec"));
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.write(Portolan::Test::switchRecording(52)) > 0);
    }

    void aSwitchIsReadAndJoined()
    {
        const ReplayAgent agent({QStringLiteral("--recording"), m_file});
        Reading reading(agent.port());
        reading.reader.readAll();
        QVERIFY(reading.wait());
        QVERIFY2(!reading.error, qPrintable(reading.error ? reading.error->what : QString()));
        const PortView &view = reading.reader.view();
        QCOMPARE(view.system, QStringLiteral("made-up"));
        QCOMPARE(view.ports.size(), std::size_t(52));
        const SwitchPort &third = view.ports[2];
        QCOMPARE(third.name, QStringLiteral("Gi0/3"));
        QCOMPARE(third.state, PortState::Up);
        QCOMPARE(third.untagged, std::vector<quint32>{10});
        QCOMPARE(third.macs.size(), std::size_t(1));
        QCOMPARE(third.macs[0].vlan, std::optional<quint32>(10));
        QCOMPARE(third.neighbors.size(), std::size_t(1));
        QCOMPARE(third.neighbors[0].text(), QStringLiteral("neighbor"));
        QVERIFY(!third.neighbors[0].isGuess);
        QCOMPARE(third.inOctets, std::optional<quint64>(123456789012));
        QCOMPARE(third.inErrors, std::optional<quint64>(7));
        QCOMPARE(third.changedBefore, std::optional<quint32>(4'000'000));
        QCOMPARE(view.ports[3].state, PortState::Down);
        QVERIFY(view.gaps.join(QLatin1Char(' ')).contains(QStringLiteral("EtherLike")));
        // A recording's clock stands: no rate is made up.
        reading.reader.refresh();
        QVERIFY(reading.wait());
        QVERIFY(!reading.reader.view().ports[2].rates);
        QVERIFY(!reading.reader.isRunning());
    }

    void tooBigIsAskedForInSmallerParts()
    {
        const ReplayAgent agent({QStringLiteral("--recording"), m_file,
                                 QStringLiteral("--too-big-over"), QStringLiteral("12")});
        Reading reading(agent.port());
        reading.reader.readAll();
        QVERIFY(reading.wait());
        QVERIFY(!reading.error);
        QCOMPARE(reading.reader.view().ports.size(), std::size_t(52));
        reading.reader.refresh();
        QVERIFY(reading.wait());
        QVERIFY(!reading.error);
        QCOMPARE(reading.reader.view().ports[0].state, PortState::Up);
    }

    void anAgentThatGoesAwayIsAnErrorAndKeepsWhatWasRead()
    {
        auto agent =
            std::make_unique<ReplayAgent>(QStringList{QStringLiteral("--recording"), m_file});
        Reading reading(agent->port());
        reading.reader.readAll();
        QVERIFY(reading.wait());
        agent.reset();
        reading.reader.refresh();
        QVERIFY(reading.wait());
        QVERIFY(reading.error);
        QCOMPARE(reading.reader.view().ports.size(), std::size_t(52));
    }

    void cancelTellsNothingMore()
    {
        const ReplayAgent agent({QStringLiteral("--recording"), m_file, QStringLiteral("--delay"),
                                 QStringLiteral("50")});
        Reading reading(agent.port());
        reading.reader.readAll();
        QVERIFY(reading.reader.isRunning());
        reading.reader.cancel();
        QVERIFY(!reading.reader.isRunning());
        // Long enough for the answers that must not count.
        QVERIFY(!QTest::qWaitFor([&] { return reading.finished > 0 || reading.error; }, 200));
    }

    void ratesAreThoseOfARealAgent()
    {
        const Lab lab(Lab::withSnmp());
        QCOMPARE(lab.error(), QString());
        Reading reading(lab.snmp().port);
        reading.reader.readAll();
        QVERIFY(reading.wait());
        QVERIFY(!reading.error);
        const PortView &view = reading.reader.view();
        QVERIFY(!view.ports.empty());
        QVERIFY(view.gaps.join(QLatin1Char(' ')).contains(QStringLiteral("BRIDGE")));
        // snmpd reads its interfaces anew after some seconds; until then its counters stand.
        const auto anyRate = [&view] {
            return std::any_of(view.ports.begin(), view.ports.end(), [](const SwitchPort &port) {
                return port.rates && port.rates->inBits > 0;
            });
        };
        QObject::connect(&reading.reader, &PortReader::finished, &reading.reader, [&reading] {
            QTimer::singleShot(200, &reading.reader, &PortReader::refresh);
        });
        reading.reader.refresh();
        // The questions themselves are traffic of the loopback interface.
        QVERIFY(QTest::qWaitFor(anyRate, kWait));
        QVERIFY(!reading.error);
    }
};

QTEST_GUILESS_MAIN(SnmpSwitchTest)
#include "snmpswitch.moc"
