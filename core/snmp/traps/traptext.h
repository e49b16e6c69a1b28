// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/smi/snapshot.h"
#include "core/snmp/smi/valuetext.h"
#include "core/snmp/traps/trap.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>

class QIODevice;

namespace Portolan::Snmp {

// What was received, in words: names, enumerations and texts as the modules have them. Made when
// something is shown, searched or written, never when it arrives. Plain functions, any thread.

struct VarbindText
{
    QString name;   // "IF-MIB::ifIndex.7"
    QString syntax; // "INTEGER", "DisplayString": the module's, else the wire's
    QString text;   // "down(2)", "00:1a:2b:3c:4d:5e"
};
[[nodiscard]] VarbindText textOf(const Smi::Snapshot &snapshot, const Varbind &varbind,
                                 Smi::TextCharset charset = Smi::TextCharset::Detect);
// oid, name, syntax, value, text: as every verb of `portolanctl snmp` has them. A value is a number
// where it fits one exactly (up to 2^53), else text.
[[nodiscard]] QJsonObject varbindObject(const Smi::Snapshot &snapshot, const Varbind &varbind,
                                        Smi::TextCharset charset = Smi::TextCharset::Detect);

// "IF-MIB::linkDown"; the OID where no module names it; empty of a rejected message.
[[nodiscard]] QString trapName(const Smi::Snapshot &snapshot, const Trap &trap);
// "trap", "inform", "rejected"
[[nodiscard]] QString kindName(Trap::Kind kind);
// One line: "linkDown: ifIndex.7 = 7, ifAlias.7 = uplink", or why it was rejected.
[[nodiscard]] QString trapSummary(const Smi::Snapshot &snapshot, const Trap &trap,
                                  Smi::TextCharset charset = Smi::TextCharset::Detect);
// The varbinds alone, the first of them: "ifIndex.7 = 7, ifAlias.7 = uplink".
[[nodiscard]] QString varbindSummary(const Smi::Snapshot &snapshot, const Trap &trap,
                                     Smi::TextCharset charset = Smi::TextCharset::Detect);
// A line of `portolanctl snmp listen`: docs/snmp-traps.md has its fields.
[[nodiscard]] QJsonObject trapObject(const Smi::Snapshot &snapshot, const Trap &trap,
                                     Smi::TextCharset charset = Smi::TextCharset::Detect);

enum class TrapFormat { Csv, Json };
// All of them: CSV as spreadsheets read it, or JSON, one object a line. Blocks, so it is called on
// a thread of its own. Local where the device takes no more; Cancelled where `goOn` says no.
[[nodiscard]] Result<> writeTraps(const Smi::Snapshot &snapshot, const std::vector<TrapPtr> &traps,
                                  TrapFormat format, QIODevice &to,
                                  const std::function<bool(std::size_t done)> &goOn = {});

} // namespace Portolan::Snmp
