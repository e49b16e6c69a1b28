// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panel/settingspage.h"

namespace Portolan::Ui {

// What comes back at the next start.
class SessionsPage : public SettingsPage
{
    Q_OBJECT

public:
    explicit SessionsPage(Settings &settings);
};

} // namespace Portolan::Ui
