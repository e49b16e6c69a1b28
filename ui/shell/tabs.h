// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panel/panelspec.h"

#include <QTabWidget>

#include <functional>

class QToolButton;

namespace Portolan::Ui {

// The tabs of the window: panels and start pages. It makes panels from their specification, words
// their titles and states, asks before closing where the panel wants it, and keeps at least one
// tab. GUI thread.
class Tabs : public QTabWidget
{
    Q_OBJECT

public:
    using MakeStartPage = std::function<QWidget *()>;

    Tabs(const PanelContext &context, MakeStartPage makeStartPage, QWidget *parent = nullptr);

    // In place of the current tab where that is a start page, in a new one otherwise.
    Panel *openPanel(const PanelSpec &spec, OpenRequest request);
    void openStart();
    void duplicate(int index);
    void closeTab(int index);
    void next(int step);
    [[nodiscard]] Panel *panelAt(int index) const;
    // Tabs whose session would end with them.
    [[nodiscard]] int liveCount() const;
    [[nodiscard]] Panel *currentPanel() const { return panelAt(currentIndex()); }

Q_SIGNALS:
    // Another tab is shown, or the shown panel has other values.
    void currentPanelChanged();

protected:
    void changeEvent(QEvent *event) override;
    void tabInserted(int index) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showPanel(Panel *panel);
    void removeNow(QWidget *page);
    void retranslate();
    void showMenu(int index, const QPoint &where);

    const PanelContext &m_context;
    MakeStartPage m_makeStartPage;
    QToolButton *m_new;
};

} // namespace Portolan::Ui
