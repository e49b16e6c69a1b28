// SPDX-License-Identifier: GPL-3.0-or-later
// What comes in on a port of NTP: taken apart, judged, authenticated with keys, made a measurement.
#include "core/ntp/packet.h"
#include "core/ntp/refid.h"
#include "core/ntp/reply.h"
#include "core/ntp/sample.h"
#include "core/ntp/symmetrickey.h"

#include <cmath>
#include <cstdlib>

using namespace Portolan;
using namespace Portolan::Ntp;

namespace {

void check(bool condition)
{
    if (!condition)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const QByteArray data(reinterpret_cast<const char *>(bytes), static_cast<qsizetype>(size));
    const auto packet = decodePacket(data);
    check(packet.has_value() == (data.size() >= kHeaderSize && data.size() <= kMostPacket));
    if (!packet)
        return 0;
    const Header &header = packet->header;
    check(encodeHeader(header) == data.left(kHeaderSize));
    // Fields and MAC lie one behind the other, and nothing is left over but for a flaw.
    int offset = kHeaderSize;
    for (const ExtensionField &each : packet->extensions) {
        check(each.offset == offset);
        check(each.body == data.mid(offset + 4, each.body.size()));
        offset += 4 + static_cast<int>(each.body.size());
    }
    if (packet->flaw != PacketFlaw::None)
        check(packet->flawOffset == offset && packet->mac.isEmpty());
    else
        check(offset + packet->mac.size() == data.size());

    static_cast<void>(reference(header.refid, header.stratum));
    // Two requests that it may answer: what it says itself, and one of ours.
    Header request;
    request.version = std::max(header.version, 1);
    request.transmit = header.origin;
    const Verdict verdict = judgeReply(*packet, request);
    check(matchReply(*packet, request).fault == ReplyFault::None ||
          verdict.fault == matchReply(*packet, request).fault);
    check(!faultText(verdict.fault).isEmpty());
    if (verdict.fault == ReplyFault::Kiss)
        check(header.stratum == 0);
    Header other;
    other.transmit = {header.origin.value ^ 1};
    check(matchReply(*packet, other).fault != ReplyFault::None);
    if (verdict.fault == ReplyFault::None) {
        const Instant now(std::chrono::seconds(1'800'000'000));
        const Instant received = toInstant(header.receive, now);
        const Sample sample = measure(now, received, toInstant(header.transmit, received),
                                      now + std::chrono::milliseconds(1), header, -25);
        check(std::isfinite(sample.offset.count()) && sample.delay.count() > 0);
        check(std::isfinite(sample.bound().count()) && sample.ownBound() <= sample.bound());
        check(sample.serverTime.count() >= 0);
    }
    for (const KeyAlgorithm algorithm : {KeyAlgorithm::Sha1, KeyAlgorithm::Aes128}) {
        const SymmetricKey key{1, algorithm, Secret("0123456789abcdef")};
        check(checkMac(key, data, *packet) != MacState::Good || packet->flaw == PacketFlaw::None);
    }
    return 0;
}
