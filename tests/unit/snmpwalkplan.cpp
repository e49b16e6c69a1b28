// SPDX-License-Identifier: GPL-3.0-or-later
// The plan of a walk and its pace, against agents that are a sorted list: no socket, no clock.
#include "core/snmp/varbind.h"
#include "core/snmp/walkpace.h"
#include "core/snmp/walkplan.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>
#include <set>

using namespace Portolan::Snmp;
using namespace std::chrono_literals;

namespace {

using Objects = std::vector<Oid>; // in order

Varbinds bulk(const Objects &objects, const Oid &from, int repetitions)
{
    Varbinds rows;
    auto at = std::upper_bound(objects.begin(), objects.end(), from);
    for (int i = 0; i < repetitions; ++i) {
        if (at == objects.end()) {
            rows.push_back(
                {rows.empty() ? from : rows.back().oid, Value::exception(ValueType::EndOfMibView)});
            break;
        }
        rows.push_back({*at++, Value::integer(1)});
    }
    return rows;
}

struct Read
{
    Objects objects; // as they came
    std::size_t requests = 0;
    std::size_t surplus = 0;
};

// Answers in an order of its own, so that nothing depends on it.
Read readAll(WalkPlan &plan, const Objects &objects, int repetitions, std::size_t window,
             std::mt19937 &random, int mostRows = 1000, int looks = 0)
{
    Read read;
    std::vector<WalkPlan::Query> asked;
    while (true) {
        while (asked.size() < window) {
            const auto query = plan.next(repetitions, 64, looks);
            if (!query)
                break;
            asked.push_back(*query);
            ++read.requests;
        }
        if (asked.empty())
            break;
        const std::size_t which = random() % asked.size();
        const WalkPlan::Query query = asked[which];
        asked.erase(asked.begin() + static_cast<std::ptrdiff_t>(which));
        if (random() % 20 == 0) {
            plan.unanswered(query.id);
            continue;
        }
        auto outcome = plan.answered(
            query.id, bulk(objects, query.from, std::min(query.repetitions, mostRows)));
        read.surplus += static_cast<std::size_t>(outcome.surplus);
        for (const WalkPlan::Rows &rows : outcome.rows) {
            for (const Varbind &each : rows.rows)
                read.objects.push_back(each.oid);
        }
        if (read.requests > 100'000)
            break;
    }
    return read;
}

Objects table(std::uint32_t columns, std::uint32_t rows)
{
    Objects objects;
    for (std::uint32_t column = 1; column <= columns; ++column) {
        for (std::uint32_t row = 1; row <= rows; ++row)
            objects.push_back(Oid{1, 3, 6, 1, 9, 1, 1, column, row});
    }
    return objects;
}

// Tables, scalars and indexes of every shape.
Objects jungle(std::mt19937 &random, std::size_t count)
{
    std::set<Oid> objects;
    const auto upTo = [&random](std::uint32_t most) {
        return static_cast<std::uint32_t>(random() % (most + 1));
    };
    while (objects.size() < count) {
        Oid oid{1, 3, 6, 1, upTo(3), upTo(4)};
        const std::uint32_t more = upTo(5);
        for (std::uint32_t i = 0; i < more; ++i)
            oid.append(random() % 4 == 0 ? static_cast<std::uint32_t>(random()) : upTo(20));
        objects.insert(oid);
    }
    return {objects.begin(), objects.end()};
}

// A device as they are: many modules of many small tables, no two alike.
Objects device(std::mt19937 &random)
{
    Objects objects;
    for (const std::uint32_t module : {2U, 4U, 9U, 10U, 17U, 47U, 99U, 105U}) {
        for (std::uint32_t table = 1; table <= 6; ++table) {
            const auto rows = static_cast<std::uint32_t>(1 + random() % 12);
            for (std::uint32_t column = 1; column <= 8; ++column) {
                for (std::uint32_t row = 1; row <= rows; ++row)
                    objects.push_back(Oid{1, 3, 6, 1, 4, 1, 9, 9, module, 1, table, 1, column,
                                          row * 1000 + static_cast<std::uint32_t>(table)});
            }
        }
    }
    return objects;
}

// Round trips, where the agent answers all that are on their way at once.
std::size_t rounds(WalkPlan &plan, const Objects &objects, std::size_t window, int looks)
{
    std::size_t count = 0;
    while (!plan.isDone() && count < 100'000) {
        std::vector<WalkPlan::Query> asked;
        while (asked.size() < window) {
            const auto query = plan.next(25, 64, looks);
            if (!query)
                break;
            asked.push_back(*query);
        }
        for (const WalkPlan::Query &query : asked)
            (void)plan.answered(query.id, bulk(objects, query.from, query.repetitions));
        ++count;
    }
    return count;
}

} // namespace

class SnmpWalkPlanTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDeviceOfSmallTablesIsReadInFewRoundTrips()
    {
        std::mt19937 random(7);
        const Objects objects = device(random);
        WalkPlan serial({Oid{1, 3, 6, 1}}, false);
        WalkPlan looking({Oid{1, 3, 6, 1}}, true);
        const std::size_t one = rounds(serial, objects, 1, 0);
        const std::size_t many = rounds(looking, objects, 32, 32);
        QVERIFY(one > objects.size() / 26);
        QVERIFY2(many * 4 < one, qPrintable(QStringLiteral("%1 of %2").arg(many).arg(one)));
    }

