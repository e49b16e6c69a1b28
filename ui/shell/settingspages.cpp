// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/settingspages.h"

#include "ui/shell/credentialspage.h"
#include "ui/shell/interfacepage.h"
#include "ui/shell/keyspage.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/privacypage.h"
#include "ui/shell/sessionspage.h"
#include "ui/shell/terminalpage.h"
#include "ui/shell/windowcommands.h"
#include "ui/shell/workspace.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

namespace Portolan::Ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Portolan::Ui::SettingsDialog)
};

// Not a choice of the settings, but where people look for it.
class CredentialsSettings : public SettingsPage
{
public:
    explicit CredentialsSettings(const PanelContext &context)
        : SettingsPage(context.settings)
    {
        addWidget(new CredentialsPage(context.profiles, context.secrets), 1);
    }
};

QList<KeysPage::Place> keyPlaces(MainWindow &window)
{
    QList<KeysPage::Place> places;
    KeysPage::Place own{.title = [] { return Words::tr("Window"); }, .everywhere = true};
    for (const Command *command : window.commands().actions())
        own.commands.append(command->spec());
    places.append(own);
    // What several panels have by the same id is one command to a person; its keys are taken in all
    // of them.
    QHash<QLatin1String, int> owners;
    for (const PanelSpec &spec : window.workspace().panels()) {
        for (const CommandSpec &command : spec.commands())
            ++owners[command.id];
    }
    KeysPage::Place shared{.title = [] { return Words::tr("Terminals"); }, .everywhere = true};
    QSet<QLatin1String> listed;
    for (const PanelSpec &spec : window.workspace().panels()) {
        KeysPage::Place place{.title = spec.title};
        for (const CommandSpec &command : spec.commands()) {
            if (owners[command.id] == 1)
                place.commands.append(command);
            else if (!listed.contains(command.id))
                shared.commands.append(command);
            listed.insert(command.id);
        }
        if (!place.commands.isEmpty())
            places.append(place);
    }
    if (!shared.commands.isEmpty())
        places.insert(1, shared);
    return places;
}

} // namespace

std::vector<SettingsEntry> settingsPages(MainWindow &window)
{
    using L = QLatin1String;
    const PanelContext &context = window.workspace().context();
    Settings &settings = context.settings;
    std::vector<SettingsEntry> pages{
        {L("interface"), L("theme"), [] { return Words::tr("Interface"); },
         [&settings] { return std::make_unique<InterfacePage>(settings); }},
        {L("terminal"), L("terminal"), [] { return Words::tr("Terminal"); },
         [&settings] { return std::make_unique<TerminalPage>(settings); }},
        {L("sessions"), L("window"), [] { return Words::tr("Sessions"); },
         [&settings] { return std::make_unique<SessionsPage>(settings); }},
        {L("credentials"), L("key"), [] { return Words::tr("Credentials"); },
         [&context] { return std::make_unique<CredentialsSettings>(context); }},
        {L("privacy"), L("lock"), [] { return Words::tr("Privacy"); },
         [&context, &settings] {
             return std::make_unique<PrivacyPage>(settings, context.history);
         }},
        {L("keys"), L("keyboard"), [] { return Words::tr("Keyboard shortcuts"); },
         [&window, &settings] { return std::make_unique<KeysPage>(settings, keyPlaces(window)); }},
    };
    for (const PanelSpec &spec : window.workspace().panels()) {
        if (spec.settingsPage)
            pages.push_back({spec.id, spec.icon, spec.title,
                             [&context, make = spec.settingsPage] { return make(context); }});
    }
    return pages;
}

} // namespace Portolan::Ui
