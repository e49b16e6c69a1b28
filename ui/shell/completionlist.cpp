// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/completionlist.h"

#include "ui/shell/protocolprobe.h"
#include "ui/shell/rowtext.h"
#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/typedfield.h"

#include <QApplication>
#include <QKeyEvent>
#include <QListView>
#include <QMenu>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace Portolan::Ui {

namespace {

constexpr std::chrono::milliseconds kPause{500};
constexpr int kIcon = 16;
constexpr int kLeastHeight = 30;

class CompletionDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        QStyleOptionViewItem item(option);
        initStyleOption(&item, index);
        item.text.clear();
        item.icon = QIcon();
        item.features &= ~QStyleOptionViewItem::HasDecoration;
        option.widget->style()->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

        const auto *model = static_cast<const CompletionModel *>(index.model());
        const Completion &one = model->completion(index.row());
        const QRect row = option.rect.adjusted(Space::M, 0, -Space::M, 0);
        const QColor quiet = stateColors(option.palette).quiet;
        const QColor text = option.palette.color(QPalette::Text);
        const QColor found = option.palette.color(QPalette::Link);
        one.icon.paint(painter, QRect(row.left(), row.center().y() - kIcon / 2 + 1, kIcon, kIcon));
        const QString why = one.why();
        const int whyWidth = option.fontMetrics.horizontalAdvance(why);
        painter->setPen(quiet);
        painter->drawText(row, Qt::AlignVCenter | Qt::AlignRight, why);
        QRect area = row.adjusted(kIcon + Space::M, 0, -whyWidth - Space::L, 0);
        if (!one.name.isEmpty()) {
            const RowText name{.text = one.name,
                               .found = one.nameRanges,
                               .color = text,
                               .foundColor = found,
                               .font = option.font};
            area.setLeft(area.left() + name.paint(*painter, area) + Space::L);
        }
        const RowText address{.text = one.shownAddress(),
                              .found = one.addressRanges,
                              .color = one.name.isEmpty() ? text : quiet,
                              .foundColor = found,
                              .font = option.font};
        address.paint(*painter, area);
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &) const override
    {
        return {100, std::max(kLeastHeight, option.fontMetrics.height() + 12)};
    }
};

} // namespace

CompletionList::CompletionList(TypedField &field, CompletionModel *model,
                               std::span<const PanelSpec> panels)
    : QFrame(field.window())
    , m_field(field)
    , m_model(model)
    , m_list(new QListView(this))
    , m_probe(new ProtocolProbe(panels, this))
    , m_pause(new QTimer(this))
{
    model->setParent(this);
    setObjectName(QStringLiteral("completions"));
    setProperty("card", true);
    setFocusPolicy(Qt::NoFocus);
    m_list->setModel(model);
    m_list->setItemDelegate(new CompletionDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setMouseTracking(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::S, Space::S, Space::S, Space::S);
    column->addWidget(m_list);
    hide();

    m_pause->setSingleShot(true);
    m_pause->setInterval(kPause);
    connect(m_pause, &QTimer::timeout, this, [this] {
        const QString host = m_field.text().trimmed();
        if (isOpen() || m_field.hasFocus())
            m_probe->ask(host);
    });
    connect(m_probe, &ProtocolProbe::answered, this,
            [this](const QString &host, const PanelSpec *panel) {
                if (!m_field.hasFocus())
                    return;
                m_model->addAnswer(host, *panel);
                place();
            });
    connect(&m_field, &TypedField::typedChanged, this, &CompletionList::follow);
    connect(m_list, &QListView::clicked, this, &CompletionList::open);
    connect(m_list, &QWidget::customContextMenuRequested, this, &CompletionList::showMenu);
    m_field.installEventFilter(this);
    m_field.window()->installEventFilter(this);
}

void CompletionList::follow(const QString &typed)
{
    m_probe->cancel();
    m_pause->stop();
    if (m_filling || !m_field.hasFocus())
        return;
    if (typed.trimmed().isEmpty()) {
        hide();
        return;
    }
    showFor(typed);
    if (!m_field.isComposing() && ProtocolProbe::looksWhole(typed.trimmed()))
        m_pause->start();
}

void CompletionList::showFor(const QString &typed)
{
    m_model->complete(typed);
    place();
    choose(m_model->exactRow());
}

void CompletionList::place()
{
    const int rows = m_model->rowCount();
    if (rows == 0) {
        hide();
        return;
    }
    const QWidget *window = m_field.window();
    const QPoint below = m_field.mapTo(window, QPoint(0, m_field.height() + 2));
    const QMargins margins = layout()->contentsMargins();
    const int wanted = rows * m_list->sizeHintForRow(0) + margins.top() + margins.bottom() + 2;
    setGeometry(below.x(), below.y(), m_field.width(),
                std::min(wanted, window->height() - below.y() - Space::M));
    show();
    raise();
}

void CompletionList::choose(int row)
{
    m_list->setCurrentIndex(m_model->index(row, 0));
    if (row < 0)
        m_list->clearSelection();
}

const Completion *CompletionList::chosen() const
{
    const QModelIndex index = m_list->currentIndex();
    return isOpen() && index.isValid() ? &m_model->completion(index.row()) : nullptr;
}

void CompletionList::open(const QModelIndex &index)
{
    const Completion one = m_model->completion(index.row());
    m_probe->cancel();
    m_pause->stop();
    hide();
    Q_EMIT opened(one);
}

bool CompletionList::onKey(const QKeyEvent &event)
{
    const int rows = m_model->rowCount();
    const int row = m_list->currentIndex().isValid() ? m_list->currentIndex().row() : -1;
    switch (event.key()) {
    case Qt::Key_Down:
        if (!isOpen())
            showFor(m_field.typed());
        else
            choose(row + 1 < rows ? row + 1 : -1);
        return true;
    case Qt::Key_Up:
        if (!isOpen())
            return false;
        choose(row < 0 ? rows - 1 : row - 1);
        return true;
    case Qt::Key_Escape:
        if (!isOpen())
            return false;
        hide();
        return true;
    case Qt::Key_Tab:
        if (const Completion *one = chosen()) {
            m_filling = true;
            m_field.setText(one->text);
            m_filling = false;
            hide();
            return true;
        }
        return false;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!chosen()) {
            hide();
            return false;
        }
        open(m_list->currentIndex());
        return true;
    default:
        return false;
    }
}

bool CompletionList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_field) {
        if (event->type() == QEvent::KeyPress && onKey(*static_cast<QKeyEvent *>(event)))
            return true;
        // A menu of the list's own takes the focus for a while.
        if (event->type() == QEvent::FocusOut &&
            static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason) {
            hide();
            m_probe->cancel();
            m_pause->stop();
        }
    } else if (event->type() == QEvent::Resize && isOpen()) {
        place();
    }
    return QFrame::eventFilter(watched, event);
}

void CompletionList::showMenu(const QPoint &where)
{
    const QModelIndex index = m_list->indexAt(where);
    if (!index.isValid() || m_model->completion(index.row()).source == Completion::Source::Profile)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const Completion &one = m_model->completion(index.row());
    const Address address = one.address;
    connect(menu->addAction(symbol(QLatin1String("host")), tr("Save as a connection…")),
            &QAction::triggered, this, [this, address] { Q_EMIT saveRequested(address); });
    if (one.source == Completion::Source::History)
        connect(menu->addAction(symbol(QLatin1String("trash")), tr("Forget this address")),
                &QAction::triggered, this, [this, address] { Q_EMIT forgetRequested(address); });
    menu->popup(m_list->viewport()->mapToGlobal(where));
}

} // namespace Portolan::Ui
