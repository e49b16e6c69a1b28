// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mqtt/topicdecoders.h"

#include <QCoreApplication>
#include <QDir>

#include <string>

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

std::shared_ptr<const Payload::SparkplugAliases> sparkplugAliases(const TopicStore &store,
                                                                  std::string_view topic)
{
    if (!Payload::isSparkplugTopic(topic))
        return nullptr;
    // spBv1.0/GROUP/TYPE/NODE[/DEVICE]
    constexpr std::size_t kGroup = 8;
    const std::size_t type = topic.find('/', kGroup) + 1;
    const std::size_t node = topic.find('/', type) + 1;
    const std::string group(topic.substr(0, type));
    const std::string name(topic.substr(node, topic.find('/', node) - node));
    auto aliases = std::make_shared<Payload::SparkplugAliases>();
    std::int64_t born = 0;
    const auto learn = [&](TopicStore::Node birth) {
        const auto message = store.last(birth);
        // A device that was born before its node was born again has to be born again too
        // (Sparkplug 3.0.0, chapter 5); what it said before means nothing.
        if (message && message->time >= born && aliases->learn(store.path(birth), message->payload))
            return message->time;
        return std::int64_t(0);
    };
    if (const auto birth = store.find(group + "NBIRTH/" + name); birth != TopicStore::kNone)
        born = learn(birth);
    const TopicStore::Node devices = store.find(group + "DBIRTH/" + name);
    if (devices != TopicStore::kNone) {
        int read = 0;
        for (TopicStore::Node device = store.firstChild(devices);
             device != TopicStore::kNone && read < kMostBirths;
             device = store.nextSibling(device), ++read)
            (void)learn(device);
    }
    return aliases;
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
