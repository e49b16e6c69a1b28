// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ssh/sshpanel.h"
#include "core/runtime/reaper.h"
#include "core/terminal/terminal.h"
#include "tests/ui/sshfixture.h"
#include "ui/ssh/connectpage.h"
#include "ui/ssh/hostkeydialog.h"
#include "ui/widgets/confirm.h"
#include "ui/widgets/keyview.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/promptdialog.h"

#include <QDir>
#include <QFile>
#include <QInputMethodEvent>
#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace Portolan;
using namespace Portolan::Test;
using Ui::Panel;

class SshPanelTest : public QObject
{
    Q_OBJECT

private:
    Ui::Languages m_languages{*qApp};
    Ui::Theme m_theme{*qApp};
    QTemporaryDir m_home;
    std::unique_ptr<Lab> m_lab;

    QString address(const char *id, bool hostIsKnown = true) const
    {
        return sshAddress(*m_lab, id,
                          hostIsKnown ? QString() : m_home.filePath(QStringLiteral("known_hosts")));
    }
    static void answer(Ui::MainWindow &window, const QStringList &texts)
    {
        QTRY_VERIFY_WITH_TIMEOUT(dialogOf<Ui::PromptDialog>(window), kPatience);
        auto *dialog = dialogOf<Ui::PromptDialog>(window);
        const QList<QLineEdit *> fields = dialog->findChildren<QLineEdit *>();
        QCOMPARE(fields.size(), texts.size());
        for (qsizetype i = 0; i < fields.size(); ++i)
            QTest::keyClicks(fields[i], texts[i]);
        dialog->accept();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        startFresh(m_home, m_languages, m_theme);
        m_lab = std::make_unique<Lab>(
            QStringList{QStringLiteral("publickey"), QStringLiteral("password"),
                        QStringLiteral("keyboard-interactive"), QStringLiteral("two-factor"),
                        QStringLiteral("banner"), QStringLiteral("any")});
        QVERIFY2(m_lab->error().isEmpty(), qPrintable(m_lab->error()));
    }
    void cleanup() { QCOMPARE(Reaper::waitForAll(std::chrono::seconds(20)), 0); }
    void cleanupTestCase() { m_lab.reset(); }

    void aKeyLogsInAndTheShellWorks()
    {
        WindowFixture fixture(m_languages, m_theme);
        const auto opened = fixture.window->openAddress(address("publickey"));
        QVERIFY(opened);
        Panel *panel = *opened;
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(panel), kPatience);
        auto *view = panel->findChild<Terminal::TerminalView *>();
        QVERIFY(view->isVisible());
        QTest::keyClicks(view, QStringLiteral("echo $((6*7))-$TERM"));
        QTest::keyClick(view, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(screenText(*panel).contains(QStringLiteral("42-xterm-256color")),
                                 kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(panel->metrics().size() == 8 && panel->metrics()[4].value > 0.0,
                                 kPatience);
        QVERIFY(!dialogOf<QDialog>(*fixture.window));
    }

    void quittingAsksWhileASessionIsOpen()
    {
        WindowFixture fixture(m_languages, m_theme);
        Ui::MainWindow &window = *fixture.window;
        const auto opened = window.openAddress(address("publickey"));
        QVERIFY(opened);
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(*opened), kPatience);
        const auto quit = [&] {
            QTest::keyClick(&window, Qt::Key_Q, Qt::ControlModifier | Qt::ShiftModifier);
        };
        quit();
        QTRY_VERIFY_WITH_TIMEOUT(dialogOf<Ui::ConfirmDialog>(window), kPatience);
        QVERIFY(window.isVisible());
        dialogOf<Ui::ConfirmDialog>(window)->reject();
        QTRY_VERIFY_WITH_TIMEOUT(!dialogOf<Ui::ConfirmDialog>(window), kPatience);
        QVERIFY(isConnected(*opened));
        quit();
        QTRY_VERIFY_WITH_TIMEOUT(dialogOf<Ui::ConfirmDialog>(window), kPatience);
        dialogOf<Ui::ConfirmDialog>(window)->accept();
        QTRY_VERIFY_WITH_TIMEOUT(!window.isVisible(), kPatience);
    }

