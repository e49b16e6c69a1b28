// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/reaper.h"
#include "core/ssh/connectionpool.h"
#include "tests/integration/sshsession.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

#ifdef __SANITIZE_ADDRESS__
extern "C" std::size_t
__sanitizer_get_current_allocated_bytes(void); // its header is not everywhere
#else
#include <malloc.h>
#endif

using namespace Portolan;
using namespace SshTest;

namespace {

// Takes a little, says Stop, and waits to be told to go on.
class SlowSink : public Ssh::ChannelSink
{
public:
    Flow received(std::string_view data, bool) override
    {
        bytes += data.size();
        sinceResume += data.size();
        if (m_open)
            return Flow::More;
        ++stops;
        return Flow::Stop;
    }
    void ended(const Ssh::ExitStatus &) override { hasEnded = true; }
    void open() { m_open = true; }

    std::atomic<std::size_t> bytes = 0;
    std::atomic<std::size_t> sinceResume = 0;
    std::atomic<int> stops = 0;
    std::atomic<bool> hasEnded = false;

private:
    std::atomic<bool> m_open = false;
};

// What is allocated and not freed.
std::size_t heapBytes()
{
#ifdef __SANITIZE_ADDRESS__
    return __sanitizer_get_current_allocated_bytes();
#else
    return mallinfo2().uordblks;
#endif
}

} // namespace

class SshChannelsTest : public QObject
{
    Q_OBJECT

private:
    Test::Lab m_lab{{QStringLiteral("publickey")}};

