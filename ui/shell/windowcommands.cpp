// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/windowcommands.h"

#include <QWidget>

#include <utility>

namespace Portolan::Ui {

WindowCommands::WindowCommands(QWidget *window, Settings &settings)
    : QObject(window)
    , m_window(window)
    , m_settings(settings)
{
}

Command *WindowCommands::add(const CommandSpec &spec, std::function<void()> call)
{
    auto *command = new Command(spec, m_settings, this);
    connect(command, &QAction::triggered, this, std::move(call));
    m_window->addAction(command);
    m_commands.append(command);
    return command;
}

Command *WindowCommands::action(QLatin1String id) const
{
    for (Command *command : m_commands) {
        if (command->spec().id == id)
            return command;
    }
    return nullptr;
}

void WindowCommands::retranslate()
{
    for (Command *command : m_commands)
        command->retranslate();
}

} // namespace Portolan::Ui
