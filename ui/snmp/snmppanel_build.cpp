// SPDX-License-Identifier: GPL-3.0-or-later
// What the panel is made of, and what its parts tell each other.
#include "ui/panel/detour.h"
#include "ui/snmp/agentcalls.h"
#include "ui/snmp/agentdiagnosispage.h"
#include "ui/snmp/agentlogin.h"
#include "ui/snmp/emptyagentpage.h"
#include "ui/snmp/graphpage.h"
#include "ui/snmp/mibpane.h"
#include "ui/snmp/modulespage.h"
#include "ui/snmp/portspage.h"
#include "ui/snmp/resultspage.h"
#include "ui/snmp/snapshotspage.h"
#include "ui/snmp/snmppanel.h"
#include "ui/snmp/snmpsettingspage.h"
#include "ui/snmp/snmpwords.h"
#include "ui/snmp/tablepage.h"
#include "ui/widgets/connectionbar.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/scrolling.h"
#include "ui/widgets/sidedrawer.h"
#include "ui/widgets/symbol.h"
#include "ui/widgets/transcriptview.h"
#include "ui/widgets/typedfield.h"
#include "ui/widgets/waitingpage.h"

#include <QApplication>
#include <QClipboard>
#include <QFrame>
#include <QMenu>
#include <QPointer>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace Portolan::Ui {

namespace {

using Snmp::Oid;
using Operation = OperationBar::Operation;

constexpr char kWidthKey[] = "snmp/drawer-width";
constexpr char kPageKey[] = "snmp/drawer-page";
constexpr int kUsualWidth = 320;
constexpr int kContentWidth = 620;
constexpr int kTreeWidth = 190;
constexpr int kUsualTree = 250;

} // namespace

void SnmpPanel::build()
{
    m_pages = new QStackedWidget;
    m_waiting = new WaitingPage;
    m_bar = new ConnectionBar;
    m_notice = new NoticeBar;
    m_notice->hide();
    m_notice->setObjectName(QStringLiteral("agentNotice"));
    m_operations = new OperationBar;
    m_columns = new QSplitter(Qt::Horizontal);
    m_mib = new MibPane;
    m_mib->setMinimumWidth(kTreeWidth);
    m_tabs = new QTabWidget;
    m_tabs->setDocumentMode(true);
    m_tabs->setObjectName(QStringLiteral("snmpTabs"));
    // Narrow tabs: all of them fit beside the tree and an open drawer.
    m_tabs->tabBar()->setProperty("compact", true);
    m_tabs->tabBar()->setExpanding(false);
    m_tabs->setElideMode(Qt::ElideNone);
    m_results = new ResultsPage(*m_calls);
    m_empty = new EmptyAgentPage;
    m_results->setEmptyPage(scrolling(m_empty));
    m_results->setMostRows(SnmpSettingsPage::mostRows(m_context.settings));
    m_table = new TablePage(*m_calls);
    m_table->setMostRows(SnmpSettingsPage::mostRows(m_context.settings));
    m_graph = new GraphPage(*m_calls);
    m_snapshots = new SnapshotsPage(
        m_station, m_context.folders.data + QStringLiteral("/snmp-snapshots"),
        [this] { return m_tried.copy(); },
        [this] { return m_detour ? m_detour->dialer() : nullptr; });
    m_ports = new PortsPage(*m_calls);
    m_tabs->addTab(m_results, QString());
    m_tabs->addTab(m_table, QString());
    m_tabs->addTab(m_graph, QString());
    m_tabs->addTab(m_ports, QString());
    m_tabs->addTab(m_snapshots, QString());
    // Traps are sent to this machine: they have a tab of their own, which is one click away.
    m_traps = new QToolButton;
    m_traps->setObjectName(QStringLiteral("openTraps"));
    m_traps->setIcon(symbol(QLatin1String("mib-notification")));
    m_traps->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_traps->setAutoRaise(true);
    m_tabs->setCornerWidget(m_traps, Qt::TopRightCorner);
    m_columns->addWidget(m_mib);
    m_columns->addWidget(m_tabs);
    m_columns->setStretchFactor(0, 0);
    m_columns->setStretchFactor(1, 1);
    m_columns->setSizes({kUsualTree, 10'000});
    m_columns->setChildrenCollapsible(false);
    m_columns->setHandleWidth(1);
    auto *hairline = new QFrame;
    hairline->setProperty("hairline", true);

    auto *main = new QWidget;
    auto *column = new QVBoxLayout(main);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_notice);
    column->addWidget(m_operations);
    column->addWidget(hairline);
    column->addWidget(m_columns, 1);
    m_drawer = new SideDrawer(main);
    m_pages->addWidget(m_drawer);
    m_pages->addWidget(m_waiting);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_pages);
    setFocusProxy(m_mib);
}

