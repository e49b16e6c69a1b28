// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panel/panelspec.h"

#include <QList>
#include <QObject>
#include <QPointer>

#include <memory>
#include <span>

class QDialog;

namespace Portolan::Ui {

class ConnectionStates;
class HistoryRecorder;
class EventModel;
class Languages;
class MainWindow;
class PracticeLab;
class Reconnector;
class Theme;

// All windows of the program and what they share: the table of panels, the context that panels get,
// one timeline, one practice lab. Questions that concern everything (how many sessions live,
// quitting) are asked here once, whatever the number of windows. Owned by app, GUI thread.
class Workspace : public QObject
{
    Q_OBJECT

public:
    // All arguments outlive it.
    Workspace(std::span<const PanelSpec> panels, const PanelContext &context, Languages &languages,
              Theme &theme, QObject *parent = nullptr);
    ~Workspace() override;

    [[nodiscard]] std::span<const PanelSpec> panels() const { return m_panels; }
    [[nodiscard]] const PanelContext &context() const { return m_context; }
    [[nodiscard]] const Languages &languages() const { return m_languages; }
    [[nodiscard]] PracticeLab &lab() { return *m_lab; }
    [[nodiscard]] EventModel &events() { return *m_events; }
    // The live states of profiles over all windows.
    [[nodiscard]] ConnectionStates &connections() { return *m_connections; }
    // Every panel is told to it, and stands in the history from then on.
    [[nodiscard]] HistoryRecorder &recorder() { return *m_recorder; }
    [[nodiscard]] Reconnector &reconnector() { return *m_reconnector; }
    // Every tab that waits or has lost its connection, in all windows.
    void connectAll();
    // Tabs close when what runs in them ends, however; exitCode() is that of the last one.
    void setCloseOnExit(bool close) { m_closeOnExit = close; }
    [[nodiscard]] bool closesOnExit() const { return m_closeOnExit; }
    void setExitCode(int code) { m_exitCode = code; }
    [[nodiscard]] int exitCode() const { return m_exitCode; }
    // A window goes with its last tab, also the last window (for -e).
    void setEndsWithLastTab(bool ends) { m_endsWithLastTab = ends; }
    [[nodiscard]] bool endsWithLastTab() const { return m_endsWithLastTab || m_windows.size() > 1; }
    // Null where no panel opens it.
    [[nodiscard]] const PanelSpec *panelFor(const QString &scheme) const;

    // A window with a start page, not yet shown. It belongs to the workspace and goes when it is
    // closed, unless it is the last one: that one stays, hidden. Deleting it is fine.
    [[nodiscard]] MainWindow *openWindow();
    [[nodiscard]] const QList<MainWindow *> &windows() const { return m_windows; }
    // The one that a person used last; null before the first.
    [[nodiscard]] MainWindow *currentWindow() const;
    // Sessions that would end with the program.
    [[nodiscard]] int liveCount() const;
    // Closes every window, after one question where sessions would end.
    void quit(QWidget *asker);

Q_SIGNALS:
    // Something that is worth keeping over a restart: tabs, their order, titles, splits, windows.
    void changed();
    // Now the state before is the one to keep: windows close, one after the other.
    void closing();

private:
    friend class MainWindow;
    void added(MainWindow *window);
    void activated(MainWindow *window);
    void closed(MainWindow *window);
    void removed(MainWindow *window);
    void followSetting(const QString &key);
    void closeAll();

    std::span<const PanelSpec> m_panels;
    const PanelContext &m_context;
    Languages &m_languages;
    Theme &m_theme;
    PracticeLab *m_lab;
    ConnectionStates *m_connections;
    HistoryRecorder *m_recorder;
    EventModel *m_events;
    Reconnector *m_reconnector;
    QList<MainWindow *> m_windows; // the last used at the end
    QPointer<QDialog> m_question;
    int m_exitCode = 0;
    bool m_closeOnExit = false;
    bool m_endsWithLastTab = false;
};

} // namespace Portolan::Ui
