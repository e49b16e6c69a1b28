// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mqtt/topicpage.h"

#include "core/mqtt/topicdecoders.h"
#include "ui/mqtt/payloadpreview.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLocale>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Portolan::Ui {

namespace {

constexpr qint64 kShowMs = 200; // between two messages that are shown by themselves

} // namespace

TopicPage::TopicPage(std::shared_ptr<Mqtt::Inbox> inbox, QWidget *parent)
    : QWidget(parent)
    , m_inbox(std::move(inbox))
    , m_model(new MessageModel(m_inbox, this))
    , m_title(new ElidedLabel)
    , m_copy(new QToolButton)
    , m_follow(new QToolButton)
    , m_count(new QLabel)
    , m_empty(new QLabel)
    , m_split(new QSplitter(Qt::Vertical))
    , m_table(new DataTable)
    , m_viewer(new PayloadView)
{
    m_sinceShown.start();
    m_title->setObjectName(QStringLiteral("topicTitle"));
    QFont strong = m_title->font();
    strong.setBold(true);
    m_title->setFont(strong);
    m_copy->setIcon(symbol(QLatin1String("copy")));
    m_follow->setIcon(symbol(QLatin1String("follow")));
    m_follow->setCheckable(true);
    m_follow->setChecked(true);
    m_follow->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_follow->setObjectName(QStringLiteral("followTopic"));
    m_count->setProperty("quiet", true);
    m_empty->setProperty("quiet", true);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_empty->setContentsMargins(Space::XL, Space::XL, Space::XL, Space::XL);
    m_table->setObjectName(QStringLiteral("messages"));
    m_table->setNumberColumns({MessageModel::Size});
    m_table->setSource(m_model);
    m_table->setExportName(QStringLiteral("messages"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setFrameShape(QFrame::NoFrame);
    QHeaderView *header = m_table->horizontalHeader();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(MessageModel::Preview, QHeaderView::Stretch);

    auto *line = new QHBoxLayout;
    line->setContentsMargins(Space::M, Space::S, Space::S, Space::S);
    line->setSpacing(Space::S);
    line->addWidget(m_title, 1);
    line->addWidget(m_copy);
    line->addWidget(m_count);
    line->addWidget(m_follow);
    m_split->addWidget(m_table);
    m_split->addWidget(m_viewer);
    m_split->setStretchFactor(0, 2);
    m_split->setStretchFactor(1, 3);
    m_split->setChildrenCollapsible(false);
    m_split->setHandleWidth(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(line);
    column->addWidget(m_empty, 1);
    column->addWidget(m_split, 1);

    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &TopicPage::chosen);
    connect(m_follow, &QToolButton::toggled, this, &TopicPage::setFollowing);
    connect(m_copy, &QToolButton::clicked, this,
            [this] { QApplication::clipboard()->setText(QString::fromUtf8(m_topic)); });
    m_viewer->setAliases([inbox = m_inbox](const QByteArray &topic) {
        return inbox->read([&](const Mqtt::TopicStore &store) {
            return Mqtt::sparkplugAliases(
                store, {topic.constData(), static_cast<std::size_t>(topic.size())});
        });
    });
    connect(m_viewer, &PayloadView::chartWanted, this,
            [this](const QString &path) { Q_EMIT chartWanted(m_topic, path); });
    connect(m_viewer, &PayloadView::republishWanted, this, [this] {
        if (m_viewer->message())
            Q_EMIT publishWanted(m_topic, *m_viewer->message());
    });
    m_table->setContextMenuPolicy(Qt::DefaultContextMenu);
    auto *mark = new QAction(this);
    mark->setObjectName(QStringLiteral("compareWithThis"));
    connect(mark, &QAction::triggered, this, [this] {
        const QModelIndex current = m_table->currentIndex();
        if (current.isValid())
            compareWith(m_model->numberOf(m_table->sourceRow(current.row())));
    });
    m_table->addAction(mark);
    retranslate();
    setNode(MessageModel::Node(Mqtt::TopicStore::kNone), {});
}

void TopicPage::setNode(MessageModel::Node node, const QByteArray &topic)
{
    m_topic = topic;
    m_shown = m_marked = 0;
    m_title->setText(topicText({topic.constData(), static_cast<std::size_t>(topic.size())}));
    m_model->setNode(node);
    m_viewer->show(topic, std::nullopt, std::nullopt);
    setFollowing(true);
    m_sinceShown.restart();
    showMessage(m_model->received());
    showCount();
}

bool TopicPage::isFollowing() const
{
    return m_follow->isChecked();
}

void TopicPage::setFollowing(bool following)
{
    m_follow->setChecked(following);
    if (following) {
        m_model->refresh();
        showMessage(m_model->received());
        m_table->scrollToTop();
    }
    showCount();
}

void TopicPage::refresh()
{
    if (m_model->node() == Mqtt::TopicStore::kNone)
        return;
    if (isFollowing()) {
        bool changed = false;
        {
            const QScopedValueRollback selecting(m_selecting, true);
            changed = m_model->refresh();
        }
        if (m_model->node() == Mqtt::TopicStore::kNone) { // forgotten
            setNode(m_model->node(), {});
            return;
        }
        if ((changed || m_shown != m_model->received()) && m_sinceShown.elapsed() >= kShowMs)
            showMessage(m_model->received());
    }
    showCount();
}

void TopicPage::showMessage(quint64 number)
{
    m_sinceShown.restart();
    m_shown = number;
    const auto message = m_model->message(number);
    const quint64 base = m_marked != 0 && m_marked != number ? m_marked
                         : number > 1                        ? number - 1
                                                             : 0;
    m_viewer->show(m_topic, message, m_model->message(base));
    const int row = m_table->viewRow(m_model->rowOf(number));
    const QScopedValueRollback selecting(m_selecting, true);
    if (row >= 0)
        m_table->selectionModel()->setCurrentIndex(m_table->model()->index(row, 0),
                                                   QItemSelectionModel::ClearAndSelect |
                                                       QItemSelectionModel::Rows);
    if (isFollowing())
        m_table->scrollToTop();
}

void TopicPage::chosen()
{
    const QModelIndex current = m_table->currentIndex();
    if (m_selecting || !current.isValid())
        return;
    const quint64 number = m_model->numberOf(m_table->sourceRow(current.row()));
    if (number == m_shown)
        return;
    if (number != m_model->received())
        m_follow->setChecked(false);
    showMessage(number);
}

void TopicPage::compareWith(quint64 number)
{
    m_marked = number;
    m_viewer->setTab(PayloadView::Diff);
    showMessage(m_shown);
    showCount();
}

// Times and numbers as wide as they need, payloads have the rest. After the table's own first fit,
// which does not know that.
void TopicPage::fitColumns()
{
    if (m_fitted || !m_table->isVisible() || m_model->rowCount() == 0)
        return;
    m_fitted = true;
    QTimer::singleShot(0, this, [this] {
        QHeaderView *columns = m_table->horizontalHeader();
        const auto wide = [&](MessageModel::Column column, const QString &text) {
            const QString title =
                m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
            columns->resizeSection(column, std::max(fontMetrics().horizontalAdvance(text),
                                                    fontMetrics().horizontalAdvance(title)) +
                                               2 * Space::M);
        };
        wide(MessageModel::Time, QStringLiteral("00:00:00.000"));
        wide(MessageModel::Qos, QStringLiteral("0 R"));
        wide(MessageModel::Size, QStringLiteral("0,000"));
    });
}

void TopicPage::showCount()
{
    fitColumns();
    const bool isTopic = m_model->received() > 0;
    m_split->setVisible(isTopic);
    m_empty->setVisible(!isTopic);
    m_copy->setVisible(!m_topic.isEmpty());
    m_follow->setVisible(isTopic);
    m_count->setVisible(isTopic);
    if (!isTopic) {
        m_empty->setText(
            m_topic.isEmpty()
                ? tr("Choose a topic at the left: its messages appear here, the newest first.")
                : tr("Nothing was published at this level itself. Open it to see what lies "
                     "below."));
        return;
    }
    const QLocale locale;
    const quint64 waiting = isFollowing() ? 0 : m_model->waiting();
    QString text = tr("%1 of %2")
                       .arg(locale.toString(m_model->rowCount()),
                            locale.toString(m_model->received() + waiting));
    if (waiting > 0)
        text += QStringLiteral("  ·  ") + tr("%1 new").arg(locale.toString(waiting));
    m_count->setText(text);
    m_count->setToolTip(
        tr("Messages that are listed, of all that came. Scroll to the end for older ones; the "
           "history keeps as many as its budget holds."));
    m_follow->setText(isFollowing() ? tr("Following") : tr("Paused"));
    m_follow->setIcon(symbol(isFollowing() ? QLatin1String("follow") : QLatin1String("pause")));
}

void TopicPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void TopicPage::retranslate()
{
    m_copy->setToolTip(tr("Copy the topic"));
    m_copy->setAccessibleName(tr("Copy the topic"));
    m_follow->setToolTip(tr("Show the newest message as it comes, or let the list stand still"));
    findChild<QAction *>(QStringLiteral("compareWithThis"))
        ->setText(tr("Compare with this message"));
    showCount();
}

} // namespace Portolan::Ui
