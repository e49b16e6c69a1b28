// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssh/config/sshconfig.h"
#include "core/ssh/config/localuser.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Portolan;
using namespace Portolan::Ssh;

namespace {

// What `ssh -G` printed: keyword -> values, in order.
using Printed = QMap<QString, QStringList>;

struct SshAnswer
{
    bool accepted = false;
    Printed values;
    QString words; // of standard error
};

QString localUser()
{
    static const QString name = [] {
        QProcess id;
        id.start(QStringLiteral("id"), {QStringLiteral("-un")});
        id.waitForFinished();
        return QString::fromUtf8(id.readAllStandardOutput()).trimmed();
    }();
    return name;
}

SshAnswer askSsh(const QString &file, const QString &host, const QStringList &more = {})
{
    QProcess ssh;
    ssh.start(QStringLiteral("ssh"), QStringList{QStringLiteral("-G"), QStringLiteral("-F"), file} +
                                         more + QStringList{QStringLiteral("--"), host});
    if (!ssh.waitForFinished(20'000))
        qFatal("ssh -G does not end");
    SshAnswer answer;
    answer.accepted = ssh.exitStatus() == QProcess::NormalExit && ssh.exitCode() == 0;
    answer.words = QString::fromUtf8(ssh.readAllStandardError());
    for (const QByteArray &line : ssh.readAllStandardOutput().split('\n')) {
        const auto space = line.indexOf(' ');
        if (space > 0)
            answer.values[QString::fromUtf8(line.left(space)).toLower()].append(
                QString::fromUtf8(line.mid(space + 1)));
    }
    return answer;
}

QString hostAndPort(const QString &host, quint16 port)
{
    return host.isEmpty() ? QString::number(port) : QStringLiteral("[%1]:%2").arg(host).arg(port);
}

// As ssh -G writes a forward.
QString printed(const ForwardRule &rule)
{
    QString text = rule.listenPath.isEmpty() ? hostAndPort(rule.bindAddress, rule.listenPort)
                                             : rule.listenPath;
    if (!rule.path.isEmpty())
        text += QLatin1Char(' ') + rule.path;
    else if (!rule.host.isEmpty())
        text += QLatin1Char(' ') + hostAndPort(rule.host, rule.port);
    else if (rule.kind == ForwardRule::Kind::Remote)
        text += QStringLiteral(" [socks]:0");
    return text;
}

QStringList printed(const QList<ForwardRule> &rules, ForwardRule::Kind kind)
{
    QStringList lines;
    for (const ForwardRule &rule : rules) {
        if (rule.kind == kind)
            lines.append(printed(rule));
    }
    return lines;
}

// ssh's list when a choice of the form +a,b or -a* or ^a is applied to its default list.
QStringList assembled(const QString &choice, const QStringList &usual)
{
    if (choice.isEmpty())
        return usual;
    const QChar sign = choice.front();
    const bool marked = QStringLiteral("+-^").contains(sign);
    const QStringList names = (marked ? choice.mid(1) : choice).split(QLatin1Char(','));
    if (!marked)
        return names;
    QStringList result;
    if (sign == QLatin1Char('-')) {
        for (const QString &name : usual) {
            const bool out = std::any_of(names.begin(), names.end(), [&](const QString &pattern) {
                return QRegularExpression(QRegularExpression::wildcardToRegularExpression(pattern))
                    .match(name)
                    .hasMatch();
            });
            if (!out)
                result.append(name);
        }
        return result;
    }
    result = sign == QLatin1Char('^') ? names + usual : usual + names;
    result.removeDuplicates();
    return result;
}

QString flag(const std::optional<bool> &value, bool usual)
{
    return value.value_or(usual) ? QStringLiteral("yes") : QStringLiteral("no");
}

QString normal(const QString &word)
{
    return word == QLatin1String("true")    ? QStringLiteral("yes")
           : word == QLatin1String("false") ? QStringLiteral("no")
                                            : word;
}

class Files
{
public:
    Files() { m_asker = {localUser(), QDir::homePath(), QStringLiteral("here.example")}; }

    QString write(const QString &name, const QString &text)
    {
        const QString path = m_folder.filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0)
            qFatal("cannot write %s", qPrintable(path));
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        return path;
    }
    QString path(const QString &name) const { return m_folder.filePath(name); }
    SshConfig read(const QString &file) const
    {
        return SshConfig({readConfigFile(
            file,
            {.home = m_asker.home, .includeBase = m_folder.path(), .checkPermissions = false})});
    }
    const ConfigAsker &asker() const { return m_asker; }

private:
    QTemporaryDir m_folder;
    ConfigAsker m_asker;
};

class SshConfigTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyWrittenFileMeansWhatItMeansToSsh_data();
    void everyWrittenFileMeansWhatItMeansToSsh();
    void randomFilesMeanWhatTheyMeanToSsh();
    void whatSshRefusesIsNotedWithItsPlace_data();
    void whatSshRefusesIsNotedWithItsPlace();
    void commandsAreNeverRun();
    void aFileThatOthersMayWriteDoesNotCount();
    void filesThatIncludeEachOtherEnd();
    void thePlacesOfAliasesAreListedForImport();
    void tokensAreExpandedAsTheManualSays();
    void aTokenThatIsNotKnownIsAnError();
    void timesAreReadAsSshReadsThem_data();
    void timesAreReadAsSshReadsThem();
    void anyBytesAreReadWithoutHarm();

private:
    void compare(const QString &file, const QString &host, const QString &user = {},
                 std::optional<quint16> port = {});

    std::optional<Files> m_files;
    Printed m_usual;
};

void SshConfigTest::initTestCase()
{
    m_files.emplace();
    if (QStandardPaths::findExecutable(QStringLiteral("ssh")).isEmpty())
        QFAIL("OpenSSH's ssh is not installed; this test compares with it.");
    const QString empty = m_files->write(QStringLiteral("empty"), QString());
    m_usual = askSsh(empty, QStringLiteral("host")).values;
    QVERIFY(m_usual.contains(QStringLiteral("ciphers")));
}

void SshConfigTest::compare(const QString &file, const QString &host, const QString &user,
                            std::optional<quint16> port)
{
    QStringList more;
    if (!user.isEmpty())
        more << QStringLiteral("-l") << user;
    if (port)
        more << QStringLiteral("-p") << QString::number(*port);
    const SshAnswer theirs = askSsh(file, host, more);
    const HostConfig ours = m_files->read(file).resolve(host, m_files->asker(), user, port);
    if (!theirs.accepted) {
        QVERIFY2(!ours.notes.isEmpty(),
                 qPrintable(QStringLiteral("ssh refuses and we say nothing: ") + theirs.words));
        return;
    }
    const auto first = [&](const char *key) {
        return theirs.values.value(QLatin1String(key)).value(0);
    };
    const auto all = [&](const char *key) { return theirs.values.value(QLatin1String(key)); };
    const auto names = [&](const char *key) { return first(key).split(QLatin1Char(',')); };
    const auto usualNames = [&](const char *key) {
        return m_usual.value(QLatin1String(key)).value(0).split(QLatin1Char(','));
    };

    QCOMPARE(ours.hostName, first("hostname"));
    QCOMPARE(ours.user.isEmpty() ? localUser() : ours.user, first("user"));
    QCOMPARE(QString::number(ours.port.value_or(22)), first("port"));
    if (!ours.identityFiles.isEmpty())
        QCOMPARE(ours.identityFiles, all("identityfile"));
    else
        QCOMPARE(all("identityfile"), m_usual.value(QStringLiteral("identityfile")));
    QCOMPARE(ours.certificateFiles, all("certificatefile"));
    QCOMPARE(flag(ours.identitiesOnly, false), normal(first("identitiesonly")));
    QCOMPARE(withHome(ours.identityAgent, QDir::homePath()), first("identityagent"));
    QCOMPARE(ours.jumps.join(QLatin1Char(',')), first("proxyjump"));
    QCOMPARE(QString::number(ours.serverAliveInterval.value_or(std::chrono::seconds(0)).count()),
             first("serveraliveinterval"));
    QCOMPARE(QString::number(ours.serverAliveCountMax.value_or(3)), first("serveralivecountmax"));
    QCOMPARE(ours.forwardAgent.isEmpty() ? QStringLiteral("no") : ours.forwardAgent,
             normal(first("forwardagent")));
    using Kind = ForwardRule::Kind;
    QCOMPARE(printed(ours.forwards, Kind::Local), all("localforward"));
    QCOMPARE(printed(ours.forwards, Kind::Remote), all("remoteforward"));
    // ssh prints a local forward to a Unix socket a second time, as a dynamic one.
    QStringList dynamic = printed(ours.forwards, Kind::Dynamic);
    for (const ForwardRule &rule : ours.forwards) {
        if (rule.kind == Kind::Local && !rule.path.isEmpty())
            dynamic.append(hostAndPort(rule.bindAddress, rule.listenPort));
    }
    QCOMPARE(dynamic, all("dynamicforward"));
    QCOMPARE(ours.hostKeyAlias, first("hostkeyalias"));
    QCOMPARE(assembled(ours.algorithms.ciphers, usualNames("ciphers")), names("ciphers"));
    QCOMPARE(assembled(ours.algorithms.macs, usualNames("macs")), names("macs"));
    QCOMPARE(assembled(ours.algorithms.keyExchange, usualNames("kexalgorithms")),
             names("kexalgorithms"));
    QCOMPARE(assembled(ours.algorithms.hostKeys, usualNames("hostkeyalgorithms")),
             names("hostkeyalgorithms"));
    QCOMPARE(assembled(ours.publicKeyAlgorithms, usualNames("pubkeyacceptedalgorithms")),
             names("pubkeyacceptedalgorithms"));
    QCOMPARE(ours.strictHostKeyChecking.isEmpty() ? QStringLiteral("ask")
                                                  : ours.strictHostKeyChecking,
             normal(first("stricthostkeychecking")));
    QCOMPARE(flag(ours.compression, false), normal(first("compression")));
    QCOMPARE(flag(ours.passwordAuthentication, true), normal(first("passwordauthentication")));
    QCOMPARE(flag(ours.keyboardInteractive, true), normal(first("kbdinteractiveauthentication")));
    QCOMPARE(flag(ours.publicKeyAuthentication, true),
             first("pubkeyauthentication") == QLatin1String("unbound") ||
                     first("pubkeyauthentication") == QLatin1String("host-bound")
                 ? QStringLiteral("yes")
                 : normal(first("pubkeyauthentication")));
    if (!ours.globalKnownHostsFiles.isEmpty())
        QCOMPARE(ours.globalKnownHostsFiles.join(QLatin1Char(' ')), first("globalknownhostsfile"));
    const auto timeout = ours.connectTimeout.value_or(std::chrono::seconds(0)).count();
    QCOMPARE(timeout == 0 ? QStringLiteral("none") : QString::number(timeout),
             first("connecttimeout"));
}

void SshConfigTest::everyWrittenFileMeansWhatItMeansToSsh_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("hosts");
    const auto row = [](const char *name, const char *text, const QStringList &hosts) {
        QTest::newRow(name) << QString::fromUtf8(text) << hosts;
    };
    const QStringList web{QStringLiteral("web"), QStringLiteral("other"), QStringLiteral("WEB"),
                          QStringLiteral("web.example.com"), QStringLiteral("10.1.2.3")};
    row("the first value wins", "Host web\n User a\n Port 2222\nHost *\n User b\n Port 22\n", web);
    row("lists grow and repeat nothing",
        "Host web\n IdentityFile ~/.ssh/a\nHost *\n IdentityFile ~/.ssh/b\n IdentityFile "
        "~/.ssh/a\n CertificateFile ~/.ssh/c-cert.pub\n",
        web);
    row("an exclamation mark excludes", "Host * !web\n User a\nHost !other *\n Port 77\n", web);
    row("only excluded matches nothing", "Host !web\n User a\n", web);
    row("a question mark is one character", "Host w?b 10.1.2.?\n User q\n", web);
    row("equals signs and quotes",
        "Host=web\nUser = \"with space\"\nPort=2200\nHostName=\"10.0.0.1\"\nHost \"other\"\n"
        "  user  =  x\n",
        web);
    row("case of keywords", "HOST web\nuSER a\nPORT 99\nhostNAME h.Example\n", web);
    row("comments", "# first\nHost web # behind\n User a # comment\n   # indented\n Port 24 #x\n",
        web);
    row("a hash inside a word", "Host web\n User a#b\n HostKeyAlias x#y\n", web);
    row("carriage returns and tabs", "Host web\r\n\tUser\ta\r\n\tPort\t24\t\r\n", web);
    row("tokens of HostName", "Host web\n HostName %h.lan\nHost other\n HostName a%%b.%h\n", web);
    row("upper case of HostName", "Host *\n HostName %h.EXAMPLE\n", web);
    row("backslashes", "Host web\n User dom\\ain\n IdentityFile \"a\\\"b\"\n", web);
    row("escaped blanks", "Host web\n IdentityFile /a/with\\ blank\n IdentityFile '/b/c d'\n", web);
    row("match all", "Match all\n User a\nHost web\n Port 23\nMatch All\n Port 24\n", web);
    row("match host sees HostName",
        "Host web\n HostName db.lan\nMatch host *.lan\n User m\nMatch originalhost web\n Port 9\n",
        web);
    row("match several criteria",
        "Host web\n User ops\nMatch user ops host web\n Port 11\nMatch user ops host other\n Port "
        "12\nMatch !user ops\n Port 13\n",
        web);
    row("match lists",
        "Match host other,web\n User l\nMatch host *,!web\n Port 14\nMatch originalhost "
        "!other,*\n HostKeyAlias z\n",
        web);
    row("match with equals", "Match host=web user=root\n Port 15\n", web);
    row("match in capitals", "Match HOST WEB\n Port 16\n", web);
    row("match local user", "Match localuser root\n Port 1\nMatch localuser !root,*\n Port 2\n",
        web);
    row("match all behind others", "Match host x all\n User x\nMatch user root all\n Port 5\n",
        web);
    row("match final", "Match final\n Port 17\nHost *\n User f\nMatch final host f.lan\n User g\n",
        web);
    row("match final after HostName",
        "Host web\n HostName f.lan\nMatch host f.lan final\n User g\nMatch !final host f.lan\n "
        "HostKeyAlias early\n",
        web);
    row("match canonical", "Match canonical all\n User c\nMatch !canonical all\n Port 3\n", web);
    row("a comment ends Match", "Match host web # user nobody\n Port 18\n", web);
    row("jumps", "Host web\n ProxyJump a,b@c:2200,ssh://d@e:22\nHost *\n ProxyJump z\n", web);
    row("jump none", "Host web\n ProxyJump none\nHost *\n ProxyJump z\n", web);
    row("jump behind a command", "Host web\n ProxyCommand nc %h %p\nHost *\n ProxyJump z\n", web);
    row("command behind a jump", "Host web\n ProxyJump z\nHost *\n ProxyCommand nc %h %p\n", web);
    row("jump to an IPv6 address", "Host *\n ProxyJump u@[2001:db8::1]:2022\n", web);
    row("server alive",
        "Host web\n ServerAliveInterval 1m30s\n ServerAliveCountMax 7\nHost *\n "
        "ServerAliveInterval 15\n",
        web);
    row("agents",
        "Host web\n IdentityAgent ~/agent.sock\n ForwardAgent yes\nHost other\n IdentityAgent "
        "none\n ForwardAgent /run/a.sock\nHost *\n ForwardAgent no\n IdentityAgent "
        "SSH_AUTH_SOCK\n",
        web);
    row("local forwards",
        "Host *\n LocalForward 8080 web:80\n LocalForward 127.0.0.1:81 [2001:db8::2]:80\n "
        "LocalForward *:82 x:1\n LocalForward /tmp/a.sock y:2\n LocalForward 83 /run/b.sock\n "
        "LocalForward [::1]:84 z:3\n",
        web);
    row("remote forwards",
        "Host *\n RemoteForward 9090 web:80\n RemoteForward 0.0.0.0:91 x:1\n "
        "RemoteForward 1081\n RemoteForward /tmp/r.sock /tmp/l.sock\n",
        web);
    row("dynamic forwards",
        "Host *\n DynamicForward 1080\n DynamicForward [::1]:1081\n "
        "DynamicForward localhost:1082\n",
        web);
    row("the same forward twice", "Host *\n LocalForward 1 a:1\nHost web\n LocalForward 1 a:1\n",
        web);
    row("algorithms that add and take away",
        "Host web\n Ciphers +aes128-cbc,3des-cbc\n MACs -umac-*\n KexAlgorithms "
        "^diffie-hellman-group14-sha256,diffie-hellman-group14-sha1\n HostKeyAlgorithms "
        "+ssh-rsa\n PubkeyAcceptedAlgorithms +ssh-rsa\nHost *\n Ciphers aes256-ctr\n",
        web);
    row("algorithms by name",
        "Host *\n Ciphers aes256-ctr,aes128-ctr\n MACs hmac-sha2-256\n KexAlgorithms "
        "curve25519-sha256\n HostKeyAlgorithms ssh-ed25519\n PubkeyAcceptedKeyTypes ssh-ed25519\n",
        web);
    row("checking of host keys",
        "Host web\n StrictHostKeyChecking accept-new\nHost other\n StrictHostKeyChecking off\nHost "
        "*\n StrictHostKeyChecking yes\n",
        web);
    row("methods and the rest",
        "Host *\n PasswordAuthentication no\n KbdInteractiveAuthentication no\n "
        "PubkeyAuthentication unbound\n Compression yes\n ConnectTimeout 2m\n "
        "GlobalKnownHostsFile /a /b\n",
        web);
    row("old names", "Host *\n ChallengeResponseAuthentication no\n", web);
    row("keywords without effect here",
        "Host *\n LogLevel DEBUG\n SendEnv LANG LC_*\n ControlMaster auto\n ControlPath "
        "~/.ssh/%C\n X11Forwarding_ignored no\n",
        web);
    row("unknown keywords that are to be ignored",
        "IgnoreUnknown Foo*,Bar\nFooBar 1\nBar yes\nHost web\n User a\n", web);
    row("include of several files", "Include @/inc/a.conf @/inc/none.conf\nHost *\n User last\n",
        web);
    row("include by pattern", "Include @/inc/*.conf\n", web);
    row("include inside of a host", "Host web\n Include @/inc/b.conf\n Port 55\nHost *\n User z\n",
        web);
    row("include inside of a match",
        "Match host other\n Include @/inc/*.conf\nMatch all\n User z\n", web);
    row("include that includes", "Include @/inc/nested\n", web);
    row("nothing in front of a host", "User early\nPort 1234\nHost web\n User late\n", web);
    row("several values of UserKnownHostsFile", "Host *\n UserKnownHostsFile /a /b\n", web);
    row("a form feed at the end", "Host web\n User a\f\n", web);
    row("no line feed at the end", "Host web\n User a", web);
    row("identities only",
        "Host web\n IdentitiesOnly yes\nHost *\n IdentitiesOnly no\n "
        "IdentityFile none\n",
        web);
}

