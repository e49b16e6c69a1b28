// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/snmp/tablepage.h"

#include "core/base/tabletext.h"
#include "ui/snmp/rowdialog.h"
#include "ui/snmp/snmpwords.h"
#include "ui/widgets/confirm.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/savefile.h"
#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/workprogress.h"

#include <QAbstractProxyModel>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace Portolan::Ui {

namespace {

constexpr std::size_t kChunksPerDrain = 200;
constexpr int kDestroy = 6; // RFC 2579, RowStatus
constexpr int kIntervals[] = {0, 2, 5, 10, 30, 60, 300};

} // namespace

TablePage::TablePage(AgentCalls &calls, QWidget *parent)
    : QWidget(parent)
    , m_calls(calls)
    , m_model(new SnmpTableModel(this))
    , m_stack(new QStackedWidget)
    , m_empty(new QLabel)
    , m_title(new QLabel)
    , m_filter(new FilterBar)
    , m_refresh(new QToolButton)
    , m_every(new QComboBox)
    , m_turnButton(new QToolButton)
    , m_add(new QToolButton)
    , m_save(new QToolButton)
    , m_notice(new NoticeBar)
    , m_progress(new WorkProgress)
    , m_table(new DataTable)
    , m_status(new QLabel)
{
    m_table->setObjectName(QStringLiteral("snmpTable"));
    m_title->setObjectName(QStringLiteral("tableTitle"));
    m_status->setObjectName(QStringLiteral("tableStatus"));
    m_refresh->setObjectName(QStringLiteral("refreshTable"));
    m_turnButton->setObjectName(QStringLiteral("turnTable"));
    m_add->setObjectName(QStringLiteral("addRow"));
    m_every->setObjectName(QStringLiteral("refreshEvery"));
    m_notice->setObjectName(QStringLiteral("tableNotice"));
    m_refresh->setIcon(symbol(QLatin1String("reload")));
    m_turnButton->setIcon(symbol(QLatin1String("rotate")));
    m_turnButton->setCheckable(true);
    m_add->setIcon(symbol(QLatin1String("plus")));
    m_save->setIcon(symbol(QLatin1String("save")));
    for (const int seconds : kIntervals)
        m_every->addItem(QString(), seconds);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setProperty("strong", true);
    m_notice->hide();
    m_notice->setClosable(true);
    m_progress->hide();
    m_status->setProperty("quiet", true);
    m_status->setTextFormat(Qt::PlainText);
    m_status->setContentsMargins(Space::M, Space::S, Space::M, Space::S);
    m_empty->setProperty("quiet", true);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setMargin(Space::XL);
    m_table->setSource(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);

    auto *head = new QHBoxLayout;
    head->setSpacing(Space::S);
    head->addWidget(m_title, 1);
    for (QWidget *one :
         std::initializer_list<QWidget *>{m_refresh, m_every, m_turnButton, m_add, m_save})
        head->addWidget(one);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(Space::M, Space::S, Space::M, Space::S);
    top->setSpacing(Space::S);
    top->addLayout(head);
    top->addWidget(m_filter);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_notice);
    column->addWidget(m_table, 1);
    column->addWidget(m_progress);
    column->addWidget(m_status);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(content);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_stack);
    setFocusProxy(m_table);

    connect(m_refresh, &QToolButton::clicked, this, &TablePage::refresh);
    connect(&m_poller, &Snmp::Poller::due, this, [this] {
        if (m_isConnected && m_running == 0 && m_model->table())
            refresh();
        else
            m_poller.done(Snmp::Poller::Outcome::Failed);
    });
    connect(m_every, &QComboBox::currentIndexChanged, this, &TablePage::showInterval);
    connect(m_turnButton, &QToolButton::toggled, this, [this](bool on) {
        m_model->setTurned(on);
        m_table->fitColumns();
    });
    connect(m_add, &QToolButton::clicked, this, &TablePage::makeRow);
    connect(m_save, &QToolButton::clicked, this, &TablePage::saveAs);
    connect(m_filter, &FilterBar::filterChanged, this,
            [this] { m_table->setFilter(m_filter->filter(), -1); });
    connect(m_filter, &FilterBar::left, m_table, qOverload<>(&QWidget::setFocus));
    connect(m_table, &DataTable::countChanged, this, &TablePage::showState);
    connect(m_progress, &WorkProgress::cancelClicked, this, &TablePage::cancel);
    connect(m_table, &QWidget::customContextMenuRequested, this, &TablePage::showMenu);
    connect(m_table, &QTableView::doubleClicked, this, [this](const QModelIndex &at) {
        if (const auto cell = m_model->cell(sourceIndex(at));
            cell && cell->column && cell->column.isWritable() && m_isConnected)
            Q_EMIT setWanted(cell->oid);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &at) {
                if (const auto cell = m_model->cell(sourceIndex(at)); cell && cell->column)
                    Q_EMIT cellChosen(cell->oid);
            });
    retranslate();
}

TablePage::~TablePage()
{
    m_calls.cancel(m_running);
}

