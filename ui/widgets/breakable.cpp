// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/breakable.h"

namespace Portolan::Ui {

namespace {

constexpr int kLongWord = 14; // shorter words fit anywhere
constexpr int kLongRun = 16;  // without a place of its own to break at
constexpr QChar kBreak{0x200b};

} // namespace

QString breakable(const QString &text)
{
    QString result;
    result.reserve(text.size() + text.size() / 8);
    qsizetype wordStart = 0;
    const auto flush = [&](qsizetype end) {
        const bool isLong = end - wordStart > kLongWord;
        int run = 0;
        for (qsizetype i = wordStart; i < end; ++i) {
            const QChar c = text[i];
            result += c;
            ++run;
            const bool isLast = i + 1 == end;
            const bool inPair = c.isHighSurrogate() || (!isLast && text[i + 1].isMark());
            const bool isPlace = QStringView(u"-_./,:;@=+&?%\\").contains(c);
            if (isLong && !isLast && !inPair && (isPlace || run >= kLongRun)) {
                result += kBreak;
                run = 0;
            }
        }
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!text[i].isSpace())
            continue;
        flush(i);
        result += text[i];
        wordStart = i + 1;
    }
    flush(text.size());
    return result;
}

} // namespace Portolan::Ui
