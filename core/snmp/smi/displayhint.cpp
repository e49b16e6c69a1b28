// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/smi/displayhint.h"

#include "core/base/charset.h"
#include "core/snmp/smi/sourcetext.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace Portolan::Snmp::Smi {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Portolan::Snmp::Smi)
};

constexpr std::uint32_t kMostLength = 65'535;
constexpr std::size_t kMostParts = 64;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

bool isPlain(const QString &text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) {
        const auto unit = c.unicode();
        return (unit >= 0x20 && unit != 0x7F && (unit < 0x80 || unit > 0x9F)) || unit == u'\t' ||
               unit == u'\n' || unit == u'\r';
    });
}

// An unsigned number of up to 8 octets, most significant first; more than that only in hexadecimal.
std::uint64_t numberOf(QByteArrayView octets)
{
    std::uint64_t number = 0;
    for (const char octet : octets)
        number = (number << 8U) | static_cast<unsigned char>(octet);
    return number;
}

int baseOf(char format)
{
    return format == 'x' ? 16 : format == 'o' ? 8 : format == 'b' ? 2 : 10;
}

int digitValue(QChar c)
{
    const char16_t unit = c.unicode();
    if (unit >= u'0' && unit <= u'9')
        return unit - u'0';
    if (unit >= u'a' && unit <= u'f')
        return unit - u'a' + 10;
    if (unit >= u'A' && unit <= u'F')
        return unit - u'A' + 10;
    return 99;
}

tl::unexpected<Error> unfit(QStringView text)
{
    constexpr qsizetype kShown = 60;
    return failure(Error::Kind::Usage,
                   Words::tr("“%1” is not written as this type is.").arg(text.left(kShown)));
}

const char *charsetName(TextCharset charset)
{
    return charset == TextCharset::Cp949    ? "windows-949"
           : charset == TextCharset::Latin1 ? "windows-1252"
                                            : "UTF-8";
}

} // namespace

