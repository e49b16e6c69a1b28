// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/textmatcher.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace Portolan;

namespace {

// The text with what would be highlighted in brackets; empty where it is not found.
QString marked(const QString &query, const QString &text)
{
    const auto match = TextMatcher(query).match(text);
    if (!match)
        return {};
    QString result;
    qsizetype done = 0;
    for (const TextRange &range : match->ranges) {
        result += QStringView(text).mid(done, range.begin - done);
        result +=
            QLatin1Char('[') + QStringView(text).mid(range.begin, range.length) + QLatin1Char(']');
        done = range.begin + range.length;
    }
    return result + QStringView(text).mid(done);
}

int scoreOf(const char *query, const char *text)
{
    const auto match = TextMatcher(QString::fromUtf8(query)).match(QString::fromUtf8(text));
    return match ? match->score : -1;
}

} // namespace

class TextMatcherTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsTypedFindsWhatIsMeant_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *query, const char *text, const char *expected) {
            QTest::addRow("%s in %s", query, text)
                << QString::fromUtf8(query) << QString::fromUtf8(text)
                << QString::fromUtf8(expected);
        };
        // Latin
        row("new", "New tab", "[New] tab");
        row("TAB", "New tab", "New [tab]");
        row("ew", "New tab", "N[ew] tab");
        row("tab new", "New tab", "[New] [tab]");
        row("new new", "New tab", "[New] tab");
        row("cafe", "Caf\u00e9 router", "[Caf\u00e9] router");
        row("caf\u00e9", "cafe router", "[cafe] router");
        row("sw1", "core-sw1.seoul", "core-[sw1].seoul");
        row("ssh", "\uff33\uff33\uff28 host", "[\uff33\uff33\uff28] host");
        row("strasse", "Stra\u00dfe", "[Stra\u00dfe]");
        // In order, with gaps
        row("nt", "New tab", "[N]ew [t]ab");
        row("clt", "Close tab", "[Cl]ose [t]ab");
        row("gtaf", "Go to the address field", "[G]o [t]o the [a]ddress [f]ield");
        // Korean as written
        row("서울", "서울 본사", "[서울] 본사");
        row("본사", "서울 본사", "서울 [본사]");
        row("울", "서울 본사", "서[울] 본사");
        row("서울본사", "서울 본사", "[서울 본사]");
        row("새탭", "새 탭", "[새 탭]");
        row("서울 ssh", "ssh://서울.example", "[ssh]://[서울].example");
        // Unfinished last syllables, as an input method shows them
        row("ㅅ", "서울", "[서]울");
        row("서", "서울", "[서]울");
        row("성", "서울", "[서울]");
        row("서우", "서울", "[서울]");
        row("가", "각", "[각]");
        row("갑", "가바", "[가바]");
        row("각", "가게", "[가게]");
        row("갃", "각시", "[각시]");
        row("고", "과천", "[과]천");
        row("괅", "관광", "");
        row("골", "과천", "");
        row("달", "닭", "[닭]");
        row("닭", "닭", "[닭]");
        row("달ㄱ", "달구지", "[달구]지");
        row("갂", "가까이", "[가까]이");
        row("으", "의정부", "[의]정부");
        row("설저", "설정", "[설정]");
        row("터미", "터미널 설정", "[터미]널 설정");
        row("터민", "터미널 설정", "[터미널] 설정");
        // Initial consonants
        row("ㅅㅇ", "서울", "[서울]");
        row("ㅅㅇㅂㅅ", "서울 본사", "[서울 본사]");
        row("ㅂㅅ", "서울 본사", "서울 [본사]");
        row("ㅄ", "서울 본사", "서울 [본사]");
        row("ㄳ", "가수", "[가수]");
        row("서ㅇ", "서울", "[서울]");
        row("ㅅ울", "서울", "[서울]");
        row("ㅅ우", "서울", "[서울]");
        row("ㄲㄱ", "끄기", "[끄기]");
        row("ㅅㅌ", "새 탭", "[새 탭]");
        row("ㅅㅇ ㅂㅅ", "본사 서울", "[본사] [서울]");
        row("ㅋㅋ", "ㅋㅋ", "[ㅋㅋ]");
        row("샡", "새 탭", "[새 탭]");
        row("ㅅㅓㅇㅜ", "서울", "[서울]");
        row("ㅅㅁ", "서울", "");
        row("ㅇ", "각", "");
        row("서ㅇ", "선을", "");
        row("울서", "서울", "");
        row("서시", "서울시", "");
        row("간아", "가나", "");
        row("ㅏ", "가", "");
        // Korean under a Latin layout
        row("tjdnf", "서울", "[서울]");
        row("TjDNF", "서울", "");
        row("tjdn", "서울", "[서울]");
        row("tjdnfq", "서울 본사", "[서울 본]사");
        row("Rmrl", "끄기", "[끄기]");
        row("tjfwjd", "설정", "[설정]");
        row("rhkcjs", "과천", "[과천]");
        row("ekfr", "닭", "[닭]");
        row("tjdnf qhstk", "서울 본사", "[서울] [본사]");
        row("ssh", "나노", "");
        row("root", "개", "");
        // Latin under a Korean layout
        row("ㄴ노", "ssh", "[ssh]");
        row("ㄴ노", "ssh://bastion", "[ssh]://bastion");
        row("ㅠㅁㄴ샤ㅐㅜ", "bastion", "[bastion]");
        row("겨소", "ruth", "[ruth]");
        row("개ㅐㅅ", "root", "[root]");
        row("ㅈ듀2", "web2", "[web2]");
        row("채ㅔㅛ", "Copy", "[Copy]");
        row("ㅜㄷㅈ ㅅ뮤", "New tab", "[New] [tab]");
        row("ㄴㅅ", "best host", "");
        row("값", "rkqt", "[rkqt]");
        // Nothing to find
        row("zebra", "New tab", "");
        row("new zebra", "New tab", "");
        row("tabb", "New tab", "");
        row("", "New tab", "New tab");
        row("   ", "New tab", "New tab");
        row("new", "", "");
        // Beyond the basic plane
        row("\U0001F680", "go \U0001F680 now", "go [\U0001F680] now");
    }
    void whatIsTypedFindsWhatIsMeant()
    {
        QFETCH(QString, query);
        QFETCH(QString, text);
        QTEST(marked(query, text), "expected");
        // The same in the form that macOS gives file names and some input methods give text.
        const QString apart = query.normalized(QString::NormalizationForm_D);
        QTEST(marked(apart, text), "expected");
    }

    void decomposedTextIsHighlightedByItsOwnUnits()
    {
        const QString apart = QStringLiteral("서울 본사").normalized(QString::NormalizationForm_D);
        const auto match = TextMatcher(QStringLiteral("본사")).match(apart);
        QVERIFY(match);
        QCOMPARE(match->ranges.size(), 1);
        const TextRange range = match->ranges.first();
        QCOMPARE(apart.mid(range.begin, range.length).normalized(QString::NormalizationForm_C),
                 QStringLiteral("본사"));
        QVERIFY(TextMatcher(QStringLiteral("ㅂㅅ")).match(apart));
    }

    // What an input method shows, key by key, while a whole name is typed: it never disappears.
    void aNameStaysFoundWhileItIsTyped_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("composing");
        const auto row = [](const char *name, const char *composing) {
            QTest::newRow(name) << QString::fromUtf8(name)
                                << QString::fromUtf8(composing).split(QLatin1Char(' '));
        };
        row("서울시", "ㅅ 서 성 서우 서울 서욼 서울시");
        row("과학관", "ㄱ 고 과 괗 과하 과학 과학ㄱ 과학고 과학과 과학관");
        row("닭갈비", "ㄷ 다 달 닭 닭ㄱ 닭가 닭갈 닭갋 닭갈비");
        row("의정부", "ㅇ 으 의 읮 의저 의정 의정ㅂ 의정부");
        row("값싼", "ㄱ 가 갑 값 값ㅆ 값싸 값싼");
        row("까치", "ㄲ 까 깣 까치");
        row("왜관", "ㅇ 오 왜 왝 왜고 왜과 왜관");
    }
    void aNameStaysFoundWhileItIsTyped()
    {
        QFETCH(QString, name);
        QFETCH(QStringList, composing);
        for (const QString &typed : composing) {
            const auto match = TextMatcher(typed).match(name);
            QVERIFY2(match, qPrintable(typed));
            QCOMPARE(match->ranges.first().begin, 0);
        }
    }

    void betterMatchesComeFirst_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QStringList>("order");
        const auto row = [](const char *query, const char *order) {
            QTest::newRow(query) << QString::fromUtf8(query)
                                 << QString::fromUtf8(order).split(QLatin1Char('|'));
        };
        row("tab", "tab|tabs of all|new tab|crosstable|to a beach");
        row("set", "Settings|Open settings|Reset|see the");
        row("서울", "서울|서울시|본사 서울|남서울");
        row("ㅅㅇ", "ㅅㅇ 모음|본사 서울");
        row("sw1", "sw1|core-sw1|xsw10");
        row("ssh", "ssh|open ssh|openssh|save sound here");
        row("go", "Go to tab|Let it go|해제");
        row("ㅅ", "서울|본사|tab"); // the last is not found at all
    }
    void betterMatchesComeFirst()
    {
        QFETCH(QString, query);
        QFETCH(QStringList, order);
        const TextMatcher matcher(query);
        int before = INT_MAX;
        for (const QString &text : order) {
            const auto match = matcher.match(text);
            const int score = match ? match->score : INT_MIN;
            QVERIFY2(score < before, qPrintable(text));
            before = score;
        }
    }

    void theReadingAsTypedOutranksTheOtherLayout()
    {
        QVERIFY(scoreOf("ㅅㅇ", "서울") > scoreOf("ㅅㅇ", "td-lte gateway"));
        QVERIFY(scoreOf("ehd", "ehd-switch") > scoreOf("ehd", "동"));
        QVERIFY(scoreOf("ehd", "동") > 0);
    }

    void textOfEveryKindIsSurvived()
    {
        QRandomGenerator random(7);
        const QString alphabet = QStringLiteral(
            "aZ9 -ㄱㅏㄳㅞ가힣각값\u0301\u1100\u1161\u11a8\u11ff\U0001F680\u00df\ufb01");
        const auto any = [&](int longest) {
            QString text;
            const int length = random.bounded(longest);
            for (int i = 0; i < length; ++i)
                text += alphabet[random.bounded(int(alphabet.size()))];
            return text;
        };
        for (int i = 0; i < 20'000; ++i) {
            const QString text = any(24);
            const auto match = TextMatcher(any(6)).match(text);
            if (!match)
                continue;
            qsizetype end = -1;
            for (const TextRange &range : match->ranges) {
                QVERIFY(range.begin > end);
                QVERIFY(range.length > 0);
                end = range.begin + range.length;
                QVERIFY(end <= text.size());
            }
        }
    }
};

QTEST_APPLESS_MAIN(TextMatcherTest)
#include "textmatcher.moc"
