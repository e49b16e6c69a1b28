// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssh/diagnosis/diagnosis.h"

#include "core/ssh/diagnosis/diagnosiswords.h"
#include "core/ssh/words.h"

#include <QLocale>

#include <algorithm>

namespace Portolan::Ssh {

namespace {

using Severity = Finding::Severity;

constexpr Milliseconds kSlow{2000};

// What libssh has but offers only with legacy=yes.
bool isLegacy(const QString &name)
{
    static const QStringList names = {
        QStringLiteral("diffie-hellman-group14-sha1"),
        QStringLiteral("diffie-hellman-group1-sha1"),
        QStringLiteral("diffie-hellman-group-exchange-sha1"),
        QStringLiteral("ssh-rsa"),
        QStringLiteral("aes256-cbc"),
        QStringLiteral("aes192-cbc"),
        QStringLiteral("aes128-cbc"),
        QStringLiteral("3des-cbc"),
        QStringLiteral("hmac-sha1"),
        QStringLiteral("hmac-sha1-etm@openssh.com"),
    };
    return names.contains(name);
}

QStringList withoutMarkers(const QStringList &names)
{
    QStringList real;
    std::copy_if(names.cbegin(), names.cend(), std::back_inserter(real),
                 [](const QString &name) { return !isMarker(name); });
    return real;
}

bool haveCommon(const QStringList &ours, const QStringList &theirs)
{
    return std::any_of(ours.cbegin(), ours.cend(), [&](const QString &name) {
        return !isMarker(name) && theirs.contains(name);
    });
}

bool saysUnchecked(const Finding &finding)
{
    return finding.id.startsWith(QLatin1String("ssh.diagnose.unchecked"));
}

bool saysLimited(const Finding &finding)
{
    static const QStringList ids = {QStringLiteral("ssh.diagnose.session.no_forwarding"),
                                    QStringLiteral("ssh.diagnose.session.no_sftp"),
                                    QStringLiteral("ssh.diagnose.session.other_command")};
    return ids.contains(finding.id);
}

QString listed(const QStringList &names)
{
    return names.join(QStringLiteral(", "));
}

// What the first bytes of other protocols look like.
QString protocolOf(const BannerFacts &banner)
{
    const QString first =
        banner.linesBefore.isEmpty() ? banner.fragment : banner.linesBefore.first();
    struct Look
    {
        const char *begins;
        const char *name;
    };
    static constexpr Look kLooks[] = {
        {"HTTP/", "HTTP"},        {"<!DOCTYPE", "HTTP"}, {"<html", "HTTP"}, {"220-", "SMTP / FTP"},
        {"220 ", "SMTP / FTP"},   {"* OK", "IMAP"},      {"+OK", "POP3"},   {"RFB ", "VNC"},
        {"-ERR", "Redis / POP3"}, {"@RSYNCD", "rsync"},  {"AMQP", "AMQP"},
    };
    for (const Look &look : kLooks) {
        if (first.startsWith(QLatin1String(look.begins), Qt::CaseInsensitive))
            return QLatin1String(look.name);
    }
    return {};
}

QString addressLines(const DiagnosisFacts &facts)
{
    using Outcome = AddressFacts::Outcome;
    QStringList lines;
    for (const AddressFacts &each : facts.addresses) {
        const char *words = "not tried";
        switch (each.outcome) {
        case Outcome::Connected:
            words = "connected";
            break;
        case Outcome::Refused:
            words = "refused";
            break;
        case Outcome::Unreachable:
            words = "unreachable";
            break;
        case Outcome::TimedOut:
            words = "no answer";
            break;
        case Outcome::Failed:
            words = "failed";
            break;
        case Outcome::Abandoned:
            words = "given up, another one was faster";
            break;
        case Outcome::NotTried:
            break;
        }
        QString line = QStringLiteral("%1 port %2: %3")
                           .arg(each.address)
                           .arg(facts.target.port)
                           .arg(QLatin1String(words));
        if (each.outcome != Outcome::NotTried)
            line += QStringLiteral(", %1 ms").arg(each.time.count());
        if (!each.words.isEmpty())
            line += QStringLiteral(" (%1)").arg(each.words);
        lines.append(line);
    }
    return lines.join(QLatin1Char('\n'));
}

void judgeLookup(const DiagnosisFacts &facts, Judgement &judgement)
{
    const LookupFacts &lookup = facts.lookup;
    if (!facts.through.isEmpty())
        return;
    if (!lookup.done) {
        if (facts.error && facts.error->kind == Error::Kind::Timeout)
            judgement.block("lookup.timeout", {facts.target.host}, lookup.failure);
        else if (facts.error && facts.error->kind == Error::Kind::Network)
            judgement.block("lookup.failed", {facts.target.host}, lookup.failure);
        return;
    }
    if (lookup.time >= kSlow)
        judgement.add("lookup.slow", Severity::Warning,
                      {facts.target.host, millisecondsText(lookup.time)});
    judgement.add("lookup.ok", Severity::Ok, {facts.target.host, listed(lookup.addresses)},
                  QStringLiteral("%1 ms").arg(lookup.time.count()));
}

void judgeTcp(const DiagnosisFacts &facts, Judgement &judgement)
{
    using Outcome = AddressFacts::Outcome;
    const auto count = [&](Outcome outcome) {
        return std::count_if(facts.addresses.cbegin(), facts.addresses.cend(),
                             [&](const AddressFacts &each) { return each.outcome == outcome; });
    };
    const auto &all = facts.addresses;
    const auto good = std::find_if(all.cbegin(), all.cend(), [](const AddressFacts &each) {
        return each.outcome == Outcome::Connected;
    });
    const QString port = QString::number(facts.target.port);
    const QStringList arguments = {facts.target.host, port};
    const auto dead = count(Outcome::Refused) + count(Outcome::Unreachable) +
                      count(Outcome::TimedOut) + count(Outcome::Failed);
    if (good == all.cend()) {
        // Somebody is there when one of the addresses refuses: that says the most.
        if (count(Outcome::Refused) > 0)
            judgement.block("tcp.refused", arguments, addressLines(facts));
        else if (count(Outcome::TimedOut) > 0)
            judgement.block("tcp.timeout", arguments, addressLines(facts));
        else if (count(Outcome::Unreachable) > 0)
            judgement.block("tcp.unreachable", arguments, addressLines(facts));
        else if (dead > 0)
            judgement.block("tcp.failed", arguments, addressLines(facts));
        return;
    }
    if (dead > 0)
        judgement.add("tcp.mixed", Severity::Warning,
                      {facts.target.host, QString::number(dead), QString::number(all.size())},
                      addressLines(facts));
    if (good->time >= kSlow)
        judgement.add("tcp.slow", Severity::Warning,
                      {facts.target.host, millisecondsText(good->time)}, addressLines(facts));
    judgement.add(facts.through.isEmpty() ? "tcp.ok" : "tcp.through", Severity::Ok,
                  {good->address, port, facts.target.host}, addressLines(facts));
}

void judgeBanner(const DiagnosisFacts &facts, Judgement &judgement)
{
    const BannerFacts &banner = facts.banner;
    const QString host = facts.target.host;
    const QString port = QString::number(facts.target.port);
    const QString before = banner.linesBefore.mid(0, 5).join(QLatin1Char('\n'));
    if (!banner.identification.isEmpty()) {
        if (!banner.identification.startsWith(QLatin1String("SSH-2.0-")) &&
            !banner.identification.startsWith(QLatin1String("SSH-1.99-"))) {
            judgement.block("banner.version1", {host}, banner.identification);
            return;
        }
        if (!banner.linesBefore.isEmpty())
            judgement.add("banner.text_before", Severity::Info,
                          {host, QString::number(banner.linesBefore.size())}, before);
        if (isSlow(facts, banner.time))
            judgement.add("banner.slow", Severity::Warning, {host, millisecondsText(banner.time)},
                          banner.identification);
        judgement.add("banner.ok", Severity::Ok, {banner.identification},
                      QStringLiteral("%1 ms").arg(banner.time.count()));
        return;
    }
    const QString last = banner.linesBefore.isEmpty() ? QString() : banner.linesBefore.last();
    const QString evidence = before.isEmpty() ? banner.fragment : before;
    if (last.startsWith(QLatin1String("Exceeded MaxStartups")))
        judgement.block("banner.max_startups", {host}, last);
    else if (last.startsWith(QLatin1String("Not allowed at this time")))
        judgement.block("banner.penalised", {host}, last);
    else if (!evidence.isEmpty() && protocolOf(banner).isEmpty())
        judgement.block("banner.not_ssh", {host, port}, evidence);
    else if (!evidence.isEmpty())
        judgement.block("banner.other_protocol", {host, port, protocolOf(banner)}, evidence);
    else if (banner.closed)
        judgement.block("banner.closed", {host}, QStringLiteral("%1 ms").arg(banner.time.count()));
    else if (facts.error && facts.error->kind == Error::Kind::Timeout)
        judgement.block("banner.silent", {host, port, millisecondsText(banner.time)},
                        QStringLiteral("0 bytes in %1 ms").arg(banner.time.count()));
}

// RFC 4253, section 7.1: both directions need one each; an AEAD cipher needs no MAC.
void judgeOffers(const DiagnosisFacts &facts, Judgement &judgement)
{
    const KexInit &own = facts.exchange.own;
    const KexInit &server = facts.exchange.server;
    struct Part
    {
        const char *id;
        const char *legacyId;
        const QStringList &ours;
        const QStringList &theirs;
    };
    const Part parts[] = {
        {"kex.no_exchange", "kex.no_exchange_legacy", own.keyExchange, server.keyExchange},
        {"kex.no_host_key", "kex.no_host_key_legacy", own.hostKeys, server.hostKeys},
        {"kex.no_cipher", "kex.no_cipher_legacy", own.ciphersOut, server.ciphersOut},
        {"kex.no_cipher", "kex.no_cipher_legacy", own.ciphersIn, server.ciphersIn},
        {"kex.no_mac", "kex.no_mac_legacy", own.macsOut, server.macsOut},
        {"kex.no_mac", "kex.no_mac_legacy", own.macsIn, server.macsIn},
        {"kex.no_compression", "kex.no_compression", own.compressionOut, server.compressionOut},
        {"kex.no_compression", "kex.no_compression", own.compressionIn, server.compressionIn},
    };
    const auto aeadOnly = [&](const QStringList &ours, const QStringList &theirs) {
        const auto agreed = std::find_if(
            ours.cbegin(), ours.cend(), [&](const QString &name) { return theirs.contains(name); });
        return agreed != ours.cend() && isAead(*agreed);
    };
    const char *last = "";
    for (std::size_t i = 0; i < std::size(parts); ++i) {
        const Part &part = parts[i];
        if (haveCommon(part.ours, part.theirs) || qstrcmp(last, part.id) == 0)
            continue;
        if ((i == 4 && aeadOnly(own.ciphersOut, server.ciphersOut)) ||
            (i == 5 && aeadOnly(own.ciphersIn, server.ciphersIn)))
            continue;
        const bool helps = !facts.options.legacy &&
                           std::any_of(part.theirs.cbegin(), part.theirs.cend(), &isLegacy);
        judgement.block(
            helps ? part.legacyId : part.id,
            {facts.target.host, listed(withoutMarkers(part.theirs)),
             listed(withoutMarkers(part.ours))},
            QStringLiteral("server: %1\nclient: %2")
                .arg(listed(withoutMarkers(part.theirs)), listed(withoutMarkers(part.ours))));
        last = part.id;
    }
}

void judgeExchange(const DiagnosisFacts &facts, Judgement &judgement)
{
    const ExchangeFacts &exchange = facts.exchange;
    const QString host = facts.target.host;
    if (exchange.done) {
        const Agreement agreed = agree(exchange.own, exchange.server);
        if (isSlow(facts, exchange.time))
            judgement.add("kex.slow", Severity::Warning, {host, millisecondsText(exchange.time)},
                          agreed.keyExchange);
        judgement.add("kex.ok", Severity::Ok,
                      {listed({agreed.keyExchange, agreed.hostKey, agreed.cipherOut})},
                      QStringLiteral("%1 ms").arg(exchange.time.count()));
        return;
    }
    if (!facts.error)
        return;
    const Error &error = *facts.error;
    const QString words = error.detail.isEmpty() ? error.what : error.detail;
    if (exchange.ownKnown && exchange.serverKnown && !exchange.cut)
        judgeOffers(facts, judgement);
    if (judgement.isBlocked())
        return;
    switch (error.kind) {
    case Error::Kind::Timeout:
        judgement.block("kex.timeout", {host}, error.what);
        break;
    case Error::Kind::Network:
        judgement.block("kex.broken", {host}, words);
        break;
    case Error::Kind::Protocol:
        judgement.block("kex.protocol", {host}, words);
        break;
    case Error::Kind::Unsupported:
        judgement.block("kex.disagreed", {host}, words);
        break;
    case Error::Kind::Usage:
        judgement.block("options.usage", {error.what}, words);
        break;
    case Error::Kind::Local:
        judgement.block("host_key.unreadable", {error.what}, words);
        break;
    default:
        break;
    }
}

void judgeHostKey(const DiagnosisFacts &facts, Judgement &judgement)
{
    using Status = HostKeyVerdict::Status;
    const HostKeyFacts &key = facts.hostKey;
    if (!key.verdict)
        return;
    const QString host = facts.target.host;
    const QString name = facts.options.hostKeyAlias.isEmpty()
                             ? QString::fromUtf8(knownHostName(host, facts.target.port))
                             : facts.options.hostKeyAlias;
    const auto old = std::find_if(key.known.cbegin(), key.known.cend(),
                                  [&](const auto &known) { return known.keyType == key.keyType; });
    const auto place = [](const HostKeyFacts::Known &known) {
        return QStringLiteral("%1:%2").arg(known.file).arg(known.line);
    };
    const QString shown = QStringLiteral("%1 %2").arg(key.keyType, key.sha256);
    QStringList lines;
    for (const auto &known : key.known)
        lines.append(QStringLiteral("%1: %2 %3").arg(place(known), known.keyType, known.sha256));
    const QString evidence =
        QStringLiteral("shown: %1\n%2").arg(shown, lines.join(QLatin1Char('\n'))).trimmed();

    switch (*key.verdict) {
    case Status::Known:
        judgement.add("host_key.ok", Severity::Ok, {shown},
                      key.known.isEmpty() ? QString() : place(key.known.first()));
        break;
    case Status::Changed:
        if (old != key.known.cend())
            judgement.block("host_key.changed",
                            {place(*old), host, old->sha256, key.sha256, name, old->file},
                            evidence);
        break;
    case Status::Revoked:
        judgement.block("host_key.revoked",
                        {key.known.isEmpty() ? QString() : place(key.known.first()), host},
                        evidence);
        break;
    case Status::Unknown:
    case Status::OtherAlgorithm: {
        const bool other = *key.verdict == Status::OtherAlgorithm;
        const QStringList arguments = {
            host, shown, other && !key.known.isEmpty() ? place(key.known.first()) : QString()};
        if (key.accepted || !facts.error)
            judgement.add(other ? "host_key.other_algorithm" : "host_key.unknown", Severity::Info,
                          arguments, evidence);
        else
            judgement.block(other ? "host_key.other_algorithm" : "host_key.unknown", arguments,
                            evidence);
        break;
    }
    }
    if (!key.authority.isEmpty() && *key.verdict != Status::Known)
        judgement.add("host_key.authority", Severity::Info, {key.authority, host});
}

} // namespace

bool isSlow(const DiagnosisFacts &facts, Milliseconds time)
{
    // A TCP connection takes one round trip; a step of the login takes a few.
    Milliseconds roundTrip{0};
    for (const AddressFacts &each : facts.addresses) {
        if (each.outcome == AddressFacts::Outcome::Connected)
            roundTrip = each.time;
    }
    return time >= kSlow && time >= 8 * roundTrip;
}

// Of no language: findings outlive a switch of it.
QString millisecondsText(Milliseconds time)
{
    return time.count() < 1000
               ? QStringLiteral("%1 ms").arg(time.count())
               : QStringLiteral("%1 s").arg(static_cast<double>(time.count()) / 1000.0, 0, 'f', 1);
}

void Judgement::add(const char *id, Severity severity, const QStringList &arguments,
                    const QString &evidence)
{
    Finding finding;
    finding.id = QStringLiteral("ssh.diagnose.") + QLatin1String(id);
    finding.severity = severity;
    finding.arguments = arguments;
    finding.evidence = evidence;
    if (const DiagnosisWords *words = diagnosisWords(finding.id)) {
        finding.action = QLatin1String(words->action);
        finding.reference = QLatin1String(words->reference);
    }
    if (severity == Severity::Ok)
        finding.action.clear();
    m_findings.append(std::move(finding));
}

void Judgement::block(const char *id, const QStringList &arguments, const QString &evidence)
{
    add(id, Severity::Error, arguments, evidence);
    m_blocked = true;
}

QList<Finding> Judgement::sorted() const
{
    const auto rank = [](const Finding &finding) {
        switch (finding.severity) {
        case Severity::Error:
            return 0;
        case Severity::Warning:
            return 1;
        case Severity::Info:
            return 2;
        case Severity::Ok:
            break;
        }
        return 3;
    };
    QList<Finding> findings = m_findings;
    std::stable_sort(findings.begin(), findings.end(),
                     [&](const Finding &a, const Finding &b) { return rank(a) < rank(b); });
    return findings;
}

QList<Finding> judge(const DiagnosisFacts &facts)
{
    Judgement judgement;
    judgeLookup(facts, judgement);
    if (facts.reached >= DiagnosisStep::Tcp)
        judgeTcp(facts, judgement);
    if (facts.reached >= DiagnosisStep::Banner)
        judgeBanner(facts, judgement);
    if (facts.reached >= DiagnosisStep::KeyExchange)
        judgeExchange(facts, judgement);
    if (facts.reached >= DiagnosisStep::HostKey)
        judgeHostKey(facts, judgement);
    if (facts.login.begun && !judgement.isBlocked())
        judgeLogin(facts, judgement);
    judgeKeys(facts, judgement);
    if (facts.login.done)
        judgeSession(facts, judgement);

    // Whatever the rules do not know is said as it is; a failure never counts as fine.
    if (facts.error && !judgement.isBlocked()) {
        const auto kind = facts.error->kind;
        const QList<Finding> known = judgement.sorted();
        const bool isUnchecked = std::any_of(known.cbegin(), known.cend(), &saysUnchecked);
        if (kind == Error::Kind::Cancelled && !isUnchecked)
            judgement.add("unchecked.cancelled", Severity::Info, {facts.error->what});
        else if (kind != Error::Kind::Cancelled && (kind != Error::Kind::Auth || !isUnchecked))
            judgement.block("other", {facts.error->what}, facts.error->detail);
    }
    QList<Finding> findings = judgement.sorted();
    if (verdictOf(findings) == Verdict::Fine) {
        Judgement fine;
        fine.add("fine", Severity::Ok, {facts.target.display(), listed(facts.login.succeeded)});
        findings = fine.sorted() + findings;
    }
    return findings;
}

Verdict verdictOf(const QList<Finding> &findings)
{
    Verdict verdict = Verdict::Fine;
    for (const Finding &finding : findings) {
        if (finding.severity == Severity::Error || finding.severity == Severity::Warning)
            return Verdict::Problems;
        if (saysUnchecked(finding))
            verdict = Verdict::Incomplete;
        else if (verdict == Verdict::Fine && saysLimited(finding))
            verdict = Verdict::Limited;
    }
    return verdict;
}

QString verdictName(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Fine:
        return QStringLiteral("fine");
    case Verdict::Limited:
        return QStringLiteral("limited");
    case Verdict::Incomplete:
        return QStringLiteral("incomplete");
    case Verdict::Problems:
        break;
    }
    return QStringLiteral("problems");
}