std::optional<QString> textOfOctets(const QByteArray &octets, TextCharset charset)
{
    QByteArray bytes = octets;
    while (bytes.endsWith('\0'))
        bytes.chop(1);
    if (bytes.contains('\0'))
        return std::nullopt;
    const char *name =
        charset == TextCharset::Detect ? guessCharset(view(bytes)) : charsetName(charset);
    // Any octets read as Windows-1252: text is what has letters without accents, mostly.
    const auto accents = std::count_if(
        bytes.cbegin(), bytes.cend(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    if (charset == TextCharset::Detect && std::string_view(name) == "windows-1252" &&
        accents * 3 > bytes.size())
        return std::nullopt;
    if (std::string_view(name) == "UTF-8" && !isUtf8(view(bytes)))
        return std::nullopt;
    const QString text = QString::fromStdString(decodeText(view(bytes), name));
    if (!isPlain(text) || text.contains(QChar::ReplacementCharacter))
        return std::nullopt;
    return text;
}

Result<QByteArray> octetsOfText(QStringView text, TextCharset charset)
{
    const QByteArray utf8 = text.toUtf8();
    if (charset == TextCharset::Utf8 || charset == TextCharset::Detect)
        return utf8;
    const auto known = knownCharset(QString::fromLatin1(charsetName(charset)));
    if (!known)
        return tl::unexpected(known.error());
    CharsetEncoder encoder(*known);
    auto bytes = encoder.encode(view(utf8));
    if (!bytes)
        return tl::unexpected(std::move(bytes.error()));
    return QByteArray::fromStdString(*bytes);
}

QString hexOfOctets(const QByteArray &octets)
{
    return QString::fromLatin1(octets.toHex(' ').toUpper());
}

std::optional<OctetHint> OctetHint::parse(std::string_view hint)
{
    OctetHint parsed;
    std::size_t at = 0;
    bool moves = false; // the last part repeats, so it must take octets
    while (at < hint.size()) {
        Part part;
        if (hint[at] == '*') {
            part.repeated = true;
            ++at;
        }
        const std::size_t digits = at;
        while (at < hint.size() && isDigit(hint[at])) {
            part.length = std::min(kMostLength,
                                   part.length * 10 + static_cast<std::uint32_t>(hint[at] - '0'));
            ++at;
        }
        if (at == digits || at >= hint.size() ||
            std::string_view("xdoat").find(hint[at]) == std::string_view::npos ||
            parsed.m_parts.size() >= kMostParts)
            return std::nullopt;
        part.format = hint[at++];
        if (at < hint.size() && !isDigit(hint[at]) && hint[at] != '*') {
            part.separator = hint[at++];
            if (part.repeated && at < hint.size() && !isDigit(hint[at]) && hint[at] != '*')
                part.terminator = hint[at++];
        }
        moves = part.length > 0;
        parsed.m_parts.push_back(part);
    }
    if (parsed.m_parts.empty() || (!moves && !parsed.m_parts.back().repeated))
        return std::nullopt;
    return parsed;
}

bool OctetHint::isText() const
{
    return m_parts.size() == 1 && !m_parts[0].repeated && m_parts[0].separator == '\0' &&
           (m_parts[0].format == 'a' || m_parts[0].format == 't');
}

std::optional<QString> OctetHint::format(const QByteArray &octets, TextCharset charset) const
{
    if (isText())
        return textOfOctets(octets, charset);
    QString text;
    qsizetype at = 0;
    const qsizetype size = octets.size();
    std::size_t index = 0;
    while (at < size) {
        const Part &part = this->part(index++);
        std::size_t times = 1;
        if (part.repeated)
            times = static_cast<unsigned char>(octets[at++]);
        for (std::size_t time = 0; time < times && at < size; ++time) {
            const QByteArray chunk = octets.mid(at, qsizetype(part.length));
            at += chunk.size();
            if (part.format == 'a' || part.format == 't') {
                // A sign or a zone is one letter; what is none would change what stands around it.
                const auto letters =
                    textOfOctets(chunk, part.format == 't' ? TextCharset::Utf8 : charset);
                if (!letters)
                    return std::nullopt;
                text += *letters;
            } else if (part.format == 'x') {
                text += QString::fromLatin1(chunk.toHex());
            } else if (chunk.size() > 8) {
                return std::nullopt;
            } else if (!chunk.isEmpty()) {
                text += QString::number(numberOf(chunk), baseOf(part.format));
            }
            const bool more = time + 1 < times;
            if (part.length == 0 && more)
                break; // nothing is taken, however often
            // "When the last octet is displayed, its separator is left out."
            if (part.separator != '\0' && at < size && (more || part.terminator == '\0'))
                text += QLatin1Char(part.separator);
        }
        if (part.terminator != '\0' && at < size)
            text += QLatin1Char(part.terminator);
    }
    return text;
}

// The digits of one part; hexadecimal ones may stand without separators.
Result<QByteArray> OctetHint::parseNumber(const Part &part, QStringView text, qsizetype &at) const
{
    const int base = baseOf(part.format);
    const qsizetype begin = at;
    const qsizetype most = part.format == 'x' && part.separator == '\0'
                               ? qsizetype(part.length) * 2
                               : std::numeric_limits<qsizetype>::max();
    if (part.format == 'x' && part.length > 8) {
        QByteArray digits;
        while (at < text.size() && at - begin < most && digitValue(text[at]) < 16)
            digits.append(text[at++].toLatin1());
        if (digits.isEmpty())
            return unfit(text);
        if (digits.size() % 2 != 0)
            digits.prepend('0');
        return QByteArray::fromHex(digits);
    }
    std::uint64_t number = 0;
    while (at < text.size() && at - begin < most && digitValue(text[at]) < base) {
        const auto digit = static_cast<std::uint64_t>(digitValue(text[at++]));
        if (number >
            (std::numeric_limits<std::uint64_t>::max() - digit) / static_cast<std::uint64_t>(base))
            return unfit(text);
        number = number * static_cast<std::uint64_t>(base) + digit;
    }
    if (at == begin ||
        (part.length < 8 && (number >> (8U * std::min<std::uint32_t>(part.length, 7U))) != 0))
        return unfit(text);
    QByteArray octets(qsizetype(part.length), '\0');
    for (qsizetype i = octets.size() - 1; i >= 0; --i, number >>= 8U)
        octets[i] = static_cast<char>(number & 0xFFU);
    return octets;
}

Result<QByteArray> OctetHint::parseText(QStringView text, TextCharset charset) const
{
    if (isText())
        return octetsOfText(text, charset);
    QByteArray octets;
    qsizetype at = 0;
    std::size_t index = 0;
    while (at < text.size()) {
        const Part &part = this->part(index++);
        if (octets.size() > qsizetype(kMostLength))
            return unfit(text);
        const qsizetype count = octets.size();
        std::size_t times = 0;
        if (part.repeated)
            octets.append('\0');
        do {
            const qsizetype before = at;
            if (part.format == 'a' || part.format == 't') {
                const qsizetype end = part.separator != '\0'
                                          ? text.indexOf(QLatin1Char(part.separator), at)
                                          : qsizetype(-1);
                QStringView letters = end < 0 ? text.mid(at) : text.mid(at, end - at);
                if (end < 0 && letters.size() > qsizetype(part.length))
                    letters = letters.left(qsizetype(part.length));
                const auto bytes = octetsOfText(letters, charset);
                if (!bytes || bytes->size() > qsizetype(part.length))
                    return unfit(text);
                octets += *bytes;
                at += letters.size();
            } else {
                const auto number = parseNumber(part, text, at);
                if (!number)
                    return tl::unexpected(number.error());
                octets += *number;
            }
            ++times;
            const bool ends = part.terminator != '\0' && at < text.size() &&
                              text[at] == QLatin1Char(part.terminator);
            if (ends) {
                ++at;
                break;
            }
            if (part.separator != '\0' && at < text.size()) {
                if (text[at] != QLatin1Char(part.separator))
                    return unfit(text);
                ++at;
                if (at == text.size())
                    return unfit(text);
            }
            if (at == before)
                return unfit(text);
        } while (part.repeated && at < text.size() && times < 255);
        if (part.repeated)
            octets[count] = static_cast<char>(times);
    }
    return octets;
}

std::optional<IntegerHint> IntegerHint::parse(std::string_view hint)
{
    IntegerHint parsed;
    if (hint.empty() || std::string_view("dxob").find(hint[0]) == std::string_view::npos)
        return std::nullopt;
    parsed.m_format = hint[0];
    if (hint.size() == 1)
        return parsed;
    if (hint[0] != 'd' || hint[1] != '-' || hint.size() < 3 || hint.size() > 4)
        return std::nullopt;
    for (const char c : hint.substr(2)) {
        if (!isDigit(c))
            return std::nullopt;
        parsed.m_decimals = parsed.m_decimals * 10 + (c - '0');
    }
    constexpr int kMostDecimals = 18;
    return parsed.m_decimals <= kMostDecimals ? std::optional(parsed) : std::nullopt;
}

QString IntegerHint::format(std::int64_t number) const
{
    const bool negative = number < 0;
    const std::uint64_t size =
        negative ? 0 - static_cast<std::uint64_t>(number) : static_cast<std::uint64_t>(number);
    QString digits = QString::number(size, baseOf(m_format));
    if (m_decimals > 0) {
        digits = digits.rightJustified(m_decimals + 1, QLatin1Char('0'));
        digits.insert(digits.size() - m_decimals, QLatin1Char('.'));
    }
    return negative ? QString(QLatin1Char('-') + digits) : digits;
}

Result<std::int64_t> IntegerHint::parseText(QStringView text) const
{
    QString digits = text.trimmed().toString();
    const bool negative = digits.startsWith(QLatin1Char('-'));
    if (negative)
        digits.remove(0, 1);
    if (digits.isEmpty() || digits == QLatin1Char('.'))
        return unfit(text);
    if (const qsizetype point = digits.indexOf(QLatin1Char('.')); point >= 0) {
        const qsizetype decimals = digits.size() - point - 1;
        if (m_decimals == 0 || decimals > m_decimals)
            return unfit(text);
        digits.remove(point, 1);
        digits += QString(m_decimals - decimals, QLatin1Char('0'));
    } else {
        digits += QString(m_decimals, QLatin1Char('0'));
    }
    bool valid = false;
    const qint64 number =
        digits.startsWith(QLatin1Char('+')) ? 0 : digits.toLongLong(&valid, baseOf(m_format));
    if (!valid || number < 0)
        return unfit(text);
    return negative ? -number : number;
}

} // namespace Portolan::Snmp::Smi
