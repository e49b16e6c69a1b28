// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/tabletext.h"

#include <QStringView>

#include <algorithm>

namespace Portolan {

namespace {

bool isBreak(QChar c)
{
    return c == QLatin1Char('\t') || c == QLatin1Char('\n') || c == QLatin1Char('\r') ||
           c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
}

// What a spreadsheet begins a formula with; the full-width forms count where Korean, Japanese or
// Chinese is set.
bool beginsFormula(QChar c)
{
    switch (c.unicode()) {
    case u'=':
    case u'+':
    case u'-':
    case u'@':
    case 0xff1d:
    case 0xff0b:
    case 0xff0d:
    case 0xff20:
        return true;
    default:
        return false;
    }
}

bool isNumber(QStringView cell)
{
    bool isRead = false;
    (void)cell.toDouble(&isRead); // of the C locale: no group separators, no names
    return isRead && std::all_of(cell.begin(), cell.end(), [](QChar c) {
               return c.unicode() < 0x80 && (c.isDigit() || QStringView(u"+-.eE").contains(c));
           });
}

QString guarded(const QString &cell)
{
    // Leading blanks are dropped by some programs before they look.
    const auto first = std::find_if(cell.begin(), cell.end(), [](QChar c) { return !c.isSpace(); });
    if (first == cell.end() || !beginsFormula(*first) || isNumber(cell))
        return cell;
    return QLatin1Char('\'') + cell;
}

} // namespace

QString toTsv(const QList<QStringList> &rows)
{
    QString text;
    for (const QStringList &row : rows) {
        for (qsizetype i = 0; i < row.size(); ++i) {
            if (i > 0)
                text += QLatin1Char('\t');
            QString cell = row[i];
            cell.replace(QStringLiteral("\r\n"), QStringLiteral(" "));
            std::replace_if(cell.begin(), cell.end(), isBreak, QLatin1Char(' '));
            text += cell;
        }
        text += QLatin1Char('\n');
    }
    return text;
}

QByteArray toCsv(const QList<QStringList> &rows)
{
    QByteArray text("\xef\xbb\xbf");
    for (const QStringList &row : rows) {
        for (qsizetype i = 0; i < row.size(); ++i) {
            if (i > 0)
                text += ',';
            QByteArray cell = guarded(row[i]).toUtf8();
            // RFC 4180, section 2, rules 6 and 7.
            const bool quote = std::any_of(cell.begin(), cell.end(), [](char c) {
                return c == ',' || c == '"' || c == '\n' || c == '\r' || c == ';' || c == '\t';
            });
            if (quote)
                text += '"' + cell.replace("\"", "\"\"") + '"';
            else
                text += cell;
        }
        text += "\r\n";
    }
    return text;
}

} // namespace Portolan
