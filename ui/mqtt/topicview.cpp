// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mqtt/topicview.h"

#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>

namespace Portolan::Ui {

namespace {

constexpr int kIndent = 14;
constexpr int kMark = 16; // the triangle's place
constexpr int kDeepestIndent = 24;
constexpr int kPadding = 6;

} // namespace

TopicView::TopicView(TopicModel &model, QWidget *parent)
    : QAbstractItemView(parent)
    , m_model(model)
    , m_header(new QHeaderView(Qt::Horizontal, this))
{
    m_header->setSectionsClickable(true);
    m_header->setSortIndicatorShown(true);
    m_header->setSortIndicator(TopicModel::Name, Qt::AscendingOrder);
    m_header->setHighlightSections(false);
    m_header->setTextElideMode(Qt::ElideRight);
    m_header->setMinimumSectionSize(30);
    setSelectionMode(SingleSelection);
    setSelectionBehavior(SelectRows);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setRowHeight();
    setModel(&model);
    m_header->setModel(&model);
    m_header->setStretchLastSection(false);
    m_header->setSectionResizeMode(TopicModel::Name, QHeaderView::Stretch);
    for (int column = TopicModel::Value; column < TopicModel::ColumnCount; ++column)
        m_header->setSectionResizeMode(column, QHeaderView::Interactive);

    connect(m_header, &QHeaderView::sectionResized, this, [this](int column) {
        if (!m_sizing && column != TopicModel::Name)
            m_sized = true; // by the person
        viewport()->update();
    });
    connect(m_header, &QHeaderView::sortIndicatorChanged, this,
            [this](int column, Qt::SortOrder order) {
                m_model.sort(column, order);
                scrollTo(currentIndex(), EnsureVisible);
            });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this] {
        if (!m_settling)
            anchor();
        tellShown();
        viewport()->update();
    });
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &TopicView::settle);
    connect(&model, &QAbstractItemModel::layoutChanged, this, &TopicView::settle);
    connect(&model, &TopicModel::forgotten, this, [this] {
        m_held = m_current = TopicRows::kNone;
        Q_EMIT currentNodeChanged(m_current);
    });
}

void TopicView::setEmptyText(const QString &text)
{
    m_emptyText = text;
    viewport()->update();
}

void TopicView::setRowHeight()
{
    m_rowHeight = fontMetrics().height() + 6;
    verticalScrollBar()->setSingleStep(m_rowHeight);
}

int TopicView::verticalOffset() const
{
    return verticalScrollBar()->value();
}

int TopicView::firstRow() const
{
    return verticalOffset() / m_rowHeight;
}

QRect TopicView::visualRect(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    return {m_header->sectionViewportPosition(index.column()),
            index.row() * m_rowHeight - verticalOffset(), m_header->sectionSize(index.column()),
            m_rowHeight};
}

QModelIndex TopicView::indexAt(const QPoint &point) const
{
    const int row = (point.y() + verticalOffset()) / m_rowHeight;
    const int column = m_header->logicalIndexAt(point.x());
    return m_model.index(row, std::max(column, 0));
}

void TopicView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (!index.isValid())
        return;
    QScrollBar *bar = verticalScrollBar();
    const int top = index.row() * m_rowHeight;
    const int room = viewport()->height();
    if (hint == PositionAtCenter)
        bar->setValue(top - room / 2);
    else if (top < bar->value() || hint == PositionAtTop)
        bar->setValue(top);
    else if (top + m_rowHeight > bar->value() + room || hint == PositionAtBottom)
        bar->setValue(top + m_rowHeight - room);
}

void TopicView::goTo(const QByteArray &topic)
{
    const int row = m_model.reveal(topic);
    if (row < 0)
        return;
    updateGeometries();
    setCurrentIndex(m_model.index(row, 0));
    scrollTo(currentIndex(), PositionAtCenter);
}

