// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/terminalfixture.h"
#include "ui/terminal/questionbar.h"
#include "ui/terminal/terminalview.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QLabel>
#include <QPushButton>
#include <QScopeGuard>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QUrl>
#include <string>

using namespace Portolan::Terminal;
using Portolan::Test::press;
using Fixture = Portolan::Test::TerminalFixture;

class UrlRecorder : public QObject
{
    Q_OBJECT
public:
    QList<QUrl> urls;
public Q_SLOTS:
    void open(const QUrl &url) { urls.append(url); }
};

class TerminalViewMouseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void draggingSelectsText();
    void doubleClickSelectsAWordAndTripleClickALine();
    void tripleClickTakesAWrappedLineBeyondTheView();
    void altDragSelectsABlock();
    void selectionStaysOnItsTextWhileOutputScrolls();
    void selectionGoesWithItsScreen();
    void selectAllTakesTheScrollbackToo();
    void mouseIsReportedAndShiftSelects();
    void wheelScrollsBackAndOutputKeepsThePlace();
    void smallWheelStepsAddUp();
    void wheelSendsArrowsOnTheAlternateScreen();
    void typingReturnsToTheEnd();
    void jumpButtonReturnsToTheEnd();
    void linkOpensOnlyWhenAskedAndAllowed_data();
    void linkOpensOnlyWhenAskedAndAllowed();
};

void TerminalViewMouseTest::draggingSelectsText()
{
    Fixture fixture;
    fixture.show("hello world\r\n한글 text");
    QSignalSpy changed(&fixture.view, &TerminalView::selectionChanged);
    fixture.drag(fixture.before(6, 0), fixture.before(4, 1));
    QCOMPARE(fixture.view.selectedText(), QStringLiteral("world\n한글"));
    QCOMPARE(changed.size(), 1);
    fixture.view.copySelection();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("world\n한글"));
    // A click alone takes it away.
    QTest::mouseClick(fixture.view.viewport(), Qt::LeftButton, {}, fixture.at(1, 0));
    QVERIFY(!fixture.view.hasSelection());
}

void TerminalViewMouseTest::doubleClickSelectsAWordAndTripleClickALine()
{
    Fixture fixture;
    fixture.show("one two three\r\nnext");
    QTest::mouseDClick(fixture.view.viewport(), Qt::LeftButton, {}, fixture.at(5, 0));
    QCOMPARE(fixture.view.selectedText(), QStringLiteral("two"));
    QTest::mousePress(fixture.view.viewport(), Qt::LeftButton, {}, fixture.at(5, 0));
    QTest::mouseRelease(fixture.view.viewport(), Qt::LeftButton, {}, fixture.at(5, 0));
    QCOMPARE(fixture.view.selectedText().trimmed(), QStringLiteral("one two three"));
}

void TerminalViewMouseTest::tripleClickTakesAWrappedLineBeyondTheView()
{
    Fixture fixture;
    const int columns = fixture.view.gridSize().columns;
    const int rows = fixture.view.gridSize().rows;
    std::string line = "begin ";
    while (int(line.size()) < columns * (2 * rows + 3)) {
        line += "word ";
    }
    line += "end";
    fixture.show("before\r\n" + line + "\r\nafter");
    QTest::mouseDClick(fixture.view.viewport(), Qt::LeftButton, {}, fixture.at(2, 1));
    QTest::mousePress(fixture.view.viewport(), Qt::LeftButton, {}, fixture.at(2, 1));
    QTest::mouseRelease(fixture.view.viewport(), Qt::LeftButton, {}, fixture.at(2, 1));
    QCOMPARE(fixture.view.selectedText().trimmed(), QString::fromStdString(line));
}

void TerminalViewMouseTest::altDragSelectsABlock()
{
    Fixture fixture;
    fixture.show("abcdef\r\nghijkl\r\nmnopqr");
    fixture.drag(fixture.before(1, 0), fixture.before(3, 2), Qt::AltModifier);
    QCOMPARE(fixture.view.selectedText().split(QLatin1Char('\n')),
             (QStringList{QStringLiteral("bc"), QStringLiteral("hi"), QStringLiteral("no")}));
}

