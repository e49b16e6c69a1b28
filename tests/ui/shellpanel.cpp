// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/shellpanel.h"
#include "core/pty/shelladdress.h"
#include "core/runtime/reaper.h"
#include "tests/ui/windowfixture.h"
#include "ui/terminal/terminalview.h"
#include "ui/widgets/confirm.h"
#include "ui/widgets/noticebar.h"

#include <QDir>
#include <QPushButton>
#include <QTest>

using namespace Portolan;
using namespace Portolan::Test;
using Ui::Panel;

namespace {

constexpr int kPatience = 20'000;

QString screenText(const Panel &panel)
{
    const auto *view = panel.findChild<Terminal::TerminalView *>();
    if (!view)
        return {};
    return QString::fromStdString(view->terminal()->text({0, 0}, {1'000'000, 0}));
}

} // namespace

class ShellPanelTest : public QObject
{
    Q_OBJECT

private:
    Ui::Languages m_languages{*qApp};
    Ui::Theme m_theme{*qApp};
    QTemporaryDir m_home;

    static Panel *run(Ui::MainWindow &window, const QStringList &command,
                      const QString &folder = {})
    {
        const auto panel =
            window.openAddress(Pty::ShellAddress{command, folder}.toAddress().toString());
        return panel ? *panel : nullptr;
    }
    static void type(const Panel &panel, const QString &line)
    {
        auto *view = panel.findChild<Terminal::TerminalView *>();
        QTest::keyClicks(view, line);
        QTest::keyClick(view, Qt::Key_Return);
    }
    static QString notice(const Panel &panel)
    {
        for (const auto *bar : panel.findChildren<Ui::NoticeBar *>()) {
            if (bar->isVisibleTo(&panel))
                return bar->sentence();
        }
        return {};
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        qputenv("PORTOLAN_HOME", m_home.path().toUtf8());
        qputenv("SHELL", "/bin/sh");
        qputenv("PS1", "ready> ");
        qunsetenv("ENV");
    }
    void init() { m_languages.choose(QStringLiteral("en")); }
    void cleanup() { QCOMPARE(Reaper::waitForAll(std::chrono::seconds(20)), 0); }

