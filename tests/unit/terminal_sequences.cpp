// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/terminalcheck.h"

#include <QTest>

using namespace Portolan::Terminal;

namespace {

Frame shown(std::string_view input, Size size = {10, 5})
{
    Terminal terminal(size);
    terminal.receive(input);
    Frame frame;
    terminal.update(frame);
    return frame;
}

QString cursorOf(const Frame &frame)
{
    return QStringLiteral("%1,%2").arg(frame.cursor.row).arg(frame.cursor.column);
}

// Five rows of ten, each filled with its letter.
const QByteArray Filled = "aaaaaaaaaa\r\nbbbbbbbbbb\r\ncccccccccc\r\ndddddddddd\r\neeeeeeeeee";

} // namespace

class TerminalSequencesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aControlFunctionDoesWhatItsStandardSays_data()
    {
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QString>("screen");
        QTest::addColumn<QString>("cursor");
        const auto row = [](const char *name, const QByteArray &input, const char *screen,
                            const char *cursor) {
            QTest::newRow(name) << input << QString::fromUtf8(screen)
                                << QString::fromLatin1(cursor);
        };
        row("text", "hello", "hello", "0,5");
        row("CR LF", "a\r\nb", "a\nb", "1,1");
        row("LF keeps the column", "ab\ncd", "ab\n  cd", "1,4");
        row("LNM makes LF a new line", "\x1b[20hab\ncd", "ab\ncd", "1,2");
        row("VT and FF feed a line", "a\vb\fc", "a\n b\n  c", "2,3");
        row("BS", "abc\b\bX", "aXc", "0,2");
        row("BS stops at the edge", "\b\b\bX", "X", "0,1");
        row("tabs", "a\tb", "a       b", "0,9");
        row("a tab stops at the edge", "\t\t\tx", "         x", "0,9");
        row("HTS and TBC", "\x1b[3g\x1b[1;4H\x1bH\x1b[1;1H\tx\x1b[1;4H\x1b[g\x1b[1;1H\ty",
            "   x     y", "0,9");
        row("CHT and CBT", "\x1b[1Ia\x1b[Zb", "        b", "0,9");
        row("wrapping", "0123456789ab", "0123456789\nab", "1,2");
        row("the last column waits", "0123456789", "0123456789", "0,9");
        row("CR in the last column", "0123456789\rX", "X123456789", "0,1");
        row("no autowrap", "\x1b[?7l0123456789abc", "012345678c", "0,9");
        row("scrolling", "1\r\n2\r\n3\r\n4\r\n5\r\n6", "2\n3\n4\n5\n6", "4,1");
        row("IND",
            "a\x1b"
            "Db",
            "a\n b", "1,2");
        row("NEL",
            "a\x1b"
            "Eb",
            "a\nb", "1,1");
        row("RI at the top scrolls down", "a\x1bMb", " b\na", "0,2");
        row("CUP", "\x1b[3;4Hx", "\n\n   x", "2,4");
        row("CUP without numbers", "ab\x1b[Hx", "xb", "0,1");
        row("CUP beyond the screen", "\x1b[99;99Hx", "\n\n\n\n         x", "4,9");
        row("HVP", "\x1b[2;2fx", "\n x", "1,2");
        row("CUU CUD CUF CUB", "\x1b[3;3H\x1b[A\x1b[2B\x1b[2C\x1b[Dx", "\n\n\n   x", "3,4");
        row("a zero counts as one", "\x1b[3;3H\x1b[0A\x1b[0Cx", "\n   x", "1,4");
        row("CNL and CPL", "abc\x1b[2Ex\x1b[Fy", "abc\ny\nx", "1,1");
        row("CHA HPA VPA HPR VPR", "\x1b[5Ga\x1b[3`b\x1b[3dc\x1b[2ad\x1b[e_",
            "  b a\n\n   c  d\n       _", "3,8");
        row("ICH", "abcdef\x1b[1;3H\x1b[2@", "ab  cdef", "0,2");
        row("ICH pushes text over the edge", "0123456789\x1b[1;1H\x1b[3@", "   0123456", "0,0");
        row("DCH", "abcdef\x1b[1;2H\x1b[2P", "adef", "0,1");
        row("ECH", "abcdef\x1b[1;2H\x1b[2X", "a  def", "0,1");
        row("IRM", "abc\x1b[1;2H\x1b[4hXY\x1b[4lZ", "aXYZc", "0,4");
        row("REP", "ab\x1b[3b", "abbbb", "0,5");
        row("REP wraps", "aaa\x1b[9b", "aaaaaaaaaa\naa", "1,2");
        row("REP is bounded", "a\x1b[65535b", "aaaaaaaaaa\na", "1,1");
        row("EL 0", Filled + "\x1b[2;4H\x1b[K",
            "aaaaaaaaaa\nbbb\ncccccccccc\ndddddddddd\neeeeeeeeee", "1,3");
        row("EL 1", Filled + "\x1b[2;4H\x1b[1K",
            "aaaaaaaaaa\n    bbbbbb\ncccccccccc\ndddddddddd\neeeeeeeeee", "1,3");
        row("EL 2", Filled + "\x1b[2;4H\x1b[2K", "aaaaaaaaaa\n\ncccccccccc\ndddddddddd\neeeeeeeeee",
            "1,3");
        row("ED 0", Filled + "\x1b[2;4H\x1b[J", "aaaaaaaaaa\nbbb", "1,3");
        row("ED 1", Filled + "\x1b[2;4H\x1b[1J", "\n    bbbbbb\ncccccccccc\ndddddddddd\neeeeeeeeee",
            "1,3");
        row("ED 2", Filled + "\x1b[2;4H\x1b[2J", "", "1,3");
        row("IL", Filled + "\x1b[2;4H\x1b[L", "aaaaaaaaaa\n\nbbbbbbbbbb\ncccccccccc\ndddddddddd",
            "1,0");
        row("DL", Filled + "\x1b[2;4H\x1b[2M", "aaaaaaaaaa\ndddddddddd\neeeeeeeeee", "1,0");
        row("SU", Filled + "\x1b[2S", "cccccccccc\ndddddddddd\neeeeeeeeee", "4,9");
        row("SD", Filled + "\x1b[3T", "\n\n\naaaaaaaaaa\nbbbbbbbbbb", "4,9");
        row("DECIC", Filled + "\x1b[1;9H\x1b['}",
            "aaaaaaaa a\nbbbbbbbb b\ncccccccc c\ndddddddd d\neeeeeeee e", "0,8");
        row("DECDC", Filled + "\x1b[1;3H\x1b[7'~", "aaa\nbbb\nccc\nddd\neee", "0,2");
        row("margins scroll alone", Filled + "\x1b[2;4r\x1b[4;1H\nX",
            "aaaaaaaaaa\ncccccccccc\ndddddddddd\nX\neeeeeeeeee", "3,1");
        row("reverse index in margins", Filled + "\x1b[2;4r\x1b[2;1H\x1bMX",
            "aaaaaaaaaa\nX\nbbbbbbbbbb\ncccccccccc\neeeeeeeeee", "1,1");
        row("wrong margins are ignored", Filled + "\x1b[4;2r\x1b[5;1H\nX",
            "bbbbbbbbbb\ncccccccccc\ndddddddddd\neeeeeeeeee\nX", "4,1");
        row("CUU stops at the margin", "\x1b[2;4r\x1b[4;1H\x1b[9AX", "\nX", "1,1");
        row("CUU outside goes on", "\x1b[3;4r\x1b[2;1H\x1b[9AX", "X", "0,1");
        row("a line feed below the margins", "\x1b[1;2r\x1b[5;1Ha\nb", "\n\n\n\nab", "4,2");
        row("origin mode", "\x1b[2;4r\x1b[?6h\x1b[1;1Hx\x1b[9;1Hy", "\nx\n\ny", "3,1");
        row("side margins wrap", "\x1b[?69h\x1b[3;6s\x1b[1;3Habcdefg", "  abcd\n  efg", "1,5");
        row("side margins scroll", Filled + "\x1b[?69h\x1b[3;6s\x1b[5;3H\nX",
            "aabbbbaaaa\nbbccccbbbb\nccddddcccc\nddeeeedddd\neeX   eeee", "4,3");
        row("side margins and IL", Filled + "\x1b[?69h\x1b[3;6s\x1b[2;4H\x1b[L",
            "aaaaaaaaaa\nbb    bbbb\nccbbbbcccc\nddccccdddd\needdddeeee", "1,2");
        row("side margins and DCH", Filled + "\x1b[?69h\x1b[3;6s\x1b[1;4H\x1b[2P",
            "aaaa  aaaa\nbbbbbbbbbb\ncccccccccc\ndddddddddd\neeeeeeeeee", "0,3");
        row("reverse wrap", "0123456789ab\x1b[?45h\b\b\bX", "012345678X\nab", "0,9");
        row("DECALN", "\x1b#8", "EEEEEEEEEE\nEEEEEEEEEE\nEEEEEEEEEE\nEEEEEEEEEE\nEEEEEEEEEE",
            "0,0");
        row("RIS",
            Filled + "\x1b[31m\x1b[2;4r\x1b[?6h\x1b"
                     "cX",
            "X", "0,1");
        row("DECSTR keeps the text", "ab\x1b[2;4r\x1b[4h\x1b[!p\x1b[1;1HX", "Xb", "0,1");
        row("DECSC and DECRC",
            "ab\x1b"
            "7\x1b[4;4Hcd\x1b"
            "8X",
            "abX\n\n\n   cd", "0,3");
        row("DECRC alone goes home",
            "abc\x1b"
            "8X",
            "Xbc", "0,1");
        row("SCOSC and SCORC", "ab\x1b[s\x1b[4;4H\x1b[uX", "abX", "0,3");
        row("DECSC keeps the wrap that is due",
            "0123456789\x1b"
            "7\x1b[3;3H\x1b"
            "8X",
            "0123456789\nX", "1,1");
        row("DEC graphics", "\x1b(0lqk\x1b(Bq", "┌─┐q", "0,4");
        row("SO and SI",
            "\x1b)0a\x0exx\x0f"
            "b",
            "a││b", "0,4");
        row("British", "\x1b(A#\x1b(B#", "£#", "0,2");
        row("single shifts", "\x1b*0\x1bNqq\x1b+0\x1bOxx", "─q│x", "0,4");
        row("selective erase", "ab\x1b[1\"qcd\x1b[\"qef\x1b[?2K", "  cd", "0,6");
        row("alternate screen", "ab\x1b[?1049hXY\x1b[?1049lc", "abc", "0,3");
        row("alternate screen is cleared", "a\x1b[?1049hold\x1b[?1049l\x1b[?1049h", "", "0,1");
        row("mode 47 keeps what was there", "ab\x1b[?47hX\x1b[?47l\x1b[?47h", "  X", "0,3");
        row("DECCOLM is guarded", "ab\x1b[?3hc\x1b[?40h\x1b[?3hd", "d", "0,1");
        row("CAN aborts",
            "a\x1b[3\x18"
            "b",
            "ab", "0,2");
        row("SUB aborts a string",
            "a\x1b]2;no\x1a"
            "b",
            "ab", "0,2");
        row("ESC aborts a sequence", "a\x1b[3\x1b[2Cb", "a  b", "0,4");
        row("a control inside a sequence acts", "a\x1b[2\rCb", "a b", "0,3");
        row("DEL is nothing",
            "a\x7f"
            "b",
            "ab", "0,2");
        row("APC, PM and SOS are swallowed", "a\x1b_x\x1b\\b\x1b^y\x1b\\c\x1bXz\x1b\\d", "abcd",
            "0,4");
        row("sixel is swallowed", "a\x1bPq#0;2;0;0;0~~\x1b\\b", "ab", "0,2");
        row("UTF-8 inside a title",
            "a\x1b]2;\xed\x95\x9c\xea\xb8\x80\x07"
            "b",
            "ab", "0,2");
        row("an unknown sequence is nothing",
            "a\x1b[5!z\x1b[?5x\x1b%G\x1b"
            "Zb",
            "ab", "0,2");
        row("two intermediates are nothing", "a\x1b[1 !qb", "ab", "0,2");
        row("8-bit controls do not exist",
            "a\x9b"
            "31mb\xc2\x9b"
            "31mc",
            "a\ufffd31mb31mc", "0,9");
    }
    void aControlFunctionDoesWhatItsStandardSays()
    {
        QFETCH(QByteArray, input);
        QFETCH(QString, screen);
        QFETCH(QString, cursor);
        const Frame frame = shown(input.toStdString());
        QCOMPARE(QString::fromStdString(TerminalCheck::screenText(frame)), screen);
        QCOMPARE(cursorOf(frame), cursor);
    }

    void aRenditionIsWhatWasAskedFor_data()
    {
        QTest::addColumn<QByteArray>("sgr");
        QTest::addColumn<Style>("style");
        const auto row = [](const char *sgr, const Style &style) {
            QTest::newRow(sgr) << QByteArray(sgr) << style;
        };
        const auto foreground = [](Color color) {
            Style style;
            style.foreground = color;
            return style;
        };
        const auto background = [](Color color) {
            Style style;
            style.background = color;
            return style;
        };
        const auto underlineColor = [](Color color) {
            Style style;
            style.underlineColor = color;
            return style;
        };
        const auto attributes = [](int bits) {
            Style style;
            style.attributes = std::uint16_t(bits);
            return style;
        };
        const auto underline = [](Underline kind) {
            Style style;
            style.underline = kind;
            return style;
        };
        row("", {});
        row("31;44;1;0", {});
        row("31", foreground(Color::indexed(1)));
        row("97", foreground(Color::indexed(15)));
        row("45", background(Color::indexed(5)));
        row("103", background(Color::indexed(11)));
        row("38;5;200", foreground(Color::indexed(200)));
        row("38:5:200", foreground(Color::indexed(200)));
        row("38;2;1;2;3", foreground(Color::rgb(1, 2, 3)));
        row("38:2::1:2:3", foreground(Color::rgb(1, 2, 3)));
        row("38:2:1:2:3", foreground(Color::rgb(1, 2, 3)));
        row("38:2:0:1:2:3:0:1", foreground(Color::rgb(1, 2, 3)));
        row("48:2::9:8:7", background(Color::rgb(9, 8, 7)));
        row("48;2;9;8;700", background(Color::rgb(9, 8, 255)));
        row("58:2::4:5:6", underlineColor(Color::rgb(4, 5, 6)));
        row("58;5;7", underlineColor(Color::indexed(7)));
        row("58;5;7;59", {});
        row("31;39", {});
        row("41;49", {});
        row("38;5", {});
        row("38;2;1;2", {});
        row("1;3", attributes(Attribute::Bold | Attribute::Italic));
        row("2;9", attributes(Attribute::Dim | Attribute::Strike));
        row("1;2;22", {});
        row("3;23", {});
        row("5;25", {});
        row("7;8", attributes(Attribute::Inverse | Attribute::Conceal));
        row("7;8;9;53;27;28;29;55", {});
        row("53", attributes(Attribute::Overline));
        row("4", underline(Underline::Single));
        row("4:0", {});
        row("4:1", underline(Underline::Single));
        row("4:2", underline(Underline::Double));
        row("4:3", underline(Underline::Curly));
        row("4:4", underline(Underline::Dotted));
        row("4:5", underline(Underline::Dashed));
        row("4:9", {});
        row("21", underline(Underline::Double));
        row("4;24", {});
        row("4;3", [&] {
            Style style = attributes(Attribute::Italic);
            style.underline = Underline::Single;
            return style;
        }());
        row("999;31", foreground(Color::indexed(1)));
        row("1;;31", foreground(Color::indexed(1)));
    }
    void aRenditionIsWhatWasAskedFor()
    {
        QFETCH(QByteArray, sgr);
        QFETCH(Style, style);
        const Frame frame = shown("\x1b[" + sgr.toStdString() + "mx");
        QVERIFY(TerminalCheck::styleAt(frame, 0, 0) == style);
    }

    void erasingLeavesTheBackgroundOfTheMoment_data()
    {
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<int>("row");
        QTest::addColumn<int>("column");
        QTest::newRow("EL") << QByteArray("abc\x1b[44m\x1b[1;2H\x1b[K") << 0 << 9;
        QTest::newRow("EL beyond the text") << QByteArray("abc\x1b[44m\x1b[1;7H\x1b[K") << 0 << 6;
        QTest::newRow("EL 1") << QByteArray("abc\x1b[44m\x1b[1;5H\x1b[1K") << 0 << 4;
        QTest::newRow("ED") << QByteArray("abc\x1b[44m\x1b[J") << 3 << 0;
        QTest::newRow("ECH") << QByteArray("abc\x1b[44m\x1b[1;2H\x1b[X") << 0 << 1;
        QTest::newRow("DCH") << QByteArray("abc\x1b[44m\x1b[1;1H\x1b[P") << 0 << 9;
        QTest::newRow("ICH") << QByteArray("abc\x1b[44m\x1b[1;1H\x1b[@") << 0 << 0;
        QTest::newRow("IL") << QByteArray("abc\x1b[44m\x1b[L") << 0 << 5;
        QTest::newRow("line feed") << QByteArray("\x1b[44m\n\n\n\n\n") << 4 << 9;
        QTest::newRow("RI") << QByteArray("\x1b[44m\x1bM") << 0 << 2;
    }
    void erasingLeavesTheBackgroundOfTheMoment()
    {
        QFETCH(QByteArray, input);
        QFETCH(int, row);
        QFETCH(int, column);
        const Frame frame = shown(input.toStdString());
        Style expected;
        expected.background = Color::indexed(4);
        QVERIFY(TerminalCheck::styleAt(frame, row, column) == expected);
        QVERIFY(TerminalCheck::cellAt(frame, row, column).codePoint() == 0);
    }

    void textKeepsItsOwnBackgroundWhereALineWasErasedInAnother()
    {
        const Frame frame = shown("ab\x1b[44m\x1b[1;6H\x1b[K\x1b[m");
        QVERIFY(TerminalCheck::styleAt(frame, 0, 3) == Style());
        QVERIFY(TerminalCheck::styleAt(frame, 0, 5).background == Color::indexed(4));
    }

    void modesReachTheFrame()
    {
        Frame frame =
            shown("\x1b[?1002h\x1b[?1004h\x1b[?2004h\x1b[?5h\x1b[?25l\x1b[4 q\x1b[?1007l");
        QCOMPARE(frame.mouse, MouseTracking::Drag);
        QVERIFY(frame.focusReporting && frame.bracketedPaste && frame.reverseVideo);
        QVERIFY(!frame.cursor.visible && !frame.cursor.blinking && !frame.alternateScroll);
        QCOMPARE(frame.cursor.shape, CursorShape::Underline);
        frame = shown("\x1b[?1003h\x1b[?1002h\x1b[?1003l\x1b[?1047h\x1b[5 q");
        QCOMPARE(frame.mouse, MouseTracking::Drag);
        QVERIFY(frame.alternateScreen);
        QCOMPARE(frame.cursor.shape, CursorShape::Bar);
        QVERIFY(frame.cursor.blinking);
        QCOMPARE(shown("\x1b[?1003h\x1b[?1003l").mouse, MouseTracking::Off);
    }

    void savedModesComeBack()
    {
        const Frame frame = shown("\x1b[?1000h\x1b[?1000;2004;25s\x1b[?1000l\x1b[?2004h\x1b[?25l"
                                  "\x1b[?1000;2004;25r");
        QCOMPARE(frame.mouse, MouseTracking::Buttons);
        QVERIFY(!frame.bracketedPaste);
        QVERIFY(frame.cursor.visible);
    }

    void aTitleIsCleanAndBounded()
    {
        QCOMPARE(QString::fromStdString(shown("\x1b]2;한글 \x01\xe2\x80\xae title\x07").title),
                 QStringLiteral("한글  title"));
        QCOMPARE(shown("\x1b]0;a;b\x1b\\").title, std::string("a;b"));
        QCOMPARE(shown("\x1b]1;icon\x07").title, std::string());
        const Frame frame = shown("\x1b]2;" + std::string(5000, 'x') + "\x07");
        QCOMPARE(frame.title.size(), std::size_t(4096));
        std::string hangul;
        while (hangul.size() < 6000)
            hangul += "\xed\x95\x9c";
        QCOMPARE(shown("\x1b]2;" + hangul + "\x07").title.size(), std::size_t(4095));
        QCOMPARE(shown("\x1b]2;one\x07\x1b[22;0t\x1b]2;two\x07\x1b[23;0t").title,
                 std::string("one"));
    }

    void aLinkBelongsToItsCells()
    {
        const Frame frame =
            shown("a\x1b]8;id=x;https://example.org/\x1b\\b\x1b[0mc\x1b]8;;\x1b\\d");
        const auto target = [&](int column) {
            return frame.links.at(TerminalCheck::styleAt(frame, 0, column).link);
        };
        QCOMPARE(target(0), std::string());
        QCOMPARE(target(1), std::string("https://example.org/"));
        QCOMPARE(target(2), std::string("https://example.org/"));
        QCOMPARE(target(3), std::string());
    }

    void aLinkThatIsTooLongOrUnprintableIsNone()
    {
        for (const std::string &target :
             {"https://x/" + std::string(5000, 'a'), std::string("https://x/\xed\x95\x9c")}) {
            const Frame frame = shown("\x1b]8;;" + target + "\x07y");
            QCOMPARE(TerminalCheck::styleAt(frame, 0, 0).link, 0U);
        }
    }

    void aWorkingDirectoryIsKept()
    {
        QCOMPARE(shown("\x1b]7;file://host/home/me\x07").workingDirectory,
                 std::string("file://host/home/me"));
    }

    void theBellIsCounted() { QCOMPARE(shown("\a\a\x1b]2;x\a\a").bells, 3U); }
};

QTEST_APPLESS_MAIN(TerminalSequencesTest)
#include "terminal_sequences.moc"
