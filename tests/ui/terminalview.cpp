// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/terminalview.h"
#include "tests/ui/terminalfixture.h"
#include "ui/terminal/keymapping.h"
#include "ui/terminal/pastedialog.h"
#include "ui/terminal/pasteinspection.h"
#include "ui/terminal/questionbar.h"

#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QInputMethodEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <memory>
#include <thread>

using namespace Portolan::Terminal;
using Portolan::Test::press;
using Fixture = Portolan::Test::TerminalFixture;

class TerminalViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keysArriveAsTheTerminalEncodesThem_data();
    void keysArriveAsTheTerminalEncodesThem();
    void keypadDigitsAreTextInApplicationModeToo();
    void keysOfTheShellAreTakenBeforeShortcuts_data();
    void keysOfTheShellAreTakenBeforeShortcuts();
    void tabDoesNotLeaveTheView();
    void controlLettersWorkUnderAKoreanLayout();
    void nothingIsSentAfterTheSessionEnded();
    void committedHangulIsSentOnce();
    void enterDuringCompositionSendsTheSyllableFirst();
    void emptyPreeditSendsNothing();
    void focusLossSendsWhatIsComposed();
    void candidateWindowStandsAtTheCaret();
    void oneLineIsPastedAtOnce();
    void severalLinesAreShownFirst();
    void pasteAsOneLineSendsNoEnter();
    void pasteNeverSendsEscape();
    void bracketedPasteCannotBeLeft();
    void inspectionFindsWhatCannotBeSeen_data();
    void inspectionFindsWhatCannotBeSeen();
    void previewShowsControlCharacters();
    void peerMayNotSetTheClipboardUnasked();
    void peerIsNeverToldTheClipboard();
    void zoomChangesTheGrid();
    void resizeTellsTheTerminalAndTheHost();
    void titleAndBellAreReported();
    void focusIsReportedWhereAskedFor();
    void outputFromAnotherThreadIsDrawn();
    void viewMayGoBeforeItsTerminal();
    void schemeFollowsThePalette();
    void programsAreToldTheColours();
    void unfinishedSynchronizedUpdateIsDrawnAfterAll();
};

void TerminalViewTest::keysArriveAsTheTerminalEncodesThem_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("modifiers");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, int key, Qt::KeyboardModifiers modifiers,
                        const QString &text, const char *expected) {
        QTest::newRow(name) << key << int(modifiers) << text << QByteArray(expected);
    };
    const Qt::KeyboardModifiers none;
    row("letter", Qt::Key_A, none, QStringLiteral("a"), "a");
    row("capital", Qt::Key_A, Qt::ShiftModifier, QStringLiteral("A"), "A");
    row("Enter", Qt::Key_Return, none, QStringLiteral("\r"), "\r");
    row("keypad Enter", Qt::Key_Enter, Qt::KeypadModifier, QStringLiteral("\r"), "\r");
    row("keypad digit", Qt::Key_5, Qt::KeypadModifier, QStringLiteral("5"), "5");
    row("Tab", Qt::Key_Tab, none, QStringLiteral("\t"), "\t");
    row("Shift+Tab", Qt::Key_Backtab, Qt::ShiftModifier, QString(), "\x1b[Z");
    row("Escape", Qt::Key_Escape, none, QStringLiteral("\x1b"), "\x1b");
    row("Backspace", Qt::Key_Backspace, none, QStringLiteral("\b"), "\x7f");
    row("Up", Qt::Key_Up, none, QString(), "\x1b[A");
    row("Ctrl+Right", Qt::Key_Right, Qt::ControlModifier, QString(), "\x1b[1;5C");
    row("Home", Qt::Key_Home, none, QString(), "\x1b[H");
    row("PageUp", Qt::Key_PageUp, none, QString(), "\x1b[5~");
    row("F1", Qt::Key_F1, none, QString(), "\x1bOP");
    row("F10", Qt::Key_F10, none, QString(), "\x1b[21~");
    row("Ctrl+C", Qt::Key_C, Qt::ControlModifier, QStringLiteral("\x03"), "\x03");
    row("Ctrl+[", Qt::Key_BracketLeft, Qt::ControlModifier, QStringLiteral("\x1b"), "\x1b");
    row("Alt+b", Qt::Key_B, Qt::AltModifier, QStringLiteral("b"),
        "\x1b"
        "b");
    row("Alt+B", Qt::Key_B, Qt::AltModifier | Qt::ShiftModifier, QStringLiteral("B"),
        "\x1b"
        "B");
    row("AltGr makes text", Qt::Key_At, Qt::GroupSwitchModifier, QStringLiteral("@"), "@");
    row("Shift+Space", Qt::Key_Space, Qt::ShiftModifier, QStringLiteral(" "), " ");
    row("umlaut", Qt::Key_Udiaeresis, none, QStringLiteral("ü"), "ü");
    row("Shift alone", Qt::Key_Shift, Qt::ShiftModifier, QString(), "");
    row("Right Alt alone", Qt::Key_AltGr, none, QString(), "");
    row("Hangul key alone", Qt::Key_Hangul, none, QString(), "");
}

