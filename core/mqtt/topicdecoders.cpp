// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mqtt/topicdecoders.h"

#include <QCoreApplication>
#include <QDir>

namespace Portolan::Mqtt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Portolan::Mqtt)
};

constexpr qsizetype kMostFaults = 100;

} // namespace

TopicDecoders TopicDecoders::load(const DecoderRules &rules)
{
    TopicDecoders made;
    made.m_rules = rules;
    const auto fault = [&](const QString &sentence) {
        if (made.m_faults.size() < kMostFaults)
            made.m_faults.append(sentence);
    };
    for (const DecoderRule &rule : rules.rules()) {
        if (rule.protoFolder.isEmpty())
            continue;
        auto known = made.m_schemas.find(rule.protoFolder);
        if (known == made.m_schemas.end()) {
            const auto schema = Payload::ProtoSchema::load(rule.protoFolder);
            if (!schema) {
                fault(schema.error().detail.isEmpty()
                          ? schema.error().what
                          : schema.error().what + QLatin1Char(' ') + schema.error().detail);
            } else {
                for (const auto &each : (*schema)->faults())
                    fault(QStringLiteral("%1:%2:%3: %4")
                              .arg(QDir(rule.protoFolder).filePath(each.file))
                              .arg(each.line)
                              .arg(each.column)
                              .arg(each.sentence));
            }
            known = made.m_schemas.insert(rule.protoFolder, schema.value_or(nullptr));
        }
        if (*known && !(*known)->messageTypes().contains(rule.messageType))
            fault(Words::tr("The folder %1 has no message %2.")
                      .arg(QDir::toNativeSeparators(rule.protoFolder), rule.messageType));
    }
    return made;
}

std::optional<std::pair<Payload::Kind, Payload::Options>>
TopicDecoders::forTopic(std::string_view topic) const
{
    const DecoderRule *rule = m_rules.ruleFor(topic);
    if (!rule)
        return std::nullopt;
    Payload::Options options;
    options.charset = rule->charset;
    options.topic = QString::fromUtf8(topic.data(), static_cast<qsizetype>(topic.size()));
    options.messageType = rule->messageType;
    options.schema = m_schemas.value(rule->protoFolder);
    return std::pair(rule->kind, options);
}

} // namespace Portolan::Mqtt
