// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssh/attemptrecord.h"

#include "core/ssh/words.h"

#include <QRegularExpression>

#include <iterator>

namespace Portolan::Ssh {

namespace {

constexpr int kMostNotes = 4000; // of one attempt; a server that floods is not written down whole
constexpr qsizetype kMostNames = 200;
constexpr int kMostAttempts = 100;

struct ListName
{
    const char *words; // libssh's (ssh_kex_descriptions)
    QStringList KexInit::*list;
};
constexpr ListName kLists[] = {
    {"kex algos: ", &KexInit::keyExchange},
    {"server host key algo: ", &KexInit::hostKeys},
    {"encryption client->server: ", &KexInit::ciphersOut},
    {"encryption server->client: ", &KexInit::ciphersIn},
    {"mac algo client->server: ", &KexInit::macsOut},
    {"mac algo server->client: ", &KexInit::macsIn},
    {"compression algo client->server: ", &KexInit::compressionOut},
    {"compression algo server->client: ", &KexInit::compressionIn},
};
// libssh formats a line into 1024 bytes.
constexpr std::size_t kCutLength = 1000;

QStringList namesOf(QStringView text)
{
    QStringList names;
    const auto parts = text.split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QStringView part : parts) {
        if (names.size() < kMostNames)
            names.append(plainLine(part.toString(), 64));
    }
    return names;
}

QString outcomeWords(const AttemptFacts &attempt)
{
    using Outcome = AttemptFacts::Outcome;
    switch (attempt.outcome) {
    case Outcome::Refused:
        return QStringLiteral("refused");
    case Outcome::KeyTaken:
        return QStringLiteral("the server would take this key");
    case Outcome::SignatureRefused:
        return QStringLiteral("the key was taken, its signature was refused");
    case Outcome::Partial:
        return QStringLiteral("right, but another proof is wanted too");
    case Outcome::Accepted:
        return QStringLiteral("accepted");
    case Outcome::Asked:
        return QStringLiteral("the server asks");
    case Outcome::Declined:
        return QStringLiteral("declined here");
    case Outcome::Broken:
        return QStringLiteral("the connection ended");
    case Outcome::NotSent:
        break;
    }
    return QStringLiteral("not sent");
}

QString outcomeName(AddressFacts::Outcome outcome)
{
    using Outcome = AddressFacts::Outcome;
    switch (outcome) {
    case Outcome::Connected:
        return QStringLiteral("connected");
    case Outcome::Refused:
        return QStringLiteral("refused");
    case Outcome::Unreachable:
        return QStringLiteral("unreachable");
    case Outcome::TimedOut:
        return QStringLiteral("no answer");
    case Outcome::Failed:
        return QStringLiteral("failed");
    case Outcome::Abandoned:
        return QStringLiteral("given up, another address was faster");
    case Outcome::NotTried:
        break;
    }
    return QStringLiteral("not tried");
}

QString verdictWords(HostKeyVerdict::Status status)
{
    switch (status) {
    case HostKeyVerdict::Status::Known:
        return QStringLiteral("known");
    case HostKeyVerdict::Status::Unknown:
        return QStringLiteral("not known");
    case HostKeyVerdict::Status::OtherAlgorithm:
        return QStringLiteral("not known, but keys of other algorithms are");
    case HostKeyVerdict::Status::Changed:
        return QStringLiteral("another key is known");
    case HostKeyVerdict::Status::Revoked:
        break;
    }
    return QStringLiteral("marked as revoked");
}

} // namespace

