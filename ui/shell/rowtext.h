// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/textmatcher.h"

#include <QColor>
#include <QFont>
#include <QList>
#include <QString>

class QPainter;
class QRect;

namespace Portolan::Ui {

// One line of a row as a delegate paints it: what a filter found in it is bold and in another
// colour, and what does not fit ends in an ellipsis. Plain text; any length. GUI thread.
struct RowText
{
    QString text;
    QList<TextRange> found;
    QColor color;
    QColor foundColor;
    QFont font;

    // Centred vertically in `area`. The width that it took.
    int paint(QPainter &painter, const QRect &area) const;
};

} // namespace Portolan::Ui