void SshConfigTest::everyWrittenFileMeansWhatItMeansToSsh()
{
    QFETCH(QString, text);
    QFETCH(QStringList, hosts);
    m_files->write(QStringLiteral("inc/a.conf"),
                   QStringLiteral("Host web\n User inc-a\n Port 1001\n"));
    m_files->write(
        QStringLiteral("inc/b.conf"),
        QStringLiteral("HostKeyAlias b\nHost other\n User inc-b\nHost w*\n Port 1002\n"));
    m_files->write(QStringLiteral("inc/nested"),
                   QString(QStringLiteral("Host other\n Include ") +
                           m_files->path(QStringLiteral("inc/b.conf")) +
                           QStringLiteral("\n User nested\nMatch all\n Port 1003\n")));
    const QString file = m_files->write(
        QStringLiteral("config"),
        QString(text).replace(QLatin1String("@/"), m_files->path({}) + QLatin1Char('/')));
    for (const QString &host : hosts) {
        compare(file, host);
        if (QTest::currentTestFailed()) {
            qWarning("with the host %s", qPrintable(host));
            return;
        }
    }
    compare(file, hosts.front(), QStringLiteral("ops"), 2345);
}

void SshConfigTest::randomFilesMeanWhatTheyMeanToSsh()
{
    QRandomGenerator random(20261122);
    const auto pick = [&](const QStringList &from) {
        return from.at(random.bounded(static_cast<int>(from.size())));
    };
    const QStringList hosts{QStringLiteral("web1"), QStringLiteral("web2"),
                            QStringLiteral("db.lan"), QStringLiteral("10.0.0.7"),
                            QStringLiteral("Mixed.Case")};
    const QStringList patterns{
        QStringLiteral("web*"),  QStringLiteral("web1"),   QStringLiteral("!web1"),
        QStringLiteral("*.lan"), QStringLiteral("*"),      QStringLiteral("10.0.?.*"),
        QStringLiteral("w?b2"),  QStringLiteral("!*.lan"), QStringLiteral("Mixed*")};
    const QStringList options{
        QStringLiteral("User u%1"),
        QStringLiteral("Port 2%1"),
        QStringLiteral("HostName n%1.%h"),
        QStringLiteral("IdentityFile ~/.ssh/k%1"),
        QStringLiteral("IdentityFile \"/with space/%1\""),
        QStringLiteral("IdentitiesOnly yes"),
        QStringLiteral("IdentitiesOnly no"),
        QStringLiteral("CertificateFile /c%1"),
        QStringLiteral("ProxyJump j%1,u@k%1:22%1"),
        QStringLiteral("ProxyJump none"),
        QStringLiteral("ProxyCommand nc -X 5 %1 %h"),
        QStringLiteral("ServerAliveInterval %1s"),
        QStringLiteral("ServerAliveCountMax=%1"),
        QStringLiteral("ForwardAgent yes"),
        QStringLiteral("LocalForward 80%1 h%1:80"),
        QStringLiteral("RemoteForward 90%1 h%1:90"),
        QStringLiteral("DynamicForward 10%1"),
        QStringLiteral("HostKeyAlias a%1"),
        QStringLiteral("IdentityAgent /s%1"),
        QStringLiteral("Ciphers +aes128-cbc"),
        QStringLiteral("Ciphers aes256-ctr"),
        QStringLiteral("MACs -hmac-sha1*"),
        QStringLiteral("StrictHostKeyChecking accept-new"),
        QStringLiteral("Compression yes"),
        QStringLiteral("ConnectTimeout %1"),
    };
    for (int round = 0; round < 120; ++round) {
        QString text;
        const int sections = 1 + random.bounded(6);
        for (int section = 0; section < sections; ++section) {
            switch (random.bounded(4)) {
            case 0:
                text += QStringLiteral("Match host %1%2\n")
                            .arg(pick(patterns),
                                 random.bounded(2) ? QStringLiteral(" user u1,root") : QString());
                break;
            case 1:
                text += QStringLiteral("Match originalhost %1,%2%3\n")
                            .arg(pick(patterns), pick(patterns),
                                 random.bounded(3) ? QString() : QStringLiteral(" final"));
                break;
            default:
                text += QStringLiteral("Host %1 %2\n").arg(pick(patterns), pick(patterns));
            }
            for (int i = random.bounded(6); i > 0; --i) {
                QString option = pick(options);
                option.replace(QLatin1String("%1"), QString::number(1 + random.bounded(9)));
                text += QStringLiteral("  %1\n").arg(option);
            }
        }
        const QString file = m_files->write(QStringLiteral("random"), text);
        for (const QString &host : hosts) {
            compare(file, host);
            if (QTest::currentTestFailed()) {
                qWarning("round %d, host %s:\n%s", round, qPrintable(host), qPrintable(text));
                return;
            }
        }
    }
}

