// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssh/connection.h"
#include "core/ssh/diagnosis/diagnosis.h"
#include "core/ssh/diagnosis/diagnosisprobe.h"
#include "tests/support/lab.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#ifndef Q_OS_WIN
#include <unistd.h>
#endif

using namespace Portolan;

namespace {

constexpr int kDeadline = 90'000;

struct Outcome
{
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
    QList<QJsonObject> findings;
    QJsonObject result;
    QJsonObject summary;

    [[nodiscard]] QString id(int index) const
    {
        return findings.value(index).value(QStringLiteral("id")).toString().mid(13);
    }
    [[nodiscard]] bool has(const char *id, const char *severity = nullptr) const
    {
        for (const QJsonObject &finding : findings) {
            if (finding.value(QStringLiteral("id")).toString() ==
                    QLatin1String("ssh.diagnose.") + QLatin1String(id) &&
                (!severity ||
                 finding.value(QStringLiteral("severity")).toString() == QLatin1String(severity)))
                return true;
        }
        return false;
    }
    [[nodiscard]] QString verdict() const
    {
        return summary.value(QStringLiteral("verdict")).toString();
    }
};

} // namespace

// `portolanctl ssh diagnose` and the probe behind it, against servers with one fault each and
// against healthy ones.
class SshDiagnosisTest : public QObject
{
    Q_OBJECT

private:
    Test::Lab m_lab{ids(), true};
    QTemporaryDir m_folder;

    static QStringList ids()
    {
        QStringList all;
        for (const char *id : {"password",
                               "publickey",
                               "two-factor",
                               "any",
                               "weak",
                               "max-startups",
                               "kex-mismatch",
                               "cipher-mismatch",
                               "mac-mismatch",
                               "host-key-mismatch",
                               "key-type",
                               "key-list-writable",
                               "home-writable",
                               "strict",
                               "home-writable-password",
                               "one-try",
                               "certificate-only",
                               "no-shell",
                               "nologin",
                               "closed-for-work",
                               "account-expired",
                               "password-expired",
                               "forced-command",
                               "not-allowed",
                               "slow-question",
                               "slow-password",
                               "short-grace",
                               "no-terminal",
                               "no-forwarding",
                               "no-sftp",
                               "no-sessions",
                               "host-based"})
            all.append(QLatin1String(id));
        return all;
    }
    const Test::LabServer &server(const char *id) const { return m_lab.server(QLatin1String(id)); }
    QString client(const char *name) const
    {
        return m_lab.folder() + QStringLiteral("/client/") + QLatin1String(name);
    }

