// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mqtt/brokerimport.h"

#include "core/mqtt/brokeraddress.h"
#include "core/mqtt/topicfilter.h"
#include "core/payload/jsonscanner.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QUuid>

#include <algorithm>
#include <cmath>

namespace Portolan::Mqtt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Portolan::Mqtt::BrokerImport)
};

constexpr qsizetype kLongestName = 200;
constexpr qsizetype kMostSubscriptions = 200;

QString text(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toString();
}

bool flag(const QJsonObject &object, const char *name, bool fallback = false)
{
    return object.value(QLatin1String(name)).toBool(fallback);
}

// MQTTX keeps numbers of forms as text here and there.
std::optional<qint64> number(const QJsonObject &object, const char *name)
{
    const QJsonValue value = object.value(QLatin1String(name));
    if (value.isString()) {
        bool isNumber = false;
        const qint64 read = value.toString().toLongLong(&isNumber);
        return isNumber ? std::optional(read) : std::nullopt;
    }
    const double real = value.toDouble(-1);
    if (!value.isDouble() || real != std::floor(real) || std::abs(real) > 1e15)
        return std::nullopt;
    return static_cast<qint64>(real);
}

class Reader
{
public:
    // Of MQTTX.
    void readConnection(const QJsonObject &object)
    {
        if (flag(object, "isCollection"))
            return;
        begin(object);
        const QString protocol = text(object, "protocol");
        const bool isWebSocket =
            protocol == QLatin1String("ws") || protocol == QLatin1String("wss");
        const bool hasTls = protocol == QLatin1String("mqtts") ||
                            protocol == QLatin1String("wss") || flag(object, "ssl");
        if (!protocol.isEmpty() && !isWebSocket && protocol != QLatin1String("mqtt") &&
            protocol != QLatin1String("mqtts")) {
            note(Words::tr("It was left out, because its protocol is not known here: %1")
                     .arg(protocol.left(40)));
            return;
        }
        setCarriage(isWebSocket, hasTls);
        if (isWebSocket)
            setPath(text(object, "path"));
        const QString version = text(object, "mqttVersion");
        m_target.version = version == QLatin1String("5.0") || version == QLatin1String("5")
                               ? Version::V5
                               : Version::V311;
        if (version == QLatin1String("3.1"))
            note(Words::tr("It uses MQTT 3.1; the profile uses 3.1.1."));
        static const QRegularExpression generated(QStringLiteral("^mqttx_[0-9a-f]{8}$"));
        setClientId(text(object, "clientId"), generated);
        if (flag(object, "clientIdWithTime"))
            note(Words::tr("The time was appended to its client identifier; here it is not."));
        m_target.cleanStart = flag(object, "clean", true);
        setNumber(m_target.keepalive, number(object, "keepalive"), 5, 65535);
        if (number(object, "keepalive") == 0)
            m_target.keepalive = std::chrono::seconds(0);
        std::chrono::seconds timeout(10);
        setNumber(timeout, number(object, "connectTimeout"), 1, 3600);
        m_target.stepTimeout = timeout;
        m_target.reconnect = flag(object, "reconnect", true);
        if (hasTls)
            readTlsOfMqttx(object);
        if (m_target.version == Version::V5)
            readProperties(object.value(QLatin1String("properties")).toObject());
        readWill(object.value(QLatin1String("will")).toObject());
        for (const QJsonValue &value : object.value(QLatin1String("subscriptions")).toArray()) {
            const QJsonObject subscription = value.toObject();
            subscribe(text(subscription, "topic"), number(subscription, "qos").value_or(0));
        }
        if (!object.value(QLatin1String("messages")).toArray().isEmpty())
            note(Words::tr("Its messages were left out."));
        finish(object);
    }

