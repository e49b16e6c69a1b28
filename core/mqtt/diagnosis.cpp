// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mqtt/diagnosis.h"

#include "core/base/findingexport.h"
#include "core/mqtt/reasoncode.h"
#include "core/mqtt/topicstore.h"
#include "core/mqtt/words.h"

#include <QDateTime>

#include <algorithm>
#include <vector>

namespace Portolan::Mqtt {

namespace {

using Severity = Finding::Severity;

constexpr int kSoonDays = 21;     // a certificate that ends
constexpr double kSlowMs = 500;   // for a message to come round
constexpr int kDeep = 12;         // levels of a topic
constexpr quint32 kWide = 10'000; // children of one level

class Judge
{
public:
    explicit Judge(const DiagnosisFacts &facts)
        : m_facts(facts)
    {
    }
    QList<Finding> all()
    {
        connection();
        tls();
        limits();
        session();
        subscriptions();
        access();
        delivery();
        retained();
        offline();
        will();
        bridge();
        if (m_facts.reached == Step::Session && !m_facts.error &&
            std::none_of(m_found.begin(), m_found.end(), [](const Finding &f) {
                return f.severity == Severity::Error || f.severity == Severity::Warning;
            }))
            add("fine", Severity::Ok, {m_facts.target.display()});
        return bySeverity(m_found);
    }

private:
    void add(const char *id, Severity severity, const QStringList &arguments = {},
             const QString &evidence = {}, const char *reference = "", QLatin1String action = {})
    {
        m_found.append({.id = QStringLiteral("mqtt.") + QLatin1String(id),
                        .severity = severity,
                        .arguments = arguments,
                        .evidence = evidence,
                        .action = action,
                        .reference = QLatin1String(reference)});
    }

    void connection()
    {
        const BrokerTarget &target = m_facts.target;
        if (m_facts.otherVersionWorks.value_or(false)) {
            add("version", Severity::Error,
                {target.host,
                 target.version == Version::V5 ? QStringLiteral("3.1.1") : QStringLiteral("5")},
                m_facts.error ? m_facts.error->what : QString(), "MQTT 5.0, section 4.13",
                Action::kOtherVersion);
            return;
        }
        if (m_facts.connack && m_facts.connack->reason != 0) {
            refused(m_facts.connack->reason);
            return;
        }
        if (!m_facts.error) {
            if (m_facts.connack)
                add("connected", Severity::Ok,
                    {target.display(), QString::number(m_facts.connack->time.count())},
                    m_facts.peer);
            return;
        }
        const Error &error = *m_facts.error;
        const QString evidence = error.detail.isEmpty() ? error.what : error.detail;
        if (error.kind == Error::Kind::Cancelled)
            return;
        if (error.kind == Error::Kind::Certificate)
            return; // tls() knows more
        switch (m_facts.reached) {
        case Step::Tcp:
            add("unreachable", Severity::Error,
                {target.host, QString::number(target.port), error.what}, evidence);
            break;
        case Step::Tls:
            add(target.certificateFile.isEmpty() ? "tls.failed" : "tls.failed_with_certificate",
                Severity::Error, {target.host}, evidence, "RFC 8446, section 6");
            break;
        case Step::WebSocket:
            add("websocket.failed", Severity::Error, {target.host, target.path, error.what},
                evidence, "MQTT 5.0, section 6");
            break;
        case Step::Connect:
            if (target.hasTls() && !m_facts.connack && target.certificateFile.isEmpty() &&
                error.kind == Error::Kind::Network)
                // TLS 1.3: the refusal of a missing certificate comes after the handshake.
                add("tls.certificate_wanted", Severity::Error, {target.host}, evidence,
                    "RFC 8446, section 4.4.2");
            else
                add("not_mqtt", Severity::Error,
                    {target.host, QString::number(target.port), error.what}, evidence);
            break;
        case Step::Session:
            add("lost", Severity::Error, {error.what}, evidence);
            break;
        }
    }

