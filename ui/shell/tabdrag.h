// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/tabarea.h"

#include <QObject>
#include <QPointer>
#include <QTabBar>

#include <memory>

class QLabel;

namespace Portolan::Ui {

class TabDrag;

// The bar of a group of tabs, whose tabs can be dragged out of it: to another group, to the edge of
// one (which splits it), to another window, or to where no window is, which makes one. Escape takes
// it back. Owned by its group, GUI thread.
class TabBar : public QTabBar
{
    Q_OBJECT

public:
    explicit TabBar(QWidget *parent);
    ~TabBar() override;

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    QPointer<QWidget> m_pressed; // the page of the tab
    std::unique_ptr<TabDrag> m_drag;
};

// One tab on its way: what would happen where the pointer is, shown there, and done at the end. The
// mouse stays with the bar that it was pressed on, so this needs no event loop of its own.
class TabDrag : public QObject
{
    Q_OBJECT

public:
    TabDrag(QWidget *page, const QIcon &icon, const QString &title);
    ~TabDrag() override;

    void moveTo(const QPoint &global);
    void drop(const QPoint &global);
    [[nodiscard]] bool isOver() const { return m_over || !m_page; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Kind { Nothing, Into, Split, Window };
    struct Target
    {
        Kind kind = Kind::Nothing;
        Tabs *group = nullptr;
        Side side = Side::Left;
        int at = -1;       // place in the bar; -1: the end
        QRect marked = {}; // in the area of the group
    };

    [[nodiscard]] Target targetAt(const QPoint &global) const;
    [[nodiscard]] static Target targetIn(Tabs &group, const QPoint &inArea);
    void end();

    QPointer<QWidget> m_page;
    std::unique_ptr<QLabel> m_chip; // follows the pointer
    QPointer<QWidget> m_mark;       // over the place where it would go
    bool m_over = false;
};

} // namespace Portolan::Ui
