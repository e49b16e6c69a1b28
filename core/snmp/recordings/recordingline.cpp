// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/recordings/recordingline.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cstring>

namespace Portolan::Snmp {

namespace {

// draft-perkins-opaque-01: inside an Opaque, context tags 0x78 and 0x79.
constexpr std::string_view kFloat("\x9f\x78\x04", 3);
constexpr std::string_view kDouble("\x9f\x79\x08", 3);

template<typename Number>
void appendNumber(std::string &to, Number number)
{
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    to.append(digits.data(), end);
}

template<typename Number>
std::optional<Number> readNumber(std::string_view text)
{
    Number number = 0;
    const char *const end = text.data() + text.size();
    const auto [last, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc() || last != end)
        return {};
    return number;
}

void appendHexadecimal(std::string &to, std::string_view octets)
{
    static constexpr char kDigits[] = "0123456789abcdef";
    for (const char each : octets) {
        const auto octet = static_cast<unsigned char>(each);
        to += kDigits[octet >> 4U];
        to += kDigits[octet & 0xfU];
    }
}

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

QByteArray bytesOf(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

void appendOctets(std::string &to, int tag, std::string_view octets)
{
    appendNumber(to, tag);
    const bool isPlain = std::all_of(octets.begin(), octets.end(),
                                     [](char each) { return each >= 0x20 && each < 0x7f; });
    if (isPlain && tag != 68) {
        to += '|';
        to += octets;
        return;
    }
    to += "x|";
    appendHexadecimal(to, octets);
}

template<typename Bits>
void appendFloating(std::string &to, std::string_view prefix, Bits bits)
{
    to += "68x|";
    appendHexadecimal(to, prefix);
    for (int shift = int(sizeof(Bits)) * 8 - 8; shift >= 0; shift -= 8) {
        const char octet = static_cast<char>((bits >> static_cast<unsigned>(shift)) & 0xffU);
        appendHexadecimal(to, {&octet, 1});
    }
}

template<typename Bits>
Bits bigEndian(std::string_view octets)
{
    Bits bits = 0;
    for (const char each : octets)
        bits = static_cast<Bits>(bits << 8U) | static_cast<unsigned char>(each);
    return bits;
}

Value opaqueOf(QByteArray octets)
{
    const std::string_view view = viewOf(octets);
    if (view.size() == 7 && view.starts_with(kFloat))
        return Value::floating(std::bit_cast<float>(bigEndian<std::uint32_t>(view.substr(3))));
    if (view.size() == 11 && view.starts_with(kDouble))
        return Value::floating(std::bit_cast<double>(bigEndian<std::uint64_t>(view.substr(3))));
    return Value::opaque(std::move(octets));
}

std::optional<QByteArray> readAddress(std::string_view text)
{
    QByteArray octets;
    while (octets.size() < 5) {
        const std::size_t dot = text.find('.');
        const auto each = readNumber<std::uint8_t>(text.substr(0, dot));
        if (!each)
            return {};
        octets += static_cast<char>(*each);
        if (dot == std::string_view::npos)
            break;
        text.remove_prefix(dot + 1);
    }
    if (octets.size() != 4)
        return {};
    return octets;
}

// Values of an OBJECT IDENTIFIER are not sent by us: any arcs will do, none at all too.
std::optional<Oid> readArcs(std::string_view text)
{
    if (!text.empty() && text.front() == '.')
        text.remove_prefix(1);
    std::array<std::uint32_t, Oid::kMostArcs> arcs;
    std::size_t count = 0;
    while (!text.empty()) {
        if (count == arcs.size())
            return {};
        const char *const end = text.data() + text.size();
        const auto [last, error] = std::from_chars(text.data(), end, arcs[count]);
        if (error != std::errc() || (last != end && (*last != '.' || last + 1 == end)))
            return {};
        ++count;
        text = last == end ? std::string_view()
                           : text.substr(static_cast<std::size_t>(last - text.data()) + 1);
    }
    return Oid(std::span<const std::uint32_t>(arcs.data(), count));
}

std::optional<Value> readHexValue(int tag, std::string_view text)
{
    auto octets = readHexadecimal(text);
    if (!octets)
        return {};
    switch (tag) {
    case 4:
        return Value::octets(std::move(*octets));
    case 64:
        if (octets->size() != 4)
            return {};
        return Value::ipAddress(std::move(*octets));
    case 68:
        return opaqueOf(std::move(*octets));
    default:
        return {};
    }
}

template<typename Number, typename Make>
std::optional<Value> readAs(std::string_view text, Make make)
{
    const auto number = readNumber<Number>(text);
    return number ? std::optional<Value>(make(*number)) : std::nullopt;
}

std::optional<Value> readValue(int tag, std::string_view text)
{
    switch (tag) {
    case 2:
        return readAs<std::int32_t>(text, Value::integer);
    case 4:
        return Value::octets(bytesOf(text));
    case 5:
        return Value();
    case 6: {
        const auto oid = readArcs(text);
        return oid ? std::optional<Value>(Value::objectIdentifier(*oid)) : std::nullopt;
    }
    case 64: {
        auto octets = readAddress(text);
        return octets ? std::optional<Value>(Value::ipAddress(std::move(*octets))) : std::nullopt;
    }
    case 65:
        return readAs<std::uint32_t>(text, Value::counter32);
    case 66:
        return readAs<std::uint32_t>(text, Value::gauge32);
    case 67:
        return readAs<std::uint32_t>(text, Value::timeTicks);
    case 68:
        return opaqueOf(bytesOf(text));
    case 70:
        return readAs<std::uint64_t>(text, Value::counter64);
    default:
        return {};
    }
}

} // namespace

std::optional<Oid> readOid(std::string_view text)
{
    auto oid = readArcs(text);
    if (!oid || oid->size() < 2)
        return {};
    const auto arcs = oid->arcs();
    // X.690, section 8.19.4.
    if (arcs[0] > 2 || (arcs[0] < 2 && arcs[1] > 39))
        return {};
    return oid;
}

std::optional<QByteArray> readHexadecimal(std::string_view text)
{
    if (text.size() % 2 != 0)
        return {};
    const auto digit = [](char each) {
        return each >= '0' && each <= '9'   ? each - '0'
               : each >= 'a' && each <= 'f' ? each - 'a' + 10
               : each >= 'A' && each <= 'F' ? each - 'A' + 10
                                            : -1;
    };
    QByteArray octets(static_cast<qsizetype>(text.size() / 2), Qt::Uninitialized);
    for (std::size_t i = 0; i < text.size(); i += 2) {
        const int high = digit(text[i]);
        const int low = digit(text[i + 1]);
        if (high < 0 || low < 0)
            return {};
        octets[static_cast<qsizetype>(i / 2)] = static_cast<char>(high * 16 + low);
    }
    return octets;
}

void appendLine(std::string &to, const Varbind &varbind)
{
    varbind.oid.appendTo(to);
    to += '|';
    const Value &value = varbind.value;
    switch (value.type()) {
    case ValueType::Integer32:
        to += "2|";
        appendNumber(to, value.toInt());
        return;
    case ValueType::OctetString:
        appendOctets(to, 4, viewOf(value.bytes()));
        return;
    case ValueType::ObjectIdentifier:
        to += "6|";
        value.toOid().appendTo(to);
        return;
    case ValueType::IpAddress:
        to += "64x|";
        appendHexadecimal(to, viewOf(value.bytes()));
        return;
    case ValueType::Counter32:
        to += "65|";
        break;
    case ValueType::Gauge32:
        to += "66|";
        break;
    case ValueType::TimeTicks:
        to += "67|";
        break;
    case ValueType::Counter64:
        to += "70|";
        break;
    case ValueType::Opaque:
        appendOctets(to, 68, viewOf(value.bytes()));
        return;
    case ValueType::Float:
        appendFloating(to, kFloat,
                       std::bit_cast<std::uint32_t>(static_cast<float>(value.toDouble())));
        return;
    case ValueType::Double:
        appendFloating(to, kDouble, std::bit_cast<std::uint64_t>(value.toDouble()));
        return;
    case ValueType::Null:
    case ValueType::NoSuchObject:
    case ValueType::NoSuchInstance:
    case ValueType::EndOfMibView:
        to += "5|";
        return;
    }
    appendNumber(to, value.toUint());
}

std::optional<Varbind> readLine(std::string_view line)
{
    const std::size_t first = line.find('|');
    if (first == std::string_view::npos)
        return {};
    const std::size_t second = line.find('|', first + 1);
    if (second == std::string_view::npos)
        return {};
    std::string_view tagText = line.substr(first + 1, second - first - 1);
    // What a simulator makes of a value ("2:numeric") is left to it; the value stands behind it.
    tagText = tagText.substr(0, tagText.find(':'));
    const bool isHex = !tagText.empty() && tagText.back() == 'x';
    if (isHex)
        tagText.remove_suffix(1);
    const auto tag = readNumber<std::uint8_t>(tagText);
    if (!tag)
        return {};
    const std::string_view text = line.substr(second + 1);
    auto value = isHex ? readHexValue(*tag, text) : readValue(*tag, text);
    if (!value)
        return {};
    auto oid = readOid(line.substr(0, first));
    if (!oid)
        return {};
    return Varbind{std::move(*oid), std::move(*value)};
}

} // namespace Portolan::Snmp
