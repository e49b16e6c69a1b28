// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace Portolan::Ssh {

// What can be said of a private key file without its passphrase. Pure.
// Sources: OpenSSH's PROTOCOL.key; RFC 1421 (Proc-Type); RFC 5958; PuTTY's manual, appendix C.
struct KeyFile
{
    enum class Format {
        OpenSsh,
        Pem,   // PKCS#1, SEC 1
        Pkcs8, // BEGIN PRIVATE KEY, BEGIN ENCRYPTED PRIVATE KEY
        Putty,
        PublicKey, // the .pub file by mistake
        Unknown,
    };
    Format format = Format::Unknown;
    bool encrypted = false;
    QByteArray publicKey; // the blob; empty where only the passphrase would show it
};

[[nodiscard]] KeyFile parseKeyFile(const QByteArray &text);
// The blob of a one-line public key ("ssh-ed25519 AAAA... comment"); empty when it is none.
[[nodiscard]] QByteArray parsePublicKeyLine(const QByteArray &text);

} // namespace Portolan::Ssh
