// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mqtt/mosquittocommand.h"
#include "core/mqtt/topicjson.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Portolan;
using namespace Portolan::Mqtt;

class MosquittoCommandTest : public QObject
{
    Q_OBJECT

private:
    static Result<MosquittoCommand> read(const char *text)
    {
        return readMosquittoCommand(QString::fromUtf8(text));
    }

private Q_SLOTS:
    void aSubscriptionIsReadAsAShellWouldReadIt()
    {
        const auto command =
            read("$ mosquitto_sub -h broker.example -p 8884 \\\n --cafile "
                 "'/etc/my ca.pem' -u ops -P secret -t \"site/+/a b\" -t 'x/#' -q 1 -v");
        QVERIFY2(command, command ? "" : qPrintable(command.error().what));
        QVERIFY(!command->publication);
        QCOMPARE(command->target.host, QStringLiteral("broker.example"));
        QCOMPARE(command->target.port, quint16(8884));
        QCOMPARE(command->target.carriage, Carriage::Tls);
        QCOMPARE(command->target.caFile, QStringLiteral("/etc/my ca.pem"));
        QCOMPARE(command->target.user, QStringLiteral("ops"));
        QCOMPARE(command->target.subscriptions.size(), 2);
        QCOMPARE(command->target.subscriptions[0].filter, QByteArray("site/+/a b"));
        QCOMPARE(command->target.subscriptions[1].qos, std::uint8_t(1));
        // That there was one is said, not which.
        QCOMPARE(command->leftOut, QStringList{QStringLiteral("-P")});
    }

    void aPublicationIsReadWithItsProperties()
    {
        const auto command =
            read("mosquitto_pub -L mqtts://ops:secret@b.example/lamp/set -r -q 2 -m '{\"on\": "
                 "\"it'\\''s\"}' "
                 "-D publish content-type application/json -D PUBLISH user-property shift early");
        QVERIFY2(command, command ? "" : qPrintable(command.error().what));
        QVERIFY(command->publication);
        const Publication &made = *command->publication;
        QCOMPARE(made.topic, QByteArray("lamp/set"));
        QCOMPARE(made.payload, QByteArray("{\"on\": \"it's\"}"));
        QCOMPARE(made.qos, std::uint8_t(2));
        QVERIFY(made.retain);
        QCOMPARE(made.properties.contentType, QByteArray("application/json"));
        QCOMPARE(made.properties.user.size(), 1);
        QCOMPARE(command->target.port, quint16(8883));
        QCOMPARE(command->target.user, QStringLiteral("ops"));
        QVERIFY(!command->leftOut.join(QChar()).contains(QStringLiteral("secret")));
    }

    void whatIsNotUnderstoodIsSaid_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("another program") << QStringLiteral("curl -t x");
        QTest::newRow("no topic") << QStringLiteral("mosquitto_sub -h b");
        QTest::newRow("no value") << QStringLiteral("mosquitto_sub -t");
        QTest::newRow("open quote") << QStringLiteral("mosquitto_sub -t 'a");
        QTest::newRow("bad port") << QStringLiteral("mosquitto_sub -p 70000 -t a");
        QTest::newRow("bad filter") << QStringLiteral("mosquitto_sub -t a/#/b");
        QTest::newRow("wildcard") << QStringLiteral("mosquitto_pub -t a/+ -m x");
        QTest::newRow("unknown") << QStringLiteral("mosquitto_sub --frobnicate -t a");
    }
    void whatIsNotUnderstoodIsSaid()
    {
        QFETCH(QString, text);
        const auto command = readMosquittoCommand(text);
        QVERIFY(!command);
        QCOMPARE(command.error().kind, Error::Kind::Usage);
        QVERIFY(!command.error().what.isEmpty());
    }

    void whatIsWrittenIsReadAgain()
    {
        BrokerTarget target;
        target.host = QStringLiteral("broker.example");
        target.carriage = Carriage::Tls;
        target.port = 8883;
        target.user = QStringLiteral("o'neill");
        target.caFile = QStringLiteral("/ca file.pem");
        Subscription one;
        one.filter = "plant/+/$x y/#";
        one.qos = 1;
        const auto sub = subscribeCommand(target, {one});
        QVERIFY(sub);
        const auto readSub = readMosquittoCommand(*sub);
        QVERIFY2(readSub, qPrintable(*sub));
        QCOMPARE(readSub->target.subscriptions, QList<Subscription>{one});
        QCOMPARE(readSub->target.user, target.user);
        QCOMPARE(readSub->target.caFile, target.caFile);
        QCOMPARE(readSub->target.carriage, Carriage::Tls);

        Publication made;
        made.topic = "a b/c";
        made.payload = "한글 'and' \"quotes\" \\ $HOME\nsecond line";
        made.qos = 2;
        made.retain = true;
        made.properties.contentType = "text/plain";
        made.properties.user = {{"k", "v w"}};
        const auto pub = publishCommand(target, made);
        QVERIFY(pub);
        const auto readPub = readMosquittoCommand(*pub);
        QVERIFY2(readPub && readPub->publication, qPrintable(*pub));
        QCOMPARE(readPub->publication->payload, made.payload);
        QCOMPARE(readPub->publication->topic, made.topic);
        QCOMPARE(readPub->publication->properties, made.properties);
        QVERIFY(readPub->publication->retain);

        made.payload = QByteArray("\xde\xad\0", 3);
        QVERIFY(publishCommand(target, made)
                    ->startsWith(QStringLiteral("printf '\\336\\255\\000' | ")));
        target.carriage = Carriage::WebSocket;
        QCOMPARE(publishCommand(target, made).error().kind, Error::Kind::Unsupported);
    }

    void aSubtreeIsCopiedAsJson()
    {
        TopicStore store;
        const auto add = [&](const char *topic, const QByteArray &payload) {
            TopicStore::Arrival arrival;
            arrival.payload = {payload.constData(), static_cast<std::size_t>(payload.size())};
            arrival.time = 1;
            store.add(topic, arrival);
        };
        add("hall/temp", "21.50");
        add("hall/big", "{\"n\": 12345678901234567890}");
        add("hall/list", "1, 2");
        add("hall", "open \"door\"");
        add("hall/raw", "\xff\xfe");
        add("other", "1");
        const TopicJson json = topicJson(store, store.find("hall"));
        QCOMPARE(json.topics, 5U);
        QCOMPARE(json.leftOut, 0U);
        QVERIFY(json.text.contains("12345678901234567890"));
        QVERIFY(json.text.contains("21.50"));
        const QJsonObject object = QJsonDocument::fromJson(json.text).object();
        QCOMPARE(object.size(), 5);
        QCOMPARE(object.value(QString()).toString(), QStringLiteral("open \"door\""));
        QCOMPARE(object.value(QStringLiteral("list")).toString(), QStringLiteral("1, 2"));
        QCOMPARE(object.value(QStringLiteral("raw"))
                     .toObject()
                     .value(QStringLiteral("base64"))
                     .toString(),
                 QStringLiteral("//4="));
        // A topic of many empty levels ends somewhere.
        add(QByteArray(5'000, '/').constData(), "deep");
        QVERIFY(topicJson(store, TopicStore::kRoot).leftOut > 0);
    }
};

QTEST_GUILESS_MAIN(MosquittoCommandTest)
#include "mosquittocommand.moc"
