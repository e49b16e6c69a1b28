// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/interfacepage.h"

#include "core/store/settings.h"

namespace Portolan::Ui {

InterfacePage::InterfacePage(Settings &settings)
    : SettingsPage(settings)
{
    using Key = Settings::Key;
    addHeading([] { return tr("Language and look"); });
    // A language is named in itself, so that whoever switched by mistake finds the way back.
    addChoice(Key::language, [] { return tr("Language"); },
              {{"system", [] { return tr("As the system"); }},
               {"en", [] { return QStringLiteral("English"); }},
               {"ko", [] { return QStringLiteral("한국어"); }}});
    addNote([] { return tr("The whole window changes at once, also while sessions run."); });
    addChoice(Key::theme, [] { return tr("Theme"); },
              {{"system", [] { return tr("As the system"); }},
               {"light", [] { return tr("Light"); }},
               {"dark", [] { return tr("Dark"); }}});
}

} // namespace Portolan::Ui
