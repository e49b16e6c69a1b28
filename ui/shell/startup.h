// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/commandline.h"
#include "ui/shell/session.h"

#include <QObject>

namespace Portolan::Ui {

class SingleInstance;
class Workspace;

// What the program opens when it starts, and when it is started again: one command's window, the
// last session, the addresses of the command line. Owned by app, GUI thread.
class Startup : public QObject
{
    Q_OBJECT

public:
    // Workspace and instance outlive it. Of a command, `line.addresses` holds the address.
    Startup(Workspace &workspace, SingleInstance &instance, const CommandLine &line);

private:
    void openCommand(const QString &address);
    void openSession(const QStringList &addresses, bool isFirst);
    void onRequested(const QStringList &urls, const QByteArray &activation);

    Workspace &m_workspace;
    Session m_session;
};

} // namespace Portolan::Ui
