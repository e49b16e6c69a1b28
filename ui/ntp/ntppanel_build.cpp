// SPDX-License-Identifier: GPL-3.0-or-later
// What the panel is made of, what its parts tell each other, and its commands.
#include "ui/ntp/addserversdialog.h"
#include "ui/ntp/alarmspage.h"
#include "ui/ntp/chartspane.h"
#include "ui/ntp/clockdiagnosispage.h"
#include "ui/ntp/clockwords.h"
#include "ui/ntp/emptyntppage.h"
#include "ui/ntp/hostclockpage.h"
#include "ui/ntp/intervalsview.h"
#include "ui/ntp/keylogin.h"
#include "ui/ntp/matrixpage.h"
#include "ui/ntp/ntppanel.h"
#include "ui/ntp/ntpsettingspage.h"
#include "ui/ntp/serverpage.h"
#include "ui/ntp/serversmodel.h"
#include "ui/ntp/serverspage.h"
#include "ui/ntp/verdictbar.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/scrolling.h"
#include "ui/widgets/sidedrawer.h"
#include "ui/widgets/symbol.h"
#include "ui/widgets/waitingpage.h"
#include "ui/widgets/workprogress.h"

#include <QApplication>
#include <QClipboard>
#include <QFrame>
#include <QLineEdit>
#include <QMenu>
#include <QSet>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace Portolan::Ui {

namespace {

using Ntp::ServerState;

constexpr char kWidthKey[] = "ntp/drawer-width";
constexpr char kChartKey[] = "ntp/charts";
constexpr char kTableKey[] = "ntp/servers-table";
constexpr int kUsualWidth = 340;
constexpr int kContentWidth = 640;
constexpr int kReadSoon = 250; // milliseconds
constexpr int kRowsSoon = 50;  // milliseconds
constexpr int kSoon = 150;     // milliseconds
constexpr int kTick = 1000;    // milliseconds

QFrame *hairline()
{
    auto *line = new QFrame;
    line->setProperty("hairline", true);
    return line;
}

} // namespace

void NtpPanel::build()
{
    m_pages = new QStackedWidget;
    m_waiting = new WaitingPage;
    m_verdict = new VerdictBar;
    m_notice = new NoticeBar;
    m_notice->hide();
    m_notice->setObjectName(QStringLiteral("clockNotice"));
    m_charts = new ChartsPane(m_tracks);
    m_charts->setChoices(m_context.settings.text(kChartKey, QString()));
    m_model = new ServersModel(*m_monitor, m_tracks, this);
    m_servers = new ServersPage(*m_model);
    m_servers->restoreLayout(m_context.settings.bytes(kTableKey));
    m_intervals = new IntervalsView(*m_monitor, m_tracks);
    m_empty = new EmptyNtpPage;
    m_tabs = new QTabWidget;
    m_tabs->setDocumentMode(true);
    m_tabs->setObjectName(QStringLiteral("clockTabs"));
    m_tabs->tabBar()->setProperty("compact", true);
    m_tabs->tabBar()->setExpanding(false);
    m_tabs->addTab(m_servers, QString());
    m_tabs->addTab(m_intervals, QString());
    m_splitter = new QSplitter(Qt::Vertical);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_charts);
    m_splitter->addWidget(m_tabs);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setSizes({600, 400});
    m_content = new QStackedWidget;
    m_content->addWidget(m_splitter);
    m_content->addWidget(scrolling(m_empty));

    auto *main = new QWidget;
    auto *column = new QVBoxLayout(main);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_verdict);
    column->addWidget(m_notice);
    column->addWidget(hairline());
    column->addWidget(m_content, 1);
    m_drawer = new SideDrawer(main);
    m_pages->addWidget(m_drawer);
    m_pages->addWidget(m_waiting);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_pages);
    setFocusProxy(m_servers);
    m_soon.setSingleShot(true);
    m_soon.setInterval(kSoon);
    m_tick.setInterval(kTick);
    m_tick.setTimerType(Qt::CoarseTimer);
}

void NtpPanel::makeDrawer()
{
    m_server = new ServerPage(*m_monitor, m_tracks);
    m_drawer->addPage(kServer, QLatin1String("info"), scrolling(m_server));
    m_hostClock = new HostClockPage(m_context, this, [this] { return wrongServers(); });
    connect(m_hostClock, &HostClockPage::told, this, &NtpPanel::tell);
    m_drawer->addPage(kHost, QLatin1String("host"), scrolling(m_hostClock));
    m_matrix = new MatrixPage(*m_monitor);
    m_drawer->addPage(kMatrix, QLatin1String("matrix"), m_matrix);
    m_alarmsPage = new ClockAlarmsPage(m_context.settings);
    m_drawer->addPage(kAlarms, QLatin1String("alarm"), scrolling(m_alarmsPage));
    m_diagnosis = new ClockDiagnosisPage(*m_monitor, *m_recorder);
    connect(m_diagnosis, &ClockDiagnosisPage::actionRequested, this, &NtpPanel::act);
    connect(m_hostClock, &HostClockPage::chronycChanged, m_diagnosis,
            &ClockDiagnosisPage::setChronyc);
    m_drawer->addPage(kExplain, QLatin1String("explain"), m_diagnosis);
    m_drawer->setDrawerWidth(m_context.settings.number(kWidthKey, kUsualWidth, 1, 4000));
    m_drawer->setContentWidth([] { return kContentWidth; });
    connect(m_drawer, &SideDrawer::widthChanged, this,
            [this](int width) { m_context.settings.set(kWidthKey, width); });
}

