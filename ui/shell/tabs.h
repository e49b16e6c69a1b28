// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panel/panelspec.h"

#include <QTabWidget>

class QMenu;
class QToolButton;

namespace Portolan::Ui {

class RestedTab;
class TabArea;

// One group of tabs: panels and start pages. It makes panels from their specification, words their
// titles and states, asks before closing where the panel wants it, and gives pages away to other
// groups. Owned by its TabArea, GUI thread.
class Tabs : public QTabWidget
{
    Q_OBJECT

public:
    explicit Tabs(TabArea &area);
    ~Tabs() override;

    [[nodiscard]] TabArea &area() { return m_area; }
    // The group that holds the page; null for what is none.
    [[nodiscard]] static Tabs *of(const QWidget *page);
    [[nodiscard]] static const PanelSpec *specOf(const Panel &panel);
    // In front of its group, its window and of other windows, with the focus.
    static void reveal(Panel &panel);

    // In place of the current tab where that is a start page, in a new one otherwise.
    Panel *openPanel(const PanelSpec &spec, OpenRequest request);
    void openStart();
    // A tab of the last session, behind the others.
    void addRested(const PanelSpec &spec, OpenRequest request);
    // Puts the panel in its place; without `connect` it waits. The panel, or null.
    Panel *wake(RestedTab *rested, bool connect);
    void openCopy(const Panel &panel);
    void duplicate(int index);
    void closeTab(int index);
    void next(int step);
    [[nodiscard]] Panel *panelAt(int index) const;
    [[nodiscard]] Panel *currentPanel() const { return panelAt(currentIndex()); }

    // Lets a page go and takes one that is nobody's: it keeps all that it is.
    void release(QWidget *page);
    void take(QWidget *page, int at = -1);
    // Whether this is the group that the keys go to.
    void setMarked(bool marked);

Q_SIGNALS:
    // Another tab is shown, or the shown panel has other values.
    void currentPanelChanged();

protected:
    void changeEvent(QEvent *event) override;
    // Else the style draws a base line beside the corner.
    void paintEvent(QPaintEvent *) override {}
    void tabInserted(int index) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    friend class TabArea;
    [[nodiscard]] Panel *makePanel(const PanelSpec &spec);
    void wordRested(const RestedTab &rested);
    void listenTo(Panel *panel);
    void showTab(const Address &address);
    void showPanel(Panel *panel);
    void removeNow(QWidget *page);
    // A page has left; ends this group, or the window, where it was the last one.
    void afterRemoval(bool moved);
    void retranslate();
    void fillNewMenu(QMenu &menu);
    void showMenu(int index, const QPoint &where);

    TabArea &m_area;
    QToolButton *m_new;
};

} // namespace Portolan::Ui
