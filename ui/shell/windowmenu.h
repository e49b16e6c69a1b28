// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>
#include <QStringList>

namespace Portolan {
class Settings;
}

namespace Portolan::Ui {

class TabArea;
class WindowCommands;

// The window's one menu. Made anew whenever it opens: it depends on the shown panel, the language
// and what is chosen. Owned by the window, GUI thread.
class WindowMenu : public QMenu
{
    Q_OBJECT

public:
    // All arguments outlive the menu.
    WindowMenu(const WindowCommands &commands, TabArea &area, Settings &settings, QWidget *parent);

private:
    void fill();
    void addCommands(QMenu &menu, std::initializer_list<const char *> ids);
    QMenu *addGroup(QLatin1String icon, const QString &title,
                    std::initializer_list<const char *> ids);
    void addChoice(const char *key, QLatin1String icon, const QString &title,
                   std::initializer_list<std::pair<const char *, QString>> values);

    const WindowCommands &m_commands;
    TabArea &m_area;
    Settings &m_settings;
    QStringList m_placed; // ids of the commands that have their place
};

} // namespace Portolan::Ui
