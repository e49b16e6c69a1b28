// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>

namespace Portolan::Ssh {

// An OpenSSH certificate of a key. Pure, any thread; nothing is verified here, that is the server's
// part. Source: OpenSSH's PROTOCOL.certkeys.
struct Certificate
{
    QByteArray blob;
    QByteArray type;      // "ssh-ed25519-cert-v01@openssh.com"
    QByteArray publicKey; // the blob of the key that it is about, without the certificate
    quint64 serial = 0;
    bool isForHost = false;
    QString keyId;          // the authority's words
    QStringList principals; // empty: OpenSSH's servers accept it for nobody
    quint64 validAfter = 0; // seconds since 1970
    quint64 validBefore = 0;
    QStringList criticalOptions; // "force-command", "source-address", ...
    QByteArray authority;        // the blob of the key that signed
};

[[nodiscard]] bool isCertificateType(const QByteArray &keyType);
// From a key blob of a stranger; nothing when it is no certificate, or a broken one.
[[nodiscard]] std::optional<Certificate> parseCertificate(const QByteArray &blob);

// Why a server will not accept it for this user, as sentences; `name` is how to call it. Servers
// have clocks and rules of their own, so this explains and decides nothing.
[[nodiscard]] QStringList problemsOf(const Certificate &certificate, const QString &name,
                                     const QString &user, const QDateTime &now);

} // namespace Portolan::Ssh
