// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palettedelegate.h"

#include "ui/shell/palettemodel.h"
#include "ui/widgets/theme.h"

#include <QGuiApplication>
#include <QPainter>
#include <QTextLayout>

namespace Portolan::Ui {

namespace {

constexpr int kSymbol = 16;

// Draws `text` on one line with the ranges marked; returns the width that it took.
int drawMarked(QPainter &painter, const QRect &area, const QString &text, const QFont &font,
               const QColor &color, const QColor &mark, const QList<TextRange> &ranges)
{
    const QFontMetrics metrics(font);
    const QString shown = metrics.elidedText(text, Qt::ElideRight, area.width());
    QList<QTextLayout::FormatRange> formats;
    for (const TextRange &range : ranges) {
        const qsizetype length = std::min(range.length, shown.size() - range.begin);
        if (length <= 0)
            continue;
        QTextLayout::FormatRange format;
        format.start = int(range.begin);
        format.length = int(length);
        format.format.setForeground(mark);
        format.format.setFontUnderline(true);
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
    painter.setPen(color);
    layout.draw(&painter, QPointF(area.left(), area.top() + (area.height() - line.height()) / 2));
    return int(line.naturalTextWidth()) + 1;
}

} // namespace

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    // The style sheet writes its own colours into the option's palette.
    const QPalette palette = QGuiApplication::palette();
    const StateColors &colors = stateColors(palette);
    const QString why = index.data(PaletteModel::WhyRole).toString();
    const bool selected = (option.state & QStyle::State_Selected) != 0;
    const QColor text = why.isEmpty() ? palette.color(QPalette::Text)
                                      : palette.color(QPalette::Disabled, QPalette::Text);
    const QColor accent = why.isEmpty() ? palette.color(QPalette::Highlight)
                                        : palette.color(QPalette::Disabled, QPalette::Text);

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect row = option.rect.adjusted(Space::S, 1, -Space::S, -1);
    if (selected || (option.state & QStyle::State_MouseOver) != 0) {
        QColor fill = palette.color(QPalette::Highlight);
        fill.setAlphaF(selected ? 0.18F : 0.08F);
        painter->setPen(Qt::NoPen);
        painter->setBrush(fill);
        painter->drawRoundedRect(row, 6, 6);
    }

    QRect inside = row.adjusted(Space::M, 0, -Space::M, 0);
    const auto icon = index.data(Qt::DecorationRole).value<QIcon>();
    icon.paint(painter,
               QRect(inside.left(), inside.center().y() - kSymbol / 2 + 1, kSymbol, kSymbol),
               Qt::AlignCenter, why.isEmpty() ? QIcon::Normal : QIcon::Disabled);
    inside.setLeft(inside.left() + kSymbol + Space::M + 2);

    QFont small = option.font;
    if (small.pointSizeF() > 0)
        small.setPointSizeF(small.pointSizeF() * 0.9);
    const QFontMetrics smallMetrics(small);
    painter->setFont(small);
    if (const QString keys = index.data(PaletteModel::KeysRole).toString(); !keys.isEmpty()) {
        const int width = smallMetrics.horizontalAdvance(keys) + 2 * Space::S + 4;
        const int height = smallMetrics.height() + 4;
        const QRect cap(inside.right() - width + 1, inside.center().y() - height / 2 + 1, width,
                        height);
        painter->setPen(colors.border);
        painter->setBrush(palette.color(QPalette::Base));
        painter->drawRoundedRect(QRectF(cap).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        painter->setPen(colors.quiet);
        painter->drawText(cap, Qt::AlignCenter, keys);
        inside.setRight(cap.left() - Space::M);
    }
    const QString place = why.isEmpty() ? index.data(PaletteModel::PlaceRole).toString() : why;
    if (!place.isEmpty()) {
        // The name comes first, but a row without any of its place says too little.
        const int name =
            QFontMetrics(option.font).horizontalAdvance(index.data(Qt::DisplayRole).toString());
        const int most =
            std::max(inside.width() - name - Space::XL, std::min(inside.width() / 3, 220));
        const QString shown = smallMetrics.elidedText(place, Qt::ElideMiddle, most);
        const int width = smallMetrics.horizontalAdvance(shown);
        painter->setPen(colors.quiet);
        painter->drawText(QRect(inside.right() - width + 1, inside.top(), width, inside.height()),
                          Qt::AlignVCenter | Qt::AlignRight, shown);
        inside.setRight(inside.right() - width - Space::L);
    }

    const int used =
        drawMarked(*painter, inside, index.data(Qt::DisplayRole).toString(), option.font, text,
                   accent, index.data(PaletteModel::TextRangesRole).value<QList<TextRange>>());
    if (const QString other = index.data(PaletteModel::OtherRole).toString(); !other.isEmpty()) {
        const QRect rest = inside.adjusted(used + Space::M, 0, 0, 0);
        if (rest.width() > Space::XL)
            drawMarked(*painter, rest, other, option.font, colors.quiet, accent,
                       index.data(PaletteModel::OtherRangesRole).value<QList<TextRange>>());
    }
    painter->restore();
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {200, option.fontMetrics.height() + 2 * Space::M};
}

} // namespace Portolan::Ui
