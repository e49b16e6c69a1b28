// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/snmp/snapshotspage.h"

#include "core/base/address.h"
#include "core/snmp/agent.h"
#include "core/snmp/recordings/comparisontext.h"
#include "ui/snmp/agentdialog.h"
#include "ui/widgets/confirm.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/savefile.h"
#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/workprogress.h"

#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <utility>

namespace Portolan::Ui {

namespace {

using Snmp::Oid;
using Kind = Snmp::Difference::Kind;
using JobKind = ComparisonJob::Kind;

// What a side is besides a file.
const QLatin1String kNow(":now");
const QLatin1String kCredential(":credential");
const QLatin1String kOtherAgent(":agent");
constexpr int kMostExpanded = 200;
// Of the width of what was found, in percent; the last column has the rest.
constexpr int kObjectShare = 34;
constexpr int kWhatShare = 23;
constexpr int kBeforeShare = 20;
constexpr int kUsualList = 110;
constexpr int kLeastTree = 120;
constexpr int kLeastList = 80;
constexpr int kLeastChoice = 170;
// As they stand in the bar; noise is the last one.
constexpr std::array kOrder{Kind::Changed, Kind::Added, Kind::Removed, Kind::Reset, Kind::Advanced};

QString withCount(const QString &words, quint64 count)
{
    return words + QStringLiteral("  ") + QLocale().toString(static_cast<qulonglong>(count));
}

} // namespace

SnapshotsPage::SnapshotsPage(std::shared_ptr<Snmp::Station> station, const QString &folder,
                             MakeCredentials credentials, MakeDialer dialer, QWidget *parent)
    : QWidget(parent)
    , m_station(std::move(station))
    , m_credentials(std::move(credentials))
    , m_dialer(std::move(dialer))
    , m_shelf(new SnapshotShelf(folder, this))
    , m_result(new ComparisonModel(this))
    , m_take(new QPushButton)
    , m_label(new QLineEdit)
    , m_import(new QToolButton)
    , m_export(new QToolButton)
    , m_remove(new QToolButton)
    , m_notice(new NoticeBar)
    , m_progress(new WorkProgress)
    , m_halves(new QSplitter(Qt::Vertical))
    , m_list(new DataTable)
    , m_first(new QComboBox)
    , m_with(new QLabel)
    , m_second(new QComboBox)
    , m_address(new QLineEdit)
    , m_kind(new QComboBox)
    , m_compare(new QPushButton)
    , m_narrow(new QWidget)
    , m_filter(new FilterBar)
    , m_save(new QToolButton)
    , m_notes(new QLabel)
    , m_stack(new QStackedWidget)
    , m_hint(new QLabel)
    , m_tree(new QTreeView)
{
    build();
    wire();
    retranslate();
    m_shelf->refresh();
}

SnapshotsPage::~SnapshotsPage() = default;

void SnapshotsPage::build()
{
    m_take->setObjectName(QStringLiteral("takeSnapshot"));
    m_label->setObjectName(QStringLiteral("snapshotLabel"));
    m_list->setObjectName(QStringLiteral("snapshots"));
    m_first->setObjectName(QStringLiteral("compareFirst"));
    m_second->setObjectName(QStringLiteral("compareSecond"));
    m_address->setObjectName(QStringLiteral("compareAddress"));
    m_kind->setObjectName(QStringLiteral("compareKind"));
    m_compare->setObjectName(QStringLiteral("compare"));
    m_tree->setObjectName(QStringLiteral("differences"));
    m_notes->setObjectName(QStringLiteral("comparisonNotes"));
    m_notice->setObjectName(QStringLiteral("snapshotNotice"));
    m_take->setIcon(symbol(QLatin1String("save")));
    m_import->setIcon(symbol(QLatin1String("import")));
    m_export->setIcon(symbol(QLatin1String("export")));
    m_remove->setIcon(symbol(QLatin1String("trash")));
    m_save->setIcon(symbol(QLatin1String("save")));
    m_notice->hide();
    m_notice->setClosable(true);
    m_progress->hide();
    m_address->hide();
    m_list->setSource(m_shelf);
    m_list->setNumberColumns({SnapshotShelf::Objects, SnapshotShelf::Size});
    m_list->setExportName(QStringLiteral("snmp-snapshots"));
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setMinimumHeight(kLeastList);

    auto *line = new QHBoxLayout;
    line->setContentsMargins(Space::M, Space::S, Space::M, Space::S);
    line->setSpacing(Space::S);
    line->addWidget(m_take);
    line->addWidget(m_label, 1);
    for (QToolButton *each : {m_import, m_export, m_remove})
        line->addWidget(each);
    auto *below = new QWidget;
    buildResult(below);
    m_halves->addWidget(m_list);
    m_halves->addWidget(below);
    m_halves->setChildrenCollapsible(false);
    m_halves->setStretchFactor(0, 0);
    m_halves->setStretchFactor(1, 1);
    m_halves->setSizes({kUsualList, 10'000});
    m_halves->setHandleWidth(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(line);
    column->addWidget(m_notice);
    column->addWidget(m_halves, 1);
    column->addWidget(m_progress);
    setFocusProxy(m_list);
}

void SnapshotsPage::buildResult(QWidget *into)
{
    for (QComboBox *each : {m_first, m_second}) {
        each->setMinimumWidth(kLeastChoice);
        each->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        each->setMinimumContentsLength(18);
    }
    m_address->setMinimumWidth(kLeastChoice);
    auto *choices = new FlowLayout(Space::S);
    choices->setContentsMargins(Space::M, Space::S, Space::M, Space::S);
    for (QWidget *each :
         std::initializer_list<QWidget *>{m_first, m_with, m_second, m_address, m_kind, m_compare})
        choices->addWidget(each);
    auto *kinds = new FlowLayout(Space::S);
    for (QToolButton *&each : m_kinds) {
        each = new QToolButton;
        each->setCheckable(true);
        each->setToolButtonStyle(Qt::ToolButtonTextOnly);
        kinds->addWidget(each);
    }
    auto *filterLine = new QHBoxLayout;
    filterLine->setSpacing(Space::S);
    filterLine->addWidget(m_filter, 1);
    filterLine->addWidget(m_save, 0, Qt::AlignTop);
    auto *narrow = new QVBoxLayout(m_narrow);
    narrow->setContentsMargins(Space::M, 0, Space::M, Space::S);
    narrow->setSpacing(Space::S);
    narrow->addLayout(kinds);
    narrow->addLayout(filterLine);
    m_narrow->hide();
    m_notes->setWordWrap(true);
    m_notes->setTextFormat(Qt::PlainText);
    m_notes->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_notes->setContentsMargins(Space::M, 0, Space::M, Space::S);
    m_notes->hide();
    m_hint->setWordWrap(true);
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setProperty("quiet", true);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setMargin(Space::XL);
    m_tree->setModel(m_result);
    m_tree->setUniformRowHeights(true);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->setSelectionMode(QAbstractItemView::SingleSelection);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_stack->setMinimumHeight(kLeastTree);
    m_stack->addWidget(m_hint);
    m_stack->addWidget(m_tree);
    auto *column = new QVBoxLayout(into);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(choices);
    column->addWidget(m_notes);
    column->addWidget(m_narrow);
    column->addWidget(m_stack, 1);
}

void SnapshotsPage::wire()
{
    connect(m_take, &QPushButton::clicked, this, &SnapshotsPage::take);
    connect(m_label, &QLineEdit::returnPressed, this, &SnapshotsPage::take);
    connect(m_import, &QToolButton::clicked, this, &SnapshotsPage::importFiles);
    connect(m_export, &QToolButton::clicked, this, &SnapshotsPage::exportSnapshot);
    connect(m_remove, &QToolButton::clicked, this, &SnapshotsPage::removeSnapshot);
    connect(m_compare, &QPushButton::clicked, this, &SnapshotsPage::compare);
    connect(m_address, &QLineEdit::returnPressed, this, &SnapshotsPage::compare);
    connect(m_save, &QToolButton::clicked, this, &SnapshotsPage::saveResult);
    connect(m_progress, &WorkProgress::cancelClicked, this, &SnapshotsPage::cancel);
    connect(m_second, &QComboBox::currentIndexChanged, this, &SnapshotsPage::showState);
    connect(m_first, &QComboBox::currentIndexChanged, this, &SnapshotsPage::showState);
    connect(m_list, &QWidget::customContextMenuRequested, this, &SnapshotsPage::showListMenu);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        if (const int at = m_first->findData(chosen()); at >= 0 && !chosen().isEmpty())
            m_first->setCurrentIndex(at);
        showState();
    });
    connect(m_shelf, &SnapshotShelf::refreshed, this, [this] {
        fillChoices();
        const int row = m_list->viewRow(m_shelf->rowOf(m_wanted));
        if (row >= 0) {
            m_wanted.clear();
            m_list->selectRow(row);
        }
        showState();
    });
    connect(m_shelf, &SnapshotShelf::failed, this, &SnapshotsPage::complain);
    connect(m_shelf, &SnapshotShelf::taken, this, [this](const QString &path) { m_wanted = path; });
    connect(m_shelf, &SnapshotShelf::copied, this, [this](const QString &file) {
        m_notice->show(NoticeBar::Severity::Info, tr("The snapshot was written to %1.").arg(file),
                       {}, {});
    });
    for (std::size_t i = 0; i < m_kinds.size(); ++i) {
        const bool isNoise = i == kOrder.size();
        m_kinds[i]->setChecked(!isNoise && m_result->isKindShown(kOrder[i]));
        connect(m_kinds[i], &QToolButton::toggled, this, [this, i, isNoise](bool on) {
            if (isNoise)
                m_result->setNoiseShown(on);
            else
                m_result->setKindShown(kOrder[i], on);
            showFound();
        });
    }
    connect(m_filter, &FilterBar::filterChanged, this, [this] {
        m_result->setFilter(m_filter->filter());
        showFound();
    });
    connect(m_filter, &FilterBar::left, m_tree, qOverload<>(&QWidget::setFocus));
    connect(m_filter, &FilterBar::entered, m_tree, qOverload<>(&QWidget::setFocus));
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (const auto oid = resultOid())
            Q_EMIT objectChosen(*oid);
    });
    connect(m_tree, &QTreeView::doubleClicked, this, [this] {
        if (const auto oid = resultOid())
            Q_EMIT objectActivated(*oid);
    });
    connect(m_tree, &QWidget::customContextMenuRequested, this, &SnapshotsPage::showResultMenu);
}