QString messageName(int number)
{
    struct Name
    {
        int number;
        const char *name;
    };
    // RFC 4250, section 4.1.2; RFC 8308, section 2.3.
    static constexpr Name kNames[] = {
        {1, "DISCONNECT"},
        {2, "IGNORE"},
        {3, "UNIMPLEMENTED"},
        {4, "DEBUG"},
        {5, "SERVICE_REQUEST"},
        {6, "SERVICE_ACCEPT"},
        {7, "EXT_INFO"},
        {20, "KEXINIT"},
        {21, "NEWKEYS"},
        {50, "USERAUTH_REQUEST"},
        {51, "USERAUTH_FAILURE"},
        {52, "USERAUTH_SUCCESS"},
        {53, "USERAUTH_BANNER"},
        {60, "USERAUTH_PK_OK or INFO_REQUEST"},
        {61, "USERAUTH_INFO_RESPONSE"},
        {80, "GLOBAL_REQUEST"},
        {81, "REQUEST_SUCCESS"},
        {82, "REQUEST_FAILURE"},
        {90, "CHANNEL_OPEN"},
        {91, "CHANNEL_OPEN_CONFIRMATION"},
        {92, "CHANNEL_OPEN_FAILURE"},
    };
    for (const Name &each : kNames) {
        if (each.number == number)
            return QLatin1String(each.name);
    }
    return number >= 30 && number <= 49 ? QStringLiteral("key exchange") : QString();
}

AttemptRecord::AttemptRecord(const Target &target, const Options &options)
{
    facts.target = target;
    facts.options = options;
    facts.now = QDateTime::currentDateTimeUtc();
}

void AttemptRecord::begin(DiagnosisStep step)
{
    facts.reached = step;
    if (step == DiagnosisStep::Banner)
        m_connected = Clock::now();
    m_changed = true;
}

void AttemptRecord::noteLookup(const QList<QHostAddress> &addresses, Milliseconds time)
{
    LookupFacts &lookup = facts.lookup;
    lookup.done = true;
    lookup.time = time;
    for (const QHostAddress &address : addresses)
        lookup.addresses.append(address.toString());
    note(Direction::Local, QStringLiteral("%1: %2").arg(
                               facts.target.host, lookup.addresses.join(QStringLiteral(", "))));
    begin(DiagnosisStep::Tcp);
}

void AttemptRecord::noteThrough(const QString &hop, Milliseconds time)
{
    facts.through = hop;
    AddressFacts address;
    address.address = hop;
    address.outcome = AddressFacts::Outcome::Connected;
    address.time = time;
    facts.addresses = {address};
    note(Direction::Local, QStringLiteral("%1 opened a connection to %2 port %3")
                               .arg(hop, facts.target.host)
                               .arg(facts.target.port));
    begin(DiagnosisStep::Banner);
}

void AttemptRecord::noteAddresses(const QList<AddressFacts> &addresses, bool connected)
{
    for (qsizetype i = 0; i < addresses.size(); ++i) {
        const AddressFacts &each = addresses.at(i);
        if (each.outcome != AddressFacts::Outcome::NotTried &&
            (i >= facts.addresses.size() || facts.addresses.at(i) != each))
            note(Direction::Local, QStringLiteral("%1 port %2: %3 %4")
                                       .arg(each.address)
                                       .arg(facts.target.port)
                                       .arg(outcomeName(each.outcome), each.words));
    }
    if (facts.addresses != addresses) {
        facts.addresses = addresses;
        m_changed = true;
    }
    if (connected)
        begin(DiagnosisStep::Banner);
}

void AttemptRecord::noteBanner(const BannerFacts &banner)
{
    facts.banner = banner;
    if (!m_connected) { // it came together with the connection
        begin(DiagnosisStep::Banner);
        m_connected = Clock::now() - banner.time;
    }
    for (const QString &line : banner.linesBefore)
        note(Direction::Received, line);
    if (!banner.fragment.isEmpty())
        note(Direction::Received, banner.fragment);
    if (!banner.identification.isEmpty())
        note(Direction::Received, banner.identification);
    if (banner.closed)
        note(Direction::Received, QStringLiteral("connection closed"));
    m_changed = true;
}

