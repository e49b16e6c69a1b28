// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/smi/displayhint.h"
#include "core/snmp/smi/instance.h"
#include "core/snmp/smi/valuetext.h"
#include "tests/unit/smifixture.h"

#include <QTest>

#include <random>

using namespace Portolan;
using namespace Portolan::Snmp;
using namespace Portolan::Snmp::Smi;

namespace {

const char *const kTypes =
    "DisplayString ::= TEXTUAL-CONVENTION DISPLAY-HINT \"255a\" STATUS current DESCRIPTION \"\" "
    "SYNTAX OCTET STRING (SIZE (0..255))\n"
    "MacAddress ::= TEXTUAL-CONVENTION DISPLAY-HINT \"1x:\" STATUS current DESCRIPTION \"\" SYNTAX "
    "OCTET STRING (SIZE (6))\n"
    "DateAndTime ::= TEXTUAL-CONVENTION DISPLAY-HINT \"2d-1d-1d,1d:1d:1d.1d,1a1d:1d\" STATUS "
    "current "
    "DESCRIPTION \"\" SYNTAX OCTET STRING (SIZE (8 | 11))\n"
    "InetAddressType ::= TEXTUAL-CONVENTION STATUS current DESCRIPTION \"\" SYNTAX INTEGER { "
    "unknown(0), ipv4(1), ipv6(2), dns(16) }\n"
    "InetAddress ::= TEXTUAL-CONVENTION STATUS current DESCRIPTION \"\" SYNTAX OCTET STRING (SIZE "
    "(0..255))\n"
    "Tenths ::= TEXTUAL-CONVENTION DISPLAY-HINT \"d-1\" STATUS current DESCRIPTION \"\" SYNTAX "
    "Integer32 (-400..1250)\n";

std::string object(const char *name, int arc, const char *syntax, const char *more = "")
{
    return std::string(name) + " OBJECT-TYPE SYNTAX " + syntax + " " + more +
           " MAX-ACCESS read-write STATUS current DESCRIPTION \"\" ::= { root " +
           std::to_string(arc) + " }\n";
}

std::string table(const char *index, int arc)
{
    const std::string n = std::to_string(arc);
    return "t" + n + " OBJECT-TYPE SYNTAX SEQUENCE OF R" + n +
           " MAX-ACCESS not-accessible STATUS current ::= { root " + n + " }\nr" + n +
           " OBJECT-TYPE SYNTAX R" + n + " MAX-ACCESS not-accessible STATUS current INDEX { " +
           index + " } ::= { t" + n + " 1 }\nR" + n + " ::= SEQUENCE { c" + n + " INTEGER }\nc" +
           n + " OBJECT-TYPE SYNTAX INTEGER MAX-ACCESS read-only STATUS current ::= { r" + n +
           " 1 }\n";
}

Loaded &all()
{
    static Loaded loaded = load(module(
        std::string(kTypes) + object("state", 1, "INTEGER { up(1), down(2), odd-one(-3) }") +
        object("speed", 2, "Gauge32", "UNITS \"bits per second\"") +
        object("text", 3, "DisplayString (SIZE (0..8))") + object("mac", 4, "MacAddress") +
        object("date", 5, "DateAndTime") + object("flags", 6, "BITS { a(0), b(1), last(9) }") +
        object("degrees", 7, "Tenths", "UNITS \"C\"") + object("ticks", 8, "TimeTicks") +
        object("where", 9, "OBJECT IDENTIFIER") + object("address", 10, "IpAddress") +
        object("raw", 11, "OCTET STRING") + object("big", 12, "Counter64") +
        object("number", 13, "Integer32 (1..10 | 20)") + object("inet", 14, "InetAddress") +
        object("inetType", 15, "InetAddressType") + object("long", 16, "OCTET STRING (SIZE (2))") +
        object("opaque", 17, "Opaque") + table("number", 30) + table("text", 31) +
        table("IMPLIED text", 32) + table("mac", 33) + table("address, number", 34) +
        table("where", 35) + table("IMPLIED where", 36) + table("inetType, inet, number", 37) +
        table("text, IMPLIED raw", 38) + table("state", 39) + table("INTEGER", 40) +
        table("flags", 41)));
    return loaded;
}

Definition definition(const char *name)
{
    return all()->definition(QString::fromLatin1(name));
}

} // namespace

