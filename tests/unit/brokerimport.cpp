// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mqtt/brokerimport.h"
#include "core/mqtt/brokeraddress.h"

#include <QTest>

using namespace Portolan;
using namespace Portolan::Mqtt;

namespace {

// As MQTT Explorer 0.4 writes its settings.json: its two first connections, and one of a person.
constexpr const char *kExplorer = R"({
  "ConnectionManager_connections": {
    "mqtt.eclipseprojects.io": {
      "configVersion": 1, "certValidation": true, "clientId": "mqtt-explorer-0a1b2c3d",
      "id": "mqtt.eclipseprojects.io", "name": "mqtt.eclipseprojects.io", "encryption": false,
      "subscriptions": [{"topic": "#", "qos": 0}, {"topic": "$SYS/#", "qos": 0}],
      "type": "mqtt", "host": "mqtt.eclipseprojects.io", "port": 1883, "protocol": "mqtt",
      "order": 0
    },
    "7b8f2c1e-4d1a-4a55-9a3e-2f1f7f9d8c00": {
      "configVersion": 1, "certValidation": false, "clientId": "panel-7",
      "id": "7b8f2c1e-4d1a-4a55-9a3e-2f1f7f9d8c00", "name": "공장 브로커", "encryption": true,
      "username": "ops", "password": "hunter2-canary",
      "subscriptions": [{"topic": "plant/+/state", "qos": 1}, {"topic": "a/#/b", "qos": 0}],
      "selfSignedCertificate": {"name": "ca.crt", "data": "LS0tLS1CRUdJTg=="},
      "type": "mqtt", "host": "broker.plant.example", "port": 8084, "protocol": "ws",
      "basePath": "mqtt"
    },
    "old": {
      "certValidation": true, "id": "old", "name": "old", "encryption": true,
      "subscriptions": ["a/b"], "type": "mqtt", "host": "10.0.0.1", "port": 8883,
      "protocol": "mqtt"
    }
  },
  "Settings": {"timeLocale": "ko-KR", "topicOrder": "none", "theme": "light"}
})";

// As MQTTX 1.12 exports all of its connections.
constexpr const char *kMqttx = R"([
  {
    "clientId": "mqttx_3fa81b22", "id": "0d9f4c9e-7ab2-4d10-8bc8-cc4b0d3dd1a1",
    "name": "lab v5", "clean": false, "protocol": "mqtts", "createAt": "2024-05-01 10:00:00:000",
    "updateAt": "2024-05-01 10:00:00:000", "host": "broker.lab.example", "port": 8883,
    "keepalive": 30, "connectTimeout": 15, "reconnect": true, "username": "dev",
    "password": "hunter2-canary", "path": "/mqtt", "certType": "self", "ssl": true,
    "rejectUnauthorized": true, "ca": "/etc/ssl/lab ca.pem", "cert": "/home/me/dev.pem",
    "key": "/home/me/dev.key", "mqttVersion": "5.0", "unreadMessageCount": 0,
    "messages": [{"createAt": "x", "out": true, "payload": "1", "qos": 0, "retain": false, "topic": "t"}],
    "subscriptions": [
      {"id": "s1", "topic": "testtopic/#", "qos": 0, "alias": "", "color": "#123456", "createAt": "x"},
      {"id": "s2", "topic": "온도/+", "qos": 2, "createAt": "x", "nl": false, "rap": false, "rh": 0}
    ],
    "properties": {"sessionExpiryInterval": 3600, "receiveMaximum": 100, "userProperties": {}},
    "will": {"id": "w", "lastWillTopic": "dev/gone", "lastWillPayload": "bye & out",
             "lastWillQos": 1, "lastWillRetain": true, "properties": {"willDelayInterval": 5}},
    "clientIdWithTime": false, "parentId": null, "isCollection": false, "orderId": 0
  },
  {
    "clientId": "fixed", "name": "web", "clean": true, "protocol": "ws", "host": "web.example",
    "port": 8083, "keepalive": 60, "connectTimeout": 10, "reconnect": false, "username": "",
    "password": "", "path": "/mqtt", "certType": "", "ssl": false, "ca": "", "cert": "", "key": "",
    "mqttVersion": "3.1.1", "messages": [], "subscriptions": [], "isCollection": false
  }
])";

class BrokerImportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void connectionsOfMqttExplorer();
    void connectionsOfMqttx();
    void passwordsAreNowhere();
    void whatCannotBeAProfileIsToldInANote();
    void otherFilesAreRefused();
};

void BrokerImportTest::connectionsOfMqttExplorer()
{
    const auto source = importBrokers(kExplorer);
    QVERIFY2(source, source ? "" : qPrintable(source.error().what));
    QCOMPARE(source->profiles.size(), 3);
    QHash<QString, Profile> byName;
    for (const Profile &profile : source->profiles)
        byName.insert(profile.name, profile);
    const auto first =
        brokerTarget(byName.value(QStringLiteral("mqtt.eclipseprojects.io")).address);
    QVERIFY(first);
    QVERIFY(first->subscriptions.isEmpty()); // never # by itself
    QVERIFY(first->clientId.isEmpty());
    const Profile plant = byName.value(QStringLiteral("공장 브로커"));
    const auto target = brokerTarget(plant.address);
    QVERIFY(target);
    QCOMPARE(target->carriage, Carriage::WebSocketTls);
    QCOMPARE(target->host, QStringLiteral("broker.plant.example"));
    QCOMPARE(target->port, quint16(8084));
    QCOMPARE(target->path, QStringLiteral("/mqtt"));
    QCOMPARE(target->user, QStringLiteral("ops"));
    QCOMPARE(target->clientId, QStringLiteral("panel-7"));
    QCOMPARE(target->version, Version::V311);
    QVERIFY(target->checkCertificate && target->checkHostName);
    QCOMPARE(target->subscriptions.size(), 1);
    QCOMPARE(target->subscriptions[0].filter, QByteArray("plant/+/state"));
    QCOMPARE(target->subscriptions[0].qos, std::uint8_t(1));
    QCOMPARE(source->credentials.size(), 1);
    QCOMPARE(plant.credential, source->credentials[0].id);
    QCOMPARE(source->credentials[0].user, QStringLiteral("ops"));
    const auto old = brokerTarget(byName.value(QStringLiteral("old")).address);
    QCOMPARE(old->carriage, Carriage::Tls);
    QCOMPARE(old->subscriptions[0].filter, QByteArray("a/b"));
    // Everything, the wrong filter, the certificate inside, the check, the password.
    QCOMPARE(source->notes.size(), 5);
}

