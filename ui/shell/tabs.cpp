// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/tabs.h"

#include "ui/shell/connectionstates.h"
#include "ui/shell/historyrecorder.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/reconnector.h"
#include "ui/shell/restedtab.h"
#include "ui/shell/session.h"
#include "ui/shell/tabarea.h"
#include "ui/shell/tabdrag.h"
#include "ui/shell/workspace.h"
#include "ui/widgets/confirm.h"
#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPointer>
#include <QStyle>
#include <QTabBar>
#include <QToolButton>

#include <algorithm>

namespace Portolan::Ui {

namespace {

// A tab's text is read for mnemonics, and a title may come from a peer.
QString wordedForTab(QString title)
{
    title.truncate(200);
    return title.replace(QLatin1Char('&'), QLatin1String("&&"));
}

QIcon stateIcon(const Panel &panel, QLatin1String panelIcon)
{
    const StateColors &colors = stateColors(panel.palette());
    switch (panel.state()) {
    case Panel::State::Idle:
    case Panel::State::Connecting:
    case Panel::State::Ended:
        return symbol(panelIcon, colors.quiet);
    case Panel::State::Connected:
        return symbol(panelIcon, colors.good);
    case Panel::State::Lost:
        return symbol(QLatin1String("warning"), colors.warning);
    case Panel::State::Failed:
        return symbol(QLatin1String("error"), colors.bad);
    }
    return {};
}

constexpr char kSpec[] = "portolanSpec";

} // namespace

Tabs::Tabs(TabArea &area)
    : m_area(area)
    , m_new(new QToolButton(this))
{
    setTabBar(new TabBar(this)); // before anything is asked of it
    setDocumentMode(true);
    setMovable(true);
    setTabsClosable(true);
    setElideMode(Qt::ElideRight);
    setUsesScrollButtons(true);
    tabBar()->setExpanding(false);
    tabBar()->setDrawBase(false);
    tabBar()->setFocusPolicy(Qt::TabFocus);
    tabBar()->setIconSize(QSize(16, 16));
    tabBar()->installEventFilter(this);
    m_new->setObjectName(QStringLiteral("newTab"));
    m_new->setIcon(symbol(QLatin1String("plus")));
    m_new->setFocusPolicy(Qt::TabFocus);
    setCornerWidget(m_new, Qt::TopRightCorner);
    const auto specs = area.workspace().panels();
    if (std::any_of(specs.begin(), specs.end(),
                    [](const PanelSpec &spec) { return !spec.readyAddress.isEmpty(); })) {
        auto *menu = new QMenu(m_new);
        m_new->setPopupMode(QToolButton::MenuButtonPopup);
        m_new->setMenu(menu);
        connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillNewMenu(*menu); });
    }

    connect(m_new, &QToolButton::clicked, this, &Tabs::openStart);
    connect(this, &QTabWidget::tabCloseRequested, this, &Tabs::closeTab);
    connect(tabBar(), &QTabBar::tabMoved, &area.workspace(), &Workspace::changed);
    connect(this, &QTabWidget::currentChanged, this, [this] {
        if (Panel *panel = currentPanel())
            panel->setFocus();
        Q_EMIT currentPanelChanged();
        Q_EMIT m_area.workspace().changed();
    });
    retranslate();
}

Tabs::~Tabs()
{
    // Pages that go tell of it when this is no group any more. Only what ends here: the style sheet
    // must still hear that this widget is gone.
    disconnect(this, nullptr, this, nullptr);
    for (int i = 0; i < count(); ++i)
        widget(i)->disconnect(this);
}

Tabs *Tabs::of(const QWidget *page)
{
    for (QWidget *parent = page->parentWidget(); parent; parent = parent->parentWidget()) {
        if (auto *group = qobject_cast<Tabs *>(parent))
            return group;
    }
    return nullptr;
}

const PanelSpec *Tabs::specOf(const Panel &panel)
{
    return static_cast<const PanelSpec *>(panel.property(kSpec).value<const void *>());
}

void Tabs::reveal(Panel &panel)
{
    Tabs *tabs = of(&panel);
    if (!tabs)
        return;
    tabs->setCurrentWidget(&panel);
    panel.window()->raise();
    panel.window()->activateWindow();
    panel.setFocus();
}

