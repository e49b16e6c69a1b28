// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/smi/valuetext.h"

#include "core/snmp/smi/sourcetext.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>
#include <limits>

namespace Portolan::Snmp::Smi {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Portolan::Snmp::Smi)
};

bool fitsRanges(const Type &type, std::int64_t number)
{
    const auto ranges = type.ranges();
    return ranges.empty() || std::any_of(ranges.begin(), ranges.end(), [=](const RangeRow &each) {
               return number >= each.least && number <= each.most;
           });
}

// The number of an address's type, as in INET-ADDRESS-MIB: what an InetAddress holds follows from
// its length where no InetAddressType is at hand.
std::optional<QString> inetText(const QByteArray &octets)
{
    const auto byte = [&](qsizetype i) { return static_cast<unsigned char>(octets[i]); };
    const auto four = [&] {
        return QStringLiteral("%1.%2.%3.%4").arg(byte(0)).arg(byte(1)).arg(byte(2)).arg(byte(3));
    };
    const auto zone = [&](qsizetype at) {
        const std::uint32_t number = (std::uint32_t(byte(at)) << 24U) |
                                     (std::uint32_t(byte(at + 1)) << 16U) |
                                     (std::uint32_t(byte(at + 2)) << 8U) | byte(at + 3);
        return QStringLiteral("%%1").arg(number);
    };
    if (octets.size() == 4)
        return four();
    if (octets.size() == 8)
        return QString(four() + zone(4));
    if (octets.size() != 16 && octets.size() != 20)
        return std::nullopt;
    // RFC 5952: the longest run of zeros, of two at least, becomes "::".
    std::array<unsigned, 8> groups{};
    for (std::size_t i = 0; i < 8; ++i)
        groups[i] =
            static_cast<unsigned>(byte(qsizetype(i) * 2) << 8U) | byte(qsizetype(i) * 2 + 1);
    std::size_t bestAt = 8;
    std::size_t bestLength = 1;
    for (std::size_t i = 0; i < 8; ++i) {
        std::size_t length = 0;
        while (i + length < 8 && groups[i + length] == 0)
            ++length;
        if (length > bestLength) {
            bestAt = i;
            bestLength = length;
        }
    }
    QString text;
    for (std::size_t i = 0; i < 8; ++i) {
        if (i == bestAt) {
            text += QStringLiteral("::");
            i += bestLength - 1;
            continue;
        }
        if (!text.isEmpty() && !text.endsWith(QLatin1Char(':')))
            text += QLatin1Char(':');
        text += QString::number(groups[i], 16);
    }
    return octets.size() == 20 ? QString(text + zone(16)) : text;
}

// RFC 2579, DateAndTime: 8 octets, or 11 with the zone.
std::optional<QString> dateText(const QByteArray &octets)
{
    if (octets.size() != 8 && octets.size() != 11)
        return std::nullopt;
    const auto byte = [&](qsizetype i) { return int(static_cast<unsigned char>(octets[i])); };
    const auto two = [](int number) {
        return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0'));
    };
    const int year = (byte(0) << 8) | byte(1);
    if (byte(2) < 1 || byte(2) > 12 || byte(3) < 1 || byte(3) > 31 || byte(4) > 23 ||
        byte(5) > 59 || byte(6) > 60 || byte(7) > 9)
        return std::nullopt;
    QString text = QStringLiteral("%1-%2-%3 %4:%5:%6")
                       .arg(year, 4, 10, QLatin1Char('0'))
                       .arg(two(byte(2)), two(byte(3)), two(byte(4)), two(byte(5)), two(byte(6)));
    if (byte(7) != 0)
        text += QStringLiteral(".%1").arg(byte(7));
    if (octets.size() == 11) {
        if ((byte(8) != '+' && byte(8) != '-') || byte(9) > 13 || byte(10) > 59)
            return std::nullopt;
        text += QStringLiteral(" %1%2:%3").arg(QChar(byte(8)), two(byte(9)), two(byte(10)));
    }
    return text;
}

