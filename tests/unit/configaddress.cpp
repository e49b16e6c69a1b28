// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssh/config/configaddress.h"
#include "core/ssh/sshaddress.h"

#include <QTest>

using namespace Portolan;
using namespace Portolan::Ssh;

namespace {

const ConfigAsker kAsker{QStringLiteral("me"), QStringLiteral("/home/me"), QStringLiteral("here")};

SshConfig configOf(const char *text)
{
    return SshConfig({parseConfigText(
        QByteArray(text), QStringLiteral("config"),
        {.home = QStringLiteral("/home/me"), .includeBase = QStringLiteral("/home/me/.ssh")})});
}

Result<ConfiguredAddress> meaningOf(const char *typed, const char *text)
{
    const auto parsed = parseAddress(QString::fromUtf8(typed), QStringLiteral("ssh"));
    if (!parsed)
        qFatal("%s is no address", typed);
    return configuredAddress(parsed->address, configOf(text), kAsker);
}

class ConfigAddressTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAliasBecomesTheAddressThatItStandsFor_data();
    void anAliasBecomesTheAddressThatItStandsFor();
    void whatComesOutIsUnderstoodByTheReaderOfAddresses();
    void hopsAreLookedUpUnderTheirOwnNames();
    void aCircleOfHopsIsAnError();
    void aCommandThatIsNotSshIsRefused();
    void whatAnAddressCannotSayIsNoted();
    void everyHostOfTheFileCanBeImported();
};

void ConfigAddressTest::anAliasBecomesTheAddressThatItStandsFor_data()
{
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("address");
    const auto row = [](const char *name, const char *typed, const char *text,
                        const char *address) {
        QTest::newRow(name) << QByteArray(typed) << QByteArray(text) << QByteArray(address);
    };
    row("nothing said", "web", "Host other\n User a\n", "ssh://web");
    row("name, user and port", "web", "Host web\n HostName 10.0.0.1\n User ops\n Port 2222\n",
        "ssh://ops@10.0.0.1:2222");
    row("what was typed wins", "root@web:99", "Host web\n User ops\n Port 2222\n",
        "ssh://root@web:99");
    row("a typed option wins", "ssh://web?keepalive=5", "Host *\n ServerAliveInterval 60\n",
        "ssh://web?keepalive=5");
    row("a key", "web", "Host *\n IdentityFile ~/.ssh/id_%h\n",
        "ssh://web?identity=/home/me/.ssh/id_web&identities_only=no");
    row("only the key", "web", "Host *\n IdentityFile ~/.ssh/a\n IdentitiesOnly yes\n",
        "ssh://web?identity=~/.ssh/a&identities_only=yes");
    row("a typed key and one of the file", "ssh://web?identity=/b", "IdentityFile ~/.ssh/a\n",
        "ssh://web?identity=/b&identity=~/.ssh/a");
    row("key with a blank", "web", "IdentityFile \"/a b&c\"\n",
        "ssh://web?identity=/a%20b%26c&identities_only=no");
    row("the rest", "web",
        "Host *\n HostKeyAlias x\n ForwardAgent yes\n Ciphers +aes128-cbc\n ConnectTimeout 5\n "
        "StrictHostKeyChecking accept-new\n Compression yes\n IdentityAgent none\n",
        "ssh://web?identity_agent=none&host_key_alias=x&forward_agent=yes&connect_timeout=5&"
        "ciphers=%2Baes128-cbc&compression=yes&accept_new=yes");
    row("a jump", "web", "Host web\n ProxyJump ops@gate:2200\n", "ssh://web?jump=ops@gate:2200");
    row("ssh -W is a jump", "web", "Host web\n ProxyCommand ssh -q -l ops -p 2200 gate -W %h:%p\n",
        "ssh://web?jump=ops@gate:2200");
    row("a command that is none", "web", "Host web\n ProxyCommand none\n", "ssh://web");
    row("a typed jump wins", "ssh://web?jump=mine", "Host web\n ProxyJump gate\n",
        "ssh://web?jump=mine");
}

void ConfigAddressTest::anAliasBecomesTheAddressThatItStandsFor()
{
    QFETCH(QByteArray, typed);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, address);
    const auto meaning = meaningOf(typed.constData(), text.constData());
    QVERIFY(meaning);
    QCOMPARE(meaning->address.toString(), QString::fromUtf8(address));
}

