// SPDX-License-Identifier: GPL-3.0-or-later
// What a broker or a person writes: properties, topics, filters, addresses. The first line is a
// filter or an address, the rest properties or a topic.
#include "core/mqtt/brokeraddress.h"
#include "core/mqtt/properties.h"
#include "core/mqtt/topicfilter.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace Portolan;
using namespace Portolan::Mqtt;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const std::string_view all(reinterpret_cast<const char *>(bytes), size);
    const std::size_t end = std::min(all.find('\n'), size);
    const std::string_view first = all.substr(0, end);
    const std::string_view rest = all.substr(std::min(end + 1, size));

    // What was read is written and read the same again.
    const Properties properties = decodeProperties(rest);
    const QByteArray encoded = encodeProperties(properties);
    if (decodeProperties({encoded.constData(), static_cast<std::size_t>(encoded.size())}) !=
        properties)
        std::abort();

    const bool isName = checkTopicName(rest).has_value();
    if (checkTopicFilter(first)) {
        (void)filterMatches(first, rest);
        if (isName && rest.front() != '$' && !filterMatches("#", rest))
            std::abort();
    }
    if (isName && (!checkTopicFilter(rest) || !filterMatches(rest, rest)) &&
        !rest.starts_with("$share/"))
        std::abort();

    const auto text = QString::fromUtf8(first.data(), static_cast<qsizetype>(first.size()));
    if (const auto parsed = parseAddress(text, QStringLiteral("mqtt"))) {
        if (const auto target = brokerTarget(parsed->address)) {
            const auto again = parseAddress(addressOf(*target).toString());
            if (!again || !brokerTarget(again->address))
                std::abort();
        }
    }
    return 0;
}
