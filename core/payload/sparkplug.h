// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace Portolan::Payload {

// Sparkplug B 3.0. Whether a topic is one of its binary messages: spBv1.0/GROUP/TYPE/NODE[/DEVICE]
// with TYPE of NBIRTH, NDEATH, DBIRTH, DDEATH, NDATA, DDATA, NCMD, DCMD (chapter 4). STATE is
// JSON.
[[nodiscard]] bool isSparkplugTopic(std::string_view topic);
// Whether all bytes are a Payload (chapter 6): known fields, of their types, with a timestamp, a
// sequence number or a metric.
[[nodiscard]] bool isSparkplug(std::string_view bytes);

// The names behind the aliases of metrics, as births of edge nodes and devices told them (chapter
// 6: an alias is unique within its edge node). A value; one thread at a time; what it keeps is
// bounded.
class SparkplugAliases
{
public:
    static constexpr std::size_t kMostAliases = 500'000;

    // Reads an NBIRTH or DBIRTH; anything else changes nothing. True: it learned something.
    bool learn(std::string_view topic, std::string_view payload);
    [[nodiscard]] QString name(std::string_view topic, std::uint64_t alias) const; // empty: unknown
    [[nodiscard]] std::size_t count() const { return m_count; }

private:
    std::unordered_map<std::string, QHash<std::uint64_t, QString>> m_byNode; // "GROUP/NODE"
    std::size_t m_count = 0;
};

} // namespace Portolan::Payload
