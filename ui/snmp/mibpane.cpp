// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/snmp/mibpane.h"

#include "ui/snmp/mibsearch.h"
#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/typedfield.h"

#include <QAction>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QPainter>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>

#include <utility>

namespace Portolan::Ui {

namespace {

using Snmp::Oid;
using Snmp::Smi::Definition;

constexpr int kMostHits = 500;
constexpr int kSnippet = 120;

// iso.org.dod.internet.mgmt.mib-2 and .private: what people look for lies in these two.
const Oid &standard()
{
    static const Oid oid{1, 3, 6, 1, 2, 1};
    return oid;
}

const Oid &vendors()
{
    static const Oid oid{1, 3, 6, 1, 4, 1};
    return oid;
}

class HitDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &) const override
    {
        return {100, option.fontMetrics.height() * 2 + Space::M};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &item,
               const QModelIndex &index) const override
    {
        QStyleOptionViewItem option = item;
        initStyleOption(&option, index);
        const QString name = std::exchange(option.text, QString());
        const QIcon icon = std::exchange(option.icon, QIcon());
        const QWidget *widget = option.widget;
        widget->style()->drawControl(QStyle::CE_ItemViewItem, &option, painter, widget);
        const bool selected = option.state & QStyle::State_Selected;
        const QRect inner = option.rect.adjusted(Space::M, Space::S, -Space::S, -Space::S);
        const int line = inner.height() / 2;
        icon.paint(painter, QRect(inner.left(), inner.top() + (line - 16) / 2, 16, 16),
                   Qt::AlignCenter, selected ? QIcon::Selected : QIcon::Normal);
        const int left = 16 + Space::M;
        painter->save();
        painter->setPen(
            option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
        const QFontMetrics metrics = option.fontMetrics;
        const QRect upper(inner.left() + left, inner.top(), inner.width() - left, line);
        painter->drawText(upper, Qt::AlignLeft | Qt::AlignVCenter,
                          metrics.elidedText(name, Qt::ElideRight, upper.width()));
        if (!selected)
            painter->setPen(stateColors(option.palette).quiet);
        const QRect lower = upper.translated(0, line);
        painter->drawText(lower, Qt::AlignLeft | Qt::AlignVCenter,
                          metrics.elidedText(index.data(MibHitModel::BelowRole).toString(),
                                             Qt::ElideRight, lower.width()));
        painter->restore();
    }
};

} // namespace

void MibHitModel::setHits(std::shared_ptr<const Snmp::Smi::Snapshot> of,
                          const Snmp::Smi::SearchResult &result)
{
    beginResetModel();
    m_of = std::move(of);
    m_hits = result.hits;
    endResetModel();
}

Definition MibHitModel::hit(int row) const
{
    return row >= 0 && row < m_hits.size() ? m_hits[row].definition : Definition();
}

int MibHitModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_hits.size());
}

QVariant MibHitModel::data(const QModelIndex &index, int role) const
{
    const Definition found = hit(index.row());
    if (!found)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return found.name();
    case Qt::DecorationRole:
        return symbol(mibSymbol(found.kind()));
    case Qt::ToolTipRole:
        return QString(mibKindText(found.kind()) + QLatin1Char('\n') + found.qualifiedName() +
                       QLatin1Char('\n') + found.oid().text());
    case BelowRole: {
        if (m_hits[index.row()].field == Snmp::Smi::SearchHit::Field::Description) {
            const QString text = found.description().simplified();
            if (!text.isEmpty())
                return QString(found.module().name() + QStringLiteral("  ·  ") +
                               text.left(kSnippet));
        }
        return QString(found.module().name() + QStringLiteral("  ·  ") + found.oid().text());
    }
    default:
        return {};
    }
}