void TerminalViewTest::keysArriveAsTheTerminalEncodesThem()
{
    QFETCH(const int, key);
    QFETCH(const int, modifiers);
    QFETCH(const QString, text);
    QFETCH(const QByteArray, expected);
    Fixture fixture;
    QVERIFY(fixture.ready);
    press(&fixture.view, key, Qt::KeyboardModifiers(modifiers), text);
    QCOMPARE(fixture.taken(), expected);
}

void TerminalViewTest::keypadDigitsAreTextInApplicationModeToo()
{
    Fixture fixture;
    QVERIFY(fixture.ready);
    fixture.terminal->receive("\x1b[?1h\x1b=");
    press(&fixture.view, Qt::Key_5, Qt::KeypadModifier, QStringLiteral("5"));
    press(&fixture.view, Qt::Key_Plus, Qt::KeypadModifier, QStringLiteral("+"));
    press(&fixture.view, Qt::Key_Enter, Qt::KeypadModifier, QStringLiteral("\r"));
    press(&fixture.view, Qt::Key_Up, Qt::KeypadModifier, QString());
    QCOMPARE(fixture.taken(), QByteArray("5+\r\x1bOA"));
}

void TerminalViewTest::keysOfTheShellAreTakenBeforeShortcuts_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("modifiers");
    QTest::addColumn<bool>("terminals");
    QTest::newRow("Ctrl+W") << int(Qt::Key_W) << int(Qt::ControlModifier) << true;
    QTest::newRow("Ctrl+Q") << int(Qt::Key_Q) << int(Qt::ControlModifier) << true;
    QTest::newRow("Alt+F") << int(Qt::Key_F) << int(Qt::AltModifier) << true;
    QTest::newRow("F10") << int(Qt::Key_F10) << 0 << true;
    QTest::newRow("Escape") << int(Qt::Key_Escape) << 0 << true;
    QTest::newRow("Ctrl+Tab") << int(Qt::Key_Tab) << int(Qt::ControlModifier) << true;
    QTest::newRow("Ctrl+Shift+T") << int(Qt::Key_T) << int(Qt::ControlModifier | Qt::ShiftModifier)
                                  << false;
}

void TerminalViewTest::keysOfTheShellAreTakenBeforeShortcuts()
{
    QFETCH(const int, key);
    QFETCH(const int, modifiers);
    QFETCH(const bool, terminals);
    Fixture fixture;
    QKeyEvent event(QEvent::ShortcutOverride, key, Qt::KeyboardModifiers(modifiers));
    event.ignore();
    QCoreApplication::sendEvent(&fixture.view, &event);
    QCOMPARE(event.isAccepted(), terminals);
    QKeyEvent pressed(QEvent::KeyPress, key, Qt::KeyboardModifiers(modifiers));
    QCoreApplication::sendEvent(&fixture.view, &pressed);
    QCOMPARE(pressed.isAccepted(), terminals);
    QCOMPARE(!fixture.taken().isEmpty(), terminals);
}

