// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/reaper.h"
#include "core/store/memorysecretstore.h"
#include "core/store/profilestore.h"
#include "tests/ui/windowfixture.h"
#include "ui/shell/credentialdialog.h"
#include "ui/shell/credentialspage.h"
#include "ui/widgets/confirm.h"
#include "ui/widgets/noticebar.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

using namespace Portolan;
using namespace Portolan::Test;

namespace {

constexpr int kPatience = 20'000;

} // namespace

class CredentialsTest : public QObject
{
    Q_OBJECT

private:
    Ui::Languages m_languages{*qApp};
    Ui::Theme m_theme{*qApp};
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Storage> m_storage;
    std::unique_ptr<ProfileStore> m_profiles;
    std::unique_ptr<MemorySecretStore> m_secrets;
    std::unique_ptr<QWidget> m_window;
    Ui::CredentialsPage *m_page = nullptr;

    template<typename T>
    T *shown() const
    {
        for (T *widget : m_window->findChildren<T *>()) {
            if (widget->isVisible())
                return widget;
        }
        return nullptr;
    }
    QPushButton *button(const char *name) const
    {
        return m_page->findChild<QPushButton *>(QLatin1String(name));
    }
    static void fill(const Ui::CredentialDialog &dialog, const char *field, const QString &text)
    {
        auto *edit = dialog.findChild<QLineEdit *>(QLatin1String(field));
        edit->clear();
        QTest::keyClicks(edit, text);
    }
    QString stored(const Credential &credential)
    {
        std::optional<QString> found;
        m_secrets->read(credential.secretKey(), this,
                        [&](tl::expected<Secret, SecretStore::Failure> answer) {
                            found = answer ? QString::fromUtf8(answer->reveal().data()) : QString();
                        });
        (void)QTest::qWaitFor([&] { return found.has_value(); }, kPatience);
        return found.value_or(QStringLiteral("no answer"));
    }
    Credential add(const QString &name, const QString &secret)
    {
        button("add")->click();
        auto *dialog = shown<Ui::CredentialDialog>();
        fill(*dialog, "name", name);
        fill(*dialog, "user", QStringLiteral("ops"));
        fill(*dialog, "secret", secret);
        dialog->findChild<QPushButton *>(QStringLiteral("save"))->click();
        for (const Credential &credential : m_profiles->credentials()) {
            if (credential.name == name)
                return credential;
        }
        return {.id = {}, .name = {}};
    }
    void select(const QString &name)
    {
        auto *list = m_page->findChild<QTreeWidget *>();
        list->clearSelection();
        for (QTreeWidgetItem *item : list->findItems(name, Qt::MatchExactly))
            item->setSelected(true);
    }

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        qputenv("PORTOLAN_HOME", m_home->path().toUtf8());
        m_languages.choose(QStringLiteral("en"));
        m_storage = std::make_unique<Storage>(Folders::ofThisUser());
        m_profiles = std::make_unique<ProfileStore>(*m_storage);
        m_secrets = std::make_unique<MemorySecretStore>();
        m_window = std::make_unique<QWidget>();
        m_page = new Ui::CredentialsPage(*m_profiles, *m_secrets, m_window.get());
        m_page->resize(620, 420);
        m_window->show();
        QTRY_VERIFY_WITH_TIMEOUT(m_profiles->isLoaded(), kPatience);
    }
    void cleanup()
    {
        m_window.reset();
        m_profiles.reset();
        m_storage.reset();
        QCOMPARE(Reaper::waitForAll(std::chrono::seconds(20)), 0);
    }

    void aCredentialIsMadeChangedAndItsSecretReplaced()
    {
        const Credential made = add(QStringLiteral("core switches"), QStringLiteral("first"));
        QCOMPARE(made.user, QStringLiteral("ops"));
        QCOMPARE(stored(made), QStringLiteral("first"));
        select(made.name);
        button("change")->click();
        auto *dialog = shown<Ui::CredentialDialog>();
        QVERIFY(dialog->findChild<QLineEdit *>(QStringLiteral("secret"))->text().isEmpty());
        fill(*dialog, "name", QStringLiteral("access switches"));
        dialog->findChild<QPushButton *>(QStringLiteral("save"))->click();
        QCOMPARE(m_profiles->credential(made.id)->name, QStringLiteral("access switches"));
        QCOMPARE(stored(made), QStringLiteral("first"));
        QTRY_VERIFY_WITH_TIMEOUT(!shown<Ui::CredentialDialog>(), kPatience);
        select(QStringLiteral("access switches"));
        button("change")->click();
        dialog = shown<Ui::CredentialDialog>();
        fill(*dialog, "secret", QStringLiteral("second"));
        dialog->findChild<QPushButton *>(QStringLiteral("save"))->click();
        QCOMPARE(stored(made), QStringLiteral("second"));
    }

    void whatIsWrongIsSaidInTheDialog()
    {
        (void)add(QStringLiteral("twice"), QStringLiteral("x"));
        button("add")->click();
        auto *dialog = shown<Ui::CredentialDialog>();
        fill(*dialog, "name", QStringLiteral("twice"));
        dialog->findChild<QPushButton *>(QStringLiteral("save"))->click();
        QVERIFY(dialog->isVisible());
        QCOMPARE(m_profiles->credentials().size(), 1);
    }

    void forgettingAsksDeletesTheSecretAndFreesTheConnections()
    {
        const Credential made = add(QStringLiteral("mine"), QStringLiteral("x"));
        Profile profile;
        profile.name = QStringLiteral("bastion");
        profile.address = parseAddress(QStringLiteral("ssh://bastion"))->address;
        profile.credential = made.id;
        const QString id = m_profiles->put(profile).value_or(QString());
        select(made.name);
        button("forget")->click();
        QTRY_VERIFY_WITH_TIMEOUT(shown<Ui::ConfirmDialog>(), kPatience);
        QVERIFY(
            !shownWords(*shown<Ui::ConfirmDialog>()).filter(QStringLiteral("1 conn")).isEmpty());
        shown<Ui::ConfirmDialog>()->accept();
        QTRY_VERIFY_WITH_TIMEOUT(m_profiles->credentials().isEmpty(), kPatience);
        QVERIFY(m_profiles->profile(id)->credential.isEmpty());
        QVERIFY(stored(made).isEmpty());
    }

    void aLockedKeychainKeepsTheCredential()
    {
        const Credential made = add(QStringLiteral("mine"), QStringLiteral("x"));
        m_secrets->setState(SecretStore::State::Locked);
        select(made.name);
        button("forget")->click();
        QTRY_VERIFY_WITH_TIMEOUT(shown<Ui::ConfirmDialog>(), kPatience);
        shown<Ui::ConfirmDialog>()->accept();
        QTRY_VERIFY_WITH_TIMEOUT(
            shown<Ui::NoticeBar>() &&
                shown<Ui::NoticeBar>()->sentence().contains(QStringLiteral("locked")),
            kPatience);
        QCOMPARE(m_profiles->credentials().size(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(button("unlock")->isVisible(), kPatience);
        button("unlock")->click();
        QTRY_VERIFY_WITH_TIMEOUT(!button("unlock")->isVisible(), kPatience);
        QCOMPARE(stored(made), QStringLiteral("x"));
    }

    void itFollowsTheLanguage()
    {
        (void)add(QStringLiteral("mine"), QStringLiteral("x"));
        const QStringList english = shownWords(*m_page);
        m_languages.choose(QStringLiteral("ko"));
        QTRY_VERIFY(shownWords(*m_page) != english);
        m_languages.choose(QStringLiteral("en"));
        QTRY_COMPARE(shownWords(*m_page), english);
    }
};

QTEST_MAIN(CredentialsTest)
#include "credentials.moc"
