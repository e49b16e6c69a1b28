// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/smi/lexer.h"
#include "core/snmp/smi/parser.h"
#include "tests/unit/smifixture.h"

#include <QStringEncoder>
#include <QTest>

#include <chrono>

using namespace Portolan::Snmp::Smi;

namespace {

const std::string kRoot = "1.3.6.1.4.1.42";

std::string object(const std::string &name, int arc, const std::string &syntax = "INTEGER")
{
    return name + " OBJECT-TYPE SYNTAX " + syntax +
           " MAX-ACCESS read-only STATUS current DESCRIPTION \"d\" ::= { root " +
           std::to_string(arc) + " }\n";
}

} // namespace

class SmiParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPlainModuleIsReadWithoutAComplaint()
    {
        const auto s = load(module(object("foo", 1) + object("bar", 2)));
        QCOMPARE(told(s, true), QStringList());
        QCOMPARE(oidOf(s, "foo"), QString::fromStdString(kRoot + ".1"));
        QCOMPARE(oidOf(s, "TEST-MIB::bar"), QString::fromStdString(kRoot + ".2"));
        QCOMPARE(s->definition(u"foo").description(), QStringLiteral("d"));
        QCOMPARE(s->definition(u"foo").line(), 4U);
    }

    void commentsEndWithTheirLineOrWithASecondPairOfDashes_data()
    {
        QTest::addColumn<QString>("comment");
        for (const char *comment :
             {"-- plain", "----------------", "-- a -- b", "-- it's a \"quote", "-- foo -- --",
              "--- foo ---", "-- ports -- of A, B,", "-- see -- (below)", "-- end --\n", "--\n--x",
              "-- 'H", "--a--b--c d e f"})
            QTest::newRow(comment) << QString::fromLatin1(comment);
    }
    void commentsEndWithTheirLineOrWithASecondPairOfDashes()
    {
        QFETCH(QString, comment);
        const auto s =
            load(module(comment.toStdString() + "\n" + object("foo", 1) + comment.toStdString()));
        QCOMPARE(told(s, true), QStringList());
        QCOMPARE(oidOf(s, "foo"), QString::fromStdString(kRoot + ".1"));
    }

    void aDefinitionMayGoOnBehindACommentOnTheSameLine()
    {
        const auto s = load(module(
            "foo OBJECT-TYPE SYNTAX INTEGER { up(1), -- ready -- down(2), -- off --\n dead(3) }\n"
            "MAX-ACCESS read-only -- why -- STATUS current DESCRIPTION \"d\" -- place -- ::= { "
            "root "
            "1 }"));
        QCOMPARE(told(s, true), QStringList());
        QCOMPARE(s->definition(u"foo").type().names().size(), std::size_t(3));
    }

    void anyLineEndWillDo()
    {
        const std::string text = module(object("foo", 1) + "junk junk\n" + object("bar", 2));
        for (const char *end : {"\n", "\r\n", "\r", "\n\r\n", "\f\n", "\n\x1a"}) {
            std::string other;
            for (const char c : text)
                if (c == '\n')
                    other += end;
                else
                    other += c;
            const auto s = load(other);
            QCOMPARE(oidOf(s, "bar"), QString::fromStdString(kRoot + ".2"));
            if (std::string_view(end) == "\r" || std::string_view(end) == "\r\n")
                QCOMPARE(told(s).first(), QStringLiteral("expected 5:6 error"));
        }
    }

    void linesAreCountedAsEditorsCountThem()
    {
        const std::string text = module("junk junk\n" + object("bar", 2));
        for (const char *end : {"\n\r", "\r\r\n", "\r\n", "\r"}) {
            std::string other;
            for (const char c : text)
                other += c == '\n' ? std::string(end) : std::string(1, c);
            QCOMPARE(told(load(other)).first().section(QLatin1Char(':'), 0, 0),
                     QStringLiteral("expected 4"));
        }
    }

    void blanksOfWordProcessorsAreBlanks()
    {
        const auto s = load(module("foo OBJECT-TYPE\u00A0SYNTAX\u3000INTEGER\u200B ACCESS "
                                   "read-only\uFEFF\nSTATUS mandatory ::= { root 1 }"));
        QCOMPARE(told(s, true), QStringList());
        QCOMPARE(oidOf(s, "foo"), QString::fromStdString(kRoot + ".1"));
    }

    void aCommentMayStandBeforeADefinitionInItsLine()
    {
        const auto s = load(module("-- the first -- " + object("foo", 1)));
        QCOMPARE(told(s, true), QStringList());
        QCOMPARE(oidOf(s, "foo"), QString::fromStdString(kRoot + ".1"));
    }

    void aBeginningThatIsNearlyOneIsShown_data()
    {
        QTest::addColumn<QString>("line");
        for (const char *line : {"FOO DEFINITIONS := BEGIN", "FOO DEFINITION ::= BEGIN",
                                 "DEFINITIONS ::= BEGIN", "FOO Definitions ::= begin"})
            QTest::newRow(line) << QString::fromLatin1(line);
    }
    void aBeginningThatIsNearlyOneIsShown()
    {
        QFETCH(QString, line);
        const auto file = parseFile("x", "-- a comment\n" + line.toStdString() + "\nEND\n");
        QVERIFY(file->modules.empty());
        QCOMPARE(diagnosticName(file->diagnostics.at(0).id), QStringLiteral("no_module"));
        QCOMPARE(file->diagnostics.at(0).line, 2U);
        QVERIFY(file->diagnostics.at(0).severity == Severity::Error);
        // What was not meant as one is no mistake.
        const auto prose = parseFile("README", "What these files are for.\n");
        QVERIFY(prose->diagnostics.at(0).severity == Severity::Warning);
    }

    void whatStandsBehindAnEndTooManyIsSaid()
    {
        const auto s = load(module(object("foo", 1)) + object("bar", 2) + "END\n");
        QCOMPARE(told(s), QStringList{QStringLiteral("text_behind_end 7:1 warning")});
    }

    void aDefinitionThatIsLostIsNamedOnce_data()
    {
        QTest::addColumn<QString>("bad");
        QTest::addColumn<QStringList>("complaints");
        QTest::newRow("misspelt macro")
            << QStringLiteral("bad OBJCT-TYPE SYNTAX INTEGER ACCESS read-only STATUS mandatory "
                              "::= { root 9 }")
            << QStringList{QStringLiteral("expected 4:5 error"),
                           QStringLiteral("definition_lost 4:1 error")};
        QTest::newRow("only a syntax")
            << QStringLiteral("bad OBJECT-TYPE SYNTAX Integer32 ::= { root 9 }")
            << QStringList{QStringLiteral("clause_missing 4:1 warning")};
        QTest::newRow("an OID that never ends")
            << QStringLiteral("bad OBJECT IDENTIFIER ::= { root %1}")
                   .arg(QStringLiteral("1 ").repeated(140))
            << QStringList{QStringLiteral("limit_reached 4:289 error"),
                           QStringLiteral("definition_lost 4:1 error")};
        QTest::newRow("a trap of nobody")
            << QStringLiteral("bad TRAP-TYPE VARIABLES { foo } ::= 5")
            << QStringList{QStringLiteral("clause_missing 4:1 error"),
                           QStringLiteral("definition_lost 4:1 error")};
    }
    void aDefinitionThatIsLostIsNamedOnce()
    {
        QFETCH(QString, bad);
        QFETCH(QStringList, complaints);
        const auto s = load(module(bad.toStdString() + "\n" + object("foo", 1)));
        QCOMPARE(told(s), complaints);
        QCOMPARE(oidOf(s, "foo"), QString::fromStdString(kRoot + ".1"));
    }

    void whatIsNoModuleIsNamedForWhatItIs_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("what");
        const auto row = [](const char *name, const QByteArray &bytes, const char *id,
                            const char *what = "") {
            QTest::newRow(name) << bytes << QString::fromLatin1(id) << QString::fromLatin1(what);
        };
        row("html", "<!DOCTYPE html>\n<html><body>FOO DEFINITIONS ::= BEGIN</body>", "not_text",
            "html");
        row("html in capitals", "\n\n <HTML><HEAD>", "not_text", "html");
        row("html behind xml", "<?xml version=\"1.0\"?><!-- x --><html>", "not_text", "html");
        row("xml", "<?xml version=\"1.0\"?>\n<smi>", "not_text", "xml");
        row("pdf", "%PDF-1.4\n...", "not_text", "pdf");
        row("zip", QByteArray("PK\x03\x04\x14\x00\x00", 7), "not_text", "zip");
        row("gzip", QByteArray("\x1F\x8B\x08\x00", 4), "not_text", "gzip");
        row("compress", QByteArray("\x1F\x9D\x90", 3), "not_text", "compress");
        row("word", QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8), "not_text", "office");
        row("rtf", "{\\rtf1\\ansi FOO DEFINITIONS ::= BEGIN END}", "not_text", "rtf");
        row("program",
            QByteArray("\x7F"
                       "ELF\x02\x01",
                       6),
            "not_text", "program");
        row("binary", QByteArray(400, '\x03'), "not_text", "binary");
        row("empty", "", "empty");
        row("blank", " \r\n\t\n", "empty");
        row("script", "#!/bin/sh\n# A DEFINITIONS ::= BEGIN END\n", "not_text", "script");
        row("prose", "Dear customer,\nthe MIB DEFINITIONS are on our site.\n", "no_module");
        row("commented out", "-- FOO DEFINITIONS ::= BEGIN\n", "no_module");
    }
    void whatIsNoModuleIsNamedForWhatItIs()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, id);
        QFETCH(QString, what);
        const auto file = parseFile("x", {bytes.constData(), std::size_t(bytes.size())});
        QVERIFY(file->modules.empty());
        QCOMPARE(file->diagnostics.size(), std::size_t(1));
        const Diagnostic &told = file->diagnostics.front();
        QCOMPARE(diagnosticName(told.id), id);
        if (!what.isEmpty())
            QCOMPARE(QString::fromStdString(told.arguments.front()), what);
        QVERIFY(!diagnosticText(told.id, told.arguments).isEmpty());
    }

    void utf16IsDecodedAndSaid()
    {
        const QString text = QString::fromStdString(module(object("foo", 1)));
        for (const auto encoding : {QStringConverter::Utf16LE, QStringConverter::Utf16BE}) {
            for (const auto flag :
                 {QStringConverter::Flag::WriteBom, QStringConverter::Flag::Default}) {
                QStringEncoder encoder(encoding, flag);
                const QByteArray bytes = encoder.encode(text);
                const auto s = load(bytes.toStdString());
                QCOMPARE(oidOf(s, "foo"), QString::fromStdString(kRoot + ".1"));
                QVERIFY(tells(s, "utf16_decoded"));
            }
        }
        const auto broken = load(std::string("\xFF\xFE\x41\x00\x00\xD8\x41\x00", 8));
        QVERIFY(tells(broken, "utf16_broken"));
    }

    void descriptionsMayBeInAnyOfTheUsualCharsets()
    {
        const QString korean = QString::fromUtf8("포트의 상태를 나타냅니다");
        const auto described = [&](const std::string &bytes) {
            const auto s = load("\xEF\xBB\xBF" +
                                module("foo OBJECT-TYPE SYNTAX INTEGER ACCESS read-only STATUS "
                                       "mandatory DESCRIPTION \"" +
                                       bytes + "\" ::= { root 1 }"));
            return s->definition(u"foo").description();
        };
        QCOMPARE(described(korean.toStdString()), korean);
        QCOMPARE(described("\xC6\xF7\xC6\xAE\xC0\xC7 \xBB\xF3\xC5\xC2"),
                 QString::fromUtf8("포트의 상태"));
        QCOMPARE(described("\xB1\xBE\xB6\xCB\xBF\xDA\xB5\xC4\xD7\xB4\xCC\xAC"),
                 QString::fromUtf8("本端口的状态"));
        QCOMPARE(described("Universit\xE4t Z\xFCrich \x96 Ma\xDF"),
                 QString::fromUtf8("Universität Zürich – Maß"));
    }

    void pageHeadersOfAnRfcDoNotCount()
    {
        const auto s =
            load(module(object("foo", 1) +
                        "bar OBJECT-TYPE\n   SYNTAX INTEGER\n\n\nCase, et al.            "
                        "Standards Track                   [Page 12]\n\f\nRFC 1213       "
                        "               MIB-II                      March 1991\n\n\n   "
                        "ACCESS read-only STATUS mandatory DESCRIPTION \"one\n\nCase "
                        "[Page 13]\n\f\nRFC 1213      MIB-II    March 1991\n\n two\"\n"
                        "::= { root 2 }\n" +
                        object("baz", 3)));
        QCOMPARE(told(s, true), QStringList());
        QCOMPARE(s->definition(u"bar").description(), QStringLiteral("one\n\ntwo"));
        QCOMPARE(s->definition(u"baz").line(), 22U);
    }

    void severalModulesAndProseStandInOneFile()
    {
        const auto s = load("Dear \"customer,\nthis isn't a MIB yet.\n\n"
                            "A-MIB DEFINITIONS ::= BEGIN IMPORTS enterprises FROM SNMPv2-SMI; "
                            "a OBJECT IDENTIFIER ::= { enterprises 1 } END\n"
                            "and 'now the next:\n"
                            "B-MIB -- what a name --\n { iso 3 } PIB-DEFINITIONS IMPLICIT TAGS ::= "
                            "BEGIN IMPORTS a FROM A-MIB; b OBJECT IDENTIFIER ::= { a 7 } END\n"
                            "That was all, \"folks.");
        QCOMPARE(oidOf(s, "A-MIB::a"), QStringLiteral("1.3.6.1.4.1.1"));
        QCOMPARE(oidOf(s, "B-MIB::b"), QStringLiteral("1.3.6.1.4.1.1.7"));
        QCOMPARE(told(s), QStringList());
        QVERIFY(tells(s, "text_behind_end"));
    }

    void aMissingEndLosesNothing()
    {
        const auto s = load("A-MIB DEFINITIONS ::= BEGIN IMPORTS enterprises FROM SNMPv2-SMI;\n"
                            "a OBJECT IDENTIFIER ::= { enterprises 1 }\n"
                            "B-MIB DEFINITIONS ::= BEGIN IMPORTS a FROM A-MIB;\n"
                            "b OBJECT IDENTIFIER ::= { a 1 }\n");
        QCOMPARE(told(s), (QStringList{QStringLiteral("end_missing 3:1 warning"),
                                       QStringLiteral("end_missing 5:1 warning")}));
        QCOMPARE(oidOf(s, "b"), QStringLiteral("1.3.6.1.4.1.1.1"));
    }

    void oneBadDefinitionDoesNotLoseTheOthers_data()
    {
        QTest::addColumn<QString>("bad");
        QTest::addColumn<QString>("complaint"); // the first one
        const auto row = [](const char *name, const char *bad, const char *complaint) {
            QTest::newRow(name) << QString::fromUtf8(bad) << QString::fromLatin1(complaint);
        };
        row("no ::=", "bad OBJECT-TYPE SYNTAX INTEGER MAX-ACCESS read-only STATUS current\n",
            "definition_lost");
        row("no value", "bad OBJECT IDENTIFIER ::=\n", "definition_lost");
        row("nonsense", "bad %&/ @@@\n", "expected");
        row("no syntax", "bad OBJECT-TYPE MAX-ACCESS read-only STATUS current ::= { root 9 }",
            "clause_missing");
        row("open brace",
            "bad OBJECT-TYPE SYNTAX INTEGER { up(1), down(2\nMAX-ACCESS read-only "
            "STATUS current ::= { root 9 }",
            "brace_missing");
        row("unknown clause",
            "bad OBJECT-TYPE SYNTAX INTEGER FOO bar MAX-ACCESS read-only STATUS "
            "current ::= { root 9 }",
            "unknown_clause");
        row("value of another type", "bad INTEGER ::= x y z\n", "");
        row("text open",
            "bad OBJECT-TYPE SYNTAX INTEGER ACCESS read-only STATUS mandatory\n"
            "DESCRIPTION \"not closed\n  ::= { root 9 }\n",
            "string_not_closed");
        row("type without end", "Bad ::= INTEGER (1..\n", "brace_missing");
        row("sequence without end", "Bad ::= SEQUENCE { a INTEGER,\n", "expected");
        row("stray marks", "; , } ) {", "expected");
        row("strange character", "bad OBJECT IDENTIFIER ::= { root \xE2\x82\xAC 9 }\n", "expected");
        row("trap", "bad TRAP-TYPE ENTERPRISE root DESCRIPTION \"x\" ::= up", "expected");
    }
    void oneBadDefinitionDoesNotLoseTheOthers()
    {
        QFETCH(QString, bad);
        QFETCH(QString, complaint);
        const auto s =
            load(module(object("before", 1) + bad.toStdString() + "\n" + object("behind", 2)));
        QCOMPARE(oidOf(s, "before"), QString::fromStdString(kRoot + ".1"));
        QCOMPARE(oidOf(s, "behind"), QString::fromStdString(kRoot + ".2"));
        if (complaint.isEmpty())
            QCOMPARE(told(s), QStringList());
        else
            QVERIFY2(told(s).value(0).startsWith(complaint),
                     qPrintable(told(s).join(QLatin1Char('\n'))));
    }

    void textsKeepTheirQuotesAndLoseTheirIndentation()
    {
        const auto s = load(
            module("foo OBJECT-TYPE SYNTAX INTEGER ACCESS read-only STATUS mandatory DESCRIPTION\n"
                   "        \"The \"best\" of all,\n"
                   "         and the \"\"rest\"\":\n"
                   "\t   - one\r\n"
                   "\n\n\n"
                   "         - two   \n"
                   "        \"\n::= { root 1 }\n" +
                   object("bar", 2)));
        QCOMPARE(s->definition(u"foo").description(),
                 QStringLiteral("The \"best\" of all,\nand the \"rest\":\n  - one\n\n- two"));
        QCOMPARE(oidOf(s, "bar"), QString::fromStdString(kRoot + ".2"));
    }

    void proseAboutDefinitionsIsNoDefinition()
    {
        const auto s =
            load(module("foo OBJECT-TYPE SYNTAX INTEGER ACCESS read-only STATUS mandatory "
                        "DESCRIPTION \"This is \"quoted\" text -- with dashes;\n and a "
                        "brace } ::= sign.\" ::= { root 1 }\n" +
                        object("bar", 2)));
        QCOMPARE(
            s->definition(u"foo").description(),
            QStringLiteral("This is \"quoted\" text -- with dashes;\nand a brace } ::= sign."));
        QCOMPARE(oidOf(s, "bar"), QString::fromStdString(kRoot + ".2"));
    }

    void aModuleWithoutItsRootIsNotLoaded()
    {
        const auto s =
            load("T-MIB DEFINITIONS ::= BEGIN IMPORTS x FROM Y-MIB;\na OBJECT IDENTIFIER "
                 "::= { x 1 }\nR ::= SEQUENCE { a INTEGER }\nEND");
        QCOMPARE(s->module(u"T-MIB").state(), ModuleState::Failed);
        QCOMPARE(s->module(u"T-MIB").lostCount(), 1);
    }

    void whatVendorsWriteIsTakenAsItIsMeant_data()
    {
        QTest::addColumn<QString>("definitions");
        QTest::addColumn<QString>("complaint");
        const auto row = [](const char *name, const char *text, const char *complaint) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromLatin1(complaint);
        };
        const char *rest = " MAX-ACCESS read-only STATUS current DESCRIPTION \"\" ::= { root 1 }";
        const auto syntax = [&](const char *name, const char *text, const char *complaint) {
            row(name,
                qPrintable(QStringLiteral("foo OBJECT-TYPE SYNTAX %1%2")
                               .arg(QLatin1String(text), QLatin1String(rest))),
                complaint);
        };
        syntax("comma missing", "INTEGER { a(1) b(2) }", "comma_missing");
        syntax("comma too many", "INTEGER { a(1), b(2), }", "comma_too_many");
        syntax("comma twice", "INTEGER { a(1),, b(2) }", "comma_too_many");
        syntax("label with digits", "INTEGER { 10baseT(1), 100-Mb(2) }", "");
        syntax("label with marks", "INTEGER { n/a(1), not used(2) }", "strange_character");
        syntax("label with underscore", "INTEGER { a_b(1), c(2) }", "");
        syntax("hexadecimal range", "INTEGER ('00'H..'ff'h)", "");
        syntax("range of three dots", "INTEGER (0...255)", "");
        syntax("size without parentheses", "OCTET STRING SIZE (4)", "");
        syntax("size in two pairs", "OCTET STRING ((SIZE (0..4)))", "");
        syntax("sizes", "OCTET STRING (SIZE (0 | 4 | 8..16))", "");
        syntax("min and max", "INTEGER (MIN..MAX)", "");
        syntax("tag", "[APPLICATION 1] IMPLICIT INTEGER (0..4294967295)", "");
        row("access in capitals",
            "foo OBJECT-TYPE SYNTAX INTEGER MAX-ACCESS READ-WRITE STATUS current ::= { root 1 }",
            "");
        row("clauses in another order",
            "foo OBJECT-TYPE STATUS current DESCRIPTION \"\" MAX-ACCESS read-only SYNTAX INTEGER "
            "::= { root 1 }",
            "");
        row("no semicolon behind imports", "foo OBJECT IDENTIFIER ::= { root 1 }", "");
        row("dots in an OID", "foo OBJECT IDENTIFIER ::= { root.1 }", "");
        row("OID in full",
            "foo OBJECT IDENTIFIER ::= { iso(1) org(3) dod(6) internet(1) private(4) "
            "enterprises(1) root(42) 1 }",
            "");
        row("OID in numbers", "foo OBJECT IDENTIFIER ::= { 1 3 6 1 4 1 42 1 }", "");
        row("OID of a module", "foo OBJECT IDENTIFIER ::= { TEST-MIB.root 1 }", "");
        row("underscores",
            "foo OBJECT IDENTIFIER ::= { my_root 1 }\nmy_root OBJECT IDENTIFIER ::= "
            "{ enterprises 42 }",
            "");
        row("type forgotten", "foo ::= { root 1 }", "clause_missing");
        row("braces forgotten",
            "foo OBJECT-TYPE SYNTAX INTEGER MAX-ACCESS read-only STATUS current "
            "DEFVAL 3 ::= { root 1 }",
            "brace_missing");
        row("type in small letters",
            "fooEntry ::= SEQUENCE { x INTEGER }\nfoo OBJECT IDENTIFIER ::= { "
            "root 1 }",
            "lower_case_type");
        syntax("type in other letters", "counter32", "type_case");
        row("quotes of a word processor",
            "foo OBJECT-TYPE SYNTAX INTEGER MAX-ACCESS read-only STATUS current DESCRIPTION "
            "\xE2\x80\x9Cof the --- port\xE2\x80\x9D ::= { root 1 }",
            "strange_character");
        row("macro in place",
            "OBJECT-TYPE MACRO ::= BEGIN TYPE NOTATION ::= \"SYNTAX\" type(ObjectSyntax) VALUE "
            "NOTATION ::= value(VALUE ObjectName) END\nfoo OBJECT IDENTIFIER ::= { root 1 }",
            "");
    }
    void whatVendorsWriteIsTakenAsItIsMeant()
    {
        QFETCH(QString, definitions);
        QFETCH(QString, complaint);
        const auto s = load(module(definitions.toStdString()));
        QCOMPARE(oidOf(s, "foo"), QString::fromStdString(kRoot + ".1"));
        const QStringList all = told(s);
        if (complaint.isEmpty())
            QCOMPARE(all, QStringList());
        else
            QVERIFY2(!all.isEmpty() && all.first().startsWith(complaint),
                     qPrintable(all.join(QLatin1Char('\n'))));
        for (const QString &line : all)
            QVERIFY2(line.endsWith(QStringLiteral("warning")), qPrintable(line));
    }

    void importsAreReadHoweverTheyArePunctuated_data()
    {
        QTest::addColumn<QString>("imports");
        QTest::addColumn<QString>("complaint");
        const auto row = [](const char *imports, const char *complaint) {
            QTest::newRow(imports)
                << QString::fromLatin1(imports) << QString::fromLatin1(complaint);
        };
        row("IMPORTS enterprises, OBJECT-TYPE FROM SNMPv2-SMI;", "");
        row("IMPORTS enterprises OBJECT-TYPE FROM SNMPv2-SMI;", "comma_missing");
        row("IMPORTS enterprises, FROM SNMPv2-SMI;", "comma_too_many");
        row("IMPORTS enterprises FROM SNMPv2-SMI", "semicolon_missing");
        row("IMPORTS OBJECT-TYPE FROM RFC-1212; enterprises FROM SNMPv2-SMI;", "");
        row("IMPORTS enterprises FROM SNMPv2-SMI { iso 3 6 };", "");
        row("IMPORTS ; EXPORTS foo, bar; IMPORTS enterprises FROM SNMPv2-SMI;", "");
        row("EXPORTS everything; IMPORTS enterprises FROM SNMPv2-SMI;", "");
    }
    void importsAreReadHoweverTheyArePunctuated()
    {
        QFETCH(QString, imports);
        QFETCH(QString, complaint);
        const auto s = load("T-MIB DEFINITIONS ::= BEGIN\n" + imports.toStdString() +
                            "\nfoo OBJECT-IDENTITY STATUS current DESCRIPTION \"\" ::= { "
                            "enterprises 42 }\nEND");
        QCOMPARE(oidOf(s, "foo"), QString::fromStdString(kRoot));
        const QStringList all = told(s);
        QCOMPARE(all.isEmpty(), complaint.isEmpty());
        QVERIFY2(complaint.isEmpty() || all.first().startsWith(complaint),
                 qPrintable(all.join(QLatin1Char('\n'))));
    }

    void everyMacroOfTheSecondVersionIsKnown()
    {
        const auto s = load(module(
            "m MODULE-IDENTITY LAST-UPDATED \"202001020304Z\" ORGANIZATION \"O\" CONTACT-INFO "
            "\"C\" "
            "DESCRIPTION \"D\" REVISION \"202001020304Z\" DESCRIPTION \"first\" ::= { root 1 }\n"
            "i OBJECT-IDENTITY STATUS current DESCRIPTION \"\" REFERENCE \"r\" ::= { m 1 }\n"
            "Tc ::= TEXTUAL-CONVENTION DISPLAY-HINT \"d-2\" STATUS current DESCRIPTION \"t\" "
            "SYNTAX "
            "Integer32 (0..100)\n"
            "o OBJECT-TYPE SYNTAX Tc UNITS \"V\" MAX-ACCESS read-write STATUS deprecated "
            "DESCRIPTION \"\" DEFVAL { 5 } ::= { m 2 }\n"
            "n NOTIFICATION-TYPE OBJECTS { o } STATUS current DESCRIPTION \"\" ::= { m 3 }\n"
            "g OBJECT-GROUP OBJECTS { o } STATUS current DESCRIPTION \"\" ::= { m 4 }\n"
            "h NOTIFICATION-GROUP NOTIFICATIONS { n } STATUS current DESCRIPTION \"\" ::= { m 5 }\n"
            "c MODULE-COMPLIANCE STATUS current DESCRIPTION \"all\" MODULE MANDATORY-GROUPS { g } "
            "GROUP h DESCRIPTION \"if\" OBJECT o SYNTAX INTEGER (0..5) WRITE-SYNTAX INTEGER "
            "MIN-ACCESS read-only DESCRIPTION \"\" ::= { m 6 }\n"
            "a AGENT-CAPABILITIES PRODUCT-RELEASE \"1\" STATUS current DESCRIPTION \"\" SUPPORTS "
            "TEST-MIB INCLUDES { g } VARIATION o ACCESS read-only CREATION-REQUIRES { o } DEFVAL { "
            "3 } DESCRIPTION \"\" ::= { m 7 }"));
        QCOMPARE(told(s, true), QStringList());
        const std::vector<std::pair<const char *, Kind>> kinds = {
            {"m", Kind::ModuleIdentity}, {"i", Kind::ObjectIdentity},
            {"o", Kind::Scalar},         {"n", Kind::Notification},
            {"g", Kind::ObjectGroup},    {"h", Kind::NotificationGroup},
            {"c", Kind::Compliance},     {"a", Kind::Capabilities}};
        for (const auto &[name, kind] : kinds)
            QCOMPARE(s->definition(QString::fromLatin1(name)).kind(), kind);
        const Definition o = s->definition(u"o");
        QCOMPARE(o.type().name(), QStringLiteral("Tc"));
        QCOMPARE(o.type().hint(), std::string_view("d-2"));
        QCOMPARE(o.type().ranges().size(), std::size_t(1));
        QCOMPARE(o.units(), QStringLiteral("V"));
        QCOMPARE(o.defaultValue(), QStringLiteral("5"));
        QCOMPARE(o.access(), Access::ReadWrite);
        QCOMPARE(o.status(), Status::Deprecated);
        QCOMPARE(s->definition(u"n").objects(), QList<Definition>{o});
        QCOMPARE(s->definition(u"c").description(), QStringLiteral("all"));
        const Module m = s->module(u"TEST-MIB");
        QCOMPARE(m.lastUpdated(), QStringLiteral("202001020304Z"));
        QCOMPARE(m.description(), QStringLiteral("D"));
        QCOMPARE(m.organization(), QStringLiteral("O"));
        QVERIFY(m.isSecondVersion());
        QCOMPARE(m.identity(), s->definition(u"m"));
    }

    void trapsOfTheFirstVersionGetTheirPlaceInTheTree()
    {
        const auto s =
            load("T-MIB DEFINITIONS ::= BEGIN IMPORTS TRAP-TYPE FROM RFC-1215 "
                 "enterprises FROM RFC1155-SMI;\n"
                 "acme OBJECT IDENTIFIER ::= { enterprises 42 }\n"
                 "snmp OBJECT IDENTIFIER ::= { 1 3 6 1 2 1 11 }\n"
                 "x OBJECT-TYPE SYNTAX INTEGER ACCESS read-only STATUS mandatory ::= { "
                 "acme 1 }\n"
                 "fanFailed TRAP-TYPE ENTERPRISE acme VARIABLES { x } DESCRIPTION \"hot\" "
                 "::= 7\n"
                 "inBraces TRAP-TYPE ENTERPRISE { acme } ::= 8\n"
                 "cold TRAP-TYPE ENTERPRISE snmp ::= 0\n"
                 "odd TRAP-TYPE ENTERPRISE acme ::= { acme 9 }\nEND");
        QCOMPARE(told(s), QStringList());
        QCOMPARE(oidOf(s, "fanFailed"), QStringLiteral("1.3.6.1.4.1.42.0.7"));
        QCOMPARE(oidOf(s, "inBraces"), QStringLiteral("1.3.6.1.4.1.42.0.8"));
        QCOMPARE(oidOf(s, "odd"), QStringLiteral("1.3.6.1.4.1.42.0.9"));
        QCOMPARE(oidOf(s, "cold"), QStringLiteral("1.3.6.1.6.3.1.1.5.1"));
        QCOMPARE(s->definition(u"fanFailed").kind(), Kind::Trap);
        QCOMPARE(s->definition(u"fanFailed").objectNames(), QStringList{QStringLiteral("x")});
        QCOMPARE(s->definition(u"fanFailed").description(), QStringLiteral("hot"));
    }

    void aModuleMayBeWrittenInSmallLettersAndWithUnderscores()
    {
        const auto s = load("my_mib DEFINITIONS ::= BEGIN IMPORTS enterprises FROM SNMPv2-SMI;\n"
                            "foo OBJECT IDENTIFIER ::= { enterprises 42 } END");
        QCOMPARE(oidOf(s, "my_mib::foo"), QString::fromStdString(kRoot));
        QCOMPARE(told(s), QStringList{QStringLiteral("lower_case_module 1:1 warning")});
    }

    void hostileTextEndsSoonAndWithinBounds_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("parentheses") << QByteArray(200'000, '(');
        QTest::newRow("braces") << QByteArray(200'000, '{');
        QTest::newRow("type of parentheses")
            << QByteArray("Foo ::= INTEGER ") + QByteArray(200'000, '(');
        QTest::newRow("quotes") << QByteArray("a OBJECT-TYPE DESCRIPTION ") +
                                       QByteArray("\" x ").repeated(50'000);
        QTest::newRow("dashes") << QByteArray(200'000, '-');
        QTest::newRow("comments") << QByteArray("-- a -- ").repeated(30'000);
        QTest::newRow("names") << QByteArray("a ").repeated(100'000);
        QTest::newRow("definitions") << QByteArray("a OBJECT-TYPE ").repeated(20'000);
        QTest::newRow("commas") << QByteArray("a OBJECT-TYPE INDEX { ") + QByteArray(200'000, ',');
        QTest::newRow("labels") << QByteArray("T ::= INTEGER { ") +
                                       QByteArray("a(1),").repeated(40'000);
        QTest::newRow("OIDs") << QByteArray("a OBJECT IDENTIFIER ::= { ") +
                                     QByteArray("1 ").repeated(100'000);
        QTest::newRow("modules") << QByteArray("END A DEFINITIONS ::= BEGIN ").repeated(8'000);
        QTest::newRow("imports") << QByteArray("IMPORTS ") +
                                        QByteArray("a FROM B ").repeated(20'000);
        QTest::newRow("macro") << QByteArray("A MACRO ::= BEGIN ").repeated(20'000);
    }
    void hostileTextEndsSoonAndWithinBounds()
    {
        QFETCH(QByteArray, body);
        const auto begin = std::chrono::steady_clock::now();
        const auto s = load("T-MIB DEFINITIONS ::= BEGIN\n" + body.toStdString());
        // Half a second with the sanitizers; what is quadratic takes minutes.
        QVERIFY(std::chrono::steady_clock::now() - begin < std::chrono::seconds(20));
        QVERIFY(!told(s, true).isEmpty());
        QVERIFY(told(s, true).size() < 5000);
    }

    void aChainOfParentsMayBeAsLongAsAnOidAndNoLonger()
    {
        std::string chain;
        for (int i = 0; i < 20'000; ++i)
            chain += "n" + std::to_string(i) + " OBJECT IDENTIFIER ::= { n" +
                     std::to_string(i + 1) + " 1 }\n";
        chain += "n20000 OBJECT IDENTIFIER ::= { root 1 }\n";
        const auto s = load(module(chain));
        QCOMPARE(s->definition(u"n19900").oid().size(), std::size_t(108));
        QVERIFY(!s->definition(u"n0"));
        QVERIFY(tells(s, "oid_too_long"));
        QVERIFY(s->module(u"TEST-MIB").lostCount() > 19'000);
    }

    void everyKeywordIsFoundAndNothingElse()
    {
        QCOMPARE(keywordOf("OBJECT-TYPE"), Keyword::ObjectType);
        QCOMPARE(keywordOf("ACCESS"), Keyword::Access);
        QCOMPARE(keywordOf("WRITE-SYNTAX"), Keyword::WriteSyntax);
        QCOMPARE(keywordOf("object-type"), Keyword::None);
        QCOMPARE(keywordOf("OBJECT-TYPES"), Keyword::None);
        QCOMPARE(keywordOf("O"), Keyword::None);
        QCOMPARE(keywordOf(""), Keyword::None);
    }
};

QTEST_GUILESS_MAIN(SmiParserTest)
#include "smiparser.moc"
