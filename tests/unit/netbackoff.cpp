// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/backoff.h"
#include "core/net/wakewatch.h"

#include <QSignalSpy>
#include <QTest>

using namespace Portolan;
using namespace std::chrono_literals;

class NetBackoffTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waitsDoubleUpToAMinuteAndSpreadByAQuarter()
    {
        Net::Backoff backoff;
        for (const auto middle :
             {1000ms, 2000ms, 4000ms, 8000ms, 16'000ms, 32'000ms, 60'000ms, 60'000ms, 60'000ms}) {
            Net::Backoff early = backoff;
            Net::Backoff late = backoff;
            QCOMPARE(early.next(0).count(), (middle * 3 / 4).count());
            QCOMPARE(late.next(1).count(), (middle * 5 / 4).count());
            QCOMPARE(backoff.next(0.5).count(), middle.count());
        }
        QCOMPARE(backoff.attempt(), 9);
        backoff.reset();
        QCOMPARE(backoff.next(0.5).count(), 1000);
        QCOMPARE(backoff.attempt(), 1);
    }

    void onlyWhatMayGoOtherwiseIsRepeated()
    {
        using Kind = Error::Kind;
        for (const Kind kind : {Kind::Network, Kind::Timeout})
            QVERIFY(Net::Backoff::isWorthRepeating({kind, {}}));
        for (const Kind kind : {Kind::Auth, Kind::Certificate, Kind::Protocol, Kind::Refused,
                                Kind::Unsupported, Kind::Usage, Kind::Cancelled, Kind::Local})
            QVERIFY(!Net::Backoff::isWorthRepeating({kind, {}}));
    }

    void aSleepIsToldOnce()
    {
        auto slept = 5000ms;
        Net::WakeWatch watch([&] { return slept; });
        QSignalSpy spy(&watch, &Net::WakeWatch::woke);
        watch.look();
        QCOMPARE(spy.count(), 0);
        slept += 999ms; // clocks differ a little
        watch.look();
        QCOMPARE(spy.count(), 0);
        slept += 3600s;
        watch.look();
        watch.look();
        QCOMPARE(spy.count(), 1);
    }

    void thisSystemsClocksGoTogetherWhileItIsAwake()
    {
        const auto before = Net::WakeWatch::sleptSinceBoot();
        QVERIFY(before >= 0ms);
        QVERIFY(Net::WakeWatch::sleptSinceBoot() - before < 1000ms);
    }
};

QTEST_GUILESS_MAIN(NetBackoffTest)
#include "netbackoff.moc"
