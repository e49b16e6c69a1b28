// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/windowcommands.h"

#include "ui/widgets/symbol.h"

#include <QKeySequence>
#include <QWidget>

#include <utility>

namespace Portolan::Ui {

WindowCommands::WindowCommands(QWidget *window)
    : QObject(window)
    , m_window(window)
{
}

QAction *WindowCommands::add(QLatin1String id, QLatin1String icon, const char *keys, Text text,
                             std::function<void()> call)
{
    auto *action = new QAction(symbol(icon), text(), this);
    action->setObjectName(id);
    if (*keys)
        action->setShortcut(
            QKeySequence(QString(QStringLiteral("Ctrl+Shift+") + QLatin1String(keys))));
    connect(action, &QAction::triggered, this, std::move(call));
    m_window->addAction(action);
    m_commands.append({action, text});
    return action;
}

QAction *WindowCommands::action(QLatin1String id) const
{
    for (const Command &command : m_commands) {
        if (command.action->objectName() == id)
            return command.action;
    }
    return nullptr;
}

QList<QAction *> WindowCommands::actions() const
{
    QList<QAction *> all;
    for (const Command &command : m_commands)
        all.append(command.action);
    return all;
}

void WindowCommands::retranslate()
{
    for (const Command &command : m_commands)
        command.action->setText(command.text());
}

} // namespace Portolan::Ui
