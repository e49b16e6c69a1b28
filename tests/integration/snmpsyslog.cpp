// SPDX-License-Identifier: GPL-3.0-or-later
// Forwarding to syslog: to a receiver that is strict, to one that fails, and to rsyslog.
#include "core/runtime/reaper.h"
#include "core/snmp/smi/moduleloader.h"
#include "core/snmp/traps/syslogforwarder.h"
#include "tests/support/syslogmessage.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QUdpSocket>

using namespace Portolan;
using namespace Portolan::Snmp;
using Portolan::Test::ParsedSyslog;

namespace {

constexpr int kWait = 60'000;

TrapPtr trapNumber(int number)
{
    auto trap = std::make_shared<Trap>();
    trap->from = number % 10 == 5 ? QStringLiteral("10.0.0.8") : QStringLiteral("10.0.0.7");
    trap->received = 1'700'000'000'000 + number;
    trap->uptime = 4711;
    trap->notification = Oid{1, 3, 6, 1, 6, 3, 1, 1, 5, 3};
    trap->varbinds = {{Oid{1, 3, 6, 1, 2, 1, 2, 2, 1, 1, 7}, Value::integer(number)},
                      {Oid{1, 3, 6, 1, 2, 1, 31, 1, 1, 1, 18, 7}, Value::octets("서울-회선")}};
    return trap;
}

int numberOf(const ParsedSyslog &message)
{
    return message.elements.value(QStringLiteral("snmp"))
        .value(QStringLiteral("d3"), QStringLiteral("-1"))
        .toInt();
}

bool run(const QString &folder, const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(QStringLiteral("openssl"), arguments);
    return process.waitForFinished(kWait) && process.exitCode() == 0;
}

// Takes syslog over a stream, to the letter; any fault is counted.
class StrictReceiver : public QObject
{
public:
    explicit StrictReceiver(std::unique_ptr<QTcpServer> server, quint16 port = 0)
        : m_server(std::move(server))
    {
        connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, [this] {
            while (QTcpSocket *const socket = m_server->nextPendingConnection()) {
                ++connections;
                socket->setParent(this);
                connect(socket, &QIODevice::readyRead, this, [this, socket] { read(socket); });
                read(socket);
            }
        });
        m_server->listen(QHostAddress(QHostAddress::LocalHost), port);
    }

    [[nodiscard]] quint16 port() const { return m_server->serverPort(); }

    int breakAfter = -1; // messages of one connection
    int connections = 0;
    int faults = 0;
    QList<int> numbers;

private:
    void read(QTcpSocket *socket)
    {
        QByteArray &stream = m_streams[socket];
        stream += socket->readAll();
        bool wrong = false;
        while (const auto message = Test::takeCounted(stream, wrong)) {
            const auto parsed = ParsedSyslog::parse(*message);
            faults += parsed ? 0 : 1;
            if (parsed)
                numbers.append(numberOf(*parsed));
            if (breakAfter >= 0 && ++m_counts[socket] > breakAfter) {
                socket->abort();
                return;
            }
        }
        faults += wrong ? 1 : 0;
    }

    std::unique_ptr<QTcpServer> m_server;
    QMap<QTcpSocket *, QByteArray> m_streams;
    QMap<QTcpSocket *, int> m_counts;
};

} // namespace

class SnmpSyslogTest final : public QObject
{
    Q_OBJECT

    std::shared_ptr<const Smi::Snapshot> m_modules;
    QTemporaryDir m_pki;
    bool m_hasPki = false;