    // Of MQTT Explorer.
    void readExplorer(const QJsonObject &object)
    {
        begin(object);
        const bool isWebSocket = text(object, "protocol") == QLatin1String("ws");
        setCarriage(isWebSocket, flag(object, "encryption"));
        if (isWebSocket)
            setPath(text(object, "basePath"));
        m_target.version = Version::V311; // it speaks no other
        static const QRegularExpression generated(QStringLiteral("^mqtt-explorer-[0-9a-f]{8}$"));
        setClientId(text(object, "clientId"), generated);
        if (m_target.hasTls() && !flag(object, "certValidation", true))
            noteUnchecked();
        for (const char *name : {"selfSignedCertificate", "clientCertificate", "clientKey"}) {
            if (m_target.hasTls() && object.value(QLatin1String(name)).isObject())
                note(Words::tr("A certificate or key inside the file was left out; save it as a "
                               "file and enter its place: %1")
                         .arg(text(object.value(QLatin1String(name)).toObject(), "name").left(80)));
        }
        QList<std::pair<QString, qint64>> subscriptions;
        for (const QJsonValue &value : object.value(QLatin1String("subscriptions")).toArray()) {
            // Older files have the topics alone.
            const QJsonObject subscription = value.toObject();
            subscriptions.append(value.isString()
                                     ? std::pair(value.toString(), qint64(0))
                                     : std::pair(text(subscription, "topic"),
                                                 number(subscription, "qos").value_or(0)));
        }
        const auto isEverything = [](const std::pair<QString, qint64> &each) {
            return each.first == QLatin1String("#") || each.first == QLatin1String("$SYS/#");
        };
        if (std::any_of(subscriptions.begin(), subscriptions.end(), isEverything))
            note(Words::tr("Its subscription to everything was left out; subscribe when you are "
                           "connected, where the broker can bear it."));
        subscriptions.removeIf(isEverything);
        for (const auto &[topic, qos] : std::as_const(subscriptions))
            subscribe(topic, qos);
        finish(object);
    }

    [[nodiscard]] qsizetype read() const { return m_read; }
    ImportSource take() { return std::move(m_source); }

private:
    void begin(const QJsonObject &object)
    {
        ++m_read;
        m_target = BrokerTarget();
        m_target.host = text(object, "host").trimmed();
        m_target.user = text(object, "username");
        m_name = text(object, "name").simplified().left(kLongestName);
        if (m_name.isEmpty())
            m_name = m_target.host.left(kLongestName);
    }

    void note(const QString &sentence)
    {
        if (m_source.notes.size() < 1'000)
            m_source.notes.append(Words::tr("“%1”: %2").arg(m_name.left(80), sentence));
    }
    void noteUnchecked()
    {
        note(Words::tr("It did not check the certificate of the broker; the profile does. Name the "
                       "authority or the fingerprint that you trust."));
    }

    void setCarriage(bool isWebSocket, bool hasTls)
    {
        m_target.carriage = isWebSocket ? hasTls ? Carriage::WebSocketTls : Carriage::WebSocket
                            : hasTls    ? Carriage::Tls
                                        : Carriage::Tcp;
    }

    void setPath(const QString &path)
    {
        m_target.path = path.startsWith(QLatin1Char('/')) ? path : QLatin1Char('/') + path;
    }

    // The one that the program made up is its own: two with the same identifier would throw each
    // other out (MQTT 5.0, section 3.1.4).
    void setClientId(const QString &id, const QRegularExpression &generated)
    {
        if (!generated.match(id).hasMatch())
            m_target.clientId = id;
    }

    template<typename Number>
    void setNumber(Number &place, std::optional<qint64> value, qint64 least, qint64 most)
    {
        if (value && *value >= least && *value <= most)
            place = Number(*value);
    }

    void readTlsOfMqttx(const QJsonObject &object)
    {
        m_target.caFile = text(object, "ca");
        m_target.certificateFile = text(object, "cert");
        m_target.keyFile = text(object, "key");
        const QString alpn = text(object, "ALPNProtocols");
        m_target.alpn = alpn.split(QLatin1Char(','), Qt::SkipEmptyParts);
        if (m_target.certificateFile.isEmpty() != m_target.keyFile.isEmpty()) {
            note(Words::tr("It has a client certificate without a key, or a key without a "
                           "certificate; both were left out."));
            m_target.certificateFile.clear();
            m_target.keyFile.clear();
        }
        if (!flag(object, "rejectUnauthorized", true))
            noteUnchecked();
    }

    void readProperties(const QJsonObject &properties)
    {
        setNumber(m_target.sessionExpiry, number(properties, "sessionExpiryInterval"), 0,
                  0xffffffffLL);
        setNumber(m_target.receiveMaximum, number(properties, "receiveMaximum"), 1, 65535);
        setNumber(m_target.maximumPacketSize, number(properties, "maximumPacketSize"), 1,
                  0xffffffffLL);
        if (!properties.value(QLatin1String("userProperties")).toObject().isEmpty() ||
            !text(properties, "authenticationMethod").isEmpty())
            note(Words::tr("Its user properties and its own way of authenticating were left out."));
    }

    void readWill(const QJsonObject &will)
    {
        const QString topic = text(will, "lastWillTopic");
        if (topic.isEmpty())
            return;
        Will made;
        made.topic = topic.toUtf8();
        made.payload = text(will, "lastWillPayload").toUtf8();
        setNumber(made.qos, number(will, "lastWillQos"), 0, 2);
        made.retain = flag(will, "lastWillRetain");
        const QJsonObject properties = will.value(QLatin1String("properties")).toObject();
        if (m_target.version == Version::V5)
            setNumber(made.delay, number(properties, "willDelayInterval"), 0, 0xffffffffLL);
        if (const auto checked = checkTopicName(topic.toStdString()); !checked) {
            note(Words::tr("Its will was left out: %1").arg(checked.error().what));
            return;
        }
        m_target.will = made;
    }

    void subscribe(const QString &topic, qint64 qos)
    {
        if (m_target.subscriptions.size() == kMostSubscriptions)
            return note(Words::tr("It has too many subscriptions; the others were left out."));
        if (const auto checked = checkTopicFilter(topic.toStdString()); !checked)
            return note(Words::tr("The subscription “%1” was left out: %2")
                            .arg(topic.left(80), checked.error().what));
        Subscription made;
        made.filter = topic.toUtf8();
        made.qos = static_cast<std::uint8_t>(std::clamp<qint64>(qos, 0, 2));
        m_target.subscriptions.append(made);
    }

    void finish(const QJsonObject &object)
    {
        const auto port = number(object, "port");
        if (m_target.host.isEmpty())
            return note(Words::tr("It was left out, because it names no host."));
        if (!port || *port < 1 || *port > 65535)
            return note(Words::tr("It was left out, because its port is not a number from 1 to "
                                  "65535."));
        m_target.port = static_cast<quint16>(*port);
        if (m_target.host.startsWith(QLatin1Char('[')) && m_target.host.endsWith(QLatin1Char(']')))
            m_target.host = m_target.host.mid(1, m_target.host.size() - 2);
        // What a person could type, or nothing: the same check as for every other address.
        auto parsed = parseAddress(addressOf(m_target).toString());
        const auto meaning = parsed ? brokerTarget(parsed->address)
                                    : Result<BrokerTarget>(tl::unexpected(parsed.error()));
        if (!meaning)
            return note(Words::tr("It was left out: %1").arg(meaning.error().what));
        Profile profile;
        profile.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        profile.name = m_name;
        profile.address = std::move(parsed->address);
        if (!text(object, "password").isEmpty())
            profile.credential = credential();
        m_source.profiles.append(profile);
    }

    // One for each user at a broker; its password is asked for when it is first needed.
    QString credential()
    {
        const QString name = m_target.display().left(kLongestName);
        auto known = m_credentials.find(name);
        if (known == m_credentials.end()) {
            Credential made;
            made.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
            made.name = name;
            made.user = m_target.user;
            m_source.credentials.append(made);
            known = m_credentials.insert(name, made.id);
            note(Words::tr("Its password was not taken. You are asked for it once, and it is kept "
                           "among your credentials."));
        }
        return *known;
    }

    ImportSource m_source;
    BrokerTarget m_target;
    QString m_name;
    QHash<QString, QString> m_credentials; // name -> id
    qsizetype m_read = 0;
};

} // namespace

