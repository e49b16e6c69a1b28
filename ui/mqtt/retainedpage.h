// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mqtt/inbox.h"
#include "core/mqtt/retainedwipe.h"

#include <QPointer>
#include <QWidget>

#include <memory>
#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTimer;
class QToolButton;

namespace Portolan::Ui {

class DataTable;
class NoticeBar;
class WorkProgress;

// What the broker keeps below a topic, as far as it was subscribed to, and how to get rid of it:
// counted first, written to a file from which it can be published again, asked about, then deleted
// at a bounded rate. GUI thread.
class RetainedPage : public QWidget
{
    Q_OBJECT

public:
    static constexpr int kMostShown = 5000; // rows

    explicit RetainedPage(std::shared_ptr<Mqtt::Inbox> inbox, QWidget *parent = nullptr);
    ~RetainedPage() override;

    void setClient(Mqtt::Client *client);
    void setConnected(bool connected);
    // Below which topic.
    void setPrefix(const QByteArray &topic);
    void search();
    // The panel's tick, once a second: looks again when something has come.
    void refresh();
    [[nodiscard]] const std::vector<Mqtt::RetainedValue> &found() const { return m_found; }
    // Without asking; tests and the question itself.
    void wipe(const QString &undoFile);
    void restore(const QString &undoFile);

Q_SIGNALS:
    void topicChosen(const QByteArray &topic);
    void told(const QString &sentence, bool bad);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    class Model;
    void retranslate();
    void step();
    void showFound();
    void askToWipe();
    void askToRestore();
    void begin(Mqtt::RetainedWork::What what, std::vector<Mqtt::RetainedValue> values);
    void showState();

    std::shared_ptr<Mqtt::Inbox> m_inbox;
    QPointer<Mqtt::Client> m_client;
    bool m_connected = false;
    bool m_fitted = false;
    std::unique_ptr<Mqtt::RetainedSearch> m_search;
    std::unique_ptr<Mqtt::RetainedWork> m_work;
    std::vector<Mqtt::RetainedValue> m_found;
    quint64 m_leftOut = 0;
    quint64 m_messages = 0; // when it looked the last time
    QString m_undoFile;
    QTimer *m_timer;
    Model *m_model;
    QLabel *m_lead;
    QLineEdit *m_prefix;
    QToolButton *m_again;
    QLabel *m_count;
    DataTable *m_table;
    QLabel *m_rateLabel;
    QSpinBox *m_rate;
    QPushButton *m_delete;
    QPushButton *m_undo;
    NoticeBar *m_notice;
    WorkProgress *m_progress;
};

} // namespace Portolan::Ui
