// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panel/panelspec.h"

#include <QPointer>
#include <QWidget>

#include <functional>

class QDialog;
class QHBoxLayout;
class QSplitter;
class QToolButton;
class QVBoxLayout;

namespace Portolan::Ui {

class CommandPalette;
class EventList;
class MetricsLine;
class NoticeBar;
class QuickConnect;
class SettingsDialog;
class TabArea;
class Tabs;
class WindowCommands;
class WindowMenu;
class Workspace;

// A window: address field, tabs, the metrics of the shown panel, events, and a place at the left.
// It composes and routes; what a protocol is, only its panel knows. No key of its own but
// Ctrl+Shift combinations, and no Alt mnemonics, so a terminal loses none. Made by
// Workspace::openWindow(), GUI thread.
class MainWindow : public QWidget
{
    Q_OBJECT

public:
    explicit MainWindow(Workspace &workspace,
                        QWidget *parent = nullptr); // the workspace outlives it
    ~MainWindow() override;

    // What quick connect and the command line do with an address: opens it in a tab, or says in one
    // sentence why not. A bare host is given the first panel's scheme.
    [[nodiscard]] Result<Panel *> openAddress(const QString &text);
    void submitAddress(const QString &text);
    // Nothing but the tabs, and these only while there are several: a window for one program.
    void setPlain();
    // One sentence above the tabs with something that can be done, once. The words are functions
    // because the language changes while they are shown.
    void offer(std::function<QString()> sentence, std::function<QString()> action,
               std::function<void()> call);

    [[nodiscard]] Workspace &workspace() { return m_workspace; }
    [[nodiscard]] QuickConnect &quickConnect() { return *m_quickConnect; }
    [[nodiscard]] TabArea &area() const { return *m_area; }
    // The current group of tabs.
    [[nodiscard]] Tabs &tabs() const;
    [[nodiscard]] WindowCommands &commands() { return *m_commands; }
    // At the page of this id; where the person was before, without one.
    void openSettings(const QString &page = {});
    // Puts a widget at the left of the tabs, with a boundary that can be moved and is kept. The
    // window owns it; hiding it hides the boundary too.
    void setSide(QWidget *widget);
    // A button beside the address field.
    void addToBar(QWidget *button);

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void makeCommands();
    void makeMenuButton();
    void layOut();
    void showPanel();
    void showGroups();
    void explainPanel();
    void openPalette();
    void revealOrigin(quint64 token);
    [[nodiscard]] QStringList recentCommands() const; // the last one first
    void showAbout();
    void retranslate();
    void restoreShape();
    void askAndClose();

    Workspace &m_workspace;
    const PanelContext &m_context;
    QHBoxLayout *m_bar = nullptr;
    QToolButton *m_menuButton;
    QuickConnect *m_quickConnect;
    TabArea *m_area;
    MetricsLine *m_metrics;
    QWidget *m_metricsFrame;
    QSplitter *m_splitter;
    EventList *m_events;
    WindowCommands *m_commands;
    CommandPalette *m_palette;
    QPointer<NoticeBar> m_offer;
    std::function<void()> m_wordOffer;
    QPointer<SettingsDialog> m_settingsDialog;
    QPointer<QDialog> m_leaveQuestion;
};

} // namespace Portolan::Ui
