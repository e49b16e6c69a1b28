// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mqtt/brokeraddress.h"

#include "core/mqtt/topicfilter.h"
#include "core/mqtt/words.h"

#include <QDir>

#include <algorithm>
#include <array>

namespace Portolan::Mqtt {

namespace {

using Value = const QString &;
using Read = Result<> (*)(BrokerTarget &, Value);

struct Scheme
{
    const char *name;
    Carriage carriage;
    quint16 port;
};

// The first of a carriage is how it is written.
constexpr std::array kSchemes{
    Scheme{"mqtt", Carriage::Tcp, 1883},        Scheme{"mqtts", Carriage::Tls, 8883},
    Scheme{"mqtt+ws", Carriage::WebSocket, 80}, Scheme{"mqtt+wss", Carriage::WebSocketTls, 443},
    Scheme{"ws", Carriage::WebSocket, 80},      Scheme{"wss", Carriage::WebSocketTls, 443},
    Scheme{"mqtt+tcp", Carriage::Tcp, 1883},    Scheme{"mqtt+tls", Carriage::Tls, 8883},
};

QString withHome(Value path)
{
    if (path == QLatin1String("~"))
        return QDir::homePath();
    return path.startsWith(QLatin1String("~/")) ? QString(QDir::homePath() + path.mid(1)) : path;
}

Result<> yesOrNo(bool &place, Value value)
{
    const bool yes = value == QLatin1String("yes");
    if (!yes && value != QLatin1String("no"))
        return failure(Error::Kind::Usage,
                       tr("“%1” is neither yes nor no.").arg(plainLine(value, 40)));
    place = yes;
    return {};
}

template<typename Number>
Result<> number(Number &place, Value value, qint64 least, qint64 most)
{
    bool valid = false;
    const qint64 read = value.toLongLong(&valid);
    if (!valid || read < least || read > most)
        return failure(Error::Kind::Usage, tr("“%1” is not a number from %2 to %3.")
                                               .arg(plainLine(value, 40), QString::number(least),
                                                    QString::number(most)));
    place = Number(read);
    return {};
}

Result<> subscription(BrokerTarget &target, Value value, std::uint8_t qos)
{
    Subscription made;
    made.filter = value.toUtf8();
    made.qos = qos;
    if (const auto checked = checkTopicFilter(
            {made.filter.constData(), static_cast<std::size_t>(made.filter.size())});
        !checked)
        return checked;
    target.subscriptions.append(made);
    return {};
}

Will &will(BrokerTarget &target)
{
    if (!target.will)
        target.will = Will();
    return *target.will;
}

// RFC 9110, section 5.1: the name is a token.
Result<> header(BrokerTarget &target, Value value)
{
    const auto colon = value.indexOf(QLatin1Char(':'));
    const QByteArray name = value.left(colon).trimmed().toLatin1();
    const QByteArray content = value.mid(colon + 1).trimmed().toUtf8();
    const auto isToken = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
    };
    const bool valid = colon > 0 && std::all_of(name.cbegin(), name.cend(), isToken) &&
                       std::none_of(content.cbegin(), content.cend(), [](char c) {
                           return static_cast<unsigned char>(c) < ' ' || c == '\x7f';
                       });
    if (!valid)
        return failure(Error::Kind::Usage, tr("“%1” is not a header. It is written as NAME: VALUE.")
                                               .arg(plainLine(value.left(colon), 40)));
    if (name.compare("authorization", Qt::CaseInsensitive) == 0 ||
        name.compare("proxy-authorization", Qt::CaseInsensitive) == 0 ||
        name.compare("cookie", Qt::CaseInsensitive) == 0)
        return failure(Error::Kind::Usage,
                       tr("The header %1 holds a secret, which an address may not. With "
                          "http_auth=basic or http_auth=bearer it is made from the password.")
                           .arg(QString::fromLatin1(name)));
    target.headers.append({name, content});
    return {};
}

Result<> fingerprint(BrokerTarget &target, Value value)
{
    QString digits = value;
    digits.remove(QLatin1Char(':'));
    if (digits.startsWith(QLatin1String("SHA256"), Qt::CaseInsensitive))
        digits.remove(0, 6);
    const QByteArray bytes = QByteArray::fromHex(digits.toLatin1());
    if (bytes.size() != 32 || digits.size() != 64)
        return failure(
            Error::Kind::Usage,
            tr("“%1” is not the SHA-256 fingerprint of a certificate: 64 hexadecimal digits.")
                .arg(plainLine(value, 80)));
    target.fingerprint = bytes;
    return {};
}

struct Option
{
    const char *name;
    Read read;
};

// docs/mqtt.md has the same table in words.
constexpr Option kOptions[] = {
    {"alpn",
     [](BrokerTarget &t, Value v) {
         t.alpn += v.split(QLatin1Char(','), Qt::SkipEmptyParts);
         return Result<>();
     }},
    {"ca",
     [](BrokerTarget &t, Value v) {
         t.caFile = withHome(v);
         return Result<>();
     }},
    {"cert",
     [](BrokerTarget &t, Value v) {
         t.certificateFile = withHome(v);
         return Result<>();
     }},
    {"check_host", [](BrokerTarget &t, Value v) { return yesOrNo(t.checkHostName, v); }},
    {"clean", [](BrokerTarget &t, Value v) { return yesOrNo(t.cleanStart, v); }},
    {"client",
     [](BrokerTarget &t, Value v) {
         t.clientId = v;
         return Result<>();
     }},
    {"expiry",
     [](BrokerTarget &t, Value v) { return number(t.sessionExpiry, v, 0, 0xffffffffLL); }},
    {"fingerprint", fingerprint},
    {"header", header},
    {"http_auth",
     [](BrokerTarget &t, Value v) {
         if (v == QLatin1String("basic"))
             t.httpAuth = HttpAuth::Basic;
         else if (v == QLatin1String("bearer"))
             t.httpAuth = HttpAuth::Bearer;
         else if (v == QLatin1String("none"))
             t.httpAuth = HttpAuth::None;
         else
             return Result<>(failure(Error::Kind::Usage,
                                     tr("HTTP authorisation is one of none, basic and bearer, not "
                                        "“%1”.")
                                         .arg(plainLine(v, 40))));
         return Result<>();
     }},
    {"keepalive",
     [](BrokerTarget &t, Value v) {
         // libmosquitto takes none below five seconds, and 0 for none at all.
         const auto read = number(t.keepalive, v, 0, 65535);
         if (read && t.keepalive.count() > 0 && t.keepalive.count() < 5)
             return Result<>(failure(Error::Kind::Usage,
                                     tr("The keepalive time is 0 for none, or at least %1 seconds.")
                                         .arg(QStringLiteral("5"))));
         return read;
     }},
    {"key",
     [](BrokerTarget &t, Value v) {
         t.keyFile = withHome(v);
         return Result<>();
     }},
    {"max_packet",
     [](BrokerTarget &t, Value v) { return number(t.maximumPacketSize, v, 1, 0xffffffffLL); }},
    {"receive_max", [](BrokerTarget &t, Value v) { return number(t.receiveMaximum, v, 1, 65535); }},
    {"reconnect", [](BrokerTarget &t, Value v) { return yesOrNo(t.reconnect, v); }},
    {"server_name",
     [](BrokerTarget &t, Value v) {
         t.serverName = v;
         return Result<>();
     }},
    {"timeout",
     [](BrokerTarget &t, Value v) {
         std::chrono::seconds seconds{};
         const auto read = number(seconds, v, 1, 3600);
         t.stepTimeout = seconds;
         return read;
     }},
    {"topic", [](BrokerTarget &t, Value v) { return subscription(t, v, 0); }},
    {"topic1", [](BrokerTarget &t, Value v) { return subscription(t, v, 1); }},
    {"topic2", [](BrokerTarget &t, Value v) { return subscription(t, v, 2); }},
    {"version",
     [](BrokerTarget &t, Value v) {
         if (v == QLatin1String("5") || v == QLatin1String("5.0"))
             t.version = Version::V5;
         else if (v == QLatin1String("3.1.1"))
             t.version = Version::V311;
         else
             return Result<>(
                 failure(Error::Kind::Usage,
                         tr("The version of MQTT is 5 or 3.1.1, not “%1”.").arg(plainLine(v, 40))));
         return Result<>();
     }},
    {"will_delay",
     [](BrokerTarget &t, Value v) { return number(will(t).delay, v, 0, 0xffffffffLL); }},
    {"will_payload",
     [](BrokerTarget &t, Value v) {
         will(t).payload = v.toUtf8();
         return Result<>();
     }},
    {"will_qos", [](BrokerTarget &t, Value v) { return number(will(t).qos, v, 0, 2); }},
    {"will_retain", [](BrokerTarget &t, Value v) { return yesOrNo(will(t).retain, v); }},
    {"will_topic",
     [](BrokerTarget &t, Value v) {
         will(t).topic = v.toUtf8();
         const QByteArray &topic = will(t).topic;
         return checkTopicName({topic.constData(), static_cast<std::size_t>(topic.size())});
     }},
};

const Scheme *schemeNamed(const QString &name)
{
    const auto *const found =
        std::find_if(kSchemes.begin(), kSchemes.end(),
                     [&](const Scheme &each) { return name == QLatin1String(each.name); });
    return found == kSchemes.end() ? nullptr : found;
}

const Scheme &schemeFor(Carriage carriage)
{
    return *std::find_if(kSchemes.begin(), kSchemes.end(),
                         [&](const Scheme &each) { return each.carriage == carriage; });
}

// What one option says is right by itself, and together it still makes no sense.
Result<> checkTogether(const BrokerTarget &target)
{
    if (target.will && target.will->topic.isEmpty())
        return failure(Error::Kind::Usage,
                       tr("A will needs a topic: the option will_topic is missing."));
    if (target.certificateFile.isEmpty() != target.keyFile.isEmpty())
        return failure(Error::Kind::Usage,
                       tr("A client certificate and its key go together: one of the options cert "
                          "and key is missing."));
    if (!target.hasTls() &&
        (!target.caFile.isEmpty() || !target.certificateFile.isEmpty() || !target.alpn.isEmpty() ||
         !target.fingerprint.isEmpty() || !target.checkHostName || !target.serverName.isEmpty()))
        return failure(Error::Kind::Usage,
                       tr("The address has options of TLS, and its scheme %1 has no TLS.")
                           .arg(schemeOf(target.carriage)));
    if (target.version == Version::V311 &&
        (target.sessionExpiry.count() > 0 || target.receiveMaximum != 0 ||
         target.maximumPacketSize != 0 || (target.will && target.will->delay.count() > 0)))
        return failure(Error::Kind::Usage,
                       tr("The address has options that MQTT 3.1.1 does not know: expiry, "
                          "receive_max, max_packet and will_delay need version=5."));
    return {};
}

} // namespace

