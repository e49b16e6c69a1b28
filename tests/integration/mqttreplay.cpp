// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mqtt/inbox.h"
#include "core/mqtt/replay.h"
#include "core/runtime/reaper.h"
#include "tests/integration/mqttsession.h"

#include <QTemporaryDir>

using namespace MqttTest;
using namespace std::chrono_literals;

// Files of messages, through a client to a real broker and back.
class MqttReplayTest : public QObject
{
    Q_OBJECT

private:
    Test::Lab m_lab = Test::Lab::withBroker();
    QTemporaryDir m_folder;

    Mqtt::BrokerTarget target(Mqtt::Version version = Mqtt::Version::V5) const
    {
        auto made = targetOf(m_lab.broker(QStringLiteral("mqtt-plain")).address);
        made.version = version;
        return made;
    }
    QString fileOf(const QByteArray &bytes, const char *name = "messages.json") const
    {
        const QString path = m_folder.filePath(QLatin1String(name));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("the file was not written");
        return path;
    }
    // As a person exports it.
    static QByteArray exported(const Mqtt::TopicStore &store)
    {
        Mqtt::MessageFileWriter writer({.withHistory = true, .broker = QStringLiteral("a broker")});
        QByteArray out;
        while (writer.step(store, 100, out)) {
        }
        return out;
    }
    static std::shared_ptr<const Mqtt::ReplayFile> opened(const QString &path)
    {
        auto file = Mqtt::openReplayFile(path);
        if (!file)
            qFatal("%s", qUtf8Printable(file.error().what));
        return *file;
    }
    static std::string_view view(const QByteArray &bytes)
    {
        return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_lab.error().isEmpty(), qPrintable(m_lab.error())); }
    void cleanup() { QCOMPARE(Reaper::waitForAll(20s), 0); }

    void whatWasExportedArrivesAgainInOrderByteByByte()
    {
        // Every byte, properties, several topics in turn: a tree order is not the order of time.
        QByteArray every;
        for (int byte = 0; byte < 256; ++byte)
            every += static_cast<char>(byte);
        Mqtt::Properties properties;
        properties.payloadIsText = false;
        properties.contentType = "application/온도";
        properties.responseTopic = "answers/here";
        properties.correlation = QByteArray("\x00\xff\x01", 3);
        properties.user = {{"name", "value"}, {"name", ""}, {"온도", "21"}};
        const QByteArray encoded = Mqtt::encodeProperties(properties);
        Mqtt::TopicStore store;
        constexpr int kMessages = 600;
        for (int i = 0; i < kMessages; ++i) {
            const QByteArray topic = "replay/" + QByteArray::number(i % 7) + "/값";
            const QByteArray payload = QByteArray::number(i) + ' ' + every.left(i % 257);
            store.add(view(topic), {.payload = view(payload),
                                    .properties = i % 3 == 0 ? view(encoded) : std::string_view(),
                                    .time = 1'700'000'000'000 + i,
                                    .qos = static_cast<std::uint8_t>(i % 3)});
        }
        const auto file = opened(fileOf(exported(store)));
        QCOMPARE(file->stored.messages.size(), kMessages);
        QCOMPARE(file->topics.size(), std::size_t(7));
        QCOMPARE(file->stored.broker, QStringLiteral("a broker"));
        QCOMPARE(file->last() - file->first(), std::int64_t(kMessages - 1));
        QCOMPARE(file->withProperties, quint64(kMessages / 3));

        Session session(target());
        QVERIFY2(session.connectAndWait(), session.story().constData());
        QVERIFY(session.subscribeAndWait("copy/#", 2));
        Mqtt::ReplayChoice choice;
        choice.from = "replay/";
        choice.to = "copy/of/";
        choice.speed = 2;
        QVERIFY(Mqtt::checkReplay(*file, choice));
        Mqtt::Replay replay(session.client, file, choice);
        QSignalSpy finished(&replay, &Mqtt::Replay::finished);
        QElapsedTimer clock;
        clock.start();
        replay.start();
        QVERIFY2(QTest::qWaitFor([&] { return !finished.isEmpty(); }, kWait),
                 session.story().constData());
        QVERIFY2(clock.elapsed() >= (kMessages - 1) / 2, "not faster than was asked for");
        QCOMPARE(replay.counts().good(), quint64(kMessages));
        QCOMPARE(replay.counts().refused + replay.counts().lost, quint64(0));
        QCOMPARE(replay.counts().sent, quint64(kMessages / 3));
        QVERIFY(session.waitForMessages(kMessages));
        const auto all = session.sink->all();
        QCOMPARE(all.size(), std::size_t(kMessages));
        // MQTT orders the messages of one QoS to one subscriber (MQTT 5.0, section 4.6).
        std::array<int, 3> next{0, 1, 2};
        for (const Message &message : all) {
            int &i = next.at(static_cast<std::size_t>(message.qos));
            QCOMPARE(message.topic, "copy/of/" + QByteArray::number(i % 7) + "/값");
            QCOMPARE(message.payload,
                     QByteArray(QByteArray::number(i) + ' ' + every.left(i % 257)));
            QCOMPARE(message.properties, i % 3 == 0 ? properties : Mqtt::Properties());
            QVERIFY(!message.retained);
            i += 3;
        }
    }

    void qosAndRetainAreAsRecordedOrAsAsked()
    {
        Mqtt::TopicStore store;
        store.add("kept/a", {.payload = "1", .time = 1000, .qos = 2, .retained = true});
        store.add("kept/b", {.payload = "2", .time = 1000, .qos = 0});
        const auto file = opened(fileOf(exported(store)));
        QCOMPARE(file->retained, quint64(1));
        const auto keptOf = [&](const Mqtt::ReplayChoice &choice) {
            Session writer(target(Mqtt::Version::V311));
            if (!writer.connectAndWait())
                qFatal("%s", writer.story().constData());
            Mqtt::Replay replay(writer.client, file, choice);
            QSignalSpy finished(&replay, &Mqtt::Replay::finished);
            replay.start();
            if (!QTest::qWaitFor([&] { return !finished.isEmpty(); }, kWait) ||
                replay.counts().good() != 2)
                qFatal("%s", writer.story().constData());
            Session reader(target());
            if (!reader.connectAndWait() || !reader.subscribeAndWait(choice.to + "kept/#", 2))
                qFatal("%s", reader.story().constData());
            // The retained ones come before this one.
            reader.publish(choice.to + "kept/end", "end", 2);
            if (!QTest::qWaitFor(
                    [&] {
                        const auto some = reader.sink->all();
                        return !some.empty() && some.back().payload == "end";
                    },
                    kWait))
                qFatal("the end did not come");
            auto all = reader.sink->all();
            all.pop_back();
            return all;
        };
        const auto recorded = keptOf({.to = "recorded/"});
        QCOMPARE(recorded.size(), std::size_t(1));
        QCOMPARE(recorded.front().topic, QByteArray("recorded/kept/a"));
        QCOMPARE(recorded.front().qos, 2);
        QVERIFY(keptOf({.to = "none/", .retain = false}).empty());
        const auto asked = keptOf({.to = "all/", .qos = std::uint8_t(1), .retain = true});
        QCOMPARE(asked.size(), std::size_t(2));
        QCOMPARE(asked.front().qos, 1);
        QCOMPARE(asked.back().qos, 1);
    }

    void aReplayAtAFixedRateTakesItsTimeAndIsCancelledAtOnce()
    {
        Mqtt::TopicStore store;
        constexpr int kMessages = 5'000;
        for (int i = 0; i < kMessages; ++i)
            store.add("rate/a", {.payload = "x", .time = 1'000, .qos = 1});
        const auto file = opened(fileOf(exported(store)));
        Session session(target());
        QVERIFY2(session.connectAndWait(), session.story().constData());
        Mqtt::ReplayChoice choice;
        choice.pace = Mqtt::ReplayChoice::Pace::Fixed;
        choice.perSecond = 200;
        Mqtt::Replay replay(session.client, file, choice);
        QSignalSpy finished(&replay, &Mqtt::Replay::finished);
        QSignalSpy progress(&replay, &Mqtt::Replay::progress);
        replay.start();
        QTRY_VERIFY_WITH_TIMEOUT(replay.counts().acknowledged >= 100, kWait);
        QVERIFY(replay.counts().handedOver < 2'000);
        QVERIFY(replay.timeLeft() > 10s);
        QVERIFY(!progress.isEmpty());
        QElapsedTimer clock;
        clock.start();
        replay.cancel();
        QTRY_VERIFY_WITH_TIMEOUT(!finished.isEmpty(), kWait);
        QVERIFY2(clock.elapsed() < 1'000, qPrintable(QString::number(clock.elapsed())));
        QVERIFY(replay.wasCancelled());
        QVERIFY(!replay.isRunning());
        const auto &counts = replay.counts();
        QCOMPARE(counts.settled(), counts.handedOver);
        QVERIFY(counts.handedOver < quint64(kMessages));

        // As fast as it goes: all of them, and no more on the way than there is room for.
        choice.pace = Mqtt::ReplayChoice::Pace::Unbounded;
        Mqtt::Replay fast(session.client, file, choice);
        QSignalSpy done(&fast, &Mqtt::Replay::finished);
        bool bounded = true;
        connect(&fast, &Mqtt::Replay::progress, this, [&] {
            bounded = bounded && fast.counts().handedOver - fast.counts().settled() <=
                                     quint64(Mqtt::Replay::kMostOpen);
        });
        // To this client too: the broker's packets are small then, and none of them waits for an
        // acknowledgement of the one before, which would be 40 ms for every 20 messages.
        QVERIFY(session.subscribeAndWait("rate/#"));
        clock.restart();
        fast.start();
        QTRY_VERIFY_WITH_TIMEOUT(!done.isEmpty(), kWait);
#ifdef Q_OS_LINUX
        QVERIFY2(clock.elapsed() < kMessages / 20 * 40,
                 qPrintable(QString::number(clock.elapsed())));
#endif
        QCOMPARE(fast.counts().acknowledged, quint64(kMessages));
        QVERIFY(bounded);
    }

    void whatTheBrokerRefusesIsCounted()
    {
        // No rights below this topic for this user; a PUBACK says so.
        Mqtt::TopicStore store;
        store.add("denied/x", {.payload = "1", .time = 1, .qos = 1});
        store.add("plant/x", {.payload = "2", .time = 2, .qos = 1});
        const auto file = opened(fileOf(exported(store)));
        auto made = targetOf(m_lab.broker(QStringLiteral("mqtt-password")).address);
        made.version = Mqtt::Version::V5;
        Session session(made);
        QString password =
            m_lab.broker(QStringLiteral("mqtt-password")).passwords.value(QStringLiteral("alice"));
        password.detach();
        session.client.offerPassword(Secret::takeFrom(password));
        QVERIFY2(session.connectAndWait(), session.story().constData());
        Mqtt::Replay replay(session.client, file, {});
        QSignalSpy finished(&replay, &Mqtt::Replay::finished);
        replay.start();
        QTRY_VERIFY_WITH_TIMEOUT(!finished.isEmpty(), kWait);
        QCOMPARE(replay.counts().refused, quint64(1));
        QCOMPARE(replay.counts().acknowledged, quint64(1));
        QVERIFY(replay.error().has_value());
    }

    void aLostConnectionHoldsAReplayUp()
    {
        Mqtt::TopicStore store;
        for (int i = 0; i < 40; ++i)
            store.add("hold/a", {.payload = "x", .time = i * 50, .qos = 1});
        const auto file = opened(fileOf(exported(store)));
        Session session(target());
        QVERIFY2(session.connectAndWait(), session.story().constData());
        Mqtt::Replay replay(session.client, file, {});
        QSignalSpy finished(&replay, &Mqtt::Replay::finished);
        replay.start();
        QTRY_VERIFY_WITH_TIMEOUT(replay.counts().acknowledged >= 3, kWait);
        session.client.cut();
        QTRY_VERIFY_WITH_TIMEOUT(replay.isWaiting(), kWait);
        QVERIFY(finished.isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(!finished.isEmpty(), kWait);
        QCOMPARE(replay.counts().settled(), quint64(40));
        QVERIFY(replay.counts().good() >= 38); // those on the way may be unknown
        QVERIFY(!session.losses.isEmpty());
    }

    void filesThatCannotBeReplayedSayWhy()
    {
        const auto error = [](const QString &path) {
            const auto file = Mqtt::openReplayFile(path);
            return file ? Error{} : file.error();
        };
        QCOMPARE(error(m_folder.filePath(QStringLiteral("absent.json"))).kind, Error::Kind::Local);
        QCOMPARE(error(m_folder.path()).kind, Error::Kind::Local);
        QVERIFY(error(fileOf("topic,time\r\n", "table.csv")).what.contains(QLatin1String("CSV")));
        QCOMPARE(error(fileOf("\x7f"
                              "ELF\x02"))
                     .kind,
                 Error::Kind::Usage);
        QCOMPARE(error(fileOf(QByteArray(100'000, '['))).kind, Error::Kind::Usage);
        const QByteArray head = R"({"portolan":"mqtt-messages","version":1,"messages":[)";
        QVERIFY(error(fileOf(head + R"({"topic":"a/#","payload":""}]})"))
                    .what.startsWith(QLatin1String("Line 1, column")));
        // Topics that would be none.
        const auto file = opened(fileOf(head + R"({"topic":"a/b","payload":""}]})"));
        for (const char *to : {"+/", "#", "a\xff"}) {
            const auto checked = Mqtt::checkReplay(*file, {.from = {}, .to = to});
            QVERIFY2(!checked, to);
            QCOMPARE(checked.error().kind, Error::Kind::Usage);
        }
        QVERIFY(!Mqtt::checkReplay(*file, {.from = "a/b", .to = ""}));
        QCOMPARE(Mqtt::rewrittenTopic("other/a", {.from = "a", .to = "b"}), QByteArray("other/a"));
        // An empty file is a file.
        QCOMPARE(opened(fileOf(head + "]}"))->stored.messages.size(), 0);
    }
};

PORTOLAN_LAB_TEST_MAIN(MqttReplayTest)
#include "mqttreplay.moc"
