// SPDX-License-Identifier: GPL-3.0-or-later
// What changed between two recordings, and which views two credentials have.
#include "core/snmp/recordings/comparisontext.h"
#include "core/snmp/smi/moduleloader.h"

#include <QTest>

#include <map>
#include <random>
#include <set>

using namespace Portolan;
using namespace Portolan::Snmp;
using Kind = CellChange::Kind;

namespace {

using Rows = std::map<Oid, Value>;

const Oid kSystem{1, 3, 6, 1, 2, 1, 1};
const Oid kIfEntry{1, 3, 6, 1, 2, 1, 2, 2, 1};
const Oid kIfXEntry{1, 3, 6, 1, 2, 1, 31, 1, 1, 1};
const Oid kVendor{1, 3, 6, 1, 4, 1, 99999};

Oid below(const Oid &oid, std::initializer_list<std::uint32_t> arcs)
{
    Oid made = oid;
    for (const std::uint32_t each : arcs)
        made.append(each);
    return made;
}

class RowsSource final : public VarbindSource
{
public:
    explicit RowsSource(const Rows &rows)
        : m_rows(rows)
        , m_at(m_rows.begin())
    {
    }
    bool next(Varbind &to) override
    {
        if (m_at == m_rows.end())
            return false;
        to = {m_at->first, m_at->second};
        ++m_at;
        return true;
    }

private:
    const Rows m_rows;
    Rows::const_iterator m_at;
};

ComparisonSide sideOf(const Rows &rows, const RecordingFacts &facts = {})
{
    return {facts, {}, [rows]() -> Result<std::unique_ptr<VarbindSource>> {
                return std::unique_ptr<VarbindSource>(std::make_unique<RowsSource>(rows));
            }};
}

RecordingFacts takenAt(int seconds)
{
    RecordingFacts facts;
    facts.url = QStringLiteral("snmp://sw1");
    facts.peer = QStringLiteral("10.0.0.1");
    facts.began = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000 + seconds * 1000LL, Qt::UTC);
    return facts;
}

struct Compared
{
    ComparisonSummary summary;
    std::vector<Difference> differences;

    [[nodiscard]] const Difference *at(const Oid &object, const Oid &index = {}) const
    {
        for (const Difference &each : differences) {
            if (each.object == object && each.index == index)
                return &each;
        }
        return nullptr;
    }
};

// An interface as agents have it.
void addInterface(Rows &rows, std::uint32_t index, const char *name, int status = 1,
                  std::uint32_t octets = 1000)
{
    rows[below(kIfEntry, {1, index})] = Value::integer(static_cast<std::int32_t>(index));
    rows[below(kIfEntry, {2, index})] = Value::octets(QByteArray("Port ") + name);
    rows[below(kIfEntry, {3, index})] = Value::integer(6);
    rows[below(kIfEntry, {8, index})] = Value::integer(status);
    rows[below(kIfEntry, {10, index})] = Value::counter32(octets);
    rows[below(kIfXEntry, {1, index})] = Value::octets(name);
    rows[below(kIfXEntry, {6, index})] = Value::counter64(octets);
}

} // namespace

class SnmpComparisonTest final : public QObject
{
    Q_OBJECT

private:
    std::shared_ptr<const Smi::Snapshot> m_modules;

    Compared compared(const Rows &before, const Rows &after, const ComparisonOptions &options = {},
                      const RecordingFacts &first = takenAt(0),
                      const RecordingFacts &second = takenAt(100)) const
    {
        Compared result;
        auto summary =
            compare(sideOf(before, first), sideOf(after, second), *m_modules, options,
                    [&](Difference &&each) { result.differences.push_back(std::move(each)); });
        if (!summary)
            qFatal("a comparison failed");
        result.summary = std::move(*summary);
        return result;
    }
    static Value upTime(std::uint32_t seconds) { return Value::timeTicks(seconds * 100); }

private Q_SLOTS:
    void initTestCase()
    {
        const auto loaded = Smi::loadModules({});
        QVERIFY(loaded);
        m_modules = loaded->snapshot;
        QVERIFY(m_modules->definition(u"ifDescr"));
    }

    void whatIsTheSameIsCountedAndNotTold()
    {
        Rows rows;
        addInterface(rows, 1, "eth0");
        const Compared result = compared(rows, rows);
        QVERIFY(result.differences.empty());
        QVERIFY(!result.summary.isDifferent());
        QCOMPARE(result.summary.same, quint64(rows.size()));
    }

