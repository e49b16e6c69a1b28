// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/snmp/trapfeed.h"

#include "ui/snmp/trapdetail.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/typedfield.h"
#include "ui/widgets/workprogress.h"

#include <QClipboard>
#include <QEvent>
#include <QFileDialog>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QJsonDocument>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPointer>
#include <QSaveFile>
#include <QSplitter>
#include <QStackedWidget>
#include <QStyle>
#include <QThreadPool>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Portolan::Ui {

namespace {

using Snmp::Trap;
using Snmp::TrapFormat;
using Snmp::TrapPtr;

constexpr int kMostFilter = 1000;
constexpr int kMostCopied = 10'000; // rows at once

enum Figure { Received, Rate, Rejected, Kernel, Lost, Dropped, Shown, FigureCount };

} // namespace

TrapFeed::TrapFeed(TrapModel::Snapshot snapshot, QWidget *parent)
    : QWidget(parent)
    , m_model(new TrapModel(std::move(snapshot), this))
    , m_filter(new TypedField)
    , m_problem(new QLabel)
    , m_rejected(new QToolButton)
    , m_pause(new QToolButton)
    , m_clear(new QToolButton)
    , m_save(new QToolButton)
    , m_notice(new NoticeBar)
    , m_progress(new WorkProgress)
    , m_stack(new QStackedWidget)
    , m_split(new QSplitter(Qt::Vertical))
    , m_table(new DataTable)
    , m_detail(new TrapDetail)
{
    m_filter->setObjectName(QStringLiteral("trapFilter"));
    m_filter->setMaxLength(kMostFilter);
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(symbol(QLatin1String("filter")), QLineEdit::LeadingPosition);
    m_problem->setObjectName(QStringLiteral("trapFilterProblem"));
    m_problem->setProperty("bad", true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_rejected->setObjectName(QStringLiteral("showRejected"));
    m_rejected->setIcon(symbol(QLatin1String("shield")));
    m_rejected->setCheckable(true);
    m_rejected->setChecked(true);
    m_pause->setObjectName(QStringLiteral("pauseTraps"));
    m_pause->setIcon(symbol(QLatin1String("pause")));
    m_pause->setCheckable(true);
    m_clear->setObjectName(QStringLiteral("clearTraps"));
    m_clear->setIcon(symbol(QLatin1String("clear")));
    m_save->setObjectName(QStringLiteral("saveTraps"));
    m_save->setIcon(symbol(QLatin1String("save")));
    m_save->setPopupMode(QToolButton::InstantPopup);
    for (QToolButton *button : {m_rejected, m_pause})
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_notice->setObjectName(QStringLiteral("trapNotice"));
    m_notice->hide();
    m_notice->setClosable(true);
    m_progress->hide();
    m_table->setObjectName(QStringLiteral("traps"));
    m_table->setSource(m_model);
    // They stand in the order of their arrival; a sort would take words of all of them.
    m_table->setSortingEnabled(false);
    m_table->horizontalHeader()->setSectionsClickable(false);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->setFollowing(true);
    m_table->setExportName(QStringLiteral("traps"));
    // What usually comes fits; the first few rows say little of those that follow.
    const QFontMetrics metrics(m_table->font());
    const std::pair<int, const char *> widths[] = {
        {TrapModel::Time, "00:00:00.000"},       {TrapModel::Severity, "xxxWarning"},
        {TrapModel::Sender, "192.168.100.100"},  {TrapModel::Kind, "v3 inform · o"},
        {TrapModel::Name, "authenticationFail"}, {TrapModel::Uptime, "00:00:00.00__"}};
    for (const auto &[column, text] : widths)
        m_table->setColumnWidth(column,
                                metrics.horizontalAdvance(QString::fromUtf8(text)) + Space::L);
    m_table->restoreLayout(m_table->layoutState());

    auto *row = new QHBoxLayout;
    row->setSpacing(Space::S);
    row->addWidget(m_filter, 1);
    for (QToolButton *button : {m_rejected, m_pause, m_clear, m_save})
        row->addWidget(button);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(Space::M, Space::S, Space::M, Space::S);
    top->setSpacing(2);
    top->addLayout(row);
    top->addWidget(m_problem);
    auto *figures = new QWidget;
    figures->setObjectName(QStringLiteral("trapFigures"));
    auto *flow = new FlowLayout(Space::L, figures);
    flow->setContentsMargins(Space::M, Space::S, Space::M, Space::S);
    for (int i = 0; i < FigureCount; ++i) {
        auto *label = new QLabel;
        label->setTextFormat(Qt::PlainText);
        label->setProperty("quiet", true);
        flow->addWidget(label);
        m_figures.append(label);
    }
    auto *hairline = new QFrame;
    hairline->setProperty("hairline", true);
    m_split->addWidget(m_table);
    m_split->addWidget(m_detail);
    m_split->setStretchFactor(0, 3);
    m_split->setStretchFactor(1, 2);
    m_split->setChildrenCollapsible(false);
    m_split->setHandleWidth(1);
    m_detail->hide();
    m_stack->addWidget(m_split);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_notice);
    column->addWidget(m_progress);
    column->addWidget(m_stack, 1);
    column->addWidget(hairline);
    column->addWidget(figures);
    setFocusProxy(m_table);

    connect(m_filter, &TypedField::typedChanged, this, [this](const QString &typed) {
        const auto taken = m_model->setFilter(typed);
        m_problem->setText(taken ? QString() : taken.error().what);
        m_problem->setVisible(!taken);
    });
    connect(m_filter, &QLineEdit::returnPressed, m_table, qOverload<>(&QWidget::setFocus));
    connect(m_rejected, &QToolButton::toggled, this, [this](bool on) {
        m_model->setRejectedShown(on);
        showState();
        Q_EMIT rejectedShownChanged(on);
    });
    connect(m_pause, &QToolButton::toggled, this, [this](bool on) {
        m_model->setPaused(on);
        retranslate();
    });
    connect(m_clear, &QToolButton::clicked, this, &TrapFeed::clear);
    connect(m_model, &TrapModel::counted, this, &TrapFeed::showState);
    connect(m_detail, &TrapDetail::closed, this, [this] {
        m_detail->hide();
        m_table->setFocus();
    });
    connect(m_progress, &WorkProgress::cancelClicked, this, [this] { m_export.request_stop(); });
    connect(m_table, &QWidget::customContextMenuRequested, this, &TrapFeed::showMenu);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &TrapFeed::showChosen);
    connect(m_table, &QAbstractItemView::activated, this, &TrapFeed::showChosen);
    retranslate();
}