void SshConfigTest::whatSshRefusesIsNotedWithItsPlace_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("line");
    const auto row = [](const char *name, const char *text, int line) {
        QTest::newRow(name) << QString::fromUtf8(text) << line;
    };
    row("a port that is none", "Host *\nPort 70000\n", 2);
    row("a word for a number", "Host *\n\nServerAliveInterval soon\n", 3);
    row("a flag that is none", "Host *\nIdentitiesOnly perhaps\n", 2);
    row("a missing quotation mark", "Host *\nUser \"ops\n", 2);
    row("a keyword that is none", "Host *\nUsr ops\n", 2);
    row("no value", "Host *\nUser\n", 2);
    row("a forward without a target", "Host *\nLocalForward 8080\n", 2);
    row("a forward to no port", "Host *\nLocalForward 8080 web\n", 2);
    row("a jump to nowhere", "Host *\nProxyJump a,,b\n", 2);
    row("an unknown criterion", "Match colour red\nUser x\n", 1);
    row("all with others", "Match all host web\nUser x\n", 1);
}

void SshConfigTest::whatSshRefusesIsNotedWithItsPlace()
{
    QFETCH(QString, text);
    QFETCH(int, line);
    const QString file = m_files->write(QStringLiteral("bad"), text);
    QVERIFY2(!askSsh(file, QStringLiteral("web")).accepted, "ssh takes it");
    const HostConfig ours = m_files->read(file).resolve(QStringLiteral("web"), m_files->asker());
    QCOMPARE(ours.notes.size(), 1);
    QCOMPARE(ours.notes.front().line, line);
    QCOMPARE(ours.notes.front().file, file);
    QVERIFY(!ours.notes.front().sentence.isEmpty());
}

