// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/terminalcheck.h"

#include <QTest>

#include <random>

using namespace Portolan::Terminal;

namespace {

std::string numberedLines(int first, int last)
{
    std::string text;
    for (int i = first; i <= last; ++i)
        text += "line " + std::to_string(i) + "\r\n";
    return text;
}

// Everything that can be in a line: styles of all kinds, links, clusters, wide characters, blanks
// in other colours, both spellings of width.
std::string colourfulLine(std::mt19937 &random)
{
    static const std::vector<std::string> pieces = {
        "plain ",
        "한글",
        "漢字",
        "ｆｗ",
        "e\u0301",
        "\u1112\u1161\u11ab",
        "\u2764\ufe0f",
        "\U0001F469\u200d\U0001F467",
        "±",
        "\U00020000",
        "  ",
        "\t",
        "\x1b[3C",
    };
    std::string line;
    for (int i = int(random() % 12); i >= 0; --i) {
        switch (random() % 7) {
        case 0:
            line += "\x1b[38;2;" + std::to_string(random() % 256) + ";7;9m";
            break;
        case 1:
            line += "\x1b[48;5;" + std::to_string(random() % 256) +
                    ";58:2::1:2:3;4:" + std::to_string(random() % 6) + "m";
            break;
        case 2:
            line += "\x1b[" + std::to_string(random() % 10) + ";53m";
            break;
        case 3:
            line += "\x1b]8;id=" + std::to_string(random() % 3) + ";https://e.org/" +
                    std::to_string(random() % 5) + "\x07";
            break;
        case 4:
            line += "\x1b]8;;\x07\x1b[m";
            break;
        default:
            line += pieces[random() % pieces.size()];
        }
    }
    return line + "\x1b[K\x1b[m";
}

} // namespace

class TerminalScrollbackTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLineComesBackAsItWasOnTheScreen()
    {
        std::mt19937 random(3);
        for (const bool ambiguousWide : {false, true}) {
            // The tall terminal still shows what the low one has packed away.
            constexpr int lines = 400;
            Terminal tall({60, 2 * lines});
            Terminal low({60, 5});
            // A line that wraps at the bottom scrolls in its own background; the tall one has none.
            tall.receive("\x1b[?7l");
            low.receive("\x1b[?7l");
            tall.setAmbiguousWide(ambiguousWide);
            low.setAmbiguousWide(ambiguousWide);
            for (int i = 0; i < lines; ++i) {
                const std::string line = colourfulLine(random) + "\r\n";
                tall.receive(line);
                low.receive(line);
            }
            // Whatever the width table says now, a line keeps the width that it had.
            low.setAmbiguousWide(!ambiguousWide);
            Frame all;
            tall.update(all);
            Frame part;
            low.update(part);
            const std::int64_t history = part.screenLine;
            QVERIFY(history >= lines - 5);
            int compared = 0;
            for (std::int64_t top = 0; top <= history; top += 5) {
                low.update(part, top);
                for (int y = 0; y < 5; ++y) {
                    const int line = int(part.topLine) + y;
                    for (int x = 0; x < 60; ++x) {
                        const Cell was = TerminalCheck::cellAt(all, line, x);
                        const Cell is = TerminalCheck::cellAt(part, y, x);
                        QCOMPARE(is.width(), was.width());
                        QVERIFY(TerminalCheck::contentOf(part, is) ==
                                TerminalCheck::contentOf(all, was));
                        Style wasStyle = TerminalCheck::styleAt(all, line, x);
                        Style isStyle = TerminalCheck::styleAt(part, y, x);
                        QCOMPARE(part.links.at(isStyle.link), all.links.at(wasStyle.link));
                        wasStyle.link = isStyle.link = 0;
                        QVERIFY(wasStyle == isStyle);
                        ++compared;
                    }
                }
            }
            QVERIFY(compared >= 60 * lines);
        }
    }

    void aPlainLineTakesLittleMoreThanItsText()
    {
        Terminal terminal({200, 50});
        const std::string line = std::string(100, 'x') + "\r\n";
        for (int i = 0; i < 50'000; ++i)
            terminal.receive(line);
        const double each = double(terminal.scrollbackBytes()) / 50'000;
        QVERIFY2(each < 125, qPrintable(QString::number(each)));
    }

    void theOldestLinesGoFirst()
    {
        Terminal terminal({40, 5}, {64 * 1024 * 1024, 100, 1024, 1024});
        terminal.receive(numberedLines(0, 999));
        Frame frame;
        terminal.update(frame, 0);
        QCOMPARE(frame.screenLine, 996);
        QCOMPARE(frame.firstLine, 896);
        QCOMPARE(frame.topLine, 896);
        QCOMPARE(TerminalCheck::rowText(frame, 0), std::string("line 896"));
    }

    void memoryStaysWithinItsBoundWhateverComes_data()
    {
        QTest::addColumn<QByteArray>("piece");
        QTest::newRow("lines") << QByteArray("some text that is a line\r\n");
        QTest::newRow("empty lines") << QByteArray("\n");
        QTest::newRow("no line end") << QByteArray("0123456789");
        QTest::newRow("a colour for each character")
            << QByteArray("\x1b[38;2;1;2;%1ma\x1b[48;2;%1;2;3mb\x1b[58;2;%1;%1;3;4:3mc");
        QTest::newRow("a link for each character")
            << QByteArray("\x1b]8;;https://example.org/%1\x07x");
        QTest::newRow("clusters") << QByteArray("a\xcc\x81\xcc\x82\xcc\x83\xcc\x84\xcc\x85");
        QTest::newRow("titles") << QByteArray("\x1b]2;%1%1%1%1\x07\x1b[22;0t");
        QTest::newRow("unfinished strings") << QByteArray("\x1b]2;\x1b]52;c;\x1bP$q\x1b_");
        QTest::newRow("clipboard") << QByteArray("\x1b]52;c;YWJjZGVm\x07");
    }
    void memoryStaysWithinItsBoundWhateverComes()
    {
        QFETCH(QByteArray, piece);
        constexpr std::size_t bound = 256 * 1024;
        Terminal terminal({80, 24}, {bound, 1'000'000, 1024, 256});
        std::string chunk;
        int number = 0;
        Frame frame;
        for (int i = 0; i < 40; ++i) {
            chunk.clear();
            while (chunk.size() < 16 * 1024) {
                QByteArray next = piece;
                next.replace("%1", QByteArray::number(number++ % 100'000));
                chunk += next.toStdString();
            }
            terminal.receive(chunk);
            QVERIFY(terminal.scrollbackBytes() <= bound + 64 * 1024);
            terminal.update(frame);
            // The tables that a frame copies hold what is on the screens and a bounded rest.
            QVERIFY(frame.styles.size() < 60'000);
            QVERIFY(frame.clusters.size() < 60'000);
            QVERIFY(frame.links.size() < 60'000);
        }
        QCOMPARE(terminal.inconsistency(), std::string());
        QVERIFY(terminal.takeClipboardRequests().size() <= 8);
    }

    void collectingTheTablesChangesNothingThatIsShown()
    {
        Terminal terminal({20, 4});
        terminal.receive(
            "\x1b[38;2;9;8;7;4:3mkept\x1b[m e\xcc\x81 \x1b]8;;https://k/\x07l\x1b]8;;\x07");
        Frame kept;
        terminal.update(kept);
        const std::uint64_t generation = kept.tablesGeneration;
        std::string many;
        for (int i = 0; i < 40'000; ++i)
            many += "\x1b[2;1H\x1b[38;2;" + std::to_string(i % 256) + ";" +
                    std::to_string(i / 256) + ";77mx";
        terminal.receive(many + "\x1b[m");
        Frame after;
        terminal.update(after);
        QVERIFY(after.tablesGeneration != generation);
        QVERIFY(after.styles.size() < 30'000);
        QCOMPARE(TerminalCheck::rowText(after, 0), TerminalCheck::rowText(kept, 0));
        for (int x = 0; x < 20; ++x) {
            const Style was = TerminalCheck::styleAt(kept, 0, x);
            const Style is = TerminalCheck::styleAt(after, 0, x);
            QCOMPARE(is.foreground.bits(), was.foreground.bits());
            QCOMPARE(is.underline, was.underline);
            QCOMPARE(after.links.at(is.link), kept.links.at(was.link));
        }
        terminal.update(kept);
        QCOMPARE(TerminalCheck::difference(kept, after), std::string());
    }

    void theAlternateScreenHasNoHistory()
    {
        Terminal terminal({20, 4});
        terminal.receive(numberedLines(1, 10) + "\x1b[?1049h" + numberedLines(1, 100));
        Frame frame;
        terminal.update(frame);
        QCOMPARE(frame.screenLine, 7);
        terminal.receive("\x1b[?1049l");
        terminal.update(frame);
        QCOMPARE(TerminalCheck::screenText(frame), std::string("line 8\nline 9\nline 10"));
    }

    void linesAboveAFixedBottomAreHistoryToo()
    {
        Terminal terminal({20, 4});
        terminal.receive("\x1b[4;1Hstatus\x1b[1;3r\x1b[1;1H" + numberedLines(1, 6));
        Frame frame;
        terminal.update(frame, 0);
        QCOMPARE(frame.screenLine, 4);
        QCOMPARE(TerminalCheck::rowText(frame, 0), std::string("line 1"));
        terminal.update(frame);
        QCOMPARE(TerminalCheck::screenText(frame), std::string("line 5\nline 6\n\nstatus"));
    }

    void eraseDisplay3AndClearScrollbackForgetTheHistory()
    {
        Terminal terminal({20, 4});
        terminal.receive(numberedLines(1, 20) + "\x1b[3J");
        Frame frame;
        terminal.update(frame, 0);
        QCOMPARE(frame.firstLine, frame.screenLine);
        QCOMPARE(TerminalCheck::rowText(frame, 0), std::string("line 18"));
        terminal.receive(numberedLines(21, 40));
        terminal.clearScrollback();
        terminal.update(frame, 0);
        QCOMPARE(frame.firstLine, frame.screenLine);
    }

    void aLowerScreenPushesLinesOutAndAHigherOneTakesThemBack()
    {
        Terminal terminal({20, 6});
        terminal.receive(numberedLines(1, 5) + "prompt");
        Frame before;
        terminal.update(before);
        terminal.resize({20, 3});
        Frame frame;
        terminal.update(frame);
        QCOMPARE(TerminalCheck::screenText(frame), std::string("line 4\nline 5\nprompt"));
        QCOMPARE(frame.cursor.row, 2);
        QCOMPARE(frame.screenLine, 3);
        terminal.resize({20, 6});
        terminal.update(frame);
        QCOMPARE(TerminalCheck::difference(frame, before), std::string());
    }

    void blankRowsBelowTheCursorGoFirst()
    {
        Terminal terminal({20, 6});
        terminal.receive("one\r\ntwo");
        terminal.resize({20, 3});
        Frame frame;
        terminal.update(frame);
        QCOMPARE(TerminalCheck::screenText(frame), std::string("one\ntwo"));
        QCOMPARE(frame.screenLine, 0);
        QCOMPARE(frame.cursor.row, 1);
    }

    void theHiddenScreenIsResizedWithItsCursor()
    {
        Terminal terminal({20, 6});
        terminal.receive(numberedLines(1, 5) + "prompt\x1b[?1049heditor");
        terminal.resize({10, 3});
        terminal.receive("\x1b[?1049l!");
        Frame frame;
        terminal.update(frame);
        QCOMPARE(TerminalCheck::screenText(frame), std::string("line 4\nline 5\nprompt!"));
    }

    void aNarrowerScreenCutsWideCharactersToBlanks()
    {
        Terminal terminal({10, 2});
        terminal.receive("a한글한");
        terminal.resize({4, 2});
        Frame frame;
        terminal.update(frame);
        QCOMPARE(TerminalCheck::rowText(frame, 0), std::string("a한"));
        QCOMPARE(terminal.inconsistency(), std::string());
    }

    void aFrameDoesNotKeepLinesThatCameBackAndChanged()
    {
        Terminal terminal({20, 3});
        terminal.receive(numberedLines(1, 5));
        Frame frame;
        terminal.update(frame, 0);
        QCOMPARE(TerminalCheck::rowText(frame, 0), std::string("line 1"));
        terminal.resize({20, 6}); // lines come back to the screen,
        terminal.receive("\x1b[1;1HCHANGED");
        terminal.resize({20, 3});
        terminal.receive("\x1b[3;1H\n\n\n\n"); // and leave again
        terminal.update(frame, 0);
        QCOMPARE(TerminalCheck::rowText(frame, 0), std::string("CHANGED"));
    }
};

QTEST_APPLESS_MAIN(TerminalScrollbackTest)
#include "terminal_scrollback.moc"
