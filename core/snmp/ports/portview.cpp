// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/ports/portview.h"

#include "core/base/tabletext.h"
#include "core/snmp/ports/portlist.h"
#include "core/snmp/words.h"

#include <QJsonArray>
#include <QLocale>

#include <algorithm>
#include <array>

namespace Portolan::Snmp {

QString portStateName(PortState state)
{
    static constexpr std::array kNames{"unknown", "up",      "down",       "disabled",
                                       "testing", "dormant", "notPresent", "lowerLayerDown"};
    return QLatin1String(kNames[static_cast<std::size_t>(state)]);
}

QString portStateText(PortState state)
{
    switch (state) {
    case PortState::Up:
        return tr("up");
    case PortState::Down:
        return tr("down");
    case PortState::Disabled:
        return tr("switched off");
    case PortState::Testing:
        return tr("testing");
    case PortState::Dormant:
        return tr("waiting");
    case PortState::NotPresent:
        return tr("not present");
    case PortState::LowerLayerDown:
        return tr("lower layer down");
    case PortState::Unknown:
        break;
    }
    return tr("unknown state");
}

QString PortNeighbor::text() const
{
    const QString who = !system.isEmpty() ? system : chassis;
    const QString where = !port.isEmpty() ? port : portDescription;
    return where.isEmpty() ? who : QString(who + QStringLiteral(" · ") + where);
}

QString PortMac::text() const
{
    return macText(address);
}

QString PortPower::text() const
{
    if (!enabled)
        return Snmp::tr("switched off");
    switch (status) { // RFC 3621, pethPsePortDetectionStatus
    case 3:
        return Snmp::tr("powers a device of class %1").arg(powerClass);
    case 4:
    case 6:
        return Snmp::tr("fault");
    case 5:
        return Snmp::tr("testing");
    case 2:
        return Snmp::tr("ready");
    default:
        return Snmp::tr("off");
    }
}

std::optional<double> SwitchPort::load() const
{
    if (!rates || !speed || *speed == 0)
        return {};
    return std::clamp(std::max(rates->inBits, rates->outBits) / static_cast<double>(*speed), 0.0,
                      1.0);
}

QString SwitchPort::vlansText() const
{
    QStringList parts;
    if (!untagged.empty())
        parts += runsText(untagged);
    else if (pvid)
        parts += QString::number(*pvid);
    if (!tagged.empty())
        parts += Snmp::tr("tagged %1").arg(runsText(tagged));
    return parts.join(QStringLiteral("; "));
}

QString SwitchPort::shortName() const
{
    qsizetype begin = name.size();
    while (begin > 0) {
        const QChar before = name.at(begin - 1);
        if (!before.isDigit() && before != QLatin1Char('/') && before != QLatin1Char('.') &&
            before != QLatin1Char(':'))
            break;
        --begin;
    }
    while (begin < name.size() && !name.at(begin).isDigit())
        ++begin;
    const QString numbers = name.mid(begin);
    return numbers.isEmpty() ? name.left(6) : numbers;
}

int PortView::count(PortState state, bool onlyPhysical) const
{
    return static_cast<int>(
        std::count_if(ports.begin(), ports.end(), [state, onlyPhysical](const SwitchPort &each) {
            return each.state == state && (each.isPhysical || !onlyPhysical);
        }));
}

const SwitchPort *PortView::find(quint32 ifIndex) const
{
    const auto found = std::lower_bound(
        ports.begin(), ports.end(), ifIndex,
        [](const SwitchPort &port, quint32 wanted) { return port.ifIndex < wanted; });
    return found != ports.end() && found->ifIndex == ifIndex ? &*found : nullptr;
}

QString macText(const QByteArray &address)
{
    return QString::fromLatin1(address.toHex(':'));
}

QString speedText(quint64 bitsPerSecond)
{
    const QLocale locale;
    const auto shown = [&locale](double value) {
        return locale.toString(value, 'f', value < 10 && value != static_cast<int>(value) ? 1 : 0);
    };
    const auto bits = static_cast<double>(bitsPerSecond);
    if (bitsPerSecond >= 1'000'000'000)
        return shown(bits / 1e9) + QStringLiteral(" Gbit/s");
    if (bitsPerSecond >= 1'000'000)
        return shown(bits / 1e6) + QStringLiteral(" Mbit/s");
    if (bitsPerSecond >= 1000)
        return shown(bits / 1e3) + QStringLiteral(" kbit/s");
    return shown(bits) + QStringLiteral(" bit/s");
}

QString stpStateName(int state)
{
    static constexpr std::array kNames{"disabled", "blocking",   "listening",
                                       "learning", "forwarding", "broken"};
    return state >= 1 && state <= 6 ? QLatin1String(kNames[static_cast<std::size_t>(state) - 1])
                                    : QString();
}

QJsonObject portObject(const SwitchPort &port)
{
    const auto numbers = [](const std::vector<quint32> &of) {
        QJsonArray all;
        for (const quint32 each : of)
            all += static_cast<qint64>(each);
        return all;
    };
    QJsonObject object{{QStringLiteral("type"), QStringLiteral("port")},
                       {QStringLiteral("if_index"), static_cast<qint64>(port.ifIndex)},
                       {QStringLiteral("name"), port.name},
                       {QStringLiteral("description"), port.description},
                       {QStringLiteral("alias"), port.alias},
                       {QStringLiteral("if_type"), port.type},
                       {QStringLiteral("physical"), port.isPhysical},
                       {QStringLiteral("state"), portStateName(port.state)},
                       {QStringLiteral("mtu"), port.mtu},
                       {QStringLiteral("untagged"), numbers(port.untagged)},
                       {QStringLiteral("tagged"), numbers(port.tagged)}};
    const auto say = [&object](const char *name, const auto &value) {
        if (value)
            object.insert(QLatin1String(name), static_cast<double>(*value));
    };
    say("bridge_port", port.bridgePort);
    say("speed", port.speed);
    say("pvid", port.pvid);
    say("in_octets", port.inOctets);
    say("out_octets", port.outOctets);
    say("in_errors", port.inErrors);
    say("out_errors", port.outErrors);
    say("in_discards", port.inDiscards);
    say("out_discards", port.outDiscards);
    if (port.fullDuplex)
        object.insert(QStringLiteral("duplex"), QLatin1String(*port.fullDuplex ? "full" : "half"));
    if (port.stp)
        object.insert(QStringLiteral("stp"), stpStateName(*port.stp));
    if (port.changedBefore)
        object.insert(QStringLiteral("changed_before_s"), *port.changedBefore / 100.0);
    if (!port.mac.isEmpty())
        object.insert(QStringLiteral("mac"), macText(port.mac));
    if (!port.entity.isEmpty())
        object.insert(QStringLiteral("entity"), port.entity);
    if (port.rates) {
        object.insert(QStringLiteral("in_bps"), port.rates->inBits);
        object.insert(QStringLiteral("out_bps"), port.rates->outBits);
        object.insert(QStringLiteral("errors_per_s"), port.rates->errors);
        object.insert(QStringLiteral("discards_per_s"), port.rates->discards);
    }
    QJsonArray macs;
    for (const PortMac &each : port.macs) {
        QJsonObject mac{{QStringLiteral("mac"), each.text()}};
        if (each.vlan)
            mac.insert(QStringLiteral("vlan"), static_cast<qint64>(*each.vlan));
        if (each.isStatic)
            mac.insert(QStringLiteral("static"), true);
        macs += mac;
    }
    object.insert(QStringLiteral("macs"), macs);
    QJsonArray neighbors;
    for (const PortNeighbor &each : port.neighbors) {
        neighbors +=
            QJsonObject{{QStringLiteral("system"), each.system},
                        {QStringLiteral("chassis"), each.chassis},
                        {QStringLiteral("port"), each.port},
                        {QStringLiteral("port_description"), each.portDescription},
                        {QStringLiteral("system_description"), each.systemDescription},
                        {QStringLiteral("addresses"), QJsonArray::fromStringList(each.addresses)},
                        {QStringLiteral("guessed"), each.isGuess}};
    }
    object.insert(QStringLiteral("neighbors"), neighbors);
    if (port.power)
        object.insert(QStringLiteral("power"),
                      QJsonObject{{QStringLiteral("enabled"), port.power->enabled},
                                  {QStringLiteral("delivers"), port.power->status == 3},
                                  {QStringLiteral("class"), port.power->powerClass}});
    return object;
}

QByteArray portsCsv(const PortView &view)
{
    QList<QStringList> rows;
    rows.append({QStringLiteral("ifIndex"), QStringLiteral("name"), QStringLiteral("alias"),
                 QStringLiteral("state"), QStringLiteral("speed"), QStringLiteral("duplex"),
                 QStringLiteral("pvid"), QStringLiteral("untagged"), QStringLiteral("tagged"),
                 QStringLiteral("in_bps"), QStringLiteral("out_bps"), QStringLiteral("in_errors"),
                 QStringLiteral("out_errors"), QStringLiteral("in_discards"),
                 QStringLiteral("out_discards"), QStringLiteral("macs"), QStringLiteral("neighbor"),
                 QStringLiteral("description")});
    const auto number = [](const auto &value) {
        return value ? QString::number(*value) : QString();
    };
    for (const SwitchPort &port : view.ports) {
        QStringList macs;
        for (const PortMac &each : port.macs)
            macs += each.vlan
                        ? QString(each.text() + QLatin1Char('@') + QString::number(*each.vlan))
                        : each.text();
        QStringList neighbors;
        for (const PortNeighbor &each : port.neighbors)
            neighbors += each.text();
        rows.append({QString::number(port.ifIndex), port.name, port.alias,
                     portStateName(port.state), number(port.speed),
                     port.fullDuplex ? QString(QLatin1String(*port.fullDuplex ? "full" : "half"))
                                     : QString(),
                     number(port.pvid), runsText(port.untagged), runsText(port.tagged),
                     port.rates ? QString::number(port.rates->inBits, 'f', 0) : QString(),
                     port.rates ? QString::number(port.rates->outBits, 'f', 0) : QString(),
                     number(port.inErrors), number(port.outErrors), number(port.inDiscards),
                     number(port.outDiscards), macs.join(QLatin1Char(' ')),
                     neighbors.join(QStringLiteral("; ")), port.description});
    }
    return toCsv(rows);
}

} // namespace Portolan::Snmp