void ConfigAddressTest::whatComesOutIsUnderstoodByTheReaderOfAddresses()
{
    const auto meaning =
        meaningOf("web", "Host web\n IdentityFile \"/a b%%&c=d+e\"\n ProxyJump one,ops@two:2200\n"
                         " KexAlgorithms ^diffie-hellman-group14-sha256\nHost two\n"
                         " IdentityFile /k%%20&x\n IdentitiesOnly yes\nHost one\n User first\n");
    QVERIFY(meaning);
    const auto again = parseAddress(meaning->address.toString());
    QVERIFY(again);
    const auto read = sshAddress(again->address);
    QVERIFY2(read, qPrintable(read ? QString() : read.error().what));
    QCOMPARE(read->options.identityFiles, QStringList(QStringLiteral("/a b%&c=d+e")));
    QVERIFY(!read->options.identitiesOnly);
    QCOMPARE(read->options.algorithms.keyExchange,
             QStringLiteral("^diffie-hellman-group14-sha256"));
    QCOMPARE(read->options.jumps.size(), std::size_t(2));
    QCOMPARE(read->options.jumps[0].target.display(), QStringLiteral("first@one"));
    QCOMPARE(read->options.jumps[1].target.display(), QStringLiteral("ops@two:2200"));
    QCOMPARE(read->options.jumps[1].options.identityFiles, QStringList(QStringLiteral("/k%20&x")));
    QVERIFY(read->options.jumps[1].options.identitiesOnly);
}

void ConfigAddressTest::hopsAreLookedUpUnderTheirOwnNames()
{
    const auto meaning = meaningOf("db", "Host db\n ProxyJump gate\nHost gate\n HostName "
                                         "gate.example\n User g\n ProxyJump outer\nHost outer\n "
                                         "HostName 192.0.2.1\n Port 443\n");
    QVERIFY(meaning);
    QCOMPARE(
        meaning->address.options.allQueryItemValues(QStringLiteral("jump"), QUrl::FullyDecoded),
        (QStringList{QStringLiteral("192.0.2.1:443"), QStringLiteral("g@gate.example")}));
}

void ConfigAddressTest::aCircleOfHopsIsAnError()
{
    const auto meaning = meaningOf("a", "Host a\n ProxyJump b\nHost b\n ProxyJump a\n");
    QVERIFY(!meaning);
    QCOMPARE(meaning.error().kind, Error::Kind::Usage);
}

void ConfigAddressTest::aCommandThatIsNotSshIsRefused()
{
    for (const char *command :
         {"nc -X 5 -x proxy %h %p", "ssh gate nc %h %p", "ssh -o X=y -W %h:%p gate",
          "ssh -W other:22 gate", "sh -c 'ssh -W %h:%p gate'"}) {
        const QByteArray text = QByteArray("Host web\n ProxyCommand ") + command + '\n';
        const auto meaning = meaningOf("web", text.constData());
        QVERIFY2(!meaning, command);
        QCOMPARE(meaning.error().kind, Error::Kind::Unsupported);
        QCOMPARE(meaning.error().detail, QString::fromUtf8(command));
    }
}

void ConfigAddressTest::whatAnAddressCannotSayIsNoted()
{
    const auto meaning =
        meaningOf("web", "Host web\n LocalForward 80 a:80\n RemoteForward 81 b:81\n "
                         "StrictHostKeyChecking no\nMatch exec \"true\"\n User x\n");
    QVERIFY(meaning);
    QCOMPARE(meaning->notes.size(), 3);
    QCOMPARE(meaning->address.toString(), QStringLiteral("ssh://web?accept_new=yes"));
}

void ConfigAddressTest::everyHostOfTheFileCanBeImported()
{
    const auto hosts = configuredHosts(
        configOf("Host a b\n HostName %h.lan\nHost *.x\n User n\nHost c\n ProxyCommand nc %h\n"),
        kAsker);
    QCOMPARE(hosts.size(), 3);
    QCOMPARE(hosts.at(1).name, QStringLiteral("b"));
    QCOMPARE(hosts.at(1).meaning->address.toString(), QStringLiteral("ssh://b.lan"));
    QVERIFY(!hosts.at(2).meaning);
}

} // namespace

QTEST_GUILESS_MAIN(ConfigAddressTest)
#include "configaddress.moc"
