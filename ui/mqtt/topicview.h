// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/mqtt/topicmodel.h"

#include <QAbstractItemView>

class QHeaderView;

namespace Portolan::Ui {

// The tree of topics on the screen. It lays nothing out: rows are equally high and only those in
// view are asked for, so a million of them scroll at once (QTreeView walks all of its rows whenever
// one comes). What is looked at stays where it is while topics pour in above it. The current topic
// is held by its node, through sorting, filters and resets. Left and Right close and open, *
// opens all below, letters begin the filter. GUI thread.
class TopicView : public QAbstractItemView
{
    Q_OBJECT

public:
    using Node = TopicModel::Node;

    explicit TopicView(TopicModel &model, QWidget *parent = nullptr);

    [[nodiscard]] Node currentNode() const { return m_current; }
    // Opens what leads to it, and shows it.
    void goTo(const QByteArray &topic);
    [[nodiscard]] QHeaderView &header() const { return *m_header; }
    void setEmptyText(const QString &text);

    [[nodiscard]] QRect visualRect(const QModelIndex &index) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint) override;
    [[nodiscard]] QModelIndex indexAt(const QPoint &point) const override;
    void reset() override;
    void keyboardSearch(const QString &search) override;

Q_SIGNALS:
    // By the person, or because it was forgotten (kNone).
    void currentNodeChanged(Portolan::Mqtt::TopicStore::Node node);
    void typed(const QString &text);
    void copyWanted();

protected:
    [[nodiscard]] QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers keys) override;
    [[nodiscard]] int horizontalOffset() const override { return 0; }
    [[nodiscard]] int verticalOffset() const override;
    [[nodiscard]] bool isIndexHidden(const QModelIndex &) const override { return false; }
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags flags) override;
    [[nodiscard]] QRegion visualRegionForSelection(const QItemSelection &selection) const override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void updateGeometries() override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void rowsInserted(const QModelIndex &parent, int start, int end) override;

private:
    static constexpr int kMostOpened = 200; // levels, by one key
    void openAllBelow(int row);
    void anchor();
    void settle();
    void chooseAgain();
    void tellShown();
    void fitColumns(int width);
    void setRowHeight();
    void drawRow(QPainter &painter, int row, const QRect &line);
    [[nodiscard]] int indentOf(int row) const;
    [[nodiscard]] bool isOnMark(int row, int x) const;
    [[nodiscard]] int firstRow() const;

    TopicModel &m_model;
    QHeaderView *m_header;
    QString m_emptyText;
    int m_rowHeight = 22;
    Node m_current = TopicRows::kNone;
    Node m_held = TopicRows::kNone; // stays where it is
    int m_heldAt = 0;               // below the upper edge
    bool m_settling = false;
    bool m_sizing = false;
    bool m_sized = false;
};

} // namespace Portolan::Ui