    void aShellRunsAndItsTabGoesWithIt()
    {
        WindowFixture fixture(m_languages, m_theme);
        Panel *panel = run(*fixture.window, {});
        QVERIFY(panel);
        QTRY_VERIFY_WITH_TIMEOUT(screenText(*panel).contains(QStringLiteral("ready>")), kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(panel->state(), Panel::State::Connected, kPatience);
        QVERIFY(!panel->isLive());
        QVERIFY(!panel->closeQuestion());
        type(*panel, QStringLiteral("echo $((6*7))"));
        QTRY_VERIFY_WITH_TIMEOUT(screenText(*panel).contains(QStringLiteral("\n42")), kPatience);
        type(*panel, QStringLiteral("exit"));
        QTRY_VERIFY_WITH_TIMEOUT(!fixture.window->tabs().currentPanel(), kPatience);
    }

    void aProgramThatFailsStaysWithItsExitCodeAndRunsAgain()
    {
        WindowFixture fixture(m_languages, m_theme);
        Panel *panel = run(*fixture.window, {QStringLiteral("sh"), QStringLiteral("-c"),
                                             QStringLiteral("echo once more; exit 3")});
        QTRY_COMPARE_WITH_TIMEOUT(panel->state(), Panel::State::Ended, kPatience);
        QCOMPARE(panel->exitCode(), std::optional<int>(3));
        QVERIFY(notice(*panel).contains(QLatin1Char('3')));
        QVERIFY(screenText(*panel).contains(QStringLiteral("once more")));
        QTest::keyClick(panel->findChild<Terminal::TerminalView *>(), Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(screenText(*panel).count(QStringLiteral("once more")), 2,
                                  kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(panel->state(), Panel::State::Ended, kPatience);
    }

    void aProgramThatIsNotThereIsSaidSo()
    {
        WindowFixture fixture(m_languages, m_theme);
        Panel *panel = run(*fixture.window, {QStringLiteral("no-such-program-here")});
        QTRY_COMPARE_WITH_TIMEOUT(panel->state(), Panel::State::Failed, kPatience);
        QVERIFY(notice(*panel).contains(QStringLiteral("no-such-program-here")));
        Panel *wrong = *fixture.window->openAddress(QStringLiteral("shell://elsewhere"));
        QCOMPARE(wrong->state(), Panel::State::Failed);
    }

    void aProgramInTheForegroundIsAskedAbout()
    {
        if (!QDir(QStringLiteral("/proc/self")).exists())
            QSKIP("no /proc here");
        WindowFixture fixture(m_languages, m_theme);
        Panel *panel = run(*fixture.window, {});
        QTRY_VERIFY_WITH_TIMEOUT(screenText(*panel).contains(QStringLiteral("ready>")), kPatience);
        type(*panel, QStringLiteral("cat"));
        QTRY_VERIFY_WITH_TIMEOUT(panel->closeQuestion(), kPatience);
        QVERIFY(panel->closeQuestion()->contains(QStringLiteral("cat")));
        QCOMPARE(fixture.workspace->liveCount(), 1);
        fixture.window->tabs().closeTab(fixture.window->tabs().currentIndex());
        auto *question = fixture.window->findChild<Ui::ConfirmDialog *>();
        QVERIFY(question);
        question->reject();
        QVERIFY(fixture.window->tabs().currentPanel());
        QTest::keyClick(panel->findChild<Terminal::TerminalView *>(), Qt::Key_D,
                        Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(!panel->closeQuestion(), kPatience);
        QCOMPARE(fixture.workspace->liveCount(), 0);
    }

    void aSecondTabBeginsInTheSameFolder()
    {
        if (!QDir(QStringLiteral("/proc/self")).exists())
            QSKIP("no /proc here");
        WindowFixture fixture(m_languages, m_theme);
        QVERIFY(QDir(m_home.path()).mkpath(QStringLiteral("a folder/한글")));
        const QString folder = m_home.filePath(QStringLiteral("a folder/한글"));
        Panel *panel = run(*fixture.window, {});
        QTRY_VERIFY_WITH_TIMEOUT(screenText(*panel).contains(QStringLiteral("ready>")), kPatience);
        type(*panel, QStringLiteral("cd a?folder/*; pwd"));
        Panel *first = run(*fixture.window, {}, m_home.path());
        QTRY_VERIFY_WITH_TIMEOUT(screenText(*first).contains(QStringLiteral("ready>")), kPatience);
        type(*first, QStringLiteral("cd a?folder/*"));
        QTRY_COMPARE_WITH_TIMEOUT(Pty::ShellAddress::read(first->address())->workingDirectory,
                                  folder, kPatience);
        fixture.window->tabs().duplicate(fixture.window->tabs().currentIndex());
        Panel *second = fixture.window->tabs().currentPanel();
        QVERIFY(second != first);
        QTRY_VERIFY_WITH_TIMEOUT(screenText(*second).contains(QStringLiteral("ready>")), kPatience);
        QCOMPARE(Pty::ShellAddress::read(second->address())->workingDirectory, folder);
    }

    void aCommandOfTheLastSessionIsNotRunAgainUnasked()
    {
        WindowFixture fixture(m_languages, m_theme);
        const QString proof = m_home.filePath(QStringLiteral("ran"));
        const Address address = Pty::ShellAddress{{QStringLiteral("touch"), proof}, {}}.toAddress();
        const Ui::PanelSpec *spec = fixture.workspace->panelFor(address.scheme);
        Panel *panel = fixture.window->area().openPanel(
            *spec, Ui::OpenRequest{.address = address, .connect = false});
        QCOMPARE(panel->state(), Panel::State::Idle);
        QVERIFY(!QFile::exists(proof));
        panel->findChild<QPushButton *>(QStringLiteral("activate"))->click();
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(proof), kPatience);
    }

    void aShellMovesToAnotherWindowWithItsScreen()
    {
        WindowFixture fixture(m_languages, m_theme);
        Panel *panel = run(*fixture.window, {});
        QTRY_VERIFY_WITH_TIMEOUT(screenText(*panel).contains(QStringLiteral("ready>")), kPatience);
        type(*panel, QStringLiteral("echo here-I-am"));
        QTRY_VERIFY_WITH_TIMEOUT(screenText(*panel).contains(QStringLiteral("\nhere-I-am")),
                                 kPatience);
        run(*fixture.window, {});
        Ui::Tabs *tabs = Ui::Tabs::of(panel);
        tabs->setCurrentWidget(panel);
        fixture.window->area().moveToNewWindow(panel);
        QVERIFY(panel->window() != fixture.window.get());
        QVERIFY(screenText(*panel).contains(QStringLiteral("\nhere-I-am")));
        QTRY_VERIFY(panel->isVisible());
        type(*panel, QStringLiteral("echo $((6*7))"));
        QTRY_VERIFY_WITH_TIMEOUT(screenText(*panel).contains(QStringLiteral("\n42")), kPatience);
    }
};

QTEST_MAIN(ShellPanelTest)
#include "shellpanel.moc"