QStringList NtpPanel::wrongServers() const
{
    return Ntp::wrongServers(Ntp::factsOf(*m_monitor, *m_recorder).servers);
}

void NtpPanel::wire()
{
    connect(m_waiting, &WaitingPage::activated, this, &NtpPanel::connectAgain);
    m_readSoon.setSingleShot(true);
    m_readSoon.setInterval(kReadSoon);
    connect(&m_readSoon, &QTimer::timeout, this, &NtpPanel::readHistory);
    m_rowsSoon.setSingleShot(true);
    m_rowsSoon.setInterval(kRowsSoon);
    connect(&m_rowsSoon, &QTimer::timeout, this, [this] {
        if (m_rowsAreLate)
            onServers();
    });
    connect(m_charts, &ChartsPane::rangeChanged, this, [this] { m_readSoon.start(); });
    connect(m_charts, &ChartsPane::spanChanged, this, [this] { m_readSoon.start(); });
    connect(&m_soon, &QTimer::timeout, this, &NtpPanel::refresh);
    connect(&m_tick, &QTimer::timeout, this, &NtpPanel::refresh);
    connect(&m_tick, &QTimer::timeout, this, &NtpPanel::judgeAlarms);
    connect(m_monitor.get(), &Ntp::Monitor::serversChanged, this, &NtpPanel::onServers);
    connect(m_monitor.get(), &Ntp::Monitor::updated, this, &NtpPanel::onUpdated);
    connect(m_monitor.get(), &Ntp::Monitor::happened, this,
            [this](const QList<Ntp::Outcome> &outcomes) {
                if (m_rowsAreLate)
                    takeServers();
                m_tracks.take(outcomes, *m_monitor);
                m_history->record(outcomes, *m_monitor);
            });
    connect(m_monitor.get(), &Ntp::Monitor::clockStepped, this,
            [this](const Ntp::Monitor::ClockStep &step) {
                m_tracks.takeStep(step);
                m_history->record(step);
                m_steps.append(step.by); // an alarm tells of it
                onUpdated();
            });
    connect(m_verdict, &VerdictBar::addWanted, this, [this](const QString &typed) {
        if (addTyped(typed))
            m_verdict->clearField();
    });
    connect(m_verdict, &VerdictBar::dialogWanted, this, &NtpPanel::openAddDialog);
    connect(m_verdict, &VerdictBar::pauseWanted, this, &NtpPanel::setPaused);
    connect(&m_verdict->menu(), &QMenu::aboutToShow, this, &NtpPanel::fillMainMenu);
    connect(m_notice, &NoticeBar::actionClicked, this, [this] {
        m_notice->hide();
        watch(allTurns(), {}, true);
    });
    connect(m_empty, &EmptyNtpPage::presetsWanted, this, &NtpPanel::openAddDialog);
    connect(m_empty, &EmptyNtpPage::importWanted, this, [this] { openAddDialog()->chooseFile(); });
    connect(m_empty, &EmptyNtpPage::typingWanted, this, [this] { m_verdict->focusField(); });
    connect(m_servers, &ServersPage::currentChanged, this, &NtpPanel::choose);
    connect(m_servers, &ServersPage::activated, this, [this](quint64 server) {
        choose(server);
        m_drawer->openPage(kServer);
    });
    connect(m_servers, &ServersPage::layoutChanged, this,
            [this] { m_context.settings.set(kTableKey, m_servers->layoutState()); });
    connect(m_servers, &ServersPage::removeWanted, this, &NtpPanel::remove);
    connect(m_servers, &ServersPage::menuWanted, this,
            [this](QMenu *menu, const QList<quint64> &servers) { fillMenu(*menu, servers); });
    connect(m_intervals, &IntervalsView::serverClicked, this, &NtpPanel::choose);
    connect(m_charts, &ChartsPane::serverClicked, this, &NtpPanel::choose);
    connect(m_charts, &ChartsPane::choicesChanged, this,
            [this] { m_context.settings.set(kChartKey, m_charts->choices()); });
    connect(m_charts, &ChartsPane::samplesWanted, this, &NtpPanel::exportSamples);
    connect(&m_charts->progress(), &WorkProgress::cancelClicked, this, [this] {
        endExport();
        tell(Event::Severity::Info, tr("The export was cancelled. There is no file."));
    });
    connect(m_charts, &ChartsPane::saved, this, [this](const QString &path) {
        tell(Event::Severity::Success, tr("Saved: %1").arg(path));
    });
    connect(m_charts, &ChartsPane::saveFailed, this,
            [this](const Error &error) { tell(Event::Severity::Error, error.what); });
    connect(m_matrix, &MatrixPage::serverClicked, this, &NtpPanel::choose);
    connect(&m_context.settings, &Settings::changed, this, [this](const QString &key) {
        if (key == QLatin1String(NtpSettingsPage::kIntervalKey) ||
            key == QLatin1String(NtpSettingsPage::kBurstKey) ||
            key == QLatin1String(NtpSettingsPage::kDaysKey) ||
            key == QLatin1String(NtpSettingsPage::kSizeKey) ||
            key == QLatin1String(ClockAlarmsPage::kRulesKey))
            followSettings();
    });
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] { m_intervals->refresh(); });
}

