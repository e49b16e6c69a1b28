// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mqtt/mosquittowords.h"

#include "core/mqtt/words.h"
#include "core/net/sockets.h"

#include <cstdlib>

namespace Portolan::Mqtt {

namespace {

// The bytes that the library made with malloc().
QByteArray taken(char *text)
{
    const QByteArray bytes(text);
    std::free(text); // NOLINT: the library's contract
    return bytes;
}

std::optional<QByteArray> textOf(const mosquitto_property *at, int id)
{
    char *text = nullptr;
    if (!mosquitto_property_read_string(at, id, &text, false))
        return std::nullopt;
    return taken(text);
}

std::optional<std::pair<QByteArray, QByteArray>> pairOf(const mosquitto_property *at)
{
    char *name = nullptr;
    char *value = nullptr;
    if (!mosquitto_property_read_string_pair(at, MQTT_PROP_USER_PROPERTY, &name, &value, false))
        return std::nullopt;
    const QByteArray first = taken(name);
    return std::pair(first, taken(value));
}

} // namespace

void PropertyWriter::message(const Properties &properties)
{
    if (properties.payloadIsText)
        byte(MQTT_PROP_PAYLOAD_FORMAT_INDICATOR, *properties.payloadIsText ? 1 : 0);
    if (properties.expirySeconds)
        int32(MQTT_PROP_MESSAGE_EXPIRY_INTERVAL, *properties.expirySeconds);
    if (properties.contentType)
        text(MQTT_PROP_CONTENT_TYPE, *properties.contentType);
    if (properties.responseTopic)
        text(MQTT_PROP_RESPONSE_TOPIC, *properties.responseTopic);
    if (properties.correlation)
        binary(MQTT_PROP_CORRELATION_DATA, *properties.correlation);
    for (const auto &[name, value] : properties.user)
        pair(MQTT_PROP_USER_PROPERTY, name, value);
}

Properties messageProperties(const mosquitto_property *list)
{
    Properties properties;
    for (const auto *at = list; at; at = mosquitto_property_next(at)) {
        const int id = mosquitto_property_identifier(at);
        switch (id) {
        case MQTT_PROP_PAYLOAD_FORMAT_INDICATOR: {
            std::uint8_t value = 0;
            mosquitto_property_read_byte(at, id, &value, false);
            properties.payloadIsText = value != 0;
            break;
        }
        case MQTT_PROP_MESSAGE_EXPIRY_INTERVAL: {
            std::uint32_t value = 0;
            mosquitto_property_read_int32(at, id, &value, false);
            properties.expirySeconds = value;
            break;
        }
        case MQTT_PROP_TOPIC_ALIAS: {
            std::uint16_t value = 0;
            mosquitto_property_read_int16(at, id, &value, false);
            properties.topicAlias = value;
            break;
        }
        case MQTT_PROP_SUBSCRIPTION_IDENTIFIER: {
            std::uint32_t value = 0;
            mosquitto_property_read_varint(at, id, &value, false);
            properties.subscriptionIds.append(value);
            break;
        }
        case MQTT_PROP_CORRELATION_DATA: {
            void *value = nullptr;
            std::uint16_t size = 0;
            if (mosquitto_property_read_binary(at, id, &value, &size, false)) {
                properties.correlation = QByteArray(static_cast<const char *>(value), size);
                std::free(value); // NOLINT: the library's contract
            }
            break;
        }
        case MQTT_PROP_CONTENT_TYPE:
            properties.contentType = textOf(at, id);
            break;
        case MQTT_PROP_RESPONSE_TOPIC:
            properties.responseTopic = textOf(at, id);
            break;
        case MQTT_PROP_USER_PROPERTY:
            if (const auto pair = pairOf(at))
                properties.user.append(*pair);
            break;
        default:
            break;
        }
    }
    return properties;
}

ConnackFacts connackFacts(const mosquitto_property *list)
{
    ConnackFacts facts;
    const auto yes = [](const mosquitto_property *at, int id) {
        std::uint8_t value = 0;
        mosquitto_property_read_byte(at, id, &value, false);
        return value;
    };
    const auto number16 = [](const mosquitto_property *at, int id) {
        std::uint16_t value = 0;
        mosquitto_property_read_int16(at, id, &value, false);
        return value;
    };
    const auto number32 = [](const mosquitto_property *at, int id) {
        std::uint32_t value = 0;
        mosquitto_property_read_int32(at, id, &value, false);
        return value;
    };
    const auto words = [](const mosquitto_property *at, int id) {
        const auto text = textOf(at, id);
        return text ? plainLine(QString::fromUtf8(*text)) : QString();
    };
    for (const auto *at = list; at; at = mosquitto_property_next(at)) {
        const int id = mosquitto_property_identifier(at);
        switch (id) {
        case MQTT_PROP_SESSION_EXPIRY_INTERVAL:
            facts.sessionExpiry = number32(at, id);
            break;
        case MQTT_PROP_RECEIVE_MAXIMUM:
            facts.receiveMaximum = number16(at, id);
            break;
        case MQTT_PROP_MAXIMUM_QOS:
            facts.maximumQos = yes(at, id);
            break;
        case MQTT_PROP_RETAIN_AVAILABLE:
            facts.retainAvailable = yes(at, id) != 0;
            break;
        case MQTT_PROP_MAXIMUM_PACKET_SIZE:
            facts.maximumPacketSize = number32(at, id);
            break;
        case MQTT_PROP_ASSIGNED_CLIENT_IDENTIFIER:
            facts.clientId = words(at, id);
            break;
        case MQTT_PROP_TOPIC_ALIAS_MAXIMUM:
            facts.topicAliasMaximum = number16(at, id);
            break;
        case MQTT_PROP_REASON_STRING:
            facts.reasonString = words(at, id);
            break;
        case MQTT_PROP_WILDCARD_SUB_AVAILABLE:
            facts.wildcardAvailable = yes(at, id) != 0;
            break;
        case MQTT_PROP_SUBSCRIPTION_ID_AVAILABLE:
            facts.subscriptionIdsAvailable = yes(at, id) != 0;
            break;
        case MQTT_PROP_SHARED_SUB_AVAILABLE:
            facts.sharedAvailable = yes(at, id) != 0;
            break;
        case MQTT_PROP_SERVER_KEEP_ALIVE:
            facts.serverKeepalive = number16(at, id);
            break;
        case MQTT_PROP_RESPONSE_INFORMATION:
            facts.responseInformation = words(at, id);
            break;
        case MQTT_PROP_SERVER_REFERENCE:
            facts.serverReference = words(at, id);
            break;
        case MQTT_PROP_USER_PROPERTY:
            if (const auto pair = pairOf(at))
                facts.user.append(*pair);
            break;
        default:
            break;
        }
    }
    return facts;
}

// What the library says went wrong, as one of ours.
Error errorOf(int result, int systemError)
{
    const QString detail = QString::fromUtf8(mosquitto_strerror(result));
    switch (result) {
    case MOSQ_ERR_CONN_LOST:
    case MOSQ_ERR_NO_CONN:
        return {Error::Kind::Network, tr("The broker closed the connection."), detail, result};
    case MOSQ_ERR_KEEPALIVE:
        return {Error::Kind::Timeout,
                tr("The broker has stopped answering: it was silent for the keepalive time."),
                detail, result};
    case MOSQ_ERR_PROTOCOL:
    case MOSQ_ERR_MALFORMED_PACKET:
    case MOSQ_ERR_MALFORMED_UTF8:
    case MOSQ_ERR_DUPLICATE_PROPERTY:
    case MOSQ_ERR_INVAL:
        return {Error::Kind::Protocol, tr("What the broker sent is not valid MQTT."), detail,
                result};
    case MOSQ_ERR_OVERSIZE_PACKET:
        return {Error::Kind::Refused, tr("The message is larger than the broker allows."), detail,
                result};
    case MOSQ_ERR_NOMEM:
        return {Error::Kind::Local, tr("There is not enough memory for what the broker sent."),
                detail, result};
    case MOSQ_ERR_ERRNO:
        return {Error::Kind::Network, tr("The connection to the broker was lost."),
                Net::socketErrorText(systemError), systemError};
    default:
        return {Error::Kind::Network, tr("The connection to the broker was lost."), detail, result};
    }
}

} // namespace Portolan::Mqtt
