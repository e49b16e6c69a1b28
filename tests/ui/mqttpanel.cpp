// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mqtt/mqttpanel.h"
#include "core/mqtt/diagnosis.h"
#include "core/mqtt/publishplan.h"
#include "core/runtime/reaper.h"
#include "tests/ui/mqttfixture.h"
#include "ui/mqtt/brokerdiagnosispage.h"
#include "ui/mqtt/chartpane.h"
#include "ui/mqtt/emptybrokerpage.h"
#include "ui/mqtt/mqttprofilepage.h"
#include "ui/mqtt/mqttsettingspage.h"
#include "ui/mqtt/publishpage.h"
#include "ui/mqtt/replaypage.h"
#include "ui/mqtt/retainedpage.h"
#include "ui/mqtt/subscriptionbar.h"
#include "ui/mqtt/topicpage.h"
#include "ui/mqtt/topicpane.h"
#include "ui/mqtt/topicview.h"
#include "ui/widgets/confirm.h"
#include "ui/widgets/explaindrawer.h"
#include "ui/widgets/sidedrawer.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

using namespace Portolan;
using namespace Portolan::Test;
using Ui::MqttPanel;
using Ui::Panel;

class MqttPanelTest : public QObject
{
    Q_OBJECT

private:
    Ui::Languages m_languages{*qApp};
    Ui::Theme m_theme{*qApp};
    QTemporaryDir m_home;
    std::unique_ptr<Lab> m_lab;

    QString address(const char *id, const QString &options = {}) const
    {
        return brokerAddress(*m_lab, id, options);
    }
    static quint64 received(const MqttPanel *panel)
    {
        return panel->inbox()->read([](const auto &store) { return store.counts().messages; });
    }
    static void subscribe(MqttPanel *panel, const char *filter)
    {
        auto *bar = panel->findChild<Ui::SubscriptionBar *>();
        auto *field = bar->findChild<QLineEdit *>(QStringLiteral("subscribeFilter"));
        field->setText(QString::fromUtf8(filter));
        QTest::keyClick(field, Qt::Key_Return);
    }
    static int chips(const MqttPanel *panel)
    {
        int count = 0;
        for (const auto *chip : panel->findChildren<QFrame *>(QStringLiteral("subscription")))
            count += chip->isHidden() ? 0 : 1;
        return count;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        qputenv("PORTOLAN_HOME", m_home.path().toUtf8());
        qputenv("PORTOLAN_PRACTICE_LAB", "/nonexistent");
        m_languages.choose(QStringLiteral("en"));
        m_theme.choose(QStringLiteral("light"));
        m_lab.reset(new Lab(Lab::withBroker()));
        QVERIFY2(m_lab->error().isEmpty(), qPrintable(m_lab->error()));
    }
    void cleanup() { QCOMPARE(Reaper::waitForAll(std::chrono::seconds(20)), 0); }
    void cleanupTestCase() { m_lab.reset(); }

