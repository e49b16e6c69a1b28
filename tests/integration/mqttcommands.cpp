// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/lab.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#ifndef Q_OS_WIN
#include <unistd.h>
#endif

using namespace Portolan;

namespace {

constexpr int kDeadline = 60'000;

struct Outcome
{
    int exitCode = -1;
    QList<QJsonObject> out;
    QByteArray err;

    [[nodiscard]] QList<QJsonObject> all(const char *type) const
    {
        QList<QJsonObject> some;
        for (const QJsonObject &object : out)
            if (object.value(QStringLiteral("type")).toString() == QLatin1String(type))
                some.append(object);
        return some;
    }
};

QList<QJsonObject> objectsOf(const QByteArray &lines)
{
    QList<QJsonObject> objects;
    for (const QByteArray &line : lines.split('\n'))
        if (!line.isEmpty())
            objects.append(QJsonDocument::fromJson(line).object());
    return objects;
}

} // namespace

// `portolanctl mqtt` against the lab's broker.
class MqttCommandsTest : public QObject
{
    Q_OBJECT

private:
    Test::Lab m_lab = Test::Lab::withBroker(true, false, {QStringLiteral("publickey")});

    QString address(const char *id) const { return m_lab.broker(QLatin1String(id)).address; }

    static void begin(QProcess &process, const QStringList &arguments,
                      const QString &password = QString())
    {
        auto variables = QProcessEnvironment::systemEnvironment();
        variables.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        if (!password.isEmpty())
            variables.insert(QStringLiteral("BROKER_PASSWORD"), password);
        process.setProcessEnvironment(variables);
#ifndef Q_OS_WIN
        process.setChildProcessModifier([] { ::setsid(); });
#endif
        QStringList all{QStringLiteral("--json"), QStringLiteral("--lang"), QStringLiteral("en")};
        if (!password.isEmpty())
            all += {QStringLiteral("--password-env"), QStringLiteral("BROKER_PASSWORD")};
        process.start(qEnvironmentVariable("PORTOLAN_BUILD_DIR") +
                          QStringLiteral("/app/cli/portolanctl"),
                      all + QStringList{QStringLiteral("mqtt")} + arguments);
    }
    static Outcome end(QProcess &process)
    {
        Outcome outcome;
        if (!process.waitForFinished(kDeadline))
            return outcome;
        outcome.exitCode = process.exitCode();
        outcome.out = objectsOf(process.readAllStandardOutput());
        outcome.err = process.readAllStandardError();
        return outcome;
    }
    static Outcome run(const QStringList &arguments, const QString &password = QString())
    {
        QProcess process;
        begin(process, arguments, password);
        return end(process);
    }
    static QStringList words(const char *text)
    {
        return QString::fromUtf8(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_lab.error().isEmpty(), qPrintable(m_lab.error()));
    }

    void whatIsPublishedIsPrinted()
    {
        for (const char *id : {"mqtt-plain", "mqtt-tls", "mqtt-mtls", "mqtt-ws", "mqtt-wss"}) {
            const QString topic = QStringLiteral("plant/cli/") + QLatin1String(id);
            const auto kept = run(QStringList{QStringLiteral("pub"), address(id), topic} +
                                  words("--payload 온도 --qos 1 --retain --content-type text "
                                        "--user-property 회선:A"));
            QVERIFY2(kept.exitCode == 0, kept.err.constData());
            QCOMPARE(kept.all("summary").first().value(QStringLiteral("acknowledged")).toInt(), 1);
            const auto got = run(QStringList{QStringLiteral("sub"), address(id), topic} +
                                 words("--count 1 --qos 1"));
            QVERIFY2(got.exitCode == 0, got.err.constData());
            const auto messages = got.all("message");
            QCOMPARE(messages.size(), 1);
            const QJsonObject &message = messages.first();
            QCOMPARE(message.value(QStringLiteral("topic")).toString(), topic);
            QCOMPARE(message.value(QStringLiteral("payload")).toString(), QStringLiteral("온도"));
            QCOMPARE(message.value(QStringLiteral("qos")).toInt(), 1);
            QVERIFY(message.value(QStringLiteral("retain")).toBool());
            const auto properties = message.value(QStringLiteral("properties")).toObject();
            QCOMPARE(properties.value(QStringLiteral("content_type")).toString(),
                     QStringLiteral("text"));
            QCOMPARE(properties.value(QStringLiteral("user")).toArray().at(0).toArray().at(0),
                     QJsonValue(QStringLiteral("회선")));
        }
    }

