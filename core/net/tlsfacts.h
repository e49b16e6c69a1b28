// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

class QSslCertificate;
class QSslConfiguration;
class QSslError;

namespace Portolan::Net {

// What a TLS handshake showed. Plain values, any thread; everything in them is public.

struct CertificateFacts
{
    QString subject; // "CN=broker, O=..."
    QString issuer;
    QStringList names; // subjectAltName: DNS names and addresses
    QDateTime notBefore;
    QDateTime notAfter;
    QString key;       // "EC 256", "RSA 2048"
    QByteArray sha256; // of the DER form
    QByteArray pem;

    friend bool operator==(const CertificateFacts &, const CertificateFacts &) = default;
};

struct TlsFacts
{
    QString protocol; // "TLS 1.3"
    QString cipher;
    QString alpn;                   // what was agreed; empty: nothing
    QList<CertificateFacts> chain;  // the peer's first
    QStringList problems;           // what is wrong with the chain, one sentence each
    bool trusted = false;           // no problem, or pinned
    bool clientCertificate = false; // one was at hand; whether it was asked for, TLS does not say
    QString serverName;             // what was asked for and checked

    friend bool operator==(const TlsFacts &, const TlsFacts &) = default;
};

[[nodiscard]] CertificateFacts certificateFacts(const QSslCertificate &certificate);
// What is wrong, in one sentence for a person.
[[nodiscard]] QString tlsProblem(const QSslError &error);
[[nodiscard]] TlsFacts tlsFacts(const QSslConfiguration &agreed, const QList<QSslError> &errors);

} // namespace Portolan::Net
