// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QScrollArea;
class QWidget;

namespace Portolan::Ui {

// A place for `page` that scrolls it vertically where there is less room than its content needs,
// and shows nothing of itself where there is enough. It takes the page, has no frame, and no focus
// of its own. A page must be able to be as narrow as its place. GUI thread.
QScrollArea *scrolling(QWidget *page);

} // namespace Portolan::Ui
