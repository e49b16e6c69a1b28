// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ntp/engine.h"
#include "core/ntp/monitor.h"
#include "core/ntp/nts/keyexchange.h"
#include "core/ntp/nts/keysource.h"
#include "core/runtime/enginehost.h"
#include "core/runtime/reaper.h"
#include "tests/support/lab.h"
#include "tests/support/names.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSet>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QUdpSocket>

using namespace Portolan;
using namespace Portolan::Ntp;
using namespace std::chrono_literals;

namespace {

using Nts::AnswerFault;
using Nts::KeyExchangeResult;
using Nts::KeyExchangeTarget;

const QHostAddress kHere(QHostAddress::LocalHost);

// tests/lab/hostilekeys.py.
class HostileKeys
{
public:
    HostileKeys()
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral("python3"),
                        {Test::sourceFolder() + QStringLiteral("/tests/lab/hostilekeys.py"),
                         m_folder.filePath(QStringLiteral("pki"))});
        while (!m_process.canReadLine() && m_process.waitForReadyRead(30'000)) {
        }
        const auto said = QJsonDocument::fromJson(m_process.readLine()).object();
        m_ports = said.value(QLatin1String("ports")).toObject();
        m_authority = said.value(QLatin1String("ca")).toString();
    }
    ~HostileKeys()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished(10'000);
    }
    [[nodiscard]] bool isUp() const { return !m_ports.isEmpty(); }
    [[nodiscard]] KeyExchangeTarget target(const QString &way) const
    {
        return {.host = QStringLiteral("localhost"),
                .address = kHere,
                .port = static_cast<quint16>(m_ports.value(way).toInt()),
                .authorities = m_authority};
    }
    [[nodiscard]] QString authority() const { return m_authority; }

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    QJsonObject m_ports;
    QString m_authority;
};

// Between an engine and a server; what the server answers can be changed.
class Relay final : public QObject
{
public:
    using Change = std::function<QList<QByteArray>(const QByteArray &)>;

    Relay(quint16 server, Change change)
        : m_change(std::move(change))
    {
        m_near.bind(kHere, 0);
        m_far.bind(kHere, 0);
        connect(&m_near, &QUdpSocket::readyRead, this, [this, server] {
            while (m_near.hasPendingDatagrams()) {
                QByteArray bytes(m_near.pendingDatagramSize(), '\0');
                m_near.readDatagram(bytes.data(), bytes.size(), &m_client, &m_clientPort);
                requests.append(bytes);
                m_far.writeDatagram(bytes, kHere, server);
            }
        });
        connect(&m_far, &QUdpSocket::readyRead, this, [this] {
            while (m_far.hasPendingDatagrams()) {
                QByteArray bytes(m_far.pendingDatagramSize(), '\0');
                m_far.readDatagram(bytes.data(), bytes.size());
                for (const QByteArray &each : m_change(bytes))
                    m_near.writeDatagram(each, m_client, m_clientPort);
            }
        });
    }
    [[nodiscard]] quint16 port() const { return m_near.localPort(); }

    QList<QByteArray> requests;

private:
    const Change m_change;
    QUdpSocket m_near, m_far;
    QHostAddress m_client;
    quint16 m_clientPort = 0;
};

} // namespace

class NtsTest : public QObject
{
    Q_OBJECT

private:
    Test::Lab m_lab = Test::Lab::withNtp();
    HostileKeys m_hostile;
    Nts::KeyExchanger m_exchanger;

