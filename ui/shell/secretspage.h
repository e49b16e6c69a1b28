// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panel/settingspage.h"

namespace Portolan {
class ProfileStore;
class SecretStore;
} // namespace Portolan

namespace Portolan::Ui {

// The credentials as a page of the settings: nothing to choose, nothing to reset.
class SecretsPage : public SettingsPage
{
    Q_OBJECT

public:
    // All arguments outlive it.
    SecretsPage(Settings &settings, ProfileStore &profiles, SecretStore &secrets);

    [[nodiscard]] bool canReset() const override { return false; }
};

} // namespace Portolan::Ui
