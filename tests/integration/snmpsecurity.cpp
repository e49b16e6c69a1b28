// SPDX-License-Identifier: GPL-3.0-or-later
// The engine against a real snmpd: every algorithm, what is refused and how, SET, contexts, views.
#include "core/snmp/snmpaddress.h"
#include "tests/integration/snmpsession.h"
#include "tests/support/lab.h"

#include <QFile>

#include <memory>

using namespace SnmpTest;
using Portolan::Test::Lab;
using Portolan::Test::LabSnmp;
using Portolan::Test::LabSnmpUser;

namespace {

const Oid kDescr{1, 3, 6, 1, 2, 1, 1, 1, 0};
const Oid kContact{1, 3, 6, 1, 2, 1, 1, 4, 0};
const Oid kName{1, 3, 6, 1, 2, 1, 1, 5, 0};
const Oid kServices{1, 3, 6, 1, 2, 1, 1, 7, 0};
const Oid kSystem{1, 3, 6, 1, 2, 1, 1};
const Oid kIfNumber{1, 3, 6, 1, 2, 1, 2, 1, 0};
const Oid kMib2{1, 3, 6, 1, 2, 1};

const char *const kText = "The lab of Portolan";

} // namespace

class SnmpSecurityTest final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Lab> m_lab;

    [[nodiscard]] const LabSnmp &snmp() const { return m_lab->snmp(); }

    [[nodiscard]] AgentTarget quickTarget() const
    {
        AgentTarget target = localTarget(snmp().port);
        target.timeout = std::chrono::milliseconds(1500);
        target.retries = 1;
        return target;
    }
    [[nodiscard]] AgentTarget userTarget(const QString &name) const
    {
        AgentTarget target = quickTarget();
        target.version = Version::V3;
        target.user = name;
        for (const LabSnmpUser &each : snmp().users) {
            if (each.name != name)
                continue;
            target.level = *levelOf(each.level);
            if (!each.auth.isEmpty())
                target.authProtocol = *authProtocolOf(each.auth);
            if (!each.priv.isEmpty())
                target.privProtocol = *privProtocolOf(each.priv);
        }
        return target;
    }
    [[nodiscard]] Credentials right() const
    {
        return passwords(snmp().authPassword.toStdString(), snmp().privPassword.toStdString());
    }
    Result<Response> describe(const AgentTarget &target, Credentials credentials) const
    {
        Session session(target, std::move(credentials));
        return session.get({kDescr});
    }
    static bool isDescribed(const Result<Response> &result)
    {
        return result && result->varbinds.size() == 1 &&
               result->varbinds.front().value.bytes() == kText;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_lab.reset(new Lab(Lab::withSnmp()));
        QCOMPARE(m_lab->error(), QString());
    }
    void cleanupTestCase() { m_lab.reset(); }

    void communitiesAnswerInBothVersions()
    {
        for (const Version version : {Version::V1, Version::V2c}) {
            AgentTarget target = quickTarget();
            target.version = version;
            QVERIFY(isDescribed(describe(target, community("public"))));
        }
        const auto wrong = describe(quickTarget(), community("nobody"));
        QCOMPARE(faultIn(wrong), Fault::Silence);
        QCOMPARE(wrong.error().kind, Error::Kind::Timeout);
    }

    void everyLevelAndAlgorithmWorks()
    {
        int count = 0;
        for (const LabSnmpUser &user : snmp().users) {
            const auto result = describe(userTarget(user.name), right());
            QVERIFY2(isDescribed(result), qPrintable(user.name));
            ++count;
        }
        QCOMPARE(count, 45);
    }

    void theLongerKeysOfTheTwoDraftsAreNotTakenForOneAnother()
    {
        for (const auto &[name, other] : {std::pair("md5-aes256", PrivProtocol::Aes256C),
                                          {"sha1-aes192", PrivProtocol::Aes192C},
                                          {"sha1-aes256c", PrivProtocol::Aes256},
                                          {"sha224-aes256", PrivProtocol::Aes256C}}) {
            AgentTarget target = userTarget(QLatin1String(name));
            target.privProtocol = other;
            target.timeout = std::chrono::milliseconds(300);
            QVERIFY2(!describe(target, right()), name);
        }
        // Where the digest is as long as the key they are the same.
        AgentTarget target = userTarget(QStringLiteral("sha256-aes256"));
        target.privProtocol = PrivProtocol::Aes256C;
        QVERIFY(isDescribed(describe(target, right())));
    }

    void aWrongPasswordIsNeverRightAndARightOneNeverWrong()
    {
        const AgentTarget target = userTarget(QStringLiteral("sha256-aes128"));
        const std::string auth = snmp().authPassword.toStdString();
        const std::string priv = snmp().privPassword.toStdString();
        const auto wrongAuth = [&] {
            return faultIn(describe(target, passwords("wrong-password", priv)));
        };
        const auto wrongPriv = [&] {
            AgentTarget quick = target;
            quick.timeout = std::chrono::milliseconds(200);
            return faultIn(describe(quick, passwords(auth, "wrong-password")));
        };
        QVERIFY(isDescribed(describe(target, right())));
        QCOMPARE(wrongAuth(), Fault::WrongDigest);
        QVERIFY(wrongPriv() != Fault::None);
        QVERIFY(isDescribed(describe(target, right())));

        // The other order, with a user that nobody asked for before.
        const AgentTarget fresh = userTarget(QStringLiteral("sha384-aes192"));
        QCOMPARE(faultIn(describe(fresh, passwords("wrong-password", priv))), Fault::WrongDigest);
        QVERIFY(isDescribed(describe(fresh, right())));
        QCOMPARE(faultIn(describe(fresh, passwords("wrong-password", priv))), Fault::WrongDigest);
    }

    void severalCredentialsOfOneUserWorkAtTheSameTime()
    {
        const AgentTarget target = userTarget(QStringLiteral("sha512-aes256"));
        const std::string priv = snmp().privPassword.toStdString();
        Session good(target, right());
        Session bad(target, passwords("wrong-password", priv));
        AgentTarget authOnly = target;
        authOnly.level = Level::AuthNoPriv;
        Session low(authOnly, right());
        std::vector<RequestId> ids[3];
        for (int i = 0; i < 40; ++i) {
            ids[0].push_back(good.agent.request(Request::get({kDescr})));
            ids[1].push_back(bad.agent.request(Request::get({kDescr})));
            ids[2].push_back(low.agent.request(Request::get({kDescr})));
        }
        for (std::size_t i = 0; i < 40; ++i) {
            QVERIFY(isDescribed(good.wait(ids[0][i])));
            QCOMPARE(faultIn(bad.wait(ids[1][i])), Fault::WrongDigest);
            QCOMPARE(faultIn(low.wait(ids[2][i])), Fault::AuthorizationError);
        }
    }

    void whatIsWrongIsNamed()
    {
        const std::string auth = snmp().authPassword.toStdString();
        AgentTarget target = quickTarget();
        target.version = Version::V3;
        target.user = QStringLiteral("stranger");
        target.level = Level::AuthPriv;
        auto result = describe(target, right());
        QCOMPARE(faultIn(result), Fault::UnknownUserName);
        QCOMPARE(result.error().kind, Error::Kind::Auth);

        target = userTarget(QStringLiteral("sha1-aes128"));
        target.authProtocol = AuthProtocol::Md5;
        result = describe(target, right());
        QCOMPARE(faultIn(result), Fault::WrongDigest);
        QCOMPARE(result.error().kind, Error::Kind::Auth);

        // The user has no key for privacy.
        target = userTarget(QStringLiteral("sha256"));
        target.level = Level::AuthPriv;
        QCOMPARE(faultIn(describe(target, right())), Fault::UnsupportedSecLevel);

        target = userTarget(QStringLiteral("sha1-aes128"));
        target.level = Level::NoAuthNoPriv;
        QCOMPARE(faultIn(describe(target, {})), Fault::AuthorizationError);

        result = describe(userTarget(QStringLiteral("sha1")), passwords("short", ""));
        QCOMPARE(result.error().kind, Error::Kind::Usage);
    }

    void theWayDoesNotMatter()
    {
        AgentTarget target = quickTarget();
        target.transport = Transport::Tcp;
        QVERIFY(isDescribed(describe(target, community("public"))));
        AgentTarget secure = userTarget(QStringLiteral("sha256-aes256"));
        secure.transport = Transport::Tcp;
        Session session(secure, right());
        QVERIFY(isDescribed(session.get({kDescr})));
        const Walked walked = session.walk({kSystem});
        QVERIFY(!walked.summary.problem);
        QVERIFY(walked.rows.size() > 8);

        target.port = 1;
        QCOMPARE(faultIn(describe(target, community("public"))), Fault::Closed);

        if (!snmp().ipv6)
            QSKIP("there is no IPv6 on this machine's loopback");
        target = quickTarget();
        target.host = QStringLiteral("::1");
        QVERIFY(isDescribed(describe(target, community("public"))));
        target.host = QStringLiteral("localhost");
        QVERIFY(isDescribed(describe(target, community("public"))));
    }

    void aTcpDialerIsUsed()
    {
        AgentTarget target = quickTarget();
        target.transport = Transport::Tcp;
        Session session(target, community("public"), std::make_unique<Net::TcpDialer>());
        QVERIFY(isDescribed(session.get({kDescr})));
    }

    void manyObjectsComeInOneAnswer()
    {
        Session session(quickTarget());
        auto result = session.get({kDescr, kServices, Oid{1, 3, 6, 1, 2, 1, 1, 99, 0}});
        QVERIFY(result.has_value());
        QCOMPARE(result->varbinds.size(), std::size_t(3));
        QCOMPARE(result->varbinds[1].value, Value::integer(72));
        QCOMPARE(result->varbinds[2].value.type(), ValueType::NoSuchObject);

        result = session.ask(Request::getNext({kSystem, kIfNumber}));
        QCOMPARE(result->varbinds[0].oid, kDescr);
        result = session.ask(Request::getBulk({kServices.parent(), kSystem}, 1, 3));
        QCOMPARE(result->varbinds.size(), std::size_t(4));
        QCOMPARE(result->varbinds[0].oid, kServices);
        QCOMPARE(result->varbinds[1].oid, kDescr);
    }

    void version1SaysOfEachObjectWhatItHasNot()
    {
        AgentTarget target = quickTarget();
        target.version = Version::V1;
        Session session(target);
        const auto result = session.get(
            {Oid{1, 3, 6, 1, 2, 1, 1, 99, 0}, kDescr, Oid{1, 3, 6, 1, 2, 1, 98, 0}, kServices});
        QVERIFY(result.has_value());
        QCOMPARE(result->varbinds.size(), std::size_t(4));
        QCOMPARE(result->varbinds[0].value.type(), ValueType::NoSuchObject);
        QCOMPARE(result->varbinds[1].value.bytes(), QByteArray(kText));
        QCOMPARE(result->varbinds[2].value.type(), ValueType::NoSuchObject);
        QCOMPARE(result->varbinds[3].value, Value::integer(72));
    }

    void setWritesSeveralObjectsOrNone()
    {
        Session writer(quickTarget(), community(snmp().writeCommunity.toStdString()));
        const auto texts = [&] {
            const auto result = writer.get({kContact, kName});
            return result ? std::pair(result->varbinds[0].value.bytes(),
                                      result->varbinds[1].value.bytes())
                          : std::pair<QByteArray, QByteArray>();
        };
        auto result =
            writer.ask(Request::set({{kContact, Value::octets("운영팀 <ops@example.net>")},
                                     {kName, Value::octets("lab-1")}}));
        QVERIFY2(result.has_value(), qPrintable(result ? QString() : result.error().detail));
        QCOMPARE(texts(), std::pair(QByteArray("운영팀 <ops@example.net>"), QByteArray("lab-1")));

        result = writer.ask(
            Request::set({{kContact, Value::octets("nobody")}, {kServices, Value::integer(1)}}));
        QVERIFY(!result);
        QCOMPARE(faultIn(result), Fault::NotWritable);
        QCOMPARE(result.error().kind, Error::Kind::Refused);
        QVERIFY(result.error().detail.contains(kServices.text()));
        QCOMPARE(texts().first, QByteArray("운영팀 <ops@example.net>"));

        result = writer.ask(Request::set({{kContact, Value::integer(5)}}));
        QCOMPARE(faultIn(result), Fault::WrongType);

        Session reader(quickTarget());
        QCOMPARE(faultIn(reader.ask(Request::set({{kContact, Value::octets("x")}}))),
                 Fault::NoAccess);
        Session user(userTarget(QStringLiteral("operator")), right());
        QVERIFY(user.ask(Request::set({{kContact, Value::octets("by version 3")}})).has_value());
        QCOMPARE(texts().first, QByteArray("by version 3"));
        Session other(userTarget(QStringLiteral("sha1-aes128")), right());
        QCOMPARE(faultIn(other.ask(Request::set({{kContact, Value::octets("x")}}))),
                 Fault::NoAccess);
    }

    void aViewHidesTheRest()
    {
        Session guest(quickTarget(), community(snmp().systemCommunity.toStdString()));
        auto result = guest.get({kDescr, kIfNumber});
        QCOMPARE(result->varbinds[0].value.bytes(), QByteArray(kText));
        QVERIFY(result->varbinds[1].value.isException());
        const Walked walked = guest.walk({kMib2});
        QVERIFY(!walked.summary.problem);
        QVERIFY(!walked.rows.empty());
        QVERIFY(std::all_of(walked.rows.begin(), walked.rows.end(),
                            [](const Varbind &each) { return each.oid.startsWith(kSystem); }));
        Session viewer(userTarget(QStringLiteral("viewer")), right());
        result = viewer.get({kDescr, kIfNumber});
        QVERIFY(result->varbinds[1].value.isException());
    }

    void aContextIsAskedFor()
    {
        AgentTarget target = userTarget(QStringLiteral("sha256-aes128"));
        target.context = snmp().context;
        QVERIFY(isDescribed(describe(target, right())));
        target.context = QStringLiteral("nowhere");
        target.timeout = std::chrono::milliseconds(300);
        QVERIFY(!isDescribed(describe(target, right())));
    }

    void walksAreTheSameHoweverTheyAreAsked()
    {
        Session plain(quickTarget());
        Session secure(userTarget(QStringLiteral("sha256-aes256")), right());
        const Oid interfaces{1, 3, 6, 1, 2, 1, 2};
        WalkRequest slow;
        slow.roots = {interfaces};
        slow.oneAtATime = true;
        const auto expected = plain.walk(slow).sorted();
        QVERIFY(expected.size() > 20);
        QVERIFY(plain.walk({interfaces}).sorted() == expected);
        QVERIFY(secure.walk({interfaces}).sorted() == expected);
    }

    void aRestartedAgentIsAskedOn()
    {
        Session session(userTarget(QStringLiteral("sha1-aes128")), right());
        QVERIFY(isDescribed(session.get({kDescr})));
        QVERIFY(m_lab->stop(QStringLiteral("snmpd")));
        QVERIFY(m_lab->start(QStringLiteral("snmpd")));
        const auto result = session.get({kDescr});
        QVERIFY2(isDescribed(result), qPrintable(result ? QString() : result.error().what));
        QVERIFY(QTest::qWaitFor([&] { return session.agent.facts().engineWasRestarted; }, kWait));
    }

    void anAgentThatGotAnotherEngineIdIsAskedOn()
    {
        Session session(userTarget(QStringLiteral("sha1-aes128")), right());
        QVERIFY(isDescribed(session.get({kDescr})));
        QVERIFY(QTest::qWaitFor([&] { return !session.agent.facts().engineId.isEmpty(); }, kWait));
        const QByteArray before = session.agent.facts().engineId;
        QVERIFY(m_lab->stop(QStringLiteral("snmpd")));
        QFile config(QString(m_lab->folder() + QStringLiteral("/snmp/snmpd/config")));
        QVERIFY(config.open(QIODevice::ReadWrite));
        const QByteArray text = config.readAll().replace("0x80001f8805", "0x80001f8805ff");
        QVERIFY(config.resize(0) && config.seek(0) && config.write(text) == text.size());
        config.close();
        QVERIFY(QFile::resize(
            QString(m_lab->folder() + QStringLiteral("/snmp/snmpd/state/snmpd.conf")), 0));
        QVERIFY(m_lab->start(QStringLiteral("snmpd")));
        const auto result = session.get({kDescr});
        QVERIFY2(isDescribed(result), qPrintable(result ? QString() : result.error().what));
        QVERIFY(QTest::qWaitFor([&] { return session.agent.facts().engineId != before; }, kWait));
    }

    void theTranscriptTellsNoSecret()
    {
        const auto lines = std::make_shared<TranscriptQueue>(std::size_t(1000));
        const auto text = [&lines] {
            QString all;
            for (const TranscriptEntry &each : lines->take(1000).items)
                all += each.text + QLatin1Char('\n');
            return all;
        };
        Session writer(quickTarget(), community(snmp().writeCommunity.toStdString()));
        writer.agent.setTranscript(lines);
        QVERIFY(writer.ask(Request::set({{kContact, Value::octets("canary-value")}})).has_value());
        Session user(userTarget(QStringLiteral("sha256-aes128")), right());
        user.agent.setTranscript(lines);
        QVERIFY(isDescribed(user.get({kDescr})));
        const QString all = text();
        QVERIFY(all.contains(QLatin1String("SET #")));
        QVERIFY(all.contains(QLatin1String("REPORT #")));
        QVERIFY(all.contains(kDescr.text()));
        for (const QString &secret : {snmp().writeCommunity, snmp().authPassword,
                                      snmp().privPassword, QStringLiteral("canary-value")})
            QVERIFY(!all.contains(secret));
    }
};

PORTOLAN_LAB_TEST_MAIN(SnmpSecurityTest)
#include "snmpsecurity.moc"
