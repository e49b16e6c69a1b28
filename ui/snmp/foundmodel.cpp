// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/snmp/foundmodel.h"

#include "core/snmp/smi/valuetext.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/theme.h"

#include <QGuiApplication>
#include <QLocale>
#include <QPalette>

namespace Portolan::Ui {

using Snmp::FoundAgent;

void FoundModel::clear()
{
    beginResetModel();
    m_agents.clear();
    m_rows.clear();
    endResetModel();
}

void FoundModel::take(const QList<FoundAgent> &agents)
{
    QList<FoundAgent> fresh;
    for (const FoundAgent &each : agents) {
        const auto known = m_rows.constFind(each.place);
        if (known == m_rows.constEnd()) {
            m_rows.insert(each.place, static_cast<int>(m_agents.size() + fresh.size()));
            fresh.append(each);
        } else if (*known < m_agents.size()) {
            m_agents[*known] = each;
            Q_EMIT dataChanged(index(*known, 0), index(*known, Columns - 1));
        } else {
            fresh[*known - m_agents.size()] = each;
        }
    }
    if (fresh.isEmpty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(fresh.size()) - 1);
    m_agents += fresh;
    endInsertRows();
}

void FoundModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, Columns - 1);
    if (!m_agents.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, Columns - 1));
}

int FoundModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_agents.size());
}

int FoundModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(Columns);
}

QStringList FoundModel::remarks(const FoundAgent &agent)
{
    QStringList all;
    if (!agent.credential)
        all += agent.refusal.isEmpty() ? tr("An SNMPv3 agent; none of the credentials lets in.")
                                       : agent.refusal;
    if (!agent.sameEngineAt.isEmpty()) {
        const QString others = agent.sameEngineAt.mid(0, 4).join(QStringLiteral(", "));
        all += agent.sameEngineIsAnother
                   ? tr("Another device has the same engine ID: %1.").arg(others)
                   : tr("The same device, it seems, as %1.").arg(others);
    }
    if (!agent.answeredFrom.isEmpty())
        all += tr("Answered from %1.").arg(agent.answeredFrom);
    if (agent.late)
        all += tr("Answered late.");
    return all;
}

QString FoundModel::text(const FoundAgent &agent, int column)
{
    switch (column) {
    case Address:
        return agent.addressText();
    case Name:
        return agent.name;
    case Vendor:
        return agent.vendor;
    case Version:
        return QLatin1Char('v') + Snmp::versionName(agent.version);
    case Credential:
        return agent.credential ? agent.credentialLabel : QStringLiteral("–");
    case Rtt:
        return QLocale().toString(agent.rttMs, 'f', 1) + QStringLiteral(" ms");
    case UpFor:
        return agent.uptime ? Snmp::Smi::durationText(*agent.uptime / 100 * 100) : QString();
    case Location:
        return agent.location;
    case About:
        return (remarks(agent) << agent.description).join(QLatin1Char(' ')).trimmed();
    default:
        return {};
    }
}

QVariant FoundModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_agents.size())
        return {};
    const FoundAgent &of = m_agents.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(of, index.column());
    case DataTable::SortRole:
        switch (index.column()) {
        case Address:
            return of.place;
        case Rtt:
            return of.rttMs;
        case UpFor:
            return of.uptime.value_or(0);
        default:
            return text(of, index.column());
        }
    case Qt::ToolTipRole:
        return text(of, index.column());
    case Qt::ForegroundRole:
        return index.column() == About && (!of.credential || of.sameEngineIsAnother)
                   ? QVariant(stateColors(QGuiApplication::palette()).warning)
                   : QVariant();
    default:
        return {};
    }
}

QVariant FoundModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Address:
        return tr("Address");
    case Name:
        return tr("Name");
    case Vendor:
        return tr("Vendor");
    case Version:
        return tr("Version");
    case Credential:
        return tr("Credential");
    case Rtt:
        return tr("Round trip");
    case UpFor:
        return tr("Up for");
    case Location:
        return tr("Location");
    case About:
        return tr("About");
    default:
        return {};
    }
}

} // namespace Portolan::Ui