    void aNewTabSubscribesToNothingAndTeachesWhatToDo()
    {
        WindowFixture fixture(m_languages, m_theme);
        MqttPanel *panel = openBroker(fixture, address("mqtt-plain"));
        QVERIFY(panel);
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(panel), kPatience);
        QVERIFY(panel->client()->subscriptions().isEmpty());
        auto *empty = panel->findChild<Ui::EmptyBrokerPage *>();
        QVERIFY(empty->isVisible());
        // Everything only after a question.
        auto *everything = empty->findChild<QPushButton *>(QStringLiteral("emptyEverything"));
        QTRY_VERIFY(everything->isVisible());
        everything->click();
        QTRY_VERIFY(dialogOf<Ui::ConfirmDialog>(*fixture.window));
        dialogOf<Ui::ConfirmDialog>(*fixture.window)->reject();
        QVERIFY(panel->client()->subscriptions().isEmpty());
        empty->findChild<QPushButton *>(QStringLiteral("emptySys"))->click();
        QTRY_COMPARE(panel->client()->subscriptions().size(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(panel->topics().isVisible(), kPatience);
        QVERIFY(panel->address().toString().contains(QStringLiteral("topic=")));
    }

    void whatIsPublishedInTheFormArrivesInTheTreeAndIsDecoded()
    {
        WindowFixture fixture(m_languages, m_theme);
        MqttPanel *panel = openBroker(fixture, address("mqtt-plain"));
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(panel), kPatience);
        const QSignalSpy kept(panel, &Ui::Panel::addressChanged);
        subscribe(panel, "panel/+/state");
        QTRY_COMPARE(chips(panel), 1);
        QCOMPARE(kept.size(), 1); // a session that is kept has the subscription
        Ui::PublishPage &form = panel->publisher();
        form.setTopic("panel/lamp/state");
        form.findChild<QComboBox *>(QStringLiteral("publishForm"))->setCurrentIndex(1);
        auto *payload = form.findChild<QPlainTextEdit *>(QStringLiteral("publishPayload"));
        auto *button = form.findChild<QPushButton *>(QStringLiteral("publish"));
        payload->setPlainText(QStringLiteral("{\"on\": true, "));
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(received(panel), quint64(0)); // not while it is no JSON
        payload->setPlainText(QStringLiteral("{\"on\": true, \"watts\": 7.5}"));
        form.findChild<QComboBox *>(QStringLiteral("publishQos"))->setCurrentIndex(1);
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(received(panel), quint64(1), kPatience);
        auto *result = form.findChild<QLabel *>(QStringLiteral("publishResult"));
        QTRY_VERIFY_WITH_TIMEOUT(result->text().startsWith(QStringLiteral("Acknowledged")),
                                 kPatience);

        // The tree takes topics in bunches.
        QTRY_VERIFY((panel->topics().view().goTo("panel/lamp/state"),
                     panel->messages().topic() == "panel/lamp/state"));
        QTRY_VERIFY(panel->messages().viewer().text().contains(QStringLiteral("\"watts\": 7.5")));
        panel->findChild<Ui::PayloadView *>()->setTab(Ui::PayloadView::Bytes);
        QVERIFY(panel->messages().viewer().text().contains(QStringLiteral("7b 22 6f 6e")));

        // The next one is compared with it.
        payload->setPlainText(QStringLiteral("{\"on\": false, \"watts\": 7.5}"));
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(received(panel), quint64(2), kPatience);
        panel->messages().viewer().setTab(Ui::PayloadView::Diff);
        QTRY_VERIFY(panel->messages().viewer().text().contains(QStringLiteral("-  \"on\": true")));

        // Both watts are drawn; the true and false too.
        const auto numbers = panel->messages().viewer().numbers();
        QCOMPARE(numbers.size(), 2);
        panel->chart().add("panel/lamp/state", numbers.last().first);
        QCOMPARE(panel->chart().points(0), std::size_t(2));
        QVERIFY(panel->chart().csv().contains(",7.5\r\n"));
    }

    void severalConnectionsStandSideBySideAndEachHasItsOwn()
    {
        WindowFixture fixture(m_languages, m_theme);
        // Over TCP, TLS and WebSocket; two of them to the same listener.
        const QStringList addresses{address("mqtt-plain"), address("mqtt-plain"),
                                    address("mqtt-tls"), address("mqtt-ws")};
        QList<MqttPanel *> panels;
        for (const QString &each : addresses) {
            MqttPanel *panel = openBroker(fixture, each);
            QVERIFY(panel);
            panels.append(panel);
            subscribe(panel, qPrintable(QStringLiteral("side/%1").arg(panels.size())));
        }
        QSet<QString> identifiers;
        for (MqttPanel *panel : std::as_const(panels)) {
            QTRY_VERIFY_WITH_TIMEOUT(isConnected(panel), kPatience);
            QTRY_COMPARE_WITH_TIMEOUT(chips(panel), 1, kPatience);
            QVERIFY(panel->client()->connack());
            identifiers.insert(panel->client()->connack()->clientId);
        }
        QCOMPARE(identifiers.size(), panels.size()); // nobody is pushed out
        // Each publishes for the next one.
        for (qsizetype i = 0; i < panels.size(); ++i) {
            const auto next = (i + 1) % panels.size() + 1;
            QVERIFY(panels[i]->client()->publish(
                {.topic = "side/" + QByteArray::number(next), .payload = "for you", .qos = 1}));
        }
        for (const MqttPanel *panel : std::as_const(panels))
            QTRY_COMPARE_WITH_TIMEOUT(received(panel), quint64(1), kPatience);
        // One that goes takes nobody along.
        const QPointer<MqttPanel> first = panels.first();
        fixture.window->tabs().closeTab(0);
        QTRY_VERIFY(!first);
        panels.removeFirst();
        for (const MqttPanel *panel : std::as_const(panels))
            QVERIFY(isConnected(panel));
    }

