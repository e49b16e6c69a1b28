// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/allpanels.h"

namespace Portolan::Ui {

std::span<const PanelSpec> allPanels()
{
    return {};
}

} // namespace Portolan::Ui
