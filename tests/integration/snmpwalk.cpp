// SPDX-License-Identifier: GPL-3.0-or-later
// Walks of the replay agent, well and with every fault.
#include "tests/integration/snmpsession.h"
#include "tests/support/snmpagent.h"

#include <QFile>
#include <QTemporaryFile>

using namespace SnmpTest;
using Portolan::Test::ReplayAgent;

namespace {

const Oid kEntry{1, 3, 6, 1, 4, 1, 99999, 1, 1};
const Oid kAll{1, 3, 6, 1};
const Oid kDescr{1, 3, 6, 1, 2, 1, 1, 1, 0};

std::vector<Oid> columns(std::uint32_t count)
{
    std::vector<Oid> roots;
    for (std::uint32_t column = 1; column <= count; ++column)
        roots.push_back(kEntry.child(column));
    return roots;
}

// Everything, once, of what `--generate` made with the index "integer".
void verifyTable(const Walked &walked, std::uint32_t columnCount, std::uint32_t rowCount)
{
    QCOMPARE(walked.summary.varbinds, quint64(columnCount) * rowCount);
    const auto oids = walked.sorted();
    QCOMPARE(oids.size(), std::size_t(columnCount) * rowCount);
    std::size_t i = 0;
    for (std::uint32_t column = 1; column <= columnCount; ++column) {
        for (std::uint32_t row = 1; row <= rowCount; ++row)
            QVERIFY(oids[i++] == kEntry.child(column).child(row));
    }
}

qint64 residentKilobytes(qint64 pid)
{
    QFile file(QStringLiteral("/proc/%1/status").arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.simplified().split(' ').at(1).toLongLong();
    }
    return 0;
}

} // namespace

class SnmpWalkTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTableComesCompleteByItsColumns()
    {
        const ReplayAgent replay({QStringLiteral("--generate"), QStringLiteral("8x500"),
                                  QStringLiteral("--delay"), QStringLiteral("10")});
        QVERIFY(replay.port() != 0);
        Session session(localTarget(replay.port()));
        const Walked walked = session.walk(columns(8));
        QVERIFY(!walked.summary.problem);
        verifyTable(walked, 8, 500);
        QVERIFY(walked.summary.window > 4);
        // Two round trips are 20 ms; a machine that is busy with other tests gets some more.
        QVERIFY(*walked.summary.firstRows < std::chrono::milliseconds(200));
    }

    void aTableComesCompleteWithoutItsColumns()
    {
        const ReplayAgent replay({QStringLiteral("--generate"), QStringLiteral("6x700"),
                                  QStringLiteral("--delay"), QStringLiteral("10")});
        Session session(localTarget(replay.port()));
        const Walked walked = session.walk({kEntry});
        QVERIFY(!walked.summary.problem);
        verifyTable(walked, 6, 700);
        QVERIFY(walked.summary.window > 4);
    }

    // Most of a device is small tables, and nobody says which: many requests at once all the same.
    void aWholeDeviceFarAwayIsReadAtOnceInItsBranches()
    {
        QTemporaryFile recording;
        QVERIFY(recording.open());
        std::vector<Oid> expected;
        for (std::uint32_t module = 1; module <= 30; ++module) {
            for (std::uint32_t column = 1; column <= 12; ++column) {
                for (std::uint32_t row = 1; row <= 1 + module % 7; ++row) {
                    expected.push_back(
                        Oid{1, 3, 6, 1, 4, 1, 9, module, 2, 1, 1, column, row * row * 77});
                    recording.write(expected.back().text().toLatin1() + "|2|7\n");
                }
            }
        }
        recording.flush();
        const ReplayAgent replay({QStringLiteral("--recording"), recording.fileName(),
                                  QStringLiteral("--delay"), QStringLiteral("20")});
        Session session(localTarget(replay.port()));
        const Walked walked = session.walk({kAll});
        QVERIFY(!walked.summary.problem);
        QVERIFY(walked.sorted() == expected);
        // One after the other, of 25 rows each, took more round trips than that.
        const auto serial = std::chrono::milliseconds(20) * (expected.size() / 25);
        QVERIFY2(walked.summary.elapsed < serial / 2,
                 qPrintable(QString::number(walked.summary.elapsed.count())));
    }

    void sparseIndexesLoseAndDoubleNothing()
    {
        const ReplayAgent replay({QStringLiteral("--generate"), QStringLiteral("5x900"),
                                  QStringLiteral("--index"), QStringLiteral("address"),
                                  QStringLiteral("--delay"), QStringLiteral("5")});
        Session session(localTarget(replay.port()));
        WalkRequest slow;
        slow.roots = {kEntry};
        slow.oneAtATime = true;
        const Walked reference = session.walk(slow);
        QVERIFY(!reference.summary.problem);
        QVERIFY(reference.rows.size() > 4000);
        const auto expected = reference.sorted();
        QVERIFY(session.walk({kEntry}).sorted() == expected);
        QVERIFY(session.walk(columns(5)).sorted() == expected);
    }

    void severalSubtreesAreTagged()
    {
        const ReplayAgent replay({QStringLiteral("--generate"), QStringLiteral("3x40")});
        Session session(localTarget(replay.port()));
        const auto queue = makeWalkQueue();
        WalkRequest request;
        request.roots = {kEntry.child(3), Oid{1, 3, 6, 1, 2, 1, 1}, kEntry.child(3).child(7)};
        const RequestId id = session.agent.walk(request, queue);
        QVERIFY(QTest::qWaitFor([&] { return session.walks.contains(id); }, kWait));
        std::map<quint32, std::size_t> counts;
        for (const WalkChunk &chunk : queue->take(10'000).items) {
            for (const Varbind &each : chunk.rows)
                QVERIFY(each.oid.startsWith(request.roots[chunk.root]));
            counts[chunk.root] += chunk.rows.size();
        }
        // The third one lies inside the first.
        QCOMPARE(counts, (std::map<quint32, std::size_t>{{0, 40}, {1, 3}}));
    }

    void anInstanceIsReadAsOne()
    {
        const ReplayAgent replay({QStringLiteral("--generate"), QStringLiteral("1x1")});
        Session session(localTarget(replay.port()));
        const Walked walked = session.walk({kDescr});
        QCOMPARE(walked.rows.size(), std::size_t(1));
        QCOMPARE(walked.rows.front().value.bytes(), QByteArray("Replay agent"));
        QCOMPARE(session.walk({Oid{1, 3, 6, 1, 2, 1, 99}}).rows.size(), std::size_t(0));
    }

    void version1WalksByGetNext()
    {
        const ReplayAgent replay({QStringLiteral("--generate"), QStringLiteral("3x60")});
        AgentTarget target = localTarget(replay.port());
        target.version = Version::V1;
        Session session(target);
        const Walked walked = session.walk({kEntry});
        QVERIFY(!walked.summary.problem);
        verifyTable(walked, 3, 60);
    }

    void faultsThatCanBeOvercome_data()
    {
        QTest::addColumn<QStringList>("options");
        const auto row = [](const char *name, const char *options) {
            QTest::newRow(name) << QString::fromLatin1(options).split(QLatin1Char(' '));
        };
        row("replies that are cut off", "--most-rows 7");
        row("short messages", "--most-bytes 500");
        row("too big above ten", "--too-big-over 10");
        row("too big above one", "--too-big-over 1");
        row("a tenth is lost", "--loss 0.1 --delay 2");
        row("a third is lost", "--loss 0.33");
        row("everything comes twice", "--duplicate 1 --delay 2");
        row("some with a wrong number", "--wrong-id 0.1");
        row("some damaged", "--garbage 0.1");
        row("jitter that changes the order", "--delay 2 --jitter 20");
        row("GETBULK without rows", "--empty-bulk 1");
        row("a busy processor", "--cost 100");
        row("all at once",
            "--loss 0.05 --duplicate 0.2 --jitter 10 --most-rows 13 --wrong-id 0.05 --delay 2");
    }
    void faultsThatCanBeOvercome()
    {
        QFETCH(const QStringList, options);
        const ReplayAgent replay(
            options + QStringList{QStringLiteral("--generate"), QStringLiteral("4x150")});
        QVERIFY(replay.port() != 0);
        AgentTarget target = localTarget(replay.port());
        target.timeout = std::chrono::milliseconds(300);
        target.retries = 8;
        Session session(target);
        const Walked walked = session.walk(columns(4));
        QVERIFY2(!walked.summary.problem,
                 qUtf8Printable(walked.summary.problem ? walked.summary.problem->what : QString()));
        verifyTable(walked, 4, 150);
        const Walked again = session.walk({kEntry});
        QVERIFY(!again.summary.problem);
        verifyTable(again, 4, 150);
    }

    void anAgentWithoutGetBulkIsWalkedByGetNext()
    {
        const ReplayAgent replay({QStringLiteral("--generate"), QStringLiteral("2x40"),
                                  QStringLiteral("--no-bulk"), QStringLiteral("1")});
        AgentTarget target = localTarget(replay.port());
        target.timeout = std::chrono::milliseconds(100);
        target.retries = 1;
        Session session(target);
        QVERIFY(session.get({kDescr}).has_value());
        const Walked walked = session.walk({kEntry});
        QVERIFY(!walked.summary.problem);
        verifyTable(walked, 2, 40);
    }

    void aLoopEndsWithItsName()
    {
        const ReplayAgent replay({QStringLiteral("--generate"), QStringLiteral("3x200"),
                                  QStringLiteral("--loop-at"), QStringLiteral("100")});
        Session session(localTarget(replay.port()));
        WalkRequest slow;
        slow.roots = {kEntry};
        slow.oneAtATime = true;
        for (const Walked &walked : {session.walk({kEntry}), session.walk(slow)}) {
            QVERIFY(walked.summary.problem.has_value());
            QCOMPARE(faultOf(*walked.summary.problem), Fault::NotIncreasing);
            QVERIFY(walked.summary.varbinds >= 98);
            QVERIFY(walked.summary.varbinds <= 600);
        }
    }

    void objectsInWrongOrderAreNamed()
    {
        const ReplayAgent replay({QStringLiteral("--generate"), QStringLiteral("2x100"),
                                  QStringLiteral("--swap-at"), QStringLiteral("30")});
        Session session(localTarget(replay.port()));
        const Walked walked = session.walk(columns(2));
        QVERIFY(walked.summary.problem.has_value());
        QCOMPARE(faultOf(*walked.summary.problem), Fault::NotIncreasing);
        // The other column is whole.
        QVERIFY(walked.summary.varbinds >= 100);
    }

    void anObjectThatCannotBeGivenIsNamedAndTheRestComes()
    {
        const ReplayAgent replay({QStringLiteral("--generate"), QStringLiteral("2x100"),
                                  QStringLiteral("--gen-err-at"), QStringLiteral("40")});
        Session session(localTarget(replay.port()));
        const Walked walked = session.walk(columns(2));
        QVERIFY(walked.summary.problem.has_value());
        QCOMPARE(faultOf(*walked.summary.problem), Fault::GenErr);
        QVERIFY(walked.summary.varbinds >= 130);
    }

    void anAgentThatFallsSilentIsGivenUpSoon()
    {
        const ReplayAgent replay({QStringLiteral("--generate"), QStringLiteral("4x2000"),
                                  QStringLiteral("--silent-after"), QStringLiteral("20")});
        AgentTarget target = localTarget(replay.port());
        target.timeout = std::chrono::milliseconds(200);
        target.retries = 1;
        Session session(target);
        QElapsedTimer clock;
        clock.start();
        const Walked walked = session.walk(columns(4));
        QVERIFY(walked.summary.problem.has_value());
        QCOMPARE(faultOf(*walked.summary.problem), Fault::Silence);
        QVERIFY(walked.summary.varbinds > 100);
        QVERIFY2(clock.elapsed() < 15'000, qPrintable(QString::number(clock.elapsed())));
    }

    void aSilentAgentIsOneError()
    {
        const ReplayAgent replay({QStringLiteral("--generate"), QStringLiteral("1x1")});
        AgentTarget target = localTarget(replay.port());
        target.timeout = std::chrono::milliseconds(100);
        target.retries = 1;
        Session session(target, community("wrong"));
        const Walked walked = session.walk(columns(17));
        QVERIFY(walked.summary.problem.has_value());
        QCOMPARE(walked.summary.problem->kind, Error::Kind::Timeout);
        QCOMPARE(walked.summary.varbinds, quint64(0));
        QVERIFY(walked.summary.elapsed < std::chrono::seconds(10));
    }

    void answersFromElsewhereAreNamed()
    {
        const ReplayAgent replay({QStringLiteral("--generate"), QStringLiteral("1x1"),
                                  QStringLiteral("--elsewhere"), QStringLiteral("1")});
        AgentTarget target = localTarget(replay.port());
        target.timeout = std::chrono::milliseconds(100);
        target.retries = 1;
        Session session(target);
        const auto result = session.get({kDescr});
        QCOMPARE(faultIn(result), Fault::Elsewhere);
        QVERIFY(QTest::qWaitFor([&] { return session.agent.facts().elsewhere == 2; }, kWait));
    }

    void aClosedPortIsSaidAtOnce()
    {
        quint16 port = 0;
        {
            const ReplayAgent replay({QStringLiteral("--generate"), QStringLiteral("1x1")});
            port = replay.port();
        }
        Session session(localTarget(port));
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(faultIn(session.get({kDescr})), Fault::Closed);
        QVERIFY(clock.elapsed() < 5000);
    }

    void hugeValuesArrive()
    {
        const ReplayAgent replay({QStringLiteral("--generate"), QStringLiteral("2x20"),
                                  QStringLiteral("--huge"), QStringLiteral("60000")});
        Session session(localTarget(replay.port()));
        const Walked walked = session.walk({kAll});
        QVERIFY(!walked.summary.problem);
        QCOMPARE(walked.rows.size(), std::size_t(44));
        QVERIFY(std::any_of(walked.rows.begin(), walked.rows.end(), [](const Varbind &each) {
            return each.value.bytes().size() == 60'000;
        }));
    }

    void wrongNumbersAndLateRepliesAreCounted()
    {
        const ReplayAgent replay({QStringLiteral("--generate"), QStringLiteral("1x1"),
                                  QStringLiteral("--duplicate"), QStringLiteral("1"),
                                  QStringLiteral("--wrong-id"), QStringLiteral("0.5")});
        AgentTarget target = localTarget(replay.port());
        target.timeout = std::chrono::milliseconds(60);
        target.retries = 20;
        Session session(target);
        for (int i = 0; i < 20; ++i)
            QVERIFY(session.get({kDescr}).has_value());
        QVERIFY(QTest::qWaitFor(
            [&] {
                const AgentFacts &facts = session.agent.facts();
                return facts.late > 0 && facts.wrongId > 0 && facts.answered == 20;
            },
            kWait));
    }

    void guardsEndAWalk()
    {
        const ReplayAgent replay({QStringLiteral("--generate"), QStringLiteral("10x1000"),
                                  QStringLiteral("--delay"), QStringLiteral("5")});
        Session session(localTarget(replay.port()));
        WalkRequest request;
        request.roots = {kEntry};
        request.mostVarbinds = 1234;
        Walked walked = session.walk(request);
        QCOMPARE(walked.rows.size(), std::size_t(1234));
        QCOMPARE(faultOf(*walked.summary.problem), Fault::TooMuch);
        request.mostVarbinds = 1'000'000;
        request.mostTime = std::chrono::milliseconds(30);
        walked = session.walk(request);
        QCOMPARE(faultOf(*walked.summary.problem), Fault::TooMuch);
        QVERIFY(walked.rows.size() < 10'000);
    }

    void cancelIsQuickAndToldOnce()
    {
        const ReplayAgent replay({QStringLiteral("--generate"), QStringLiteral("20x20000"),
                                  QStringLiteral("--delay"), QStringLiteral("1")});
        Session session(localTarget(replay.port()));
        const auto queue = makeWalkQueue();
        WalkRequest request;
        request.roots = {kEntry};
        const RequestId id = session.agent.walk(request, queue);
        QVERIFY(QTest::qWaitFor([&] { return queue->size() > 50; }, kWait));
        QElapsedTimer clock;
        clock.start();
        session.agent.cancel(id);
        session.agent.cancel(id);
        QVERIFY(QTest::qWaitFor([&] { return session.walks.contains(id); }, kWait));
        QVERIFY2(clock.elapsed() <= 200, qPrintable(QString::number(clock.elapsed())));
        QCOMPARE(session.walks.at(id).problem->kind, Error::Kind::Cancelled);
        session.agent.cancel(id);
        // Nothing of it is on the way any more: the next answer comes at once, and it alone.
        QVERIFY(session.get({kDescr}).has_value());
        QCOMPARE(session.times[id], 1);
        QVERIFY(QTest::qWaitFor([&] { return session.agent.pending() == 0; }, kWait));
    }

    void aReaderThatDoesNotReadStopsTheWalk()
    {
        const ReplayAgent replay({QStringLiteral("--generate"), QStringLiteral("10x30000"),
                                  QStringLiteral("--most-rows"), QStringLiteral("20")});
        Session session(localTarget(replay.port()));
        const auto queue = makeWalkQueue();
        WalkRequest request;
        request.roots = {kEntry};
        const qint64 before = residentKilobytes(QCoreApplication::applicationPid());
        const RequestId id = session.agent.walk(request, queue);
        QVERIFY(QTest::qWaitFor([&] { return queue->size() >= 2000; }, kWait));
        // Replies on the way still arrive; then it waits.
        std::size_t last = 0;
        QElapsedTimer unchanged;
        QVERIFY(QTest::qWaitFor(
            [&] {
                if (last != queue->size()) {
                    last = queue->size();
                    unchanged.start();
                }
                return unchanged.isValid() && unchanged.elapsed() > 300;
            },
            kWait));
        QVERIFY(last < 2200);
        QVERIFY(residentKilobytes(QCoreApplication::applicationPid()) - before < 100'000);
        std::size_t rows = 0;
        QVERIFY(QTest::qWaitFor(
            [&] {
                for (const WalkChunk &chunk : queue->take(100).items)
                    rows += chunk.rows.size();
                return session.walks.contains(id) && queue->size() == 0;
            },
            kWait));
        QCOMPARE(rows, std::size_t(300'000));
        QVERIFY(!session.walks.at(id).problem);
    }

    void whatAnAgentStoodWellIsRemembered()
    {
        const ReplayAgent replay({QStringLiteral("--generate"), QStringLiteral("4x300"),
                                  QStringLiteral("--too-big-over"), QStringLiteral("6")});
        Session session(localTarget(replay.port()));
        const Walked first = session.walk({kEntry});
        QVERIFY(first.summary.tooBig > 0);
        Session other(localTarget(replay.port()));
        QVERIFY(other.walk({Oid{1, 3, 6, 1, 2, 1, 1}}).rows.size() == 3); // it says who it is
        other.agent.cancelAll();
        const Walked second = other.walk({kEntry});
        QVERIFY(!second.summary.problem);
        QVERIFY(second.summary.tooBig < first.summary.tooBig || second.summary.tooBig <= 1);
        QVERIFY(second.summary.repetitions <= 6);
    }
};

QTEST_GUILESS_MAIN(SnmpWalkTest)
#include "snmpwalk.moc"