MibPane::MibPane(QWidget *parent)
    : QWidget(parent)
    , m_model(new MibTreeModel(this))
    , m_found(new MibHitModel(this))
    , m_search(new MibSearch(this))
    , m_field(new TypedField)
    , m_stack(new QStackedWidget)
    , m_tree(new QTreeView)
    , m_list(new QListView)
    , m_figures(new QLabel)
{
    m_field->setObjectName(QStringLiteral("mibField"));
    m_field->setClearButtonEnabled(true);
    m_field->addAction(symbol(QLatin1String("search")), QLineEdit::LeadingPosition);
    m_field->installEventFilter(this);
    m_tree->setObjectName(QStringLiteral("mibTree"));
    m_tree->setModel(m_model);
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->setIndentation(11);
    m_tree->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("mibHits"));
    m_list->setModel(m_found);
    m_list->setUniformItemSizes(true);
    m_list->setItemDelegate(new HitDelegate(this));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_figures->setProperty("quiet", true);
    m_figures->setWordWrap(true);
    m_figures->setContentsMargins(Space::M, Space::S, Space::M, Space::S);
    m_figures->setObjectName(QStringLiteral("mibFigures"));
    m_stack->addWidget(m_tree);
    m_stack->addWidget(m_list);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(Space::M, Space::S, Space::S, Space::S);
    line->addWidget(m_field);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(line);
    column->addWidget(m_stack, 1);
    column->addWidget(m_figures);
    setFocusProxy(m_tree);

    connect(m_field, &TypedField::typedChanged, this, &MibPane::readField);
    connect(m_search, &MibSearch::found, this,
            [this](const auto &of, const Snmp::Smi::SearchResult &result) {
                m_found->setHits(of, result);
                m_hits = result.found;
                m_shown = static_cast<int>(result.hits.size());
                m_stack->setCurrentWidget(m_list);
                showFigures();
            });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &now) {
                if (const auto node = m_model->node(now))
                    choose(node.oid());
            });
    connect(m_tree, &QTreeView::doubleClicked, this, [this](const QModelIndex &at) {
        if (m_model->hasChildren(at))
            m_tree->setExpanded(at, !m_tree->isExpanded(at));
        else
            Q_EMIT activated(m_model->node(at).oid());
    });
    connect(m_tree, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        if (const auto node = m_model->node(m_tree->indexAt(at)))
            Q_EMIT menuWanted(node.oid(), m_tree->viewport()->mapToGlobal(at));
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &now) {
                if (const Definition hit = m_found->hit(now.row()))
                    choose(hit.oid());
            });
    connect(m_list, &QListView::activated, this, [this](const QModelIndex &at) {
        if (const Definition hit = m_found->hit(at.row()))
            Q_EMIT activated(hit.oid());
    });
    connect(m_list, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        if (const Definition hit = m_found->hit(m_list->indexAt(at).row()))
            Q_EMIT menuWanted(hit.oid(), m_list->viewport()->mapToGlobal(at));
    });
    retranslate();
}

void MibPane::rememberOpen(const QModelIndex &below)
{
    for (int row = 0; row < m_model->rowCount(below); ++row) {
        const QModelIndex index = m_model->index(row, 0, below);
        if (!m_tree->isExpanded(index))
            continue;
        m_open.append(m_model->node(index).oid());
        rememberOpen(index);
    }
}

void MibPane::setSnapshot(const std::shared_ptr<const Snmp::Smi::Snapshot> &snapshot)
{
    m_open.clear();
    rememberOpen({});
    const Oid current = m_current;
    const bool hadNothing = std::exchange(m_isFirst, false);
    m_model->setSnapshot(snapshot);
    m_search->setSnapshot(snapshot);
    const auto openTo = [this](const Oid &oid) {
        for (QModelIndex index = m_model->indexOf(oid); index.isValid();
             index = m_model->parent(index))
            m_tree->setExpanded(index, true);
    };
    for (const Oid &oid : std::as_const(m_open)) {
        if (const QModelIndex index = m_model->indexOf(oid); index.isValid())
            m_tree->setExpanded(index, true);
    }
    if (hadNothing) {
        openTo(standard());
        openTo(vendors().parent());
    }
    if (current.isEmpty() && m_model->snapshot()->find(standard())) {
        // Something to look at; a view would take the first of all when it gets the focus.
        goTo(standard().child(1));
        m_tree->scrollToTop();
    }
    if (!current.isEmpty()) {
        m_current = {};
        goTo(current);
    }
    showFigures();
}

