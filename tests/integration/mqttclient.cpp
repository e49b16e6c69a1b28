// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mqtt/inbox.h"
#include "core/mqtt/publishplan.h"
#include "core/runtime/reaper.h"
#include "tests/integration/mqttsession.h"

#include <QTcpServer>
#include <QTcpSocket>

using namespace MqttTest;
using namespace std::chrono_literals;
using Kind = Mqtt::PublishOutcome::Kind;

class MqttClientTest : public QObject
{
    Q_OBJECT

private:
    Test::Lab m_lab = Test::Lab::withBroker();

    Mqtt::BrokerTarget target(const char *id, Mqtt::Version version = Mqtt::Version::V5) const
    {
        auto made = targetOf(m_lab.broker(QLatin1String(id)).address);
        made.version = version;
        made.stepTimeout = 15s;
        return made;
    }
    static Secret secret(const QString &text)
    {
        QString copy = text;
        copy.detach();
        return Secret::takeFrom(copy);
    }
    Secret passwordOf(const QString &user) const
    {
        return secret(m_lab.broker(QStringLiteral("mqtt-password")).passwords.value(user));
    }
    // $SYS says more than a test wants to see.
    static std::vector<Message> under(const std::vector<Message> &all, const QByteArray &prefix)
    {
        std::vector<Message> some;
        std::copy_if(all.begin(), all.end(), std::back_inserter(some),
                     [&](const Message &m) { return m.topic.startsWith(prefix); });
        return some;
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_lab.error().isEmpty(), qPrintable(m_lab.error())); }
    void cleanup() { QCOMPARE(Reaper::waitForAll(20s), 0); }

    void messagesGoAndComeOnEveryListener_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<bool>("five");
        for (const char *id :
             {"mqtt-plain", "mqtt-password", "mqtt-tls", "mqtt-mtls", "mqtt-ws", "mqtt-wss"}) {
            QTest::addRow("%s, MQTT 5", id) << QString::fromLatin1(id) << true;
            QTest::addRow("%s, MQTT 3.1.1", id) << QString::fromLatin1(id) << false;
        }
    }
    void messagesGoAndComeOnEveryListener()
    {
        QFETCH(QString, id);
        QFETCH(bool, five);
        Session session(target(qPrintable(id), five ? Mqtt::Version::V5 : Mqtt::Version::V311));
        if (id == QLatin1String("mqtt-password"))
            session.client.offerPassword(passwordOf(QStringLiteral("alice")));
        QVERIFY2(session.connectAndWait(), session.story().constData());
        QCOMPARE(session.client.tls().has_value(), session.client.target().hasTls());
        if (session.client.tls()) {
            QVERIFY(session.client.tls()->trusted);
            QVERIFY(
                session.client.tls()->chain.first().names.contains(QStringLiteral("localhost")));
            QVERIFY(session.client.tls()->protocol.startsWith(QLatin1String("TLS 1.")));
        }
        const QByteArray prefix = "plant/" + id.toLatin1() + (five ? "5" : "3");
        QVERIFY2(session.subscribeAndWait(prefix + "/#", 2), session.story().constData());
        QCOMPARE(session.grants.last().reason, std::uint8_t(2));
        for (int qos = 0; qos < 3; ++qos)
            session.publish(prefix + "/값", QByteArray("온도 ") + QByteArray::number(qos), qos);
        // More than a TLS record, a frame's short length and, but over WebSocket, a socket's
        // buffer: this broker sends 40 kB a second there (4 KiB every 100 ms).
        const bool webSocket =
            id.endsWith(QLatin1String("ws")) || id.endsWith(QLatin1String("wss"));
        QByteArray large(webSocket ? 100'000 : 3'000'000, 'x');
        for (qsizetype i = 0; i < large.size(); i += 4096)
            large[i] = static_cast<char>(i / 4096);
        session.publish(prefix + "/large", large, 1);
        session.publish(prefix + "/empty", {}, 1);
        QVERIFY2(session.waitForOutcomes(5), session.story().constData());
        QVERIFY2(session.waitForMessages(5), session.story().constData());
        const auto all = session.sink->all();
        for (int qos = 0; qos < 3; ++qos) {
            const auto found = std::find_if(all.begin(), all.end(), [&](const Message &m) {
                return m.payload == QByteArray("온도 ") + QByteArray::number(qos);
            });
            QVERIFY(found != all.end());
            QCOMPARE(found->qos, qos);
            QCOMPARE(found->topic, QByteArray(prefix + "/값"));
        }
        QVERIFY(std::any_of(all.begin(), all.end(),
                            [&](const Message &m) { return m.payload == large; }));
        QVERIFY(session.stopAndWait());
        QVERIFY(session.failures.isEmpty());
    }

    void propertiesOfMqtt5Travel()
    {
        Session session(target("mqtt-plain"));
        QVERIFY2(session.connectAndWait(), session.story().constData());
        QVERIFY(session.subscribeAndWait("properties", 1));
        Mqtt::Properties properties;
        properties.payloadIsText = true;
        properties.expirySeconds = 600;
        properties.contentType = "application/json";
        properties.responseTopic = "answers/값";
        properties.correlation = QByteArray("\0\1\xff", 3);
        properties.user = {{"회선", "A"}, {"회선", "B"}, {"", ""}};
        session.publish("properties", "{}", 1, false, properties);
        QVERIFY(session.waitForMessages(1));
        auto got = session.sink->all().front().properties;
        QVERIFY(got.expirySeconds && *got.expirySeconds <= 600);
        got.expirySeconds = 600;
        QCOMPARE(got, properties);
        // 3.1.1 has none, and says so instead of leaving them out.
        Session old(target("mqtt-plain", Mqtt::Version::V311));
        QVERIFY(old.connectAndWait());
        QCOMPARE(old.publish("properties", "{}", 1, false, properties), quint64(0));
    }

    void retainedMessagesSayThatTheyAre()
    {
        Session session(target("mqtt-plain"));
        QVERIFY(session.connectAndWait());
        session.publish("kept/a", "1", 1, true);
        QVERIFY(session.waitForOutcomes(1));
        QVERIFY(session.subscribeAndWait("kept/#"));
        QVERIFY(session.waitForMessages(1));
        QVERIFY(session.sink->all().front().retained);
        QCOMPARE(session.outcomes.first().kind, Kind::Acknowledged);
        session.publish("kept/a", {}, 1, true);
        QVERIFY(session.waitForOutcomes(2));
        QVERIFY(session.waitForMessages(2));
    }

    void theBrokerIsToldOurLimitsAndTellsIts()
    {
        auto to = target("mqtt-plain");
        to.keepalive = 0s;
        to.receiveMaximum = 7;
        to.maximumPacketSize = 1000;
        to.sessionExpiry = 60s;
        Session session(to);
        QVERIFY2(session.connectAndWait(), session.story().constData());
        QVERIFY(session.client.connack().has_value());
        QCOMPARE(session.client.connack()->reason, std::uint8_t(0));
        QVERIFY(session.subscribeAndWait("limits"));
        // More than we said that we take: the broker leaves it out.
        session.publish("limits", QByteArray(2000, 'x'), 1);
        session.publish("limits", "small", 1);
        QVERIFY(session.waitForOutcomes(2));
        QVERIFY(session.waitForMessages(1));
        QCOMPARE(session.sink->all().front().payload, QByteArray("small"));
    }

    void aWrongPasswordIsFinal()
    {
        for (const auto version : {Mqtt::Version::V5, Mqtt::Version::V311}) {
            Session session(target("mqtt-password", version));
            session.client.offerPassword(secret(QStringLiteral("wrong")));
            QVERIFY(!session.connectAndWait());
            QCOMPARE(session.failures.size(), 1);
            QCOMPARE(session.failures.first().kind, Error::Kind::Auth);
            QCOMPARE(session.client.state(), Mqtt::Client::State::Ended);
            QVERIFY(session.client.connack());
            QVERIFY(session.client.connack()->reason >= 0x80);
            // And the right one may be tried with the same client.
            session.failures.clear();
            session.client.offerPassword(passwordOf(QStringLiteral("alice")));
            QVERIFY2(session.connectAndWait(), session.story().constData());
        }
    }

    void whatAnAclForbidsIsSaidByMqtt5()
    {
        Session session(target("mqtt-password"));
        session.client.offerPassword(passwordOf(QStringLiteral("alice")));
        QVERIFY(session.connectAndWait());
        const auto denied = session.publish("plant/secret/x", "1", 1);
        const auto allowed = session.publish("plant/x", "1", 1);
        QVERIFY(session.waitForOutcomes(2));
        for (const auto &outcome : std::as_const(session.outcomes)) {
            if (outcome.id == denied) {
                QCOMPARE(outcome.kind, Kind::Refused);
                QCOMPARE(outcome.reason, std::uint8_t(0x87));
                QVERIFY(!outcome.error.isEmpty());
            } else {
                QCOMPARE(outcome.id, allowed);
                QCOMPARE(outcome.kind, Kind::Acknowledged);
            }
        }
    }

    void certificatesAreChecked()
    {
        auto wrongAuthority = target("mqtt-tls");
        wrongAuthority.caFile = m_lab.brokerFiles().otherCa;
        auto wrongHost = target("mqtt-tls");
        wrongHost.serverName = QStringLiteral("broker.example");
        auto wrongSocket = target("mqtt-wss");
        wrongSocket.caFile = m_lab.brokerFiles().otherCa;
        for (const auto &to : {wrongAuthority, wrongHost, wrongSocket}) {
            Session session(to);
            QVERIFY(!session.connectAndWait());
            QCOMPARE(session.failures.first().kind, Error::Kind::Certificate);
            QVERIFY(session.client.tls() && !session.client.tls()->trusted);
            QVERIFY(!session.client.tls()->problems.isEmpty());
            // What a person has compared may be trusted from then on, and nothing else.
            session.failures.clear();
            session.client.pinCertificate(session.client.tls()->chain.first().sha256);
            QVERIFY2(session.connectAndWait(), session.story().constData());
            QVERIFY(session.client.tls()->trusted);
            QVERIFY(session.stopAndWait());
            session.client.pinCertificate(QByteArray(32, 'x'));
            QVERIFY(!session.connectAndWait());
            QCOMPARE(session.failures.last().kind, Error::Kind::Certificate);
        }
        auto anyHost = wrongHost;
        anyHost.checkHostName = false;
        QVERIFY(Session(anyHost).connectAndWait());
        auto anyCertificate = wrongAuthority;
        anyCertificate.checkCertificate = false;
        Session insecure(anyCertificate);
        QVERIFY(insecure.connectAndWait());
        QVERIFY(!insecure.client.tls()->trusted);
    }

    void clientCertificatesAreShown()
    {
        auto none = target("mqtt-mtls");
        none.certificateFile.clear();
        none.keyFile.clear();
        Session without(none);
        QVERIFY(!without.connectAndWait());
        auto strange = target("mqtt-mtls");
        strange.certificateFile = m_lab.brokerFiles().stranger;
        strange.keyFile = m_lab.brokerFiles().strangerKey;
        Session stranger(strange);
        QVERIFY(!stranger.connectAndWait());
        auto locked = target("mqtt-mtls");
        locked.keyFile = m_lab.brokerFiles().encrypted;
        Session closed(locked);
        QVERIFY(!closed.connectAndWait());
        QCOMPARE(closed.failures.first().kind, Error::Kind::Auth);
        closed.failures.clear();
        closed.client.offerKeyPassphrase(secret(m_lab.brokerFiles().passphrase));
        QVERIFY2(closed.connectAndWait(), closed.story().constData());
        auto missing = target("mqtt-mtls");
        missing.keyFile = QStringLiteral("/nowhere/key.pem");
        Session lost(missing);
        QVERIFY(!lost.connectAndWait());
        QCOMPARE(lost.failures.first().kind, Error::Kind::Local);
    }

    void aPathThatIsNoWebSocketIsNamed()
    {
        // The broker's plain port speaks no HTTP, and a server of HTTP may know no such path.
        auto to = target("mqtt-ws");
        to.port = m_lab.broker(QStringLiteral("mqtt-plain")).port;
        Session session(to);
        QVERIFY(!session.connectAndWait());
        QVERIFY(session.failures.first().kind == Error::Kind::Protocol ||
                session.failures.first().kind == Error::Kind::Network);
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        QByteArray request;
        connect(&server, &QTcpServer::newConnection, this, [&] {
            QTcpSocket *const peer = server.nextPendingConnection();
            connect(peer, &QTcpSocket::readyRead, this, [&request, peer] {
                request += peer->readAll();
                if (request.contains("\r\n\r\n")) {
                    peer->write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
                    peer->disconnectFromHost();
                }
            });
        });
        auto http = target("mqtt-ws");
        http.port = server.serverPort();
        http.path = QStringLiteral("/deep/mqtt?tenant=7");
        http.headers = {{"X-Site", "seoul"}};
        http.user = QStringLiteral("alice");
        http.httpAuth = Mqtt::HttpAuth::Basic;
        Session refused(http);
        refused.client.offerPassword(secret(QStringLiteral("pw")));
        QVERIFY(!refused.connectAndWait());
        QCOMPARE(refused.failures.first().kind, Error::Kind::Refused);
        QVERIFY2(refused.failures.first().detail.contains(QLatin1String("404")),
                 qPrintable(refused.failures.first().detail));
        QVERIFY2(request.startsWith("GET /deep/mqtt?tenant=7 HTTP/1.1\r\n"), request.constData());
        QVERIFY(request.contains("X-Site: seoul\r\n"));
        QVERIFY(request.contains("Sec-WebSocket-Protocol: mqtt\r\n"));
        QVERIFY(request.contains(
            QByteArray("Authorization: Basic " + QByteArray("alice:pw").toBase64())));
        QVERIFY(request.contains(
            QByteArray("Host: 127.0.0.1:" + QByteArray::number(server.serverPort()))));
    }

    void aKilledBrokerIsFoundAgainAndNothingIsLostUncounted()
    {
        Session session(target("mqtt-plain"));
        QVERIFY(session.connectAndWait());
        QVERIFY(session.subscribeAndWait("stream/#", 1));
        int published = 0;
        for (; published < 50; ++published)
            session.publish("stream/a", QByteArray::number(published), 1);
        QVERIFY(session.waitForOutcomes(50));
        QVERIFY2(m_lab.kill(QStringLiteral("broker")), qPrintable(m_lab.error()));
        QVERIFY(QTest::qWaitFor([&] { return !session.losses.isEmpty(); }, kWait));
        for (; published < 100; ++published)
            session.publish("stream/a", QByteArray::number(published), 1);
        QVERIFY2(m_lab.start(QStringLiteral("broker")), qPrintable(m_lab.error()));
        QVERIFY2(QTest::qWaitFor([&] { return session.isConnected(); }, kWait),
                 session.story().constData());
        // What waited goes out, and the subscription stands again without a word.
        QVERIFY2(session.waitForOutcomes(100), session.story().constData());
        QCOMPARE(std::count_if(session.outcomes.begin(), session.outcomes.end(),
                               [](const auto &o) { return o.kind == Kind::Acknowledged; }),
                 100);
        QVERIFY(session.client.metrics().reconnects >= 1);
        session.publish("stream/last", "x", 1);
        QVERIFY(QTest::qWaitFor([&] { return !under(session.sink->all(), "stream/last").empty(); },
                                kWait));
    }

    void aFrozenBrokerIsNoticedByItsSilence()
    {
        auto to = target("mqtt-plain");
        to.keepalive = 5s;
        to.reconnect = false;
        Session session(to);
        QVERIFY(session.connectAndWait());
        QVERIFY(m_lab.freeze(QStringLiteral("broker")));
        const bool noticed = session.waitForFailure();
        QVERIFY(m_lab.thaw(QStringLiteral("broker")));
        QVERIFY(noticed);
        QCOMPARE(session.failures.first().kind, Error::Kind::Timeout);
    }

    void messagesWaitForAConnectionWithABoundAndAnEnd()
    {
        auto to = target("mqtt-plain");
        to.port = 1; // nobody is there
        Session session(to);
        Mqtt::Publication publication;
        publication.topic = "offline";
        publication.qos = 1;
        publication.offlineExpiry = 100ms;
        for (int i = 0; i < Mqtt::Client::kMostWaiting + 50; ++i)
            QVERIFY(session.client.publish(publication));
        QVERIFY2(session.waitForOutcomes(Mqtt::Client::kMostWaiting + 50),
                 session.story().constData());
        const auto count = [&](Kind kind) {
            return std::count_if(session.outcomes.begin(), session.outcomes.end(),
                                 [&](const auto &o) { return o.kind == kind; });
        };
        QCOMPARE(count(Kind::Dropped), 50);
        QCOMPARE(count(Kind::Expired), Mqtt::Client::kMostWaiting);
    }

    void twoClientsWithOneIdentifierStopPushingEachOtherOut()
    {
        auto to = target("mqtt-plain");
        to.clientId = QStringLiteral("twin");
        Session first(to);
        Session second(to);
        QVERIFY(first.connectAndWait());
        QVERIFY(second.connectAndWait());
        QVERIFY2(
            QTest::qWaitFor([&] { return !first.failures.isEmpty() || !second.failures.isEmpty(); },
                            60'000),
            QByteArray(first.story() + "---" + second.story()).constData());
        const Session &loser = first.failures.isEmpty() ? second : first;
        QCOMPARE(loser.failures.first().kind, Error::Kind::Refused);
        QVERIFY(loser.failures.first().what.contains(QLatin1String("twin")));
        QVERIFY(loser.takeovers.size() >= 3);
        // The other one is left in peace.
        QCOMPARE(loser.client.state(), Mqtt::Client::State::Ended);
    }

    void aSessionThatLastsKeepsWhatCameMeanwhile()
    {
        for (const auto version : {Mqtt::Version::V5, Mqtt::Version::V311}) {
            auto to = target("mqtt-plain", version);
            to.clientId = version == Mqtt::Version::V5 ? QStringLiteral("lasting5")
                                                       : QStringLiteral("lasting3");
            to.cleanStart = false;
            if (version == Mqtt::Version::V5)
                to.sessionExpiry = 600s;
            const QByteArray topic = "lasting/" + to.clientId.toLatin1();
            {
                Session session(to);
                QVERIFY(session.connectAndWait());
                QVERIFY(!session.client.connack()->sessionPresent);
                QVERIFY(session.subscribeAndWait(topic, 1));
                QVERIFY(session.stopAndWait());
            }
            Session other(target("mqtt-plain"));
            QVERIFY(other.connectAndWait());
            other.publish(topic, "meanwhile", 1);
            QVERIFY(other.waitForOutcomes(1));
            Session again(to);
            QVERIFY(again.connectAndWait());
            QVERIFY(again.client.connack()->sessionPresent);
            QVERIFY(again.waitForMessages(1));
            QCOMPARE(again.sink->all().front().payload, QByteArray("meanwhile"));
        }
    }

    void theWillIsPublishedAfterACutAndNotAfterAGoodbye()
    {
        Session watcher(target("mqtt-plain"));
        QVERIFY(watcher.connectAndWait());
        QVERIFY(watcher.subscribeAndWait("will/#", 1));
        auto to = target("mqtt-plain");
        to.reconnect = false;
        to.will = Mqtt::Will{.topic = "will/cut", .payload = "gone", .qos = 1};
        Session cut(to);
        QVERIFY(cut.connectAndWait());
        cut.client.cut();
        QVERIFY(watcher.waitForMessages(1));
        QCOMPARE(watcher.sink->all().front().payload, QByteArray("gone"));
        to.will->topic = "will/goodbye";
        Session polite(to);
        QVERIFY(polite.connectAndWait());
        QVERIFY(polite.stopAndWait());
        to.will->topic = "will/asked";
        Session asked(to);
        QVERIFY(asked.connectAndWait());
        asked.client.stop(true);
        QVERIFY(watcher.waitForMessages(2));
        QCOMPARE(watcher.sink->all().back().topic, QByteArray("will/asked"));
        // Over TLS the cut goes all the way too.
        auto secure = target("mqtt-tls");
        secure.reconnect = false;
        secure.will = Mqtt::Will{.topic = "will/tls", .payload = "gone", .qos = 1};
        Session overTls(secure);
        QVERIFY(overTls.connectAndWait());
        overTls.client.cut();
        QVERIFY(watcher.waitForMessages(3));
        QCOMPARE(watcher.sink->all().back().topic, QByteArray("will/tls"));
    }

    void aPlanPublishesCountedAndNumbered()
    {
        Session session(target("mqtt-plain"));
        QVERIFY(session.connectAndWait());
        QVERIFY(session.subscribeAndWait("plan/#", 1));
        Mqtt::PublishPlan::Order order;
        order.publication.topic = "plan/${n}";
        order.publication.payload = "value ${n}";
        order.publication.qos = 1;
        order.count = 3000;
        order.expand = true;
        Mqtt::PublishPlan plan(session.client, order);
        QSignalSpy finished(&plan, &Mqtt::PublishPlan::finished);
        plan.start();
        QVERIFY(QTest::qWaitFor([&] { return !finished.isEmpty(); }, kWait));
        QCOMPARE(plan.counters().acknowledged, quint64(3000));
        QVERIFY(session.waitForMessages(3000));
        const auto all = session.sink->all();
        for (std::size_t i = 0; i < all.size(); ++i)
            QCOMPARE(all.at(i).payload, QByteArray("value " + QByteArray::number(i + 1)));
        QVERIFY(plan.counters().meanMs && *plan.counters().meanMs > 0);
    }

    void nothingIsSubscribedByItself()
    {
        Session session(target("mqtt-plain"));
        QVERIFY(session.connectAndWait());
        session.publish("anything", "x", 1);
        QVERIFY(session.waitForOutcomes(1));
        QVERIFY(session.stopAndWait());
        QVERIFY(!session.client.transcript().toText().contains(QLatin1String("SUBSCRIBE")));
        QCOMPARE(session.sink->count(), std::size_t(0));
    }

    void theInboxHoldsWhatCame()
    {
        auto inbox = std::make_shared<Mqtt::Inbox>();
        Mqtt::Client client(target("mqtt-plain"), inbox);
        Mqtt::Subscription all;
        all.filter = "inbox/#";
        QVERIFY(client.subscribe(all));
        QSignalSpy subscribed(&client, &Mqtt::Client::subscribed);
        client.start();
        QVERIFY(QTest::qWaitFor([&] { return !subscribed.isEmpty(); }, kWait));
        Mqtt::PublishPlan::Order order;
        order.publication.topic = "inbox/${n}";
        order.publication.payload = "x";
        order.publication.qos = 1;
        order.count = 2000;
        order.expand = true;
        Mqtt::PublishPlan plan(client, order);
        plan.start();
        QVERIFY(QTest::qWaitFor(
            [&] {
                return inbox->read([](const Mqtt::TopicStore &s) { return s.counts().topics; }) ==
                       2000;
            },
            kWait));
        inbox->clear();
        QCOMPARE(inbox->read([](const Mqtt::TopicStore &s) { return s.counts().topics; }), 0U);
    }
};

PORTOLAN_LAB_TEST_MAIN(MqttClientTest)
#include "mqttclient.moc"
