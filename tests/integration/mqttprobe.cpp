// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mqtt/brokerprobe.h"
#include "core/runtime/reaper.h"
#include "tests/integration/mqttsession.h"

#include <QElapsedTimer>

using namespace MqttTest;
using namespace std::chrono_literals;
using Mqtt::AccessFacts;
using Mqtt::BrokerProbe;
using Part = BrokerProbe::Part;

// What the probe measures at a real broker, and what is said of it.
class MqttProbeTest : public QObject
{
    Q_OBJECT

private:
    Test::Lab m_lab = Test::Lab::withBroker(true, true);

    Mqtt::BrokerTarget target(const char *id) const
    {
        auto made = targetOf(m_lab.broker(QLatin1String(id)).address);
        made.stepTimeout = 10s;
        return made;
    }
    Secret passwordOf(const char *user) const
    {
        QString text =
            m_lab.broker(QStringLiteral("mqtt-password")).passwords.value(QLatin1String(user));
        text.detach();
        return Secret::takeFrom(text);
    }
    static bool run(BrokerProbe &probe)
    {
        QSignalSpy finished(&probe, &BrokerProbe::finished);
        probe.start();
        return QTest::qWaitFor([&] { return !finished.isEmpty(); }, 60'000);
    }
    static QStringList idsOf(const QList<Finding> &findings, Finding::Severity severity)
    {
        QStringList ids;
        for (const Finding &each : findings)
            if (each.severity == severity)
                ids.append(each.id);
        return ids;
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_lab.error().isEmpty(), qPrintable(m_lab.error())); }
    void cleanup() { QCOMPARE(Reaper::waitForAll(20s), 0); }

    void aGoodBrokerPassesEveryPartAndIsLeftClean()
    {
        BrokerProbe::Request request;
        request.parts = Part::Connection | Part::Access | Part::Delivery | Part::Retained |
                        Part::Flood | Part::Session | Part::Will | Part::Sys;
        request.deliveryMessages = 300;
        request.floodMessages = Mqtt::Client::kMostWaiting + 500;
        BrokerProbe probe(target("mqtt-plain"), request);
        QVERIFY(run(probe));
        const auto &facts = probe.facts();
        QVERIFY(!facts.error);
        QCOMPARE(facts.access.size(), 1);
        QCOMPARE(facts.access.first().write, AccessFacts::Answer::Yes);
        QCOMPARE(facts.access.first().read, AccessFacts::Answer::Yes);
        for (const auto &delivery : facts.delivery) {
            QVERIFY(delivery);
            QCOMPARE(delivery->received, quint64(300));
            QCOMPARE(delivery->duplicates + delivery->outOfOrder + delivery->lost, quint64(0));
            QCOMPARE(delivery->effectiveQos, delivery->asked);
            QCOMPARE(delivery->acknowledged, delivery->asked == 0 ? quint64(0) : quint64(300));
            QVERIFY(delivery->medianMs > 0 && delivery->medianMs <= delivery->p99Ms);
        }
        QCOMPARE(facts.retained->received, quint64(50));
        QCOMPARE(facts.flood->kept, quint64(Mqtt::Client::kMostWaiting));
        QCOMPARE(facts.flood->dropped, quint64(500));
        QVERIFY(facts.flood->delivered >= facts.flood->kept);
        QVERIFY(facts.session->resumed);
        QCOMPARE(facts.session->delivered, quint64(10));
        QVERIFY(facts.will->published && facts.will->payloadRight);
        QVERIFY(facts.sys.contains("$SYS/broker/version"));
        const auto findings = Mqtt::judge(facts);
        QCOMPARE(idsOf(findings, Finding::Severity::Error), QStringList());
        QCOMPARE(idsOf(findings, Finding::Severity::Warning), QStringList());
        QVERIFY(idsOf(findings, Finding::Severity::Ok).contains(QStringLiteral("mqtt.fine")));
        // Nothing stays there.
        Session after(target("mqtt-plain"));
        QVERIFY(after.connectAndWait());
        QVERIFY(after.subscribeAndWait("portolan/#"));
        after.publish("portolan/end", "x", 1);
        QVERIFY(after.waitForMessages(1));
        QCOMPARE(after.sink->count(), std::size_t(1));
    }