quint16 defaultPort(Carriage carriage)
{
    return schemeFor(carriage).port;
}

QString schemeOf(Carriage carriage)
{
    return QString::fromLatin1(schemeFor(carriage).name);
}

bool isBrokerScheme(const QString &scheme)
{
    return schemeNamed(scheme) != nullptr;
}

QString BrokerTarget::display() const
{
    return Address{.scheme = {},
                   .user = user,
                   .host = host,
                   .port = port == defaultPort(carriage) ? quint16(0) : port}
        .display();
}

Result<BrokerTarget> brokerTarget(const Address &address, const BrokerTarget &defaults)
{
    const Scheme *const scheme = schemeNamed(address.scheme);
    if (!scheme)
        return failure(Error::Kind::Usage, tr("“%1” is not the address of an MQTT broker.")
                                               .arg(plainLine(address.toString(), 80)));
    BrokerTarget target = defaults;
    target.carriage = scheme->carriage;
    target.host = address.host;
    target.port = address.port != 0 ? address.port : scheme->port;
    if (!address.user.isEmpty())
        target.user = address.user;
    const bool isWebSocket =
        target.carriage == Carriage::WebSocket || target.carriage == Carriage::WebSocketTls;
    const bool hasPath = !address.path.isEmpty() && address.path != QLatin1String("/");
    if (isWebSocket && !address.path.isEmpty())
        target.path = address.path;
    else if (hasPath)
        return failure(Error::Kind::Usage,
                       tr("The address of an MQTT broker has no path behind the host. Topics are "
                          "given with the option topic."));

    for (const auto &[name, value] : address.options.queryItems(QUrl::FullyDecoded)) {
        const auto *const option = std::find_if(
            std::begin(kOptions), std::end(kOptions),
            [&wanted = name](const Option &o) { return wanted == QLatin1String(o.name); });
        if (option == std::end(kOptions))
            return failure(Error::Kind::Usage, tr("The address of an MQTT broker has no option "
                                                  "“%1”.")
                                                   .arg(plainLine(name, 40)));
        if (value.isEmpty() && name != QLatin1String("will_payload"))
            return failure(Error::Kind::Usage,
                           tr("The option “%1” of the address has no value.").arg(name));
        if (auto read = option->read(target, value); !read) {
            if (read.error().detail.isEmpty())
                read.error().detail = name;
            return tl::unexpected(std::move(read.error()));
        }
    }
    if (const auto checked = checkTogether(target); !checked)
        return tl::unexpected(checked.error());
    return target;
}