// Two syllables of KS X 1001 at least, and nothing but them and ASCII.
bool isSurelyHangul(const QByteArray &octets)
{
    int syllables = 0;
    for (qsizetype i = 0; i < octets.size(); ++i) {
        const auto lead = static_cast<unsigned char>(octets[i]);
        if (lead < 0x80)
            continue;
        if (lead < 0xB0 || lead > 0xC8 || ++i == octets.size() ||
            static_cast<unsigned char>(octets[i]) < 0xA1)
            return false;
        ++syllables;
    }
    return syllables >= 2;
}

// Octets of which nobody says that they are text: an address shown as letters helps nobody.
QString octetsText(const QByteArray &octets, TextCharset charset)
{
    const bool unclear = charset == TextCharset::Detect &&
                         !isUtf8({octets.constData(), static_cast<std::size_t>(octets.size())});
    if (!unclear || isSurelyHangul(octets))
        if (const auto text = textOfOctets(octets, charset))
            return *text;
    return hexOfOctets(octets);
}

void bitsText(const Type &type, const QByteArray &octets, ValueText &written)
{
    QStringList names;
    QStringList full;
    constexpr qsizetype kMostBits = 4096;
    const qsizetype bits = std::min(octets.size() * 8, kMostBits);
    for (qsizetype bit = 0; bit < bits; ++bit) {
        // RFC 2578, section 7.1.4: bit 0 is the highest one of the first octet.
        const unsigned char octet = static_cast<unsigned char>(octets[bit / 8]);
        if ((octet & (0x80U >> static_cast<unsigned>(bit % 8))) == 0)
            continue;
        const QString name = type.nameOf(bit).value_or(QString());
        names.append(name.isEmpty() ? QString::number(bit) : name);
        full.append(name.isEmpty() ? QString::number(bit)
                                   : QStringLiteral("%1(%2)").arg(name).arg(bit));
        written.isOutOfRange = written.isOutOfRange || name.isEmpty();
    }
    written.text = names.join(QLatin1Char(' '));
    written.full = QStringLiteral("%1 (%2)").arg(full.join(QLatin1Char(' ')), hexOfOctets(octets));
    if (names.isEmpty()) {
        written.text = Words::tr("none");
        written.full = QStringLiteral("%1 (%2)").arg(written.text, hexOfOctets(octets));
    }
}

void stringText(const Type &type, const QByteArray &octets, TextCharset charset, ValueText &written)
{
    if (type.base() == Base::Bits) {
        bitsText(type, octets, written);
        return;
    }
    if (type.isSize() && !fitsRanges(type, octets.size()))
        written.isOutOfRange = true;
    if (type.isA("InetAddress") || type.isA("Ipv6Address") || type.isA("InetAddressIPv6") ||
        type.isA("InetAddressIPv4")) {
        if (const auto address = inetText(octets)) {
            written.text = written.full = *address;
            return;
        }
    }
    const auto hint = OctetHint::parse(type.hint());
    const auto byHint = hint ? hint->format(octets, charset) : std::nullopt;
    written.text = byHint ? *byHint : octetsText(octets, charset);
    written.full = written.text;
    if (type.isA("DateAndTime")) {
        if (const auto date = dateText(octets))
            written.full = QStringLiteral("%1 (%2)").arg(written.text, *date);
    }
}

void numberText(const Type &type, const Value &value, ValueText &written)
{
    const bool isWide = value.type() == ValueType::Counter64;
    written.text = isWide ? QString::number(value.toUint()) : QString::number(value.toInt());
    written.full = written.text;
    if (isWide && value.toInt() < 0)
        return;
    if (type.hasNames()) {
        if (const auto name = type.nameOf(value.toInt())) {
            written.text = *name;
            written.full = QStringLiteral("%1(%2)").arg(*name).arg(value.toInt());
        } else {
            written.isOutOfRange = true;
        }
        return;
    }
    if (!fitsRanges(type, value.toInt()))
        written.isOutOfRange = true;
    // RFC 2579, section 3.1: hints are for integers, not for counters.
    if (const auto hint = IntegerHint::parse(type.hint())) {
        const QString plain = written.text;
        written.text = written.full = hint->format(value.toInt());
        if (written.text != plain)
            written.full = QStringLiteral("%1 (%2)").arg(written.text, plain);
    }
}

bool isSameOnWire(Base base, ValueType type)
{
    if (base == Base::Unknown)
        return true;
    if (base == Base::Opaque)
        return type == ValueType::Opaque || type == ValueType::Float || type == ValueType::Double;
    return valueTypeOf(base) == type;
}