    void anAclIsFoundOutByWhatComesRound()
    {
        BrokerProbe::Request request;
        request.parts = Part::Connection | Part::Access;
        request.prefix = "plant/probe";
        request.accessTopics = {"plant/secret/x", "plant/open"};
        auto to = target("mqtt-password");
        BrokerProbe alice(to, request);
        alice.offerPassword(passwordOf("alice"));
        QVERIFY(run(alice));
        const auto &seen = alice.facts().access;
        QCOMPARE(seen.size(), 3);
        QCOMPARE(seen.at(0).write, AccessFacts::Answer::Yes);
        QCOMPARE(seen.at(1).write, AccessFacts::Answer::No);
        QVERIFY(*seen.at(1).suback <= 2); // granted, and worth nothing
        QCOMPARE(seen.at(2).read, AccessFacts::Answer::Yes);
        QVERIFY(idsOf(Mqtt::judge(alice.facts()), Finding::Severity::Warning)
                    .contains(QStringLiteral("mqtt.access.no_write")));
        // With 3.1.1 nobody tells.
        to.version = Mqtt::Version::V311;
        to.user = QStringLiteral("bob");
        BrokerProbe bob(to, request);
        bob.offerPassword(passwordOf("bob"));
        QVERIFY(run(bob));
        QCOMPARE(bob.facts().access.at(2).write, AccessFacts::Answer::Unknown);
        QVERIFY(idsOf(Mqtt::judge(bob.facts()), Finding::Severity::Warning)
                    .contains(QStringLiteral("mqtt.access.unknown")));
    }

    void whereNothingMayBeWrittenNothingIsBlamedOnTheBroker()
    {
        BrokerProbe::Request request;
        request.parts = Part::Connection | Part::Delivery | Part::Retained | Part::Flood |
                        Part::Session | Part::Will;
        for (const auto version : {Mqtt::Version::V5, Mqtt::Version::V311}) {
            auto to = target("mqtt-password");
            to.version = version;
            BrokerProbe alice(to, request);
            alice.offerPassword(passwordOf("alice"));
            QVERIFY(run(alice));
            const auto &facts = alice.facts();
            QVERIFY(facts.scratchClosed);
            QVERIFY(!facts.delivery[0] && !facts.retained && !facts.flood && !facts.session &&
                    !facts.will);
            const auto findings = Mqtt::judge(facts);
            QCOMPARE(idsOf(findings, Finding::Severity::Error), QStringList());
            QCOMPARE(idsOf(findings, Finding::Severity::Warning),
                     (QStringList{QStringLiteral("mqtt.clear_password"),
                                  QStringLiteral("mqtt.access.scratch_closed")}));
            QVERIFY(!idsOf(findings, Finding::Severity::Ok).contains(QStringLiteral("mqtt.fine")));
        }
        request.prefix = "plant/+";
        QVERIFY(!BrokerProbe::check(request));
    }

    void retainedMessagesThatTheBrokerDropsAreCounted()
    {
        Session filler(target("mqtt-plain"));
        QVERIFY(filler.connectAndWait());
        constexpr int kMany = 4000; // the lab's broker queues 1,000 for each client
        for (int i = 0; i < kMany; ++i)
            filler.publish("full/" + QByteArray::number(i), "x", 1, true);
        QVERIFY(filler.waitForOutcomes(kMany));
        BrokerProbe::Request request;
        request.parts = Part::Connection | Part::Retained;
        request.retainedFilter = "#";
        request.retainedQos = 1;
        BrokerProbe probe(target("mqtt-plain"), request);
        QVERIFY(run(probe));
        const auto &r = *probe.facts().retained;
        QVERIFY2(r.received < quint64(kMany), QByteArray::number(r.received).constData());
        QVERIFY(r.brokerSays && *r.brokerSays >= quint64(kMany));
        QVERIFY(idsOf(Mqtt::judge(probe.facts()), Finding::Severity::Warning)
                    .contains(QStringLiteral("mqtt.retained.incomplete")));
        // At QoS 0 all of them come.
        request.retainedQos = 0;
        BrokerProbe again(target("mqtt-plain"), request);
        QVERIFY(run(again));
        QVERIFY(again.facts().retained->received >= quint64(kMany));
        QString story;
        for (const Finding &each : Mqtt::judge(again.facts()))
            story += each.id + QLatin1Char(' ') + each.evidence + QLatin1Char('\n');
        QVERIFY2(idsOf(Mqtt::judge(again.facts()), Finding::Severity::Ok)
                     .contains(QStringLiteral("mqtt.retained.complete")),
                 qPrintable(story));
        for (int i = 0; i < kMany; ++i)
            filler.publish("full/" + QByteArray::number(i), {}, 1, true);
        QVERIFY(filler.waitForOutcomes(2 * kMany));
    }

