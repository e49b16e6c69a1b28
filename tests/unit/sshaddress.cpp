// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssh/sshaddress.h"

#include <QDir>
#include <QTest>

using namespace Portolan;
using namespace std::chrono_literals;

namespace {

Result<Ssh::SshAddress> read(const QString &text, const Ssh::Options &defaults = {})
{
    const auto parsed = parseAddress(text, QStringLiteral("ssh"));
    if (!parsed)
        return tl::unexpected(parsed.error());
    return Ssh::sshAddress(parsed->address, defaults);
}

QString told(const Result<Ssh::SshAddress> &result)
{
    return result ? QStringLiteral("taken") : result.error().what;
}

} // namespace

class SshAddressTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAddressAloneMeansTheDefaults()
    {
        Ssh::Options defaults;
        defaults.knownHostsFile = QStringLiteral("/k");
        const auto ssh = read(QStringLiteral("ops@bastion:2222"), defaults);
        QVERIFY(ssh);
        QCOMPARE(ssh->target.display(), QStringLiteral("ops@bastion:2222"));
        QVERIFY(ssh->options == defaults);
        QCOMPARE(ssh->reconnect, Ssh::Reconnect::Ask);
        QVERIFY(!ssh->options.forwardAgent && !ssh->options.legacy);
    }

    void everyOptionIsRead()
    {
        const auto ssh = read(QStringLiteral(
            "ssh://bastion?identity=%2Fk%20e&identity=~/b&certificate=/c&identities_only=no"
            "&identity_agent=/a&forward_agent=yes&known_hosts=/h&host_key_alias=gate"
            "&accept_new=yes&connect_timeout=7&keepalive=5&keepalive_count=9&reconnect=yes"
            "&kex=curve25519-sha256,ecdh-sha2-nistp256&hostkeys=-ssh-rsa&ciphers=aes256-ctr"
            "&macs=%2Bhmac-sha1&legacy=yes&compression=yes&charset=windows-949"));
        QVERIFY2(ssh, qPrintable(told(ssh)));
        const Ssh::Options &options = ssh->options;
        QCOMPARE(options.identityFiles,
                 (QStringList{QStringLiteral("/k e"), QDir::homePath() + QStringLiteral("/b")}));
        QCOMPARE(options.certificateFiles, QStringList{QStringLiteral("/c")});
        QVERIFY(!options.identitiesOnly);
        QCOMPARE(options.agentSocket, QStringLiteral("/a"));
        QVERIFY(options.useAgent && options.forwardAgent);
        QCOMPARE(options.knownHostsFile, QStringLiteral("/h"));
        QCOMPARE(options.hostKeyAlias, QStringLiteral("gate"));
        QCOMPARE(options.hostKeyPolicy, Ssh::HostKeyPolicy::AcceptNew);
        QVERIFY(options.connectTimeout == 7s && options.keepaliveInterval == 5s);
        QCOMPARE(options.keepaliveCountMax, 9);
        QCOMPARE(ssh->reconnect, Ssh::Reconnect::Automatic);
        QCOMPARE(options.algorithms.keyExchange,
                 QStringLiteral("curve25519-sha256,ecdh-sha2-nistp256"));
        QCOMPARE(options.algorithms.hostKeys, QStringLiteral("-ssh-rsa"));
        QCOMPARE(options.algorithms.ciphers, QStringLiteral("aes256-ctr"));
        QCOMPARE(options.algorithms.macs, QStringLiteral("+hmac-sha1"));
        QVERIFY(options.legacy && options.compression);
        QCOMPARE(ssh->charset, QStringLiteral("windows-949"));
    }

    void aNamedKeyIsTheOnlyOneUnlessSaidOtherwise()
    {
        QVERIFY(read(QStringLiteral("ssh://h?identity=/k"))->options.identitiesOnly);
        QVERIFY(!read(QStringLiteral("ssh://h?identities_only=no&identity=/k"))
                     ->options.identitiesOnly);
        QVERIFY(read(QStringLiteral("ssh://h?identities_only=yes"))->options.identitiesOnly);
        QVERIFY(!read(QStringLiteral("ssh://h?identity_agent=none"))->options.useAgent);
    }

    void whatIsNotUnderstoodIsRefusedAndNamed_data()
    {
        QTest::addColumn<QString>("rest");
        QTest::addColumn<QString>("named");
        const auto row = [](const char *rest, const char *named) {
            QTest::newRow(rest) << QString::fromLatin1(rest) << QString::fromLatin1(named);
        };
        row("?keepalive=-1", "-1");
        row("?keepalive=x", "x");
        row("?keepalive_count=0", "0");
        row("?proxy=rm", "proxy");
        row("/path", "path");
        row("?identity=", "identity");
        row("?legacy=perhaps", "perhaps");
        row("?reconnect=always", "always");
        row("?kex=a%20b", "a b");
        row("?jump=", "jump");
        row("?jump=http://x", "http://x");
        row("?jump=ops:hunter2@gate", "password");
        row("?jump=gate%3Fjump=other", "one after the other");
        row("?jump=gate%3Flegacy=perhaps", "perhaps");
        row("?jump=a&jump=b&jump=A", "twice");
        row("?jump=h", "twice");
    }
    void whatIsNotUnderstoodIsRefusedAndNamed()
    {
        QFETCH(QString, rest);
        QFETCH(QString, named);
        const auto refused = read(QStringLiteral("ssh://h") + rest);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Usage);
        QVERIFY2(refused.error().what.contains(named), qPrintable(told(refused)));
        QVERIFY(!refused.error().what.contains(QStringLiteral("hunter2")));
    }

    void hopsStandInTheOrderOfTheWayAndHaveOptionsOfTheirOwn()
    {
        Ssh::Options defaults;
        defaults.connectTimeout = 3s;
        const auto ssh = read(QStringLiteral("ssh://ops@inner?identity=/inner&known_hosts=/kh"
                                             "&jump=gate:2222"
                                             "&jump=ssh://root@%5B::1%5D%3Fidentity=/hop%26"
                                             "known_hosts=/other"),
                              defaults);
        QVERIFY2(ssh, qPrintable(told(ssh)));
        QCOMPARE(ssh->options.jumps.size(), 2U);
        const Ssh::Jump &gate = ssh->options.jumps[0];
        QCOMPARE(gate.target.display(), QStringLiteral("gate:2222"));
        QVERIFY(gate.options.identityFiles.isEmpty() && !gate.options.identitiesOnly);
        QCOMPARE(gate.options.knownHostsFile, QStringLiteral("/kh"));
        QVERIFY(gate.options.connectTimeout == 3s);
        const Ssh::Jump &hop = ssh->options.jumps[1];
        QCOMPARE(hop.target.display(), QStringLiteral("root@::1"));
        QCOMPARE(hop.options.identityFiles, QStringList{QStringLiteral("/hop")});
        QCOMPARE(hop.options.knownHostsFile, QStringLiteral("/other"));
    }

    void anAddressOfAChainIsWrittenAndReadAgain()
    {
        const auto parsed = parseAddress(
            QStringLiteral("ssh://a@h?jump=ssh://b@g%3Fidentity=/k%26legacy=yes&jump=c@i:23"));
        QVERIFY(parsed);
        const auto again = parseAddress(parsed->address.toString());
        QVERIFY(again);
        const auto first = Ssh::sshAddress(parsed->address);
        const auto second = Ssh::sshAddress(again->address);
        QVERIFY(first && second);
        QVERIFY(first->options == second->options);
        QVERIFY(first->options.jumps[0].options.legacy);
    }

    void aChainWithoutEndIsRefused()
    {
        QString text = QStringLiteral("ssh://h?jump=g0");
        for (int i = 1; i < 17; ++i)
            text += QStringLiteral("&jump=g%1").arg(i);
        QVERIFY(!read(text));
    }
};

QTEST_GUILESS_MAIN(SshAddressTest)
#include "sshaddress.moc"