std::optional<Error::Kind> blockingKind(const QList<Finding> &findings)
{
    for (const Finding &finding : findings) {
        if (finding.severity != Severity::Error)
            continue;
        const DiagnosisWords *const words = diagnosisWords(finding.id);
        return words ? words->kind : Error::Kind::Refused;
    }
    return std::nullopt;
}

QString actionArgument(const Finding &finding)
{
    const DiagnosisWords *const words = diagnosisWords(finding.id);
    return words && words->actionArgument > 0 ? finding.arguments.value(words->actionArgument - 1)
                                              : QString();
}

QList<Rung> ladderOf(const DiagnosisFacts &facts)
{
    using State = Rung::State;
    QList<Rung> rungs;
    const auto add = [&](DiagnosisStep step, std::optional<Milliseconds> time, bool done,
                         const QString &detail) {
        Rung rung;
        rung.step = step;
        rung.detail = detail;
        if (facts.reached < step) {
            rung.state = State::NotReached;
        } else {
            rung.time = time;
            rung.state = done ? State::Good : facts.error ? State::Bad : State::NotChecked;
            if (done && time && isSlow(facts, *time))
                rung.state = State::Slow;
        }
        rungs.append(rung);
    };
    add(DiagnosisStep::Lookup, facts.lookup.time, facts.lookup.done || !facts.through.isEmpty(),
        listed(facts.lookup.addresses));
    const auto good = std::find_if(
        facts.addresses.cbegin(), facts.addresses.cend(),
        [](const AddressFacts &each) { return each.outcome == AddressFacts::Outcome::Connected; });
    const bool connected = good != facts.addresses.cend();
    Milliseconds tried{0};
    for (const AddressFacts &each : facts.addresses)
        tried = std::max(tried, each.time);
    add(DiagnosisStep::Tcp, connected ? good->time : tried, connected,
        connected ? good->address : QString());
    add(DiagnosisStep::Banner, facts.banner.time, !facts.banner.identification.isEmpty(),
        facts.banner.identification);
    const Agreement agreed = agree(facts.exchange.own, facts.exchange.server);
    add(DiagnosisStep::KeyExchange,
        facts.exchange.done ? std::optional(facts.exchange.time) : std::nullopt,
        facts.exchange.done,
        facts.exchange.done ? listed({agreed.keyExchange, agreed.cipherOut}) : QString());
    const bool trusted =
        facts.hostKey.accepted ||
        (facts.hostKey.verdict && *facts.hostKey.verdict == HostKeyVerdict::Status::Known);
    add(DiagnosisStep::HostKey, std::nullopt, trusted,
        QStringLiteral("%1 %2").arg(facts.hostKey.keyType, facts.hostKey.sha256).trimmed());
    add(DiagnosisStep::Login, facts.login.begun ? std::optional(facts.login.time) : std::nullopt,
        facts.login.done,
        listed(facts.login.done ? facts.login.succeeded : facts.login.methodsLeft));
    const SessionChecks &session = facts.session;
    add(DiagnosisStep::Session,
        session.shell == SessionChecks::Answer::Yes ? std::optional(session.shellTime)
                                                    : std::nullopt,
        session.shell == SessionChecks::Answer::Yes, {});
    if (facts.reached == DiagnosisStep::Session && session.shell == SessionChecks::Answer::No)
        rungs.last().state = State::Bad;
    return rungs;
}

} // namespace Portolan::Ssh