void SshConfigTest::commandsAreNeverRun()
{
    const QString witness = m_files->path(QStringLiteral("witness"));
    const QString file =
        m_files->write(QStringLiteral("exec"),
                       QStringLiteral("Match exec \"touch %1\"\n User evil\nMatch !exec \"touch "
                                      "%1\"\n User evil2\nHost *\n ProxyCommand touch %1\n")
                           .arg(witness));
    const HostConfig ours = m_files->read(file).resolve(QStringLiteral("web"), m_files->asker());
    QVERIFY(!QFile::exists(witness));
    QVERIFY(ours.user.isEmpty());
    QCOMPARE(ours.notes.size(), 2);
    QVERIFY(ours.proxyCommand.startsWith(QLatin1String("touch ")));
}

void SshConfigTest::aFileThatOthersMayWriteDoesNotCount()
{
    const QString file =
        m_files->write(QStringLiteral("open"), QStringLiteral("Host *\n User somebody\n"));
    QVERIFY(QFile::setPermissions(file, QFile::permissions(file) | QFileDevice::WriteOther));
    const ConfigPlaces places{.home = QDir::homePath(), .includeBase = QDir::homePath()};
    const SshConfig config({readConfigFile(file, places)});
    const HostConfig ours = config.resolve(QStringLiteral("web"), m_files->asker());
    QVERIFY(ours.user.isEmpty());
    QCOMPARE(ours.notes.size(), 1);
    QCOMPARE(ours.notes.front().file, file);
}