    void refused(std::uint8_t reason)
    {
        const BrokerTarget &target = m_facts.target;
        const QString name = reasonName(Packet::Connack, reason);
        const QString evidence = QStringLiteral("CONNACK 0x%1 %2 %3")
                                     .arg(reason, 2, 16, QLatin1Char('0'))
                                     .arg(name, m_facts.connack->reasonString)
                                     .trimmed();
        const char *reference = "MQTT 5.0, section 3.2.2.2";
        const bool anonymous = target.user.isEmpty() && !m_facts.hadPassword;
        switch (reason) {
        case 0x86:
        case 0x87:
            if (anonymous)
                add("login.anonymous", Severity::Error, {target.host}, evidence, reference,
                    Action::kNameUser);
            else if (!m_facts.hadPassword)
                add("login.no_password", Severity::Error, {target.user}, evidence, reference,
                    Action::kGivePassword);
            else
                add("login.refused", Severity::Error, {target.user}, evidence, reference,
                    Action::kGivePassword);
            break;
        case 0x85:
            add("identifier", Severity::Error, {m_facts.connack->clientId}, evidence, reference,
                Action::kFreshIdentifier);
            break;
        case 0x8a:
            add("banned", Severity::Error, {target.host}, evidence, reference);
            break;
        case 0x9c:
        case 0x9d:
            add("moved", Severity::Error, {m_facts.connack->serverReference}, evidence,
                "MQTT 5.0, section 4.11");
            break;
        default:
            add("refused", Severity::Error, {reasonSentence(Packet::Connack, reason)}, evidence,
                reference);
        }
    }

    void tls()
    {
        const BrokerTarget &target = m_facts.target;
        if (!m_facts.tls) {
            if (!target.hasTls() && m_facts.connack && m_facts.connack->reason == 0)
                add(m_facts.hadPassword ? "clear_password" : "clear",
                    m_facts.hadPassword ? Severity::Warning : Severity::Info, {target.host}, {},
                    "MQTT 5.0, section 5.4.5", Action::kUseTls);
            return;
        }
        const Net::TlsFacts &tls = *m_facts.tls;
        if (tls.chain.isEmpty())
            return;
        const Net::CertificateFacts &shown = tls.chain.first();
        const QString evidence = QStringLiteral("%1\n%2\nSHA-256 %3")
                                     .arg(shown.subject, shown.names.join(QStringLiteral(", ")),
                                          QString::fromLatin1(shown.sha256.toHex(':')).toUpper());
        const bool failed = m_facts.error && m_facts.error->kind == Error::Kind::Certificate;
        if (failed && !target.fingerprint.isEmpty())
            add("tls.other_certificate", Severity::Error, {target.host}, evidence, "",
                Action::kTrustCertificate);
        else if (failed)
            add("tls.untrusted", Severity::Error,
                {target.host, tls.problems.join(QLatin1Char(' '))}, evidence, "RFC 5280, section 6",
                Action::kTrustCertificate);
        else if (!tls.trusted)
            add("tls.unchecked", Severity::Warning, {target.host}, evidence);
        const auto days = QDateTime::currentDateTimeUtc().daysTo(shown.notAfter);
        if (days >= 0 && days < kSoonDays)
            add("tls.ends", Severity::Warning, {QString::number(days)},
                shown.notAfter.toString(Qt::ISODate));
        if (!target.alpn.isEmpty() && tls.alpn.isEmpty() && !failed)
            add("tls.alpn", Severity::Info, {target.alpn.join(QStringLiteral(", "))}, {},
                "RFC 7301, section 3.2");
        if (!failed && !tls.protocol.isEmpty())
            add("tls.ok", Severity::Ok, {tls.protocol, tls.cipher}, evidence);
    }