    void everyObjectComesOnceWhateverTheAgentHas()
    {
        for (unsigned seed = 1; seed <= 60; ++seed) {
            std::mt19937 random(seed);
            const Objects objects = seed % 3 == 0 ? table(1 + seed % 7, 1 + seed * 5 % 300)
                                                  : jungle(random, 200 + seed * 20);
            std::vector<Oid> roots{Oid{1, 3, 6, 1}};
            if (seed % 4 == 1)
                roots = {Oid{1, 3, 6, 1, 1}, Oid{1, 3, 6, 1, 2, 2}, Oid{1, 3, 6, 1, 2, 3},
                         Oid{1, 3, 6, 1, 2, 3, 1}, Oid{1, 3, 6, 1, 9}};
            Objects expected;
            std::copy_if(objects.begin(), objects.end(), std::back_inserter(expected),
                         [&roots](const Oid &oid) {
                             return std::any_of(roots.begin(), roots.end(), [&](const Oid &root) {
                                 return oid.startsWith(root) && oid != root;
                             });
                         });
            for (const bool split : {false, true}) {
                WalkPlan plan(roots, split);
                Read read = readAll(plan, objects, 1 + static_cast<int>(seed % 40), 1 + seed % 24,
                                    random, seed % 5 == 0 ? 3 : 1000, seed % 2 == 0 ? 32 : 0);
                std::sort(read.objects.begin(), read.objects.end());
                QVERIFY2(read.objects == expected, qPrintable(QString::number(seed)));
                QVERIFY(plan.isDone());
            }
        }
    }

    void withoutSplittingThereIsOneRequestAtATime()
    {
        WalkPlan plan({Oid{1, 3}}, false);
        QVERIFY(plan.next(10).has_value());
        QVERIFY(!plan.next(10).has_value());
    }

    void aTableCostsLittleMoreThanItsRows()
    {
        for (const std::vector<Oid> &roots :
             {std::vector<Oid>{Oid{1, 3, 6, 1, 9, 1, 1}},
              std::vector<Oid>{Oid{1, 3, 6, 1, 9, 1, 1, 1}, Oid{1, 3, 6, 1, 9, 1, 1, 2},
                               Oid{1, 3, 6, 1, 9, 1, 1, 3}, Oid{1, 3, 6, 1, 9, 1, 1, 4}}}) {
            std::mt19937 random(3);
            const Objects objects = table(4, 2000);
            WalkPlan plan(roots, true);
            const Read read = readAll(plan, objects, 25, 32, random);
            QCOMPARE(read.objects.size(), objects.size());
            QVERIFY2(read.surplus < objects.size() / 2, qPrintable(QString::number(read.surplus)));
        }
    }

    void anObjectThatDoesNotIncreaseEndsItsStretch()
    {
        WalkPlan plan({Oid{1, 3}}, true);
        const auto query = plan.next(10);
        const auto outcome = plan.answered(query->id, {{Oid{1, 3, 5}, Value()},
                                                       {Oid{1, 3, 7}, Value()},
                                                       {Oid{1, 3, 7}, Value()},
                                                       {Oid{1, 3, 9}, Value()}});
        QVERIFY(outcome.disorder.has_value());
        QCOMPARE(outcome.disorder->previous, (Oid{1, 3, 7}));
        QCOMPARE(outcome.rows.size(), std::size_t(1));
        QCOMPARE(outcome.rows.front().rows.size(), std::size_t(2));
        QVERIFY(plan.isDone());
    }

    void anAnswerToNothingIsNothing()
    {
        WalkPlan plan({Oid{1, 3}}, true);
        const auto query = plan.next(10);
        plan.unanswered(query->id);
        const auto outcome = plan.answered(query->id, {{Oid{1, 3, 5}, Value()}});
        QVERIFY(outcome.rows.empty());
        plan.failed(999);
        plan.ended(999);
        QVERIFY(!plan.isDone());
    }