void NtpPanel::fillMenu(QMenu &menu, const QList<quint64> &servers)
{
    const ServerState *const server = m_monitor->server(servers.front());
    if (!server)
        return;
    const Ntp::ServerTarget target = server->target;
    const auto add = [&](const char *icon, const QString &words, auto call) {
        QAction *action = menu.addAction(symbol(QLatin1String(icon)), words);
        connect(action, &QAction::triggered, this, call);
        return action;
    };
    add("reload", tr("Ask all now"), [this] { m_monitor->pollNow(); });
    add("rotate", tr("Begin anew with it"), [this, servers] {
        QSet<quint64> sources;
        for (const quint64 each : servers) {
            if (const ServerState *const one = m_monitor->server(each))
                sources.insert(one->source);
        }
        m_monitor->again(sources.values());
    });
    const bool isLeftOut = m_leftOut.contains(servers.front());
    add(isLeftOut ? "play" : "pause",
        isLeftOut ? tr("Let it count again") : tr("Leave it out: what do the others say?"),
        [this, servers, isLeftOut] { setLeftOut(servers, !isLeftOut); });
    add("trash", tr("Do not ask it any more"), [this, servers] { remove(servers); });
    menu.addSeparator();
    add("copy", tr("Copy the rows"), [this] { m_servers->table().copySelection(); });
    const auto copy = [&](const QString &words, const QString &text) {
        if (!text.isEmpty())
            add("copy", words, [text] { QApplication::clipboard()->setText(text); });
    };
    copy(tr("Copy the address"), Ntp::addressOf(target).toString());
    copy(tr("Copy as chronyd -Q"), ClockWords::chronydLine(target));
    copy(tr("Copy as ntpdig"), ClockWords::ntpdigLine(target));
    copy(tr("Copy as sntp"), ClockWords::sntpLine(target));
    menu.addSeparator();
    auto *others = menu.addMenu(symbol(QLatin1String("window")), tr("Open with"));
    const std::pair<QString, QString> protocols[] = {
        {QStringLiteral("ssh"), tr("A shell there (SSH)")},
        {QStringLiteral("snmp"), tr("What its agent says (SNMP)")}};
    for (const auto &[scheme, words] : protocols) {
        QAction *action = others->addAction(words);
        const Address address{.scheme = scheme, .host = target.host};
        connect(action, &QAction::triggered, this, [this, address] { Q_EMIT tabWanted(address); });
    }
}

void NtpPanel::fillMainMenu()
{
    QMenu &menu = m_verdict->menu();
    menu.clear();
    for (QAction *action : actions()) {
        static const QStringList kShown{QStringLiteral("ntp.dialog"),   QStringLiteral("ntp.ask"),
                                        QStringLiteral("ntp.everyone"), QStringLiteral("ntp.host"),
                                        QStringLiteral("ntp.config"),   QStringLiteral("ntp.save")};
        if (kShown.contains(action->objectName()))
            menu.addAction(action);
    }
}

QString NtpPanel::name()
{
    return tr("NTP");
}

QString NtpPanel::description()
{
    return tr("Whose clock is right, by how much, how sure that is, and why: several time servers "
              "at once, drawn with their bounds. This computer's clock is never touched.");
}

QStringList NtpPanel::firstSteps()
{
    return {tr("Type ntp://server into the field above and press Enter."),
            tr("Add three more at the top of the panel, or choose well-known ones: with four, a "
               "wrong clock shows."),
            tr("Read the verdict above the chart, and in the table why a server is not believed.")};
}

std::unique_ptr<Panel> NtpPanel::create(const PanelContext &context)
{
    return std::make_unique<NtpPanel>(context);
}

