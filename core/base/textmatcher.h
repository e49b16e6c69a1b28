// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace Portolan {

// A text made ready to be searched: folded once, so that each keystroke costs a comparison only.
// Case, diacritics and the Unicode form (NFC, NFD, full width) do not count. Hangul is kept as the
// keys of the two-set keyboard (KS X 5002), so that what an input method is still composing is a
// prefix of what it will have composed. Plain value, any thread.
class MatchText
{
public:
    MatchText() = default;
    explicit MatchText(const QString &text);

    [[nodiscard]] const QString &text() const { return m_text; }

private:
    friend class TextMatcher;

    QString m_text;
    QString m_keys;                    // folded letters; a syllable is two keys or more
    std::vector<qint32> m_from;        // key -> where its character begins in m_text
    std::vector<std::uint8_t> m_flags; // key -> Fold::Flag
    [[nodiscard]] qsizetype endOf(qsizetype key) const;
};

struct TextRange
{
    qsizetype begin = 0; // UTF-16 units of the text as it was given
    qsizetype length = 0;

    friend bool operator==(const TextRange &, const TextRange &) = default;
};

struct TextMatch
{
    int score = 0;           // higher is better; compare within one query only
    QList<TextRange> ranges; // what to highlight, in order, apart from each other
};

// What a person types to find something by name: used by the command palette, the connection tree
// and every filter. All words of the query must be found, in any order. In falling rank:
// whole text, its beginning, the beginning of a word, inside a word, initial consonants ("ㅅㅇ"
// finds "서울"; "서ㅇ" and "ㅅ울" too), what the keys say in the other layout ("tjdnf" finds
// "서울", "ㄴ노" finds "ssh"), letters in order with gaps ("ntb" finds "New tab"). The last
// syllable of a word may be unfinished: "서우" and "갑" find "서울" and "가방". Spaces inside
// Korean do not count. Never throws; any text will do. Plain value, any thread.
class TextMatcher
{
public:
    explicit TextMatcher(const QString &query = {});

    // Finds everything, with score 0 and no ranges.
    [[nodiscard]] bool isEmpty() const { return m_words.empty(); }
    [[nodiscard]] std::optional<TextMatch> match(const MatchText &text) const;
    [[nodiscard]] std::optional<TextMatch> match(const QString &text) const;

private:
    struct Key
    {
        QChar key;
        bool initial; // stands for a whole syllable that begins with it
    };
    // One way to read a word of the query.
    struct Reading
    {
        std::vector<Key> keys;
        bool hangul = false;
        bool initials = false;
        bool typedElsewhere = false; // under the other keyboard layout
    };
    using Word = std::vector<Reading>;
    struct Found
    {
        int score = -1;
        QList<TextRange> ranges;
    };

    static Reading readingOf(const QString &word);
    static Found find(const Reading &reading, const MatchText &text);
    static Found findInOrder(const Reading &reading, const MatchText &text);
    static qsizetype matchAt(const Reading &reading, const MatchText &text, qsizetype at);

    std::vector<Word> m_words;
};

} // namespace Portolan
