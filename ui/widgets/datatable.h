// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/textfilter.h"

#include <QList>
#include <QSortFilterProxyModel>
#include <QStringList>
#include <QTableView>

namespace Portolan::Ui {

// Rows of a model in any order, narrowed by a TextFilter. Made by DataTable.
class TableFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    // `column` -1: any of them.
    void setTextFilter(const TextFilter &filter, int column);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    TextFilter m_text;
    int m_column = -1;
};

// A table of data as every panel shows it: a click on a column sorts, a third one brings back the
// order of the source; columns fit their content once, when the first rows come, and are the
// person's from then on; the menu of the header hides and shows them. Numbers stand right. Copies
// are TSV, files are CSV (core/base/tabletext.h). GUI thread.
//
// The source model stays the caller's. Roles beside Qt's: SortRole (a QVariant that compares, in
// place of the text) and ExportRole (the text for copies and files where the shown one is
// shortened). What is exported are the shown rows and columns in the shown order.
class DataTable : public QTableView
{
    Q_OBJECT

public:
    enum Role { SortRole = Qt::UserRole + 1000, ExportRole };

    explicit DataTable(QWidget *parent = nullptr);

    void setSource(QAbstractItemModel *source);
    [[nodiscard]] QAbstractItemModel *source() const { return m_rows->sourceModel(); }
    void setNumberColumns(const QList<int> &columns);
    // Shown in place of no rows, in the language of the moment.
    void setEmptyText(const QString &text);
    // For the suggested file name: "events" gives "events.csv".
    void setExportName(const QString &name);
    // Goes on showing the last row as rows come, while it is in view.
    void setFollowing(bool following);

    void setFilter(const TextFilter &filter, int column = -1);
    [[nodiscard]] int shownRows() const;
    [[nodiscard]] int allRows() const;
    // A row of the source as a row of the view, and back; -1 where it is not shown.
    [[nodiscard]] int viewRow(int sourceRow) const;
    [[nodiscard]] int sourceRow(int viewRow) const;
    [[nodiscard]] QStringList columnNames() const;

    enum class Rows { Selected, All };
    enum class Head { With, Without };
    [[nodiscard]] QList<QStringList> texts(Rows rows, Head head) const;

    // Widths, order, hidden columns, sorting: opaque, small. A layout of another table or version
    // changes nothing.
    [[nodiscard]] QByteArray layoutState() const;
    bool restoreLayout(const QByteArray &state);

public Q_SLOTS:
    void copySelection();
    void exportCsv();
    void fitColumns();

Q_SIGNALS:
    void countChanged();  // shownRows() or allRows()
    void layoutChanged(); // by the person; worth keeping
    void exported(const QString &path);
    void exportFailed(const Portolan::Error &error);

protected:
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void addColumnChoices(QMenu *menu);
    void showHeaderMenu(const QPoint &at);
    void copy(Head head);
    void fitFirstTime();
    void settleLater();
    void tellLayout();
    void setRowHeight();
    [[nodiscard]] QList<int> shownColumns() const; // from left to right

    TableFilterModel *m_rows;
    QList<int> m_numbers;
    QString m_emptyText;
    QString m_exportName;
    bool m_fitted = false;
    bool m_quiet = false; // the table itself changes its layout
    bool m_following = false;
    bool m_atEnd = true;
    bool m_willSettle = false;
    bool m_filtered = false;
};

} // namespace Portolan::Ui
