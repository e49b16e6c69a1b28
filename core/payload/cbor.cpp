// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/payload/bytereader.h"
#include "core/payload/treewriter.h"

#include <cmath>
#include <string>
#include <utility>

// RFC 8949. Section numbers below are its.
namespace Portolan::Payload {

namespace {

constexpr std::uint64_t kIndefinite = ~std::uint64_t(0);
constexpr std::size_t kMostBigBytes = 512; // of a bignum that is written as digits

// Section 3.4.3: any length, most significant byte first.
QString decimal(std::string_view big, bool isNegative)
{
    std::vector<std::uint32_t> digits{0}; // base 10^9, least significant first
    const auto add = [&](std::uint64_t factor, std::uint64_t carry) {
        for (std::uint32_t &digit : digits) {
            const std::uint64_t value = digit * factor + carry;
            digit = static_cast<std::uint32_t>(value % 1'000'000'000U);
            carry = value / 1'000'000'000U;
        }
        if (carry > 0)
            digits.push_back(static_cast<std::uint32_t>(carry));
    };
    for (const char byte : big)
        add(256, static_cast<std::uint8_t>(byte));
    if (isNegative) // -1 - n
        add(1, 1);
    std::string text = std::to_string(digits.back());
    for (auto digit = digits.rbegin() + 1; digit != digits.rend(); ++digit) {
        const std::string piece = std::to_string(*digit);
        text.append(9 - piece.size(), '0').append(piece);
    }
    return (isNegative ? QStringLiteral("-") : QString()) + QString::fromStdString(text);
}

double halfToDouble(std::uint64_t bits) // appendix D
{
    const int exponent = static_cast<int>(bits >> 10U & 0x1fU);
    const auto mantissa = static_cast<double>(bits & 0x3ffU);
    double value = 0;
    if (exponent == 0)
        value = std::ldexp(mantissa, -24);
    else if (exponent != 31)
        value = std::ldexp(mantissa + 1024, exponent - 25);
    else
        value = mantissa == 0 ? std::numeric_limits<double>::infinity()
                              : std::numeric_limits<double>::quiet_NaN();
    return bits & 0x8000U ? -value : value;
}

class CborReader
{
public:
    CborReader(std::string_view bytes, const Options &options)
        : m_bytes(bytes)
        , m_in(bytes)
        , m_writer(Kind::Cbor, bytes, options)
    {
    }

    Result<Decoded> run()
    {
        if (m_bytes.empty())
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
    struct Frame
    {
        std::uint64_t left; // values, kIndefinite: until the break
        bool isMap;
        bool wantsKey;
    };
    struct Head
    {
        unsigned major = 0;
        unsigned info = 0;
        std::uint64_t value = 0; // kIndefinite together with info 31
    };

    tl::unexpected<Error> early(std::int64_t offset)
    {
        m_ended = true;
        return endsEarly(offset);
    }

    Result<Head> head()
    {
        const std::int64_t offset = m_in.offset();
        const auto first = m_in.byte();
        if (!first)
            return early(offset);
        Head head{.major = unsigned(*first) >> 5U, .info = unsigned(*first) & 0x1fU};
        if (head.info < 24) {
            head.value = head.info;
        } else if (head.info < 28) {
            const auto value = m_in.big(std::size_t(1) << (head.info - 24));
            if (!value)
                return early(offset);
            head.value = *value;
        } else if (head.info == 31 && head.major >= 2 && head.major != 6) {
            head.value = kIndefinite;
        } else {
            return fault(TreeWriter::tr("CBOR does not have this length."), offset);
        }
        return head;
    }

    // Counts a value and closes what is complete by it.
    void valueDone()
    {
        while (!m_frames.empty()) {
            Frame &frame = m_frames.back();
            frame.wantsKey = frame.isMap;
            if (frame.left == kIndefinite || --frame.left > 0)
                return;
            m_writer.close();
            m_frames.pop_back();
        }
    }

    Result<> item()
    {
        const std::int64_t offset = m_in.offset();
        auto read = head();
        if (!read)
            return tl::unexpected(std::move(read.error()));
        if (read->major == 7 && read->info == 31)
            return endOfIndefinite(offset);
        if (!m_frames.empty() && m_frames.back().wantsKey)
            return key(*read, offset);
        QString tag;
        std::uint64_t number = kIndefinite;
        for (int tags = 0; read->major == 6; ++tags) {
            if (tags == 16)
                return fault(TreeWriter::tr("It is nested too deeply."), offset);
            number = read->value;
            if (number != 55799) // section 3.4.6: says no more than that this is CBOR
                tag += (tag.isEmpty() ? QString() : QStringLiteral(" ")) + QString::number(number) +
                       QLatin1Char('!');
            read = head();
            if (!read)
                return tl::unexpected(std::move(read.error()));
        }
        return value(*read, offset, tag, number);
    }

    Result<> endOfIndefinite(std::int64_t offset)
    {
        if (m_frames.empty() || m_frames.back().left != kIndefinite ||
            (m_frames.back().isMap && !m_frames.back().wantsKey))
            return fault(TreeWriter::tr("An end stands where nothing is open."), offset);
        m_writer.close();
        m_frames.pop_back();
        valueDone();
        return {};
    }

    Result<> key(const Head &head, std::int64_t offset)
    {
        QString name;
        if (head.major == 3 || head.major == 2) {
            auto bytes = string(head, offset);
            if (!bytes)
                return tl::unexpected(std::move(bytes.error()));
            name = head.major == 3
                       ? m_writer.text(*bytes, offset)
                       : QStringLiteral("h'") + m_writer.hex(*bytes) + QLatin1Char('\'');
        } else if (head.major == 0) {
            name = QString::number(head.value);
        } else if (head.major == 1) {
            name = negative(head.value);
        } else if (head.major == 7) {
            name = simple(head).first;
        } else {
            // A list, an object or a tagged value: its bytes are the name.
            if (auto skipped = skip(head); !skipped)
                return skipped;
            const auto begin = static_cast<std::size_t>(offset);
            name = QStringLiteral("h'") + m_writer.hex(m_bytes.substr(begin, m_in.at() - begin)) +
                   QLatin1Char('\'');
        }
        m_writer.key(std::move(name), head.major == 3);
        m_frames.back().wantsKey = false;
        return {};
    }

    // Over what is inside an item whose head was read.
    Result<> skip(const Head &first)
    {
        std::vector<std::uint64_t> left; // items of each open one; kIndefinite: until the break
        for (Head item = first;;) {
            const bool isEnd = item.major == 7 && item.info == 31;
            if (isEnd) {
                if (left.empty() || left.back() != kIndefinite)
                    return fault(TreeWriter::tr("An end stands where nothing is open."),
                                 m_in.offset());
                left.pop_back();
            } else if (item.major == 2 || item.major == 3) {
                if (auto bytes = string(item, m_in.offset()); !bytes)
                    return tl::unexpected(std::move(bytes.error()));
            } else if (item.major >= 4 && item.major <= 6) {
                if (left.size() >= static_cast<std::size_t>(m_writer.options().limits.depth))
                    return fault(TreeWriter::tr("It is nested too deeply."), m_in.offset());
                const bool isMap = item.major == 5;
                if (item.info != 31 && isMap && item.value > ~std::uint64_t(0) / 4)
                    return early(m_in.offset()); // more than there are bytes anywhere
                left.push_back(item.info == 31   ? kIndefinite
                               : item.major == 6 ? 1
                               : isMap           ? item.value * 2
                                                 : item.value);
            }
            // Whatever is complete counts for the one around it.
            bool isComplete = isEnd || item.major < 4 || item.major == 7;
            while (!left.empty()) {
                if (isComplete && left.back() != kIndefinite && left.back() > 0)
                    --left.back();
                isComplete = left.back() == 0;
                if (!isComplete)
                    break;
                left.pop_back();
            }
            if (left.empty())
                return {};
            auto next = head();
            if (!next)
                return tl::unexpected(std::move(next.error()));
            item = *next;
        }
    }

    static QString negative(std::uint64_t value)
    {
        return value == ~std::uint64_t(0) ? QStringLiteral("-18446744073709551616")
                                          : QLatin1Char('-') + QString::number(value + 1);
    }

    // The bytes of a string, its chunks put together (section 3.2.3).
    Result<std::string> string(const Head &head, std::int64_t offset)
    {
        if (head.value != kIndefinite || head.info != 31) {
            const auto piece = m_in.take(head.value);
            if (!piece)
                return early(offset);
            return std::string(*piece);
        }
        std::string all;
        for (;;) {
            auto chunk = this->head();
            if (!chunk)
                return tl::unexpected(std::move(chunk.error()));
            if (chunk->major == 7 && chunk->info == 31)
                return all;
            if (chunk->major != head.major || chunk->info == 31)
                return fault(TreeWriter::tr("A piece of a string is of another kind."), offset);
            const auto piece = m_in.take(chunk->value);
            if (!piece)
                return early(offset);
            all += *piece;
        }
    }

    std::pair<QString, std::optional<double>> simple(const Head &head)
    {
        switch (head.info) {
        case 20:
            return {QStringLiteral("false"), 0.0};
        case 21:
            return {QStringLiteral("true"), 1.0};
        case 22:
            return {QStringLiteral("null"), {}};
        case 23:
            return {QStringLiteral("undefined"), {}};
        case 25:
            return real(halfToDouble(head.value));
        case 26:
            return real(asFloat(head.value));
        case 27:
            return real(asDouble(head.value));
        default:
            return {QStringLiteral("simple(%1)").arg(head.value), {}};
        }
    }
    static std::pair<QString, std::optional<double>> real(double value)
    {
        return {realText(value), value};
    }

    Result<> value(const Head &head, std::int64_t offset, QString tag, std::uint64_t number)
    {
        using Type = Node::Type;
        switch (head.major) {
        case 0:
        case 1:
            integer(head, offset, tag, number);
            valueDone();
            return {};
        case 2:
        case 3: {
            auto bytes = string(head, offset);
            if (!bytes)
                return tl::unexpected(std::move(bytes.error()));
            const bool isBig =
                head.major == 2 && (number == 2 || number == 3) && bytes->size() <= kMostBigBytes;
            if (isBig)
                (void)m_writer.leaf(Type::Integer, offset, decimal(*bytes, number == 3), {});
            else if (head.major == 2)
                (void)m_writer.leaf(Type::Bytes, offset, m_writer.hex(*bytes), {}, tag);
            else
                (void)m_writer.leaf(Type::String, offset, m_writer.text(*bytes, offset), {}, tag);
            valueDone();
            return {};
        }
        case 4:
        case 5: {
            const bool isMap = head.major == 5;
            if (!m_writer.open(isMap ? Type::Object : Type::Array, offset, tag))
                return {};
            m_frames.push_back({.left = head.info == 31 ? kIndefinite : head.value,
                                .isMap = isMap,
                                .wantsKey = isMap});
            if (m_frames.back().left == 0) {
                m_frames.pop_back();
                m_writer.close();
                valueDone();
            }
            return {};
        }
        default:
            break;
        }
        if (head.info == 24 && head.value < 32)
            return fault(TreeWriter::tr("CBOR does not have this simple value."), offset);
        const auto [text, asNumber] = simple(head);
        const Type type = head.info == 20 || head.info == 21   ? Type::Bool
                          : head.info >= 25 && head.info <= 27 ? Type::Real
                                                               : Type::Null;
        // Section 3.4.2: seconds since 1970, also with a fraction.
        if (number == 1 && type == Type::Real && std::abs(*asNumber) < 1e13)
            writeTime(offset, *asNumber);
        else
            (void)m_writer.leaf(type, offset, text, asNumber, tag);
        valueDone();
        return {};
    }

    void integer(const Head &head, std::int64_t offset, const QString &tag, std::uint64_t number)
    {
        const auto size = static_cast<double>(head.value);
        const double asNumber = head.major == 0 ? size : -1.0 - size;
        if (number == 1 && size < 1e12)
            writeTime(offset, asNumber);
        else
            (void)m_writer.leaf(Node::Type::Integer, offset,
                                head.major == 0 ? QString::number(head.value)
                                                : negative(head.value),
                                asNumber, tag);
    }

    void writeTime(std::int64_t offset, double seconds)
    {
        const QString time = timeText(static_cast<std::int64_t>(std::floor(seconds * 1000)));
        (void)m_writer.leaf(Node::Type::Time, offset, time.isEmpty() ? realText(seconds) : time,
                            seconds);
    }

    std::string_view m_bytes;
    ByteReader m_in;
    TreeWriter m_writer;
    std::vector<Frame> m_frames;
    bool m_ended = false;
};

} // namespace

Result<Decoded> decodeCbor(std::string_view bytes, const Options &options)
{
    return CborReader(bytes, options).run();
}

} // namespace Portolan::Payload
