// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ntp/serverspage.h"

#include "ui/widgets/datatable.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QFontMetrics>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>
#include <utility>

namespace Portolan::Ui {

namespace {

constexpr int kManyRows = 8; // more than are seen at once
constexpr int kSides = Space::M + Space::S;

// From left to right, with the widest of what usually comes. What decides stands first, so that a
// window of 1280 pixels shows all of it; the reason takes the rest of the line, and its tooltip has
// the whole of it. The others are a click away, in the menu of the header.
struct ColumnLook
{
    int column;
    const char *usual;
    bool isShown = true;
};
constexpr ColumnLook kLooks[] = {{ServersModel::Server, "xxxx192.168.100.100:50078"},
                                 {ServersModel::State, "xxxAgrees, less well"},
                                 {ServersModel::Offset, "−888.8 ms"},
                                 {ServersModel::Bound, "± 888.8 ms"},
                                 {ServersModel::Delay, "888.8 ms"},
                                 {ServersModel::Jitter, "888.8 ms"},
                                 {ServersModel::Stratum, "15"},
                                 {ServersModel::Reach, "●●●●●●●●"},
                                 {ServersModel::Reason, "It lies within what the majority"},
                                 {ServersModel::Reference, "192.168.100.100", false},
                                 {ServersModel::Last, "88,888 s ago", false},
                                 {ServersModel::Interval, "1,024 s", false},
                                 {ServersModel::Authentication, "None", false},
                                 {ServersModel::LeapColumn, "+1 s today", false},
                                 {ServersModel::Kiss, "RATE", false}};
static_assert(std::size(kLooks) == ServersModel::Columns);

} // namespace

ServersPage::ServersPage(ServersModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_top(new QWidget)
    , m_filter(new FilterBar)
    , m_table(new DataTable)
{
    m_table->setObjectName(QStringLiteral("clocks"));
    m_table->setSource(&model);
    m_table->setNumberColumns({ServersModel::Offset, ServersModel::Bound, ServersModel::Delay,
                               ServersModel::Jitter, ServersModel::Stratum, ServersModel::Last,
                               ServersModel::Interval});
    m_table->setExportName(QStringLiteral("clocks"));
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    fitColumns();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *top = new QVBoxLayout(m_top);
    top->setContentsMargins(Space::M, Space::S, Space::M, Space::S);
    top->addWidget(m_filter);
    column->addWidget(m_top);
    column->addWidget(m_table, 1);

    const auto count = [this] {
        m_filter->setCount(m_table->shownRows(), m_table->allRows());
        showFilter();
    };
    connect(m_table, &DataTable::countChanged, this, count);
    connect(m_table, &DataTable::layoutChanged, this, &ServersPage::layoutChanged);
    connect(m_filter, &FilterBar::filterChanged, this,
            [this] { m_table->setFilter(m_filter->filter(), m_filter->field()); });
    connect(m_filter, &FilterBar::entered, this, [this] { m_table->setFocus(); });
    connect(m_filter, &FilterBar::left, this, [this] {
        m_isFilterWanted = false;
        m_table->setFocus();
        showFilter();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { Q_EMIT currentChanged(current()); });
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        const int row = m_table->sourceRow(index.row());
        if (row >= 0)
            Q_EMIT activated(m_model.idOf(row));
    });
    connect(m_table, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        const QList<quint64> servers = selected();
        if (servers.isEmpty())
            return;
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        Q_EMIT menuWanted(menu, servers);
        menu->popup(m_table->viewport()->mapToGlobal(at));
    });
    m_table->installEventFilter(this);
    setFocusProxy(m_table);
    count();
    retranslate();
}

// So that nothing moves when the first answers come.
void ServersPage::fitColumns()
{
    const QFontMetrics metrics(m_table->font());
    QHeaderView *const header = m_table->horizontalHeader();
    int at = 0;
    for (const ColumnLook &look : kLooks) {
        header->moveSection(header->visualIndex(look.column), at++);
        const QString name =
            m_model.headerData(look.column, Qt::Horizontal, Qt::DisplayRole).toString();
        const int width = std::max(metrics.horizontalAdvance(QString::fromUtf8(look.usual)),
                                   metrics.horizontalAdvance(name));
        m_table->setColumnWidth(look.column, width + kSides);
        m_table->setColumnHidden(look.column, !look.isShown);
    }
    // The person's from now on.
    m_table->restoreLayout(m_table->layoutState());
}

QByteArray ServersPage::layoutState() const
{
    return m_table->layoutState();
}

void ServersPage::restoreLayout(const QByteArray &state)
{
    m_table->restoreLayout(state);
}

void ServersPage::focusFilter()
{
    m_isFilterWanted = true;
    showFilter();
    m_filter->focusField();
}

void ServersPage::showFilter()
{
    m_top->setVisible(m_isFilterWanted || !m_filter->filter().isEmpty() ||
                      m_table->allRows() > kManyRows);
}

QList<quint64> ServersPage::selected() const
{
    QList<int> rows;
    for (const QModelIndex &each : m_table->selectionModel()->selectedRows())
        rows.append(each.row());
    std::sort(rows.begin(), rows.end());
    QList<quint64> servers;
    for (const int row : std::as_const(rows)) {
        const int source = m_table->sourceRow(row);
        if (source >= 0)
            servers.append(m_model.idOf(source));
    }
    return servers;
}

quint64 ServersPage::current() const
{
    const QModelIndex index = m_table->currentIndex();
    const bool isChosen =
        index.isValid() && m_table->selectionModel()->isRowSelected(index.row(), QModelIndex());
    const int row = isChosen ? m_table->sourceRow(index.row()) : -1;
    return row >= 0 ? m_model.idOf(row) : 0;
}

void ServersPage::setCurrent(quint64 server)
{
    const int row = m_table->viewRow(m_model.rowOf(server));
    if (row >= 0 && server != current())
        m_table->selectRow(row);
}

bool ServersPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const auto *const key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Delete && key->modifiers() == Qt::NoModifier) {
            if (const QList<quint64> servers = selected(); !servers.isEmpty())
                Q_EMIT removeWanted(servers);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ServersPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ServersPage::retranslate()
{
    m_model.retranslate();
    m_filter->setPlaceholder(tr("Filter the servers"));
    m_filter->setFields(m_table->columnNames());
    m_table->setEmptyText(tr("No server is asked. Name one above."));
}

} // namespace Portolan::Ui
