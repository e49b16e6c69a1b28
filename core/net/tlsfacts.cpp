// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/tlsfacts.h"

#include <QCoreApplication>
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

QString tlsProblem(const QSslError &error)
{
    const auto words = [](const char *text) {
        return QCoreApplication::translate("Portolan::Net::TlsProblem", text);
    };
    switch (error.error()) {
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return words(QT_TRANSLATE_NOOP("Portolan::Net::TlsProblem",
                                       "It was issued by an authority that is not trusted here, or "
                                       "an intermediate certificate is missing."));
    case QSslError::SelfSignedCertificate:
        return words(QT_TRANSLATE_NOOP("Portolan::Net::TlsProblem", "It is signed by itself."));
    case QSslError::SelfSignedCertificateInChain:
        return words(
            QT_TRANSLATE_NOOP("Portolan::Net::TlsProblem",
                              "The authority at the end of its chain is not trusted here."));
    case QSslError::CertificateExpired:
        return words(QT_TRANSLATE_NOOP("Portolan::Net::TlsProblem", "It has expired."));
    case QSslError::CertificateNotYetValid:
        return words(QT_TRANSLATE_NOOP("Portolan::Net::TlsProblem", "It is not valid yet."));
    case QSslError::CertificateRevoked:
        return words(QT_TRANSLATE_NOOP("Portolan::Net::TlsProblem", "It was revoked."));
    case QSslError::InvalidPurpose:
        return words(
            QT_TRANSLATE_NOOP("Portolan::Net::TlsProblem", "It was not issued for a server."));
    case QSslError::InvalidCaCertificate:
        return words(QT_TRANSLATE_NOOP("Portolan::Net::TlsProblem",
                                       "It was issued by a certificate that may issue none."));
    case QSslError::HostNameMismatch:
        return words(
            QT_TRANSLATE_NOOP("Portolan::Net::TlsProblem", "It was issued for another host name."));
    case QSslError::CertificateSignatureFailed:
        return words(QT_TRANSLATE_NOOP("Portolan::Net::TlsProblem", "Its signature is wrong."));
    default:
        return error.errorString();
    }
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
        facts.problems.append(tlsProblem(error));
    facts.problems.removeDuplicates();
    facts.trusted = errors.isEmpty();
    facts.clientCertificate = !agreed.localCertificate().isNull();
    return facts;
}

} // namespace Portolan::Net
