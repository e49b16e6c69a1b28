// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/snmp/portspage.h"

#include "ui/snmp/portsmodel.h"
#include "ui/snmp/porttiles.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/savefile.h"
#include "ui/widgets/scrolling.h"
#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/workprogress.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Portolan::Ui {

namespace {

using Snmp::Oid;
using Snmp::PortState;

constexpr int kIntervals[] = {0, 5, 10, 30, 60, 300};
constexpr int kUsualInterval = 10;
constexpr int kMostTilesHeight = 150;

Oid cell(const Oid &entry, std::uint32_t column, std::uint32_t ifIndex)
{
    return entry.child(column).child(ifIndex);
}

} // namespace

PortsPage::PortsPage(AgentCalls &calls, QWidget *parent)
    : QWidget(parent)
    , m_calls(calls)
    , m_model(new PortsModel(this))
    , m_stack(new QStackedWidget)
    , m_empty(new QLabel)
    , m_title(new QLabel)
    , m_filter(new FilterBar)
    , m_refresh(new QToolButton)
    , m_every(new QComboBox)
    , m_all(new QToolButton)
    , m_save(new QToolButton)
    , m_notice(new NoticeBar)
    , m_gaps(new QLabel)
    , m_tiles(new PortTiles)
    , m_front(scrolling(m_tiles))
    , m_table(new DataTable)
    , m_progress(new WorkProgress)
    , m_status(new QLabel)
{
    m_table->setObjectName(QStringLiteral("portTable"));
    m_refresh->setObjectName(QStringLiteral("readPorts"));
    m_every->setObjectName(QStringLiteral("portsEvery"));
    m_all->setObjectName(QStringLiteral("allInterfaces"));
    m_gaps->setObjectName(QStringLiteral("portGaps"));
    m_refresh->setIcon(symbol(QLatin1String("reload")));
    m_all->setIcon(symbol(QLatin1String("details")));
    m_all->setCheckable(true);
    m_save->setIcon(symbol(QLatin1String("save")));
    for (const int seconds : kIntervals)
        m_every->addItem(QString(), seconds);
    m_every->setCurrentIndex(m_every->findData(kUsualInterval));
    m_title->setTextFormat(Qt::PlainText);
    m_title->setProperty("strong", true);
    m_notice->hide();
    m_notice->setClosable(true);
    m_progress->hide();
    for (QLabel *label : {m_gaps, m_status, m_empty}) {
        label->setProperty("quiet", true);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_gaps->setContentsMargins(Space::M, 0, Space::M, Space::S);
    m_status->setContentsMargins(Space::M, Space::S, Space::M, Space::S);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setMargin(Space::XL);
    m_table->setSource(m_model);
    m_table->setExportName(QStringLiteral("ports"));
    m_table->setNumberColumns({PortsModel::In, PortsModel::Out, PortsModel::Load,
                               PortsModel::Errors, PortsModel::Discards});
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);

    auto *head = new QHBoxLayout;
    head->setSpacing(Space::S);
    head->addWidget(m_title, 1);
    for (QWidget *one : std::initializer_list<QWidget *>{m_refresh, m_every, m_all, m_save})
        head->addWidget(one);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(Space::M, Space::S, Space::M, Space::S);
    top->setSpacing(Space::S);
    top->addLayout(head);
    top->addWidget(m_filter);
    m_front->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_front->installEventFilter(this);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_notice);
    column->addWidget(m_front);
    column->addWidget(m_gaps);
    column->addWidget(m_table, 1);
    column->addWidget(m_progress);
    column->addWidget(m_status);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(content);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_stack);
    setFocusProxy(m_table);

    connect(&m_calls, &AgentCalls::agentChanged, this, &PortsPage::makeReader);
    connect(&m_poller, &Snmp::Poller::due, this, &PortsPage::refresh);
    connect(m_refresh, &QToolButton::clicked, this, &PortsPage::readAll);
    connect(m_every, &QComboBox::currentIndexChanged, this, &PortsPage::showInterval);
    connect(m_all, &QToolButton::toggled, this, &PortsPage::showView);
    connect(m_save, &QToolButton::clicked, this, &PortsPage::saveAs);
    connect(m_filter, &FilterBar::filterChanged, this,
            [this] { m_table->setFilter(m_filter->filter(), -1); });
    connect(m_filter, &FilterBar::left, m_table, qOverload<>(&QWidget::setFocus));
    connect(m_table, &DataTable::countChanged, this, &PortsPage::showState);
    connect(m_progress, &WorkProgress::cancelClicked, this, &PortsPage::cancel);
    connect(m_tiles, &PortTiles::chosen, this, [this](quint32 port) { choose(port, true); });
    connect(m_tiles, &PortTiles::activated, this, &PortsPage::draw);
    connect(m_table, &QWidget::customContextMenuRequested, this, &PortsPage::showMenu);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &at) {
        if (const auto *port = m_model->port(m_table->sourceRow(at.row())))
            draw(port->ifIndex);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &at) {
                if (const auto *port = m_model->port(m_table->sourceRow(at.row())))
                    choose(port->ifIndex, false);
            });
    retranslate();
}