tl::unexpected<Error> wrong(const QString &what, const QString &detail = {})
{
    return failure(Error::Kind::Usage, what, detail);
}

QString shown(QStringView text)
{
    constexpr qsizetype kShown = 60;
    return text.left(kShown).toString();
}

} // namespace

ValueType valueTypeOf(Base base)
{
    switch (base) {
    case Base::Integer32:
        return ValueType::Integer32;
    case Base::OctetString:
    case Base::Bits:
        return ValueType::OctetString;
    case Base::ObjectIdentifier:
        return ValueType::ObjectIdentifier;
    case Base::IpAddress:
        return ValueType::IpAddress;
    case Base::Counter32:
        return ValueType::Counter32;
    case Base::Gauge32:
    case Base::Unsigned32:
        return ValueType::Gauge32;
    case Base::TimeTicks:
        return ValueType::TimeTicks;
    case Base::Opaque:
    case Base::Integer64:
    case Base::Unsigned64:
        return ValueType::Opaque;
    case Base::Counter64:
        return ValueType::Counter64;
    default:
        return ValueType::Null;
    }
}

QString durationText(std::uint32_t hundredths)
{
    const std::uint32_t days = hundredths / 8'640'000;
    const std::uint32_t rest = hundredths % 8'640'000;
    const QString clock = QStringLiteral("%1:%2:%3.%4")
                              .arg(rest / 360'000)
                              .arg(rest / 6000 % 60, 2, 10, QLatin1Char('0'))
                              .arg(rest / 100 % 60, 2, 10, QLatin1Char('0'))
                              .arg(rest % 100, 2, 10, QLatin1Char('0'));
    if (days == 0)
        return clock;
    return QStringLiteral("%1, %2").arg(Words::tr("%n days", nullptr, static_cast<int>(days)),
                                        clock);
}

ValueText textOf(const Snapshot &snapshot, const Type &type, const Value &value,
                 TextCharset charset)
{
    ValueText written;
    if (value.isException() || value.type() == ValueType::Null) {
        written.text = written.full = value.text();
        return written;
    }
    written.isWrongType = type && !isSameOnWire(type.base(), value.type());
    switch (value.type()) {
    case ValueType::OctetString:
    case ValueType::Opaque:
        stringText(written.isWrongType ? Type() : type, value.bytes(), charset, written);
        return written;
    case ValueType::ObjectIdentifier:
        written.text = snapshot.nameOf(value.toOid());
        written.full = written.text;
        if (written.text != value.text())
            written.full = QStringLiteral("%1 (%2)").arg(written.text, value.text());
        return written;
    case ValueType::TimeTicks:
        written.text = durationText(static_cast<std::uint32_t>(value.toUint()));
        written.full = QStringLiteral("(%1) %2").arg(value.toUint()).arg(written.text);
        return written;
    case ValueType::IpAddress:
    case ValueType::Float:
    case ValueType::Double:
        written.text = written.full = value.text();
        return written;
    default:
        break;
    }
    // Numbers: an agent that sends Gauge32 for Integer32 still means the names.
    const bool numeric = type && (type.base() == Base::Integer32 || type.base() == Base::Gauge32 ||
                                  type.base() == Base::Unsigned32 ||
                                  type.base() == Base::Counter32 || type.base() == Base::Counter64);
    numberText(numeric ? type : Type(), value, written);
    return written;
}

ValueText textOf(const Snapshot &snapshot, const Definition &object, const Value &value,
                 TextCharset charset)
{
    ValueText written = textOf(snapshot, object.type(), value, charset);
    const bool isNumber =
        value.isNumber() || value.type() == ValueType::Float || value.type() == ValueType::Double;
    if (isNumber && !object.type().hasNames() && value.type() != ValueType::TimeTicks)
        if (const QString units = object.units(); !units.isEmpty())
            written.full += QLatin1Char(' ') + units;
    return written;
}

namespace {

// "up", "up(1)" or "1"
Result<std::int64_t> enumerated(const Type &type, QStringView text)
{
    QStringView name = text;
    if (name.endsWith(QLatin1Char(')')))
        if (const qsizetype open = name.indexOf(QLatin1Char('(')); open > 0)
            name = name.left(open).trimmed();
    if (const auto number = type.numberOf(name))
        return *number;
    bool valid = false;
    const qint64 number = text.toLongLong(&valid);
    if (valid && type.nameOf(number))
        return number;
    QStringList allowed;
    constexpr std::size_t kShown = 12;
    for (std::size_t i = 0; i < std::min(type.names().size(), kShown); ++i)
        allowed.append(QStringLiteral("%1(%2)").arg(type.nameAt(i)).arg(type.names()[i].number));
    if (type.names().size() > kShown)
        allowed.append(QStringLiteral("..."));
    return wrong(Words::tr("“%1” is none of the values that %2 has.").arg(shown(text), type.name()),
                 allowed.join(QStringLiteral(", ")));
}

Result<std::int64_t> integer(const Type &type, QStringView text, std::int64_t least,
                             std::int64_t most)
{
    if (type.hasNames())
        return enumerated(type, text);
    bool valid = false;
    std::int64_t number = text.toLongLong(&valid, 10);
    if (!valid && text.startsWith(QLatin1String("0x"), Qt::CaseInsensitive))
        number = text.mid(2).toLongLong(&valid, 16);
    if (const auto hint = IntegerHint::parse(type.hint())) {
        if (const auto byHint = hint->parseText(text)) {
            number = *byHint;
            valid = true;
        }
    }
    if (!valid)
        return wrong(Words::tr("“%1” is not a whole number.").arg(shown(text)));
    if (number < least || number > most)
        return wrong(
            Words::tr("%1 is not from %2 to %3, the numbers of this type.")
                .arg(QString::number(number), QString::number(least), QString::number(most)));
    if (!fitsRanges(type, number))
        return wrong(Words::tr("%1 is not in the range that %2 allows.")
                         .arg(QString::number(number), type.text()));
    return number;
}

Result<Value> bits(const Type &type, QStringView text)
{
    QByteArray octets;
    const auto words =
        text.toString().split(QRegularExpression(QStringLiteral("[\\s,]+")), Qt::SkipEmptyParts);
    for (const QString &word : words) {
        auto number = enumerated(type, word);
        if (!number)
            return tl::unexpected(std::move(number.error()));
        constexpr std::int64_t kMostBit = 65'535 * 8;
        if (*number < 0 || *number > kMostBit)
            return wrong(Words::tr("%1 is no number of a bit.").arg(*number));
        const auto bit = static_cast<qsizetype>(*number);
        if (octets.size() <= bit / 8)
            octets.append(bit / 8 + 1 - octets.size(), '\0');
        octets[bit / 8] = static_cast<char>(static_cast<unsigned char>(octets[bit / 8]) |
                                            (0x80U >> static_cast<unsigned>(bit % 8)));
    }
    return Value::octets(octets);
}

std::optional<QByteArray> hexadecimal(QStringView text)
{
    const bool marked = text.startsWith(QLatin1String("0x"), Qt::CaseInsensitive);
    QByteArray digits;
    for (const QChar c : marked ? text.mid(2) : text) {
        if (c.isSpace() || c == QLatin1Char(':') || c == QLatin1Char('-'))
            continue;
        const char letter = c.toLatin1();
        if (!((letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'f') ||
              (letter >= 'A' && letter <= 'F')))
            return std::nullopt;
        digits.append(letter);
    }
    if (digits.size() % 2 != 0)
        return std::nullopt;
    return QByteArray::fromHex(digits);
}

Result<Value> octets(const Type &type, QStringView text, TextCharset charset)
{
    QByteArray bytes;
    const auto hint = OctetHint::parse(type.hint());
    const bool isText = hint ? hint->isText() : type.base() == Base::OctetString;
    const bool isMarked = text.startsWith(QLatin1String("0x"), Qt::CaseInsensitive);
    if (isMarked || (!isText && !hint)) {
        const auto hex = hexadecimal(text);
        if (!hex)
            return wrong(Words::tr("“%1” is not hexadecimal.").arg(shown(text)));
        bytes = *hex;
    } else if (const auto address = type.isA("InetAddress")
                                        ? parseValue(QLatin1Char('a'), text.toString())
                                        : Result<Value>(failure(Error::Kind::Usage, {}))) {
        bytes = address->bytes();
    } else if (hint) {
        auto byHint = hint->parseText(text, charset);
        if (!byHint) {
            const auto hex = hexadecimal(text);
            if (!hex || !type.fixedSize() || qsizetype(*type.fixedSize()) != hex->size())
                return tl::unexpected(std::move(byHint.error()));
            byHint = *hex;
        }
        bytes = *byHint;
    } else {
        auto plain = octetsOfText(text, charset);
        if (!plain)
            return tl::unexpected(std::move(plain.error()));
        bytes = *plain;
    }
    if (bytes.size() > 65'535 || (type.isSize() && !fitsRanges(type, bytes.size())))
        return wrong(Words::tr("This has %1 octets; %2 does not allow that many or that few.")
                         .arg(QString::number(bytes.size()), type.text()));
    return type.base() == Base::Opaque ? Value::opaque(bytes) : Value::octets(bytes);
}

// "4529678", "12:34:56.78", "3 d 12:34:56"
std::optional<std::uint32_t> ticks(QStringView text)
{
    bool valid = false;
    if (const auto plain = text.toUInt(&valid); valid)
        return plain;
    static const QRegularExpression form(QStringLiteral(
        "^(?:(\\d{1,4})\\D{0,12}?[\\s,]+)?(\\d{1,4}):(\\d{2}):(\\d{2})(?:\\.(\\d{1,2}))?$"));
    const auto match = form.match(text.toString());
    if (!match.hasMatch())
        return std::nullopt;
    const QString fraction = match.captured(5).leftJustified(2, QLatin1Char('0'));
    const std::uint64_t seconds =
        match.captured(1).toULongLong() * 86'400 + match.captured(2).toULongLong() * 3600 +
        match.captured(3).toULongLong() * 60 + match.captured(4).toULongLong();
    const std::uint64_t all = seconds * 100 + fraction.toULongLong();
    return all <= 0xFFFFFFFFULL ? std::optional(static_cast<std::uint32_t>(all)) : std::nullopt;
}

} // namespace

Result<Value> valueOf(const Snapshot &snapshot, const Type &type, QStringView given,
                      TextCharset charset)
{
    constexpr std::int64_t kMost32 = 0xFFFFFFFFLL;
    const bool isText = type.base() == Base::OctetString;
    const QStringView text = isText ? given : given.trimmed();
    switch (type.base()) {
    case Base::Integer32:
        return integer(type, text, std::numeric_limits<std::int32_t>::min(),
                       std::numeric_limits<std::int32_t>::max())
            .map([](std::int64_t n) { return Value::integer(static_cast<std::int32_t>(n)); });
    case Base::Gauge32:
    case Base::Unsigned32:
        return integer(type, text, 0, kMost32).map([](std::int64_t n) {
            return Value::gauge32(static_cast<std::uint32_t>(n));
        });
    case Base::Counter32:
        return integer(type, text, 0, kMost32).map([](std::int64_t n) {
            return Value::counter32(static_cast<std::uint32_t>(n));
        });
    case Base::Counter64:
        return parseValue(QLatin1Char('C'), text.toString());
    case Base::TimeTicks:
        if (const auto hundredths = ticks(text))
            return Value::timeTicks(*hundredths);
        return wrong(
            Words::tr("“%1” is neither a number of hundredths nor a duration.").arg(shown(text)));
    case Base::IpAddress:
        return parseValue(QLatin1Char('a'), text.toString());
    case Base::ObjectIdentifier:
        return snapshot.resolve(text).map(
            [](const Oid &oid) { return Value::objectIdentifier(oid); });
    case Base::Bits:
        if (text.startsWith(QLatin1String("0x"), Qt::CaseInsensitive))
            if (const auto hex = hexadecimal(text))
                return Value::octets(*hex);
        return bits(type, text);
    case Base::OctetString:
    case Base::Opaque:
        return octets(type, text, charset);
    default:
        return wrong(Words::tr("No module says of what type this is; name the type."));
    }
}

Result<Value> valueOf(const Snapshot &snapshot, const Definition &object, QStringView text,
                      TextCharset charset)
{
    if (!object.isObject())
        return wrong(Words::tr("%1 has no value.").arg(object.name()));
    return valueOf(snapshot, object.type(), text, charset);
}

} // namespace Portolan::Snmp::Smi
