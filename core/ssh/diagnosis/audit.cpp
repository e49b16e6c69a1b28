// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssh/diagnosis/audit.h"

#include "core/ssh/words.h"

#include <QMap>

#include <algorithm>
#include <utility>

namespace Portolan::Ssh {

namespace {

using Severity = Finding::Severity;

struct Rule
{
    AlgorithmList list;
    const char *part; // of the name; a leading '^' is its beginning, a trailing '$' its end
    Grade grade;
    const char *reason;
};

// The first that fits counts.
constexpr Rule kRules[] = {
    // RFC 9142, section 4; draft-ietf-sshm-mlkem-hybrid-kex, draft-ietf-sshm-ntruprime-ssh.
    {AlgorithmList::KeyExchange, "^mlkem", Grade::Strong, ""},
    {AlgorithmList::KeyExchange, "^sntrup761", Grade::Strong, ""},
    {AlgorithmList::KeyExchange, "^sntrup4591761", Grade::Weak, "experimental"},
    {AlgorithmList::KeyExchange, "^curve25519-sha256", Grade::Strong, ""},
    {AlgorithmList::KeyExchange, "^curve448-sha512", Grade::Strong, ""},
    {AlgorithmList::KeyExchange, "group1-sha1", Grade::Broken, "group1"},
    {AlgorithmList::KeyExchange, "^rsa1024", Grade::Broken, "group1"},
    {AlgorithmList::KeyExchange, "-sha1", Grade::Weak, "sha1"},
    {AlgorithmList::KeyExchange, "^ecdh-sha2-nistp", Grade::Fair, ""},
    {AlgorithmList::KeyExchange, "^ecdh-sha2-", Grade::Fair, ""},
    {AlgorithmList::KeyExchange, "^diffie-hellman-group", Grade::Fair, ""},
    {AlgorithmList::KeyExchange, "^gss-", Grade::Fair, ""},
    {AlgorithmList::KeyExchange, "^rsa2048-sha256", Grade::Fair, ""},
    // RFC 8332, RFC 9212; DSA went in OpenSSH 7.0 (off) and 10.0 (out), ssh-rsa in 8.8 (off).
    {AlgorithmList::HostKey, "ssh-dss", Grade::Broken, "dsa"},
    {AlgorithmList::HostKey, "^ssh-rsa", Grade::Weak, "sha1"},
    {AlgorithmList::HostKey, "^x509v3-sign-rsa$", Grade::Weak, "sha1"},
    {AlgorithmList::HostKey, "ed25519", Grade::Strong, ""},
    {AlgorithmList::HostKey, "^ssh-ed448", Grade::Strong, ""},
    {AlgorithmList::HostKey, "^rsa-sha2-", Grade::Strong, ""},
    {AlgorithmList::HostKey, "ecdsa-sha2-nistp", Grade::Fair, ""},
    // RFC 8758; CVE-2016-2183; CBC is off at OpenSSH's servers since 6.7.
    {AlgorithmList::Cipher, "^none$", Grade::Broken, "none"},
    {AlgorithmList::Cipher, "^arcfour", Grade::Broken, "rc4"},
    {AlgorithmList::Cipher, "^des-", Grade::Broken, "des"},
    {AlgorithmList::Cipher, "3des", Grade::Weak, "block64"},
    {AlgorithmList::Cipher, "blowfish", Grade::Weak, "block64"},
    {AlgorithmList::Cipher, "cast128", Grade::Weak, "block64"},
    {AlgorithmList::Cipher, "idea", Grade::Weak, "block64"},
    {AlgorithmList::Cipher, "-cbc", Grade::Weak, "cbc"},
    {AlgorithmList::Cipher, "^chacha20-poly1305", Grade::Strong, ""},
    {AlgorithmList::Cipher, "-gcm@", Grade::Strong, ""},
    {AlgorithmList::Cipher, "AEAD_AES_", Grade::Strong, ""},
    {AlgorithmList::Cipher, "^aes", Grade::Strong, ""}, // counter mode: the others are above
    {AlgorithmList::Cipher, "-ctr", Grade::Fair, ""},
    // OpenSSH turned MD5, RIPEMD and the 96-bit ones off in 6.7 and 7.2.
    {AlgorithmList::Mac, "^none$", Grade::Broken, "none"},
    {AlgorithmList::Mac, "md5", Grade::Weak, "md5"},
    {AlgorithmList::Mac, "ripemd", Grade::Weak, "md5"},
    {AlgorithmList::Mac, "-96", Grade::Weak, "short"},
    {AlgorithmList::Mac, "umac-64", Grade::Fair, "short"},
    {AlgorithmList::Mac, "hmac-sha1", Grade::Fair, "sha1"},
    {AlgorithmList::Mac, "-etm@", Grade::Strong, ""},
    {AlgorithmList::Mac, "hmac-sha2-", Grade::Fair, ""},
    {AlgorithmList::Mac, "umac-128", Grade::Fair, ""},
    {AlgorithmList::Mac, "AEAD_AES_", Grade::Strong, ""},
    // Before the login zlib's code is open to everybody (OpenSSH 7.4 took it out).
    {AlgorithmList::Compression, "^none$", Grade::Strong, ""},
    {AlgorithmList::Compression, "^zlib@openssh.com$", Grade::Strong, ""},
    {AlgorithmList::Compression, "^zlib$", Grade::Fair, "early"},
};

bool fits(const QString &name, QLatin1String part)
{
    const bool atStart = part.startsWith(QLatin1Char('^'));
    const bool atEnd = part.endsWith(QLatin1Char('$'));
    const QLatin1String text = part.mid(atStart ? 1 : 0).chopped(atEnd ? 1 : 0);
    if (atStart && atEnd)
        return name == text;
    return atStart ? name.startsWith(text) : atEnd ? name.endsWith(text) : name.contains(text);
}

QString referenceOf(AlgorithmList list, const QString &reason)
{
    if (list == AlgorithmList::KeyExchange)
        return QStringLiteral("RFC 9142, section 4");
    if (reason == QLatin1String("rc4"))
        return QStringLiteral("RFC 8758");
    if (list == AlgorithmList::HostKey)
        return QStringLiteral("RFC 8332, section 3");
    if (reason == QLatin1String("block64"))
        return QStringLiteral("CVE-2016-2183");
    if (list == AlgorithmList::Mac)
        return QStringLiteral("RFC 6194, RFC 6151");
    return QStringLiteral("RFC 4251, section 9.3");
}

// One finding for each reason, naming all algorithms that it is about.
void judgeList(const KexInit &server, AlgorithmList list, QList<Finding> &findings)
{
    QMap<std::pair<int, QString>, QStringList> named;
    const QStringList names = offered(server, list);
    for (const QString &name : names) {
        const AlgorithmGrade grade = gradeOf(list, name);
        if (grade.grade == Grade::Weak || grade.grade == Grade::Broken ||
            (grade.grade == Grade::Fair && !grade.reason.isEmpty()))
            named[{-static_cast<int>(grade.grade), grade.reason}].append(name);
    }
    for (auto it = named.cbegin(); it != named.cend(); ++it) {
        const auto grade = static_cast<Grade>(-it.key().first);
        const QString all = it.value().join(QStringLiteral(", "));
        findings.append({QStringLiteral("ssh.%1.%2").arg(listName(list), it.key().second),
                         grade == Grade::Broken ? Severity::Error
                         : grade == Grade::Weak ? Severity::Warning
                                                : Severity::Info,
                         {all},
                         all,
                         {},
                         referenceOf(list, it.key().second)});
    }
}

// CVE-2023-48795: sequence numbers can be shifted under ChaCha20-Poly1305 and under CBC with
// encrypt-then-MAC, unless both sides keep the strict key exchange.
bool isOpenToTerrapin(const QStringList &ciphers, const QStringList &macs)
{
    const auto has = [](const QStringList &list, QLatin1String part) {
        return std::any_of(list.cbegin(), list.cend(),
                           [&](const QString &name) { return name.contains(part); });
    };
    return has(ciphers, QLatin1String("chacha20-poly1305")) ||
           (has(ciphers, QLatin1String("-cbc")) && has(macs, QLatin1String("-etm@")));
}

void judgeTerrapin(const AuditFacts &facts, const Agreement &agreed, QList<Finding> &findings)
{
    const QString reference = QStringLiteral("CVE-2023-48795");
    const QStringList ciphers = offered(facts.server, AlgorithmList::Cipher);
    const QStringList macs = offered(facts.server, AlgorithmList::Mac);
    if (facts.server.keyExchange.contains(QStringLiteral("kex-strict-s-v00@openssh.com"))) {
        findings.append({QStringLiteral("ssh.terrapin.strict"),
                         Severity::Ok,
                         {},
                         QStringLiteral("kex-strict-s-v00@openssh.com"),
                         {},
                         reference});
    } else if (!isOpenToTerrapin(ciphers, macs)) {
        findings.append({QStringLiteral("ssh.terrapin.unaffected"),
                         Severity::Ok,
                         {},
                         ciphers.join(QStringLiteral(", ")),
                         {},
                         reference});
    } else {
        const bool ours =
            isOpenToTerrapin({agreed.cipherOut, agreed.cipherIn}, {agreed.macOut, agreed.macIn});
        findings.append(
            {ours ? QStringLiteral("ssh.terrapin.open") : QStringLiteral("ssh.terrapin.others"),
             Severity::Warning,
             {agreed.cipherOut},
             ciphers.join(QStringLiteral(", ")),
             {},
             reference});
    }
}

} // namespace

AlgorithmGrade gradeOf(AlgorithmList list, const QString &name)
{
    const auto rule = std::find_if(std::begin(kRules), std::end(kRules), [&](const Rule &each) {
        return each.list == list && fits(name, QLatin1String(each.part));
    });
    if (rule == std::end(kRules))
        return {};
    return {rule->grade, QString::fromLatin1(rule->reason)};
}

QString gradeName(Grade grade)
{
    switch (grade) {
    case Grade::Strong:
        return QStringLiteral("strong");
    case Grade::Fair:
        return QStringLiteral("fair");
    case Grade::Weak:
        return QStringLiteral("weak");
    case Grade::Broken:
        return QStringLiteral("broken");
    case Grade::Unknown:
        break;
    }
    return QStringLiteral("unknown");
}

QString listName(AlgorithmList list)
{
    switch (list) {
    case AlgorithmList::KeyExchange:
        return QStringLiteral("kex");
    case AlgorithmList::HostKey:
        return QStringLiteral("host_key");
    case AlgorithmList::Cipher:
        return QStringLiteral("cipher");
    case AlgorithmList::Mac:
        return QStringLiteral("mac");
    case AlgorithmList::Compression:
        break;
    }
    return QStringLiteral("compression");
}

bool isQuantumSafe(const QString &name)
{
    // Hybrids of a lattice scheme and a curve, as OpenSSH prefers since 9.0 and 10.0.
    return name.startsWith(QLatin1String("mlkem")) || name.startsWith(QLatin1String("sntrup761"));
}

QStringList offered(const KexInit &lists, AlgorithmList list)
{
    QStringList names;
    switch (list) {
    case AlgorithmList::KeyExchange:
        std::copy_if(lists.keyExchange.cbegin(), lists.keyExchange.cend(),
                     std::back_inserter(names),
                     [](const QString &name) { return !isMarker(name); });
        break;
    case AlgorithmList::HostKey:
        names = lists.hostKeys;
        break;
    case AlgorithmList::Cipher:
        names = lists.ciphersOut + lists.ciphersIn;
        break;
    case AlgorithmList::Mac:
        names = lists.macsOut + lists.macsIn;
        break;
    case AlgorithmList::Compression:
        names = lists.compressionOut + lists.compressionIn;
        break;
    }
    names.removeDuplicates();
    return names;
}

QList<Finding> judge(const AuditFacts &facts)
{
    QList<Finding> findings;
    // RFC 4253, section 5.1: 1.99 is a server that speaks both.
    if (!facts.banner.startsWith(QLatin1String("SSH-2.0-")))
        findings.append({QStringLiteral("ssh.version1"),
                         Severity::Error,
                         {facts.banner},
                         facts.banner,
                         {},
                         QStringLiteral("RFC 4253, section 5.1")});

    const Agreement agreed = agree(facts.own, facts.server);
    if (agreed.isComplete()) {
        QStringList parts = {agreed.keyExchange, agreed.hostKey, agreed.cipherOut};
        if (!agreed.macOut.isEmpty())
            parts.append(agreed.macOut);
        findings.append({QStringLiteral("ssh.agreed"),
                         Severity::Ok,
                         {parts.join(QStringLiteral(", "))},
                         parts.join(QStringLiteral(", ")),
                         {},
                         QStringLiteral("RFC 4253, section 7.1")});
    } else {
        QStringList missing;
        const auto check = [&](const QString &name, AlgorithmList list) {
            if (name.isEmpty())
                missing.append(listName(list));
        };
        check(agreed.keyExchange, AlgorithmList::KeyExchange);
        check(agreed.hostKey, AlgorithmList::HostKey);
        check(agreed.cipherOut, AlgorithmList::Cipher);
        if (!isAead(agreed.cipherOut))
            check(agreed.macOut, AlgorithmList::Mac);
        findings.append({QStringLiteral("ssh.disagreed"),
                         Severity::Error,
                         {missing.join(QStringLiteral(", "))},
                         missing.join(QStringLiteral(", ")),
                         {},
                         QStringLiteral("RFC 4253, section 7.1")});
    }
    for (const auto list : {AlgorithmList::KeyExchange, AlgorithmList::HostKey,
                            AlgorithmList::Cipher, AlgorithmList::Mac, AlgorithmList::Compression})
        judgeList(facts.server, list, findings);
    judgeTerrapin(facts, agreed, findings);

    const QStringList exchanges = offered(facts.server, AlgorithmList::KeyExchange);
    QStringList safe;
    std::copy_if(exchanges.cbegin(), exchanges.cend(), std::back_inserter(safe), isQuantumSafe);
    const QString all = safe.join(QStringLiteral(", "));
    if (safe.isEmpty())
        findings.append({QStringLiteral("ssh.quantum.none"),
                         Severity::Info,
                         {},
                         exchanges.join(QStringLiteral(", ")),
                         {},
                         QStringLiteral("OpenSSH 10.1 release notes")});
    else if (!isQuantumSafe(agreed.keyExchange))
        findings.append({QStringLiteral("ssh.quantum.server"),
                         Severity::Info,
                         {all},
                         all,
                         {},
                         QStringLiteral("OpenSSH 10.1 release notes")});
    else
        findings.append({QStringLiteral("ssh.quantum.agreed"), Severity::Ok, {all}, all, {}, {}});

    if (facts.rsaBits) {
        // NIST SP 800-57 part 1, table 2: 2048 bits are 112 bits of strength, 3072 are 128.
        const int bits = *facts.rsaBits;
        const bool isShort = bits < 2048;
        findings.append({isShort       ? QStringLiteral("ssh.rsa.short")
                         : bits < 3072 ? QStringLiteral("ssh.rsa.fair")
                                       : QStringLiteral("ssh.rsa.good"),
                         isShort       ? Severity::Error
                         : bits < 3072 ? Severity::Info
                                       : Severity::Ok,
                         {QString::number(bits)},
                         facts.rsaSha256,
                         {},
                         QStringLiteral("NIST SP 800-57 part 1, table 2")});
    }
    if (facts.groupBits)
        findings.append({*facts.groupBits < 2048 ? QStringLiteral("ssh.group.short")
                                                 : QStringLiteral("ssh.group.good"),
                         *facts.groupBits < 2048 ? Severity::Error : Severity::Ok,
                         {QString::number(*facts.groupBits)},
                         QString::number(*facts.groupBits),
                         {},
                         QStringLiteral("RFC 8270")});
    std::stable_sort(findings.begin(), findings.end(),
                     [](const Finding &a, const Finding &b) { return a.severity > b.severity; });
    return findings;
}

} // namespace Portolan::Ssh
