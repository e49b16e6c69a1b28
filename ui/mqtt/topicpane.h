// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mqtt/inbox.h"
#include "ui/mqtt/topicmodel.h"

#include <QWidget>

#include <memory>

class QLabel;
class QToolButton;

namespace Portolan::Ui {

class FilterBar;
class TopicView;

// The tree of topics with its filter, and below it in one line what is held: topics, messages,
// bytes, and what was left out. GUI thread.
class TopicPane : public QWidget
{
    Q_OBJECT

public:
    explicit TopicPane(std::shared_ptr<Mqtt::Inbox> inbox, QWidget *parent = nullptr);

    [[nodiscard]] TopicModel &model() const { return *m_model; }
    [[nodiscard]] TopicView &view() const { return *m_view; }
    [[nodiscard]] FilterBar &filter() const { return *m_filter; }
    [[nodiscard]] QByteArray currentTopic() const;
    void setFlat(bool flat);
    void refreshFigures(); // once a second is enough

Q_SIGNALS:
    void nodeChosen(Portolan::Mqtt::TopicStore::Node node, const QByteArray &topic);
    void subscribeWanted(const QByteArray &filter);
    void publishWanted(const QByteArray &topic);
    void retainedWanted(const QByteArray &topic);
    void chartWanted(const QByteArray &topic);
    void exportWanted(const QByteArray &topic);
    void commandWanted(const QByteArray &topic); // as mosquitto_sub, for the clipboard
    void told(const QString &sentence);

protected:
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void retranslate();
    void showCount();
    void readFilter();
    void enterTree();
    void copyJson(TopicModel::Node node);

    std::shared_ptr<Mqtt::Inbox> m_inbox;
    TopicModel *m_model;
    FilterBar *m_filter;
    QToolButton *m_flat;
    TopicView *m_view;
    QLabel *m_figures;
};

} // namespace Portolan::Ui