void SnapshotsPage::setSnapshot(std::shared_ptr<const Snmp::Smi::Snapshot> modules)
{
    m_modules = std::move(modules);
    if (const auto outcome = m_result->outcome()) {
        m_result->setOutcome(outcome, m_modules);
        showFound();
    }
}

void SnapshotsPage::setTarget(const std::optional<Snmp::AgentTarget> &target)
{
    m_target = target;
    fillChoices();
}

void SnapshotsPage::setConnected(bool connected)
{
    m_isConnected = connected;
    showState();
}

std::unique_ptr<Snmp::Agent> SnapshotsPage::makeAgent(const Snmp::AgentTarget &target,
                                                      Snmp::Credentials credentials) const
{
    // Another device is not behind the host that leads to this one.
    const bool isOwn = m_target && target.host == m_target->host && target.port == m_target->port;
    return std::make_unique<Snmp::Agent>(m_station, target, std::move(credentials),
                                         isOwn ? m_dialer() : nullptr);
}

void SnapshotsPage::take()
{
    if (!m_isConnected || !m_target || isRunning())
        return;
    m_notice->hide();
    m_recorder = std::make_unique<Snmp::AgentRecorder>(makeAgent(*m_target, m_credentials()),
                                                       m_wanted = m_shelf->freshPath(),
                                                       m_label->text().trimmed());
    m_progress->begin(WorkProgress::Unit::Items);
    m_progress->setStep(tr("Reading everything that the agent has"));
    connect(m_recorder.get(), &Snmp::AgentRecorder::progressed, m_progress,
            [this](quint64 objects) { m_progress->setDone(objects, 0); });
    connect(m_recorder.get(), &Snmp::AgentRecorder::finished, this, &SnapshotsPage::taken);
    m_recorder->start();
    showState();
}

