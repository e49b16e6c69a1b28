// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/terminalcheck.h"

#include <QTest>

#include <random>

using namespace Portolan::Terminal;

namespace {

std::string replyTo(std::string_view input)
{
    std::string replies;
    Terminal terminal({80, 24});
    terminal.setWriter([&](std::string_view bytes) { replies += bytes; });
    terminal.receive(input);
    return replies;
}

} // namespace

class TerminalRepliesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aKnownQuestionIsAnswered_data()
    {
        QTest::addColumn<QByteArray>("question");
        QTest::addColumn<QByteArray>("answer");
        const auto row = [](const char *name, const char *question, const char *answer) {
            QTest::newRow(name) << QByteArray(question) << QByteArray(answer);
        };
        row("DA1", "\x1b[c", "\x1b[?64;1;6;21;22c");
        row("DA1 with zero", "\x1b[0c", "\x1b[?64;1;6;21;22c");
        row("DA2", "\x1b[>c", "\x1b[>1;277;0c");
        row("DA3", "\x1b[=c", "\x1bP!|50525450\x1b\\");
        row("XTVERSION", "\x1b[>q", "\x1bP>|Portolan(" PORTOLAN_VERSION ")\x1b\\");
        row("DSR", "\x1b[5n", "\x1b[0n");
        row("CPR", "\x1b[3;7H\x1b[6n", "\x1b[3;7R");
        row("DECXCPR", "\x1b[3;7H\x1b[?6n", "\x1b[?3;7R");
        row("CPR in origin mode", "\x1b[5;10r\x1b[?6h\x1b[2;3H\x1b[6n", "\x1b[2;3R");
        row("CPR in the last column", "\x1b[1;80Hxx\x1b[6n", "\x1b[2;2R");
        row("DECRQM, set", "\x1b[?25$p", "\x1b[?25;1$y");
        row("DECRQM, reset", "\x1b[?2004$p", "\x1b[?2004;2$y");
        row("DECRQM, switched on", "\x1b[?2004h\x1b[?2004$p", "\x1b[?2004;1$y");
        row("DECRQM, synchronized updates", "\x1b[?2026$p", "\x1b[?2026;2$y");
        row("DECRQM, unknown", "\x1b[?4711$p", "\x1b[?4711;0$y");
        row("DECRQM, ANSI", "\x1b[4h\x1b[4$p\x1b[20$p\x1b[99$p",
            "\x1b[4;1$y\x1b[20;2$y\x1b[99;0$y");
        row("DECRQSS of SGR", "\x1b[1;4:3;31;48:2::1:2:3m\x1bP$qm\x1b\\",
            "\x1bP1$r0;1;4:3;31;48:2::1:2:3m\x1b\\");
        row("DECRQSS of bright and indexed colours", "\x1b[95;48;5;99;58;5;3m\x1bP$qm\x1b\\",
            "\x1bP1$r0;95;48:5:99;58:5:3m\x1b\\");
        row("DECRQSS of margins", "\x1b[3;9r\x1bP$qr\x1b\\", "\x1bP1$r3;9r\x1b\\");
        row("DECRQSS of side margins", "\x1b[?69h\x1b[5;40s\x1bP$qs\x1b\\", "\x1bP1$r5;40s\x1b\\");
        row("DECRQSS of the cursor", "\x1b[6 q\x1bP$q q\x1b\\", "\x1bP1$r6 q\x1b\\");
        row("DECRQSS of protection", "\x1b[1\"q\x1bP$q\"q\x1b\\", "\x1bP1$r1\"q\x1b\\");
        row("DECRQSS of something else", "\x1bP$q<script>\x1b\\", "\x1bP0$r\x1b\\");
        row("size of the text area", "\x1b[18t", "\x1b[8;24;80t");
    }
    void aKnownQuestionIsAnswered()
    {
        QFETCH(QByteArray, question);
        QFETCH(QByteArray, answer);
        const std::string replies = replyTo(question.toStdString());
        QCOMPARE(QByteArray::fromStdString(replies), answer);
        QVERIFY(TerminalCheck::onlyAllowedReplies(replies));
    }

    void whatTellsTooMuchIsNotAnswered_data()
    {
        QTest::addColumn<QByteArray>("question");
        for (const char *question : {"\x1b]2;secret\x07\x1b[21t",
                                     "\x1b]2;secret\x07\x1b[20t",
                                     "\x1b]52;c;?\x07",
                                     "\x1b]10;?\x07",
                                     "\x1b]11;?\x07",
                                     "\x1b]4;1;?\x07",
                                     "\x1bP+q544e\x1b\\",
                                     "\x1b[14t",
                                     "\x1b[11t",
                                     "\x1b[13t",
                                     "\x1b[19t",
                                     "\x1b[?15n",
                                     "\x1b[?26n",
                                     "\x05",
                                     "\x1b[1;1;1;1;1;1*y",
                                     "\x1b[x",
                                     "\x1b[?u",
                                     "\x1bZ",
                                     "\x1b]50;?\x07",
                                     "\x1b[?1;1;1S",
                                     "\x1b_Gi=1,a=q;\x1b\\",
                                     "\x1b[>4;?m",
                                     "\x1b[1c"})
            QTest::newRow(question + 1) << QByteArray(question);
    }
    void whatTellsTooMuchIsNotAnswered()
    {
        QFETCH(QByteArray, question);
        QCOMPARE(QByteArray::fromStdString(replyTo(question.toStdString())), QByteArray());
    }

    void defaultColoursAreToldOnceTheViewGaveSome()
    {
        std::string replies;
        Terminal terminal({80, 24});
        terminal.setWriter([&](std::string_view bytes) { replies += bytes; });
        terminal.setDefaultColors(Color::rgb(0xDD, 0xEE, 0xFF), Color::rgb(1, 2, 0x1A));
        terminal.receive("\x1b]10;?\x07\x1b]11;?\x1b\\\x1b]11;#ff0000\x07\x1b]11;?\x07");
        QCOMPARE(replies, std::string("\x1b]10;rgb:dddd/eeee/ffff\x1b\\\x1b]11;rgb:0101/0202/1a1a"
                                      "\x1b\\\x1b]11;rgb:0101/0202/1a1a\x1b\\"));
    }

    void repliesToAFloodOfQuestionsAreBounded()
    {
        std::string questions;
        while (questions.size() < 256 * 1024)
            questions += "\x1b[c";
        const std::string replies = replyTo(questions);
        QVERIFY(replies.size() <= 5 * 64 * 1024);
        QVERIFY(TerminalCheck::onlyAllowedReplies(replies));
    }

    void noiseWritesNothingBeyondTheList()
    {
        std::mt19937 random(7);
        for (int round = 0; round < 300; ++round) {
            std::string noise;
            for (int i = 0; i < 400; ++i) {
                static constexpr std::string_view alphabet =
                    "\x1b[]P?>=$!\";:0123456789\\cnqpmtyRruh\x07";
                noise += alphabet[random() % alphabet.size()];
            }
            QVERIFY(TerminalCheck::onlyAllowedReplies(replyTo(noise)));
        }
    }

    void aClipboardWriteWaitsForThePerson()
    {
        std::string replies;
        Terminal terminal({80, 24});
        terminal.setWriter([&](std::string_view bytes) { replies += bytes; });
        terminal.receive("\x1b]52;c;7ZWc6riA\x07\x1b]52;;YQ==\x1b\\\x1b]52;p;YWI\x07\x1b]52;c;?\x07"
                         "\x1b]52;c;no base64!\x07");
        const auto requests = terminal.takeClipboardRequests();
        QCOMPARE(requests.size(), std::size_t(3));
        QCOMPARE(requests[0].selection, std::string("c"));
        QCOMPARE(requests[0].text, std::string("한글"));
        QCOMPARE(requests[1].text, std::string("a"));
        QCOMPARE(requests[2].selection, std::string("p"));
        QCOMPARE(requests[2].text, std::string("ab"));
        QCOMPARE(replies, std::string());
        QVERIFY(terminal.takeClipboardRequests().empty());
        for (int i = 0; i < 100; ++i)
            terminal.receive("\x1b]52;c;YQ==\x07");
        QCOMPARE(terminal.takeClipboardRequests().size(), std::size_t(8));
    }

    void aStringThatIsTooLongIsDroppedWholeAndItsEndFound()
    {
        Terminal terminal({20, 2});
        terminal.receive("\x1b]2;short\x07");
        terminal.receive("\x1b]2;" + std::string(3 * 1024 * 1024, 'x') + "\x07" + "after");
        Frame frame;
        terminal.update(frame);
        QCOMPARE(frame.title, std::string("short"));
        QCOMPARE(TerminalCheck::rowText(frame, 0), std::string("after"));
    }
};

QTEST_APPLESS_MAIN(TerminalRepliesTest)
#include "terminal_replies.moc"