    void aSecondTabToTheSamePlaceAsksNothingAndSharesTheConnection()
    {
        WindowFixture fixture(m_languages, m_theme);
        QVERIFY(fixture.window->openAddress(address("password")));
        answer(*fixture.window, {m_lab->server(QStringLiteral("password")).password});
        Ui::Tabs &tabs = fixture.window->tabs();
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(tabs.currentPanel()), kPatience);
        tabs.duplicate(tabs.currentIndex());
        QCOMPARE(tabs.count(), 2);
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(tabs.currentPanel()), kPatience);
        QVERIFY(!dialogOf<QDialog>(*fixture.window));
        const auto pool = fixture.context.service<Ssh::ConnectionPool>();
        QCOMPARE(pool->living().size(), 1U);
        // The one tab goes, the other works on.
        tabs.closeTab(0);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        Panel *panel = tabs.currentPanel();
        auto *view = panel->findChild<Terminal::TerminalView *>();
        QTest::keyClicks(view, QStringLiteral("echo $((6*7))"));
        QTest::keyClick(view, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(screenText(*panel).contains(QStringLiteral("42")), kPatience);
    }

    void aWrongPasswordIsAskedForAgainAndCancelEndsIt()
    {
        WindowFixture fixture(m_languages, m_theme);
        const auto opened = fixture.window->openAddress(address("password"));
        QVERIFY(opened);
        answer(*fixture.window, {QStringLiteral("wrong")});
        QTRY_VERIFY_WITH_TIMEOUT(dialogOf<Ui::PromptDialog>(*fixture.window), kPatience);
        auto *dialog = dialogOf<Ui::PromptDialog>(*fixture.window);
        const LabServer &server = m_lab->server(QStringLiteral("password"));
        QVERIFY(dialog->windowTitle().contains(QString::number(server.port)));
        QVERIFY(!shownWords(*dialog).filter(QStringLiteral("did not accept")).isEmpty());
        QCOMPARE(dialog->findChild<QLineEdit *>()->echoMode(), QLineEdit::Password);
        dialog->reject();
        QTRY_COMPARE_WITH_TIMEOUT((*opened)->state(), Panel::State::Failed, kPatience);
        QVERIFY(!(*opened)->findChild<Ui::ConnectPage *>()->problem().isEmpty());
    }

    void aPasswordInTheAddressIsUsedOnce()
    {
        WindowFixture fixture(m_languages, m_theme);
        const LabServer &server = m_lab->server(QStringLiteral("password"));
        const QString url = address("password")
                                .replace(QStringLiteral("lab@"),
                                         QStringLiteral("lab:%1@").arg(escaped(server.password)));
        const auto opened = fixture.window->openAddress(url);
        QVERIFY(opened);
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(*opened), kPatience);
        QVERIFY(!(*opened)->address().toString().contains(server.password));
        QVERIFY(shownWords(*fixture.window).filter(server.password).isEmpty());
    }

    void questionsInSeveralRoundsAndTwoFactorsLeadIn()
    {
        for (const char *id : {"keyboard-interactive", "two-factor"}) {
            WindowFixture fixture(m_languages, m_theme);
            const auto opened = fixture.window->openAddress(address(id));
            QVERIFY(opened);
            for (const QString &text : m_lab->server(QLatin1String(id)).answers)
                answer(*fixture.window, {text});
            QTRY_VERIFY_WITH_TIMEOUT(isConnected(*opened), kPatience);
        }
    }

    void anUnknownHostKeyIsShownAndRejectedByDefault()
    {
        WindowFixture fixture(m_languages, m_theme);
        const auto opened = fixture.window->openAddress(address("publickey", false));
        QVERIFY(opened);
        QTRY_VERIFY_WITH_TIMEOUT(dialogOf<Ui::HostKeyDialog>(*fixture.window), kPatience);
        auto *dialog = dialogOf<Ui::HostKeyDialog>(*fixture.window);
        const LabServer &server = m_lab->server(QStringLiteral("publickey"));
        QStringList words = shownWords(*dialog);
        words.append(dialog->findChild<Ui::KeyView *>()->text());
        QVERIFY(words.filter(QStringLiteral("127.0.0.1:%1").arg(server.port)).size() > 0);
        const QStringList prints = server.fingerprints.values();
        QVERIFY(std::any_of(prints.begin(), prints.end(),
                            [&](const QString &print) { return words.filter(print).size() > 0; }));
        QTest::keyClick(dialog, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT((*opened)->state(), Panel::State::Failed, kPatience);
        QVERIFY(!QFile::exists(m_home.filePath(QStringLiteral("known_hosts"))));

        // Once: not written. Then always: written, and not asked again.
        for (const char *button : {"acceptOnce", "acceptAlways"}) {
            const auto again = fixture.window->openAddress(address("publickey", false));
            QVERIFY(again);
            QTRY_VERIFY_WITH_TIMEOUT(dialogOf<Ui::HostKeyDialog>(*fixture.window), kPatience);
            dialogOf<Ui::HostKeyDialog>(*fixture.window)
                ->findChild<QPushButton *>(QLatin1String(button))
                ->click();
            QTRY_VERIFY_WITH_TIMEOUT(isConnected(*again), kPatience);
            fixture.window->tabs().closeTab(fixture.window->tabs().currentIndex());
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
        const auto last = fixture.window->openAddress(address("publickey", false));
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(*last), kPatience);
    }

    void aQuestionWaitsUntilItsTabIsShown()
    {
        WindowFixture fixture(m_languages, m_theme);
        const auto opened = fixture.window->openAddress(address("password"));
        QVERIFY(opened);
        Ui::Tabs &tabs = fixture.window->tabs();
        tabs.openStart();
        const auto pool = fixture.context.service<Ssh::ConnectionPool>();
        QTRY_VERIFY_WITH_TIMEOUT(!pool->living().empty(), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(pool->living().front()->openAuthQuestion(), kPatience);
        QVERIFY(!dialogOf<QDialog>(*fixture.window));
        tabs.setCurrentWidget(*opened);
        QVERIFY(dialogOf<Ui::PromptDialog>(*fixture.window));
        tabs.setCurrentIndex(1 - tabs.currentIndex());
        QVERIFY(!dialogOf<QDialog>(*fixture.window));
        tabs.setCurrentWidget(*opened);
        answer(*fixture.window, {m_lab->server(QStringLiteral("password")).password});
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(*opened), kPatience);
    }

    void aTabOrWindowClosesWhileItAsks()
    {
        for (const bool wholeWindow : {false, true}) {
            for (const bool hostIsKnown : {false, true}) {
                WindowFixture fixture(m_languages, m_theme);
                QFile::remove(m_home.filePath(QStringLiteral("known_hosts")));
                QVERIFY(fixture.window->openAddress(address("password", hostIsKnown)));
                QTRY_VERIFY_WITH_TIMEOUT(dialogOf<QDialog>(*fixture.window), kPatience);
                if (wholeWindow) {
                    fixture.window.reset();
                    continue;
                }
                fixture.window->tabs().closeTab(0);
                QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
                QVERIFY(!dialogOf<QDialog>(*fixture.window));
                QVERIFY(!fixture.window->tabs().currentPanel());
            }
        }
    }

    void anOpenQuestionFollowsTheLanguage()
    {
        WindowFixture fixture(m_languages, m_theme);
        QVERIFY(fixture.window->openAddress(address("password")));
        QTRY_VERIFY_WITH_TIMEOUT(dialogOf<Ui::PromptDialog>(*fixture.window), kPatience);
        auto *dialog = dialogOf<Ui::PromptDialog>(*fixture.window);
        auto *field = dialog->findChild<QLineEdit *>();
        QTest::keyClicks(field, QStringLiteral("half"));
        const QStringList english = shownWords(*dialog);
        m_languages.choose(QStringLiteral("ko"));
        QTRY_VERIFY(shownWords(*dialog) != english);
        m_languages.choose(QStringLiteral("en"));
        QTRY_COMPARE(shownWords(*dialog), english);
        QCOMPARE(field->text(), QStringLiteral("half"));
    }

    void aChangedHostKeyIsAnErrorWithoutAWayPastIt()
    {
        const LabServer &server = m_lab->server(QStringLiteral("publickey"));
        const QString path = m_home.filePath(QStringLiteral("changed_hosts"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        // Another key of the same algorithm.
        QFile other(m_lab->client().ed25519 + QStringLiteral(".pub"));
        QVERIFY(other.open(QIODevice::ReadOnly));
        file.write(QStringLiteral("[127.0.0.1]:%1 ").arg(server.port).toUtf8() +
                   other.readAll().trimmed() + '\n');
        file.close();
        WindowFixture fixture(m_languages, m_theme);
        const auto opened = fixture.window->openAddress(
            server.url + QStringLiteral("?known_hosts=") + escaped(path));
        QVERIFY(opened);
        QTRY_COMPARE_WITH_TIMEOUT((*opened)->state(), Panel::State::Failed, kPatience);
        QVERIFY(!dialogOf<QDialog>(*fixture.window));
        const QString problem = (*opened)->findChild<Ui::ConnectPage *>()->problem();
        QVERIFY2(problem.contains(QStringLiteral("has changed")), qPrintable(problem));
    }

    void aLostServerLeavesTheScreenAndEnterConnectsAgain()
    {
        WindowFixture fixture(m_languages, m_theme);
        const auto opened = fixture.window->openAddress(address("publickey"));
        QVERIFY(opened);
        Panel *panel = *opened;
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(panel), kPatience);
        auto *view = panel->findChild<Terminal::TerminalView *>();
        QTest::keyClicks(view, QStringLiteral("echo $((6*7))-kept"));
        QTest::keyClick(view, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(screenText(*panel).contains(QStringLiteral("42-kept")), kPatience);
        QVERIFY(m_lab->kill(QStringLiteral("publickey")));
        QTRY_COMPARE_WITH_TIMEOUT(panel->state(), Panel::State::Lost, kPatience);
        QString sentence;
        for (const auto *bar : panel->findChildren<Ui::NoticeBar *>())
            sentence += bar->sentence();
        QVERIFY(!sentence.isEmpty() && !sentence.contains(QLatin1Char('\n')));
        QVERIFY(view->isVisible());
        QVERIFY(screenText(*panel).contains(QStringLiteral("42-kept")));
        QVERIFY(m_lab->start(QStringLiteral("publickey")));
        QTest::keyClick(view, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(panel), kPatience);
        QVERIFY(screenText(*panel).contains(QStringLiteral("42-kept")));
        QTest::keyClicks(view, QStringLiteral("echo $((6*7))-again"));
        QTest::keyClick(view, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(screenText(*panel).contains(QStringLiteral("42-again")),
                                 kPatience);
    }

    void aLostSessionComesBackByItselfWhereTheAddressAsksForIt()
    {
        WindowFixture fixture(m_languages, m_theme);
        const auto opened =
            fixture.window->openAddress(address("publickey") + QStringLiteral("&reconnect=yes"));
        QVERIFY(opened);
        Panel *panel = *opened;
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(panel), kPatience);
        auto *view = panel->findChild<Terminal::TerminalView *>();
        const QSize size = view->size();
        // The shell's own.
        QTRY_VERIFY_WITH_TIMEOUT(panel->title().contains(QStringLiteral("lab@bastion")), kPatience);
        const QString title = panel->title();
        QVERIFY(m_lab->kill(QStringLiteral("publickey")));
        QTRY_COMPARE_WITH_TIMEOUT(panel->state(), Panel::State::Lost, kPatience);
        const auto noticed = [&](const QString &text) {
            const auto bars = panel->findChildren<Ui::NoticeBar *>();
            return std::any_of(bars.cbegin(), bars.cend(),
                               [&](const auto *bar) { return bar->sentence().contains(text); });
        };
        QTRY_VERIFY_WITH_TIMEOUT(noticed(QStringLiteral("attempt 2")), kPatience);
        // The screen stays as it is: its size is that of the programs in it.
        QVERIFY(view->isVisible());
        QCOMPARE(view->size(), size);
        QCOMPARE(panel->title(), title);
        QVERIFY(m_lab->start(QStringLiteral("publickey")));
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(panel), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(!noticed(QStringLiteral("attempt")), kPatience);
        QTest::keyClicks(view, QStringLiteral("echo $((6*7))-again"));
        QTest::keyClick(view, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(screenText(*panel).contains(QStringLiteral("42-again")),
                                 kPatience);
    }

    void reconnectingStopsWhenToldToAndAtARefusal()
    {
        WindowFixture fixture(m_languages, m_theme);
        // Known hosts of its own, so that the key can change under it.
        const QString known = m_home.filePath(QStringLiteral("changing"));
        QFile::remove(known);
        QVERIFY(QFile::copy(m_lab->client().knownHosts, known));
        const LabServer &server = m_lab->server(QStringLiteral("publickey"));
        const auto opened = fixture.window->openAddress(
            server.url + QStringLiteral("?reconnect=yes&known_hosts=") + escaped(known) +
            QStringLiteral("&identity=") + escaped(server.identity));
        QVERIFY(opened);
        Panel *panel = *opened;
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(panel), kPatience);
        QVERIFY(m_lab->kill(QStringLiteral("publickey")));
        QTRY_COMPARE_WITH_TIMEOUT(panel->state(), Panel::State::Lost, kPatience);
        QPushButton *stop = nullptr;
        for (auto *button : panel->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text() == QLatin1String("Stop"))
                stop = button;
        }
        QVERIFY(stop);
        stop->click();
        QCOMPARE(panel->state(), Panel::State::Ended);
        QVERIFY(m_lab->start(QStringLiteral("publickey")));
        QTest::keyClick(panel->findChild<Terminal::TerminalView *>(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(panel), kPatience);
        // Now another host seems to be there.
        QFile file(known);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[127.0.0.1]:" + QByteArray::number(server.port) +
                   " ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJdD7y3aLq454yWBdwLWbieU1ebz9/cu7/"
                   "QEXn9OIeZJ other\n");
        file.close();
        QVERIFY(m_lab->drop(QStringLiteral("publickey")));
        QTRY_COMPARE_WITH_TIMEOUT(panel->state(), Panel::State::Lost, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(
            [&] {
                QString all;
                for (const auto *bar : panel->findChildren<Ui::NoticeBar *>())
                    all += bar->sentence();
                return all.contains(QStringLiteral("has changed"));
            }(),
            kPatience);
        QCOMPARE(panel->state(), Panel::State::Lost);
    }

    void theHopsOnTheWayAreShownAndAFailureNamesOne()
    {
        WindowFixture fixture(m_languages, m_theme);
        const LabServer &hop = m_lab->server(QStringLiteral("any"));
        const QString jump = QStringLiteral("&jump=") +
                             escaped(hop.url + QStringLiteral("?identity=") + hop.identity);
        const auto opened = fixture.window->openAddress(address("publickey") + jump);
        QVERIFY(opened);
        auto *page = (*opened)->findChild<Ui::ConnectPage *>();
        QVERIFY(page);
        const auto shows = [&](const QString &text) {
            const auto labels = page->findChildren<QLabel *>();
            return std::any_of(labels.cbegin(), labels.cend(),
                               [&](const auto *label) { return label->text().contains(text); });
        };
        const QString place = QStringLiteral("lab@127.0.0.1:%1").arg(hop.port);
        QTRY_VERIFY_WITH_TIMEOUT(shows(QStringLiteral("Through ") + place), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(*opened), kPatience);
        QVERIFY(m_lab->kill(QStringLiteral("any")));
        QTRY_COMPARE_WITH_TIMEOUT((*opened)->state(), Panel::State::Lost, kPatience);
        const auto failed = fixture.window->openAddress(address("publickey") + jump);
        QVERIFY(failed);
        QTRY_COMPARE_WITH_TIMEOUT((*failed)->state(), Panel::State::Failed, kPatience);
        QVERIFY((*failed)->findChild<Ui::ConnectPage *>()->problem().contains(place));
        QVERIFY(m_lab->start(QStringLiteral("any")));
    }

    void theShellsEndClosesTheTabUnlessItFailed()
    {
        WindowFixture fixture(m_languages, m_theme);
        Ui::Tabs &tabs = fixture.window->tabs();
        auto opened = fixture.window->openAddress(address("publickey"));
        QVERIFY(opened);
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(*opened), kPatience);
        const auto type = [&](const QString &line) {
            auto *view = tabs.currentPanel()->findChild<Terminal::TerminalView *>();
            QTest::keyClicks(view, line);
            QTest::keyClick(view, Qt::Key_Return);
        };
        type(QStringLiteral("exit 3"));
        QTRY_COMPARE_WITH_TIMEOUT((*opened)->state(), Panel::State::Ended, kPatience);
        QVERIFY(!shownWords(**opened).filter(QStringLiteral("exit code 3")).isEmpty());
        QTest::keyClick((*opened)->findChild<Terminal::TerminalView *>(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(*opened), kPatience);
        type(QStringLiteral("exit 0"));
        QTRY_VERIFY_WITH_TIMEOUT(!tabs.currentPanel(), kPatience);
        QCOMPARE(tabs.count(), 1);
    }

    void theServersBannerIsShown()
    {
        WindowFixture fixture(m_languages, m_theme);
        const auto opened = fixture.window->openAddress(address("banner"));
        QVERIFY(opened);
        answer(*fixture.window, {m_lab->server(QStringLiteral("banner")).password});
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(*opened), kPatience);
        QString shown;
        for (const auto *bar : (*opened)->findChildren<Ui::NoticeBar *>())
            shown += bar->sentence();
        QVERIFY(!shown.isEmpty());
        for (const QChar c : shown)
            QVERIFY(c == QLatin1Char('\n') || c.category() != QChar::Other_Control);
    }

    void aHostThatSpeaksCp949IsReadAndWrittenInIt()
    {
        WindowFixture fixture(m_languages, m_theme);
        const auto opened = fixture.window->openAddress(address("publickey") +
                                                        QStringLiteral("&charset=windows-949"));
        QVERIFY(opened);
        Panel *panel = *opened;
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(panel), kPatience);
        auto *view = panel->findChild<Terminal::TerminalView *>();
        const auto type = [&](const QString &text) {
            QTest::keyClicks(view, text);
            QTest::keyClick(view, Qt::Key_Return);
        };
        // The second one is cut in two by a pause of the program.
        type(QStringLiteral("printf '[\\307\\321\\261\\333]'; printf '[\\214'; sync; printf "
                            "'\\143]\\n'"));
        QTRY_VERIFY_WITH_TIMEOUT(screenText(*panel).contains(QStringLiteral("[한글][똠]")),
                                 kPatience);

        // From an input method, as bytes of CP949 in a file over there.
        type(QStringLiteral("echo ready-$((6*7)); cat > cp949.txt"));
        QTRY_VERIFY_WITH_TIMEOUT(screenText(*panel).contains(QStringLiteral("ready-42")),
                                 kPatience);
        QInputMethodEvent composed;
        composed.setCommitString(QStringLiteral("한글똠"));
        QApplication::sendEvent(view, &composed);
        QTest::keyClick(view, Qt::Key_Return);
        // What CP949 lacks is said and not sent.
        QInputMethodEvent lacking;
        lacking.setCommitString(QStringLiteral("é"));
        QApplication::sendEvent(view, &lacking);
        const auto notices = panel->findChildren<Ui::NoticeBar *>();
        QVERIFY(std::any_of(notices.begin(), notices.end(), [](const Ui::NoticeBar *notice) {
            return notice->isVisible() && notice->sentence().contains(QStringLiteral("é"));
        }));
        QTest::keyClick(view, Qt::Key_D, Qt::ControlModifier);
        type(QStringLiteral("echo written-$((6*7))"));
        QTRY_VERIFY_WITH_TIMEOUT(screenText(*panel).contains(QStringLiteral("written-42")),
                                 kPatience);
        QFile file(m_lab->homeFolder() + QStringLiteral("/cp949.txt"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("\xC7\xD1\xB1\xDB\x8C\x63\n"));
    }

    void anUnknownCharsetIsSaidBeforeAnythingIsSent()
    {
        WindowFixture fixture(m_languages, m_theme);
        const auto opened =
            fixture.window->openAddress(address("publickey") + QStringLiteral("&charset=klingon"));
        QVERIFY(opened);
        QTRY_COMPARE_WITH_TIMEOUT((*opened)->state(), Panel::State::Failed, kPatience);
        QVERIFY((*opened)->findChild<Ui::ConnectPage *>()->problem().contains(
            QStringLiteral("klingon")));
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    if (const auto code = skipOrFailWithoutLab())
        return *code;
    SshPanelTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "sshpanel.moc"