void SnapshotsPage::taken(const Result<Snmp::RecordingFacts> &result)
{
    // Not from inside its signal.
    m_recorder.release()->deleteLater();
    m_progress->end();
    if (!result) {
        m_wanted.clear();
        if (result.error().kind != Error::Kind::Cancelled)
            complain(result.error());
    } else {
        m_label->clear();
        const QString sentence = tr("%n object(s) of the agent were kept.", nullptr,
                                    static_cast<int>(result->varbinds.value_or(0)));
        if (!result->isComplete)
            m_notice->show(NoticeBar::Severity::Warning,
                           tr("The agent was not read to the end: %1").arg(result->problem), {},
                           {});
        Q_EMIT told(sentence);
        m_shelf->refresh();
    }
    showState();
}

void SnapshotsPage::cancel()
{
    if (m_recorder)
        m_recorder->cancel();
    if (m_job) {
        m_job.release()->deleteLater();
        m_progress->end();
    }
    showState();
}

void SnapshotsPage::fillChoices()
{
    const QVariant first = m_first->currentData();
    const QVariant second = m_second->currentData();
    const bool hadAny = m_first->count() > 1;
    const QSignalBlocker quiet(m_first);
    const QSignalBlocker quietToo(m_second);
    m_first->clear();
    m_second->clear();
    const QString now = m_target ? tr("%1, now").arg(m_target->display()) : tr("The agent, now");
    m_second->addItem(now, kNow);
    m_second->addItem(tr("This agent, another credential…"), kCredential);
    m_second->addItem(tr("Another agent…"), kOtherAgent);
    const QLocale locale;
    for (const SnapshotShelf::Entry &each : m_shelf->entries()) {
        const QString text =
            each.name() + QStringLiteral("  ·  ") +
            locale.toString(each.facts.began.toLocalTime(), QStringLiteral("yyyy-MM-dd HH:mm:ss"));
        m_first->addItem(text, each.path);
        m_second->addItem(text, each.path);
    }
    m_first->addItem(now, kNow);
    m_first->setCurrentIndex(std::max(0, hadAny ? m_first->findData(first) : 0));
    m_second->setCurrentIndex(std::max(0, m_second->findData(second)));
    showState();
}

