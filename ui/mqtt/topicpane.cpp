// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mqtt/topicpane.h"

#include "core/mqtt/topicjson.h"
#include "ui/mqtt/payloadpreview.h"
#include "ui/mqtt/topicview.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDateTime>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Portolan::Ui {

namespace {

constexpr int kMostLooked = 1000; // rows

} // namespace

TopicPane::TopicPane(std::shared_ptr<Mqtt::Inbox> inbox, QWidget *parent)
    : QWidget(parent)
    , m_inbox(std::move(inbox))
    , m_model(new TopicModel(m_inbox, this))
    , m_filter(new FilterBar)
    , m_flat(new QToolButton)
    , m_view(new TopicView(*m_model))
    , m_figures(new QLabel)
{
    m_view->setObjectName(QStringLiteral("topics"));
    m_filter->setObjectName(QStringLiteral("topicFilter"));
    m_flat->setIcon(symbol(QLatin1String("tree")));
    m_flat->setCheckable(true);
    m_flat->setObjectName(QStringLiteral("flatTopics"));
    m_figures->setProperty("quiet", true);
    m_figures->setWordWrap(true);
    m_figures->setTextFormat(Qt::PlainText);
    m_figures->setContentsMargins(Space::M, Space::S, Space::M, Space::S);
    m_figures->setObjectName(QStringLiteral("storeFigures"));
    auto *line = new QHBoxLayout;
    line->setContentsMargins(Space::M, Space::S, Space::S, Space::S);
    line->setSpacing(Space::S);
    line->addWidget(m_filter, 1);
    line->addWidget(m_flat, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(line);
    column->addWidget(m_view, 1);
    column->addWidget(m_figures);
    setFocusProxy(m_view);

    connect(m_filter, &FilterBar::filterChanged, this, &TopicPane::readFilter);
    connect(m_filter, &FilterBar::left, m_view, qOverload<>(&QWidget::setFocus));
    connect(m_filter, &FilterBar::entered, this, &TopicPane::enterTree);
    connect(m_flat, &QToolButton::toggled, this, &TopicPane::readFilter);
    connect(m_view, &TopicView::typed, this, [this](const QString &text) {
        m_filter->setText(text);
        m_filter->setFocus();
    });
    connect(m_view, &TopicView::copyWanted, this,
            [this] { QApplication::clipboard()->setText(QString::fromUtf8(currentTopic())); });
    connect(m_view, &TopicView::currentNodeChanged, this,
            [this](TopicModel::Node node) { Q_EMIT nodeChosen(node, m_model->topic(node)); });
    connect(m_model, &TopicModel::countsChanged, this, &TopicPane::showCount);
    retranslate();
    refreshFigures();
}

QByteArray TopicPane::currentTopic() const
{
    return m_model->topic(m_view->currentNode());
}

void TopicPane::setFlat(bool flat)
{
    m_flat->setChecked(flat);
}

void TopicPane::readFilter()
{
    const bool wasFiltered = m_model->isFiltered();
    m_model->setFilter(m_filter->filter(), m_flat->isChecked());
    showCount();
    // What was found and chosen is shown where it belongs.
    if (wasFiltered && !m_model->isFiltered() && m_view->currentNode() != TopicRows::kNone)
        m_view->goTo(m_model->topic(m_view->currentNode()));
}

// With the keyboard from the filter to what it found: the first topic, not the levels above it.
void TopicPane::enterTree()
{
    m_view->setFocus(Qt::TabFocusReason);
    if (m_model->rowCount() == 0)
        return;
    int row = m_view->currentIndex().isValid() ? m_view->currentIndex().row() : -1;
    if (row < 0 || m_model->isFiltered()) {
        row = 0;
        for (int i = 0; m_model->isFiltered() && i < std::min(m_model->rowCount(), kMostLooked);
             ++i) {
            if (m_model->index(i, 0).data(TopicModel::IsTopicRole).toBool()) {
                row = i;
                break;
            }
        }
    }
    m_view->setCurrentIndex(m_model->index(row, 0));
}

void TopicPane::showCount()
{
    // Below the tree, where there is room for it.
    refreshFigures();
}

void TopicPane::refreshFigures()
{
    const auto counts = m_inbox->read([](const Mqtt::TopicStore &store) { return store.counts(); });
    const QLocale locale;
    const QString topics =
        m_model->isFiltered()
            ? tr("%1 of %2 topics found")
                  .arg(locale.toString(m_model->found()), locale.toString(counts.topics))
            : tr("%n topic(s)", nullptr, static_cast<int>(counts.topics));
    QStringList parts{topics, tr("%1 messages").arg(locale.toString(counts.messages)),
                      tr("%1 held").arg(locale.formattedDataSize(static_cast<qint64>(counts.bytes),
                                                                 0, QLocale::DataSizeIecFormat))};
    if (counts.dropped > 0)
        parts << tr("%1 older ones dropped").arg(locale.toString(counts.dropped));
    if (counts.cutPayloads > 0)
        parts << tr("%1 payloads shortened").arg(locale.toString(counts.cutPayloads));
    if (counts.withoutPlace > 0)
        parts << tr("%1 of topics beyond the limit, counted only")
                     .arg(locale.toString(counts.withoutPlace));
    m_figures->setText(parts.join(QStringLiteral("  ·  ")));
    QString tip = tr("The last message of every topic is kept always, the history as far as its "
                     "budget reaches; what was left out is counted here.");
    if (counts.oldestKept > 0)
        tip += QLatin1Char('\n') + tr("The history begins at %1.")
                                       .arg(QDateTime::fromMSecsSinceEpoch(counts.oldestKept)
                                                .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")));
    m_figures->setToolTip(tip);
}

void TopicPane::copyJson(TopicModel::Node node)
{
    const auto json = m_inbox->read(
        [node](const Mqtt::TopicStore &store) { return Mqtt::topicJson(store, node); });
    QApplication::clipboard()->setText(QString::fromUtf8(json.text));
    if (json.leftOut > 0)
        Q_EMIT told(tr("Too many for the clipboard: %1 topics were copied, %2 left out.")
                        .arg(QLocale().toString(json.topics), QLocale().toString(json.leftOut)));
}

void TopicPane::contextMenuEvent(QContextMenuEvent *event)
{
    const TopicModel::Node node = m_view->currentNode();
    if (node == TopicRows::kNone)
        return;
    const QByteArray topic = m_model->topic(node);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const char *icon, const QString &words, auto call) {
        connect(menu->addAction(symbol(QLatin1String(icon)), words), &QAction::triggered, this,
                call);
    };
    add("copy", tr("Copy the topic"),
        [topic] { QApplication::clipboard()->setText(QString::fromUtf8(topic)); });
    const int row = m_model->row(node);
    if (row >= 0)
        add("copy", tr("Copy the value"),
            [value = m_model->index(row, TopicModel::Value).data().toString()] {
                QApplication::clipboard()->setText(value);
            });
    add("copy", tr("Copy from here on as JSON"), [this, node] { copyJson(node); });
    add("terminal", tr("Copy as mosquitto_sub"), [this, topic] { Q_EMIT commandWanted(topic); });
    menu->addSeparator();
    add("plus", tr("Subscribe to all below"),
        [this, topic] { Q_EMIT subscribeWanted(topic + QByteArrayLiteral("/#")); });
    add("publish", tr("Publish to this topic…"), [this, topic] { Q_EMIT publishWanted(topic); });
    add("chart", tr("Draw its value in the chart"), [this, topic] { Q_EMIT chartWanted(topic); });
    add("retained", tr("Retained values from here on…"),
        [this, topic] { Q_EMIT retainedWanted(topic); });
    add("export", tr("Export from here on…"), [this, topic] { Q_EMIT exportWanted(topic); });
    // The key for it means the topic that is chosen, wherever the pointer is.
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard && row >= 0;
    const QRect place = byKey ? m_view->visualRect(m_model->index(row, 0)) : QRect();
    menu->popup(byKey ? m_view->viewport()->mapToGlobal(place.center()) : event->globalPos());
}

void TopicPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void TopicPane::retranslate()
{
    m_filter->setPlaceholder(tr("Find topics: text, or a/+/c"));
    m_filter->setToolTip(tr("Text in the topic, a topic filter with + or #, or a regular "
                            "expression."));
    m_flat->setToolTip(tr("List what is found with whole topics, in place of a tree"));
    m_flat->setAccessibleName(tr("List what is found with whole topics, in place of a tree"));
    m_view->setAccessibleName(tr("Topics"));
    m_view->setEmptyText(tr("Nothing matches the filter."));
    refreshFigures();
}

} // namespace Portolan::Ui
