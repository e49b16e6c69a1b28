// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

namespace Portolan::Mqtt {

// The properties of an MQTT 5 message. Plain value, any thread. Text is kept as the bytes that
// travel; it should be UTF-8, and what a broker sends may be anything.
// Source: MQTT 5.0, section 3.3.2.3.
struct Properties
{
    std::optional<bool> payloadIsText = {};          // payload format indicator
    std::optional<std::uint32_t> expirySeconds = {}; // message expiry interval
    std::optional<std::uint16_t> topicAlias = {};    // received only
    std::optional<QByteArray> contentType = {};
    std::optional<QByteArray> responseTopic = {};
    std::optional<QByteArray> correlation = {};         // any bytes
    QList<std::uint32_t> subscriptionIds = {};          // received only
    QList<std::pair<QByteArray, QByteArray>> user = {}; // in their order; names may repeat

    [[nodiscard]] bool isEmpty() const { return *this == Properties(); }
    friend bool operator==(const Properties &, const Properties &) = default;
};

// The bytes of a property list as MQTT 5 writes them, without the length in front: how
// TopicStore::Arrival and Received hold them.
[[nodiscard]] QByteArray encodeProperties(const Properties &properties);
// What could be read; the rest, from the first malformed property on, is left out. Never fails.
[[nodiscard]] Properties decodeProperties(std::string_view bytes);

} // namespace Portolan::Mqtt
