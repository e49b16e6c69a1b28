// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/textmatcher.h"

#include <algorithm>
#include <array>
#include <utility>

namespace Portolan {

namespace {

namespace Fold {
enum Flag : std::uint8_t {
    Start = 1,     // first key of a character
    WordStart = 2, // first key of a word
    Consonant = 4, // a consonant that stands alone
    Vowel = 8,     // a vowel that stands alone
    Space = 16,
};
} // namespace Fold

constexpr char16_t kFirstSyllable = 0xac00;
constexpr char16_t kLastSyllable = 0xd7a3;
constexpr int kVowels = 21;
constexpr int kFinals = 28;

// The keys of each part of a syllable in the order of Unicode (The Unicode Standard, section 3.12).
// A compound is two strokes, a tense consonant one stroke with Shift.
constexpr std::array<QStringView, 19> kInitialKeys = {
    u"ㄱ", u"ㄲ", u"ㄴ", u"ㄷ", u"ㄸ", u"ㄹ", u"ㅁ", u"ㅂ", u"ㅃ", u"ㅅ",
    u"ㅆ", u"ㅇ", u"ㅈ", u"ㅉ", u"ㅊ", u"ㅋ", u"ㅌ", u"ㅍ", u"ㅎ"};
constexpr std::array<QStringView, kVowels> kVowelKeys = {
    u"ㅏ",   u"ㅐ", u"ㅑ", u"ㅒ",   u"ㅓ",   u"ㅔ",   u"ㅕ", u"ㅖ", u"ㅗ",   u"ㅗㅏ", u"ㅗㅐ",
    u"ㅗㅣ", u"ㅛ", u"ㅜ", u"ㅜㅓ", u"ㅜㅔ", u"ㅜㅣ", u"ㅠ", u"ㅡ", u"ㅡㅣ", u"ㅣ"};
constexpr std::array<QStringView, kFinals> kFinalKeys = {
    u"",     u"ㄱ",   u"ㄲ",   u"ㄱㅅ", u"ㄴ",   u"ㄴㅈ", u"ㄴㅎ", u"ㄷ", u"ㄹ",   u"ㄹㄱ",
    u"ㄹㅁ", u"ㄹㅂ", u"ㄹㅅ", u"ㄹㅌ", u"ㄹㅍ", u"ㄹㅎ", u"ㅁ",   u"ㅂ", u"ㅂㅅ", u"ㅅ",
    u"ㅆ",   u"ㅇ",   u"ㅈ",   u"ㅊ",   u"ㅋ",   u"ㅌ",   u"ㅍ",   u"ㅎ"};

// U+3131 to U+3163, the letters as they stand alone: consonants and their clusters, then vowels.
constexpr char16_t kFirstLetter = 0x3131;
constexpr char16_t kFirstVowelLetter = 0x314f;
constexpr char16_t kLastLetter = 0x3163;
constexpr std::array<QStringView, 30> kConsonantLetterKeys = {
    u"ㄱ",   u"ㄲ",   u"ㄱㅅ", u"ㄴ",   u"ㄴㅈ", u"ㄴㅎ", u"ㄷ", u"ㄸ", u"ㄹ", u"ㄹㄱ",
    u"ㄹㅁ", u"ㄹㅂ", u"ㄹㅅ", u"ㄹㅌ", u"ㄹㅍ", u"ㄹㅎ", u"ㅁ", u"ㅂ", u"ㅃ", u"ㅂㅅ",
    u"ㅅ",   u"ㅆ",   u"ㅇ",   u"ㅈ",   u"ㅉ",   u"ㅊ",   u"ㅋ", u"ㅌ", u"ㅍ", u"ㅎ"};

// The two-set layout: what a Latin key writes.
constexpr std::array<char16_t, 26> kPlain = {
    u'ㅁ', u'ㅠ', u'ㅊ', u'ㅇ', u'ㄷ', u'ㄹ', u'ㅎ', u'ㅗ', u'ㅑ', u'ㅓ', u'ㅏ', u'ㅣ', u'ㅡ',
    u'ㅜ', u'ㅐ', u'ㅔ', u'ㅂ', u'ㄱ', u'ㄴ', u'ㅅ', u'ㅕ', u'ㅍ', u'ㅈ', u'ㅌ', u'ㅛ', u'ㅋ'};

char16_t hangulOf(QChar latin)
{
    switch (latin.unicode()) {
    case u'Q':
        return u'ㅃ';
    case u'W':
        return u'ㅉ';
    case u'E':
        return u'ㄸ';
    case u'R':
        return u'ㄲ';
    case u'T':
        return u'ㅆ';
    case u'O':
        return u'ㅒ';
    case u'P':
        return u'ㅖ';
    default: {
        const char16_t lower = latin.toLower().unicode();
        return lower >= u'a' && lower <= u'z' ? kPlain[std::size_t(lower - u'a')] : u'\0';
    }
    }
}

QChar latinOf(QChar hangul)
{
    for (char16_t latin = u'a'; latin <= u'z'; ++latin) {
        if (kPlain[std::size_t(latin - u'a')] == hangul.unicode())
            return latin;
    }
    for (const char16_t latin : u"QWERTOP") {
        if (latin != u'\0' && hangulOf(latin) == hangul.unicode())
            return QChar(latin).toLower();
    }
    return {};
}

bool isLetterKey(char16_t c)
{
    return c >= kFirstLetter && c <= kLastLetter;
}

bool isVowelKey(char16_t c)
{
    return c >= kFirstVowelLetter && c <= kLastLetter;
}

bool isConsonantKey(char16_t c)
{
    return c >= kFirstLetter && c < kFirstVowelLetter;
}

bool isJamo(char16_t c)
{
    return c >= 0x1100 && c <= 0x11ff;
}

// Whether `c` belongs to the character before it: combining marks, and the vowels and finals of
// decomposed syllables.
bool continuesCharacter(QChar c)
{
    return c.isMark() || c.isLowSurrogate() || (c.unicode() >= 0x1160 && c.unicode() <= 0x11ff);
}

struct Sink
{
    QString &keys;
    std::vector<qint32> &from;
    std::vector<std::uint8_t> &flags;