void TerminalViewTest::tabDoesNotLeaveTheView()
{
    Fixture fixture;
    QVERIFY(fixture.ready);
    QPushButton other(&fixture.window);
    other.show();
    QTest::keyClick(&fixture.view, Qt::Key_Tab);
    QVERIFY(fixture.view.hasFocus());
    QCOMPARE(fixture.taken(), QByteArray("\t"));
}

void TerminalViewTest::controlLettersWorkUnderAKoreanLayout()
{
    Fixture fixture;
    // What a layout with Hangul letters reports for the key of C: X11 keycode 54.
    press(&fixture.view, 0x314A, Qt::ControlModifier, QStringLiteral("ㅊ"), 54);
    QCOMPARE(fixture.taken(), QByteArray("\x03"));
    press(&fixture.view, 0x0421, Qt::ControlModifier, QStringLiteral("с"), 54);
    QCOMPARE(fixture.taken(), QByteArray("\x03"));
    press(&fixture.view, 0x3160, Qt::AltModifier, QStringLiteral("ㅠ"), 56);
    QCOMPARE(fixture.taken(), QByteArray("\x1b"
                                         "b"));
    // Without a modifier it is text.
    press(&fixture.view, 0x314A, {}, QStringLiteral("ㅊ"), 54);
    QCOMPARE(fixture.taken(), QStringLiteral("ㅊ").toUtf8());
    // With Shift too it is the application's.
    press(&fixture.view, 0x314A, Qt::ControlModifier | Qt::ShiftModifier, QStringLiteral("ㅊ"), 54);
    QCOMPARE(fixture.taken(), QByteArray());
}

void TerminalViewTest::nothingIsSentAfterTheSessionEnded()
{
    Fixture fixture;
    fixture.view.setInputEnabled(false);
    press(&fixture.view, Qt::Key_A, {}, QStringLiteral("a"));
    fixture.compose({}, QStringLiteral("한"));
    fixture.view.pasteText(QStringLiteral("text"));
    QCOMPARE(fixture.taken(), QByteArray());
    fixture.view.setInputEnabled(true);
    press(&fixture.view, Qt::Key_A, {}, QStringLiteral("a"));
    QCOMPARE(fixture.taken(), QByteArray("a"));
}

void TerminalViewTest::committedHangulIsSentOnce()
{
    Fixture fixture;
    fixture.compose(QStringLiteral("ㅎ"));
    fixture.compose(QStringLiteral("하"));
    fixture.compose(QStringLiteral("한"));
    QCOMPARE(fixture.taken(), QByteArray());
    // The next syllable begins while the last one is committed.
    fixture.compose(QStringLiteral("ㄱ"), QStringLiteral("한"));
    QCOMPARE(fixture.taken(), QStringLiteral("한").toUtf8());
    fixture.compose(QStringLiteral("글"));
    fixture.compose({}, QStringLiteral("글"));
    QCOMPARE(fixture.taken(), QStringLiteral("글").toUtf8());
    press(&fixture.view, Qt::Key_Return, {}, QStringLiteral("\r"));
    QCOMPARE(fixture.taken(), QByteArray("\r"));
}

void TerminalViewTest::enterDuringCompositionSendsTheSyllableFirst()
{
    Fixture fixture;
    fixture.compose(QStringLiteral("글"));
    press(&fixture.view, Qt::Key_Return, {}, QStringLiteral("\r"));
    QCOMPARE(fixture.taken(), QStringLiteral("글\r").toUtf8());
    press(&fixture.view, Qt::Key_Return, {}, QStringLiteral("\r"));
    QCOMPARE(fixture.taken(), QByteArray("\r"));
    // A modifier alone ends nothing.
    fixture.compose(QStringLiteral("ㄱ"));
    press(&fixture.view, Qt::Key_Shift, Qt::ShiftModifier, {});
    QCOMPARE(fixture.taken(), QByteArray());
    fixture.compose({}, QStringLiteral("ㄲ"));
    QCOMPARE(fixture.taken(), QStringLiteral("ㄲ").toUtf8());
}

