// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/smi/displayhint.h"
#include "core/snmp/smi/snapshot.h"
#include "core/snmp/varbind.h"

#include <QList>
#include <QStringList>

#include <span>

namespace Portolan::Snmp::Smi {

// What stands behind a column's OID, read by its row's INDEX, and the reverse. Plain functions of a
// Snapshot, any thread. Agents do not always keep to their modules: what does not fit is shown as
// the numbers that it is. Source: RFC 2578, section 7.7.
struct IndexValue
{
    QString name; // "ifIndex"; empty where the module gives a type only
    Type type;
    Value value;
    QString text;               // "3", "10.0.0.1", "admin"
    std::uint32_t firstArc = 0; // in the suffix
    std::uint32_t arcs = 0;
};

struct Instance
{
    QList<IndexValue> values;
    bool isComplete = false; // all of the suffix was read, and all of the INDEX filled
    QString text;            // "3", "1, 10.0.0.1", or the numbers as they are
};

// `object` is a column, a row or a table; a scalar has the suffix 0.
[[nodiscard]] Instance decodeInstance(const Snapshot &snapshot, const Definition &object,
                                      std::span<const std::uint32_t> suffix,
                                      TextCharset charset = TextCharset::Detect);

// The suffix of a row from its index values, in the order of the INDEX. Usage where one has the
// wrong type or length, or there are too few or too many.
[[nodiscard]] Result<Oid> encodeInstance(const Definition &object, const QList<Value> &values);
// The same from text, as a person writes it in a form: see valueOf().
[[nodiscard]] Result<Oid> encodeInstance(const Snapshot &snapshot, const Definition &object,
                                         const QStringList &texts,
                                         TextCharset charset = TextCharset::Detect);
// Adds one value to a suffix. `isLast` as IMPLIED counts for the last one only.
[[nodiscard]] Result<> appendIndex(Oid &suffix, const Definition::Index &index, const Value &value,
                                   bool isLast);

} // namespace Portolan::Snmp::Smi