    void commandsOfMosquittoAreTakenOverAndCopied()
    {
        WindowFixture fixture(m_languages, m_theme);
        MqttPanel *panel = openBroker(fixture, address("mqtt-plain"));
        QVERIFY(panel);
        // Typed at once: it is kept until there is a connection.
        subscribe(panel, "mosquitto_sub -h elsewhere -t 'site/+/temp' -t \"other/#\" -q 1");
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(panel), kPatience);
        QTRY_COMPARE(panel->client()->subscriptions().size(), 2);
        QCOMPARE(panel->client()->subscriptions().front().filter, QByteArray("site/+/temp"));
        QCOMPARE(panel->client()->subscriptions().front().qos, std::uint8_t(1));
        // "Everything" is asked about in a command too.
        subscribe(panel, "mosquitto_sub -t '#'");
        QTRY_VERIFY(dialogOf<Ui::ConfirmDialog>(*fixture.window));
        dialogOf<Ui::ConfirmDialog>(*fixture.window)->reject();
        QCOMPARE(panel->client()->subscriptions().size(), 2);

        auto *topic = panel->publisher().findChild<QLineEdit *>(QStringLiteral("publishTopic"));
        QApplication::clipboard()->setText(
            QStringLiteral("mosquitto_pub -t site/1/set -r -m '{\"on\": true}'"));
        topic->paste();
        QCOMPARE(topic->text(), QStringLiteral("site/1/set"));
        auto *copy =
            panel->publisher().findChild<QToolButton *>(QStringLiteral("copyPublishCommand"));
        copy->click();
        const QString command = QApplication::clipboard()->text();
        QVERIFY2(command.contains(QStringLiteral("-t site/1/set -r -m '{\"on\": true}'")),
                 qPrintable(command));
    }

    void messagesAreSavedForLaterAndForOtherBrokers()
    {
        WindowFixture fixture(m_languages, m_theme);
        Ui::PublishPage page(fixture.settings);
        Mqtt::Publication publication;
        publication.topic = "a/b";
        publication.payload = QByteArray("\x00\xfe", 2);
        publication.qos = 2;
        publication.retain = true;
        publication.properties.contentType = "application/octet-stream";
        publication.properties.user = {{"k", "v: w"}};
        page.setPublication(publication);
        const auto made = page.publication();
        QVERIFY(made);
        QCOMPARE(made->payload, publication.payload);
        QCOMPARE(made->qos, publication.qos);
        page.setTopic("a/+");
        QVERIFY(!page.publication());
    }

    void aPasswordIsAskedForAndAWrongOneAskedAgain()
    {
        WindowFixture fixture(m_languages, m_theme);
        const LabBroker &broker = m_lab->broker(QStringLiteral("mqtt-password"));
        MqttPanel *panel = openBroker(fixture, broker.address);
        QVERIFY(panel);
        answerPrompt(*panel, QStringLiteral("wrong"));
        QTRY_COMPARE_WITH_TIMEOUT(panel->state(), Panel::State::Failed, kPatience);
        QVERIFY(brokerNotice(panel)->isVisible());
        panel->connectAgain();
        answerPrompt(*panel, broker.passwords.value(broker.user));
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(panel), kPatience);
    }

    void aCertificateOfAStrangerIsRefusedUntilItIsTrusted()
    {
        WindowFixture fixture(m_languages, m_theme);
        const LabBroker &broker = m_lab->broker(QStringLiteral("mqtt-tls"));
        MqttPanel *panel = openBroker(fixture, broker.url);
        QTRY_COMPARE_WITH_TIMEOUT(panel->state(), Panel::State::Failed, kPatience);
        QVERIFY(!panel->client()->tls()->trusted);
        auto *notice = brokerNotice(panel);
        Q_EMIT notice->secondActionClicked();
        QTRY_VERIFY(dialogOf<Ui::ConfirmDialog>(*panel));
        dialogOf<Ui::ConfirmDialog>(*panel)->accept();
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(panel), kPatience);
        QVERIFY(panel->address().toString().contains(QStringLiteral("fingerprint=")));
    }

    void retainedValuesAreDeletedAndBroughtBack()
    {
        WindowFixture fixture(m_languages, m_theme);
        MqttPanel *panel =
            openBroker(fixture, address("mqtt-plain", QStringLiteral("topic=wipe/%23")));
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(panel), kPatience);
        constexpr int kValues = 300;
        for (int i = 0; i < kValues; ++i)
            QVERIFY(panel->client()->publish({.topic = "wipe/" + QByteArray::number(i),
                                              .payload = "value " + QByteArray::number(i),
                                              .qos = 1,
                                              .retain = true}));
        QTRY_COMPARE_WITH_TIMEOUT(received(panel), quint64(kValues), kPatience);
        auto *page = panel->findChild<Ui::RetainedPage *>();
        page->setPrefix("wipe");
        panel->drawer().openPage(QLatin1String("retained"));
        QTRY_COMPARE_WITH_TIMEOUT(page->found().size(), std::size_t(kValues), kPatience);
        const QString file = m_home.filePath(QStringLiteral("undo.jsonl"));
        page->findChild<QSpinBox *>(QStringLiteral("retainedRate"))->setValue(0);
        page->wipe(file);
        QTRY_COMPARE_WITH_TIMEOUT(page->found().size(), std::size_t(0), kPatience);
        QVERIFY(QFile::exists(file));
        page->restore(file);
        QTRY_COMPARE_WITH_TIMEOUT(page->found().size(), std::size_t(kValues), kPatience);
        const auto value = panel->inbox()->read([](const Mqtt::TopicStore &store) {
            return std::string(store.last(store.find("wipe/42"))->payload);
        });
        QCOMPARE(value, std::string("value 42"));
        page->wipe(file);
        QTRY_COMPARE_WITH_TIMEOUT(page->found().size(), std::size_t(0), kPatience);
    }

    void aFileIsDroppedLookedAtAndPublishedAgain()
    {
        WindowFixture fixture(m_languages, m_theme);
        MqttPanel *panel =
            openBroker(fixture, address("mqtt-plain", QStringLiteral("topic1=again/%23")));
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(panel), kPatience);
        QTRY_COMPARE(chips(panel), 1);
        const QString path = m_home.filePath(QStringLiteral("messages.json"));
        const auto write = [&](const QByteArray &messages) {
            QFile file(path);
            return file.open(QIODevice::WriteOnly) &&
                   file.write("{\"portolan\":\"mqtt-messages\",\"version\":1,"
                              "\"broker\":\"old\",\"messages\":[" +
                              messages + "]}") > 0;
        };
        QVERIFY(write("{\"topic\":\"one\",\"time\":\"2024-05-01T10:00:00.000Z\",\"qos\":1,"
                      "\"payload\":\"1\"},"
                      "{\"topic\":\"two\",\"time\":\"2024-05-01T10:00:00.300Z\",\"qos\":1,"
                      "\"payload_base64\":\"AP8=\"}"));
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        const QPoint middle = panel->rect().center();
        QDragEnterEvent enter(middle, Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(panel, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(middle, Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(panel, &drop);
        Ui::ReplayPage &page = panel->replayer();
        QTRY_VERIFY(page.file());
        QCOMPARE(panel->drawer().page(), QStringLiteral("replay"));
        const QString facts = page.findChild<QLabel *>(QStringLiteral("replayFacts"))->text();
        QVERIFY2(facts.contains(QStringLiteral("2 messages")) &&
                     facts.contains(QStringLiteral("0.3 s")) &&
                     facts.contains(QStringLiteral("old")),
                 qPrintable(facts));
        auto *publish = page.findChild<QPushButton *>(QStringLiteral("replayPublish"));
        auto *look = page.findChild<QPushButton *>(QStringLiteral("replayLook"));
        auto *to = page.findChild<QLineEdit *>(QStringLiteral("replayTo"));
        QVERIFY(!look->isEnabled());
        to->setText(QStringLiteral("#/"));
        QVERIFY2(!publish->isEnabled(), "nothing is published to a wildcard");
        to->setText(QStringLiteral("again/"));
        QVERIFY(publish->isEnabled());
        // It names the broker, and does nothing before the answer.
        publish->click();
        QTRY_VERIFY(dialogOf<Ui::ConfirmDialog>(*fixture.window));
        auto *question = dialogOf<Ui::ConfirmDialog>(*fixture.window);
        const auto labels = question->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
            return label->text().contains(panel->address().display());
        }));
        QCOMPARE(received(panel), quint64(0));
        question->accept();
        QTRY_COMPARE_WITH_TIMEOUT(received(panel), quint64(2), kPatience);
        const auto payload = panel->inbox()->read([](const Mqtt::TopicStore &store) {
            const auto last = store.last(store.find("again/two"));
            return last ? std::string(last->payload) : std::string();
        });
        QCOMPARE(payload, std::string("\0\xff", 2));
        auto *notice = page.findChild<Ui::NoticeBar *>(QStringLiteral("replayNotice"));
        QTRY_VERIFY(notice->sentence().startsWith(QStringLiteral("2 of 2")));

        // Something else instead: told, and the file from before stays.
        QVERIFY(write("{\"topic\":\"x\"}"));
        page.openFile(path);
        QTRY_VERIFY(notice->sentence().contains(QStringLiteral("Line 1, column")));
        QCOMPARE(page.file()->stored.messages.size(), 2);

        // Without a broker it is shown in the tree, which makes room again for a broker.
        panel->client()->stop();
        QTRY_VERIFY_WITH_TIMEOUT(panel->state() == Panel::State::Ended, kPatience);
        QVERIFY(look->isEnabled());
        look->click();
        QTRY_VERIFY(dialogOf<Ui::ConfirmDialog>(*fixture.window));
        dialogOf<Ui::ConfirmDialog>(*fixture.window)->accept();
        const auto has = [&](const char *topic) {
            return panel->inbox()->read([&](const Mqtt::TopicStore &store) {
                return store.find(topic) != Mqtt::TopicStore::kNone;
            });
        };
        QTRY_VERIFY(has("two"));
        QVERIFY(!has("again/two"));
        QTRY_VERIFY(panel->topics().isVisible());
        panel->connectAgain();
        QVERIFY(!has("two"));
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(panel), kPatience);
    }

    void aFloodStaysBoundedAndEveryMessageIsCounted()
    {
        WindowFixture fixture(m_languages, m_theme);
        fixture.settings.set(Ui::MqttSettingsPage::kHistoryKey, 8);
        MqttPanel *panel =
            openBroker(fixture, address("mqtt-plain", QStringLiteral("topic=flood/%23")));
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(panel), kPatience);
        QTRY_COMPARE(chips(panel), 1);
        int most = 0;
        int drains = 0;
        int rows = 0;
        Ui::TopicModel &model = panel->topics().model();
        connect(&model, &QAbstractItemModel::rowsInserted, this,
                [&](const QModelIndex &, int first, int last) {
                    most = std::max(most, last - first + 1);
                    rows += last - first + 1;
                    ++drains;
                });
        auto &list = panel->messages().messages();
        int mostListed = 0;
        connect(&list, &QAbstractItemModel::rowsInserted, this,
                [&](const QModelIndex &, int first, int last) {
                    mostListed = std::max(mostListed, last - first + 1);
                });
        Mqtt::BrokerTarget target = panel->client()->target();
        target.subscriptions.clear();
        target.clientId.clear(); // two of one name end each other
        Mqtt::Client publisher(target, std::make_shared<Mqtt::Inbox>());
        publisher.start();
        QTRY_COMPARE_WITH_TIMEOUT(publisher.state(), Mqtt::Client::State::Connected, kPatience);
        constexpr quint64 kMessages = 30'000;
        Mqtt::PublishPlan plan(
            publisher,
            {.publication = {.topic = "flood/${n}", .payload = QByteArray(500, 'x'), .qos = 1},
             .count = kMessages,
             .interval = std::chrono::milliseconds(0),
             .expand = true});
        plan.start();
        QTRY_VERIFY2_WITH_TIMEOUT(
            panel->topics().view().model()->rowCount() > 0,
            qPrintable(QStringLiteral("%1 handed over, %2 acknowledged, %3 received")
                           .arg(plan.counters().published)
                           .arg(plan.counters().acknowledged)
                           .arg(received(panel))),
            kPatience);
        model.setOpen(0, true);
        QTRY_VERIFY_WITH_TIMEOUT(!plan.isRunning(), 120'000);
        QTRY_COMPARE_WITH_TIMEOUT(plan.counters().acknowledged, kMessages, kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(received(panel), kMessages, kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), static_cast<int>(kMessages) + 1, kPatience);
        QVERIFY(most <= static_cast<int>(Ui::TopicModel::kMostRows));
        QVERIFY(mostListed <= Ui::MessageModel::kPage);
        const auto counts =
            panel->inbox()->read([](const Mqtt::TopicStore &store) { return store.counts(); });
        QCOMPARE(counts.messages, counts.kept + counts.dropped + (counts.topics - counts.kept));
        QVERIFY(counts.bytes < std::size_t(64) << 20U);
        const auto &metrics = panel->client()->metrics(); // told twice a second
        QTRY_COMPARE_WITH_TIMEOUT(metrics.received[0] + metrics.received[1], kMessages, kPatience);
    }

    void theDiagnosisTriesTheBrokerOutAndSaysWhatItFound()
    {
        WindowFixture fixture(m_languages, m_theme);
        MqttPanel *panel =
            openBroker(fixture, address("mqtt-plain", QStringLiteral("topic=diag/%23")));
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(panel), kPatience);
        QVERIFY(panel->canExplain());
        panel->explain();
        auto *page = panel->findChild<Ui::BrokerDiagnosisPage *>();
        QVERIFY(page->isVisible());
        QVERIFY(!page->findings().isRunning()); // only when it is asked for
        page->run();
        QTRY_VERIFY_WITH_TIMEOUT(!page->findings().isRunning(), kPatience);
        QVERIFY(!page->findings().findings().isEmpty());
        for (const Finding &finding : page->findings().findings())
            QVERIFY2(!Mqtt::textOf(finding).title.isEmpty(), qPrintable(finding.id));
        QVERIFY(isConnected(panel)); // the probe has clients of its own
    }

    void theProfileFormKeepsWhatAnAddressSays()
    {
        Ui::MqttProfilePage page;
        const auto parsed = parseAddress(QStringLiteral(
            "mqtts://ops@broker?client=me&clean=no&expiry=60&topic1=a/%23&topic=b&ca=/tmp/ca.pem"
            "&alpn=mqtt&will_topic=gone&will_payload=x&will_retain=yes&receive_max=5"));
        QVERIFY(parsed);
        page.show(parsed->address);
        const auto read = page.read(parsed->address);
        QVERIFY(read);
        const auto before = Mqtt::brokerTarget(parsed->address);
        const auto after = Mqtt::brokerTarget(*read);
        QVERIFY(before);
        QVERIFY(after);
        QCOMPARE(*after, *before);
        QVERIFY(Ui::MqttProfilePage::commandLine(*read).contains(QStringLiteral("-t 'a/#' -t b")));
    }

    void rulesSayHowTopicsAreDecoded()
    {
        const auto rules = Ui::MqttSettingsPage::readRules(
            QStringLiteral("old/# text windows-949\n\nraw/+ hex\n"));
        QVERIFY(rules);
        QCOMPARE(rules->rules().size(), 2);
        QCOMPARE(rules->ruleFor("old/x")->charset, QStringLiteral("windows-949"));
        QVERIFY(!Ui::MqttSettingsPage::readRules(QStringLiteral("a/#/b hex")));
        QVERIFY(!Ui::MqttSettingsPage::readRules(QStringLiteral("a hexx")));
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    if (const auto code = skipOrFailWithoutLab())
        return *code;
    MqttPanelTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "mqttpanel.moc"