PortsPage::~PortsPage()
{
    // Its agent may go with the next line of whoever owns both.
    m_reader.reset();
}

const Snmp::PortView &PortsPage::view() const
{
    static const Snmp::PortView none;
    return m_reader ? m_reader->view() : none;
}

void PortsPage::makeReader()
{
    m_poller.stop();
    m_progress->end();
    // Not with the agent as its parent: it is asked for its end before that.
    m_reader.reset();
    if (Snmp::Agent *const agent = m_calls.agent()) {
        m_reader = std::make_unique<Snmp::PortReader>(*agent);
        connect(m_reader.get(), &Snmp::PortReader::read, this, [this](quint64 varbinds) {
            if (m_progress->isRunning())
                m_progress->setDone(varbinds, 0);
        });
        connect(m_reader.get(), &Snmp::PortReader::finished, this, [this] {
            m_progress->end();
            m_notice->hide();
            m_poller.done(Snmp::Poller::Outcome::Answered);
            showView();
            showInterval();
            Q_EMIT runningChanged();
            Q_EMIT refreshed();
        });
        connect(m_reader.get(), &Snmp::PortReader::failed, this, [this](const Error &error) {
            m_progress->end();
            m_poller.done(Snmp::Poller::outcomeOf(error));
            m_notice->show(view().ports.empty() ? NoticeBar::Severity::Error
                                                : NoticeBar::Severity::Warning,
                           error.what, error.detail, {});
            showState();
            Q_EMIT runningChanged();
            Q_EMIT refreshed();
        });
    }
    showState();
}

void PortsPage::setConnected(bool connected)
{
    m_isConnected = connected;
    if (connected && isVisible() && view().ports.empty())
        readAll();
    showInterval();
    showState();
}

void PortsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isConnected && m_reader && !m_reader->isRunning() && view().ports.empty())
        readAll();
    showInterval();
}

// Nobody looks at it: nothing is asked.
void PortsPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    showInterval();
}

void PortsPage::showInterval()
{
    const int seconds = m_every->currentData().toInt();
    if (seconds > 0 && m_isConnected && isVisible() && m_reader && !view().ports.empty())
        m_poller.start(m_calls.agentKey(), std::chrono::seconds(seconds),
                       Snmp::Poller::First::InTurn);
    else
        m_poller.stop();
}

void PortsPage::readAll()
{
    if (!m_reader || !m_isConnected || m_reader->isRunning())
        return;
    m_stack->setCurrentIndex(1);
    m_progress->begin(WorkProgress::Unit::Items);
    m_progress->setStep(tr("Reading what the device says of its ports"));
    Q_UNUSED(m_poller.beginNow())
    m_reader->readAll();
    showState();
    Q_EMIT runningChanged();
}

void PortsPage::refresh()
{
    if (!m_reader || !m_isConnected || m_reader->isRunning()) {
        m_poller.done(Snmp::Poller::Outcome::Failed);
        return;
    }
    m_reader->refresh();
}

void PortsPage::cancel()
{
    if (!isRunning())
        return;
    m_reader->cancel();
    m_progress->end();
    m_poller.done(Snmp::Poller::Outcome::Failed);
    showState();
    Q_EMIT runningChanged();
}

void PortsPage::showView()
{
    const Snmp::PortView &ports = view();
    m_tiles->setView(ports);
    placeTiles();
    m_model->setView(ports, m_all->isChecked());
    if (!ports.ports.empty() && std::exchange(m_isFresh, false)) {
        for (const int column : {PortsModel::Discards, PortsModel::Load, PortsModel::Power}) {
            bool any = false;
            for (int row = 0; row < m_model->rowCount(); ++row)
                any = any || !m_model->index(row, column).data().toString().isEmpty();
            m_table->setColumnHidden(column, !any && column == PortsModel::Power);
        }
        m_table->fitColumns();
    }
    showState();
}

// As high as the tiles need at this width, up to a few rows of them.
void PortsPage::placeTiles()
{
    const int height = m_tiles->heightForWidth(m_front->width());
    m_front->setFixedHeight(std::min(height, kMostTilesHeight));
    m_front->setVerticalScrollBarPolicy(height > kMostTilesHeight ? Qt::ScrollBarAsNeeded
                                                                  : Qt::ScrollBarAlwaysOff);
    m_front->setVisible(height > 0);
}

bool PortsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_front && event->type() == QEvent::Resize)
        placeTiles();
    return QWidget::eventFilter(watched, event);
}

