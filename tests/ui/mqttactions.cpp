// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mqtt/diagnosis.h"
#include "core/runtime/reaper.h"
#include "tests/ui/mqttfixture.h"
#include "ui/mqtt/brokerdiagnosispage.h"
#include "ui/widgets/confirm.h"
#include "ui/widgets/explaindrawer.h"

#include <QPushButton>
#include <QTest>

using namespace Portolan;
using namespace Portolan::Test;
using Ui::MqttPanel;
using Ui::Panel;

// What one click on a finding about a broker does.
class MqttActionsTest : public QObject
{
    Q_OBJECT

private:
    Ui::Languages m_languages{*qApp};
    Ui::Theme m_theme{*qApp};
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Lab> m_lab;

    QString address(const char *id, const QString &options = {}) const
    {
        return brokerAddress(*m_lab, id, options);
    }
    // A run of the diagnosis; a failure begins it by itself.
    static void explain(MqttPanel *panel)
    {
        panel->explain();
        auto *page = panel->findChild<Ui::BrokerDiagnosisPage *>();
        if (!page->findings().isRunning())
            page->run();
        QTRY_VERIFY_WITH_TIMEOUT(!page->findings().isRunning(), 2 * kPatience);
        QVERIFY(!page->findings().findings().isEmpty());
    }
    // The button of a card.
    static QPushButton *button(const MqttPanel *panel, const char *words)
    {
        for (auto *each : panel->findChildren<QPushButton *>(QStringLiteral("action"))) {
            if (each->text().contains(QLatin1String(words)) && !each->isHidden())
                return each;
        }
        return nullptr;
    }
    static void click(MqttPanel *panel, const char *words)
    {
        QTRY_VERIFY2(button(panel, words), words);
        button(panel, words)->click();
    }
    // As if a run had found it.
    static void show(MqttPanel *panel, const Finding &finding)
    {
        panel->explain();
        panel->findChild<Ui::BrokerDiagnosisPage *>()->findings().finish(
            {finding}, QDateTime::currentDateTimeUtc());
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_lab.reset(new Lab(Lab::withBroker()));
        QVERIFY2(m_lab->error().isEmpty(), qPrintable(m_lab->error()));
    }
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        startFresh(*m_home, m_languages, m_theme);
    }
    void cleanup() { QCOMPARE(Reaper::waitForAll(std::chrono::seconds(20)), 0); }
    void cleanupTestCase() { m_lab.reset(); }

    void theCertificateThatWasShownIsTrustedAfterAQuestion()
    {
        WindowFixture fixture(m_languages, m_theme);
        MqttPanel *panel = openBroker(fixture, m_lab->broker(QStringLiteral("mqtt-tls")).url);
        QTRY_COMPARE_WITH_TIMEOUT(panel->state(), Panel::State::Failed, kPatience);
        explain(panel);
        click(panel, "Trust this certificate");
        QTRY_VERIFY(dialogOf<Ui::ConfirmDialog>(*fixture.window));
        QCOMPARE(panel->state(), Panel::State::Failed);
        dialogOf<Ui::ConfirmDialog>(*fixture.window)->accept();
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(panel), kPatience);
        QVERIFY(panel->address().options.hasQueryItem(QStringLiteral("fingerprint")));
    }

    void whoIsNobodyNamesAUserAndIsAskedForThePassword()
    {
        WindowFixture fixture(m_languages, m_theme);
        const LabBroker &broker = m_lab->broker(QStringLiteral("mqtt-password"));
        auto anonymous = parseAddress(broker.address)->address;
        anonymous.user.clear();
        MqttPanel *panel = openBroker(fixture, anonymous.toString());
        QTRY_COMPARE_WITH_TIMEOUT(panel->state(), Panel::State::Failed, kPatience);
        explain(panel);
        click(panel, "Log in as a user");
        answerPrompt(*panel, broker.user);
        answerPrompt(*panel, QStringLiteral("wrong"));
        QTRY_COMPARE_WITH_TIMEOUT(panel->state(), Panel::State::Failed, kPatience);
        explain(panel);
        if (!button(panel, "Another password")) // the drawer was closed by the second call
            explain(panel);
        click(panel, "Another password");
        answerPrompt(*panel, broker.passwords.value(broker.user));
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(panel), kPatience);
    }

    void aSessionThatLastsIsThereAfterTheNextConnection()
    {
        WindowFixture fixture(m_languages, m_theme);
        MqttPanel *panel = openBroker(fixture, address("mqtt-plain"));
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(panel), kPatience);
        const QString identifier = panel->client()->target().clientId;
        explain(panel);
        click(panel, "Keep the session");
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(panel) && !panel->client()->target().cleanStart,
                                 kPatience);
        QCOMPARE(panel->client()->target().clientId, identifier);
        QCOMPARE(panel->client()->target().sessionExpiry.count(), 3600);
        panel->client()->reconnect();
        QTRY_VERIFY_WITH_TIMEOUT(panel->client()->metrics().reconnects > 0 && isConnected(panel) &&
                                     panel->client()->connack()->sessionPresent,
                                 kPatience);
    }

    void aClientThatIsPushedOutTakesAnIdentifierOfItsOwn()
    {
        WindowFixture fixture(m_languages, m_theme);
        MqttPanel *panel =
            openBroker(fixture, address("mqtt-plain", QStringLiteral("client=twin")));
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(panel), kPatience);
        // The other one comes back whenever it was pushed out.
        Mqtt::BrokerTarget target = panel->client()->target();
        std::unique_ptr<Mqtt::Client> twin;
        const auto come = [&] {
            twin = std::make_unique<Mqtt::Client>(target, std::make_shared<Mqtt::Inbox>());
            twin->start();
        };
        connect(panel, &Panel::stateChanged, this, [&] {
            if (isConnected(panel))
                QMetaObject::invokeMethod(this, come, Qt::QueuedConnection);
        });
        come();
        QTRY_VERIFY_WITH_TIMEOUT(panel->client()->state() == Mqtt::Client::State::Ended,
                                 2 * kPatience);
        disconnect(panel, &Panel::stateChanged, this, nullptr);
        explain(panel);
        click(panel, "identifier of its own");
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(panel), kPatience);
        QVERIFY(panel->client()->target().clientId != QLatin1String("twin"));
        QVERIFY(!panel->address().options.hasQueryItem(QStringLiteral("client")));
    }

    void theOtherVersionAndTlsAreTried()
    {
        WindowFixture fixture(m_languages, m_theme);
        MqttPanel *panel = openBroker(fixture, address("mqtt-plain"));
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(panel), kPatience);
        show(panel, {.id = QStringLiteral("mqtt.version"),
                     .severity = Finding::Severity::Error,
                     .arguments = {QStringLiteral("here"), QStringLiteral("3.1.1")},
                     .evidence = {},
                     .action = Mqtt::Action::kOtherVersion});
        click(panel, "MQTT 3.1.1");
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(panel) &&
                                     panel->client()->target().version == Mqtt::Version::V311,
                                 kPatience);
        explain(panel);
        if (!button(panel, "with TLS"))
            explain(panel);
        click(panel, "with TLS");
        QTRY_COMPARE_WITH_TIMEOUT(panel->state(), Panel::State::Lost, kPatience);
        QVERIFY(panel->address().toString().startsWith(QStringLiteral("mqtts://")));
        QVERIFY(panel->client()->target().hasTls());
    }

    void subscriptionsAreMadeAgainAtQosZero()
    {
        WindowFixture fixture(m_languages, m_theme);
        MqttPanel *panel =
            openBroker(fixture, address("mqtt-plain", QStringLiteral("topic2=deep/%23")));
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(panel), kPatience);
        show(panel, {.id = QStringLiteral("mqtt.retained.incomplete"),
                     .severity = Finding::Severity::Warning,
                     .arguments = {QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("#")},
                     .evidence = {},
                     .action = Mqtt::Action::kQosZero});
        click(panel, "at QoS 0");
        QCOMPARE(panel->client()->subscriptions().size(), 1);
        QCOMPARE(int(panel->client()->subscriptions().first().qos), 0);
        QTRY_VERIFY(!button(panel, "at QoS 0")); // nothing is left to do
        QVERIFY(panel->address().toString().contains(QStringLiteral("topic=deep")));
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    if (const auto code = skipOrFailWithoutLab())
        return *code;
    MqttActionsTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "mqttactions.moc"