    void limits()
    {
        if (!m_facts.connack || m_facts.connack->reason != 0)
            return;
        const ConnackFacts &c = *m_facts.connack;
        if (m_facts.target.version != Version::V5)
            return;
        const char *reference = "MQTT 5.0, section 3.2.2.3";
        if (c.maximumQos)
            add("limit.qos", Severity::Warning, {QString::number(*c.maximumQos)}, {}, reference);
        if (c.retainAvailable && !*c.retainAvailable)
            add("limit.retain", Severity::Warning, {}, {}, reference);
        if (c.wildcardAvailable && !*c.wildcardAvailable)
            add("limit.wildcard", Severity::Warning, {}, {}, reference);
        if (c.sharedAvailable && !*c.sharedAvailable)
            add("limit.shared", Severity::Info, {}, {}, reference);
        if (c.maximumPacketSize)
            add("limit.packet", Severity::Info, {QString::number(*c.maximumPacketSize)}, {},
                reference);
        if (c.receiveMaximum)
            add("limit.receive", Severity::Info, {QString::number(*c.receiveMaximum)}, {},
                reference);
        if (c.serverKeepalive)
            add("limit.keepalive", Severity::Info,
                {QString::number(*c.serverKeepalive),
                 QString::number(m_facts.target.keepalive.count())},
                {}, reference);
    }

    void session()
    {
        const BrokerTarget &target = m_facts.target;
        if (m_facts.connack && m_facts.connack->reason == 0) {
            if (!target.cleanStart && target.version == Version::V5 &&
                target.sessionExpiry.count() == 0)
                add("session.expires_at_once", Severity::Warning, {},
                    QStringLiteral("clean=no, expiry=0"), "MQTT 5.0, section 3.1.2.11.2",
                    Action::kLastingSession);
            else if (target.cleanStart)
                add("session.clean", Severity::Info, {}, {}, "MQTT 5.0, section 3.1.2.4",
                    Action::kLastingSession);
            else if (target.version == Version::V311)
                add("session.lasting_311", Severity::Info, {}, {}, "MQTT 3.1.1, section 3.1.2.4");
            else
                add("session.lasting", Severity::Info,
                    {QString::number(target.sessionExpiry.count())}, {},
                    "MQTT 5.0, section 3.1.2.4");
        }
        if (m_facts.takeovers > 0)
            add("takeover", Severity::Error, {QString::number(m_facts.takeovers), target.clientId},
                {}, "MQTT 5.0, section 3.1.4", Action::kFreshIdentifier);
        if (!m_facts.session)
            return;
        const SessionFacts &s = *m_facts.session;
        const QString evidence =
            QStringLiteral("%1 of %2, session present: %3")
                .arg(QString::number(s.delivered), QString::number(s.published),
                     s.resumed ? QStringLiteral("yes") : QStringLiteral("no"));
        if (s.resumed && s.delivered >= s.published)
            add("session.kept", Severity::Ok, {QString::number(s.delivered)}, evidence);
        else
            add("session.lost", Severity::Warning,
                {QString::number(s.published - std::min(s.delivered, s.published)),
                 QString::number(s.published)},
                evidence, "MQTT 5.0, section 4.1");
    }

    void subscriptions()
    {
        for (const SubscribeOutcome &each : m_facts.subscriptions) {
            const QString filter = plainLine(QString::fromUtf8(each.asked.filter), 120);
            if (!each.granted)
                add("subscribe.refused", Severity::Error,
                    {filter, reasonSentence(Packet::Suback, each.reason)},
                    QStringLiteral("SUBACK 0x%1").arg(each.reason, 2, 16, QLatin1Char('0')),
                    "MQTT 5.0, section 3.9.3");
            else if (each.reason < each.asked.qos)
                add("subscribe.lower_qos", Severity::Warning,
                    {filter, QString::number(each.asked.qos), QString::number(each.reason)}, {},
                    "MQTT 5.0, section 3.9.3");
        }
    }

    static QString evidenceOf(const AccessFacts &each)
    {
        QStringList evidence;
        if (each.suback)
            evidence.append(QStringLiteral("SUBACK 0x%1 %2")
                                .arg(*each.suback, 2, 16, QLatin1Char('0'))
                                .arg(reasonName(Packet::Suback, *each.suback)));
        if (each.puback)
            evidence.append(QStringLiteral("PUBACK 0x%1 %2")
                                .arg(*each.puback, 2, 16, QLatin1Char('0'))
                                .arg(reasonName(Packet::Puback, *each.puback)));
        evidence.append(each.read == AccessFacts::Answer::Yes
                            ? QStringLiteral("the message came round")
                            : QStringLiteral("no message came round"));
        return evidence.join(QLatin1Char('\n'));
    }

