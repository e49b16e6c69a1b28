// SPDX-License-Identifier: GPL-3.0-or-later
// What the panel is made of, and what its parts tell each other.
#include "ui/snmp/emptytrappage.h"
#include "ui/snmp/modulespage.h"
#include "ui/snmp/trapaccess.h"
#include "ui/snmp/trapbar.h"
#include "ui/snmp/trapfeed.h"
#include "ui/snmp/trapforwarding.h"
#include "ui/snmp/trapforwardpage.h"
#include "ui/snmp/trappanel.h"
#include "ui/snmp/traprulespage.h"
#include "ui/snmp/trapsenddialog.h"
#include "ui/snmp/trapuserspage.h"
#include "ui/widgets/explaindrawer.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/scrolling.h"
#include "ui/widgets/sidedrawer.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/waitingpage.h"

#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Portolan::Ui {

namespace {

constexpr char kWidthKey[] = "snmp/trap-drawer-width";
constexpr char kRejectedKey[] = "snmp/trap-show-rejected";
constexpr int kUsualWidth = 360;
constexpr int kContentWidth = 620;

} // namespace

void TrapPanel::build()
{
    m_pages = new QStackedWidget;
    m_waiting = new WaitingPage;
    m_bar = new TrapBar;
    m_notice = new NoticeBar;
    m_notice->setObjectName(QStringLiteral("trapPanelNotice"));
    m_notice->hide();
    m_feed = new TrapFeed(m_library->snapshot());
    m_feed->setRejectedShown(m_context.settings.flag(kRejectedKey, true));
    m_empty = new EmptyTrapPage;
    m_feed->setEmptyPage(scrolling(m_empty));
    auto *hairline = new QFrame;
    hairline->setProperty("hairline", true);
    auto *main = new QWidget;
    auto *column = new QVBoxLayout(main);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_notice);
    column->addWidget(hairline);
    column->addWidget(m_feed, 1);
    m_drawer = new SideDrawer(main);
    m_pages->addWidget(m_drawer);
    m_pages->addWidget(m_waiting);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_pages);
    setFocusProxy(m_feed);
}

void TrapPanel::makeDrawer()
{
    m_diagnosis =
        new ExplainDrawer([] { return tr("Why it is as it is"); },
                          [] {
                              return tr("Looks at what was received since the tab was "
                                        "opened: what was rejected or lost and why, and "
                                        "the clocks of the senders. Nothing is sent.");
                          },
                          [](const Finding &finding) { return Snmp::trapFindingText(finding); },
                          [](const Finding &) { return QString(); });
    m_users = new TrapUsersPage(*m_access, m_context);
    m_modules = new ModulesPage(*m_library, m_context.settings);
    m_drawer->addPage(kUsers, QLatin1String("key"), scrolling(m_users));
    m_rules = new TrapRulesPage(m_context.settings, m_library->snapshot());
    m_forward = new TrapForwardPage(*m_forwarding, m_context, m_library->snapshot());
    m_drawer->addPage(kRules, QLatin1String("select"), scrolling(m_rules));
    m_drawer->addPage(kForward, QLatin1String("export"), scrolling(m_forward));
    m_drawer->addPage(kModules, QLatin1String("mib-module"), scrolling(m_modules));
    m_drawer->addPage(kExplain, QLatin1String("explain"), m_diagnosis);
    m_drawer->setDrawerWidth(m_context.settings.number(kWidthKey, kUsualWidth, 1, 4000));
    m_drawer->setContentWidth([] { return kContentWidth; });
    connect(m_drawer, &SideDrawer::widthChanged, this,
            [this](int width) { m_context.settings.set(kWidthKey, width); });
}

void TrapPanel::wire()
{
    m_alarmTimer.setSingleShot(true);
    m_alarmTimer.setInterval(1000);
    connect(&m_alarmTimer, &QTimer::timeout, this, &TrapPanel::tellAlarms);
    connect(m_waiting, &WaitingPage::activated, this, &TrapPanel::connectAgain);
    connect(m_bar, &TrapBar::startClicked, this, &TrapPanel::start);
    connect(m_bar, &TrapBar::stopClicked, this, &TrapPanel::stop);
    connect(m_notice, &NoticeBar::actionClicked, this, [this] {
        if (const auto action = m_noticeAction)
            action();
    });
    connect(m_notice, &NoticeBar::secondActionClicked, this, [this] {
        if (const auto action = m_secondAction)
            action();
    });
    connect(&m_feed->model(), &TrapModel::alarmed, this, &TrapPanel::onAlarm);
    connect(m_feed, &TrapFeed::rejectedShownChanged, this,
            [this](bool shown) { m_context.settings.set(kRejectedKey, shown); });
    const auto showUsers = [this] { m_drawer->openPage(kUsers); };
    const auto countUsers = [this] { m_bar->setUsers(static_cast<int>(m_access->users().size())); };
    connect(m_bar, &TrapBar::usersClicked, this, [this] { m_drawer->togglePage(kUsers); });
    connect(m_empty, &EmptyTrapPage::usersWanted, this, showUsers);
    connect(m_access, &TrapAccess::changed, this, [this, countUsers] {
        countUsers();
        listenAnew();
    });
    countUsers();
    connect(m_diagnosis, &ExplainDrawer::runRequested, this, &TrapPanel::diagnose);
    connect(m_library.get(), &Snmp::MibLibrary::changed, this, [this] {
        m_feed->model().setSnapshot(m_library->snapshot());
        m_rules->setSnapshot(m_library->snapshot());
        m_forward->setSnapshot(m_library->snapshot());
    });
    connect(&m_context.settings, &Settings::changed, this, [this](const QString &key) {
        if (key == QLatin1String(TrapRulesPage::kRulesKey))
            applyRules();
    });
    connect(m_forwarding, &TrapForwarding::entriesChanged, this, &TrapPanel::listenAnew);
    connect(m_forwarding, &TrapForwarding::told, this, [this](bool isProblem, const QString &what) {
        tell(isProblem ? Event::Severity::Warning : Event::Severity::Success, what);
    });
    connect(m_bar, &TrapBar::sendClicked, this, &TrapPanel::openSend);
    connect(m_empty, &EmptyTrapPage::sendWanted, this, &TrapPanel::openSend);
}