Address addressOf(const BrokerTarget &target)
{
    const BrokerTarget usual;
    Address address{.scheme = schemeOf(target.carriage),
                    .user = target.user,
                    .host = target.host,
                    .port = target.port == defaultPort(target.carriage) ? quint16(0) : target.port};
    QUrlQuery query;
    const auto add = [&query](const char *name, const QString &value) {
        // A plus sign is a wildcard of topics, and a blank to whoever reads a query as a form.
        query.addQueryItem(QLatin1String(name),
                           QString::fromLatin1(QUrl::toPercentEncoding(value)));
    };
    const auto addText = [&add](const char *name, const QString &value) {
        if (!value.isEmpty())
            add(name, value);
    };
    const auto addYesNo = [&add](const char *name, bool value, bool is) {
        if (value != is)
            add(name, value ? QStringLiteral("yes") : QStringLiteral("no"));
    };
    const auto addNumber = [&add](const char *name, qint64 value, qint64 is) {
        if (value != is)
            add(name, QString::number(value));
    };
    if (target.version != usual.version)
        add("version", QStringLiteral("3.1.1"));
    addText("client", target.clientId);
    addYesNo("clean", target.cleanStart, usual.cleanStart);
    addNumber("expiry", target.sessionExpiry.count(), 0);
    addNumber("keepalive", target.keepalive.count(), usual.keepalive.count());
    addNumber("receive_max", target.receiveMaximum, 0);
    addNumber("max_packet", target.maximumPacketSize, 0);
    for (const Subscription &each : target.subscriptions)
        add(each.qos == 0   ? "topic"
            : each.qos == 1 ? "topic1"
                            : "topic2",
            QString::fromUtf8(each.filter));
    if (target.will) {
        add("will_topic", QString::fromUtf8(target.will->topic));
        addText("will_payload", QString::fromUtf8(target.will->payload));
        addNumber("will_qos", target.will->qos, 0);
        addYesNo("will_retain", target.will->retain, false);
        addNumber("will_delay", target.will->delay.count(), 0);
    }
    addText("ca", target.caFile);
    addText("cert", target.certificateFile);
    addText("key", target.keyFile);
    addText("alpn", target.alpn.join(QLatin1Char(',')));
    addText("server_name", target.serverName);
    addYesNo("check_host", target.checkHostName, usual.checkHostName);
    addText("fingerprint", QString::fromLatin1(target.fingerprint.toHex()));
    for (const auto &[name, value] : target.headers)
        add("header", QString::fromLatin1(name) + QStringLiteral(": ") + QString::fromUtf8(value));
    if (target.httpAuth != HttpAuth::None)
        add("http_auth", target.httpAuth == HttpAuth::Basic ? QStringLiteral("basic")
                                                            : QStringLiteral("bearer"));
    addNumber("timeout",
              std::chrono::duration_cast<std::chrono::seconds>(target.stepTimeout).count(),
              std::chrono::duration_cast<std::chrono::seconds>(usual.stepTimeout).count());
    addYesNo("reconnect", target.reconnect, usual.reconnect);
    address.options = query;
    if ((target.carriage == Carriage::WebSocket || target.carriage == Carriage::WebSocketTls) &&
        target.path != usual.path)
        address.path = target.path;
    return address;
}

} // namespace Portolan::Mqtt
