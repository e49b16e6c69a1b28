// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/request.h"
#include "core/snmp/smi/snapshot.h"
#include "core/snmp/snmpaddress.h"
#include "core/snmp/varbind.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace Portolan::Ui {

// Words that several parts of the panel share, in the language of the moment. Pure.
class SnmpWords
{
    Q_DECLARE_TR_FUNCTIONS(Portolan::Ui::SnmpWords)

public:
    [[nodiscard]] static QString access(Snmp::Smi::Access access);
    [[nodiscard]] static QString status(Snmp::Smi::Status status);
    // "v2c", "v3 · authPriv": how the agent is talked to.
    [[nodiscard]] static QString credential(const Snmp::AgentTarget &target);
    // In place of a value: the agent has none there.
    [[nodiscard]] static QString exception(Snmp::ValueType type);
    // "1.3 s", "42 ms".
    [[nodiscard]] static QString seconds(double seconds);

    // Whether its values can be drawn as a line.
    [[nodiscard]] static bool isGraphable(Snmp::Smi::Base base);
    [[nodiscard]] static bool isCounter(Snmp::ValueType type);

    // The command of net-snmp that does the same; passwords and communities are left out, and a
    // word in capitals stands for each. `program` is snmpget, snmpbulkwalk, ...
    [[nodiscard]] static QString commandLine(const QString &program,
                                             const Snmp::AgentTarget &target,
                                             const QStringList &oids,
                                             const QStringList &options = {});
};

} // namespace Portolan::Ui
