// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/connectiontree.h"

#include "ui/shell/connectiondelegate.h"
#include "ui/shell/practicelab.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/scrolling.h"
#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/typedfield.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace Portolan::Ui {

namespace {

constexpr int kEmptyIcon = 40;
constexpr QLatin1Char kBetween('\n'); // in the setting; no folder's name has one

enum Page { TreePage, NothingFoundPage, EmptyPage };

// Enter is ours also where the platform's style opens by a single click, and rows have no box to
// hover, so the view is told little.
QTreeView *makeView(ConnectionModel *model, QWidget *parent)
{
    auto *view = new QTreeView(parent);
    view->setObjectName(QStringLiteral("connections"));
    view->setModel(model);
    view->setItemDelegate(new ConnectionDelegate(view));
    view->setHeaderHidden(true);
    view->setUniformRowHeights(true);
    view->setIndentation(16);
    view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    view->setEditTriggers(QAbstractItemView::EditKeyPressed);
    view->setDragEnabled(true);
    view->setAcceptDrops(true);
    view->setDropIndicatorShown(true);
    view->setDragDropMode(QAbstractItemView::DragDrop);
    view->setDefaultDropAction(Qt::MoveAction);
    view->setAutoExpandDelay(500);
    view->setExpandsOnDoubleClick(false);
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setContextMenuPolicy(Qt::CustomContextMenu);
    view->setFrameShape(QFrame::NoFrame);
    return view;
}

} // namespace

ConnectionTree::ConnectionTree(const PanelContext &context, ProfileStore &store,
                               const ConnectionStates &states, const PracticeLab &lab,
                               std::span<const PanelSpec> panels, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_store(store)
    , m_lab(lab)
    , m_panels(panels)
    , m_model(new ConnectionModel(store, states, panels, this))
    , m_title(new QLabel)
    , m_count(new QLabel)
    , m_add(new QToolButton)
    , m_filter(new TypedField)
    , m_clear(new QAction(symbol(QLatin1String("close")), QString(), this))
    , m_pages(new QStackedWidget)
    , m_view(makeView(m_model, nullptr))
    , m_nothingFound(new QLabel)
    , m_emptyIcon(new QLabel)
    , m_emptyHeading(new QLabel)
    , m_emptyLead(new QLabel)
    , m_emptyAdd(new QPushButton)
    , m_emptyImport(new QPushButton)
    , m_emptyLab(new QPushButton)
    , m_notice(new NoticeBar)
{
    setObjectName(QStringLiteral("connectionTree"));
    m_filter->setObjectName(QStringLiteral("connectionFilter"));
    m_filter->setMaxLength(200);
    m_filter->addAction(m_clear, QLineEdit::TrailingPosition);
    m_clear->setVisible(false);
    m_nothingFound->setProperty("quiet", true);
    m_nothingFound->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_nothingFound->setWordWrap(true);
    m_nothingFound->setTextFormat(Qt::PlainText);
    m_nothingFound->setMargin(Space::XL);
    m_notice->setClosable(true);
    m_notice->hide();
    m_pages->addWidget(m_view);
    m_pages->addWidget(m_nothingFound);
    m_pages->addWidget(makeEmptyPage());

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHeader());
    column->addWidget(m_pages, 1);
    column->addWidget(m_notice);

    const QString expanded = context.settings.text(Settings::Key::expandedFolders);
    for (const QString &folder : expanded.split(kBetween, Qt::SkipEmptyParts))
        m_expanded.insert(folder);

    m_filter->installEventFilter(this);
    m_view->installEventFilter(this);
    followModel();
    connect(m_filter, &TypedField::typedChanged, this, &ConnectionTree::filterTo);
    connect(m_clear, &QAction::triggered, m_filter, &QLineEdit::clear);
    connect(m_view, &QWidget::customContextMenuRequested, this, &ConnectionTree::showMenu);
    connect(m_view, &QTreeView::doubleClicked, this, [this](const QModelIndex &index) {
        if (ConnectionModel::isFolder(index))
            m_view->setExpanded(index, !m_view->isExpanded(index));
        else
            connectTo(m_model->profilesOf({index}), false);
    });
    connect(&lab, &PracticeLab::changed, this, &ConnectionTree::showRightPage);
    connect(&store, &ProfileStore::failed, this,
            [this](const Error &error) { refuse(error.what); });
    restore();
    retranslate();
    showIcons();
}