    [[nodiscard]] SyslogForwarder::Setup setupFor(const QString &address,
                                                  const QString &journal) const
    {
        SyslogForwarder::Setup setup;
        const auto parsed = parseAddress(address);
        const auto target = syslogTarget(parsed->address);
        if (!target)
            qFatal("%s", qPrintable(target.error().what));
        setup.target = *target;
        setup.journal = journal;
        setup.modules = m_modules;
        return setup;
    }
    [[nodiscard]] std::unique_ptr<SyslogForwarder> forwarder(const QString &address,
                                                             const QString &journal) const
    {
        return std::move(*SyslogForwarder::make(setupFor(address, journal)));
    }
    // Somebody has this port of UDP.
    static bool isBound(quint16 port)
    {
        return !QUdpSocket().bind(QHostAddress(QHostAddress::LocalHost), port,
                                  QAbstractSocket::DontShareAddress);
    }
    static void push(const SyslogForwarder &to, int first, int last)
    {
        for (int number = first; number <= last; ++number)
            to.queue()->push(trapNumber(number));
    }
    static QList<int> range(int first, int last)
    {
        QList<int> numbers;
        for (int number = first; number <= last; ++number)
            numbers.append(number);
        return numbers;
    }
    [[nodiscard]] std::unique_ptr<QSslServer> tlsServer(const char *name) const
    {
        auto server = std::make_unique<QSslServer>();
        const auto content = [this](const QString &file) {
            QFile opened(m_pki.filePath(file));
            return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
        };
        QSslConfiguration tls;
        tls.setLocalCertificate(
            QSslCertificate(content(QLatin1String(name) + QStringLiteral(".pem"))));
        tls.setPrivateKey(QSslKey(content(QLatin1String(name) + QStringLiteral(".key")), QSsl::Ec));
        server->setSslConfiguration(tls);
        return server;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_modules = Smi::loadModules({})->snapshot;
        const QString folder = m_pki.path();
        const auto words = [](const char *text) {
            return QString::fromLatin1(text).split(QLatin1Char(' '));
        };
        m_hasPki = true;
        const struct
        {
            const char *name;
            const char *alternative;
        } servers[] = {{"logs", "subjectAltName=DNS:logs.example"},
                       {"other", "subjectAltName=DNS:other.example"}};
        for (const auto &[name, alternative] : servers)
            m_hasPki = m_hasPki &&
                       run(folder, words("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 "
                                         "-nodes -days 2 -subj /CN=syslog") +
                                       QStringList{QStringLiteral("-addext"),
                                                   QString::fromLatin1(alternative),
                                                   QStringLiteral("-keyout"),
                                                   QLatin1String(name) + QStringLiteral(".key"),
                                                   QStringLiteral("-out"),
                                                   QLatin1String(name) + QStringLiteral(".pem")});
    }

    void messagesReachAStrictReceiverOverTcp()
    {
        const QTemporaryDir folder;
        StrictReceiver receiver(std::make_unique<QTcpServer>());
        const auto sender =
            forwarder(QStringLiteral("syslog+tcp://127.0.0.1:%1").arg(receiver.port()),
                      folder.filePath(QStringLiteral("queue.db")));
        push(*sender, 0, 2999);
        QTRY_COMPARE_WITH_TIMEOUT(receiver.numbers.size(), 3000, kWait);
        QCOMPARE(receiver.numbers, range(0, 2999));
        QCOMPARE(receiver.faults, 0);
        QTRY_COMPARE_WITH_TIMEOUT(sender->state().sent, quint64(3000), kWait);
        QCOMPARE(sender->state().waiting, quint64(0));
        QCOMPARE(sender->state().lost, quint64(0));
    }

    void messagesReachAReceiverOverUdp()
    {
        const QTemporaryDir folder;
        QUdpSocket receiver;
        QVERIFY(receiver.bind(QHostAddress(QHostAddress::LocalHost), 0));
        const auto sender = forwarder(
            QStringLiteral("syslog://127.0.0.1:%1?facility=local7").arg(receiver.localPort()),
            folder.filePath(QStringLiteral("queue.db")));
        push(*sender, 0, 99);
        QList<int> numbers;
        QTRY_VERIFY_WITH_TIMEOUT(
            [&] {
                while (receiver.hasPendingDatagrams()) {
                    QByteArray bytes(static_cast<qsizetype>(receiver.pendingDatagramSize()), '\0');
                    receiver.readDatagram(bytes.data(), bytes.size());
                    const auto parsed = ParsedSyslog::parse(bytes);
                    if (parsed && parsed->facility == 23)
                        numbers.append(numberOf(*parsed));
                }
                return numbers.size() == 100;
            }(),
            kWait);
        QCOMPARE(numbers, range(0, 99));
    }

    void overTlsTheReceiverMustBeWhoItIsSaidToBe()
    {
        if (!m_hasPki)
            QSKIP("openssl is not installed.");
        const QTemporaryDir folder;
        StrictReceiver receiver(tlsServer("logs"));
        const QString address = QStringLiteral("syslog+tls://127.0.0.1:%1?ca=%2&name=")
                                    .arg(receiver.port())
                                    .arg(m_pki.filePath(QStringLiteral("logs.pem")));
        const auto trusted = forwarder(QString(address + QStringLiteral("logs.example")),
                                       folder.filePath(QStringLiteral("a.db")));
        push(*trusted, 0, 499);
        QTRY_COMPARE_WITH_TIMEOUT(receiver.numbers.size(), 500, kWait);
        QCOMPARE(receiver.numbers, range(0, 499));
        QCOMPARE(receiver.faults, 0);

        // Another name, and another authority: nothing is sent, and nothing is lost.
        const QString wrongName = QString(address + QStringLiteral("evil.example"));
        const QString wrongAuthority =
            QStringLiteral("syslog+tls://127.0.0.1:%1?name=logs.example&ca=%2")
                .arg(receiver.port())
                .arg(m_pki.filePath(QStringLiteral("other.pem")));
        int number = 0;
        for (const QString &each : {wrongName, wrongAuthority}) {
            const auto refused =
                forwarder(each, folder.filePath(QStringLiteral("b%1.db").arg(++number)));
            push(*refused, 1000, 1004);
            QTRY_VERIFY_WITH_TIMEOUT(refused->state().problem && refused->state().waiting == 5,
                                     kWait);
            QCOMPARE(refused->state().problem->kind, Error::Kind::Certificate);
            QCOMPARE(refused->state().sent, quint64(0));
        }
        QCOMPARE(receiver.numbers.size(), 500);
    }

