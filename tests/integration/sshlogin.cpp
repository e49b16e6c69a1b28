// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/reaper.h"
#include "core/ssh/connectionpool.h"
#include "core/ssh/keys/knownhosts.h"
#include "tests/integration/sshsession.h"

#include <QFile>
#include <QHostInfo>
#include <QTemporaryDir>

using namespace Portolan;
using namespace SshTest;

class SshLoginTest : public QObject
{
    Q_OBJECT

private:
    Test::Lab m_lab;

    Ssh::Target target(const char *id) const
    {
        return targetOf(m_lab.server(QString::fromLatin1(id)));
    }
    Ssh::Options options(const QString &identity = {}) const
    {
        Ssh::Options made = optionsOf(m_lab);
        if (!identity.isEmpty())
            made.identityFiles = {identity};
        return made;
    }
    QString password(const char *id) const
    {
        return m_lab.server(QString::fromLatin1(id)).password;
    }
    QStringList answers(const char *id) const
    {
        return m_lab.server(QString::fromLatin1(id)).answers;
    }

    // "ssh-ed25519 AAAA..." of a key pair.
    static QByteArray lineOf(const QString &privateKey)
    {
        QFile file(privateKey + QStringLiteral(".pub"));
        return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
    }
    static void writeKnown(const QString &path, const QByteArray &text)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_lab.error().isEmpty(), qPrintable(m_lab.error())); }
    void cleanup() { QCOMPARE(Reaper::waitForAll(std::chrono::seconds(20)), 0); }

    void aKeyOfEachKindLogsIn_data()
    {
        QTest::addColumn<QString>("identity");
        QTest::newRow("ed25519") << m_lab.client().ed25519;
        QTest::newRow("ecdsa") << m_lab.client().ecdsa;
        QTest::newRow("rsa") << m_lab.client().rsa;
    }
    void aKeyOfEachKindLogsIn()
    {
        QFETCH(QString, identity);
        Session session(target("publickey"), options(identity));
        QVERIFY2(session.connectAndWait(), session.story().constData());
        QCOMPARE(session.connection->state(), Connection::State::Ready);
        const auto &facts = session.connection->sessionFacts();
        QVERIFY(facts.serverBanner.startsWith(QStringLiteral("SSH-2.0-OpenSSH")));
        QCOMPARE(facts.authMethods, QStringList{QStringLiteral("publickey")});
        QVERIFY(!facts.keyExchange.isEmpty());
        QVERIFY(!facts.cipherIn.isEmpty());
        QCOMPARE(facts.hostKeyType, QStringLiteral("ssh-ed25519"));
        QCOMPARE(facts.hostKeySha256, m_lab.server(QStringLiteral("publickey"))
                                          .fingerprints.value(QStringLiteral("ed25519")));
        QVERIFY(session.authQuestions.empty());
        const Ran ran =
            runCommand(*session.connection, QStringLiteral("echo $((6*7)); echo no >&2; exit 3"));
        QCOMPARE(ran.output, std::string("42\n"));
        QCOMPARE(ran.errors, std::string("no\n"));
        QVERIFY(ran.status.has_value());
        QCOMPARE(ran.status->code, std::optional<int>(3));
    }

    void anEncryptedKeyAsksForItsPassphraseUntilItFits()
    {
        Session session(target("publickey"), options(m_lab.client().encrypted));
        session.answers = {QStringLiteral("wrong"), m_lab.client().passphrase};
        QVERIFY2(session.connectAndWait(), session.story().constData());
        QCOMPARE(session.authQuestions.size(), 2U);
        const auto &question = session.authQuestions[1];
        QCOMPARE(question.method, Ssh::AuthQuestion::Method::Passphrase);
        QCOMPARE(question.keyFile, m_lab.client().encrypted);
        QCOMPARE(question.user, QStringLiteral("lab"));
        QVERIFY(question.host.startsWith(QStringLiteral("127.0.0.1:")));
        QCOMPARE(question.attempt, 2);
        QCOMPARE(session.settled.size(), 2U);
    }

    void aKeyThatTheServerDoesNotKnowIsNeverDecrypted()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("key"));
        QProcess::execute(QStringLiteral("ssh-keygen"),
                          {QStringLiteral("-q"), QStringLiteral("-t"), QStringLiteral("ed25519"),
                           QStringLiteral("-N"), QStringLiteral("secret"), QStringLiteral("-f"),
                           file});
        QVERIFY(QFile::exists(file));
        Ssh::Options made = options();
        made.identityFiles = {file};
        Session session(target("publickey"), made);
        QVERIFY(!session.connectAndWait());
        QVERIFY(session.authQuestions.empty());
        QCOMPARE(session.error().kind, Error::Kind::Auth);
        QVERIFY2(session.error().what.contains(QStringLiteral("publickey")),
                 session.story().constData());
        QVERIFY2(session.error().detail.contains(file), session.story().constData());
    }

    void oldKeyFormatsWorkWithAndWithoutPassphrase_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("passphrase");
        QTest::newRow("PEM") << QStringLiteral("PEM") << QString();
        QTest::newRow("PEM, encrypted") << QStringLiteral("PEM") << QStringLiteral("open sesame");
        QTest::newRow("PKCS#8") << QStringLiteral("PKCS8") << QString();
        QTest::newRow("PKCS#8, encrypted")
            << QStringLiteral("PKCS8") << QStringLiteral("open sesame");
    }
    void oldKeyFormatsWorkWithAndWithoutPassphrase()
    {
        QFETCH(QString, format);
        QFETCH(QString, passphrase);
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("key"));
        QVERIFY(QFile::copy(m_lab.client().rsa, file));
        QCOMPARE(QProcess::execute(QStringLiteral("ssh-keygen"),
                                   {QStringLiteral("-q"), QStringLiteral("-p"),
                                    QStringLiteral("-m"), format, QStringLiteral("-P"), QString(),
                                    QStringLiteral("-N"), passphrase, QStringLiteral("-f"), file}),
                 0);
        Ssh::Options made = options();
        made.identityFiles = {file};
        Session session(target("publickey"), made);
        session.answers = {passphrase};
        QVERIFY2(session.connectAndWait(), session.story().constData());
        QCOMPARE(session.authQuestions.size(), passphrase.isEmpty() ? 0U : 1U);
    }

    void aPasswordIsAskedForAgainUntilItIsRight()
    {
        Session session(target("password"), options());
        session.answers = {QStringLiteral("wrong"), password("password")};
        QVERIFY2(session.connectAndWait(), session.story().constData());
        QCOMPARE(session.authQuestions.size(), 2U);
        QCOMPARE(session.authQuestions[0].method, Ssh::AuthQuestion::Method::Password);
        QCOMPARE(session.authQuestions[0].prompts.size(), 1);
        QVERIFY(!session.authQuestions[0].prompts[0].echo);
        QCOMPARE(session.authQuestions[1].attempt, 2);
        QCOMPARE(session.authQuestions[1].attemptsLeft, 2);
        QCOMPARE(session.connection->sessionFacts().authMethods,
                 QStringList{QStringLiteral("password")});
    }

    void wrongPasswordsEndInOneSentenceThatNamesTheMethods()
    {
        Session session(target("password"), options());
        session.answers = {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")};
        QVERIFY(!session.connectAndWait());
        QCOMPARE(session.error().kind, Error::Kind::Auth);
        QVERIFY2(session.error().what.contains(QStringLiteral("password")),
                 session.story().constData());
        QCOMPARE(session.authQuestions.size(), 3U);
        QCOMPARE(session.failures.size(), 1U);
    }

    void anUnknownUserIsRefusedLikeAWrongPassword()
    {
        auto to = target("password");
        to.user = QStringLiteral("nobody-here");
        Session session(to, options());
        session.answers = {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")};
        QVERIFY(!session.connectAndWait());
        QCOMPARE(session.error().kind, Error::Kind::Auth);
        QVERIFY(session.error().what.contains(QStringLiteral("nobody-here")));
    }

    void aServerThatHangsUpAfterTwoTriesIsExplained()
    {
        Session session(target("two-tries"), options());
        session.answers = {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")};
        QVERIFY(!session.connectAndWait());
        QVERIFY2(session.error().kind == Error::Kind::Auth, session.story().constData());
        QVERIFY2(session.error().what.contains(QStringLiteral("too many attempts")),
                 session.story().constData());
    }

    void anOfferedPasswordIsUsedWithoutAQuestion_data()
    {
        QTest::addColumn<QString>("server");
        QTest::newRow("password") << QStringLiteral("password");
        QTest::newRow("as an answer") << QStringLiteral("any");
    }
    void anOfferedPasswordIsUsedWithoutAQuestion()
    {
        QFETCH(QString, server);
        const QByteArray id = server.toLatin1();
        Session session(target(id.constData()), options());
        session.connection->offerPassword(Secret(password(id.constData()).toStdString()));
        QVERIFY2(session.connectAndWait(), session.story().constData());
        QVERIFY(session.authQuestions.empty());
    }

    void anOfferedPasswordThatIsWrongIsFollowedByAQuestion()
    {
        Session session(target("password"), options());
        session.connection->offerPassword(Secret("not this one"));
        session.answers = {password("password")};
        QVERIFY2(session.connectAndWait(), session.story().constData());
        QCOMPARE(session.authQuestions.size(), 1U);
    }

    void questionsComeInSeveralRoundsWithTheServersWords()
    {
        Session session(target("keyboard-interactive"), options());
        session.answers = answers("keyboard-interactive");
        QVERIFY2(session.connectAndWait(), session.story().constData());
        QCOMPARE(session.authQuestions.size(), 2U);
        for (const auto &question : session.authQuestions) {
            QCOMPARE(question.method, Ssh::AuthQuestion::Method::KeyboardInteractive);
            QCOMPARE(question.prompts.size(), 1);
        }
        QVERIFY(!session.authQuestions[0].prompts[0].echo);
        QVERIFY(session.authQuestions[1].prompts[0].echo);
    }

    void aKeyAndACodeAreTwoFactors()
    {
        Session session(target("two-factor"), options(m_lab.client().ed25519));
        session.answers = answers("two-factor");
        QVERIFY2(session.connectAndWait(), session.story().constData());
        QCOMPARE(
            session.connection->sessionFacts().authMethods,
            (QStringList{QStringLiteral("publickey"), QStringLiteral("keyboard-interactive")}));
    }

    void theFirstFactorAloneIsNamedWhenTheSecondFails()
    {
        Session session(target("two-factor"), options(m_lab.client().ed25519));
        session.answers = {QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3")};
        QVERIFY(!session.connectAndWait());
        QCOMPARE(session.error().kind, Error::Kind::Auth);
        QVERIFY2(session.error().what.contains(QStringLiteral("keyboard-interactive")),
                 session.story().constData());
        QVERIFY2(session.error().detail.contains(QStringLiteral("publickey")),
                 session.story().constData());
    }

    void aDeclinedQuestionEndsTheLogin()
    {
        Session session(target("password"), options());
        session.connection->start();
        QTRY_COMPARE_WITH_TIMEOUT(session.authQuestions.size(), 1U, kWait);
        QCOMPARE(session.connection->openAuthQuestion()->id, session.authQuestions[0].id);
        session.connection->answerAuth(session.authQuestions[0].id, {});
        session.connection->answerAuth(session.authQuestions[0].id, {}); // ignored
        QTRY_COMPARE_WITH_TIMEOUT(session.failures.size(), 1U, kWait);
        QCOMPARE(session.error().kind, Error::Kind::Cancelled);
    }

    void theBannerIsShownBeforeTheLogin()
    {
        Session session(target("banner"), options());
        session.answers = {password("banner")};
        QVERIFY2(session.connectAndWait(), session.story().constData());
        QCOMPARE(session.banners.size(), 1);
        QVERIFY(session.banners[0].contains(QStringLiteral("허가된 사용자만")));
        QCOMPARE(session.banners[0].count(QLatin1Char('\n')), 1);
    }

    void aServerWithOnlyOldAlgorithmsIsRefusedNamingBothLists()
    {
        Session session(target("weak"), options(m_lab.client().rsa));
        QVERIFY(!session.connectAndWait());
        QCOMPARE(session.error().kind, Error::Kind::Unsupported);
        const QString what = session.error().what;
        QVERIFY2(what.contains(QStringLiteral("diffie-hellman-group14-sha1")), qPrintable(what));
        QVERIFY2(what.contains(QStringLiteral("curve25519-sha256")), qPrintable(what));
    }

    void oldAlgorithmsWorkWhenTheyAreAskedFor()
    {
        auto made = options();
        made.algorithms = {QStringLiteral("diffie-hellman-group14-sha1"), QStringLiteral("ssh-rsa"),
                           QStringLiteral("aes128-cbc"), QStringLiteral("hmac-sha1")};
        Session session(target("weak"), made);
        session.answers = {password("weak")};
        QVERIFY2(session.connectAndWait(), session.story().constData());
        QCOMPARE(session.connection->sessionFacts().cipherOut, QStringLiteral("aes128-cbc"));
        QCOMPARE(session.connection->sessionFacts().macIn, QStringLiteral("hmac-sha1"));
    }

    void anAgentOffersItsKeys()
    {
        QTemporaryDir folder;
        const QString socket = folder.filePath(QStringLiteral("agent"));
        QProcess agent;
        agent.start(QStringLiteral("ssh-agent"),
                    {QStringLiteral("-D"), QStringLiteral("-a"), socket});
        QVERIFY(agent.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(socket), kWait);
        QProcess add;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("SSH_AUTH_SOCK"), socket);
        add.setProcessEnvironment(environment);
        for (const QString &key : {m_lab.client().wrong, m_lab.client().ed25519}) {
            add.start(QStringLiteral("ssh-add"), {QStringLiteral("-q"), key});
            QVERIFY(add.waitForFinished());
            QCOMPARE(add.exitCode(), 0);
        }
        auto made = options();
        made.useAgent = true;
        made.agentSocket = socket;
        {
            Session session(target("publickey"), made);
            QVERIFY2(session.connectAndWait(), session.story().constData());
        }
        // Of the agent's keys only the named one, and that is not accepted.
        made.identitiesOnly = true;
        made.identityFiles = {m_lab.client().wrong + QStringLiteral(".pub")};
        {
            Session session(target("publickey"), made);
            QVERIFY(!session.connectAndWait());
            QCOMPARE(session.error().kind, Error::Kind::Auth);
        }
        agent.terminate();
        QVERIFY(agent.waitForFinished());
    }

    void anAgentThatNeverAnswersDoesNotHoldUpTheEnd()
    {
        // It takes the connection and says nothing, as one that waits for a touch.
        QTemporaryDir folder;
        QProcess deaf;
        const QString socket = folder.filePath(QStringLiteral("agent"));
        deaf.start(
            QStringLiteral("python3"),
            {QStringLiteral("-c"),
             QStringLiteral("import socket,sys,struct\n"
                            "s=socket.socket(socket.AF_UNIX);s.bind(sys.argv[1]);s.listen()\n"
                            "print(flush=True)\nc,_=s.accept()\nc.recv(5)\n"
                            "b=open(sys.argv[2]).read().split()[1]\n"
                            "import base64;k=base64.b64decode(b)\n"
                            "m=bytes([12])+struct.pack('>II',1,len(k))+k+struct.pack('>I',1)+b'x'\n"
                            "c.sendall(struct.pack('>I',len(m))+m)\nc.recv(99999)\n"
                            "print('asked',flush=True)\nsys.stdin.read()\n"),
             socket, m_lab.client().ed25519 + QStringLiteral(".pub")});
        QVERIFY(deaf.waitForReadyRead(kWait));
        deaf.readAll();
        auto made = options();
        made.useAgent = true;
        made.agentSocket = socket;
        Session session(target("publickey"), made);
        session.connection->start();
        QVERIFY(deaf.waitForReadyRead(kWait) || deaf.bytesAvailable() > 0 ||
                QTest::qWaitFor([&] { return deaf.bytesAvailable() > 0; }, kWait));
        QElapsedTimer timer;
        timer.start();
        session.connection->cancel();
        QVERIFY(timer.elapsed() < 100);
        QCOMPARE(session.error().kind, Error::Kind::Cancelled);
        QCOMPARE(Reaper::waitForAll(std::chrono::seconds(20)), 0);
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
        deaf.closeWriteChannel();
        deaf.waitForFinished();
    }

    void anUnknownHostKeyIsAQuestionAndIsRecordedOnlyWhenAsked()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("new/known_hosts"));
        auto made = options(m_lab.client().ed25519);
        made.knownHostsFile = file;
        {
            Session session(target("publickey"), made);
            QVERIFY(!session.connectAndWait());
            QCOMPARE(session.error().kind, Error::Kind::Certificate);
            QCOMPARE(session.hostKeyQuestions.size(), 1U);
            const auto &question = session.hostKeyQuestions[0];
            QCOMPARE(question.situation, Ssh::HostKeyQuestion::Situation::Unknown);
            QCOMPARE(question.keyType, QStringLiteral("ssh-ed25519"));
            QVERIFY(question.sha256.startsWith(QStringLiteral("SHA256:")));
            QCOMPARE(question.randomart.count(QLatin1Char('\n')), 10);
        }
        {
            Session session(target("publickey"), made);
            session.hostKeyAnswer = Ssh::HostKeyAnswer::AcceptOnce;
            QVERIFY2(session.connectAndWait(), session.story().constData());
            QVERIFY(!QFile::exists(file));
        }
        {
            Session session(target("publickey"), made);
            session.hostKeyAnswer = Ssh::HostKeyAnswer::AcceptAlways;
            QVERIFY2(session.connectAndWait(), session.story().constData());
            QCOMPARE(QFile::permissions(file) & 0x0FF,
                     QFile::Permissions(QFile::ReadUser | QFile::WriteUser) & 0x0FF);
        }
        Session session(target("publickey"), made);
        QVERIFY2(session.connectAndWait(), session.story().constData());
        QVERIFY(session.hostKeyQuestions.empty());
    }

    void aNewHostKeyIsRecordedByPolicyAndRefusedByAnother()
    {
        QTemporaryDir folder;
        auto made = options(m_lab.client().ed25519);
        made.knownHostsFile = folder.filePath(QStringLiteral("known_hosts"));
        made.hostKeyPolicy = Ssh::HostKeyPolicy::Strict;
        {
            Session session(target("publickey"), made);
            QVERIFY(!session.connectAndWait());
            QCOMPARE(session.error().kind, Error::Kind::Certificate);
            QVERIFY(session.hostKeyQuestions.empty());
        }
        made.hostKeyPolicy = Ssh::HostKeyPolicy::AcceptNew;
        {
            Session session(target("publickey"), made);
            QVERIFY2(session.connectAndWait(), session.story().constData());
        }
        made.hostKeyPolicy = Ssh::HostKeyPolicy::Strict;
        Session session(target("publickey"), made);
        QVERIFY2(session.connectAndWait(), session.story().constData());
    }

    void aChangedHostKeyBlocksWithBothFingerprintsAndTheLine()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("known_hosts"));
        const auto to = target("publickey");
        const auto other = lineOf(m_lab.client().wrong);
        writeKnown(file,
                   "# first line\n" + Ssh::knownHostName(to.host, to.port) + ' ' + other + '\n');
        auto made = options(m_lab.client().ed25519);
        made.knownHostsFile = file;
        made.hostKeyPolicy = Ssh::HostKeyPolicy::AcceptNew;
        Session session(to, made);
        QVERIFY(!session.connectAndWait());
        QCOMPARE(session.error().kind, Error::Kind::Certificate);
        const QString what = session.error().what;
        const auto known = Ssh::KnownHosts::read({file});
        QVERIFY(known.has_value());
        QVERIFY2(what.contains(Ssh::fingerprintSha256(known->entries().first().key)),
                 qPrintable(what));
        QVERIFY2(what.contains(file + QStringLiteral(":2")), qPrintable(what));
        QVERIFY2(what.contains(session.connection->sessionFacts().hostKeySha256), qPrintable(what));
    }

    void aKeyOfAnotherAlgorithmIsNotAChangedKey()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("known_hosts"));
        const auto to = target("host-rsa");
        writeKnown(file, Ssh::knownHostName(to.host, to.port) + ' ' + lineOf(m_lab.client().wrong) +
                             '\n');
        auto made = options(m_lab.client().rsa);
        made.knownHostsFile = file;
        Session session(to, made);
        session.hostKeyAnswer = Ssh::HostKeyAnswer::AcceptOnce;
        QVERIFY2(session.connectAndWait(), session.story().constData());
        QCOMPARE(session.hostKeyQuestions.size(), 1U);
        const auto &question = session.hostKeyQuestions[0];
        QCOMPARE(question.situation, Ssh::HostKeyQuestion::Situation::OtherAlgorithm);
        QCOMPARE(question.keyType, QStringLiteral("ssh-rsa"));
        QVERIFY(question.bits >= 2048);
        QCOMPARE(question.known.size(), 1);
        QCOMPARE(question.known[0].keyType, QStringLiteral("ssh-ed25519"));
        QCOMPARE(question.known[0].line, 1);
    }

    void theServerIsAskedForTheKeyThatIsKnown()
    {
        // Only the RSA key is known of a server that has three.
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("known_hosts"));
        const auto to = target("publickey");
        QFile all(m_lab.client().knownHosts);
        QVERIFY(all.open(QIODevice::ReadOnly));
        QByteArray lines;
        while (!all.atEnd()) {
            const QByteArray line = all.readLine();
            if (line.startsWith(Ssh::knownHostName(to.host, to.port)) && line.contains(" ssh-rsa "))
                lines += line;
        }
        writeKnown(file, lines);
        auto made = options(m_lab.client().ed25519);
        made.knownHostsFile = file;
        Session session(to, made);
        QVERIFY2(session.connectAndWait(), session.story().constData());
        QVERIFY(session.hostKeyQuestions.empty());
        QCOMPARE(session.connection->sessionFacts().hostKeyType, QStringLiteral("ssh-rsa"));
    }

    void aRevokedKeyIsRefusedAndAHashedNameIsFound()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("known_hosts"));
        const auto to = target("publickey");
        const auto known = Ssh::KnownHosts::read({m_lab.client().knownHosts});
        QVERIFY(known.has_value());
        const auto entries = known->find(to.host, to.port);
        QVERIFY(!entries.isEmpty());
        for (const auto &entry : entries)
            QVERIFY(Ssh::appendKnownHost(file, to.host, to.port, entry.keyType, entry.key, true)
                        .has_value());
        auto made = options(m_lab.client().ed25519);
        made.knownHostsFile = file;
        {
            Session session(to, made);
            QVERIFY2(session.connectAndWait(), session.story().constData());
            QVERIFY(session.hostKeyQuestions.empty());
        }
        QFile append(file);
        QVERIFY(append.open(QIODevice::Append));
        for (const auto &entry : entries)
            append.write("@revoked * " + entry.keyType + ' ' + entry.key.toBase64() + '\n');
        append.close();
        Session session(to, made);
        QVERIFY(!session.connectAndWait());
        QCOMPARE(session.error().kind, Error::Kind::Certificate);
        QVERIFY(session.error().what.contains(QStringLiteral("revoked")));
    }

    void equalTargetsAndOptionsShareOneLogin()
    {
        Ssh::ConnectionPool pool;
        const auto first = pool.acquire(target("publickey"), options(m_lab.client().ed25519));
        QCOMPARE(pool.acquire(target("publickey"), options(m_lab.client().ed25519)), first);
        QVERIFY(pool.acquire(target("publickey"), options(m_lab.client().rsa)) != first);
        Session session(first);
        QVERIFY2(session.connectAndWait(), session.story().constData());
        const auto second = pool.acquire(target("publickey"), options(m_lab.client().ed25519));
        QCOMPARE(second, first);
        // The server's side of the connection: the same port of ours in both.
        const Ran one = runCommand(*first, QStringLiteral("echo $SSH_CONNECTION"));
        const Ran two = runCommand(*second, QStringLiteral("echo $SSH_CONNECTION"));
        QVERIFY(!one.output.empty());
        QCOMPARE(one.output, two.output);
        first->close();
        QVERIFY(pool.acquire(target("publickey"), options(m_lab.client().ed25519)) != first);
    }

    void aWrongHostARefusedPortAndABadNameAreToldApart()
    {
        {
            Session session({QStringLiteral("lab"), QStringLiteral("no-such-host.invalid"), 22},
                            options());
            QVERIFY(!session.connectAndWait());
            QCOMPARE(session.error().kind, Error::Kind::Network);
            QVERIFY2(session.error().what.contains(QStringLiteral("no-such-host.invalid")),
                     session.story().constData());
        }
        {
            Session session({QStringLiteral("lab"), QStringLiteral("127.0.0.1"), 1}, options());
            QVERIFY(!session.connectAndWait());
            QCOMPARE(session.error().kind, Error::Kind::Network);
            QVERIFY2(session.error().what.contains(QStringLiteral("refuses")),
                     session.story().constData());
        }
        for (const char *name : {"la'b;rm", "-oProxyCommand=x", "lab\\", "a -b", "a\nb"}) {
            auto to = target("publickey");
            to.user = QString::fromLatin1(name);
            Session session(to, options());
            QVERIFY(!session.connectAndWait());
            QCOMPARE(session.error().kind, Error::Kind::Usage);
        }
    }

    void aNameWithSeveralAddressesFindsTheOneThatAnswers()
    {
        // localhost is ::1 and 127.0.0.1; the lab listens on the second only.
        if (QHostInfo::fromName(QStringLiteral("localhost")).addresses().isEmpty())
            QSKIP("this machine does not know the name localhost");
        auto to = target("publickey");
        to.host = QStringLiteral("localhost");
        auto made = options(m_lab.client().ed25519);
        QTemporaryDir folder;
        made.knownHostsFile = folder.filePath(QStringLiteral("known_hosts"));
        made.hostKeyPolicy = Ssh::HostKeyPolicy::AcceptNew;
        Session session(to, made);
        QVERIFY2(session.connectAndWait(), session.story().constData());
        QCOMPARE(session.connection->sessionFacts().address, QStringLiteral("127.0.0.1"));
    }

    void anEndAtEveryStageIsQuickAndLeavesNothing_data()
    {
        QTest::addColumn<int>("state");
        QTest::newRow("resolving") << int(Connection::State::Resolving);
        QTest::newRow("connecting") << int(Connection::State::Connecting);
        QTest::newRow("key exchange") << int(Connection::State::KeyExchange);
        QTest::newRow("host key") << int(Connection::State::HostKey);
        QTest::newRow("authenticating") << int(Connection::State::Authenticating);
        QTest::newRow("ready") << int(Connection::State::Ready);
    }
    void anEndAtEveryStageIsQuickAndLeavesNothing()
    {
        QFETCH(int, state);
        for (const bool byRelease : {false, true}) {
            auto session =
                std::make_unique<Session>(target("publickey"), options(m_lab.client().ed25519));
            auto &connection = *session->connection;
            bool cut = false;
            QElapsedTimer timer;
            qint64 took = -1;
            QObject guard;
            connect(&connection, &Connection::stateChanged, &guard, [&](Connection::State now) {
                if (int(now) != state || cut)
                    return;
                cut = true;
                QMetaObject::invokeMethod(
                    &guard,
                    [&] {
                        timer.start();
                        if (byRelease)
                            session.reset();
                        else if (state == int(Connection::State::Ready))
                            connection.close();
                        else
                            connection.cancel();
                        took = timer.elapsed();
                    },
                    Qt::QueuedConnection);
            });
            connection.start();
            QTRY_VERIFY_WITH_TIMEOUT(took >= 0, kWait);
            QVERIFY2(took < 100, qPrintable(QString::number(took)));
            QCOMPARE(Reaper::waitForAll(std::chrono::seconds(20)), 0);
            qInfo("thread ended after %lld ms", timer.elapsed());
            if (session) {
                QCOMPARE(session->connection->state(), Connection::State::Closed);
                QCOMPARE(session->failures.size(),
                         state == int(Connection::State::Ready) ? 0U : 1U);
            }
        }
    }
};

PORTOLAN_LAB_TEST_MAIN(SshLoginTest)
#include "sshlogin.moc"
