// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QRegularExpression>
#include <QString>
#include <QStringMatcher>

namespace Portolan::Ui {

// What a person types to narrow a list: words to be found, or a regular expression. A value; pure,
// any thread. Matching takes bounded time whatever the expression is.
//
// While a Hangul syllable is being composed it stands for every syllable that it can still become,
// so a list does not go empty on the way from "ㅎ" over "하" to "한".
class TextFilter
{
public:
    struct Options
    {
        bool caseSensitive = false;
        bool regex = false;
        qsizetype composing = -1; // where in the text the syllable in the making stands
    };

    TextFilter() = default; // everything matches
    // Usage, with the reason and the place, where the expression cannot be read.
    [[nodiscard]] static Result<TextFilter> make(const QString &text, const Options &options);

    [[nodiscard]] bool isEmpty() const { return m_text.isEmpty(); }
    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] bool matches(const QString &line) const;
    // Whether it is text to be found as it stands, and then of which case: for lists so long that
    // they are searched in their own way.
    [[nodiscard]] bool isPlain() const { return m_way == Way::Words; }
    [[nodiscard]] Qt::CaseSensitivity caseSensitivity() const { return m_words.caseSensitivity(); }

private:
    enum class Way { All, Words, Expression };

    QString m_text;
    Way m_way = Way::All;
    QStringMatcher m_words;
    QRegularExpression m_expression;
};

// The expression for a syllable that is being composed: "하" gives all from "하" to "핳". Exposed
// for search fields that match in their own way.
[[nodiscard]] QString composingPattern(QChar syllable);

} // namespace Portolan::Ui
