// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/datatable.h"

#include "core/base/tabletext.h"
#include "ui/widgets/savefile.h"
#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QStyledItemDelegate>

#include <algorithm>
#include <utility>

namespace Portolan::Ui {

namespace {

constexpr int kLeastWidth = 32;
constexpr int kMostWidth = 4000;
constexpr int kMostFitted = 360;
constexpr int kRowsMeasured = 200;

class NumberDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->displayAlignment = Qt::AlignRight | Qt::AlignVCenter;
    }
};

// The header's words stand where those of the column do.
class DataHeader : public QHeaderView
{
public:
    DataHeader(const QList<int> &numbers, QWidget *parent)
        : QHeaderView(Qt::Horizontal, parent)
        , m_numbers(numbers)
    {
        setSectionsClickable(true);
        setHighlightSections(false);
        setSectionsMovable(true);
        setSortIndicatorClearable(true);
        setStretchLastSection(true);
        setMinimumSectionSize(kLeastWidth);
        setResizeContentsPrecision(kRowsMeasured);
        setContextMenuPolicy(Qt::CustomContextMenu);
        setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        setTextElideMode(Qt::ElideRight);
    }

protected:
    void initStyleOptionForIndex(QStyleOptionHeader *option, int section) const override
    {
        QHeaderView::initStyleOptionForIndex(option, section);
        if (m_numbers.contains(section))
            option->textAlignment = Qt::AlignRight | Qt::AlignVCenter;
    }

private:
    const QList<int> &m_numbers;
};

// "eth9" before "eth10", without regard to case; quick, because a flood may be sorted by it.
bool isBefore(const QString &a, const QString &b)
{
    qsizetype i = 0;
    qsizetype j = 0;
    const auto isDigit = [](QChar c) { return c >= QLatin1Char('0') && c <= QLatin1Char('9'); };
    const auto runEnd = [&](const QString &text, qsizetype from) {
        while (from < text.size() && isDigit(text[from]))
            ++from;
        return from;
    };
    while (i < a.size() && j < b.size()) {
        if (isDigit(a[i]) && isDigit(b[j])) {
            while (i < a.size() && a[i] == QLatin1Char('0'))
                ++i;
            while (j < b.size() && b[j] == QLatin1Char('0'))
                ++j;
            const qsizetype endA = runEnd(a, i);
            const qsizetype endB = runEnd(b, j);
            if (endA - i != endB - j)
                return endA - i < endB - j;
            for (; i < endA; ++i, ++j) {
                if (a[i] != b[j])
                    return a[i] < b[j];
            }
            continue;
        }
        const QChar x = a[i].toCaseFolded();
        const QChar y = b[j].toCaseFolded();
        if (x != y)
            return x < y;
        ++i;
        ++j;
    }
    return a.size() - i < b.size() - j;
}

} // namespace

void TableFilterModel::setTextFilter(const TextFilter &filter, int column)
{
    m_text = filter;
    m_column = column;
    invalidateRowsFilter();
}

bool TableFilterModel::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (m_text.isEmpty())
        return true;
    const auto matches = [&](int column) {
        return m_text.matches(sourceModel()->index(row, column, parent).data().toString());
    };
    if (m_column >= 0)
        return matches(m_column);
    for (int column = 0; column < sourceModel()->columnCount(parent); ++column) {
        if (matches(column))
            return true;
    }
    return false;
}

bool TableFilterModel::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const QVariant a = left.data(DataTable::SortRole);
    const QVariant b = right.data(DataTable::SortRole);
    if (a.isValid() || b.isValid()) {
        // What has no value comes first: "not measured" is not zero.
        if (!a.isValid() || !b.isValid())
            return !a.isValid() && b.isValid();
        const QPartialOrdering order = QVariant::compare(a, b);
        if (order != QPartialOrdering::Unordered)
            return order == QPartialOrdering::Less;
    }
    return isBefore(left.data().toString(), right.data().toString());
}

