// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/charset.h"

#include <QStringConverter>
#include <QTest>

#include <random>
#include <string>

using namespace Portolan;

namespace {

constexpr std::string_view kFffd = "\xEF\xBF\xBD";

std::string decoded(std::string_view bytes, const char *charset = "windows-949")
{
    CharsetDecoder decoder{QLatin1String(charset)};
    std::string text = decoder.decode(bytes);
    return text + decoder.finish();
}

} // namespace

class CharsetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesInAnySpellingAreKnown()
    {
        for (const char *name :
             {"windows-949", "Windows-949", "CP949", "ms949", "UHC", "euc-kr", "EUC-KR",
              "ks_c_5601-1987", "iso-8859-1", "latin1", "cp1252", "big5", "gb18030", "koi8-r"})
            QVERIFY2(!knownCharset(QLatin1String(name)).value_or(QString()).isEmpty(), name);
        for (const char *name : {"", "utf-8", "UTF8", "Utf_8"})
            QCOMPARE(knownCharset(QLatin1String(name)).value_or(QStringLiteral("x")), QString());
    }

    void whatIsNoCharsetOrHidesAsciiIsRefused()
    {
        for (const char *name : {"klingon", "utf-16", "UTF-32LE", "iso-2022-kr", "utf-7", "cp037",
                                 "cp949//TRANSLIT", "../x", "a b"}) {
            const auto known = knownCharset(QLatin1String(name));
            QVERIFY2(!known, name);
            QCOMPARE(known.error().kind, Error::Kind::Usage);
        }
    }

    void hangulOfBothPartsOfTheTableIsDecoded()
    {
        // KS X 1001, and the syllables that windows-949 adds to it.
        QCOMPARE(decoded("\xC7\xD1\xB1\xDB"), std::string("한글"));
        QCOMPARE(decoded("\x8C\x63\xB9\xE6\xB0\xA2\xC7\xCF"), std::string("똠방각하"));
        QCOMPARE(decoded("\x1B[31m\xB0\xA1\x1B[m\r\n"), std::string("\x1B[31m가\x1B[m\r\n"));
    }

    void itIsTheSameWhereverTheStreamIsCut()
    {
        const std::string bytes = "a\xC7\xD1\x8C\x63\x1B[1m\xFF\xC9\xA1z\x81\r\n\xB0\xA1\x81";
        const std::string whole = decoded(bytes);
        for (std::size_t first = 0; first <= bytes.size(); ++first) {
            for (std::size_t second = first; second <= bytes.size(); ++second) {
                CharsetDecoder decoder(QStringLiteral("windows-949"));
                std::string text = decoder.decode(std::string_view(bytes).substr(0, first));
                text += decoder.decode(std::string_view(bytes).substr(first, second - first));
                text += decoder.decode(std::string_view(bytes).substr(second));
                text += decoder.finish();
                QCOMPARE(text, whole);
            }
        }
    }

    void whatIsNoCharacterCostsOneAndNeverAnAsciiByte()
    {
        const std::string fffd(kFffd);
        QCOMPARE(decoded("\xFF"), fffd);
        QCOMPARE(decoded("\x81\nx"), fffd + "\nx");
        QCOMPARE(decoded("\x81\x1B[m"), fffd + "\x1B[m");
        QCOMPARE(decoded("\xC9\xA1\xB0\xA1"), fffd + "가"); // the row for private use
        QCOMPARE(decoded("\xB0"), fffd);
        QCOMPARE(decoded("\xFF\xFF\xB0\xA1"), fffd + fffd + "가");
    }

    void everyCharacterGoesThereAndBack()
    {
        CharsetDecoder decoder(QStringLiteral("windows-949"));
        CharsetEncoder encoder(QStringLiteral("windows-949"));
        for (char32_t syllable = 0xAC00; syllable <= 0xD7A3; ++syllable) {
            const std::string text = QString::fromUcs4(&syllable, 1).toStdString();
            const auto bytes = encoder.encode(text);
            QVERIFY(bytes);
            QCOMPARE(bytes->size(), 2U);
            QCOMPARE(decoder.decode(*bytes), text);
        }
        for (int code = 0; code < 0x80; ++code) {
            const std::string text(1, static_cast<char>(code));
            QCOMPARE(encoder.encode(text).value_or(std::string("?")), text);
            QCOMPARE(decoder.decode(text), text);
        }
    }

    void whatTheCharsetLacksIsSaidAndNothingIsReplaced()
    {
        CharsetEncoder encoder(QStringLiteral("windows-949"));
        const auto refused = encoder.encode("가😀나");
        QVERIFY(!refused);
        QCOMPARE(refused.error().detail, QStringLiteral("😀"));
        QVERIFY(refused.error().what.contains(QStringLiteral("windows-949")));
        // And the next is as if nothing had been.
        QCOMPARE(encoder.encode("가").value_or(std::string()), std::string("\xB0\xA1"));
    }

    void bytesThatAreNoTextStayAsTheyAre()
    {
        CharsetEncoder encoder(QStringLiteral("windows-949"));
        const std::string report("\x1B[M \xFA\xFB");
        QCOMPARE(encoder.encode(report).value_or(std::string()), report);
    }

    void anyBytesGiveValidTextWhereverTheyAreCut()
    {
        std::mt19937 random(949); // NOLINT: the same bytes each time
        for (const char *charset : {"windows-949", "euc-kr", "big5", "gb18030", "iso-8859-1"}) {
            for (int round = 0; round < 200; ++round) {
                std::string bytes(random() % 60, '\0');
                for (char &byte : bytes)
                    byte = static_cast<char>(random());
                const std::string whole = decoded(bytes, charset);
                QStringDecoder check(QStringDecoder::Utf8, QStringConverter::Flag::Stateless);
                const QString text =
                    check(QByteArrayView(whole.data(), static_cast<qsizetype>(whole.size())));
                Q_UNUSED(text)
                QVERIFY2(!check.hasError(), charset);
                const std::size_t cut = bytes.empty() ? 0 : random() % bytes.size();
                CharsetDecoder decoder{QLatin1String(charset)};
                std::string pieces = decoder.decode(std::string_view(bytes).substr(0, cut));
                pieces += decoder.decode(std::string_view(bytes).substr(cut));
                pieces += decoder.finish();
                QCOMPARE(pieces, whole);
            }
        }
    }
};

QTEST_APPLESS_MAIN(CharsetTest)
#include "charset.moc"
