// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/tlsfacts.h"

#include <QCryptographicHash>
#include <QSslCertificate>
#include <QSslCipher>
#include <QSslConfiguration>
#include <QSslError>
#include <QSslKey>

namespace Portolan::Net {

namespace {

QString nameOf(const QList<QByteArray> &attributes, const QSslCertificate &of, bool subject)
{
    QStringList parts;
    for (const QByteArray &attribute : attributes) {
        const QStringList values = subject ? of.subjectInfo(attribute) : of.issuerInfo(attribute);
        for (const QString &value : values)
            parts.append(QString::fromLatin1(attribute) + QLatin1Char('=') + value);
    }
    return parts.join(QStringLiteral(", "));
}

QString keyOf(const QSslCertificate &certificate)
{
    const QSslKey key = certificate.publicKey();
    switch (key.algorithm()) {
    case QSsl::Rsa:
        return QStringLiteral("RSA %1").arg(key.length());
    case QSsl::Ec:
        return QStringLiteral("EC %1").arg(key.length());
    case QSsl::Dsa:
        return QStringLiteral("DSA %1").arg(key.length());
    default:
        return {};
    }
}

QString protocolName(QSsl::SslProtocol protocol)
{
    switch (protocol) {
    case QSsl::TlsV1_2:
        return QStringLiteral("TLS 1.2");
    case QSsl::TlsV1_3:
        return QStringLiteral("TLS 1.3");
    default:
        return {};
    }
}

} // namespace

CertificateFacts certificateFacts(const QSslCertificate &certificate)
{
    CertificateFacts facts;
    facts.subject = nameOf(certificate.subjectInfoAttributes(), certificate, true);
    facts.issuer = nameOf(certificate.issuerInfoAttributes(), certificate, false);
    const auto names = certificate.subjectAlternativeNames();
    for (const QString &name : names)
        facts.names.append(name);
    facts.notBefore = certificate.effectiveDate();
    facts.notAfter = certificate.expiryDate();
    facts.key = keyOf(certificate);
    facts.sha256 = certificate.digest(QCryptographicHash::Sha256);
    facts.pem = certificate.toPem();
    return facts;
}

TlsFacts tlsFacts(const QSslConfiguration &agreed, const QList<QSslError> &errors)
{
    TlsFacts facts;
    facts.protocol = protocolName(agreed.sessionProtocol());
    facts.cipher = agreed.sessionCipher().name();
    facts.alpn = QString::fromLatin1(agreed.nextNegotiatedProtocol());
    const auto chain = agreed.peerCertificateChain();
    for (const QSslCertificate &certificate : chain)
        facts.chain.append(certificateFacts(certificate));
    for (const QSslError &error : errors)
        facts.problems.append(error.errorString());
    facts.problems.removeDuplicates();
    facts.trusted = errors.isEmpty();
    facts.clientCertificate = !agreed.localCertificate().isNull();
    return facts;
}

} // namespace Portolan::Net
