// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/payload/decoded.h"
#include "core/payload/diff.h"
#include "core/payload/imagefacts.h"
#include "core/payload/jsonpath.h"

#include <QTest>

#include <cmath>
#include <random>
#include <string>

using namespace Portolan;
using namespace Portolan::Payload;

namespace {

using Type = Node::Type;

Decoded read(Kind kind, std::string_view bytes, const Options &options = {})
{
    auto decoded = decode(kind, bytes, options);
    if (!decoded) {
        QTest::qFail(qPrintable(decoded.error().what), __FILE__, __LINE__);
        return {};
    }
    return std::move(*decoded);
}

QString errorOf(Kind kind, std::string_view bytes)
{
    const auto decoded = decode(kind, bytes);
    return decoded ? QStringLiteral("(decoded)")
                   : decoded.error().what + QStringLiteral(" @%1").arg(decoded.error().native);
}

std::string fromHex(const char *hex)
{
    return QByteArray::fromHex(hex).toStdString();
}

QString leafText(const Decoded &decoded, const char *path)
{
    const auto parsed = JsonPath::parse(QString::fromUtf8(path));
    const Node *node = parsed ? parsed->find(decoded) : nullptr;
    return node ? node->text : QStringLiteral("(nothing)");
}

class PayloadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jsonKeepsEveryDigitAndEveryKey();
    void jsonErrorsNameLineAndColumn_data();
    void jsonErrorsNameLineAndColumn();
    void jsonThatIsNoUtf8IsShownWithANote();
    void theHeadOfALongJsonIsShownAndCut();
    void depthAndNodesAreBounded();
    void cborOfTheStandardsAppendix_data();
    void cborOfTheStandardsAppendix();
    void brokenCborSaysWhere();
    void messagePackHasAllItsTypes();
    void brokenMessagePackSaysWhere();
    void wireFieldsWithoutASchema();
    void textIsStrictUtf8OrTheCharsetAsked();
    void hexAndBase64();
    void picturesSayFormatAndSize();
    void detectionNamesOnlyWhatIsCertain_data();
    void detectionNamesOnlyWhatIsCertain();
    void randomBytesAreNeverTakenForAFormat();
    void everyTruncationOfEveryFormatIsAnErrorOrAHead();
    void pathsFindOneValue();
    void pathsThatChooseManyAreRefused();
    void numbersInTexts();
    void linesThatDiffer();
    void bytesThatDiffer();
    void aDiffOfEverythingIsCoarseAndComplete();
};

void PayloadTest::jsonKeepsEveryDigitAndEveryKey()
{
    const Decoded decoded = read(
        Kind::Json, R"({"a":123456789012345678901234567890,"b":[1.50,true,null,"x\u00e9"],"a":2})");
    QCOMPARE(decoded.text, QStringLiteral("{\n  \"a\": 123456789012345678901234567890,\n"
                                          "  \"b\": [\n    1.50,\n    true,\n    null,\n"
                                          "    \"xé\"\n  ],\n  \"a\": 2\n}"));
    QCOMPARE(decoded.nodes.size(), std::size_t(8));
    QCOMPARE(decoded.nodes[0].children, 3);
    QCOMPARE(decoded.notes.size(), 1);
    QVERIFY(decoded.notes.first().endsWith(QLatin1Char('a')));
    QVERIFY(!decoded.cut);
    QCOMPARE(decoded.nodes[1].offset, std::int64_t(5));
    QCOMPARE(read(Kind::Json, "{}").text, QStringLiteral("{}"));
    QCOMPARE(read(Kind::Json, " [ ] ").text, QStringLiteral("[]"));
    QCOMPARE(read(Kind::Json, "\"\\ud83d\\ude00\"").text, QStringLiteral("\"😀\""));
}