    void add(QChar key, qint32 at, std::uint8_t flag)
    {
        keys.append(key);
        from.push_back(at);
        flags.push_back(flag);
    }
    void add(QStringView letters, qint32 at, std::uint8_t first)
    {
        for (qsizetype i = 0; i < letters.size(); ++i)
            add(letters[i], at, i == 0 ? first : std::uint8_t(0));
    }
};

void foldCharacter(Sink &sink, QStringView character, qint32 at, std::uint8_t word)
{
    const auto start = std::uint8_t(Fold::Start | word);
    const QString composed = character.toString().normalized(QString::NormalizationForm_C);
    bool first = true;
    const auto flag = [&] { return std::exchange(first, false) ? start : std::uint8_t(0); };
    for (const QChar one : composed) {
        const char16_t c = one.unicode();
        if (c >= kFirstSyllable && c <= kLastSyllable) {
            const int index = c - kFirstSyllable;
            sink.add(kInitialKeys[std::size_t(index / (kVowels * kFinals))], at, flag());
            sink.add(kVowelKeys[std::size_t(index / kFinals % kVowels)], at, 0);
            sink.add(kFinalKeys[std::size_t(index % kFinals)], at, 0);
        } else if (isConsonantKey(c)) {
            // A cluster that an input method made of two initial consonants: "ㄳ" of "가사".
            for (const QChar part : kConsonantLetterKeys[std::size_t(c - kFirstLetter)]) {
                sink.add(part, at, std::uint8_t(start | Fold::Consonant));
                first = false;
            }
        } else if (isVowelKey(c)) {
            sink.add(kVowelKeys[std::size_t(c - kFirstVowelLetter)], at,
                     std::uint8_t(flag() | Fold::Vowel));
        } else if (c >= 0x1100 && c <= 0x1112) {
            sink.add(kInitialKeys[std::size_t(c - 0x1100)], at,
                     std::uint8_t(flag() | Fold::Consonant));
        } else if (c >= 0x1161 && c <= 0x1175) {
            sink.add(kVowelKeys[std::size_t(c - 0x1161)], at, std::uint8_t(flag() | Fold::Vowel));
        } else if (c >= 0x11a8 && c <= 0x11c2) {
            sink.add(kFinalKeys[std::size_t(c - 0x11a7)], at, flag());
        } else if (!one.isMark()) {
            if (c < 0x80) {
                sink.add(one.toLower(), at, flag());
                continue;
            }
            if (c == u'ß') { // its full case folding, which Qt leaves out
                sink.add(u"ss", at, flag());
                continue;
            }
            if (one.isSurrogate()) {
                sink.add(one, at, flag());
                continue;
            }
            const QString plain =
                QString(one).normalized(QString::NormalizationForm_KD).toCaseFolded();
            for (const QChar part : plain) {
                if (!part.isMark() && !isJamo(part.unicode()))
                    sink.add(part, at, flag());
            }
        }
    }
}

enum class Kind : std::uint8_t { Other, Lower, Upper, Digit, Hangul, Letter };

Kind kindOf(QChar c)
{
    if ((c.unicode() >= kFirstSyllable && c.unicode() <= kLastSyllable) ||
        isLetterKey(c.unicode()) || isJamo(c.unicode()))
        return Kind::Hangul;
    if (c.isDigit())
        return Kind::Digit;
    if (c.isUpper())
        return Kind::Upper;
    if (c.isLower())
        return Kind::Lower;
    return c.isLetter() || c.isSurrogate() ? Kind::Letter : Kind::Other;
}

void fold(const QString &text, Sink sink)
{
    sink.keys.reserve(text.size() * 2);
    Kind before = Kind::Other;
    for (qsizetype at = 0; at < text.size();) {
        const QChar c = text[at];
        qsizetype end = at + 1;
        while (end < text.size() && continuesCharacter(text[end]))
            ++end;
        const Kind kind = kindOf(c);
        const bool wordStart = kind != Kind::Other && kind != before &&
                               !(before == Kind::Upper && kind == Kind::Lower);
        auto flag = std::uint8_t(wordStart ? Fold::WordStart : 0);
        if (c.isSpace()) {
            sink.add(QLatin1Char(' '), qint32(at), Fold::Start | Fold::Space);
        } else if (end == at + 1 && c.unicode() < 0x80) {
            sink.add(c.toLower(), qint32(at), std::uint8_t(flag | Fold::Start));
        } else {
            foldCharacter(sink, QStringView(text).mid(at, end - at), qint32(at), flag);
        }
        before = kind;
        at = end;
    }
}

// Whether these keys are what somebody types who means Korean: syllables, of which the last may be
// unfinished. English words hardly ever are, because they need vowel keys in the right places.
bool spellsKorean(const QString &keys)
{
    const auto compound = [](const auto &table, QStringView pair) {
        return std::find(table.begin(), table.end(), pair) != table.end();
    };
    bool syllable = false;
    qsizetype i = 0;
    while (i < keys.size()) {
        if (!isConsonantKey(keys[i].unicode()))
            return false;
        ++i;
        if (i == keys.size())
            return syllable; // the next syllable has just begun
        qsizetype vowels = 0;
        while (i + vowels < keys.size() && isVowelKey(keys[i + vowels].unicode()))
            ++vowels;
        if (vowels == 0 || vowels > 2 ||
            (vowels == 2 && !compound(kVowelKeys, QStringView(keys).mid(i, 2))))
            return false;
        i += vowels;
        syllable = true;
        qsizetype consonants = 0;
        while (i + consonants < keys.size() && isConsonantKey(keys[i + consonants].unicode()))
            ++consonants;
        const bool last = i + consonants == keys.size();
        // The last consonant before a vowel begins the next syllable.
        const qsizetype finals = last ? std::min<qsizetype>(consonants, 2) : consonants - 1;
        if (consonants > 3 || finals > 2 || (!last && consonants == 0))
            return false;
        if (finals == 2 && !compound(kFinalKeys, QStringView(keys).mid(i, 2)) && !last)
            return false;
        if (last)
            return consonants < 3;
        i += finals;
    }
    return syllable;
}

constexpr int kWhole = 1000;
constexpr int kTextStart = 900;
constexpr int kWordStart = 800;
constexpr int kInside = 600;
constexpr int kInitialsPenalty = 150;
constexpr int kTypedElsewherePenalty = 320;
constexpr int kInOrder = 200;

} // namespace

MatchText::MatchText(const QString &text)
    : m_text(text)
{
    fold(text, Sink{m_keys, m_from, m_flags});
}

qsizetype MatchText::endOf(qsizetype key) const
{
    for (qsizetype next = key + 1; next < m_keys.size(); ++next) {
        if ((m_flags[std::size_t(next)] & Fold::Start) != 0 &&
            m_from[std::size_t(next)] != m_from[std::size_t(key)])
            return m_from[std::size_t(next)];
    }
    return m_text.size();
}

TextMatcher::TextMatcher(const QString &query)
{
    const QStringList words =
        query.normalized(QString::NormalizationForm_C).simplified().split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        Word readings;
        readings.push_back(readingOf(word));
        if (readings.front().keys.empty())
            continue;

        QString latin;
        QString korean;
        bool anyHangul = false;
        bool anyLatin = false;
        for (const Key &key : readings.front().keys) {
            const bool hangul = isLetterKey(key.key.unicode());
            anyHangul = anyHangul || hangul;
            latin.append(hangul ? latinOf(key.key) : key.key);
        }
        for (const QChar c : word) {
            const char16_t hangul = hangulOf(c);
            anyLatin = anyLatin || hangul != u'\0';
            korean.append(hangul != u'\0' ? QChar(hangul) : c);
        }
        if (anyHangul && latin.size() > 1) {
            Reading other = readingOf(latin);
            other.typedElsewhere = true;
            readings.push_back(std::move(other));
        } else if (anyLatin && !anyHangul && spellsKorean(korean)) {
            Reading other;
            other.hangul = true;
            other.typedElsewhere = true;
            for (const QChar c : korean)
                other.keys.push_back({c, false});
            readings.push_back(std::move(other));
        }
        m_words.push_back(std::move(readings));
    }
}