void SnmpPanel::makeDrawer()
{
    m_card = new ObjectCard;
    m_modules = new ModulesPage(*m_library, m_context.settings);
    m_transcript = new TranscriptView;
    m_diagnosis = new AgentDiagnosisPage(
        m_station, m_library, [this] { return m_tried.copy(); },
        [this] { return m_detour ? m_detour->dialer() : nullptr; });
    connect(m_diagnosis, &AgentDiagnosisPage::actionRequested, this, &SnmpPanel::act);
    m_drawer->addPage(kObject, QLatin1String("info"), m_card);
    m_drawer->addPage(kModules, QLatin1String("mib-module"), scrolling(m_modules));
    m_drawer->addPage(kExplain, QLatin1String("explain"), m_diagnosis);
    m_drawer->addPage(kTranscript, QLatin1String("transcript"), m_transcript);
    m_drawer->setDrawerWidth(m_context.settings.number(kWidthKey, kUsualWidth, 1, 4000));
    m_drawer->setContentWidth([] { return kContentWidth; });
    connect(m_drawer, &SideDrawer::widthChanged, this,
            [this](int width) { m_context.settings.set(kWidthKey, width); });
    const QString page = m_context.settings.text(kPageKey, kObject);
    if (page == kObject || page == kModules)
        m_drawer->openPage(QLatin1String(page == kObject ? kObject : kModules), false);
    connect(m_drawer, &SideDrawer::pageChanged, this, [this](const QString &id) {
        m_context.settings.set(kPageKey, id.isEmpty() ? QStringLiteral("none") : id);
        listenToMessages(id == kTranscript);
    });
}

void SnmpPanel::wire()
{
    connect(m_waiting, &WaitingPage::activated, this, &SnmpPanel::connectAgain);
    connect(m_traps, &QToolButton::clicked, this, &SnmpPanel::showTraps);
    connect(m_bar, &ConnectionBar::connectClicked, this, &SnmpPanel::connectAgain);
    connect(m_bar, &ConnectionBar::disconnectClicked, this, &SnmpPanel::disconnectNow);
    connect(m_bar, &ConnectionBar::cancelClicked, this, &SnmpPanel::disconnectNow);
    connect(m_notice, &NoticeBar::actionClicked, this, [this] {
        if (const auto action = m_noticeAction)
            action();
    });
    const auto askPerson = [this] {
        if (m_hasTarget)
            m_login->askPerson(m_target, m_profile,
                               m_state == State::Failed ? AgentDialog::Reason::Refused
                                                        : AgentDialog::Reason::Wanted);
    };
    connect(m_notice, &NoticeBar::secondActionClicked, this, askPerson);
    connect(m_operations, &OperationBar::credentialWanted, this, askPerson);
    connect(m_operations->agentMenu(), &QMenu::aboutToShow, this,
            [this] { fillAgentMenu(*m_operations->agentMenu()); });
    connect(m_operations, &OperationBar::runWanted, this, &SnmpPanel::runTyped);
    connect(m_operations, &OperationBar::cancelWanted, this, [this] {
        m_results->cancel();
        m_table->cancel();
    });
    connect(m_login, &AgentLogin::ready, this, [this] {
        m_results->cancel();
        m_table->cancel();
        begin();
    });
    connect(m_login, &AgentLogin::cancelled, this, [this] {
        // The dialog was opened over what works: that stays.
        if (m_state != State::Connecting)
            return;
        onFailed({Error::Kind::Cancelled, tr("No password was given."), {}, 0});
    });
    connect(m_login, &AgentLogin::told, this, [this](const QString &sentence) {
        m_profile = m_login->profile();
        tell(Event::Severity::Info, sentence);
    });
    connect(m_transcript, &TranscriptView::saveFailed, this,
            [this](const Error &error) { tell(Event::Severity::Error, error.what); });
    connect(m_library.get(), &Snmp::MibLibrary::changed, this, &SnmpPanel::onLibrary);
    const auto showLoading = [this] {
        m_mib->setLoading(m_library->isLoading(), m_library->done(), m_library->total());
    };
    connect(m_library.get(), &Snmp::MibLibrary::loadingChanged, this, showLoading);
    // After everything that shows the modules has them.
    connect(m_library.get(), &Snmp::MibLibrary::loadingChanged, this, &SnmpPanel::askForWanted,
            Qt::QueuedConnection);
    showLoading();
    const auto showRunning = [this] {
        m_operations->setRunning(m_results->isRunning() || m_table->isRunning());
    };
    connect(m_results, &ResultsPage::runningChanged, this, showRunning);
    connect(m_table, &TablePage::runningChanged, this, showRunning);
    connect(&m_context.settings, &Settings::changed, this, [this](const QString &key) {
        if (key != QLatin1String(SnmpSettingsPage::kRowsKey))
            return;
        m_results->setMostRows(SnmpSettingsPage::mostRows(m_context.settings));
        m_table->setMostRows(SnmpSettingsPage::mostRows(m_context.settings));
    });
}