std::span<const CommandSpec> NtpPanel::commands()
{
    static constexpr CommandSpec kCommands[] = {
        {QLatin1String("ntp.add"), QLatin1String("plus"), "U",
         [] { return tr("Type another server"); }},
        {QLatin1String("ntp.dialog"), QLatin1String("globe"), "",
         [] { return tr("Choose well-known servers, or import a configuration"); }},
        {QLatin1String("ntp.filter"), QLatin1String("filter"), "X",
         [] { return tr("Filter the servers"); }},
        {QLatin1String("ntp.server"), QLatin1String("info"), "I",
         [] { return tr("Show or hide all about the chosen server"); }},
        {QLatin1String("ntp.host"), QLatin1String("host"), "",
         [] { return tr("Show or hide how the clock of a host is kept"); }},
        {QLatin1String("ntp.matrix"), QLatin1String("matrix"), "",
         [] { return tr("Show or hide the servers against each other"); }},
        {QLatin1String("ntp.alarms"), QLatin1String("alarm"), "",
         [] { return tr("Show or hide the alarms"); }},
        {QLatin1String("ntp.ask"), QLatin1String("reload"), "R",
         [] { return tr("Ask all servers now"); }, nullptr, true},
        {QLatin1String("ntp.pause"), QLatin1String("pause"), "",
         [] { return tr("Pause asking, or go on"); }, nullptr, true},
        {QLatin1String("ntp.whatif"), QLatin1String("undo"), "",
         [] { return tr("Leave the chosen server out of the choice, or let it count again"); }},
        {QLatin1String("ntp.everyone"), QLatin1String("check"), "",
         [] { return tr("Let all servers count again"); }},
        {QLatin1String("ntp.remove"), QLatin1String("trash"), "",
         [] { return tr("Do not ask the chosen server any more"); }},
        {QLatin1String("ntp.servers"), QLatin1String("details"), "",
         [] { return tr("Go to the table of servers"); }},
        {QLatin1String("ntp.intervals"), QLatin1String("intervals"), "",
         [] { return tr("Go to the intervals: who outvotes whom"); }},
        {QLatin1String("ntp.save"), QLatin1String("save"), "",
         [] { return tr("Save the charts of the clocks, or their samples…"); }},
        {QLatin1String("ntp.config"), QLatin1String("export"), "",
         [] { return tr("Recommended configuration of a time daemon…"); }},
    };
    return kCommands;
}

void NtpPanel::makeActions()
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
    add("ntp.add", [this] { m_verdict->focusField(); });
    add("ntp.dialog", [this] { openAddDialog(); });
    add("ntp.filter", [this] {
        m_tabs->setCurrentWidget(m_servers);
        m_servers->focusFilter();
    });
    add("ntp.server", [this] { m_drawer->togglePage(kServer); });
    add("ntp.host", [this] { m_drawer->togglePage(kHost); });
    add("ntp.matrix", [this] { m_drawer->togglePage(kMatrix); });
    add("ntp.alarms", [this] { m_drawer->togglePage(kAlarms); });
    add("ntp.ask", [this] {
        if (m_isPaused)
            setPaused(false);
        m_monitor->pollNow();
    });
    m_pauseCommand = add("ntp.pause", [this] { setPaused(!m_isPaused); });
    add("ntp.whatif", [this] {
        if (m_chosen != 0)
            setLeftOut({m_chosen}, !m_leftOut.contains(m_chosen));
    });
    add("ntp.everyone", [this] { setLeftOut(QList<quint64>(m_leftOut), false); });
    add("ntp.remove", [this] {
        if (m_chosen != 0)
            remove({m_chosen});
    });
    add("ntp.servers", show(m_servers));
    add("ntp.intervals", show(m_intervals));
    add("ntp.save", [this] { m_charts->saveAs(); });
    add("ntp.config", [this] { openConfigDialog(); });
}

void NtpPanel::retranslate()
{
    m_waiting->setWords(tr("This tab was open when the program ended the last time."),
                        m_lastTitle.isEmpty() ? m_address.display() : m_lastTitle, tr("Ask"));
    m_drawer->setPageTitle(kServer, tr("Server"));
    m_drawer->setPageTitle(kHost, tr("Host"));
    m_drawer->setPageTitle(kMatrix, tr("Matrix"));
    m_drawer->setPageTitle(kAlarms, tr("Alarms"));
    m_drawer->setPageTitle(kExplain, tr("Explain"));
    m_tabs->setTabText(m_tabs->indexOf(m_servers), tr("Servers"));
    m_tabs->setTabText(m_tabs->indexOf(m_intervals), tr("Intervals"));
    m_verdict->setVerdict(ClockWords::verdict(*m_monitor));
    m_login->retranslate();
}

} // namespace Portolan::Ui