TextMatcher::Reading TextMatcher::readingOf(const QString &word)
{
    const MatchText folded(word);
    Reading reading;
    for (qsizetype i = 0; i < folded.m_keys.size(); ++i) {
        const QChar key = folded.m_keys[i];
        const std::uint8_t flags = folded.m_flags[std::size_t(i)];
        const bool vowelFollows =
            i + 1 < folded.m_keys.size() && (folded.m_flags[std::size_t(i + 1)] & Fold::Vowel) != 0;
        // Before a vowel that stands alone too it is one syllable: some input methods compose late.
        const bool initial = (flags & Fold::Consonant) != 0 && !vowelFollows;
        reading.keys.push_back({key, initial});
        reading.hangul = reading.hangul || isLetterKey(key.unicode());
        reading.initials = reading.initials || initial;
    }
    return reading;
}

// Where the match that begins at the key `at` ends, or -1.
qsizetype TextMatcher::matchAt(const Reading &reading, const MatchText &text, qsizetype at)
{
    const qsizetype size = text.m_keys.size();
    const auto flagged = [&](qsizetype key, Fold::Flag flag) {
        return (text.m_flags[std::size_t(key)] & flag) != 0;
    };
    qsizetype here = at;
    for (const Key &key : reading.keys) {
        // Korean is spaced as people like; and what now looks like a final consonant may become
        // the next word's first one ("샡" on the way to "새탭").
        while (reading.hangul && here > at && here < size && flagged(here, Fold::Space))
            ++here;
        if (here >= size || text.m_keys[here] != key.key)
            return -1;
        if (key.initial) {
            if (!flagged(here, Fold::Start))
                return -1;
            do {
                ++here;
            } while (here < size && !flagged(here, Fold::Start));
        } else {
            ++here;
        }
    }
    return here;
}

