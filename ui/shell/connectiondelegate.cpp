// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/connectiondelegate.h"

#include "ui/shell/connectionmodel.h"
#include "ui/shell/rowtext.h"
#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace Portolan::Ui {

namespace {

constexpr int kIcon = 16;
constexpr int kLeastHeight = 26;
constexpr int kDot = 8;
constexpr qsizetype kMostShown = 300; // of a text in a row; more is not readable anyway

// The state as a shape of its own: filled, hollow, triangle, octagon. Answers its width.
int drawState(QPainter &painter, const QRect &row, const ConnectionCounts &counts,
              const QStyleOptionViewItem &option)
{
    if (counts.all() == 0)
        return 0;
    const StateColors &colors = stateColors(option.palette);
    const int right = row.right() - Space::M;
    const QRect dot(right - kIcon + (kIcon - kDot) / 2, row.center().y() - kDot / 2 + 1, kDot,
                    kDot);
    const auto drawSymbol = [&](const char *name, const QColor &color) {
        const QRect square(right - kIcon, row.center().y() - kIcon / 2 + 1, kIcon, kIcon);
        painter.drawPixmap(square, symbolPixmap(QLatin1String(name), kIcon, color,
                                                painter.device()->devicePixelRatioF()));
    };
    switch (counts.foremost()) {
    case Panel::State::Connected:
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors.good);
        painter.drawEllipse(dot);
        break;
    case Panel::State::Connecting:
        painter.setPen(QPen(option.palette.color(QPalette::Link), 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(QRectF(dot).adjusted(0.75, 0.75, -0.75, -0.75));
        break;
    case Panel::State::Lost:
        drawSymbol("warning", colors.warning);
        break;
    default:
        drawSymbol("error", colors.bad);
        break;
    }
    if (counts.all() == 1)
        return kIcon + Space::M;
    const QString number = QString::number(counts.all());
    const int width = option.fontMetrics.horizontalAdvance(number);
    painter.setPen(colors.quiet);
    painter.drawText(QRect(right - kIcon - width, row.top(), width, row.height()),
                     Qt::AlignVCenter | Qt::AlignRight, number);
    return kIcon + width + Space::M;
}

// Tags as small rounded boxes, as many as fit from the left.
void drawTags(QPainter &painter, QRect area, const QStringList &tags,
              const QStyleOptionViewItem &option)
{
    QFont font = option.font;
    font.setPointSizeF(std::max(7.0, font.pointSizeF() * 0.85));
    const QFontMetrics metrics(font);
    const StateColors &colors = stateColors(option.palette);
    painter.setFont(font);
    for (const QString &tag : tags) {
        const int width = metrics.horizontalAdvance(tag.left(kMostShown)) + 2 * (Space::S + 1);
        if (width > area.width())
            return;
        const int height = metrics.height() + 2;
        const QRectF box(area.left() + 0.5, area.center().y() - height / 2 + 0.5, width - 1,
                         height - 1);
        painter.setPen(colors.border);
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box, 4, 4);
        painter.setPen(colors.quiet);
        painter.drawText(box, Qt::AlignCenter, tag.left(kMostShown));
        area.setLeft(area.left() + width + Space::S);
    }
}

} // namespace

void ConnectionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    QStyleOptionViewItem item(option);
    initStyleOption(&item, index);
    const QString name = item.text;
    const QIcon icon = item.icon;
    item.text.clear();
    item.icon = QIcon();
    item.features &= ~QStyleOptionViewItem::HasDecoration;
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect row = option.rect;
    icon.paint(painter,
               QRect(row.left() + Space::S, row.center().y() - kIcon / 2 + 1, kIcon, kIcon));
    const auto counts = index.data(ConnectionModel::CountsRole).value<ConnectionCounts>();
    const int stateWidth = drawState(*painter, row, counts, option);

    QRect area = row.adjusted(Space::S + kIcon + Space::M, 0, -stateWidth - Space::M, 0);
    const QColor text = option.palette.color(QPalette::Text);
    const QColor found = option.palette.color(QPalette::Link);
    const RowText shownName{
        .text = name,
        .found = index.data(ConnectionModel::NameRangesRole).value<QList<TextRange>>(),
        .color = text,
        .foundColor = found,
        .font = option.font};
    area.setLeft(area.left() + shownName.paint(*painter, area) + Space::M + 2);
    if (index.data(ConnectionModel::ByAddressRole).toBool()) {
        const RowText address{
            .text = index.data(ConnectionModel::AddressRole).toString(),
            .found = index.data(ConnectionModel::AddressRangesRole).value<QList<TextRange>>(),
            .color = stateColors(option.palette).quiet,
            .foundColor = found,
            .font = option.font};
        address.paint(*painter, area);
    } else {
        drawTags(*painter, area, index.data(ConnectionModel::TagsRole).toStringList(), option);
    }
    painter->restore();
}

QSize ConnectionDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {80, std::max(kLeastHeight, option.fontMetrics.height() + 10)};
}

void ConnectionDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                              const QModelIndex &) const
{
    editor->setGeometry(option.rect.adjusted(kIcon + Space::M, 1, -2, -1));
}

} // namespace Portolan::Ui
