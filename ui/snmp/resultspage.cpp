// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/snmp/resultspage.h"

#include "core/base/tabletext.h"
#include "core/snmp/faults.h"
#include "ui/snmp/resultexport.h"
#include "ui/snmp/snmpwords.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/workprogress.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Portolan::Ui {

namespace {

constexpr std::size_t kChunksPerDrain = 400;
constexpr quint64 kMostSorted = 50'000; // by a column: more would hold the window up
constexpr quint64 kMostSettled = 200'000;
constexpr int kSettleMs = 700;

} // namespace

ResultsPage::ResultsPage(AgentCalls &calls, QWidget *parent)
    : QWidget(parent)
    , m_calls(calls)
    , m_model(new VarbindModel(this))
    , m_stack(new QStackedWidget)
    , m_content(new QWidget)
    , m_filter(new FilterBar)
    , m_save(new QToolButton)
    , m_notice(new NoticeBar)
    , m_progress(new WorkProgress)
    , m_table(new DataTable)
    , m_status(new QLabel)
{
    m_table->setObjectName(QStringLiteral("results"));
    m_filter->setObjectName(QStringLiteral("resultFilter"));
    m_notice->setObjectName(QStringLiteral("resultNotice"));
    m_status->setObjectName(QStringLiteral("resultStatus"));
    m_save->setObjectName(QStringLiteral("exportResults"));
    m_save->setIcon(symbol(QLatin1String("save")));
    m_notice->hide();
    m_notice->setClosable(true);
    m_progress->hide();
    m_status->setProperty("quiet", true);
    m_status->setTextFormat(Qt::PlainText);
    m_status->setContentsMargins(Space::M, Space::S, Space::M, Space::S);
    m_table->setSource(m_model);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->setExportName(QStringLiteral("snmp"));
    auto *line = new QHBoxLayout;
    line->setContentsMargins(Space::M, Space::S, Space::M, Space::S);
    line->setSpacing(Space::S);
    line->addWidget(m_filter, 1);
    line->addWidget(m_save, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(line);
    column->addWidget(m_notice);
    column->addWidget(m_table, 1);
    column->addWidget(m_progress);
    column->addWidget(m_status);
    m_stack->addWidget(m_content);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_stack);
    setFocusProxy(m_table);

    m_settle.setSingleShot(true);
    connect(&m_settle, &QTimer::timeout, this, [this] {
        if (m_model->total() <= kMostSettled)
            m_model->settle();
    });
    connect(m_filter, &FilterBar::filterChanged, this,
            [this] { m_model->setFilter(m_filter->filter(), m_filter->field()); });
    connect(m_filter, &FilterBar::left, m_table, qOverload<>(&QWidget::setFocus));
    connect(m_model, &VarbindModel::filtered, this, &ResultsPage::showCount);
    connect(m_progress, &WorkProgress::cancelClicked, this, &ResultsPage::cancel);
    connect(m_notice, &NoticeBar::actionClicked, this, &ResultsPage::explainWanted);
    connect(m_save, &QToolButton::clicked, this, &ResultsPage::saveAs);
    connect(m_table, &DataTable::layoutChanged, this,
            [this] { m_isLaidOut = m_isLaidOut || !m_isQuiet; });
    connect(m_table, &QWidget::customContextMenuRequested, this, &ResultsPage::showMenu);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &now) {
                const int row = now.isValid() ? m_table->sourceRow(now.row()) : -1;
                if (row >= 0)
                    Q_EMIT rowChosen(m_model->varbind(row));
            });
    retranslate();
}

ResultsPage::~ResultsPage()
{
    m_export.request_stop();
    m_calls.cancel(m_running);
}

void ResultsPage::setSnapshot(const std::shared_ptr<const Snmp::Smi::Snapshot> &snapshot)
{
    m_model->setSnapshot(snapshot);
}

void ResultsPage::setEmptyPage(QWidget *page)
{
    m_stack->addWidget(page);
    m_stack->setCurrentWidget(page);
}

void ResultsPage::begin(const QString &step)
{
    cancel();
    ++m_turn;
    m_pump.reset();
    m_queue.reset();
    m_summary.reset();
    m_rtt.reset();
    m_wasCancelled = false;
    m_step = step;
    m_notice->hide();
    const QScopedValueRollback quiet(m_isQuiet, true);
    m_model->clear();
    if (!m_canSort) {
        m_canSort = true;
        m_table->setSortingEnabled(true);
    }
    m_table->sortByColumn(-1, Qt::AscendingOrder);
    m_stack->setCurrentWidget(m_content);
    m_time.start();
}

void ResultsPage::get(const std::vector<Snmp::Oid> &oids)
{
    begin({});
    ask(Snmp::Request::get(oids), false);
}

