// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mqtt/topicstore.h"

#include <QByteArray>

#include <cstdint>

namespace Portolan::Mqtt {

// The last values at and below a topic as JSON, level in level, for the clipboard: a payload that
// is JSON stands as it is, with all its digits, other text as a string, bytes that are no text as
// {"base64": "..."}. A level that has a value and levels below it holds its own value under "".
// Bounded: beyond kMostTopics, kMostBytes and kMostDepth topics are counted and left out. Any
// thread, while the store stands still.
struct TopicJson
{
    static constexpr std::uint32_t kMostTopics = 20'000;
    static constexpr qsizetype kMostBytes = 8 * 1024 * 1024;
    static constexpr int kMostDepth = 100;

    QByteArray text;
    std::uint32_t topics = 0;
    std::uint32_t leftOut = 0;
};

[[nodiscard]] TopicJson topicJson(const TopicStore &store, TopicStore::Node top);

} // namespace Portolan::Mqtt
