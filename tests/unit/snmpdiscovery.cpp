// SPDX-License-Identifier: GPL-3.0-or-later
// What people write as ranges, the pace of packets, and what a run is said to cost.
#include "core/snmp/discovery/discovery.h"
#include "core/snmp/discovery/enterprises.h"
#include "core/snmp/discovery/sendpace.h"

#include <QTest>

using namespace Portolan;
using namespace Portolan::Snmp;
using namespace std::chrono_literals;

namespace {

QStringList texts(const Result<ScanRange> &range)
{
    QStringList all;
    if (!range)
        return {range.error().what};
    for (const ScanPlace &each : range->places())
        all += each.text();
    return all;
}

QStringList parsed(const QString &text, const QStringList &excluded = {})
{
    return texts(ScanRange::parse({text}, excluded));
}

} // namespace

class SnmpDiscoveryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rangesAreReadAsPeopleWriteThem_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qsizetype>("count");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("last");
        const auto row = [](const char *text, qsizetype count, const char *first,
                            const char *last) {
            QTest::newRow(text) << QString::fromLatin1(text) << count << QString::fromLatin1(first)
                                << QString::fromLatin1(last);
        };
        row("10.0.0.7", 1, "10.0.0.7", "10.0.0.7");
        row("10.0.0.0/24", 254, "10.0.0.1", "10.0.0.254");
        row("10.0.0.77/24", 254, "10.0.0.1", "10.0.0.254");
        row("10.0.0.0/255.255.255.0", 254, "10.0.0.1", "10.0.0.254");
        row("10.0.0.4/31", 2, "10.0.0.4", "10.0.0.5");
        row("10.0.0.4/32", 1, "10.0.0.4", "10.0.0.4");
        row("10.0.0.1-50", 50, "10.0.0.1", "10.0.0.50");
        row("10.0.0.250-10.0.1.5", 12, "10.0.0.250", "10.0.1.5");
        row("10.0.1-2.1-3", 6, "10.0.1.1", "10.0.2.3");
        row("10.0.*.1", 256, "10.0.0.1", "10.0.255.1");
        row("10.1.0.0/16", 65'534, "10.1.0.1", "10.1.255.254");
        row("10.0.0.1, 10.0.0.2;10.0.0.3\n10.0.0.1", 3, "10.0.0.1", "10.0.0.3");
        row("10.0.0.1-3:1161", 3, "10.0.0.1:1161", "10.0.0.3:1161");
        row("10.0.0.0/24 !10.0.0.2-254", 1, "10.0.0.1", "10.0.0.1");
        row("fd00::1", 1, "fd00::1", "fd00::1");
        row("fd00::/120", 256, "fd00::", "fd00::ff");
        row("fd00::1-fd00::40", 64, "fd00::1", "fd00::40");
        row("fd00::fffe-fd00::1:1", 4, "fd00::fffe", "fd00::1:1");
        row("[fd00::1]:1161", 1, "[fd00::1]:1161", "[fd00::1]:1161");
        row("[fd00::8/126]:1161", 4, "[fd00::8]:1161", "[fd00::b]:1161");
        row("fe80::1%lo", 1, "fe80::1%lo", "fe80::1%lo");
    }
    void rangesAreReadAsPeopleWriteThem()
    {
        QFETCH(const QString, text);
        const QStringList all = parsed(text);
        QTEST(all.size(), "count");
        QTEST(all.first(), "first");
        QTEST(all.last(), "last");
    }

    void nonsenseIsNamed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *text, const char *words) {
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromUtf8(words);
        };
        row("", "Say which addresses");
        row("switch1", "“switch1” is neither");
        row("10.0.0", "“10.0.0” is neither");
        row("10.0.0.256", "neither");
        row("010.0.0.1", "neither");
        row("10.0.0.1/33", "neither");
        row("10.0.0.1/255.0.255.0", "neither");
        row("10.0.0.1:0", "neither");
        row("10.0.0.1:70000", "neither");
        row("10.0.0.1-2-3", "neither");
        row("10.0.0.50-1", "ends before it begins");
        row("10.0.1.1-10.0.0.9", "ends before it begins");
        row("fd00::2-fd00::1", "ends before it begins");
        row("fd00::/129", "neither");
        row("[fd00::1", "neither");
        row("::ffff:x", "neither");
        row("10.0.0.1 224.0.0.1", "224.0.0.1 is not the address of a single machine");
        row("255.255.255.255", "not the address of a single machine");
        row("0.0.0.0", "not the address of a single machine");
        row("ff02::1", "not the address of a single machine");
        row("10.0.0.0/8", "16,777,214 addresses; at most 65,536");
        row("10.0.0.0/15", "131,070 addresses; at most 65,536");
        row("*.*.*.*", "4,294,967,296 addresses");
        row("fd00::/64", "2 to the power of 64 addresses");
        row("fd00::/100", "268,435,456 addresses");
        row("::1-fd00::1", "2 to the power of 64");
        row("10.0.0.1 !10.0.0.0/8", "Nothing is left");
        row("!10.0.0.1", "Say which addresses");
    }
    void nonsenseIsNamed()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, words);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        const auto range = ScanRange::parse({text});
        QVERIFY(!range);
        QCOMPARE(range.error().kind, Error::Kind::Usage);
        QVERIFY2(range.error().what.contains(words), qPrintable(range.error().what));
    }

    void exclusionsAreLeftOut()
    {
        QCOMPARE(parsed(QStringLiteral("10.0.0.1-5"),
                        {QStringLiteral("10.0.0.2, 10.0.0.4-9"), QStringLiteral("fd00::/64")}),
                 QStringList({QStringLiteral("10.0.0.1"), QStringLiteral("10.0.0.3")}));
        // A port that is named is the only one that is left out.
        QCOMPARE(parsed(QStringLiteral("10.0.0.1:1161 10.0.0.1:1162 !10.0.0.1:1162")),
                 QStringList({QStringLiteral("10.0.0.1:1161")}));
        QCOMPARE(parsed(QStringLiteral("10.0.0.1 fd00::1 fd01::1 !fd00::/16")),
                 QStringList({QStringLiteral("10.0.0.1"), QStringLiteral("fd01::1")}));
        // What is too much before may be right after it.
        const auto range =
            ScanRange::parse({QStringLiteral("10.0.0.0/15")}, {QStringLiteral("10.1.0.0/16")});
        QVERIFY(range);
        QCOMPARE(range->places().size(), std::size_t(65'535));
        QCOMPARE(range->excluded(), quint64(65'535)); // with 10.1.0.0, without 10.1.255.255
    }

    void thePaceIsNeverExceeded()
    {
        SendPace pace(100);
        SendPace::Clock::time_point now{std::chrono::hours(1)};
        std::vector<SendPace::Clock::time_point> sent;
        // Asked every millisecond, with a pause of two seconds in between.
        for (int i = 0; i < 5000; ++i) {
            now += i == 2500 ? 2000ms : 1ms;
            while (pace.mayGo(now)) {
                pace.sent(now);
                sent.push_back(now);
            }
        }
        QVERIFY(sent.size() >= 495 && sent.size() <= 506);
        for (std::size_t i = 0; i < sent.size(); ++i) {
            std::size_t within = 0;
            while (i + within < sent.size() && sent[i + within] < sent[i] + 1s)
                ++within;
            QVERIFY2(within <= 103, qPrintable(QString::number(within)));
        }
    }

    void thePaceSaysWhenItGoesOn()
    {
        SendPace pace(10);
        SendPace::Clock::time_point now{std::chrono::hours(1)};
        QVERIFY(pace.mayGo(now));
        pace.sent(now);
        QVERIFY(!pace.mayGo(now));
        QVERIFY(pace.next() > now + 70ms);
        QVERIFY(pace.next() <= now + 100ms);
        QVERIFY(pace.mayGo(pace.next()));
    }

    void theCostIsToldBefore()
    {
        DiscoveryRequest request;
        request.range = *ScanRange::parse({QStringLiteral("10.0.0.0/24")});
        DiscoveryCredential community;
        request.credentials.push_back(std::move(community));
        DiscoveryCredential user;
        user.version = Version::V3;
        request.credentials.push_back(std::move(user));
        // A community and the question for the engine, each twice: users wait for an engine.
        QCOMPARE(request.mostPackets(), quint64(254 * 2 * 2));
        QVERIFY(request.longest() >= 10'160ms);
        QVERIFY(request.longest() <= 16'000ms);
        // Few places in flight are slower than the rate.
        request.inFlight = 10;
        QVERIFY(request.longest() >= 101'600ms);
    }

    void vendorsAreNamed()
    {
        QCOMPARE(enterpriseName(9), QStringLiteral("Cisco"));
        QCOMPARE(enterpriseName(8072), QStringLiteral("Net-SNMP"));
        QCOMPARE(enterpriseName(4'000'000), QString());
        QCOMPARE(enterpriseOf(Oid{1, 3, 6, 1, 4, 1, 2636, 1, 1}), std::optional(2636U));
        QVERIFY(!enterpriseOf(Oid{1, 3, 6, 1, 4, 1}));
        QVERIFY(!enterpriseOf(Oid{1, 3, 6, 1, 2, 1, 1}));
        QCOMPARE(enterpriseOfEngine(QByteArray::fromHex("80001f8801020304")), std::optional(8072U));
        QVERIFY(!enterpriseOfEngine(QByteArray::fromHex("80001f")));
    }
};

QTEST_GUILESS_MAIN(SnmpDiscoveryTest)
#include "snmpdiscovery.moc"
