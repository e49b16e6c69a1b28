// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/snmpaddress.h"
#include "ui/panel/settingspage.h"

#include <memory>

namespace Portolan::Ui {

struct PanelContext;

// How agents are asked where an address says nothing else, and how many rows a walk may bring.
class SnmpSettingsPage : public SettingsPage
{
    Q_OBJECT

public:
    static constexpr char kTimeoutKey[] = "snmp/timeout-ms";
    static constexpr char kRetriesKey[] = "snmp/retries";
    static constexpr char kRepetitionsKey[] = "snmp/most-repetitions";
    static constexpr char kInFlightKey[] = "snmp/most-in-flight";
    static constexpr char kRowsKey[] = "snmp/most-rows-k"; // thousands

    explicit SnmpSettingsPage(const PanelContext &context);
    static std::unique_ptr<SettingsPage> create(const PanelContext &context);

    [[nodiscard]] static Snmp::AgentTarget defaults(const Settings &settings);
    [[nodiscard]] static quint64 mostRows(const Settings &settings);
};

} // namespace Portolan::Ui
