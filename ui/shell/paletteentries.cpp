// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/paletteentries.h"

#include "ui/shell/languages.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/settingspages.h"
#include "ui/shell/tabarea.h"
#include "ui/shell/tabs.h"
#include "ui/shell/windowcommands.h"
#include "ui/shell/workspace.h"
#include "ui/widgets/symbol.h"

#include <QCoreApplication>
#include <QHash>
#include <QPointer>

namespace Portolan::Ui {

namespace {

class Entries
{
    Q_DECLARE_TR_FUNCTIONS(Portolan::Ui::CommandPalette)

public:
    explicit Entries(MainWindow &window)
        : m_window(window)
        , m_languages(window.workspace().languages())
    {
    }

    std::vector<PaletteEntry> all()
    {
        if (Panel *panel = m_window.area().currentPanel())
            addPanel(*panel);
        for (Command *command : m_window.commands().actions()) {
            // The palette itself is open already.
            if (command->isVisible() && command->spec().id != QLatin1String("palette"))
                add(*command, [] { return tr("Window"); });
        }
        addOtherPanels();
        addTabs();
        addChoices();
        addSettings();
        addProfiles();
        return std::move(m_entries);
    }

private:
    // `text` is asked twice, in both languages.
    template<typename Text>
    PaletteEntry &add(const QString &id, const QIcon &icon, const Text &text, const QString &place,
                      std::function<void()> run)
    {
        PaletteEntry entry;
        entry.id = id;
        entry.icon = icon;
        entry.text = text();
        entry.other = m_languages.worded(m_languages.other(), text);
        if (entry.other == entry.text)
            entry.other.clear();
        entry.place = place;
        entry.run = std::move(run);
        m_entries.push_back(std::move(entry));
        return m_entries.back();
    }

    template<typename Place>
    void add(QAction &action, const Place &place)
    {
        const QPointer<QAction> kept(&action);
        const auto run = [kept] {
            if (kept)
                kept->trigger();
        };
        const auto *command = qobject_cast<const Command *>(&action);
        PaletteEntry &entry =
            command ? add(command->spec().id, action.icon(), command->spec().text, place(), run)
                    : add(
                          {}, action.icon(), [&action] { return action.text(); }, place(), run);
        entry.keys = action.shortcut().toString(QKeySequence::NativeText);
        if (!action.isEnabled())
            entry.why = command ? command->whyNot() : tr("Not possible now");
    }

    void addPanel(const Panel &panel)
    {
        for (QAction *action : panel.actions()) {
            if (action->isVisible() && !action->isSeparator())
                add(*action, Tabs::specOf(panel)->title);
        }
    }

    // What makes sense without seeing the tab is offered for the tabs that are not shown, too.
    void addOtherPanels()
    {
        for (Panel *panel : m_window.area().panels()) {
            if (panel == m_window.area().currentPanel())
                continue;
            for (QAction *action : panel->actions()) {
                const auto *command = qobject_cast<const Command *>(action);
                if (!command || !command->spec().fromElsewhere || !command->isEnabled())
                    continue;
                add({}, action->icon(), command->spec().text, panel->title(),
                    [panel = QPointer<Panel>(panel), action = QPointer<QAction>(action)] {
                        if (panel && action) {
                            Tabs::reveal(*panel);
                            action->trigger();
                        }
                    });
            }
        }
    }

    void addTabs()
    {
        for (MainWindow *window : m_window.workspace().windows()) {
            for (Panel *panel : window->area().panels()) {
                if (panel == m_window.area().currentPanel())
                    continue;
                const QString title = panel->title();
                add(
                    {}, symbol(Tabs::specOf(*panel)->icon),
                    [&title] { return tr("Go to tab: %1").arg(title); },
                    Panel::stateName(panel->state()),
                    [panel = QPointer<Panel>(panel)] {
                        if (panel)
                            Tabs::reveal(*panel);
                    });
            }
        }
    }

    void addChoices()
    {
        using Key = Settings::Key;
        addChoice(Key::language, "system", "globe", [] { return tr("Language: as the system"); });
        addChoice(Key::language, "en", "globe", [] { return tr("Language: English"); });
        addChoice(Key::language, "ko", "globe", [] { return tr("Language: Korean"); });
        addChoice(Key::theme, "system", "theme", [] { return tr("Theme: as the system"); });
        addChoice(Key::theme, "light", "theme", [] { return tr("Theme: light"); });
        addChoice(Key::theme, "dark", "theme", [] { return tr("Theme: dark"); });
    }

    // As many as a person has, so what is the same in all of them is made once.
    void addProfiles()
    {
        const Workspace &workspace = m_window.workspace();
        const auto pattern = [] { return tr("Connect: %1"); };
        const QString here = pattern();
        const QString there = m_languages.worded(m_languages.other(), pattern);
        QHash<QString, QIcon> icons;
        for (const Profile &profile : workspace.context().profiles.profiles()) {
            const PanelSpec *spec = workspace.panelFor(profile.address.scheme);
            if (!spec)
                continue;
            QIcon &icon = icons[profile.address.scheme];
            if (icon.isNull())
                icon = symbol(spec->icon);
            PaletteEntry entry;
            entry.id = QStringLiteral("profile/") + profile.id;
            entry.icon = icon;
            entry.text = here.arg(profile.name);
            entry.other = there.arg(profile.name);
            entry.place = profile.address.toString();
            if (!profile.folder.isEmpty())
                entry.place.prepend(profile.folder + QStringLiteral("   "));
            entry.run = [window = QPointer<MainWindow>(&m_window), spec, id = profile.id] {
                if (!window)
                    return;
                if (const auto kept = window->workspace().context().profiles.profile(id))
                    window->area().openPanel(*spec,
                                             OpenRequest{.address = kept->address, .profile = id});
            };
            m_entries.push_back(std::move(entry));
        }
    }

    void addSettings()
    {
        for (const SettingsEntry &entry : settingsPages(m_window)) {
            const QString id = entry.id;
            add(
                QStringLiteral("settings/") + id, symbol(entry.icon),
                [&entry] { return tr("Settings: %1").arg(entry.title()); }, tr("Settings"),
                [window = QPointer<MainWindow>(&m_window), id] {
                    if (window)
                        window->openSettings(id);
                });
        }
    }

    void addChoice(const char *key, const char *value, const char *icon, QString (*text)())
    {
        Settings &settings = m_window.workspace().context().settings;
        add(QString(QLatin1String(key) + QLatin1Char('=') + QLatin1String(value)),
            symbol(QLatin1String(icon)), text, tr("Settings"),
            [&settings, key, value] { settings.set(key, QString(QLatin1String(value))); });
    }

    MainWindow &m_window;
    const Languages &m_languages;
    std::vector<PaletteEntry> m_entries;
};

} // namespace

std::vector<PaletteEntry> paletteEntries(MainWindow &window)
{
    return Entries(window).all();
}

} // namespace Portolan::Ui
