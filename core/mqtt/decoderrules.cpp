// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mqtt/decoderrules.h"

#include "core/base/charset.h"
#include "core/mqtt/topicfilter.h"
#include "core/payload/jsonscanner.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Portolan::Mqtt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Portolan::Mqtt)
};

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

Result<> check(const DecoderRule &rule)
{
    if (auto filter = checkTopicFilter(view(rule.filter)); !filter)
        return filter;
    if (const auto charset = knownCharset(rule.charset); !charset)
        return tl::unexpected(charset.error());
    if (rule.protoFolder.isEmpty() != rule.messageType.isEmpty())
        return failure(
            Error::Kind::Usage,
            Words::tr("A folder of .proto files and the name of a message go together."));
    return {};
}

} // namespace

Result<DecoderRules> DecoderRules::make(QList<DecoderRule> rules)
{
    if (rules.size() > kMostRules)
        return failure(Error::Kind::Usage, Words::tr("There are too many rules."));
    for (qsizetype i = 0; i < rules.size(); ++i) {
        if (const auto checked = check(rules.at(i)); !checked)
            return failure(Error::Kind::Usage,
                           Words::tr("Rule %1: %2").arg(i + 1).arg(checked.error().what),
                           checked.error().detail, static_cast<int>(i));
    }
    DecoderRules made;
    made.m_rules = std::move(rules);
    return made;
}

Result<DecoderRules> DecoderRules::fromJson(const QByteArray &json)
{
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(json, &fault);
    if (fault.error != QJsonParseError::NoError) {
        Error error = Payload::faultAt(view(json), fault.offset, fault.errorString()).value();
        error.kind = Error::Kind::Usage;
        return tl::unexpected(std::move(error));
    }
    if (!document.isArray())
        return failure(Error::Kind::Usage, Words::tr("Decoder rules are a list."));
    QList<DecoderRule> rules;
    const QJsonArray list = document.array();
    for (const QJsonValue &value : list) {
        const QJsonObject object = value.toObject();
        const QString decoder = object.value(QLatin1String("decoder")).toString();
        const auto kind = Payload::kindOf(decoder);
        if (!kind)
            return failure(Error::Kind::Usage, Words::tr("Rule %1: there is no decoder “%2”.")
                                                   .arg(rules.size() + 1)
                                                   .arg(decoder.left(40)));
        rules.append({.filter = object.value(QLatin1String("filter")).toString().toUtf8(),
                      .kind = *kind,
                      .charset = object.value(QLatin1String("charset")).toString(),
                      .protoFolder = object.value(QLatin1String("folder")).toString(),
                      .messageType = object.value(QLatin1String("message")).toString()});
    }
    return make(std::move(rules));
}

QByteArray DecoderRules::toJson() const
{
    QJsonArray list;
    for (const DecoderRule &rule : m_rules) {
        QJsonObject object{{QStringLiteral("filter"), QString::fromUtf8(rule.filter)},
                           {QStringLiteral("decoder"), Payload::kindName(rule.kind)}};
        const auto add = [&](const char *name, const QString &value) {
            if (!value.isEmpty())
                object.insert(QLatin1String(name), value);
        };
        add("charset", rule.charset);
        add("folder", rule.protoFolder);
        add("message", rule.messageType);
        list.append(object);
    }
    return QJsonDocument(list).toJson(QJsonDocument::Compact);
}

const DecoderRule *DecoderRules::ruleFor(std::string_view topic) const
{
    for (const DecoderRule &rule : m_rules) {
        if (filterMatches(view(rule.filter), topic))
            return &rule;
    }
    return nullptr;
}

} // namespace Portolan::Mqtt
