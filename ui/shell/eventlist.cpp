// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/eventlist.h"

#include "ui/widgets/datatable.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QSortFilterProxyModel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Portolan::Ui {

namespace {

constexpr int kHeight = 230;
constexpr int kLeastHeight = 140;

} // namespace

// Events of at least one severity.
class EventFilterModel : public QSortFilterProxyModel
{
public:
    EventFilterModel(EventModel &events, QObject *parent)
        : QSortFilterProxyModel(parent)
        , m_events(events)
    {
        setSourceModel(&events);
    }

    void setLeast(Event::Severity least)
    {
        m_least = least;
        invalidateRowsFilter();
    }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &) const override
    {
        return m_events.event(row).severity >= m_least;
    }

private:
    const EventModel &m_events;
    Event::Severity m_least = Event::Severity::Info;
};

EventList::EventList(EventModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_severe(new EventFilterModel(model, this))
    , m_toggle(new QToolButton(this))
    , m_latestIcon(new QLabel(this))
    , m_latest(new ElidedLabel(this))
    , m_dropped(new QLabel(this))
    , m_body(new QWidget(this))
    , m_filter(new FilterBar)
    , m_severity(new QComboBox)
    , m_pause(new QToolButton)
    , m_export(new QToolButton)
    , m_clear(new QToolButton)
    , m_table(new DataTable)
{
    m_latest->setObjectName(QStringLiteral("latestEvent"));
    m_toggle->setObjectName(QStringLiteral("events"));
    m_toggle->setCheckable(true);
    m_toggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_toggle->setIcon(symbol(QLatin1String("events")));
    m_toggle->setFocusPolicy(Qt::TabFocus);
    m_dropped->setProperty("quiet", true);

    m_table->setObjectName(QStringLiteral("eventTable"));
    m_table->setSource(m_severe);
    m_table->setExportName(QStringLiteral("events"));
    m_table->setFollowing(true);
    QHeaderView *header = m_table->horizontalHeader();
    const QFontMetrics metrics = fontMetrics();
    header->resizeSection(EventModel::Time,
                          metrics.horizontalAdvance(QStringLiteral("00:00:00")) + 28);
    header->resizeSection(EventModel::Severity, metrics.averageCharWidth() * 16 + 24);
    header->resizeSection(EventModel::Source, metrics.averageCharWidth() * 30);

    auto *line = new QFrame(this);
    line->setProperty("hairline", true);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(Space::M, 2, Space::L, 2);
    row->setSpacing(Space::M);
    row->addWidget(m_toggle);
    row->addWidget(m_latestIcon);
    row->addWidget(m_latest, 1);
    row->addWidget(m_dropped);
    auto *body = new QVBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(Space::S);
    body->addWidget(makeTools());
    body->addWidget(m_table, 1);
    m_body->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(line);
    column->addLayout(row);
    column->addWidget(m_body);

    connect(m_toggle, &QToolButton::toggled, this, [this](bool on) {
        // A low window keeps most of its height for what it is open for.
        m_body->setFixedHeight(std::clamp(window()->height() / 3, kLeastHeight, kHeight));
        m_body->setVisible(on);
        if (on)
            m_table->scrollToBottom();
        else
            m_model.setPaused(false); // nobody reads
        showLatest();
        Q_EMIT openChanged(on);
    });
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        const QModelIndex source =
            m_severe->mapToSource(m_severe->index(m_table->sourceRow(index.row()), 0));
        if (const quint64 origin = m_model.event(source.row()).origin; origin != 0)
            Q_EMIT originWanted(origin);
        else
            say(tr("This event belongs to no tab."));
    });
    connect(m_table, &DataTable::countChanged, this, &EventList::showCount);
    connect(m_table, &DataTable::exported, this,
            [this](const QString &path) { say(tr("Saved: %1").arg(path)); });
    connect(m_table, &DataTable::exportFailed, this,
            [this](const Error &error) { say(error.what); });
    connect(&m_model, &EventModel::changed, this, &EventList::showLatest);
    connect(&m_model, &EventModel::pausedChanged, this, [this](bool paused) {
        m_pause->setChecked(paused);
        m_pause->setIcon(symbol(QLatin1String(paused ? "play" : "pause")));
        if (!paused)
            m_table->scrollToBottom();
        retranslate();
    });
    retranslate();
}

