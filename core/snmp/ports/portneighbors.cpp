// SPDX-License-Identifier: GPL-3.0-or-later
// Who is on the other side of a port, by LLDP.
#include "core/snmp/ports/porttables.h"
#include "core/snmp/words.h"

#include <QHostAddress>

#include <algorithm>

namespace Portolan::Snmp {

namespace {

constexpr std::size_t kMostNeighbors = 10'000;
constexpr int kMostText = 300;

QString plain(const QByteArray &bytes)
{
    return plainLine(Value::octets(bytes).text(), kMostText).trimmed();
}

// IANA address family numbers: 1 is IPv4, 2 is IPv6.
QString networkAddress(int family, const QByteArray &bytes)
{
    if (family == 1 && bytes.size() == 4) {
        quint32 address = 0;
        for (const char each : bytes)
            address = address << 8U | static_cast<quint8>(each);
        return QHostAddress(address).toString();
    }
    if (family == 2 && bytes.size() == 16)
        return QHostAddress(reinterpret_cast<const quint8 *>(bytes.constData())).toString();
    return {};
}

// IEEE 802.1AB, 9.5.2.2 (chassis) and 9.5.3.2 (port): what kind of name it is.
QString idText(bool isChassis, int type, const QByteArray &id)
{
    const bool isMac = isChassis ? type == 4 : type == 3;
    const bool isAddress = isChassis ? type == 5 : type == 4;
    if (isMac && id.size() == 6)
        return macText(id);
    if (isAddress && id.size() > 1) {
        const QString address = networkAddress(static_cast<quint8>(id.at(0)), id.mid(1));
        if (!address.isEmpty())
            return address;
    }
    return plain(id);
}

} // namespace

void PortTables::takeNeighbor(Column column, Index index, const Value &value)
{
    const auto small = [&value] {
        return value.isNumber() ? static_cast<int>(std::min<quint64>(value.toUint(), 1000)) : 0;
    };
    if (column == Column::LldpLocalIdType || column == Column::LldpLocalId ||
        column == Column::LldpLocalDescr) {
        if (index.size() != 1 || m_lldpLocal.size() >= kMostNeighbors)
            return;
        LocalPort &local = m_lldpLocal[index[0]];
        if (column == Column::LldpLocalIdType)
            local.type = small();
        else if (column == Column::LldpLocalId)
            local.id = value.bytes();
        else
            local.description = plain(value.bytes());
        return;
    }
    // A TimeFilter, the local port, a number; of addresses also what they are.
    const bool isAddress = column == Column::LldpManagement;
    if (isAddress ? index.size() < 5 : index.size() != 3)
        return;
    const std::pair<quint32, quint32> key(index[1], index[2]);
    if (m_neighbors.size() >= kMostNeighbors && !m_neighbors.contains(key))
        return;
    Neighbor &neighbor = m_neighbors[key];
    switch (column) {
    case Column::LldpChassisType:
        neighbor.chassisType = small();
        break;
    case Column::LldpChassis:
        neighbor.chassis = value.bytes();
        break;
    case Column::LldpPortType:
        neighbor.portType = small();
        break;
    case Column::LldpPort:
        neighbor.port = value.bytes();
        break;
    case Column::LldpPortDescr:
        neighbor.told.portDescription = plain(value.bytes());
        break;
    case Column::LldpSysName:
        neighbor.told.system = plain(value.bytes());
        break;
    case Column::LldpSysDescr:
        neighbor.told.systemDescription = plain(value.bytes());
        break;
    case Column::LldpManagement: {
        // The address is in the index, with its length before it, and on some agents without.
        Index octets = index.subspan(4);
        if (octets[0] == octets.size() - 1)
            octets = octets.subspan(1);
        QByteArray bytes;
        for (const std::uint32_t arc : octets)
            bytes += static_cast<char>(arc & 0xffU);
        const QString address = networkAddress(static_cast<int>(index[3]), bytes);
        if (!address.isEmpty() && neighbor.told.addresses.size() < 8 &&
            !neighbor.told.addresses.contains(address))
            neighbor.told.addresses += address;
        break;
    }
    default:
        break;
    }
}

// lldpRemLocalPortNum has no relation to ifIndex (IEEE 802.1AB, LldpPortNumber); what the local
// port is called in lldpLocPortTable does. Only names that fit one interface count.
std::optional<quint32> PortTables::ifIndexOfLldp(const PortView &view, quint32 number,
                                                 bool &isGuess) const
{
    isGuess = false;
    const auto only = [&view](auto fits) -> std::optional<quint32> {
        std::optional<quint32> found;
        for (const SwitchPort &port : view.ports) {
            if (!fits(port))
                continue;
            if (found)
                return {};
            found = port.ifIndex;
        }
        return found;
    };
    const auto byName = [&only](const QString &name) {
        if (name.isEmpty())
            return std::optional<quint32>();
        auto found = only([&name](const SwitchPort &port) { return port.name == name; });
        if (!found)
            found = only([&name](const SwitchPort &port) { return port.description == name; });
        return found;
    };
    if (const auto local = m_lldpLocal.find(number); local != m_lldpLocal.end()) {
        const LocalPort &told = local->second;
        const QString id = plain(told.id);
        std::optional<quint32> found;
        switch (told.type) {
        case 1: // ifAlias
            found =
                only([&id](const SwitchPort &port) { return !id.isEmpty() && port.alias == id; });
            break;
        case 2: // a component: the name of its entity
            found =
                only([&id](const SwitchPort &port) { return !id.isEmpty() && port.entity == id; });
            break;
        case 3: // MAC address
            found = only([&told](const SwitchPort &port) {
                return told.id.size() == 6 && port.mac == told.id && port.isPhysical;
            });
            break;
        case 5: // ifName
        case 7: // as the agent likes: mostly a name, or the number of the interface
            found = byName(id);
            break;
        default:
            break;
        }
        if (!found)
            found = byName(told.description); // the standard wants ifDescr there
        if (!found && told.type == 7) {
            bool isNumber = false;
            const quint32 ifIndex = id.toUInt(&isNumber);
            if (isNumber && view.find(ifIndex))
                found = ifIndex;
        }
        if (found)
            return found;
    }
    isGuess = true;
    if (const auto bridge = m_ifIndexOf.find(number);
        bridge != m_ifIndexOf.end() && view.find(bridge->second))
        return bridge->second;
    return m_ifIndexOf.empty() && view.find(number) ? std::optional(number) : std::nullopt;
}

void PortTables::joinNeighbors(PortView &view) const
{
    std::map<quint32, std::pair<std::optional<quint32>, bool>> known;
    // Entities name ports for LLDP, too; they are joined before their turn.
    for (const auto &[entity, ifIndex] : m_entityIfIndex) {
        if (const auto name = m_entityNames.find(entity); name != m_entityNames.end()) {
            for (SwitchPort &port : view.ports) {
                if (port.ifIndex == ifIndex)
                    port.entity = name->second;
            }
        }
    }
    for (const auto &[key, neighbor] : m_neighbors) {
        auto found = known.find(key.first);
        if (found == known.end()) {
            bool isGuess = false;
            const auto ifIndex = ifIndexOfLldp(view, key.first, isGuess);
            found = known.emplace(key.first, std::pair(ifIndex, isGuess)).first;
        }
        if (!found->second.first)
            continue;
        PortNeighbor told = neighbor.told;
        told.chassis = idText(true, neighbor.chassisType, neighbor.chassis);
        told.port = idText(false, neighbor.portType, neighbor.port);
        told.isGuess = found->second.second;
        for (SwitchPort &port : view.ports) {
            if (port.ifIndex == *found->second.first)
                port.neighbors.push_back(told);
        }
    }
}

} // namespace Portolan::Snmp
