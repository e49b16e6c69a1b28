// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/oid.h"

#include <QHash>
#include <QTest>

#include <algorithm>
#include <random>
#include <unordered_set>
#include <vector>

using Portolan::Error;
using Portolan::Snmp::Oid;

class OidTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAndWritesDecimalText()
    {
        QCOMPARE(Oid::parse(u"1.3.6.1.2.1.1.1.0")->text(), QStringLiteral("1.3.6.1.2.1.1.1.0"));
        QCOMPARE(Oid::parse(u" .1.3.6 ")->text(), QStringLiteral("1.3.6"));
        QCOMPARE(*Oid::parse(u"2.999.4294967295"), (Oid{2, 999, 4294967295U}));
        QCOMPARE(Oid::parse(u"1")->size(), std::size_t(1));
        QCOMPARE(Oid().text(), QString());
        QCOMPARE(*Oid::parseSuffix(u"192.168.0.1"), (Oid{192, 168, 0, 1}));
    }

    void refusesWhatIsNoOid_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"", " ", ".", "..1", "1..3", "1.3.", "1.3.6.4294967296", "1.99999999999999999999999",
              "1.-3", "1.3.6a", "sysDescr", "1 3 6", "3.1", "1.40", "0.40.1", "1.3\xC2\xB9"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }
    void refusesWhatIsNoOid()
    {
        QFETCH(QString, text);
        const auto oid = Oid::parse(text);
        QVERIFY(!oid);
        QCOMPARE(oid.error().kind, Error::Kind::Usage);
        QVERIFY(!oid.error().what.isEmpty());
    }

    void has128ArcsAndNoMore()
    {
        QString text = QStringLiteral("1");
        for (int i = 1; i < 128; ++i)
            text += QStringLiteral(".7");
        Oid oid = *Oid::parse(text);
        QCOMPARE(oid.size(), std::size_t(128));
        QCOMPARE(oid.text(), text);
        QVERIFY(!Oid::parse(QString(text + QStringLiteral(".7"))));
        QVERIFY(!oid.append(7));
        QCOMPARE(oid.child(7), oid);
        QCOMPARE(oid.size(), std::size_t(128));
        const std::vector<std::uint32_t> tooMany(200, 1);
        QCOMPARE(Oid(std::span(tooMany)).size(), std::size_t(128));
    }

    void keepsItsArcsWhenItGrowsMovesAndIsCopied()
    {
        Oid oid;
        std::vector<std::uint32_t> arcs;
        for (std::uint32_t i = 0; i < 128; ++i) {
            QVERIFY(oid.append(i * 31));
            arcs.push_back(i * 31);
            const Oid copy = oid;
            QVERIFY(std::ranges::equal(copy.arcs(), arcs));
            Oid moved = copy;
            const Oid target = std::move(moved);
            QCOMPARE(target, oid);
            Oid assigned{9, 9};
            assigned = target;
            QCOMPARE(assigned, oid);
            assigned = Oid{1};
            QCOMPARE(assigned, Oid{1});
        }
        oid.truncate(3);
        QCOMPARE(oid, (Oid{0, 31, 62}));
        QCOMPARE(oid.parent(), (Oid{0, 31}));
        QCOMPARE(Oid().parent(), Oid());
        QCOMPARE(oid.from(1).size(), std::size_t(2));
        QVERIFY(oid.from(3).empty() && oid.from(9).empty());
    }

    void ordersAsAgentsDo()
    {
        QVERIFY((Oid{1, 3, 6} < Oid{1, 3, 6, 0}));
        QVERIFY((Oid{1, 3, 6, 9} < Oid{1, 3, 6, 10}));
        QVERIFY((Oid{1, 3, 7} > Oid{1, 3, 6, 4294967295U}));
        QVERIFY(Oid() < Oid{0});
        std::mt19937 random(5);
        std::vector<Oid> many;
        for (int i = 0; i < 300; ++i) {
            Oid oid;
            for (auto n = random() % 20; n > 0; --n)
                oid.append(random() % 3);
            many.push_back(oid);
        }
        for (const Oid &a : many)
            for (const Oid &b : many)
                QCOMPARE(a < b, std::ranges::lexicographical_compare(a.arcs(), b.arcs()));
    }

    void knowsWhatIsBelowIt()
    {
        const Oid system{1, 3, 6, 1, 2, 1, 1};
        QVERIFY((Oid{1, 3, 6, 1, 2, 1, 1, 1, 0}.startsWith(system)));
        QVERIFY(system.startsWith(system));
        QVERIFY(system.startsWith(Oid()));
        QVERIFY(!(Oid{1, 3, 6, 1, 2, 1, 10}.startsWith(system)));
        QVERIFY(!system.parent().startsWith(system));
        QCOMPARE(system.behindSubtree(), (Oid{1, 3, 6, 1, 2, 1, 2}));
        QCOMPARE((Oid{1, 4294967295U, 4294967295U}.behindSubtree()), Oid{2});
        QCOMPARE(Oid{4294967295U}.behindSubtree(), Oid());
    }

    void isAKey()
    {
        std::unordered_set<Oid> all;
        QHash<Oid, int> hash;
        std::unordered_set<std::size_t> hashes;
        for (std::uint32_t i = 0; i < 100; ++i)
            for (std::uint32_t j = 0; j < 100; ++j) {
                const Oid oid{1, 3, 6, i, j};
                all.insert(oid);
                hash.insert(oid, int(i * 100 + j));
                hashes.insert(oid.hash());
            }
        QCOMPARE(all.size(), std::size_t(10'000));
        QCOMPARE(hashes.size(), std::size_t(10'000));
        QCOMPARE(hash.value(Oid{1, 3, 6, 42, 17}), 4217);
    }
};

QTEST_GUILESS_MAIN(OidTest)
#include "snmpoid.moc"