void TerminalViewMouseTest::selectionStaysOnItsTextWhileOutputScrolls()
{
    Fixture fixture;
    fixture.show("first line\r\nsecond\r\n");
    fixture.drag(fixture.before(0, 0), fixture.before(5, 0));
    QCOMPARE(fixture.view.selectedText(), QStringLiteral("first"));
    for (int i = 0; i < 200; ++i) {
        fixture.terminal->receive("more\r\n");
    }
    fixture.settle();
    QCOMPARE(fixture.view.selectedText(), QStringLiteral("first"));
}

void TerminalViewMouseTest::selectionGoesWithItsScreen()
{
    Fixture fixture;
    fixture.show("first line\r\n");
    fixture.drag(fixture.before(0, 0), fixture.before(5, 0));
    QVERIFY(fixture.view.hasSelection());
    fixture.show("\x1b[?1049h");
    QVERIFY(!fixture.view.hasSelection());
}

void TerminalViewMouseTest::selectAllTakesTheScrollbackToo()
{
    Fixture fixture;
    for (int i = 0; i < 50; ++i) {
        fixture.terminal->receive("line " + std::to_string(i) + "\r\n");
    }
    fixture.settle();
    fixture.view.selectAll();
    const QString text = fixture.view.selectedText();
    QVERIFY(text.startsWith(QStringLiteral("line 0\nline 1\n")));
    QVERIFY(text.contains(QStringLiteral("line 49")));
}

void TerminalViewMouseTest::mouseIsReportedAndShiftSelects()
{
    Fixture fixture;
    fixture.show("\x1b[?1000h\x1b[?1006hhello world");
    QTest::mousePress(fixture.view.viewport(), Qt::LeftButton, {}, fixture.at(3, 0));
    QCOMPARE(fixture.taken(), QByteArray("\x1b[<0;4;1M"));
    QTest::mouseRelease(fixture.view.viewport(), Qt::LeftButton, {}, fixture.at(3, 0));
    QCOMPARE(fixture.taken(), QByteArray("\x1b[<0;4;1m"));
    fixture.wheel(120);
    QVERIFY(fixture.taken().startsWith("\x1b[<64;"));
    QVERIFY(!fixture.view.hasSelection());
    fixture.drag(fixture.before(0, 0), fixture.before(5, 0), Qt::ShiftModifier);
    QCOMPARE(fixture.taken(), QByteArray());
    QCOMPARE(fixture.view.selectedText(), QStringLiteral("hello"));
}

void TerminalViewMouseTest::wheelScrollsBackAndOutputKeepsThePlace()
{
    Fixture fixture;
    for (int i = 0; i < 100; ++i) {
        fixture.terminal->receive("line " + std::to_string(i) + "\r\n");
    }
    fixture.settle();
    QScrollBar *bar = fixture.view.verticalScrollBar();
    const int end = bar->maximum();
    QCOMPARE(bar->value(), end);
    fixture.wheel(240);
    const int place = bar->value();
    QCOMPARE(place, end - 2 * QApplication::wheelScrollLines());
    fixture.terminal->receive("more\r\nand more\r\n");
    QTRY_COMPARE(bar->maximum(), end + 2);
    QCOMPARE(bar->value(), place);
    fixture.wheel(-1200);
    QCOMPARE(bar->value(), bar->maximum());
}

void TerminalViewMouseTest::smallWheelStepsAddUp()
{
    Fixture fixture;
    for (int i = 0; i < 100; ++i) {
        fixture.terminal->receive("line\r\n");
    }
    fixture.settle();
    QScrollBar *bar = fixture.view.verticalScrollBar();
    const int end = bar->value();
    for (int i = 0; i < 12; ++i) {
        fixture.wheel(10);
    }
    QCOMPARE(bar->value(), end - QApplication::wheelScrollLines());
}

