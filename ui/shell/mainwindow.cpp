// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "ui/shell/commandpalette.h"
#include "ui/shell/eventlist.h"
#include "ui/shell/paletteentries.h"
#include "ui/shell/quickconnect.h"
#include "ui/shell/settingsdialog.h"
#include "ui/shell/tabarea.h"
#include "ui/shell/tabs.h"
#include "ui/shell/windowcommands.h"
#include "ui/shell/windowconnections.h"
#include "ui/shell/windowmenu.h"
#include "ui/shell/workspace.h"
#include "ui/widgets/confirm.h"
#include "ui/widgets/metricsline.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"

#include <QCloseEvent>
#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QMessageBox>
#include <QPointer>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

namespace Portolan::Ui {

namespace {

using Key = Settings::Key;

constexpr int kSideWidth = 240;
constexpr int kMostSideWidth = 4000;
constexpr int kMostRecent = 20;

QString knownSchemes(std::span<const PanelSpec> panels)
{
    QStringList known;
    for (const PanelSpec &spec : panels) {
        for (const QLatin1String scheme : spec.schemes)
            known.append(scheme + QStringLiteral("://"));
    }
    return known.join(QLatin1String(", "));
}

} // namespace

MainWindow::MainWindow(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_context(workspace.context())
    , m_menuButton(new QToolButton(this))
    , m_quickConnect(new QuickConnect(this))
    , m_area(new TabArea(workspace, this))
    , m_metrics(new MetricsLine(this))
    , m_metricsFrame(new QWidget(this))
    , m_splitter(new QSplitter(this))
    , m_events(new EventList(workspace.events(), this))
    , m_commands(new WindowCommands(this, m_context.settings))
    , m_palette(new CommandPalette(this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowIcon(applicationIcon());
    if (!workspace.panels().empty())
        m_quickConnect->setExample(workspace.panels().front().exampleAddress);
    layOut();
    makeCommands();
    makeMenuButton();

    connect(m_quickConnect, &QuickConnect::submitted, this, &MainWindow::submitAddress);
    connect(m_quickConnect, &QuickConnect::left, this, [this] {
        if (Panel *panel = m_area->currentPanel())
            panel->setFocus();
    });
    connect(m_area, &TabArea::currentPanelChanged, this, &MainWindow::showPanel);
    connect(m_metrics, &MetricsLine::explainClicked, this, &MainWindow::explainPanel);
    connect(m_area, &TabArea::groupsChanged, this, &MainWindow::showGroups);
    connect(m_area, &TabArea::emptied, this, &QWidget::close);
    m_events->setOpen(m_context.settings.flag(Key::eventsOpen, false));
    connect(m_events, &EventList::openChanged, this,
            [this](bool open) { m_context.settings.set(Key::eventsOpen, open); });
    connect(m_events, &EventList::originWanted, this, &MainWindow::revealOrigin);

    connect(m_palette, &CommandPalette::chosen, this, [this](const QString &id) {
        QStringList recent = recentCommands();
        recent.removeAll(id);
        recent.prepend(id);
        m_context.settings.set(Key::recentCommands,
                               recent.mid(0, kMostRecent).join(QLatin1Char('\n')));
    });
    new WindowConnections(*this);
    m_workspace.added(this);
    m_area->current().openStart();
    showGroups();
    retranslate();
    restoreShape();
    m_quickConnect->focusField();
}

MainWindow::~MainWindow()
{
    m_workspace.removed(this);
    delete m_area; // while what its panels tell of still exists
}

Result<Panel *> MainWindow::openAddress(const QString &text)
{
    const auto panels = m_workspace.panels();
    const QString usual = panels.empty() ? QString() : QString(panels.front().schemes.front());
    // "@name", as in portolanctl.
    if (const QString name = text.trimmed(); name.startsWith(QLatin1Char('@'))) {
        const Result<Profile> profile = m_context.profiles.find(name.mid(1));
        if (!profile)
            return tl::unexpected(profile.error());
        if (const PanelSpec *spec = m_workspace.panelFor(profile->address.scheme))
            return m_area->openPanel(
                *spec, OpenRequest{.address = profile->address, .profile = profile->id});
    }
    Result<ParsedAddress> target = parseAddress(text, usual);
    if (!target)
        return tl::unexpected(target.error());
    const PanelSpec *spec = m_workspace.panelFor(target->address.scheme);
    if (!spec) {
        return failure(Error::Kind::Usage,
                       tr("Addresses with %1:// cannot be opened; these can: %2")
                           .arg(target->address.scheme.left(40), knownSchemes(panels)));
    }
    return m_area->openPanel(*spec, OpenRequest{.address = std::move(target->address),
                                                .password = std::move(target->password)});
}

void MainWindow::submitAddress(const QString &text)
{
    if (const Result<Panel *> panel = openAddress(text); !panel)
        m_quickConnect->showProblem(panel.error().what);
    else
        m_quickConnect->accept();
}

void MainWindow::setPlain()
{
    m_bar->parentWidget()->hide();
    if (m_splitter->count() > 1)
        m_splitter->widget(0)->hide();
    m_events->hide();
    tabs().setTabBarAutoHide(true);
}

void MainWindow::offer(std::function<QString()> sentence, std::function<QString()> action,
                       std::function<void()> call)
{
    delete m_offer;
    m_offer = new NoticeBar(this);
    static_cast<QVBoxLayout *>(layout())->insertWidget(1, m_offer);
    m_offer->setClosable(true);
    m_wordOffer = [this, sentence = std::move(sentence), action = std::move(action)] {
        m_offer->show(NoticeBar::Severity::Info, sentence(), {}, action());
    };
    m_wordOffer();
    connect(m_offer, &NoticeBar::closed, m_offer, &QObject::deleteLater);
    connect(m_offer, &NoticeBar::actionClicked, this, [this, call = std::move(call)] {
        m_offer->deleteLater();
        call();
    });
}

Tabs &MainWindow::tabs() const
{
    return m_area->current();
}

void MainWindow::setSide(QWidget *widget)
{
    m_splitter->insertWidget(0, widget);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    const int kept = m_context.settings.number(Key::sideWidth, kSideWidth, 1, kMostSideWidth);
    m_splitter->setSizes({kept, width() - kept});
    connect(m_splitter, &QSplitter::splitterMoved, this, [this, widget] {
        if (widget->width() > 0)
            m_context.settings.set(Key::sideWidth, widget->width());
    });
}

void MainWindow::addToBar(QWidget *button)
{
    m_bar->insertWidget(1, button, 0, Qt::AlignTop);
}

void MainWindow::makeCommands()
{
    const auto add = [this](const CommandSpec &spec, std::function<void()> call) {
        m_commands->add(spec, std::move(call));
    };
    constexpr auto oneSplit = [] { return tr("There is no other split."); };
    using L = QLatin1String;
    add({L("new-tab"), L("plus"), "T", [] { return tr("New tab"); }},
        [this] { tabs().openStart(); });
    add({L("duplicate-tab"), L("duplicate"), "D", [] { return tr("Duplicate tab"); },
         [] { return tr("This tab has no connection."); }},
        [this] { tabs().duplicate(tabs().currentIndex()); });
    add({L("close-tab"), L("close"), "W", [] { return tr("Close tab"); }},
        [this] { tabs().closeTab(tabs().currentIndex()); });
    add({L("split-right"), L("split-right"), "O", [] { return tr("Split right"); }},
        [this] { m_area->splitCurrent(Side::Right); });
    add({L("split-below"), L("split-below"), "B", [] { return tr("Split below"); }},
        [this] { m_area->splitCurrent(Side::Below); });
    add({L("focus-left"), L("chevron-left"), "Left",
         [] { return tr("Go to the split at the left"); }, oneSplit},
        [this] { m_area->focusTowards(Side::Left); });
    add({L("focus-right"), L("chevron-right"), "Right",
         [] { return tr("Go to the split at the right"); }, oneSplit},
        [this] { m_area->focusTowards(Side::Right); });
    add({L("focus-above"), L("chevron-up"), "Up", [] { return tr("Go to the split above"); },
         oneSplit},
        [this] { m_area->focusTowards(Side::Above); });
    add({L("focus-below"), L("chevron-down"), "Down", [] { return tr("Go to the split below"); },
         oneSplit},
        [this] { m_area->focusTowards(Side::Below); });
    add({L("move-to-next-split"), L("move"), "G",
         [] { return tr("Move the tab to the next split"); }},
        [this] { m_area->moveToNextSplit(); });
    add({L("new-window"), L("window"), "N", [] { return tr("New window"); }},
        [this] { m_workspace.openWindow()->show(); });
    add({L("move-to-new-window"), L("window"), "M",
         [] { return tr("Move the tab to a new window"); }},
        [this] { m_area->moveToNewWindow(tabs().currentWidget()); });
    add({L("connect-all"), L("reload"), "", [] { return tr("Connect all tabs"); }},
        [this] { m_workspace.connectAll(); });
    add({L("address"), L("arrow-right"), "L", [] { return tr("Go to the address field"); }},
        [this] { m_quickConnect->focusField(); });
    add({L("explain"), L("explain"), "E", [] { return tr("Explain"); },
         [] { return tr("There is nothing to explain in this tab."); }},
        [this] { explainPanel(); });
    add({L("next-tab"), L("chevron-right"), "PgDown", [] { return tr("Next tab"); }},
        [this] { tabs().next(1); });
    add({L("previous-tab"), L("chevron-left"), "PgUp", [] { return tr("Previous tab"); }},
        [this] { tabs().next(-1); });
    add({L("events"), L("events"), "Y", [] { return tr("Show or hide the events"); }},
        [this] { m_events->setOpen(!m_events->isOpen()); });
    add({L("palette"), L("search"), "P", [] { return tr("Command palette"); }},
        [this] { openPalette(); });
    for (const PanelSpec &spec : m_workspace.panels()) {
        if (!spec.tools)
            continue;
        for (const PanelTool &tool : spec.tools())
            add(tool.command, [this, &tool] {
                tool.open(m_context, this, [window = QPointer(this)](const QString &address) {
                    if (window)
                        window->submitAddress(address);
                });
            });
    }
    add({L("settings"), L("gear"), "S", [] { return tr("Settings"); }}, [this] { openSettings(); });
    add({L("shortcuts"), L("keyboard"), "", [] { return tr("Keyboard shortcuts"); }},
        [this] { openSettings(QStringLiteral("keys")); });
    add({L("about"), L("info"), "", [] { return tr("About Portolan"); }}, [this] { showAbout(); });
    add({L("quit"), L("quit"), "Q", [] { return tr("Quit"); }}, [this] { m_workspace.quit(this); });
}

void MainWindow::makeMenuButton()
{
    m_menuButton->setObjectName(QStringLiteral("menu"));
    m_menuButton->setIcon(symbol(QLatin1String("menu")));
    m_menuButton->setIconSize(QSize(18, 18));
    m_menuButton->setFocusPolicy(Qt::TabFocus);
    m_menuButton->setPopupMode(QToolButton::InstantPopup);
    m_menuButton->setMenu(new WindowMenu(*m_commands, *m_area, m_context.settings, this));
}

void MainWindow::layOut()
{
    auto *bar = new QWidget(this);
    m_bar = new QHBoxLayout(bar);
    m_bar->setContentsMargins(Space::M, Space::M, Space::L, Space::S);
    m_bar->setSpacing(Space::M);
    m_bar->addWidget(m_menuButton, 0, Qt::AlignTop);
    m_bar->addWidget(m_quickConnect, 1);

    auto *line = new QFrame(m_metricsFrame);
    line->setProperty("hairline", true);
    auto *metricsColumn = new QVBoxLayout(m_metricsFrame);
    metricsColumn->setContentsMargins(0, 0, 0, 0);
    metricsColumn->setSpacing(0);
    metricsColumn->addWidget(line);
    metricsColumn->addWidget(m_metrics);

    auto *content = new QWidget(m_splitter);
    auto *contentColumn = new QVBoxLayout(content);
    contentColumn->setContentsMargins(0, 0, 0, 0);
    contentColumn->setSpacing(0);
    contentColumn->addWidget(m_area, 1);
    contentColumn->addWidget(m_metricsFrame);
    m_splitter->addWidget(content);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(bar);
    column->addWidget(m_splitter, 1);
    column->addWidget(m_events);
}

void MainWindow::showPanel()
{
    const Panel *panel = m_area->currentPanel();
    const QList<MetricSample> samples = panel ? panel->metrics() : QList<MetricSample>();
    const bool explainable = panel && panel->canExplain();
    m_metricsFrame->setVisible(!samples.isEmpty() || explainable);
    m_metrics->setExplainable(explainable);
    m_commands->action(QLatin1String("explain"))->setEnabled(explainable);
    m_metrics->show(samples);
    m_commands->action(QLatin1String("duplicate-tab"))->setEnabled(panel);
    setWindowTitle(panel ? tr("%1 - Portolan").arg(panel->title()) : tr("Portolan"));
}

void MainWindow::explainPanel()
{
    if (Panel *panel = m_area->currentPanel(); panel && panel->canExplain())
        panel->explain();
}

// While there is one group only, the arrow keys stay the terminal's, which scrolls by them.
void MainWindow::showGroups()
{
    const bool several = m_area->groups().size() > 1;
    for (const char *id : {"focus-left", "focus-right", "focus-above", "focus-below"})
        m_commands->action(QLatin1String(id))->setEnabled(several);
}

void MainWindow::openPalette()
{
    m_palette->open(paletteEntries(*this), recentCommands());
}

QStringList MainWindow::recentCommands() const
{
    return m_context.settings.text(Key::recentCommands)
        .split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

void MainWindow::revealOrigin(quint64 token)
{
    for (const MainWindow *window : m_workspace.windows()) {
        for (Panel *panel : window->area().panels()) {
            if (panel->token() == token) {
                Tabs::reveal(*panel);
                return;
            }
        }
    }
    m_events->say(tr("The tab of this event is closed."));
}

void MainWindow::openSettings(const QString &page)
{
    if (!m_settingsDialog) {
        m_settingsDialog = new SettingsDialog(*this);
        m_settingsDialog->setAttribute(Qt::WA_DeleteOnClose);
    }
    if (!page.isEmpty())
        m_settingsDialog->showPage(page);
    m_settingsDialog->show();
    m_settingsDialog->raise();
    m_settingsDialog->activateWindow();
}

void MainWindow::showAbout()
{
    auto *box = new QMessageBox(this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("About Portolan"));
    box->setIconPixmap(applicationIcon().pixmap(QSize(64, 64), devicePixelRatioF()));
    box->setTextFormat(Qt::PlainText);
    box->setText(tr("Portolan %1").arg(QStringLiteral(PORTOLAN_VERSION)));
    box->setInformativeText(
        tr("Desktop console for people who run networks.\n\nFree software: you may use, study, "
           "share "
           "and change it under the GNU General Public License, version 3 or later. There is no "
           "warranty.\n\nQt %1")
            .arg(QLatin1String(qVersion())));
    box->addButton(tr("Close"), QMessageBox::AcceptRole);
    box->open();
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::ActivationChange && isActiveWindow())
        m_workspace.activated(this);
    QWidget::changeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    // Only a person is asked: a signal that ends the process is not held up.
    if (event->spontaneous() && m_area->liveCount() > 0) {
        event->ignore();
        askAndClose();
        return;
    }
    m_context.settings.set(Key::geometry, saveGeometry());
    QWidget::closeEvent(event);
    m_workspace.closed(this);
}

void MainWindow::askAndClose()
{
    if (m_leaveQuestion && m_leaveQuestion->isVisible()) {
        m_leaveQuestion->raise();
        return;
    }
    m_leaveQuestion = confirm(this, tr("Close window"),
                              tr("%n session(s) will end.", nullptr, m_area->liveCount()),
                              tr("Close window"), [this] { close(); });
}

void MainWindow::retranslate()
{
    m_commands->retranslate();
    if (m_offer)
        m_wordOffer();
    m_menuButton->setToolTip(tr("Menu"));
    m_menuButton->setAccessibleName(tr("Menu"));
    showPanel();
}

void MainWindow::restoreShape()
{
    setMinimumSize(560, 360);
    resize(1180, 760);
    if (const QByteArray kept = m_context.settings.bytes(Key::geometry); !kept.isEmpty())
        restoreGeometry(kept);
    // A second window beside the first, not over it.
    if (m_workspace.windows().size() > 1)
        move(pos() + QPoint(32, 32));
}

} // namespace Portolan::Ui