QWidget *ConnectionTree::makeHeader()
{
    m_title->setProperty("heading", 2);
    m_count->setProperty("quiet", true);
    m_add->setObjectName(QStringLiteral("addConnection"));
    m_add->setIcon(symbol(QLatin1String("plus")));
    m_add->setPopupMode(QToolButton::InstantPopup);
    m_add->setFocusPolicy(Qt::TabFocus);
    auto *menu = new QMenu(m_add);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        fillAddMenu(*menu);
    });
    m_add->setMenu(menu);

    auto *header = new QWidget;
    auto *line = new QHBoxLayout;
    line->setSpacing(Space::S);
    line->addWidget(m_title);
    line->addStretch(1);
    line->addWidget(m_count);
    line->addWidget(m_add);
    auto *column = new QVBoxLayout(header);
    column->setContentsMargins(Space::L, Space::S, Space::M, Space::M);
    column->setSpacing(Space::S);
    column->addLayout(line);
    column->addWidget(m_filter);
    return header;
}

QWidget *ConnectionTree::makeEmptyPage()
{
    m_emptyHeading->setProperty("heading", 2);
    m_emptyLead->setProperty("quiet", true);
    for (QLabel *label : {m_emptyHeading, m_emptyLead}) {
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignHCenter);
    }
    m_emptyIcon->setAlignment(Qt::AlignHCenter);
    m_emptyAdd->setProperty("primary", true);
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(Space::L + Space::S, Space::XL, Space::L + Space::S, Space::XL);
    column->setSpacing(Space::M);
    column->addStretch(1);
    column->addWidget(m_emptyIcon);
    column->addWidget(m_emptyHeading);
    column->addWidget(m_emptyLead);
    column->addSpacing(Space::M);
    column->addWidget(m_emptyAdd);
    column->addWidget(m_emptyImport);
    column->addWidget(m_emptyLab);
    column->addStretch(2);
    connect(m_emptyAdd, &QPushButton::clicked, this, &ConnectionTree::addConnection);
    connect(m_emptyImport, &QPushButton::clicked, this, &ConnectionTree::importConnections);
    connect(m_emptyLab, &QPushButton::clicked, this, &ConnectionTree::addPracticeServers);
    return scrolling(page);
}

// A reset forgets what the view shows; it is kept before and put back after it.
void ConnectionTree::followModel()
{
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        m_restoring = true;
        m_kept = {.current = placeOf(m_view->currentIndex()),
                  .selected = {},
                  .scroll = m_view->verticalScrollBar()->value()};
        for (const QModelIndex &index : selected())
            m_kept.selected.append(placeOf(index));
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, &ConnectionTree::restore);
    connect(m_model, &ConnectionModel::refused, this, &ConnectionTree::refuse);
    const auto remember = [this](const QModelIndex &index, bool expanded) {
        if (m_restoring || m_model->isFiltered())
            return;
        const QString folder = index.data(ConnectionModel::FolderRole).toString();
        if (expanded)
            m_expanded.insert(folder);
        else
            m_expanded.remove(folder);
        m_context.settings.set(Settings::Key::expandedFolders,
                               QStringList(m_expanded.begin(), m_expanded.end()).join(kBetween));
    };
    connect(m_view, &QTreeView::expanded, this,
            [remember](const QModelIndex &index) { remember(index, true); });
    connect(m_view, &QTreeView::collapsed, this,
            [remember](const QModelIndex &index) { remember(index, false); });
}

void ConnectionTree::restore()
{
    m_restoring = true;
    if (m_model->isFiltered()) {
        m_view->expandAll();
        m_view->setCurrentIndex(m_model->bestMatch());
    } else {
        for (const QString &folder : std::as_const(m_expanded)) {
            if (const QModelIndex index = m_model->indexOfFolder(folder); index.isValid())
                m_view->setExpanded(index, true);
        }
        QItemSelection selection;
        for (const Place &place : std::as_const(m_kept.selected)) {
            const QModelIndex index = indexOf(place);
            selection.select(index, index);
        }
        m_view->selectionModel()->setCurrentIndex(indexOf(m_kept.current),
                                                  QItemSelectionModel::NoUpdate);
        m_view->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
        m_view->verticalScrollBar()->setValue(m_kept.scroll);
    }
    m_restoring = false;
    showRightPage();
}

