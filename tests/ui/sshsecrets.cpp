// SPDX-License-Identifier: GPL-3.0-or-later
// A password and a passphrase, typed and in addresses, right and wrong: in nothing that the window
// keeps, shows or exports.
#include "core/runtime/reaper.h"
#include "core/store/profileimport.h"
#include "tests/ui/sshfixture.h"
#include "ui/shell/eventmodel.h"
#include "ui/ssh/diagnosispage.h"
#include "ui/ssh/sshdrawer.h"
#include "ui/widgets/explaindrawer.h"
#include "ui/widgets/promptdialog.h"
#include "ui/widgets/transcriptview.h"

#include <QDirIterator>
#include <QTest>

using namespace Portolan;
using namespace Portolan::Test;
using Ui::Panel;

class SshSecretsTest : public QObject
{
    Q_OBJECT

private:
    Ui::Languages m_languages{*qApp};
    Ui::Theme m_theme{*qApp};
    QTemporaryDir m_home;
    std::unique_ptr<Lab> m_lab;
    const QString m_wrong = QStringLiteral("canary-4f1d-Zq-wrong");
    QByteArray m_seen; // all that was shown and exported

    static void answer(Ui::MainWindow &window, const QString &text)
    {
        QTRY_VERIFY_WITH_TIMEOUT(dialogOf<Ui::PromptDialog>(window), kPatience);
        auto *dialog = dialogOf<Ui::PromptDialog>(window);
        QTest::keyClicks(dialog->findChild<QLineEdit *>(), text);
        dialog->accept();
        QTRY_VERIFY_WITH_TIMEOUT(dialogOf<Ui::PromptDialog>(window) != dialog, kPatience);
    }
    void look(const WindowFixture &fixture, const Panel *panel)
    {
        m_seen += shownWords(*fixture.window).join(QLatin1Char('\n')).toUtf8();
        auto *drawer = panel->findChild<Ui::SshDrawer *>();
        drawer->openPage(Ui::SshDrawer::kTranscript);
        const auto *transcript = drawer->findChild<Ui::TranscriptView *>();
        QTRY_VERIFY_WITH_TIMEOUT(transcript->text().contains(QStringLiteral("login")), kPatience);
        m_seen += transcript->text().toUtf8();
        const Ui::ExplainDrawer &findings = drawer->diagnosis().findings();
        if (panel->state() == Panel::State::Failed) {
            drawer->explain(true);
            QTRY_VERIFY_WITH_TIMEOUT(!findings.findings().isEmpty(), kPatience);
            for (const char *suffix : {"md", "html", "json"}) {
                const QByteArray document = findings.exported(QLatin1String(suffix));
                QVERIFY(document.contains("127.0.0.1"));
                m_seen += document;
            }
        }
        m_seen += shownWords(*fixture.window).join(QLatin1Char('\n')).toUtf8();
        const Ui::EventModel &events = fixture.workspace->events();
        QTRY_VERIFY(events.rowCount() > 0);
        for (int row = 0; row < events.rowCount(); ++row)
            m_seen += events.event(row).source.toUtf8() + events.event(row).text.toUtf8();
        m_seen += toJson(fixture.profiles.set());
    }
    // Every file that was written, and all that was seen.
    [[nodiscard]] QStringList placesOf(const QString &secret) const
    {
        QStringList places;
        const auto holds = [&](const QByteArray &bytes) {
            const QByteArray plain = secret.toUtf8();
            return bytes.contains(plain) || bytes.contains(QUrl::toPercentEncoding(secret)) ||
                   bytes.contains(plain.toHex()) || bytes.contains(plain.toBase64());
        };
        if (holds(m_seen))
            places.append(QStringLiteral("shown or exported"));
        for (QDirIterator at(m_home.path(), QDir::Files | QDir::Hidden,
                             QDirIterator::Subdirectories);
             at.hasNext();) {
            QFile file(at.next());
            if (file.open(QIODevice::ReadOnly) && holds(file.readAll()))
                places.append(file.fileName());
        }
        return places;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        startFresh(m_home, m_languages, m_theme);
        m_lab = std::make_unique<Lab>(
            QStringList{QStringLiteral("publickey"), QStringLiteral("password")});
        QVERIFY2(m_lab->error().isEmpty(), qPrintable(m_lab->error()));
    }
    void cleanup() { QCOMPARE(Reaper::waitForAll(std::chrono::seconds(20)), 0); }
    void cleanupTestCase() { m_lab.reset(); }

    void noSecretIsInWhatTheWindowKeepsShowsOrExports()
    {
        const LabServer &byPassword = m_lab->server(QStringLiteral("password"));
        const LabServer &byKey = m_lab->server(QStringLiteral("publickey"));
        const QString hosts = QStringLiteral("?known_hosts=") + escaped(byPassword.knownHosts);
        const auto withPassword = [&](const QString &user, const QString &password) {
            return QStringLiteral("ssh://%1:%2@%3:%4%5")
                .arg(user, QString::fromLatin1(QUrl::toPercentEncoding(password)), byPassword.host)
                .arg(byPassword.port)
                .arg(hosts);
        };
        const QString passphrase = m_lab->client().passphrase;
        {
            WindowFixture fixture(m_languages, m_theme);
            Ui::MainWindow &window = *fixture.window;
            // Passphrase: wrong, then right.
            const auto key = window.openAddress(byKey.url + hosts + QStringLiteral("&identity=") +
                                                escaped(m_lab->client().encrypted));
            QVERIFY(key);
            answer(window, m_wrong);
            answer(window, passphrase);
            QTRY_VERIFY_WITH_TIMEOUT(isConnected(*key), kPatience);
            look(fixture, *key);
            // Password in the address, right.
            const auto right =
                window.openAddress(withPassword(byPassword.user, byPassword.password));
            QVERIFY(right);
            QTRY_VERIFY_WITH_TIMEOUT(isConnected(*right), kPatience);
            look(fixture, *right);
            // Wrong in the address and in each answer, until the server has enough of it. Another
            // user: the connection of before would be shared.
            const auto failing =
                window.openAddress(withPassword(QStringLiteral("stranger"), m_wrong));
            QVERIFY(failing);
            while ((*failing)->state() != Panel::State::Failed) {
                QTRY_VERIFY_WITH_TIMEOUT((*failing)->state() == Panel::State::Failed ||
                                             dialogOf<Ui::PromptDialog>(window),
                                         kPatience);
                if (auto *dialog = dialogOf<Ui::PromptDialog>(window)) {
                    QTest::keyClicks(dialog->findChild<QLineEdit *>(), m_wrong);
                    dialog->accept();
                    QTRY_VERIFY_WITH_TIMEOUT(dialogOf<Ui::PromptDialog>(window) != dialog,
                                             kPatience);
                }
            }
            look(fixture, *failing);
        }
        // That the search sees what is written: the history has the addresses.
        const QStringList kept = placesOf(QStringLiteral("known_hosts"));
        QVERIFY2(!kept.filter(QStringLiteral("history.db")).isEmpty(),
                 qPrintable(kept.join(QLatin1Char('\n'))));
        for (const QString &secret : {passphrase, m_wrong, byPassword.password})
            QCOMPARE(placesOf(secret), QStringList());
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    if (const auto code = skipOrFailWithoutLab())
        return *code;
    SshSecretsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "sshsecrets.moc"
