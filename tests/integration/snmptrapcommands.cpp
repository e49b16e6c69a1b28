// SPDX-License-Identifier: GPL-3.0-or-later
// `portolanctl snmp listen` and `snmp send`, each other's peer and net-snmp's.
#include "tests/integration/snmptrapsession.h"
#include "tests/support/syslogmessage.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>

using namespace SnmpTest;

namespace {

quint16 freePort()
{
    QUdpSocket socket;
    socket.bind(QHostAddress(QHostAddress::LocalHost), 0);
    return socket.localPort();
}

class Program
{
public:
    Program(const QTemporaryDir &home, const QStringList &arguments)
    {
        auto variables = QProcessEnvironment::systemEnvironment();
        variables.insert(QStringLiteral("PORTOLAN_HOME"), home.path());
        variables.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        variables.insert(QStringLiteral("AUTH"), QStringLiteral("authentic1"));
        variables.insert(QStringLiteral("PRIV"), QStringLiteral("privatepw1"));
        variables.insert(QStringLiteral("WRONG"), QStringLiteral("wrongwrong"));
        m_process.setProcessEnvironment(variables);
        m_process.start(qEnvironmentVariable("PORTOLAN_BUILD_DIR") +
                            QStringLiteral("/app/cli/portolanctl"),
                        QStringList{QStringLiteral("--json"), QStringLiteral("--lang"),
                                    QStringLiteral("en"), QStringLiteral("snmp")} +
                            arguments);
    }
    ~Program()
    {
        if (m_process.state() != QProcess::NotRunning) {
            m_process.kill();
            m_process.waitForFinished(5000);
        }
    }

    bool waitFor(const char *type, int count = 1)
    {
        return QTest::qWaitFor([&] { return all(type).size() >= count; }, kTrapWait);
    }
    int end()
    {
        if (!QTest::qWaitFor([&] { return m_process.state() == QProcess::NotRunning; }, kTrapWait))
            return -1;
        return m_process.exitCode();
    }
    QList<QJsonObject> all(const char *type)
    {
        out += m_process.readAllStandardOutput();
        err += m_process.readAllStandardError();
        QList<QJsonObject> some;
        for (const QByteArray &line : out.split('\n')) {
            const QJsonObject object = QJsonDocument::fromJson(line).object();
            if (object.value(QStringLiteral("type")).toString() == QLatin1String(type))
                some.append(object);
        }
        return some;
    }
    void terminate() { m_process.terminate(); }

    QByteArray out;
    QByteArray err;

private:
    QProcess m_process;
};

const char *const kUser =
    " --v3-user ops --auth-protocol SHA-1 --auth-password-env AUTH --priv-protocol AES-256-C "
    "--priv-password-env PRIV";

} // namespace

class SnmpTrapCommandsTest final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;

    [[nodiscard]] int send(const QString &arguments, QByteArray *said = nullptr)
    {
        Program program(m_home, QStringList{QStringLiteral("send")} + words(arguments));
        const int code = program.end();
        program.all("");
        if (said)
            *said = program.out + program.err;
        return code;
    }

