// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/varbind.h"

#include "core/snmp/words.h"

#include <QHostAddress>
#include <QStringDecoder>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>
#include <span>

namespace Portolan::Snmp {

namespace {

// Text that a person can read as it is: UTF-8 without control characters but line ends and tabs.
// One NUL at the end is what old agents in C send.
std::optional<QString> readable(const QByteArray &bytes)
{
    QByteArrayView view(bytes);
    if (view.endsWith('\0'))
        view.chop(1);
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = decoder(view);
    if (decoder.hasError())
        return {};
    const bool plain = std::all_of(text.cbegin(), text.cend(), [](QChar c) {
        return c.category() != QChar::Other_Control || c == QLatin1Char('\n') ||
               c == QLatin1Char('\r') || c == QLatin1Char('\t');
    });
    return plain ? std::optional(std::move(text)) : std::nullopt;
}

QString hexadecimal(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex(' ').toUpper());
}

tl::unexpected<Error> notThat(const QString &text, const char *what)
{
    return failure(Error::Kind::Usage, tr("“%1” is not a value of the type %2.")
                                           .arg(plainLine(text, 40), QString::fromLatin1(what)));
}

std::optional<QByteArray> hexBytes(const QString &text)
{
    QByteArray digits;
    for (const QChar c : text) {
        if (c.isSpace() || c == QLatin1Char(':') || c == QLatin1Char('-'))
            continue;
        const char letter = c.toLatin1();
        const bool isHex = (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'f') ||
                           (letter >= 'A' && letter <= 'F');
        if (!isHex)
            return {};
        digits.append(letter);
    }
    if (digits.size() % 2 != 0)
        return {};
    return QByteArray::fromHex(digits);
}

std::optional<QByteArray> decimalBytes(const QString &text)
{
    QByteArray bytes;
    QString separated = text;
    separated.replace(QLatin1Char('.'), QLatin1Char(' '));
    for (const QString &each : separated.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        bool valid = false;
        const auto number = each.toUInt(&valid);
        if (!valid || number > 255)
            return {};
        bytes.append(static_cast<char>(number));
    }
    return bytes;
}

// BITS as net-snmp writes them: the numbers of the bits that are set, bit 0 leftmost.
std::optional<QByteArray> bitBytes(const QString &text)
{
    constexpr unsigned kMostBits = 65535U * 8U;
    QByteArray bytes;
    QString separated = text;
    separated.replace(QLatin1Char(','), QLatin1Char(' '));
    for (const QString &each : separated.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        bool valid = false;
        const auto bit = each.toUInt(&valid);
        if (!valid || bit >= kMostBits)
            return {};
        const auto place = static_cast<qsizetype>(bit / 8);
        if (bytes.size() <= place)
            bytes.append(place + 1 - bytes.size(), '\0');
        bytes[place] =
            static_cast<char>(static_cast<unsigned char>(bytes.at(place)) | (0x80U >> (bit % 8)));
    }
    return bytes;
}

} // namespace

QString valueTypeName(ValueType type)
{
    static constexpr const char *kNames[] = {
        "Null",         "Integer32",      "OCTET STRING", "OBJECT IDENTIFIER",
        "IpAddress",    "Counter32",      "Gauge32",      "TimeTicks",
        "Opaque",       "Counter64",      "Float",        "Double",
        "noSuchObject", "noSuchInstance", "endOfMibView",
    };
    return QString::fromLatin1(kNames[static_cast<std::size_t>(type)]);
}

Value Value::integer(std::int32_t number)
{
    Value made;
    made.m_type = ValueType::Integer32;
    made.m_number = static_cast<std::uint64_t>(static_cast<std::int64_t>(number));
    return made;
}

Value Value::octets(QByteArray octets)
{
    Value made;
    made.m_type = ValueType::OctetString;
    made.m_bytes = std::move(octets);
    return made;
}

Value Value::objectIdentifier(const Oid &oid)
{
    Value made;
    made.m_type = ValueType::ObjectIdentifier;
    const auto arcs = oid.arcs();
    made.m_bytes.resize(static_cast<qsizetype>(arcs.size_bytes()));
    if (!arcs.empty())
        std::memcpy(made.m_bytes.data(), arcs.data(), arcs.size_bytes());
    return made;
}

Value Value::ipAddress(QByteArray fourOctets)
{
    Value made;
    made.m_type = ValueType::IpAddress;
    made.m_bytes = std::move(fourOctets);
    return made;
}

Value Value::counter32(std::uint32_t number)
{
    Value made;
    made.m_type = ValueType::Counter32;
    made.m_number = number;
    return made;
}

Value Value::gauge32(std::uint32_t number)
{
    Value made;
    made.m_type = ValueType::Gauge32;
    made.m_number = number;
    return made;
}

Value Value::timeTicks(std::uint32_t hundredths)
{
    Value made;
    made.m_type = ValueType::TimeTicks;
    made.m_number = hundredths;
    return made;
}

Value Value::opaque(QByteArray octets)
{
    Value made;
    made.m_type = ValueType::Opaque;
    made.m_bytes = std::move(octets);
    return made;
}

Value Value::counter64(std::uint64_t number)
{
    Value made;
    made.m_type = ValueType::Counter64;
    made.m_number = number;
    return made;
}

Value Value::floating(float number)
{
    Value made = floating(static_cast<double>(number));
    made.m_type = ValueType::Float;
    return made;
}

Value Value::floating(double number)
{
    Value made;
    made.m_type = ValueType::Double;
    made.m_number = std::bit_cast<std::uint64_t>(number);
    return made;
}