Result<ImportSource> importBrokers(const QByteArray &json)
{
    if (json.size() > kMostImportBytes)
        return failure(Error::Kind::Usage, Words::tr("The file is too large."));
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(json, &fault);
    if (fault.error != QJsonParseError::NoError) {
        Error error = Payload::faultAt({json.constData(), static_cast<std::size_t>(json.size())},
                                       fault.offset, fault.errorString())
                          .value();
        error.kind = Error::Kind::Usage;
        return tl::unexpected(std::move(error));
    }
    Reader reader;
    const QJsonObject root = document.object();
    const QJsonValue explorer = root.value(QLatin1String("ConnectionManager_connections"));
    if (explorer.isObject()) {
        for (const QJsonValue &connection : explorer.toObject()) {
            if (reader.read() < kMostBrokerConnections && connection.isObject())
                reader.readExplorer(connection.toObject());
        }
        return reader.take();
    }
    const QJsonArray list = document.isArray() ? document.array() : QJsonArray{root};
    const auto isConnection = [](const QJsonValue &value) {
        const QJsonObject object = value.toObject();
        return object.contains(QLatin1String("clientId")) && object.contains(QLatin1String("host"));
    };
    if (std::none_of(list.begin(), list.end(), isConnection))
        return failure(Error::Kind::Usage,
                       Words::tr("The file holds no connections of MQTTX or MQTT Explorer."));
    for (const QJsonValue &connection : list) {
        if (reader.read() < kMostBrokerConnections && isConnection(connection))
            reader.readConnection(connection.toObject());
    }
    return reader.take();
}

} // namespace Portolan::Mqtt