    void aLockedKeyIsOpenedByItsOwnOptions()
    {
        const auto &files = m_lab.brokerFiles();
        const QString url = m_lab.broker(QStringLiteral("mqtt-mtls")).url +
                            QStringLiteral("?ca=%1&cert=%2&key=%3")
                                .arg(files.ca, files.certificate, files.encrypted);
        const QStringList pub{QStringLiteral("pub"),       url,
                              QStringLiteral("plant/key"), QStringLiteral("--empty"),
                              QStringLiteral("--qos"),     QStringLiteral("1")};
        const auto with = [&](const QString &passphrase, const QString &password = QString()) {
            qputenv("KEY_PASSPHRASE", passphrase.toUtf8());
            const auto outcome = run(pub + QStringList{QStringLiteral("--key-passphrase-env"),
                                                       QStringLiteral("KEY_PASSPHRASE")},
                                     password);
            qunsetenv("KEY_PASSPHRASE");
            return outcome;
        };
        const auto right = with(files.passphrase);
        QVERIFY2(right.exitCode == 0, right.err.constData());
        // The two secrets are never taken for one another.
        QCOMPARE(with(files.passphrase, QStringLiteral("of the broker")).exitCode, 0);
        QCOMPARE(with(QStringLiteral("wrong"), files.passphrase).exitCode, 4);
        QCOMPARE(run(pub, files.passphrase).exitCode, 4);
        const auto unset = run(pub + words("--key-passphrase-env NOBODY_SET_THIS"));
        QCOMPARE(unset.exitCode, 2);
        QVERIFY(unset.err.contains("--key-passphrase-env"));
        QCOMPARE(run(pub + words("--key-passphrase-env A --key-passphrase-fd 0")).exitCode, 2);

        // Password and passphrase, a line each, from one descriptor.
        QProcess process;
        auto variables = QProcessEnvironment::systemEnvironment();
        process.setProcessEnvironment(variables);
        process.start(qEnvironmentVariable("PORTOLAN_BUILD_DIR") +
                          QStringLiteral("/app/cli/portolanctl"),
                      words("--json --password-fd 0 mqtt") + pub + words("--key-passphrase-fd 0"));
        process.write("of the broker\n" + files.passphrase.toUtf8() + "\n");
        const auto lines = end(process);
        QVERIFY2(lines.exitCode == 0, lines.err.constData());
    }

    void anAddressLeadsThroughAnSshHost()
    {
        const auto &gate = m_lab.server(QStringLiteral("publickey"));
        const auto through = [&](const QString &via) {
            const QString url = address("mqtt-plain") + QStringLiteral("?via=") +
                                QString::fromLatin1(via.toUtf8().toPercentEncoding());
            return run({QStringLiteral("--user"), QStringLiteral("ann"), QStringLiteral("probe"),
                        url, QStringLiteral("--messages"), QStringLiteral("1")});
        };
        const QString options =
            QStringLiteral("?identity=%1&known_hosts=").arg(m_lab.client().ed25519);
        const auto there = through(gate.url + options + gate.knownHosts);
        QVERIFY2(there.exitCode == 0, there.err.constData());
        QVERIFY2(there.all("result")
                     .first()
                     .value(QStringLiteral("peer"))
                     .toString()
                     .contains(QStringLiteral("lab@")),
                 there.err.constData());
        // Neither a host that is not known nor one that there is not is gone past.
        QCOMPARE(through(gate.url + options + m_lab.client().emptyKnownHosts).exitCode, 5);
        QCOMPARE(through(QStringLiteral("@nobody")).exitCode, 2);
        QCOMPARE(through(QStringLiteral("mqtt://gate")).exitCode, 2);
    }

    void exitCodesSayWhatWentWrong()
    {
        const auto &files = m_lab.brokerFiles();
        const QString tls = m_lab.broker(QStringLiteral("mqtt-tls")).url;
        const QString withPassword = address("mqtt-password");
        const auto alice =
            m_lab.broker(QStringLiteral("mqtt-password")).passwords[QStringLiteral("alice")];
        const auto pub = [](const QString &url, const char *rest) {
            return QStringList{QStringLiteral("pub"), url} + words(rest);
        };
        QCOMPARE(run(pub(withPassword, "plant/x --empty --qos 1"), alice).exitCode, 0);
        QCOMPARE(run(pub(withPassword, "plant/secret/x --empty --qos 1"), alice).exitCode, 1);
        QCOMPARE(run(pub(withPassword, "plant/# --empty"), alice).exitCode, 2);
        QCOMPARE(run(pub(withPassword, "plant/x"), alice).exitCode, 2);
        QCOMPARE(run(pub(withPassword, "plant/x --empty --version 6"), alice).exitCode, 2);
        QCOMPARE(run(pub(QStringLiteral("mqtt://127.0.0.1:1"), "x --empty")).exitCode, 3);
        QCOMPARE(run(pub(withPassword, "plant/x --empty"), QStringLiteral("wrong")).exitCode, 4);
        QCOMPARE(run(pub(tls, "x --empty")).exitCode, 5);
        QCOMPARE(run(pub(tls, "x --empty --ca ") + QStringList{files.otherCa}).exitCode, 5);
        QCOMPARE(run(pub(tls, "x --empty --ca ") + QStringList{files.ca}).exitCode, 0);
        QCOMPARE(run(pub(tls, "x --empty --insecure")).exitCode, 0);
        QCOMPARE(run(pub(tls, "x --empty --ca /nowhere")).exitCode, 8);
        QCOMPARE(run(pub(QStringLiteral("mqtt://alice:pw@127.0.0.1"), "x --empty")).exitCode, 2);
    }

    void aSubscriberThatReadsSlowlyLosesNothing()
    {
        QProcess subscriber;
        begin(subscriber, QStringList{QStringLiteral("sub"), address("mqtt-plain"),
                                      QStringLiteral("--verbose"), QStringLiteral("slow/#")} +
                              words("--qos 1 --count 3000"));
        QByteArray seen;
        while (!seen.contains("granted_qos") && subscriber.waitForReadyRead(kDeadline))
            seen += subscriber.readAllStandardOutput();
        QVERIFY(seen.contains("granted_qos"));
        const auto sent = run(QStringList{QStringLiteral("pub"), address("mqtt-plain"),
                                          QStringLiteral("slow/${n}"), QStringLiteral("--payload"),
                                          QString(1000, QLatin1Char('x'))} +
                              words("--expand --count 3000 --qos 1"));
        QVERIFY2(sent.exitCode == 0, sent.err.constData());
        const auto got = end(subscriber);
        QCOMPARE(got.exitCode, 0);
        QCOMPARE(got.all("message").size(), 3000);
    }
};

PORTOLAN_LAB_TEST_MAIN(MqttCommandsTest)
#include "mqttcommands.moc"
