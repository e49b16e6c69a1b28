// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/startup.h"

#include "ui/shell/mainwindow.h"
#include "ui/shell/singleinstance.h"
#include "ui/shell/workspace.h"

namespace Portolan::Ui {

Startup::Startup(Workspace &workspace, SingleInstance &instance, const CommandLine &line)
    : m_workspace(workspace)
    , m_session(workspace)
{
    workspace.setCloseOnExit(line.closeOnExit);
    if (!line.command.isEmpty()) {
        openCommand(line.addresses.value(0));
        return;
    }
    // Whoever cannot be the first works like any other window, and keeps no session.
    bool isFirst = false;
    if (line.mayBeHandedOver()) {
        const Result<> listening = instance.listen();
        isFirst = listening.has_value();
        if (!isFirst)
            workspace.context().events.add({.severity = Event::Severity::Warning,
                                            .source = {},
                                            .text = listening.error().what,
                                            .time = workspace.context().now()});
    }
    openSession(line.addresses, isFirst);
    connect(&instance, &SingleInstance::requested, this, &Startup::onRequested);
}

void Startup::openCommand(const QString &address)
{
    m_workspace.setEndsWithLastTab(true);
    MainWindow *window = m_workspace.openWindow();
    window->setPlain();
    window->show();
    if (const auto panel = window->openAddress(address))
        (*panel)->setFocus();
}

void Startup::openSession(const QStringList &addresses, bool isFirst)
{
    const Session::Restore choice = m_session.choice();
    const int kept = isFirst ? m_session.keptTabs() : 0;
    int opened = 0;
    if (kept > 0 && choice == Session::Restore::Always)
        opened = m_session.restore();
    if (opened == 0)
        m_workspace.openWindow()->show();
    MainWindow *window = m_workspace.currentWindow();
    for (const QString &address : addresses)
        window->submitAddress(address);
    if (kept > 0 && choice == Session::Restore::Ask)
        window->offer([kept] { return tr("%n tab(s) were open the last time.", nullptr, kept); },
                      [] { return tr("Open them again"); }, [this] { m_session.restore(); });
    if (isFirst)
        m_session.start();
}

void Startup::onRequested(const QStringList &urls, const QByteArray &activation)
{
    MainWindow *window = m_workspace.currentWindow();
    if (!window)
        return;
    for (const QString &url : urls)
        window->submitAddress(url);
    // Whoever was clicked on may say that a window comes to the front (xdg-activation).
    if (!activation.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", activation);
    window->show();
    window->setWindowState(window->windowState() & ~Qt::WindowMinimized);
    window->raise();
    window->activateWindow();
}

} // namespace Portolan::Ui