void AttemptRecord::noteExchange(Milliseconds time)
{
    facts.exchange.time = time;
    facts.exchange.done = true;
    begin(DiagnosisStep::HostKey);
}

void AttemptRecord::noteHostKey(const QString &keyType, int bits, const QString &sha256,
                                const HostKeyVerdict &verdict)
{
    HostKeyFacts &seen = facts.hostKey;
    seen.keyType = keyType;
    seen.bits = bits;
    seen.sha256 = sha256;
    seen.verdict = verdict.status;
    for (const KnownHost &entry : verdict.entries)
        seen.known.append({QString::fromLatin1(entry.keyType), fingerprintSha256(entry.key),
                           entry.file, entry.line});
    if (!verdict.authorities.isEmpty())
        seen.authority = QStringLiteral("%1:%2")
                             .arg(verdict.authorities.first().file)
                             .arg(verdict.authorities.first().line);
    note(Direction::Received,
         QStringLiteral("host key %1 %2: %3").arg(keyType, sha256, verdictWords(verdict.status)));
    for (const auto &known : std::as_const(seen.known))
        note(Direction::Local, QStringLiteral("%1:%2 has %3 %4")
                                   .arg(known.file)
                                   .arg(known.line)
                                   .arg(known.keyType, known.sha256));
    m_changed = true;
}

void AttemptRecord::beginLogin(bool passwordGiven)
{
    facts.hostKey.accepted = true;
    facts.login.begun = true;
    facts.login.passwordGiven = passwordGiven;
    begin(DiagnosisStep::Login);
}

void AttemptRecord::noteLoginBanner(const QString &banner)
{
    facts.login.banner = banner;
    note(Direction::Received, QStringLiteral("banner: %1").arg(banner));
    m_changed = true;
}

void AttemptRecord::noteReady(const QStringList &methods, Milliseconds time)
{
    facts.login.done = true;
    begin(DiagnosisStep::Session);
    note(Direction::Local, QStringLiteral("logged in by %1 after %2 ms")
                               .arg(methods.join(QStringLiteral(", ")))
                               .arg(time.count()));
}

void AttemptRecord::note(Direction direction, const QString &text)
{
    if (++m_notes > kMostNotes)
        return;
    m_entries.append(
        {std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - m_started),
         facts.reached, direction, text});
}

bool AttemptRecord::hearList(QStringView words)
{
    for (const ListName &each : kLists) {
        const QLatin1String name(each.words);
        if (!words.startsWith(name))
            continue;
        KexInit &lists = m_ownLists ? facts.exchange.own : facts.exchange.server;
        (m_ownLists ? facts.exchange.ownKnown : facts.exchange.serverKnown) = true;
        lists.*each.list = namesOf(words.sliced(name.size()));
        note(m_ownLists ? Direction::Sent : Direction::Received, words.toString());
        return true;
    }
    return false;
}

void AttemptRecord::hearPacket(QStringView words)
{
    static const QRegularExpression form(
        QStringLiteral("^packet: (wrote \\[type=|read type )(-?\\d+)[ ,].*payload=(\\d+)\\]"));
    const auto match = form.match(words.toString());
    if (!match.hasMatch())
        return;
    const bool sent = match.captured(1).startsWith(QLatin1Char('w'));
    const int number = match.captured(2).toInt() & 0xff; // read as a signed character
    const QString name = messageName(number);
    QString text = QStringLiteral("message %1").arg(number);
    if (!name.isEmpty())
        text += QStringLiteral(" (%1)").arg(name);
    // USERAUTH_REQUEST and INFO_RESPONSE may carry a password, and the size would tell its length.
    if (!sent || number < 50 || number > 79)
        text += QStringLiteral(", %1 bytes").arg(match.captured(3));
    note(sent ? Direction::Sent : Direction::Received, text);
}