Value Value::exception(ValueType type)
{
    Value made;
    if (type >= ValueType::NoSuchObject)
        made.m_type = type;
    return made;
}

bool Value::isNumber() const
{
    switch (m_type) {
    case ValueType::Integer32:
    case ValueType::Counter32:
    case ValueType::Gauge32:
    case ValueType::TimeTicks:
    case ValueType::Counter64:
        return true;
    default:
        return false;
    }
}

double Value::toDouble() const
{
    if (m_type == ValueType::Float || m_type == ValueType::Double)
        return std::bit_cast<double>(m_number);
    return m_type == ValueType::Integer32 ? static_cast<double>(toInt())
                                          : static_cast<double>(m_number);
}

Oid Value::toOid() const
{
    if (m_type != ValueType::ObjectIdentifier)
        return {};
    std::array<std::uint32_t, Oid::kMostArcs> arcs{};
    const auto count = std::min<std::size_t>(
        static_cast<std::size_t>(m_bytes.size()) / sizeof(std::uint32_t), arcs.size());
    if (count > 0)
        std::memcpy(arcs.data(), m_bytes.constData(), count * sizeof(std::uint32_t));
    return Oid(std::span<const std::uint32_t>(arcs.data(), count));
}

QString Value::text() const
{
    switch (m_type) {
    case ValueType::Null:
        return QStringLiteral("NULL");
    case ValueType::Integer32:
        return QString::number(toInt());
    case ValueType::Counter32:
    case ValueType::Gauge32:
    case ValueType::TimeTicks:
    case ValueType::Counter64:
        return QString::number(m_number);
    case ValueType::ObjectIdentifier:
        return toOid().text();
    case ValueType::IpAddress:
        if (m_bytes.size() == 4) {
            QStringList parts;
            for (const char each : m_bytes)
                parts.append(QString::number(static_cast<unsigned char>(each)));
            return parts.join(QLatin1Char('.'));
        }
        return hexadecimal(m_bytes);
    case ValueType::OctetString:
        if (auto text = readable(m_bytes))
            return *std::move(text);
        return hexadecimal(m_bytes);
    case ValueType::Opaque:
        return hexadecimal(m_bytes);
    case ValueType::Float:
        return QString::number(toDouble(), 'g', 7);
    case ValueType::Double:
        return QString::number(toDouble(), 'g', 15);
    case ValueType::NoSuchObject:
    case ValueType::NoSuchInstance:
    case ValueType::EndOfMibView:
        return valueTypeName(m_type);
    }
    return {};
}

std::size_t Value::heapBytes() const
{
    // QArrayData's head and malloc's.
    constexpr std::size_t kHead = 32;
    return m_bytes.isNull() ? 0 : static_cast<std::size_t>(m_bytes.capacity()) + kHead;
}

Result<Value> parseValue(QChar type, const QString &text)
{
    const QString trimmed = text.trimmed();
    bool valid = false;
    switch (type.toLatin1()) {
    case 'i': {
        const auto number = trimmed.toInt(&valid);
        return valid ? Result<Value>(Value::integer(number)) : notThat(text, "Integer32");
    }
    case 'u':
    case 'c':
    case 't': {
        const auto number = trimmed.toUInt(&valid);
        if (!valid)
            return notThat(text, type == QLatin1Char('u')   ? "Gauge32"
                                 : type == QLatin1Char('c') ? "Counter32"
                                                            : "TimeTicks");
        return type == QLatin1Char('u')   ? Value::gauge32(number)
               : type == QLatin1Char('c') ? Value::counter32(number)
                                          : Value::timeTicks(number);
    }
    case 'C': {
        const auto number = trimmed.toULongLong(&valid);
        return valid ? Result<Value>(Value::counter64(number)) : notThat(text, "Counter64");
    }
    case 'a': {
        const QHostAddress address(trimmed);
        const auto number = address.toIPv4Address(&valid);
        if (!valid || address.protocol() != QAbstractSocket::IPv4Protocol)
            return notThat(text, "IpAddress");
        QByteArray octets;
        for (const int shift : {24, 16, 8, 0})
            octets.append(static_cast<char>((number >> shift) & 0xffU));
        return Value::ipAddress(octets);
    }
    case 'o': {
        const auto oid = Oid::parse(trimmed);
        return oid ? Result<Value>(Value::objectIdentifier(*oid)) : tl::unexpected(oid.error());
    }
    case 's':
        return Value::octets(text.toUtf8());
    case 'x': {
        const auto bytes = hexBytes(text);
        return bytes ? Result<Value>(Value::octets(*bytes)) : notThat(text, "OCTET STRING");
    }
    case 'd': {
        const auto bytes = decimalBytes(text);
        return bytes ? Result<Value>(Value::octets(*bytes)) : notThat(text, "OCTET STRING");
    }
    case 'b': {
        const auto bytes = bitBytes(text);
        return bytes ? Result<Value>(Value::octets(*bytes)) : notThat(text, "BITS");
    }
    case 'n':
        return Value();
    case 'F': {
        const auto number = trimmed.toFloat(&valid);
        return valid ? Result<Value>(Value::floating(number)) : notThat(text, "Float");
    }
    case 'D': {
        const auto number = trimmed.toDouble(&valid);
        return valid ? Result<Value>(Value::floating(number)) : notThat(text, "Double");
    }
    default:
        return failure(Error::Kind::Usage,
                       tr("“%1” is not the letter of a type: it is one of i, u, c, C, t, a, o, s, "
                          "x, d, b, n, F and D.")
                           .arg(type));
    }
}

} // namespace Portolan::Snmp