    void access()
    {
        using Answer = AccessFacts::Answer;
        if (m_facts.scratchClosed) {
            // The scratch topic's own name ends with a random level and "access".
            const QByteArray &topic = m_facts.scratchClosed->topic;
            const qsizetype end = topic.lastIndexOf('/', topic.lastIndexOf('/') - 1);
            add("access.scratch_closed", Severity::Warning,
                {plainLine(QString::fromUtf8(topic.left(end)), 120)},
                evidenceOf(*m_facts.scratchClosed), "", Action::kChooseScratch);
        }
        for (const AccessFacts &each : m_facts.access) {
            // Said already, with what follows from it.
            if (m_facts.scratchClosed && each.topic == m_facts.scratchClosed->topic)
                continue;
            const QString topic = plainLine(QString::fromUtf8(each.topic), 120);
            const QString seen = evidenceOf(each);
            const bool granted = each.suback && *each.suback <= 2;
            if (each.write == Answer::Yes && each.read == Answer::Yes)
                add("access.both", Severity::Ok, {topic}, seen);
            else if (each.write == Answer::No && each.read == Answer::No)
                add("access.none", Severity::Warning, {topic}, seen);
            else if (each.write == Answer::No)
                add("access.no_write", Severity::Warning, {topic}, seen);
            else if (each.write == Answer::Yes && granted)
                // The grant was worth nothing.
                add("access.granted_not_read", Severity::Warning, {topic}, seen);
            else if (each.write == Answer::Yes)
                add("access.no_read", Severity::Warning, {topic}, seen);
            else
                add("access.unknown", Severity::Warning, {topic}, seen);
        }
    }

    static QString evidenceOf(const DeliveryFacts &d)
    {
        return QStringLiteral("sent %1, acknowledged %2, received %3, lost %4, duplicates %5, "
                              "out of order %6\nmedian %7 ms, 99 %: %8 ms, worst %9 ms")
            .arg(QString::number(d.sent), QString::number(d.acknowledged),
                 QString::number(d.received), QString::number(d.lost),
                 QString::number(d.duplicates), QString::number(d.outOfOrder),
                 QString::number(d.medianMs, 'f', 2), QString::number(d.p99Ms, 'f', 2),
                 QString::number(d.worstMs, 'f', 2));
    }

    void delivery()
    {
        for (const auto &one : m_facts.delivery) {
            if (!one)
                continue;
            const DeliveryFacts &d = *one;
            const QString qos = QString::number(d.asked);
            const QString evidence = evidenceOf(d);
            bool good = true;
            const auto fault = [&](const char *id, Severity severity, const QStringList &more,
                                   const char *reference) {
                add(id, severity, QStringList{qos} + more, evidence, reference);
                good = false;
            };
            const char *guarantee = "MQTT 5.0, section 4.3";
            if (d.received == 0)
                fault("delivery.nothing", Severity::Error, {}, guarantee);
            else if (d.lost > 0)
                fault("delivery.lost", d.asked == 0 ? Severity::Warning : Severity::Error,
                      {QString::number(d.lost), QString::number(d.sent)}, guarantee);
            if (d.duplicates > 0)
                fault("delivery.duplicates", d.asked == 2 ? Severity::Error : Severity::Info,
                      {QString::number(d.duplicates)}, guarantee);
            if (d.outOfOrder > 0)
                fault("delivery.order", Severity::Error, {QString::number(d.outOfOrder)},
                      "MQTT 5.0, section 4.6");
            if (d.effectiveQos && *d.effectiveQos < d.asked)
                fault("delivery.lower_qos", Severity::Warning, {QString::number(*d.effectiveQos)},
                      guarantee);
            if (d.p99Ms > kSlowMs)
                fault("delivery.slow", Severity::Warning, {QString::number(d.p99Ms, 'f', 0)}, "");
            if (good)
                add("delivery.ok", Severity::Ok,
                    {qos, QString::number(d.received), QString::number(d.medianMs, 'f', 2)},
                    evidence);
        }
    }

