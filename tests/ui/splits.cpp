// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/reaper.h"
#include "tests/ui/windowfixture.h"
#include "ui/shell/startpage.h"
#include "ui/shell/windowcommands.h"

#include <QSplitter>
#include <QTcpServer>
#include <QTest>

using namespace Portolan;
using namespace Portolan::Test;
using Ui::Panel;
using Ui::Side;
using Ui::TabArea;
using Ui::Tabs;

class SplitsTest : public QObject
{
    Q_OBJECT

private:
    Ui::Languages m_languages{*qApp};
    Ui::Theme m_theme{*qApp};
    QTemporaryDir m_home;
    QTcpServer m_silent; // accepts and never says a word

    Panel *open(Ui::MainWindow &window, const char *user)
    {
        const auto panel = window.openAddress(QStringLiteral("ssh://%1@127.0.0.1:%2")
                                                  .arg(QLatin1String(user))
                                                  .arg(m_silent.serverPort()));
        return panel ? *panel : nullptr;
    }
    static void settle() { QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); }
    static void trigger(Ui::MainWindow &window, const char *id)
    {
        window.commands().action(QLatin1String(id))->trigger();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        qputenv("PORTOLAN_HOME", m_home.path().toUtf8());
        QVERIFY(m_silent.listen(QHostAddress::LocalHost));
    }
    void init() { m_languages.choose(QStringLiteral("en")); }
    void cleanup() { QCOMPARE(Reaper::waitForAll(std::chrono::seconds(20)), 0); }

    void aSplitShowsTheSameAddressBesideAndClosesUpAgain()
    {
        WindowFixture fixture(m_languages, m_theme);
        TabArea &area = fixture.window->area();
        Panel *first = open(*fixture.window, "a");
        Tabs *const left = &area.current();
        trigger(*fixture.window, "split-right");
        QCOMPARE(area.groups().size(), 2);
        QCOMPARE(area.groups().front(), left);
        QVERIFY(area.currentPanel() != first);
        QCOMPARE(area.currentPanel()->address(), first->address());
        QTRY_VERIFY(left->width() > 100 && area.current().width() > 100);
        QVERIFY(left->geometry().right() < area.current().geometry().left());

        // Nested: below in the right half, then to the right of that again.
        trigger(*fixture.window, "split-below");
        trigger(*fixture.window, "split-right");
        QCOMPARE(area.groups().size(), 4);
        QCOMPARE(area.panels().size(), 4);
        while (area.groups().size() > 1) {
            trigger(*fixture.window, "close-tab");
            settle();
        }
        QCOMPARE(area.groups().front(), left);
        QCOMPARE(area.currentPanel(), first);
        QVERIFY(area.findChildren<QSplitter *>().isEmpty());
        QVERIFY(left->isVisible());
    }

    void theFocusMovesByDirection()
    {
        WindowFixture fixture(m_languages, m_theme);
        TabArea &area = fixture.window->area();
        open(*fixture.window, "a");
        Tabs *const topLeft = &area.current();
        QVERIFY(!fixture.window->commands().action(QLatin1String("focus-left"))->isEnabled());
        trigger(*fixture.window, "split-right");
        Tabs *const right = &area.current();
        area.focusTowards(Side::Left);
        QCOMPARE(&area.current(), topLeft);
        trigger(*fixture.window, "split-below");
        Tabs *const bottomLeft = &area.current();
        QCoreApplication::sendPostedEvents();
        trigger(*fixture.window, "focus-above");
        QCOMPARE(&area.current(), topLeft);
        trigger(*fixture.window, "focus-right");
        QCOMPARE(&area.current(), right);
        trigger(*fixture.window, "focus-right");
        QCOMPARE(&area.current(), right);
        area.focusTowards(Side::Left);
        area.focusTowards(Side::Below);
        QCOMPARE(&area.current(), bottomLeft);
    }

    void aClickIntoASplitMakesItTheCurrentOne()
    {
        WindowFixture fixture(m_languages, m_theme);
        TabArea &area = fixture.window->area();
        Panel *first = open(*fixture.window, "a");
        trigger(*fixture.window, "split-right");
        Panel *second = area.currentPanel();
        fixture.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
        second->setFocus();
        first->setFocus();
        QTRY_COMPARE(area.currentPanel(), first);
        QCOMPARE(fixture.window->windowTitle(), QString(first->title() + u" - Portolan"));
        QCOMPARE(open(*fixture.window, "b")->parentWidget()->parentWidget(),
                 static_cast<QWidget *>(area.groups().front()));
    }

    void aPageMovesBetweenSplitsAndWindowsAsItIs()
    {
        WindowFixture fixture(m_languages, m_theme);
        Panel *first = open(*fixture.window, "a");
        Panel *second = open(*fixture.window, "b");
        QTRY_COMPARE(second->state(), Panel::State::Connecting);
        TabArea &area = fixture.window->area();
        trigger(*fixture.window, "move-to-next-split");
        QCOMPARE(area.groups().size(), 2);
        QCOMPARE(area.currentPanel(), second);
        QCOMPARE(area.groups().front()->currentPanel(), first);

        trigger(*fixture.window, "move-to-new-window");
        settle();
        QCOMPARE(fixture.workspace->windows().size(), 2);
        QCOMPARE(area.groups().size(), 1);
        auto *other = qobject_cast<Ui::MainWindow *>(second->window());
        QVERIFY(other && other != fixture.window.get());
        QVERIFY(other->isVisible());
        QCOMPARE(other->tabs().count(), 1);
        QCOMPARE(second->state(), Panel::State::Connecting);
        QCOMPARE(other->windowTitle(), QString(second->title() + u" - Portolan"));

        // Back again: the window that has lost its last tab goes.
        TabArea::movePage(second, area.current());
        settle();
        QCOMPARE(fixture.workspace->windows().size(), 1);
        QCOMPARE(area.panels(), (QList<Panel *>{first, second}));
        QCOMPARE(second->window(), fixture.window.get());
        QCOMPARE(second->state(), Panel::State::Connecting);
    }

    void theLastTabOfASecondWindowEndsItAndThatOfTheLastLeavesAStartPage()
    {
        WindowFixture fixture(m_languages, m_theme);
        open(*fixture.window, "a");
        trigger(*fixture.window, "new-window");
        QCOMPARE(fixture.workspace->windows().size(), 2);
        Ui::MainWindow *second = fixture.workspace->windows().at(1) == fixture.window.get()
                                     ? fixture.workspace->windows().at(0)
                                     : fixture.workspace->windows().at(1);
        QVERIFY(second->isVisible());
        trigger(*second, "close-tab");
        settle();
        QCOMPARE(fixture.workspace->windows().size(), 1);
        trigger(*fixture.window, "close-tab");
        settle();
        QVERIFY(fixture.window->isVisible());
        QVERIFY(qobject_cast<Ui::StartPage *>(fixture.window->tabs().currentWidget()));
    }
};

QTEST_MAIN(SplitsTest)
#include "splits.moc"
