// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mqtt/properties.h"

namespace Portolan::Mqtt {

namespace {

// MQTT 5.0, table 2-4.
enum Identifier : unsigned char {
    PayloadFormat = 0x01,
    MessageExpiry = 0x02,
    ContentType = 0x03,
    ResponseTopic = 0x08,
    CorrelationData = 0x09,
    SubscriptionId = 0x0b,
    TopicAlias = 0x23,
    UserProperty = 0x26,
};

constexpr qsizetype kMostBytes = 0xffff; // of a string or of binary data

void putNumber(QByteArray &to, std::uint32_t value, int bytes)
{
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
        to.append(static_cast<char>((value >> static_cast<unsigned>(shift)) & 0xffU));
}

// MQTT 5.0, section 1.5.5.
void putVariable(QByteArray &to, std::uint32_t value)
{
    do {
        const std::uint32_t rest = value >> 7U;
        to.append(static_cast<char>((value & 0x7fU) | (rest != 0 ? 0x80U : 0U)));
        value = rest;
    } while (value != 0);
}

void putBytes(QByteArray &to, const QByteArray &bytes)
{
    const auto size = std::min(bytes.size(), kMostBytes);
    putNumber(to, static_cast<std::uint32_t>(size), 2);
    to.append(bytes.constData(), size);
}

class Reader
{
public:
    explicit Reader(std::string_view bytes)
        : m_left(bytes)
    {
    }
    [[nodiscard]] bool atEnd() const { return m_left.empty(); }

    std::optional<std::uint32_t> number(std::size_t bytes)
    {
        if (m_left.size() < bytes)
            return std::nullopt;
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < bytes; ++i)
            value = value << 8U | static_cast<unsigned char>(m_left[i]);
        m_left.remove_prefix(bytes);
        return value;
    }
    std::optional<std::uint32_t> variable()
    {
        std::uint32_t value = 0;
        for (unsigned shift = 0; shift < 28; shift += 7) {
            const auto byte = number(1);
            if (!byte)
                return std::nullopt;
            value |= (*byte & 0x7fU) << shift;
            if ((*byte & 0x80U) == 0)
                return value;
        }
        return std::nullopt;
    }
    std::optional<QByteArray> bytes()
    {
        const auto size = number(2);
        if (!size || m_left.size() < *size)
            return std::nullopt;
        const QByteArray taken(m_left.data(), static_cast<qsizetype>(*size));
        m_left.remove_prefix(*size);
        return taken;
    }

private:
    std::string_view m_left;
};

bool readOne(Reader &reader, Properties &into)
{
    const auto identifier = reader.variable();
    if (!identifier)
        return false;
    switch (*identifier) {
    case PayloadFormat: {
        const auto value = reader.number(1);
        if (value)
            into.payloadIsText = *value != 0;
        return value.has_value();
    }
    case MessageExpiry:
        return (into.expirySeconds = reader.number(4)).has_value();
    case ContentType:
        return (into.contentType = reader.bytes()).has_value();
    case ResponseTopic:
        return (into.responseTopic = reader.bytes()).has_value();
    case CorrelationData:
        return (into.correlation = reader.bytes()).has_value();
    case SubscriptionId: {
        const auto value = reader.variable();
        if (value)
            into.subscriptionIds.append(*value);
        return value.has_value();
    }
    case TopicAlias: {
        const auto value = reader.number(2);
        if (value)
            into.topicAlias = static_cast<std::uint16_t>(*value);
        return value.has_value();
    }
    case UserProperty: {
        const auto name = reader.bytes();
        const auto value = name ? reader.bytes() : std::nullopt;
        if (value)
            into.user.append({*name, *value});
        return value.has_value();
    }
    default:
        return false; // how long it is, nobody knows
    }
}

} // namespace

QByteArray encodeProperties(const Properties &properties)
{
    QByteArray bytes;
    if (properties.payloadIsText) {
        bytes.append(static_cast<char>(PayloadFormat));
        bytes.append(*properties.payloadIsText ? '\1' : '\0');
    }
    if (properties.expirySeconds) {
        bytes.append(static_cast<char>(MessageExpiry));
        putNumber(bytes, *properties.expirySeconds, 4);
    }
    if (properties.topicAlias) {
        bytes.append(static_cast<char>(TopicAlias));
        putNumber(bytes, *properties.topicAlias, 2);
    }
    const auto put = [&bytes](Identifier identifier, const std::optional<QByteArray> &value) {
        if (value) {
            bytes.append(static_cast<char>(identifier));
            putBytes(bytes, *value);
        }
    };
    put(ContentType, properties.contentType);
    put(ResponseTopic, properties.responseTopic);
    put(CorrelationData, properties.correlation);
    for (const std::uint32_t id : properties.subscriptionIds) {
        bytes.append(static_cast<char>(SubscriptionId));
        putVariable(bytes, id);
    }
    for (const auto &[name, value] : properties.user) {
        bytes.append(static_cast<char>(UserProperty));
        putBytes(bytes, name);
        putBytes(bytes, value);
    }
    return bytes;
}

Properties decodeProperties(std::string_view bytes)
{
    Properties properties;
    Reader reader(bytes);
    while (!reader.atEnd() && readOne(reader, properties)) {
    }
    return properties;
}

} // namespace Portolan::Mqtt
