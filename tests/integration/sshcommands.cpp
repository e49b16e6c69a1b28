// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssh/diagnosis/auditprobe.h"
#include "tests/support/lab.h"

#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#ifndef Q_OS_WIN
#include <csignal>
#include <unistd.h>
#endif

using namespace Portolan;

namespace {

constexpr int kDeadline = 60'000;

struct Outcome
{
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
    QList<QJsonObject> objects;

    [[nodiscard]] QJsonObject first(const char *type) const
    {
        for (const QJsonObject &object : objects) {
            if (object.value(QStringLiteral("type")).toString() == QLatin1String(type))
                return object;
        }
        return {};
    }
};

} // namespace

// `portolanctl ssh` against the lab's servers, and the probe behind `audit`.
class SshCommandsTest : public QObject
{
    Q_OBJECT

private:
    Test::Lab m_lab{{QStringLiteral("publickey"), QStringLiteral("password"),
                     QStringLiteral("weak"), QStringLiteral("host-ecdsa")},
                    true};

    QTemporaryDir m_home; // this person's own ssh_config has no say

    QString url(const char *id) const { return m_lab.server(QString::fromLatin1(id)).url; }
    QStringList keyOptions() const
    {
        return {QStringLiteral("--identity"), m_lab.client().ed25519,
                QStringLiteral("--known-hosts"), m_lab.client().knownHosts};
    }

    static void prepare(QProcess &process, const QStringList &arguments,
                        const QList<QPair<QString, QString>> &environment = {})
    {
        auto variables = QProcessEnvironment::systemEnvironment();
        variables.remove(QStringLiteral("SSH_AUTH_SOCK"));
        variables.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        for (const auto &[name, value] : environment)
            variables.insert(name, value);
        process.setProcessEnvironment(variables);
#ifndef Q_OS_WIN
        // Without a controlling terminal: whoever runs the tests is not asked.
        process.setChildProcessModifier([] { ::setsid(); });
#endif
        process.start(qEnvironmentVariable("PORTOLAN_BUILD_DIR") +
                          QStringLiteral("/app/cli/portolanctl"),
                      arguments);
    }

