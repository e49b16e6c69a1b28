// SPDX-License-Identifier: GPL-3.0-or-later
// What several modules say of a switch, joined.
#include "core/snmp/ports/portlist.h"
#include "core/snmp/ports/porttables.h"

#include <QTest>

using namespace Portolan::Snmp;
using Column = PortTables::Column;

namespace {

Varbind at(Column column, std::initializer_list<std::uint32_t> index, const Value &value)
{
    Oid oid = PortTables::roots()[static_cast<std::size_t>(column)];
    for (const std::uint32_t arc : index)
        oid.append(arc);
    return {oid, value};
}

Value text(const char *words)
{
    return Value::octets(QByteArray(words));
}
Value hex(const char *digits)
{
    return Value::octets(QByteArray::fromHex(digits));
}
Value number(int value)
{
    return Value::integer(value);
}

struct Switch
{
    PortTables tables;
    void say(Column column, std::initializer_list<std::uint32_t> index, const Value &value)
    {
        tables.take(column, at(column, index, value));
    }

    // Bridge port N is the interface 100 + N.
    explicit Switch(int ports = 4)
    {
        say(Column::System, {1, 0}, text("A switch"));
        say(Column::System, {3, 0}, Value::timeTicks(100'000));
        say(Column::System, {5, 0}, text("sw1"));
        for (std::uint32_t port = 1; port <= static_cast<std::uint32_t>(ports); ++port) {
            const std::uint32_t ifIndex = 100 + port;
            const QByteArray name = "Gi1/0/" + QByteArray::number(port);
            say(Column::IfDescr, {ifIndex}, Value::octets("GigabitEthernet " + name));
            say(Column::IfName, {ifIndex}, Value::octets(name));
            say(Column::IfType, {ifIndex}, number(6));
            say(Column::IfAdminStatus, {ifIndex}, number(port == 3 ? 2 : 1));
            say(Column::IfOperStatus, {ifIndex}, number(port <= 2 ? 1 : 2));
            say(Column::IfSpeed, {ifIndex}, Value::gauge32(4'294'967'295U));
            say(Column::IfHighSpeed, {ifIndex}, Value::gauge32(10'000));
            say(Column::IfLastChange, {ifIndex}, Value::timeTicks(port * 10'000));
            say(Column::BasePortIfIndex, {port}, number(static_cast<int>(ifIndex)));
        }
    }
};

} // namespace

class SnmpPortsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bitsArePorts()
    {
        QCOMPARE(portsOf(QByteArray::fromHex("8001ff")),
                 (std::vector<std::uint32_t>{1, 16, 17, 18, 19, 20, 21, 22, 23, 24}));
        QVERIFY(portsOf({}).empty());
        QVERIFY(portsOf(QByteArray::fromHex("0000")).empty());
        QCOMPARE(runsText({1, 2, 3, 5, 7, 8}), QStringLiteral("1-3, 5, 7, 8"));
        QCOMPARE(runsText({}), QString());
    }

    void interfacesBecomePorts()
    {
        Switch of;
        of.say(Column::IfAlias, {101}, text("uplink"));
        of.say(Column::Duplex, {101}, number(3));
        of.say(Column::Duplex, {102}, number(2));
        of.say(Column::Duplex, {103}, number(1));
        of.say(Column::IfInOctets, {101}, Value::counter32(5));
        of.say(Column::IfHcInOctets, {101}, Value::counter64(1ULL << 40U));
        const PortView view = of.tables.view();
        QCOMPARE(view.system, QStringLiteral("sw1"));
        QCOMPARE(view.ports.size(), std::size_t(4));
        const SwitchPort &first = view.ports[0];
        QCOMPARE(first.name, QStringLiteral("Gi1/0/1"));
        QCOMPARE(first.shortName(), QStringLiteral("1/0/1"));
        QCOMPARE(first.alias, QStringLiteral("uplink"));
        QCOMPARE(first.state, PortState::Up);
        QCOMPARE(first.speed, std::optional<quint64>(10'000'000'000));
        QCOMPARE(first.fullDuplex, std::optional(true));
        QCOMPARE(first.inOctets, std::optional<quint64>(1ULL << 40U));
        QVERIFY(first.hasHighCounters);
        QVERIFY(first.isPhysical);
        QCOMPARE(first.bridgePort, std::optional<quint32>(1));
        QCOMPARE(first.changedBefore, std::optional<quint32>(90'000));
        QCOMPARE(view.ports[1].fullDuplex, std::optional(false));
        QVERIFY(!view.ports[2].fullDuplex);
        QCOMPARE(view.ports[2].state, PortState::Disabled);
        QCOMPARE(view.ports[3].state, PortState::Down);
        QCOMPARE(view.count(PortState::Up, true), 2);
    }

    void countersOf32BitsDoNotReplaceThoseOf64()
    {
        Switch of(1);
        of.say(Column::IfHcInOctets, {101}, Value::counter64(77));
        of.say(Column::IfInOctets, {101}, Value::counter32(5));
        QCOMPARE(of.tables.view().ports[0].inOctets, std::optional<quint64>(77));
    }

    void vlansComeFromBitsOfBridgePorts()
    {
        Switch of;
        // VLAN 10: ports 1 to 3, port 1 untagged. VLAN 20: port 2, tagged.
        of.say(Column::VlanStaticName, {10}, text("office"));
        of.say(Column::VlanEgress, {0, 10}, hex("e0"));
        of.say(Column::VlanUntagged, {0, 10}, hex("80"));
        of.say(Column::VlanStaticEgress, {10}, hex("f0")); // less recent than what is in force
        of.say(Column::VlanStaticEgress, {20}, hex("40"));
        of.say(Column::VlanStaticUntagged, {20}, hex("00"));
        of.say(Column::Pvid, {1}, Value::gauge32(10));
        const PortView view = of.tables.view();
        QCOMPARE(view.vlans.size(), std::size_t(2));
        QCOMPARE(view.vlans[0].name, QStringLiteral("office"));
        QCOMPARE(view.ports[0].untagged, std::vector<quint32>{10});
        QCOMPARE(view.ports[0].pvid, std::optional<quint32>(10));
        QCOMPARE(view.ports[1].tagged, (std::vector<quint32>{10, 20}));
        QCOMPARE(view.ports[2].tagged, std::vector<quint32>{10});
        QVERIFY(view.ports[3].tagged.empty());
        QCOMPARE(view.ports[1].vlansText(), QStringLiteral("tagged 10, 20"));
    }

    void addressesAreFoundAtTheirPorts()
    {
        Switch of;
        of.say(Column::VlanEgress, {0, 30}, hex("f0"));
        of.say(Column::VlanFdbId, {0, 30}, Value::gauge32(7));
        of.say(Column::VlanFdbPort, {7, 0, 1, 2, 3, 4, 5}, number(2));
        of.say(Column::VlanFdbStatus, {7, 0, 1, 2, 3, 4, 5}, number(3));
        of.say(Column::VlanFdbPort, {7, 0, 1, 2, 3, 4, 6}, number(99));
        of.say(Column::VlanFdbPort, {7, 0, 1, 2, 3, 4, 7}, number(1));
        of.say(Column::VlanFdbStatus, {7, 0, 1, 2, 3, 4, 7}, number(4)); // the bridge's own
        of.say(Column::VlanFdbPort, {8, 0, 1, 2, 3, 4, 8}, number(1));   // of an unknown VLAN
        // The older table says the same again; it is not counted twice.
        of.say(Column::FdbPort, {0, 1, 2, 3, 4, 5}, number(2));
        const PortView view = of.tables.view();
        QCOMPARE(view.ports[1].macs.size(), std::size_t(1));
        QCOMPARE(view.ports[1].macs[0].text(), QStringLiteral("00:01:02:03:04:05"));
        QCOMPARE(view.ports[1].macs[0].vlan, std::optional<quint32>(30));
        QCOMPARE(view.ports[0].macs.size(), std::size_t(1));
        QVERIFY(!view.ports[0].macs[0].vlan);
        QCOMPARE(view.elsewhere.size(), std::size_t(1));
    }

    void theOlderTableOfAddressesWillDo()
    {
        Switch of;
        of.say(Column::FdbPort, {0, 1, 2, 3, 4, 5}, number(2));
        of.say(Column::FdbStatus, {0, 1, 2, 3, 4, 5}, number(3));
        of.say(Column::FdbPort, {0, 1, 2, 3, 4, 300}, number(2)); // no address
        of.say(Column::FdbPort, {0, 1, 2, 3}, number(2));
        const PortView view = of.tables.view();
        QCOMPARE(view.ports[1].macs.size(), std::size_t(1));
        QVERIFY(!view.ports[1].macs[0].vlan);
    }

    void neighborsAreMappedByTheNameOfTheLocalPort()
    {
        Switch of;
        // LLDP counts from 500: neither ifIndex nor the bridge's port.
        of.say(Column::LldpLocalIdType, {501}, number(5));
        of.say(Column::LldpLocalId, {501}, text("Gi1/0/2"));
        of.say(Column::LldpLocalIdType, {502}, number(7));
        of.say(Column::LldpLocalId, {502}, text("port-b"));
        of.say(Column::LldpLocalDescr, {502}, text("GigabitEthernet Gi1/0/4"));
        for (const std::uint32_t local : {501U, 502U}) {
            of.say(Column::LldpChassisType, {0, local, 1}, number(4));
            of.say(Column::LldpChassis, {0, local, 1}, hex("001122334455"));
            of.say(Column::LldpPortType, {0, local, 1}, number(5));
            of.say(Column::LldpPort, {0, local, 1}, text("Te1/1/1"));
            of.say(Column::LldpSysName, {0, local, 1}, text("core"));
        }
        of.say(Column::LldpManagement, {0, 501, 1, 1, 4, 10, 0, 0, 9}, number(2));
        of.say(Column::LldpManagement,
               {0, 501, 1, 2, 16, 0xfd, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}, number(2));
        const PortView view = of.tables.view();
        QCOMPARE(view.ports[1].neighbors.size(), std::size_t(1));
        const PortNeighbor &neighbor = view.ports[1].neighbors[0];
        QCOMPARE(neighbor.text(), QStringLiteral("core · Te1/1/1"));
        QCOMPARE(neighbor.chassis, QStringLiteral("00:11:22:33:44:55"));
        QCOMPARE(neighbor.addresses,
                 QStringList({QStringLiteral("10.0.0.9"), QStringLiteral("fd00::1")}));
        QVERIFY(!neighbor.isGuess);
        QCOMPARE(view.ports[3].neighbors.size(), std::size_t(1));
        QVERIFY(!view.ports[3].neighbors[0].isGuess);
    }

    void aNumberThatNothingExplainsIsAGuessAndSaidToBe()
    {
        Switch of;
        of.say(Column::LldpSysName, {0, 3, 1}, text("phone"));
        const PortView view = of.tables.view();
        QCOMPARE(view.ports[2].neighbors.size(), std::size_t(1));
        QVERIFY(view.ports[2].neighbors[0].isGuess);
        QVERIFY(view.gaps.join(QLatin1Char('\n')).contains(QStringLiteral("LLDP ports")));
    }

    void aNameThatFitsTwoPortsIsNoAnswer()
    {
        Switch of;
        of.say(Column::IfAlias, {101}, text("same"));
        of.say(Column::IfAlias, {102}, text("same"));
        of.say(Column::LldpLocalIdType, {900}, number(1));
        of.say(Column::LldpLocalId, {900}, text("same"));
        of.say(Column::LldpSysName, {0, 900, 1}, text("phone"));
        const PortView view = of.tables.view();
        for (const SwitchPort &port : view.ports)
            QVERIFY(port.neighbors.empty());
    }

    void powerAndSpanningTreeAndEntityAreJoined()
    {
        Switch of;
        of.say(Column::PoeAdmin, {1, 2}, number(1));
        of.say(Column::PoeStatus, {1, 2}, number(3));
        of.say(Column::PoeClass, {1, 2}, number(5));
        of.say(Column::StpPortState, {2}, number(2));
        of.say(Column::EntityName, {1010}, text("Port 2"));
        of.say(Column::EntityAlias, {1010, 0},
               Value::objectIdentifier(Oid{1, 3, 6, 1, 2, 1, 2, 2, 1, 1, 102}));
        const PortView view = of.tables.view();
        const SwitchPort &port = view.ports[1];
        QVERIFY(port.power && port.power->enabled);
        QCOMPARE(port.power->powerClass, 4);
        QCOMPARE(stpStateName(port.stp.value_or(0)), QStringLiteral("blocking"));
        QCOMPARE(port.entity, QStringLiteral("Port 2"));
    }

    void whatIsMissingIsSaid()
    {
        PortTables nothing;
        QVERIFY(nothing.view().gaps.first().contains(QStringLiteral("IF-MIB")));
        Switch of;
        QString gaps = of.tables.view().gaps.join(QLatin1Char('\n'));
        for (const char *word : {"Q-BRIDGE-MIB", "LLDP-MIB", "EtherLike-MIB", "learned addresses"})
            QVERIFY2(gaps.contains(QLatin1String(word)), word);
        QVERIFY(!gaps.contains(QStringLiteral("no BRIDGE-MIB")));
        PortTables host;
        host.take(Column::IfDescr, at(Column::IfDescr, {1}, text("lo")));
        gaps = host.view().gaps.join(QLatin1Char('\n'));
        QVERIFY(gaps.contains(QStringLiteral("no BRIDGE-MIB")));
        QVERIFY(gaps.contains(QStringLiteral("ifXTable")));
    }

    void strangeAnswersHarmNothing()
    {
        PortTables tables;
        std::uint32_t seed = 1;
        const auto random = [&seed] {
            seed = seed * 1'664'525U + 1'013'904'223U;
            return seed >> 8U;
        };
        // Any value under any index, for every column.
        for (int i = 0; i < 50'000; ++i) {
            const auto column = static_cast<Column>(random() % PortTables::roots().size());
            Oid oid = PortTables::roots()[static_cast<std::size_t>(column)];
            for (std::uint32_t arcs = random() % 10; arcs > 0; --arcs)
                oid.append(random() % 4 == 0 ? random() * 256U : random() % 5);
            Value value;
            switch (random() % 6) {
            case 0:
                value = Value::octets(QByteArray(static_cast<int>(random() % 40), '\xff'));
                break;
            case 1:
                value = Value::integer(-static_cast<int>(random()));
                break;
            case 2:
                value = Value::counter64(~std::uint64_t(0));
                break;
            case 3:
                value = Value::objectIdentifier(Oid{1, 3});
                break;
            case 4:
                value = Value::exception(ValueType::NoSuchInstance);
                break;
            default:
                value = Value::integer(static_cast<int>(random() % 8));
                break;
            }
            tables.take(column, {oid, value});
        }
        const PortView view = tables.view();
        QVERIFY(!portsCsv(view).isEmpty());
        for (const SwitchPort &port : view.ports)
            QVERIFY(!portObject(port).isEmpty());
    }

    void aFormulaInANameStaysText()
    {
        Switch of(1);
        of.say(Column::IfAlias, {101}, text("=cmd()"));
        QVERIFY(portsCsv(of.tables.view()).contains("'=cmd()"));
    }
};

QTEST_APPLESS_MAIN(SnmpPortsTest)
#include "snmpports.moc"
