// SPDX-License-Identifier: GPL-3.0-or-later
// The text of snmpwalk -On.
#include "core/snmp/recordings/recordingline.h"

#include <charconv>

namespace Portolan::Snmp {

namespace {

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r' ||
                             text.back() == '\n'))
        text.remove_suffix(1);
    return text;
}

// The number at the front of "1500 octets"; of "up(1)" and "(4529) 0:00:45.29" that in brackets.
template<typename Number>
std::optional<Number> numberIn(std::string_view text)
{
    const auto read = [](std::string_view from) -> std::optional<Number> {
        Number number = 0;
        const auto [last, error] = std::from_chars(from.data(), from.data() + from.size(), number);
        const bool ends = last == from.data() + from.size() || *last == ' ' || *last == ')';
        return error == std::errc() && ends ? std::optional(number) : std::nullopt;
    };
    if (const auto number = read(text))
        return number;
    const std::size_t bracket = text.find('(');
    return bracket == std::string_view::npos ? std::nullopt : read(text.substr(bracket + 1));
}

template<typename Number, typename Make>
std::optional<Value> numeric(std::string_view text, Make make)
{
    const auto number = numberIn<Number>(text);
    return number ? std::optional<Value>(make(*number)) : std::nullopt;
}

// "00 1A 2B", over any lines.
std::optional<Value> hexadecimal(std::string_view text, bool untilNames)
{
    std::string digits;
    std::size_t word = 0;
    for (const char each : text) {
        if (each == ' ' || each == '\n' || each == '\r' || each == '\t') {
            word = 0;
            continue;
        }
        // BITS: "80 00 name(0)".
        const bool isDigit =
            std::string_view("0123456789abcdefABCDEF").find(each) != std::string_view::npos;
        if (!isDigit || ++word > 2) {
            if (!untilNames)
                return {};
            digits.resize(digits.size() - std::min(digits.size(), isDigit ? word - 1 : word));
            break;
        }
        digits += each;
    }
    auto octets = readHexadecimal(digits);
    return octets ? std::optional<Value>(Value::octets(std::move(*octets))) : std::nullopt;
}

// In quotes, where a quote and a backslash have a backslash in front; or bare.
Value quoted(std::string_view text)
{
    QByteArray octets;
    const std::string_view trimmedText = trimmed(text);
    if (trimmedText.size() < 2 || trimmedText.front() != '"' || trimmedText.back() != '"')
        return Value::octets(
            QByteArray(trimmedText.data(), static_cast<qsizetype>(trimmedText.size())));
    const std::string_view inside = trimmedText.substr(1, trimmedText.size() - 2);
    for (std::size_t i = 0; i < inside.size(); ++i) {
        const bool isEscape = inside[i] == '\\' && i + 1 < inside.size() &&
                              (inside[i + 1] == '"' || inside[i + 1] == '\\');
        octets += inside[isEscape ? ++i : i];
    }
    return Value::octets(octets);
}

std::optional<Value> address(std::string_view text)
{
    QByteArray octets;
    std::size_t at = 0;
    while (octets.size() < 4) {
        unsigned number = 0;
        const auto [last, error] =
            std::from_chars(text.data() + at, text.data() + text.size(), number);
        if (error != std::errc() || number > 255)
            return {};
        octets += static_cast<char>(number);
        at = static_cast<std::size_t>(last - text.data());
        if (octets.size() < 4 && (at >= text.size() || text[at++] != '.'))
            return {};
    }
    return at == text.size() ? std::optional<Value>(Value::ipAddress(octets)) : std::nullopt;
}

// "Network Address: 0A:00:00:01".
std::optional<Value> networkAddress(std::string_view text)
{
    std::string digits;
    for (const char each : text) {
        if (each != ':')
            digits += each;
    }
    auto octets = readHexadecimal(digits);
    if (!octets || octets->size() != 4)
        return {};
    return Value::ipAddress(std::move(*octets));
}

std::optional<Value> floatingIn(std::string_view text)
{
    const bool isDouble = text.starts_with("Double: ");
    if (!isDouble && !text.starts_with("Float: "))
        return {};
    text.remove_prefix(isDouble ? 8 : 7);
    double number = 0;
    const auto [last, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || last != text.data() + text.size())
        return {};
    return isDouble ? Value::floating(number) : Value::floating(static_cast<float>(number));
}

std::optional<Value> valueOf(std::string_view text)
{
    if (text.starts_with("Wrong Type")) {
        const std::size_t behind = text.find("): ");
        if (behind != std::string_view::npos)
            text.remove_prefix(behind + 3);
    }
    if (trimmed(text) == "\"\"")
        return Value::octets({});
    if (trimmed(text) == "NULL")
        return Value();
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos)
        return {};
    const std::string_view type = text.substr(0, colon);
    std::string_view rest = text.substr(colon + 1);
    if (rest.starts_with(' '))
        rest.remove_prefix(1);
    if (type == "STRING")
        return quoted(rest);
    if (type == "Hex-STRING")
        return hexadecimal(rest, false);
    if (type == "BITS")
        return hexadecimal(rest, true);
    rest = trimmed(rest);
    if (type == "INTEGER")
        return numeric<std::int32_t>(rest, Value::integer);
    if (type == "Counter32")
        return numeric<std::uint32_t>(rest, Value::counter32);
    if (type == "Gauge32" || type == "Unsigned32")
        return numeric<std::uint32_t>(rest, Value::gauge32);
    if (type == "Timeticks")
        return numeric<std::uint32_t>(rest, Value::timeTicks);
    if (type == "Counter64")
        return numeric<std::uint64_t>(rest, Value::counter64);
    if (type == "IpAddress")
        return address(rest);
    if (type == "Network Address")
        return networkAddress(rest);
    if (type == "OID") {
        const auto oid = readOid(rest);
        return oid ? std::optional<Value>(Value::objectIdentifier(*oid)) : std::nullopt;
    }
    if (type == "Opaque" || type == "OPAQUE") {
        if (auto floating = floatingIn(rest))
            return floating;
        auto octets = hexadecimal(rest, false);
        return octets ? std::optional<Value>(Value::opaque(octets->bytes())) : std::nullopt;
    }
    return {};
}

} // namespace

std::optional<Varbind> WalkText::feed(std::string_view line)
{
    m_wasRead = true;
    const std::size_t equals = line.find(" = ");
    if (equals != std::string_view::npos && equals > 0 && (line[0] == '.' || line[0] == '1')) {
        if (auto oid = readOid(line.substr(0, equals))) {
            const bool hadOne = m_oid.has_value();
            auto before = made();
            m_wasRead = !hadOne || before.has_value();
            m_oid = std::move(*oid);
            m_text = line.substr(equals + 3);
            return before;
        }
    }
    // It goes on; a value has 65,535 octets at most, in hexadecimal with blanks three times that.
    if (!m_oid || m_text.size() + line.size() > std::size_t(256) << 10U) {
        m_wasRead = false;
        return {};
    }
    m_text += '\n';
    m_text += line;
    return {};
}

std::optional<Varbind> WalkText::finish()
{
    const bool hadOne = m_oid.has_value();
    auto last = made();
    m_wasRead = !hadOne || last.has_value();
    return last;
}

std::optional<Varbind> WalkText::made()
{
    if (!m_oid)
        return {};
    auto value = valueOf(m_text);
    auto oid = std::move(*m_oid);
    m_oid.reset();
    m_text.clear();
    if (!value)
        return {};
    return Varbind{std::move(oid), std::move(*value)};
}

} // namespace Portolan::Snmp
