// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/terminalcheck.h"

#include <QTest>

#include <random>
#include <vector>

using namespace Portolan::Terminal;

namespace {

struct Outcome
{
    Frame frame;
    std::string history;
    std::string replies;
    std::string inconsistency;
};

// Feeds the pieces that `cut` makes of a stream.
template<typename Cut>
Outcome outcome(std::string_view stream, Cut &&nextPiece, Size size = {24, 6})
{
    Outcome result;
    Terminal terminal(size, {64 * 1024, 500, 4096, 256});
    terminal.setWriter([&](std::string_view bytes) { result.replies += bytes; });
    terminal.setClock([] { return std::chrono::steady_clock::time_point(); });
    while (!stream.empty()) {
        const std::size_t length = std::min(stream.size(), nextPiece());
        terminal.receive(stream.substr(0, length));
        stream.remove_prefix(length);
    }
    terminal.update(result.frame);
    result.history = terminal.text({0, 0}, {1'000'000, 0});
    result.inconsistency = terminal.inconsistency();
    return result;
}

QString compare(const Outcome &a, const Outcome &b)
{
    if (!a.inconsistency.empty())
        return QString::fromStdString(a.inconsistency);
    if (a.history != b.history)
        return QStringLiteral("text differs");
    if (a.replies != b.replies)
        return QStringLiteral("replies differ");
    return QString::fromStdString(TerminalCheck::difference(a.frame, b.frame));
}

// A stream out of text of all widths and sequences with random numbers.
std::string randomStream(std::mt19937 &random, int pieces)
{
    static const std::vector<std::string> texts = {
        "plain words ",
        "한글 입력 ",
        "漢字かな",
        "e\u0301o\u0308",
        "\u1112\u1161\u11ab",
        "❤\ufe0f",
        "\U0001F469\u200d\U0001F467",
        "\U0001F1F0\U0001F1F7",
        "┌─┐",
        "\r\n",
        "\n",
        "\t",
        "\b\b",
        "\xed\xa0\x80",
        "\xf0\x9f",
        "\xc3",
        "\xff",
        "\x0e"
        "qx\x0f",
    };
    static const std::string finals = "@ABCDEFGHIJKLMPSTXZ`abdefghlmnrsu";
    std::string stream;
    for (int i = 0; i < pieces; ++i) {
        switch (random() % 6) {
        case 0:
        case 1:
            stream += texts[random() % texts.size()];
            break;
        case 2: {
            stream += "\x1b[";
            if (random() % 5 == 0)
                stream += '?';
            for (int n = int(random() % 4); n > 0; --n)
                stream += std::to_string(random() % 30) + (random() % 8 == 0 ? ':' : ';');
            stream += finals[random() % finals.size()];
            break;
        }
        case 3: {
            static const int modes[] = {1, 3, 5, 6, 7, 40, 45, 47, 69, 1047, 1048, 1049, 2026};
            stream += "\x1b[?" + std::to_string(modes[random() % std::size(modes)]) +
                      (random() % 2 == 0 ? "h" : "l");
            break;
        }
        case 4: {
            static const std::vector<std::string> others = {
                "\x1b"
                "7",
                "\x1b"
                "8",
                "\x1b"
                "D",
                "\x1bM",
                "\x1b"
                "E",
                "\x1b(0",
                "\x1b(B",
                "\x1b[4h",
                "\x1b[4l",
                "\x1b[!p",
                "\x1b]2;title\x07",
                "\x1b]8;;https://a/\x1b\\",
                "\x1b]8;;\x07",
                "\x1bP$qm\x1b\\",
                "\x1b[c",
                "\x1b[2'}",
                "\x1b[1\"q",
                "\x1b[0\"q",
                "\x1b#8",
                "\x1b"
                "6",
                "\x1b"
                "9",
                "\x1b[38;2;1;2;3m",
                "\x1b[4:3m",
                "\x1b_x\x1b\\",
            };
            stream += others[random() % others.size()];
            break;
        }
        default:
            stream += char(random() % 256);
        }
    }
    return stream;
}

} // namespace

class TerminalStreamsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySplitPointGivesTheSameScreen_data()
    {
        QTest::addColumn<QByteArray>("stream");
        const auto row = [](const char *name, const QByteArray &stream) {
            QTest::newRow(name) << stream;
        };
        row("text", "plain, 한글, 漢字 and \U0001F600\r\nnext line wraps at the edge of it");
        row("clusters",
            "e\u0301 \u1112\u1161\u11ab ❤\ufe0f \U0001F469\u200d\U0001F467 \U0001F1F0\U0001F1F7!");
        row("broken UTF-8", "a\xc3(\xe1\x80\xe2\xf0\x91\x92\xf1\xbf"
                            "A\xed\xa0\x80\xf4\x90\x80\x80z");
        row("rendition", "\x1b[1;38:2::10:20:30;4:3mstyled\x1b[0m\x1b[48;5;20m \x1b[Kx");
        row("vim starts",
            "\x1b[?1049h\x1b[>4;2m\x1b[?1h\x1b=\x1b[?2004h\x1b[1;24r\x1b[?12h\x1b[?12l\x1b[22;2t"
            "\x1b[27m\x1b[m\x1b[H\x1b[2J\x1b[2;1H~\x1b[3;1H~\x1b[6;1H\"notes\" 3L, 42B\x1b[1;1H"
            "한글 첫 줄\x1b[?25h\x1bP$q q\x1b\\\x1b[c");
        row("strings", "\x1b]0;제목\x1b\\\x1b]8;id=1;https://e.org/\x07link\x1b]8;;\x07"
                       "\x1b]52;c;YWJj\x07\x1b_apc\x1b\\\x1bPq~~\x1b\\end");
        row("aborts", "\x1b[31\x18r\x1b]2;t\x1a"
                      "s\x1bP1$\x18t\x1b[3\x1b[2Cu\x1b]2;x\x1b[1mv");
        row("replies", "\x1b[c\x1b[>c\x1b[=c\x1b[5n\x1b[6n\x1b[?25$p\x1bP$qr\x1b\\\x1b[18t");
        row("margins", "\x1b[2;5r\x1b[?69h\x1b[3;12s\x1b[?6h한글 with margins wraps\n\n\n\x1bM");
    }
    void everySplitPointGivesTheSameScreen()
    {
        QFETCH(QByteArray, stream);
        const std::string bytes = stream.toStdString();
        const Outcome whole = outcome(bytes, [&] { return bytes.size(); });
        for (std::size_t at = 1; at < bytes.size(); ++at) {
            bool first = true;
            const Outcome cut =
                outcome(bytes, [&] { return std::exchange(first, false) ? at : bytes.size(); });
            QVERIFY2(compare(cut, whole).isEmpty(),
                     qPrintable(QStringLiteral("at %1: %2").arg(at).arg(compare(cut, whole))));
        }
        const Outcome single = outcome(bytes, [] { return std::size_t(1); });
        QCOMPARE(compare(single, whole), QString());
    }

    void randomStreamsDoNotDependOnTheirPieces()
    {
        for (unsigned seed = 0; seed < 300; ++seed) {
            std::mt19937 random(seed);
            const std::string stream = randomStream(random, 200);
            const Size size{int(2 + random() % 40), int(1 + random() % 12)};
            const Outcome whole = outcome(
                stream, [&] { return stream.size(); }, size);
            const Outcome cut = outcome(
                stream, [&] { return std::size_t(1 + random() % 7); }, size);
            QVERIFY2(compare(cut, whole).isEmpty(),
                     qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(compare(cut, whole))));
            QVERIFY(TerminalCheck::onlyAllowedReplies(whole.replies));
        }
    }

    void invalidUtf8BecomesOneReplacementForEachMaximalSubpart_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        // Unicode 15, section 3.9, tables 3-8 to 3-11.
        QTest::newRow("non-shortest forms") << QByteArray("\xc0\xaf\xe0\x80\xbf\xf0\x81\x82"
                                                          "A")
                                            << QStringLiteral("\ufffd\ufffd\ufffd\ufffd\ufffd"
                                                              "\ufffd\ufffd\ufffdA");
        QTest::newRow("surrogates") << QByteArray("\xed\xa0\x80\xed\xbf\xbf\xed\xaf"
                                                  "A")
                                    << QStringLiteral("\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd"
                                                      "\ufffd\ufffdA");
        QTest::newRow("other ill-formed") << QByteArray("\xf4\x91\x92\x93\xff"
                                                        "A\x80\xbf"
                                                        "B")
                                          << QStringLiteral("\ufffd\ufffd\ufffd\ufffd\ufffdA"
                                                            "\ufffd\ufffdB");
        QTest::newRow("truncated") << QByteArray("\xe1\x80\xe2\xf0\x91\x92\xf1\xbf"
                                                 "A")
                                   << QStringLiteral("\ufffd\ufffd\ufffd\ufffdA");
        QTest::newRow("truncated by ESC")
            << QByteArray("\xed\x95\x1b[1mA") << QStringLiteral("\ufffdA");
    }
    void invalidUtf8BecomesOneReplacementForEachMaximalSubpart()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, text);
        const std::string stream = bytes.toStdString();
        const Outcome result = outcome(stream, [&] { return stream.size(); });
        QCOMPARE(QString::fromStdString(TerminalCheck::rowText(result.frame, 0)), text);
    }

    void resizingInTheMiddleOfAnythingKeepsTheStateWhole()
    {
        for (unsigned seed = 0; seed < 150; ++seed) {
            std::mt19937 random(seed + 1000);
            Terminal terminal({20, 8}, {8 * 1024, 100, 4096, 256});
            Frame kept;
            for (int round = 0; round < 30; ++round) {
                terminal.receive(randomStream(random, 20));
                terminal.resize({int(random() % 50), int(random() % 20)});
                if (random() % 3 == 0)
                    terminal.update(kept, std::int64_t(random() % 60));
                const std::string wrong = terminal.inconsistency();
                QVERIFY2(wrong.empty(), wrong.c_str());
            }
            terminal.receive("\x18\x1b[?2026l");
            terminal.update(kept);
            Frame fresh;
            terminal.update(fresh);
            QCOMPARE(TerminalCheck::difference(kept, fresh), std::string());
        }
    }
};

QTEST_APPLESS_MAIN(TerminalStreamsTest)
#include "terminal_streams.moc"
