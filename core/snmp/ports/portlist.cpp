// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/ports/portlist.h"

#include <QStringList>

namespace Portolan::Snmp {

std::vector<std::uint32_t> portsOf(const QByteArray &portList)
{
    std::vector<std::uint32_t> ports;
    for (qsizetype octet = 0; octet < portList.size(); ++octet) {
        const auto bits = static_cast<std::uint8_t>(portList.at(octet));
        for (std::uint32_t bit = 0; bit < 8; ++bit) {
            if ((bits & (0x80U >> bit)) != 0)
                ports.push_back(static_cast<std::uint32_t>(octet) * 8 + bit + 1);
        }
    }
    return ports;
}

QString runsText(const std::vector<std::uint32_t> &numbers)
{
    QStringList runs;
    for (std::size_t i = 0; i < numbers.size();) {
        std::size_t end = i;
        while (end + 1 < numbers.size() && numbers[end + 1] == numbers[end] + 1)
            ++end;
        QString run = QString::number(numbers[i]);
        if (end > i)
            run += QLatin1Char(end == i + 1 ? ',' : '-') +
                   QString(end == i + 1 ? QStringLiteral(" ") : QString()) +
                   QString::number(numbers[end]);
        runs += run;
        i = end + 1;
    }
    return runs.join(QStringLiteral(", "));
}

} // namespace Portolan::Snmp
