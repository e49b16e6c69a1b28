// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssh/keys/knownhosts.h"
#include "core/ssh/keys/keyfile.h"
#include "core/ssh/wire.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace Portolan;
using namespace Portolan::Ssh;

namespace {

// A key that is well-formed for us and for ssh-keygen: any 32 bytes are an Ed25519 key.
QByteArray ed25519(quint32 seed)
{
    QRandomGenerator random(seed);
    QByteArray bytes(32, '\0');
    for (char &c : bytes)
        c = static_cast<char>(random.bounded(256));
    return WireWriter().string("ssh-ed25519").string(viewOf(bytes)).bytes();
}

QByteArray rsa(quint32 seed, int bytes = 256)
{
    QRandomGenerator random(seed);
    QByteArray modulus(bytes, '\0');
    for (char &c : modulus)
        c = static_cast<char>(random.bounded(256));
    modulus[0] = static_cast<char>(modulus[0] | char(0x80));
    modulus.prepend('\0');
    return WireWriter()
        .string("ssh-rsa")
        .string(std::string_view("\x01\x00\x01", 3))
        .string(viewOf(modulus))
        .bytes();
}

QByteArray line(const QByteArray &names, const QByteArray &key, const QByteArray &comment = {})
{
    return names + ' ' + keyTypeOfBlob(key) + ' ' + key.toBase64() +
           (comment.isEmpty() ? QByteArray() : ' ' + comment) + '\n';
}

void write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class KnownHostsTest : public QObject
{
    Q_OBJECT

private:
    using Status = HostKeyVerdict::Status;

    // The line numbers that ssh-keygen -F finds.
    static std::optional<QList<int>> keygenFinds(const QString &file, const QByteArray &name)
    {
        QProcess keygen;
        keygen.start(QStringLiteral("ssh-keygen"),
                     {QStringLiteral("-F"), QString::fromUtf8(name), QStringLiteral("-f"), file});
        if (!keygen.waitForFinished())
            return std::nullopt;
        QList<int> found;
        const auto lines = keygen.readAllStandardOutput().split('\n');
        for (const QByteArray &each : lines) {
            // "# Host example.org found: line 3 CA"
            if (each.startsWith("# Host ") && each.contains(" found: line "))
                found.append(each.mid(each.lastIndexOf(" line ") + 6).split(' ').first().toInt());
        }
        return found;
    }

private Q_SLOTS:
    void statusesAreToldApart()
    {
        const QByteArray one = ed25519(1);
        const QByteArray two = ed25519(2);
        const QByteArray three = rsa(3);
        const auto hosts =
            KnownHosts::parse("# comment\n" + line("bastion,10.0.0.1", one, "a b") +
                              line("@revoked *", two) + line("[bastion]:2222", three));
        const auto status = [&](const char *host, quint16 port, const QByteArray &key) {
            return hosts.judge(QString::fromLatin1(host), port, keyTypeOfBlob(key), key).status;
        };
        QCOMPARE(status("bastion", 22, one), Status::Known);
        QCOMPARE(status("BASTION", 22, one), Status::Known);
        QCOMPARE(status("10.0.0.1", 22, one), Status::Known);
        QCOMPARE(status("bastion", 22, ed25519(9)), Status::Changed);
        QCOMPARE(status("bastion", 22, three), Status::OtherAlgorithm);
        QCOMPARE(status("bastion", 22, two), Status::Revoked);
        QCOMPARE(status("elsewhere", 22, one), Status::Unknown);
        QCOMPARE(status("elsewhere", 22, two), Status::Revoked);
        QCOMPARE(status("bastion", 2222, three), Status::Known);
        QCOMPARE(status("bastion", 2222, one), Status::OtherAlgorithm);
        QCOMPARE(hosts.entries().first().line, 2);
        QCOMPARE(hosts.entries().first().comment, QByteArray("a b"));
        QCOMPARE(hosts.keyTypes(QStringLiteral("bastion"), 22), QList<QByteArray>{"ssh-ed25519"});
    }

    void aKeyKnownOnAnyLineIsKnown()
    {
        const auto hosts =
            KnownHosts::parse(line("bastion", ed25519(1)) + line("bas*", ed25519(2)));
        const auto verdict = hosts.judge(QStringLiteral("bastion"), 22, "ssh-ed25519", ed25519(2));
        QCOMPARE(verdict.status, Status::Known);
        QCOMPARE(verdict.entries.first().line, 2);
    }

    void anAuthorityIsReportedAndTrustsNothing()
    {
        const auto hosts = KnownHosts::parse("@cert-authority *.example.org " +
                                             line("", ed25519(1)).trimmed() + '\n');
        const auto verdict =
            hosts.judge(QStringLiteral("www.example.org"), 22, "ssh-ed25519", ed25519(1));
        QCOMPARE(verdict.status, Status::Unknown);
        QCOMPARE(verdict.authorities.size(), 1);
        QVERIFY(hosts.keyTypes(QStringLiteral("www.example.org"), 22).isEmpty());
    }

    void patternsFollowOpenSsh_data()
    {
        QTest::addColumn<QByteArray>("names");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<bool>("matches");
        const auto row = [](const char *names, const char *name, bool matches) {
            QTest::addRow("%s ~ %s", name, names)
                << QByteArray(names) << QByteArray(name) << matches;
        };
        row("*", "a", true);
        row("*", "[a]:1", true);
        row("a?c", "abc", true);
        row("a?c", "ac", false);
        row("*.example.org", "a.b.example.org", true);
        row("*.example.org", "example.org", false);
        row("*.example.org", "[a.example.org]:22", false);
        row("*.example.org,!bad.example.org", "bad.example.org", false);
        row("!bad.example.org,*.example.org", "good.example.org", true);
        row("!bad", "good", false);
        row("a*b*c*d", "aXXbXXcXXd", true);
        row("a*b*c*d", "aXXbXXcXX", false);
        row("", "a", false);
        row("|1|short|AAAA", "a", false);
    }
    void patternsFollowOpenSsh()
    {
        QFETCH(QByteArray, names);
        QFETCH(QByteArray, name);
        QFETCH(bool, matches);
        QCOMPARE(namesMatch(names, name), matches);
    }

    void aPatternOfStarsEndsSoon()
    {
        QVERIFY(!namesMatch(QByteArray("*a").repeated(2000), QByteArray(20000, 'a') + 'b'));
    }

    // Random files of every kind of line; ours and ssh-keygen's findings must be the same lines.
    void findingsEqualThoseOfSshKeygen()
    {
        QRandomGenerator random(20260101);
        const QList<QByteArray> names = {
            "alpha",        "beta.example.org", "10.0.0.7",      "fe80::1",
            "[alpha]:2222", "[10.0.0.7]:830",   "gamma.example", "delta"};
        const QList<QByteArray> fields = {"alpha",
                                          "Alpha",
                                          "alpha,beta.example.org",
                                          "*.example.org",
                                          "10.0.0.*",
                                          "*.example.org,!beta.example.org",
                                          "[alpha]:2222,[10.0.0.7]:830",
                                          "[*]:2222",
                                          "*",
                                          "d?lta",
                                          "fe80::1",
                                          "!alpha,*",
                                          "gamma.example,"};
        QTemporaryDir folder;
        for (int round = 0; round < 25; ++round) {
            const QString file = folder.filePath(QStringLiteral("known%1").arg(round));
            QByteArray text;
            for (int i = 0; i < 12; ++i) {
                const QByteArray key =
                    random.bounded(2) == 0 ? ed25519(random.generate()) : rsa(random.generate());
                switch (random.bounded(9)) {
                case 0:
                    text += "# a comment\n";
                    break;
                case 1:
                    text += "\n";
                    break;
                case 2:
                    text += "@revoked " + line(fields[random.bounded(fields.size())], key);
                    break;
                case 3:
                    text += "@cert-authority " + line(fields[random.bounded(fields.size())], key);
                    break;
                case 4:
                    text += "  \t" + line(fields[random.bounded(fields.size())], key, "indented");
                    break;
                case 5: {
                    const QString one =
                        folder.filePath(QStringLiteral("one%1-%2").arg(round).arg(i));
                    const QByteArray name = names[random.bounded(names.size())];
                    const bool bracketed = name.startsWith('[');
                    const auto host = bracketed ? name.mid(1, name.indexOf(']') - 1) : name;
                    const auto port = bracketed ? name.mid(name.indexOf(':') + 1).toUShort() : 22;
                    QVERIFY(appendKnownHost(one, QString::fromUtf8(host),
                                            static_cast<quint16>(port), keyTypeOfBlob(key), key,
                                            true)
                                .has_value());
                    text += read(one);
                    break;
                }
                default:
                    text += line(fields[random.bounded(fields.size())], key, "someone@somewhere");
                }
            }
            if (random.bounded(2) == 0)
                text.chop(1); // no line end at the end
            write(file, text);
            const auto hosts = KnownHosts::read({file});
            QVERIFY(hosts.has_value());
            for (const QByteArray &name : names) {
                const auto expected = keygenFinds(file, name);
                QVERIFY(expected.has_value());
                QList<int> found;
                for (const KnownHost &entry : hosts->entries()) {
                    if (namesMatch(entry.names, name))
                        found.append(entry.line);
                }
                QVERIFY2(found == *expected, QByteArray(name + " in\n" + text).constData());
            }
        }
    }

    void hashedLinesOfSshKeygenAreRead()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("known"));
        write(file, line("alpha", ed25519(1)) + line("[beta]:2222", ed25519(2)));
        QCOMPARE(QProcess::execute(
                     QStringLiteral("ssh-keygen"),
                     {QStringLiteral("-q"), QStringLiteral("-H"), QStringLiteral("-f"), file}),
                 0);
        QVERIFY(read(file).startsWith("|1|"));
        const auto hosts = KnownHosts::read({file});
        QVERIFY(hosts.has_value());
        QCOMPARE(hosts->judge(QStringLiteral("alpha"), 22, "ssh-ed25519", ed25519(1)).status,
                 Status::Known);
        QCOMPARE(hosts->judge(QStringLiteral("beta"), 2222, "ssh-ed25519", ed25519(2)).status,
                 Status::Known);
        QCOMPARE(hosts->judge(QStringLiteral("beta"), 22, "ssh-ed25519", ed25519(2)).status,
                 Status::Unknown);
    }

    void addingKeepsEveryByteThatWasThere_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no line end") << line("alpha", ed25519(1)).trimmed();
        QTest::newRow("garbage") << QByteArray("\xff\x00 what\r\n@@@ ???\n", 15);
        QTest::newRow("line ends of Windows")
            << QByteArray("# x\r\n" + line("a", ed25519(4)).trimmed() + "\r\n");
    }
    void addingKeepsEveryByteThatWasThere()
    {
        QFETCH(QByteArray, before);
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("known"));
        write(file, before);
        QVERIFY(appendKnownHost(file, QStringLiteral("beta"), 830, "ssh-rsa", rsa(2)).has_value());
        const QByteArray after = read(file);
        QVERIFY(after.startsWith(before));
        QVERIFY(after.endsWith(line("[beta]:830", rsa(2))));
        const auto hosts = KnownHosts::parse(after);
        QCOMPARE(hosts.judge(QStringLiteral("beta"), 830, "ssh-rsa", rsa(2)).status, Status::Known);
        QCOMPARE(hosts.entries().size(), KnownHosts::parse(before).entries().size() + 1);
    }

    void writersAtTheSameTimeLoseNothing()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("known"));
        std::vector<std::thread> threads;
        for (int t = 0; t < 4; ++t) {
            threads.emplace_back([&, t] {
                for (int i = 0; i < 50; ++i) {
                    const auto added =
                        appendKnownHost(file, QStringLiteral("host%1-%2").arg(t).arg(i), 22,
                                        "ssh-rsa", rsa(static_cast<quint32>(t * 100 + i)));
                    if (!added)
                        qFatal("%s", qPrintable(added.error().detail));
                }
            });
        }
        for (auto &thread : threads)
            thread.join();
        const auto hosts = KnownHosts::read({file});
        QVERIFY(hosts.has_value());
        QCOMPARE(hosts->entries().size(), 200);
        // Who looks at the end of the file while another writes may put an empty line in front.
        auto lines = read(file).split('\n');
        lines.removeAll(QByteArray());
        QCOMPARE(lines.size(), 200);
    }

    void aNameThatWouldBreakTheFileIsRefused()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("known"));
        for (const char *name : {"a b", "a\nb", "a,b", "*", "a?", "!a"})
            QVERIFY(!appendKnownHost(file, QString::fromLatin1(name), 22, "ssh-ed25519", ed25519(1))
                         .has_value());
        QVERIFY(!QFile::exists(file));
    }

    void aFileThatCannotBeReadIsAnErrorAndAMissingOneIsEmpty()
    {
        QTemporaryDir folder;
        const auto none = KnownHosts::read({folder.filePath(QStringLiteral("none"))});
        QVERIFY(none.has_value() && none->entries().isEmpty());
        const auto bad = KnownHosts::read({folder.path()});
        QVERIFY(!bad.has_value());
        QCOMPARE(bad.error().kind, Error::Kind::Local);
    }

    void randomBytesAreReadWithoutHarm()
    {
        QRandomGenerator random(7);
        const QByteArray good = line("a,b", ed25519(1)) + "@revoked " + line("*", rsa(2)) +
                                "|1|AAAAAAAAAAAAAAAAAAAAAAAAAAA=|AAAAAAAAAAAAAAAAAAAAAAAAAAA= " +
                                line("", ed25519(3)).trimmed() + '\n';
        for (int i = 0; i < 3000; ++i) {
            QByteArray text = good;
            for (int n = random.bounded(1, 20); n > 0; --n)
                text[random.bounded(text.size())] = static_cast<char>(random.bounded(256));
            text.truncate(random.bounded(text.size() + 1));
            const auto hosts = KnownHosts::parse(text);
            QVERIFY(hosts.entries().size() <= text.count('\n') + 1);
            (void)hosts.judge(QStringLiteral("a"), 22, "ssh-ed25519", ed25519(1));
        }
    }

    void fingerprintsAndPicturesEqualThoseOfSshKeygen_data()
    {
        QTest::addColumn<QByteArray>("key");
        for (quint32 i = 0; i < 8; ++i) {
            QTest::addRow("ed25519 %u", i) << ed25519(i);
            QTest::addRow("rsa %u", i) << rsa(i, i % 2 == 0 ? 256 : 512);
        }
    }
    void fingerprintsAndPicturesEqualThoseOfSshKeygen()
    {
        QFETCH(QByteArray, key);
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("key.pub"));
        write(file, keyTypeOfBlob(key) + ' ' + key.toBase64() + " c\n");
        const auto keygen = [&](const QStringList &more) {
            QProcess process;
            process.start(QStringLiteral("ssh-keygen"),
                          QStringList{QStringLiteral("-l"), QStringLiteral("-f"), file} + more);
            process.waitForFinished();
            return QString::fromUtf8(process.readAllStandardOutput());
        };
        const QString plain = keygen({QStringLiteral("-v")});
        const bool isRsa = keyTypeOfBlob(key) == "ssh-rsa";
        QCOMPARE(plain.section(QLatin1Char(' '), 0, 0).toInt(), keyBitsOfBlob(key));
        QCOMPARE(plain.section(QLatin1Char(' '), 1, 1), fingerprintSha256(key));
        QCOMPARE(plain.section(QLatin1Char('\n'), 1).trimmed(),
                 randomart(key, (isRsa ? QStringLiteral("RSA %1") : QStringLiteral("ED25519 %1"))
                                    .arg(keyBitsOfBlob(key))));
        QVERIFY(
            keygen({QStringLiteral("-E"), QStringLiteral("md5")}).contains(fingerprintMd5(key)));
    }

    void keyFilesAreToldApart()
    {
        QTemporaryDir folder;
        int number = 0;
        const auto made = [&](const QStringList &how) {
            const QString file = folder.filePath(QString::number(++number));
            QProcess::execute(QStringLiteral("ssh-keygen"),
                              QStringList{QStringLiteral("-q"), QStringLiteral("-f"), file} + how);
            return file;
        };
        const auto none = QString();
        const auto word = QStringLiteral("a long word");
        const auto N = QStringLiteral("-N");
        const auto t = QStringLiteral("-t");
        const auto m = QStringLiteral("-m");
        struct Case
        {
            QStringList how;
            KeyFile::Format format;
            bool encrypted;
            bool hasPublic;
        };
        const Case cases[] = {
            {{t, QStringLiteral("ed25519"), N, none}, KeyFile::Format::OpenSsh, false, true},
            {{t, QStringLiteral("ed25519"), N, word}, KeyFile::Format::OpenSsh, true, true},
            {{t, QStringLiteral("ecdsa"), N, word, m, QStringLiteral("PEM")},
             KeyFile::Format::Pem,
             true,
             false},
            {{t, QStringLiteral("ecdsa"), N, none, m, QStringLiteral("PEM")},
             KeyFile::Format::Pem,
             false,
             false},
            {{t, QStringLiteral("ecdsa"), N, none, m, QStringLiteral("PKCS8")},
             KeyFile::Format::Pkcs8,
             false,
             false},
            {{t, QStringLiteral("ecdsa"), N, word, m, QStringLiteral("PKCS8")},
             KeyFile::Format::Pkcs8,
             true,
             false},
        };
        for (const Case &each : cases) {
            const QString file = made(each.how);
            const KeyFile facts = parseKeyFile(read(file));
            QCOMPARE(facts.format, each.format);
            QCOMPARE(facts.encrypted, each.encrypted);
            const QByteArray published = parsePublicKeyLine(read(file + QStringLiteral(".pub")));
            QVERIFY(!published.isEmpty());
            QCOMPARE(facts.publicKey, each.hasPublic ? published : QByteArray());
            QCOMPARE(parseKeyFile(read(file + QStringLiteral(".pub"))).format,
                     KeyFile::Format::PublicKey);
        }
        QCOMPARE(parseKeyFile("PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\n").format,
                 KeyFile::Format::Putty);
        QCOMPARE(parseKeyFile("hello").format, KeyFile::Format::Unknown);
        // Every truncation of a real file is survived.
        const QByteArray whole = read(made({t, QStringLiteral("ed25519"), N, none}));
        for (qsizetype i = 0; i < whole.size(); ++i)
            (void)parseKeyFile(whole.left(i));
    }
};

QTEST_GUILESS_MAIN(KnownHostsTest)
#include "knownhosts.moc"