    void nothingIsLostWhenConnectionsBreak()
    {
        const QTemporaryDir folder;
        auto receiver = std::make_unique<StrictReceiver>(std::make_unique<QTcpServer>());
        const quint16 port = receiver->port();
        receiver->breakAfter = 400;
        const auto sender = forwarder(QStringLiteral("syslog+tcp://127.0.0.1:%1").arg(port),
                                      folder.filePath(QStringLiteral("queue.db")));
        push(*sender, 0, 999);
        QTRY_VERIFY_WITH_TIMEOUT(receiver->connections >= 2, kWait);
        receiver->breakAfter = -1;
        QTRY_VERIFY_WITH_TIMEOUT(sender->state().sent >= 600 && sender->state().waiting == 0,
                                 kWait);
        // Some came twice, each came.
        QList<int> seen = receiver->numbers;
        std::sort(seen.begin(), seen.end());
        seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
        // What the receiver's system had taken when it died was acknowledged by that system.
        QVERIFY(seen.size() >= 400);
        QCOMPARE(receiver->faults, 0);
    }

    void whatWaitsIsSentByTheNextRun()
    {
        const QTemporaryDir folder;
        const QString journal = folder.filePath(QStringLiteral("queue.db"));
        QTcpServer reserved; // a port where nobody answers until later
        QVERIFY(reserved.listen(QHostAddress(QHostAddress::LocalHost), 0));
        const quint16 port = reserved.serverPort();
        reserved.close();
        const QString address = QStringLiteral("syslog+tcp://127.0.0.1:%1").arg(port);
        {
            const auto sender = forwarder(address, journal);
            push(*sender, 0, 199);
            QTRY_VERIFY_WITH_TIMEOUT(sender->state().waiting == 200 && sender->state().problem,
                                     kWait);
        }
        QCOMPARE(Reaper::waitForAll(std::chrono::seconds(20)), 0);
        StrictReceiver receiver(std::make_unique<QTcpServer>(), port);
        QCOMPARE(receiver.port(), port);
        const auto next = forwarder(address, journal);
        push(*next, 200, 249);
        QTRY_COMPARE_WITH_TIMEOUT(receiver.numbers.size(), 250, kWait);
        QCOMPARE(receiver.numbers, range(0, 249));
    }

    void filtersAndRulesDecideWhatIsForwarded()
    {
        const QTemporaryDir folder;
        StrictReceiver receiver(std::make_unique<QTcpServer>());
        auto setup = setupFor(QStringLiteral("syslog+tcp://127.0.0.1:%1").arg(receiver.port()),
                              folder.filePath(QStringLiteral("queue.db")));
        setup.filter = QStringLiteral("linkDown from:10.0.0.8");
        const auto made = SyslogForwarder::make(setup);
        QVERIFY(made);
        push(**made, 0, 20);
        QTRY_COMPARE_WITH_TIMEOUT(receiver.numbers, (QList<int>{5, 15}), kWait);
        setup.filter = QStringLiteral("version:9");
        QCOMPARE(SyslogForwarder::make(setup).error().kind, Error::Kind::Usage);
    }