    static Outcome run(const QStringList &arguments, const QByteArray &input = {},
                       const QList<QPair<QString, QString>> &environment = {})
    {
        QProcess process;
        prepare(process, arguments, environment);
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(kDeadline))
            return {};
        Outcome outcome{process.exitCode(),
                        process.readAllStandardOutput(),
                        process.readAllStandardError(),
                        {}};
        const auto lines = QByteArray(outcome.out + outcome.err).split('\n');
        for (const QByteArray &line : lines) {
            if (line.startsWith('{'))
                outcome.objects.append(QJsonDocument::fromJson(line).object());
        }
        return outcome;
    }
    Outcome exec(const QStringList &options, const QString &to, const QStringList &command,
                 const QByteArray &input = {},
                 const QList<QPair<QString, QString>> &environment = {}) const
    {
        return run(
            QStringList{QStringLiteral("--json"), QStringLiteral("ssh"), QStringLiteral("exec")} +
                options + QStringList{to, QStringLiteral("--")} + command,
            input, environment);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        qputenv("PORTOLAN_HOME", m_home.path().toUtf8());
        QVERIFY2(m_lab.error().isEmpty(), qPrintable(m_lab.error()));
    }

    void aCommandsOutputErrorsAndCodeComeThrough()
    {
        const Outcome plain =
            run(QStringList{QStringLiteral("ssh"), QStringLiteral("exec")} + keyOptions() +
                    QStringList{url("publickey"), QStringLiteral("--"),
                                QStringLiteral("cat; echo 오류 >&2; exit 42")},
                "한글\n");
        QCOMPARE(plain.exitCode, 42);
        QCOMPARE(plain.out, QByteArray("한글\n"));
        QCOMPARE(plain.err, QByteArray("오류\n"));
    }

    void jsonTellsTheSame()
    {
        const Outcome outcome = exec(keyOptions(), url("publickey"),
                                     {QStringLiteral("echo hi; printf '\\377' >&2; exit 3")});
        QCOMPARE(outcome.exitCode, 3);
        QCOMPARE(outcome.first("output").value(QStringLiteral("text")).toString(),
                 QStringLiteral("hi\n"));
        QCOMPARE(outcome.first("result").value(QStringLiteral("exit_code")).toInt(), 3);
        QVERIFY(outcome.out.contains("\"base64\":\"/w==\""));
        QCOMPARE(outcome.objects.last().value(QStringLiteral("type")).toString(),
                 QStringLiteral("summary"));
    }

    void anAliasOfSshConfigIsEnough()
    {
        const Test::LabServer &server = m_lab.server(QStringLiteral("publickey"));
        const QString text =
            QStringLiteral("Host nick\n HostName %1\n Port %2\n User %3\n "
                           "IdentityFile %4\n UserKnownHostsFile %5\nMatch exec "
                           "\"touch %6/witness\"\n User nobody\n")
                .arg(server.host, QString::number(server.port), server.user, m_lab.client().ed25519,
                     m_lab.client().knownHosts, m_home.path());
        const auto write = [&](const QString &path) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text.toUtf8());
            file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        };
        const QString usual = m_home.filePath(QStringLiteral("config/ssh_config"));
        QVERIFY(QDir(m_home.path()).mkpath(QStringLiteral("config")));
        const QString other = m_home.filePath(QStringLiteral("other"));
        write(other);
        const Outcome named = exec({QStringLiteral("--ssh-config"), other}, QStringLiteral("nick"),
                                   {QStringLiteral("id -un")});
        QCOMPARE(named.exitCode, 0);
        QVERIFY2(named.err.contains("Match exec"), named.err.constData());
        QVERIFY(!QFile::exists(m_home.filePath(QStringLiteral("witness"))));

        write(usual);
        QCOMPARE(exec({}, QStringLiteral("ssh://nick"), {QStringLiteral("true")}).exitCode, 0);
        const Outcome none = exec({QStringLiteral("--ssh-config"), QStringLiteral("none")},
                                  QStringLiteral("nick"), {QStringLiteral("true")});
        QCOMPARE(none.exitCode, 255);
        const Outcome missing = exec({QStringLiteral("--ssh-config"), QStringLiteral("/nowhere")},
                                     QStringLiteral("nick"), {QStringLiteral("true")});
        QCOMPARE(missing.exitCode, 255);
        QCOMPARE(missing.first("error").value(QStringLiteral("kind")).toString(),
                 QStringLiteral("local"));
        QVERIFY(QFile::remove(usual));
    }

    void bigInputAndOutputAreWhole()
    {
        QByteArray input(12 * 1024 * 1024, '\0');
        QRandomGenerator(5).fillRange(reinterpret_cast<quint32 *>(input.data()), input.size() / 4);
        const Outcome outcome =
            run(QStringList{QStringLiteral("ssh"), QStringLiteral("exec")} + keyOptions() +
                    QStringList{url("publickey"), QStringLiteral("--"), QStringLiteral("cat")},
                input);
        QCOMPARE(outcome.exitCode, 0);
        QVERIFY(outcome.out == input);
    }

    void whatCouldNotRunEndsWith255AndTheKind_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("kind");
        QTest::newRow("signal") << QStringLiteral("signal") << QStringLiteral("refused");
        QTest::newRow("no server") << QStringLiteral("no server") << QStringLiteral("network");
        QTest::newRow("wrong password")
            << QStringLiteral("wrong password") << QStringLiteral("auth");
        QTest::newRow("no password") << QStringLiteral("no password") << QStringLiteral("auth");
        QTest::newRow("host key") << QStringLiteral("host key") << QStringLiteral("certificate");
        QTest::newRow("old server")
            << QStringLiteral("old server") << QStringLiteral("unsupported");
    }
    void whatCouldNotRunEndsWith255AndTheKind()
    {
        QFETCH(QString, what);
        QFETCH(QString, kind);
        const QStringList known = {QStringLiteral("--known-hosts"), m_lab.client().knownHosts};
        const QStringList command = {QStringLiteral("true")};
        Outcome outcome;
        if (what == QLatin1String("signal"))
            outcome = exec(keyOptions(), url("publickey"), {QStringLiteral("kill -KILL $$")});
        else if (what == QLatin1String("no server"))
            outcome = exec(keyOptions(), QStringLiteral("ssh://lab@127.0.0.1:1"), command);
        else if (what == QLatin1String("wrong password"))
            outcome =
                exec(known + QStringList{QStringLiteral("--password-env"), QStringLiteral("PW")},
                     url("password"), command, {}, {{QStringLiteral("PW"), QStringLiteral("no")}});
        else if (what == QLatin1String("no password"))
            outcome = exec(known, url("password"), command);
        else if (what == QLatin1String("host key"))
            outcome = exec({QStringLiteral("--known-hosts"), m_lab.client().emptyKnownHosts},
                           url("publickey"), command);
        else
            outcome = exec(known, url("weak"), command);
        QCOMPARE(outcome.exitCode, 255);
        QCOMPARE(outcome.first("error").value(QStringLiteral("kind")).toString(), kind);
        QVERIFY(!outcome.first("error").value(QStringLiteral("what")).toString().isEmpty());
    }

    void passwordsComeFromTheEnvironmentAndNewKeysAreRemembered()
    {
        QTemporaryDir folder;
        const QString known = folder.filePath(QStringLiteral("known"));
        const QStringList options = {QStringLiteral("--accept-new"),
                                     QStringLiteral("--known-hosts"), known,
                                     QStringLiteral("--password-env"), QStringLiteral("PW")};
        const auto &server = m_lab.server(QStringLiteral("password"));
        for (int i = 0; i < 2; ++i) {
            const Outcome outcome =
                exec(options, server.url, {QStringLiteral("echo"), QStringLiteral("in")}, {},
                     {{QStringLiteral("PW"), server.password}});
            QCOMPARE(outcome.exitCode, 0);
            QVERIFY(!outcome.out.contains(server.password.toUtf8()));
        }
        QFile file(known);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().count('\n'), 1);
    }

    void mistakesOfTheCommandLineEndWith2()
    {
        QCOMPARE(exec(keyOptions(), QStringLiteral("ssh://lab:secret@127.0.0.1"),
                      {QStringLiteral("true")})
                     .exitCode,
                 2);
        QCOMPARE(exec(keyOptions(), QStringLiteral("http://127.0.0.1"), {QStringLiteral("true")})
                     .exitCode,
                 2);
        QCOMPARE(exec(keyOptions(), url("publickey"), {}).exitCode, 2);
        QCOMPARE(run({QStringLiteral("ssh"), QStringLiteral("exec")}).exitCode, 2);
        QCOMPARE(
            run({QStringLiteral("ssh"), QStringLiteral("audit"), QStringLiteral("x y")}).exitCode,
            2);
    }