QModelIndex TablePage::sourceIndex(const QModelIndex &shown) const
{
    const auto *proxy = qobject_cast<const QAbstractProxyModel *>(m_table->model());
    return proxy ? proxy->mapToSource(shown) : QModelIndex();
}

Result<> TablePage::open(const std::shared_ptr<const Snmp::Smi::Snapshot> &snapshot,
                         const Snmp::Smi::Definition &object)
{
    cancel();
    if (!m_model->setTable(snapshot, object))
        return failure(Error::Kind::Usage,
                       tr("%1 is no table that the loaded modules know. Walk it instead.")
                           .arg(object ? object.name() : tr("This")));
    m_isFresh = true;
    m_notice->hide();
    m_filter->setText({});
    m_turnButton->setChecked(false);
    m_table->sortByColumn(-1, Qt::AscendingOrder);
    m_stack->setCurrentIndex(1);
    m_table->setExportName(m_model->table().name());
    retranslate();
    refresh();
    return {};
}

void TablePage::refresh()
{
    if (!m_model->table() || m_running != 0 || !m_isConnected)
        return;
    m_notice->hide();
    m_summary.reset();
    m_cells = 0;
    ++m_turn;
    m_model->begin();
    m_queue = Snmp::makeWalkQueue();
    m_pump = std::make_unique<BatchPump<Snmp::WalkChunk>>(
        m_queue,
        [this](std::vector<Snmp::WalkChunk> &&chunks, std::uint64_t) { take(std::move(chunks)); },
        kChunksPerDrain);
    Snmp::WalkRequest request;
    request.roots = m_model->roots();
    request.mostVarbinds = m_mostRows;
    m_progress->begin(WorkProgress::Unit::Items);
    m_progress->setStep(tr("Reading the table"));
    Q_UNUSED(m_poller.beginNow()) // already begun where it is its turn
    m_running = m_calls.walk(std::move(request), m_queue, this,
                             [this, turn = m_turn](const Snmp::WalkSummary &summary) {
                                 if (turn != m_turn)
                                     return;
                                 m_summary = summary;
                                 if (!m_queue || m_queue->size() == 0)
                                     finish();
                             });
    showState();
    Q_EMIT runningChanged();
}

void TablePage::showInterval()
{
    const int seconds = m_every->currentData().toInt();
    if (seconds > 0 && m_isConnected)
        m_poller.start(m_calls.agentKey(), std::chrono::seconds(seconds),
                       Snmp::Poller::First::InTurn);
    else
        m_poller.stop();
}

void TablePage::take(std::vector<Snmp::WalkChunk> &&chunks)
{
    for (const Snmp::WalkChunk &chunk : chunks)
        m_cells += chunk.rows.size();
    m_model->take(chunks);
    m_progress->setDone(m_cells, 0);
    if (m_turnButton->isChecked() != m_model->isTurned())
        m_turnButton->setChecked(m_model->isTurned());
    if (m_summary && m_queue && m_queue->size() == 0)
        finish();
}

void TablePage::finish()
{
    if (m_running == 0 && !m_summary)
        return;
    m_running = 0;
    m_poller.done(Snmp::Poller::outcomeOf(m_summary ? m_summary->problem : std::nullopt));
    const bool complete = m_summary && m_summary->isComplete();
    m_model->end(complete);
    m_progress->end();
    if (std::exchange(m_isFresh, false))
        m_table->fitColumns();
    if (m_summary && m_summary->problem)
        m_notice->show(m_model->rows() > 0 ? NoticeBar::Severity::Warning
                                           : NoticeBar::Severity::Error,
                       m_summary->problem->what, m_summary->problem->detail, {});
    showState();
    Q_EMIT runningChanged();
    Q_EMIT refreshed();
}

void TablePage::cancel()
{
    if (m_running == 0)
        return;
    const Snmp::RequestId id = std::exchange(m_running, 0);
    m_poller.done(Snmp::Poller::Outcome::Failed);
    ++m_turn;
    m_pump.reset();
    m_queue.reset();
    m_calls.cancel(id);
    m_model->end(false);
    m_progress->end();
    showState();
    Q_EMIT runningChanged();
}

void TablePage::setConnected(bool connected)
{
    m_isConnected = connected;
    showInterval();
    showState();
}

void TablePage::showState()
{
    const bool any = static_cast<bool>(m_model->table());
    m_refresh->setEnabled(any && m_isConnected && m_running == 0);
    m_add->setVisible(any && m_model->rowStatus());
    m_add->setEnabled(m_isConnected);
    m_save->setEnabled(m_model->rows() > 0 && m_running == 0);
    m_turnButton->setEnabled(m_model->rows() > 0 && m_model->rows() <= SnmpTableModel::kMostTurned);
    m_filter->setCount(m_filter->filter().isEmpty() ? -1 : m_table->shownRows(),
                       m_table->allRows());
    QStringList parts{tr("%n row(s)", nullptr, m_model->rows())};
    if (m_running == 0) {
        if (const quint64 missing = m_model->missing(); missing > 0)
            parts << tr("%1 cells that the agent does not have").arg(QLocale().toString(missing));
        if (m_summary) {
            parts << SnmpWords::seconds(static_cast<double>(m_summary->elapsed.count()) / 1000);
            parts << tr("%n request(s)", nullptr, static_cast<int>(m_summary->requests));
        }
    }
    m_status->setText(parts.join(QStringLiteral("  ·  ")));
    m_table->setEmptyText(m_running != 0 ? tr("The table is being read.")
                                         : tr("The agent has no row in this table, or may not "
                                              "show it."));
}