TrapFeed::~TrapFeed()
{
    m_export.request_stop();
}

void TrapFeed::setEmptyPage(QWidget *page)
{
    m_stack->addWidget(page);
    m_stack->setCurrentWidget(page);
}

void TrapFeed::setStats(const Snmp::TrapStats &stats)
{
    m_stats = stats;
    showState();
}

void TrapFeed::setFilter(const QString &text)
{
    m_filter->setText(text);
}

QString TrapFeed::filterProblem() const
{
    return m_problem->isHidden() ? QString() : m_problem->text();
}

void TrapFeed::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void TrapFeed::setRejectedShown(bool shown)
{
    m_rejected->setChecked(shown);
}

void TrapFeed::setPaused(bool paused)
{
    m_pause->setChecked(paused);
}

void TrapFeed::clear()
{
    m_model->clear();
    m_detail->showTrap(m_model->snapshot(), nullptr, {});
    m_detail->hide();
    Q_EMIT cleared();
}

void TrapFeed::reveal(quint64 serial)
{
    if (m_model->rowOf(serial) < 0) {
        m_filter->clear();
        m_pause->setChecked(false);
    }
    const int row = m_model->rowOf(serial);
    const int shown = row < 0 ? -1 : m_table->viewRow(row);
    if (shown < 0)
        return;
    m_table->selectRow(shown);
    m_table->scrollTo(m_table->model()->index(shown, 0), QAbstractItemView::PositionAtCenter);
    m_table->setFocus();
}

void TrapFeed::showChosen()
{
    const QModelIndex now = m_table->currentIndex();
    const int row = now.isValid() ? m_table->sourceRow(now.row()) : -1;
    const TrapPtr trap = m_model->trapAt(row);
    if (!trap)
        return;
    const int rule = m_model->verdictAt(row).rule;
    m_detail->showTrap(m_model->snapshot(), trap,
                       rule >= 0 && rule < m_model->rules().size() ? m_model->rules().at(rule).name
                                                                   : QString());
    m_detail->show();
}

