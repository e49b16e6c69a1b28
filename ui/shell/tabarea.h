// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panel/panelspec.h"

#include <QList>
#include <QWidget>

class QJsonObject;

namespace Portolan::Ui {

class Tabs;
class Workspace;

enum class Side { Left, Right, Above, Below };

// The tabs of one window: one group of tabs, or several beside and below each other, nested to any
// depth, each boundary movable. One group is the current one, where the focus was last: new tabs
// come there. A group that loses its last tab goes, and its neighbours take its place; the last
// group of the last window keeps a start page instead. Owned by its window, GUI thread.
//
// A page moves between groups and windows as it is: what runs in it notices nothing.
class TabArea : public QWidget
{
    Q_OBJECT

public:
    explicit TabArea(Workspace &workspace, QWidget *parent = nullptr);
    ~TabArea() override;

    [[nodiscard]] Workspace &workspace() { return m_workspace; }
    [[nodiscard]] Tabs &current() { return *m_current; }
    [[nodiscard]] QList<Tabs *> groups() const; // as they are read: left to right, then down
    [[nodiscard]] Panel *currentPanel() const;
    [[nodiscard]] QList<Panel *> panels() const;
    [[nodiscard]] int liveCount() const;

    Panel *openPanel(const PanelSpec &spec, OpenRequest request);
    // A new group at that side of `group`, which gives half of its room. It is empty: give it a
    // page at once.
    Tabs *split(Tabs &group, Side side);
    // With a second tab of what the current one shows.
    void splitCurrent(Side side);
    // Into `to`, which may be in another window, before its tab `at` (-1: at the end).
    static void movePage(QWidget *page, Tabs &to, int at = -1);
    // The shown tab to the next group; where there is one group, to a new one at the right.
    void moveToNextSplit();
    // The shown tab into a window of its own, at `where` on the screen if given.
    void moveToNewWindow(QWidget *page, const QPoint *where = nullptr);
    // To the group at that side, if there is one.
    void focusTowards(Side side);
    [[nodiscard]] QWidget *makeStartPage();

    // What is open here, and which group (as groups() counts) is the current one.
    [[nodiscard]] QJsonObject kept(int &current) const;
    // The same again in place of what is here, not connected; takes from `left`, the number of tabs
    // that there may still be. Whatever is given, at least a start page is there afterwards.
    void restore(const QJsonObject &layout, int current, int &left);

Q_SIGNALS:
    // Another panel is the shown one of the current group, or it has other values.
    void currentPanelChanged();
    void groupsChanged();
    // The last page has moved away: the window has nothing to show any more.
    void emptied();

private:
    friend class Tabs;

    Tabs *makeGroup();
    void makeCurrent(Tabs *group);
    void removeGroup(Tabs *group);
    void fill(Tabs &group, const QJsonObject &layout, int depth, int &left);
    // What a group does when its last page leaves: true where it goes with it.
    bool onEmptied(Tabs *group);
    void followFocus(QWidget *widget);
    void markCurrent();

    Workspace &m_workspace;
    QWidget *m_root; // a group, or a splitter of groups and splitters
    Tabs *m_current;
};

} // namespace Portolan::Ui
