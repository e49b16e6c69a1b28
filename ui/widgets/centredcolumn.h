// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QVBoxLayout;
class QWidget;

namespace Portolan::Ui {

// What an empty page says, in its middle and a little above: a column of at most `width`, which
// takes `share` parts of the page's own width against one at each side. `page` has no layout yet
// and owns the column. GUI thread.
[[nodiscard]] QVBoxLayout *centredColumn(QWidget *page, int width, int share = 6);

} // namespace Portolan::Ui
