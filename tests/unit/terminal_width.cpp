// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/terminal/unicodewidth.h"
#include "tests/support/terminalcheck.h"

#include <QTest>

using namespace Portolan::Terminal;

namespace {

Frame shown(const char32_t *text, bool ambiguousWide = false, Size size = {10, 3})
{
    std::string bytes;
    for (; *text != 0; ++text)
        TerminalCheck::appendUtf8(bytes, *text);
    Terminal terminal(size);
    terminal.setAmbiguousWide(ambiguousWide);
    terminal.receive(bytes);
    Frame frame;
    terminal.update(frame);
    return frame;
}

} // namespace

class TerminalWidthTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCodePointTakesItsColumns_data()
    {
        QTest::addColumn<uint>("code");
        QTest::addColumn<int>("width");
        const auto row = [](const char *name, uint code, int width) {
            QTest::newRow(name) << code << width;
        };
        row("letter", 'a', 1);
        row("e with acute", 0x00E9, 1);
        row("soft hyphen", 0x00AD, 1);
        row("combining acute", 0x0301, 0);
        row("Hangul syllable", 0xD55C, 2);
        row("last Hangul syllable", 0xD7A3, 2);
        row("leading jamo", 0x1112, 2);
        row("vowel jamo", 0x1161, 0);
        row("trailing jamo", 0x11AB, 0);
        row("old leading jamo", 0xA960, 2);
        row("old vowel jamo", 0xD7B0, 0);
        row("old trailing jamo", 0xD7CB, 0);
        row("compatibility jamo", 0x3131, 2);
        row("Hangul filler", 0x3164, 2);
        row("Han", 0x6F22, 2);
        row("Han, extension B", 0x20000, 2);
        row("Hiragana", 0x3042, 2);
        row("fullwidth A", 0xFF21, 2);
        row("halfwidth Katakana", 0xFF71, 1);
        row("ideographic space", 0x3000, 2);
        row("box drawing", 0x2500, 1);
        row("ellipsis", 0x2026, 1);
        row("emoji", 0x1F600, 2);
        row("heart", 0x2764, 1);
        row("zero width joiner", 0x200D, 0);
        row("right to left override", 0x202E, 0);
        row("variation selector", 0xFE0F, 0);
        row("Arabic number sign", 0x0600, 1);
        row("Thai vowel", 0x0E31, 0);
        row("Devanagari spacing mark", 0x0903, 1);
        row("private use", 0xE0A0, 1);
        row("replacement", 0xFFFD, 1);
        row("beyond Unicode", 0x110000, 0);
    }
    void aCodePointTakesItsColumns()
    {
        QFETCH(uint, code);
        QFETCH(int, width);
        QCOMPARE(unicodeWidth(code), width);
    }

    void ambiguousCharactersAreWideWhereAskedFor()
    {
        QCOMPARE(unicodeWidth(0x2026, true), 2);
        QCOMPARE(unicodeWidth(0x00B1, true), 2);
        QCOMPARE(unicodeWidth('a', true), 1);
        QCOMPARE(shown(U"±x", true).cursor.column, 3);
        QCOMPARE(shown(U"±x").cursor.column, 2);
    }

    void theTableNamesItsUnicodeVersion() { QCOMPARE(UnicodeVersion, "15.0.0"); }

    void aClusterIsOneCell_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("columns");
        QTest::newRow("accent") << QStringLiteral("e\u0301") << 1;
        QTest::newRow("two accents") << QStringLiteral("o\u0302\u0323") << 1;
        QTest::newRow("conjoining jamo") << QStringLiteral("\u1112\u1161\u11ab") << 2;
        QTest::newRow("syllable and trailing jamo") << QStringLiteral("\uac00\u11ab") << 2;
        QTest::newRow("emoji presentation") << QStringLiteral("\u2764\ufe0f") << 2;
        QTest::newRow("text presentation") << QStringLiteral("\u2764\ufe0e") << 1;
        QTest::newRow("keycap") << QStringLiteral("1\ufe0f\u20e3") << 2;
        QTest::newRow("flag") << QStringLiteral("\U0001F1F0\U0001F1F7") << 2;
        QTest::newRow("family") << QStringLiteral("\U0001F469\u200d\U0001F469\u200d\U0001F467")
                                << 2;
        QTest::newRow("skin tone") << QStringLiteral("\U0001F44D\U0001F3FD") << 2;
        QTest::newRow("skin tone on a narrow base") << QStringLiteral("\u261d\U0001F3FD") << 2;
        QTest::newRow("kiss, the longest")
            << QStringLiteral("\U0001F469\U0001F3FD\u200d\u2764\ufe0f\u200d\U0001F48B\u200d"
                              "\U0001F468\U0001F3FC")
            << 2;
        QTest::newRow("flag of England")
            << QStringLiteral("\U0001F3F4\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067"
                              "\U000E007F")
            << 2;
    }
    void aClusterIsOneCell()
    {
        QFETCH(QString, text);
        QFETCH(int, columns);
        const std::u32string codes = text.toStdU32String() + U'|';
        const Frame frame = shown(codes.c_str());
        QCOMPARE(TerminalCheck::contentOf(frame, TerminalCheck::cellAt(frame, 0, 0)),
                 text.toStdU32String());
        QCOMPARE(TerminalCheck::cellAt(frame, 0, columns).codePoint(), U'|');
        QCOMPARE(frame.cursor.column, columns + 1);
    }

    void threeFlagHalvesAreAFlagAndALetter()
    {
        const Frame frame = shown(U"\U0001F1F0\U0001F1F7\U0001F1F0x");
        QCOMPARE(frame.cursor.column, 4);
    }

    void aClusterIsBounded()
    {
        std::u32string text = U"a";
        text.append(1000, U'\u0301');
        const Frame frame = shown(text.c_str());
        QCOMPARE(TerminalCheck::contentOf(frame, TerminalCheck::cellAt(frame, 0, 0)).size(),
                 std::size_t(12));
    }

    void bidirectionalControlsAreNotStored()
    {
        const Frame frame = shown(U"a\u202eb\u2066c\u200f\u200bd");
        QCOMPARE(TerminalCheck::rowText(frame, 0), std::string("abcd"));
        QVERIFY(frame.clusters.empty());
    }

    void aWideCharacterIsNeverCutInHalf_data()
    {
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QString>("screen");
        const auto row = [](const char *name, const char *input, const char *screen) {
            QTest::newRow(name) << QByteArray(input) << QString::fromUtf8(screen);
        };
        row("at the right edge it wraps", "012345678한", "012345678\n한");
        row("without autowrap it stays", "\x1b[?7l012345678한", "01234567한");
        row("overwriting its head", "한글\x1b[1;1Hx", "x 글");
        row("overwriting its tail", "한글\x1b[1;2Hx", " x글");
        row("overwriting two halves", "한글\x1b[1;2H漢", " 漢");
        row("erasing its head", "한글\x1b[1;1H\x1b[X", "  글");
        row("erasing from its tail", "한글\x1b[1;2H\x1b[K", "");
        row("erasing up to its head", "한글\x1b[1;3H\x1b[1K", "");
        row("deleting its head", "한글ab\x1b[1;1H\x1b[P", " 글ab");
        row("deleting its tail", "한글ab\x1b[1;2H\x1b[P", " 글ab");
        row("inserting inside", "한글\x1b[1;2H\x1b[@", "   글");
        row("pushed over the edge", "한글한글한\x1b[1;1H\x1b[@", " 한글한글");
        row("a combining mark leaves it whole", "한글\x1b[1;2H\xcc\x81", "한\xcc\x81글");
    }
    void aWideCharacterIsNeverCutInHalf()
    {
        QFETCH(QByteArray, input);
        QFETCH(QString, screen);
        Terminal terminal({10, 3});
        terminal.receive(input.toStdString());
        Frame frame;
        terminal.update(frame);
        QCOMPARE(QString::fromStdString(TerminalCheck::screenText(frame)), screen);
        QCOMPARE(terminal.inconsistency(), std::string());
    }
};

QTEST_APPLESS_MAIN(TerminalWidthTest)
#include "terminal_width.moc"