    void aLongWayFillsTheWindow()
    {
        WalkPace pace({});
        WalkPace::Time now{};
        QCOMPARE(pace.window(), 4);
        for (int round = 0; round < 8; ++round) {
            now += 20ms;
            for (int i = pace.window(); i > 0; --i)
                pace.answered(now, 20ms, pace.repetitions(),
                              static_cast<std::size_t>(pace.repetitions()) * 30, pace.repetitions(),
                              false);
        }
        QCOMPARE(pace.window(), 32);
        QVERIFY(pace.guesses() > 1);
        // One packet at first, a few once the window is full.
        QVERIFY(pace.repetitions() > 30);
        QVERIFY(pace.repetitions() * 30 <= 4200);
    }

    void aBusyAgentIsKeptBusyAndNoMore()
    {
        WalkPace pace({});
        WalkPace::Time now{};
        WalkPace::Time free{};
        // One request after the other, 100 µs a row: what is in flight only waits.
        std::vector<WalkPace::Time> sent(4, now);
        for (int i = 0; i < 400; ++i) {
            const auto began = sent.front();
            sent.erase(sent.begin());
            free = std::max(free, began) + pace.repetitions() * 100us;
            now = free;
            pace.answered(now, now - began, pace.repetitions(),
                          static_cast<std::size_t>(pace.repetitions()) * 30, pace.repetitions(),
                          false);
            while (static_cast<int>(sent.size()) < pace.window())
                sent.push_back(now);
        }
        QVERIFY2(pace.window() <= 3, qPrintable(QString::number(pace.window())));
        QCOMPARE(pace.guesses(), 1);
    }

    void lossAndTooBigAreHeeded()
    {
        WalkPace pace({});
        WalkPace::Time now{};
        for (int i = 0; i < 200; ++i)
            pace.answered(now += 1ms, 20ms, 25, 700, 25, false);
        const int before = pace.window();
        pace.lost(now);
        pace.lost(now + 1ms); // of the same round trip
        QVERIFY(pace.window() < before);
        QVERIFY(pace.window() >= before / 2);
        pace.tooBig(24);
        QCOMPARE(pace.repetitions(), 12);
        for (int i = 0; i < 200; ++i)
            pace.answered(now += 1ms, 20ms, 12, 300, 12, false);
        QCOMPARE(pace.repetitions(), 12);
        QVERIFY(pace.traits().isLimit);
        pace.answered(now, 20ms, 5, 300, 12, true);
        QCOMPARE(pace.repetitions(), 5);
        pace.noBulk();
        QCOMPARE(pace.repetitions(), 1);
        QVERIFY(!pace.traits().bulk);

        WalkPace again({});
        again.recall({.repetitions = 6, .window = 9, .bulk = true, .isLimit = true});
        QCOMPARE(again.repetitions(), 6);
        QCOMPARE(again.window(), 9);
    }

    void valuesAreWhatTheyWere()
    {
        QCOMPARE(Value::counter64(~std::uint64_t(0)).text(),
                 QStringLiteral("18446744073709551615"));
        QCOMPARE(Value::integer(-5).toInt(), -5);
        QCOMPARE(Value::octets("eth0").text(), QStringLiteral("eth0"));
        QCOMPARE(Value::octets(QByteArray::fromHex("001a2b")).text(), QStringLiteral("00 1A 2B"));
        QCOMPARE(Value::ipAddress(QByteArray::fromHex("0a000001")).text(),
                 QStringLiteral("10.0.0.1"));
        QCOMPARE(Value::objectIdentifier(Oid{1, 3, 6}).toOid(), (Oid{1, 3, 6}));
        QCOMPARE(Value::floating(1.5).toDouble(), 1.5);
        QVERIFY(Value::exception(ValueType::EndOfMibView).isException());
        QCOMPARE(sizeof(Value), std::size_t(40));
        QCOMPARE(parseValue(QLatin1Char('x'), QStringLiteral("00:1a 2B"))->bytes(),
                 QByteArray::fromHex("001a2b"));
        QCOMPARE(parseValue(QLatin1Char('b'), QStringLiteral("0 9"))->bytes(),
                 QByteArray::fromHex("8040"));
        QCOMPARE(parseValue(QLatin1Char('a'), QStringLiteral("10.1.2.3"))->text(),
                 QStringLiteral("10.1.2.3"));
        for (const auto &[type, text] : {std::pair('i', "2147483648"),
                                         {'u', "-1"},
                                         {'a', "::1"},
                                         {'x', "0"},
                                         {'d', "256"},
                                         {'o', "1.50"},
                                         {'?', "1"},
                                         {'C', "x"}})
            QVERIFY(!parseValue(QLatin1Char(type), QString::fromLatin1(text)));
    }
};

QTEST_APPLESS_MAIN(SnmpWalkPlanTest)
#include "snmpwalkplan.moc"
