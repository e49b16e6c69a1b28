// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mqtt/words.h"

#include <algorithm>

namespace Portolan::Mqtt {

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

QString plainLine(std::string_view bytes, int most)
{
    // Four bytes at most make a character, and one more shows that something was cut.
    const auto head = bytes.substr(0, static_cast<std::size_t>(most) * 4 + 4);
    return plainLine(QString::fromUtf8(head.data(), static_cast<qsizetype>(head.size())), most);
}

} // namespace Portolan::Mqtt
