// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ssh/algorithmmodel.h"

#include "ui/widgets/datatable.h"
#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"

#include <QGuiApplication>
#include <QPalette>

namespace Portolan::Ui {

namespace {

QIcon gradeIcon(Ssh::Grade grade)
{
    const QPalette palette = QGuiApplication::palette();
    const StateColors &colors = stateColors(palette);
    switch (grade) {
    case Ssh::Grade::Strong:
        return symbol(QLatin1String("check"), colors.good);
    case Ssh::Grade::Fair:
        return symbol(QLatin1String("info"), palette.color(QPalette::Link));
    case Ssh::Grade::Weak:
        return symbol(QLatin1String("warning"), colors.warning);
    case Ssh::Grade::Broken:
        return symbol(QLatin1String("error"), colors.bad);
    case Ssh::Grade::Unknown:
        break;
    }
    return symbol(QLatin1String("dot"), colors.quiet);
}

} // namespace

void AlgorithmModel::setFacts(const Ssh::AuditFacts &facts)
{
    const Ssh::Agreement agreed = agree(facts.own, facts.server);
    const QStringList used = {agreed.keyExchange,   agreed.hostKey,       agreed.cipherOut,
                              agreed.cipherIn,      agreed.macOut,        agreed.macIn,
                              agreed.compressionIn, agreed.compressionOut};
    beginResetModel();
    m_rows.clear();
    using List = Ssh::AlgorithmList;
    for (const List list :
         {List::KeyExchange, List::HostKey, List::Cipher, List::Mac, List::Compression}) {
        const QStringList theirs = offered(facts.server, list);
        const QStringList ours = offered(facts.own, list);
        for (const QString &name : theirs) {
            const Offer offer = used.contains(name)   ? Offer::Used
                                : ours.contains(name) ? Offer::Both
                                                      : Offer::ServerOnly;
            m_rows.push_back({list, name, gradeOf(list, name), offer});
        }
        for (const QString &name : ours) {
            if (!theirs.contains(name))
                m_rows.push_back({list, name, gradeOf(list, name), Offer::HereOnly});
        }
    }
    endResetModel();
}

void AlgorithmModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

QString AlgorithmModel::kindWord(Ssh::AlgorithmList list)
{
    switch (list) {
    case Ssh::AlgorithmList::KeyExchange:
        return tr("Key exchange");
    case Ssh::AlgorithmList::HostKey:
        return tr("Host key");
    case Ssh::AlgorithmList::Cipher:
        return tr("Cipher");
    case Ssh::AlgorithmList::Mac:
        return tr("MAC");
    case Ssh::AlgorithmList::Compression:
        break;
    }
    return tr("Compression");
}

QString AlgorithmModel::gradeWord(Ssh::Grade grade)
{
    switch (grade) {
    case Ssh::Grade::Strong:
        return tr("strong");
    case Ssh::Grade::Fair:
        return tr("fair");
    case Ssh::Grade::Weak:
        return tr("weak");
    case Ssh::Grade::Broken:
        return tr("broken");
    case Ssh::Grade::Unknown:
        break;
    }
    return tr("unknown");
}

QString AlgorithmModel::offerWord(Offer offer)
{
    switch (offer) {
    case Offer::Used:
        return tr("in use");
    case Offer::Both:
        return tr("both sides");
    case Offer::ServerOnly:
        return tr("server only");
    case Offer::HereOnly:
        break;
    }
    return tr("here only");
}

int AlgorithmModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int AlgorithmModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AlgorithmModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == Qt::DecorationRole && index.column() == Grade)
        return gradeIcon(row.grade.grade);
    if (role == Qt::ToolTipRole)
        return row.name.toHtmlEscaped();
    if (role == DataTable::SortRole && index.column() == Grade)
        return static_cast<int>(row.grade.grade);
    if (role == DataTable::SortRole && index.column() == Use)
        return static_cast<int>(row.offer);
    if (role == DataTable::SortRole && index.column() == Kind)
        return static_cast<int>(row.list);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Kind:
        return kindWord(row.list);
    case Name:
        return row.name;
    case Grade:
        return gradeWord(row.grade.grade);
    case Use:
        return offerWord(row.offer);
    default:
        return {};
    }
}

QVariant AlgorithmModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Kind:
        return tr("Kind");
    case Name:
        return tr("Algorithm");
    case Grade:
        return tr("Grade");
    case Use:
        return tr("Offered by");
    default:
        return {};
    }
}

} // namespace Portolan::Ui