DataTable::DataTable(QWidget *parent)
    : QTableView(parent)
    , m_rows(new TableFilterModel(this))
    , m_exportName(QStringLiteral("table"))
{
    setHorizontalHeader(new DataHeader(m_numbers, this));
    setShowGrid(false);
    setAlternatingRowColors(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setCornerButtonEnabled(false);
    verticalHeader()->hide();
    // A fixed height: asking every row for its own makes a flood quadratic.
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(1);
    setRowHeight();

    m_rows->setDynamicSortFilter(true);
    connect(m_rows, &QAbstractItemModel::rowsAboutToBeInserted, this, [this] {
        const QScrollBar *bar = verticalScrollBar();
        m_atEnd = (m_willSettle && m_atEnd) || bar->value() >= bar->maximum() - 1;
    });
    connect(m_rows, &QAbstractItemModel::rowsInserted, this, [this] {
        settleLater();
        Q_EMIT countChanged();
    });
    connect(m_rows, &QAbstractItemModel::rowsRemoved, this, &DataTable::countChanged);
    connect(m_rows, &QAbstractItemModel::modelReset, this, [this] {
        settleLater();
        Q_EMIT countChanged();
    });

    QHeaderView *header = horizontalHeader();
    connect(header, &QHeaderView::customContextMenuRequested, this, &DataTable::showHeaderMenu);
    connect(header, &QHeaderView::sectionMoved, this, &DataTable::tellLayout);
    connect(header, &QHeaderView::sectionResized, this, &DataTable::tellLayout);
    connect(header, &QHeaderView::sortIndicatorChanged, this, &DataTable::tellLayout);
}

void DataTable::setSource(QAbstractItemModel *source)
{
    const QScopedValueRollback quiet(m_quiet, true);
    m_rows->setSourceModel(source);
    setModel(m_rows);
    setSortingEnabled(true);
    sortByColumn(-1, Qt::AscendingOrder);
    // Rows of the source that come and do not match change the count too.
    connect(source, &QAbstractItemModel::rowsInserted, this, &DataTable::countChanged);
    connect(source, &QAbstractItemModel::rowsRemoved, this, &DataTable::countChanged);
    for (const int column : std::as_const(m_numbers))
        setItemDelegateForColumn(column, new NumberDelegate(this));
    fitFirstTime();
    Q_EMIT countChanged();
}

void DataTable::setNumberColumns(const QList<int> &columns)
{
    m_numbers = columns;
    for (const int column : columns)
        setItemDelegateForColumn(column, new NumberDelegate(this));
    horizontalHeader()->viewport()->update();
}

void DataTable::setEmptyText(const QString &text)
{
    m_emptyText = text;
    viewport()->update();
}

void DataTable::setExportName(const QString &name)
{
    m_exportName = name;
}

void DataTable::setFollowing(bool following)
{
    m_following = following;
}

void DataTable::setFilter(const TextFilter &filter, int column)
{
    m_filtered = !filter.isEmpty();
    m_rows->setTextFilter(filter, column);
    Q_EMIT countChanged();
    viewport()->update();
}

// The view and its headers hear of new rows after this object: measuring or scrolling at once would
// make them count those rows twice. Once for many batches.
void DataTable::settleLater()
{
    if (std::exchange(m_willSettle, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_willSettle = false;
            fitFirstTime();
            if (m_following && m_atEnd && m_rows->sortColumn() < 0)
                scrollToBottom();
        },
        Qt::QueuedConnection);
}

int DataTable::shownRows() const
{
    return m_rows->rowCount();
}

int DataTable::allRows() const
{
    return source() ? source()->rowCount() : 0;
}

int DataTable::viewRow(int sourceRow) const
{
    return source() ? m_rows->mapFromSource(source()->index(sourceRow, 0)).row() : -1;
}

int DataTable::sourceRow(int viewRow) const
{
    return m_rows->mapToSource(m_rows->index(viewRow, 0)).row();
}

QStringList DataTable::columnNames() const
{
    QStringList names;
    for (int column = 0; source() && column < source()->columnCount(); ++column)
        names.append(source()->headerData(column, Qt::Horizontal).toString());
    return names;
}

QList<int> DataTable::shownColumns() const
{
    QList<int> columns;
    const QHeaderView *header = horizontalHeader();
    for (int at = 0; at < header->count(); ++at) {
        const int column = header->logicalIndex(at);
        if (!header->isSectionHidden(column))
            columns.append(column);
    }
    return columns;
}

QList<QStringList> DataTable::texts(Rows rows, Head head) const
{
    QList<QStringList> result;
    const QList<int> columns = shownColumns();
    if (head == Head::With) {
        QStringList names;
        for (const int column : columns)
            names.append(m_rows->headerData(column, Qt::Horizontal).toString());
        result.append(names);
    }
    const auto add = [&](int row) {
        QStringList line;
        for (const int column : columns) {
            const QModelIndex index = m_rows->index(row, column);
            const QVariant whole = index.data(ExportRole);
            line.append(whole.isValid() ? whole.toString() : index.data().toString());
        }
        result.append(line);
    };
    if (rows == Rows::All) {
        for (int row = 0; row < m_rows->rowCount(); ++row)
            add(row);
    } else if (selectionModel()) {
        QList<int> chosen;
        for (const QItemSelectionRange &range : selectionModel()->selection()) {
            for (int row = range.top(); row <= range.bottom(); ++row)
                chosen.append(row);
        }
        std::sort(chosen.begin(), chosen.end());
        chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
        for (const int row : std::as_const(chosen))
            add(row);
    }
    return result;
}

void DataTable::copySelection()
{
    copy(Head::Without);
}

void DataTable::copy(Head head)
{
    const QList<QStringList> rows = texts(Rows::Selected, head);
    if (rows.size() > (head == Head::With ? 1 : 0))
        QApplication::clipboard()->setText(toTsv(rows));
}

void DataTable::exportCsv()
{
    saveFile(
        this, tr("Save as CSV"), m_exportName + QStringLiteral(".csv"),
        tr("Table (%1)").arg(QStringLiteral("*.csv")),
        [this](const QString &) { return toCsv(texts(Rows::All, Head::With)); },
        [this](const Result<QString> &path) {
            if (path)
                Q_EMIT exported(*path);
            else
                Q_EMIT exportFailed(path.error());
        });
}

void DataTable::fitFirstTime()
{
    // While it is hidden no row has been laid out, and nothing could be measured.
    if (!m_fitted && isVisible() && m_rows->rowCount() > 0) {
        const QScopedValueRollback quiet(m_quiet, true);
        fitColumns();
    }
}

void DataTable::fitColumns()
{
    m_fitted = true;
    const QHeaderView *header = horizontalHeader();
    const QList<int> columns = shownColumns();
    const int most = std::max(kMostFitted, viewport()->width() / 2);
    for (const int column : columns) {
        const int needed = std::max(sizeHintForColumn(column), header->sectionSizeHint(column));
        setColumnWidth(column, std::clamp(needed + Space::M, kLeastWidth, most));
    }
}

QByteArray DataTable::layoutState() const
{
    const QHeaderView *header = horizontalHeader();
    QJsonArray columns;
    const QList<int> shown = shownColumns();
    const int last = shown.isEmpty() ? -1 : shown.back();
    for (int column = 0; column < header->count(); ++column) {
        const bool hidden = header->isSectionHidden(column);
        // The last one takes what is left: its width belongs to the window.
        const int width = column == last ? 0 : columnWidth(column);
        columns.append(QJsonObject{{QStringLiteral("width"), width},
                                   {QStringLiteral("hidden"), hidden},
                                   {QStringLiteral("at"), header->visualIndex(column)}});
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("columns"), columns},
                                     {QStringLiteral("sort"), m_rows->sortColumn()},
                                     {QStringLiteral("descending"),
                                      m_rows->sortOrder() == Qt::DescendingOrder}})
        .toJson(QJsonDocument::Compact);
}

