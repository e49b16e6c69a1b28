// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace Portolan::Ssh {

// Which keys of which hosts are known: reads OpenSSH's known_hosts files and adds lines to them.
// Plain values, any thread; file access blocks for as long as the disk takes, so not on a GUI
// thread. Never rewrites or removes a line: a file that also other programs write is only appended
// to. Lines that cannot be understood are skipped, as OpenSSH does.
// Source: sshd(8), SSH_KNOWN_HOSTS FILE FORMAT; hashed names are |1|salt|HMAC-SHA1(salt, name).

struct KnownHost
{
    enum class Marker { None, CertificateAuthority, Revoked };

    QString file;
    int line = 0; // from 1
    Marker marker = Marker::None;
    QByteArray names; // the first field, as written
    QByteArray keyType;
    QByteArray key; // the blob of RFC 4253, section 6.6, decoded
    QByteArray comment;
};

struct HostKeyVerdict
{
    enum class Status {
        Known,          // this very key
        Unknown,        // nothing is known of the host
        OtherAlgorithm, // only keys of other algorithms are known
        Changed,        // another key of the same algorithm is known
        Revoked,        // this very key is marked @revoked
    };
    Status status = Status::Unknown;
    QList<KnownHost> entries = {};     // Known, Revoked: the line; else all keys of the host
    QList<KnownHost> authorities = {}; // @cert-authority lines for the host
};

class KnownHosts
{
    Q_DECLARE_TR_FUNCTIONS(Portolan::Ssh)
public:
    // Files that do not exist are empty; one that cannot be read is a Local error.
    [[nodiscard]] static Result<KnownHosts> read(const QStringList &files);
    // For tests and for text that is already in memory.
    [[nodiscard]] static KnownHosts parse(const QByteArray &text, const QString &file = {});

    [[nodiscard]] HostKeyVerdict judge(const QString &host, quint16 port, const QByteArray &keyType,
                                       const QByteArray &key) const;
    // All lines that name the host, markers included, as ssh-keygen -F finds them.
    [[nodiscard]] QList<KnownHost> find(const QString &host, quint16 port) const;
    // Key types known for the host, to be asked for first: "ssh-ed25519", ...
    [[nodiscard]] QList<QByteArray> keyTypes(const QString &host, quint16 port) const;
    [[nodiscard]] const QList<KnownHost> &entries() const { return m_entries; }

private:
    QList<KnownHost> m_entries;
};

// "bastion", or "[bastion]:2222" where the port is not 22; lower case.
[[nodiscard]] QByteArray knownHostName(const QString &host, quint16 port);
// Whether a names field (patterns with * ? and !, or one hashed name) is about the host.
[[nodiscard]] bool namesMatch(const QByteArray &names, const QByteArray &knownHostName);

// Appends one line in a single write; makes the file (0600) and its folder (0700) where missing.
[[nodiscard]] Result<> appendKnownHost(const QString &file, const QString &host, quint16 port,
                                       const QByteArray &keyType, const QByteArray &key,
                                       bool hashName = false);

// "SHA256:" and unpadded base64, as ssh-keygen -l prints it.
[[nodiscard]] QString fingerprintSha256(const QByteArray &key);
[[nodiscard]] QString fingerprintMd5(const QByteArray &key);
// The picture of ssh-keygen -lv: 11 lines joined by line feeds.
[[nodiscard]] QString randomart(const QByteArray &key, const QString &title);
// The type named inside a key blob; empty when it is malformed.
[[nodiscard]] QByteArray keyTypeOfBlob(const QByteArray &key);
// RSA and DSA modulus bits, the curve's size otherwise; 0 when unknown.
[[nodiscard]] int keyBitsOfBlob(const QByteArray &key);

} // namespace Portolan::Ssh
