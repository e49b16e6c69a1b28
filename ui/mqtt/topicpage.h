// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/mqtt/messagemodel.h"
#include "ui/mqtt/payloadview.h"

#include <QElapsedTimer>
#include <QWidget>

#include <memory>

class QLabel;
class QSplitter;
class QToolButton;

namespace Portolan::Ui {

class DataTable;
class ElidedLabel;

// The messages of the topic that was chosen, above the one that is looked at. While it follows, the
// newest is shown, a few times a second; choosing an older one, or pausing, lets the list stand
// still and counts what comes meanwhile. Any two messages can be compared. GUI thread.
class TopicPage : public QWidget
{
    Q_OBJECT

public:
    explicit TopicPage(std::shared_ptr<Mqtt::Inbox> inbox, QWidget *parent = nullptr);

    void setNode(MessageModel::Node node, const QByteArray &topic);
    [[nodiscard]] const QByteArray &topic() const { return m_topic; }
    // A tick: at most MessageModel::kPage rows.
    void refresh();
    void setFollowing(bool following);
    [[nodiscard]] bool isFollowing() const;
    [[nodiscard]] PayloadView &viewer() const { return *m_viewer; }
    [[nodiscard]] MessageModel &messages() const { return *m_model; }
    [[nodiscard]] DataTable &table() const { return *m_table; }
    // What the shown one is compared with: a message that was marked, or the one before it.
    void compareWith(quint64 number);

Q_SIGNALS:
    void chartWanted(const QByteArray &topic, const QString &path);
    void publishWanted(const QByteArray &topic, const Portolan::Ui::KeptMessage &message);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void chosen();
    void showMessage(quint64 number);
    void showCount();
    void fitColumns();

    std::shared_ptr<Mqtt::Inbox> m_inbox;
    QByteArray m_topic;
    MessageModel *m_model;
    quint64 m_shown = 0;
    quint64 m_marked = 0;
    bool m_selecting = false;
    bool m_fitted = false;
    QElapsedTimer m_sinceShown;
    ElidedLabel *m_title;
    QToolButton *m_copy;
    QToolButton *m_follow;
    QLabel *m_count;
    QLabel *m_empty;
    QSplitter *m_split;
    DataTable *m_table;
    PayloadView *m_viewer;
};

} // namespace Portolan::Ui