void TrapFeed::showState()
{
    if (m_model->store().size() > 0)
        m_stack->setCurrentWidget(m_split);
    const QLocale locale;
    const auto number = [&locale](quint64 value) { return locale.toString(value); };
    const auto put = [this](Figure figure, const QString &text, bool isBad) {
        QLabel *label = m_figures[figure];
        label->setText(text);
        if (label->property("bad").toBool() == isBad)
            return;
        label->setProperty("bad", isBad);
        label->setProperty("quiet", !isBad);
        label->style()->unpolish(label);
        label->style()->polish(label);
    };
    const auto &store = m_model->store();
    put(Received, tr("Received %1").arg(number(m_stats.traps + m_stats.informs)), false);
    put(Rate,
        m_stats.rate ? tr("%1 a second").arg(locale.toString(*m_stats.rate, 'f', 1))
                     : tr("– a second"),
        false);
    put(Rejected, tr("Rejected %1").arg(number(m_stats.allRejected())), false);
    put(Kernel,
        m_stats.kernelDrops ? tr("Dropped by the system %1").arg(number(*m_stats.kernelDrops))
                            : tr("Dropped by the system: not measurable"),
        m_stats.kernelDrops.value_or(0) > 0);
    put(Lost, tr("Lost on the way here %1").arg(number(store.lost())), store.lost() > 0);
    put(Dropped,
        store.dropped() > 0 ? tr("The last %1 are kept, %2 older ones are gone")
                                  .arg(number(store.size()), number(store.dropped()))
                            : tr("Kept %1").arg(number(store.size())),
        false);
    const quint64 waiting = m_model->waiting();
    const auto rows = static_cast<quint64>(m_model->rowCount());
    put(Shown,
        m_model->isPaused() ? tr("Paused: %1 new ones wait").arg(number(waiting))
        : waiting > 0 ? tr("Shown %1, %2 still to look through").arg(number(rows), number(waiting))
                      : tr("Shown %1").arg(number(rows)),
        false);
}

QString TrapFeed::counters() const
{
    QStringList texts;
    for (const QLabel *label : m_figures)
        texts << label->text();
    return texts.join(QStringLiteral(" · "));
}

void TrapFeed::addTerm(const QString &term)
{
    const QString now = m_filter->text().trimmed();
    m_filter->setText(now.isEmpty() ? term : QString(now + QLatin1Char(' ') + term));
}

void TrapFeed::showMenu(const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QModelIndex index = m_table->indexAt(at);
    const TrapPtr trap =
        index.isValid() ? m_model->trapAt(m_table->sourceRow(index.row())) : nullptr;
    const auto add = [&](const char *icon, const QString &words, bool enabled, auto call) {
        QAction *action = menu->addAction(symbol(QLatin1String(icon)), words);
        action->setEnabled(enabled);
        connect(action, &QAction::triggered, this, call);
    };
    if (trap) {
        add("filter", tr("Only from %1").arg(trap->from), true,
            [this, trap] { addTerm(QStringLiteral("from:") + trap->from); });
        add("filter", tr("Not from %1").arg(trap->from), true,
            [this, trap] { addTerm(QStringLiteral("-from:") + trap->from); });
        if (!trap->notification.isEmpty()) {
            const QString name = m_model->snapshot()->shortNameOf(trap->notification);
            const QString term = QStringLiteral("oid:") + trap->notification.text();
            add("filter", tr("Only %1").arg(name), true, [this, term] { addTerm(term); });
            add("filter", tr("Not %1").arg(name), true,
                [this, term] { addTerm(QLatin1Char('-') + term); });
        }
        menu->addSeparator();
    }
    const bool any = m_table->selectionModel()->hasSelection();
    add("copy", tr("Copy"), any, [this] { m_table->copySelection(); });
    add("copy", tr("Copy as JSON"), trap != nullptr, [this, trap] {
        QGuiApplication::clipboard()->setText(QString::fromUtf8(
            QJsonDocument(Snmp::trapObject(*m_model->snapshot(), *trap)).toJson()));
    });
    add("select", tr("Select all"), m_model->rowCount() > 0 && m_model->rowCount() <= kMostCopied,
        [this] { m_table->selectAll(); });
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

void TrapFeed::saveAs(Which which, TrapFormat format)
{
    const bool isCsv = format == TrapFormat::Csv;
    auto *dialog = new QFileDialog(this, tr("Save the notifications"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(isCsv ? QStringLiteral("CSV (*.csv)") : QStringLiteral("JSON (*.jsonl)"));
    dialog->setDefaultSuffix(isCsv ? QStringLiteral("csv") : QStringLiteral("jsonl"));
    dialog->selectFile(isCsv ? QStringLiteral("traps.csv") : QStringLiteral("traps.jsonl"));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, which, format](const QString &path) { exportTo(path, which, format); });
    dialog->open();
}

void TrapFeed::exportTo(const QString &path, Which which, TrapFormat format)
{
    m_export.request_stop();
    m_export = std::stop_source();
    auto traps = std::make_shared<const std::vector<TrapPtr>>(
        which == Which::All ? m_model->store().all() : m_model->shown());
    m_progress->begin(WorkProgress::Unit::Items);
    m_progress->setStep(tr("Saving the notifications"));
    m_progress->show();
    // Looked at on this thread only.
    const QPointer<TrapFeed> self(this);
    const auto done = [self, path, stop = m_export.get_token(),
                       count = traps->size()](const Result<> &result) {
        if (!self || (stop.stop_requested() && self->m_export.get_token() != stop))
            return;
        self->m_progress->end();
        self->m_progress->hide();
        if (result)
            self->m_notice->show(
                NoticeBar::Severity::Info,
                tr("%n notification(s) written to %1.", nullptr, static_cast<int>(count)).arg(path),
                {}, {});
        else
            self->m_notice->show(NoticeBar::Severity::Error, result.error().what,
                                 result.error().detail, {});
        self->m_notice->setClosable(true);
    };
    const auto step = [self, count = traps->size()](std::size_t at) {
        QMetaObject::invokeMethod(
            qApp,
            [self, at, count] {
                if (self)
                    self->m_progress->setDone(at, count);
            },
            Qt::QueuedConnection);
    };
    QThreadPool::globalInstance()->start([path, format, traps, snapshot = m_model->snapshot(),
                                          stop = m_export.get_token(), done, step] {
        const auto write = [&]() -> Result<> {
            QSaveFile file(path);
            if (!file.open(QIODevice::WriteOnly))
                return failure(Error::Kind::Local, tr("The file could not be written."),
                               file.errorString());
            const auto goOn = [&](std::size_t at) {
                step(at);
                return !stop.stop_requested();
            };
            if (auto written = Snmp::writeTraps(*snapshot, *traps, format, file, goOn); !written)
                return written;
            if (!file.commit())
                return failure(Error::Kind::Local, tr("The file could not be written."),
                               file.errorString());
            return {};
        };
        QMetaObject::invokeMethod(
            qApp, [done, result = write()] { done(result); }, Qt::QueuedConnection);
    });
}

void TrapFeed::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        // Words of rows are kept; a snapshot taken again makes them new.
        m_model->setSnapshot(m_model->snapshot());
        retranslate();
    }
    QWidget::changeEvent(event);
}

