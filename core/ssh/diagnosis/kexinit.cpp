// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssh/diagnosis/kexinit.h"

#include "core/ssh/wire.h"
#include "core/ssh/words.h"

#include <QRandomGenerator>

#include <algorithm>
#include <array>

namespace Portolan::Ssh {

namespace {

constexpr quint32 kMostPacketBytes = 64 * 1024;
constexpr qsizetype kMostNames = 1000;
constexpr qsizetype kMostNameBytes = 64;
constexpr quint64 kCookieBytes = 16;

tl::unexpected<Error> broken(const QString &what, quint64 offset)
{
    return failure(Error::Kind::Protocol, what, tr("At byte %1 of the message.").arg(offset));
}

Result<QStringList> parseNames(WireReader &reader)
{
    const auto offset = reader.offset();
    const auto text = reader.string();
    if (!text)
        return broken(tr("A list of algorithms is longer than its message."), offset);
    if (text->empty())
        return QStringList();
    const auto parts = bytesOf(*text).split(',');
    if (parts.size() > kMostNames)
        return broken(tr("A list of algorithms has too many names."), offset);
    QStringList names;
    for (const QByteArray &part : parts) {
        // An empty name is against RFC 4251, section 5, but libssh 0.10 itself ends its list of
        // ciphers with a comma.
        if (part.isEmpty())
            continue;
        // RFC 4251, section 6: printable US-ASCII, at most 64 characters.
        const bool valid =
            part.size() <= kMostNameBytes &&
            std::all_of(part.cbegin(), part.cend(), [](char c) { return c > 0x20 && c < 0x7f; });
        if (!valid)
            return broken(tr("The name of an algorithm is malformed."), offset);
        names.append(QString::fromLatin1(part));
    }
    return names;
}

QString firstCommon(const QStringList &client, const QStringList &server)
{
    const auto found = std::find_if(client.cbegin(), client.cend(), [&](const QString &name) {
        return !isMarker(name) && server.contains(name);
    });
    return found == client.cend() ? QString() : *found;
}

} // namespace

bool isAead(const QString &cipher)
{
    return cipher.contains(QLatin1String("poly1305")) || cipher.contains(QLatin1String("gcm"));
}

bool isMarker(const QString &name)
{
    return name.startsWith(QLatin1String("ext-info-")) ||
           name.startsWith(QLatin1String("kex-strict-"));
}

Result<KexInit> parseKexInit(std::string_view payload)
{
    WireReader reader(payload);
    const auto type = reader.byte();
    if (!type || *type != kMessageKexInit || !reader.take(kCookieBytes))
        return broken(tr("The first message is not a key exchange offer."), 0);
    std::array<QStringList, 10> lists; // the last two are languages
    for (QStringList &list : lists) {
        auto names = parseNames(reader);
        if (!names)
            return tl::unexpected(std::move(names.error()));
        list = std::move(*names);
    }
    if (!reader.byte() || !reader.uint32())
        return broken(tr("The key exchange offer ends early."), reader.offset());
    return KexInit{lists[0], lists[1], lists[2], lists[3], lists[4], lists[5], lists[6], lists[7]};
}

QByteArray encodeKexInit(const KexInit &lists)
{
    std::array<quint32, kCookieBytes / 4> cookie;
    QRandomGenerator::system()->fillRange(cookie.data(), cookie.size());
    WireWriter writer;
    writer.byte(kMessageKexInit)
        .raw(QByteArray(reinterpret_cast<const char *>(cookie.data()), kCookieBytes));
    for (const QStringList *list :
         {&lists.keyExchange, &lists.hostKeys, &lists.ciphersOut, &lists.ciphersIn, &lists.macsOut,
          &lists.macsIn, &lists.compressionOut, &lists.compressionIn})
        writer.string(viewOf(list->join(QLatin1Char(',')).toLatin1()));
    writer.string({}).string({}).byte(0).uint32(0);
    return writer.bytes();
}

Result<std::optional<PlainPacket>> parsePlainPacket(std::string_view bytes)
{
    WireReader reader(bytes);
    const auto length = reader.uint32();
    if (!length)
        return std::nullopt;
    if (*length < 2 || *length > kMostPacketBytes)
        return broken(tr("A packet claims an impossible length of %1 bytes.").arg(*length), 0);
    const auto padding = reader.byte();
    if (!padding)
        return std::nullopt;
    // RFC 4253, section 6: at least four bytes of padding, within the packet.
    if (*padding < 4 || *padding + 2U > *length)
        return broken(tr("The padding of a packet is malformed."), 4);
    const auto payload = reader.take(*length - *padding - 1);
    if (!payload || !reader.take(*padding))
        return std::nullopt;
    return PlainPacket{bytesOf(*payload), static_cast<qsizetype>(reader.offset())};
}

QByteArray encodePlainPacket(const QByteArray &payload)
{
    constexpr qsizetype kBlock = 8;
    auto padding = kBlock - (payload.size() + 5) % kBlock;
    if (padding < 4)
        padding += kBlock;
    return WireWriter()
        .uint32(static_cast<quint32>(payload.size() + padding + 1))
        .byte(static_cast<quint8>(padding))
        .raw(payload)
        .raw(QByteArray(padding, '\0'))
        .bytes();
}

Agreement agree(const KexInit &client, const KexInit &server)
{
    // RFC 4253, section 7.1: the client's first that the server has too.
    Agreement agreed;
    agreed.keyExchange = firstCommon(client.keyExchange, server.keyExchange);
    agreed.hostKey = firstCommon(client.hostKeys, server.hostKeys);
    agreed.cipherOut = firstCommon(client.ciphersOut, server.ciphersOut);
    agreed.cipherIn = firstCommon(client.ciphersIn, server.ciphersIn);
    if (!isAead(agreed.cipherOut))
        agreed.macOut = firstCommon(client.macsOut, server.macsOut);
    if (!isAead(agreed.cipherIn))
        agreed.macIn = firstCommon(client.macsIn, server.macsIn);
    agreed.compressionOut = firstCommon(client.compressionOut, server.compressionOut);
    agreed.compressionIn = firstCommon(client.compressionIn, server.compressionIn);
    return agreed;
}

bool Agreement::isComplete() const
{
    return !keyExchange.isEmpty() && !hostKey.isEmpty() && !cipherOut.isEmpty() &&
           !cipherIn.isEmpty() && (isAead(cipherOut) || !macOut.isEmpty()) &&
           (isAead(cipherIn) || !macIn.isEmpty()) && !compressionOut.isEmpty() &&
           !compressionIn.isEmpty();
}

} // namespace Portolan::Ssh