    void singleObjectsAreAddedRemovedAndChanged()
    {
        const Rows before{{below(kSystem, {1, 0}), Value::octets("old")},
                          {below(kSystem, {4, 0}), Value::octets("me")},
                          {below(kVendor, {1, 0}), Value::integer(1)}};
        const Rows after{{below(kSystem, {1, 0}), Value::octets("new")},
                         {below(kSystem, {6, 0}), Value::octets("here")},
                         {below(kVendor, {1, 0}), Value::gauge32(1)}};
        const Compared result = compared(before, after);
        QCOMPARE(result.differences.size(), std::size_t(4));
        const Difference *changed = result.at(below(kSystem, {1, 0}));
        QVERIFY(changed && changed->kind == Kind::Changed && !changed->isRow);
        QVERIFY(changed->cells[0].before == Value::octets("old"));
        QCOMPARE(placeOf(*changed, *m_modules), QStringLiteral("sysDescr.0"));
        QCOMPARE(changeText(changed->cells[0], *m_modules), QStringLiteral("old → new"));
        QCOMPARE(result.at(below(kSystem, {4, 0}))->kind, Kind::Removed);
        QCOMPARE(result.at(below(kSystem, {6, 0}))->kind, Kind::Added);
        // Another type is a change, though the number is the same.
        QCOMPARE(result.at(below(kVendor, {1, 0}))->kind, Kind::Changed);
        QVERIFY(result.summary.isDifferent());
    }