TextMatcher::Found TextMatcher::find(const Reading &reading, const MatchText &text)
{
    Found best;
    const QChar first = reading.keys.front().key;
    for (qsizetype at = text.m_keys.indexOf(first); at >= 0;
         at = text.m_keys.indexOf(first, at + 1)) {
        const std::uint8_t flags = text.m_flags[std::size_t(at)];
        // The final consonant of one syllable is not the beginning of what somebody looks for.
        if (reading.hangul && (flags & Fold::Start) == 0)
            continue;
        const bool wordStart = (flags & Fold::WordStart) != 0;
        // Two keys of the other layout are found anywhere and meant hardly anywhere.
        if (reading.typedElsewhere && !reading.hangul && reading.keys.size() < 3 && !wordStart)
            continue;
        const qsizetype end = matchAt(reading, text, at);
        if (end < 0)
            continue;
        const bool whole = at == 0 && end == text.m_keys.size();
        int score = whole ? kWhole : at == 0 ? kTextStart : wordStart ? kWordStart : kInside;
        score -= int(std::min<qsizetype>(at, 40));
        score -= reading.initials ? kInitialsPenalty : 0;
        score -= reading.typedElsewhere ? kTypedElsewherePenalty : 0;
        if (score > best.score) {
            const qsizetype begin = text.m_from[std::size_t(at)];
            best.score = score;
            best.ranges = {{begin, text.endOf(end - 1) - begin}};
        }
        if (whole || wordStart)
            break;
    }
    return best;
}

