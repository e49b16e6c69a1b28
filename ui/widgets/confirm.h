// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/dialogframe.h"

#include <functional>

namespace Portolan::Ui {

// One question before something ends or goes: what will happen in one sentence, Cancel and a verb.
// Window-modal, never blocks. Made by confirm(); gone when it is answered or its parent goes.
class ConfirmDialog : public DialogFrame
{
    Q_OBJECT

public:
    // Ends: it can be had again, Enter means yes. Lasting: it cannot, Enter means Cancel.
    enum class Risk { Ends, Lasting };

    ConfirmDialog(const QString &title, const QString &sentence, const QString &verb, Risk risk,
                  QWidget *parent);
};

// Asks, and calls `then` if the answer is `verb`; not if `parent` is gone by then. `title` is a
// short question or noun ("Close tab"), `sentence` says what will be lost or done.
ConfirmDialog *confirm(QWidget *parent, const QString &title, const QString &sentence,
                       const QString &verb, std::function<void()> then,
                       ConfirmDialog::Risk risk = ConfirmDialog::Risk::Ends);

} // namespace Portolan::Ui
