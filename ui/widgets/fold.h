// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QToolButton;
class QWidget;

namespace Portolan::Ui {

// `button` shows and hides `inside`, which is hidden at first; an arrow says which. Both belong to
// one page. GUI thread.
void makeFold(QToolButton *button, QWidget *inside);

} // namespace Portolan::Ui