void BrokerImportTest::connectionsOfMqttx()
{
    const auto source = importBrokers(kMqttx);
    QVERIFY2(source, source ? "" : qPrintable(source.error().what));
    QCOMPARE(source->profiles.size(), 2);
    const auto lab = brokerTarget(source->profiles[0].address);
    QVERIFY2(lab, lab ? "" : qPrintable(lab.error().what));
    QCOMPARE(lab->carriage, Carriage::Tls);
    QCOMPARE(lab->version, Version::V5);
    QVERIFY(lab->clientId.isEmpty());
    QVERIFY(!lab->cleanStart);
    QCOMPARE(lab->sessionExpiry.count(), 3600);
    QCOMPARE(lab->receiveMaximum, std::uint16_t(100));
    QCOMPARE(lab->keepalive.count(), 30);
    QCOMPARE(lab->caFile, QStringLiteral("/etc/ssl/lab ca.pem"));
    QCOMPARE(lab->certificateFile, QStringLiteral("/home/me/dev.pem"));
    QCOMPARE(lab->subscriptions.size(), 2);
    QCOMPARE(lab->subscriptions[1].filter, QByteArray("온도/+"));
    QCOMPARE(lab->subscriptions[1].qos, std::uint8_t(2));
    QVERIFY(lab->will);
    QCOMPARE(lab->will->payload, QByteArray("bye & out"));
    QCOMPARE(lab->will->delay.count(), 5);
    QVERIFY(lab->will->retain);
    const auto web = brokerTarget(source->profiles[1].address);
    QCOMPARE(web->carriage, Carriage::WebSocket);
    QCOMPARE(web->port, quint16(8083));
    QCOMPARE(web->clientId, QStringLiteral("fixed"));
    QVERIFY(!web->reconnect);
    QVERIFY(source->profiles[1].credential.isEmpty());
    QCOMPARE(source->notes.size(), 2); // messages, password
    // One connection alone is an object.
    QByteArray one(kMqttx);
    one = one.mid(one.lastIndexOf("{"), one.lastIndexOf("}") + 1 - one.lastIndexOf("{"));
    QCOMPARE(importBrokers(one)->profiles.size(), 1);
}

void BrokerImportTest::passwordsAreNowhere()
{
    for (const char *file : {kExplorer, kMqttx}) {
        const auto source = importBrokers(file);
        QVERIFY(source);
        const ImportPlan plan = planImport(*source, {});
        QVERIFY(plan.count(ImportItem::Kind::New) > 0);
        QCOMPARE(plan.count(ImportItem::Kind::Invalid), 0);
        QString everything = source->notes.join(QLatin1Char(' '));
        for (const Profile &profile : source->profiles)
            everything += profile.address.toString();
        QVERIFY(!everything.contains(QStringLiteral("canary")));
    }
}

void BrokerImportTest::whatCannotBeAProfileIsToldInANote()
{
    const auto source = importBrokers(R"([
      {"clientId": "a", "host": "", "port": 1883, "name": "no host"},
      {"clientId": "a", "host": "h", "port": 99999, "name": "no port"},
      {"clientId": "a", "host": "h", "port": "1883", "name": "text port"},
      {"clientId": "a", "host": "h\nx", "port": 1, "name": "control"},
      {"clientId": "a", "host": "h", "port": 1, "protocol": "gopher", "name": "other"},
      {"clientId": "a", "host": "::1", "port": 1883, "name": ""},
      {"clientId": "a", "host": "h", "port": 8883, "protocol": "mqtts", "cert": "/only", "name": "half"},
      {"clientId": 5, "host": ["h"], "port": {}, "name": null, "subscriptions": "x", "will": 1},
      {"isCollection": true, "clientId": "", "host": "", "name": "folder"}, 7, null])");
    QVERIFY(source);
    QStringList names;
    for (const Profile &profile : source->profiles)
        names.append(profile.name);
    QCOMPARE(names, (QStringList{QStringLiteral("text port"), QStringLiteral("::1"),
                                 QStringLiteral("half")}));
    QCOMPARE(source->notes.size(), 6);
}

void BrokerImportTest::otherFilesAreRefused()
{
    for (const char *file : {"", "[]", "{}", "7", "[1,2]", "{\"ConnectionManager_connections\": 1}",
                             "{\"portolan\":\"profiles\"}", "ssh://host"}) {
        const auto source = importBrokers(file);
        QVERIFY2(!source, file);
        QCOMPARE(source.error().kind, Error::Kind::Usage);
    }
    const auto broken = importBrokers("[\n  {\"host\": }\n]");
    QVERIFY(!broken);
    QVERIFY2(broken.error().what.startsWith(QStringLiteral("Line 2, column ")),
             qPrintable(broken.error().what));
    QVERIFY(importBrokers("{\"ConnectionManager_connections\": {}}")->profiles.isEmpty());
}

} // namespace

QTEST_GUILESS_MAIN(BrokerImportTest)
#include "brokerimport.moc"