    void retained()
    {
        if (!m_facts.retained)
            return;
        const RetainedFacts &r = *m_facts.retained;
        const QString filter = plainLine(QString::fromUtf8(r.filter), 120);
        QString evidence = QStringLiteral("received %1 at QoS %2").arg(r.received).arg(r.qos);
        if (r.brokerSays)
            evidence += QStringLiteral("\nthe broker has %1").arg(*r.brokerSays);
        if (r.dropped)
            evidence += QStringLiteral("\nthe broker dropped %1 meanwhile").arg(*r.dropped);
        const bool isAll = r.filter == "#" || r.filter.endsWith("/retained/#");
        const bool known = isAll && r.brokerSays;
        // $SYS is told once in a while, and its own topics are among those that it counts.
        const quint64 slack = known ? std::max<quint64>(5, *r.brokerSays / 200) : 0;
        if (known ? r.received + slack < *r.brokerSays : r.dropped.value_or(0) > 0)
            add("retained.incomplete", Severity::Warning,
                {QString::number(r.received),
                 r.brokerSays ? QString::number(*r.brokerSays) : QStringLiteral("?"), filter},
                evidence, "mosquitto.conf(5), max_queued_messages", Action::kQosZero);
        else if (known)
            add("retained.complete", Severity::Ok, {QString::number(r.received), filter}, evidence);
        else
            add("retained.unproven", Severity::Info, {QString::number(r.received), filter},
                evidence);
    }

    void offline()
    {
        if (!m_facts.flood)
            return;
        const FloodFacts &f = *m_facts.flood;
        const QString evidence =
            QStringLiteral("published %1, kept %2, dropped and told %3, delivered %4")
                .arg(QString::number(f.published), QString::number(f.kept),
                     QString::number(f.dropped), QString::number(f.delivered));
        const bool counted = f.kept + f.dropped == f.published && f.delivered >= f.kept;
        add(counted ? "offline.counted" : "offline.lost", counted ? Severity::Ok : Severity::Error,
            {QString::number(f.delivered), QString::number(f.dropped),
             QString::number(f.published)},
            evidence);
    }

    void will()
    {
        if (!m_facts.will)
            return;
        const WillFacts &w = *m_facts.will;
        if (w.published && w.payloadRight)
            add("will.published", Severity::Ok, {QString::number(w.after.count())}, {},
                "MQTT 5.0, section 3.1.2.5");
        else
            add("will.missing", Severity::Warning, {}, {}, "MQTT 5.0, section 3.1.2.5");
    }

    void bridge()
    {
        if (!m_facts.bridge)
            return;
        const BridgeFacts &b = *m_facts.bridge;
        if (b.error)
            add("bridge.unreachable", Severity::Error, {b.to, b.error->what}, b.error->detail);
        for (auto each = b.state.cbegin(); each != b.state.cend(); ++each)
            if (each.value() != "1")
                add("bridge.down", Severity::Error,
                    {plainLine(QString::fromUtf8(each.key()).section(QLatin1Char('/'), 3, 3), 80)},
                    QString::fromUtf8(QByteArray(each.key() + ' ' + each.value())));
        for (const auto &one : b.delivery) {
            if (!one)
                continue;
            const QStringList arguments{QString::number(one->asked),
                                        b.from,
                                        b.to,
                                        QString::number(one->lost),
                                        QString::number(one->sent),
                                        QString::number(one->medianMs, 'f', 2)};
            if (one->received == 0)
                add("bridge.nothing", Severity::Error, arguments, evidenceOf(*one));
            else if (one->lost > 0)
                add("bridge.lost", one->asked == 0 ? Severity::Warning : Severity::Error, arguments,
                    evidenceOf(*one));
            else
                add("bridge.ok", Severity::Ok, arguments, evidenceOf(*one));
        }
        if (b.retainedAtFirst > 0 && b.retainedAtSecond < b.retainedAtFirst)
            add("bridge.retained", Severity::Warning,
                {QString::number(b.retainedAtSecond), QString::number(b.retainedAtFirst), b.to});
    }