void SnapshotsPage::compare()
{
    if (isRunning() || !m_compare->isEnabled())
        return;
    m_notice->hide();
    ComparisonJob::Side first;
    const QString chosenSide = m_first->currentData().toString();
    if (chosenSide == kNow)
        first.agent = makeAgent(*m_target, m_credentials());
    else
        first.path = chosenSide;
    askSecond(std::move(first));
}

void SnapshotsPage::askSecond(ComparisonJob::Side first)
{
    const QString chosenSide = m_second->currentData().toString();
    ComparisonJob::Side second;
    if (!chosenSide.startsWith(QLatin1Char(':'))) {
        second.path = chosenSide;
        start(std::move(first), std::move(second));
        return;
    }
    if (chosenSide == kNow) {
        second.agent = makeAgent(*m_target, m_credentials());
        start(std::move(first), std::move(second));
        return;
    }
    Snmp::AgentTarget target = m_target.value_or(Snmp::AgentTarget{});
    if (chosenSide == kOtherAgent) {
        const auto parsed = parseAddress(m_address->text(), QStringLiteral("snmp"));
        const auto meaning =
            parsed ? Snmp::agentAddress(parsed->address) : tl::unexpected(parsed.error());
        if (!meaning) {
            complain(meaning.error());
            return;
        }
        target = meaning->target;
        if (target.version != Snmp::Version::V3) {
            // The community of this agent, where the address names none; it does not stay in the
            // field.
            Snmp::Credentials credentials;
            credentials.community = meaning->community.isEmpty()
                                        ? std::move(m_credentials().community)
                                        : meaning->community.copy();
            if (!meaning->community.isEmpty())
                m_address->setText(Snmp::addressOf(target).toString());
            if (credentials.community.isEmpty())
                credentials.community = Secret("public");
            second.agent = makeAgent(target, std::move(credentials));
            start(std::move(first), std::move(second));
            return;
        }
    }
    auto *dialog = new AgentDialog(target, AgentDialog::Reason::Compared, false, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    // A signal's connection is copied; the side is not.
    const auto kept = std::make_shared<ComparisonJob::Side>(std::move(first));
    connect(dialog, &QDialog::accepted, this, [this, dialog, kept] {
        ComparisonJob::Side asked;
        asked.agent = makeAgent(dialog->target(), dialog->takeCredentials());
        start(std::move(*kept), std::move(asked));
    });
    dialog->open();
}

void SnapshotsPage::start(ComparisonJob::Side first, ComparisonJob::Side second)
{
    if (isRunning())
        return;
    const bool isAsking = first.agent || second.agent;
    std::array<ComparisonJob::Side, 2> sides{std::move(first), std::move(second)};
    m_job = std::make_unique<ComparisonJob>(
        m_kind->currentData().toInt() == 0 ? JobKind::Differences : JobKind::Views,
        std::move(sides), m_modules);
    m_progress->begin(WorkProgress::Unit::Items);
    m_progress->setStep(isAsking ? tr("Reading everything that the agent has") : tr("Comparing"));
    connect(m_job.get(), &ComparisonJob::progressed, this,
            [this](bool isComparing, quint64 objects) {
                if (isComparing)
                    m_progress->setStep(tr("Comparing"));
                m_progress->setDone(objects, 0);
            });
    connect(m_job.get(), &ComparisonJob::finished, this, &SnapshotsPage::found);
    showState();
}

// When there is something to see for the first time; from then on the person moves columns.
void SnapshotsPage::shareWidth()
{
    const int width = m_stack->width() - 2 * Space::XL; // the scroll bar comes with the rows
    QHeaderView *header = m_tree->header();
    header->resizeSection(ComparisonModel::Object, width * kObjectShare / 100);
    header->resizeSection(ComparisonModel::What, width * kWhatShare / 100);
    header->resizeSection(ComparisonModel::Before, width * kBeforeShare / 100);
}

void SnapshotsPage::found(const Result<ComparisonJob::OutcomePtr> &result)
{
    m_job.release()->deleteLater();
    m_progress->end();
    if (!result) {
        complain(result.error());
    } else {
        const bool isFirst = !m_result->outcome();
        m_result->setOutcome(*result, m_modules);
        showFound();
        if (isFirst)
            shareWidth();
    }
    showState();
}

void SnapshotsPage::showFound()
{
    const auto outcome = m_result->outcome();
    m_narrow->setVisible(outcome != nullptr);
    m_notes->setVisible(outcome != nullptr);
    m_stack->setCurrentWidget(outcome ? static_cast<QWidget *>(m_tree) : m_hint);
    if (!outcome)
        return;
    const bool isViews = outcome->kind == JobKind::Views;
    QStringList notes;
    if (isViews) {
        for (std::size_t i = 0; i < 2; ++i) {
            const QString who = outcome->facts[i].title();
            const QString why = Snmp::textOf(outcome->views.reasons[i], *m_modules);
            const QString line = i == 0 ? tr("First: %1").arg(who) : tr("Second: %1").arg(who);
            notes << (why.isEmpty() ? line : QString(line + QStringLiteral(" — ") + why));
        }
        if (!outcome->views.isDifferent())
            notes << tr("Both see the same.");
        else if (!outcome->views.hasVacm)
            notes << tr("Neither of them may read the agent's access control (VACM), so why is "
                        "not known.");
    } else {
        notes << tr("%1 → %2").arg(outcome->facts[0].title(), outcome->facts[1].title());
        if (!outcome->summary.isDifferent())
            notes << tr("Nothing has changed but counters, clocks and noise.");
        notes << Snmp::notesOf(outcome->summary);
        if (outcome->omitted > 0)
            notes << tr("%n difference(s) are counted and not shown.", nullptr,
                        static_cast<int>(outcome->omitted));
    }
    for (const Snmp::RecordingFacts &each : outcome->facts) {
        if (!each.isComplete)
            notes << tr("%1 was not read to the end: %2").arg(each.title(), each.problem);
    }
    m_notes->setText(notes.join(QLatin1Char('\n')));
    for (std::size_t i = 0; i < m_kinds.size(); ++i) {
        m_kinds[i]->setVisible(!isViews);
        const bool isNoise = i == kOrder.size();
        m_kinds[i]->setText(
            isNoise ? withCount(tr("Noise"), outcome->summary.noise)
                    : withCount(Snmp::kindText(kOrder[i]), outcome->summary.of(kOrder[i])));
    }
    m_filter->setCount(
        m_filter->filter().isEmpty() ? -1 : m_result->rowCount(),
        static_cast<qsizetype>(isViews ? m_result->rowCount() : int(outcome->found.size())));
    if (isViews || m_result->rowCount() <= kMostExpanded)
        m_tree->expandAll();
}

void SnapshotsPage::showState()
{
    const bool isFree = !isRunning();
    const bool hasOne = !chosen().isEmpty();
    m_take->setEnabled(isFree && m_isConnected);
    m_label->setEnabled(isFree && m_isConnected);
    m_export->setEnabled(hasOne);
    m_remove->setEnabled(hasOne);
    const QString first = m_first->currentData().toString();
    const QString second = m_second->currentData().toString();
    m_address->setVisible(second == kOtherAgent);
    const bool asksThis = first == kNow || second == kNow || second == kCredential;
    m_compare->setEnabled(isFree && !first.isEmpty() && !second.isEmpty() &&
                          (!asksThis || (m_isConnected && m_target)) && first != second &&
                          m_modules);
}

QString SnapshotsPage::chosen() const
{
    const QModelIndex now = m_list->currentIndex();
    const int row = now.isValid() ? m_list->sourceRow(now.row()) : -1;
    return row < 0 || row >= m_shelf->entries().size() ? QString() : m_shelf->entries()[row].path;
}

std::optional<Oid> SnapshotsPage::resultOid() const
{
    const QModelIndex now = m_tree->currentIndex();
    const auto oid = Oid::parse(now.data(ComparisonModel::OidRole).toString());
    return oid ? std::optional(*oid) : std::nullopt;
}

void SnapshotsPage::showListMenu(const QPoint &at)
{
    if (chosen().isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *now = menu->addAction(symbol(QLatin1String("split-right")),
                                   tr("Compare with the agent, now"), this, [this] {
                                       m_second->setCurrentIndex(m_second->findData(kNow));
                                       m_kind->setCurrentIndex(0);
                                       compare();
                                   });
    now->setEnabled(m_isConnected && !isRunning());
    menu->addAction(symbol(QLatin1String("export")), tr("Export…"), this,
                    &SnapshotsPage::exportSnapshot);
    menu->addSeparator();
    menu->addAction(symbol(QLatin1String("trash")), tr("Delete…"), this,
                    &SnapshotsPage::removeSnapshot);
    menu->popup(m_list->viewport()->mapToGlobal(at));
}

void SnapshotsPage::showResultMenu(const QPoint &at)
{
    const auto oid = resultOid();
    if (!oid)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    Q_EMIT menuWanted(menu, *oid);
    menu->popup(m_tree->viewport()->mapToGlobal(at));
}

void SnapshotsPage::importFiles()
{
    auto *dialog = new QFileDialog(this, tr("Import recordings of agents"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList &files) {
        m_notice->hide();
        for (const QString &each : files)
            m_shelf->takeFrom(each);
    });
    dialog->open();
}

void SnapshotsPage::exportSnapshot()
{
    const int row = m_shelf->rowOf(chosen());
    if (row < 0)
        return;
    const SnapshotShelf::Entry &entry = m_shelf->entries()[row];
    QString name = entry.name() + QLatin1Char('-') +
                   entry.facts.began.toLocalTime().toString(QStringLiteral("yyyyMMdd-HHmmss"));
    for (QChar &each : name) {
        if (!each.isLetterOrNumber() && each != QLatin1Char('-') && each != QLatin1Char('_'))
            each = QLatin1Char('-');
    }
    auto *dialog = new QFileDialog(this, tr("Export the snapshot"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("snmprec"));
    dialog->selectFile(name + QStringLiteral(".snmprec"));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, path = entry.path](const QString &file) { m_shelf->copyTo(path, file); });
    dialog->open();
}

void SnapshotsPage::removeSnapshot()
{
    const int row = m_shelf->rowOf(chosen());
    if (row < 0)
        return;
    const QString path = m_shelf->entries()[row].path;
    confirm(
        this, tr("Delete the snapshot?"),
        tr("%1 is deleted from the disk.").arg(m_shelf->entries()[row].facts.title()), tr("Delete"),
        [this, path] { m_shelf->remove(path); }, ConfirmDialog::Risk::Lasting);
}

void SnapshotsPage::saveResult()
{
    const bool isViews = m_result->outcome() && m_result->outcome()->kind == JobKind::Views;
    saveFile(
        this, tr("Save the comparison"),
        isViews ? QStringLiteral("snmp-views.csv") : QStringLiteral("snmp-differences.csv"),
        QStringLiteral("CSV (*.csv);;TSV (*.tsv);;JSON (*.json)"),
        [exporter = m_result->exporter()](const QString &path) {
            return exporter(QFileInfo(path).suffix().toLower());
        },
        [this](const Result<QString> &done) {
            if (done)
                m_notice->show(NoticeBar::Severity::Info,
                               tr("The comparison was written to %1.").arg(*done), {}, {});
            else
                complain(done.error());
        });
}

void SnapshotsPage::exportTo(const QString &path)
{
    writeFile(path, m_result->exporter()(QFileInfo(path).suffix().toLower()), this,
              [this](const Result<QString> &done) {
                  if (!done)
                      complain(done.error());
              });
}

void SnapshotsPage::complain(const Error &error)
{
    m_notice->show(NoticeBar::Severity::Error, error.what, error.detail, {});
    Q_EMIT failed(error);
}

void SnapshotsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void SnapshotsPage::retranslate()
{
    m_take->setText(tr("Take a snapshot"));
    m_label->setPlaceholderText(tr("Name, such as “before the upgrade” (optional)"));
    m_label->setAccessibleName(tr("Name of the snapshot"));
    const auto name = [](QToolButton *button, const QString &words) {
        button->setToolTip(words);
        button->setAccessibleName(words);
    };
    name(m_import, tr("Import a snapshot, a recording of a replay agent, or text of snmpwalk -On"));
    name(m_export, tr("Export the snapshot as a file"));
    name(m_remove, tr("Delete the snapshot"));
    name(m_save, tr("Save the comparison as CSV, TSV or JSON"));
    m_list->setAccessibleName(tr("Snapshots"));
    m_list->setEmptyText(tr("No snapshot yet."));
    m_first->setAccessibleName(tr("What is compared"));
    m_with->setText(tr("with"));
    m_second->setAccessibleName(tr("What it is compared with"));
    m_address->setPlaceholderText(QStringLiteral("snmp://host"));
    m_address->setAccessibleName(tr("Address of the other agent"));
    const int kind = std::max(0, m_kind->currentIndex());
    m_kind->clear();
    m_kind->addItem(tr("What changed"), 0);
    m_kind->addItem(tr("What each may see"), 1);
    m_kind->setCurrentIndex(kind);
    m_kind->setAccessibleName(tr("What is looked at"));
    m_compare->setText(tr("Compare"));
    m_filter->setPlaceholder(tr("Find a name or a value"));
    m_tree->setAccessibleName(tr("Differences"));
    m_hint->setText(tr("Take a snapshot now and another one later: what changed stands here, with "
                       "counters and noise set apart. With another credential you see which parts "
                       "of the tree each of them may read."));
    fillChoices();
    showFound();
}

} // namespace Portolan::Ui
