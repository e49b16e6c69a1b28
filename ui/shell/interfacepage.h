// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panel/settingspage.h"

namespace Portolan::Ui {

// Language and look of the windows.
class InterfacePage : public SettingsPage
{
    Q_OBJECT

public:
    explicit InterfacePage(Settings &settings);
};

} // namespace Portolan::Ui
