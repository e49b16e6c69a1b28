// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/reaper.h"
#include "tests/ui/mqttfixture.h"
#include "ui/mqtt/brokerdiagnosispage.h"
#include "ui/widgets/explaindrawer.h"

#include <QCheckBox>
#include <QPushButton>
#include <QTest>

using namespace Portolan;
using namespace Portolan::Test;
using Ui::MqttPanel;
using Ui::Panel;

// The client's key of a TLS connection, locked by a passphrase.
class MqttKeyTest : public QObject
{
    Q_OBJECT

private:
    Ui::Languages m_languages{*qApp};
    Ui::Theme m_theme{*qApp};
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Lab> m_lab;

    QString address(const QString &key) const
    {
        const LabBrokerFiles &files = m_lab->brokerFiles();
        return m_lab->broker(QStringLiteral("mqtt-mtls")).url +
               QStringLiteral("?ca=%1&cert=%2&key=%3").arg(files.ca, files.certificate, key);
    }
    QString locked() const { return address(m_lab->brokerFiles().encrypted); }
    static void answer(QWidget *panel, const QString &text, bool remember = false)
    {
        QTRY_VERIFY_WITH_TIMEOUT(dialogOf<Ui::PromptDialog>(*panel), kPatience);
        Ui::PromptDialog *dialog = dialogOf<Ui::PromptDialog>(*panel);
        QTest::keyClicks(dialog->findChild<QLineEdit *>(), text);
        dialog->findChild<QCheckBox *>(QStringLiteral("remember"))->setChecked(remember);
        dialog->accept();
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

    void anOpenKeyAsksNothing()
    {
        WindowFixture fixture(m_languages, m_theme);
        MqttPanel *panel = openBroker(fixture, address(m_lab->brokerFiles().key));
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(panel), kPatience);
        QVERIFY(panel->findChildren<Ui::PromptDialog *>().isEmpty());
    }

    void aWrongPassphraseIsSaidInTheTabAndTheRightOneOpensTheKey()
    {
        WindowFixture fixture(m_languages, m_theme);
        MqttPanel *panel = openBroker(fixture, locked());
        QTRY_VERIFY_WITH_TIMEOUT(dialogOf<Ui::PromptDialog>(*panel), kPatience);
        QVERIFY(!dialogOf<Ui::PromptDialog>(*panel)->isModal());
        QVERIFY(!shownWords(*dialogOf<Ui::PromptDialog>(*panel))
                     .filter(m_lab->brokerFiles().encrypted.section(QLatin1Char('/'), -1))
                     .isEmpty());
        answer(panel, QStringLiteral("wrong"));
        QTRY_COMPARE_WITH_TIMEOUT(panel->state(), Panel::State::Failed, kPatience);
        QVERIFY(brokerNotice(panel)->sentence().contains(QStringLiteral("passphrase")));
        const auto buttons = shownWords(*brokerNotice(panel));
        QVERIFY2(!buttons.filter(QStringLiteral("Another passphrase")).isEmpty(),
                 qPrintable(buttons.join(QLatin1Char('\n'))));
        panel->connectAgain();
        QTRY_VERIFY_WITH_TIMEOUT(dialogOf<Ui::PromptDialog>(*panel), kPatience);
        QVERIFY(!shownWords(*dialogOf<Ui::PromptDialog>(*panel))
                     .filter(QStringLiteral("This passphrase does not open"))
                     .isEmpty());
        answer(panel, m_lab->brokerFiles().passphrase);
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(panel), kPatience);
        QVERIFY(shownWords(*fixture.window).filter(m_lab->brokerFiles().passphrase).isEmpty());

        // Explain opens the same key and asks nobody.
        panel->explain();
        auto *page = panel->findChild<Ui::BrokerDiagnosisPage *>();
        page->run();
        QTRY_VERIFY_WITH_TIMEOUT(!page->findings().isRunning(), kPatience);
        for (const Finding &finding : page->findings().findings())
            QVERIFY2(finding.severity != Finding::Severity::Error, qPrintable(finding.id));

        // Another tab is asked anew.
        MqttPanel *other = openBroker(fixture, locked());
        QTRY_VERIFY_WITH_TIMEOUT(dialogOf<Ui::PromptDialog>(*other), kPatience);
        dialogOf<Ui::PromptDialog>(*other)->reject();
        QTRY_COMPARE_WITH_TIMEOUT(other->state(), Panel::State::Failed, kPatience);
        QVERIFY(isConnected(panel));
    }

    void theQuestionStaysWithItsTab()
    {
        WindowFixture fixture(m_languages, m_theme);
        MqttPanel *panel = openBroker(fixture, locked());
        QTRY_VERIFY_WITH_TIMEOUT(dialogOf<Ui::PromptDialog>(*panel), kPatience);
        const MqttPanel *other = openBroker(fixture, address(m_lab->brokerFiles().key));
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(other), kPatience);
        QVERIFY(!dialogOf<Ui::PromptDialog>(*panel));
        fixture.window->tabs().setCurrentIndex(0);
        QTRY_VERIFY_WITH_TIMEOUT(dialogOf<Ui::PromptDialog>(*panel), kPatience);
        // In the language of the moment.
        m_languages.choose(QStringLiteral("ko"));
        QTRY_VERIFY(
            dialogOf<Ui::PromptDialog>(*panel)->windowTitle().contains(QStringLiteral("키 암호")));
        m_languages.choose(QStringLiteral("en"));
        fixture.window->tabs().closeTab(0);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(isConnected(other));
    }

    void whatIsRememberedOpensTheKeyOfTheNextTab()
    {
        WindowFixture fixture(m_languages, m_theme);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.profiles.isLoaded(), kPatience);
        MqttPanel *panel = openBroker(fixture, locked());
        // Not stored before it has opened the key.
        answer(panel, QStringLiteral("wrong"), true);
        QTRY_COMPARE_WITH_TIMEOUT(panel->state(), Panel::State::Failed, kPatience);
        QVERIFY(fixture.profiles.credentials().isEmpty());
        panel->connectAgain();
        answer(panel, m_lab->brokerFiles().passphrase, true);
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(panel), kPatience);
        QTRY_COMPARE(fixture.profiles.credentials().size(), 1);
        const Credential made = fixture.profiles.credentials().constFirst();
        QCOMPARE(made.keyFile, m_lab->brokerFiles().encrypted);
        const MqttPanel *other = openBroker(fixture, locked());
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(other), kPatience);
        QVERIFY(other->findChildren<Ui::PromptDialog *>().isEmpty());

        // What does not open it any more is tried once.
        fixture.secrets.write(made.secretKey(), Secret(std::string("stale")),
                              SecretStore::Keep::Stored, this,
                              [](tl::expected<void, SecretStore::Failure>) {});
        MqttPanel *third = openBroker(fixture, locked());
        QTRY_COMPARE_WITH_TIMEOUT(third->state(), Panel::State::Failed, kPatience);
        third->connectAgain();
        QTRY_VERIFY_WITH_TIMEOUT(dialogOf<Ui::PromptDialog>(*third), kPatience);
        QVERIFY(!shownWords(*dialogOf<Ui::PromptDialog>(*third))
                     .filter(QStringLiteral("that is remembered"))
                     .isEmpty());
        answer(third, m_lab->brokerFiles().passphrase);
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(third), kPatience);
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    if (const auto code = skipOrFailWithoutLab())
        return *code;
    MqttKeyTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "mqttkey.moc"
