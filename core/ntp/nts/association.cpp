// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ntp/nts/association.h"

#include "core/ntp/nts/records.h"
#include "core/ntp/nts/siv.h"
#include "core/ntp/refid.h"

#include <openssl/crypto.h>
#include <openssl/rand.h>

#include <QtEndian>

#include <algorithm>

namespace Portolan::Ntp::Nts {

namespace {

constexpr int kUniqueIdSize = 32;
constexpr int kNonceSize = 16;
constexpr int kSivSize = 16;
constexpr int kLeastId = 32; // RFC 8915, section 5.3
constexpr int kPadding = 4;  // of nonce and ciphertext, each
// What goes in front of the authenticator of 40 bytes, so that the answer, which is as long as the
// request, passes every way in one piece: IPv6 carries 1,280 bytes with 48 of its own and UDP's
// (RFC 8200, section 5; RFC 8915, section 5.7).
constexpr int kMostUnsealed = 1280 - 48 - 40;

QByteArray randomBytes(int size)
{
    QByteArray bytes(size, '\0');
    if (RAND_bytes(reinterpret_cast<unsigned char *>(bytes.data()), size) != 1)
        return {};
    return bytes;
}

QByteArray padded(const QByteArray &bytes)
{
    return bytes + QByteArray((kPadding - bytes.size() % kPadding) % kPadding, '\0');
}

struct Sealed
{
    QByteArray nonce;
    QByteArray ciphertext;
};

// RFC 8915, section 5.6: two lengths, then nonce and ciphertext, each padded to a word.
std::optional<Sealed> readAuthenticator(const QByteArray &body)
{
    if (body.size() < 4)
        return std::nullopt;
    const qsizetype nonce = qFromBigEndian<quint16>(body.constData());
    const qsizetype text = qFromBigEndian<quint16>(body.constData() + 2);
    const qsizetype textAt = 4 + (nonce + kPadding - 1) / kPadding * kPadding;
    if (nonce == 0 || text < kSivSize || textAt + text > body.size())
        return std::nullopt;
    return Sealed{body.mid(4, nonce), body.mid(textAt, text)};
}

} // namespace

Association::Association(Secret clientToServer, Secret serverToClient, QList<QByteArray> cookies)
    : m_clientToServer(std::move(clientToServer))
    , m_serverToClient(std::move(serverToClient))
    , m_cookies(std::move(cookies))
{
}

std::optional<ProtectedRequest> Association::protect(const Header &header)
{
    if (m_cookies.isEmpty())
        return std::nullopt;
    ProtectedRequest request;
    request.uniqueId = randomBytes(kUniqueIdSize);
    const QByteArray nonce = randomBytes(kNonceSize);
    if (request.uniqueId.isEmpty() || nonce.isEmpty())
        return std::nullopt;
    // Whether or not the request arrives, its cookie has been seen on the way.
    const QByteArray cookie = m_cookies.takeFirst();
    request.bytes = encodeHeader(header);
    request.bytes += encodeExtension(kUniqueId, request.uniqueId);
    request.bytes += encodeExtension(kCookie, cookie);
    // The answer brings one by itself (section 5.7).
    const QByteArray placeholder =
        encodeExtension(kCookiePlaceholder, QByteArray(cookie.size(), '\0'));
    for (qsizetype have = m_cookies.size() + 1;
         have < kMostCookies && request.bytes.size() + placeholder.size() <= kMostUnsealed; ++have)
        request.bytes += placeholder;
    const auto sealed = sealSiv(m_clientToServer.reveal(), {request.bytes, nonce}, {});
    if (!sealed)
        return std::nullopt;
    QByteArray body(4, '\0');
    qToBigEndian(static_cast<quint16>(nonce.size()), body.data());
    qToBigEndian(static_cast<quint16>(sealed->size()), body.data() + 2);
    request.bytes += encodeExtension(kAuthenticator, body + padded(nonce) + padded(*sealed));
    return request;
}

Protection Association::check(const QByteArray &bytes, const Packet &packet,
                              const QByteArray &uniqueId)
{
    const ExtensionField *const id = packet.extension(kUniqueId);
    const bool isOurs = id && id->body.size() >= kLeastId && id->body.size() >= uniqueId.size() &&
                        !uniqueId.isEmpty() &&
                        CRYPTO_memcmp(id->body.constData(), uniqueId.constData(),
                                      static_cast<std::size_t>(uniqueId.size())) == 0;
    if (id && !isOurs)
        return Protection::OtherId;
    const ExtensionField *const authenticator = packet.extension(kAuthenticator);
    if (!authenticator) {
        // A NAK cannot be authentic: the identifier alone shows that it answers us.
        const bool isNak = isOurs && packet.header.stratum == 0 &&
                           refidLetters(packet.header.refid) == QLatin1String("NTSN");
        return isNak ? Protection::Nak : Protection::Missing;
    }
    // What is not in front of the authenticator is not protected (section 5.7).
    if (!isOurs || id->offset > authenticator->offset)
        return Protection::Missing;
    const auto sealed = readAuthenticator(authenticator->body);
    if (!sealed)
        return Protection::Wrong;
    const auto plain =
        openSiv(m_serverToClient.reveal(), {bytes.left(authenticator->offset), sealed->nonce},
                sealed->ciphertext);
    if (!plain)
        return Protection::Wrong;
    // Extension fields once more, without a header in front.
    qsizetype offset = 0;
    while (plain->size() - offset >= 4) {
        const quint16 type = qFromBigEndian<quint16>(plain->constData() + offset);
        const qsizetype length = qFromBigEndian<quint16>(plain->constData() + offset + 2);
        if (length < 4 || length > plain->size() - offset)
            break;
        if (type == kCookie && length > 4 && length - 4 <= kMostCookie &&
            m_cookies.size() < kMostCookies)
            m_cookies.append(plain->mid(offset + 4, length - 4));
        offset += length;
    }
    return Protection::Good;
}

} // namespace Portolan::Ntp::Nts
