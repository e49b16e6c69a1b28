// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/address.h"
#include "core/mqtt/properties.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <cstdint>
#include <optional>
#include <utility>

namespace Portolan::Mqtt {

enum class Carriage { Tcp, Tls, WebSocket, WebSocketTls };
enum class Version { V311, V5 };
// What a subscription gets of the messages that the broker already holds (MQTT 5.0, 3.8.3.1).
enum class RetainHandling : std::uint8_t { Send = 0, SendIfNew = 1, Omit = 2 };
// HTTP authorisation of a WebSocket's opening, made from user and password.
enum class HttpAuth { None, Basic, Bearer };

struct Subscription
{
    QByteArray filter; // UTF-8
    std::uint8_t qos = 0;
    // MQTT 5 only.
    bool noLocal = false;
    bool retainAsPublished = true; // so that a live message says whether it stays
    RetainHandling retainHandling = RetainHandling::Send;

    friend bool operator==(const Subscription &, const Subscription &) = default;
};

struct Will
{
    QByteArray topic;
    QByteArray payload = {};
    std::uint8_t qos = 0;
    bool retain = false;
    std::chrono::seconds delay{0}; // MQTT 5 only
    Properties properties = {};

    friend bool operator==(const Will &, const Will &) = default;
};

// Where a broker is and how to talk to it. Plain value, any thread, no secrets.
struct BrokerTarget
{
    QString host;
    quint16 port = 1883;
    Carriage carriage = Carriage::Tcp;
    Version version = Version::V5;
    QString user = {};
    QString clientId = {}; // empty: one by chance for each connection
    bool cleanStart = true;
    std::chrono::seconds sessionExpiry{0}; // MQTT 5; 3.1.1 keeps a session as the broker likes
    std::chrono::seconds keepalive{60};    // 0: none
    std::uint16_t receiveMaximum = 0;      // 0: not said
    std::uint32_t maximumPacketSize = 0;   // 0: not said
    std::optional<Will> will = {};
    QList<Subscription> subscriptions = {}; // made after each connect; never any by itself

    // Of TLS.
    QString caFile = {}; // empty: the system's
    QString certificateFile = {};
    QString keyFile = {};
    QStringList alpn = {};
    QString serverName = {}; // to be checked and asked for in place of the host
    bool checkHostName = true;
    bool checkCertificate = true; // off only for one run, never by an address
    QByteArray fingerprint = {};  // SHA-256 of the one certificate that is accepted, 32 bytes

    // Of WebSocket.
    QString path = QStringLiteral("/mqtt");
    QList<std::pair<QByteArray, QByteArray>> headers = {};
    HttpAuth httpAuth = HttpAuth::None;

    std::chrono::milliseconds stepTimeout =
        std::chrono::seconds(10); // lookup and TCP, TLS, CONNACK
    bool reconnect = true;

    // "ops@broker:8884"; a default port stays unwritten.
    [[nodiscard]] QString display() const;
    [[nodiscard]] bool hasTls() const
    {
        return carriage == Carriage::Tls || carriage == Carriage::WebSocketTls;
    }
    friend bool operator==(const BrokerTarget &, const BrokerTarget &) = default;
};

// The port of a scheme where none is given: mqtt 1883, mqtts 8883, ws 80, wss 443.
[[nodiscard]] quint16 defaultPort(Carriage carriage);
// "mqtt", "mqtts", "mqtt+ws", "mqtt+wss".
[[nodiscard]] QString schemeOf(Carriage carriage);
[[nodiscard]] bool isBrokerScheme(const QString &scheme);

// What an address of a broker means: mqtt://, mqtts://, mqtt+ws:// and mqtt+wss:// (also ws:// and
// wss://). Pure, any thread. docs/mqtt.md lists the options of the query part. An unknown option or
// value is a Usage error: ignoring it could connect in a way that nobody asked for.
[[nodiscard]] Result<BrokerTarget> brokerTarget(const Address &address,
                                                const BrokerTarget &defaults = {});
// The address that means it, without what is as `BrokerTarget()` has it.
[[nodiscard]] Address addressOf(const BrokerTarget &target);

} // namespace Portolan::Mqtt
