// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/privacypage.h"

#include "core/store/historystore.h"
#include "core/store/settings.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace Portolan::Ui {

PrivacyPage::PrivacyPage(Settings &settings, HistoryStore &history)
    : SettingsPage(settings)
    , m_history(history)
    , m_count(new QLabel)
    , m_clear(new QPushButton)
    , m_forgetCommands(new QPushButton)
{
    using Key = Settings::Key;
    addHeading([] { return tr("History"); });
    addFlag(
        Key::keepHistory, [] { return tr("Remember the addresses that were opened"); }, true);
    addNote([] { return tr("They complete what is typed into the address field."); });

    m_count->setProperty("quiet", true);
    m_clear->setObjectName(QStringLiteral("clearHistory"));
    m_forgetCommands->setObjectName(QStringLiteral("forgetCommands"));
    for (QPushButton *button : {m_clear, m_forgetCommands})
        button->setAutoDefault(false);
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Space::M);
    line->addWidget(m_clear);
    line->addWidget(m_count, 1);
    addWidget(row);

    addHeading([] { return tr("Command palette"); });
    addNote([] { return tr("It shows first what was used last."); });
    auto *second = new QWidget;
    auto *secondLine = new QHBoxLayout(second);
    secondLine->setContentsMargins(0, 0, 0, 0);
    secondLine->addWidget(m_forgetCommands);
    secondLine->addStretch(1);
    addWidget(second);

    connect(m_clear, &QPushButton::clicked, this, [this] { m_history.clear(); });
    connect(m_forgetCommands, &QPushButton::clicked, this,
            [this] { this->settings().set(Key::recentCommands, QVariant()); });
    connect(&history, &HistoryStore::changed, this, &PrivacyPage::showHistory);
    connect(&settings, &Settings::changed, this, &PrivacyPage::showHistory);
    onRetranslate([this] { showHistory(); });
}

void PrivacyPage::showHistory()
{
    const int kept = int(m_history.entries().size());
    m_clear->setText(tr("Clear the history"));
    m_clear->setEnabled(kept > 0);
    m_count->setText(kept > 0 ? tr("%n connection(s) remembered", nullptr, kept)
                              : tr("Nothing is remembered."));
    m_forgetCommands->setText(tr("Forget what was used"));
    m_forgetCommands->setEnabled(!settings().text(Settings::Key::recentCommands).isEmpty());
}

} // namespace Portolan::Ui