Panel *Tabs::openPanel(const PanelSpec &spec, OpenRequest request)
{
    Panel *panel = makePanel(spec);
    QWidget *const start =
        currentPanel() || qobject_cast<RestedTab *>(currentWidget()) ? nullptr : currentWidget();
    const int index = insertTab(currentIndex() + 1, panel, QString());
    setCurrentIndex(index);
    if (start)
        removeNow(start);
    panel->open(std::move(request));
    showPanel(panel);
    panel->setFocus();
    return panel;
}

Panel *Tabs::makePanel(const PanelSpec &spec)
{
    Panel *panel = spec.create(m_area.workspace().context()).release();
    panel->setProperty(kSpec, QVariant::fromValue(static_cast<const void *>(&spec)));
    listenTo(panel);
    m_area.workspace().connections().follow(panel);
    m_area.workspace().recorder().follow(panel);
    return panel;
}

void Tabs::addRested(const PanelSpec &spec, OpenRequest request)
{
    auto *rested = new RestedTab(spec, std::move(request));
    // Later: a panel built within a show event would be shown before it was opened.
    connect(
        rested, &RestedTab::shown, rested,
        [rested] {
            Tabs *group = of(rested);
            if (!group || !rested->isVisible())
                return;
            Reconnector &reconnector = group->m_area.workspace().reconnector();
            reconnector.replace(rested, group->wake(rested, false));
        },
        Qt::QueuedConnection);
    addTab(rested, QString());
    wordRested(*rested);
}

void Tabs::wordRested(const RestedTab &rested)
{
    const int index = indexOf(&rested);
    const QString title =
        rested.title().isEmpty() ? rested.address().display() : rested.title().left(1000);
    setTabText(index, wordedForTab(title));
    setTabIcon(index, symbol(rested.spec().icon, stateColors(palette()).quiet));
    setTabToolTip(index, rested.address().toString().toHtmlEscaped());
}

Panel *Tabs::wake(RestedTab *rested, bool connect)
{
    const int index = indexOf(rested);
    if (index < 0)
        return nullptr;
    const bool shown = currentIndex() == index;
    const bool hadFocus = shown && isAncestorOf(QApplication::focusWidget());
    OpenRequest request = rested->takeRequest();
    request.connect = connect;
    Panel *panel = makePanel(rested->spec());
    {
        const QSignalBlocker quiet(this);
        insertTab(index, panel, tabText(index));
        if (shown)
            setCurrentIndex(index);
        removeTab(index + 1);
    }
    rested->hide();
    rested->deleteLater();
    panel->open(std::move(request));
    showPanel(panel);
    if (hadFocus || (shown && !QApplication::focusWidget()))
        panel->setFocus();
    return panel;
}

void Tabs::listenTo(Panel *panel)
{
    connect(panel, &Panel::titleChanged, this, [this, panel] { showPanel(panel); });
    connect(panel, &Panel::addressChanged, this, [this, panel] { showPanel(panel); });
    connect(panel, &Panel::stateChanged, this, [this, panel] {
        Workspace &workspace = m_area.workspace();
        const std::optional<int> code = panel->exitCode();
        if (code)
            workspace.setExitCode(*code);
        if (code && workspace.closesOnExit())
            removeNow(panel);
        else
            showPanel(panel);
    });
    connect(panel, &Panel::closeRequested, this, [this, panel] { removeNow(panel); });
    connect(panel, &Panel::tabWanted, this, &Tabs::showTab);
    connect(panel, &Panel::metricsChanged, this, [this, panel] {
        if (panel == currentPanel())
            Q_EMIT currentPanelChanged();
    });
}

void Tabs::showTab(const Address &address)
{
    const PanelSpec *spec = m_area.workspace().panelFor(address.scheme);
    if (!spec)
        return;
    for (const MainWindow *window : m_area.workspace().windows()) {
        for (Panel *panel : window->area().panels()) {
            if (specOf(*panel) == spec && (address.host.isEmpty() || panel->address() == address)) {
                reveal(*panel);
                return;
            }
        }
    }
    Address wanted = address;
    if (wanted.host.isEmpty()) {
        auto ready = parseAddress(spec->readyAddress);
        if (!ready)
            return;
        wanted = std::move(ready->address);
    }
    openPanel(*spec, OpenRequest{.address = std::move(wanted)});
}

