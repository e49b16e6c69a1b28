// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mqtt/decoderrules.h"
#include "core/mqtt/topicstore.h"
#include "core/payload/protoschema.h"
#include "core/payload/sparkplug.h"

#include <QHash>
#include <QStringList>

#include <memory>
#include <optional>
#include <utility>

namespace Portolan::Mqtt {

// Decoder rules made ready: the .proto files that they name are read. load() reads files and does
// not belong on the GUI thread; afterwards a value that any thread reads.
class TopicDecoders
{
public:
    TopicDecoders() = default;
    [[nodiscard]] static TopicDecoders load(const DecoderRules &rules);

    // What a rule says of the topic; nothing where none does, and Payload::detect() decides.
    [[nodiscard]] std::optional<std::pair<Payload::Kind, Payload::Options>>
    forTopic(std::string_view topic) const;
    // What is wrong with the .proto files, a sentence each with file and line. The rules hold even
    // so: without a schema Protobuf is shown by its fields.
    [[nodiscard]] const QStringList &faults() const { return m_faults; }
    [[nodiscard]] const DecoderRules &rules() const { return m_rules; }

private:
    DecoderRules m_rules;
    QHash<QString, std::shared_ptr<const Payload::ProtoSchema>> m_schemas; // by folder
    QStringList m_faults;
};

// The names behind the aliases in a Sparkplug message of that topic, from the last births of its
// edge node and devices as far as they were received; nullptr for other topics. A few messages are
// read, at most kMostBirths; whoever calls holds the store.
inline constexpr int kMostBirths = 2'000;
[[nodiscard]] std::shared_ptr<const Payload::SparkplugAliases>
sparkplugAliases(const TopicStore &store, std::string_view topic);

} // namespace Portolan::Mqtt
