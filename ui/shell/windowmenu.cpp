// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/windowmenu.h"

#include "core/store/settings.h"
#include "ui/panel/panel.h"
#include "ui/shell/tabarea.h"
#include "ui/shell/windowcommands.h"
#include "ui/widgets/symbol.h"

#include <QActionGroup>

namespace Portolan::Ui {

WindowMenu::WindowMenu(const WindowCommands &commands, TabArea &area, Settings &settings,
                       QWidget *parent)
    : QMenu(parent)
    , m_commands(commands)
    , m_area(area)
    , m_settings(settings)
{
    connect(this, &QMenu::aboutToShow, this, &WindowMenu::fill);
}

void WindowMenu::fill()
{
    clear();
    m_placed.clear();
    addCommands(*this, {"new-tab", "duplicate-tab", "close-tab"});
    addSeparator();
    if (const Panel *panel = m_area.currentPanel(); panel && !panel->actions().isEmpty())
        addGroup(QLatin1String("terminal"), tr("This tab"), {})->addActions(panel->actions());
    addGroup(QLatin1String("split-right"), tr("Splits and windows"),
             {"split-right", "split-below", "move-to-next-split", "focus-left", "focus-right",
              "focus-above", "focus-below", "new-window", "move-to-new-window", "next-tab",
              "previous-tab"});
    addGroup(QLatin1String("host"), tr("Connections"),
             {"connections", "find-connection", "new-connection", "save-connection", "connect-all",
              "import-connections", "export-connections"});
    addSeparator();
    addCommands(*this, {"palette", "address", "explain", "events"});
    // Whatever is not named here.
    const QStringList last{QStringLiteral("settings"), QStringLiteral("shortcuts"),
                           QStringLiteral("about"), QStringLiteral("quit")};
    for (QAction *action : m_commands.actions()) {
        if (!m_placed.contains(action->objectName()) && !last.contains(action->objectName()) &&
            action->isVisible())
            addAction(action);
    }
    addSeparator();
    using Key = Settings::Key;
    addChoice(Key::language, QLatin1String("globe"), tr("Language"),
              {{"system", tr("As the system")},
               {"en", QStringLiteral("English")},
               {"ko", QStringLiteral("한국어")}});
    addChoice(Key::theme, QLatin1String("theme"), tr("Theme"),
              {{"system", tr("As the system")}, {"light", tr("Light")}, {"dark", tr("Dark")}});
    addCommands(*this, {"settings", "shortcuts", "about"});
    addSeparator();
    addCommands(*this, {"quit"});
}

void WindowMenu::addCommands(QMenu &menu, std::initializer_list<const char *> ids)
{
    for (const char *id : ids) {
        m_placed.append(QString(QLatin1String(id)));
        if (QAction *action = m_commands.action(QLatin1String(id)))
            menu.addAction(action);
    }
}

QMenu *WindowMenu::addGroup(QLatin1String icon, const QString &title,
                            std::initializer_list<const char *> ids)
{
    QMenu *menu = addMenu(symbol(icon), title);
    addCommands(*menu, ids);
    return menu;
}

void WindowMenu::addChoice(const char *key, QLatin1String icon, const QString &title,
                           std::initializer_list<std::pair<const char *, QString>> values)
{
    QMenu *choices = addMenu(symbol(icon), title);
    auto *group = new QActionGroup(choices);
    const QString chosen = m_settings.text(key, QStringLiteral("system"));
    for (const auto &[value, text] : values) {
        QAction *action = choices->addAction(text);
        action->setCheckable(true);
        action->setChecked(chosen == QLatin1String(value));
        action->setData(QString(QLatin1String(value)));
        group->addAction(action);
    }
    connect(group, &QActionGroup::triggered, this,
            [this, key](const QAction *action) { m_settings.set(key, action->data().toString()); });
}

} // namespace Portolan::Ui