void TerminalViewTest::emptyPreeditSendsNothing()
{
    Fixture fixture;
    fixture.compose(QStringLiteral("하"));
    fixture.compose(QStringLiteral("ㅎ"));
    fixture.compose({});
    QCOMPARE(fixture.taken(), QByteArray());
    press(&fixture.view, Qt::Key_A, {}, QStringLiteral("a"));
    QCOMPARE(fixture.taken(), QByteArray("a"));
}

void TerminalViewTest::focusLossSendsWhatIsComposed()
{
    Fixture fixture;
    QVERIFY(fixture.ready);
    QPushButton other(&fixture.window);
    other.show();
    fixture.compose(QStringLiteral("한"));
    other.setFocus();
    QTRY_COMPARE(fixture.sent, QStringLiteral("한").toUtf8());
    fixture.view.setFocus();
    other.setFocus();
    QCoreApplication::processEvents();
    QCOMPARE(fixture.taken(), QStringLiteral("한").toUtf8());
    // An input method that commits by itself while the focus goes is not sent twice.
    fixture.view.setFocus();
    fixture.compose(QStringLiteral("글"));
    other.setFocus();
    fixture.compose({}, QStringLiteral("글"));
    QCoreApplication::processEvents();
    QCOMPARE(fixture.taken(), QStringLiteral("글").toUtf8());
}

void TerminalViewTest::candidateWindowStandsAtTheCaret()
{
    Fixture fixture;
    fixture.show("abc");
    const QRectF plain = fixture.view.inputMethodQuery(Qt::ImCursorRectangle).toRectF();
    QVERIFY(plain.contains(fixture.at(3, 0)));
    fixture.compose(QStringLiteral("한글"));
    const QRectF composing = fixture.view.inputMethodQuery(Qt::ImCursorRectangle).toRectF();
    QVERIFY(composing.contains(fixture.at(7, 0)));
}

void TerminalViewTest::oneLineIsPastedAtOnce()
{
    Fixture fixture;
    fixture.view.pasteText(QStringLiteral("echo 한글"));
    QCOMPARE(fixture.taken(), QStringLiteral("echo 한글").toUtf8());
    QVERIFY(fixture.view.findChild<PasteDialog *>() == nullptr);
}

void TerminalViewTest::severalLinesAreShownFirst()
{
    Fixture fixture;
    fixture.view.setPeerName(QStringLiteral("ops@bastion"));
    fixture.view.pasteText(QStringLiteral("one\ntwo\n"));
    QCOMPARE(fixture.taken(), QByteArray());
    auto *dialog = fixture.view.findChild<PasteDialog *>();
    QVERIFY(dialog != nullptr);
    QVERIFY(!dialog->isModal());
    QVERIFY(dialog->windowTitle().contains(QStringLiteral("ops@bastion")));
    QCOMPARE(dialog->findChild<QPlainTextEdit *>()->toPlainText(), QStringLiteral("one↵\ntwo↵"));
    dialog->findChild<QPushButton *>(QStringLiteral("cancel"))->click();
    QCOMPARE(fixture.taken(), QByteArray());
    QTRY_VERIFY(fixture.view.findChild<PasteDialog *>() == nullptr);
    fixture.view.pasteText(QStringLiteral("one\ntwo\n"));
    dialog = fixture.view.findChild<PasteDialog *>();
    dialog->findChild<QPushButton *>(QStringLiteral("paste"))->click();
    QCOMPARE(fixture.taken(), QByteArray("one\rtwo\r"));
}

