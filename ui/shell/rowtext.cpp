// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/rowtext.h"

#include <QFontMetrics>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace Portolan::Ui {

namespace {

constexpr qsizetype kMostShown = 300; // more is not readable in a row anyway

} // namespace

int RowText::paint(QPainter &painter, const QRect &area) const
{
    if (area.width() <= 0 || text.isEmpty())
        return 0;
    const QFontMetrics metrics(font);
    const QString shown = metrics.elidedText(text.left(kMostShown), Qt::ElideRight, area.width());
    // The ellipsis stands for what was cut off.
    const qsizetype whole = shown == text ? shown.size() : shown.size() - 1;
    QList<QTextLayout::FormatRange> formats;
    for (const TextRange &range : found) {
        const qsizetype end = std::min(range.begin + range.length, whole);
        if (range.begin >= end)
            continue;
        QTextLayout::FormatRange format;
        format.start = static_cast<int>(range.begin);
        format.length = static_cast<int>(end - range.begin);
        format.format.setFontWeight(QFont::Bold);
        format.format.setForeground(foundColor);
        formats.append(format);
    }
    QTextLayout layout(shown, font);
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(option);
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(area.width());
    layout.endLayout();
    painter.save();
    painter.setPen(color);
    painter.setClipRect(area);
    layout.draw(&painter, QPointF(area.left(), area.top() + (area.height() - line.height()) / 2.0));
    painter.restore();
    return static_cast<int>(std::ceil(line.naturalTextWidth()));
}

} // namespace Portolan::Ui
