// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/oid.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace Portolan::Snmp {

// What an agent can say at an OID. Gauge32 and Unsigned32 are one type on the wire; the module says
// which is meant. Source: RFC 2578, section 2; RFC 3416, section 3 (the three exceptions);
// draft-perkins-opaque-01 for the two floating types that net-snmp agents send inside an Opaque.
enum class ValueType : std::uint8_t {
    Null,
    Integer32,
    OctetString,
    ObjectIdentifier,
    IpAddress, // four octets
    Counter32,
    Gauge32,
    TimeTicks, // hundredths of a second
    Opaque,
    Counter64,
    Float,  // an Opaque that holds one
    Double, // the same
    NoSuchObject,
    NoSuchInstance,
    EndOfMibView,
};

// "Integer32", "OCTET STRING", "noSuchObject": for export and JSON, never translated.
[[nodiscard]] QString valueTypeName(ValueType type);

// One value as it came, without a module's knowledge of what it means. Plain value, any thread;
// 40 bytes, octets and OIDs besides on the heap. Numbers stay numbers: what they are called, their
// unit and their format is core/snmp/smi's.
class Value
{
public:
    Value() = default; // Null
    [[nodiscard]] static Value integer(std::int32_t number);
    [[nodiscard]] static Value octets(QByteArray octets);
    [[nodiscard]] static Value objectIdentifier(const Oid &oid);
    [[nodiscard]] static Value ipAddress(QByteArray fourOctets);
    [[nodiscard]] static Value counter32(std::uint32_t number);
    [[nodiscard]] static Value gauge32(std::uint32_t number);
    [[nodiscard]] static Value timeTicks(std::uint32_t hundredths);
    [[nodiscard]] static Value opaque(QByteArray octets);
    [[nodiscard]] static Value counter64(std::uint64_t number);
    [[nodiscard]] static Value floating(float number);
    [[nodiscard]] static Value floating(double number);
    // One of NoSuchObject, NoSuchInstance and EndOfMibView; anything else becomes Null.
    [[nodiscard]] static Value exception(ValueType type);

    [[nodiscard]] ValueType type() const { return m_type; }
    // The agent has no value there: noSuchObject, noSuchInstance, endOfMibView.
    [[nodiscard]] bool isException() const { return m_type >= ValueType::NoSuchObject; }
    // Integer32, and everything that counts. Float and Double have a value of their own.
    [[nodiscard]] bool isNumber() const;
    [[nodiscard]] std::int64_t toInt() const { return static_cast<std::int64_t>(m_number); }
    [[nodiscard]] std::uint64_t toUint() const { return m_number; } // Counter64 needs it
    [[nodiscard]] double toDouble() const;                          // of any number
    // Octets of OctetString, IpAddress and Opaque; empty for others.
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }
    [[nodiscard]] Oid toOid() const; // empty unless an ObjectIdentifier

    // The value in plain text, as it is without a module: numbers decimal, an OID with dots, an
    // address with dots, octets as text where all are printable UTF-8, else as hexadecimal "00 1A".
    [[nodiscard]] QString text() const;

    // What it takes beside its own 40 bytes, for budgets.
    [[nodiscard]] std::size_t heapBytes() const;

    friend bool operator==(const Value &, const Value &) = default;

private:
    std::uint64_t m_number = 0; // a Double's bits, too
    QByteArray m_bytes;         // an OID's arcs, 4 bytes each as this machine has them
    ValueType m_type = ValueType::Null;
};

struct Varbind
{
    Oid oid;
    Value value = {};

    friend bool operator==(const Varbind &, const Varbind &) = default;
};

using Varbinds = std::vector<Varbind>;

// A value written by a person with the letter that says its type: net-snmp's i, u, c, C
// (Counter64), t, a, o, s, x (hexadecimal), d (decimal octets), b (bits), n (Null), F and D
// (floating). Usage where the text is none of that type, or out of its range.
[[nodiscard]] Result<Value> parseValue(QChar type, const QString &text);

} // namespace Portolan::Snmp