    [[nodiscard]] ServerTarget targetOf(const QString &id) const
    {
        const auto address = parseAddress(m_lab.ntp(id).address, QStringLiteral("ntp")); // NOLINT
        auto target = serverTarget(address->address);
        target->family = Family::V4;
        return *target;
    }
    [[nodiscard]] KeyExchangeTarget keyTarget(const QString &id) const
    {
        const auto target = targetOf(id);
        return {.host = target.host,
                .address = kHere,
                .port = target.keyExchangePort,
                .authorities = target.authorities};
    }
    KeyExchangeResult exchange(const KeyExchangeTarget &target)
    {
        std::optional<KeyExchangeResult> result;
        const auto running = m_exchanger.start(
            target, [&result](KeyExchangeResult came) { result.emplace(std::move(came)); });
        if (!QTest::qWaitFor([&result] { return result.has_value(); }, 30'000) || !result)
            return {};
        return std::move(*result);
    }
    // Polls through `relay` under real keys.
    struct Session
    {
        std::shared_ptr<OutcomeQueue> queue = std::make_shared<OutcomeQueue>(1000);
        std::unique_ptr<EngineHost<Engine>> host = std::make_unique<EngineHost<Engine>>(
            QStringLiteral("ntp"), [](std::stop_token) { return std::make_unique<Engine>(); });
        std::vector<Outcome> outcomes;

        bool waitFor(const std::function<bool(const Outcome &)> &wanted)
        {
            return QTest::qWaitFor(
                [&] {
                    auto more = queue->take(1000);
                    outcomes.insert(outcomes.end(), more.items.begin(), more.items.end());
                    return std::any_of(outcomes.begin(), outcomes.end(), wanted);
                },
                20'000);
        }
    };
    std::unique_ptr<Session> ask(const Relay &relay, std::optional<Nts::Association> association)
    {
        auto session = std::make_unique<Session>();
        Engine::Setup setup{.target = targetOf(QStringLiteral("ntp-nts")),
                            .address = kHere,
                            .association = std::move(association),
                            .plan = {.burst = 2, .burstGap = 10ms, .interval = 20ms},
                            .outcomes = session->queue};
        setup.target.port = relay.port();
        setup.target.timeout = 300ms;
        session->host->post([setup = std::move(setup)](Engine &engine) mutable {
            engine.open(1, std::move(setup));
        });
        return session;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_lab.error().isEmpty(), qPrintable(m_lab.error()));
        QVERIFY(m_hostile.isUp());
    }
    void cleanupTestCase() { QCOMPARE(Reaper::waitForAll(20s), 0); }

    void keysComeFromARealServer()
    {
        const auto result = exchange(keyTarget(QStringLiteral("ntp-nts")));
        QVERIFY(result.report);
        const auto &report = *result.report;
        QVERIFY2(!report.error, report.error ? qPrintable(report.error->what) : "");
        QVERIFY(result.association);
        QCOMPARE(result.association->cookies(), 8);
        QCOMPARE(report.tls.protocol, QStringLiteral("TLS 1.3"));
        QCOMPARE(report.tls.alpn, QStringLiteral("ntske/1"));
        QCOMPARE(report.tls.serverName, QStringLiteral("localhost"));
        QVERIFY(report.tls.trusted);
        QVERIFY(report.notAfter() > QDateTime::currentDateTimeUtc());
        QVERIFY(*report.connected < *report.secured && *report.secured < *report.answered);
        QCOMPARE(report.sent.size(), 3);
        QCOMPARE(report.answer->port, m_lab.ntp(QStringLiteral("ntp-nts")).port);
        QCOMPARE(report.answer->algorithm, Nts::kAeadSivCmac256);
        QCOMPARE(report.received.back().type, quint16(0));
        QCOMPARE(report.rest, 0);
    }
    void anAddressIsCheckedInTheCertificateToo()
    {
        auto target = keyTarget(QStringLiteral("ntp-nts"));
        target.host = QStringLiteral("127.0.0.1");
        QVERIFY(exchange(target).association);
        target.host = QStringLiteral("127.0.0.2");
        const auto result = exchange(target);
        QVERIFY(!result.association);
        QCOMPARE(result.report->error->kind, Error::Kind::Certificate);
        QVERIFY(result.report->sent.isEmpty());
        target.host = QStringLiteral("LocalHost.");
        QVERIFY(exchange(target).association);
    }
    void theSystemTrustsNoAuthorityOfTheLab()
    {
        auto target = keyTarget(QStringLiteral("ntp-nts"));
        target.authorities.clear();
        const auto result = exchange(target);
        QVERIFY(!result.association);
        QCOMPARE(result.report->error->kind, Error::Kind::Certificate);
        target.authorities = QStringLiteral("/nowhere/ca.pem");
        QCOMPARE(exchange(target).report->error->kind, Error::Kind::Local);
        target.authorities = m_lab.ntp().keyFile; // no certificate
        QCOMPARE(exchange(target).report->error->kind, Error::Kind::Local);
    }
    void anExpiredCertificateIsNamedAndNothingIsAsked()
    {
        const auto result = exchange(keyTarget(QStringLiteral("ntp-nts-expired")));
        QVERIFY(!result.association);
        QCOMPARE(result.report->error->kind, Error::Kind::Certificate);
        QVERIFY(result.report->error->what.contains(QLatin1String("expired")));
        QVERIFY(result.report->notAfter() < QDateTime::currentDateTimeUtc());
        QVERIFY(result.report->sent.isEmpty());
    }

    void whatMisbehavesIsNamed_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("fault"); // of the records; -1: none were judged
        using Kind = Error::Kind;
        const auto row = [](const char *way, Kind kind, std::optional<AnswerFault> fault = {}) {
            QTest::newRow(way) << int(kind) << (fault ? int(*fault) : -1);
        };
        row("tls-1.2", Kind::Unsupported);
        row("no-alpn", Kind::Unsupported);
        row("not-tls", Kind::Protocol);
        row("expired", Kind::Certificate);
        row("wrong-name", Kind::Certificate);
        row("unknown-authority", Kind::Certificate);
        row("silent-tcp", Kind::Timeout);
        row("close-at-once", Kind::Network);
        row("silence", Kind::Timeout);
        row("error-record", Kind::Refused, AnswerFault::ErrorRecord);
        row("error-without-end", Kind::Refused, AnswerFault::ErrorRecord);
        row("warning-record", Kind::Protocol, AnswerFault::WarningRecord);
        row("unknown-critical", Kind::Protocol, AnswerFault::UnknownCritical);
        row("no-cookies", Kind::Protocol, AnswerFault::NoCookies);
        row("empty-cookie", Kind::Protocol, AnswerFault::Malformed);
        row("no-protocol", Kind::Unsupported, AnswerFault::NoNextProtocol);
        row("other-protocol-number", Kind::Unsupported, AnswerFault::NoNextProtocol);
        row("other-aead", Kind::Unsupported, AnswerFault::NoAead);
        row("two-aeads", Kind::Unsupported, AnswerFault::NoAead);
        row("odd-protocol", Kind::Protocol, AnswerFault::Malformed);
        row("bad-server", Kind::Protocol, AnswerFault::Malformed);
        row("zero-port", Kind::Protocol, AnswerFault::Malformed);
        row("no-end", Kind::Protocol, AnswerFault::Incomplete);
        row("nothing", Kind::Network);
        row("endless-records", Kind::Protocol, AnswerFault::Incomplete);
        row("endless-cookies", Kind::Protocol, AnswerFault::Incomplete);
        row("huge-record", Kind::Protocol, AnswerFault::Incomplete);
        row("reset-in-record", Kind::Network);
    }
    void whatMisbehavesIsNamed()
    {
        QFETCH(int, kind);
        QFETCH(int, fault);
        auto target = m_hostile.target(QString::fromLatin1(QTest::currentDataTag()));
        target.timeout = kind == int(Error::Kind::Timeout) ? 300ms : 10'000ms;
        const auto result = exchange(target);
        QVERIFY(result.report);
        QVERIFY(!result.association);
        const auto &report = *result.report;
        QVERIFY(report.error);
        QVERIFY2(int(report.error->kind) == kind,
                 qPrintable(report.error->what + QLatin1Char(' ') + report.error->detail));
        QVERIFY(!report.error->what.isEmpty());
        if (fault < 0) {
            QVERIFY(!report.answer || report.answer->fault == AnswerFault::Incomplete);
        } else {
            QVERIFY(report.answer);
            QCOMPARE(int(report.answer->fault), fault);
        }
        QVERIFY(report.received.size() <= 256);
        QVERIFY(report.rest <= 65'536);
        if (report.error->kind == Error::Kind::Certificate)
            QVERIFY(!report.tls.chain.isEmpty() && report.sent.isEmpty());
    }
    void whatIsOddButRightIsTaken_data()
    {
        QTest::addColumn<bool>("named");
        for (const char *way : {"good", "good-trailing", "good-uncritical", "good-many-cookies",
                                "good-drip", "good-elsewhere"})
            QTest::newRow(way) << (QByteArray(way) == "good-elsewhere");
    }
    void whatIsOddButRightIsTaken()
    {
        QFETCH(bool, named);
        const auto result =
            exchange(m_hostile.target(QString::fromLatin1(QTest::currentDataTag())));
        QVERIFY(result.report);
        QVERIFY2(result.association, qPrintable(result.report->error.value_or(Error{}).what));
        QCOMPARE(result.association->cookies(), 8);
        if (named) {
            QCOMPARE(result.report->answer->server, QStringLiteral("localhost"));
            QCOMPARE(result.report->answer->port, quint16(4242));
        }
    }
    void nothingListensThere()
    {
        QTcpServer gone;
        QVERIFY(gone.listen(kHere));
        const quint16 port = gone.serverPort();
        gone.close();
        auto target = m_hostile.target(QStringLiteral("good"));
        target.port = port;
        const auto result = exchange(target);
        QCOMPARE(result.report->error->kind, Error::Kind::Network);
        QVERIFY(!result.report->connected);
    }
    void whatIsTakenBackTellsNothing()
    {
        bool told = false;
        auto target = m_hostile.target(QStringLiteral("silence"));
        target.timeout = 200ms;
        auto first = m_exchanger.start(target, [&told](const KeyExchangeResult &) { told = true; });
        first.reset();
        bool over = false;
        const auto second =
            m_exchanger.start(target, [&over](const KeyExchangeResult &) { over = true; });
        QTRY_VERIFY_WITH_TIMEOUT(over, 10'000);
        QVERIFY(!told);
    }
    void manyExchangesGoOnAtOnce()
    {
        int done = 0;
        std::vector<std::unique_ptr<Nts::KeyExchange>> running;
        for (int i = 0; i < 50; ++i)
            running.push_back(m_exchanger.start(
                m_hostile.target(QStringLiteral("good")),
                [&done](const KeyExchangeResult &result) { done += result.association ? 1 : 0; }));
        QTRY_COMPARE_WITH_TIMEOUT(done, 50, 60'000);
    }

    void timeComesUnderTheKeys()
    {
        Monitor monitor({.burst = 4, .burstGap = 20ms, .interval = 100ms});
        monitor.add(targetOf(QStringLiteral("ntp-nts")));
        QTRY_VERIFY_WITH_TIMEOUT(monitor.servers().front().counts.answered >= 20, 30'000);
        const auto &server = monitor.servers().front();
        QCOMPARE(server.phase, ServerState::Phase::Asking);
        QCOMPARE(server.last->authentication, Authentication::Nts);
        QVERIFY(std::abs(server.filter.estimate()->offset.count()) < 1e-3);
        QVERIFY(server.cookies >= 7);
        QVERIFY(server.keyExchange && !server.keyExchange->error);
        QCOMPARE(server.counts.rejected, quint64(0));
    }
    void withoutKeysNothingIsAsked()
    {
        Monitor monitor({.burst = 4, .burstGap = 20ms, .interval = 100ms});
        monitor.add(targetOf(QStringLiteral("ntp-nts-expired")));
        QTRY_COMPARE_WITH_TIMEOUT(monitor.servers().front().phase, ServerState::Phase::Failed,
                                  30'000);
        const auto &server = monitor.servers().front();
        QCOMPARE(server.error->kind, Error::Kind::Certificate);
        QVERIFY(server.keyExchange && server.keyExchange->error);
        QVERIFY(!server.trouble && !server.last);
    }
    void aDeadAddressOfANameIsNotItsEnd()
    {
        const KeyExchangeTarget good = m_hostile.target(QStringLiteral("good")); // on 127.0.0.1
        Test::setAddresses(good.host, {QStringLiteral("127.0.0.9"), QStringLiteral("127.0.0.1")});
        ServerTarget target;
        target.host = good.host;
        target.nts = true;
        target.keyExchangePort = good.port;
        target.authorities = good.authorities;
        target.port = 9;
        Monitor monitor({.burst = 1, .interval = 10s});
        bool hasFailed = false;
        connect(&monitor, &Monitor::updated, this, [&] {
            hasFailed = hasFailed || monitor.servers().front().phase == ServerState::Phase::Failed;
        });
        monitor.add(target);
        const ServerState &server = monitor.servers().front();
        QTRY_VERIFY_WITH_TIMEOUT(server.keyExchange && !server.keyExchange->error, 30'000);
        QCOMPARE(server.address, kHere);
        QVERIFY(!hasFailed);
        Test::setAddresses(good.host, {QStringLiteral("127.0.0.1")});
    }

    void aServerThatForgotItsKeysGivesNewOnes()
    {
        Monitor monitor({.burst = 4, .burstGap = 20ms, .interval = 100ms});
        monitor.add(targetOf(QStringLiteral("ntp-nts")));
        QTRY_VERIFY_WITH_TIMEOUT(monitor.servers().front().counts.answered >= 4, 30'000);
        const auto before = monitor.servers().front().keyExchange;
        bool wasNaked = false;
        connect(&monitor, &Monitor::happened, this, [&](const QList<Outcome> &outcomes) {
            for (const Outcome &each : outcomes)
                wasNaked = wasNaked || each.protection == Nts::Protection::Nak;
        });
        QVERIFY(m_lab.kill(QStringLiteral("ntp-nts")));
        QFile::remove(m_lab.folder() + QStringLiteral("/ntp/nts/ntskeys"));
        QVERIFY2(m_lab.start(QStringLiteral("ntp-nts")), qPrintable(m_lab.error()));
        QTRY_VERIFY_WITH_TIMEOUT(monitor.servers().front().keyExchange != before &&
                                     !monitor.servers().front().keyExchange->error,
                                 60'000);
        const auto answered = monitor.servers().front().counts.answered;
        QTRY_VERIFY_WITH_TIMEOUT(monitor.servers().front().counts.answered > answered, 30'000);
        QVERIFY(wasNaked);
        QCOMPARE(monitor.servers().front().last->authentication, Authentication::Nts);
    }

    void whatIsNotAuthenticIsNoMeasurement_data()
    {
        QTest::addColumn<int>("protection");
        using Nts::Protection;
        QTest::newRow("time") << int(Protection::Wrong);
        QTest::newRow("tag") << int(Protection::Wrong);
        QTest::newRow("identifier") << int(Protection::OtherId);
        QTest::newRow("plain") << int(Protection::Missing);
        QTest::newRow("no-authenticator") << int(Protection::Missing);
        QTest::newRow("nak") << int(Protection::Nak);
        QTest::newRow("nak-of-somebody") << int(Protection::Missing);
    }
    void whatIsNotAuthenticIsNoMeasurement()
    {
        QFETCH(int, protection);
        const QByteArray how = QTest::currentDataTag();
        auto result = exchange(keyTarget(QStringLiteral("ntp-nts")));
        QVERIFY(result.association);
        Relay relay(m_lab.ntp(QStringLiteral("ntp-nts")).port, [&how](const QByteArray &answer) {
            QByteArray changed = answer;
            constexpr int kTransmit = 43; // its last byte but some: a wrong time, the same question
            constexpr int kIdentifier = 48 + 4;
            constexpr int kFieldsOfId = 48 + 36;
            if (how == "time")
                changed[kTransmit] = char(changed[kTransmit] ^ 1);
            else if (how == "tag")
                changed[changed.size() - 1] = char(changed.back() ^ 1);
            else if (how == "identifier")
                changed[kIdentifier] = char(changed[kIdentifier] ^ 1);
            else if (how == "plain")
                changed.truncate(48);
            else if (how == "no-authenticator")
                changed.truncate(kFieldsOfId);
            if (how.startsWith("nak")) {
                changed.truncate(how == "nak" ? kFieldsOfId : 48);
                changed[0] = char(0xE4); // leap 3, version 4, server
                changed[1] = 0;
                changed.replace(12, 4, "NTSN");
            }
            return QList<QByteArray>{changed};
        });
        const auto session = ask(relay, std::move(result.association));
        QVERIFY(session->waitFor([&](const Outcome &each) {
            return int(each.protection) == protection && each.kind != Outcome::Kind::Measured;
        }));
        QVERIFY(session->waitFor([](const Outcome &each) { return each.endsPoll; }));
        for (const Outcome &each : session->outcomes)
            QVERIFY(each.kind != Outcome::Kind::Measured);
    }
    void whoIsQuickerThanTheServerChangesNothing()
    {
        auto result = exchange(keyTarget(QStringLiteral("ntp-nts")));
        Relay relay(m_lab.ntp(QStringLiteral("ntp-nts")).port, [](const QByteArray &answer) {
            QByteArray nak = answer.left(48 + 36);
            nak[0] = char(0xE4);
            nak[1] = 0;
            nak.replace(12, 4, "NTSN");
            return QList<QByteArray>{nak, answer.left(48), answer, answer};
        });
        const auto session = ask(relay, std::move(result.association));
        QVERIFY(session->waitFor(
            [](const Outcome &each) { return each.kind == Outcome::Kind::Measured; }));
        QVERIFY(session->outcomes.front().protection == Nts::Protection::Nak);
        QVERIFY(!session->outcomes.front().endsPoll);
    }
    void anAnswerIsNotTakenTwice()
    {
        auto result = exchange(keyTarget(QStringLiteral("ntp-nts")));
        QByteArray old;
        Relay relay(m_lab.ntp(QStringLiteral("ntp-nts")).port, [&old](const QByteArray &answer) {
            if (old.isEmpty())
                old = answer;
            return QList<QByteArray>{old};
        });
        const auto session = ask(relay, std::move(result.association));
        QVERIFY(session->waitFor(
            [](const Outcome &each) { return each.kind == Outcome::Kind::Silent; }));
        const auto measured =
            std::count_if(session->outcomes.begin(), session->outcomes.end(),
                          [](const Outcome &each) { return each.kind == Outcome::Kind::Measured; });
        QCOMPARE(measured, 1);
    }
    void aCookieIsUsedOnceAndThenThereAreNoneLeft()
    {
        auto result = exchange(keyTarget(QStringLiteral("ntp-nts")));
        const int cookies = result.association->cookies();
        Relay relay(m_lab.ntp(QStringLiteral("ntp-nts")).port,
                    [](const QByteArray &) { return QList<QByteArray>{}; });
        const auto session = ask(relay, std::move(result.association));
        QVERIFY(session->waitFor(
            [](const Outcome &each) { return each.kind == Outcome::Kind::OutOfCookies; }));
        // One in each request, none of them twice; placeholders for the ones that are missing.
        QCOMPARE(relay.requests.size(), cookies);
        QSet<QByteArray> used;
        for (const QByteArray &request : std::as_const(relay.requests)) {
            const auto packet = decodePacket(request);
            QVERIFY(packet);
            const auto *const cookie = packet->extension(Nts::kCookie);
            QVERIFY(cookie);
            used.insert(cookie->body);
        }
        QCOMPARE(used.size(), cookies);
        const auto last = decodePacket(relay.requests.back());
        const auto placeholders = std::count_if(
            last->extensions.begin(), last->extensions.end(),
            [](const ExtensionField &each) { return each.type == Nts::kCookiePlaceholder; });
        QCOMPARE(placeholders, 7);
    }

    void keysAreMadeAnewWithEverLongerPauses()
    {
        auto exchanger = std::make_shared<Nts::KeyExchanger>();
        auto target = targetOf(QStringLiteral("ntp-nts"));
        target.keyExchangePort = m_hostile.target(QStringLiteral("good-nowhere")).port;
        target.authorities = m_hostile.authority();
        Nts::KeySource keys(exchanger, target, kHere, 100ms);
        QList<QDateTime> begun;
        int failures = 0;
        connect(&keys, &Nts::KeySource::reported, this,
                [&](const std::shared_ptr<const Nts::KeyExchangeReport> &report) {
                    begun.append(report->at);
                });
        connect(&keys, &Nts::KeySource::failed, this, [&](const Error &error) {
            QCOMPARE(error.kind, Error::Kind::Network);
            ++failures;
        });
        keys.renew();
        keys.renew();
        QTRY_VERIFY_WITH_TIMEOUT(failures >= 4, 60'000);
        QVERIFY(begun[0].msecsTo(begun[1]) >= 95);
        QVERIFY(begun[1].msecsTo(begun[2]) >= 145);
        QVERIFY(begun[2].msecsTo(begun[3]) >= 220);
    }
    void silenceUnderOldKeysAsksForNewOnes()
    {
        auto exchanger = std::make_shared<Nts::KeyExchanger>();
        auto target = targetOf(QStringLiteral("ntp-nts"));
        target.keyExchangePort = m_hostile.target(QStringLiteral("good")).port;
        target.authorities = m_hostile.authority();
        Nts::KeySource keys(exchanger, target, kHere, 10ms);
        int came = 0;
        connect(&keys, &Nts::KeySource::ready, this, [&] {
            QCOMPARE(keys.takeAssociation().cookies(), 8);
            ++came;
        });
        keys.renew();
        QTRY_COMPARE_WITH_TIMEOUT(came, 1, 10'000);
        const Outcome silent{.kind = Outcome::Kind::Silent, .endsPoll = true};
        for (int i = 0; i + 1 < Nts::KeySource::kMostWithout; ++i)
            keys.take(silent);
        keys.take({.kind = Outcome::Kind::Measured, .endsPoll = true});
        keys.take(silent);
        QCOMPARE(came, 1);
        for (int i = 0; i + 1 < Nts::KeySource::kMostWithout; ++i)
            keys.take(silent);
        QTRY_COMPARE_WITH_TIMEOUT(came, 2, 10'000);
        // A NAK counts when its poll ends without a better answer.
        keys.take({.kind = Outcome::Kind::Kissed, .protection = Nts::Protection::Nak});
        keys.take({.kind = Outcome::Kind::Measured, .endsPoll = true});
        keys.take(silent);
        QCOMPARE(came, 2);
        keys.take({.kind = Outcome::Kind::Kissed, .protection = Nts::Protection::Nak});
        keys.take(silent);
        QTRY_COMPARE_WITH_TIMEOUT(came, 3, 10'000);
        keys.take({.kind = Outcome::Kind::OutOfCookies, .endsPoll = true});
        QTRY_COMPARE_WITH_TIMEOUT(came, 4, 10'000);
    }
};

PORTOLAN_LAB_TEST_MAIN(NtsTest)
#include "nts.moc"