QWidget *EventList::makeTools()
{
    for (QToolButton *button : {m_pause, m_export, m_clear})
        button->setFocusPolicy(Qt::TabFocus);
    m_pause->setIcon(symbol(QLatin1String("pause")));
    m_pause->setCheckable(true);
    m_export->setIcon(symbol(QLatin1String("save")));
    m_clear->setIcon(symbol(QLatin1String("clear")));
    m_severity->setObjectName(QStringLiteral("severity"));
    for (int i = 0; i < 3; ++i)
        m_severity->addItem(QString());

    auto *tools = new QWidget;
    auto *row = new QHBoxLayout(tools);
    row->setContentsMargins(Space::M, 0, Space::M, 0);
    row->setSpacing(Space::S);
    row->addWidget(m_filter, 1);
    row->addWidget(m_severity, 0, Qt::AlignTop);
    for (QToolButton *button : {m_pause, m_export, m_clear})
        row->addWidget(button, 0, Qt::AlignTop);

    connect(m_filter, &FilterBar::filterChanged, this,
            [this] { m_table->setFilter(m_filter->filter(), m_filter->field()); });
    connect(m_filter, &FilterBar::left, this, [this] { m_table->setFocus(); });
    connect(m_filter, &FilterBar::entered, this, [this] { m_table->setFocus(); });
    connect(m_severity, &QComboBox::currentIndexChanged, this, &EventList::chooseSeverity);
    connect(m_pause, &QToolButton::toggled, this, [this](bool on) { m_model.setPaused(on); });
    connect(m_export, &QToolButton::clicked, m_table, &DataTable::exportCsv);
    connect(m_clear, &QToolButton::clicked, this, [this] { m_model.clear(); });
    return tools;
}

void EventList::chooseSeverity()
{
    using Severity = Event::Severity;
    constexpr Severity kLeast[] = {Severity::Info, Severity::Warning, Severity::Error};
    m_severe->setLeast(kLeast[std::max(m_severity->currentIndex(), 0)]);
    showCount();
}

void EventList::setOpen(bool open)
{
    m_toggle->setChecked(open);
}

bool EventList::isOpen() const
{
    return m_toggle->isChecked();
}

void EventList::say(const QString &sentence)
{
    m_latestIcon->hide();
    m_latest->setText(sentence);
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
    m_table->setEmptyText(tr("Nothing has happened yet."));
    m_model.retranslate();
    m_filter->setPlaceholder(tr("Filter events"));
    m_filter->setFields(m_table->columnNames());
    const QSignalBlocker quiet(m_severity);
    m_severity->setItemText(0, tr("All severities"));
    m_severity->setItemText(1, tr("Warnings and errors"));
    m_severity->setItemText(2, tr("Errors"));
    m_severity->setAccessibleName(tr("Severity"));
    const QString pause = m_model.isPaused() ? tr("Resume") : tr("Pause");
    m_pause->setToolTip(m_model.isPaused() ? tr("Show new events again") : tr("Pause the list"));
    m_pause->setAccessibleName(pause);
    m_export->setToolTip(tr("Save as CSV"));
    m_export->setAccessibleName(tr("Save as CSV"));
    m_clear->setToolTip(tr("Clear the list"));
    m_clear->setAccessibleName(tr("Clear the list"));
    showLatest();
    showCount();
}

void EventList::showCount()
{
    m_filter->setCount(m_table->shownRows(), m_model.rowCount());
}

void EventList::showLatest()
{
    const Event *event = m_model.latest();
    m_latest->setForegroundRole(event ? QPalette::WindowText : QPalette::PlaceholderText);
    m_latestIcon->setVisible(event && !isOpen());
    QStringList notes;
    if (m_model.isPaused())
        notes.append(tr("Paused, %n event(s) waiting", nullptr, m_model.waiting()));
    if (m_model.dropped() > 0)
        notes.append(tr("%1 older events dropped").arg(QLocale().toString(m_model.dropped())));
    m_dropped->setText(notes.join(QStringLiteral("   ")));
    m_dropped->setVisible(!notes.isEmpty());
    if (!event || isOpen()) {
        m_latest->setText(event ? QString() : tr("Nothing has happened yet."));
        return;
    }
    const QModelIndex last = m_model.index(m_model.rowCount() - 1, EventModel::Severity);
    const auto icon = m_model.data(last, Qt::DecorationRole).value<QIcon>();
    m_latestIcon->setPixmap(icon.pixmap(QSize(16, 16), devicePixelRatioF()));
    const QString time =
        m_model.data(last.siblingAtColumn(EventModel::Time), Qt::DisplayRole).toString();
    const QString source =
        event->source.isEmpty() ? QString() : QString(event->source + QStringLiteral("   "));
    m_latest->setText(time + QStringLiteral("   ") + source + event->text);
}

} // namespace Portolan::Ui