void SshConfigTest::filesThatIncludeEachOtherEnd()
{
    const QString one = m_files->path(QStringLiteral("one"));
    const QString two = m_files->path(QStringLiteral("two"));
    m_files->write(QStringLiteral("one"), QStringLiteral("Include %1\nUser a\n").arg(two));
    m_files->write(QStringLiteral("two"), QStringLiteral("Include %1 %1 %1\nPort 7\n").arg(one));
    const HostConfig ours = m_files->read(one).resolve(QStringLiteral("web"), m_files->asker());
    QCOMPARE(ours.user, QStringLiteral("a"));
    QCOMPARE(ours.port.value_or(0), quint16(7));
    QVERIFY(!ours.notes.isEmpty());
}

void SshConfigTest::thePlacesOfAliasesAreListedForImport()
{
    const QString inner =
        m_files->write(QStringLiteral("inner"), QStringLiteral("Host lab-*\nHost db db2 web\n"));
    const QString file = m_files->write(
        QStringLiteral("aliases"),
        QStringLiteral("Host web !old *.lan\nInclude %1\nHost \"last one\"\n").arg(inner));
    const auto aliases = m_files->read(file).aliases();
    QStringList names;
    for (const auto &alias : aliases)
        names.append(alias.name);
    QCOMPARE(names, (QStringList{QStringLiteral("web"), QStringLiteral("db"), QStringLiteral("db2"),
                                 QStringLiteral("last one")}));
    QCOMPARE(aliases.at(1).file, inner);
    QCOMPARE(aliases.at(1).line, 2);
}

