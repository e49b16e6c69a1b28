// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panel/settingspage.h"

namespace Portolan {
class HistoryStore;
}

namespace Portolan::Ui {

// Language and look of the windows, and what is kept of what was done in them.
class InterfacePage : public SettingsPage
{
    Q_OBJECT

public:
    InterfacePage(Settings &settings, HistoryStore &history);
};

} // namespace Portolan::Ui
