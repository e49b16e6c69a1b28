// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace Portolan::Test {

// A switch of `ports` ports with VLANs, addresses and one neighbor, as "OID|tag|value".
inline QByteArray switchRecording(int ports)
{
    QByteArray lines;
    const auto line = [&lines](const QByteArray &oid, const char *tag, const QByteArray &value) {
        lines += oid + '|' + tag + '|' + value + '\n';
    };
    line("1.3.6.1.2.1.1.1.0", "4", "A made-up switch");
    line("1.3.6.1.2.1.1.3.0", "67", "5000000");
    line("1.3.6.1.2.1.1.5.0", "4", "made-up");
    const auto column = [&](const QByteArray &entry, int number, const char *tag, auto value) {
        for (int port = 1; port <= ports; ++port)
            line(entry + '.' + QByteArray::number(number) + '.' + QByteArray::number(100 + port),
                 tag, value(port));
    };
    const auto fixed = [](const char *value) { return [value](int) { return QByteArray(value); }; };
    const QByteArray entry = "1.3.6.1.2.1.2.2.1";
    column(entry, 2, "4",
           [](int port) -> QByteArray { return "GigabitEthernet0/" + QByteArray::number(port); });
    column(entry, 3, "2", fixed("6"));
    column(entry, 7, "2", fixed("1"));
    column(entry, 8, "2", [](int port) { return QByteArray(port % 2 == 1 ? "1" : "2"); });
    column(entry, 9, "67", fixed("1000000"));
    column(entry, 14, "65", fixed("7"));
    line("1.3.6.1.2.1.17.1.1.0", "4x", "020000000001");
    for (int port = 1; port <= ports; ++port)
        line("1.3.6.1.2.1.17.1.4.1.2." + QByteArray::number(port), "2",
             QByteArray::number(100 + port));
    line("1.3.6.1.2.1.17.7.1.2.2.1.2.10.2.0.0.0.0.9", "2", "3");
    line("1.3.6.1.2.1.17.7.1.2.2.1.3.10.2.0.0.0.0.9", "2", "3");
    line("1.3.6.1.2.1.17.7.1.4.3.1.1.10", "4", "office");
    line("1.3.6.1.2.1.17.7.1.4.3.1.2.10", "4x", "f0");
    line("1.3.6.1.2.1.17.7.1.4.3.1.4.10", "4x", "f0");
    column("1.3.6.1.2.1.31.1.1.1", 1, "4",
           [](int port) -> QByteArray { return "Gi0/" + QByteArray::number(port); });
    column("1.3.6.1.2.1.31.1.1.1", 6, "70", fixed("123456789012"));
    column("1.3.6.1.2.1.31.1.1.1", 10, "70", fixed("99"));
    column("1.3.6.1.2.1.31.1.1.1", 15, "66", fixed("1000"));
    line("1.0.8802.1.1.2.1.3.7.1.2.41", "2", "5");
    line("1.0.8802.1.1.2.1.3.7.1.3.41", "4", "Gi0/3");
    line("1.0.8802.1.1.2.1.4.1.1.4.0.41.1", "2", "4");
    line("1.0.8802.1.1.2.1.4.1.1.5.0.41.1", "4x", "020000000099");
    line("1.0.8802.1.1.2.1.4.1.1.9.0.41.1", "4", "neighbor");
    return lines;
}

} // namespace Portolan::Test