void SshConfigTest::tokensAreExpandedAsTheManualSays()
{
    HostConfig host;
    host.alias = QStringLiteral("web");
    host.hostName = QStringLiteral("web.lan");
    host.user = QStringLiteral("ops");
    host.port = 2222;
    const ConfigAsker asker{QStringLiteral("me"), QStringLiteral("/home/me"),
                            QStringLiteral("here.example")};
    qputenv("PORTOLAN_TEST_KEYS", "/keys");
    const auto expanded = [&](const char *text) {
        return expandTokens(QString::fromUtf8(text), host, asker).value_or(QStringLiteral("error"));
    };
    QCOMPARE(expanded("~/.ssh/%h-%n-%p-%r-%u"),
             QStringLiteral("/home/me/.ssh/web.lan-web-2222-ops-me"));
    QCOMPARE(expanded("%d/%l/%L/%k/100%%"), QStringLiteral("/home/me/here.example/here/web/100%"));
    QCOMPARE(expanded("${PORTOLAN_TEST_KEYS}/id"), QStringLiteral("/keys/id"));
    QCOMPARE(expanded("~other/id"), QStringLiteral("~other/id"));
}

void SshConfigTest::aTokenThatIsNotKnownIsAnError()
{
    for (const char *text : {"%q", "%", "${", "${PORTOLAN_TEST_NOT_SET}", "a${}b"}) {
        const auto result = expandTokens(QString::fromUtf8(text), HostConfig{}, m_files->asker());
        QVERIFY2(!result, text);
        QCOMPARE(result.error().kind, Error::Kind::Usage);
    }
}

