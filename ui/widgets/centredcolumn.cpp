// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/centredcolumn.h"

#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QVBoxLayout>
#include <QWidget>

namespace Portolan::Ui {

QVBoxLayout *centredColumn(QWidget *page, int width, int share)
{
    auto *inside = new QWidget;
    inside->setMaximumWidth(width);
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(Space::XL, Space::XL, Space::XL, Space::XL);
    column->setSpacing(Space::L);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(inside, share);
    row->addStretch(1);
    auto *whole = new QVBoxLayout(page);
    whole->addStretch(1);
    whole->addLayout(row);
    whole->addStretch(2);
    return column;
}

} // namespace Portolan::Ui
