// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>

#include <string_view>

namespace Portolan::Mqtt {

// Topic names and topic filters as brokers read them. Pure, any thread; bytes are UTF-8, but names
// from a broker may be anything and are matched byte by byte.
// Source: MQTT 5.0, section 4.7 (the same in 3.1.1).

// Whether a name can be published to: not empty, no NUL, no wildcard, at most 65,535 bytes of
// UTF-8. Usage with one sentence where it cannot.
[[nodiscard]] Result<> checkTopicName(std::string_view name);
// The same for a filter: `#` only as the last level, `+` and `#` only as a whole level, and
// $share/GROUP/FILTER with a group that has no wildcard.
[[nodiscard]] Result<> checkTopicFilter(std::string_view filter);

// Whether a message of that topic is delivered to that filter. A wildcard in the first level
// matches no topic that begins with `$`.
[[nodiscard]] bool filterMatches(std::string_view filter, std::string_view topic);
// The filter behind $share/GROUP/; itself where it is not shared.
[[nodiscard]] std::string_view withoutShare(std::string_view filter);

} // namespace Portolan::Mqtt
