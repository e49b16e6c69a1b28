// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/sessionspage.h"

#include "core/store/settings.h"

namespace Portolan::Ui {

SessionsPage::SessionsPage(Settings &settings)
    : SettingsPage(settings)
{
    using Key = Settings::Key;
    addHeading([] { return tr("At the next start"); });
    addChoice(Key::restoreSession, [] { return tr("Tabs of the last time"); },
              {{"always", [] { return tr("Open again"); }},
               {"ask", [] { return tr("Ask"); }},
               {"never", [] { return tr("Begin anew"); }}});
    addChoice(Key::connectRestored, [] { return tr("Their connections"); },
              {{"asked", [] { return tr("Where that was asked for"); }},
               {"all", [] { return tr("Connect all"); }}});
    addNote([] {
        return tr("A tab that is not connected keeps its place and waits until it is asked to.");
    });
}

} // namespace Portolan::Ui
