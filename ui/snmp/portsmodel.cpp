// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/snmp/portsmodel.h"

#include "core/snmp/smi/valuetext.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/theme.h"

#include <QGuiApplication>
#include <QLocale>
#include <QPalette>

#include <algorithm>

namespace Portolan::Ui {

namespace {

using Snmp::PortState;
using Snmp::SwitchPort;

constexpr std::size_t kMostListed = 12; // addresses in a tip

QString rate(const std::optional<Snmp::PortRates> &rates, double Snmp::PortRates::*of)
{
    return rates ? Snmp::speedText(static_cast<quint64>(std::max((*rates).*of, 0.0))) : QString();
}

QString count(const std::optional<quint64> &in, const std::optional<quint64> &out)
{
    return in || out ? QLocale().toString(in.value_or(0) + out.value_or(0)) : QString();
}

QString macWithVlan(const Snmp::PortMac &mac)
{
    return mac.vlan ? PortsModel::tr("%1 in VLAN %2").arg(mac.text()).arg(*mac.vlan) : mac.text();
}

} // namespace

bool PortsModel::isPort(const SwitchPort &port)
{
    return port.isPhysical || port.bridgePort || !port.neighbors.empty();
}

void PortsModel::setView(const Snmp::PortView &view, bool all)
{
    std::vector<SwitchPort> ports;
    m_hidden = 0;
    for (const SwitchPort &port : view.ports) {
        if (all || isPort(port))
            ports.push_back(port);
        else
            ++m_hidden;
    }
    const bool isSame =
        std::equal(ports.begin(), ports.end(), m_ports.begin(), m_ports.end(),
                   [](const auto &a, const auto &b) { return a.ifIndex == b.ifIndex; });
    if (isSame) {
        m_ports = std::move(ports);
        if (!m_ports.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, Columns - 1));
        return;
    }
    beginResetModel();
    m_ports = std::move(ports);
    endResetModel();
}

const SwitchPort *PortsModel::port(int row) const
{
    return row >= 0 && row < rowCount() ? &m_ports[static_cast<std::size_t>(row)] : nullptr;
}

int PortsModel::rowOf(quint32 ifIndex) const
{
    for (std::size_t i = 0; i < m_ports.size(); ++i) {
        if (m_ports[i].ifIndex == ifIndex)
            return static_cast<int>(i);
    }
    return -1;
}

void PortsModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, Columns - 1);
    if (!m_ports.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, Columns - 1));
}

int PortsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ports.size());
}

int PortsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(Columns);
}

QString PortsModel::text(const SwitchPort &port, int column, bool full)
{
    switch (column) {
    case Port:
        return port.name;
    case State:
        if (port.stp && *port.stp == 2 && port.state == PortState::Up)
            return tr("up, blocked");
        return Snmp::portStateText(port.state);
    case Speed: {
        if (!port.speed)
            return {};
        const QString speed = Snmp::speedText(*port.speed);
        return port.fullDuplex && !*port.fullDuplex ? tr("%1 half duplex").arg(speed) : speed;
    }
    case Vlans:
        return port.vlansText();
    case In:
        return rate(port.rates, &Snmp::PortRates::inBits);
    case Out:
        return rate(port.rates, &Snmp::PortRates::outBits);
    case Load:
        return port.load() ? QLocale().toString(*port.load() * 100, 'f', 0) + QStringLiteral(" %")
                           : QString();
    case Errors:
        return count(port.inErrors, port.outErrors);
    case Discards:
        return count(port.inDiscards, port.outDiscards);
    case Addresses: {
        if (port.macs.empty())
            return {};
        if (port.macs.size() > 1 && !full)
            return QLocale().toString(static_cast<qulonglong>(port.macs.size()));
        QStringList all;
        for (const Snmp::PortMac &mac : port.macs)
            all += port.macs.size() == 1 ? mac.text() : macWithVlan(mac);
        return all.join(QStringLiteral("; "));
    }
    case Neighbor: {
        QStringList all;
        for (const Snmp::PortNeighbor &each : port.neighbors)
            all += each.isGuess ? tr("%1 (guessed)").arg(each.text()) : each.text();
        return all.join(QStringLiteral("; "));
    }
    case Power:
        return port.power ? port.power->text() : QString();
    case Alias:
        return port.alias;
    case Changed:
        return port.changedBefore
                   ? tr("%1 ago").arg(Snmp::Smi::durationText(*port.changedBefore / 100 * 100))
                   : QString();
    default:
        return {};
    }
}

