// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/smi/displayhint.h"
#include "core/snmp/smi/snapshot.h"
#include "core/snmp/varbind.h"

namespace Portolan::Snmp::Smi {

// A value as a module wants it read. Agents send what they like: where the value's type is not the
// module's, it is written as it came. Plain functions of a Snapshot, any thread.
struct ValueText
{
    QString text;              // "up", "1500", "00:1a:2b:3c:4d:5e", "12:34:56.78"
    QString full;              // "up(1)", "1500 octets", "(4529678) 12:34:56.78"
    bool isWrongType = false;  // the agent sends another type than the module says
    bool isOutOfRange = false; // a length or number that the module does not allow
};

[[nodiscard]] ValueText textOf(const Snapshot &snapshot, const Definition &object,
                               const Value &value, TextCharset charset = TextCharset::Detect);
// By a type alone: of an index, or of an object that no module defines (a null Type).
[[nodiscard]] ValueText textOf(const Snapshot &snapshot, const Type &type, const Value &value,
                               TextCharset charset = TextCharset::Detect);

// What a person types for an object: a number, a name of the enumeration ("up" or "up(1)"), names
// of bits, text or hexadecimal ("0x001A", "00 1A"), an address, an OID or a name of one, ticks or a
// duration ("1 d 2:03:04.05"), a date. Usage with the reason where it does not fit the type, its
// range or its length.
[[nodiscard]] Result<Value> valueOf(const Snapshot &snapshot, const Definition &object,
                                    QStringView text, TextCharset charset = TextCharset::Detect);
[[nodiscard]] Result<Value> valueOf(const Snapshot &snapshot, const Type &type, QStringView text,
                                    TextCharset charset = TextCharset::Detect);

// What an agent should send for a base type; Null for what has no values.
[[nodiscard]] ValueType valueTypeOf(Base base);
// "3 days, 2:03:04.05", in the current language.
[[nodiscard]] QString durationText(std::uint32_t hundredths);

} // namespace Portolan::Snmp::Smi
