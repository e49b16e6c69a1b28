// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QDialog;
class QWidget;

namespace Portolan::Ui {

// Shows a dialog that belongs to one tab: not modal, so that other tabs can be used meanwhile, and
// only while the tab is shown, so that one in the background neither interrupts nor is answered by
// mistake. It is deleted when it closes, and goes with the tab. GUI thread.
void showWhileShown(QDialog *dialog, QWidget *tab);

} // namespace Portolan::Ui
