// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QList>
#include <QString>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace Portolan::Payload {

// The bytes of a message as a person reads them: one call from bytes to text and tree, for every
// protocol that carries payloads. Pure, any thread, nothing is kept. The bytes come from a
// stranger: depth, nodes and output are bounded by Limits, nothing recurses along them without a
// bound, and what was left out is said (`cut`, notes). What cannot be decoded is a Protocol error
// whose `native` is the offset of the fault in bytes. Nothing is lost silently: numbers keep all
// their digits, keys that stand twice stand twice, bytes that are no UTF-8 are written as \xNN with
// a note.

enum class Kind {
    Text,        // UTF-8, or the charset of the options
    Json,        // RFC 8259
    Cbor,        // RFC 8949
    MessagePack, // its specification on GitHub, with the timestamp extension
    Protobuf,    // by a schema where there is one; otherwise the fields of the wire
    Sparkplug,   // Sparkplug B 3.0, chapter 6
    Image,       // PNG, JPEG, GIF, WebP: format and size, no picture
    Hex,
    Base64,     // the bytes, written as Base64
    FromBase64, // a text that is Base64: what is in it
};

// "json", "messagepack", ...: stable, for settings and files.
[[nodiscard]] QString kindName(Kind kind);
[[nodiscard]] std::optional<Kind> kindOf(const QString &name);

class ProtoSchema;
class SparkplugAliases;

struct Limits
{
    int depth = 128;
    int nodes = 100'000;
    qsizetype nodeText = 64 * 1024;    // UTF-16 units of one value
    qsizetype text = 2 * 1024 * 1024;  // UTF-16 units of the display text
    qsizetype input = 8 * 1024 * 1024; // bytes that are looked at
    qsizetype hexInput = 256 * 1024;   // of them, in a dump
};

struct Options
{
    Limits limits = {};
    // Size of the whole payload where `bytes` is only its head; 0: the bytes are all.
    std::uint64_t size = 0;
    int hexRow = 16;                                // bytes in a line of a dump
    QString charset = {};                           // for Text; empty: UTF-8
    std::shared_ptr<const ProtoSchema> schema = {}; // for Protobuf
    QString messageType = {};                       // full name in the schema
    QString topic = {};                             // for Sparkplug's aliases
    std::shared_ptr<const SparkplugAliases> aliases = {};
};

// One value of the tree. Nodes stand in the order of the bytes, parents before children.
struct Node
{
    enum class Type : std::uint8_t {
        Object,
        Array,
        String,
        Bytes,
        Integer,
        Real,
        Bool,
        Null,
        Time
    };

    QString name = {};                 // key of an object
    QString text = {};                 // of a leaf, as it is displayed, without quotes
    QString tag = {};                  // CBOR tag, Protobuf type, Sparkplug datatype; empty mostly
    std::optional<double> number = {}; // for charts: numbers, and true and false as 1 and 0
    std::int64_t offset = 0;           // of its first byte in the payload
    std::int32_t parent = -1;
    std::int32_t firstChild = -1;
    std::int32_t nextSibling = -1;
    std::int32_t children = 0;
    std::int32_t index = -1; // in its array; -1: it has a name, or is the root
    Type type = Type::Null;
    bool isTextKey = true; // false: in CBOR or MessagePack the key is a number or the like
};

struct Decoded
{
    Kind kind = Kind::Text;
    QString text;            // what the viewer shows
    std::vector<Node> nodes; // [0] is the root; empty where the kind has no tree
    QStringList notes;       // whole sentences: odd, but no fault
    bool cut = false;        // text or tree is not all of it
    std::uint64_t size = 0;  // of the whole payload
};

[[nodiscard]] Result<Decoded> decode(Kind kind, std::string_view bytes,
                                     const Options &options = {});

// What the bytes are, for certain; otherwise Text, or Hex where they are no text. Sparkplug is
// offered only below spBv1.0/, CBOR and MessagePack only for whole maps and lists that are one and
// not the other, Protobuf and Base64 never.
[[nodiscard]] Kind detect(std::string_view bytes, std::string_view topic = {},
                          std::uint64_t size = 0);

} // namespace Portolan::Payload
