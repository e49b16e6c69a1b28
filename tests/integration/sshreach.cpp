// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/reaper.h"
#include "core/ssh/algorithms.h"
#include "core/ssh/connectionpool.h"
#include "core/ssh/keys/certificate.h"
#include "core/ssh/keys/keyfile.h"
#include "core/ssh/keys/knownhosts.h"
#include "tests/integration/sshsession.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

using namespace Portolan;
using namespace SshTest;
using namespace std::chrono_literals;

namespace {

// ssh-agent with some keys, for one test.
class Agent
{
public:
    explicit Agent(const QStringList &keys)
    {
        m_process.start(QStringLiteral("ssh-agent"),
                        {QStringLiteral("-D"), QStringLiteral("-a"), socket()});
        ok = m_process.waitForStarted() &&
             QTest::qWaitFor([this] { return QFile::exists(socket()); }, kWait);
        for (const QString &key : keys)
            ok = ok && run({key});
    }
    ~Agent()
    {
        m_process.terminate();
        m_process.waitForFinished();
    }
    bool run(const QStringList &arguments) const
    {
        QProcess add;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("SSH_AUTH_SOCK"), socket());
        add.setProcessEnvironment(environment);
        add.start(QStringLiteral("ssh-add"), QStringList{QStringLiteral("-q")} + arguments);
        return add.waitForFinished() && add.exitCode() == 0;
    }
    [[nodiscard]] QString socket() const { return m_folder.filePath(QStringLiteral("agent")); }
    [[nodiscard]] int openFiles() const
    {
        return static_cast<int>(
            QDir(QStringLiteral("/proc/%1/fd").arg(m_process.processId())).count());
    }

    bool ok = false;

private:
    QTemporaryDir m_folder;
    QProcess m_process;
};

} // namespace

class SshReachTest : public QObject
{
    Q_OBJECT

private:
    Test::Lab m_lab{{QStringLiteral("publickey"), QStringLiteral("certificate"),
                     QStringLiteral("weak"), QStringLiteral("host-rsa")}};
    QTemporaryDir m_folder;

