// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/snmp/textcharset.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace Portolan::Snmp::Smi {

using Snmp::TextCharset;

// Octets as text in that charset; zeros at the end are left out, as agents in C send them. Nothing
// where it holds what is no text: control characters but tabs and line ends.
[[nodiscard]] std::optional<QString> textOfOctets(const QByteArray &octets, TextCharset charset);
// The reverse; Usage where the charset lacks a character. Detect means UTF-8.
[[nodiscard]] Result<QByteArray> octetsOfText(QStringView text, TextCharset charset);
// "00 1A FF"
[[nodiscard]] QString hexOfOctets(const QByteArray &octets);

// A DISPLAY-HINT of octets: how they are written, and read back. Plain value, any thread. Numbers
// in hexadecimal have two digits an octet, so that an address reads 00:1a:2b. Linear in the octets.
// Source: RFC 2579, section 3.1.
class OctetHint
{
public:
    // Nothing where the text is no such hint.
    [[nodiscard]] static std::optional<OctetHint> parse(std::string_view hint);

    // Whether the octets are text and nothing but text, as in "255a" and "255t".
    [[nodiscard]] bool isText() const;
    // Nothing where octets that the hint calls text are none.
    [[nodiscard]] std::optional<QString> format(const QByteArray &octets,
                                                TextCharset charset) const;
    // Usage where the text does not fit the hint.
    [[nodiscard]] Result<QByteArray> parseText(QStringView text, TextCharset charset) const;

private:
    struct Part
    {
        bool repeated = false; // by a count in the octets themselves
        std::uint32_t length = 0;
        char format = 'x'; // x d o a t
        char separator = '\0';
        char terminator = '\0';
    };
    [[nodiscard]] const Part &part(std::size_t index) const
    {
        return m_parts[index < m_parts.size() ? index : m_parts.size() - 1];
    }
    [[nodiscard]] Result<QByteArray> parseNumber(const Part &part, QStringView text,
                                                 qsizetype &at) const;

    std::vector<Part> m_parts;
};

// A DISPLAY-HINT of integers: d, d-2 (with two decimals), x, o, b.
class IntegerHint
{
public:
    [[nodiscard]] static std::optional<IntegerHint> parse(std::string_view hint);
    [[nodiscard]] QString format(std::int64_t number) const;
    [[nodiscard]] Result<std::int64_t> parseText(QStringView text) const;

private:
    char m_format = 'd';
    int m_decimals = 0;
};

} // namespace Portolan::Snmp::Smi