    void countersAndClocksThatGoOnAreNoChange()
    {
        Rows before;
        Rows after;
        before[below(kSystem, {3, 0})] = upTime(1000);
        after[below(kSystem, {3, 0})] = upTime(1100);
        addInterface(before, 1, "eth0", 1, 4'294'967'000U);
        addInterface(after, 1, "eth0", 1, 500); // through zero
        after[below(kIfXEntry, {6, 1})] = Value::counter64(4'294'967'500U);
        const Compared result = compared(before, after);
        QVERIFY(!result.summary.isDifferent());
        QVERIFY(!result.summary.wasRestarted);
        QCOMPARE(result.summary.of(Kind::Advanced), quint64(3));
        const Difference *row = result.at(kIfEntry, Oid{1});
        QVERIFY(row && row->isRow && row->kind == Kind::Advanced);
        QVERIFY(row->cells[0].wrapped);
        QVERIFY(!result.at(kIfXEntry, Oid{1})->cells[0].wrapped);
    }

    void countersThatBeganAnewAreKnown()
    {
        Rows before;
        Rows after;
        before[below(kSystem, {3, 0})] = upTime(1000);
        after[below(kSystem, {3, 0})] = upTime(1100);
        addInterface(before, 1, "eth0", 1, 2'000'000);
        addInterface(after, 1, "eth0", 1, 500); // 2^31 and more would be no wrap
        Compared result = compared(before, after);
        QCOMPARE(result.at(kIfEntry, Oid{1})->cells[0].kind, Kind::Reset);
        QCOMPARE(result.at(kIfXEntry, Oid{1})->cells[0].kind, Kind::Reset);
        QVERIFY(result.summary.isDifferent());

        // After a restart a wrap is none.
        addInterface(before, 1, "eth0", 1, 4'294'967'000U);
        after[below(kSystem, {3, 0})] = upTime(20);
        result = compared(before, after);
        QVERIFY(result.summary.wasRestarted);
        QCOMPARE(result.at(kIfEntry, Oid{1})->cells[0].kind, Kind::Reset);
        QCOMPARE(result.at(below(kSystem, {3, 0}))->kind, Kind::Reset);
    }

    void aRestartIsKnownThoughTheNewUpTimeIsMore()
    {
        const Rows before{{below(kSystem, {3, 0}), upTime(100)}};
        const Rows after{{below(kSystem, {3, 0}), upTime(5000)}};
        const Compared restarted = compared(before, after, {}, takenAt(0), takenAt(20'000));
        QVERIFY(restarted.summary.wasRestarted);
        QCOMPARE(restarted.differences[0].kind, Kind::Reset);
        QVERIFY(!compared(before, after, {}, takenAt(0), takenAt(4900)).summary.wasRestarted);
        // After 497 days it begins at zero by itself.
        const Rows old{{below(kSystem, {3, 0}), Value::timeTicks(4'294'960'000U)}};
        const Rows young{{below(kSystem, {3, 0}), Value::timeTicks(2704)}};
        const Compared result = compared(old, young);
        QVERIFY(!result.summary.wasRestarted);
        QCOMPARE(result.differences[0].kind, Kind::Advanced);
        QVERIFY(result.differences[0].cells[0].wrapped);
    }

    void aMomentIsNoClock()
    {
        Rows before;
        Rows after;
        before[below(kSystem, {3, 0})] = upTime(1000);
        after[below(kSystem, {3, 0})] = upTime(1100);
        before[below(kIfEntry, {9, 1})] = upTime(10);
        after[below(kIfEntry, {9, 1})] = upTime(1050); // the link went away meanwhile
        before[below(kVendor, {3, 0})] = upTime(70);
        after[below(kVendor, {3, 0})] = upTime(170); // goes on as the clock does
        before[below(kVendor, {4, 0})] = upTime(70);
        after[below(kVendor, {4, 0})] = upTime(900); // does not
        const Compared result = compared(before, after);
        QCOMPARE(result.at(kIfEntry, Oid{1})->kind, Kind::Changed);
        QCOMPARE(result.at(below(kVendor, {3, 0}))->kind, Kind::Advanced);
        QCOMPARE(result.at(below(kVendor, {4, 0}))->kind, Kind::Changed);
    }

    void aRowThatCameOrWentIsOne()
    {
        Rows before;
        Rows after;
        addInterface(before, 1, "eth0");
        addInterface(after, 1, "eth0");
        addInterface(before, 2, "eth1");
        addInterface(after, 3, "eth2");
        const Compared result = compared(before, after);
        QCOMPARE(result.differences.size(), std::size_t(4)); // two tables
        const Difference *gone = result.at(kIfEntry, Oid{2});
        QVERIFY(gone && gone->kind == Kind::Removed);
        QCOMPARE(gone->cells.size(), std::size_t(5));
        const Difference *come = result.at(kIfEntry, Oid{3});
        QVERIFY(come && come->kind == Kind::Added);
        QCOMPARE(placeOf(*come, *m_modules), QStringLiteral("ifEntry 3"));
        QCOMPARE(cellName(come->cells[1], *come, *m_modules), QStringLiteral("ifDescr"));
    }

    void aCellThatCameIsAChangeOfItsRow()
    {
        Rows before;
        Rows after;
        addInterface(before, 1, "eth0");
        addInterface(after, 1, "eth0", 2);
        after[below(kIfEntry, {22, 1})] = Value::objectIdentifier(Oid{0, 0});
        const Compared result = compared(before, after);
        QCOMPARE(result.differences.size(), std::size_t(1));
        QCOMPARE(result.differences[0].kind, Kind::Changed);
        QCOMPARE(result.differences[0].cells.size(), std::size_t(2));
        QCOMPARE(result.differences[0].cells[1].kind, Kind::Added);
        QCOMPARE(changeText(result.differences[0].cells[0], *m_modules),
                 QStringLiteral("up(1) → down(2)"));
    }

    void interfacesWithOtherNumbersAreKnownByName()
    {
        Rows before;
        Rows after;
        addInterface(before, 1, "lo");
        addInterface(before, 2, "eth0");
        addInterface(before, 3, "eth1", 1);
        addInterface(before, 4, "eth2");
        addInterface(after, 1, "lo");
        addInterface(after, 2, "eth1", 2); // was 3, and is down now
        addInterface(after, 3, "eth0");    // was 2
        addInterface(after, 5, "eth2");    // was 4
        addInterface(after, 4, "new");     // has the number of another
        const Oid address{1, 3, 6, 1, 2, 1, 4, 20, 1};
        before[below(address, {2, 10, 0, 0, 1})] = Value::integer(3);
        after[below(address, {2, 10, 0, 0, 1})] = Value::integer(2);
        const Compared result = compared(before, after);
        QCOMPARE(result.summary.renumbered.size(), qsizetype(3));
        QCOMPARE(result.summary.renumbered[0].name, QStringLiteral("eth0"));
        QCOMPARE(result.summary.renumbered[0].after, std::uint32_t(3));
        QCOMPARE(result.differences.size(), std::size_t(3));
        const Difference *down = result.at(kIfEntry, Oid{2});
        QVERIFY(down && down->kind == Kind::Changed);
        QVERIFY(down->formerIndex == Oid{3});
        QCOMPARE(down->cells.size(), std::size_t(1));
        QCOMPARE(result.at(kIfEntry, Oid{4})->kind, Kind::Added);
        QCOMPARE(result.at(kIfXEntry, Oid{4})->kind, Kind::Added);

        // By numbers alone it is another picture.
        ComparisonOptions byIndex;
        byIndex.matchInterfaces = false;
        const Compared other = compared(before, after, byIndex);
        QVERIFY(other.summary.renumbered.isEmpty());
        QVERIFY(other.differences.size() > 5);
    }

    void anInterfaceWhoseNumberAnotherHasNowIsGone()
    {
        Rows before;
        Rows after;
        addInterface(before, 1, "old");
        addInterface(before, 2, "eth0");
        addInterface(after, 1, "eth0");
        const Compared result = compared(before, after);
        QCOMPARE(result.differences.size(), std::size_t(2));
        QCOMPARE(result.at(kIfEntry, Oid{1})->kind, Kind::Removed);
        QCOMPARE(result.at(kIfXEntry, Oid{1})->kind, Kind::Removed);
        QVERIFY(result.at(kIfEntry, Oid{1})->cells[1].before == Value::octets("Port old"));
    }

    void aRenamedInterfaceKeepsItsNumber()
    {
        Rows before;
        Rows after;
        addInterface(before, 1, "Gi0/1");
        addInterface(after, 1, "GigabitEthernet0/1");
        const Compared result = compared(before, after);
        QVERIFY(result.summary.renumbered.isEmpty());
        QCOMPARE(result.at(kIfXEntry, Oid{1})->kind, Kind::Changed);
    }

    void noiseIsSetApart()
    {
        const Oid date{1, 3, 6, 1, 2, 1, 25, 1, 2, 0};
        const Rows before{{date, Value::octets("a")}, {below(kVendor, {1, 0}), Value::integer(1)}};
        const Rows after{{date, Value::octets("b")}, {below(kVendor, {1, 0}), Value::integer(2)}};
        ComparisonOptions options;
        Compared result = compared(before, after, options);
        QCOMPARE(result.summary.noise, quint64(1));
        QCOMPARE(result.summary.of(Kind::Changed), quint64(1));
        QVERIFY(result.at(date)->isNoise);
        options.noise.push_back(kVendor);
        result = compared(before, after, options);
        QCOMPARE(result.summary.noise, quint64(2));
        QVERIFY(!result.summary.isDifferent());
    }

    void ofTwoDevicesCountersSayNothing()
    {
        Rows before;
        Rows after;
        addInterface(before, 1, "eth0", 1, 3'000'000'000U);
        addInterface(after, 1, "eth0", 1, 5);
        RecordingFacts other = takenAt(1);
        other.peer = QStringLiteral("10.0.0.2");
        other.url = QStringLiteral("snmp://sw2");
        RecordingFacts one = takenAt(0);
        one.sysName = QStringLiteral("sw1");
        other.sysName = QStringLiteral("sw2");
        const Compared result = compared(before, after, {}, one, other);
        QVERIFY(!result.summary.isLater);
        QVERIFY(!result.summary.isDifferent());
        QCOMPARE(result.summary.of(Kind::Advanced), quint64(2));
        QVERIFY(!notesOf(result.summary).isEmpty());
    }

    void whatIsComparedTheOtherWayRoundIsKnown()
    {
        Rows before;
        Rows after;
        before[below(kSystem, {3, 0})] = upTime(1100);
        after[below(kSystem, {3, 0})] = upTime(1000);
        addInterface(before, 1, "eth0", 1, 2000);
        addInterface(after, 1, "eth0", 1, 1000);
        const Compared result = compared(before, after, {}, takenAt(100), takenAt(0));
        QVERIFY(result.summary.isBackwards);
        QVERIFY(!result.summary.wasRestarted);
        QVERIFY(!result.summary.isDifferent());
    }

    void manyDifferencesOfOneTableAreToldInPieces()
    {
        Rows before;
        Rows after;
        for (std::uint32_t i = 1; i <= 300; ++i) {
            addInterface(before, i, qPrintable(QStringLiteral("p%1").arg(i)), 1);
            addInterface(after, i, qPrintable(QStringLiteral("p%1").arg(i)), 2, 2000);
        }
        ComparisonOptions options;
        options.mostPending = 100;
        const Compared result = compared(before, after, options);
        QCOMPARE(result.summary.inPieces.size(), std::size_t(2));
        quint64 cells = 0;
        for (const Difference &each : result.differences)
            cells += each.cells.size();
        QCOMPARE(cells, quint64(900));
    }

    // Against the plainest thing that could be right: two maps.
    void anyTwoRecordingsAreComparedAsMapsAre()
    {
        std::mt19937 random(5);
        for (int turn = 0; turn < 150; ++turn) {
            Rows before;
            Rows after;
            const auto oid = [&random] {
                switch (random() % 3) {
                case 0:
                    return below(kIfEntry, {1 + std::uint32_t(random() % 22),
                                            1 + std::uint32_t(random() % 8)});
                case 1: {
                    // Its index has another length every time.
                    Oid made{1, 3, 6, 1, 2, 1, 4, 24, 7, 1, 7 + std::uint32_t(random() % 10)};
                    for (std::size_t i = random() % 12; i > 0; --i)
                        made.append(std::uint32_t(random() % 3));
                    return made;
                }
                default:
                    return below(kVendor,
                                 {std::uint32_t(random() % 9), std::uint32_t(random() % 9)});
                }
            };
            for (std::size_t i = random() % 120; i > 0; --i) {
                const Oid at = oid();
                const auto value = std::int32_t(random() % 3);
                const std::size_t where = random() % 4;
                if (where != 1)
                    before[at] = Value::integer(value);
                if (where != 2)
                    after[at] = Value::integer(where == 3 ? value + 1 : value);
            }
            ComparisonOptions options;
            options.matchInterfaces = false;
            options.noise.clear();
            if (turn % 3 == 0)
                options.mostPending = 5;
            std::map<Oid, Kind> expected;
            quint64 same = 0;
            for (const auto &[at, value] : before) {
                const auto found = after.find(at);
                if (found == after.end())
                    expected[at] = Kind::Removed;
                else if (!(found->second == value))
                    expected[at] = Kind::Changed;
                else
                    ++same;
            }
            for (const auto &[at, value] : after) {
                if (!before.contains(at))
                    expected[at] = Kind::Added;
            }
            const Compared result = compared(before, after, options);
            std::map<Oid, Kind> got;
            for (const Difference &each : result.differences) {
                std::set<Kind> kinds;
                for (const CellChange &cell : each.cells) {
                    QVERIFY(got.emplace(cell.oid, cell.kind).second);
                    kinds.insert(cell.kind);
                    if (cell.kind != Kind::Added)
                        QVERIFY(before.at(cell.oid) == cell.before);
                    if (cell.kind != Kind::Removed)
                        QVERIFY(after.at(cell.oid) == cell.after);
                }
                // A row that came has nothing on the other side.
                if (!each.isRow || (each.kind != Kind::Added && each.kind != Kind::Removed))
                    continue;
                QVERIFY(kinds == std::set<Kind>{each.kind});
                const Rows &other = each.kind == Kind::Added ? before : after;
                for (const auto &[at, value] : other)
                    QVERIFY(!(at.startsWith(each.object) &&
                              at.size() == each.object.size() + 1 + each.index.size() &&
                              Oid(at.from(each.object.size() + 1)) == each.index));
            }
            QVERIFY(got == expected);
            QCOMPARE(result.summary.same, same);
            QCOMPARE(result.summary.before, quint64(before.size()));
            QCOMPARE(result.summary.after, quint64(after.size()));
        }
    }

    void aComparisonCanBeStopped()
    {
        Rows rows;
        for (std::uint32_t i = 0; i < 10'000; ++i)
            rows[below(kVendor, {i})] = Value::integer(1);
        std::stop_source stop;
        stop.request_stop();
        const auto result = compare(
            sideOf(rows), sideOf(rows), *m_modules, {}, [](Difference &&) {}, stop.get_token());
        QVERIFY(!result);
        QCOMPARE(result.error().kind, Error::Kind::Cancelled);
        QVERIFY(!mapViews(sideOf(rows), sideOf(rows), stop.get_token()));
    }

    void aViewIsSaidWithTheShortestPrefixes()
    {
        Rows all;
        addInterface(all, 1, "eth0");
        addInterface(all, 2, "eth1");
        all[below(kSystem, {1, 0})] = Value::octets("x");
        all[below(kSystem, {3, 0})] = upTime(1);
        all[below(kVendor, {1, 0})] = Value::integer(1);
        const Rows some{{below(kSystem, {1, 0}), Value::octets("x")},
                        {below(kSystem, {3, 0}), upTime(1)}};
        const auto map = mapViews(sideOf(all), sideOf(some));
        QVERIFY(map);
        QCOMPARE(map->entries.size(), std::size_t(4));
        QVERIFY(map->entries[0].prefix == kSystem);
        QCOMPARE(map->entries[0].sight(), ViewMap::Sight::Both);
        QCOMPARE(nameOf(map->entries[1], *m_modules), QStringLiteral("interfaces"));
        QCOMPARE(map->entries[1].sight(), ViewMap::Sight::First);
        QCOMPARE(map->entries[1].first, quint64(10));
        QVERIFY((map->entries[3].prefix == Oid{1, 3, 6, 1, 4}));
        QVERIFY(map->isDifferent());

        const auto alike = mapViews(sideOf(some), sideOf(some));
        QCOMPARE(alike->entries.size(), std::size_t(1));
        QVERIFY(alike->entries[0].prefix == kSystem);
        QVERIFY(!alike->isDifferent());
        QVERIFY(mapViews(sideOf({}), sideOf({}))->entries.empty());
    }

    void anyViewMapIsTrueAndAsShortAsItCanBe()
    {
        std::mt19937 random(6);
        for (int turn = 0; turn < 300; ++turn) {
            std::map<Oid, int> seen; // 1: first, 2: second, 3: both
            for (std::size_t i = 1 + random() % 60; i > 0; --i) {
                Oid oid{1, 3};
                for (std::size_t n = 1 + random() % 5; n > 0; --n)
                    oid.append(std::uint32_t(random() % 3));
                // Whole branches are alike mostly.
                seen[oid] = oid[2] == 0 ? 3 : oid[2] == 1 ? 1 : 1 + int(random() % 3);
            }
            Rows first;
            Rows second;
            for (const auto &[oid, where] : seen) {
                if ((where & 1) != 0)
                    first[oid] = Value();
                if ((where & 2) != 0)
                    second[oid] = Value();
            }
            const auto map = mapViews(sideOf(first), sideOf(second));
            QVERIFY(map);
            const auto labels = [&seen](const Oid &prefix) {
                std::set<int> found;
                for (const auto &[oid, where] : seen) {
                    if (oid.startsWith(prefix))
                        found.insert(where);
                }
                return found;
            };
            std::size_t covered = 0;
            for (const ViewMap::Entry &each : map->entries) {
                const auto found = labels(each.prefix);
                const bool isLeaf = seen.contains(each.prefix);
                covered += each.both + each.first + each.second;
                QVERIFY(each.sight() != ViewMap::Sight::Mixed);
                const int claimed = each.sight() == ViewMap::Sight::Both    ? 3
                                    : each.sight() == ViewMap::Sight::First ? 1
                                                                            : 2;
                // An instance that is the beginning of others speaks for itself.
                QVERIFY(found == std::set<int>{claimed} ||
                        (isLeaf && seen.at(each.prefix) == claimed));
                // Nothing shorter would be true, unless it is all that there is.
                if (map->entries.size() > 1 && !isLeaf)
                    QVERIFY(labels(each.prefix.parent()).size() > 1);
            }
            QCOMPARE(covered, seen.size());
        }
    }

    void aLongRowOfTheSameIsOneEntryAndManyPiecesAreOne()
    {
        Rows first;
        Rows second;
        for (std::uint32_t i = 1; i <= 1000; ++i) {
            first[below(kVendor, {1, i})] = Value();
            if (i > 900)
                second[below(kVendor, {1, i})] = Value();
            first[below(kVendor, {2, i})] = Value();
            if (i % 2 == 0)
                second[below(kVendor, {2, i})] = Value();
        }
        const auto map = mapViews(sideOf(first), sideOf(second));
        QVERIFY(map);
        QCOMPARE(map->entries.size(), std::size_t(3));
        QVERIFY(map->entries[0].prefix == below(kVendor, {1, 1}));
        QCOMPARE(map->entries[0].lastArc, std::uint32_t(900));
        QCOMPARE(map->entries[0].first, quint64(900));
        QCOMPARE(map->entries[1].both, quint64(100));
        QCOMPARE(map->entries[2].sight(), ViewMap::Sight::Mixed);
        QVERIFY(map->entries[2].prefix == below(kVendor, {2}));
        QCOMPARE(map->entries[2].both, quint64(500));
        QCOMPARE(map->entries[2].first, quint64(500));
    }
};

QTEST_GUILESS_MAIN(SnmpComparisonTest)
#include "snmpcomparison.moc"