    void rsyslogReadsWhatWeSend_data()
    {
        QTest::addColumn<QString>("scheme");
        QTest::addColumn<QString>("module"); // of rsyslog
        QTest::newRow("udp") << QStringLiteral("syslog") << QStringLiteral("imudp");
        QTest::newRow("tcp") << QStringLiteral("syslog+tcp") << QStringLiteral("imtcp");
        QTest::newRow("tls") << QStringLiteral("syslog+tls") << QStringLiteral("imtcp");
    }
    // As an ordinary program: a port of its own, its files in a folder of its own.
    void rsyslogReadsWhatWeSend()
    {
        QFETCH(const QString, scheme);
        QFETCH(const QString, module);
        const bool isTls = scheme.endsWith(QLatin1String("tls"));
        const QString rsyslogd = QStandardPaths::findExecutable(
            QStringLiteral("rsyslogd"),
            {QStringLiteral("/usr/sbin"), QStringLiteral("/sbin"), QStringLiteral("/usr/bin")});
        if (rsyslogd.isEmpty())
            QSKIP("rsyslogd is not installed.");
        if (isTls && !m_hasPki)
            QSKIP("openssl is not installed.");
        const QTemporaryDir folder;
        quint16 port = 0;
        {
            QTcpServer free;
            QVERIFY(free.listen(QHostAddress(QHostAddress::LocalHost), 0));
            port = free.serverPort();
        }
        const QString out = folder.filePath(QStringLiteral("out.log"));
        const QString tlsGlobal = QStringLiteral("defaultNetstreamDriver=\"ossl\" "
                                                 "defaultNetstreamDriverCAFile=\"%1/logs.pem\" "
                                                 "defaultNetstreamDriverCertFile=\"%1/logs.pem\" "
                                                 "defaultNetstreamDriverKeyFile=\"%1/logs.key\" ")
                                      .arg(m_pki.path());
        const QString tlsModule =
            QStringLiteral(" StreamDriver.Name=\"ossl\" StreamDriver.Mode=\"1\" "
                           "StreamDriver.AuthMode=\"anon\"");
        QFile configuration(folder.filePath(QStringLiteral("rsyslog.conf")));
        QVERIFY(configuration.open(QIODevice::WriteOnly));
        configuration.write(
            QStringLiteral("global(%5workDirectory=\"%1\" maxMessageSize=\"16k\")\n"
                           "module(load=\"%4\"%6)\n"
                           "input(type=\"%4\" address=\"127.0.0.1\" port=\"%2\")\n"
                           "template(name=\"own\" type=\"string\" string=\"%syslogfacility-text%|"
                           "%syslogseverity-text%|%hostname%|%app-name%|%msgid%|"
                           "%structured-data%|%msg%\\n\")\n"
                           "action(type=\"omfile\" file=\"%3\" template=\"own\")\n")
                .arg(folder.path(), QString::number(port), out, module,
                     isTls ? tlsGlobal : QString(), isTls ? tlsModule : QString())
                .toUtf8());
        configuration.close();
        QProcess daemon;
        daemon.setProcessChannelMode(QProcess::MergedChannels);
        daemon.start(rsyslogd,
                     {QStringLiteral("-n"), QStringLiteral("-f"), configuration.fileName(),
                      QStringLiteral("-i"), folder.filePath(QStringLiteral("pid"))});
        QVERIFY(daemon.waitForStarted(kWait));
        // Over UDP nobody would say that it is not up yet, and what is sent would be gone.
        if (scheme == QLatin1String("syslog"))
            QTRY_VERIFY_WITH_TIMEOUT(isBound(port), kWait);
        const auto sender = forwarder(
            QStringLiteral("%1://127.0.0.1:%2").arg(scheme).arg(port) +
                (isTls ? QStringLiteral("?ca=%1/logs.pem&name=logs.example").arg(m_pki.path())
                       : QString()),
            folder.filePath(QStringLiteral("queue.db")));
        // Over UDP no more than a receive buffer holds, however late rsyslog reads it.
        const int count = module == QLatin1String("imudp") ? 50 : 300;
        push(*sender, 0, count - 1);
        const auto lines = [&out] {
            QFile file(out);
            return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().split('\n')
                                                  : QList<QByteArray>();
        };
        const bool all = QTest::qWaitFor([&] { return lines().size() == count; }, kWait);
        const QByteArray said =
            QByteArray::number(lines().size()) + QByteArrayLiteral(" lines; ") + daemon.readAll();
        QVERIFY2(all, said.constData());
        const QByteArray line = lines().at(7);
        const auto fields = line.split('|');
        QCOMPARE(fields.size(), 7);
        QCOMPARE(fields[0], QByteArray("local0"));
        QCOMPARE(fields[1], QByteArray("err"));
        QCOMPARE(fields[2], QByteArray("10.0.0.7"));
        QCOMPARE(fields[3], QByteArray("portolan"));
        QCOMPARE(fields[4], QByteArray("linkDown"));
        QVERIFY(fields[5].contains("d3=\"7\""));
        QVERIFY(fields[6].contains("서울-회선"));
        daemon.terminate();
        QVERIFY(daemon.waitForFinished(kWait));
    }
};

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    SnmpSyslogTest test;
    const int code = QTest::qExec(&test, argc, argv);
    return Reaper::waitForAll(std::chrono::seconds(20)) > 0 ? 1 : code;
}
#include "snmpsyslog.moc"
