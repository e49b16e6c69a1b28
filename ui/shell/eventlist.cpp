// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/eventlist.h"

#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace Portolan::Ui {

EventList::EventList(EventModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_toggle(new QToolButton(this))
    , m_latestIcon(new QLabel(this))
    , m_latest(new ElidedLabel(this))
    , m_dropped(new QLabel(this))
    , m_table(new QTableView(this))
{
    m_toggle->setObjectName(QStringLiteral("events"));
    m_toggle->setCheckable(true);
    m_toggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_toggle->setIcon(symbol(QLatin1String("events")));
    m_toggle->setFocusPolicy(Qt::TabFocus);
    m_dropped->setProperty("quiet", true);
    m_dropped->hide();

    m_table->setModel(&m_model);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setFixedHeight(180);
    m_table->verticalHeader()->hide();
    // A fixed height: asking every row for its own makes a flood quadratic.
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + Space::M);
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setStretchLastSection(true);
    header->resizeSection(EventModel::Time,
                          fontMetrics().horizontalAdvance(QStringLiteral("00:00:00")) + 28);
    header->resizeSection(EventModel::Source, fontMetrics().averageCharWidth() * 30);

    auto *line = new QFrame(this);
    line->setProperty("hairline", true);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(Space::M, 2, Space::L, 2);
    row->setSpacing(Space::M);
    row->addWidget(m_toggle);
    row->addWidget(m_latestIcon);
    row->addWidget(m_latest, 1);
    row->addWidget(m_dropped);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(line);
    column->addLayout(row);
    column->addWidget(m_table);

    connect(m_toggle, &QToolButton::toggled, this, [this](bool on) {
        m_table->setVisible(on);
        if (on)
            m_table->scrollToBottom();
        showLatest();
        Q_EMIT openChanged(on);
    });
    connect(&m_model, &EventModel::appended, this, &EventList::onAppended);
    m_table->hide();
    retranslate();
}

void EventList::setOpen(bool open)
{
    m_toggle->setChecked(open);
}

bool EventList::isOpen() const
{
    return m_toggle->isChecked();
}

void EventList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        showLatest();
    QWidget::changeEvent(event);
}

void EventList::retranslate()
{
    m_toggle->setText(tr("Events"));
    m_toggle->setToolTip(tr("Show or hide what happened (Ctrl+Shift+Y)"));
    m_table->setAccessibleName(tr("Events"));
    m_model.retranslate();
    showLatest();
}

void EventList::showLatest()
{
    const Event *event = m_model.latest();
    m_latest->setForegroundRole(event ? QPalette::WindowText : QPalette::PlaceholderText);
    m_latestIcon->setVisible(event && !isOpen());
    if (m_model.dropped() > 0) {
        m_dropped->setText(tr("The last %n event(s) are shown.", nullptr, m_model.rowCount()));
        m_dropped->show();
    }
    if (!event || isOpen()) {
        m_latest->setText(event ? QString() : tr("Nothing has happened yet."));
        return;
    }
    const QModelIndex last = m_model.index(m_model.rowCount() - 1, EventModel::Text);
    const auto icon = m_model.data(last, Qt::DecorationRole).value<QIcon>();
    m_latestIcon->setPixmap(icon.pixmap(QSize(16, 16), devicePixelRatioF()));
    const QString time =
        m_model.data(last.siblingAtColumn(EventModel::Time), Qt::DisplayRole).toString();
    const QString source =
        event->source.isEmpty() ? QString() : QString(event->source + QStringLiteral("   "));
    m_latest->setText(time + QStringLiteral("   ") + source + event->text);
}

void EventList::onAppended()
{
    // Follows the end only while the end is in view.
    const QScrollBar *bar = m_table->verticalScrollBar();
    if (isOpen() && bar->value() >= bar->maximum() - 1)
        m_table->scrollToBottom();
    showLatest();
}

} // namespace Portolan::Ui
