// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panel/settingspage.h"

class QLabel;
class QPushButton;

namespace Portolan {
class HistoryStore;
}

namespace Portolan::Ui {

// What is remembered of what a person did, and forgetting it.
class PrivacyPage : public SettingsPage
{
    Q_OBJECT

public:
    // Both outlive it.
    PrivacyPage(Settings &settings, HistoryStore &history);

private:
    void showHistory();

    HistoryStore &m_history;
    QLabel *m_count;
    QPushButton *m_clear;
    QPushButton *m_forgetCommands;
};

} // namespace Portolan::Ui
