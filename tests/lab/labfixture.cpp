// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/lab.h"

#include <QTcpSocket>
#include <QTest>

using namespace Portolan::Test;

class LabFixtureTest final : public QObject
{
    Q_OBJECT

private:
    static QByteArray banner(quint16 port, int milliseconds)
    {
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), port);
        if (!socket.waitForConnected(milliseconds) || !socket.waitForReadyRead(milliseconds)) {
            return {};
        }
        return socket.read(8);
    }

private Q_SLOTS:
    void aServerIsDescribedAndAnswers()
    {
        Lab lab({QStringLiteral("two-factor")});
        QCOMPARE(lab.error(), QString());
        QCOMPARE(lab.servers().size(), 1);
        const auto &server = lab.server(QStringLiteral("two-factor"));
        QCOMPARE(server.user, QStringLiteral("lab"));
        QCOMPARE(server.answers.size(), 1);
        QVERIFY(QFile::exists(server.identity));
        QVERIFY(QFile::exists(server.knownHosts));
        QVERIFY(QFile::exists(lab.client().encrypted));
        QVERIFY(!lab.client().passphrase.isEmpty());
        QVERIFY(
            server.fingerprints[QStringLiteral("ed25519")].startsWith(QLatin1String("SHA256:")));
        QCOMPARE(banner(server.port, 10'000), QByteArrayLiteral("SSH-2.0-"));
        QVERIFY(QFile::exists(lab.homeFolder() + QStringLiteral("/점검 목록.txt")));
    }

    void serversAreKilledAndStartedAgain()
    {
        const auto id = QStringLiteral("publickey");
        Lab lab({id});
        QCOMPARE(lab.error(), QString());
        const auto port = lab.server(id).port;
        QVERIFY(lab.kill(id));
        QCOMPARE(banner(port, 10'000), QByteArray());
        QVERIFY(lab.start(id));
        QCOMPARE(banner(port, 10'000), QByteArrayLiteral("SSH-2.0-"));
        QVERIFY(lab.log(id).contains(QLatin1String("listening")));
        QVERIFY(!lab.kill(QStringLiteral("nobody")));
        QVERIFY(!lab.error().isEmpty());
    }

    void hostileServersComeAlone()
    {
        const Lab lab = Lab::hostileOnly();
        QCOMPARE(lab.error(), QString());
        QVERIFY(lab.servers().isEmpty());
        QCOMPARE(banner(lab.hostileServers()[QStringLiteral("half-close")].port, 10'000),
                 QByteArrayLiteral("SSH-2.0-"));
    }
};

PORTOLAN_LAB_TEST_MAIN(LabFixtureTest)
#include "labfixture.moc"