void PayloadTest::jsonErrorsNameLineAndColumn_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("begins");
    QTest::addColumn<int>("offset");
    QTest::newRow("empty") << QByteArray("") << "Line 1, column 1:" << 0;
    QTest::newRow("comma") << QByteArray("{\n  \"a\": 1\n  \"b\": 2}") << "Line 3, column 3:" << 13;
    QTest::newRow("after a wide character")
        << QByteArray("[\"온도\" 1]") << "Line 1, column 7:" << 10;
    QTest::newRow("trailing comma") << QByteArray("[1,]") << "Line 1, column 4:" << 3;
    QTest::newRow("leading zero") << QByteArray("01") << "Line 1, column 2:" << 1;
    QTest::newRow("NaN") << QByteArray("NaN") << "Line 1, column 1:" << 0;
    QTest::newRow("two values") << QByteArray("1 2") << "Line 1, column 3:" << 2;
    QTest::newRow("bare key") << QByteArray("{a:1}") << "Line 1, column 2:" << 1;
    QTest::newRow("control") << QByteArray("\"a\nb\"") << "Line 1, column 3:" << 2;
    QTest::newRow("escape") << QByteArray("\"\\q\"") << "Line 1, column 2:" << 1;
    QTest::newRow("open") << QByteArray("{\"a\": [1, 2") << "Line 1, column 12:" << 11;
    QTest::newRow("wrong bracket") << QByteArray("[1}") << "Line 1, column 3:" << 2;
    QTest::newRow("point") << QByteArray("[1.]") << "Line 1, column 4:" << 3;
    QTest::newRow("minus") << QByteArray("-") << "Line 1, column 2:" << 1;
}

void PayloadTest::jsonErrorsNameLineAndColumn()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, begins);
    QFETCH(int, offset);
    const auto decoded = decode(Kind::Json, {json.constData(), std::size_t(json.size())});
    QVERIFY(!decoded);
    QVERIFY2(decoded.error().what.startsWith(begins), qPrintable(decoded.error().what));
    QCOMPARE(decoded.error().native, offset);
    QCOMPARE(decoded.error().kind, Error::Kind::Protocol);
}

void PayloadTest::jsonThatIsNoUtf8IsShownWithANote()
{
    const Decoded decoded = read(Kind::Json, "{\"k\xff\":\"a\xc3(\", \"s\": \"\\ud800\"}");
    QCOMPARE(decoded.nodes[1].name, QStringLiteral("k\\xff"));
    QCOMPARE(decoded.nodes[1].text, QStringLiteral("a\\xc3("));
    QCOMPARE(decoded.nodes[2].text, QStringLiteral("\\xed\\xa0\\x80"));
    QCOMPARE(decoded.notes.size(), 1);
}

void PayloadTest::theHeadOfALongJsonIsShownAndCut()
{
    std::string json = "[";
    for (int i = 0; i < 1000; ++i)
        json += "{\"n\": " + std::to_string(i) + "},";
    for (std::size_t size = 0; size < 200; ++size) {
        Options options;
        options.size = 100'000'000;
        const auto decoded = decode(Kind::Json, std::string_view(json).substr(0, size), options);
        QVERIFY2(decoded, qPrintable(QString::number(size)));
        QVERIFY(decoded->cut);
        QCOMPARE(decoded->size, std::uint64_t(100'000'000));
        QVERIFY(decoded->text.endsWith(QChar(0x2026)));
    }
    // A hundred megabytes: only a head of them is looked at.
    const std::string large = "\"" + std::string(100'000'000, 'x') + "\"";
    const Decoded head = read(Kind::Json, large);
    QVERIFY(head.cut);
    QCOMPARE(head.size, std::uint64_t(100'000'002));
    QVERIFY(head.text.size() < 3'000'000);
}