void TerminalViewTest::pasteAsOneLineSendsNoEnter()
{
    Fixture fixture;
    fixture.view.pasteText(QStringLiteral("one\r\n   two\t\nthree\n"));
    auto *dialog = fixture.view.findChild<PasteDialog *>();
    dialog->findChild<QPushButton *>(QStringLiteral("pasteAsOneLine"))->click();
    QCOMPARE(fixture.taken(), QByteArray("one two three"));
}

void TerminalViewTest::pasteNeverSendsEscape()
{
    Fixture fixture;
    fixture.view.pasteText(QStringLiteral("a\x1b[31mb\x03\x7f"));
    auto *dialog = fixture.view.findChild<PasteDialog *>();
    QVERIFY(dialog != nullptr);
    QVERIFY(dialog->findChild<QPlainTextEdit *>()->toPlainText().contains(QChar(0x241B)));
    dialog->findChild<QPushButton *>(QStringLiteral("paste"))->click();
    const QByteArray sent = fixture.taken();
    QVERIFY(sent.contains('b'));
    for (const char forbidden : {'\x1b', '\x03', '\x7f'}) {
        QVERIFY(!sent.contains(forbidden));
    }
}

void TerminalViewTest::bracketedPasteCannotBeLeft()
{
    Fixture fixture;
    fixture.show("\x1b[?2004h");
    fixture.view.pasteText(QStringLiteral("x\x1b[201~rm -rf"));
    fixture.view.findChild<PasteDialog *>()
        ->findChild<QPushButton *>(QStringLiteral("paste"))
        ->click();
    const QByteArray sent = fixture.taken();
    QVERIFY(sent.startsWith("\x1b[200~"));
    QVERIFY(sent.endsWith("\x1b[201~"));
    QCOMPARE(sent.count('\x1b'), 2);
}

void TerminalViewTest::inspectionFindsWhatCannotBeSeen_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("kept");
    QTest::addColumn<int>("invisible");
    QTest::addColumn<bool>("asks");
    QTest::newRow("plain") << QStringLiteral("ls -la") << QStringLiteral("ls -la") << 0 << false;
    QTest::newRow("tab") << QStringLiteral("a\tb") << QStringLiteral("a\tb") << 0 << false;
    QTest::newRow("override") << QStringLiteral("rm \u202Egpj.x") << QStringLiteral("rm gpj.x") << 1
                              << true;
    QTest::newRow("zero width space")
        << QStringLiteral("su\u200Bdo") << QStringLiteral("sudo") << 1 << true;
    QTest::newRow("family emoji keeps its joiners")
        << QStringLiteral("👨\u200D👩\u200D👧") << QStringLiteral("👨\u200D👩\u200D👧") << 0 << false;
    QTest::newRow("joiner in Latin")
        << QStringLiteral("s\u200Du") << QStringLiteral("su") << 1 << true;
    QTest::newRow("carriage returns")
        << QStringLiteral("a\rb") << QStringLiteral("a\nb") << 0 << true;
}

void TerminalViewTest::inspectionFindsWhatCannotBeSeen()
{
    QFETCH(const QString, text);
    QFETCH(const QString, kept);
    QFETCH(const int, invisible);
    QFETCH(const bool, asks);
    const PasteInspection inspection = inspectPaste(text);
    QCOMPARE(inspection.text, kept);
    QCOMPARE(inspection.invisibleCharacters, invisible);
    QCOMPARE(inspection.needsConfirmation(), asks);
}

void TerminalViewTest::previewShowsControlCharacters()
{
    QCOMPARE(pastePreview(QStringLiteral("a\x1b"
                                         "b\x7f\nrest"),
                          1, 80),
             QStringLiteral("a␛b␡↵"));
    QCOMPARE(pastePreview(QString(50, QLatin1Char('x')), 5, 10),
             QString(10, QLatin1Char('x')) + QChar(0x2026));
}

