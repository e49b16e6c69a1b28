// SPDX-License-Identifier: GPL-3.0-or-later
// Payloads, which anybody sends. The first byte chooses the decoder, the second whether the bytes
// are only the head of a payload. What comes out keeps its bounds and is a tree.
#include "core/payload/decoded.h"
#include "core/payload/diff.h"
#include "core/payload/jsonpath.h"
#include "core/payload/protoschema.h"
#include "core/payload/sparkplug.h"

#include <QFile>
#include <QTemporaryDir>

#include <cstdlib>

using namespace Portolan;
using namespace Portolan::Payload;

namespace {

void check(bool holds)
{
    if (!holds)
        std::abort();
}

std::shared_ptr<const ProtoSchema> schema()
{
    static const std::shared_ptr<const ProtoSchema> loaded = [] {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("a.proto")));
        check(file.open(QIODevice::WriteOnly));
        file.write("syntax = \"proto2\"; message A { optional A a = 1; optional string s = 2; "
                   "map<string, A> m = 3; repeated sint32 n = 4 [packed = true]; "
                   "oneof o { bytes b = 5; double d = 6; } }");
        file.close();
        return *ProtoSchema::load(folder.path());
    }();
    return loaded;
}

void checkTree(const Decoded &decoded, const Limits &limits)
{
    check(static_cast<int>(decoded.nodes.size()) <= limits.nodes);
    check(decoded.text.size() <= limits.text + 2);
    for (std::size_t i = 0; i < decoded.nodes.size(); ++i) {
        const Node &node = decoded.nodes[i];
        check((i == 0) == (node.parent < 0) && node.parent < static_cast<std::int32_t>(i));
        check(node.nextSibling < 0 || node.nextSibling > static_cast<std::int32_t>(i));
        check(node.text.size() <= limits.nodeText + 1);
    }
    if (!decoded.nodes.empty()) {
        const auto last = static_cast<std::int32_t>(decoded.nodes.size()) - 1;
        check(JsonPath::parse(JsonPath::to(decoded, last).toString()).has_value());
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    if (size < 2)
        return 0;
    const std::string_view payload(reinterpret_cast<const char *>(bytes) + 2, size - 2);
    Options options;
    options.limits = {.depth = 20, .nodes = 2'000, .nodeText = 500, .text = 20'000};
    if (bytes[1] % 2 == 1)
        options.size = payload.size() + 1;
    if (bytes[1] % 4 > 1) {
        options.schema = schema();
        options.messageType = QStringLiteral("A");
        options.charset = QStringLiteral("windows-949");
    }
    const Kind kind = static_cast<Kind>(bytes[0] % 10);
    const auto decoded = decode(kind, payload, options);
    if (decoded)
        checkTree(*decoded, options.limits);
    else
        check(!decoded.error().what.isEmpty());
    // What is recognised can be decoded.
    const Kind detected = detect(payload, "spBv1.0/g/NDATA/n", options.size);
    if (detected != Kind::Text || options.size == 0)
        check(decode(detected, payload, Options{.size = options.size}).has_value());
    SparkplugAliases aliases;
    (void)aliases.learn("spBv1.0/g/NBIRTH/n", payload);
    const std::string_view half = payload.substr(payload.size() / 2);
    (void)diffBytes(payload, half);
    return 0;
}
