// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/reaper.h"
#include "core/ssh/connectionpool.h"
#include "core/ssh/sshdialer.h"
#include "tests/integration/sshsession.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>

#include <optional>

using namespace Portolan;
using namespace SshTest;
using namespace std::chrono_literals;

namespace {

// Echoes, or does nothing with what comes.
class EchoServer : public QObject
{
public:
    explicit EchoServer(bool answers = true)
    {
        connect(&m_server, &QTcpServer::newConnection, this, [this, answers] {
            while (QTcpSocket *socket = m_server.nextPendingConnection()) {
                ++connections;
                connect(socket, &QTcpSocket::disconnected, this, [this] { ++ends; });
                if (!answers) {
                    socket->setReadBufferSize(1);
                    continue;
                }
                connect(socket, &QTcpSocket::readyRead, socket,
                        [socket] { socket->write(socket->readAll()); });
                // What was half closed is closed when all is sent.
                connect(socket, &QTcpSocket::readChannelFinished, socket, [socket] {
                    socket->write(socket->readAll());
                    socket->disconnectFromHost();
                });
            }
        });
        m_server.listen(QHostAddress::LocalHost);
    }
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }

    int connections = 0;
    int ends = 0;

private:
    QTcpServer m_server;
};

struct Dialed
{
    std::optional<Result<Net::Stream>> result;
    std::unique_ptr<Net::Dialer::Attempt> attempt;

    void dial(Net::Dialer &dialer, const QString &host, quint16 port,
              std::chrono::milliseconds timeout = 10s)
    {
        attempt = dialer.dial(host, port, timeout,
                              [this](Result<Net::Stream> r) { result = std::move(r); });
    }
    bool wait()
    {
        return QTest::qWaitFor([this] { return result.has_value(); }, kWait) && result->has_value();
    }
    // The socket goes to Qt's: an engine would poll it.
    std::unique_ptr<QTcpSocket> socket()
    {
        auto made = std::make_unique<QTcpSocket>();
        made->setSocketDescriptor((*result)->socket.release());
        return made;
    }
};

} // namespace

class SshJumpTest : public QObject
{
    Q_OBJECT

private:
    Test::Lab m_lab{{QStringLiteral("publickey"), QStringLiteral("password"),
                     QStringLiteral("host-rsa"), QStringLiteral("host-ecdsa"),
                     QStringLiteral("no-forwarding")},
                    true};

