// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/palettemodel.h"

namespace Portolan::Ui {

class MainWindow;

// What the command palette of `window` offers now: the shown panel's commands, the window's, the
// open tabs of all windows, the choices and pages of the settings. The entries hold no panel or
// window beyond its life. GUI thread.
[[nodiscard]] std::vector<PaletteEntry> paletteEntries(MainWindow &window);

} // namespace Portolan::Ui
