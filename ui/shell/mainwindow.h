// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panel/panelspec.h"

#include <QList>
#include <QPointer>
#include <QWidget>

#include <span>

class QAction;
class QMenu;
class QToolButton;

namespace Portolan::Ui {

class ConfirmDialog;
class EventList;
class Languages;
class MetricsLine;
class PracticeLab;
class QuickConnect;
class SettingsDialog;
class Tabs;
class Theme;

// The window: address field, tabs, the metrics of the shown panel, events. It composes and routes;
// what a protocol is, only its panel knows. No key of its own but Ctrl+Shift combinations, and no
// Alt mnemonics, so a terminal loses none. Owned by app, GUI thread.
class MainWindow : public QWidget
{
    Q_OBJECT

public:
    // All arguments outlive the window.
    MainWindow(std::span<const PanelSpec> panels, const PanelContext &context, Languages &languages,
               Theme &theme, QWidget *parent = nullptr);

    // What quick connect and the command line do with an address: opens it in a tab, or says in one
    // sentence why not. A bare host is given the first panel's scheme.
    [[nodiscard]] Result<Panel *> openAddress(const QString &text);
    void submitAddress(const QString &text);
    [[nodiscard]] Tabs &tabs() { return *m_tabs; }

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    struct Command
    {
        QAction *action;
        QString (*text)();
    };

    void makeCommands();
    QAction *addCommand(QLatin1String icon, const char *keys, QString (*text)());
    void makeMenu();
    void fillMenu();
    void layOut();
    void followSetting(const QString &key);
    void showPanel();
    void openSettings();
    void showAbout();
    void retranslate();
    void restoreShape();
    void leave();

    std::span<const PanelSpec> m_panels;
    const PanelContext &m_context;
    Languages &m_languages;
    Theme &m_theme;
    PracticeLab *m_lab;
    QToolButton *m_menuButton;
    QMenu *m_menu;
    QuickConnect *m_quickConnect;
    Tabs *m_tabs;
    MetricsLine *m_metrics;
    QWidget *m_metricsFrame;
    EventList *m_events;
    QList<Command> m_commands;
    QAction *m_duplicate = nullptr;
    QPointer<SettingsDialog> m_settingsDialog;
    QPointer<ConfirmDialog> m_leaveQuestion;
};

} // namespace Portolan::Ui
