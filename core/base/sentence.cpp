// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sentence.h"

#include <algorithm>

namespace Portolan {

QString plainLine(const QString &text, int most)
{
    QString line;
    line.reserve(std::min<qsizetype>(text.size(), most));
    for (const QChar c : text) {
        if (line.size() >= most)
            return line + QChar(0x2026);
        const auto category = c.category();
        const bool unseen = category == QChar::Other_Control || category == QChar::Other_Format ||
                            category == QChar::Separator_Line ||
                            category == QChar::Separator_Paragraph;
        line += unseen ? QLatin1Char(' ') : c;
    }
    return line.trimmed();
}

QString fillIn(const QString &sentence, const QStringList &arguments)
{
    QString result;
    result.reserve(sentence.size());
    for (qsizetype i = 0; i < sentence.size(); ++i) {
        const int number = sentence.at(i) == QLatin1Char('%') && i + 1 < sentence.size()
                               ? sentence.at(i + 1).digitValue()
                               : -1;
        if (number >= 1 && number <= arguments.size()) {
            result += arguments.at(number - 1);
            ++i;
        } else {
            result += sentence.at(i);
        }
    }
    return result;
}

} // namespace Portolan
