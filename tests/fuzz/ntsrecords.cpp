// SPDX-License-Identifier: GPL-3.0-or-later
// What a key server may send: its records whole and in pieces, judged and put into words.
#include "core/ntp/nts/records.h"

#include <cstdlib>

using namespace Portolan::Ntp::Nts;

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
    RecordReader whole;
    whole.feed(data);
    check(whole.records().size() <= 256 && whole.rest() <= 65'536);
    // However the stream is cut, the records are the same.
    RecordReader pieces;
    const int step = size == 0 ? 1 : 1 + bytes[0] % 7;
    for (qsizetype i = 0; i < data.size(); i += step)
        pieces.feed(data.mid(i, step));
    check(pieces.state() == whole.state());
    check(pieces.records() == whole.records());

    QByteArray again;
    for (const Record &each : whole.records()) {
        check(each.offset == again.size());
        again += encodeRecord(static_cast<RecordType>(each.type), each.critical, each.body);
        static_cast<void>(recordName(each.type));
        static_cast<void>(recordText(each));
    }
    check(data.startsWith(again));

    const Answer answer = judgeAnswer(whole);
    check(!answerFaultText(answer).isEmpty());
    check(answer.cookies.size() <= kMostCookies);
    if (answer.fault == AnswerFault::None) {
        check(answer.algorithm == kAeadSivCmac256 && answer.port != 0);
        check(!answer.cookies.isEmpty() && !answer.server.endsWith(QLatin1Char('.')));
    }
    return 0;
}
