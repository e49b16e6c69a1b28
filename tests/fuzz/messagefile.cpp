// SPDX-License-Identifier: GPL-3.0-or-later
// Files of saved messages and of decoder rules, which come from anywhere. What is read can be
// published: every topic is one.
#include "core/mqtt/messagefile.h"
#include "core/mqtt/decoderrules.h"
#include "core/mqtt/topicfilter.h"

#include <cstdlib>

using namespace Portolan::Mqtt;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const QByteArray file(reinterpret_cast<const char *>(bytes), static_cast<qsizetype>(size));
    if (const auto read = readMessageFile(file)) {
        TopicStore store;
        for (const StoredMessage &message : read->messages) {
            const std::string_view topic(message.topic.constData(),
                                         static_cast<std::size_t>(message.topic.size()));
            if (!checkTopicName(topic) || message.qos > 2)
                std::abort();
            store.add(topic, {.payload = {message.payload.constData(),
                                          static_cast<std::size_t>(message.payload.size())},
                              .time = message.time});
        }
        MessageFileWriter writer({});
        QByteArray again;
        while (writer.step(store, 100, again)) {
        }
        const auto reread = readMessageFile(again);
        if (!reread ||
            static_cast<std::uint64_t>(reread->messages.size()) + reread->cut != writer.written())
            std::abort();
    } else if (read.error().what.isEmpty()) {
        std::abort();
    }
    if (const auto rules = DecoderRules::fromJson(file)) {
        if (DecoderRules::fromJson(rules->toJson()) != *rules)
            std::abort();
    }
    return 0;
}
