// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/snmpoptions.h"
#include "core/net/dialer.h"
#include "core/snmp/agent.h"
#include "core/snmp/smi/snapshot.h"

#include <QJsonObject>

#include <memory>

namespace Portolan::Cli {

class SshSession;

// The agent that a verb of `snmp` talks to, from the command line and the way of a profile, and how
// its varbinds are printed. Main thread.
class SnmpSession
{
public:
    SnmpSession(CommandContext &context, const SnmpOptions &options);
    ~SnmpSession();

    // Once, before the others.
    [[nodiscard]] Result<> prepare();
    [[nodiscard]] const QString &url() const { return m_access.url; }
    [[nodiscard]] const Snmp::AgentTarget &target() const { return m_access.target; }
    [[nodiscard]] std::unique_ptr<Snmp::Agent> makeAgent() const;

private:
    [[nodiscard]] Result<> prepareWay();

    CommandContext &m_context;
    const SnmpOptions m_options;
    SnmpAccess m_access;
    std::unique_ptr<SshSession> m_way; // answers for the hosts on the way
    std::function<std::unique_ptr<Net::Dialer>()> m_makeDialer;
};

// {"type":"varbind","oid","name","syntax","value","text"}
[[nodiscard]] QJsonObject varbindObject(const Snmp::Smi::Snapshot &snapshot,
                                        const Snmp::Varbind &varbind);
// "IF-MIB::ifDescr.1 = OCTET STRING: eth0"
[[nodiscard]] QString varbindLine(const Snmp::Smi::Snapshot &snapshot,
                                  const Snmp::Varbind &varbind);
// The value as the module of `oid` wants it read.
[[nodiscard]] QString valueLine(const Snmp::Smi::Snapshot &snapshot, const Snmp::Varbind &varbind);

} // namespace Portolan::Cli
