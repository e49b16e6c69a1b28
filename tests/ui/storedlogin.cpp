// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/reaper.h"
#include "tests/ui/sshfixture.h"
#include "ui/ssh/sshpanel.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/promptdialog.h"

#include <QCheckBox>
#include <QPushButton>
#include <QTest>

#include <algorithm>

using namespace Portolan;
using namespace Portolan::Test;
using Ui::Panel;

namespace {

Ui::PromptDialog *prompt(const Ui::MainWindow &window)
{
    for (auto *dialog : window.findChildren<Ui::PromptDialog *>()) {
        if (dialog->isVisible())
            return dialog;
    }
    return nullptr;
}

QCheckBox *rememberBox(const Ui::PromptDialog &dialog)
{
    return dialog.findChild<QCheckBox *>(QStringLiteral("remember"));
}

QPushButton *noteAction(const Ui::PromptDialog &dialog)
{
    return dialog.findChild<QPushButton *>(QStringLiteral("noteAction"));
}

// The notice in which a password of the address is offered to be remembered.
Ui::NoticeBar *offer(const Panel &panel)
{
    for (auto *notice : panel.findChildren<Ui::NoticeBar *>()) {
        if (notice->isVisible() && notice->sentence().contains(QStringLiteral("keychain")))
            return notice;
    }
    return nullptr;
}

} // namespace

class StoredLoginTest : public QObject
{
    Q_OBJECT

private:
    Ui::Languages m_languages{*qApp};
    Ui::Theme m_theme{*qApp};
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Lab> m_lab;
    std::unique_ptr<WindowFixture> m_fixture;

