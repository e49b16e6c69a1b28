// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/mqttprobe.h"

#include "app/cli/words.h"
#include "core/base/findingexport.h"
#include "core/mqtt/reasoncode.h"

#include <QDateTime>
#include <QJsonArray>
#include <QSaveFile>

#include <algorithm>

namespace Portolan::Cli {

namespace {

using Mqtt::AccessFacts;
using Mqtt::BrokerProbe;
using Mqtt::DeliveryFacts;

QJsonObject deliveryObject(const DeliveryFacts &d)
{
    QJsonObject object{{QStringLiteral("type"), QStringLiteral("delivery")},
                       {QStringLiteral("qos"), d.asked},
                       {QStringLiteral("sent"), qint64(d.sent)},
                       {QStringLiteral("acknowledged"), qint64(d.acknowledged)},
                       {QStringLiteral("received"), qint64(d.received)},
                       {QStringLiteral("lost"), qint64(d.lost)},
                       {QStringLiteral("duplicates"), qint64(d.duplicates)},
                       {QStringLiteral("out_of_order"), qint64(d.outOfOrder)},
                       {QStringLiteral("median_ms"), d.medianMs},
                       {QStringLiteral("p99_ms"), d.p99Ms},
                       {QStringLiteral("worst_ms"), d.worstMs}};
    if (d.granted)
        object.insert(QStringLiteral("granted_qos"), *d.granted);
    if (d.effectiveQos)
        object.insert(QStringLiteral("effective_qos"), *d.effectiveQos);
    return object;
}

QString answerName(AccessFacts::Answer answer)
{
    return answer == AccessFacts::Answer::Yes  ? QStringLiteral("yes")
           : answer == AccessFacts::Answer::No ? QStringLiteral("no")
                                               : QStringLiteral("unknown");
}

QJsonObject accessObject(const AccessFacts &a)
{
    QJsonObject object{{QStringLiteral("type"), QStringLiteral("access")},
                       {QStringLiteral("topic"), QString::fromUtf8(a.topic)},
                       {QStringLiteral("write"), answerName(a.write)},
                       {QStringLiteral("read"), answerName(a.read)}};
    if (a.suback)
        object.insert(QStringLiteral("suback"), *a.suback);
    if (a.puback)
        object.insert(QStringLiteral("puback"), *a.puback);
    return object;
}

QJsonObject connackObject(const Mqtt::ConnackFacts &c)
{
    QJsonObject object{
        {QStringLiteral("reason"), c.reason},
        {QStringLiteral("reason_name"), Mqtt::reasonName(Mqtt::Packet::Connack, c.reason)},
        {QStringLiteral("session_present"), c.sessionPresent},
        {QStringLiteral("elapsed_ms"), qint64(c.time.count())}};
    const auto put = [&object](const char *name, const auto &value) {
        if (value)
            object.insert(QLatin1String(name), QJsonValue(qint64(*value)));
    };
    const auto yes = [&object](const char *name, std::optional<bool> value) {
        if (value)
            object.insert(QLatin1String(name), *value);
    };
    put("receive_maximum", c.receiveMaximum);
    put("maximum_qos", c.maximumQos);
    yes("retain_available", c.retainAvailable);
    put("maximum_packet_size", c.maximumPacketSize);
    put("topic_alias_maximum", c.topicAliasMaximum);
    yes("wildcard_available", c.wildcardAvailable);
    yes("subscription_ids_available", c.subscriptionIdsAvailable);
    yes("shared_available", c.sharedAvailable);
    put("server_keepalive_s", c.serverKeepalive);
    put("session_expiry_s", c.sessionExpiry);
    return object;
}

} // namespace

ProbeCommand::ProbeCommand(CommandContext &context, const ProbeOptions &options, Scope scope)
    : m_context(context)
    , m_options(options)
    , m_scope(scope)
    , m_session(context, options.common)
{
}

Result<BrokerProbe::Request> ProbeCommand::request() const
{
    using Part = BrokerProbe::Part;
    BrokerProbe::Request request;
    request.parts = Part::Connection | Part::Access | Part::Session | Part::Will;
    if (m_scope == Scope::Probe)
        request.parts |= BrokerProbe::Parts(Part::Delivery) | Part::Retained | Part::Flood;
    if (!m_options.prefix.empty())
        request.prefix = QByteArray::fromStdString(m_options.prefix);
    for (const std::string &topic : m_options.topics)
        request.accessTopics.append(QByteArray::fromStdString(topic));
    if (const auto good = BrokerProbe::check(request); !good)
        return tl::unexpected(good.error());
    request.deliveryMessages = m_options.messages;
    request.deliveryBytes = m_options.bytes;
    request.floodMessages = m_options.flood;
    request.retainedFilter = QByteArray::fromStdString(m_options.retained);
    request.retainedQos = static_cast<std::uint8_t>(m_options.retainedQos);
    if (!m_options.second.empty()) {
        auto other =
            m_context.destination(QString::fromStdString(m_options.second), QStringLiteral("mqtt"));
        if (!other)
            return tl::unexpected(std::move(other.error()));
        Mqtt::BrokerTarget defaults;
        defaults.stepTimeout = m_context.options.timeout;
        auto target = Mqtt::brokerTarget(other->address, defaults);
        if (!target)
            return tl::unexpected(std::move(target.error()));
        request.second = std::move(*target);
        request.parts |= Part::Bridge;
    }
    return request;
}

void ProbeCommand::start()
{
    m_time.start();
    if (const auto prepared = m_session.prepare(); !prepared) {
        m_context.fail(prepared.error());
        return;
    }
    const auto request = this->request();
    if (!request) {
        m_context.fail(request.error());
        return;
    }
    m_probe = std::make_unique<BrokerProbe>(m_session.target(), *request,
                                            [this] { return m_session.makeDialer(); });
    m_probe->offerPassword(m_session.password());
    m_probe->offerKeyPassphrase(m_session.passphrase());
    if (!m_options.secondPasswordVariable.empty()) {
        QByteArray value = qgetenv(m_options.secondPasswordVariable.c_str());
        m_probe->offerSecondPassword(
            Secret({value.constData(), static_cast<std::size_t>(value.size())}));
        value.fill('\0');
    }
    connect(m_probe.get(), &BrokerProbe::finished, this, &ProbeCommand::report);
    m_probe->start();
}

void ProbeCommand::report()
{
    const Mqtt::DiagnosisFacts &facts = m_probe->facts();
    printFacts(facts);
    const QList<Finding> findings = Mqtt::judge(facts);
    for (const Finding &finding : findings)
        m_context.show(finding, Mqtt::textOf(finding));
    if (!m_context.options.json)
        m_context.output.text(findingSummary(findings));
    if (const auto written = writeTranscript(); !written) {
        m_context.fail(written.error());
        return;
    }
    const bool wrong = std::any_of(findings.begin(), findings.end(), [](const Finding &f) {
        return f.severity == Finding::Severity::Error;
    });
    m_context.finish(facts.error ? exitCode(facts.error->kind) : wrong ? 1 : 0);
}

void ProbeCommand::printFacts(const Mqtt::DiagnosisFacts &facts)
{
    if (m_context.options.json) {
        QJsonObject result{
            {QStringLiteral("type"), QStringLiteral("result")},
            {QStringLiteral("url"), m_session.url()},
            {QStringLiteral("time"), QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)},
            {QStringLiteral("elapsed_ms"), m_time.elapsed()},
            {QStringLiteral("reached"), Mqtt::stepName(facts.reached)},
            {QStringLiteral("peer"), facts.peer}};
        if (facts.connack)
            result.insert(QStringLiteral("connack"), connackObject(*facts.connack));
        if (facts.tls && !facts.tls->chain.isEmpty())
            result.insert(
                QStringLiteral("tls"),
                QJsonObject{{QStringLiteral("protocol"), facts.tls->protocol},
                            {QStringLiteral("cipher"), facts.tls->cipher},
                            {QStringLiteral("trusted"), facts.tls->trusted},
                            {QStringLiteral("subject"), facts.tls->chain.first().subject},
                            {QStringLiteral("sha256"),
                             QString::fromLatin1(facts.tls->chain.first().sha256.toHex())}});
        m_context.output.object(result);
        for (const AccessFacts &each : facts.access)
            m_context.output.object(accessObject(each));
        for (const auto &each : facts.delivery)
            if (each)
                m_context.output.object(deliveryObject(*each));
        return;
    }
    for (const auto &each : facts.delivery)
        if (each)
            m_context.output.text(
                QStringLiteral("QoS %1  %2 / %3  lost %4  twice %5  order %6  %7 / %8 / %9 ms")
                    .arg(QString::number(each->asked), QString::number(each->received),
                         QString::number(each->sent), QString::number(each->lost),
                         QString::number(each->duplicates), QString::number(each->outOfOrder),
                         QString::number(each->medianMs, 'f', 2),
                         QString::number(each->p99Ms, 'f', 2),
                         QString::number(each->worstMs, 'f', 2)));
}

Result<> ProbeCommand::writeTranscript() const
{
    if (m_options.transcript.empty())
        return {};
    const QString name = QString::fromStdString(m_options.transcript);
    QSaveFile file(name);
    const QByteArray text = m_probe->transcript().toText().toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return failure(Error::Kind::Local, Words::tr("%1 cannot be written.").arg(name),
                       file.errorString());
    return {};
}

} // namespace Portolan::Cli
