// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QStringList>

#include <optional>
#include <string_view>

namespace Portolan::Ssh {

// What one side of an SSH connection offers at the start, and the packets that carry it before
// encryption. Pure; bounded against hostile input: packets of 64 KiB, names of 64 characters (RFC
// 4251, section 6), 1000 names a list.
// Source: RFC 4253, sections 6, 7.1 and 11.1.
struct KexInit
{
    QStringList keyExchange; // with the markers ext-info-* and kex-strict-*
    QStringList hostKeys;
    QStringList ciphersOut; // client to server
    QStringList ciphersIn;
    QStringList macsOut;
    QStringList macsIn;
    QStringList compressionOut;
    QStringList compressionIn;

    friend bool operator==(const KexInit &, const KexInit &) = default;
};

constexpr quint8 kMessageDisconnect = 1;
constexpr quint8 kMessageIgnore = 2;
constexpr quint8 kMessageUnimplemented = 3;
constexpr quint8 kMessageDebug = 4;
constexpr quint8 kMessageKexInit = 20;

// `payload` begins with the message number 20.
[[nodiscard]] Result<KexInit> parseKexInit(std::string_view payload);
[[nodiscard]] QByteArray encodeKexInit(const KexInit &lists);

// The first packet in `bytes` and how long it is with everything around it; nothing: more is
// needed.
struct PlainPacket
{
    QByteArray payload;
    qsizetype size = 0;
};
[[nodiscard]] Result<std::optional<PlainPacket>> parsePlainPacket(std::string_view bytes);
[[nodiscard]] QByteArray encodePlainPacket(const QByteArray &payload);

// What a client and a server agree on; a field is empty where they have nothing in common. With an
// AEAD cipher the MAC is part of it and its field is empty.
struct Agreement
{
    QString keyExchange;
    QString hostKey;
    QString cipherOut;
    QString cipherIn;
    QString macOut;
    QString macIn;
    QString compressionOut;
    QString compressionIn;

    [[nodiscard]] bool isComplete() const;
};
[[nodiscard]] Agreement agree(const KexInit &client, const KexInit &server);

[[nodiscard]] bool isAead(const QString &cipher);
// ext-info-c, kex-strict-s-v00@openssh.com, ...: in the list, but no algorithm.
[[nodiscard]] bool isMarker(const QString &keyExchange);

} // namespace Portolan::Ssh
