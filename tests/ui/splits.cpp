// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/reaper.h"
#include "tests/ui/windowfixture.h"
#include "ui/shell/startpage.h"
#include "ui/shell/windowcommands.h"

#include <QMouseEvent>
#include <QPointer>
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

    static void send(QWidget *widget, QEvent::Type type, QPoint global)
    {
        const bool isMove = type == QEvent::MouseMove;
        QMouseEvent event(type, QPointF(widget->mapFromGlobal(global)), QPointF(global),
                          isMove ? Qt::NoButton : Qt::LeftButton,
                          type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton, {});
        QCoreApplication::sendEvent(widget, &event);
    }
    // Takes the tab of a page to a place on the screen; null: lets the mark be looked at.
    static void drag(QWidget *page, QPoint to, bool drop = true)
    {
        QPointer<QTabBar> bar = Tabs::of(page)->tabBar();
        const QPoint from = bar->mapToGlobal(bar->tabRect(Tabs::of(page)->indexOf(page)).center());
        send(bar, QEvent::MouseButtonPress, from);
        send(bar, QEvent::MouseMove, from + QPoint(0, 80));
        send(bar, QEvent::MouseMove, to);
        if (drop)
            send(bar, QEvent::MouseButtonRelease, to);
    }
    static QPoint in(const QWidget &widget, double x, double y)
    {
        return widget.mapToGlobal(QPoint(int(widget.width() * x), int(widget.height() * y)));
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
        QCOMPARE(left->parentWidget(), static_cast<QWidget *>(&area));
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
        QApplication::setActiveWindow(fixture.window.get());
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

    void aTabThatIsDraggedGoesWhereTheMarkIs()
    {
        WindowFixture fixture(m_languages, m_theme);
        fixture.window->resize(700, 600); // the screen of this platform has 800 by 800
        Panel *first = open(*fixture.window, "a");
        Panel *second = open(*fixture.window, "b");
        Panel *third = open(*fixture.window, "c");
        TabArea &area = fixture.window->area();
        QVERIFY(QTest::qWaitForWindowExposed(fixture.window.get()));
        QCoreApplication::processEvents();
        const auto mark = [&] { return area.findChild<QWidget *>(QStringLiteral("dropMark")); };

        // To the right edge: beside.
        drag(third, in(*third, 0.95, 0.5), false);
        QVERIFY(mark() && mark()->isVisible());
        QVERIFY(mark()->width() < area.width() * 2 / 3);
        send(Tabs::of(third)->tabBar(), QEvent::MouseButtonRelease, in(*third, 0.95, 0.5));
        QVERIFY(!mark());
        QCOMPARE(area.groups().size(), 2);
        QCOMPARE(Tabs::of(third), area.groups().back());
        QCoreApplication::processEvents();

        // Below that one, then into the middle of the first.
        drag(second, in(*third, 0.5, 0.95));
        QCOMPARE(area.groups().size(), 3);
        QCoreApplication::processEvents();
        drag(second, in(*first, 0.5, 0.5));
        settle();
        QCOMPARE(area.groups().size(), 2);
        QCOMPARE(Tabs::of(second), Tabs::of(first));
        QCoreApplication::processEvents();

        // Escape takes it back.
        drag(second, in(*third, 0.5, 0.5), false);
        QTest::keyClick(fixture.window.get(), Qt::Key_Escape);
        QVERIFY(!mark());
        send(Tabs::of(second)->tabBar(), QEvent::MouseButtonRelease, in(*third, 0.5, 0.5));
        QCOMPARE(Tabs::of(second), Tabs::of(first));

        // Out of the window: one of its own; and into the first one's bar, before its first tab.
        drag(second, QPoint(fixture.window->frameGeometry().right() + 60, 90));
        QCOMPARE(fixture.workspace->windows().size(), 2);
        QVERIFY(second->window() != fixture.window.get());
        QCoreApplication::processEvents();
        second->window()->move(fixture.window->frameGeometry().right() + 100, 0);
        const QTabBar *bar = Tabs::of(first)->tabBar();
        drag(second, bar->mapToGlobal(bar->tabRect(0).topLeft() + QPoint(4, 8)));
        settle();
        QCOMPARE(fixture.workspace->windows().size(), 1);
        QCOMPARE(Tabs::of(first)->indexOf(second), 0);
        for (const Panel *panel : {first, second, third})
            QCOMPARE(panel->state(), Panel::State::Connecting);
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
