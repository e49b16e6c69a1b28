// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mqtt/brokeraddress.h"
#include "core/mqtt/inbox.h"
#include "core/mqtt/publishplan.h"
#include "core/mqtt/reasoncode.h"
#include "core/mqtt/topicfilter.h"
#include "core/mqtt/transcript.h"

#include <QTest>

#include <thread>

using namespace Portolan;
using namespace Portolan::Mqtt;
using namespace std::string_view_literals;

class MqttCoreTest : public QObject
{
    Q_OBJECT

private:
    static Result<BrokerTarget> read(const char *url)
    {
        const auto parsed = parseAddress(QString::fromUtf8(url));
        if (!parsed)
            return tl::unexpected(parsed.error());
        return brokerTarget(parsed->address);
    }

private Q_SLOTS:
    void filtersMatchAsTheStandardSays_data()
    {
        QTest::addColumn<QByteArray>("filter");
        QTest::addColumn<QByteArray>("topic");
        QTest::addColumn<bool>("matches");
        // MQTT 5.0, section 4.7, examples of the text among them.
        const struct
        {
            const char *filter;
            const char *topic;
            bool matches;
        } rows[] = {
            {"sport/tennis/player1/#", "sport/tennis/player1", true},
            {"sport/tennis/player1/#", "sport/tennis/player1/ranking", true},
            {"sport/tennis/player1/#", "sport/tennis/player1/score/wimbledon", true},
            {"sport/#", "sport", true},
            {"#", "a/b/c", true},
            {"#", "$SYS/x", false},
            {"+/monitor/Clients", "$SYS/monitor/Clients", false},
            {"$SYS/#", "$SYS/monitor/Clients", true},
            {"$SYS/monitor/+", "$SYS/monitor/Clients", true},
            {"sport/tennis/+", "sport/tennis/player1", true},
            {"sport/tennis/+", "sport/tennis/player1/ranking", false},
            {"sport/+", "sport", false},
            {"sport/+", "sport/", true},
            {"+/+", "/finance", true},
            {"/+", "/finance", true},
            {"+", "/finance", false},
            {"a/b", "a/b", true},
            {"a/b", "a/b/", false},
            {"a/b", "A/b", false},
            {"a//b", "a//b", true},
            {"a/+/b", "a//b", true},
            {"$share/group/a/+", "a/b", true},
            {"$share/group/#", "$SYS/x", false},
        };
        for (const auto &row : rows)
            QTest::addRow("%s with %s", row.filter, row.topic)
                << QByteArray(row.filter) << QByteArray(row.topic) << row.matches;
    }
    void filtersMatchAsTheStandardSays()
    {
        QFETCH(QByteArray, filter);
        QFETCH(QByteArray, topic);
        QFETCH(bool, matches);
        QVERIFY(checkTopicFilter(filter.toStdString()));
        QCOMPARE(filterMatches(filter.toStdString(), topic.toStdString()), matches);
    }

    void wrongTopicsAndFiltersAreNamed()
    {
        for (const std::string_view filter :
             {""sv, "a#"sv, "a/#/b"sv, "a+/b"sv, "#/a"sv, "++"sv, "$share/g"sv, "$share/g/"sv,
              "$share//a"sv, "$share/a+/b"sv, "a\0b"sv, "a\xc3"sv, "\xff"sv}) {
            const auto checked = checkTopicFilter(filter);
            QVERIFY2(!checked, filter.data());
            QCOMPARE(checked.error().kind, Error::Kind::Usage);
            QVERIFY(checked.error().what.endsWith(QLatin1Char('.')));
        }
        for (const std::string_view name : {""sv, "a/+"sv, "#"sv, "a\0"sv, "\xed\xa0\x80"sv})
            QVERIFY2(!checkTopicName(name), name.data());
        QVERIFY(!checkTopicName(std::string(65536, 'a')));
        QVERIFY(checkTopicName(std::string(65535, 'a')));
        for (const std::string_view name : {"a"sv, "/"sv, "$SYS/x"sv, "온도/1층"sv, "a b"sv})
            QVERIFY2(checkTopicName(name), name.data());
    }