void TerminalViewMouseTest::wheelSendsArrowsOnTheAlternateScreen()
{
    Fixture fixture;
    fixture.show("\x1b[?1049h");
    fixture.wheel(120);
    const QByteArray up = fixture.taken();
    QVERIFY(up.startsWith("\x1b[A") || up.startsWith("\x1bOA"));
    fixture.wheel(-120);
    const QByteArray down = fixture.taken();
    QVERIFY(down.startsWith("\x1b[B") || down.startsWith("\x1bOB"));
}

void TerminalViewMouseTest::typingReturnsToTheEnd()
{
    Fixture fixture;
    for (int i = 0; i < 100; ++i) {
        fixture.terminal->receive("line\r\n");
    }
    fixture.settle();
    press(&fixture.view, Qt::Key_PageUp, Qt::ShiftModifier, {});
    QScrollBar *bar = fixture.view.verticalScrollBar();
    QVERIFY(bar->value() < bar->maximum());
    QCOMPARE(fixture.taken(), QByteArray());
    press(&fixture.view, Qt::Key_A, {}, QStringLiteral("a"));
    QCOMPARE(bar->value(), bar->maximum());
}

void TerminalViewMouseTest::jumpButtonReturnsToTheEnd()
{
    Fixture fixture;
    for (int i = 0; i < 100; ++i) {
        fixture.terminal->receive("line\r\n");
    }
    fixture.settle();
    auto *jump = fixture.view.findChild<QToolButton *>(QStringLiteral("jumpToEnd"));
    QVERIFY(!jump->isVisible());
    fixture.wheel(360);
    QVERIFY(jump->isVisible());
    const QString before = jump->text();
    fixture.terminal->receive("news\r\n");
    QTRY_VERIFY(jump->text() != before);
    QTest::mouseClick(jump, Qt::LeftButton);
    QVERIFY(!jump->isVisible());
    QCOMPARE(fixture.view.verticalScrollBar()->value(),
             fixture.view.verticalScrollBar()->maximum());
}

void TerminalViewMouseTest::linkOpensOnlyWhenAskedAndAllowed_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<bool>("opens");
    QTest::newRow("https") << QStringLiteral("https://example.org/a") << true;
    QTest::newRow("ssh") << QStringLiteral("ssh://ops@bastion") << true;
    QTest::newRow("file") << QStringLiteral("file:///bin/sh") << false;
    QTest::newRow("script") << QStringLiteral("javascript:alert(1)") << false;
}

void TerminalViewMouseTest::linkOpensOnlyWhenAskedAndAllowed()
{
    QFETCH(const QString, target);
    QFETCH(const bool, opens);
    Fixture fixture;
    UrlRecorder recorder;
    const auto forget = qScopeGuard([] {
        for (const char *scheme : {"https", "ssh", "file", "javascript"}) {
            QDesktopServices::unsetUrlHandler(QString::fromLatin1(scheme));
        }
    });
    for (const char *scheme : {"https", "ssh", "file", "javascript"}) {
        QDesktopServices::setUrlHandler(QString::fromLatin1(scheme), &recorder, "open");
    }
    fixture.show("\x1b]8;;" + target.toStdString() + "\x1b\\link\x1b]8;;\x1b\\");
    QTest::mouseMove(fixture.view.viewport(), fixture.at(1, 5));
    QTest::mouseMove(fixture.view.viewport(), fixture.at(1, 0));
    QTRY_VERIFY(fixture.view.viewport()->toolTip().contains(target.left(5)));
    QTest::mouseClick(fixture.view.viewport(), Qt::LeftButton, Qt::ControlModifier,
                      fixture.at(1, 0));
    auto *bar = fixture.view.findChild<QuestionBar *>();
    QVERIFY(bar->isVisible());
    QVERIFY(bar->findChild<QLabel *>()->text().contains(target));
    QVERIFY(recorder.urls.isEmpty());
    bar->findChild<QPushButton *>(QStringLiteral("accept"))->click();
    QCOMPARE(recorder.urls, opens ? QList<QUrl>{QUrl(target)} : QList<QUrl>{});
}

QTEST_MAIN(TerminalViewMouseTest)
#include "terminalviewmouse.moc"
