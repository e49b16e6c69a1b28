// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/ports/porttables.h"

#include "core/snmp/ports/portlist.h"
#include "core/snmp/words.h"

#include <algorithm>

namespace Portolan::Snmp {

namespace {

constexpr std::size_t kMostAddresses = 200'000;
constexpr std::size_t kMostInterfaces = 20'000;
constexpr std::size_t kMostVlans = 4096;
constexpr int kMostText = 500;

QString textOf(const Value &value)
{
    return value.type() == ValueType::OctetString ? plainLine(value.text(), kMostText).trimmed()
                                                  : QString();
}

std::optional<quint32> number(const Value &value)
{
    if (!value.isNumber() || value.toInt() < 0 || value.toUint() > 0xffffffffU)
        return {};
    return static_cast<quint32>(value.toUint());
}

int smallNumber(const Value &value)
{
    return static_cast<int>(std::min<quint32>(number(value).value_or(0), 1U << 20U));
}

QByteArray macOf(std::span<const std::uint32_t> arcs)
{
    QByteArray mac;
    for (const std::uint32_t arc : arcs) {
        if (arc > 255)
            return {};
        mac += static_cast<char>(arc);
    }
    return mac.size() == 6 ? mac : QByteArray();
}

std::optional<quint64> counter(const Value &value)
{
    return value.isNumber() ? std::optional<quint64>(value.toUint()) : std::nullopt;
}

// IANAifType: loopback, virtual, tunnel, VLANs, aggregates. Some agents say of all of their
// interfaces that they have a connector.
bool isVirtualType(int type)
{
    return type == 24 || type == 53 || type == 131 || type == 135 || type == 136 || type == 142 ||
           type == 161;
}

// Where no ifConnectorPresent tells. IANAifType: Ethernet by its several names, and fibre channel.
bool isPlugType(int type)
{
    return type == 6 || type == 7 || type == 26 || type == 56 || type == 62 || type == 69 ||
           type == 117;
}

} // namespace

PortState PortTables::stateOf(int admin, int oper)
{
    if (admin == 2)
        return PortState::Disabled;
    switch (oper) {
    case 1:
        return PortState::Up;
    case 2:
        return PortState::Down;
    case 3:
        return PortState::Testing;
    case 5:
        return PortState::Dormant;
    case 6:
        return PortState::NotPresent;
    case 7:
        return PortState::LowerLayerDown;
    default:
        return PortState::Unknown;
    }
}

const std::vector<Oid> &PortTables::roots()
{
    static const std::vector<Oid> all = [] {
        const Oid ifEntry{1, 3, 6, 1, 2, 1, 2, 2, 1};
        const Oid ifXEntry{1, 3, 6, 1, 2, 1, 31, 1, 1, 1};
        const Oid bridge{1, 3, 6, 1, 2, 1, 17};
        const Oid qBridge{1, 3, 6, 1, 2, 1, 17, 7, 1};
        const Oid lldp{1, 0, 8802, 1, 1, 2, 1};
        const Oid power{1, 3, 6, 1, 2, 1, 105, 1, 1, 1};
        const auto below = [](const Oid &oid, std::initializer_list<std::uint32_t> arcs) {
            Oid made = oid;
            for (const std::uint32_t arc : arcs)
                made.append(arc);
            return made;
        };
        return std::vector<Oid>{
            {1, 3, 6, 1, 2, 1, 1},
            below(ifEntry, {2}),
            below(ifEntry, {3}),
            below(ifEntry, {4}),
            below(ifEntry, {5}),
            below(ifEntry, {6}),
            below(ifEntry, {7}),
            below(ifEntry, {8}),
            below(ifEntry, {9}),
            below(ifEntry, {10}),
            below(ifEntry, {13}),
            below(ifEntry, {14}),
            below(ifEntry, {16}),
            below(ifEntry, {19}),
            below(ifEntry, {20}),
            below(ifXEntry, {1}),
            below(ifXEntry, {6}),
            below(ifXEntry, {10}),
            below(ifXEntry, {15}),
            below(ifXEntry, {17}),
            below(ifXEntry, {18}),
            below(ifXEntry, {19}),
            {1, 3, 6, 1, 2, 1, 10, 7, 2, 1, 19},
            below(bridge, {1, 1}),
            below(bridge, {1, 4, 1, 2}),
            below(bridge, {2, 15, 1, 3}),
            below(bridge, {4, 3, 1, 2}),
            below(bridge, {4, 3, 1, 3}),
            below(qBridge, {2, 2, 1, 2}),
            below(qBridge, {2, 2, 1, 3}),
            below(qBridge, {4, 2, 1, 3}),
            below(qBridge, {4, 2, 1, 4}),
            below(qBridge, {4, 2, 1, 5}),
            below(qBridge, {4, 3, 1, 1}),
            below(qBridge, {4, 3, 1, 2}),
            below(qBridge, {4, 3, 1, 4}),
            below(qBridge, {4, 5, 1, 1}),
            below(lldp, {3, 7, 1, 2}),
            below(lldp, {3, 7, 1, 3}),
            below(lldp, {3, 7, 1, 4}),
            below(lldp, {4, 1, 1, 4}),
            below(lldp, {4, 1, 1, 5}),
            below(lldp, {4, 1, 1, 6}),
            below(lldp, {4, 1, 1, 7}),
            below(lldp, {4, 1, 1, 8}),
            below(lldp, {4, 1, 1, 9}),
            below(lldp, {4, 1, 1, 10}),
            below(lldp, {4, 2, 1, 3}),
            {1, 3, 6, 1, 2, 1, 47, 1, 1, 1, 1, 7},
            {1, 3, 6, 1, 2, 1, 47, 1, 3, 2, 1, 2},
            below(power, {3}),
            below(power, {6}),
            below(power, {10}),
        };
    }();
    return all;
}

void PortTables::take(Column column, const Varbind &varbind)
{
    const Oid &root = roots()[static_cast<std::size_t>(column)];
    if (!varbind.oid.startsWith(root) || varbind.value.isException())
        return;
    const Index index = varbind.oid.from(root.size());
    const Value &value = varbind.value;
    if (column == Column::System) {
        if (m_system.size() < 100)
            m_system.push_back(varbind);
        return;
    }
    if (column <= Column::Duplex) {
        if (index.size() == 1)
            takeInterface(column, index[0], value);
        return;
    }
    const auto learned = [&](auto &table, auto key, bool isPort) {
        if (table.size() >= kMostAddresses && !table.contains(key))
            return;
        const auto told = number(value);
        if (!told)
            return;
        if (isPort)
            table[key].port = *told;
        else
            table[key].status = static_cast<int>(*told);
    };
    switch (column) {
    case Column::BridgeAddress:
        if (value.bytes().size() == 6)
            m_bridge = value.bytes();
        return;
    case Column::BasePortIfIndex:
        if (const auto told = number(value); told && index.size() == 1)
            m_ifIndexOf[index[0]] = *told;
        return;
    case Column::StpPortState:
        if (index.size() == 1)
            m_stp[index[0]] = smallNumber(value);
        return;
    case Column::FdbPort:
    case Column::FdbStatus:
        if (const QByteArray mac = macOf(index); !mac.isEmpty())
            learned(m_fdb, mac, column == Column::FdbPort);
        return;
    case Column::VlanFdbPort:
    case Column::VlanFdbStatus:
        if (index.size() == 7) {
            if (const QByteArray mac = macOf(index.subspan(1)); !mac.isEmpty())
                learned(m_vlanFdb, std::pair(quint32(index[0]), mac),
                        column == Column::VlanFdbPort);
        }
        return;
    case Column::VlanFdbId:
    case Column::VlanEgress:
    case Column::VlanUntagged:
    case Column::VlanStaticName:
    case Column::VlanStaticEgress:
    case Column::VlanStaticUntagged:
        takeVlan(column, index, value);
        return;
    case Column::Pvid:
        if (const auto told = number(value); told && index.size() == 1)
            m_pvids[index[0]] = *told;
        return;
    case Column::EntityName:
        if (index.size() == 1 && m_entityNames.size() < kMostInterfaces)
            m_entityNames[index[0]] = textOf(value);
        return;
    case Column::EntityAlias: {
        // Its value is the OID of an ifIndex.
        static const Oid ifIndex{1, 3, 6, 1, 2, 1, 2, 2, 1, 1};
        const Oid to = value.toOid();
        if (index.size() == 2 && to.size() == ifIndex.size() + 1 && to.startsWith(ifIndex) &&
            m_entityIfIndex.size() < kMostInterfaces)
            m_entityIfIndex[index[0]] = to.last();
        return;
    }
    case Column::PoeAdmin:
    case Column::PoeStatus:
    case Column::PoeClass:
        if (index.size() == 2 && m_power.size() < kMostInterfaces) {
            Power &power = m_power[{index[0], index[1]}];
            (column == Column::PoeAdmin    ? power.admin
             : column == Column::PoeStatus ? power.status
                                           : power.powerClass) = smallNumber(value);
        }
        return;
    default:
        takeNeighbor(column, index, value);
        return;
    }
}

void PortTables::takeInterface(Column column, quint32 ifIndex, const Value &value)
{
    if (m_interfaces.size() >= kMostInterfaces && !m_interfaces.contains(ifIndex))
        return;
    Interface &made = m_interfaces[ifIndex];
    SwitchPort &port = made.port;
    switch (column) {
    case Column::IfDescr:
        port.description = textOf(value);
        break;
    case Column::IfType:
        port.type = smallNumber(value);
        break;
    case Column::IfMtu:
        port.mtu = smallNumber(value);
        break;
    case Column::IfSpeed:
        made.speed = number(value);
        break;
    case Column::IfPhysAddress:
        if (value.bytes().size() == 6)
            port.mac = value.bytes();
        break;
    case Column::IfAdminStatus:
        made.admin = smallNumber(value);
        break;
    case Column::IfOperStatus:
        made.oper = smallNumber(value);
        break;
    case Column::IfLastChange:
        made.lastChange = number(value);
        break;
    case Column::IfInOctets:
        if (!port.hasHighCounters)
            port.inOctets = counter(value);
        break;
    case Column::IfOutOctets:
        if (!port.hasHighCounters)
            port.outOctets = counter(value);
        break;
    case Column::IfInDiscards:
        port.inDiscards = counter(value);
        break;
    case Column::IfInErrors:
        port.inErrors = counter(value);
        break;
    case Column::IfOutDiscards:
        port.outDiscards = counter(value);
        break;
    case Column::IfOutErrors:
        port.outErrors = counter(value);
        break;
    case Column::IfName:
        made.name = textOf(value);
        break;
    case Column::IfHcInOctets:
    case Column::IfHcOutOctets:
        if (!port.hasHighCounters) {
            port.hasHighCounters = true;
            port.inOctets.reset();
            port.outOctets.reset();
        }
        (column == Column::IfHcInOctets ? port.inOctets : port.outOctets) = counter(value);
        break;
    case Column::IfHighSpeed:
        made.highSpeed = number(value);
        break;
    case Column::IfConnectorPresent:
        made.connector = smallNumber(value) == 1;
        break;
    case Column::IfAlias:
        port.alias = textOf(value);
        break;
    case Column::IfDiscontinuity:
        port.hasDiscontinuity = true;
        break;
    case Column::Duplex: // 1 unknown, 2 half, 3 full
        if (const int duplex = smallNumber(value); duplex == 2 || duplex == 3)
            port.fullDuplex = duplex == 3;
        break;
    default:
        break;
    }
}

void PortTables::takeVlan(Column column, Index index, const Value &value)
{
    const bool isCurrent = column == Column::VlanFdbId || column == Column::VlanEgress ||
                           column == Column::VlanUntagged;
    if (index.size() != (isCurrent ? 2U : 1U))
        return;
    const quint32 id = index.back(); // before it, a TimeFilter
    if (m_vlans.size() >= kMostVlans && !m_vlans.contains(id))
        return;
    if (column == Column::VlanFdbId) {
        if (const auto fdb = number(value))
            m_vlanOfFdb.try_emplace(*fdb, id);
        return;
    }
    Vlan &vlan = m_vlans[id];
    if (column == Column::VlanStaticName) {
        vlan.name = textOf(value);
        return;
    }
    // What is in force goes before what was configured.
    if (isCurrent)
        vlan.hasCurrent = true;
    else if (vlan.hasCurrent)
        return;
    const bool isEgress = column == Column::VlanEgress || column == Column::VlanStaticEgress;
    (isEgress ? vlan.egress : vlan.untagged) = portsOf(value.bytes());
}

PortView PortTables::view() const
{
    PortView made;
    for (const Varbind &each : m_system) {
        if (each.oid.size() != 9 || each.oid.last() != 0)
            continue;
        if (each.oid[7] == 1)
            made.description = textOf(each.value);
        else if (each.oid[7] == 2)
            made.objectId = each.value.toOid();
        else if (each.oid[7] == 3)
            made.upTime = number(each.value).value_or(0);
        else if (each.oid[7] == 5)
            made.system = textOf(each.value);
    }
    made.bridge = m_bridge;
    for (const auto &[ifIndex, told] : m_interfaces) {
        SwitchPort port = told.port;
        port.ifIndex = ifIndex;
        port.name = !told.name.isEmpty()          ? told.name
                    : !port.description.isEmpty() ? port.description
                                                  : QString::number(ifIndex);
        port.state = stateOf(told.admin, told.oper);
        // RFC 2863, section 3.1.6: ifSpeed ends at 4.3 Gbit/s; ifHighSpeed counts millions.
        if (told.highSpeed && *told.highSpeed > 0)
            port.speed = quint64(*told.highSpeed) * 1'000'000;
        else if (told.speed && *told.speed > 0 && *told.speed != 0xffffffffU)
            port.speed = *told.speed;
        port.isPhysical =
            told.connector.value_or(isPlugType(port.type)) && !isVirtualType(port.type);
        // sysUpTime wraps after 497 days; a change before that shows a later time.
        if (told.lastChange && *told.lastChange <= made.upTime)
            port.changedBefore = made.upTime - *told.lastChange;
        made.ports.push_back(std::move(port));
    }
    joinBridge(made);
    joinVlans(made);
    joinNeighbors(made);
    joinRest(made);
    made.gaps = gaps(made);
    return made;
}

namespace {

SwitchPort *portAt(PortView &view, quint32 ifIndex)
{
    const auto found = std::lower_bound(
        view.ports.begin(), view.ports.end(), ifIndex,
        [](const SwitchPort &port, quint32 wanted) { return port.ifIndex < wanted; });
    return found != view.ports.end() && found->ifIndex == ifIndex ? &*found : nullptr;
}

} // namespace

void PortTables::joinBridge(PortView &view) const
{
    for (const auto &[bridgePort, ifIndex] : m_ifIndexOf) {
        if (SwitchPort *const port = portAt(view, ifIndex)) {
            port->bridgePort = bridgePort;
            if (const auto stp = m_stp.find(bridgePort); stp != m_stp.end())
                port->stp = stp->second;
            if (const auto pvid = m_pvids.find(bridgePort); pvid != m_pvids.end())
                port->pvid = pvid->second;
        }
    }
    const auto place = [&](const Learned &learned, PortMac mac) {
        // RFC 4188, dot1dTpFdbStatus: 2 is on its way out, 4 is the bridge's own address.
        if (learned.status == 2 || learned.status == 4)
            return;
        mac.isStatic = learned.status == 5;
        const auto ifIndex = m_ifIndexOf.find(learned.port);
        SwitchPort *const port =
            ifIndex == m_ifIndexOf.end() ? nullptr : portAt(view, ifIndex->second);
        (port ? port->macs : view.elsewhere).push_back(std::move(mac));
    };
    for (const auto &[key, learned] : m_vlanFdb) {
        const auto vlan = m_vlanOfFdb.find(key.first);
        // Where each VLAN has a table of its own, its number is that of the VLAN.
        const std::optional<quint32> id = vlan != m_vlanOfFdb.end() ? std::optional(vlan->second)
                                          : m_vlans.contains(key.first) ? std::optional(key.first)
                                                                        : std::nullopt;
        place(learned, {key.second, id, false});
    }
    if (m_vlanFdb.empty()) {
        for (const auto &[address, learned] : m_fdb)
            place(learned, {address, {}, false});
    }
}

void PortTables::joinVlans(PortView &view) const
{
    for (const auto &[id, vlan] : m_vlans) {
        view.vlans.push_back({id, vlan.name});
        for (const quint32 bridgePort : vlan.egress) {
            const auto ifIndex = m_ifIndexOf.find(bridgePort);
            SwitchPort *const port =
                ifIndex == m_ifIndexOf.end() ? nullptr : portAt(view, ifIndex->second);
            if (!port)
                continue;
            const bool isUntagged = std::find(vlan.untagged.begin(), vlan.untagged.end(),
                                              bridgePort) != vlan.untagged.end();
            (isUntagged ? port->untagged : port->tagged).push_back(id);
        }
    }
}

void PortTables::joinRest(PortView &view) const
{
    for (const auto &[entity, ifIndex] : m_entityIfIndex) {
        if (SwitchPort *const port = portAt(view, ifIndex)) {
            if (const auto name = m_entityNames.find(entity); name != m_entityNames.end())
                port->entity = name->second;
        }
    }
    for (const auto &[key, power] : m_power) {
        // RFC 3621 names ports by group and number, and says nothing of interfaces: a group's
        // numbers are those of the bridge's ports on all but stacks, which are left alone.
        const auto ifIndex = m_ifIndexOf.find(key.second);
        SwitchPort *const port = key.first == 1 && ifIndex != m_ifIndexOf.end()
                                     ? portAt(view, ifIndex->second)
                                     : nullptr;
        if (!port)
            continue;
        PortPower made;
        made.enabled = power.admin == 1;
        made.status = power.status.value_or(0);
        made.powerClass = std::max(power.powerClass.value_or(1) - 1, 0);
        port->power = made;
    }
}

QStringList PortTables::gaps(const PortView &view) const
{
    QStringList all;
    if (m_interfaces.empty()) {
        all += Snmp::tr("This agent shows no interfaces (IF-MIB): there are no ports to be seen.");
        return all;
    }
    const bool hasNames = std::any_of(m_interfaces.begin(), m_interfaces.end(),
                                      [](const auto &each) { return !each.second.name.isEmpty(); });
    if (!hasNames)
        all += Snmp::tr("It has no ifXTable: names are those of ifDescr, counters have 32 bits.");
    if (m_ifIndexOf.empty())
        all += Snmp::tr("It has no BRIDGE-MIB: it is no switch, or does not show it; addresses and "
                        "VLANs are unknown.");
    else if (m_vlans.empty() && m_pvids.empty())
        all += Snmp::tr("It has no Q-BRIDGE-MIB: VLANs are unknown.");
    static const Oid cisco{1, 3, 6, 1, 4, 1, 9};
    if (view.objectId.startsWith(cisco) && m_vlanFdb.empty())
        all += Snmp::tr("Cisco shows the addresses of each VLAN by itself: ask with the context "
                        "vlan-NUMBER, or with a community that ends with @NUMBER.");
    if (!m_ifIndexOf.empty() && m_fdb.empty() && m_vlanFdb.empty())
        all += Snmp::tr("It shows no learned addresses.");
    if (m_lldpLocal.empty() && m_neighbors.empty())
        all += Snmp::tr("It has no LLDP-MIB: neighbors are unknown.");
    else if (std::any_of(view.ports.begin(), view.ports.end(), [](const SwitchPort &port) {
                 return std::any_of(port.neighbors.begin(), port.neighbors.end(),
                                    [](const PortNeighbor &each) { return each.isGuess; });
             }))
        all += Snmp::tr("Its LLDP ports cannot be told by name: their numbers were taken for those "
                        "of the bridge's ports.");
    const bool knowsDuplex =
        std::any_of(view.ports.begin(), view.ports.end(),
                    [](const SwitchPort &port) { return port.fullDuplex.has_value(); });
    if (!knowsDuplex)
        all += Snmp::tr("It has no EtherLike-MIB: duplex is unknown.");
    return all;
}

} // namespace Portolan::Snmp