void PortsPage::showState()
{
    const Snmp::PortView &ports = view();
    const bool isReading = m_progress->isRunning();
    m_stack->setCurrentIndex(ports.ports.empty() && !isReading && m_notice->isHidden() ? 0 : 1);
    m_refresh->setEnabled(m_isConnected && m_reader && !isRunning());
    m_save->setEnabled(!ports.ports.empty());
    m_title->setText(ports.system.isEmpty() ? tr("Ports") : tr("Ports of %1").arg(ports.system));
    m_gaps->setText(ports.gaps.join(QLatin1Char(' ')));
    m_gaps->setVisible(!ports.gaps.isEmpty());
    m_filter->setCount(m_filter->filter().isEmpty() ? -1 : m_table->shownRows(),
                       m_table->allRows());
    const QLocale locale;
    QStringList parts;
    if (!ports.ports.empty()) {
        int physical = 0;
        qsizetype addresses = 0;
        for (const Snmp::SwitchPort &port : ports.ports) {
            physical += port.isPhysical ? 1 : 0;
            addresses += static_cast<qsizetype>(port.macs.size());
        }
        parts +=
            tr("%1 of %2 ports are up")
                .arg(locale.toString(ports.count(PortState::Up, true)), locale.toString(physical));
        if (const int off = ports.count(PortState::Disabled, true); off > 0)
            parts += tr("%1 switched off").arg(locale.toString(off));
        if (addresses > 0)
            parts += tr("%1 addresses").arg(locale.toString(addresses));
        if (!ports.elsewhere.empty())
            parts += tr("%1 addresses at no port of the list")
                         .arg(locale.toString(static_cast<qsizetype>(ports.elsewhere.size())));
        if (m_model->hidden() > 0)
            parts += tr("%1 interfaces that are no ports").arg(locale.toString(m_model->hidden()));
    }
    const auto facts = m_poller.facts();
    if (facts.took)
        parts += tr("read in %1 ms").arg(locale.toString(qlonglong(facts.took->count())));
    if (facts.skipped > 0)
        parts += tr("%1 turns skipped, because the agent is slow")
                     .arg(locale.toString(qulonglong(facts.skipped)));
    if (const auto rest = m_poller.rest(); rest.count() > 0)
        parts += tr("not asked for %1 s, because it does not answer")
                     .arg(locale.toString(qlonglong(rest.count() / 1000)));
    m_status->setText(parts.join(QStringLiteral("  ·  ")));
    m_table->setEmptyText(isReading ? tr("The ports are being read.") : tr("There is no port."));
}

void PortsPage::choose(quint32 ifIndex, bool fromTiles)
{
    if (fromTiles) {
        const int row = m_table->viewRow(m_model->rowOf(ifIndex));
        if (row >= 0)
            m_table->selectRow(row);
    } else {
        m_tiles->setCurrent(ifIndex);
    }
    Q_EMIT portChosen(cell(Oid{1, 3, 6, 1, 2, 1, 2, 2, 1}, 2, ifIndex));
}

void PortsPage::draw(quint32 ifIndex)
{
    const auto *const port = view().find(ifIndex);
    if (!port)
        return;
    const Oid entry{1, 3, 6, 1, 2, 1, 2, 2, 1};
    const Oid high{1, 3, 6, 1, 2, 1, 31, 1, 1, 1};
    Q_EMIT graphWanted(port->hasHighCounters
                           ? std::vector<Oid>{cell(high, 6, ifIndex), cell(high, 10, ifIndex)}
                           : std::vector<Oid>{cell(entry, 10, ifIndex), cell(entry, 16, ifIndex)});
}

void PortsPage::showMenu(const QPoint &at)
{
    const auto *const port = m_model->port(m_table->sourceRow(m_table->indexAt(at).row()));
    if (!port)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(symbol(QLatin1String("chart")), tr("Draw its traffic")),
            &QAction::triggered, this, [this, ifIndex = port->ifIndex] { draw(ifIndex); });
    connect(menu->addAction(symbol(QLatin1String("copy")), tr("Copy as a table")),
            &QAction::triggered, m_table, &DataTable::copySelection);
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

void PortsPage::saveAs()
{
    saveFile(
        this, tr("Save the ports"), QStringLiteral("ports.csv"),
        QStringLiteral("CSV (*.csv);;JSON (*.json)"),
        [ports = view()](const QString &path) {
            if (!path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive))
                return Snmp::portsCsv(ports);
            QJsonArray all;
            for (const Snmp::SwitchPort &port : ports.ports)
                all += Snmp::portObject(port);
            return QJsonDocument(all).toJson();
        },
        [this](const Result<QString> &path) {
            m_notice->show(path ? NoticeBar::Severity::Info : NoticeBar::Severity::Error,
                           path ? tr("Saved: %1").arg(*path) : path.error().what, {}, {});
        });
}

void PortsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void PortsPage::retranslate()
{
    m_empty->setText(tr("The ports of a switch, with their VLANs, the addresses behind them and "
                        "who is on the other side. They are read when an agent answers."));
    m_every->setItemText(0, tr("On demand"));
    for (int i = 1; i < m_every->count(); ++i)
        m_every->setItemText(i, tr("Every %1 s").arg(m_every->itemData(i).toInt()));
    const auto word = [](QWidget *button, const QString &words) {
        button->setToolTip(words);
        button->setAccessibleName(words);
    };
    word(m_refresh, tr("Read everything again"));
    word(m_every, tr("How often states and counters are read"));
    word(m_all, tr("Show interfaces that are no ports, too"));
    word(m_save, tr("Save the ports…"));
    m_filter->setPlaceholder(tr("Name, VLAN, address or neighbor"));
    m_model->retranslate();
    m_tiles->setView(view());
    placeTiles();
    showState();
}

} // namespace Portolan::Ui
