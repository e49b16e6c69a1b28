// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panel/command.h"

#include <QList>
#include <QObject>

#include <functional>

class QWidget;

namespace Portolan::Ui {

// What a window can do, each as one Command: menu, command palette and list of shortcuts show the
// same ones. Their keys hold in this window while they are enabled. Owned by the window, GUI
// thread.
class WindowCommands : public QObject
{
    Q_OBJECT

public:
    // `settings` outlives it.
    WindowCommands(QWidget *window, Settings &settings);

    Command *add(const CommandSpec &spec, std::function<void()> call);
    // Null where there is none.
    [[nodiscard]] Command *action(QLatin1String id) const;
    // In the order in which they were added.
    [[nodiscard]] const QList<Command *> &actions() const { return m_commands; }
    void retranslate();

private:
    QWidget *m_window;
    Settings &m_settings;
    QList<Command *> m_commands;
};

} // namespace Portolan::Ui