    Outcome run(const QStringList &arguments, const QString &password = {},
                const QString &agentSocket = {}, int timeout = 20) const
    {
        // Without the keys and files of whoever runs the tests.
        const QString home = m_folder.path();
        QProcess process;
        auto variables = QProcessEnvironment::systemEnvironment();
        variables.remove(QStringLiteral("SSH_AUTH_SOCK"));
        if (!agentSocket.isEmpty())
            variables.insert(QStringLiteral("SSH_AUTH_SOCK"), agentSocket);
        variables.insert(QStringLiteral("HOME"), home);
        variables.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        variables.insert(QStringLiteral("DIAGNOSE_SECRET"), password);
        process.setProcessEnvironment(variables);
#ifndef Q_OS_WIN
        // Without a controlling terminal: whoever runs the tests is not asked.
        process.setChildProcessModifier([] { ::setsid(); });
#endif
        QStringList all = {QStringLiteral("--json"), QStringLiteral("--timeout"),
                           QString::number(timeout)};
        if (!password.isEmpty())
            all += {QStringLiteral("--password-env"), QStringLiteral("DIAGNOSE_SECRET")};
        all += {QStringLiteral("ssh"), QStringLiteral("diagnose"), QStringLiteral("--ssh-config"),
                QStringLiteral("none")};
        process.start(qEnvironmentVariable("PORTOLAN_BUILD_DIR") +
                          QStringLiteral("/app/cli/portolanctl"),
                      all + arguments);
        process.closeWriteChannel();
        if (!process.waitForFinished(kDeadline))
            return {};
        Outcome outcome;
        outcome.exitCode = process.exitCode();
        outcome.out = process.readAllStandardOutput();
        outcome.err = process.readAllStandardError();
        const auto lines = outcome.out.split('\n');
        for (const QByteArray &line : lines) {
            const QJsonObject object = QJsonDocument::fromJson(line).object();
            const QString type = object.value(QStringLiteral("type")).toString();
            if (type == QLatin1String("finding"))
                outcome.findings.append(object);
            else if (type == QLatin1String("result"))
                outcome.result = object;
            else if (type == QLatin1String("summary"))
                outcome.summary = object;
        }
        return outcome;
    }
    // With the key that the server takes, or none at all, and its password where it has one.
    Outcome diagnose(const Test::LabServer &at, const QStringList &more = {},
                     const QString &knownHosts = {}) const
    {
        QStringList arguments = {QStringLiteral("--known-hosts"),
                                 knownHosts.isEmpty() ? m_lab.client().knownHosts : knownHosts};
        if (!at.identity.isEmpty() && !more.contains(QStringLiteral("--identity")))
            arguments += {QStringLiteral("--identity"), at.identity};
        return run(arguments + more + QStringList{at.url}, at.password);
    }
    QString writeFile(const char *name, const QByteArray &text) const
    {
        const QString path = m_folder.filePath(QLatin1String(name));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            return {};
        return path;
    }
    QByteArray knownHostsLine(const Test::LabServer &at) const
    {
        QFile file(m_lab.client().knownHosts);
        if (!file.open(QIODevice::ReadOnly))
            return {};
        const QByteArray name = "]:" + QByteArray::number(at.port) + " ssh-ed25519 ";
        const auto lines = file.readAll().split('\n');
        for (const QByteArray &line : lines) {
            if (line.contains(name))
                return line;
        }
        return {};
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_lab.error().isEmpty(), qPrintable(m_lab.error()));
        QVERIFY(m_folder.isValid());
    }

    void aFaultIsNamedFirst_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("first");
        QTest::addColumn<int>("exitCode");
        const auto row = [](const char *id, const char *first, int exitCode) {
            QTest::newRow(id) << QString::fromLatin1(id) << QString::fromLatin1(first) << exitCode;
        };
        row("weak", "kex.no_exchange_legacy", 7);
        row("kex-mismatch", "kex.no_exchange", 7);
        row("cipher-mismatch", "kex.no_cipher_legacy", 7);
        row("mac-mismatch", "kex.no_mac", 7);
        row("host-key-mismatch", "kex.no_host_key_legacy", 7);
        row("key-list-writable", "key.refused", 4);
        row("home-writable", "key.refused", 4);
        row("no-shell", "session.no_shell", 1);
        row("nologin", "session.nologin", 1);
        row("closed-for-work", "login.account", 4);
        row("account-expired", "login.account", 4);
        row("password-expired", "session.password_expired", 4);
        row("forced-command", "session.forced", 1);
        row("not-allowed", "login.all_refused", 4);
        row("short-grace", "login.cut", 3);
        row("no-terminal", "session.no_terminal", 1);
        row("no-sessions", "session.refused", 1);
        row("host-based", "login.no_method", 7);
        // What does not keep anybody out is named, and the exit code stays 0.
        row("slow-question", "slow.question", 0);
        row("slow-password", "slow.proof", 0);
        row("home-writable-password", "server.mode", 0);
        row("no-forwarding", "session.no_forwarding", 0);
        row("no-sftp", "session.no_sftp", 0);
    }
    void aFaultIsNamedFirst()
    {
        QFETCH(QString, id);
        QFETCH(QString, first);
        QFETCH(int, exitCode);
        const Outcome outcome = diagnose(m_lab.server(id));
        QVERIFY2(!outcome.findings.isEmpty(), outcome.err.constData());
        if (outcome.id(0) != first)
            qWarning("%s", outcome.out.constData());
        QCOMPARE(outcome.id(0), first);
        QCOMPARE(outcome.exitCode, exitCode);
        const bool harmless = first == QLatin1String("session.no_forwarding") ||
                              first == QLatin1String("session.no_sftp");
        QCOMPARE(outcome.verdict(),
                 harmless ? QStringLiteral("limited") : QStringLiteral("problems"));
        QVERIFY(!outcome.has("unchecked.session"));
        const QJsonObject finding = outcome.findings.first();
        QVERIFY(!finding.value(QStringLiteral("title")).toString().contains(QLatin1Char('%')));
        QVERIFY(!finding.value(QStringLiteral("advice")).toString().isEmpty());
    }

    void aPeerThatIsNoGoodServerIsNamed_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("first");
        QTest::addColumn<int>("exitCode");
        const auto row = [](const char *id, const char *first, int exitCode) {
            QTest::newRow(id) << QString::fromLatin1(id) << QString::fromLatin1(first) << exitCode;
        };
        row("silence", "banner.silent", 3);
        row("close-at-once", "banner.closed", 3);
        row("other-protocol", "banner.other_protocol", 6);
        row("garbage-banner", "banner.not_ssh", 6);
        row("endless-banner-lines", "banner.not_ssh", 6);
        row("old-protocol", "banner.version1", 7);
        row("nothing-in-common", "kex.no_exchange", 7);
        row("reset-in-key-exchange", "kex.broken", 3);
        row("silence-after-banner", "kex.timeout", 3);
        row("half-close", "kex.broken", 3);
        row("short-dh-reply", "kex.protocol", 6);
        row("rude-disconnect", "kex.broken", 3);
    }
    void aPeerThatIsNoGoodServerIsNamed()
    {
        QFETCH(QString, id);
        QFETCH(QString, first);
        QFETCH(int, exitCode);
        const Outcome outcome =
            run({QStringLiteral("--known-hosts"), m_lab.client().emptyKnownHosts,
                 m_lab.hostileServers()[id].url},
                {}, {}, 4);
        if (outcome.id(0) != first)
            qWarning("%s%s", outcome.out.constData(), outcome.err.constData());
        QCOMPARE(outcome.id(0), first);
        QCOMPARE(outcome.exitCode, exitCode);
        QCOMPARE(outcome.verdict(), QStringLiteral("problems"));
        QVERIFY(!outcome.out.contains('\x1b'));
    }

    void aClosedPortIsNamed()
    {
        QTcpServer taken;
        QVERIFY(taken.listen(QHostAddress::LocalHost));
        const quint16 port = taken.serverPort();
        taken.close();
        const Outcome outcome = run({QStringLiteral("ssh://lab@127.0.0.1:%1").arg(port)});
        QCOMPARE(outcome.id(0), QStringLiteral("tcp.refused"));
        QCOMPARE(outcome.exitCode, 3);
    }

    void anUnknownNameIsNamed()
    {
        // RFC 6761, section 6.4: no such name exists, and no resolver need be asked for it.
        const Outcome outcome = run({QStringLiteral("ssh://lab@host.invalid")});
        QVERIFY2(outcome.id(0) == QLatin1String("lookup.failed") ||
                     outcome.id(0) == QLatin1String("lookup.timeout"),
                 outcome.out.constData());
        QCOMPARE(outcome.exitCode, 3);
    }

    void aFullServerIsNamed()
    {
        QTcpSocket held;
        held.connectToHost(QStringLiteral("127.0.0.1"), server("max-startups").port);
        QVERIFY(held.waitForReadyRead(10'000)); // its banner: one login is under way
        const Outcome outcome = diagnose(server("max-startups"));
        QCOMPARE(outcome.id(0), QStringLiteral("banner.max_startups"));
        QCOMPARE(outcome.exitCode, 3);
    }

    void aChangedHostKeyIsNamedWithItsPlace()
    {
        // The line of one server under the name of another: the same kind of key, another key.
        const QByteArray name = "[127.0.0.1]:" + QByteArray::number(server("any").port);
        QFile other(client("id_ed25519.pub"));
        QVERIFY(other.open(QIODevice::ReadOnly));
        const auto fields = other.readAll().split(' ');
        const QString file = writeFile("changed", "# moved\n" + name + ' ' + fields.at(0) + ' ' +
                                                      fields.at(1) + '\n');
        const Outcome outcome = diagnose(server("any"), {}, file);
        QCOMPARE(outcome.id(0), QStringLiteral("host_key.changed"));
        QCOMPARE(outcome.exitCode, 5);
        const QJsonObject finding = outcome.findings.first();
        QCOMPARE(finding.value(QStringLiteral("action")).toString(),
                 QStringLiteral("ssh.open_known_hosts"));
        QCOMPARE(finding.value(QStringLiteral("action_argument")).toString(),
                 file + QStringLiteral(":2"));
        QVERIFY(finding.value(QStringLiteral("advice"))
                    .toString()
                    .contains(QLatin1String("ssh-keygen -R")));
    }

    void aRevokedHostKeyIsNamed()
    {
        const QString file =
            writeFile("revoked", "@revoked " + knownHostsLine(server("any")) + '\n');
        const Outcome outcome = diagnose(server("any"), {}, file);
        QCOMPARE(outcome.id(0), QStringLiteral("host_key.revoked"));
        QCOMPARE(outcome.exitCode, 5);
    }

    void anUnknownHostIsLookedAtButGetsNoPasswordAndIsNotRecorded()
    {
        const QString file = writeFile("unknown", "");
        const Outcome outcome = diagnose(server("password"), {}, file);
        QVERIFY(outcome.has("host_key.unknown", "info"));
        QVERIFY(outcome.has("unchecked.withheld", "info"));
        QCOMPARE(outcome.verdict(), QStringLiteral("incomplete"));
        QCOMPARE(QFileInfo(file).size(), 0);
        QVERIFY(!m_lab.log(QStringLiteral("password")).contains(QLatin1String("Failed password")));
        // Told to trust it, it goes on, and still records nothing.
        const Outcome trusted =
            diagnose(server("password"), {QStringLiteral("--accept-new")}, file);
        QVERIFY2(trusted.has("login.ok", "ok"), trusted.out.constData());
        QCOMPARE(QFileInfo(file).size(), 0);
    }

    void aKeyOfAKindThatIsNotTakenIsNamedAsFarAsTheServerTells()
    {
        const Outcome outcome = diagnose(server("key-type"));
        // OpenSSH tells what it takes only since it filters server-sig-algs by its configuration.
        QVERIFY2(outcome.id(0) == QLatin1String("key.algorithm") ||
                     outcome.id(0) == QLatin1String("key.refused"),
                 outcome.out.constData());
        QVERIFY(outcome.findings.first()
                    .value(QStringLiteral("advice"))
                    .toString()
                    .contains(QLatin1String("PubkeyAcceptedAlgorithms")));
        QCOMPARE(outcome.exitCode, 4);
    }

    void aServerForKeysWithoutAKeyIsNamed()
    {
        const Outcome outcome =
            diagnose(server("publickey"),
                     {QStringLiteral("--identity"), m_folder.filePath(QStringLiteral("none"))});
        QCOMPARE(outcome.id(0), QStringLiteral("login.no_key"));
        QVERIFY(outcome.has("key.missing", "warning"));
        QCOMPARE(outcome.exitCode, 4);
    }

    void anExpiredCertificateIsNamed()
    {
        const Outcome outcome = diagnose(server("certificate-only"),
                                         {QStringLiteral("--identity"), client("id_expired")});
        QCOMPARE(outcome.id(0), QStringLiteral("certificate.expired"));
        QCOMPARE(outcome.exitCode, 4);
    }

    void aGoodCertificateIsNotBlamed()
    {
        const Outcome outcome = diagnose(server("certificate-only"),
                                         {QStringLiteral("--identity"), client("id_certified")});
        if (outcome.id(0) != QLatin1String("fine"))
            qWarning("%s", outcome.out.constData());
        QCOMPARE(outcome.id(0), QStringLiteral("fine"));
        QCOMPARE(outcome.exitCode, 0);
    }

    void anAgentWithManyKeysIsNamed()
    {
        QProcess agent;
        const QString socket = m_folder.filePath(QStringLiteral("agent"));
        agent.start(QStringLiteral("ssh-agent"),
                    {QStringLiteral("-D"), QStringLiteral("-a"), socket});
        if (!agent.waitForStarted())
            QSKIP("There is no ssh-agent here.");
        QTRY_VERIFY(QFileInfo::exists(socket));
        const auto add = [&](const QString &key) {
            QProcess process;
            auto variables = QProcessEnvironment::systemEnvironment();
            variables.insert(QStringLiteral("SSH_AUTH_SOCK"), socket);
            process.setProcessEnvironment(variables);
            process.start(QStringLiteral("ssh-add"), {QStringLiteral("-q"), key});
            return process.waitForFinished() && process.exitCode() == 0;
        };
        QStringList keys;
        for (int i = 0; i < 4; ++i) {
            const QString path = m_folder.filePath(QStringLiteral("id_%1").arg(i));
            QProcess make;
            make.start(QStringLiteral("ssh-keygen"),
                       {QStringLiteral("-q"), QStringLiteral("-t"), QStringLiteral("ed25519"),
                        QStringLiteral("-N"), QString(), QStringLiteral("-f"), path});
            QVERIFY(make.waitForFinished() && make.exitCode() == 0);
            QVERIFY(add(path));
        }
        QVERIFY(add(m_lab.client().ed25519));
        const QStringList arguments = {QStringLiteral("--known-hosts"), m_lab.client().knownHosts};
        const Outcome refused = run(arguments + QStringList{server("one-try").url}, {}, socket);
        QVERIFY2(refused.id(0) == QLatin1String("login.too_many_agent"), refused.out.constData());
        QCOMPARE(refused.exitCode, 4);

        // Healthy: the agent holds the right key, which is named.
        const Outcome healthy =
            run(arguments + QStringList{QStringLiteral("--identity"), m_lab.client().ed25519,
                                        server("publickey").url},
                {}, socket);
        QCOMPARE(healthy.id(0), QStringLiteral("fine"));
        QCOMPARE(healthy.exitCode, 0);
        agent.terminate();
        QVERIFY(agent.waitForFinished());
    }

    void nothingIsHeldAgainstAHealthyServer_data()
    {
        QTest::addColumn<QString>("id");
        QTest::newRow("password") << QStringLiteral("password");
        QTest::newRow("key") << QStringLiteral("publickey");
        QTest::newRow("key, judged strictly") << QStringLiteral("strict");
        QTest::newRow("several ways") << QStringLiteral("any");
        QTest::newRow("one try, with the right key") << QStringLiteral("one-try");
    }
    void nothingIsHeldAgainstAHealthyServer()
    {
        QFETCH(QString, id);
        const Outcome outcome = diagnose(m_lab.server(id));
        if (outcome.id(0) != QLatin1String("fine"))
            qWarning("%s", outcome.out.constData());
        QCOMPARE(outcome.id(0), QStringLiteral("fine"));
        QCOMPARE(outcome.exitCode, 0);
        QCOMPARE(outcome.verdict(), QStringLiteral("fine"));
        for (const QJsonObject &finding : outcome.findings) {
            const QString severity = finding.value(QStringLiteral("severity")).toString();
            QVERIFY2(severity != QLatin1String("error") && severity != QLatin1String("warning"),
                     qPrintable(finding.value(QStringLiteral("id")).toString()));
        }
        const auto steps = outcome.result.value(QStringLiteral("steps")).toArray();
        QCOMPARE(steps.size(), 7);
        for (const auto &step : steps)
            QCOMPARE(step.toObject().value(QStringLiteral("state")).toString(),
                     QStringLiteral("good"));
    }

    void twoFactorsAreGoneThroughWithAnswers()
    {
        const Test::LabServer &at = server("two-factor");
        Ssh::Options options;
        options.useAgent = false;
        options.identityFiles = {at.identity};
        options.knownHostsFile = at.knownHosts;
        options.globalKnownHostsFiles = {};
        Ssh::DiagnosisProbe probe({at.user, at.host, at.port}, options);
        probe.setInteractive(true);
        int asked = 0;
        connect(&probe, &Ssh::DiagnosisProbe::question, this,
                [&](const Ssh::AuthQuestion &question) {
                    std::vector<Secret> answers;
                    answers.emplace_back(at.answers.value(asked++).toStdString());
                    probe.answer(question.id, std::move(answers));
                });
        QSignalSpy finished(&probe, &Ssh::DiagnosisProbe::finished);
        probe.start();
        QVERIFY(finished.wait(30'000));
        const auto facts = finished.first().first().value<Ssh::DiagnosisFacts>();
        const QList<Finding> findings = judge(facts);
        QCOMPARE(findings.first().id, QStringLiteral("ssh.diagnose.fine"));
        QCOMPARE(Ssh::verdictOf(findings), Ssh::Verdict::Fine);
        QCOMPARE(facts.login.succeeded, (QStringList{QStringLiteral("publickey"),
                                                     QStringLiteral("keyboard-interactive")}));
        const QString text = probe.transcript().toText();
        QVERIFY(text.contains(QLatin1String("USERAUTH_REQUEST")));
        QVERIFY(!text.contains(at.answers.first()));
    }

    void twoFactorsWithoutAnAnswerAreNotCalledFine()
    {
        const Outcome outcome = diagnose(server("two-factor"));
        QVERIFY2(outcome.has("unchecked.second", "info"), outcome.out.constData());
        QCOMPARE(outcome.verdict(), QStringLiteral("incomplete"));
    }

    void aPasswordThatIsMissingLeavesTheRestUnchecked()
    {
        const Test::LabServer &at = server("password");
        const Outcome outcome = run({QStringLiteral("--known-hosts"), at.knownHosts, at.url});
        QVERIFY2(outcome.has("unchecked.secret", "info"), outcome.out.constData());
        QCOMPARE(outcome.verdict(), QStringLiteral("incomplete"));
        QCOMPARE(outcome.exitCode, 0);
    }

    void aWrongPasswordIsNamedAndStandsNowhere()
    {
        const Test::LabServer &at = server("password");
        const QString transcript = m_folder.filePath(QStringLiteral("transcript"));
        const QString secret = QStringLiteral("wrong-canary-20431");
        const Outcome outcome = run({QStringLiteral("--known-hosts"), at.knownHosts,
                                     QStringLiteral("--transcript"), transcript, at.url},
                                    secret);
        QCOMPARE(outcome.id(0), QStringLiteral("login.password_refused"));
        QCOMPARE(outcome.exitCode, 4);
        QFile file(transcript);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY(text.contains("password: refused"));
        QVERIFY(text.contains("kex algos: "));
        QVERIFY(!text.contains(secret.toUtf8()));
        // Nor its length: the sizes of packets that could hold one are left out.
        QVERIFY(!text.contains("(USERAUTH_REQUEST), "));
        QVERIFY(!outcome.out.contains(secret.toUtf8()));
        QVERIFY(!outcome.err.contains(secret.toUtf8()));
    }

    void aFailedConnectionIsExplainedFromWhatItSaw()
    {
        const Test::LabServer &at = server("home-writable");
        Ssh::Options options;
        options.useAgent = false;
        options.identityFiles = {at.identity};
        options.knownHostsFile = at.knownHosts;
        options.globalKnownHostsFiles = {};
        const auto connection = Ssh::Connection::create({at.user, at.host, at.port}, options);
        QSignalSpy failed(connection.get(), &Ssh::Connection::failed);
        connection->start();
        QVERIFY(failed.wait(30'000));
        Ssh::DiagnosisProbe probe(connection->target(), connection->options());
        QSignalSpy finished(&probe, &Ssh::DiagnosisProbe::finished);
        probe.complete(connection->seen(), connection->transcript());
        QVERIFY(finished.wait(30'000));
        const auto facts = finished.first().first().value<Ssh::DiagnosisFacts>();
        QCOMPARE(judge(facts).first().id, QStringLiteral("ssh.diagnose.key.refused"));
        QCOMPARE(facts.keys.size(), 1);
        QVERIFY(facts.keys.first().exists);
        QVERIFY(probe.transcript().entries().size() > 20);
    }

    void aDiagnosisIsDroppedAtAnyMoment()
    {
        const Test::LabServer &at = server("slow-password");
        for (const auto step : {Ssh::DiagnosisStep::Tcp, Ssh::DiagnosisStep::KeyExchange,
                                Ssh::DiagnosisStep::Login}) {
            Ssh::Options options;
            options.useAgent = false;
            options.knownHostsFile = at.knownHosts;
            auto probe = std::make_unique<Ssh::DiagnosisProbe>(
                Ssh::Target{at.user, at.host, at.port}, options);
            probe->offerPassword(Secret(at.password.toStdString()));
            QSignalSpy begun(probe.get(), &Ssh::DiagnosisProbe::stepBegun);
            probe->start();
            QTRY_VERIFY(!begun.isEmpty() &&
                        begun.last().first().value<Ssh::DiagnosisStep>() >= step);
            probe.reset();
        }
    }
};

PORTOLAN_LAB_TEST_MAIN(SshDiagnosisTest)
#include "sshdiagnosis.moc"
