// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/payload/bytereader.h"
#include "core/payload/treewriter.h"

// MessagePack, github.com/msgpack/msgpack/blob/master/spec.md.
namespace Portolan::Payload {

namespace {

class PackReader
{
public:
    PackReader(std::string_view bytes, const Options &options)
        : m_bytes(bytes)
        , m_in(bytes)
        , m_writer(Kind::MessagePack, bytes, options)
    {
    }

    Result<Decoded> run()
    {
        if (m_in.isAtEnd())
            return endsEarly(0);
        do {
            if (auto done = item(); !done) {
                if (m_ended && m_writer.isHead())
                    break;
                return tl::unexpected(std::move(done.error()));
            }
        } while (!m_frames.empty() && !m_writer.full());
        if (!m_frames.empty() || m_writer.full())
            m_writer.cut();
        else if (!m_in.isAtEnd() && !m_writer.isHead())
            m_writer.note(TreeWriter::tr("%n bytes follow the value.", nullptr,
                                         static_cast<int>(m_in.left())));
        return m_writer.take();
    }

private:
    using Type = Node::Type;
    struct Frame
    {
        std::uint64_t left;
        bool isMap;
        bool wantsKey;
    };
    // A value as it stands, before it is known whether it is a key.
    struct Value
    {
        Type type = Type::Null;
        QString text = {};
        std::optional<double> number = {};
        QString tag = {};
        std::uint64_t count = 0; // of a list or map
    };

    void valueDone()
    {
        while (!m_frames.empty()) {
            Frame &frame = m_frames.back();
            if (frame.left > 0) {
                --frame.left;
                frame.wantsKey = frame.isMap;
            }
            if (frame.left > 0)
                return;
            m_writer.close();
            m_frames.pop_back();
        }
    }

    Result<> item()
    {
        const std::int64_t offset = m_in.offset();
        auto value = read(offset);
        if (!value)
            return tl::unexpected(std::move(value.error()));
        const bool isContainer = value->type == Type::Object || value->type == Type::Array;
        if (!m_frames.empty() && m_frames.back().wantsKey) {
            if (isContainer) {
                // Its bytes are the name.
                if (auto skipped = skip(*value); !skipped)
                    return skipped;
                const auto begin = static_cast<std::size_t>(offset);
                value->type = Type::Bytes;
                value->text = m_writer.hex(m_bytes.substr(begin, m_in.at() - begin));
            }
            m_writer.key(value->type == Type::Bytes
                             ? QStringLiteral("h'") + value->text + QLatin1Char('\'')
                             : value->text,
                         value->type == Type::String);
            m_frames.back().wantsKey = false;
            return {};
        }
        if (!isContainer) {
            (void)m_writer.leaf(value->type, offset, value->text, value->number, value->tag);
            valueDone();
            return {};
        }
        if (!m_writer.open(value->type, offset))
            return {};
        const bool isMap = value->type == Type::Object;
        if (value->count == 0) {
            m_writer.close();
            valueDone();
        } else {
            m_frames.push_back({value->count, isMap, isMap});
        }
        return {};
    }

    // Over what is inside a list or map whose head was read: all of it as one count of values.
    Result<> skip(const Value &container)
    {
        std::uint64_t left = 0;
        const auto add = [&](const Value &value) {
            if (value.type == Type::Array)
                left += value.count;
            else if (value.type == Type::Object)
                left += value.count * 2;
        };
        for (add(container); left > 0; --left) {
            auto value = read(m_in.offset());
            if (!value)
                return tl::unexpected(std::move(value.error()));
            add(*value);
        }
        return {};
    }

    Result<Value> read(std::int64_t offset)
    {
        const auto first = m_in.byte();
        if (!first)
            return early(offset);
        const unsigned byte = *first;
        if (byte < 0x80)
            return integer(static_cast<std::int64_t>(byte));
        if (byte < 0x90)
            return container(Type::Object, byte & 0xfU);
        if (byte < 0xa0)
            return container(Type::Array, byte & 0xfU);
        if (byte < 0xc0)
            return string(byte & 0x1fU, offset);
        if (byte >= 0xe0)
            return integer(static_cast<std::int64_t>(byte) - 256);
        switch (byte) {
        case 0xc0:
            return Value{.type = Type::Null, .text = QStringLiteral("null")};
        case 0xc2:
            return Value{.type = Type::Bool, .text = QStringLiteral("false"), .number = 0.0};
        case 0xc3:
            return Value{.type = Type::Bool, .text = QStringLiteral("true"), .number = 1.0};
        case 0xd4:
        case 0xd5:
        case 0xd6:
        case 0xd7:
        case 0xd8:
            return extension(std::uint64_t(1) << (byte - 0xd4), offset);
        case 0xc1:
            return fault(TreeWriter::tr("MessagePack never uses this byte."), offset);
        default:
            break;
        }
        // What is left has a number of 1, 2, 4 or 8 bytes behind it.
        static constexpr std::uint8_t kSize[] = {
            1, 2, 4, 1, 2, 4, 4, 8, 1, 2, 4, 8, 1, 2,
            4, 8, 0, 0, 0, 0, 0, 1, 2, 4, 2, 4, 2, 4}; // 0xc4 to 0xdf
        const std::size_t size = kSize[byte - 0xc4];
        const auto number = m_in.big(size);
        if (!number)
            return early(offset);
        return sized(byte, *number, offset);
    }

