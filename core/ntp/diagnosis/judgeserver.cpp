// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sentence.h"
#include "core/ntp/comparison.h"
#include "core/ntp/diagnosis/judge.h"
#include "core/ntp/figures.h"
#include "core/ntp/nts/keyexchange.h"
#include "core/ntp/outcometext.h"
#include "core/ntp/refid.h"

#include <QAbstractSocket>
#include <QDate>
#include <QTimeZone>

#include <algorithm>
#include <cmath>
#include <system_error>

namespace Portolan::Ntp {

namespace {

using Severity = Finding::Severity;
using Role = ReachFacts::Trial::Role;

constexpr const char *kPacket = "RFC 5905, section 7.3";
constexpr const char *kKiss = "RFC 5905, section 7.4";
constexpr const char *kOnWire = "RFC 5905, section 8";
constexpr const char *kSelectionText = "RFC 5905, section 11.2";
constexpr const char *kNtsKeys = "RFC 8915, section 4";
constexpr const char *kNtsPackets = "RFC 8915, section 5";

constexpr double kLossy = 0.05;
constexpr double kStepThreshold = 0.128; // STEPT of RFC 5905, section 11.3
constexpr quint64 kFewestPolls = 8;
constexpr Seconds kLongDelay{0.3};
constexpr Seconds kQueueing{0.05};
constexpr Seconds kShaky{0.01};
constexpr Seconds kUncertain{0.1};
constexpr Seconds kOldReference{3 * 3600.0};
constexpr Seconds kDeadReference{86'400};
constexpr Seconds kLeastWaits{1e-3};
constexpr int kHighStratum = 6;
constexpr int kOrphanStratum = 10;
constexpr int kCoarse = -7; // log2 of seconds: 8 ms
constexpr qint64 kSoonDays = 14;
constexpr std::int64_t kEraOne = 2'085'978'496; // 2036-02-07 06:28:16 UTC in seconds of Unix

bool isError(int system, std::errc code, int windows)
{
#ifdef Q_OS_WIN
    Q_UNUSED(code)
    return system == windows;
#else
    Q_UNUSED(windows)
    return system == static_cast<int>(code);
#endif
}

class ServerJudge
{
public:
    ServerJudge(const DiagnosedServer &server, const DiagnosisFacts &facts, Findings &findings)
        : m_server(server)
        , m_state(server.state)
        , m_record(server.record)
        , m_facts(facts)
        , m_findings(findings)
        , m_name(plainLine(server.state.name(), 120))
    {
    }

    void judge()
    {
        if (m_state.phase == ServerState::Phase::LookingUp) {
            add("lookup.pending", Severity::Warning, {m_name});
            return;
        }
        if (m_state.address.isNull()) {
            add("lookup.failed", Severity::Error, {m_state.target.host},
                m_state.error ? m_state.error->what : QString());
            return;
        }
        keyExchange();
        kisses();
        authenticity();
        faults();
        strays();
        if (m_record.samples.empty() && m_record.polls > 0 && !m_hasReason)
            silence();
        if (m_record.samples.empty() && m_record.polls == 0 && !m_hasReason &&
            m_state.phase == ServerState::Phase::Asking)
            add("not_measured", Severity::Warning, {m_name});
        probes();
        if (m_record.samples.empty())
            return;
        losses();
        itself();
        path();
        means();
    }

private:
    void add(const char *id, Severity severity, const QStringList &arguments,
             const QString &evidence = {}, const char *reference = "",
             QLatin1String action = QLatin1String())
    {
        if (severity == Severity::Error || severity == Severity::Warning)
            m_hasReason = true;
        m_findings.add(id, severity, arguments, evidence, reference, action);
    }
    // A fault of one that answers otherwise is less than one of one that does not.
    [[nodiscard]] Severity grave() const
    {
        return m_record.samples.empty() ? Severity::Error : Severity::Warning;
    }
    [[nodiscard]] static QString packetText(const ServerRecord::Seen &seen)
    {
        return hexLines(seen.packet);
    }

    // Keys and authenticity ------------------------------------------------------------------

    void keyExchange()
    {
        if (!m_state.target.nts)
            return;
        if (!m_state.keyExchange) {
            if (m_state.error)
                add("nts.failed", Severity::Error, {m_name, m_state.error->what},
                    m_state.error->detail, kNtsKeys);
            return;
        }
        const Nts::KeyExchangeReport &report = *m_state.keyExchange;
        const QString evidence = exchangeText(report);
        const QString place = QStringLiteral("%1:%2").arg(report.host).arg(report.port);
        if (!report.error) {
            certificateAge(report);
            add("nts.ok", Severity::Ok,
                {m_name, report.tls.protocol,
                 QString::number(report.answer ? report.answer->cookies.size() : 0)},
                evidence, kNtsKeys);
            return;
        }
        const Error &error = *report.error;
        const auto fail = [&](const char *id, const char *reference = kNtsKeys) {
            add(id, Severity::Error, {m_name, place, error.what}, evidence, reference);
        };
        switch (error.kind) {
        case Error::Kind::Certificate:
            certificate(report, evidence);
            return;
        case Error::Kind::Network:
            if (!report.connected && error.native == int(QAbstractSocket::ConnectionRefusedError))
                fail("nts.closed");
            else if (!report.connected)
                fail("nts.unreachable");
            else
                fail("nts.broken");
            return;
        case Error::Kind::Timeout:
            fail(report.connected ? "nts.slow" : "nts.silent");
            return;
        case Error::Kind::Local:
            fail("nts.authorities");
            return;
        default:
            break;
        }
        if (!report.answer) {
            constexpr int kNoApplicationProtocol =
                1120; // SSL_R_TLSV1_ALERT_NO_APPLICATION_PROTOCOL
            if (report.secured || error.native == kNoApplicationProtocol)
                fail("nts.no_alpn");
            else
                fail(error.kind == Error::Kind::Unsupported ? "nts.no_tls13" : "nts.no_tls",
                     "RFC 8915, section 3");
            return;
        }
        switch (report.answer->fault) {
        case Nts::AnswerFault::ErrorRecord:
            fail("nts.refused", "RFC 8915, section 4.1.3");
            return;
        case Nts::AnswerFault::NoCookies:
            fail("nts.no_cookies", "RFC 8915, section 4.1.6");
            return;
        case Nts::AnswerFault::NoAead:
        case Nts::AnswerFault::NoNextProtocol:
            fail("nts.nothing_common", "RFC 8915, section 4.1.5");
            return;
        default:
            fail("nts.malformed");
            return;
        }
    }

    static QString exchangeText(const Nts::KeyExchangeReport &report)
    {
        QStringList lines;
        if (!report.tls.protocol.isEmpty())
            lines += QStringLiteral("%1, %2, ALPN %3")
                         .arg(report.tls.protocol, report.tls.cipher,
                              report.tls.alpn.isEmpty() ? QStringLiteral("-") : report.tls.alpn);
        if (!report.tls.chain.isEmpty()) {
            const Net::CertificateFacts &first = report.tls.chain.front();
            lines += plainLine(first.subject, 120);
            lines += QStringLiteral("%1 – %2").arg(first.notBefore.toString(Qt::ISODate),
                                                   first.notAfter.toString(Qt::ISODate));
            if (!first.names.isEmpty())
                lines += plainLine(first.names.mid(0, 8).join(QStringLiteral(", ")), 200);
        }
        for (const Nts::Record &each : report.received.mid(0, 12))
            lines += QStringLiteral("%1: %2").arg(Nts::recordName(each.type),
                                                  plainLine(Nts::recordText(each), 120));
        if (report.error && !report.error->detail.isEmpty())
            lines += plainLine(report.error->detail, 200);
        return lines.join(QLatin1Char('\n'));
    }

    void certificate(const Nts::KeyExchangeReport &report, const QString &evidence)
    {
        // X509_V_ERR_ of OpenSSL, as x509_vfy.h numbers them.
        const char *id = "nts.certificate";
        QStringList arguments{m_name, report.host, report.error->what};
        switch (report.error->native) {
        case 9:
            id = "nts.certificate.early";
            break;
        case 10:
            id = "nts.certificate.expired";
            break;
        case 62:
        case 64:
            id = "nts.certificate.name";
            break;
        case 2:
        case 18:
        case 19:
        case 20:
        case 21:
            id = "nts.certificate.unknown";
            break;
        default:
            break;
        }
        if (!report.tls.chain.isEmpty()) {
            const Net::CertificateFacts &first = report.tls.chain.front();
            arguments += (report.error->native == 9 ? first.notBefore : first.notAfter)
                             .toString(Qt::ISODate);
            arguments += plainLine(first.names.mid(0, 4).join(QStringLiteral(", ")), 120);
        } else {
            arguments += {QString(), QString()};
        }
        add(id, Severity::Error, arguments, evidence, "RFC 8915, section 8.4");
    }

    void certificateAge(const Nts::KeyExchangeReport &report)
    {
        const QDateTime end = report.notAfter();
        const qint64 days = report.at.daysTo(end);
        if (end.isValid() && days < kSoonDays)
            add("nts.certificate.soon", Severity::Warning, {m_name, QString::number(days)},
                end.toString(Qt::ISODate), "RFC 8915, section 8.4");
    }

    void authenticity()
    {
        for (const auto &[state, seen] : m_record.macs) {
            const char *id = "mac.wrong";
            switch (state) {
            case MacState::Missing:
                id = "mac.missing";
                break;
            case MacState::CryptoNak:
                id = "mac.crypto_nak";
                break;
            case MacState::OtherKey:
                id = "mac.other_key";
                break;
            case MacState::Impossible:
                id = "mac.impossible";
                break;
            case MacState::Wrong:
            case MacState::Good:
                break;
            }
            add(id, Severity::Error, {m_name, QString::number(m_state.target.keyId)},
                packetText(seen), "RFC 5905, section 9.2");
        }
        for (const auto &[protection, seen] : m_record.protections)
            add(protection == Nts::Protection::Missing ? "nts.stripped" : "nts.wrong",
                Severity::Error, {m_name, countText(seen.count)}, packetText(seen), kNtsPackets);
        if (m_state.target.keyId != 0) {
            const KeyAlgorithm algorithm = m_state.target.keyAlgorithm;
            if (algorithm == KeyAlgorithm::Md5 || algorithm == KeyAlgorithm::Sha1)
                add("key.weak", algorithm == KeyAlgorithm::Md5 ? Severity::Warning : Severity::Info,
                    {m_name, keyAlgorithmName(algorithm)}, {}, "RFC 8573, section 3");
        }
        if (m_record.autokey)
            add("autokey", Severity::Warning, {m_name}, hexLines(m_record.packet),
                "RFC 8915, section 1.1; RFC 5906");
    }

    // What it says in place of the time ------------------------------------------------------

    void kisses()
    {
        for (const auto &[code, seen] : m_record.kisses) {
            const QString letters = plainLine(code, 16);
            const QStringList arguments{m_name, letters, reference(seen.header.refid, 0).meaning};
            const QString evidence = packetText(seen);
            const auto is = [&code = code](const char *known) {
                return code == QLatin1String(known);
            };
            if (is("RATE"))
                add("kiss.rate", grave(),
                    {m_name, letters, timeText(powerOfTwo(std::clamp(seen.header.poll, 0, 17)))},
                    evidence, kKiss);
            else if (is("DENY") || is("RSTR"))
                add("kiss.deny", Severity::Error, arguments, evidence, kKiss);
            else if (is("NTSN"))
                add("kiss.ntsn", m_record.samples.empty() ? Severity::Error : Severity::Info,
                    arguments, evidence, "RFC 8915, section 5.7");
            else if (is("INIT") || is("STEP") || is("DROP"))
                add("kiss.unsynchronised", grave(), arguments, evidence, kKiss);
            else if (letters.isEmpty() && seen.header.leap == Leap::Unknown) // chronyd
                add("unsynchronised", Severity::Error,
                    {m_name, leapName(seen.header.leap), QStringLiteral("0")}, evidence, kPacket,
                    Action::kLeaveOut);
            else if (is("AUTH") || is("CRYP") || is("NKEY") || is("AUTO"))
                add("kiss.auth", Severity::Error, arguments, evidence, kKiss);
            else
                add("kiss.other", grave(),
                    {m_name, letters.isEmpty() ? QStringLiteral("0") : letters}, evidence, kKiss);
        }
    }

    void faults()
    {
        for (const auto &[fault, seen] : m_record.faults) {
            const QString evidence = packetText(seen);
            const QStringList arguments{m_name, countText(seen.count)};
            const auto say = [&](const char *id, const char *reference) {
                add(id, grave(), arguments, evidence, reference);
            };
            switch (fault) {
            case ReplyFault::Unreadable:
                say("fault.unreadable", kPacket);
                break;
            case ReplyFault::Malformed:
                say("fault.malformed", "RFC 7822, section 7.5");
                break;
            case ReplyFault::WrongMode:
                add(seen.header.mode == Mode::Client ? "fault.reflected" : "fault.mode", grave(),
                    {m_name, QString::number(static_cast<int>(seen.header.mode))}, evidence,
                    kPacket);
                break;
            case ReplyFault::WrongVersion:
                add("fault.version", grave(),
                    {m_name, QString::number(seen.header.version),
                     QString::number(m_state.target.version)},
                    evidence, kPacket);
                break;
            case ReplyFault::BadStratum:
                add("fault.stratum", grave(), {m_name, QString::number(seen.header.stratum)},
                    evidence, kPacket);
                break;
            case ReplyFault::NoTransmit:
                say("fault.no_transmit", kOnWire);
                break;
            case ReplyFault::Backwards:
                say("fault.backwards", kOnWire);
                break;
            case ReplyFault::FarFromRoot:
                add("fault.far", grave(),
                    {m_name, timeText(fromShort(seen.header.rootDelay)),
                     timeText(fromShort(seen.header.rootDispersion))},
                    evidence, kSelectionText);
                break;
            case ReplyFault::FutureReference:
                say("fault.future_reference", kPacket);
                break;
            case ReplyFault::None:
            case ReplyFault::Kiss:
            case ReplyFault::WrongOrigin:
                break;
            }
        }
    }

    void strays()
    {
        if (m_record.elsewhere > 0) {
            const bool samePlace = m_record.elsewhereAddress.isEqual(m_state.address);
            const QString from = QStringLiteral("%1, port %2")
                                     .arg(m_record.elsewhereAddress.toString())
                                     .arg(m_record.elsewherePort);
            add(samePlace ? "elsewhere.port" : "elsewhere.address", grave(),
                {m_name,
                 samePlace ? QString::number(m_record.elsewherePort)
                           : m_record.elsewhereAddress.toString(),
                 countText(m_record.elsewhere)},
                from, kOnWire,
                samePlace || !m_record.samples.empty() ? QLatin1String() : Action::kUseAddress);
        }
        if (m_record.contradictions > 0)
            add("answers.contradict", Severity::Error, {m_name, countText(m_record.contradictions)},
                {}, kOnWire);
        const quint64 extra = m_record.duplicates + m_record.forged + m_record.untold;
        if (m_record.untold > 0)
            add("answers.flood", Severity::Warning, {m_name, countText(extra)},
                hexLines(m_record.forgedPacket), "RFC 8633, section 5");
        else if (m_record.duplicates > m_record.contradictions)
            add("answers.twice", Severity::Info, {m_name, countText(m_record.duplicates)}, {},
                kOnWire);
        if (m_record.forged > 0)
            add(m_record.samples.empty() ? "answers.forged_only" : "answers.forged", grave(),
                {m_name, countText(m_record.forged)}, hexLines(m_record.forgedPacket), kOnWire);
        if (m_record.late > 0)
            add("answers.late", grave(),
                {m_name, QString::number(m_state.target.timeout.count() / 1000.0)}, {}, kOnWire,
                Action::kWaitLonger);
    }

    // Where nothing comes back ---------------------------------------------------------------

    void silence()
    {
        const ReachFacts reach = m_server.reach.value_or(ReachFacts());
        const QString evidence = reach.text();
        const QString port = QString::number(m_state.target.port);
        if (const auto *const usual = reach.answered(Role::UsualPort)) {
            Q_UNUSED(usual)
            add("silent.wrong_port", Severity::Error, {m_name, port}, evidence, kPacket,
                Action::kUsePort);
            return;
        }
        if (!m_record.refusals.empty() && m_record.silent == 0) {
            refused(evidence);
            return;
        }
        if (reach.answered(Role::Plain) && m_state.target.nts) {
            add("silent.nts_dropped", Severity::Error, {m_name}, evidence, kNtsPackets);
            return;
        }
        if (reach.answered(Role::Plain) && m_state.target.keyId != 0) {
            add("silent.key_dropped", Severity::Error,
                {m_name, QString::number(m_state.target.keyId)}, evidence, "RFC 5905, section 9.2");
            return;
        }
        if (reach.answered(Role::Plain)) {
            add("silent.now_answers", Severity::Warning, {m_name}, evidence, "", Action::kAskAgain);
            return;
        }
        if (reach.answered(Role::OldVersion)) {
            add("silent.version", Severity::Error, {m_name}, evidence, kPacket,
                Action::kUseVersion);
            return;
        }
        if (reach.answered(Role::FromPort123)) {
            add("silent.source_port", Severity::Error, {m_name}, evidence, "RFC 9109, section 3");
            return;
        }
        if (const auto *const other = reach.answered(Role::OtherAddress)) {
            add("silent.other_address", Severity::Error, {m_name, other->address.toString()},
                evidence, "", Action::kUseAddress);
            return;
        }
        if (!m_record.refusals.empty()) {
            refused(evidence);
            return;
        }
        const bool isThere = reach.pinged.value_or(false) ||
                             reach.exchange == ReachFacts::Port::Open ||
                             reach.exchange == ReachFacts::Port::Closed;
        if (isThere)
            add("silent.filtered", Severity::Error, {m_name, port}, evidence);
        else
            add("silent.unknown", Severity::Error, {m_name, port}, evidence);
    }

    void refused(const QString &evidence)
    {
        const auto [error, count] = *m_record.refusals.begin();
        const QString port = QString::number(m_state.target.port);
        const char *id = "refused.other";
        QLatin1String action;
        if (isError(error, std::errc::connection_refused, 10061) ||
            isError(error, std::errc::connection_reset, 10054))
            id = "refused.port";
        else if (isError(error, std::errc::host_unreachable, 10065))
            id = "refused.host";
        else if (isError(error, std::errc::network_unreachable, 10051))
            id = "refused.network";
        else if (isError(error, std::errc::permission_denied, 10013) ||
                 isError(error, std::errc::operation_not_permitted, 10013))
            id = "refused.prohibited";
        add(id, Severity::Error,
            {m_name, port, QString::fromStdString(std::generic_category().message(error))},
            evidence.isEmpty() ? QStringLiteral("errno %1, %2×").arg(error).arg(count) : evidence,
            "RFC 792; RFC 4443, section 3.1", action);
    }

    // What was asked for besides -------------------------------------------------------------

    void probes()
    {
        if (!m_server.reach)
            return;
        const ReachFacts &reach = *m_server.reach;
        if (!m_state.target.nts && reach.exchange == ReachFacts::Port::Open)
            add("nts.offered", Severity::Info, {m_name, QString::number(reach.exchangePort)}, {},
                kNtsKeys, Action::kUseNts);
        if (reach.control.value_or(0) > 0)
            add("control.open", Severity::Warning, {m_name, QString::number(*reach.control)}, {},
                "RFC 9327, section 6; RFC 8633, section 3.4");
        if (reach.priv.value_or(0) > 0)
            add("private.open", Severity::Error, {m_name, QString::number(*reach.priv)}, {},
                "CVE-2013-5211");
    }

    void losses()
    {
        const quint64 lost = m_record.silent + sumOfRefusals();
        const QString evidence =
            QStringLiteral("%1 of %2; reach %3")
                .arg(countText(lost), countText(m_record.polls), reachText(m_state.filter.reach()));
        if (m_record.silentSince && m_record.answeredAtFirst > 0 && m_record.silent >= 3)
            add("lost.after_first", Severity::Warning,
                {m_name, QString::number(m_record.answeredAtFirst)}, evidence,
                "RFC 8633, section 4.3");
        else if (m_state.filter.reach() == 0 && lost > 0)
            add("lost.now", Severity::Warning, {m_name}, evidence);
        else if (m_record.polls >= kFewestPolls &&
                 static_cast<double>(lost) > kLossy * static_cast<double>(m_record.polls))
            add("lost.some", Severity::Warning,
                {m_name, countText(lost), countText(m_record.polls)}, evidence);
        else if (lost > 0)
            add("lost.few", Severity::Info, {m_name, countText(lost), countText(m_record.polls)},
                evidence);
    }

    [[nodiscard]] quint64 sumOfRefusals() const
    {
        quint64 sum = 0;
        for (const auto &[error, count] : m_record.refusals)
            sum += count;
        return sum;
    }

    // What it says of itself -----------------------------------------------------------------

    void itself()
    {
        const Sample &last = m_record.samples.back();
        const Reference source = reference(last.refid, last.stratum);
        const QString evidence = hexLines(m_record.packet);
        if (last.leap == Leap::Unknown || last.stratum > 15) {
            add("unsynchronised", Severity::Error,
                {m_name, leapName(last.leap), QString::number(last.stratum)}, evidence, kPacket,
                Action::kLeaveOut);
        } else if (source.kind == Reference::Kind::Local) {
            add("stratum.local", Severity::Warning,
                {m_name, source.code, QString::number(last.stratum)}, evidence,
                "RFC 5905, section 7.3",
                m_facts.servers.size() > 1 ? Action::kLeaveOut : Action::kAddServers);
        } else if (last.stratum >= kHighStratum) {
            add("stratum.high", last.stratum >= kOrphanStratum ? Severity::Warning : Severity::Info,
                {m_name, QString::number(last.stratum)}, {}, kPacket);
        }
        leap(last);
        if (m_record.stratumFlips >= 2)
            add("stratum.flips", Severity::Warning, {m_name, countText(m_record.stratumFlips)});
        if (m_record.refidFlips >= 3)
            add("refid.flips", Severity::Info, {m_name, countText(m_record.refidFlips)});
        // Of one that is not synchronised anyway it says nothing more.
        if (last.leap != Leap::Unknown && last.stratum < 16)
            referenceAge();
        if (last.precision > 0 || last.precision < -40)
            add("precision.odd", Severity::Warning, {m_name, QString::number(last.precision)},
                evidence, kPacket);
        else if (last.precision >= kCoarse)
            add("precision.coarse", Severity::Info, {m_name, timeText(powerOfTwo(last.precision))},
                evidence, kPacket);
        if (last.t3.time_since_epoch() >= std::chrono::seconds(kEraOne))
            add("era", Severity::Warning, {m_name}, evidence, "RFC 5905, section 6");
        if (last.version < m_state.target.version)
            add("version.old", Severity::Info,
                {m_name, QString::number(last.version), QString::number(m_state.target.version)},
                {}, kPacket);
    }

    void leap(const Sample &last)
    {
        if (m_record.leapFlips > 0) {
            add("leap.flips", Severity::Warning, {m_name, countText(m_record.leapFlips)}, {},
                kPacket);
            return;
        }
        if (last.leap != Leap::Insert && last.leap != Leap::Delete)
            return;
        const auto seconds =
            std::chrono::duration_cast<std::chrono::seconds>(last.t3.time_since_epoch());
        const QDate day = QDateTime::fromSecsSinceEpoch(seconds.count(), Qt::UTC).date();
        const QString when =
            QDate(day.year(), day.month(), day.daysInMonth()).toString(Qt::ISODate) +
            (last.leap == Leap::Insert ? QStringLiteral(" 23:59:60 UTC")
                                       : QStringLiteral(" 23:59:58 UTC"));
        // ITU-R TF.460-6: ends of December and June first, of March and September if need be.
        const bool isUsual = day.month() == 6 || day.month() == 12;
        add(isUsual ? "leap.pending" : "leap.odd", isUsual ? Severity::Info : Severity::Warning,
            {m_name, leapName(last.leap), when}, {}, "RFC 5905, section 7.3; ITU-R TF.460-6");
    }

    void referenceAge()
    {
        const auto &age = m_record.referenceAge;
        if (!age)
            add("reference.none", Severity::Warning, {m_name}, hexLines(m_record.packet), kPacket);
        else if (*age > kDeadReference)
            add("reference.old", Severity::Warning, {m_name, timeText(*age)}, {}, kPacket);
        else if (*age > kOldReference)
            add("reference.aging", Severity::Info, {m_name, timeText(*age)}, {}, kPacket);
    }

    // The way there --------------------------------------------------------------------------

    void path()
    {
        const auto &samples = m_record.samples;
        const auto [least, most] =
            std::minmax_element(samples.begin(), samples.end(),
                                [](const auto &a, const auto &b) { return a.delay < b.delay; });
        const Wedge wedge = judgeWedge({samples.begin(), samples.end()});
        const QString evidence = QStringLiteral("delay %1 – %2, %3 samples")
                                     .arg(timeText(least->delay), timeText(most->delay))
                                     .arg(samples.size());
        const bool leans =
            (wedge.lean == Wedge::Lean::Outward || wedge.lean == Wedge::Lean::Homeward) &&
            wedge.waits > std::max(kLeastWaits, wedge.leastDelay * 0.2);
        if (leans)
            add(wedge.lean == Wedge::Lean::Outward ? "asymmetric.out" : "asymmetric.home",
                Severity::Warning, {m_name, timeText(wedge.waits), offsetText(wedge.offset)},
                evidence, "RFC 5905, section 10");
        if (most->delay - least->delay > kQueueing)
            add("queueing", Severity::Warning,
                {m_name, timeText(least->delay), timeText(most->delay)}, evidence,
                "RFC 5905, section 10");
        else if (const auto &estimate = m_state.filter.estimate();
                 estimate && estimate->jitter > kShaky && !leans)
            add("jitter", Severity::Warning, {m_name, timeText(estimate->jitter)}, evidence,
                "RFC 5905, section 10");
        const Seconds bound = least->bound();
        if (m_state.choice.standing == Standing::TooFar)
            add("distance.far", Severity::Error, {m_name, timeText(bound)}, evidence,
                kSelectionText, Action::kLeaveOut);
        else if (least->delay > kLongDelay)
            add("delay", Severity::Warning, {m_name, timeText(least->delay), timeText(bound)},
                evidence, kSelectionText, Action::kAddServers);
        else if (bound > kUncertain)
            add("distance.large", Severity::Info,
                {m_name, timeText(bound), timeText(least->rootDelay),
                 timeText(least->rootDispersion)},
                evidence, kSelectionText);
    }

    // How well it could be measured ----------------------------------------------------------

    void means()
    {
        const auto &samples = m_record.samples;
        const bool some = std::any_of(samples.begin(), samples.end(),
                                      [](const Sample &each) { return each.interleaved; });
        if (m_state.target.interleaved && m_state.target.version == 4 && samples.size() >= 3 &&
            !some)
            add("interleaved.none", Severity::Info, {m_name}, {}, "RFC 9769, section 2");
        if (m_hasReason)
            return;
        const auto &estimate = m_state.filter.estimate();
        if (!estimate)
            return;
        // Where nobody checks it, one that is far from our clock may be the one that is wrong.
        const Standing standing = m_state.choice.standing;
        const bool isBelieved = standing == Standing::Selected || standing == Standing::Combined ||
                                standing == Standing::Outlier;
        if (!isBelieved ||
            (m_facts.selection.voters < 2 && std::abs(estimate->offset.count()) > kStepThreshold))
            return;
        add("server.ok", Severity::Ok,
            {m_name, offsetText(estimate->offset, estimate->sample.bound()),
             timeText(estimate->delay), timeText(estimate->jitter),
             QString::number(estimate->sample.stratum)},
            QStringLiteral("%1 samples, reach %2, stamps: %3")
                .arg(samples.size())
                .arg(reachText(m_state.filter.reach()), stampsName(samples.back())));
    }

    const DiagnosedServer &m_server;
    const ServerState &m_state;
    const ServerRecord &m_record;
    const DiagnosisFacts &m_facts;
    Findings &m_findings;
    const QString m_name;
    bool m_hasReason = false;
};

} // namespace

void judgeServer(const DiagnosedServer &server, const DiagnosisFacts &facts, Findings &findings)
{
    ServerJudge(server, facts, findings).judge();
}

} // namespace Portolan::Ntp