void SnmpPanel::wireObjects()
{
    connect(m_mib, &MibPane::chosen, this, [this](const Oid &oid) {
        showObject(oid, false);
        m_operations->setTarget(m_library->snapshot()->shortNameOf(oid));
        const auto object = m_library->snapshot()->find(oid).definition();
        using Kind = Snmp::Smi::Kind;
        if (const Operation now = m_operations->operation(); now != Operation::Set) {
            const Kind kind = object ? object.kind() : Kind::Unnamed;
            m_operations->setOperation(kind == Kind::Scalar ? Operation::Get
                                       : kind == Kind::Table || kind == Kind::Row
                                           ? Operation::Table
                                           : Operation::Walk);
        }
    });
    connect(m_mib, &MibPane::activated, this, [this](const Oid &oid) {
        const auto object = m_library->snapshot()->find(oid).definition();
        if (m_state == State::Connected && (!object || !object.isNotification()))
            runTyped();
    });
    connect(m_mib, &MibPane::menuWanted, this, [this](const Oid &oid, const QPoint &at) {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fillMenu(*menu, oid, false);
        menu->popup(at);
    });
    connect(m_card, &ObjectCard::wanted, this, &SnmpPanel::onWish);
    connect(m_ports, &PortsPage::portChosen, this,
            [this](const Oid &oid) { showObject(oid, false); });
    connect(m_ports, &PortsPage::graphWanted, this, [this](const std::vector<Oid> &counters) {
        for (const Oid &each : counters)
            addToGraph(each);
    });
    connect(m_results, &ResultsPage::rowChosen, this,
            [this](const Snmp::Varbind &one) { showObject(one.oid, false); });
    connect(m_results, &ResultsPage::stepped, this, [this](const Oid &oid) {
        m_operations->setTarget(m_library->snapshot()->shortNameOf(oid));
    });
    connect(m_results, &ResultsPage::menuWanted, this, [this](QMenu *menu) {
        if (const auto rows = m_results->selected(); !rows.empty())
            fillMenu(*menu, rows.front().oid, true);
    });
    connect(m_results, &ResultsPage::failed, this,
            [this](const Error &error) { tell(Event::Severity::Warning, error.what); });
    connect(m_table, &TablePage::cellChosen, this,
            [this](const Oid &oid) { showObject(oid, false); });
    connect(m_table, &TablePage::menuWanted, this,
            [this](QMenu *menu, const Oid &oid) { fillMenu(*menu, oid, true); });
    connect(m_table, &TablePage::setWanted, this, [this](const Oid &oid) { openSet({oid}); });
    connect(
        m_table, &TablePage::rowsWanted, this,
        [this](const Snmp::Varbinds &varbinds, const QString &words) { send(varbinds, words); });
    connect(m_snapshots, &SnapshotsPage::objectChosen, this,
            [this](const Oid &oid) { showObject(oid, false); });
    connect(m_snapshots, &SnapshotsPage::objectActivated, this,
            [this](const Oid &oid) { showObject(oid, true); });
    connect(m_snapshots, &SnapshotsPage::menuWanted, this,
            [this](QMenu *menu, const Oid &oid) { fillMenu(*menu, oid, true); });
    connect(m_snapshots, &SnapshotsPage::told, this,
            [this](const QString &sentence) { tell(Event::Severity::Info, sentence); });
    connect(m_snapshots, &SnapshotsPage::failed, this,
            [this](const Error &error) { tell(Event::Severity::Warning, error.what); });
    connect(m_empty, &EmptyAgentPage::systemWanted, this, [this] {
        runOn(Operation::Walk, Oid{1, 3, 6, 1, 2, 1, 1});
    });
    connect(m_empty, &EmptyAgentPage::interfacesWanted, this, [this] {
        runOn(Operation::Table, Oid{1, 3, 6, 1, 2, 1, 2, 2});
    });
    connect(m_empty, &EmptyAgentPage::everythingWanted, this,
            [this] { runOn(Operation::Walk, Oid{1}); });
}

