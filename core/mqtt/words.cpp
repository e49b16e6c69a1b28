// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mqtt/words.h"

#include "core/base/sentence.h"

namespace Portolan::Mqtt {

QString plainLine(const QString &text, int most)
{
    return Portolan::plainLine(text, most);
}

QString plainLine(std::string_view bytes, int most)
{
    // Four bytes at most make a character, and one more shows that something was cut.
    const auto head = bytes.substr(0, static_cast<std::size_t>(most) * 4 + 4);
    return plainLine(QString::fromUtf8(head.data(), static_cast<qsizetype>(head.size())), most);
}

} // namespace Portolan::Mqtt