void Tabs::openStart()
{
    QWidget *page = m_area.makeStartPage();
    setCurrentIndex(addTab(page, symbol(QLatin1String("compass")), tr("Start")));
    page->setFocus();
}

void Tabs::openCopy(const Panel &panel)
{
    openPanel(*specOf(panel), OpenRequest{.address = panel.address(), .profile = panel.profile()});
}

void Tabs::duplicate(int index)
{
    if (const Panel *panel = panelAt(index))
        openCopy(*panel);
}

void Tabs::release(QWidget *page)
{
    page->disconnect(this);
    removeTab(indexOf(page));
}

void Tabs::take(QWidget *page, int at)
{
    const int index = insertTab(at < 0 ? count() : at, page, QString());
    if (auto *panel = qobject_cast<Panel *>(page)) {
        listenTo(panel);
        showPanel(panel);
    } else if (const auto *rested = qobject_cast<RestedTab *>(page)) {
        wordRested(*rested);
    } else {
        setTabText(index, tr("Start"));
        setTabIcon(index, symbol(QLatin1String("compass")));
    }
    setCurrentIndex(index);
}

void Tabs::setMarked(bool marked)
{
    if (tabBar()->property("passive").toBool() == !marked)
        return;
    tabBar()->setProperty("passive", !marked);
    tabBar()->style()->unpolish(tabBar());
    tabBar()->style()->polish(tabBar());
}

void Tabs::closeTab(int index)
{
    QWidget *page = widget(index);
    if (!page)
        return;
    const Panel *panel = panelAt(index);
    const auto question = panel ? panel->closeQuestion() : std::nullopt;
    if (!question) {
        removeNow(page);
        return;
    }
    // It may stand in another group when the answer comes.
    confirm(page, tr("Close tab"), *question, tr("Close tab"), [page] {
        if (Tabs *group = of(page))
            group->removeNow(page);
    });
}

void Tabs::next(int step)
{
    if (count() > 0)
        setCurrentIndex((currentIndex() + step + count()) % count());
}

Panel *Tabs::panelAt(int index) const
{
    return qobject_cast<Panel *>(widget(index));
}

void Tabs::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange) {
        for (int i = 0; i < count(); ++i) {
            if (Panel *panel = panelAt(i))
                showPanel(panel);
            else if (const auto *rested = qobject_cast<RestedTab *>(widget(i)))
                wordRested(*rested);
        }
    }
    QTabWidget::changeEvent(event);
}

void Tabs::tabInserted(int index)
{
    QTabWidget::tabInserted(index);
    if (QWidget *button = tabBar()->tabButton(index, QTabBar::RightSide))
        button->setToolTip(tr("Close tab (Ctrl+Shift+W)"));
}

// The middle button closes a tab, the right one offers what can be done with it.
bool Tabs::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != tabBar())
        return QTabWidget::eventFilter(watched, event);
    if (event->type() == QEvent::MouseButtonRelease) {
        const auto *mouse = static_cast<const QMouseEvent *>(event);
        if (mouse->button() == Qt::MiddleButton) {
            closeTab(tabBar()->tabAt(mouse->position().toPoint()));
            return true;
        }
    } else if (event->type() == QEvent::ContextMenu) {
        const auto *menu = static_cast<const QContextMenuEvent *>(event);
        showMenu(tabBar()->tabAt(menu->pos()), menu->globalPos());
        return true;
    }
    return QTabWidget::eventFilter(watched, event);
}

// What opens without an address to type.
void Tabs::fillNewMenu(QMenu &menu)
{
    menu.clear();
    connect(menu.addAction(symbol(QLatin1String("compass")), tr("New tab")), &QAction::triggered,
            this, &Tabs::openStart);
    for (const PanelSpec &spec : m_area.workspace().panels()) {
        if (spec.readyAddress.isEmpty())
            continue;
        QAction *action = menu.addAction(symbol(spec.icon), spec.title());
        action->setObjectName(QString(QStringLiteral("new.") + spec.id));
        connect(action, &QAction::triggered, this, [this, &spec] {
            if (auto ready = parseAddress(spec.readyAddress))
                openPanel(spec, OpenRequest{.address = std::move(ready->address)});
        });
    }
}