bool DataTable::restoreLayout(const QByteArray &state)
{
    const QJsonObject layout = QJsonDocument::fromJson(state).object();
    const QJsonArray columns = layout.value(QStringLiteral("columns")).toArray();
    QHeaderView *header = horizontalHeader();
    if (columns.isEmpty() || columns.size() != header->count())
        return false;
    QList<int> places(columns.size(), -1);
    bool anyShown = false;
    for (int column = 0; column < header->count(); ++column) {
        const QJsonObject entry = columns[column].toObject();
        const int at = entry.value(QStringLiteral("at")).toInt(-1);
        if (at < 0 || at >= places.size() || places[at] >= 0)
            return false;
        places[at] = column;
        anyShown = anyShown || !entry.value(QStringLiteral("hidden")).toBool();
    }
    const QScopedValueRollback quiet(m_quiet, true);
    for (int at = 0; at < places.size(); ++at)
        header->moveSection(header->visualIndex(places[at]), at);
    for (int column = 0; column < header->count(); ++column) {
        const QJsonObject entry = columns[column].toObject();
        const bool hidden = anyShown && entry.value(QStringLiteral("hidden")).toBool();
        const int width = entry.value(QStringLiteral("width")).toInt();
        setColumnHidden(column, hidden);
        if (!hidden && width > 0)
            setColumnWidth(column, std::clamp(width, kLeastWidth, kMostWidth));
    }
    const int sort = layout.value(QStringLiteral("sort")).toInt(-1);
    sortByColumn(sort < header->count() ? sort : -1,
                 layout.value(QStringLiteral("descending")).toBool() ? Qt::DescendingOrder
                                                                     : Qt::AscendingOrder);
    m_fitted = true;
    return true;
}