// The chosen topic, where it is in view, or else the first row stays where it is while rows come
// and go around it; the very top stays the top.
void TopicView::anchor()
{
    m_held = TopicRows::kNone;
    if (verticalOffset() == 0)
        return;
    int row = firstRow();
    const int current = currentIndex().row(); // -1: none
    if (current >= row && current <= row + viewport()->height() / m_rowHeight)
        row = current;
    m_held = m_model.node(row);
    m_heldAt = row * m_rowHeight - verticalOffset();
}

void TopicView::settle()
{
    const QScopedValueRollback settling(m_settling, true);
    updateGeometries();
    if (m_held != TopicRows::kNone) {
        const int row = m_model.row(m_held);
        if (row >= 0)
            verticalScrollBar()->setValue(row * m_rowHeight - m_heldAt);
    }
    chooseAgain();
    tellShown();
    viewport()->update();
}

void TopicView::rowsInserted(const QModelIndex &parent, int start, int end)
{
    QAbstractItemView::rowsInserted(parent, start, end);
    settle();
}

void TopicView::reset()
{
    QAbstractItemView::reset();
    settle();
}

// What was chosen before a filter left it out, or before it was found again.
void TopicView::chooseAgain()
{
    if (m_current == TopicRows::kNone || currentIndex().isValid())
        return;
    const int row = m_model.row(m_current);
    if (row >= 0)
        selectionModel()->setCurrentIndex(
            m_model.index(row, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void TopicView::focusInEvent(QFocusEvent *event)
{
    chooseAgain();
    // The base chooses the first row where none is; that is not what is shown beside the tree.
    if (currentIndex().isValid() || m_current == TopicRows::kNone)
        QAbstractItemView::focusInEvent(event);
    else
        viewport()->update();
}

void TopicView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QAbstractItemView::currentChanged(current, previous);
    viewport()->update();
    // A filter may leave it out: then it is still the one whose messages are shown.
    if (!current.isValid())
        return;
    const Node node = m_model.node(current.row());
    if (node == m_current)
        return;
    m_current = node;
    if (!m_settling)
        anchor();
    Q_EMIT currentNodeChanged(node);
}

void TopicView::updateGeometries()
{
    const int height = m_header->sizeHint().height();
    setViewportMargins(0, height, 0, 0);
    const QRect inside = viewport()->geometry();
    m_header->setGeometry(inside.left(), inside.top() - height, inside.width(), height);
    fitColumns(inside.width());
    QScrollBar *bar = verticalScrollBar();
    const int all = m_model.rowCount() * m_rowHeight;
    bar->setPageStep(viewport()->height());
    bar->setRange(0, std::max(all - viewport()->height(), 0));
    QAbstractItemView::updateGeometries();
    bar->setSingleStep(m_rowHeight);
    tellShown();
}

// Numbers as wide as they need, the rest to names and values; until a person decides otherwise.
void TopicView::fitColumns(int width)
{
    if (m_sized)
        return;
    const QScopedValueRollback sizing(m_sizing, true);
    const int digits = fontMetrics().horizontalAdvance(QStringLiteral("000,000")) + 2 * kPadding;
    const int messages = std::max(m_header->sectionSizeHint(TopicModel::Messages), digits);
    const int rate = std::max(m_header->sectionSizeHint(TopicModel::Rate), digits * 3 / 4);
    m_header->resizeSection(TopicModel::Messages, messages);
    m_header->resizeSection(TopicModel::Rate, rate);
    m_header->resizeSection(TopicModel::Value, std::max((width - messages - rate) / 2, 50));
}

void TopicView::tellShown()
{
    const int first = firstRow();
    m_model.setShown(first, first + viewport()->height() / m_rowHeight + 1);
}

void TopicView::resizeEvent(QResizeEvent *event)
{
    QAbstractItemView::resizeEvent(event);
    settle();
}

void TopicView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        setRowHeight();
    if (event->type() == QEvent::LanguageChange)
        m_header->headerDataChanged(Qt::Horizontal, 0, TopicModel::ColumnCount - 1);
    QAbstractItemView::changeEvent(event);
}

QModelIndex TopicView::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    const int rows = m_model.rowCount();
    if (rows == 0)
        return {};
    const int page = std::max(viewport()->height() / m_rowHeight - 1, 1);
    int row = currentIndex().isValid() ? currentIndex().row() : -1;
    switch (action) {
    case MoveUp:
    case MovePrevious:
        --row;
        break;
    case MoveDown:
    case MoveNext:
        ++row;
        break;
    case MovePageUp:
        row -= page;
        break;
    case MovePageDown:
        row += page;
        break;
    case MoveHome:
        row = 0;
        break;
    case MoveEnd:
        row = rows - 1;
        break;
    case MoveLeft:
    case MoveRight:
        break;
    }
    return m_model.index(std::clamp(row, 0, rows - 1), 0);
}