void TerminalViewTest::peerMayNotSetTheClipboardUnasked()
{
    Fixture fixture;
    QGuiApplication::clipboard()->setText(QStringLiteral("mine"));
    auto *bar = fixture.view.findChild<QuestionBar *>();
    fixture.show("\x1b]52;c;aGVsbG8=\x07");
    QTRY_VERIFY(bar->isVisible());
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("mine"));
    QVERIFY(bar->findChild<QLabel *>()->text().contains(QStringLiteral("hello")));
    bar->findChild<QPushButton *>(QStringLiteral("dismiss"))->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("mine"));
    fixture.show("\x1b]52;c;aGVsbG8=\x07");
    QTRY_VERIFY(bar->isVisible());
    // Typing goes on into the terminal meanwhile.
    press(&fixture.view, Qt::Key_Return, {}, QStringLiteral("\r"));
    QCOMPARE(fixture.taken(), QByteArray("\r"));
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("mine"));
    bar->findChild<QPushButton *>(QStringLiteral("accept"))->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("hello"));
    QVERIFY(!bar->isVisible());
}

void TerminalViewTest::peerIsNeverToldTheClipboard()
{
    Fixture fixture;
    QByteArray replies;
    fixture.terminal->setWriter([&replies](std::string_view bytes) {
        replies.append(bytes.data(), qsizetype(bytes.size()));
    });
    QGuiApplication::clipboard()->setText(QStringLiteral("c2VjcmV0"));
    fixture.show("\x1b]52;c;?\x07\x1b[5n");
    QCOMPARE(replies, QByteArray("\x1b[0n"));
    QCOMPARE(fixture.taken(), QByteArray());
    fixture.terminal->setWriter({});
}

void TerminalViewTest::zoomChangesTheGrid()
{
    Fixture fixture;
    const Size before = fixture.view.gridSize();
    fixture.view.zoomIn();
    fixture.view.zoomIn();
    fixture.wheel(120, Qt::ControlModifier);
    QCOMPARE(fixture.view.zoom(), 3);
    QTRY_VERIFY(fixture.view.gridSize().columns < before.columns);
    QTRY_COMPARE(fixture.terminal->size().columns, fixture.view.gridSize().columns);
    fixture.view.resetZoom();
    QTRY_VERIFY(fixture.view.gridSize() == before);
    QCOMPARE(fixture.taken(), QByteArray());
}

void TerminalViewTest::resizeTellsTheTerminalAndTheHost()
{
    Fixture fixture;
    QSignalSpy sizes(&fixture.view, &TerminalView::sizeChanged);
    const Size before = fixture.view.gridSize();
    QVERIFY(before == fixture.terminal->size());
    fixture.view.resize(fixture.view.size() + QSize(200, 100));
    QTRY_VERIFY(fixture.view.gridSize().columns > before.columns);
    QVERIFY(fixture.view.gridSize() == fixture.terminal->size());
    QTRY_COMPARE(sizes.last().at(0).toInt(), fixture.view.gridSize().columns);
    auto *label = fixture.view.findChild<QLabel *>(QStringLiteral("gridSize"));
    // A notice or a window that just came up: nobody chooses a size. A window that is drawn does.
    QVERIFY(!label->isVisible());
    QElapsedTimer since;
    since.start();
    QTRY_VERIFY(since.elapsed() > 500);
    fixture.window.resize(fixture.window.size() + QSize(50, 30));
    fixture.view.resize(fixture.view.size() + QSize(50, 30));
    QTRY_VERIFY(label->isVisible());
    QTRY_VERIFY(!label->isVisible());
}

void TerminalViewTest::titleAndBellAreReported()
{
    Fixture fixture;
    QSignalSpy titles(&fixture.view, &TerminalView::titleChanged);
    QSignalSpy bells(&fixture.view, &TerminalView::bell);
    fixture.terminal->receive("\x1b]2;제목\x07\x07\x07");
    QTRY_COMPARE(titles.size(), 1);
    QCOMPARE(titles.first().first().toString(), QStringLiteral("제목"));
    QTRY_COMPARE(bells.size(), 1);
    // A tab behind others still hears the bell.
    fixture.view.hide();
    fixture.terminal->receive("\x07");
    QTRY_COMPARE(bells.size(), 2);
}