void DataTable::tellLayout()
{
    if (!m_quiet && m_fitted)
        Q_EMIT layoutChanged();
}

void DataTable::addColumnChoices(QMenu *menu)
{
    const QList<int> shown = shownColumns();
    for (int column = 0; column < m_rows->columnCount(); ++column) {
        QAction *choice = menu->addAction(m_rows->headerData(column, Qt::Horizontal).toString());
        choice->setCheckable(true);
        choice->setChecked(shown.contains(column));
        // The last one stays: an empty table has no header to bring the others back with.
        choice->setEnabled(!(shown.size() == 1 && shown.front() == column));
        connect(choice, &QAction::toggled, this, [this, column](bool on) {
            setColumnHidden(column, !on);
            if (on && columnWidth(column) < kLeastWidth)
                setColumnWidth(column, kLeastWidth * 3);
            tellLayout();
        });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("Fit columns to their content")), &QAction::triggered, this,
            &DataTable::fitColumns);
    QAction *unsorted = menu->addAction(tr("Original order"));
    unsorted->setEnabled(m_rows->sortColumn() >= 0);
    connect(unsorted, &QAction::triggered, this, [this] { sortByColumn(-1, Qt::AscendingOrder); });
}

void DataTable::showHeaderMenu(const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addColumnChoices(menu);
    menu->popup(horizontalHeader()->viewport()->mapToGlobal(at));
}

void DataTable::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool any = selectionModel() && selectionModel()->hasSelection();
    const auto add = [&](QLatin1String icon, const QString &text, bool enabled, auto call) {
        QAction *action = menu->addAction(symbol(icon), text);
        action->setEnabled(enabled);
        connect(action, &QAction::triggered, this, call);
        return action;
    };
    // What the panel offers for a row stands first.
    if (!actions().isEmpty()) {
        menu->addActions(actions());
        menu->addSeparator();
    }
    add(QLatin1String("copy"), tr("Copy"), any, [this] {
        copy(Head::Without);
    })->setShortcut(QKeySequence::Copy);
    add(QLatin1String("copy"), tr("Copy with column names"), any, [this] { copy(Head::With); });
    const QPersistentModelIndex cell =
        event->reason() == QContextMenuEvent::Mouse ? indexAt(event->pos()) : currentIndex();
    add(QLatin1String("copy"), tr("Copy cell"), cell.isValid(), [cell] {
        const QVariant whole = cell.data(ExportRole);
        QApplication::clipboard()->setText(whole.isValid() ? whole.toString()
                                                           : cell.data().toString());
    });
    add(QLatin1String("select"), tr("Select all"), m_rows->rowCount() > 0, [this] {
        selectAll();
    })->setShortcut(QKeySequence::SelectAll);
    menu->addSeparator();
    add(QLatin1String("save"), tr("Save as CSV…"), m_rows->rowCount() > 0, [this] { exportCsv(); });
    addColumnChoices(menu->addMenu(tr("Columns")));
    menu->popup(event->reason() == QContextMenuEvent::Mouse
                    ? event->globalPos()
                    : viewport()->mapToGlobal(visualRect(currentIndex()).center()));
    event->accept();
}

void DataTable::showEvent(QShowEvent *event)
{
    QTableView::showEvent(event);
    fitFirstTime();
}

void DataTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        event->accept();
        return;
    }
    QTableView::keyPressEvent(event);
}

void DataTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (m_rows->rowCount() > 0)
        return;
    const QString text =
        m_filtered && allRows() > 0 ? tr("Nothing matches the filter.") : m_emptyText;
    QPainter painter(viewport());
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(viewport()->rect().adjusted(Space::L, Space::L, -Space::L, -Space::L),
                     Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, text);
}

void DataTable::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        setRowHeight();
    QTableView::changeEvent(event);
}

void DataTable::setRowHeight()
{
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + Space::M);
}

} // namespace Portolan::Ui
