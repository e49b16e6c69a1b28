// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/smi/moduleloader.h"
#include "ui/snmp/agentcalls.h"
#include "ui/snmp/graphpage.h"
#include "ui/snmp/mibpane.h"
#include "ui/snmp/modulespage.h"
#include "ui/snmp/resultexport.h"
#include "ui/snmp/snmptablemodel.h"
#include "ui/snmp/snmpwords.h"
#include "ui/snmp/varbindmodel.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/typedfield.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QListView>
#include <QTest>
#include <QTreeView>

using namespace Portolan;
using namespace Portolan::Ui;
using Snmp::Oid;
using Snmp::Value;
using Snmp::Varbind;
using Snmp::Varbinds;

namespace {

constexpr int kPatience = 30'000;

const char kModule[] = R"(
LAB-MIB DEFINITIONS ::= BEGIN
IMPORTS MODULE-IDENTITY, OBJECT-TYPE, enterprises, Counter32, Integer32 FROM SNMPv2-SMI
        DisplayString, RowStatus FROM SNMPv2-TC;
lab MODULE-IDENTITY LAST-UPDATED "202601010000Z" ORGANIZATION "lab" CONTACT-INFO "lab"
    DESCRIPTION "A lab." ::= { enterprises 99999 }
labTable OBJECT-TYPE SYNTAX SEQUENCE OF LabEntry MAX-ACCESS not-accessible STATUS current
    DESCRIPTION "Rows." ::= { lab 1 }
labEntry OBJECT-TYPE SYNTAX LabEntry MAX-ACCESS not-accessible STATUS current
    DESCRIPTION "A row." INDEX { labIndex, labName } ::= { labTable 1 }
LabEntry ::= SEQUENCE { labIndex Integer32, labName DisplayString, labState INTEGER,
    labCount Counter32, labStatus RowStatus }
labIndex OBJECT-TYPE SYNTAX Integer32 (1..100) MAX-ACCESS not-accessible STATUS current
    DESCRIPTION "Which." ::= { labEntry 1 }
labName OBJECT-TYPE SYNTAX DisplayString (SIZE (0..20)) MAX-ACCESS not-accessible STATUS current
    DESCRIPTION "Its name." ::= { labEntry 2 }
labState OBJECT-TYPE SYNTAX INTEGER { up(1), down(2) } MAX-ACCESS read-create STATUS current
    DESCRIPTION "How it is with the purple valve." ::= { labEntry 3 }
labCount OBJECT-TYPE SYNTAX Counter32 UNITS "drops" MAX-ACCESS read-only STATUS current
    DESCRIPTION "How many." ::= { labEntry 4 }
labStatus OBJECT-TYPE SYNTAX RowStatus MAX-ACCESS read-create STATUS current
    DESCRIPTION "Row." ::= { labEntry 5 }
labLimit OBJECT-TYPE SYNTAX Integer32 (0..10) MAX-ACCESS read-write STATUS current
    DESCRIPTION "A limit." ::= { lab 2 }
END
)";

