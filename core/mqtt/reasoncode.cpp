// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mqtt/reasoncode.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace Portolan::Mqtt {

namespace {

struct Reason
{
    std::uint8_t code;
    const char *name;     // of MQTT 5.0, table 2-6; never translated
    const char *sentence; // nullptr: the name says it
    Error::Kind kind = Error::Kind::Refused;
    bool final = false;
};

using Kind = Error::Kind;

constexpr std::array kReasons{
    Reason{0x04, "Disconnect with Will Message", nullptr},
    Reason{0x10, "No matching subscribers",
           QT_TRANSLATE_NOOP("Portolan::Mqtt",
                             "The broker took the message, and nobody is subscribed to it.")},
    Reason{0x11, "No subscription existed",
           QT_TRANSLATE_NOOP("Portolan::Mqtt", "There was no such subscription.")},
    Reason{0x18, "Continue authentication", nullptr, Kind::Auth},
    Reason{0x19, "Re-authenticate", nullptr, Kind::Auth},
    Reason{0x80, "Unspecified error",
           QT_TRANSLATE_NOOP("Portolan::Mqtt", "The broker refused without giving a reason.")},
    Reason{0x81, "Malformed Packet",
           QT_TRANSLATE_NOOP("Portolan::Mqtt", "The broker could not read what was sent to it."),
           Kind::Protocol},
    Reason{
        0x82, "Protocol Error",
        QT_TRANSLATE_NOOP("Portolan::Mqtt", "The broker says that the rules of MQTT were broken."),
        Kind::Protocol},
    Reason{0x83, "Implementation specific error",
           QT_TRANSLATE_NOOP("Portolan::Mqtt", "The broker refused for a reason of its own.")},
    Reason{0x84, "Unsupported Protocol Version",
           QT_TRANSLATE_NOOP("Portolan::Mqtt", "The broker does not speak this version of MQTT."),
           Kind::Unsupported, true},
    Reason{
        0x85, "Client Identifier not valid",
        QT_TRANSLATE_NOOP("Portolan::Mqtt", "The broker does not accept this client identifier."),
        Kind::Refused, true},
    Reason{0x86, "Bad User Name or Password",
           QT_TRANSLATE_NOOP("Portolan::Mqtt",
                             "The broker does not accept the user name or the password."),
           Kind::Auth, true},
    Reason{0x87, "Not authorized",
           QT_TRANSLATE_NOOP("Portolan::Mqtt", "The broker does not allow this to this user."),
           Kind::Auth, true},
    Reason{0x88, "Server unavailable",
           QT_TRANSLATE_NOOP("Portolan::Mqtt", "The broker is not available at the moment."),
           Kind::Network},
    Reason{0x89, "Server busy", QT_TRANSLATE_NOOP("Portolan::Mqtt", "The broker is busy."),
           Kind::Network},
    Reason{0x8a, "Banned",
           QT_TRANSLATE_NOOP("Portolan::Mqtt", "The broker has banned this client."), Kind::Refused,
           true},
    Reason{0x8b, "Server shutting down",
           QT_TRANSLATE_NOOP("Portolan::Mqtt", "The broker is shutting down."), Kind::Network},
    Reason{
        0x8c, "Bad authentication method",
        QT_TRANSLATE_NOOP("Portolan::Mqtt", "The broker does not know this way to authenticate."),
        Kind::Auth, true},
    Reason{0x8d, "Keep Alive timeout",
           QT_TRANSLATE_NOOP("Portolan::Mqtt",
                             "The broker heard nothing for one and a half keepalive times."),
           Kind::Timeout},
    Reason{0x8e, "Session taken over",
           QT_TRANSLATE_NOOP("Portolan::Mqtt",
                             "Another client connected with the same client identifier."),
           Kind::Refused, true},
    Reason{0x8f, "Topic Filter invalid",
           QT_TRANSLATE_NOOP("Portolan::Mqtt", "The broker does not accept this topic filter.")},
    Reason{0x90, "Topic Name invalid",
           QT_TRANSLATE_NOOP("Portolan::Mqtt", "The broker does not accept this topic.")},
    Reason{0x91, "Packet Identifier in use", nullptr, Kind::Protocol},
    Reason{0x92, "Packet Identifier not found", nullptr, Kind::Protocol},
    Reason{0x93, "Receive Maximum exceeded",
           QT_TRANSLATE_NOOP("Portolan::Mqtt",
                             "More messages were on the way than the broker allows."),
           Kind::Protocol},
    Reason{0x94, "Topic Alias invalid", nullptr, Kind::Protocol},
    Reason{0x95, "Packet too large",
           QT_TRANSLATE_NOOP("Portolan::Mqtt", "The message is larger than the broker allows.")},
    Reason{
        0x96, "Message rate too high",
        QT_TRANSLATE_NOOP("Portolan::Mqtt", "Messages were sent faster than the broker allows.")},
    Reason{0x97, "Quota exceeded",
           QT_TRANSLATE_NOOP("Portolan::Mqtt", "A limit that the broker sets is reached.")},
    Reason{0x98, "Administrative action",
           QT_TRANSLATE_NOOP("Portolan::Mqtt",
                             "An administrator of the broker ended the connection.")},
    Reason{
        0x99, "Payload format invalid",
        QT_TRANSLATE_NOOP("Portolan::Mqtt", "The payload is not what its format indicator says.")},
    Reason{0x9a, "Retain not supported",
           QT_TRANSLATE_NOOP("Portolan::Mqtt", "The broker keeps no retained messages."),
           Kind::Unsupported},
    Reason{0x9b, "QoS not supported",
           QT_TRANSLATE_NOOP("Portolan::Mqtt", "The broker does not support this QoS."),
           Kind::Unsupported},
    Reason{0x9c, "Use another server",
           QT_TRANSLATE_NOOP("Portolan::Mqtt", "The broker asks to use another one for now."),
           Kind::Refused, true},
    Reason{0x9d, "Server moved",
           QT_TRANSLATE_NOOP("Portolan::Mqtt", "The broker has moved to another address."),
           Kind::Refused, true},
    Reason{0x9e, "Shared Subscriptions not supported",
           QT_TRANSLATE_NOOP("Portolan::Mqtt", "The broker has no shared subscriptions."),
           Kind::Unsupported},
    Reason{0x9f, "Connection rate exceeded",
           QT_TRANSLATE_NOOP("Portolan::Mqtt",
                             "Connections were made faster than the broker allows.")},
    Reason{0xa0, "Maximum connect time",
           QT_TRANSLATE_NOOP("Portolan::Mqtt",
                             "The broker allows no connection to last longer than this one did.")},
    Reason{0xa1, "Subscription Identifiers not supported", nullptr, Kind::Unsupported},
    Reason{0xa2, "Wildcard Subscriptions not supported",
           QT_TRANSLATE_NOOP("Portolan::Mqtt", "The broker takes no subscription with + or #."),
           Kind::Unsupported},
};

const Reason *find(std::uint8_t code)
{
    const auto *const reason = std::find_if(
        kReasons.begin(), kReasons.end(), [code](const Reason &each) { return each.code == code; });
    return reason == kReasons.end() ? nullptr : reason;
}

} // namespace

