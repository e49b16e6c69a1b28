// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/ports/portview.h"
#include "core/snmp/varbind.h"

#include <map>
#include <span>
#include <vector>

namespace Portolan::Snmp {

// Joins what an agent says in IF-MIB, BRIDGE-MIB, Q-BRIDGE-MIB, EtherLike-MIB, LLDP-MIB, ENTITY-MIB
// and POWER-ETHERNET-MIB into ports. Pure: it is given varbinds in any order and asks for nothing.
// Any thread, one owner. What does not fit (an index that is too short, a type that is another one)
// is left out; 200,000 addresses at most are kept.
// Sources: RFC 2863, RFC 4188, RFC 4363, RFC 3635, RFC 6933, RFC 3621, IEEE 802.1AB-2005, annex.
class PortTables
{
public:
    enum class Column : std::uint8_t {
        System,
        IfDescr,
        IfType,
        IfMtu,
        IfSpeed,
        IfPhysAddress,
        IfAdminStatus,
        IfOperStatus,
        IfLastChange,
        IfInOctets,
        IfInDiscards,
        IfInErrors,
        IfOutOctets,
        IfOutDiscards,
        IfOutErrors,
        IfName,
        IfHcInOctets,
        IfHcOutOctets,
        IfHighSpeed,
        IfConnectorPresent,
        IfAlias,
        IfDiscontinuity,
        Duplex,
        BridgeAddress,
        BasePortIfIndex,
        StpPortState,
        FdbPort,
        FdbStatus,
        VlanFdbPort,
        VlanFdbStatus,
        VlanFdbId,
        VlanEgress,
        VlanUntagged,
        VlanStaticName,
        VlanStaticEgress,
        VlanStaticUntagged,
        Pvid,
        LldpLocalIdType,
        LldpLocalId,
        LldpLocalDescr,
        LldpChassisType,
        LldpChassis,
        LldpPortType,
        LldpPort,
        LldpPortDescr,
        LldpSysName,
        LldpSysDescr,
        LldpManagement,
        EntityName,
        EntityAlias,
        PoeAdmin,
        PoeStatus,
        PoeClass,
    };
    // What has to be walked, in the order of Column.
    [[nodiscard]] static const std::vector<Oid> &roots();

    void take(Column column, const Varbind &varbind);
    [[nodiscard]] PortView view() const;

    // Of ifAdminStatus and ifOperStatus.
    [[nodiscard]] static PortState stateOf(int admin, int oper);

private:
    using Index = std::span<const std::uint32_t>;
    struct Neighbor
    {
        PortNeighbor told;
        int chassisType = 0;
        int portType = 0;
        QByteArray chassis = {};
        QByteArray port = {};
    };
    struct LocalPort
    {
        int type = 0;
        QByteArray id = {};
        QString description = {};
    };
    struct Vlan
    {
        QString name = {};
        std::vector<quint32> egress = {};   // bridge ports
        std::vector<quint32> untagged = {}; // bridge ports
        bool hasCurrent = false;
    };
    struct Interface
    {
        SwitchPort port;
        QString name = {};
        int admin = 0;
        int oper = 0;
        std::optional<quint32> highSpeed = {};
        std::optional<quint32> speed = {};
        std::optional<bool> connector = {};
        std::optional<quint32> lastChange = {};
        bool counts = false;
    };
    struct Learned
    {
        quint32 port = 0;
        int status = 0;
    };
    struct Power
    {
        std::optional<int> admin, status, powerClass;
    };

    void takeInterface(Column column, quint32 ifIndex, const Value &value);
    void takeVlan(Column column, Index index, const Value &value);
    void takeNeighbor(Column column, Index index, const Value &value);
    void joinBridge(PortView &view) const;
    void joinVlans(PortView &view) const;
    void joinNeighbors(PortView &view) const;
    void joinRest(PortView &view) const;
    [[nodiscard]] std::optional<quint32> ifIndexOfLldp(const PortView &view, quint32 number,
                                                       bool &isGuess) const;
    [[nodiscard]] QStringList gaps(const PortView &view) const;

    Varbinds m_system;
    std::map<quint32, Interface> m_interfaces;
    QByteArray m_bridge;
    std::map<quint32, quint32> m_ifIndexOf; // of a bridge port
    std::map<quint32, int> m_stp;           // by bridge port
    std::map<QByteArray, Learned> m_fdb;
    std::map<std::pair<quint32, QByteArray>, Learned> m_vlanFdb; // by FDB id
    std::map<quint32, quint32> m_vlanOfFdb;
    std::map<quint32, Vlan> m_vlans;
    std::map<quint32, quint32> m_pvids; // by bridge port
    std::map<quint32, LocalPort> m_lldpLocal;
    std::map<std::pair<quint32, quint32>, Neighbor> m_neighbors; // local port, number
    std::map<quint32, QString> m_entityNames;
    std::map<quint32, quint32> m_entityIfIndex;
    std::map<std::pair<quint32, quint32>, Power> m_power;
};

} // namespace Portolan::Snmp
