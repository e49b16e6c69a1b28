// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/textfilter.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace Portolan::Ui {

namespace {

// The Unicode Standard, section 3.12: syllable = base + (initial * 21 + medial) * 28 + final.
constexpr char16_t kFirstSyllable = 0xac00;
constexpr char16_t kLastSyllable = 0xd7a3;
constexpr int kMedials = 21;
constexpr int kFinals = 28;

// The initial consonants as they are typed alone, in the order of the syllables.
constexpr char16_t kInitials[] = u"ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";

// A final that is typed with one key may be the next syllable's initial; two finals that begin
// with the same consonant: "갈" may become "갉".
struct Final
{
    int first;        // of this final and of those it can become
    int last;         // included
    int initial;      // which it becomes when a vowel follows
    int keepsInstead; // the final that stays behind then
};

constexpr Final kFinalsBecome[kFinals] = {
    {0, 27, -1, 0},  // none
    {1, 3, 0, 0},    // ㄱ ㄲ ㄳ
    {2, 2, 1, 0},    // ㄲ
    {3, 3, 9, 1},    // ㄳ
    {4, 6, 2, 0},    // ㄴ ㄵ ㄶ
    {5, 5, 12, 4},   // ㄵ
    {6, 6, 18, 4},   // ㄶ
    {7, 7, 3, 0},    // ㄷ
    {8, 15, 5, 0},   // ㄹ ㄺ ... ㅀ
    {9, 9, 0, 8},    // ㄺ
    {10, 10, 6, 8},  // ㄻ
    {11, 11, 7, 8},  // ㄼ
    {12, 12, 9, 8},  // ㄽ
    {13, 13, 16, 8}, // ㄾ
    {14, 14, 17, 8}, // ㄿ
    {15, 15, 18, 8}, // ㅀ
    {16, 16, 6, 0},  // ㅁ
    {17, 18, 7, 0},  // ㅂ ㅄ
    {18, 18, 9, 17}, // ㅄ
    {19, 20, 9, 0},  // ㅅ ㅆ
    {20, 20, 10, 0}, // ㅆ
    {21, 21, 11, 0}, // ㅇ
    {22, 22, 12, 0}, // ㅈ
    {23, 23, 14, 0}, // ㅊ
    {24, 24, 15, 0}, // ㅋ
    {25, 25, 16, 0}, // ㅌ
    {26, 26, 17, 0}, // ㅍ
    {27, 27, 18, 0}, // ㅎ
};

QString range(int first, int last)
{
    return QStringLiteral("[%1-%2]").arg(QChar(kFirstSyllable + first),
                                         QChar(kFirstSyllable + last));
}

QString escaped(const QString &text, qsizetype composing)
{
    if (composing < 0 || composing >= text.size())
        return QRegularExpression::escape(text);
    return QRegularExpression::escape(text.left(composing)) + composingPattern(text[composing]) +
           QRegularExpression::escape(text.mid(composing + 1));
}

} // namespace

QString composingPattern(QChar syllable)
{
    const char16_t code = syllable.unicode();
    const auto end = std::end(kInitials) - 1;
    if (const auto initial = std::find(std::begin(kInitials), end, code); initial != end) {
        const int base = static_cast<int>(initial - std::begin(kInitials)) * kMedials * kFinals;
        return QStringLiteral("(?:%1|%2)")
            .arg(syllable)
            .arg(range(base, base + kMedials * kFinals - 1));
    }
    if (code < kFirstSyllable || code > kLastSyllable)
        return QRegularExpression::escape(QString(syllable));
    const int index = code - kFirstSyllable;
    const int open = index - index % kFinals; // without its final
    const Final &final = kFinalsBecome[index % kFinals];
    int last = open + final.last;
    if (index == open) {
        // A vowel may still become a compound one: ㅗ to ㅚ, ㅜ to ㅟ, ㅡ to ㅢ.
        const int medial = index / kFinals % kMedials;
        const int more = medial == 8 || medial == 13 ? 3 : medial == 18 ? 1 : 0;
        last += more * kFinals;
    }
    const QString here = range(open + final.first, last);
    if (final.initial < 0)
        return here;
    const int next = final.initial * kMedials * kFinals;
    return QStringLiteral("(?:%1|%2%3)")
        .arg(here, QString(QChar(kFirstSyllable + open + final.keepsInstead)),
             range(next, next + kMedials * kFinals - 1));
}

Result<TextFilter> TextFilter::make(const QString &text, const Options &options)
{
    TextFilter filter;
    filter.m_text = text;
    if (text.isEmpty())
        return filter;
    if (!options.regex && options.composing < 0) {
        filter.m_way = Way::Words;
        filter.m_words =
            QStringMatcher(text, options.caseSensitive ? Qt::CaseSensitive : Qt::CaseInsensitive);
        return filter;
    }
    filter.m_way = Way::Expression;
    // PCRE2 pattern(3): an expression such as (a+)+b must not hold the window up.
    const QString limit = QStringLiteral("(*LIMIT_MATCH=20000)");
    filter.m_expression =
        QRegularExpression(limit + (options.regex ? text : escaped(text, options.composing)),
                           options.caseSensitive ? QRegularExpression::NoPatternOption
                                                 : QRegularExpression::CaseInsensitiveOption);
    if (!filter.m_expression.isValid()) {
        const qsizetype at =
            std::max<qsizetype>(filter.m_expression.patternErrorOffset() - limit.size(), 0);
        return failure(Error::Kind::Usage, QCoreApplication::translate(
                                               "Portolan::Ui::TextFilter",
                                               "The expression cannot be read at character %1: %2")
                                               .arg(at + 1)
                                               .arg(filter.m_expression.errorString()));
    }
    filter.m_expression.optimize();
    return filter;
}

bool TextFilter::matches(const QString &line) const
{
    switch (m_way) {
    case Way::All:
        return true;
    case Way::Words:
        return m_words.indexIn(line) >= 0;
    case Way::Expression:
        return m_expression.match(line).hasMatch();
    }
    return true;
}

} // namespace Portolan::Ui
