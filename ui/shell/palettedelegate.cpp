// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palettedelegate.h"

#include "ui/shell/palettemodel.h"
#include "ui/shell/rowtext.h"
#include "ui/widgets/theme.h"

#include <QGuiApplication>
#include <QPainter>

#include <algorithm>

namespace Portolan::Ui {

namespace {

constexpr int kSymbol = 16;

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
        const int nameWidth =
            QFontMetrics(option.font).horizontalAdvance(index.data(Qt::DisplayRole).toString());
        const int most =
            std::max(inside.width() - nameWidth - Space::XL, std::min(inside.width() / 3, 220));
        const QString shown = smallMetrics.elidedText(place, Qt::ElideMiddle, most);
        const int width = smallMetrics.horizontalAdvance(shown);
        painter->setPen(colors.quiet);
        painter->drawText(QRect(inside.right() - width + 1, inside.top(), width, inside.height()),
                          Qt::AlignVCenter | Qt::AlignRight, shown);
        inside.setRight(inside.right() - width - Space::L);
    }

    const RowText name{index.data(Qt::DisplayRole).toString(),
                       index.data(PaletteModel::TextRangesRole).value<QList<TextRange>>(), text,
                       accent, option.font};
    const int used = name.paint(*painter, inside);
    if (const QString other = index.data(PaletteModel::OtherRole).toString(); !other.isEmpty()) {
        const QRect rest = inside.adjusted(used + Space::M, 0, 0, 0);
        const RowText there{other,
                            index.data(PaletteModel::OtherRangesRole).value<QList<TextRange>>(),
                            colors.quiet, accent, option.font};
        if (rest.width() > Space::XL)
            there.paint(*painter, rest);
    }
    painter->restore();
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {200, option.fontMetrics.height() + 2 * Space::M};
}

} // namespace Portolan::Ui
