// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panel/command.h"
#include "ui/panel/panelcontext.h"

#include <functional>

class QWidget;

namespace Portolan::Ui {

// What a protocol can do without a connection: a command of the window, in its menu, the palette
// and on the start page. Constant; any thread but open().
struct PanelTool
{
    CommandSpec command;
    QString (*description)(); // one sentence, for the start page
    // Shows it over `window`; `openAddress` opens a tab there, and may be called while the window
    // is. GUI thread.
    void (*open)(const PanelContext &context, QWidget *window,
                 std::function<void(const QString &address)> openAddress);
};

} // namespace Portolan::Ui