Q_DECLARE_METATYPE(Portolan::Snmp::Value)

class SmiValuesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theModuleOfThisTestIsInOrder() { QCOMPARE(told(all(), true), QStringList()); }

    void octetsAreWrittenByTheirHint_data()
    {
        QTest::addColumn<QString>("hint");
        QTest::addColumn<QByteArray>("octets");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *hint, const QByteArray &octets, const char *text) {
            QTest::addRow("%s %s", hint, octets.toHex().constData())
                << QString::fromLatin1(hint) << octets << QString::fromUtf8(text);
        };
        row("255a", "hello", "hello");
        row("255t", QByteArray("\xED\x95\x9C\xEA\xB8\x80"), "한글");
        row("1x:", QByteArray("\x00\x01\x2F\xAB\xCD\xEF", 6), "00:01:2f:ab:cd:ef");
        row("1d.1d.1d.1d", QByteArray("\x7F\x00\x00\x01", 4), "127.0.0.1");
        row("1d.1d.1d.1d:2d", QByteArray("\x0A\x00\x00\x01\x00\xA1", 6), "10.0.0.1:161");
        row("2d-1d-1d,1d:1d:1d.1d,1a1d:1d",
            QByteArray("\x07\xE8\x02\x1D\x0D\x05\x06\x00+\x09\x00", 11), "2024-2-29,13:5:6.0,+9:0");
        row("2d-1d-1d,1d:1d:1d.1d,1a1d:1d", QByteArray("\x07\xE8\x02\x1D\x0D\x05\x06\x00", 8),
            "2024-2-29,13:5:6.0");
        row("2x:2x:2x:2x:2x:2x:2x:2x", QByteArray::fromHex("20010db8000000000000000000000001"),
            "2001:0db8:0000:0000:0000:0000:0000:0001");
        row("1o", QByteArray("\x08\x09", 2), "1011");
        row("*1x:/1x:", QByteArray("\x02\xAA\xBB\xCC\xDD", 5), "aa:bb/cc:dd");
        row("*1d.", QByteArray("\x03\x01\x02\x03\x01\x09", 6), "1.2.3.9");
        row("1d.0d1d", QByteArray("\x01\x02", 2), "1.2");
        row("4d", QByteArray("\xFF\xFF\xFF\xFF", 4), "4294967295");
        row("8d", QByteArray("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF", 8), "18446744073709551615");
        row("16x", QByteArray::fromHex("00112233445566778899aabbccddeeff"),
            "00112233445566778899aabbccddeeff");
        row("1x:", QByteArray(), "");
    }
    void octetsAreWrittenByTheirHint()
    {
        QFETCH(QString, hint);
        QFETCH(QByteArray, octets);
        QFETCH(QString, text);
        const auto parsed = OctetHint::parse(hint.toStdString());
        QVERIFY(parsed);
        QCOMPARE(parsed->format(octets, TextCharset::Detect), text);
        if (hint.contains(QLatin1String("0d")) || hint == QLatin1String("*1d.") ||
            hint == QLatin1String("1o") || octets.isEmpty())
            return; // written so that it cannot be read back
        const auto back = parsed->parseText(text, TextCharset::Detect);
        QVERIFY2(back, back ? "" : qPrintable(back.error().what));
        QCOMPARE(*back, octets);
    }

    void whatIsNoHintIsRefused()
    {
        for (const char *bad : {"", "a", "x1", "1", "255", "1q", "*", "*a", "0d", "1x:*", "1d0x"})
            QVERIFY2(!OctetHint::parse(bad), bad);
        for (const char *bad : {"", "d-", "d2", "d-x", "z", "x-2", "d-99", "d-123"})
            QVERIFY2(!IntegerHint::parse(bad), bad);
    }

    void numbersAreWrittenByTheirHint()
    {
        QCOMPARE(IntegerHint::parse("d-2")->format(1234), QStringLiteral("12.34"));
        QCOMPARE(IntegerHint::parse("d-2")->format(-5), QStringLiteral("-0.05"));
        QCOMPARE(IntegerHint::parse("d")->format(7), QStringLiteral("7"));
        QCOMPARE(IntegerHint::parse("x")->format(255), QStringLiteral("ff"));
        QCOMPARE(IntegerHint::parse("o")->format(8), QStringLiteral("10"));
        QCOMPARE(IntegerHint::parse("b")->format(5), QStringLiteral("101"));
        QCOMPARE(*IntegerHint::parse("d-2")->parseText(u"12.3"), std::int64_t(1230));
        QCOMPARE(*IntegerHint::parse("d-2")->parseText(u"-0.05"), std::int64_t(-5));
        QVERIFY(!IntegerHint::parse("d-2")->parseText(u"1.234"));
        QVERIFY(!IntegerHint::parse("d")->parseText(u"1.2"));
        for (const char *bad : {"", "-", "x", "+1", "--1", "1e3", "99999999999999999999"})
            QVERIFY2(!IntegerHint::parse("d-1")->parseText(QString::fromLatin1(bad)), bad);
        for (const std::int64_t number :
             {std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()})
            QVERIFY(!IntegerHint::parse("d-3")->format(number).isEmpty());
    }

    void anyOctetsByAnyHintAreSafe()
    {
        std::mt19937 random(7);
        const std::string letters = "*0123456789xdoat:.,-/";
        for (int i = 0; i < 4000; ++i) {
            std::string hint;
            for (auto n = random() % 12; n > 0; --n)
                hint += letters[random() % letters.size()];
            QByteArray octets;
            for (auto n = random() % 40; n > 0; --n)
                octets.append(static_cast<char>(random()));
            const auto parsed = OctetHint::parse(hint);
            if (!parsed)
                continue;
            const auto text = parsed->format(octets, TextCharset::Detect);
            if (text)
                (void)parsed->parseText(*text, TextCharset::Detect);
        }
    }

    void textIsReadInTheCharsetThatItIsIn()
    {
        const QByteArray cp949("\xBC\xAD\xBF\xEF");
        QCOMPARE(textOfOctets(cp949, TextCharset::Detect), QString::fromUtf8("서울"));
        QCOMPARE(textOfOctets(cp949, TextCharset::Cp949), QString::fromUtf8("서울"));
        QCOMPARE(textOfOctets(cp949, TextCharset::Latin1), QString::fromUtf8("¼\u00ad¿ï"));
        QVERIFY(!textOfOctets(cp949, TextCharset::Utf8));
        QCOMPARE(textOfOctets("Z\xFCrich", TextCharset::Detect), QString::fromUtf8("Zürich"));
        QCOMPARE(textOfOctets(QByteArray("eth0\0\0", 6), TextCharset::Detect),
                 QStringLiteral("eth0"));
        QVERIFY(!textOfOctets(QByteArray("a\0b", 3), TextCharset::Detect));
        QVERIFY(!textOfOctets(QByteArray("\x01\x02", 2), TextCharset::Detect));
        QCOMPARE(*octetsOfText(QString::fromUtf8("서울"), TextCharset::Cp949), cp949);
        QVERIFY(!octetsOfText(QString::fromUtf8("서울"), TextCharset::Latin1));
    }

    void valuesAreWrittenAsTheirObjectMeansThem_data()
    {
        QTest::addColumn<QString>("object");
        QTest::addColumn<Value>("value");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("full");
        const auto row = [](const char *object, const Value &value, const char *text,
                            const char *full) {
            QTest::addRow("%s %s", object, text)
                << QString::fromLatin1(object) << value << QString::fromUtf8(text)
                << QString::fromUtf8(full);
        };
        row("state", Value::integer(1), "up", "up(1)");
        row("state", Value::integer(-3), "odd-one", "odd-one(-3)");
        row("state", Value::integer(9), "9", "9");
        row("state", Value::gauge32(2), "down", "down(2)"); // an agent with the wrong type
        row("state", Value::octets("x"), "x", "x");
        row("speed", Value::gauge32(4'294'967'295U), "4294967295", "4294967295 bits per second");
        row("text", Value::octets("hello"), "hello", "hello");
        row("text", Value::octets(QByteArray("\x00\x1A\xFF", 3)), "00 1A FF", "00 1A FF");
        row("mac", Value::octets(QByteArray("\x00\x1A\x2B\x3C\x4D\x5E", 6)), "00:1a:2b:3c:4d:5e",
            "00:1a:2b:3c:4d:5e");
        row("date", Value::octets(QByteArray("\x07\xE8\x02\x1D\x0D\x05\x06\x00+\x09\x00", 11)),
            "2024-2-29,13:5:6.0,+9:0", "2024-2-29,13:5:6.0,+9:0 (2024-02-29 13:05:06 +09:00)");
        row("flags", Value::octets(QByteArray("\xC0\x40", 2)), "a b last",
            "a(0) b(1) last(9) (C0 40)");
        row("flags", Value::octets(QByteArray("\x20", 1)), "2", "2 (20)");
        row("degrees", Value::integer(-5), "-0.5", "-0.5 (-5) C");
        row("ticks", Value::timeTicks(4'529'678), "12:34:56.78", "(4529678) 12:34:56.78");
        row("where", Value::objectIdentifier({1, 3, 6, 1, 4, 1, 42, 1, 0}), "TEST-MIB::state.0",
            "TEST-MIB::state.0 (1.3.6.1.4.1.42.1.0)");
        row("where", Value::objectIdentifier({2, 5, 4}), "2.5.4", "2.5.4");
        row("address", Value::ipAddress(QByteArray("\x0A\x00\x00\x01", 4)), "10.0.0.1", "10.0.0.1");
        row("raw", Value::octets("plain text"), "plain text", "plain text");
        row("raw", Value::octets(QByteArray("\xDE\xAD\xBE\xEF\x00\x01", 6)), "DE AD BE EF 00 01",
            "DE AD BE EF 00 01");
        // An address that would be letters in some charset, and Hangul of equipment without a hint.
        row("raw", Value::octets(QByteArray("\xC8\xD3\xA3\xE0\xF1\x22", 6)), "C8 D3 A3 E0 F1 22",
            "C8 D3 A3 E0 F1 22");
        row("raw", Value::octets("\xBC\xAD\xBF\xEF 1"), "서울 1", "서울 1");
        row("text", Value::octets("\xE8\xD3\xF3\xE0"), "E8 D3 F3 E0", "E8 D3 F3 E0");
        row("text", Value::octets("Z\xFCrich"), "Zürich", "Zürich");
        row("big", Value::counter64(18'446'744'073'709'551'615ULL), "18446744073709551615",
            "18446744073709551615");
        row("inet", Value::octets(QByteArray("\x7F\x00\x00\x01", 4)), "127.0.0.1", "127.0.0.1");
        row("inet", Value::octets(QByteArray::fromHex("20010db8000000000000000000000001")),
            "2001:db8::1", "2001:db8::1");
        row("inet", Value::octets(QByteArray::fromHex("fe80000000000000000000000000000100000003")),
            "fe80::1%3", "fe80::1%3");
        row("inet", Value::octets(QByteArray(16, '\0')), "::", "::");
    }
    void valuesAreWrittenAsTheirObjectMeansThem()
    {
        QFETCH(QString, object);
        QFETCH(Value, value);
        const ValueText written = textOf(*all(), all()->definition(object), value);
        QTEST(written.text, "text");
        QTEST(written.full, "full");
    }

    void whatDoesNotFitIsMarked()
    {
        QVERIFY(textOf(*all(), definition("state"), Value::gauge32(1)).isWrongType);
        QVERIFY(!textOf(*all(), definition("state"), Value::integer(1)).isWrongType);
        QVERIFY(textOf(*all(), definition("state"), Value::integer(9)).isOutOfRange);
        QVERIFY(textOf(*all(), definition("number"), Value::integer(11)).isOutOfRange);
        QVERIFY(!textOf(*all(), definition("number"), Value::integer(20)).isOutOfRange);
        QVERIFY(textOf(*all(), definition("mac"), Value::octets("abc")).isOutOfRange);
        const auto missing = Value::exception(ValueType::NoSuchInstance);
        QVERIFY(!textOf(*all(), definition("mac"), missing).isWrongType);
        QCOMPARE(textOf(*all(), Type(), Value::integer(5)).full, QStringLiteral("5"));
    }

    void longTimesHaveDays()
    {
        QCOMPARE(durationText(0), QStringLiteral("0:00:00.00"));
        QVERIFY(durationText(4'294'967'295U).contains(QStringLiteral("497")));
        QVERIFY(durationText(4'294'967'295U).endsWith(QStringLiteral("2:27:52.95")));
    }

    void typedTextBecomesAValue_data()
    {
        QTest::addColumn<QString>("object");
        QTest::addColumn<QString>("text");
        QTest::addColumn<Value>("value");
        const auto row = [](const char *object, const char *text, const Value &value) {
            QTest::addRow("%s %s", object, text)
                << QString::fromLatin1(object) << QString::fromUtf8(text) << value;
        };
        row("state", "up", Value::integer(1));
        row("state", "up(1)", Value::integer(1));
        row("state", "DOWN", Value::integer(2));
        row("state", " 2 ", Value::integer(2));
        row("number", "20", Value::integer(20));
        row("number", "0x0A", Value::integer(10));
        row("speed", "4294967295", Value::gauge32(4'294'967'295U));
        row("degrees", "-0.5", Value::integer(-5));
        row("text", " a ", Value::octets(" a "));
        row("text", "한글", Value::octets("\xED\x95\x9C\xEA\xB8\x80"));
        row("mac", "00:1a:2b:3c:4d:5e", Value::octets(QByteArray::fromHex("001a2b3c4d5e")));
        row("mac", "0:1a:2b:3c:4d:5e", Value::octets(QByteArray::fromHex("001a2b3c4d5e")));
        row("mac", "00-1A-2B-3C-4D-5E", Value::octets(QByteArray::fromHex("001a2b3c4d5e")));
        row("mac", "0x001a2b3c4d5e", Value::octets(QByteArray::fromHex("001a2b3c4d5e")));
        row("date", "2024-2-29,13:5:6.0,+9:0",
            Value::octets(QByteArray("\x07\xE8\x02\x1D\x0D\x05\x06\x00+\x09\x00", 11)));
        row("flags", "a last", Value::octets(QByteArray("\x80\x40", 2)));
        row("flags", "a, b(1)", Value::octets(QByteArray("\xC0", 1)));
        row("flags", "", Value::octets({}));
        row("ticks", "100", Value::timeTicks(100));
        row("ticks", "12:34:56.78", Value::timeTicks(4'529'678));
        row("ticks", "1 d 0:00:01", Value::timeTicks(8'640'100));
        row("where", "TEST-MIB::state.0", Value::objectIdentifier({1, 3, 6, 1, 4, 1, 42, 1, 0}));
        row("address", "10.0.0.1", Value::ipAddress(QByteArray("\x0A\x00\x00\x01", 4)));
        row("big", "18446744073709551615", Value::counter64(18'446'744'073'709'551'615ULL));
        row("long", "0xFFFE", Value::octets("\xFF\xFE"));
    }
    void typedTextBecomesAValue()
    {
        QFETCH(QString, object);
        QFETCH(QString, text);
        QFETCH(Value, value);
        const auto read = valueOf(*all(), all()->definition(object), text);
        QVERIFY2(read, read ? "" : qPrintable(read.error().what));
        QVERIFY(*read == value);
    }

    void textThatDoesNotFitIsRefusedWithTheReason_data()
    {
        QTest::addColumn<QString>("object");
        QTest::addColumn<QString>("text");
        for (const auto &[object, text] : std::vector<std::pair<const char *, const char *>>{
                 {"state", "sideways"},
                 {"state", "3"},
                 {"number", "11"},
                 {"number", "1.5"},
                 {"number", ""},
                 {"number", "99999999999"},
                 {"speed", "-1"},
                 {"speed", "4294967296"},
                 {"text", "nine letters"},
                 {"mac", "00:1a:2b"},
                 {"mac", "00:1g:2b:3c:4d:5e"},
                 {"flags", "a nope"},
                 {"ticks", "soon"},
                 {"ticks", "99999 d 0:00:00"},
                 {"where", "nope"},
                 {"address", "10.0.0.256"},
                 {"big", "-1"},
                 {"long", "0xFFFEFD"},
                 {"long", "0xF"},
                 {"degrees", "200"},
                 {"t30", "1"},
             })
            QTest::addRow("%s %s", object, text)
                << QString::fromLatin1(object) << QString::fromLatin1(text);
    }
    void textThatDoesNotFitIsRefusedWithTheReason()
    {
        QFETCH(QString, object);
        QFETCH(QString, text);
        const auto read = valueOf(*all(), all()->definition(object), text);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, Error::Kind::Usage);
        QVERIFY(!read.error().what.isEmpty());
    }

    void instancesAreReadByTheirIndex_data()
    {
        QTest::addColumn<QString>("object");
        QTest::addColumn<QString>("suffix");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *object, const char *suffix, const char *text) {
            QTest::addRow("%s %s", object, suffix)
                << QString::fromLatin1(object) << QString::fromLatin1(suffix)
                << QString::fromLatin1(text);
        };
        row("c30", "7", "7");
        row("c31", "3.97.98.99", "abc");
        row("c31", "0", "");
        row("c32", "97.98.99", "abc");
        row("c33", "0.26.43.60.77.94", "00:1a:2b:3c:4d:5e");
        row("c34", "10.0.0.1.5", "10.0.0.1, 5");
        row("c35", "3.1.3.6", "SNMPv2-SMI::dod");
        row("c35", "2.2.5", "2.5");
        row("c36", "1.3.6.1.4.1.42.1", "TEST-MIB::state");
        row("c37", "1.4.127.0.0.1.9", "ipv4, 127.0.0.1, 9");
        row("c37", "2.16.254.128.0.0.0.0.0.0.0.0.0.0.0.0.0.1.9", "ipv6, fe80::1, 9");
        row("c37", "16.3.97.46.98.9", "dns, a.b, 9");
        row("c38", "1.97.98.99", "a, bc");
        row("c39", "1", "up");
        row("c40", "12", "12");
        row("c41", "1.128", "a");
    }
    void instancesAreReadByTheirIndex()
    {
        QFETCH(QString, object);
        QFETCH(QString, suffix);
        QFETCH(QString, text);
        const Oid arcs = *Oid::parseSuffix(suffix);
        const Definition column = all()->definition(object);
        const Instance read = decodeInstance(*all(), column, arcs.arcs());
        QVERIFY(read.isComplete);
        QCOMPARE(read.text, text);
        // And back.
        QList<Value> values;
        for (const IndexValue &each : read.values)
            values.append(each.value);
        const auto back = encodeInstance(column, values);
        QVERIFY2(back, back ? "" : qPrintable(back.error().what));
        QCOMPARE(back->text(), suffix);
    }

    void anInstanceThatDoesNotFitIsShownAsItsNumbers_data()
    {
        QTest::addColumn<QString>("object");
        QTest::addColumn<QString>("suffix");
        for (const auto &[object, suffix] : std::vector<std::pair<const char *, const char *>>{
                 {"c30", "7.8"},
                 {"c31", "3.97.98"},
                 {"c31", "2.97.98.99"},
                 {"c31", "1.300"},
                 {"c31", "4294967295.1"},
                 {"c32", "97.256"},
                 {"c33", "1.2.3"},
                 {"c34", "10.0.0"},
                 {"c34", "10.0.0.256.1"},
                 {"c35", "9.1.3"},
                 {"c37", "1.4.127.0.0.1"},
             })
            QTest::addRow("%s %s", object, suffix)
                << QString::fromLatin1(object) << QString::fromLatin1(suffix);
    }
    void anInstanceThatDoesNotFitIsShownAsItsNumbers()
    {
        QFETCH(QString, object);
        QFETCH(QString, suffix);
        const Oid arcs = *Oid::parseSuffix(suffix);
        const Instance read = decodeInstance(*all(), all()->definition(object), arcs.arcs());
        QVERIFY(!read.isComplete);
        QCOMPARE(read.text, suffix);
    }

    void aScalarHasTheInstanceZero()
    {
        const std::array<std::uint32_t, 1> zero = {0};
        QVERIFY(decodeInstance(*all(), definition("state"), zero).isComplete);
        QCOMPARE(encodeInstance(definition("state"), {})->text(), QStringLiteral("0"));
        QVERIFY(decodeInstance(*all(), definition("c30"), {}).values.isEmpty());
    }

    void rowsAreNamedByWhatAPersonTypes()
    {
        const auto encode = [](const char *object, const QStringList &texts) {
            const auto oid = encodeInstance(*all(), definition(object), texts);
            return oid ? oid->text() : QStringLiteral("-");
        };
        QCOMPARE(encode("c34", {QStringLiteral("10.0.0.1"), QStringLiteral("5")}),
                 QStringLiteral("10.0.0.1.5"));
        QCOMPARE(encode("c31", {QStringLiteral("abc")}), QStringLiteral("3.97.98.99"));
        QCOMPARE(encode("c39", {QStringLiteral("up")}), QStringLiteral("1"));
        QCOMPARE(encode("c37",
                        {QStringLiteral("ipv4"), QStringLiteral("127.0.0.1"), QStringLiteral("9")}),
                 QStringLiteral("1.4.127.0.0.1.9"));
        QCOMPARE(encode("c34", {QStringLiteral("10.0.0.1")}), QStringLiteral("-"));
        QCOMPARE(encode("c39", {QStringLiteral("odd-one")}), QStringLiteral("-")); // negative
        const auto oid = all()->resolve(u"TEST-MIB::c34[10.0.0.1][5]");
        QCOMPARE(oid->text(), QStringLiteral("1.3.6.1.4.1.42.34.1.1.10.0.0.1.5"));
        QCOMPARE(all()->resolve(u"c31[\"a]b\"]")->text(),
                 QStringLiteral("1.3.6.1.4.1.42.31.1.1.3.97.93.98"));
        QCOMPARE(all()->resolve(u"c31.\"ab\"")->text(),
                 QStringLiteral("1.3.6.1.4.1.42.31.1.1.2.97.98"));
        QCOMPARE(all()->resolve(u"c32.'ab'")->text(),
                 QStringLiteral("1.3.6.1.4.1.42.32.1.1.97.98"));
    }

    void anySuffixOfAnyTableIsSafe()
    {
        std::mt19937 random(11);
        for (int i = 0; i < 20'000; ++i) {
            Oid suffix;
            for (auto n = random() % 20; n > 0; --n)
                suffix.append(random() % 4 == 0 ? static_cast<std::uint32_t>(random())
                                                : random() % 20);
            const Definition column =
                all()->definition(QStringLiteral("c%1").arg(30 + random() % 12));
            const Instance read = decodeInstance(*all(), column, suffix.arcs());
            if (!read.isComplete)
                continue;
            QList<Value> values;
            for (const IndexValue &each : read.values)
                values.append(each.value);
            const auto back = encodeInstance(column, values);
            QVERIFY(!back || *back == suffix);
        }
    }
};

QTEST_GUILESS_MAIN(SmiValuesTest)
#include "smivalues.moc"