void TopicView::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags flags)
{
    const QModelIndex index = indexAt(rect.topLeft());
    if (index.isValid())
        selectionModel()->select(index, flags | QItemSelectionModel::Rows);
}

QRegion TopicView::visualRegionForSelection(const QItemSelection &) const
{
    return viewport()->rect();
}

int TopicView::indentOf(int row) const
{
    const int depth = m_model.index(row, 0).data(TopicModel::DepthRole).toInt();
    return kPadding + std::min(depth, kDeepestIndent) * kIndent;
}

bool TopicView::isOnMark(int row, int x) const
{
    const int left = m_header->sectionViewportPosition(TopicModel::Name) + indentOf(row);
    return x >= left && x < left + kMark &&
           m_model.index(row, 0).data(TopicModel::HasChildrenRole).toBool();
}

void TopicView::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (index.isValid() && event->button() == Qt::LeftButton &&
        isOnMark(index.row(), event->position().toPoint().x())) {
        m_model.setOpen(index.row(), !index.data(TopicModel::OpenRole).toBool());
        return;
    }
    QAbstractItemView::mousePressEvent(event);
}

void TopicView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (index.isValid() && event->button() == Qt::LeftButton &&
        index.data(TopicModel::HasChildrenRole).toBool())
        m_model.setOpen(index.row(), !index.siblingAtColumn(0).data(TopicModel::OpenRole).toBool());
}

void TopicView::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex current = currentIndex();
    if (current.isValid() && event->matches(QKeySequence::Copy)) {
        Q_EMIT copyWanted();
        return;
    }
    if (current.isValid() && event->text() == QLatin1Char('*')) {
        openAllBelow(current.row());
        return;
    }
    const bool plain = !(event->modifiers() & ~Qt::KeypadModifier);
    if (current.isValid() && plain) {
        const bool open = current.data(TopicModel::OpenRole).toBool();
        switch (event->key()) {
        case Qt::Key_Right:
            if (open)
                setCurrentIndex(m_model.index(current.row() + 1, 0));
            else if (current.data(TopicModel::HasChildrenRole).toBool())
                m_model.setOpen(current.row(), true);
            return;
        case Qt::Key_Left:
            if (open)
                m_model.setOpen(current.row(), false);
            else if (const int up = m_model.parentRow(current.row()); up >= 0)
                setCurrentIndex(m_model.index(up, 0));
            return;
        default:
            break;
        }
    }
    QAbstractItemView::keyPressEvent(event);
}

void TopicView::openAllBelow(int row)
{
    const auto depthOf = [this](int of) {
        return m_model.index(of, 0).data(TopicModel::DepthRole).toInt();
    };
    const int depth = depthOf(row);
    int opened = 0;
    for (int at = row; at < m_model.rowCount() && opened < kMostOpened; ++at) {
        if (at > row && depthOf(at) <= depth)
            break;
        const QModelIndex index = m_model.index(at, 0);
        if (!index.data(TopicModel::HasChildrenRole).toBool() ||
            index.data(TopicModel::OpenRole).toBool())
            continue;
        m_model.setOpen(at, true);
        ++opened;
    }
}

