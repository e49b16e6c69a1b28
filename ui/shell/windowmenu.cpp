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
    addCommands({"new-tab", "duplicate-tab", "close-tab"});
    addSeparator();
    addCommands(
        {"split-right", "split-below", "move-to-next-split", "move-to-new-window", "new-window"});
    if (const Panel *panel = m_area.currentPanel(); panel && !panel->actions().isEmpty()) {
        addSeparator();
        addActions(panel->actions());
    }
    addSeparator();
    using Key = Settings::Key;
    addChoice(Key::language, QLatin1String("globe"), tr("Language"),
              {{"system", tr("As the system")},
               {"en", QStringLiteral("English")},
               {"ko", QStringLiteral("한국어")}});
    addChoice(Key::theme, QLatin1String("theme"), tr("Theme"),
              {{"system", tr("As the system")}, {"light", tr("Light")}, {"dark", tr("Dark")}});
    addSeparator();
    // Whatever is not named here stands in one block before the end, in its order.
    const QStringList placed{
        QStringLiteral("new-tab"),     QStringLiteral("duplicate-tab"),
        QStringLiteral("close-tab"),   QStringLiteral("split-right"),
        QStringLiteral("split-below"), QStringLiteral("move-to-next-split"),
        QStringLiteral("new-window"),  QStringLiteral("move-to-new-window"),
        QStringLiteral("quit"),        QStringLiteral("focus-left"),
        QStringLiteral("focus-right"), QStringLiteral("focus-above"),
        QStringLiteral("focus-below"),
    };
    for (QAction *action : m_commands.actions()) {
        if (!placed.contains(action->objectName()) && action->isVisible())
            addAction(action);
    }
    addSeparator();
    addCommands({"quit"});
}

void WindowMenu::addCommands(std::initializer_list<const char *> ids)
{
    for (const char *id : ids) {
        if (QAction *action = m_commands.action(QLatin1String(id)))
            addAction(action);
    }
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