void AttemptRecord::hear(std::string_view line)
{
    const auto colon = line.find(": ");
    if (colon == std::string_view::npos)
        return;
    const auto rest = line.substr(colon + 2);
    const QString words = QString::fromUtf8(
        rest.data(), static_cast<qsizetype>(std::min<std::size_t>(rest.size(), 2048)));
    const auto begins = [&](const char *text) { return words.startsWith(QLatin1String(text)); };

    if (begins("packet: ")) {
        hearPacket(words);
    } else if (begins("Sending KEXINIT packet")) {
        m_ownLists = true;
    } else if (begins("KEXINIT received")) {
        m_ownLists = false;
    } else if (hearList(words)) {
        facts.exchange.cut = facts.exchange.cut || (!m_ownLists && line.size() >= kCutLength);
        m_changed = true;
    } else if (begins("languages server->client")) {
        m_ownLists = false;
    } else if (begins("Extension: server-sig-algs=<")) {
        const auto end = words.lastIndexOf(QLatin1Char('>'));
        const auto begin = words.indexOf(QLatin1Char('<')) + 1;
        if (end < begin)
            return; // cut: what is missing must not count as refused
        facts.login.signatureAlgorithms = namesOf(QStringView(words).mid(begin, end - begin));
        facts.login.signatureAlgorithmsKnown = true;
        m_changed = true;
        note(Direction::Received, words);
    } else if (begins("Negotiated ")) {
        note(Direction::Local, words);
    } else if (begins("Public key of ") && words.endsWith(QLatin1String(" refused by server"))) {
        if (m_agentRefused.size() < kMostAttempts)
            m_agentRefused.append(plainLine(words.mid(14, words.size() - 14 - 18), 120));
    } else if (begins("Received SSH_MSG_DISCONNECT") ||
               words.contains(QLatin1String("no match for method"))) {
        note(Direction::Received, words);
    }
}

void AttemptRecord::addAttempt(AttemptFacts attempt)
{
    auto &attempts = facts.login.attempts;
    if (attempts.size() >= kMostAttempts)
        return;
    // The agent's keys go in one call of libssh: when the connection ends inside it, only the log
    // knows how many the server had refused by then.
    if (attempt.fromAgent && attempt.outcome == AttemptFacts::Outcome::Broken) {
        for (const QString &comment : std::as_const(m_agentRefused)) {
            AttemptFacts refused = attempt;
            refused.outcome = AttemptFacts::Outcome::Refused;
            refused.subject = comment;
            refused.time = {};
            attempts.append(refused);
        }
    }
    if (attempt.fromAgent)
        m_agentRefused.clear();
    QString text = attempt.method;
    if (!attempt.keyType.isEmpty())
        text += QLatin1Char(' ') + attempt.keyType;
    if (!attempt.sha256.isEmpty())
        text += QLatin1Char(' ') + attempt.sha256;
    if (!attempt.subject.isEmpty())
        text += QStringLiteral(" (%1%2)").arg(
            attempt.fromAgent ? QStringLiteral("agent: ") : QString(), attempt.subject);
    text += QStringLiteral(": ") + outcomeWords(attempt);
    if (!attempt.prompts.isEmpty())
        text += QStringLiteral(" \"%1\"").arg(attempt.prompts.join(QStringLiteral("\", \"")));
    text += QStringLiteral(" after %1 ms").arg(attempt.time.count());
    note(attempt.outcome == AttemptFacts::Outcome::Declined ||
                 attempt.outcome == AttemptFacts::Outcome::NotSent
             ? Direction::Local
             : Direction::Received,
         text);
    facts.login.time += attempt.time;
    attempts.append(std::move(attempt));
    m_changed = true;
}

void AttemptRecord::end(const Error &error)
{
    facts.error = error;
    if (m_connected)
        facts.age = std::chrono::duration_cast<Milliseconds>(Clock::now() - *m_connected);
    note(Direction::Local, QStringLiteral("ended: %1").arg(kindName(error.kind)));
    m_changed = true;
}

} // namespace Portolan::Ssh
