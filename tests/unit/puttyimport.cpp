// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssh/config/puttyimport.h"
#include "core/ssh/route.h"

#include <QStringEncoder>
#include <QTest>

#include <algorithm>

using namespace Portolan;

namespace {

const Profile *named(const ImportSource &source, const QString &name)
{
    const auto found = std::find_if(source.profiles.cbegin(), source.profiles.cend(),
                                    [&](const Profile &profile) { return profile.name == name; });
    return found == source.profiles.cend() ? nullptr : &*found;
}

bool isNoted(const ImportSource &source, const QString &name, const QString &word)
{
    return std::any_of(source.notes.cbegin(), source.notes.cend(), [&](const QString &note) {
        return note.contains(name) && note.contains(word, Qt::CaseInsensitive);
    });
}

// As regedit of Windows 11 writes it; what is in it, in words of PuTTY 0.81.
const char kRegistry[] =
    "Windows Registry Editor Version 5.00\r\n\r\n"
    "[HKEY_CURRENT_USER\\Software\\SimonTatham\\PuTTY]\r\n\r\n"
    "[HKEY_CURRENT_USER\\Software\\SimonTatham\\PuTTY\\Sessions]\r\n\r\n"
    "[HKEY_CURRENT_USER\\Software\\SimonTatham\\PuTTY\\Sessions\\Default%20Settings]\r\n"
    "\"HostName\"=\"\"\r\n\"Protocol\"=\"ssh\"\r\n\r\n"
    "[HKEY_CURRENT_USER\\Software\\SimonTatham\\PuTTY\\Sessions\\web%20server]\r\n"
    "\"Present\"=dword:00000001\r\n\"HostName\"=\"10.0.0.7\"\r\n\"Protocol\"=\"ssh\"\r\n"
    "\"PortNumber\"=dword:000008ae\r\n\"UserName\"=\"ops\"\r\n\"PingIntervalSecs\"=dword:"
    "0000001e\r\n"
    "\"PublicKeyFile\"=\"C:\\\\Users\\\\kim\\\\web "
    "\\\"1\\\".ppk\"\r\n\"Compression\"=dword:00000001\r\n"
    "\"ProxyMethod\"=dword:00000006\r\n\"ProxyHost\"=\"bastion\"\r\n\"ProxyPort\"=dword:"
    "00000016\r\n\r\n"
    "[HKEY_CURRENT_USER\\Software\\SimonTatham\\PuTTY\\Sessions\\bastion]\r\n"
    "\"HostName\"=\"admin@bastion.example\"\r\n\"Protocol\"=\"ssh\"\r\n\"PortNumber\"=dword:"
    "00000016\r\n"
    "\"PublicKeyFile\"=\"C:\\\\keys\\\\id_ed25519\"\r\n\"AgentFwd\"=dword:00000001\r\n\r\n"
    "[HKEY_CURRENT_USER\\Software\\SimonTatham\\PuTTY\\Sessions\\%BA%FB%20%BC%AD%B9%F6]\r\n"
    "\"HostName\"=\"fe80::1\"\r\n\"Protocol\"=\"ssh\"\r\n\"LineCodePage\"=\"CP949\"\r\n"
    "\"ProxyMethod\"=dword:00000006\r\n\"ProxyHost\"=\"jump.example\"\r\n\"ProxyPort\"=dword:"
    "00000923\r\n"
    "\"ProxyUsername\"=\"j\"\r\n\"ProxyPassword\"=\"canary77\"\r\n\r\n"
    "[HKEY_CURRENT_USER\\Software\\SimonTatham\\PuTTY\\Sessions\\old-switch]\r\n"
    "\"HostName\"=\"10.0.0.9\"\r\n\"Protocol\"=\"telnet\"\r\n\r\n"
    "[HKEY_CURRENT_USER\\Software\\SimonTatham\\PuTTY\\Sessions\\socks]\r\n"
    "\"HostName\"=\"10.0.0.8\"\r\n\"Protocol\"=\"ssh\"\r\n\"ProxyMethod\"=dword:00000002\r\n"
    "\"PortForwardings\"=\"L8080=localhost:80\"\r\n\r\n"
    "[HKEY_CURRENT_USER\\Software\\SimonTatham\\PuTTY\\SshHostKeys]\r\n"
    "\"ed25519@22:host\"=\"0x1,0x2\"\r\n";

QByteArray utf16(const QByteArray &text)
{
    QStringEncoder encoder(QStringEncoder::Utf16LE);
    return QByteArray("\xff\xfe") + QByteArray(encoder(QString::fromLatin1(text)));
}

} // namespace

class PuttyImportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRegistryExportIsRead_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("UTF-16") << utf16(kRegistry);
        QTest::newRow("bytes of a code page") << QByteArray(kRegistry);
        QTest::newRow("Unix line ends") << QByteArray(kRegistry).replace("\r\n", "\n");
    }
    void aRegistryExportIsRead()
    {
        QFETCH(QByteArray, bytes);
        const auto source = Ssh::puttyRegistry(bytes);
        QVERIFY2(source, source ? "" : qPrintable(source.error().what));
        QCOMPARE(source->profiles.size(), 4);
        const Profile *web = named(*source, QStringLiteral("web server"));
        const Profile *bastion = named(*source, QStringLiteral("bastion"));
        const Profile *korean = named(*source, QStringLiteral("빛 서버"));
        QVERIFY(web && bastion && korean);
        QCOMPARE(web->address.toString(),
                 QStringLiteral("ssh://ops@10.0.0.7:2222?keepalive=30&compression=yes"));
        QCOMPARE(web->via, bastion->id);
        QVERIFY(isNoted(*source, QStringLiteral("web server"), QStringLiteral("puttygen")));
        QCOMPARE(bastion->address.user, QStringLiteral("admin"));
        QCOMPARE(bastion->address.host, QStringLiteral("bastion.example"));
        QCOMPARE(bastion->address.port, 0);
        QCOMPARE(korean->address.host, QStringLiteral("fe80::1"));
        QVERIFY(isNoted(*source, QStringLiteral("old-switch"), QStringLiteral("telnet")));
        QVERIFY(isNoted(*source, QStringLiteral("socks"), QStringLiteral("proxy")));
        QVERIFY(isNoted(*source, QStringLiteral("socks"), QStringLiteral("forward")));
        for (const QString &note : source->notes)
            QVERIFY(!note.contains(QStringLiteral("canary77")));
        // All of it is what an address can say, and can be stored as it is.
        for (const Profile &profile : source->profiles)
            QVERIFY2(Ssh::sshAddress(profile.address), qPrintable(profile.address.toString()));
        const auto meaning = Ssh::sshAddress(korean->address);
        QCOMPARE(meaning->charset, QStringLiteral("windows-949"));
        QCOMPARE(meaning->options.jumps.size(), std::size_t(1));
        QCOMPARE(meaning->options.jumps.front().target,
                 (Ssh::Target{QStringLiteral("j"), QStringLiteral("jump.example"), 2339}));
        QCOMPARE(Ssh::sshAddress(bastion->address)->options.identityFiles,
                 QStringList(QStringLiteral("C:\\keys\\id_ed25519")));
        QVERIFY(Ssh::sshAddress(bastion->address)->options.forwardAgent);
        ProfileSet set;
        const ImportSource taken = chosen(planImport(*source, set), set);
        QVERIFY(set.putAll(taken.profiles, taken.credentials, taken.folders));
        QCOMPARE(set.route(web->id).value().size(), 2);
        // Again: nothing is new.
        const auto again = Ssh::puttyRegistry(bytes);
        QCOMPARE(planImport(*again, set).count(ImportItem::Kind::Same), 4);
    }

    void sessionsOfUnixAreRead()
    {
        const ImportSource source = Ssh::puttySessions(
            {{"web%20server",
              "PresenceFlag=1\nHostName=web.example\nProtocol=ssh\nPortNumber=22\nUserName=\n"
              "PublicKeyFile=/home/kim/.ssh/id_rsa\nPingInterval=1\nPingIntervalSecs=5\n"},
             {"%EC%84%9C%EB%B2%84", "HostName=korea.example\r\nProtocol=ssh\r\n"},
             {"Default%20Settings", "HostName=\nProtocol=ssh\n"},
             {"serial", "Protocol=serial\nSerialLine=/dev/ttyS0\n"},
             {"port", "HostName=h\nProtocol=ssh\nPortNumber=70000\n"},
             {"bad", "HostName=two words\nProtocol=ssh\n"},
             {"empty", ""},
             {"noise", QByteArray("\0\xff=\n==\n=\nHostName", 17)}});
        QCOMPARE(source.profiles.size(), 2);
        QCOMPARE(source.profiles.at(0).address.toString(),
                 QStringLiteral(
                     "ssh://web.example?keepalive=65&identity=%2Fhome%2Fkim%2F.ssh%2Fid_rsa"));
        QCOMPARE(source.profiles.at(1).name, QStringLiteral("서버"));
        for (const char *const name : {"serial", "port", "bad", "empty", "noise"})
            QVERIFY2(isNoted(source, QLatin1String(name), QString()), name);
    }

    void whatIsNoExportIsRefused()
    {
        for (const QByteArray &bytes :
             {QByteArray(), QByteArray("[Sessions]"),
              utf16("Windows Registry Editor Version 5.00\r\n"), QByteArray("\xff\xfe"),
              QByteArray("REGEDIT4\n[HKEY_USERS\\x]\n\"HostName\"=\"h\"\n")})
            QVERIFY(!Ssh::puttyRegistry(bytes));
    }

    void twoThatPointAtEachOtherAreNoCircleWithoutEnd()
    {
        const ImportSource source =
            Ssh::puttySessions({{"a", "HostName=a\nProtocol=ssh\nProxyMethod=6\nProxyHost=b\n"},
                                {"b", "HostName=b\nProtocol=ssh\nProxyMethod=6\nProxyHost=a\n"}});
        ProfileSet set;
        const ImportSource taken = chosen(planImport(source, set), set);
        QVERIFY(set.putAll(taken.profiles, taken.credentials, taken.folders));
        QCOMPARE(set.profiles().size(), 2);
        QVERIFY(set.profiles().at(0).via.isEmpty() != set.profiles().at(1).via.isEmpty());
    }
};

QTEST_GUILESS_MAIN(PuttyImportTest)
#include "puttyimport.moc"
