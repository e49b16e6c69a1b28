// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/discovery/enterprises.h"

#include <algorithm>
#include <iterator>

namespace Portolan::Snmp {

namespace {

struct Enterprise
{
    std::uint32_t number;
    const char *name;
};

constexpr Enterprise kEnterprises[] = {
    {2, "IBM"},
    {9, "Cisco"},
    {11, "HP"},
    {23, "Novell"},
    {36, "DEC"},
    {42, "Sun"},
    {43, "3Com"},
    {45, "Nortel / Avaya"},
    {52, "Enterasys"},
    {63, "Apple"},
    {74, "AT&T"},
    {89, "Radware"},
    {94, "Nokia"},
    {111, "Oracle"},
    {116, "Hitachi"},
    {119, "NEC"},
    {122, "Sony"},
    {128, "Tektronix"},
    {161, "Motorola"},
    {164, "RAD"},
    {171, "D-Link"},
    {177, "Sonus"},
    {193, "Ericsson"},
    {207, "Allied Telesis"},
    {211, "Fujitsu"},
    {231, "Fujitsu Technology Solutions"},
    {232, "Compaq / HPE"},
    {236, "Samsung"},
    {244, "Lantronix"},
    {248, "Hirschmann"},
    {253, "Xerox"},
    {259, "Accton / Edgecore"},
    {266, "Nexans"},
    {278, "APRESIA"},
    {289, "Brocade (McData)"},
    {311, "Microsoft"},
    {318, "APC"},
    {343, "Intel"},
    {367, "Ricoh"},
    {368, "Axis"},
    {388, "Symbol"},
    {409, "Mitsubishi Electric"},
    {429, "UTStarcom"},
    {476, "Vertiv (Liebert)"},
    {529, "Ascend"},
    {534, "Eaton"},
    {562, "Northern Telecom"},
    {641, "Lexmark"},
    {664, "ADTRAN"},
    {674, "Dell"},
    {789, "NetApp"},
    {890, "Zyxel"},
    {1248, "Epson"},
    {1347, "Kyocera"},
    {1588, "Brocade"},
    {1602, "Canon"},
    {1916, "Extreme Networks"},
    {1991, "Foundry / Brocade / Ruckus ICX"},
    {2011, "Huawei"},
    {2021, "UCD-SNMP"},
    {2352, "Redback"},
    {2435, "Brother"},
    {2620, "Check Point"},
    {2636, "Juniper"},
    {3076, "Cisco (Altiga)"},
    {3224, "Juniper NetScreen"},
    {3375, "F5"},
    {3808, "CyberPower"},
    {3902, "ZTE"},
    {4196, "Siemens"},
    {4413, "Broadcom"},
    {4526, "Netgear"},
    {4881, "Ruijie"},
    {5624, "Enterasys"},
    {5951, "Citrix NetScaler"},
    {6296, "Dasan"},
    {6486, "Alcatel-Lucent Enterprise"},
    {6527, "Nokia (TiMetra)"},
    {6574, "Synology"},
    {6876, "VMware"},
    {7779, "Infoblox"},
    {8072, "Net-SNMP"},
    {8691, "Moxa"},
    {10418, "Avocent"},
    {10876, "Supermicro"},
    {11863, "TP-Link"},
    {12325, "FreeBSD (bsnmpd)"},
    {12356, "Fortinet"},
    {13742, "Raritan"},
    {14179, "Cisco (Airespace)"},
    {14823, "Aruba"},
    {14988, "MikroTik"},
    {17713, "Cambium"},
    {18334, "Konica Minolta"},
    {20301, "IBM (Blade Network)"},
    {24681, "QNAP"},
    {25053, "Ruckus"},
    {25461, "Palo Alto Networks"},
    {25506, "H3C / HPE Comware"},
    {30065, "Arista"},
    {30155, "OpenBSD"},
    {33049, "Mellanox"},
    {35265, "Eltex"},
    {40310, "Cumulus Networks"},
    {41112, "Ubiquiti"},
    {47196, "HPE Aruba"},
};

constexpr bool isSorted()
{
    for (std::size_t i = 1; i < std::size(kEnterprises); ++i) {
        if (kEnterprises[i - 1].number >= kEnterprises[i].number)
            return false;
    }
    return true;
}
static_assert(isSorted());

} // namespace

QString enterpriseName(std::uint32_t number)
{
    const auto *const found = std::lower_bound(
        std::begin(kEnterprises), std::end(kEnterprises), number,
        [](const Enterprise &each, std::uint32_t wanted) { return each.number < wanted; });
    return found != std::end(kEnterprises) && found->number == number
               ? QString::fromLatin1(found->name)
               : QString();
}

std::optional<std::uint32_t> enterpriseOf(const Oid &sysObjectId)
{
    static const Oid enterprises{1, 3, 6, 1, 4, 1};
    if (sysObjectId.size() <= enterprises.size() || !sysObjectId.startsWith(enterprises))
        return {};
    return sysObjectId[enterprises.size()];
}

std::optional<std::uint32_t> enterpriseOfEngine(const QByteArray &engineId)
{
    if (engineId.size() < 5)
        return {};
    std::uint32_t number = 0;
    for (qsizetype i = 0; i < 4; ++i)
        number = number << 8U | static_cast<std::uint8_t>(engineId.at(i));
    return number & 0x7fffffffU;
}

} // namespace Portolan::Snmp