void ResultsPage::getNext(const std::vector<Snmp::Oid> &oids)
{
    begin({});
    ask(Snmp::Request::getNext(oids), true);
}

void ResultsPage::getBulk(const std::vector<Snmp::Oid> &oids, int repetitions)
{
    begin({});
    ask(Snmp::Request::getBulk(oids, 0, repetitions), false);
}

void ResultsPage::ask(const Snmp::Request &request, bool isStep)
{
    m_isWalk = false;
    m_running = m_calls.ask(
        request, this, [this, turn = m_turn, isStep](const Result<Snmp::Response> &result) {
            if (turn != m_turn || m_running == 0)
                return;
            if (!result) {
                end(result.error());
                return;
            }
            m_rtt = result->rtt;
            std::vector<Snmp::Varbinds> pieces;
            // A row a piece: those of a GETBULK over several columns take turns.
            for (const Snmp::Varbind &one : result->varbinds)
                pieces.push_back({one});
            const auto step = isStep && result->varbinds.size() == 1 &&
                                      !result->varbinds.front().value.isException()
                                  ? std::optional(result->varbinds.front().oid)
                                  : std::nullopt;
            m_model->append(std::move(pieces));
            end({});
            if (step)
                Q_EMIT stepped(*step);
        });
    showCount();
    Q_EMIT runningChanged();
}

void ResultsPage::walk(const std::vector<Snmp::Oid> &roots)
{
    begin(tr("Walking"));
    m_isWalk = true;
    m_queue = Snmp::makeWalkQueue();
    m_pump = std::make_unique<BatchPump<Snmp::WalkChunk>>(
        m_queue,
        [this](std::vector<Snmp::WalkChunk> &&chunks, std::uint64_t) { take(std::move(chunks)); },
        kChunksPerDrain);
    Snmp::WalkRequest request;
    request.roots = roots;
    request.mostVarbinds = m_mostRows;
    m_progress->begin(WorkProgress::Unit::Items);
    m_progress->setStep(m_step);
    m_running = m_calls.walk(std::move(request), m_queue, this,
                             [this, turn = m_turn](const Snmp::WalkSummary &summary) {
                                 if (turn != m_turn)
                                     return;
                                 m_summary = summary;
                                 if (m_running != 0 && (!m_queue || m_queue->size() == 0))
                                     finishWalk();
                             });
    showCount();
    Q_EMIT runningChanged();
}

void ResultsPage::take(std::vector<Snmp::WalkChunk> &&chunks)
{
    std::vector<Snmp::Varbinds> pieces;
    pieces.reserve(chunks.size());
    for (Snmp::WalkChunk &chunk : chunks)
        pieces.push_back(std::move(chunk.rows));
    const bool wasShort = m_model->total() <= kMostSorted;
    m_model->append(std::move(pieces));
    if (wasShort && m_model->total() > kMostSorted) {
        const QScopedValueRollback quiet(m_isQuiet, true);
        m_canSort = false;
        m_table->sortByColumn(-1, Qt::AscendingOrder);
        m_table->setSortingEnabled(false);
    }
    m_progress->setDone(m_model->total(), 0);
    if (!m_settle.isActive())
        m_settle.start(kSettleMs);
    showCount();
    if (m_summary && m_running != 0 && m_queue && m_queue->size() == 0)
        finishWalk();
}

void ResultsPage::finishWalk()
{
    m_seconds = static_cast<double>(m_summary->elapsed.count()) / 1000;
    end(m_summary->problem);
}

void ResultsPage::cancel()
{
    if (m_running == 0)
        return;
    const Snmp::RequestId id = std::exchange(m_running, 0);
    ++m_turn; // what still comes of it is not for us
    m_wasCancelled = true;
    m_pump.reset();
    m_queue.reset();
    m_calls.cancel(id);
    m_seconds = static_cast<double>(m_time.elapsed()) / 1000;
    m_settle.stop();
    m_model->settle();
    m_progress->end();
    showCount();
    Q_EMIT runningChanged();
}

void ResultsPage::end(const std::optional<Error> &problem)
{
    m_running = 0;
    if (!m_isWalk)
        m_seconds = static_cast<double>(m_time.elapsed()) / 1000;
    m_settle.stop();
    if (m_isWalk)
        m_model->settle();
    m_progress->end();
    if (!m_isLaidOut) {
        const QScopedValueRollback quiet(m_isQuiet, true);
        m_table->fitColumns();
    }
    if (problem) {
        m_notice->show(m_model->total() > 0 ? NoticeBar::Severity::Warning
                                            : NoticeBar::Severity::Error,
                       problem->what, problem->detail, {});
        Q_EMIT failed(*problem);
    }
    showCount();
    Q_EMIT runningChanged();
    Q_EMIT finished(m_model->total());
}

