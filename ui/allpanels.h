// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panel/panelspec.h"

#include <span>

namespace Portolan::Ui {

// Every panel of the program, in the order of display. allpanels.cpp is the one place that names
// them: menus, quick connect, the start page and the tests go over this table. It is explicit
// because the linker drops self-registering objects from static libraries.
[[nodiscard]] std::span<const PanelSpec> allPanels();

} // namespace Portolan::Ui
