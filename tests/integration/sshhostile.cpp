// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/reaper.h"
#include "tests/integration/sshsession.h"

#include <QElapsedTimer>

#ifdef __SANITIZE_ADDRESS__
extern "C" std::size_t
__sanitizer_get_current_allocated_bytes(void); // its header is not everywhere
#else
#include <malloc.h>
#endif

using namespace Portolan;
using namespace SshTest;

namespace {

std::size_t heapBytes()
{
#ifdef __SANITIZE_ADDRESS__
    return __sanitizer_get_current_allocated_bytes();
#else
    return mallinfo2().uordblks;
#endif
}

// What each way of misbehaving must end in; the rest is "some error, in time".
const QMap<QString, QList<Error::Kind>> &expectations()
{
    using Kind = Error::Kind;
    static const QMap<QString, QList<Kind>> table = {
        {QStringLiteral("silence"), {Kind::Timeout}},
        {QStringLiteral("close-at-once"), {Kind::Network}},
        {QStringLiteral("garbage-banner"), {Kind::Protocol}},
        {QStringLiteral("endless-banner-line"), {Kind::Protocol}},
        {QStringLiteral("endless-banner-lines"), {Kind::Protocol}},
        {QStringLiteral("other-protocol"), {Kind::Protocol}},
        {QStringLiteral("old-protocol"), {Kind::Unsupported}},
        {QStringLiteral("reset-after-banner"), {Kind::Network}},
        {QStringLiteral("silence-after-banner"), {Kind::Timeout}},
        {QStringLiteral("huge-packet"), {Kind::Protocol, Kind::Network}},
        {QStringLiteral("reset-in-key-exchange"), {Kind::Network}},
        {QStringLiteral("half-close"), {Kind::Network}},
        {QStringLiteral("nothing-in-common"), {Kind::Unsupported}},
        {QStringLiteral("many-names"), {Kind::Unsupported}},
        {QStringLiteral("empty-lists"), {Kind::Unsupported}},
        {QStringLiteral("rude-disconnect"), {Kind::Network}},
        {QStringLiteral("slow-key-exchange"), {Kind::Timeout}},
        {QStringLiteral("ignore-flood"), {Kind::Timeout}},
        {QStringLiteral("debug-flood"), {Kind::Timeout}},
    };
    return table;
}

} // namespace

class SshHostileTest : public QObject
{
    Q_OBJECT

private:
    Test::Lab m_lab = Test::Lab::hostileOnly();

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_lab.error().isEmpty(), qPrintable(m_lab.error())); }
    void cleanup() { QCOMPARE(Reaper::waitForAll(std::chrono::seconds(20)), 0); }

    void everyExpectationNamesAServer()
    {
        for (const QString &id : expectations().keys())
            QVERIFY2(m_lab.hostileServers().contains(id), qPrintable(id));
    }

    void everyWayEndsInOneErrorInTime_data()
    {
        QTest::addColumn<QString>("id");
        for (const QString &id : m_lab.hostileServers().keys())
            QTest::newRow(qPrintable(id)) << id;
    }
    void everyWayEndsInOneErrorInTime()
    {
        QFETCH(QString, id);
        Ssh::Options options;
        options.useAgent = false;
        options.identityFiles = {QStringLiteral("/nonexistent/identity")};
        options.knownHostsFile = QStringLiteral("/nonexistent/known_hosts");
        options.globalKnownHostsFiles = {};
        options.connectTimeout = std::chrono::milliseconds(1500);
        options.loginTimeout = std::chrono::milliseconds(1500);
        const std::size_t before = heapBytes();
        std::size_t most = before;
        QElapsedTimer timer;
        timer.start();
        Session session(
            {QStringLiteral("lab"), QStringLiteral("127.0.0.1"), m_lab.hostileServers()[id].port},
            options);
        session.connection->start();
        QVERIFY(QTest::qWaitFor(
            [&] {
                most = std::max(most, heapBytes());
                return session.isOver();
            },
            kWait));
        const auto took = timer.elapsed();
        QVERIFY2(session.readies == 0, "logged in");
        QCOMPARE(session.failures.size(), 1U);
        const Error error = session.error();
        qInfo().noquote() << took << "ms," << (most - before) / 1024 << "KB,"
                          << kindName(error.kind) << error.what << "|" << error.detail;
        QVERIFY2(took < 10'000, qPrintable(QString::number(took)));
        QVERIFY2(most - before < 16 * 1024 * 1024, qPrintable(QString::number(most - before)));
        QVERIFY(!error.what.isEmpty() && error.what.size() < 8000);
        const QString words = error.what + error.detail;
        for (const QChar c : words)
            QVERIFY2(c.category() != QChar::Other_Control, qPrintable(error.what));
        if (expectations().contains(id))
            QVERIFY2(expectations()[id].contains(error.kind), qPrintable(kindName(error.kind)));
        QVERIFY(session.authQuestions.empty());
    }

    void aSilentServerCanBeLeftAtOnce()
    {
        for (const char *id :
             {"silence", "silence-after-banner", "ignore-flood", "slow-key-exchange"}) {
            Ssh::Options options;
            options.knownHostsFile = QStringLiteral("/nonexistent/known_hosts");
            Session session({QStringLiteral("lab"), QStringLiteral("127.0.0.1"),
                             m_lab.hostileServers()[QString::fromLatin1(id)].port},
                            options);
            session.connection->start();
            QTRY_VERIFY_WITH_TIMEOUT(
                session.connection->state() == Connection::State::KeyExchange ||
                    (qstrcmp(id, "silence") == 0 &&
                     session.connection->state() == Connection::State::Connecting),
                kWait);
            QElapsedTimer timer;
            timer.start();
            session.connection->cancel();
            QVERIFY(timer.elapsed() < 100);
            QCOMPARE(session.error().kind, Error::Kind::Cancelled);
            QCOMPARE(Reaper::waitForAll(std::chrono::seconds(20)), 0);
            QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
        }
    }
};

PORTOLAN_LAB_TEST_MAIN(SshHostileTest)
#include "sshhostile.moc"
