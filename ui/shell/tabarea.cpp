// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/tabarea.h"

#include "ui/shell/mainwindow.h"
#include "ui/shell/startpage.h"
#include "ui/shell/tabs.h"
#include "ui/shell/workspace.h"

#include <QApplication>
#include <QScreen>
#include <QSplitter>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>

namespace Portolan::Ui {

namespace {

Qt::Orientation orientationOf(Side side)
{
    return side == Side::Left || side == Side::Right ? Qt::Horizontal : Qt::Vertical;
}

bool isBefore(Side side)
{
    return side == Side::Left || side == Side::Above;
}

void collect(QWidget *node, QList<Tabs *> &groups)
{
    if (auto *group = qobject_cast<Tabs *>(node)) {
        groups.append(group);
    } else if (auto *splitter = qobject_cast<QSplitter *>(node)) {
        for (int i = 0; i < splitter->count(); ++i)
            collect(splitter->widget(i), groups);
    }
}

} // namespace

TabArea::TabArea(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_root(nullptr)
    , m_current(makeGroup())
{
    m_root = m_current;
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_root);
    connect(qApp, &QApplication::focusChanged, this,
            [this](QWidget *, QWidget *now) { followFocus(now); });
}

TabArea::~TabArea()
{
    // Panels that go move the focus and tell of it.
    disconnect(qApp, nullptr, this, nullptr);
    for (Tabs *group : groups())
        group->disconnect(this);
}

QList<Tabs *> TabArea::groups() const
{
    QList<Tabs *> groups;
    collect(m_root, groups);
    return groups;
}

Panel *TabArea::currentPanel() const
{
    return m_current->currentPanel();
}

QList<Panel *> TabArea::panels() const
{
    QList<Panel *> panels;
    for (const Tabs *group : groups()) {
        for (int i = 0; i < group->count(); ++i) {
            if (Panel *panel = group->panelAt(i))
                panels.append(panel);
        }
    }
    return panels;
}

int TabArea::liveCount() const
{
    const QList<Panel *> all = panels();
    return int(
        std::count_if(all.begin(), all.end(), [](const Panel *panel) { return panel->isLive(); }));
}

Panel *TabArea::openPanel(const PanelSpec &spec, OpenRequest request)
{
    return m_current->openPanel(spec, std::move(request));
}

Tabs *TabArea::makeGroup()
{
    auto *group = new Tabs(*this);
    connect(group, &Tabs::currentPanelChanged, this, [this, group] {
        if (group == m_current)
            Q_EMIT currentPanelChanged();
    });
    return group;
}

Tabs *TabArea::split(Tabs &group, Side side)
{
    Tabs *const made = makeGroup();
    const Qt::Orientation orientation = orientationOf(side);
    auto *parent = qobject_cast<QSplitter *>(group.parentWidget());
    if (!parent || parent->orientation() != orientation) {
        auto *splitter = new QSplitter(orientation);
        splitter->setChildrenCollapsible(false);
        splitter->setHandleWidth(1);
        connect(splitter, &QSplitter::splitterMoved, &m_workspace, &Workspace::changed);
        if (parent) {
            const QList<int> sizes = parent->sizes();
            parent->replaceWidget(parent->indexOf(&group), splitter);
            splitter->addWidget(&group);
            parent->setSizes(sizes);
        } else {
            delete layout()->replaceWidget(&group, splitter);
            splitter->addWidget(&group);
            m_root = splitter;
        }
        group.show();
        splitter->show();
        parent = splitter;
    }
    const int at = parent->indexOf(&group);
    QList<int> sizes = parent->sizes();
    const int room = orientation == Qt::Horizontal ? group.width() : group.height();
    parent->insertWidget(isBefore(side) ? at : at + 1, made);
    sizes[at] = room / 2;
    sizes.insert(isBefore(side) ? at : at + 1, room - room / 2);
    parent->setSizes(sizes);
    made->show();
    markCurrent();
    Q_EMIT groupsChanged();
    Q_EMIT m_workspace.changed();
    return made;
}

void TabArea::splitCurrent(Side side)
{
    const Tabs *from = m_current;
    const Panel *panel = from->currentPanel();
    Tabs *made = split(*m_current, side);
    makeCurrent(made);
    if (panel)
        made->openCopy(*panel);
    else
        made->openStart();
}

void TabArea::movePage(QWidget *page, Tabs &to, int at)
{
    Tabs *from = Tabs::of(page);
    if (!from)
        return;
    if (from == &to) {
        const int index = to.indexOf(page);
        to.tabBar()->moveTab(index, at < 0 ? to.count() - 1 : at - (at > index ? 1 : 0));
        return;
    }
    from->release(page);
    to.take(page, at);
    from->afterRemoval(true);
    to.area().makeCurrent(&to);
    page->setFocus();
}

void TabArea::moveToNextSplit()
{
    QWidget *page = m_current->currentWidget();
    const QList<Tabs *> all = groups();
    if (all.size() > 1)
        movePage(page, *all[(all.indexOf(m_current) + 1) % all.size()]);
    else if (m_current->count() > 1)
        movePage(page, *split(*m_current, Side::Right));
}

void TabArea::moveToNewWindow(QWidget *page, const QPoint *where)
{
    if (!page || (groups().size() == 1 && m_current->count() == 1))
        return; // it has one already
    MainWindow *made = m_workspace.openWindow();
    // Beside this window, not over all of it, and never beyond the screen.
    made->resize(window()->size().boundedTo(window()->screen()->availableSize() * 4 / 5));
    if (where)
        made->move(*where);
    Tabs &to = made->area().current();
    QWidget *const start = to.currentWidget();
    movePage(page, to);
    to.closeTab(to.indexOf(start));
    made->show();
    made->activateWindow();
}

void TabArea::focusTowards(Side side)
{
    const auto rectOf = [this](const QWidget *group) {
        return QRect(group->mapTo(this, QPoint()), group->size());
    };
    const QRect from = rectOf(m_current);
    Tabs *best = nullptr;
    int leastGap = 0;
    int mostShared = 0;
    for (Tabs *group : groups()) {
        const QRect rect = rectOf(group);
        const bool across = orientationOf(side) == Qt::Horizontal;
        const int gap = side == Side::Left    ? from.left() - rect.right()
                        : side == Side::Right ? rect.left() - from.right()
                        : side == Side::Above ? from.top() - rect.bottom()
                                              : rect.top() - from.bottom();
        const int shared =
            across ? std::min(from.bottom(), rect.bottom()) - std::max(from.top(), rect.top())
                   : std::min(from.right(), rect.right()) - std::max(from.left(), rect.left());
        if (group == m_current || gap < 0 || shared <= 0)
            continue;
        if (!best || gap < leastGap || (gap == leastGap && shared > mostShared)) {
            best = group;
            leastGap = gap;
            mostShared = shared;
        }
    }
    if (!best)
        return;
    makeCurrent(best);
    if (QWidget *page = best->currentWidget())
        page->setFocus();
}

QWidget *TabArea::makeStartPage()
{
    auto *page = new StartPage(m_workspace.panels(), m_workspace.lab());
    // The page may have moved to another window by then.
    connect(page, &StartPage::addressChosen, page, [page](const QString &address) {
        if (auto *window = qobject_cast<MainWindow *>(page->window()))
            window->submitAddress(address);
    });
    return page;
}

void TabArea::makeCurrent(Tabs *group)
{
    if (group == m_current)
        return;
    m_current = group;
    markCurrent();
    Q_EMIT currentPanelChanged();
}

void TabArea::followFocus(QWidget *widget)
{
    for (; widget; widget = widget->parentWidget()) {
        auto *group = qobject_cast<Tabs *>(widget);
        if (group && &group->area() == this) {
            makeCurrent(group);
            return;
        }
    }
}

bool TabArea::onEmptied(Tabs *group)
{
    if (m_root == group)
        return false;
    removeGroup(group);
    return true;
}

void TabArea::removeGroup(Tabs *group)
{
    auto *splitter = qobject_cast<QSplitter *>(group->parentWidget());
    const QList<Tabs *> all = groups();
    const auto place = all.indexOf(group);
    Tabs *const next = all[place > 0 ? place - 1 : 1];
    const bool hadFocus = group == m_current;
    if (hadFocus)
        m_current = next;
    group->disconnect(this);
    group->hide();
    group->setParent(nullptr);
    group->deleteLater();
    if (splitter->count() == 1) {
        QWidget *left = splitter->widget(0);
        if (auto *outer = qobject_cast<QSplitter *>(splitter->parentWidget())) {
            const QList<int> sizes = outer->sizes();
            outer->replaceWidget(outer->indexOf(splitter), left);
            outer->setSizes(sizes);
        } else {
            delete layout()->replaceWidget(splitter, left);
            m_root = left;
        }
        left->show();
        splitter->hide();
        splitter->setParent(nullptr);
        splitter->deleteLater();
    }
    markCurrent();
    if (hadFocus) {
        if (QWidget *page = m_current->currentWidget())
            page->setFocus();
        Q_EMIT currentPanelChanged();
    }
    Q_EMIT groupsChanged();
    Q_EMIT m_workspace.changed();
}

void TabArea::markCurrent()
{
    const QList<Tabs *> all = groups();
    for (Tabs *group : all)
        group->setMarked(all.size() == 1 || group == m_current);
}

} // namespace Portolan::Ui
