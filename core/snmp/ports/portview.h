// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/oid.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <vector>

namespace Portolan::Snmp {

// A switch as one looks at it: its ports with what several modules know of each. Plain values, any
// thread; PortTables makes them.

// RFC 2863: ifOperStatus, with what ifAdminStatus says where that is why.
enum class PortState : std::uint8_t {
    Unknown,
    Up,
    Down,
    Disabled, // by whoever runs it: ifAdminStatus is down
    Testing,
    Dormant,
    NotPresent,
    LowerLayerDown,
};
[[nodiscard]] QString portStateName(PortState state); // "lowerLayerDown": for exports
[[nodiscard]] QString portStateText(PortState state); // in the person's language

// Somebody on the other side, by LLDP (IEEE 802.1AB).
struct PortNeighbor
{
    QString system = {};
    QString systemDescription = {};
    QString chassis = {};
    QString port = {};
    QString portDescription = {};
    QStringList addresses = {}; // of its management
    // The agent numbers its LLDP ports in a way that nothing explains; the number was taken for
    // that of the bridge's port.
    bool isGuess = false;

    [[nodiscard]] QString text() const; // "sw2 · Gi1/0/24"
};

struct PortMac
{
    QByteArray address = {}; // six octets
    std::optional<quint32> vlan = {};
    bool isStatic = false;

    [[nodiscard]] QString text() const; // "00:11:22:33:44:55"
};

struct PortPower // RFC 3621
{
    bool enabled = false;
    int status = 0;     // pethPsePortDetectionStatus: 3 delivers
    int powerClass = 0; // 0 to 4
    [[nodiscard]] QString text() const;
};

struct PortRates // a second, by the agent's own clock
{
    double inBits = 0;
    double outBits = 0;
    double errors = 0;
    double discards = 0;
};

struct SwitchPort
{
    quint32 ifIndex = 0;
    std::optional<quint32> bridgePort = {};
    QString name = {};        // ifName, else ifDescr
    QString description = {}; // ifDescr
    QString alias = {};
    QString entity = {};
    int type = 0; // IANAifType
    PortState state = PortState::Unknown;
    std::optional<quint64> speed = {}; // bits a second
    std::optional<bool> fullDuplex = {};
    int mtu = 0;
    QByteArray mac = {};
    std::optional<quint32> changedBefore = {}; // hundredths of a second before the reading
    bool isPhysical = false;                   // has a place for a plug
    bool hasHighCounters = false;              // of 64 bits
    bool hasDiscontinuity = false;
    std::optional<quint64> inOctets = {};
    std::optional<quint64> outOctets = {};
    std::optional<quint64> inErrors = {};
    std::optional<quint64> outErrors = {};
    std::optional<quint64> inDiscards = {};
    std::optional<quint64> outDiscards = {};
    std::optional<PortRates> rates = {};
    std::optional<int> stp = {}; // dot1dStpPortState: 5 forwards, 2 blocks
    std::optional<quint32> pvid = {};
    std::vector<quint32> tagged = {};   // VLANs
    std::vector<quint32> untagged = {}; // VLANs
    std::vector<PortMac> macs = {};
    std::vector<PortNeighbor> neighbors = {};
    std::optional<PortPower> power = {};

    [[nodiscard]] std::optional<double> load() const; // of the busier direction, 0 to 1
    [[nodiscard]] QString vlansText() const;          // "10; tagged 20-22"
    [[nodiscard]] QString shortName() const;          // the numbers at its end: "1/0/24"
};

struct SwitchVlan
{
    quint32 id = 0;
    QString name = {};
};

struct PortView
{
    QString system = {};
    QString description = {};
    Oid objectId = {};
    quint32 upTime = 0;
    QByteArray bridge = {};              // its address
    std::vector<SwitchPort> ports = {};  // by ifIndex
    std::vector<SwitchVlan> vlans = {};  // by number
    std::vector<PortMac> elsewhere = {}; // learned at no port of the list
    QStringList gaps = {};               // what the agent has not, a sentence each

    [[nodiscard]] int count(PortState state, bool onlyPhysical) const;
    [[nodiscard]] const SwitchPort *find(quint32 ifIndex) const;
};

[[nodiscard]] QString macText(const QByteArray &address);
[[nodiscard]] QString speedText(quint64 bitsPerSecond); // "10 Gbit/s"
[[nodiscard]] QString stpStateName(int state);          // "forwarding"
[[nodiscard]] QJsonObject portObject(const SwitchPort &port);
// With a line of names first; see toCsv().
[[nodiscard]] QByteArray portsCsv(const PortView &view);

} // namespace Portolan::Snmp
