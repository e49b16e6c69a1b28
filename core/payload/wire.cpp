// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/payload/wire.h"
#include "core/payload/treewriter.h"

#include <algorithm>

namespace Portolan::Payload {

std::optional<std::uint64_t> WireReader::varint(ByteReader &in)
{
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 70; shift += 7) {
        const auto byte = in.byte();
        if (!byte || (shift == 63 && *byte > 1))
            return std::nullopt;
        value |= std::uint64_t(*byte & 0x7fU) << shift;
        if ((*byte & 0x80U) == 0)
            return value;
    }
    return std::nullopt;
}

std::optional<WireField> WireReader::next()
{
    if (m_isBroken || m_in.isAtEnd())
        return std::nullopt;
    const auto broken = [&]() -> std::optional<WireField> {
        m_isBroken = true;
        return std::nullopt;
    };
    WireField field;
    field.offset = offset();
    const auto tag = varint(m_in);
    if (!tag || *tag >> 3U == 0 || *tag >> 3U > 0x1fffffff)
        return broken();
    field.number = static_cast<std::uint32_t>(*tag >> 3U);
    std::optional<std::uint64_t> value;
    switch (*tag & 7U) {
    case 0:
        field.type = WireField::Type::Varint;
        value = varint(m_in);
        break;
    case 1:
        field.type = WireField::Type::Fixed64;
        value = m_in.little(8);
        break;
    case 5:
        field.type = WireField::Type::Fixed32;
        value = m_in.little(4);
        break;
    case 2: {
        field.type = WireField::Type::Bytes;
        const auto length = varint(m_in);
        field.inside = offset();
        const auto bytes = length ? m_in.take(*length) : std::nullopt;
        if (!bytes)
            return broken();
        field.bytes = *bytes;
        return field;
    }
    default:
        return broken();
    }
    if (!value)
        return broken();
    field.value = *value;
    return field;
}

bool isWire(std::string_view bytes)
{
    WireReader reader(bytes);
    bool any = false;
    while (reader.next())
        any = true;
    return any && !reader.isBroken();
}

namespace {

// Without a schema the bytes of a field may be a text, a message or just bytes. A text of printable
// characters is a text: a message that happens to be one is rarer than the other way round.
bool isPrintable(std::string_view bytes)
{
    return isUtf8(bytes, false) && std::none_of(bytes.begin(), bytes.end(), [](char c) {
               return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' &&
                       c != '\r') ||
                      c == 0x7f;
           });
}

constexpr int kMostWireDepth = 32;

// Recursion bounded by kMostWireDepth; each level reads its bytes twice.
void writeFields(TreeWriter &writer, WireReader &reader, int depth)
{
    using Type = Node::Type;
    while (const auto field = reader.next()) {
        if (writer.full())
            return;
        writer.key(QString::number(field->number));
        switch (field->type) {
        case WireField::Type::Varint:
            (void)writer.leaf(Type::Integer, field->offset, QString::number(field->value),
                              static_cast<double>(field->value), QStringLiteral("varint"));
            break;
        case WireField::Type::Fixed64: {
            const double real = asDouble(field->value);
            (void)writer.leaf(Type::Integer, field->offset,
                              QString::number(field->value) + QLatin1String(" (") + realText(real) +
                                  QLatin1Char(')'),
                              static_cast<double>(field->value), QStringLiteral("fixed64"));
            break;
        }
        case WireField::Type::Fixed32: {
            const double real = asFloat(field->value);
            (void)writer.leaf(Type::Integer, field->offset,
                              QString::number(field->value) + QLatin1String(" (") + realText(real) +
                                  QLatin1Char(')'),
                              static_cast<double>(field->value), QStringLiteral("fixed32"));
            break;
        }
        default:
            if (isPrintable(field->bytes)) {
                (void)writer.leaf(Type::String, field->offset,
                                  writer.text(field->bytes, field->inside));
            } else if (depth < kMostWireDepth && isWire(field->bytes)) {
                WireReader inside(field->bytes, field->inside);
                if (!writer.open(Type::Object, field->offset))
                    return;
                writeFields(writer, inside, depth + 1);
                if (writer.full())
                    return;
                writer.close();
            } else {
                (void)writer.leaf(Type::Bytes, field->offset, writer.hex(field->bytes));
            }
        }
    }
}

} // namespace

Result<Decoded> decodeWire(std::string_view bytes, const Options &options)
{
    TreeWriter writer(Kind::Protobuf, bytes, options);
    WireReader reader(bytes);
    (void)writer.open(Node::Type::Object, 0);
    writeFields(writer, reader, 1);
    if (reader.isBroken() && !writer.full()) {
        if (!writer.isHead())
            return fault(TreeWriter::tr("It is not Protobuf: here no field is complete."),
                         reader.offset());
        writer.cut();
    }
    writer.note(TreeWriter::tr("Without a .proto file the fields have numbers instead of names, "
                               "and signs and types are guessed."));
    return writer.take();
}

} // namespace Portolan::Payload