    std::unique_ptr<Session> connected(Ssh::Options options)
    {
        options.identityFiles = {m_lab.client().ed25519};
        auto session =
            std::make_unique<Session>(targetOf(m_lab.server(QStringLiteral("publickey"))), options);
        session->connectAndWait();
        return session;
    }
    std::unique_ptr<Session> connected() { return connected(optionsOf(m_lab)); }

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_lab.error().isEmpty(), qPrintable(m_lab.error())); }
    void cleanup() { QCOMPARE(Reaper::waitForAll(std::chrono::seconds(20)), 0); }

    void commandsEndWithTheirCodeOrTheirSignal()
    {
        const auto session = connected();
        QCOMPARE(session->readies, 1);
        auto &connection = *session->connection;
        QCOMPARE(runCommand(connection, QStringLiteral("true")).status->code,
                 std::optional<int>(0));
        QCOMPARE(runCommand(connection, QStringLiteral("exit 255")).status->code,
                 std::optional<int>(255));
        const Ran killed = runCommand(connection, QStringLiteral("kill -TERM $$"));
        QVERIFY(killed.status.has_value());
        QVERIFY(!killed.status->code.has_value());
        QCOMPARE(killed.status->signal, QStringLiteral("TERM"));
        QVERIFY(!killed.status->lost);
    }

    void aSignalReachesTheCommand()
    {
        const auto session = connected();
        const auto sink = std::make_shared<Collector>();
        std::optional<Ssh::ExitStatus> status;
        const auto channel = session->connection->exec(
            {QStringLiteral(
                "trap 'echo got it; exit 7' INT; echo set; while :; do sleep 0.05; done")},
            sink);
        connect(channel.get(), &Ssh::Channel::closed, this, [&](const auto &s) { status = s; });
        QTRY_VERIFY_WITH_TIMEOUT(sink->has("set"), kWait);
        channel->sendSignal(QStringLiteral("INT"));
        QTRY_VERIFY_WITH_TIMEOUT(status.has_value(), kWait);
        QCOMPARE(sink->output(), std::string("set\ngot it\n"));
        QCOMPARE(status->code, std::optional<int>(7));
    }

    void aShellHasATerminalThatFollowsResizes()
    {
        const auto session = connected();
        const auto sink = std::make_shared<Collector>();
        Ssh::ShellRequest request;
        request.columns = 91;
        request.rows = 23;
        request.environment = {{QStringLiteral("LC_LAB_WORD"), QStringLiteral("한글")},
                               {QStringLiteral("REFUSED"), QStringLiteral("x")}};
        int opened = 0;
        std::optional<Ssh::ExitStatus> status;
        auto channel = session->connection->openShell(request, sink);
        connect(channel.get(), &Ssh::Channel::opened, this, [&] { ++opened; });
        connect(channel.get(), &Ssh::Channel::closed, this, [&](const auto &s) { status = s; });
        channel->write("stty size; echo term=$TERM word=$LC_LAB_WORD refused=$REFUSED.\n");
        QTRY_VERIFY_WITH_TIMEOUT(sink->has("23 91"), kWait);
        QTRY_VERIFY_WITH_TIMEOUT(sink->has("term=xterm-256color word=한글 refused=."), kWait);
        QTRY_COMPARE_WITH_TIMEOUT(opened, 1, kWait); // the sink's thread may be ahead of ours
        channel->resize(120, 50);
        channel->resize(133, 44);
        // A resize overtakes nothing: what is written after it sees it.
        channel->write("stty size\n");
        QTRY_VERIFY_WITH_TIMEOUT(sink->has("44 133"), kWait);
        channel->writer()("exit 5\n");
        QTRY_VERIFY_WITH_TIMEOUT(status.has_value(), kWait);
        QCOMPARE(status->code, std::optional<int>(5));
        channel->writer()("too late\n");
        channel->resize(10, 10);
    }

    void aCommandMayHaveATerminal()
    {
        const auto session = connected();
        const auto sink = std::make_shared<Collector>();
        Ssh::ExecRequest request{QStringLiteral("tty; stty size; echo error >&2")};
        request.pty = Ssh::ShellRequest{};
        bool closed = false;
        const auto channel = session->connection->exec(request, sink);
        connect(channel.get(), &Ssh::Channel::closed, this, [&] { closed = true; });
        QTRY_VERIFY_WITH_TIMEOUT(closed, kWait);
        QVERIFY(sink->has("/dev/pts/"));
        QVERIFY(sink->has("24 80"));
        QVERIFY(sink->has("error"));
        QVERIFY(sink->errors().empty());
    }

    void twentyChannelsShareOneConnection()
    {
        const auto session = connected();
        std::vector<std::shared_ptr<Collector>> sinks;
        std::vector<std::unique_ptr<Ssh::Channel>> channels;
        int closed = 0;
        for (int i = 0; i < 20; ++i) {
            sinks.push_back(std::make_shared<Collector>());
            channels.push_back(session->connection->exec(
                {QStringLiteral("read x; echo $x; echo $SSH_CONNECTION")}, sinks.back()));
            connect(channels.back().get(), &Ssh::Channel::closed, this, [&] { ++closed; });
        }
        for (int i = 19; i >= 0; --i)
            channels[static_cast<std::size_t>(i)]->write("line " + std::to_string(i) + "\n");
        QTRY_COMPARE_WITH_TIMEOUT(closed, 20, kWait);
        const std::string first = sinks[0]->output();
        const auto connectionLine = first.substr(first.find('\n'));
        for (int i = 0; i < 20; ++i)
            QCOMPARE(sinks[static_cast<std::size_t>(i)]->output(),
                     "line " + std::to_string(i) + connectionLine);
    }

    void channelsOpenedBeforeTheLoginWaitForIt()
    {
        auto options = optionsOf(m_lab);
        options.identityFiles = {m_lab.client().ed25519};
        Session session(targetOf(m_lab.server(QStringLiteral("publickey"))), options);
        const auto early = std::make_shared<Collector>();
        const auto during = std::make_shared<Collector>();
        const auto first = session.connection->exec({QStringLiteral("echo early")}, early);
        session.connection->start();
        const auto second = session.connection->exec({QStringLiteral("echo during")}, during);
        QTRY_COMPARE_WITH_TIMEOUT(early->output(), std::string("early\n"), kWait);
        QTRY_COMPARE_WITH_TIMEOUT(during->output(), std::string("during\n"), kWait);
    }

    void aDestroyedHandleEndsItsCommandAndNothingElse()
    {
        const auto session = connected();
        const auto sink = std::make_shared<Collector>();
        const auto other = std::make_shared<Collector>();
        auto channel = session->connection->exec({QStringLiteral("echo here; cat")}, sink);
        const auto stays = session->connection->exec({QStringLiteral("echo there; cat")}, other);
        QTRY_VERIFY_WITH_TIMEOUT(sink->has("here") && other->has("there"), kWait);
        channel.reset();
        stays->write("still alive\n");
        QTRY_VERIFY_WITH_TIMEOUT(other->has("still alive"), kWait);
        QVERIFY(!sink->status().has_value());
        QTRY_COMPARE_WITH_TIMEOUT(session->connection->lastMetrics().channels, 1, kWait);
    }

    void aBigInputArrivesWhole()
    {
        const auto session = connected();
        const auto sink = std::make_shared<Collector>();
        const auto channel = session->connection->exec({QStringLiteral("sha256sum; wc -c")}, sink);
        QCryptographicHash hash(QCryptographicHash::Sha256);
        constexpr std::size_t kTotal = 24 * 1024 * 1024;
        std::string block(100'000, '\0');
        for (std::size_t i = 0; i < block.size(); ++i)
            block[i] = static_cast<char>(i * 31 + i / 251);
        std::size_t written = 0;
        bool finished = false;
        const auto feed = [&] {
            while (written < kTotal) {
                const auto part =
                    std::string_view(block).substr(0, std::min(block.size(), kTotal - written));
                const std::size_t taken = channel->write(part);
                hash.addData({part.data(), static_cast<qsizetype>(taken)});
                written += taken;
                QVERIFY(channel->unsentBytes() <= Ssh::Channel::kWriteLimit);
                if (taken < part.size())
                    return; // writable() will call again
            }
            if (!std::exchange(finished, true))
                channel->sendEof();
        };
        connect(channel.get(), &Ssh::Channel::writable, this, feed);
        feed();
        QVERIFY(written < kTotal); // it must have been told to wait
        QTRY_VERIFY_WITH_TIMEOUT(sink->status().has_value(), kWait);
        QCOMPARE(written, kTotal);
        QVERIFY2(sink->has(hash.result().toHex().toStdString()), sink->output().c_str());
    }

    void aHundredMegabytesWaitAtTheServerWhileTheSinkIsSlow()
    {
        const auto session = connected();
        const auto sink = std::make_shared<SlowSink>();
        constexpr std::size_t kTotal = 100 * 1024 * 1024;
        constexpr std::size_t kMost = 16 * 1024 * 1024;
        const std::size_t before = heapBytes();
        const auto channel =
            session->connection->exec({QStringLiteral("head -c %1 /dev/zero").arg(kTotal)}, sink);
        QTRY_COMPARE_WITH_TIMEOUT(sink->stops.load(), 1, kWait);
        // While it is stopped the others go on, and no more comes than libssh may hold.
        QCOMPARE(runCommand(*session->connection, QStringLiteral("echo fine")).output,
                 std::string("fine\n"));
        for (int i = 2; i <= 200; ++i) {
            channel->resume();
            QVERIFY(QTest::qWaitFor([&] { return sink->stops >= i; }, kWait));
            QVERIFY2(heapBytes() < before + kMost,
                     qPrintable(QString::number(heapBytes() - before)));
        }
        const auto seconds = session->connection->lastMetrics().sessionLength;
        QTRY_VERIFY_WITH_TIMEOUT(session->connection->lastMetrics().sessionLength > seconds, kWait);
        QVERIFY(session->connection->lastMetrics().bytesIn < sink->bytes + kMost);
        QVERIFY(sink->bytes < kTotal / 2);
        sink->open();
        QElapsedTimer timer;
        timer.start();
        channel->resume();
        std::size_t most = 0;
        QVERIFY(QTest::qWaitFor(
            [&] {
                most = std::max(most, heapBytes());
                return sink->hasEnded.load();
            },
            120'000));
        QCOMPARE(sink->bytes.load(), kTotal);
        QVERIFY2(most < before + kMost, qPrintable(QString::number(most - before)));
        qInfo("the rest of 100 MB in %lld ms; at most %zu KB of memory", timer.elapsed(),
              (most - std::min(most, before)) / 1024);
    }

    void aFloodDoesNotHoldUpTheEnd()
    {
        const auto session = connected();
        const auto sink = std::make_shared<SlowSink>();
        sink->open();
        auto channel = session->connection->exec({QStringLiteral("yes")}, sink);
        QTRY_VERIFY_WITH_TIMEOUT(sink->bytes > 5'000'000, kWait);
        QElapsedTimer timer;
        timer.start();
        session->connection->close();
        QVERIFY(timer.elapsed() < 100);
        QCOMPARE(Reaper::waitForAll(std::chrono::seconds(20)), 0);
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(sink->hasEnded);
    }

    void rekeysAreCountedAndBreakNothing()
    {
        auto options = optionsOf(m_lab);
        options.rekeyBytes = 2 * 1024 * 1024;
        const auto session = connected(options);
        QVERIFY2(session->readies == 1, session->story().constData());
        const Ran ran = runCommand(*session->connection,
                                   QStringLiteral("head -c 10000000 /dev/zero | tr '\\0' x"));
        QCOMPARE(ran.output.size(), 10'000'000U);
        QTRY_VERIFY_WITH_TIMEOUT(session->connection->lastMetrics().rekeys >= 2, kWait);
        const auto &metrics = session->connection->lastMetrics();
        QVERIFY(metrics.bytesIn > 10'000'000);
        QVERIFY(metrics.retransmits.has_value());
    }

    void keepalivesMeasureTheRoundTrip()
    {
        auto options = optionsOf(m_lab);
        options.keepaliveInterval = std::chrono::milliseconds(100);
        options.keepaliveCountMax = 200; // a busy machine is not a lost server
        const auto session = connected(options);
        QTRY_VERIFY_WITH_TIMEOUT(session->connection->lastMetrics().keepalivesAnswered >= 5, kWait);
        const auto &metrics = session->connection->lastMetrics();
        QVERIFY(metrics.rttMs.has_value());
        QVERIFY2(*metrics.rttMs > 0 && *metrics.rttMs < 1000,
                 qPrintable(QString::number(*metrics.rttMs)));
        QVERIFY(metrics.keepalivesSent - metrics.keepalivesAnswered <= 1);
        QVERIFY(session->losses.empty());
        qInfo("round trip %.3f ms", *metrics.rttMs);
    }

    // Answers that come while the question is still being sent are rare, and must not be mistaken.
    void thousandsOfKeepalivesAreAnsweredOneByOne()
    {
        auto options = optionsOf(m_lab);
        options.keepaliveInterval = std::chrono::milliseconds(1);
        options.keepaliveCountMax = 100'000;
        const auto session = connected(options);
        QTRY_VERIFY_WITH_TIMEOUT(session->connection->lastMetrics().keepalivesAnswered >= 2000,
                                 kWait);
        const auto &metrics = session->connection->lastMetrics();
        QVERIFY(metrics.keepalivesSent - metrics.keepalivesAnswered <= 1);
        QVERIFY(session->losses.empty());
    }

    void aFrozenServerIsLostAfterUnansweredKeepalives()
    {
        auto options = optionsOf(m_lab);
        options.keepaliveInterval = std::chrono::milliseconds(1000);
        const auto session = connected(options);
        const auto sink = std::make_shared<Collector>();
        std::optional<Ssh::ExitStatus> status;
        const auto channel = session->connection->exec({QStringLiteral("echo on; cat")}, sink);
        connect(channel.get(), &Ssh::Channel::closed, this, [&](const auto &s) { status = s; });
        QTRY_VERIFY_WITH_TIMEOUT(sink->has("on"), kWait);
        QVERIFY(m_lab.freeze(QStringLiteral("publickey")));
        QTRY_COMPARE_WITH_TIMEOUT(session->losses.size(), 1U, kWait);
        QVERIFY(m_lab.thaw(QStringLiteral("publickey")));
        QCOMPARE(session->error().kind, Error::Kind::Timeout);
        QTRY_VERIFY_WITH_TIMEOUT(status.has_value(), kWait);
        QVERIFY(status->lost);
        QVERIFY(session->failures.empty());
    }

    void aKilledServerEndsInOneSentenceAndReconnects()
    {
        const auto session = connected();
        const auto sink = std::make_shared<Collector>();
        std::optional<Ssh::ExitStatus> status;
        const auto channel = session->connection->openShell({}, sink);
        connect(channel.get(), &Ssh::Channel::closed, this, [&](const auto &s) { status = s; });
        QTRY_VERIFY_WITH_TIMEOUT(!sink->output().empty(), kWait);
        QVERIFY(m_lab.kill(QStringLiteral("publickey")));
        QTRY_COMPARE_WITH_TIMEOUT(session->losses.size(), 1U, kWait);
        QCOMPARE(session->error().kind, Error::Kind::Network);
        QVERIFY2(session->error().what.contains(QStringLiteral("lost")),
                 qPrintable(session->error().what));
        QCOMPARE(session->connection->state(), Connection::State::Closed);
        QTRY_VERIFY_WITH_TIMEOUT(status.has_value(), kWait);
        QVERIFY(status->lost);
        QVERIFY(m_lab.start(QStringLiteral("publickey")));
        session->connection->reconnect();
        QTRY_COMPARE_WITH_TIMEOUT(session->readies, 2, kWait);
        QCOMPARE(runCommand(*session->connection, QStringLiteral("echo again")).output,
                 std::string("again\n"));
        QCOMPARE(session->losses.size(), 1U);
    }

    void nothingIsLeftOpenAfterManyConnections()
    {
        const auto openFiles = [] {
            return QDir(QStringLiteral("/proc/self/fd"))
                .entryList(QDir::System | QDir::Files | QDir::NoDotAndDotDot)
                .size();
        };
        const auto to = targetOf(m_lab.server(QStringLiteral("publickey")));
        const auto once = [&](bool works) {
            auto options = optionsOf(m_lab);
            if (works)
                options.identityFiles = {m_lab.client().ed25519};
            Session session(to, options);
            QCOMPARE(session.connectAndWait(), works);
            if (works)
                QCOMPARE(runCommand(*session.connection, QStringLiteral("echo x")).output,
                         std::string("x\n"));
        };
        once(true);
        QCOMPARE(Reaper::waitForAll(std::chrono::seconds(20)), 0);
        const auto before = openFiles();
        for (int i = 0; i < 10; ++i)
            once(i % 2 == 0);
        QCOMPARE(Reaper::waitForAll(std::chrono::seconds(20)), 0);
        QCOMPARE(openFiles(), before);
    }

    void theLastReleaseClosesTheConnectionAtTheServer()
    {
        const auto session = connected();
        const auto log = [this] { return m_lab.log(QStringLiteral("publickey")); };
        auto connection = session->connection;
        const auto sink = std::make_shared<Collector>();
        auto channel = connection->exec({QStringLiteral("echo port $SSH_CONNECTION; cat")}, sink);
        QTRY_VERIFY_WITH_TIMEOUT(sink->has("\n"), kWait);
        const auto port =
            QString::fromStdString(sink->output()).simplified().section(QLatin1Char(' '), 2, 2);
        connection.reset();
        session->connection.reset();
        // The channel still holds it.
        channel->write("more\n");
        QTRY_VERIFY_WITH_TIMEOUT(sink->has("more"), kWait);
        channel.reset();
        QTRY_VERIFY_WITH_TIMEOUT(
            log().contains(QStringLiteral("Disconnected from user lab 127.0.0.1 port ") + port),
            kWait);
    }
};

PORTOLAN_LAB_TEST_MAIN(SshChannelsTest)
#include "sshchannels.moc"