    Address address(const char *id, const QString &options = {}) const
    {
        const LabServer &server = m_lab->server(QLatin1String(id));
        return parseAddress(server.url + QStringLiteral("?known_hosts=") +
                            escaped(server.knownHosts) + options)
            ->address;
    }
    QString password(const char *id = "password") const
    {
        return m_lab->server(QLatin1String(id)).password;
    }
    Panel *open(const Address &address, const QString &profile = {})
    {
        Ui::OpenRequest request{.address = address};
        request.profile = profile;
        const auto specs = Ui::allPanels();
        const auto spec = std::find_if(specs.begin(), specs.end(), [](const Ui::PanelSpec &each) {
            return each.id == QLatin1String("ssh");
        });
        return m_fixture->window->tabs().openPanel(*spec, std::move(request));
    }
    QString makeProfile(const Address &address, const QString &credential = {})
    {
        Profile profile;
        profile.name = QStringLiteral("somewhere");
        profile.address = address;
        profile.credential = credential;
        return m_fixture->profiles.put(profile).value_or(QString());
    }
    // A credential with this secret in the store.
    QString makeCredential(const QString &secret, const QString &keyFile = {})
    {
        Credential credential;
        credential.name = QStringLiteral("mine");
        credential.user = QStringLiteral("lab");
        credential.keyFile = keyFile;
        const QString id = m_fixture->profiles.put(credential).value_or(QString());
        m_fixture->secrets.write(QStringLiteral("credential/") + id, Secret(secret.toStdString()),
                                 SecretStore::Keep::Stored, this,
                                 [](tl::expected<void, SecretStore::Failure>) {});
        return id;
    }
    QString stored(const QString &credential)
    {
        std::optional<QString> found;
        m_fixture->secrets.read(QStringLiteral("credential/") + credential, this,
                                [&](tl::expected<Secret, SecretStore::Failure> answer) {
                                    found = answer ? QString::fromUtf8(answer->reveal().data())
                                                   : QString();
                                });
        (void)QTest::qWaitFor([&] { return found.has_value(); }, kPatience);
        return found.value_or(QStringLiteral("no answer"));
    }
    void answer(const QString &text, bool remember)
    {
        QTRY_VERIFY_WITH_TIMEOUT(prompt(*m_fixture->window), kPatience);
        Ui::PromptDialog *dialog = prompt(*m_fixture->window);
        QTest::keyClicks(dialog->findChild<QLineEdit *>(), text);
        QVERIFY(!remember || rememberBox(*dialog)->isVisible());
        rememberBox(*dialog)->setChecked(remember);
        dialog->accept();
    }
    // Until its connection is gone too, so that the next one has to log in.
    void closeAllTabs()
    {
        Ui::Tabs &tabs = m_fixture->window->tabs();
        while (tabs.currentPanel())
            tabs.closeTab(tabs.currentIndex());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(m_fixture->context.service<Ssh::ConnectionPool>()->living().empty());
    }
    static bool isConnected(const Panel *panel)
    {
        return panel->state() == Panel::State::Connected;
    }
    qsizetype failures(const char *id = "password")
    {
        return m_lab->log(QLatin1String(id)).count(QStringLiteral("Failed password"));
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("PORTOLAN_PRACTICE_LAB", "/nonexistent");
        qunsetenv("SSH_AUTH_SOCK");
        m_languages.choose(QStringLiteral("en"));
        m_lab = std::make_unique<Lab>(
            QStringList{QStringLiteral("password"), QStringLiteral("publickey"),
                        QStringLiteral("keyboard-interactive"), QStringLiteral("two-tries")});
        QVERIFY2(m_lab->error().isEmpty(), qPrintable(m_lab->error()));
    }
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        qputenv("PORTOLAN_HOME", m_home->path().toUtf8());
        m_fixture = std::make_unique<WindowFixture>(m_languages, m_theme);
        QTRY_VERIFY_WITH_TIMEOUT(m_fixture->profiles.isLoaded(), kPatience);
    }
    void cleanup()
    {
        m_fixture.reset();
        QCOMPARE(Reaper::waitForAll(std::chrono::seconds(20)), 0);
    }
    void cleanupTestCase() { m_lab.reset(); }

    void aRememberedPasswordLogsInWithoutAQuestion()
    {
        const QString profile = makeProfile(address("password"));
        const Panel *panel = open(address("password"), profile);
        answer(password(), true);
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(panel), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(!m_fixture->profiles.profile(profile)->credential.isEmpty(),
                                 kPatience);
        const Credential credential = m_fixture->profiles.credentials().constFirst();
        QCOMPARE(credential.user, QStringLiteral("lab"));
        QCOMPARE(stored(credential.id), password());
        closeAllTabs();
        panel = open(address("password"), profile);
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(panel), kPatience);
        QVERIFY(!prompt(*m_fixture->window));
    }

    void nothingIsRememberedUnasked()
    {
        const Panel *panel = open(address("password"), makeProfile(address("password")));
        answer(password(), false);
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(panel), kPatience);
        closeAllTabs();
        QVERIFY(m_fixture->profiles.credentials().isEmpty());
    }

    void onlyWhatTheServerAcceptsIsRemembered()
    {
        const QString profile = makeProfile(address("password"));
        const Panel *panel = open(address("password"), profile);
        answer(QStringLiteral("wrong"), true);
        QTRY_VERIFY_WITH_TIMEOUT(
            prompt(*m_fixture->window) &&
                !shownWords(*prompt(*m_fixture->window)).filter(QStringLiteral("accept")).isEmpty(),
            kPatience);
        QVERIFY(m_fixture->profiles.credentials().isEmpty());
        answer(password(), false);
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(panel), kPatience);
        closeAllTabs();
        QVERIFY(m_fixture->profiles.credentials().isEmpty());
    }

    void withoutAProfileTheConnectionIsSavedToo()
    {
        Panel *panel = open(address("password"));
        QTRY_VERIFY_WITH_TIMEOUT(prompt(*m_fixture->window), kPatience);
        QVERIFY(rememberBox(*prompt(*m_fixture->window))
                    ->text()
                    .contains(QStringLiteral("Save this connection")));
        answer(password(), true);
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(panel) && !panel->profile().isEmpty(), kPatience);
        const auto profile = m_fixture->profiles.profile(panel->profile());
        QCOMPARE(profile->address, address("password"));
        QCOMPARE(stored(profile->credential), password());
    }

    void aStoredPasswordThatIsRefusedIsTriedOnceAndNotAtTheNextConnection()
    {
        const QString profile =
            makeProfile(address("password"), makeCredential(QStringLiteral("outdated")));
        const qsizetype before = failures();
        Panel *panel = open(address("password"), profile);
        QTRY_VERIFY_WITH_TIMEOUT(prompt(*m_fixture->window), kPatience);
        QVERIFY(!shownWords(*prompt(*m_fixture->window))
                     .filter(QStringLiteral("that is remembered"))
                     .isEmpty());
        QCOMPARE(failures(), before + 1);
        prompt(*m_fixture->window)->reject();
        QTRY_COMPARE_WITH_TIMEOUT(panel->state(), Panel::State::Failed, kPatience);
        // Another tab knows too.
        panel = open(address("password"), profile);
        QTRY_VERIFY_WITH_TIMEOUT(prompt(*m_fixture->window), kPatience);
        QCOMPARE(failures(), before + 1);
        answer(password(), true);
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(panel), kPatience);
        QCOMPARE(stored(m_fixture->profiles.credentials().constFirst().id), password());
        closeAllTabs();
        panel = open(address("password"), profile);
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(panel), kPatience);
        QVERIFY(!prompt(*m_fixture->window));
    }

    void aLockedKeychainIsUnlockedFromTheQuestion()
    {
        const QString profile = makeProfile(address("password"), makeCredential(password()));
        QVERIFY(!stored(m_fixture->profiles.credentials().constFirst().id).isEmpty());
        m_fixture->secrets.setState(SecretStore::State::Locked);
        m_fixture->secrets.setUnlockAnswer(false);
        const Panel *panel = open(address("password"), profile);
        QTRY_VERIFY_WITH_TIMEOUT(prompt(*m_fixture->window), kPatience);
        Ui::PromptDialog *dialog = prompt(*m_fixture->window);
        QVERIFY(!rememberBox(*dialog)->isVisible());
        QVERIFY(noteAction(*dialog)->isVisible());
        noteAction(*dialog)->click();
        QTRY_VERIFY_WITH_TIMEOUT(
            !shownWords(*dialog).filter(QStringLiteral("still locked")).isEmpty(), kPatience);
        m_fixture->secrets.setUnlockAnswer(true);
        noteAction(*dialog)->click();
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(panel), kPatience);
        QVERIFY(!prompt(*m_fixture->window));
    }

    void withoutAKeychainItIsKeptUntilTheProgramClosesAndOnlyWhereAsked()
    {
        m_fixture->secrets.setState(SecretStore::State::Unavailable);
        const Panel *panel = open(address("password"));
        QTRY_VERIFY_WITH_TIMEOUT(prompt(*m_fixture->window), kPatience);
        QVERIFY(rememberBox(*prompt(*m_fixture->window))
                    ->text()
                    .contains(QStringLiteral("until Portolan is closed")));
        QVERIFY(!rememberBox(*prompt(*m_fixture->window))->isChecked());
        answer(password(), true);
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(panel), kPatience);
        closeAllTabs();
        panel = open(address("password"));
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(panel), kPatience);
        QVERIFY(!prompt(*m_fixture->window));
        QVERIFY(m_fixture->profiles.credentials().isEmpty());
        QVERIFY(m_fixture->profiles.profiles().isEmpty());
    }

    void aCodeIsNeverOfferedToBeRemembered()
    {
        const Panel *panel = open(address("keyboard-interactive"));
        const QStringList answers = m_lab->server(QStringLiteral("keyboard-interactive")).answers;
        QTRY_VERIFY_WITH_TIMEOUT(prompt(*m_fixture->window), kPatience);
        QVERIFY(rememberBox(*prompt(*m_fixture->window))->isVisible());
        answer(answers[0], true);
        QTRY_VERIFY_WITH_TIMEOUT(
            prompt(*m_fixture->window) &&
                prompt(*m_fixture->window)->findChild<QLineEdit *>()->echoMode() ==
                    QLineEdit::Normal,
            kPatience);
        QVERIFY(!rememberBox(*prompt(*m_fixture->window))->isVisible());
        answer(answers[1], false);
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(panel), kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(m_fixture->profiles.credentials().size(), 1, kPatience);
        QCOMPARE(stored(m_fixture->profiles.credentials().constFirst().id), answers[0]);
    }

    void aRememberedPassphraseOpensItsKeyFileAndNothingElse()
    {
        const QString keyFile = m_lab->client().encrypted;
        const Address place = address("publickey", QStringLiteral("&identity=") + escaped(keyFile));
        const QString profile = makeProfile(place);
        const Panel *panel = open(place, profile);
        answer(m_lab->client().passphrase, true);
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(panel), kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(m_fixture->profiles.credentials().size(), 1, kPatience);
        QCOMPARE(m_fixture->profiles.credentials().constFirst().keyFile, keyFile);
        QTRY_VERIFY_WITH_TIMEOUT(!m_fixture->profiles.profile(profile)->credential.isEmpty(),
                                 kPatience);
        closeAllTabs();
        // The key file is the credential's: the address need not name it.
        panel = open(address("publickey"), profile);
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(panel), kPatience);
        QVERIFY(!prompt(*m_fixture->window));
        closeAllTabs();
        // A passphrase is not sent to a server that wants a password.
        const qsizetype before = failures();
        Profile other = *m_fixture->profiles.profile(profile);
        other.address = address("password");
        QVERIFY(m_fixture->profiles.put(other).has_value());
        (void)open(address("password"), profile);
        QTRY_VERIFY_WITH_TIMEOUT(prompt(*m_fixture->window), kPatience);
        QCOMPARE(failures(), before);
    }

    void aCredentialNamesTheUserWhereTheAddressDoesNot()
    {
        Address place = address("password");
        place.user.clear();
        const QString profile = makeProfile(place, makeCredential(password()));
        const Panel *panel = open(place, profile);
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(panel), kPatience);
    }

    void aTabInTheBackgroundLogsInFromTheStore()
    {
        const QString profile = makeProfile(address("password"), makeCredential(password()));
        const Panel *panel = open(address("password"), profile);
        m_fixture->window->tabs().openStart();
        QVERIFY(!panel->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(panel), kPatience);
    }

    void aPasswordOfTheAddressIsOfferedAfterwardsAndNeverStoredSilently()
    {
        Ui::OpenRequest request{.address = address("password")};
        const QString url = request.address.toString().replace(
            QStringLiteral("lab@"), QStringLiteral("lab:%1@").arg(escaped(password())));
        const auto opened = m_fixture->window->openAddress(url);
        QVERIFY(opened);
        Panel *panel = *opened;
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(panel) && offer(*panel), kPatience);
        QVERIFY(m_fixture->profiles.credentials().isEmpty());
        for (auto *button : offer(*panel)->findChildren<QPushButton *>()) {
            if (button->text() == QStringLiteral("Remember"))
                button->click();
        }
        QTRY_VERIFY_WITH_TIMEOUT(!panel->profile().isEmpty(), kPatience);
        const auto profile = m_fixture->profiles.profile(panel->profile());
        QCOMPARE(stored(profile->credential), password());
        QVERIFY(!profile->address.toString().contains(password()));
    }

    void aPasswordOfTheAddressThatWasRefusedIsNotOffered()
    {
        const QString url = address("password")
                                .toString()
                                .replace(QStringLiteral("lab@"), QStringLiteral("lab:wrong@"));
        const auto opened = m_fixture->window->openAddress(url);
        QVERIFY(opened);
        answer(password(), false);
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(*opened), kPatience);
        bool probed = false;
        m_fixture->secrets.probe(this, [&](SecretStore::State) { probed = true; });
        QTRY_VERIFY_WITH_TIMEOUT(probed, kPatience);
        QVERIFY(!offer(**opened));
    }

    void aHostOnTheWayAsksForItselfAndIsRemembered()
    {
        const QString bastion = makeProfile(address("password"));
        Profile inner;
        inner.name = QStringLiteral("inner");
        inner.address =
            address("publickey", QStringLiteral("&identity=") + escaped(m_lab->client().ed25519));
        inner.via = bastion;
        const QString id = m_fixture->profiles.put(inner).value_or(QString());
        const Panel *panel = open(inner.address, id);
        QTRY_VERIFY_WITH_TIMEOUT(prompt(*m_fixture->window), kPatience);
        QVERIFY(prompt(*m_fixture->window)
                    ->windowTitle()
                    .contains(QString::number(m_lab->server(QStringLiteral("password")).port)));
        answer(password(), true);
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(panel), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(!m_fixture->profiles.profile(bastion)->credential.isEmpty(),
                                 kPatience);
        QVERIFY(m_fixture->profiles.profile(id)->credential.isEmpty());
        closeAllTabs();
        panel = open(inner.address, id);
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(panel), kPatience);
        QVERIFY(!prompt(*m_fixture->window));
    }
};

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    if (const auto code = skipOrFailWithoutLab())
        return *code;
    StoredLoginTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "storedlogin.moc"