private Q_SLOTS:
    void severalUsersAreBelievedEachWithItsOwnPasswords()
    {
        Program listener(
            m_home,
            QStringList{
                QStringLiteral("listen"), QStringLiteral("snmptrap://127.0.0.1:%1").arg(freePort()),
                QStringLiteral("--count"), QStringLiteral("3"), QStringLiteral("--trust"),
                QStringLiteral("ops?auth=SHA-256&priv=AES-128&auth-password-env=AUTH&"
                               "priv-password-env=PRIV"),
                QStringLiteral("--trust"), QStringLiteral("ops?auth=SHA-1&auth-password-env=WRONG"),
                QStringLiteral("--trust"),
                QStringLiteral("nms?auth-password-env=AUTH&min-level=authNoPriv")});
        QVERIFY2(listener.waitFor("listening"), listener.err.constData());
        const int port = listener.all("listening").first().value(QStringLiteral("port")).toInt();
        const QString to = QStringLiteral("snmp://127.0.0.1:%1 coldStart --inform ").arg(port);
        QCOMPARE(send(to + QStringLiteral("--v3-user ops --auth-password-env AUTH "
                                          "--priv-password-env PRIV")),
                 0);
        QCOMPARE(send(to + QStringLiteral("--v3-user ops --auth-protocol SHA-1 "
                                          "--auth-password-env WRONG")),
                 0);
        QVERIFY(send(to + QStringLiteral("--v3-user nms --auth-password-env WRONG --retries 0")) !=
                0);
        QCOMPARE(send(to + QStringLiteral("--v3-user nms --auth-password-env AUTH")), 0);
        QCOMPARE(listener.end(), 0);
        QStringList users;
        for (const QJsonObject &each : listener.all("inform"))
            users << each.value(QStringLiteral("user")).toString() + QLatin1Char(' ') +
                         each.value(QStringLiteral("level")).toString();
        QCOMPARE(users,
                 (QStringList{QStringLiteral("ops authPriv"), QStringLiteral("ops authNoPriv"),
                              QStringLiteral("nms authNoPriv")}));
        QCOMPARE(listener.all("rejected").size(), 1);
    }

    void aUserThatMakesNoSenseIsAUsageError()
    {
        for (const char *user :
             {"", "?auth=SHA-1", "ops?auth=SHA-3", "ops?auth-password-env=NOWHERE",
              "ops?colour=red", "ops?auth-password-env=AUTH&min-level=authPriv"}) {
            Program listener(m_home, {QStringLiteral("listen"),
                                      QStringLiteral("snmptrap://127.0.0.1:%1").arg(freePort()),
                                      QStringLiteral("--trust"), QString::fromLatin1(user)});
            QVERIFY2(listener.end() == 2, user);
        }
    }

    void whatIsSentIsPrinted()
    {
        Program listener(m_home,
                         words(QStringLiteral("listen snmptrap://secretword@127.0.0.1:%1 --count 4")
                                   .arg(freePort()) +
                               QLatin1String(kUser)));
        QVERIFY2(listener.waitFor("listening"), listener.err.constData());
        const int port = listener.all("listening").first().value(QStringLiteral("port")).toInt();
        const QString at = QStringLiteral("127.0.0.1:%1 ").arg(port);
        const QString what = QStringLiteral("linkDown ifIndex.7 = 7 ifAdminStatus.7 = down "
                                            "ifAlias.7 s 서울 --uptime 4711");
        QByteArray said;
        QCOMPARE(send(QStringLiteral("snmp://secretword@") + at + what, &said), 0);
        QVERIFY(!said.contains("secretword"));
        QCOMPARE(send(QStringLiteral("snmp://wrongword@") + at + what), 0);
        QCOMPARE(
            send(QStringLiteral("snmp://secretword@") + at + what + QStringLiteral(" --inform")),
            0);
        QCOMPARE(send(QStringLiteral("snmp://") + at + what + QStringLiteral(" --inform") +
                      QLatin1String(kUser)),
                 0);
        QCOMPARE(send(QStringLiteral("snmp://") + at + what + QLatin1String(kUser), &said), 0);
        QVERIFY(said.contains("\"engine_id\""));
        QCOMPARE(listener.end(), 0);
        const auto traps = listener.all("trap");
        const auto informs = listener.all("inform");
        QCOMPARE(traps.size(), 2);
        QCOMPARE(informs.size(), 2);
        for (const QJsonObject &each : traps + informs) {
            QCOMPARE(each.value(QStringLiteral("name")).toString(),
                     QStringLiteral("IF-MIB::linkDown"));
            QCOMPARE(each.value(QStringLiteral("uptime")).toInt(), 4711);
            const auto varbinds = each.value(QStringLiteral("varbinds")).toArray();
            QCOMPARE(varbinds.size(), 3);
            QCOMPARE(varbinds.at(1).toObject().value(QStringLiteral("text")).toString(),
                     QStringLiteral("down(2)"));
            QCOMPARE(varbinds.at(2).toObject().value(QStringLiteral("value")).toString(),
                     QStringLiteral("서울"));
        }
        QCOMPARE(traps.first().value(QStringLiteral("community")).toString(),
                 QStringLiteral("***"));
        QCOMPARE(informs.last().value(QStringLiteral("user")).toString(), QStringLiteral("ops"));
        QCOMPARE(listener.all("rejected").size(), 1);
        QCOMPARE(listener.all("rejected").first().value(QStringLiteral("reason")).toString(),
                 QStringLiteral("wrongCommunity"));
        const QJsonObject summary = listener.all("summary").first();
        QCOMPARE(summary.value(QStringLiteral("notifications")).toInt(), 4);
        QCOMPARE(summary.value(QStringLiteral("kernel_drops")).toInt(), 0);
        for (const char *secret : {"secretword", "wrongword", "authentic1", "privatepw1"})
            QVERIFY2(!listener.out.contains(secret) && !listener.err.contains(secret), secret);
    }

    void exitCodesSayWhatWentWrong()
    {
        // A wrong password is a silence for a trap and a refusal for an inform.
        Program listener(m_home,
                         words(QStringLiteral("listen snmptrap://127.0.0.1:%1").arg(freePort()) +
                               QLatin1String(kUser)));
        QVERIFY2(listener.waitFor("listening"), listener.err.constData());
        const QString at =
            QStringLiteral("snmp://127.0.0.1:%1 ")
                .arg(listener.all("listening").first().value(QStringLiteral("port")).toInt());
        QString wrong = QString::fromLatin1(kUser);
        wrong.replace(QStringLiteral("env AUTH"), QStringLiteral("env WRONG"));
        QCOMPARE(send(at + QStringLiteral("coldStart --inform") + wrong), 4);
        QVERIFY(listener.waitFor("rejected"));
        QCOMPARE(listener.all("rejected").first().value(QStringLiteral("reason")).toString(),
                 QStringLiteral("wrongDigest"));
        QCOMPARE(send(at + QStringLiteral("noSuchNotification")), 2);
        QCOMPARE(send(at + QStringLiteral("coldStart ifIndex.1 i")), 2);
        QCOMPARE(send(at + QStringLiteral("coldStart ifIndex.1 i seven")), 2);
        QCOMPARE(send(at + QStringLiteral("coldStart ifAdminStatus.1 = sideways")), 2);
        QCOMPARE(send(at + QStringLiteral("coldStart --v1 --inform")), 2);
        QCOMPARE(send(QStringLiteral("snmp://127.0.0.1:1 coldStart")), 3);
        QCOMPARE(send(at + QStringLiteral("coldStart ifIndex.1 -- i -5")), 0);
        listener.terminate();
        QCOMPARE(listener.end(), 130);
        Program bad(m_home, words(QStringLiteral("listen snmptrap://127.0.0.1:1?color=red")));
        QCOMPARE(bad.end(), 2);
        QUdpSocket taken;
        QVERIFY(taken.bind(QHostAddress(QHostAddress::LocalHost), 0,
                           QAbstractSocket::DontShareAddress));
        Program second(
            m_home, words(QStringLiteral("listen snmptrap://127.0.0.1:%1").arg(taken.localPort())));
        QCOMPARE(second.end(), 8);
    }

    void whatIsReceivedIsForwarded()
    {
        QTcpServer logs;
        QVERIFY(logs.listen(QHostAddress(QHostAddress::LocalHost), 0));
        QByteArray stream;
        connect(&logs, &QTcpServer::newConnection, &logs, [&] {
            QTcpSocket *const socket = logs.nextPendingConnection();
            connect(socket, &QIODevice::readyRead, &logs,
                    [&stream, socket] { stream += socket->readAll(); });
        });
        Program listener(m_home,
                         words(QStringLiteral("listen snmptrap://127.0.0.1:%1 --count 2 --filter "
                                              "linkDown --forward syslog+tcp://127.0.0.1:%2")
                                   .arg(freePort())
                                   .arg(logs.serverPort())));
        QVERIFY2(listener.waitFor("listening"), listener.err.constData());
        const QString at =
            QStringLiteral("snmp://127.0.0.1:%1 ")
                .arg(listener.all("listening").first().value(QStringLiteral("port")).toInt());
        QCOMPARE(send(at + QStringLiteral("linkDown ifIndex.7 = 7")), 0);
        QCOMPARE(send(at + QStringLiteral("coldStart")), 0);
        QCOMPARE(send(at + QStringLiteral("linkDown ifIndex.8 = 8")), 0);
        const int code = listener.end();
        const auto summaries = listener.all("summary");
        QVERIFY2(code == 0 && summaries.size() == 1, listener.err.constData());
        QStringList kinds;
        bool wrong = false;
        while (const auto message = Test::takeCounted(stream, wrong)) {
            const auto parsed = Test::ParsedSyslog::parse(*message);
            QVERIFY(parsed);
            kinds.append(parsed->id +
                         parsed->elements[QStringLiteral("snmp")][QStringLiteral("d3")]);
        }
        QCOMPARE(kinds, (QStringList{QStringLiteral("linkDown7"), QStringLiteral("linkDown8")}));
        QCOMPARE(listener.all("summary").first().value(QStringLiteral("forwarded")).toInt(), 2);
    }
};

QTEST_GUILESS_MAIN(SnmpTrapCommandsTest)
#include "snmptrapcommands.moc"
