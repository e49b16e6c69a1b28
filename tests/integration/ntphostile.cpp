// SPDX-License-Identifier: GPL-3.0-or-later
// The engine against servers that lie: what each lie comes to, and that nothing forged stops it.
#include "tests/integration/ntpsession.h"

#include <QElapsedTimer>

using namespace NtpTest;

namespace {

// "measured", "rejected bad_stratum", "kissed RATE, the last"; a dot where the poll goes on.
QString told(const Outcome &outcome)
{
    QString text;
    switch (outcome.kind) {
    case Kind::Measured:
        text = QStringLiteral("measured");
        break;
    case Kind::Silent:
        text = QStringLiteral("silent");
        break;
    case Kind::Rejected:
        text = QStringLiteral("rejected ") + faultName(outcome.fault);
        break;
    case Kind::Kissed:
        text = QStringLiteral("kissed ") + outcome.kiss;
        break;
    case Kind::Refused:
        text = QStringLiteral("refused");
        break;
    case Kind::Stray:
        text = QStringLiteral("stray");
        break;
    case Kind::OutOfCookies:
        text = QStringLiteral("out of cookies");
        break;
    }
    if (outcome.isLast)
        text += QStringLiteral(" the last");
    return outcome.endsPoll ? text : text + QLatin1Char('.');
}

QString told(const std::vector<Outcome> &outcomes)
{
    QStringList texts;
    for (const Outcome &each : outcomes)
        texts.append(told(each));
    return texts.join(QStringLiteral(", "));
}

SymmetricKey someKey()
{
    return {1, KeyAlgorithm::Sha1, Secret(std::string_view("twenty bytes of key.."))};
}

constexpr milliseconds kShort{250};

} // namespace

class NtpHostileTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_lab.error().isEmpty(), qPrintable(m_lab.error())); }

    void everyLieComesToWhatItIs_data()
    {
        QTest::addColumn<QString>("expected");
        QTest::addColumn<bool>("withKey");
        const auto row = [](const char *mode, const char *expected, bool withKey = false) {
            QTest::addRow("%s%s", mode, withKey ? ", with a key" : "")
                << QString::fromLatin1(expected) << withKey;
        };
        // One poll each; what goes on waiting ends with silence or with the true answer.
        row("honest", "measured");
        row("wrong-origin", "stray., silent");
        row("zero-origin", "stray., silent");
        row("zero-transmit", "rejected no_transmit");
        row("zero-receive", "rejected no_transmit");
        row("backwards", "rejected backwards");
        row("stratum-16", "measured");
        row("stratum-17", "rejected bad_stratum");
        row("stratum-255", "rejected bad_stratum");
        row("unsynchronised", "measured");
        row("leap-unknown", "measured");
        row("far-from-root", "rejected far_from_root");
        row("wide-dispersion", "rejected far_from_root");
        row("future-reference", "rejected future_reference");
        row("no-reference", "measured");
        for (const char *mode :
             {"mode-0", "mode-1", "mode-2", "mode-3", "mode-5", "mode-6", "mode-7"})
            row(mode, "rejected wrong_mode., silent");
        row("version-0", "rejected wrong_version., silent");
        row("version-3", "measured");
        row("version-5", "rejected wrong_version., silent");
        row("version-7", "rejected wrong_version., silent");
        row("empty", "rejected unreadable., measured");
        row("truncated", "rejected unreadable., measured");
        row("huge-extension", "rejected malformed");
        row("short-extension", "rejected malformed");
        row("zero-extension", "rejected malformed");
        row("odd-extension", "rejected malformed");
        row("trailing", "rejected malformed");
        row("many-extensions", "measured");
        row("unknown-extension", "measured");
        row("crypto-nak", "measured");
        row("wrong-mac", "measured");
        row("short-mac", "measured");
        row("field-like-mac", "measured");
        row("honest", "rejected none., silent", true);
        row("crypto-nak", "rejected none., silent", true);
        row("wrong-mac", "rejected none., silent", true);
        row("short-mac", "rejected none., silent", true);
        row("field-like-mac", "rejected none., silent", true);
        row("kiss-deny", "rejected kiss., silent", true);
        row("duplicate", "measured, stray., stray.");
        row("twice", "measured, stray.");
        row("other-address", "stray., measured");
        row("other-port", "stray., measured");
        row("reflect", "rejected wrong_mode., silent");
        row("symmetric", "rejected wrong_mode., rejected wrong_mode., silent");
        row("silent", "silent");
        row("late", "silent, stray.");
        row("era-edge", "measured");
        row("kiss-rate", "kissed RATE");
        row("kiss-deny", "kissed DENY the last");
        row("kiss-rstr", "kissed RSTR the last");
        row("kiss-init", "kissed INIT");
        row("kiss-step", "kissed STEP");
        row("kiss-ntsn", "kissed NTSN");
        row("kiss-xqz", "kissed XQZ");
        row("kiss-bytes", "kissed \\xff\\x1b[m");
        row("kiss-empty", "kissed ");
        row("foreign-rate", "stray., measured");
        row("foreign-deny", "stray., measured");
        row("foreign-rstr", "stray., measured");
        row("foreign-ntsn", "stray., measured");
    }
    void everyLieComesToWhatItIs()
    {
        QFETCH(const QString, expected);
        QFETCH(const bool, withKey);
        QString mode = QString::fromLatin1(QTest::currentDataTag());
        mode.truncate(mode.indexOf(QLatin1Char(',')) < 0 ? mode.size()
                                                         : mode.indexOf(QLatin1Char(',')));
        const bool isSilent = expected.contains(QLatin1String("silent"));
        Session session;
        ServerTarget asked = target(port(mode), isSilent ? kShort : milliseconds(10'000));
        std::optional<SymmetricKey> key;
        if (withKey) {
            key = someKey();
            asked.keyId = key->id;
        }
        session.open(asked, quickly(1), std::move(key));
        const auto size = static_cast<std::size_t>(expected.count(QLatin1String(", ")) + 1);
        const auto outcomes =
            session.until([size](const std::vector<Outcome> &all) { return all.size() >= size; });
        QCOMPARE(told(outcomes), expected);
        for (const Outcome &each : outcomes) {
            QCOMPARE(each.sample.has_value(), each.kind == Kind::Measured);
            QVERIFY(each.packet.size() <= 1500);
            if (withKey && each.kind == Kind::Rejected)
                QVERIFY(each.mac != MacState::Good);
        }
    }

    // Whatever came of a poll, the next one is asked: only DENY and RSTR that answer us end that.
    void noLieEndsTheAsking()
    {
        const QStringList ending{QStringLiteral("kiss-deny"), QStringLiteral("kiss-rstr")};
        for (const Test::HostileServer &each : m_lab.hostileClocks()) {
            if (each.id.endsWith(QLatin1String("flood")) || each.id == QLatin1String("kiss-rate") ||
                each.id == QLatin1String("rate-once"))
                continue;
            Session session;
            session.open(target(each.port, kShort), quickly(3));
            const bool ends = ending.contains(each.id);
            const auto outcomes = session.polls(ends ? 1 : 3);
            const auto ended = std::count_if(outcomes.begin(), outcomes.end(),
                                             [](const Outcome &one) { return one.endsPoll; });
            QVERIFY2(ended == (ends ? 1 : 3),
                     qPrintable(each.id + QStringLiteral(": ") + told(outcomes)));
            QVERIFY2(outcomes.back().isLast == ends || !outcomes.back().endsPoll,
                     qPrintable(each.id));
        }
    }

    void anAnswerToTheRequestBeforeIsNotTakenForThisOne()
    {
        Session session;
        session.open(target(port("reordered"), milliseconds(10'000)), quickly(4));
        const auto outcomes = session.polls(4);
        QCOMPARE(count(outcomes, Kind::Measured), 4);
        QVERIFY(count(outcomes, Kind::Stray) >= 3);
        for (const Sample &each : samples(outcomes))
            QVERIFY(std::abs(seconds(each.offset)) <= seconds(each.bound()));
    }

    void aSecondAnswerWithAnotherTimeDoesNotCount()
    {
        Session session;
        session.open(target(port("twice"), milliseconds(10'000)), quickly(4));
        for (const Sample &each : samples(session.polls(4)))
            QVERIFY(std::abs(seconds(each.offset)) < 1);
    }

    void whoClaimsToBeInterleavedAndIsNotIsRejected()
    {
        Session session;
        session.open(target(port("false-interleaved"), milliseconds(10'000)), quickly(4));
        const auto outcomes = session.polls(4);
        QCOMPARE(told(outcomes),
                 QStringLiteral("measured, rejected backwards, measured, rejected backwards"));
        Session other;
        other.open(target(port("lying-interleaved"), milliseconds(10'000)), quickly(4));
        // A stamp from before the request of that exchange.
        QCOMPARE(told(other.polls(4)),
                 QStringLiteral("measured, rejected backwards, measured, rejected backwards"));
    }

    void stepsAndLeapSecondsAreToldAsTheyAre()
    {
        // A lab of its own: these clocks count the questions.
        const Test::Lab lab = Test::Lab::withNtp(false, true);
        QVERIFY2(lab.error().isEmpty(), qPrintable(lab.error()));
        const auto port = [&lab](const char *mode) {
            return lab.hostileClocks().value(QString::fromLatin1(mode)).port;
        };
        Session session;
        ServerTarget asked = target(port("steps"), milliseconds(10'000));
        session.open(asked, quickly(12));
        const auto stepped = samples(session.polls(12));
        QCOMPARE(stepped.size(), std::size_t(12));
        for (std::size_t i = 0; i < stepped.size(); ++i) {
            const double expected = i >= 4 && i < 8 ? 1 : 0;
            QVERIFY(std::abs(seconds(stepped[i].offset) - expected) <= seconds(stepped[i].bound()));
        }
        Session other;
        other.open(target(port("leap-flips"), milliseconds(10'000)), quickly(6));
        std::vector<Leap> leaps;
        for (const Sample &each : samples(other.polls(6)))
            leaps.push_back(each.leap);
        QVERIFY((leaps == std::vector{Leap::Insert, Leap::None, Leap::Delete, Leap::None,
                                      Leap::Insert, Leap::Insert}));
    }

    void aClockBeyondTheEndOfTheEraIsRight()
    {
        Session session;
        session.open(target(port("era-1"), milliseconds(10'000)), quickly(2));
        for (const Outcome &each : session.polls(2)) {
            QCOMPARE(each.kind, Kind::Measured);
            // 1,000 s after 2036-02-07 06:28:16.
            const auto expected =
                std::chrono::sys_seconds(std::chrono::seconds(2'085'978'496 + 1000));
            QVERIFY(std::abs(seconds(between(each.sample->t3, expected))) < 10);
            QVERIFY(seconds(each.sample->offset) > 1e6);
            QVERIFY(seconds(each.sample->delay) < 10);
        }
        Session edge;
        edge.open(target(port("era-edge"), milliseconds(10'000)), quickly(1));
        const auto measured = samples(edge.polls(1));
        QCOMPARE(measured.size(), std::size_t(1));
        QVERIFY(measured[0].t3 > measured[0].t2);
        QVERIFY(seconds(measured[0].serverTime) < 0.001);
    }

    void rateDoublesTheIntervalAndIsKept()
    {
        Session session;
        session.open(target(port("rate-once"), milliseconds(10'000)),
                     {.burst = 4, .burstGap = milliseconds(1), .interval = milliseconds(300)});
        const auto outcomes = session.polls(3);
        QCOMPARE(told(outcomes), QStringLiteral("measured, kissed RATE, measured"));
        // The server names 2^0 s, which is more than twice the interval.
        QCOMPARE(outcomes[1].interval, milliseconds(1000));
        QVERIFY(seconds(between(outcomes[2].at, outcomes[1].at)) >= 0.9);
    }

    // Neither impatience nor opening the server anew makes a wish of it forgotten.
    void rateIsKeptWhateverIsWished()
    {
        Session session;
        const ServerTarget asked = target(port("kiss-rate"), milliseconds(10'000));
        const PollPlan plan{.burst = 4, .burstGap = milliseconds(1), .interval = milliseconds(100)};
        const quint64 first = session.open(asked, plan);
        QCOMPARE(told(session.polls(1)), QStringLiteral("kissed RATE"));
        QElapsedTimer clock;
        clock.start();
        session.host.post([first, plan](Engine &engine) {
            engine.setPlan(first, plan);
            engine.pollNow(first);
            engine.close(first);
        });
        session.open(asked, plan);
        const auto outcomes = session.polls(1);
        QCOMPARE(told(outcomes), QStringLiteral("kissed RATE"));
        // The server names 2^0 s; and now it is asked half as often once more.
        QVERIFY2(clock.elapsed() >= 900, qPrintable(QString::number(clock.elapsed())));
        QCOMPARE(outcomes[0].interval, milliseconds(2000));
        // Who asks a few times only does not begin to ask for ever.
        Session few;
        few.open(asked, quickly(4));
        const auto one = few.polls(1);
        QCOMPARE(told(one), QStringLiteral("kissed RATE"));
        QCOMPARE(one[0].interval, milliseconds(0));
    }

    void aFloodOfForgeriesHidesNothingAndCostsNothing_data()
    {
        QTest::addColumn<int>("measured");
        QTest::addRow("forged-flood") << 5;
        QTest::addRow("kiss-flood") << 5;
        QTest::addRow("answer-flood") << 5;
    }
    void aFloodOfForgeriesHidesNothingAndCostsNothing()
    {
        QFETCH(const int, measured);
        const QString mode = QString::fromLatin1(QTest::currentDataTag());
        Session session;
        session.open(
            target(port(mode), milliseconds(10'000)),
            {.burst = measured, .burstGap = milliseconds(50), .interval = milliseconds(0)});
        const qint64 before = residentKilobytes();
        const auto outcomes = session.polls(measured, 60'000);
        QCOMPARE(count(outcomes, Kind::Measured), measured);
        for (const Sample &each : samples(outcomes))
            QVERIFY(std::abs(seconds(each.offset)) <= seconds(each.bound()));
        // A few are told one by one, the others are counted.
        QVERIFY2(outcomes.size() < 200, qPrintable(QString::number(outcomes.size())));
        int strays = 0;
        for (const Outcome &each : outcomes)
            strays += each.kind == Kind::Stray ? each.times : 0;
        QVERIFY2(strays > 20, qPrintable(QString::number(strays)));
        QVERIFY(residentKilobytes() - before < 20'000);
    }

private:
    [[nodiscard]] quint16 port(const QString &mode) const
    {
        const auto found = m_lab.hostileClocks().constFind(mode);
        if (found == m_lab.hostileClocks().constEnd())
            qFatal("there is no clock %s", qUtf8Printable(mode));
        return found->port;
    }
    [[nodiscard]] quint16 port(const char *mode) const { return port(QString::fromLatin1(mode)); }

    Test::Lab m_lab = Test::Lab::withNtp(false, true);
};

PORTOLAN_LAB_TEST_MAIN(NtpHostileTest)
#include "ntphostile.moc"
