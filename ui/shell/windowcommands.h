// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QLatin1String>
#include <QList>
#include <QObject>

#include <functional>

class QWidget;

namespace Portolan::Ui {

// What a window can do, each as one QAction: menu, command palette and list of shortcuts show the
// same ones. An action's objectName is its id, stable and never translated. Its keys, if any, are
// Ctrl+Shift and one more, and hold in this window while the action is enabled. Owned by the
// window, GUI thread.
class WindowCommands : public QObject
{
    Q_OBJECT

public:
    using Text = QString (*)(); // a function, because the language changes while it is shown

    explicit WindowCommands(QWidget *window);

    // `keys` is what follows Ctrl+Shift+, or empty.
    QAction *add(QLatin1String id, QLatin1String icon, const char *keys, Text text,
                 std::function<void()> call);
    // Null where there is none.
    [[nodiscard]] QAction *action(QLatin1String id) const;
    // In the order in which they were added.
    [[nodiscard]] QList<QAction *> actions() const;
    void retranslate();

private:
    struct Command
    {
        QAction *action;
        Text text;
    };

    QWidget *m_window;
    QList<Command> m_commands;
};

} // namespace Portolan::Ui
