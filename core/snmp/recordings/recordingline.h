// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/varbind.h"

#include <optional>
#include <string>
#include <string_view>

namespace Portolan::Snmp {

// One varbind as a line of text, `OID|tag|value`: the form that replay agents read too. The tag is
// that of the value on the wire (2, 4, 5, 6, 64 to 68, 70), with an x behind it where the value is
// written in hexadecimal: octets that are not printable ASCII. Exact in both directions: octets,
// numbers and types come back as they were; a Float is the Opaque that it is on the wire. Pure
// functions, any thread. Source of the tags: RFC 2578, RFC 3416; draft-perkins-opaque-01.
inline constexpr std::size_t kMostLine = 160'000; // a value of 65,535 octets, its OID, and some

// Without a line end. An exception (noSuchObject and the like) is written as Null: no walk has one.
void appendLine(std::string &to, const Varbind &varbind);
// Nothing where it is no such line, or the value does not fit its type.
[[nodiscard]] std::optional<Varbind> readLine(std::string_view line);

// "1.3.6.1" or ".1.3.6.1" and nothing else.
[[nodiscard]] std::optional<Oid> readOid(std::string_view text);
// "001A2b", of an even length.
[[nodiscard]] std::optional<QByteArray> readHexadecimal(std::string_view text);

// What `snmpwalk -On` prints. A value may go on in the next lines (text with line ends, much
// hexadecimal): feed() takes one line after the other and gives the varbind before when the next
// one begins; finish() gives the last. Text is what was printed: a value with a display hint or a
// unit is not exactly what the agent sent, so such a recording is marked as not exact.
class WalkText
{
public:
    // A line that belongs to nothing is told by wasRead(): false.
    [[nodiscard]] std::optional<Varbind> feed(std::string_view line);
    [[nodiscard]] std::optional<Varbind> finish();
    [[nodiscard]] bool wasRead() const { return m_wasRead; }

private:
    [[nodiscard]] std::optional<Varbind> made();

    std::optional<Oid> m_oid;
    std::string m_text; // behind the "="
    bool m_wasRead = true;
};

} // namespace Portolan::Snmp