void TrapFeed::retranslate()
{
    m_filter->setPlaceholderText(tr("Filter: linkDown from:10.1.0.0/16 -type:rejected"));
    m_filter->setAccessibleName(tr("Filter of notifications"));
    m_filter->setToolTip(
        tr("Words that must all be there. A field in front: name: from: user: oid: version: type: "
           "reason: engine:. A minus in front: not this. Quotes keep words together."));
    m_rejected->setText(tr("Rejected"));
    m_rejected->setToolTip(tr("Show messages that were rejected, with the reason"));
    m_pause->setText(m_model->isPaused() ? tr("Go on") : tr("Pause"));
    m_pause->setIcon(symbol(m_model->isPaused() ? QLatin1String("play") : QLatin1String("pause")));
    m_pause->setToolTip(tr("Hold the list still; what comes meanwhile is kept"));
    m_clear->setToolTip(tr("Empty the list"));
    m_clear->setAccessibleName(m_clear->toolTip());
    m_save->setToolTip(tr("Save the notifications…"));
    m_save->setAccessibleName(m_save->toolTip());
    delete m_save->menu();
    auto *menu = new QMenu(m_save);
    const auto add = [&](const QString &words, Which which, TrapFormat format) {
        connect(menu->addAction(words), &QAction::triggered, this,
                [this, which, format] { saveAs(which, format); });
    };
    add(tr("Those shown, as CSV…"), Which::Shown, TrapFormat::Csv);
    add(tr("Those shown, as JSON lines…"), Which::Shown, TrapFormat::Json);
    add(tr("All that are kept, as CSV…"), Which::All, TrapFormat::Csv);
    add(tr("All that are kept, as JSON lines…"), Which::All, TrapFormat::Json);
    m_save->setMenu(menu);
    m_table->setAccessibleName(tr("Notifications"));
    m_table->setEmptyText(m_model->store().size() > 0 ? tr("The filter lets none of them through.")
                                                      : tr("Nothing has come yet."));
    const auto tip = [this](Figure figure, const QString &words) {
        m_figures[figure]->setToolTip(words);
    };
    tip(Rate, tr("Notifications a second over the last five (trap_rate)"));
    tip(Kernel, tr("Messages that the operating system threw away because they came faster than "
                   "they were read"));
    tip(Lost, tr("Notifications that waited for this window and had to make room for newer ones"));
    tip(Dropped, tr("The list keeps so many and no more; the oldest go"));
    showState();
}

} // namespace Portolan::Ui
