// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/smifixture.h"

#include <QTest>

using namespace Portolan::Snmp::Smi;

namespace {

std::string in(const std::string &name, const std::string &body)
{
    return name + " DEFINITIONS ::= BEGIN\n" + body + "\nEND\n";
}

QString sentence(const Loaded &snapshot, const char *module, const char *id)
{
    const auto all = snapshot->module(QString::fromLatin1(module)).diagnostics();
    for (const Diagnostic &each : all)
        if (diagnosticName(each.id) == QLatin1String(id))
            return QStringLiteral("%1:%2 %3")
                .arg(each.line)
                .arg(each.column)
                .arg(diagnosticText(each.id, each.arguments));
    return {};
}

const char *const kIf = "IMPORTS enterprises FROM SNMPv2-SMI;\n"
                        "m MODULE-IDENTITY LAST-UPDATED \"200001010000Z\" ORGANIZATION \"\" "
                        "CONTACT-INFO \"\" DESCRIPTION \"\" ::= { enterprises 7 }\n"
                        "thing OBJECT-TYPE SYNTAX INTEGER { up(1), down(2) } MAX-ACCESS read-only "
                        "STATUS current DESCRIPTION \"new\" ::= { enterprises 8 }\n";

} // namespace

class SmiGraphTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMissingModuleIsNamedWithWhatItIsNeededFor()
    {
        const auto s =
            load(in("A-MIB", "IMPORTS enterprises FROM SNMPv2-SMI\n  fooBase, FooType FROM "
                             "FOO-MIB;\na OBJECT IDENTIFIER ::= { fooBase 1 }\n"
                             "b OBJECT-TYPE SYNTAX FooType ACCESS read-only STATUS "
                             "mandatory ::= { a 1 }\n"
                             "c OBJECT IDENTIFIER ::= { enterprises 5 }"));
        QCOMPARE(sentence(s, "A-MIB", "module_missing"),
                 QStringLiteral("3:25 The module FOO-MIB is not there. It is needed for: fooBase, "
                                "FooType"));
        QCOMPARE(
            sentence(s, "A-MIB", "parent_unknown"),
            QStringLiteral("4:27 a has no place in the tree: fooBase is not defined anywhere."));
        QCOMPARE(sentence(s, "A-MIB", "type_unknown"),
                 QStringLiteral("5:22 The type FooType of b is not defined anywhere."));
        const Module a = s->module(u"A-MIB");
        QCOMPARE(a.state(), ModuleState::Partly);
        QCOMPARE(a.lostCount(), 2); // b stands below a; that is said once
        QVERIFY(s->definition(u"c").node());
        QCOMPARE(a.imports().size(), 3);
        QVERIFY(a.imports()[0].isThere && !a.imports()[1].isThere);
    }

    void aSymbolThatAModuleLacksIsNamed()
    {
        const auto s =
            load({{"a", in("A-MIB", "IMPORTS gone FROM B-MIB;\nx OBJECT IDENTIFIER ::= { "
                                    "gone 1 }")},
                  {"b", in("B-MIB", "IMPORTS enterprises FROM SNMPv2-SMI;\nhere OBJECT "
                                    "IDENTIFIER ::= { enterprises 1 }")}});
        QCOMPARE(sentence(s, "A-MIB", "symbol_missing"),
                 QStringLiteral("2:9 The module B-MIB does not define gone."));
        QCOMPARE(s->module(u"A-MIB").state(), ModuleState::Failed);
        QCOMPARE(s->module(u"B-MIB").state(), ModuleState::Loaded);
    }

    void symbolsThatMovedAreFoundWhereTheyAre()
    {
        const auto s = load(
            {{"tc", in("SNMPv2-TC", "DisplayString ::= TEXTUAL-CONVENTION DISPLAY-HINT \"255a\" "
                                    "STATUS current DESCRIPTION \"\" SYNTAX OCTET STRING (SIZE "
                                    "(0..255))")},
             {"old", in("OLD-MIB", "IMPORTS enterprises FROM RFC1155-SMI OBJECT-TYPE FROM RFC-1212 "
                                   "DisplayString FROM RFC1213-MIB;\nx OBJECT-TYPE SYNTAX "
                                   "DisplayString ACCESS read-only STATUS mandatory ::= { "
                                   "enterprises 3 }")}});
        QCOMPARE(s->definition(u"x").type().hint(), std::string_view("255a"));
        QCOMPARE(told(s), QStringList()); // nothing lost, nothing wrong with the module
        QVERIFY(tells(s, "module_missing_filled"));
    }

    void whatIsNotImportedIsTakenFromWhereItIsOnce()
    {
        const auto s = load({{"if", in("X-MIB", kIf)},
                             {"use", in("USE-MIB", "a OBJECT IDENTIFIER ::= { thing 1 }\nb OBJECT "
                                                   "IDENTIFIER ::= { thing 2 }")}});
        QCOMPARE(oidOf(s, "a"), QStringLiteral("1.3.6.1.4.1.8.1"));
        QCOMPARE(sentence(s, "USE-MIB", "not_imported"),
                 QStringLiteral("2:27 thing is used but not imported; it was taken from X-MIB."));
        QCOMPARE(told(s).size(), 1);
    }

    void circlesEndAndAreSaid()
    {
        const auto s =
            load({{"a", in("A-MIB", "IMPORTS b FROM B-MIB;\na OBJECT IDENTIFIER ::= { b 1 "
                                    "}\nself OBJECT IDENTIFIER ::= { self 1 }\n"
                                    "T ::= U\nU ::= T\nV ::= V\n")},
                  {"b", in("B-MIB", "IMPORTS a FROM A-MIB enterprises FROM SNMPv2-SMI;\nb "
                                    "OBJECT IDENTIFIER ::= { a 1 }\nok OBJECT IDENTIFIER "
                                    "::= { enterprises 9 }")}});
        QVERIFY(tells(s, "oid_cycle"));
        QVERIFY(tells(s, "type_cycle"));
        QCOMPARE(sentence(s, "A-MIB", "import_cycle").left(4), QStringLiteral("1:1 "));
        QVERIFY(!s->definition(u"a") && !s->definition(u"self"));
        QCOMPARE(oidOf(s, "ok"), QStringLiteral("1.3.6.1.4.1.9"));
    }

    void theNewerOfTwoFilesOfAModuleIsUsed()
    {
        const auto dated = [](const char *date, const char *arc) {
            return in("D-MIB",
                      std::string("IMPORTS enterprises FROM SNMPv2-SMI;\nd MODULE-IDENTITY "
                                  "LAST-UPDATED \"") +
                          date +
                          "\" ORGANIZATION \"\" CONTACT-INFO \"\" DESCRIPTION \"\" ::= "
                          "{ enterprises " +
                          arc + " }");
        };
        // Of the last century, written with two digits.
        const auto s = load({{"new", dated("0001010000Z", "1")},
                             {"newer", dated("200101010000Z", "2")},
                             {"old", dated("9901010000Z", "3")}});
        QCOMPARE(oidOf(s, "d"), QStringLiteral("1.3.6.1.4.1.2"));
        int shadowed = 0;
        for (const Module &each : s->modules())
            shadowed += each.state() == ModuleState::Shadowed ? 1 : 0;
        QCOMPARE(shadowed, 2);
        QVERIFY(tells(s, "module_twice"));
        QCOMPARE(s->module(u"D-MIB").path(), QStringLiteral("newer"));
    }

    void aFileWithErrorsLosesAgainstOneWithout()
    {
        const auto s = load(
            {{"broken", in("D-MIB", "IMPORTS enterprises FROM SNMPv2-SMI;\nd OBJECT IDENTIFIER "
                                    "::= { enterprises 1 }\nx OBJECT IDENTIFIER ::= @@")},
             {"whole", in("D-MIB", "IMPORTS enterprises FROM SNMPv2-SMI;\nd OBJECT IDENTIFIER "
                                   "::= { enterprises 2 }")}});
        QCOMPARE(oidOf(s, "d"), QStringLiteral("1.3.6.1.4.1.2"));
        const auto same = load({{"one", in("D-MIB", kIf)}, {"two", in("D-MIB", kIf)}});
        QVERIFY(tells(same, "module_twice_same"));
        QCOMPARE(told(same), QStringList());
        QCOMPARE(same->module(u"D-MIB").path(), QStringLiteral("one"));
    }

    void anOldModuleNeverShadowsTheOneThatReplacedIt_data()
    {
        QTest::addColumn<bool>("oldFirst");
        QTest::newRow("old first") << true;
        QTest::newRow("new first") << false;
    }
    void anOldModuleNeverShadowsTheOneThatReplacedIt()
    {
        QFETCH(bool, oldFirst);
        const std::pair<std::string, std::string> old = {
            "RFC1213-MIB",
            in("RFC1213-MIB", "IMPORTS enterprises FROM RFC1155-SMI;\nthing OBJECT-TYPE SYNTAX "
                              "INTEGER ACCESS read-only STATUS mandatory DESCRIPTION \"old\" ::= { "
                              "enterprises 8 }")};
        const std::pair<std::string, std::string> current = {"IF-MIB", in("IF-MIB", kIf)};
        const auto s = oldFirst ? load({old, current}) : load({current, old});
        QCOMPARE(s->definition(u"thing").module().name(), QStringLiteral("IF-MIB"));
        QCOMPARE(s->find({1, 3, 6, 1, 4, 1, 8}).definition().description(), QStringLiteral("new"));
        QCOMPARE(s->find({1, 3, 6, 1, 4, 1, 8}).definitions().size(), 2);
        QCOMPARE(s->definition(u"RFC1213-MIB::thing").description(), QStringLiteral("old"));
        QVERIFY(s->definition(u"thing").type().hasNames());
    }

    void currentGoesBeforeDeprecatedAndObsolete()
    {
        const auto with = [](const char *module, const char *status) {
            return std::pair<std::string, std::string>(
                module,
                in(module, std::string("IMPORTS enterprises, OBJECT-IDENTITY FROM "
                                       "SNMPv2-SMI;\nx OBJECT-IDENTITY STATUS ") +
                               status + " DESCRIPTION \"" + status + "\" ::= { enterprises 8 }"));
        };
        const auto s = load(
            {with("A-MIB", "obsolete"), with("B-MIB", "deprecated"), with("C-MIB", "current")});
        QCOMPARE(s->definition(u"x").description(), QStringLiteral("current"));
        const auto all = s->definitions(u"x");
        QCOMPARE(all.size(), 3);
        QCOMPARE(all[1].description(), QStringLiteral("deprecated"));
        QCOMPARE(s->find({1, 3, 6, 1, 4, 1, 8}).definition().module().name(),
                 QStringLiteral("C-MIB"));
    }

    void tablesRowsAndColumnsAreToldApart()
    {
        const auto s = load(module(
            "t OBJECT-TYPE SYNTAX SEQUENCE OF Row MAX-ACCESS not-accessible STATUS current ::= { "
            "root "
            "1 }\nr OBJECT-TYPE SYNTAX Row MAX-ACCESS not-accessible STATUS current INDEX { i, "
            "IMPLIED n } ::= { t 1 }\nRow ::= SEQUENCE { i Integer32, n OCTET STRING }\n"
            "i OBJECT-TYPE SYNTAX Integer32 MAX-ACCESS not-accessible STATUS current ::= { r 1 }\n"
            "n OBJECT-TYPE SYNTAX OCTET STRING MAX-ACCESS read-only STATUS current ::= { r 2 }\n"
            "t2 OBJECT-TYPE SYNTAX SEQUENCE OF Row2 MAX-ACCESS not-accessible STATUS current ::= { "
            "root 2 }\nr2 OBJECT-TYPE SYNTAX Row2 MAX-ACCESS not-accessible STATUS current "
            "AUGMENTS "
            "{ r } ::= { t2 1 }\nx OBJECT-TYPE SYNTAX Integer32 MAX-ACCESS read-only STATUS "
            "current "
            "::= { r2 1 }\ns OBJECT-TYPE SYNTAX Integer32 MAX-ACCESS read-only STATUS current ::= "
            "{ "
            "root 3 }\n"
            // No INDEX at all, as the oldest modules have it: its type says that it is a row.
            "t3 OBJECT-TYPE SYNTAX SEQUENCE OF Row3 ACCESS not-accessible STATUS mandatory ::= { "
            "root 4 }\nr3 OBJECT-TYPE SYNTAX Row3 ACCESS not-accessible STATUS mandatory ::= { t3 "
            "1 "
            "}\nRow3 ::= SEQUENCE { y INTEGER }\ny OBJECT-TYPE SYNTAX INTEGER ACCESS read-only "
            "STATUS "
            "mandatory ::= { r3 1 }"));
        QCOMPARE(told(s, true), QStringList());
        QCOMPARE(s->definition(u"t").kind(), Kind::Table);
        QCOMPARE(s->definition(u"r").kind(), Kind::Row);
        QCOMPARE(s->definition(u"n").kind(), Kind::Column);
        QCOMPARE(s->definition(u"s").kind(), Kind::Scalar);
        QCOMPARE(s->definition(u"y").kind(), Kind::Column);
        QCOMPARE(s->definition(u"n").row(), s->definition(u"r"));
        QCOMPARE(s->definition(u"n").table(), s->definition(u"t"));
        QCOMPARE(s->definition(u"t").columns(), (QList{s->definition(u"i"), s->definition(u"n")}));
        const auto index = s->definition(u"x").index();
        QCOMPARE(index.size(), 2);
        QCOMPARE(index[0].name, QStringLiteral("i"));
        QVERIFY(!index[0].implied && index[1].implied);
        QCOMPARE(index[1].type.base(), Base::OctetString);
        QCOMPARE(s->definition(u"x").row().augments(), s->definition(u"r"));
    }

    void aRowWithoutAnIndexIsSaid()
    {
        const std::string table =
            "t OBJECT-TYPE SYNTAX SEQUENCE OF R MAX-ACCESS not-accessible STATUS current ::= { "
            "root "
            "1 }\nr OBJECT-TYPE SYNTAX R MAX-ACCESS not-accessible STATUS current\n";
        const std::string rest = "::= { t 1 }\nR ::= SEQUENCE { a Integer32 }\n"
                                 "a OBJECT-TYPE SYNTAX Integer32 MAX-ACCESS read-only STATUS "
                                 "current ::= { r 1 }";
        QCOMPARE(told(load(module(table + rest))),
                 QStringList{QStringLiteral("clause_missing 5:1 warning")});
        QCOMPARE(told(load(module(table + "INDEX { a }\n" + rest))), QStringList());
    }

    void typesAreFollowedThroughConventions()
    {
        const auto s = load(module(
            "A ::= TEXTUAL-CONVENTION DISPLAY-HINT \"d\" STATUS current DESCRIPTION \"\" SYNTAX "
            "Integer32 (0..10)\nB ::= TEXTUAL-CONVENTION STATUS current DESCRIPTION \"\" SYNTAX A\n"
            "C ::= B (1..3)\no OBJECT-TYPE SYNTAX C MAX-ACCESS read-only STATUS current ::= { root "
            "1 }\np OBJECT-TYPE SYNTAX B (5) MAX-ACCESS read-only STATUS current ::= { root 2 }\n"
            "q OBJECT-TYPE SYNTAX BITS { x(0), y(7) } MAX-ACCESS read-only STATUS current ::= { "
            "root "
            "3 }\nu OBJECT-TYPE SYNTAX Counter64 MAX-ACCESS read-only STATUS current ::= { root 4 "
            "}"));
        QCOMPARE(told(s, true), QStringList());
        const Type o = s->definition(u"o").type();
        QCOMPARE(o.name(), QStringLiteral("C"));
        QCOMPARE(o.base(), Base::Integer32);
        QCOMPARE(o.hint(), std::string_view("d"));
        QCOMPARE(o.ranges()[0].most, std::int64_t(3));
        QVERIFY(o.isA("A") && o.isA("B") && !o.isA("D"));
        QCOMPARE(s->definition(u"p").type().text(), QStringLiteral("B (5)"));
        QCOMPARE(s->definition(u"q").type().text(), QStringLiteral("BITS { x(0), y(7) }"));
        QCOMPARE(s->definition(u"u").type().base(), Base::Counter64);
        QCOMPARE(s->type(u"TEST-MIB::B").parent().name(), QStringLiteral("A"));
        QVERIFY(!s->type(u"Nope"));
    }

    void notificationsAreFoundWithAndWithoutTheZero()
    {
        const auto s =
            load(module("n OBJECT IDENTIFIER ::= { root 5 }\nwith NOTIFICATION-TYPE STATUS "
                        "current DESCRIPTION \"\" ::= { n 0 1 }\nwithout "
                        "NOTIFICATION-TYPE STATUS current DESCRIPTION \"\" ::= { n 2 }",
                        "NOTIFICATION-TYPE FROM SNMPv2-SMI"));
        const auto named = [&](const char *oid) {
            return s->notification(*Portolan::Snmp::Oid::parse(QString::fromLatin1(oid))).name();
        };
        QCOMPARE(named("1.3.6.1.4.1.42.5.0.1"), QStringLiteral("with"));
        QCOMPARE(named("1.3.6.1.4.1.42.5.1"), QStringLiteral("with"));
        QCOMPARE(named("1.3.6.1.4.1.42.5.2"), QStringLiteral("without"));
        QCOMPARE(named("1.3.6.1.4.1.42.5.0.2"), QStringLiteral("without"));
        QCOMPARE(named("1.3.6.1.4.1.42.5.3"), QString());
        QCOMPARE(named("1.3.6.1.4.1.42.5"), QString());
        QCOMPARE(named("0.0"), QString());
        QCOMPARE(named("1"), QString());
    }

    void anInstanceWithANameOfItsOwnIsStillOneOfItsObject()
    {
        const auto s =
            load(module("up OBJECT-TYPE SYNTAX TimeTicks ACCESS read-only STATUS mandatory "
                        "::= { root 3 }\nupInstance OBJECT IDENTIFIER ::= { up 0 }\n"));
        const Portolan::Snmp::Oid oid{1, 3, 6, 1, 4, 1, 42, 3, 0};
        QCOMPARE(s->nameOf(oid), QStringLiteral("TEST-MIB::up.0"));
        QCOMPARE(s->nearest(oid).kind(), Kind::Scalar);
        QCOMPARE(s->resolve(u"upInstance")->text(), oid.text());
        QCOMPARE(s->find(oid).name(), QStringLiteral("upInstance"));
    }

    void aHintThatCannotBeUsedIsSaid()
    {
        const auto s = load(module(
            "A ::= TEXTUAL-CONVENTION DISPLAY-HINT \"1q:\" STATUS current DESCRIPTION \"\" SYNTAX "
            "OCTET STRING\nB ::= TEXTUAL-CONVENTION DISPLAY-HINT \"255a\" STATUS current "
            "DESCRIPTION "
            "\"\" SYNTAX Integer32\n"));
        QCOMPARE(sentence(s, "TEST-MIB", "hint_invalid"),
                 QStringLiteral("4:1 The DISPLAY-HINT of A cannot be used: 1q:"));
        QCOMPARE(told(s).size(), 2);
    }

    void nodesAreInTheOrderOfTheirOids()
    {
        const auto s =
            load(module("z OBJECT IDENTIFIER ::= { root 100 }\ny OBJECT IDENTIFIER ::= { "
                        "root 20 }\nx OBJECT IDENTIFIER ::= { root 3 }\nw OBJECT "
                        "IDENTIFIER ::= { y 4294967295 }\n"));
        for (std::uint32_t i = 1; i < s->nodeCount(); ++i) {
            QVERIFY(s->node(i - 1).oid() < s->node(i).oid());
            const Node node = s->node(i);
            QCOMPARE(node.parent().child(node.rowInParent()), node);
            QCOMPARE(s->find(node.oid()), node);
        }
        const Node root = s->definition(u"root").node();
        QCOMPARE(root.childCount(), 3);
        QCOMPARE(root.child(1).definition().name(), QStringLiteral("y"));
        QCOMPARE(root.endOfSubtree(), root.number() + 5);
        QVERIFY(!root.child(3) && !root.child(-1) && !root.childWithArc(4));
    }

    void namesAndOidsLeadToEachOther()
    {
        const auto s = load(module("o OBJECT-TYPE SYNTAX INTEGER ACCESS read-only STATUS mandatory "
                                   "::= { root 1 }"));
        const auto resolved = [&](const char *text) {
            const auto oid = s->resolve(QString::fromLatin1(text));
            return oid ? oid->text() : QStringLiteral("-");
        };
        QCOMPARE(resolved("o.0"), QStringLiteral("1.3.6.1.4.1.42.1.0"));
        QCOMPARE(resolved("TEST-MIB::o.0"), QStringLiteral("1.3.6.1.4.1.42.1.0"));
        QCOMPARE(resolved("test-mib::O"), QStringLiteral("1.3.6.1.4.1.42.1"));
        QCOMPARE(resolved(".iso.org.dod.internet.private.enterprises.root.o"),
                 QStringLiteral("1.3.6.1.4.1.42.1"));
        QCOMPARE(resolved("enterprises.42.1.7"), QStringLiteral("1.3.6.1.4.1.42.1.7"));
        QCOMPARE(resolved("root.o.0"), QStringLiteral("1.3.6.1.4.1.42.1.0"));
        QCOMPARE(resolved(" .1.3.6 "), QStringLiteral("1.3.6"));
        QCOMPARE(resolved("1.3.6.1.private.enterprises"), QStringLiteral("1.3.6.1.4.1"));
        for (const char *bad : {"", "nope", "NO-MIB::o", "o..1", "o.", "o.x", "o[1", "o.\"x", "::o",
                                "o.4294967296", "o 1", "o::", "1.3.nope"})
            QVERIFY2(!s->resolve(QString::fromLatin1(bad)), bad);
        QCOMPARE(s->nameOf({1, 3, 6, 1, 4, 1, 42, 1, 0}), QStringLiteral("TEST-MIB::o.0"));
        QCOMPARE(s->shortNameOf({1, 3, 6, 1, 4, 1, 42, 1}), QStringLiteral("o"));
        QCOMPARE(s->nameOf({2, 5}), QStringLiteral("2.5"));
        QCOMPARE(s->nameOf({}), QString());
        QCOMPARE(s->nearest({1, 3, 6, 1, 4, 1, 42, 9, 9}).name(), QStringLiteral("root"));
    }
};

QTEST_GUILESS_MAIN(SmiGraphTest)
#include "smigraph.moc"
