// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ntp/packet.h"

#include <QtEndian>

#include <algorithm>

namespace Portolan::Ntp {

namespace {

constexpr int kFieldHead = 4;
constexpr int kLeastField = 16;

template<typename Number>
Number at(const QByteArray &bytes, int offset)
{
    return qFromBigEndian<Number>(bytes.constData() + offset);
}

template<typename Number>
void append(QByteArray &bytes, Number value)
{
    const auto offset = bytes.size();
    bytes.resize(offset + static_cast<qsizetype>(sizeof(value)));
    qToBigEndian(value, bytes.data() + offset);
}

// RFC 7822, section 7.5.1.4: a MAC has 4 (crypto-NAK), 20 or 24 bytes, so that the last extension
// field without one has at least 28. Version 3 has no extension fields: all of it is the MAC.
bool isMac(int version, int left)
{
    if (version < 4)
        return left >= 4 && left <= 68 && left % 4 == 0;
    return left == 4 || left == 20 || left == 24;
}

} // namespace

const ExtensionField *Packet::extension(quint16 type) const
{
    const auto found =
        std::find_if(extensions.begin(), extensions.end(),
                     [type](const ExtensionField &each) { return each.type == type; });
    return found == extensions.end() ? nullptr : &*found;
}

std::optional<Packet> decodePacket(const QByteArray &bytes)
{
    if (bytes.size() < kHeaderSize || bytes.size() > kMostPacket)
        return std::nullopt;
    Packet packet;
    Header &header = packet.header;
    const auto first = static_cast<quint8>(bytes.at(0));
    header.leap = static_cast<Leap>(first >> 6U);
    header.version = (first >> 3U) & 7;
    header.mode = static_cast<Mode>(first & 7U);
    header.stratum = static_cast<quint8>(bytes.at(1));
    header.poll = static_cast<qint8>(bytes.at(2));
    header.precision = static_cast<qint8>(bytes.at(3));
    header.rootDelay = at<quint32>(bytes, 4);
    header.rootDispersion = at<quint32>(bytes, 8);
    header.refid = at<quint32>(bytes, 12);
    header.reference.value = at<quint64>(bytes, 16);
    header.origin.value = at<quint64>(bytes, 24);
    header.receive.value = at<quint64>(bytes, 32);
    header.transmit.value = at<quint64>(bytes, 40);

    const int size = static_cast<int>(bytes.size());
    const auto flawed = [&packet](PacketFlaw flaw, int offset) {
        packet.flaw = flaw;
        packet.flawOffset = offset;
        return packet;
    };
    int offset = kHeaderSize;
    while (offset < size) {
        const int left = size - offset;
        if (isMac(header.version, left)) {
            packet.mac = bytes.mid(offset);
            packet.macOffset = offset;
            break;
        }
        if (header.version < 4 || left < kLeastField)
            return flawed(PacketFlaw::TrailingBytes, offset);
        const int length = at<quint16>(bytes, offset + 2);
        if (length < kLeastField || length % 4 != 0)
            return flawed(PacketFlaw::FieldTooShort, offset);
        if (length > left)
            return flawed(PacketFlaw::FieldTooLong, offset);
        packet.extensions.append({at<quint16>(bytes, offset),
                                  bytes.mid(offset + kFieldHead, length - kFieldHead), offset});
        offset += length;
    }
    return packet;
}

QByteArray encodeHeader(const Header &header)
{
    QByteArray bytes;
    bytes.reserve(kHeaderSize);
    append(bytes, static_cast<quint8>((static_cast<unsigned>(header.leap) << 6U) |
                                      ((static_cast<unsigned>(header.version) & 7U) << 3U) |
                                      static_cast<unsigned>(header.mode)));
    append(bytes, static_cast<quint8>(header.stratum));
    append(bytes, static_cast<quint8>(static_cast<qint8>(header.poll)));
    append(bytes, static_cast<quint8>(static_cast<qint8>(header.precision)));
    append(bytes, header.rootDelay);
    append(bytes, header.rootDispersion);
    append(bytes, header.refid);
    append(bytes, header.reference.value);
    append(bytes, header.origin.value);
    append(bytes, header.receive.value);
    append(bytes, header.transmit.value);
    return bytes;
}

QByteArray encodeExtension(quint16 type, const QByteArray &body, int least)
{
    const auto length = std::max<qsizetype>(least, (kFieldHead + body.size() + 3) / 4 * 4);
    QByteArray bytes;
    bytes.reserve(length);
    append(bytes, type);
    append(bytes, static_cast<quint16>(length));
    bytes += body;
    bytes += QByteArray(length - bytes.size(), '\0');
    return bytes;
}

} // namespace Portolan::Ntp
