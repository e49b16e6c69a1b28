// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mqtt/diagnosis.h"

#include "core/base/sentence.h"
#include "core/mqtt/words.h"

#include <algorithm>
#include <iterator>

namespace Portolan::Mqtt {

namespace {

struct Words
{
    const char *id; // behind "mqtt."
    const char *title;
    const char *advice;
};

constexpr Words kWords[] = {
    {"fine",
     QT_TRANSLATE_NOOP("Portolan::Mqtt", "Everything that was looked at at %1 is in order."), ""},
    {"connected", QT_TRANSLATE_NOOP("Portolan::Mqtt", "%1 let this client in within %2 ms."), ""},
    {"version", QT_TRANSLATE_NOOP("Portolan::Mqtt", "%1 speaks MQTT %2 only."),
     QT_TRANSLATE_NOOP("Portolan::Mqtt",
                       "Set the version of this connection to the one that works.")},
    {"unreachable", QT_TRANSLATE_NOOP("Portolan::Mqtt", "%1 cannot be reached on port %2: %3"),
     QT_TRANSLATE_NOOP("Portolan::Mqtt", "Check the name, the port and the network. 1883 is the "
                                         "usual port without TLS, 8883 the one "
                                         "with TLS, 80 or 443 those of WebSocket.")},
    {"not_mqtt",
     QT_TRANSLATE_NOOP("Portolan::Mqtt",
                       "What answers at %1 on port %2 does not speak MQTT as it should: %3"),
     QT_TRANSLATE_NOOP(
         "Portolan::Mqtt",
         "Check the port and the kind of connection: a port for TLS or WebSocket stays silent or "
         "closes when plain MQTT comes, and the other way round.")},
    {"lost", QT_TRANSLATE_NOOP("Portolan::Mqtt", "The connection was lost: %1"),
     QT_TRANSLATE_NOOP("Portolan::Mqtt", "The transcript shows the last packets before it.")},
    {"tls.failed", QT_TRANSLATE_NOOP("Portolan::Mqtt", "The TLS handshake with %1 failed."),
     QT_TRANSLATE_NOOP(
         "Portolan::Mqtt",
         "The port may speak without TLS, want a client certificate, or know no common version or "
         "cipher. The evidence has the words of the library.")},
    {"tls.failed_with_certificate",
     QT_TRANSLATE_NOOP(
         "Portolan::Mqtt",
         "The TLS handshake with %1 failed, although a client certificate was offered."),
     QT_TRANSLATE_NOOP("Portolan::Mqtt", "The broker may not know the authority that signed the "
                                         "certificate, or it has expired. Its "
                                         "log says which.")},
    {"tls.certificate_wanted",
     QT_TRANSLATE_NOOP(
         "Portolan::Mqtt",
         "%1 completed the TLS handshake and then hung up: it may want a client certificate."),
     QT_TRANSLATE_NOOP("Portolan::Mqtt", "Name a certificate and its key in this connection.")},
    {"tls.untrusted",
     QT_TRANSLATE_NOOP("Portolan::Mqtt", "The certificate of %1 is not trusted. %2"),
     QT_TRANSLATE_NOOP(
         "Portolan::Mqtt",
         "Name the authority that signed it (option ca), or compare the fingerprint over another "
         "way "
         "and trust this one certificate. A wrong host name means the wrong address, or a "
         "certificate that lacks a name.")},
    {"tls.other_certificate",
     QT_TRANSLATE_NOOP("Portolan::Mqtt",
                       "%1 shows another certificate than the one that is trusted."),
     QT_TRANSLATE_NOOP(
         "Portolan::Mqtt",
         "It may have been renewed, or somebody stands between. Ask whoever runs the broker before "
         "you trust the new one.")},
    {"tls.unchecked",
     QT_TRANSLATE_NOOP("Portolan::Mqtt",
                       "The certificate of %1 was not checked or is not right, and was accepted."),
     QT_TRANSLATE_NOOP("Portolan::Mqtt",
                       "Anybody on the way can read and change everything, the password too.")},
    {"tls.ends",
     QT_TRANSLATE_NOOP("Portolan::Mqtt", "The certificate of the broker ends in %1 days."),
     QT_TRANSLATE_NOOP("Portolan::Mqtt", "Have it renewed.")},
    {"tls.alpn",
     QT_TRANSLATE_NOOP("Portolan::Mqtt", "The broker chose none of the offered protocols: %1."),
     QT_TRANSLATE_NOOP("Portolan::Mqtt",
                       "Some cloud services on port 443 need it; others ignore it.")},
    {"tls.ok", QT_TRANSLATE_NOOP("Portolan::Mqtt", "The connection is encrypted with %1, %2."), ""},
    {"websocket.failed", QT_TRANSLATE_NOOP("Portolan::Mqtt", "%1 opens no WebSocket at %2: %3"),
     QT_TRANSLATE_NOOP(
         "Portolan::Mqtt",
         "Check the path, often /mqtt or /ws, and whether a proxy in front passes WebSocket on "
         "(Upgrade and Connection headers).")},
    {"clear", QT_TRANSLATE_NOOP("Portolan::Mqtt", "The connection to %1 is not encrypted."),
     QT_TRANSLATE_NOOP("Portolan::Mqtt",
                       "On networks that others share, use mqtts:// or mqtt+wss://.")},
    {"clear_password",
     QT_TRANSLATE_NOOP("Portolan::Mqtt", "The password for %1 goes over the network in the clear."),
     QT_TRANSLATE_NOOP("Portolan::Mqtt",
                       "Use mqtts:// or mqtt+wss://, and change the password once that works.")},
    {"login.anonymous",
     QT_TRANSLATE_NOOP("Portolan::Mqtt", "%1 lets nobody in without a user name."),
     QT_TRANSLATE_NOOP(
         "Portolan::Mqtt",
         "Give a user name and a password, or a client certificate where the broker wants that.")},
    {"login.no_password",
     QT_TRANSLATE_NOOP("Portolan::Mqtt", "%1 was not let in, and no password was given."),
     QT_TRANSLATE_NOOP("Portolan::Mqtt", "Give the password of this user.")},
    {"login.refused", QT_TRANSLATE_NOOP("Portolan::Mqtt", "The broker does not let %1 in."),
     QT_TRANSLATE_NOOP(
         "Portolan::Mqtt",
         "The user name or the password is wrong, or the user may not connect from here. mosquitto "
         "tells no difference; its log does. It is not tried again by itself, so that no account "
         "is "
         "locked.")},
    {"identifier",
     QT_TRANSLATE_NOOP("Portolan::Mqtt", "The broker does not accept the client identifier %1."),
     QT_TRANSLATE_NOOP(
         "Portolan::Mqtt",
         "Some brokers want a fixed one for each user, or letters and digits only, at most 23.")},
    {"banned", QT_TRANSLATE_NOOP("Portolan::Mqtt", "%1 has banned this client."),
     QT_TRANSLATE_NOOP("Portolan::Mqtt",
                       "Ask whoever runs the broker; trying again may make it last longer.")},
    {"moved", QT_TRANSLATE_NOOP("Portolan::Mqtt", "The broker asks to use another one: %1"),
     QT_TRANSLATE_NOOP("Portolan::Mqtt", "Change the address of this connection.")},
    {"refused", QT_TRANSLATE_NOOP("Portolan::Mqtt", "The broker refused the connection: %1"), ""},
    {"limit.qos", QT_TRANSLATE_NOOP("Portolan::Mqtt", "The broker offers QoS %1 at most."),
     QT_TRANSLATE_NOOP(
         "Portolan::Mqtt",
         "Messages of a higher QoS are refused, and subscriptions get less than they ask for.")},
    {"limit.retain", QT_TRANSLATE_NOOP("Portolan::Mqtt", "The broker keeps no retained messages."),
     QT_TRANSLATE_NOOP("Portolan::Mqtt", "Whoever subscribes later gets no last value.")},
    {"limit.wildcard",
     QT_TRANSLATE_NOOP("Portolan::Mqtt", "The broker takes no subscription with + or #."),
     QT_TRANSLATE_NOOP("Portolan::Mqtt", "Name each topic.")},
    {"limit.shared", QT_TRANSLATE_NOOP("Portolan::Mqtt", "The broker has no shared subscriptions."),
     ""},
    {"limit.packet",
     QT_TRANSLATE_NOOP("Portolan::Mqtt", "The broker takes packets of %1 bytes at most."), ""},
    {"limit.receive",
     QT_TRANSLATE_NOOP("Portolan::Mqtt",
                       "The broker takes %1 messages at a time without an answer."),
     QT_TRANSLATE_NOOP("Portolan::Mqtt", "More wait on this side.")},
    {"limit.keepalive",
     QT_TRANSLATE_NOOP("Portolan::Mqtt",
                       "The broker wants a keepalive time of %1 seconds instead of %2."),
     ""},
    {"session.clean", QT_TRANSLATE_NOOP("Portolan::Mqtt", "Each connection begins a new session."),
     QT_TRANSLATE_NOOP(
         "Portolan::Mqtt",
         "What is published while this client is away is not kept for it. For that, use clean=no "
         "with a fixed client identifier.")},
    {"session.lasting",
     QT_TRANSLATE_NOOP("Portolan::Mqtt",
                       "The broker keeps the session for %1 seconds after a connection."),
     ""},
    {"session.lasting_311",
     QT_TRANSLATE_NOOP("Portolan::Mqtt",
                       "The broker keeps the session after a connection, for as long as it likes."),
     ""},
    {"session.expires_at_once",
     QT_TRANSLATE_NOOP("Portolan::Mqtt",
                       "The session is to go on, but ends with each connection: its expiry is 0."),
     QT_TRANSLATE_NOOP("Portolan::Mqtt", "With MQTT 5 also set expiry to a number of seconds.")},
    {"session.kept",
     QT_TRANSLATE_NOOP("Portolan::Mqtt",
                       "A session that lasts got all %1 messages that came meanwhile."),
     ""},
    {"session.lost",
     QT_TRANSLATE_NOOP("Portolan::Mqtt",
                       "A session that lasts missed %1 of %2 messages that came meanwhile."),
     QT_TRANSLATE_NOOP(
         "Portolan::Mqtt",
         "The broker keeps no sessions, or fewer messages in each (mosquitto: persistence, "
         "max_queued_messages).")},
    {"takeover",
     QT_TRANSLATE_NOOP(
         "Portolan::Mqtt",
         "Another client with the identifier %2 pushed this one out, %1 times in half a minute."),
     QT_TRANSLATE_NOOP("Portolan::Mqtt", "Give each client an identifier of its own.")},
    {"subscribe.refused",
     QT_TRANSLATE_NOOP("Portolan::Mqtt", "The subscription to %1 was refused: %2"), ""},
    {"subscribe.lower_qos",
     QT_TRANSLATE_NOOP("Portolan::Mqtt", "For %1 QoS %2 was asked and QoS %3 granted."), ""},
    {"access.both", QT_TRANSLATE_NOOP("Portolan::Mqtt", "%1 can be written and read."), ""},
    {"access.none", QT_TRANSLATE_NOOP("Portolan::Mqtt", "%1 can be neither written nor read."),
     QT_TRANSLATE_NOOP("Portolan::Mqtt", "The ACL of the broker does not allow it to this user.")},
    {"access.no_write", QT_TRANSLATE_NOOP("Portolan::Mqtt", "%1 cannot be written."),
     QT_TRANSLATE_NOOP("Portolan::Mqtt", "The ACL of the broker does not allow it to this user. "
                                         "With QoS 0, or MQTT 3.1.1, the same "
                                         "would be lost without a word.")},
    {"access.no_read", QT_TRANSLATE_NOOP("Portolan::Mqtt", "%1 can be written but not read."),
     QT_TRANSLATE_NOOP("Portolan::Mqtt",
                       "The ACL of the broker does not allow reading it to this user.")},
    {"access.granted_not_read",
     QT_TRANSLATE_NOOP("Portolan::Mqtt",
                       "%1 can be written but not read, although the subscription was granted."),
     QT_TRANSLATE_NOOP("Portolan::Mqtt", "A grant proves nothing: many brokers grant every "
                                         "subscription and then leave out what the "
                                         "ACL forbids.")},
    {"access.unknown",
     QT_TRANSLATE_NOOP("Portolan::Mqtt",
                       "Whether %1 can be written or read is not known: no message came round."),
     QT_TRANSLATE_NOOP("Portolan::Mqtt", "MQTT 3.1.1 does not tell whether a message was refused. "
                                         "With version=5 the broker may say "
                                         "so.")},
    {"access.scratch_closed",
     QT_TRANSLATE_NOOP("Portolan::Mqtt",
                       "No message comes round below %1, so that delivery, retained messages, "
                       "sessions, the last will and the flood were not tried."),
     QT_TRANSLATE_NOOP("Portolan::Mqtt",
                       "The ACL of the broker does not seem to allow it to this user. Choose a "
                       "scratch topic that this user may write and read (prefix).")},
    {"delivery.ok",
     QT_TRANSLATE_NOOP("Portolan::Mqtt",
                       "At QoS %1 all %2 messages arrived once and in order, in %3 ms (median)."),
     ""},
    {"delivery.nothing", QT_TRANSLATE_NOOP("Portolan::Mqtt", "At QoS %1 no message arrived."),
     QT_TRANSLATE_NOOP("Portolan::Mqtt",
                       "See what can be written and read: most likely the ACL does not allow it.")},
    {"delivery.lost",
     QT_TRANSLATE_NOOP("Portolan::Mqtt", "At QoS %1, %2 of %3 messages were lost."),
     QT_TRANSLATE_NOOP("Portolan::Mqtt",
                       "At QoS 0 brokers drop what a subscriber takes too slowly; at QoS 1 and 2 "
                       "only when a queue "
                       "is full (mosquitto: max_queued_messages, max_inflight_messages).")},
    {"delivery.duplicates",
     QT_TRANSLATE_NOOP("Portolan::Mqtt", "At QoS %1, %2 messages arrived more than once."),
     QT_TRANSLATE_NOOP(
         "Portolan::Mqtt",
         "QoS 1 allows it, after a connection was lost; QoS 2 never. Overlapping subscriptions do "
         "it too.")},
    {"delivery.order",
     QT_TRANSLATE_NOOP("Portolan::Mqtt", "At QoS %1, %2 messages arrived out of order."),
     QT_TRANSLATE_NOOP(
         "Portolan::Mqtt",
         "Within one topic and QoS the order is guaranteed. Clusters and bridges with several ways "
         "break it.")},
    {"delivery.lower_qos",
     QT_TRANSLATE_NOOP("Portolan::Mqtt", "Messages of QoS %1 arrived as QoS %2."),
     QT_TRANSLATE_NOOP("Portolan::Mqtt",
                       "The lower of the QoS of the message and of the subscription counts.")},
    {"delivery.slow",
     QT_TRANSLATE_NOOP("Portolan::Mqtt", "At QoS %1 one message in a hundred took %2 ms or more."),
     QT_TRANSLATE_NOOP("Portolan::Mqtt", "Look at the load of the broker and at the way there.")},
    {"retained.complete",
     QT_TRANSLATE_NOOP("Portolan::Mqtt", "All %1 retained messages of %2 arrived."), ""},
    {"retained.incomplete",
     QT_TRANSLATE_NOOP("Portolan::Mqtt", "%1 of %2 retained messages arrived for %3."),
     QT_TRANSLATE_NOOP(
         "Portolan::Mqtt",
         "The broker drops what does not fit into its queue, without a word. Read at QoS 0, which "
         "needs no queue, or raise the limit (mosquitto: max_queued_messages).")},
    {"retained.unproven",
     QT_TRANSLATE_NOOP("Portolan::Mqtt",
                       "%1 retained messages of %2 arrived; nobody says how many there are."),
     QT_TRANSLATE_NOOP("Portolan::Mqtt",
                       "$SYS counts those of all topics only, where it may be read at all.")},
    {"offline.counted",
     QT_TRANSLATE_NOOP(
         "Portolan::Mqtt",
         "Of %3 messages published without a connection %1 went out later; %2 were refused at once "
         "and told."),
     QT_TRANSLATE_NOOP(
         "Portolan::Mqtt",
         "The queue on this side is bounded, so that a flood does not eat the memory.")},
    {"offline.lost",
     QT_TRANSLATE_NOOP("Portolan::Mqtt", "Of %3 messages published without a connection %1 arrived "
                                         "and %2 were refused at once; the "
                                         "rest was lost."),
     ""},
    {"will.published",
     QT_TRANSLATE_NOOP("Portolan::Mqtt",
                       "The broker published the last will %1 ms after the connection was cut."),
     ""},
    {"will.missing",
     QT_TRANSLATE_NOOP("Portolan::Mqtt",
                       "The broker did not publish the last will after the connection was cut."),
     QT_TRANSLATE_NOOP("Portolan::Mqtt", "The ACL may not allow the topic, or the broker waits for "
                                         "the keepalive time: some proxies "
                                         "in front hide the end of a connection.")},
    {"bridge.ok",
     QT_TRANSLATE_NOOP("Portolan::Mqtt",
                       "At QoS %1 all %5 messages went from %2 to %3, in %6 ms (median)."),
     ""},
    {"bridge.lost",
     QT_TRANSLATE_NOOP("Portolan::Mqtt",
                       "At QoS %1, %4 of %5 messages from %2 did not arrive at %3."),
     ""},
    {"bridge.nothing",
     QT_TRANSLATE_NOOP("Portolan::Mqtt", "At QoS %1 no message from %2 arrived at %3."),
     QT_TRANSLATE_NOOP("Portolan::Mqtt",
                       "The bridge may not carry this topic: look at its topic lines.")},
    {"bridge.unreachable",
     QT_TRANSLATE_NOOP("Portolan::Mqtt", "The second broker, %1, cannot be used: %2"), ""},
    {"bridge.down", QT_TRANSLATE_NOOP("Portolan::Mqtt", "The bridge %1 is not connected."), ""},
    {"bridge.retained",
     QT_TRANSLATE_NOOP("Portolan::Mqtt", "Of %2 retained messages %1 are kept at %3."),
     QT_TRANSLATE_NOOP("Portolan::Mqtt",
                       "A bridge passes the retain flag on only where it is told to (mosquitto: "
                       "bridge_outgoing_retain).")},
    {"design.fine", QT_TRANSLATE_NOOP("Portolan::Mqtt", "Nothing is odd about the %1 topics seen."),
     ""},
    {"design.broad",
     QT_TRANSLATE_NOOP("Portolan::Mqtt", "This client subscribes to nearly everything: %1."),
     QT_TRANSLATE_NOOP(
         "Portolan::Mqtt",
         "Brokers with many topics may throttle or ban that. Subscribe to the branches you need.")},
    {"design.deep", QT_TRANSLATE_NOOP("Portolan::Mqtt", "The deepest topic has %1 levels."),
     QT_TRANSLATE_NOOP("Portolan::Mqtt",
                       "Deep topics are long in every message; most designs need five to seven.")},
    {"design.wide", QT_TRANSLATE_NOOP("Portolan::Mqtt", "%1 names stand on one level, below “%2”."),
     QT_TRANSLATE_NOOP(
         "Portolan::Mqtt",
         "Identifiers that never end belong into the payload, or below a level that groups them.")},
    {"design.once",
     QT_TRANSLATE_NOOP("Portolan::Mqtt",
                       "%1 of %2 topics had one message only, which was not kept."),
     QT_TRANSLATE_NOOP("Portolan::Mqtt", "Topics look like events: an identifier of each event in "
                                         "the topic makes their number grow "
                                         "without an end.")},
    {"design.empty", QT_TRANSLATE_NOOP("Portolan::Mqtt", "Empty levels: %1."),
     QT_TRANSLATE_NOOP(
         "Portolan::Mqtt",
         "A slash in front or two in a row make them, often by mistake; “/a” and “a” are two "
         "topics.")},
    {"design.spaces", QT_TRANSLATE_NOOP("Portolan::Mqtt", "Levels that contain a blank: %1."),
     QT_TRANSLATE_NOOP("Portolan::Mqtt", "It is allowed and easily mistyped.")},
    {"design.utf8", QT_TRANSLATE_NOOP("Portolan::Mqtt", "Levels that are not UTF-8: %1."),
     QT_TRANSLATE_NOOP("Portolan::Mqtt",
                       "MQTT demands UTF-8; other brokers and clients will end the connection.")},
};

} // namespace

FindingText textOf(const Finding &finding)
{
    const QString id = finding.id.mid(static_cast<qsizetype>(sizeof("mqtt.")) - 1);
    const auto *const words =
        std::find_if(std::begin(kWords), std::end(kWords),
                     [&](const Words &each) { return id == QLatin1String(each.id); });
    if (words == std::end(kWords))
        return {finding.id, {}};
    const auto filled = [&](const char *text) {
        return *text == '\0' ? QString() : fillIn(tr(text), finding.arguments);
    };
    return {filled(words->title), filled(words->advice)};
}

} // namespace Portolan::Mqtt
