// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fold.h"

#include "ui/widgets/symbol.h"

#include <QToolButton>

namespace Portolan::Ui {

void makeFold(QToolButton *button, QWidget *inside)
{
    button->setCheckable(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setIcon(symbol(QLatin1String("chevron-right")));
    inside->hide();
    QObject::connect(button, &QToolButton::toggled, inside, [button, inside](bool on) {
        inside->setVisible(on);
        button->setIcon(
            symbol(on ? QLatin1String("chevron-down") : QLatin1String("chevron-right")));
    });
}

} // namespace Portolan::Ui