    Result<Value> sized(unsigned byte, std::uint64_t number, std::int64_t offset)
    {
        switch (byte) {
        case 0xc4:
        case 0xc5:
        case 0xc6: {
            const auto bytes = m_in.take(number);
            if (!bytes)
                return early(offset);
            return Value{.type = Type::Bytes, .text = m_writer.hex(*bytes)};
        }
        case 0xc7:
        case 0xc8:
        case 0xc9:
            return extension(number, offset);
        case 0xca:
            return real(asFloat(number));
        case 0xcb:
            return real(asDouble(number));
        case 0xcc:
        case 0xcd:
        case 0xce:
        case 0xcf:
            return Value{.type = Type::Integer,
                         .text = QString::number(number),
                         .number = static_cast<double>(number)};
        case 0xd0:
            return integer(static_cast<std::int8_t>(number));
        case 0xd1:
            return integer(static_cast<std::int16_t>(number));
        case 0xd2:
            return integer(static_cast<std::int32_t>(number));
        case 0xd3:
            return integer(static_cast<std::int64_t>(number));
        case 0xd9:
        case 0xda:
        case 0xdb:
            return string(number, offset);
        case 0xdc:
        case 0xdd:
            return container(Type::Array, number);
        default:
            return container(Type::Object, number);
        }
    }

    static Value integer(std::int64_t value)
    {
        return {.type = Type::Integer,
                .text = QString::number(value),
                .number = static_cast<double>(value)};
    }
    static Value real(double value)
    {
        return {.type = Type::Real, .text = realText(value), .number = value};
    }
    static Value container(Type type, std::uint64_t count)
    {
        return {.type = type, .count = count};
    }

    Result<Value> string(std::uint64_t size, std::int64_t offset)
    {
        const auto bytes = m_in.take(size);
        if (!bytes)
            return early(offset);
        return Value{.type = Type::String, .text = m_writer.text(*bytes, offset)};
    }

    Result<Value> extension(std::uint64_t size, std::int64_t offset)
    {
        const auto type = m_in.byte();
        const auto bytes = type ? m_in.take(size) : std::nullopt;
        if (!bytes)
            return early(offset);
        const int number = static_cast<std::int8_t>(*type);
        if (number == -1) {
            if (auto time = timestamp(*bytes))
                return *time;
        }
        return Value{.type = Type::Bytes,
                     .text = m_writer.hex(*bytes),
                     .tag = QStringLiteral("ext(%1)").arg(number)};
    }

    // "Timestamp extension type": 4, 8 or 12 bytes.
    static std::optional<Value> timestamp(std::string_view bytes)
    {
        ByteReader in(bytes);
        std::int64_t seconds = 0;
        std::uint64_t nanoseconds = 0;
        if (bytes.size() == 4) {
            seconds = static_cast<std::int64_t>(*in.big(4));
        } else if (bytes.size() == 8) {
            const std::uint64_t both = *in.big(8);
            nanoseconds = both >> 34U;
            seconds = static_cast<std::int64_t>(both & 0x3ffffffffU);
        } else if (bytes.size() == 12) {
            nanoseconds = *in.big(4);
            seconds = static_cast<std::int64_t>(*in.big(8));
        } else {
            return std::nullopt;
        }
        if (nanoseconds > 999'999'999 || seconds > 1'000'000'000'000 ||
            seconds < -1'000'000'000'000)
            return std::nullopt;
        const QString text =
            timeText(seconds * 1000 + static_cast<std::int64_t>(nanoseconds / 1'000'000));
        if (text.isEmpty())
            return std::nullopt;
        return Value{.type = Type::Time,
                     .text = text,
                     .number =
                         static_cast<double>(seconds) + static_cast<double>(nanoseconds) / 1e9};
    }

    tl::unexpected<Error> early(std::int64_t offset)
    {
        m_ended = true;
        return endsEarly(offset);
    }

    std::string_view m_bytes;
    ByteReader m_in;
    TreeWriter m_writer;
    std::vector<Frame> m_frames;
    bool m_ended = false;
};

} // namespace

Result<Decoded> decodeMessagePack(std::string_view bytes, const Options &options)
{
    return PackReader(bytes, options).run();
}

} // namespace Portolan::Payload