void TopicView::keyboardSearch(const QString &search)
{
    Q_EMIT typed(search);
}

void TopicView::drawRow(QPainter &painter, int row, const QRect &line)
{
    const QModelIndex name = m_model.index(row, TopicModel::Name);
    const bool isTopic = name.data(TopicModel::IsTopicRole).toBool();
    const QColor quiet = stateColors(palette()).quiet;
    const QColor text = palette().color(QPalette::Text);
    QColor chosen = palette().color(QPalette::Highlight);
    chosen.setAlpha(hasFocus() ? 70 : 40);
    if (currentIndex().row() == row || selectionModel()->isRowSelected(row))
        painter.fillRect(line, chosen);

    for (int column = 0; column < TopicModel::ColumnCount; ++column) {
        if (m_header->isSectionHidden(column))
            continue;
        const QModelIndex index = m_model.index(row, column);
        QRect cell(m_header->sectionViewportPosition(column), line.top(),
                   m_header->sectionSize(column), line.height());
        int flags = Qt::AlignVCenter | Qt::AlignLeft;
        if (column == TopicModel::Name) {
            cell.setLeft(cell.left() + indentOf(row));
            if (name.data(TopicModel::HasChildrenRole).toBool()) {
                QPainterPath mark;
                const QPointF middle(cell.left() + kMark / 2.0 - 1, line.center().y() + 0.5);
                if (name.data(TopicModel::OpenRole).toBool()) {
                    mark.moveTo(middle + QPointF(-3.5, -1.8));
                    mark.lineTo(middle + QPointF(0, 1.8));
                    mark.lineTo(middle + QPointF(3.5, -1.8));
                } else {
                    mark.moveTo(middle + QPointF(-1.8, -3.5));
                    mark.lineTo(middle + QPointF(1.8, 0));
                    mark.lineTo(middle + QPointF(-1.8, 3.5));
                }
                painter.setRenderHint(QPainter::Antialiasing);
                painter.setPen(QPen(quiet, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
                painter.drawPath(mark);
            }
            cell.setLeft(cell.left() + kMark);
            cell.setRight(cell.right() - kPadding);
            if (name.data(TopicModel::RetainedRole).toBool()) {
                const int size = 12;
                const QRect place(cell.right() - size, line.center().y() - size / 2, size, size);
                painter.drawPixmap(place.topLeft(), symbolPixmap(QLatin1String("retained"), size,
                                                                 quiet, devicePixelRatioF()));
                cell.setRight(place.left() - 3);
            }
        } else {
            cell.adjust(kPadding, 0, -kPadding, 0);
            if (column >= TopicModel::Messages)
                flags = Qt::AlignVCenter | Qt::AlignRight;
        }
        painter.setPen(
            column == TopicModel::Name || (column == TopicModel::Value && isTopic) ? text : quiet);
        const QString words = index.data().toString();
        painter.drawText(cell, flags | Qt::TextSingleLine,
                         fontMetrics().elidedText(words, Qt::ElideRight, cell.width()));
    }
}

void TopicView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), palette().color(QPalette::Base));
    const int rows = m_model.rowCount();
    if (rows == 0) {
        painter.setPen(stateColors(palette()).quiet);
        painter.drawText(viewport()->rect().adjusted(Space::XL, Space::XL, -Space::XL, -Space::XL),
                         Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, m_emptyText);
        return;
    }
    const int last = std::min((event->rect().bottom() + verticalOffset()) / m_rowHeight, rows - 1);
    for (int row = (event->rect().top() + verticalOffset()) / m_rowHeight; row <= last; ++row)
        drawRow(painter, row,
                {0, row * m_rowHeight - verticalOffset(), viewport()->width(), m_rowHeight});
}

} // namespace Portolan::Ui