    Ssh::Target target(const char *id) const
    {
        return targetOf(m_lab.server(QString::fromLatin1(id)));
    }
    Ssh::Options options() const
    {
        Ssh::Options made = optionsOf(m_lab);
        made.identityFiles = {m_lab.client().rsa};
        return made;
    }
    Ssh::Jump hop(const char *id) const { return {target(id), options()}; }
    Ssh::Options through(const std::vector<Ssh::Jump> &jumps) const
    {
        Ssh::Options made = options();
        made.jumps = jumps;
        return made;
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_lab.error().isEmpty(), qPrintable(m_lab.error())); }
    void cleanup()
    {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCOMPARE(Reaper::waitForAll(20s), 0);
        for (const char *id : {"publickey", "password", "host-rsa", "host-ecdsa", "no-forwarding"})
            QVERIFY(m_lab.start(QString::fromLatin1(id)));
    }

    void aChainOfThreeHopsLogsInEachAndRunsACommand()
    {
        Session session(target("host-rsa"),
                        through({hop("publickey"), hop("host-ecdsa"), hop("no-forwarding")}));
        // The last one forbids forwarding: the chain is built as far as it goes.
        QVERIFY(!session.connectAndWait());
        QCOMPARE(session.error().kind, Error::Kind::Refused);
        QVERIFY2(session.error().what.contains(QStringLiteral("AllowTcpForwarding")),
                 session.story().constData());
        QCOMPARE(session.connection->failedHop(), target("no-forwarding"));

        Session good(target("no-forwarding"),
                     through({hop("publickey"), hop("host-ecdsa"), hop("host-rsa")}));
        QVERIFY2(good.connectAndWait(), good.story().constData());
        QCOMPARE(good.connection->hops().size(), 3U);
        const Ran ran = runCommand(*good.connection, QStringLiteral("echo $PORTOLAN_LAB_SERVER"));
        QCOMPARE(ran.output, std::string("no-forwarding\n"));
        const std::string big(1'000'000, 'x');
        QCOMPARE(runCommand(*good.connection, QStringLiteral("wc -c"), big).output,
                 std::string("1000000\n"));
        const Ran much = runCommand(*good.connection, QStringLiteral("head -c 20000000 /dev/zero"));
        QCOMPARE(much.output.size(), 20'000'000U);
        for (const auto &each : good.connection->hops())
            QCOMPARE(each->state(), Connection::State::Ready);
        QVERIFY(good.states.front() == Connection::State::Jumping);
    }

    void twoTabsThroughOneBastionLogInThereOnce()
    {
        const auto loginsBefore =
            m_lab.log(QStringLiteral("publickey")).count(QStringLiteral("Accepted publickey"));
        Ssh::ConnectionPool pool;
        Session first(pool.acquire(target("host-rsa"), through({hop("publickey")})));
        QVERIFY2(first.connectAndWait(), first.story().constData());
        Session second(pool.acquire(target("host-ecdsa"), through({hop("publickey")})));
        QVERIFY2(second.connectAndWait(), second.story().constData());
        QCOMPARE(pool.living().size(), 3U);
        QCOMPARE(first.connection->hops().front(), second.connection->hops().front());
        QCOMPARE(m_lab.log(QStringLiteral("publickey")).count(QStringLiteral("Accepted publickey")),
                 loginsBefore + 1);
        // One goes, the other stays; with the last one the bastion goes.
        std::weak_ptr<Connection> bastion = first.connection->hops().front();
        first.connection.reset();
        QCOMPARE(runCommand(*second.connection, QStringLiteral("echo on")).output,
                 std::string("on\n"));
        second.connection.reset();
        QTRY_VERIFY_WITH_TIMEOUT(bastion.expired(), kWait);
    }

    void eachHopAsksItsOwnQuestionsAndSaysWhoAsks()
    {
        Ssh::Options asking = options();
        asking.identityFiles = {QStringLiteral("/nonexistent")};
        QTemporaryDir folder;
        asking.knownHostsFile = folder.filePath(QStringLiteral("known_hosts"));
        Session session(target("host-rsa"), through({{target("password"), asking}}));
        session.connection->start();
        QCOMPARE(session.connection->hops().size(), 1U);
        Session bastion(session.connection->hops().front());
        bastion.hostKeyAnswer = Ssh::HostKeyAnswer::AcceptAlways;
        bastion.answers = {m_lab.server(QStringLiteral("password")).password};
        QTRY_VERIFY_WITH_TIMEOUT(session.isOver(), kWait);
        QVERIFY2(session.readies > 0, session.story().constData());
        QCOMPARE(bastion.hostKeyQuestions.size(), 1U);
        QCOMPARE(bastion.hostKeyQuestions[0].port, target("password").port);
        QCOMPARE(bastion.authQuestions.size(), 1U);
        QVERIFY(bastion.authQuestions[0].host.endsWith(QString::number(target("password").port)));
        QVERIFY(session.hostKeyQuestions.empty() && session.authQuestions.empty());
    }

    void aWrongKeyOfTheInnerHopStopsThereAndIsNamed()
    {
        QTemporaryDir folder;
        const QString known = folder.filePath(QStringLiteral("known_hosts"));
        QFile changed(known);
        QVERIFY(changed.open(QIODevice::WriteOnly));
        // The key of another server under this one's name.
        const QByteArray name =
            "[127.0.0.1]:" + QByteArray::number(target("host-ecdsa").port) + ' ';
        changed.write(name + "ecdsa-sha2-nistp256 "
                             "AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBEmKSENjQEezOmxk"
                             "Zy7opKgwFB9nkt5YRrYMjNuG5N87uRgg6CLrbo5wAdT/y6v0mKV0U2w0WZ2YB/++Tpoc"
                             "kg0= other\n");
        changed.close();
        Ssh::Jump inner = hop("host-ecdsa");
        inner.options.knownHostsFile = known;
        Session session(target("host-rsa"), through({hop("publickey"), inner}));
        QVERIFY(!session.connectAndWait());
        QCOMPARE(session.error().kind, Error::Kind::Certificate);
        QCOMPARE(session.connection->failedHop(), target("host-ecdsa"));
        QVERIFY2(session.error().what.contains(target("host-ecdsa").display()),
                 session.story().constData());
        QVERIFY(session.connection->hops().empty());
    }

    void whereAChainBreaksIsNamedOnce_data()
    {
        QTest::addColumn<int>("broken"); // of the hops; 2: the target
        QTest::newRow("the first hop") << 0;
        QTest::newRow("the second hop") << 1;
        QTest::newRow("the target") << 2;
    }
    void whereAChainBreaksIsNamedOnce()
    {
        QFETCH(int, broken);
        const char *const ids[] = {"publickey", "host-ecdsa", "host-rsa"};
        QVERIFY(m_lab.kill(QString::fromLatin1(ids[broken])));
        Session session(target(ids[2]), through({hop(ids[0]), hop(ids[1])}));
        QVERIFY(!session.connectAndWait());
        QCOMPARE(session.error().kind, Error::Kind::Network);
        // A host that cannot be reached is told by the one before it.
        const int teller = std::max(0, broken - 1);
        QCOMPARE(session.connection->failedHop(), target(ids[teller]));
        QVERIFY2(session.error().what.contains(QString::number(target(ids[broken]).port)),
                 session.story().constData());
        QCOMPARE(session.error().what.count(QStringLiteral("jump host")), 1);
        QCOMPARE(session.failures.size(), 1U);
    }

    void aHopThatDiesMidSessionIsNamedInTheLoss_data()
    {
        QTest::addColumn<int>("dying");
        QTest::newRow("the first hop") << 0;
        QTest::newRow("the second hop") << 1;
    }
    void aHopThatDiesMidSessionIsNamedInTheLoss()
    {
        QFETCH(int, dying);
        const char *const ids[] = {"publickey", "host-ecdsa", "host-rsa"};
        Session session(target(ids[2]), through({hop(ids[0]), hop(ids[1])}));
        QVERIFY2(session.connectAndWait(), session.story().constData());
        const auto sink = std::make_shared<Collector>();
        const auto shell = session.connection->openShell({}, sink);
        QTRY_VERIFY_WITH_TIMEOUT(!sink->output().empty(), kWait);
        QVERIFY(m_lab.kill(QString::fromLatin1(ids[dying])));
        QTRY_COMPARE_WITH_TIMEOUT(session.losses.size(), 1U, kWait);
        QCOMPARE(session.connection->failedHop(), target(ids[dying]));
        QVERIFY2(session.losses[0].what.contains(target(ids[dying]).display()),
                 qPrintable(session.losses[0].what));
        QTRY_VERIFY_WITH_TIMEOUT(sink->status().has_value(), kWait);
        QVERIFY(sink->status()->lost);
        // And again from the beginning.
        QVERIFY(m_lab.start(QString::fromLatin1(ids[dying])));
        session.connection->reconnect();
        QTRY_COMPARE_WITH_TIMEOUT(session.readies, 2, kWait);
    }

    void aSlowHopEndsInTimeAndCancelEndsAtOnce_data()
    {
        QTest::addColumn<bool>("cancelled");
        QTest::addColumn<int>("frozen");
        QTest::newRow("first hop, time limit") << false << 0;
        QTest::newRow("second hop, time limit") << false << 1;
        QTest::newRow("target, time limit") << false << 2;
        QTest::newRow("first hop, cancel") << true << 0;
        QTest::newRow("second hop, cancel") << true << 1;
        QTest::newRow("target, cancel") << true << 2;
    }
    void aSlowHopEndsInTimeAndCancelEndsAtOnce()
    {
        QFETCH(bool, cancelled);
        QFETCH(int, frozen);
        const char *const ids[] = {"publickey", "host-ecdsa", "host-rsa"};
        QVERIFY(m_lab.freeze(QString::fromLatin1(ids[frozen])));
        const auto limit = cancelled ? 20'000ms : 400ms;
        Ssh::Options made = through({hop(ids[0]), hop(ids[1])});
        made.connectTimeout = limit;
        // The others are slow too while everything is built with sanitizers.
        made.jumps[static_cast<std::size_t>(std::min(frozen, 1))].options.connectTimeout =
            frozen < 2 ? limit : 10'000ms;
        Session session(target(ids[2]), made);
        session.connection->start();
        if (cancelled) {
            // As far as it comes.
            const auto hops = session.connection->hops();
            QCOMPARE(hops.size(), 2U);
            QTRY_VERIFY_WITH_TIMEOUT(
                (frozen == 2 ? session.connection : hops[static_cast<std::size_t>(frozen)])
                        ->state() == Connection::State::Connecting,
                kWait);
            QElapsedTimer time;
            time.start();
            session.connection->cancel();
            QCOMPARE(session.failures.size(), 1U);
            QCOMPARE(session.error().kind, Error::Kind::Cancelled);
            QVERIFY(time.elapsed() < 200);
        } else {
            QTRY_COMPARE_WITH_TIMEOUT(session.failures.size(), 1U, kWait);
            QCOMPARE(session.error().kind, Error::Kind::Timeout);
            if (frozen < 2)
                QCOMPARE(session.connection->failedHop(), target(ids[frozen]));
        }
        QVERIFY(m_lab.thaw(QString::fromLatin1(ids[frozen])));
    }

    void aHostileTargetBehindAHopEndsInTime_data()
    {
        QTest::addColumn<QString>("id");
        for (auto it = m_lab.hostileServers().cbegin(); it != m_lab.hostileServers().cend(); ++it)
            QTest::newRow(qPrintable(it.key())) << it.key();
    }
    void aHostileTargetBehindAHopEndsInTime()
    {
        QFETCH(QString, id);
        Ssh::Options made = through({hop("publickey")});
        made.connectTimeout = 500ms;
        made.loginTimeout = 700ms;
        Session session(
            {QStringLiteral("lab"), QStringLiteral("127.0.0.1"), m_lab.hostileServers()[id].port},
            made);
        session.connection->start();
        QTRY_COMPARE_WITH_TIMEOUT(session.failures.size(), 1U, kWait);
        QVERIFY(!session.connection->failedHop());
    }

    void aChainInACircleIsRefused()
    {
        Session session(target("publickey"), through({hop("host-rsa"), hop("publickey")}));
        QVERIFY(!session.connectAndWait());
        QCOMPARE(session.error().kind, Error::Kind::Usage);
        Ssh::ConnectionPool pool;
        Session pooled(pool.acquire(
            target("publickey"), through({hop("host-rsa"), hop("host-ecdsa"), hop("host-rsa")})));
        QVERIFY(!pooled.connectAndWait());
        QCOMPARE(pooled.error().kind, Error::Kind::Usage);
    }

    void aStreamThroughAHostEchoesAndClosesHalfByHalf()
    {
        EchoServer echo;
        const auto pool = std::make_shared<Ssh::ConnectionPool>();
        int introduced = 0;
        Ssh::SshDialer dialer(pool, target("publickey"), options(),
                              [&](const auto &) { ++introduced; });
        Dialed dialed;
        dialed.dial(dialer, QStringLiteral("127.0.0.1"), echo.port());
        QVERIFY2(dialed.wait(), dialed.result ? qPrintable(dialed.result->error().what) : "");
        QVERIFY((*dialed.result)->peer.contains(target("publickey").display()));
        const auto socket = dialed.socket();
        QByteArray sent(8 * 1024 * 1024, Qt::Uninitialized);
        for (qsizetype i = 0; i < sent.size(); ++i)
            sent[i] = static_cast<char>((i * 7919) >> 8);
        socket->write(sent);
        QByteArray got;
        QTRY_VERIFY_WITH_TIMEOUT((got += socket->readAll()).size() >= sent.size(), kWait);
        QVERIFY(got == sent);
        socket->disconnectFromHost();
        QTRY_COMPARE_WITH_TIMEOUT(echo.ends, 1, kWait);
        // A second stream uses the same login.
        Dialed again;
        again.dial(dialer, QStringLiteral("127.0.0.1"), echo.port());
        QVERIFY(again.wait());
        QCOMPARE(introduced, 1);
        QCOMPARE(pool->living().size(), 1U);
    }

    void closingEitherEndClosesTheOther()
    {
        EchoServer echo;
        const auto pool = std::make_shared<Ssh::ConnectionPool>();
        Ssh::SshDialer dialer(pool, target("publickey"), options(), {});
        Dialed dialed;
        dialed.dial(dialer, QStringLiteral("127.0.0.1"), echo.port());
        QVERIFY(dialed.wait());
        (*dialed.result)->socket.close();
        QTRY_COMPARE_WITH_TIMEOUT(echo.ends, 1, kWait);

        Dialed lost;
        lost.dial(dialer, QStringLiteral("127.0.0.1"), echo.port());
        QVERIFY(lost.wait());
        const auto way = (*lost.result)->way;
        QVERIFY(!way->problem());
        const auto socket = lost.socket();
        QVERIFY(m_lab.kill(QStringLiteral("publickey")));
        QTRY_COMPARE_WITH_TIMEOUT(socket->state(), QAbstractSocket::UnconnectedState, kWait);
        QVERIFY(way->problem());
        QCOMPARE(way->problem()->kind, Error::Kind::Network);
    }

    void aPeerThatDoesNotReadHoldsTheWriterUp()
    {
        EchoServer deaf(false);
        const auto pool = std::make_shared<Ssh::ConnectionPool>();
        Ssh::SshDialer dialer(pool, target("publickey"), options(), {});
        Dialed dialed;
        dialed.dial(dialer, QStringLiteral("127.0.0.1"), deaf.port());
        QVERIFY(dialed.wait());
        const auto socket = dialed.socket();
        constexpr qint64 kMuch = 64 * 1024 * 1024;
        socket->write(QByteArray(kMuch, 'x'));
        // Until nothing moves any more: then less than that has left.
        qint64 before = -1;
        QElapsedTimer still;
        still.start();
        QVERIFY(QTest::qWaitFor(
            [&] {
                if (socket->bytesToWrite() != before) {
                    before = socket->bytesToWrite();
                    still.restart();
                }
                return still.elapsed() > 1500;
            },
            kWait));
        QVERIFY2(before > kMuch / 2, QByteArray::number(before).constData());
        // The connection lives on beside it.
        EchoServer echo;
        Dialed other;
        other.dial(dialer, QStringLiteral("127.0.0.1"), echo.port());
        QVERIFY(other.wait());
        const auto second = other.socket();
        second->write("hello");
        QTRY_COMPARE_WITH_TIMEOUT(second->bytesAvailable(), 5, kWait);
    }

    void aReaderThatDoesNotReadHoldsTheServerUp()
    {
        const auto pool = std::make_shared<Ssh::ConnectionPool>();
        Ssh::SshDialer dialer(pool, target("publickey"), options(), {});
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        Dialed dialed;
        dialed.dial(dialer, QStringLiteral("127.0.0.1"), server.serverPort());
        QVERIFY(dialed.wait());
        QTRY_VERIFY_WITH_TIMEOUT(server.hasPendingConnections(), kWait);
        QTcpSocket *source = server.nextPendingConnection();
        constexpr qint64 kMuch = 64 * 1024 * 1024;
        source->write(QByteArray(kMuch, 'y'));
        qint64 before = -1;
        QElapsedTimer still;
        still.start();
        QVERIFY(QTest::qWaitFor(
            [&] {
                if (source->bytesToWrite() != before) {
                    before = source->bytesToWrite();
                    still.restart();
                }
                return still.elapsed() > 1500;
            },
            kWait));
        QVERIFY2(before > kMuch / 2, QByteArray::number(before).constData());
        source->disconnectFromHost();
        const auto socket = dialed.socket();
        qint64 got = 0;
        QTRY_VERIFY_WITH_TIMEOUT((got += socket->readAll().size()) >= kMuch, kWait);
        QCOMPARE(got, kMuch);
        QTRY_COMPARE_WITH_TIMEOUT(socket->state(), QAbstractSocket::UnconnectedState, kWait);
    }

    void whatCannotBeDialledIsExplained()
    {
        const auto pool = std::make_shared<Ssh::ConnectionPool>();
        Ssh::SshDialer dialer(pool, target("publickey"), options(), {});
        Dialed refused;
        refused.dial(dialer, QStringLiteral("127.0.0.1"), 1);
        QVERIFY(!refused.wait());
        QCOMPARE(refused.result->error().kind, Error::Kind::Network);
        Ssh::SshDialer forbidding(pool, target("no-forwarding"), options(), {});
        Dialed forbidden;
        forbidden.dial(forbidding, QStringLiteral("127.0.0.1"), target("publickey").port);
        QVERIFY(!forbidden.wait());
        QCOMPARE(forbidden.result->error().kind, Error::Kind::Refused);
        QVERIFY(forbidden.result->error().what.contains(QStringLiteral("AllowTcpForwarding")));
        const auto datagrams = dialer.carries(Net::Transport::Datagram);
        QVERIFY(!datagrams);
        QCOMPARE(datagrams.error().kind, Error::Kind::Unsupported);
        QVERIFY(dialer.carries(Net::Transport::Stream));
    }

    void anAttemptThatIsTakenBackTellsNothing()
    {
        EchoServer echo;
        const auto pool = std::make_shared<Ssh::ConnectionPool>();
        Ssh::SshDialer dialer(pool, target("publickey"), options(), {});
        Dialed first;
        first.dial(dialer, QStringLiteral("127.0.0.1"), echo.port());
        first.attempt.reset();
        Dialed second;
        second.dial(dialer, QStringLiteral("127.0.0.1"), echo.port());
        QVERIFY(second.wait());
        QVERIFY(!first.result);
        Dialed third;
        third.dial(dialer, QStringLiteral("127.0.0.1"), echo.port());
        third.attempt.reset();
        second.socket()->abort();
        QTRY_COMPARE_WITH_TIMEOUT(echo.ends, echo.connections, kWait);
        QVERIFY(!third.result);
    }

    void theDirectWayDialsNamesAndAddresses()
    {
        EchoServer echo;
        Net::TcpDialer dialer;
        for (const char *host : {"localhost", "127.0.0.1"}) {
            Dialed dialed;
            dialed.dial(dialer, QString::fromLatin1(host), echo.port());
            QVERIFY(!dialed.result);
            QVERIFY2(dialed.wait(), qPrintable(dialed.result->error().what));
            QVERIFY(!(*dialed.result)->way);
            const auto socket = dialed.socket();
            socket->write("hello");
            QTRY_COMPARE_WITH_TIMEOUT(socket->bytesAvailable(), 5, kWait);
        }
        Dialed refused;
        refused.dial(dialer, QStringLiteral("127.0.0.1"), 1);
        QVERIFY(!refused.wait());
        QCOMPARE(refused.result->error().kind, Error::Kind::Network);
        Dialed nobody;
        nobody.dial(dialer, QStringLiteral("nobody.invalid"), 1);
        QVERIFY(!nobody.wait());
        QCOMPARE(nobody.result->error().kind, Error::Kind::Network);
        Dialed takenBack;
        takenBack.dial(dialer, QStringLiteral("127.0.0.1"), echo.port());
        takenBack.attempt.reset();
        Dialed after;
        after.dial(dialer, QStringLiteral("127.0.0.1"), echo.port());
        QVERIFY(after.wait());
        QVERIFY(!takenBack.result);
    }
};

PORTOLAN_LAB_TEST_MAIN(SshJumpTest)
#include "sshjump.moc"