QString ResultsPage::walkWords() const
{
    QStringList parts;
    const QLocale locale;
    if (m_summary && m_summary->requests > 0) {
        parts << tr("%n request(s)", nullptr, static_cast<int>(m_summary->requests));
        if (m_summary->rowsPerRequest > 0)
            parts << tr("%1 rows each").arg(locale.toString(m_summary->rowsPerRequest, 'f', 1));
        if (m_summary->window > 1)
            parts << tr("up to %1 at a time").arg(m_summary->window);
        if (m_summary->lost > 0)
            parts << tr("%1 without an answer").arg(locale.toString(m_summary->lost));
    }
    if (m_rtt)
        parts << tr("answered in %1 ms")
                     .arg(locale.toString(static_cast<double>(m_rtt->count()) / 1000, 'f', 1));
    return parts.join(QStringLiteral("  ·  "));
}

QString ResultsPage::status() const
{
    return m_status->text();
}

void ResultsPage::showCount()
{
    m_filter->setCount(m_filter->filter().isEmpty() ? -1 : m_model->rowCount(),
                       static_cast<qsizetype>(m_model->total()));
    QStringList parts{tr("%n row(s)", nullptr, static_cast<int>(m_model->total()))};
    if (m_running == 0 && m_isWalk)
        parts << SnmpWords::seconds(m_seconds);
    if (m_wasCancelled)
        parts << tr("cancelled");
    if (const QString words = walkWords(); !words.isEmpty() && m_running == 0)
        parts << words;
    if (!m_canSort)
        parts << tr("in the order of OIDs: too many to be sorted by a column");
    m_status->setText(parts.join(QStringLiteral("  ·  ")));
    m_save->setEnabled(m_model->total() > 0 && m_running == 0);
}

std::vector<Snmp::Varbind> ResultsPage::selected() const
{
    std::vector<Snmp::Varbind> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        rows.push_back(m_model->varbind(m_table->sourceRow(index.row())));
    return rows;
}

void ResultsPage::showMenu(const QPoint &at)
{
    const QModelIndex index = m_table->indexAt(at);
    if (!index.isValid())
        return;
    const Snmp::Varbind one = m_model->varbind(m_table->sourceRow(index.row()));
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto copy = [&](const QString &words, const QString &text) {
        connect(menu->addAction(symbol(QLatin1String("copy")), words), &QAction::triggered, this,
                [text] { QApplication::clipboard()->setText(text); });
    };
    connect(menu->addAction(symbol(QLatin1String("copy")), tr("Copy the rows")),
            &QAction::triggered, m_table, &DataTable::copySelection);
    copy(tr("Copy the value"),
         VarbindModel::valueText(*m_model->snapshot(), one, m_model->charset()));
    copy(tr("Copy the name"), m_model->snapshot()->nameOf(one.oid));
    copy(tr("Copy the OID"), one.oid.text());
    menu->addSeparator();
    Q_EMIT menuWanted(menu);
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

void ResultsPage::saveAs()
{
    auto *dialog = new QFileDialog(this, tr("Save the results"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({QStringLiteral("CSV (*.csv)"), QStringLiteral("TSV (*.tsv)"),
                            QStringLiteral("JSON (*.json)")});
    dialog->selectFile(QStringLiteral("snmp.csv"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        const QString suffix = filter.section(QLatin1String("*."), 1).chopped(1);
        dialog->setDefaultSuffix(suffix);
        dialog->selectFile(QStringLiteral("snmp.") + suffix);
    });
    connect(dialog, &QFileDialog::fileSelected, this, &ResultsPage::exportTo);
    dialog->open();
}

void ResultsPage::exportTo(const QString &path)
{
    m_export.request_stop();
    m_export = std::stop_source();
    writeVarbinds(
        path, m_model->pieces(), m_model->snapshot(), m_model->charset(), m_export.get_token(),
        this, [this, path](const Result<quint64> &done) {
            if (done)
                m_notice->show(
                    NoticeBar::Severity::Info,
                    tr("%n row(s) written to %1.", nullptr, static_cast<int>(*done)).arg(path), {},
                    {});
            else
                m_notice->show(NoticeBar::Severity::Error, done.error().what, done.error().detail,
                               {});
        });
}

void ResultsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ResultsPage::retranslate()
{
    m_filter->setPlaceholder(tr("Filter the results"));
    m_filter->setFields(m_table->columnNames());
    m_save->setToolTip(tr("Save the results…"));
    m_save->setAccessibleName(m_save->toolTip());
    m_table->setAccessibleName(tr("Results"));
    m_table->setEmptyText(tr("Nothing has come yet."));
    m_model->retranslate();
    showCount();
}

} // namespace Portolan::Ui