void PayloadTest::depthAndNodesAreBounded()
{
    const std::string deep(200'000, '[');
    auto decoded = decode(Kind::Json, deep + std::string(200'000, ']'));
    QVERIFY(decoded);
    QVERIFY(decoded->cut && decoded->nodes.size() == 128);
    decoded = decode(Kind::Cbor, std::string(200'000, '\x81') + '\0');
    QVERIFY(decoded && decoded->cut && decoded->nodes.size() == 128);
    decoded = decode(Kind::MessagePack, std::string(200'000, '\x91') + '\0');
    QVERIFY(decoded && decoded->cut && decoded->nodes.size() == 128);

    std::string wide = "[0";
    for (int i = 0; i < 300'000; ++i)
        wide += ",0";
    decoded = decode(Kind::Json, wide + "]");
    QVERIFY(decoded && decoded->cut);
    QCOMPARE(decoded->nodes.size(), std::size_t(100'000));
    QCOMPARE(decoded->notes.size(), 1);
}

void PayloadTest::cborOfTheStandardsAppendix_data()
{
    // RFC 8949, appendix A.
    QTest::addColumn<QByteArray>("hex");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *hex, const char *text) {
        QTest::newRow(hex) << QByteArray(hex) << QString::fromUtf8(text);
    };
    row("00", "0");
    row("1bffffffffffffffff", "18446744073709551615");
    row("c249010000000000000000", "18446744073709551616");
    row("3bffffffffffffffff", "-18446744073709551616");
    row("c349010000000000000000", "-18446744073709551617");
    row("20", "-1");
    row("3903e7", "-1000");
    row("f90000", "0.0");
    row("f98000", "-0.0");
    row("f93e00", "1.5");
    row("f97bff", "65504.0");
    row("f90001", "5.960464477539063e-08");
    row("fa7f7fffff", "3.4028234663852886e+38");
    row("fb3ff199999999999a", "1.1");
    row("f97c00", "Infinity");
    row("f97e00", "NaN");
    row("f9fc00", "-Infinity");
    row("f4", "false");
    row("f6", "null");
    row("f7", "undefined");
    row("f0", "simple(16)");
    row("f8ff", "simple(255)");
    row("c11a514b67b0", "2013-03-21T20:04:00.000Z");
    row("c1fb41d452d9ec200000", "2013-03-21T20:04:00.500Z");
    row("c074323031332d30332d32315432303a30343a30305a", "0! \"2013-03-21T20:04:00Z\"");
    row("d74401020304", "23! h'01020304'");
    row("4401020304", "h'01020304'");
    row("62225c", "\"\\\"\\\\\"");
    row("64f0908591", "\"\xf0\x90\x85\x91\"");
    row("80", "[]");
    row("8301820203820405", "[\n  1,\n  [\n    2,\n    3\n  ],\n  [\n    4,\n    5\n  ]\n]");
    row("a201020304", "{\n  \"1\": 2,\n  \"3\": 4\n}");
    row("5f42010243030405ff", "h'0102030405'");
    row("7f657374726561646d696e67ff", "\"streaming\"");
    row("9fff", "[]");
    row("9f018202039f0405ffff", "[\n  1,\n  [\n    2,\n    3\n  ],\n  [\n    4,\n    5\n  ]\n]");
    row("bf61610161629f0203ffff", "{\n  \"a\": 1,\n  \"b\": [\n    2,\n    3\n  ]\n}");
    row("a1820102f5", "{\n  \"h'820102'\": true\n}");
    row("a1a1019f8001ff6178", "{\n  \"h'a1019f8001ff'\": \"x\"\n}");
    row("bf6346756ef563416d7421ff", "{\n  \"Fun\": true,\n  \"Amt\": -2\n}");
}

void PayloadTest::cborOfTheStandardsAppendix()
{
    QFETCH(QByteArray, hex);
    QFETCH(QString, text);
    const Decoded decoded = read(Kind::Cbor, fromHex(hex.constData()));
    QCOMPARE(decoded.text, text);
    QVERIFY(!decoded.cut);
    QVERIFY(decoded.notes.isEmpty());
}

void PayloadTest::brokenCborSaysWhere()
{
    for (const char *hex :
         {"", "18", "1c", "62c3", "82", "8201", "a161", "a1616161", "ff", "9f", "bf6161ff",
          "5f01ff", "5f5f41ffffff", "f801", "fc", "c0", "df", "7bffffffffffffffff61"}) {
        if (std::string_view(hex) == "a1616161")
            continue; // the value of "a" is a text that is cut: below
        const auto decoded = decode(Kind::Cbor, fromHex(hex));
        QVERIFY2(!decoded, hex);
        QCOMPARE(decoded.error().kind, Error::Kind::Protocol);
        QVERIFY(!decoded.error().what.isEmpty());
    }
    QVERIFY(errorOf(Kind::Cbor, fromHex("a1616161")).endsWith(QStringLiteral("@3")));
    QCOMPARE(read(Kind::Cbor, fromHex("0000")).notes.size(), 1);
    // A text that is no UTF-8 is shown, not lost.
    QCOMPARE(read(Kind::Cbor, fromHex("62c328")).nodes[0].text, QStringLiteral("\\xc3("));
}

void PayloadTest::messagePackHasAllItsTypes()
{
    const std::string bytes =
        fromHex("de0013"
                "a16100a162ffa163d080a164d18000a165d280000000a166d38000000000000000"
                "a167ccffa168cdffffa169ceffffffffa16acfffffffffffffffff"
                "a16bca3fc00000a16ccb3ff199999999999aa16dc3a16ec0"
                "a16fc403010203a170d60066554433a171d6ff5e0be100a17293c29000a173d903c3a9c3");
    const Decoded decoded = read(Kind::MessagePack, bytes);
    const auto text = [&](const char *path) { return leafText(decoded, path); };
    QCOMPARE(decoded.nodes[0].children, 19);
    QCOMPARE(text("$.a"), QStringLiteral("0"));
    QCOMPARE(text("$.b"), QStringLiteral("-1"));
    QCOMPARE(text("$.c"), QStringLiteral("-128"));
    QCOMPARE(text("$.d"), QStringLiteral("-32768"));
    QCOMPARE(text("$.e"), QStringLiteral("-2147483648"));
    QCOMPARE(text("$.f"), QStringLiteral("-9223372036854775808"));
    QCOMPARE(text("$.j"), QStringLiteral("18446744073709551615"));
    QCOMPARE(text("$.k"), QStringLiteral("1.5"));
    QCOMPARE(text("$.l"), QStringLiteral("1.1"));
    QCOMPARE(text("$.m"), QStringLiteral("true"));
    QCOMPARE(text("$.o"), QStringLiteral("010203"));
    QCOMPARE(text("$.p"), QStringLiteral("66554433"));
    QCOMPARE(text("$.q"), QStringLiteral("2020-01-01T00:00:00.000Z"));
    QCOMPARE(text("$.r[0]"), QStringLiteral("false"));
    QCOMPARE(text("$.r[-1]"), QStringLiteral("0"));
    QCOMPARE(text("$.s"), QStringLiteral("é\\xc3"));
    // A key may be a list.
    const Decoded odd = read(Kind::MessagePack, fromHex("8292019181a161c207c3a162c2"));
    QCOMPARE(odd.nodes[1].name, QStringLiteral("h'92019181a161c2'"));
    QVERIFY(!odd.nodes[1].isTextKey);
    QCOMPARE(odd.nodes[1].text, QStringLiteral("7"));
}

void PayloadTest::brokenMessagePackSaysWhere()
{
    for (const char *hex : {"", "c1", "a2c3", "92", "9201", "81a161", "81", "c4", "c403ff", "d6",
                            "cb00", "dd", "ddffffffff", "8190a1", "c9ffffffff01"}) {
        const auto decoded = decode(Kind::MessagePack, fromHex(hex));
        QVERIFY2(!decoded, hex);
        QCOMPARE(decoded.error().kind, Error::Kind::Protocol);
    }
}

void PayloadTest::wireFieldsWithoutASchema()
{
    // 1: 150, 2: "testing", 3: {1: 150}, 4: bytes, 5: fixed32
    const std::string bytes = fromHex("089601120774657374696e671a0308960122"
                                      "03ff00ff2d0000c03f");
    const Decoded decoded = read(Kind::Protobuf, bytes);
    QCOMPARE(leafText(decoded, "$['1']"), QStringLiteral("150"));
    QCOMPARE(leafText(decoded, "$['2']"), QStringLiteral("testing"));
    QCOMPARE(leafText(decoded, "$['3']['1']"), QStringLiteral("150"));
    QCOMPARE(leafText(decoded, "$['4']"), QStringLiteral("ff00ff"));
    QCOMPARE(leafText(decoded, "$['5']"), QStringLiteral("1069547520 (1.5)"));
    QVERIFY(!decode(Kind::Protobuf, "5 degrees"));
    QVERIFY(!decode(Kind::Protobuf, fromHex("0896")));
    QVERIFY(!decode(Kind::Protobuf, fromHex("12ff01")));
}

void PayloadTest::textIsStrictUtf8OrTheCharsetAsked()
{
    QCOMPARE(read(Kind::Text, "온도 21").text, QStringLiteral("온도 21"));
    const auto broken = decode(Kind::Text, "ab\xff");
    QVERIFY(!broken);
    QCOMPARE(broken.error().native, 2);
    for (const char *bad : {"\xc0\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xe0\x80\x80", "\x80"})
        QVERIFY(!decode(Kind::Text, bad));
    Options korean;
    korean.charset = QStringLiteral("cp949");
    QCOMPARE(read(Kind::Text, "\xbf\xc2\xb5\xb5", korean).text, QStringLiteral("온도"));
    const Decoded odd = read(Kind::Text, "\xbf\xc2\xff!", korean);
    QCOMPARE(odd.text, QStringLiteral("온\uFFFD!"));
    QCOMPARE(odd.notes.size(), 1);
    Options unknown;
    unknown.charset = QStringLiteral("klingon");
    QVERIFY(!decode(Kind::Text, "a", unknown));
    // The end of a head may cut a character in two.
    Options head;
    head.size = 1000;
    QVERIFY(decode(Kind::Text, "\xec\x98", head));
}

void PayloadTest::hexAndBase64()
{
    QCOMPARE(read(Kind::Hex, std::string_view("AB\0\xff", 4)).text,
             QStringLiteral("00000000  41 42 00 ff                                       |AB..|"));
    const Decoded long1 = read(Kind::Hex, std::string(1'000'000, 'x'));
    QVERIFY(long1.cut);
    QCOMPARE(long1.text.count(QLatin1Char('\n')), 256 * 1024 / 16);
    QCOMPARE(read(Kind::Base64, "hello").text, QStringLiteral("aGVsbG8="));
    const Decoded inside = read(Kind::FromBase64, "eyJhIjog\nMX0=");
    QCOMPARE(inside.text, QStringLiteral("{\n  \"a\": 1\n}"));
    QCOMPARE(inside.kind, Kind::FromBase64);
    QVERIFY(!decode(Kind::FromBase64, "a*b"));
    QVERIFY(!decode(Kind::FromBase64, "a===="));
    // No Base64 within Base64: one layer.
    QCOMPARE(read(Kind::FromBase64, "YUdWc2JHOD0=").text, QStringLiteral("aGVsbG8="));
}

void PayloadTest::picturesSayFormatAndSize()
{
    const std::string png = fromHex("89504e470d0a1a0a0000000d49484452000002800000"
                                    "01e00806000000");
    QCOMPARE(read(Kind::Image, png).text, QStringLiteral("PNG, 640 × 480"));
    const std::string gif = std::string("GIF89a") + fromHex("0a001400f00000");
    QCOMPARE(imageFacts(gif)->width, 10U);
    QCOMPARE(imageFacts(gif)->height, 20U);
    const std::string jpeg = fromHex("ffd8ffe000104a46494600010100000100010000"
                                     "ffc0001108003000400301");
    QCOMPARE(read(Kind::Image, jpeg).text, QStringLiteral("JPEG, 64 × 48"));
    const std::string webp =
        std::string("RIFF\x24\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0", 24) + fromHex("7f02003f0100");
    QCOMPARE(read(Kind::Image, webp).text, QStringLiteral("WebP, 640 × 320"));
    for (const std::string &whole : {png, gif, jpeg, webp}) {
        for (std::size_t size = 0; size + 8 < whole.size(); ++size)
            (void)imageFacts(std::string_view(whole).substr(0, size));
    }
    QVERIFY(!decode(Kind::Image, "GIF89a"));
    QVERIFY(!decode(Kind::Image, "\xff\xd8\xff"));
}

void PayloadTest::detectionNamesOnlyWhatIsCertain_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("topic");
    QTest::addColumn<QString>("kind");
    const auto row = [](const char *name, const QByteArray &bytes, const char *topic,
                        const char *kind) {
        QTest::newRow(name) << bytes << QByteArray(topic) << QString::fromLatin1(kind);
    };
    row("nothing", "", "a", "text");
    row("number", "21.5", "a", "text");
    row("five", "5", "spBv1.0/g/NDATA/n", "text");
    row("five elsewhere", "5 degrees", "a", "text");
    row("words", "hello", "a", "text");
    row("Korean", "온도", "a", "text");
    row("json", " {\"a\": 1}", "a", "json");
    row("almost json", "{a: 1}", "a", "text");
    row("a log line", "[12:30] started", "a", "text");
    row("CP949", "\xbf\xc2\xb5\xb5", "a", "hex");
    row("cbor map", QByteArray::fromHex("a16161f5"), "a", "cbor");
    row("tagged cbor", QByteArray::fromHex("d9d9f701"), "a", "cbor");
    row("messagepack map", QByteArray::fromHex("81a1610a"), "a", "messagepack");
    row("messagepack list of maps", QByteArray::fromHex("9181a16101"), "a", "messagepack");
    row("two bytes", QByteArray::fromHex("8101"), "a", "hex");
    row("cbor with more behind it", QByteArray::fromHex("a16161f500"), "a", "hex");
    row("zero", QByteArray(1, '\0'), "a", "hex");
    row("sparkplug", QByteArray::fromHex("08c0c4071800"), "spBv1.0/g/NDATA/n", "sparkplug");
    row("sparkplug bytes elsewhere", QByteArray::fromHex("08c0c4071800"), "a/b", "hex");
    row("sparkplug topic with text", "hello world", "spBv1.0/g/NDATA/n", "text");
    row("sparkplug state", "{\"online\":true}", "spBv1.0/STATE/host", "json");
    row("sparkplug of another version", QByteArray::fromHex("08c0c4071800"), "spAv1.0/g/NDATA/n",
        "hex");
    row("protobuf", QByteArray::fromHex("089601120774657374696e67"), "a", "hex");
    row("gif", QByteArray("GIF89a") + QByteArray::fromHex("0a001400f00000"), "a", "image");
}

void PayloadTest::detectionNamesOnlyWhatIsCertain()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, topic);
    QFETCH(QString, kind);
    QCOMPARE(kindName(detect({bytes.constData(), std::size_t(bytes.size())},
                             {topic.constData(), std::size_t(topic.size())})),
             kind);
    QCOMPARE(kindName(*kindOf(kind)), kind);
}

void PayloadTest::randomBytesAreNeverTakenForAFormat()
{
    std::mt19937 random(7);
    for (int i = 0; i < 100'000; ++i) {
        std::string bytes(1 + random() % 12, '\0');
        for (char &byte : bytes)
            byte = static_cast<char>(random());
        const Kind kind = detect(bytes, "sensors/raw");
        if (kind != Kind::Text && kind != Kind::Hex)
            QFAIL(qPrintable(kindName(kind) + QLatin1Char(' ') +
                             QString::fromLatin1(QByteArray::fromStdString(bytes).toHex())));
    }
}

void PayloadTest::everyTruncationOfEveryFormatIsAnErrorOrAHead()
{
    const std::pair<Kind, std::string> whole[] = {
        {Kind::Json, R"({"a": [1, 2.5e3, "x\u00e9\ud83d\ude00"], "b": {"c": true, "d": null}})"},
        {Kind::Cbor, fromHex("bf61619f01fb3ff199999999999a63414243ff6162a1616318ffff")},
        {Kind::MessagePack, fromHex("82a1619301cb3ff199999999999aa3414243a16281a163ccff")},
        {Kind::Protobuf, fromHex("089601120774657374696e671a03089601")},
    };
    for (const auto &[kind, bytes] : whole) {
        QVERIFY(decode(kind, bytes));
        for (std::size_t size = 0; size < bytes.size(); ++size) {
            const std::string_view part = std::string_view(bytes).substr(0, size);
            if (kind != Kind::Protobuf)
                QVERIFY2(!decode(kind, part), qPrintable(kindName(kind)));
            Options options;
            options.size = bytes.size();
            const auto head = decode(kind, part, options);
            QVERIFY2(size == 0 || (head && head->cut),
                     qPrintable(kindName(kind) + QString::number(size)));
        }
    }
}

void PayloadTest::pathsFindOneValue()
{
    const Decoded decoded =
        read(Kind::Json, R"({"a":{"b":[{"c":21.5},"30 %"],"it's \\ odd":1},"":2,"온도":3})");
    const auto number = [&](const char *path) {
        const auto parsed = JsonPath::parse(QString::fromUtf8(path));
        const auto found = parsed ? numberAt(decoded, *parsed) : std::nullopt;
        return found.value_or(-1);
    };
    QCOMPARE(number("$.a.b[0].c"), 21.5);
    QCOMPARE(number("$['a'][\"b\"][-2]['c']"), 21.5);
    QCOMPARE(number("$.a.b[1]"), 30.0);
    QCOMPARE(number("$.a['it\\'s \\\\ odd']"), 1.0);
    QCOMPARE(number("$['']"), 2.0);
    QCOMPARE(number("$.온도"), 3.0);
    QCOMPARE(number("$.a"), -1.0);
    QCOMPARE(number("$.a.b[2]"), -1.0);
    QCOMPARE(number("$.a.b[-3]"), -1.0);
    QCOMPARE(number("$.a[0]"), -1.0);
    // Every node can be found again by its own path.
    for (std::size_t i = 0; i < decoded.nodes.size(); ++i) {
        const auto path =
            JsonPath::parse(JsonPath::to(decoded, static_cast<std::int32_t>(i)).toString());
        QVERIFY(path);
        QCOMPARE(path->find(decoded), &decoded.nodes[i]);
    }
}

void PayloadTest::pathsThatChooseManyAreRefused()
{
    for (const char *path : {"", "a", "$.", "$..a", "$.*", "$[*]", "$[1:2]", "$[?@.a]", "$['a",
                             "$[1", "$[]", "$a", "$.a.", "$.1a", "$[+1]"}) {
        const auto parsed = JsonPath::parse(QString::fromUtf8(path));
        QVERIFY2(!parsed, path);
        QCOMPARE(parsed.error().kind, Error::Kind::Usage);
    }
}

void PayloadTest::numbersInTexts()
{
    QCOMPARE(numberIn("21.5"), std::optional(21.5));
    QCOMPARE(numberIn(" -3e2\n"), std::optional(-300.0));
    QCOMPARE(numberIn("21.5 °C"), std::optional(21.5));
    QCOMPARE(numberIn("45%"), std::optional(45.0));
    QCOMPARE(numberIn("12345 seconds"), std::optional(12345.0));
    QCOMPARE(numberIn("ON"), std::optional(1.0));
    QCOMPARE(numberIn("false"), std::optional(0.0));
    for (const char *text : {"", " ", "abc", "2024-05-01", "10.0.0.1", "12:30", "nan", "inf",
                             "1,000", "5x2", "+", "mosquitto version 2.0.11"})
        QVERIFY2(!numberIn(text), text);
}

void PayloadTest::linesThatDiffer()
{
    const QString before = QStringLiteral("a\nb\nc\nd\n");
    const QString after = QStringLiteral("a\nc\nd\ne");
    const Diff diff = diffLines(before, after);
    using EditType = Edit::Type;
    const std::vector<Edit> wanted{{EditType::Same, 0, 0, 1},
                                   {EditType::Removed, 1, 1, 1},
                                   {EditType::Same, 2, 1, 2},
                                   {EditType::Added, 4, 3, 1}};
    QCOMPARE(diff.edits, wanted);
    QVERIFY(!diff.isCoarse && !diff.isCut && !diff.isSame());
    QCOMPARE(unified(diff, before, after), QStringLiteral(" a\n-b\n c\n d\n+e\n"));
    QVERIFY(diffLines(before, before).isSame());
    QVERIFY(diffLines({}, {}).isSame());
    QCOMPARE(unified(diffLines({}, after), {}, after), QStringLiteral("+a\n+c\n+d\n+e\n"));
}

void PayloadTest::bytesThatDiffer()
{
    // Any two sequences: the edits lead from one to the other, and the script is as short as the
    // plain table says.
    std::mt19937 random(11);
    for (int round = 0; round < 400; ++round) {
        std::string a(random() % 40, '\0');
        std::string b(random() % 40, '\0');
        for (char &byte : a)
            byte = static_cast<char>('a' + random() % 4);
        for (char &byte : b)
            byte = static_cast<char>('a' + random() % 4);
        const Diff diff = diffBytes(a, b);
        std::string made;
        std::size_t edits = 0;
        std::size_t atA = 0;
        for (const Edit &edit : diff.edits) {
            const auto count = static_cast<std::size_t>(edit.count);
            if (edit.type == Edit::Type::Added) {
                QCOMPARE(std::size_t(edit.after), made.size());
                made += b.substr(static_cast<std::size_t>(edit.after), count);
                edits += count;
            } else {
                QCOMPARE(std::size_t(edit.before), atA);
                atA += count;
                if (edit.type == Edit::Type::Same)
                    made += a.substr(static_cast<std::size_t>(edit.before), count);
                else
                    edits += count;
            }
        }
        QCOMPARE(made, b);
        QCOMPARE(atA, a.size());
        std::vector<std::vector<std::size_t>> table(a.size() + 1,
                                                    std::vector<std::size_t>(b.size() + 1));
        for (std::size_t i = 0; i <= a.size(); ++i) {
            for (std::size_t j = 0; j <= b.size(); ++j) {
                if (i == 0 || j == 0)
                    table[i][j] = i + j;
                else if (a[i - 1] == b[j - 1])
                    table[i][j] = table[i - 1][j - 1];
                else
                    table[i][j] = 1 + std::min(table[i - 1][j], table[i][j - 1]);
            }
        }
        QCOMPARE(edits, table[a.size()][b.size()]);
    }
}

void PayloadTest::aDiffOfEverythingIsCoarseAndComplete()
{
    QString before;
    QString after;
    for (int i = 0; i < 20'000; ++i) {
        before += QStringLiteral("before %1\n").arg(i);
        after += QStringLiteral("after %1\n").arg(i);
    }
    const Diff diff = diffLines(before, after);
    QVERIFY(diff.isCoarse);
    QCOMPARE(diff.edits.size(), std::size_t(2));
    QCOMPARE(diff.edits[0].count, std::int64_t(20'000));
    QVERIFY(diffBytes(std::string(kMostDiffBytes + 1, 'a'), "b").isCut);
}

} // namespace

QTEST_GUILESS_MAIN(PayloadTest)
#include "payload.moc"
