// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ntp/reply.h"

#include "core/ntp/refid.h"
#include "core/ntp/words.h"

namespace Portolan::Ntp {

namespace {

struct FaultWords
{
    ReplyFault fault;
    const char *name;
    const char *text;
};

constexpr FaultWords kWords[] = {
    {ReplyFault::None, "none", QT_TRANSLATE_NOOP("Portolan::Ntp", "The answer is in order.")},
    {ReplyFault::Unreadable, "unreadable",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "What came back is too short to be NTP.")},
    {ReplyFault::Malformed, "malformed",
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "The answer has an extension field that breaks its rules.")},
    {ReplyFault::WrongMode, "wrong_mode",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "What came back is not the answer of a server.")},
    {ReplyFault::WrongVersion, "wrong_version",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "The answer has a version of NTP that was not asked for.")},
    {ReplyFault::WrongOrigin, "wrong_origin",
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "An answer to nothing that is being asked: it came late or twice, or "
                       "somebody forged it.")},
    {ReplyFault::Kiss, "kiss",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "The server sent a kiss code in place of the time.")},
    {ReplyFault::BadStratum, "bad_stratum",
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "The answer has a stratum above 16, which does not exist.")},
    {ReplyFault::NoTransmit, "no_transmit",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "The answer does not say when it was asked or sent.")},
    {ReplyFault::Backwards, "backwards",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "The server says that it answered before it was asked.")},
    {ReplyFault::FarFromRoot, "far_from_root",
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "The server itself says that its time may be wrong by 16 seconds or more.")},
    {ReplyFault::FutureReference, "future_reference",
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "The server says that its clock was set later than it answered.")},
};

const FaultWords &wordsOf(ReplyFault fault)
{
    for (const FaultWords &each : kWords) {
        if (each.fault == fault)
            return each;
    }
    return kWords[0];
}

} // namespace

Verdict matchReply(const Packet &reply, const Header &request)
{
    const Header &header = reply.header;
    if (header.mode != Mode::Server)
        return {ReplyFault::WrongMode};
    // A server answers in the version that it was asked in; some old ones in version 3.
    if (header.version < 1 || header.version > request.version)
        return {ReplyFault::WrongVersion};
    if (header.origin == request.transmit && !request.transmit.isZero())
        return {};
    if (header.origin == request.receive && !request.receive.isZero())
        return {ReplyFault::None, true, {}};
    return {ReplyFault::WrongOrigin};
}

Verdict judgeReply(const Packet &reply, const Header &request)
{
    Verdict verdict = matchReply(reply, request);
    if (verdict.fault != ReplyFault::None)
        return verdict;
    const auto wrong = [&verdict](ReplyFault fault) {
        verdict.fault = fault;
        return verdict;
    };
    const Header &header = reply.header;
    if (reply.flaw != PacketFlaw::None)
        return wrong(ReplyFault::Malformed);
    if (header.stratum == 0) {
        verdict.kiss = refidLetters(header.refid);
        return wrong(ReplyFault::Kiss);
    }
    if (header.stratum > 16)
        return wrong(ReplyFault::BadStratum);
    if (header.transmit.isZero() || header.receive.isZero())
        return wrong(ReplyFault::NoTransmit);
    // An interleaved answer carries the stamp of the one before: it must be the earlier one.
    if (!verdict.interleaved && isBefore(header.transmit, header.receive))
        return wrong(ReplyFault::Backwards);
    if (verdict.interleaved && isBefore(header.receive, header.transmit))
        return wrong(ReplyFault::Backwards);
    if (fromShort(header.rootDelay) / 2 + fromShort(header.rootDispersion) >= kMostDispersion &&
        header.stratum < 16 && header.leap != Leap::Unknown)
        return wrong(ReplyFault::FarFromRoot);
    const Timestamp answered = verdict.interleaved ? header.receive : header.transmit;
    if (!header.reference.isZero() && isBefore(answered, header.reference))
        return wrong(ReplyFault::FutureReference);
    return verdict;
}

QString faultText(ReplyFault fault)
{
    return tr(wordsOf(fault).text);
}

QString faultName(ReplyFault fault)
{
    return QLatin1String(wordsOf(fault).name);
}

} // namespace Portolan::Ntp
