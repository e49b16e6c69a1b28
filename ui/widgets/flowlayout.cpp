// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/flowlayout.h"

#include <QWidget>

#include <algorithm>

namespace Portolan::Ui {

FlowLayout::FlowLayout(int spacing, QWidget *parent)
    : QLayout(parent)
{
    setSpacing(spacing);
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.append(item);
}

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return m_items.value(index);
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int FlowLayout::heightForWidth(int width) const
{
    return place({0, 0, width, 0}, false);
}

QSize FlowLayout::sizeHint() const
{
    int width = 0;
    for (const QLayoutItem *item : m_items) {
        if (!item->isEmpty())
            width += item->sizeHint().width() + spacing();
    }
    return {width + contentsMargins().left() + contentsMargins().right(), minimumSize().height()};
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items) {
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    }
    return size.grownBy(contentsMargins());
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    place(rect, true);
}

int FlowLayout::place(const QRect &whole, bool really) const
{
    const QMargins margins = contentsMargins();
    const QRect rect = whole.marginsRemoved(margins);
    int y = rect.y();
    for (qsizetype begin = 0; begin < m_items.size();) {
        // What stands in one line, and how high that is: each in its middle.
        int x = rect.x();
        int high = 0;
        qsizetype end = begin;
        for (; end < m_items.size(); ++end) {
            if (m_items[end]->isEmpty())
                continue;
            const QSize wanted = m_items[end]->sizeHint();
            const int width = std::min(wanted.width(), std::max(rect.width(), 1));
            if (x > rect.x() && x + width > rect.right() + 1)
                break;
            x += width + spacing();
            high = std::max(high, wanted.height());
        }
        x = rect.x();
        for (qsizetype i = begin; really && i < end; ++i) {
            if (m_items[i]->isEmpty())
                continue;
            const QSize wanted = m_items[i]->sizeHint();
            const int width = std::min(wanted.width(), std::max(rect.width(), 1));
            m_items[i]->setGeometry({x, y + (high - wanted.height()) / 2, width, wanted.height()});
            x += width + spacing();
        }
        y += high + (high > 0 && end < m_items.size() ? spacing() : 0);
        begin = end;
    }
    return y + margins.bottom() - whole.y();
}

} // namespace Portolan::Ui