void SshConfigTest::timesAreReadAsSshReadsThem_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"0", "15", "1m", "1m30s", "2H", "1d1h", "1w", "90S", "5x", "", "-1",
                             "1 m", "m", "99999999999999999999", "3000000000", "1h30"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void SshConfigTest::timesAreReadAsSshReadsThem()
{
    QFETCH(QString, text);
    const QString file = m_files->write(QStringLiteral("time"),
                                        QStringLiteral("ServerAliveInterval \"%1\"\n").arg(text));
    const SshAnswer theirs = askSsh(file, QStringLiteral("web"));
    const auto ours = parseConfigTime(text);
    QCOMPARE(ours.has_value(), theirs.accepted);
    if (ours)
        QCOMPARE(QString::number(ours->count()),
                 theirs.values.value(QStringLiteral("serveraliveinterval")).value(0));
}

void SshConfigTest::anyBytesAreReadWithoutHarm()
{
    QRandomGenerator random(7);
    static constexpr char kAlphabet[] =
        "Host Match Include%${}\"'\\#=!*?,:[]\n\n\t \x00\xff\xea\xb0\x80";
    const QByteArray alphabet(kAlphabet, sizeof kAlphabet - 1);
    for (int round = 0; round < 2000; ++round) {
        QByteArray text;
        for (int i = random.bounded(200); i > 0; --i) {
            if (random.bounded(8) == 0)
                text += random.bounded(2) ? "\nHost *\n" : "\nLocalForward ";
            text += alphabet.at(random.bounded(static_cast<int>(alphabet.size())));
        }
        const SshConfig config({parseConfigText(
            text, QStringLiteral("f"),
            {.home = QStringLiteral("/nowhere"), .includeBase = QStringLiteral("/nowhere")})});
        const HostConfig host = config.resolve(QStringLiteral("web"), m_files->asker());
        QVERIFY(host.forwards.size() <= 1000);
    }
}

} // namespace

QTEST_GUILESS_MAIN(SshConfigTest)
#include "sshconfig.moc"
