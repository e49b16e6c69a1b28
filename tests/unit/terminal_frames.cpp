// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/terminalcheck.h"

#include <QTest>

using namespace Portolan::Terminal;
using namespace std::chrono_literals;

namespace {

std::vector<int> dirtyRows(Frame &frame)
{
    std::vector<int> rows;
    for (std::size_t i = 0; i < frame.dirty.size(); ++i) {
        if (frame.dirty[i])
            rows.push_back(int(i));
        frame.dirty[i] = false;
    }
    return rows;
}

std::string numberedLines(int first, int last)
{
    std::string text;
    for (int i = first; i <= last; ++i)
        text += "line " + std::to_string(i) + "\r\n";
    return text;
}

} // namespace

class TerminalFramesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyRowsThatChangedAreDirty()
    {
        Terminal terminal({20, 4});
        Frame frame;
        QVERIFY(terminal.update(frame));
        QCOMPARE(dirtyRows(frame), (std::vector<int>{0, 1, 2, 3}));
        QVERIFY(!terminal.update(frame));
        QCOMPARE(dirtyRows(frame), std::vector<int>{});
        terminal.receive("\x1b[3;1Hx");
        QVERIFY(terminal.update(frame));
        QCOMPARE(dirtyRows(frame), std::vector<int>{2});
        terminal.receive("\x1b[2;3H"); // the cursor is not a row's content
        QVERIFY(terminal.update(frame));
        QCOMPARE(dirtyRows(frame), std::vector<int>{});
        terminal.receive("\x1b[4;1H\n");
        QVERIFY(terminal.update(frame));
        QCOMPARE(dirtyRows(frame), (std::vector<int>{0, 1, 2, 3}));
    }

    void twoFramesOfOneTerminalDoNotDisturbEachOther()
    {
        Terminal terminal({20, 4});
        Frame first;
        Frame second;
        terminal.receive("one\r\n");
        terminal.update(first);
        terminal.receive("two\r\n");
        terminal.update(second);
        terminal.receive("\x1b[1;1HONE\x1b[3;1H");
        terminal.update(first);
        terminal.receive("three");
        terminal.update(second);
        terminal.update(first);
        QCOMPARE(TerminalCheck::difference(first, second), std::string());
        QCOMPARE(TerminalCheck::screenText(first), std::string("ONE\ntwo\nthree"));
    }

    void damageIsToldOnceUntilTheNextFrame()
    {
        Terminal terminal({20, 4});
        int told = 0;
        terminal.setDamage([&] { ++told; });
        terminal.receive("a");
        terminal.receive("b");
        terminal.resize({30, 4});
        QCOMPARE(told, 1);
        Frame frame;
        terminal.update(frame);
        terminal.receive("c");
        QCOMPARE(told, 2);
        terminal.setDamage({});
        terminal.update(frame);
        terminal.receive("d");
        QCOMPARE(told, 2);
    }

    void theDamageFunctionMayTakeAFrameAtOnce()
    {
        Terminal terminal({20, 4});
        Frame frame;
        terminal.setDamage([&] { terminal.update(frame); });
        terminal.receive("now");
        QCOMPARE(TerminalCheck::rowText(frame, 0), std::string("now"));
    }

    void aSynchronizedUpdateHoldsTheRowsForAWhile()
    {
        std::chrono::steady_clock::time_point now;
        Terminal terminal({20, 4});
        terminal.setClock([&] { return now; });
        Frame frame;
        terminal.receive("old");
        terminal.update(frame);
        terminal.receive("\x1b[?2026h\rnew");
        QVERIFY(!terminal.update(frame));
        QCOMPARE(TerminalCheck::rowText(frame, 0), std::string("old"));
        QCOMPARE(frame.hold, std::chrono::milliseconds(150));
        now += 100ms;
        QVERIFY(!terminal.update(frame));
        QCOMPARE(frame.hold, std::chrono::milliseconds(50));
        terminal.receive("!\x1b[?2026l");
        QVERIFY(terminal.update(frame));
        QCOMPARE(TerminalCheck::rowText(frame, 0), std::string("new!"));
        QCOMPARE(frame.hold, std::chrono::milliseconds(0));

        terminal.receive("\x1b[?2026h\rend");
        QVERIFY(!terminal.update(frame));
        now += 150ms; // a program that died inside an update does not freeze the view
        QVERIFY(terminal.update(frame));
        QCOMPARE(TerminalCheck::rowText(frame, 0), std::string("end!"));
    }

    void eachSynchronizedUpdateHasItsOwnTime()
    {
        std::chrono::steady_clock::time_point now;
        Terminal terminal({20, 4});
        terminal.setClock([&] { return now; });
        Frame frame;
        terminal.update(frame);
        terminal.receive("\x1b[?2026h1");
        now += 100ms;
        terminal.receive("\x1b[?2026l\x1b[?2026h2"); // the next one began in the same bytes
        now += 100ms;
        QVERIFY(!terminal.update(frame));
        terminal.receive("\x1b[?2026h"); // saying it again prolongs nothing
        now += 50ms;
        QVERIFY(terminal.update(frame));
        QCOMPARE(TerminalCheck::rowText(frame, 0), std::string("12"));
    }

    void damageIsToldAgainWhenASynchronizedUpdateEnds()
    {
        Terminal terminal({20, 4});
        int told = 0;
        terminal.setDamage([&] { ++told; });
        Frame frame;
        terminal.update(frame);
        terminal.receive("\x1b[?2026h1");
        terminal.update(frame);
        terminal.receive("\x1b[?2026l");
        QCOMPARE(told, 2);
    }

    void aFrameFollowsTheLineThatItShows()
    {
        Terminal terminal({20, 4});
        terminal.receive(numberedLines(1, 20));
        Frame frame;
        terminal.update(frame, 5);
        QCOMPARE(frame.topLine, 5);
        QCOMPARE(TerminalCheck::rowText(frame, 0), std::string("line 6"));
        dirtyRows(frame);
        terminal.receive(numberedLines(21, 30)); // nothing of this is in view
        terminal.update(frame, 5);
        QCOMPARE(TerminalCheck::rowText(frame, 0), std::string("line 6"));
        QCOMPARE(dirtyRows(frame), std::vector<int>{});
        terminal.update(frame, 1'000);
        QCOMPARE(frame.topLine, frame.screenLine);
        terminal.update(frame, -7);
        QCOMPARE(frame.topLine, 0);
        terminal.update(frame, 25); // half history, half screen
        QCOMPARE(TerminalCheck::screenText(frame),
                 std::string("line 26\nline 27\nline 28\nline 29"));
    }

    void textIsJoinedAcrossWrappedLines()
    {
        Terminal terminal({10, 3});
        terminal.receive("first\r\n0123456789abcdef  \r\n한글 입력기 가나\r\n\x1b[2Cend\r\n\n\n\n");
        QCOMPARE(QString::fromStdString(terminal.text({0, 0}, {1, 0})), QStringLiteral("first\n"));
        QCOMPARE(QString::fromStdString(terminal.text({1, 2}, {2, 4})),
                 QStringLiteral("23456789abcd"));
        QCOMPARE(QString::fromStdString(terminal.text({0, 0}, {100, 0})),
                 QStringLiteral("first\n0123456789abcdef\n한글 입력기 가나\n  end\n\n\n\n"));
        QCOMPARE(QString::fromStdString(terminal.text({2, 4}, {1, 2})),
                 QStringLiteral("23456789abcd"));
        // Half a wide character is all of it.
        QCOMPARE(QString::fromStdString(terminal.text({3, 1}, {3, 3})), QStringLiteral("한글"));
        QCOMPARE(QString::fromStdString(terminal.text({0, 1}, {2, 4}, SelectionShape::Block)),
                 QStringLiteral("irs\n123\nbcd"));
    }

    void aLongTextIsWholeWhereItIsReadInParts()
    {
        Terminal terminal({30, 5});
        std::string expected;
        for (int i = 0; i < 9000; ++i) {
            // Some lines wrap, so that parts begin inside a line too.
            const std::string line = std::to_string(i) + std::string(std::size_t(i % 50), 'x');
            terminal.receive(line + "\r\n");
            expected += line + "\n";
        }
        QVERIFY(terminal.text({-5, 3}, {1'000'000'000, 0}) == expected);
        const std::string column = terminal.text({0, 0}, {1'000'000, 1}, SelectionShape::Block);
        Frame frame;
        terminal.update(frame);
        QCOMPARE(std::count(column.begin(), column.end(), '\n'), frame.screenLine + 4);
        QCOMPARE(column.substr(0, 8), std::string("0\n1\n2\n3\n"));
    }

    void aWordIsWhatIsOfOneKind_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("word");
        QTest::newRow("letters") << QByteArray("two words here") << 5 << QStringLiteral("words");
        QTest::newRow("path") << QByteArray("see /etc/ssh/sshd_config, then") << 10
                              << QStringLiteral("/etc/ssh/sshd_config,");
        QTest::newRow("end of a sentence")
            << QByteArray("an error: no route.") << 4 << QStringLiteral("error");
        QTest::newRow("address") << QByteArray("from 192.0.2.7:22 port") << 9
                                 << QStringLiteral("192.0.2.7:22");
        QTest::newRow("Hangul") << QByteArray("이름은 홍길동 입니다") << 9
                                << QStringLiteral("홍길동");
        QTest::newRow("brackets") << QByteArray("call(a)") << 4 << QStringLiteral("(");
        QTest::newRow("blanks") << QByteArray("a   b") << 2 << QStringLiteral("   ");
    }
    void aWordIsWhatIsOfOneKind()
    {
        QFETCH(QByteArray, line);
        QFETCH(int, column);
        QFETCH(QString, word);
        Terminal terminal({40, 2});
        terminal.receive(line.toStdString());
        const auto [first, last] = terminal.wordAt({0, column});
        QString text;
        Frame frame;
        terminal.update(frame);
        for (int x = first.column; x < last.column; ++x) {
            const Cell cell = TerminalCheck::cellAt(frame, 0, x);
            if (cell.width() != Cell::Width::Tail)
                text += cell.codePoint() == 0
                            ? QStringLiteral(" ")
                            : QString::fromStdU32String(TerminalCheck::contentOf(frame, cell));
        }
        if (word.endsWith(QLatin1Char(',')))
            word.chop(1);
        QCOMPARE(text, word);
    }

    void aWordGoesOnAcrossWrappedLinesAndTheScrollback()
    {
        Terminal terminal({10, 2});
        terminal.receive("go abcdefghijklmnopqrstuvwxyz now\r\n");
        const auto [first, last] = terminal.wordAt({1, 3});
        QCOMPARE(terminal.text(first, last), std::string("abcdefghijklmnopqrstuvwxyz"));
        QCOMPARE(first.line, 0);
    }

    void keysFollowTheModesThatTheApplicationSet()
    {
        Terminal terminal({20, 4});
        QCOMPARE(terminal.encodeKey({Key::Up}), std::string("\x1b[A"));
        terminal.receive("\x1b[?1h");
        QCOMPARE(terminal.encodeKey({Key::Up}), std::string("\x1bOA"));
        QCOMPARE(terminal.encodePaste("a\nb"), std::string("a\rb"));
        terminal.receive("\x1b[?2004h");
        QCOMPARE(terminal.encodePaste("a\nb"), std::string("\x1b[200~a\rb\x1b[201~"));
        QCOMPARE(terminal.encodeFocus(true), std::string());
        terminal.receive("\x1b[?1004h");
        QCOMPARE(terminal.encodeFocus(true), std::string("\x1b[I"));
        MouseInput press;
        press.button = MouseInput::Button::Left;
        press.column = 4;
        press.row = 2;
        QCOMPARE(terminal.encodeMouse(press), std::string());
        terminal.receive("\x1b[?1000h\x1b[?1006h");
        QCOMPARE(terminal.encodeMouse(press), std::string("\x1b[<0;5;3M"));
    }

    void aResetIsThePowerOnStateButKeepsTheHistory()
    {
        Terminal terminal({20, 3});
        terminal.receive(numberedLines(1, 9) +
                         "\x1b[?1049h\x1b[2;3r\x1b[31;4h\x1b[?2026h\x1b]2;unfinished");
        terminal.reset();
        terminal.receive("x");
        Frame frame;
        QVERIFY(terminal.update(frame));
        QCOMPARE(TerminalCheck::screenText(frame), std::string("x"));
        QVERIFY(!frame.alternateScreen);
        QCOMPARE(frame.screenLine, 7);
        terminal.update(frame, 0);
        QCOMPARE(TerminalCheck::rowText(frame, 0), std::string("line 1"));
    }

    void sizesBeyondReasonAreBounded()
    {
        Terminal terminal({0, -5});
        QCOMPARE(terminal.size(), (Size{2, 1}));
        terminal.receive("한글한글");
        terminal.resize({1'000'000, 3});
        QCOMPARE(terminal.size().columns, 4096);
        QCOMPARE(terminal.inconsistency(), std::string());
    }
};

QTEST_APPLESS_MAIN(TerminalFramesTest)
#include "terminal_frames.moc"
