// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssh/attemptrecord.h"
#include "core/ssh/diagnosis/audit.h"
#include "core/ssh/diagnosis/diagnosis.h"
#include "core/ssh/diagnosis/sessioncheck.h"
#include "core/ssh/keys/certificate.h"
#include "core/ssh/keys/keyinspect.h"
#include "core/ssh/wire.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Portolan;
using namespace Portolan::Ssh;

namespace {

using Answer = SessionChecks::Answer;
using Attempt = AttemptFacts::Outcome;

// All is well: each test spoils one thing.
DiagnosisFacts goodFacts()
{
    DiagnosisFacts facts;
    facts.target = {QStringLiteral("ops"), QStringLiteral("bastion"), 2222};
    facts.now = QDateTime(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);
    facts.reached = DiagnosisStep::Session;
    facts.lookup = {true, {QStringLiteral("192.0.2.7")}, {}, Milliseconds(4)};
    facts.addresses = {
        {QStringLiteral("192.0.2.7"), AddressFacts::Outcome::Connected, Milliseconds(9), {}}};
    facts.banner.identification = QStringLiteral("SSH-2.0-OpenSSH_9.2p1");
    facts.banner.time = Milliseconds(12);
    KexInit offer;
    offer.keyExchange = {QStringLiteral("curve25519-sha256")};
    offer.hostKeys = {QStringLiteral("ssh-ed25519")};
    offer.ciphersIn = offer.ciphersOut = {QStringLiteral("aes256-ctr")};
    offer.macsIn = offer.macsOut = {QStringLiteral("hmac-sha2-256")};
    offer.compressionIn = offer.compressionOut = {QStringLiteral("none")};
    facts.exchange = {offer, offer, true, true, false, true, Milliseconds(30)};
    facts.hostKey.keyType = QStringLiteral("ssh-ed25519");
    facts.hostKey.sha256 = QStringLiteral("SHA256:shown");
    facts.hostKey.verdict = HostKeyVerdict::Status::Known;
    facts.hostKey.known = {{QStringLiteral("ssh-ed25519"), QStringLiteral("SHA256:shown"),
                            QStringLiteral("/home/ops/.ssh/known_hosts"), 3}};
    facts.hostKey.accepted = true;
    facts.login.begun = facts.login.done = true;
    facts.login.methodsOffered = {QStringLiteral("publickey"), QStringLiteral("password")};
    facts.login.methodsLeft = facts.login.methodsOffered;
    facts.login.succeeded = {QStringLiteral("publickey")};
    AttemptFacts key;
    key.method = QStringLiteral("publickey");
    key.subject = QStringLiteral("/home/ops/.ssh/id_ed25519");
    key.keyType = QStringLiteral("ssh-ed25519");
    key.sha256 = QStringLiteral("SHA256:key");
    key.outcome = Attempt::Accepted;
    key.time = Milliseconds(15);
    facts.login.attempts = {key};
    facts.keysChecked = true;
    KeyFacts file;
    file.file = key.subject;
    file.exists = file.readable = true;
    file.mode = 0600;
    file.folderMode = 0700;
    file.format = KeyFacts::Format::OpenSsh;
    file.keyType = key.keyType;
    file.bits = 256;
    file.sha256 = file.publicFileSha256 = key.sha256;
    facts.keys = {file};
    facts.session.terminal = facts.session.shell = facts.session.command = Answer::Yes;
    facts.session.forwarding = facts.session.subsystem = Answer::Yes;
    return facts;
}

// The same server, and no way in.
DiagnosisFacts refusedFacts()
{
    DiagnosisFacts facts = goodFacts();
    facts.reached = DiagnosisStep::Login;
    facts.login.done = false;
    facts.login.succeeded.clear();
    facts.login.attempts.first().outcome = Attempt::Refused;
    facts.login.methodsOffered = facts.login.methodsLeft = {QStringLiteral("publickey")};
    facts.session = {};
    facts.error = Error{Error::Kind::Auth, QStringLiteral("refused")};
    return facts;
}

DiagnosisFacts endedAt(DiagnosisStep step, Error::Kind kind)
{
    DiagnosisFacts facts = refusedFacts();
    facts.reached = step;
    facts.login = {};
    facts.hostKey = {};
    facts.error = Error{kind, QStringLiteral("what"), QStringLiteral("detail")};
    if (step <= DiagnosisStep::KeyExchange)
        facts.exchange.done = false;
    if (step <= DiagnosisStep::Banner)
        facts.banner = {};
    return facts;
}

QStringList idsOf(const DiagnosisFacts &facts)
{
    QStringList ids;
    for (const Finding &finding : judge(facts))
        ids.append(finding.id.mid(13));
    return ids;
}

QString firstOf(const DiagnosisFacts &facts)
{
    return idsOf(facts).value(0);
}

AttemptFacts attempt(const char *method, Attempt outcome, int milliseconds = 10)
{
    AttemptFacts made;
    made.method = QLatin1String(method);
    made.outcome = outcome;
    made.time = Milliseconds(milliseconds);
    return made;
}

// As OpenSSH's PROTOCOL.certkeys lays it out, for Ed25519.
QByteArray certificateBlob(quint32 role, quint64 after, quint64 before, const QByteArray &principal)
{
    const auto number = [](WireWriter &writer, quint64 value) {
        writer.uint32(static_cast<quint32>(value >> 32U)).uint32(static_cast<quint32>(value));
    };
    WireWriter writer;
    writer.string("ssh-ed25519-cert-v01@openssh.com").string("nonce").string(std::string(32, 'k'));
    number(writer, 7);
    writer.uint32(role).string("the id");
    writer.string(viewOf(WireWriter().string(viewOf(principal)).bytes()));
    number(writer, after);
    number(writer, before);
    writer.string({}).string({}).string({}).string("authority").string("signature");
    return writer.bytes();
}

} // namespace

class SshDiagnosisTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whereAllIsWellItSaysSoAndNothingElse()
    {
        const QList<Finding> findings = judge(goodFacts());
        QCOMPARE(findings.first().id, QStringLiteral("ssh.diagnose.fine"));
        for (const Finding &finding : findings)
            QCOMPARE(finding.severity, Finding::Severity::Ok);
        QCOMPARE(verdictOf(findings), Verdict::Fine);
        QCOMPARE(blockingKind(findings), std::nullopt);
        for (const Rung &rung : ladderOf(goodFacts()))
            QCOMPARE(rung.state, Rung::State::Good);
    }

    void whatWasNotCheckedIsNeverCalledFine()
    {
        DiagnosisFacts facts = goodFacts();
        facts.session = {};
        QCOMPARE(verdictOf(judge(facts)), Verdict::Incomplete);
        QCOMPARE(firstOf(facts), QStringLiteral("unchecked.session"));
        // Nothing known at all: a failure of a kind that no rule knows.
        DiagnosisFacts odd;
        odd.error = Error{Error::Kind::Local, QStringLiteral("odd")};
        QCOMPARE(verdictOf(judge(odd)), Verdict::Problems);
        QCOMPARE(firstOf(odd), QStringLiteral("other"));
        for (const auto kind : {Error::Kind::Network, Error::Kind::Timeout, Error::Kind::Auth,
                                Error::Kind::Certificate, Error::Kind::Protocol,
                                Error::Kind::Refused, Error::Kind::Unsupported, Error::Kind::Usage,
                                Error::Kind::Cancelled, Error::Kind::Local}) {
            for (int step = 0; step <= static_cast<int>(DiagnosisStep::Session); ++step) {
                DiagnosisFacts failed = endedAt(static_cast<DiagnosisStep>(step), kind);
                QVERIFY(verdictOf(judge(failed)) != Verdict::Fine);
            }
        }
    }

    void eachStepOfTheNetworkIsNamed()
    {
        DiagnosisFacts facts = endedAt(DiagnosisStep::Lookup, Error::Kind::Network);
        facts.lookup = {};
        QCOMPARE(firstOf(facts), QStringLiteral("lookup.failed"));
        facts.error->kind = Error::Kind::Timeout;
        QCOMPARE(firstOf(facts), QStringLiteral("lookup.timeout"));

        using Outcome = AddressFacts::Outcome;
        facts = endedAt(DiagnosisStep::Tcp, Error::Kind::Network);
        facts.addresses.first().outcome = Outcome::Refused;
        QCOMPARE(firstOf(facts), QStringLiteral("tcp.refused"));
        facts.addresses.first().outcome = Outcome::Unreachable;
        QCOMPARE(firstOf(facts), QStringLiteral("tcp.unreachable"));
        facts.addresses.first().outcome = Outcome::TimedOut;
        QCOMPARE(firstOf(facts), QStringLiteral("tcp.timeout"));
        QCOMPARE(blockingKind(judge(facts)), Error::Kind::Timeout);
        facts.addresses.first().outcome = Outcome::Failed;
        QCOMPARE(firstOf(facts), QStringLiteral("tcp.failed"));
        // One that refuses says more than one that is silent.
        facts.addresses.append({QStringLiteral("2001:db8::7"), Outcome::Refused, {}, {}});
        QCOMPARE(firstOf(facts), QStringLiteral("tcp.refused"));

        facts = goodFacts();
        facts.addresses.prepend(
            {QStringLiteral("2001:db8::7"), Outcome::TimedOut, Milliseconds(250), {}});
        QCOMPARE(firstOf(facts), QStringLiteral("tcp.mixed"));
        facts = goodFacts();
        facts.lookup.time = Milliseconds(5000);
        QCOMPARE(firstOf(facts), QStringLiteral("lookup.slow"));
        facts = goodFacts();
        facts.addresses.first().time = Milliseconds(3000);
        QCOMPARE(firstOf(facts), QStringLiteral("tcp.slow"));
    }

    void whatAnswersIsNamed()
    {
        DiagnosisFacts facts = endedAt(DiagnosisStep::Banner, Error::Kind::Timeout);
        QCOMPARE(firstOf(facts), QStringLiteral("banner.silent"));
        facts.banner.closed = true;
        facts.error->kind = Error::Kind::Network;
        QCOMPARE(firstOf(facts), QStringLiteral("banner.closed"));
        facts.banner.linesBefore = {QStringLiteral("Exceeded MaxStartups")};
        QCOMPARE(firstOf(facts), QStringLiteral("banner.max_startups"));
        facts.banner.linesBefore = {QStringLiteral("Not allowed at this time")};
        QCOMPARE(firstOf(facts), QStringLiteral("banner.penalised"));
        facts.banner.linesBefore = {QStringLiteral("HTTP/1.1 400 Bad Request")};
        QCOMPARE(firstOf(facts), QStringLiteral("banner.other_protocol"));
        facts.banner.linesBefore = {QStringLiteral("what is this")};
        QCOMPARE(firstOf(facts), QStringLiteral("banner.not_ssh"));
        facts.banner.linesBefore.clear();
        facts.banner.fragment = QStringLiteral("220 mail.example ESMTP");
        QCOMPARE(firstOf(facts), QStringLiteral("banner.other_protocol"));
        facts = endedAt(DiagnosisStep::KeyExchange, Error::Kind::Unsupported);
        facts.banner.identification = QStringLiteral("SSH-1.5-Old");
        QCOMPARE(firstOf(facts), QStringLiteral("banner.version1"));
        facts = goodFacts();
        facts.banner.linesBefore = {QStringLiteral("Welcome")};
        QCOMPARE(firstOf(facts), QStringLiteral("fine"));
        QVERIFY(idsOf(facts).contains(QStringLiteral("banner.text_before")));
        facts.banner.time = Milliseconds(6000);
        QCOMPARE(firstOf(facts), QStringLiteral("banner.slow"));
    }

    void theCategoryThatIsNotInCommonIsNamed_data()
    {
        QTest::addColumn<int>("category");
        QTest::addColumn<QString>("offer");
        QTest::addColumn<bool>("legacy");
        QTest::addColumn<QString>("id");
        const auto row = [](int category, const char *offer, bool legacy, const char *id) {
            QTest::newRow(qPrintable(QStringLiteral("%1 %2").arg(QLatin1String(id)).arg(legacy)))
                << category << QString::fromLatin1(offer) << legacy << QString::fromLatin1(id);
        };
        row(0, "sntrup761x25519-sha512@openssh.com", false, "kex.no_exchange");
        row(0, "diffie-hellman-group1-sha1", false, "kex.no_exchange_legacy");
        row(0, "diffie-hellman-group1-sha1", true, "kex.no_exchange");
        row(1, "ssh-dss", false, "kex.no_host_key");
        row(1, "ssh-rsa", false, "kex.no_host_key_legacy");
        row(2, "arcfour", false, "kex.no_cipher");
        row(2, "3des-cbc", false, "kex.no_cipher_legacy");
        row(3, "umac-64@openssh.com", false, "kex.no_mac");
        row(3, "hmac-sha1", false, "kex.no_mac_legacy");
        row(4, "zlib", false, "kex.no_compression");
    }
    void theCategoryThatIsNotInCommonIsNamed()
    {
        QFETCH(int, category);
        QFETCH(QString, offer);
        QFETCH(bool, legacy);
        QFETCH(QString, id);
        DiagnosisFacts facts = endedAt(DiagnosisStep::KeyExchange, Error::Kind::Unsupported);
        facts.options.legacy = legacy;
        KexInit &server = facts.exchange.server;
        const QStringList names = {offer};
        if (category == 0)
            server.keyExchange = names + QStringList{QStringLiteral("ext-info-s")};
        else if (category == 1)
            server.hostKeys = names;
        else if (category == 2)
            server.ciphersIn = server.ciphersOut = names;
        else if (category == 3)
            server.macsIn = server.macsOut = names;
        else
            server.compressionIn = server.compressionOut = names;
        QCOMPARE(firstOf(facts), id);
        QCOMPARE(idsOf(facts).filter(QStringLiteral("kex.no_")).size(), 1);
        const Finding finding = judge(facts).first();
        QVERIFY(finding.evidence.contains(offer));
        QVERIFY(!finding.evidence.contains(QLatin1String("ext-info")));
        QCOMPARE(finding.action, id.endsWith(QLatin1String("_legacy"))
                                     ? QStringLiteral("ssh.accept_legacy")
                                     : QString());
        QCOMPARE(blockingKind(judge(facts)), Error::Kind::Unsupported);
    }

    void anAuthenticatedCipherNeedsNoMac()
    {
        DiagnosisFacts facts = endedAt(DiagnosisStep::KeyExchange, Error::Kind::Network);
        for (KexInit *lists : {&facts.exchange.own, &facts.exchange.server})
            lists->ciphersIn = lists->ciphersOut = {QStringLiteral("aes256-gcm@openssh.com")};
        facts.exchange.server.macsIn =
            facts.exchange.server.macsOut = {QStringLiteral("umac-64@openssh.com")};
        QCOMPARE(firstOf(facts), QStringLiteral("kex.broken"));
        // A list that was cut proves nothing.
        facts.exchange.server.keyExchange = {QStringLiteral("x")};
        facts.exchange.cut = true;
        QCOMPARE(firstOf(facts), QStringLiteral("kex.broken"));
        facts.error->kind = Error::Kind::Timeout;
        QCOMPARE(firstOf(facts), QStringLiteral("kex.timeout"));
        facts.error->kind = Error::Kind::Protocol;
        QCOMPARE(firstOf(facts), QStringLiteral("kex.protocol"));
        facts.error->kind = Error::Kind::Unsupported;
        QCOMPARE(firstOf(facts), QStringLiteral("kex.disagreed"));
        facts.error->kind = Error::Kind::Usage;
        QCOMPARE(firstOf(facts), QStringLiteral("options.usage"));
        facts.error->kind = Error::Kind::Local;
        QCOMPARE(firstOf(facts), QStringLiteral("host_key.unreadable"));
    }

    void theHostKeyIsJudged()
    {
        using Status = HostKeyVerdict::Status;
        DiagnosisFacts facts = endedAt(DiagnosisStep::HostKey, Error::Kind::Certificate);
        facts.hostKey = goodFacts().hostKey;
        facts.hostKey.accepted = false;
        facts.hostKey.verdict = Status::Changed;
        facts.hostKey.known.first().sha256 = QStringLiteral("SHA256:old");
        const Finding changed = judge(facts).first();
        QCOMPARE(changed.id, QStringLiteral("ssh.diagnose.host_key.changed"));
        QCOMPARE(actionArgument(changed), QStringLiteral("/home/ops/.ssh/known_hosts:3"));
        QVERIFY(textOf(changed).advice.contains(
            QStringLiteral("ssh-keygen -R \"[bastion]:2222\" -f \"/home/ops/.ssh/known_hosts\"")));
        QVERIFY(textOf(changed).advice.contains(QLatin1String("SHA256:old")));
        facts.hostKey.verdict = Status::Revoked;
        QCOMPARE(firstOf(facts), QStringLiteral("host_key.revoked"));
        facts.hostKey.verdict = Status::OtherAlgorithm;
        QCOMPARE(firstOf(facts), QStringLiteral("host_key.other_algorithm"));
        facts.hostKey.verdict = Status::Unknown;
        facts.hostKey.known.clear();
        facts.hostKey.authority = QStringLiteral("/etc/ssh/ssh_known_hosts:1");
        QCOMPARE(firstOf(facts), QStringLiteral("host_key.unknown"));
        QVERIFY(idsOf(facts).contains(QStringLiteral("host_key.authority")));
        QCOMPARE(blockingKind(judge(facts)), Error::Kind::Certificate);
        DiagnosisFacts trusted = goodFacts();
        trusted.hostKey.verdict = Status::Unknown;
        QVERIFY(idsOf(trusted).contains(QStringLiteral("host_key.unknown")));
        QCOMPARE(blockingKind(judge(trusted)), std::nullopt);
    }

    void aRefusedKeyIsExplainedAsFarAsTheClientSees()
    {
        DiagnosisFacts facts = refusedFacts();
        QCOMPARE(firstOf(facts), QStringLiteral("key.refused"));
        QVERIFY(textOf(judge(facts).first())
                    .advice.contains(QLatin1String(
                        "ssh-copy-id -i /home/ops/.ssh/id_ed25519.pub -p 2222 ops@bastion")));
        facts.login.signatureAlgorithmsKnown = true;
        facts.login.signatureAlgorithms = {QStringLiteral("rsa-sha2-512")};
        QCOMPARE(firstOf(facts), QStringLiteral("key.algorithm"));
        facts.login.attempts.first().keyType = QStringLiteral("ssh-rsa");
        QCOMPARE(firstOf(facts), QStringLiteral("key.refused"));
        facts.login.signatureAlgorithms = {QStringLiteral("ssh-rsa")};
        QCOMPARE(firstOf(facts), QStringLiteral("key.sha1"));
        QCOMPARE(judge(facts).first().action, QStringLiteral("ssh.accept_legacy"));
        facts.login.attempts.first().outcome = Attempt::SignatureRefused;
        QCOMPARE(firstOf(facts), QStringLiteral("key.signature"));
        facts.login.attempts.first().outcome = Attempt::NotSent;
        QCOMPARE(firstOf(facts), QStringLiteral("key.not_sent"));
    }

    void passwordsAndAccountsAreJudged()
    {
        DiagnosisFacts facts = refusedFacts();
        facts.login.methodsOffered =
            facts.login.methodsLeft = {QStringLiteral("publickey"), QStringLiteral("password")};
        facts.login.attempts.append(attempt("password", Attempt::Refused));
        facts.login.passwordGiven = true;
        QCOMPARE(firstOf(facts), QStringLiteral("login.all_refused"));
        facts.login.attempts.removeFirst();
        QCOMPARE(firstOf(facts), QStringLiteral("login.password_refused"));
        facts.target.user = QStringLiteral("root");
        QCOMPARE(firstOf(facts), QStringLiteral("login.root_refused"));
        facts = refusedFacts();
        facts.login.passwordGiven = true;
        QVERIFY(idsOf(facts).contains(QStringLiteral("login.no_passwords")));
        facts.login.methodsOffered = facts.login.methodsLeft = {QStringLiteral("hostbased")};
        QCOMPARE(firstOf(facts), QStringLiteral("login.no_method"));
        facts = refusedFacts();
        facts.login.attempts.clear();
        facts.keys.clear();
        QCOMPARE(firstOf(facts), QStringLiteral("login.no_key"));
        QCOMPARE(judge(facts).first().action, QStringLiteral("ssh.choose_key"));
        // Nothing was tried, so nothing is wrong yet.
        facts.login.methodsOffered = facts.login.methodsLeft = {QStringLiteral("password")};
        QCOMPARE(firstOf(facts), QStringLiteral("unchecked.secret"));
        facts.login.passwordWithheld = true;
        QCOMPARE(firstOf(facts), QStringLiteral("unchecked.withheld"));
        QCOMPARE(verdictOf(judge(facts)), Verdict::Incomplete);
    }

    void aSecondProofIsJudged()
    {
        DiagnosisFacts facts = refusedFacts();
        facts.login.succeeded = {QStringLiteral("publickey")};
        facts.login.methodsLeft = {QStringLiteral("keyboard-interactive")};
        facts.login.attempts.first().outcome = Attempt::Partial;
        facts.login.attempts.append(attempt("keyboard-interactive", Attempt::Refused));
        QCOMPARE(firstOf(facts), QStringLiteral("login.second"));
        facts.login.attempts.append(attempt("keyboard-interactive", Attempt::Declined));
        QCOMPARE(firstOf(facts), QStringLiteral("unchecked.second"));
    }

    void anEndInTheMiddleOfALoginIsJudged()
    {
        DiagnosisFacts facts = refusedFacts();
        facts.error = Error{Error::Kind::Auth, QStringLiteral("x"),
                            QStringLiteral("2:Too many authentication failures"), 2};
        QCOMPARE(firstOf(facts), QStringLiteral("login.too_many"));
        facts.login.attempts.first().fromAgent = true;
        facts.agent.keys.resize(5);
        QCOMPARE(firstOf(facts), QStringLiteral("login.too_many_agent"));
        QCOMPARE(judge(facts).first().action, QStringLiteral("ssh.identities_only"));

        facts = refusedFacts();
        facts.error = Error{Error::Kind::Network, QStringLiteral("lost")};
        facts.login.attempts = {attempt("password", Attempt::Broken, 20)};
        QCOMPARE(firstOf(facts), QStringLiteral("login.account"));
        facts.login.attempts = {attempt("password", Attempt::Broken, 2000)};
        facts.age = Milliseconds(2100);
        QCOMPARE(firstOf(facts), QStringLiteral("login.cut"));
        facts.login.attempts = {attempt("keyboard-interactive", Attempt::Asked)};
        QCOMPARE(firstOf(facts), QStringLiteral("login.cut"));
        facts.login.attempts = {attempt("none", Attempt::Broken)};
        QCOMPARE(firstOf(facts), QStringLiteral("login.closed_early"));
        facts.error->native = 11;
        facts.error->detail = QStringLiteral("bye");
        QCOMPARE(firstOf(facts), QStringLiteral("login.disconnected"));
        facts.error = Error{Error::Kind::Timeout, QStringLiteral("late")};
        QCOMPARE(firstOf(facts), QStringLiteral("login.timeout"));
        facts.error = Error{Error::Kind::Protocol, QStringLiteral("odd")};
        facts.login.attempts.clear();
        QCOMPARE(firstOf(facts), QStringLiteral("login.protocol"));
        facts.error = Error{Error::Kind::Network, QStringLiteral("lost")};
        QCOMPARE(firstOf(facts), QStringLiteral("login.cut"));
    }

    void aPauseIsNamedByWhereItFell()
    {
        const auto with = [](AttemptFacts slow) {
            DiagnosisFacts facts = goodFacts();
            slow.time = Milliseconds(5000);
            facts.login.attempts.prepend(slow);
            return facts;
        };
        QCOMPARE(firstOf(with(attempt("none", Attempt::Refused))), QStringLiteral("slow.methods"));
        QVERIFY(textOf(judge(with(attempt("none", Attempt::Refused))).first())
                    .advice.contains(QLatin1String("UseDNS")));
        QCOMPARE(firstOf(with(attempt("keyboard-interactive", Attempt::Asked))),
                 QStringLiteral("slow.question"));
        QCOMPARE(firstOf(with(attempt("publickey", Attempt::KeyTaken))),
                 QStringLiteral("slow.key"));
        QCOMPARE(firstOf(with(attempt("password", Attempt::Accepted))),
                 QStringLiteral("slow.proof"));
        // A refusal that takes its time is what pam_faildelay is for.
        QCOMPARE(firstOf(with(attempt("password", Attempt::Refused))), QStringLiteral("fine"));
        DiagnosisFacts facts = goodFacts();
        facts.session.firstOutputTime = Milliseconds(4000);
        QCOMPARE(firstOf(facts), QStringLiteral("slow.session"));
        facts = goodFacts();
        facts.exchange.time = Milliseconds(4000);
        QCOMPARE(firstOf(facts), QStringLiteral("kex.slow"));
        // Over a satellite everything is slow, and nobody is to blame.
        facts.addresses.first().time = Milliseconds(700);
        QCOMPARE(firstOf(facts), QStringLiteral("fine"));
        QCOMPARE(ladderOf(facts).at(3).state, Rung::State::Good);
    }

    void keyFilesAreJudged()
    {
        const auto with = [](auto change) {
            DiagnosisFacts facts = goodFacts();
            change(facts.keys.first());
            return idsOf(facts);
        };
        const auto refused = [](auto change) {
            DiagnosisFacts facts = refusedFacts();
            facts.keys.first().named = true;
            change(facts.keys.first());
            return idsOf(facts);
        };
        const auto has = [](const QStringList &ids, const char *id) {
            return ids.contains(QLatin1String(id));
        };
        QVERIFY(has(with([](KeyFacts &key) { key.mode = 0640; }), "key.mode"));
        QVERIFY(!has(with([](KeyFacts &key) { key.mode = 0400; }), "key.mode"));
        QVERIFY(has(with([](KeyFacts &key) { key.folderMode = 0777; }), "key.folder_mode"));
        QVERIFY(has(refused([](KeyFacts &key) { key.exists = false; }), "key.missing"));
        QVERIFY(
            !has(refused([](KeyFacts &key) { key.exists = key.named = false; }), "key.missing"));
        QVERIFY(has(refused([](KeyFacts &key) { key.readable = false; }), "key.unreadable"));
        QVERIFY(
            has(refused([](KeyFacts &key) { key.format = KeyFacts::Format::Putty; }), "key.putty"));
        QVERIFY(has(refused([](KeyFacts &key) { key.format = KeyFacts::Format::PublicKey; }),
                    "key.public"));
        QVERIFY(has(refused([](KeyFacts &key) { key.format = KeyFacts::Format::Unknown; }),
                    "key.unknown_format"));
        QVERIFY(has(refused([](KeyFacts &key) { key.owned = false; }), "key.owner"));
        QVERIFY(
            has(refused([](KeyFacts &key) { key.publicFileSha256 = QStringLiteral("SHA256:x"); }),
                "key.pair"));
        QVERIFY(has(refused([](KeyFacts &key) { key.keyType = QStringLiteral("ssh-dss"); }),
                    "key.dsa"));
        QVERIFY(has(refused([](KeyFacts &key) {
                        key.keyType = QStringLiteral("ssh-rsa");
                        key.bits = 1024;
                    }),
                    "key.short"));
        DiagnosisFacts locked = refusedFacts();
        locked.keys.first().encrypted = true;
        locked.login.attempts.first().outcome = Attempt::Declined;
        QVERIFY(has(idsOf(locked), "unchecked.passphrase"));
        locked.agent.reached = true;
        QVERIFY(has(idsOf(locked), "unchecked.passphrase_agent"));
        locked.agent = {true, QStringLiteral("/run/agent"), false, QStringLiteral("none"), {}};
        QVERIFY(has(idsOf(locked), "agent.unreachable"));
        locked.login.agentKeysLeftOut = 3;
        QVERIFY(has(idsOf(locked), "agent.left_out"));
    }

    void certificatesAreJudgedByTheClockOfTheFacts()
    {
        const auto first = [](auto change) {
            DiagnosisFacts facts = refusedFacts();
            CertificateFacts certificate;
            certificate.file = QStringLiteral("/k-cert.pub");
            certificate.principals = {QStringLiteral("ops")};
            certificate.validBefore = facts.now.addSecs(60);
            change(certificate, facts);
            facts.keys.first().certificate = certificate;
            return firstOf(facts);
        };
        QCOMPARE(first([](CertificateFacts &, DiagnosisFacts &) {}), QStringLiteral("key.refused"));
        QCOMPARE(first([](CertificateFacts &c, DiagnosisFacts &f) { c.validBefore = f.now; }),
                 QStringLiteral("certificate.expired"));
        QCOMPARE(
            first([](CertificateFacts &c, DiagnosisFacts &f) { c.validAfter = f.now.addSecs(1); }),
            QStringLiteral("certificate.not_yet"));
        QCOMPARE(first([](CertificateFacts &c, DiagnosisFacts &) { c.forHosts = true; }),
                 QStringLiteral("certificate.for_hosts"));
        QCOMPARE(first([](CertificateFacts &c, DiagnosisFacts &) { c.matchesKey = false; }),
                 QStringLiteral("certificate.other_key"));
        QCOMPARE(first([](CertificateFacts &c, DiagnosisFacts &) {
                     c.principals = {QStringLiteral("root")};
                 }),
                 QStringLiteral("certificate.principal"));
    }

    void theSessionIsJudged()
    {
        DiagnosisFacts facts = goodFacts();
        SessionChecks &session = facts.session;
        session.shell = Answer::No;
        session.shellEnded = true;
        session.shellCode = 1;
        session.command = Answer::Unclear;
        QCOMPARE(firstOf(facts), QStringLiteral("session.no_shell"));
        session.shellOutput = QStringLiteral("This account is currently not available.");
        QCOMPARE(firstOf(facts), QStringLiteral("session.nologin"));
        session.shellOutput = QStringLiteral("Backups only.");
        QCOMPARE(firstOf(facts), QStringLiteral("session.forced"));
        session.command = Answer::Yes;
        QCOMPARE(firstOf(facts), QStringLiteral("session.ended"));
        session.shellOutput = QStringLiteral("WARNING: Your password has expired.");
        QCOMPARE(firstOf(facts), QStringLiteral("session.password_expired"));
        session = {};
        session.shell = Answer::No;
        session.terminal = Answer::No;
        QCOMPARE(firstOf(facts), QStringLiteral("session.no_terminal"));
        session.terminal = Answer::Unclear;
        QCOMPARE(firstOf(facts), QStringLiteral("session.refused"));
        facts = goodFacts();
        facts.session.command = Answer::Unclear;
        facts.session.forwarding = Answer::No;
        facts.session.subsystem = Answer::No;
        const QStringList ids = idsOf(facts);
        QVERIFY(ids.contains(QStringLiteral("session.other_command")));
        QVERIFY(ids.contains(QStringLiteral("session.no_forwarding")));
        QVERIFY(ids.contains(QStringLiteral("session.no_sftp")));
        QCOMPARE(verdictOf(judge(facts)), Verdict::Limited);
    }

    void rightsOfFilesAtTheServerAreRead()
    {
        SessionChecks checks;
        SessionCheck::readCommandOutput(
            QStringLiteral("motd of a shell\nportolan-diagnosis 1000\n"
                           "drwxr-xr-x 9 1000 1000 4096 Mar  1 12:00 /home/ops/.\n"
                           "drwx------ 2 1000 1000 4096 Mar  1 12:00 /home/ops/.ssh/.\n"
                           "-rw-rw-rw- 1 33 1000 99 Mar  1 12:00 /home/ops/.ssh/authorized_keys\n"),
            checks);
        QCOMPARE(checks.command, Answer::Yes);
        QCOMPARE(checks.remoteUser, QStringLiteral("1000"));
        QCOMPARE(checks.files.size(), 3);
        QCOMPARE(checks.files.at(1).path, QStringLiteral("~/.ssh"));
        QCOMPARE(checks.files.at(2).owner, QStringLiteral("33"));
        DiagnosisFacts facts = goodFacts();
        facts.session.files = checks.files;
        facts.session.remoteUser = checks.remoteUser;
        facts.login.succeeded = {QStringLiteral("password")};
        QCOMPARE(firstOf(facts), QStringLiteral("server.mode"));
        facts.session.files.last().permissions = QStringLiteral("-rw-------");
        QCOMPARE(firstOf(facts), QStringLiteral("server.owner"));
        // A login by key has shown that it does not matter there.
        facts.login.succeeded = {QStringLiteral("publickey")};
        QCOMPARE(firstOf(facts), QStringLiteral("fine"));
        SessionCheck::readCommandOutput(QStringLiteral("drwx\n% Invalid input"), checks);
        QCOMPARE(checks.command, Answer::Unclear);
        QVERIFY(checks.files.isEmpty());
    }

    void aLoginWithoutProofAndOneWithManyTriesAreWarnedOf()
    {
        DiagnosisFacts facts = goodFacts();
        facts.login.succeeded = {QStringLiteral("none")};
        QCOMPARE(firstOf(facts), QStringLiteral("login.none"));
        facts = goodFacts();
        for (int i = 0; i < 4; ++i)
            facts.login.attempts.prepend(attempt("publickey", Attempt::Refused));
        QCOMPARE(firstOf(facts), QStringLiteral("login.tries_near"));
    }

    void aWayThroughAnotherHostHasNoLookupOfItsOwn()
    {
        DiagnosisFacts facts = goodFacts();
        facts.through = QStringLiteral("ops@jump");
        facts.lookup = {};
        QVERIFY(idsOf(facts).contains(QStringLiteral("tcp.through")));
        QCOMPARE(firstOf(facts), QStringLiteral("fine"));
    }

    void anArgumentThatLooksLikeAPlaceIsLeftAsItIs()
    {
        DiagnosisFacts facts = endedAt(DiagnosisStep::Tcp, Error::Kind::Network);
        facts.target.host = QStringLiteral("%2");
        facts.addresses.first().outcome = AddressFacts::Outcome::Refused;
        QVERIFY(textOf(judge(facts).first()).title.startsWith(QLatin1String("%2 refuses")));
    }

    void theLogOfTheLibraryIsPickedApart()
    {
        AttemptRecord record({QStringLiteral("u"), QStringLiteral("h"), 22}, {});
        for (const char *line :
             {"ssh_send_kex: Sending KEXINIT packet, first_kex_packet_follows = 0",
              "ssh_list_kex: kex algos: curve25519-sha256,ext-info-c",
              "ssh_list_kex: server host key algo: ssh-ed25519",
              "ssh_list_kex: languages server->client: ", "ssh_packet_kexinit: KEXINIT received",
              "ssh_list_kex: kex algos: a,b", "ssh_list_kex: mac algo server->client: m",
              "ssh_packet_ext_info: Extension: server-sig-algs=<ssh-ed25519,rsa-sha2-256>",
              "packet_send2: packet: wrote [type=50, len=44, padding_size=6, comp=37, payload=37]",
              "ssh_packet_socket_callback: packet: read type 52 "
              "[len=12,padding=10,comp=1,payload=1]",
              "ssh_userauth_agent: Public key of my key refused by server",
              "anything: password hunter2", "no colon at all"})
            record.hear(line);
        QVERIFY(record.facts.exchange.ownKnown && record.facts.exchange.serverKnown);
        QCOMPARE(record.facts.exchange.own.keyExchange.size(), 2);
        QCOMPARE(record.facts.exchange.server.keyExchange,
                 (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
        QCOMPARE(record.facts.exchange.server.macsIn, QStringList{QStringLiteral("m")});
        QCOMPARE(record.facts.login.signatureAlgorithms.size(), 2);
        QString text;
        for (const TranscriptEntry &entry : record.takeEntries())
            text += entry.text + QLatin1Char('\n');
        QVERIFY(text.contains(QLatin1String("message 50 (USERAUTH_REQUEST)\n")));
        QVERIFY(text.contains(QLatin1String("message 52 (USERAUTH_SUCCESS), 1 bytes")));
        QVERIFY(!text.contains(QLatin1String("hunter2")));
        AttemptFacts broken = attempt("publickey", Attempt::Broken);
        broken.fromAgent = true;
        record.addAttempt(broken);
        QCOMPARE(record.facts.login.attempts.size(), 2);
        QCOMPARE(record.facts.login.attempts.first().subject, QStringLiteral("my key"));
        // A line that libssh cut off: the list is not whole.
        record.hear("f: KEXINIT received");
        record.hear("f: kex algos: " + std::string(1010, 'x'));
        QVERIFY(record.facts.exchange.cut);
        record.hear("f: Extension: server-sig-algs=<ssh-rsa,rs");
        QCOMPARE(record.facts.login.signatureAlgorithms.size(), 2);
    }

    void aTranscriptKeepsItsBeginningAndItsEnd()
    {
        Transcript transcript;
        for (int i = 0; i < 5000; ++i)
            transcript.append({std::chrono::microseconds(i), DiagnosisStep::Login,
                               TranscriptEntry::Direction::Received, QString::number(i)});
        QCOMPARE(transcript.entries().size(), Transcript::kMostEntries);
        QCOMPARE(transcript.dropped(), 5000 - Transcript::kMostEntries);
        QCOMPARE(transcript.entries().first().text, QStringLiteral("0"));
        QCOMPARE(transcript.entries().last().text, QStringLiteral("4999"));
        const QString text = transcript.toText();
        QVERIFY(text.contains(QLatin1String("4000 entries left out")));
        transcript.append({{},
                           DiagnosisStep::Login,
                           TranscriptEntry::Direction::Sent,
                           QStringLiteral("\x1b[31m") + QString(5000, QLatin1Char('x'))});
        QVERIFY(!transcript.entries().last().text.contains(QLatin1Char('\x1b')));
        QVERIFY(transcript.entries().last().text.size() <= Transcript::kMostText + 1);
    }

    void certificatesAreRead()
    {
        const QByteArray blob = certificateBlob(1, 1000, 2000, "ops");
        const auto certificate = parseCertificate(blob);
        QVERIFY(certificate);
        QCOMPARE(certificate->keyId, QStringLiteral("the id"));
        QCOMPARE(certificate->serial, quint64(7));
        QCOMPARE(certificate->principals, QStringList{QStringLiteral("ops")});
        QCOMPARE(certificate->validAfter, quint64(1000));
        QCOMPARE(keyTypeOfBlob(certificate->publicKey), QByteArray("ssh-ed25519"));
        QVERIFY(!certificate->isForHost);
        for (qsizetype i = 0; i < blob.size(); ++i)
            QVERIFY(!parseCertificate(blob.left(i)));
        QVERIFY(!parseCertificate(certificateBlob(3, 0, 1, "x")));
    }

#ifndef Q_OS_WIN
    void keysAreInspectedAndTheirRightsRepaired()
    {
        QTemporaryDir folder;
        const QString key = folder.filePath(QStringLiteral("id"));
        QProcess make;
        make.start(QStringLiteral("ssh-keygen"),
                   {QStringLiteral("-q"), QStringLiteral("-t"), QStringLiteral("ed25519"),
                    QStringLiteral("-N"), QStringLiteral("secret"), QStringLiteral("-f"), key});
        if (!make.waitForFinished() || make.exitCode() != 0)
            QSKIP("There is no ssh-keygen here.");
        const auto open =
            QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther;
        QVERIFY(QFile::setPermissions(key, open));
        Options options;
        options.identityFiles = {key, folder.filePath(QStringLiteral("none"))};
        QList<KeyFacts> keys = inspectKeys(options);
        QCOMPARE(keys.size(), 2);
        QVERIFY(keys.first().exists && keys.first().readable && keys.first().encrypted);
        QCOMPARE(keys.first().mode, 0644);
        QCOMPARE(keys.first().keyType, QStringLiteral("ssh-ed25519"));
        QCOMPARE(keys.first().sha256, keys.first().publicFileSha256);
        QVERIFY(!keys.last().exists && keys.last().named);
        AgentFacts agent;
        agent.keys = {{QStringLiteral("ssh-ed25519"), 256, keys.first().sha256, {}}};
        matchKeys(keys, agent);
        QVERIFY(keys.first().inAgent && !keys.last().inAgent);

        QVERIFY(restrictKeyFile(key));
        QCOMPARE(inspectKeys(options).first().mode, 0600);
        QVERIFY(restrictFolder(folder.path()));
        QCOMPARE(inspectKeys(options).first().folderMode, 0700);
        // Only private keys, and only themselves.
        QVERIFY(QFile::setPermissions(key + QStringLiteral(".pub"), open));
        QVERIFY(!restrictKeyFile(key + QStringLiteral(".pub")));
        const QString link = folder.filePath(QStringLiteral("link"));
        QVERIFY(QFile::link(key, link));
        QVERIFY(!restrictKeyFile(link));
        QVERIFY(!restrictKeyFile(folder.path()));
        QVERIFY(!restrictFolder(key));
        QVERIFY(!restrictKeyFile(folder.filePath(QStringLiteral("none"))));
    }
#endif
};

QTEST_GUILESS_MAIN(SshDiagnosisTest)
#include "sshdiagnosis.moc"