void SnmpPanel::fillMenu(QMenu &menu, const Oid &oid, bool isAnswer)
{
    const auto &snapshot = m_library->snapshot();
    const auto object = snapshot->nearest(oid);
    const bool isInstance = object && object.isObject() && oid.size() > object.oid().size();
    const bool isScalar = object && object.kind() == Snmp::Smi::Kind::Scalar;
    const bool isTable = object && object.table();
    const bool connected = m_state == State::Connected;
    const auto add = [&](const char *icon, const QString &words, bool enabled, auto call) {
        QAction *action = menu.addAction(symbol(QLatin1String(icon)), words);
        action->setEnabled(enabled);
        connect(action, &QAction::triggered, this, call);
    };
    if (isInstance || isScalar || isAnswer)
        add("play", tr("Get"), connected, [this, oid] { runOn(Operation::Get, oid); });
    if (!isAnswer)
        add("play", tr("Walk"), connected, [this, oid] { runOn(Operation::Walk, oid); });
    else
        add("play", tr("Get next"), connected, [this, oid] { runOn(Operation::GetNext, oid); });
    if (isTable)
        add("mib-table", tr("Show as a table"), connected,
            [this, oid = object.table().oid()] { runOn(Operation::Table, oid); });
    if (isInstance || isScalar || isAnswer)
        add("edit", tr("Set…"), connected && (!object || object.isWritable() || !object.isObject()),
            [this, oid, isAnswer, isScalar, isInstance] {
                std::vector<Oid> oids{isScalar && !isInstance ? oid.child(0) : oid};
                // Several rows of the results are set together.
                if (isAnswer && m_tabs->currentWidget() == m_results) {
                    for (const Snmp::Varbind &one : m_results->selected())
                        if (one.oid != oid)
                            oids.push_back(one.oid);
                }
                openSet(oids);
            });
    const bool drawable = (isInstance || isScalar) &&
                          SnmpWords::isGraphable(object.type().base()) && !object.type().hasNames();
    if (drawable || (isAnswer && !object))
        add("chart", tr("Draw"), connected, [this, oid] { addToGraph(oid); });
    if (isAnswer)
        add("tree", tr("Show in the tree"), true, [this, oid] {
            m_mib->field().clear();
            showObject(oid, true);
        });
    menu.addSeparator();
    const auto copy = [&](const QString &words, const QString &text) {
        add("copy", words, true, [text] { QApplication::clipboard()->setText(text); });
    };
    if (!isAnswer) {
        copy(tr("Copy the name"), snapshot->nameOf(oid));
        copy(tr("Copy the OID"), oid.text());
    }
    const QStringList oids{oid.text()};
    if (isInstance || isScalar || isAnswer) {
        copy(tr("Copy as snmpget"),
             SnmpWords::commandLine(QStringLiteral("snmpget"), m_target,
                                    isScalar && !isInstance ? QStringList{oid.child(0).text()}
                                                            : oids));
    } else {
        copy(tr("Copy as snmpwalk"), SnmpWords::commandLine(m_target.version == Snmp::Version::V1
                                                                ? QStringLiteral("snmpwalk")
                                                                : QStringLiteral("snmpbulkwalk"),
                                                            m_target, oids));
    }
}

QString SnmpPanel::name()
{
    return tr("SNMP");
}