void TerminalViewTest::focusIsReportedWhereAskedFor()
{
    Fixture fixture;
    QVERIFY(fixture.ready);
    QPushButton other(&fixture.window);
    other.show();
    other.setFocus();
    fixture.view.setFocus();
    QCOMPARE(fixture.taken(), QByteArray());
    fixture.show("\x1b[?1004h");
    fixture.taken();
    other.setFocus();
    QCOMPARE(fixture.taken(), QByteArray("\x1b[O"));
    fixture.view.setFocus();
    QCOMPARE(fixture.taken(), QByteArray("\x1b[I"));
}

void TerminalViewTest::outputFromAnotherThreadIsDrawn()
{
    Fixture fixture;
    const QPoint middle = fixture.at(1, 0);
    const auto color = [&] { return fixture.view.grab().toImage().pixel(middle); };
    const QRgb before = color();
    std::thread feeder([&] { fixture.terminal->receive("\x1b[48;2;1;200;3m    \x1b[0m"); });
    feeder.join();
    QTRY_COMPARE(color(), qRgb(1, 200, 3));
    QVERIFY(before != qRgb(1, 200, 3));
}

void TerminalViewTest::viewMayGoBeforeItsTerminal()
{
    auto terminal = std::make_shared<Terminal>(Size{80, 24});
    std::atomic<bool> stop = false;
    std::thread feeder([&] {
        while (!stop) {
            terminal->receive("flood of text\r\n");
        }
    });
    for (int i = 0; i < 20; ++i) {
        TerminalView view;
        view.setTerminal(terminal);
        view.show();
        QCoreApplication::processEvents();
    }
    stop = true;
    feeder.join();
    terminal->receive("after");
    QVERIFY(terminal.use_count() == 1);
}

void TerminalViewTest::schemeFollowsThePalette()
{
    Fixture fixture;
    fixture.view.followPalette();
    const QPalette before = QApplication::palette();
    QPalette palette = before;
    palette.setColor(QPalette::Window, Qt::white);
    QApplication::setPalette(palette);
    QTRY_VERIFY(!fixture.view.colorScheme().dark);
    palette.setColor(QPalette::Window, Qt::black);
    QApplication::setPalette(palette);
    QTRY_VERIFY(fixture.view.colorScheme().dark);
    QApplication::setPalette(before);
}

void TerminalViewTest::programsAreToldTheColours()
{
    Fixture fixture;
    std::string replies;
    fixture.terminal->setWriter([&](std::string_view bytes) { replies += bytes; });
    ColorScheme scheme = ColorScheme::darkScheme();
    scheme.background = qRgb(0x12, 0x34, 0x56);
    fixture.view.setColorScheme(scheme);
    fixture.terminal->receive("\x1b]11;?\x1b\\");
    QCOMPARE(replies, std::string("\x1b]11;rgb:1212/3434/5656\x1b\\"));
}

void TerminalViewTest::unfinishedSynchronizedUpdateIsDrawnAfterAll()
{
    Fixture fixture;
    const QPoint middle = fixture.at(1, 0);
    std::chrono::steady_clock::time_point now;
    int asked = 0;
    fixture.terminal->setClock([&] {
        ++asked;
        return now;
    });
    fixture.terminal->receive("\x1b[?2026h\x1b[48;2;1;200;3m    \x1b[0m");
    // The rest of the update never comes, nor any other damage: the view looks again by itself.
    QTRY_VERIFY(asked > 6);
    QVERIFY(fixture.view.grab().toImage().pixel(middle) != qRgb(1, 200, 3));
    now += std::chrono::seconds(1);
    QTRY_COMPARE(fixture.view.grab().toImage().pixel(middle), qRgb(1, 200, 3));
}

QTEST_MAIN(TerminalViewTest)
#include "terminalview.moc"
