// SPDX-License-Identifier: GPL-3.0-or-later
// What an agent sends and a module says of it: display hints, instances by their INDEX, and the
// text that a person types. The first line is a hint and a name; the rest are octets and arcs.
#include "core/snmp/smi/instance.h"
#include "core/snmp/smi/moduleloader.h"
#include "core/snmp/smi/valuetext.h"

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string_view>

using namespace Portolan::Snmp;
using namespace Portolan::Snmp::Smi;

namespace {

void check(bool holds)
{
    if (!holds)
        std::abort();
}

const Snapshot &modules()
{
    static const auto loaded = loadTexts(
        {{"fuzz",
          "F-MIB DEFINITIONS ::= BEGIN IMPORTS enterprises FROM SNMPv2-SMI;\n"
          "InetAddressType ::= INTEGER { ipv4(1), ipv6(2) }\nInetAddress ::= OCTET STRING\n"
          "DateAndTime ::= TEXTUAL-CONVENTION DISPLAY-HINT \"2d-1d-1d,1d:1d:1d.1d,1a1d:1d\" STATUS "
          "current DESCRIPTION \"\" SYNTAX OCTET STRING (SIZE (8 | 11))\n"
          "f OBJECT IDENTIFIER ::= { enterprises 1 }\n"
          "t OBJECT-TYPE SYNTAX SEQUENCE OF R ACCESS not-accessible STATUS mandatory ::= { f 1 }\n"
          "r OBJECT-TYPE SYNTAX R ACCESS not-accessible STATUS mandatory INDEX { a, b, c, d, e, "
          "IMPLIED g } ::= { t 1 }\nR ::= SEQUENCE { a INTEGER }\n"
          "a OBJECT-TYPE SYNTAX INTEGER { up(1) } ACCESS read-only STATUS mandatory ::= { r 1 }\n"
          "b OBJECT-TYPE SYNTAX OCTET STRING (SIZE (2)) ACCESS read-only STATUS mandatory ::= { r "
          "2 "
          "}\nc OBJECT-TYPE SYNTAX InetAddressType ACCESS read-only STATUS mandatory ::= { r 3 }\n"
          "d OBJECT-TYPE SYNTAX InetAddress ACCESS read-only STATUS mandatory ::= { r 4 }\n"
          "e OBJECT-TYPE SYNTAX IpAddress ACCESS read-only STATUS mandatory ::= { r 5 }\n"
          "g OBJECT-TYPE SYNTAX OBJECT IDENTIFIER ACCESS read-only STATUS mandatory ::= { r 6 }\n"
          "h OBJECT-TYPE SYNTAX DateAndTime ACCESS read-only STATUS mandatory ::= { r 7 }\n"
          "i OBJECT-TYPE SYNTAX BITS { x(0), y(9) } ACCESS read-only STATUS mandatory ::= { r 8 }\n"
          "j OBJECT-TYPE SYNTAX TimeTicks ACCESS read-only STATUS mandatory ::= { r 9 }\nEND"}});
    return *loaded;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const std::string_view all(reinterpret_cast<const char *>(bytes), size);
    const std::size_t end = std::min(all.find('\n'), size);
    const std::string_view line = all.substr(0, end);
    const std::string_view rest = all.substr(std::min(end + 1, size));
    const QByteArray octets(rest.data(), static_cast<qsizetype>(rest.size()));
    const QString text = QString::fromUtf8(line.data(), static_cast<qsizetype>(line.size()));

    if (const auto hint = OctetHint::parse(line))
        if (const auto written = hint->format(octets, TextCharset::Detect))
            (void)hint->parseText(*written, TextCharset::Detect);
    if (const auto hint = IntegerHint::parse(line)) {
        std::int64_t number = 0;
        std::memcpy(&number, rest.data(), std::min(rest.size(), sizeof(number)));
        check(!hint->format(number).isEmpty());
    }
    const Snapshot &snapshot = modules();
    if (const auto oid = snapshot.resolve(text))
        check(snapshot.resolve(oid->text()) == *oid);

    std::vector<std::uint32_t> arcs(rest.size() / 4);
    if (!arcs.empty())
        std::memcpy(arcs.data(), rest.data(), arcs.size() * 4);
    for (std::uint32_t &arc : arcs)
        if ((arc & 0x100U) != 0)
            arc &= 0xFFU; // octets, mostly
    const Oid suffix{std::span<const std::uint32_t>(arcs)};
    const Definition row = snapshot.definition(u"r");
    const Instance instance = decodeInstance(snapshot, row, suffix.arcs());
    if (instance.isComplete) {
        QList<Value> values;
        for (const IndexValue &each : instance.values)
            values.append(each.value);
        const auto back = encodeInstance(row, values);
        check(!back || *back == suffix);
    }
    for (const char *name : {"a", "b", "d", "e", "g", "h", "i", "j"}) {
        const Definition object = snapshot.definition(QString::fromLatin1(name));
        (void)textOf(snapshot, object, Value::octets(octets));
        if (const auto value = valueOf(snapshot, object, text))
            check(!textOf(snapshot, object, *value).isWrongType);
    }
    return 0;
}