    void twoListenersOfOneBrokerAreABridgeThatWorks()
    {
        BrokerProbe::Request request;
        request.parts = Part::Connection | Part::Bridge;
        request.second = target("mqtt-tls");
        request.deliveryMessages = 50;
        BrokerProbe probe(target("mqtt-plain"), request);
        QVERIFY(run(probe));
        const auto &bridge = *probe.facts().bridge;
        for (const auto &delivery : bridge.delivery)
            QVERIFY(delivery && delivery->received == 50);
        QCOMPARE(bridge.retainedAtSecond, bridge.retainedAtFirst);
        // And where none carries anything, that is said.
        request.second = target("mqtt-password");
        request.second->user = QStringLiteral("bob");
        BrokerProbe nothing(target("mqtt-plain"), request);
        nothing.offerSecondPassword(passwordOf("bob"));
        QVERIFY(run(nothing));
        QVERIFY(idsOf(Mqtt::judge(nothing.facts()), Finding::Severity::Error)
                    .contains(QStringLiteral("mqtt.bridge.nothing")));
    }

    void whyThereIsNoConnectionIsNamed_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("id");
        const auto hostile = [this](const char *id) {
            return m_lab.hostileBrokers()[QLatin1String(id)].url;
        };
        const auto url = [this](const char *id) { return m_lab.broker(QLatin1String(id)).url; };
        const auto with = [](const QString &text, const char *scheme) -> QString {
            return QLatin1String(scheme) + text.mid(text.indexOf(QLatin1String("://")));
        };
        const auto row = [](const char *name, const QString &address, const char *id) {
            QTest::newRow(name) << address << QString(QStringLiteral("mqtt.") + QLatin1String(id));
        };
        row("nobody", QStringLiteral("mqtt://127.0.0.1:1"), "unreachable");
        row("no such name", QStringLiteral("mqtt://nowhere.invalid"), "unreachable");
        row("unknown authority", url("mqtt-tls"), "tls.untrusted");
        row("plain at a TLS port", with(url("mqtt-tls"), "mqtt"), "not_mqtt");
        row("TLS at a plain port", with(url("mqtt-plain"), "mqtts"), "tls.failed");
        row("WebSocket at a plain port", with(url("mqtt-plain"), "mqtt+ws"), "websocket.failed");
        row("no certificate",
            QString(m_lab.broker(QStringLiteral("mqtt-mtls")).url + QStringLiteral("?ca=") +
                    m_lab.brokerFiles().ca),
            "tls.certificate_wanted");
        row("nobody's name",
            QString(QStringLiteral("mqtt://127.0.0.1:%1")
                        .arg(m_lab.broker(QStringLiteral("mqtt-password")).port)),
            "login.anonymous");
        row("no password", url("mqtt-password"), "login.no_password");
        row("banned", hostile("refuses-138"), "banned");
        row("garbage", hostile("garbage"), "not_mqtt");
        row("silent", QString(hostile("silence") + QStringLiteral("?timeout=1")), "not_mqtt");
    }
    void whyThereIsNoConnectionIsNamed()
    {
        QFETCH(QString, url);
        QFETCH(QString, id);
        BrokerProbe probe(targetOf(url), {});
        QVERIFY(run(probe));
        const auto findings = Mqtt::judge(probe.facts());
        QVERIFY(!findings.isEmpty());
        QVERIFY2(findings.first().id == id,
                 qPrintable(findings.first().id + QLatin1Char(' ') +
                            (probe.facts().error ? probe.facts().error->what : QString())));
        QCOMPARE(findings.first().severity, Finding::Severity::Error);
    }

    void aProbeCanBeCancelledAtOnce()
    {
        BrokerProbe::Request request;
        request.parts = Part::Connection | Part::Delivery;
        request.deliveryMessages = 100'000;
        BrokerProbe probe(target("mqtt-plain"), request);
        QSignalSpy progress(&probe, &BrokerProbe::progress);
        QSignalSpy finished(&probe, &BrokerProbe::finished);
        probe.start();
        QVERIFY(QTest::qWaitFor(
            [&] {
                return std::any_of(progress.begin(), progress.end(), [](const auto &each) {
                    return each.first().template value<Part>() == Part::Delivery;
                });
            },
            kWait));
        QElapsedTimer clock;
        clock.start();
        probe.cancel();
        QVERIFY(QTest::qWaitFor([&] { return !finished.isEmpty(); }, kWait));
        QVERIFY(clock.elapsed() < 500);
    }
};

PORTOLAN_LAB_TEST_MAIN(MqttProbeTest)
#include "mqttprobe.moc"