void ConnectionTree::showRightPage()
{
    const bool empty = m_model->profileCount() == 0 && m_store.folders().isEmpty();
    const bool nothingFound = m_model->isFiltered() && m_model->rowCount({}) == 0;
    m_pages->setCurrentIndex(empty ? EmptyPage : nothingFound ? NothingFoundPage : TreePage);
    m_filter->setVisible(!empty);
    m_emptyLab->setVisible(!m_lab.servers().isEmpty());
    m_count->setText(m_model->isFiltered()
                         ? tr("%L1 of %L2").arg(m_model->shownCount()).arg(m_model->profileCount())
                         : QString());
    m_nothingFound->setText(tr("No connection matches this filter."));
}

void ConnectionTree::filterTo(const QString &text)
{
    m_clear->setVisible(!text.isEmpty());
    m_model->setFilter(text);
    if (m_model->isFiltered())
        m_view->scrollTo(m_view->currentIndex());
}

ConnectionTree::Place ConnectionTree::placeOf(const QModelIndex &index) const
{
    return {index.data(ConnectionModel::IdRole).toString(),
            index.data(ConnectionModel::FolderRole).toString()};
}

QModelIndex ConnectionTree::indexOf(const Place &place) const
{
    return place.profile.isEmpty() ? m_model->indexOfFolder(place.folder)
                                   : m_model->indexOfProfile(place.profile);
}

QModelIndexList ConnectionTree::selected() const
{
    return m_view->selectionModel()->selectedIndexes();
}

// Beside what is selected.
QString ConnectionTree::folderForNew() const
{
    return m_view->currentIndex().data(ConnectionModel::FolderRole).toString();
}

void ConnectionTree::focusFilter()
{
    if (m_filter->isVisible()) {
        m_filter->setFocus(Qt::ShortcutFocusReason);
        m_filter->selectAll();
    } else {
        m_emptyAdd->setFocus(Qt::ShortcutFocusReason);
    }
}

void ConnectionTree::refuse(const QString &sentence)
{
    m_notice->show(NoticeBar::Severity::Error, sentence, {}, {});
}

void ConnectionTree::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        showIcons();
    QWidget::changeEvent(event);
}

bool ConnectionTree::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (watched == m_filter && filterKey(key))
            return true;
        if (watched == m_view && treeKey(key))
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

bool ConnectionTree::filterKey(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_model->isFiltered())
            connectSelected(false);
        return true;
    case Qt::Key_Down:
        if (!m_view->currentIndex().isValid())
            m_view->setCurrentIndex(m_model->index(0, 0, {}));
        m_view->setFocus(Qt::TabFocusReason);
        return true;
    case Qt::Key_Escape:
        if (m_filter->text().isEmpty())
            Q_EMIT left();
        else
            m_filter->clear();
        return true;
    default:
        return false;
    }
}

bool ConnectionTree::treeKey(QKeyEvent *event)
{
    const QModelIndex current = m_view->currentIndex();
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (selected().size() == 1 && ConnectionModel::isFolder(current))
            m_view->setExpanded(current, !m_view->isExpanded(current));
        else
            connectSelected(false);
        return true;
    case Qt::Key_Up:
        if (event->modifiers() != Qt::NoModifier || m_view->indexAbove(current).isValid())
            return false;
        focusFilter();
        return true;
    case Qt::Key_Delete:
        removeSelected();
        return true;
    case Qt::Key_Escape:
        Q_EMIT left();
        return true;
    case Qt::Key_Menu:
        showMenu(m_view->visualRect(current).bottomLeft());
        return true;
    default:
        return false;
    }
}

void ConnectionTree::retranslate()
{
    m_title->setText(tr("Connections"));
    m_add->setToolTip(tr("New connection, folder, import"));
    m_add->setAccessibleName(tr("New connection, folder, import"));
    m_filter->setPlaceholderText(tr("Filter: name, host, folder, #tag"));
    m_filter->setAccessibleName(tr("Filter the connections"));
    m_filter->setToolTip(
        tr("All words must match. Initial consonants (ㅅㅇ) find 서울, and so does tjdnf."));
    m_clear->setText(tr("Clear the filter"));
    m_view->setAccessibleName(tr("Connections"));
    m_emptyHeading->setText(tr("No connections yet"));
    m_emptyLead->setText(tr("Keep the hosts that you use: sorted in folders, found by a few "
                            "letters, opened together."));
    m_emptyAdd->setText(tr("New connection"));
    m_emptyImport->setText(tr("Import…"));
    m_emptyLab->setText(tr("Add the practice lab"));
    showRightPage();
}

void ConnectionTree::showIcons()
{
    m_emptyIcon->setPixmap(symbolPixmap(QLatin1String("host"), kEmptyIcon,
                                        stateColors(palette()).quiet, devicePixelRatioF()));
}

} // namespace Portolan::Ui
