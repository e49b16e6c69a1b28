// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/detour.h"
#include "core/runtime/reaper.h"
#include "tests/ui/mqttfixture.h"
#include "ui/mqtt/brokerdiagnosispage.h"
#include "ui/ssh/hostkeydialog.h"
#include "ui/widgets/connectionbar.h"
#include "ui/widgets/explaindrawer.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Portolan;
using namespace Portolan::Test;
using Ui::MqttPanel;
using Ui::Panel;

// A broker behind an SSH host, in a tab.
class DetourTest : public QObject
{
    Q_OBJECT

private:
    Ui::Languages m_languages{*qApp};
    Ui::Theme m_theme{*qApp};
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Lab> m_lab;

    // A profile of the broker that leads through one of the SSH server.
    static QString makeProfiles(WindowFixture &fixture, const QString &broker, const QString &host)
    {
        (void)QTest::qWaitFor([&] { return fixture.profiles.isLoaded(); }, kPatience);
        Profile gate;
        gate.name = QStringLiteral("gate");
        gate.address = parseAddress(host)->address;
        const auto id = fixture.profiles.put(gate);
        Profile profile;
        profile.name = QStringLiteral("broker");
        profile.address = parseAddress(broker)->address;
        profile.via = id.value_or(QString());
        return fixture.profiles.put(profile).value_or(QString());
    }
    static MqttPanel *open(WindowFixture &fixture, const QString &profile)
    {
        Ui::OpenRequest request{.address = fixture.profiles.profile(profile)->address};
        request.profile = profile;
        const auto specs = Ui::allPanels();
        const auto spec = std::find_if(specs.begin(), specs.end(), [](const Ui::PanelSpec &each) {
            return each.id == QLatin1String("mqtt");
        });
        return qobject_cast<MqttPanel *>(
            fixture.window->tabs().openPanel(*spec, std::move(request)));
    }
    QString broker(const char *id = "mqtt-plain") const { return brokerAddress(*m_lab, id); }
    static void showAndReceive(MqttPanel *panel)
    {
        QVERIFY(panel->client()->subscribe({.filter = "way/#", .qos = 1}));
        QSignalSpy granted(panel->client(), &Mqtt::Client::subscribed);
        QVERIFY(granted.wait(kPatience));
        QVERIFY(panel->client()->publish({.topic = "way/x", .payload = "came", .qos = 1}));
        QTRY_VERIFY_WITH_TIMEOUT(
            panel->inbox()->read([](const auto &store) { return store.counts().messages; }) > 0,
            kPatience);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_lab.reset(new Lab(Lab::withBroker(
            true, false, {QStringLiteral("publickey"), QStringLiteral("password")})));
        QVERIFY2(m_lab->error().isEmpty(), qPrintable(m_lab->error()));
    }
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        startFresh(*m_home, m_languages, m_theme);
    }
    void cleanup() { QCOMPARE(Reaper::waitForAll(std::chrono::seconds(20)), 0); }
    void cleanupTestCase() { m_lab.reset(); }

    void aProfileLeadsThroughAnSshHostWhoseKeyIsAskedAbout()
    {
        WindowFixture fixture(m_languages, m_theme);
        const QString unknown = m_home->filePath(QStringLiteral("nobody_known"));
        MqttPanel *panel = open(
            fixture, makeProfiles(fixture, broker(), sshAddress(*m_lab, "publickey", unknown)));
        QVERIFY(panel);
        QTRY_VERIFY_WITH_TIMEOUT(dialogOf<Ui::HostKeyDialog>(*fixture.window), kPatience);
        QCOMPARE(panel->state(), Panel::State::Connecting);
        QVERIFY(brokerNotice(panel)->isVisible());
        QVERIFY(brokerNotice(panel)->sentence().contains(QStringLiteral("waits for an answer")));
        dialogOf<Ui::HostKeyDialog>(*fixture.window)
            ->findChild<QPushButton *>(QStringLiteral("acceptOnce"))
            ->click();
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(panel), kPatience);
        QVERIFY(!brokerNotice(panel)->isVisible());
        QVERIFY(panel->client()->peer().contains(QStringLiteral("lab@127.0.0.1")));
        QVERIFY(!shownWords(*panel).filter(QStringLiteral("through lab@127.0.0.1")).isEmpty());
        showAndReceive(panel);
    }

    void aRejectedHostKeyEndsItInTheTab()
    {
        WindowFixture fixture(m_languages, m_theme);
        const QString unknown = m_home->filePath(QStringLiteral("still_unknown"));
        MqttPanel *panel = open(
            fixture, makeProfiles(fixture, broker(), sshAddress(*m_lab, "publickey", unknown)));
        QTRY_VERIFY_WITH_TIMEOUT(dialogOf<Ui::HostKeyDialog>(*fixture.window), kPatience);
        QTest::keyClick(dialogOf<Ui::HostKeyDialog>(*fixture.window), Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(panel->state(), Panel::State::Failed, kPatience);
        QVERIFY(brokerNotice(panel)->isVisible());
        // The certificate of a broker has nothing to do with it.
        QVERIFY(!shownWords(*brokerNotice(panel))
                     .join(QLatin1Char(' '))
                     .contains(QStringLiteral("Trust")));
    }

    void aWrongPasswordOfTheHostIsAnErrorInTheTabAndNotOneOfTheBroker()
    {
        WindowFixture fixture(m_languages, m_theme);
        const LabBroker &to = m_lab->broker(QStringLiteral("mqtt-password"));
        const LabServer &gate = m_lab->server(QStringLiteral("password"));
        MqttPanel *panel =
            open(fixture, makeProfiles(fixture, to.address, sshAddress(*m_lab, "password")));
        answerPrompt(*fixture.window, to.passwords.value(to.user)); // of the broker
        QTRY_VERIFY_WITH_TIMEOUT(dialogOf<Ui::PromptDialog>(*fixture.window), kPatience);
        QVERIFY(dialogOf<Ui::PromptDialog>(*fixture.window)
                    ->windowTitle()
                    .contains(QString::number(gate.port)));
        answerPrompt(*fixture.window, QStringLiteral("wrong"));
        QTRY_VERIFY_WITH_TIMEOUT(dialogOf<Ui::PromptDialog>(*fixture.window), kPatience);
        QVERIFY(!shownWords(*dialogOf<Ui::PromptDialog>(*fixture.window))
                     .filter(QStringLiteral("did not accept"))
                     .isEmpty());
        for (int i = 0; i < 2; ++i)
            answerPrompt(*fixture.window, QStringLiteral("wrong"));
        QTRY_COMPARE_WITH_TIMEOUT(panel->state(), Panel::State::Failed, kPatience);
        QVERIFY2(brokerNotice(panel)->sentence().contains(gate.host),
                 qPrintable(brokerNotice(panel)->sentence()));
        QVERIFY(brokerNotice(panel)->findChild<QPushButton *>());
        QVERIFY(
            shownWords(*brokerNotice(panel)).filter(QStringLiteral("Another password")).isEmpty());
        // The broker's password is still known: only the host's is asked for again.
        panel->connectAgain();
        QTRY_VERIFY_WITH_TIMEOUT(dialogOf<Ui::PromptDialog>(*fixture.window), kPatience);
        QVERIFY(dialogOf<Ui::PromptDialog>(*fixture.window)
                    ->windowTitle()
                    .contains(QString::number(gate.port)));
        answerPrompt(*fixture.window, gate.password);
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(panel), kPatience);
    }

    void whoCancelsTheLoginOfTheHostIsNotConnected()
    {
        WindowFixture fixture(m_languages, m_theme);
        MqttPanel *panel =
            open(fixture, makeProfiles(fixture, broker(), sshAddress(*m_lab, "password")));
        answerPrompt(*fixture.window, QStringLiteral("wrong"));
        QTRY_VERIFY_WITH_TIMEOUT(dialogOf<Ui::PromptDialog>(*fixture.window), kPatience);
        dialogOf<Ui::PromptDialog>(*fixture.window)->reject();
        QTRY_COMPARE_WITH_TIMEOUT(panel->state(), Panel::State::Failed, kPatience);
        QVERIFY(brokerNotice(panel)->isVisible());
        // And in the middle of it, by the bar of the tab.
        panel->connectAgain();
        QTRY_VERIFY_WITH_TIMEOUT(dialogOf<Ui::PromptDialog>(*fixture.window), kPatience);
        Q_EMIT panel->findChild<Ui::ConnectionBar *>()->cancelClicked();
        QTRY_COMPARE_WITH_TIMEOUT(panel->state(), Panel::State::Idle, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(!dialogOf<Ui::PromptDialog>(*fixture.window), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.context.service<Ssh::ConnectionPool>()->living().empty(),
                                 kPatience);
    }

    void tabsShareTheConnectionToTheHost()
    {
        WindowFixture fixture(m_languages, m_theme);
        const QString host = sshAddress(*m_lab, "password");
        const auto shell = fixture.window->openAddress(host);
        QVERIFY(shell);
        answerPrompt(*fixture.window, m_lab->server(QStringLiteral("password")).password);
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(*shell), kPatience);
        // Neither a profile nor a typed address logs in again.
        MqttPanel *first = open(fixture, makeProfiles(fixture, broker(), host));
        const auto second = fixture.window->openAddress(broker("mqtt-ws") +
                                                        QStringLiteral("?via=") + escaped(host));
        QVERIFY(second);
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(first), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(*second), kPatience);
        QVERIFY(!dialogOf<QDialog>(*fixture.window));
        const auto pool = fixture.context.service<Ssh::ConnectionPool>();
        QCOMPARE(pool->living().size(), 1U);
        // The shell's tab goes; the brokers stay connected.
        fixture.window->tabs().closeTab(0);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        showAndReceive(first);
        QCOMPARE(pool->living().size(), 1U);
        // Who disconnects lets go of it; the last one ends it.
        for (MqttPanel *panel : {first, qobject_cast<MqttPanel *>(*second)}) {
            Q_EMIT panel->findChild<Ui::ConnectionBar *>()->disconnectClicked();
            QTRY_COMPARE_WITH_TIMEOUT(panel->state(), Panel::State::Ended, kPatience);
        }
        QTRY_VERIFY_WITH_TIMEOUT(pool->living().empty(), kPatience);
    }

    void aLostHostIsSaidAndTheConnectionIsMadeAgain()
    {
        WindowFixture fixture(m_languages, m_theme);
        MqttPanel *panel = open(
            fixture, makeProfiles(fixture, broker("mqtt-tls"), sshAddress(*m_lab, "publickey")));
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(panel), kPatience);
        showAndReceive(panel);
        QStringList seen;
        connect(panel, &Panel::stateChanged, this, [&] {
            if (panel->state() == Panel::State::Lost && seen.isEmpty())
                seen << brokerNotice(panel)->sentence();
        });
        QVERIFY(m_lab->drop(QStringLiteral("publickey")));
        QTRY_COMPARE_WITH_TIMEOUT(panel->state(), Panel::State::Lost, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(panel), kPatience); // by itself
        QCOMPARE(seen.size(), 1);
        showAndReceive(panel);

        // Gone for good, and back: it goes on trying, and a person may hurry it.
        QVERIFY(m_lab->stop(QStringLiteral("publickey")));
        QVERIFY(m_lab->drop(QStringLiteral("publickey")));
        QTRY_COMPARE_WITH_TIMEOUT(panel->state(), Panel::State::Lost, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(panel->client()->metrics().reconnects >= 2, kPatience);
        const quint16 port = m_lab->server(QStringLiteral("publickey")).port;
        QTRY_VERIFY2_WITH_TIMEOUT(brokerNotice(panel)->sentence().contains(QString::number(port)),
                                  qPrintable(brokerNotice(panel)->sentence()), kPatience);
        QVERIFY(m_lab->start(QStringLiteral("publickey")));
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(panel), 2 * kPatience);
    }

    void theDiagnosisGoesTheSameWay()
    {
        WindowFixture fixture(m_languages, m_theme);
        MqttPanel *panel =
            open(fixture, makeProfiles(fixture, broker(), sshAddress(*m_lab, "publickey")));
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(panel), kPatience);
        panel->explain();
        auto *page = panel->findChild<Ui::BrokerDiagnosisPage *>();
        page->run();
        QTRY_VERIFY_WITH_TIMEOUT(!page->findings().isRunning(), kPatience);
        QVERIFY(
            page->findings().exported(QStringLiteral("json")).contains("through lab@127.0.0.1"));
        QVERIFY(isConnected(panel));
    }

    void aWayThatLeadsNowhereIsAnErrorAndNothingGoesStraight()
    {
        WindowFixture fixture(m_languages, m_theme);
        for (const char *via : {"@nobody", "mqtt://other", "ssh://u:secret@gate", ""}) {
            const auto opened = fixture.window->openAddress(broker() + QStringLiteral("?via=") +
                                                            escaped(QLatin1String(via)));
            QVERIFY(opened);
            auto *panel = qobject_cast<MqttPanel *>(*opened);
            QTRY_COMPARE_WITH_TIMEOUT(panel->state(), Panel::State::Failed, kPatience);
            QVERIFY(!panel->client());
            QVERIFY(!brokerNotice(panel)->sentence().isEmpty());
            QVERIFY(!brokerNotice(panel)->sentence().contains(QStringLiteral("secret")));
        }
    }

    void aDialerThatOutlivesItsWaySaysSo()
    {
        WindowFixture fixture(m_languages, m_theme);
        QWidget tab;
        auto detour =
            fixture.context.service<Ui::Detours>()->find(sshAddress(*m_lab, "publickey"), &tab);
        QVERIFY(detour);
        const auto dialer = (*detour)->dialer();
        QVERIFY(!dialer->carries(Net::Transport::Datagram));
        QVERIFY(dialer->carries(Net::Transport::Stream));
        detour->reset();
        std::optional<Error> error;
        const auto attempt =
            dialer->dial(QStringLiteral("127.0.0.1"), 1, std::chrono::seconds(1),
                         [&](Result<Net::Stream> stream) { error = stream.error(); });
        QVERIFY(!error);
        QTRY_VERIFY(error);
        QCOMPARE(error->kind, Error::Kind::Cancelled);
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    if (const auto code = skipOrFailWithoutLab())
        return *code;
    DetourTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "detour.moc"
