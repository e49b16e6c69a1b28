// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/commandpalette.h"

#include "ui/shell/palettedelegate.h"
#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/typedfield.h"

#include <QAction>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace Portolan::Ui {

namespace {

constexpr int kShadow = 14; // around the sheet, inside the widget
constexpr int kMostWidth = 680;
constexpr int kMostRows = 11;
constexpr double kRadius = 10;

} // namespace

CommandPalette::CommandPalette(QWidget *window)
    : QWidget(window)
    , m_model(new PaletteModel(this))
    , m_field(new TypedField(this))
    , m_list(new QListView(this))
    , m_nothing(new QLabel(this))
    , m_hint(new QLabel(this))
{
    setObjectName(QStringLiteral("commandPalette"));
    m_field->setObjectName(QStringLiteral("paletteField"));
    m_field->setMaxLength(200);
    m_field->addAction(symbol(QLatin1String("search")), QLineEdit::LeadingPosition);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setProperty("flat", true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFrameShape(QFrame::NoFrame);
    m_nothing->setProperty("quiet", true);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setMinimumHeight(72);
    m_hint->setProperty("quiet", true);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kShadow + Space::M, kShadow + Space::M, kShadow + Space::M,
                               kShadow + Space::S);
    column->setSpacing(Space::S + 2);
    column->addWidget(m_field);
    column->addWidget(m_list, 1);
    column->addWidget(m_nothing, 1);
    column->addWidget(m_hint, 0, Qt::AlignRight);

    connect(m_field, &TypedField::typedChanged, this, &CommandPalette::follow);
    connect(m_list, &QListView::clicked, this, &CommandPalette::run);
    connect(&m_preparing, &QTimer::timeout, this, [this] {
        if (!m_model->prepareSome())
            m_preparing.stop();
    });
    m_field->installEventFilter(this);
    window->installEventFilter(this);
    hide();
    retranslate();
}

void CommandPalette::open(std::vector<PaletteEntry> entries, const QStringList &recent)
{
    if (isVisible()) {
        close();
        return;
    }
    m_before = parentWidget()->focusWidget();
    m_field->clear();
    m_model->setEntries(std::move(entries), recent);
    follow({});
    place();
    raise();
    show();
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_preparing.start(0);
}

void CommandPalette::close()
{
    if (!isVisible())
        return;
    const bool ours = isAncestorOf(parentWidget()->focusWidget());
    hide();
    m_preparing.stop();
    // A click elsewhere has given the focus to what was clicked.
    if (ours && m_before)
        m_before->setFocus(Qt::OtherFocusReason);
    m_model->setEntries({}, {});
}

void CommandPalette::follow(const QString &typed)
{
    m_model->filter(typed);
    const bool any = m_model->rowCount() > 0;
    m_list->setVisible(any);
    m_nothing->setVisible(!any);
    if (any) {
        m_list->scrollToTop();
        select(0);
    }
    place();
}

void CommandPalette::select(int row)
{
    const QModelIndex index = m_model->index(std::clamp(row, 0, m_model->rowCount() - 1));
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index);
}

void CommandPalette::step(int rows)
{
    const int count = m_model->rowCount();
    if (count == 0)
        return;
    const int current = m_list->currentIndex().row();
    // One step over the end goes round; a page stops there.
    select(std::abs(rows) == 1 ? (current + rows + count) % count : current + rows);
}

void CommandPalette::run(const QModelIndex &index)
{
    if (!index.isValid() || index.row() >= m_model->rowCount())
        return;
    const PaletteEntry entry = m_model->entry(index.row());
    if (!entry.why.isEmpty())
        return;
    close();
    if (!entry.id.isEmpty())
        Q_EMIT chosen(entry.id);
    if (entry.run)
        entry.run();
}

bool CommandPalette::onKey(const QKeyEvent &event)
{
    const int page = std::max(m_list->height() / std::max(m_list->sizeHintForRow(0), 1) - 1, 1);
    const bool control = (event.modifiers() & Qt::ControlModifier) != 0;
    switch (event.key()) {
    case Qt::Key_Down:
    case Qt::Key_Tab:
        step(1);
        return true;
    case Qt::Key_Up:
    case Qt::Key_Backtab:
        step(-1);
        return true;
    case Qt::Key_PageDown:
        step(std::max(page, 2));
        return true;
    case Qt::Key_PageUp:
        step(-std::max(page, 2));
        return true;
    case Qt::Key_Home:
    case Qt::Key_End:
        if (!control)
            return false;
        select(event.key() == Qt::Key_Home ? 0 : m_model->rowCount() - 1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        run(m_list->currentIndex());
        return true;
    case Qt::Key_Escape:
        close();
        return true;
    default:
        return false;
    }
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field) {
        if (event->type() == QEvent::KeyPress && onKey(*static_cast<QKeyEvent *>(event)))
            return true;
        if (event->type() == QEvent::FocusOut) {
            const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
            if (reason != Qt::ActiveWindowFocusReason && reason != Qt::PopupFocusReason)
                close();
        }
    } else if (watched == parent() && event->type() == QEvent::Resize && isVisible()) {
        place();
    }
    return QWidget::eventFilter(watched, event);
}

void CommandPalette::place()
{
    const QWidget *window = parentWidget();
    const int width = std::min(kMostWidth, window->width() - 2 * Space::L) + 2 * kShadow;
    const int rows = std::clamp(m_model->rowCount(), 1, kMostRows);
    const int rowHeight = m_model->rowCount() > 0 ? m_list->sizeHintForRow(0) : 0;
    const QMargins margins = layout()->contentsMargins();
    const int rest = margins.top() + margins.bottom() + m_field->sizeHint().height() +
                     m_hint->sizeHint().height() + 2 * layout()->spacing();
    const int middle = m_model->rowCount() > 0 ? rows * rowHeight + 2 : m_nothing->minimumHeight();
    const int top = std::max(window->height() / 12 - kShadow, 0);
    const int height = std::min(rest + middle, window->height() - top);
    setGeometry((window->width() - width) / 2, top, width, height);
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QRectF sheet = QRectF(rect()).adjusted(kShadow, kShadow, -kShadow, -kShadow);
    const bool dark = isDark(palette());
    for (int i = kShadow; i > 0; --i) {
        painter.setBrush(QColor(0, 0, 0, (kShadow - i) / (dark ? 1 : 3) + 1));
        painter.drawRoundedRect(sheet.adjusted(-i, -i + 4, i, i), kRadius + i, kRadius + i);
    }
    const StateColors &colors = stateColors(palette());
    painter.setPen(colors.border);
    painter.setBrush(colors.card);
    painter.drawRoundedRect(sheet.adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
}

void CommandPalette::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        close(); // its entries were worded when it opened
        retranslate();
    }
    QWidget::changeEvent(event);
}

void CommandPalette::retranslate()
{
    m_field->setPlaceholderText(tr("What would you like to do?"));
    m_field->setAccessibleName(tr("Command palette"));
    m_list->setAccessibleName(tr("Commands"));
    m_nothing->setText(tr("Nothing has such a name."));
    m_hint->setText(tr("↑ ↓ choose   Enter run   Esc close"));
}

} // namespace Portolan::Ui