void TablePage::showMenu(const QPoint &at)
{
    const QModelIndex shown = m_table->indexAt(at);
    const QModelIndex index = sourceIndex(shown);
    const auto cell = m_model->cell(index);
    if (!cell)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(symbol(QLatin1String("copy")), tr("Copy as a table")),
            &QAction::triggered, m_table, &DataTable::copySelection);
    connect(menu->addAction(symbol(QLatin1String("copy")), tr("Copy the value")),
            &QAction::triggered, this,
            [text = shown.data(DataTable::ExportRole).isValid()
                        ? shown.data(DataTable::ExportRole).toString()
                        : shown.data().toString()] { QApplication::clipboard()->setText(text); });
    if (cell->column) {
        menu->addSeparator();
        Q_EMIT menuWanted(menu, cell->oid);
    }
    const int row = m_model->rowOf(index);
    if (row >= 0 && m_model->rowStatus() && m_isConnected) {
        menu->addSeparator();
        connect(menu->addAction(symbol(QLatin1String("trash")), tr("Delete this row…")),
                &QAction::triggered, this, [this, row] { deleteRow(row); });
    }
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

void TablePage::makeRow()
{
    auto *dialog = new RowDialog(m_model->snapshot(), m_model->table(), m_model->rowStatus(),
                                 m_model->charset(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        Q_EMIT rowsWanted(dialog->wanted(),
                          tr("A row was made in %1.").arg(m_model->table().name()));
    });
    dialog->open();
}

void TablePage::deleteRow(int row)
{
    if (row >= m_model->rows())
        return;
    const auto status = m_model->rowStatus();
    Snmp::Oid oid = status.oid();
    if (!oid.append(m_model->suffix(row).arcs()))
        return;
    const QString name = m_model->rowName(row);
    confirm(
        this, tr("Delete the row?"),
        tr("The agent is asked to destroy the row %1 of %2 (%3 = destroy). It cannot be brought "
           "back from here.")
            .arg(name, m_model->table().name(), m_model->snapshot()->shortNameOf(oid)),
        tr("Delete"),
        [this, oid, name] {
            Q_EMIT rowsWanted({{oid, Snmp::Value::integer(kDestroy)}},
                              tr("The row %1 was deleted.").arg(name));
        },
        ConfirmDialog::Risk::Lasting);
}

void TablePage::saveAs()
{
    saveFile(
        this, tr("Save the table"), m_model->table().name() + QStringLiteral(".csv"),
        QStringLiteral("CSV (*.csv);;TSV (*.tsv);;JSON (*.json)"),
        [this](const QString &path) -> QByteArray {
            const auto texts = m_table->texts(DataTable::Rows::All, DataTable::Head::With);
            if (path.endsWith(QLatin1String(".tsv"), Qt::CaseInsensitive))
                return toTsv(texts).toUtf8();
            if (!path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive))
                return toCsv(texts);
            QJsonArray rows;
            for (qsizetype row = 1; row < texts.size(); ++row) {
                QJsonObject object;
                for (qsizetype i = 0; i < texts[row].size(); ++i)
                    object.insert(texts.front().value(i), texts[row][i]);
                rows.append(object);
            }
            return QJsonDocument(rows).toJson();
        },
        [this](const Result<QString> &path) {
            if (path)
                m_notice->show(NoticeBar::Severity::Info, tr("Saved: %1").arg(*path), {}, {});
            else
                m_notice->show(NoticeBar::Severity::Error, path.error().what, path.error().detail,
                               {});
        });
}

void TablePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void TablePage::retranslate()
{
    m_empty->setText(tr("Choose a table in the tree (ifTable, hrStorageTable, lldpRemTable) and "
                        "press “Show as a table”: its rows appear here, by their index."));
    const auto table = m_model->table();
    m_title->setText(table ? QString(table.name() + QStringLiteral("  ·  ") + table.module().name())
                           : QString());
    const auto word = [](QWidget *button, const QString &words) {
        button->setToolTip(words);
        button->setAccessibleName(words);
    };
    word(m_refresh, tr("Read the table again"));
    word(m_every, tr("How often the table is read again"));
    word(m_turnButton, tr("Turn the table: rows become columns"));
    word(m_add, tr("Make a row…"));
    word(m_save, tr("Save the table…"));
    m_every->setItemText(0, tr("Once"));
    for (int i = 1; i < m_every->count(); ++i)
        m_every->setItemText(i, tr("Every %1 s").arg(kIntervals[i]));
    m_filter->setPlaceholder(tr("Filter the rows"));
    m_table->setAccessibleName(tr("Table"));
    m_model->retranslate();
    showState();
}

} // namespace Portolan::Ui
