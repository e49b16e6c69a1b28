// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssh/keys/certificate.h"

#include "core/ssh/wire.h"
#include "core/ssh/words.h"

#include <QLocale>

namespace Portolan::Ssh {

namespace {

constexpr char kEnding[] = "-cert-v01@openssh.com";
constexpr quint32 kUser = 1;
constexpr quint32 kHost = 2;
constexpr int kMostNames = 256; // OpenSSH's SSHKEY_CERT_MAX_PRINCIPALS

struct Kind
{
    const char *plain;
    int fields; // strings of the public key
};
constexpr Kind kKinds[] = {
    {"ssh-ed25519", 1},
    {"ssh-rsa", 2},
    {"ecdsa-sha2-nistp256", 2},
    {"ecdsa-sha2-nistp384", 2},
    {"ecdsa-sha2-nistp521", 2},
    {"sk-ssh-ed25519", 2},
    {"sk-ecdsa-sha2-nistp256", 3},
};

std::optional<quint64> uint64(WireReader &reader)
{
    const auto high = reader.uint32();
    const auto low = reader.uint32();
    if (!high || !low)
        return std::nullopt;
    return (quint64(*high) << 32U) | *low;
}

// A list inside a string; `step` is 2 for names with values.
std::optional<QStringList> names(std::string_view list, int step)
{
    QStringList all;
    WireReader reader(list);
    while (reader.left() > 0) {
        const auto name = reader.string();
        if (!name || all.size() >= kMostNames || (step == 2 && !reader.string()))
            return std::nullopt;
        all.append(plainLine(QString::fromUtf8(bytesOf(*name)), 100));
    }
    return all;
}

QString dateOf(quint64 seconds)
{
    return QLocale().toString(QDateTime::fromSecsSinceEpoch(static_cast<qint64>(seconds)),
                              QLocale::ShortFormat);
}

} // namespace

bool isCertificateType(const QByteArray &keyType)
{
    return keyType.endsWith(kEnding);
}

std::optional<Certificate> parseCertificate(const QByteArray &blob)
{
    WireReader reader(viewOf(blob));
    const auto type = reader.string();
    if (!type || !isCertificateType(bytesOf(*type)) || !reader.string()) // and a nonce
        return std::nullopt;
    Certificate certificate;
    certificate.blob = blob;
    certificate.type = bytesOf(*type);
    QByteArray plain = certificate.type.chopped(qsizetype(sizeof(kEnding) - 1));
    int fields = 0;
    for (const Kind &kind : kKinds) {
        if (plain == kind.plain)
            fields = kind.fields;
    }
    if (fields == 0)
        return std::nullopt;
    if (plain.startsWith("sk-"))
        plain += "@openssh.com";
    WireWriter key;
    key.string(viewOf(plain));
    for (int i = 0; i < fields; ++i) {
        const auto field = reader.string();
        if (!field)
            return std::nullopt;
        key.string(*field);
    }
    certificate.publicKey = key.bytes();
    const auto serial = uint64(reader);
    const auto kind = reader.uint32();
    const auto keyId = reader.string();
    const auto principals = reader.string();
    const auto after = uint64(reader);
    const auto before = uint64(reader);
    const auto critical = reader.string();
    const auto extensions = reader.string();
    const auto reserved = reader.string();
    const auto authority = reader.string();
    const auto signature = reader.string();
    if (!serial || !kind || (*kind != kUser && *kind != kHost) || !keyId || !principals || !after ||
        !before || !critical || !extensions || !reserved || !authority || !signature)
        return std::nullopt;
    const auto principalNames = names(*principals, 1);
    const auto optionNames = names(*critical, 2);
    if (!principalNames || !optionNames)
        return std::nullopt;
    certificate.serial = *serial;
    certificate.isForHost = *kind == kHost;
    certificate.keyId = plainLine(QString::fromUtf8(bytesOf(*keyId)), 200);
    certificate.principals = *principalNames;
    certificate.validAfter = *after;
    certificate.validBefore = *before;
    certificate.criticalOptions = *optionNames;
    certificate.authority = bytesOf(*authority);
    return certificate;
}

QStringList problemsOf(const Certificate &certificate, const QString &name, const QString &user,
                       const QDateTime &now)
{
    QStringList problems;
    const auto seconds = static_cast<quint64>(std::max<qint64>(0, now.toSecsSinceEpoch()));
    if (certificate.isForHost)
        problems.append(tr("The certificate %1 is for a host, not for a user.").arg(name));
    if (seconds >= certificate.validBefore)
        problems.append(tr("The certificate %1 expired on %2. Ask who issued it for a new one.")
                            .arg(name, dateOf(certificate.validBefore)));
    if (seconds < certificate.validAfter)
        problems.append(tr("The certificate %1 is not valid before %2. This computer's clock says "
                           "%3.")
                            .arg(name, dateOf(certificate.validAfter), dateOf(seconds)));
    if (certificate.principals.isEmpty())
        problems.append(tr("The certificate %1 names nobody who may log in with it.").arg(name));
    else if (!certificate.principals.contains(user))
        problems.append(tr("The certificate %1 is for %2, not for %3, unless the server maps the "
                           "names (AuthorizedPrincipalsFile).")
                            .arg(name, certificate.principals.join(QStringLiteral(", ")), user));
    return problems;
}

} // namespace Portolan::Ssh