// The program's own modules besides, as a person has them.
std::shared_ptr<const Snmp::Smi::Snapshot> labSnapshot()
{
    static const auto snapshot = Snmp::Smi::loadTexts({{"SNMPv2-SMI.mib", std::string(R"(
SNMPv2-SMI DEFINITIONS ::= BEGIN
org OBJECT IDENTIFIER ::= { iso 3 }
dod OBJECT IDENTIFIER ::= { org 6 }
internet OBJECT IDENTIFIER ::= { dod 1 }
mgmt OBJECT IDENTIFIER ::= { internet 2 }
mib-2 OBJECT IDENTIFIER ::= { mgmt 1 }
private OBJECT IDENTIFIER ::= { internet 4 }
enterprises OBJECT IDENTIFIER ::= { private 1 }
END
)")},
                                                       {"SNMPv2-TC.mib", std::string(R"(
SNMPv2-TC DEFINITIONS ::= BEGIN
DisplayString ::= TEXTUAL-CONVENTION DISPLAY-HINT "255a" STATUS current DESCRIPTION "Text."
    SYNTAX OCTET STRING (SIZE (0..255))
RowStatus ::= TEXTUAL-CONVENTION STATUS current DESCRIPTION "Row."
    SYNTAX INTEGER { active(1), notInService(2), notReady(3), createAndGo(4), createAndWait(5),
                     destroy(6) }
END
)")},
                                                       {"LAB-MIB.mib", std::string(kModule)}});
    return snapshot;
}

// labState.INDEX.NAME and so on.
Oid cellOid(std::uint32_t column, std::uint32_t index, const QByteArray &name)
{
    Oid oid{1, 3, 6, 1, 4, 1, 99999, 1, 1, column, index, static_cast<std::uint32_t>(name.size())};
    for (const char c : name)
        oid.append(static_cast<std::uint32_t>(c));
    return oid;
}

Varbind number(std::uint32_t n)
{
    return {Oid{1, 3, 6, 1, 4, 1, 99999, 9, n}, Value::gauge32(n)};
}

Snmp::WalkChunk chunk(quint32 root, Varbinds rows)
{
    Snmp::WalkChunk made;
    made.root = root;
    made.rows = std::move(rows);
    return made;
}

} // namespace

class SnmpModelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyNodeOfTheTreeIsWhereItsParentSays()
    {
        MibTreeModel model;
        const QAbstractItemModelTester tester(&model);
        model.setSnapshot(labSnapshot());
        const QModelIndex state = model.indexOf(Oid{1, 3, 6, 1, 4, 1, 99999, 1, 1, 3});
        QCOMPARE(state.data().toString(), QStringLiteral("labState"));
        const QModelIndex entry = model.parent(state);
        QCOMPARE(entry.data().toString(), QStringLiteral("labEntry"));
        QCOMPARE(model.rowCount(entry), 5);
        QCOMPARE(model.index(state.row(), 0, entry), state);
        // The deepest that there is, for what nobody knows.
        QCOMPARE(model.indexOf(Oid{1, 3, 6, 1, 4, 1, 99999, 1, 1, 3, 7, 0}), state);
    }

    void aSearchShowsWhatIsFoundAndTheTreeComesBackWithIt()
    {
        MibPane pane;
        pane.resize(300, 400);
        pane.show();
        pane.setSnapshot(labSnapshot());
        Oid chosen;
        connect(&pane, &MibPane::chosen, &pane, [&](const Oid &oid) { chosen = oid; });
        pane.field().setText(QStringLiteral("purple valve"));
        QTRY_COMPARE_WITH_TIMEOUT(pane.hits().model()->rowCount(), 1, kPatience);
        QTRY_VERIFY(pane.hits().isVisible());
        QTest::keyClick(&pane.field(), Qt::Key_Down);
        QCOMPARE(chosen, Oid({1, 3, 6, 1, 4, 1, 99999, 1, 1, 3}));
        QTest::keyClick(&pane.field(), Qt::Key_Escape);
        QTRY_VERIFY(pane.tree().isVisible());
        QCOMPARE(pane.tree().currentIndex().data().toString(), QStringLiteral("labState"));
        // Letters typed into the tree look for more.
        QTest::keyClick(&pane.tree(), Qt::Key_L);
        QCOMPARE(pane.field().text(), QStringLiteral("l"));
    }

    void piecesOfAWalkArePutIntoTheOrderOfOidsAndTheSelectionFollows()
    {
        VarbindModel model;
        const QAbstractItemModelTester tester(&model);
        model.setSnapshot(labSnapshot());
        model.append({{number(30), number(31)}, {number(10), number(11), number(12)}});
        model.append({{number(20)}});
        QCOMPARE(model.rowCount(), 6);
        const QPersistentModelIndex held = model.index(2, VarbindModel::Value); // 10
        model.settle();
        QCOMPARE(held.row(), 0);
        QStringList values;
        for (int row = 0; row < model.rowCount(); ++row)
            values << model.index(row, VarbindModel::Value).data().toString();
        QCOMPARE(values.join(QLatin1Char(' ')), QStringLiteral("10 11 12 20 30 31"));
    }

    void theFilterFindsInSlicesWhatItWouldFindAtOnce()
    {
        VarbindModel model;
        const QAbstractItemModelTester tester(&model);
        model.setSnapshot(labSnapshot());
        Varbinds rows;
        for (std::uint32_t i = 1; i <= 3000; ++i)
            rows.push_back(number(i));
        model.append({rows});
        const auto filter = TextFilter::make(QStringLiteral("77"), {});
        QVERIFY(filter);
        model.setFilter(*filter, VarbindModel::Value);
        QTRY_VERIFY_WITH_TIMEOUT(!model.isFiltering(), kPatience);
        int expected = 0;
        for (int i = 1; i <= 3000; ++i)
            expected += QString::number(i).contains(QLatin1String("77"));
        QCOMPARE(model.rowCount(), expected);
        // What comes later is looked at, too.
        model.append({{number(7700)}});
        QTRY_VERIFY_WITH_TIMEOUT(!model.isFiltering(), kPatience);
        QCOMPARE(model.rowCount(), expected + 1);
        model.setFilter({}, -1);
        QCOMPARE(model.rowCount(), 3001);
    }

    void aMillionRowsAreHeldAndOnlyThoseInViewAreWorded()
    {
        VarbindModel model;
        model.setSnapshot(labSnapshot());
        DataTable table;
        table.setSource(&model);
        table.resize(600, 400);
        table.show();
        constexpr std::uint32_t kRows = 1'000'000;
        constexpr std::uint32_t kPiece = 50;
        std::vector<Varbinds> batch;
        for (std::uint32_t from = 0; from < kRows; from += kPiece) {
            Varbinds piece;
            for (std::uint32_t i = 0; i < kPiece; ++i)
                piece.push_back(number(from + i));
            batch.push_back(std::move(piece));
            if (batch.size() == 400)
                model.append(std::exchange(batch, {}));
        }
        model.append(std::move(batch));
        QCOMPARE(model.rowCount(), int(kRows));
        QCOMPARE(model.varbind(777'777).value.toInt(), 777'777);
        table.scrollToBottom();
        QVERIFY(!table.grab().isNull());
    }

    void aTableHasItsIndexDecodedAndMissingCellsMissing()
    {
        SnmpTableModel model;
        const QAbstractItemModelTester tester(&model);
        const auto snapshot = labSnapshot();
        QVERIFY(!model.setTable(snapshot, snapshot->definition(u"labLimit")));
        QVERIFY(model.setTable(snapshot, snapshot->definition(u"labState")));
        QCOMPARE(model.roots().size(), std::size_t(3)); // the index cannot be read
        model.begin();
        model.take({chunk(1, {{cellOid(4, 2, "b"), Value::counter32(5)}}),
                    chunk(0, {{cellOid(3, 1, "a"), Value::integer(2)},
                              {cellOid(3, 2, "b"), Value::integer(1)}})});
        model.end(true);
        QCOMPARE(model.rowCount(), 2);
        QStringList first;
        for (int column = 0; column < model.columnCount(); ++column)
            first << model.index(0, column).data().toString();
        QCOMPARE(first.join(QLatin1Char('|')), QStringLiteral("1|a|down|—|—"));
        QCOMPARE(model.missing(), quint64(3));
        QCOMPARE(model.headerData(3, Qt::Horizontal, Qt::DisplayRole).toString(),
                 QStringLiteral("labCount (drops)"));
        // Missing is another thing than empty, and is exported as nothing.
        QCOMPARE(model.index(0, 3).data(DataTable::ExportRole).toString(), QString());
        QVERIFY(!model.cell(model.index(0, 3))->value);
        QCOMPARE(model.cell(model.index(1, 2))->oid, cellOid(3, 2, "b"));
        QCOMPARE(model.rowStatus().name(), QStringLiteral("labStatus"));
        QCOMPARE(model.rowName(1), QStringLiteral("labIndex 2, labName b"));
    }

    void aRefreshMarksWhatHasChangedAndTakesOutWhatHasGone()
    {
        SnmpTableModel model;
        const QAbstractItemModelTester tester(&model);
        const auto snapshot = labSnapshot();
        QVERIFY(model.setTable(snapshot, snapshot->definition(u"labTable")));
        model.begin();
        model.take({chunk(0, {{cellOid(3, 1, "a"), Value::integer(2)},
                              {cellOid(3, 2, "b"), Value::integer(1)}})});
        model.end(true);
        model.begin();
        model.take({chunk(0, {{cellOid(3, 2, "b"), Value::integer(2)},
                              {cellOid(3, 3, "c"), Value::integer(1)}})});
        model.end(true);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0, 1).data().toString(), QStringLiteral("b"));
        QVERIFY(model.index(0, 2).data(Qt::FontRole).value<QFont>().bold());
        QVERIFY(!model.index(1, 2).data(Qt::FontRole).isValid());
        // One that was broken off says nothing about rows that did not come.
        model.begin();
        model.end(false);
        QCOMPARE(model.rowCount(), 2);
    }

    void aTableCanBeTurned()
    {
        SnmpTableModel model;
        const QAbstractItemModelTester tester(&model);
        const auto snapshot = labSnapshot();
        QVERIFY(model.setTable(snapshot, snapshot->definition(u"labTable")));
        model.begin();
        model.take({chunk(0, {{cellOid(3, 1, "a"), Value::integer(2)},
                              {cellOid(3, 2, "b"), Value::integer(1)}})});
        model.end(true);
        model.setTurned(true);
        QCOMPARE(model.columnCount(), 3);
        QCOMPARE(model.rowCount(), 5);
        QCOMPARE(model.index(2, 0).data().toString(), QStringLiteral("labState"));
        QCOMPARE(model.index(2, 2).data().toString(), QStringLiteral("up"));
        QCOMPARE(model.cell(model.index(2, 2))->oid, cellOid(3, 2, "b"));
    }

    void filesHaveOneMarkOneHeadAndValidJsonHoweverManyPieces()
    {
        const auto snapshot = labSnapshot();
        const Varbinds one{{cellOid(3, 1, "a"), Value::integer(2)}};
        const Varbinds two{{Oid{1, 3, 6, 1, 4, 1, 99999, 2, 0}, Value::integer(7)},
                           {Oid{1, 3, 6, 1, 4, 1, 99999, 9, 9}, Value::octets("=cmd()")}};
        const QByteArray csv = varbindsText(one, *snapshot, Snmp::TextCharset::Detect,
                                            QStringLiteral("csv"), true, false) +
                               varbindsText(two, *snapshot, Snmp::TextCharset::Detect,
                                            QStringLiteral("csv"), false, true);
        QVERIFY(csv.startsWith("\xef\xbb\xbfname,value,type,raw,oid\r\n"));
        QCOMPARE(csv.count("\xef\xbb\xbf"), 1);
        QCOMPARE(csv.count("\r\n"), 4);
        QVERIFY(csv.contains("down(2)"));
        QVERIFY(csv.contains("'=cmd()")); // no formula for a spreadsheet
        const QByteArray json = varbindsText(one, *snapshot, Snmp::TextCharset::Detect,
                                             QStringLiteral("json"), true, false) +
                                varbindsText(two, *snapshot, Snmp::TextCharset::Detect,
                                             QStringLiteral("json"), false, true);
        const QJsonArray all = QJsonDocument::fromJson(json).array();
        QCOMPARE(all.size(), 3);
        QCOMPARE(all[1].toObject().value(QStringLiteral("name")).toString(),
                 QStringLiteral("LAB-MIB::labLimit.0"));
    }

    void aGraphDrawsRatesAndLeavesOutWhereACounterBeganAnew()
    {
        AgentCalls calls;
        GraphPage page(calls);
        page.setSnapshot(labSnapshot());
        page.add(cellOid(4, 1, "a"));
        page.add(Oid{1, 3, 6, 1, 4, 1, 99999, 2}); // a single value, without its .0
        const auto answer = [&](std::uint32_t ticks, std::uint32_t count, int limit) {
            return Varbinds{{Oid{1, 3, 6, 1, 2, 1, 1, 3, 0}, Value::timeTicks(ticks)},
                            {cellOid(4, 1, "a"), Value::counter32(count)},
                            {Oid{1, 3, 6, 1, 4, 1, 99999, 2, 0}, Value::integer(limit)}};
        };
        const auto begin = std::chrono::steady_clock::now();
        page.take(answer(1000, 100, 3), 1000, begin);
        page.take(answer(1500, 1100, 4), 6000, begin + std::chrono::seconds(5));
        page.take(answer(100, 5, 5), 11'000, begin + std::chrono::seconds(10)); // restarted
        page.take(answer(600, 505, 6), 16'000, begin + std::chrono::seconds(15));
        QCOMPARE(page.points(0), std::size_t(2));
        QCOMPARE(page.points(1), std::size_t(4));
        const QByteArray csv = page.csv();
        QVERIFY2(csv.contains(",200\r\n"), csv.constData());
        QVERIFY(csv.contains(",100\r\n"));
        QVERIFY(csv.contains("drops/s"));
    }

    void theCommandsOfNetSnmpHoldNoSecret()
    {
        Snmp::AgentTarget target;
        target.host = QStringLiteral("fe80::1");
        QCOMPARE(SnmpWords::commandLine(QStringLiteral("snmpget"), target, {QStringLiteral("1.3")}),
                 QStringLiteral("snmpget -v2c -c COMMUNITY 'udp6:[fe80::1]:161' 1.3"));
        target.host = QStringLiteral("sw");
        target.port = 1161;
        target.version = Snmp::Version::V3;
        target.user = QStringLiteral("it's me");
        target.level = Snmp::Level::AuthPriv;
        QCOMPARE(SnmpWords::commandLine(QStringLiteral("snmpget"), target, {QStringLiteral("1.3")}),
                 QStringLiteral("snmpget -v3 -l authPriv -u 'it'\\''s me' -a SHA-256 -A "
                                "AUTHPASSWORD -x AES-128 -X PRIVPASSWORD sw:1161 1.3"));
    }

    void aModuleThatLacksAnotherIsNamedWithItsPlace()
    {
        const auto snapshot = Snmp::Smi::loadTexts(
            {{"BAD-MIB.mib", "BAD-MIB DEFINITIONS ::= BEGIN\nIMPORTS enterprises FROM SNMPv2-SMI\n"
                             "  acmeThing FROM ACME-MIB;\nbad OBJECT IDENTIFIER ::= { acmeThing 1 "
                             "}\nEND\n"},
             {"page.html", "<!DOCTYPE html><html><body>Not found</body></html>"}});
        ModuleModel model;
        const QAbstractItemModelTester tester(&model);
        model.setSnapshot(snapshot);
        const int row = model.rowOf(QStringLiteral("BAD-MIB"));
        QVERIFY(row >= 0);
        const QString report = model.report(row);
        QVERIFY2(report.contains(QStringLiteral("BAD-MIB.mib:3:")), qPrintable(report));
        QVERIFY(report.contains(QStringLiteral("ACME-MIB")));
        QVERIFY(report.contains(QStringLiteral("acmeThing")));
        // What is no module at all stands there as well.
        QVERIFY(model.problems() >= 2);
    }
};

QTEST_MAIN(SnmpModelsTest)
#include "snmpmodels.moc"