    Ssh::Target target(const char *id) const
    {
        return targetOf(m_lab.server(QString::fromLatin1(id)));
    }
    Ssh::Options options(const QString &identity) const
    {
        Ssh::Options made = optionsOf(m_lab);
        made.identityFiles = {identity};
        return made;
    }
    // A copy of the key that no server knows, with a certificate beside it.
    QString certified(const QString &name, const QStringList &arguments,
                      const QString &key = QString()) const
    {
        const QString path = m_folder.filePath(name);
        const QString from = key.isEmpty() ? m_lab.client().wrong : key;
        QFile::copy(from, path);
        QFile::copy(from + QStringLiteral(".pub"), path + QStringLiteral(".pub"));
        QProcess::execute(QStringLiteral("ssh-keygen"),
                          QStringList{QStringLiteral("-q"), QStringLiteral("-s"),
                                      m_lab.folder() + QStringLiteral("/client/user_ca"),
                                      QStringLiteral("-I"), QStringLiteral("someone")} +
                              arguments + QStringList{path + QStringLiteral(".pub")});
        return path;
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_lab.error().isEmpty(), qPrintable(m_lab.error())); }
    void cleanup() { QCOMPARE(Reaper::waitForAll(20s), 0); }

    void aCertificateBesideTheKeyLogsIn()
    {
        const QString key =
            certified(QStringLiteral("good"), {QStringLiteral("-n"), QStringLiteral("lab,other"),
                                               QStringLiteral("-V"), QStringLiteral("-1h:+1h")});
        Session session(target("certificate"), options(key));
        QVERIFY2(session.connectAndWait(), session.story().constData());
        QVERIFY(session.warnings.isEmpty());
        // Without its certificate the key is nobody's.
        Session plain(target("certificate"), options(m_lab.client().wrong));
        QVERIFY(!plain.connectAndWait());
    }

    void certificatesOfEveryKindOfKeyLogIn_data()
    {
        QTest::addColumn<QString>("type");
        for (const char *type : {"ed25519", "ecdsa", "rsa"})
            QTest::newRow(type) << QString::fromLatin1(type);
    }
    void certificatesOfEveryKindOfKeyLogIn()
    {
        QFETCH(QString, type);
        const QString fresh = m_folder.filePath(QStringLiteral("fresh-") + type);
        QCOMPARE(QProcess::execute(QStringLiteral("ssh-keygen"),
                                   {QStringLiteral("-q"), QStringLiteral("-t"), type,
                                    QStringLiteral("-N"), QStringLiteral("open sesame"),
                                    QStringLiteral("-f"), fresh}),
                 0);
        const QString key = certified(QStringLiteral("of-") + type,
                                      {QStringLiteral("-n"), QStringLiteral("lab")}, fresh);
        // Under another name it has to be given.
        const QString elsewhere = m_folder.filePath(type + QStringLiteral(".certificate"));
        QVERIFY(QFile::rename(key + QStringLiteral("-cert.pub"), elsewhere));
        Ssh::Options made = options(key);
        made.certificateFiles = {elsewhere};
        Session session(target("certificate"), made);
        session.answers = {QStringLiteral("open sesame")};
        QVERIFY2(session.connectAndWait(), session.story().constData());
        QCOMPARE(session.authQuestions.size(), 1U);
    }

    void aCertificateThatDoesNotFitIsExplained_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("word");
        QTest::newRow("expired") << QStringList{QStringLiteral("-n"), QStringLiteral("lab"),
                                                QStringLiteral("-V"), QStringLiteral("-2d:-1d")}
                                 << QStringLiteral("expired");
        QTest::newRow("not yet") << QStringList{QStringLiteral("-n"), QStringLiteral("lab"),
                                                QStringLiteral("-V"), QStringLiteral("+1d:+2d")}
                                 << QStringLiteral("not valid before");
        QTest::newRow("principal") << QStringList{QStringLiteral("-n"), QStringLiteral("root,ops")}
                                   << QStringLiteral("root, ops");
        QTest::newRow("nobody") << QStringList{} << QStringLiteral("nobody");
        QTest::newRow("host") << QStringList{QStringLiteral("-h"), QStringLiteral("-n"),
                                             QStringLiteral("lab")}
                              << QStringLiteral("for a host");
    }
    void aCertificateThatDoesNotFitIsExplained()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, word);
        const QString key = certified(
            QStringLiteral("bad-") + QString::fromLatin1(QTest::currentDataTag()), arguments);
        Session session(target("certificate"), options(key));
        QVERIFY(!session.connectAndWait());
        QCOMPARE(session.error().kind, Error::Kind::Auth);
        QVERIFY2(session.error().detail.contains(word), session.story().constData());
        QVERIFY(!session.warnings.isEmpty() && session.warnings.first().contains(word));
    }

    void aCertificateInTheAgentLogsIn()
    {
        const QString key =
            certified(QStringLiteral("in-agent"), {QStringLiteral("-n"), QStringLiteral("lab")});
        const Agent agent({key}); // adds KEY-cert.pub too
        QVERIFY(agent.ok);
        Ssh::Options made = options(QStringLiteral("/nonexistent"));
        made.useAgent = true;
        made.agentSocket = agent.socket();
        Session session(target("certificate"), made);
        QVERIFY2(session.connectAndWait(), session.story().constData());
    }

    void aCertificateInAFileUsesTheAgentsKey()
    {
        const QString key =
            certified(QStringLiteral("half"), {QStringLiteral("-n"), QStringLiteral("lab")});
        const QString certificate = m_folder.filePath(QStringLiteral("half.certificate"));
        QVERIFY(QFile::rename(key + QStringLiteral("-cert.pub"), certificate));
        const Agent agent({key});
        QVERIFY(agent.ok);
        Ssh::Options made = options(QStringLiteral("/nonexistent"));
        made.identitiesOnly = true;
        made.useAgent = true;
        made.agentSocket = agent.socket();
        made.certificateFiles = {certificate};
        Session session(target("certificate"), made);
        QVERIFY2(session.connectAndWait(), session.story().constData());
    }

    void aBrokenCertificateIsNone()
    {
        const QString key =
            certified(QStringLiteral("broken"), {QStringLiteral("-n"), QStringLiteral("lab")});
        QFile file(key + QStringLiteral("-cert.pub"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray blob = Ssh::parsePublicKeyLine(file.readAll());
        QVERIFY(Ssh::parseCertificate(blob));
        for (qsizetype size = 0; size < blob.size(); ++size)
            QVERIFY(!Ssh::parseCertificate(blob.left(size)));
        for (qsizetype i = 0; i < blob.size(); ++i) {
            QByteArray changed = blob;
            changed[i] = static_cast<char>(changed[i] ^ 0x80);
            [[maybe_unused]] const auto any = Ssh::parseCertificate(changed);
        }
    }

    void anAliasIsWhatTheHostKeyIsKnownBy()
    {
        const QString known = m_folder.filePath(QStringLiteral("aliases"));
        Ssh::Options made = options(m_lab.client().ed25519);
        made.knownHostsFile = known;
        made.hostKeyAlias = QStringLiteral("gate");
        Session first(target("publickey"), made);
        first.hostKeyAnswer = Ssh::HostKeyAnswer::AcceptAlways;
        QVERIFY2(first.connectAndWait(), first.story().constData());
        QCOMPARE(first.hostKeyQuestions.size(), 1U);
        QFile file(known);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith("gate ssh-ed25519 "));
        Session second(target("publickey"), made);
        QVERIFY(second.connectAndWait());
        QVERIFY(second.hostKeyQuestions.empty());
        // Another machine under the same alias has another key.
        Session other(target("host-rsa"), made);
        QVERIFY(!other.connectAndWait());
        QCOMPARE(other.hostKeyQuestions.size(), 1U);
        QCOMPARE(other.hostKeyQuestions[0].situation,
                 Ssh::HostKeyQuestion::Situation::OtherAlgorithm);
    }

    void oldGearIsReachedOnlyWhenAskedFor()
    {
        Ssh::Options made = options(m_lab.client().rsa);
        Session refused(target("weak"), made);
        QVERIFY(!refused.connectAndWait());
        QCOMPARE(refused.error().kind, Error::Kind::Unsupported);
        QVERIFY2(refused.error().what.contains(QStringLiteral("legacy=yes")),
                 refused.story().constData());
        made.legacy = true;
        Session session(target("weak"), made);
        QVERIFY2(session.connectAndWait(), session.story().constData());
        const auto &facts = session.connection->sessionFacts();
        QVERIFY(facts.keyExchange.contains(QStringLiteral("sha1")) ||
                facts.keyExchange.contains(QStringLiteral("group-exchange")));
        QVERIFY(facts.cipherIn.endsWith(QStringLiteral("-cbc")));
        QCOMPARE(runCommand(*session.connection, QStringLiteral("echo old")).output,
                 std::string("old\n"));
        // A modern server is spoken to as ever.
        Session modern(target("publickey"), [&] {
            Ssh::Options both = options(m_lab.client().ed25519);
            both.legacy = true;
            return both;
        }());
        QVERIFY2(modern.connectAndWait(), modern.story().constData());
        QVERIFY(modern.connection->sessionFacts().keyExchange.contains(QStringLiteral("25519")));
    }

    void theLegacyListsAreWhatTheLibraryReallyOffers()
    {
        const auto usual = Ssh::ownKexInit({});
        const auto legacy = Ssh::ownKexInit(Ssh::withLegacy({}));
        QVERIFY(usual && legacy);
        for (const char *name : {"diffie-hellman-group14-sha1", "diffie-hellman-group1-sha1",
                                 "diffie-hellman-group-exchange-sha1"}) {
            QVERIFY(!usual->keyExchange.contains(QLatin1String(name)));
            QVERIFY2(legacy->keyExchange.contains(QLatin1String(name)), name);
        }
        for (const char *name : {"aes128-cbc", "aes192-cbc", "aes256-cbc", "3des-cbc"})
            QVERIFY2(legacy->ciphersOut.contains(QLatin1String(name)), name);
        QVERIFY(!usual->ciphersOut.contains(QLatin1String("3des-cbc")));
        QVERIFY(legacy->macsOut.contains(QLatin1String("hmac-sha1")));
        // The signs of ssh_config.
        Ssh::AlgorithmChoice changed;
        changed.ciphers = QStringLiteral("-aes*,chacha20*");
        QCOMPARE(Ssh::ownKexInit(changed).error().kind, Error::Kind::Usage);
        changed.ciphers = QStringLiteral("-*gcm*,chacha20*");
        changed.macs = QStringLiteral("^hmac-sha1");
        changed.keyExchange = QStringLiteral("+diffie-hellman-group14-sha1");
        const auto own = Ssh::ownKexInit(changed);
        QVERIFY(own);
        QCOMPARE(own->ciphersOut,
                 (QStringList{QStringLiteral("aes256-ctr"), QStringLiteral("aes192-ctr"),
                              QStringLiteral("aes128-ctr")}));
        QCOMPARE(own->macsIn.first(), QStringLiteral("hmac-sha1"));
        QCOMPARE(own->macsIn.size(), usual->macsIn.size() + 1);
        QCOMPARE(own->keyExchange.first(), usual->keyExchange.first());
        QVERIFY(own->keyExchange.contains(QStringLiteral("diffie-hellman-group14-sha1")));
        // In full by the person: nothing is added.
        Ssh::AlgorithmChoice chosen;
        chosen.ciphers = QStringLiteral("aes256-ctr");
        QCOMPARE(Ssh::withLegacy(chosen).ciphers, chosen.ciphers);
        QVERIFY(Ssh::legacyAdvice(QStringLiteral("aes128-cbc,3des-cbc"))
                    .contains(QStringLiteral("legacy=yes")));
        QVERIFY(Ssh::legacyAdvice(QStringLiteral("ssh-dss")).contains(QStringLiteral("ssh-dss")));
        QVERIFY(
            !Ssh::legacyAdvice(QStringLiteral("ssh-dss")).contains(QStringLiteral("legacy=yes")));
        QVERIFY(Ssh::legacyAdvice(QStringLiteral("curve25519-sha256")).isEmpty());
    }

    void theAgentIsForwardedOnlyWhenAskedForAndEachUseEnds()
    {
        const Agent agent({m_lab.client().ed25519, m_lab.client().rsa});
        QVERIFY(agent.ok);
        Ssh::Options made = options(m_lab.client().ed25519);
        made.agentSocket = agent.socket();
        Session without(target("publickey"), made);
        QVERIFY2(without.connectAndWait(), without.story().constData());
        QCOMPARE(runCommand(*without.connection, QStringLiteral("echo [$SSH_AUTH_SOCK]")).output,
                 std::string("[]\n"));
        made.forwardAgent = true;
        Session session(target("publickey"), made);
        QVERIFY2(session.connectAndWait(), session.story().constData());
        const int before = agent.openFiles();
        const Ran ran = runCommand(*session.connection,
                                   QStringLiteral("for i in $(seq 40); do ssh-add -l; done"));
        QVERIFY2(ran.output.find("lab-rsa") != std::string::npos,
                 (ran.output + ran.errors).c_str());
        QCOMPARE(QByteArray::fromStdString(ran.output).count("lab-ed25519"), 40);
        // No use of it stays open.
        QTRY_COMPARE_WITH_TIMEOUT(agent.openFiles(), before, kWait);
        // The agent goes: those over there are told so, and the session stays.
        QVERIFY(agent.run({QStringLiteral("-D")}));
        const Ran empty = runCommand(*session.connection, QStringLiteral("ssh-add -l; echo on"));
        QVERIFY(empty.output.find("on\n") != std::string::npos);
    }

    void afterASleepASilentServerIsLostWithinSeconds()
    {
        Ssh::ConnectionPool pool;
        Ssh::Options made = options(m_lab.client().ed25519);
        made.keepaliveInterval = 1000s;
        Session session(pool.acquire(target("publickey"), made));
        QVERIFY2(session.connectAndWait(), session.story().constData());
        // One that answers is not disturbed.
        QTRY_VERIFY_WITH_TIMEOUT(session.connection->lastMetrics().keepalivesAnswered > 0, kWait);
        const auto answered = session.connection->lastMetrics().keepalivesAnswered;
        pool.probe();
        QTRY_VERIFY_WITH_TIMEOUT(session.connection->lastMetrics().keepalivesAnswered > answered,
                                 kWait);
        QVERIFY(session.losses.empty());
        QVERIFY(m_lab.freeze(QStringLiteral("publickey")));
        QElapsedTimer time;
        time.start();
        session.connection->probe(500ms);
        QTRY_COMPARE_WITH_TIMEOUT(session.losses.size(), 1U, kWait);
        QCOMPARE(session.losses[0].kind, Error::Kind::Timeout);
        QVERIFY(time.elapsed() >= 400);
        QVERIFY2(time.elapsed() < 5000, QByteArray::number(time.elapsed()).constData());
        QVERIFY(m_lab.thaw(QStringLiteral("publickey")));
    }

    void withoutKeepaliveAProbeStillAsks()
    {
        Ssh::Options made = options(m_lab.client().ed25519);
        made.keepaliveInterval = 0s;
        Session session(target("publickey"), made);
        QVERIFY2(session.connectAndWait(), session.story().constData());
        QCOMPARE(session.connection->lastMetrics().keepalivesSent, 0U);
        session.connection->probe(10s);
        QTRY_COMPARE_WITH_TIMEOUT(session.connection->lastMetrics().keepalivesAnswered, 1U, kWait);
        QVERIFY(m_lab.freeze(QStringLiteral("publickey")));
        session.connection->probe(300ms);
        QTRY_COMPARE_WITH_TIMEOUT(session.losses.size(), 1U, kWait);
        QVERIFY(m_lab.thaw(QStringLiteral("publickey")));
    }
};

PORTOLAN_LAB_TEST_MAIN(SshReachTest)
#include "sshreach.moc"