void TrapPanel::makeActions()
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
    add("traps.filter", [this] { m_feed->focusFilter(); });
    add("traps.pause", [this] { m_feed->setPaused(!m_feed->model().isPaused()); });
    add("traps.rejected", [this] { m_feed->setRejectedShown(!m_feed->model().isRejectedShown()); });
    add("traps.clear", [this] { m_feed->clear(); });
    add("traps.users", [this] { m_drawer->togglePage(kUsers); });
    add("traps.rules", [this] { m_drawer->togglePage(kRules); });
    add("traps.forward", [this] { m_drawer->togglePage(kForward); });
    add("traps.modules", [this] { m_drawer->togglePage(kModules); });
    add("traps.send", [this] { openSend(); });
    m_toggle = add("traps.toggle", [this] {
        if (m_state == State::Connected || m_state == State::Connecting)
            stop();
        else
            start();
    });
}

std::span<const CommandSpec> TrapPanel::commands()
{
    static constexpr CommandSpec kCommands[] = {
        {QLatin1String("traps.filter"), QLatin1String("filter"), "X",
         [] { return tr("Filter the notifications"); }},
        {QLatin1String("traps.pause"), QLatin1String("pause"), "",
         [] { return tr("Hold the list of notifications, or let it go on"); }},
        {QLatin1String("traps.rejected"), QLatin1String("shield"), "",
         [] { return tr("Show or hide rejected messages"); }},
        {QLatin1String("traps.clear"), QLatin1String("clear"), "",
         [] { return tr("Empty the list of notifications"); }},
        {QLatin1String("traps.users"), QLatin1String("key"), "",
         [] { return tr("Show or hide whom the receiver of traps believes"); }},
        {QLatin1String("traps.rules"), QLatin1String("select"), "",
         [] { return tr("Show or hide the rules of notifications"); }},
        {QLatin1String("traps.forward"), QLatin1String("export"), "",
         [] { return tr("Show or hide where notifications are forwarded to"); }},
        {QLatin1String("traps.modules"), QLatin1String("mib-module"), "",
         [] { return tr("Show or hide the MIB modules"); }},
        {QLatin1String("traps.send"), QLatin1String("publish"), "",
         [] { return tr("Send a trap or an inform"); }},
        {QLatin1String("traps.toggle"), QLatin1String("reload"), "R",
         [] { return tr("Start or stop listening for traps"); }, nullptr, true},
    };
    return kCommands;
}

QString TrapPanel::name()
{
    return tr("SNMP traps");
}

QString TrapPanel::description()
{
    return tr("Traps and informs that devices send to this machine, in every version and in "
              "words: filtered, coloured, with alarms, forwarded to syslog, and what was rejected "
              "with the reason.");
}

QStringList TrapPanel::firstSteps()
{
    return {tr("Type snmptrap://0.0.0.0 into the field above and press Enter; without rights for "
               "port 162 the tab offers 1162."),
            tr("Put the users of SNMPv3 on the list of users, with their passwords."),
            tr("Have a device send a trap, or send one yourself with the button Send.")};
}

std::unique_ptr<Panel> TrapPanel::create(const PanelContext &context)
{
    return std::make_unique<TrapPanel>(context);
}

void TrapPanel::retranslate()
{
    m_waiting->setWords(tr("This tab was open when the program ended the last time."),
                        m_address.toString(), tr("Listen"));
    m_drawer->setPageTitle(kUsers, tr("Users"));
    m_drawer->setPageTitle(kRules, tr("Rules"));
    m_drawer->setPageTitle(kForward, tr("Forwarding"));
    m_drawer->setPageTitle(kModules, tr("Modules"));
    m_drawer->setPageTitle(kExplain, tr("Explain"));
}

} // namespace Portolan::Ui
