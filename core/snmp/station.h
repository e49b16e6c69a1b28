// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/enginehost.h"
#include "core/snmp/request.h"

#include <QString>

#include <memory>

namespace Portolan::Snmp {

class Engine;

// Our side of SNMP, a management station: the one engine of the process and what it learned about
// kinds of agents. Owned by the app, or by whoever needs SNMP alone; shared by every Agent. Made
// and destroyed on the main thread; two of them in a process would race in net-snmp, so the second
// one shares the first one's thread.
class Station
{
public:
    // What walks learned of kinds of agents is kept in that file, for the next run; empty: as long
    // as the process. The first station's counts.
    explicit Station(const QString &memoryFile = {});
    ~Station();
    Station(const Station &) = delete;
    Station &operator=(const Station &) = delete;

private:
    friend class Agent;
    friend class Discovery;
    friend class TrapReceiver;
    struct Shared;
    [[nodiscard]] EngineHost<Engine> &host();
    [[nodiscard]] quint64 newPeer();

    std::shared_ptr<Shared> m_shared;
};

} // namespace Portolan::Snmp