    void everyReasonHasWordsAndAKind()
    {
        for (int code = 0; code < 256; ++code) {
            const auto byte = static_cast<std::uint8_t>(code);
            for (const auto packet : {Packet::Connack, Packet::Puback, Packet::Suback,
                                      Packet::Unsuback, Packet::Disconnect})
                QVERIFY(reasonSentence(packet, byte).size() > 5);
        }
        QCOMPARE(reasonName(Packet::Suback, 2), QStringLiteral("Granted QoS 2"));
        QCOMPARE(reasonName(Packet::Disconnect, 0), QStringLiteral("Normal disconnection"));
        QCOMPARE(reasonName(Packet::Connack, 0x87), QStringLiteral("Not authorized"));
        QVERIFY(reasonName(Packet::Connack, 0x7f).isEmpty());
        QVERIFY(reasonSentence(Packet::Connack, 0x7f).contains(QLatin1String("0x7f")));
        // What repeating makes worse, and what may pass.
        for (const int code : {0x84, 0x85, 0x86, 0x87, 0x8a, 0x8c, 0x8e, 0x9c, 0x9d})
            QVERIFY2(isFinal(static_cast<std::uint8_t>(code)),
                     QByteArray::number(code, 16).constData());
        for (const int code : {0x80, 0x88, 0x89, 0x8b, 0x8d, 0x97, 0x9f})
            QVERIFY2(!isFinal(static_cast<std::uint8_t>(code)),
                     QByteArray::number(code, 16).constData());
        QCOMPARE(kindOf(0x86), Error::Kind::Auth);
        QCOMPARE(kindOf(0x88), Error::Kind::Network);
        // MQTT 3.1.1, section 3.2.2.3.
        QCOMPARE(fromReturnCode(1), std::uint8_t(0x84));
        QCOMPARE(fromReturnCode(4), std::uint8_t(0x86));
        QCOMPARE(fromReturnCode(5), std::uint8_t(0x87));
        QCOMPARE(fromReturnCode(99), std::uint8_t(0x80));
    }

    void propertiesSurviveTheWayThroughBytes()
    {
        Properties properties;
        QVERIFY(encodeProperties(properties).isEmpty());
        properties.payloadIsText = true;
        properties.expirySeconds = 0xfffefdfc;
        properties.topicAlias = 513;
        properties.contentType = "text/plain";
        properties.responseTopic = "";
        properties.correlation = QByteArray("\0\xff", 2);
        properties.subscriptionIds = {1, 127, 128, 268'435'455};
        properties.user = {{"a", "1"}, {"a", "2"}, {"온도", ""}};
        const QByteArray bytes = encodeProperties(properties);
        QCOMPARE(decodeProperties(bytes.toStdString()), properties);
        // Cut anywhere, or with anything in it, it reads what it can.
        for (qsizetype size = 0; size < bytes.size(); ++size)
            (void)decodeProperties(bytes.left(size).toStdString());
        for (int first = 0; first < 256; ++first) {
            QByteArray broken = bytes;
            broken[bytes.size() / 2] = static_cast<char>(first);
            (void)decodeProperties(broken.toStdString());
        }
        QVERIFY(decodeProperties("\xff\xff\xff\xff\xff"sv).isEmpty());
    }

    void addressesAreRead()
    {
        const auto plain = read("mqtt://ops@broker.example?topic=a/%2B&topic2=%23&version=3.1.1");
        QVERIFY2(plain, plain ? "" : qPrintable(plain.error().what));
        QCOMPARE(plain->port, quint16(1883));
        QCOMPARE(plain->user, QStringLiteral("ops"));
        QCOMPARE(plain->version, Version::V311);
        QCOMPARE(plain->subscriptions.size(), 2);
        QCOMPARE(plain->subscriptions.at(0).filter, QByteArray("a/+"));
        QCOMPARE(plain->subscriptions.at(1).qos, std::uint8_t(2));
        QCOMPARE(plain->display(), QStringLiteral("ops@broker.example"));
        const auto tls = read("mqtts://broker:8884?alpn=mqtt&check_host=no&keepalive=0");
        QVERIFY(tls && tls->carriage == Carriage::Tls && tls->port == 8884);
        QCOMPARE(tls->keepalive.count(), 0);
        const auto ws = read("wss://broker/deep/path?header=X-Site%3A%20seoul");
        QVERIFY(ws && ws->carriage == Carriage::WebSocketTls && ws->port == 443);
        QCOMPARE(ws->path, QStringLiteral("/deep/path"));
        QCOMPARE(ws->headers.first().second, QByteArray("seoul"));
        QCOMPARE(read("mqtt+ws://broker")->path, QStringLiteral("/mqtt"));
    }

