// SPDX-License-Identifier: GPL-3.0-or-later
// Answers under NTS: anything at all, and anything that a server with the right keys may encrypt.
#include "core/ntp/nts/association.h"
#include "core/ntp/nts/records.h"
#include "core/ntp/nts/siv.h"

#include <QtEndian>

#include <cstdlib>

using namespace Portolan;
using namespace Portolan::Ntp;

namespace {

void check(bool condition)
{
    if (!condition)
        std::abort();
}

const QByteArray kUniqueBytes(32, 'u');
const std::string kToClient(32, 's');

// As a server makes it: header, identifier, and `inside` encrypted.
QByteArray sealed(const QByteArray &inside)
{
    Header header;
    header.mode = Mode::Server;
    QByteArray bytes = encodeHeader(header) + encodeExtension(Nts::kUniqueId, kUniqueBytes);
    const QByteArray nonce(16, 'n');
    const auto text = Nts::sealSiv(kToClient, {bytes, nonce}, inside);
    check(text.has_value());
    QByteArray body(4, '\0');
    qToBigEndian(quint16(16), body.data());
    qToBigEndian(static_cast<quint16>(text->size()), body.data() + 2);
    return bytes + encodeExtension(Nts::kAuthenticator, body + nonce + *text, 28);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const QByteArray data(reinterpret_cast<const char *>(bytes), static_cast<qsizetype>(size));
    const auto fresh = [] {
        return Nts::Association(Secret(std::string(32, 'c')), Secret(kToClient),
                                {QByteArray(100, '1')});
    };
    if (const auto packet = decodePacket(data)) {
        Nts::Association association = fresh();
        check(association.check(data, *packet, kUniqueBytes) != Nts::Protection::Good);
        check(association.cookies() == 1);
        static_cast<void>(association.check(data, *packet, {}));
    }
    const QByteArray whole = sealed(data.left(60'000));
    if (const auto packet = decodePacket(whole)) {
        Nts::Association association = fresh();
        check(packet->flaw == PacketFlaw::None);
        check(association.check(whole, *packet, kUniqueBytes) == Nts::Protection::Good);
        check(association.cookies() >= 1 && association.cookies() <= Nts::kMostCookies);
        // What came in can be sent, each cookie once.
        int sent = 0;
        const int had = association.cookies();
        while (association.protect(Header{}))
            ++sent;
        check(sent == had);
    }
    return 0;
}