void MibPane::setLoading(bool loading, int done, int total)
{
    m_isLoading = loading;
    m_done = done;
    m_total = total;
    showFigures();
}

Oid MibPane::current() const
{
    return m_current;
}

void MibPane::choose(const Oid &oid)
{
    if (m_current == oid)
        return;
    m_current = oid;
    Q_EMIT chosen(oid);
}

void MibPane::goTo(const Oid &oid)
{
    const QModelIndex index = m_model->indexOf(oid);
    if (!index.isValid())
        return;
    m_tree->setCurrentIndex(index);
    m_stack->setCurrentWidget(m_tree);
    m_tree->scrollTo(index, QAbstractItemView::PositionAtCenter);
}

void MibPane::focusField()
{
    m_field->setFocus();
    m_field->selectAll();
}

void MibPane::readField(const QString &typed)
{
    if (typed.trimmed().isEmpty()) {
        m_search->find({}, 0);
        // Before it is shown: a view that gets the focus without a current row takes the first.
        const QModelIndex index = m_model->indexOf(m_current);
        if (!m_current.isEmpty() && index.isValid())
            m_tree->setCurrentIndex(index);
        m_stack->setCurrentWidget(m_tree);
        if (index.isValid())
            m_tree->scrollTo(index, QAbstractItemView::PositionAtCenter);
    } else {
        m_search->find(typed, kMostHits);
    }
    showFigures();
}

void MibPane::showFigures()
{
    const QLocale locale;
    QString text;
    if (m_isLoading)
        text = m_total > 0 ? tr("Reading MIB modules: %1 of %2 files")
                                 .arg(locale.toString(m_done), locale.toString(m_total))
                           : tr("Reading MIB modules…");
    else if (m_stack->currentWidget() == m_list && m_hits == 0)
        text = tr("Nothing was found. A module that defines it may not be loaded.");
    else if (m_stack->currentWidget() == m_list && m_hits > m_shown)
        text = tr("%1 found, the best %2 are shown")
                   .arg(locale.toString(m_hits), locale.toString(m_shown));
    else if (m_stack->currentWidget() == m_list)
        text = tr("%n found", nullptr, m_hits);
    else if (m_model->snapshot())
        text = tr("%1 modules  ·  %2 objects")
                   .arg(locale.toString(m_model->snapshot()->modules().size()),
                        locale.toString(m_model->snapshot()->definitionCount()));
    m_figures->setText(text);
}

bool MibPane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (watched == m_field) {
        if (key->key() == Qt::Key_Escape) {
            if (m_field->text().isEmpty())
                m_tree->setFocus();
            else
                m_field->clear();
            return true;
        }
        if (key->key() == Qt::Key_Down || key->key() == Qt::Key_Return ||
            key->key() == Qt::Key_Enter) {
            QWidget *view = m_stack->currentWidget();
            if (view == m_list && !m_list->currentIndex().isValid())
                m_list->setCurrentIndex(m_found->index(0));
            view->setFocus();
            return true;
        }
    } else if (watched == m_tree) {
        const QString typed = key->text();
        const bool plain = !(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier));
        if (plain && !typed.isEmpty() && typed[0].isPrint() && !typed[0].isSpace() &&
            typed[0] != QLatin1Char('*') && typed[0] != QLatin1Char('+') &&
            typed[0] != QLatin1Char('-')) {
            m_field->setFocus();
            m_field->setText(typed);
            return true;
        }
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            if (!m_current.isEmpty())
                Q_EMIT activated(m_current);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void MibPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void MibPane::retranslate()
{
    m_field->setPlaceholderText(tr("Find by name, OID, description"));
    m_field->setAccessibleName(tr("Find in the MIB"));
    m_tree->setAccessibleName(tr("MIB tree"));
    m_list->setAccessibleName(tr("What was found"));
    showFigures();
}

} // namespace Portolan::Ui
