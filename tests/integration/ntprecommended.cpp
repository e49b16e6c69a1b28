// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ntp/config/recommendation.h"
#include "tests/support/lab.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Portolan::Ntp;
using Portolan::Test::Lab;

// What is recommended, read by the program that it is for.
class NtpRecommendedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void chronydReadsWhatIsRecommended()
    {
        const Lab lab = Lab::withNtp();
        QVERIFY2(lab.error().isEmpty(), qPrintable(lab.error()));
        QList<WatchedServer> servers;
        for (const auto &made : lab.ntp().servers) {
            WatchedServer server;
            server.target.host = made.host;
            server.target.port = made.port;
            server.target.nts = made.exchangePort != 0;
            if (server.target.nts) {
                server.target.keyExchangePort = made.exchangePort;
                server.target.authorities = lab.ntp().ca;
            }
            server.target.keyId = server.target.nts ? 0 : 1;
            server.answersInterleaved = true;
            servers.append(server);
        }
        WatchedServer pool;
        pool.target.host = QStringLiteral("kr.pool.ntp.org");
        pool.target.sources = 4;
        WatchedServer old;
        old.target.host = QStringLiteral("2001:db8::1");
        old.target.version = 3;
        WatchedServer liar = old;
        liar.target.host = QStringLiteral("거짓말.example");
        servers << pool << old << liar;
        const Recommendation made = recommend(servers, Daemon::Chrony);
        QVERIFY(made.servers >= 4);

        const QTemporaryDir folder;
        QFile file(folder.path() + QStringLiteral("/chrony.conf"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(made.text.toUtf8());
        file.close();
        const auto chronyd = [&](const QString &path) {
            QProcess process;
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert(QStringLiteral("LD_LIBRARY_PATH"), lab.ntp().libraries);
            process.setProcessEnvironment(environment);
            process.setProcessChannelMode(QProcess::MergedChannels);
            // It prints the configuration and ends (chronyd(8), -p).
            process.start(lab.ntp().chronyd, {QStringLiteral("-p"), QStringLiteral("-f"), path});
            process.waitForFinished(30'000);
            return QPair(process.exitCode(), process.readAll());
        };
        const auto [code, said] = chronyd(file.fileName());
        QVERIFY2(code == 0, said.constData());
        for (const QString &line : made.text.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
            if (!line.startsWith(QLatin1Char('#')))
                QVERIFY2(said.contains(line.toUtf8()), qPrintable(line));
        }
        // And it would have said what it does not understand.
        QVERIFY(file.open(QIODevice::Append));
        file.write("server a.example nonsense\n");
        file.close();
        QVERIFY(chronyd(file.fileName()).first != 0);
    }
};

QTEST_GUILESS_MAIN(NtpRecommendedTest)
#include "ntprecommended.moc"
