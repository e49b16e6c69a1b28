// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mqtt/diagnosis.h"
#include "core/mqtt/topicstore.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Portolan;
using namespace Portolan::Mqtt;

// What facts of a broker mean, without a network.
class MqttDiagnosisTest : public QObject
{
    Q_OBJECT

private:
    static DiagnosisFacts good()
    {
        DiagnosisFacts facts;
        facts.target.host = QStringLiteral("broker");
        facts.reached = Step::Session;
        facts.connack = ConnackFacts{};
        return facts;
    }
    static DeliveryFacts delivered(std::uint8_t qos)
    {
        DeliveryFacts d;
        d.asked = qos;
        d.granted = qos;
        d.sent = d.received = 100;
        d.effectiveQos = qos;
        d.medianMs = 1;
        d.p99Ms = 2;
        return d;
    }
    static const Finding *find(const QList<Finding> &all, const char *id)
    {
        const auto found = std::find_if(all.begin(), all.end(), [&](const Finding &each) {
            return each.id == QStringLiteral("mqtt.") + QLatin1String(id);
        });
        return found == all.end() ? nullptr : &*found;
    }

private Q_SLOTS:
    void everyFindingHasWordsAndEveryArgumentAPlace()
    {
        // The ids in the sources, so that none is forgotten.
        const QString folder = qEnvironmentVariable("PORTOLAN_SOURCE_DIR");
        QFile judge(folder + QStringLiteral("/core/mqtt/diagnosis.cpp"));
        QVERIFY(judge.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(judge.readAll());
        QSet<QString> ids;
        static const QRegularExpression call(
            QStringLiteral("(?:add|fault)\\(\\s*\"([a-z0-9_.]+)\""));
        const qsizetype design = text.indexOf(QLatin1String("judge(const TopicDesignFacts"));
        for (auto each = call.globalMatch(text); each.hasNext();) {
            const auto match = each.next();
            ids.insert((match.capturedStart() > design ? QStringLiteral("mqtt.design.")
                                                       : QStringLiteral("mqtt.")) +
                       match.captured(1));
        }
        for (const char *chosen : {"tls.failed", "tls.failed_with_certificate", "clear",
                                   "clear_password", "offline.counted", "offline.lost"})
            ids.insert(QStringLiteral("mqtt.") + QLatin1String(chosen));
        QVERIFY(ids.size() > 60);
        for (const QString &id : std::as_const(ids)) {
            Finding finding;
            finding.id = id;
            finding.arguments = {QStringLiteral("%2"), QStringLiteral("b"), QStringLiteral("c"),
                                 QStringLiteral("d"),  QStringLiteral("e"), QStringLiteral("f")};
            const auto words = textOf(finding);
            QVERIFY2(words.title != id, qPrintable(id));
            QVERIFY2(!words.title.isEmpty(), qPrintable(id));
        }
    }

    void argumentsAreNotReadAsPlaceholders()
    {
        Finding finding;
        finding.id = QStringLiteral("mqtt.subscribe.refused");
        finding.arguments = {QStringLiteral("a/%2/b"), QStringLiteral("Why.")};
        QCOMPARE(textOf(finding).title,
                 QStringLiteral("The subscription to a/%2/b was refused: Why."));
    }

    void aBrokerInOrderIsFine()
    {
        const auto findings = judge(good());
        QVERIFY(find(findings, "fine"));
        QVERIFY(!find(findings, "clear_password"));
    }

    void guaranteesOfEachQosAreJudged()
    {
        auto facts = good();
        for (std::uint8_t qos = 0; qos < 3; ++qos)
            facts.delivery.at(qos) = delivered(qos);
        QVERIFY(find(judge(facts), "delivery.ok"));
        facts.delivery[0]->lost = 5;
        facts.delivery[0]->received = 95;
        QCOMPARE(find(judge(facts), "delivery.lost")->severity, Finding::Severity::Warning);
        facts.delivery[0] = delivered(0);
        facts.delivery[1]->lost = 1;
        QCOMPARE(find(judge(facts), "delivery.lost")->severity, Finding::Severity::Error);
        facts.delivery[1] = delivered(1);
        facts.delivery[1]->duplicates = 1;
        QCOMPARE(find(judge(facts), "delivery.duplicates")->severity, Finding::Severity::Info);
        facts.delivery[1] = delivered(1);
        facts.delivery[2]->duplicates = 1;
        QCOMPARE(find(judge(facts), "delivery.duplicates")->severity, Finding::Severity::Error);
        QVERIFY(!find(judge(facts), "fine"));
        facts.delivery[2] = delivered(2);
        facts.delivery[2]->effectiveQos = 1;
        QVERIFY(find(judge(facts), "delivery.lower_qos"));
    }

    void aGrantIsNoProof()
    {
        auto facts = good();
        AccessFacts access;
        access.topic = "a";
        access.suback = 1;
        access.puback = 0;
        access.write = AccessFacts::Answer::Yes;
        access.read = AccessFacts::Answer::No;
        facts.access = {access};
        QVERIFY(find(judge(facts), "access.granted_not_read"));
        facts.access[0].suback = 0x87;
        QVERIFY(find(judge(facts), "access.no_read"));
    }

    void retainedMessagesAreCountedAgainstTheBroker()
    {
        auto facts = good();
        facts.retained = RetainedFacts{"#", 1020, 1, 20053, 19033};
        const auto findings = judge(facts);
        const Finding *found = find(findings, "retained.incomplete");
        QVERIFY(found);
        QCOMPARE(textOf(*found).title,
                 QStringLiteral("1020 of 20053 retained messages arrived for #."));
        facts.retained = RetainedFacts{"#", 20053, 0, 20053, 0};
        QVERIFY(find(judge(facts), "retained.complete"));
        facts.retained = RetainedFacts{"a/#", 7, 0, 20053, 0};
        QVERIFY(find(judge(facts), "retained.unproven"));
    }

    void theDesignOfTopicsIsJudgedWithoutRecursion()
    {
        TopicStore store;
        std::string deep;
        for (int i = 0; i < 20'000; ++i)
            deep += "x/";
        store.add(deep, {});
        for (int i = 0; i < 20'000; ++i)
            store.add("orders/" + std::to_string(i), {});
        store.add("a b", {});
        store.add("\xff\xfe", {});
        Subscription all;
        all.filter = "#";
        const auto facts = topicDesign(store, {all});
        QCOMPARE(facts.topics, 20'003U);
        QCOMPARE(facts.deepest, 20'001);
        QCOMPARE(facts.widest, 20'000U);
        QCOMPARE(facts.widestAt, QByteArray("orders"));
        QCOMPARE(facts.onlyOnce, 20'003U);
        QCOMPARE(facts.nonUtf8, 1U);
        QCOMPARE(facts.spaces, 1U);
        QCOMPARE(facts.emptyLevels, 1U);
        const auto findings = judge(facts);
        for (const char *id : {"design.broad", "design.deep", "design.wide", "design.once",
                               "design.empty", "design.spaces", "design.utf8"})
            QVERIFY2(find(findings, id), id);
        QVERIFY(find(judge(topicDesign(TopicStore(), {})), "design.fine"));
    }
};

QTEST_GUILESS_MAIN(MqttDiagnosisTest)
#include "mqttdiagnosis.moc"
