// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssh/algorithms.h"
#include "core/ssh/diagnosis/audit.h"
#include "core/ssh/diagnosis/kexinit.h"
#include "core/ssh/engine/agentlink.h"
#include "core/ssh/errors.h"
#include "core/ssh/wire.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Portolan;
using namespace Portolan::Ssh;

namespace {

QStringList list(const char *names)
{
    const QString text = QString::fromLatin1(names);
    return text.isEmpty() ? QStringList() : text.split(QLatin1Char(','));
}

KexInit lists(const char *kex, const char *hostKeys, const char *ciphers, const char *macs)
{
    KexInit made;
    made.keyExchange = list(kex);
    made.hostKeys = list(hostKeys);
    made.ciphersOut = made.ciphersIn = list(ciphers);
    made.macsOut = made.macsIn = list(macs);
    made.compressionOut = made.compressionIn = list("none");
    return made;
}

KexInit modern()
{
    return lists("mlkem768x25519-sha256,curve25519-sha256,kex-strict-s-v00@openssh.com",
                 "ssh-ed25519,rsa-sha2-512", "aes256-gcm@openssh.com,aes256-ctr",
                 "hmac-sha2-256-etm@openssh.com");
}

AuditFacts factsOf(const KexInit &server)
{
    AuditFacts facts;
    facts.banner = QStringLiteral("SSH-2.0-Test");
    facts.server = server;
    facts.own = *ownKexInit({});
    return facts;
}

std::optional<Finding> find(const QList<Finding> &findings, const char *id)
{
    for (const Finding &finding : findings) {
        if (finding.id == QLatin1String(id))
            return finding;
    }
    return std::nullopt;
}

} // namespace

class SshAuditTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offersSurviveTheWay()
    {
        const KexInit sent = modern();
        const QByteArray packet = encodePlainPacket(encodeKexInit(sent));
        QCOMPARE(packet.size() % 8, 0);
        const auto read = parsePlainPacket(viewOf(packet));
        QVERIFY(read && *read);
        QCOMPARE((*read)->size, packet.size());
        const auto parsed = parseKexInit(viewOf((*read)->payload));
        QVERIFY(parsed.has_value());
        QVERIFY(*parsed == sent);
    }

    void everySplitOfAPacketWaitsForTheRest()
    {
        const QByteArray packet = encodePlainPacket(encodeKexInit(modern()));
        for (qsizetype i = 0; i < packet.size(); ++i) {
            const auto read = parsePlainPacket(viewOf(packet.left(i)));
            QVERIFY(read.has_value());
            QVERIFY(!read->has_value());
        }
        const QByteArray payload = encodeKexInit(modern());
        for (qsizetype i = 0; i < payload.size(); ++i)
            QVERIFY(!parseKexInit(viewOf(payload.left(i))).has_value());
    }

    void impossiblePacketsAreErrors()
    {
        const auto bad = [](const QByteArray &bytes) {
            const auto read = parsePlainPacket(viewOf(bytes));
            return !read.has_value() && read.error().kind == Error::Kind::Protocol;
        };
        QVERIFY(bad(QByteArray::fromHex("ffffffff04")));
        QVERIFY(bad(QByteArray::fromHex("0000000004")));
        QVERIFY(bad(QByteArray::fromHex("0000000c03000000000000000000000000")));
        QVERIFY(bad(QByteArray::fromHex("0000000cff000000000000000000000000")));
    }

    void aHostileOfferIsAnErrorAndNeverMore()
    {
        QVERIFY(!parseKexInit(viewOf(QByteArray(1, '\x14'))).has_value());
        const auto withKex = [](const QByteArray &names) {
            WireWriter writer;
            writer.byte(20).raw(QByteArray(16, 'c')).string(viewOf(names));
            for (int i = 0; i < 9; ++i)
                writer.string({});
            return writer.byte(0).uint32(0).bytes();
        };
        QVERIFY(parseKexInit(viewOf(withKex("a,b"))).has_value());
        QVERIFY(parseKexInit(viewOf(withKex("a,,b,"))).has_value());
        QVERIFY(!parseKexInit(viewOf(withKex(QByteArray(65, 'a')))).has_value());
        QVERIFY(!parseKexInit(viewOf(withKex("a\x1b[31m"))).has_value());
        QVERIFY(!parseKexInit(viewOf(withKex("a b"))).has_value());
        QVERIFY(!parseKexInit(viewOf(withKex(QByteArray("a,").repeated(2000)))).has_value());
        QRandomGenerator random(3);
        const QByteArray good = encodeKexInit(modern());
        for (int i = 0; i < 5000; ++i) {
            QByteArray bytes = good;
            for (int n = random.bounded(1, 10); n > 0; --n)
                bytes[random.bounded(bytes.size())] = static_cast<char>(random.bounded(256));
            if (const auto parsed = parseKexInit(viewOf(bytes))) {
                const AuditFacts facts = factsOf(*parsed);
                QVERIFY(!judge(facts).isEmpty());
            }
            if (i % 50 == 0)
                (void)parsePlainPacket(viewOf(bytes));
        }
    }

    void theClientsFirstThatTheServerHasIsUsed()
    {
        const auto agreed = agree(lists("ext-info-c,a,b", "h1,h2", "c1,c2", "m1,m2"),
                                  lists("b,a,ext-info-c", "h2,h1", "c2", "m2,m1"));
        QCOMPARE(agreed.keyExchange, QStringLiteral("a"));
        QCOMPARE(agreed.hostKey, QStringLiteral("h1"));
        QCOMPARE(agreed.cipherOut, QStringLiteral("c2"));
        QCOMPARE(agreed.macOut, QStringLiteral("m1"));
        QVERIFY(agreed.isComplete());
        const auto aead = agree(lists("a", "h", "aes256-gcm@openssh.com", "m1"),
                                lists("a", "h", "aes256-gcm@openssh.com", "m2"));
        QVERIFY(aead.macOut.isEmpty());
        QVERIFY(aead.isComplete());
        QVERIFY(!agree(lists("a", "h", "c", "m1"), lists("a", "h", "c", "m2")).isComplete());
    }

    void ourOwnOfferIsWhatTheLibrarySends()
    {
        const auto own = ownKexInit({});
        QVERIFY(own.has_value());
        QVERIFY(own->keyExchange.contains(QStringLiteral("curve25519-sha256")));
        QVERIFY(own->keyExchange.contains(QStringLiteral("kex-strict-c-v00@openssh.com")));
        QCOMPARE(own->hostKeys, hostKeyPreference());
        QVERIFY(!own->ciphersOut.contains(QStringLiteral("aes128-cbc")));
        QVERIFY(!own->hostKeys.contains(QStringLiteral("ssh-rsa")));
        AlgorithmChoice old;
        old.ciphers = QStringLiteral("aes128-cbc");
        old.macs = QStringLiteral("hmac-sha1");
        const auto chosen = ownKexInit(old);
        QVERIFY(chosen.has_value());
        QCOMPARE(chosen->ciphersIn, QStringList{QStringLiteral("aes128-cbc")});
        QCOMPARE(chosen->macsOut, QStringList{QStringLiteral("hmac-sha1")});
        old.ciphers = QStringLiteral("no-such-cipher");
        QCOMPARE(ownKexInit(old).error().kind, Error::Kind::Usage);
    }

    void gradesFollowTheirSources_data()
    {
        QTest::addColumn<int>("list");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("grade");
        const auto rows = [](AlgorithmList which, const char *grade, const char *names) {
            for (const QString &name : list(names))
                QTest::addRow("%s: %s", grade, qPrintable(name))
                    << int(which) << name << QString::fromLatin1(grade);
        };
        using L = AlgorithmList;
        rows(L::KeyExchange, "strong",
             "mlkem768x25519-sha256,sntrup761x25519-sha512@openssh.com,"
             "curve25519-sha256,curve25519-sha256@libssh.org");
        rows(L::KeyExchange, "fair",
             "ecdh-sha2-nistp256,diffie-hellman-group14-sha256,"
             "diffie-hellman-group16-sha512,"
             "diffie-hellman-group-exchange-sha256");
        rows(L::KeyExchange, "weak",
             "diffie-hellman-group14-sha1,"
             "diffie-hellman-group-exchange-sha1,gss-gex-sha1-x");
        rows(L::KeyExchange, "broken", "diffie-hellman-group1-sha1,gss-group1-sha1-x");
        rows(L::KeyExchange, "unknown", "made-up@example.org");
        rows(L::HostKey, "strong",
             "ssh-ed25519,rsa-sha2-512,rsa-sha2-256,"
             "sk-ssh-ed25519@openssh.com,"
             "ssh-ed25519-cert-v01@openssh.com");
        rows(L::HostKey, "fair", "ecdsa-sha2-nistp256,ecdsa-sha2-nistp521");
        rows(L::HostKey, "weak", "ssh-rsa,ssh-rsa-cert-v01@openssh.com");
        rows(L::HostKey, "broken", "ssh-dss,ssh-dss-cert-v01@openssh.com");
        rows(L::Cipher, "strong",
             "chacha20-poly1305@openssh.com,aes128-gcm@openssh.com,aes256-ctr");
        rows(L::Cipher, "weak",
             "aes128-cbc,3des-cbc,3des-ctr,blowfish-cbc,cast128-cbc,"
             "rijndael-cbc@lysator.liu.se");
        rows(L::Cipher, "broken", "none,arcfour,arcfour256,des-cbc");
        rows(L::Mac, "strong", "hmac-sha2-256-etm@openssh.com,umac-128-etm@openssh.com");
        rows(L::Mac, "fair",
             "hmac-sha2-256,hmac-sha1,hmac-sha1-etm@openssh.com,umac-64@openssh.com");
        rows(L::Mac, "weak", "hmac-md5,hmac-md5-etm@openssh.com,hmac-sha1-96,hmac-ripemd160");
        rows(L::Mac, "broken", "none");
        rows(L::Compression, "fair", "zlib");
        rows(L::Compression, "strong", "none,zlib@openssh.com");
    }
    void gradesFollowTheirSources()
    {
        QFETCH(int, list);
        QFETCH(QString, name);
        QFETCH(QString, grade);
        QCOMPARE(gradeName(gradeOf(static_cast<AlgorithmList>(list), name).grade), grade);
    }

    void aModernServerHasNothingToComplainAbout()
    {
        const auto findings = judge(factsOf(modern()));
        for (const Finding &finding : findings)
            QVERIFY2(finding.severity <= Finding::Severity::Info, qPrintable(finding.id));
        QVERIFY(find(findings, "ssh.agreed"));
        QVERIFY(find(findings, "ssh.terrapin.strict"));
        QVERIFY(find(findings, "ssh.quantum.server"));
    }

    void terrapinIsJudgedByWhatIsOfferedAndByWhatWeWouldUse_data()
    {
        QTest::addColumn<QString>("kex");
        QTest::addColumn<QString>("ciphers");
        QTest::addColumn<QString>("macs");
        QTest::addColumn<QString>("id");
        const auto row = [](const char *name, const char *kex, const char *ciphers,
                            const char *macs, const char *id) {
            QTest::newRow(name) << QString::fromLatin1(kex) << QString::fromLatin1(ciphers)
                                << QString::fromLatin1(macs) << QString::fromLatin1(id);
        };
        const char *plain = "curve25519-sha256";
        const char *strict = "curve25519-sha256,kex-strict-s-v00@openssh.com";
        const char *chacha = "chacha20-poly1305@openssh.com";
        row("strict", strict, chacha, "hmac-sha2-256", "ssh.terrapin.strict");
        row("chacha", plain, chacha, "hmac-sha2-256", "ssh.terrapin.open");
        row("chacha and gcm", plain, "aes256-gcm@openssh.com,aes128-cbc",
            "hmac-sha2-256-etm@openssh.com", "ssh.terrapin.others");
        row("ctr only", plain, "aes256-ctr", "hmac-sha2-256-etm@openssh.com",
            "ssh.terrapin.unaffected");
        row("cbc without etm", plain, "aes128-cbc", "hmac-sha2-256", "ssh.terrapin.unaffected");
        row("cbc with etm", plain, "aes256-ctr,aes128-cbc", "hmac-sha2-256-etm@openssh.com",
            "ssh.terrapin.others");
    }
    void terrapinIsJudgedByWhatIsOfferedAndByWhatWeWouldUse()
    {
        QFETCH(QString, kex);
        QFETCH(QString, ciphers);
        QFETCH(QString, macs);
        QFETCH(QString, id);
        const auto findings =
            judge(factsOf(lists(kex.toLatin1().constData(), "ssh-ed25519",
                                ciphers.toLatin1().constData(), macs.toLatin1().constData())));
        QStringList ids;
        for (const Finding &finding : findings) {
            if (finding.id.startsWith(QStringLiteral("ssh.terrapin.")))
                ids.append(finding.id);
        }
        QCOMPARE(ids, QStringList{id});
    }

    void sizesAndVersionsAreJudged()
    {
        AuditFacts facts = factsOf(modern());
        facts.rsaBits = 1024;
        facts.groupBits = 1024;
        facts.banner = QStringLiteral("SSH-1.99-Old");
        auto findings = judge(facts);
        for (const char *id : {"ssh.rsa.short", "ssh.group.short", "ssh.version1"}) {
            const auto finding = find(findings, id);
            QVERIFY2(finding, id);
            QCOMPARE(finding->severity, Finding::Severity::Error);
        }
        QCOMPARE(findings.first().severity, Finding::Severity::Error);
        facts.rsaBits = 2048;
        QVERIFY(find(judge(facts), "ssh.rsa.fair"));
        facts.rsaBits = 3072;
        QVERIFY(find(judge(facts), "ssh.rsa.good"));
        facts.server.keyExchange = list("diffie-hellman-group1-sha1");
        findings = judge(facts);
        QVERIFY(find(findings, "ssh.disagreed"));
        QCOMPARE(find(findings, "ssh.kex.group1")->severity, Finding::Severity::Error);
        QVERIFY(find(findings, "ssh.quantum.none"));
    }

    void everyFindingHasWords()
    {
        // Every algorithm of the table, and every judgement above.
        QStringList ids;
        const auto collect = [&](const AuditFacts &facts) {
            for (const Finding &finding : judge(facts)) {
                const FindingText text = textOf(finding);
                QVERIFY2(text.title != finding.id, qPrintable(finding.id));
                QVERIFY2(!text.title.contains(QLatin1Char('%')), qPrintable(text.title));
                QVERIFY2(text.title.endsWith(QLatin1Char('.')), qPrintable(text.title));
                QVERIFY2(!text.advice.contains(QLatin1Char('%')), qPrintable(text.advice));
                if (finding.severity >= Finding::Severity::Warning)
                    QVERIFY2(!text.advice.isEmpty() && !finding.reference.isEmpty(),
                             qPrintable(finding.id));
                ids.append(finding.id);
            }
        };
        AuditFacts worst = factsOf(
            lists("diffie-hellman-group1-sha1,diffie-hellman-group14-sha1,curve25519-sha256,"
                  "sntrup4591761x25519-sha512@tinyssh.org,%1",
                  "ssh-dss,ssh-rsa,ssh-ed25519",
                  "none,arcfour,des-cbc,3des-cbc,aes128-cbc,"
                  "chacha20-poly1305@openssh.com",
                  "none,hmac-md5,hmac-sha1-96,umac-64@openssh.com,hmac-sha1"));
        worst.server.compressionIn = list("zlib");
        worst.rsaBits = 768;
        worst.groupBits = 1024;
        collect(worst);
        worst.rsaBits = 2048;
        worst.groupBits = 4096;
        worst.banner = QStringLiteral("SSH-1.99-x");
        collect(worst);
        collect(factsOf(modern()));
        collect(factsOf(lists("", "", "", "")));
        ids.removeDuplicates();
        QVERIFY2(ids.size() >= 26, qPrintable(ids.join(QLatin1Char(' '))));
    }

    void librarysErrorsBecomeSentences()
    {
        const auto kind = [](const char *words) {
            return toError(QString::fromLatin1(words), QStringLiteral("bastion")).kind;
        };
        const Error mismatch = toError(
            QStringLiteral("kex error : no match for method encryption client->server: server "
                           "[3des-cbc], client [aes256-ctr,aes128-ctr]"),
            QStringLiteral("bastion"));
        QCOMPARE(mismatch.kind, Error::Kind::Unsupported);
        QVERIFY(mismatch.what.contains(QStringLiteral("3des-cbc")));
        QVERIFY(mismatch.what.contains(QStringLiteral("aes256-ctr,aes128-ctr")));
        QVERIFY(mismatch.what.contains(QStringLiteral("bastion")));
        QCOMPARE(kind("Received SSH_MSG_DISCONNECT: 2:Too many authentication failures"),
                 Error::Kind::Auth);
        QCOMPARE(kind("Received SSH_MSG_DISCONNECT: 12:Too many connections"),
                 Error::Kind::Network);
        QCOMPARE(kind("Socket error: Connection reset by peer"), Error::Kind::Network);
        QCOMPARE(kind("Packet len too high(1 2)"), Error::Kind::Protocol);
        QCOMPARE(kind(""), Error::Kind::Protocol);
    }

    void anAgentsAnswerIsReadWithoutTrust()
    {
        const QByteArray key = WireWriter().string("ssh-ed25519").string("x").bytes();
        const QByteArray good = WireWriter()
                                    .byte(12)
                                    .uint32(2)
                                    .string(viewOf(key))
                                    .string("one\x1b[31m")
                                    .string(viewOf(key))
                                    .string("two")
                                    .bytes();
        const auto keys = AgentLink::parseIdentities(viewOf(good));
        QVERIFY(keys.has_value());
        QCOMPARE(keys->size(), 2);
        QVERIFY(!keys->first().comment.contains(QLatin1Char('\x1b')));
        for (qsizetype i = 0; i < good.size(); ++i)
            QVERIFY(!AgentLink::parseIdentities(viewOf(good.left(i))).has_value());
        QVERIFY(
            !AgentLink::parseIdentities(viewOf(WireWriter().byte(12).uint32(0xffffffff).bytes()))
                 .has_value());
        QVERIFY(!AgentLink::parseIdentities(viewOf(QByteArray(1, '\x05'))).has_value());
    }
};

QTEST_GUILESS_MAIN(SshAuditTest)
#include "sshaudit.moc"
