// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/interfacepage.h"

#include "core/store/historystore.h"
#include "core/store/settings.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace Portolan::Ui {

InterfacePage::InterfacePage(Settings &settings, HistoryStore &history)
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
    addHeading([] { return tr("The last session"); });
    addChoice(Key::restoreSession, [] { return tr("Its tabs"); },
              {{"always", [] { return tr("Open again"); }},
               {"ask", [] { return tr("Offer once"); }},
               {"never", [] { return tr("Leave closed"); }}});
    addNote([] { return tr("A tab that is open again waits until you connect it."); });
    addChoice(Key::connectRestored, [] { return tr("Connect them"); },
              {{"asked", [] { return tr("One by one, when asked"); }},
               {"all", [] { return tr("All, in the background"); }}});
    addHeading([] { return tr("History"); });
    addFlag(
        Key::keepHistory, [] { return tr("Remember the addresses that were opened"); }, true);
    addNote([] { return tr("They complete what you type into the address field."); });
    auto *clear = new QPushButton;
    clear->setAutoDefault(false); // Enter in the search of the settings must not press it
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(Space::L, 0, 0, 0);
    line->addWidget(clear);
    line->addStretch(1);
    addWidget(row);
    const auto follow = [clear, &history] { clear->setEnabled(!history.entries().isEmpty()); };
    connect(clear, &QPushButton::clicked, &history, &HistoryStore::clear);
    connect(&history, &HistoryStore::changed, clear, follow);
    onRetranslate([clear] { clear->setText(tr("Clear the history")); });
    follow();
}

} // namespace Portolan::Ui
