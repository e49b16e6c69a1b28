// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panel/settingspage.h"

#include <functional>
#include <memory>
#include <vector>

namespace Portolan::Ui {

class MainWindow;

// A page of the settings before it is made.
struct SettingsEntry
{
    QLatin1String id;
    QLatin1String icon;
    QString (*title)();
    std::function<std::unique_ptr<SettingsPage>()> create;
};

// Every page, in the order of display: the shell's own, then those of the panels. `window` outlives
// what is created. GUI thread.
[[nodiscard]] std::vector<SettingsEntry> settingsPages(MainWindow &window);

} // namespace Portolan::Ui