QString SnmpPanel::description()
{
    return tr("Switches, servers and power supplies by their MIB: every object found by name, "
              "tables that work, walks that are quick, and modules that load or say why not.");
}

QStringList SnmpPanel::firstSteps()
{
    return {tr("Type snmp://host into the field above, or snmp://user@host?version=3, and press "
               "Enter."),
            tr("Find an object by name or meaning, such as ifTable, in the tree at the left."),
            tr("Press Enter on it: a single value is read, a table is shown as one, a branch is "
               "walked.")};
}

std::unique_ptr<Panel> SnmpPanel::create(const PanelContext &context)
{
    return std::make_unique<SnmpPanel>(context);
}

std::span<const CommandSpec> SnmpPanel::commands()
{
    static constexpr CommandSpec kCommands[] = {
        {QLatin1String("snmp.target"), QLatin1String("play"), "U",
         [] { return tr("Type what to ask the agent for"); }},
        {QLatin1String("snmp.find"), QLatin1String("search"), "F",
         [] { return tr("Find an object in the MIB"); }},
        {QLatin1String("snmp.filter"), QLatin1String("filter"), "X",
         [] { return tr("Filter the results"); }},
        {QLatin1String("snmp.object"), QLatin1String("info"), "I",
         [] { return tr("Show or hide what the object is"); }},
        {QLatin1String("snmp.modules"), QLatin1String("mib-module"), "",
         [] { return tr("Show or hide the MIB modules"); }},
        {QLatin1String("snmp.transcript"), QLatin1String("transcript"), "",
         [] { return tr("Show or hide the SNMP messages"); }},
        {QLatin1String("snmp.results"), QLatin1String("details"), "",
         [] { return tr("Go to the results"); }},
        {QLatin1String("snmp.table"), QLatin1String("mib-table"), "",
         [] { return tr("Go to the table"); }},
        {QLatin1String("snmp.graph"), QLatin1String("chart"), "",
         [] { return tr("Go to the graph"); }},
        {QLatin1String("snmp.snapshots"), QLatin1String("history"), "",
         [] { return tr("Go to the snapshots"); }},
        {QLatin1String("snmp.traps"), QLatin1String("mib-notification"), "",
         [] { return tr("Go to the tab of traps"); }},
        {QLatin1String("snmp.ports"), QLatin1String("ports"), "",
         [] { return tr("Go to the ports"); }},
        {QLatin1String("snmp.credential"), QLatin1String("key"), "",
         [] { return tr("Change the SNMP version or credential"); }},
        {QLatin1String("snmp.reconnect"), QLatin1String("reload"), "R",
         [] { return tr("Ask the agent again"); }, [] { return tr("The agent answers."); }, true},
    };
    return kCommands;
}

void SnmpPanel::makeActions()
{
    const auto add = [this](const char *id, auto call) -> Command * {
        for (const CommandSpec &spec : commands()) {
            if (spec.id != QLatin1String(id))
                continue;
            auto *command = new Command(spec, m_context.settings, this);
            command->setShortcutContext(Qt::WidgetWithChildrenShortcut);
            connect(command, &QAction::triggered, this, call);
            addAction(command);
            return command;
        }
        qFatal("there is no command %s", id);
    };
    const auto show = [this](QWidget *page) {
        return [this, page] {
            m_tabs->setCurrentWidget(page);
            page->setFocus();
        };
    };
    add("snmp.target", [this] { m_operations->focusTarget(); });
    add("snmp.find", [this] { m_mib->focusField(); });
    add("snmp.filter", [this] {
        m_tabs->setCurrentWidget(m_results);
        m_results->filter().focusField();
    });
    add("snmp.object", [this] { m_drawer->togglePage(kObject); });
    add("snmp.modules", [this] { m_drawer->togglePage(kModules); });
    add("snmp.transcript", [this] { m_drawer->togglePage(kTranscript); });
    add("snmp.results", show(m_results));
    add("snmp.table", show(m_table));
    add("snmp.graph", show(m_graph));
    add("snmp.snapshots", show(m_snapshots));
    add("snmp.traps", [this] { showTraps(); });
    add("snmp.ports", show(m_ports));
    add("snmp.credential", [this] { Q_EMIT m_operations->credentialWanted(); });
    m_reconnect = add("snmp.reconnect", [this] { connectAgain(); });
}

} // namespace Portolan::Ui