    void addressesComeBackAsTheyWere()
    {
        for (const char *url :
             {"mqtt://broker", "mqtt://u@broker:1999?topic=a/%2B/b&topic1=%23&topic2=x",
              "mqtts://broker?ca=/a/ca.pem&cert=/a/c.pem&key=/a/k.pem&alpn=mqtt,x&check_host=no",
              "mqtt+wss://broker/p?header=A%3A%20b&http_auth=bearer&server_name=other",
              "mqtt://broker?client=me&clean=no&expiry=60&keepalive=5&receive_max=3&max_packet=9",
              "mqtt://[::1]?will_topic=w&will_payload=gone%20%26&will_qos=2&will_retain=yes",
              "mqtt://broker?timeout=3&reconnect=no&version=3.1.1"}) {
            const auto first = read(url);
            QVERIFY2(first, first ? url : qPrintable(first.error().what));
            const QString written = addressOf(*first).toString();
            const auto second = read(qPrintable(written));
            QVERIFY2(second, qPrintable(written));
            QVERIFY2(*first == *second, qPrintable(written));
        }
    }

    void wrongAddressesAreNamed()
    {
        for (const char *url : {"ssh://broker",
                                "mqtt://broker/topic",
                                "mqtt://broker?colour=red",
                                "mqtt://broker?clean=perhaps",
                                "mqtt://broker?keepalive=3",
                                "mqtt://broker?topic=a%23",
                                "mqtt://broker?version=4",
                                "mqtt://broker?ca=/x",
                                "mqtts://broker?cert=/x",
                                "mqtt://broker?will_payload=x",
                                "mqtt://broker?will_topic=a/%2B",
                                "mqtt://broker?version=3.1.1&expiry=5",
                                "ws://broker?header=Cookie%3A%20a",
                                "ws://broker?header=broken",
                                "ws://broker?header=A%3A%20b%0D%0AC%3A%20d",
                                "mqtts://broker?fingerprint=aa",
                                "mqtt://broker?topic=",
                                "mqtt://broker?expiry=-1",
                                "ws://broker?http_auth=digest",
                                "mqtt://broker?receive_max=0"}) {
            const auto made = read(url);
            QVERIFY2(!made, url);
            QCOMPARE(made.error().kind, Error::Kind::Usage);
            QVERIFY(made.error().what.endsWith(QLatin1Char('.')));
        }
    }

    void placeholdersAreReplaced()
    {
        QCOMPARE(expandPlaceholders("${n}/${time}/${x}", 7, 1000, 0.5), QByteArray("7/1000/${x}"));
        QCOMPARE(expandPlaceholders("${random}", 1, 0, 0.25), QByteArray("0.250000"));
        QCOMPARE(expandPlaceholders("plain", 1, 0, 0), QByteArray("plain"));
    }

    void theTranscriptIsBounded()
    {
        Transcript transcript;
        for (int i = 0; i < 5000; ++i)
            transcript.append({std::chrono::microseconds(i), Step::Session,
                               TranscriptEntry::Direction::Sent,
                               QStringLiteral("line %1\x1b[31m\n").arg(i)});
        QCOMPARE(transcript.entries().size(), Transcript::kMostEntries);
        QCOMPARE(transcript.dropped(), 4000);
        QVERIFY(transcript.toText().contains(QLatin1String("... 4000 entries left out ...")));
        QVERIFY(!transcript.toText().contains(QLatin1Char('\x1b')));
    }

    void theInboxLosesNothingWhileTheWindowLooks()
    {
        Inbox inbox;
        constexpr int kMessages = 200'000;
        std::atomic<bool> done = false;
        std::thread engine([&] {
            for (int i = 0; i < kMessages; ++i) {
                const std::string topic = "t/" + std::to_string(i % 1000);
                inbox.message({.topic = topic, .payload = "payload", .time = i});
                if (i % 64 == 0)
                    inbox.endOfRound();
            }
            while (inbox.read([](const TopicStore &s) { return s.counts().messages; }) < kMessages)
                inbox.endOfRound();
            done = true;
        });
        std::uint64_t seen = 0;
        while (!done) {
            const auto now = inbox.read([](const TopicStore &s) { return s.counts().messages; });
            QVERIFY(now >= seen);
            seen = now;
            std::this_thread::yield();
        }
        engine.join();
        QCOMPARE(inbox.read([](const TopicStore &s) { return s.counts().messages; }),
                 std::uint64_t(kMessages));
        QCOMPARE(inbox.read([](const TopicStore &s) { return s.counts().topics; }), 1000U);
    }
};

QTEST_GUILESS_MAIN(MqttCoreTest)
#include "mqttcore.moc"
