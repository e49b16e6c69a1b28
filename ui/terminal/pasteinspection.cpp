// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/pasteinspection.h"

#include <QStringList>

namespace Portolan::Terminal {

namespace {

// They show nothing and change what is read: bidi embeddings, overrides, isolates and marks
// (CVE-2021-42574), zero-width space, word joiner and byte order mark, soft hyphen, tags.
bool isInvisible(char32_t c)
{
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200B ||
           c == 0x200E || c == 0x200F || c == 0x061C || (c >= 0x2060 && c <= 0x2064) ||
           c == 0xFEFF || c == 0x00AD || (c >= 0xE0000 && c <= 0xE007F);
}

bool isJoiner(char32_t c)
{
    return c == 0x200C || c == 0x200D;
}

// Joiners are part of words and emoji, but only between characters that can be joined.
bool joins(char32_t c)
{
    return c > 0x7F;
}

bool isControl(char32_t c)
{
    return (c < 0x20 && c != U'\n' && c != U'\t') || (c >= 0x7F && c <= 0x9F);
}

QString unified(const QString &text)
{
    QString made = text;
    made.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    made.replace(QLatin1Char('\r'), QLatin1Char('\n'));
    made.replace(QChar(0x2028), QLatin1Char('\n'));
    made.replace(QChar(0x2029), QLatin1Char('\n'));
    return made;
}

} // namespace

PasteInspection inspectPaste(const QString &text)
{
    PasteInspection found;
    // One copy and no wider: what is pasted may be large.
    const QString whole = unified(text);
    QString kept;
    kept.reserve(whole.size());
    const auto pointAt = [&whole](qsizetype i) -> char32_t {
        if (i >= whole.size())
            return 0;
        const QChar c = whole[i];
        const bool pair =
            c.isHighSurrogate() && i + 1 < whole.size() && whole[i + 1].isLowSurrogate();
        return pair ? QChar::surrogateToUcs4(c, whole[i + 1]) : c.unicode();
    };
    char32_t before = 0;
    for (qsizetype i = 0; i < whole.size();) {
        const char32_t c = pointAt(i);
        i += QChar::requiresSurrogates(c) ? 2 : 1;
        const char32_t after = isJoiner(c) ? pointAt(i) : 0;
        const bool lonely = isJoiner(c) && (!joins(before) || !joins(after));
        before = c;
        if (isInvisible(c) || lonely) {
            ++found.invisibleCharacters;
            continue;
        }
        found.controlCharacters += isControl(c) ? 1 : 0;
        found.lines += c == U'\n' ? 1 : 0;
        kept += QChar::fromUcs4(c);
    }
    found.endsWithLineEnd = kept.endsWith(QLatin1Char('\n'));
    found.lines += kept.isEmpty() || found.endsWithLineEnd ? 0 : 1;
    found.text = kept;
    return found;
}

QString asOneLine(const QString &text)
{
    QStringList parts;
    const QStringList lines = unified(text).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const QString trimmed = line.trimmed();
        if (!trimmed.isEmpty()) {
            parts.append(trimmed);
        }
    }
    QString joined = parts.join(QLatin1Char(' '));
    joined.replace(QLatin1Char('\t'), QLatin1Char(' '));
    return joined;
}

QString pastePreview(const QString &text, int lines, int columns)
{
    QStringList shown;
    qsizetype from = 0;
    const QString all = unified(text);
    while (from < all.size() && shown.size() < lines) {
        const qsizetype end = all.indexOf(QLatin1Char('\n'), from);
        const bool last = end < 0;
        QString line =
            all.mid(from, qMin((last ? all.size() : end) - from, qsizetype(columns) + 1));
        const bool cut = line.size() > columns;
        line.truncate(columns);
        for (QChar &c : line) {
            if (c.unicode() < 0x20 && c != QLatin1Char('\t')) {
                c = QChar(0x2400 + c.unicode());
            } else if (c.unicode() == 0x7F) {
                c = QChar(0x2421);
            } else if (c.unicode() > 0x7F && c.unicode() <= 0x9F) {
                c = QChar(0xFFFD);
            }
        }
        if (cut) {
            line.append(QChar(0x2026));
        } else if (!last) {
            line.append(QChar(0x21B5));
        }
        shown.append(line);
        from = last ? all.size() : end + 1;
    }
    return shown.join(QLatin1Char('\n'));
}

} // namespace Portolan::Terminal