// Letters in order with gaps, from the beginning of a word on; beginnings of words are preferred.
TextMatcher::Found TextMatcher::findInOrder(const Reading &reading, const MatchText &text)
{
    const qsizetype size = text.m_keys.size();
    const auto wordStart = [&](qsizetype key) {
        return (text.m_flags[std::size_t(key)] & Fold::WordStart) != 0;
    };
    Found found;
    for (qsizetype start = 0; start < size; ++start) {
        if (!wordStart(start) || text.m_keys[start] != reading.keys.front().key)
            continue;
        std::vector<qsizetype> places{start};
        int gaps = 0;
        for (std::size_t i = 1; i < reading.keys.size(); ++i) {
            const QChar wanted = reading.keys[i].key;
            const qsizetype next = places.back() + 1;
            if (next < size && text.m_keys[next] == wanted) {
                places.push_back(next);
                continue;
            }
            qsizetype at = -1;
            for (qsizetype later = next; later < size; ++later) {
                if (text.m_keys[later] != wanted)
                    continue;
                if (at < 0)
                    at = later;
                if (wordStart(later)) {
                    at = later;
                    break;
                }
            }
            if (at < 0)
                break;
            gaps += wordStart(at) ? 1 : 1 + int(std::min<qsizetype>(at - next, 10));
            places.push_back(at);
        }
        // Letters strewn over a long text say nothing.
        if (places.size() < reading.keys.size() || gaps > 4 * int(reading.keys.size()))
            continue;
        found.score = std::max(kInOrder - 4 * gaps - int(std::min<qsizetype>(start, 40)), 1);
        for (const qsizetype place : places) {
            const qsizetype begin = text.m_from[std::size_t(place)];
            found.ranges.append({begin, text.endOf(place) - begin});
        }
        return found;
    }
    return found;
}

std::optional<TextMatch> TextMatcher::match(const MatchText &text) const
{
    TextMatch result;
    for (const Word &word : m_words) {
        Found best;
        for (const Reading &reading : word) {
            Found found = find(reading, text);
            if (found.score > best.score)
                best = std::move(found);
        }
        if (best.score < 0 && word.front().keys.size() > 1 && !word.front().hangul)
            best = findInOrder(word.front(), text);
        if (best.score < 0)
            return std::nullopt;
        result.score += best.score;
        result.ranges.append(best.ranges);
    }
    if (m_words.empty())
        return result;
    result.score /= int(m_words.size());
    // Of two equally good ones the shorter says less besides.
    result.score = result.score * 4 - int(std::min<qsizetype>(text.m_text.size(), 120)) / 4;

    std::sort(result.ranges.begin(), result.ranges.end(),
              [](const TextRange &a, const TextRange &b) { return a.begin < b.begin; });
    QList<TextRange> apart;
    for (const TextRange &range : result.ranges) {
        if (!apart.isEmpty() && apart.last().begin + apart.last().length >= range.begin) {
            TextRange &last = apart.last();
            last.length =
                std::max(last.begin + last.length, range.begin + range.length) - last.begin;
        } else {
            apart.append(range);
        }
    }
    result.ranges = std::move(apart);
    return result;
}

std::optional<TextMatch> TextMatcher::match(const QString &text) const
{
    return match(MatchText(text));
}

} // namespace Portolan
