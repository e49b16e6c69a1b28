// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/payload/decoded.h"
#include "core/payload/imagefacts.h"
#include "core/payload/sparkplug.h"
#include "core/payload/treewriter.h"

#include <algorithm>
#include <array>
#include <utility>

namespace Portolan::Payload {

namespace {

constexpr std::array<std::pair<Kind, const char *>, 10> kNames{{
    {Kind::Text, "text"},
    {Kind::Json, "json"},
    {Kind::Cbor, "cbor"},
    {Kind::MessagePack, "messagepack"},
    {Kind::Protobuf, "protobuf"},
    {Kind::Sparkplug, "sparkplug"},
    {Kind::Image, "image"},
    {Kind::Hex, "hex"},
    {Kind::Base64, "base64"},
    {Kind::FromBase64, "from-base64"},
}};

bool looksLikeText(std::string_view bytes, bool isHead)
{
    const auto isOdd = [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        // ESC stands in logs; the other control characters stand in no text.
        return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\x1b') || byte == 0x7f;
    };
    return std::none_of(bytes.begin(), bytes.end(), isOdd) && isUtf8(bytes, isHead);
}

// A whole map with a name for every value, or a list that holds one: what programs send. Bytes that
// only happen to be valid ("\x81\x01") are not.
bool isConvincing(const Result<Decoded> &decoded)
{
    if (!decoded || decoded->cut || !decoded->notes.isEmpty() || decoded->nodes.empty())
        return false;
    const auto isNamed = [&](const Node &node) {
        if (node.type != Node::Type::Object || node.children == 0)
            return false;
        for (std::int32_t child = node.firstChild; child >= 0;
             child = decoded->nodes[std::size_t(child)].nextSibling) {
            const Node &value = decoded->nodes[std::size_t(child)];
            if (!value.isTextKey || value.name.isEmpty() ||
                std::any_of(value.name.begin(), value.name.end(),
                            [](QChar c) { return !c.isPrint(); }))
                return false;
        }
        return true;
    };
    const Node &root = decoded->nodes.front();
    if (root.type == Node::Type::Array)
        return std::any_of(decoded->nodes.begin(), decoded->nodes.end(), isNamed);
    return isNamed(root);
}

Kind detectBinary(std::string_view bytes, bool isHead)
{
    if (isHead)
        return Kind::Hex; // only a whole value is certain
    Options options;
    options.limits.nodeText = 256;
    options.limits.text = 16;
    const auto valid = [&](Result<Decoded> decoded) {
        if (decoded)
            decoded->cut = false; // the display text is short here; other cuts have a note
        return isConvincing(decoded);
    };
    if (bytes.starts_with("\xd9\xd9\xf7")) { // RFC 8949, section 3.4.6
        const auto tagged = decodeCbor(bytes, options);
        return tagged && tagged->notes.isEmpty() ? Kind::Cbor : Kind::Hex;
    }
    const bool isCbor = valid(decodeCbor(bytes, options));
    const bool isPack = valid(decodeMessagePack(bytes, options));
    if (isCbor != isPack)
        return isCbor ? Kind::Cbor : Kind::MessagePack;
    return Kind::Hex;
}

} // namespace

QString kindName(Kind kind)
{
    for (const auto &[known, name] : kNames) {
        if (known == kind)
            return QString::fromLatin1(name);
    }
    return {};
}

std::optional<Kind> kindOf(const QString &wanted)
{
    for (const auto &[known, name] : kNames) {
        if (wanted == QLatin1String(name))
            return known;
    }
    return std::nullopt;
}

Result<Decoded> decode(Kind kind, std::string_view bytes, const Options &given)
{
    Options options = given;
    const auto most = static_cast<std::size_t>(std::max<qsizetype>(options.limits.input, 0));
    if (bytes.size() > most) {
        options.size = std::max<std::uint64_t>(options.size, bytes.size());
        bytes = bytes.substr(0, most);
    }
    switch (kind) {
    case Kind::Json:
        return decodeJson(bytes, options);
    case Kind::Cbor:
        return decodeCbor(bytes, options);
    case Kind::MessagePack:
        return decodeMessagePack(bytes, options);
    case Kind::Protobuf:
        return options.schema ? decodeProtobuf(bytes, options) : decodeWire(bytes, options);
    case Kind::Sparkplug:
        return decodeSparkplug(bytes, options);
    case Kind::Image:
        return decodeImage(bytes, options);
    case Kind::Hex:
        return decodeHex(bytes, options);
    case Kind::Base64:
        return decodeBase64(bytes, options);
    case Kind::FromBase64:
        return decodeFromBase64(bytes, options);
    case Kind::Text:
        break;
    }
    return decodeText(bytes, options);
}

Kind detect(std::string_view bytes, std::string_view topic, std::uint64_t size)
{
    if (bytes.empty())
        return Kind::Text;
    const bool isHead = size > bytes.size();
    constexpr std::size_t kLooked = std::size_t(1) << 20U;
    const std::string_view head = bytes.substr(0, kLooked);
    const bool isPart = isHead || head.size() < bytes.size();
    if (!isPart && isSparkplugTopic(topic) && isSparkplug(bytes))
        return Kind::Sparkplug;
    if (imageFacts(head))
        return Kind::Image;
    if (!looksLikeText(head, isPart))
        return detectBinary(head, isPart);
    const std::size_t first = head.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos || (head[first] != '{' && head[first] != '['))
        return Kind::Text;
    Options options;
    options.size = isPart ? head.size() + 1 : 0;
    options.limits.text = 16;
    return decodeJson(head, options) ? Kind::Json : Kind::Text;
}

} // namespace Portolan::Payload