void Tabs::showMenu(int index, const QPoint &where)
{
    QWidget *page = widget(index);
    if (!page)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    // What the menu does is done to this page, wherever it is by then.
    const auto add = [menu, page](QLatin1String icon, const QString &text, auto call) {
        connect(menu->addAction(symbol(icon), text), &QAction::triggered, page, call);
    };
    setCurrentIndex(index);
    m_area.makeCurrent(this);
    if (panelAt(index))
        add(QLatin1String("duplicate"), tr("Duplicate tab"),
            [page] { of(page)->duplicate(of(page)->indexOf(page)); });
    add(QLatin1String("split-right"), tr("Split right"),
        [page] { of(page)->area().splitCurrent(Side::Right); });
    add(QLatin1String("split-below"), tr("Split below"),
        [page] { of(page)->area().splitCurrent(Side::Below); });
    const bool alone = m_area.groups().size() == 1;
    if (!alone || count() > 1) {
        menu->addSeparator();
        add(QLatin1String("move"), alone ? tr("Move to a new split") : tr("Move to the next split"),
            [page] { of(page)->area().moveToNextSplit(); });
        add(QLatin1String("window"), tr("Move to a new window"),
            [page] { of(page)->area().moveToNewWindow(page); });
    }
    if (const Panel *panel = panelAt(index)) {
        Settings &settings = m_area.workspace().context().settings;
        const QString place = Session::placeOf(panel->profile(), panel->address().toString());
        QStringList chosen = settings.list(Settings::Key::connectAtStart);
        QAction *atStart = menu->addAction(tr("Connect when the program starts"));
        atStart->setCheckable(true);
        atStart->setChecked(chosen.contains(place));
        connect(atStart, &QAction::toggled, page, [&settings, place, chosen](bool on) mutable {
            chosen.removeAll(place);
            if (on)
                chosen.append(place);
            settings.set(Settings::Key::connectAtStart, chosen);
        });
    }
    menu->addSeparator();
    add(QLatin1String("close"), tr("Close tab"),
        [page] { of(page)->closeTab(of(page)->indexOf(page)); });
    menu->popup(where);
}

void Tabs::showPanel(Panel *panel)
{
    const int index = indexOf(panel);
    if (index < 0)
        return;
    setTabText(index, wordedForTab(panel->title()));
    setTabIcon(index, stateIcon(*panel, specOf(*panel)->icon));
    setTabToolTip(index, QString(panel->title().left(1000) + QStringLiteral("\n") +
                                 panel->address().toString() + QStringLiteral("\n") +
                                 Panel::stateName(panel->state()))
                             .toHtmlEscaped()
                             .replace(QLatin1Char('\n'), QLatin1String("<br>")));
    if (panel == currentPanel())
        Q_EMIT currentPanelChanged();
    Q_EMIT m_area.workspace().changed();
}

void Tabs::removeNow(QWidget *page)
{
    const int index = indexOf(page);
    if (index < 0)
        return;
    removeTab(index);
    page->disconnect(this);
    page->hide();
    page->deleteLater();
    afterRemoval(false);
}

void Tabs::afterRemoval(bool moved)
{
    Q_EMIT m_area.workspace().changed();
    if (count() > 0 || m_area.onEmptied(this))
        return;
    if (moved || m_area.workspace().endsWithLastTab())
        Q_EMIT m_area.emptied();
    else
        openStart();
}

void Tabs::retranslate()
{
    m_new->setToolTip(tr("New tab (Ctrl+Shift+T)"));
    m_new->setAccessibleName(tr("New tab"));
    for (int i = 0; i < count(); ++i) {
        if (!panelAt(i) && !qobject_cast<RestedTab *>(widget(i)))
            setTabText(i, tr("Start"));
        if (QWidget *button = tabBar()->tabButton(i, QTabBar::RightSide))
            button->setToolTip(tr("Close tab (Ctrl+Shift+W)"));
    }
}

} // namespace Portolan::Ui
