// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/words.h"

#include <algorithm>

namespace Portolan::Snmp {

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

} // namespace Portolan::Snmp