#ifndef Q_OS_WIN
    void anInterruptEndsItSoon()
    {
        QProcess process;
        prepare(process, QStringList{QStringLiteral("ssh"), QStringLiteral("exec")} + keyOptions() +
                             QStringList{url("publickey"), QStringLiteral("--"),
                                         QStringLiteral("echo on; sleep 1000")});
        QVERIFY(process.waitForReadyRead(kDeadline));
        QElapsedTimer timer;
        timer.start();
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(kDeadline));
        QCOMPARE(process.exitCode(), 130);
        QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
    }
#endif

    void anAuditNamesWhatIsWeak()
    {
        const Outcome outcome = run({QStringLiteral("--json"), QStringLiteral("ssh"),
                                     QStringLiteral("audit"), url("weak")});
        QCOMPARE(outcome.exitCode, 1);
        const QJsonObject result = outcome.first("result");
        const QJsonObject offers = result.value(QStringLiteral("lists")).toObject();
        QCOMPARE(offers.value(QStringLiteral("kex")).toArray().size(), 2);
        QCOMPARE(offers.value(QStringLiteral("kex"))
                     .toArray()
                     .first()
                     .toObject()
                     .value(QStringLiteral("grade"))
                     .toString(),
                 QStringLiteral("weak"));
        QCOMPARE(result.value(QStringLiteral("rsa_bits")).toInt(), 3072);
        QVERIFY(result.value(QStringLiteral("group_bits")).toInt() >= 2048);
        QStringList ids;
        for (const QJsonObject &object : outcome.objects) {
            if (object.value(QStringLiteral("type")).toString() == QLatin1String("finding"))
                ids.append(object.value(QStringLiteral("id")).toString());
        }
        for (const char *id : {"ssh.kex.sha1", "ssh.host_key.sha1", "ssh.cipher.cbc",
                               "ssh.cipher.block64", "ssh.disagreed", "ssh.rsa.good"})
            QVERIFY2(ids.contains(QLatin1String(id)), id);
    }

    void anAuditOfAGoodServerEndsWith0AndSaysWhatWeWouldUse()
    {
        const Outcome outcome = run({QStringLiteral("--json"), QStringLiteral("ssh"),
                                     QStringLiteral("audit"), url("host-ecdsa")});
        QCOMPARE(outcome.exitCode, 0);
        const QJsonObject used =
            outcome.first("result").value(QStringLiteral("negotiated")).toObject();
        QCOMPARE(used.value(QStringLiteral("host_key")).toString(),
                 QStringLiteral("ecdsa-sha2-nistp256"));
        QVERIFY(outcome.first("result").value(QStringLiteral("rsa_bits")).isNull());
        const Outcome text =
            run({QStringLiteral("ssh"), QStringLiteral("audit"), url("host-ecdsa")});
        QCOMPARE(text.exitCode, 0);
        QVERIFY(text.out.contains("curve25519-sha256"));
        // And that is what a connection really uses.
        const Outcome refused = run(
            {QStringLiteral("ssh"), QStringLiteral("audit"), QStringLiteral("ssh://127.0.0.1:1")});
        QCOMPARE(refused.exitCode, 3);
    }

    void everyHostileServerEndsAnAuditInTime_data()
    {
        QTest::addColumn<QString>("id");
        for (const QString &id : m_lab.hostileServers().keys())
            QTest::newRow(qPrintable(id)) << id;
    }
    void everyHostileServerEndsAnAuditInTime()
    {
        QFETCH(QString, id);
        std::optional<Result<Ssh::AuditFacts>> told;
        int times = 0;
        Ssh::AuditProbe probe({{}, QStringLiteral("127.0.0.1"), m_lab.hostileServers()[id].port},
                              {}, std::chrono::milliseconds(1500));
        connect(&probe, &Ssh::AuditProbe::finished, this, [&](const auto &facts) {
            told = facts;
            ++times;
        });
        QElapsedTimer timer;
        timer.start();
        probe.start();
        QVERIFY(QTest::qWaitFor([&] { return told.has_value(); }, kDeadline));
        QVERIFY2(timer.elapsed() < 8000, qPrintable(QString::number(timer.elapsed())));
        if (*told) {
            QVERIFY(!judge(**told).isEmpty());
            qInfo("%lld ms, an offer", timer.elapsed());
        } else {
            qInfo().noquote() << timer.elapsed() << "ms," << kindName(told->error().kind)
                              << told->error().what;
            QVERIFY(!told->error().what.isEmpty());
        }
        QCOMPARE(times, 1);
    }
};

PORTOLAN_LAB_TEST_MAIN(SshCommandsTest)
#include "sshcommands.moc"