    const DiagnosisFacts &m_facts;
    QList<Finding> m_found;
};

} // namespace

QList<Finding> judge(const DiagnosisFacts &facts)
{
    return Judge(facts).all();
}

TopicDesignFacts topicDesign(const TopicStore &store, const QList<Subscription> &subscriptions)
{
    TopicDesignFacts facts;
    facts.topics = store.counts().topics;
    for (const Subscription &each : subscriptions) {
        const auto filter = each.filter;
        if (filter == "#" || filter == "+/#" || filter == "+/+/#" || filter == "/#")
            facts.broadFilters.append(filter);
    }
    // Without recursion: down to the first child, else to the next sibling of whoever has one.
    TopicStore::Node node = store.firstChild(TopicStore::kRoot);
    int depth = 1;
    while (node != TopicStore::kNone && node != TopicStore::kRoot) {
        // What the broker calls its own topics is nobody's design.
        if (depth == 1 && store.name(node) == "$SYS") {
            facts.topics -= store.topicsBelow(node);
            if (store.nextSibling(node) == TopicStore::kNone)
                break;
            node = store.nextSibling(node);
            continue;
        }
        facts.deepest = std::max(facts.deepest, depth);
        if (const auto children = store.childCount(node); children > facts.widest) {
            facts.widest = children;
            const auto path = store.path(node);
            facts.widestAt = QByteArray(path.data(), static_cast<qsizetype>(path.size()));
        }
        const std::string_view name = store.name(node);
        facts.emptyLevels += name.empty() ? 1 : 0;
        facts.spaces += name.find(' ') != std::string_view::npos ? 1 : 0;
        if (const auto topic = store.topic(node))
            facts.onlyOnce += topic->messages == 1 && !topic->retained ? 1 : 0;
        if (std::any_of(name.begin(), name.end(), [](char c) { return (c & '\x80') != 0; }) &&
            !QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()))
                 .toUtf8()
                 .startsWith(QByteArray(name.data(), static_cast<qsizetype>(name.size()))))
            ++facts.nonUtf8;
        if (const auto child = store.firstChild(node); child != TopicStore::kNone) {
            node = child;
            ++depth;
            continue;
        }
        while (node != TopicStore::kRoot && store.nextSibling(node) == TopicStore::kNone) {
            node = store.parent(node);
            --depth;
        }
        if (node != TopicStore::kRoot)
            node = store.nextSibling(node);
    }
    if (const auto children = store.childCount(TopicStore::kRoot); children > facts.widest) {
        facts.widest = children;
        facts.widestAt.clear();
    }
    return facts;
}

QList<Finding> judge(const TopicDesignFacts &facts)
{
    QList<Finding> found;
    const auto add = [&found](const char *id, Finding::Severity severity,
                              const QStringList &arguments, const QString &evidence = {},
                              const char *reference = "") {
        found.append({.id = QStringLiteral("mqtt.design.") + QLatin1String(id),
                      .severity = severity,
                      .arguments = arguments,
                      .evidence = evidence,
                      .reference = QLatin1String(reference)});
    };
    const auto number = [](quint32 value) { return QString::number(value); };
    if (!facts.broadFilters.isEmpty())
        add("broad", Severity::Info, {QString::fromUtf8(facts.broadFilters.join(", "))}, {},
            "MQTT 5.0, section 4.7.1");
    if (facts.deepest > kDeep)
        add("deep", Severity::Info, {QString::number(facts.deepest)});
    if (facts.widest > kWide)
        add("wide", Severity::Warning,
            {number(facts.widest), plainLine(QString::fromUtf8(facts.widestAt), 120)});
    // Identifiers of single events in topics: they grow without an end.
    if (facts.topics > 1000 && facts.onlyOnce > facts.topics / 2)
        add("once", Severity::Warning, {number(facts.onlyOnce), number(facts.topics)});
    if (facts.emptyLevels > 0)
        add("empty", Severity::Info, {number(facts.emptyLevels)}, {}, "MQTT 5.0, section 4.7.3");
    if (facts.spaces > 0)
        add("spaces", Severity::Info, {number(facts.spaces)});
    if (facts.nonUtf8 > 0)
        add("utf8", Severity::Warning, {number(facts.nonUtf8)}, {}, "MQTT 5.0, section 1.5.4");
    if (found.isEmpty())
        add("fine", Severity::Ok, {number(facts.topics)});
    return bySeverity(found);
}

} // namespace Portolan::Mqtt