QVariant PortsModel::sortValue(const SwitchPort &port, int row, int column)
{
    switch (column) {
    case Port:
        return row;
    case State:
        return static_cast<int>(port.state);
    case Speed:
        return static_cast<qulonglong>(port.speed.value_or(0));
    case In:
        return port.rates ? port.rates->inBits : -1.0;
    case Out:
        return port.rates ? port.rates->outBits : -1.0;
    case Load:
        return port.load().value_or(-1.0);
    case Errors:
        return static_cast<qulonglong>(port.inErrors.value_or(0) + port.outErrors.value_or(0));
    case Discards:
        return static_cast<qulonglong>(port.inDiscards.value_or(0) + port.outDiscards.value_or(0));
    case Addresses:
        return static_cast<qulonglong>(port.macs.size());
    case Vlans:
        return static_cast<qulonglong>(!port.untagged.empty() ? port.untagged.front()
                                                              : port.pvid.value_or(0));
    case Changed:
        return static_cast<qulonglong>(port.changedBefore.value_or(0));
    default:
        return text(port, column, true);
    }
}

QString PortsModel::tip(const SwitchPort &port)
{
    QStringList lines{port.name};
    if (!port.alias.isEmpty())
        lines.last() += QStringLiteral(" · ") + port.alias;
    lines += text(port, State, false);
    if (port.speed)
        lines.last() += QStringLiteral(", ") + text(port, Speed, false);
    if (const QString vlans = port.vlansText(); !vlans.isEmpty())
        lines += tr("VLAN %1").arg(vlans);
    if (port.rates)
        lines += tr("in %1, out %2").arg(text(port, In, false), text(port, Out, false));
    for (const Snmp::PortNeighbor &each : port.neighbors) {
        lines += tr("Neighbor: %1").arg(each.text());
        if (!each.addresses.isEmpty())
            lines.last() +=
                QStringLiteral(" (") + each.addresses.join(QStringLiteral(", ")) + QLatin1Char(')');
    }
    if (port.power)
        lines += tr("Power: %1").arg(port.power->text());
    for (std::size_t i = 0; i < port.macs.size() && i < kMostListed; ++i)
        lines += macWithVlan(port.macs[i]);
    if (port.macs.size() > kMostListed)
        lines +=
            tr("and %1 more addresses")
                .arg(QLocale().toString(static_cast<qulonglong>(port.macs.size() - kMostListed)));
    if (port.changedBefore)
        lines += tr("Changed %1").arg(text(port, Changed, false));
    return lines.join(QLatin1Char('\n'));
}

QVariant PortsModel::data(const QModelIndex &index, int role) const
{
    const SwitchPort *const of = index.isValid() ? port(index.row()) : nullptr;
    if (!of)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(*of, index.column(), false);
    case DataTable::ExportRole:
        return text(*of, index.column(), true);
    case DataTable::SortRole:
        return sortValue(*of, index.row(), index.column());
    case Qt::ToolTipRole:
        return tip(*of);
    case Qt::ForegroundRole: {
        const StateColors &colors = stateColors(QGuiApplication::palette());
        if (index.column() == State)
            return of->state == PortState::Up         ? colors.good
                   : of->state == PortState::Disabled ? colors.quiet
                   : of->state == PortState::Down     ? QVariant()
                                                      : QVariant(colors.warning);
        const bool isBad = (index.column() == Errors && of->rates && of->rates->errors > 0) ||
                           (index.column() == Discards && of->rates && of->rates->discards > 0);
        return isBad ? QVariant(colors.bad) : QVariant();
    }
    default:
        return {};
    }
}

QVariant PortsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Port:
        return tr("Port");
    case State:
        return tr("State");
    case Speed:
        return tr("Speed");
    case Vlans:
        return tr("VLANs");
    case In:
        return tr("In");
    case Out:
        return tr("Out");
    case Load:
        return tr("Load");
    case Errors:
        return tr("Errors");
    case Discards:
        return tr("Discards");
    case Addresses:
        return tr("Addresses");
    case Neighbor:
        return tr("Neighbor");
    case Power:
        return tr("Power");
    case Alias:
        return tr("Alias");
    case Changed:
        return tr("Last change");
    default:
        return {};
    }
}

} // namespace Portolan::Ui