QString reasonName(Packet packet, std::uint8_t code)
{
    // Below 0x80 the meaning depends on the packet (MQTT 5.0, table 2-6).
    if (code == 0x00) {
        switch (packet) {
        case Packet::Connack:
        case Packet::Puback:
        case Packet::Unsuback:
            return QStringLiteral("Success");
        case Packet::Suback:
            return QStringLiteral("Granted QoS 0");
        case Packet::Disconnect:
            return QStringLiteral("Normal disconnection");
        }
    }
    if (packet == Packet::Suback && code <= 0x02)
        return QStringLiteral("Granted QoS %1").arg(code);
    const Reason *reason = find(code);
    return reason ? QString::fromLatin1(reason->name) : QString();
}

QString reasonSentence(Packet packet, std::uint8_t code)
{
    // mosquitto says so of a wrong password too.
    if (packet == Packet::Connack && code == 0x87)
        return QCoreApplication::translate(
            "Portolan::Mqtt",
            "The broker does not let this client in: the user name or the password is wrong, or "
            "the user may not connect.");
    const Reason *reason = find(code);
    if (reason && reason->sentence)
        return QCoreApplication::translate("Portolan::Mqtt", reason->sentence);
    const QString name = reasonName(packet, code);
    return name.isEmpty()
               ? QCoreApplication::translate("Portolan::Mqtt",
                                             "The broker answered with a code that MQTT does not "
                                             "have: %1")
                     .arg(QStringLiteral("0x%1").arg(code, 2, 16, QLatin1Char('0')))
               : QCoreApplication::translate("Portolan::Mqtt", "The broker answered: %1").arg(name);
}

std::uint8_t fromReturnCode(int connackOf311)
{
    switch (connackOf311) {
    case 0:
        return 0x00;
    case 1:
        return 0x84;
    case 2:
        return 0x85;
    case 3:
        return 0x88;
    case 4:
        return 0x86;
    case 5:
        return 0x87;
    default:
        return 0x80;
    }
}

bool isFinal(std::uint8_t code)
{
    const Reason *reason = find(code);
    return reason && reason->final;
}

Error::Kind kindOf(std::uint8_t code)
{
    const Reason *reason = find(code);
    return reason ? reason->kind : Error::Kind::Protocol;
}

} // namespace Portolan::Mqtt
