// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ntp/alarms.h"

#include <QJsonObject>
#include <QTest>

using namespace Portolan;
using namespace Portolan::Ntp;
using namespace std::chrono_literals;
using Subject = AlarmRule::Subject;
using Kind = AlarmEvent::Kind;

namespace {

ServerFacts server(quint64 id, double offset, double bound = 0.02)
{
    ServerFacts facts;
    facts.id = id;
    facts.name = facts.host = QStringLiteral("s%1.example").arg(id);
    facts.address = QStringLiteral("192.0.2.%1").arg(id);
    facts.port = 123;
    facts.polls = 8;
    facts.reach = 0xFF;
    facts.offset = Seconds(offset);
    facts.bound = Seconds(bound);
    facts.stratum = 2;
    facts.leap = Leap::None;
    facts.refid = 0xC6336400 + quint32(id);
    facts.ownRefid = 0xC0000200 + quint32(id);
    facts.standing = Standing::Combined;
    return facts;
}

// Rules in the course of time.
class Course
{
public:
    explicit Course(const QList<AlarmRule> &rules) { alarms.setRules(rules); }

    QList<AlarmEvent> at(std::chrono::milliseconds when, const QList<ServerFacts> &servers,
                         std::optional<double> offset = std::nullopt,
                         const QList<Seconds> &steps = {})
    {
        ClockFacts facts;
        facts.steady = when;
        facts.servers = servers;
        facts.steps = steps;
        if (offset)
            facts.offset = Seconds(*offset);
        return alarms.judge(facts);
    }

    Alarms alarms;
};

AlarmRule rule(Subject subject, double raise, double clear, std::chrono::seconds raiseAfter,
               std::chrono::seconds clearAfter)
{
    AlarmRule rule = usualRule(subject);
    rule.raise = Seconds(raise);
    rule.clear = Seconds(clear);
    rule.raiseAfter = raiseAfter;
    rule.clearAfter = clearAfter;
    return rule;
}

} // namespace

class NtpAlarmsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ourClockIsAccusedByTwoThatAgree()
    {
        Course course({rule(Subject::OurClock, 0.1, 0.05, 30s, 60s)});
        const QList<ServerFacts> off{server(1, 0.2), server(2, 0.21)};
        QVERIFY(course.at(0s, off, 0.205).isEmpty());
        QVERIFY(course.at(29s, off, 0.205).isEmpty());
        const auto raised = course.at(30s, off, 0.205);
        QCOMPARE(raised.size(), 1);
        QVERIFY(raised[0].kind == Kind::Raised);
        QCOMPARE(raised[0].confirmedBy,
                 QStringList({QStringLiteral("s1.example"), QStringLiteral("s2.example")}));
        QVERIFY(alarmText(raised[0]).contains(QLatin1String("205 ms")));
        QVERIFY(alarmText(raised[0]).contains(QLatin1String("behind")));
        QVERIFY(course.at(40s, off, 0.205).isEmpty()); // once
        QCOMPARE(course.alarms.active().size(), 1);
        // Below the first threshold is not yet right.
        const QList<ServerFacts> between{server(1, 0.07), server(2, 0.07)};
        QVERIFY(course.at(200s, between, 0.07).isEmpty());
        const QList<ServerFacts> right{server(1, 0.01), server(2, 0.01)};
        QVERIFY(course.at(210s, right, 0.01).isEmpty());
        QVERIFY(course.at(269s, right, 0.01).isEmpty());
        const auto cleared = course.at(270s, right, 0.01);
        QCOMPARE(cleared.size(), 1);
        QVERIFY(cleared[0].kind == Kind::Cleared);
        QVERIFY(course.alarms.active().isEmpty());
    }

    void oneServerAloneAccusesNobody()
    {
        Course course({rule(Subject::OurClock, 0.1, 0.05, 0s, 0s)});
        QVERIFY(course.at(0s, {server(1, 5)}, 5).isEmpty());
        QCOMPARE(course.alarms.unconfirmed().size(), 1);
        // Nor do two of which one follows the other, or which follow the same.
        ServerFacts follower = server(2, 5);
        follower.refid = server(1, 0).ownRefid;
        QVERIFY(course.at(60s, {server(1, 5), follower}, 5).isEmpty());
        ServerFacts brother = server(2, 5);
        brother.refid = server(1, 0).refid;
        QVERIFY(course.at(120s, {server(1, 5), brother}, 5).isEmpty());
        // Nor do two that contradict each other, or of which one is right.
        QVERIFY(course.at(180s, {server(1, 5), server(2, 7)}, 6).isEmpty());
        QVERIFY(course.at(240s, {server(1, 5), server(2, 0)}, 2.5).isEmpty());
        ServerFacts liar = server(2, 5);
        liar.standing = Standing::Falseticker;
        QVERIFY(course.at(300s, {server(1, 5), liar}, 5).isEmpty());
        QCOMPARE(course.at(360s, {server(1, 5), server(2, 5.01)}, 5).size(), 1);
        // Who wants to believe one may.
        AlarmRule trusting = rule(Subject::OurClock, 0.1, 0.05, 0s, 0s);
        trusting.confirmations = 1;
        Course other({trusting});
        QCOMPARE(other.at(0s, {server(1, 5)}, 5).size(), 1);
    }

    void flappingRaisesNothingAndClearsNothing()
    {
        Course course({rule(Subject::Jitter, 0.05, 0.02, 30s, 30s)});
        int events = 0;
        const auto feed = [&](int from, int to, auto jitter) {
            for (int second = from; second < to; ++second) {
                ServerFacts one = server(1, 0);
                one.jitter = Seconds(jitter(second));
                events += int(course.at(std::chrono::seconds(second), {one}, 0).size());
            }
        };
        feed(0, 1000, [](int s) { return s % 20 < 19 ? 0.06 : 0.04; });
        QCOMPARE(events, 0);
        feed(1000, 1100, [](int) { return 0.06; });
        QCOMPARE(events, 1);
        feed(1100, 2000, [](int s) { return s % 20 < 19 ? 0.01 : 0.03; });
        feed(2000, 3000, [](int s) { return s % 2 ? 0.01 : 0.5; });
        QCOMPARE(events, 1);
        feed(3000, 3100, [](int) { return 0.01; });
        QCOMPARE(events, 2);
    }

    void whatIsNotKnownChangesNothing()
    {
        Course course({rule(Subject::OurClock, 0.1, 0.05, 10s, 10s)});
        const QList<ServerFacts> off{server(1, 0.2), server(2, 0.2)};
        (void)course.at(0s, off, 0.2);
        QVERIFY(course.at(9s, {}, std::nullopt).isEmpty());
        QVERIFY(course.at(11s, off, 0.2).isEmpty()); // it began anew
        QCOMPARE(course.at(21s, off, 0.2).size(), 1);
        QVERIFY(course.at(100s, {}, std::nullopt).isEmpty());
        QVERIFY(course.at(200s, {}, std::nullopt).isEmpty());
        QCOMPARE(course.alarms.active().size(), 1); // nobody said that it is over
    }

    void aServerThatIsOffIsToldFromAClockThatIsOff()
    {
        Course course({rule(Subject::ServerOffset, 0.05, 0.02, 0s, 0s)});
        // Our clock is off by a second, all servers agree: none of them is.
        QVERIFY(course.at(0s, {server(1, 1), server(2, 1), server(3, 1)}, 1).isEmpty());
        const auto events = course.at(1s, {server(1, 1), server(2, 1), server(3, 1.2)}, 1);
        QCOMPARE(events.size(), 1);
        QCOMPARE(events[0].server, 3ULL);
    }

    void serversThatAreAwayAndComeBack()
    {
        Course course({rule(Subject::Unreachable, 0, 0, 0s, 20s)});
        ServerFacts one = server(1, 0);
        one.reach = 0b11111100;
        QVERIFY(course.at(0s, {one}).isEmpty());
        one.reach = 0b11111000;
        QCOMPARE(course.at(1s, {one}).size(), 1);
        one.reach = 0b11110001;
        QVERIFY(course.at(17s, {one}).isEmpty());
        one.reach = 0b11100011;
        QCOMPARE(course.at(37s, {one}).size(), 1);
        // At the beginning nothing is known yet.
        ServerFacts fresh = server(2, 0);
        fresh.reach = 0;
        fresh.polls = 2;
        QVERIFY(course.at(40s, {fresh}).isEmpty());
        // One that is not watched any more has no alarm.
        fresh.polls = 3;
        QCOMPARE(course.at(41s, {fresh}).size(), 1);
        QVERIFY(course.at(42s, {one}).isEmpty());
        QVERIFY(course.alarms.active().isEmpty());
    }

    void aRuleMayBeForOneServer()
    {
        AlarmRule only = rule(Subject::Unreachable, 0, 0, 0s, 0s);
        only.server = QStringLiteral("S2.example");
        Course course({only});
        ServerFacts a = server(1, 0);
        ServerFacts b = server(2, 0);
        a.reach = b.reach = 0;
        const auto events = course.at(0s, {a, b});
        QCOMPARE(events.size(), 1);
        QCOMPARE(events[0].server, 2ULL);
    }

    void falsetickersAndLostMajorities()
    {
        Course course({rule(Subject::Falseticker, 0, 0, 10s, 10s),
                       rule(Subject::NoMajority, 0, 0, 10s, 10s)});
        ServerFacts liar = server(1, 9);
        liar.standing = Standing::Falseticker;
        QVERIFY(course.at(0s, {liar, server(2, 0)}, 0).isEmpty());
        QCOMPARE(course.at(10s, {liar, server(2, 0)}, 0).size(), 1);
        ServerFacts a = server(1, 9);
        ServerFacts b = server(2, 0);
        a.standing = b.standing = Standing::NoMajority;
        QVERIFY(course.at(20s, {a, b}).isEmpty());
        const auto lost = course.at(30s, {a, b});
        QCOMPARE(lost.size(), 1);
        QVERIFY(lost[0].rule.subject == Subject::NoMajority);
        QVERIFY(course.at(40s, {server(1, 0), server(2, 0)}, 0).isEmpty());
        QCOMPARE(course.at(50s, {server(1, 0), server(2, 0)}, 0).size(), 2); // both are over
    }

    void stepsOfOurClockNeedNobody()
    {
        Course course({rule(Subject::ClockStepped, 0.05, 0.05, 0s, 300s)});
        QVERIFY(course.at(0s, {}, std::nullopt, {Seconds(0.01)}).isEmpty());
        const auto jumped = course.at(1s, {}, std::nullopt, {Seconds(-1.5), Seconds(0.2)});
        QCOMPARE(jumped.size(), 1);
        QCOMPARE(jumped[0].value.count(), -1.5);
        QVERIFY(alarmText(jumped[0]).contains(QLatin1String("back")));
        QCOMPARE(course.at(60s, {}, std::nullopt, {Seconds(2)}).size(), 1); // once more
        QVERIFY(course.at(61s, {}).isEmpty());
        QVERIFY(course.at(360s, {}).isEmpty());
        QCOMPARE(course.at(361s, {}).size(), 1);
    }

    void leapSecondsNeedTwoWhoAnnounceThem()
    {
        Course course({rule(Subject::LeapAnnounced, 0, 0, 0s, 0s)});
        ServerFacts a = server(1, 0);
        a.leap = Leap::Insert;
        QVERIFY(course.at(0s, {a, server(2, 0)}, 0).isEmpty());
        QCOMPARE(course.alarms.unconfirmed().size(), 1);
        ServerFacts b = server(2, 0);
        b.leap = Leap::Delete;
        QVERIFY(course.at(1s, {a, b}, 0).isEmpty());
        b.leap = Leap::Insert;
        const auto events = course.at(2s, {a, b}, 0);
        QCOMPARE(events.size(), 1);
        QVERIFY(events[0].leap == Leap::Insert);
        QCOMPARE(course.at(3s, {server(1, 0), server(2, 0)}, 0).size(), 1);
    }

    void whatIsAnnouncedByOneIsToldAsItIs()
    {
        Course course({rule(Subject::LeapAnnounced, 0, 0, 0s, 0s),
                       rule(Subject::OurClock, 0.1, 0.05, 0s, 0s)});
        ServerFacts a = server(1, 0.2);
        a.leap = Leap::Insert;
        a.standing = Standing::Selected;
        QVERIFY(course.at(0s, {a}, 0.2).isEmpty());
        const auto waiting = course.alarms.unconfirmed();
        QCOMPARE(waiting.size(), 2);
        QVERIFY(waiting[0].leap == Leap::Insert);
        QCOMPARE(alarmText(waiting[0]),
                 QStringLiteral("A leap second will be inserted at the end of the month (UTC)."));
        QCOMPARE(alarmText(waiting[1]),
                 QStringLiteral("This computer's clock is behind by 200 ms."));
    }

    void aLeapSecondIsTakenBackByServersAndNotBySilence()
    {
        Course course({rule(Subject::LeapAnnounced, 0, 0, 0s, 0s)});
        QList<ServerFacts> all{server(1, 0), server(2, 0)};
        for (ServerFacts &each : all)
            each.leap = Leap::Insert;
        QCOMPARE(course.at(0s, all, 0).size(), 1);
        for (ServerFacts &each : all)
            each.standing = Standing::Unreachable;
        QVERIFY(course.at(1s, all).isEmpty());
        QVERIFY(course.at(2s, {}).isEmpty());
        QCOMPARE(course.alarms.active().size(), 1);
        all[0].standing = Standing::Selected;
        all[0].leap = Leap::None;
        QCOMPARE(course.at(3s, all, 0).size(), 1);
        QVERIFY(course.alarms.active().isEmpty());
    }

    void aJumpNeedsNotLast()
    {
        Course course({rule(Subject::ClockStepped, 0.05, 0.05, 30s, 60s)});
        QCOMPARE(course.at(0s, {}, std::nullopt, {Seconds(2)}).size(), 1);
        QVERIFY(course.at(59s, {}).isEmpty());
        QVERIFY(course.at(60s, {}).isEmpty());
        QCOMPARE(course.at(119s, {}).size(), 1);
    }

    void aServerThatCannotBeAskedDoesNotAnswer()
    {
        Course course({usualRule(Subject::Unreachable)});
        ServerFacts a = server(1, 0);
        a.polls = 0;
        a.reach = 0;
        a.offset.reset();
        QVERIFY(course.at(0s, {a}).isEmpty());
        a.failed = true;
        QCOMPARE(course.at(1s, {a}).size(), 1);
    }

    void aStratumThatFlickersIsNoChange()
    {
        Course course({rule(Subject::StratumChanged, 0, 0, 60s, 0s)});
        ServerFacts one = server(1, 0);
        const auto with = [&](int stratum) {
            one.stratum = stratum;
            return QList<ServerFacts>{one};
        };
        QVERIFY(course.at(0s, with(2)).isEmpty());
        QVERIFY(course.at(10s, with(3)).isEmpty());
        QVERIFY(course.at(30s, with(2)).isEmpty());
        QVERIFY(course.at(40s, with(3)).isEmpty());
        QVERIFY(course.at(90s, with(4)).isEmpty()); // another one: from then on
        QVERIFY(course.at(149s, with(4)).isEmpty());
        const auto events = course.at(150s, with(4));
        QCOMPARE(events.size(), 1);
        QVERIFY(events[0].kind == Kind::Happened);
        QCOMPARE(events[0].from, 2);
        QCOMPARE(events[0].to, 4);
        QVERIFY(course.alarms.active().isEmpty());
    }

    void changingOneRuleLeavesTheOthersAlone()
    {
        const AlarmRule jitter = rule(Subject::Jitter, 0.05, 0.02, 0s, 0s);
        AlarmRule unreachable = rule(Subject::Unreachable, 0, 0, 0s, 0s);
        Course course({jitter, unreachable});
        ServerFacts one = server(1, 0);
        one.jitter = Seconds(1);
        one.reach = 0;
        QCOMPARE(course.at(0s, {one}).size(), 2);
        unreachable.clearAfter = 5s;
        course.alarms.setRules({unreachable, jitter});
        QCOMPARE(course.alarms.active().size(), 1);
        const auto again = course.at(1s, {one});
        QCOMPARE(again.size(), 1); // the changed one begins anew
        QVERIFY(again[0].rule.subject == Subject::Unreachable);
        unreachable.enabled = false;
        course.alarms.setRules({unreachable, jitter});
        QVERIFY(course.at(2s, {one}).isEmpty());
        QCOMPARE(course.alarms.active().size(), 1);
    }

    void rulesSurviveTheirJson()
    {
        QList<AlarmRule> rules = usualAlarmRules();
        QCOMPARE(rules.size(), AlarmRule::kSubjects);
        rules[4].server = QStringLiteral("한국.example");
        rules[0].confirmations = 1;
        QStringList problems;
        QCOMPARE(alarmRulesOf(toJson(rules), &problems), rules);
        QVERIFY(problems.isEmpty());
        for (const AlarmRule &each : rules) {
            QVERIFY(!subjectText(each.subject).isEmpty());
            QVERIFY(each.clear <= each.raise);
        }
        const QJsonArray bad{QJsonObject{{QStringLiteral("subject"), QStringLiteral("weather")}},
                             QJsonObject{{QStringLiteral("subject"), QStringLiteral("jitter")},
                                         {QStringLiteral("severity"), QStringLiteral("warning")},
                                         {QStringLiteral("raise_s"), -1}},
                             QJsonObject{{QStringLiteral("subject"), QStringLiteral("jitter")},
                                         {QStringLiteral("severity"), QStringLiteral("warning")},
                                         {QStringLiteral("raise_s"), 1},
                                         {QStringLiteral("clear_s"), 2}},
                             42};
        QVERIFY(alarmRulesOf(bad, &problems).isEmpty());
        QCOMPARE(problems.size(), 4);
    }
};

QTEST_APPLESS_MAIN(NtpAlarmsTest)
#include "ntpalarms.moc"
